using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A wait for an event of an object whose state was looked at before.</summary>
/// <param name="Function">The function that waits.</param>
/// <param name="Check">The last test of the object's state before.</param>
/// <param name="Suspension">Where the function waits between the test and the subscription; none when it does not.</param>
/// <param name="Subscription">The call that subscribes.</param>
/// <param name="Target">The object, as the program writes it.</param>
public sealed record LateSubscription(FunctionModel Function, SyntaxNode Check, SyntaxNode Suspension, SyntaxNode Subscription, string Target);

/// <summary>Finds functions that wait for an event only when a test says that it has not come yet, from the calls that subscribe.</summary>
internal static class LateSubscriptions
{
    /// <summary>Those of the program, by file and position.</summary>
    public static IEnumerable<LateSubscription> All(ProjectModel project) =>
        Waits(project).Select(wait => Of(project, wait.Subscription, wait.Target, wait.Waited)).OfType<LateSubscription>().OrderBy(found => project.PlaceOf(found.Subscription));

    /// <summary>"new Promise((resolve) => socket.once('open', resolve))", "await once(socket, 'open')".</summary>
    private static IEnumerable<(SyntaxNode Subscription, SyntaxNode Target, SyntaxNode Waited)> Waits(ProjectModel project)
    {
        foreach (var listener in project.ListenersAdded)
        {
            if (!listener.IsOnSignal && Callers.Argument(FunctionShape.Enclosing(listener.Call)) is { Place: 0, Call: { Kind: SyntaxKind.NewExpression } made } && made.FirstChild.TextIs("Promise"u8))
                yield return (listener.Call, listener.Target, made);
        }

        foreach (var symbol in project.Effects.SymbolsWith<Effect.AwaitsEvent>(SymbolFlags.Function))
        {
            var awaits = project.Effects.Of(symbol).OfType<Effect.AwaitsEvent>().First();
            foreach (var call in project.Calls.CallsOf(symbol.Name))
            {
                if (project.Types.CalleeOf(call) is Callee.Library called && project.Effects.Of(called.Signature).Any(effect => effect is Effect.AwaitsEvent) && project.Bindings.ModuleOf(call.Tree) is { } module && !module.Roles.HasFlag(ModuleRoles.Test))
                    yield return (call, call.Child(SyntaxKind.ArgumentList).ChildAt(awaits.Emitter).Unwrapped(), call);
            }
        }
    }

    private static LateSubscription? Of(ProjectModel project, SyntaxNode subscription, SyntaxNode target, SyntaxNode waited)
    {
        if (!target.Exists || target.Kind is not (SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression) || project.FunctionAround(waited) is not { IsAsync: true, Flow: { } graph } function || graph.PointsOf(waited) is not { Count: > 0 } points)
            return null;
        var subscribed = points[0];
        var last = -1;
        foreach (var before in graph.Leading(subscribed))
        {
            if (before > last && graph.Points[before] is { Op: FlowOp.Branch or FlowOp.BranchPresent } branch && branch.Tests.Any(test => TestsStateOf(test, target)) && project.Exclusions.IsOnEveryWay(function, before, subscribed) && Decides(graph, before, subscribed))
                last = before;
        }

        if (last < 0)
            return null;
        var suspension = WaitsSinceTest(graph, subscribed, target, function) ? Atomicity.SuspensionBetween(graph, last, subscribed) : -1;
        return new(function, graph.Points[last].Node, suspension < 0 ? default : graph.Points[suspension].Node, subscription, CodeLine.Of(target.Text));
    }

    /// <summary>Whether a way leads from a suspension to the subscription on which the object's state is not tested again.</summary>
    private static bool WaitsSinceTest(FlowGraph graph, int subscribed, SyntaxNode target, FunctionModel function)
    {
        var seen = new HashSet<int>();
        var work = new Stack<int>([subscribed]);
        while (work.TryPop(out var point))
        {
            foreach (var from in graph.Into(point))
            {
                Workers.Step();
                if (!seen.Add(from) || (graph.Points[from] is { Op: FlowOp.Branch or FlowOp.BranchPresent } branch && branch.Tests.Any(test => TestsStateOf(test, target) || TestsAnswerOf(test, target, function))))
                    continue;
                if (graph.Points[from].Suspends)
                    return true;
                work.Push(from);
            }
        }

        return false;
    }

    /// <summary>"const isBelow = response.write(chunk); if (!isBelow)": what the object answered is its state.</summary>
    private static bool TestsAnswerOf(SyntaxNode test, SyntaxNode target, FunctionModel function)
    {
        foreach (var node in test.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && function.Values!.DefinitionsOf(node) is [var variable] && AssignedValue.Of(variable).Unwrapped() is { Kind: SyntaxKind.CallExpression } call
                && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.FirstChild.Unwrapped().TextIs(target.Bytes))
                return true;
        }

        return false;
    }

    /// <summary>"!socket.connected", "server.readyState !== OPEN": a member of the object.</summary>
    private static bool TestsStateOf(SyntaxNode test, SyntaxNode target)
    {
        foreach (var node in test.DescendantsAndSelf)
        {
            // "typeof socket.flush === 'function'" asks what kind of object it is.
            if (node.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.Unwrapped().TextIs(target.Bytes) && !node.Wrapped().Parent.Is(SyntaxKind.TypeOfExpression))
                return true;
        }

        return false;
    }

    private static bool Decides(FlowGraph graph, int branch, int point)
    {
        var reaching = 0;
        foreach (var edge in graph.From(branch))
        {
            if (edge.Kind is EdgeKind.True or EdgeKind.False && (edge.Target == point || graph.ReachableFrom(edge.Target, at => at == branch, exceptions: false)[point]))
                reaching++;
        }

        return reaching == 1;
    }
}
