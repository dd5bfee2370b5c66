using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>What a function returns, and where.</summary>
public static class ReturnedValues
{
    /// <summary>What a function returns, with the points at which it does; of a promise what it waits for.</summary>
    public static IEnumerable<(SyntaxNode Value, int Point)> Of(FunctionModel function, FlowGraph graph)
    {
        if (FunctionShape.BodyOf(function.Node) is { Exists: true } body && !body.Is(SyntaxKind.Block))
        {
            yield return (Awaited(body), graph.Returns);
            yield break;
        }

        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point] is { Op: FlowOp.Return, Node: var node } && node.FirstChild.Exists)
                yield return (Awaited(node.Is(SyntaxKind.ReturnStatement) ? node.FirstChild : node), point);
        }
    }

    private static SyntaxNode Awaited(SyntaxNode value)
    {
        value = value.Unwrapped();
        return value.Is(SyntaxKind.AwaitExpression) ? value.FirstChild.Unwrapped() : value;
    }
}
