using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <summary>A part of a parsed SQL text.</summary>
public abstract class SqlNode
{
    /// <summary>Where the node stands in its <see cref="SqlText"/>.</summary>
    public SqlSpan Span { get; internal set; }

    /// <summary>The nodes directly below, in the order of the text as far as it matters; absent ones are left out.</summary>
    public virtual IEnumerable<SqlNode?> Children => [];

    /// <summary>This node and everything below it, parents first. Uses no stack, so a chain of any length is fine.</summary>
    public IEnumerable<SqlNode> Descendants()
    {
        var open = new Stack<SqlNode>();
        open.Push(this);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children.Reverse())
            {
                if (child is not null)
                    open.Push(child);
            }
        }
    }
}

/// <summary>An identifier, or a hole in the place of one.</summary>
public sealed class SqlName : SqlNode
{
    /// <summary>Unquoted names folded to lower case as PostgreSQL does, quoted ones as written; a hole inside shows as <c>${n}</c>.</summary>
    public required string Text { get; init; }

    internal const int Placeholder = -2;
    internal const int Missing = -3;

    /// <summary>Index of the first hole that is part of the name; -1 for a name that is known; less where a client's placeholder stands for the name, or none.</summary>
    public int Hole { get; init; } = -1;

    /// <summary>Whether the text of the name is known.</summary>
    public bool IsKnown => Hole == -1;

    public override string ToString() => Text;
}

/// <summary>A name with its qualifiers: <c>catalog.schema.table</c>, <c>alias.column</c>.</summary>
public sealed class QualifiedName : SqlNode
{
    public required ImmutableArray<SqlName> Parts { get; init; }

    /// <summary>The last part: what is named.</summary>
    public SqlName Last => Parts[^1];

    /// <summary>The part before the last (schema of a table, table of a column), or null.</summary>
    public SqlName? Qualifier => Parts.Length > 1 ? Parts[^2] : null;

    public override IEnumerable<SqlNode?> Children => Parts;

    public override string ToString() => string.Join('.', Parts.Select(p => p.Text));
}

/// <summary>The name of a type with its modifiers, as <c>numeric(10,2)[]</c>.</summary>
public sealed class TypeName : SqlNode
{
    /// <summary>Lower case, built-in aliases unfolded to one form (<c>int</c> and <c>int4</c> are <c>integer</c>), without modifiers and brackets.</summary>
    public required string Text { get; init; }

    /// <summary>Modifiers in parentheses, such as length or precision and scale.</summary>
    public ImmutableArray<SqlExpression> Modifiers { get; init; } = [];

    public bool IsArray { get; init; }

    /// <summary>Index of a hole that is part of the name, or -1.</summary>
    public int Hole { get; init; } = -1;

    public override IEnumerable<SqlNode?> Children => Modifiers;

    public override string ToString() => IsArray ? Text + "[]" : Text;
}

/// <summary>A parsed text: its statements and what was wrong.</summary>
public sealed class SqlTree
{
    public required SqlText Text { get; init; }

    public required ImmutableArray<SqlStatement> Statements { get; init; }

    /// <summary>Every <c>$n</c> in the order of the text, also where the grammar allows none.</summary>
    public required ImmutableArray<SqlSpan> Parameters { get; init; }

    /// <summary>Errors in the order of the text; at most one for each statement.</summary>
    public required ImmutableArray<SqlError> Errors { get; init; }

    /// <summary>Whether an error begins within a span, its end included.</summary>
    public bool HasError(SqlSpan span)
    {
        var (low, high) = (0, Errors.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Errors[middle].Span.Start < span.Start ? (middle + 1, high) : (low, middle);
        }
        return low < Errors.Length && Errors[low].Span.Start <= span.End;
    }

    /// <summary>Those of <see cref="Parameters"/> that lie within a span.</summary>
    public ImmutableArray<SqlSpan> ParametersIn(SqlSpan span)
    {
        var (low, high) = (0, Parameters.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Parameters[middle].Start < span.Start ? (middle + 1, high) : (low, middle);
        }
        return [.. Parameters.Skip(low).TakeWhile(p => p.End <= span.End)];
    }
}
