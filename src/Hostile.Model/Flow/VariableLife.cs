using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>
/// Follows what one variable of a function holds, from where it is made along every path to where the function ends.
/// What is given away on a path — returned, stored, handed to code that keeps it — is somebody else's from there, and that path says nothing.
/// </summary>
/// <typeparam name="TState">What is known of it on a path, a small value.</typeparam>
internal sealed class VariableLife<TState>
    where TState : struct, IEquatable<TState>
{
    private readonly FunctionModel function;
    private readonly FlowGraph graph;
    private readonly Symbol variable;
    private readonly Func<SyntaxNode, bool> isMade;
    private readonly Func<SyntaxNode, TState, bool?>? says;
    private readonly HashSet<int> escapes;
    private Exploration<Walked>? walk;

    /// <param name="function">The function.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="isMade">Whether an expression makes such an object, and never nothing: an <c>if (client)</c> after it holds.</param>
    /// <param name="mayKeep">Whether a reference lets the object live on out of sight; the second argument says whether it stands in the function itself, where its end is in sight.</param>
    /// <param name="says">What a member of the object, which a condition asks, says in a state; null where that is not known.</param>
    public VariableLife(FunctionModel function, Symbol variable, Func<SyntaxNode, bool> isMade, Func<SyntaxNode, bool, bool> mayKeep, Func<SyntaxNode, TState, bool?>? says = null)
    {
        this.says = says;
        this.function = function;
        this.variable = variable;
        this.isMade = isMade;
        graph = function.Flow!;
        escapes = Escapes(mayKeep);
    }

    /// <summary>Variables that say how its beginning went: <c>const result = await settle(client.connect())</c>. What a test of them leads to depends on that.</summary>
    public IReadOnlySet<Symbol> Outcomes { get; init; } = ImmutableHashSet<Symbol>.Empty;

    /// <summary>The first reference by which it is given away; none when it stays in the function.</summary>
    public SyntaxNode GivenAwayAt { get; private set; }

    /// <summary>Whether every path was walked; when not, silence proves nothing.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Walks every path.</summary>
    /// <param name="start">The node at which it is made.</param>
    /// <param name="initial">What is known of it then.</param>
    /// <param name="after">What is known after a call or an await, when that is about it: whether it is, and null to end the path. The flag says whether it threw.</param>
    public void Walk(SyntaxNode start, TState initial, Func<SyntaxNode, bool, TState, (bool IsAbout, TState? State)> after)
    {
        var conditions = PathConditions.Of(graph, function.Module.LocalSymbolOf, value => value == start || isMade(value.Unwrapped()) ? true : null);
        // From the entry on, so that flags set before count; the machine itself starts where it is made.
        walk = Exploration<Walked>.Run(graph, conditions, 0, new(initial, HasBegun: false), (at, edge, state) => Step(at, edge, state, start, after));
        IsComplete = walk.IsComplete;
    }

    /// <summary>The shortest path on which the function ends in such a state; null when none does. One that returns comes before one that throws.</summary>
    public LostPath? PathToEnd(Func<TState, bool> isLost) =>
        PathTo(graph.Returns, isLost) is { } returning ? LostOn(returning, false)
        : PathTo(graph.Throws, isLost) is { } throwing ? LostOn(throwing, true)
        : null;

    /// <summary>The shortest path to a node in such a state; null when there is none.</summary>
    public LostPath? PathToNode(SyntaxNode node, Func<TState, bool> isLost)
    {
        foreach (var point in graph.PointsOf(node))
        {
            if (PathTo(point, isLost) is { } path)
                return LostOn(path, false);
        }

        return null;
    }

    private ImmutableArray<Exploration<Walked>.Visit>? PathTo(int point, Func<TState, bool> isLost) => walk!.PathTo(point, state => state is { HasBegun: true, IsTested: false } && isLost(state.Known));

    private LostPath LostOn(ImmutableArray<Exploration<Walked>.Visit> path, bool thrown)
    {
        // What came before it was made is no part of the story.
        path = [.. path.Skip(path.Count(visit => !visit.State.HasBegun) - 1)];
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

    private Walked? Step(int at, FlowEdge edge, Walked state, SyntaxNode start, Func<SyntaxNode, bool, TState, (bool IsAbout, TState? State)> after)
    {
        var point = graph.Points[at];
        var throws = edge.Kind is EdgeKind.Throws;

        // The call that starts it: had it thrown, nothing would have been made.
        if (point.Node == start && point.Op is FlowOp.Await or FlowOp.Call)
            return throws ? null : state with { HasBegun = true };
        if (!state.HasBegun)
            return throws ? null : state;

        if (point.Op is FlowOp.Await or FlowOp.Call && after(point.Node, throws, state.Known) is { IsAbout: true } next)
        {
            // A call that answers with a promise does not throw where it is made, and what never rejects not where it is awaited.
            return (throws && (point.Op is FlowOp.Call || !function.CanThrow(point))) || next.State is not { } known ? null : state with { Known = known };
        }

        // "using client = …" has come to the end of its block.
        if (point.Op is FlowOp.Dispose && point.Node == variable.DisposedWith)
            return null;

        // "process.exit(1)": what is held ends with the process.
        if (point.Op is FlowOp.Call && !throws && function.Project.NeverReturns(point.Node))
            return null;

        if (escapes.Contains(point.Node.Index) && point.Op is FlowOp.Read or FlowOp.Closure or FlowOp.Call)
        {
            if (!GivenAwayAt.Exists)
                GivenAwayAt = point.Node;
            return null;
        }

        if (point.Op is FlowOp.Branch)
        {
            var (atom, inverted) = PathConditions.Atom(point.Node);
            // "if (!runner.isReleased) await runner.release()": what it says of itself decides, and we do not know what it says.
            if (atom.Is(SyntaxKind.PropertyAccessExpression) && atom.FirstChild.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(atom.FirstChild) == variable)
                return says?.Invoke(atom, state.Known) is not { } truth ? state with { IsTested = true } : edge.Kind is EdgeKind.True == (truth != inverted) ? state : null;
            // "if (!trx.isCompleted())"
            if (atom is { Kind: SyntaxKind.CallExpression, FirstChild: { Kind: SyntaxKind.PropertyAccessExpression } asked } && !atom.Child(SyntaxKind.ArgumentList).FirstChild.Exists && asked.FirstChild.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(asked.FirstChild) == variable)
                return state with { IsTested = true };
            if (Outcomes.Count > 0 && RootOf(atom) is { Kind: SyntaxKind.Identifier } outcome && Outcomes.Contains(function.Module.LocalSymbolOf(outcome)))
                return state with { IsTested = true };
            // "if (!timedOut) await client.end()": only a callback sets the flag, on purpose; on the ways that we walk it has its first value.
            if (FirstValue(atom) is { } first && (edge.Kind is EdgeKind.True) != (first != inverted))
                return null;
        }

        // Assigned anew: what it held is out of sight.
        if (point is { Op: FlowOp.Write, Node.Kind: SyntaxKind.Identifier } && function.Module.LocalSymbolOf(point.Node) == variable && AssignedValue.Of(point.Node) is { Exists: true } value)
            return isMade(value.Unwrapped()) ? state : null;

        return throws && !function.CanThrow(point) ? null : state;
    }

    /// <summary><c>result</c> of <c>result.status === 'error'</c>.</summary>
    private static SyntaxNode RootOf(SyntaxNode condition)
    {
        var at = condition.Unwrapped();
        while (at.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.BinaryExpression)
            at = at.FirstChild.Unwrapped();
        return at;
    }

    /// <summary>The truth with which a flag begins that only callbacks set; null for any other condition.</summary>
    private bool? FirstValue(SyntaxNode condition) =>
        condition.Is(SyntaxKind.Identifier) && !IsOfLoop(condition) && function.Module.LocalSymbolOf(condition) is { Exists: true, Declaration.Kind: SyntaxKind.VariableDeclaration } flag && !flag.Writes.IsEmpty
        && FunctionShape.Enclosing(flag.Declaration) == graph.Function && flag.Writes.All(write => FunctionShape.Enclosing(write) != graph.Function)
            ? flag.Declaration.Child(SyntaxKind.Initializer).FirstChild.Kind switch { SyntaxKind.TrueKeyword => true, SyntaxKind.FalseKeyword => false, _ => null }
            : null;

    /// <summary>"while (!done) await next()" ends when the callback has set the flag.</summary>
    private static bool IsOfLoop(SyntaxNode condition)
    {
        var at = condition;
        while (at.Parent.Kind is SyntaxKind.PrefixUnaryExpression or SyntaxKind.ParenthesizedExpression or SyntaxKind.BinaryExpression)
            at = at.Parent;
        return at.Parent.Kind is SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForStatement;
    }

    /// <summary>The references by which the variable's value gets out of this function's hands.</summary>
    private HashSet<int> Escapes(Func<SyntaxNode, bool, bool> mayKeep)
    {
        var found = new HashSet<int>();
        foreach (var reference in variable.References)
        {
            var inner = FunctionShape.Enclosing(reference);
            if (inner != graph.Function)
            {
                // Used in a callback: fine while the callback only uses it; when it ends it, who knows when.
                if (mayKeep(reference, false) && OutermostWithin(inner) is { Exists: true } closure)
                    found.Add(closure.Index);
                continue;
            }

            if (mayKeep(reference, true))
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

    /// <param name="Known">What is known of it.</param>
    /// <param name="HasBegun">Whether it has been made.</param>
    /// <param name="IsTested">Whether the path depends on what it says of itself.</param>
    private readonly record struct Walked(TState Known, bool HasBegun, bool IsTested = false);
}
