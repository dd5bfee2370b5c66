using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>Finds, in one function, writes that stand on what an earlier statement said of a row's state, or of how many rows there are.</summary>
public static class RowChecks
{
    /// <summary>A row's state is tested, and then the row is changed or deleted. The nearest test before each write.</summary>
    public static IEnumerable<RowRace> ChecksThenUpdates(FunctionModel function) =>
        RowAccess.Last(States(function, QueryKind.Update).Concat(States(function, QueryKind.Delete)), function).Where(race => !IsChosenByState(race, function));

    /// <summary>Rows are chosen by their state, and then it is set: what many workers do with one queue.</summary>
    public static IEnumerable<RowRace> Claims(FunctionModel function)
    {
        // One look is one fault, however many branches mark what it found: the mark before the work, else the last one.
        var claims = RowAccess.Last(Marked(function), function).Where(race => IsChosenByState(race, function))
            .Where(race => IsOfConstants(race.Read, race.Write, function) && !GivesUp(race, function) && !IsAsked(race, function)).Select(race => race with { Consequence = Consequence.Repeats, ConsequenceAt = Consequences.UseOf(race.Read, race.Write, function) }).Where(race => race.ConsequenceAt.Exists);
        foreach (var marks in claims.GroupBy(race => race.Read.Call))
        {
            // What is marked only where the work failed was not claimed by the mark.
            var claiming = marks.Where(race => !race.Write.By.Steps.Concat(race.Write.By.Through).Append(race.Write.Call).Any(IsAfterFailure)).ToList();
            if ((claiming.FirstOrDefault(race => race.ConsequenceAt.Span.Start > race.Write.Call.Span.Start) ?? claiming.LastOrDefault()) is { } claim)
                yield return claim;
        }

        // "UPDATE … WHERE id = (SELECT id … WHERE state = 'waiting' LIMIT 1)", IN, FROM or WITH: the second execution waits for the row, and is not asked for its state again. Run on PostgreSQL 15.18.
        foreach (var statement in RowAccess.Statements(function).Where(statement => statement is { By.Steps.IsEmpty: true, Query: { Kind: QueryKind.Update, Table: not null } }))
        {
            if (function.Flow is null || !ResultIsUsed(statement, function))
                continue;
            var query = statement.Query;
            foreach (var chosen in query.Subqueries.Concat(query.With.Select(with => with.Query)))
            {
                if (chosen is { Kind: QueryKind.Select, RowLock: null, Limit: not null, IsPartlyUnknown: false } && chosen.Table?.Matches(query.Table!.Value) == true
                    && (StateOf(statement with { Query = chosen }, statement, function) ?? StateOrLate(chosen, statement, function)) is { } state && query.Where is { HasHole: false, HasOthersThanLists: false, Either.IsEmpty: true } && !query.Where.Matches.Any(match => match.Column.Name == state.Column.Name))
                    yield return new(statement, statement, [], statement.Call, state.Column.Name) { Consequence = Consequence.Repeats, ConsequenceAt = statement.Call };
            }
        }
    }

    /// <summary>Whether the state that the rows are chosen by is written out in the program: what it was given, such as an id, names one row and is no state.</summary>
    private static bool IsOfConstants(Statement read, Statement write, FunctionModel function) =>
        StateOf(read, write, function) is { } state && state.Values.All(value => RowAccess.ConstantOf(read, value, function) is not null || (read.By.ValueOf(value).Node is { Exists: true } node && Consequences.IsMemberOfModule(node.Unwrapped(), function.Project)));

    /// <summary>"SET status = 'cancelled'": whoever gives a row up claims nothing, and may do so twice.</summary>
    private static bool GivesUp(RowRace race, FunctionModel function) => race.Write.Query.Writes.FirstOrDefault(set => set.Column == race.Column) is { } set
        && (RowAccess.ConstantOf(race.Write, set.Value, function) ?? (race.Write.By.ValueOf(set.Value).Node is { Exists: true } node ? node.Text : "")) is var text
        && text.Split([' ', '.', '\'', '"', '?', ':', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries).Any(part => Money.WordsOf(part.Any(char.IsLower) ? part : part.ToLowerInvariant()).Any(GivenUp.Contains));

    /// <summary>States in which nothing is done with a row any more, because it did not go well or is not wanted.</summary>
    private static readonly string[] GivenUp = ["failed", "failure", "error", "cancelled", "canceled", "stopped", "expired", "abandoned", "skipped", "rejected", "aborted"];

    /// <summary>"SET is_evidence = $1 [row.kind === 'preference']": whether the row is among the chosen ones afterwards hangs on something else, so that it claims nothing.</summary>
    private static bool IsAsked(RowRace race, FunctionModel function) => race.Write.Query.Writes.FirstOrDefault(set => set.Column == race.Column) is { Form: WriteForm.Absolute } set
        && race.Write.By.ValueOf(set.Value) is { Members: "", Node: { Exists: true } node } && node.Tree == function.Module.Tree
        && Fallback.Defined(node, function) is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals or TokenKind.ExclamationEqualsEquals or TokenKind.ExclamationEquals };

    /// <summary>"catch (error) { … SET state = 'failed' }", "if (!response.ok) { … SET is_connected = false; throw … }"</summary>
    private static bool IsAfterFailure(SyntaxNode call)
    {
        for (var at = call; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Is(SyntaxKind.CatchClause) || (at.Is(SyntaxKind.Block) && at.Parent.Is(SyntaxKind.IfStatement) && at.Children.ToArray() is [.., { Kind: SyntaxKind.ThrowStatement }]))
                return true;
        }

        return false;
    }

    /// <summary>The number of rows, or a sum over them, is compared with a limit, and then a row is added, taken away or changed so that it counts otherwise.</summary>
    public static IEnumerable<RowRace> LimitChecks(FunctionModel function)
    {
        foreach (var kind in (QueryKind[])[QueryKind.Insert, QueryKind.Update, QueryKind.Delete])
        {
            var told = new HashSet<SyntaxNode>();
            // One count that lets an execution on is one fault, however often it changes its row afterwards.
            var counted = new HashSet<SyntaxNode>();
            foreach (var (read, write) in RowAccess.Pairs(function, kind, query => query.Kind is QueryKind.Select, isTold: false))
            {
                var isSum = read.Query.Aggregates.Any(aggregate => aggregate.Function is "count" or "sum" or "max" or "bool_or" or "exists" && IsOver(aggregate, read.Query, write.Query.Table!.Value));
                if ((!isSum && !IsList(read.Query) && !IsOfOthers(read, write, function)) || !MayCount(read, write, function) || told.Contains(write.Call))
                    continue;
                if (kind is QueryKind.Insert && Remainder.Inserted(read, write, function) is { Exists: true } rest)
                {
                    told.Add(write.Call);
                    yield return new(read, write, RowAccess.SharedKey(read, write, function), rest, "") { Consequence = Consequence.Accumulates };
                    continue;
                }

                // What is made of something else says nothing of the number; a called function may have tested it all the same.
                var isTold = read.By.Answer is not RowAnswer.None || read.By.IsInAnswer;
                if (isTold && kind is QueryKind.Insert && RefusingCall(read, [.. RowAccess.PointsOf(write, function)], isSum, function) is { Exists: true } refusing)
                {
                    told.Add(write.Call);
                    yield return new(read, write, RowAccess.SharedKey(read, write, function), refusing, "") { Consequence = Consequence.NotRefused, ConsequenceAt = refusing };
                    continue;
                }

                if (isTold && kind is not QueryKind.Insert && LastOfKind(read, write, isSum, function) is { Refusal.Exists: true } last)
                {
                    told.Add(write.Call);
                    yield return new(read, write, RowAccess.SharedKey(read, write, function), last.Count, "") { Consequence = Consequence.NotRefused, ConsequenceAt = last.Refusal };
                    continue;
                }

                foreach (var (condition, leadsOn, refusal) in isTold ? Counted.Tests(read, write, function) : [])
                {
                    // "rows.reduce((sum, row) => sum + row.amount, 0) < amount", "for (const row of rows) sum += row.amount"
                    var column = !isSum && kind is QueryKind.Insert && IsOrdered(condition) ? Summed.In(condition, read, function) : "";
                    var isSummed = column.Length > 0 && Summed.TakesOf(condition, read, write, function, column);
                    if (!isSummed && !IsLimit(condition, leadsOn, read, write, isSum, function))
                        continue;
                    // What a function makes of the number may be anything; what is held against a limit is a number.
                    if (read.By.Answer is RowAnswer.None && !IsOrdered(condition))
                        continue;
                    if (kind is not QueryKind.Insert && !refusal.Exists)
                        continue;
                    // Where there are too many, taking one away passes no limit.
                    if (kind is QueryKind.Delete && RefusesMany(condition, leadsOn, read, function) is true)
                        continue;
                    // "if (sum < goal) return;" is a goal to be reached, not a limit; "if (sum < amount) throw …" before that amount is taken is one.
                    if (kind is QueryKind.Insert && RefusesMany(condition, leadsOn, read, function) is false && !isSummed && !Summed.TakesOf(condition, read, write, function))
                        continue;
                    // "status = 'failed'" takes a row out of those of which there may be five: no limit is passed by it.
                    if (kind is QueryKind.Update && (!counted.Add(read.Call) || (RefusesMany(condition, leadsOn, read, function) is { } many && BecomesOne(read, write, function) is { } becomes && many != becomes)))
                        break;
                    told.Add(write.Call);
                    yield return new(read, write, RowAccess.SharedKey(read, write, function), condition, "") { Summed = isSummed ? column : "", Consequence = refusal.Exists ? Consequence.NotRefused : Consequence.Accumulates, ConsequenceAt = refusal };
                    break;
                }

                // "await assertRoomFor(project)", which counts and gives the number to what refuses.
                if (kind is QueryKind.Insert && !told.Contains(write.Call) && TestBelow.Under(write, read, function) is var (under, counting) && RefusingCall(counting, [under.Flow!.Returns], isSum, under) is { Exists: true } refusesBelow)
                {
                    told.Add(write.Call);
                    yield return new(read, write, RowAccess.SharedKey(read, write, function), refusesBelow, "") { Consequence = Consequence.NotRefused, ConsequenceAt = refusesBelow };
                }

                // "if (await isFull(org)) throw …", which counts and answers.
                if (!told.Contains(write.Call) && Answering(read, write, isSum, function) is (var answering, var refused) && (kind is QueryKind.Insert || (refused.Exists && counted.Add(read.Call))))
                {
                    told.Add(write.Call);
                    yield return new(read, write, RowAccess.SharedKey(read, write, function), answering.Condition, "") { Below = answering, Consequence = refused.Exists ? Consequence.NotRefused : Consequence.Accumulates, ConsequenceAt = refused };
                }

                // "await assertRoomFor(project)", which counts and throws.
                if (!told.Contains(write.Call) && TestBelow.Before(write, read, function).FirstOrDefault(test => IsLimit(test.Condition, test.PassedWhen, test.Read, write, isSum, test.Function) && IsPassedBy(write, read, test.Condition, test.PassedWhen, test, function)) is { } below && (kind is QueryKind.Insert || counted.Add(read.Call)))
                {
                    told.Add(write.Call);
                    yield return new(read, write, RowAccess.SharedKey(read, write, function), below.Condition, "") { Below = below, Consequence = Consequence.NotRefused, ConsequenceAt = below.Refusal };
                }
            }
        }
    }

    /// <summary>
    /// Rows are counted, or the highest number among them is read, and a row is inserted with the next: <c>position: count + 1</c>. Two executions give out the same number.
    /// So do two that give it to a row that they move to where the others are.
    /// </summary>
    public static IEnumerable<RowRace> NumbersGiven(FunctionModel function)
    {
        var told = new HashSet<SyntaxNode>();
        foreach (var (read, write) in RowAccess.Pairs(function, QueryKind.Insert, query => query.Kind is QueryKind.Select, isTold: false).Concat(RowAccess.Pairs(function, QueryKind.Update, query => query.Kind is QueryKind.Select && query.Limit is not null)))
        {
            if (told.Contains(write.Call) || !(write.Query.Kind is QueryKind.Insert ? MayCount(read, write, function) : MovesThere(read, write, function)) || write.Query.Conflict is not null)
                continue;
            var counts = read.Query.Aggregates.Any(aggregate => aggregate.Function is "count" or "max" && IsOver(aggregate, read.Query, write.Query.Table!.Value));
            foreach (var column in write.Query.Writes)
            {
                if (column.Form is not WriteForm.Absolute || write.By.ValueOf(column.Value).Node is not { Exists: true } value || value.Tree != function.Module.Tree || !IsNext(value, column.Column, read, counts, function))
                    continue;
                told.Add(write.Call);
                yield return new(read, write, RowAccess.SharedKey(read, write, function), default, "") { Number = column.Column, Consequence = Consequence.Accumulates };
                break;
            }
        }

        // "INSERT … SELECT …, max(position) + 1 FROM …": one statement, but two that run at once see the same highest number.
        foreach (var statement in RowAccess.Statements(function).Where(statement => statement is { By.Steps.IsEmpty: true, Query: { Kind: QueryKind.Insert, Table: not null, Conflict: null } }))
        {
            if (function.Flow is not null && HighestGiven(statement.Query) is ({ Length: > 0 } number, var among) && told.Add(statement.Call))
                yield return new(statement, statement, [.. among.Matches.Where(match => match.IsFixed).Select(match => match.Column.Name).Distinct()], statement.Call, "") { Number = number, Consequence = Consequence.Accumulates };
        }
    }

    /// <summary>The column that an insertion gives a value made of the highest among the rows of its own table, and which rows those are; empty when there is none.</summary>
    private static (string Column, QueryCondition Among) HighestGiven(Query insert)
    {
        foreach (var write in insert.Writes.Where(write => write.Value.Source is ValueSource.Expression or ValueSource.Subquery))
        {
            bool IsOfIt(Aggregate aggregate) => aggregate.Function is "max" && aggregate.Column == write.Column && aggregate.Table?.Matches(insert.Table!.Value) == true;
            if (write.Value.Source is ValueSource.Expression && insert.Aggregates.Any(IsOfIt) && write.Value.Inputs.Any(input => input.Column.Name == write.Column))
                return (write.Column, insert.Where);
            if (insert.Subqueries.FirstOrDefault(query => query.Aggregates.Any(IsOfIt)) is { } inner)
                return (write.Column, inner.Where);
        }

        return ("", QueryCondition.None);
    }

    /// <summary>"SET parent = $1, position = $2" after "… WHERE parent = $1 ORDER BY position DESC LIMIT 1": the row becomes one of those that were read.</summary>
    private static bool MovesThere(Statement read, Statement write, FunctionModel function) =>
        !read.Query.IsPartlyUnknown && read.Query.Fixed(read.Query.Table!.Value).Any(match => write.Query.Writes.Any(set => set.Column == match.Column.Name && set.Form is WriteForm.Absolute && RowAccess.IsSame(read, match.Values[0], write, set.Value, function)));

    /// <summary>Whether a value is the number after those that were read: <c>count + 1</c>, <c>(last?.position ?? 0) + 1</c>; a count by itself is, where numbers begin at 0.</summary>
    private static bool IsNext(SyntaxNode value, string column, Statement read, bool counts, FunctionModel function)
    {
        bool IsOpaque(SyntaxNode call) => call != read.Call && call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression);

        var origins = function.Values!.OriginsOf(value, IsOpaque).Where(origin => origin.Node == read.Call).ToList();
        if (origins.Count == 0 || !RowAccess.IsOf(value, read, function))
            return false;
        var isSum = AddsOne(value, function, 0);
        // "position: (await this.lastPosition(listId)) + 1": what a function that reads the rows answers, by the name of the column.
        if (isSum && !counts && !read.By.Steps.IsEmpty && origins.Exists(origin => !origin.ThroughCall) && IsNumbering(column))
            return true;
        if (counts)
            return isSum || origins.Exists(origin => !origin.ThroughCall) && read.Query.Aggregates.All(aggregate => aggregate.Function is "count");
        // "ORDER BY position DESC LIMIT 1": the highest, of the column that is written.
        return isSum && read.Query is { HasOrderBy: true, HasGroupBy: false, Limit: { Source: ValueSource.Constant, Text: "1" } } && function.Values.NamesOn(value, IsOpaque).SelectMany(RowAccess.ColumnsOf).Contains(column);
    }

    private static bool IsNumbering(string column) =>
        new[] { "order", "position", "index", "number", "rank", "sequence", "version", "sort" }.Any(word => column.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>"n + 1", "last ? last.n + 1 : 1": not what a function makes of such a sum.</summary>
    internal static bool AddsOne(SyntaxNode value, FunctionModel function, int depth)
    {
        value = value.Unwrapped();
        if (depth > 6)
            return false;
        switch (value.Kind)
        {
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.Plus:
                return value.ChildAt(1).Unwrapped().TextIs("1"u8) || value.FirstChild.Unwrapped().TextIs("1"u8);
            case SyntaxKind.ConditionalExpression:
                return AddsOne(value.ChildAt(1), function, depth + 1) || AddsOne(value.ChildAt(2), function, depth + 1);
            case SyntaxKind.Identifier:
                return function.Values!.DefinitionsOf(value) is [var target] && AssignedValue.Of(target) is { Exists: true } made && AddsOne(made, function, depth + 1);
            default:
                return false;
        }
    }

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

    /// <summary>The rows of one parent are deleted, and others inserted in their place.</summary>
    public static IEnumerable<RowRace> Replacements(FunctionModel function)
    {
        var found = new List<RowRace>();
        foreach (var (delete, insert) in RowAccess.Pairs(function, QueryKind.Insert, query => query.Kind is QueryKind.Delete or QueryKind.Truncate))
        {
            var key = RowAccess.SharedKey(delete, insert, function);
            // "DELETE FROM flag", and all of them anew.
            if (delete.Query.Where.IsNone && !delete.Query.IsPartlyUnknown && (insert.By.InsertedList.Exists || LoopAround(insert, delete).Exists))
            {
                found.Add(new(delete, insert, [], default, "") { Consequence = Consequence.Accumulates });
                continue;
            }

            if (key.IsEmpty || delete.Query.Where is not { Either.IsEmpty: true, HasOthers: false, HasHole: false } where || delete.Query.IsPartlyUnknown || where.Matches.Any(match => !key.Contains(match.Column.Name)))
                continue;
            found.Add(new(delete, insert, key, default, "") { Consequence = Consequence.Accumulates });
        }

        // One for each deletion: of several insertions, in branches, the first that minds no row that is there.
        return found.GroupBy(race => race.Read.Call).Select(races => races.FirstOrDefault(race => race.Write.Query.Conflict is null) ?? races.First());
    }

    /// <summary>Whether somebody looks at how many rows a statement changed, or at the rows that it gives back: here, or in a function on the way to it.</summary>
    public static bool ResultIsUsed(Statement statement, FunctionModel function) =>
        statement.By.Steps.Concat(statement.By.Through).Append(statement.Call).Any(call => !ConnectionLife.EffectNode(call).Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) && !IsGivenOut(call, function) && !IsKeptUnread(call, function));

    /// <summary>"const { count } = await …" of which nobody asks anything.</summary>
    private static bool IsKeptUnread(SyntaxNode call, FunctionModel function)
    {
        if (ConnectionLife.EffectNode(call).Wrapped().Parent is not { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } declaration })
            return false;
        foreach (var node in declaration.FirstChild.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && function.Project.Bindings.ModuleOf(node.Tree)?.LocalSymbolOf(node) is { Exists: true } symbol && symbol.References.Any(reference => !declaration.FirstChild.Span.Contains(reference.Span)))
                return false;
        }

        return true;
    }

    /// <summary>"const run = (sql) => pool.query(sql)" passes the answer on: whether it is used, its caller says.</summary>
    private static bool IsGivenOut(SyntaxNode call, FunctionModel function) =>
        FunctionShape.Enclosing(call) != function.Node && ConnectionLife.EffectNode(call).Wrapped() is var value && (value.Parent.Is(SyntaxKind.ReturnStatement) || FunctionShape.BodyOf(FunctionShape.Enclosing(call)) == value);

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

    /// <summary>"SELECT … WHERE sent = false", and for each row an UPDATE with <c>id = ANY($1)</c>, or one by one with no test in between.</summary>
    private static IEnumerable<RowRace> Marked(FunctionModel function)
    {
        foreach (var (read, write) in RowAccess.Pairs(function, QueryKind.Update, query => query.Kind is QueryKind.Select && query.Aggregates.IsEmpty))
        {
            if (write.Query.IsPartlyUnknown || StateOf(read, write, function) is not { } state || IsSameState(read, state, write, function))
                continue;
            var key = write.Query.Where.Matches.Where(match => match.Operator is "=" or "in" && match.Values is [var value] && write.By.ValueOf(value) is { Node.Exists: true } given && given.Node.Tree == function.Module.Tree
                && function.Values!.OriginsOf(given.Node).Any(origin => origin.Node == read.Call)).Select(match => match.Column.Name).Distinct().ToList();
            if (key.Count > 0)
                yield return new(read, write, [.. key], default, state.Column.Name);
        }
    }

    /// <summary>The condition of a look on a column that the write sets, where the one or the other is a constant of the statement or of the program.</summary>
    private static ColumnMatch? StateOf(Statement read, Statement write, FunctionModel function) => read.Query.Where.Matches.FirstOrDefault(match =>
        write.Query.Writes.Any(set => set.Column == match.Column.Name && set.Form is WriteForm.Absolute && (Consequences.IsConstant(set.Value, write, function) || match.Values.All(value => Consequences.IsConstant(value, read, function))))
        && (match.Column.Table is not { } table || table.Matches(write.Query.Table!.Value)) && !match.IsJoin);

    /// <summary>"claimed_at IS NULL OR claimed_at &lt; now() - interval '5 minutes'": what nobody has taken, or who has taken it is late; all of it asks for what the statement sets.</summary>
    private static ColumnMatch? StateOrLate(Query chosen, Statement statement, FunctionModel function)
    {
        foreach (var ways in chosen.Where.Either)
        {
            if (ways.All(way => way is { HasHole: false, HasOthers: false, Either.IsEmpty: true, Matches.Length: > 0 } && way.Matches.Any(IsSet)))
                return ways[0].Matches.First(IsSet);
        }

        return null;

        bool IsSet(ColumnMatch match) => !match.IsJoin && statement.Query.Writes.Any(set => set.Column == match.Column.Name && set.Form is WriteForm.Absolute && Consequences.IsConstant(set.Value, statement, function)) && (match.Column.Table is not { } table || table.Matches(statement.Query.Table!.Value));
    }

    /// <summary>The row meets the condition of the look after the write as before: rows that are not marked are marked, and marked ones would be marked again; <c>status &lt;&gt; 'declined'</c> of a row that is set to 'accepted'.</summary>
    private static bool IsSameState(Statement read, ColumnMatch state, Statement write, FunctionModel function)
    {
        if (write.Query.Writes.FirstOrDefault(set => set.Column == state.Column.Name) is not { } set)
            return false;
        var isAsked = state.Values.Any(asked => RowAccess.IsSame(read, asked, write, set.Value, function));
        return state.Operator switch
        {
            "=" or "in" => isAsked,
            "<>" or "!=" or "not in" => !isAsked && !set.Value.IsNull && Consequences.IsConstant(set.Value, write, function) && state.Values.All(asked => Consequences.IsConstant(asked, read, function)),
            "is not null" => !set.Value.IsNull && Consequences.IsConstant(set.Value, write, function) && !write.By.ValueOf(set.Value).Node.Is(SyntaxKind.NullKeyword),
            _ => false,
        };
    }

    private static RowRace? StateTested(Statement read, Statement write, ImmutableArray<string> key, FunctionModel function)
    {
        RowRace? found = null;
        foreach (var (branch, leadsOn) in RowAccess.Deciding(read.By, RowAccess.PointsOf(write, function), function))
        {
            var condition = function.Flow!.Points[branch].Node;
            var column = ColumnTested(function.Flow.Points[branch], leadsOn, read, write, function)
                ?? (RowAccess.Presence(condition, read.By, function) == leadsOn && StateOf(read, write, function) is { } state && !IsSameState(read, state, write, function) ? state.Column.Name : null);
            StateTest? asked = null;
            if (column is null && Asked(condition, function.Project.StateTests.At(condition, leadsOn), read, write, function) is var (of, test))
                (column, asked) = (of, test);
            if (column is null)
                continue;
            var (consequence, at) = ConsequenceOf(branch, leadsOn, column, asked, read, write, function);
            if (found is null || found.Consequence is Consequence.None || (asked is null && found.Consequence is Consequence.NotRefused && consequence is Consequence.NotRefusedTheSame))
                found = new(read, write, key, condition, column) { Consequence = consequence, ConsequenceAt = at, Asked = asked };
        }

        return found ?? Asserted(read, write, key, function) ?? AskedByMethod(read, write, key, function) ?? (read.Query.Kind is QueryKind.Select or QueryKind.Insert && write.Query.Kind is QueryKind.Update ? TakenOver(read, write, key, function) : null) ?? StateTestedBelow(read, write, key, function);
    }

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
                ?? (RowAccess.Presence(test.Condition, test.Read.By, test.Function) == test.PassedWhen && StateOf(read, write, function) is { } state && !IsSameState(read, state, write, function) ? state.Column.Name : null);
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
            return (Consequence.Repeats, work);
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
        if (StateOf(read, write, function) is { } asked && asked.Column.Name == column)
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
                    : write.Query.Writes.Any(set => set.Column == name && (set.Form is not WriteForm.Absolute || (IsState(node, function) && origins.Exists(origin => !origin.ThroughCall))) && (maySetTheSame || !IsComparedWith(node, set, write, function)) && !StaysPresent(branch, leadsOn, set, write, function)))
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
        while (other.Is(SyntaxKind.PropertyAccessExpression))
            other = other.FirstChild.Unwrapped();
        return other.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(other) is { Exists: true } symbol && (symbol.IsModuleLevel || symbol.Is(SymbolFlags.Import));
    }

    /// <summary>Whether the rows are those of a state, and not one that the execution was asked for: taken in an order, so many at a time, or each in a loop.</summary>
    private static bool IsChosenByState(RowRace race, FunctionModel function)
    {
        if (race.Write.Query.Kind is not QueryKind.Update || StateOf(race.Read, race.Write, function) is not { } state || state.Column.Name != race.Column)
            return false;
        var isGiven = race.Read.Query.Fixed(race.Read.Query.Table!.Value).Any(match => race.Write.Query.Fixed(race.Write.Query.Table!.Value).Any(other => other.Column.Name == match.Column.Name && match.Column.Name != race.Column
            && RowAccess.IsSame(race.Read, match.Values[0], race.Write, other.Values[0], function)));
        var isOne = race.Read.Query.Limit is { Source: ValueSource.Constant, Text: "1" };
        // A code that came with the request names its row, though it is what is emptied.
        isGiven |= isOne && !race.Read.Query.HasOrderBy && race.Read.Query.Fixed(race.Read.Query.Table.Value).Any(match => (match.Column.Name != race.Column || Once.IsUsedUp(match.Column.Name)) && match.Values[0].Source is not ValueSource.Constant);
        return !isGiven && (race.Read.Query.Limit is not null || race.Read.Query.HasOrderBy || race.Write.Query.Where.Matches.Any(match => match.Operator == "in") || IsInLoop(race.Write, race.Read));
    }

    /// <summary>Whether a statement is run in a loop that does not hold the one before it.</summary>
    public static bool IsInLoop(Statement write, Statement read) => LoopAround(write, read).Exists;

    /// <summary>The loop in which a statement is run and that does not hold the one before it; none when there is none.</summary>
    internal static SyntaxNode LoopAround(Statement write, Statement read)
    {
        for (var at = write.Call; at.Exists && !at.Span.Contains(read.Call.Span); at = at.Parent)
        {
            if (at.Kind is SyntaxKind.ForOfStatement or SyntaxKind.ForStatement or SyntaxKind.WhileStatement)
                return at;
        }

        return default;
    }

    /// <summary>Whether a value names what a loop has anew in each turn.</summary>
    internal static bool IsOfTurn(SyntaxNode value, SyntaxNode loop, FunctionModel function)
    {
        if (value.Tree != loop.Tree)
            return true;
        foreach (var node in value.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(node) is { Exists: true } symbol && symbol.Declaration.Tree == loop.Tree && loop.Span.Contains(symbol.Declaration.Span))
                return true;
        }

        return false;
    }

    /// <summary>"WHERE team = $1 AND role = 'owner' AND id &lt;&gt; $2" before the row with that id is changed or goes: who else is there.</summary>
    private static bool IsOfOthers(Statement read, Statement write, FunctionModel function) => write.Query.Kind is QueryKind.Update or QueryKind.Delete && read.Query is { HasGroupBy: false, Aggregates.IsEmpty: true }
        && read.Query.Where.Matches.Any(other => other is { Operator: "<>" or "!=", Values: [var left] } && write.Query.Fixed(write.Query.Table!.Value).Any(match => match.Column.Name == other.Column.Name && RowAccess.IsSame(read, left, write, match.Values[0], function)));

    /// <summary>
    /// Whether what a look answers is reckoned over rows of a table: not where it counts what one of its own statements changed, <c>WITH done AS (UPDATE …) SELECT count(*) FROM done</c>, or gives a row and something reckoned beside it.
    /// </summary>
    private static bool IsOver(Aggregate aggregate, Query read, TableName table) =>
        (aggregate.Table ?? (read.CommonUses.IsEmpty ? read.Table : null))?.Matches(table) == true && !read.Selected.Any(selected => selected.Value.Source is ValueSource.Column);

    /// <summary>A list of rows of which the number may be asked.</summary>
    private static bool IsList(Query read) => read.Aggregates.IsEmpty && read is { HasGroupBy: false } && read.Limit is not { Source: ValueSource.Constant, Text: "1" };

    /// <summary>Whether the row that is written is one of those that were counted, before or after.</summary>
    private static bool MayCount(Statement read, Statement write, FunctionModel function)
    {
        if (read.Query.IsPartlyUnknown || read.Query.HasGroupBy)
            return false;
        switch (write.Query.Kind)
        {
            case QueryKind.Insert:
                return (read.Query.Where.IsNone || !RowAccess.SharedKey(read, write, function).IsEmpty) && !RowAccess.IsAnotherKind(read, write, function);
            case QueryKind.Update:
                return StateOf(read, write, function) is not null && !IsOfTheSame(read);
            default:
                return !read.Query.Where.IsNone && !IsOneRow(read, function) && !IsOfTheSame(read);
        }
    }

    /// <summary>"WHERE id IN ($1) AND state = …": how many of the rows that are named by their keys are in a state says nothing of others.</summary>
    private static bool IsOfTheSame(Statement read) => read.Query.Where.Matches.Any(match => match is { Column.Name: "id", Operator: "in", IsJoin: false } && (match.Column.Table is not { } table || table.Matches(read.Query.Table!.Value)));

    private static bool IsOneRow(Statement read, FunctionModel function) =>
        function.Project.Schema.UniqueKeyCovering(read.Query.Table!.Value, read.Query.Fixed(read.Query.Table.Value)).Key is not null || read.Query.Fixed(read.Query.Table.Value).Any(match => match.Column.Name == "id");

    /// <summary>"count >= max", "rows.length >= 5"; a sum may also be held against one row that must remain.</summary>
    private static bool IsLimit(SyntaxNode condition, bool leadsOn, Statement read, Statement write, bool isSum, FunctionModel function)
    {
        condition = condition.Unwrapped();
        // "if (limit - count <= 0)", "if (left < wanted)"
        if (IsOrdered(condition) && (Remainder.Is(condition.FirstChild, read.By, function) || Remainder.Is(condition.ChildAt(1), read.By, function)))
            return true;
        var presence = RowAccess.MeansPresent(condition);
        // "if (!otherOwner) throw …" before this one goes.
        if (!isSum && presence == leadsOn && IsOfOthers(read, write, function))
            return true;
        // "const others = owners.filter((owner) => owner.user !== user); if (others.length === 0) throw …"
        if (!isSum && presence == leadsOn && write.Query.Kind is not QueryKind.Insert && Counted.AsksForOthers(condition, [.. write.Query.Fixed(write.Query.Table!.Value).Select(match => match.Column.Name)], read, function))
            return true;
        // "if (owners.length === 1) throw …" before one of them goes.
        if (!isSum)
            return (presence is null || (!leadsOn && write.Query.Kind is not QueryKind.Insert && condition is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals } && condition.ChildAt(1).Unwrapped().TextIs("1"u8)))
                && IsComparison(condition) && LengthIn(condition, read, write, function);
        // Whether there is any at all is a check of absence where a row of that kind is inserted, and another rule's.
        if (presence is not null && write.Query.Kind is QueryKind.Insert)
            return read.Query.Where.IsNone && read.Query.Aggregates.Any(aggregate => aggregate.Function is "count");
        return presence is not null || IsComparison(condition);
    }

    /// <summary>The test of a number by which a called function answers what decides here, and what refuses here; null when there is none.</summary>
    private static (TestBelow Test, SyntaxNode Refusal)? Answering(Statement read, Statement write, bool isSum, FunctionModel function)
    {
        foreach (var (condition, leadsOn, refusal) in !read.By.Steps.IsEmpty ? Counted.Tests(read, write, function) : [])
        {
            foreach (var test in Counted.AskedOf(condition, read, function) is { } member && (member.Length > 0 || read.By.Answer is RowAnswer.None) ? TestBelow.Answering(read, member, leadsOn, function) : [])
            {
                foreach (var (part, holds) in Counted.PartsOf(test.Condition, test.PassedWhen, test.Function))
                {
                    if (IsLimit(part, holds, test.Read, write, isSum, test.Function) && IsPassedBy(write, read, part, holds, test, function))
                        return (test, refusal);
                }
            }
        }

        return null;
    }

    /// <summary>Whether a write brings more of what a called function refuses when there is too much of it, or leaves less of what must not be too little.</summary>
    private static bool IsPassedBy(Statement write, Statement read, SyntaxNode condition, bool passedWhen, TestBelow test, FunctionModel function)
    {
        var many = RefusesMany(condition, passedWhen, test.Read, test.Function);
        return write.Query.Kind switch
        {
            QueryKind.Insert => many is true,
            QueryKind.Delete => many is false || (many is null && !IsOrdered(condition)),
            _ => BecomesOne(read, write, function) is not { } becomes || many is null || many == becomes,
        };
    }

    /// <summary>"count >= max": what is asked is more than whether there is any.</summary>
    private static bool IsOrdered(SyntaxNode condition) => condition.Unwrapped() is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.LessThan or TokenKind.LessThanEquals or TokenKind.GreaterThan or TokenKind.GreaterThanEquals };

    /// <summary>
    /// "if (count === 1 &amp;&amp; row.role === 'ADMIN') throw …": neither half decides alone whether the row goes or changes, but the last one of its kind must not. The half that asks for the number, and what refuses.
    /// </summary>
    private static (SyntaxNode Count, SyntaxNode Refusal) LastOfKind(Statement read, Statement write, bool isSum, FunctionModel function)
    {
        var graph = function.Flow!;
        foreach (var point in function.BranchesOn(read.Call))
        {
            var half = graph.Points[point].Node;
            if (!IsLimit(half, leadsOn: false, read, write, isSum, function) || half.Unwrapped() is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.LessThanEquals or TokenKind.LessThan } || Counted.ConditionOf(half) is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.AmpersandAmpersand } condition)
                continue;
            // The half that is asked last leads to what refuses.
            if (Counted.RefusalsBehind(condition.ChildAt(1).Unwrapped(), [.. RowAccess.PointsOf(write, function)], function).FirstOrDefault() is { Exists: true } refusal)
                return (half, refusal);
        }

        return default;
    }

    /// <summary>Whether what decides over a write is the other half of a condition that asks for a number of rows, for <see cref="LimitChecks"/> to tell of.</summary>
    public static bool IsOfLimit(RowRace race, FunctionModel function) => Counted.ConditionOf(race.Deciding) is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.AmpersandAmpersand } condition
        && LimitChecks(function).Any(limit => limit.Write.Call == race.Write.Call && Counted.ConditionOf(limit.Deciding) == condition);

    /// <summary>"assertWithinLimit({ used: count })": a call between the two of a function that throws after it has compared what it is given; none when there is none.</summary>
    private static SyntaxNode RefusingCall(Statement read, int[] writes, bool isSum, FunctionModel function)
    {
        var graph = function.Flow!;
        var after = RowAccess.PointsOf(read, function).Select(from => graph.ReachableFrom(from, exceptions: false)).ToList();
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point] is not { Op: FlowOp.Call, Node: { Kind: SyntaxKind.CallExpression } call } || call == read.Call || Array.IndexOf(writes, point) >= 0 || !after.Exists(reached => reached[point]) || !IsByItself(call))
                continue;
            foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
            {
                if ((isSum ? function.Values!.OriginsOf(argument).Any(origin => origin.Node == read.Call) : Counted.IsSize(argument, read, function)) && Refuses(call, isSum ? default : argument, function) && graph.ReachableFrom(point, exceptions: false) is var on && writes.Any(to => on[to]))
                    return call;
            }
        }

        return default;
    }

    private static bool IsByItself(SyntaxNode call) => ConnectionLife.EffectNode(call).Wrapped().Parent.Is(SyntaxKind.ExpressionStatement);

    /// <summary>Whether the function of the program that a call means throws under a comparison; one that refuses when an argument is too high, where that is given.</summary>
    private static bool Refuses(SyntaxNode call, SyntaxNode argument, FunctionModel function)
    {
        if (function.Project.Types.CalleeOf(call) is not Types.Callee.InProgram { Functions: [var node] })
            return false;
        var parameter = argument.Exists ? new FunctionLike(node).Parameters.ElementAtOrDefault(Array.IndexOf(call.Child(SyntaxKind.ArgumentList).Children.ToArray(), argument)) : default;
        parameter = parameter.Is(SyntaxKind.Parameter) ? new Parameter(parameter).Name : parameter;
        if (argument.Exists && !parameter.Is(SyntaxKind.Identifier))
            return false;
        foreach (var inner in FunctionShape.BodyOf(node).DescendantsAndSelf)
        {
            if (!inner.Is(SyntaxKind.ThrowStatement) || FunctionShape.Enclosing(inner) != node)
                continue;
            for (var at = inner; at.Exists && at != node; at = at.Parent)
            {
                if (at.Parent.Is(SyntaxKind.IfStatement) && at.Parent.FirstChild != at && Compares(at.Parent.FirstChild, parameter))
                    return true;
            }
        }

        return false;
    }

    private static bool Compares(SyntaxNode condition, SyntaxNode parameter)
    {
        foreach (var node in condition.DescendantsAndSelf)
        {
            if (IsOrdered(node) && (!parameter.Exists || node.ChildAt(node.Operator is TokenKind.GreaterThan or TokenKind.GreaterThanEquals ? 0 : 1).Unwrapped().TextIs(parameter.Bytes)))
                return true;
        }

        return false;
    }

    private static bool IsComparison(SyntaxNode condition) => condition.Is(SyntaxKind.BinaryExpression)
        && condition.Operator is TokenKind.LessThan or TokenKind.LessThanEquals or TokenKind.GreaterThan or TokenKind.GreaterThanEquals or TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals or TokenKind.ExclamationEqualsEquals or TokenKind.ExclamationEquals;

    /// <summary>Whether what is refused is a number that is too high, as of "if (count >= 5) throw …", rather than one that is too low; null for other conditions.</summary>
    private static bool? RefusesMany(SyntaxNode condition, bool leadsOn, Statement read, FunctionModel function)
    {
        condition = condition.Unwrapped();
        if (!condition.Is(SyntaxKind.BinaryExpression) || condition.Operator is not (TokenKind.LessThan or TokenKind.LessThanEquals or TokenKind.GreaterThan or TokenKind.GreaterThanEquals))
            return null;
        var (left, right) = (IsCounted(condition.FirstChild), IsCounted(condition.ChildAt(1)));
        // "if (limit - count <= 0) throw …": what is left is refused when it is too little.
        var isRest = Remainder.Is(left ? condition.FirstChild : condition.ChildAt(1), read.By, function);
        return left == right ? null : condition.Operator is TokenKind.GreaterThan or TokenKind.GreaterThanEquals == left != leadsOn != isRest;

        bool IsCounted(SyntaxNode side) => function.Values!.OriginsOf(side.Unwrapped()).Any(origin => origin.Node == read.Call);
    }

    /// <summary>Whether a changed row becomes one of those that were counted, rather than none; null when that is not known.</summary>
    private static bool? BecomesOne(Statement read, Statement write, FunctionModel function)
    {
        // "WHERE deleted_at IS NULL … SET deleted_at = now()"
        if (StateOf(read, write, function) is { Operator: "is null" or "is not null" } gap && write.Query.Writes.FirstOrDefault(set => set.Column == gap.Column.Name) is { } filled && (filled.Value.IsNull || Deletion.IsMark(filled.Column) || Consequences.IsConstant(filled.Value, write, function)))
            return (filled.Value.IsNull || write.By.ValueOf(filled.Value).Node.Is(SyntaxKind.NullKeyword)) == gap.Operator is "is null";
        if (StateOf(read, write, function) is not { Operator: "=" or "in" } state || write.Query.Writes.FirstOrDefault(set => set.Column == state.Column.Name) is not { } set)
            return null;
        // "WHERE host = $1 … SET host = NULL"
        if (set.Form is WriteForm.Absolute && (set.Value.IsNull || write.By.ValueOf(set.Value).Node.Is(SyntaxKind.NullKeyword)))
            return false;
        if (RowAccess.ConstantOf(write, set.Value, function) is not { } value)
            return null;
        var asked = state.Values.Select(other => RowAccess.ConstantOf(read, other, function)).ToList();
        return asked.Contains(value) ? true : asked.Contains(null) ? null : false;
    }

    private static bool LengthIn(SyntaxNode condition, Statement read, Statement write, FunctionModel function)
    {
        foreach (var side in (SyntaxNode[])[condition.FirstChild.Unwrapped(), condition.ChildAt(1).Unwrapped()])
        {
            // "rows.length !== ids.length": whether all were found.
            if (!IsOrdered(condition) && condition.ChildAt(side == condition.FirstChild.Unwrapped() ? 1 : 0).Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } other && other.ChildAt(1).Text is "length" or "size")
                return false;
            if (Counted.IsSize(side, read, function) || (write.Query.Kind is not QueryKind.Insert && Counted.IsSizeOfSome(side, read, function)))
                return true;
        }

        return false;
    }
}
