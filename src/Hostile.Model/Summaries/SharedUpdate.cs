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
        foreach (var node in function.Node.Within(AssignedValue.Kinds))
        {
            Workers.Step();
            // "n = e" replaces and "n ??= e" fills in: neither is made of the old value.
            if (node.Operator is TokenKind.Equals or TokenKind.AmpersandAmpersandEquals or TokenKind.BarBarEquals or TokenKind.QuestionQuestionEquals)
                continue;
            var target = AssignedValue.TargetOf(node);
            if (target.Exists && MemoryPlace.Of(target, function.Module) is { Root: PlaceRoot.Module or PlaceRoot.This } place && FunctionShape.Enclosing(node) == function.Node)
                yield return (place, target);
        }
    }

    /// <summary>A quick look for an await and a write of something that is no plain variable of the function: nearly all functions end here.</summary>
    private static bool MayUpdate(FunctionModel function)
    {
        if (!function.IsAsync && !function.Node.Has(NodeFlags.Generator))
            return false;
        foreach (var node in function.Node.Within(AssignedValue.Kinds))
        {
            Workers.Step();
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
