using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>Which code belongs to which function.</summary>
public static class FunctionShape
{
    /// <summary>The block or expression that runs when the function is called; the file itself for its top level; none for a mere signature.</summary>
    public static SyntaxNode BodyOf(SyntaxNode function) =>
        function.Is(SyntaxKind.SourceFile) ? function : FunctionLike.From(function)?.Body ?? default;

    /// <summary>The innermost function, or file, in whose body the node is evaluated.</summary>
    public static SyntaxNode Enclosing(SyntaxNode node)
    {
        var at = node.Parent;
        while (at.Exists && FunctionLike.From(at) is null && !at.Is(SyntaxKind.SourceFile))
            at = at.Parent;
        return at;
    }
}
