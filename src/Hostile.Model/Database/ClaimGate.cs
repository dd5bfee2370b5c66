using Hostile.Model.Flow;

namespace Hostile.Model.Database;

/// <summary>Finds a claim between a look and a write: a statement that only one of two executions gets through, and without which none comes to the write.</summary>
public static class ClaimGate
{
    /// <summary>
    /// "const c = await t.updateMany({ where: { id, status: 'PENDING' }, data: { status: 'RUNNING' } }); if (c.count === 0) return;": what stands behind is done by one execution. Null when nothing of the kind is on every way from the look to the write.
    /// </summary>
    public static string? Before(RowRace race, FunctionModel function)
    {
        if (function.Flow is null || race.Read.Query.Table is not { } table || race.Write.Query.Kind is not (QueryKind.Update or QueryKind.Delete))
            return null;
        foreach (var claim in RowAccess.Statements(function))
        {
            if (claim.Query is not { Kind: QueryKind.Update, IsPartlyUnknown: false, Table: { } claimed } || claim.Call == race.Write.Call || claim.Call == race.Read.Call || !claimed.Matches(table))
                continue;
            var tried = race with { Write = claim };
            if (Protection.GuardOf(tried, function) is not { } guard || !IsLeft(guard, claim, function) || RowAccess.SharedKey(race.Read, claim, function).IsEmpty)
                continue;
            // "WHERE id = $1 AND locked = false", and unlocked at the end: the second comes in after the first, with what it has read before.
            if (guard.Column.Name != race.Column && RowAccess.Statements(function).Any(other => other.Call != claim.Call && other.Query.IsWrite && other.Query.Table?.Matches(table) == true && other.Query.Writes.Any(set => set.Column == guard.Column.Name)))
                continue;
            if (StopsTheLoser(claim, race, function))
                return $"`{guard.Column.Name}` in WHERE (line {function.PlaceOf(claim.Call).Line}) lets one execution through, and only that one comes here";
        }

        return null;
    }

    /// <summary>Whether the statement itself takes the row out of the state that it asks for, so that it finds it once.</summary>
    private static bool IsLeft(ColumnMatch guard, Statement claim, FunctionModel function) => claim.Query.Writes.Any(set => set.Column == guard.Column.Name
        && (set.Form is WriteForm.Relative || guard.Values is not [var compared] || !RowAccess.IsSame(claim, compared, claim, set.Value, function)));

    /// <summary>Whether no way leads from the look to the write but through the claim, and none of an execution whose claim has changed no row.</summary>
    private static bool StopsTheLoser(Statement claim, RowRace race, FunctionModel function)
    {
        var graph = function.Flow!;
        var (claims, writes) = (RowAccess.PointsOf(claim, function).ToHashSet(), RowAccess.PointsOf(race.Write, function).ToHashSet());
        if (claims.Count == 0 || claims.Overlaps(writes))
            return false;
        foreach (var from in RowAccess.PointsOf(race.Read, function))
        {
            var before = graph.ReachableFrom(from, claims.Contains, exceptions: false);
            if (writes.Any(to => before[to]) || !claims.Any(point => before[point]))
                return false;
            // What is waited for before the claim may fail, and a `catch` around both may write.
            for (var point = 0; point < before.Length; point++)
            {
                if (before[point] && !claims.Contains(point) && graph.Points[point].Op is FlowOp.Await && Leads(point, EdgeKind.Throws, static _ => false))
                    return false;
            }
        }

        // `update` of Prisma fails where it finds no row: nobody comes past it, but by a `catch`.
        if (claim.By.Answer is RowAnswer.ReturnsWhenPresent)
            return !claims.Any(point => Leads(point, EdgeKind.Throws, static _ => false));
        foreach (var branch in function.BranchesOn(claim.Call))
        {
            if (RowAccess.Presence(graph.Points[branch].Node, claim.By, function) is not { } present)
                continue;
            if (!Leads(branch, present ? EdgeKind.False : EdgeKind.True, stop => stop == branch) && !claims.Any(from => graph.ReachableFrom(from, stop => stop == branch, exceptions: false) is var past && writes.Any(to => past[to])))
                return true;
        }

        return false;

        bool Leads(int from, EdgeKind by, Func<int, bool> until)
        {
            foreach (var edge in graph.From(from).ToArray())
            {
                if (edge.Kind == by && (writes.Contains(edge.Target) || (!until(edge.Target) && graph.ReachableFrom(edge.Target, until, exceptions: false) is var after && writes.Any(to => after[to]))))
                    return true;
            }

            return false;
        }
    }
}
