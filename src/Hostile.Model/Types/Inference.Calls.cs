using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    private static readonly Name RequireName = Name.Of("require");

    /// <summary>What a CallExpression, NewExpression or TaggedTemplateExpression calls.</summary>
    public Callee CalleeOf(SyntaxNode call)
    {
        if (call.Kind is not (SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression))
            return Callee.Unknown.Instance;

        var target = TypeOf(call.FirstChild).NonNullish();
        if (call.FirstChild.Kind is SyntaxKind.SuperKeyword)
            target = Remember(call.Ancestor(SyntaxKind.ClassBody).Parent);
        var functions = ImmutableArray.CreateBuilder<SyntaxNode>();
        var signatures = ImmutableArray.CreateBuilder<SyntaxNode>();
        // "(pool | client).query(…)": what several library classes offer alike is one library call.
        if (target is LightType.Union && target.Alternatives.All(alternative => alternative is LightType.Function function && IsKnowledge(Choose(function, call))))
            target = target.Alternatives[0];
        foreach (var alternative in target.Alternatives)
        {
            switch (alternative)
            {
                case LightType.Function function:
                    var chosen = Choose(function, call);
                    if (IsKnowledge(chosen))
                        return target is LightType.Union ? Callee.Unknown.Instance : new Callee.Library(MemberDeclaredBy(chosen), chosen);
                    var bodies = function.Declarations.Where(d => new FunctionLike(d).Body.Exists).ToArray();
                    functions.AddRange(bodies);
                    if (bodies.Length == 0)
                        signatures.Add(chosen);
                    break;
                case LightType.ClassConstructor { Symbol: var symbol }:
                    var declaration = symbol.Declarations.FirstOrDefault(d => d.Kind is SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression, symbol.Declaration);
                    if (IsKnowledge(declaration))
                        return target is LightType.Union ? Callee.Unknown.Instance : new Callee.Library(symbol, ConstructorOf(declaration, call) is { Exists: true } own ? own : declaration);
                    var constructor = ConstructorOf(declaration, call);
                    functions.Add(constructor.Exists ? constructor : declaration);
                    break;
                default:
                    return Callee.Unknown.Instance;
            }
        }

        return functions.Count + signatures.Count == 0
            ? Callee.Unknown.Instance
            : new Callee.InProgram(functions.ToImmutable()) { Signatures = signatures.ToImmutable() };
    }

    /// <summary>The type that the callee wants for an argument: for <c>new Pool({…})</c> the options' type.</summary>
    public LightType ExpectedArgument(SyntaxNode call, int place)
    {
        if (call.Kind is SyntaxKind.NewExpression)
        {
            return TypeOf(call.FirstChild) is LightType.ClassConstructor { Symbol: var symbol } && ConstructorFor(symbol, call) is { Exists: true } constructor
                ? ParameterOf(new LightType.Function([constructor], Bind(TypeParametersOf(symbol), TypeArguments(call))), place, isRest: false)
                : LightType.Unknown;
        }

        var target = TypeOf(call.FirstChild).NonNullish();
        if (target is not LightType.Function function)
            return LightType.Unknown;

        var signature = Choose(function, call);
        var own = TypeParametersOf(signature);
        var with = own.IsEmpty ? function.With : Bind(own, InferArguments(call, signature, own, function.With, withFunctions: false)).Then(function.With);
        return ParameterOf(new LightType.Function([signature], with), place, isRest: false);
    }

    private LightType OfCall(SyntaxNode call)
    {
        var callee = call.FirstChild;
        var arguments = call.Child(SyntaxKind.ArgumentList);
        if (callee.Kind is SyntaxKind.ImportKeyword)
            return bindings.ModuleFor(ModuleOf(call), arguments.FirstChild) is { } imported ? new LightType.Promise(OfModule(imported)) : new LightType.Promise(LightType.Unknown);
        if (callee.Kind is SyntaxKind.SuperKeyword)
            return LightType.Void;
        if (callee.Kind is SyntaxKind.Identifier && NameAt(callee) == RequireName && !ModuleOf(callee).LocalSymbolOf(callee).Exists)
            return bindings.ModuleFor(ModuleOf(call), arguments.FirstChild) is { } required ? OfRequired(required) : LightType.Unknown;

        var target = TypeOf(callee);
        var result = LightType.AnyOf(target.NonNullish().Alternatives.Select(t => OfCall(t, call)));
        // `a?.f()` may be skipped; so may `f?.()`.
        return target is LightType.Union && !result.IsUnknown && (call.Has(NodeFlags.Optional) || callee.Has(NodeFlags.Optional))
            ? LightType.AnyOf(result, LightType.Undefined)
            : result;
    }

    private static LightType.Namespace OfModule(ExportTable table) => new(new(default, default, table));

    /// <summary><c>require</c> gives what <c>module.exports</c> is, or else the exports as an object.</summary>
    private LightType OfRequired(ExportTable table) =>
        table.Whole is { } whole && table.Module.Tree[whole.Node].Kind is not SyntaxKind.ObjectLiteralExpression
            ? TypeOf(table.Module.Tree[whole.Node])
            : OfModule(table);

    private LightType OfCall(LightType target, SyntaxNode call)
    {
        if (target is not LightType.Function function)
            return LightType.Unknown;
        if (IsPromiseAll(function, call, out var settled))
            return settled;

        var signature = Choose(function, call);
        var own = TypeParametersOf(signature);
        if (own.IsEmpty)
            return ResultOf(function, signature);

        var given = TypeArguments(call);
        var inferred = given.IsEmpty ? InferArguments(call, signature, own, function.With, withFunctions: true) : given;
        return Result(signature).Substitute(Bind(own, inferred)).Substitute(function.With);
    }

    private LightType ResultOf(LightType.Function function, SyntaxNode signature) => Result(signature).Substitute(function.With);

    private LightType Result(SyntaxNode signature) => signature.Kind is SyntaxKind.Constructor ? LightType.Void : Remember(signature);

    private LightType OfTagged(SyntaxNode tagged) =>
        LightType.AnyOf(TypeOf(tagged.FirstChild).NonNullish().Alternatives.Select(t => OfCall(t, tagged)));

    private LightType OfNew(SyntaxNode node)
    {
        if (TypeOf(node.FirstChild) is not LightType.ClassConstructor { Symbol: var symbol })
            return LightType.Unknown;

        var parameters = TypeParametersOf(symbol);
        var given = TypeArguments(node);
        if (given.IsEmpty && !parameters.IsEmpty)
        {
            var constructor = ConstructorFor(symbol, node);
            given = constructor.Exists ? InferArguments(node, constructor, parameters, Substitution.None, withFunctions: true) : [];
            // `const p: Promise<Row> = new Promise(…)`: the place it goes to knows what the constructor does not say.
            if (given.All(g => g.IsUnknown))
                given = Expected(node) switch
                {
                    LightType.Promise wanted when symbol == promise => [wanted.Result],
                    LightType.Instance wanted when wanted.Symbol == symbol => wanted.Arguments,
                    _ => [],
                };
        }

        return InstanceOf(symbol, given);
    }

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

    /// <summary>The first overload that takes so many arguments and, where it wants a certain string, that string.</summary>
    private SyntaxNode Choose(LightType.Function function, SyntaxNode call)
    {
        if (function.Declarations.Length == 1)
            return function.Declarations[0];

        var arguments = call.Kind is SyntaxKind.TaggedTemplateExpression ? [] : call.Child(SyntaxKind.ArgumentList).Children.ToArray();
        SyntaxNode fallback = default;
        foreach (var declaration in function.Declarations)
        {
            // The implementation of overloaded functions is not called by its own signature.
            if (new FunctionLike(declaration).Body.Exists)
                continue;
            if (!fallback.Exists)
                fallback = declaration;
            if (Accepts(declaration, arguments.Length) && Fits(declaration, arguments))
                return declaration;
        }

        return fallback.Exists ? fallback : function.Declarations[0];
    }

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

    /// <summary>Rules out overloads that want another string literal, a function where none is given, or a string where an object is.</summary>
    private bool Fits(SyntaxNode signature, SyntaxNode[] arguments)
    {
        var place = 0;
        foreach (var parameter in signature.Child(SyntaxKind.ParameterList).Children)
        {
            if (parameter.FirstAfterModifiers().TextIs("this"u8))
                continue;
            if (place >= arguments.Length || parameter.Has(NodeFlags.Rest))
                break;
            var argument = arguments[place++];
            if (parameter.Child(SyntaxKind.TypeAnnotation).FirstChild is not { Exists: true } wanted)
                continue;
            if (!MayTake(wanted, argument))
                return false;
        }

        return true;
    }

    private bool MayTake(SyntaxNode wanted, SyntaxNode argument)
    {
        switch (wanted.Kind)
        {
            case SyntaxKind.FunctionType:
                return argument.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression || !IsPlainValue(argument);
            case SyntaxKind.LiteralType when wanted.FirstChild.Kind is SyntaxKind.StringLiteral:
                return argument.Kind is not SyntaxKind.StringLiteral || NameAt(argument) == NameAt(wanted.FirstChild);
            case SyntaxKind.UnionType:
                foreach (var member in wanted.Children)
                {
                    if (MayTake(member, argument))
                        return true;
                }

                return false;
            case SyntaxKind.KeywordType when wanted.Operator is TokenKind.String:
                if (argument.Kind is SyntaxKind.ObjectLiteralExpression or SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression or SyntaxKind.ArrayLiteralExpression)
                    return false;
                return argument.Kind is SyntaxKind.StringLiteral or SyntaxKind.TemplateExpression or SyntaxKind.NoSubstitutionTemplateLiteral
                    || TypeOf(argument).Widened() is not (LightType.Shape or LightType.Function or LightType.Array or LightType.Primitive { Kind: not PrimitiveKind.String });
            case SyntaxKind.KeywordType when wanted.Operator is TokenKind.Number:
                return argument.Kind is not (SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression)
                    && TypeOf(argument).Widened() is not (LightType.Shape or LightType.Function or LightType.Array or LightType.Primitive { Kind: not PrimitiveKind.Number });
            case SyntaxKind.ArrayType:
                return argument.Kind is not (SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression or SyntaxKind.StringLiteral or SyntaxKind.ObjectLiteralExpression);
            case SyntaxKind.TypeReference or SyntaxKind.TypeLiteral:
                if (IsPlainValue(argument) && argument.Kind is not (SyntaxKind.ObjectLiteralExpression or SyntaxKind.ArrayLiteralExpression))
                    return Denoted(wanted) is not (LightType.Instance or LightType.Shape);
                if (argument.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression)
                    return Denoted(wanted) is LightType.Function or LightType.Union || Denoted(wanted).IsUnknown || HasCallSignature(Denoted(wanted));
                return argument.Kind is SyntaxKind.ObjectLiteralExpression || TypeOf(argument).Widened() is not LightType.Primitive { Kind: PrimitiveKind.String or PrimitiveKind.Number }
                    || Denoted(wanted) is not (LightType.Instance or LightType.Shape);
            default:
                return true;
        }
    }

    private static bool HasCallSignature(LightType type) => type is LightType.Instance instance && BodyOf(instance.Symbol.Declaration).Child(SyntaxKind.CallSignature).Exists;

    /// <summary>A literal that is certainly no function.</summary>
    private static bool IsPlainValue(SyntaxNode argument) => argument.Kind is SyntaxKind.StringLiteral or SyntaxKind.TemplateExpression
        or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.NumericLiteral or SyntaxKind.ObjectLiteralExpression or SyntaxKind.ArrayLiteralExpression;

    /// <summary>The type of a parameter of a function type; of the function's first declaration.</summary>
    private LightType ParameterOf(LightType type, int place, bool isRest)
    {
        type = type.NonNullish();
        if (type is LightType.Union union)
            type = union.Members.FirstOrDefault(m => m is LightType.Function) ?? LightType.Unknown;
        if (type is LightType.Instance instance && BodyOf(instance.Symbol.Declaration).Child(SyntaxKind.CallSignature) is { Exists: true } call)
            type = new LightType.Function([call], Bind(TypeParametersOf(instance.Symbol), instance.Arguments));
        if (type is not LightType.Function function)
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

    /// <summary><c>await Promise.all([f(), g()])</c> keeps the places of an array literal.</summary>
    private bool IsPromiseAll(LightType.Function function, SyntaxNode call, out LightType result)
    {
        result = LightType.Unknown;
        var declaration = function.Declarations[0];
        if (!promise.Exists || declaration.Parent.Parent != promise.Declaration || !declaration.Has(NodeFlags.Static) || !NameAt(declaration.FirstAfterModifiers()).Is("all"u8))
            return false;

        var argument = call.Child(SyntaxKind.ArgumentList).FirstChild;
        if (argument.Kind is not SyntaxKind.ArrayLiteralExpression || AsTuple(argument) is not LightType.Tuple tuple)
            return false;
        result = new LightType.Promise(new LightType.Tuple([.. tuple.Elements.Select(e => e.Awaited())]));
        return true;
    }

    /// <summary>Type arguments told from the arguments of a call, in the order of the parameters; unknown where nothing tells.</summary>
    private ImmutableArray<LightType> InferArguments(SyntaxNode call, SyntaxNode signature, ImmutableArray<Symbol> own, Substitution receiver, bool withFunctions)
    {
        if (TypeArguments(call) is { IsEmpty: false } given && signature.Kind is not SyntaxKind.Constructor)
            return given;

        var found = new LightType?[own.Length];
        var arguments = call.Child(SyntaxKind.ArgumentList).Children.ToArray();
        var place = 0;
        foreach (var parameter in signature.Child(SyntaxKind.ParameterList).Children)
        {
            if (parameter.FirstAfterModifiers().TextIs("this"u8))
                continue;
            if (place >= arguments.Length)
                break;
            var argument = arguments[place++];
            var isFunction = argument.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression;
            if (argument.Kind is SyntaxKind.SpreadElement || (isFunction && !withFunctions) || parameter.Child(SyntaxKind.TypeAnnotation) is not { Exists: true } annotation)
                continue;

            var wanted = Denoted(annotation).Substitute(receiver);
            Unify(parameter.Has(NodeFlags.Rest) ? wanted.Element() : wanted, TypeOf(argument), own, found, 0);
        }

        return [.. found.Select((f, i) => f ?? DefaultOf(own[i]))];
    }

    private void Unify(LightType wanted, LightType actual, ImmutableArray<Symbol> own, LightType?[] found, int depth)
    {
        if (depth > 8)
            return;
        switch (wanted)
        {
            case LightType.TypeParameter { Symbol: var symbol } when own.IndexOf(symbol) is >= 0 and var at:
                found[at] ??= actual.Widened();
                break;
            case LightType.Array { Of: var of }:
                Unify(of, actual.Element(), own, found, depth + 1);
                break;
            case LightType.Promise { Result: var result } when actual is LightType.Promise given:
                Unify(result, given.Result, own, found, depth + 1);
                break;
            case LightType.Tuple tuple when actual is LightType.Tuple other:
                for (var i = 0; i < Math.Min(tuple.Elements.Length, other.Elements.Length); i++)
                    Unify(tuple.Elements[i], other.Elements[i], own, found, depth + 1);
                break;
            case LightType.Instance instance when actual is LightType.Instance same && same.Symbol == instance.Symbol:
                for (var i = 0; i < Math.Min(instance.Arguments.Length, same.Arguments.Length); i++)
                    Unify(instance.Arguments[i], same.Arguments[i], own, found, depth + 1);
                break;
            case LightType.Instance { Symbol: var iterable, Arguments: [var element, ..] } when iterable.Name.Is("Iterable"u8):
                Unify(element, Iterated(actual, isAsync: false), own, found, depth + 1);
                break;
            case LightType.Function function when actual is LightType.Function given:
                Unify(ResultOf(function, function.Declarations[0]), ResultOf(given, given.Declarations[0]), own, found, depth + 1);
                break;
            case LightType.Union union:
                UnifyUnion(union, actual, own, found, depth);
                break;
        }
    }

    /// <summary><c>T | Promise&lt;T&gt;</c>: what fits a member with a shape goes there, the rest to the bare parameter.</summary>
    private void UnifyUnion(LightType.Union union, LightType actual, ImmutableArray<Symbol> own, LightType?[] found, int depth)
    {
        var shaped = union.Members.FirstOrDefault(m => m is not LightType.TypeParameter && m.GetType() == actual.GetType());
        if (shaped is not null)
        {
            Unify(shaped, actual, own, found, depth + 1);
            return;
        }

        foreach (var member in union.Members)
        {
            if (member is LightType.TypeParameter)
                Unify(member, actual.NonNullish(), own, found, depth + 1);
        }
    }

    private bool IsKnowledge(SyntaxNode node) => (ModuleOf(node).Roles & ModuleRoles.Knowledge) != 0;

    private Symbol MemberDeclaredBy(SyntaxNode signature)
    {
        var module = ModuleOf(signature);
        for (var at = signature; at.Exists; at = at.Parent)
        {
            if (at.Kind is SyntaxKind.CallSignature)
                at = at.Parent.Parent;
            if (module.SymbolOfDeclaration(at) is { Exists: true } symbol)
                return symbol;
            if (at.Kind is not (SyntaxKind.FunctionType or SyntaxKind.TypeAnnotation or SyntaxKind.UnionType or SyntaxKind.ParenthesizedType or SyntaxKind.Parameter))
                break;
        }

        return default;
    }
}
