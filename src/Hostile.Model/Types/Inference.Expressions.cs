using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    private static readonly Name UndefinedName = Name.Of("undefined");
    private static readonly Name ThisTypeName = Name.Of("ThisType");
    private static readonly Name RegExpName = Name.Of("RegExp");
    private static readonly Name ImportMetaName = Name.Of("ImportMeta");

    /// <summary>Cheap answers are computed anew; those that walk further are remembered.</summary>
    private LightType OfExpression(SyntaxNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return Evaluation.Of(this).Spoil();
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
                return node.Ancestor(SyntaxKind.ClassBody).Parent is { Exists: true } owner ? ParentsOf(owner).FirstOrDefault() ?? LightType.Unknown : LightType.Unknown;
            case SyntaxKind.ParenthesizedExpression or SyntaxKind.SatisfiesExpression:
                return TypeOf(node.FirstChild);
            case SyntaxKind.NonNullExpression:
                return TypeOf(node.FirstChild).NonNullish();
            case SyntaxKind.AwaitExpression:
                return AwaitedOf(TypeOf(node.FirstChild));
            case SyntaxKind.RegularExpressionLiteral:
                return bindings.Global(RegExpName) is { Exists: true } expression ? InstanceOf(expression, []) : LightType.Unknown;
            case SyntaxKind.JsxElement or SyntaxKind.JsxSelfClosingElement or SyntaxKind.JsxFragment:
                return LightType.AnyObject;
            case SyntaxKind.MetaProperty:
                return node.Operator is TokenKind.Import && bindings.Global(ImportMetaName) is { Exists: true } meta ? InstanceOf(meta, []) : LightType.Unknown;
            case SyntaxKind.VoidExpression:
                return LightType.Undefined;
            case SyntaxKind.TypeOfExpression:
                return LightType.String;
            case SyntaxKind.DeleteExpression:
                return LightType.Boolean;
            case SyntaxKind.PrefixUnaryExpression:
                return node.Operator is TokenKind.Exclamation ? LightType.Boolean : TypeOf(node.FirstChild) is LightType.Primitive { Kind: PrimitiveKind.BigInt } big ? big : LightType.Number;
            case SyntaxKind.PostfixUnaryExpression:
                return LightType.Number;
            case SyntaxKind.AsExpression:
                return Asserted(node.FirstChild, node.ChildAt(1));
            case SyntaxKind.TypeAssertionExpression:
                return Asserted(node.ChildAt(1), node.FirstChild);
            case SyntaxKind.PropertyAssignment:
                return TypeOf(node.ChildAt(1));
            case SyntaxKind.ShorthandPropertyAssignment:
                return TypeOf(node.FirstChild);
            case SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.CallExpression or SyntaxKind.NewExpression
                or SyntaxKind.TaggedTemplateExpression or SyntaxKind.BinaryExpression or SyntaxKind.ConditionalExpression or SyntaxKind.ArrayLiteralExpression:
                return Remember(node);
            case SyntaxKind.VariableDeclaration or SyntaxKind.BindingElement or SyntaxKind.Parameter or SyntaxKind.PropertyDeclaration or SyntaxKind.PropertySignature:
                return Remember(node);
            case SyntaxKind.GetAccessor:
                return Remember(node);
            case SyntaxKind.MethodDeclaration or SyntaxKind.FunctionDeclaration or SyntaxKind.MethodSignature:
                return new LightType.Function([node], Substitution.None);
            default:
                return LightType.Unknown;
        }
    }

    private LightType ComputeExpression(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Identifier => Narrowed(node, DeclaredTypeOf(node)),
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

    /// <summary>What is asserted of a value; <c>as any</c>, <c>as const</c> and a name that leads out of sight leave it what it is.</summary>
    private LightType Asserted(SyntaxNode value, SyntaxNode type)
    {
        if (IsConst(type) || type.TextIs("any"u8))
            return TypeOf(value);
        var said = Denoted(type);
        return said is { IsUnknown: true, IsOpen: false } && type.Is(SyntaxKind.TypeReference) ? TypeOf(value) : said;
    }

    private LightType OfIdentifier(SyntaxNode node)
    {
        var declared = DeclaredTypeOf(node);
        return CanNarrow(declared) && !ModuleOf(node).IsWrite(node) ? Remember(node) : declared;
    }

    private LightType DeclaredTypeOf(SyntaxNode node)
    {
        var module = ModuleOf(node);
        var local = module.LocalSymbolOf(node);
        if (local.Exists)
            return Bounded(TypeOf(local));
        var name = module.NameOf(node);
        if (name == UndefinedName)
            return LightType.Undefined;
        return bindings.Global(module, name) is { Exists: true } global ? TypeOf(global) : OfMeaning(bindings.GlobalModule(name));
    }

    /// <summary>"async load&lt;T extends Knex | Knex.Transaction&gt;(db: T)": whichever it is, it is one of these, all of them a library's.</summary>
    private LightType Bounded(LightType type) =>
        type is LightType.TypeParameter { Symbol: var parameter } && ConstraintOf(parameter) is LightType.Union union && union.Members.All(member => member is LightType.Instance { Symbol: var symbol } && (symbol.Module.Roles & ModuleRoles.Knowledge) != 0) ? union : type;

    private LightType OfThis(SyntaxNode node)
    {
        for (var at = node.Parent; at.Exists; at = at.Parent)
        {
            switch (at.Kind)
            {
                case SyntaxKind.FunctionExpression or SyntaxKind.FunctionDeclaration:
                    if (DeclaredThis(at) is { IsUnknown: false } ofFunction)
                        return ofFunction;
                    // "Order.prototype.pay = async function () { … }"
                    if (PrototypeIn(at.Parent) is { Exists: true } name)
                        return TypeOf(name) is LightType.ClassConstructor made ? InstanceOf(made) : LightType.Unknown;
                    // "class Order { pay = async function () { … }; }" is called on its object.
                    if (at.Parent is { Kind: SyntaxKind.Initializer, Parent.Kind: SyntaxKind.PropertyDeclaration })
                        break;
                    return LightType.Unknown;
                case SyntaxKind.MethodDeclaration or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor when at.Parent.Kind is SyntaxKind.ObjectLiteralExpression:
                    return DeclaredThis(at) is { IsUnknown: false } declared ? declared : WantedThis(at.Parent) ?? new LightType.Shape(at.Parent, Substitution.None);
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
        return function.Kind is SyntaxKind.FunctionExpression or SyntaxKind.MethodDeclaration && Expected(function).NonNullish() is LightType.Function wanted && ThisParameter(wanted.Declarations[0]) is { Exists: true } given
            ? Remember(given).Substitute(wanted.With)
            : LightType.Unknown;
    }

    /// <summary>"repository.extend({ … })", which takes <c>C &amp; ThisType&lt;this &amp; C&gt;</c>: what the methods of the literal run on.</summary>
    private LightType? WantedThis(SyntaxNode literal)
    {
        if (!literal.Parent.Is(SyntaxKind.ArgumentList))
            return null;
        var wanted = Expected(literal);
        foreach (var part in wanted is LightType.Intersection all ? all.Parts : [wanted])
        {
            if (part is LightType.Instance { Arguments: [{ IsUnknown: false } given] } instance && instance.Symbol.Name == ThisTypeName)
                return given;
        }

        return null;
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
        if (type.IsUnknown && target.IsUnknown)
            return KnownWherever(node, NameAt(node.ChildAt(1)));
        if (CanNarrow(type) && IsPath(node))
            type = Narrowed(node, type);
        return node.Has(NodeFlags.Optional) && !type.IsUnknown && target.Alternatives.Any(m => m.IsNullish) ? LightType.AnyOf(type, LightType.Undefined) : type;
    }

    /// <summary>"ctx.prisma" where nobody knows what <c>ctx</c> is: a value that goes by that name wherever it is.</summary>
    private LightType KnownWherever(SyntaxNode at, Name name) =>
        bindings.KnownWherever(ModuleOf(at), name).Symbol is { Exists: true } known && known.Is(SymbolFlags.Variable) ? OfSymbol(known) : LightType.Unknown;

    /// <summary><c>a.b.c</c>, <c>this.a</c></summary>
    private static bool IsPath(SyntaxNode node)
    {
        while (node.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.NonNullExpression)
            node = node.FirstChild;
        return node.Kind is SyntaxKind.Identifier or SyntaxKind.ThisKeyword;
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
                if (TypeOf(index) is var key && key is LightType.Literal or LightType.Union && At(target, key) is { IsUnknown: false } found)
                    return found;
                var element = target.Element();
                return element.IsUnknown ? AnyValueOf(target) : element;
        }
    }

    private LightType ElementAt(LightType type, int place) => type switch
    {
        LightType.Tuple tuple => place < tuple.Elements.Length ? tuple.Elements[place] : LightType.Undefined,
        LightType.Array array => array.Of,
        LightType.Union union => LightType.AnyOf(union.Members.Where(m => !m.IsNullish).Select(m => ElementAt(m, place))),
        _ when NumericMember(type, place) is { } member => TypeOf(member),
        _ => AnyValueOf(type),
    };

    private Member? NumericMember(LightType type, int place) =>
        type is LightType.Shape or LightType.Instance ? FindMember(type, Name.Of(place.ToString(System.Globalization.CultureInfo.InvariantCulture))) : null;

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
                return left.IsUnknown ? right : LightType.AnyOf([.. left.Alternatives.Where(m => !IsAlwaysTruthy(m)), right]);
            case TokenKind.BarBar or TokenKind.QuestionQuestion or TokenKind.BarBarEquals or TokenKind.QuestionQuestionEquals:
                return LightType.AnyOf(TypeOf(node.FirstChild).NonNullish(), TypeOf(node.ChildAt(1)));
            case TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals
                or TokenKind.LessThan or TokenKind.GreaterThan or TokenKind.LessThanEquals or TokenKind.GreaterThanEquals or TokenKind.In or TokenKind.InstanceOf:
                return LightType.Boolean;
            case TokenKind.Plus:
                return OfSum(node);
            case TokenKind.PlusEquals:
                return TypeOf(node.FirstChild).Widened();
            case TokenKind.AmpersandAmpersandEquals:
                return TypeOf(node.ChildAt(1));
            default:
                // Whatever stands on the sides, arithmetic gives a number.
                return OfArithmetic(node);
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
        if (first.Equals(LightType.String))
            return first;
        // `any + number` is anything, but no sum is an object.
        return allNumbers && first.Equals(LightType.Number) ? LightType.Number : LightType.AnyOf(LightType.String, LightType.Number);
    }

    private LightType OfArithmetic(SyntaxNode node) =>
        TypeOf(node.ChildAt(1)).Widened().Equals(LightType.BigInt) ? LightType.BigInt : LightType.Number;

    private static bool IsConst(SyntaxNode type) => type.Kind is SyntaxKind.TypeReference && type.TextIs("const"u8);

    /// <summary>
    /// The type that the surroundings want of an expression: the parameter it is an argument for, the annotation of the variable or property it initialises.
    /// </summary>
    private LightType Expected(SyntaxNode expression)
    {
        var parent = expression.Parent;
        switch (parent.Kind)
        {
            case SyntaxKind.ParenthesizedExpression:
                return Expected(parent);
            case SyntaxKind.ConditionalExpression:
                return parent.FirstChild == expression ? LightType.Unknown : Expected(parent);
            case SyntaxKind.ArgumentList:
                var place = 0;
                for (var child = parent.FirstChild; child != expression; child = child.NextSibling)
                {
                    if (child.Kind is SyntaxKind.SpreadElement)
                        return LightType.Unknown;
                    place++;
                }

                return ExpectedArgument(parent.Parent, place);
            case SyntaxKind.Initializer:
                return parent.Parent.Child(SyntaxKind.TypeAnnotation) is { Exists: true } annotation ? Denoted(annotation)
                    : LightType.Unknown;
            case SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression:
                return IsConst(parent.ChildAt(1)) ? Expected(parent) : Denoted(parent.ChildAt(1));
            case SyntaxKind.PropertyAssignment:
                return OfWanted(Expected(parent.Parent), NameAt(parent.FirstChild));
            case SyntaxKind.ObjectLiteralExpression when expression.Kind is SyntaxKind.ShorthandPropertyAssignment:
                return OfWanted(Expected(parent), NameAt(expression.FirstChild));
            case SyntaxKind.ObjectLiteralExpression when expression.Kind is SyntaxKind.MethodDeclaration:
                return OfWanted(Expected(parent), NameAt(expression.FirstAfterModifiers()));
            case SyntaxKind.ArrayLiteralExpression:
                var list = Expected(parent).NonNullish();
                if (list is LightType.Tuple tuple)
                {
                    var at = 0;
                    for (var child = parent.FirstChild; child != expression; child = child.NextSibling)
                        at++;
                    return at < tuple.Elements.Length ? tuple.Elements[at] : LightType.Unknown;
                }

                return list is LightType.Union lists ? lists.Members.Select(member => member.Element()).FirstOrDefault(element => !element.IsUnknown) ?? LightType.Unknown : Iterated(list, isAsync: false);
            case SyntaxKind.ReturnStatement:
                var function = parent.Parent;
                while (function.Exists && !IsFunction(function.Kind))
                    function = function.Parent;
                return ExpectedResultOf(function);
            case SyntaxKind.ArrowFunction:
                return ExpectedResultOf(parent);
            case SyntaxKind.AwaitExpression:
                return Expected(parent);
            case SyntaxKind.BinaryExpression when parent.Operator is TokenKind.Equals or TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals && parent.FirstChild != expression:
                return TypeOf(parent.FirstChild);
            case SyntaxKind.BinaryExpression when parent.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion:
                return Expected(parent) is { IsUnknown: false } around ? around : parent.FirstChild != expression ? TypeOf(parent.FirstChild) : LightType.Unknown;
            case SyntaxKind.BinaryExpression when parent.Operator is TokenKind.AmpersandAmpersand && parent.FirstChild != expression:
                return Expected(parent);
            case SyntaxKind.TemplateSpan when parent.Parent.Parent is { Kind: SyntaxKind.TaggedTemplateExpression } tagged:
                var hole = 0;
                foreach (var part in parent.Parent.Children)
                {
                    if (part == parent)
                        break;
                    hole += part.Kind is SyntaxKind.TemplateSpan ? 1 : 0;
                }

                return ExpectedArgument(tagged, hole + 1);
            case SyntaxKind.JsxExpression when parent.Parent.Kind is SyntaxKind.JsxAttribute:
                return OfWanted(PropsOf(parent.Ancestor(SyntaxKind.JsxAttributes).Parent), NameAt(parent.Parent.FirstChild));
            default:
                return LightType.Unknown;
        }
    }

    /// <summary>A property of the type that is wanted of an object literal: of the members of a union those that have it.</summary>
    private LightType OfWanted(LightType wanted, Name name) => OfProperty(wanted, name);

    /// <summary>What a function's callers want it to return, awaited when it is async.</summary>
    private LightType ExpectedResultOf(SyntaxNode function)
    {
        if (!function.Exists || new FunctionLike(function).IsGenerator)
            return LightType.Unknown;
        LightType result;
        if (function.Child(SyntaxKind.TypeAnnotation) is { Exists: true } written)
            result = Denoted(written);
        else if (function.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression or SyntaxKind.MethodDeclaration && AsFunction(Expected(function).NonNullish()) is { } wanted)
            result = ResultOf(wanted, wanted.Declarations[0]);
        else
            return LightType.Unknown;
        return new FunctionLike(function).IsAsync ? AwaitedOf(result) : result;
    }

    /// <summary>The same as <see cref="Expected"/>, as far as it is written where no call has to be understood for it.</summary>
    private LightType ExpectedByAnnotation(SyntaxNode expression)
    {
        var parent = expression.Parent;
        while (parent.Kind is SyntaxKind.ParenthesizedExpression or SyntaxKind.AwaitExpression)
            parent = parent.Parent;
        switch (parent.Kind)
        {
            case SyntaxKind.Initializer:
                return parent.Parent.Child(SyntaxKind.TypeAnnotation) is { Exists: true } annotation ? Denoted(annotation) : LightType.Unknown;
            case SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction:
                var function = parent;
                while (function.Exists && !IsFunction(function.Kind))
                    function = function.Parent;
                if (function.Child(SyntaxKind.TypeAnnotation) is not { Exists: true } written)
                    return LightType.Unknown;
                return new FunctionLike(function).IsAsync ? AwaitedOf(Denoted(written)) : Denoted(written);
            default:
                return LightType.Unknown;
        }
    }

    /// <summary>The properties that a JSX element's component takes.</summary>
    private LightType PropsOf(SyntaxNode element)
    {
        var name = element.FirstChild;
        if (name.Kind is not (SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression))
            return LightType.Unknown;
        if (name.Kind is SyntaxKind.Identifier && name.Bytes is [>= (byte)'a' and <= (byte)'z', ..])
            return LightType.Unknown;
        var component = TypeOf(name).NonNullish();
        return component is LightType.ClassConstructor { Symbol: var symbol }
            ? OfProperty(InstanceOf(symbol, []), Name.Of("props"u8))
            : AsFunction(component) is { } function ? ParameterOf(function, 0, isRest: false) : LightType.Unknown;
    }
}
