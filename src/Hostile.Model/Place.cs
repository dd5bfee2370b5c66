using System.Text;
using Hostile.Syntax.Text;

namespace Hostile.Model;

/// <summary>A stretch of a file that a reader can be sent to.</summary>
/// <param name="Source">The file.</param>
/// <param name="Span">Bytes in its text.</param>
public readonly record struct Place(SourceText Source, TextSpan Span) : IComparable<Place>
{
    public string Path => Source.Path;

    /// <summary>Line of the first byte, counting from 1.</summary>
    public int Line => Source.Lines.LineOf(Span.Start);

    /// <summary>Line of the last byte, counting from 1.</summary>
    public int EndLine => Source.Lines.LineOf(Math.Max(Span.Start, Span.End - 1));

    /// <summary>Column of the first byte in UTF-16 code units, counting from 1, as editors and SARIF count.</summary>
    public int Column => Utf16Column(Span.Start);

    /// <summary>Column just past the last byte, in UTF-16 code units, counting from 1.</summary>
    public int EndColumn => Utf16Column(Span.End);

    /// <summary>The text of the span.</summary>
    public string Text => Encoding.UTF8.GetString(Source.Bytes.Span[Span.Start..Span.End]);

    /// <summary>By path, then by position: the order of every listing.</summary>
    public int CompareTo(Place other)
    {
        var byPath = string.CompareOrdinal(Path, other.Path);
        return byPath != 0 ? byPath : Span.Start != other.Span.Start ? Span.Start.CompareTo(other.Span.Start) : Span.End.CompareTo(other.Span.End);
    }

    public override string ToString() => $"{Path}:{Line}";

    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;

    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;

    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;

    private int Utf16Column(int offset)
    {
        var line = offset == Span.End && offset > Span.Start ? EndLine : Source.Lines.LineOf(offset);
        var start = Source.Lines.StartOf(line);
        return Encoding.UTF8.GetCharCount(Source.Bytes.Span[start..offset]) + 1;
    }
}
