using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Tells which methods a call through an interface may mean: those of classes that say so, and, as TypeScript takes types by their shape, of whatever has all that the interface asks for.
/// </summary>
internal sealed class Implementations(ProjectModel project)
{
    private const int LongestInheritance = 8;

    /// <summary>What has this many members of an interface has them for its sake; one of a name may be chance.</summary>
    private const int FewestShared = 2;

    /// <summary>A name that more methods have is looked at no further.</summary>
    private const int MostNamesakes = 40;

    /// <summary>A name that is spelled more often is looked at no further.</summary>
    private const int MostMentions = 400;

    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<SyntaxNode>> implementing = new();

    private readonly ConcurrentDictionary<SyntaxNode, bool> saidBy = new();

    private readonly ConcurrentDictionary<(SyntaxNode Owner, SyntaxNode Asked), bool?> known = new();

    /// <summary>Whether a method with a body may be what a signature of an interface, a type or an abstract class stands for; null when only its name says so.</summary>
    public bool? Fits(SyntaxNode method, SyntaxNode signature) =>
        known.GetOrAdd((method.Parent, signature.Parent), static (key, self) => self.Find(key.Owner, key.Asked), this);

    /// <summary>The functions of the program, tests left out, that implement a method of an interface, a type or an abstract class: methods of classes, else members of objects; none when none is seen, or too many have the name to tell.</summary>
    public ImmutableArray<SyntaxNode> Of(SyntaxNode signature) => implementing.GetOrAdd(signature, static (asked, self) => self.FindAll(asked), this);

    private ImmutableArray<SyntaxNode> FindAll(SyntaxNode signature)
    {
        var methods = MethodsFor(signature);
        return methods.IsEmpty ? MembersFor(signature) : methods;
    }

    /// <summary>
    /// The functions that object literals give a member of a type, where the program says that they are of that type: <c>const log: Log = { write: async () => … }</c>,
    /// <c>function make(): Log { return { write }; }</c>. None when one of them is given something that cannot be told.
    /// </summary>
    private ImmutableArray<SyntaxNode> MembersFor(SyntaxNode signature)
    {
        var member = signature.Is(SyntaxKind.FunctionType) ? signature.Parent.Parent : signature;
        if (member.Kind is not (SyntaxKind.PropertySignature or SyntaxKind.MethodSignature) || project.Bindings.ModuleOf(member.Tree) is not { } module)
            return [];
        if (FunctionGiving(member.Parent) is { Exists: true } giving)
            return GivenBy(giving, module.NameOf(member.FirstAfterModifiers()));
        var declaration = member.Parent.Parent;
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        var seen = 0;
        foreach (var name in project.Mentions.Named(module.NameOf(member.FirstAfterModifiers())))
        {
            if (++seen > MostMentions)
                return [];
            var (given, literal) = (name.Parent, name.Parent.Parent);
            if (given.Kind is not (SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment) || given.FirstChild != name || !literal.Is(SyntaxKind.ObjectLiteralExpression)
                || Reaches.ServesTests(project.Bindings.ModuleOf(name.Tree)!) || !IsSaidToBe(literal, declaration))
                continue;
            var value = given.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(given).Value : name;
            if (project.FunctionNamed(value) is { Exists: true } function)
                found.Add(function);
            else if (MadeBy(value) is { IsEmpty: false } made)
                found.AddRange(made);
            else
                return [];
        }

        return found.ToImmutable();
    }

    /// <summary>The function that says by an unnamed type what its result has: <c>function watch(): { stop: () => Promise&lt;void&gt; } { … }</c>; none when the type stands elsewhere.</summary>
    private static SyntaxNode FunctionGiving(SyntaxNode type)
    {
        if (!type.Is(SyntaxKind.TypeLiteral))
            return default;
        var outer = type.Parent;
        // "Promise<{ stop: … }>"
        if (outer.Is(SyntaxKind.TypeArgumentList) && outer.Parent.Parent.Is(SyntaxKind.TypeAnnotation) && outer.Parent.FirstChild.TextIs("Promise"u8))
            outer = outer.Parent.Parent;
        return outer.Is(SyntaxKind.TypeAnnotation) && FunctionLike.From(outer.Parent) is { Body.Exists: true, IsGenerator: false } shape && shape.ReturnType == (outer == type.Parent ? type : outer.FirstChild) ? outer.Parent : default;
    }

    /// <summary>The functions that the objects have under a name which a function writes out as its results; none when one of them cannot be told.</summary>
    private ImmutableArray<SyntaxNode> GivenBy(SyntaxNode giving, Name name)
    {
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var result in Inference.ResultsOf(new FunctionLike(giving)))
        {
            if (project.Constants.ValueOf(result).Unwrapped() is not { Kind: SyntaxKind.ObjectLiteralExpression } literal || project.Bindings.ModuleOf(literal.Tree) is not { } module)
                return [];
            SyntaxNode function = default;
            foreach (var member in literal.Children)
            {
                if (member.Is(SyntaxKind.SpreadAssignment))
                    return [];
                if (module.NameOf(member.FirstAfterModifiers()) != name)
                    continue;
                function = member.Is(SyntaxKind.MethodDeclaration) ? member : project.FunctionNamed(member.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(member).Value : member.FirstChild);
            }

            if (!function.Exists)
                return [];
            found.Add(function);
        }

        return found.ToImmutable();
    }

    /// <summary>The functions that a called function of the program returns: <c>refresh: once(() => load())</c> with <c>function once(work) { return async () => { … }; }</c>; none when it may return anything else.</summary>
    private ImmutableArray<SyntaxNode> MadeBy(SyntaxNode value)
    {
        if (value.Unwrapped() is not { Kind: SyntaxKind.CallExpression } call || project.Types.CalleeOf(call) is not Callee.InProgram { Functions: [var maker], Signatures.IsEmpty: true } || maker.Has(NodeFlags.Async) || FunctionLike.From(maker) is not { IsGenerator: false, Body.Exists: true } shape)
            return [];
        var made = Inference.ResultsOf(shape).Select(result => project.FunctionNamed(result)).ToImmutableArray();
        return made.All(function => function.Exists) ? made : [];
    }

    /// <summary>Whether an object literal is declared to be of a type: by the variable that it is given to, or by the function that returns it.</summary>
    private bool IsSaidToBe(SyntaxNode literal, SyntaxNode declaration)
    {
        if (ComesBackFrom(literal) is { Exists: true } call)
            literal = call.Wrapped().Parent is { Kind: SyntaxKind.SpreadAssignment } spread ? spread.Parent : call;
        var parent = literal.Wrapped().Parent;
        // "next = { run };" where "let next: Task | undefined;"
        if (parent.Is(SyntaxKind.BinaryExpression) && parent.Operator is TokenKind.Equals && parent.FirstChild.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(parent.FirstChild).Declaration is { Kind: SyntaxKind.VariableDeclaration } variable)
            parent = variable.Child(SyntaxKind.Initializer) is { Exists: true } initial ? initial : variable.Child(SyntaxKind.TypeAnnotation);
        var annotated = parent.Kind is SyntaxKind.Initializer or SyntaxKind.TypeAnnotation ? parent.Parent : parent.Kind is SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction ? FunctionShape.Enclosing(literal) : default;
        if (!annotated.Exists)
            return false;
        foreach (var node in annotated.Child(SyntaxKind.TypeAnnotation).DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && SymbolOf(node).Declarations.Contains(declaration))
                return true;
        }

        return false;
    }

    /// <summary>
    /// <c>traced({ namespace, fns: { send } })</c> of <c>function traced&lt;F&gt;({ fns }: { namespace: string; fns: F }): F</c>: the call, for by its type it gives what it is given, each member wrapped or not. None for other objects.
    /// </summary>
    private SyntaxNode ComesBackFrom(SyntaxNode literal)
    {
        var (given, name) = (literal.Wrapped(), default(SyntaxNode));
        if (given.Parent is { Kind: SyntaxKind.PropertyAssignment } property)
            (given, name) = (property.Parent.Wrapped(), new PropertyAssignment(property).Name);
        if (!given.Parent.Is(SyntaxKind.ArgumentList) || given.Parent.Parent is not { Kind: SyntaxKind.CallExpression } call || FunctionLike.From(project.FunctionCalled(call)) is not { } shape || !shape.ReturnType.Exists
            || shape.Parameters[given.Parent.Children.ToArray().IndexOf(given)] is not { Exists: true } parameter)
            return default;
        var type = new Parameter(parameter).Type;
        if (name.Exists)
        {
            SyntaxNode named = default;
            foreach (var member in type.Is(SyntaxKind.TypeLiteral) ? type.Children : default)
                named = member.Is(SyntaxKind.PropertySignature) && member.FirstAfterModifiers().TextIs(name.Bytes) ? member.Child(SyntaxKind.TypeAnnotation).FirstChild : named;
            type = named;
        }

        return type.Exists && type.TextIs(shape.ReturnType.Bytes) && IsTypeParameter(shape, type) ? call : default;
    }

    private static bool IsTypeParameter(FunctionLike shape, SyntaxNode type)
    {
        foreach (var parameter in shape.TypeParameters)
        {
            if (parameter.FirstAfterModifiers().TextIs(type.Bytes))
                return true;
        }

        return false;
    }

    private ImmutableArray<SyntaxNode> MethodsFor(SyntaxNode signature)
    {
        // "check: (domain: string) => Promise<void>"
        if (signature.Is(SyntaxKind.FunctionType) && signature.Parent.Is(SyntaxKind.TypeAnnotation) && signature.Parent.Parent.Is(SyntaxKind.PropertySignature))
            signature = signature.Parent.Parent;
        if (signature.Kind is not (SyntaxKind.MethodSignature or SyntaxKind.MethodDeclaration or SyntaxKind.PropertySignature) || project.Bindings.ModuleOf(signature.Tree) is not { } module)
            return [];
        var name = module.NameOf(signature.FirstAfterModifiers());
        if (!name.Exists || project.Calls.MethodsNamed(name) > MostNamesakes)
            return [];
        // "pay: (id: string) => Promise<void> = async (id) => …" of a class does what a method does.
        return [.. project.Calls.MethodsWith(name).Where(method => method.Parent.Is(SyntaxKind.ClassBody)).Concat(project.Calls.FieldsWith(name).Take(MostNamesakes)).Where(member => !Reaches.ServesTests(project.Bindings.ModuleOf(member.Tree)!) && Fits(member, signature) is true)
            .Select(member => member.Is(SyntaxKind.PropertyDeclaration) ? Inference.FieldFunction(member) : member)];
    }

    private bool? Find(SyntaxNode owner, SyntaxNode asked)
    {
        var names = new HashSet<Name>();
        for (var (body, depth) = (owner, 0); body.Exists && depth < LongestInheritance; (body, depth) = (SuperOf(body), depth + 1))
        {
            if (body == asked || (body.Is(SyntaxKind.ClassBody) && Says(body.Parent, asked.Parent, new(), 0)))
                return true;
            var module = project.Bindings.ModuleOf(body.Tree)!;
            foreach (var member in body.Children)
            {
                // "{ ...base, run() { } }" may have anything.
                if (member.Is(SyntaxKind.SpreadAssignment))
                    return null;
                names.Add(module.NameOf(member.FirstAfterModifiers()));
            }
        }

        // An abstract class is implemented by those who extend it, and by nobody else.
        if (asked.Is(SyntaxKind.ClassBody) || project.Bindings.ModuleOf(asked.Tree) is not { } declaring)
            return false;
        var shared = 0;
        foreach (var member in asked.Children)
        {
            var name = member.FirstAfterModifiers();
            if (name.Is(SyntaxKind.Identifier) && !member.Has(NodeFlags.Optional) && !names.Contains(declaring.NameOf(name)))
                return false;
            shared += name.Is(SyntaxKind.Identifier) && names.Contains(declaring.NameOf(name)) ? 1 : 0;
        }

        if (shared < FewestShared)
            return null;
        // "class Spaces implements ISpaces" has by chance what IOrders asks for, where "class Orders implements IOrders".
        return !(SaysOfAny(owner) && saidBy.GetOrAdd(asked, static (one, self) => self.IsSaidBySomebody(one), this));
    }

    /// <summary>Whether a class says of some interface or type of the program that it implements it.</summary>
    private bool SaysOfAny(SyntaxNode owner)
    {
        return owner.Is(SyntaxKind.ClassBody) && HeritageOf(owner.Parent).Any(type => type.Parent.Operator is TokenKind.Implements
            && SymbolOf(type.FirstChild).Declarations.Any(named => named.Kind is SyntaxKind.InterfaceDeclaration or SyntaxKind.TypeAliasDeclaration && project.Bindings.ModuleOf(named.Tree)?.Roles.HasFlag(ModuleRoles.Knowledge) == false));
    }

    /// <summary>What a class or an interface says that it extends or implements, in their order.</summary>
    private static IEnumerable<SyntaxNode> HeritageOf(SyntaxNode declaration)
    {
        foreach (var clause in declaration.Children)
        {
            if (!clause.Is(SyntaxKind.HeritageClause))
                continue;
            foreach (var type in clause.Children)
                yield return type;
        }
    }

    /// <summary>Whether a class, tests left out, says of an interface or type that it implements it.</summary>
    private bool IsSaidBySomebody(SyntaxNode asked)
    {
        if (asked.Parent.FirstAfterModifiers() is not { Kind: SyntaxKind.Identifier } declared || project.Bindings.ModuleOf(asked.Tree) is not { } module)
            return false;
        foreach (var name in project.Mentions.Named(module.NameOf(declared)).Take(MostMentions))
        {
            if (name.Ancestor(SyntaxKind.HeritageClause) is { Exists: true, Operator: TokenKind.Implements } clause && clause.Parent.Is(SyntaxKind.ClassDeclaration) && !Reaches.ServesTests(project.Bindings.ModuleOf(name.Tree)!) && SymbolOf(name).Declarations.Contains(asked.Parent))
                return true;
        }

        return false;
    }

    /// <summary><c>class Store extends Base implements Cache</c>: one of those is the declaration asked for, or says so in its turn.</summary>
    private bool Says(SyntaxNode declaration, SyntaxNode asked, Visited visited, int depth)
    {
        if (depth > LongestInheritance || !visited.Enters(declaration, depth))
            return false;
        foreach (var named in HeritageOf(declaration).SelectMany(type => SymbolOf(type.FirstChild).Declarations))
        {
            if (named == asked || Says(named, asked, visited, depth + 1))
                return true;
        }

        return false;
    }

    private SyntaxNode SuperOf(SyntaxNode body)
    {
        if (!body.Is(SyntaxKind.ClassBody))
            return default;
        foreach (var clause in body.Parent.Children)
        {
            if (clause.Is(SyntaxKind.HeritageClause) && clause.Operator is TokenKind.Extends)
                return SymbolOf(clause.FirstChild.FirstChild).Declaration is { Kind: SyntaxKind.ClassDeclaration } super ? super.Child(SyntaxKind.ClassBody) : default;
        }

        return default;
    }

    private Symbol SymbolOf(SyntaxNode name) => project.Types.SymbolOf(name) is { Exists: true } symbol ? symbol : project.Bindings.SymbolOf(name);
}
