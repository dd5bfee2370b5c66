using System.Buffers;

namespace Hostile.Syntax.TypeScript;

/// <summary>Comments and what else stands between tokens.</summary>
public sealed partial class Parser
{
    /// <summary>The first bytes of line ends: LF, CR and (0xE2) U+2028 and U+2029.</summary>
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create([(byte)'\n', (byte)'\r', 0xE2]);

    /// <summary>"// …"; a line's comment ends before its line end.</summary>
    private void ScanLineComment(int from)
    {
        pos = EndOfLine(from);
        AddComment(isBlock: false);
    }

    /// <summary>"/* … */"</summary>
    private void ScanBlockComment()
    {
        var rest = buffer.AsSpan(pos + 2, end - pos - 2);
        var length = rest.IndexOf("*/"u8);
        var body = length < 0 ? rest : rest[..length];
        if (HasLineEnd(body))
            tokenFlags |= TokenFlags.PrecedingLineBreak;

        pos = length < 0 ? end : pos + length + 4;
        if (length < 0)
            ErrorAt(pos, pos, "'*/' expected");
        AddComment(isBlock: true);
    }

    private void AddComment(bool isBlock)
    {
        if (commentCount == comments.Length)
        {
            var larger = ArrayPool<Comment>.Shared.Rent(commentCount * 2);
            comments.CopyTo(larger, 0);
            ArrayPool<Comment>.Shared.Return(comments);
            comments = larger;
        }

        comments[commentCount++] = new(new(tokenStart, pos), isBlock);
    }

    private static bool HasLineEnd(ReadOnlySpan<byte> text)
    {
        while (text.IndexOfAny(LineEnds) is >= 0 and var at)
        {
            if (text[at] != 0xE2 || IsWideLineEnd(text[at..]))
                return true;
            text = text[(at + 1)..];
        }

        return false;
    }

    /// <summary>U+2028 or U+2029.</summary>
    private static bool IsWideLineEnd(ReadOnlySpan<byte> text) => text.Length >= 3 && text[0] == 0xE2 && text[1] == 0x80 && text[2] is 0xA8 or 0xA9;

    /// <summary>The offset of the next line end, or the text's end.</summary>
    private int EndOfLine(int from)
    {
        if (from >= end)
            return end;

        var at = from;
        while (buffer.AsSpan(at, end - at).IndexOfAny(LineEnds) is >= 0 and var distance)
        {
            at += distance;
            if (buffer[at] != 0xE2 || IsWideLineEnd(buffer.AsSpan(at, end - at)))
                return at;
            at++;
        }

        return end;
    }

    /// <summary>
    /// Skips what a version control system leaves in files that it could not merge, and reports it:
    /// the lines of arrows, and all between "|||||||" or "=======" and the closing ">>>>>>>".
    /// </summary>
    private bool SkippedConflict()
    {
        var at = tokenStart;
        var sign = buffer[at];
        if (!IsConflictMarker(at))
            return false;

        ErrorAt(at, at + 7, "Merge conflict marker encountered");
        if (sign is (byte)'<' or (byte)'>')
        {
            pos = EndOfLine(at);
            return true;
        }

        at++;
        while (at < end && !(buffer[at] != sign && buffer[at] is (byte)'=' or (byte)'>' && IsConflictMarker(at)))
            at++;
        pos = at;
        return true;
    }

    /// <summary>Seven equal signs at the start of a line; all but "=======" are followed by a space.</summary>
    private bool IsConflictMarker(int at)
    {
        if (at > 0 && buffer[at - 1] is not ((byte)'\n' or (byte)'\r'))
            return false;

        var sign = buffer[at];
        for (var i = 1; i < 7; i++)
        {
            if (buffer[at + i] != sign)
                return false;
        }

        return sign == '=' || buffer[at + 7] == ' ';
    }
}
