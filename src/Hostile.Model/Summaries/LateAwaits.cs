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

    /// <summary>Whether a constructor starts it and keeps it in a field, for methods that somebody may call some day: then <see cref="Meanwhile"/> is where it is kept.</summary>
    public bool IsKept { get; init; }
}

/// <summary>Finds promises that are taken too late. A rejection is unhandled as soon as the tasks at hand are done; so only waiting for something real counts.</summary>
internal static class LateAwaits
{
    /// <summary>Those of a function, by position.</summary>
    public static ImmutableArray<LateAwait> In(FunctionModel function)
    {
        if (function.Node.Is(SyntaxKind.Constructor))
            return [.. Kept(function)];
        if (!function.IsAsync && !function.IsTopLevel)
            return [];
        var found = ImmutableArray.CreateBuilder<LateAwait>();
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (node.Is(SyntaxKind.VariableDeclaration) && Started(function.Project, node) is { Exists: true } promise && Find(function, node, promise) is { } late)
                found.Add(late with { IsAssumed = function.Project.Types.TypeOf(promise).IsUnknown });
            else if (node.Is(SyntaxKind.ForOfStatement) && node.Has(NodeFlags.Await) && IsStarted(function.Project, node.ChildAt(1)))
                found.Add(new(node.ChildAt(1), node.ChildAt(1), node.ChildAt(1)));
        }

        return found.ToImmutable();
    }

    /// <summary>"constructor() { this.ready = this.load(); }" where only methods await <c>this.ready</c>: until one is called, nobody takes its rejection.</summary>
    private static IEnumerable<LateAwait> Kept(FunctionModel constructor)
    {
        var project = constructor.Project;
        foreach (var node in FunctionShape.OwnNodes(constructor.Node))
        {
            if (node is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } || node.FirstChild is not { Kind: SyntaxKind.PropertyAccessExpression } field || !field.FirstChild.Is(SyntaxKind.ThisKeyword))
                continue;
            var promise = node.ChildAt(1).Unwrapped();
            if (!promise.Is(SyntaxKind.CallExpression) || project.ThenableOf(promise) is not Thenable.Promise || !project.Types.IsAlwaysThenable(project.Types.TypeOf(promise)) || project.RejectionHandlerOf(promise).Exists)
                continue;
            SyntaxNode taken = default;
            var isElsewhere = false;
            foreach (var other in constructor.Node.Parent.DescendantsAndSelf)
            {
                Workers.Step();
                if (!other.Is(SyntaxKind.PropertyAccessExpression) || other == field || !other.TextIs(field.Bytes))
                    continue;
                // Whatever the constructor does with it may be to take its rejection; so may what hands it on.
                isElsewhere |= constructor.Node.Span.Contains(other.Span) || !(other.Wrapped().Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement);
                taken = taken.Exists ? taken : other;
            }

            if (taken.Exists && !isElsewhere)
                yield return new(promise, field, taken) { IsKept = true };
        }
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
