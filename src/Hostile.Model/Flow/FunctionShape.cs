using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>Which code belongs to which function.</summary>
public static class FunctionShape
{
    /// <summary>The block or expression that runs when the function is called; the file itself for its top level; none for a mere signature.</summary>
    public static SyntaxNode BodyOf(SyntaxNode function) =>
        function.Is(SyntaxKind.SourceFile) ? function : FunctionLike.From(function)?.Body ?? default;

    /// <summary>The nodes of a function's body, parents before children, in source order; the bodies of functions within it are left out, though the functions themselves are not.</summary>
    public static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode function)
    {
        var work = new Stack<SyntaxNode>([BodyOf(function)]);
        while (work.TryPop(out var node))
        {
            if (!node.Exists)
                continue;
            yield return node;
            if (FunctionLike.From(node) is not null && node != function)
                continue;
            var children = node.Children.ToArray();
            for (var i = children.Length - 1; i >= 0; i--)
                work.Push(children[i]);
        }
    }

    /// <summary>The innermost function, or file, in whose body the node is evaluated.</summary>
    public static SyntaxNode Enclosing(SyntaxNode node)
    {
        var at = node.Parent;
        while (at.Exists && FunctionLike.From(at) is null && !at.Is(SyntaxKind.SourceFile))
            at = at.Parent;
        return at;
    }
}
