using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Two writes of one function that belong together, each committed by itself.</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second: when it fails, the first stays.</param>
/// <param name="Relation">How they belong together, in words.</param>
/// <param name="Compensation">What undoes the first when the second fails; none when nothing does.</param>
public sealed record SplitWrite(DatabaseCall First, DatabaseCall Second, string Relation, SyntaxNode Compensation);

/// <summary>Finds writes that belong together and that no transaction holds together.</summary>
internal static class SplitWrites
{
    /// <summary>A function with more writes is an import or a seed, not a change that should be whole.</summary>
    private const int MostWrites = 24;

    /// <summary>What is written for people to read later: that a line of it is missing undoes nothing.</summary>
    private static readonly ImmutableArray<string> Notes = ["log", "audit", "event", "history", "activity", "notification", "metric", "stat", "usage", "analytic", "trace", "job", "queue", "outbox", "cache", "session", "message", "email", "webhook", "view", "visit"];

    /// <summary>The first of them in a function; null when there is none.</summary>
    public static SplitWrite? In(FunctionModel function)
    {
        if (function.Module.Roles.HasFlag(ModuleRoles.Test))
            return null;
        // A BEGIN on the pool means one: that it is none is another matter.
        if (function.DatabaseCalls.Any(call => call.Begins))
            return null;
        var writes = WritesOf(function).Where(write => write is { Action: DatabaseAction.Run, Handle.IsPool: true, Queries: [{ IsWrite: true, Table: not null }] } && IsSentAlone(write) && !IsCalledTransaction(write) && !function.Project.Resources.TransactionOf(write.Call).Exists).ToList();
        if (writes.Count is < 2 or > MostWrites)
            return null;
        // A seed or a tool is run again by hand until it is through.
        if (function.Project.IsForTools(function.Module) || function.Project.Transactions.IsInside(function) || function.Flow is not { } graph)
            return null;
        foreach (var second in writes)
        {
            foreach (var first in writes.Where(first => first.Call.Span.End <= second.Call.Span.Start))
            {
                if (RelationOf(function, first, second) is not { } relation || !IsAfter(graph, first, second))
                    continue;
                // Whose failure is caught by itself, is done as well as it can be.
                if (function.CatchAround(second.Call) is { Exists: true } handler && function.CatchAround(first.Call) != handler && !CompensationOf(function, first, second).Exists)
                    continue;
                return new(first, second, relation, CompensationOf(function, first, second));
            }
        }

        return null;
    }

    /// <summary>The function's own writes, and those of functions that it calls where the result of one such call goes into another.</summary>
    private static IEnumerable<DatabaseCall> WritesOf(FunctionModel function) =>
        function.Project.LiftedCalls.WritesIn(function);

    /// <summary>"replace(trx: Knex, …)": a parameter of the pool's type that is called a transaction is one where it is called so.</summary>
    private static bool IsCalledTransaction(DatabaseCall call) => call.Handle.Variable is { Exists: true } handle && handle.Is(SymbolFlags.Parameter) && handle.Name.ToString() is "trx" or "tx" or "transaction";

    /// <summary>A query that is handed on is sent by who gets it, as one of a list in a transaction.</summary>
    private static bool IsSentAlone(DatabaseCall call)
    {
        var sent = ConnectionLife.EffectNode(call.Call);
        return sent.Is(SyntaxKind.AwaitExpression) || sent.Parent.Is(SyntaxKind.ReturnStatement);
    }

    private static string? RelationOf(FunctionModel function, DatabaseCall first, DatabaseCall second)
    {
        var (before, after) = (first.Queries[0], second.Queries[0]);
        var (left, right) = (before.Table!.Value, after.Table!.Value);
        if (left.Matches(right))
        {
            if (Replaces(function, first, second))
                return "the rows that it took away are to be replaced by these";
            return Shifts(before) is { } moved && Shifts(after) is null ? $"it moved the `{moved}` of the other rows, which make room for this one or close up after it"
                : Shifts(after) is { } behind && Shifts(before) is null ? $"this moves the `{behind}` of the other rows, which make room for that one or close up after it" : null;
        }

        // What is written unless it is there already is written once, however often the whole is run until it succeeds; what is only changed or taken away is seldom half of something.
        if (before is not { Kind: QueryKind.Insert, Conflict: null } || after.Kind is not QueryKind.Insert || IsNote(left) || IsNote(right))
            return null;
        // What the first gave goes into the second; what may also have been found before stands for itself.
        foreach (var write in after.Writes.Select(write => second.ValueOf(write.Value)))
        {
            if (write.Node.Exists && write.Node.Tree == function.Module.Tree && function.Values?.OriginsOf(write.Node).Where(origin => !origin.ThroughCall && origin.Node.Is(SyntaxKind.CallExpression)).ToList() is { Count: > 0 } made && made.All(origin => origin.Node == first.Call))
                return $"what `{left}` gave goes into `{right}`";
        }

        var schema = function.Project.Schema;
        if (schema.Table(right)?.ForeignKeys.FirstOrDefault(key => key.References.Matches(left)) is { } key && IsSame(function, first, key.ReferencedColumns, second, key.Columns))
            return $"`{right}` refers to `{left}` ({key.Place})";
        if (schema.Table(left)?.ForeignKeys.FirstOrDefault(key => key.References.Matches(right)) is { } other && IsSame(function, first, other.Columns, second, other.ReferencedColumns))
            return $"`{left}` refers to `{right}` ({other.Place})";
        return null;
    }

    /// <summary>"UPDATE card SET position = position - 1 WHERE position &gt; $1": the column by which many rows are moved at once; null when it does something else.</summary>
    private static string? Shifts(Query query) => query is not { Kind: QueryKind.Update, Table: { } } ? null
        : query.Writes.FirstOrDefault(write => write.Form is WriteForm.Relative && query.Where.Matches.Any(match => match.Column.Name == write.Column && match.Operator is ">" or ">=" or "<" or "<=" or "between"))?.Column;

    /// <summary>"DELETE FROM post_tag WHERE post = $1", and then the new tags of the post: all rows of one owner, and no single one.</summary>
    private static bool Replaces(FunctionModel function, DatabaseCall first, DatabaseCall second)
    {
        var (delete, insert) = (first.Queries[0], second.Queries[0]);
        if (delete is not { Kind: QueryKind.Delete, IsPartlyUnknown: false, Where: { Matches.IsEmpty: false, Either.IsEmpty: true, HasOthers: false, HasHole: false } where } || insert.Kind is not QueryKind.Insert || IsNote(delete.Table!.Value)
            || where.Matches.Any(match => !match.IsFixed || match.Column.Name == "id") || !(RowChecks.IsInLoop(new(second, insert), new(first, delete)) || (first.Steps.IsEmpty && second.Steps.IsEmpty && insert.InsertedRows != 1 && IsGivenList(function.Project, second.Call))))
            return false;
        // What is taken away of one and given to another is no replacement.
        return where.Matches.All(match => insert.Writes.FirstOrDefault(write => write.Column == match.Column.Name) is not { } set || insert.InsertedRows != 1 || RowAccess.IsSame(new(first, delete), match.Values[0], new(second, insert), set.Value, function));
    }

    /// <summary>Whether a list stands among what a statement is given: <c>insert(rows)</c>, <c>createMany({ data: tags.map(…) })</c>.</summary>
    private static bool IsGivenList(ProjectModel project, SyntaxNode call)
    {
        foreach (var node in call.DescendantsAndSelf)
        {
            Workers.Step();
            if (node.Parent.Kind is SyntaxKind.ArgumentList or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment && project.Types.TypeOf(node.Unwrapped()).NonNullish() is LightType.Array or LightType.Tuple)
                return true;
        }

        return false;
    }

    private static bool IsNote(TableName table) => Notes.Any(word => table.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether both name the same row: the columns of the key have the same value in both.</summary>
    private static bool IsSame(FunctionModel function, DatabaseCall first, IReadOnlyList<string> left, DatabaseCall second, IReadOnlyList<string> right) =>
        left.Count > 0 && left.Count == right.Count && Enumerable.Range(0, left.Count).All(i => ValueOf(function, first, left[i]) is { } value && value == ValueOf(function, second, right[i]));

    private static ValuePath? ValueOf(FunctionModel function, DatabaseCall call, string column)
    {
        var query = call.Queries[0];
        var value = query.Writes.FirstOrDefault(write => write.Column == column)?.Value ?? query.Where.Matches.FirstOrDefault(match => match.Column.Name == column && match.IsFixed)?.Values[0];
        return value is not null && call.ValueOf(value) is { Node.Exists: true } given ? ValuePath.Of(given.Node, given.Members, function.Project.Bindings) : null;
    }

    private static bool IsAfter(FlowGraph graph, DatabaseCall first, DatabaseCall second)
    {
        if (graph.PointsOf(first.Call) is not { Count: > 0 } points)
            return false;
        var reached = graph.ReachableFrom(points[0], exceptions: false);
        return graph.PointsOf(second.Call).Any(point => reached[point]);
    }

    /// <summary>A handler around the second that deletes or changes what the first wrote.</summary>
    private static SyntaxNode CompensationOf(FunctionModel function, DatabaseCall first, DatabaseCall second)
    {
        if (function.CatchAround(second.Call) is not { Exists: true } handler)
            return default;
        foreach (var call in function.DatabaseCalls)
        {
            if (handler.Span.Contains(call.Call.Span) && call.Queries.Any(query => query.IsWrite && query.Table is { } table && table.Matches(first.Queries[0].Table!.Value)))
                return call.Call;
        }

        return default;
    }
}
