using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Hostile.Model.Projects;

/// <summary>
/// A value of a JSON text. Our own reader, because configuration is JSON with comments and trailing commas, because it must never
/// throw on what a stranger wrote, and because a mistake is reported by line and column. Some hundred lines buy all three.
/// </summary>
internal abstract record Json
{
    private Json()
    {
    }

    /// <summary>Reads a whole text. Returns null, with the mistake and its place, when it is no JSON.</summary>
    public static Json? Parse(ReadOnlySpan<byte> text, out string? mistake)
    {
        var reader = new Reader(Encoding.UTF8.GetString(text.StartsWith("\uFEFF"u8) ? text[3..] : text));
        var value = reader.Whole();
        mistake = reader.Mistake;
        return mistake is null ? value : null;
    }

    /// <summary>The member of an object; null for anything else.</summary>
    public Json? this[string name] => this is Object members && members.Members.FirstOrDefault(member => member.Key == name) is { Value: { } value } ? value : null;

    /// <summary>The text of a string; null for anything else.</summary>
    public string? AsText => (this as Text)?.Value;

    /// <summary>Whether it is <c>true</c> or <c>false</c>; null for anything else.</summary>
    public bool? AsFlag => this is Word { Value: "true" } ? true : this is Word { Value: "false" } ? false : null;

    /// <summary>The items of an array; of anything else, none.</summary>
    public ImmutableArray<Json> Items => this is Array array ? array.Values : [];

    /// <summary>The members of an object in the order written; of anything else, none.</summary>
    public ImmutableArray<KeyValuePair<string, Json>> Members => this is Object o ? o.Pairs : [];

    /// <summary>The strings of an array, other items left out, or the one string that stands in its place.</summary>
    public ImmutableArray<string> Texts => AsText is { } one ? [one] : [.. Items.Select(item => item.AsText).OfType<string>()];

    public sealed record Object(ImmutableArray<KeyValuePair<string, Json>> Pairs) : Json;

    public sealed record Array(ImmutableArray<Json> Values) : Json;

    public sealed record Text(string Value) : Json;

    public sealed record Number(double Value) : Json;

    /// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public sealed record Word(string Value) : Json;

    private sealed class Reader(string text)
    {
        private const int DeepestNesting = 200;
        private int at;
        private int depth;

        public string? Mistake { get; private set; }

        public Json? Whole()
        {
            var value = Value();
            Space();
            if (Mistake is null && at < text.Length)
                Fail("something follows the end");
            return value;
        }

        private Json? Value()
        {
            Space();
            if (at == text.Length)
                return Fail("the text ends too early");
            if (depth == DeepestNesting)
                return Fail("nested too deeply");

            depth++;
            var value = text[at] switch
            {
                '{' => Members(),
                '[' => Items(),
                '"' => String() is { } word ? new Text(word) : null,
                _ => Scalar(),
            };
            depth--;
            return value;
        }

        private Json? Members()
        {
            var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, Json>>();
            at++;
            while (true)
            {
                if (Take('}'))
                    return new Object(pairs.ToImmutable());
                if (Next() != '"')
                    return Fail("expected a name in double quotes");
                if (String() is not { } name)
                    return null;
                if (!Take(':'))
                    return Fail("expected ':'");
                if (Value() is not { } value)
                    return null;
                pairs.Add(new(name, value));
                if (!Take(',') && Next() != '}')
                    return Fail("expected ',' or '}'");
            }
        }

        private Json? Items()
        {
            var values = ImmutableArray.CreateBuilder<Json>();
            at++;
            while (true)
            {
                if (Take(']'))
                    return new Array(values.ToImmutable());
                if (Value() is not { } value)
                    return null;
                values.Add(value);
                if (!Take(',') && Next() != ']')
                    return Fail("expected ',' or ']'");
            }
        }

        private string? String()
        {
            var value = new StringBuilder();
            for (at++; at < text.Length; at++)
            {
                switch (text[at])
                {
                    case '"':
                        at++;
                        return value.ToString();
                    case '\n' or '\r':
                        Fail("a string does not end on its line");
                        return null;
                    case '\\':
                        if (Escaped() is not { } character)
                            return null;
                        value.Append(character);
                        break;
                    default:
                        value.Append(text[at]);
                        break;
                }
            }

            Fail("the text ends in a string");
            return null;
        }

        private char? Escaped()
        {
            var escape = ++at < text.Length ? text[at] : '\0';
            switch (escape)
            {
                case 'n': return '\n';
                case 't': return '\t';
                case 'r': return '\r';
                case 'b': return '\b';
                case 'f': return '\f';
                case '"' or '\\' or '/': return escape;
                case 'u' when at + 4 < text.Length && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                    at += 4;
                    return (char)code;
                default:
                    Fail("an escape that is none");
                    return null;
            }
        }

        private Json? Scalar()
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '+' or '-' or '.'))
                at++;

            var word = text[start..at];
            if (word is "true" or "false" or "null")
                return new Word(word);
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return new Number(number);
            at = start;
            return Fail("expected a value");
        }

        private bool Take(char character)
        {
            if (Next() != character)
                return false;
            at++;
            return true;
        }

        private char Next()
        {
            Space();
            return at < text.Length ? text[at] : '\0';
        }

        /// <summary>Passes over white space and comments.</summary>
        private void Space()
        {
            while (at < text.Length)
            {
                if (char.IsWhiteSpace(text[at]))
                    at++;
                else if (text.AsSpan(at).StartsWith("//"))
                    at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
                else if (text.AsSpan(at).StartsWith("/*"))
                    at = text.IndexOf("*/", at + 2, StringComparison.Ordinal) is >= 0 and var close ? close + 2 : text.Length;
                else
                    return;
            }
        }

        /// <summary>Keeps the first mistake, with its line and column, both counting from 1.</summary>
        private Json? Fail(string mistake)
        {
            var before = text.AsSpan(0, at);
            Mistake ??= $"broken JSON at {before.Count('\n') + 1}:{at - before.LastIndexOf('\n')}: {mistake}";
            return null;
        }
    }
}
