using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    private readonly Symbol promise;
    private readonly Symbol array;
    private readonly Symbol readonlyArray;

    /// <summary>The type that a type node says.</summary>
    private LightType Denoted(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.TypeAnnotation or SyntaxKind.ParenthesizedType or SyntaxKind.OptionalType => Denoted(node.FirstChild),
        SyntaxKind.KeywordType => OfKeyword(node.Operator),
        SyntaxKind.ThisType => LightType.Self,
        _ when node.Exists => Once(node, static (self, type) => self.Read(type)),
        _ => LightType.Unknown,
    };

    private LightType Read(SyntaxNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return Evaluation.Of(this).Spoil();
        switch (node.Kind)
        {
            case SyntaxKind.RestType:
                return Denoted(node.FirstChild).Element();
            case SyntaxKind.TypeReference or SyntaxKind.ExpressionWithTypeArguments:
                return OfReference(node);
            case SyntaxKind.ArrayType:
                return new LightType.Array(Denoted(node.FirstChild));
            case SyntaxKind.TupleType:
                return OfTupleType(node);
            case SyntaxKind.NamedTupleMember:
                return Denoted(node.ChildAt(1));
            case SyntaxKind.UnionType:
                return LightType.AnyOf(node.Children.ToArray().Select(Denoted));
            case SyntaxKind.IntersectionType:
                return LightType.AllOf(node.Children.ToArray().Select(Denoted));
            case SyntaxKind.FunctionType or SyntaxKind.ConstructorType:
                return new LightType.Function([node], Substitution.None);
            case SyntaxKind.TypeLiteral:
                return new LightType.Shape(node, Substitution.None);
            case SyntaxKind.TypeQuery:
                return OfQuery(node);
            case SyntaxKind.TypeOperator when node.Operator is TokenKind.ReadOnly or TokenKind.Unique:
                return Denoted(node.FirstChild);
            case SyntaxKind.TypeOperator or SyntaxKind.IndexedAccessType or SyntaxKind.ConditionalType or SyntaxKind.MappedType or SyntaxKind.TemplateLiteralType:
                return Evaluate(node, Substitution.None);
            case SyntaxKind.InferType:
                return ModuleOf(node).SymbolOfDeclaration(node.FirstChild) is { Exists: true } inferred ? new LightType.TypeParameter(inferred) : LightType.Unknown;
            case SyntaxKind.LiteralType:
                return OfLiteralType(node.FirstChild);
            case SyntaxKind.TypePredicate:
                return node.Has(NodeFlags.Asserts) ? LightType.Void : LightType.Boolean;
            case SyntaxKind.ImportType:
                return OfImportType(node);
            default:
                return LightType.Unknown;
        }
    }

    private static LightType OfKeyword(TokenKind keyword) => keyword switch
    {
        TokenKind.String => LightType.String,
        TokenKind.Number => LightType.Number,
        TokenKind.Boolean => LightType.Boolean,
        TokenKind.BigInt => LightType.BigInt,
        TokenKind.Symbol => LightType.SymbolValue,
        TokenKind.Void => LightType.Void,
        TokenKind.Undefined => LightType.Undefined,
        TokenKind.Null => LightType.Null,
        TokenKind.Never => LightType.Never,
        TokenKind.Object => LightType.AnyObject,
        TokenKind.This => LightType.Self,
        _ => LightType.Unknown,
    };

    private LightType OfLiteralType(SyntaxNode literal) => literal.Kind switch
    {
        SyntaxKind.PrefixUnaryExpression => new LightType.Literal(PrimitiveKind.Number, literal.Text),
        _ => OfExpression(literal),
    };

    private LightType OfTupleType(SyntaxNode node)
    {
        var elements = ImmutableArray.CreateBuilder<LightType>();
        foreach (var element in node.Children)
        {
            // A tuple without an end is a list of whatever stands in it.
            if (element.Kind is SyntaxKind.RestType || element.Has(NodeFlags.Rest))
                return new LightType.Array(LightType.AnyOf(node.Children.ToArray().Select(part => part.Has(NodeFlags.Rest) ? Denoted(part).Element() : Denoted(part))));
            var type = Denoted(element);
            elements.Add(element.Kind is SyntaxKind.OptionalType || element.Has(NodeFlags.Optional) ? LightType.AnyOf(type, LightType.Undefined) : type);
        }

        return new LightType.Tuple(elements.ToImmutable());
    }

    private LightType OfReference(SyntaxNode node)
    {
        var entity = node.FirstChild;
        var module = ModuleOf(node);
        // The compiler's own generic types have one word, whoever declares them once more: "type Omit<T, K> = Pick<T, Exclude<keyof T, K>>" loses what T is.
        if (entity.Is(SyntaxKind.Identifier) && IsUtility(entity.Text) && !module.LocalSymbolOf(entity).Exists)
            return OfUtility(node, entity.Text, TypeArguments(node), Substitution.None);
        var meaning = bindings.EntityMeaning(module, entity);
        var symbol = meaning.Symbol;
        if (!symbol.Exists && meaning.Expression.Exists)
            symbol = SymbolOf(meaning.Expression);
        var arguments = TypeArguments(node);
        return symbol.Exists ? OfTypeSymbol(symbol, arguments) : LightType.Unknown;
    }

    /// <summary><c>typeof a.b</c>: the type of a value, whose properties are looked for through its type.</summary>
    private LightType OfQuery(SyntaxNode query)
    {
        if (query.FirstChild.Kind is SyntaxKind.ImportType)
            return OfImportType(query.FirstChild);
        var module = ModuleOf(query);
        var value = Value(query.FirstChild);
        // `typeof map<string>`: the parameters of the function itself.
        return value is LightType.Function function && TypeArguments(query) is { IsEmpty: false } given
            ? function.Substitute(Bind(TypeParametersOf(function.Declarations[0]), given))
            : value;

        LightType Value(SyntaxNode entity)
        {
            if (entity.TextIs("this"u8))
                return OfThis(entity);
            if (bindings.EntityMeaning(module, entity) is { Exists: true } meaning)
                return OfMeaning(meaning);
            return entity.Kind is SyntaxKind.QualifiedName or SyntaxKind.PropertyAccessExpression ? OfProperty(Value(entity.FirstChild), NameAt(entity.ChildAt(1))) : LightType.Unknown;
        }
    }

    private LightType OfTypeSymbol(Symbol symbol, ImmutableArray<LightType> arguments)
    {
        if (symbol.Is(SymbolFlags.TypeParameter))
            return new LightType.TypeParameter(symbol);
        if (symbol.Is(SymbolFlags.Class | SymbolFlags.Interface | SymbolFlags.Enum))
            return InstanceOf(symbol, arguments);
        if (symbol.Is(SymbolFlags.EnumMember))
            return OfSymbol(symbol);
        if (!symbol.Is(SymbolFlags.TypeAlias))
            return LightType.Unknown;

        var alias = symbol.Declarations.First(d => d.Kind is SyntaxKind.TypeAliasDeclaration);
        var type = Remember(alias);
        return type.Substitute(Bind(TypeParametersOf(symbol), arguments));
    }

    /// <summary>An instance of a class or interface; promises and arrays have types of their own.</summary>
    private LightType InstanceOf(Symbol symbol, ImmutableArray<LightType> arguments)
    {
        if (symbol == promise)
            return new LightType.Promise(arguments is [var result, ..] ? result : LightType.Unknown);
        if (symbol == array || symbol == readonlyArray)
            return new LightType.Array(arguments is [var element, ..] ? element : LightType.Unknown);
        return new LightType.Instance(symbol, arguments);
    }

    private LightType InstanceOf(LightType constructor) =>
        constructor is LightType.ClassConstructor { Symbol: var symbol } ? InstanceOf(symbol, []) : LightType.Unknown;

    /// <summary><c>import('pg').Pool</c></summary>
    private LightType OfImportType(SyntaxNode node)
    {
        if (node.FirstChild.FirstChild is not { Kind: SyntaxKind.StringLiteral } specifier || bindings.ModuleFor(ModuleOf(node), specifier) is not { } table)
            return LightType.Unknown;

        var meaning = new Meaning(default, default, table);
        foreach (var child in node.Children)
        {
            if (child.Kind is SyntaxKind.Identifier or SyntaxKind.QualifiedName)
                meaning = Qualified(meaning, child);
        }

        // `typeof import('pg')` and `typeof import('pg').pool` are values.
        if (node.Has(NodeFlags.TypeOnly) || node.Parent.Kind is SyntaxKind.TypeQuery)
            return OfMeaning(meaning);
        return meaning.Symbol.Exists ? OfTypeSymbol(meaning.Symbol, TypeArguments(node)) : LightType.Unknown;
    }

    private Meaning Qualified(Meaning left, SyntaxNode name)
    {
        if (name.Kind is SyntaxKind.QualifiedName)
            left = Qualified(left, name.FirstChild);
        var last = name.Kind is SyntaxKind.QualifiedName ? name.ChildAt(1) : name;
        return bindings.MemberOf(left, NameAt(last));
    }

    private ImmutableArray<LightType> TypeArguments(SyntaxNode node) =>
        node.Child(SyntaxKind.TypeArgumentList) is { Exists: true } list ? [.. list.Children.ToArray().Select(Denoted)] : [];

    private ImmutableArray<Symbol> TypeParametersOf(Symbol symbol)
    {
        foreach (var declaration in symbol.Declarations)
        {
            if (declaration.Child(SyntaxKind.TypeParameterList).Exists)
                return TypeParametersOf(declaration);
        }

        return [];
    }

    private ImmutableArray<Symbol> TypeParametersOf(SyntaxNode declaration)
    {
        var list = declaration.Child(SyntaxKind.TypeParameterList);
        if (!list.Exists)
            return [];
        var module = ModuleOf(declaration);
        return [.. list.Children.ToArray().Select(module.SymbolOfDeclaration).Where(s => s.Exists)];
    }

    /// <summary>Arguments for parameters; a missing one is its default, else unknown.</summary>
    private Substitution Bind(ImmutableArray<Symbol> parameters, ImmutableArray<LightType> arguments, LightType? self = null)
    {
        if (parameters.IsEmpty)
            return self is null ? Substitution.None : Substitution.Of([], self);

        var pairs = new List<(Symbol, LightType)>(parameters.Length);
        for (var place = 0; place < parameters.Length; place++)
            pairs.Add((parameters[place], place < arguments.Length ? arguments[place] : DefaultOf(parameters[place])));
        return Substitution.Of(pairs, self);
    }

    private LightType DefaultOf(Symbol parameter) =>
        parameter.Declaration.Child(SyntaxKind.TypeDefault) is { Exists: true } given ? Denoted(given.FirstChild) : LightType.Unknown;
}
