using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>A place that outlives the call is given something that was opened, in place of what it held.</summary>
/// <param name="Opening">What is opened.</param>
/// <param name="Place">The place.</param>
/// <param name="Reason">Why nothing is lost; empty when the old one is.</param>
public sealed record Overwrite(Opening Opening, MemoryPlace Place, string Reason)
{
    /// <summary>What shows that the old one is looked at or ended; none when nothing does.</summary>
    public SyntaxNode Shown { get; init; }
}

/// <summary>Finds where a handle is overwritten.</summary>
internal static class Overwrites
{
    private const int MostCallers = 20;

    /// <summary>The places that a function gives an interval or a connection that it opens.</summary>
    public static IEnumerable<Overwrite> In(FunctionModel function)
    {
        if (function.IsTopLevel || function.Node.Is(SyntaxKind.Constructor))
            yield break;
        foreach (var opening in function.Openings)
        {
            if (opening.What is Opened.Interval or Opened.Connection && TargetOf(opening.Call) is { Exists: true } target
                && MemoryPlace.Of(target, function.Module) is { Root: PlaceRoot.Module or PlaceRoot.This } place)
                yield return Judge(function, opening, place, target);
        }
    }

    /// <summary>"this.timer = setInterval(…)"</summary>
    private static SyntaxNode TargetOf(SyntaxNode call) => AssignedValue.TargetFor(ConnectionLife.EffectNode(call));

    private static Overwrite Judge(FunctionModel function, Opening opening, MemoryPlace place, SyntaxNode target)
    {
        var found = new Overwrite(opening, place, "");
        if (function.Flow is not { } graph || graph.PointsOf(opening.Call) is not [var start, ..])
            return found with { Reason = "the flow is not known" };
        if (SeenByCallers(function, place) is { Length: > 0 } reason)
            return found with { Reason = reason };
        foreach (var point in graph.Leading(start).Order())
        {
            var at = graph.Points[point];
            // A test of the place, or of a flag beside it, decides whether it is given anything.
            if (at.Op is FlowOp.Branch or FlowOp.BranchPresent && NamesLasting(function, at.Node))
                return found with { Reason = "a test guards it", Shown = at.Node };
            if (at.Op is FlowOp.Read && at.Node != target && MemoryPlace.Of(at.Node, function.Module) is { } read && read == place)
                return found with { Reason = "the old one is looked at before", Shown = at.Node };
            if (at.Op is FlowOp.Call && MentionsIn(function, at.Node, place))
                return found with { Reason = "a function that is called before sees the old one", Shown = at.Node };
        }

        return found;
    }

    /// <summary>Every call of a method comes from a constructor, before which there is no old one, or from a function that looks at the old one before.</summary>
    private static string SeenByCallers(FunctionModel function, MemoryPlace place)
    {
        if (place.Root is not PlaceRoot.This || function.Project.Callers.IsHandedOver(function))
            return "";
        var looks = 0;
        var calls = function.CallSites.Take(MostCallers).ToList();
        foreach (var (caller, call) in calls)
        {
            if (caller.Node.Is(SyntaxKind.Constructor))
                continue;
            if (!LooksBefore(caller, call, place))
                return "";
            looks++;
        }

        return calls.Count == 0 ? "" : looks == 0 ? "only the constructor calls it" : "those who call it look at the old one before";
    }

    private static bool LooksBefore(FunctionModel caller, SyntaxNode call, MemoryPlace place) => caller.Flow is { } graph && graph.PointsOf(call) is [var at, ..]
        && graph.Leading(at).Any(point => graph.Points[point].Op is FlowOp.Read or FlowOp.Branch or FlowOp.BranchPresent && MemoryPlace.Of(graph.Points[point].Node, caller.Module) is { } read && read == place);

    private static bool NamesLasting(FunctionModel function, SyntaxNode condition)
    {
        foreach (var node in condition.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.Identifier && MemoryPlace.Of(node, function.Module) is { Root: PlaceRoot.Module or PlaceRoot.This } place && !place.Variable.Is(SymbolFlags.Import))
                return true;
        }

        return false;
    }

    /// <summary>"this.stop()", where stop names the place.</summary>
    private static bool MentionsIn(FunctionModel function, SyntaxNode call, MemoryPlace place)
    {
        if (function.Project.Types.CalleeOf(call) is not Callee.InProgram { Functions: [var only] } || function.Project.FunctionOf(only) is not { } called)
            return false;
        foreach (var node in FunctionShape.OwnNodes(only))
        {
            if (node.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.Identifier && MemoryPlace.Of(node, called.Module) is { } named && named == place)
                return true;
        }

        return false;
    }
}
