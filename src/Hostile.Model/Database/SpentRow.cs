using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>
/// A row that is found by what may be used once, and is used up by its deletion, of which nobody looks whether the row was still there: <c>find(token)</c>, <c>delete(row.id)</c>, <c>return row.user</c>.
/// Two executions find it, one deletes it, and both go on.
/// </summary>
/// <param name="Race">The look and the deletion.</param>
/// <param name="Use">What is done with the row, or handed out of it: after the deletion, or before it.</param>
public sealed record SpentRow(RowRace Race, SyntaxNode Use)
{
    /// <summary>For what is done before the deletion: the statement that does it; null for what comes after.</summary>
    public Statement? Before { get; init; }

    /// <summary>All of a function, one for each look, by position.</summary>
    public static IEnumerable<SpentRow> In(FunctionModel function)
    {
        if (function.Flow is not { } graph)
            yield break;
        var told = new HashSet<SyntaxNode>();
        foreach (var (read, write) in RowAccess.Pairs(function, QueryKind.Delete, query => query is { Kind: QueryKind.Select, Aggregates.IsEmpty: true, RowLock: null, Limit: null or { Source: ValueSource.Constant, Text: "1" } }))
        {
            // What answers whether it deleted anything, or fails when there is nothing to delete, lets one through; so does whoever takes a lock.
            if (write.Query.IsPartlyUnknown || write.By.Answer is RowAnswer.ReturnsWhenPresent || UsedResults.ResultIsUsed(write, function) || told.Contains(read.Call) || AskedFor(read, function) is not { } token)
                continue;
            var key = RowAccess.SharedKey(read, write, function);
            if (key.IsEmpty || ReplacedRows.LoopAround(write, read).Exists || Consequences.EndsInRefusal(write, function))
                continue;
            // Whoever finds none is refused: the row is what lets in.
            var deciding = RowAccess.Deciding(read.By, RowAccess.PointsOf(write, function), function)
                .FirstOrDefault(test => RowAccess.Presence(graph.Points[test.Branch].Node, read.By, function) == test.ReachedWhen && Consequences.RefusalAt(function, test.Branch, test.ReachedWhen).Exists);
            if (deciding == default)
                continue;
            // Who deletes a row by its number hands out what is gone, and uses nothing by it.
            var (use, before) = token is not "id" && UseAfter(read, write, function) is { Exists: true } after ? (after, null) : UseBefore(read, write, deciding.Branch, function) is { } earlier ? (earlier.Call, earlier) : default;
            if (!use.Exists)
                continue;
            told.Add(read.Call);
            yield return new(new(read, write, key, graph.Points[deciding.Branch].Node, token) { Consequence = Consequence.NotRefused, ConsequenceAt = use }, use) { Before = before };
        }
    }

    /// <summary>The column that a look is given a value for, and that is named for what may be used once, or is the number of what may be; null when there is none.</summary>
    private static string? AskedFor(Statement read, FunctionModel function) => read.Query.Fixed(read.Query.Table!.Value)
        .FirstOrDefault(match => match.Operator == "=" && (Once.IsUsedUp(match.Column.Name) || (match.Column.Name == "id" && Once.IsOfUsable(read.Query.Table!.Value.Name))) && RowAccess.ConstantOf(read, match.Values[0], function) is null)?.Column.Name;

    /// <summary>What is written elsewhere on every way from the test to the deletion, and is another thing the second time: a row that is inserted, and that no unique key refuses, a value that came with the request. Null when nothing is.</summary>
    private static Statement? UseBefore(Statement read, Statement write, int deciding, FunctionModel function)
    {
        var graph = function.Flow!;
        var writes = RowAccess.PointsOf(write, function).ToArray();
        return RowAccess.Statements(function).FirstOrDefault(other => other.Query is { Kind: QueryKind.Insert or QueryKind.Update, Conflict: null, Table: { } table } && !table.Matches(read.Query.Table!.Value) && !Consequences.IsRepeatable(other, read, function)
            && !Money.Says(table.Name, Logs) && (other.Query.Kind is QueryKind.Insert ? other.Query.Writes.Any(set => IsOfRow(other.By.ValueOf(set.Value), read, function)) : other.Query.Writes.Any(set => IsGivenNew(other.By.ValueOf(set.Value).Node, function)))
            && RowAccess.PointsOf(other, function).ToHashSet() is { Count: > 0 } points && !points.Contains(deciding)
            && graph.ReachableFrom(deciding, points.Contains, exceptions: false) is var reached && points.Any(point => reached[point]) && (Array.Exists(writes, points.Contains) || !Array.Exists(writes, point => reached[point])));
    }

    /// <summary>Tables in which is written down what was done.</summary>
    private static readonly string[] Logs = ["log", "audit", "event", "activity", "activities", "history", "notification"];

    /// <summary>Whether a value is a part of the row that was found, other than its number: what it is good for.</summary>
    private static bool IsOfRow(CalledValue value, Statement read, FunctionModel function) => value.Node.Exists && value.Node.Tree == function.Module.Tree && function.Values!.OriginsOf(value.Node).Any(origin => origin.Node == read.Call)
        && (value.Members.Length > 0 ? value.Members is not ".id" : function.Values.NamesOn(value.Node).Any(name => name is not ("id" or "rows" or "row" or "data")));

    /// <summary>Whether a value is, or is made of, what the function was given.</summary>
    private static bool IsGivenNew(SyntaxNode value, FunctionModel function) => value.Exists && value.Tree == function.Module.Tree && function.Values!.OriginsOf(value).Any(origin => function.IsGiven(origin.Node));

    /// <summary>A row that is inserted after the deletion, or something of the deleted row that is returned; none when nothing is, as when somebody logs out.</summary>
    private static SyntaxNode UseAfter(Statement read, Statement write, FunctionModel function)
    {
        var graph = function.Flow!;
        foreach (var start in RowAccess.PointsOf(write, function))
        {
            var after = graph.ReachableFrom(start, exceptions: false);
            foreach (var insert in RowAccess.Statements(function))
            {
                if (insert.Query is { Kind: QueryKind.Insert, Conflict: null } && insert.Call != write.Call && RowAccess.PointsOf(insert, function).Any(point => after[point]))
                    return insert.Call;
            }

            for (var point = 0; point < after.Length; point++)
            {
                if (after[point] && graph.Points[point] is { Op: FlowOp.Return, Node: var node } && (node.Is(SyntaxKind.ReturnStatement) ? node.FirstChild : node) is { Exists: true } value && function.Values!.OriginsOf(value).Any(origin => origin.Node == read.Call && !origin.ThroughCall))
                    return node;
            }
        }

        return default;
    }
}
