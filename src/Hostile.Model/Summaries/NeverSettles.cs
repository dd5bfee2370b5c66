using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A promise that the program makes and that, on some path, nobody ever resolves or rejects.</summary>
/// <param name="Promise">The <c>new Promise(…)</c>.</param>
/// <param name="Turns">The branches that the path takes, and which way.</param>
/// <param name="Last">The last thing on the path: the <c>return</c>, the handler that swallows.</param>
/// <param name="Failing">The call whose failure leaves it pending; none when a path does.</param>
public sealed record PendingPromise(SyntaxNode Promise, ImmutableArray<(SyntaxNode Test, bool IsTrue)> Turns, SyntaxNode Last, SyntaxNode Failing)
{
    /// <summary>What the callback is called once by, as far as we know; null when we know.</summary>
    public string? AssumedOnce { get; init; }

    /// <summary>Where the path is one only because what a call is made on may be nothing, that: <c>pack</c> of <c>pack?.entry(…, done)</c>; whoever writes so seldom means that nothing is there.</summary>
    public SyntaxNode Optional => Turns.FirstOrDefault(turn => !turn.IsTrue && turn.Test.Parent.Has(NodeFlags.Optional) && turn.Test.Parent.FirstChild == turn.Test).Test;

    /// <summary>Where the path is one only because a loop in which it is settled is never entered, that loop: whoever settles by every element seldom has none.</summary>
    public SyntaxNode Loop { get; init; }

    /// <summary>Why nobody waits for it for ever, in one clause; null when somebody may.</summary>
    public string? Cleared { get; init; }

    /// <summary>Reports whether the call is known to fail at times.</summary>
    public bool FailureIsKnown { get; init; }
}

/// <summary>Finds promises that stay pending: the executor, or the callback to which it leaves the settling, ends without it; or what would settle it never runs.</summary>
internal static class NeverSettles
{
    private const int Deepest = 3;

    private static readonly Name PromiseName = Name.Of("Promise");

    /// <summary>Those of a program's server code, by file and position.</summary>
    public static IEnumerable<PendingPromise> All(ProjectModel project)
    {
        foreach (var call in project.Calls.CallsOf(PromiseName).OrderBy(project.PlaceOf))
        {
            Workers.Step();
            var module = project.Bindings.ModuleOf(call.Tree)!;
            if (!call.Is(SyntaxKind.NewExpression) || module.Roles.HasFlag(ModuleRoles.Test) || project.IsInBrowser(module) || project.PromiseOperationOf(call) is not PromiseOperation.New)
                continue;
            var executor = call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
            if (FunctionLike.From(executor) is not { Body.Exists: true } shape)
                continue;
            var settlers = shape.Parameters.Select(parameter => new Parameter(parameter)).Where(parameter => parameter.Name.Is(SyntaxKind.Identifier)).Select(parameter => module.SymbolOfDeclaration(parameter.Node)).Where(symbol => symbol.Exists).ToList();
            var references = settlers.SelectMany(symbol => symbol.References).ToList();
            // One that nobody can settle is meant to be pending.
            if (references.Count == 0)
                continue;
            if (OnPath(project, call, executor, references, 0) is { } pending)
                yield return pending with { Cleared = TimeBounds.Around(project, call) };
            else if (Deferred(project, module, call, references) is { } deferred)
                yield return deferred;
        }
    }

    /// <summary>The promise that only a callback resolves, which its executor gives to somebody: <c>new Promise((resolve, reject) => get(url, async (answer) => { …; resolve(); }))</c>. None when the callback is none of the kind.</summary>
    public static SyntaxNode ResolvedOnlyBy(ProjectModel project, SyntaxNode callback)
    {
        callback = callback.Unwrapped();
        var executor = FunctionShape.Enclosing(callback);
        if (Callers.Argument(executor) is not { Call: { Exists: true } promise, Place: 0 } || project.PromiseOperationOf(promise) is not PromiseOperation.New || FunctionLike.From(executor)?.Parameters[0] is not { Exists: true } first
            || project.Bindings.ModuleOf(callback.Tree)?.SymbolOfDeclaration(first) is not { Exists: true, References.IsEmpty: false } resolve)
            return default;
        return resolve.References.All(reference => callback.Span.Contains(reference.Span)) ? promise : default;
    }

    /// <summary>A path through a function on which no settler is called, handed on or kept.</summary>
    private static PendingPromise? OnPath(ProjectModel project, SyntaxNode promise, SyntaxNode function, List<SyntaxNode> references, int depth)
    {
        if (project.FunctionOf(function) is not { Flow: { } graph } model || references.Count == 0)
            return null;
        var settles = new bool[graph.Points.Length];
        for (var point = 0; point < graph.Points.Length; point++)
        {
            var (op, node) = graph.Points[point];
            settles[point] = op is FlowOp.Read or FlowOp.Write or FlowOp.Call or FlowOp.Closure or FlowOp.Return && (references.Exists(reference => node.Span.Contains(reference.Span)) || (op is FlowOp.Read && NamesSettler(project, promise, node, references)) || (op is FlowOp.Call && (project.NeverReturns(node) || SettlesInside(project, promise, node, references))));
        }

        var conditions = PathConditions.Of(graph, model.Module.LocalSymbolOf);
        var loops = LoopsAround(references, function);
        var walk = Exploration<Settling>.Run(graph, conditions, 0, default, (at, edge, state) =>
        {
            if (settles[at] && edge.Kind is not EdgeKind.Throws)
                return new(true, default, false);
            var loop = loops.Find(loop => loop.Span.Contains(graph.Points[at].Node.Span));
            if (state.HasRun || !loop.Exists)
                return state;
            if (graph.Points[at].Node.Span is var span && loop.ChildAt(loop.Children.Count - 1).Span.Contains(span))
                return state with { HasRun = true };
            return edge.Kind is EdgeKind.False && graph.Points[edge.Target] is { Op: FlowOp.Join, Node: var left } && left == loop ? state with { Skipped = loop } : state;
        });
        if (walk.IsComplete && (walk.PathTo(graph.Returns, state => !state.IsDone && !state.Skipped.Exists) ?? walk.PathTo(graph.Returns, state => !state.IsDone)) is { } path)
            return new(promise, Turns(graph, path, settles), LastOf(graph, path), default) { Loop = path[^1].State.Skipped };
        return depth < Deepest ? InCallback(project, promise, function, references, depth) : null;
    }

    /// <summary>The loops of a function in which something stands, outermost only.</summary>
    private static List<SyntaxNode> LoopsAround(List<SyntaxNode> nodes, SyntaxNode function)
    {
        var loops = new List<SyntaxNode>();
        foreach (var node in nodes)
        {
            SyntaxNode outermost = default;
            for (var at = node.Parent; at.Exists && at != function; at = at.Parent)
            {
                if (at.Kind is SyntaxKind.ForStatement or SyntaxKind.ForOfStatement or SyntaxKind.ForInStatement or SyntaxKind.WhileStatement)
                    outermost = at;
            }

            if (outermost.Exists && !loops.Contains(outermost))
                loops.Add(outermost);
        }

        return loops;
    }

    /// <summary>"function next() { read((item) => item ? next() : resolve()); }": a function within the executor that has a settler takes the promise on.</summary>
    private static bool SettlesInside(ProjectModel project, SyntaxNode promise, SyntaxNode call, List<SyntaxNode> references) =>
        project.FunctionCalled(call) is { Exists: true } called && called.Tree == promise.Tree && promise.Span.Contains(called.Span) && references.Exists(reference => called.Span.Contains(reference.Span));

    /// <summary>"client.once('ready', onReady); function onReady() { resolve(); }": whoever is given the function by its name has the settler.</summary>
    private static bool NamesSettler(ProjectModel project, SyntaxNode promise, SyntaxNode name, List<SyntaxNode> references) =>
        name.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(name) is { Exists: true, Declaration: { Kind: SyntaxKind.FunctionDeclaration } declared } && declared.Tree == promise.Tree && promise.Span.Contains(declared.Span) && references.Exists(reference => declared.Span.Contains(reference.Span));

    /// <summary>All settlers are in one callback that is called once.</summary>
    private static PendingPromise? InCallback(ProjectModel project, SyntaxNode promise, SyntaxNode function, List<SyntaxNode> references, int depth)
    {
        // ".catch(reject)" takes the other way out.
        references = references.FindAll(reference => Callers.Argument(reference) is not { Call.Exists: true } taken || project.RejectionHandlerOf(taken.Call) != taken.Call.Child(SyntaxKind.ArgumentList).ChildAt(taken.Place));
        var callback = references.Count > 0 ? OuterFunction(references[0], function) : default;
        if (!callback.Exists || references.Exists(reference => OuterFunction(reference, function) != callback) || Callers.Argument(callback) is not { Call.Exists: true } given || FunctionShape.Enclosing(given.Call) != function)
            return null;
        // "if (++done === works.length) resolve();": each of several calls counts, and the last one settles.
        if (Collects(project, callback, promise))
            return null;
        string? assumed = null;
        switch (project.Types.CalleeOf(given.Call))
        {
            case Callee.Library library when project.Effects.Of(library.Signature).Any(effect => effect is Effect.CallsBack { When: CallTime.Later or CallTime.Now } calls && calls.Function.Index == given.Place):
                break;
            case var _ when project.PromiseOperationOf(given.Call) is PromiseOperation.Then && given.Place == 0:
                break;
            case Callee.Unknown when IsErrorFirst(callback):
                assumed = CodeLine.Of(given.Call.FirstChild.Text);
                break;
            default:
                return null;
        }

        return OnPath(project, promise, callback, references, depth + 1) is { } pending ? pending with { AssumedOnce = pending.AssumedOnce ?? assumed } : null;
    }

    /// <summary>"(error, rows) => …": Node's convention, called once.</summary>
    private static bool IsErrorFirst(SyntaxNode callback) =>
        FunctionLike.From(callback) is { } shape && shape.Parameters.Count >= 2 && new Parameter(shape.Parameters[0]).Name is var name && (name.TextIs("err"u8) || name.TextIs("error"u8) || name.TextIs("e"u8));

    /// <summary>"(error, item) => { if (!item) resolve(all); else all.push(item); }": what adds to something that the executor holds is called for every item, and then once more.</summary>
    private static bool Collects(ProjectModel project, SyntaxNode callback, SyntaxNode promise)
    {
        foreach (var node in callback.DescendantsAndSelf)
        {
            var target = node.Kind switch
            {
                SyntaxKind.CallExpression when CallName.Of(node).Text is "push" or "add" or "set" or "append" && node.FirstChild.Is(SyntaxKind.PropertyAccessExpression) => node.FirstChild.FirstChild.Unwrapped(),
                SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression when node.Operator is TokenKind.PlusPlus or TokenKind.MinusMinus => node.FirstChild.Unwrapped(),
                SyntaxKind.BinaryExpression when node.Operator is > TokenKind.Equals and <= TokenKind.QuestionQuestionEquals => node.FirstChild.Unwrapped(),
                _ => default,
            };
            while (target.Kind is SyntaxKind.ElementAccessExpression or SyntaxKind.PropertyAccessExpression)
                target = target.FirstChild.Unwrapped();
            if (target.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(target) is { Exists: true, Declaration: var declared } && declared.Tree == promise.Tree && promise.Span.Contains(declared.Span) && !callback.Span.Contains(declared.Span))
                return true;
        }

        return false;
    }

    /// <summary>The outermost function within another in which a node stands; none when it stands in that one itself.</summary>
    private static SyntaxNode OuterFunction(SyntaxNode node, SyntaxNode function)
    {
        SyntaxNode outer = default;
        for (var at = node.Parent; at.Exists && at != function; at = at.Parent)
        {
            if (FunctionLike.From(at) is not null)
                outer = at;
        }

        return outer;
    }

    /// <summary>
    /// "const ready = new Promise((resolve) => { done = resolve })", where all that calls "done" is a function given to a call whose failure is swallowed: when it fails before it has called the function, nobody settles the promise.
    /// </summary>
    private static PendingPromise? Deferred(ProjectModel project, Module module, SyntaxNode promise, List<SyntaxNode> references)
    {
        var uses = new List<SyntaxNode>();
        foreach (var reference in references)
        {
            if (reference.Parent is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment || assignment.ChildAt(1) != reference || !assignment.FirstChild.Is(SyntaxKind.Identifier))
                return null;
            var variable = module.LocalSymbolOf(assignment.FirstChild);
            if (!variable.Exists || variable.IsMember || variable.IsModuleLevel)
                return null;
            uses.AddRange(variable.References.Where(use => use != assignment.FirstChild));
        }

        var function = FunctionShape.Enclosing(promise);
        if (uses.Count == 0 || !IsAwaited(promise))
            return null;
        var callback = OuterFunction(uses[0], function);
        if (!callback.Exists || uses.Exists(use => OuterFunction(use, function) != callback) || Callers.Argument(callback) is not { Call.Exists: true } given || FunctionShape.Enclosing(given.Call) != function)
            return null;
        var handler = SwallowingHandler(project, given.Call);
        return handler.Exists
            ? new(promise, [], handler, given.Call) { FailureIsKnown = project.Rejections.OfPromise(given.Call) is { IsKnown: true } }
            : null;
    }

    private static bool IsAwaited(SyntaxNode promise) => promise.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) || promise.Wrapped().Parent.Is(SyntaxKind.Initializer);

    /// <summary>The handler of "call.catch(h)", also after other links of the chain, that does not throw on.</summary>
    private static SyntaxNode SwallowingHandler(ProjectModel project, SyntaxNode call)
    {
        for (var at = call.Wrapped(); at.Parent.Is(SyntaxKind.PropertyAccessExpression) && at.Parent.Parent.Is(SyntaxKind.CallExpression); at = at.Parent.Parent.Wrapped())
        {
            if (project.RejectionHandlerOf(at.Parent.Parent) is { Exists: true } handler)
                return FunctionLike.From(handler.Unwrapped()) is not null && !Throws(handler) ? handler : default;
        }

        return default;
    }

    private static bool Throws(SyntaxNode handler)
    {
        foreach (var node in handler.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.ThrowStatement))
                return true;
        }

        return false;
    }

    private static ImmutableArray<(SyntaxNode, bool)> Turns(FlowGraph graph, ImmutableArray<Exploration<Settling>.Visit> path, bool[] settles)
    {
        var turns = ImmutableArray.CreateBuilder<(SyntaxNode, bool)>();
        for (var i = 0; i + 1 < path.Length; i++)
        {
            var point = graph.Points[path[i].Point];
            if (point.Op is not (FlowOp.Branch or FlowOp.BranchPresent))
                continue;
            var taken = graph.From(path[i].Point).ToArray().First(edge => edge.Target == path[i + 1].Point).Kind;
            // A branch of which both ways end alike is no turn of the story.
            if (graph.From(path[i].Point).ToArray().Any(edge => edge.Target != path[i + 1].Point && (settles[edge.Target] || graph.ReachableFrom(edge.Target)[graph.Returns])) && taken is EdgeKind.True or EdgeKind.False)
                turns.Add((point.Node, taken is EdgeKind.True));
        }

        return turns.ToImmutable();
    }

    private static SyntaxNode LastOf(FlowGraph graph, ImmutableArray<Exploration<Settling>.Visit> path)
    {
        for (var i = path.Length - 1; i >= 0; i--)
        {
            if (graph.Points[path[i].Point] is { Op: not (FlowOp.Join or FlowOp.Returns or FlowOp.Entry) } point)
                return point.Node;
        }

        return graph.Function;
    }

    /// <param name="IsDone">Whether the promise is settled, or somebody has what settles it.</param>
    /// <param name="Skipped">The loop that settles it, where that was left before its first turn; none elsewhere.</param>
    /// <param name="HasRun">Whether a turn of such a loop has begun.</param>
    private readonly record struct Settling(bool IsDone, SyntaxNode Skipped, bool HasRun);
}
