using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>An end of the process that waits for something without a bound.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Registration">Where its handler is registered.</param>
/// <param name="Calls">The calls that lead from the handler to the wait.</param>
/// <param name="Wait">What is waited for.</param>
/// <param name="Exit">The end of the process behind it.</param>
/// <param name="Bound">What ends the process all the same, in one clause; null when nothing does.</param>
public sealed record Shutdown(string Signal, SyntaxNode Registration, ImmutableArray<SyntaxNode> Calls, SyntaxNode Wait, SyntaxNode Exit, string? Bound);

/// <summary>Finds handlers of signals that wait before they end the process.</summary>
internal static class Shutdowns
{
    private const int Deepest = 3;

    private static readonly ImmutableArray<Name> Names = [Name.Of("on"), Name.Of("once"), Name.Of("addListener"), Name.Of("prependListener")];

    /// <summary>Those of the program, one for each place that waits, by file and position.</summary>
    public static IEnumerable<Shutdown> All(ProjectModel project)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var call in Names.SelectMany(project.Calls.CallsOf).OrderBy(project.PlaceOf))
        {
            Workers.Step();
            var arguments = call.Child(SyntaxKind.ArgumentList);
            if (!call.FirstChild.FirstChild.TextIs("process"u8) || project.Bindings.ModuleOf(call.Tree)! is var module && (module.Roles.HasFlag(ModuleRoles.Test) || project.IsForTools(module)) || project.Constants.StringOf(arguments.FirstChild) is not { } signal || !signal.StartsWith("SIG", StringComparison.Ordinal))
                continue;
            var handler = project.FunctionNamed(arguments.ChildAt(1));
            if (handler.Exists && Search(project, signal, call, handler, [], null, 0) is { } shutdown && seen.Add(shutdown.Wait))
                yield return shutdown;
        }
    }

    /// <summary>Whether a function is there to end the process: in its course, and not only where something has failed, it waits and then ends it.</summary>
    public static bool IsEnd(ProjectModel project, SyntaxNode function) =>
        function.Exists && FunctionShape.OwnNodes(function).Any(node => node.Is(SyntaxKind.CallExpression) && EndsProcess(project, node) && IsCourse(node, function));

    private static bool IsCourse(SyntaxNode exit, SyntaxNode function)
    {
        var waits = FunctionShape.OwnNodes(function).Where(node => node.Is(SyntaxKind.AwaitExpression) && node.Span.End <= exit.Span.Start).ToList();
        for (var at = exit; at.Exists && at != function; at = at.Parent)
        {
            // "if (!stopping) { stopping = true; await close(); process.exit(0); }": the work stands there, too.
            if (at.Is(SyntaxKind.CatchClause) || (at.Parent.Kind is SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression or SyntaxKind.CaseClause && at.Parent.FirstChild != at && !waits.Exists(wait => at.Span.Contains(wait.Span))))
                return false;
        }

        return waits.Count > 0;
    }

    private static Shutdown? Search(ProjectModel project, string signal, SyntaxNode registration, SyntaxNode function, ImmutableArray<SyntaxNode> calls, string? bound, int depth)
    {
        bound ??= Deadline(project, function);
        var wait = FunctionShape.OwnNodes(function).FirstOrDefault(node => node.Is(SyntaxKind.AwaitExpression) && !IsShort(project, node));
        var exit = FunctionShape.OwnNodes(function).LastOrDefault(node => node.Is(SyntaxKind.CallExpression) && EndsProcess(project, node));
        if (wait.Exists && exit.Exists && wait.Span.End <= exit.Span.Start)
            return new(signal, registration, calls, wait, exit, bound ?? (wait.FirstChild.Unwrapped().FirstChild.TextIs("Promise.race"u8) ? $"it is raced ({project.PlaceOf(wait)})" : TimeBounds.Around(project, wait.FirstChild.Unwrapped()) ?? Within(project, wait.FirstChild.Unwrapped(), 0)));
        if (depth >= Deepest)
            return null;
        foreach (var node in FunctionShape.OwnNodes(function))
        {
            if (node.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(node) is Callee.InProgram { Signatures.IsEmpty: true, Functions: [var called] } && called != function && Search(project, signal, registration, called, calls.Add(node), bound, depth + 1) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>All that the called function waits for is bounded, there or in what it calls.</summary>
    private static string? Within(ProjectModel project, SyntaxNode call, int depth)
    {
        // "stop().catch(report)" waits as long as stop() does.
        call = PromiseChain.BeginningOf(call, project);
        if (project.TimedRaces.Any(race => race.Call == call))
            return $"it is raced ({project.PlaceOf(call)})";
        if (depth >= Deepest || project.FunctionCalled(call) is not { Exists: true } function)
            return null;
        string? reason = null;
        foreach (var node in FunctionShape.BodyOf(function).DescendantsAndSelf)
        {
            Workers.Step();
            var waited = node.Is(SyntaxKind.AwaitExpression) && !IsShort(project, node) ? node.FirstChild.Unwrapped()
                : node.Is(SyntaxKind.ReturnStatement) && node.FirstChild.Unwrapped().Is(SyntaxKind.CallExpression) && project.ThenableOf(node.FirstChild) is not Thenable.Not ? node.FirstChild.Unwrapped()
                : default;
            if (!waited.Exists)
                continue;
            if ((TimeBounds.Around(project, waited) ?? Within(project, waited, depth + 1)) is not { } bound)
                return null;
            reason ??= bound;
        }

        return reason;
    }

    private static bool EndsProcess(ProjectModel project, SyntaxNode call) => CallName.Of(call).TextIs("exit"u8) && project.NeverReturns(call);

    private static bool IsShort(ProjectModel project, SyntaxNode wait) =>
        project.Types.CalleeOf(wait.FirstChild.Unwrapped()) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Sleeps);

    /// <summary>"setTimeout(() => process.exit(1), 10_000)" in the handler: the process ends whatever it waits for.</summary>
    private static string? Deadline(ProjectModel project, SyntaxNode function)
    {
        foreach (var node in FunctionShape.OwnNodes(function))
        {
            // "sleep(10_000).then(() => process.exit(1))", too.
            if (!node.Is(SyntaxKind.CallExpression) || !(CallName.Of(node) is { Exists: true } name && (name.TextIs("setTimeout"u8) || (name.TextIs("then"u8) && !node.Wrapped().Parent.Is(SyntaxKind.AwaitExpression)))))
                continue;
            var callback = project.FunctionNamed(node.Child(SyntaxKind.ArgumentList).FirstChild);
            if (callback.Exists && callback.DescendantsAndSelf is var inner && Ends(project, inner))
                return $"a timer ends the process ({project.PlaceOf(node)})";
        }

        return null;
    }

    private static bool Ends(ProjectModel project, SyntaxNode.DescendantList nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Is(SyntaxKind.CallExpression) && (EndsProcess(project, node) || CallName.Of(node) is var name && (name.TextIs("kill"u8) || name.TextIs("abort"u8))))
                return true;
        }

        return false;
    }
}
