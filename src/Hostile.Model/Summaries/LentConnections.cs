using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Connections that pools lend: a listener on the pool hears of idle ones only. One a pool, the first that is kept over several waits and that nobody listens to;
/// a pool that nobody listens to is its own case, and one that gives each new connection a listener is none.
/// </summary>
internal static class LentConnections
{
    /// <summary>Of the pools among these emitters.</summary>
    public static IEnumerable<Emitter> In(ProjectModel project, ImmutableArray<Emitter> emitters)
    {
        var pools = emitters.Where(emitter => emitter is { Listener.Exists: true, Unheard: Unheard.Crash, Library: { } made } && made.Effects.OfType<Effect.Handle>().Any(handle => handle.Kind is HandleKind.Pool)).Select(emitter => emitter.Made).ToHashSet();
        if (pools.Count == 0)
            yield break;
        foreach (var call in LendingNames(project).SelectMany(project.Calls.CallsOf).OrderBy(project.PlaceOf))
        {
            if (call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test) || !IsKeptOverWaits(project, call)
                || project.Types.CalleeOf(call) is not Callee.Library library || !project.Effects.Of(library.Signature).OfType<Effect.Acquires>().Any())
                continue;
            var lent = project.Types.AwaitedOf(project.Types.TypeOf(call));
            var made = project.Origins.Of(callee.FirstChild).Made.FirstOrDefault(pools.Contains);
            if (!made.Exists || project.EffectsOf(lent).OfType<Effect.EmitsError>().FirstOrDefault() is not { Unheard: Unheard.Crash } || GivesListeners(project, made))
                continue;
            var emitter = Emitters.Follow(project, call, lent.ToString()!, Unheard.Crash, isShortLived: false);
            if (!emitter.Listener.Exists && pools.Remove(made))
                yield return emitter with { Pool = made };
        }
    }

    /// <summary>The names of library methods that lend something: <c>connect</c>.</summary>
    private static IEnumerable<Name> LendingNames(ProjectModel project) => project.Effects.SymbolsWith<Effect.Acquires>(SymbolFlags.Method).Select(symbol => symbol.Name).Distinct();

    /// <summary>Whether more than one wait follows in the function: with a single statement, its failure and the return of the connection are one.</summary>
    private static bool IsKeptOverWaits(ProjectModel project, SyntaxNode call)
    {
        var waits = 0;
        foreach (var node in FunctionShape.OwnNodes(FunctionShape.Enclosing(call)))
            waits += node.Is(SyntaxKind.AwaitExpression) && node.Span.Start > call.Span.End ? 1 : 0;
        return waits > 1 && project.FunctionAround(call) is not null;
    }

    /// <summary><c>pool.on('connect', (client) => client.on('error', …))</c></summary>
    private static bool GivesListeners(ProjectModel project, SyntaxNode pool)
    {
        foreach (var call in project.RegisteringCalls)
        {
            if (call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && project.Constants.StringOf(call.Child(SyntaxKind.ArgumentList).FirstChild) is "connect" or "acquire"
                && project.FunctionNamed(call.Child(SyntaxKind.ArgumentList).ChildAt(1)) is { Exists: true } handler && Listens(project, handler) && project.Origins.Of(call.FirstChild.FirstChild).Made.Contains(pool))
                return true;
        }

        return false;
    }

    private static bool Listens(ProjectModel project, SyntaxNode handler)
    {
        foreach (var node in FunctionShape.BodyOf(handler).DescendantsAndSelf)
        {
            if (project.Registers(node, "error"))
                return true;
        }

        return false;
    }
}
