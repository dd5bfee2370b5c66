using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Writes that run side by side under one <c>Promise.all</c>, whose first failure is handled while the others go on.</summary>
/// <param name="Call">The <c>Promise.all</c>.</param>
/// <param name="Start">What starts one of them: the mapper's call, the element.</param>
/// <param name="Write">The statement that writes.</param>
/// <param name="Handler">What takes the first failure and goes on; none when the whole is run again from outside.</param>
/// <param name="Why">Why nothing can happen; null when it can.</param>
public sealed record PartialFailure(SyntaxNode Call, SyntaxNode Start, SyntaxNode Write, SyntaxNode Handler, string? Why);

/// <summary>Finds independent writes of which the first failure hides the others.</summary>
internal static class PartialFailures
{
    private static readonly Name AllName = Name.Of("all");

    /// <summary>Those of the program's server code, by file and position.</summary>
    public static IEnumerable<PartialFailure> All(ProjectModel project)
    {
        foreach (var call in project.Calls.CallsOf(AllName).OrderBy(project.PlaceOf))
        {
            Workers.Step();
            var module = project.Bindings.ModuleOf(call.Tree)!;
            if (module.Roles.HasFlag(ModuleRoles.Test) || project.IsInBrowser(module) || project.PromiseOperationOf(call) is not PromiseOperation.Combine || project.FunctionAround(call) is not { } function)
                continue;
            var handler = function.CatchAround(Awaited(call));
            if (!handler.Exists && function.Exposure.Kind is not StartKind.Job)
                continue;
            var iterable = call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
            foreach (var (start, work) in Works(project, iterable))
            {
                if (WriteIn(project, work) is not { } write)
                    continue;
                yield return new(call, start, write, handler, project.Rejections.OfElements(iterable) is not { IsKnown: true } ? "none of them rejects, as far as we see"
                    : project.Transactions.IsSurrounded(function) ? "they run on the one connection of the transaction around them, one after the other" : null);
                break;
            }
        }
    }

    private static SyntaxNode Awaited(SyntaxNode call) => call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) ? call.Wrapped().Parent : call;

    /// <summary>What starts each piece of work, and the function that does it.</summary>
    private static IEnumerable<(SyntaxNode Start, SyntaxNode Work)> Works(ProjectModel project, SyntaxNode iterable)
    {
        // "const work = items.map(f)"; "const work = []; for (const item of items) work.push(f(item))"
        if (iterable.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(iterable) is { Exists: true, IsModuleLevel: false, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } variable)
        {
            var initial = declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
            if (initial.Is(SyntaxKind.Identifier))
                yield break;
            foreach (var work in variable.IsAssignedOnce && initial.Exists ? Works(project, initial) : [])
                yield return work;
            foreach (var push in FunctionShape.PushesInto(variable))
            {
                if (FunctionShape.LoopAround(push).Exists && push.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } pushed)
                    yield return (pushed, Started(project, pushed.Unwrapped()));
            }

            yield break;
        }

        if (iterable.Is(SyntaxKind.CallExpression) && CallName.Of(iterable).TextIs("map"u8))
        {
            var mapper = project.FunctionNamed(iterable.Child(SyntaxKind.ArgumentList).FirstChild);
            if (mapper.Exists)
                yield return (iterable, mapper);
            yield break;
        }

        if (!iterable.Is(SyntaxKind.ArrayLiteralExpression) || iterable.Children.Count < 2)
            yield break;
        foreach (var element in iterable.Children)
            yield return (element, element.Unwrapped());
    }

    /// <summary>The function that a call starts, where that is one of the program; the expression itself where it is none.</summary>
    private static SyntaxNode Started(ProjectModel project, SyntaxNode started)
    {
        if (!started.Is(SyntaxKind.CallExpression))
            return started;
        // "(async () => { … })()"
        if (FunctionLike.From(started.FirstChild.Unwrapped()) is not null)
            return started.FirstChild.Unwrapped();
        return project.FunctionCalled(started) is { Exists: true } called ? called : started;
    }

    /// <summary>A statement that writes a row through a pool, in a function or as a call.</summary>
    private static SyntaxNode? WriteIn(ProjectModel project, SyntaxNode work)
    {
        var calls = FunctionLike.From(work) is not null
            ? project.FunctionOf(work)?.RowCalls ?? []
            : project.FunctionAround(work)?.RowCalls.Where(row => row.Call == work) ?? [];
        foreach (var row in calls)
        {
            if (row.Handle.IsPool && row.Queries.Any(query => query.IsWrite))
                return row.Call;
        }

        return null;
    }
}
