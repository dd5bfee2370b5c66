using System.Collections.Immutable;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Tells work that does no harm when it is done twice: what only reads, and what says by its name that it minds what is there.</summary>
internal static class RepeatableWork
{
    private static readonly ImmutableArray<string> Words = ["ifnotexist", "ifabsent", "ifmissing", "ifneeded", "ping", "probe", "exists", "isavailable", "ishealthy", "healthcheck"];

    /// <summary>Whether all that is waited for at a suspension is such work.</summary>
    public static bool Is(FunctionModel function, SyntaxNode suspension)
    {
        if (!suspension.Is(SyntaxKind.AwaitExpression))
            return false;
        var operand = suspension.FirstChild.Unwrapped();
        if (!operand.Is(SyntaxKind.CallExpression))
            return false;
        // "Promise.race([docker.ping(), timeout(1000)])": one of those decides.
        return function.Project.PromiseOperationOf(operand) is not PromiseOperation.None
            ? operand.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression } list && list.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } first && IsCall(function, first)
            : IsCall(function, operand);
    }

    /// <summary>"cachedVersion": what says that it keeps an answer gets the same answer twice.</summary>
    public static bool IsKeptAnswer(Flow.MemoryPlace place) => place.ToString() is var name && (name.Contains("cache", StringComparison.OrdinalIgnoreCase) || name.Contains("memo", StringComparison.OrdinalIgnoreCase)) && !name.Contains("memory", StringComparison.OrdinalIgnoreCase);

    private static bool IsCall(FunctionModel function, SyntaxNode call)
    {
        if (call.FirstChild.Is(SyntaxKind.ImportKeyword))
            return true;
        if (CallName.Of(call) is { Exists: true } name && Words.Any(word => name.Text.Replace("_", "", StringComparison.Ordinal).Contains(word, StringComparison.OrdinalIgnoreCase)))
            return true;
        if (function.Project.Types.CalleeOf(call) is Types.Callee.Library library && function.Project.Effects.Of(library.Signature).Any(effect => effect is Effect.Sleeps))
            return true;
        if (function.Project.Stores.At(call) is { Action: StoreAction.Reads })
            return true;
        return function.DatabaseCalls.FirstOrDefault(statement => statement.Call == call) is { Queries: { IsEmpty: false } queries } && queries.All(query => query.Kind is Database.QueryKind.Select);
    }
}
