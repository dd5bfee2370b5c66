namespace Hostile.Syntax.TypeScript.Views;

/// <summary><c>f(x)</c>, <c>a?.b(x)</c>, <c>import(x)</c>, <c>super(x)</c></summary>
public readonly struct CallExpression(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Callee => node.FirstChild;
    public NodeList TypeArguments => new(node.Child(SyntaxKind.TypeArgumentList).FirstChild);

    /// <summary>Expressions and SpreadElement nodes.</summary>
    public NodeList Arguments => new(node.Child(SyntaxKind.ArgumentList).FirstChild);

    /// <summary><c>f?.(x)</c>: the call itself may be skipped. In <c>a?.f(x)</c> the mark is on the access.</summary>
    public bool IsOptional => node.Has(NodeFlags.Optional);
    public bool IsImport => Callee.Kind == SyntaxKind.ImportKeyword;

    public static CallExpression? From(SyntaxNode node) => node.Kind == SyntaxKind.CallExpression ? new(node) : null;
}

/// <summary><c>new C(x)</c></summary>
public readonly struct NewExpression(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Callee => node.FirstChild;
    public NodeList TypeArguments => new(node.Child(SyntaxKind.TypeArgumentList).FirstChild);
    public NodeList Arguments => new(node.Child(SyntaxKind.ArgumentList).FirstChild);

    public static NewExpression? From(SyntaxNode node) => node.Kind == SyntaxKind.NewExpression ? new(node) : null;
}

/// <summary><c>a.b</c> and <c>a?.b</c></summary>
public readonly struct PropertyAccess(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Target => node.FirstChild;

    /// <summary>An Identifier or PrivateIdentifier.</summary>
    public SyntaxNode Name => node.ChildAt(1);
    public bool IsOptional => node.Has(NodeFlags.Optional);

    public static PropertyAccess? From(SyntaxNode node) => node.Kind == SyntaxKind.PropertyAccessExpression ? new(node) : null;
}

/// <summary><c>a[b]</c> and <c>a?.[b]</c></summary>
public readonly struct ElementAccess(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Target => node.FirstChild;
    public SyntaxNode Argument => node.ChildAt(1);
    public bool IsOptional => node.Has(NodeFlags.Optional);

    public static ElementAccess? From(SyntaxNode node) => node.Kind == SyntaxKind.ElementAccessExpression ? new(node) : null;
}

/// <summary><c>await x</c></summary>
public readonly struct AwaitExpression(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Operand => node.FirstChild;

    public static AwaitExpression? From(SyntaxNode node) => node.Kind == SyntaxKind.AwaitExpression ? new(node) : null;
}

/// <summary><c>yield x</c> and <c>yield* x</c></summary>
public readonly struct YieldExpression(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>What is yielded, else none.</summary>
    public SyntaxNode Operand => node.FirstChild;
    public bool IsDelegate => node.Has(NodeFlags.Delegate);

    public static YieldExpression? From(SyntaxNode node) => node.Kind == SyntaxKind.YieldExpression ? new(node) : null;
}

/// <summary><c>a + b</c>, <c>a = b</c>, <c>a, b</c>. Chains are nested on the left and may be long: walk them by a loop.</summary>
public readonly struct BinaryExpression(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Left => node.FirstChild;
    public TokenKind Operator => node.Operator;
    public SyntaxNode Right => node.ChildAt(1);

    /// <summary>Reports whether the operator is <c>=</c> or one like <c>+=</c> or <c>??=</c>.</summary>
    public bool IsAssignment => node.Operator is >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals;

    /// <summary>Reports whether the right side may stay unevaluated: <c>&amp;&amp;</c>, <c>||</c>, <c>??</c> and their assignments.</summary>
    public bool IsShortCircuit => node.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.QuestionQuestion
        or TokenKind.AmpersandAmpersandEquals or TokenKind.BarBarEquals or TokenKind.QuestionQuestionEquals;

    public static BinaryExpression? From(SyntaxNode node) => node.Kind == SyntaxKind.BinaryExpression ? new(node) : null;
}

/// <summary><c>!a</c>, <c>-a</c>, <c>++a</c>, <c>a--</c></summary>
public readonly struct UnaryExpression(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Operand => node.FirstChild;
    public TokenKind Operator => node.Operator;
    public bool IsPostfix => node.Kind == SyntaxKind.PostfixUnaryExpression;

    /// <summary>Reports whether the operand is written: <c>++</c> and <c>--</c>.</summary>
    public bool IsUpdate => node.Operator is TokenKind.PlusPlus or TokenKind.MinusMinus;

    public static UnaryExpression? From(SyntaxNode node) => node.Kind is SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression ? new(node) : null;
}

/// <summary><c>a ? b : c</c></summary>
public readonly struct ConditionalExpression(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Condition => node.FirstChild;
    public SyntaxNode WhenTrue => node.ChildAt(1);
    public SyntaxNode WhenFalse => node.ChildAt(2);

    public static ConditionalExpression? From(SyntaxNode node) => node.Kind == SyntaxKind.ConditionalExpression ? new(node) : null;
}

/// <summary><c>[a, ...b]</c> as a value.</summary>
public readonly struct ArrayLiteral(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public NodeList Elements => new(node.FirstChild);

    public static ArrayLiteral? From(SyntaxNode node) => node.Kind == SyntaxKind.ArrayLiteralExpression ? new(node) : null;
}

/// <summary><c>{ a: 1, b, ...c, d() { } }</c> as a value.</summary>
public readonly struct ObjectLiteral(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>PropertyAssignment, ShorthandPropertyAssignment, SpreadAssignment, MethodDeclaration, GetAccessor, SetAccessor.</summary>
    public NodeList Properties => new(node.FirstChild);

    /// <summary>The value given to a property under a plain name; the last one counts. None when absent, a method, or hidden in a spread.</summary>
    public SyntaxNode Property(ReadOnlySpan<byte> name)
    {
        var found = default(SyntaxNode);
        foreach (var property in Properties)
        {
            if (PropertyAssignment.From(property) is { } assignment && assignment.Name.NameIs(name))
                found = assignment.Value;
        }

        return found;
    }

    public static ObjectLiteral? From(SyntaxNode node) => node.Kind == SyntaxKind.ObjectLiteralExpression ? new(node) : null;
}

/// <summary><c>a: x</c>, or the shorthand <c>a</c>, in an object literal.</summary>
public readonly struct PropertyAssignment(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Name => node.FirstAfterModifiers();

    /// <summary>The value; of a shorthand, its Identifier.</summary>
    public SyntaxNode Value => IsShorthand ? Name : Name.NextSibling;
    public bool IsShorthand => node.Kind == SyntaxKind.ShorthandPropertyAssignment;

    public static PropertyAssignment? From(SyntaxNode node) => node.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment ? new(node) : null;
}

/// <summary>An expression that only says something about the type of the inner one: <c>x as T</c>, <c>x satisfies T</c>, <c>&lt;T&gt;x</c>, <c>x!</c>, <c>(x)</c>.</summary>
public readonly struct TransparentExpression(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Expression => node.Kind == SyntaxKind.TypeAssertionExpression ? node.ChildAt(1) : node.FirstChild;

    /// <summary>The type that is named, else none.</summary>
    public SyntaxNode Type => node.Kind switch
    {
        SyntaxKind.TypeAssertionExpression => node.FirstChild,
        SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression => node.ChildAt(1),
        _ => default,
    };

    public static TransparentExpression? From(SyntaxNode node) => node.Kind is SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression
        or SyntaxKind.TypeAssertionExpression or SyntaxKind.NonNullExpression or SyntaxKind.ParenthesizedExpression ? new(node) : null;
}

/// <summary>What expressions share.</summary>
public static class ExpressionNodes
{
    extension(SyntaxNode node)
    {
        /// <summary>The expression inside any parentheses, assertions and <c>!</c> marks.</summary>
        public SyntaxNode Unwrapped()
        {
            var inner = node;
            while (TransparentExpression.From(inner) is { } transparent)
                inner = transparent.Expression;
            return inner;
        }

        /// <summary>The expression together with any parentheses, assertions and <c>!</c> marks around it: the way back from <see cref="Unwrapped"/>.</summary>
        public SyntaxNode Wrapped()
        {
            var outer = node;
            while (TransparentExpression.From(outer.Parent) is not null)
                outer = outer.Parent;
            return outer;
        }

        /// <summary>The operand of <c>delete</c>, <c>typeof</c>, <c>void</c>, <c>...</c> and <c>await</c>, else none.</summary>
        public SyntaxNode Operand() => node.Kind is SyntaxKind.DeleteExpression or SyntaxKind.TypeOfExpression or SyntaxKind.VoidExpression
            or SyntaxKind.AwaitExpression or SyntaxKind.SpreadElement or SyntaxKind.SpreadAssignment ? node.FirstChild : default;
    }
}
