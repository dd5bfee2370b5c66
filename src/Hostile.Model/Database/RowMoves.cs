using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>
/// Finds statements that move many rows by a place that was read before: <c>SET position = position - 1 WHERE position &gt; $1</c> with the position of a row that was read in an earlier statement.
/// Where another execution moved that row meanwhile, the rows from the wrong place on are moved.
/// </summary>
internal static class RowMoves
{
    /// <summary>A variable that is made of a variable of the function around it, and so on: deeper than this nobody reads.</summary>
    private const int Deepest = 6;

    /// <summary>One race for each look, whatever moves rows by it.</summary>
    public static IEnumerable<RowRace> In(FunctionModel function)
    {
        foreach (var (read, write) in RowAccess.Pairs(function, QueryKind.Update, query => query is { Kind: QueryKind.Select, Aggregates.IsEmpty: true }, isTold: false, isPairedBelow: true))
        {
            if (ColumnMoved(read, write, function) is { } column)
                yield return new(read, write, [column], default, column) { Consequence = Consequence.Accumulates };
        }
    }

    /// <summary>The column by which rows are moved from a place on that the look gave; null when there is none.</summary>
    private static string? ColumnMoved(Statement read, Statement write, FunctionModel function)
    {
        foreach (var set in write.Query.Writes)
        {
            if (set.Form is not WriteForm.Relative)
                continue;
            foreach (var match in write.Query.Where.Matches)
            {
                if (match.Column.Name == set.Column && match.Operator is ">" or ">=" or "<" or "<=" or "between" && match.Values.Any(value => IsPlace(value, set.Column, read, write, function)))
                    return set.Column;
            }
        }

        return null;
    }

    private static bool IsPlace(QueryValue value, string column, Statement read, Statement write, FunctionModel function)
    {
        if (write.By.ValueOf(value) is { Node.Exists: true } given && given.Node.Tree == function.Module.Tree && function.Values is { } values)
        {
            return (RowAccess.ColumnsOf(given.Members.TrimStart('.')).Contains(column) || values.NamesOn(given.Node).SelectMany(RowAccess.ColumnsOf).Contains(column))
                && IsMadeIn(given.Node, read, function, 0);
        }

        // "inTransaction(async (tx) => tx.update(…, { gt: row.position }))": what the function written there sees of this one.
        return write.By.Steps is [.., var inner] && function.Project.DatabaseCallAt(inner)?.ValueOf(value) is { Node: { Exists: true } node } && node.Tree == function.Module.Tree && function.Node.Span.Contains(node.Span)
            && function.Project.FunctionAround(node)?.Values is { } names && names.NamesOn(node).SelectMany(RowAccess.ColumnsOf).Contains(column) && IsMadeIn(node, read, function, 0);
    }

    /// <summary>Whether a value is made of what a look of a function gave; of a function that is written there, by way of the variables that it sees.</summary>
    private static bool IsMadeIn(SyntaxNode value, Statement read, FunctionModel function, int depth)
    {
        if (depth > Deepest || function.Project.FunctionAround(value) is not { Values: { } values } around)
            return false;
        foreach (var origin in values.OriginsOf(value))
        {
            if (origin.ThroughCall)
                continue;
            if (origin.Node == read.Call)
                return true;
            if (around != function && origin.Node.Is(SyntaxKind.Identifier) && around.Module.LocalSymbolOf(origin.Node) is { Exists: true, IsAssignedOnce: true } symbol && symbol.Scope.Function.Node != around.Node
                && AssignedValue.SourceOf(DeclaredAs(symbol)) is { Exists: true } source && IsMadeIn(source, read, function, depth + 1))
                return true;
        }

        return false;
    }

    private static SyntaxNode DeclaredAs(Symbol symbol) => symbol.Declaration.Is(SyntaxKind.VariableDeclaration) ? symbol.Declaration.FirstChild : symbol.Declaration;
}
