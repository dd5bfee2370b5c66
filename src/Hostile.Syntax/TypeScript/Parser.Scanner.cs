using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Hostile.Syntax.TypeScript;

/// <summary>The scanner: one token at a time, on the parser's demand, since what bytes mean depends on what is being parsed.</summary>
public sealed partial class Parser
{
    /// <summary>Zero bytes behind the text, so that vectors may be loaded anywhere in it.</summary>
    private const int Padding = 64;

    private readonly Keywords.Table keywords = Keywords.All;
    private byte[] buffer;

    /// <summary>Where the text ends; while a comment is read, where that does. There are zeros from there on.</summary>
    private int end;

    /// <summary>Just past the current token.</summary>
    private int pos;
    private int tokenStart;

    /// <summary>Just past the token before the current one: where the white space before the current one begins.</summary>
    private int fullStart;
    private TokenKind token;
    private TokenFlags tokenFlags;

    /// <summary>Signs that begin no longer token, by byte.</summary>
    private static ReadOnlySpan<TokenKind> Singles => [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, TokenKind.OpenParen, TokenKind.CloseParen, 0, 0, TokenKind.Comma, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, TokenKind.Colon, TokenKind.Semicolon, 0, 0, 0, 0,
        TokenKind.At, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, TokenKind.OpenBracket, 0, TokenKind.CloseBracket, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, TokenKind.OpenBrace, 0, TokenKind.CloseBrace, TokenKind.Tilde, 0];

    /// <summary>What else is known of a token.</summary>
    [Flags]
    private enum TokenFlags : byte
    {
        None = 0,
        PrecedingLineBreak = 1,
        Escaped = 2,
        InvalidTemplate = 4,
    }

    private bool HasPrecedingLineBreak => (tokenFlags & TokenFlags.PrecedingLineBreak) != 0;

    /// <summary>Goes to the next token; a keyword that was written with escapes is an error here, where it has been used as a keyword.</summary>
    private void NextToken()
    {
        if ((tokenFlags & TokenFlags.Escaped) != 0 && IsKeyword(token))
            ErrorAtToken("Keywords cannot contain escape characters");
        Scan();
    }

    private void Scan()
    {
        if (gaveUp)
        {
            StandAtEnd();
            return;
        }

        var text = buffer;
        fullStart = pos;
        tokenFlags = TokenFlags.None;
        while (true)
        {
            var at = pos;
            var b = text[at];
            if (b == ' ')
            {
                b = text[++at];
                if (b == ' ')
                {
                    at = SkipSpaces(at + 1);
                    b = text[at];
                }

                pos = at;
            }

            tokenStart = at;
            if ((uint)(b - 'a') <= 'z' - 'a')
            {
                ScanWord(at);
                return;
            }

            // One byte that is one token, whatever follows
            var single = Singles[b & 0x7F];
            if (single != TokenKind.None && b < 0x80)
            {
                token = single;
                pos = at + 1;
                return;
            }

            switch (b)
            {
                case (byte)'\n':
                    tokenFlags |= TokenFlags.PrecedingLineBreak;
                    pos = text[at + 1] == ' ' ? SkipSpaces(at + 2) : at + 1;
                    continue;

                case (byte)'\r':
                    tokenFlags |= TokenFlags.PrecedingLineBreak;
                    pos = at + 1;
                    continue;

                case (byte)'\t' or (byte)'\v' or (byte)'\f':
                    pos = at + 1;
                    continue;

                case (>= (byte)'A' and <= (byte)'Z') or (byte)'_' or (byte)'$':
                    ScanName(at);
                    return;

                case >= (byte)'0' and <= (byte)'9':
                    ScanNumber();
                    return;

                case (byte)'"' or (byte)'\'':
                    ScanString();
                    return;

                case (byte)'`':
                    ScanTemplate(reportEscapes: false);
                    return;

                case (byte)'.':
                    if (IsDigit(text[at + 1]))
                        ScanNumber();
                    else if (text[at + 1] == '.' && text[at + 2] == '.')
                        Take(TokenKind.DotDotDot, 3);
                    else
                        Take(TokenKind.Dot, 1);
                    return;

                case (byte)'=':
                    if (text[at + 1] == '>')
                        Take(TokenKind.Arrow, 2);
                    else if (text[at + 1] != '=')
                        Take(TokenKind.Equals, 1);
                    else if (SkippedConflict())
                        continue;
                    else if (text[at + 2] == '=')
                        Take(TokenKind.EqualsEqualsEquals, 3);
                    else
                        Take(TokenKind.EqualsEquals, 2);
                    return;

                case (byte)'/':
                    if (text[at + 1] == '/')
                    {
                        ScanLineComment(at + 2);
                        continue;
                    }

                    if (text[at + 1] == '*')
                    {
                        ScanBlockComment();
                        continue;
                    }

                    TakeWithEquals(TokenKind.Slash, TokenKind.SlashEquals);
                    return;

                case (byte)'?':
                    if (text[at + 1] == '.' && !IsDigit(text[at + 2]))
                        Take(TokenKind.QuestionDot, 2);
                    else if (text[at + 1] != '?')
                        Take(TokenKind.Question, 1);
                    else if (text[at + 2] == '=')
                        Take(TokenKind.QuestionQuestionEquals, 3);
                    else
                        Take(TokenKind.QuestionQuestion, 2);
                    return;

                case (byte)'!':
                    if (text[at + 1] != '=')
                        Take(TokenKind.Exclamation, 1);
                    else if (text[at + 2] == '=')
                        Take(TokenKind.ExclamationEqualsEquals, 3);
                    else
                        Take(TokenKind.ExclamationEquals, 2);
                    return;

                case (byte)'+':
                    if (text[at + 1] == '+')
                        Take(TokenKind.PlusPlus, 2);
                    else
                        TakeWithEquals(TokenKind.Plus, TokenKind.PlusEquals);
                    return;

                case (byte)'-':
                    // "-->" at the start of a line of an old script is a comment.
                    if (htmlComments && text[at + 1] == '-' && text[at + 2] == '>' && (HasPrecedingLineBreak || fullStart == 0))
                    {
                        sawHtmlComment = true;
                        ScanLineComment(at + 3);
                        continue;
                    }

                    if (text[at + 1] == '-')
                        Take(TokenKind.MinusMinus, 2);
                    else
                        TakeWithEquals(TokenKind.Minus, TokenKind.MinusEquals);
                    return;

                case (byte)'*':
                    if (text[at + 1] != '*')
                        TakeWithEquals(TokenKind.Asterisk, TokenKind.AsteriskEquals);
                    else if (text[at + 2] == '=')
                        Take(TokenKind.AsteriskAsteriskEquals, 3);
                    else
                        Take(TokenKind.AsteriskAsterisk, 2);
                    return;

                case (byte)'%': TakeWithEquals(TokenKind.Percent, TokenKind.PercentEquals); return;
                case (byte)'^': TakeWithEquals(TokenKind.Caret, TokenKind.CaretEquals); return;

                case (byte)'&':
                    if (text[at + 1] != '&')
                        TakeWithEquals(TokenKind.Ampersand, TokenKind.AmpersandEquals);
                    else if (text[at + 2] == '=')
                        Take(TokenKind.AmpersandAmpersandEquals, 3);
                    else
                        Take(TokenKind.AmpersandAmpersand, 2);
                    return;

                case (byte)'|':
                    if (text[at + 1] != '|')
                        TakeWithEquals(TokenKind.Bar, TokenKind.BarEquals);
                    else if (SkippedConflict())
                        continue;
                    else if (text[at + 2] == '=')
                        Take(TokenKind.BarBarEquals, 3);
                    else
                        Take(TokenKind.BarBar, 2);
                    return;

                case (byte)'<':
                    // "<!--" in an old script is a comment.
                    if (htmlComments && text[at + 1] == '!' && text[at + 2] == '-' && text[at + 3] == '-')
                    {
                        sawHtmlComment = true;
                        ScanLineComment(at + 4);
                        continue;
                    }

                    if (text[at + 1] == '<')
                    {
                        if (SkippedConflict())
                            continue;
                        if (text[at + 2] == '=')
                            Take(TokenKind.LessThanLessThanEquals, 3);
                        else
                            Take(TokenKind.LessThanLessThan, 2);
                    }
                    else if (text[at + 1] == '=')
                    {
                        Take(TokenKind.LessThanEquals, 2);
                    }
                    else if (jsx && text[at + 1] == '/' && text[at + 2] != '*')
                    {
                        Take(TokenKind.LessThanSlash, 2);
                    }
                    else
                    {
                        Take(TokenKind.LessThan, 1);
                    }

                    return;

                case (byte)'>':
                    // ">>" and ">=" are put together by the parser where they are operators: "A<B<C>>" has none.
                    if (text[at + 1] == '>' && SkippedConflict())
                        continue;
                    Take(TokenKind.GreaterThan, 1);
                    return;

                case (byte)'#':
                    if (at == 0 && text[1] == '!')
                    {
                        pos = EndOfLine(at);
                        continue;
                    }

                    ScanPrivateName(at);
                    return;

                case (byte)'\\':
                    ScanEscapedName(at, at);
                    return;

                case 0 when at >= end:
                    token = TokenKind.EndOfFile;
                    return;

                default:
                    if (b < 0x80)
                    {
                        // NUL and other controls: one token for a run of them.
                        do
                            pos++;
                        while (pos < end && text[pos] == b);
                        ErrorAt(at, pos, "Invalid character");
                        token = TokenKind.None;
                        return;
                    }

                    if (ScanBeyondAscii(at))
                        return;
                    continue;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(TokenKind kind, int length)
    {
        token = kind;
        pos = tokenStart + length;
    }

    private void TakeWithEquals(TokenKind kind, TokenKind withEquals)
    {
        if (buffer[tokenStart + 1] == '=')
            Take(withEquals, 2);
        else
            Take(kind, 1);
    }

    private int SkipSpaces(int at)
    {
        while (true)
        {
            var others = ~Vector128.Equals(Load(at), Vector128.Create((byte)' ')).ExtractMostSignificantBits() & 0xFFFF;
            if (others != 0)
                return at + BitOperations.TrailingZeroCount(others);
            at += 16;
        }
    }

    /// <summary>Sixteen bytes from an offset in the text; the zeros behind it make that safe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> Load(int at) => Vector128.Create(new ReadOnlySpan<byte>(buffer, at, 16));

    // ---- names

    /// <summary>One bit for each of sixteen bytes that may stand in a name, ASCII only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint NameBits(Vector128<byte> bytes)
    {
        var letters = Vector128.LessThanOrEqual((bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)25));
        var digits = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        var others = Vector128.Equals(bytes, Vector128.Create((byte)'_')) | Vector128.Equals(bytes, Vector128.Create((byte)'$'));
        return (letters | digits | others).ExtractMostSignificantBits();
    }

    /// <summary>A name that may be a keyword.</summary>
    private void ScanWord(int at)
    {
        var bytes = Load(at);
        var others = ~NameBits(bytes) & 0xFFFF;
        if (others == 0)
        {
            ScanName(at + 16);
            return;
        }

        var length = BitOperations.TrailingZeroCount(others);
        pos = at + length;
        // A wide space ends a keyword as a narrow one does.
        var next = buffer[pos];
        if (next >= 0x80 ? Decode(pos, out var rune, out _) && IsNamePart(rune) : next == '\\')
            ScanName(pos);
        else
            token = length is >= 2 and <= Keywords.Longest ? Keywords.Find(keywords, bytes, length) : TokenKind.Identifier;
    }

    /// <summary>The rest of a name that is no keyword, from an offset inside it.</summary>
    private void ScanName(int at)
    {
        while (true)
        {
            var others = ~NameBits(Load(at)) & 0xFFFF;
            if (others == 0)
            {
                at += 16;
                continue;
            }

            at += BitOperations.TrailingZeroCount(others);
            var b = buffer[at];
            if (b >= 0x80)
            {
                if (Decode(at, out var rune, out var length) && IsNamePart(rune))
                {
                    at += length;
                    continue;
                }
            }
            else if (b == '\\')
            {
                ScanEscapedName(tokenStart, at);
                return;
            }

            pos = at;
            token = TokenKind.Identifier;
            return;
        }
    }

    /// <summary>A name with escapes in it: "\u0061wait". Such a name may still be a keyword.</summary>
    private void ScanEscapedName(int start, int at)
    {
        var cooked = new StringBuilder();
        var read = start;
        while (true)
        {
            if (read < at)
            {
                // Before the first escape lie bytes that are known to be a name's.
                Decode(read, out var known, out var knownLength);
                cooked.Append(known.ToString());
                read += knownLength;
            }
            else if (buffer[read] == '\\')
            {
                if (!PeekEscape(read, out var escaped, out var length) || !(cooked.Length == 0 ? IsNameStart(escaped) : IsNamePart(escaped)))
                    break;
                cooked.Append(escaped.ToString());
                tokenFlags |= TokenFlags.Escaped;
                sawEscapedName = true;
                read += length;
            }
            else if (Decode(read, out var rune, out var length) && IsNamePart(rune) && read < end)
            {
                cooked.Append(rune.ToString());
                read += length;
            }
            else
            {
                break;
            }
        }

        if (cooked.Length == 0)
        {
            pos = start + 1;
            ErrorAt(start, pos, "Invalid character");
            token = TokenKind.None;
            return;
        }

        pos = read;
        token = Keywords.Find(keywords, cooked.ToString());
    }

    /// <summary>The character that "\u0041" or "\u{41}" at an offset stands for.</summary>
    private bool PeekEscape(int at, out Rune rune, out int length)
    {
        rune = default;
        length = 0;
        if (buffer[at + 1] != 'u')
            return false;

        var value = 0;
        var digits = at + 2;
        if (buffer[digits] == '{')
        {
            digits++;
            var first = digits;
            for (; HexValue(buffer[digits]) >= 0; digits++)
                value = Math.Min((value * 16) + HexValue(buffer[digits]), 0x200000);
            if (digits == first || buffer[digits] != '}')
                return false;
            digits++;
        }
        else
        {
            for (; digits < at + 6; digits++)
            {
                if (HexValue(buffer[digits]) < 0)
                    return false;
                value = (value * 16) + HexValue(buffer[digits]);
            }
        }

        length = digits - at;
        return Rune.TryCreate(value, out rune);
    }

    /// <summary>"#name"</summary>
    private void ScanPrivateName(int at)
    {
        if (at != 0 && buffer[at + 1] == '!')
        {
            ErrorAt(at, at + 2, "'#!' can only be used at the start of a file");
            Take(TokenKind.None, 1);
            return;
        }

        var next = buffer[at + 1];
        if (IsAsciiNameStart(next) || (next >= 0x80 && Decode(at + 1, out var rune, out _) && IsNameStart(rune)))
        {
            ScanName(at + 1);
        }
        else if (next == '\\' && PeekEscape(at + 1, out var escaped, out _) && IsNameStart(escaped))
        {
            ScanEscapedName(at + 1, at + 1);
        }
        else
        {
            pos = at + 1;
            ErrorAt(at, pos, "Invalid character");
        }

        // A keyword that follows the "#" is a name like others, escaped or not.
        tokenFlags &= ~TokenFlags.Escaped;
        token = TokenKind.PrivateIdentifier;
    }

    /// <summary>White space, names and others beyond ASCII; false if it was white space.</summary>
    private bool ScanBeyondAscii(int at)
    {
        if (!Decode(at, out var rune, out var length) || rune.Value == 0xFFFD)
        {
            ErrorAt(at, at + 1, "This is not UTF-8 text");
            pos = end;
            token = TokenKind.None;
            return true;
        }

        pos = at + length;
        if (IsNameStart(rune))
        {
            ScanName(pos);
            return true;
        }

        if (rune.Value is 0x2028 or 0x2029)
        {
            tokenFlags |= TokenFlags.PrecedingLineBreak;
            return false;
        }

        if (rune.Value is 0x85 or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200B) or 0x202F or 0x205F or 0x3000 or 0xFEFF)
            return false;

        ErrorAt(at, pos, "Invalid character");
        token = TokenKind.None;
        return true;
    }

    /// <summary>The character at an offset; false if the bytes are no UTF-8.</summary>
    private bool Decode(int at, out Rune rune, out int length) =>
        Rune.DecodeFromUtf8(buffer.AsSpan(at, 4), out rune, out length) == System.Buffers.OperationStatus.Done;

    private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;

    private static bool IsAsciiNameStart(byte b) => (uint)((b | 0x20) - 'a') <= 25 || b is (byte)'_' or (byte)'$';

    private static bool IsNameStart(Rune rune) => rune.IsAscii ? IsAsciiNameStart((byte)rune.Value)
        : Rune.GetUnicodeCategory(rune) is <= System.Globalization.UnicodeCategory.OtherLetter or System.Globalization.UnicodeCategory.LetterNumber
            || rune.Value is 0x1885 or 0x1886 or 0x2118 or 0x212E or 0x309B or 0x309C;

    private static bool IsNamePart(Rune rune) => rune.IsAscii ? IsAsciiNameStart((byte)rune.Value) || IsDigit((byte)rune.Value)
        : IsNameStart(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.DecimalDigitNumber
                or System.Globalization.UnicodeCategory.ConnectorPunctuation
            || rune.Value is 0x200C or 0x200D or 0xB7 or 0x387 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0x30FB or 0xFF65;

    private static int HexValue(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
