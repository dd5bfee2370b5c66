using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    /// <summary>Longer chains of base classes are taken for cycles.</summary>
    private const int DeepestInheritance = 24;

    /// <summary>How many types one search through bases looks into, for a member, a signature or whatever they hand down: bases and spreads that double at each step would double the search.</summary>
    private const int MostTypes = 1000;

    private static readonly Name PrototypeName = Name.Of("prototype"u8);

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
            return OfPropertyOfSome(union, name);
        if (target is LightType.Intersection intersection && OfPropertyOfUnionIn(intersection, name) is { IsUnknown: false } ofUnion)
            return ofUnion;
        if (target is LightType.Namespace { Of.Module: { } table })
            return OfMeaning(bindings.Export(table, name));
        if (target.Equals(LightType.Data))
            return FindIn("Array", target, name) is { Symbol: var ofArray } && ofArray.Is(SymbolFlags.Method) || FindIn("String", target, name) is not null ? LightType.Unknown : LightType.Data;
        // "Client.prototype.query" is what every client has.
        if (target is LightType.ClassConstructor && name == PrototypeName)
            return InstanceOf(target);
        if (FindMember(target, name) is not { } member)
            return IndexSignatureOf(target, name);
        var type = TypeOf(member);
        return type.IsUnknown && FindTwin(target, name) is { } twin ? TypeOf(twin) : type;
    }

    /// <summary>Code that compiles asks for a name that only some members have after it has made sure of those: the others cannot be meant.</summary>
    private LightType OfPropertyOfSome(LightType.Union union, Name name)
    {
        var having = union.Members.Where(member => !LacksMember(member, name)).ToArray();
        return having.Length == 0 ? LightType.Unknown : LightType.AnyOf(having.Select(member => OfProperty(member, name)));
    }

    /// <summary>"Omit&lt;Node | Lite, 'end'&gt; &amp; More": what stands first of the parts and has the name tells; where that is one of several, it is what each of those has. Unknown where no union tells.</summary>
    private LightType OfPropertyOfUnionIn(LightType.Intersection intersection, Name name)
    {
        foreach (var part in intersection.Parts)
        {
            if (part is LightType.Union union && !union.Members.All(member => LacksMember(member, name)))
                return OfPropertyOfSome(union, name);
            if (part is not LightType.Union && FindMember(part, name) is not null)
                break;
        }

        return LightType.Unknown;
    }

    /// <summary>The member as an installed package declares it, of a class that a knowledge file tells of.</summary>
    private Member? FindTwin(LightType target, Name name)
    {
        if (target is LightType.ClassConstructor { Symbol: var constructed } && constructed.Module.IsBuiltIn && TwinOf(constructed) is { Exists: true } twinClass)
            return FindMember(OfSymbol(twinClass), name);
        return target is LightType.Instance { Symbol: var symbol } instance && symbol.Module.IsBuiltIn && TwinOf(symbol) is { Exists: true } twin
            ? FindMember(InstanceOf(twin, instance.Arguments), name)
            : null;
    }

    private LightType TypeOf(Member member)
    {
        var type = member.Symbol.Exists ? OfMeaning(bindings.MeaningOf(member.Symbol)) : TypeOf(member.Node);
        return type.Substitute(member.With);
    }

    private bool LacksMember(LightType type, Name name) => type switch
    {
        LightType.Instance or LightType.Shape => FindMember(type, name) is null && IndexSignatureOf(type).IsUnknown && !HasUnknownBase(type) && !HasUnknownSpread(type),
        LightType.Array or LightType.Tuple or LightType.Promise or LightType.Primitive or LightType.Literal or LightType.Function => FindMember(type, name) is null,
        _ => false,
    };

    /// <summary><c>{ ...unknown }</c></summary>
    private bool HasUnknownSpread(LightType type)
    {
        if (type is not LightType.Shape { Node: { Kind: SyntaxKind.ObjectLiteralExpression } literal })
            return false;
        foreach (var property in literal.Children)
        {
            if (property.Kind is SyntaxKind.SpreadAssignment && TypeOf(property.FirstChild).IsUnknown)
                return true;
        }

        return false;
    }

    private Member? FindMember(LightType target, Name name)
    {
        var around = BeginSearch();
        var found = FindMember(target, name, 0);
        typesLeft = around;
        return found;
    }

    /// <summary>Gives a search through bases its <see cref="MostTypes"/>; whoever asks puts what is returned, the rest of the search around it, back into <see cref="typesLeft"/>.</summary>
    private static int BeginSearch()
    {
        var around = typesLeft;
        typesLeft = MostTypes;
        return around;
    }

    private Member? FindMember(LightType target, Name name, int depth)
    {
        if (depth > DeepestInheritance || !name.Exists || typesLeft-- <= 0)
            return null;

        switch (target)
        {
            case LightType.Instance instance when instance.Symbol.Is(SymbolFlags.Class | SymbolFlags.Interface):
                return FindInstanceMember(instance, target, name, depth) ?? FindOfObject(target, name, depth);
            case LightType.Instance { Symbol: var symbol } when symbol.Is(SymbolFlags.Enum):
                return FindIn("Number", target, name) ?? FindIn("String", target, name);
            case LightType.ClassConstructor constructor:
                return FindStaticMember(constructor.Symbol, name, depth) ?? FindIn("Function", target, name);
            case LightType.Shape { Node.Kind: SyntaxKind.TypeLiteral } shape:
                if (ModuleOf(shape.Node).MembersOf(shape.Node).Find(name) is { Exists: true } signature)
                    return new(signature, default, shape.With);
                return FindOfObject(target, name, depth);
            case LightType.Shape { Node.Kind: SyntaxKind.MappedType } shape:
                return FindInMapped(shape, name, depth);
            case LightType.Shape shape:
                return FindInLiteral(shape, name, depth) ?? FindOfObject(target, name, depth) ?? FindCollected(shape, name);
            case LightType.Array { Of: var element }:
                return array.Exists ? FindInstanceMember(new(array, [element]), target, name, depth) ?? FindOfObject(target, name, depth) : null;
            case LightType.Tuple tuple:
                return array.Exists ? FindInstanceMember(new(array, [tuple.Element()]), target, name, depth) ?? FindOfObject(target, name, depth) : null;
            case LightType.Promise { Result: var result }:
                return promise.Exists ? FindInstanceMember(new(promise, [result]), target, name, depth) ?? FindOfObject(target, name, depth) : null;
            case LightType.Literal literal:
                return FindMember(literal.Widened(), name, depth + 1);
            case LightType.Primitive primitive:
                return primitive.Kind switch
                {
                    PrimitiveKind.String => FindIn("String", target, name),
                    PrimitiveKind.Number => FindIn("Number", target, name),
                    PrimitiveKind.Boolean => FindIn("Boolean", target, name),
                    PrimitiveKind.BigInt => FindIn("BigInt", target, name),
                    PrimitiveKind.Symbol => FindIn("Symbol", target, name),
                    PrimitiveKind.Object => FindOfObject(target, name, depth),
                    _ => null,
                };
            case LightType.Intersection intersection:
                foreach (var part in intersection.Parts)
                {
                    if (FindMember(part is LightType.Union union ? MemberHaving(union, name) ?? part : part, name, depth + 1) is { } found)
                        return found;
                }

                return null;
            case LightType.Namespace ns:
                return FindInNamespace(ns, name);
            case LightType.TypeParameter parameter:
                return ConstraintOf(parameter.Symbol) is { } bound ? FindMember(bound, name, depth + 1) : null;
            case LightType.Awaiting { Of: var promised }:
                return FindMember(promised, name, depth + 1);
            case LightType.Deferred deferred:
                return FindInDeferred(deferred, name, depth);
            case LightType.Function function:
                if (ModuleOf(function.Declarations[0]).SymbolOfDeclaration(function.Declarations[0]) is var declared && declared.Is(SymbolFlags.Namespace)
                    && FindInNamespace(new(Meaning.Of(declared)), name) is { } inner)
                    return inner;
                return FindIn("Function", target, name);
            default:
                return null;
        }
    }

    private LightType? MemberHaving(LightType.Union union, Name name) => union.Members.FirstOrDefault(member => !LacksMember(member, name));

    /// <summary>A member of a type that is not worked out: <c>T[K]</c> has at least those of its constraint.</summary>
    private Member? FindInDeferred(LightType.Deferred deferred, Name name, int depth)
    {
        // `NonNullable<T>` and the like leave members what they are.
        if (deferred.Node.Kind is SyntaxKind.TemplateLiteralType)
            return FindIn("String", LightType.String, name);
        if (deferred.Node.Kind is SyntaxKind.TypeReference && deferred.Node.FirstChild.Text is "NonNullable" or "Extract" or "Exclude"
            && TypeArguments(deferred.Node) is [LightType.TypeParameter first, ..])
            return FindMember(first.Substitute(deferred.With).NonNullish(), name, depth + 1);
        return null;
    }

    private Member? FindIn(string global, LightType self, Name name) =>
        bindings.Global(Name.Of(global)) is { Exists: true } symbol && symbol.Is(SymbolFlags.Class | SymbolFlags.Interface)
            ? FindInstanceMember(new(symbol, []), self, name, 0)
            : null;

    /// <summary>What every object has.</summary>
    private Member? FindOfObject(LightType self, Name name, int depth) => depth == 0 ? FindIn("Object", self, name) : null;

    /// <summary>A property of <c>{ [K in …]: T }</c>: the template, with the name for its key.</summary>
    private Member? FindInMapped(LightType.Shape mapped, Name name, int depth)
    {
        var key = mapped.Node.Child(SyntaxKind.TypeParameter);
        var template = mapped.Node.Child(SyntaxKind.TypeAnnotation);
        if (!template.Exists || mapped.Node.Child(SyntaxKind.MappedNameType).Exists || ModuleOf(mapped.Node).SymbolOfDeclaration(key) is not { Exists: true } symbol)
            return null;
        return HasKey(key.Child(SyntaxKind.TypeConstraint).FirstChild, mapped.With, name, depth)
            ? new(default, template, mapped.With.And(symbol, new LightType.Literal(PrimitiveKind.String, name.ToString())))
            : null;
    }

    /// <summary>Whether a mapped type's keys certainly hold a name; of <c>string</c> it is an index, no member.</summary>
    private bool HasKey(SyntaxNode keys, Substitution with, Name name, int depth)
    {
        while (keys.Kind is SyntaxKind.ParenthesizedType)
            keys = keys.FirstChild;
        if (keys is { Kind: SyntaxKind.TypeOperator, Operator: TokenKind.KeyOf })
            return FindMember(Denoted(keys.FirstChild).Substitute(with), name, depth + 1) is not null;
        return Denoted(keys).Substitute(with).Alternatives.Any(key => key is LightType.Literal { Text: var text } && name == Name.Of(text));
    }

    /// <summary>Whether a mapped type's keys may hold a name: a list of others does not, nor a template that no filling makes into it.</summary>
    private bool MayHoldKey(SyntaxNode keys, Substitution with, string name)
    {
        while (keys.Kind is SyntaxKind.ParenthesizedType)
            keys = keys.FirstChild;
        if (keys.Kind is SyntaxKind.UnionType)
            return keys.Children.ToArray().Any(member => MayHoldKey(member, with, name));
        var types = Denoted(keys).Substitute(with).Alternatives;
        if (types.All(type => type is LightType.Literal))
            return types.Any(type => type is LightType.Literal { Text: var text } && text == name);
        if (keys.Kind is not SyntaxKind.TemplateLiteralType)
            return true;
        var (before, after) = (new TemplatePiece(keys.FirstChild).Cooked, "");
        foreach (var span in keys.Children)
            after = span.Is(SyntaxKind.TemplateSpan) ? new TemplatePiece(span.ChildAt(1)).Cooked : after;
        return name.Length >= before.Length + after.Length && name.StartsWith(before, StringComparison.Ordinal) && name.EndsWith(after, StringComparison.Ordinal);
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

        if (FindDeclared(instance.Symbol, instance, self, name) is { } own)
            return own;
        foreach (var peer in bindings.PeersOf(instance.Symbol))
        {
            if (FindDeclared(peer, instance, self, name) is { } merged)
                return merged;
        }

        if (FindInherited(instance.Symbol, instance, self, name, depth) is { } inherited)
            return inherited;
        foreach (var peer in bindings.PeersOf(instance.Symbol))
        {
            if (FindInherited(peer, instance, self, name, depth) is { } merged)
                return merged;
        }

        return null;
    }

    private Member? FindDeclared(Symbol symbol, LightType.Instance instance, LightType self, Name name)
    {
        Member? found = null;
        foreach (var declaration in symbol.Declarations)
        {
            var body = BodyOf(declaration);
            if (body.Exists && symbol.Module.MembersOf(body).Find(name) is { Exists: true } own)
            {
                found = new(own, default, Bind(TypeParametersOf(symbol, declaration), instance.Arguments, self));
                break;
            }
        }

        return found;
    }

    private Member? FindInherited(Symbol symbol, LightType.Instance instance, LightType self, Name name, int depth)
    {
        foreach (var declaration in symbol.Declarations)
        {
            if (!declaration.Child(SyntaxKind.HeritageClause).Exists)
                continue;
            foreach (var parent in ParentsOf(declaration))
            {
                var type = parent.Substitute(Bind(TypeParametersOf(symbol, declaration), instance.Arguments, self));
                var inherited = type switch
                {
                    LightType.Instance parentInstance when parentInstance.Symbol.Is(SymbolFlags.Class | SymbolFlags.Interface) => FindInstanceMember(parentInstance, self, name, depth + 1),
                    LightType.Array { Of: var element } when array.Exists => FindInstanceMember(new(array, [element]), self, name, depth + 1),
                    LightType.Promise { Result: var result } when promise.Exists => FindInstanceMember(new(promise, [result]), self, name, depth + 1),
                    _ => FindMember(type, name, depth + 1),
                };
                if (inherited is not null)
                    return inherited;
            }
        }

        return null;
    }

    /// <summary>The parameters as a declaration names them: merged interfaces each have their own.</summary>
    private ImmutableArray<Symbol> TypeParametersOf(Symbol symbol, SyntaxNode declaration) =>
        TypeParametersOf(declaration) is { IsEmpty: false } own ? own : TypeParametersOf(symbol);

    /// <summary>What a class inherits: an instance of the class that the extended expression evaluates to.</summary>
    private LightType BaseInstance(SyntaxNode classNode, SyntaxNode heritage)
    {
        var constructor = Remember(classNode);
        if (constructor is LightType.ClassConstructor { Symbol: var symbol })
            return InstanceOf(symbol, TypeArguments(heritage));
        if (AsConstructor(constructor) is not { } made)
            return LightType.Unknown;
        var signature = made.Declarations[0];
        var own = TypeParametersOf(signature);
        return Result(signature).Substitute(own.IsEmpty ? made.With : Bind(own, TypeArguments(heritage)).Then(made.With));
    }

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

        // `declare class Date {}` beside `interface DateConstructor {}`.
        if (FindIn($"{symbol.Name}Constructor", new LightType.ClassConstructor(symbol), name) is { } ofConstructor && (symbol.Module.Roles & ModuleRoles.Knowledge) != 0)
            return ofConstructor;

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

    /// <summary><c>names[key]</c>, where the key is not told: of a literal it is one of its values, else what the index signature says.</summary>
    private LightType AnyValueOf(LightType target) => target switch
    {
        LightType.Shape { Node.Kind: SyntaxKind.ObjectLiteralExpression } literal =>
            MemberNames(literal) is { Count: > 0 and <= 24 } names ? LightType.AnyOf(names.Select(name => OfProperty(literal, name))) : LightType.Unknown,
        LightType.Union union => LightType.AnyOf(union.Members.Where(member => !member.IsNullish).Select(AnyValueOf)),
        _ => IndexSignatureOf(target),
    };

    /// <summary><c>{ [key: string]: T }</c> gives T for any key; unknown when there is no such signature. Where a name is asked for, a mapped type whose keys cannot be that name gives nothing.</summary>
    private LightType IndexSignatureOf(LightType target, Name asked = default)
    {
        var around = BeginSearch();
        var found = IndexSignatureOf(target, asked, 0);
        typesLeft = around;
        return found;
    }

    private LightType IndexSignatureOf(LightType target, Name asked, int depth)
    {
        if (depth > DeepestInheritance || typesLeft-- <= 0)
            return LightType.Unknown;
        switch (target)
        {
            case LightType.Shape { Node.Kind: SyntaxKind.TypeLiteral } shape:
                return Signature(shape.Node, shape.With);
            case LightType.Shape { Node.Kind: SyntaxKind.MappedType } mapped:
                var key = mapped.Node.Child(SyntaxKind.TypeParameter);
                if (mapped.Node.Child(SyntaxKind.TypeAnnotation) is not { Exists: true } template || ModuleOf(mapped.Node).SymbolOfDeclaration(key) is not { Exists: true } symbol)
                    return LightType.Unknown;
                var keys = Denoted(key.Child(SyntaxKind.TypeConstraint).FirstChild).Substitute(mapped.With);
                if (asked.Exists && !MayHoldKey(key.Child(SyntaxKind.TypeConstraint).FirstChild, mapped.With, asked.ToString()))
                    return LightType.Unknown;
                return Denoted(template).Substitute(mapped.With.And(symbol, keys is LightType.Primitive { Kind: PrimitiveKind.Number } ? keys : LightType.String));
            case LightType.Instance instance when instance.Symbol.Is(SymbolFlags.Interface | SymbolFlags.Class):
                foreach (var declaration in instance.Symbol.Declarations)
                {
                    var with = Bind(TypeParametersOf(instance.Symbol, declaration), instance.Arguments, target);
                    if (Signature(BodyOf(declaration), with) is { IsUnknown: false } own)
                        return own;
                    foreach (var parent in ParentsOf(declaration))
                    {
                        if (IndexSignatureOf(parent.Substitute(with), asked, depth + 1) is { IsUnknown: false } inherited)
                            return inherited;
                    }
                }

                return LightType.Unknown;
            case LightType.Intersection intersection:
                return intersection.Parts.Select(part => IndexSignatureOf(part, asked, depth + 1)).FirstOrDefault(found => !found.IsUnknown) ?? LightType.Unknown;
            case LightType.Union union:
                return LightType.AnyOf(union.Members.Where(member => !member.IsNullish).Select(member => IndexSignatureOf(member, asked, depth + 1)));
            case LightType.TypeParameter { Symbol: var parameter }:
                return ConstraintOf(parameter) is { } bound ? IndexSignatureOf(bound, asked, depth + 1) : LightType.Unknown;
            case LightType.Array or LightType.Tuple:
                return target.Element();
            case var data when data.Equals(LightType.Data):
                return data;
            case LightType.Namespace { Of: var meaning } when meaning.Symbol.Is(SymbolFlags.Enum):
                return LightType.AnyOf(LightType.String, new LightType.Instance(meaning.Symbol, []));
            case LightType.Primitive { Kind: PrimitiveKind.String } or LightType.Literal { Kind: PrimitiveKind.String }:
                return LightType.String;
            default:
                return LightType.Unknown;
        }

        LightType Signature(SyntaxNode body, Substitution with) =>
            body.Child(SyntaxKind.IndexSignature).Child(SyntaxKind.TypeAnnotation) is { Exists: true } annotation ? Denoted(annotation).Substitute(with) : LightType.Unknown;
    }

    private static SyntaxNode BodyOf(SyntaxNode declaration) => declaration.Kind is SyntaxKind.InterfaceDeclaration
        ? declaration.Child(SyntaxKind.InterfaceBody)
        : declaration.Child(SyntaxKind.ClassBody);
}
