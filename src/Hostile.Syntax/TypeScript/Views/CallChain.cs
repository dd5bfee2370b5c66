namespace Hostile.Syntax.TypeScript.Views;

/// <summary>Calls on what calls give: <c>db.select().from(users).where(one)</c>.</summary>
public static class CallChain
{
    /// <summary>The last call of the chain that a call is a link of.</summary>
    public static SyntaxNode LastOf(SyntaxNode call)
    {
        for (var last = call; ;)
        {
            var outer = last.Wrapped().Parent;
            // "db.select().from(names)[isStrict ? 'innerJoin' : 'leftJoin'](…)"
            if (!(outer.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression) || outer.FirstChild.Unwrapped() != last || outer.Parent is not { Kind: SyntaxKind.CallExpression } next || next.FirstChild != outer)
                return last;
            last = next;
        }
    }
}
