using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>Finds what keeps two executions from interleaving between a read and a write of a row. Facts: PostgreSQL 15.18, run.</summary>
public static class Protection
{
    /// <summary>Why no second execution can come between the two statements, in one line; null when it can.</summary>
    public static string? Of(RowRace race, FunctionModel function)
    {
        var read = race.Read;
        var isolation = IsolationOf(read, function);

        // At REPEATABLE READ and SERIALIZABLE the second writer of a row fails with 40001; an absent row is protected by SERIALIZABLE only.
        if (isolation is IsolationLevel.Serializable || (isolation is IsolationLevel.RepeatableRead && race.Column.Length > 0))
            return $"{(isolation is IsolationLevel.Serializable ? "SERIALIZABLE" : "REPEATABLE READ")}: the second writer gets 40001";

        if (read.By.Handle.IsPool)
            return null;

        if (race.Column.Length > 0 && read.Query.RowLock is { IsExclusive: true } own)
            return $"the row is read FOR {own.Strength.ToUpperInvariant()}";

        foreach (var earlier in RowAccess.Statements(function))
        {
            // A lock in the same statement, or under a snapshot taken before it, comes too late.
            if (earlier.Call == read.Call || !earlier.By.Handle.IsSameConnectionAs(read.By.Handle) || isolation is IsolationLevel.RepeatableRead || !Precedes(earlier, read, function))
                continue;
            if (earlier.Query.AdvisoryLocks.FirstOrDefault(taken => !taken.IsUnlock && !taken.IsTry) is { } advisory)
                return $"{advisory.Function} is taken before the read (line {function.PlaceOf(earlier.Call).Line})";
            if (earlier.Query.RowLock is { IsExclusive: true } row)
                return $"a row of {earlier.Query.Table} is locked FOR {row.Strength.ToUpperInvariant()} before the read (line {function.PlaceOf(earlier.Call).Line})";
            if (earlier.Query.Kind is QueryKind.Lock)
                return $"LOCK TABLE {earlier.Query.Table} is taken before the read (line {function.PlaceOf(earlier.Call).Line})";
            if (earlier.Query.Kind is QueryKind.Update or QueryKind.Insert && earlier.Query.Table?.Matches(read.Query.Table!.Value) == true && race.Column.Length > 0)
                return $"the row was written, and so locked, before the read (line {function.PlaceOf(earlier.Call).Line})";
        }

        return null;
    }

    /// <summary>A condition of the write on what was read (<c>version = $3</c>, the old value itself): the loser matches no row. Null when there is none.</summary>
    public static ColumnMatch? GuardOf(RowRace race, FunctionModel function) =>
        race.Write.Query.Guards(race.Key).FirstOrDefault(match => match.Operator == "=" && race.Write.By.ExpressionOf(match.Values[0]) is { Exists: true } value
            && function.Values!.OriginsOf(value).Any(origin => origin.Node == race.Read.Call || origin.Node.Is(SyntaxKind.Identifier)));

    /// <summary>The isolation level that a BEGIN on the same connection names before a statement; null for the default or when it is not seen.</summary>
    private static IsolationLevel? IsolationOf(Statement statement, FunctionModel function) =>
        RowAccess.Statements(function)
            .Where(earlier => earlier.Query.Isolation is not null && earlier.By.Handle.IsSameConnectionAs(statement.By.Handle) && Precedes(earlier, statement, function))
            .Select(earlier => earlier.Query.Isolation)
            .LastOrDefault();

    private static bool Precedes(Statement earlier, Statement later, FunctionModel function)
    {
        var graph = function.Flow!;
        return RowAccess.PointsOf(earlier, function).Any(from => graph.ReachableFrom(from) is var after && RowAccess.PointsOf(later, function).Any(to => after[to]))
            && earlier.Call.Span.Start < later.Call.Span.Start;
    }
}
