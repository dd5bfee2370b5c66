using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Checks that nobody waits for: <c>assertAllowed(user)</c> of an async function that throws. What they should stop goes on beside them.</summary>
public static class UnheldChecks
{
    private static readonly string[] Checking = ["assert", "ensure", "check", "validate", "verify", "require", "enforce", "authorize", "authorise", "guard"];

    /// <summary>Whether a dropped promise is such a check: its function is called so, throws, answers nothing and writes no row, and something comes after the call.</summary>
    public static bool Is(DroppedPromise dropped, FunctionModel function)
    {
        var call = dropped.Promise.Unwrapped();
        if (dropped.Form is not DropForm.Statement || !call.Is(SyntaxKind.CallExpression) || !CallName.Of(call).Exists || Money.WordsOf(CallName.Of(call).Text).ToList() is not [var first, _, ..] || !Checking.Contains(first))
            return false;
        var project = function.Project;
        var called = project.FunctionCalled(call);
        if (!called.Has(NodeFlags.Async) || project.FunctionOf(called) is not { } check || check.DatabaseCalls.Any(own => own.Queries.Any(query => query.IsWrite)))
            return false;
        var throws = false;
        foreach (var node in FunctionShape.OwnNodes(called))
        {
            if (node.Is(SyntaxKind.ReturnStatement) && node.FirstChild.Exists)
                return false;
            throws |= node.Is(SyntaxKind.ThrowStatement) && !node.Ancestor(SyntaxKind.CatchClause).Exists;
        }

        return throws && IsFollowed(call, function);
    }

    /// <summary>What a check is called that decides who may do what, or about money; null for others.</summary>
    public static string? RightOf(DroppedPromise dropped, ProjectModel project) => PromiseValues.GuardOf(project, dropped.Promise.Unwrapped());

    /// <summary>Whether the function does anything after it.</summary>
    private static bool IsFollowed(SyntaxNode call, FunctionModel function)
    {
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (node.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression && node.Span.Start > call.Span.End)
                return true;
        }

        return false;
    }
}
