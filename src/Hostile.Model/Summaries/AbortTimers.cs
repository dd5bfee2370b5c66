using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A timer that a function starts and means to end: a timeout that aborts the work, or one that it clears on some path.</summary>
/// <param name="Timer">The call that starts it.</param>
/// <param name="Aborts">Where it aborts the work; none for a timer that does something else.</param>
/// <param name="End">What ends it.</param>
public sealed record WorkTimer(SyntaxNode Timer, SyntaxNode Aborts, TimerEnd End)
{
    /// <summary>The path on which it is not ended; null when nothing ends it, or every path does.</summary>
    public LostPath? Lost { get; init; }

    /// <summary>The call that ends it; none when nothing does.</summary>
    public SyntaxNode EndedAt { get; init; }
}

/// <summary>Finds the timers by which functions limit their own work; those that are raced are found as such.</summary>
internal static class AbortTimers
{
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
        var callback = project.FunctionNamed(DatabaseCalls.ArgumentAt(timer, 0));
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

    /// <summary>"setTimeout(() => controller.abort(), 5000)": the call that aborts.</summary>
    private static SyntaxNode AbortIn(ProjectModel project, SyntaxNode timer)
    {
        var callback = project.FunctionNamed(DatabaseCalls.ArgumentAt(timer, 0));
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
