using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A timer that a function starts and means to end: a timeout that aborts the work, one that settles a promise which something else may settle first, or one that it clears on some path.</summary>
/// <param name="Timer">The call that starts it.</param>
/// <param name="Aborts">Where it aborts the work; none for a timer that does something else.</param>
/// <param name="End">What ends it.</param>
public sealed record WorkTimer(SyntaxNode Timer, SyntaxNode Aborts, TimerEnd End)
{
    /// <summary>The path on which it is not ended; null when nothing ends it, or every path does.</summary>
    public LostPath? Lost { get; init; }

    /// <summary>The call that ends it; none when nothing does.</summary>
    public SyntaxNode EndedAt { get; init; }

    /// <summary>For a timer that settles a promise, where something else may settle it first; none for every other.</summary>
    public SyntaxNode SettledAt { get; init; }
}

/// <summary>Finds the timers by which functions limit their own work; those that are raced are found as such.</summary>
internal static class AbortTimers
{
    /// <summary>A timer of less keeps nobody waiting.</summary>
    private const int ShortestWait = 1000;

    /// <summary>The timers, by position.</summary>
    public static IEnumerable<WorkTimer> In(FunctionModel function)
    {
        var project = function.Project;
        foreach (var opening in function.Openings)
        {
            if (opening.What is not Opened.Timer || project.TimedRaces.Any(race => race.Timer == opening.Call))
                continue;
            var aborts = AbortIn(project, opening.Call);
            if (HandleLife.Of(function, opening) is { IsEndedSomewhere: true } life)
                yield return new(opening.Call, aborts, IsKept(project, opening.Call, life.Lost) && (aborts.Exists || IsKnownToFail(project, life.Lost!)) ? TimerEnd.EndedOnSuccess : TimerEnd.Ended) { Lost = life.Lost };
            else if (aborts.Exists && function.Suspends)
                yield return Followed(project, opening.Call, aborts);
            else if (!aborts.Exists && SettledOtherwise(function, opening.Call) is { Exists: true } other)
                yield return Followed(project, opening.Call, default) with { SettledAt = other };
        }
    }

    /// <summary>
    /// Whether a failure leaves the timer running. A path that merely returns may be that of a timer that has fired, and one that ends the process is there to outlive what hangs.
    /// </summary>
    private static bool IsKept(ProjectModel project, SyntaxNode timer, LostPath? lost)
    {
        if (lost is null || !(lost.Thrown || lost.Taken.Contains(EdgeKind.Throws)))
            return false;
        var walk = new EndingWalk(project, Opened.Timer);
        walk.Follow(timer);
        var callback = project.FunctionNamed(CallArguments.At(timer, 0));
        return !walk.Unrefed.Exists && !(callback.Exists && FunctionShape.OwnNodes(callback).Any(node => node.Is(SyntaxKind.CallExpression) && project.NeverReturns(node)));
    }

    /// <summary>Whether what fails on the path is known to fail at times; of a timer that aborts the work, nobody doubts it.</summary>
    private static bool IsKnownToFail(ProjectModel project, LostPath lost)
    {
        var at = lost.Taken.IndexOf(EdgeKind.Throws);
        var node = at < 0 ? lost.Last.Node : lost.Path[at].Node;
        return !node.Is(SyntaxKind.AwaitExpression) || project.RejectionOf(node.FirstChild) is { IsKnown: true };
    }

    private static WorkTimer Followed(ProjectModel project, SyntaxNode timer, SyntaxNode aborts)
    {
        var walk = new EndingWalk(project, Opened.Timer);
        walk.Follow(timer);
        if (walk.Ended.Exists || walk.Unrefed.Exists)
            return new(timer, aborts, TimerEnd.Ended) { EndedAt = walk.Ended.Exists ? walk.Ended : walk.Unrefed };
        return new(timer, aborts, walk.IsOutOfSight ? TimerEnd.Ended : timer.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) ? TimerEnd.NoHandle : TimerEnd.NeverEnded);
    }

    /// <summary>
    /// <c>new Promise((resolve, reject) => { setTimeout(() => reject(late), 5000); child.on('exit', resolve); })</c>: where something else than the timer settles the promise; none when the timer
    /// does not settle one, or nothing else does. A function in the executor that settles it, <c>const done = () => { … resolve(); }</c>, counts as what it calls.
    /// </summary>
    private static SyntaxNode SettledOtherwise(FunctionModel executor, SyntaxNode timer)
    {
        var project = executor.Project;
        if (Callers.Argument(executor.Node) is not { Call.Exists: true } given || project.PromiseOperationOf(given.Call) is not PromiseOperation.New || FunctionLike.From(executor.Node) is not { } shape
            || project.Constants.NumberOf(CallArguments.At(timer, 1)) is < ShortestWait)
            return default;
        var callback = CallArguments.At(timer, 0);
        var settling = new List<SyntaxNode>();
        foreach (var parameter in shape.Parameters)
            settling.AddRange(executor.Module.SymbolOfDeclaration(parameter).References);
        // "const done = () => { … resolve(); }": where `done` is named, the promise is settled.
        foreach (var inner in settling.Select(FunctionShape.Enclosing).Where(inner => inner != executor.Node && FunctionShape.Enclosing(inner) == executor.Node).Distinct().ToList())
        {
            var declaration = inner.Is(SyntaxKind.FunctionDeclaration) ? inner : inner.Wrapped().Parent is { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } variable } ? variable : default;
            if (!declaration.Exists || executor.Module.SymbolOfDeclaration(declaration) is not { Exists: true } named)
                continue;
            settling.RemoveAll(reference => inner.Span.Contains(reference.Span));
            settling.AddRange(named.References);
        }

        if (!callback.Exists || !settling.Exists(reference => callback.Span.Contains(reference.Span)))
            return default;
        // What settles it at once, "if (signal.aborted) return resolve();", starts no timer.
        return settling.Find(reference => !callback.Span.Contains(reference.Span) && (FunctionShape.Enclosing(reference) != executor.Node || reference.Parent.Is(SyntaxKind.ArgumentList)) && !IsInstead(reference, timer));
    }

    /// <summary>"if (isSupported) whenIdle(resolve); else setTimeout(resolve, 5000);": the one or the other.</summary>
    private static bool IsInstead(SyntaxNode one, SyntaxNode other)
    {
        var at = one;
        while (at.Exists && !at.Span.Contains(other.Span))
            at = at.Parent;
        return at.Kind is SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression or SyntaxKind.SwitchStatement;
    }

    /// <summary>"setTimeout(() => controller.abort(), 5000)": the call that aborts.</summary>
    private static SyntaxNode AbortIn(ProjectModel project, SyntaxNode timer)
    {
        var callback = project.FunctionNamed(CallArguments.At(timer, 0));
        if (!callback.Exists)
            return default;
        foreach (var node in FunctionShape.OwnNodes(callback))
        {
            if (node.Is(SyntaxKind.CallExpression) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access && project.Effects.Of(project.Types.SymbolOf(access)).Any(effect => effect is Effect.Aborts))
                return node;
        }

        return default;
    }
}
