namespace Hostile.Model.Database;

/// <summary>Finds what keeps two executions from interleaving between a read and a write of a row. Facts: PostgreSQL 15.18, run.</summary>
public static class Protection
{
    /// <summary>How many statements of a kind are looked at for one race: the nearest before it. Each costs a walk through the function.</summary>
    private const int MostStatements = 64;

    /// <summary>Why no second execution can come between the two statements, in one line; null when it can.</summary>
    public static string? Of(RowRace race, FunctionModel function)
    {
        var read = race.Read;
        var isolation = IsolationOf(read, function);

        // At REPEATABLE READ and SERIALIZABLE the second writer of a row fails with 40001; an absent row is protected by SERIALIZABLE only.
        if (isolation is IsolationLevel.Serializable || (isolation is IsolationLevel.RepeatableRead && race.Column.Length > 0))
            return $"{(isolation is IsolationLevel.Serializable ? "SERIALIZABLE" : "REPEATABLE READ")}: the second writer gets 40001";

        // Outside a transaction every lock ends with its own statement, but for a session's advisory lock.
        var inTransaction = IsInTransaction(read, function);
        if (inTransaction && race.Column.Length > 0 && read.Query.RowLock is { IsExclusive: true } own)
            return $"the row is read FOR {own.Strength.ToUpperInvariant()}";
        if (inTransaction && race.Column.Length > 0 && read.Query.RowLock is { Strength: "share" })
            return "the row is read FOR SHARE: two writers wait for each other, and one ends with a deadlock (40P01)";

        foreach (var earlier in Nearest(read, function, earlier => MayProtect(earlier, read)))
        {
            // A lock in the same statement, or under a snapshot taken before it, comes too late.
            if (earlier.Call == read.Call || read.By.Handle.IsPool || !earlier.By.Handle.IsSameConnectionAs(read.By.Handle) || isolation is IsolationLevel.RepeatableRead)
                continue;
            var line = function.PlaceOf(earlier.Call).Line;
            if (AdvisoryLockOf(earlier, race, inTransaction, function) is { } advisory)
                return $"{advisory.Function} is taken before the read (line {line})";
            if (!inTransaction || !HoldsUntil(earlier, read, function))
                continue;
            if (earlier.Query.RowLock is { IsExclusive: true } row)
                return $"a row of {earlier.Query.Table} is locked FOR {row.Strength.ToUpperInvariant()} before the read (line {line})";
            if (earlier.Query.Kind is QueryKind.Lock)
                return $"LOCK TABLE {earlier.Query.Table} is taken before the read (line {line})";
            if (earlier.Query.Kind is QueryKind.Update or QueryKind.Insert && earlier.Query.Table?.Matches(read.Query.Table!.Value) == true && race.Column.Length > 0)
                return $"the row was written, and so locked, before the read (line {line})";
        }

        return null;
    }

    /// <summary>
    /// A condition of the write that lets the loser match no row: on a value that was read (<c>version = $3</c>), or on a column that the write itself changes
    /// (<c>SET status = 'running' WHERE status = 'waiting'</c>). Null when there is none.
    /// </summary>
    public static ColumnMatch? GuardOf(RowRace race, FunctionModel function)
    {
        var write = race.Write.Query;
        return write.Guards(race.Key).FirstOrDefault(match => match.Operator == "=" && match.Values is [var compared]
            && (write.Writes.Any(changed => changed.Column == match.Column.Name && (changed.Form is WriteForm.Relative || !IsSameConstant(changed.Value, compared)))
                || (race.Write.By.ValueOf(compared).Node is { Exists: true } value && value.Tree == function.Module.Tree && function.Values!.OriginsOf(value).Any(origin => origin.Node == race.Read.Call))));
    }

    /// <summary>Whether a statement runs inside a transaction: on a handle that a library began one on, after a BEGIN on a connection taken here, or on a connection that is given, of which we assume it.</summary>
    private static bool IsInTransaction(Statement statement, FunctionModel function)
    {
        var handle = statement.By.Handle;
        if (handle.IsPool)
            return false;
        var isTakenHere = function.DatabaseCalls.Any(call => call.Action is DatabaseAction.Acquire && handle.Variable.Exists && ConnectionLife.TakenBy(call.Call, function.Module) == handle.Variable);
        return !isTakenHere || Nearest(statement, function, begin => begin.Query.Kind is QueryKind.Begin && begin.By.Handle.IsSameConnectionAs(handle)).Any(begin => HoldsUntil(begin, statement, function));
    }

    /// <summary>A lock on an agreed number, taken before the read and still held at the write; a tried one only when its answer decides.</summary>
    private static AdvisoryLock? AdvisoryLockOf(Statement earlier, RowRace race, bool inTransaction, FunctionModel function)
    {
        if (earlier.Query.AdvisoryLocks.FirstOrDefault(taken => !taken.IsUnlock) is not { } taken)
            return null;
        if (taken.IsTry && !RowAccess.Decides(earlier, race.Read, function))
            return null;
        if (!HoldsUntil(earlier, race.Read, function))
            return null;
        if (taken.IsTransaction)
            return inTransaction && HoldsUntil(earlier, race.Write, function) ? taken : null;
        return Reaches(earlier, race.Write, function, until: query => query.AdvisoryLocks.Any(given => given.IsUnlock)) ? taken : null;
    }

    private static bool IsSameConstant(QueryValue left, QueryValue right) =>
        left.Source is ValueSource.Constant && right.Source is ValueSource.Constant && left.Text == right.Text;

    /// <summary>The isolation level that a BEGIN on the same connection names before a statement, or the function that runs this one in its transaction; null for the default or when it is not seen.</summary>
    private static IsolationLevel? IsolationOf(Statement statement, FunctionModel function)
    {
        var here = Nearest(statement, function, earlier => earlier.Query.Isolation is not null && earlier.By.Handle.IsSameConnectionAs(statement.By.Handle))
            .Where(earlier => HoldsUntil(earlier, statement, function))
            .Select(earlier => earlier.Query.Isolation)
            .LastOrDefault();
        return here ?? function.Takers.SelectMany(RowAccess.Statements).Select(around => around.Query.Isolation).FirstOrDefault(level => level is not null);
    }

    private static bool MayProtect(Statement earlier, Statement read) =>
        !earlier.Query.AdvisoryLocks.IsEmpty || earlier.Query.RowLock is { IsExclusive: true } || earlier.Query.Kind is QueryKind.Lock
        || (earlier.Query.Kind is QueryKind.Update or QueryKind.Insert && earlier.Query.Table?.Matches(read.Query.Table!.Value) == true);

    /// <summary>The nearest of the wanted statements, those before it first, in the order of the text.</summary>
    private static IEnumerable<Statement> Nearest(Statement to, FunctionModel function, Func<Statement, bool> wanted)
    {
        var found = RowAccess.Statements(function).Where(wanted).ToList();
        if (found.Count <= MostStatements)
            return found;
        var before = found.FindLastIndex(statement => statement.Call.Span.Start <= to.Call.Span.Start) + 1;
        var first = Math.Min(Math.Max(0, before - MostStatements), found.Count - MostStatements);
        return found.Skip(first).Take(MostStatements);
    }

    /// <summary>Whether some way leads from one statement to another on which no transaction ends.</summary>
    private static bool HoldsUntil(Statement earlier, Statement later, FunctionModel function) =>
        Reaches(earlier, later, function, until: query => query.Kind is QueryKind.Commit or QueryKind.Rollback);

    private static bool Reaches(Statement earlier, Statement later, FunctionModel function, Func<Query, bool> until)
    {
        var graph = function.Flow!;
        var ends = RowAccess.Statements(function).Where(statement => until(statement.Query)).SelectMany(statement => RowAccess.PointsOf(statement, function)).ToHashSet();
        var targets = RowAccess.PointsOf(later, function).ToArray();
        return RowAccess.PointsOf(earlier, function).Any(from => graph.ReachableFrom(from, ends.Contains, exceptions: false) is var after && targets.Any(to => after[to]));
    }
}
