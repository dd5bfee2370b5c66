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

    /// <summary>The call out of sight that it is given to where it is made, and that stands in its place: <c>const pool = withListener(new Pool())</c>; none when there is no such.</summary>
    public SyntaxNode Wrapper { get; init; }

    /// <summary>Whether a server hands it to a function, as somebody from outside connects.</summary>
    public bool IsBrought { get; init; }

    /// <summary>Whether the call that makes it also closes it.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether it lives for one piece of work: a stream, a socket, a child process.</summary>
    public bool IsShortLived { get; init; }

    /// <summary>Whether it emits 'error' only when it cannot do at all what it is there for: a program that is not there.</summary>
    public bool IsSeldom { get; init; }

    /// <summary>Whether it is the running program, started once more: <c>spawn(process.execPath, …)</c>. That is there, and may be run.</summary>
    public bool RunsItself => Made.Unwrapped() is { Kind: SyntaxKind.CallExpression } call && CallArguments.At(call, 0).Unwrapped().TextIs("process.execPath"u8);

    /// <summary>For a connection that a pool lends and that is kept over several waits, the pool; none for everything else.</summary>
    public SyntaxNode Pool { get; init; }
}

/// <summary>
/// Finds objects that emit 'error' and follows each to wherever the program keeps it, to see whether anybody listens there:
/// through variables, fields, parameters, results and imports. What is handed to a library or to code out of sight is said to be so.
/// </summary>
internal sealed class Emitters : ObjectWalk
{
    private static readonly Name PipeName = Name.Of("pipe"u8);

    private readonly bool isOfErrorOnly;
    private SyntaxNode listener;
    private bool isPiped;
    private bool isClosed;

    private Emitters(ProjectModel project, bool isOfErrorOnly = false)
        : base(project)
    {
        this.isOfErrorOnly = isOfErrorOnly;
    }

    protected override bool IsDone => listener.Exists;

    /// <summary>All of the program but for tests, by file and position.</summary>
    public static ImmutableArray<Emitter> All(ProjectModel project)
    {
        var found = ImmutableArray.CreateBuilder<Emitter>();
        foreach (var made in project.LibraryObjects<Effect.EmitsError>().Where(made => made.Call.Is(SyntaxKind.NewExpression) && !IsBare(made.Class) && !IsStream(project, project.Types.TypeOf(made.Call))))
        {
            var emits = made.Effects.OfType<Effect.EmitsError>().First();
            found.Add(Follow(project, made.Call, made.Class.Name.ToString(), emits.Unheard, isShortLived: false) with { Library = made, IsSeldom = emits.IsSeldom });
        }

        foreach (var call in Factories(project).SelectMany(project.Calls.CallsOf).Distinct())
        {
            // What a promise gives is followed from where it is waited for.
            if (call.Is(SyntaxKind.CallExpression) && !IsTest(project, call) && project.Types.CalleeOf(call) is Callee.Library library && Makes(project, library.Signature) is { } kind && !ReturnsItself(call, library)
                && !(call.Wrapped().Parent.Is(SyntaxKind.PropertyAccessExpression) && project.Types.ReturnTypeOf(library.Signature) is LightType.Promise))
                found.Add(Follow(project, call, kind.Name, kind.Emits.Unheard, isShortLived: !IsKept(project, library)) with { IsSeldom = kind.Emits.IsSeldom });
        }

        found.AddRange(Brought(project));

        found.AddRange(Own(project));
        found.AddRange(LentConnections.In(project, found.ToImmutable()));
        return [.. found.OrderBy(emitter => project.PlaceOf(emitter.Made)).DistinctBy(emitter => emitter.Made).DistinctBy(emitter => KeptIn(project, emitter))];
    }

    /// <summary>"watcher = watch(file)" and, where that fails, "watcher = watch(folder)": the variable that holds the one or the other; the expression itself where there is none.</summary>
    private static (SyntaxNode Function, Symbol Variable, SyntaxNode Made, string Class, bool IsHeard) KeptIn(ProjectModel project, Emitter emitter)
    {
        var outer = emitter.Made.Wrapped();
        var variable = outer.Parent.Is(SyntaxKind.BinaryExpression) && outer.Parent.Operator is TokenKind.Equals && outer.Parent.ChildAt(1) == outer && outer.Parent.FirstChild.Is(SyntaxKind.Identifier) ? project.Bindings.SymbolOf(outer.Parent.FirstChild) : default;
        return variable.Exists ? (FunctionShape.Enclosing(emitter.Made), variable, default, emitter.ClassName, emitter.Listener.Exists) : (default, default, emitter.Made, "", false);
    }

    /// <summary>Instances of the program's own classes that somewhere emit 'error'.</summary>
    private static IEnumerable<Emitter> Own(ProjectModel project)
    {
        var emits = new Dictionary<Symbol, SyntaxNode>();
        ImmutableArray<SyntaxNode> all = [.. project.Calls.CallsOf(Name.Of("emit")).Where(call => !IsTest(project, call))];
        ImmutableArray<SyntaxNode> errors = [.. all.Where(call => project.Constants.StringOf(call.Child(SyntaxKind.ArgumentList).FirstChild) == "error")];
        // Where something of the program emits errors, who hands on all events hands on those.
        foreach (var call in errors.IsEmpty ? errors : [.. errors, .. all.Where(HandsOn)])
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

    /// <summary><c>for (const event of events) inner.on(event, (value) => this.emit(event, value))</c></summary>
    private static bool HandsOn(SyntaxNode emit)
    {
        if (!emit.FirstChild.FirstChild.Is(SyntaxKind.ThisKeyword) || emit.Child(SyntaxKind.ArgumentList).FirstChild is not { Kind: SyntaxKind.Identifier } name)
            return false;
        var listener = FunctionShape.Enclosing(emit);
        return listener.Is(SyntaxKind.ArrowFunction) && Callers.Argument(listener) is { Call: { Exists: true } listening, Place: 1 } && listening.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee
            && callee.ChildAt(1).Text is "on" or "addListener" && listening.Child(SyntaxKind.ArgumentList).FirstChild is { Kind: SyntaxKind.Identifier } heard && heard.Text == name.Text;
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

    /// <summary>"server.on('connection', (socket) => …)": what a function of the program is given new, and is the program's from then on.</summary>
    private static IEnumerable<Emitter> Brought(ProjectModel project)
    {
        foreach (var call in project.Effects.SymbolsWith<Effect.Brings>(SymbolFlags.Function | SymbolFlags.Method).Select(symbol => symbol.Name).Distinct().SelectMany(project.Calls.CallsOf))
        {
            if (!call.Is(SyntaxKind.CallExpression) || IsTest(project, call) || project.Types.CalleeOf(call) is not Callee.Library library)
                continue;
            foreach (var brings in project.Effects.Of(library.Signature).OfType<Effect.Brings>())
            {
                var taker = CallArguments.At(call, brings.Function);
                if (!taker.Exists || project.FunctionNamed(taker) is not { Exists: true } named || FunctionLike.From(named)?.Parameters.Skip(brings.Place).FirstOrDefault() is not { Exists: true } parameter || new Parameter(parameter).Name is not { Kind: SyntaxKind.Identifier } name
                    || project.Types.TypeOf(parameter).NonNullish() is not LightType.Instance brought || project.EffectsOf(brought).OfType<Effect.EmitsError>().FirstOrDefault() is not { } emits)
                    continue;
                if (HeardBy(project, call) is { Exists: true } hearer)
                {
                    yield return new(name, brought.Symbol.Name.ToString(), emits.Unheard, hearer) { IsShortLived = true, IsBrought = true };
                    continue;
                }

                var search = new Emitters(project);
                foreach (var reference in project.Bindings.ModuleOf(name.Tree)!.LocalSymbolOf(name).References)
                {
                    if (reference != name)
                        search.Value(reference, 0);
                }

                yield return new(name, brought.Symbol.Name.ToString(), emits.Unheard, search.listener) { IsOutOfSight = search.IsOutOfSight || search.isPiped, IsShortLived = true, IsBrought = true };
            }
        }
    }

    /// <summary>"applyWSSHandler({ wss })": a call of a library that is given what <c>wss.on('connection', …)</c> is called on, and listens for 'error' on all that it brings; none when there is none.</summary>
    private static SyntaxNode HeardBy(ProjectModel project, SyntaxNode call)
    {
        if (!call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) || !call.FirstChild.FirstChild.Is(SyntaxKind.Identifier) || project.Bindings.SymbolOf(call.FirstChild.FirstChild) is not { Exists: true } server)
            return default;
        foreach (var hearing in project.Effects.SymbolsWith<Effect.Hears>(SymbolFlags.Function | SymbolFlags.Method).Select(symbol => symbol.Name).Distinct().SelectMany(project.Calls.CallsOf))
        {
            if (hearing.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(hearing) is Callee.Library library
                && project.Effects.Of(library.Signature).OfType<Effect.Hears>().Any(hears => project.ArgumentAt(hearing, hears.What).Unwrapped() is { Kind: SyntaxKind.Identifier } given && project.Bindings.SymbolOf(given) == server))
                return hearing;
        }

        return default;
    }

    /// <summary>The names of library functions that return emitters and start no server: <c>createReadStream</c>, <c>spawn</c>.</summary>
    private static IEnumerable<Name> Factories(ProjectModel project)
    {
        foreach (var symbol in project.Bindings.LibrarySymbols(SymbolFlags.Function | SymbolFlags.Method))
        {
            // "redis.duplicate()" is a new client, and has none of the listeners of the old one.
            if (symbol.Declarations.Any(declaration => (symbol.Is(SymbolFlags.Function) || project.Effects.Of(declaration).Any(effect => effect is Effect.Opens)) && Makes(project, declaration) is not null))
                yield return symbol.Name;
        }
    }

    private static (string Name, Effect.EmitsError Emits)? Makes(ProjectModel project, SyntaxNode signature)
    {
        if (project.Effects.Of(signature).Any(effect => effect is Effect.Root) || project.Types.ReturnTypeOf(signature) is not { } returned || (returned is LightType.Promise promise && signature.Is(SyntaxKind.FunctionDeclaration) ? promise.Result : returned) is not LightType.Instance instance)
            return null;
        return project.EffectsOf(instance).OfType<Effect.EmitsError>().FirstOrDefault() is { } emits && !IsServer(instance) ? (instance.Symbol.Name.ToString(), emits) : null;
    }

    /// <summary>A client of a database or a server is made once and kept, whatever makes it.</summary>
    private static bool IsKept(ProjectModel project, Callee.Library library) =>
        project.Types.ReturnTypeOf(library.Signature) is LightType.Instance made && project.EffectsOf(made).Any(effect => effect is Effect.Handle);

    /// <summary>A server fails when it begins to listen: at the start of the process, which then ends as it should.</summary>
    private static bool IsServer(LightType.Instance instance) => instance.Symbol.Name.Is("Server"u8) || instance.Symbol.Name.Is("EventEmitter"u8);

    private static bool ReturnsItself(SyntaxNode call, Callee.Library library) =>
        library.Signature.Is(SyntaxKind.MethodDeclaration) && call.FirstChild.Is(SyntaxKind.PropertyAccessExpression);

    /// <summary>An object that emits 'error', and whether anybody listens wherever the program keeps it.</summary>
    internal static Emitter Follow(ProjectModel project, SyntaxNode made, string className, Unheard unheard, bool isShortLived)
    {
        var search = new Emitters(project);
        search.Follow(made);
        return new(made, className, unheard, search.listener) { IsOutOfSight = search.IsOutOfSight || (isShortLived && search.isPiped), IsShortLived = isShortLived, IsClosed = search.isClosed, Wrapper = WrapperOf(project, made) };
    }

    /// <summary>Who listens for 'error', by that name, of an object that is made here; none where nobody is seen to.</summary>
    internal static SyntaxNode ListenerOf(ProjectModel project, SyntaxNode made)
    {
        var search = new Emitters(project, isOfErrorOnly: true);
        search.Follow(made);
        return search.listener;
    }

    private static SyntaxNode WrapperOf(ProjectModel project, SyntaxNode made) =>
        Callers.Argument(made) is { Call: { Kind: SyntaxKind.CallExpression } taker } && !taker.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) && project.Types.TypeOf(taker.FirstChild).IsUnknown ? taker : default;

    /// <summary>A stream that the program makes itself fails only when the program says so, and most are piped on.</summary>
    private static bool IsStream(ProjectModel project, LightType type) => project.Types.MemberOf(type, PipeName).Exists;

    /// <summary>"new PostgresDialect({ pool })": a library that listens to none of it.</summary>
    protected override bool IsHarmless(SyntaxNode property) =>
        property.Parent.Wrapped().Parent is { Kind: SyntaxKind.ArgumentList } list && IsDeaf(list.Parent);

    protected override void GivenAway(SyntaxNode call, SyntaxNode argument, int place, int depth) => IsOutOfSight |= !IsDeaf(call);

    private bool IsDeaf(SyntaxNode call) => Project.Types.CalleeOf(call) is Callee.Library library && Project.Effects.Of(library.Signature).Any(effect => effect is Effect.Deaf);

    protected override void Member(SyntaxNode access, int depth)
    {
        var call = access.Parent;
        if (!call.Is(SyntaxKind.CallExpression) || call.FirstChild != access)
        {
            // "ws.onerror = …"
            if (access.ChildAt(1).TextIs("onerror"u8) && access.Parent.Is(SyntaxKind.BinaryExpression))
                listener = access;
            return;
        }

        if (Project.Registers(call, "error") && !(isOfErrorOnly && Project.Constants.StringOf(call.Child(SyntaxKind.ArgumentList).FirstChild) is null))
            listener = call;
        else if (access.ChildAt(1).TextIs("pipe"u8))
            isPiped = true;
        else if (access.FirstChild.Is(SyntaxKind.Identifier) && Project.Bindings.SymbolOf(access.FirstChild) is { IsModuleLevel: false } held && FunctionShape.Enclosing(held.Declaration) == FunctionShape.Enclosing(call) && Project.Types.CalleeOf(call) is Callee.Library library && Project.Effects.Of(library.Signature).Any(effect => effect is Effect.Closes))
            isClosed = true;
        else if (Registrations.IsRegistering(access.ChildAt(1)) || access.ChildAt(1).TextIs("unref"u8) || access.ChildAt(1).TextIs("setMaxListeners"u8))
            Value(call, depth);
    }
}
