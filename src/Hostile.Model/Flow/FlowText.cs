using System.Text;

namespace Hostile.Model.Flow;

/// <summary>
/// A graph as lines of text, for snapshots in specs and for `dev.cs dump cfg`: one point a line, in building order, with its ways on.
/// <code>
/// 3 Call load(id) → 4, throws 2
/// 4 Await await load(id) → 5, throws 2
/// </code>
/// </summary>
public static class FlowText
{
    /// <summary>The graph; points that nothing leads to are left out.</summary>
    public static string Of(FlowGraph graph)
    {
        var reached = graph.ReachableFrom(0);
        var text = new StringBuilder();
        for (var i = 0; i < graph.Points.Length; i++)
        {
            if (i > 0 && !reached[i])
                continue;

            var point = graph.Points[i];
            text.Append($"{i} {point.Op}");
            if (point.Op is not (FlowOp.Entry or FlowOp.Returns or FlowOp.Throws or FlowOp.Join))
                text.Append($" {CodeLine.Of(point.Node.Text)}");

            var arrow = " → ";
            foreach (var edge in graph.From(i))
            {
                text.Append(arrow).Append(edge.Kind == EdgeKind.Next ? "" : edge.Kind.ToString().ToLowerInvariant() + " ").Append(edge.Target);
                arrow = ", ";
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
