using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A loop that should never end and ends for good when its body fails once, while the process lives on.</summary>
/// <param name="Loop">The endless loop, or the call that sets the timer for the next turn.</param>
/// <param name="Risk">What fails in it.</param>
/// <param name="Handler">What takes the failure, outside the loop.</param>
/// <param name="IsTimer">Whether it goes on by setting a timer for itself.</param>
public sealed record DyingLoop(SyntaxNode Loop, SyntaxNode Risk, SyntaxNode Handler, bool IsTimer);

/// <summary>Finds worker loops whose failures are caught too far out.</summary>
internal static class WorkerLoops
{
    private static readonly KindSet LoopsAndCalls = KindSet.Of(SyntaxKind.WhileStatement, SyntaxKind.ForStatement, SyntaxKind.CallExpression);

    /// <summary>Those of a function, by position.</summary>
    public static ImmutableArray<DyingLoop> In(FunctionModel function)
    {
        if (!function.IsAsync)
            return [];
        var found = ImmutableArray.CreateBuilder<DyingLoop>();
        foreach (var node in FunctionShape.OwnNodes(function.Node, LoopsAndCalls))
        {
            if (node.Kind is SyntaxKind.WhileStatement or SyntaxKind.ForStatement && IsEndless(function.Project, node)
                && FailureIn(function.Project, LoopBody(node), node) is { Exists: true } risk && OuterCatch(node, function.Node) is { Exists: true } handler && !Throwing.AlwaysRethrows(handler))
                found.Add(new(node, risk, handler, IsTimer: false));
            else if (node.Is(SyntaxKind.CallExpression) && IsReschedule(function, node) && Rescheduled(function, node) is { } timer)
                found.Add(timer);
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a node stands in a loop of its function that goes on for as long as the process lives.</summary>
    public static bool IsInEndlessLoop(ProjectModel project, SyntaxNode node)
    {
        for (var at = node; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Kind is SyntaxKind.WhileStatement or SyntaxKind.ForStatement && IsEndless(project, at))
                return true;
        }

        return false;
    }

    /// <summary>Whether a function has a loop without a condition that waits in each turn, and that nothing in it leaves: no <c>return</c>, and no <c>break</c> of its own.</summary>
    public static bool RunsForever(SyntaxNode function)
    {
        if (!function.Exists)
            return false;
        foreach (var loop in FunctionShape.OwnNodes(function))
        {
            if (loop.Kind is not (SyntaxKind.WhileStatement or SyntaxKind.ForStatement) || !IsWithoutEnd(loop))
                continue;
            var (waits, leaves) = (false, false);
            foreach (var node in LoopBody(loop).DescendantsAndSelf)
            {
                waits |= node.Is(SyntaxKind.AwaitExpression) && FunctionShape.Enclosing(node) == function;
                leaves |= node.Is(SyntaxKind.ReturnStatement) && FunctionShape.Enclosing(node) == function || (node.Is(SyntaxKind.BreakStatement) && (node.FirstChild.Exists || FunctionShape.LoopAround(node) == loop) && !node.Ancestor(SyntaxKind.SwitchStatement).Exists);
            }

            if (waits && !leaves)
                return true;
        }

        return false;
    }

    /// <summary><c>while (true)</c>, <c>for (;;)</c></summary>
    public static bool IsWithoutEnd(SyntaxNode loop) =>
        loop.Is(SyntaxKind.WhileStatement) ? loop.FirstChild.Unwrapped().Is(SyntaxKind.TrueKeyword) : loop.Is(SyntaxKind.ForStatement) && !loop.Child(SyntaxKind.ForCondition).FirstChild.Exists;

    private static SyntaxNode LoopBody(SyntaxNode loop) => loop.Children.ToArray()[^1];

    /// <summary>"while (true)" or "while (!this.stopped)" that waits a while in each turn and is never left from within: a worker, no search and no paging.</summary>
    private static bool IsEndless(ProjectModel project, SyntaxNode loop)
    {
        var condition = loop.Is(SyntaxKind.WhileStatement) ? loop.FirstChild.Unwrapped() : loop.Child(SyntaxKind.ForCondition).FirstChild.Unwrapped();
        while (condition.Is(SyntaxKind.PrefixUnaryExpression) && condition.Operator is TokenKind.Exclamation)
            condition = condition.FirstChild.Unwrapped();
        if (condition.Exists && condition.Kind is not (SyntaxKind.TrueKeyword or SyntaxKind.PropertyAccessExpression or SyntaxKind.Identifier))
            return false;
        var sleeps = false;
        foreach (var node in LoopBody(loop).DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.ReturnStatement or SyntaxKind.BreakStatement)
                return false;
            sleeps |= node.Is(SyntaxKind.AwaitExpression) && Sleeps(project, node.FirstChild.Unwrapped());
        }

        return sleeps;
    }

    /// <summary>A timer of the language or the program's own: a promise that a timer resolves.</summary>
    private static bool Sleeps(ProjectModel project, SyntaxNode awaited)
    {
        if (awaited.Is(SyntaxKind.NewExpression))
            return awaited.Bytes.IndexOf("setTimeout"u8) >= 0;
        return project.Types.CalleeOf(awaited) switch
        {
            Callee.Library library => project.Effects.Of(library.Signature).Any(effect => effect is Effect.Sleeps),
            Callee.InProgram { Functions: [var own] } => own.Span.Length < 400 && own.Bytes.IndexOf("setTimeout"u8) >= 0,
            _ => false,
        };
    }

    /// <summary>An await in the body that can fail and that no <c>try</c> within the loop is around.</summary>
    private static SyntaxNode FailureIn(ProjectModel project, SyntaxNode body, SyntaxNode loop)
    {
        foreach (var node in body.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.AwaitExpression) && FunctionShape.Enclosing(node) == FunctionShape.Enclosing(loop) && !OuterCatch(node, loop).Exists && project.Rejections.OfPromise(node.FirstChild) is { IsKnown: true })
                return node;
        }

        return default;
    }

    /// <summary>The nearest <c>catch</c> around a node and inside another one.</summary>
    private static SyntaxNode OuterCatch(SyntaxNode node, SyntaxNode within)
    {
        for (var at = node; at.Exists && at != within; at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.TryStatement) && at.Is(SyntaxKind.Block) && at.Parent.Child(SyntaxKind.CatchClause) is { Exists: true } handler)
                return handler;
        }

        return default;
    }

    /// <summary><c>setTimeout(tick, …)</c>, <c>setTimeout(() => this.tick(), …)</c> within tick.</summary>
    private static bool IsReschedule(FunctionModel function, SyntaxNode call)
    {
        var project = function.Project;
        var callback = call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
        // What is cheap to ask goes first: nearly every call hands over no function.
        return RunsAgain(project, callback, function.Node)
            && project.Types.CalleeOf(call) is Callee.Library library
            && project.Effects.Of(library.Signature).Any(effect => effect is Effect.CallsBack { When: CallTime.Later, Function.Index: 0 });
    }

    /// <summary>Whether the callback is the function, or calls it.</summary>
    internal static bool RunsAgain(ProjectModel project, SyntaxNode callback, SyntaxNode function)
    {
        if (!callback.Exists)
            return false;
        if (FunctionLike.From(callback) is not { } wrapper)
            return project.FunctionNamed(callback) == function;
        foreach (var node in wrapper.Body.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(node) is Callee.InProgram { Functions: [var called] } && called == function)
                return true;
        }

        return false;
    }

    /// <summary><c>catch (error) { reject(error); }</c> within an executor: who waits for the promise decides what becomes of the loop.</summary>
    private static bool HandsOn(SyntaxNode handler, FunctionModel function)
    {
        foreach (var statement in handler.Child(SyntaxKind.Block).Children)
        {
            if (statement.Is(SyntaxKind.ExpressionStatement) && statement.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression, FirstChild: { Kind: SyntaxKind.Identifier } called }
                && function.Module.LocalSymbolOf(called) is { Exists: true } symbol && symbol.Is(Binding.SymbolFlags.Parameter) && FunctionShape.Enclosing(symbol.Declaration).Parent.Parent.Is(SyntaxKind.NewExpression))
                return true;
        }

        return false;
    }

    /// <summary>The next turn is set inside a <c>try</c>, after what can fail, and nowhere else: the <c>catch</c> that takes the failure sets none.</summary>
    private static DyingLoop? Rescheduled(FunctionModel function, SyntaxNode timer)
    {
        var handler = OuterCatch(timer, function.Node);
        if (!handler.Exists || Throwing.AlwaysRethrows(handler) || HandsOn(handler, function))
            return null;
        var attempt = handler.Parent;
        SyntaxNode risk = default;
        foreach (var node in attempt.FirstChild.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.AwaitExpression) && node.Span.End <= timer.Span.Start && FunctionShape.Enclosing(node) == function.Node && OuterCatch(node, function.Node) == handler && function.Project.Rejections.OfPromise(node.FirstChild) is { IsKnown: true })
                risk = node;
        }

        if (!risk.Exists)
            return null;
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (node != timer && node.Is(SyntaxKind.CallExpression) && node.Span.Start > attempt.FirstChild.Span.End && (IsReschedule(function, node) || (function.Project.Types.CalleeOf(node) is Callee.InProgram program && program.Functions.Contains(function.Node))))
                return null;
        }

        return new(timer, risk, handler, IsTimer: true);
    }
}
