using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Syntax.TypeScript;

/// <summary>
/// What the comments of a file say of types, in the tags of JSDoc: JavaScript's way to declare them. It is a tree of its own beside the file's,
/// over the same text, in the nodes that TypeScript has for the same thing: <c>@typedef</c> and <c>@callback</c> are TypeAliasDeclarations (in a
/// ModuleDeclaration when the name has dots), <c>@import</c> is an ImportDeclaration, <c>@param</c> a Parameter, <c>@template</c> a TypeParameterList,
/// <c>@type</c> a TypeAnnotation, <c>@overload</c> a FunctionType.
/// </summary>
/// <remarks>
/// Made when first asked for, for the whole file at once. Names in it mean what they mean at the declaration that the comment stands before.
/// Spans are places in the file; children need not stand in their parent's order there, since a tag's type comes before its name.
/// </remarks>
public sealed class Documentation
{
    private readonly int[] nodeOfComment;

    private Documentation(SyntaxTree host, SyntaxTree tree, int[] nodeOfComment)
    {
        Host = host;
        Tree = tree;
        this.nodeOfComment = nodeOfComment;
    }

    /// <summary>The tree of the file that the comments stand in.</summary>
    public SyntaxTree Host { get; }

    /// <summary>The comments' tree; below its root a JSDoc node for each comment with a tag that says something of types.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The types and imports that comments declare for the whole file: TypeAliasDeclarations, ModuleDeclarations around such, and ImportDeclarations, in source order.</summary>
    public IEnumerable<SyntaxNode> Declarations
    {
        get
        {
            foreach (var comment in new NodeList(Tree.Root.FirstChild))
            {
                foreach (var child in new NodeList(comment.FirstChild))
                {
                    if (child.Kind is SyntaxKind.TypeAliasDeclaration or SyntaxKind.ModuleDeclaration or SyntaxKind.ImportDeclaration)
                        yield return child;
                }
            }
        }
    }

    /// <summary>The JSDoc node of a comment of <see cref="SyntaxTree.Comments"/>; none when nothing in it is about types.</summary>
    public SyntaxNode Of(int comment) => nodeOfComment[comment] is >= 0 and var node ? Tree[node] : default;

    /// <summary>Reports whether a comment may hold tags: it begins with <c>/**</c> and has an <c>@</c>.</summary>
    internal static bool MayHoldTags(SyntaxTree tree, Comment comment)
    {
        var text = tree.Text.Span[comment.Span.Start..comment.Span.End];
        return comment.IsBlock && text.Length > 5 && text[2] == '*' && text.EndsWith("*/"u8) && text.Contains((byte)'@');
    }

    internal static Documentation Of(SyntaxTree host)
    {
        var tree = Parser.ParseDocumentation(host, out var nodeOfComment);
        return new(host, tree, nodeOfComment);
    }
}
