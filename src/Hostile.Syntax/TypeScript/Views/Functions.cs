namespace Hostile.Syntax.TypeScript.Views;

/// <summary>Anything that is called with parameters: functions, arrows, methods, accessors, constructors, and their signatures and types.</summary>
public readonly struct FunctionLike(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The declared name (Identifier, literal, PrivateIdentifier, ComputedPropertyName), else none.</summary>
    public SyntaxNode Name
    {
        get
        {
            var first = node.FirstAfterModifiers();
            return first.Kind is SyntaxKind.TypeParameterList or SyntaxKind.ParameterList ? default : first;
        }
    }

    public NodeList TypeParameters => new(node.Child(SyntaxKind.TypeParameterList).FirstChild);

    /// <summary>The parameters that a call gives arguments to, in their order; each is a <see cref="Parameter"/>. A parameter <c>this</c>, which only has a type, is none.</summary>
    public NodeList Parameters
    {
        get
        {
            var first = node.Child(SyntaxKind.ParameterList).FirstChild;
            return new(first.Exists && first.FirstAfterModifiers().TextIs("this"u8) ? first.NextSibling : first);
        }
    }

    /// <summary>The annotated return type or predicate, else none.</summary>
    public SyntaxNode ReturnType => node.Child(SyntaxKind.TypeAnnotation).FirstChild;

    /// <summary>A Block, an arrow's expression, or none where only the signature is given.</summary>
    public SyntaxNode Body
    {
        get
        {
            var child = node.Child(SyntaxKind.ParameterList).NextSibling;
            return child.Kind == SyntaxKind.TypeAnnotation ? child.NextSibling : child;
        }
    }

    /// <summary>Reports whether the body is an expression that is returned: <c>x => x + 1</c>.</summary>
    public bool HasExpressionBody => Body is { Exists: true } body && body.Kind != SyntaxKind.Block;
    public bool IsAsync => node.Has(NodeFlags.Async);
    public bool IsGenerator => node.Has(NodeFlags.Generator);
    public bool IsArrow => node.Kind == SyntaxKind.ArrowFunction;

    /// <summary>The kinds that have a body or could have one.</summary>
    public static readonly KindSet Kinds = KindSet.Of(SyntaxKind.FunctionDeclaration, SyntaxKind.FunctionExpression, SyntaxKind.ArrowFunction, SyntaxKind.MethodDeclaration, SyntaxKind.Constructor, SyntaxKind.GetAccessor, SyntaxKind.SetAccessor);

    /// <summary>The view of any kind that has a body or could have one; none for signatures and types.</summary>
    public static FunctionLike? From(SyntaxNode node) => node.Kind is SyntaxKind.FunctionDeclaration or SyntaxKind.FunctionExpression
        or SyntaxKind.ArrowFunction or SyntaxKind.MethodDeclaration or SyntaxKind.Constructor or SyntaxKind.GetAccessor
        or SyntaxKind.SetAccessor ? new(node) : null;

    /// <summary>The view of signatures and function types: what says how something is called and has no body.</summary>
    public static FunctionLike? FromSignature(SyntaxNode node) => node.Kind is SyntaxKind.MethodSignature or SyntaxKind.CallSignature
        or SyntaxKind.ConstructSignature or SyntaxKind.FunctionType or SyntaxKind.ConstructorType ? new(node) : null;
}

/// <summary><c>name?: T = x</c> in a parameter list.</summary>
public readonly struct Parameter(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>An Identifier (<c>this</c> too) or a binding pattern.</summary>
    public SyntaxNode Name => node.FirstAfterModifiers();
    public SyntaxNode Type => node.Child(SyntaxKind.TypeAnnotation).FirstChild;
    public SyntaxNode Initializer => node.Child(SyntaxKind.Initializer).FirstChild;
    public NodeList Decorators => new(node.FirstChild, SyntaxKind.Decorator);
    public bool IsRest => node.Has(NodeFlags.Rest);
    public bool IsOptional => node.Has(NodeFlags.Optional);

    /// <summary>Which argument of a call it stands for, from 0; a parameter <c>this</c> before it, which only has a type, stands for none.</summary>
    public int Place
    {
        get
        {
            var place = 0;
            for (var before = node.Parent.FirstChild; before != node; before = before.NextSibling)
                place += before.FirstAfterModifiers().TextIs("this"u8) ? 0 : 1;
            return place;
        }
    }

    /// <summary>Reports whether a constructor's parameter also declares a field: <c>private pool: Pool</c>.</summary>
    public bool IsProperty => (node.Flags & (NodeFlags.Public | NodeFlags.Private | NodeFlags.Protected | NodeFlags.Readonly | NodeFlags.Override)) != 0;

    public static Parameter? From(SyntaxNode node) => node.Kind == SyntaxKind.Parameter ? new(node) : null;
}

/// <summary>What views of declarations share.</summary>
public static class Modifiers
{
    extension(SyntaxNode node)
    {
        /// <summary>The first child that is neither modifier nor decorator.</summary>
        public SyntaxNode FirstAfterModifiers()
        {
            var child = node.FirstChild;
            while (child.Kind is SyntaxKind.Modifier or SyntaxKind.Decorator)
                child = child.NextSibling;
            return child;
        }

        /// <summary>Reports whether the node makes a scope of its own for <c>this</c>, <c>await</c> and <c>return</c>, static blocks included.</summary>
        public bool IsFunctionBoundary() => FunctionLike.From(node) is not null || node.Kind == SyntaxKind.ClassStaticBlockDeclaration;
    }
}
