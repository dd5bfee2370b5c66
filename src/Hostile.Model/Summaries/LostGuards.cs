using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A guard that is given back by somebody who does not hold it.</summary>
/// <param name="Test">Where the guard turns somebody away, or where a lock is taken.</param>
/// <param name="Take">Where it is taken.</param>
/// <param name="Return">Where it is given back.</param>
/// <param name="Text">What guards, as the program writes it.</param>
/// <param name="IsKey">Whether it is a key on a server, and no memory of this process.</param>
/// <param name="Compares">For a key: where the function looks whether it is still its own before; none when it does not.</param>
public sealed record LostGuard(SyntaxNode Test, SyntaxNode Take, SyntaxNode Return, string Text, bool IsKey, SyntaxNode Compares)
{
    /// <summary>How many seconds a lock lasts of which the work is short: the function itself takes it, and asks nobody but stores and databases until it gives it back. Null for others.</summary>
    public double? SecondsForShortWork { get; init; }
}

/// <summary>Finds flags that are reset by those who were turned away, and locks with a time that are deleted whoever holds them.</summary>
internal static class LostGuards
{
    /// <summary>Those of a function, by position.</summary>
    public static ImmutableArray<LostGuard> In(FunctionModel function) => [.. Flags(function).Concat(Keys(function))];

    /// <summary>"try { if (busy) return; busy = true; … } finally { busy = false; }": the return goes through finally, too.</summary>
    private static IEnumerable<LostGuard> Flags(FunctionModel function)
    {
        foreach (var check in function.SharedChecks)
        {
            if (check.IsTorn || check.Set.Within.Exists || function.Flow is not { } graph || SharedWrites.IsEmpty(check.Set.Value) || graph.Points[check.Branch].Op is not FlowOp.Branch)
                continue;
            var away = graph.From(check.Branch).ToArray().Where(edge => edge.Kind is EdgeKind.True or EdgeKind.False && edge.Target != check.Set.Point && !graph.ReachableFrom(edge.Target, point => point == check.Branch, exceptions: false)[check.Set.Point]).ToList();
            if (away.Count != 1)
                continue;
            var reached = graph.ReachableFrom(away[0].Target, point => point == check.Branch, exceptions: false);
            var reset = function.MemoryUses.FirstOrDefault(use => use.Place == check.Place && !use.Within.Exists && use.Point != check.Set.Point && reached[use.Point]
                && (use.Action is StoreAction.Removes || (use.Action is StoreAction.Writes && SharedWrites.IsEmpty(use.Value))) && use.Node.Ancestor(SyntaxKind.FinallyClause).Exists);
            if (reset is not null && IsTurnedAwayInside(graph.Points[check.Branch].Node, reset.Node) && !IsCounted(function, check.Set, reset))
                yield return new(graph.Points[check.Branch].Node, check.Set.Node, reset.Node, check.Place.ToString(), false, default);
        }
    }

    /// <summary>Whether the test stands in the <c>try</c> of which the <c>finally</c> resets the flag, and not in its <c>catch</c>.</summary>
    private static bool IsTurnedAwayInside(SyntaxNode test, SyntaxNode reset) => reset.Ancestor(SyntaxKind.TryStatement) is { Exists: true } statement && statement.FirstChild.Span.Contains(test.Span);

    /// <summary>"depth = depth + 1" before, "if (depth > 1) depth = depth - 1; else delete depth" at the end: each takes back its own, and nobody is turned away.</summary>
    private static bool IsCounted(FunctionModel function, MemoryUse set, MemoryUse reset) => (set.Value.Exists && set.Value.Unwrapped().Is(SyntaxKind.BinaryExpression))
        || function.MemoryUses.Any(use => use.Place == set.Place && use.Action is StoreAction.Writes && !SharedWrites.IsEmpty(use.Value) && use.Node.Ancestor(SyntaxKind.FinallyClause) == reset.Node.Ancestor(SyntaxKind.FinallyClause));

    /// <summary>"await redis.set(key, token, 'PX', ms, 'NX')" somewhere in the file, and "await redis.del(key)" of the same key here.</summary>
    private static IEnumerable<LostGuard> Keys(FunctionModel function)
    {
        var project = function.Project;
        if (!project.Stores.MayTakeKeys(function.Module))
            yield break;
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (!node.Is(SyntaxKind.CallExpression) || !CallName.Of(node).Exists || project.Stores.At(node) is not { Kind: StoreKind.Key, Action: StoreAction.Removes, Key.Exists: true } removal)
                continue;
            if (TakeOf(function, removal.Key, node) is not { } take || !IsLock(function, take, node) || (function.Project.FunctionAround(take.Call) != function && IsGiven(removal.Key, function) && !Says(function.Name)))
                continue;
            var compares = FunctionShape.OwnNodes(function.Node).FirstOrDefault(other => other.Is(SyntaxKind.CallExpression) && other.Span.End < node.Span.Start && CallName.Of(other).TextIs("get"u8)
                && project.Stores.At(other) is { Kind: StoreKind.Key, Action: StoreAction.Reads } read && Shape(read.Key, function.Module) == Shape(removal.Key, function.Module));
            yield return new(take.Call, take.Call, node, removal.Key.Text, true, compares) { SecondsForShortWork = ForShortWork(function, take, node) };
        }
    }

    /// <summary>
    /// Who takes a key and gives it back in <c>finally</c> holds it; elsewhere names must say that it is a lock. A key that says "done already" or "not again for an hour" is nobody's, and may be taken back by anybody.
    /// </summary>
    private static bool IsLock(FunctionModel function, StoreCall take, SyntaxNode removal) =>
        (function.Project.FunctionAround(take.Call) == function && removal.Ancestor(SyntaxKind.FinallyClause).Exists)
        || Says(take.Key.Text) || Says(function.Name) || (function.Project.FunctionAround(take.Call) is { } taker && Says(taker.Name));

    /// <summary>A key that is a parameter has the name of another function's parameter, and may be any other key.</summary>
    private static bool IsGiven(SyntaxNode key, FunctionModel function) => key.Unwrapped() is { Kind: SyntaxKind.Identifier } name && function.Module.LocalSymbolOf(name) is { Exists: true } symbol && symbol.Declaration.Is(SyntaxKind.Parameter);

    private static bool Says(string name) => (name.Contains("lock", StringComparison.OrdinalIgnoreCase) && !name.Contains("block", StringComparison.OrdinalIgnoreCase)) || name.Contains("mutex", StringComparison.OrdinalIgnoreCase) || name.Contains("lease", StringComparison.OrdinalIgnoreCase) && !name.Contains("release", StringComparison.OrdinalIgnoreCase);

    /// <summary>A function that is waited for, and one that that one waits for; beyond this nobody knows how long the work is.</summary>
    private const int Deepest = 2;

    /// <summary>A lock of a minute is long for what takes a moment.</summary>
    private const double LongLock = 60;

    private static double? ForShortWork(FunctionModel function, StoreCall take, SyntaxNode removal)
    {
        if (!take.Lasting.Exists || function.Project.FunctionAround(take.Call) != function || function.Project.Constants.NumberOf(take.Lasting) is not { } number || number * take.Unit / 1000 is not (>= LongLock and var seconds))
            return null;
        return AsksOnlyStores(function.Project, FunctionShape.OwnNodes(function.Node).Where(node => node.Span.Start >= take.Call.Span.End && node.Span.End <= removal.Span.Start), Deepest) ? seconds : null;
    }

    /// <summary>Whether what is waited for is a store, a database, or a function that waits for nothing else; a loop may take any time.</summary>
    private static bool AsksOnlyStores(ProjectModel project, IEnumerable<SyntaxNode> nodes, int depth)
    {
        foreach (var node in nodes)
        {
            Workers.Step();
            if (FunctionShape.IsLoop(node))
                return false;
            if (!node.Is(SyntaxKind.CallExpression))
                continue;
            if (project.ResourceOf(node) is { Kind: not ResourceKind.Connection })
                return false;
            if (!node.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) || project.ResourceOf(node) is not null || project.DatabaseCallAt(node) is not null || project.Stores.At(node) is not null)
                continue;
            if (project.Types.CalleeOf(node) is Types.Callee.Unknown || (project.Types.CalleeOf(node) is Types.Callee.InProgram && (depth == 0 || project.FunctionCalled(node) is not { Exists: true } called || !AsksOnlyStores(project, FunctionShape.OwnNodes(called), depth - 1))))
                return false;
        }

        return true;
    }

    /// <summary>A write of the same key that happens only where nothing is, and ends by itself: the nearest before in the function itself, else one in the file.</summary>
    private static StoreCall? TakeOf(FunctionModel function, SyntaxNode key, SyntaxNode removal)
    {
        StoreCall? own = null, first = null;
        var module = function.Module;
        var shape = Shape(key, module);
        foreach (var node in module.Tree.NodesOf(KindSet.Calls))
        {
            if ((node.Bytes.IndexOf("NX"u8) >= 0 || node.Bytes.IndexOf("setnx"u8) >= 0 || node.Bytes.IndexOf("nx:"u8) >= 0) && function.Project.Stores.At(node) is { Kind: StoreKind.Key, Action: StoreAction.Writes, OnlyIfAbsent: true, Expires: true, Key.Exists: true } take
                && Shape(take.Key, module) == shape)
            {
                first ??= take;
                if (node.Span.End <= removal.Span.Start && function.Project.FunctionAround(node) == function)
                    own = take;
            }
        }

        return own ?? first;
    }

    /// <summary>How a key is made: its text with the holes left open, or the name of a variable.</summary>
    public static string Shape(SyntaxNode key, Binding.Module module)
    {
        key = key.Unwrapped();
        if (key.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(key) is { IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } && declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } value)
            key = value.Unwrapped();
        if (!key.Is(SyntaxKind.TemplateExpression))
            return key.Text;
        var text = new System.Text.StringBuilder();
        var depth = 0;
        foreach (var letter in key.Text)
        {
            depth += letter is '{' ? 1 : 0;
            if (depth == 0)
                text.Append(letter);
            depth -= letter is '}' ? 1 : 0;
        }

        return text.ToString();
    }
}
