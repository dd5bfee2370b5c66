using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// Follows one connection through one function: from where it is taken (or a transaction is begun on it) along every path to where the function ends.
/// A connection that is given away on a path — returned, stored, handed to code that keeps it — is somebody else's from there, and that path says nothing.
/// </summary>
public sealed class ConnectionLife
{
    /// <summary>How many connections and transactions of one function are followed. A function with more was written by a program, and each costs a walk through it.</summary>
    private const int MostLives = 64;

    private readonly FunctionModel function;
    private readonly FlowGraph graph;
    private readonly Symbol variable;
    private readonly Dictionary<int, DatabaseCall> calls = [];
    private readonly HashSet<int> escapes;
    private readonly HashSet<SyntaxNode> acquired;

    private ConnectionLife(FunctionModel function, FlowGraph graph, Symbol variable)
    {
        this.function = function;
        this.graph = graph;
        this.variable = variable;
        foreach (var call in function.DatabaseCalls.Where(call => call.Handle.Variable == variable && call.Action is not DatabaseAction.Acquire))
            calls[EffectNode(call.Call).Index] = call;
        // "const trx = await db.transaction()": begun and handed out in one.
        acquired = [.. function.DatabaseCalls.Where(call => call.Action is DatabaseAction.Acquire || (call.Begins && TakenBy(call.Call, function.Module) == call.Handle.Variable)).Select(call => EffectNode(call.Call))];
        escapes = Escapes();
    }

    /// <summary>Where the connection, or the transaction on it, first outlives the function's care; null on no path.</summary>
    public LostPath? Lost { get; private set; }

    /// <summary>Where the function first ends with the transaction still open; null on no path.</summary>
    public LostPath? LeftOpen { get; private set; }

    /// <summary>Where the connection goes back to the pool with the transaction open; null on no path.</summary>
    public LostPath? ReturnedDirty { get; private set; }

    /// <summary>The first reference by which the connection is given away; none when it stays in the function.</summary>
    public SyntaxNode GivenAwayAt { get; private set; }

    /// <summary>How the function calls the variable that holds the connection.</summary>
    public string VariableName => variable.Name.ToString();

    /// <summary>Whether the connection is given back in a <c>finally</c> block.</summary>
    public bool ReleasedInFinally => calls.Values.Any(call => call.Action is DatabaseAction.Release or DatabaseAction.Destroy && call.Call.Ancestor(SyntaxKind.FinallyClause).Exists);

    /// <summary>Whether every path was walked; when not, silence proves nothing.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Follows a connection that this function takes into a local variable; null when it goes elsewhere at once or the flow is not known.</summary>
    public static ConnectionLife? OfAcquired(FunctionModel function, DatabaseCall acquire)
    {
        if (!IsFollowed(function, acquire, call => call.Action is DatabaseAction.Acquire) || function.Flow is not { } graph || TakenBy(acquire.Call, function.Module) is not { Exists: true } variable)
            return null;
        var life = new ConnectionLife(function, graph, variable);
        life.Explore(EffectNode(acquire.Call), new(Connection.Held, Transaction.None));
        return life;
    }

    /// <summary>Follows a transaction begun on a connection that a variable of this function holds; null when none does or the flow is not known.</summary>
    public static ConnectionLife? OfTransaction(FunctionModel function, DatabaseCall begin)
    {
        if (!IsFollowed(function, begin, call => call.Begins) || function.Flow is not { } graph || !begin.Handle.Variable.Exists)
            return null;
        var life = new ConnectionLife(function, graph, begin.Handle.Variable);
        life.Explore(EffectNode(begin.Call), new(Connection.Held, Transaction.Open));
        return life;
    }

    private static bool IsFollowed(FunctionModel function, DatabaseCall call, Func<DatabaseCall, bool> isAlike) =>
        function.DatabaseCalls.Where(isAlike).Take(MostLives).Contains(call);

    /// <summary>The local variable that a call's awaited result is stored into, else none.</summary>
    public static Symbol TakenBy(SyntaxNode call, Module module)
    {
        var value = EffectNode(call).Wrapped();
        var parent = value.Parent;
        var target = parent.Kind switch
        {
            SyntaxKind.Initializer when parent.Parent.Is(SyntaxKind.VariableDeclaration) => parent.Parent.FirstChild,
            SyntaxKind.BinaryExpression when parent.Operator is TokenKind.Equals && parent.ChildAt(1) == value => parent.FirstChild,
            _ => default,
        };
        var symbol = target.Is(SyntaxKind.Identifier) ? module.LocalSymbolOf(target) : default;
        return symbol.Exists && symbol.Scope.Function.Index == module.ScopeAround(call).Function.Index ? symbol : default;
    }

    /// <summary>The node at which a call's effect is done: its <c>await</c> when it is awaited on the spot.</summary>
    public static SyntaxNode EffectNode(SyntaxNode call)
    {
        var outer = call;
        while (outer.Parent.Kind is SyntaxKind.ParenthesizedExpression or SyntaxKind.AsExpression)
            outer = outer.Parent;
        return outer.Parent.Is(SyntaxKind.AwaitExpression) ? outer.Parent : call;
    }

    private void Explore(SyntaxNode start, State initial)
    {
        var conditions = PathConditions.Of(graph, function.Module.LocalSymbolOf, value => value == start || IsAcquired(value) ? true : null);
        IsComplete = true;
        // From the entry on, so that flags set before count; the machine itself starts where the connection is taken.
        var walk = Exploration<State>.Run(graph, conditions, 0, initial with { Phase = Phase.Before }, (at, edge, state) => Step(at, edge, state, start));
        IsComplete = walk.IsComplete;
        Lost = LeakAt(walk, state => state is { Phase: Phase.Running, Connection: Connection.Held });
        LeftOpen = LeakAt(walk, state => state is { Phase: Phase.Running, Transaction: Transaction.Open });
        foreach (var release in calls.Values.Where(call => call.Action is DatabaseAction.Release))
        {
            foreach (var point in graph.PointsOf(EffectNode(release.Call)))
            {
                if (walk.PathTo(point, state => state is { Connection: Connection.Held, Transaction: Transaction.Open, Phase: Phase.Running }) is { } path)
                    ReturnedDirty ??= LeakOn(path, false);
            }
        }
    }

    /// <summary>What a pool hands out is a connection, never nothing: an <c>if (client)</c> after it holds.</summary>
    private bool IsAcquired(SyntaxNode value) => acquired.Contains(value.Unwrapped());

    private LostPath? LeakAt(Exploration<State> walk, Func<State, bool> isLost) =>
        walk.PathTo(graph.Returns, isLost) is { } returning ? LeakOn(returning, false)
        : walk.PathTo(graph.Throws, isLost) is { } throwing ? LeakOn(throwing, true)
        : null;

    private LostPath LeakOn(ImmutableArray<Exploration<State>.Visit> path, bool thrown)
    {
        // What came before it was taken is no part of the story.
        path = [.. path.Skip(path.Count(visit => visit.State.Phase is Phase.Before) - 1)];
        var taken = ImmutableArray.CreateBuilder<EdgeKind>();
        var decisive = ImmutableArray.CreateBuilder<bool>();
        for (var i = 0; i + 1 < path.Length; i++)
        {
            var edges = graph.From(path[i].Point).ToArray();
            taken.Add(edges.First(edge => edge.Target == path[i + 1].Point).Kind);
            // A branch whose other side meets the path again at once (an optional link, a default) decides nothing.
            var rest = path.Skip(i + 1).Take(8).Select(visit => visit.Point).ToHashSet();
            decisive.Add(edges.Length > 1 && !edges.All(edge => rest.Contains(edge.Target)));
        }

        return new([.. path.Select(visit => graph.Points[visit.Point])], taken.ToImmutable(), decisive.ToImmutable(), thrown);
    }

    private State? Step(int at, FlowEdge edge, State state, SyntaxNode start)
    {
        var point = graph.Points[at];
        var throws = edge.Kind is EdgeKind.Throws;

        // The call that starts it: had it thrown, nothing would have been taken or begun.
        if (point.Node == start && point.Op is FlowOp.Await or FlowOp.Call)
            return throws ? null : state with { Phase = Phase.Running };
        if (state.Phase is Phase.Before)
            return throws ? null : state;

        if (point.Op is FlowOp.Await or FlowOp.Call && calls.TryGetValue(point.Node.Index, out var call))
        {
            // A call that answers with a promise does not throw where it is made.
            return throws && point.Op is FlowOp.Call ? null : After(call, throws, state);
        }

        // "process.exit(1)": what is held ends with the process.
        if (point.Op is FlowOp.Call && !throws && function.Project.NeverReturns(point.Node))
            return null;

        if (escapes.Contains(point.Node.Index) && point.Op is FlowOp.Read or FlowOp.Closure or FlowOp.Call)
        {
            if (!GivenAwayAt.Exists)
                GivenAwayAt = point.Node;
            return null;
        }

        // Assigned anew: what it held is out of sight.
        if (point is { Op: FlowOp.Write, Node.Kind: SyntaxKind.Identifier } && function.Module.LocalSymbolOf(point.Node) == variable && AssignedValue.Of(point.Node) is { Exists: true })
            return IsAcquired(AssignedValue.Of(point.Node)) ? state : null;

        if (throws && !function.CanThrow(point))
            return null;
        return state;
    }

    private static State? After(DatabaseCall call, bool throws, State state)
    {
        switch (call.Action)
        {
            // A connection that is destroyed takes its transaction with it.
            case DatabaseAction.Destroy:
                return null;
            case DatabaseAction.Release:
                return state.Transaction is Transaction.Open ? null : state with { Connection = Connection.Returned };
        }

        foreach (var query in call.Queries)
        {
            state = query.Kind switch
            {
                QueryKind.Begin when !throws => state with { Transaction = Transaction.Open },
                // COMMIT and ROLLBACK end the transaction even when they fail: the server has dropped it, or the connection is gone and the pool drops that.
                QueryKind.Commit or QueryKind.Rollback => state with { Transaction = Transaction.None },
                _ => state,
            };
        }

        // ROLLBACK fails when the connection is gone, and a connection that is gone is no slot of the pool any more (pg-pool 3.14.0, run).
        return throws && call.Queries.Any(query => query.Kind is QueryKind.Rollback) ? null : state;
    }

    /// <summary>The references by which the variable's value gets out of this function's hands.</summary>
    private HashSet<int> Escapes()
    {
        var found = new HashSet<int>();
        foreach (var reference in variable.References)
        {
            var inner = FunctionShape.Enclosing(reference);
            if (inner != graph.Function)
            {
                // Used in a callback: fine while the callback only runs statements; when it gives the connection back, who knows when.
                if (function.Project.Ownership.MayKeep(reference, mayEnd: false) && OutermostWithin(inner) is { Exists: true } closure)
                    found.Add(closure.Index);
                continue;
            }

            if (function.Project.Ownership.MayKeep(reference, mayEnd: true))
                found.Add(reference.Index);
        }

        return found;
    }

    private SyntaxNode OutermostWithin(SyntaxNode inner)
    {
        var at = inner;
        while (at.Exists && FunctionShape.Enclosing(at) != graph.Function)
            at = FunctionShape.Enclosing(at);
        return at;
    }

    private enum Phase : byte
    {
        Before,
        Running,
    }

    private enum Connection : byte
    {
        Held,
        Returned,
    }

    private enum Transaction : byte
    {
        None,
        Open,
    }

    private readonly record struct State(Connection Connection, Transaction Transaction, Phase Phase = Phase.Running);
}

/// <summary>A path on which something is lost.</summary>
/// <param name="Path">The points it goes through, from where it was taken or begun to where it is out of reach.</param>
/// <param name="Taken">For each point, how it was left; one fewer than the points.</param>
/// <param name="Decisive">For each point, whether leaving it otherwise could have ended better.</param>
/// <param name="Thrown">Whether the path leaves the function by an exception.</param>
public sealed record LostPath(ImmutableArray<FlowPoint> Path, ImmutableArray<EdgeKind> Taken, ImmutableArray<bool> Decisive, bool Thrown)
{
    /// <summary>The last evaluation before it is lost.</summary>
    public FlowPoint Last => Path.Reverse().Skip(1).FirstOrDefault(point => point.Op is not (FlowOp.Join or FlowOp.Returns or FlowOp.Throws), Path[^1]);

    /// <summary>Whether the path takes a branch as true or as false; null where it does not branch.</summary>
    public bool? IsTrueAt(int place) => Taken[place] is EdgeKind.True ? true : Taken[place] is EdgeKind.False ? false : null;

    /// <summary>Whether the branch decides that it is lost.</summary>
    public bool IsDecisive(int place) => Decisive[place];
}
