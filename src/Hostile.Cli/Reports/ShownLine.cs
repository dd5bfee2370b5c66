using System.Text;
using Hostile.Syntax.Text;

namespace Hostile.Cli.Reports;

/// <summary>A line of a source as a report shows it: without its line break, and cut around the place of interest when it is too long (a generated line may have megabytes).</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Offset">Byte offset of its first character in the source.</param>
/// <param name="Bytes">The source's bytes of <paramref name="Text"/>.</param>
/// <param name="CutBefore">Whether the line has more before it.</param>
/// <param name="CutAfter">Whether the line has more after it.</param>
public readonly record struct ShownLine(string Text, int Offset, ReadOnlyMemory<byte> Bytes, bool CutBefore, bool CutAfter)
{
    /// <summary>A line of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="line">Counting from 1.</param>
    /// <param name="around">The byte offset that must stay visible.</param>
    /// <param name="longest">The most characters to show.</param>
    public static ShownLine Of(SourceText source, int line, int around, int longest)
    {
        var all = source.Bytes;
        var start = source.Lines.StartOf(line);
        var end = line < source.Lines.Count ? source.Lines.StartOf(line + 1) : all.Length;
        end = start + WithoutBreak(all.Span[start..end]).Length;
        around = Math.Clamp(around, start, end);

        if (end - start <= longest)
            return Shown(start, end);

        var from = Back(all.Span, start, around, longest * 2 / 3);
        if (from > start)
            from = Back(all.Span, start, around, longest / 3);
        var to = Forward(all.Span, from, end, longest);
        return Shown(from, to);

        ShownLine Shown(int from, int to)
        {
            var bytes = all[from..to];
            return new(Encoding.UTF8.GetString(bytes.Span), from, bytes, from > start, to < end);
        }
    }

    /// <summary>The character of <see cref="Text"/> at a byte offset of the source, clamped to what is shown.</summary>
    public int IndexOf(int offset) =>
        Encoding.UTF8.GetCharCount(Bytes.Span[..Math.Clamp(offset - Offset, 0, Bytes.Length)]);

    private static ReadOnlySpan<byte> WithoutBreak(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd("\r\n"u8);
        // U+2028 and U+2029 end lines of TypeScript, too.
        return line.EndsWith("\u2028"u8) || line.EndsWith("\u2029"u8) ? line[..^3] : line;
    }

    private static int Back(ReadOnlySpan<byte> bytes, int start, int from, int characters)
    {
        for (; from > start && characters > 0; characters--)
        {
            Rune.DecodeLastFromUtf8(bytes[start..from], out _, out var length);
            from -= length;
        }

        return from;
    }

    private static int Forward(ReadOnlySpan<byte> bytes, int from, int end, int characters)
    {
        for (; from < end && characters > 0; characters--)
        {
            Rune.DecodeFromUtf8(bytes[from..end], out _, out var length);
            from += length;
        }

        return from;
    }
}
