namespace Hostile.Syntax.TypeScript.Views;

/// <summary>A class, declared or as an expression.</summary>
public readonly struct ClassLike(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The Identifier, else none.</summary>
    public SyntaxNode Name => node.Child(SyntaxKind.Identifier);
    public NodeList TypeParameters => new(node.Child(SyntaxKind.TypeParameterList).FirstChild);
    public NodeList Decorators => new(node.FirstChild, SyntaxKind.Decorator);

    /// <summary>The clauses; each is a <see cref="Heritage"/>.</summary>
    public NodeList HeritageClauses => new(node.FirstChild, SyntaxKind.HeritageClause);

    /// <summary>The expression after <c>extends</c>, else none.</summary>
    public SyntaxNode Extends
    {
        get
        {
            foreach (var clause in HeritageClauses)
            {
                if (clause.Operator == TokenKind.Extends)
                    return clause.FirstChild.FirstChild;
            }

            return default;
        }
    }

    /// <summary>PropertyDeclaration, MethodDeclaration, Constructor, accessors, IndexSignature, ClassStaticBlockDeclaration, SemicolonClassElement.</summary>
    public NodeList Members => new(node.Child(SyntaxKind.ClassBody).FirstChild);
    public bool IsAbstract => node.Has(NodeFlags.Abstract);

    public static ClassLike? From(SyntaxNode node) => node.Kind is SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression ? new(node) : null;
}

/// <summary><c>extends A&lt;T&gt;</c> or <c>implements A, B</c>.</summary>
public readonly struct Heritage(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public bool IsExtends => node.Operator == TokenKind.Extends;

    /// <summary>ExpressionWithTypeArguments nodes.</summary>
    public NodeList Types => new(node.FirstChild);

    public static Heritage? From(SyntaxNode node) => node.Kind == SyntaxKind.HeritageClause ? new(node) : null;
}

/// <summary>A field: <c>static readonly a?: T = x</c>; also a property of an interface or type literal.</summary>
public readonly struct PropertyMember(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Name => node.FirstAfterModifiers();
    public SyntaxNode Type => node.Child(SyntaxKind.TypeAnnotation).FirstChild;
    public SyntaxNode Initializer => node.Child(SyntaxKind.Initializer).FirstChild;
    public NodeList Decorators => new(node.FirstChild, SyntaxKind.Decorator);
    public bool IsStatic => node.Has(NodeFlags.Static);
    public bool IsReadonly => node.Has(NodeFlags.Readonly);
    public bool IsOptional => node.Has(NodeFlags.Optional);

    public static PropertyMember? From(SyntaxNode node) => node.Kind is SyntaxKind.PropertyDeclaration or SyntaxKind.PropertySignature ? new(node) : null;
}

/// <summary><c>@expression</c> before a class, member or parameter.</summary>
public readonly struct Decorator(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>What follows the <c>@</c>: a name, a member access or a call.</summary>
    public SyntaxNode Expression => node.FirstChild;

    public static Decorator? From(SyntaxNode node) => node.Kind == SyntaxKind.Decorator ? new(node) : null;
}

/// <summary><c>interface A extends B { … }</c></summary>
public readonly struct InterfaceDeclaration(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Name => node.Child(SyntaxKind.Identifier);
    public NodeList TypeParameters => new(node.Child(SyntaxKind.TypeParameterList).FirstChild);
    public NodeList HeritageClauses => new(node.FirstChild, SyntaxKind.HeritageClause);
    public NodeList Members => new(node.Child(SyntaxKind.InterfaceBody).FirstChild);

    public static InterfaceDeclaration? From(SyntaxNode node) => node.Kind == SyntaxKind.InterfaceDeclaration ? new(node) : null;
}

/// <summary><c>type A&lt;T&gt; = …</c></summary>
public readonly struct TypeAliasDeclaration(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Name => node.Child(SyntaxKind.Identifier);
    public NodeList TypeParameters => new(node.Child(SyntaxKind.TypeParameterList).FirstChild);

    public SyntaxNode Type
    {
        get
        {
            var next = Name.NextSibling;
            return next.Kind == SyntaxKind.TypeParameterList ? next.NextSibling : next;
        }
    }

    public static TypeAliasDeclaration? From(SyntaxNode node) => node.Kind == SyntaxKind.TypeAliasDeclaration ? new(node) : null;
}

/// <summary><c>enum A { B = 1 }</c></summary>
public readonly struct EnumDeclaration(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Name => node.Child(SyntaxKind.Identifier);

    /// <summary>The members; each is an <see cref="EnumMember"/>.</summary>
    public NodeList Members => new(node.FirstChild, SyntaxKind.EnumMember);

    public static EnumDeclaration? From(SyntaxNode node) => node.Kind == SyntaxKind.EnumDeclaration ? new(node) : null;
}

/// <summary><c>B = 1</c> in an enum.</summary>
public readonly struct EnumMember(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Name => node.FirstChild;
    public SyntaxNode Initializer => node.Child(SyntaxKind.Initializer).FirstChild;

    public static EnumMember? From(SyntaxNode node) => node.Kind == SyntaxKind.EnumMember ? new(node) : null;
}
