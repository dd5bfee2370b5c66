using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Work that holds a lock and waits for the same lock.</summary>
/// <param name="Outer">The call that takes the lock for the work.</param>
/// <param name="Lock">What the lock is, as the program writes it.</param>
/// <param name="Steps">The calls that lead from the work to the second taking, outermost first.</param>
/// <param name="Inner">The second taking.</param>
/// <param name="Condition">A test on the way; none when there is none.</param>
public sealed record Reentry(SyntaxNode Outer, string Lock, ImmutableArray<SyntaxNode> Steps, SyntaxNode Inner, SyntaxNode Condition);

/// <summary>
/// Finds locks that are taken again by who holds them. The locks are those of libraries that let one in at a time, and chains of promises made by hand; from their names upwards.
/// </summary>
internal sealed class Reentries(ProjectModel project)
{
    /// <summary>The second taking is a call, of a function that is called, … beyond this it is out of sight.</summary>
    private const int Deepest = 5;

    /// <summary>A longer function is no wrapper around a chain of promises.</summary>
    private const int LongestWrapper = 2_000;

    private static readonly Name Then = Name.Of("then"u8);

    private readonly ConcurrentDictionary<SyntaxNode, (MemoryPlace Lock, int Work)?> wrappers = new();

    /// <summary>All of the program, by file and position; one for each call that takes a lock.</summary>
    public IEnumerable<Reentry> All()
    {
        var found = new List<Reentry>();
        foreach (var call in Takings().Distinct().OrderBy(project.PlaceOf))
        {
            Workers.Step();
            if (project.Bindings.ModuleOf(call.Tree) is not { } module || module.Roles.HasFlag(ModuleRoles.Test) || At(call) is not { } taking || project.FunctionNamed(taking.Work) is not { Exists: true } work)
                continue;
            if (Inside(work, taking.Lock, [], default, new()) is { } again)
                found.Add(again with { Outer = call });
        }

        return found;
    }

    /// <summary>The calls of what runs a function alone: of libraries, and of the program's own functions around those or around a chain of promises.</summary>
    private IEnumerable<SyntaxNode> Takings()
    {
        var wrapping = new HashSet<FunctionModel>();
        foreach (var call in project.Exclusions.AloneNames.SelectMany(project.Calls.CallsOf))
        {
            if (project.Exclusions.AloneArgument(call) < 0)
                continue;
            yield return call;
            if (project.FunctionAround(call) is { } around)
                wrapping.Add(around);
        }

        foreach (var chained in project.Calls.CallsOf(Then))
        {
            if (project.FunctionAround(chained) is { IsTopLevel: false } around && around.Node.Span.Length < LongestWrapper)
                wrapping.Add(around);
        }

        foreach (var call in wrapping.Where(function => WrapperOf(function.Node) is not null).SelectMany(project.Callers.CallsTo))
            yield return call;
    }

    /// <summary>The lock that a call takes, and the work that it runs under it; null when it takes none, or one that depends on a key.</summary>
    private (MemoryPlace Lock, SyntaxNode Work)? At(SyntaxNode call)
    {
        if (project.Bindings.ModuleOf(call.Tree) is not { } module)
            return null;
        var arguments = call.Child(SyntaxKind.ArgumentList);
        if (project.Exclusions.AloneArgument(call) is >= 0 and var argument)
            return LockOf(call, module) is { } own ? (own, arguments.ChildAt(argument)) : null;
        if (project.Types.CalleeOf(call) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] } || wrappers.GetOrAdd(only, WrapperOf) is not { } wrapper || project.FunctionAround(call) is not { } function)
            return null;
        return MemoryUses.ReceiverOf(function, call) is { } receiver && MemoryUses.Seen(wrapper.Lock, receiver) is { } place && arguments.ChildAt(wrapper.Work) is { Exists: true } work ? (place, work) : null;
    }

    /// <summary>"mutex" of "mutex.runExclusive(…)", "limit" of "limit(…)".</summary>
    private static MemoryPlace? LockOf(SyntaxNode call, Module module)
    {
        var callee = call.FirstChild.Unwrapped();
        var place = MemoryUses.PlaceOf(callee.Is(SyntaxKind.PropertyAccessExpression) ? callee.FirstChild : callee, module);
        return place is { OutlivesCall: true } fixedPlace && !fixedPlace.Path.Contains('[') ? fixedPlace : null;
    }

    /// <summary>"alone(work) { return this.mutex.runExclusive(work); }" and "alone(work) { const run = this.tail.then(work); this.tail = run.catch(…); return run; }".</summary>
    private (MemoryPlace Lock, int Work)? WrapperOf(SyntaxNode function)
    {
        if (project.Bindings.ModuleOf(function.Tree) is not { } module || FunctionLike.From(function) is not { Body.Exists: true } shape)
            return null;
        var parameters = shape.Parameters.Select(module.SymbolOfDeclaration).ToList();
        foreach (var node in FunctionShape.OwnNodes(function))
        {
            Workers.Step();
            if (node.Is(SyntaxKind.CallExpression) && project.Exclusions.AloneArgument(node) is >= 0 and var argument && LockOf(node, module) is { } held && Parameter(node.Child(SyntaxKind.ArgumentList).ChildAt(argument)) is >= 0 and var given)
                return (held, given);
            if (AssignedValue.TargetOf(node) is { Exists: true } target && MemoryPlace.Of(target, module) is { Root: PlaceRoot.This or PlaceRoot.Module } tail && !tail.Path.Contains('[') && Exclusions.LinkAfter(AssignedValue.Of(target), tail, module) is { Exists: true } link && Parameter(link) is >= 0 and var chained)
                return (tail, chained);
        }

        return null;

        int Parameter(SyntaxNode work)
        {
            work = work.Exists ? work.Unwrapped() : work;
            foreach (var node in work.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.Identifier) && (node == work || node.Parent.Is(SyntaxKind.CallExpression) && node.Parent.FirstChild == node) && module.LocalSymbolOf(node) is { Exists: true } symbol && parameters.IndexOf(symbol) is >= 0 and var place)
                    return place;
            }

            return -1;
        }
    }

    /// <summary>The first call in a function, or in one that it waits for, that takes the lock again.</summary>
    private Reentry? Inside(SyntaxNode work, MemoryPlace held, ImmutableArray<SyntaxNode> steps, SyntaxNode condition, Visited visited)
    {
        if (!visited.Enters(work, steps.Length))
            return null;
        foreach (var node in FunctionShape.OwnNodes(work).Where(node => node.Is(SyntaxKind.CallExpression) && IsWaitedFor(node, work)).OrderBy(node => node.Span.Start))
        {
            Workers.Step();
            var test = condition.Exists ? condition : ConditionOf(node, work);
            if (At(node) is { } taking && taking.Lock == held)
                return new(default, held.ToString(), steps, node, test);
            if (steps.Length >= Deepest || project.Types.CalleeOf(node) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] } || !FunctionShape.BodyOf(only).Exists)
                continue;
            // The field of which object? Only that of the same one counts.
            if (held.Root is PlaceRoot.This && !node.FirstChild.Unwrapped().FirstChild.Unwrapped().Is(SyntaxKind.ThisKeyword))
                continue;
            if (Inside(only, held, steps.Add(node), test, visited) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Who returns or awaits the promise waits for the work; so does who joins it with others.</summary>
    private bool IsWaitedFor(SyntaxNode call, SyntaxNode function)
    {
        var value = call.Wrapped();
        while (value != function)
        {
            switch (value.Parent.Kind)
            {
                case SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement:
                case SyntaxKind.ArrowFunction when value.Parent == function:
                    return true;
                case SyntaxKind.PropertyAccessExpression when value.Parent.Parent.Is(SyntaxKind.CallExpression) && project.PromiseOperationOf(value.Parent.Parent) is PromiseOperation.Then or PromiseOperation.Catch or PromiseOperation.Finally:
                    value = value.Parent.Parent.Wrapped();
                    continue;
                case SyntaxKind.ArrayLiteralExpression when Callers.Argument(value.Parent) is { Call: { Exists: true } joined } && project.PromiseOperationOf(joined) is not PromiseOperation.None:
                    value = joined.Wrapped();
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private static SyntaxNode ConditionOf(SyntaxNode node, SyntaxNode function)
    {
        for (var at = node; at.Exists && at != function; at = at.Parent)
        {
            if (at.Parent.Kind is SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression && at.Parent.FirstChild != at)
                return at.Parent.FirstChild;
        }

        return default;
    }
}
