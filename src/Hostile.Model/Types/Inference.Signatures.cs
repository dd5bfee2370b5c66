using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

/// <summary>What can be called: signatures, which of several a call means, and what its type parameters stand for.</summary>
public sealed partial class Inference
{
    /// <summary>A type as something that can be called; null when it cannot, or when it is one of several that can.</summary>
    private LightType.Function? AsFunction(LightType type)
    {
        var around = BeginSearch();
        var found = AsFunction(type, 0);
        typesLeft = around;
        return found;
    }

    private LightType.Function? AsFunction(LightType type, int depth)
    {
        if (depth > DeepestInheritance || typesLeft-- <= 0)
            return null;
        switch (type)
        {
            case LightType.Function function:
                return function.Declarations[0].Kind is SyntaxKind.ConstructorType or SyntaxKind.ConstructSignature ? null : function;
            case LightType.Instance or LightType.Shape { Node.Kind: SyntaxKind.TypeLiteral }:
                return SignaturesIn(type, SyntaxKind.CallSignature, depth);
            case LightType.Intersection intersection:
                foreach (var part in intersection.Parts)
                {
                    if (AsFunction(part, depth + 1) is { } found)
                        return found;
                }

                return null;
            case LightType.TypeParameter { Symbol: var parameter }:
                return ConstraintOf(parameter) is { } bound ? AsFunction(bound, depth + 1) : null;
            // `Number('1')`: a class and a function of one name.
            case LightType.ClassConstructor { Symbol: var symbol } when symbol.Is(SymbolFlags.Function):
                return new([.. symbol.Declarations.Where(declaration => IsFunction(declaration.Kind))], Substitution.None);
            case LightType.ClassConstructor { Symbol: var symbol } when symbol.Module.IsBuiltIn && bindings.Global(Name.Of($"{symbol.Name}Constructor")) is { Exists: true } constructor:
                return SignaturesIn(new LightType.Instance(constructor, []), SyntaxKind.CallSignature, depth);
            default:
                return null;
        }
    }

    /// <summary>A type as something that <c>new</c> takes and that is no class of its own; null when it is not.</summary>
    private LightType.Function? AsConstructor(LightType type)
    {
        var around = BeginSearch();
        var found = AsConstructor(type, 0);
        typesLeft = around;
        return found;
    }

    private LightType.Function? AsConstructor(LightType type, int depth)
    {
        if (depth > DeepestInheritance || typesLeft-- <= 0)
            return null;
        return type switch
        {
            LightType.Function function => function.Declarations[0].Kind is SyntaxKind.ConstructorType or SyntaxKind.ConstructSignature ? function : null,
            LightType.Instance or LightType.Shape { Node.Kind: SyntaxKind.TypeLiteral } => SignaturesIn(type, SyntaxKind.ConstructSignature, depth),
            LightType.Intersection intersection => intersection.Parts.Select(part => AsConstructor(part, depth + 1)).FirstOrDefault(found => found is not null),
            LightType.TypeParameter { Symbol: var parameter } => ConstraintOf(parameter) is { } bound ? AsConstructor(bound, depth + 1) : null,
            _ => null,
        };
    }

    /// <summary>What <c>new</c> of a type gives.</summary>
    private LightType Constructed(LightType type) => ClassIn(type) switch
    {
        LightType.ClassConstructor constructor => InstanceOf(constructor),
        LightType.Union union => LightType.AnyOf(union.Members.Select(Constructed)),
        _ => AsConstructor(type) is { } made ? ResultOf(made, made.Declarations[^1]) : LightType.Unknown,
    };

    private LightType.Function? SignaturesIn(LightType type, SyntaxKind kind, int depth)
    {
        if (type is LightType.Shape shape)
            return Of(shape.Node, shape.With);
        if (type is not LightType.Instance { Symbol: var symbol } instance || !symbol.Is(SymbolFlags.Interface | SymbolFlags.Class))
            return null;
        foreach (var declaration in symbol.Declarations)
        {
            if (BodyOf(declaration) is { Exists: true } body && Of(body, Bind(TypeParametersOf(declaration), instance.Arguments, type)) is { } own)
                return own;
        }

        foreach (var declaration in symbol.Declarations)
        {
            if (declaration.Kind is not SyntaxKind.InterfaceDeclaration)
                continue;
            foreach (var parent in ParentsOf(declaration))
            {
                var inherited = parent.Substitute(Bind(TypeParametersOf(declaration), instance.Arguments));
                if ((kind is SyntaxKind.CallSignature ? AsFunction(inherited, depth + 1) : AsConstructor(inherited, depth + 1)) is { } found)
                    return found;
            }
        }

        return null;

        LightType.Function? Of(SyntaxNode body, Substitution with)
        {
            var signatures = ImmutableArray.CreateBuilder<SyntaxNode>();
            foreach (var member in body.Children)
            {
                if (member.Kind == kind)
                    signatures.Add(member);
            }

            return signatures.Count == 0 ? null : new(signatures.ToImmutable(), with);
        }
    }

    private LightType? ConstraintOf(Symbol parameter) =>
        parameter.Declaration.Child(SyntaxKind.TypeConstraint) is { Exists: true } constraint ? Remember(constraint) : null;

    /// <summary>The constructor of the class or, when it has none, of the nearest base.</summary>
    private SyntaxNode ConstructorFor(Symbol symbol, SyntaxNode call)
    {
        for (var depth = 0; depth < DeepestInheritance && symbol.Exists; depth++)
        {
            var declaration = symbol.Declarations.FirstOrDefault(d => d.Kind is SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression);
            if (!declaration.Exists)
                return default;
            if (ConstructorOf(declaration, call) is { Exists: true } constructor)
                return constructor;
            symbol = Remember(declaration) is LightType.ClassConstructor parent ? parent.Symbol : default;
        }

        return default;
    }

    private static SyntaxNode ConstructorOf(SyntaxNode classNode, SyntaxNode call)
    {
        var arguments = call.Child(SyntaxKind.ArgumentList).Children.Count;
        SyntaxNode first = default;
        foreach (var member in classNode.Child(SyntaxKind.ClassBody).Children)
        {
            if (member.Kind is not SyntaxKind.Constructor)
                continue;
            // The body stands last, after its overloads.
            if (new FunctionLike(member).Body.Exists || (!first.Exists && Accepts(member, arguments)))
                first = member;
        }

        return first;
    }

    /// <summary>The first overload that takes these arguments, as far as can be told.</summary>
    private SyntaxNode Choose(LightType.Function function, SyntaxNode call)
    {
        if (function.Declarations.Length == 1)
            return function.Declarations[0];

        var arguments = call.Kind is SyntaxKind.TaggedTemplateExpression ? [] : call.Child(SyntaxKind.ArgumentList).Children.ToArray();
        var typeArguments = call.Child(SyntaxKind.TypeArgumentList).Children.Count;
        // A knowledge file leaves out type parameters on which nothing of it depends.
        if (typeArguments > 0 && !function.Declarations.Any(declaration => declaration.Child(SyntaxKind.TypeParameterList).Children.Count >= typeArguments))
            typeArguments = 0;
        var isSpread = arguments.Any(argument => argument.Kind is SyntaxKind.SpreadElement);
        SyntaxNode fallback = default;
        foreach (var declaration in function.Declarations)
        {
            // The implementation of overloaded functions is not called by its own signature.
            if (new FunctionLike(declaration).Body.Exists)
                continue;
            if (typeArguments > 0 && declaration.Child(SyntaxKind.TypeParameterList).Children.Count < typeArguments)
                continue;
            var accepts = isSpread || call.Kind is SyntaxKind.TaggedTemplateExpression || Accepts(declaration, arguments.Length);
            // "sql(row)" is no template, whatever a row is; "sql(strings, ...values)" hands one on.
            if (call.Kind is SyntaxKind.CallExpression && arguments is [var first, ..] && !isSpread && IsTemplate(declaration) && !(TypeOf(first).NonNullish() is LightType.Instance { Symbol: var template } && template.Name.Is("TemplateStringsArray"u8)))
                accepts = false;
            if (!fallback.Exists && accepts)
                fallback = declaration;
            if (accepts && Fits(declaration, arguments, function.With))
                return declaration;
        }

        return fallback.Exists ? fallback : function.Declarations[0];
    }

    private static bool IsTemplate(SyntaxNode signature) => signature.Child(SyntaxKind.ParameterList).FirstChild.Child(SyntaxKind.TypeAnnotation).FirstChild.TextIs("TemplateStringsArray"u8);

    private static bool Accepts(SyntaxNode signature, int count)
    {
        var required = 0;
        var most = 0;
        foreach (var parameter in signature.Child(SyntaxKind.ParameterList).Children)
        {
            if (parameter.FirstAfterModifiers().TextIs("this"u8))
                continue;
            if (parameter.Has(NodeFlags.Rest))
                most = int.MaxValue;
            else if (most < int.MaxValue)
                most++;
            if (!parameter.Has(NodeFlags.Optional) && !parameter.Has(NodeFlags.Rest) && !parameter.Child(SyntaxKind.Initializer).Exists)
                required++;
        }

        return count >= required && count <= most;
    }

    /// <summary>Rules out overloads that certainly do not take an argument.</summary>
    private bool Fits(SyntaxNode signature, SyntaxNode[] arguments, Substitution with)
    {
        var place = 0;
        foreach (var parameter in signature.Child(SyntaxKind.ParameterList).Children)
        {
            if (parameter.FirstAfterModifiers().TextIs("this"u8))
                continue;
            if (place >= arguments.Length || arguments[place].Kind is SyntaxKind.SpreadElement)
                break;
            var isRest = parameter.Has(NodeFlags.Rest);
            if (parameter.Child(SyntaxKind.TypeAnnotation) is not { Exists: true } annotation)
            {
                place++;
                continue;
            }

            var wanted = Denoted(annotation).Substitute(with);
            if (isRest)
                wanted = wanted.Element();
            do
            {
                var argument = arguments[place++];
                if (!(parameter.Has(NodeFlags.Optional) && argument.TextIs("undefined"u8)) && !MayTake(wanted, argument))
                    return false;
            }
            while (isRest && place < arguments.Length && arguments[place].Kind is not SyntaxKind.SpreadElement);
        }

        return true;
    }

    private bool MayTake(LightType wanted, SyntaxNode argument)
    {
        if (wanted is LightType.TypeParameter { Symbol: var parameter })
        {
            if (ConstraintOf(parameter) is not { } bound)
                return true;
            wanted = bound;
        }

        if (wanted.IsUnknown)
            return true;
        if (wanted is LightType.Union union)
            return union.Members.Any(member => MayTake(member, argument));
        while (argument.Kind is SyntaxKind.ParenthesizedExpression)
            argument = argument.FirstChild;
        if (AsFunction(wanted) is { } predicate && IsPredicate(predicate.Declarations[0]))
        {
            var given = argument.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression ? argument : AsFunction(TypeOf(argument)) is { } named ? named.Declarations[0] : default;
            return given.Exists && IsPredicate(given);
        }

        switch (argument.Kind)
        {
            // Asking for the type of a callback would ask for this very call.
            case SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression:
                return AsFunction(wanted) is { } function
                    ? Parameters(argument) <= Parameters(function.Declarations[0])
                    : wanted is LightType.Instance { Symbol: var symbol } && symbol.Name.Is("Function"u8) || wanted is LightType.Primitive { Kind: PrimitiveKind.Object };
            case SyntaxKind.ObjectLiteralExpression:
                if (wanted is LightType.Primitive { Kind: not PrimitiveKind.Object } or LightType.Literal or LightType.Array or LightType.Tuple or LightType.Function or LightType.Promise || AsFunction(wanted) is not null || AsConstructor(wanted) is not null)
                    return false;
                return LiteralFits(argument, wanted);
            case SyntaxKind.ArrayLiteralExpression:
                return wanted is not (LightType.Primitive { Kind: not PrimitiveKind.Object } or LightType.Literal or LightType.Function or LightType.Promise) && AsFunction(wanted) is null;
            default:
                // Whether null is told apart is the configuration's business.
                return Extends(TypeOf(argument).NonNullish(), wanted) is not false;
        }

        static bool IsPredicate(SyntaxNode signature) => signature.Child(SyntaxKind.TypeAnnotation).FirstChild.Kind is SyntaxKind.TypePredicate;

        static int Parameters(SyntaxNode signature)
        {
            var count = 0;
            foreach (var parameter in signature.Child(SyntaxKind.ParameterList).Children)
            {
                if (parameter.Has(NodeFlags.Rest))
                    return signature.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression ? count : int.MaxValue;
                count += parameter.FirstAfterModifiers().TextIs("this"u8) || parameter.Child(SyntaxKind.Initializer).Exists ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>An object literal fits when it brings what is required, and nothing that is plainly something else.</summary>
    private bool LiteralFits(SyntaxNode literal, LightType wanted)
    {
        if (wanted is not (LightType.Shape { Node.Kind: SyntaxKind.TypeLiteral } or LightType.Instance) || MemberNames(wanted) is not { } names || names.Count > 60)
            return true;
        var given = new HashSet<Name>();
        foreach (var property in literal.Children)
        {
            if (property.Kind is SyntaxKind.SpreadAssignment)
                return true;
            var name = NameAt(property.FirstAfterModifiers());
            if (!name.Exists)
                continue;
            given.Add(name);
            if (property.Kind is SyntaxKind.PropertyAssignment && FindMember(wanted, name) is { Symbol: { Exists: true } member }
                && property.ChildAt(1) is { Kind: SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword } value
                && Extends(OfExpression(value), TypeOf(member)) is false)
                return false;
        }

        foreach (var name in names)
        {
            if (!given.Contains(name) && FindMember(wanted, name) is { Symbol: { Exists: true } member } && !member.Declaration.Has(NodeFlags.Optional)
                && !TypeOf(member).Alternatives.Any(alternative => alternative.IsUnknown))
                return false;
        }

        return true;
    }

    /// <summary>The type of a parameter of a function type; of the function's first declaration.</summary>
    private LightType ParameterOf(LightType type, int place, bool isRest)
    {
        type = type.Callable ?? type.NonNullish();
        if (type is LightType.Union union)
            type = union.Members.FirstOrDefault(member => AsFunction(member) is not null) ?? LightType.Unknown;
        if ((type as LightType.Function ?? AsFunction(type)) is not { } function)
            return LightType.Unknown;

        var at = 0;
        foreach (var parameter in function.Declarations[0].Child(SyntaxKind.ParameterList).Children)
        {
            if (parameter.FirstAfterModifiers().TextIs("this"u8))
                continue;
            if (parameter.Has(NodeFlags.Rest))
            {
                var all = Remember(parameter).Substitute(function.With);
                return isRest ? all : ElementAt(all, place - at);
            }

            if (at++ == place)
                return isRest ? LightType.Unknown : Remember(parameter).Substitute(function.With);
        }

        return LightType.Unknown;
    }

    /// <summary><c>await Promise.all([f(), g()])</c> keeps the places of an array literal or tuple.</summary>
    private bool IsPromiseAll(LightType.Function function, SyntaxNode call, out LightType result)
    {
        result = LightType.Unknown;
        var declaration = function.Declarations[0];
        if (!promise.Exists || declaration.Parent.Parent != promise.Declaration || !declaration.Has(NodeFlags.Static) || !NameAt(declaration.FirstAfterModifiers()).Is("all"u8))
            return false;

        var argument = call.Child(SyntaxKind.ArgumentList).FirstChild;
        if ((argument.Kind is SyntaxKind.ArrayLiteralExpression ? AsTuple(argument) : TypeOf(argument)) is not LightType.Tuple tuple)
            return false;
        result = new LightType.Promise(new LightType.Tuple([.. tuple.Elements.Select(element => AwaitedOf(element))]));
        return true;
    }

    /// <summary>Type arguments told from the arguments of a call, in the order of the parameters; unknown where nothing tells.</summary>
    private ImmutableArray<LightType> InferArguments(SyntaxNode call, SyntaxNode signature, ImmutableArray<Symbol> own, Substitution receiver, bool withFunctions)
    {
        if (TypeArguments(call) is { IsEmpty: false } given && signature.Kind is not SyntaxKind.Constructor)
            return given;

        var told = new Unification(own);
        var found = told.Found;
        var arguments = call.Child(SyntaxKind.ArgumentList).Children.ToArray();
        var place = 0;
        foreach (var parameter in signature.Child(SyntaxKind.ParameterList).Children)
        {
            if (parameter.FirstAfterModifiers().TextIs("this"u8))
            {
                // `static create<M>(this: ModelStatic<M>)`: what stands before the dot tells.
                if (call.FirstChild.Kind is SyntaxKind.PropertyAccessExpression && parameter.Child(SyntaxKind.TypeAnnotation) is { Exists: true } receiving)
                    Unify(Denoted(receiving).Substitute(receiver), TypeOf(call.FirstChild.FirstChild).NonNullish(), told, 0);
                continue;
            }

            if (place >= arguments.Length)
                break;
            var isRest = parameter.Has(NodeFlags.Rest);
            LightType? wanted = null;
            do
            {
                var argument = arguments[place++];
                var isFunction = argument.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression;
                if ((isFunction && !withFunctions) || parameter.Child(SyntaxKind.TypeAnnotation) is not { Exists: true } annotation)
                    continue;
                // What is known so far is not asked for again: a callback's result is all that it may add.
                wanted ??= Denoted(annotation).Substitute(receiver);
                if (wanted.Depth == 0 && !wanted.IsOpen)
                    continue;
                if (argument.Kind is SyntaxKind.SpreadElement)
                    Unify(wanted, isRest ? TypeOf(argument.FirstChild) : LightType.Unknown, told, 0);
                else if (isRest && wanted is LightType.TypeParameter)
                    Unify(wanted, new LightType.Tuple([.. arguments[(place - 1)..].Select(TypeOf)]), told, 0);
                else
                    Unify(isRest ? wanted.Element() : wanted, TypeOf(argument), told, 0);
            }
            while (isRest && place < arguments.Length && wanted is not LightType.TypeParameter);
        }

        if (withFunctions && found.Any(one => one is null or { IsUnknown: true }) && ExpectedByAnnotation(call) is { IsUnknown: false } expected && signature.Kind is not SyntaxKind.Constructor)
        {
            var fromResult = new Unification(own);
            Unify(Result(signature).Substitute(receiver), expected, fromResult, 0);
            for (var i = 0; i < own.Length; i++)
            {
                if (found[i] is null or { IsUnknown: true })
                    found[i] = fromResult.Found[i] ?? found[i];
            }
        }

        var inferred = ImmutableArray.CreateBuilder<LightType>(own.Length);
        for (var i = 0; i < own.Length; i++)
        {
            inferred.Add(found[i] ?? DefaultOf(own[i]));
            // `<T, K extends keyof T = keyof T>`: a default may name earlier parameters.
            if (found[i] is null && inferred[i] is { IsUnknown: false } or { IsOpen: true })
                inferred[i] = inferred[i].Substitute(Bind(own[..i], [.. inferred]));
            if (found[i] is null && inferred[i].IsUnknown && ConstraintOf(own[i]) is { IsUnknown: false } bound)
                inferred[i] = bound.Substitute(Bind(own[..i], [.. inferred.Take(i)]));
        }

        return inferred.MoveToImmutable();
    }

    private void Unify(LightType wanted, LightType actual, Unification told, int depth)
    {
        if (depth > 8)
            return;
        switch (wanted)
        {
            case LightType.TypeParameter { Symbol: var symbol } when told.Own.IndexOf(symbol) is >= 0 and var at:
                if (told.Found[at] is null or { IsUnknown: true })
                    told.Found[at] = WantsLiteral(symbol) ? actual : actual.Widened();
                break;
            case LightType.Array { Of: var of }:
                Unify(of, actual.Element() is { IsUnknown: false } element ? element : Iterated(actual, isAsync: false), told, depth + 1);
                break;
            case LightType.Promise { Result: var result }:
                if (ThenableOf(actual) is Thenable.Promise)
                    Unify(result, AwaitedOf(actual), told, depth + 1);
                break;
            case LightType.Tuple tuple when actual is LightType.Tuple given:
                for (var i = 0; i < Math.Min(tuple.Elements.Length, given.Elements.Length); i++)
                    Unify(tuple.Elements[i], given.Elements[i], told, depth + 1);
                break;
            case LightType.Tuple tuple when actual is LightType.Array { Of: var each }:
                foreach (var one in tuple.Elements)
                    Unify(one, each, told, depth + 1);
                break;
            case LightType.Instance other:
                UnifyInstance(other, actual, told, depth);
                break;
            case LightType.Function function:
                if (AsFunction(actual) is { } callable && AsFunction(function) is not null)
                    UnifyFunctions(function, callable, told, depth);
                else if (AsFunction(function) is null && Constructed(actual) is { IsUnknown: false } made)
                    Unify(ResultOf(function, function.Declarations[0]), made, told, depth + 1);
                break;
            case LightType.Shape { Node.Kind: SyntaxKind.TypeLiteral } shape:
                if (AsConstructor(shape) is { } maker && Constructed(actual) is { IsUnknown: false } instance)
                    Unify(ResultOf(maker, maker.Declarations[^1]), instance, told, depth + 1);
                else if (AsFunction(shape) is { } call && AsFunction(actual) is { } called)
                    UnifyFunctions(call, called, told, depth);
                else if (actual is LightType.Shape or LightType.Instance or LightType.Intersection)
                    UnifyMembers(shape, actual, told, depth);
                break;
            case LightType.Shape { Node.Kind: SyntaxKind.MappedType } mapped:
                UnifyMapped(mapped, actual, told, depth);
                break;
            case LightType.Intersection intersection:
                foreach (var part in intersection.Parts)
                    Unify(part, actual, told, depth + 1);
                break;
            case LightType.Union union:
                UnifyUnion(union, actual, told, depth);
                break;
        }
    }

    /// <summary><c>K extends keyof T</c> and <c>S extends string</c> are told by the very value.</summary>
    private bool WantsLiteral(Symbol parameter)
    {
        if (parameter.Declaration.Has(NodeFlags.Const))
            return true;
        return parameter.Declaration.Child(SyntaxKind.TypeConstraint) is { Exists: true } constraint && (constraint.FirstChild is { Kind: SyntaxKind.TypeOperator, Operator: TokenKind.KeyOf }
            || Remember(constraint).Alternatives.Any(bound => bound is LightType.Primitive { Kind: PrimitiveKind.String or PrimitiveKind.Number } or LightType.Literal));
    }

    private void UnifyInstance(LightType.Instance wanted, LightType actual, Unification told, int depth)
    {
        if (wanted.Arguments.IsEmpty)
            return;
        if (BaseAs(actual, wanted.Symbol) is { } same)
        {
            for (var i = 0; i < Math.Min(wanted.Arguments.Length, same.Arguments.Length); i++)
                Unify(wanted.Arguments[i], same.Arguments[i], told, depth + 1);
            return;
        }

        if (wanted.Symbol.Name == PromiseLikeName)
        {
            if (ThenableOf(actual) is Thenable.Promise)
                Unify(wanted.Arguments[0], AwaitedOf(actual), told, depth + 1);
            return;
        }

        if (wanted.Symbol.Name.Is("Iterable"u8) || wanted.Symbol.Name.Is("AsyncIterable"u8) || wanted.Symbol.Name.Is("ArrayLike"u8))
        {
            Unify(wanted.Arguments[0], Iterated(actual, isAsync: wanted.Symbol.Name.Is("AsyncIterable"u8)), told, depth + 1);
            return;
        }

        if (AsConstructor(wanted) is { } maker && Constructed(actual) is { IsUnknown: false } made)
        {
            Unify(ResultOf(maker, maker.Declarations[^1]), made, told, depth + 1);
            return;
        }

        if (AsFunction(wanted) is { } call)
        {
            if (AsFunction(actual) is { } called)
                UnifyFunctions(call, called, told, depth);
            return;
        }

        if (actual is LightType.Shape or LightType.Instance or LightType.Intersection)
            UnifyMembers(wanted, actual, told, depth);
    }

    private void UnifyFunctions(LightType.Function wanted, LightType.Function actual, Unification told, int depth)
    {
        var signature = wanted.Declarations[0];
        var place = 0;
        foreach (var parameter in signature.Child(SyntaxKind.ParameterList).Children)
        {
            if (parameter.FirstAfterModifiers().TextIs("this"u8))
                continue;
            // Only what is written at the callback's own parameters tells anything; the rest is told by us.
            var given = actual.Declarations[0].Child(SyntaxKind.ParameterList).ChildAt(place);
            var isRest = parameter.Has(NodeFlags.Rest);
            if (isRest && Remember(parameter).Substitute(wanted.With) is LightType.TypeParameter { Symbol: var all } && told.Own.Contains(all))
                Unify(new LightType.TypeParameter(all), ParametersOf(actual), told, depth + 1);
            else if (given.Child(SyntaxKind.TypeAnnotation).Exists && parameter.Child(SyntaxKind.TypeAnnotation).Exists)
                Unify(isRest ? Remember(parameter).Substitute(wanted.With).Element() : Remember(parameter).Substitute(wanted.With), Remember(given).Substitute(actual.With), told, depth + 1);
            place++;
        }

        if (signature.Child(SyntaxKind.TypeAnnotation).FirstChild is { Kind: SyntaxKind.TypePredicate } asks && asks.ChildAt(1).Exists)
        {
            if (actual.Declarations[0].Child(SyntaxKind.TypeAnnotation).FirstChild is { Kind: SyntaxKind.TypePredicate } says && says.ChildAt(1).Exists)
                Unify(Denoted(asks.ChildAt(1)).Substitute(wanted.With), Denoted(says.ChildAt(1)).Substitute(actual.With), told, depth + 1);
            return;
        }

        if (signature.Child(SyntaxKind.TypeAnnotation).Exists)
            Unify(ResultOf(wanted, signature), ResultOf(actual, actual.Declarations[^1]), told, depth + 1);
    }

    private void UnifyMembers(LightType wanted, LightType actual, Unification told, int depth)
    {
        if (told.IsDone(wanted, actual, depth) || MemberNames(wanted) is not { } names || names.Count > 40)
            return;
        Workers.Step(names.Count);
        foreach (var name in names)
        {
            var type = OfProperty(wanted, name);
            if ((type.Depth > 0 || type.IsOpen) && FindMember(actual, name) is not null)
                Unify(type, OfProperty(actual, name), told, depth + 2);
        }

        if (IndexSignatureOf(wanted) is { } index && (index.Depth > 0 || index.IsOpen) && IndexSignatureOf(actual) is { IsUnknown: false } each)
            Unify(index, each, told, depth + 1);
    }

    /// <summary><c>{ [K in keyof T]: … }</c> of an object: its keys are T's.</summary>
    private void UnifyMapped(LightType.Shape mapped, LightType actual, Unification told, int depth)
    {
        var constraint = mapped.Node.Child(SyntaxKind.TypeParameter).Child(SyntaxKind.TypeConstraint).FirstChild;
        var template = mapped.Node.Child(SyntaxKind.TypeAnnotation);
        // `Record<K, V>`: the keys' type and the values'.
        if (Denoted(constraint).Substitute(mapped.With) is LightType.TypeParameter keys && template.Exists)
        {
            Unify(keys, KeysOf(actual), told, depth + 1);
            if (MemberNames(actual) is { Count: > 0 and <= 24 } names)
                Unify(Denoted(template).Substitute(mapped.With), LightType.AnyOf(names.Select(name => OfProperty(actual, name))), told, depth + 1);
        }
    }

    /// <summary><c>T | Promise&lt;T&gt;</c>: what fits a member with a shape goes there, the rest to the bare parameter.</summary>
    private void UnifyUnion(LightType.Union union, LightType actual, Unification told, int depth)
    {
        var bare = union.Members.OfType<LightType.TypeParameter>().Where(member => told.Own.Contains(member.Symbol)).ToArray();
        var rest = new List<LightType>();
        foreach (var part in actual.Alternatives)
        {
            var shaped = union.Members.FirstOrDefault(member => member is not LightType.TypeParameter && Alike(member, part));
            if (shaped is not null)
                Unify(shaped, part, told, depth + 1);
            else if (!(part.IsNullish && union.Members.Any(member => member.IsNullish)))
                rest.Add(part);
        }

        if (rest.Count > 0)
        {
            foreach (var member in bare)
                Unify(member, LightType.AnyOf(rest), told, depth + 1);
        }

        bool Alike(LightType member, LightType part) => member switch
        {
            LightType.Promise => ThenableOf(part) is Thenable.Promise,
            LightType.Instance instance when instance.Symbol.Name == PromiseLikeName => ThenableOf(part) is Thenable.Promise,
            LightType.Instance instance => BaseAs(part, instance.Symbol) is not null || (bare.Length == 0 && part is LightType.Shape or LightType.Instance or LightType.Array),
            LightType.Function => AsFunction(part) is not null,
            LightType.Shape => part is LightType.Shape or LightType.Instance && bare.Length == 0,
            _ => member.GetType() == part.GetType(),
        };
    }

    /// <summary>What the type parameters of one signature are told by the arguments of one call.</summary>
    /// <param name="own">The type parameters.</param>
    private sealed class Unification(ImmutableArray<Symbol> own)
    {
        private Dictionary<(LightType Wanted, LightType Actual), int>? done;

        public ImmutableArray<Symbol> Own => own;

        /// <summary>By parameter, the type that it stands for; null as long as nothing tells.</summary>
        public LightType?[] Found { get; } = new LightType?[own.Length];

        /// <summary>
        /// Whether the members of two types have been held against each other before, no deeper within others than now; notes that they are. Objects whose methods give and take one another
        /// lead to the same few pairs on every way through them: an audit spent more than half its time with one such library.
        /// </summary>
        public bool IsDone(LightType wanted, LightType actual, int depth)
        {
            done ??= [];
            if (done.TryGetValue((wanted, actual), out var before) && before <= depth)
                return true;
            done[(wanted, actual)] = depth;
            return false;
        }
    }
}
