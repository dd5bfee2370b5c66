using System.Collections.Immutable;

namespace Hostile.Model.Flow;

/// <summary>
/// Walks every path of a function with a small state machine in hand (typestate): which states can hold at which points, and by which shortest path.
/// Paths that contradict themselves (<see cref="PathConditions"/>) are not walked.
/// </summary>
/// <typeparam name="TState">The machine's state, a small value.</typeparam>
public sealed class Exploration<TState>
    where TState : struct, IEquatable<TState>
{
    private readonly List<Visit> visits = [];

    private Exploration()
    {
    }

    /// <summary>False when the walk was cut short at its limit: then a state that was not seen may still be possible.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Walks from a point.</summary>
    /// <param name="graph">The function.</param>
    /// <param name="conditions">What its branches test.</param>
    /// <param name="start">Where the machine is switched on.</param>
    /// <param name="initial">Its state there.</param>
    /// <param name="step">The state after leaving a point by an edge; null ends the path there.</param>
    /// <param name="limit">How many combinations of point, state and facts to visit at most.</param>
    public static Exploration<TState> Run(FlowGraph graph, PathConditions conditions, int start, TState initial, Func<int, FlowEdge, TState, TState?> step, int limit = 100_000)
    {
        var result = new Exploration<TState>();
        var seen = new HashSet<(int Point, TState State, Facts Facts)> { (start, initial, default) };
        result.visits.Add(new(start, initial, default, -1));
        for (var at = 0; at < result.visits.Count; at++)
        {
            Workers.Step();
            var visit = result.visits[at];
            foreach (var edge in graph.From(visit.Point))
            {
                if (conditions.After(visit.Point, edge, visit.Facts) is not { } facts || step(visit.Point, edge, visit.State) is not { } state)
                    continue;
                if (!seen.Add((edge.Target, state, facts)))
                    continue;
                if (result.visits.Count >= limit)
                {
                    result.IsComplete = false;
                    return result;
                }

                result.visits.Add(new(edge.Target, state, facts, at));
            }
        }

        return result;
    }

    /// <summary>The first, hence shortest, way in which a state for which <paramref name="wanted"/> holds is met at the point; null when it never is.</summary>
    public ImmutableArray<Visit>? PathTo(int point, Func<TState, bool> wanted)
    {
        var last = visits.FindIndex(visit => visit.Point == point && wanted(visit.State));
        if (last < 0)
            return null;
        var path = new List<Visit>();
        for (var at = last; at >= 0; at = visits[at].Previous)
            path.Add(visits[at]);
        path.Reverse();
        return [.. path];
    }

    /// <summary>The machine before a point, and the visit it came from (-1 for the first).</summary>
    public readonly record struct Visit(int Point, TState State, Facts Facts, int Previous);
}
