using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Knowledge;

/// <summary>Finds what is wrong in a knowledge file, so that a misspelt tag is an error with a place and not a silence.</summary>
public static class KnowledgeCheck
{
    /// <summary>All errors of a file in source order: syntax, head (of our own files), tags, and tags that no declaration carries.</summary>
    public static ImmutableArray<TagError> Check(Module module)
    {
        var errors = new List<TagError>();
        foreach (var error in module.Tree.Errors)
            errors.Add(new(new(module.Source, error.Span), error.Message));

        var reader = new TagReader(module, errors);
        var comments = module.Tree.Comments;
        var read = new HashSet<int>();
        if (!module.IsBuiltIn)
        {
            // Whence a repository knows what it teaches is its own affair.
        }
        else if (comments.IsEmpty || comments[0].Span.Start != 0)
        {
            errors.Add(new(new(module.Source, new(0, 0)), "the file begins with a comment that has `@library` and `@source`"));
        }
        else
        {
            reader.CheckHead(comments[0]);
            read.Add(0);
        }

        foreach (var node in module.Tree.Root.DescendantsAndSelf)
        {
            if (!IsDeclaration(node) || reader.CommentBefore(node) is not { } comment || !read.Add(comment.Span.Start))
                continue;
            reader.Read(node);
        }

        foreach (var comment in comments)
        {
            if (!read.Contains(comment.Span.Start) && reader.HasTags(comment))
                errors.Add(new(new(module.Source, comment.Span), "no declaration follows this comment, so its tags mean nothing"));
        }

        return [.. errors.OrderBy(e => e.Place)];
    }

    /// <summary>How many declarations of a file carry tags.</summary>
    public static int CountTagged(Module module)
    {
        var reader = new TagReader(module, null);
        var comments = new HashSet<int>();
        foreach (var node in module.Tree.Root.DescendantsAndSelf)
        {
            if (IsDeclaration(node) && reader.CommentBefore(node) is { } comment && reader.HasTags(comment))
                comments.Add(comment.Span.Start);
        }

        return comments.Count;
    }

    private static bool IsDeclaration(SyntaxNode node) => node.Kind is SyntaxKind.FunctionDeclaration or SyntaxKind.MethodDeclaration or SyntaxKind.MethodSignature
        or SyntaxKind.Constructor or SyntaxKind.CallSignature or SyntaxKind.GetAccessor or SyntaxKind.ClassDeclaration or SyntaxKind.InterfaceDeclaration
        or SyntaxKind.PropertySignature or SyntaxKind.PropertyDeclaration or SyntaxKind.IndexSignature or SyntaxKind.VariableDeclaration or SyntaxKind.TypeAliasDeclaration;
}
