using System.Collections.Immutable;
using Hostile.Syntax.Sql;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Types;

/// <summary>A stretch of a text that a program puts together.</summary>
/// <param name="Text">The decoded text; empty for a hole.</param>
/// <param name="Node">The literal or template piece that says it, or the expression that fills the hole.</param>
/// <param name="IsHole">Whether the program puts in a value here that is not known.</param>
public readonly record struct TextPiece(string Text, SyntaxNode Node, bool IsHole);

/// <summary>The text of an expression as far as it is constant: pieces of text and holes, in order.</summary>
public sealed class ConstantText
{
    internal ConstantText(ImmutableArray<TextPiece> pieces) => Pieces = pieces;

    public ImmutableArray<TextPiece> Pieces { get; }

    /// <summary>The same with other words in the pieces that are known.</summary>
    internal ConstantText With(Func<string, string> words) => new([.. Pieces.Select(piece => piece.IsHole ? piece : piece with { Text = words(piece.Text) })]);

    /// <summary>Whether all of it is known.</summary>
    public bool IsComplete => Pieces.All(p => !p.IsHole);

    /// <summary>Whether any of it is known.</summary>
    public bool HasText => Pieces.Any(p => !p.IsHole && p.Text.Length > 0);

    /// <summary>The whole text when all of it is known, else null.</summary>
    public string? Whole => IsComplete ? string.Concat(Pieces.Select(p => p.Text)) : null;

    /// <summary>The expressions in the holes, in order: hole n of <see cref="ToSql"/> is the n-th.</summary>
    public ImmutableArray<SyntaxNode> Holes => [.. Pieces.Where(p => p.IsHole).Select(p => p.Node)];

    /// <summary>The text as SQL with holes.</summary>
    public SqlText ToSql()
    {
        var texts = new List<string> { "" };
        foreach (var piece in Pieces)
        {
            if (piece.IsHole)
                texts.Add("");
            else
                texts[^1] += piece.Text;
        }

        return SqlText.FromPieces([.. texts]);
    }

    /// <summary>The piece of source that the text at a place of <see cref="ToSql"/> comes from: the literal, or the expression in the hole.</summary>
    public SyntaxNode SourceOf(int offset)
    {
        foreach (var piece in Pieces)
        {
            var length = piece.IsHole ? 1 : piece.Text.Length;
            if (offset < length)
                return piece.Node;
            offset -= length;
        }

        return Pieces.IsEmpty ? default : Pieces[^1].Node;
    }

    public override string ToString() => string.Concat(Pieces.Select(p => p.IsHole ? "${…}" : p.Text));
}
