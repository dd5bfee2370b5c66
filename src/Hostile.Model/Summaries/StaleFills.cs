using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A loaded value that is put into shared memory, and a function that throws away what is there.</summary>
/// <param name="Set">Where the value is put.</param>
/// <param name="Load">Where the function waits for it.</param>
/// <param name="Invalidation">What another function does meanwhile.</param>
/// <param name="Check">A test, after the load, of something that an invalidation may have changed; none when the function looks at nothing again.</param>
public sealed record StaleFill(MemoryUse Set, SyntaxNode Load, SharedChange Invalidation, SyntaxNode Check)
{
    /// <summary>The lock that both take before; null when they do not take the same.</summary>
    public string? Lock { get; init; }

    /// <summary>Where the function looks how old an entry is before it trusts it, or what ends entries after a time; none when it trusts them for ever.</summary>
    public SyntaxNode AgeTest { get; init; }
}

/// <summary>Finds caches that are filled with what was loaded before somebody invalidated it.</summary>
internal static class StaleFills
{
    /// <summary>What empties this many collections sets everything back.</summary>
    private const int ManyPlaces = 3;

    /// <summary>How functions are called that make room, or end what they belong to.</summary>
    private static readonly ImmutableArray<string> Endings =
        ["stop", "close", "dispose", "destroy", "shutdown", "end", "evict", "cleanup", "prune", "sweep", "expire", "gc", "trim", "purge", "disconnect", "unsubscribe", "unload", "terminate", "release", "disable", "unmount"];

    /// <summary>How functions are called that say that something has changed.</summary>
    private static readonly ImmutableArray<string> Renewals = ["invalidate", "clear", "flush", "forget", "change", "update", "bust", "refresh", "reload", "revalidate"];

    /// <summary>Those of a function, one a place, by point.</summary>
    public static ImmutableArray<StaleFill> In(FunctionModel function)
    {
        if (!function.MemoryUses.Any(use => use.Action is StoreAction.Writes && use.Value.Exists) || function.Flow is not { } graph || function.Values is not { } values)
            return [];
        var found = ImmutableArray.CreateBuilder<StaleFill>();
        foreach (var set in function.MemoryUses)
        {
            if (set.Action is not StoreAction.Writes || !set.Value.Exists || set.Within.Exists || LoadOf(function, set, values) is not { Exists: true } load)
                continue;
            // What nobody looks up is no cache.
            if (found.Any(fill => fill.Set.Place == set.Place) || IsOfNewKey(set, load, values))
                continue;
            // One that takes the same lock comes before the load or after the fill.
            var ways = Invalidations(function, set).Select(change => (Change: change, Lock: SharedLock(function, set.Point, change))).ToList();
            // What must be closed is a register of live objects.
            if (ways.Count == 0 || function.Project.MustBeClosed(set.Value))
                continue;
            var (invalidation, shared) = ways.FirstOrDefault(way => way.Lock is null, ways[0]);
            found.Add(new(set, load, invalidation, CheckAfter(function, graph, load, set, values)) { Lock = shared, AgeTest = AgeTestOf(function) is { Exists: true } test ? test : ExpiryOf(function, set) });
        }

        return found.ToImmutable();
    }

    /// <summary>"const id = await start(); jobs.set(id, …)", "const id = ++this.count": what has its name from the very call that is waited for, or from a counter after it, could not have been asked for before.</summary>
    private static bool IsOfNewKey(MemoryUse set, SyntaxNode load, DefUse values) =>
        set.Node.Is(SyntaxKind.CallExpression) && set.Node.Child(SyntaxKind.ArgumentList).FirstChild is { Kind: SyntaxKind.Identifier } key && load.Is(SyntaxKind.AwaitExpression)
        && values.DefinitionsOf(key) is [var target] && AssignedValue.Of(target).Unwrapped() is { Exists: true } value && (value == load || (Counts(value) && value.Span.Start > load.Span.End));

    /// <summary><c>this.count += 1</c>, <c>++count</c>, <c>count++</c></summary>
    private static bool Counts(SyntaxNode value) =>
        (value.Is(SyntaxKind.BinaryExpression) && value.Operator is TokenKind.PlusEquals) || (value.Kind is SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression && value.Operator is TokenKind.PlusPlus);

    /// <summary>What lets one in at a time on both sides, when it is the same.</summary>
    private static string? SharedLock(FunctionModel function, int point, SharedChange change) =>
        function.Project.Exclusions.Of(function, point) is { } own && change.Function.Flow is { } graph && graph.PointsOf(change.Node) is { Count: > 0 } points && function.Project.Exclusions.Of(change.Function, points[0]) == own ? own : null;

    /// <summary>"new Cache({ ttl: 60_000 })" of the collection, and "{ value, storedAt: Date.now() }": the entry ends by itself, or says when it was made.</summary>
    private static SyntaxNode ExpiryOf(FunctionModel function, MemoryUse set)
    {
        if (set.Value.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } entry && entry.Bytes.IndexOf("Date.now"u8) >= 0)
            return entry;
        var made = set.Container.Variable.Exists && set.Container.Path.Length == 0 ? set.Container.Variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() : default;
        if (!made.Is(SyntaxKind.NewExpression))
            return default;
        foreach (var option in made.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped().Children)
        {
            if (option.Is(SyntaxKind.PropertyAssignment) && Expiries.Contains(option.FirstChild.Text))
                return option;
        }

        return default;
    }

    /// <summary>How options are called that end entries after a time.</summary>
    private static readonly ImmutableArray<string> Expiries = ["ttl", "maxAge", "stdTTL", "expiresIn", "expireAfterWrite"];

    /// <summary>"if (entry.expires > Date.now())".</summary>
    private static SyntaxNode AgeTestOf(FunctionModel function)
    {
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (node.Is(SyntaxKind.BinaryExpression) && node.Operator is TokenKind.LessThan or TokenKind.LessThanEquals or TokenKind.GreaterThan or TokenKind.GreaterThanEquals && (node.Bytes.IndexOf("Date.now"u8) >= 0 || node.Bytes.IndexOf("new Date"u8) >= 0 || node.Bytes.IndexOf("performance.now"u8) >= 0))
                return node;
        }

        return default;
    }

    /// <summary>The await, or the <c>.then(…)</c>, that gave the value.</summary>
    private static SyntaxNode LoadOf(FunctionModel function, MemoryUse set, DefUse values)
    {
        if (Waited.In(set.Value, values).FirstOrDefault() is { Exists: true } awaiting)
            return awaiting;
        return Callers.Argument(function.Node) is { Place: 0, Call: { Exists: true } call } && CallName.Of(call).TextIs("then"u8)
            && values.OriginsOf(set.Value).Any(origin => origin.Node.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(origin.Node) is { Declaration: { Kind: SyntaxKind.Parameter } } parameter && FunctionShape.Enclosing(parameter.Declaration.FirstChild) == function.Node)
            ? call
            : default;
    }

    /// <summary>Removals that say "what is there is no longer true": by functions that anybody may call while this one waits, not by those that make room, end the cache, serve tests, or run when a load fails.</summary>
    private static IEnumerable<SharedChange> Invalidations(FunctionModel function, MemoryUse set) =>
        function.Project.SharedWrites.ChangesOf(function, set.Container).Where(change => change.Action is StoreAction.Removes
            && change.Function.Exposure.Kind is not (StartKind.Timer or StartKind.None or StartKind.Start or StartKind.Signal)
            && !IsWithin(change.Function, function) && !IsWithin(function, change.Function) && IsInvalidation(change) && !IsInHandler(change) && !IsEviction(change, function.Module) && !IsForTests(change.Function));

    /// <summary>One that only tests call is theirs, whoever else could; so is one that nobody calls, in a program that nobody imports, when no other file names what it hangs in: <c>export const testing = { clear() { … } }</c>.</summary>
    private static bool IsForTests(FunctionModel function)
    {
        var project = function.Project;
        var calls = project.Callers.CallsTo(function).ToList();
        return calls.Count > 0
            ? calls.All(call => ProjectModel.ServesTests(project.Bindings.ModuleOf(call.Tree)!))
            : project.PackageOf(function.Module) is { IsPrivate: true } && HolderOf(function) is { Exists: true } holder && !project.Mentions.Named(function.Module.NameOf(holder)).Any(named => NamesHolder(named, holder, project));
    }

    /// <summary>Whether a name in another file of the program means, or may mean, what is declared under a name.</summary>
    private static bool NamesHolder(SyntaxNode named, SyntaxNode holder, ProjectModel project) =>
        named.Tree != holder.Tree && !project.Bindings.ModuleOf(named.Tree)!.Roles.HasFlag(ModuleRoles.Test)
        && (project.Bindings.SymbolOf(named) is not { Exists: true } symbol || symbol == project.Bindings.SymbolOf(holder));

    /// <summary>The name at the top level of the file in whose declaration a function stands; none when it stands in none.</summary>
    private static SyntaxNode HolderOf(FunctionModel function)
    {
        var at = function.Node;
        while (at.Exists && !(at.Kind is SyntaxKind.FunctionDeclaration or SyntaxKind.ClassDeclaration or SyntaxKind.VariableDeclaration && function.Module.SymbolOfDeclaration(at) is { Exists: true, IsModuleLevel: true }))
            at = at.Parent;
        return at.Exists && at.FirstAfterModifiers() is { Kind: SyntaxKind.Identifier } name ? name : default;
    }

    private static bool IsWithin(FunctionModel function, FunctionModel other)
    {
        for (var at = function.Enclosing; at is not null && !at.IsTopLevel; at = at.Enclosing)
        {
            if (at == other)
                return true;
        }

        return function.Project.Callers.CallsTo(function).Any(call => FunctionShape.Enclosing(call) == other.Node);
    }

    /// <summary>An entry is forgotten under its key; all that is there, or a variable, by a function whose name says what for. What empties several places at once sets the whole back.</summary>
    private static bool IsInvalidation(SharedChange change)
    {
        var name = change.Function.Name[(change.Function.Name.LastIndexOf('.') + 1)..].TrimStart('#', '_');
        if (Endings.Any(word => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) || name.Contains("ForTest", StringComparison.OrdinalIgnoreCase) || name.Contains("Expired", StringComparison.OrdinalIgnoreCase) || name.Contains("Stale", StringComparison.OrdinalIgnoreCase))
            return false;
        if (!change.IsWhole)
            return true;
        return Renewals.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
            && FunctionShape.OwnNodes(change.Function.Node).Count(node => node.Is(SyntaxKind.CallExpression) && CallName.Of(node).TextIs("clear"u8)) < ManyPlaces;
    }

    /// <summary>"if (isPast(entry.expiresAt)) cache.delete(key)" of an entry that was looked up: it makes room for what is no longer good by itself, and nothing else has changed.</summary>
    private static bool IsEviction(SharedChange change, Binding.Module module)
    {
        if (change.Node.Tree != module.Tree)
            return false;
        for (var at = change.Node; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (!at.Parent.Is(SyntaxKind.IfStatement) || at.Parent.FirstChild == at)
                continue;
            foreach (var node in at.Parent.FirstChild.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } entry && module.LocalSymbolOf(entry) is { Exists: true, IsModuleLevel: false } variable
                    && variable.Declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } value && value.Unwrapped() is { Kind: SyntaxKind.CallExpression } getter && CallName.Of(getter).TextIs("get"u8)
                    && MemoryUses.PlaceOf(getter.FirstChild.Unwrapped().FirstChild, module) is { } kept && (kept == change.Place || kept.Holds(change.Place)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>"catch { cache.delete(key); }", and ".catch(() => cache.delete(key))".</summary>
    private static bool IsInHandler(SharedChange change) => change.Node.Ancestor(SyntaxKind.CatchClause).Exists || change.Node.Ancestor(SyntaxKind.FinallyClause).Exists;

    /// <summary>A test between the load and the write, of which one outcome does not write, and which is about something else than what was loaded, or looks into the place again.</summary>
    private static SyntaxNode CheckAfter(FunctionModel function, FlowGraph graph, SyntaxNode load, MemoryUse fill, DefUse values)
    {
        var set = fill.Point;
        var leads = graph.Leading(set);
        var after = load.Is(SyntaxKind.AwaitExpression) ? graph.PointsOf(load).ToArray() is [var first, ..] ? graph.ReachableFrom(first, exceptions: false) : null : null;
        for (var point = 0; point < graph.Points.Length; point++)
        {
            if (graph.Points[point].Op is not FlowOp.Branch || !leads.Contains(point) || (after is not null && !after[point]))
                continue;
            var reaching = graph.From(point).ToArray().Where(edge => edge.Kind is EdgeKind.True or EdgeKind.False).Count(edge => edge.Target == set || leads.Contains(edge.Target));
            if (reaching == 1 && (!Waited.In(graph.Points[point].Node, values).Any() || LooksAgain(function, graph.Points[point].Node, fill, after, values)))
                return graph.Points[point].Node;
        }

        return default;
    }

    /// <summary>"const still = cache.get(key); if (still) cache.set(key, …)": an invalidation during the load is seen.</summary>
    private static bool LooksAgain(FunctionModel function, SyntaxNode test, MemoryUse fill, bool[]? after, DefUse values) =>
        after is not null && values.OriginsOf(test).Any(origin => function.MemoryUses.Any(read => read.Action is StoreAction.Reads && read.Container == fill.Container && read.Node == origin.Node && after[read.Point]));
}
