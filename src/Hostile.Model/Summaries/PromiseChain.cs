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
        while (at.Parent.Is(SyntaxKind.PropertyAccessExpression) && at.Parent.FirstChild == at && IsName(at.Parent.ChildAt(1)) && at.Parent.Parent.Is(SyntaxKind.CallExpression))
            at = at.Parent.Parent.Wrapped();
        return at;
    }

    /// <summary>Whether a call, by its name, hangs something onto a promise.</summary>
    public static bool IsHungOn(SyntaxNode call) => call.Is(SyntaxKind.CallExpression) && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access && IsName(access.ChildAt(1));

    private static bool IsName(SyntaxNode name) => name.TextIs("then"u8) || name.TextIs("catch"u8) || name.TextIs("finally"u8);

    /// <summary>The promise that a whole begins with.</summary>
    public static SyntaxNode BeginningOf(SyntaxNode whole, ProjectModel project)
    {
        var at = whole.Unwrapped();
        while (at.Is(SyntaxKind.CallExpression) && project.PromiseOperationOf(at) is PromiseOperation.Then or PromiseOperation.Catch or PromiseOperation.Finally)
            at = at.FirstChild.Unwrapped().FirstChild.Unwrapped();
        return at;
    }
}
