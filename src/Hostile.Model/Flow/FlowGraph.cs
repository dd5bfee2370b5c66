using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Flow;

/// <summary>
/// The control flow of one function, at the grain of single evaluations: a point for each read, write, call, suspension and branch, in the order in which JavaScript evaluates them.
/// <para>
/// <c>this.n = this.n + (await f())</c> becomes <c>Read this.n → Call f() → Await → Write this.n</c>: that the read stands before the suspension is the whole bug.
/// Every point that can throw has a <see cref="EdgeKind.Throws"/> edge to its handler.
/// A <c>finally</c> stands in the graph once for each way of entering it (falling through, throwing, returning, breaking out), so a path that returns through it does not come out where a path that throws does.
/// The bodies of nested functions are graphs of their own; here they are one <see cref="FlowOp.Closure"/> point.
/// </para>
/// </summary>
public sealed class FlowGraph
{
    private readonly int[] edgeStarts;
    private readonly FlowEdge[] edges;

    // Made when first asked for; two threads that ask at once make the same.
    private Tuple<int[], int[]>? sources;
    private Tuple<int[], int[]>? byNode;

    internal FlowGraph(SyntaxNode function, ImmutableArray<FlowPoint> points, int[] edgeStarts, FlowEdge[] edges, int returns, int throws)
    {
        Function = function;
        Points = points;
        this.edgeStarts = edgeStarts;
        this.edges = edges;
        Returns = returns;
        Throws = throws;
    }

    /// <summary>The graph of a function or of a file's top level; null when it is too large or nested too deeply to be followed.</summary>
    /// <param name="function">The function, or the file.</param>
    /// <param name="neverReturns">Which calls never return; null where nobody knows.</param>
    public static FlowGraph? Of(SyntaxNode function, Func<SyntaxNode, bool>? neverReturns = null) => FlowBuilder.Build(function, neverReturns);

    /// <summary>The function, or the file for its top level.</summary>
    public SyntaxNode Function { get; }

    /// <summary>All points; the first is the entry.</summary>
    public ImmutableArray<FlowPoint> Points { get; }

    /// <summary>The point at which every normal completion arrives.</summary>
    public int Returns { get; }

    /// <summary>The point at which every uncaught exception arrives.</summary>
    public int Throws { get; }

    /// <summary>The ways on from a point.</summary>
    public ReadOnlySpan<FlowEdge> From(int point) => edges.AsSpan(edgeStarts[point], edgeStarts[point + 1] - edgeStarts[point]);

    /// <summary>The points that lead to a point.</summary>
    public ReadOnlySpan<int> Into(int point)
    {
        var (starts, points) = sources ??= Sources();
        return points.AsSpan(starts[point], starts[point + 1] - starts[point]);
    }

    /// <summary>The points of a syntax node, in their order: none when it is never evaluated, several when it stands in a <c>finally</c>.</summary>
    public ArraySegment<int> PointsOf(SyntaxNode node)
    {
        var (nodes, points) = byNode ??= ByNode();
        var first = Array.BinarySearch(nodes, node.Index);
        if (first < 0 || node.Tree != Function.Tree)
            return ArraySegment<int>.Empty;
        var last = first;
        while (first > 0 && nodes[first - 1] == node.Index)
            first--;
        while (last + 1 < nodes.Length && nodes[last + 1] == node.Index)
            last++;
        return new(points, first, last - first + 1);
    }

    /// <summary>The points from which a point can be reached by at least one edge.</summary>
    public HashSet<int> Leading(int point)
    {
        var seen = new HashSet<int>();
        var work = new Stack<int>([point]);
        while (work.TryPop(out var at))
        {
            Workers.Step();
            foreach (var from in Into(at))
            {
                if (seen.Add(from))
                    work.Push(from);
            }
        }

        return seen;
    }

    /// <summary>Which points can be reached from <paramref name="start"/> by at least one edge, not going through points for which <paramref name="stop"/> holds.</summary>
    public bool[] ReachableFrom(int start, Func<int, bool>? stop = null, bool exceptions = true)
    {
        var seen = new bool[Points.Length];
        var work = new Stack<int>();
        work.Push(start);
        while (work.TryPop(out var point))
        {
            Workers.Step();
            foreach (var edge in From(point))
            {
                if (seen[edge.Target] || (!exceptions && edge.Kind is EdgeKind.Throws))
                    continue;
                seen[edge.Target] = true;
                if (stop?.Invoke(edge.Target) != true)
                    work.Push(edge.Target);
            }
        }

        return seen;
    }

    private Tuple<int[], int[]> Sources()
    {
        var starts = new int[Points.Length + 1];
        foreach (var edge in edges)
            starts[edge.Target + 1]++;
        for (var i = 0; i < Points.Length; i++)
            starts[i + 1] += starts[i];
        var next = starts.AsSpan(0, Points.Length).ToArray();
        var from = new int[edges.Length];
        for (var point = 0; point < Points.Length; point++)
        {
            foreach (var edge in From(point))
                from[next[edge.Target]++] = point;
        }

        return Tuple.Create(starts, from);
    }

    private Tuple<int[], int[]> ByNode()
    {
        var points = Enumerable.Range(0, Points.Length).ToArray();
        var nodes = Array.ConvertAll(points, point => Points[point].Node.Index);
        // By node and then by point: the numbers are unique, so that the order does not depend on the sort.
        var keys = Array.ConvertAll(points, point => ((long)nodes[point] << 32) | (uint)point);
        Array.Sort(keys, points);
        return Tuple.Create(Array.ConvertAll(points, point => nodes[point]), points);
    }
}

/// <summary>One evaluation.</summary>
/// <param name="Op">What happens.</param>
/// <param name="Node">To which piece of syntax; for a write, the target.</param>
public readonly record struct FlowPoint(FlowOp Op, SyntaxNode Node)
{
    /// <summary>Reports whether other code may run between this point and the next.</summary>
    public bool Suspends => Op is FlowOp.Await or FlowOp.Yield or FlowOp.IterateAsync;

    /// <summary>What a branch compares or tests: of a clause of a switch the value of the switch and that of the clause, else the condition.</summary>
    public ImmutableArray<SyntaxNode> Tests => Node.Is(SyntaxKind.CaseClause) ? [Node.Parent.FirstChild, Node.FirstChild] : [Node];
}

/// <summary>A way from one point to another.</summary>
public readonly record struct FlowEdge(int Target, EdgeKind Kind);

/// <summary>What happens at a point.</summary>
public enum FlowOp : byte
{
    /// <summary>The function begins.</summary>
    Entry,

    /// <summary>The function has completed normally.</summary>
    Returns,

    /// <summary>The function has ended with an exception.</summary>
    Throws,

    /// <summary>Paths meet; nothing happens.</summary>
    Join,

    /// <summary>An identifier, property or element is read.</summary>
    Read,

    /// <summary>The node is assigned, declared or deleted.</summary>
    Write,

    /// <summary>A call, <c>new</c> or tagged template runs, after its arguments.</summary>
    Call,

    /// <summary>A suspension point: <c>await</c>; also the disposal of <c>await using</c>.</summary>
    Await,

    /// <summary>A suspension point: <c>yield</c>.</summary>
    Yield,

    /// <summary>A <c>for…of</c> or <c>for…in</c> asks for its next element.</summary>
    Iterate,

    /// <summary>A suspension point: <c>for await</c> asks for its next element.</summary>
    IterateAsync,

    /// <summary>The node's truth decides.</summary>
    Branch,

    /// <summary>Whether the node is null or undefined decides: true means it is not.</summary>
    BranchPresent,

    /// <summary>A function or class is created.</summary>
    Closure,

    /// <summary><c>return</c>, after its operand.</summary>
    Return,

    /// <summary><c>throw</c>, after its operand.</summary>
    Throw,

    /// <summary>A <c>catch</c> clause begins.</summary>
    Catch,

    /// <summary>A <c>using</c> declaration is disposed of.</summary>
    Dispose,
}

/// <summary>When an edge is taken.</summary>
public enum EdgeKind : byte
{
    Next,
    True,
    False,
    Throws,

    /// <summary>A generator suspended at <c>yield</c> is told to return: the consumer broke out of its loop.</summary>
    Abandons,
}
