using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
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
/// <param name="Column">The column that is written back, or whose state is checked; empty for a check of which rows there are.</param>
public sealed record RowRace(Statement Read, Statement Write, ImmutableArray<string> Key, SyntaxNode Deciding, string Column)
{
    /// <summary>For a condition that stands in the function that reads: the test there; null for one of the function itself.</summary>
    public TestBelow? Below { get; init; }

    /// <summary>For a state that a called function asks of the row, or that a list is searched for: what is asked; null for a comparison that stands in the condition itself.</summary>
    public StateTest? Asked { get; init; }

    /// <summary>What a look for absence asks for beside the key; null for other races.</summary>
    public InsertedRow? Looked { get; init; }

    /// <summary>The column of the key that is looked for among the rows in memory, <c>known.has(name)</c>; empty for a look that the statement itself makes.</summary>
    public string InMemory { get; init; } = "";

    /// <summary>Whether the row is inserted, too, where the look found one that is not to the point: <c>if (last &amp;&amp; last.text === text) return</c>.</summary>
    public bool IsBesideOthers { get; init; }

    /// <summary>Whether nothing else is done after the write.</summary>
    public bool EndsWithIt(FunctionModel function) => !Consequences.WorkAfter(function, Write).Exists;

    /// <summary>Something that is made outside, by a request, because of the test: <c>stripe.customers.create(…)</c>. None when nothing is.</summary>
    public SyntaxNode Creation(FunctionModel function) => Deciding.Exists ? Consequences.CreationAt(function, Deciding, Read, Write) : default;

    /// <summary>Whether two executions write the same into the row: constants, the time, and what was read; not what each of them was given.</summary>
    public bool WritesTheSame(FunctionModel function) => Consequences.IsRepeatable(Write, Read, function);

    /// <summary>What is sent because of the test, and waited for by nobody: it goes out twice, whatever the row ends as. None when nothing is.</summary>
    public SyntaxNode SentBeside(FunctionModel function) => Consequences.SentBeside(this, function);

    /// <summary>Whether what is written is the time that stood there or, where none did, the present one, and nothing else in the program sets another: <c>row.joinedAt ?? now</c>.</summary>
    public bool KeepsFirstTime(FunctionModel function) => Fallback.KeepsFirstTime(this, function);

    /// <summary>Whether what is tested is only that the column has no value yet, which the write gives it: <c>if (!row.summary) … SET summary = $1</c>. A constant, or the time, is the mark of something that is done, and no such value.</summary>
    public bool FillsGap(FunctionModel function) => Column.Length > 0 && (Asked is { } asked ? asked.IsOfAbsence : RowAccess.MeansPresent(Deciding) is not null) && !Once.In(Write.Query, Column)
        && Write.Query.Writes.Any(set => set.Column == Column && set is { Form: WriteForm.Absolute, Value.IsNull: false } && !Consequences.IsConstant(set.Value, Write, function));

    /// <summary>Whether the row is looked for by the very thing that is used up, a token that was given, and that the write sets to nothing: only who has it can use it twice.</summary>
    public bool IsAskedForByIt(FunctionModel function) => Read.Query.Table is { } table
        && Read.Query.Fixed(table).Any(match => match.Operator == "=" && (match.Column.Name == Column ? Once.IsUsedUp(Column) : Once.IsProof(match.Column.Name) && Write.Query.Writes.Any(set => set.Column == match.Column.Name && (set.Value.IsNull || Write.By.ValueOf(set.Value).Node.Is(SyntaxKind.NullKeyword))))
            && RowAccess.ConstantOf(Read, match.Values[0], function) is null);

    /// <summary>Whether what is written is one of two constants, and the old state says which: <c>SET status = isOn ? 'off' : 'on'</c>.</summary>
    public bool IsTurnedOver(FunctionModel function) => Write.Query.Writes.Any(set => set.Column == Column && set.Form is WriteForm.Absolute && Write.By.ValueOf(set.Value).Node is { Exists: true } value && value.Tree == function.Module.Tree
        && value.Unwrapped() is { Kind: SyntaxKind.ConditionalExpression } choice && function.Values!.OriginsOf(choice.FirstChild).Any(origin => origin.Node == Read.Call)
        && IsPlain(choice.ChildAt(1).Unwrapped()) && IsPlain(choice.ChildAt(2).Unwrapped()));

    private static bool IsPlain(SyntaxNode value) => value.Kind is SyntaxKind.StringLiteral or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword or SyntaxKind.PropertyAccessExpression;

    /// <summary>Whether the insertion stands in a loop that does not hold the look, or brings the rows of a list, <c>values(tags.map((tag) =&gt; …))</c>: it makes several rows with the same key.</summary>
    public bool IsOneOfMany(FunctionModel function) => Write.Query.Kind is QueryKind.Insert && Write != Read && (Mapped(function) is { Exists: true } mapped ? mapped : ReplacedRows.LoopAround(Write, Read)) is { Exists: true } loop
        && Looked?.Columns.All(column => Write.Query.Writes.Any(set => set.Column == column)) is not false
        && !Write.Query.Writes.Where(set => Key.Contains(set.Column) || Looked?.Columns.Contains(set.Column) is true).Any(set => set.Value.Source is not ValueSource.Constant && Write.By.ValueOf(set.Value).Node is var value && (!value.Exists || ReplacedRows.IsOfTurn(value, loop, function)));

    /// <summary>The call that makes the rows of a list, which does not hold the look; none for a row that is written out.</summary>
    private SyntaxNode Mapped(FunctionModel function) => Write.By is { InsertedList: { Exists: true } list } && list.Tree == function.Module.Tree && function.Node.Span.Contains(list.Span) && list.Unwrapped() is { Kind: SyntaxKind.CallExpression } made && made.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && method.ChildAt(1).TextIs("map"u8)
        && !(made.Tree == Read.Call.Tree && made.Span.Contains(Read.Call.Span)) ? made : default;

    /// <summary>A unique key of the table that has more columns than were looked for: by design there are several rows with those; null when there is none, or one of its columns alone is unique.</summary>
    public UniqueKey? WiderKey(FunctionModel function) => Write.Query.Table is { } table && !Key.IsEmpty
        ? function.Project.Schema.Table(table, function.Module.Path)?.UniqueKeys.FirstOrDefault(unique => unique.Expressions.IsEmpty && unique.Columns.Length > Key.Length && Key.All(unique.Columns.Contains))
        : null;

    /// <summary>
    /// The columns of a wider key that the insertion leaves empty and that mark a row as deleted: one living row is meant, and the key refuses no second one, since nulls are distinct in it. Empty for other keys.
    /// </summary>
    public ImmutableArray<string> MarksLeftEmpty(UniqueKey wider, FunctionModel function)
    {
        if (wider.NullsNotDistinct || Write.Query.InsertedRows == 0 || function.Project.Schema.Table(Write.Query.Table!.Value, function.Module.Path) is not { } table)
            return [];
        ImmutableArray<string> marks = [.. wider.Columns.Where(column => !Key.Contains(column))];
        return marks.All(column => Deletion.IsMark(column) && table.Column(column) is { IsNotNull: false, HasDefault: false } && Write.Query.Writes.All(write => write.Column != column || write.Value.IsNull)) ? marks : [];
    }

    /// <summary>For a look for absence: where whoever finds a row is refused; none where he is given the row, or goes on.</summary>
    public SyntaxNode RefusalWhenFound(FunctionModel function) => Read.Call == Write.Call || !Deciding.Exists ? default
        : RowAccess.Deciding(Read.By, RowAccess.PointsOf(Write, function), function).Where(test => function.Flow!.Points[test.Branch].Node == Deciding).Select(test => Consequences.RefusalAt(function, test.Branch, test.ReachedWhen)).FirstOrDefault(refusal => refusal.Exists);

    /// <summary>Whether another function changes the column of rows that it does not choose by whoever asks, as a job or a webhook does.</summary>
    /// <param name="requester">The column that says whose row it is.</param>
    public bool IsChangedForOthers(string requester, FunctionModel function) => function.Project.RowWriters.ChangesForOthers(Write, Column, requester, function);

    /// <summary>For a look for absence: whether whoever finds a row does nothing more, <c>if (found) return;</c>.</summary>
    public bool EndsWhenFound(FunctionModel function) => Deciding.Exists && Read.Call != Write.Call
        && RowAccess.Deciding(Read.By, RowAccess.PointsOf(Write, function), function).Any(test => function.Flow!.Points[test.Branch].Node == Deciding && (Consequences.RefusalAt(function, test.Branch, test.ReachedWhen).Exists || !Consequences.WorksOn(function, test.Branch, !test.ReachedWhen)));

    /// <summary>The column of an insertion that gets the next number after those that were read; empty for other races.</summary>
    public string Number { get; init; } = "";

    /// <summary>The column of a list of rows that the program sums up for a limit; empty for other races.</summary>
    public string Summed { get; init; } = "";

    /// <summary>Further columns that the same statement writes back in the same way; empty for other races.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>How a value that is written back is made of what was read.</summary>
    public Rewriting Rewriting { get; init; }

    /// <summary>Whether a value that is written back is the old one with something added to it, or taken away, which the server can do by itself.</summary>
    public bool IsSum { get; init; }

    /// <summary>What a second execution does that the check was to keep out.</summary>
    public Consequence Consequence { get; init; }

    /// <summary>For what is overridden, the statement that sets it; none where any may.</summary>
    public SyntaxNode Rival { get; init; }

    /// <summary>Where it does that: the refusal, or what is done again; none for the write itself.</summary>
    public SyntaxNode ConsequenceAt { get; init; }

    /// <summary>What goes wrong between two executions.</summary>
    public Anomaly Anomaly => Column.Length > 0 ? Anomaly.LostUpdate : Write.Query.Kind is QueryKind.Insert ? Anomaly.Phantom : Anomaly.WriteSkew;
}

/// <summary>Finds, in one function, the statements that depend on what an earlier statement read of the same row.</summary>
public static class RowAccess
{
    /// <summary>Conditions within conditions.</summary>
    private const int DeepestCondition = 8;

    /// <summary>Reads of a row's absence followed by its insertion.</summary>
    public static IEnumerable<RowRace> ChecksThenInserts(FunctionModel function)
    {
        // An UPDATE that changes no row says that there is none, as a SELECT does.
        foreach (var (read, write) in Pairs(function, QueryKind.Insert, query => query.Kind is QueryKind.Select or QueryKind.Update, isGiven: true))
        {
            var key = SharedKey(read, write, function);
            if (read.Query is { Kind: QueryKind.Select, Aggregates.IsEmpty: true } && (!key.IsEmpty || read.Query.Along.Length == 0) && !IsAnotherKind(read, write, function) && KnownAmong.Before(read, write, function) is var (test, asked))
            {
                var known = ColumnAt(asked.Column, write);
                if (!key.Contains(known))
                    key = key.Add(known);
                yield return new(read, write, key, test, "") { Looked = InsertedRow.Of(read, write, key, test, function), InMemory = known };
                continue;
            }

            if (!key.IsEmpty && !IsAnotherKind(read, write, function) && AbsenceBranch(read, write, function) is { Exists: true } branch)
                yield return new(read, write, key, branch, "") { Looked = InsertedRow.Of(read, write, key, branch, function), IsBesideOthers = ComesBesideOthers(read, write, function) };
        }

        // "INSERT … SELECT … WHERE NOT EXISTS (…)": one statement, but the look and the insertion are two steps to the server.
        foreach (var statement in Statements(function).Where(statement => statement is { By.Steps.IsEmpty: true, Query: { Kind: QueryKind.Insert, Table: not null } }))
        {
            foreach (var check in statement.Query.ExistenceChecks)
            {
                if (!check.IsNegated || check.Table?.Matches(statement.Query.Table!.Value) != true || function.Flow is null)
                    continue;
                var fixedColumns = check.Where.Matches.Where(match => match.IsFixed).Select(match => match.Column.Name).Distinct().ToImmutableArray();
                if (!fixedColumns.IsEmpty)
                    yield return new(statement, statement, fixedColumns, statement.Call, "");
            }
        }
    }

    /// <summary>The column that the program calls by a name, as the statement that writes it has it.</summary>
    internal static string ColumnAt(string property, Statement write) => ColumnsOf(property).FirstOrDefault(name => write.Query.Writes.Any(set => set.Column == name)) ?? property;

    /// <summary>Whether the result of one statement decides whether another is reached.</summary>
    public static bool Decides(Statement read, Statement later, FunctionModel function) =>
        Deciding(read.By, PointsOf(later, function), function).Any();

    /// <summary>Reads of a row's column followed by a write of a value that is made of it.</summary>
    public static IEnumerable<RowRace> ReadModifyWrites(FunctionModel function)
    {
        foreach (var (read, write) in Pairs(function, QueryKind.Update, query => query.Kind is QueryKind.Select or QueryKind.Insert, isGiven: true))
        {
            if ((read.Query.Kind is QueryKind.Insert && !GivesRow(read)) || IsGivenOn(read, write, function.Project))
                continue;
            var key = SharedKey(read, write, function);
            if (key.IsEmpty)
                continue;
            // One finding a statement, of the column with which most is lost: one that is computed anew rather than one that only goes back, money and rights before anything else.
            var found = new List<RowRace>();
            foreach (var column in write.Query.Writes)
            {
                if (column.Form is not WriteForm.Absolute || write.By.ValueOf(column.Value) is not { Node.Exists: true } value)
                    continue;
                var isMade = IsMadeOf(value, column.Column, read, function);
                if (!isMade && !IsExchanged(value, column.Column, read, write, function))
                    continue;
                var rewriting = isMade ? RewritingOf(value, read, function) : Rewriting.Computed;
                if (rewriting is not (Rewriting.GoesBack or Rewriting.Unchanged) || (!SendsOnlyChanged(write, function) && !IsToldBelow(read, write, function.Project)))
                    found.Add(new(read, write, key, default, column.Column) { Rewriting = rewriting, IsSum = IsSum(value.Node, function) });
            }

            if (found.MinBy(race => Stakes.RankOf(race.Column, race.Rewriting)) is { } worst)
                yield return worst with { Others = [.. found.Where(race => race != worst && race.Column != worst.Column && race.Rewriting == worst.Rewriting).Select(race => race.Column).Distinct()] };
        }

        // "INSERT … ON CONFLICT (id) DO UPDATE SET n = EXCLUDED.n" of a number that was computed from an earlier read: atomic, and a lost update all the same.
        foreach (var (read, write) in Pairs(function, QueryKind.Insert, query => query.Kind is QueryKind.Select))
        {
            if (write.Query.Conflict is not { IsUpdate: true } conflict || SharedKey(read, write, function) is not { IsEmpty: false } key)
                continue;
            foreach (var set in conflict.Writes)
            {
                var stored = set.Value.Source is ValueSource.Excluded ? write.Query.Writes.FirstOrDefault(inserted => inserted.Column == set.Value.Column.Name)?.Value : set.Value;
                if (stored is null || key.Contains(set.Column) || write.By.ValueOf(stored) is not { Node.Exists: true } value || !IsMadeOf(value, set.Column, read, function) || Fallback.Of(value, read.Call, function) is not Rewriting.Computed)
                    continue;
                yield return new(read, write, key, default, set.Column) { IsSum = IsSum(value.Node, function) };
                break;
            }
        }
    }

    /// <summary>
    /// "SELECT … ORDER BY created DESC LIMIT 1", and an INSERT of a new latest row whose total is made of the old one's: nothing is changed, and an update is lost all the same.
    /// A number that goes up by one with it is another fault, and often what refuses the second row.
    /// </summary>
    public static IEnumerable<RowRace> Appended(FunctionModel function)
    {
        foreach (var (read, write) in Pairs(function, QueryKind.Insert, query => query is { Kind: QueryKind.Select, HasOrderBy: true, HasGroupBy: false, RowLock: null, Limit: { Source: ValueSource.Constant, Text: "1" } }, isTold: false))
        {
            if (write.Query.Conflict is not null || KeyOfLatest(read, write, function) is not { IsEmpty: false } key)
                continue;
            var made = write.Query.Writes.Where(set => set.Form is WriteForm.Absolute && write.By.ValueOf(set.Value) is { Node.Exists: true } value && value.Node.Tree == function.Module.Tree && IsMadeOf(value, set.Column, read, function)).ToList();
            if (made.Exists(set => NextNumbers.AddsOne(write.By.ValueOf(set.Value).Node, function, 0)))
                continue;
            if (made.Find(set => IsTotal(set.Column) && IsReckoned(write.By.ValueOf(set.Value).Node, function, 0)) is { } total)
                yield return new(read, write, key, default, total.Column);
        }
    }

    /// <summary>The columns that say of what a row is the latest: what the look asks for and the new row has; by the name of what both are given where that is all that is known.</summary>
    private static ImmutableArray<string> KeyOfLatest(Statement read, Statement write, FunctionModel function) => SharedKey(read, write, function) is { IsEmpty: false } key ? key
        : [.. FixedBy(read.Query).Where(match => LastMember(read.By.ValueOf(match.Values[0])) is { Length: > 2 } name && write.Query.Writes.Any(set => set.Column == match.Column.Name && LastMember(write.By.ValueOf(set.Value)) == name)).Select(match => match.Column.Name)];

    private static string LastMember(CalledValue value) => value.Members.Length > 0 ? value.Members[(value.Members.LastIndexOf('.') + 1)..] : !value.Node.Exists ? "" : value.Node.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access ? access.ChildAt(1).Text : value.Node.Unwrapped() is { Kind: SyntaxKind.Identifier } name ? name.Text : "";

    /// <summary>Whether a column is named for what adds up from row to row.</summary>
    internal static bool IsTotal(string column) => Money.IsMoney(column) || Money.WordsOf(column).Any(word => word is "total" or "sum" or "balance" or "spent" or "used" or "usage" or "remaining" or "cumulative" or "running");

    /// <summary>A sum or a difference, also by way of variables, choices and <c>Math.max</c>.</summary>
    private static bool IsReckoned(SyntaxNode value, FunctionModel function, int depth)
    {
        value = value.Unwrapped();
        return depth <= 6 && value.Kind switch
        {
            SyntaxKind.BinaryExpression when value.Operator is TokenKind.Plus or TokenKind.Minus => true,
            SyntaxKind.BinaryExpression when value.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar => IsReckoned(value.FirstChild, function, depth + 1),
            SyntaxKind.ConditionalExpression => IsReckoned(value.ChildAt(1), function, depth + 1) || IsReckoned(value.ChildAt(2), function, depth + 1),
            SyntaxKind.CallExpression when value.FirstChild.Bytes.StartsWith("Math."u8) => value.Child(SyntaxKind.ArgumentList).Children.ToArray().Any(argument => IsReckoned(argument, function, depth + 1)),
            SyntaxKind.Identifier => function.Values!.DefinitionsOf(value) is [var target] && AssignedValue.Of(target) is { Exists: true } made && IsReckoned(made, function, depth + 1),
            _ => false,
        };
    }

    /// <summary><c>row.count + 1</c>, also by way of a variable; no text and no list is put together.</summary>
    private static bool IsSum(SyntaxNode value, FunctionModel function)
    {
        value = value.Unwrapped();
        if (value.Is(SyntaxKind.Identifier) && value.Tree == function.Module.Tree && function.Values!.DefinitionsOf(value) is [var target] && AssignedValue.Of(target) is { Exists: true } made)
            value = made.Unwrapped();
        return value.Is(SyntaxKind.BinaryExpression) && value.Operator is TokenKind.Plus or TokenKind.Minus
            && new[] { value.FirstChild.Unwrapped(), value.ChildAt(1).Unwrapped() }.All(side => side.Kind is not (SyntaxKind.StringLiteral or SyntaxKind.TemplateExpression or SyntaxKind.NoSubstitutionTemplateLiteral));
    }

    /// <summary>Of several looks before one write those that no other one follows on every way to it: a look that is repeated decides, not the first.</summary>
    internal static IEnumerable<RowRace> Last(IEnumerable<RowRace> races, FunctionModel function)
    {
        foreach (var group in races.GroupBy(race => (race.Write.Call, race.Write.Query)))
        {
            var looks = group.ToList();
            foreach (var race in looks)
            {
                if (looks.Count == 1 || !looks.Exists(other => other.Read.Call != race.Read.Call && Intervenes(other.Read, race, function)))
                    yield return race;
            }
        }
    }

    /// <summary>Whether every way from the look to the write, and to what decides over it, goes through another statement.</summary>
    internal static bool Intervenes(Statement between, RowRace race, FunctionModel function)
    {
        var graph = function.Flow!;
        var stops = PointsOf(between, function).ToHashSet();
        var writes = PointsOf(race.Write, function).Concat(race.Deciding.Exists && between.By.RereadObject.Exists ? graph.PointsOf(race.Deciding).Where(point => graph.Points[point].Op is FlowOp.Branch) : []).ToArray();
        return stops.Count > 0 && PointsOf(race.Read, function).All(from => graph.ReachableFrom(from, stops.Contains, exceptions: false) is var after && stops.Any(stop => after[stop]) && !writes.Any(to => after[to]));
    }

    /// <summary>The statements that a function runs, itself or by the functions that it calls, with those inside WITH clauses left in their outer ones, in the order of the text.</summary>
    public static ImmutableArray<Statement> Statements(FunctionModel function) => function.Statements.All;

    /// <summary>The points of the flow at which a statement has been done.</summary>
    public static IEnumerable<int> PointsOf(Statement statement, FunctionModel function)
    {
        if (statement.By.Given is not null)
            return function.Flow!.PointsOf(statement.Call).Where(point => function.Flow.Points[point].Op is FlowOp.Write);
        var node = ConnectionLife.EffectNode(statement.Call);
        return function.Flow!.PointsOf(node).Where(point => function.Flow.Points[point].Op is FlowOp.Await or FlowOp.Call);
    }

    /// <summary>Two statements of the function on one table, the second of which may follow the first.</summary>
    /// <param name="isTold">Whether a read in a function that is called must say to its caller what it found.</param>
    /// <param name="isPairedBelow">Whether a write may stand in a function that reads the table by itself.</param>
    /// <param name="isGiven">Whether a row counts as read that the function is given by one who has read it.</param>
    internal static IEnumerable<(Statement Read, Statement Write)> Pairs(FunctionModel function, QueryKind kind, Func<Query, bool> isFirst, bool isTold = true, bool isPairedBelow = false, bool isGiven = false)
    {
        if (function.RowCalls.Length < (isGiven ? 1 : 2) || function.Flow is null)
            return [];
        return (isGiven ? function.StatementsWithGiven : function.Statements).Pairs(kind, isFirst, isTold, isPairedBelow);
    }

    /// <summary>The row that was given is given on to the function that writes it: the fault, if it is one, stands there.</summary>
    private static bool IsGivenOn(Statement read, Statement write, ProjectModel project) =>
        read.By.Given is { } given && write.By.Steps.Any(step => project.FunctionAround(step) is { } below && project.GivenRows.In(below).Any(other => other.Given!.Read == given.Read));

    /// <summary>Whether the function that writes is given the row as this one has read it: what goes back unchanged is said there.</summary>
    private static bool IsToldBelow(Statement read, Statement write, ProjectModel project) =>
        read.By.Given is null && write.By.Steps.Any(step => project.FunctionAround(step) is { } below && project.GivenRows.In(below).Any(other => other.Given is { Relation.Length: 0 } given && given.Read.Call == read.Call));

    /// <summary>The columns that the read fixes and the write sets or fixes to the same value.</summary>
    internal static ImmutableArray<string> SharedKey(Statement read, Statement write, FunctionModel function)
    {
        if (read.By.Given is { } source && source.InReader(new(read, write, [], default, "")) is var seen && SharedKey(seen.Read, seen.Write, source.Reader) is { IsEmpty: false } whole)
            return whole;
        var key = ImmutableArray.CreateBuilder<string>();
        foreach (var match in read.Query.Kind is QueryKind.Insert ? KeyOfConflict(read.Query) : FixedBy(read.Query))
        {
            var values = write.Query.Kind is QueryKind.Insert
                ? write.Query.Writes.Where(column => column.Column.Equals(match.Column.Name, StringComparison.OrdinalIgnoreCase)).Select(column => column.Value)
                : write.Query.Fixed(write.Query.Table!.Value).Where(other => other.Column.Name == match.Column.Name).Select(other => other.Values[0]);
            if (values.Any(value => IsSame(read, match.Values[0], write, value, function) || (write.Query.Kind is QueryKind.Insert && IsOneText(read.By.ValueOf(match.Values[0]), write.By.ValueOf(value), function))))
                key.Add(match.Column.Name);
            else if (write.Query.Kind is not QueryKind.Insert && values.Any(value => IsOther(read, match.Values[0], write, value, function)))
                return [];
            // "… AND id <> $1": all but the row that was read.
            if (write.Query.Where.Matches.Any(other => other is { Operator: "<>", Values: [var left] } && other.Column.Name == match.Column.Name && IsSame(read, match.Values[0], write, left, function)))
                return [];
        }

        // "WHERE lower(email) = lower($1)": the row that is inserted with this email is found by it.
        foreach (var computed in write.Query.Kind is QueryKind.Insert && read.Query.Kind is QueryKind.Select ? read.Query.Where.Computed : [])
        {
            if (computed.Columns is not [var only] || key.Contains(only.Name) || (only.Table is { } owner && !owner.Matches(read.Query.Table!.Value)))
                continue;
            var given = computed.Value.Inputs is [var input] ? input : computed.Value;
            if (write.Query.Writes.Any(column => column.Column == only.Name && (IsSame(read, given, write, column.Value, function) || IsOneText(read.By.ValueOf(given), write.By.ValueOf(column.Value), function))))
                key.Add(only.Name);
        }

        // "WHERE id = $2" with the id of the row that was found by something else.
        if (write.Query.Kind is QueryKind.Update or QueryKind.Delete && key.Count == 0)
            key.AddRange(write.Query.Fixed(write.Query.Table!.Value).Where(match => !write.Query.Writes.Any(changed => changed.Column == match.Column.Name) && write.By.ValueOf(match.Values[0]).Node is { Exists: true } value && (ComesFrom(value, read, function) || (write.By.Steps.IsEmpty && value.Tree == function.Module.Tree && Elements.IsOf(value, read.Call, function)))).Select(match => match.Column.Name).Take(1));
        // "WHERE user_id = $1 [user.id]" of the user that was asked for with the user_id of the row.
        if (write.Query.Kind is QueryKind.Delete && key.Count == 0)
            key.AddRange(write.Query.Fixed(write.Query.Table!.Value).Where(match => IsAskedForBy(write.By.ValueOf(match.Values[0]).Node, match.Column.Name, read, function)).Select(match => match.Column.Name).Take(1));
        if (write.Query.Kind is QueryKind.Update && key.Count == 0 && !read.Query.IsPartlyUnknown)
            key.AddRange(write.Query.Fixed(write.Query.Table!.Value).Where(match => Elements.IsChosenBy(write.By.ValueOf(match.Values[0]), match.Column.Name, read, write, function)).Select(match => match.Column.Name).Take(1));
        return key.ToImmutable();
    }

    /// <summary>Whether a value is a member of a second row that was looked for by the same member of its own with a column of the first: <c>user.id</c> after <c>find(token.userId)</c>.</summary>
    private static bool IsAskedForBy(SyntaxNode value, string column, Statement read, FunctionModel function)
    {
        if (!value.Exists || value.Tree != function.Module.Tree || value.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } member)
            return false;
        var whole = CapturedFrom(value, function) is { Exists: true } outer ? outer : member.FirstChild;
        var origins = function.Values!.OriginsOf(whole).Where(origin => !origin.ThroughCall).Select(origin => origin.Node).ToHashSet();
        var names = ColumnsOf(member.ChildAt(1).Text).ToList();
        return origins.Count > 0 && Statements(function).Any(beside => beside.Query is { Kind: QueryKind.Select, Table: { } table } && origins.Contains(beside.Call) && beside.Query.Fixed(table).Any(match => names.Contains(match.Column.Name)
            && beside.By.ValueOf(match.Values[0]).Node is { Exists: true } asked && ComesFrom(asked, read, function) && function.Values.NamesOn(asked).SelectMany(ColumnsOf).Contains(column)));
    }

    /// <summary>"WHERE user = $1 [session.user]" and "WHERE user = $1 [body.user]": parameters or members of different names are taken to be different rows.</summary>
    internal static bool IsOther(Statement read, QueryValue asked, Statement write, QueryValue given, FunctionModel function)
    {
        var bindings = function.Project.Bindings;
        return read.By.ValueOf(asked) is { Node.Exists: true } one && write.By.ValueOf(given) is { Node.Exists: true } other
            && ValuePath.Of(one.Node, one.Members, bindings) is { Root.Exists: true } path && ValuePath.Of(other.Node, other.Members, bindings) is { Root.Exists: true } otherPath
            && path != otherPath && !ComesFrom(other.Node, read, function) && !IsByWayOf(path, otherPath) && !IsByWayOf(otherPath, path);
    }

    /// <summary><c>auth.branchId</c> and <c>auth.tenancy.branchId</c>: the same thing of one object, once by way of another part of it. Whether they are alike is not known, but they are no two.</summary>
    private static bool IsByWayOf(ValuePath path, ValuePath longer)
    {
        var (few, many) = (path.Members.Split('.', StringSplitOptions.RemoveEmptyEntries), longer.Members.Split('.', StringSplitOptions.RemoveEmptyEntries));
        return path.Root == longer.Root && few.Length > 0 && few.Length == many.Length - 1 && few[^1] == many[^1] && few[^1] is not ("id" or "name" or "key") && few.AsSpan(0, few.Length - 1).SequenceEqual(many.AsSpan(0, few.Length - 1));
    }

    /// <summary>The columns that choose the rows that are read, or counted, or asked for with EXISTS.</summary>
    internal static IEnumerable<ColumnMatch> FixedBy(Query query) =>
        query.Fixed(query.Table!.Value).Concat(query.Aggregates
            .Where(aggregate => aggregate.Function is "exists" && aggregate.Table?.Matches(query.Table.Value) == true)
            .SelectMany(aggregate => aggregate.Where.Matches.Where(match => match.IsFixed)));

    /// <summary>"INSERT … ON CONFLICT (name) DO UPDATE … RETURNING": the columns by which the row is found that is there already.</summary>
    private static IEnumerable<ColumnMatch> KeyOfConflict(Query insert) => insert.Inserted.Where(match => match.IsFixed && insert.Conflict?.Columns.Contains(match.Column.Name) == true);

    /// <summary>Whether a statement gives the row that it finds, whatever else it does: a SELECT; an insertion that gives the row that was there already.</summary>
    internal static bool GivesRow(Statement statement) =>
        statement.Query is { Kind: QueryKind.Select, Aggregates.IsEmpty: true } || (statement.Query is { Kind: QueryKind.Insert, HasReturning: true, Conflict: { } conflict } && (conflict.IsUpdate || statement.By.GivesWhatIsThere));

    /// <summary>"WHERE status IN ('open', 'active')" and an insertion with 'rejected': the check would not have found that row.</summary>
    internal static bool IsAnotherKind(Statement read, Statement write, FunctionModel function)
    {
        foreach (var match in read.Query.Where.Matches)
        {
            if (match.Column.Table is { } table && !table.Equals(read.Query.Table))
                continue;
            if (write.Query.Writes.FirstOrDefault(column => column.Column == match.Column.Name) is not { Form: WriteForm.Absolute } inserted)
                continue;
            if (inserted.Value.IsNull ? match.Operator is "is not null" or "=" : match.Operator is "is null" && inserted.Value.Source is ValueSource.Constant or ValueSource.Parameter && !MayBeLeftOut(write.By.ValueOf(inserted.Value).Node))
                return true;
            if (ConstantOf(write, inserted.Value, function) is not { } value)
                continue;
            var asked = match.Values.Select(other => ConstantOf(read, other, function)).ToList();
            if (match.Operator is "=" or "in" ? asked.TrueForAll(other => other is not null && other != value) && asked.Count > 0 : match.Operator is "<>" or "!=" or "not in" && asked.Contains(value))
                return true;
        }

        return false;
    }

    /// <summary>"parent: id ? { connect: { id } } : undefined": there is no such value on the other way.</summary>
    private static bool MayBeLeftOut(SyntaxNode value)
    {
        for (var at = value; at.Exists && at.Kind is not (SyntaxKind.ArgumentList or SyntaxKind.Initializer or SyntaxKind.Block); at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.ConditionalExpression) && at.Parent.FirstChild != at)
                return true;
        }

        return false;
    }

    /// <summary>The text of a value that is a constant of the statement or of the program; null for others.</summary>
    public static string? ConstantOf(Statement statement, QueryValue value, FunctionModel function) =>
        value.Source is ValueSource.Constant ? value.Text
        : statement.By.ValueOf(value) is { Node.Exists: true } given && ValuePath.Of(given.Node, given.Members, function.Project.Bindings) is { Root.Exists: false, Members: var text } ? text.Trim('\'')
        : null;

    /// <summary>Those columns of a race's key that are compared with a constant, and which.</summary>
    public static IEnumerable<(string Column, string Value)> ConstantsOf(RowRace race, FunctionModel function) =>
        FixedBy(race.Read.Query).Where(match => race.Key.Contains(match.Column.Name))
            .Select(match => (match.Column.Name, Value: ConstantOf(race.Read, match.Values[0], function)))
            .Where(constant => constant.Value is not null)
            .Select(constant => (constant.Name, constant.Value is "true" or "false" || double.TryParse(constant.Value, System.Globalization.CultureInfo.InvariantCulture, out _) ? constant.Value! : $"'{constant.Value}'"));

    internal static bool IsSame(Statement one, QueryValue value, Statement other, QueryValue otherValue, FunctionModel function)
    {
        if (ConstantOf(one, value, function) is { } constant)
            return ConstantOf(other, otherValue, function) == constant;
        var (left, right) = (one.By.ValueOf(value), other.Query.Kind is QueryKind.Insert ? Chosen(other.By.ValueOf(otherValue)) : other.By.ValueOf(otherValue));
        if (left.Node.Exists && right.Node.Exists && IsSameTemplate(left.Node.Unwrapped(), right.Node.Unwrapped(), function))
            return true;
        if (!left.Node.Exists || !right.Node.Exists || ValuePath.Of(left.Node, left.Members, function.Project.Bindings) is not { } path)
            return false;
        return ValuePath.Of(right.Node, right.Members, function.Project.Bindings) == path || (path.Root.Exists && ComesFrom(right.Node, one, function));
    }

    /// <summary>What is given where anything is: <c>kind === 'user' ? id : undefined</c>, for a column that is left empty in rows of the other kind.</summary>
    private static CalledValue Chosen(CalledValue value) => value is { Members: "", Node.Exists: true } && value.Node.Unwrapped() is { Kind: SyntaxKind.ConditionalExpression } choice
        ? IsNothing(choice.ChildAt(2)) ? value with { Node = choice.ChildAt(1) } : IsNothing(choice.ChildAt(1)) ? value with { Node = choice.ChildAt(2) } : value : value;

    private static bool IsNothing(SyntaxNode value) => value.Unwrapped() is { Exists: true } bare && (bare.Is(SyntaxKind.NullKeyword) || bare.TextIs("undefined"u8));

    /// <summary>"email.toLowerCase()" and "email": two executions that are given the same ask for the same and insert the same.</summary>
    private static bool IsOneText(CalledValue left, CalledValue right, FunctionModel function) =>
        ValuePath.Of(left.Node, left.Members, function.Project.Bindings) is { } one && ValuePath.Of(right.Node, right.Members, function.Project.Bindings) is { } other && (one.IsMadeOf(other) || other.IsMadeOf(one));

    /// <summary>"`task-${key}`" twice in one function, of variables that are set once.</summary>
    private static bool IsSameTemplate(SyntaxNode left, SyntaxNode right, FunctionModel function)
    {
        if (!left.Is(SyntaxKind.TemplateExpression) || !right.Is(SyntaxKind.TemplateExpression) || left.Tree != right.Tree || left.Tree != function.Module.Tree || !left.Bytes.SequenceEqual(right.Bytes))
            return false;
        foreach (var node in left.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression) || (node.Is(SyntaxKind.Identifier) && !node.Parent.Is(SyntaxKind.PropertyAccessExpression) && function.Module.LocalSymbolOf(node) is not { Exists: true, IsAssignedOnce: true }))
                return false;
        }

        return true;
    }

    /// <summary>"WHERE id = $1" with the id of the row that was read.</summary>
    internal static bool ComesFrom(SyntaxNode value, Statement read, FunctionModel function) =>
        value.Tree == function.Module.Tree && function.Values!.OriginsOf(CapturedFrom(value, function) is { Exists: true } outer ? outer : value).Any(origin => !origin.ThroughCall && origin.Node == read.Call);

    /// <summary>"inTransaction(async (tx) =&gt; tx.update(row.id))": what a variable of the function is given that a function written in it sees; none for other values.</summary>
    private static SyntaxNode CapturedFrom(SyntaxNode value, FunctionModel function)
    {
        if (FunctionShape.Enclosing(value) == function.Node)
            return default;
        var root = value.Unwrapped();
        while (root.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression)
            root = root.FirstChild.Unwrapped();
        if (!root.Is(SyntaxKind.Identifier) || function.Module.LocalSymbolOf(root) is not { Exists: true } symbol || symbol.Scope.Function.Node != function.Node)
            return default;
        // "let row; if (id) row = await find(id);"
        if (!symbol.IsAssignedOnce)
            return symbol.Declaration is { Kind: SyntaxKind.VariableDeclaration } late && !late.Child(SyntaxKind.Initializer).Exists && symbol.Writes is [var only] ? AssignedValue.Of(only) : default;
        var declared = symbol.Declaration;
        while (declared.Kind is SyntaxKind.BindingElement or SyntaxKind.ObjectBindingPattern or SyntaxKind.ArrayBindingPattern)
            declared = declared.Parent;
        return declared.Is(SyntaxKind.VariableDeclaration) ? declared.Child(SyntaxKind.Initializer).FirstChild : default;
    }

    /// <summary>The branch that leads to the write when the read found no row, and not when it found one, or the call that comes back only then; none when the write does not depend on that.</summary>
    private static SyntaxNode AbsenceBranch(Statement read, Statement write, FunctionModel function)
    {
        if (read.By.Answer is RowAnswer.ReturnsWhenAbsent && read.Query.Along.Length == 0)
            return read.Call;
        // That the row is there for sure says nothing of those that are read along.
        var by = read.Query.Along.Length > 0 && read.By.Answer is RowAnswer.ReturnsWhenPresent ? read.By with { Answer = RowAnswer.Present } : read.By;
        foreach (var (point, reachedWhen) in Deciding(by, PointsOf(write, function), function))
        {
            var branch = function.Flow!.Points[point].Node;
            if (Presence(branch, by, function) is { } present && present != reachedWhen && IsOf(branch, read, function))
                return branch;
        }

        return default;
    }

    /// <summary>Whether a condition or value on what a call read is on the rows of this query, rather than on those that it reads along, or that it is read along with.</summary>
    internal static bool IsOf(SyntaxNode expression, Statement read, FunctionModel function)
    {
        if (read.By.Along.IsEmpty)
            return true;
        var names = function.Values!.NamesOn(expression);
        return read.Query.Along.Length > 0 ? names.Contains(read.Query.Along) : !read.By.Along.Any(along => names.Contains(along.Name) && !IsColumn(along, function));
    }

    /// <summary>"select: { customerId: true }" of a model that is described nowhere: a column, where nothing is taken from it as from a row, and the function has nothing else to do with a table of that name.</summary>
    private static bool IsColumn(AlongRead along, FunctionModel function)
    {
        // Not what it calls does: that is asked what it answers, and comes back here where two functions call each other.
        if (!along.IsGuess || function.DatabaseCalls.Any(call => call.Queries.Any(query => query.Table?.Matches(along.Table) == true)))
            return false;
        foreach (var node in FunctionShape.BodyOf(function.Node).DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression && NamedLast(node.FirstChild.Unwrapped()) == along.Name)
                return false;
        }

        return true;
    }

    private static string NamedLast(SyntaxNode node) => node.Is(SyntaxKind.PropertyAccessExpression) ? node.ChildAt(1).Text : node.Is(SyntaxKind.Identifier) ? node.Text : "";

    /// <summary>Whether some branch on more of what was read than that it is there leads to the write, too, though a row was found.</summary>
    private static bool ComesBesideOthers(Statement read, Statement write, FunctionModel function)
    {
        var graph = function.Flow!;
        var absences = Deciding(read.By, PointsOf(write, function), function).Where(one => Presence(graph.Points[one.Branch].Node, read.By, function) is { } present && present != one.ReachedWhen)
            .Select(one => one.Branch).ToHashSet();
        var writes = PointsOf(write, function).ToArray();
        return absences.Count > 0 && read.By.Answer is RowAnswer.Present && function.BranchesOn(read.Call).Any(point => !absences.Contains(point) && Presence(graph.Points[point].Node, read.By, function) is null)
            && PointsOf(read, function).Any(from => graph.ReachableFrom(from, absences.Contains, exceptions: false) is var after && writes.Any(to => after[to]));
    }

    /// <summary>The branches that decide whether one of some points is reached: what each says of a row that a call reads, and whether the points are reached when it holds.</summary>
    internal static IEnumerable<(bool Present, bool ReachedWhen)> Presence(DatabaseCall read, IEnumerable<int> points, FunctionModel function)
    {
        foreach (var (point, reachedWhen) in Deciding(read, points, function))
        {
            if (Presence(function.Flow!.Points[point].Node, read, function) is { } present)
                yield return (present, reachedWhen);
        }
    }

    internal static bool? Presence(SyntaxNode branch, DatabaseCall read, FunctionModel function) =>
        read.Answer is not (RowAnswer.ReturnsWhenPresent or RowAnswer.None) && MeansPresent(branch, read, function, 0) is { } present ? present == read.Answer is RowAnswer.Present : null;

    /// <summary>The same of a condition that stands in a variable: <c>const isFree = rows.length === 0</c>; one on more of the row than that it is there says neither.</summary>
    private static bool? MeansPresent(SyntaxNode condition, DatabaseCall read, FunctionModel function, int depth)
    {
        condition = condition.Unwrapped();
        if (depth > DeepestCondition)
            return null;
        if (condition.Is(SyntaxKind.PrefixUnaryExpression) && condition.Operator is TokenKind.Exclamation)
            return !MeansPresent(condition.FirstChild, read, function, depth + 1);
        if (condition.Is(SyntaxKind.BinaryExpression) && condition.Operator is TokenKind.AmpersandAmpersand)
        {
            bool? both = null;
            foreach (var side in (SyntaxNode[])[condition.FirstChild, condition.ChildAt(1)])
            {
                if (!function.Values!.OriginsOf(side).Any(origin => origin.Node == read.Call))
                    continue;
                if (MeansPresent(side, read, function, depth + 1) is not true)
                    return null;
                both = true;
            }

            return both;
        }

        // "if (token.revoked) throw …": what is asked of a row that is there. "limit - count > 0": how many there are.
        if (IsOfRow(condition, read, function) || (condition.Is(SyntaxKind.BinaryExpression) && Remainder.Is(condition.FirstChild, read, function)))
            return null;
        if (condition.Is(SyntaxKind.Identifier) && function.Values!.DefinitionsOf(condition) is [var target] && AssignedValue.Of(target).Unwrapped() is { Exists: true } made
            && (made.Is(SyntaxKind.PrefixUnaryExpression) || (made.Is(SyntaxKind.BinaryExpression) && made.Operator is not (TokenKind.QuestionQuestion or TokenKind.BarBar)) || IsSearch(made)))
            return MeansPresent(made, read, function, depth + 1);
        return MeansPresent(condition);
    }

    /// <summary><c>row.revoked</c>, a column of the table, taken without a question mark: of a row that is not there it could not be.</summary>
    private static bool IsOfRow(SyntaxNode condition, DatabaseCall read, FunctionModel function)
    {
        if (!condition.Is(SyntaxKind.PropertyAccessExpression) || condition.Has(NodeFlags.Optional) || condition.FirstChild.Unwrapped() is not { Kind: SyntaxKind.Identifier or SyntaxKind.ElementAccessExpression } || read.Along.Any(along => condition.ChildAt(1).Text == along.Name && !IsColumn(along, function)))
            return false;
        var names = ColumnsOf(condition.ChildAt(1).Text).ToList();
        return read.Queries.Any(query => query is { Kind: QueryKind.Select, Aggregates.IsEmpty: true, Table: { } table }
            && (query.Selected.Any(selected => selected.Value.Source is ValueSource.Column && names.Contains(selected.Value.Column.Name)) || names.Exists(name => function.Project.Schema.Table(table, function.Module.Path)?.Column(name) is not null)));
    }

    /// <summary>The branches on the result of a statement that lead to a later one on one side only, and on which.</summary>
    internal static IEnumerable<(int Branch, bool ReachedWhen)> Deciding(DatabaseCall read, IEnumerable<int> points, FunctionModel function)
    {
        var graph = function.Flow!;
        var writes = points.ToHashSet();
        foreach (var point in function.BranchesOn(read.Call))
        {
            var (whenTrue, whenFalse) = (false, false);
            foreach (var edge in graph.From(point).ToArray())
            {
                var reaches = edge.Kind is not EdgeKind.Throws && (writes.Contains(edge.Target) || (graph.ReachableFrom(edge.Target, stop => stop == point, exceptions: false) is var after && writes.Any(to => after[to])));
                whenTrue |= reaches && edge.Kind is EdgeKind.True;
                whenFalse |= reaches && edge.Kind is EdgeKind.False;
            }

            if (whenTrue != whenFalse)
                yield return (point, whenTrue);
        }
    }

    /// <summary>
    /// Whether a condition on a result, when it holds, says that there is a row: <c>rows.length</c>, <c>rows[0]</c>, <c>rowCount &gt; 0</c> do, <c>rowCount === 0</c> says that there is none.
    /// Null for what says neither, such as a limit.
    /// </summary>
    internal static bool? MeansPresent(SyntaxNode condition)
    {
        condition = condition.Unwrapped();
        switch (condition.Kind)
        {
            case SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.AwaitExpression:
                return true;
            case SyntaxKind.PrefixUnaryExpression when condition.Operator is TokenKind.Exclamation:
                return !MeansPresent(condition.FirstChild);
            case SyntaxKind.CallExpression when condition.FirstChild.Kind is SyntaxKind.PropertyAccessExpression && condition.FirstChild.ChildAt(1) is var name:
                return name.TextIs("at"u8) || ((name.TextIs("find"u8) || name.TextIs("some"u8)) && !Asks(condition.Child(SyntaxKind.ArgumentList))) ? true : null;
            case SyntaxKind.BinaryExpression:
                var right = condition.ChildAt(1).Unwrapped();
                var isNone = right.Is(SyntaxKind.NullKeyword) || right.Is(SyntaxKind.FalseKeyword) || right.TextIs("undefined"u8) || right.TextIs("0"u8) || right.TextIs("'0'"u8);
                var isOne = right.TextIs("1"u8) || right.TextIs("true"u8);
                return condition.Operator switch
                {
                    TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals => isNone ? false : isOne ? true : null,
                    TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals => isNone ? true : isOne ? false : null,
                    TokenKind.GreaterThan => isNone ? true : null,
                    TokenKind.GreaterThanEquals => isOne ? true : null,
                    TokenKind.LessThan => isOne ? false : null,
                    TokenKind.LessThanEquals => isNone ? false : null,
                    _ => null,
                };
            default:
                return null;
        }
    }

    /// <summary><c>rows.some(…)</c>, <c>rows.every(…)</c></summary>
    private static bool IsSearch(SyntaxNode made) =>
        made.Is(SyntaxKind.CallExpression) && made.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && made.FirstChild.ChildAt(1) is var name && (name.TextIs("some"u8) || name.TextIs("every"u8) || name.TextIs("find"u8));

    /// <summary>"rows.some((row) =&gt; compareSync(password, row))": what a function says of each row is more than that it is there.</summary>
    private static bool Asks(SyntaxNode predicate)
    {
        foreach (var node in predicate.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression))
                return true;
        }

        return false;
    }

    /// <summary>"fetch(url, { body: form({ refresh_token: row.refreshToken }) })", and then <c>SET refresh_token = $1 [answer.refresh_token]</c>: the old one is given away for the new one, and is good for nothing then.</summary>
    private static bool IsExchanged(CalledValue value, string column, Statement read, Statement write, FunctionModel function)
    {
        if (!IsRefreshToken(column) || value.Node.Tree != function.Module.Tree || read.Call.Tree != value.Node.Tree || !IsRefreshToken(LastMember(value)))
            return false;
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (node.Is(SyntaxKind.PropertyAccessExpression) && node.Span.Start > read.Call.Span.End && node.Span.End < write.Call.Span.Start && IsRefreshToken(node.ChildAt(1).Text)
                && node.Ancestor(SyntaxKind.ArgumentList).Exists && function.Values!.OriginsOf(node).Any(origin => origin.Node == read.Call) && IsOf(node, read, function))
                return true;
        }

        return false;

        static bool IsRefreshToken(string name) => Money.WordsOf(name).ToList() is [.., "refresh", "token"];
    }

    /// <summary>Reports whether a value is made of the very column, as the read returned it.</summary>
    internal static bool IsMadeOf(CalledValue value, string column, Statement read, FunctionModel function) => IsMadeOf(value, column, read, function, []);

    private static bool IsMadeOf(CalledValue value, string column, Statement read, FunctionModel function, HashSet<SyntaxNode> seen)
    {
        // "row.balance = row.balance" is made of itself. What a called function only tests is not what it answers.
        if (!seen.Add(value.Node) || read.By is { Answer: RowAnswer.None, IsInAnswer: false })
            return false;
        if (value.Node.Tree != function.Module.Tree || !Returns(read.Query, column) || function.Values is not { } values || !IsOf(value.Node, read, function))
            return false;

        // "SET limit = paid ? sql`greatest(${stats.limit}, ${least})` : least": the server reckons with the column; only what comes from the program may be old.
        var texts = new List<SyntaxNode>();
        if (AreTexts(value.Node, function, texts, 0) && texts.Count > 0)
            return texts.Exists(part => !IsOfModule(part, function) && IsMadeOf(new(part, ""), column, read, function, seen));

        // "config = { from: row.at, to: now }; … SET at = $1 [config.to]": only the member counts.
        value = Narrowed(value, function);

        // "session.expiresAt = inADay(); … SET expires_at = $1 [session.expiresAt]": what stands there now is what counts.
        if (AssignedBefore(value, read, function) is { Count: > 0 } assigned)
            return assigned.Exists(given => IsMadeOf(new(given, ""), column, read, function, seen));

        // The name under which the row has the column: `SELECT credits AS left` gives row.left, and so does `COALESCE(credits, 0) AS left`.
        var names = read.Query.Selected.Where(selected => selected.Value is { Source: ValueSource.Column, Column.Name: var plain } ? plain == column
            : selected.Value is { Source: ValueSource.Expression, Inputs: [{ Source: ValueSource.Column, Column.Name: var only }] } && only == column && read.Query.Aggregates.IsEmpty).Select(selected => selected.Name).Append(column).ToHashSet();
        var origins = values.OriginsOf(value.Node, IsOpaque).Where(origin => origin.Node == read.Call).ToList();
        // "nextBalance(account, amount)": a function that is given the whole row makes it of a part of it.
        if (origins.Count == 0)
            return HelpedRow.NamesOn(value, read, function).Any(IsName);
        // "save(finished(row))" writes a member of what a function makes of the row: that it has the column's name says nothing of where it comes from.
        // "const balance = await balanceOf(id)": the name was taken off where it was read.
        if (!read.By.Answered.IsEmpty && value.Members.Length == 0 && origins.Exists(origin => !origin.ThroughCall) && values.NamesOn(value.Node, IsOpaque).IsEmpty)
            return read.By.Answered.Any(IsName);
        // "const { list } = await config()" of a function that answers the one column that it reads: whatever is taken out of that is of the column.
        if (read.Query.Selected.Length == 1 && value.Members.Length == 0 && read.By.Answered.Any(IsName))
            return true;
        return values.NamesOn(MakerOf(value.Node), IsOpaque).Any(IsName) || (IsName(value.Members.TrimStart('.')) && origins.Exists(origin => !origin.ThroughCall)) || HelpedRow.NamesOn(value, read, function).Any(IsName);

        bool IsName(string name) => (names.Contains(name) || names.Contains(Snake(name))) && read.By.Given?.Assigned.Contains(name) != true;

        // "const merged = merge(input, row.config); … SET kind = $1 [merged.kind]": likewise for a member of what a function makes of a part of the row.
        SyntaxNode MakerOf(SyntaxNode node)
        {
            node = node.Unwrapped();
            // "fee || null"
            while (node.Is(SyntaxKind.BinaryExpression) && node.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion && (node.ChildAt(1).Unwrapped().Kind is SyntaxKind.NullKeyword or SyntaxKind.NumericLiteral or SyntaxKind.StringLiteral || node.ChildAt(1).Unwrapped().TextIs("undefined"u8)))
                node = node.FirstChild.Unwrapped();
            // "const { fee } = feeOf({ method: row.method })"
            if (node.Is(SyntaxKind.Identifier) && values.DefinitionsOf(node) is [{ Parent.Kind: SyntaxKind.BindingElement } taken] && taken.Parent.Parent is { Kind: SyntaxKind.ObjectBindingPattern } pattern && pattern.Parent.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } maker
                && maker != read.Call && values.OriginsOf(maker.FirstChild.Is(SyntaxKind.PropertyAccessExpression) ? maker.FirstChild.FirstChild : maker.FirstChild).All(origin => origin.Node != read.Call))
                return maker;
            return node.Is(SyntaxKind.PropertyAccessExpression) && Fallback.Defined(node.FirstChild, function) is { Kind: SyntaxKind.CallExpression } made && made != read.Call
                && values.OriginsOf(made.FirstChild.Is(SyntaxKind.PropertyAccessExpression) ? made.FirstChild.FirstChild : made.FirstChild).All(origin => origin.Node != read.Call) ? made : node;
        }

        // "score = await rate(account.owner)": what another service or statement answers is its own, even when it was asked with another part of the row.
        bool IsOpaque(SyntaxNode call)
        {
            if (call == read.Call || ThrownArguments.AreOnlyThrown(call, read, function))
                return true;
            if (!call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression))
                return false;
            if (function.Project.Types.CalleeOf(call) is Callee.Library library)
                return function.Project.DatabaseCallAt(call) is not null || function.Project.Effects.Of(library.Signature).Any(effect => effect is Effect.Waits { Wait: Wait.Response });
            foreach (var node in call.Child(SyntaxKind.ArgumentList).DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.Identifier) && IsName(node.Text) && values.OriginsOf(node.Parent.Is(SyntaxKind.PropertyAccessExpression) && node.Parent.FirstChild != node ? node.Parent.FirstChild : node).Any(origin => origin.Node == read.Call))
                    return false;
            }

            return true;
        }
    }

    /// <summary>Whether a value is one of several pieces of SQL, and what is put into them; a plain one is read as SQL elsewhere.</summary>
    private static bool AreTexts(SyntaxNode value, FunctionModel function, List<SyntaxNode> parts, int depth)
    {
        value = value.Unwrapped();
        if (depth > DeepestCondition)
            return false;
        if (value.Is(SyntaxKind.ConditionalExpression))
            return AreTexts(value.ChildAt(1), function, parts, depth + 1) && AreTexts(value.ChildAt(2), function, parts, depth + 1);
        if (depth > 0 && value.Is(SyntaxKind.Identifier) && value.Tree == function.Module.Tree && function.Values!.DefinitionsOf(value) is [var target] && AssignedValue.Of(target) is { Exists: true } made)
            return AreTexts(made, function, parts, depth + 1);
        if (depth == 0 || TaggedTemplate.From(value) is null || Template.From(value.ChildAt(value.Child(SyntaxKind.TypeArgumentList).Exists ? 2 : 1)) is not { } text)
            return depth > 0 && value.Is(SyntaxKind.NullKeyword);
        foreach (var part in text.Expressions)
        {
            // A piece within a piece.
            if (!AreTexts(part, function, parts, depth + 1))
                parts.Add(part);
        }

        return true;
    }

    /// <summary>"stats.limit" of a table that the file imports, or keeps.</summary>
    private static bool IsOfModule(SyntaxNode part, FunctionModel function)
    {
        var root = MemberPath.RootOf(part);
        return root.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(root) is { Exists: true } symbol && (symbol.Is(Binding.SymbolFlags.Import) || symbol.IsModuleLevel);
    }

    /// <summary>The member of an object that is written out, where a value is one.</summary>
    private static CalledValue Narrowed(CalledValue value, FunctionModel function)
    {
        var (node, members) = (value.Node.Unwrapped(), value.Members);
        while (node.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } holder
            && function.Module.LocalSymbolOf(holder) is { IsAssignedOnce: true } variable && variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal
            && ValuePath.MemberOf(literal, $".{node.ChildAt(1).Text}{members}") is (var member, var below) && member.Exists)
        {
            (node, members) = (member.Unwrapped(), below);
        }

        return node == value.Node.Unwrapped() ? value : new(node, members);
    }

    /// <summary>How a value is made of the old one; of a property of an object by what it is given there, or set to later.</summary>
    private static Rewriting RewritingOf(CalledValue value, Statement read, FunctionModel function)
    {
        value = Narrowed(value, function);
        if (value.Node.Tree == function.Module.Tree && AssignedBefore(value, read, function) is { Count: > 0 } assigned)
            return assigned.Select(given => Fallback.Of(new(given, ""), read.Call, function)).Distinct().ToList() is [var only] ? only : Rewriting.Computed;
        return Fallback.Of(value, read.Call, function);
    }

    /// <summary>Whether the library compares with what was read, and leaves out of the statement what is the same.</summary>
    private static bool SendsOnlyChanged(Statement write, FunctionModel function) =>
        (write.By.Steps.IsEmpty ? write.Call : write.By.Steps[^1]) is { Kind: SyntaxKind.CallExpression } call && function.Project.Types.CalleeOf(call) is Callee.Library library
        && function.Project.Effects.Of(library.Signature).OfType<Effect.Builds>().Any(clause => clause.Clause is SqlClause.Changed or SqlClause.Flush || (clause.Clause is SqlClause.Save && !clause.IsWhole));

    /// <summary>What a property is given on every way from a read to where it is used; empty when it may still have what it had.</summary>
    private static List<SyntaxNode> AssignedBefore(CalledValue value, Statement read, FunctionModel function)
    {
        var property = value.Node.Unwrapped();
        // "save(order)" writes a member of what it is given.
        if (!(value.Members.Length == 0 ? property.Is(SyntaxKind.PropertyAccessExpression) : property.Is(SyntaxKind.Identifier)) || function.Flow is not { } graph)
            return [];
        var text = property.Text + value.Members;
        var writes = new HashSet<int>();
        var values = new List<SyntaxNode>();
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point] is not { Op: FlowOp.Write, Node: { Kind: SyntaxKind.PropertyAccessExpression } target } || target.Text != text || AssignedValue.Of(target) is not { Exists: true } assigned)
                continue;
            writes.Add(point);
            values.Add(assigned);
        }

        var uses = graph.PointsOf(property);
        var isPassed = writes.Count > 0 && PointsOf(read, function).All(from => graph.ReachableFrom(from, writes.Contains, exceptions: false) is var after && !uses.Any(use => after[use]));
        return isPassed ? values : [];
    }

    /// <summary>Whether the rows that a query returns have a column, as it is or computed from it; in doubt they do.</summary>
    private static bool Returns(Query query, string column) =>
        query.SelectsEverything || query.IsPartlyUnknown || query.Selected.IsEmpty
        || query.Selected.Any(selected => selected.Value.Column.Name == column || selected.Value.Inputs.Any(input => input.Column.Name == column) || selected.Value.Source is ValueSource.Hole or ValueSource.Subquery || selected.Name == column);

    /// <summary>The columns that a property may be, by the ways in which programs name them.</summary>
    internal static IEnumerable<string> ColumnsOf(string property) => Snake(property) is var snake && snake != property ? [property, snake] : [property];

    internal static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
