namespace Hostile.Model.Flow;

/// <summary>Which points every way to a point goes through (Lengauer and Tarjan, with path compression: hardly more than linear, whatever the function).</summary>
public sealed class Dominators
{
    /// <summary>The nearest of them by point; -1 for the entry and for what no way reaches.</summary>
    private readonly int[] nearest;

    private Dominators(int[] nearest) => this.nearest = nearest;

    public static Dominators Of(FlowGraph graph) => new(new Search(graph).Nearest());

    /// <summary>Reports whether any way leads from the entry to the point.</summary>
    public bool IsReached(int point) => point == 0 || nearest[point] >= 0;

    /// <summary>The points on every way from the entry to the point, without itself, the nearest first.</summary>
    public IEnumerable<int> Of(int point)
    {
        for (var at = nearest[point]; at >= 0; at = nearest[at])
            yield return at;
    }

    /// <summary>One run of the algorithm. Vertices go by the order in which a depth-first walk meets them.</summary>
    private sealed class Search
    {
        private readonly FlowGraph graph;
        private readonly int[] number;
        private readonly List<int> points = [];
        private readonly List<int> parents = [];
        private readonly int[] semi;
        private readonly int[] label;
        private readonly int[] ancestor;
        private readonly Stack<int> path = [];

        public Search(FlowGraph graph)
        {
            this.graph = graph;
            number = new int[graph.Points.Length];
            Array.Fill(number, -1);
            Number();
            semi = [.. Enumerable.Range(0, points.Count)];
            label = [.. semi];
            ancestor = new int[points.Count];
            Array.Fill(ancestor, -1);
        }

        public int[] Nearest()
        {
            var dominator = new int[points.Count];
            var waiting = new List<int>?[points.Count];
            for (var vertex = points.Count - 1; vertex > 0; vertex--)
            {
                foreach (var from in graph.Into(points[vertex]))
                {
                    if (number[from] >= 0)
                        semi[vertex] = Math.Min(semi[vertex], semi[Evaluate(number[from])]);
                }

                (waiting[semi[vertex]] ??= []).Add(vertex);
                var parent = parents[vertex];
                ancestor[vertex] = parent;
                foreach (var other in waiting[parent] ?? [])
                {
                    var lowest = Evaluate(other);
                    dominator[other] = semi[lowest] < semi[other] ? lowest : parent;
                }

                waiting[parent] = null;
            }

            var nearest = new int[graph.Points.Length];
            Array.Fill(nearest, -1);
            for (var vertex = 1; vertex < points.Count; vertex++)
            {
                if (dominator[vertex] != semi[vertex])
                    dominator[vertex] = dominator[dominator[vertex]];
                nearest[points[vertex]] = points[dominator[vertex]];
            }

            return nearest;
        }

        private void Number()
        {
            var work = new Stack<(int Vertex, int Edge)>();
            Meet(0, -1);
            while (work.TryPop(out var at))
            {
                var edges = graph.From(points[at.Vertex]);
                if (at.Edge == edges.Length)
                    continue;
                work.Push(at with { Edge = at.Edge + 1 });
                if (number[edges[at.Edge].Target] < 0)
                    Meet(edges[at.Edge].Target, at.Vertex);
            }

            void Meet(int point, int parent)
            {
                number[point] = points.Count;
                work.Push((points.Count, 0));
                points.Add(point);
                parents.Add(parent);
            }
        }

        /// <summary>The vertex with the lowest semidominator on the way up the forest, which is made flatter on the way.</summary>
        private int Evaluate(int vertex)
        {
            if (ancestor[vertex] < 0)
                return vertex;
            for (var at = vertex; ancestor[ancestor[at]] >= 0; at = ancestor[at])
                path.Push(at);
            while (path.TryPop(out var at))
            {
                var above = ancestor[at];
                if (semi[label[above]] < semi[label[at]])
                    label[at] = label[above];
                ancestor[at] = ancestor[above];
            }

            return label[vertex];
        }
    }
}
