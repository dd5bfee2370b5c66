using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Work of which more runs at once than the pool has connections that each of it takes one of.</summary>
/// <param name="Call">What runs them: <c>Promise.all(…)</c>, a mapper with a limit, a queue's worker.</param>
/// <param name="AtOnce">How many run at once at most.</param>
/// <param name="CountedAt">Where that number is said.</param>
/// <param name="Resource">What each takes.</param>
/// <param name="Limit">How many connections there are.</param>
public sealed record Exhaustion(SyntaxNode Call, int AtOnce, SyntaxNode CountedAt, Resource Resource, PoolLimit Limit)
{
    /// <summary>Whether each keeps its connection over more than one statement.</summary>
    public bool Holds { get; init; }

    /// <summary>Whether a queue's worker runs them, whenever there are jobs enough.</summary>
    public bool IsWorker { get; init; }
}

/// <summary>Counts what runs at once against the connections that there are, where the program says both numbers.</summary>
internal static class Exhaustions
{
    /// <summary>Those of a program's server code, by file and position.</summary>
    public static IEnumerable<Exhaustion> All(ProjectModel project) =>
        FanOuts(project).Concat(Limited(project)).Concat(Workers(project)).Where(found => found.AtOnce > found.Limit.Most).DistinctBy(found => found.Call).OrderBy(found => project.PlaceOf(found.Call));

    private static IEnumerable<Exhaustion> FanOuts(ProjectModel project)
    {
        foreach (var fan in project.FanOuts)
        {
            if (fan is { Size: { Kind: SizeKind.Bounded, Most: { } most }, Resource.Kind: ResourceKind.Connection } && Of(project, fan.Call, most, fan.Size.Source, fan.Resource) is { } found)
                yield return found;
        }
    }

    /// <summary>"pMap(items, work, { concurrency: 50 })"</summary>
    private static IEnumerable<Exhaustion> Limited(ProjectModel project)
    {
        foreach (var (call, library) in Calls(project, effect => effect is Effect.Throttles { Limit: not null }))
        {
            foreach (var throttles in project.Effects.Of(library.Signature).OfType<Effect.Throttles>())
            {
                if (throttles.Limit is { } limit && project.Options.Of(CallArguments.At(call, limit.Index)).Find(limit.Property) is { } option && Found(project, call, throttles.Function.Index, option.Value) is { } found)
                    yield return found;
            }
        }
    }

    /// <summary>"new Worker('mail', work, { concurrency: 50 })"</summary>
    private static IEnumerable<Exhaustion> Workers(ProjectModel project)
    {
        foreach (var (call, library) in Calls(project, effect => effect is Effect.Root { Kind: RootKind.Job }))
        {
            if (project.Effects.Of(library.Signature).OfType<Effect.Root>().FirstOrDefault(root => root.Kind is RootKind.Job) is { } root
                && CallOptions.Of(project, call, library.Member, library.Signature).All.FirstOrDefault(option => option.Effects.OfType<Effect.LimitsJobs>().Any()) is { } option && Found(project, call, root.Function.Index, option.Option.Value) is { } found)
                yield return found with { IsWorker = true };
        }
    }

    private static Exhaustion? Found(ProjectModel project, SyntaxNode call, int function, SyntaxNode number) =>
        project.Constants.NumberOf(number) is { } most and < int.MaxValue && project.FunctionNamed(CallArguments.At(call, function)) is { Exists: true } work && project.Resources.Of(work) is { Kind: ResourceKind.Connection } resource
            ? Of(project, call, (int)most, number, resource)
            : null;

    private static Exhaustion? Of(ProjectModel project, SyntaxNode call, int most, SyntaxNode countedAt, Resource resource)
    {
        var use = project.DatabaseCallAt(resource.Call);
        var callee = resource.Call.FirstChild.Unwrapped();
        var pool = use?.Receiver ?? (callee.Is(SyntaxKind.PropertyAccessExpression) ? callee.FirstChild : default);
        if (project.LimitOfPool(pool) is not { } limit)
            return null;
        return new(call, most, countedAt, resource, limit)
        {
            Holds = use is { Action: Database.DatabaseAction.Acquire } || (project.Types.CalleeOf(resource.Call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Transaction)),
        };
    }

    /// <summary>The calls and constructions of what has such an effect, whatever files call it; tests are left out.</summary>
    private static IEnumerable<(SyntaxNode Call, Callee.Library Library)> Calls(ProjectModel project, Func<Effect, bool> isMeant)
    {
        var meant = new HashSet<Symbol>();
        var names = new HashSet<Name>();
        foreach (var library in project.Bindings.Libraries)
        {
            for (var index = 0; index < library.SymbolCount; index++)
            {
                var symbol = library.SymbolAt(index);
                var has = symbol.Is(SymbolFlags.Function | SymbolFlags.Method) ? project.Effects.Of(symbol).Any(isMeant) : symbol.Is(SymbolFlags.Class) && ConstructorsOf(symbol).Any(constructor => project.Effects.Of(constructor).Any(isMeant));
                if (!has)
                    continue;
                names.Add(symbol.Name);
                meant.Add(symbol);
            }
        }

        names.UnionWith(project.Bindings.LocalNamesOf(meant));
        foreach (var call in names.OrderBy(name => name.ToString(), StringComparer.Ordinal).SelectMany(project.Calls.CallsOf))
        {
            if (!project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test) && project.Types.CalleeOf(call) is Callee.Library library)
                yield return (call, library);
        }
    }

    private static IEnumerable<SyntaxNode> ConstructorsOf(Symbol type) =>
        type.Declarations.SelectMany(declaration => declaration.Child(SyntaxKind.ClassBody).Children.ToArray()).Where(member => member.Is(SyntaxKind.Constructor));
}
