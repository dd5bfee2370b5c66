using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Promises with others hung onto them: <c>save().then(tell).catch(report)</c>.</summary>
internal static class PromiseChain
{
    /// <summary>The whole of which a promise is the beginning, told by the names: what is waited for, or dropped, where the promise is.</summary>
    public static SyntaxNode WholeOf(SyntaxNode promise)
    {
        var at = promise.Wrapped();
        while (at.Parent.Is(SyntaxKind.PropertyAccessExpression) && at.Parent.FirstChild == at && at.Parent.ChildAt(1).Text is "then" or "catch" or "finally" && at.Parent.Parent.Is(SyntaxKind.CallExpression))
            at = at.Parent.Parent.Wrapped();
        return at;
    }

    /// <summary>The promise that a whole begins with.</summary>
    public static SyntaxNode BeginningOf(SyntaxNode whole, ProjectModel project)
    {
        var at = whole.Unwrapped();
        while (at.Is(SyntaxKind.CallExpression) && project.PromiseOperationOf(at) is PromiseOperation.Then or PromiseOperation.Catch or PromiseOperation.Finally)
            at = at.FirstChild.Unwrapped().FirstChild.Unwrapped();
        return at;
    }
}
