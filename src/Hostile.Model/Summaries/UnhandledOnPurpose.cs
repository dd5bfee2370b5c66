using System.Text;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Comments that say of a promise that nobody takes its rejection, and that this is meant.</summary>
internal static class UnhandledOnPurpose
{
    private static readonly string[] Events = ["unhandled rejection", "unhandledrejection", "crash", "exit"];
    private static readonly string[] Intents = ["should", "want", "on purpose", "intentional", "deliberate", "meant to"];

    /// <summary>Whether one stands on the statement's line, or above it with nothing between them but statements that are mere calls, too.</summary>
    public static bool IsSaidOf(SyntaxNode promise)
    {
        var statement = promise;
        while (statement.Parent.Exists && !statement.Parent.Is(SyntaxKind.Block) && !statement.Parent.Is(SyntaxKind.SourceFile))
            statement = statement.Parent;
        var text = promise.Tree.Text.Span;
        for (var i = promise.Tree.Comments.Length - 1; i >= 0; i--)
        {
            var comment = promise.Tree.Comments[i].Span;
            if (comment.Start >= statement.Span.End)
            {
                if (text[statement.Span.End..comment.Start].Contains((byte)'\n') || !Says(promise.Tree, comment.Start, comment.End))
                    continue;
                return true;
            }

            // What stands behind other code speaks of that.
            var line = text[..comment.Start].LastIndexOf((byte)'\n') + 1;
            if (comment.End <= statement.Span.Start && !text[line..comment.Start].Trim(" \t\r"u8).IsEmpty)
                continue;
            return comment.End <= statement.Span.Start && AreCallsBetween(statement, comment.End) && Says(promise.Tree, comment.Start, comment.End);
        }

        return false;
    }

    private static bool AreCallsBetween(SyntaxNode statement, int from)
    {
        var first = statement.Parent.FirstChild;
        while (first.Span.Start < from)
            first = first.NextSibling;
        // The comment stands on a line of its own, above the first of them.
        if (first.Tree.Text.Span[from..first.Span.Start].Count((byte)'\n') != 1)
            return false;
        for (var at = first; at != statement; at = at.NextSibling)
        {
            if (!at.Is(SyntaxKind.ExpressionStatement) || !at.FirstChild.Unwrapped().Is(SyntaxKind.CallExpression) || at.Tree.Text.Span[at.Span.End..at.NextSibling.Span.Start].Count((byte)'\n') > 1)
                return false;
        }

        return true;
    }

    private static bool Says(SyntaxTree tree, int start, int end)
    {
        var text = Encoding.UTF8.GetString(tree.Text.Span[start..end]);
        return Events.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) && text.Contains("unhandled", StringComparison.OrdinalIgnoreCase) && Intents.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
