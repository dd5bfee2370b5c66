using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

/// <summary>Types that are worked out from others: conditional, indexed and mapped types, <c>keyof</c>, and the compiler's own generic types.</summary>
public sealed partial class Inference
{
    /// <summary>Types worked out within one another, and steps in all, within one question: beyond, the answer is unknown.</summary>
    private const int DeepestEvaluation = 24;
    private const int MostSteps = 4000;

    /// <summary>Pairs of types compared within one question: unions of objects of unions compare each with each, at every level.</summary>
    private const int MostComparisons = 1000;

    /// <summary>Texts that a template of types may stand for; of more we only know that they are texts.</summary>
    private const int MostTexts = 64;

    /// <summary>The type of a type node when its parameters stand for these; what cannot be told before more is put in is deferred.</summary>
    internal LightType Evaluate(SyntaxNode node, Substitution with)
    {
        var evaluation = Evaluation.Of(this);
        if (evaluation.Depth == 0 && evaluation.IsIdle)
            evaluation.Steps = 0;
        if (evaluation.Depth >= DeepestEvaluation || ++evaluation.Steps > MostSteps || !evaluation.Enter(node, with))
            return evaluation.Spoil();
        try
        {
            return node.Kind switch
            {
                SyntaxKind.ConditionalType => OfConditional(node, with),
                SyntaxKind.IndexedAccessType => OfIndexedAccess(node, with),
                SyntaxKind.MappedType => OfMapped(node, with),
                SyntaxKind.TemplateLiteralType => OfTemplate(node, with),
                SyntaxKind.TypeOperator when node.Operator is TokenKind.KeyOf => KeysOf(node, with),
                SyntaxKind.TypeReference or SyntaxKind.ExpressionWithTypeArguments => OfUtility(node, node.FirstChild.Text, [.. TypeArguments(node).Select(argument => argument.Substitute(with))], with),
                _ => LightType.Unknown,
            };
        }
        finally
        {
            evaluation.Leave();
        }
    }

    private LightType OfConditional(SyntaxNode node, Substitution with)
    {
        var check = node.FirstChild;
        var subject = Denoted(check).Substitute(with);
        if (subject.IsOpen)
            return new LightType.Deferred(this, node, with);
        // A bare parameter is checked member by member, and each branch sees its own member.
        if (Denoted(check) is LightType.TypeParameter { Symbol: var parameter })
        {
            return subject is LightType.Union union
                ? LightType.AnyOf(union.Members.Select(member => Branch(node, member, with.And(parameter, member))))
                : subject is LightType.Primitive { Kind: PrimitiveKind.Never } ? subject : Branch(node, subject, with);
        }

        return Branch(node, subject, with);
    }

    private LightType Branch(SyntaxNode node, LightType subject, Substitution with)
    {
        var wanted = node.ChildAt(1);
        var own = InferredIn(wanted);
        var found = new LightType?[own.Length];
        var fits = wanted.Kind is SyntaxKind.KeywordType && wanted.Operator is TokenKind.Any or TokenKind.Unknown
            ? true
            : Extends(subject, Denoted(wanted).Substitute(with), own, found, 0);
        if (fits is true)
        {
            for (var i = 0; i < own.Length; i++)
                with = with.And(own[i], found[i] ?? LightType.Unknown);
            return Denoted(node.ChildAt(2)).Substitute(with);
        }

        if (fits is false)
            return Denoted(node.ChildAt(3)).Substitute(with);

        // Not decided; but often both branches are alike.
        for (var i = 0; i < own.Length; i++)
            with = with.And(own[i], LightType.Unknown);
        var yes = Denoted(node.ChildAt(2)).Substitute(with);
        var no = Denoted(node.ChildAt(3)).Substitute(with);
        return yes.Equals(no) || no is LightType.Primitive { Kind: PrimitiveKind.Never } ? yes : LightType.Unknown;
    }

    /// <summary>The parameters that <c>infer</c> declares in a type.</summary>
    private ImmutableArray<Symbol> InferredIn(SyntaxNode type)
    {
        var found = ImmutableArray.CreateBuilder<Symbol>();
        foreach (var node in type.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.InferType && ModuleOf(node).SymbolOfDeclaration(node.FirstChild) is { Exists: true } symbol && !found.Contains(symbol))
                found.Add(symbol);
        }

        return found.ToImmutable();
    }

    private LightType OfIndexedAccess(SyntaxNode node, Substitution with)
    {
        var target = Denoted(node.FirstChild).Substitute(with);
        var index = Denoted(node.ChildAt(1)).Substitute(with);
        if (target is LightType.TypeParameter { Symbol: var parameter } && !index.IsOpen && ConstraintOf(parameter) is { } bound)
            return At(bound, index) is { IsUnknown: false } known ? known : new LightType.Deferred(this, node, with);
        return target.IsOpen || index.IsOpen ? new LightType.Deferred(this, node, with) : At(target, index);
    }

    /// <summary>The type under a key: a name, a place, or any string or number.</summary>
    private LightType At(LightType target, LightType index) => index switch
    {
        LightType.Union union => LightType.AnyOf(union.Members.Select(member => At(target, member))),
        LightType.Literal { Kind: PrimitiveKind.String } literal => OfProperty(target, Name.Of(literal.Text)),
        LightType.Literal { Kind: PrimitiveKind.Number } literal when int.TryParse(literal.Text, out var place) => ElementAt(target, place),
        LightType.Primitive { Kind: PrimitiveKind.Number } => target.Element() is { IsUnknown: false } element ? element : AnyValueOf(target),
        LightType.Primitive { Kind: PrimitiveKind.String } => AnyValueOf(target),
        LightType.Primitive { Kind: PrimitiveKind.Never } => index,
        _ => LightType.Unknown,
    };

    private LightType KeysOf(SyntaxNode node, Substitution with)
    {
        var target = Denoted(node.FirstChild).Substitute(with);
        return target.IsOpen ? new LightType.Deferred(this, node, with) : KeysOf(target);
    }

    /// <summary>The names of a type's own members as literals; string when there are too many or not all are known.</summary>
    private LightType KeysOf(LightType target)
    {
        var names = MemberNames(target);
        if (names is { Count: 0 } && IndexSignatureOf(target).IsUnknown)
            return LightType.Never;
        return names is { Count: > 0 and <= 24 }
            ? LightType.AnyOf(names.Select(name => (LightType)new LightType.Literal(PrimitiveKind.String, name.ToString())))
            : LightType.String;
    }

    /// <summary>A mapped type: of an array or tuple each element is mapped, of a union each member; else its properties are worked out when asked for.</summary>
    private LightType OfMapped(SyntaxNode node, Substitution with)
    {
        var key = node.Child(SyntaxKind.TypeParameter);
        var constraint = key.Child(SyntaxKind.TypeConstraint).FirstChild;
        if (constraint is { Kind: SyntaxKind.TypeOperator, Operator: TokenKind.KeyOf } && Denoted(constraint.FirstChild) is LightType.TypeParameter { Symbol: var over }
            && ModuleOf(node).SymbolOfDeclaration(key) is { Exists: true } symbol && node.Child(SyntaxKind.TypeAnnotation) is { Exists: true } template)
        {
            switch (new LightType.TypeParameter(over).Substitute(with))
            {
                case LightType.Array array:
                    return new LightType.Array(Denoted(template).Substitute(with.And(over, array).And(symbol, LightType.Number)));
                case LightType.Tuple tuple:
                    return new LightType.Tuple([.. tuple.Elements.Select((_, place) =>
                        Denoted(template).Substitute(with.And(symbol, new LightType.Literal(PrimitiveKind.Number, place.ToString(System.Globalization.CultureInfo.InvariantCulture)))))]);
                case LightType.Union union:
                    return LightType.AnyOf(union.Members.Select(member => OfMapped(node, with.And(over, member))));
                case var plain when plain is LightType.Primitive or LightType.Literal:
                    return plain;
            }
        }

        return new LightType.Shape(node, with, this);
    }

    private static bool IsUtility(string name) => name is "Partial" or "Required" or "Readonly" or "Pick" or "NoInfer" or "Omit" or "Awaited" or "Uppercase" or "Lowercase" or "Capitalize" or "Uncapitalize"
        or "NonNullable" or "ReturnType" or "InstanceType" or "Parameters" or "ConstructorParameters" or "Extract" or "Exclude" or "OmitThisParameter" or "ThisParameterType";

    /// <summary>The compiler's own generic types, as far as they leave the members of a type what they are.</summary>
    private LightType OfUtility(SyntaxNode node, string name, ImmutableArray<LightType> arguments, Substitution with)
    {
        var first = arguments is [var argument, ..] ? argument : LightType.Unknown;
        switch (name)
        {
            // Members left out or made optional are never asked for in code that compiles.
            case "Partial" or "Required" or "Readonly" or "Pick" or "NoInfer" or "ThisType":
                return first;
            case "Omit":
                return arguments is [_, var omitted] ? Without(first, omitted) : first;
            case "Awaited":
                return AwaitedOf(first);
            case "Uppercase" or "Lowercase" or "Capitalize" or "Uncapitalize":
                return first.IsOpen ? new LightType.Deferred(this, node, with) : LightType.AnyOf(first.Alternatives.Select(text => Recased(text, name)));
            case "NonNullable" or "ReturnType" or "InstanceType" or "Parameters" or "ConstructorParameters" or "Extract" or "Exclude" or "OmitThisParameter" or "ThisParameterType":
                if (arguments.Any(given => given.IsOpen))
                    return new LightType.Deferred(this, node, with);
                break;
            default:
                return LightType.Unknown;
        }

        return name switch
        {
            "NonNullable" => first.NonNullish(),
            "ReturnType" => AsFunction(first) is { } function ? ResultOfAny(function) : LightType.Unknown,
            "InstanceType" => Constructed(first),
            "Parameters" => AsFunction(first) is { } function ? ParametersOf(function) : LightType.Unknown,
            "ConstructorParameters" => LightType.Unknown,
            "Extract" when arguments.Length == 2 => LightType.AnyOf(first.Alternatives.Where(member => Extends(member, arguments[1]) is not false)),
            "Exclude" when arguments.Length == 2 => LightType.AnyOf(first.Alternatives.Where(member => Extends(member, arguments[1]) is not true)),
            "OmitThisParameter" => first,
            _ => LightType.Unknown,
        };
    }

    private static LightType Recased(LightType text, string how) => text is not LightType.Literal { Kind: PrimitiveKind.String, Text: var written } ? LightType.String : new LightType.Literal(PrimitiveKind.String, how switch
    {
        _ when written.Length == 0 => written,
        "Uppercase" => written.ToUpperInvariant(),
        "Lowercase" => written.ToLowerInvariant(),
        "Capitalize" => char.ToUpperInvariant(written[0]) + written[1..],
        _ => char.ToLowerInvariant(written[0]) + written[1..],
    });

    /// <summary><c>`get${Capitalize&lt;N&gt;}`</c>: a text for each way of filling its holes; any text when one of them is not told.</summary>
    private LightType OfTemplate(SyntaxNode node, Substitution with)
    {
        List<string> texts = [new TemplatePiece(node.FirstChild).Cooked];
        foreach (var span in node.Children)
        {
            if (!span.Is(SyntaxKind.TemplateSpan))
                continue;
            var hole = Denoted(span.FirstChild).Substitute(with);
            if (hole.IsOpen)
                return new LightType.Deferred(this, node, with);
            var after = new TemplatePiece(span.ChildAt(1)).Cooked;
            var filled = new List<string>();
            foreach (var member in hole.Alternatives)
            {
                if (member is not LightType.Literal literal)
                    return LightType.String;
                filled.AddRange(texts.Select(text => text + literal.Text + after));
            }

            if (filled.Count > MostTexts)
                return LightType.String;
            texts = filled;
        }

        return LightType.AnyOf(texts.Select(text => (LightType)new LightType.Literal(PrimitiveKind.String, text)));
    }

    /// <summary>
    /// "Omit&lt;Client, '$transaction'&gt;": what is left of a class without a function of it. Where the function gives its callback something that has nothing that the class lacks,
    /// as a client's transactions are, that is what people mean.
    /// </summary>
    private LightType Without(LightType whole, LightType omitted)
    {
        if (whole is not LightType.Instance { Symbol: var type } || !type.Module.IsBuiltIn)
            return whole;
        foreach (var key in omitted.Alternatives.OfType<LightType.Literal>())
        {
            if (FindMember(whole, Name.Of(key.Text)) is not { Symbol: var left } || !left.Is(SymbolFlags.Method))
                continue;
            foreach (var declaration in left.Declarations)
            {
                if (declaration.Child(SyntaxKind.ParameterList).FirstChild is { Exists: true } callback && ParameterOf(Remember(callback), 0, isRest: false) is LightType.Instance { Symbol: var given } inside
                    && given != type && BodyOf(given.Declaration) is { Exists: true } body && HasAll(body, given.Module))
                    return inside;
            }
        }

        return whole;

        bool HasAll(SyntaxNode body, Module module)
        {
            foreach (var member in module.MembersOf(body))
            {
                if (FindMember(whole, member.Name) is null)
                    return false;
            }

            return true;
        }
    }

    /// <summary>What a function returns when nothing is known of its call: each of its own parameters stands for its default or its bound.</summary>
    private LightType ResultOfAny(LightType.Function function)
    {
        var signature = function.Declarations[^1];
        var own = TypeParametersOf(signature);
        return own.IsEmpty ? ResultOf(function, signature) : Result(signature).Substitute(Bind(own, [.. own.Select(OfBound)]).Then(function.With));

        LightType OfBound(Symbol parameter) => DefaultOf(parameter) is { IsUnknown: false } given ? given : ConstraintOf(parameter) ?? LightType.Unknown;
    }

    /// <summary>The parameters of a function as a tuple.</summary>
    private LightType ParametersOf(LightType.Function function)
    {
        var types = ImmutableArray.CreateBuilder<LightType>();
        foreach (var parameter in function.Declarations[^1].Child(SyntaxKind.ParameterList).Children)
        {
            if (parameter.FirstAfterModifiers().TextIs("this"u8))
                continue;
            var type = Remember(parameter).Substitute(function.With);
            if (parameter.Has(NodeFlags.Rest))
                return types.Count == 0 ? type : new LightType.Array(LightType.AnyOf([.. types, type.Element()]));
            types.Add(type);
        }

        return new LightType.Tuple(types.ToImmutable());
    }

    /// <summary>Whether every value of one type is one of the other; null when that cannot be told.</summary>
    private bool? Extends(LightType type, LightType wanted) => Extends(type, wanted, [], [], 0);

    /// <summary>The same, and what parameters that <c>infer</c> declares must stand for to make it so.</summary>
    private bool? Extends(LightType type, LightType wanted, ImmutableArray<Symbol> own, LightType?[] found, int depth)
    {
        var evaluation = Evaluation.Of(this);
        if (depth == 0 && evaluation.IsIdle)
            evaluation.Comparisons = 0;
        if (depth > 8)
            return null;
        if (++evaluation.Comparisons > MostComparisons)
        {
            evaluation.Spoilt++;
            return null;
        }

        if (wanted is LightType.TypeParameter { Symbol: var symbol } && own.IndexOf(symbol) is >= 0 and var at)
        {
            found[at] = found[at] is { } earlier ? LightType.AnyOf(earlier, type) : type;
            return true;
        }

        if (type.Equals(wanted) || type is LightType.Primitive { Kind: PrimitiveKind.Never })
            return own.IsEmpty || type is LightType.Primitive ? true : Structure(type, wanted, own, found, depth) ?? true;
        if (wanted is LightType.Union union && !(type is LightType.Union))
            return ExtendsSome(type, union, own, found, depth + 1);
        if (type is LightType.Union several)
            return EachExtends(several, wanted, own, found, depth + 1);
        return type.IsUnknown || wanted.IsUnknown ? null : Structure(type, wanted, own, found, depth);
    }

    private bool? ExtendsSome(LightType type, LightType.Union wanted, ImmutableArray<Symbol> own, LightType?[] found, int depth) =>
        FirstSaying(true, wanted.Members, member => Extends(type, member, own, found, depth));

    private bool? EachExtends(LightType.Union several, LightType wanted, ImmutableArray<Symbol> own, LightType?[] found, int depth) =>
        FirstSaying(false, several.Members, member => Extends(member, wanted, own, found, depth));

    /// <summary>The answer as soon as one member gives it; otherwise the opposite, unless some member leaves it open.</summary>
    private static bool? FirstSaying(bool answer, ImmutableArray<LightType> members, Func<LightType, bool?> ask)
    {
        var undecided = false;
        foreach (var member in members)
        {
            var said = ask(member);
            if (said == answer)
                return answer;
            undecided |= said is null;
        }

        return undecided ? null : !answer;
    }

    private bool? Structure(LightType type, LightType wanted, ImmutableArray<Symbol> own, LightType?[] found, int depth)
    {
        switch (wanted)
        {
            case LightType.Literal:
                return type is LightType.Primitive || IsEnum(type) ? null : type.Equals(wanted);
            case LightType.Primitive { Kind: PrimitiveKind.Object }:
                return type is not (LightType.Primitive or LightType.Literal);
            case LightType.Primitive { Kind: PrimitiveKind.Void }:
                return type.IsNullish && type is not LightType.Primitive { Kind: PrimitiveKind.Null };
            case LightType.Primitive primitive:
                return type switch
                {
                    LightType.Literal literal => literal.Kind == primitive.Kind,
                    LightType.Primitive other => other.Kind == primitive.Kind,
                    _ => IsEnum(type) || type is LightType.Intersection ? null : false,
                };
            case LightType.Promise promised:
                return type switch
                {
                    LightType.Promise given => Extends(given.Result, promised.Result, own, found, depth + 1),
                    LightType.Instance or LightType.Intersection => ThenableOf(type) is Thenable.Not ? false : null,
                    _ => false,
                };
            case LightType.Array wantedArray:
                return type switch
                {
                    LightType.Array given => Extends(given.Of, wantedArray.Of, own, found, depth + 1),
                    LightType.Tuple given => Extends(given.Element(), wantedArray.Of, own, found, depth + 1),
                    LightType.Instance or LightType.Intersection => null,
                    _ => false,
                };
            case LightType.Tuple wantedTuple:
                if (type is not LightType.Tuple tuple)
                    return type is LightType.Array or LightType.Instance or LightType.Intersection ? null : false;
                if (tuple.Elements.Length != wantedTuple.Elements.Length)
                    return false;
                return AllExtend(tuple.Elements, wantedTuple.Elements, own, found, depth);
            case LightType.Function wantedFunction:
                if (AsFunction(type) is not { } function)
                    return type is LightType.Intersection ? null : false;
                return Callable(function, wantedFunction, own, found, depth);
            case LightType.Instance wantedInstance:
                return IsOne(type, wantedInstance, own, found, depth);
            case LightType.Shape { Node.Kind: SyntaxKind.TypeLiteral } shape:
                if (AsFunction(shape) is { } call)
                    return AsFunction(type) is { } callable ? Callable(callable, call, own, found, depth) : false;
                return HasMembers(type, shape, own, found, depth);
            case LightType.ClassConstructor:
                return type is LightType.ClassConstructor ? type.Equals(wanted) ? true : null : false;
            case LightType.Intersection intersection:
                bool? all = true;
                foreach (var part in intersection.Parts)
                {
                    switch (Extends(type, part, own, found, depth + 1))
                    {
                        case false:
                            return false;
                        case null:
                            all = null;
                            break;
                    }
                }

                return all;
            default:
                return null;
        }
    }

    private static bool IsEnum(LightType type) => type is LightType.Instance { Symbol: var symbol } && symbol.Is(SymbolFlags.Enum);

    private bool? AllExtend(ImmutableArray<LightType> types, ImmutableArray<LightType> wanted, ImmutableArray<Symbol> own, LightType?[] found, int depth)
    {
        bool? all = true;
        for (var i = 0; i < Math.Min(types.Length, wanted.Length); i++)
        {
            switch (Extends(types[i], wanted[i], own, found, depth + 1))
            {
                case false:
                    return false;
                case null:
                    all = null;
                    break;
            }
        }

        return all;
    }

    /// <summary>Results must fit; parameters are only looked at for what they say of what is inferred.</summary>
    private bool? Callable(LightType.Function type, LightType.Function wanted, ImmutableArray<Symbol> own, LightType?[] found, int depth)
    {
        if (!own.IsEmpty)
        {
            var place = 0;
            foreach (var parameter in wanted.Declarations[0].Child(SyntaxKind.ParameterList).Children)
            {
                if (parameter.FirstAfterModifiers().TextIs("this"u8))
                    continue;
                var isRest = parameter.Has(NodeFlags.Rest);
                var asked = Remember(parameter).Substitute(wanted.With);
                // `(...args: infer A) => any`
                Extends(isRest ? ParametersOf(type) : ParameterOf(type, place, isRest: false), asked, own, found, depth + 1);
                place++;
            }
        }

        var result = ResultOf(wanted, wanted.Declarations[0]);
        // What returns nothing may return anything.
        if (result is LightType.Primitive { Kind: PrimitiveKind.Void } || result.IsUnknown && !(result is LightType.TypeParameter))
            return true;
        return Extends(ResultOf(type, type.Declarations[^1]), result, own, found, depth + 1);
    }

    private bool? IsOne(LightType type, LightType.Instance wanted, ImmutableArray<Symbol> own, LightType?[] found, int depth)
    {
        if (BaseAs(type, wanted.Symbol) is { } same)
            return AllExtend(same.Arguments, wanted.Arguments, own, found, depth) is false ? false : true;
        if (wanted.Symbol.Is(SymbolFlags.Enum))
            return type is LightType.Literal or LightType.Primitive { Kind: PrimitiveKind.Number or PrimitiveKind.String } ? null : false;
        if (wanted.Symbol.Name == PromiseLikeName && wanted.Arguments is [var result, ..])
            return ThenableOf(type) switch { Thenable.Not => false, Thenable.Unknown => null, _ => Extends(AwaitedOf(type), result, own, found, depth + 1) };
        if (type.IsNullish)
            return false;
        if (AsFunction(wanted) is { } call)
            return AsFunction(type) is { } function ? Callable(function, call, own, found, depth) : false;
        return HasMembers(type, wanted, own, found, depth);
    }

    /// <summary>Whether a type has the members of another; of large ones only whether they are there.</summary>
    private bool? HasMembers(LightType type, LightType wanted, ImmutableArray<Symbol> own, LightType?[] found, int depth)
    {
        if (MemberNames(wanted) is not { } names)
            return null;
        if (names.Count > 40)
            return type is LightType.Primitive or LightType.Literal or LightType.Function ? false : null;
        bool? all = HasUnknownBase(type) || HasUnknownSpread(type) ? null : true;
        var isPlain = type is LightType.Primitive { Kind: not PrimitiveKind.Object } or LightType.Literal or LightType.Array or LightType.Tuple or LightType.Function or LightType.Promise;
        var isShared = names.Count == 0;
        foreach (var name in names)
        {
            if (FindMember(type, name) is null)
            {
                if (FindMember(wanted, name) is { Symbol: { Exists: true } symbol } && symbol.Declaration.Has(NodeFlags.Optional))
                    continue;
                if (isPlain || (all is true && IndexSignatureOf(type).IsUnknown))
                    return false;
                continue;
            }

            isShared = true;
            switch (Extends(OfProperty(type, name), OfProperty(wanted, name), own, found, depth + 2))
            {
                case false:
                    return false;
                case null:
                    all = null;
                    break;
            }
        }

        // A text is not taken for options that may all be left out.
        return isPlain && !isShared ? false : all;
    }

    /// <summary>The names of a type's members, inherited ones included; null when they are not all known.</summary>
    private List<Name>? MemberNames(LightType type)
    {
        var names = new List<Name>();
        var around = BeginSearch();
        var isComplete = Collect(type, 0);
        typesLeft = around;
        return isComplete ? names : null;

        bool Collect(LightType of, int depth)
        {
            if (depth > DeepestInheritance || typesLeft-- <= 0)
                return false;
            switch (of)
            {
                case LightType.Instance { Symbol: var symbol }:
                    foreach (var declaration in symbol.Declarations)
                    {
                        if (BodyOf(declaration) is { Exists: true } body)
                            Add(symbol.Module, body);
                        foreach (var parent in ParentsOf(declaration))
                        {
                            if (!Collect(parent, depth + 1))
                                return false;
                        }
                    }

                    return true;
                case LightType.Shape { Node.Kind: SyntaxKind.TypeLiteral } shape:
                    Add(ModuleOf(shape.Node), shape.Node);
                    return true;
                case LightType.Shape { Node.Kind: SyntaxKind.ObjectLiteralExpression } shape:
                    foreach (var property in shape.Node.Children)
                    {
                        if (property.Kind is SyntaxKind.SpreadAssignment)
                        {
                            if (!Collect(TypeOf(property.FirstChild).NonNullish(), depth + 1))
                                return false;
                        }
                        else if (NameAt(property.FirstAfterModifiers()) is { Exists: true } name && !names.Contains(name))
                        {
                            names.Add(name);
                        }
                    }

                    return true;
                case LightType.Intersection intersection:
                    return intersection.Parts.All(part => Collect(part, depth + 1));
                case LightType.Namespace { Of: var meaning } when meaning.Symbol.Is(SymbolFlags.Enum):
                    foreach (var declaration in meaning.Symbol.Declarations)
                        Add(meaning.Symbol.Module, declaration);
                    return true;
                default:
                    return false;
            }
        }

        void Add(Module module, SyntaxNode body)
        {
            foreach (var member in module.MembersOf(body))
            {
                if (!member.Is(SymbolFlags.Static) && !names.Contains(member.Name))
                    names.Add(member.Name);
            }
        }
    }

    /// <summary>What a class or interface declaration extends.</summary>
    private IEnumerable<LightType> ParentsOf(SyntaxNode declaration)
    {
        foreach (var clause in declaration.Children)
        {
            if (clause.Kind is not SyntaxKind.HeritageClause || clause.Operator is TokenKind.Implements)
                continue;
            foreach (var parent in clause.Children)
                yield return declaration.Kind is SyntaxKind.InterfaceDeclaration ? Denoted(parent) : BaseInstance(declaration, parent);
        }
    }

    /// <summary>A type as the class or interface that it extends, with its arguments; null when it does not by name.</summary>
    private LightType.Instance? BaseAs(LightType type, Symbol symbol)
    {
        var around = BeginSearch();
        var found = BaseAs(type, symbol, 0);
        typesLeft = around;
        return found;
    }

    private LightType.Instance? BaseAs(LightType type, Symbol symbol, int depth)
    {
        if (depth > DeepestInheritance || typesLeft-- <= 0)
            return null;
        if (type is LightType.Intersection intersection)
            return intersection.Parts.Select(part => BaseAs(part, symbol, depth + 1)).FirstOrDefault(found => found is not null);
        if (type is not LightType.Instance instance)
            return null;
        if (instance.Symbol == symbol)
            return instance;
        foreach (var declaration in instance.Symbol.Declarations)
        {
            foreach (var parent in ParentsOf(declaration))
            {
                if (BaseAs(parent.Substitute(Bind(TypeParametersOf(declaration), instance.Arguments)), symbol, depth + 1) is { } found)
                    return found;
            }
        }

        return null;
    }
}
