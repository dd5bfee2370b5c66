using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>A key that is stored before the work that it stands for, and that makes every repetition end without the work.</summary>
/// <param name="Store">The insertion of the key.</param>
/// <param name="Work">What is done because the key was new.</param>
/// <param name="Test">The condition on which a repetition ends.</param>
/// <param name="Relief">Why a failure of the work does not leave the key behind; null when it does.</param>
public sealed record KeyClaim(Statement Store, SyntaxNode Work, SyntaxNode Test, string? Relief);

/// <summary>Finds insertions after which one side of a test works and the other one ends as if the work were done.</summary>
public static class KeyClaims
{
    /// <summary>Those of a function, by position: an INSERT that does nothing where the key is there, or one after a look for the key.</summary>
    public static IEnumerable<KeyClaim> In(FunctionModel function)
    {
        if (function.RowCalls.IsEmpty || function.Flow is null)
            yield break;
        foreach (var store in RowAccess.Statements(function).Where(statement => statement.Query is { Kind: QueryKind.Insert, Table: not null, Conflict: { IsUpdate: false } }))
        {
            foreach (var (branch, isNew) in SidesOf(store, function))
            {
                if (Ends(branch, !isNew, store, function) && WorkOn(branch, isNew, store, function) is { Exists: true } work)
                {
                    yield return new(store, work, function.Flow.Points[branch].Node, ReliefOf(store, work, function));
                    break;
                }
            }
        }

        foreach (var race in function.RowRaces.ChecksThenInserts.Where(race => race.Read.Call != race.Write.Call && race.Write.Query.Conflict is null))
        {
            foreach (var branch in function.BranchesOn(race.Read.Call).Where(point => function.Flow.Points[point].Node == race.Deciding))
            {
                var isNew = RowAccess.MeansPresent(race.Deciding) == false;
                if (Ends(branch, !isNew, race.Read, function) && WorkAfter(race.Write, function) is { Exists: true } work)
                    yield return new(race.Write, work, race.Deciding, ReliefOf(race.Write, work, function));
            }
        }
    }

    /// <summary>The branches on what an insertion answers, and which side of each is that of a new key.</summary>
    private static IEnumerable<(int Branch, bool IsNew)> SidesOf(Statement store, FunctionModel function)
    {
        foreach (var branch in function.BranchesOn(store.Call))
        {
            var present = RowAccess.MeansPresent(function.Flow!.Points[branch].Node);
            if (present is { } isNew)
                yield return (branch, isNew);
        }
    }

    /// <summary>Whether one side of a branch ends with nothing done, and with no look at how far the first execution came.</summary>
    private static bool Ends(int branch, bool side, Statement known, FunctionModel function) =>
        !Consequences.WorkAt(function, branch, side, known).Exists && !Consequences.LooksFurther(function, branch, side, known);

    private static SyntaxNode WorkOn(int branch, bool side, Statement store, FunctionModel function)
    {
        var work = Consequences.WorkAt(function, branch, side, store);
        return work.Exists && !IsOfTable(work, store, function) ? work : default;
    }

    private static SyntaxNode WorkAfter(Statement store, FunctionModel function)
    {
        var work = Consequences.WorkAfter(function, store);
        return work.Exists && !IsOfTable(work, store, function) ? work : default;
    }

    /// <summary>"UPDATE … SET done = true": about the key, and no work.</summary>
    private static bool IsOfTable(SyntaxNode work, Statement store, FunctionModel function) =>
        function.RowCalls.Any(call => call.Call == work && call.Queries.Any(query => query.Table?.Matches(store.Query.Table!.Value) == true));

    private static string? ReliefOf(Statement store, SyntaxNode work, FunctionModel function)
    {
        if (Protection.IsUndoneWith(store, work, function))
            return "the key is stored in the transaction of the work, and rolled back with it";
        foreach (var statement in RowAccess.Statements(function))
        {
            if (statement.Query.Kind is QueryKind.Delete or QueryKind.Update && statement.Query.Table?.Matches(store.Query.Table!.Value) == true
                && (statement.Call.Ancestor(SyntaxKind.CatchClause).Exists || statement.Call.Ancestor(SyntaxKind.FinallyClause).Exists))
                return $"a failure takes the key back (line {function.PlaceOf(statement.Call).Line})";
        }

        return null;
    }
}
