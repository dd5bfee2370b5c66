using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>An <c>emit</c> for whose event the program has a listener that can throw, straight into the code that emits.</summary>
/// <param name="Emit">The call of <c>emit</c>.</param>
/// <param name="Event">The event.</param>
/// <param name="Listener">The call that registers the listener.</param>
/// <param name="Path">What throws in it.</param>
/// <param name="Caught">What catches it on the way out: a <c>catch</c> around the emit or around a call that leads to it; none when nothing does.</param>
public sealed record ThrowingListener(SyntaxNode Emit, string Event, SyntaxNode Listener, RejectionPath Path, SyntaxNode Caught);

/// <summary>Pairs listeners that throw with the places that emit their events: <c>emit</c> is a plain call of every listener.</summary>
internal static class ThrowingListeners
{
    private const int LongestWay = 2;
    private const int MostCallers = 4;

    /// <summary>All of the program but for tests, by file and position.</summary>
    public static IEnumerable<ThrowingListener> All(ProjectModel project)
    {
        var listeners = new Dictionary<(Symbol, string), (SyntaxNode Call, RejectionPath Path)>();
        foreach (var call in project.RegisteringCalls)
        {
            if (KeyOf(project, call) is not { } key || project.FunctionNamed(call.Child(SyntaxKind.ArgumentList).ChildAt(1)) is not { Exists: true } function || function.Has(NodeFlags.Async))
                continue;
            if (project.Rejections.Of(function, FailureMode.Throws) is { IsThrow: true } path && path.Calls.Length <= LongestWay)
                listeners.TryAdd(key, (call, path));
        }

        foreach (var emit in project.Calls.CallsOf(Name.Of("emit"u8)).OrderBy(project.PlaceOf))
        {
            if (KeyOf(project, emit) is { } key && listeners.TryGetValue(key, out var listener))
                yield return new(emit, key.Event, listener.Call, listener.Path, CatchAround(project, emit));
        }
    }

    /// <summary>The emitter's class, which is the program's own, and the event's name; null for other emitters, unknown names, 'error' and tests.</summary>
    private static (Symbol Class, string Event)? KeyOf(ProjectModel project, SyntaxNode call)
    {
        if (!call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) || project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test)
            || project.Constants.StringOf(call.Child(SyntaxKind.ArgumentList).FirstChild) is not { Length: > 0 } name || name == "error")
            return null;
        return project.Types.TypeOf(call.FirstChild.FirstChild).NonNullish() is LightType.Instance { Symbol: var symbol } instance && (symbol.Module.Roles & ModuleRoles.Knowledge) == 0 && project.EffectsOf(instance).OfType<Effect.EmitsError>().Any()
            ? (symbol, name)
            : null;
    }

    /// <summary>emit is synchronous, so the callers are around it.</summary>
    private static SyntaxNode CatchAround(ProjectModel project, SyntaxNode emit)
    {
        var seen = new HashSet<SyntaxNode>();
        var work = new Queue<(SyntaxNode Call, int Depth)>([(emit, 0)]);
        while (work.TryDequeue(out var at))
        {
            if (project.FunctionAround(at.Call) is not { } function)
                continue;
            if (function.CatchAround(at.Call) is { Exists: true } handler)
                return handler;
            if (at.Depth < MostCallers && seen.Add(function.Node))
            {
                foreach (var call in project.Callers.CallsTo(function))
                    work.Enqueue((call, at.Depth + 1));
            }
        }

        return default;
    }
}
