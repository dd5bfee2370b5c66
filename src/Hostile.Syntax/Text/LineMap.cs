namespace Hostile.Syntax.Text;

/// <summary>Where the lines of a text begin; turns byte offsets into lines and columns.</summary>
public sealed class LineMap
{
    private readonly int[] starts;

    /// <param name="starts">Offsets of the first byte of every line, ascending, the first being 0.</param>
    public LineMap(int[] starts) => this.starts = starts;

    /// <summary>Number of lines; at least one.</summary>
    public int Count => starts.Length;

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
