using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>How a promise can reject, or a call throw: the calls that lead to what fails.</summary>
/// <param name="Calls">The calls on the way, outermost first; may be empty.</param>
/// <param name="Source">What fails: the <c>throw</c>, the library's call, the promise of unknown origin.</param>
/// <param name="IsKnown">Whether the source is known to fail at times; false for a promise of which nothing is known.</param>
public sealed record RejectionPath(ImmutableArray<SyntaxNode> Calls, SyntaxNode Source, bool IsKnown)
{
    /// <summary>Reports whether the program itself throws there, rather than a library or something unknown.</summary>
    public bool IsThrow { get; init; }

    /// <summary>The function that fails only by what it is given: it refuses an argument before it has asked anybody for anything. Null when the world can make it fail, too.</summary>
    public string? Refuser { get; init; }

    /// <summary>Reports whether it is not even known that the source is a promise.</summary>
    public bool IsUntyped { get; init; }

    /// <summary>Reports whether what fails is the end of something: <c>client.quit()</c>, which fails when the connection is gone already.</summary>
    public bool IsClosing { get; init; }

    /// <summary>Reports whether the source is a function that somebody hands in, who may well have caught all that can fail in it.</summary>
    public bool IsHandedIn { get; init; }
}

/// <summary>
/// Tells whether a promise can reject. It is a question of reachability, from the promise over the functions it waits for to anything that fails,
/// so circles of calls need no care and the answer is the shortest way.
/// </summary>
internal sealed class Rejections(ProjectModel project)
{
    /// <summary>Beyond this many functions on the way we stop asking: a promise that waits for so much can reject.</summary>
    private const int MostFunctions = 600;

    private readonly Risks risks = new(project);
    private readonly ConcurrentDictionary<(SyntaxNode, FailureMode), RejectionPath?> known = new();

    /// <summary>Beyond this many functions we look no further for something graver than a refused argument.</summary>
    private const int MostBeyondRefusal = 80;

    /// <summary>How the promise that an expression evaluates to can reject; null when it never does.</summary>
    public RejectionPath? OfPromise(SyntaxNode expression) => Search(risks.OfPromise(expression));

    /// <summary>The same where nobody waits for the promise: what a function that is no async one throws before it makes its promise is thrown there, and is no rejection.</summary>
    public RejectionPath? OfDropped(SyntaxNode expression) => Search(risks.OfPromise(expression), isDropped: true);

    /// <summary>How one of the promises of an array can reject; null when none ever does.</summary>
    public RejectionPath? OfElements(SyntaxNode iterable) => Search(risks.OfElements(iterable));

    /// <summary>How a function can fail when it is so used; null when it never does.</summary>
    public RejectionPath? Of(SyntaxNode function, FailureMode mode) => known.GetOrAdd((function, mode), static (key, self) => self.Search(self.risks.Of(key.Item1, key.Item2), isWithin: true), this);

    /// <summary>Handlers of rejections within the search for what rejects, so many deep; beyond, a receiver is taken to reject.</summary>
    private const int MostHandlers = 3;

    /// <summary>The receivers of handlers about which the thread is asking: one that rejects only if it rejects itself never does.</summary>
    [ThreadStatic]
    private static List<SyntaxNode>? asking;

    /// <summary>Whether the handler of a rejection is ever called: <c>settle().catch(report)</c> of a function that catches all itself is not.</summary>
    private bool IsEverCalled(SyntaxNode receiver)
    {
        var open = asking ??= [];
        if (open.Contains(receiver))
            return false;
        if (open.Count >= MostHandlers)
            return true;
        open.Add(receiver);
        var rejects = Search(risks.OfPromise(receiver)) is not null;
        open.Remove(receiver);
        return rejects;
    }

    /// <param name="isWithin">Whether the risks stand in the function that is asked about, and are not the promise that is asked about itself.</param>
    private RejectionPath? Search(ImmutableArray<Risk> start, bool isDropped = false, bool isWithin = false)
    {
        RejectionPath? unknown = null, refusal = null, closing = null;
        var seen = new HashSet<(SyntaxNode Function, SyntaxNode Call, FailureMode Mode)>();
        // Beside each call the function that it is taken to mean.
        var queue = new Queue<(ImmutableArray<Risk> Risks, ImmutableArray<SyntaxNode> Calls, ImmutableArray<SyntaxNode> Functions, RejectionPath? Declared, bool IsGuess)>([(start, [], [], null, false)]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var risk in at.Risks)
            {
                if ((risk.Kind is RiskKind.Throw && IsOfEnvironment(risk.Node)) || project.EmptyLists.Holds(risk.Node) || (!at.Calls.IsEmpty && (project.GivenArguments.IsRuledOut(at.Calls, risk.Node) || IsTakenFor(at.Calls[^1], risk.Node))))
                    continue;
                if (risk.Receiver.Exists && !risks.Of(risk.Function, risk.Mode).IsEmpty && !IsEverCalled(risk.Receiver))
                    continue;
                if (risk.Kind is RiskKind.HandedIn && GivenFor(CalledName(risk), at.Calls, at.Functions) is { Exists: true } given)
                {
                    if (!(isDropped && AtOnce(given, at.Calls, at.Functions)) && seen.Count < MostFunctions && seen.Add((given, default, FailureMode.Rejects)))
                        queue.Enqueue((risks.Of(given, FailureMode.Rejects), at.Calls.Add(risk.Node), at.Functions.Add(given), at.Declared, at.IsGuess));
                    continue;
                }

                // "within(save(row).catch(report), 1000)" of a function that awaits what it is given: the promise that is given rejects or does not.
                if (risk.Kind is RiskKind.Given)
                {
                    var way = PromiseGiven(risk.Node, at.Functions);
                    var promise = way < 0 ? default : ArgumentFor(ParameterNamed(risk.Node), at.Calls[way]);
                    if (seen.Count < MostFunctions && seen.Add((promise.Exists ? promise : risk.Node, default, FailureMode.Rejects)))
                        queue.Enqueue(promise.Exists ? (risks.OfPromise(promise), at.Calls[..way], at.Functions[..way], at.Declared, at.IsGuess) : (risks.OfParameter(risk.Node), at.Calls, at.Functions, at.Declared, at.IsGuess));
                    continue;
                }

                if (risk.Kind is RiskKind.HandedIn or RiskKind.Unknown && (ParameterNamed(CalledName(risk)) is { Exists: true } parameter ? parameter : ParameterIn(CalledName(risk))) is { Exists: true } called && AllCatch(called, at.Calls, at.Functions))
                    continue;
                // Of what implements an interface it is enough that it fails in some way: what is called is known to make a promise.
                if (at.Declared is { } declared && ((at.IsGuess && risk.Kind is not RiskKind.Through) || risk.Kind is RiskKind.Unknown or RiskKind.HandedIn || (risk.Kind is RiskKind.Throw && IsRefusal(risk.Node, at.Calls)) || (risk.Kind is RiskKind.Library && Closes(risk.Node))))
                    unknown = unknown is { IsHandedIn: false, IsUntyped: false } ? unknown : declared;
                else if (risk.Kind is RiskKind.Library && Closes(risk.Node) && !at.Calls.Append(risk.Node).Skip(isWithin ? 0 : 1).Any(EndsWork))
                    closing ??= new(at.Calls, risk.Node, true) { IsClosing = true };
                else if (risk.Kind is RiskKind.Library || (risk.Kind is RiskKind.Throw && !IsRefusal(risk.Node, at.Calls)))
                    return new(at.Calls, risk.Node, true) { IsThrow = risk.Kind is RiskKind.Throw };
                else if (risk.Kind is RiskKind.Throw)
                    refusal ??= new(at.Calls, risk.Node, true) { IsThrow = true, Refuser = project.FunctionAround(risk.Node)?.Name };
                else if (risk is { Kind: RiskKind.Unknown, IsExpected: true } && unknown is not { IsHandedIn: false, IsUntyped: false })
                    unknown = new(at.Calls, risk.Node, false);
                else if (risk.Kind is RiskKind.Unknown or RiskKind.HandedIn)
                    unknown ??= new(at.Calls, risk.Node, false) { IsHandedIn = risk.Kind is RiskKind.HandedIn, IsUntyped = project.ThenableOf(risk.Node) is Thenable.Unknown };
                else if (seen.Count < (refusal is null && closing is null ? MostFunctions : MostBeyondRefusal) && seen.Add((risk.Function, GivesFunctions(risk.Node) ? risk.Node : default, risk.Mode)))
                    queue.Enqueue((risks.Of(risk.Function, risk.Mode), at.Calls.Add(risk.Node), at.Functions.Add(risk.Function), at.Declared ?? (risk.IsImplementation || risk.IsGuess ? new(at.Calls, risk.Node, false) { IsUntyped = risk.IsGuess } : null), at.IsGuess || risk.IsGuess));
            }
        }

        return unknown is { IsHandedIn: false, IsUntyped: false } ? unknown : closing ?? refusal ?? unknown;
    }

    /// <summary>Whether a function that is given makes no promise, and those that call it, one by one, none either before they have called it.</summary>
    private bool AtOnce(SyntaxNode given, ImmutableArray<SyntaxNode> calls, ImmutableArray<SyntaxNode> functions) =>
        !given.Has(NodeFlags.Async) && project.Types.ThenableOf(project.Types.ReturnTypeOf(given)) is Thenable.Not && functions.All(static function => !function.Has(NodeFlags.Async)) && calls.All(call => project.PromiseOperationOf(call) is PromiseOperation.None);

    /// <summary><c>while (running) { await withLock(work); }</c>: with what fails in it, work ends that was to go on.</summary>
    private static bool EndsWork(SyntaxNode call) => FunctionShape.LoopAround(call) is { Exists: true } loop && (loop.Kind is SyntaxKind.WhileStatement or SyntaxKind.DoStatement || (loop.Is(SyntaxKind.ForStatement) && !new ForStatement(loop).Condition.Exists));

    private bool Closes(SyntaxNode call) => (project.DatabaseCallAt(call) is { Queries: { IsEmpty: false } ends } && ends.All(query => query.Kind is QueryKind.Rollback)) || project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Closes>().Any();

    /// <summary>A call that says by a function what the called one does: each is a question of its own.</summary>
    private static bool GivesFunctions(SyntaxNode call)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (FunctionLike.From(argument.Unwrapped()) is not null)
                return true;
        }

        return false;
    }

    /// <summary><c>run(async () => …)</c> where <c>run</c>, or a function written in it, calls its parameter: the function that the call of <c>run</c> on the way gives for it; none when it cannot be told.</summary>
    private SyntaxNode GivenFor(SyntaxNode callee, ImmutableArray<SyntaxNode> calls, ImmutableArray<SyntaxNode> functions)
    {
        if (!callee.Is(SyntaxKind.Identifier) || project.Bindings.SymbolOf(callee) is not { Exists: true } symbol || !symbol.Is(SymbolFlags.Parameter) || !symbol.Writes.IsEmpty
            || symbol.Declaration is not { Kind: SyntaxKind.Parameter } parameter || parameter.Has(NodeFlags.Rest) || functions.LastIndexOf(parameter.Parent.Parent) is not (>= 0 and var way))
            return default;
        var call = calls[way];
        var place = new Parameter(parameter).Place;
        SyntaxNode found = default;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            // "p.then(each)" gives the function itself, and what that is called with is somebody else's.
            if (argument.Is(SyntaxKind.SpreadElement) || project.FunctionNamed(argument) is var given && given == parameter.Parent.Parent)
                return default;
            if (place-- == 0)
                found = given;
        }

        return found;
    }

    /// <summary>Which call on the way gives a promise that is a parameter, and is known to give one; negative when none does.</summary>
    private int PromiseGiven(SyntaxNode risk, ImmutableArray<SyntaxNode> functions) =>
        ParameterNamed(risk) is { Exists: true } parameter && functions.LastIndexOf(parameter.Parent.Parent) is >= 0 and var way ? way : -1;

    /// <summary>The name under which a function that is handed in is called, <c>callback()</c>, or given to what calls it; none for other calls.</summary>
    private static SyntaxNode CalledName(Risk risk) => risk.Called.Exists ? risk.Called : risk.Node.Is(SyntaxKind.CallExpression) ? risk.Node.FirstChild.Unwrapped() : default;

    private SyntaxNode ParameterNamed(SyntaxNode name) =>
        name.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(name) is { Exists: true } symbol && symbol.Is(SymbolFlags.Parameter) && symbol.Writes.IsEmpty && symbol.Declaration is { Kind: SyntaxKind.Parameter } parameter && !parameter.Has(NodeFlags.Rest) ? parameter : default;

    /// <summary><c>this.onEvent()</c> of <c>constructor(private readonly onEvent: …)</c>: the parameter of the constructor that the field is, and nothing else ever; none for others.</summary>
    private SyntaxNode ParameterIn(SyntaxNode field) =>
        field.Is(SyntaxKind.PropertyAccessExpression) && field.FirstChild.Is(SyntaxKind.ThisKeyword) && project.Types.SymbolOf(field) is { Exists: true, Declaration: { Kind: SyntaxKind.Parameter } parameter } && parameter.Has(NodeFlags.Readonly) && !risks.IsExtended(parameter.Parent.Parent.Parent.Parent) ? parameter : default;

    /// <summary>Parameters about which the thread is asking who gives them: what is asked for again is given by nobody else.</summary>
    [ThreadStatic]
    private static HashSet<SyntaxNode>? handed;

    /// <summary>How many functions that hand a callback on are asked who gave it to them.</summary>
    private const int MostHandOvers = 4;

    /// <summary>Whether all who hand in a callback, in the program, give functions that catch all that can fail in them; one at least is seen.</summary>
    private bool AllCatch(SyntaxNode parameter, ImmutableArray<SyntaxNode> calls, ImmutableArray<SyntaxNode> functions)
    {
        // "run(callback)" on the way: whoever gave the caller its callback. One that starts itself anew, "setTimeout(() => run(callback))", hands on its own.
        if (functions.LastIndexOf(parameter.Parent.Parent) is >= 0 and var way && ParameterNamed(ArgumentFor(parameter, calls[way])) is var outer && outer != parameter)
            return outer.Exists && AllCatch(outer, calls[..way], functions[..way]);
        return Given(parameter) is { IsDefaultOrEmpty: false } given && given.All(function => Search(risks.Of(function, FailureMode.Rejects)) is null);
    }

    /// <summary>The functions that the program gives for a parameter, also through functions that hand it on; default where one of them cannot be told.</summary>
    private ImmutableArray<SyntaxNode> Given(SyntaxNode parameter)
    {
        var open = handed ??= [];
        if (open.Count >= MostHandOvers || !open.Add(parameter))
            return open.Contains(parameter) ? [] : default;
        try
        {
            if (project.FunctionOf(parameter.Parent.Parent) is not { } function || project.Callers.IsHandedOver(function))
                return default;
            var found = ImmutableArray.CreateBuilder<SyntaxNode>();
            foreach (var call in project.Callers.CallsTo(function))
            {
                var argument = ArgumentFor(parameter, call);
                if (project.FunctionNamed(argument) is { Exists: true } named)
                    found.Add(named);
                else if (ParameterNamed(argument) is { Exists: true } outer && (outer == parameter ? [] : Given(outer)) is { IsDefault: false } further)
                    found.AddRange(further);
                else
                    return default;
            }

            return found.ToImmutable();
        }
        finally
        {
            open.Remove(parameter);
        }
    }

    /// <summary>What a call gives for a parameter; none where it cannot be told.</summary>
    private static SyntaxNode ArgumentFor(SyntaxNode parameter, SyntaxNode call) => CallArguments.At(call, new Parameter(parameter).Place).Unwrapped();

    /// <summary>
    /// A <c>throw</c> that only arguments lead to: no answer from outside comes before it, none is passed on to it, and it throws on nothing that was caught.
    /// </summary>
    private bool IsRefusal(SyntaxNode thrown, ImmutableArray<SyntaxNode> calls)
    {
        if (!thrown.Is(SyntaxKind.ThrowStatement) || calls.Any(IsGivenAnswer))
            return false;
        var function = FunctionShape.Enclosing(thrown);
        for (var at = thrown.Parent; at.Exists && at != function; at = at.Parent)
        {
            if (at.Is(SyntaxKind.CatchClause))
                return false;
        }

        // What a callback is called with, nobody of the program chose.
        if (!function.Exists || function.Is(SyntaxKind.SourceFile) || Callers.Argument(function).Call.Exists)
            return false;
        return !Awaits(function, thrown.Span.Start);
    }

    /// <summary>
    /// <c>const value = process.env[key]; if (!value) throw …</c>: a setting that is missing is missing from the start, and the first call says so, not one in a thousand.
    /// </summary>
    private bool IsOfEnvironment(SyntaxNode thrown)
    {
        if (thrown.Ancestor(SyntaxKind.IfStatement) is not { Exists: true } test || test.FirstChild.Span.Contains(thrown.Span) || FunctionShape.Enclosing(test) != FunctionShape.Enclosing(thrown))
            return false;
        var isOfEnvironment = false;
        foreach (var node in test.FirstChild.DescendantsAndSelf)
        {
            if (!node.Is(SyntaxKind.Identifier) || (node.Parent.Is(SyntaxKind.PropertyAccessExpression) && node.Parent.FirstChild != node))
                continue;
            if (!node.TextIs("process"u8) && (project.Bindings.SymbolOf(node).Declaration is not { Kind: SyntaxKind.VariableDeclaration } variable || !IsSetting(variable.Child(SyntaxKind.Initializer).FirstChild.Unwrapped())))
                return false;
            isOfEnvironment = node.TextIs("process"u8) ? IsSetting(node.Parent.Parent) : true;
        }

        return isOfEnvironment;
    }

    /// <summary><c>process.env.HOST</c>, <c>process.env[key]</c></summary>
    private static bool IsSetting(SyntaxNode value) =>
        value.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression && value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } of && of.Bytes.SequenceEqual("process.env"u8);

    /// <summary><c>check(answer)</c> where <c>const answer = await ask();</c></summary>
    private bool IsGivenAnswer(SyntaxNode call)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (FunctionLike.From(argument.Unwrapped()) is not null)
                continue;
            foreach (var node in argument.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.AwaitExpression) || (node.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(node).Declaration is { Kind: SyntaxKind.VariableDeclaration } variable && Awaits(variable, int.MaxValue)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a <c>catch</c> around something takes its failure, because the call decides that it throws nothing on: <c>if (options?.rethrow) throw error;</c></summary>
    private bool IsTakenFor(SyntaxNode call, SyntaxNode node)
    {
        for (var at = node; at.Parent.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (!at.Parent.Is(SyntaxKind.TryStatement) || !at.Is(SyntaxKind.Block) || at.Parent.Child(SyntaxKind.CatchClause) is not { Exists: true } handler)
                continue;
            var (throwsOn, isRuledOut) = (false, true);
            foreach (var thrown in handler.DescendantsAndSelf)
            {
                if (!thrown.Is(SyntaxKind.ThrowStatement) || !Throwing.IsOfWhatWasCaught(thrown))
                    continue;
                throwsOn = true;
                isRuledOut &= IsOfOwnClass(thrown, node) || project.GivenArguments.IsRuledOut(call, thrown);
            }

            if (throwsOn && isRuledOut)
                return true;
        }

        return false;
    }

    /// <summary><c>if (error instanceof OwnError) throw error;</c> of what a library made fail: it knows nothing of the program's classes.</summary>
    private bool IsOfOwnClass(SyntaxNode thrown, SyntaxNode failing)
    {
        if (!failing.Is(SyntaxKind.CallExpression) || project.Types.CalleeOf(failing) is not Callee.Library)
            return false;
        for (var at = thrown; at.Parent.Exists && !at.Is(SyntaxKind.CatchClause); at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.IfStatement) && at.Parent.ChildAt(1) == at && at.Parent.FirstChild.Unwrapped() is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.InstanceOf } test
                && project.Bindings.SymbolOf(test.ChildAt(1).Unwrapped()).Declaration is { Kind: SyntaxKind.ClassDeclaration } own && project.IsInProgram(own))
                return true;
        }

        return false;
    }

    /// <summary>A statement behind which nothing is reached: it is, or ends with, <c>return</c> or <c>throw</c>.</summary>
    internal static bool Leaves(SyntaxNode statement)
    {
        var last = statement;
        if (statement.Is(SyntaxKind.Block))
        {
            foreach (var child in statement.Children)
                last = child;
        }

        return last.Kind is SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement;
    }

    private static bool Awaits(SyntaxNode within, int before)
    {
        foreach (var node in within.DescendantsAndSelf)
        {
            if (node.Span.Start < before && (node.Is(SyntaxKind.AwaitExpression) || (node.Is(SyntaxKind.ForOfStatement) && node.Has(NodeFlags.Await))))
                return true;
        }

        return false;
    }
}
