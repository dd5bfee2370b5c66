namespace Hostile.Syntax.TypeScript.Views;

/// <summary><c>A.B&lt;T&gt;</c> as a type.</summary>
public readonly struct TypeReference(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>An Identifier or QualifiedName.</summary>
    public SyntaxNode Name => node.FirstChild;
    public NodeList Arguments => new(node.Child(SyntaxKind.TypeArgumentList).FirstChild);

    public static TypeReference? From(SyntaxNode node) => node.Kind == SyntaxKind.TypeReference ? new(node) : null;
}

/// <summary><c>A.B</c> among types.</summary>
public readonly struct QualifiedName(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Left => node.FirstChild;
    public SyntaxNode Right => node.ChildAt(1);

    public static QualifiedName? From(SyntaxNode node) => node.Kind == SyntaxKind.QualifiedName ? new(node) : null;
}

/// <summary><c>A | B</c> or <c>A &amp; B</c></summary>
public readonly struct CompositeType(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public NodeList Types => new(node.FirstChild);
    public bool IsUnion => node.Kind == SyntaxKind.UnionType;

    public static CompositeType? From(SyntaxNode node) => node.Kind is SyntaxKind.UnionType or SyntaxKind.IntersectionType ? new(node) : null;
}

/// <summary><c>any</c>, <c>string</c>, <c>void</c> …</summary>
public readonly struct KeywordType(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public TokenKind Keyword => node.Operator;

    public static KeywordType? From(SyntaxNode node) => node.Kind == SyntaxKind.KeywordType ? new(node) : null;
}

/// <summary><c>{ a: T; b(): U }</c> as a type.</summary>
public readonly struct TypeLiteral(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>PropertySignature, MethodSignature, CallSignature, ConstructSignature, IndexSignature, GetAccessor, SetAccessor.</summary>
    public NodeList Members => new(node.FirstChild);

    public static TypeLiteral? From(SyntaxNode node) => node.Kind == SyntaxKind.TypeLiteral ? new(node) : null;
}

/// <summary><c>T[]</c></summary>
public readonly struct ArrayType(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Element => node.FirstChild;

    public static ArrayType? From(SyntaxNode node) => node.Kind == SyntaxKind.ArrayType ? new(node) : null;
}

/// <summary><c>A extends B ? C : D</c></summary>
public readonly struct ConditionalType(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Check => node.FirstChild;
    public SyntaxNode Extends => node.ChildAt(1);
    public SyntaxNode WhenTrue => node.ChildAt(2);
    public SyntaxNode WhenFalse => node.ChildAt(3);

    public static ConditionalType? From(SyntaxNode node) => node.Kind == SyntaxKind.ConditionalType ? new(node) : null;
}

/// <summary><c>keyof T</c>, <c>readonly T</c>, <c>unique symbol</c></summary>
public readonly struct TypeOperator(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public TokenKind Operator => node.Operator;
    public SyntaxNode Type => node.FirstChild;

    public static TypeOperator? From(SyntaxNode node) => node.Kind == SyntaxKind.TypeOperator ? new(node) : null;
}

/// <summary><c>T[K]</c></summary>
public readonly struct IndexedAccessType(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Object => node.FirstChild;
    public SyntaxNode Index => node.ChildAt(1);

    public static IndexedAccessType? From(SyntaxNode node) => node.Kind == SyntaxKind.IndexedAccessType ? new(node) : null;
}

/// <summary><c>typeof a.b</c> as a type.</summary>
public readonly struct TypeQuery(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Name => node.FirstChild;
    public NodeList Arguments => new(node.Child(SyntaxKind.TypeArgumentList).FirstChild);

    public static TypeQuery? From(SyntaxNode node) => node.Kind == SyntaxKind.TypeQuery ? new(node) : null;
}

/// <summary><c>import('m').A&lt;T&gt;</c> as a type.</summary>
public readonly struct ImportType(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>A LiteralType that holds the module's name.</summary>
    public SyntaxNode Argument => node.FirstChild;

    /// <summary>The entity name after the dot, else none.</summary>
    public SyntaxNode Qualifier
    {
        get
        {
            var next = Argument.NextSibling;
            if (next.Kind == SyntaxKind.ImportAttributes)
                next = next.NextSibling;
            return next.Kind is SyntaxKind.Identifier or SyntaxKind.QualifiedName ? next : default;
        }
    }

    public NodeList Arguments => new(node.Child(SyntaxKind.TypeArgumentList).FirstChild);

    public static ImportType? From(SyntaxNode node) => node.Kind == SyntaxKind.ImportType ? new(node) : null;
}

/// <summary><c>A extends B = C</c> in a list of type parameters.</summary>
public readonly struct TypeParameter(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Name => node.Child(SyntaxKind.Identifier);
    public SyntaxNode Constraint => node.Child(SyntaxKind.TypeConstraint).FirstChild;
    public SyntaxNode Default => node.Child(SyntaxKind.TypeDefault).FirstChild;

    public static TypeParameter? From(SyntaxNode node) => node.Kind == SyntaxKind.TypeParameter ? new(node) : null;
}

/// <summary><c>{ readonly [K in T as N]?: V }</c></summary>
public readonly struct MappedType(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Parameter => node.Child(SyntaxKind.TypeParameter);
    public SyntaxNode NameType => node.Child(SyntaxKind.MappedNameType).FirstChild;
    public SyntaxNode Type => node.Child(SyntaxKind.TypeAnnotation).FirstChild;

    public static MappedType? From(SyntaxNode node) => node.Kind == SyntaxKind.MappedType ? new(node) : null;
}

/// <summary>A literal as a type: <c>'a'</c>, <c>-1</c>, <c>null</c>, <c>true</c>.</summary>
public readonly struct LiteralType(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Literal => node.FirstChild;

    public static LiteralType? From(SyntaxNode node) => node.Kind == SyntaxKind.LiteralType ? new(node) : null;
}
