using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Tells what lets one execution at a time come to a point: a mutex, a limiter of one, a queue of promises that the program chains by hand, a lock taken on every way to the point,
/// or that all who call the function come through one of those. In doubt something does.
/// </summary>
internal sealed class Exclusions(ProjectModel project)
{
    private const int Deepest = 3;

    private readonly ConcurrentDictionary<(FunctionModel Function, bool TrustsCallers), string?> around = new();
    private readonly ConcurrentDictionary<FunctionModel, Dominators> dominators = new();
    private readonly ConcurrentDictionary<FunctionModel, Dictionary<int, string>> takers = new();
    private readonly ConcurrentDictionary<FunctionModel, Dictionary<int, (string Name, bool WhenTrue)>> askers = new();
    private readonly ConcurrentDictionary<SyntaxNode, bool?> keyTakers = new();

    /// <summary>Whether any file may take a key: where none does, no test need be followed to what it asks.</summary>
    private readonly Lazy<bool> anyTakesKeys = new(() => project.Bindings.Modules.Any(project.Stores.MayTakeKeys));
    private readonly ConcurrentDictionary<SyntaxNode, bool> serializers = new();
    private readonly ConcurrentDictionary<(SyntaxNode Function, int Depth), bool> lockers = new();
    private readonly Lazy<ImmutableArray<Binding.Name>> aloneNames = new(() => NamesOf(project));

    /// <summary>What lets one execution in at a time, as the program writes it; null when nothing does.</summary>
    public string? Of(FunctionModel function, int point) => Of(function, point, 0, trustsCallers: false);

    /// <summary>The same where the callers that are seen are taken for all, though others could import the function.</summary>
    public string? OfSeenCallers(FunctionModel function, int point) => Of(function, point, 0, trustsCallers: true);

    private string? Of(FunctionModel function, int point, int depth, bool trustsCallers) =>
        TakenBefore(function, point) ?? (depth < Deepest ? around.GetOrAdd((function, trustsCallers), static (key, self) => self.Item1.Around(key.Function, self.depth, key.TrustsCallers), (this, depth)) : null);

    /// <summary>"await mutex.acquire()", "await previous" of a chain made by hand: on every way to the point.</summary>
    private string? TakenBefore(FunctionModel function, int point)
    {
        if (function.Flow is not { } graph || (takers.GetOrAdd(function, TakersIn), askers.GetOrAdd(function, AskersIn)) is var (taken, asked) && taken.Count + asked.Count == 0)
            return null;
        foreach (var before in dominators.GetOrAdd(function, _ => Dominators.Of(graph)).Of(point))
        {
            Workers.Step();
            if (taken.TryGetValue(before, out var name) || (asked.TryGetValue(before, out var key) && IsOnSide(graph, before, key.WhenTrue, point) && (name = key.Name) is not null))
                return name;
        }

        return null;
    }

    /// <summary>
    /// The tests of what a call answers that takes a key only where nobody has it: <c>const isFree = await mark(id); if (!isFree) return;</c> of a function that says <c>SET key NX</c>, whatever it is called.
    /// </summary>
    private Dictionary<int, (string Name, bool WhenTrue)> AskersIn(FunctionModel function)
    {
        var found = new Dictionary<int, (string, bool)>();
        if (!anyTakesKeys.Value || function.Flow is not { } graph || function.Values is not { } values)
            return found;
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point].Op is not (FlowOp.Branch or FlowOp.BranchPresent))
                continue;
            var (test, inverted) = PathConditions.Atom(graph.Points[point].Node);
            foreach (var origin in values.OriginsOf(graph.Points[point].Node))
            {
                if (!origin.Node.Is(SyntaxKind.CallExpression))
                    continue;
                if (TakesKey(origin.Node))
                    found[point] = (CodeLine.EndOf(origin.Node.FirstChild.Text), IsTaken(test) != inverted);
                else if (project.Types.CalleeOf(origin.Node) is Callee.InProgram { Functions: [var only], Signatures.IsEmpty: true } && keyTakers.GetOrAdd(only, static (called, self) => self.AnswersTaken(called), this) is { } whenTaken)
                    found[point] = (CodeLine.EndOf(origin.Node.FirstChild.Text), IsTaken(test) == whenTaken != inverted);
            }
        }

        return found;
    }

    /// <summary>What a function that takes a key answers when it has it; null when it takes none, or answers nothing that could be told apart.</summary>
    private bool? AnswersTaken(SyntaxNode function)
    {
        if (!FunctionShape.OwnNodes(function).Any(TakesKey) || FunctionLike.From(function) is not { } shape)
            return null;
        var answers = Inference.ResultsOf(shape).Select(result => result.Unwrapped()).Where(result => result.Kind is SyntaxKind.BinaryExpression or SyntaxKind.PrefixUnaryExpression or SyntaxKind.CallExpression or SyntaxKind.Identifier)
            .Select(result => result.Is(SyntaxKind.PrefixUnaryExpression) && result.Operator is TokenKind.Exclamation ? !IsTaken(result.FirstChild) : IsTaken(result)).Distinct().ToList();
        return answers is [var only] ? only : null;
    }

    /// <summary>Whether a test of the answer holds for the one who got the key: <c>answer === 'OK'</c>, <c>answer</c>; not <c>answer !== 'OK'</c>, <c>answer === null</c>.</summary>
    private static bool IsTaken(SyntaxNode test)
    {
        test = test.Unwrapped();
        if (!test.Is(SyntaxKind.BinaryExpression) || test.Operator is not (TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals or TokenKind.ExclamationEqualsEquals or TokenKind.ExclamationEquals))
            return true;
        var isNothing = test.ChildAt(1).Unwrapped() is var wanted && (wanted.Kind is SyntaxKind.NullKeyword or SyntaxKind.FalseKeyword || wanted.TextIs("undefined"u8) || wanted.TextIs("0"u8));
        return test.Operator is TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals != isNothing;
    }

    private bool TakesKey(SyntaxNode call) => call.Is(SyntaxKind.CallExpression) && project.Bindings.ModuleOf(call.Tree) is { } module && project.Stores.MayTakeKeys(module) && project.Stores.At(call) is { Kind: StoreKind.Key, Action: StoreAction.Writes, OnlyIfAbsent: true };

    /// <summary>Whether a point is reached from one outcome of a test only, and that is this one.</summary>
    private static bool IsOnSide(FlowGraph graph, int test, bool whenTrue, int point)
    {
        bool Leads(EdgeKind outcome)
        {
            foreach (var edge in graph.From(test))
            {
                if (edge.Kind == outcome && (edge.Target == point || graph.ReachableFrom(edge.Target, at => at == test, exceptions: false)[point]))
                    return true;
            }

            return false;
        }

        return Leads(EdgeKind.True) == whenTrue && Leads(EdgeKind.False) != whenTrue;
    }

    /// <summary>The points at which a function waits for a lock or for whoever came before, with what the program writes there: once a function, for many places of one may be asked about.</summary>
    private Dictionary<int, string> TakersIn(FunctionModel function)
    {
        var found = new Dictionary<int, string>();
        var graph = function.Flow!;
        for (var point = 0; point < graph.Points.Length; point++)
        {
            var (op, node) = graph.Points[point];
            if (op is FlowOp.Call && TakesLock(node, 0))
                found.Add(point, CodeLine.EndOf(node.FirstChild.Text));
            else if (op is FlowOp.Await && IsPredecessor(function, graph, point))
                found.Add(point, CodeLine.EndOf(node.Text));
        }

        return found;
    }

    /// <summary>Whether every way to a point goes through another one.</summary>
    public bool IsOnEveryWay(FunctionModel function, int through, int point) => dominators.GetOrAdd(function, model => Dominators.Of(model.Flow!)).Of(point).Contains(through);

    /// <summary>The names under which libraries run functions one at a time, or as many as somebody says.</summary>
    public IEnumerable<Binding.Name> AloneNames => aloneNames.Value;

    /// <summary>Which argument a library's call runs alone: of a mutex, or of a limiter of one; -1 when it runs none so, or only for one key at a time.</summary>
    public int AloneArgument(SyntaxNode call) =>
        call.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(call) is Callee.Library library
        && project.Effects.Of(library.Signature).OfType<Effect.Throttles>().FirstOrDefault() is { Key: null } throttle && (throttle.Alone || (throttle.Limit is null && LimitOf(call) is 1)) ? throttle.Function.Index : -1;

    /// <summary>Whether a call waits for a lock of which there is one.</summary>
    public bool TakesLock(SyntaxNode call) => TakesLock(call, 0);

    private bool TakesLock(SyntaxNode call, int depth)
    {
        if (!call.Is(SyntaxKind.CallExpression) || CallName.Of(call) is not { Exists: true } name)
            return false;
        // Of a client that we do not know, too, "set(key, token, { NX: true })" takes a key only where nothing is.
        if (depth > 0 && name.TextIs("set"u8) && SaysIfAbsent(call))
            return true;
        return project.Types.CalleeOf(call) switch
        {
            Callee.Library library => (project.Effects.Of(library.Signature).Any(effect => effect is Effect.Acquires { Kind: HandleKind.Lock }) && LimitOf(call) is null or 1)
                // Inside a function that says so: "SET key token NX".
                || (depth > 0 && project.Stores.At(call) is { Kind: StoreKind.Key, Action: StoreAction.Writes, OnlyIfAbsent: true }),
            Callee.InProgram { Functions: [var only], Signatures.IsEmpty: true } => SoundsExclusive(name) && depth < Deepest && FunctionShape.BodyOf(only).Exists
                && lockers.GetOrAdd((only, depth), static (key, self) => self.TakesLockWithin(key.Function, key.Depth + 1), this),
            // A lock that we cannot look into is one, if it says so.
            Callee.Unknown => SoundsExclusive(name),
            Callee.InProgram { Signatures.IsEmpty: false } => SoundsExclusive(name),
            _ => false,
        };
    }

    /// <summary>Whether a function that is named for it takes a lock, itself or in functions within it: "return new Promise((resolve) => { const attempt = () => client.set(key, id, { NX: true }).then(…); attempt(); })".</summary>
    private bool TakesLockWithin(SyntaxNode function, int depth)
    {
        foreach (var node in FunctionShape.BodyOf(function).Within(KindSet.Calls))
        {
            if (TakesLock(node, depth))
                return true;
        }

        return false;
    }

    private static bool SaysIfAbsent(SyntaxNode call)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (StringLiteral.From(argument) is { Value: "NX" })
                return true;
            if (!argument.Is(SyntaxKind.ObjectLiteralExpression))
                continue;
            foreach (var option in argument.Children)
            {
                // "{ NX: true }", "{ condition: 'NX' }"
                if ((option.FirstChild.TextIs("NX"u8) && option.ChildAt(1).Unwrapped().Is(SyntaxKind.TrueKeyword)) || StringLiteral.From(option.ChildAt(1)) is { Value: "NX" })
                    return true;
            }
        }

        return false;
    }

    /// <summary>"const previous = this.tail; this.tail = new Promise(…); await previous;": whoever waits for what was there before it put itself there comes after it.</summary>
    private static bool IsPredecessor(FunctionModel function, FlowGraph graph, int awaiting)
    {
        var operand = graph.Points[awaiting].Node.FirstChild.Unwrapped();
        if (!operand.Is(SyntaxKind.Identifier) || function.Values is not { } values)
            return false;
        foreach (var definition in values.DefinitionsOf(operand))
        {
            if (AssignedValue.Of(definition) is not { Exists: true } kept || MemoryPlace.Of(kept, function.Module) is not { OutlivesCall: true } place)
                continue;
            for (var point = 0; point < graph.Points.Length; point++)
            {
                if (graph.Points[point].Op is FlowOp.Write && MemoryPlace.Of(graph.Points[point].Node, function.Module) == place && graph.ReachableFrom(point, at => graph.Points[at].Suspends)[awaiting])
                    return true;
            }
        }

        return false;
    }

    /// <summary>What calls the function lets one in at a time, or all who call it are let in so.</summary>
    private string? Around(FunctionModel function, int depth, bool trustsCallers)
    {
        if (Callers.Argument(function.Node) is { Call.Exists: true } given)
        {
            if (IsExclusive(given.Call, given.Place))
                return CodeLine.EndOf(given.Call.FirstChild.Text);
            // What a function of the program keeps is run by the functions that it makes: "createJob(name, work)" for a dispatcher that locks.
            if (project.Callers.CallsOfKept(function) is { IsEmpty: false } runs)
                return OfAll(runs, function, depth, trustsCallers);
            // A callback runs where the function around it runs it; siblings run beside one another.
            return function.Exposure.Kind is not StartKind.Siblings && function.Enclosing is { Flow: { } graph } outer && graph.PointsOf(function.Node) is { Count: > 0 } points ? Of(outer, points[0], depth + 1, trustsCallers) : null;
        }

        if ((!trustsCallers && function.Exposure.Kind is StartKind.Api) || project.Callers.IsHandedOver(function))
            return null;
        return OfAll(project.Callers.CallsTo(function), function, depth + 1, trustsCallers);
    }

    /// <summary>What lets one in at a time at every call of a function; null when at one nothing does.</summary>
    private string? OfAll(IEnumerable<SyntaxNode> calls, FunctionModel function, int depth, bool trustsCallers)
    {
        string? found = null;
        foreach (var call in calls)
        {
            // One that calls itself is inside already; tests call what a lock stands around without it.
            if (project.FunctionAround(call) == function || (trustsCallers && project.Bindings.ModuleOf(call.Tree) is { } module && Reaches.ServesTests(module)))
                continue;
            if (project.FunctionAround(call) is not { Flow: { } graph } caller || graph.PointsOf(call) is not { Count: > 0 } points || (LatchAt(function, caller, graph, points[0]) ?? Of(caller, points[0], depth, trustsCallers)) is not { } reason)
                return null;
            found ??= reason;
        }

        return found;
    }

    /// <summary>
    /// "if (this.busy) return; this.busy = true; this.work().finally(…)", and "if (!this.started) this.start()" of a function that sets it before it waits: who comes meanwhile is turned away
    /// before the call.
    /// </summary>
    private string? LatchAt(FunctionModel function, FunctionModel caller, FlowGraph graph, int call)
    {
        foreach (var test in dominators.GetOrAdd(caller, model => Dominators.Of(model.Flow!)).Of(call))
        {
            Workers.Step();
            if (graph.Points[test].Op is not (FlowOp.Branch or FlowOp.BranchPresent) || FlagIn(graph.Points[test].Node, caller) is not { OutlivesCall: true } flag || graph.ReachableFrom(test, point => graph.Points[point].Suspends || point == call)[call] is false)
                continue;
            if (IsSetAtOnce(graph, test, call, flag, caller) || (flag.Root is PlaceRoot.Module or PlaceRoot.This && function.Flow is { } inner && IsSetAtOnce(inner, 0, -1, flag, function)))
                return flag.ToString();
        }

        return null;
    }

    /// <summary>"busy", "!busy", "this.state !== undefined".</summary>
    private static MemoryPlace? FlagIn(SyntaxNode test, FunctionModel function)
    {
        test = test.Unwrapped();
        while (test.Is(SyntaxKind.PrefixUnaryExpression) && test.Operator is TokenKind.Exclamation)
            test = test.FirstChild.Unwrapped();
        return MemoryPlace.Of(test, function.Module) ?? (test.Is(SyntaxKind.BinaryExpression) ? MemoryPlace.Of(test.FirstChild, function.Module) : null);
    }

    /// <summary>Whether the flag is given something between a point and the next suspension, and on the way to the call where there is one.</summary>
    private static bool IsSetAtOnce(FlowGraph graph, int from, int call, MemoryPlace flag, FunctionModel function)
    {
        var atOnce = graph.ReachableFrom(from, point => graph.Points[point].Suspends);
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (atOnce[point] && graph.Points[point].Op is FlowOp.Write && MemoryPlace.Of(graph.Points[point].Node, function.Module) == flag && !SharedWrites.IsEmpty(AssignedValue.Of(graph.Points[point].Node)))
                return call < 0 || graph.ReachableFrom(point, at => graph.Points[at].Suspends)[call] || graph.ReachableFrom(call, at => graph.Points[at].Suspends)[point];
        }

        return false;
    }

    /// <summary>Whether a call runs the function that it is given as an argument alone.</summary>
    public bool IsExclusive(SyntaxNode call, int argument)
    {
        switch (project.Types.CalleeOf(call))
        {
            case Callee.Library library:
                return project.Effects.Of(library.Signature).OfType<Effect.Throttles>().Any(throttle => throttle.Function.Index == argument && (throttle.Alone || (throttle.Limit is null && LimitOf(call) is 1))) || SoundsExclusive(CallName.Of(call));
            case Callee.InProgram { Functions: var functions, Signatures: var signatures }:
                return SoundsExclusive(CallName.Of(call)) || (signatures.IsEmpty && functions.Any(function => serializers.GetOrAdd(function, Serializes)));
            default:
                return SoundsExclusive(CallName.Of(call));
        }
    }

    /// <summary>"this.tail = this.tail.then(() => work())", or a lock taken before the parameter is called.</summary>
    private bool Serializes(SyntaxNode function)
    {
        if (!FunctionShape.BodyOf(function).Exists || project.Bindings.ModuleOf(function.Tree) is not { } module)
            return false;
        foreach (var node in FunctionShape.OwnNodes(function))
        {
            Workers.Step();
            if (node.Is(SyntaxKind.CallExpression) && (TakesLock(node, 1) || HandsToMutex(node, function, module)))
                return true;
            if (AssignedValue.TargetOf(node) is { Exists: true } target && MemoryPlace.Of(target, module) is { OutlivesCall: true } place && Follows(AssignedValue.Of(target), place, module))
                return true;
            // "queues.set(key, (queues.get(key) ?? Promise.resolve()).then(work))": one queue a key.
            if (node.Is(SyntaxKind.CallExpression) && CallName.Of(node).TextIs("set"u8) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && MemoryPlace.Of(callee.FirstChild, module) is { OutlivesCall: true } queues
                && Follows(node.Child(SyntaxKind.ArgumentList).ChildAt(1), queues.Entry(node.Child(SyntaxKind.ArgumentList).FirstChild.Text), module))
                return true;
        }

        return LocksBeforeGiven(function, module) || project.FunctionOf(function) is { Flow: { } graph } model && Enumerable.Range(0, graph.Points.Length).Any(point => graph.Points[point].Op is FlowOp.Await && IsPredecessor(model, graph, point));
    }

    /// <summary>"return traced(async () => { const id = await acquireLock(key); try { return await work(); } finally { … } })": within a function that it hands on to be run, a lock is taken before what it is given is called.</summary>
    private bool LocksBeforeGiven(SyntaxNode function, Binding.Module module)
    {
        foreach (var call in FunctionShape.BodyOf(function).Within(KindSet.Calls))
        {
            if (FunctionShape.Enclosing(call) is var inner && inner != function && Callers.Argument(inner) is { Call.Exists: true } && TakesLock(call, 1) && CallsGivenAfter(inner, call))
                return true;
        }

        return false;

        bool CallsGivenAfter(SyntaxNode inner, SyntaxNode taking)
        {
            foreach (var call in FunctionShape.BodyOf(inner).Within(KindSet.Calls))
            {
                if (call.Span.Start > taking.Span.End && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } called && module.LocalSymbolOf(called) is { Exists: true } given
                    && given.Is(Binding.SymbolFlags.Parameter) && FunctionShape.PlaceOf(given.Declaration, function) >= 0)
                    return true;
            }

            return false;
        }
    }

    /// <summary>"return this.lock.acquire(key, async () => { … return work(); })": what a function is given to run, a library's mutex runs.</summary>
    private bool HandsToMutex(SyntaxNode call, SyntaxNode function, Binding.Module module)
    {
        if (!AloneNames.Contains(module.NameOf(CallName.Of(call))) || project.Types.CalleeOf(call) is not Callee.Library library || project.Effects.Of(library.Signature).OfType<Effect.Throttles>().FirstOrDefault(throttle => throttle.Alone) is not { } mutex
            || CallArguments.At(call, mutex.Function.Index) is not { Exists: true } run)
            return false;
        foreach (var node in run.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(node) is var given && given.Is(Binding.SymbolFlags.Parameter) && FunctionShape.PlaceOf(given.Declaration, function) >= 0
                && node.Wrapped().Parent.Kind is SyntaxKind.CallExpression or SyntaxKind.ArgumentList && project.Types.TypeOf(node) is LightType.Function)
                return true;
        }

        return false;
    }

    /// <summary>"tail.then(…)", "run = tail.then(…)" of the value that was there before.</summary>
    private static bool Follows(SyntaxNode value, MemoryPlace place, Binding.Module module) => LinkAfter(value, place, module).Exists;

    /// <summary>"work" of "tail.then(work).catch(…)", where "tail" is the value that was there before; none where the value does not follow that.</summary>
    internal static SyntaxNode LinkAfter(SyntaxNode value, MemoryPlace place, Binding.Module module)
    {
        value = Held(value, module);
        while (value.Is(SyntaxKind.CallExpression) && value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } chain && (chain.ChildAt(1).TextIs("then"u8) || chain.ChildAt(1).TextIs("catch"u8) || chain.ChildAt(1).TextIs("finally"u8)))
        {
            var link = value.Child(SyntaxKind.ArgumentList).FirstChild;
            value = Held(chain.FirstChild, module);
            if (PlaceKept(value, module) == place)
                return link;
        }

        return default;
    }

    /// <summary>"tail", "tails.get(key)", "tails.get(key) ?? Promise.resolve()".</summary>
    private static MemoryPlace? PlaceKept(SyntaxNode value, Binding.Module module)
    {
        value = value.Unwrapped();
        if (value.Is(SyntaxKind.BinaryExpression) && value.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar)
            value = Held(value.FirstChild, module);
        return value.Is(SyntaxKind.CallExpression) && CallName.Of(value).TextIs("get"u8) && value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } getter
            ? MemoryPlace.Of(getter.FirstChild, module)?.Entry(value.Child(SyntaxKind.ArgumentList).FirstChild.Text)
            : MemoryPlace.Of(value, module);
    }

    /// <summary>The value of a variable that is set once, or the expression itself.</summary>
    private static SyntaxNode Held(SyntaxNode value, Binding.Module module)
    {
        value = value.Exists ? value.Unwrapped() : value;
        return value.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(value) is { IsModuleLevel: false, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } && declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } held
            ? held.Unwrapped()
            : value;
    }

    /// <summary>How many the limiter or semaphore that a call is made on lets in; null when it does not say.</summary>
    private double? LimitOf(SyntaxNode call)
    {
        var callee = call.FirstChild.Unwrapped();
        var limiter = callee.Is(SyntaxKind.PropertyAccessExpression) ? callee.FirstChild : callee;
        foreach (var made in Made(limiter))
        {
            var first = made.Child(SyntaxKind.ArgumentList).FirstChild;
            if (!first.Exists)
                continue;
            if (project.Constants.NumberOf(first) is { } number)
                return number;
            if (project.Options.Of(first).Find("concurrency") is { } option)
                return project.Constants.NumberOf(option.Value);
        }

        return null;
    }

    private IEnumerable<SyntaxNode> Made(SyntaxNode limiter)
    {
        var value = project.Constants.ValueOf(limiter).Unwrapped();
        return value.Is(SyntaxKind.CallExpression) ? [value] : project.Origins.Of(limiter).Made;
    }

    private static ImmutableArray<Binding.Name> NamesOf(ProjectModel project) => [.. project.Effects.SymbolsWith<Effect.Throttles>(Binding.SymbolFlags.Function | Binding.SymbolFlags.Method).Select(symbol => symbol.Name).Distinct()];

    private static readonly string[] Asking = ["is", "has", "can", "check", "get", "find", "list", "assert"];

    private static bool SoundsExclusive(SyntaxNode name)
    {
        if (!name.Exists)
            return false;
        var text = name.Text;
        // "isLocked(user)" asks.
        if (Asking.Any(word => text.Length > word.Length && text.StartsWith(word, StringComparison.Ordinal) && char.IsUpper(text[word.Length])))
            return false;
        return text.Contains("lock", StringComparison.OrdinalIgnoreCase) && !text.Contains("block", StringComparison.OrdinalIgnoreCase) && !text.Contains("unlock", StringComparison.OrdinalIgnoreCase) && !text.Contains("clock", StringComparison.OrdinalIgnoreCase)
            || text.Contains("exclusive", StringComparison.OrdinalIgnoreCase) || text.Contains("mutex", StringComparison.OrdinalIgnoreCase) || text.Contains("singleflight", StringComparison.OrdinalIgnoreCase)
            || text.Contains("serialize", StringComparison.OrdinalIgnoreCase) || text.Contains("synchroniz", StringComparison.OrdinalIgnoreCase);
    }
}
