using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    private static readonly Name UndefinedName = Name.Of("undefined");

    /// <summary>Cheap answers are computed anew; those that walk further are remembered.</summary>
    private LightType OfExpression(SyntaxNode node)
    {
        switch (node.Kind)
        {
            case SyntaxKind.Identifier:
                return OfIdentifier(node);
            case SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral:
                return new LightType.Literal(PrimitiveKind.String, new StringLiteral(node).Value);
            case SyntaxKind.TemplateExpression:
                return LightType.String;
            case SyntaxKind.NumericLiteral:
                return new LightType.Literal(PrimitiveKind.Number, node.Text);
            case SyntaxKind.BigIntLiteral:
                return LightType.BigInt;
            case SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword:
                return new LightType.Literal(PrimitiveKind.Boolean, node.Text);
            case SyntaxKind.NullKeyword:
                return LightType.Null;
            case SyntaxKind.ObjectLiteralExpression:
                return new LightType.Shape(node, Substitution.None);
            case SyntaxKind.FunctionExpression or SyntaxKind.ArrowFunction:
                return new LightType.Function([node], Substitution.None);
            case SyntaxKind.ClassExpression:
                return ModuleOf(node).SymbolOfDeclaration(node) is { Exists: true } named ? new LightType.ClassConstructor(named) : LightType.Unknown;
            case SyntaxKind.ThisKeyword:
                return OfThis(node);
            case SyntaxKind.SuperKeyword:
                return node.Ancestor(SyntaxKind.ClassBody).Parent is { Exists: true } owner ? InstanceOf(Remember(owner)) : LightType.Unknown;
            case SyntaxKind.ParenthesizedExpression or SyntaxKind.SatisfiesExpression:
                return TypeOf(node.FirstChild);
            case SyntaxKind.NonNullExpression:
                return TypeOf(node.FirstChild).NonNullish();
            case SyntaxKind.AwaitExpression:
                return TypeOf(node.FirstChild).Awaited();
            case SyntaxKind.VoidExpression:
                return LightType.Undefined;
            case SyntaxKind.TypeOfExpression:
                return LightType.String;
            case SyntaxKind.DeleteExpression:
                return LightType.Boolean;
            case SyntaxKind.PrefixUnaryExpression:
                return node.Operator is TokenKind.Exclamation ? LightType.Boolean : LightType.Number;
            case SyntaxKind.PostfixUnaryExpression:
                return LightType.Number;
            case SyntaxKind.AsExpression:
                return IsConst(node.ChildAt(1)) ? TypeOf(node.FirstChild) : Denoted(node.ChildAt(1));
            case SyntaxKind.TypeAssertionExpression:
                return IsConst(node.FirstChild) ? TypeOf(node.ChildAt(1)) : Denoted(node.FirstChild);
            case SyntaxKind.PropertyAssignment:
                return TypeOf(node.ChildAt(1));
            case SyntaxKind.ShorthandPropertyAssignment:
                return TypeOf(node.FirstChild);
            case SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.CallExpression or SyntaxKind.NewExpression
                or SyntaxKind.TaggedTemplateExpression or SyntaxKind.BinaryExpression or SyntaxKind.ConditionalExpression or SyntaxKind.ArrayLiteralExpression:
                return Remember(node);
            case SyntaxKind.VariableDeclaration or SyntaxKind.BindingElement or SyntaxKind.Parameter or SyntaxKind.PropertyDeclaration or SyntaxKind.PropertySignature:
                return Remember(node);
            case SyntaxKind.MethodDeclaration or SyntaxKind.FunctionDeclaration or SyntaxKind.MethodSignature:
                return new LightType.Function([node], Substitution.None);
            default:
                return LightType.Unknown;
        }
    }

    private LightType ComputeExpression(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.PropertyAccessExpression => OfPropertyAccess(node),
        SyntaxKind.ElementAccessExpression => OfElementAccess(node),
        SyntaxKind.CallExpression => OfCall(node),
        SyntaxKind.NewExpression => OfNew(node),
        SyntaxKind.TaggedTemplateExpression => OfTagged(node),
        SyntaxKind.BinaryExpression => OfBinary(node),
        SyntaxKind.ConditionalExpression => LightType.AnyOf(TypeOf(node.ChildAt(1)), TypeOf(node.ChildAt(2))),
        SyntaxKind.ArrayLiteralExpression => OfArray(node),
        _ => LightType.Unknown,
    };

    private LightType OfIdentifier(SyntaxNode node)
    {
        var module = ModuleOf(node);
        var local = module.LocalSymbolOf(node);
        if (local.Exists)
            return TypeOf(local);
        var name = module.NameOf(node);
        return name == UndefinedName ? LightType.Undefined : TypeOf(bindings.Global(name));
    }

    private LightType OfThis(SyntaxNode node)
    {
        for (var at = node.Parent; at.Exists; at = at.Parent)
        {
            switch (at.Kind)
            {
                case SyntaxKind.FunctionExpression or SyntaxKind.FunctionDeclaration:
                    return DeclaredThis(at);
                case SyntaxKind.MethodDeclaration or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor when at.Parent.Kind is SyntaxKind.ObjectLiteralExpression:
                    return new LightType.Shape(at.Parent, Substitution.None);
                case SyntaxKind.MethodDeclaration or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor or SyntaxKind.PropertyDeclaration
                    or SyntaxKind.Constructor or SyntaxKind.ClassStaticBlockDeclaration when at.Parent.Kind is SyntaxKind.ClassBody:
                    var symbol = ClassSymbol(at.Parent.Parent);
                    if (!symbol.Exists)
                        return LightType.Unknown;
                    return at.Has(NodeFlags.Static) || at.Kind is SyntaxKind.ClassStaticBlockDeclaration
                        ? new LightType.ClassConstructor(symbol)
                        : new LightType.Instance(symbol, [.. TypeParametersOf(symbol).Select(p => (LightType)new LightType.TypeParameter(p))]);
            }
        }

        return LightType.Unknown;
    }

    /// <summary><c>function connect(this: Adapter)</c>, or the function type that is wanted there says so.</summary>
    private LightType DeclaredThis(SyntaxNode function)
    {
        if (ThisParameter(function) is { Exists: true } own)
            return Remember(own);
        return function.Kind is SyntaxKind.FunctionExpression && Expected(function).NonNullish() is LightType.Function wanted && ThisParameter(wanted.Declarations[0]) is { Exists: true } given
            ? Remember(given).Substitute(wanted.With)
            : LightType.Unknown;
    }

    private static SyntaxNode ThisParameter(SyntaxNode function) =>
        function.Child(SyntaxKind.ParameterList).FirstChild is { Exists: true } first && first.FirstAfterModifiers().TextIs("this"u8) ? first : default;

    /// <summary>The class's symbol; a nameless <c>export default class</c> has one too.</summary>
    private Symbol ClassSymbol(SyntaxNode classNode)
    {
        var module = ModuleOf(classNode);
        if (module.SymbolOfDeclaration(classNode) is { Exists: true } named)
            return named;
        return bindings.Export(module.Exports, Name.Of("default")).Symbol is { Exists: true } symbol && symbol.Declaration == classNode ? symbol : default;
    }

    private LightType OfPropertyAccess(SyntaxNode node)
    {
        var target = TypeOf(node.FirstChild);
        var type = OfProperty(target, NameAt(node.ChildAt(1)));
        return node.Has(NodeFlags.Optional) && !type.IsUnknown && target.Alternatives.Any(m => m.IsNullish) ? LightType.AnyOf(type, LightType.Undefined) : type;
    }

    private LightType OfElementAccess(SyntaxNode node)
    {
        var target = TypeOf(node.FirstChild).NonNullish();
        var index = node.ChildAt(1);
        switch (index.Kind)
        {
            case SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral:
                return OfProperty(target, NameAt(index));
            case SyntaxKind.NumericLiteral when int.TryParse(index.Text, out var place):
                return ElementAt(target, place);
            default:
                var element = target.Element();
                return element.IsUnknown ? IndexSignatureOf(target) : element;
        }
    }

    private LightType ElementAt(LightType type, int place) => type switch
    {
        LightType.Tuple tuple => place < tuple.Elements.Length ? tuple.Elements[place] : LightType.Undefined,
        LightType.Array array => array.Of,
        LightType.Union union => LightType.AnyOf(union.Members.Where(m => !m.IsNullish).Select(m => ElementAt(m, place))),
        _ => IndexSignatureOf(type),
    };

    private LightType OfArray(SyntaxNode literal)
    {
        var types = new List<LightType>();
        foreach (var element in literal.Children)
        {
            if (element.Kind is SyntaxKind.SpreadElement)
                types.Add(Iterated(TypeOf(element.FirstChild), isAsync: false).Widened());
            else if (element.Kind is not SyntaxKind.OmittedExpression)
                types.Add(TypeOf(element).Widened());
        }

        return new LightType.Array(types.Count == 0 ? LightType.Unknown : LightType.AnyOf(types));
    }

    private LightType AsTuple(SyntaxNode literal)
    {
        var types = ImmutableArray.CreateBuilder<LightType>();
        foreach (var element in literal.Children)
        {
            if (element.Kind is SyntaxKind.SpreadElement)
                return TypeOf(literal);
            types.Add(TypeOf(element).Widened());
        }

        return new LightType.Tuple(types.ToImmutable());
    }

    private LightType OfBinary(SyntaxNode node)
    {
        switch (node.Operator)
        {
            case TokenKind.Equals or TokenKind.Comma:
                return TypeOf(node.ChildAt(1));
            case TokenKind.AmpersandAmpersand:
                var left = TypeOf(node.FirstChild);
                var right = TypeOf(node.ChildAt(1));
                return left.IsUnknown ? right : LightType.AnyOf([.. left.Alternatives.Where(m => m.IsNullish), right]);
            case TokenKind.BarBar or TokenKind.QuestionQuestion or TokenKind.BarBarEquals or TokenKind.QuestionQuestionEquals:
                return LightType.AnyOf(TypeOf(node.FirstChild).NonNullish(), TypeOf(node.ChildAt(1)));
            case TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals
                or TokenKind.LessThan or TokenKind.GreaterThan or TokenKind.LessThanEquals or TokenKind.GreaterThanEquals or TokenKind.In or TokenKind.InstanceOf:
                return LightType.Boolean;
            case TokenKind.Plus:
                return OfSum(node);
            case TokenKind.Minus or TokenKind.Asterisk or TokenKind.Slash or TokenKind.Percent or TokenKind.AsteriskAsterisk:
                return OfArithmetic(node);
            default:
                return LightType.Unknown;
        }
    }

    /// <summary>A string as soon as one part is; chains are nested on the left and long, so they are walked, not recursed into.</summary>
    private LightType OfSum(SyntaxNode node)
    {
        var allNumbers = true;
        var at = node;
        while (at is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Plus })
        {
            var right = TypeOf(at.ChildAt(1)).Widened();
            if (right.Equals(LightType.String))
                return LightType.String;
            allNumbers &= right.Equals(LightType.Number);
            at = at.FirstChild;
        }

        var first = TypeOf(at).Widened();
        return first.Equals(LightType.String) ? first : allNumbers && first.Equals(LightType.Number) ? first : LightType.Unknown;
    }

    private LightType OfArithmetic(SyntaxNode node)
    {
        var right = TypeOf(node.ChildAt(1)).Widened();
        return right.Equals(LightType.Number) ? LightType.Number : right.Equals(LightType.BigInt) ? LightType.BigInt : LightType.Unknown;
    }

    private static bool IsConst(SyntaxNode type) => type.Kind is SyntaxKind.TypeReference && type.TextIs("const"u8);

    /// <summary>
    /// The type that the surroundings want of an expression: the parameter it is an argument for, the annotation of the variable or property it initialises.
    /// </summary>
    private LightType Expected(SyntaxNode expression)
    {
        var parent = expression.Parent;
        switch (parent.Kind)
        {
            case SyntaxKind.ParenthesizedExpression or SyntaxKind.ConditionalExpression:
                return Expected(parent);
            case SyntaxKind.ArgumentList:
                var place = 0;
                for (var child = parent.FirstChild; child != expression; child = child.NextSibling)
                    place++;
                return ExpectedArgument(parent.Parent, place);
            case SyntaxKind.Initializer:
                return parent.Parent.Child(SyntaxKind.TypeAnnotation) is { Exists: true } annotation ? Denoted(annotation) : LightType.Unknown;
            case SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression:
                return Denoted(parent.ChildAt(1));
            case SyntaxKind.PropertyAssignment:
                return OfProperty(Expected(parent.Parent), NameAt(parent.FirstChild));
            case SyntaxKind.ObjectLiteralExpression when expression.Kind is SyntaxKind.MethodDeclaration:
                return OfProperty(Expected(parent), NameAt(expression.FirstAfterModifiers()));
            case SyntaxKind.ArrayLiteralExpression:
                return Expected(parent).Element();
            case SyntaxKind.ReturnStatement:
                var function = parent.Parent;
                while (function.Exists && !IsFunction(function.Kind))
                    function = function.Parent;
                return function.Child(SyntaxKind.TypeAnnotation) is { Exists: true } returns ? Denoted(returns).Awaited() : LightType.Unknown;
            case SyntaxKind.BinaryExpression when parent.Operator is TokenKind.Equals && parent.FirstChild != expression:
                return TypeOf(parent.FirstChild);
            default:
                return LightType.Unknown;
        }
    }
}
