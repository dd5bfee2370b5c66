using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    /// <summary>Longer chains of base classes are taken for cycles.</summary>
    private const int DeepestInheritance = 24;

    /// <summary>How many types one search for a member looks into: bases and spreads that double at each step would double the search.</summary>
    private const int MostTypes = 1000;

    /// <summary>What is left of it. A search that begins inside another has its own, so that no answer depends on who asked before.</summary>
    [ThreadStatic]
    private static int typesLeft;

    /// <summary>A member as it was found: its symbol or, in an object literal, its node, and what its owner's type parameters stand for.</summary>
    private readonly record struct Member(Symbol Symbol, SyntaxNode Node, Substitution With);

    /// <summary>The type of <c>target.name</c>.</summary>
    private LightType OfProperty(LightType target, Name name)
    {
        if (!name.Exists)
            return LightType.Unknown;

        target = target.NonNullish();
        if (target is LightType.Union union)
            return LightType.AnyOf(union.Members.Select(m => OfProperty(m, name)));
        if (target is LightType.Namespace { Of.Module: { } table })
            return OfMeaning(bindings.Export(table, name));
        if (FindMember(target, name) is not { } member)
            return IndexSignatureOf(target);

        var type = member.Symbol.Exists ? OfMeaning(bindings.MeaningOf(member.Symbol)) : TypeOf(member.Node);
        return type.Substitute(member.With);
    }

    private Member? FindMember(LightType target, Name name)
    {
        var around = typesLeft;
        typesLeft = MostTypes;
        var found = FindMember(target, name, 0);
        typesLeft = around;
        return found;
    }

    private Member? FindMember(LightType target, Name name, int depth)
    {
        if (depth > DeepestInheritance || !name.Exists || typesLeft-- <= 0)
            return null;

        switch (target)
        {
            case LightType.Instance instance when instance.Symbol.Is(SymbolFlags.Class | SymbolFlags.Interface):
                return FindInstanceMember(instance, target, name, depth);
            case LightType.ClassConstructor constructor:
                return FindStaticMember(constructor.Symbol, name, depth);
            case LightType.Shape { Node.Kind: SyntaxKind.TypeLiteral } shape:
                return ModuleOf(shape.Node).MembersOf(shape.Node).Find(name) is { Exists: true } signature ? new(signature, default, shape.With) : null;
            case LightType.Shape shape:
                return FindInLiteral(shape, name, depth);
            case LightType.Array { Of: var element }:
                return array.Exists ? FindInstanceMember(new(array, [element]), target, name, depth) : null;
            case LightType.Tuple tuple:
                return array.Exists ? FindInstanceMember(new(array, [tuple.Element()]), target, name, depth) : null;
            case LightType.Promise { Result: var result }:
                return promise.Exists ? FindInstanceMember(new(promise, [result]), target, name, depth) : null;
            case LightType.Literal literal:
                return FindMember(literal.Widened(), name, depth + 1);
            case LightType.Primitive primitive:
                var wrapper = primitive.Kind switch
                {
                    PrimitiveKind.String => "String",
                    PrimitiveKind.Number => "Number",
                    _ => "",
                };
                return wrapper.Length > 0 && bindings.Global(Name.Of(wrapper)) is { Exists: true } known ? FindInstanceMember(new(known, []), target, name, depth) : null;
            case LightType.Intersection intersection:
                foreach (var part in intersection.Parts)
                {
                    if (FindMember(part, name, depth + 1) is { } found)
                        return found;
                }

                return null;
            case LightType.Namespace ns:
                return FindInNamespace(ns, name);
            case LightType.TypeParameter parameter:
                return parameter.Symbol.Declaration.Child(SyntaxKind.TypeConstraint) is { Exists: true } constraint
                    ? FindMember(Denoted(constraint.FirstChild), name, depth + 1)
                    : null;
            case LightType.Function function when ModuleOf(function.Declarations[0]).SymbolOfDeclaration(function.Declarations[0]) is var symbol && symbol.Is(SymbolFlags.Namespace):
                return FindInNamespace(new(Meaning.Of(symbol)), name);
            default:
                return null;
        }
    }

    private Member? FindInNamespace(LightType.Namespace ns, Name name)
    {
        if (ns.Of.Module is { } table)
            return bindings.Export(table, name).Symbol is { Exists: true } exported ? new(exported, default, Substitution.None) : null;

        var symbol = ns.Of.Symbol;
        foreach (var declaration in symbol.Declarations)
        {
            if (declaration.Kind is SyntaxKind.EnumDeclaration && symbol.Module.MembersOf(declaration).Find(name) is { Exists: true } member)
                return new(member, default, Substitution.None);
        }

        return bindings.MemberOf(Meaning.Of(symbol), name).Symbol is { Exists: true } inner ? new(inner, default, Substitution.None) : null;
    }

    private Member? FindInstanceMember(LightType.Instance instance, LightType self, Name name, int depth)
    {
        if (depth > DeepestInheritance || typesLeft-- <= 0)
            return null;

        var symbol = instance.Symbol;
        var with = Bind(TypeParametersOf(symbol), instance.Arguments, self);
        var declarations = symbol.Declarations;
        foreach (var declaration in declarations)
        {
            var body = BodyOf(declaration);
            if (body.Exists && symbol.Module.MembersOf(body).Find(name) is { Exists: true } own)
                return new(own, default, with);
        }

        foreach (var declaration in declarations)
        {
            foreach (var clause in declaration.Children)
            {
                if (clause.Kind is not SyntaxKind.HeritageClause || clause.Operator is TokenKind.Implements)
                    continue;

                foreach (var parent in clause.Children)
                {
                    var type = declaration.Kind is SyntaxKind.InterfaceDeclaration ? Denoted(parent) : BaseInstance(declaration, parent);
                    type = type.Substitute(with);
                    var inherited = type is LightType.Instance parentInstance && parentInstance.Symbol.Is(SymbolFlags.Class | SymbolFlags.Interface)
                        ? FindInstanceMember(parentInstance, self, name, depth + 1)
                        : FindMember(type, name, depth + 1);
                    if (inherited is not null)
                        return inherited;
                }
            }
        }

        return null;
    }

    /// <summary>What a class inherits: an instance of the class that the extended expression evaluates to.</summary>
    private LightType BaseInstance(SyntaxNode classNode, SyntaxNode heritage) => Remember(classNode) switch
    {
        LightType.ClassConstructor { Symbol: var symbol } => InstanceOf(symbol, TypeArguments(heritage)),
        _ => LightType.Unknown,
    };

    private Member? FindStaticMember(Symbol symbol, Name name, int depth)
    {
        if (depth > DeepestInheritance)
            return null;

        foreach (var declaration in symbol.Declarations)
        {
            var body = declaration.Child(SyntaxKind.ClassBody);
            if (body.Exists && symbol.Module.MembersOf(body).Find(name, isStatic: true) is { Exists: true } own)
                return new(own, default, Substitution.Of([], new LightType.ClassConstructor(symbol)));
        }

        if (symbol.Is(SymbolFlags.Namespace) && bindings.MemberOf(Meaning.Of(symbol), name).Symbol is { Exists: true } inner)
            return new(inner, default, Substitution.None);

        return Remember(symbol.Declaration) is LightType.ClassConstructor parent && symbol.Declaration.Kind is SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression
            ? FindStaticMember(parent.Symbol, name, depth + 1)
            : null;
    }

    /// <summary>The last property of the name wins; a spread in between may bring it too.</summary>
    private Member? FindInLiteral(LightType.Shape shape, Name name, int depth)
    {
        Member? found = null;
        foreach (var property in shape.Node.Children)
        {
            if (property.Kind is SyntaxKind.SpreadAssignment)
            {
                if (found is null)
                    found = FindMember(TypeOf(property.FirstChild).NonNullish(), name, depth + 1);
            }
            else if (NameAt(property.FirstAfterModifiers()) == name && property.Kind is not SyntaxKind.SetAccessor)
            {
                found = new(default, property, shape.With);
            }
        }

        return found;
    }

    /// <summary><c>{ [key: string]: T }</c> gives T for any key.</summary>
    private LightType IndexSignatureOf(LightType target)
    {
        var (body, with) = target switch
        {
            LightType.Shape { Node.Kind: SyntaxKind.TypeLiteral } shape => (shape.Node, shape.With),
            LightType.Instance instance when instance.Symbol.Is(SymbolFlags.Interface | SymbolFlags.Class) =>
                (BodyOf(instance.Symbol.Declaration), Bind(TypeParametersOf(instance.Symbol), instance.Arguments)),
            _ => (default, Substitution.None),
        };
        return body.Child(SyntaxKind.IndexSignature).Child(SyntaxKind.TypeAnnotation) is { Exists: true } annotation
            ? Denoted(annotation).Substitute(with)
            : LightType.Unknown;
    }

    private static SyntaxNode BodyOf(SyntaxNode declaration) => declaration.Kind is SyntaxKind.InterfaceDeclaration
        ? declaration.Child(SyntaxKind.InterfaceBody)
        : declaration.Child(SyntaxKind.ClassBody);
}
