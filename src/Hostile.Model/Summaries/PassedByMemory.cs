using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What a function leaves in shared memory for itself: it writes there what it was given, waits, and reads it again.</summary>
/// <param name="Place">The variable or field.</param>
/// <param name="Write">The write.</param>
/// <param name="Point">Its point.</param>
/// <param name="Suspension">Where the function waits between the two.</param>
/// <param name="Read">The read, or the call of a function of the program that reads it.</param>
/// <param name="Within">For a read by a called function: the read there; none for one of the function itself.</param>
public sealed record PassedByMemory(MemoryPlace Place, SyntaxNode Write, int Point, SyntaxNode Suspension, SyntaxNode Read, SyntaxNode Within)
{
    private static readonly KindSet Arrows = KindSet.Of(SyntaxKind.ArrowFunction);

    /// <summary>Whether the function itself goes on without a wait, and what it hands on reads the place later: then <see cref="Suspension"/> is the call that takes that.</summary>
    public bool IsHandedOn { get; init; }

    /// <summary>Whether it is written only where it is empty, with no wait after the test, and what reads it or writes it again has written it before: who comes meanwhile leaves it alone.</summary>
    public bool IsClaimed { get; init; }

    /// <summary>Nobody walks further to what he was given.</summary>
    private const int LongestPath = 12;

    /// <summary>Those of a function that requests or jobs start, by position; at most one for each write.</summary>
    internal static ImmutableArray<PassedByMemory> In(FunctionModel function)
    {
        if (!function.IsAsync && !HandsOn(function.Node))
            return [];
        if ((function.IsAsync && function.MemoryUses.IsEmpty) || function.Flow is not { } graph || function.Values is null)
            return [];
        var found = ImmutableArray.CreateBuilder<PassedByMemory>();
        foreach (var use in function.IsAsync ? function.MemoryUses : WritesOf(function, graph))
        {
            if (use.Action is Knowledge.StoreAction.Writes && !use.Within.Exists && !use.IsEntry && !use.Place.Path.Contains('[') && use.Value.Exists && IsGiven(use.Value, function)
                && function.Exposure.Kind is StartKind.Request or StartKind.Job or StartKind.Message && ReadAfterWait(function, graph, use) is { } passed)
                found.Add(passed with { IsClaimed = IsClaim(function, graph, passed) });
        }

        return found.ToImmutable();
    }

    private static bool IsClaim(FunctionModel function, FlowGraph graph, PassedByMemory passed)
    {
        if (!function.SharedChecks.Any(check => !check.IsTorn && check.Place == passed.Place && check.Set.Point == passed.Point))
            return false;
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (point != passed.Point && (graph.Points[point].Node == passed.Read || (graph.Points[point].Op is FlowOp.Write && MemoryPlace.Of(graph.Points[point].Node, function.Module) == passed.Place))
                && !function.Project.Exclusions.IsOnEveryWay(function, passed.Point, point))
                return false;
        }

        return true;
    }

    /// <summary>Whether a function that does not wait itself keeps something, and makes a function that may run when it has returned.</summary>
    private static bool HandsOn(SyntaxNode function)
    {
        var body = FunctionShape.BodyOf(function);
        if (!body.Within(Arrows).GetEnumerator().MoveNext())
            return false;
        foreach (var node in body.Within(AssignedValue.Kinds))
        {
            if (node is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } && node.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression, FirstChild.Kind: SyntaxKind.ThisKeyword })
                return true;
        }

        return false;
    }

    private static ImmutableArray<MemoryUse> WritesOf(FunctionModel function, FlowGraph graph)
    {
        var found = ImmutableArray.CreateBuilder<MemoryUse>();
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point] is { Op: FlowOp.Write, Node: var node } && AssignedValue.Of(node) is { Exists: true } value && MemoryPlace.Of(node, function.Module) is { OutlivesCall: true, Root: PlaceRoot.This } place)
                found.Add(new(Knowledge.StoreAction.Writes, place, place, point, node, value));
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a value is made of what this execution was called with.</summary>
    private static bool IsGiven(SyntaxNode value, FunctionModel function)
    {
        foreach (var origin in function.Values!.OriginsOf(value, call => OnlyRuns(call, function)))
        {
            if (SourceOf(origin.Node, function) is not { Kind: SyntaxKind.Identifier } source || function.Module.LocalSymbolOf(source) is not { Exists: true } symbol)
                continue;
            for (var at = symbol.Declaration; at.Exists && at != function.Node; at = at.Parent)
            {
                if (at.Is(SyntaxKind.Parameter))
                    return at.Parent.Parent == function.Node;
            }
        }

        return false;
    }

    /// <summary>"await context.with('load', () => client.query(text))": who runs a function has no part in what that gives, where the function mentions nothing that was given but a connection.</summary>
    private static bool OnlyRuns(SyntaxNode call, FunctionModel function)
    {
        // "await request.json().then((body) => body.user)": of what is handed to the function, and by a promise, who knows.
        if (!call.Is(SyntaxKind.CallExpression) || !call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) || function.Project.PromiseOperationOf(call) is not PromiseOperation.None)
            return false;
        var runs = false;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (FunctionLike.From(argument.Unwrapped()) is { } run)
            {
                if (run.Parameters.ToArray().Length > 0)
                    return false;
                runs = true;
            }

            foreach (var node in argument.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(node) is { Exists: true } named && !IsConnection(named) && IsOfExecution(named))
                    return false;
            }
        }

        return runs;

        bool IsConnection(Binding.Symbol named) => function.Project.EffectsOf(function.Project.Types.TypeOf(named).NonNullish()).Any(effect => effect is Knowledge.Effect.Handle);

        // A parameter of the function, or a variable of it; what the function that is run declares by itself is its own.
        bool IsOfExecution(Binding.Symbol named) => FunctionShape.Enclosing(named.Declaration) == function.Node && !named.IsModuleLevel;
    }

    /// <summary><c>context</c> of <c>context.getRequest().user</c>, also where a variable stands between; what a call gives by itself is nobody's part.</summary>
    private static SyntaxNode SourceOf(SyntaxNode value, FunctionModel function)
    {
        var isPart = value.Is(SyntaxKind.Identifier);
        for (var depth = 0; depth < LongestPath; depth++)
        {
            value = value.Unwrapped();
            if (value.Is(SyntaxKind.PropertyAccessExpression) || (isPart && value.Is(SyntaxKind.CallExpression) && value.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression)))
                (value, isPart) = (value.FirstChild, true);
            else if (isPart && depth > 0 && value.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(value) is { Exists: true, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } && declaration.FirstChild.Is(SyntaxKind.Identifier) && declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial)
                value = initial;
            else
                return value;
        }

        return default;
    }

    /// <summary>The first read after a wait on the ways from a write on which it is not written again, and not compared with what was written.</summary>
    private static PassedByMemory? ReadAfterWait(FunctionModel function, FlowGraph graph, MemoryUse write)
    {
        var seen = new HashSet<(int, bool)>();
        var work = new Queue<(int Point, int Waited)>([(write.Point, -1)]);
        while (work.TryDequeue(out var at))
        {
            foreach (var edge in graph.From(at.Point))
            {
                Workers.Step();
                var point = graph.Points[edge.Target];
                if (edge.Kind is EdgeKind.Throws || !seen.Add((edge.Target, at.Waited >= 0)) || (point.Op is FlowOp.Write && MemoryPlace.Of(point.Node, function.Module) == write.Place))
                    continue;
                if (point.Op is FlowOp.Read && MemoryPlace.Of(point.Node, function.Module) == write.Place)
                {
                    // "if (this.latest !== id) return": who looks whether it is still its own knows of the others.
                    if (point.Node.Wrapped().Parent.Is(SyntaxKind.BinaryExpression))
                        continue;
                    if (at.Waited >= 0)
                        return new(write.Place, write.Node, write.Point, graph.Points[at.Waited].Node, point.Node, default);
                }

                // "files.map((file) => `${this.team}/${file}`)"
                if (at.Waited >= 0 && point is { Op: FlowOp.Closure, Node: { Kind: SyntaxKind.ArrowFunction } closure } && ReadInside(closure, write.Place, function) is { Exists: true } inside)
                    return new(write.Place, write.Node, write.Point, graph.Points[at.Waited].Node, inside, default);
                // "return next.handle().pipe(tap(() => log(this.user)))"
                if (at.Waited < 0 && point is { Op: FlowOp.Closure, Node: { Kind: SyntaxKind.ArrowFunction } later } && TakerOf(function, later) is { Exists: true } taker && ReadInside(later, write.Place, function) is { Exists: true } late && !ComparesInside(later, write.Place, function))
                    return new(write.Place, write.Node, write.Point, taker, late, default) { IsHandedOn = true };
                if (at.Waited >= 0 && point is { Op: FlowOp.Call, Node: { Kind: SyntaxKind.CallExpression } call } && ReadIn(function, call, write.Place) is { Exists: true } within)
                    return new(write.Place, write.Node, write.Point, graph.Points[at.Waited].Node, call, within);
                work.Enqueue((edge.Target, at.Waited < 0 && point.Suspends ? edge.Target : at.Waited));
            }
        }

        return null;
    }

    /// <summary>The call that runs a function when the one around it has gone on; none when it runs at once, or nobody knows.</summary>
    private static SyntaxNode TakerOf(FunctionModel function, SyntaxNode closure)
    {
        if (Callers.Argument(closure) is not { Call: { Exists: true } call, Place: var place })
            return default;
        if (function.Project.PromiseOperationOf(call) is PromiseOperation.Then or PromiseOperation.Catch or PromiseOperation.Finally)
            return call;
        return function.Project.Types.CalleeOf(call) is Callee.Library library && function.Project.Effects.Of(library.Signature).Any(effect => effect is Knowledge.Effect.CallsBack { When: Knowledge.CallTime.Later or Knowledge.CallTime.Often or Knowledge.CallTime.Serially } calls && calls.Function.Index == place && calls.Function.Property.Length == 0) ? call : default;
    }

    /// <summary>"if (this.latest !== id) return"</summary>
    private static bool ComparesInside(SyntaxNode closure, MemoryPlace place, FunctionModel function)
    {
        foreach (var node in closure.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.BinaryExpression) && node.Operator is TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEqualsEquals && MemoryPlace.Of(node.FirstChild, function.Module) == place && node.ChildAt(1).Unwrapped().Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && !node.ChildAt(1).TextIs("undefined"u8))
                return true;
        }

        return false;
    }

    private static SyntaxNode ReadInside(SyntaxNode closure, MemoryPlace place, FunctionModel function)
    {
        foreach (var node in closure.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.PropertyAccessExpression) && MemoryPlace.Of(node, function.Module) == place && !AssignedValue.Of(node).Exists)
                return node;
        }

        return default;
    }

    /// <summary>A read of the place by the one function that a call on the same object means, which does not write it; none otherwise.</summary>
    private static SyntaxNode ReadIn(FunctionModel function, SyntaxNode call, MemoryPlace place)
    {
        if (place.Root is not PlaceRoot.This || Summaries.MemoryUses.ReceiverOf(function, call) is not { IsSame: true } || !call.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression)
            || function.Project.Types.CalleeOf(call) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] } || function.Project.FunctionOf(only) is not { Flow: { } graph } callee || callee == function)
            return default;
        SyntaxNode read = default;
        foreach (var point in graph.Points)
        {
            if (point.Op is not (FlowOp.Read or FlowOp.Write) || MemoryPlace.Of(point.Node, callee.Module) is not { } used || used != place)
                continue;
            if (point.Op is FlowOp.Write)
                return default;
            read = read.Exists ? read : point.Node;
        }

        return read;
    }
}
