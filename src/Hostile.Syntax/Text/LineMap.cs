using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Hostile.Syntax.Text;

/// <summary>Where the lines of a text begin; turns byte offsets into lines and columns.</summary>
public sealed class LineMap
{
    /// <summary>The first byte of U+2028 and U+2029, which end lines in this language.</summary>
    private const byte FirstOfWide = 0xE2;

    private readonly int[] starts;

    /// <param name="starts">Offsets of the first byte of every line, ascending, the first being 0.</param>
    public LineMap(int[] starts) => this.starts = starts;

    /// <summary>Number of lines; at least one.</summary>
    public int Count => starts.Length;

    /// <summary>Finds the lines of a UTF-8 text, which end with LF, CR, both, U+2028 or U+2029 as in the language.</summary>
    public static LineMap Of(ReadOnlySpan<byte> text)
    {
        var found = ArrayPool<int>.Shared.Rent(Math.Max(64, text.Length / 24));
        found[0] = 0;
        var count = 1;
        var at = 0;
        for (; at + 16 <= text.Length; at += 16)
        {
            var bytes = Vector128.Create(text.Slice(at, 16));
            var ends = (Vector128.Equals(bytes, Vector128.Create((byte)'\n')) | Vector128.Equals(bytes, Vector128.Create((byte)'\r'))
                | Vector128.Equals(bytes, Vector128.Create(FirstOfWide))).ExtractMostSignificantBits();
            if (ends == 0)
                continue;

            if (count + 16 > found.Length)
                found = Larger(found, count);
            for (; ends != 0; ends &= ends - 1)
            {
                if (LengthOfEnd(text, at + BitOperations.TrailingZeroCount(ends)) is > 0 and var length)
                    found[count++] = at + BitOperations.TrailingZeroCount(ends) + length;
            }
        }

        for (; at < text.Length; at++)
        {
            if (LengthOfEnd(text, at) is not (> 0 and var length))
                continue;
            if (count == found.Length)
                found = Larger(found, count);
            found[count++] = at + length;
        }

        var starts = found.AsSpan(0, count).ToArray();
        ArrayPool<int>.Shared.Return(found);
        return new(starts);
    }

    /// <summary>How many bytes the line end at an offset has; 0 if there is none, or if the next byte ends the same line.</summary>
    private static int LengthOfEnd(ReadOnlySpan<byte> text, int at) => text[at] switch
    {
        (byte)'\n' => 1,
        (byte)'\r' => at + 1 < text.Length && text[at + 1] == '\n' ? 0 : 1,
        FirstOfWide when at + 2 < text.Length && text[at + 1] == 0x80 && text[at + 2] is 0xA8 or 0xA9 => 3,
        _ => 0,
    };

    private static int[] Larger(int[] found, int count)
    {
        var larger = ArrayPool<int>.Shared.Rent(found.Length * 2);
        found.AsSpan(0, count).CopyTo(larger);
        ArrayPool<int>.Shared.Return(found);
        return larger;
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
