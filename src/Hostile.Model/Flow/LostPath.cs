using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>A path on which something is lost.</summary>
/// <param name="Path">The points it goes through, from where it was taken or begun to where it is out of reach.</param>
/// <param name="Taken">For each point, how it was left; one fewer than the points.</param>
/// <param name="Decisive">For each point, whether leaving it otherwise could have ended better.</param>
/// <param name="Thrown">Whether the path leaves the function by an exception.</param>
public sealed record LostPath(ImmutableArray<FlowPoint> Path, ImmutableArray<EdgeKind> Taken, ImmutableArray<bool> Decisive, bool Thrown)
{
    /// <summary>The last evaluation before it is lost.</summary>
    public FlowPoint Last => Path.Reverse().Skip(1).FirstOrDefault(point => point.Op is not (FlowOp.Join or FlowOp.Returns or FlowOp.Throws), Path[^1]);

    /// <summary>Where the path asks a caught error for its text, and goes on since that says something: <c>if (error.message.includes('must match')) throw …</c>. Few failures say it. None where it does not ask.</summary>
    public SyntaxNode AskedForText
    {
        get
        {
            for (var place = 0; place < Taken.Length; place++)
            {
                if (IsTrueAt(place) is true && Path[place] is { Op: FlowOp.Branch, Node: var condition } && AsksText(condition))
                    return condition;
            }

            return default;
        }
    }

    private static bool AsksText(SyntaxNode condition)
    {
        foreach (var node in condition.DescendantsAndSelf)
        {
            if (!node.Is(SyntaxKind.PropertyAccessExpression) || !node.ChildAt(1).TextIs("message"u8) || node.FirstChild.Unwrapped() is not { Kind: SyntaxKind.Identifier } name)
                continue;
            for (var at = node.Ancestor(SyntaxKind.CatchClause); at.Exists; at = at.Ancestor(SyntaxKind.CatchClause))
            {
                if (at.FirstChild.Is(SyntaxKind.VariableDeclaration) && at.FirstChild.FirstChild.TextIs(name.Bytes))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the path takes a branch as true or as false; null where it does not branch.</summary>
    public bool? IsTrueAt(int place) => Taken[place] is EdgeKind.True ? true : Taken[place] is EdgeKind.False ? false : null;

    /// <summary>Whether the branch decides that it is lost.</summary>
    public bool IsDecisive(int place) => Decisive[place];

    /// <summary>The shortest path that leaves a node's point by such an edge and ends the function without going through any of some nodes; null when there is none.</summary>
    internal static LostPath? By(FunctionModel function, SyntaxNode start, EdgeKind by, IReadOnlyCollection<SyntaxNode> without, Func<FlowPoint, bool>? canFail = null)
    {
        var graph = function.Flow!;
        var conditions = PathConditions.Of(graph, function.Module.LocalSymbolOf);
        foreach (var from in graph.PointsOf(start).Where(point => graph.Points[point].Op is FlowOp.Await or FlowOp.Call or FlowOp.Write))
        {
            var walk = Exploration<bool>.Run(graph, conditions, from, false, (at, edge, begun) =>
            {
                if (!begun)
                    return edge.Kind == by ? true : null;
                if (graph.Points[at].Op is FlowOp.Call or FlowOp.Write && without.Contains(graph.Points[at].Node))
                    return null;
                return edge.Kind is EdgeKind.Throws && !(canFail ?? function.CanThrow)(graph.Points[at]) ? null : true;
            });
            var returning = walk.PathTo(graph.Returns, begun => begun);
            if ((returning ?? walk.PathTo(graph.Throws, begun => begun)) is { } found)
                return new([.. found.Select(visit => graph.Points[visit.Point])], [.. found.Zip(found.Skip(1), (one, next) => graph.From(one.Point).ToArray().First(edge => edge.Target == next.Point).Kind)], [.. found.Skip(1).Select(_ => true)], returning is null);
        }

        return null;
    }
}
