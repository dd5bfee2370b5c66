using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Oracles;

/// <summary>A node as both trees have it.</summary>
/// <param name="Kind">The kind, in our names.</param>
/// <param name="Role">The wrapper of ours in which it hangs (<see cref="SyntaxKind.TypeAnnotation"/>, <see cref="SyntaxKind.Initializer"/> …), else <see cref="SyntaxKind.Missing"/>.</param>
/// <param name="Depth">Depth among the shared nodes; 0 for a statement of the file.</param>
/// <param name="Start">First byte; 0 for a node without a comparable span.</param>
/// <param name="End">Just past the last byte.</param>
/// <param name="Flags">Modifiers and marks.</param>
/// <param name="Operator">Operator or keyword.</param>
public readonly record struct ComparableNode(SyntaxKind Kind, SyntaxKind Role, int Depth, int Start, int End, NodeFlags Flags, TokenKind Operator)
{
    public override string ToString()
    {
        var text = $"{Kind} {Start}..{End}";
        if (Role != SyntaxKind.Missing)
            text += $" in {Role}";
        if (Flags != NodeFlags.None)
            text += $" [{Flags}]";
        if (Operator != TokenKind.None)
            text += $" {Operator}";
        return text;
    }
}

/// <summary>
/// Our tree in the vocabulary that we share with the compiler; bench/oracles/typescript/trees.mjs says how the layouts differ and does the same for theirs.
/// </summary>
public static class ComparableTree
{
    /// <summary>The shared nodes in preorder, added to <paramref name="nodes"/>.</summary>
    public static void List(SyntaxTree tree, List<ComparableNode> nodes)
    {
        // A stack of our own: a chain of 50,000 operators is that deep.
        var pending = new Stack<Pending>();
        PushChildren(tree.Root, SyntaxKind.Missing, 0);
        while (pending.TryPop(out var next))
        {
            var (node, role, depth) = next;
            if (IsWrapper(node.Kind))
            {
                PushChildren(node, node.Kind, depth);
                continue;
            }

            if (node.Kind == SyntaxKind.Modifier || (node.Kind == SyntaxKind.JsxAttributes && !node.FirstChild.Exists))
                continue;

            var span = node.Kind == SyntaxKind.OmittedExpression ? default : node.Span;
            nodes.Add(new(node.Kind, role, depth, span.Start, span.End, node.Kind == SyntaxKind.JSDocType ? NodeFlags.None : node.Flags & SharedFlags, HasSharedOperator(node.Kind) ? node.Operator : TokenKind.None));
            PushChildren(node, SyntaxKind.Missing, depth + 1);
        }

        void PushChildren(SyntaxNode parent, SyntaxKind role, int depth)
        {
            var children = parent.Children.ToArray();
            for (var i = children.Length - 1; i >= 0; i--)
                pending.Push(new(children[i], role, depth));
        }
    }

    /// <summary>What is wrong with the tree's shape, whatever the compiler says: children inside their parents, in order, without overlap; else null.</summary>
    public static string? Disorder(SyntaxTree tree)
    {
        for (var index = 0; index < tree.Count; index++)
        {
            var node = tree[index];
            var span = node.Span;
            if (span.Start < 0 || span.End < span.Start || span.End > tree.Text.Length)
                return $"{node} lies outside the text";
            var reached = span.Start;
            foreach (var child in node.Children)
            {
                if (child.Index >= index)
                    return $"{child} stands after its parent {node} in the array";
                if (child.Span.Start < reached || child.Span.End > span.End)
                    return $"{child} does not lie in order inside {node}";
                reached = child.Span.End;
            }
        }

        return null;
    }

    private const NodeFlags SharedFlags = ~NodeFlags.HasError;

    private static bool IsWrapper(SyntaxKind kind) => kind is
        SyntaxKind.ForInitializer or SyntaxKind.ForCondition or SyntaxKind.ForIncrement or SyntaxKind.ClassBody or SyntaxKind.InterfaceBody or
        SyntaxKind.FinallyClause or SyntaxKind.TypeParameterList or SyntaxKind.TypeConstraint or SyntaxKind.TypeDefault or SyntaxKind.ParameterList or
        SyntaxKind.TypeAnnotation or SyntaxKind.TypeArgumentList or SyntaxKind.Initializer or SyntaxKind.PropertyNamePart or SyntaxKind.ArgumentList or
        SyntaxKind.MappedNameType;

    private static bool HasSharedOperator(SyntaxKind kind) => kind is
        SyntaxKind.BinaryExpression or SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression or SyntaxKind.TypeOperator or
        SyntaxKind.HeritageClause or SyntaxKind.MetaProperty or SyntaxKind.KeywordType;

    private readonly record struct Pending(SyntaxNode Node, SyntaxKind Role, int Depth);
}
