using System.Collections.Immutable;
using Hostile.Model.Database;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A write that fails, is logged at most, and of which the caller hears nothing.</summary>
/// <param name="Write">What writes.</param>
/// <param name="Handler">The <c>catch</c> that does nothing about it.</param>
/// <param name="Money">Whether money is written, and how we know; null when not.</param>
public sealed record SwallowedFailure(SyntaxNode Write, SyntaxNode Handler, string? Money);

/// <summary>Finds <c>catch</c> clauses around writes after which the function goes on as if all were well.</summary>
internal static class SwallowedFailures
{
    /// <summary>Those of a function, by position.</summary>
    public static ImmutableArray<SwallowedFailure> In(FunctionModel function)
    {
        var found = ImmutableArray.CreateBuilder<SwallowedFailure>();
        var seen = new HashSet<SyntaxNode>();
        foreach (var call in function.DatabaseCalls)
        {
            if (!call.Queries.Any(query => query.Writes.Any()) || function.CatchAround(call.Call) is not { Kind: SyntaxKind.CatchClause } handler || !OnlyLogs(handler) || !seen.Add(handler))
                continue;
            found.Add(new(call.Call, handler, call.Queries.Select(Money.In).FirstOrDefault(money => money is not null)));
        }

        return found.ToImmutable();
    }

    /// <summary>Nothing at all, or calls that are statements: no throw, no return, no value set, nothing awaited.</summary>
    private static bool OnlyLogs(SyntaxNode handler)
    {
        foreach (var statement in handler.Child(SyntaxKind.Block).Children)
        {
            if (!statement.Is(SyntaxKind.ExpressionStatement) || !statement.FirstChild.Is(SyntaxKind.CallExpression))
                return false;
            var name = CallName.Of(statement.FirstChild).Text;
            if (name is not ("log" or "error" or "warn" or "info" or "debug" or "trace" or "captureException"))
                return false;
        }

        return true;
    }
}
