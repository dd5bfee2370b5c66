using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Shared memory that is set because a test of it came out one way.</summary>
/// <param name="Check">What is read for the test.</param>
/// <param name="Branch">The point of the test.</param>
/// <param name="Suspension">Where the function waits between the two; none when nothing can come between.</param>
/// <param name="Set">The write.</param>
/// <param name="Load">The call whose awaited answer is written; none when the value is none that was waited for.</param>
public sealed record CheckThenSet(MemoryUse Check, int Branch, SyntaxNode Suspension, MemoryUse Set, SyntaxNode Load)
{
    public MemoryPlace Place => Set.Place;

    /// <summary>Whether another execution can come between the test and the write.</summary>
    public bool IsTorn => Suspension.Exists;

    /// <summary>All writes of the place that come so late.</summary>
    public ImmutableArray<MemoryUse> Sets { get; init; } = [Set];

    /// <summary>What is awaited is kept by others, too: the work in flight is shared.</summary>
    public bool SharesLoad { get; init; }

    /// <summary>Whoever finds it set is refused with an exception: "if (this.server) throw new Error('already started')". It guards a start, and is no cache.</summary>
    public bool Refuses { get; init; }

    /// <summary>What is waited for is the one who holds the place: all who wait for him go on when he is done.</summary>
    public bool IsHolder { get; init; }

    /// <summary>The work between only looks, or says that it may be done again: <c>createIfNotExists()</c>, <c>ping()</c>, <c>import('x')</c>. Two of it end as one does.</summary>
    public bool IsRepeatable { get; init; }
}

/// <summary>Finds writes of shared memory that depend on an earlier test of it.</summary>
internal static class SharedChecks
{
    private const int MostBranches = 256;

    /// <summary>Those of a function, one for each write, by position. A test that is made again after the last wait is the one that counts.</summary>
    public static ImmutableArray<CheckThenSet> In(FunctionModel function)
    {
        var uses = function.MemoryUses;
        var sets = uses.Where(use => use.Action is StoreAction.Writes).ToList();
        if (sets.Count == 0 || function.Flow is not { } graph || function.Values is not { } values)
            return [];
        var places = sets.Select(set => set.Place).ToHashSet();
        var written = uses.Where(use => use.Action is not StoreAction.Reads).ToLookup(use => use.Place, use => use.Point);
        var reads = uses.Where(use => use.Action is StoreAction.Reads && places.Contains(use.Place)).ToLookup(use => use.Node);
        if (reads.Count == 0)
            return [];

        var found = new List<CheckThenSet>();
        var branches = 0;
        for (var branch = 0; branch < graph.Points.Length && branches < MostBranches; branch++)
        {
            if (graph.Points[branch].Op is not (FlowOp.Branch or FlowOp.BranchPresent) || IsOfLoop(graph.Points[branch].Node))
                continue;
            var tested = values.OriginsOf(graph.Points[branch].Node).SelectMany(origin => reads[origin.Node].Where(read => !read.Within.Exists || !origin.ThroughCall)).Where(read => read.Point <= branch || graph.Leading(branch).Contains(read.Point)).Distinct().ToList();
            if (tested.Count == 0)
                continue;
            branches++;
            var (whenTrue, whenFalse) = (After(graph, branch, EdgeKind.True), After(graph, branch, EdgeKind.False));
            foreach (var set in sets)
            {
                if (whenTrue.Contains(set.Point) && whenFalse.Contains(set.Point))
                {
                    if (tested.FirstOrDefault(check => check.Place == set.Place) is { } holder && HolderWaitedFor(function, graph, values, branch, whenTrue, whenFalse, set) is { Exists: true } wait)
                        found.Add(new(holder, branch, wait, set, default) { IsHolder = true });
                    continue;
                }

                // Reached on one outcome only: then the test decides.
                if (whenTrue.Contains(set.Point) == whenFalse.Contains(set.Point) || !TurnsOthersAway(graph.Points[branch].Node, whenTrue.Contains(set.Point), set.Value) || Keeps(graph.Points[branch], whenTrue.Contains(set.Point), set, tested) || IsOfOwnRun(graph, branch, set, uses))
                    continue;
                foreach (var check in tested.Where(check => check.Place == set.Place && check.Point != set.Point))
                {
                    if (Between(graph, check.Point, set, [.. written[set.Place]]) is (true, var suspension))
                        found.Add(new(check, branch, suspension.Exists ? suspension : set.WaitsAt, set, default) { Refuses = !(whenTrue.Contains(set.Point) ? whenFalse : whenTrue).Contains(graph.Returns) });
                }
            }
        }

        // For each write one test with nothing after it is enough; of the writes of a place the first says it all.
        return
        [
            .. found.GroupBy(each => each.Set).Select(ofSet => ofSet.FirstOrDefault(each => !each.IsTorn) ?? ofSet.MinBy(each => each.Check.Point)!)
                .GroupBy(each => each.Place).Select(ofPlace => Of(ofPlace))
                .OrderBy(each => each.Set.Point).Select(each => WithLoad(each, function, values)),
        ];
    }

    /// <summary>
    /// "if (state === 'open') throw …; state = 'open';": the new value makes the next test come out the other way. Of a state with more values than two not every write does.
    /// </summary>
    private static bool TurnsOthersAway(SyntaxNode test, bool whenTrue, SyntaxNode value)
    {
        test = test.Unwrapped();
        // "if (last + 1000 < Date.now()) return; … last = Date.now();": whoever comes next finds it recent, and goes on as well. Only where the long ago goes on does the new time turn others away.
        if (test.Is(SyntaxKind.BinaryExpression) && test.Operator is TokenKind.LessThan or TokenKind.LessThanEquals or TokenKind.GreaterThan or TokenKind.GreaterThanEquals && IsTime(value) && HasTime(test.FirstChild) != HasTime(test.ChildAt(1)))
            return whenTrue == (HasTime(test.ChildAt(1)) == test.Operator is TokenKind.LessThan or TokenKind.LessThanEquals);
        if (!test.Is(SyntaxKind.BinaryExpression) || test.Operator is not (TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals) || !value.Exists)
            return true;
        var (wanted, given) = (test.ChildAt(1).Unwrapped(), value.Unwrapped());
        if (!IsName(wanted) || !IsName(given))
            return true;
        var isEqual = whenTrue == (test.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals);
        return isEqual ? !given.TextIs(wanted.Bytes) : given.TextIs(wanted.Bytes);
    }

    private static bool IsTime(SyntaxNode value) => value.Exists && Database.Consequences.IsNow(value.Unwrapped());

    private static bool HasTime(SyntaxNode value)
    {
        foreach (var node in value.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression && IsTime(node))
                return true;
        }

        return false;
    }

    /// <summary>
    /// "const holder = locks.get(key); if (holder) await holder; locks.set(key, new Promise(…));": all who wait for one holder go on when it is done, and each takes the place.
    /// The await, where nothing looks again after it; none otherwise. In a loop, the test is made again.
    /// </summary>
    private static SyntaxNode HolderWaitedFor(FunctionModel function, FlowGraph graph, DefUse values, int branch, HashSet<int> whenTrue, HashSet<int> whenFalse, MemoryUse set)
    {
        var made = set.Value.Exists ? set.Value.Unwrapped() : default;
        if (made.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(made) is { IsAssignedOnce: true, Declaration.Kind: SyntaxKind.VariableDeclaration } variable)
            made = variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        if (set.Within.Exists || !made.Exists || function.Project.PromiseOperationOf(made) is not PromiseOperation.New)
            return default;
        var looks = function.MemoryUses.Where(use => use.Action is StoreAction.Reads && use.Place == set.Place).ToList();
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point].Op is not FlowOp.Await || whenTrue.Contains(point) == whenFalse.Contains(point) || !values.OriginsOf(graph.Points[point].Node.FirstChild).Any(origin => looks.Exists(look => look.Node == origin.Node)))
                continue;
            // Back to an earlier line is the next turn of a loop, which may be another's.
            var end = graph.Points[point].Node.Span.Start;
            if (Reached(graph, [point], next => next == branch || looks.Exists(look => look.Point == next) || (graph.Points[next].Node is { Exists: true } earlier && earlier.Span.End <= end)).Contains(set.Point))
                return graph.Points[point].Node;
        }

        return default;
    }

    /// <summary>"while (!this.failed) { … this.failed = error; }" ends the loop that looks: nobody is kept out.</summary>
    private static bool IsOfLoop(SyntaxNode test)
    {
        for (var at = test; at.Exists; at = at.Parent)
        {
            if (at.Parent.Kind is SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForCondition)
                return at.Parent.Is(SyntaxKind.ForCondition) || at.Parent.ChildAt(at.Parent.Is(SyntaxKind.DoStatement) ? 1 : 0) == at;
            if (at.Parent.Kind is not (SyntaxKind.BinaryExpression or SyntaxKind.PrefixUnaryExpression or SyntaxKind.ParenthesizedExpression))
                return false;
        }

        return false;
    }

    /// <summary>"if (!this.lease) return; this.lease = await extend(this.lease);": written where there is something already, and something is there afterwards. The next test comes out the same.</summary>
    private static bool Keeps(FlowPoint branch, bool whenTrue, MemoryUse set, List<MemoryUse> tested)
    {
        if (!set.Value.Exists)
            return false;
        var (test, isThere) = (branch.Node.Unwrapped(), whenTrue);
        while (test.Is(SyntaxKind.PrefixUnaryExpression) && test.Operator is TokenKind.Exclamation)
            (test, isThere) = (test.FirstChild.Unwrapped(), !isThere);
        if (test.Is(SyntaxKind.BinaryExpression) && test.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals && (test.ChildAt(1).Unwrapped().Is(SyntaxKind.NullKeyword) || test.ChildAt(1).TextIs("undefined"u8)))
            (test, isThere) = (test.FirstChild.Unwrapped(), test.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals ? !isThere : isThere);
        // "if (flushing) return; … finally { flushing = false; }" keeps it as it was found, too.
        return isThere != SharedWrites.IsEmpty(set.Value) && tested.Any(read => read.Place == set.Place && read.Node == test);
    }

    /// <summary>
    /// "this.running = true; for (…) { if (!this.running) throw …; await step(); } this.running = false;": the function itself has opened what it tests, to hear that somebody cancels it. Nobody is let in by that test.
    /// </summary>
    private static bool IsOfOwnRun(FlowGraph graph, int branch, MemoryUse set, ImmutableArray<MemoryUse> uses)
    {
        if (!SharedWrites.IsEmpty(set.Value))
            return false;
        var opened = uses.Where(use => use.Place == set.Place && !use.Within.Exists && use.Action is StoreAction.Writes && use.Value.Exists && use.Value.Unwrapped().Is(SyntaxKind.TrueKeyword)).Select(use => use.Point).ToHashSet();
        return opened.Count > 0 && !Reached(graph, [0], opened.Contains).Contains(branch);
    }

    private static bool IsName(SyntaxNode value) => value.Kind is SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral or SyntaxKind.PropertyAccessExpression;

    private static CheckThenSet Of(IEnumerable<CheckThenSet> ofPlace)
    {
        var inOrder = ofPlace.OrderBy(each => each.Set.Point).ToList();
        return inOrder.FirstOrDefault(each => each.IsTorn) is { } torn ? torn with { Sets = [.. inOrder.Where(each => each.IsTorn).Select(each => each.Set)] } : inOrder.FirstOrDefault(each => !SharedWrites.IsEmpty(each.Set.Value)) ?? inOrder[0];
    }

    /// <summary>The points that are reached by one outcome of a test, before it is made again, when nothing fails.</summary>
    private static HashSet<int> After(FlowGraph graph, int branch, EdgeKind outcome)
    {
        var starts = new List<int>();
        foreach (var edge in graph.From(branch))
        {
            if (edge.Kind == outcome)
                starts.Add(edge.Target);
        }

        return Reached(graph, starts, point => point == branch);
    }

    private static HashSet<int> Reached(FlowGraph graph, IEnumerable<int> starts, Func<int, bool> stop)
    {
        var work = new Stack<int>(starts);
        var seen = new HashSet<int>(work);
        while (work.TryPop(out var point))
        {
            Workers.Step();
            foreach (var edge in graph.From(point))
            {
                if (edge.Kind is not EdgeKind.Throws && !stop(edge.Target) && seen.Add(edge.Target))
                    work.Push(edge.Target);
            }
        }

        return seen;
    }

    /// <summary>
    /// Whether some way leads from the read to the write on which the function itself writes the place nowhere else (after "running = true" what was tested holds no longer), and a suspension on it.
    /// </summary>
    private static (bool IsReached, SyntaxNode Suspension) Between(FlowGraph graph, int read, MemoryUse set, HashSet<int> writes)
    {
        writes.Remove(set.Point);
        var forwards = Reached(graph, [read], point => point == read || writes.Contains(point));
        if (!forwards.Contains(set.Point))
            return (false, default);
        // What a turn of the loop waits for after it has set the place comes between nothing: in the next turn the test is passed already.
        var before = Reached(graph, [read], point => point == read || point == set.Point || writes.Contains(point));
        var first = -1;
        var seen = new HashSet<int>();
        var work = new Stack<int>([set.Point]);
        while (work.TryPop(out var point))
        {
            foreach (var from in graph.Into(point))
            {
                Workers.Step();
                if (from == read || from == set.Point || !before.Contains(from) || !Leads(graph, from, point) || !seen.Add(from))
                    continue;
                if (graph.Points[from].Suspends && (first < 0 || from < first))
                    first = from;
                work.Push(from);
            }
        }

        return (true, first < 0 ? default : graph.Points[first].Node);
    }

    private static bool Leads(FlowGraph graph, int from, int to)
    {
        foreach (var edge in graph.From(from))
        {
            if (edge.Target == to && edge.Kind is not EdgeKind.Throws)
                return true;
        }

        return false;
    }

    /// <summary>Where the value comes from, when it was waited for.</summary>
    private static CheckThenSet WithLoad(CheckThenSet found, FunctionModel function, DefUse values)
    {
        if (found.IsHolder)
            return found;
        found = found with { IsRepeatable = found.IsTorn && (RepeatableWork.Is(function, found.Suspension) || RepeatableWork.IsKeptAnswer(found.Place)) };
        if (!found.Set.Value.Exists)
            return found;
        var awaited = Waited.In(found.Set.Value, values).Select(awaiting => awaiting.FirstChild.Unwrapped()).ToList();
        // "known.set(key, isValid)": what is looked up again is an answer that is remembered, however it was made of what was waited for.
        if (awaited.Count == 0 && found.Suspension.Is(SyntaxKind.AwaitExpression) && !found.Set.Within.Exists && IsLookedUp(found, function))
            awaited = [found.Suspension.FirstChild.Unwrapped()];
        if (awaited.Count == 0)
            return found;
        var shares = SharesLoad(found, function, values, [.. awaited.SelectMany(operand => values.OriginsOf(operand))]) || awaited.Any(operand => KeepsOne(function.Project, operand));
        // "this.closing = await this.flush();": nothing is loaded by what gives nothing; that it was done is what is kept.
        if (awaited.TrueForAll(operand => function.Project.Types.AwaitedOf(function.Project.Types.TypeOf(operand)) is LightType.Primitive { Kind: PrimitiveKind.Void or PrimitiveKind.Undefined }))
            return found with { SharesLoad = shares };
        // Of several the one that costs something: "await (await fetch(url)).text()".
        var load = awaited.FirstOrDefault(operand => function.Project.ResourceOf(operand) is not null) is { Exists: true } dear ? dear : awaited[0];
        return found with { Load = load, SharesLoad = shares };
    }

    private static bool IsLookedUp(CheckThenSet found, FunctionModel function) =>
        found.Set.IsEntry && function.MemoryUses.Any(use => use.Action is StoreAction.Reads && use.Place == found.Place && (!use.Node.Is(SyntaxKind.CallExpression) || CallName.Of(use.Node).TextIs("get"u8)));

    /// <summary>"async function client() { if (kept) return kept; kept = make(); … }": who asks meanwhile is given the same.</summary>
    private static bool KeepsOne(ProjectModel project, SyntaxNode operand)
    {
        var maker = project.FunctionCalled(operand);
        if (!maker.Exists || project.Bindings.ModuleOf(maker.Tree) is not { } module)
            return false;
        foreach (var node in FunctionShape.OwnNodes(maker))
        {
            // "if (client) return client;", and "client = make();" before anything is waited for.
            if (node.Is(SyntaxKind.ReturnStatement) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } kept && module.LocalSymbolOf(kept) is { Exists: true, IsModuleLevel: true } variable
                && (node.Parent.Is(SyntaxKind.Block) ? node.Parent.Parent : node.Parent) is { Kind: SyntaxKind.IfStatement } test && test.FirstChild.Bytes.IndexOf(kept.Bytes) >= 0
                && variable.Writes.Any(write => FunctionShape.Enclosing(write) == maker && write.Span.Start > test.Span.End && !WaitsBefore(maker, write)))
                return true;
        }

        return false;
    }

    private static bool WaitsBefore(SyntaxNode function, SyntaxNode write)
    {
        // What the value itself waits for comes before it is kept.
        var end = write.Parent.Span.End;
        foreach (var node in FunctionShape.OwnNodes(function))
        {
            if (node.Is(SyntaxKind.AwaitExpression) && node.Span.Start < end)
                return true;
        }

        return false;
    }

    /// <summary>"await this.loading.get(key)": others wait for the same.</summary>
    private static bool SharesLoad(CheckThenSet found, FunctionModel function, DefUse values, ImmutableArray<Flow.Origin> origins)
    {
        return origins.Any(origin => function.MemoryUses.Any(use => use.Action is StoreAction.Reads && use.Node == origin.Node && !use.Within.Exists && use.Place != found.Place && use.Place != found.Set.Container
            && function.Project.Types.ThenableOf(origin.Node) is Thenable.Promise));
    }
}
