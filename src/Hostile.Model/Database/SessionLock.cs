using Hostile.Model.Flow;

namespace Hostile.Model.Database;

/// <summary>A session's advisory lock that a function takes.</summary>
/// <param name="By">The call that takes it.</param>
/// <param name="Lock">The function of the lock.</param>
/// <param name="WrongKey">A key that is no number, as it is written; empty when it may be one.</param>
/// <param name="Unlock">The call that frees one on a pool, so on any session; null when there is none.</param>
/// <param name="ReturnedAt">The call that gives the connection back with the lock held, on some path; null on none that was found.</param>
public sealed record SessionLock(DatabaseCall By, AdvisoryLock Lock, string WrongKey, DatabaseCall? Unlock, DatabaseCall? ReturnedAt)
{
    /// <summary>Whether every path was walked that could give the connection back.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>Those of a function, by position; locks that end with their transaction are none.</summary>
    internal static IEnumerable<SessionLock> In(FunctionModel function)
    {
        var calls = function.DatabaseCalls;
        foreach (var call in calls.Where(call => call.Action is DatabaseAction.Run))
        {
            if (call.Queries.SelectMany(query => query.AdvisoryLocks).FirstOrDefault(one => !one.IsTransaction && !one.IsUnlock) is not { } taken)
                continue;
            var unlock = calls.FirstOrDefault(other => other.Handle.IsPool && Unlocks(other));
            var (returned, isFollowed) = call.Handle.IsPool ? (null, false) : ReturnedWith(function, call, taken);
            yield return new(call, taken, WrongKeyOf(taken), unlock, returned) { IsFollowed = isFollowed };
        }
    }

    private static bool Unlocks(DatabaseCall call) => call.Queries.Any(query => query.AdvisoryLocks.Any(one => one.IsUnlock) || query.Functions.Contains("pg_advisory_unlock_all") || (query.Kind is QueryKind.Other && query.Functions.IsEmpty && query.Name == "all"));

    /// <summary>"pg_advisory_lock('orders')": the server takes no text for a number (22P02).</summary>
    private static string WrongKeyOf(AdvisoryLock taken) =>
        taken.Keys.FirstOrDefault(key => key is { Source: ValueSource.Constant, Text: { Length: > 0 } text } && !long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _))?.Text ?? "";

    private static (DatabaseCall? Returned, bool IsFollowed) ReturnedWith(FunctionModel function, DatabaseCall call, AdvisoryLock taken)
    {
        var variable = call.Handle.Variable;
        // Of one that is only tried for, the answer says whether it is held.
        if (taken.IsTry || !variable.Exists || function.Flow is not { } graph || !function.DatabaseCalls.Any(acquire => acquire.Action is DatabaseAction.Acquire && ConnectionLife.TakenBy(acquire.Call, function.Module) == variable))
            return (null, false);
        var unlocks = function.DatabaseCalls.Where(other => other.Handle.Variable == variable && Unlocks(other)).Select(other => ConnectionLife.EffectNode(other.Call).Index).ToHashSet();
        var start = ConnectionLife.EffectNode(call.Call);
        if (graph.PointsOf(start) is not { Count: > 0 } points)
            return (null, false);
        var walk = Exploration<bool>.Run(graph, PathConditions.Of(graph, function.Module.LocalSymbolOf, _ => null), points[0], true, (at, edge, state) =>
        {
            var throws = edge.Kind is EdgeKind.Throws;
            if (graph.Points[at].Node == start)
                return throws ? null : state;
            if (graph.Points[at].Op is FlowOp.Await or FlowOp.Call && unlocks.Contains(graph.Points[at].Node.Index))
                return null;
            return throws && !function.CanThrow(graph.Points[at]) ? null : state;
        });
        foreach (var release in function.DatabaseCalls.Where(other => other is { Action: DatabaseAction.Release, GivesBack: GivesBack.Always } && other.Handle.Variable == variable))
        {
            foreach (var point in graph.PointsOf(ConnectionLife.EffectNode(release.Call)))
            {
                if (walk.PathTo(point, _ => true) is not null)
                    return (release, walk.IsComplete);
            }
        }

        return (null, walk.IsComplete);
    }
}
