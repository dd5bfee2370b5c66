using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>
/// Builds the graph of one function by walking its syntax in evaluation order.
/// The frontier holds the loose ends of what has been built: the edges that will lead to the next point. An empty frontier means that what follows cannot be reached.
/// </summary>
internal sealed partial class FlowBuilder
{
    /// <summary>Beyond this many points a function is given up: nested <c>finally</c> blocks multiply, and no one reads such a function.</summary>
    private const int PointLimit = 200_000;

    /// <summary>The lists of a function with more points are given back rather than kept.</summary>
    private const int MostPointsKept = 10_000;

    /// <summary>The builder that this thread used last, for the sake of its lists: they would grow anew with each of ten thousand functions.</summary>
    [ThreadStatic]
    private static FlowBuilder? last;

    private readonly List<FlowPoint> points = [];
    private readonly List<(int From, FlowEdge Edge)> edges = [];
    private List<LooseEnd> frontier = [];
    private Scope? scope;
    private int returns;
    private int throws;
    private bool givenUp;
    private Func<SyntaxNode, bool>? neverReturns;

    /// <summary>The graph, or null when the function is too large or nested too deeply to be worth it.</summary>
    public static FlowGraph? Build(SyntaxNode function, Func<SyntaxNode, bool>? neverReturns)
    {
        var builder = last ?? new();
        builder.neverReturns = neverReturns;
        // Nobody else gets it meanwhile, nor afterwards when the work is stopped in the middle of it.
        last = null;
        builder.BuildFunction(function);
        var graph = builder.givenUp ? null : builder.Finish(function);
        if (builder.points.Count <= MostPointsKept)
            last = builder.Cleared();
        return graph;
    }

    private FlowBuilder Cleared()
    {
        points.Clear();
        edges.Clear();
        (frontier, scope, chainEnds, givenUp, neverReturns) = ([], null, null, false, null);
        return this;
    }

    private void BuildFunction(SyntaxNode function)
    {
        points.Add(new(FlowOp.Entry, function));
        frontier.Add(new(0, EdgeKind.Next));
        returns = AddPoint(FlowOp.Returns, function);
        throws = AddPoint(FlowOp.Throws, function);

        if (FunctionLike.From(function) is { } shape)
        {
            foreach (var parameter in shape.Parameters)
                BindParameter(new(parameter));
        }

        var body = FunctionShape.BodyOf(function);
        if (body.Is(SyntaxKind.Block) || body.Is(SyntaxKind.SourceFile))
        {
            Statements(body);
        }
        else if (body.Exists)
        {
            Expression(body);
            Add(FlowOp.Return, body);
        }

        Connect(frontier, returns);
    }

    private FlowGraph Finish(SyntaxNode function)
    {
        var starts = new int[points.Count + 1];
        foreach (var (from, _) in edges)
            starts[from + 1]++;
        for (var i = 0; i < points.Count; i++)
            starts[i + 1] += starts[i];
        var next = starts.AsSpan(0, points.Count).ToArray();
        var sorted = new FlowEdge[edges.Count];
        foreach (var (from, edge) in edges)
            sorted[next[from]++] = edge;
        return new(function, [.. points], starts, sorted, returns, throws);
    }

    // ---- points and ends

    private int AddPoint(FlowOp op, SyntaxNode node)
    {
        if (points.Count >= PointLimit)
            givenUp = true;
        Workers.Step();
        points.Add(new(op, node));
        return points.Count - 1;
    }

    /// <summary>Adds a point after everything built so far; -1 when nothing leads here.</summary>
    private int Add(FlowOp op, SyntaxNode node)
    {
        if (frontier.Count == 0 || givenUp)
            return -1;
        var point = AddPoint(op, node);
        Connect(frontier, point);
        frontier = [new(point, EdgeKind.Next)];
        return point;
    }

    /// <summary>Adds a point that can throw, with the edge to its handler.</summary>
    private int AddThrowing(FlowOp op, SyntaxNode node)
    {
        var point = Add(op, node);
        if (point >= 0)
            edges.Add((point, new(TargetOf(Completion.Throw, scope), EdgeKind.Throws)));
        return point;
    }

    private void Connect(List<LooseEnd> ends, int target)
    {
        foreach (var end in ends)
            edges.Add((end.From, new(target, end.Kind)));
    }

    private void Jump(Completion completion)
    {
        if (frontier.Count > 0)
            Connect(frontier, TargetOf(completion, scope));
        frontier = [];
    }

    /// <summary>Where a completion goes from a scope: through every <c>finally</c> on its way, each of which gets a copy for it.</summary>
    private int TargetOf(Completion completion, Scope? from)
    {
        for (var at = from; at is not null; at = at.Outer)
        {
            switch (at)
            {
                case CatchScope handler when completion.Kind is CompletionKind.Throw:
                    return handler.Entry;
                case JumpScope jump when jump.Takes(completion):
                    return completion.Kind is CompletionKind.Break ? jump.BreakTarget : jump.ContinueTarget;
                case CleanupScope cleanup:
                    return CopyFor(completion, cleanup);
            }
        }

        return completion.Kind is CompletionKind.Throw ? throws : returns;
    }

    private int CopyFor(Completion completion, CleanupScope cleanup)
    {
        if (cleanup.Copies.TryGetValue(completion, out var entry))
            return entry;

        entry = AddPoint(FlowOp.Join, cleanup.Node);
        cleanup.Copies.Add(completion, entry);
        if (givenUp)
            return entry;

        var (savedFrontier, savedScope) = (frontier, scope);
        frontier = [new(entry, EdgeKind.Next)];
        scope = cleanup.Outer;
        Cleanup(cleanup);
        Jump(completion);
        (frontier, scope) = (savedFrontier, savedScope);
        return entry;
    }

    private void Cleanup(CleanupScope cleanup)
    {
        if (cleanup.Node.Is(SyntaxKind.FinallyClause))
        {
            Statement(cleanup.Node.FirstChild);
            return;
        }

        AddThrowing(FlowOp.Dispose, cleanup.Node);
        if (cleanup.Node.Has(NodeFlags.Await))
            AddThrowing(FlowOp.Await, cleanup.Node);
    }

    /// <summary>Stops the walk where the stack would run out; the function is then given up.</summary>
    private bool TooDeep()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            givenUp = true;
        return givenUp;
    }

    private readonly record struct LooseEnd(int From, EdgeKind Kind);

    private enum CompletionKind : byte
    {
        Return,
        Throw,
        Break,
        Continue,
    }

    /// <summary>A way of leaving a statement other than falling through; jumps name the statement they leave or continue.</summary>
    private readonly record struct Completion(CompletionKind Kind, int Target)
    {
        public static Completion Return => new(CompletionKind.Return, -1);

        public static Completion Throw => new(CompletionKind.Throw, -1);
    }

    private abstract class Scope(Scope? outer)
    {
        public Scope? Outer => outer;
    }

    /// <summary>Inside the block of a <c>try</c> that has a <c>catch</c>.</summary>
    private sealed class CatchScope(Scope? outer, int entry) : Scope(outer)
    {
        public int Entry => entry;
    }

    /// <summary>Inside a <c>try</c> or <c>catch</c> with a <c>finally</c>, or after a <c>using</c> declaration in its block.</summary>
    private sealed class CleanupScope(Scope? outer, SyntaxNode node) : Scope(outer)
    {
        public SyntaxNode Node => node;

        public Dictionary<Completion, int> Copies { get; } = [];
    }

    /// <summary>Inside a statement that <c>break</c> or <c>continue</c> can name.</summary>
    private sealed class JumpScope(Scope? outer, int statement, ImmutableArray<SyntaxNode> labels, bool takesPlainBreak, int breakTarget, int continueTarget) : Scope(outer)
    {
        /// <summary>The statement's node.</summary>
        public int Statement => statement;

        public ImmutableArray<SyntaxNode> Labels => labels;

        /// <summary>False for a labeled block, which only its label leaves.</summary>
        public bool TakesPlainBreak => takesPlainBreak;

        public int BreakTarget => breakTarget;

        /// <summary>-1 where there is nothing to continue.</summary>
        public int ContinueTarget => continueTarget;

        public bool Takes(Completion completion) =>
            completion.Kind is CompletionKind.Break or CompletionKind.Continue && completion.Target == statement;
    }
}
