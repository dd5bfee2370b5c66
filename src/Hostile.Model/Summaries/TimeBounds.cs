using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Tells whether something else ends the wait for a promise: a race, a timer of whoever is handed it, a listener of the request's own.</summary>
internal static class TimeBounds
{
    /// <summary>Functions that hand a promise on, this deep.</summary>
    private const int LongestChain = 4;

    /// <summary>What ends the wait, in one clause; null when nothing does.</summary>
    public static string? Around(ProjectModel project, SyntaxNode promise) => Around(project, promise, 0);

    /// <summary>What ends the wait from outside: a race against a timer, or somebody who is handed the promise, or the function around, and sets a timer or aborts.</summary>
    private static string? Around(ProjectModel project, SyntaxNode promise, int depth)
    {
        var value = promise.Wrapped();
        if (Listened(project, value) is { } listened)
            return listened;
        if (value.Parent.Is(SyntaxKind.ArrayLiteralExpression) && Callers.Argument(value.Parent) is { Call.Exists: true } raced && raced.Call.FirstChild.TextIs("Promise.race"u8))
            return $"it is raced ({project.PlaceOf(raced.Call)})";
        if (value.Parent.Is(SyntaxKind.Initializer) && value.Parent.Parent.Is(SyntaxKind.VariableDeclaration) && project.Bindings.ModuleOf(value.Tree)!.SymbolOfDeclaration(value.Parent.Parent) is { Exists: true } variable && depth < LongestChain)
        {
            foreach (var reference in variable.References)
            {
                if (reference.Parent.Is(SyntaxKind.ArrayLiteralExpression) && Around(project, reference, LongestChain) is { } race)
                    return race;
            }
        }

        if (Callers.Argument(value) is { Call.Exists: true } given && Bounder(project, given.Call) is { } bounder)
            return bounder;
        var function = FunctionShape.Enclosing(promise);
        if (depth >= LongestChain || !function.Exists || function.Is(SyntaxKind.SourceFile))
            return null;
        if (Callers.Argument(function) is { Call.Exists: true } taker)
            return Bounder(project, taker.Call, function) ?? (project.PromiseOperationOf(taker.Call) is PromiseOperation.None or PromiseOperation.New ? null : Around(project, taker.Call, depth + 1));

        // Every call of the function is raced, or handed to somebody who bounds it.
        if (project.FunctionOf(function) is not { } model)
            return null;
        var calls = project.Callers.CallsTo(model).Where(call => !project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test)).Take(LongestChain + 1).ToList();
        if (calls.Count is 0 or > LongestChain || project.Callers.IsHandedOver(model))
            return null;
        var reasons = calls.ConvertAll(call => Around(project, call, depth + 1));
        return reasons.TrueForAll(reason => reason is not null) ? reasons[0] : null;
    }

    /// <summary>Somebody who takes a promise or a function, and has a timer or a signal of his own.</summary>
    /// <param name="project">The program.</param>
    /// <param name="taker">The call that takes it.</param>
    /// <param name="function">The function that is handed to it; none for a promise.</param>
    private static string? Bounder(ProjectModel project, SyntaxNode taker, SyntaxNode function = default)
    {
        switch (project.Types.CalleeOf(taker))
        {
            case Callee.Library library:
                var receiver = taker.FirstChild.Unwrapped();
                var effects = project.Effects.Of(library.Signature).AsEnumerable();
                if (receiver.Is(SyntaxKind.PropertyAccessExpression))
                    effects = effects.Concat(project.EffectsOf(project.Types.TypeOf(receiver.FirstChild).NonNullish()));
                return effects.Any(effect => effect is Effect.Throttles) || CallOptions.TypesOf(project, library.Member, library.Signature).SelectMany(CallOptions.Members).Any(member => project.Effects.Of(member).Any(effect => effect is Effect.Bounds { Wait: Wait.Command }))
                    ? $"it is handed to `{CodeLine.Of(taker.FirstChild.Text)}`, which may bound it ({project.PlaceOf(taker)})"
                    : null;
            case Callee.InProgram program:
                return program.Functions.Any(HasTimer) ? $"`{CodeLine.Of(taker.FirstChild.Text)}`, which it is handed to, has a timer or a signal ({project.PlaceOf(taker)})" : null;
            default:
                return project.PromiseOperationOf(taker) is PromiseOperation.None && !IsSettled(taker) && !IsRegistration(taker) && !IsHandler(project, taker, function) ? $"it is handed to `{CodeLine.Of(taker.FirstChild.Text)}`, of which nothing is known ({project.PlaceOf(taker)})" : null;
        }
    }

    /// <summary><c>items.map(async (item) => fetch(…))</c> of an array of unknown type bounds nothing.</summary>
    private static bool IsSettled(SyntaxNode taker) => CallName.Of(taker) is { Exists: true } name && (name.TextIs("map"u8) || name.TextIs("forEach"u8) || name.TextIs("push"u8) || name.TextIs("all"u8) || name.TextIs("then"u8));

    /// <summary><c>api.openapi(route, async (context) => …);</c>: who bounds a work waits for it.</summary>
    private static bool IsRegistration(SyntaxNode taker) => taker.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement);

    /// <summary><c>return api.openapi(route, async (context) => …);</c>: a handler is given what it answers, behind what it answers to; who only bounds a work gives it a signal, or nothing.</summary>
    private static bool IsHandler(ProjectModel project, SyntaxNode taker, SyntaxNode function)
    {
        if (FunctionLike.From(function) is not { } shape || !taker.Wrapped().Parent.Is(SyntaxKind.ReturnStatement) || FunctionShape.Enclosing(taker).Has(NodeFlags.Async) || !taker.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression))
            return false;
        var arguments = taker.Child(SyntaxKind.ArgumentList).Children.ToArray();
        return arguments.Length == 2 && arguments[1].Unwrapped() == function && project.Constants.NumberOf(arguments[0]) is null && shape.Parameters[0] is { Exists: true } given && !given.Text.Contains("ignal", StringComparison.Ordinal);
    }

    private static bool HasTimer(SyntaxNode function)
    {
        foreach (var node in function.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && (node.TextIs("setTimeout"u8) || node.TextIs("AbortSignal"u8) || node.TextIs("AbortController"u8)))
                return true;
        }

        return false;
    }

    /// <summary>A request that is an object of its own: <c>request.setTimeout(…)</c>, <c>request.on('timeout', …)</c>, in a chain or on its variable.</summary>
    private static string? Listened(ProjectModel project, SyntaxNode request)
    {
        IEnumerable<SyntaxNode> uses = [request];
        var holder = request.Parent;
        if (holder.Is(SyntaxKind.Initializer) && holder.Parent.Is(SyntaxKind.VariableDeclaration) && project.Bindings.ModuleOf(request.Tree)!.SymbolOfDeclaration(holder.Parent) is { Exists: true } variable)
            uses = variable.References;
        foreach (var use in uses)
        {
            for (var access = use.Parent; access.Is(SyntaxKind.PropertyAccessExpression) && access.Parent is { Kind: SyntaxKind.CallExpression } call && call.FirstChild == access; access = call.Parent)
            {
                if (access.ChildAt(1).TextIs("setTimeout"u8) || (access.ChildAt(1).Kind is SyntaxKind.Identifier && call.Child(SyntaxKind.ArgumentList).FirstChild.Bytes is [_, .. var middle, _] && middle.SequenceEqual("timeout"u8)))
                    return $"`{CodeLine.Of(access.ChildAt(1).Text)}` ends it ({project.PlaceOf(call)})";
            }
        }

        return null;
    }
}
