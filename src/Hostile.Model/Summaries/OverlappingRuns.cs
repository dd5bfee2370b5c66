using System.Collections.Immutable;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Work that a clock starts again whether or not the last run is done, and what two runs at once do to each other.</summary>
/// <param name="Start">The call that sets the clock.</param>
/// <param name="Runner">The function that works.</param>
/// <param name="What">What both use, as the program writes it.</param>
/// <param name="Read">Where a run reads it.</param>
/// <param name="Wait">Where it waits.</param>
/// <param name="Write">Where it changes it afterwards.</param>
/// <param name="Exclusion">What lets one run in at a time; null when nothing does.</param>
public sealed record OverlappingRun(SyntaxNode Start, FunctionModel Runner, string What, Place Read, Place Wait, Place Write, string? Exclusion)
{
    /// <summary>The shortest time between two starts, and whether that is only the default of a setting; null when the program does not say it.</summary>
    public (TimeSpan Time, bool IsDefault)? Period { get; init; }
}

/// <summary>Finds what intervals and schedules start while it still runs.</summary>
internal static class OverlappingRuns
{
    /// <summary>A run that waits for a step that waits for a step … beyond this another function is to blame.</summary>
    private const int LongestChain = 2;

    /// <summary>The one of a function that a clock calls; null when it cannot overlap itself, or nothing comes of it.</summary>
    public static OverlappingRun? Of(FunctionModel function)
    {
        if (Callers.Argument(function.Node) is not { Call.Exists: true } given || !function.Project.Roots.IsClock(given.Call, given.Place))
            return null;
        return RunnersOf(function, null, 0).Select(run => Find(given.Call, run.Runner, run.Depth) is { } found ? found with { Exclusion = found.Exclusion ?? run.Guard, Period = ClockPeriod.Of(function.Project, given.Call) } : null).FirstOrDefault(found => found is not null);
    }

    /// <summary>The callback itself, when it waits; else the functions that it starts and does not wait for. And those that they wait for, each with the flag that keeps a second run from coming there.</summary>
    private static IEnumerable<(FunctionModel Runner, string? Guard, int Depth)> RunnersOf(FunctionModel function, string? guard, int depth)
    {
        if (function.IsAsync)
            yield return (function, guard, depth);
        if (depth > LongestChain)
            yield break;
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (!node.Is(SyntaxKind.CallExpression) || (depth > 0 && !ConnectionLife.EffectNode(node).Is(SyntaxKind.AwaitExpression)) || function.Project.Types.CalleeOf(node) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] } || function.Project.FunctionOf(only) is not { IsAsync: true } called || called == function)
                continue;
            foreach (var run in RunnersOf(called, guard ?? GuardAt(function, node), depth + 1))
                yield return run;
        }
    }

    /// <summary>"if (this.busy) return; this.busy = true; void this.flush();", also of a function that does not wait itself; or what lets one in at a time at the call.</summary>
    private static string? GuardAt(FunctionModel function, SyntaxNode call)
    {
        if (function.Flow is not { } graph)
            return null;
        if ((FlagOf(function, graph) ?? (graph.PointsOf(call) is { Count: > 0 } points ? function.Project.Exclusions.Of(function, points[0]) : null)) is { } found)
            return found;
        var set = new HashSet<MemoryPlace>();
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (node.Span.End <= call.Span.Start && AssignedValue.TargetOf(node) is { Exists: true } target && MemoryPlace.Of(target, function.Module) is { OutlivesCall: true } place)
                set.Add(place);
        }

        if (set.Count == 0)
            return null;
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (!node.Is(SyntaxKind.IfStatement) || node.Span.Start > call.Span.Start)
                continue;
            foreach (var asked in MemoryPlace.LastingIn(node.FirstChild, function.Module))
            {
                if (set.Contains(asked))
                    return asked.ToString();
            }
        }

        return null;
    }

    private static OverlappingRun? Find(SyntaxNode start, FunctionModel runner, int depth)
    {
        if (runner.Flow is not { } graph)
            return null;
        // What is torn by itself is reported where it is.
        if (runner.SharedChecks.Any(check => check.IsTorn) || runner.SharedUpdates.Any(update => update.Suspension >= 0))
            return null;
        // What is done to rows is looked for several calls down as it is: further down, one row is read by its key for another's sake.
        return InMemory(start, runner, graph) ?? (depth > 1 ? null : InRows(start, runner, graph));
    }

    /// <summary>A place is read, and after a wait it is changed.</summary>
    private static OverlappingRun? InMemory(SyntaxNode start, FunctionModel runner, FlowGraph graph)
    {
        var uses = runner.MemoryUses;
        foreach (var read in uses.Where(use => use.Action is StoreAction.Reads && !use.Within.Exists))
        {
            foreach (var write in uses.Where(use => use.Action is not StoreAction.Reads && !use.Within.Exists && use.Container == read.Container && use.Point != read.Point))
            {
                var point = Atomicity.SuspensionBetween(graph, read.Point, write.Point);
                // "const batch = new Map(this.buffer); this.buffer.clear();" in one turn: each run has a batch of its own.
                if (point >= 0 && uses.Any(taken => !taken.Within.Exists && LateMutations.Empties(taken) == read.Container && taken.Node.Span.Start > read.Node.Span.Start && taken.Node.Span.End < graph.Points[point].Node.Span.Start && Atomicity.SuspensionBetween(graph, read.Point, taken.Point) < 0))
                    continue;
                // "lastBeat = Date.now();": the later of two runs is right, whichever writes.
                if (write.Action is StoreAction.Writes && write.Value.Exists && Consequences.IsNow(write.Value.Unwrapped()))
                    continue;
                if (point < 0 || runner.SharingOf(read.Container).Kind is not SharingKind.Process)
                    continue;
                return new(start, runner, read.Container.ToString(), runner.PlaceOf(read.Node), runner.PlaceOf(graph.Points[point].Node), runner.PlaceOf(write.Node), FlagOf(runner, graph) ?? runner.ExclusionAt(read.Point, read.Place));
            }
        }

        return null;
    }

    /// <summary>Rows are selected without a lock, and rows of the same table are written in the next statement.</summary>
    private static OverlappingRun? InRows(SyntaxNode start, FunctionModel runner, FlowGraph graph)
    {
        var calls = runner.RowCalls;
        foreach (var read in calls)
        {
            foreach (var table in read.Queries.Where(query => query.Kind is QueryKind.Select && query.RowLock is null && query.Aggregates.IsEmpty && query.AdvisoryLocks.IsEmpty).Select(query => query.Table).OfType<TableName>())
            {
                if (calls.FirstOrDefault(write => write.Call.Span.Start > read.Call.Span.Start && write.Queries.Any(query => query.Kind is QueryKind.Update or QueryKind.Insert && query.Table is { } written && written.Matches(table) && query.Conflict is null)) is not { } later)
                    continue;
                var point = graph.PointsOf(read.Call) is { Count: > 0 } points ? points[0] : 0;
                return new(start, runner, table.ToString(), Shown(runner, read), runner.PlaceOf(read.Call), Shown(runner, later), FlagOf(runner, graph) ?? runner.Project.Exclusions.Of(runner, point) ?? LockOf(calls));
            }
        }

        return null;
    }

    private static Place Shown(FunctionModel runner, DatabaseCall call) => runner.Project.PlaceOf(call.Steps.IsEmpty ? call.Call : call.Steps[^1]);

    private static string? LockOf(ImmutableArray<DatabaseCall> calls) =>
        calls.SelectMany(call => call.Queries).Any(query => query.Kind is QueryKind.AdvisoryLock || !query.AdvisoryLocks.IsEmpty) ? "an advisory lock" : null;

    /// <summary>"if (running) return; running = true;": a flag that is tested, and set before anything else can run.</summary>
    /// <summary>What lets one run of a function that a timer starts come to a place at a time: a flag that it tests and sets, or a lock on every way; null when nothing does.</summary>
    public static string? AloneBy(FunctionModel runner, SyntaxNode at)
    {
        if (runner.Exposure.Kind is not StartKind.Timer || runner.Flow is not { } graph || graph.PointsOf(at) is not [var point, ..])
            return null;
        return runner.SharedChecks.FirstOrDefault(check => !check.IsTorn && graph.ReachableFrom(check.Set.Point)[point])?.Place.ToString() ?? runner.Project.Exclusions.Of(runner, point);
    }

    private static string? FlagOf(FunctionModel runner, FlowGraph graph)
    {
        foreach (var check in runner.SharedChecks)
        {
            if (!check.IsTorn && graph.ReachableFrom(check.Set.Point).Where((isReached, point) => isReached && graph.Points[point].Suspends).Any())
                return check.Place.ToString();
        }

        return null;
    }
}
