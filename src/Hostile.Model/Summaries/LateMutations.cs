using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What a function took from a shared collection before it waited, and relies on after.</summary>
/// <param name="Kind">How.</param>
/// <param name="Read">Where the collection is read.</param>
/// <param name="Suspension">Where the function waits.</param>
/// <param name="Use">Where it relies on what it read.</param>
/// <param name="Other">What somebody else does meanwhile.</param>
public sealed record LateMutation(LateMutationKind Kind, MemoryUse Read, SyntaxNode Suspension, MemoryUse Use, SharedChange Other);

/// <summary>How a function relies on what a collection was before it waited.</summary>
public enum LateMutationKind
{
    /// <summary>It works on all elements and empties the collection afterwards: what was added meanwhile is lost.</summary>
    Emptied,

    /// <summary>It keeps the position of an element, and others move the elements.</summary>
    Index,

    /// <summary>It walks through the array itself, and others move the elements.</summary>
    Walk,
}

/// <summary>Finds positions and contents of shared collections that are used again after a wait.</summary>
internal static class LateMutations
{
    /// <summary>Those of a function, by point.</summary>
    public static ImmutableArray<LateMutation> In(FunctionModel function)
    {
        if (function.MemoryUses.IsEmpty || function.Flow is not { } graph || function.Values is not { } values)
            return [];
        var found = ImmutableArray.CreateBuilder<LateMutation>();
        foreach (var use in function.MemoryUses)
        {
            if (use.Within.Exists)
                continue;
            if (Empties(use) is { } collection)
                found.AddRange(First(Emptied(function, graph, use, collection)));
            else if (use.Action is StoreAction.Moves)
                found.AddRange(First(Indexed(function, graph, values, use)));
            else if (use.Action is StoreAction.Reads && use.Node.Wrapped().Parent is { Kind: SyntaxKind.ForOfStatement } loop && loop.ChildAt(1) == use.Node.Wrapped())
                found.AddRange(First(Walked(function, graph, use, loop)));
        }

        return found.ToImmutable();
    }

    private static IEnumerable<LateMutation> First(IEnumerable<LateMutation> all) => all.Take(1);

    /// <summary>The collection of which "queue = []", "queue.length = 0" and "queue.clear()" leave nothing; null for anything else.</summary>
    internal static MemoryPlace? Empties(MemoryUse use)
    {
        var target = use.Node.Unwrapped();
        if (use.Action is StoreAction.Removes && use.Node.Is(SyntaxKind.CallExpression) && !use.IsEntry)
            return use.Node.Child(SyntaxKind.ArgumentList).FirstChild.Exists || use.Node.FirstChild.ChildAt(1).TextIs("pop"u8) ? null : use.Place;
        if (use.Action is not StoreAction.Writes || !use.Value.Exists)
            return null;
        if (target.Is(SyntaxKind.PropertyAccessExpression) && target.ChildAt(1).TextIs("length"u8))
            return use.Value.TextIs("0"u8) ? use.Place.Parent : null;
        return SharedWrites.IsEmpty(use.Value) && use.Value.Unwrapped().Kind is SyntaxKind.ArrayLiteralExpression or SyntaxKind.NewExpression or SyntaxKind.ObjectLiteralExpression ? use.Place : null;
    }

    private static IEnumerable<LateMutation> Emptied(FunctionModel function, FlowGraph graph, MemoryUse use, MemoryPlace collection)
    {
        foreach (var read in function.MemoryUses.Where(read => read.Action is StoreAction.Reads && read.Place == collection && !read.Within.Exists && IsContent(read.Node)))
        {
            var point = Atomicity.SuspensionBetween(graph, read.Point, use.Point);
            if (point >= 0 && Others(function, collection, StoreAction.Adds, StoreAction.Writes).FirstOrDefault(other => !other.IsWhole || other.Action is StoreAction.Adds) is { } other)
                yield return new(LateMutationKind.Emptied, read, graph.Points[point].Node, use, other);
        }
    }

    /// <summary>Its elements go somewhere: an argument, a spread, a loop, a variable. A test or its size is no content.</summary>
    private static bool IsContent(SyntaxNode node) =>
        node.Wrapped().Parent.Kind is SyntaxKind.ArgumentList or SyntaxKind.SpreadElement or SyntaxKind.ForOfStatement or SyntaxKind.Initializer or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment;

    private static IEnumerable<LateMutation> Indexed(FunctionModel function, FlowGraph graph, DefUse values, MemoryUse use)
    {
        if (!use.Node.FirstChild.ChildAt(1).TextIs("splice"u8) || use.Node.Child(SyntaxKind.ArgumentList).FirstChild is not { Exists: true } index)
            yield break;
        foreach (var origin in values.OriginsOf(index))
        {
            foreach (var read in function.MemoryUses.Where(read => read.Node == origin.Node && read.Action is StoreAction.Reads && read.Container == use.Container && !read.Within.Exists && read.Node.Is(SyntaxKind.CallExpression)))
            {
                var point = Atomicity.SuspensionBetween(graph, read.Point, use.Point);
                if (point >= 0)
                    yield return new(LateMutationKind.Index, read, graph.Points[point].Node, use, Others(function, use.Container, StoreAction.Moves).FirstOrDefault() ?? new(function, StoreAction.Moves, use.Container, use.Node, false));
            }
        }
    }

    private static IEnumerable<LateMutation> Walked(FunctionModel function, FlowGraph graph, MemoryUse read, SyntaxNode loop)
    {
        var waits = FunctionShape.OwnNodes(function.Node).FirstOrDefault(node => node.Is(SyntaxKind.AwaitExpression) && loop.Span.Contains(node.Span) && node.Span.Start > read.Node.Span.End && graph.PointsOf(node).Count > 0);
        if (waits.Exists && Others(function, read.Place, StoreAction.Moves).FirstOrDefault() is { } other)
            yield return new(LateMutationKind.Walk, read, waits, read, other);
    }

    private static IEnumerable<SharedChange> Others(FunctionModel function, MemoryPlace place, params StoreAction[] actions) =>
        function.Project.SharedWrites.ChangesOf(function, place).Where(change => actions.Contains(change.Action) && change.Function.Exposure.Kind is not (StartKind.None or StartKind.Start or StartKind.Signal));
}
