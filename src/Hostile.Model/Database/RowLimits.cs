using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>Finds, in one function, writes that stand on how many rows there are, or on a sum over them.</summary>
public static class RowLimits
{
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
                    // "if (children > 0) throw …; DELETE …": what refers to the row must be gone, and the fewer there are the better.
                    if (kind is QueryKind.Delete && RowAccess.MeansPresent(condition.Unwrapped()) == !leadsOn && !IsOrdered(condition) && !IsOne(condition))
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

    /// <summary>"WHERE team = $1 AND role = 'owner' AND id &lt;&gt; $2" before the row with that id is changed or goes: who else is there.</summary>
    private static bool IsOfOthers(Statement read, Statement write, FunctionModel function) => write.Query.Kind is QueryKind.Update or QueryKind.Delete && read.Query is { HasGroupBy: false, Aggregates.IsEmpty: true }
        && read.Query.Where.Matches.Any(other => other is { Operator: "<>" or "!=", Values: [var left] } && write.Query.Fixed(write.Query.Table!.Value).Any(match => match.Column.Name == other.Column.Name && RowAccess.IsSame(read, left, write, match.Values[0], function)));

    /// <summary>
    /// Whether what a look answers is reckoned over rows of a table: not where it counts what one of its own statements changed, <c>WITH done AS (UPDATE …) SELECT count(*) FROM done</c>, or gives a row and something reckoned beside it.
    /// </summary>
    internal static bool IsOver(Aggregate aggregate, Query read, TableName table) =>
        (aggregate.Table ?? (read.CommonUses.IsEmpty ? read.Table : null))?.Matches(table) == true && !read.Selected.Any(selected => selected.Value.Source is ValueSource.Column);

    /// <summary>A list of rows of which the number may be asked.</summary>
    private static bool IsList(Query read) => read.Aggregates.IsEmpty && read is { HasGroupBy: false } && read.Limit is not { Source: ValueSource.Constant, Text: "1" };

    /// <summary>Whether the row that is written is one of those that were counted, before or after.</summary>
    internal static bool MayCount(Statement read, Statement write, FunctionModel function)
    {
        if (read.Query.IsPartlyUnknown || read.Query.HasGroupBy)
            return false;
        switch (write.Query.Kind)
        {
            case QueryKind.Insert:
                return (read.Query.Where.IsNone || LeavesEmpty(read, write, function) || !RowAccess.SharedKey(read, write, function).IsEmpty) && !RowAccess.IsAnotherKind(read, write, function);
            case QueryKind.Update:
                return ChosenState.StateOf(read, write, function) is not null && !RowChecks.IsOfTheSame(read);
            default:
                return !read.Query.Where.IsNone && !IsOneRow(read, function) && !RowChecks.IsOfTheSame(read);
        }
    }

    /// <summary>"WHERE archived_at IS NULL" and nothing else: a row that is inserted without that column is one of those.</summary>
    private static bool LeavesEmpty(Statement read, Statement write, FunctionModel function)
    {
        var table = function.Project.Schema.Table(write.Query.Table!.Value, function.Module.Path);
        return read.Query.Where is { Either.IsEmpty: true, HasOthers: false, HasHole: false, Matches: { IsEmpty: false } matches }
            && matches.All(match => IsOfNull(match) && table?.Column(match.Column.Name) is not { HasDefault: true } && write.Query.Writes.All(set => set.Column != match.Column.Name || set.Value.IsNull));

        // "where('archived_at', null)" of a builder.
        bool IsOfNull(ColumnMatch match) => match.Operator is "is null" || (match is { Operator: "=", Values: [var value] } && (value.IsNull || RowAccess.ConstantOf(read, value, function) is "null"));
    }

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
                && RowChecks.IsComparison(condition) && LengthIn(condition, read, write, function);
        // Whether there is any at all is a check of absence where a row of that kind is inserted, and another rule's.
        if (presence is not null && write.Query.Kind is QueryKind.Insert)
            return read.Query.Where.IsNone && read.Query.Aggregates.Any(aggregate => aggregate.Function is "count");
        return presence is not null || RowChecks.IsComparison(condition);
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

    /// <summary>"owners.length === 1": the last one.</summary>
    private static bool IsOne(SyntaxNode condition) => condition.Unwrapped() is { Kind: SyntaxKind.BinaryExpression } comparison && comparison.ChildAt(1).Unwrapped().TextIs("1"u8);

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
            if (graph.Points[point] is not { Op: FlowOp.Call, Node: { Kind: SyntaxKind.CallExpression } call } || call == read.Call || Array.IndexOf(writes, point) >= 0 || !after.Exists(reached => reached[point]) || !RowChecks.IsByItself(call))
                continue;
            foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
            {
                if ((isSum ? function.Values!.OriginsOf(argument).Any(origin => origin.Node == read.Call) : Counted.IsSize(argument, read, function)) && Refuses(call, isSum ? default : argument, function) && graph.ReachableFrom(point, exceptions: false) is var on && writes.Any(to => on[to]))
                    return call;
            }
        }

        return default;
    }

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
        if (ChosenState.StateOf(read, write, function) is { Operator: "is null" or "is not null" } gap && write.Query.Writes.FirstOrDefault(set => set.Column == gap.Column.Name) is { } filled && (filled.Value.IsNull || Deletion.IsMark(filled.Column) || Consequences.IsConstant(filled.Value, write, function)))
            return (filled.Value.IsNull || write.By.ValueOf(filled.Value).Node.Is(SyntaxKind.NullKeyword)) == gap.Operator is "is null";
        if (ChosenState.StateOf(read, write, function) is not { Operator: "=" or "in" } state || write.Query.Writes.FirstOrDefault(set => set.Column == state.Column.Name) is not { } set)
            return null;
        // "WHERE host = $1 … SET host = NULL"
        if (set.Form is WriteForm.Absolute && (set.Value.IsNull || write.By.ValueOf(set.Value).Node.Is(SyntaxKind.NullKeyword)))
            return false;
        if (RowAccess.ConstantOf(write, set.Value, function) is not { } value)
            return null;
        var asked = state.Values.Select(other => RowAccess.ConstantOf(read, other, function)).ToList();
        return asked.Contains(value) ? true : asked.Contains(null) ? null : false;
    }

    /// <summary>
    /// Where the row that another one names is refused, so that it stays whatever the number says: <c>if (workspace.billedAccountUserId === userId) return …</c> before the row of that user goes. None when no test says so.
    /// Who may not take himself away is no such one: two may take each other.
    /// </summary>
    public static SyntaxNode StaysAt(RowRace race, FunctionModel function)
    {
        if (function.Flow is not { } graph)
            return default;
        var gone = race.Write.Query.Fixed(race.Write.Query.Table!.Value).Where(match => match.Operator is "=").Select(match => race.Write.By.ValueOf(match.Values[0])).Where(value => value.Node.Exists)
            .Select(value => ValuePath.Of(value.Node, value.Members, function.Project.Bindings)).Where(path => path is { Root.Exists: true }).ToList();
        if (gone.Count == 0)
            return default;
        var writes = RowAccess.PointsOf(race.Write, function).ToArray();
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point] is not { Op: FlowOp.Branch, Node: var node } || node.Unwrapped() is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals } test)
                continue;
            var (left, right) = (test.FirstChild.Unwrapped(), test.ChildAt(1).Unwrapped());
            if (!Names(left, right) && !Names(right, left))
                continue;
            if (Consequences.RefusalAt(function, point, leadsOn: false) is { Exists: true } refusal && graph.ReachableFrom(point, exceptions: false) is var after && Array.Exists(writes, to => after[to]))
                return refusal;
        }

        return default;

        // "workspace.billedAccountUserId": somebody whom a row names.
        bool Names(SyntaxNode holder, SyntaxNode other) => holder.Is(SyntaxKind.PropertyAccessExpression) && Money.WordsOf(holder.ChildAt(1).Text).ToList() is [.., _, "id"] words && words.Exists(word => word is "user" or "owner" or "account" or "creator")
            && gone.Contains(ValuePath.Of(other, "", function.Project.Bindings)) && function.Values!.OriginsOf(holder).Any(origin => function.RowCalls.Any(made => made.Call == origin.Node && made.Queries.Any(query => query.Kind is QueryKind.Select)));
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
