namespace Hostile.Syntax.TypeScript.Views;

/// <summary>What the comment before a declaration says of its types: <c>/** @param {string} a @returns {Promise&lt;T&gt;} */</c></summary>
public readonly struct JSDoc(SyntaxNode node)
{
    /// <summary>The JSDoc node, in the tree of <see cref="SyntaxTree.Documentation"/>.</summary>
    public SyntaxNode Node => node;

    /// <summary>What <c>@type</c> says, else none.</summary>
    public SyntaxNode Type => node.Child(SyntaxKind.TypeAnnotation).FirstChild;

    /// <summary>What <c>@returns</c> says, else none.</summary>
    public SyntaxNode Returns => node.Child(SyntaxKind.JSDocReturns).FirstChild;

    /// <summary>What <c>@param</c> says of each parameter; each is a <see cref="Parameter"/>.</summary>
    public NodeList Parameters => new(node.FirstChild, SyntaxKind.Parameter);

    /// <summary>The parameters of every <c>@template</c>; each is a <see cref="TypeParameter"/>.</summary>
    public IEnumerable<SyntaxNode> TypeParameters
    {
        get
        {
            foreach (var list in new NodeList(node.FirstChild, SyntaxKind.TypeParameterList))
            {
                foreach (var parameter in new NodeList(list.FirstChild))
                    yield return parameter;
            }
        }
    }

    /// <summary>What <c>@overload</c> says, each a FunctionType: the ways a function may be called, in place of its own parameters.</summary>
    public NodeList Overloads => new(node.FirstChild, SyntaxKind.FunctionType);

    /// <summary>What is said of a declaration, a function expression, a member of an object or class, or an expression in parentheses; null when nothing is.</summary>
    /// <remarks>The comment may stand before what the declaration is part of: that of a function before the variable it is assigned to.</remarks>
    public static JSDoc? Of(SyntaxNode declaration)
    {
        for (var at = declaration; at.Exists; at = Carrier(at))
        {
            if (Before(at) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>What the last comment of the <c>/** */</c> form just before a node says; null when there is none or it says nothing of types.</summary>
    public static JSDoc? Before(SyntaxNode node)
    {
        var tree = node.Tree;
        var start = node.Span.Start;
        for (var comment = LastBefore(tree, start); comment >= 0; comment--)
        {
            var span = tree.Comments[comment].Span;
            if (tree.Text.Span[span.End..start].IndexOfAnyExcept(" \t\r\n"u8) >= 0)
                return null;
            if (tree.Comments[comment].IsBlock && tree.Text.Span[span.Start + 2] == '*')
                return Documentation.MayHoldTags(tree, tree.Comments[comment]) && tree.Documentation.Of(comment) is { Exists: true } found ? new(found) : null;
            start = span.Start;
        }

        return null;
    }

    /// <summary>The type that comments give a parameter: <c>@type</c> before it, or <c>@param</c> before its function, by name, a pattern's by its place.</summary>
    public static SyntaxNode TypeOfParameter(SyntaxNode parameter)
    {
        if (Before(parameter) is { Type: { Exists: true } own })
            return own;
        var function = parameter.Parent.Parent;
        if (Of(function) is not { } said)
            return default;

        var name = parameter.FirstAfterModifiers();
        if (name.Kind == SyntaxKind.Identifier)
        {
            foreach (var tag in said.Parameters)
            {
                if (tag.FirstChild.NameIs(name.NameBytes))
                    return new Parameter(tag).Type;
            }

            return default;
        }

        var place = 0;
        foreach (var other in parameter.Parent.Children)
        {
            if (other == parameter)
                break;
            place++;
        }

        return said.Parameters[place] is { Exists: true } same ? new Parameter(same).Type : default;
    }

    /// <summary>The node whose comment is also this one's, else none.</summary>
    private static SyntaxNode Carrier(SyntaxNode node)
    {
        var parent = node.Parent;
        switch (parent.Kind)
        {
            // "/** … */ const f = () => { }, g": the first one's.
            case SyntaxKind.VariableDeclarationList when parent.FirstChild == node && parent.Parent.Kind == SyntaxKind.VariableStatement:
                return parent.Parent;
            case SyntaxKind.Initializer when IsFunctionOrClass(node) && parent.Parent.Kind is SyntaxKind.VariableDeclaration or SyntaxKind.PropertyDeclaration:
                return parent.Parent;
            case SyntaxKind.ParenthesizedExpression or SyntaxKind.PropertyAssignment or SyntaxKind.ExportAssignment or SyntaxKind.ReturnStatement when IsFunctionOrClass(node):
                return parent;

            // "/** … */ a.b = function () { }"
            case SyntaxKind.BinaryExpression when parent.Operator == TokenKind.Equals && node != parent.FirstChild && parent.Parent.Kind == SyntaxKind.ExpressionStatement:
                return parent.Parent;
            default:
                return default;
        }
    }

    private static bool IsFunctionOrClass(SyntaxNode node) => node.Kind is SyntaxKind.FunctionExpression or SyntaxKind.ArrowFunction
        or SyntaxKind.ClassExpression or SyntaxKind.ParenthesizedExpression;

    /// <summary>The last comment that ends at or before an offset; -1 when there is none.</summary>
    private static int LastBefore(SyntaxTree tree, int offset)
    {
        var low = 0;
        var high = tree.Comments.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (tree.Comments[middle].Span.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
