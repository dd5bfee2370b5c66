using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// The rows that a function is given: <c>await pay(order)</c> after <c>const order = await orders.find(id)</c>. For a function that writes what its parameter names, or for what it tests of it,
/// the reads of its callers stand as statements at its beginning. On demand, and only for tables that the function writes.
/// </summary>
internal sealed class GivenRows
{
    /// <summary>From a handler to a service to a helper.</summary>
    private const int Deepest = 3;

    /// <summary>How many callers are looked at; one that reads is enough.</summary>
    private const int MostCallers = 24;

    /// <summary>How many reads are kept for a function.</summary>
    private const int MostReads = 6;

    private readonly ConcurrentDictionary<FunctionModel, ImmutableArray<DatabaseCall>> known = new();

    /// <summary>The reads by which a function's parameters come to hold rows, in the order of its callers.</summary>
    public ImmutableArray<DatabaseCall> In(FunctionModel function) => known.GetOrAdd(function, Find);

    private static ImmutableArray<DatabaseCall> Find(FunctionModel function)
    {
        if (function.Flow is null || function.IsTopLevel || FunctionLike.From(function.Node) is not { } shape || !shape.Parameters.GetEnumerator().MoveNext())
            return [];
        var writes = function.RowCalls.SelectMany(call => call.Queries.Where(query => query is { IsWrite: true, Table: not null }).Select(query => new Statement(call, query))).ToList();
        if (writes.Count == 0)
            return [];
        var found = ImmutableArray.CreateBuilder<DatabaseCall>();
        foreach (var parameter in Wanted(function, writes))
        {
            foreach (var given in ReadsOf(function, parameter, writes, []).Take(MostReads - found.Count))
                found.Add(given);
        }

        return found.ToImmutable();
    }

    /// <summary>The names of parameters that choose the row of a write, are saved, or are tested in a function that writes.</summary>
    private static IEnumerable<SyntaxNode> Wanted(FunctionModel function, List<Statement> writes)
    {
        var wanted = new HashSet<SyntaxNode>();
        if (writes.Exists(write => write.Query.Kind is QueryKind.Insert))
        {
            foreach (var point in function.Flow!.Points)
            {
                if (point.Op is FlowOp.Branch or FlowOp.BranchPresent)
                    wanted.UnionWith(point.Tests.SelectMany(test => function.Values!.OriginsOf(test)).Select(origin => origin.Node).Where(function.IsGiven));
            }
        }

        foreach (var write in writes.Where(write => write.Query.Kind is not QueryKind.Insert))
        {
            foreach (var match in write.Query.Fixed(write.Query.Table!.Value))
                Add(write.By.ValueOf(match.Values[0]).Node);
            Add(write.By.SavedObject);
        }

        return wanted.OrderBy(name => name.Span.Start);

        void Add(SyntaxNode node)
        {
            if (node.Exists && node.Tree == function.Module.Tree)
                wanted.UnionWith(function.Values!.OriginsOf(node).Where(origin => !origin.ThroughCall).Select(origin => origin.Node).Where(function.IsGiven));
        }
    }

    private static IEnumerable<DatabaseCall> ReadsOf(FunctionModel function, SyntaxNode parameter, List<Statement> writes, ImmutableArray<(FunctionModel, SyntaxNode)> handed)
    {
        var (place, member) = PlaceOf(function, parameter);
        if (place < 0 || handed.Length >= Deepest || handed.Any(step => step.Item1 == function))
            yield break;
        foreach (var (caller, call) in function.CallSites.Take(MostCallers).Concat(Turns(function, place)))
        {
            Workers.Step();
            if (caller.Values is not { } values || (IsTurn(function, call) ? call.FirstChild.Unwrapped().FirstChild : CallArguments.At(call, place)) is not { Exists: true } given)
                continue;
            if (member.Length > 0)
                given = given.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal && ValuePath.MemberOf(literal, "." + member) is { Item1: { Exists: true } value, Item2: "" } ? value : default;
            // "f({ ...order })", "f(order.id)": no row, but something that is made of one.
            if (!given.Exists || given.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression })
                continue;
            ImmutableArray<(FunctionModel, SyntaxNode)> steps = [.. handed, (function, call)];
            var names = values.NamesOn(given, static _ => true);
            foreach (var origin in values.OriginsOf(given).Where(origin => !origin.ThroughCall))
            {
                if (caller.IsGiven(origin.Node))
                {
                    foreach (var further in ReadsOf(caller, origin.Node, writes, steps).Where(further => IsWhole(names, given, further.Given!)))
                        yield return further with { Call = handed.IsEmpty ? parameter : further.Call, Given = further.Given! with { Assigned = further.Given.Assigned.Union(AssignedTo(given, caller)) } };
                }
                else if (caller.RowCalls.FirstOrDefault(read => read.Call == origin.Node && IsRead(read, writes)) is { } read && new GivenRow(caller, read, steps) { Assigned = AssignedTo(given, caller) } is var row)
                {
                    var whole = new DatabaseCall { Call = parameter, Action = DatabaseAction.Run, Handle = new(HandleKind.Pool, default, ""), Queries = read.Queries, Along = read.Along, Given = row };
                    // "sync(channel.routes)": those that were read along, by themselves.
                    if (names is [var relation] && read.QueriesWithAlong(caller.Project.Schema).FirstOrDefault(query => query.Along == relation) is { } beside)
                        yield return whole with { Queries = [beside with { Along = "" }], Along = [], Given = row with { Relation = relation } };
                    else if (IsWhole(names, given, row))
                        yield return whole;
                }
            }
        }
    }

    /// <summary>"rows.map(async (row) =&gt; …)": the call that gives a function each element of a list in turn, and the function in which it stands.</summary>
    private static IEnumerable<(FunctionModel Caller, SyntaxNode Call)> Turns(FunctionModel function, int place) =>
        place == 0 && function.Enclosing is { } around && Callers.Argument(function.Node) is { Place: 0, Call: { Exists: true } call } && IsTurn(function, call) && FunctionShape.Enclosing(call) == around.Node ? [(around, call)] : [];

    private static bool IsTurn(FunctionModel function, SyntaxNode call) => call.Is(SyntaxKind.CallExpression) && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && (method.ChildAt(1).TextIs("map"u8) || method.ChildAt(1).TextIs("forEach"u8) || method.ChildAt(1).TextIs("flatMap"u8))
        && call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() == function.Node;

    /// <summary>Whether a call gives rows of a table that is written.</summary>
    private static bool IsRead(DatabaseCall read, List<Statement> writes) => read.Answer is RowAnswer.Present or RowAnswer.ReturnsWhenPresent
        && read.Queries.Any(query => query is { Kind: QueryKind.Select, Aggregates.IsEmpty: true, Table: { } table } && writes.Exists(write => write.Query.Table!.Value.Matches(table) || read.Along.Any(along => along.Table.Matches(write.Query.Table.Value))));

    /// <summary>Whether what is handed on is the row rather than something in it, by the names on the way: <c>rows[0]</c> and <c>const [row]</c> are.</summary>
    private static bool IsWhole(ImmutableArray<string> names, SyntaxNode given, GivenRow row) =>
        names.All(name => name is "rows" or "row" or "data" or "records" || (given.Unwrapped() is { Kind: SyntaxKind.Identifier } whole && whole.Text == name && name is not "id" && !IsColumn(name, row)));

    private static bool IsColumn(string name, GivenRow row) => row.Read.Queries[0].Table is { } table && row.Reader.Project.Schema.Table(table, row.Reader.Module.Path) is { } known && RowAccess.ColumnsOf(name).Any(column => known.Column(column) is not null);

    /// <summary>The members that a function gives anew to an object that it hands on: <c>order.status = 'paid'; await save(order)</c>.</summary>
    private static ImmutableHashSet<string> AssignedTo(SyntaxNode given, FunctionModel caller)
    {
        if (given.Unwrapped() is not { Kind: SyntaxKind.Identifier } name || caller.Module.LocalSymbolOf(name) is not { Exists: true } symbol)
            return [];
        return [.. symbol.References.Select(reference => reference.Parent).Where(access => access.Is(SyntaxKind.PropertyAccessExpression) && AssignedValue.TargetOf(access.Parent) == access).Select(access => access.ChildAt(1).Text)];
    }

    /// <summary>The parameter, and the member of it, that a name is: <c>order</c>, <c>{ order }</c>; -1 for none.</summary>
    private static (int Place, string Member) PlaceOf(FunctionModel function, SyntaxNode name)
    {
        if (name.Parent.Is(SyntaxKind.Parameter))
            return new Parameter(name.Parent).IsRest ? (-1, "") : (FunctionShape.PlaceOf(name.Parent, function), "");
        return BindingElement.From(name.Parent) is { IsRest: false } element && name.Parent.Parent is { Kind: SyntaxKind.ObjectBindingPattern, Parent: { Kind: SyntaxKind.Parameter } parameter }
            ? (FunctionShape.PlaceOf(parameter, function), (element.PropertyName.Exists ? element.PropertyName : element.Name).Text)
            : (-1, "");
    }
}
