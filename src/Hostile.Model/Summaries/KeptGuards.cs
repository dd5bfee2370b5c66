using System.Collections.Immutable;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A guard that a function takes and gives back, and the failure after which it does not.</summary>
/// <param name="Text">The flag, or what the lock is taken from, as the program writes it.</param>
/// <param name="Take">Where it is taken.</param>
/// <param name="Return">Where it is given back when all goes well.</param>
/// <param name="Lost">The path that ends the function with the guard closed; null when there is none.</param>
/// <param name="Elsewhere">Another function that gives it back, too; null when there is none.</param>
public sealed record KeptGuard(string Text, SyntaxNode Take, SyntaxNode Return, LostPath? Lost, string? Elsewhere)
{
    /// <summary>For a flag: its place, and the point at which it is taken; null for a lock.</summary>
    public MemoryUse? Flag { get; init; }

    /// <summary>What fails is called, and whether that is known: a function that is handed in may catch all by itself.</summary>
    public bool IsSure { get; init; }

    /// <summary>Whether a <c>finally</c> gives it back: its <c>try</c> begins too late.</summary>
    public bool IsInFinally => Return.Ancestor(SyntaxKind.FinallyClause).Exists;
}

/// <summary>Finds flags and locks that stay closed when something fails before the <c>try</c> that would give them back.</summary>
internal static class KeptGuards
{
    /// <summary>Those of a function, by kind and position; with those that are given back on every way.</summary>
    public static ImmutableArray<KeptGuard> In(FunctionModel function) => function.IsAsync ? [.. Flags(function).Concat(Locks(function))] : [];

    /// <summary>"if (running) return; running = true; await prepare(); try { … } finally { running = false; }".</summary>
    private static IEnumerable<KeptGuard> Flags(FunctionModel function)
    {
        foreach (var check in function.SharedChecks)
        {
            if (check.IsTorn || check.Set.Within.Exists || !IsFlag(check.Set) || function.Flow is not { } graph)
                continue;
            var after = graph.ReachableFrom(check.Set.Point);
            var returns = function.MemoryUses.Where(use => use.Place == check.Place && after[use.Point] && use.Point != check.Set.Point && GivesBack(use)).ToList();
            if (returns.Count == 0 || Sides(function, returns) is not { } ends)
                continue;
            var lost = LostPath.By(function, check.Set.Node, EdgeKind.Next, ends, point => CanFail(function, point));
            // What some good end keeps closed is meant to stay closed: it is no guard, but a mark that something was done once.
            if (lost is { Thrown: false })
                continue;
            var elsewhere = function.Project.SharedWrites.ChangesOf(function, check.Set.Container).FirstOrDefault(change => change.Action is StoreAction.Removes || (change.Action is StoreAction.Writes && SharedWrites.IsEmpty(AssignedValue.Of(change.Node))));
            yield return new(check.Place.ToString(), check.Set.Node, returns[0].Node, lost, elsewhere?.Function.Name) { Flag = check.Set, IsSure = IsSure(function, lost) };
        }
    }

    /// <summary>"running = true"; an entry that stays is one of many, and told where those are counted.</summary>
    private static bool IsFlag(MemoryUse set) => !set.IsEntry && set.Value.Exists && set.Value.Unwrapped().Is(SyntaxKind.TrueKeyword) && !set.Place.Path.Contains('[');

    private static bool GivesBack(MemoryUse use) => use.Action is StoreAction.Removes || (use.Action is StoreAction.Writes && use.Value.Exists && SharedWrites.IsEmpty(use.Value));

    /// <summary>The nodes at which it is given back, in the function or by what that calls; null when a callback does it, whenever that is called.</summary>
    private static List<SyntaxNode>? Sides(FunctionModel function, List<MemoryUse> returns)
    {
        foreach (var node in FunctionShape.BodyOf(function.Node).DescendantsAndSelf)
        {
            if (AssignedValue.TargetOf(node) is { Exists: true } target && FunctionShape.Enclosing(target) != function.Node && target.TextIs(returns[0].Node.Bytes))
                return null;
        }

        return [.. returns.Select(use => use.Node)];
    }

    /// <summary>"await mutex.acquire(); await prepare(); try { … } finally { mutex.release(); }", and the same with what the call gave.</summary>
    private static IEnumerable<KeptGuard> Locks(FunctionModel function)
    {
        foreach (var opening in function.Openings)
        {
            if (opening.What is not Opened.Lock || opening.IsOwnLock || function.Flow is null)
                continue;
            if (ConnectionLife.TakenBy(opening.Call, function.Module).Exists)
            {
                // What is kept on other paths is told where locks are counted.
                if (function.LifeOf(opening) is { Lost: { Thrown: true } path, IsEndedInFinally: true, GivenAwayAt.Exists: false })
                    yield return new(opening.Text, opening.Call, path.Last.Node, path, null) { IsSure = IsSure(function, path) };
                continue;
            }

            if (opening.Call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || opening.Call.Child(SyntaxKind.ArgumentList).FirstChild.Exists)
                continue;
            var returns = FunctionShape.OwnNodes(function.Node).Where(node => IsReleaseOf(function, node, callee.FirstChild)).ToList();
            if (returns.Count == 0)
                continue;
            var lost = LostPath.By(function, ConnectionLife.EffectNode(opening.Call), EdgeKind.Next, returns, point => CanFail(function, point));
            if (lost is null or { Thrown: true })
                yield return new(callee.FirstChild.Text, opening.Call, returns[^1], lost, null) { IsSure = IsSure(function, lost) };
        }
    }

    private static bool IsReleaseOf(FunctionModel function, SyntaxNode node, SyntaxNode receiver) =>
        node.Is(SyntaxKind.CallExpression) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.FirstChild.TextIs(receiver.Bytes)
        && function.Project.Types.CalleeOf(node) is Callee.Library library && function.Project.Effects.Of(library.Signature).Any(effect => effect is Effect.Releases);

    /// <summary>What is awaited must be known to fail: a call of a function of which nothing is known proves nothing.</summary>
    private static bool CanFail(FunctionModel function, FlowPoint point) =>
        function.CanThrow(point) && (point.Op is not FlowOp.Await || function.Project.RejectionOf(point.Node.FirstChild) is { IsUntyped: false });

    private static bool IsSure(FunctionModel function, LostPath? lost) =>
        lost is { Last: { Op: FlowOp.Await } last } ? function.Project.RejectionOf(last.Node.FirstChild) is { IsKnown: true, IsHandedIn: false } : lost is { Last.Op: FlowOp.Throw or FlowOp.Call };
}
