using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Who shares the objects of a class.</summary>
/// <param name="Kind">How many calls see one object.</param>
/// <param name="Site">The <c>new</c> expression or the decorator that shows it; none when there is none in the program.</param>
public readonly record struct Sharing(SharingKind Kind, SyntaxNode Site);

/// <summary>How many calls see one object of a class.</summary>
public enum SharingKind
{
    /// <summary>An object is made once and kept as long as the process: every call works on it.</summary>
    Process,

    /// <summary>Objects are made per call and stay there.</summary>
    PerCall,

    /// <summary>Made by code we do not see, or kept by an object of which we do not know.</summary>
    Unknown,
}

/// <summary>Finds out, from where a program makes its objects, whether they outlive a call.</summary>
internal sealed class Instances(ProjectModel project)
{
    /// <summary>An object kept by an object kept by … beyond this is not followed.</summary>
    private const int LongestChain = 5;

    /// <summary>What is given to one object, and to those that are given to it, comes to less.</summary>
    private const int MostGiven = 64;

    private static readonly Name Release = Name.Of("release"u8);

    private readonly ConcurrentDictionary<(SyntaxNode Class, int Depth), Sharing> known = new();
    private readonly ConcurrentDictionary<(Symbol Variable, int Depth), bool> usedInPlace = new();

    /// <summary>Who shares the objects of a class; the widest sharing of any place that makes one.</summary>
    public Sharing Of(SyntaxNode classNode) => Of(classNode, 0);

    private Sharing Of(SyntaxNode classNode, int depth) => known.GetOrAdd((classNode, depth), static (key, self) => self.Find(key.Class, key.Depth), this);

    private Sharing Find(SyntaxNode classNode, int depth)
    {
        if (project.Bindings.ModuleOf(classNode.Tree) is not { } module || depth > LongestChain)
            return new(SharingKind.Unknown, default);
        var name = module.NameOf(classNode.Child(SyntaxKind.Identifier));
        if (!name.Exists)
            return new(SharingKind.Unknown, default);

        if (DecoratorOf(classNode) is { Exists: true } decorator)
            return new(IsOfRequest(classNode) ? SharingKind.PerCall : IsOtherwise(decorator) ? SharingKind.Unknown : SharingKind.Process, decorator);
        var best = new Sharing(SharingKind.Unknown, default);
        var isMade = false;
        foreach (var call in project.Calls.CallsOf(name))
        {
            if (!call.Is(SyntaxKind.NewExpression) || !Makes(call, classNode))
                continue;
            if (project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test))
                continue;
            var site = new Sharing(KindAt(call, depth), call);
            if (site.Kind is SharingKind.Process)
                return site;
            if (!isMade || site.Kind is SharingKind.Unknown)
                best = site;
            isMade = true;
        }

        return best.Kind is SharingKind.Unknown && IsLent(classNode) ? new(SharingKind.PerCall, default) : best;
    }

    /// <summary>Whether an object of the class is given a connection that it gives back itself: it is one transaction's, as the connection is, and who has it works alone.</summary>
    private bool IsLent(SyntaxNode classNode)
    {
        foreach (var parameter in ParametersOf(classNode))
        {
            if (new Parameter(parameter).Type.Exists && project.Types.MemberOf(project.Types.TypeOf(new Parameter(parameter).Name), Release) is { Exists: true } member && project.Effects.Of(member).Any(effect => effect is Effect.Releases)
                && project.Calls.CallsOf(Release, project.Bindings.ModuleOf(classNode.Tree)!).Any(call => classNode.Span.Contains(call.Span) && call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && call.FirstChild.FirstChild.FirstChild.Is(SyntaxKind.ThisKeyword)))
                return true;
        }

        return false;
    }

    /// <summary>The decorator of a class by which a library makes one object of it: <c>@Injectable()</c>; none without one.</summary>
    private SyntaxNode DecoratorOf(SyntaxNode classNode)
    {
        foreach (var child in classNode.Children)
        {
            if (child.Is(SyntaxKind.Decorator) && child.FirstChild.Is(SyntaxKind.CallExpression) && SingletonOf(child) is not null)
                return child;
        }

        return default;
    }

    /// <summary>Whether a decorator of a class says no more than that a library makes its objects.</summary>
    public bool IsOnlyMadeBy(SyntaxNode decorator) => decorator.FirstChild.Is(SyntaxKind.CallExpression) && SingletonOf(decorator) is not null;

    private Effect.Singleton? SingletonOf(SyntaxNode decorator) =>
        project.Types.CalleeOf(decorator.FirstChild) is Callee.Library library ? project.Effects.Of(library.Signature).OfType<Effect.Singleton>().FirstOrDefault() : null;

    /// <summary><c>@Injectable({ scope: Scope.REQUEST })</c></summary>
    private bool IsOtherwise(SyntaxNode decorator)
    {
        if (SingletonOf(decorator) is not { Unless: { } option } || CallArguments.At(decorator.FirstChild, option.Index) is not { Exists: true } given)
            return false;
        // "@Controller('path')" has no options.
        return given.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression) && project.Options.Of(given) is var options && (options.IsOpen || options.Find(option.Property) is not null);
    }

    /// <summary>Whether an object of the class is made for each request, because its constructor, or that of something that it is given, is given what belongs to one.</summary>
    private bool IsOfRequest(SyntaxNode classNode)
    {
        var seen = new HashSet<SyntaxNode> { classNode };
        var work = new Queue<SyntaxNode>(seen);
        while (work.TryDequeue(out var at) && seen.Count <= MostGiven)
        {
            foreach (var parameter in ParametersOf(at))
            {
                Workers.Step();
                foreach (var decorator in parameter.Children)
                {
                    if (decorator.Is(SyntaxKind.Decorator) && project.Effects.Of(project.Types.SymbolOf(decorator.FirstChild.Child(SyntaxKind.ArgumentList).FirstChild)).Any(effect => effect is Effect.PerRequest))
                        return true;
                }

                if (project.Types.TypeOf(new Parameter(parameter).Name).NonNullish() is LightType.Instance { Symbol: { } given } && given.Is(SymbolFlags.Class) && DecoratorOf(given.Declaration) is { Exists: true } made)
                {
                    if (IsOtherwise(made))
                        return true;
                    if (seen.Add(given.Declaration))
                        work.Enqueue(given.Declaration);
                }
            }
        }

        return false;
    }

    private static IEnumerable<SyntaxNode> ParametersOf(SyntaxNode classNode)
    {
        foreach (var member in classNode.Child(SyntaxKind.ClassBody).Children)
        {
            if (member.Is(SyntaxKind.Constructor) && FunctionLike.From(member) is { Body.Exists: true } shape)
                return shape.Parameters;
        }

        return [];
    }

    private bool Makes(SyntaxNode call, SyntaxNode classNode) =>
        project.Types.SymbolOf(call.FirstChild).Declarations.Contains(classNode);

    private SharingKind KindAt(SyntaxNode made, int depth)
    {
        var value = made;
        while (TransparentExpression.From(value.Parent) is not null || value.Parent.Kind is SyntaxKind.AwaitExpression)
            value = value.Parent;
        var module = project.Bindings.ModuleOf(made.Tree)!;

        // "class A { private b = new B() }", "this.b = new B()": as long as the A lives.
        if (value.Parent.Is(SyntaxKind.Initializer) && value.Parent.Parent.Is(SyntaxKind.PropertyDeclaration))
            return value.Parent.Parent.Has(NodeFlags.Static) ? SharingKind.Process : Of(value.Parent.Parent.Parent.Parent, depth + 1).Kind;

        var function = FunctionShape.Enclosing(made);
        if (function.Is(SyntaxKind.SourceFile))
            return SharingKind.Process;

        if (value.Parent.Is(SyntaxKind.BinaryExpression) && value.Parent.ChildAt(1) == value && MemoryPlace.Of(value.Parent.FirstChild, module) is { OutlivesCall: true } place)
        {
            return place.Root switch
            {
                PlaceRoot.Module => SharingKind.Process,
                PlaceRoot.This => Of(place.Owner, depth + 1).Kind,
                _ => SharingKind.Unknown,
            };
        }

        // "const b = new B()", used in this call only: a variable that nobody takes away.
        if (value.Parent.Is(SyntaxKind.Initializer) && value.Parent.Parent.Is(SyntaxKind.VariableDeclaration)
            && module.SymbolOfDeclaration(value.Parent.Parent) is { Exists: true } variable)
        {
            return IsUsedInPlace(variable, 0) ? SharingKind.PerCall : SharingKind.Unknown;
        }

        // "static async create() { await prepare(); return new B(); }": as long as those who call it keep what they get.
        if (value.Parent.Is(SyntaxKind.ReturnStatement) && depth < LongestChain && project.FunctionOf(function) is { } maker && !project.Callers.IsHandedOver(maker))
        {
            var kept = project.Callers.CallsTo(maker).Where(call => !project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test)).Select(call => KindAt(call, depth + 1)).ToList();
            return kept.Contains(SharingKind.Process) ? SharingKind.Process : kept.Count > 0 && kept.TrueForAll(kind => kind is SharingKind.PerCall) ? SharingKind.PerCall : SharingKind.Unknown;
        }

        // "await new B().run()".
        return value.Parent.Is(SyntaxKind.PropertyAccessExpression) ? SharingKind.PerCall : SharingKind.Unknown;
    }

    /// <summary>Who shares a variable of a function with functions within it; of one call when those never leave it.</summary>
    public Sharing OfCaptured(FunctionModel user, Symbol variable)
    {
        var (owner, inner) = (user, user);
        while (owner.Enclosing is { } outer && owner.Module.ScopeOpenedBy(owner.Node).Function.Index != variable.Scope.Function.Index)
            (owner, inner) = (outer, owner);
        if (owner == user || owner.IsTopLevel || !Leaves(inner.Node, owner))
            return new(SharingKind.PerCall, default);
        var calls = project.Callers.CallsTo(owner).Where(call => !project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test)).ToList();
        var sites = calls.Select(call => new Sharing(KindAt(call, 0), call)).ToList();
        return sites.FirstOrDefault(site => site.Kind is SharingKind.Process) is { Site.Exists: true } shared ? shared
            : sites.Count > 0 && sites.All(site => site.Kind is SharingKind.PerCall) ? sites[0] : new(SharingKind.Unknown, default);
    }

    /// <summary>Whether what starts the executions stands outside the function that declares the variable, which hands nothing out: <c>resolve: async () => { let made; await transaction(async () => { made = … }); }</c></summary>
    public static bool StartsWith(FunctionModel user, Symbol variable)
    {
        var (owner, inner) = (user, user);
        while (owner.Enclosing is { } outer && owner.Module.ScopeOpenedBy(owner.Node).Function.Index != variable.Scope.Function.Index)
            (owner, inner) = (outer, owner);
        return owner != user && !owner.IsTopLevel && !Leaves(inner.Node, owner)
            && !(user.Exposure.Start.Source == owner.Module.Source && FunctionShape.BodyOf(owner.Node).Span.Contains(user.Exposure.Start.Span));
    }

    /// <summary>Whether a function is returned by the one around it, or is a method of what that returns.</summary>
    private static bool Leaves(SyntaxNode function, FunctionModel owner)
    {
        var held = function.Kind is SyntaxKind.MethodDeclaration ? function : function.Wrapped();
        if (IsReturned(held, owner))
            return true;
        var declaration = function.Is(SyntaxKind.FunctionDeclaration) ? function : held.Parent.Is(SyntaxKind.Initializer) ? held.Parent.Parent : default;
        return declaration.Exists && owner.Module.SymbolOfDeclaration(declaration) is { Exists: true } symbol && symbol.References.Any(reference => IsReturned(reference, owner));
    }

    private static bool IsReturned(SyntaxNode value, FunctionModel owner)
    {
        for (var at = value.Wrapped(); at.Exists && at != owner.Node; at = at.Parent)
        {
            if (at.Parent.Kind is SyntaxKind.ReturnStatement || (at.Parent.Is(SyntaxKind.ArrowFunction) && at.Parent == owner.Node && !at.Is(SyntaxKind.Block)))
                return true;
            if (at.Parent.Kind is SyntaxKind.Initializer && at.Parent.Parent.Is(SyntaxKind.VariableDeclaration))
                return owner.Module.SymbolOfDeclaration(at.Parent.Parent) is { Exists: true } variable && at.Is(SyntaxKind.ObjectLiteralExpression) && variable.References.Any(reference => reference.Wrapped().Parent.Is(SyntaxKind.ReturnStatement));
            if (at.Parent.Kind is not (SyntaxKind.ObjectLiteralExpression or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.MethodDeclaration or SyntaxKind.ParenthesizedExpression or SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression or SyntaxKind.CallExpression or SyntaxKind.ArgumentList))
                return false;
        }

        return false;
    }

    /// <summary>"b.run()", "b.size", and "work(b)" of a function that does no more with it: the object stays in the call that made it.</summary>
    private bool IsUsedInPlace(Symbol variable, int depth)
    {
        foreach (var reference in variable.References)
        {
            var value = reference.Wrapped();
            if (value.Parent.Is(SyntaxKind.PropertyAccessExpression) && value.Parent.FirstChild == value)
                continue;
            if (depth >= LongestChain || Callers.Argument(reference) is not { Call: { Exists: true } call, Place: var place } || project.Types.CalleeOf(call) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] }
                || FunctionLike.From(only) is not { Body.Exists: true } shape || project.Bindings.ModuleOf(only.Tree) is not { } module || shape.Parameters.ElementAtOrDefault(place) is not { Exists: true } parameter
                || parameter.FirstAfterModifiers() is not { Kind: SyntaxKind.Identifier } || module.SymbolOfDeclaration(parameter) is not { Exists: true } inner || !usedInPlace.GetOrAdd((inner, depth + 1), static (key, self) => self.IsUsedInPlace(key.Variable, key.Depth), this))
                return false;
        }

        return true;
    }
}
