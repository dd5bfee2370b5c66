using System.Collections.Immutable;
using System.Text.Json;

namespace Hostile.Cli.Config;

/// <summary>A value of the configuration with its line, so that a mistake has a place.</summary>
/// <param name="Line">Counting from 1.</param>
/// <param name="Kind">What it is; of an object or array, its start.</param>
/// <param name="Text">A string's text; empty for the rest.</param>
/// <param name="Members">An object's, in the order written.</param>
/// <param name="Items">An array's.</param>
internal sealed record ConfigurationValue(int Line, JsonTokenType Kind, string Text, ImmutableArray<(string Name, int Line, ConfigurationValue Value)> Members, ImmutableArray<ConfigurationValue> Items)
{
    /// <summary>Reads a whole text. Returns null, with the mistake and its line, when it is no JSON.</summary>
    public static ConfigurationValue? Parse(ReadOnlySpan<byte> text, out ConfigurationMistake? mistake)
    {
        mistake = null;
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            var value = Value(ref reader, text);
            // Whatever follows the value throws here.
            reader.Read();
            return value;
        }
        catch (JsonException broken)
        {
            mistake = new((int)(broken.LineNumber ?? 0) + 1, $"broken JSON: {Cause(broken)}");
        }
        catch (InvalidOperationException)
        {
            mistake = new(LineAt(text, reader.TokenStartIndex), "broken JSON: a text that is not UTF-8");
        }

        return null;
    }

    private static ConfigurationValue Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        var value = new ConfigurationValue(LineAt(text, reader.TokenStartIndex), reader.TokenType, reader.TokenType == JsonTokenType.String ? reader.GetString()! : "", [], []);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = ImmutableArray.CreateBuilder<(string, int, ConfigurationValue)>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var (name, line) = (reader.GetString()!, LineAt(text, reader.TokenStartIndex));
                    reader.Read();
                    members.Add((name, line, Value(ref reader, text)));
                }

                return value with { Members = members.ToImmutable() };
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<ConfigurationValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader, text));
                return value with { Items = items.ToImmutable() };
            default:
                return value;
        }
    }

    private static int LineAt(ReadOnlySpan<byte> text, long index) => text[..(int)index].Count((byte)'\n') + 1;

    /// <summary>The reader's words without the place, which we say in our own.</summary>
    private static string Cause(JsonException broken)
    {
        var words = broken.Message;
        var place = words.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? words : words[..place]).TrimEnd('.');
    }
}
