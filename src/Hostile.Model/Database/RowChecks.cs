using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>Finds, in one function, writes that stand on what an earlier statement said of a row's state.</summary>
public static class RowChecks
{
    /// <summary>A row's state is tested, and then the row is changed or deleted. The nearest test before each write.</summary>
    public static IEnumerable<RowRace> ChecksThenUpdates(FunctionModel function) =>
        RowAccess.Last(States(function, QueryKind.Update).Concat(States(function, QueryKind.Delete)).Concat(UpsertedStates(function)), function).Where(race => !ChosenState.IsChosenByState(race, function));

    /// <summary>Whether the test that let the write through is no longer passed after it: a row that was chosen because it was not yet in the state, a mark that is set, a state that is left.</summary>
    internal static bool ClosesDoor(RowRace race, FunctionModel function)
    {
        var (read, write) = (race.Read, race.Write);
        if (read.Query.Where.Matches.Any(match => match.Column.Name == race.Column))
            return true;
        if (write.Query.Writes.FirstOrDefault(set => set.Column == race.Column) is not { Form: WriteForm.Absolute } set)
            return false;
        var tests = race.Below is { } below ? [(race.Deciding, below.PassedWhen)] : RowAccess.Deciding(read.By, RowAccess.PointsOf(write, function), function).Select(test => (function.Flow!.Points[test.Branch].Node, test.ReachedWhen));
        foreach (var (node, leadsOn) in tests)
        {
            if (node != race.Deciding)
                continue;
            var condition = race.Deciding.Unwrapped();
            if (RowAccess.MeansPresent(condition) is { } present)
                return present == leadsOn == (set.Value.IsNull || RowAccess.ConstantOf(write, set.Value, function) == "false");
            if (!condition.Is(SyntaxKind.BinaryExpression) || condition.Operator is not (TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals))
                return false;
            return condition.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals == leadsOn != IsSetTo(condition, set, write, function);
        }

        return false;
    }

    private static IEnumerable<RowRace> States(FunctionModel function, QueryKind kind)
    {
        foreach (var (read, write) in RowAccess.Pairs(function, kind, query => query is { Kind: QueryKind.Select, Aggregates.IsEmpty: true } or { Kind: QueryKind.Insert, HasReturning: true, Conflict: not null }, isGiven: true))
        {
            if (!RowAccess.GivesRow(read))
                continue;
            var key = RowAccess.SharedKey(read, write, function);
            if (!key.IsEmpty && !write.Query.IsPartlyUnknown && StateTested(read, write, key, function) is { } race)
                yield return race;
        }
    }

    /// <summary>
    /// "if (row?.paidAt) throw …; insert(payment); INSERT … ON CONFLICT (id) DO UPDATE SET paidAt": the same where the row need not be there, and something is made beside it that the test was to keep single.
    /// What only computes once more what is kept is no such thing.
    /// </summary>
    private static IEnumerable<RowRace> UpsertedStates(FunctionModel function)
    {
        foreach (var (read, write) in RowAccess.Pairs(function, QueryKind.Insert, query => query is { Kind: QueryKind.Select, Aggregates.IsEmpty: true }, isGiven: true))
        {
            if (write.Query is not { InsertedRows: 1, IsPartlyUnknown: false, Conflict: { IsUpdate: true, IsPartlyUnknown: false, HasExpressions: false, Columns.IsEmpty: false, Where.IsNone: true } } || AsUpdate(write) is not { } update || !RowAccess.GivesRow(read))
                continue;
            var key = RowAccess.SharedKey(read, update, function);
            if (!key.IsEmpty && StateTested(read, update, key, function) is { Consequence: Consequence.NotRefused, ConsequenceAt.Exists: true } race && MakesBeside(race, function))
                yield return race;
        }
    }

    /// <summary>Whether a row of another table is inserted behind the test.</summary>
    private static bool MakesBeside(RowRace race, FunctionModel function)
    {
        var graph = function.Flow!;
        var made = RowAccess.Statements(function).Where(other => other.Query is { Kind: QueryKind.Insert, Conflict: null, Table: { } table } && !table.Matches(race.Write.Query.Table!.Value)).SelectMany(other => RowAccess.PointsOf(other, function)).ToList();
        return made.Count > 0 && graph.PointsOf(race.Deciding).Any(from => graph.ReachableFrom(from, exceptions: false) is var after && made.Exists(to => after[to]));
    }

    /// <summary>What an upsert does to the row that is there; null where its key is not among what it inserts.</summary>
    private static Statement? AsUpdate(Statement upsert)
    {
        var (query, conflict) = (upsert.Query, upsert.Query.Conflict!);
        var matches = ImmutableArray.CreateBuilder<ColumnMatch>();
        foreach (var column in conflict.Columns)
        {
            if (query.Writes.FirstOrDefault(write => write.Column == column) is not { } given)
                return null;
            matches.Add(new(new(query.Table, column), "=", [given.Value], given.Span));
        }

        var writes = conflict.Writes.Select(set => set.Value.Source is ValueSource.Excluded && query.Writes.FirstOrDefault(write => write.Column == set.Value.Column.Name) is { } given ? given : set);
        return new(upsert.By, query with { Kind = QueryKind.Update, Where = new() { Matches = matches.ToImmutable() }, Writes = [.. writes], Conflict = null, InsertedRows = 0 });
    }

    private static RowRace? StateTested(Statement read, Statement write, ImmutableArray<string> key, FunctionModel function)
    {
        RowRace? found = null;
        foreach (var (branch, leadsOn) in RowAccess.Deciding(read.By, RowAccess.PointsOf(write, function), function))
        {
            var condition = function.Flow!.Points[branch].Node;
            var column = ColumnTested(function.Flow.Points[branch], leadsOn, read, write, function)
                ?? (RowAccess.Presence(condition, read.By, function) == leadsOn && ChosenState.StateOf(read, write, function) is { } state && !ChosenState.IsSameState(read, state, write, function) ? state.Column.Name : null);
            StateTest? asked = null;
            if (column is null && Asked(condition, function.Project.StateTests.At(condition, leadsOn), read, write, function) is var (of, test))
                (column, asked) = (of, test);
            column ??= PastBelow(condition, leadsOn, read, write, function);
            if (column is null)
                continue;
            var rival = RivalOf(condition, leadsOn, column, write, function);
            var (consequence, at) = rival.Exists ? (Consequence.Overrides, Consequences.RefusalAt(function, branch, leadsOn)) : ConsequenceOf(branch, leadsOn, column, asked, read, write, function);
            if (found is null || found.Consequence is Consequence.None || (asked is null && found.Consequence is Consequence.NotRefused && consequence is Consequence.NotRefusedTheSame))
                found = new(read, write, key, condition, column) { Consequence = consequence, ConsequenceAt = at, Asked = asked, Rival = rival };
        }

        return found ?? Asserted(read, write, key, function) ?? AskedByMethod(read, write, key, function) ?? (read.Query.Kind is QueryKind.Select or QueryKind.Insert && write.Query.Kind is QueryKind.Update ? TakenOver(read, write, key, function) : null) ?? StateTestedBelow(read, write, key, function);
    }

    /// <summary>"if (isLocked(row)) throw …; SET locked_until = $1": the time that has passed, as a called function says, and that the write sets anew. Null when there is none; a time that must not have passed is no state.</summary>
    private static string? PastBelow(SyntaxNode condition, bool leadsOn, Statement read, Statement write, FunctionModel function) => write.Query.Kind is not QueryKind.Update ? null
        : HelpedRow.PastIn(condition, leadsOn, read, function).SelectMany(RowAccess.ColumnsOf).FirstOrDefault(name => write.Query.Writes.Any(set => set.Column == name));

    /// <summary>"assertOpen(order)", which throws when it is not, on every way to the write.</summary>
    private static RowRace? Asserted(Statement read, Statement write, ImmutableArray<string> key, FunctionModel function)
    {
        var graph = function.Flow!;
        int[]? writes = null;
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point] is not { Op: FlowOp.Call, Node: { Kind: SyntaxKind.CallExpression } call } || call == read.Call || call == write.Call || !IsByItself(call) || function.Project.StateTests.Passed(call) is not { IsEmpty: false } tests
                || Asked(call, tests, read, write, function) is not var (column, asked))
                continue;
            writes ??= [.. RowAccess.PointsOf(write, function)];
            var here = point;
            if (!RowAccess.PointsOf(read, function).All(from => graph.ReachableFrom(from, stop => stop == here, exceptions: false) is var after && after[here] && !writes.Any(to => after[to])) || !writes.Any(to => graph.ReachableFrom(here, exceptions: false)[to]))
                continue;
            return new(read, write, key, call, column) { Asked = asked, Consequence = WhenAlwaysRefused(column, () => LeavesTheSame(call, true, column, asked, read, write, function), read, write, function), ConsequenceAt = asked.At };
        }

        return null;
    }

    /// <summary>"order.cancel()", which asks for <c>this.status</c> before it sets it: whoever has read the row has read it for the method, too.</summary>
    private static RowRace? AskedByMethod(Statement read, Statement write, ImmutableArray<string> key, FunctionModel function)
    {
        if (write.By.Steps is not [var inner, ..] || Asked(write.Call, function.Project.StateTests.OfReceiver(write.Call, inner), read, write, function) is not var (column, asked))
            return null;
        return new(read, write, key, write.Call, column) { Asked = asked, Consequence = WhenAlwaysRefused(column, () => LeavesTheSame(write.Call, true, column, asked, read, write, function), read, write, function), ConsequenceAt = asked.At };
    }

    /// <summary>
    /// The column of the read row that a called function asks for, or that a list of constants is searched for, and that the write sets; of a deletion one that some statement of the program sets. Null when there is none.
    /// What writes the table itself has seen to it.
    /// </summary>
    private static (string Column, StateTest Test)? Asked(SyntaxNode condition, ImmutableArray<StateTest> tests, Statement read, Statement write, FunctionModel function)
    {
        foreach (var test in tests)
        {
            // What is compared in the condition itself is read there.
            if (test.Given.Tree != function.Module.Tree || (!test.At.Is(SyntaxKind.CallExpression) && test.At.Tree == condition.Tree && condition.Span.Contains(test.At.Span)))
                continue;
            // "const isNew = !row.password && hasKey": what a variable is made of beside the row decides as much.
            if (!condition.Span.Contains(test.At.Span) && FunctionShape.Enclosing(test.At) == FunctionShape.Enclosing(condition) && !test.At.Wrapped().Parent.Is(SyntaxKind.Initializer))
                continue;
            var given = test.Given.Unwrapped();
            if (!function.Values!.OriginsOf(given, IsOpaque).Any(origin => origin.Node == read.Call && !origin.ThroughCall) || !RowAccess.IsOf(given, read, function))
                continue;
            var names = test.Members.Length > 0 ? (IsRow(given) && test.Members.LastIndexOf('.') == 0 ? [test.Members[1..]] : []) : IsRowItself(given, read, function) || IsOfOtherRow(given, read, function) ? [] : function.Values.NamesOn(given, IsOpaque);
            foreach (var name in names.SelectMany(RowAccess.ColumnsOf))
            {
                if (write.Query.Kind is QueryKind.Delete ? function.Project.RowWriters.Resets(write.Query.Table!.Value, name, test.IsOfPresence ? true : test.IsOfAbsence ? false : null)
                    : write.Query.Writes.FirstOrDefault(set => set.Column == name) is { } set && (set.Form is not WriteForm.Absolute || Meets(test, set, write, function) is not true))
                {
                    return !function.RowCalls.Any(made => made.Call != write.Call && condition.Span.Contains(made.Call.Span) && made.Queries.Any(query => query.IsWrite && query.Table?.Matches(write.Query.Table!.Value) == true)) ? (name, test) : null;
                }
            }
        }

        return null;

        bool IsOpaque(SyntaxNode call) => call != read.Call && call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression);

        // "order", "rows[0]": the row, and not one that was read along.
        bool IsRow(SyntaxNode value) => value.Is(SyntaxKind.Identifier) || function.Values!.NamesOn(value, IsOpaque).All(name => name is "rows" or "row" or "data" or "records");
    }

    /// <summary>Whether the state that is written passes a test; null when that is not known.</summary>
    private static bool? Meets(StateTest test, ColumnWrite set, Statement write, FunctionModel function)
    {
        if (set.Form is not WriteForm.Absolute)
            return null;
        var given = write.By.ValueOf(set.Value).Node;
        if (set.Value.IsNull || (given.Exists && given.Unwrapped() is { Kind: SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword }) || RowAccess.ConstantOf(write, set.Value, function) == "false")
            return test.Values.Contains(StateTest.Nothing) == test.IsAmong;
        // "if (!user.password) throw …; SET password = $1": there is one again.
        if (test.Values.All(value => value == StateTest.Nothing))
            return !test.IsAmong;
        if (RowAccess.ConstantOf(write, set.Value, function) is { } constant)
            return test.Values.Any(value => !value.Root.Exists && value.Members.Trim('\'') == constant) == test.IsAmong;
        if (given.Exists && Consequences.IsMemberOfModule(given.Unwrapped(), function.Project) && ValuePath.Of(given, "", function.Project.Bindings) is { } path)
            return test.Values.Contains(path) == test.IsAmong;
        // "if (plan === 'enterprise') throw …; SET plan = $1": whoever comes later is right to pass, too.
        return test.IsAmong ? null : true;
    }

    /// <summary>"const token = await validToken(code)", which throws when it is used up; and then it is marked so.</summary>
    private static RowRace? StateTestedBelow(Statement read, Statement write, ImmutableArray<string> key, FunctionModel function)
    {
        foreach (var test in TestBelow.Before(write, read, function))
        {
            var column = ColumnTested(test.Function.Flow!.Points[test.Branch], test.PassedWhen, test.Read, write, test.Function)
                ?? (RowAccess.Presence(test.Condition, test.Read.By, test.Function) == test.PassedWhen && ChosenState.StateOf(read, write, function) is { } state && !ChosenState.IsSameState(read, state, write, function) ? state.Column.Name : null);
            if (column is not null)
                return new(read, write, key, test.Condition, column) { Below = test, Consequence = ConsequenceOf(test, column, read, write, function), ConsequenceAt = test.Refusal };
        }

        return null;
    }

    /// <summary>
    /// "if (job.state === 'running') { if (!isStale(job)) return; } … SET state = 'running'": a row that somebody is at is left to him, unless he was too long at it. One side of the test may end the function, the other one goes on to the write, and to the work behind it.
    /// </summary>
    private static RowRace? TakenOver(Statement read, Statement write, ImmutableArray<string> key, FunctionModel function)
    {
        var graph = function.Flow!;
        var writes = RowAccess.PointsOf(write, function).ToHashSet();
        foreach (var branch in function.BranchesOn(read.Call))
        {
            var condition = graph.Points[branch].Node.Unwrapped();
            if (!IsComparison(condition) || condition.Operator is not (TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals))
                continue;
            var (ends, goesOn) = (false, false);
            foreach (var edge in graph.From(branch).ToArray())
            {
                if (edge.Kind is not (EdgeKind.True or EdgeKind.False))
                    continue;
                var reached = graph.ReachableFrom(edge.Target, stop => stop == branch || writes.Contains(stop), exceptions: false);
                var (mayEnd, mayWrite) = (reached[graph.Returns], edge.Target is var target && (writes.Contains(target) || writes.Any(point => reached[point])));
                ends |= edge.Kind is EdgeKind.True && mayEnd && mayWrite;
                goesOn |= edge.Kind is EdgeKind.False && !mayEnd && mayWrite;
            }

            if (ends && goesOn && ColumnTested(graph.Points[branch], false, read, write, function, maySetTheSame: true) is { } column && write.Query.Writes.Any(set => set.Column == column && IsSetTo(condition, set, write, function)) && Consequences.WorkAfter(function, write) is { Exists: true } work)
                return new(read, write, key, condition, column) { Consequence = Consequence.Repeats, ConsequenceAt = work };
        }

        return null;
    }

    /// <summary>Whether a write sets the very state that a condition asks for.</summary>
    private static bool IsSetTo(SyntaxNode condition, ColumnWrite set, Statement write, FunctionModel function)
    {
        var asked = ValuePath.Of(condition.ChildAt(1), "", function.Project.Bindings);
        return asked is not null && (write.By.ValueOf(set.Value) is { Node.Exists: true } value && ValuePath.Of(value.Node, value.Members, function.Project.Bindings) == asked
            || (asked is { Root.Exists: false, Members: var text } && RowAccess.ConstantOf(write, set.Value, function) == text.Trim('\'')));
    }

    private static (Consequence Consequence, SyntaxNode At) ConsequenceOf(int branch, bool leadsOn, string column, StateTest? asked, Statement read, Statement write, FunctionModel function)
    {
        var refusal = Consequences.RefusalAt(function, branch, leadsOn);
        if (write.Query.Kind is QueryKind.Delete)
            return refusal.Exists || Consequences.WorkAt(function, branch, leadsOn, write).Exists ? (Consequence.Overrides, refusal) : (Consequence.None, default);
        if (write.Query.Writes.Any(set => set.Column == column && set is { Form: not WriteForm.Absolute, IsStable: false }))
            return (Consequence.Accumulates, refusal);
        if (refusal.Exists && Consequences.SetsConstants(write, function) && Consequences.EndsInRefusal(write, function))
            return (Consequence.None, default);
        if (refusal.Exists)
            return ((LeavesTheSame(function.Flow!.Points[branch].Node, leadsOn, column, asked, read, write, function) && Consequences.IsAllRepeatable(branch, leadsOn, read, write, function)) || Consequences.OnlyMarks(column, read, write, function) ? Consequence.NotRefusedTheSame : Consequence.NotRefused, refusal);
        if (Consequences.WorkAt(function, branch, leadsOn, write) is { Exists: true } work)
        {
            var isSpared = Consequences.IsRepeatable(write, read, function) ? !Consequences.DoesMore(function, branch, leadsOn, write)
                : IsComparison(function.Flow!.Points[branch].Node.Unwrapped()) && Consequences.OnlyMakesValues(function, branch, leadsOn, write);
            return isSpared ? (Consequence.None, default) : (Consequence.Repeats, work);
        }

        // "if (row.status === OWED) … SET status = SETTLED; else insert(OWED)": who bills it meanwhile is overwritten, and what his state asks for is not done.
        return Money.In(write.Query, column) is not null && Consequences.SetsConstants(write, function) && function.Project.RowWriters.ChangesBeside(write.Query.Table!.Value, column, write) && Consequences.OtherWay(function, branch, leadsOn, write) is { Exists: true } other
            ? (Consequence.Overrides, other) : (Consequence.None, default);
    }

    /// <summary>What a second execution does that a test below was to keep out: that always refuses.</summary>
    private static Consequence ConsequenceOf(TestBelow test, string column, Statement read, Statement write, FunctionModel function) =>
        WhenAlwaysRefused(column, () => LeavesTheSame(test.Condition, test.PassedWhen, column, null, read, write, function), read, write, function);

    private static Consequence WhenAlwaysRefused(string column, Func<bool> leavesTheSame, Statement read, Statement write, FunctionModel function)
    {
        if (write.Query.Kind is QueryKind.Delete)
            return Consequence.Overrides;
        if (write.Query.Writes.Any(set => set.Column == column && set is { Form: not WriteForm.Absolute, IsStable: false }))
            return Consequence.Accumulates;
        return (leavesTheSame() && Consequences.IsAllRepeatableAfter(read, write, function)) || Consequences.OnlyMarks(column, read, write, function) ? Consequence.NotRefusedTheSame : Consequence.NotRefused;
    }

    /// <summary>Whether the row is the same after a second write that ought to be refused: it sets the very state that is asked for, or constants.</summary>
    private static bool LeavesTheSame(SyntaxNode condition, bool leadsOn, string column, StateTest? asked, Statement read, Statement write, FunctionModel function) =>
        ((asked is { } test ? IsLeft(test, column, write, function) : IsStateWritten(condition, leadsOn, column, read, write, function)) && Consequences.IsRepeatable(write, read, function)) || (!Once.In(write.Query, column) && Consequences.SetsConstants(write, function));

    /// <summary>Whether the state that is written no longer passes the test.</summary>
    private static bool IsLeft(StateTest test, string column, Statement write, FunctionModel function) =>
        !Once.In(write.Query, column) && write.Query.Writes.FirstOrDefault(set => set.Column == column) is { } set && Meets(test, set, write, function) is false;

    /// <summary>Whether what is refused is the very state that the write sets, so that the second finds done what it does: <c>if (!user.enabled) throw …; SET enabled = false</c>.</summary>
    private static bool IsStateWritten(SyntaxNode condition, bool leadsOn, string column, Statement read, Statement write, FunctionModel function)
    {
        if (write.Query.Writes.FirstOrDefault(set => set.Column == column) is not { Form: WriteForm.Absolute } set || Once.In(write.Query, column))
            return false;
        var isEmptied = set.Value.IsNull || RowAccess.ConstantOf(write, set.Value, function) == "false" || write.By.ValueOf(set.Value).Node.Kind is SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword;
        // "WHERE deleted_at IS NULL", no row: throw.
        if (ChosenState.StateOf(read, write, function) is { } asked && asked.Column.Name == column)
        {
            return asked.Operator is "is null" ? !isEmptied : asked.Operator is "is not null" ? isEmptied
                : asked is { Operator: "=", Values: [var wanted] } && RowAccess.ConstantOf(read, wanted, function) is { } before && RowAccess.ConstantOf(write, set.Value, function) is { } after && before != after;
        }

        if (RowAccess.MeansPresent(condition) is { } present)
            return present == leadsOn == isEmptied;
        condition = condition.Unwrapped();
        if (!condition.Is(SyntaxKind.BinaryExpression) || condition.Operator is not (TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals))
            return false;
        // "if (row.status !== 'paused') throw …; SET status = 'active'": what is written is not what is asked for.
        if (condition.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals == leadsOn)
            return RowAccess.ConstantOf(write, set.Value, function) is { } given && ValuePath.Of(condition.ChildAt(1), "", function.Project.Bindings) is { Root.Exists: false, Members: var asks } && asks.Trim('\'') != given;
        return IsSetTo(condition, set, write, function);
    }

    /// <summary>The column of the read row that a condition tests and the write sets; of a deletion one that some statement of the program sets. Null when there is none.</summary>
    private static string? ColumnTested(FlowPoint branch, bool leadsOn, Statement read, Statement write, FunctionModel function, bool maySetTheSame = false) =>
        branch.Tests.Select(test => ColumnTested(test, branch.Node, leadsOn, read, write, function, maySetTheSame)).FirstOrDefault(column => column is not null);

    /// <param name="test">What the branch compares or tests.</param>
    /// <param name="branch">All of it.</param>
    private static string? ColumnTested(SyntaxNode test, SyntaxNode branch, bool leadsOn, Statement read, Statement write, FunctionModel function, bool maySetTheSame)
    {
        foreach (var node in test.DescendantsAndSelf)
        {
            if (node.Kind is not (SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.Identifier) || node.Parent.Is(SyntaxKind.PropertyAccessExpression))
                continue;
            // "const canSkip = same && row.secret === input.secret": what was put together before is tested as a whole.
            if (node.Is(SyntaxKind.Identifier) && function.Values!.DefinitionsOf(node).Any(target => AssignedValue.Of(target) is { Exists: true } made && IsTest(made.Unwrapped())))
                continue;
            // "if (!verified)" after "verified = await verify(input, row.counter)": what a call answers that is waited for is no state of the row.
            var origins = function.Values!.OriginsOf(node, IsOpaque).Where(origin => origin.Node == read.Call).ToList();
            // "const state = await stateOf(id)": the name was taken off where it was read.
            var isAnswered = read.By.Answered.Length > 0 && node.Is(SyntaxKind.Identifier);
            if (origins.Count == 0 || !RowAccess.IsOf(node, read, function) || (!isAnswered && IsRowItself(node, read, function)) || IsOfOtherRow(node, read, function))
                continue;
            var names = isAnswered && function.Values.NamesOn(node, call => call == read.Call || IsOpaque(call)).IsEmpty ? read.By.Answered : function.Values.NamesOn(node, IsOpaque);
            foreach (var name in names.SelectMany(RowAccess.ColumnsOf))
            {
                // "row.data.verified" before a function that writes "data" in its own way: what becomes of that part is not seen.
                if (node.Is(SyntaxKind.PropertyAccessExpression) && write.By.Steps is [.., var inner] && !(inner.Tree == function.Module.Tree && function.Node.Span.Contains(inner.Span)) && !RowAccess.ColumnsOf(node.ChildAt(1).Text).Contains(name) && write.Query.Writes.FirstOrDefault(set => set.Column == name) is { Form: WriteForm.Absolute, Value.Source: ValueSource.Parameter } whole && !write.By.ValueOf(whole.Value).Node.Exists)
                    continue;
                if (write.Query.Kind is QueryKind.Delete ? IsState(node, function) && (function.Project.RowWriters.Resets(write.Query.Table!.Value, name, IsPresent()) || (Money.IsMoney(name) && function.Project.RowWriters.Changes(write.Query.Table.Value, name)))
                    : write.Query.Writes.Any(set => set.Column == name && (set.Form is not WriteForm.Absolute || (IsState(node, function) && origins.Exists(origin => !origin.ThroughCall))) && (maySetTheSame || !IsComparedWith(node, set, write, function)) && !StaysPresent(branch, leadsOn, set, write, function) && !(test == branch && RefusedBefore(node, leadsOn, write, function) is { } refused && !function.Project.RowWriters.SetterOf(write, name, refused).Exists)))
                    return name;
            }
        }

        return null;

        // "if (row.parent !== null) return;": who goes on has found none.
        bool? IsPresent() => test == branch && RowAccess.MeansPresent(branch) is { } present ? present == leadsOn : null;

        bool IsOpaque(SyntaxNode call) => call != read.Call && call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression);
    }

    /// <summary>"const [row] = await …; if (!row)": whether there is one, which says nothing of its columns.</summary>
    private static bool IsRowItself(SyntaxNode tested, Statement read, FunctionModel function) =>
        tested.Is(SyntaxKind.Identifier) && function.Values!.DefinitionsOf(tested) is [var target] && !IsNamedPart(target)
        && (AssignedValue.Of(target) is { Exists: true } given ? given : AssignedValue.SourceOf(target)).Unwrapped() is { Kind: SyntaxKind.AwaitExpression } awaiting && awaiting == ConnectionLife.EffectNode(read.Call);

    /// <summary>"{ status }" of a pattern.</summary>
    private static bool IsNamedPart(SyntaxNode target)
    {
        for (var at = target; at.Parent.Kind is SyntaxKind.BindingElement or SyntaxKind.ObjectBindingPattern or SyntaxKind.ArrayBindingPattern; at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.ObjectBindingPattern))
                return true;
        }

        return false;
    }

    /// <summary>"order.customer.status" where the query asks for the customer beside the order: the state of another row.</summary>
    private static bool IsOfOtherRow(SyntaxNode tested, Statement read, FunctionModel function)
    {
        if (read.Query.Along.Length > 0 || !tested.Is(SyntaxKind.PropertyAccessExpression))
            return false;
        var names = function.Values!.NamesOn(tested.FirstChild, call => call == read.Call);
        if (names.IsEmpty)
            return false;
        foreach (var node in (read.By.Given?.Read ?? read.By).Innermost.Child(SyntaxKind.ArgumentList).DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.PropertyAssignment) && new PropertyAssignment(node).Value.Unwrapped().Kind is SyntaxKind.TrueKeyword or SyntaxKind.ObjectLiteralExpression && names.Contains(node.FirstChild.Text)
                && node.FirstChild.Text is not ("data" or "where" or "select" or "include"))
                return true;
        }

        return false;
    }

    /// <summary>"if (!user.password) throw …; SET password = $1": there was one and there is one again, so that a second execution is right to pass.</summary>
    private static bool StaysPresent(SyntaxNode condition, bool leadsOn, ColumnWrite set, Statement write, FunctionModel function) =>
        RowAccess.MeansPresent(condition) == leadsOn && (set.Form is WriteForm.Absolute || IsDocument(set, write, function)) && set.Value is { IsNull: false, Text: not "false" }
        && write.By.ValueOf(set.Value).Node.Kind is not (SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword);

    /// <summary>A document that is merged with another is there before and after.</summary>
    private static bool IsDocument(ColumnWrite set, Statement write, FunctionModel function) =>
        function.Project.Schema.Table(write.Query.Table!.Value, function.Module.Path)?.Column(set.Column) is { Type: var type } && type.Contains("json", StringComparison.OrdinalIgnoreCase);

    /// <summary>"if (row.name !== name) … SET name = $1": a write is spared where it would change nothing.</summary>
    private static bool IsComparedWith(SyntaxNode tested, ColumnWrite set, Statement write, FunctionModel function)
    {
        var comparison = tested.Wrapped().Parent;
        if (!comparison.Is(SyntaxKind.BinaryExpression))
            return false;
        var other = comparison.FirstChild.Unwrapped() == tested ? comparison.ChildAt(1) : comparison.FirstChild;
        // "if (row.status !== Status.PAID) … SET status = $1 [Status.PAID]": a state, and not what came.
        if (Consequences.IsMemberOfModule(other.Unwrapped(), function.Project))
            return false;
        // "jsonb_set(preferences, '{theme}', $1)": of a column that the statement computes, what it is given for it.
        return ValuePath.Of(other, "", function.Project.Bindings) is { Root.Exists: true } path && (IsEquality(comparison) ? set.Value.Inputs.Append(set.Value) : [set.Value]).Any(value => write.By.ValueOf(value) is { Node.Exists: true } written && IsIt(written.Node, written.Members));

        static bool IsEquality(SyntaxNode comparison) => comparison.Operator is TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals or TokenKind.ExclamationEqualsEquals or TokenKind.ExclamationEquals;

        // "to_jsonb(${theme}::text)", "JSON.stringify(theme)"
        bool IsIt(SyntaxNode node, string members) => ValuePath.Of(node, members, function.Project.Bindings) == path
            || (node.Unwrapped() is { Kind: SyntaxKind.CallExpression } call && set.Form is not WriteForm.Absolute && call.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } only && ValuePath.Of(only, "", function.Project.Bindings) == path);
    }

    /// <summary>"transfer(owner)", which sets what the test refuses and this write never sets: who passes the test before it takes back what it has set. None where nobody does.</summary>
    private static SyntaxNode RivalOf(SyntaxNode condition, bool leadsOn, string column, Statement write, FunctionModel function) =>
        write.Query.Kind is QueryKind.Update && condition.Unwrapped() is { Kind: SyntaxKind.BinaryExpression } test
        && (RefusedBefore(test.FirstChild.Unwrapped(), leadsOn, write, function) ?? RefusedBefore(test.ChildAt(1).Unwrapped(), leadsOn, write, function)) is { } refused ? function.Project.RowWriters.SetterOf(write, column, refused) : default;

    /// <summary>
    /// "if (role === 'owner') throw …; if (row.role === 'owner') throw …; SET role = $1 [role]": what the test refuses is what the write never sets, so that whoever comes later is right to pass, too, unless somebody else sets it.
    /// </summary>
    private static ValuePath? RefusedBefore(SyntaxNode tested, bool leadsOn, Statement write, FunctionModel function)
    {
        var comparison = tested.Wrapped().Parent;
        if (!comparison.Is(SyntaxKind.BinaryExpression) || comparison.Operator is not (TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals)
            || comparison.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals == leadsOn)
            return null;
        var refused = comparison.FirstChild.Unwrapped() == tested ? comparison.ChildAt(1) : comparison.FirstChild;
        if (ValuePath.Of(refused, "", function.Project.Bindings) is not { } constant || (constant.Root.Exists && !Consequences.IsMemberOfModule(refused.Unwrapped(), function.Project)))
            return null;
        var graph = function.Flow!;
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point] is not { Op: FlowOp.Branch, Node: var node } || node.Unwrapped() is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals } test || test == comparison
                || test.FirstChild.Unwrapped() is not { Kind: SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression } given || ValuePath.Of(test.ChildAt(1), "", function.Project.Bindings) != constant)
                continue;
            if (IsGiven(given) && Consequences.RefusalAt(function, point, leadsOn: false).Exists && RowAccess.PointsOf(write, function).ToArray() is var writes && graph.ReachableFrom(point, exceptions: false) is var after && Array.Exists(writes, to => after[to]))
                return constant;
        }

        return null;

        // "update(id, { flags: merge({ role }) })"
        bool IsGiven(SyntaxNode value)
        {
            var path = ValuePath.Of(value, "", function.Project.Bindings);
            if (path is not { Root.Exists: true } || write.Call.Tree != function.Module.Tree)
                return false;
            foreach (var node in write.Call.DescendantsAndSelf)
            {
                if (node.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && node.TextIs(value.Bytes) && ValuePath.Of(node, "", function.Project.Bindings) == path)
                    return true;
            }

            return false;
        }
    }

    private static bool IsTest(SyntaxNode made) => IsComparison(made)
        || (made.Is(SyntaxKind.BinaryExpression) && made.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar) || (made.Is(SyntaxKind.PrefixUnaryExpression) && made.Operator is TokenKind.Exclamation);

    /// <summary>Tested by itself, or against a constant or a member of an enumeration: no owner, no name that came with the request, no role that a function ranks.</summary>
    private static bool IsState(SyntaxNode tested, FunctionModel function)
    {
        var comparison = tested.Wrapped().Parent;
        if (comparison.Is(SyntaxKind.ArgumentList) && comparison.Parent.FirstChild.TextIs("Number"u8))
            return IsState(comparison.Parent, function);
        if (!comparison.Is(SyntaxKind.BinaryExpression) || comparison.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar)
            return !comparison.Is(SyntaxKind.ArgumentList);
        var other = (comparison.FirstChild.Unwrapped() == tested ? comparison.ChildAt(1) : comparison.FirstChild).Unwrapped();
        if (other.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.NumericLiteral or SyntaxKind.NullKeyword or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword || other.TextIs("undefined"u8))
            return true;
        var root = MemberPath.RootOf(other);
        return root.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(root) is { Exists: true } symbol && (symbol.IsModuleLevel || symbol.Is(SymbolFlags.Import));
    }

    /// <summary>"WHERE id IN ($1) AND state = …": how many of the rows that are named by their keys are in a state says nothing of others.</summary>
    internal static bool IsOfTheSame(Statement read) => read.Query.Where.Matches.Any(match => match is { Column.Name: "id", Operator: "in", IsJoin: false } && (match.Column.Table is not { } table || table.Matches(read.Query.Table!.Value)));

    internal static bool IsByItself(SyntaxNode call) => ConnectionLife.EffectNode(call).Wrapped().Parent.Is(SyntaxKind.ExpressionStatement);

    internal static bool IsComparison(SyntaxNode condition) => condition.Is(SyntaxKind.BinaryExpression)
        && condition.Operator is TokenKind.LessThan or TokenKind.LessThanEquals or TokenKind.GreaterThan or TokenKind.GreaterThanEquals or TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals or TokenKind.ExclamationEqualsEquals or TokenKind.ExclamationEquals;
}
