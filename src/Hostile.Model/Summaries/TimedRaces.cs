using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A <c>Promise.race</c> of some work against a timer.</summary>
/// <param name="Call">The call of <c>race</c>.</param>
/// <param name="Timer">The call that starts the timer.</param>
/// <param name="Kept">What keeps the timer when the work wins, or ends it.</param>
/// <param name="Work">The other promises.</param>
public sealed record TimedRace(SyntaxNode Call, SyntaxNode Timer, TimerEnd Kept, ImmutableArray<RacedWork> Work)
{
    /// <summary>The call in a function of the program that makes the promise of the timer; none when it is made on the spot.</summary>
    public SyntaxNode Through { get; init; }

    /// <summary>Whether the timer is that of a sleep, which is right where nobody races it: the race is the place of the fault.</summary>
    public bool IsSleep { get; init; }

    /// <summary>Whether the race answers when the timer wins, rather than rejects: whoever races goes on as if the work were done, unless it looks at the answer.</summary>
    public bool Answers { get; init; }

    /// <summary>Where the timer is ended, or the path on which it is not.</summary>
    public SyntaxNode EndedAt { get; init; }

    /// <summary>The path on which the timer is not ended; null when no path ends it.</summary>
    public LostPath? Lost { get; init; }
}

/// <summary>What becomes of a raced timer when the work wins.</summary>
public enum TimerEnd
{
    /// <summary>It is ended, or does not keep the process.</summary>
    Ended,

    /// <summary>Nobody keeps its handle, so nobody can end it.</summary>
    NoHandle,

    /// <summary>Its handle is kept, and nothing ends it.</summary>
    NeverEnded,

    /// <summary>It is ended when all goes well, and not when the work fails.</summary>
    EndedOnSuccess,
}

/// <summary>Work that is raced against a timer.</summary>
/// <param name="Arm">The promise, as it stands in the race.</param>
/// <param name="Start">The call that starts the work: the arm itself, or where a variable gets it, or what a caller hands in; none when it is not known.</param>
public sealed record RacedWork(SyntaxNode Arm, SyntaxNode Start)
{
    /// <summary>The call that hands the work to the function that races it; none when that starts it itself.</summary>
    public SyntaxNode HandedIn { get; init; }

    /// <summary>The signal that the work is given, so that it can stop; none when it gets none.</summary>
    public SyntaxNode Signal { get; init; }
}

/// <summary>Finds races against timers; tests and what runs in browsers only are left out.</summary>
internal static class TimedRaces
{
    private const int MostCallers = 60;

    /// <summary>A helper that calls a helper that sleeps … beyond this nobody sees a timer.</summary>
    private const int LongestChain = 3;

    private static readonly Name RaceName = Name.Of("race"u8);

    /// <summary>The races against a timer, by file and position.</summary>
    public static ImmutableArray<TimedRace> All(ProjectModel project) =>
        [.. project.Calls.CallsOf(RaceName).Where(call => IsRace(project, call)).Select(call => Read(project, call)).OfType<TimedRace>().OrderBy(race => project.PlaceOf(race.Call))];

    /// <summary>Whether a call is the language's <c>Promise.race</c>, in code that runs on a server.</summary>
    public static bool IsRace(ProjectModel project, SyntaxNode call) =>
        project.PromiseOperationOf(call) is PromiseOperation.Combine && CallName.Of(call).TextIs("race"u8)
        && project.Bindings.ModuleOf(call.Tree) is { } module && !module.Roles.HasFlag(ModuleRoles.Test) && !project.IsInBrowser(module);

    /// <summary>The promises of a race, when they are written out.</summary>
    public static ImmutableArray<SyntaxNode> ArmsOf(ProjectModel project, SyntaxNode race)
    {
        var given = race.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
        var arms = project.Constants.ValueOf(given).Unwrapped();
        if (!arms.Is(SyntaxKind.ArrayLiteralExpression))
            return [];
        var found = arms.Children.ToArray().SelectMany(Spread).ToList();
        // "const arms = [work]; if (limit) arms.push(sleep(limit)); await Promise.race(arms)"
        if (given.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(given) is { Exists: true, IsModuleLevel: false } variable)
            found.AddRange(FunctionShape.PushesInto(variable).Select(push => push.Child(SyntaxKind.ArgumentList).FirstChild).Where(pushed => pushed.Exists));
        return [.. found];
    }

    /// <summary>"...(limit ? [sleep(limit)] : [])"</summary>
    private static IEnumerable<SyntaxNode> Spread(SyntaxNode arm)
    {
        if (!arm.Is(SyntaxKind.SpreadElement))
            return [arm];
        var spread = arm.FirstChild.Unwrapped();
        SyntaxNode[] lists = spread.Is(SyntaxKind.ConditionalExpression) ? [spread.ChildAt(1).Unwrapped(), spread.ChildAt(2).Unwrapped()] : [spread];
        return lists.All(list => list.Is(SyntaxKind.ArrayLiteralExpression)) ? lists.SelectMany(list => list.Children.ToArray()) : [arm];
    }

    private static TimedRace? Read(ProjectModel project, SyntaxNode call)
    {
        if (project.FunctionAround(call) is not { } function)
            return null;
        var arms = ArmsOf(project, call);
        foreach (var arm in arms)
        {
            var source = SourceOf(project, arm);
            if (TimerOf(project, source) is not { Timer.Exists: true } found)
                continue;
            var work = arms.Where(other => other != arm).SelectMany(other => WorkOf(project, function, other)).ToImmutableArray();
            return Judge(project, function, new(call, found.Timer, TimerEnd.NoHandle, work) { Through = found.Through, IsSleep = found.Through.Exists && found.MaySettle, Answers = found.MaySettle && !ThrowsAfter(project, source) }, found.MaySettle);
        }

        return null;
    }

    /// <summary>"sleep(ms).then(() => { throw … })", a helper that throws when it has slept.</summary>
    private static bool ThrowsAfter(ProjectModel project, SyntaxNode source)
    {
        if (!source.Is(SyntaxKind.CallExpression))
            return false;
        var inside = project.Types.CalleeOf(source) is Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] } ? only : project.PromiseOperationOf(source) is PromiseOperation.Then ? source : default;
        foreach (var node in inside.Exists ? inside.DescendantsAndSelf : default)
        {
            if (node.Is(SyntaxKind.ThrowStatement))
                return true;
        }

        return false;
    }

    /// <summary>The expression that makes a promise: itself, or the only value of the variable that holds it.</summary>
    private static SyntaxNode SourceOf(ProjectModel project, SyntaxNode arm)
    {
        var source = arm.Unwrapped();
        if (source.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(source) is { IsAssignedOnce: true, Declaration.Kind: SyntaxKind.VariableDeclaration } variable && variable.Declaration.FirstChild.Is(SyntaxKind.Identifier))
        {
            // "let limit; limit = new Promise(…)"
            var initial = variable.Declaration.Child(SyntaxKind.Initializer).FirstChild;
            source = (initial.Exists || variable.Writes is not [var only] ? initial : AssignedValue.Of(only)).Unwrapped();
        }

        return source;
    }

    /// <summary>The timer that settles a promise, the call of a helper that starts it, and whether the timer resolves the promise rather than rejects it.</summary>
    private static (SyntaxNode Timer, SyntaxNode Through, bool MaySettle) TimerOf(ProjectModel project, SyntaxNode source, int depth = 0)
    {
        // "sleep(5000).then(() => { throw … })"
        while (source.Is(SyntaxKind.CallExpression) && project.PromiseOperationOf(source) is PromiseOperation.Then or PromiseOperation.Catch)
            source = source.FirstChild.Unwrapped().FirstChild.Unwrapped();
        if (project.PromiseOperationOf(source) is PromiseOperation.New)
            return InExecutor(project, source) is var (timer, settles) && timer.Exists ? (timer, default, settles) : default;
        if (!source.Is(SyntaxKind.CallExpression))
            return default;
        switch (project.Types.CalleeOf(source))
        {
            case Callee.Library library when project.Effects.Of(library.Signature).Any(effect => effect is Effect.Sleeps) && CallArguments.At(source, 0).Exists && project.Constants.NumberOf(CallArguments.At(source, 0)) is not 0:
                return (source, default, true);
            case Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] } when depth < LongestChain && project.Constants.NumberOf(CallArguments.At(source, 0)) is not 0:
                foreach (var node in FunctionShape.OwnNodes(only))
                {
                    if (GivenBy(only, node) is not { Exists: true } given)
                        continue;
                    var value = SourceOf(project, given);
                    if (project.PromiseOperationOf(value) is PromiseOperation.New && InExecutor(project, value) is var (inner, settles) && inner.Exists)
                        return (inner, source, settles);
                    if (value.Is(SyntaxKind.CallExpression) && TimerOf(project, value, depth + 1) is { Timer.Exists: true } below)
                        return (below.Timer, source, below.MaySettle);
                }

                return default;
            default:
                return default;
        }
    }

    /// <summary>What a function's promise waits for: what it returns, or the one thing that it awaits, <c>async (ms) => { await sleep(ms); throw new Error('too late'); }</c>.</summary>
    private static SyntaxNode GivenBy(SyntaxNode function, SyntaxNode node)
    {
        if (node.Is(SyntaxKind.ReturnStatement))
            return node.FirstChild.Unwrapped();
        var body = FunctionShape.BodyOf(function);
        if (node == body)
            return body.Is(SyntaxKind.Block) ? default : body.Unwrapped();
        return node.Is(SyntaxKind.AwaitExpression) && body.FirstChild.Is(SyntaxKind.ExpressionStatement) && body.FirstChild.FirstChild == node && (body.Children.Count == 1 || body.Children.ToArray()[^1].Kind is SyntaxKind.ReturnStatement || (body.Children.Count == 2 && body.ChildAt(1).Is(SyntaxKind.ThrowStatement)))
            ? node.FirstChild.Unwrapped() : default;
    }

    /// <summary><c>new Promise((resolve, reject) => setTimeout(…))</c>: the timer whose callback settles the promise, and whether it resolves it.</summary>
    private static (SyntaxNode Timer, bool Resolves) InExecutor(ProjectModel project, SyntaxNode promise)
    {
        var executor = promise.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
        if (FunctionLike.From(executor) is not { } shape)
            return default;
        var module = project.Bindings.ModuleOf(promise.Tree)!;
        var resolve = module.SymbolOfDeclaration(shape.Parameters[0]);
        var reject = module.SymbolOfDeclaration(shape.Parameters[1]);
        foreach (var node in FunctionShape.OwnNodes(executor))
        {
            if (!node.Is(SyntaxKind.CallExpression) || project.OpeningAt(node) is not { What: Opened.Timer })
                continue;
            var callback = node.Child(SyntaxKind.ArgumentList).FirstChild;
            if (resolve.References.Any(reference => callback.Span.Contains(reference.Span)))
                return (node, true);
            if (reject.References.Any(reference => callback.Span.Contains(reference.Span)))
                return (node, false);
        }

        return default;
    }

    private static TimedRace Judge(ProjectModel project, FunctionModel function, TimedRace race, bool resolves)
    {
        if (EndOfProcess(project, function, race.Call) is { Exists: true } exit)
            return race with { Kept = TimerEnd.Ended, EndedAt = exit };

        // "setTimeout(5000, undefined, { ref: false })" and one with a signal end by themselves.
        if (project.OpeningAt(race.Timer) is null)
        {
            var options = project.Options.Of(CallArguments.At(race.Timer, 2));
            return options.IsOpen || options.Find("signal") is not null || options.Find("ref") is not null ? race with { Kept = TimerEnd.Ended, EndedAt = race.Timer } : race;
        }

        var walk = new EndingWalk(project, Opened.Timer);
        walk.Follow(race.Timer);
        if (walk.Unrefed.Exists)
            return race with { Kept = TimerEnd.Ended, EndedAt = walk.Unrefed };
        if (!walk.Ended.Exists)
            return walk.IsOutOfSight && !IsDropped(race.Timer) ? race with { Kept = TimerEnd.Ended } : race with { Kept = IsDropped(race.Timer) ? TimerEnd.NoHandle : TimerEnd.NeverEnded };
        if (Lost(project, function, race, walk.Ended, resolves) is { } lost)
            return race with { Kept = TimerEnd.EndedOnSuccess, EndedAt = walk.Ended, Lost = lost };
        return race with { Kept = TimerEnd.Ended, EndedAt = walk.Ended };
    }

    /// <summary>The call that ends the process on every way from a race, and the timer with it; none when there is none.</summary>
    private static SyntaxNode EndOfProcess(ProjectModel project, FunctionModel function, SyntaxNode race)
    {
        var start = ConnectionLife.EffectNode(race);
        if (!start.Is(SyntaxKind.AwaitExpression) || function.Flow is null)
            return default;
        var exits = FunctionShape.OwnNodes(function.Node).Where(node => node.Is(SyntaxKind.CallExpression) && node.Span.Start > race.Span.End && project.NeverReturns(node)).ToList();
        return exits.Count > 0 && function.PathBy(start, EdgeKind.Next, exits) is null && function.PathBy(start, EdgeKind.Throws, exits) is null ? exits[0] : default;
    }

    /// <summary>An expression that nobody looks at: a statement, or the body of the arrow that is a promise's executor.</summary>
    private static bool IsDropped(SyntaxNode timer)
    {
        var outer = timer.Wrapped();
        return outer.Parent.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.ArrowFunction or SyntaxKind.VoidExpression;
    }

    /// <summary>The path on which the race rejects and the timer runs on, when the function ends it in its own course and nowhere else.</summary>
    private static LostPath? Lost(ProjectModel project, FunctionModel function, TimedRace race, SyntaxNode end, bool resolves)
    {
        var start = ConnectionLife.EffectNode(race.Call);
        if (FunctionShape.Enclosing(end) != function.Node || function.Flow is null || !start.Is(SyntaxKind.AwaitExpression) || end.Ancestor(SyntaxKind.FinallyClause).Exists)
            return null;
        if (!race.Work.Any(work => project.RejectionOf(work.Arm) is not null) || race.Through.Exists)
            return null;
        return function.PathBy(start, EdgeKind.Throws, end) is { } thrown ? thrown : resolves ? null : function.PathBy(start, EdgeKind.Next, end);
    }

    /// <summary>The work behind an arm: where it is started, here or by those who hand it in.</summary>
    private static IEnumerable<RacedWork> WorkOf(ProjectModel project, FunctionModel function, SyntaxNode arm)
    {
        var source = SourceOf(project, arm);
        if (source.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(source) is { Exists: true } handed && FunctionShape.ParameterOf(function, handed) is >= 0 and var place)
        {
            foreach (var call in project.Callers.CallsTo(function).Take(MostCallers))
            {
                var given = SourceOf(project, CallArguments.At(call, place));
                if (given.Exists)
                    yield return new(arm, given.Is(SyntaxKind.CallExpression) ? given : default) { HandedIn = call, Signal = SignalIn(project, given) };
            }

            yield break;
        }

        // "Promise.race([work(), timeout])" of a function that is handed in: what each caller hands in is the work.
        if (source.Is(SyntaxKind.CallExpression) && source.FirstChild.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(source.FirstChild) is { Exists: true } callback && FunctionShape.ParameterOf(function, callback) is >= 0 and var at)
        {
            foreach (var call in project.Callers.CallsTo(function).Take(MostCallers))
            {
                var given = project.FunctionNamed(CallArguments.At(call, at));
                if (given.Exists && FunctionShape.BodyOf(given) is { Kind: SyntaxKind.CallExpression or SyntaxKind.AwaitExpression } body)
                    yield return new(arm, body.Is(SyntaxKind.AwaitExpression) ? body.FirstChild.Unwrapped() : body) { HandedIn = call, Signal = SignalIn(project, source) is { Exists: true } signal ? signal : SignalIn(project, given) };
            }

            yield return new(arm, source) { Signal = SignalIn(project, source) };
            yield break;
        }

        yield return new(arm, source.Is(SyntaxKind.CallExpression) ? source : default) { Signal = SignalIn(project, source) };
    }

    /// <summary>A signal among the arguments of the work, or in an object among them.</summary>
    private static SyntaxNode SignalIn(ProjectModel project, SyntaxNode work)
    {
        foreach (var node in work.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && !node.Parent.Is(SyntaxKind.PropertyAccessExpression) && Listeners.IsSignal(project, node))
                return node;
        }

        return default;
    }
}
