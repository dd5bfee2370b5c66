using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A promise that is started, left alone while something else is awaited, and only then awaited itself.</summary>
/// <param name="Promise">Where it is made.</param>
/// <param name="Meanwhile">What is awaited before anybody has taken its rejection.</param>
/// <param name="Taken">Where it is named next, after that.</param>
public sealed record LateAwait(SyntaxNode Promise, SyntaxNode Meanwhile, SyntaxNode Taken)
{
    /// <summary>Whether only the <c>await</c> says that it is a promise: what makes it is out of sight.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>Whether it is kept in a field, for methods that somebody may call some day: then <see cref="Meanwhile"/> is where it is kept.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether the field keeps it among others: <c>this.workers.push(this.work())</c>.</summary>
    public bool IsCollected { get; init; }

    /// <summary>Whether a constructor starts it.</summary>
    public bool IsConstructed { get; init; }
}

/// <summary>Finds promises that are taken too late. A rejection is unhandled as soon as the tasks at hand are done; so only waiting for something real counts.</summary>
internal static class LateAwaits
{
    private static readonly KindSet VariablesAndLoops = KindSet.Of(SyntaxKind.VariableDeclaration, SyntaxKind.ForOfStatement);

    private static readonly KindSet CallsAndAssignments = KindSet.Of(SyntaxKind.CallExpression, SyntaxKind.BinaryExpression);

    private const int MostCallers = 20;

    /// <summary>Those of a function, by position.</summary>
    public static ImmutableArray<LateAwait> In(FunctionModel function)
    {
        var found = ImmutableArray.CreateBuilder<LateAwait>();
        found.AddRange(Kept(function));
        if (!function.IsAsync && !function.IsTopLevel)
            return found.ToImmutable();
        foreach (var node in FunctionShape.OwnNodes(function.Node, VariablesAndLoops))
        {
            if (node.Is(SyntaxKind.VariableDeclaration) && Started(function.Project, node) is { Exists: true } promise && Find(function, node, promise) is { } late)
                found.Add(late with { IsAssumed = function.Project.Types.TypeOf(promise).IsUnknown });
            else if (node.Is(SyntaxKind.ForOfStatement) && node.Has(NodeFlags.Await) && IsStarted(function.Project, node.ChildAt(1)))
                found.Add(new(node.ChildAt(1), node.ChildAt(1), node.ChildAt(1)));
        }

        return found.ToImmutable();
    }

    /// <summary>
    /// "constructor() { this.ready = this.load(); }", "start() { this.loop = this.run(); }", "add() { this.workers.push(this.work()); }" where only other methods await the field:
    /// until one is called, nobody takes the rejection.
    /// </summary>
    private static IEnumerable<LateAwait> Kept(FunctionModel function)
    {
        if (!(function.Node.Kind is SyntaxKind.Constructor or SyntaxKind.MethodDeclaration) || !function.Node.Parent.Is(SyntaxKind.ClassBody))
            yield break;
        foreach (var node in FunctionShape.OwnNodes(function.Node, CallsAndAssignments))
        {
            if (KeptBy(node) is not { Field.Exists: true } kept || !node.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) || !IsPromise(function.Project, kept.Promise, kept.Field, kept.Collection))
                continue;
            var taken = TakenElsewhere(function, kept.Field);
            if (taken.Exists && !TakesAtOnce(function, taken))
                yield return new(kept.Promise, kept.Field, taken) { IsKept = true, IsCollected = kept.Collection, IsConstructed = function.Node.Is(SyntaxKind.Constructor) };
        }
    }

    /// <summary><c>this.ready = load()</c>, <c>this.workers.push(work())</c></summary>
    private static (SyntaxNode Field, SyntaxNode Promise, bool Collection) KeptBy(SyntaxNode node)
    {
        if (node is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } && IsField(node.FirstChild))
            return (node.FirstChild, node.ChildAt(1).Unwrapped(), false);
        if (node.Is(SyntaxKind.CallExpression) && node.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression } push && push.ChildAt(1).TextIs("push"u8) && IsField(push.FirstChild) && node.Child(SyntaxKind.ArgumentList).Children.Count == 1)
            return (push.FirstChild, node.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped(), true);
        return default;
    }

    private static bool IsField(SyntaxNode place) => place.Is(SyntaxKind.PropertyAccessExpression) && place.FirstChild.Is(SyntaxKind.ThisKeyword);

    /// <summary>A call that gives a promise; where nothing is known of it, the type of the field says that it does.</summary>
    private static bool IsPromise(ProjectModel project, SyntaxNode promise, SyntaxNode field, bool isCollection)
    {
        if (!promise.Is(SyntaxKind.CallExpression) || project.RejectionHandlerOf(promise).Exists)
            return false;
        var kept = project.Types.TypeOf(field).NonNullish();
        if (isCollection && kept is not LightType.Array)
            return false;
        var given = project.Types.TypeOf(promise);
        if (given.IsUnknown)
            given = isCollection ? kept.Element() : kept;
        return !given.IsUnknown && project.Types.ThenableOf(given) is Thenable.Promise && project.Types.IsAlwaysThenable(given);
    }

    /// <summary>The first place in another method where a field is awaited or returned; none when anything else is done with it anywhere, or the function itself names it again.</summary>
    private static SyntaxNode TakenElsewhere(FunctionModel function, SyntaxNode field)
    {
        SyntaxNode taken = default;
        foreach (var other in function.Node.Parent.DescendantsAndSelf)
        {
            Workers.Step();
            if (!other.Is(SyntaxKind.PropertyAccessExpression) || other == field || !other.TextIs(field.Bytes) || IsSet(other) || IsAsked(other))
                continue;
            // Whatever the function does with it may be to take its rejection; so may what hands it on.
            if (function.Node.Span.Contains(other.Span) || !IsWaitedFor(function.Project, other))
                return default;
            taken = taken.Exists ? taken : other;
        }

        return taken;
    }

    /// <summary><c>await this.ready</c>, <c>return this.ready</c>, <c>await Promise.all(this.workers)</c></summary>
    private static bool IsWaitedFor(ProjectModel project, SyntaxNode mention)
    {
        var at = mention.Wrapped();
        if (at.Parent.Is(SyntaxKind.ArgumentList) && project.PromiseOperationOf(at.Parent.Parent) is PromiseOperation.Combine or PromiseOperation.AllSettled)
            at = at.Parent.Parent.Wrapped();
        return at.Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement;
    }

    /// <summary>It is given something: another promise, none.</summary>
    private static bool IsSet(SyntaxNode mention) => mention.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment && assignment.FirstChild == mention
        || (mention.Parent.Is(SyntaxKind.PropertyAccessExpression) && mention.Parent.ChildAt(1).TextIs("push"u8));

    /// <summary>Whether it is there, or how many there are: <c>if (this.loop) return;</c>, <c>this.workers.length</c></summary>
    private static bool IsAsked(SyntaxNode mention)
    {
        var at = mention.Wrapped();
        return (at.Parent.Is(SyntaxKind.PropertyAccessExpression) && at.Parent.FirstChild == at && at.Parent.ChildAt(1).TextIs("length"u8))
            || (at.Parent.Is(SyntaxKind.IfStatement) && at.Parent.FirstChild == at) || (at.Parent.Is(SyntaxKind.PrefixUnaryExpression) && at.Parent.Operator is TokenKind.Exclamation);
    }

    /// <summary>Whether who calls the function awaits the field, or calls what does: it is taken before anything else can run.</summary>
    private static bool TakesAtOnce(FunctionModel function, SyntaxNode taken)
    {
        var taker = function.Project.FunctionAround(taken);
        foreach (var (caller, _) in function.CallSites.Take(MostCallers))
        {
            if (caller == taker || (taker is not null && function.Project.Callers.CallsTo(taker).Any(call => function.Project.FunctionAround(call) == caller)))
                return true;
        }

        return false;
    }

    /// <summary>The promise that a declaration puts into a variable: <c>const p = f()</c>.</summary>
    private static SyntaxNode Started(ProjectModel project, SyntaxNode declaration)
    {
        var value = declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        // "new Promise(…)" by itself only waits for somebody to call what it hands out.
        if (!declaration.FirstChild.Is(SyntaxKind.Identifier) || !value.Is(SyntaxKind.CallExpression))
            return default;
        if (project.Types.TypeOf(value).IsUnknown)
            return IsAwaited(project, declaration) ? value : default;
        return project.ThenableOf(value) is Thenable.Promise && project.Types.IsAlwaysThenable(project.Types.TypeOf(value)) && !project.RejectionHandlerOf(value).Exists ? value : default;
    }

    /// <summary>Whether a value of unknown make is awaited wherever it is named: nobody awaits what is no promise.</summary>
    private static bool IsAwaited(ProjectModel project, SyntaxNode declaration)
    {
        var references = project.Bindings.ModuleOf(declaration.Tree)!.SymbolOfDeclaration(declaration).References;
        return !references.IsEmpty && references.All(reference => reference.Wrapped().Parent.Is(SyntaxKind.AwaitExpression));
    }

    /// <summary>An array whose elements run already: each but the first waits for its turn with nobody to take its rejection.</summary>
    private static bool IsStarted(ProjectModel project, SyntaxNode iterable) =>
        project.Types.TypeOf(iterable) is LightType.Array or LightType.Tuple && project.Types.ThenableOf(project.Types.TypeOf(iterable).Element()) is Thenable.Promise;

    private static LateAwait? Find(FunctionModel function, SyntaxNode declaration, SyntaxNode promise)
    {
        var symbol = function.Module.SymbolOfDeclaration(declaration);
        var references = symbol.References;
        // A name that another function knows may be taken there.
        if (references.IsEmpty || symbol.IsCaptured || function.Flow is not { } graph)
            return null;
        var start = graph.PointsOf(declaration.FirstChild).FirstOrDefault(-1);
        if (start < 0)
            return null;

        // Everything that can be reached with no mention of the promise on the way.
        bool Names(int point) => graph.Points[point].Op is FlowOp.Read && references.Contains(graph.Points[point].Node);
        var untaken = graph.ReachableFrom(start, point => Names(point) || graph.Points[point].Suspends, exceptions: false);
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (!untaken[point] || !graph.Points[point].Suspends || !WaitsForReal(function.Project, graph.Points[point]))
                continue;
            var after = graph.ReachableFrom(point, Names, exceptions: false);
            var next = Enumerable.Range(0, graph.Points.Length).FirstOrDefault(later => after[later] && Names(later), -1);
            if (next >= 0)
                return new(promise, graph.Points[point].Node, graph.Points[next].Node);
        }

        return null;
    }

    /// <summary>Not <c>await null</c>, not <c>await value</c>: something that lets other events in.</summary>
    private static bool WaitsForReal(ProjectModel project, FlowPoint point)
    {
        if (point.Op is not FlowOp.Await)
            return true;
        var operand = point.Node.FirstChild;
        if (operand.Unwrapped().Is(SyntaxKind.CallExpression) && project.Types.TypeOf(operand).IsUnknown)
            return true;
        return project.ThenableOf(operand) is Thenable.Promise or Thenable.Lazy && project.PromiseOperationOf(operand.Unwrapped()) is not PromiseOperation.Resolve;
    }
}
