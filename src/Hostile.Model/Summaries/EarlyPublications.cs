using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A shared place that is given an object while it is empty, and the wait after it in which the object is made ready.</summary>
/// <param name="Check">What is read to see that the place is empty.</param>
/// <param name="Set">Where the object is assigned.</param>
/// <param name="Initialization">The <c>await</c> that makes it ready.</param>
/// <param name="Name">What is awaited, as the program writes it.</param>
/// <param name="Use">Where who finds the place filled uses or returns what is there; none when it only turns back.</param>
public sealed record EarlyPublication(MemoryUse Check, MemoryUse Set, SyntaxNode Initialization, string Name, SyntaxNode Use)
{
    public MemoryPlace Place => Set.Place;
}

/// <summary>Finds objects that are assigned to shared places before they are ready.</summary>
internal static class EarlyPublications
{
    /// <summary>Those of a function, by point.</summary>
    public static ImmutableArray<EarlyPublication> In(FunctionModel function)
    {
        var found = ImmutableArray.CreateBuilder<EarlyPublication>();
        foreach (var check in function.SharedChecks)
        {
            if (check.IsTorn || check.Set.Within.Exists || !check.Set.Value.Exists || function.Flow is not { } graph || !IsObject(function, check.Set.Value))
                continue;
            var after = graph.ReachableFrom(check.Set.Point);
            for (var point = 0; point < graph.Points.Length; point++)
            {
                if (!after[point] || graph.Points[point].Op is not FlowOp.Await || InitializerOf(graph.Points[point].Node) is not { Exists: true } callee || !IsOf(function, callee.FirstChild, check.Set))
                    continue;
                found.Add(new(check.Check, check.Set, graph.Points[point].Node, CodeLine.EndOf(callee.Text), UseOf(function, graph, check)));
                break;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>"if (index) return index", "return index" behind the test: by the outcome of the test that does not lead to the assignment.</summary>
    private static SyntaxNode UseOf(FunctionModel function, FlowGraph graph, CheckThenSet check)
    {
        foreach (var edge in graph.From(check.Branch))
        {
            var reached = graph.ReachableFrom(edge.Target, point => point == check.Branch, exceptions: false);
            if (edge.Kind is not (EdgeKind.True or EdgeKind.False) || edge.Target == check.Set.Point || reached[check.Set.Point])
                continue;
            reached[edge.Target] = true;
            if (function.MemoryUses.FirstOrDefault(use => use.Action is StoreAction.Reads && (use.Place == check.Place || check.Place.Holds(use.Place)) && reached[use.Point]) is { } read)
                return read.Node;
            // Of a value that was read into a variable before the test, and of a method that answers nothing else.
            for (var point = 0; point < graph.Points.Length; point++)
            {
                if (reached[point] && graph.Points[point] is { Op: FlowOp.Return } returned && returned.Node.FirstChild.Exists)
                    return returned.Node;
            }
        }

        return default;
    }

    /// <summary>A promise that is assigned is awaited by whoever uses it.</summary>
    private static bool IsObject(FunctionModel function, SyntaxNode value) =>
        value.Unwrapped().Kind is SyntaxKind.NewExpression or SyntaxKind.CallExpression or SyntaxKind.Identifier && function.Project.Types.ThenableOf(value) is Thenable.Not;

    /// <summary>The callee of "await x.connect()" whose name says that x is not ready before.</summary>
    private static SyntaxNode InitializerOf(SyntaxNode awaiting)
    {
        var call = awaiting.FirstChild.Unwrapped();
        if (!call.Is(SyntaxKind.CallExpression) || call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee)
            return default;
        var name = callee.ChildAt(1).Text;
        // "await x.loadData();" whose answer nobody takes is there to make x ready, too.
        return Initial.Contains(name) || (awaiting.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) && Initial.Any(word => name.Length > word.Length && name.StartsWith(word, StringComparison.Ordinal) && char.IsAsciiLetterUpper(name[word.Length]))) ? callee : default;
    }

    private static readonly ImmutableArray<string> Initial = ["init", "initialize", "initialise", "connect", "$connect", "open", "load", "start", "setup", "setUp", "prepare", "bootstrap", "ready", "waitUntilReady", "authenticate", "launch"];

    private static bool IsOf(FunctionModel function, SyntaxNode receiver, MemoryUse set)
    {
        if (MemoryUses.PlaceOf(receiver, function.Module) == set.Place)
            return true;
        var value = set.Value.Unwrapped();
        return receiver.Unwrapped().Is(SyntaxKind.Identifier) && value.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(receiver.Unwrapped()) == function.Module.LocalSymbolOf(value);
    }
}
