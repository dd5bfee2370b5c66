namespace Hostile.Model.Flow;

/// <summary>A value that grows along paths. Joining is commutative, associative and idempotent; a chain of ever larger values is finite.</summary>
public interface ILattice<TSelf>
    where TSelf : ILattice<TSelf>
{
    /// <summary>What is known of a point that no path reaches.</summary>
    static abstract TSelf Bottom { get; }

    /// <summary>What holds when either may hold.</summary>
    TSelf Join(TSelf other);

    /// <summary>Reports whether joining <paramref name="other"/> would add nothing.</summary>
    bool Includes(TSelf other);
}

/// <summary>The one solver of forward monotone problems over a function's graph.</summary>
public static class Solver
{
    /// <summary>What holds before each point, as the least solution.</summary>
    /// <param name="graph">The function.</param>
    /// <param name="entry">What holds at the entry.</param>
    /// <param name="transfer">What holds after leaving a point by an edge, given what held before it; <c>Bottom</c> says that the edge cannot be taken.</param>
    public static T[] Forward<T>(FlowGraph graph, T entry, Func<int, FlowEdge, T, T> transfer)
        where T : ILattice<T>
    {
        var before = new T[graph.Points.Length];
        Array.Fill(before, T.Bottom);
        before[0] = entry;

        var work = new Queue<int>([0]);
        var queued = new bool[before.Length];
        while (work.TryDequeue(out var point))
        {
            Workers.Step();
            queued[point] = false;
            foreach (var edge in graph.From(point))
            {
                var after = transfer(point, edge, before[point]);
                if (before[edge.Target].Includes(after))
                    continue;
                before[edge.Target] = before[edge.Target].Join(after);
                if (queued[edge.Target])
                    continue;
                queued[edge.Target] = true;
                work.Enqueue(edge.Target);
            }
        }

        return before;
    }
}
