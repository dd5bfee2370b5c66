using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A promise that is returned out of a <c>try</c> before it is settled.</summary>
/// <param name="Return">The statement.</param>
/// <param name="Promise">What is returned.</param>
/// <param name="Handler">The <c>catch</c> that does not see its rejection; none when there is only a <c>finally</c>.</param>
/// <param name="Cleanup">The <c>finally</c> that runs before the work is done; none when there is none, or it does nothing that the work could need.</param>
public sealed record EarlyReturn(SyntaxNode Return, SyntaxNode Promise, SyntaxNode Handler, SyntaxNode Cleanup)
{
    /// <summary>Whether the <c>catch</c> only adds something to the error and throws it on, so that callers hear of it anyway.</summary>
    public bool ThrowsOn => Handler.Exists && Throwing.AlwaysThrows(Handler);

    /// <summary>The call in the <c>finally</c> that gives a database connection back; none when it frees something else.</summary>
    public SyntaxNode Release { get; init; }
}

/// <summary>Finds returns out of a <c>try</c> that should have been awaited.</summary>
internal static class EarlyReturns
{
    /// <summary>Programs that people write nest less deeply.</summary>
    private const int FarthestTry = 40;

    /// <summary>Those of a file, by position.</summary>
    public static ImmutableArray<EarlyReturn> In(ProjectModel project, Module module)
    {
        var found = ImmutableArray.CreateBuilder<EarlyReturn>();
        for (var index = 0; index < module.Tree.Count; index++)
        {
            var node = module.Tree[index];
            if (node.Is(SyntaxKind.ReturnStatement) && node.FirstChild.Exists && Find(project, node) is { } early)
                found.Add(early);
        }

        return found.ToImmutable();
    }

    private static EarlyReturn? Find(ProjectModel project, SyntaxNode statement)
    {
        SyntaxNode handler = default, cleanup = default;
        var height = 0;
        for (var at = statement; at.Parent.Exists && height < FarthestTry && FunctionLike.From(at) is null; at = at.Parent, height++)
        {
            if (!at.Parent.Is(SyntaxKind.TryStatement))
                continue;
            if (at.Is(SyntaxKind.Block) && !handler.Exists)
                handler = at.Parent.Child(SyntaxKind.CatchClause);
            if (!at.Is(SyntaxKind.FinallyClause) && !cleanup.Exists && at.Parent.Child(SyntaxKind.FinallyClause) is { Exists: true } last && Calls(last))
                cleanup = last;
        }

        if (!handler.Exists && !cleanup.Exists)
            return null;
        var promise = statement.FirstChild.Unwrapped();
        if (promise.Kind is not (SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression or SyntaxKind.ConditionalExpression)
            || project.ThenableOf(promise) is not (Thenable.Promise or Thenable.Lazy) || project.RejectionHandlerOf(promise).Exists || FunctionShape.Enclosing(statement).Has(NodeFlags.Generator))
            return null;
        // A function that calls itself: what is in its "catch" has been done by the inner call.
        if (!cleanup.Exists && project.Types.CalleeOf(promise) is Callee.InProgram { Functions: [var called] } && called == FunctionShape.Enclosing(statement))
            return null;
        return new(statement, promise, handler, cleanup) { Release = cleanup.Exists ? ReleaseIn(project, cleanup) : default };
    }

    private static bool Calls(SyntaxNode cleanup)
    {
        foreach (var node in cleanup.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.CallExpression or SyntaxKind.DeleteExpression)
                return true;
        }

        return false;
    }

    private static SyntaxNode ReleaseIn(ProjectModel project, SyntaxNode cleanup)
    {
        foreach (var node in cleanup.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression) && project.DatabaseCallAt(node)?.Action is DatabaseAction.Release or DatabaseAction.Destroy)
                return node;
        }

        return default;
    }
}
