using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>Finds the updates of shared memory in a function, and what protects them.</summary>
internal static class SharedUpdate
{
    /// <summary>The function's read-modify-writes; nothing for a constructor, whose object nobody else has yet, and for code that runs once.</summary>
    public static ImmutableArray<ReadModifyWrite> In(FunctionModel function)
    {
        if (function.Node.Kind is SyntaxKind.Constructor or SyntaxKind.SourceFile || !MayUpdate(function) || function.Flow is not { } graph || function.Values is not { } values)
            return [];
        return Atomicity.ReadModifyWrites(graph, values, function.Module);
    }

    /// <summary>The <c>n++</c> and <c>n += …</c> on shared memory of a function that never suspends, nested functions left out.</summary>
    public static IEnumerable<(MemoryPlace Place, SyntaxNode Target)> AtomicIn(FunctionModel function)
    {
        if (function.IsAsync || function.Node.Has(NodeFlags.Generator) || function.Node.Kind is SyntaxKind.Constructor or SyntaxKind.SourceFile)
            yield break;
        foreach (var node in function.Node.DescendantsAndSelf)
        {
            // "n = e" replaces and "n ??= e" fills in: neither is made of the old value.
            if (node.Operator is TokenKind.Equals or TokenKind.AmpersandAmpersandEquals or TokenKind.BarBarEquals or TokenKind.QuestionQuestionEquals)
                continue;
            var target = AssignedValue.TargetOf(node);
            if (target.Exists && MemoryPlace.Of(target, function.Module) is { Root: PlaceRoot.Module or PlaceRoot.This } place && FunctionShape.Enclosing(node) == function.Node)
                yield return (place, target);
        }
    }

    /// <summary>
    /// What lets one execution in at a time: a flag of the same lifetime that is tested and set with nothing in between, before the value is read.
    /// Null when nothing does.
    /// </summary>
    public static MemoryPlace? GuardOf(FunctionModel function, ReadModifyWrite update)
    {
        var graph = function.Flow!;
        for (var test = 0; test < graph.Points.Length; test++)
        {
            if (graph.Points[test] is not { Op: FlowOp.Branch or FlowOp.BranchPresent } branch || PlaceTested(branch.Node, function) is not { OutlivesCall: true } flag || flag == update.Place)
                continue;
            // A way to the read that goes around the test is not guarded by it.
            if (graph.ReachableFrom(0, point => point == test)[update.Read])
                continue;
            var atOnce = graph.ReachableFrom(test, point => graph.Points[point].Suspends);
            for (var set = 0; set < graph.Points.Length; set++)
            {
                if (atOnce[set] && graph.Points[set] is { Op: FlowOp.Write } write && MemoryPlace.Of(write.Node, function.Module) == flag && (set == update.Read || graph.ReachableFrom(set)[update.Read]))
                    return flag;
            }
        }

        return null;
    }

    /// <summary>
    /// A write of the place, or of a part of it, in another function of the same class or file: it can run while this one waits, even when this one never overlaps itself.
    /// Constructors do not count. Null when there is none.
    /// </summary>
    public static OtherWriter? OtherWriterOf(FunctionModel function, MemoryPlace place)
    {
        if (place.Root is not (PlaceRoot.Module or PlaceRoot.This))
            return null;
        var region = place.Root is PlaceRoot.This ? place.Owner : function.Module.Tree.Root;
        foreach (var node in region.DescendantsAndSelf)
        {
            var target = AssignedValue.TargetOf(node);
            if (!target.Exists || MemoryPlace.Of(target, function.Module) is not { } written || !place.Holds(written))
                continue;
            if (function.Project.FunctionAround(node) is { } writer && writer != function && writer.Node.Kind is not (SyntaxKind.Constructor or SyntaxKind.SourceFile))
                return new(writer, written, writer.PlaceOf(target));
        }

        return null;
    }

    private static MemoryPlace? PlaceTested(SyntaxNode condition, FunctionModel function)
    {
        var place = MemoryPlace.Of(condition, function.Module);
        return place ?? (condition.Is(SyntaxKind.BinaryExpression) ? MemoryPlace.Of(condition.FirstChild, function.Module) : null);
    }

    /// <summary>A quick look for an await and a write of something that is no plain variable of the function: nearly all functions end here.</summary>
    private static bool MayUpdate(FunctionModel function)
    {
        if (!function.IsAsync && !function.Node.Has(NodeFlags.Generator))
            return false;
        foreach (var node in function.Node.DescendantsAndSelf)
        {
            var target = AssignedValue.TargetOf(node);
            if (target.Exists && (target.Kind is SyntaxKind.ArrayLiteralExpression or SyntaxKind.ObjectLiteralExpression || MemoryPlace.Of(target, function.Module) is { OutlivesCall: true }))
                return true;
        }

        return false;
    }
}

/// <summary>A function that writes what another one reads before it waits and writes after.</summary>
/// <param name="Function">The function.</param>
/// <param name="Written">What it writes.</param>
/// <param name="Place">Where.</param>
public sealed record OtherWriter(FunctionModel Function, MemoryPlace Written, Place Place);
