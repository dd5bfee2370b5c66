using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>One statement of a function, with the call that runs it.</summary>
public sealed record Statement(DatabaseCall By, Query Query)
{
    public SyntaxNode Call => By.Call;
}

/// <summary>A row that is read and, because of what was read, written: two statements of one function on the same row.</summary>
/// <param name="Read">The SELECT.</param>
/// <param name="Write">The INSERT or UPDATE.</param>
/// <param name="Key">The columns by which both choose the row.</param>
/// <param name="Deciding">The condition on what was read, for a check; the column that is read and written back, for an update, has none.</param>
/// <param name="Column">The column that is written back; empty for a check.</param>
public sealed record RowRace(Statement Read, Statement Write, ImmutableArray<string> Key, SyntaxNode Deciding, string Column);

/// <summary>Finds, in one function, the statements that depend on what an earlier statement read of the same row.</summary>
public static class RowAccess
{
    /// <summary>Reads of a row's absence followed by its insertion.</summary>
    public static IEnumerable<RowRace> ChecksThenInserts(FunctionModel function)
    {
        foreach (var (read, write) in Pairs(function, QueryKind.Insert))
        {
            var key = SharedKey(read, write, function);
            if (!key.IsEmpty && DecidingBranch(read, write, function) is { Exists: true } branch)
                yield return new(read, write, key, branch, "");
        }
    }

    /// <summary>Reads of a row's column followed by a write of a value that is made of it.</summary>
    public static IEnumerable<RowRace> ReadModifyWrites(FunctionModel function)
    {
        foreach (var (read, write) in Pairs(function, QueryKind.Update))
        {
            var key = SharedKey(read, write, function);
            if (key.IsEmpty)
                continue;
            foreach (var column in write.Query.Writes)
            {
                if (column.Form is WriteForm.Absolute && write.By.ExpressionOf(column.Value) is { Exists: true } value && IsMadeOf(value, column.Column, read, function))
                {
                    yield return new(read, write, key, default, column.Column);
                    break;
                }
            }
        }
    }

    /// <summary>The statements that a function runs, with those inside WITH clauses left in their outer ones, in the order of the text.</summary>
    public static IEnumerable<Statement> Statements(FunctionModel function) =>
        function.DatabaseCalls.SelectMany(call => call.Queries.Select(query => new Statement(call, query)));

    /// <summary>The points of the flow at which a statement has been done.</summary>
    public static IEnumerable<int> PointsOf(Statement statement, FunctionModel function)
    {
        var node = ConnectionLife.EffectNode(statement.Call);
        return function.Flow!.PointsOf(node).Where(point => function.Flow.Points[point].Op is FlowOp.Await or FlowOp.Call);
    }

    private static IEnumerable<(Statement Read, Statement Write)> Pairs(FunctionModel function, QueryKind kind)
    {
        if (function.DatabaseCalls.Length < 2 || function.Flow is not { } graph)
            yield break;
        var statements = Statements(function).ToList();
        foreach (var read in statements.Where(statement => statement.Query.Kind is QueryKind.Select && statement.Query.Table is not null))
        {
            foreach (var write in statements.Where(statement => statement.Query.Kind == kind && statement.Query.Table?.Matches(read.Query.Table!.Value) == true))
            {
                if (write.Call != read.Call && PointsOf(read, function).Any(from => graph.ReachableFrom(from) is var after && PointsOf(write, function).Any(to => after[to])))
                    yield return (read, write);
            }
        }
    }

    /// <summary>The columns that the read fixes and the write sets or fixes to the same value.</summary>
    private static ImmutableArray<string> SharedKey(Statement read, Statement write, FunctionModel function)
    {
        var key = ImmutableArray.CreateBuilder<string>();
        foreach (var match in read.Query.Fixed(read.Query.Table!.Value))
        {
            var values = write.Query.Kind is QueryKind.Insert
                ? write.Query.Writes.Where(column => column.Column == match.Column.Name).Select(column => column.Value)
                : write.Query.Fixed(write.Query.Table!.Value).Where(other => other.Column.Name == match.Column.Name).Select(other => other.Values[0]);
            if (values.Any(value => IsSame(read, match.Values[0], write, value, function)))
                key.Add(match.Column.Name);
        }

        return key.ToImmutable();
    }

    private static bool IsSame(Statement one, QueryValue value, Statement other, QueryValue otherValue, FunctionModel function)
    {
        if (value.Source is ValueSource.Constant && otherValue.Source is ValueSource.Constant)
            return value.Text is not null && value.Text == otherValue.Text;
        var left = one.By.ExpressionOf(value).Unwrapped();
        var right = other.By.ExpressionOf(otherValue).Unwrapped();
        if (!left.Exists || !right.Exists)
            return false;
        if (MemoryPlace.Of(left, function.Module) is { } place)
            return MemoryPlace.Of(right, function.Module) == place || ComesFrom(right, one, function);
        return left.Kind is SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral && left.Text == right.Text;
    }

    /// <summary>"WHERE id = $1" with the id of the row that was read.</summary>
    private static bool ComesFrom(SyntaxNode value, Statement read, FunctionModel function) =>
        function.Values!.OriginsOf(value).Any(origin => !origin.ThroughCall && origin.Node == read.Call);

    /// <summary>The branch on the result of the read that decides whether the write is reached; none when it is reached anyway.</summary>
    private static SyntaxNode DecidingBranch(Statement read, Statement write, FunctionModel function)
    {
        var graph = function.Flow!;
        var writes = PointsOf(write, function).ToHashSet();
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point] is not { Op: FlowOp.Branch or FlowOp.BranchPresent } branch || !function.Values!.OriginsOf(branch.Node).Any(origin => origin.Node == read.Call))
                continue;
            var reaches = graph.From(point).ToArray().Where(edge => edge.Kind is not EdgeKind.Throws).Select(edge => writes.Contains(edge.Target) || graph.ReachableFrom(edge.Target, stop => stop == point) is var after && writes.Any(write => after[write])).ToArray();
            if (reaches.Contains(true) && reaches.Contains(false))
                return branch.Node;
        }

        return default;
    }

    /// <summary>Reports whether a value is made of the very column, as the read returned it.</summary>
    private static bool IsMadeOf(SyntaxNode value, string column, Statement read, FunctionModel function)
    {
        if (!function.Values!.OriginsOf(value).Any(origin => origin.Node == read.Call))
            return false;

        // The name under which the row has the column: `SELECT credits AS left` gives row.left.
        var names = read.Query.Selected.Where(selected => selected.Value.Source is ValueSource.Column && selected.Value.Column.Name == column).Select(selected => selected.Name).Append(column).ToHashSet();
        return function.Values.NamesOn(value).Any(name => names.Contains(name) || names.Contains(Snake(name)));
    }

    private static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
