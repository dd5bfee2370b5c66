using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>
/// Finds where shared memory is read, the function is suspended, and a value made of the read is written back.
/// Without the suspension nothing can come between: JavaScript runs to the next one.
/// </summary>
public static class Atomicity
{
    /// <summary>How many updates of one function are looked for. A function with more was written by a program, and each costs a walk through it.</summary>
    private const int MostUpdates = 256;

    /// <summary>Every write of a place that outlives the call, made of a read of the same place. At most one for each write: the torn one if there is one.</summary>
    public static ImmutableArray<ReadModifyWrite> ReadModifyWrites(FlowGraph graph, DefUse values, Module module)
    {
        var found = ImmutableArray.CreateBuilder<ReadModifyWrite>();
        var seen = new HashSet<int>();
        for (var write = 0; write < graph.Points.Length && seen.Count < MostUpdates; write++)
        {
            if (graph.Points[write] is not { Op: FlowOp.Write } point || MemoryPlace.Of(point.Node, module) is not { OutlivesCall: true } place || !seen.Add(point.Node.Index))
                continue;
            ReadModifyWrite? best = null;
            var putsBack = PutsBack(point.Node, place, values, module);
            foreach (var read in ReadsFeeding(point.Node, place, graph, values, module))
            {
                var suspension = SuspensionBetween(graph, read, write);
                if (best is null || suspension >= 0)
                    best = new(place, read, suspension, write, putsBack ? WriteBetween(graph, read, write, place, module) : -1);
                if (suspension >= 0)
                    break;
            }

            if (best is { } candidate)
                found.Add(candidate);
        }

        return found.ToImmutable();
    }

    /// <summary>The points at which the place is read for the value that is written to it.</summary>
    private static IEnumerable<int> ReadsFeeding(SyntaxNode target, MemoryPlace place, FlowGraph graph, DefUse values, Module module)
    {
        var parent = target.Parent;
        switch (parent.Kind)
        {
            case SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression:
            case SyntaxKind.BinaryExpression when parent.Operator is > TokenKind.Equals and < TokenKind.AmpersandAmpersandEquals:
                foreach (var point in graph.PointsOf(target))
                {
                    if (graph.Points[point].Op is FlowOp.Read)
                        yield return point;
                }

                break;
        }

        // "a ??= await load()" writes what does not depend on what was read: a check, not a modification.
        if (parent.Is(SyntaxKind.BinaryExpression) && parent.Operator is >= TokenKind.AmpersandAmpersandEquals and <= TokenKind.QuestionQuestionEquals)
            yield break;

        var value = AssignedValue.SourceOf(target);
        if (!value.Exists)
            yield break;
        foreach (var origin in values.OriginsOf(value))
        {
            if (MemoryPlace.Of(origin.Node, module) != place || IsTestOf(value, origin.Node) || (origin.ThroughCall && !IsStaleArgument(origin.Node, value, graph)))
                continue;
            foreach (var point in graph.PointsOf(origin.Node))
            {
                if (graph.Points[point].Op is FlowOp.Read)
                    yield return point;
            }
        }
    }

    /// <summary>"a = a || await load()" is "a ||= await load()" written out: where something comes between, the old value was empty.</summary>
    private static bool IsTestOf(SyntaxNode value, SyntaxNode read) =>
        value.Unwrapped() is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.BarBar or TokenKind.QuestionQuestion } choice && choice.FirstChild.Unwrapped() == read;

    /// <summary>"const before = x; x = other; await f(); x = before" puts the old value back: nothing is computed from it.</summary>
    private static bool PutsBack(SyntaxNode target, MemoryPlace place, DefUse values, Module module)
    {
        var value = AssignedValue.Of(target).Unwrapped();
        return value.Is(SyntaxKind.Identifier) && values.DefinitionsOf(value).Any(definition => AssignedValue.Of(definition) is { Exists: true } saved && MemoryPlace.Of(saved, module) == place);
    }

    /// <summary>The first write of the place on a way from the read to the write; -1 when there is none.</summary>
    private static int WriteBetween(FlowGraph graph, int read, int write, MemoryPlace place, Module module)
    {
        var afterRead = graph.ReachableFrom(read, point => point == read || point == write);
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (point != write && afterRead[point] && graph.Points[point].Op is FlowOp.Write && MemoryPlace.Of(graph.Points[point].Node, module) == place && graph.ReachableFrom(point)[write])
                return point;
        }

        return -1;
    }

    /// <summary>
    /// "x = f(x, await g())": a call may make anything of its argument, but this one was already old when it was passed.
    /// "x = await f(x)" passes the value as it is, and what comes back is f's affair.
    /// </summary>
    private static bool IsStaleArgument(SyntaxNode read, SyntaxNode value, FlowGraph graph)
    {
        if (!value.Span.Contains(read.Span))
            return false;
        for (var at = read; at != value; at = at.Parent)
        {
            if (!at.Parent.Is(SyntaxKind.ArgumentList))
                continue;
            var call = at.Parent.Parent;
            return graph.PointsOf(read).Any(from => graph.Points[from].Op is FlowOp.Read && graph.PointsOf(call).Any(to => SuspensionBetween(graph, from, to) >= 0));
        }

        return false;
    }

    /// <summary>The first suspension on a way from the read to the write on which the place is not read anew; -1 when there is none.</summary>
    internal static int SuspensionBetween(FlowGraph graph, int read, int write)
    {
        // Backwards first: where the read comes before the write on every way, that stays between the two, however long the function is.
        var leads = new HashSet<int>();
        var work = new Stack<int>([write]);
        while (work.TryPop(out var point))
        {
            Workers.Step();
            foreach (var from in graph.Into(point))
            {
                if (leads.Add(from) && from != read && from != write)
                    work.Push(from);
            }
        }

        var first = -1;
        if (!leads.Contains(read))
            return first;
        var seen = new HashSet<int>();
        work.Push(read);
        while (work.TryPop(out var point))
        {
            Workers.Step();
            foreach (var edge in graph.From(point))
            {
                if (!leads.Contains(edge.Target) || edge.Target == write || edge.Target == read || !seen.Add(edge.Target))
                    continue;
                if (graph.Points[edge.Target].Suspends && (first < 0 || edge.Target < first))
                    first = edge.Target;
                work.Push(edge.Target);
            }
        }

        return first;
    }
}

/// <summary>A write made of an earlier read of the same place.</summary>
/// <param name="Place">What is read and written.</param>
/// <param name="Read">The point of the read.</param>
/// <param name="Suspension">A suspension point between the two; -1 when they are atomic.</param>
/// <param name="Write">The point of the write.</param>
/// <param name="Temporary">
/// For a write that puts the old value back, the point between the two at which the place was given another value for the time; -1 for a write of a new value.
/// When two calls overlap, the second one takes the first one's temporary value for the old one, and leaves it in place for good.
/// </param>
public readonly record struct ReadModifyWrite(MemoryPlace Place, int Read, int Suspension, int Write, int Temporary)
{
    /// <summary>Whether the write puts back the value that was read.</summary>
    public bool IsPutBack => Temporary >= 0;
}
