using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Something that a generator takes and gives back only when it is read to its end.</summary>
/// <param name="Taken">Where it is taken.</param>
/// <param name="Yield">The <c>yield</c> at which the reader may stop.</param>
/// <param name="Cleanup">Where it is given back, which a reader who stops never reaches.</param>
/// <param name="Reader">A loop of the program that stops early; none when none is seen.</param>
public sealed record AbandonedCleanup(SyntaxNode Taken, SyntaxNode Yield, SyntaxNode Cleanup, SyntaxNode Reader);

/// <summary>A generator that answers for each of the items that it is given, and ends at the first that fails.</summary>
/// <param name="Loop">The loop over the items.</param>
/// <param name="Wait">What fails.</param>
/// <param name="Rejection">How.</param>
/// <param name="Member">The member of an answer that tells a failure.</param>
public sealed record FragileBatch(SyntaxNode Loop, SyntaxNode Wait, RejectionPath Rejection, string Member);

/// <summary>An iterator that is asked for its first elements and never told that this was all.</summary>
/// <param name="Iterator">Where it is made.</param>
/// <param name="Next">The last call of <c>next</c>.</param>
/// <param name="Cleanup">What it leaves undone: the <c>finally</c> of the generator.</param>
public sealed record OpenIterator(SyntaxNode Iterator, SyntaxNode Next, SyntaxNode Cleanup);

/// <summary>Judges generators by what happens when their readers stop, and when one of their items fails.</summary>
internal static class Generators
{
    private static readonly ImmutableArray<string> FailureMembers = ["error", "err", "ok", "success", "failed", "failure"];

    /// <summary>What a generator gives back only when it is read to its end, by position.</summary>
    public static IEnumerable<AbandonedCleanup> AbandonedIn(FunctionModel function)
    {
        if (FunctionLike.From(function.Node) is not { IsGenerator: true } || function.Flow is not { } graph)
            yield break;
        foreach (var declaration in FunctionShape.OwnNodes(function.Node).Where(node => node.Is(SyntaxKind.VariableDeclaration)))
        {
            Workers.Step();
            var made = declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
            if (made.Is(SyntaxKind.AwaitExpression))
                made = made.FirstChild.Unwrapped();
            // A connection is followed by what follows connections.
            if (made.Kind is not (SyntaxKind.CallExpression or SyntaxKind.NewExpression) || function.Project.DatabaseCallAt(made) is { Action: Database.DatabaseAction.Acquire } || function.Module.SymbolOfDeclaration(declaration) is not { Exists: true } variable)
                continue;
            var cleanups = variable.References.Where(reference => FunctionShape.Enclosing(reference) == function.Node).Select(reference => CleanupAt(function.Project, reference)).Where(call => call.Exists).ToList();
            var taken = LazyUntil(function.Project, declaration) is { } until ? [.. variable.References.Select(reference => reference.Parent).Where(access => access.Is(SyntaxKind.PropertyAccessExpression) && until.Contains(access.ChildAt(1).Text)).Select(access => access.Parent)] : (IReadOnlyList<SyntaxNode>)[declaration.FirstChild];
            if (cleanups.Count == 0 || AbandonedAt(function, graph, taken, cleanups) is not { Exists: true } yielded)
                continue;
            yield return new(made, yielded, cleanups[0], function.Project.Callers.CallsTo(function).Select(StoppingReader).FirstOrDefault(loop => loop.Exists));
        }
    }

    /// <summary>The methods at which what a variable holds begins to work, and to hold something; null where that is at once.</summary>
    private static ImmutableArray<string>? LazyUntil(ProjectModel project, SyntaxNode declaration) =>
        project.EffectsOf(project.Types.TypeOf(declaration.FirstChild).NonNullish()).OfType<Effect.Lazy>().FirstOrDefault()?.Until;

    /// <summary>The call that gives back what a variable holds: "leave()" of what a call returned, "lock.release()", "clearInterval(timer)".</summary>
    private static SyntaxNode CleanupAt(ProjectModel project, SyntaxNode reference)
    {
        var parent = reference.Parent;
        if (parent.Is(SyntaxKind.CallExpression) && parent.FirstChild == reference)
            return parent.Child(SyntaxKind.ArgumentList).FirstChild.Exists || !parent.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) && !parent.Parent.Is(SyntaxKind.AwaitExpression) ? default : parent;
        if (parent.Is(SyntaxKind.PropertyAccessExpression) && parent.FirstChild == reference && parent.Parent.Is(SyntaxKind.CallExpression) && parent.Parent.FirstChild == parent)
            return EndsLife(project, parent.Parent) ? parent.Parent : default;
        return parent.Is(SyntaxKind.ArgumentList) && parent.Parent.FirstChild.Kind is SyntaxKind.Identifier && (parent.Parent.FirstChild.TextIs("clearInterval"u8) || parent.Parent.FirstChild.TextIs("clearTimeout"u8)) ? parent.Parent : default;
    }

    private static bool EndsLife(ProjectModel project, SyntaxNode call)
    {
        if (project.Types.CalleeOf(call) is Callee.Library library)
            return project.Effects.Of(library.Signature).Any(effect => effect is Effect.Releases or Effect.Closes);
        return CallName.Of(call).Text is "release" or "unlock" or "close" or "destroy" or "dispose" or "disconnect";
    }

    /// <summary>The <c>yield</c> at which a reader who stops leaves the variable's object as it is; none when every way out gives it back.</summary>
    private static SyntaxNode AbandonedAt(FunctionModel function, FlowGraph graph, IReadOnlyList<SyntaxNode> takes, List<SyntaxNode> cleanups)
    {
        var taken = takes.SelectMany(take => graph.PointsOf(take)).ToHashSet();
        var given = cleanups.SelectMany(cleanup => graph.PointsOf(cleanup)).ToHashSet();
        var conditions = PathConditions.Of(graph, function.Module.LocalSymbolOf);
        var walk = Exploration<Keeping>.Run(graph, conditions, 0, default, (at, edge, state) =>
            given.Contains(at) ? default
            : taken.Contains(at) && edge.Kind is not EdgeKind.Throws ? new(true, false)
            : edge.Kind is EdgeKind.Abandons && state.Holds ? state with { IsLeft = true }
            // What the `finally` does on the way out is not what the reader stopped at: only a `throw` of its own ends it.
            : state.IsLeft && edge.Kind is EdgeKind.Throws && graph.Points[at].Op is not FlowOp.Throw ? null
            : state);
        if (!walk.IsComplete || (walk.PathTo(graph.Returns, state => state.IsLeft) ?? walk.PathTo(graph.Throws, state => state.IsLeft)) is not { } path)
            return default;
        for (var i = path.Length - 1; i > 0; i--)
        {
            if (path[i].State.IsLeft && !path[i - 1].State.IsLeft)
                return graph.Points[path[i - 1].Point].Node;
        }

        return default;
    }

    /// <summary>The loop over a generator that is left early.</summary>
    private static SyntaxNode StoppingReader(SyntaxNode call)
    {
        var loop = call.Wrapped().Parent;
        if (!loop.Is(SyntaxKind.ForOfStatement))
            return default;
        foreach (var node in loop.ChildAt(2).DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.BreakStatement or SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement && FunctionShape.Enclosing(node) == FunctionShape.Enclosing(loop))
                return node;
        }

        return default;
    }

    /// <summary>The loops of a generator that one failing item ends though every item is to be answered, by position.</summary>
    public static IEnumerable<FragileBatch> FragileIn(FunctionModel function)
    {
        if (FunctionLike.From(function.Node) is not { IsGenerator: true } || !function.IsAsync)
            yield break;
        foreach (var loop in FunctionShape.OwnNodes(function.Node).Where(node => node.Is(SyntaxKind.ForOfStatement) && !node.Has(NodeFlags.Await)))
        {
            if (!IsGiven(function.Module, loop.ChildAt(1)))
                continue;
            var own = loop.ChildAt(2).DescendantsAndSelf;
            string? member = null;
            foreach (var node in own)
            {
                if (node.Is(SyntaxKind.YieldExpression) && !node.Has(NodeFlags.Delegate) && FunctionShape.Enclosing(node) == function.Node)
                    member ??= FailureMember(function.Project, node.FirstChild);
            }

            if (member is null)
                continue;
            foreach (var node in own)
            {
                if (!node.Is(SyntaxKind.AwaitExpression) || FunctionShape.Enclosing(node) != function.Node || IsCaughtWithin(node, loop) || function.Project.RejectionOf(node.FirstChild) is not { IsKnown: true } rejection)
                    continue;
                yield return new(loop, node, rejection, member);
                break;
            }
        }
    }

    /// <summary>"items", "request.items" of a parameter.</summary>
    private static bool IsGiven(Module module, SyntaxNode iterated)
    {
        iterated = iterated.Unwrapped();
        while (iterated.Is(SyntaxKind.PropertyAccessExpression))
            iterated = iterated.FirstChild.Unwrapped();
        return iterated.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(iterated).Is(SymbolFlags.Parameter);
    }

    private static string? FailureMember(ProjectModel project, SyntaxNode answer)
    {
        var type = project.Types.AwaitedOf(project.Types.TypeOf(answer));
        return type.Alternatives.SelectMany(alternative => FailureMembers.Where(name => project.Types.MemberOf(alternative, Name.Of(name)).Exists)).FirstOrDefault();
    }

    private static bool IsCaughtWithin(SyntaxNode node, SyntaxNode loop)
    {
        for (var at = node; at.Exists && at != loop; at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.TryStatement) && at.Parent.FirstChild == at && at.Parent.Child(SyntaxKind.CatchClause).Exists)
                return true;
        }

        return false;
    }

    /// <summary>The iterators of the program's generators that are left half read, by file and position.</summary>
    public static IEnumerable<OpenIterator> Open(ProjectModel project)
    {
        var seen = new HashSet<Symbol>();
        foreach (var call in project.Calls.CallsOf(Name.Of("next")))
        {
            Workers.Step();
            var callee = call.FirstChild.Unwrapped();
            var module = project.Bindings.ModuleOf(call.Tree)!;
            if (module.Roles.HasFlag(ModuleRoles.Test) || !callee.Is(SyntaxKind.PropertyAccessExpression) || !callee.FirstChild.Is(SyntaxKind.Identifier) || module.LocalSymbolOf(callee.FirstChild) is not { Exists: true, IsModuleLevel: false, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } iterator || !seen.Add(iterator))
                continue;
            var made = declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
            if (made.Kind is not SyntaxKind.CallExpression || project.Types.CalleeOf(made) is not Callee.InProgram { Signatures.IsEmpty: true, Functions: [var generator] } || FunctionLike.From(generator) is not { IsGenerator: true })
                continue;
            var cleanup = FunctionShape.OwnNodes(generator).FirstOrDefault(node => node.Is(SyntaxKind.FinallyClause));
            // Whoever else has it may end it; one that is asked in a loop is read to its end.
            if (!cleanup.Exists || !iterator.References.All(reference => IsAskedOnce(reference, declaration)))
                continue;
            yield return new(made, iterator.References.Last().Parent.Parent, cleanup);
        }
    }

    private static bool IsAskedOnce(SyntaxNode reference, SyntaxNode declaration)
    {
        var access = reference.Parent;
        if (!access.Is(SyntaxKind.PropertyAccessExpression) || !access.ChildAt(1).TextIs("next"u8) || !access.Parent.Is(SyntaxKind.CallExpression))
            return false;
        for (var at = access.Parent; at.Exists && !at.Span.Contains(declaration.Span); at = at.Parent)
        {
            if (at.Kind is SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForStatement or SyntaxKind.ForOfStatement || FunctionLike.From(at) is not null)
                return false;
        }

        return true;
    }

    /// <param name="Holds">Whether the object is taken and not given back.</param>
    /// <param name="IsLeft">Whether the reader has stopped meanwhile.</param>
    private readonly record struct Keeping(bool Holds, bool IsLeft);
}
