using System.Numerics;
using System.Runtime.Intrinsics;

namespace Hostile.Syntax.TypeScript;

/// <summary>Numbers, strings, templates, regular expressions, and the tokens that the parser asks for a second time.</summary>
public sealed partial class Parser
{
    // ---- numbers

    private void ScanNumber()
    {
        var start = tokenStart;
        var text = buffer;
        token = TokenKind.NumericLiteral;
        pos = start;
        if (text[start] == '0')
        {
            switch (text[start + 1] | 0x20)
            {
                case 'x': ScanDigits(start + 2, 16, "Hexadecimal digit expected"); return;
                case 'b': ScanDigits(start + 2, 2, "Binary digit expected"); return;
                case 'o': ScanDigits(start + 2, 8, "Octal digit expected"); return;
            }

            // "017" and "089"
            if (IsDigit(text[start + 1]))
            {
                ScanLeadingZero(start);
                return;
            }
        }

        if (text[start] == '0' && text[start + 1] == '_')
            ErrorAt(start + 1, start + 2, "Numeric separators are not allowed here");

        var isInteger = true;
        ScanDecimalDigits();
        if (text[pos] == '.')
        {
            isInteger = false;
            pos++;
            ScanDecimalDigits();
        }

        ScanExponentAndSuffix(start, isInteger);
    }

    private void ScanExponentAndSuffix(int start, bool isInteger)
    {
        if ((buffer[pos] | 0x20) == 'e')
        {
            isInteger = false;
            pos++;
            if (buffer[pos] is (byte)'+' or (byte)'-')
                pos++;
            var digits = pos;
            ScanDecimalDigits();
            if (digits == pos)
                ErrorAt(pos, pos, "Digit expected");
        }
        else if (buffer[pos] == 'n' && isInteger)
        {
            pos++;
            token = TokenKind.BigIntLiteral;
        }

        CheckNoNameFollows(start);
    }

    /// <summary>Old octal numbers, and decimals that begin with a zero: errors both.</summary>
    private void ScanLeadingZero(int start)
    {
        var isOctal = true;
        for (; IsDigit(buffer[pos]); pos++)
            isOctal &= buffer[pos] < '8';

        if (isOctal)
        {
            ErrorAt(start, pos, "Octal literals are not allowed; write '0o'");
            return;
        }

        if (buffer[pos] == '.')
        {
            pos++;
            ScanDecimalDigits();
        }

        if ((buffer[pos] | 0x20) == 'e')
            ScanExponentAndSuffix(start, isInteger: false);
        ErrorAt(start, pos, "Decimals with leading zeros are not allowed");
    }

    private void ScanDecimalDigits()
    {
        var afterDigit = false;
        var afterSeparator = false;
        for (; ; pos++)
        {
            if (IsDigit(buffer[pos]))
            {
                afterDigit = true;
                afterSeparator = false;
            }
            else if (buffer[pos] == '_')
            {
                if (!afterDigit)
                    ErrorAt(pos, pos + 1, "Numeric separators are not allowed here");
                afterDigit = false;
                afterSeparator = true;
            }
            else
            {
                break;
            }
        }

        if (afterSeparator)
            ErrorAt(pos - 1, pos, "Numeric separators are not allowed here");
    }

    private void ScanDigits(int from, int radix, string missing)
    {
        pos = from;
        var allowed = false;
        var any = false;
        for (; ; pos++)
        {
            var value = HexValue(buffer[pos]);
            if (value >= 0 && value < radix)
            {
                allowed = any = true;
            }
            else if (buffer[pos] == '_')
            {
                if (!allowed)
                    ErrorAt(pos, pos + 1, "Numeric separators are not allowed here");
                allowed = false;
            }
            else
            {
                break;
            }
        }

        if (!any)
            ErrorAt(pos, pos, missing);
        if (buffer[pos - 1] == '_')
            ErrorAt(pos - 1, pos, "Numeric separators are not allowed here");
        if (buffer[pos] == 'n')
        {
            pos++;
            token = TokenKind.BigIntLiteral;
        }
    }

    /// <summary>"3px" is an error; the name is a token of its own all the same.</summary>
    private void CheckNoNameFollows(int start)
    {
        var b = buffer[pos];
        if (!IsAsciiNameStart(b) && (b < 0x80 || !Decode(pos, out var rune, out _) || !IsNameStart(rune)))
            return;

        if (b == 'n' && !IsAsciiNameStart(buffer[pos + 1]) && !IsDigit(buffer[pos + 1]))
        {
            pos++;
            ErrorAt(start, pos, "A bigint literal must be an integer");
        }
        else
        {
            ErrorAt(pos, pos + 1, "An identifier or keyword cannot immediately follow a numeric literal");
        }
    }

    // ---- strings and templates

    /// <summary>"'…'"</summary>
    private void ScanString()
    {
        var quote = buffer[tokenStart];
        var at = tokenStart + 1;
        token = TokenKind.StringLiteral;
        while (true)
        {
            at = NextStop(at, quote, (byte)'\\', (byte)'\\');
            var b = buffer[at];
            if (b == quote)
            {
                pos = at + 1;
                return;
            }

            if (b == '\\')
            {
                at = ScanEscape(at, report: true);
            }
            else if (b is (byte)'\n' or (byte)'\r' || at >= end)
            {
                pos = at;
                ErrorAt(pos, pos, "Unterminated string literal");
                return;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>A template from its "`", or from the "}" of a substitution, to the next "${" or its end.</summary>
    private void ScanTemplate(bool reportEscapes)
    {
        var fromBacktick = buffer[tokenStart] == '`';
        var at = tokenStart + 1;
        while (true)
        {
            at = NextStop(at, (byte)'`', (byte)'\\', (byte)'$');
            var b = buffer[at];
            if (b == '`')
            {
                pos = at + 1;
                break;
            }

            if (b == '$' && buffer[at + 1] == '{')
            {
                pos = at + 2;
                token = fromBacktick ? TokenKind.TemplateHead : TokenKind.TemplateMiddle;
                return;
            }

            if (b == '\\')
            {
                at = ScanEscape(at, reportEscapes);
            }
            else if (at >= end)
            {
                pos = end;
                ErrorAt(pos, pos, "Unterminated template literal");
                break;
            }
            else
            {
                at++;
            }
        }

        token = fromBacktick ? TokenKind.NoSubstitutionTemplate : TokenKind.TemplateTail;
    }

    /// <summary>The first offset from here on with one of three bytes or a control character; the zeros behind the text are such.</summary>
    private int NextStop(int at, byte first, byte second, byte third)
    {
        while (true)
        {
            var bytes = Load(at);
            var stops = (Vector128.Equals(bytes, Vector128.Create(first)) | Vector128.Equals(bytes, Vector128.Create(second))
                | Vector128.Equals(bytes, Vector128.Create(third)) | Vector128.LessThan(bytes, Vector128.Create((byte)0x0E))).ExtractMostSignificantBits();
            if (stops != 0)
                return Math.Min(at + BitOperations.TrailingZeroCount(stops), end);
            at += 16;
        }
    }

    /// <summary>Goes past an escape sequence; a wrong one is reported, or remembered where only some templates may hold it.</summary>
    private int ScanEscape(int start, bool report)
    {
        var at = start + 1;
        if (at >= end)
        {
            ErrorAt(end, end, "Unexpected end of text");
            return end;
        }

        switch (buffer[at])
        {
            case (byte)'0' when !IsDigit(buffer[at + 1]):
                return at + 1;

            case >= (byte)'0' and <= (byte)'7':
                var most = buffer[at] <= '3' ? 3 : 2;
                var last = at + 1;
                while (last < at + most && buffer[last] is >= (byte)'0' and <= (byte)'7')
                    last++;
                return WrongEscape(start, last, report, "Octal escape sequences are not allowed");

            case (byte)'8' or (byte)'9':
                return WrongEscape(start, at + 1, report, "This escape sequence is not allowed");

            case (byte)'x':
                return ScanHexEscape(start, at + 1, 2, report);

            case (byte)'u' when buffer[at + 1] == '{':
                return ScanWideEscape(start, report);

            case (byte)'u':
                return ScanHexEscape(start, at + 1, 4, report);

            case (byte)'\r' when buffer[at + 1] == '\n':
                return at + 2;

            default:
                return at + 1;
        }
    }

    private int ScanHexEscape(int start, int from, int digits, bool report)
    {
        for (var at = from; at < from + digits; at++)
        {
            if (HexValue(buffer[at]) >= 0)
                continue;
            if (report)
                ErrorAt(at, at, "Hexadecimal digit expected");
            return WrongEscape(start, at, report: false, "");
        }

        return from + digits;
    }

    /// <summary>"\u{1F600}"</summary>
    private int ScanWideEscape(int start, bool report)
    {
        var first = start + 3;
        var at = first;
        var value = 0;
        for (; HexValue(buffer[at]) >= 0; at++)
            value = Math.Min((value * 16) + HexValue(buffer[at]), 0x200000);

        if (at == first)
            return WrongEscape(at, at, report, "Hexadecimal digit expected");
        if (value > 0x10FFFF)
            WrongEscape(first, at, report, "An extended Unicode escape value must be between 0x0 and 0x10FFFF inclusive");
        if (buffer[at] != '}')
            return WrongEscape(at, at, report, "Unterminated Unicode escape sequence");
        return at + 1;
    }

    private int WrongEscape(int start, int after, bool report, string message)
    {
        tokenFlags |= TokenFlags.InvalidTemplate;
        if (report)
            ErrorAt(start, after, message);
        return Math.Min(after, end);
    }

    // ---- tokens that are read again

    /// <summary>A "&gt;" together with what follows it, where an operator may stand.</summary>
    private void RescanGreater()
    {
        if (token != TokenKind.GreaterThan)
            return;

        switch (buffer[pos], buffer[pos + 1], buffer[pos + 2])
        {
            case ((byte)'>', (byte)'>', (byte)'='): Take(TokenKind.GreaterThanGreaterThanGreaterThanEquals, 4); break;
            case ((byte)'>', (byte)'>', _): Take(TokenKind.GreaterThanGreaterThanGreaterThan, 3); break;
            case ((byte)'>', (byte)'=', _): Take(TokenKind.GreaterThanGreaterThanEquals, 3); break;
            case ((byte)'>', _, _): Take(TokenKind.GreaterThanGreaterThan, 2); break;
            case ((byte)'=', _, _): Take(TokenKind.GreaterThanEquals, 2); break;
        }
    }

    /// <summary>The first "&lt;" of a "&lt;&lt;", where a list of type arguments may begin with a generic function type.</summary>
    private void RescanLessThan()
    {
        if (token == TokenKind.LessThanLessThan)
            Take(TokenKind.LessThan, 1);
    }

    /// <summary>A template's middle or tail, from the "}" before it; or a whole template, to report wrong escapes in it.</summary>
    private void RescanTemplate(bool reportEscapes)
    {
        pos = tokenStart;
        ScanTemplate(reportEscapes);
    }

    /// <summary>A regular expression from its "/". What is in it is not looked at, but for where it ends.</summary>
    private void RescanSlash()
    {
        var at = tokenStart + 1;
        var inClass = false;
        token = TokenKind.RegularExpression;
        while (true)
        {
            var b = buffer[at];
            if (at >= end || b is (byte)'\n' or (byte)'\r' || (b == 0xE2 && IsWideLineEnd(buffer.AsSpan(at, 3))))
            {
                pos = EndOfUnterminatedRegularExpression(at);
                ErrorAt(tokenStart, pos, "Unterminated regular expression literal");
                return;
            }

            if (b == '/' && !inClass)
                break;

            switch (b)
            {
                case (byte)'\\' when at + 1 < end && buffer[at + 1] is not ((byte)'\n' or (byte)'\r' or 0xE2):
                    at++;
                    break;
                case (byte)'[':
                    inClass = true;
                    break;
                case (byte)']':
                    inClass = false;
                    break;
            }

            at++;
        }

        // Flags are name characters; which of them mean something is not decided here.
        var kind = token;
        ScanName(at + 1);
        token = kind;
    }

    /// <summary>A regular expression without an end reaches to the first closing bracket that nothing in it opened.</summary>
    private int EndOfUnterminatedRegularExpression(int limit)
    {
        var classes = 0;
        var groups = 0;
        var inQuantifier = false;
        var at = tokenStart + 1;
        for (; at < limit; at++)
        {
            var b = buffer[at];
            if (b == '\\')
            {
                at++;
            }
            else if (b == '[')
            {
                classes++;
            }
            else if (b == ']' && classes > 0)
            {
                classes--;
            }
            else if (classes == 0)
            {
                if (b == '{')
                    inQuantifier = true;
                else if (b == '}' && inQuantifier)
                    inQuantifier = false;
                else if (inQuantifier)
                    continue;
                else if (b == '(')
                    groups++;
                else if (b == ')' && groups > 0)
                    groups--;
                else if (b is (byte)')' or (byte)']' or (byte)'}')
                    break;
            }
        }

        at = Math.Min(at, limit);
        while (at > tokenStart + 1 && buffer[at - 1] is (byte)' ' or (byte)'\t' or (byte)';')
            at--;
        return at;
    }

    // ---- JSX

    /// <summary>Text between tags, or the tag or brace that ends it. No white space is skipped: it is text.</summary>
    private void ScanJsxToken()
    {
        fullStart = tokenStart = pos;
        var b = buffer[pos];
        if (pos >= end || gaveUp)
        {
            token = TokenKind.EndOfFile;
            return;
        }

        if (b == '<')
        {
            if (buffer[pos + 1] == '/')
                Take(TokenKind.LessThanSlash, 2);
            else
                Take(TokenKind.LessThan, 1);
            return;
        }

        if (b == '{')
        {
            Take(TokenKind.OpenBrace, 1);
            return;
        }

        var at = pos;
        while (true)
        {
            at = NextJsxStop(at);
            b = buffer[at];
            if (at >= end || b is (byte)'{' or (byte)'<')
                break;
            if (b == '>')
                ErrorAt(at, at + 1, "Unexpected token. Did you mean `{'>'}` or `&gt;`?");
            else if (b == '}')
                ErrorAt(at, at + 1, "Unexpected token. Did you mean `{'}'}` or `&rbrace;`?");
            at++;
        }

        pos = at;
        token = TokenKind.JsxText;
    }

    private int NextJsxStop(int at)
    {
        while (true)
        {
            var bytes = Load(at);
            var stops = (Vector128.Equals(bytes, Vector128.Create((byte)'{')) | Vector128.Equals(bytes, Vector128.Create((byte)'<'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'>')) | Vector128.Equals(bytes, Vector128.Create((byte)'}'))
                | Vector128.Equals(bytes, Vector128<byte>.Zero)).ExtractMostSignificantBits();
            if (stops != 0)
                return Math.Min(at + BitOperations.TrailingZeroCount(stops), end);
            at += 16;
        }
    }

    /// <summary>Reads the current token again as JSX text, with the white space and comments before it.</summary>
    private void RescanJsxToken()
    {
        pos = fullStart;
        while (commentCount > 0 && comments[commentCount - 1].Span.Start >= pos)
            commentCount--;
        ScanJsxToken();
    }

    /// <summary>Makes the rest of "data-name" part of the name that the current token is.</summary>
    private void ScanJsxName()
    {
        if (!IsName(token) || (tokenFlags & TokenFlags.Escaped) != 0)
            return;

        while (buffer[pos] == '-' && pos < end)
        {
            pos++;
            if (NameBits(Load(pos)) is var bits && (bits & 1) == 0 && buffer[pos] < 0x80)
                continue;
            var kind = token;
            ScanName(pos);
            token = kind;
        }
    }

    /// <summary>An attribute's value from behind its "=": such a string knows no escapes and may hold line ends.</summary>
    private void ScanJsxAttributeValue()
    {
        fullStart = pos;
        if (gaveUp || buffer[pos] is not ((byte)'"' or (byte)'\''))
        {
            Scan();
            return;
        }

        tokenStart = pos;
        token = TokenKind.StringLiteral;
        var length = buffer.AsSpan(pos + 1, Math.Max(0, end - pos - 1)).IndexOf(buffer[pos]);
        pos = length < 0 ? end : pos + length + 2;
        if (length < 0)
            ErrorAt(pos, pos, "Unterminated string literal");
    }
}
