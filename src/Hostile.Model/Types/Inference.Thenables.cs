using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    private static readonly Name ThenName = Name.Of("then"u8);
    private static readonly Name PromiseLikeName = Name.Of("PromiseLike"u8);

    /// <summary>Whether an expression is thenable; <see cref="Thenable.Lazy"/> is not told apart here, only knowledge can.</summary>
    public Thenable ThenableOf(SyntaxNode expression) => ThenableOf(TypeOf(expression));

    /// <summary>Whether values of a type are thenable: one member of a union is enough.</summary>
    public Thenable ThenableOf(LightType type) => ThenableOf(type, 0);

    /// <summary>Whether every value of the type is thenable, so that a test of it is always true: no member of a union is anything else.</summary>
    public bool IsAlwaysThenable(LightType type) => type.Alternatives.All(member => ThenableOf(member, 0) is Thenable.Promise);

    /// <summary>Whether a thenable can tell anybody of a rejection: not when its <c>then</c> takes one callback only, which is for the value, as those of builders of steps do.</summary>
    public bool CanTellOfRejection(LightType type) => type.Alternatives.Any(member => member switch
    {
        LightType.Promise => true,
        LightType.Instance or LightType.Shape when FindMember(member, ThenName) is { } then => TypeOf(then).NonNullish().Alternatives.Any(alternative => alternative.IsUnknown
            || (AsFunction(alternative) is { } function && function.Declarations.Any(signature => signature.Child(SyntaxKind.ParameterList) is var parameters && (parameters.Children.Count > 1 || parameters.FirstChild.Has(NodeFlags.Rest))))),
        LightType.Instance or LightType.Shape => false,
        _ => true,
    });

    /// <summary>The <c>then</c> that awaiting a value calls; none for the language's own promises and for what is not thenable.</summary>
    public Symbol ThenOf(LightType type) => MemberOf(type, ThenName);

    /// <summary>
    /// What the surroundings of a function expression or method of an object literal expect it to return: the parameter it is an argument for, the annotation
    /// of what it is assigned to. <see cref="ExpectedReturn.Void"/> only when no signature it may be called by takes a promise.
    /// </summary>
    public ExpectedReturn ExpectedReturnOf(SyntaxNode function) => ExpectedReturnOf(Expected(function));

    /// <summary>What those who call a value of this type, a function's, expect it to return.</summary>
    public ExpectedReturn ExpectedReturnOf(LightType wanted)
    {
        var found = ExpectedReturn.Unknown;
        foreach (var alternative in wanted.NonNullish().Alternatives)
        {
            if (AsFunction(alternative) is not { } function)
            {
                if (alternative.IsUnknown)
                    return ExpectedReturn.Unknown;
                continue;
            }

            foreach (var signature in function.Declarations)
            {
                var one = Expects(ResultOf(function, signature));
                if (one is ExpectedReturn.Promise)
                    return one;
                found = found is ExpectedReturn.Unknown || one is ExpectedReturn.Void ? one : found;
            }
        }

        return found;
    }

    private ExpectedReturn Expects(LightType result)
    {
        if (result.IsUnknown)
            return ExpectedReturn.Unknown;
        if (ThenableOf(result) is Thenable.Promise)
            return ExpectedReturn.Promise;
        return result.Alternatives.Any(member => member is LightType.Primitive { Kind: PrimitiveKind.Void }) ? ExpectedReturn.Void : ExpectedReturn.Value;
    }

    private Thenable ThenableOf(LightType type, int depth)
    {
        if (depth > DeepestInheritance)
            return Thenable.Unknown;
        switch (type)
        {
            case LightType.Promise:
                return Thenable.Promise;
            case LightType.Union union:
                var found = Thenable.Not;
                foreach (var member in union.Members)
                {
                    var one = ThenableOf(member, depth + 1);
                    if (one is Thenable.Promise)
                        return one;
                    found = one is Thenable.Unknown ? one : found;
                }

                return found;
            case LightType.Intersection intersection:
                return intersection.Parts.Any(part => ThenableOf(part, depth + 1) is Thenable.Promise) ? Thenable.Promise : Thenable.Not;
            case LightType.TypeParameter parameter:
                // Without a bound it may be anything, and is treated as nothing in particular.
                return ConstraintOf(parameter.Symbol) is { IsUnknown: false } bound ? ThenableOf(bound, depth + 1) : Thenable.Not;
            case LightType.Awaiting:
                return Thenable.Not;
            case LightType.Instance or LightType.Shape:
                if (FindMember(type, ThenName) is { } then)
                    return IsThen(then) ? Thenable.Promise : Thenable.Not;
                return Thenable.Not;
            default:
                return type.IsUnknown ? Thenable.Unknown : Thenable.Not;
        }
    }

    /// <summary>A <c>then</c> that can be called with a callback; a field of that name is none.</summary>
    private bool IsThen(Member then) => TypeOf(then).NonNullish().Alternatives.Any(alternative =>
        AsFunction(alternative) is { } function && function.Declarations.Any(signature => signature.Child(SyntaxKind.ParameterList).FirstChild.Exists));

    /// <summary>What <c>await</c> makes of a value: what a promise resolves to, what a thenable hands to its callback, and anything else itself.</summary>
    public LightType AwaitedOf(LightType type) => AwaitedOf(type, 0);

    private LightType AwaitedOf(LightType type, int depth)
    {
        if (depth > 8)
            return LightType.Unknown;
        switch (type)
        {
            case LightType.Promise promised:
                return AwaitedOf(promised.Result, depth + 1);
            case LightType.Union union:
                return LightType.AnyOf(union.Members.Select(member => AwaitedOf(member, depth + 1)));
            case LightType.TypeParameter or LightType.Deferred:
                return new LightType.Awaiting(this, type);
            case LightType.Instance or LightType.Shape or LightType.Intersection when ThenableOf(type) is Thenable.Promise:
                if (promise.Exists && BaseAs(type, promise) is { Arguments: [var result, ..] })
                    return AwaitedOf(result, depth + 1);
                var then = OfProperty(type, ThenName);
                return AsFunction(then) is { } function && AsFunction(ParameterOf(function, 0, isRest: false).NonNullish()) is { } callback
                    ? AwaitedOf(ParameterOf(callback, 0, isRest: false), depth + 1)
                    : LightType.Unknown;
            default:
                return type;
        }
    }

    /// <summary>Whether a class extends, somewhere up, something that we do not know.</summary>
    private bool HasUnknownBase(LightType type)
    {
        var around = BeginSearch();
        var found = HasUnknownBase(type, 0);
        typesLeft = around;
        return found;
    }

    private bool HasUnknownBase(LightType type, int depth)
    {
        if (type is not LightType.Instance { Symbol: var symbol } || depth > DeepestInheritance || typesLeft-- <= 0)
            return type.IsUnknown;
        foreach (var declaration in symbol.Declarations)
        {
            foreach (var parent in ParentsOf(declaration))
            {
                if (HasUnknownBase(parent, depth + 1))
                    return true;
            }
        }

        return false;
    }
}
