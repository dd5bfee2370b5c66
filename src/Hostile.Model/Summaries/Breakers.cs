using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A circuit breaker that lets callers through to see whether the service is back.</summary>
/// <param name="State">What holds its state.</param>
/// <param name="Opens">Where it becomes half-open.</param>
/// <param name="Call">The call that it lets through.</param>
/// <param name="Limit">Where it holds back all but some; none when it does not.</param>
/// <param name="Unread">An option that says how many may pass and that nothing reads; none when there is none.</param>
public sealed record Breaker(MemoryPlace State, SyntaxNode Opens, SyntaxNode Call, SyntaxNode Limit, SyntaxNode Unread);

/// <summary>Finds circuit breakers: a state in memory that is tested, and set to half-open before something that was handed over is called.</summary>
internal static class Breakers
{
    private static readonly KindSet Declarations = KindSet.Of(SyntaxKind.PropertySignature, SyntaxKind.Parameter, SyntaxKind.PropertyDeclaration);

    /// <summary>The one of a function; null when it is none.</summary>
    public static Breaker? In(FunctionModel function)
    {
        if (!function.IsAsync || !function.MemoryUses.Any(use => use.Action is StoreAction.Writes && IsHalfOpen(use.Value)) || function.Flow is not { } graph)
            return null;
        foreach (var opens in function.MemoryUses)
        {
            if (opens.Action is not StoreAction.Writes || opens.Within.Exists || !IsHalfOpen(opens.Value))
                continue;
            var after = graph.ReachableFrom(opens.Point);
            for (var point = 0; point < graph.Points.Length; point++)
            {
                if (after[point] && graph.Points[point] is { Op: FlowOp.Call, Node: { Kind: SyntaxKind.CallExpression } call } && IsParameter(function, call.FirstChild.Unwrapped()))
                    return new(opens.Place, opens.Node, call, LimitOf(function, graph, opens, point), UnreadIn(function));
            }
        }

        return null;
    }

    /// <summary>'half-open', 'HALF_OPEN', State.HalfOpen.</summary>
    private static bool IsHalfOpen(SyntaxNode value)
    {
        if (!value.Exists || value.Unwrapped().Kind is not (SyntaxKind.StringLiteral or SyntaxKind.PropertyAccessExpression))
            return false;
        var text = value.Text;
        return text.Contains("half", StringComparison.OrdinalIgnoreCase) && text.Contains("open", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsParameter(FunctionModel function, SyntaxNode callee) =>
        callee.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(callee) is { Declaration: { Kind: SyntaxKind.Parameter } };

    /// <summary>
    /// On a way to the call another test of shared memory than that of being open, or of the time: a counter, a promise, the half-open state itself.
    /// </summary>
    private static SyntaxNode LimitOf(FunctionModel function, FlowGraph graph, MemoryUse opens, int call)
    {
        var leads = graph.Leading(call);
        foreach (var use in function.MemoryUses)
        {
            if (use.Action is StoreAction.Reads && leads.Contains(use.Point) && use.Place != opens.Place && function.MemoryUses.Any(other => other.Action is not StoreAction.Reads && other.Place == use.Place && leads.Contains(other.Point)))
                return use.Node;
        }

        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (leads.Contains(point) && graph.Points[point].Op is FlowOp.Branch && graph.Points[point].Node.Unwrapped() is { Kind: SyntaxKind.BinaryExpression } test && (IsHalfOpen(test.ChildAt(1)) || IsHalfOpen(test.FirstChild)))
                return test;
        }

        return default;
    }

    /// <summary>"halfOpenMaxCalls: number" of the file's options, of which nothing says the name again.</summary>
    private static SyntaxNode UnreadIn(FunctionModel function)
    {
        var tree = function.Module.Tree;
        foreach (var declared in tree.NodesOf(Declarations))
        {
            if (declared.FirstAfterModifiers() is not { Kind: SyntaxKind.Identifier } name || !name.Text.Contains("half", StringComparison.OrdinalIgnoreCase))
                continue;
            if (!Enumerable.Range(0, tree.Count).Any(other => other != name.Index && tree[other].Is(SyntaxKind.Identifier) && tree[other].TextIs(name.Bytes)))
                return name;
        }

        return default;
    }
}
