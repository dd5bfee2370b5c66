using System.Buffers;

namespace Hostile.Syntax.Text;

/// <summary>Where the lines of a text begin; turns byte offsets into lines and columns.</summary>
public sealed class LineMap
{
    /// <summary>The first bytes of line ends: LF, CR and (0xE2) U+2028 and U+2029.</summary>
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create([(byte)'\n', (byte)'\r', 0xE2]);

    private readonly int[] starts;

    /// <param name="starts">Offsets of the first byte of every line, ascending, the first being 0.</param>
    public LineMap(int[] starts) => this.starts = starts;

    /// <summary>Number of lines; at least one.</summary>
    public int Count => starts.Length;

    /// <summary>Finds the lines of a UTF-8 text, which end with LF, CR, both, U+2028 or U+2029 as in the language.</summary>
    public static LineMap Of(ReadOnlySpan<byte> text)
    {
        var found = ArrayPool<int>.Shared.Rent(Math.Max(16, text.Length / 24));
        found[0] = 0;
        var count = 1;
        var at = 0;
        while (text[at..].IndexOfAny(LineEnds) is >= 0 and var distance)
        {
            at += distance + 1;
            switch (text[at - 1])
            {
                case (byte)'\r' when at < text.Length && text[at] == '\n':
                    at++;
                    break;
                case 0xE2 when at + 1 < text.Length && text[at] == 0x80 && text[at + 1] is 0xA8 or 0xA9:
                    at += 2;
                    break;
                case 0xE2:
                    continue;
            }

            if (count == found.Length)
            {
                var larger = ArrayPool<int>.Shared.Rent(count * 2);
                found.AsSpan(0, count).CopyTo(larger);
                ArrayPool<int>.Shared.Return(found);
                found = larger;
            }

            found[count++] = at;
        }

        var starts = found.AsSpan(0, count).ToArray();
        ArrayPool<int>.Shared.Return(found);
        return new(starts);
    }

    /// <summary>Offset of the first byte of a line.</summary>
    /// <param name="line">Counting from 1.</param>
    public int StartOf(int line) => starts[line - 1];

    /// <summary>The line that holds the offset, counting from 1.</summary>
    public int LineOf(int offset)
    {
        var found = Array.BinarySearch(starts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The column in bytes, counting from 1.</summary>
    public int ByteColumnOf(int offset) => offset - StartOf(LineOf(offset)) + 1;
}
