namespace Hostile.Syntax.Text;

/// <summary>A half-open range of bytes in a file's UTF-8 text.</summary>
/// <param name="Start">Offset of the first byte.</param>
/// <param name="End">Offset just past the last byte.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Bytes covered.</summary>
    public int Length => End - Start;

    /// <summary>Reports whether <paramref name="offset"/> lies inside.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>Reports whether <paramref name="other"/> lies wholly inside, edges included.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public override string ToString() => $"[{Start}..{End})";
}
