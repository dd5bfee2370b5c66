using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What an effect of a page starts each time that a part of the page appears.</summary>
/// <param name="Call">The call that starts an interval, or adds a listener to something that outlives the part.</param>
/// <param name="Effect">The call that registers the effect.</param>
/// <param name="Target">What the listener is added to; none for an interval.</param>
/// <param name="EndedAt">The call that ends it; none when nothing does.</param>
public sealed record MountedWork(SyntaxNode Call, SyntaxNode Effect, SyntaxNode Target, SyntaxNode EndedAt)
{
    /// <summary>Whether it is an interval, and no listener.</summary>
    public bool IsInterval => !Target.Exists;

    /// <summary>The intervals and listeners of the program's effects, by file and position; tests are left out.</summary>
    internal static IEnumerable<MountedWork> All(ProjectModel project)
    {
        var hooks = project.Effects.SymbolsWith<Effect.Mounts>(SymbolFlags.Function).ToHashSet();
        var names = hooks.Select(hook => hook.Name).Concat(project.Bindings.LocalNamesOf(hooks)).Distinct();
        foreach (var hook in names.SelectMany(project.Calls.CallsOf).Distinct().OrderBy(project.PlaceOf))
        {
            Workers.Step();
            if (!hook.Is(SyntaxKind.CallExpression) || project.Bindings.ModuleOf(hook.Tree) is not { } module || module.Roles.HasFlag(ModuleRoles.Test) || project.Types.CalleeOf(hook) is not Callee.Library library
                || project.Effects.Of(library.Signature).OfType<Effect.Mounts>().FirstOrDefault() is not { } mounts || project.FunctionNamed(CallArguments.At(hook, mounts.Function.Index)) is not { Exists: true } effect)
                continue;
            foreach (var node in FunctionShape.OwnNodes(effect))
            {
                if (node.Is(SyntaxKind.CallExpression) && Read(project, module, hook, node) is MountedWork found)
                    yield return found;
            }

            // "useEffect(() => { const wait = setTimeout(() => { timer = setInterval(…); }, 500); return () => clearTimeout(wait); })"
            foreach (var node in effect.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.CallExpression) && FunctionShape.Enclosing(node) is var callback && callback != effect && FunctionShape.Enclosing(callback) == effect && IsTimers(project, callback)
                    && Read(project, module, hook, node) is { IsInterval: true } later)
                    yield return later;
            }
        }
    }

    /// <summary>Whether a function is given to a timer.</summary>
    private static bool IsTimers(ProjectModel project, SyntaxNode function) =>
        Callers.Argument(function) is { Call: { Kind: SyntaxKind.CallExpression } call } && project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Opens { What: Opened.Timer });

    private static MountedWork? Read(ProjectModel project, Module module, SyntaxNode hook, SyntaxNode call)
    {
        if (project.Types.CalleeOf(call) is not Callee.Library library)
            return null;
        foreach (var effect in project.Effects.Of(library.Signature))
        {
            if (effect is Effect.Opens { What: Opened.Interval })
                return OfInterval(project, hook, call);
            if (effect is Effect.Listens { Once: false } && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access && project.Lifespans.Of(access.FirstChild).Kind is LifespanKind.Process)
                return OfListener(project, module, hook, call, access.FirstChild.Unwrapped());
        }

        return null;
    }

    private static MountedWork? OfInterval(ProjectModel project, SyntaxNode hook, SyntaxNode call)
    {
        var walk = new EndingWalk(project, Opened.Interval);
        walk.Follow(call);
        return walk.IsOutOfSight && !walk.Ended.Exists ? null : new(call, hook, default, walk.Ended.Exists ? walk.Ended : walk.Unrefed);
    }

    private static MountedWork? OfListener(ProjectModel project, Module module, SyntaxNode hook, SyntaxNode call, SyntaxNode target)
    {
        var options = CallArguments.At(call, 2).Unwrapped();
        if (options.Exists && options.Kind is not (SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword))
        {
            // "{ once: true }" ends it with the first event, "{ signal }" when the signal says so; what is not written out may say either.
            var read = project.Options.Of(options);
            if (read.IsOpen || read.Find("once") is not null || read.Find("signal") is not null)
                return null;
        }

        var added = project.Constants.StringOf(CallArguments.At(call, 0));
        var listener = CallArguments.At(call, 1).Unwrapped();
        return listener.Exists ? new(call, hook, target, RemovalOf(project, module, target, added, listener)) : null;
    }

    /// <summary>The call of the file that takes the listener away, by the words for that which libraries have in common.</summary>
    private static SyntaxNode RemovalOf(ProjectModel project, Module module, SyntaxNode target, string? added, SyntaxNode listener)
    {
        foreach (var call in Registrations.RemovingNames.SelectMany(project.Calls.CallsOf))
        {
            if (call.Tree != module.Tree || !call.Is(SyntaxKind.CallExpression))
                continue;
            var (name, removed) = (project.Constants.StringOf(CallArguments.At(call, 0)), CallArguments.At(call, 1).Unwrapped());
            if (added is not null && name is not null && name != added)
                continue;
            if (removed.Exists ? Listeners.IsSame(project, removed, listener) : call.FirstChild.Unwrapped().FirstChild.Bytes.SequenceEqual(target.Bytes))
                return call;
        }

        return default;
    }
}
