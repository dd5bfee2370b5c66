using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// A test in memory whether a value is among the rows that a statement has read: <c>known.has(key)</c> of <c>new Set(rows.map((row) =&gt; row.key))</c>, <c>keys.includes(key)</c>, <c>rows.some((row) =&gt; row.key === key)</c>.
/// </summary>
/// <param name="Column">The member of the rows that is looked for, as the program names it.</param>
/// <param name="With">What it is compared with.</param>
internal readonly record struct KnownAmong(string Column, SyntaxNode With)
{
    /// <summary>Variables and calls on the way from a set to the rows.</summary>
    private const int Deepest = 12;

    /// <summary>What a test asks for; null where it is none, or of other rows.</summary>
    public static KnownAmong? Of(SyntaxNode test, Statement read, FunctionModel function)
    {
        test = test.Unwrapped();
        if (!test.Is(SyntaxKind.CallExpression) || test.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || test.Child(SyntaxKind.ArgumentList).FirstChild is not { Exists: true } given || given.NextSibling.Exists)
            return null;
        switch (callee.ChildAt(1).Text)
        {
            case "has" or "includes" or "get":
                return HeldBy(callee.FirstChild, read, function) is { } column ? new(column, given) : null;
            case "some" or "find":
                return IsRows(callee.FirstChild, read, function) && FunctionLike.From(given.Unwrapped()) is { } predicate && predicate.Parameters.Count > 0 && Inference.ResultsOf(predicate).ToList() is [var result]
                    && result.Unwrapped() is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals } comparison
                    ? Compared(comparison.FirstChild, comparison.ChildAt(1)) ?? Compared(comparison.ChildAt(1), comparison.FirstChild) : null;
                KnownAmong? Compared(SyntaxNode left, SyntaxNode right) => MemberOf(left, predicate.Parameters[0]) is { } column ? new(column, right) : null;
            default:
                return null;
        }
    }

    /// <summary>What a condition of a set or a list of such rows asks for: <c>!known.has(key)</c>.</summary>
    public static IEnumerable<KnownAmong> In(SyntaxNode condition, Statement read, FunctionModel function)
    {
        if (!condition.Exists || condition.Tree != function.Module.Tree)
            yield break;
        var test = Negated(condition) is { Exists: true } negated ? negated : condition.Unwrapped();
        // "const existing = byKey.get(key); if (existing) …"
        if (test.Is(SyntaxKind.Identifier))
            test = InitialOf(test, function).Unwrapped();
        if (test.Exists && Of(test, read, function) is { } asked)
            yield return asked;
    }

    /// <summary>
    /// The test that lets a row be inserted only where none was found: <c>if (!known.has(key))</c>; and for rows that are inserted together, or one by one in a loop, <c>keys.filter((key) =&gt; !known.has(key))</c>. Null when there is none.
    /// </summary>
    public static (SyntaxNode Test, KnownAmong Asked)? Before(Statement read, Statement write, FunctionModel function)
    {
        // By the words of the conditions first: what leads where costs a walk through the function.
        var asking = function.BranchesOn(read.Call).Where(branch => In(function.Flow!.Points[branch].Node, read, function).Any()).ToHashSet();
        foreach (var (branch, reachedWhen) in asking.Count > 0 ? RowAccess.Deciding(read.By, RowAccess.PointsOf(write, function), function) : [])
        {
            var condition = function.Flow!.Points[branch].Node;
            foreach (var known in asking.Contains(branch) && reachedWhen == Negated(condition).Exists ? In(condition, read, function) : [])
            {
                if (IsInserted(known, write, function))
                    return (condition, known);
            }
        }

        var list = write.By is { InsertedList: { Exists: true } rows, Steps.IsEmpty: true } && rows.Tree == function.Module.Tree ? rows : ReplacedRows.LoopAround(write, read) is { Kind: SyntaxKind.ForOfStatement } loop ? loop.ChildAt(1) : default;
        for (var depth = 0; depth < Deepest && list.Exists; depth++)
        {
            list = list.Unwrapped();
            if (list.Is(SyntaxKind.Identifier))
            {
                if (PushedWhereAbsent(list, read, function) is { } pushed)
                    return pushed;
                list = InitialOf(list, function);
                continue;
            }

            if (!list.Is(SyntaxKind.CallExpression) || list.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } method)
                return null;
            if (method.ChildAt(1).TextIs("filter"u8) && FunctionLike.From(list.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped()) is { } predicate && Inference.ResultsOf(predicate).ToList() is [var result])
            {
                foreach (var part in Parts(result.Unwrapped()))
                {
                    if (Negated(part) is { Exists: true } test && Of(test, read, function) is { } asked && IsInserted(asked, write, function))
                        return (part, asked);
                }
            }
            else if (!(method.ChildAt(1).Text is "map" or "flatMap" or "slice" or "sort" or "toSorted" or "filter"))
                return null;
            list = method.FirstChild;
        }

        return null;
    }

    /// <summary>Whether what is looked for is what the inserted row has in the column: the same value, or the same part of an element of the list.</summary>
    public static bool IsInserted(KnownAmong asked, Statement write, FunctionModel function)
    {
        var bindings = function.Project.Bindings;
        if (ValuePath.Of(asked.With, "", bindings) is not { } sought)
            return false;
        var names = RowAccess.ColumnsOf(asked.Column).ToList();
        foreach (var set in write.Query.Writes.Where(set => names.Contains(set.Column)))
        {
            if (write.By.ValueOf(set.Value) is { Node.Exists: true } value && ValuePath.Of(value.Node, value.Members, bindings) is { } written && (written == sought || (IsElement(written) && IsElement(sought) && Plain(written.Members) == Plain(sought.Members))))
                return true;
        }

        return false;

        static bool IsElement(ValuePath path) => path.Root.Exists && (path.Root.Is(SyntaxKind.Parameter) || path.Root.Is(SyntaxKind.VariableDeclaration));

        static string Plain(string members) => string.Concat(members.Split('.', StringSplitOptions.RemoveEmptyEntries).Where(step => !step.EndsWith("()", StringComparison.Ordinal)).Select(step => "." + step));
    }

    /// <summary>"for (const key of keys) { if (!known.has(key)) missing.push({ key }); }"</summary>
    private static (SyntaxNode, KnownAmong)? PushedWhereAbsent(SyntaxNode list, Statement read, FunctionModel function)
    {
        if (function.Module.LocalSymbolOf(list) is not { Exists: true, IsAssignedOnce: true } array || InitialOf(list, function).Unwrapped() is not { Kind: SyntaxKind.ArrayLiteralExpression, FirstChild.Exists: false })
            return null;
        var graph = function.Flow!;
        foreach (var push in FunctionShape.PushesInto(array))
        {
            foreach (var (branch, reachedWhen) in RowAccess.Deciding(read.By, graph.PointsOf(push), function))
            {
                var test = graph.Points[branch].Node.Unwrapped();
                var negated = Negated(test);
                if ((negated.Exists ? Of(negated, read, function) : Of(test, read, function)) is { } asked && reachedWhen == negated.Exists && IsPushed(asked, push, function))
                    return (graph.Points[branch].Node, asked);
            }
        }

        return null;
    }

    /// <summary>Whether the object that is pushed has in the column what is looked for.</summary>
    private static bool IsPushed(KnownAmong asked, SyntaxNode push, FunctionModel function)
    {
        var bindings = function.Project.Bindings;
        if (push.Child(SyntaxKind.ArgumentList).FirstChild is not { Exists: true } given || ValuePath.Of(asked.With, "", bindings) is not { } sought)
            return false;
        return ValuePath.Of(given, "", bindings) is { } whole && (whole == sought || $"{whole.Members}.{asked.Column}" == sought.Members && whole.Root == sought.Root) || (given.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } row && ValuePath.Of(row, "." + asked.Column, bindings) == sought);
    }

    /// <summary>The member of the rows of which a set, a map or a list holds the values; null when it holds something else.</summary>
    private static string? HeldBy(SyntaxNode holder, Statement read, FunctionModel function)
    {
        var isMap = false;
        for (var depth = 0; depth < Deepest && holder.Exists; depth++)
        {
            holder = holder.Unwrapped();
            switch (holder.Kind)
            {
                case SyntaxKind.Identifier:
                    holder = InitialOf(holder, function);
                    break;
                case SyntaxKind.NewExpression when holder.FirstChild.TextIs("Set"u8) || holder.FirstChild.TextIs("Map"u8):
                    isMap = holder.FirstChild.TextIs("Map"u8);
                    holder = holder.Child(SyntaxKind.ArgumentList).FirstChild;
                    break;
                case SyntaxKind.CallExpression when holder.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && method.ChildAt(1).TextIs("filter"u8):
                    holder = method.FirstChild;
                    break;
                case SyntaxKind.CallExpression when holder.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && method.ChildAt(1).TextIs("map"u8):
                    return FunctionLike.From(holder.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped()) is { } made && made.Parameters.Count > 0 && Inference.ResultsOf(made).ToList() is [var result] && IsRows(method.FirstChild, read, function)
                        ? result.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression } pair ? isMap ? MemberOf(pair.FirstChild, made.Parameters[0]) : null : isMap ? null : MemberOf(result, made.Parameters[0]) : null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The member that an expression takes from a parameter: <c>row.email.toLowerCase()</c>, <c>email</c> of <c>({ email }) =&gt; …</c>; null for others.</summary>
    private static string? MemberOf(SyntaxNode value, SyntaxNode parameter)
    {
        value = value.Unwrapped();
        while (value.Is(SyntaxKind.CallExpression) && !value.Child(SyntaxKind.ArgumentList).FirstChild.Exists && value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method)
            value = method.FirstChild.Unwrapped();
        var name = new Parameter(parameter).Name;
        if (value.Is(SyntaxKind.PropertyAccessExpression))
            return name.Is(SyntaxKind.Identifier) && value.FirstChild.Unwrapped().TextIs(name.Bytes) ? value.ChildAt(1).Text : null;
        if (!name.Is(SyntaxKind.ObjectBindingPattern) || !value.Is(SyntaxKind.Identifier))
            return null;
        foreach (var part in name.Children)
        {
            if (BindingElement.From(part) is { IsRest: false } element && element.Name.TextIs(value.Bytes))
                return (element.PropertyName.Exists ? element.PropertyName : element.Name).Text;
        }

        return null;
    }

    /// <summary>Whether an expression is the list of rows that a statement reads, or some of them.</summary>
    private static bool IsRows(SyntaxNode value, Statement read, FunctionModel function)
    {
        for (var depth = 0; depth < Deepest && value.Exists; depth++)
        {
            value = value.Unwrapped();
            if (value.Is(SyntaxKind.Identifier) && InitialOf(value, function) is { Exists: true } initial)
                value = initial;
            else if (value.Is(SyntaxKind.BinaryExpression) && value.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar)
                value = value.FirstChild;
            else if (value.Is(SyntaxKind.CallExpression) && value != read.Call && value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && method.ChildAt(1).TextIs("filter"u8))
                value = method.FirstChild;
            else
                break;
        }

        return value.Exists && value.Tree == function.Module.Tree && RowAccess.IsOf(value, read, function) && function.Values!.OriginsOf(value).Any(origin => !origin.ThroughCall && origin.Node == read.Call);
    }

    /// <summary>What a variable that is set once is given, also where a function within the function names it; none for others.</summary>
    private static SyntaxNode InitialOf(SyntaxNode name, FunctionModel function) =>
        function.Module.LocalSymbolOf(name) is { Exists: true, IsAssignedOnce: true } symbol && symbol.Declaration.Is(SyntaxKind.VariableDeclaration) ? symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild : default;

    private static IEnumerable<SyntaxNode> Parts(SyntaxNode test)
    {
        for (; test is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.AmpersandAmpersand }; test = test.FirstChild.Unwrapped())
            yield return test.ChildAt(1).Unwrapped();
        yield return test;
    }

    /// <summary>What a condition says is not so: <c>known.has(key)</c> of <c>!known.has(key)</c>; none for others.</summary>
    private static SyntaxNode Negated(SyntaxNode condition) =>
        condition.Unwrapped() is { Kind: SyntaxKind.PrefixUnaryExpression, Operator: TokenKind.Exclamation } not ? not.FirstChild.Unwrapped()
        : condition.Unwrapped() is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals } equal && equal.ChildAt(1).Unwrapped() is var none && (none.Is(SyntaxKind.NullKeyword) || none.Is(SyntaxKind.FalseKeyword) || none.TextIs("undefined"u8)) ? equal.FirstChild.Unwrapped() : default;
}
