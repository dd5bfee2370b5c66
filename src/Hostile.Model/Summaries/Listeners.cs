using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A listener that a function adds to an emitter or a signal.</summary>
/// <param name="Call">The call that adds it.</param>
/// <param name="Target">What it is added to, as written.</param>
/// <param name="Event">The event, when it is written out; null when not.</param>
/// <param name="Listener">The function, or what names it.</param>
/// <param name="Once">Whether the first event ends it.</param>
public sealed record Registration(SyntaxNode Call, SyntaxNode Target, string? Event, SyntaxNode Listener, bool Once)
{
    /// <summary>Whether the target is a signal that tells to stop.</summary>
    public bool IsOnSignal { get; init; }

    /// <summary>The call, or the signal among the options, that takes it away again; none when nothing that we see does.</summary>
    public SyntaxNode RemovedAt { get; init; }

    /// <summary>Where the function looks whether the signal was aborted already; none when it does not.</summary>
    public SyntaxNode LookedAt { get; init; }

    /// <summary>Whether the signal is made by the function itself, so that nobody can have aborted it before.</summary>
    public bool IsOwnSignal { get; init; }

    /// <summary>The flag that a test around it asks whether it was added already; null when there is none.</summary>
    public MemoryPlace? Guard { get; init; }

    /// <summary>Whether it stands where a promise is made, so that somebody waits for what it does.</summary>
    public bool IsWaitedFor { get; init; }

    /// <summary>How long the target lives.</summary>
    public Lifespan TargetLife { get; init; }

    /// <summary>The loop around the call in its function, when the target was there before the loop; none otherwise.</summary>
    public SyntaxNode Loop { get; init; }
}

/// <summary>A call that takes a listener away.</summary>
/// <param name="Call">The call.</param>
/// <param name="Target">What it is taken from, as written.</param>
/// <param name="Event">The event, when it is written out; null when not.</param>
/// <param name="Listener">The function, or what names it; none when all are taken away.</param>
public sealed record Removal(SyntaxNode Call, SyntaxNode Target, string? Event, SyntaxNode Listener);

/// <summary>Finds who adds and who removes listeners, from the names of the libraries' methods upwards; tests and what runs in browsers only are left out.</summary>
internal sealed class Listeners
{
    private const int MostCallers = 20;

    /// <summary>A signal of an object of an object … beyond this it is somebody else's.</summary>
    private const int LongestChain = 8;

    private readonly ProjectModel project;
    private readonly Dictionary<Module, List<Removal>> removals = [];
    private readonly Lazy<ImmutableArray<Registration>> all;
    private readonly List<(SyntaxNode Call, Effect.Listens Effect)> adding = [];

    public Listeners(ProjectModel project)
    {
        this.project = project;
        foreach (var call in Names().SelectMany(project.Calls.CallsOf))
        {
            Workers.Step();
            if (!call.Is(SyntaxKind.CallExpression) || !call.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression) || project.Bindings.ModuleOf(call.Tree) is not { } module || module.Roles.HasFlag(ModuleRoles.Test) || project.IsInBrowser(module) || project.Types.CalleeOf(call) is not Callee.Library library)
                continue;
            foreach (var effect in project.Effects.Of(library.Signature))
            {
                if (effect is Effect.Listens listens)
                    adding.Add((call, listens));
                if (effect is Effect.Unlistens unlistens)
                    AddRemoval(module, new(call, TargetOf(call), EventOf(call), unlistens.All ? default : ArgumentOf(call, 1)));
            }
        }

        all = new(() => [.. adding.DistinctBy(found => found.Call).Select(Read).OfType<Registration>().OrderBy(found => project.PlaceOf(found.Call))]);
    }

    /// <summary>The listeners that the program adds, by file and position.</summary>
    public ImmutableArray<Registration> All => all.Value;

    /// <summary>The calls of a file that take listeners away, by name and position.</summary>
    public IReadOnlyList<Removal> RemovalsIn(Module module) => removals.TryGetValue(module, out var found) ? found : [];

    /// <summary>Whether an expression is a signal that tells to stop.</summary>
    public static bool IsSignal(ProjectModel project, SyntaxNode expression) =>
        project.Types.TypeOf(expression).NonNullish().Alternatives.Any(type => project.EffectsOf(type).Any(effect => effect is Effect.Signal));

    /// <summary>Whether two expressions name one function: by what is written, but for two functions of that name in two places.</summary>
    public static bool IsSame(ProjectModel project, SyntaxNode one, SyntaxNode other)
    {
        if (!one.Bytes.SequenceEqual(other.Bytes))
            return false;
        // "add(listener) { bus.on('news', listener); } remove(listener) { bus.off('news', listener); }": what is given may be the same.
        return !one.Is(SyntaxKind.Identifier) || project.Bindings.SymbolOf(one) is not { Exists: true, Declaration.Kind: not SyntaxKind.Parameter } first || project.Bindings.SymbolOf(other) is not { Exists: true, Declaration.Kind: not SyntaxKind.Parameter } second || first == second;
    }

    private void AddRemoval(Module module, Removal removal)
    {
        if (!removals.TryGetValue(module, out var list))
            removals.Add(module, list = []);
        list.Add(removal);
    }

    private HashSet<Name> Names() => [.. project.Effects.SymbolsWith(SymbolFlags.Method, static effect => effect is Effect.Listens or Effect.Unlistens).Select(symbol => symbol.Name)];

    private static SyntaxNode TargetOf(SyntaxNode call) => call.FirstChild.Unwrapped().FirstChild.Unwrapped();

    private string? EventOf(SyntaxNode call) => project.Constants.StringOf(ArgumentOf(call, 0));

    private static SyntaxNode ArgumentOf(SyntaxNode call, int place) => CallArguments.At(call, place).Unwrapped();

    private Registration? Read((SyntaxNode Call, Effect.Listens Effect) found)
    {
        var (call, effect) = found;
        var target = TargetOf(call);
        var listener = ArgumentOf(call, 1);
        if (!listener.Exists)
            return null;
        var options = effect.Options is { } place ? ArgumentOf(call, place) : default;
        var read = options.Exists ? project.Options.Of(options) : null;
        var registration = new Registration(call, target, EventOf(call), listener, effect.Once || read?.Find("once")?.Value.Is(SyntaxKind.TrueKeyword) == true)
        {
            IsOnSignal = IsSignal(project, target),
            TargetLife = project.Lifespans.Of(target),
            RemovedAt = read?.Find("signal")?.Value ?? default,
            Loop = LoopAround(call, target),
            Guard = GuardAround(call),
        };
        if (!registration.RemovedAt.Exists)
            registration = registration with { RemovedAt = RemovalOf(registration) };
        return registration.IsOnSignal ? registration with { LookedAt = LookAt(call, target, HeardOnlyBy(registration)) is { Exists: true } look ? look : LookOfCallers(call, target), IsOwnSignal = IsOwn(target), IsWaitedFor = IsInExecutor(call) } : registration;
    }

    /// <summary>The call that removes it; in the listener itself it is too late for what else may happen first.</summary>
    private SyntaxNode RemovalOf(Registration registration)
    {
        var module = project.Bindings.ModuleOf(registration.Call.Tree)!;
        var listener = NamedBy(registration.Listener);
        var own = project.FunctionNamed(registration.Listener);
        foreach (var removal in RemovalsIn(module))
        {
            if (own.Exists && own.Tree == removal.Call.Tree && own.Span.Contains(removal.Call.Span))
                continue;
            if (removal.Event is { } name && registration.Event is { } added && name != added)
                continue;
            if (!removal.Listener.Exists ? removal.Target.Bytes.SequenceEqual(registration.Target.Bytes) : listener.Length > 0 && NamedBy(removal.Listener) == listener && IsSame(project, removal.Listener, registration.Listener))
                return removal.Call;
        }

        return default;
    }

    /// <summary>How a listener is named; empty for one that is written in place.</summary>
    private static string NamedBy(SyntaxNode listener) => listener.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.CallExpression ? listener.Text : "";

    /// <summary>The listener, where nothing but the event runs it: what looks at the signal in there has heard it already. None where it is called, too, or where it is not seen.</summary>
    private SyntaxNode HeardOnlyBy(Registration registration)
    {
        var listener = project.FunctionNamed(registration.Listener);
        if (!listener.Exists || !registration.Listener.Is(SyntaxKind.Identifier))
            return listener;
        return project.Bindings.SymbolOf(registration.Listener) is { Exists: true } named && !named.References.Any(reference => reference.Wrapped() is var outer && outer.Parent.Is(SyntaxKind.CallExpression) && outer.Parent.FirstChild == outer) ? listener : default;
    }

    /// <summary>Where the outermost function around a call looks whether a signal was aborted, or hands the signal to somebody before; what stands in a listener that is run by the event alone does not count.</summary>
    private SyntaxNode LookAt(SyntaxNode call, SyntaxNode signal, SyntaxNode listener = default)
    {
        var outermost = FunctionShape.Enclosing(call);
        while (FunctionShape.Enclosing(outermost) is { Exists: true } around && !around.Is(SyntaxKind.SourceFile))
            outermost = around;
        foreach (var mention in Mentions(outermost, signal))
        {
            if (listener.Exists && listener.Tree == mention.Tree && listener.Span.Contains(mention.Span))
                continue;
            var outer = mention.Wrapped();
            if (outer.Parent.Is(SyntaxKind.PropertyAccessExpression) && outer.Parent.FirstChild == outer && project.Effects.Of(project.Types.SymbolOf(outer.Parent)).Any(effect => effect is Effect.TellsAborted))
                return outer.Parent;
            if (outer.Span.End < call.Span.Start && outer.Parent.Kind is SyntaxKind.ArgumentList or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.ArrayLiteralExpression)
                return outer;
        }

        return default;
    }

    /// <summary>Where a caller looks at the signal that it gives, when all of them do.</summary>
    private SyntaxNode LookOfCallers(SyntaxNode call, SyntaxNode signal)
    {
        if (!signal.Is(SyntaxKind.Identifier) || project.Bindings.SymbolOf(signal) is not { Exists: true, Declaration.Kind: SyntaxKind.Parameter } parameter
            || project.FunctionOf(FunctionShape.Enclosing(parameter.Declaration.FirstChild)) is not { } function || FunctionShape.ParameterOf(function, parameter) is not (>= 0 and var place))
            return default;
        SyntaxNode first = default;
        foreach (var from in project.Callers.CallsTo(function).Take(MostCallers))
        {
            var given = CallArguments.At(from, place);
            if (!given.Exists || LookAt(from, given) is not { Exists: true } look)
                return default;
            first = first.Exists ? first : look;
        }

        return first;
    }

    private static IEnumerable<SyntaxNode> Mentions(SyntaxNode within, SyntaxNode expression)
    {
        var found = new List<SyntaxNode>();
        foreach (var node in within.DescendantsAndSelf)
        {
            if (node.Kind == expression.Kind && IsSame(node.Bytes, expression.Bytes))
                found.Add(node);
        }

        return found;
    }

    /// <summary><c>options?.signal</c> is <c>options.signal</c>.</summary>
    private static bool IsSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var at = 0;
        foreach (var letter in one)
        {
            if (letter is (byte)'?' or (byte)'!')
                continue;
            while (at < other.Length && other[at] is (byte)'?' or (byte)'!')
                at++;
            if (at == other.Length || other[at++] != letter)
                return false;
        }

        return at == other.Length;
    }

    /// <summary>"const controller = new AbortController(); controller.signal.addEventListener(…)"</summary>
    private bool IsOwn(SyntaxNode signal)
    {
        var module = project.Bindings.ModuleOf(signal.Tree)!;
        // "const signal: AbortSignal = signal.signal" leads back to itself.
        for (var depth = 0; depth < LongestChain; depth++)
        {
            if (MemoryPlace.Of(signal, module) is not { Root: PlaceRoot.Local or PlaceRoot.Captured } place)
                return signal.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression;
            signal = place.Variable.Declaration.Is(SyntaxKind.VariableDeclaration) ? place.Variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() : default;
            if (!signal.Is(SyntaxKind.PropertyAccessExpression))
                return signal.Kind is SyntaxKind.NewExpression or SyntaxKind.CallExpression;
        }

        return false;
    }

    /// <summary>"if (!listening) { listening = true; bus.on(…) }": a test of something that outlives the call.</summary>
    private MemoryPlace? GuardAround(SyntaxNode call)
    {
        if (project.FunctionAround(call) is not { Flow: { } graph } function || graph.PointsOf(call) is not [var point, ..])
            return null;
        foreach (var before in graph.Leading(point).Order())
        {
            var at = graph.Points[before];
            if (at.Op is FlowOp.Branch or FlowOp.BranchPresent && MemoryPlace.Of(at.Node, function.Module) is { OutlivesCall: true } place && !place.Variable.Is(SymbolFlags.Import))
                return place;
        }

        return null;
    }

    /// <summary>In a function around it that settles a promise: <c>new Promise((resolve, reject) => …)</c>.</summary>
    private bool IsInExecutor(SyntaxNode call)
    {
        var function = FunctionShape.Enclosing(call);
        return Callers.Argument(function) is { Call.Exists: true } given && project.PromiseOperationOf(given.Call) is PromiseOperation.New;
    }

    private SyntaxNode LoopAround(SyntaxNode call, SyntaxNode target)
    {
        var module = project.Bindings.ModuleOf(call.Tree)!;
        if (MemoryPlace.Of(target, module) is not { } place)
            return default;
        var function = FunctionShape.Enclosing(call);
        // "await new Promise((resolve) => { signal.addEventListener(…) })" runs in the loop around it.
        for (var depth = 0; depth < 3 && Callers.Argument(function) is { Call.Exists: true } given && project.PromiseOperationOf(given.Call) is PromiseOperation.New; depth++)
            function = FunctionShape.Enclosing(function);
        for (var at = call.Parent; at.Exists && at != function; at = at.Parent)
        {
            if (FunctionShape.IsLoop(at))
                return place.Variable.Exists && place.Variable.Declaration.Tree == at.Tree && at.Span.Contains(place.Variable.Declaration.Span) ? default : at;
        }

        return default;
    }
}
