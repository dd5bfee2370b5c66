using System.Collections.Immutable;
using System.Text;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>A stretch of SQL that calls put together: words, values of the program, and what is not known.</summary>
internal sealed class SqlPhrase
{
    private readonly List<Piece> pieces = [];

    /// <summary>Whether a part of it is not known.</summary>
    public bool HasUnknown => pieces.Exists(piece => piece.Kind is PieceKind.Unknown);

    /// <summary>The whole of what is unknown, where that is all; none otherwise.</summary>
    public SyntaxNode OnlyUnknown => pieces is [{ Kind: PieceKind.Unknown } only] ? only.Value.Node : default;

    public bool IsEmpty => pieces.Count == 0;

    /// <summary>What binds it together as a condition: <c>AND</c>, <c>OR</c>, words that are not looked at; empty for a single one.</summary>
    public string Binding { get; set; } = "";

    /// <summary>Whether the column that a value is compared with stands in it already.</summary>
    public bool NamesColumn { get; set; }

    public static SqlPhrase Of(string text) => new SqlPhrase().Add(text);

    public static SqlPhrase Unknown(SyntaxNode node)
    {
        var phrase = new SqlPhrase();
        phrase.pieces.Add(new(PieceKind.Unknown, "", new(node, "")));
        return phrase;
    }

    public static SqlPhrase Value(SyntaxNode node, string members = "")
    {
        var phrase = new SqlPhrase();
        phrase.pieces.Add(new(PieceKind.Value, "", new(node, members)));
        return phrase;
    }

    /// <summary>A name as PostgreSQL has it, whatever letters it is of.</summary>
    public static SqlPhrase Name(string name) => Of($"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");

    /// <summary>A name with its qualifiers: <c>public.users.id</c>.</summary>
    public static SqlPhrase Names(string dotted) => Joined(dotted.Split('.').Select(name => name == "*" ? Of("*") : Name(name)), ".");

    /// <summary>A string as a constant.</summary>
    public static SqlPhrase String(string text) => Of($"'{text.Replace("'", "''", StringComparison.Ordinal)}'");

    public static SqlPhrase Joined(IEnumerable<SqlPhrase> parts, string between)
    {
        var whole = new SqlPhrase();
        foreach (var part in parts)
        {
            if (!whole.IsEmpty)
                whole.Add(between);
            whole.Add(part);
        }

        return whole;
    }

    /// <summary>Several conditions as one; of one the same.</summary>
    public static SqlPhrase Conjunction(IReadOnlyList<SqlPhrase> parts, bool isOr)
    {
        if (parts.Count == 1)
            return parts[0];
        var binding = isOr ? "OR" : "AND";
        var whole = Joined(parts.Select(part => part.Binding.Length == 0 || part.Binding == binding ? part : part.InParentheses()), $" {binding} ");
        whole.Binding = binding;
        return whole;
    }

    /// <summary>What <c>column = value</c> and <c>column IS NULL</c>, of which the value chooses one, say together; null where they are not these.</summary>
    public SqlPhrase? OrNull(SqlPhrase isNull)
    {
        const string Equal = " = ";
        if (HasUnknown || pieces is not [.., { Kind: PieceKind.Value } value] || ToString() is not [.. var words, '$'] || !words.EndsWith(Equal, StringComparison.Ordinal) || isNull.HasUnknown)
            return null;
        var column = words[..^Equal.Length];
        if (isNull.ToString() != column + " IS NULL")
            return null;
        var whole = Of(column + " IS NOT DISTINCT FROM ");
        whole.pieces.Add(value);
        return whole;
    }

    public SqlPhrase InParentheses() => Of("(").Add(this).Add(")");

    public SqlPhrase Add(string text)
    {
        pieces.Add(new(PieceKind.Text, text, default));
        return this;
    }

    public SqlPhrase Add(SqlPhrase other)
    {
        pieces.AddRange(other.pieces);
        return this;
    }

    /// <summary>The text with a number for each value and a hole for each unknown part, and the values.</summary>
    /// <param name="node">What the words are said to come from.</param>
    /// <param name="before">How many values stand before its first.</param>
    public (ConstantText Text, ImmutableArray<CalledValue> Values) Render(SyntaxNode node, int before = 0)
    {
        var text = ImmutableArray.CreateBuilder<TextPiece>();
        var values = ImmutableArray.CreateBuilder<CalledValue>();
        var words = new StringBuilder();
        foreach (var piece in pieces)
        {
            switch (piece.Kind)
            {
                case PieceKind.Text:
                    words.Append(piece.Text);
                    break;
                case PieceKind.Value:
                    values.Add(piece.Value);
                    words.Append('$').Append(before + values.Count);
                    break;
                case PieceKind.Unknown:
                    text.Add(new(words.ToString(), node, false));
                    words.Clear();
                    text.Add(new("", piece.Value.Node, true));
                    break;
            }
        }

        text.Add(new(words.ToString(), node, false));
        return (new(text.ToImmutable()), values.ToImmutable());
    }

    public override string ToString() => string.Concat(pieces.Select(piece => piece.Kind switch { PieceKind.Text => piece.Text, PieceKind.Value => "$", _ => "${…}" }));

    private enum PieceKind
    {
        Text, Value, Unknown,
    }

    private readonly record struct Piece(PieceKind Kind, string Text, CalledValue Value);
}
