using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>How many rows a statement lists, and the tests of a number of rows that decide over a later statement.</summary>
internal static class Counted
{
    /// <summary>Variables and sums on the way to the number; conditions within conditions.</summary>
    private const int Deepest = 6;

    /// <summary>Whether a value is how many rows a statement lists, with something added or not: <c>rows.length</c>, <c>org.members.length + 1</c>, and what a called function answers so.</summary>
    public static bool IsSize(SyntaxNode value, Statement read, FunctionModel function) => IsSize(value, read, function, 0);

    private static bool IsSize(SyntaxNode value, Statement read, FunctionModel function, int depth)
    {
        value = value.Unwrapped();
        if (value.Is(SyntaxKind.AwaitExpression))
            value = value.FirstChild.Unwrapped();
        if (depth > Deepest || !value.Exists || value.Tree != function.Module.Tree)
            return false;
        switch (value.Kind)
        {
            case SyntaxKind.CallExpression:
                return value == read.Call && read.By.Answered is ["length"];
            case SyntaxKind.PropertyAccessExpression:
                return (value.ChildAt(1).TextIs("length"u8) || value.ChildAt(1).TextIs("rowCount"u8)) && RowAccess.IsOf(value, read, function)
                    && function.Values!.OriginsOf(value).Any(origin => origin.Node == read.Call && !origin.ThroughCall);
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.Plus:
                return IsSize(value.FirstChild, read, function, depth + 1) || IsSize(value.ChildAt(1), read, function, depth + 1);
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar:
                return IsSize(value.FirstChild, read, function, depth + 1);
            case SyntaxKind.Identifier:
                return function.Values!.DefinitionsOf(value) is [var target] && AssignedValue.Of(target) is { Exists: true } made && IsSize(made, read, function, depth + 1);
            default:
                return false;
        }
    }

    /// <summary>Whether a value is how many of the rows that a statement lists are left by a filter: <c>members.filter(isOwner).length</c>.</summary>
    public static bool IsSizeOfSome(SyntaxNode value, Statement read, FunctionModel function)
    {
        value = value.Unwrapped();
        if (!value.Is(SyntaxKind.PropertyAccessExpression) || !value.ChildAt(1).TextIs("length"u8) || !RowAccess.IsOf(value, read, function))
            return false;
        var some = Fallback.Defined(value.FirstChild, function);
        return some.Is(SyntaxKind.CallExpression) && some.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } filter && filter.ChildAt(1).TextIs("filter"u8)
            && function.Values!.OriginsOf(filter.FirstChild).Any(origin => origin.Node == read.Call && !origin.ThroughCall);
    }

    /// <summary>
    /// Whether a condition asks how many rows of a list there are beside one: <c>admins.filter((row) =&gt; row.user !== user).length === 0</c>, also where the list is filtered as it comes, <c>await rows.then((all) =&gt; all.filter(…))</c>.
    /// </summary>
    /// <param name="condition">The condition.</param>
    /// <param name="columns">The columns of which one names the row that is left out.</param>
    /// <param name="read">What lists the rows.</param>
    /// <param name="function">The function in which it stands.</param>
    public static bool AsksForOthers(SyntaxNode condition, IReadOnlyCollection<string> columns, Statement read, FunctionModel function)
    {
        condition = condition.Unwrapped();
        if (condition.Is(SyntaxKind.PrefixUnaryExpression) || condition.Is(SyntaxKind.BinaryExpression))
            condition = condition.FirstChild.Unwrapped();
        if (!condition.Is(SyntaxKind.PropertyAccessExpression) || !condition.ChildAt(1).TextIs("length"u8) || condition.Tree != function.Module.Tree || !RowAccess.IsOf(condition, read, function) || !function.Values!.OriginsOf(condition).Any(origin => origin.Node == read.Call))
            return false;
        var some = Fallback.Defined(condition.FirstChild, function);
        if (some.Is(SyntaxKind.AwaitExpression))
            some = some.FirstChild.Unwrapped();
        if (CallbackOf(some, "then") is { } taken)
            some = Types.Inference.ResultsOf(taken).ToList() is [var result] ? result.Unwrapped() : default;
        return CallbackOf(some, "filter") is { } predicate && predicate.Parameters.Count > 0 && Types.Inference.ResultsOf(predicate).ToList() is [var left] && LeavesOut(left.Unwrapped(), predicate.Parameters[0]);

        bool LeavesOut(SyntaxNode test, SyntaxNode row) => test is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.AmpersandAmpersand } ? LeavesOut(test.FirstChild.Unwrapped(), row) || LeavesOut(test.ChildAt(1).Unwrapped(), row)
            : test is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.ExclamationEquals or TokenKind.ExclamationEqualsEquals } && test.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } member && member.FirstChild.Unwrapped().TextIs(new Parameter(row).Name.Bytes)
            && RowAccess.ColumnsOf(member.ChildAt(1).Text).Any(columns.Contains);

        static FunctionLike? CallbackOf(SyntaxNode call, string method) => call.Is(SyntaxKind.CallExpression) && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.ChildAt(1).Text == method
            ? FunctionLike.From(call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped()) : null;
    }

    /// <summary>A condition, and where it was put together before, or a called function answers it, its parts.</summary>
    public static IEnumerable<(SyntaxNode Condition, bool LeadsOn)> PartsOf(SyntaxNode condition, bool leadsOn, FunctionModel function) => PartsOf(condition, leadsOn, function, 0);

    private static IEnumerable<(SyntaxNode Condition, bool LeadsOn)> PartsOf(SyntaxNode condition, bool leadsOn, FunctionModel function, int depth)
    {
        yield return (condition, leadsOn);
        condition = condition.Unwrapped();
        if (depth > Deepest)
            yield break;
        IEnumerable<(SyntaxNode, bool)> parts = condition.Kind switch
        {
            SyntaxKind.PrefixUnaryExpression when condition.Operator is TokenKind.Exclamation => PartsOf(condition.FirstChild, !leadsOn, function, depth + 1),
            SyntaxKind.BinaryExpression when condition.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar => PartsOf(condition.FirstChild, leadsOn, function, depth + 1).Concat(PartsOf(condition.ChildAt(1), leadsOn, function, depth + 1)),
            SyntaxKind.Identifier when condition.Tree == function.Module.Tree && function.Values!.DefinitionsOf(condition) is [var target] && AssignedValue.Of(target).Unwrapped() is { Kind: SyntaxKind.BinaryExpression or SyntaxKind.PrefixUnaryExpression } made => PartsOf(made, leadsOn, function, depth + 1),
            _ => [],
        };
        foreach (var part in parts)
            yield return part;
    }

    /// <summary>
    /// The tests of what a statement reads that decide over a later one: with what each has to be, and what refuses, where something does. For an insertion a half of a condition decides too, since the other one is a plan or a switch:
    /// <c>if (count >= max &amp;&amp; plan.limited) throw …</c>.
    /// </summary>
    public static IEnumerable<(SyntaxNode Condition, bool LeadsOn, SyntaxNode Refusal)> Tests(Statement read, Statement write, FunctionModel function)
    {
        var graph = function.Flow!;
        var writes = RowAccess.PointsOf(write, function).ToHashSet();
        var deciding = new HashSet<int>();
        foreach (var (branch, leadsOn) in RowAccess.Deciding(read.By, writes, function))
        {
            deciding.Add(branch);
            var refusal = Consequences.RefusalAt(function, branch, leadsOn);
            foreach (var (part, holds) in PartsOf(graph.Points[branch].Node, leadsOn, function))
                yield return (part, holds, refusal);
        }

        foreach (var branch in write.Query.Kind is QueryKind.Insert ? function.BranchesOn(read.Call) : [])
        {
            if (deciding.Contains(branch) || LastHalf(graph.Points[branch].Node) is not { Exists: true } asked)
                continue;
            foreach (var refusal in RefusalsBehind(asked, writes, function))
            {
                foreach (var (part, holds) in PartsOf(graph.Points[branch].Node, false, function))
                    yield return (part, holds, refusal);
            }
        }
    }

    /// <summary>What refuses where the half of a condition that is asked last holds, and else leads to one of some points.</summary>
    public static IEnumerable<SyntaxNode> RefusalsBehind(SyntaxNode asked, IReadOnlyCollection<int> writes, FunctionModel function)
    {
        var graph = function.Flow!;
        for (var other = 0; other < graph.Points.Length; other++)
        {
            if (graph.Points[other] is { Op: FlowOp.Branch, Node: var node } && node.Unwrapped() == asked && Consequences.RefusalAt(function, other, leadsOn: false) is { Exists: true } refusal
                && graph.ReachableFrom(other, exceptions: false) is var after && writes.Any(to => after[to]))
                yield return refusal;
        }
    }

    /// <summary>The whole of <c>a &amp;&amp; b</c> that a half of it stands in, where it is what an <c>if</c> asks; the half itself where it stands alone, and none elsewhere.</summary>
    public static SyntaxNode ConditionOf(SyntaxNode half)
    {
        var at = half.Wrapped();
        while (at.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.AmpersandAmpersand })
            at = at.Parent.Wrapped();
        return at.Parent.Is(SyntaxKind.IfStatement) && at.Parent.FirstChild == at ? at.Unwrapped() : default;
    }

    /// <summary>The half of <c>a &amp;&amp; b</c> that is asked last, where an <c>if</c> asks it and this is one of the others; none elsewhere.</summary>
    private static SyntaxNode LastHalf(SyntaxNode half) =>
        ConditionOf(half) is { Kind: SyntaxKind.BinaryExpression } whole && whole.ChildAt(1).Unwrapped() is var last && last != half.Unwrapped() ? last : default;

    /// <summary>Which member of what a called function answers a condition is: <c>allowed</c> of <c>(await check(org)).allowed</c>; empty for all of it, null for other conditions.</summary>
    public static string? AskedOf(SyntaxNode condition, Statement read, FunctionModel function)
    {
        condition = condition.Unwrapped();
        if (condition.Is(SyntaxKind.Identifier) && function.Values!.DefinitionsOf(condition) is [var target])
        {
            if (BindingElement.From(target.Parent) is { } element && target.Parent.Parent.Is(SyntaxKind.ObjectBindingPattern) && IsAnswer(AssignedValue.SourceOf(target)))
                return (element.PropertyName.Exists ? element.PropertyName : element.Name).Text;
            condition = AssignedValue.Of(target).Unwrapped();
        }

        if (IsAnswer(condition))
            return "";
        return condition.Is(SyntaxKind.PropertyAccessExpression) && IsAnswer(Fallback.Defined(condition.FirstChild, function)) ? condition.ChildAt(1).Text : null;

        bool IsAnswer(SyntaxNode node) => node.Unwrapped() is var whole && (whole.Is(SyntaxKind.AwaitExpression) ? whole.FirstChild.Unwrapped() : whole) == read.Call;
    }
}
