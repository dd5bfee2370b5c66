using System.Collections.Immutable;
using System.Text;

namespace Hostile.Syntax.Sql;

/// <summary>A half-open range of offsets in a <see cref="SqlText"/>.</summary>
public readonly record struct SqlSpan(int Start, int End)
{
    public int Length => End - Start;

    public override string ToString() => $"{Start}..{End}";
}

/// <summary>SQL as a program holds it: decoded text with holes where the program puts in values, names or whole clauses.</summary>
/// <remarks>
/// A hole takes one place in <see cref="Text"/>, marked by <see cref="HoleMark"/>. The mark alone means nothing: a text may
/// contain that character itself, and only the offsets in <see cref="Holes"/> are holes.
/// </remarks>
public sealed class SqlText
{
    /// <summary>The character that stands at a hole's offset.</summary>
    public const char HoleMark = '\uFFFC';

    private SqlText(string text, ImmutableArray<int> holes)
    {
        Text = text;
        Holes = holes;
    }

    /// <summary>The whole text; a hole is one character long.</summary>
    public string Text { get; }

    /// <summary>Offset of each hole, ascending; a hole's index is its place in this list.</summary>
    public ImmutableArray<int> Holes { get; }

    /// <summary>A text without holes.</summary>
    public static SqlText Of(string text) => new(text, []);

    /// <summary>A template: hole n stands between piece n and piece n + 1.</summary>
    public static SqlText FromPieces(params ReadOnlySpan<string> pieces)
    {
        var text = new StringBuilder();
        var holes = ImmutableArray.CreateBuilder<int>(Math.Max(0, pieces.Length - 1));
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0)
            {
                holes.Add(text.Length);
                text.Append(HoleMark);
            }
            text.Append(pieces[i]);
        }
        return new(text.ToString(), holes.ToImmutable());
    }

    /// <summary>Index of the hole at an offset, or -1.</summary>
    public int HoleAt(int offset)
    {
        var index = Holes.BinarySearch(offset);
        return index < 0 ? -1 : index;
    }

    /// <summary>The piece that an offset lies in and the offset within that piece; a hole belongs to the end of the piece before it.</summary>
    public (int Piece, int Offset) Locate(int offset)
    {
        var index = Holes.BinarySearch(offset);
        var piece = index < 0 ? ~index : index;
        return (piece, offset - (piece == 0 ? 0 : Holes[piece - 1] + 1));
    }

    /// <summary>The text of a span for people: a hole is shown as <c>${n}</c>.</summary>
    public string Show(SqlSpan span)
    {
        var first = Holes.BinarySearch(span.Start);
        if (first < 0)
            first = ~first;
        if (first >= Holes.Length || Holes[first] >= span.End)
            return Text[span.Start..span.End];

        var text = new StringBuilder();
        var from = span.Start;
        for (var hole = first; hole < Holes.Length && Holes[hole] < span.End; hole++)
        {
            text.Append(Text, from, Holes[hole] - from).Append("${").Append(hole).Append('}');
            from = Holes[hole] + 1;
        }
        return text.Append(Text, from, span.End - from).ToString();
    }

    public override string ToString() => Show(new(0, Text.Length));
}

/// <summary>Something in a text that PostgreSQL's grammar does not allow, or that this parser does not understand.</summary>
public readonly record struct SqlError(SqlSpan Span, string Message);
