using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>An object that emits 'error', and whether anybody listens for it.</summary>
/// <param name="Made">The expression that makes it.</param>
/// <param name="ClassName">What it is.</param>
/// <param name="Unheard">What becomes of an 'error' that nobody listens for.</param>
/// <param name="Listener">The call that registers a listener; none when nobody listens.</param>
public sealed record Emitter(SyntaxNode Made, string ClassName, Unheard Unheard, SyntaxNode Listener)
{
    /// <summary>For a class of the program, where it emits 'error'; none for a library's, which emits by itself.</summary>
    public SyntaxNode Emit { get; init; }

    /// <summary>The library object that it is; null for what a function returns and for the program's own classes.</summary>
    public LibraryObject? Library { get; init; }

    /// <summary>Whether it gets out of sight where somebody may listen: it is handed to code that we do not know.</summary>
    public bool IsOutOfSight { get; init; }

    /// <summary>Whether the call that makes it also closes it.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether it lives for one piece of work: a stream, a socket, a child process.</summary>
    public bool IsShortLived { get; init; }

    /// <summary>For a connection that a pool lends and that is kept over several waits, the pool; none for everything else.</summary>
    public SyntaxNode Pool { get; init; }
}

/// <summary>
/// Finds objects that emit 'error' and follows each to wherever the program keeps it, to see whether anybody listens there:
/// through variables, fields, parameters, results and imports. What is handed to a library or to code out of sight is said to be so.
/// </summary>
internal sealed class Emitters
{
    private const int LongestWay = 5;

    private static readonly Name PipeName = Name.Of("pipe"u8);

    private readonly ProjectModel project;
    private readonly HashSet<SyntaxNode> seen = [];
    private SyntaxNode listener;
    private bool isOutOfSight;
    private bool isPiped;
    private bool isClosed;

    private Emitters(ProjectModel project) => this.project = project;

    /// <summary>All of the program but for tests, by file and position.</summary>
    public static ImmutableArray<Emitter> All(ProjectModel project)
    {
        var found = ImmutableArray.CreateBuilder<Emitter>();
        foreach (var made in project.LibraryObjects<Effect.EmitsError>().Where(made => made.Call.Is(SyntaxKind.NewExpression) && !IsBare(made.Class) && !IsStream(project, project.Types.TypeOf(made.Call))))
            found.Add(Follow(project, made.Call, made.Class.Name.ToString(), made.Effects.OfType<Effect.EmitsError>().First().Unheard, isShortLived: false) with { Library = made });
        foreach (var call in Factories(project).SelectMany(project.Calls.CallsOf).Distinct())
        {
            if (call.Is(SyntaxKind.CallExpression) && !IsTest(project, call) && project.Types.CalleeOf(call) is Callee.Library library && Makes(project, library.Signature) is { } kind && !ReturnsItself(call, library))
                found.Add(Follow(project, call, kind.Name, kind.Unheard, isShortLived: true));
        }

        found.AddRange(Own(project));
        found.AddRange(LentConnections.In(project, found.ToImmutable()));
        return [.. found.OrderBy(emitter => project.PlaceOf(emitter.Made)).DistinctBy(emitter => emitter.Made)];
    }

    /// <summary>Instances of the program's own classes that somewhere emit 'error'.</summary>
    private static IEnumerable<Emitter> Own(ProjectModel project)
    {
        var emits = new Dictionary<Symbol, SyntaxNode>();
        foreach (var call in project.Calls.CallsOf(Name.Of("emit")).Where(call => !IsTest(project, call) && project.Constants.StringOf(call.Child(SyntaxKind.ArgumentList).FirstChild) == "error"))
        {
            // A class that catches what its own emit throws has an answer for nobody listening.
            if (project.Types.TypeOf(call.FirstChild.FirstChild) is LightType.Instance { Symbol: var symbol } && symbol.Is(SymbolFlags.Class) && (symbol.Module.Roles & ModuleRoles.Knowledge) == 0
                && project.EffectsOf(project.Types.TypeOf(call.FirstChild.FirstChild)).OfType<Effect.EmitsError>().Any() && !AsksForListeners(call) && !IsStream(project, project.Types.TypeOf(call.FirstChild.FirstChild)) && project.FunctionAround(call)?.CatchAround(call).Exists == false)
                emits.TryAdd(symbol, call);
        }

        foreach (var (symbol, emit) in emits.OrderBy(pair => project.PlaceOf(pair.Value)))
        {
            var classNode = symbol.Declaration;
            if (Listens(project, classNode) is { Exists: true })
                continue;
            foreach (var call in project.Calls.CallsOf(symbol.Name))
            {
                if (call.Is(SyntaxKind.NewExpression) && !IsTest(project, call) && project.Types.TypeOf(call.FirstChild) is LightType.ClassConstructor { Symbol: var made } && made == symbol)
                    yield return Follow(project, call, symbol.Name.ToString(), Unheard.Crash, isShortLived: false) with { Emit = emit };
            }
        }
    }

    /// <summary><c>if (this.listenerCount('error') > 0) this.emit('error', …)</c></summary>
    private static bool AsksForListeners(SyntaxNode emit)
    {
        for (var at = emit.Parent; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Is(SyntaxKind.IfStatement) && at.FirstChild.Bytes.IndexOf("listenerCount"u8) >= 0)
                return true;
            if (at.Is(SyntaxKind.BinaryExpression) && at.FirstChild.Bytes.IndexOf("listenerCount"u8) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>A class that listens to itself: <c>this.on('error', …)</c> in its body.</summary>
    private static SyntaxNode Listens(ProjectModel project, SyntaxNode classNode)
    {
        foreach (var node in classNode.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression) && node.FirstChild.FirstChild.Is(SyntaxKind.ThisKeyword) && project.Registers(node, "error"))
                return node;
        }

        return default;
    }

    /// <summary>Nothing but an emitter: it emits what the program tells it to.</summary>
    private static bool IsBare(Symbol symbol) => symbol.Name.Is("EventEmitter"u8);

    private static bool IsTest(ProjectModel project, SyntaxNode node) => project.Bindings.ModuleOf(node.Tree)!.Roles.HasFlag(ModuleRoles.Test);

    /// <summary>The names of library functions that return emitters and start no server: <c>createReadStream</c>, <c>spawn</c>.</summary>
    private static IEnumerable<Name> Factories(ProjectModel project)
    {
        foreach (var library in project.Bindings.Libraries)
        {
            for (var index = 0; index < library.SymbolCount; index++)
            {
                var symbol = library.SymbolAt(index);
                if (symbol.Is(SymbolFlags.Function) && symbol.Declarations.Any(declaration => Makes(project, declaration) is not null))
                    yield return symbol.Name;
            }
        }
    }

    private static (string Name, Unheard Unheard)? Makes(ProjectModel project, SyntaxNode signature)
    {
        if (project.Effects.Of(signature).Any(effect => effect is Effect.Root) || project.Types.ReturnTypeOf(signature) is not LightType.Instance instance)
            return null;
        return project.EffectsOf(instance).OfType<Effect.EmitsError>().FirstOrDefault() is { } emits && !IsServer(instance) ? (instance.Symbol.Name.ToString(), emits.Unheard) : null;
    }

    /// <summary>A server fails when it begins to listen: at the start of the process, which then ends as it should.</summary>
    private static bool IsServer(LightType.Instance instance) => instance.Symbol.Name.Is("Server"u8) || instance.Symbol.Name.Is("EventEmitter"u8);

    private static bool ReturnsItself(SyntaxNode call, Callee.Library library) =>
        library.Signature.Is(SyntaxKind.MethodDeclaration) && call.FirstChild.Is(SyntaxKind.PropertyAccessExpression);

    /// <summary>An object that emits 'error', and whether anybody listens wherever the program keeps it.</summary>
    internal static Emitter Follow(ProjectModel project, SyntaxNode made, string className, Unheard unheard, bool isShortLived)
    {
        var search = new Emitters(project);
        search.Value(made, 0);
        return new(made, className, unheard, search.listener) { IsOutOfSight = search.isOutOfSight || (isShortLived && search.isPiped), IsShortLived = isShortLived, IsClosed = search.isClosed };
    }

    /// <summary>A stream that the program makes itself fails only when the program says so, and most are piped on.</summary>
    private static bool IsStream(ProjectModel project, LightType type) => project.Types.MemberOf(type, PipeName).Exists;

    /// <summary>Looks at what is done with an expression that evaluates to the emitter.</summary>
    private void Value(SyntaxNode expression, int depth)
    {
        var outer = expression.Wrapped();
        if (listener.Exists || depth > LongestWay || !seen.Add(outer))
            return;
        var parent = outer.Parent;
        switch (parent.Kind)
        {
            case SyntaxKind.PropertyAccessExpression when parent.FirstChild == outer:
                Member(parent, depth);
                break;
            case SyntaxKind.Initializer when parent.Parent.Kind is SyntaxKind.VariableDeclaration or SyntaxKind.PropertyDeclaration:
                Kept(parent.Parent.FirstAfterModifiers(), depth);
                break;
            case SyntaxKind.BinaryExpression when parent.Operator is TokenKind.Equals or TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals && parent.FirstChild != outer:
                Kept(parent.FirstChild, depth);
                Value(parent, depth + 1);
                break;
            case SyntaxKind.BinaryExpression or SyntaxKind.ConditionalExpression or SyntaxKind.AwaitExpression:
                Value(parent, depth + 1);
                break;
            case SyntaxKind.ReturnStatement:
                Returned(FunctionShape.Enclosing(parent), depth);
                break;
            case SyntaxKind.ArrowFunction:
                Returned(parent, depth);
                break;
            case SyntaxKind.ArgumentList:
                Argument(parent.Parent, outer, depth);
                break;
            case SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment:
                Property(parent, depth);
                break;
            case SyntaxKind.ForOfStatement:
                // "for await (const chunk of stream)" rejects on 'error'.
                isOutOfSight = true;
                break;
            case SyntaxKind.ExpressionStatement or SyntaxKind.VoidExpression or SyntaxKind.IfStatement or SyntaxKind.PrefixUnaryExpression or SyntaxKind.TypeOfExpression:
                break;
            default:
                isOutOfSight = true;
                break;
        }
    }

    private void Member(SyntaxNode access, int depth)
    {
        var call = access.Parent;
        if (!call.Is(SyntaxKind.CallExpression) || call.FirstChild != access)
        {
            // "ws.onerror = …"
            if (access.ChildAt(1).TextIs("onerror"u8) && access.Parent.Is(SyntaxKind.BinaryExpression))
                listener = access;
            return;
        }

        if (project.Registers(call, "error"))
            listener = call;
        else if (access.ChildAt(1).TextIs("pipe"u8))
            isPiped = true;
        else if (access.FirstChild.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(access.FirstChild) is { IsModuleLevel: false } held && FunctionShape.Enclosing(held.Declaration) == FunctionShape.Enclosing(call) && project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Closes))
            isClosed = true;
        else if (Registrations.IsRegistering(access.ChildAt(1)) || access.ChildAt(1).TextIs("unref"u8) || access.ChildAt(1).TextIs("setMaxListeners"u8))
            Value(call, depth);
    }

    /// <summary>A variable or field holds it: every mention of that is the emitter.</summary>
    private void Kept(SyntaxNode target, int depth)
    {
        var symbol = target.Kind is SyntaxKind.Identifier && target.Parent.Is(SyntaxKind.PropertyDeclaration) is false ? project.Bindings.SymbolOf(target)
            : target.Parent.Is(SyntaxKind.PropertyDeclaration) ? project.Bindings.ModuleOf(target.Tree)!.SymbolOfDeclaration(target.Parent) is { Exists: true } declared ? declared : MemberNamed(target)
            : project.Types.SymbolOf(target);
        if (!symbol.Exists)
        {
            isOutOfSight = true;
            return;
        }

        foreach (var identifier in Mentions(symbol))
            Value(identifier, depth + 1);
    }

    private Symbol MemberNamed(SyntaxNode name) =>
        project.Bindings.ModuleOf(name.Tree)!.MembersOf(name.Ancestor(SyntaxKind.ClassBody)).Find(project.Bindings.ModuleOf(name.Tree)!.NameOf(name));

    /// <summary>The expressions of the program that name a symbol: of a member, the accesses that lead to it.</summary>
    private IEnumerable<SyntaxNode> Mentions(Symbol symbol)
    {
        var isLocal = !symbol.IsMember && !symbol.IsModuleLevel;
        foreach (var identifier in isLocal ? symbol.References : Named(symbol.Name))
        {
            if (identifier.Parent.Is(SyntaxKind.PropertyAccessExpression) && identifier.Parent.ChildAt(1) == identifier)
            {
                if (symbol.IsMember && project.Types.SymbolOf(identifier.Parent) is var member && (member == symbol || (!member.Exists && project.Types.TypeOf(identifier.Parent.FirstChild).IsUnknown)))
                    yield return identifier.Parent;
            }
            else if (!symbol.IsMember && identifier.Parent.Kind is not (SyntaxKind.ImportSpecifier or SyntaxKind.ExportSpecifier or SyntaxKind.VariableDeclaration or SyntaxKind.ImportClause) && project.Bindings.SymbolOf(identifier) == symbol)
            {
                yield return identifier;
            }
        }
    }

    /// <summary>The identifiers of the program that spell a name.</summary>
    private IEnumerable<SyntaxNode> Named(Name name)
    {
        var spelled = name.Bytes.ToArray();
        return project.Bindings.Modules.SelectMany(module => module.Tree.IdentifiersSpelled(spelled));
    }

    /// <summary>A function returns it: so does every call of the function.</summary>
    private void Returned(SyntaxNode function, int depth)
    {
        if (project.FunctionOf(function) is not { } model)
            return;
        var calls = project.Callers.CallsTo(model).ToList();
        isOutOfSight |= calls.Count == 0;
        foreach (var call in calls)
            Value(call, depth + 1);
    }

    private void Argument(SyntaxNode call, SyntaxNode argument, int depth)
    {
        var place = 0;
        for (var at = call.Child(SyntaxKind.ArgumentList).FirstChild; at != argument && at.Exists; at = at.NextSibling)
            place++;
        if (project.Types.CalleeOf(call) is not Callee.InProgram { Functions.IsEmpty: false } program)
        {
            isOutOfSight = true;
            return;
        }

        foreach (var function in program.Functions)
        {
            if (FunctionLike.From(function)?.Parameters[place] is not { Exists: true } parameter || project.Bindings.ModuleOf(function.Tree)!.LocalSymbolOf(new Parameter(parameter).Name) is not { Exists: true } symbol)
            {
                isOutOfSight = true;
                continue;
            }

            foreach (var reference in symbol.References)
                Value(reference, depth + 1);
            // "constructor(private pool: Pool)"
            if (new Parameter(parameter).IsProperty && MemberNamed(new Parameter(parameter).Name) is { Exists: true } field)
            {
                foreach (var mention in Mentions(field))
                    Value(mention, depth + 1);
            }
        }
    }

    private static bool IsOfClass(Symbol member) => member.Exists && member.Declaration.Kind is SyntaxKind.PropertyDeclaration or SyntaxKind.Parameter;

    /// <summary>A property of an object literal holds it: whoever takes that object has it, under that name.</summary>
    private void Property(SyntaxNode property, int depth)
    {
        isOutOfSight = true;
        var name = project.Bindings.ModuleOf(property.Tree)!.NameOf(property.FirstAfterModifiers());
        foreach (var identifier in Named(name))
        {
            // "this.pool" of a class that has a field of its own under that name is not it.
            if (identifier.Parent.Is(SyntaxKind.PropertyAccessExpression) && identifier.Parent.ChildAt(1) == identifier && !IsOfClass(project.Types.SymbolOf(identifier.Parent)))
                Value(identifier.Parent, depth + 2);
        }
    }
}
