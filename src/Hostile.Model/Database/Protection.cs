using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

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
        if (function.RunsByHand is { } reason)
            return reason;
        if (read.By.Given is { } given && Of(given.InReader(race), given.Reader) is { } before)
            return before;
        var isolation = IsolationOf(read, function);

        if (isolation is { } level && !Isolation.Permits(level, race.Anomaly))
            return $"{Isolation.NameOf(level)}: the second writer gets 40001";

        // Outside a transaction every lock ends with its own statement, but for a session's advisory lock.
        var inTransaction = IsInTransaction(read, function);
        var isThere = race.Anomaly is not Anomaly.Phantom;
        if (inTransaction && isThere && read.Query.RowLock is { IsExclusive: true } own)
            return $"the row is read FOR {own.Strength.ToUpperInvariant()}";
        if (inTransaction && isThere && read.Query.RowLock is { Strength: "share" })
            return "the row is read FOR SHARE: two writers wait for each other, and one ends with a deadlock (40P01)";

        if (inTransaction && read.Query.Kind is QueryKind.Truncate && HoldsUntil(read, race.Write, function))
            return "TRUNCATE locks the table until the transaction ends";

        if (inTransaction && isThere && read.Query is { Kind: QueryKind.Insert, Conflict.IsUpdate: true } && HoldsUntil(read, race.Write, function))
            return "the row is written, and so locked, where it is read";

        if (isThere && RereadOf(race, function, again => again.Query.RowLock is { IsExclusive: true } && IsInTransaction(again, function) && HoldsUntil(again, race.Write, function)) is { } locked)
            return $"the row is read again FOR {locked.Query.RowLock!.Strength.ToUpperInvariant()} (line {function.PlaceOf(locked.Call).Line})";
        // What guards the second look guards what is made of it.
        if (isThere && RereadOf(race, function) is { } again && Of(race with { Read = again }, function) is { } guarded)
            return guarded;

        if (isolation is not IsolationLevel.RepeatableRead && LockBeside(read, function) is { } beside)
            return $"what reads the row takes {beside.Query.AdvisoryLocks[0].Function} (line {function.PlaceOf(read.Call).Line})";

        foreach (var earlier in Nearest(read, function, earlier => MayProtect(earlier, race, function)))
        {
            // Whoever takes the number waits until this transaction is over, on whichever connection the row is read.
            if (isolation is not IsolationLevel.RepeatableRead && earlier.Call != read.Call && HeldNumber(earlier, race, function) is { } number)
                return $"{number.Function} is taken before the read (line {function.PlaceOf(earlier.Call).Line})";
            // A lock in the same statement comes too late.
            if (earlier.Call == read.Call || read.By.Handle.IsPool || !earlier.By.Handle.IsSameConnectionAs(read.By.Handle))
                continue;
            if (IsOfAnother(earlier, read, function))
                continue;
            var line = function.PlaceOf(earlier.Call).Line;
            // A row of the parent that both have to update first: the second waits, or gets 40001 where its snapshot is older.
            if (inTransaction && (isThere is false || earlier.Query.Table?.Matches(read.Query.Table!.Value) != true) && earlier.Query.Kind is QueryKind.Update && HoldsUntil(earlier, read, function) && IsOnEveryWayTo(read, earlier, function))
                return $"the row of {earlier.Query.Table} is updated, and so locked, before (line {line})";
            // A lock under a snapshot taken before it comes too late.
            if (isolation is IsolationLevel.RepeatableRead)
                continue;
            if (AdvisoryLockOf(earlier, race, inTransaction, function) is { } advisory)
                return $"{advisory.Function} is taken before the read (line {line})";
            if (!inTransaction || !HoldsUntil(earlier, read, function))
                continue;
            if (earlier.Query.RowLock is { IsExclusive: true } row)
                return $"a row of {earlier.Query.Table} is locked FOR {row.Strength.ToUpperInvariant()} before the read (line {line})";
            if (earlier.Query.Kind is QueryKind.Lock)
                return $"LOCK TABLE {earlier.Query.Table} is taken before the read (line {line})";
            if (earlier.Query.Kind is QueryKind.Update or QueryKind.Insert && isThere && earlier.Query.Table?.Matches(read.Query.Table!.Value) == true && (earlier.Call == race.Write.Call || IsOnEveryWayTo(read, earlier, function)))
                return $"the row was written, and so locked, before the read (line {line})";
        }

        return (isolation is IsolationLevel.RepeatableRead ? null : LockOfCallers(race, function)) ?? ExclusionOf(race, function) ?? (isThere ? null : AnswerOfLock(race, function)) ?? LockWithHandle(race, function) ?? NewRow(race, function);
    }

    /// <summary>"if (transaction) { await lock(transaction); if (await find(transaction)) return; }": wherever there is a transaction, it is looked again under a lock. Null when not.</summary>
    private static string? LockWithHandle(RowRace race, FunctionModel function)
    {
        if (!race.Deciding.Exists)
            return null;
        foreach (var later in Nearest(race.Write, function, later => later.By.Steps.IsEmpty && later.Call != race.Read.Call && later.Query.AdvisoryLocks.Any(taken => taken is { IsUnlock: false, IsTransaction: true, IsTry: false, IsShared: false })))
        {
            for (var at = later.Call; at.Exists && at != function.Node; at = at.Parent)
            {
                if (at.Parent.Is(SyntaxKind.IfStatement) && at.Parent.ChildAt(1) == at && at.Parent.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } given && later.By.Handle.Variable is { Exists: true } handle && function.Module.LocalSymbolOf(given) == handle
                    && Reaches(race.Read, later, function, until: _ => false) && IsAskedAgain(later, race, function))
                    return $"where there is a transaction, it is looked again under {later.Query.AdvisoryLocks[0].Function} (line {function.PlaceOf(later.Call).Line})";
            }
        }

        return null;
    }

    /// <summary>"const order = await readUnderLock(tx, id)": the function that reads takes a lock on an agreed number, too, on a connection that it is given. That it does so first is believed; null when it takes none.</summary>
    private static Statement? LockBeside(Statement read, FunctionModel function) => read.By.Steps.IsEmpty ? null
        : RowAccess.Statements(function).FirstOrDefault(other => other.Call == read.Call && !other.By.Steps.IsEmpty && !other.By.Handle.IsPool && other.Query.AdvisoryLocks.Any(taken => taken is { IsUnlock: false, IsTry: false, IsShared: false }));

    /// <summary>"const acquired = await cache.setIfAbsent(lockKey, …); if (acquired) insert": what is asked for a lock by its name decides over the write. Null when nothing does.</summary>
    private static string? AnswerOfLock(RowRace race, FunctionModel function)
    {
        for (var at = race.Write.Call; at.Exists && at != function.Node; at = at.Parent)
        {
            if (!at.Parent.Is(SyntaxKind.IfStatement) || at.Parent.ChildAt(1) != at)
                continue;
            foreach (var origin in function.Values!.OriginsOf(at.Parent.FirstChild))
            {
                if (origin.Node.Is(SyntaxKind.CallExpression) && origin.Node != race.Read.Call && origin.Node.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } asked && HeldLock.IsNamed(asked.Text))
                    return $"`{CodeLine.Of(origin.Node.FirstChild.Text)}` is asked for `{CodeLine.Of(asked.Text)}`, and its answer decides";
            }
        }

        return null;
    }

    /// <summary>A lock of the program that lets in one execution at a time, here or around all calls of the function that are seen: <c>this.withLock(async () => …)</c>. Null when there is none.</summary>
    private static string? ExclusionOf(RowRace race, FunctionModel function)
    {
        string? found = null;
        foreach (var point in RowAccess.PointsOf(race.Read, function))
        {
            if (function.Project.Exclusions.OfSeenCallers(function, point) is not { } reason)
                return null;
            // "SET claimed_by = $1": who has taken the row is written down because several processes take rows, and a flag keeps apart what one of them does.
            if (!HeldLock.IsNamed(reason) && race.Write.Query.Writes.Any(set => Money.WordsOf(set.Column).ToList() is [.., var taken, "by"] && taken is "claimed" or "locked" or "picked" or "leased" or "taken" or "reserved" or "owned"))
                return null;
            found ??= $"`{reason}` lets one execution in at a time";
        }

        return found;
    }

    /// <summary>
    /// An insertion between the look and the write that only one of two executions survives, since a unique key covers what both insert: the other one fails there. Null when there is none, or its failure is caught.
    /// </summary>
    public static string? InsertionBetween(RowRace race, FunctionModel function)
    {
        foreach (var insert in Nearest(race.Write, function, insert => insert.Query is { Kind: QueryKind.Insert, Conflict: null, Table: not null } && insert.Call != race.Write.Call && insert.Call != race.Read.Call))
        {
            if (!RowAccess.Intervenes(insert, race, function) || function.HandlerOf(insert).Exists || !IsAlwaysDone(insert, function))
                continue;
            if (KeyThatRefuses(insert, race, function) is { } key)
                return $"UNIQUE ({key.Describe()}) on {insert.Query.Table} ({key.Place}): the second execution fails at the insertion before (line {function.PlaceOf(insert.Call).Line})";
        }

        return null;
    }

    /// <summary>
    /// An insertion behind the write, in the same transaction and on every way to its end, that only one of two executions survives: the other one fails there, and with it goes what it has written.
    /// A <c>catch</c> around it saves nothing, for the transaction is aborted. Null when there is none, or something is paid, which no transaction undoes.
    /// </summary>
    public static string? InsertionBehind(RowRace race, FunctionModel function)
    {
        foreach (var insert in Nearest(race.Write, function, insert => insert.Query is { Kind: QueryKind.Insert, Conflict: null, Table: not null } && insert.Call != race.Read.Call && NodeOf(insert) != NodeOf(race.Write)))
        {
            if (IsAlwaysBehind(insert, race.Write, function) && KeyThatRefuses(insert, race, function) is { } key && Payments.Beside(race, function, isTwice: true) is null)
                return $"UNIQUE ({key.Describe()}) on {insert.Query.Table} ({key.Place}): the second execution fails at the insertion behind (line {function.Project.PlaceOf(NodeOf(insert)).Line}), and its transaction is undone";
        }

        return null;
    }

    /// <summary>Whether the functions that lead to a statement cannot return without it: one that makes a row only where it finds none can.</summary>
    private static bool IsAlwaysDone(Statement statement, FunctionModel function)
    {
        foreach (var step in statement.By.Steps)
        {
            if (function.Project.FunctionAround(step) is not { Flow: { } graph })
                return false;
            var stops = graph.PointsOf(ConnectionLife.EffectNode(step)).ToHashSet();
            var entry = Enumerable.Range(0, graph.Points.Length).First(point => graph.Points[point].Op is FlowOp.Entry);
            if (graph.ReachableFrom(entry, stops.Contains, exceptions: false)[graph.Returns])
                return false;
        }

        return true;
    }

    /// <summary>The call that runs a statement, in whichever function it stands.</summary>
    private static SyntaxNode NodeOf(Statement statement) => statement.By.Steps.IsEmpty ? statement.Call : statement.By.Steps[^1];

    /// <summary>Whether two statements stand in one transaction, and no way leads from the first to the end of the function that runs in it which does not go through the other.</summary>
    private static bool IsAlwaysBehind(Statement later, Statement first, FunctionModel function)
    {
        // Both in the function that is given to what begins the transaction: seen from here that is one call, and its connection is back in the pool.
        var inner = function;
        if (later.Call == first.Call && first.By.Steps.Length == 1 && later.By.Steps.Length == 1)
        {
            if (function.Project.FunctionAround(NodeOf(first)) is not { Flow: not null } callback || function.Project.FunctionAround(NodeOf(later)) != callback)
                return false;
            var (one, other) = (Own(first), Own(later));
            if (one is null || other is null)
                return false;
            (inner, first, later) = (callback, one, other);

            Statement? Own(Statement statement) => RowAccess.Statements(callback).FirstOrDefault(own => own.Call == NodeOf(statement) && own.Query.Kind == statement.Query.Kind && own.Query.Table == statement.Query.Table);
        }

        if (later.Call == first.Call || !IsAlwaysDone(later, inner) || !later.By.Handle.IsSameConnectionAs(first.By.Handle) || !IsSurelyInTransaction(first, inner) || !HoldsUntil(first, later, inner))
            return false;
        var (graph, stops) = (inner.Flow!, RowAccess.PointsOf(later, inner).ToHashSet());
        return RowAccess.PointsOf(first, inner).All(start => !graph.ReachableFrom(start, stops.Contains, exceptions: false)[graph.Returns]);
    }

    /// <summary>The unique key that refuses the second of two rows that two executions insert which have read the same; null when none surely does.</summary>
    private static UniqueKey? KeyThatRefuses(Statement insert, RowRace race, FunctionModel function)
    {
        var same = insert.Query.Inserted.Where(match => match.IsFixed && IsSameForBoth(insert.By.ValueOf(match.Values[0]), race, function)).ToList();
        return function.Project.Schema.UniqueKeyCovering(insert.Query.Table!.Value, same, function.Module.Path) is { IsUnconditional: true, Key: { } key } ? key : null;
    }

    /// <summary>
    /// An insertion before the look, in the same transaction, under a unique key of which both executions have a part in common and the rest may be: where that is the same, too, the second waits there, and fails.
    /// Null when there is none.
    /// </summary>
    public static (Statement Insert, UniqueKey Key, ImmutableArray<string> Given)? InsertionBefore(RowRace race, FunctionModel function)
    {
        if (!IsSurelyInTransaction(race.Write, function))
            return null;
        foreach (var insert in Nearest(race.Read, function, insert => insert.Query is { Kind: QueryKind.Insert, Conflict: null, Table: not null } && insert.Call.Span.Start < race.Read.Call.Span.Start && insert.By.Handle.IsSameConnectionAs(race.Write.By.Handle)))
        {
            if (function.Project.Schema.Table(insert.Query.Table!.Value, function.Module.Path) is not { } table || !HoldsUntil(insert, race.Read, function))
                continue;
            foreach (var key in table.UniqueKeys.Where(key => key is { Predicate: null, Expressions.IsEmpty: true, Columns.IsEmpty: false }))
            {
                var values = key.Columns.Select(column => insert.Query.Inserted.FirstOrDefault(match => match.Column.Name == column && match.IsFixed)).ToList();
                if (!values.TrueForAll(match => match is not null && MayBeSame(insert.By.ValueOf(match.Values[0]), function)))
                    continue;
                ImmutableArray<string> given = [.. values.Where(match => !IsSameForBoth(insert.By.ValueOf(match!.Values[0]), race, function)).Select(match => match!.Column.Name)];
                if (given.Length < key.Columns.Length)
                    return (insert, key, given);
            }
        }

        return null;
    }

    /// <summary>Whether a value is not made anew each time, as far as it is seen.</summary>
    private static bool MayBeSame(CalledValue value, FunctionModel function) =>
        value.Node.Exists && (value.Node.Tree != function.Module.Tree || !function.Values!.OriginsOf(value.Node).Any(origin => SecondRow.IsMade(origin.Node, function)));

    /// <summary>The same of a key of which some column is given what is not known, and may be the same for both: <c>email: given.email.toLowerCase()</c>, further down. Null when no key may refuse the second.</summary>
    public static string? DoubtfulInsertionBetween(RowRace race, FunctionModel function)
    {
        foreach (var insert in Nearest(race.Write, function, insert => insert.Query is { Kind: QueryKind.Insert, Conflict: null, Table: not null } && insert.Call != race.Read.Call))
        {
            if (function.TakesRefusal(insert))
                continue;
            if (function.Project.Schema.Table(insert.Query.Table!.Value, function.Module.Path) is { } table && table.UniqueKeys.FirstOrDefault(key => key is { Predicate: null, Expressions.IsEmpty: true } && (!key.IsPrimary || key.Columns.Length > 1) && key.Columns.All(column => MayBeSame(column, insert, table))) is { } found)
                return $"UNIQUE ({found.Describe()}) on {insert.Query.Table} ({found.Place}) may refuse the second at the insertion before (line {function.PlaceOf(insert.Call).Line})";
        }

        return null;

        bool MayBeSame(string column, Statement insert, Table table) => insert.Query.Inserted.FirstOrDefault(match => match.Column.Name == column) is { Values: [var value] }
            ? insert.By.ValueOf(value) is var given && (given.Node.Exists ? IsSameForBoth(given, race, function) : value.Source is not ValueSource.Constant)
            // "{ ...given, name }": what is spread may bring it; what the server fills in is new each time.
            : table.Column(column) is not { HasDefault: true };
    }

    /// <summary>A value that two executions for one row have in common: it comes from the row, or is what the row was asked for by.</summary>
    internal static bool IsSameForBoth(CalledValue value, RowRace race, FunctionModel function)
    {
        if (!value.Node.Exists || value.Node.Tree != function.Module.Tree)
            return false;
        var bindings = function.Project.Bindings;
        if (ValuePath.Of(value.Node, value.Members, bindings) is { } path && ((path.Root.Exists && path.Root == race.Read.Call && path.Members.Length > 0)
            || RowAccess.FixedBy(race.Read.Query).Any(match => race.Read.By.ValueOf(match.Values[0]) is { Node.Exists: true } asked && ValuePath.Of(asked.Node, asked.Members, bindings) == path)))
            return true;
        return function.Values!.OriginsOf(value.Node) is { IsEmpty: false } origins && origins.Any(origin => origin.Node == race.Read.Call && !origin.ThroughCall);
    }

    /// <summary>"await row.reload()": the object that was read is filled once more before what it has decides or is written, so that this is the look that counts. Null when it is not.</summary>
    public static Statement? RereadOf(RowRace race, FunctionModel function) => RereadOf(race, function, static _ => true);

    /// <summary>Whether the row that is written was read again right before it: nothing else is waited for in between.</summary>
    public static bool IsReadRightBefore(RowRace race, FunctionModel function)
    {
        if (RereadOf(race, function) is not { } again || function.Flow is not { } graph)
            return false;
        var writes = RowAccess.PointsOf(race.Write, function).ToHashSet();
        var between = graph.Points.Select((point, i) => point.Op is FlowOp.Await && !writes.Contains(i)).ToArray();
        return RowAccess.PointsOf(again, function).Any(from => graph.ReachableFrom(from, stop => stop != from && between[stop], exceptions: false) is var after && writes.Any(to => after[to]));
    }

    private static Statement? RereadOf(RowRace race, FunctionModel function, Func<Statement, bool> counts) =>
        Nearest(race.Write, function, again => again.By is { Steps.IsEmpty: true, RereadObject: { Exists: true } node } && node.Tree == function.Module.Tree && again.Query.Kind is QueryKind.Select && again.Call != race.Read.Call).FirstOrDefault(again =>
            function.Values!.OriginsOf(again.By.RereadObject).Any(origin => origin.Node == race.Read.Call) && RowAccess.Intervenes(again, race, function) && counts(again));

    /// <summary>"await posts.update(tx, post); await replaceTags(tx, post)": who calls it on the connection of a transaction has locked a row before. Which one is believed; null when some caller has not.</summary>
    private static string? LockOfCallers(RowRace race, FunctionModel function) => LockOfCallers(race.Read, function, (held, call) => !IsBesideThePoint(held, race, function) && (function.Project.FunctionAround(call) is not { } caller
        || !IsOfAnother(held, race.Read with { By = function.Project.LiftedCalls.LiftedTo(race.Read.By, function, call) }, caller)));

    /// <summary>"SELECT … FROM reward … FOR UPDATE" before a change of a subscription, while another function that changes it locks the subscription's own row.</summary>
    private static bool IsBesideThePoint(Statement held, RowRace race, FunctionModel function) => race.Column.Length > 0 && held.Query.Table is { } other && race.Write.Query.Table is { } own && !other.Matches(own)
        && function.Project.RowWriters.LocksItself(own, race.Column, function, other);

    /// <summary>The same, of a row that is named by what the function is given: <c>UPDATE workflow … WHERE id = $1</c> before <c>saveBlocks(tx, id, blocks)</c>. All that it locks may well be that row's own.</summary>
    public static string? LockOfCallers(Statement at, FunctionModel function) => LockOfCallers(at, function, static (held, call) =>
    {
        var given = call.Child(SyntaxKind.ArgumentList).Children.ToArray().Select(argument => argument.Unwrapped().Text).ToList();
        return held.Query.Where.Matches.Where(match => match.IsFixed).Select(match => held.By.ValueOf(match.Values[0]).Node).Any(node => node.Exists && given.Exists(text => node.Text == text || node.Text.StartsWith(text + ".", StringComparison.Ordinal)));
    });

    private static string? LockOfCallers(Statement at, FunctionModel function, Func<Statement, SyntaxNode, bool> counts)
    {
        // "(trx: Knex)" may be either, and is what it is given.
        var mayBePool = at.By.Handle.IsPool;
        if ((mayBePool && !at.By.Handle.Variable.Is(Binding.SymbolFlags.Parameter)) || function.DatabaseCalls.Any(call => call.Action is DatabaseAction.Acquire || call.Begins))
            return null;
        string? found = null;
        var left = MostStatements;
        foreach (var (caller, call) in function.CallSites)
        {
            if (left-- <= 0 || caller == function || caller.Flow is not { } graph)
                return null;
            if (mayBePool && function.Project.LiftedCalls.LiftedTo(at.By, function, call).Handle.IsPool)
                return null;
            var calls = graph.PointsOf(ConnectionLife.EffectNode(call)).ToArray();
            var ends = RowAccess.Statements(caller).Where(statement => statement.Query.Kind is QueryKind.Commit or QueryKind.Rollback).SelectMany(statement => RowAccess.PointsOf(statement, caller)).ToHashSet();
            // What is locked further down is locked for the next turn of a loop.
            var held = RowAccess.Statements(caller).FirstOrDefault(earlier => earlier.Call.Span.Start < call.Span.Start && !earlier.By.Handle.IsPool && IsLock(earlier.Query) && counts(earlier, call)
                && RowAccess.PointsOf(earlier, caller).Any(from => graph.ReachableFrom(from, ends.Contains, exceptions: false) is var after && calls.Any(to => after[to])));
            if (held is null)
                return null;
            var place = caller.PlaceOf(held.Call);
            found ??= $"its caller has locked a row of {held.Query.Table} before ({place.Path}:{place.Line})";
        }

        return found;
    }

    /// <summary>"const order = await insert(…); await prepare(order.id);": the key was made by this execution, or all callers that are seen name a row that they have just inserted, which no other one knows yet. Null otherwise.</summary>
    private static string? NewRow(RowRace race, FunctionModel function)
    {
        var bindings = function.Project.Bindings;
        var paths = RowAccess.FixedBy(race.Read.Query).Where(match => race.Key.Contains(match.Column.Name)).Select(match => race.Read.By.ValueOf(match.Values[0]))
            .Select(value => value.Node.Exists ? ValuePath.Of(value.Node, value.Members, bindings) : null).OfType<ValuePath>().ToList();
        foreach (var path in paths)
        {
            if (path.Members.Length > 0 && RowAccess.Statements(function).FirstOrDefault(statement => (statement.Call == path.Root || statement.By.Steps.Contains(path.Root)) && Upserts(statement)) is { } upserted && IsHeld(upserted))
                return $"the row of {upserted.Query.Table} is upserted, and so locked, before (line {function.PlaceOf(upserted.Call).Line})";
            if (path.Members.Length > 0 && RowAccess.Statements(function).FirstOrDefault(statement => (statement.Call == path.Root || statement.By.Steps.Contains(path.Root)) && IsPlainInsert(statement)) is { } own)
                return $"the row of {own.Query.Table} was inserted before (line {function.PlaceOf(own.Call).Line}), and nobody else knows it yet";
        }

        foreach (var asked in RowAccess.FixedBy(race.Read.Query).Where(match => race.Key.Contains(match.Column.Name)).Select(match => race.Read.By.ValueOf(match.Values[0])))
        {
            if (asked.Members.Length == 0 && FreshValues.IsFresh(asked.Node, function))
                return $"`{CodeLine.Of(asked.Node.Text)}` is another one for each execution";
            // "const [order] = await db.insert(orders).values(…).returning()", and what is read by order.id.
            if (asked.Node.Unwrapped().Is(SyntaxKind.PropertyAccessExpression) && asked.Node.Tree == function.Module.Tree && InsertBehind(asked.Node, Upserts) is { } upserted && IsHeld(upserted))
                return $"the row of {upserted.Query.Table} is upserted, and so locked, before (line {function.PlaceOf(upserted.Call).Line})";
            if (asked.Node.Unwrapped().Is(SyntaxKind.PropertyAccessExpression) && asked.Node.Tree == function.Module.Tree && InsertBehind(asked.Node, IsPlainInsert) is { } made)
                return $"the row of {made.Query.Table} was inserted before (line {function.PlaceOf(made.Call).Line}), and nobody else knows it yet";
        }

        var given = paths.Where(path => path.Root.Is(SyntaxKind.Parameter) && path.Root.Parent.Parent == function.Node).ToList();
        if (given.Count == 0 || function.Project.Callers.IsHandedOver(function))
            return null;
        string? found = null;
        var left = MostStatements;
        foreach (var (caller, call) in function.CallSites)
        {
            if (left-- <= 0 || caller == function || caller.Values is null || given.Select(path => Made(path, caller, call)).FirstOrDefault(made => made is not null) is not { } insert)
                return null;
            var place = caller.PlaceOf(insert.Call);
            if (!IsPlainInsert(insert))
                found ??= $"its caller has upserted, and so locked, the row of {insert.Query.Table} before ({place.Path}:{place.Line})";
            found ??= $"its caller has inserted the row of {insert.Query.Table} itself, and nobody else knows it yet ({place.Path}:{place.Line})";
        }

        return found;

        // Two upserts of one key wait for each other, and both come away with the row's own columns.
        bool IsHeld(Statement upserted) => IsInTransaction(upserted, function) && upserted.By.Handle.IsSameConnectionAs(race.Read.By.Handle) && HoldsUntil(upserted, race.Read, function) && HoldsUntil(upserted, race.Write, function);

        bool Upserts(Statement statement) => statement.Query is { Kind: QueryKind.Insert, Conflict.IsUpdate: true, Table: { } parent } && !statement.By.Handle.IsPool && RefersTo(parent, race, function);

        Statement? InsertBehind(SyntaxNode value, Func<Statement, bool> wanted)
        {
            Statement? made = null;
            foreach (var origin in function.Values!.OriginsOf(value).Where(origin => !origin.ThroughCall && (origin.Node.Is(SyntaxKind.CallExpression) || function.IsGiven(origin.Node))))
            {
                if (RowAccess.Statements(function).FirstOrDefault(statement => statement.Call == origin.Node && wanted(statement)) is not { } insert)
                    return null;
                made = insert;
            }

            return made;
        }

        Statement? Made(ValuePath path, FunctionModel caller, SyntaxNode call)
        {
            var argument = CallArguments.At(call, FunctionShape.PlaceOf(path.Root, function));
            if (ValuePath.Of(argument, path.Members, caller.Project.Bindings) is not { Root: { Exists: true } root, Members.Length: > 0 })
                return null;
            return RowAccess.Statements(caller).FirstOrDefault(statement => statement.Call == root
                && (IsPlainInsert(statement) || (Upserts(statement) && statement.By.Handle is { Kind: Knowledge.HandleKind.Transaction } open && open.IsSameConnectionAs(function.Project.LiftedCalls.LiftedTo(race.Read.By, function, call).Handle))));
        }

        static bool IsPlainInsert(Statement statement) => statement.Query is { Kind: QueryKind.Insert, Conflict: null, Table: not null };
    }

    /// <summary>Whether a foreign key says that what is replaced belongs to a row of a table; where no key of it is seen, that the column is named for it.</summary>
    private static bool RefersTo(TableName parent, RowRace race, FunctionModel function)
    {
        if (race.Read.Query.Table is not { } table || parent.Matches(table))
            return false;
        if (function.Project.Schema.Table(table, function.Module.Path)?.ForeignKeys.FirstOrDefault(key => key.Columns.Any(race.Key.Contains)) is { } known)
            return known.References.Matches(parent);
        return race.Key.Any(column => column.EndsWith("id", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Whether what was locked is surely another row of the table than the one that is read afterwards: <c>from</c> and <c>to</c> of one transfer, or the row of the turn before in a loop over rows.
    /// </summary>
    private static bool IsOfAnother(Statement held, Statement read, FunctionModel function)
    {
        if (read.Query.Table is not { } table || held.Query.Table?.Matches(table) != true || held.Query.Kind is not (QueryKind.Select or QueryKind.Update or QueryKind.Insert))
            return false;
        if (held.Query.Kind is not QueryKind.Insert && IsNamedOtherwise(held, read, table, function))
            return true;
        // "await add(tx, from)", which finds a row by what it is given and changes it by its id: the row is the one that it finds.
        if (held.Query.Kind is not QueryKind.Insert && !held.By.Steps.IsEmpty && held.Query.Fixed(table).All(match => !held.By.ValueOf(match.Values[0]).Node.Exists)
            && RowAccess.Statements(function).Where(beside => beside.Call == held.Call && beside.Query.Kind is QueryKind.Select && beside.Query.Table?.Matches(table) == true).ToList() is { Count: > 0 } found && found.TrueForAll(beside => IsNamedOtherwise(beside, read, table, function)))
            return true;
        return held.Call.Span.Start > read.Call.Span.Start && FunctionShape.LoopAround(read.Call) is { Exists: true } loop && loop.Span.Contains(held.Call.Span)
            && RowAccess.FixedBy(read.Query).Any(asked => read.By.ValueOf(asked.Values[0]).Node is { Exists: true } value && ReplacedRows.IsOfTurn(value, loop, function));
    }

    private static bool IsNamedOtherwise(Statement held, Statement read, TableName table, FunctionModel function) => held.Query.Fixed(table).Any(match => RowAccess.FixedBy(read.Query).Any(asked => asked.Column.Name == match.Column.Name
        && held.By.ValueOf(match.Values[0]) is { Node.Exists: true } one && read.By.ValueOf(asked.Values[0]) is { Node.Exists: true } other && AreTwo(one, other, function)));

    /// <summary>Two parameters of one function, or two members of one parameter.</summary>
    private static bool AreTwo(CalledValue one, CalledValue other, FunctionModel function)
    {
        var bindings = function.Project.Bindings;
        return ValuePath.Of(one.Node, one.Members, bindings) is { Root.Exists: true } left && ValuePath.Of(other.Node, other.Members, bindings) is { Root.Exists: true } right && left != right
            && left.Root.Is(SyntaxKind.Parameter) && right.Root.Is(SyntaxKind.Parameter) && left.Root.Parent == right.Root.Parent && !left.IsMadeOf(right) && !right.IsMadeOf(left)
            && (left.Root == right.Root ? left.Members.Length > 0 && left.Members.Count(letter => letter == '.') == right.Members.Count(letter => letter == '.') : left.Members == right.Members);
    }

    /// <summary>Whether a statement keeps others off a row until its transaction ends: a lock, or an UPDATE of one row.</summary>
    private static bool IsLock(Query query) =>
        query.RowLock is { IsExclusive: true } || query.Kind is QueryKind.Lock || query.AdvisoryLocks.Any(taken => taken is { IsTransaction: true, IsTry: false, IsShared: false })
        || (query is { Kind: QueryKind.Update, Table: { } table } && query.Fixed(table).Any());

    /// <summary>
    /// A condition of the write that lets the loser match no row: on a value that was read (<c>version = $3</c>), or on a column that the write itself changes
    /// (<c>SET status = 'running' WHERE status = 'waiting'</c>). Null when there is none.
    /// </summary>
    public static ColumnMatch? GuardOf(RowRace race, FunctionModel function)
    {
        var write = race.Write.Query;
        // "SET phase = $1 WHERE id = $2 AND phase IS NULL": the second finds it set.
        return write.Guards([]).FirstOrDefault(match => match.Operator == "is null" && write.Writes.Any(changed => changed.Column == match.Column.Name && !changed.Value.IsNull)) ?? write.Guards([]).FirstOrDefault(match => match.Operator == "is not null" && write.Writes.Any(changed => changed.Column == match.Column.Name && IsNull(changed.Value)))
            ?? write.Guards([]).FirstOrDefault(match => match.Operator is "=" or "in" && match.Values is [var compared]
            && (write.Writes.Any(changed => changed.Column == match.Column.Name && match.Operator is "=" && (changed.Form is WriteForm.Relative || !IsSameConstant(changed.Value, compared)))
                || (!race.Key.Contains(match.Column.Name) && (function.Project.RowWriters.Changes(write.Table!.Value, match.Column.Name) || IsRenewed(match.Column.Name)) && race.Write.By.ValueOf(compared).Node is { Exists: true } value && value.Tree == function.Module.Tree && function.Values!.OriginsOf(value).Any(origin => origin.Node == race.Read.Call))));

        bool IsNull(QueryValue value) => value.IsNull || race.Write.By.ValueOf(value).Node.Kind is SyntaxKind.NullKeyword;

        // "updateMany({ where: { id, updatedAt: read.updatedAt } })": what wrote meanwhile has renewed it.
        bool IsRenewed(string column) => function.Project.Schema.Table(write.Table!.Value, function.Module.Path)?.Column(column) is { IsRenewed: true };
    }

    /// <summary>The condition of the write on the state that was checked, which it states again: <c>WHERE id = $1 AND status = 'open'</c>, <c>AND balance &gt;= $2</c>. Null when there is none.</summary>
    public static ColumnMatch? StateGuardOf(RowRace race) => race.Write.Query.Guards([]).FirstOrDefault(match => match.Column.Name == race.Column);

    /// <summary>The same where the state is computed from the column: <c>AND COALESCE((meta->>'used')::boolean, false) = false</c>, of a column that the statement changes. Null when there is none.</summary>
    public static string? ComputedGuardOf(RowRace race) => race.Write.Query is { Kind: QueryKind.Update } write && write.Writes.Any(changed => changed.Column == race.Column)
        ? write.Where.Computed.FirstOrDefault(computed => computed.Columns.Any(column => column.Name == race.Column))?.Text : null;

    /// <summary>Work that is done though a condition of the write may have changed no row and nobody looks; none when somebody looks, or nothing follows.</summary>
    public static SyntaxNode WorkDespite(RowRace race, FunctionModel function) =>
        race.Write.By.Answer is RowAnswer.ReturnsWhenPresent || UsedResults.ResultIsUsed(race.Write, function) ? default : Consequences.WorkAfter(function, race.Write);

    /// <summary>The CHECK on the tested column that refuses what a second change by the old value would leave: <c>CHECK (balance &gt;= 0)</c>. Null when there is none, or the write does not compute with the column.</summary>
    public static Check? RefusedBy(RowRace race, FunctionModel function) =>
        race.Consequence is Consequence.Accumulates ? function.Project.Schema.Table(race.Write.Query.Table!.Value)?.Checks.FirstOrDefault(check => check.Columns.Contains(race.Column)) : null;

    /// <summary>Whether what a statement wrote is undone when something that comes after it fails: both are in one transaction, which has not ended in between.</summary>
    public static bool IsUndoneWith(Statement statement, SyntaxNode later, FunctionModel function)
    {
        if (!IsInTransaction(statement, function))
            return false;
        var graph = function.Flow!;
        var ends = RowAccess.Statements(function).Where(other => other.Query.Kind is QueryKind.Commit).SelectMany(other => RowAccess.PointsOf(other, function)).ToHashSet();
        return RowAccess.PointsOf(statement, function).Any(from => graph.ReachableFrom(from, ends.Contains, exceptions: false) is var after && graph.PointsOf(ConnectionLife.EffectNode(later)).Any(to => after[to]));
    }

    /// <summary>A lock that is taken between the read and the write, and so too late for what was read; null when there is none, or when what it reads decides anew.</summary>
    public static Statement? LateLock(RowRace race, FunctionModel function)
    {
        if (race.Read.Call == race.Write.Call || race.Write.By.Handle.IsPool)
            return null;
        return Nearest(race.Write, function, later => later.Call != race.Read.Call && later.Call != race.Write.Call && later.By.Handle.IsSameConnectionAs(race.Write.By.Handle) && IsLockFor(later, race, function))
            .FirstOrDefault(later => Reaches(race.Read, later, function, until: _ => false) && HoldsUntil(later, race.Write, function)
                && IsInTransaction(later, function) && !RowAccess.Decides(later, race.Write, function) && !IsAskedAgain(later, race, function));
    }

    /// <summary>Whether what was read before a lock is read once more on every way from the lock to the write, and decides once more: <c>if (transaction) { await lock(); if (await find()) return; } await insert();</c></summary>
    private static bool IsAskedAgain(Statement locked, RowRace race, FunctionModel function)
    {
        if (!race.Deciding.Exists)
            return false;
        var again = RowAccess.Statements(function).Where(other => other.Call != race.Read.Call && other.Call != locked.Call && other.Query.Kind is QueryKind.Select && other.Query.Table?.Matches(race.Read.Query.Table!.Value) == true && RowAccess.Decides(other, race.Write, function))
            .SelectMany(other => RowAccess.PointsOf(other, function)).ToHashSet();
        if (again.Count == 0)
            return false;
        var targets = RowAccess.PointsOf(race.Write, function).ToArray();
        return !RowAccess.PointsOf(locked, function).Any(from => function.Flow!.ReachableFrom(from, again.Contains, exceptions: false) is var after && targets.Any(to => after[to]));
    }

    private static bool IsLockFor(Statement later, RowRace race, FunctionModel function)
    {
        if (later.Query.AdvisoryLocks.Any(taken => taken is { IsUnlock: false, IsTry: false, IsShared: false }))
            return true;
        var table = race.Write.Query.Table!.Value;
        return later.Query.Kind is QueryKind.Lock ? later.Query.Tables.Any(locked => locked.Table.Matches(table))
            : later.Query.RowLock is { IsExclusive: true } && later.Query.Table?.Matches(table) == true && !RowAccess.SharedKey(later, race.Write, function).IsEmpty;
    }

    /// <summary>Whether a statement runs inside a transaction: on a handle that a library began one on, after a BEGIN on a connection taken here, or on a connection that is given, of which we assume it.</summary>
    private static bool IsInTransaction(Statement statement, FunctionModel function)
    {
        var handle = statement.By.Handle;
        // "inTransaction((trx: Knex) => …)": the type of a pool, which that of a transaction extends, of what the function is given by one that begins a transaction.
        if (handle.IsPool)
            return handle.Variable.Exists && FunctionShape.ParameterOf(function, handle.Variable) >= 0 && function.Project.Transactions.IsInside(function);
        var isTakenHere = function.DatabaseCalls.Any(call => call.Action is DatabaseAction.Acquire && handle.Variable.Exists && ConnectionLife.TakenBy(call.Call, function.Module) == handle.Variable);
        return !isTakenHere || Nearest(statement, function, begin => begin.Query.Kind is QueryKind.Begin && begin.By.Handle.IsSameConnectionAs(handle)).Any(begin => HoldsUntil(begin, statement, function));
    }

    /// <summary>The same, where it is seen: a handle of a library's transaction, or a BEGIN here or in the function that runs this one.</summary>
    internal static bool IsSurelyInTransaction(Statement statement, FunctionModel function)
    {
        var handle = statement.By.Handle;
        if (handle.IsPool)
            return false;
        if (handle.Kind is Knowledge.HandleKind.Transaction)
            return true;
        return Nearest(statement, function, begin => begin.Query.Kind is QueryKind.Begin && begin.By.Handle.IsSameConnectionAs(handle)).Any(begin => HoldsUntil(begin, statement, function))
            || (handle.Variable.Exists && handle.Variable.Is(Binding.SymbolFlags.Parameter) && function.Takers.Any(taker => taker.DatabaseCalls.Any(call => call.Begins)));
    }

    /// <summary>A transaction's lock on an agreed number that is taken before the read and still held at the write; null when there is none.</summary>
    private static AdvisoryLock? HeldNumber(Statement earlier, RowRace race, FunctionModel function) =>
        !earlier.By.Handle.IsPool && earlier.Query.AdvisoryLocks.FirstOrDefault(taken => taken is { IsUnlock: false, IsTransaction: true, IsTry: false, IsShared: false }) is { } taken
            && IsInTransaction(earlier, function) && HoldsUntil(earlier, race.Read, function) && HoldsUntil(earlier, race.Write, function) ? taken : null;

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
    public static IsolationLevel? IsolationOf(Statement statement, FunctionModel function)
    {
        var here = Nearest(statement, function, earlier => earlier.Query.Isolation is not null && earlier.By.Handle.IsSameConnectionAs(statement.By.Handle))
            .Where(earlier => HoldsUntil(earlier, statement, function))
            .Select(earlier => earlier.Query.Isolation)
            .LastOrDefault();
        return here ?? statement.By.Handle.Isolation ?? (statement.By.Handle.IsPool ? null : function.Project.DatabaseCalls.LevelBeside(function)) ?? function.Takers.SelectMany(taker => RowAccess.Statements(taker)).Select(around => around.Query.Isolation).FirstOrDefault(level => level is not null);
    }

    private static bool MayProtect(Statement earlier, RowRace race, FunctionModel function) =>
        !earlier.Query.AdvisoryLocks.IsEmpty || earlier.Query.RowLock is { IsExclusive: true } || earlier.Query.Kind is QueryKind.Lock
        || IsOfParent(earlier, race, function)
        || (race.Anomaly is not Anomaly.Phantom && earlier.Query.Kind is QueryKind.Update or QueryKind.Insert && earlier.Query.Table?.Matches(race.Read.Query.Table!.Value) == true);

    /// <summary>"UPDATE post SET … WHERE id = $1" before the tags of that post are replaced.</summary>
    private static bool IsOfParent(Statement earlier, RowRace race, FunctionModel function) =>
        earlier.Query is { Kind: QueryKind.Update, Table: { } parent } && earlier.Call != race.Read.Call && (race.Anomaly is Anomaly.Phantom || !parent.Matches(race.Read.Query.Table!.Value)) && earlier.Query.Fixed(parent).Any(match =>
            RowAccess.FixedBy(race.Read.Query).Any(read => (race.Anomaly is not Anomaly.Phantom || race.Key.Contains(read.Column.Name)) && (RowAccess.IsSame(race.Read, read.Values[0], earlier, match.Values[0], function) || IsFoundBy(read.Values[0], match, earlier, race, function))));

    /// <summary>"const post = await find(id); await post.update(…);": the row that is changed was found by the same key.</summary>
    private static bool IsFoundBy(QueryValue asked, ColumnMatch match, Statement earlier, RowRace race, FunctionModel function) =>
        earlier.By.ValueOf(match.Values[0]).Node is { Exists: true } value && RowAccess.Statements(function).Any(found => found.Query is { Kind: QueryKind.Select, Table: { } table } && found.Call != race.Read.Call && earlier.Query.Table?.Matches(table) == true
            && found.Query.Fixed(table).Any(by => by.Column.Name == match.Column.Name && RowAccess.IsSame(race.Read, asked, found, by.Values[0], function)) && RowAccess.ComesFrom(value, found, function));

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

    /// <summary>Whether a statement is never reached without another one before it: what only some ways do locks nothing for the others, nor does an earlier turn of a loop for its later ones.</summary>
    private static bool IsOnEveryWayTo(Statement later, Statement earlier, FunctionModel function)
    {
        // "if (id) update(id); else id = insert();": a new row is nobody else's.
        var stops = RowAccess.Statements(function).Where(other => other.Query.Kind is QueryKind.Update or QueryKind.Insert && other.Call != later.Call && other.Query.Table is { } table && earlier.Query.Table?.Matches(table) == true && other.By.Handle.IsSameConnectionAs(earlier.By.Handle))
            .Append(earlier).SelectMany(other => RowAccess.PointsOf(other, function)).ToHashSet();
        var before = function.Flow!.ReachableFrom(0, stops.Contains, exceptions: false);
        return RowAccess.PointsOf(later, function).All(point => stops.Contains(point) || !before[point]);
    }

    /// <summary>Whether some way leads from one statement to another on which no transaction ends.</summary>
    internal static bool HoldsUntil(Statement earlier, Statement later, FunctionModel function) =>
        Reaches(earlier, later, function, until: query => query.Kind is QueryKind.Commit or QueryKind.Rollback);

    private static bool Reaches(Statement earlier, Statement later, FunctionModel function, Func<Query, bool> until)
    {
        var graph = function.Flow!;
        var ends = RowAccess.Statements(function).Where(statement => until(statement.Query)).SelectMany(statement => RowAccess.PointsOf(statement, function)).ToHashSet();
        var targets = RowAccess.PointsOf(later, function).ToArray();
        return RowAccess.PointsOf(earlier, function).Any(from => graph.ReachableFrom(from, ends.Contains, exceptions: false) is var after && targets.Any(to => after[to]));
    }
}
