namespace Hostile.Syntax.TypeScript.Views;

/// <summary>The last name of what a call calls: <c>query</c> of <c>this.pool.query(sql)</c>.</summary>
public static class CallName
{
    /// <summary>The node that spells the last name of what is called: <c>c</c> of <c>a.b.c()</c>; none for a computed callee.</summary>
    public static SyntaxNode Of(SyntaxNode call)
    {
        var callee = call.FirstChild;
        while (callee.Kind is SyntaxKind.ParenthesizedExpression or SyntaxKind.NonNullExpression or SyntaxKind.ExpressionWithTypeArguments or SyntaxKind.AsExpression or SyntaxKind.TypeAssertionExpression or SyntaxKind.SatisfiesExpression)
            callee = callee.Is(SyntaxKind.TypeAssertionExpression) ? callee.ChildAt(1) : callee.FirstChild;
        return callee.Kind switch
        {
            SyntaxKind.Identifier or SyntaxKind.SuperKeyword => callee,
            SyntaxKind.PropertyAccessExpression => callee.ChildAt(1),
            _ => default,
        };
    }
}
