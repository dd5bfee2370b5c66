using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Two writes of one function that belong together, each committed by itself.</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second: when it fails, the first stays.</param>
/// <param name="Relation">How they belong together, in words.</param>
/// <param name="Compensation">What undoes the first when the second fails; none when nothing does.</param>
public sealed record SplitWrite(DatabaseCall First, DatabaseCall Second, string Relation, SyntaxNode Compensation)
{
    /// <summary>The column in which one amount of money is booked by the one and not by the other, as <see cref="Database.Money"/> says it; null for other things.</summary>
    public string? Money { get; init; }

    /// <summary>Whether the one only counts the rows of the other: no row is lost.</summary>
    public bool IsCount { get; init; }

    /// <summary>The write that makes up for the second when all is run again: it stands in the branch for what is there already; null when there is none.</summary>
    public DatabaseCall? Repair { get; init; }

    /// <summary>Whether the row that stays can be reached by nobody: the second was to be the only one that refers to it, it refers to nothing itself, and nobody looks for rows of its kind.</summary>
    public bool IsOutOfReach { get; init; }
}

/// <summary>Finds writes that belong together and that no transaction holds together.</summary>
internal static class SplitWrites
{
    /// <summary>A function with more writes is an import or a seed, not a change that should be whole.</summary>
    private const int MostWrites = 24;

    /// <summary>What is written for people to read later: that a line of it is missing undoes nothing.</summary>
    private static readonly ImmutableArray<string> Notes = ["log", "audit", "event", "history", "activit", "notification", "metric", "stat", "usage", "analytic", "trace", "job", "queue", "outbox", "cache", "session", "message", "email", "webhook", "view", "visit"];

    /// <summary>What counts how often something was done, and no rows that are there: nobody misses one.</summary>
    private static readonly ImmutableArray<string> Ticks = ["view", "click", "visit", "hit", "play", "seen", "usage", "attempt", "tries", "retr", "download", "impression"];

    /// <summary>The first of them on each way through a function that goes by no other one.</summary>
    public static IEnumerable<SplitWrite> In(FunctionModel function)
    {
        if (function.Module.Roles.HasFlag(ModuleRoles.Test))
            yield break;
        // A BEGIN on the pool means one: that it is none is another matter.
        if (function.DatabaseCalls.Any(call => call.Begins))
            yield break;
        var writes = WritesOf(function).Where(write => write is { Action: DatabaseAction.Run, Handle.IsPool: true, Queries: [{ IsWrite: true, Table: not null }] } && IsSentAlone(write, function.Project) && !IsCalledTransaction(write) && !IsGivenTransaction(write, function, 0) && !function.Project.Resources.TransactionOf(write.Call).Exists).ToList();
        if (writes.Count is < 2 or > MostWrites)
            yield break;
        // A seed or a tool is run again by hand until it is through.
        if (function.Project.IsForTools(function.Module) || function.Project.Transactions.IsInside(function) || function.Flow is not { } graph)
            yield break;
        var turnedAway = new Lazy<List<RowRace>>(() => [.. RowChecks.ChecksThenUpdates(function).Where(race => race.ConsequenceAt.Exists && race.Consequence is Consequence.NotRefused or Consequence.NotRefusedTheSame && RowChecks.ClosesDoor(race, function))]);
        var told = new List<SplitWrite>();
        foreach (var second in writes)
        {
            if (told.Exists(other => IsAfter(graph, other.Second, second) || IsAfter(graph, second, other.Second)))
                continue;
            foreach (var first in writes.Where(first => first.Call.Span.End <= second.Call.Span.Start))
            {
                if ((RelationOf(function, first, second) ?? TurnedAway(function, first, second, turnedAway)) is not { } relation || !IsAfter(graph, first, second))
                    continue;
                // Whose failure is caught by itself, is done as well as it can be.
                if (IsTakenBelow(second, function.Project))
                    continue;
                if (function.CatchAround(second.Call) is { Exists: true } handler && function.CatchAround(first.Call) != handler && !CompensationOf(function, first, second).Exists)
                    continue;
                // What one write leaves behind is one fault, whichever of several that may follow it fails.
                if (told.Exists(other => other.First.Call == first.Call))
                    break;
                // A transaction that nobody hands on holds both all the same.
                if (function.Project.Transactions.IsSurrounded(function))
                    yield break;
                var counted = CountOf(function, first, second);
                told.Add(new(first, second, relation, CompensationOf(function, first, second))
                {
                    Money = SameAmount(function, first, second) ?? (counted is { } money && Money.IsMoney(money.Column) ? $"column `{money.Table}.{money.Column}`" : null),
                    IsCount = counted is not null,
                    Repair = RepairOf(function, first, second),
                    IsOutOfReach = IsOutOfReach(function.Project, first.Queries[0], second.Queries[0]),
                });
                yield return told[^1];
                break;
            }
        }
    }

    /// <summary>The function's own writes, and those of functions that it calls where the result of one such call goes into another.</summary>
    private static IEnumerable<DatabaseCall> WritesOf(FunctionModel function) =>
        function.Project.LiftedCalls.WritesIn(function);

    /// <summary>"replace(trx: Knex, …)": a parameter of the pool's type that is called a transaction is one where it is called so.</summary>
    private static bool IsCalledTransaction(DatabaseCall call) => call.Handle.Variable is { Exists: true } handle && handle.Is(SymbolFlags.Parameter) && handle.Name.ToString() is "trx" or "tx" or "transaction";

    /// <summary>Beyond so many functions that hand a handle on, and so many calls of one, nobody is asked.</summary>
    private const int LongestWay = 5, MostCalls = 32;

    /// <summary>"replace({ db, ids }: { db: typeof pool })": a parameter of the pool's type for which all who call the function, as far as is seen, give a transaction that is open.</summary>
    private static bool IsGivenTransaction(DatabaseCall call, FunctionModel function, int depth)
    {
        // "prepared.map(async (one) => replace({ db, one }))": the parameter is that of a function around.
        if (depth > LongestWay || call.Handle.Variable is not { Exists: true } handle || !handle.Is(SymbolFlags.Parameter) || function.Project.FunctionOf(handle.Scope.Function.Node) is not { } taking || function.Project.Callers.IsHandedOver(taking))
            return false;
        var calls = 0;
        foreach (var (caller, site) in taking.CallSites)
        {
            if (++calls > MostCalls || caller == taking)
                return false;
            var lifted = function.Project.LiftedCalls.LiftedTo(call, taking, site);
            if (lifted.Handle.Kind is not HandleKind.Transaction && !IsCalledTransaction(lifted) && !IsGivenTransaction(lifted, caller, depth + 1))
                return false;
        }

        return calls > 0;
    }

    /// <summary>A query that is handed on is sent by who gets it, as one of a list in a transaction.</summary>
    private static bool IsSentAlone(DatabaseCall call, ProjectModel project)
    {
        var sent = ConnectionLife.EffectNode(call.Call);
        return sent.Is(SyntaxKind.AwaitExpression) || sent.Parent.Is(SyntaxKind.ReturnStatement) || (!call.Steps.IsEmpty && LiftedCalls.IsGathered(PromiseChain.WholeOf(call.Call), project));
    }

    /// <summary>Whether a function between the statement and here takes its failure, and throws none in its place.</summary>
    private static bool IsTakenBelow(DatabaseCall call, ProjectModel project) =>
        call.Steps.Any(step => project.FunctionAround(step)?.CatchAround(step) is { Exists: true } handler && !(handler.Is(SyntaxKind.CatchClause) && Throwing.AlwaysThrows(project, handler)));

    private static string? RelationOf(FunctionModel function, DatabaseCall first, DatabaseCall second)
    {
        var (before, after) = (first.Queries[0], second.Queries[0]);
        var (left, right) = (before.Table!.Value, after.Table!.Value);
        if (SameAmount(function, first, second) is not null)
            return left.Matches(right) ? "the one row has the amount that the other one gives, or the other way round" : "both book the same amount";
        if (left.Matches(right))
        {
            if (Replaces(function, first, second))
                return "the rows that it took away are to be replaced by these";
            return Shifts(before, function.Project.Schema) is { } moved && Shifts(after, function.Project.Schema) is null ? $"it moved the `{moved}` of the other rows, which make room for this one or close up after it"
                : Shifts(after, function.Project.Schema) is { } behind && Shifts(before, function.Project.Schema) is null ? $"this moves the `{behind}` of the other rows, which make room for that one or close up after it" : null;
        }

        if (IsMoved(function, first, second))
            return $"it takes the row away whose contents are to go into `{right}`";
        if (CountOf(function, first, second) is { } counted)
            return $"`{counted.Column}` of `{counted.Table}` goes along with the rows of `{(left.Matches(counted.Table) ? right : left)}`";
        // What is written unless it is there already is written once, however often the whole is run until it succeeds; what is only changed or taken away is seldom half of something.
        if (before is not { Kind: QueryKind.Insert, Conflict: null } || after.Kind is not QueryKind.Insert || IsNote(left) || IsNote(right))
            return null;
        // What the first gave goes into the second; what may also have been found before stands for itself.
        foreach (var write in after.Writes.Select(write => second.ValueOf(write.Value)))
        {
            if (IsSaved(function, first, write))
                return $"the `{left}` that was saved goes into `{right}`";
            if (write.Node.Exists && write.Node.Tree == function.Module.Tree && OriginsOf(function, write.Node).Where(origin => !origin.ThroughCall && origin.Node.Kind is SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression).ToList() is { Count: > 0 } made && made.All(origin => origin.Node == first.Call)
                && IsGivenOut(function, first, write.Node) && !IsReadBack(function, first, write.Node))
                return $"what `{left}` gave goes into `{right}`";
        }

        var schema = function.Project.Schema;
        if (schema.Table(right)?.ForeignKeys.FirstOrDefault(key => key.References.Matches(left)) is { } key && IsSame(function, first, key.ReferencedColumns, second, key.Columns))
            return $"`{right}` refers to `{left}` ({key.Place})";
        if (schema.Table(left)?.ForeignKeys.FirstOrDefault(key => key.References.Matches(right)) is { } other && IsSame(function, first, other.Columns, second, other.ReferencedColumns))
            return $"`{left}` refers to `{right}` ({other.Place})";
        return null;
    }

    /// <summary>"await orders.save(order); await lines.save({ order })": a value is the object itself that was saved, or its id, which it has from then on.</summary>
    private static bool IsSaved(FunctionModel function, DatabaseCall first, CalledValue value)
    {
        if (!first.Steps.IsEmpty || !value.Node.Exists || first.Queries[0].Kind is not QueryKind.Insert || SavedBy(first.Call) is not { Exists: true } saved || ValuePath.Of(value.Node, value.Members, function.Project.Bindings) is not { Root.Exists: true } path)
            return false;
        return ValuePath.Of(saved, "", function.Project.Bindings) is { Root.Exists: true, Members: var whole } kept && kept.Root == path.Root && path.Members.StartsWith(whole, StringComparison.Ordinal) && path.Members[whole.Length..] is "" or ".id";
    }

    /// <summary>The variable among the arguments of a call.</summary>
    private static SyntaxNode SavedBy(SyntaxNode call)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument.Unwrapped().Is(SyntaxKind.Identifier) && !argument.NextSibling.Exists)
                return argument;
        }

        return default;
    }

    /// <summary>What a value is made of, also where it stands in a callback that reads what the function around it has: <c>createMany({ data: items.map((item) => ({ ...item, orderId: order.id })) })</c>.</summary>
    private static IEnumerable<Flow.Origin> OriginsOf(FunctionModel function, SyntaxNode value)
    {
        if (function.Values is not { } values)
            yield break;
        foreach (var origin in values.OriginsOf(value))
        {
            if (origin.Node.Is(SyntaxKind.Identifier) && function.Project.FunctionAround(origin.Node) != function && DeclaredBy(origin.Node) is { Exists: true } made)
            {
                foreach (var one in values.OriginsOf(made))
                    yield return one with { ThroughCall = one.ThroughCall || origin.ThroughCall };
            }
            else
                yield return origin;
        }

        // "const order = await …", "const [order] = await …" of the function, which is never assigned again.
        SyntaxNode DeclaredBy(SyntaxNode name)
        {
            if (function.Module.LocalSymbolOf(name) is not { Exists: true, IsAssignedOnce: true } variable || variable.Scope.Function.Node != function.Node)
                return default;
            var declaration = variable.Declaration;
            while (declaration.Kind is SyntaxKind.BindingElement or SyntaxKind.ObjectBindingPattern or SyntaxKind.ArrayBindingPattern)
                declaration = declaration.Parent;
            return declaration.Is(SyntaxKind.VariableDeclaration) ? declaration.Child(SyntaxKind.Initializer).FirstChild : default;
        }
    }

    /// <summary>Whether what a value is taken from is the answer of this very statement: a function that writes several rows gives out one of them, or some by name.</summary>
    private static bool IsGivenOut(FunctionModel function, DatabaseCall first, SyntaxNode value)
    {
        var names = first.Steps.IsEmpty ? [] : function.Values!.NamesOn(value, call => call == first.Call);
        foreach (var step in first.Steps)
        {
            if (function.Project.FunctionAround(step) is not { Values: { } values } called || FunctionLike.From(called.Node) is not { Body.Exists: true } shape)
                return true;
            if (!Inference.ResultsOf(shape).Any(result => IsOf(result.Unwrapped(), step, values)))
                return false;
        }

        return true;

        bool IsOf(SyntaxNode result, SyntaxNode step, DefUse values)
        {
            if (result.Is(SyntaxKind.AwaitExpression))
                result = result.FirstChild.Unwrapped();
            if (!result.Is(SyntaxKind.ObjectLiteralExpression))
                return result.Exists && (result.Span.Contains(step.Span) || values.OriginsOf(result).Any(origin => origin.Node == step));
            foreach (var property in result.Children)
            {
                if (property.Is(SyntaxKind.SpreadAssignment) ? IsOf(property.FirstChild.Unwrapped(), step, values)
                    : property.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment && names.Contains(property.FirstChild.Text) && IsOf((property.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(property).Value : property.FirstChild).Unwrapped(), step, values))
                    return true;
            }

            return false;
        }
    }

    /// <summary>"const { account } = row.data": what is taken out of an object that the program put into a column is what it had before, and nothing that the statement gave.</summary>
    private static bool IsReadBack(FunctionModel function, DatabaseCall first, SyntaxNode value)
    {
        var names = function.Values!.NamesOn(value, call => call == first.Call);
        var written = first.Queries[0].Writes;
        return names.Length > 1 && !names.Contains("id") && written.FirstOrDefault(write => names.Contains(write.Column)) is { } kept && first.ValueOf(kept.Value).Node is { Exists: true } given && given.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression);
    }

    /// <summary>
    /// "const known = find(key); if (known) { update(known); add what it lacks } else { insert; insert }": the branch for a row that is there inserts into the second table, too, so that the next run makes up what this one leaves out. Null when there is none.
    /// </summary>
    private static DatabaseCall? RepairOf(FunctionModel function, DatabaseCall first, DatabaseCall second)
    {
        if (first.Queries[0].Kind is not QueryKind.Insert || second.Queries[0].Kind is not QueryKind.Insert || function.Values is not { } values)
            return null;
        for (var node = first.Call; node.Exists && node != function.Node; node = node.Parent)
        {
            if (node.Is(SyntaxKind.IfStatement) && node.Span.Contains(second.Call.Span) && new IfStatement(node) is var choice && Looks(choice.Condition)
                && OtherArm(choice) is { Exists: true } arm && !arm.Span.Contains(second.Call.Span) && In(arm) is { } inOther)
                return inOther;
            if (!node.Parent.Is(SyntaxKind.Block))
                continue;
            // "if (known) { …; return known; }" before it.
            foreach (var before in node.Parent.Children)
            {
                if (before == node)
                    break;
                if (before.Is(SyntaxKind.IfStatement) && new IfStatement(before) is var early && Looks(early.Condition) && In(early.Then) is { } inEarly && function.Flow is { } graph && !IsAfter(graph, inEarly, first))
                    return inEarly;
            }
        }

        return null;

        SyntaxNode OtherArm(IfStatement choice) => choice.Then.Span.Contains(first.Call.Span) ? choice.Else : choice.Then;

        bool Looks(SyntaxNode condition)
        {
            foreach (var name in condition.DescendantsAndSelf)
            {
                if (name.Is(SyntaxKind.Identifier) && values.OriginsOf(name).Any(origin => function.Project.DatabaseCallAt(origin.Node) is { Queries: [{ Kind: QueryKind.Select, Table: { } table, Where.Matches.IsEmpty: false }] } && table.Matches(first.Queries[0].Table!.Value)))
                    return true;
            }

            return false;
        }

        DatabaseCall? In(SyntaxNode arm) => WritesOf(function).FirstOrDefault(call => arm.Span.Contains(call.Call.Span) && call.Queries.Any(query => query.Kind is QueryKind.Insert && query.Table is { } table && table.Matches(second.Queries[0].Table!.Value)));
    }

    /// <summary>"settings" of which each order has its own: the order is the one that refers to it, and was not made.</summary>
    private static bool IsOutOfReach(ProjectModel project, Query before, Query after)
    {
        if (before is not { Kind: QueryKind.Insert, Table: { } left } || after is not { Kind: QueryKind.Insert, Table: { } right } || project.Schema.Table(left) is not { HasAllColumns: true, ForeignKeys.IsEmpty: true } part || project.Schema.Table(right) is not { } whole)
            return false;
        return part.UniqueKeys.All(key => key.IsPrimary) && whole.ForeignKeys.Any(key => key.References.Matches(left) && key.Columns is [var column] && whole.UniqueKeys.Any(unique => unique.Columns is [var only] && only == column && unique.Predicate is null)
                && whole.Column(column)?.IsNotNull == true)
            && project.Schema.Tables.All(table => table == whole || table.ForeignKeys.All(key => !key.References.Matches(left)))
            && !project.Functions.Any(function => !function.Module.Roles.HasFlag(ModuleRoles.Test) && function.DatabaseCalls.Any(call => call.Queries.Any(query => query.Kind is QueryKind.Select && query.Table is { } table && table.Matches(left) && query.Where is { HasOthers: false, HasHole: false } && query.Where.Matches.All(match => match.Column.Name != "id" && part.Column(match.Column.Name) is not null))));
    }

    /// <summary>"UPDATE card SET position = position - 1 WHERE position &gt; $1": the column by which many rows are moved at once; null when it does something else, as to count one row up or down that is named by its key.</summary>
    private static string? Shifts(Query query, Schema schema) => query is not { Kind: QueryKind.Update, Table: { } table } || IsOneRow(query, table, schema) ? null
        : query.Writes.FirstOrDefault(write => write.Form is WriteForm.Relative && query.Where.Matches.Any(match => match.Column.Name == write.Column && match.Operator is ">" or ">=" or "<" or "<=" or "between"))?.Column;

    /// <summary>"post.comments + 1" and a row of `comment` with that post: the column that is counted up or down for a row that comes or goes; null for others.</summary>
    private static (TableName Table, string Column)? CountOf(FunctionModel function, DatabaseCall first, DatabaseCall second)
    {
        var (counts, row) = first.Queries[0].Kind is QueryKind.Update ? (first, second) : (second, first);
        if (counts.Queries[0] is not { Kind: QueryKind.Update, Table: { } table, Where: { Either.IsEmpty: true, HasOthers: false, HasHole: false } where } count || row.Queries[0] is not { Kind: QueryKind.Insert or QueryKind.Delete, Conflict: null, Table: { } rows, IsPartlyUnknown: false } change || IsNote(table) || IsNote(rows)
            || where.Matches is not [{ IsFixed: true } named] || !IsOneRow(count, table, function.Project.Schema)
            || count.Writes.FirstOrDefault(write => write is { Form: WriteForm.Relative, IsStable: false } && IsNumber(write.Column) && !Ticks.Any(word => write.Column.Contains(word, StringComparison.OrdinalIgnoreCase))) is not { } counted
            || counts.ValueOf(named.Values[0]) is not { Node.Exists: true } key || ValuePath.Of(key.Node, key.Members, function.Project.Bindings) is not { Root.Exists: true } owner)
            return null;
        var values = change.Kind is QueryKind.Insert ? change.Writes.Select(write => (write.Column, write.Value)) : change.Where.Matches.Where(match => match.IsFixed).Select(match => (Column: match.Column.Name, Value: match.Values[0]));
        foreach (var (column, value) in values)
        {
            if (IsNamedFor(column, table) && row.ValueOf(value) is { Node.Exists: true } given && ValuePath.Of(given.Node, given.Members, function.Project.Bindings) == owner)
                return (table, counted.Column);
        }

        return null;

        // A list or an object that is added to counts nothing.
        bool IsNumber(string column) => function.Project.Schema.Table(table)?.Column(column)?.Type is not { } type || !(type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.Contains("text", StringComparison.OrdinalIgnoreCase) || type.EndsWith("[]", StringComparison.Ordinal));

        bool IsNamedFor(string column, TableName of) => function.Project.Schema.Table(rows)?.ForeignKeys.Any(foreign => foreign.References.Matches(of) && foreign.Columns.Contains(column)) == true
            || (Money.WordsOf(column).ToList() is [.., var owned, "id"] && Money.WordsOf(of.Name).LastOrDefault() is { } last && (owned == last || owned + "s" == last));
    }

    private static bool IsOneRow(Query query, TableName table, Schema schema) =>
        query.Fixed(table).Any(match => match.Column.Name == "id" && match.Operator == "=") || schema.UniqueKeyCovering(table, query.Fixed(table)).Key is not null;

    /// <summary>"DELETE FROM post_tag WHERE post = $1", and then the new tags of the post: all rows of one owner, and no single one.</summary>
    private static bool Replaces(FunctionModel function, DatabaseCall first, DatabaseCall second)
    {
        var (delete, insert) = (first.Queries[0], second.Queries[0]);
        if (delete is not { Kind: QueryKind.Delete, IsPartlyUnknown: false, Where: { Matches.IsEmpty: false, Either.IsEmpty: true, HasOthers: false, HasHole: false } where } || insert.Kind is not QueryKind.Insert || IsNote(delete.Table!.Value)
            || where.Matches.Any(match => !match.IsFixed || match.Column.Name == "id") || !(ReplacedRows.IsInLoop(new(second, insert), new(first, delete)) || (first.Steps.IsEmpty && second.Steps.IsEmpty && insert.InsertedRows != 1 && IsGivenList(function.Project, second.Call))))
            return false;
        // What is taken away of one and given to another is no replacement.
        return where.Matches.All(match => insert.Writes.FirstOrDefault(write => write.Column == match.Column.Name) is not { } set || insert.InsertedRows != 1 || RowAccess.IsSame(new(first, delete), match.Values[0], new(second, insert), set.Value, function));
    }

    /// <summary>
    /// "balance = balance - $1" of one row and "balance = balance + $1" of another, or of one row and an entry with the same amount: the column that the first of them changes, or the second; null when they do not book one amount.
    /// </summary>
    private static string? SameAmount(FunctionModel function, DatabaseCall first, DatabaseCall second)
    {
        var (before, after) = (first.Queries[0], second.Queries[0]);
        if (before is not { Kind: QueryKind.Update or QueryKind.Insert, Conflict: null } || after is not { Kind: QueryKind.Update or QueryKind.Insert, Conflict: null } || (before.Kind is QueryKind.Insert && after.Kind is QueryKind.Insert) || (before.Kind is QueryKind.Insert ? IsNote(before.Table!.Value) : after.Kind is QueryKind.Insert && IsNote(after.Table!.Value)))
            return null;
        var isOneTable = before.Table!.Value.Matches(after.Table!.Value);
        if (isOneTable && (before.Kind is QueryKind.Insert || after.Kind is QueryKind.Insert || IsOneRow(function, first, second)))
            return null;
        foreach (var left in before.Writes.Where(IsBooked))
        {
            foreach (var right in after.Writes.Where(IsBooked))
            {
                // A state that is copied, as a price into an order, is no booking: one of the two must add to what is there, or take it away.
                var (steps, stepsToo) = (IsStep(first, left), IsStep(second, right));
                if ((isOneTable ? steps && stepsToo && left.Column == right.Column : steps || stepsToo) && AmountsOf(function, first, left).Overlaps(AmountsOf(function, second, right)))
                    return Money.In(steps ? before : after, steps ? left.Column : right.Column);
            }
        }

        return null;

        static bool IsBooked(ColumnWrite write) => Money.IsMoney(write.Column) && !write.Value.IsNull && write.Form is not WriteForm.FromRows;

        // "balance = balance + $1", "account.balance += amount".
        static bool IsStep(DatabaseCall call, ColumnWrite write) => write.Form is WriteForm.Relative || (call.ValueOf(write.Value).Node is { Exists: true } value && IsSum(value.Unwrapped()));
    }

    /// <summary>What a written number is made of, as far as it comes into the statement: the parameter in <c>balance + $1</c>, the <c>amount</c> of <c>-amount</c>.</summary>
    private static HashSet<ValuePath> AmountsOf(FunctionModel function, DatabaseCall call, ColumnWrite write)
    {
        var found = new HashSet<ValuePath>();
        foreach (var value in write.Value.Inputs.IsEmpty ? [write.Value] : write.Value.Inputs)
        {
            if (value.Source is ValueSource.Constant && value.Text is { } text and not "0")
                found.Add(new(default, text));
            else if (call.ValueOf(value) is { Node.Exists: true } given)
                Add(given.Node, given.Members);
        }

        return found;

        void Add(SyntaxNode node, string members)
        {
            node = node.Unwrapped();
            if (node.Kind is SyntaxKind.PrefixUnaryExpression)
                Add(node.FirstChild, members);
            else if (node.Kind is SyntaxKind.BinaryExpression && node.Operator is TokenKind.Asterisk)
                Add(node.FirstChild, members);
            else if (IsSum(node))
            {
                Add(node.FirstChild, members);
                Add(node.ChildAt(1), members);
            }
            else if (ValuePath.Of(node, members, function.Project.Bindings) is { } path && path is not { Root.Exists: false, Members: "0" })
                found.Add(path);
        }
    }

    private static bool IsSum(SyntaxNode node) => node.Is(SyntaxKind.BinaryExpression) && node.Operator is TokenKind.Plus or TokenKind.Minus or TokenKind.PlusEquals or TokenKind.MinusEquals;

    /// <summary>Whether two statements name one row by the same value of the same column.</summary>
    private static bool IsOneRow(FunctionModel function, DatabaseCall first, DatabaseCall second) =>
        first.Queries[0].Where.Matches.Any(match => match.IsFixed && second.Queries[0].Where.Matches.Any(other => other.IsFixed && other.Column.Name == match.Column.Name && RowAccess.IsSame(new(first, first.Queries[0]), match.Values[0], new(second, second.Queries[0]), other.Values[0], function)));

    /// <summary>"DELETE FROM inbox … RETURNING *", and then its contents into another table: two columns at least that are no keys, of what was deleted or read before.</summary>
    private static bool IsMoved(FunctionModel function, DatabaseCall first, DatabaseCall second)
    {
        var (delete, insert) = (first.Queries[0], second.Queries[0]);
        if (delete is not { Kind: QueryKind.Delete } || insert is not { Kind: QueryKind.Insert } || IsNote(delete.Table!.Value) || IsNote(insert.Table!.Value) || !first.Steps.IsEmpty || !second.Steps.IsEmpty)
            return false;
        var moved = 0;
        foreach (var write in insert.Writes)
        {
            if (Money.WordsOf(write.Column).LastOrDefault() is "id" || second.ValueOf(write.Value) is not { Node.Exists: true } given || given.Node.Tree != function.Module.Tree)
                continue;
            moved += function.Values?.OriginsOf(given.Node).Any(origin => !origin.ThroughCall && (origin.Node == first.Call || function.Project.DatabaseCallAt(origin.Node) is { Queries: [{ Kind: QueryKind.Select, Table: { } table }] } && table.Matches(delete.Table.Value))) == true ? 1 : 0;
        }

        return moved > 1;
    }

    /// <summary>
    /// "if (invite.usedAt) throw …; SET used_at = now(); INSERT INTO member": when the last one fails, a second try is refused by the test, so that nobody does it any more. Null where the first write closes no door, or the second is none that anybody waits for.
    /// </summary>
    private static string? TurnedAway(FunctionModel function, DatabaseCall first, DatabaseCall second, Lazy<List<RowRace>> checks)
    {
        var (before, after) = (first.Queries[0], second.Queries[0]);
        if (before.Kind is not QueryKind.Update || after is not { Kind: QueryKind.Insert, Conflict: null } || before.Table!.Value.Matches(after.Table!.Value) || IsNote(before.Table.Value) || IsNote(after.Table.Value))
            return null;
        var check = checks.Value.Find(race => race.Write.Call == first.Call && race.Write.Query.Kind is QueryKind.Update && race.Write.Query.Table?.Matches(before.Table.Value) == true);
        return check is null ? null : $"a second try is turned away, for `{check.Column}` is set by then (line {function.PlaceOf(check.ConsequenceAt).Line})";
    }

    /// <summary>Whether a list stands among what a statement is given: <c>insert(rows)</c>, <c>createMany({ data: tags.map(…) })</c>.</summary>
    private static bool IsGivenList(ProjectModel project, SyntaxNode call)
    {
        foreach (var node in call.DescendantsAndSelf)
        {
            Workers.Step();
            if (node.Parent.Kind is SyntaxKind.ArgumentList or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment && project.Types.TypeOf(node.Unwrapped()).NonNullish() is LightType.Array or LightType.Tuple)
                return true;
        }

        return false;
    }

    private static bool IsNote(TableName table) => Notes.Any(word => table.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether both name the same row: the columns of the key have the same value in both.</summary>
    private static bool IsSame(FunctionModel function, DatabaseCall first, IReadOnlyList<string> left, DatabaseCall second, IReadOnlyList<string> right) =>
        left.Count > 0 && left.Count == right.Count && Enumerable.Range(0, left.Count).All(i => ValueOf(function, first, left[i]) is { } value && value == ValueOf(function, second, right[i]));

    private static ValuePath? ValueOf(FunctionModel function, DatabaseCall call, string column)
    {
        var query = call.Queries[0];
        var value = query.Writes.FirstOrDefault(write => write.Column == column)?.Value ?? query.Where.Matches.FirstOrDefault(match => match.Column.Name == column && match.IsFixed)?.Values[0];
        return value is not null && call.ValueOf(value) is { Node.Exists: true } given ? ValuePath.Of(given.Node, given.Members, function.Project.Bindings) : null;
    }

    private static bool IsAfter(FlowGraph graph, DatabaseCall first, DatabaseCall second)
    {
        if (graph.PointsOf(first.Call) is not { Count: > 0 } points)
            return false;
        var reached = graph.ReachableFrom(points[0], exceptions: false);
        return graph.PointsOf(second.Call).Any(point => reached[point]);
    }

    /// <summary>A handler around the second that deletes or changes what the first wrote.</summary>
    private static SyntaxNode CompensationOf(FunctionModel function, DatabaseCall first, DatabaseCall second)
    {
        if (function.CatchAround(second.Call) is not { Exists: true } handler)
            return default;
        foreach (var call in function.DatabaseCalls)
        {
            if (handler.Span.Contains(call.Call.Span) && call.Queries.Any(query => query.IsWrite && query.Table is { } table && table.Matches(first.Queries[0].Table!.Value)))
                return call.Call;
        }

        return default;
    }
}
