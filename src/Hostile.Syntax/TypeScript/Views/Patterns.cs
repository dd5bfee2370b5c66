namespace Hostile.Syntax.TypeScript.Views;

/// <summary><c>{ a, b: c = 1, ...d }</c> or <c>[a, , b]</c> where names are bound.</summary>
public readonly struct BindingPattern(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>BindingElement nodes; in arrays also OmittedExpression.</summary>
    public NodeList Elements => new(node.FirstChild);
    public bool IsArray => node.Kind == SyntaxKind.ArrayBindingPattern;

    public static BindingPattern? From(SyntaxNode node) => node.Kind is SyntaxKind.ObjectBindingPattern or SyntaxKind.ArrayBindingPattern ? new(node) : null;
}

/// <summary><c>a: b = 1</c>, <c>a</c> or <c>...a</c> in a binding pattern.</summary>
public readonly struct BindingElement(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The name before the colon, else none: then the bound name is the property's too.</summary>
    public SyntaxNode PropertyName => node.Child(SyntaxKind.PropertyNamePart).FirstChild;

    /// <summary>What is bound: an Identifier or a nested pattern.</summary>
    public SyntaxNode Name => node.FirstChild.Kind == SyntaxKind.PropertyNamePart ? node.ChildAt(1) : node.FirstChild;
    public SyntaxNode Initializer => node.Child(SyntaxKind.Initializer).FirstChild;
    public bool IsRest => node.Has(NodeFlags.Rest);

    public static BindingElement? From(SyntaxNode node) => node.Kind == SyntaxKind.BindingElement ? new(node) : null;
}

/// <summary>Walks the names that a binding binds.</summary>
public static class BoundNames
{
    extension(SyntaxNode node)
    {
        /// <summary>The Identifiers that an Identifier or pattern binds, in source order; property names and default values are none.</summary>
        public IEnumerable<SyntaxNode> BoundIdentifiers()
        {
            if (node.Kind == SyntaxKind.Identifier)
            {
                yield return node;
                yield break;
            }

            // A stack of our own, since patterns may be nested as deep as the parser allows.
            var pending = new Stack<SyntaxNode>();
            pending.Push(node);
            while (pending.TryPop(out var next))
            {
                if (next.Kind == SyntaxKind.Identifier)
                {
                    yield return next;
                    continue;
                }

                if (BindingPattern.From(next) is not { } pattern)
                    continue;

                var elements = pattern.Node.Children.ToArray();
                for (var i = elements.Length - 1; i >= 0; i--)
                {
                    if (BindingElement.From(elements[i]) is { } element)
                        pending.Push(element.Name);
                }
            }
        }
    }
}
