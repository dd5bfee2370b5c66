using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// A test that a called function makes of what it reads, and throws where it is not passed: whoever calls it goes on only with a row, or a number, that passed. <c>await assertOpen(id)</c>
/// </summary>
/// <param name="Function">The function that tests.</param>
/// <param name="Read">What it reads, in its own words.</param>
/// <param name="Branch">The point of its flow that tests.</param>
/// <param name="PassedWhen">What the condition is where the function comes back.</param>
/// <param name="Refusal">Where it throws; the test itself when that is out of sight.</param>
public sealed record TestBelow(FunctionModel Function, Statement Read, int Branch, bool PassedWhen, SyntaxNode Refusal)
{
    /// <summary>The condition.</summary>
    public SyntaxNode Condition => Answered.Exists ? Answered : Function.Flow!.Points[Branch].Node;

    /// <summary>For a condition that the function answers rather than asks, as <c>return count >= max</c> does: what it returns; none for a branch.</summary>
    internal SyntaxNode Answered { get; private init; }

    /// <summary>The called function and the statement in its words; null where it is out of sight, or may come back without having gone on from it.</summary>
    internal static (FunctionModel Function, Statement Read)? Under(Statement later, Statement read, FunctionModel function) =>
        read.By is { Steps.IsEmpty: false, Given: null } && IsNeeded([.. RowAccess.PointsOf(later, function)], read, function) ? Below(read, function) : null;

    /// <summary>The called function and the statement in its words, whether or not what follows waits for it.</summary>
    internal static (FunctionModel Function, Statement Read)? Inner(Statement read, FunctionModel function) => read.By is { Steps.IsEmpty: false, Given: null } ? Below(read, function) : null;

    /// <summary>What a function that is called here tests to answer yes or no: <c>return count >= max</c>, <c>return { allowed: count &lt; max }</c>, <c>if (count >= max) return false; return true</c>.</summary>
    /// <param name="read">What it reads.</param>
    /// <param name="member">The member of its answer that is asked here; empty for all of it.</param>
    /// <param name="wanted">Which answer leads on.</param>
    /// <param name="function">The function that calls it.</param>
    internal static IEnumerable<TestBelow> Answering(Statement read, string member, bool wanted, FunctionModel function)
    {
        if (read.By is not { Steps.IsEmpty: false, Given: null } || Below(read, function) is not var (below, inner) || below.Flow is not { } graph)
            yield break;
        var passing = new List<int>();
        foreach (var (value, point) in ReturnedValues.Of(below, graph))
        {
            var said = (member.Length == 0 ? value : value.Is(SyntaxKind.ObjectLiteralExpression) ? ValuePath.MemberOf(value, "." + member).Value : default).Unwrapped();
            if (said.Kind is SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword)
            {
                if (said.Is(SyntaxKind.TrueKeyword) == wanted)
                    passing.Add(point);
            }
            else if (said.Exists && said != inner.Call && below.Values!.OriginsOf(said).Any(origin => origin.Node == inner.Call))
            {
                yield return new(below, inner, -1, wanted, default) { Answered = said };
            }
        }

        foreach (var (branch, passedWhen) in passing.Count > 0 ? RowAccess.Deciding(inner.By, passing, below) : [])
            yield return new(below, inner, branch, passedWhen, graph.Points[branch].Node);
    }

    /// <summary>The tests of what a statement reads that stand in functions called here, and without which a later statement is not come to.</summary>
    internal static IEnumerable<TestBelow> Before(Statement later, Statement read, FunctionModel function) => Before([.. RowAccess.PointsOf(later, function)], read, function);

    /// <summary>Whether a function that is called here tests at all what it reads there.</summary>
    internal static bool IsAny(Statement read, FunctionModel function) => read.By is { Steps.IsEmpty: false, Given: null } && Below(read, function) is var (below, inner) && Of(inner, below).Any();

    private static IEnumerable<TestBelow> Before(int[] points, Statement read, FunctionModel function) =>
        read.By is { Steps.IsEmpty: false, Given: null } && IsNeeded(points, read, function) && Below(read, function) is var (below, inner) ? Of(inner, below) : [];

    private static IEnumerable<TestBelow> Of(Statement read, FunctionModel function)
    {
        // What writes the rows itself has seen to it, or has the fault itself.
        if (function.Project.LiftedCalls.Under(function).Any(call => call.Queries.Any(query => query.IsWrite && query.Table is { } table && read.Query.Table?.Matches(table) == true)))
            yield break;
        int[] returns = [function.Flow!.Returns];
        foreach (var (branch, passedWhen) in RowAccess.Deciding(read.By, returns, function))
            yield return new(function, read, branch, passedWhen, Consequences.RefusalAt(function, branch, passedWhen) is { Exists: true } refusal ? refusal : function.Flow.Points[branch].Node);
        foreach (var deeper in Before(returns, read, function))
            yield return deeper;
    }

    /// <summary>The statement as the called function sees it.</summary>
    private static (FunctionModel Function, Statement Read)? Below(Statement read, FunctionModel function) =>
        function.Project.FunctionAround(read.By.Steps[0]) is { Flow: not null } below && function.Project.LiftedCalls.Below(read.By, below) is { } by && by.Queries.Contains(read.Query) ? (below, new Statement(by, read.Query)) : null;

    /// <summary>Whether some points are come to only when the call that reads comes back: it is waited for, and no handler goes on to them when it throws.</summary>
    private static bool IsNeeded(int[] points, Statement read, FunctionModel function)
    {
        if (function.Flow is not { } graph || (ConnectionLife.EffectNode(read.Call) == read.Call && function.Project.ThenableOf(read.Call) is not Thenable.Not))
            return false;
        foreach (var point in RowAccess.PointsOf(read, function))
        {
            foreach (var edge in graph.From(point).ToArray())
            {
                if (edge.Kind is EdgeKind.Throws && (points.Contains(edge.Target) || (graph.ReachableFrom(edge.Target, exceptions: false) is var after && Array.Exists(points, to => after[to]))))
                    return false;
            }
        }

        return true;
    }
}
