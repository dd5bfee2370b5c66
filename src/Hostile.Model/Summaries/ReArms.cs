using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A loop that sets a timer for its next turn after a wait, and the function that clears the timer to stop it.</summary>
/// <param name="Arm">The call that sets the timer.</param>
/// <param name="Wait">Where a turn waits before.</param>
/// <param name="Stop">The function that clears the timer.</param>
/// <param name="Clear">Where it does.</param>
/// <param name="Timer">What holds the timer.</param>
/// <param name="Look">Where the loop looks whether it was stopped; none when it never does.</param>
public sealed record ReArm(SyntaxNode Arm, SyntaxNode Wait, FunctionModel Stop, SyntaxNode Clear, MemoryPlace Timer, SyntaxNode Look);

/// <summary>Finds loops that a stop does not stop when it comes in the middle of a turn.</summary>
internal static class ReArms
{
    private static readonly ImmutableArray<Name> Clearing = [Name.Of("clearTimeout"u8), Name.Of("clearInterval"u8), Name.Of("clearImmediate"u8)];

    /// <summary>Those of a function, by point.</summary>
    public static ImmutableArray<ReArm> In(FunctionModel function)
    {
        if (!function.IsAsync || function.MemoryUses.IsEmpty || function.Flow is not { } graph)
            return [];
        var found = ImmutableArray.CreateBuilder<ReArm>();
        foreach (var use in function.MemoryUses)
        {
            if (use.Action is not StoreAction.Writes || use.Within.Exists || !use.Value.Exists || use.Value.Unwrapped() is not { Kind: SyntaxKind.CallExpression } call || !IsTimer(function, call))
                continue;
            // A `finally` stands in the graph once for each way into it.
            if (found.Any(arm => arm.Arm == call))
                continue;
            var waits = graph.Leading(use.Point).Where(point => graph.Points[point].Suspends).Order().ToList();
            var (stop, clear) = waits.Count == 0 ? default : StopOf(function, use.Place);
            if (stop is null)
                continue;
            // A stop that waits for the turn first clears what that has set.
            var waitsFirst = FunctionShape.OwnNodes(stop.Node).Any(node => node.Is(SyntaxKind.AwaitExpression) && node.Span.End < clear.Span.Start);
            found.Add(new(call, graph.Points[waits[^1]].Node, stop, clear, use.Place, waitsFirst ? clear : LookOf(function, call, StoppersOf(function, stop))));
        }

        return found.ToImmutable();
    }

    /// <summary>A timer that starts the same function again, directly or in its callback.</summary>
    internal static bool IsTimer(FunctionModel function, SyntaxNode call)
    {
        var project = function.Project;
        var callback = call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
        return callback.Exists && project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.CallsBack { When: CallTime.Later, Function.Index: 0 })
            && WorkerLoops.RunsAgain(project, callback, function.Node);
    }

    /// <summary>Another function of the class or file that clears what the place holds.</summary>
    private static (FunctionModel? Stop, SyntaxNode Clear) StopOf(FunctionModel function, MemoryPlace timer)
    {
        foreach (var call in Clearing.SelectMany(function.Project.Calls.CallsOf))
        {
            if (call.Tree == function.Node.Tree && call.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } cleared && MemoryUses.PlaceOf(cleared, function.Module) == timer
                && function.Project.FunctionAround(call) is { } stop && stop != function && stop.Node.Kind is not SyntaxKind.SourceFile && !IsPartOf(function, stop))
                return (stop, call);
        }

        return default;
    }

    /// <summary>A turn of the loop clears its own timer, and nobody else calls what does that.</summary>
    private static bool IsPartOf(FunctionModel function, FunctionModel stop)
    {
        var calls = function.Project.Callers.CallsTo(stop).ToList();
        return calls.Count > 0 && calls.All(call => function.Project.FunctionAround(call) == function);
    }

    /// <summary>What clears the timer, and the other functions of the file that call it to do so: "active = false; cancel();".</summary>
    private static IEnumerable<FunctionModel> StoppersOf(FunctionModel function, FunctionModel stop) =>
        function.Project.Callers.CallsTo(stop).Where(call => call.Tree == function.Node.Tree).Select(function.Project.FunctionAround).OfType<FunctionModel>()
            .Where(caller => caller != function && caller.Node.Kind is not SyntaxKind.SourceFile).Prepend(stop).Distinct();

    /// <summary>Where the loop, or its callback, reads something that a stop writes.</summary>
    private static SyntaxNode LookOf(FunctionModel function, SyntaxNode arm, IEnumerable<FunctionModel> stops)
    {
        var written = new HashSet<MemoryPlace>();
        foreach (var (stop, node) in stops.SelectMany(stop => FunctionShape.OwnNodes(stop.Node).Select(node => (stop, node))))
        {
            if (AssignedValue.TargetOf(node) is { Exists: true } target && MemoryPlace.Of(target, stop.Module) is { OutlivesCall: true } place)
                written.Add(place);
            // "this.controller.abort()", "this.stopping.resolve()".
            if (node.Is(SyntaxKind.CallExpression) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && MemoryPlace.Of(callee.FirstChild, stop.Module) is { OutlivesCall: true, Path.Length: > 0 } told)
                written.Add(told);
        }

        foreach (var node in FunctionShape.BodyOf(function.Node).DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.Identifier && !arm.FirstChild.Span.Contains(node.Span) && IsTested(node) && MemoryPlace.Of(node, function.Module) is { } read && written.Any(place => place == read || place.Holds(read)))
                return node;
        }

        return default;
    }

    private static bool IsTested(SyntaxNode node)
    {
        for (var at = node; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Parent.Kind is SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ConditionalExpression or SyntaxKind.ForCondition && at.Parent.FirstChild == at)
                return true;
            if (at.Parent.Is(SyntaxKind.BinaryExpression) && at.Parent.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar && at.Parent.FirstChild == at)
                return true;
        }

        return false;
    }
}
