using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>
/// A row that is found by what may be used once, and is used up by its deletion, of which nobody looks whether the row was still there: <c>find(token)</c>, <c>delete(row.id)</c>, <c>return row.user</c>.
/// Two executions find it, one deletes it, and both go on.
/// </summary>
/// <param name="Race">The look and the deletion.</param>
/// <param name="Use">What is done with the row, or handed out of it, after the deletion.</param>
public sealed record SpentRow(RowRace Race, SyntaxNode Use)
{
    /// <summary>All of a function, one for each look, by position.</summary>
    public static IEnumerable<SpentRow> In(FunctionModel function)
    {
        if (function.Flow is not { } graph)
            yield break;
        var told = new HashSet<SyntaxNode>();
        foreach (var (read, write) in RowAccess.Pairs(function, QueryKind.Delete, query => query is { Kind: QueryKind.Select, Aggregates.IsEmpty: true, RowLock: null, Limit: null or { Source: ValueSource.Constant, Text: "1" } }))
        {
            // What answers whether it deleted anything, or fails when there is nothing to delete, lets one through; so does whoever takes a lock.
            if (write.Query.IsPartlyUnknown || write.By.Answer is RowAnswer.ReturnsWhenPresent || RowChecks.ResultIsUsed(write, function) || told.Contains(read.Call) || AskedFor(read, function) is not { } token)
                continue;
            var key = RowAccess.SharedKey(read, write, function);
            if (key.IsEmpty || RowChecks.LoopAround(write, read).Exists || Consequences.EndsInRefusal(write, function))
                continue;
            // Whoever finds none is refused: the row is what lets in.
            var deciding = RowAccess.Deciding(read.By, RowAccess.PointsOf(write, function), function)
                .FirstOrDefault(test => RowAccess.Presence(graph.Points[test.Branch].Node, read.By, function) == test.ReachedWhen && Consequences.RefusalAt(function, test.Branch, test.ReachedWhen).Exists);
            if (deciding == default || UseAfter(read, write, function) is not { Exists: true } use)
                continue;
            told.Add(read.Call);
            yield return new(new(read, write, key, graph.Points[deciding.Branch].Node, token) { Consequence = Consequence.NotRefused, ConsequenceAt = use }, use);
        }
    }

    /// <summary>The column that a look is given a value for, and that is named for what may be used once; null when there is none.</summary>
    private static string? AskedFor(Statement read, FunctionModel function) => read.Query.Fixed(read.Query.Table!.Value)
        .FirstOrDefault(match => match.Operator == "=" && Once.IsUsedUp(match.Column.Name) && RowAccess.ConstantOf(read, match.Values[0], function) is null)?.Column.Name;

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
