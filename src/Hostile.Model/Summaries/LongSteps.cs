using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Finds what may make a work take longer than a given time, and what a work changes, through the functions that it calls.</summary>
internal sealed class LongSteps(ProjectModel project)
{
    /// <summary>Functions that are called by functions that are called by … this deep.</summary>
    private const int Deepest = 4;

    private readonly Lazy<Dictionary<SyntaxNode, OutgoingRequest>> requests = new(() => project.OutgoingRequests.GroupBy(request => request.Call).ToDictionary(group => group.Key, group => group.First()));

    /// <summary>The gravest step among calls; null when none is known to take so long.</summary>
    public LongStep? Among(IEnumerable<SyntaxNode> calls, double milliseconds)
    {
        var visited = new Visited();
        return calls.Select(call => Of(call, milliseconds, [], visited)).OfType<LongStep>().MinBy(step => step.Kind);
    }

    /// <summary>The first call among some that changes anything outside of the process; none when none is seen.</summary>
    public SyntaxNode ChangeAmong(IEnumerable<SyntaxNode> calls)
    {
        var visited = new Visited();
        return calls.FirstOrDefault(call => Changes(call, visited, 0));
    }

    private LongStep? Of(SyntaxNode call, double limit, ImmutableArray<SyntaxNode> steps, Visited visited)
    {
        Workers.Step();
        if (TimeBounds.Around(project, call) is not null)
            return null;
        if (SleepOf(call) is { } sleep && sleep > limit)
            return new(LongStepKind.Wait, call, steps, $"waits {TimedLock.Said(sleep)}");
        var turn = TurnOf(call, steps);
        LongStep? found = turn;
        if (requests.Value.TryGetValue(call, out var request) && !request.IsDropped)
        {
            if (request.Bound is RequestBound.None)
                found ??= new(LongStepKind.Answer, call, steps, "waits for an answer, and nothing ends the wait");
            else if (request.Bound is RequestBound.ByDefault && request.After > limit)
                found ??= new(LongStepKind.Answer, call, steps, $"waits for an answer for up to {TimedLock.Said(request.After)}");
        }

        if (steps.Length >= Deepest || project.FunctionCalled(call) is not { Exists: true } called || !IsWaitedFor(call) || !visited.Enters(called, steps.Length))
            return found;
        foreach (var inner in project.Transactions.CallsIn(called))
        {
            if (Of(inner, limit, steps.Add(call), visited) is { } step && (found is null || step.Kind < found.Kind))
                found = step;
        }

        return found;
    }

    /// <summary>"for (const user of users) await notify(user)" where nothing says how many there are.</summary>
    private LongStep? TurnOf(SyntaxNode call, ImmutableArray<SyntaxNode> steps)
    {
        if (!call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) || LoopAround(call) is not { Exists: true } loop || project.ResourceOf(call) is not { Kind: ResourceKind.Request or ResourceKind.Connection } resource)
            return null;
        var collection = loop.Children.ToArray()[1];
        var size = project.Sizes.Of(collection);
        // What nobody bounds, and what a LIMIT in the thousands bounds.
        if (!size.IsOpen)
            return null;
        var kind = resource.Kind is ResourceKind.Request ? LongStepKind.Requests : LongStepKind.Statements;
        return new(kind, call, steps, $"runs once for each of `{CodeLine.Of(collection.Text)}`, one after another, and {size.Reason}");
    }

    private static SyntaxNode LoopAround(SyntaxNode node)
    {
        for (var at = node.Parent; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Is(SyntaxKind.ForOfStatement) && at.Children.ToArray()[^1].Span.Contains(node.Span))
                return at;
        }

        return default;
    }

    private double? SleepOf(SyntaxNode call)
    {
        if (project.Types.CalleeOf(call) is Callee.Library library)
            return project.Effects.Of(library.Signature).Any(effect => effect is Effect.Sleeps) ? project.Constants.NumberOf(CallArguments.At(call, 0)) : null;
        // "const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));"
        if (project.FunctionCalled(call) is not { Exists: true } called || FunctionShape.BodyOf(called) is not { Exists: true } body)
            return null;
        var made = body.Is(SyntaxKind.Block) ? body.FirstChild is { Kind: SyntaxKind.ReturnStatement } only ? only.FirstChild.Unwrapped() : default : body.Unwrapped();
        if (project.PromiseOperationOf(made) is not PromiseOperation.New || made.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() is not { Exists: true } executor)
            return null;
        foreach (var node in executor.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression) && project.OpeningAt(node) is { What: Opened.Timer } && CallArguments.At(node, 1) is { Exists: true } time)
                return time.Unwrapped().Is(SyntaxKind.Identifier) && project.FunctionOf(called) is { } function && FunctionShape.ParameterOf(function, function.Module.LocalSymbolOf(time.Unwrapped())) is >= 0 and var place
                    ? project.Constants.NumberOf(CallArguments.At(call, place))
                    : project.Constants.NumberOf(time);
        }

        return null;
    }

    private bool Changes(SyntaxNode call, Visited visited, int depth)
    {
        Workers.Step();
        if (project.DatabaseCallAt(call) is { } statement)
            return statement.Queries.Any(query => query.IsWrite);
        switch (project.Types.CalleeOf(call))
        {
            case Callee.Library library:
                var effects = project.Effects.Of(library.Signature);
                if (effects.Any(effect => effect is Effect.HandsOver))
                    return true;
                return effects.Any(effect => effect is Effect.Waits { Wait: Wait.Response }) && IsOrder(call);
            case Callee.InProgram { Functions: [var only], Signatures.IsEmpty: true }:
                return depth < Deepest && visited.Enters(only, depth) && project.Transactions.CallsIn(only).Any(inner => Changes(inner, visited, depth + 1));
            default:
                return false;
        }
    }

    /// <summary>Whether a request asks for something to be done: <c>axios.post</c>, <c>fetch(url, { method: 'PUT' })</c>, <c>client.send(new DeleteCommand())</c>.</summary>
    private bool IsOrder(SyntaxNode call)
    {
        var name = CallName.Of(call).Text;
        if (name is "post" or "put" or "patch" or "delete")
            return true;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument.Unwrapped() is { Kind: SyntaxKind.NewExpression } command && !Reads(command.FirstChild.Text))
                return true;
            if (project.Options.Of(argument).All.FirstOrDefault(option => option.Name.ToString() == "method") is { } method)
                return project.Constants.StringOf(method.Value) is not ("GET" or "HEAD" or "get" or "head");
        }

        return false;
    }

    private static bool Reads(string command) => command.StartsWith("Get", StringComparison.Ordinal) || command.StartsWith("List", StringComparison.Ordinal) || command.StartsWith("Head", StringComparison.Ordinal) || command.StartsWith("Describe", StringComparison.Ordinal) || command.StartsWith("Query", StringComparison.Ordinal);

    private static bool IsWaitedFor(SyntaxNode call)
    {
        var outer = call.Wrapped();
        return !(outer.Parent.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.VoidExpression);
    }
}
