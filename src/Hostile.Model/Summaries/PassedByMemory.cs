using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What a function leaves in shared memory for itself: it writes there what it was given, waits, and reads it again.</summary>
/// <param name="Place">The variable or field.</param>
/// <param name="Write">The write.</param>
/// <param name="Point">Its point.</param>
/// <param name="Suspension">Where the function waits between the two.</param>
/// <param name="Read">The read, or the call of a function of the program that reads it.</param>
/// <param name="Within">For a read by a called function: the read there; none for one of the function itself.</param>
public sealed record PassedByMemory(MemoryPlace Place, SyntaxNode Write, int Point, SyntaxNode Suspension, SyntaxNode Read, SyntaxNode Within)
{
    /// <summary>Those of a function that requests or jobs start, by position; at most one for each write.</summary>
    internal static ImmutableArray<PassedByMemory> In(FunctionModel function)
    {
        if (!function.IsAsync || function.MemoryUses.IsEmpty || function.Flow is not { } graph || function.Values is null)
            return [];
        var found = ImmutableArray.CreateBuilder<PassedByMemory>();
        foreach (var use in function.MemoryUses)
        {
            if (use.Action is Knowledge.StoreAction.Writes && !use.Within.Exists && !use.IsEntry && !use.Place.Path.Contains('[') && use.Value.Exists && IsGiven(use.Value, function)
                && function.Exposure.Kind is StartKind.Request or StartKind.Job or StartKind.Message && ReadAfterWait(function, graph, use) is { } passed)
                found.Add(passed);
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a value is made of what this execution was called with.</summary>
    private static bool IsGiven(SyntaxNode value, FunctionModel function)
    {
        foreach (var origin in function.Values!.OriginsOf(value))
        {
            if (!origin.Node.Is(SyntaxKind.Identifier) || function.Module.LocalSymbolOf(origin.Node) is not { Exists: true } symbol)
                continue;
            for (var at = symbol.Declaration; at.Exists && at != function.Node; at = at.Parent)
            {
                if (at.Is(SyntaxKind.Parameter))
                    return at.Parent.Parent == function.Node;
            }
        }

        return false;
    }

    /// <summary>The first read after a wait on the ways from a write on which it is not written again, and not compared with what was written.</summary>
    private static PassedByMemory? ReadAfterWait(FunctionModel function, FlowGraph graph, MemoryUse write)
    {
        var seen = new HashSet<(int, bool)>();
        var work = new Queue<(int Point, int Waited)>([(write.Point, -1)]);
        while (work.TryDequeue(out var at))
        {
            foreach (var edge in graph.From(at.Point))
            {
                Workers.Step();
                var point = graph.Points[edge.Target];
                if (edge.Kind is EdgeKind.Throws || !seen.Add((edge.Target, at.Waited >= 0)) || (point.Op is FlowOp.Write && MemoryPlace.Of(point.Node, function.Module) == write.Place))
                    continue;
                if (point.Op is FlowOp.Read && MemoryPlace.Of(point.Node, function.Module) == write.Place)
                {
                    // "if (this.latest !== id) return": who looks whether it is still its own knows of the others.
                    if (point.Node.Wrapped().Parent.Is(SyntaxKind.BinaryExpression))
                        continue;
                    if (at.Waited >= 0)
                        return new(write.Place, write.Node, write.Point, graph.Points[at.Waited].Node, point.Node, default);
                }

                // "files.map((file) => `${this.team}/${file}`)"
                if (at.Waited >= 0 && point is { Op: FlowOp.Closure, Node: { Kind: SyntaxKind.ArrowFunction } closure } && ReadInside(closure, write.Place, function) is { Exists: true } inside)
                    return new(write.Place, write.Node, write.Point, graph.Points[at.Waited].Node, inside, default);
                if (at.Waited >= 0 && point is { Op: FlowOp.Call, Node: { Kind: SyntaxKind.CallExpression } call } && ReadIn(function, call, write.Place) is { Exists: true } within)
                    return new(write.Place, write.Node, write.Point, graph.Points[at.Waited].Node, call, within);
                work.Enqueue((edge.Target, at.Waited < 0 && point.Suspends ? edge.Target : at.Waited));
            }
        }

        return null;
    }

    private static SyntaxNode ReadInside(SyntaxNode closure, MemoryPlace place, FunctionModel function)
    {
        foreach (var node in closure.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.PropertyAccessExpression) && MemoryPlace.Of(node, function.Module) == place && !AssignedValue.Of(node).Exists)
                return node;
        }

        return default;
    }

    /// <summary>A read of the place by the one function that a call on the same object means, which does not write it; none otherwise.</summary>
    private static SyntaxNode ReadIn(FunctionModel function, SyntaxNode call, MemoryPlace place)
    {
        if (place.Root is not PlaceRoot.This || Summaries.MemoryUses.ReceiverOf(function, call) is not { IsSame: true } || !call.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression)
            || function.Project.Types.CalleeOf(call) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] } || function.Project.FunctionOf(only) is not { Flow: { } graph } callee || callee == function)
            return default;
        SyntaxNode read = default;
        foreach (var point in graph.Points)
        {
            if (point.Op is not (FlowOp.Read or FlowOp.Write) || MemoryPlace.Of(point.Node, callee.Module) is not { } used || used != place)
                continue;
            if (point.Op is FlowOp.Write)
                return default;
            read = read.Exists ? read : point.Node;
        }

        return read;
    }
}
