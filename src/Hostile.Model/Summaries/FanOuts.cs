using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>One piece of work for each element of a collection, all started before the first is done.</summary>
/// <param name="Call">What waits for all of them: <c>Promise.all(…)</c>; the call that starts them where that waits itself.</param>
/// <param name="Collection">The collection.</param>
/// <param name="Start">Where they are started: the call of <c>map</c>, the call inside a loop.</param>
/// <param name="Size">How many there can be.</param>
/// <param name="Resource">What each takes.</param>
public sealed record FanOut(SyntaxNode Call, SyntaxNode Collection, SyntaxNode Start, ArraySize Size, Resource Resource);

/// <summary>Finds work that is started for all elements at once.</summary>
internal static class FanOuts
{
    private static readonly ImmutableArray<Name> Waiters = [Name.Of("all"), Name.Of("allSettled")];

    /// <summary>Those whose elements take something of which there are few, by file and position; of tests and pages none.</summary>
    public static IEnumerable<FanOut> All(ProjectModel project)
    {
        foreach (var call in Waiters.SelectMany(project.Calls.CallsOf).OrderBy(project.PlaceOf))
        {
            var module = project.Bindings.ModuleOf(call.Tree)!;
            if (module.Roles.HasFlag(ModuleRoles.Test) || project.IsInBrowser(module) || project.PromiseOperationOf(call) is not (PromiseOperation.Combine or PromiseOperation.AllSettled))
                continue;
            if (Of(project, call, call.Child(SyntaxKind.ArgumentList).FirstChild, 0) is not { } found)
                continue;
            // All go over the one connection of a transaction that nobody hands on.
            if (found.Resource.Kind is ResourceKind.Connection && project.FunctionAround(call) is { } function && project.Transactions.IsSurrounded(function))
                continue;
            yield return found;
        }

        // Mappers that run so many at once as an option says, and all at once without it.
        foreach (var name in LimitedNames(project))
        {
            foreach (var call in project.Calls.CallsOf(name).Where(call => call.Is(SyntaxKind.CallExpression)))
            {
                if (project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test) || project.Types.CalleeOf(call) is not Callee.Library library
                    || project.Effects.Of(library.Signature).OfType<Effect.Throttles>().FirstOrDefault(throttle => throttle.Limit is not null) is not { Limit: { } limit } throttles)
                    continue;
                var options = CallArguments.At(call, limit.Index);
                if (options.Exists && project.Options.Of(options) is var given && (given.IsOpen || given.Find(limit.Property) is not null))
                    continue;
                var function = project.FunctionNamed(CallArguments.At(call, throttles.Function.Index));
                var collection = call.Child(SyntaxKind.ArgumentList).FirstChild;
                if (function.Exists && project.Resources.Of(function) is { } resource)
                    yield return new(call, collection, call, project.Sizes.Of(collection), resource);
            }
        }
    }

    private static IEnumerable<Name> LimitedNames(ProjectModel project)
    {
        var limited = project.Effects.SymbolsWith(SymbolFlags.Function, static effect => effect is Effect.Throttles { Limit: not null }).ToHashSet();
        return limited.Count == 0 ? [] : limited.Select(symbol => symbol.Name).Concat(project.Bindings.LocalNamesOf(limited)).Distinct().OrderBy(name => name.ToString(), StringComparer.Ordinal);
    }

    private static FanOut? Of(ProjectModel project, SyntaxNode call, SyntaxNode promises, int depth)
    {
        promises = promises.Unwrapped();
        if (depth > 3)
            return null;
        if (promises.Is(SyntaxKind.Identifier))
            return OfVariable(project, call, promises, depth);
        if (promises.Is(SyntaxKind.ArrayLiteralExpression))
        {
            foreach (var element in promises.Children)
            {
                if (element.Is(SyntaxKind.SpreadElement) && Of(project, call, element.FirstChild, depth + 1) is { } spread)
                    return spread;
            }

            return null;
        }

        if (!promises.Is(SyntaxKind.CallExpression) || promises.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee)
            return null;
        var arguments = promises.Child(SyntaxKind.ArgumentList);
        if (callee.ChildAt(1).Text is "filter" or "flat")
            return Of(project, call, callee.FirstChild, depth + 1);
        // "items.map(f)", "Array.from(items, f)"
        var isFrom = callee.ChildAt(1).TextIs("from"u8) && callee.FirstChild.TextIs("Array"u8);
        if (!isFrom && callee.ChildAt(1).Text is not ("map" or "flatMap"))
            return null;
        var collection = isFrom ? arguments.FirstChild : callee.FirstChild;
        var mapper = isFrom ? arguments.ChildAt(1) : arguments.FirstChild;
        if (!mapper.Exists)
            return null;
        if (project.FunctionNamed(mapper) is { Exists: true } function)
            return project.Resources.Of(function) is { } resource ? new(call, collection, promises, project.Sizes.Of(collection), resource) : null;
        // "ids.map(limit(…))" and the like: a call makes the function.
        return null;
    }

    /// <summary>"const work = items.map(f)"; "const work = []; for (const item of items) work.push(f(item))".</summary>
    private static FanOut? OfVariable(ProjectModel project, SyntaxNode call, SyntaxNode name, int depth)
    {
        if (project.Bindings.SymbolOf(name) is not { Exists: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } variable)
            return null;
        var initial = declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        if (variable.IsAssignedOnce && initial.Exists && !initial.Is(SyntaxKind.ArrayLiteralExpression))
            return Of(project, call, initial, depth + 1);
        foreach (var push in FunctionShape.PushesInto(variable))
        {
            if (FunctionShape.Enclosing(push) != FunctionShape.Enclosing(declaration))
                continue;
            var work = push.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
            var loop = LoopAround(push, declaration);
            if (!loop.Exists || EndsTurn(loop, call) || Work(project, work) is not { } resource)
                continue;
            return new(call, loop.ChildAt(1), work, project.Sizes.Of(loop.ChildAt(1)), resource);
        }

        return null;
    }

    private static Resource? Work(ProjectModel project, SyntaxNode work)
    {
        if (!work.Is(SyntaxKind.CallExpression))
            return null;
        // "(async () => { … })()"
        return FunctionLike.From(work.FirstChild.Unwrapped()) is not null ? project.Resources.Of(work.FirstChild.Unwrapped()) : project.Resources.OfCall(work);
    }

    private static SyntaxNode LoopAround(SyntaxNode node, SyntaxNode declaration)
    {
        for (var at = node.Parent; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Is(SyntaxKind.ForOfStatement))
                return at.Span.Contains(declaration.Span) ? default : at;
        }

        return default;
    }

    private static bool Awaits(SyntaxNode loop)
    {
        foreach (var node in loop.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.AwaitExpression) && node.FirstChild.Bytes.StartsWith("Promise."u8))
                return true;
        }

        return false;
    }

    /// <summary>"if (work.length === 10) await Promise.all(work.splice(0))" inside the loop: batches.</summary>
    private static bool EndsTurn(SyntaxNode loop, SyntaxNode call) => loop.Span.Contains(call.Span) || Awaits(loop);
}
