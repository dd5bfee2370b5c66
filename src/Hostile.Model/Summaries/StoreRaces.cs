using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Two calls of a function on one key of a server, or on one file, of which the second depends on the first.</summary>
/// <param name="Kind">How it depends on it.</param>
/// <param name="First">The earlier call.</param>
/// <param name="Second">The later one.</param>
/// <param name="Load">For a fill the call that loads the value; none otherwise.</param>
/// <param name="Protection">Why nobody can come between the two; null when anybody can.</param>
public sealed record StoreRace(StoreRaceKind Kind, StoreCall First, StoreCall Second, SyntaxNode Load, string? Protection)
{
    /// <summary>Whether what is written is a mere mark that ends by itself, and that the function does not take away: it holds back what comes again too soon.</summary>
    public bool IsThrottle { get; init; }
}

/// <summary>How a call on a store depends on an earlier one.</summary>
public enum StoreRaceKind
{
    /// <summary>It writes, or removes, because of what the earlier one answered.</summary>
    CheckThenWrite,

    /// <summary>It writes a value made of the one that was read.</summary>
    ReadModifyWrite,

    /// <summary>It stores what was loaded because nothing was there.</summary>
    Fill,

    /// <summary>It says when a value ends that the earlier one has put there without an end.</summary>
    ExpiresLater,

    /// <summary>It removes the whole of a list or set of which the earlier one read what is in it; others add to it.</summary>
    EmptiedAfterRead,

    /// <summary>It removes a directory because the earlier one found it empty.</summary>
    EmptyThenRemove,

    /// <summary>It takes away what the earlier one has read, without looking whether it was still there, and the function goes on with what was read.</summary>
    TakenOnce,
}

/// <summary>Finds calls on keys and files that other processes can come between.</summary>
internal sealed class StoreRaces
{
    private const int MostCalls = 32;
    private const int DeepestValue = 4;

    private readonly ProjectModel project;
    private readonly Lazy<Dictionary<SyntaxNode, StoreCall>> wrappers;
    private readonly Lazy<Dictionary<SyntaxNode, KeyWrapper>> keyWrappers;
    private readonly Lazy<HashSet<Name>> wrapperNames;

    /// <summary>The names of what adds to a list or a set on a server.</summary>
    private readonly Lazy<HashSet<Name>> addingNames;

    public StoreRaces(ProjectModel project)
    {
        this.project = project;
        wrappers = new(FileWrappers);
        keyWrappers = new(() => KeyWrappers.In(project));
        wrapperNames = new(() => [.. wrappers.Value.Keys.Concat(keyWrappers.Value.Keys).Select(project.FunctionOf).OfType<FunctionModel>().Select(Callers.NameOf)]);
        addingNames = new(() => [.. project.Effects.SymbolsWith(SymbolFlags.Method | SymbolFlags.Function, static effect => effect is Effect.Store { Action: StoreAction.Adds, Kind: StoreKind.Key }).Select(symbol => symbol.Name)]);
    }

    /// <summary>Those of a function, one for each second call, by position.</summary>
    public ImmutableArray<StoreRace> In(FunctionModel function)
    {
        if (!function.IsAsync)
            return [];
        var calls = CallsIn(function);
        if (calls.Count < 2 || function.Flow is not { } graph || function.Values is not { } values)
            return [];
        var found = ImmutableArray.CreateBuilder<StoreRace>();
        foreach (var second in calls)
        {
            foreach (var first in calls)
            {
                if (first.Call.Span.Start >= second.Call.Span.Start || first.Kind != second.Kind || first.Space != second.Space || !IsSameKey(first.Key, second.Key) || (EmptiesWhatOthersFill(function, first, second) ? StoreRaceKind.EmptiedAfterRead : KindOf(function, graph, values, first, second)) is not { } kind)
                    continue;
                var load = kind is StoreRaceKind.Fill ? Waited.In(second.Value, values).Select(awaiting => awaiting.FirstChild.Unwrapped()).FirstOrDefault(operand => operand != first.Call) : default;
                found.Add(new(kind, first, second, load, ProtectionOf(function, graph, kind, first, second)));
                break;
            }
        }

        // "set(key, loaded)" on the one way and "set(key, 'none')" on the other: both say what the load has answered.
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is { Kind: StoreRaceKind.CheckThenWrite, Second.Action: StoreAction.Writes } marker && found.FirstOrDefault(other => other.Kind is StoreRaceKind.Fill && other.First.Call == marker.First.Call) is { } fill && IsAfter(graph, fill.Load, marker.Second.Call))
                found[i] = marker with { Kind = StoreRaceKind.Fill, Load = fill.Load };
        }

        var all = found.ToList();
        return [.. all.Where(race => !IsAnswer(function, all, race)).Select(race => race.Kind is StoreRaceKind.CheckThenWrite && IsThrottle(calls, race) ? race with { IsThrottle = true } : race)];
    }

    private static bool IsAfter(FlowGraph graph, SyntaxNode load, SyntaxNode write) =>
        load.Exists && graph.PointsOf(load) is { Count: > 0 } from && graph.PointsOf(write) is { Count: > 0 } to && graph.ReachableFrom(from[0], exceptions: false)[to[0]];

    /// <summary>The calls on keys and files that the function waits for, in source order. Their types are asked for only where there are two that could go together.</summary>
    private List<StoreCall> CallsIn(FunctionModel function)
    {
        var named = new List<SyntaxNode>();
        foreach (var node in FunctionShape.OwnNodes(function.Node, KindSet.Calls))
        {
            Workers.Step();
            if ((IsWaitedFor(node) || IsLeftToItself(node)) && CallName.Of(node) is { Exists: true } name
                && (project.Stores.MayBe(function.Module.NameOf(name)) || wrapperNames.Value.Contains(function.Module.NameOf(name))))
                named.Add(node);
        }

        return named.Count is < 2 or > MostCalls ? [] : [.. named.Select(At).OfType<StoreCall>().Where(call => call.Kind is not StoreKind.Entry && call.Key.Exists && (call.Action is StoreAction.Removes || IsWaitedFor(call.Call)))];
    }

    private static bool IsWaitedFor(SyntaxNode call) => Database.ConnectionLife.EffectNode(call).Is(SyntaxKind.AwaitExpression);

    /// <summary>"void redis.del(key)", "redis.del(key).catch(report);": what is removed so is removed all the same.</summary>
    private static bool IsLeftToItself(SyntaxNode call) => PromiseChain.WholeOf(call).Parent.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.VoidExpression;

    private StoreCall? At(SyntaxNode call)
    {
        if (project.Stores.At(call) is { } direct)
            return direct;
        if (project.Types.CalleeOf(call) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] })
            return null;
        if (wrappers.Value.TryGetValue(only, out var inner) && PlaceOfParameter(only, inner.Key) is >= 0 and var place)
            return inner with { Call = call, Key = call.Child(SyntaxKind.ArgumentList).ChildAt(place), Value = default };
        return keyWrappers.Value.TryGetValue(only, out var wrapper) ? wrapper.At(call) : null;
    }

    /// <summary>"const exists = (path) => access(path).then(…)": what a function does to the file that it is given, when it does one thing.</summary>
    private Dictionary<SyntaxNode, StoreCall> FileWrappers()
    {
        var found = new Dictionary<SyntaxNode, StoreCall>();
        foreach (var call in project.Stores.FileNames.SelectMany(project.Calls.CallsOf))
        {
            if (project.Stores.At(call) is not { Kind: StoreKind.File } store || project.FunctionAround(call) is not { Node: var function } || PlaceOfParameter(function, store.Key) < 0)
                continue;
            if (!found.TryAdd(function, store) && found[function].Action != store.Action)
                found[function] = store with { Key = default };
        }

        return found;
    }

    private int PlaceOfParameter(SyntaxNode function, SyntaxNode key) =>
        key.Exists && key.Unwrapped() is { Kind: SyntaxKind.Identifier } name && project.Bindings.ModuleOf(function.Tree)?.LocalSymbolOf(name) is { Exists: true } symbol ? FunctionShape.PlaceOf(symbol.Declaration, function) : -1;

    private bool IsSameKey(SyntaxNode first, SyntaxNode second) =>
        first.Text == second.Text || (ValuePath.Of(first, "", project.Bindings) is { } path && ValuePath.Of(second, "", project.Bindings) == path);

    /// <summary>"const all = await redis.lrange(key, 0, -1); await redis.del(key)" of a list to which the file adds: what was added between the two is thrown away.</summary>
    private bool EmptiesWhatOthersFill(FunctionModel function, StoreCall first, StoreCall second) =>
        first is { Action: StoreAction.Reads, Kind: StoreKind.Key, IsByShape: false } && second.Action is StoreAction.Removes && project.Types.AwaitedOf(project.Types.TypeOf(first.Call)) is LightType.Array
        && !first.Call.Wrapped().Parent.Parent.Is(SyntaxKind.ExpressionStatement) && addingNames.Value.SelectMany(name => project.Calls.CallsOf(name, function.Module)).Any(call => project.Stores.At(call) is { Action: StoreAction.Adds, Kind: StoreKind.Key } adds && IsSameKey(adds.Key, first.Key));

    private static StoreRaceKind? KindOf(FunctionModel function, FlowGraph graph, DefUse values, StoreCall first, StoreCall second)
    {
        switch (first.Action, second.Action)
        {
            case (StoreAction.Counts, StoreAction.Expires):
            case (StoreAction.Writes, StoreAction.Expires) when first.OnlyIfAbsent && !first.Expires:
                return StoreRaceKind.ExpiresLater;
            case (StoreAction.Reads, StoreAction.Removes) when first.Kind is StoreKind.File:
                return Decides(function, graph, first, second) && IsListing(first) ? StoreRaceKind.EmptyThenRemove : null;
            // "const ticket = await redis.get(id); if (!ticket) throw …; await redis.del(id); … ticket …": DEL answers who was first, and nobody asks.
            case (StoreAction.Reads, StoreAction.Removes) when first is { Kind: StoreKind.Key, IsByShape: false } && second is { Kind: StoreKind.Key, IsByShape: false }:
                return Database.ConnectionLife.EffectNode(second.Call).Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) && Decides(function, graph, first, second) && IsUsedAfter(function, graph, values, first, second) ? StoreRaceKind.TakenOnce : null;
            // "if (cached !== null) await redis.set(key, fresh)": what is there is made new, and nobody fills a gap.
            case (StoreAction.Reads, StoreAction.Writes) when IsReachedByHit(function, graph, first, second) && !(second.Value.Exists && values.OriginsOf(second.Value).Any(origin => origin.Node == first.Call)):
                return null;
            case (StoreAction.Reads, StoreAction.Writes):
                if (second.Value.Exists && values.OriginsOf(second.Value).Any(origin => origin.Node == first.Call))
                    return first.Kind is StoreKind.File ? null : IsFallback(second.Value, first, values, 0) ? Decides(function, graph, first, second) ? StoreRaceKind.Fill : null : StoreRaceKind.ReadModifyWrite;
                if (!Decides(function, graph, first, second))
                    return null;
                return second.Value.Exists && (Waited.In(second.Value, values).Any(awaiting => awaiting.FirstChild.Unwrapped() != first.Call) || IsWorkedOutBetween(function, first, second)) ? StoreRaceKind.Fill : StoreRaceKind.CheckThenWrite;
            default:
                return null;
        }
    }

    /// <summary>"const value = cached ?? (await load())": what was read, or something else where nothing was.</summary>
    private static bool IsFallback(SyntaxNode value, StoreCall first, DefUse values, int depth)
    {
        value = value.Unwrapped();
        if (depth > DeepestValue)
            return false;
        if (value.Is(SyntaxKind.Identifier))
            return values.DefinitionsOf(value) is [var target] && AssignedValue.Of(target) is { Exists: true } made && IsFallback(made, first, values, depth + 1);
        return value is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.QuestionQuestion or TokenKind.BarBar } && values.OriginsOf(value.FirstChild).Any(origin => origin.Node == first.Call)
            && !values.OriginsOf(value.ChildAt(1)).Any(origin => origin.Node == first.Call);
    }

    /// <summary>Whether the function goes on with what the first has read when the second is done.</summary>
    private static bool IsUsedAfter(FunctionModel function, FlowGraph graph, DefUse values, StoreCall first, StoreCall second)
    {
        if (graph.PointsOf(second.Call) is not { Count: > 0 } from)
            return false;
        var reached = graph.ReachableFrom(from[0], exceptions: false);
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (node.Is(SyntaxKind.Identifier) && node.Span.Start > second.Call.Span.End && graph.PointsOf(node).Any(point => reached[point]) && values.OriginsOf(node).Any(origin => origin.Node == first.Call))
                return true;
        }

        return false;
    }

    /// <summary><c>await next(); await cache.set(key, context.body)</c>: work that was waited for has put there what is kept.</summary>
    private static bool IsWorkedOutBetween(FunctionModel function, StoreCall first, StoreCall second)
    {
        if (!second.Value.Unwrapped().Is(SyntaxKind.PropertyAccessExpression))
            return false;
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (node.Is(SyntaxKind.AwaitExpression) && node.Span.Start > first.Call.Span.End && node.Span.End < second.Call.Span.Start)
                return true;
        }

        return false;
    }

    /// <summary>It answers what is in a directory.</summary>
    private static bool IsListing(StoreCall call) => call.Call.FirstChild.Text is var text
        && (text.Contains("readdir", StringComparison.OrdinalIgnoreCase) || text.Contains("empty", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the second is reached by one outcome only of a test of what the first answered.</summary>
    private static bool Decides(FunctionModel function, FlowGraph graph, StoreCall first, StoreCall second)
    {
        var points = graph.PointsOf(second.Call);
        if (points.Count == 0)
            return false;
        foreach (var branch in function.BranchesOn(first.Call))
        {
            var reaching = graph.From(branch).ToArray().Where(edge => edge.Kind is EdgeKind.True or EdgeKind.False).Count(edge => edge.Target == points[0] || graph.ReachableFrom(edge.Target, point => point == branch, exceptions: false)[points[0]]);
            if (reaching == 1)
                return true;
        }

        return false;
    }

    /// <summary>Whether the second is only reached where the first has found something.</summary>
    private static bool IsReachedByHit(FunctionModel function, FlowGraph graph, StoreCall first, StoreCall second)
    {
        if (graph.PointsOf(second.Call) is not { Count: > 0 } points)
            return false;
        var isHit = false;
        foreach (var branch in function.BranchesOn(first.Call))
        {
            var reaching = graph.From(branch).ToArray().Where(edge => edge.Kind is EdgeKind.True or EdgeKind.False && (edge.Target == points[0] || graph.ReachableFrom(edge.Target, point => point == branch, exceptions: false)[points[0]])).ToList();
            if (reaching is not [var only])
                continue;
            // A member of what was found, or a comparison with it, says more than that it is there.
            if (!IsOfWhole(graph.Points[branch].Node) || Database.RowAccess.MeansPresent(graph.Points[branch].Node) is not { } present || (only.Kind is EdgeKind.True) != present)
                return false;
            isHit = true;
        }

        return isHit;
    }

    /// <summary>"cached", "!cached", "cached !== null"</summary>
    private static bool IsOfWhole(SyntaxNode condition)
    {
        condition = condition.Unwrapped();
        while (condition is { Kind: SyntaxKind.PrefixUnaryExpression, Operator: TokenKind.Exclamation } or { Kind: SyntaxKind.BinaryExpression })
            condition = condition.FirstChild.Unwrapped();
        return condition.Kind is SyntaxKind.Identifier or SyntaxKind.AwaitExpression;
    }

    /// <summary>
    /// "redis.set(key, '1')" on the one way, "redis.set(key, '0')" on the other: an answer that was worked out is kept, and whoever works it out meanwhile keeps the same. So is one that whoever finds it there reads.
    /// </summary>
    private bool IsAnswer(FunctionModel function, List<StoreRace> all, StoreRace race) =>
        race is { Kind: StoreRaceKind.CheckThenWrite, Second: { Action: StoreAction.Writes, Kind: StoreKind.Key, Value.Exists: true, OnlyIfAbsent: false } }
        && (project.Constants.StringOf(race.Second.Value) is { } own ? all.Any(other => other.Kind is StoreRaceKind.CheckThenWrite && other.First.Call == race.First.Call && other.Second.Value.Exists && project.Constants.StringOf(other.Second.Value) is { } text && text != own)
            : race.Second.Expires && function.Values is { } values && IsRead(function, values, race.First));

    private bool IsThrottle(List<StoreCall> calls, StoreRace race) =>
        race.Second is { Action: StoreAction.Writes, Kind: StoreKind.Key, Expires: true, Value.Exists: true } && (project.Constants.StringOf(race.Second.Value) is not null || project.Constants.NumberOf(race.Second.Value) is not null || project.Constants.BooleanOf(race.Second.Value) is not null)
        && !calls.Exists(call => call.Action is StoreAction.Removes && IsSameKey(call.Key, race.Second.Key));

    /// <summary>Whether what a call has read is given back, or read as a text: <c>return JSON.parse(cached)</c>.</summary>
    private static bool IsRead(FunctionModel function, DefUse values, StoreCall first)
    {
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (!node.Is(SyntaxKind.Identifier) || node.Span.Start < first.Call.Span.End)
                continue;
            var outer = node.Wrapped().Parent;
            if ((outer.Is(SyntaxKind.ReturnStatement) || (outer.Is(SyntaxKind.ArgumentList) && CallName.Of(outer.Parent).Text is "parse" or "JSON.parse")) && values.OriginsOf(node).Any(origin => origin.Node == first.Call))
                return true;
        }

        return false;
    }

    private string? ProtectionOf(FunctionModel function, FlowGraph graph, StoreRaceKind kind, StoreCall first, StoreCall second)
    {
        // What ends the process between the two asks nobody for a turn.
        if (kind is StoreRaceKind.ExpiresLater)
            return null;
        if (second is { Action: StoreAction.Writes, OnlyIfAbsent: true })
            return "the write itself happens only where nothing is";
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (node.Is(SyntaxKind.CallExpression) && node.Span.Start < first.Call.Span.Start && CallName.Of(node).TextIs("watch"u8))
                return $"`{node.Text}`: a change in between makes the transaction fail";
        }

        // A lock taken between the two leaves only the time between the read and the lock: one that is refused goes no further.
        return graph.PointsOf(second.Call) is { Count: > 0 } points && project.Exclusions.Of(function, points[0]) is { } exclusion ? $"`{exclusion}` lets one execution in at a time" : null;
    }
}
