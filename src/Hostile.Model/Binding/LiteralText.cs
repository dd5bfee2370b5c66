using System.Globalization;
using System.Text;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Binding;

/// <summary>What string and template literals say once their escapes are undone.</summary>
public static class LiteralText
{
    /// <summary>The literal's text as a name, with no string made unless it has escapes.</summary>
    public static Name NameOf(SyntaxNode literal)
    {
        var inner = Inner(literal);
        return inner.Contains((byte)'\\') ? Name.Of(Of(literal)) : Name.Of(inner);
    }

    /// <summary>The decoded text of a string literal, a template without holes, or a template's head, middle or tail.</summary>
    public static string Of(SyntaxNode literal)
    {
        var inner = Inner(literal);
        var text = Encoding.UTF8.GetString(inner);
        if (literal.Kind is not SyntaxKind.StringLiteral && text.Contains('\r'))
            text = text.Replace("\r\n", "\n").Replace('\r', '\n');
        return text.Contains('\\') ? Unescape(text) : text;
    }

    /// <summary>The bytes between the quotes, back-ticks or braces.</summary>
    public static ReadOnlySpan<byte> Inner(SyntaxNode literal)
    {
        var bytes = literal.Bytes;
        var start = 1;
        var end = bytes.Length;
        switch (literal.Kind)
        {
            case SyntaxKind.StringLiteral:
                // An unclosed literal has no last quote.
                if (end > 1 && bytes[end - 1] == bytes[0])
                    end--;
                break;
            case SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.TemplateTail:
                if (end > 1 && bytes[end - 1] == (byte)'`')
                    end--;
                break;
            case SyntaxKind.TemplateHead or SyntaxKind.TemplateMiddle:
                if (end > 2 && bytes[end - 2] == (byte)'$')
                    end -= 2;
                break;
            default:
                return default;
        }

        return start <= end ? bytes[start..end] : default;
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            switch (text[i])
            {
                case 'n': result.Append('\n'); break;
                case 't': result.Append('\t'); break;
                case 'r': result.Append('\r'); break;
                case 'b': result.Append('\b'); break;
                case 'f': result.Append('\f'); break;
                case 'v': result.Append('\v'); break;
                case '0' when i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1]): result.Append('\0'); break;
                // A backslash before a line's end joins the lines.
                case '\n': break;
                case '\r':
                    if (i + 1 < text.Length && text[i + 1] == '\n')
                        i++;
                    break;
                case 'x' when Hex(text, i + 1, 2) is { } value:
                    result.Append((char)value);
                    i += 2;
                    break;
                case 'u' when i + 1 < text.Length && text[i + 1] == '{' && text.IndexOf('}', i) is var close and > 0 && Hex(text, i + 2, close - i - 2) is { } value && value is < 0x110000 and not (>= 0xD800 and < 0xE000):
                    result.Append(char.ConvertFromUtf32(value));
                    i = close;
                    break;
                case 'u' when Hex(text, i + 1, 4) is { } value:
                    result.Append((char)value);
                    i += 4;
                    break;
                default: result.Append(text[i]); break;
            }
        }

        return result.ToString();
    }

    private static int? Hex(string text, int start, int length) =>
        length is > 0 and <= 8 && start + length <= text.Length
        && int.TryParse(text.AsSpan(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
