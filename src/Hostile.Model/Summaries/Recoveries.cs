using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Tells whether work that is described before it is run still fails when it runs: <c>Effect.tryPromise(send).pipe(Effect.retry(policy), Effect.catchAll(report))</c> does not.
/// Of such a chain the last link counts that takes failures, as long as what comes behind it adds none.
/// </summary>
internal static class Recoveries
{
    /// <summary>Descriptions out of functions out of functions, so many deep.</summary>
    private const int Deepest = 3;

    extension(ProjectModel project)
    {
        /// <summary>Whether what an expression describes never fails, or only in what its handlers do of their own.</summary>
        public bool Recovers(SyntaxNode description) => Recovers(project, description, 0);
    }

    private static bool Recovers(ProjectModel project, SyntaxNode description, int depth)
    {
        description = project.Constants.ValueOf(description.Unwrapped()).Unwrapped();
        if (depth > Deepest || !description.Is(SyntaxKind.CallExpression))
            return false;
        var arguments = description.Child(SyntaxKind.ArgumentList).Children.ToArray();
        // "Effect.catchAll(work, report)"
        if (LinkOf(project, description) is Effect.Recovers whole && arguments.Length > 0)
            return IsKept(project, description, whole, arguments[0]);
        var isMethod = description.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.ChildAt(1).TextIs("pipe"u8);
        if (!isMethod && !description.FirstChild.TextIs("pipe"u8))
            return project.FunctionCalled(description) is { Exists: true } made && !made.Has(NodeFlags.Async) && FunctionLike.From(made) is { IsGenerator: false } maker && Inference.ResultsOf(maker).ToArray() is { Length: > 0 } results && results.All(result => Recovers(project, result, depth + 1));

        var start = isMethod ? description.FirstChild.Unwrapped().FirstChild : arguments is [var first, ..] ? first : default;
        for (var index = arguments.Length - 1; index >= (isMethod ? 0 : 1); index--)
        {
            switch (LinkOf(project, arguments[index].Unwrapped()))
            {
                case Effect.Recovers recovers:
                    return IsKept(project, arguments[index].Unwrapped(), recovers, start);
                case Effect.KeepsFailure:
                    continue;
                default:
                    return false;
            }
        }

        return Recovers(project, start, depth + 1);
    }

    /// <summary>Whether a link takes what was made before it fails with, and fails with nothing of its own.</summary>
    private static bool IsKept(ProjectModel project, SyntaxNode link, Effect.Recovers recovers, SyntaxNode start) =>
        !Fails(project, link, false) && (recovers.All || !Fails(project, start, true));

    private static bool Fails(ProjectModel project, SyntaxNode within, bool onlyDefects)
    {
        foreach (var node in within.DescendantsAndSelf)
        {
            if ((node.Is(SyntaxKind.ThrowStatement) && !onlyDefects) || (node.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(node) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Fails>().Any(fails => fails.IsDefect || !onlyDefects)))
                return true;
        }

        return false;
    }

    /// <summary>What a link of a chain does with failures, called with its handler, <c>Effect.catchAll(report)</c>, or named alone, <c>Effect.ignore</c>; null for all others.</summary>
    private static Effect? LinkOf(ProjectModel project, SyntaxNode link)
    {
        var effects = link.Is(SyntaxKind.CallExpression) ? project.Types.CalleeOf(link) is Callee.Library library ? project.Effects.Of(library.Signature) : []
            : link.Is(SyntaxKind.PropertyAccessExpression) ? project.Effects.Of(project.Types.SymbolOf(link)) : [];
        return effects.FirstOrDefault(effect => effect is Effect.Recovers or Effect.KeepsFailure);
    }
}
