using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>The flags of a function that let one execution in at a time: each is tested, and set with no suspension in between.</summary>
internal sealed class Guards
{
    /// <summary>How many tests of flags are looked at. A function with more was written by a program, and each costs a walk through it.</summary>
    private const int MostTests = 512;

    private readonly FlowGraph graph;
    private readonly ImmutableArray<FlagTest> tests;
    private readonly Lazy<Dominators> dominators;

    private Guards(FlowGraph graph, ImmutableArray<FlagTest> tests)
    {
        this.graph = graph;
        this.tests = tests;
        dominators = new(() => Dominators.Of(graph));
    }

    /// <summary>The flags of a function whose flow is known.</summary>
    public static Guards Of(FunctionModel function)
    {
        var graph = function.Flow!;
        var writes = new Dictionary<MemoryPlace, List<int>>();
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point] is not { Op: FlowOp.Write } write || MemoryPlace.Of(write.Node, function.Module) is not { OutlivesCall: true } place)
                continue;
            if (!writes.TryGetValue(place, out var points))
                writes.Add(place, points = []);
            points.Add(point);
        }

        var tests = ImmutableArray.CreateBuilder<FlagTest>();
        for (var point = 0; point < graph.Points.Length && tests.Count < MostTests; point++)
        {
            if (graph.Points[point] is not { Op: FlowOp.Branch or FlowOp.BranchPresent } branch || PlaceTested(branch.Node, function) is not { OutlivesCall: true } flag || !writes.TryGetValue(flag, out var sets))
                continue;
            var atOnce = graph.ReachableFrom(point, next => graph.Points[next].Suspends);
            tests.Add(new(point, flag, [.. sets.Where(set => atOnce[set])]));
        }

        return new(graph, tests.ToImmutable());
    }

    /// <summary>The first flag that guards a read of a place on every way to it; null when none does.</summary>
    public MemoryPlace? Before(int read, MemoryPlace place)
    {
        if (tests.All(test => test.Sets.IsEmpty || test.Flag == place))
            return null;
        // A way to the read that goes around the test is not guarded by it.
        var onEveryWay = dominators.Value.IsReached(read) ? dominators.Value.Of(read).ToHashSet() : null;
        HashSet<int>? leads = null;
        foreach (var test in tests)
        {
            Workers.Step();
            if (test.Flag == place || test.Sets.IsEmpty || onEveryWay?.Contains(test.Point) == false)
                continue;
            leads ??= graph.Leading(read);
            if (test.Sets.Any(set => set == read || leads.Contains(set)))
                return test.Flag;
        }

        return null;
    }

    private static MemoryPlace? PlaceTested(SyntaxNode condition, FunctionModel function)
    {
        var place = MemoryPlace.Of(condition, function.Module);
        return place ?? (condition.Is(SyntaxKind.BinaryExpression) ? MemoryPlace.Of(condition.FirstChild, function.Module) : null);
    }

    /// <param name="Point">Where the flag is tested.</param>
    /// <param name="Flag">The flag.</param>
    /// <param name="Sets">Where it is set before anything else can run.</param>
    private sealed record FlagTest(int Point, MemoryPlace Flag, ImmutableArray<int> Sets);
}
