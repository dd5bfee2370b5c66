namespace Hostile.Syntax.TypeScript.Views;

/// <summary>A value, and members of it one after another: <c>this.pool.options</c>.</summary>
public static class MemberPath
{
    /// <summary>What a path begins with: <c>db</c> of <c>db.pool.options</c>; an expression that is none begins with itself.</summary>
    public static SyntaxNode RootOf(SyntaxNode path)
    {
        var root = path.Unwrapped();
        while (root.Is(SyntaxKind.PropertyAccessExpression))
            root = root.FirstChild.Unwrapped();
        return root;
    }
}
