using System.Globalization;
using System.Text;

namespace Hostile.Syntax.TypeScript.Views;

/// <summary>A string in quotes, or a template without substitutions.</summary>
public readonly struct StringLiteral(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The value, escapes resolved.</summary>
    public string Value => HasEscapes ? LiteralText.Cook(LiteralText.Inner(node)) : Encoding.UTF8.GetString(LiteralText.Inner(node));

    /// <summary>The value as UTF-8; allocates only when there are escapes. Lone surrogates become U+FFFD.</summary>
    public ReadOnlySpan<byte> Utf8
    {
        get
        {
            var inner = LiteralText.Inner(node);
            return HasEscapes ? Encoding.UTF8.GetBytes(LiteralText.Cook(inner)) : inner;
        }
    }

    /// <summary>An attribute of a JSX element has none: what looks like one there is text.</summary>
    private bool HasEscapes => LiteralText.NeedsCooking(LiteralText.Inner(node)) && node.Parent.Kind != SyntaxKind.JsxAttribute;

    public static StringLiteral? From(SyntaxNode node) => node.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral ? new(node) : null;
}

/// <summary>A number; bigints too.</summary>
public readonly struct NumericLiteral(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The value as the language has it; a bigint's nearest double.</summary>
    public double Value => LiteralText.Number(node.Bytes);
    public bool IsBigInt => node.Kind == SyntaxKind.BigIntLiteral;

    public static NumericLiteral? From(SyntaxNode node) => node.Kind is SyntaxKind.NumericLiteral or SyntaxKind.BigIntLiteral ? new(node) : null;
}

/// <summary>A template with or without substitutions: <c>`a ${b} c`</c>.</summary>
public readonly struct Template(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The pieces of text, one more than there are expressions; each is a <see cref="TemplatePiece"/>.</summary>
    public IEnumerable<TemplatePiece> Pieces
    {
        get
        {
            if (node.Kind == SyntaxKind.NoSubstitutionTemplateLiteral)
            {
                yield return new(node);
                yield break;
            }

            yield return new(node.FirstChild);
            foreach (var span in new NodeList(node.FirstChild, SyntaxKind.TemplateSpan))
                yield return new(span.ChildAt(1));
        }
    }

    /// <summary>The expressions (in types: the types) between the pieces.</summary>
    public IEnumerable<SyntaxNode> Expressions
    {
        get
        {
            foreach (var span in new NodeList(node.FirstChild, SyntaxKind.TemplateSpan))
                yield return span.FirstChild;
        }
    }

    public static Template? From(SyntaxNode node) => node.Kind is SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.TemplateExpression or SyntaxKind.TemplateLiteralType ? new(node) : null;
}

/// <summary>The text of a template between two substitutions.</summary>
public readonly struct TemplatePiece(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The bytes as written, without <c>`</c>, <c>${</c> and <c>}</c>. (A carriage return before a line feed is still in them.)</summary>
    public ReadOnlySpan<byte> Raw => LiteralText.Inner(node);

    /// <summary>The text with escapes resolved, as a tag sees it in <c>strings</c>.</summary>
    public string Cooked => LiteralText.Cook(Raw);
}

/// <summary><c>tag`…`</c></summary>
public readonly struct TaggedTemplate(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Tag => node.FirstChild;
    public NodeList TypeArguments => new(node.Child(SyntaxKind.TypeArgumentList).FirstChild);

    public Template Template => new(node.Child(SyntaxKind.TemplateExpression) is { Exists: true } template
        ? template : node.Tail(SyntaxKind.NoSubstitutionTemplateLiteral));

    public static TaggedTemplate? From(SyntaxNode node) => node.Kind == SyntaxKind.TaggedTemplateExpression ? new(node) : null;
}

/// <summary>What names and literals say, whichever way they are written.</summary>
public static class LiteralText
{
    extension(SyntaxNode node)
    {
        /// <summary>The name that an Identifier, PrivateIdentifier, string, number or constant computed name stands for; null for others.</summary>
        public string? NameText() => node.Kind switch
        {
            SyntaxKind.Identifier or SyntaxKind.PrivateIdentifier => NeedsCooking(node.Bytes) ? Cook(node.Bytes) : node.Text,
            SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral => new StringLiteral(node).Value,
            SyntaxKind.NumericLiteral => Number(node.Bytes).ToString("R", CultureInfo.InvariantCulture),
            SyntaxKind.ComputedPropertyName when node.FirstChild.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral
                or SyntaxKind.NumericLiteral => node.FirstChild.NameText(),
            SyntaxKind.PropertyNamePart or SyntaxKind.NamespaceExport => node.FirstChild.NameText(),
            _ => null,
        };

        /// <summary>The bytes of the name that an Identifier or PrivateIdentifier stands for; only <c>\u0061</c> for <c>a</c> makes them others than the text's.</summary>
        public ReadOnlySpan<byte> NameBytes =>
            node.Exists && node.Tree.HasEscapedNames && NeedsCooking(node.Bytes) ? Encoding.UTF8.GetBytes(Cook(node.Bytes)) : node.Bytes;

        /// <summary>Reports whether <c>NameText</c> is this, without making a string where none is needed.</summary>
        public bool NameIs(ReadOnlySpan<byte> name)
        {
            if (node.Kind is SyntaxKind.Identifier or SyntaxKind.PrivateIdentifier && !NeedsCooking(node.Bytes))
                return node.TextIs(name);
            return StringLiteral.From(node) is { } literal ? literal.Utf8.SequenceEqual(name) : node.NameText() is { } text && text == Encoding.UTF8.GetString(name);
        }

        /// <summary>The last child, if it is of the kind, else none.</summary>
        internal SyntaxNode Tail(SyntaxKind kind)
        {
            var last = default(SyntaxNode);
            foreach (var child in node.Children)
                last = child;
            return last.Kind == kind ? last : default;
        }
    }

    /// <summary>The bytes between a literal's delimiters; an unterminated one has no closing delimiter.</summary>
    internal static ReadOnlySpan<byte> Inner(SyntaxNode node)
    {
        var bytes = node.Bytes;
        if (bytes.Length < 2)
            return default;

        var inner = bytes[1..];
        if (node.Kind is SyntaxKind.TemplateHead or SyntaxKind.TemplateMiddle)
            return inner.EndsWith("${"u8) ? inner[..^2] : inner;

        var close = node.Kind is SyntaxKind.TemplateTail ? (byte)'`' : bytes[0];
        return inner[^1] == close ? inner[..^1] : inner;
    }

    internal static bool NeedsCooking(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)'\\', (byte)'\r') >= 0;

    /// <summary>Resolves escapes and line ends. An escape that means nothing stands for its own characters.</summary>
    internal static string Cook(ReadOnlySpan<byte> text)
    {
        if (!NeedsCooking(text))
            return Encoding.UTF8.GetString(text);

        var result = new StringBuilder(text.Length);
        while (text.IndexOfAny((byte)'\\', (byte)'\r') is >= 0 and var at)
        {
            result.Append(Encoding.UTF8.GetString(text[..at]));
            if (text[at] == '\r')
            {
                // Templates see every line end as one line feed.
                result.Append('\n');
                text = text[(at + (at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1))..];
                continue;
            }

            text = text[(at + 1)..];
            text = text[CookEscape(text, result)..];
        }

        return result.Append(Encoding.UTF8.GetString(text)).ToString();
    }

    /// <summary>Appends what the escape after a backslash means and returns how many bytes it takes.</summary>
    private static int CookEscape(ReadOnlySpan<byte> text, StringBuilder result)
    {
        if (text.IsEmpty)
            return 0;

        switch (text[0])
        {
            case (byte)'n': result.Append('\n'); return 1;
            case (byte)'t': result.Append('\t'); return 1;
            case (byte)'r': result.Append('\r'); return 1;
            case (byte)'b': result.Append('\b'); return 1;
            case (byte)'v': result.Append('\v'); return 1;
            case (byte)'f': result.Append('\f'); return 1;

            // A backslash at a line's end continues the line.
            case (byte)'\n': return 1;
            case (byte)'\r': return text.Length > 1 && text[1] == '\n' ? 2 : 1;
            case 0xE2 when text.Length >= 3 && text[1] == 0x80 && text[2] is 0xA8 or 0xA9: return 3;

            // "\x41"
            case (byte)'x' when Hex(text, 1, 2) is >= 0 and var code:
                result.Append((char)code);
                return 3;

            // "\u{1F600}"
            case (byte)'u' when text.Length > 1 && text[1] == '{':
                var close = text.IndexOf((byte)'}');
                if (close is > 2 and < 12 && Hex(text, 2, close - 2) is >= 0 and <= 0x10FFFF and var point)
                {
                    if (point is >= 0xD800 and <= 0xDFFF)
                        result.Append((char)point);
                    else
                        result.Append(new Rune(point).ToString());
                    return close + 1;
                }

                break;

            // "\u0041"
            case (byte)'u' when Hex(text, 1, 4) is >= 0 and var unit:
                result.Append((char)unit);
                return 5;

            // "\0", and the octal escapes of old scripts.
            case >= (byte)'0' and <= (byte)'7':
                var length = 0;
                var value = 0;
                while (length < 3 && length < text.Length && text[length] is >= (byte)'0' and <= (byte)'7' && value * 8 + text[length] - '0' <= 255)
                    value = value * 8 + text[length++] - '0';
                result.Append((char)value);
                return length;
        }

        if (text[0] < 0x80)
        {
            result.Append((char)text[0]);
            return 1;
        }

        Rune.DecodeFromUtf8(text, out var rune, out var consumed);
        result.Append(rune.ToString());
        return consumed;
    }

    /// <summary>The value of hexadecimal digits, or -1 when there are fewer than asked for.</summary>
    private static int Hex(ReadOnlySpan<byte> text, int start, int count) =>
        text.Length >= start + count && int.TryParse(text.Slice(start, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : -1;

    /// <summary>The value of a numeric literal as written: any base, separators, an <c>n</c> at the end.</summary>
    internal static double Number(ReadOnlySpan<byte> text)
    {
        Span<byte> digits = text.Length <= 128 ? stackalloc byte[text.Length] : new byte[text.Length];
        var length = 0;
        foreach (var b in text)
        {
            if (b != '_')
                digits[length++] = b;
        }

        digits = digits[..length];
        if (digits.Length > 1 && digits[^1] == 'n')
            digits = digits[..^1];

        if (digits.Length > 2 && digits[0] == '0')
        {
            switch (digits[1] | 0x20)
            {
                case 'x': return InBase(digits[2..], 16);
                case 'o': return InBase(digits[2..], 8);
                case 'b': return InBase(digits[2..], 2);
            }
        }

        // "017" is octal, "018" is not.
        if (digits.Length > 1 && digits[0] == '0' && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'7') < 0)
            return InBase(digits[1..], 8);

        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
    }

    private static double InBase(ReadOnlySpan<byte> digits, int radix)
    {
        var value = 0.0;
        foreach (var digit in digits)
        {
            var known = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => radix,
            };
            if (known >= radix)
                return double.NaN;
            value = value * radix + known;
        }

        return value;
    }
}
