using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>Rows of one table that one transaction locks one after the other, in an order that comes from outside.</summary>
/// <param name="First">The statement that locks a row.</param>
/// <param name="Second">The statement that locks the next one: the same in a loop.</param>
/// <param name="Column">The column that chooses the row.</param>
/// <param name="Order">What the order comes from, as the program writes it.</param>
/// <param name="At">Where that is written.</param>
/// <param name="Sorted">Why the order is the same in every transaction, in words; null when it is not.</param>
public sealed record RowSequence(Statement First, Statement Second, string Column, string Order, SyntaxNode At, string? Sorted)
{
    /// <summary>How many callers are asked whether they put in order what they give.</summary>
    private const int MostCallers = 32;

    /// <summary>A list that is made of lists that are made of lists … beyond this its order is unknown.</summary>
    private const int LongestChain = 8;

    /// <summary>And beyond so many of them on all ways together.</summary>
    private const int MostSteps = 500;

    /// <summary>Whether one statement locks them all, as it comes to each.</summary>
    public bool IsOneStatement { get; private init; }

    /// <summary>Whether what is locked are agreed numbers (<c>pg_advisory_xact_lock</c>), and no rows.</summary>
    public bool IsAdvisory { get; private init; }

    /// <summary>Whether the executions of a function are those of one collection's elements, and all run in one transaction that was begun around them: its connection runs one statement after the other, and waits for no lock of its own.</summary>
    public bool IsOfOneTransaction(FunctionModel function) => function.Exposure.IsOfSiblings
        && First.By.Handle is { IsPool: false, Variable: { Exists: true } handle } && !(handle.Declaration.Tree == function.Node.Tree && function.Node.Span.Contains(handle.Declaration.Span));

    /// <summary>The sequences of a function: statements in loops over what it is given, and pairs of statements on what two parameters name.</summary>
    public static IEnumerable<RowSequence> In(FunctionModel function)
    {
        if (function.Flow is null)
            yield break;
        foreach (var statement in RowAccess.Statements(function).Where(statement => !statement.By.Handle.IsPool && statement.Query.AdvisoryLocks.Any(taken => taken is { IsTransaction: true, IsTry: false, IsShared: false })).DistinctBy(statement => statement.Call))
        {
            if (OfNumbers(statement, function) is { } loop)
                yield return loop;
        }

        if (function.DatabaseCalls.IsEmpty)
            yield break;
        foreach (var statement in RowAccess.Statements(function).Where(statement => statement is { By.Steps.IsEmpty: true, By.InsertedList.Exists: true, Query: { Kind: QueryKind.Insert, Conflict.IsUpdate: true, Table: { IsKnown: true } } }))
        {
            if (OfList(statement, function) is { } list)
                yield return list;
        }

        var locking = RowAccess.Statements(function).Where(statement => !statement.By.Handle.IsPool && statement.By.Steps.IsEmpty && LocksOneRow(statement.Query)).ToList();
        foreach (var statement in locking)
        {
            if (InLoop(statement, function) is { } loop)
                yield return loop;
        }

        // A list of rows has no argument that names the one.
        var single = locking.Where(statement => !statement.By.InsertedList.Exists).Take(20).ToList();
        for (var i = 0; i < single.Count; i++)
        {
            for (var j = i + 1; j < single.Count; j++)
            {
                if (OfTwo(single[i], single[j], function) is { } pair)
                    yield return pair;
            }
        }
    }

    /// <summary>
    /// "INSERT … VALUES (…), (…) ON CONFLICT … DO UPDATE" of a list: one statement, which locks the rows that are there one after the other as the list has them. Run on PostgreSQL 15.18: two in
    /// opposite orders end with 40P01. Only where each row's key comes from its element: rows of one owner meet only those of the same owner.
    /// </summary>
    private static RowSequence? OfList(Statement statement, FunctionModel function)
    {
        var list = statement.By.InsertedList;
        var conflict = statement.Query.Conflict!;
        if (list.Tree != function.Module.Tree || conflict.Columns.IsEmpty)
            return null;
        foreach (var column in conflict.Columns)
        {
            if (statement.Query.Writes.FirstOrDefault(write => write.Column == column) is not { } write || statement.By.ValueOf(write.Value).Node is not { Exists: true } value || !IsOfElement(value))
                return null;
        }

        var beginning = BeginningOf(list, function);
        var sorted = SortOf(list, function, Asked());
        if (sorted is null && !ComesFromOutside(beginning, function))
            return null;
        sorted ??= SortOfCallers(beginning, function);
        return new(statement, statement, conflict.Columns[0], CodeLine.Of(list.Text), list, sorted ?? (statement.By.Handle.IsPool ? null : Gate(statement, statement.Call, function))) { IsOneStatement = true };
    }

    /// <summary>Where all callers that are seen put in order what they give; null when one does not.</summary>
    private static string? SortOfCallers(SyntaxNode parameter, FunctionModel function)
    {
        if (!parameter.Is(SyntaxKind.Identifier) || FunctionShape.ParameterOf(function, function.Module.LocalSymbolOf(parameter)) is not (>= 0 and var place))
            return null;
        string? found = null;
        foreach (var (caller, call) in function.CallSites.Take(MostCallers))
        {
            if (CallArguments.At(call, place) is not { Exists: true } given || SortOf(given, caller, Asked()) is not { } sorted)
                return null;
            found ??= sorted;
        }

        return found;
    }

    /// <summary>Whether a value is the parameter of the callback that makes each element, or a member of it.</summary>
    private static bool IsOfElement(SyntaxNode value)
    {
        var root = value.Unwrapped();
        while (root.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression)
            root = root.FirstChild.Unwrapped();
        return root.Is(SyntaxKind.Identifier) && FunctionShape.Enclosing(value) is { Exists: true } callback && callback.Child(SyntaxKind.ParameterList) is { Exists: true } head && head.FirstChild is { Exists: true } first
            && Names(first, root.Text);
    }

    private static bool Names(SyntaxNode parameter, string name)
    {
        foreach (var node in parameter.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && node.Text == name)
                return true;
        }

        return false;
    }

    /// <summary>What a list is made of, through constants: <c>data</c> of <c>const rows = data.map(…); const batch = rows.slice(0, 100)</c>.</summary>
    private static SyntaxNode BeginningOf(SyntaxNode list, FunctionModel function)
    {
        for (var depth = 0; depth < 8; depth++)
        {
            var root = RootOf(list);
            if (!root.Is(SyntaxKind.Identifier) || function.Module.LocalSymbolOf(root) is not { Exists: true, IsAssignedOnce: true } symbol || !symbol.Declaration.Is(SyntaxKind.VariableDeclaration) || symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild is not { Exists: true } initial)
                return root;
            list = initial;
        }

        return list;
    }

    private static bool LocksOneRow(Query query) => query.Table is { IsKnown: true }
        && (query.Kind is QueryKind.Update or QueryKind.Delete || query.RowLock is { IsExclusive: true } || query is { Kind: QueryKind.Insert, Conflict.IsUpdate: true });

    /// <summary>The columns that choose the row with the expressions that they are compared with.</summary>
    private static IEnumerable<(string Column, CalledValue Value)> KeyOf(Statement statement)
    {
        var query = statement.Query;
        if (query is { Kind: QueryKind.Insert, Conflict: { } conflict })
            return query.Writes.Where(write => conflict.Columns.Contains(write.Column)).Select(write => (write.Column, statement.By.ValueOf(write.Value))).Where(key => key.Item2.Node.Exists);
        return query.Fixed(query.Table!.Value).Select(match => (match.Column.Name, statement.By.ValueOf(match.Values[0]))).Where(key => key.Item2.Node.Exists);
    }

    private static RowSequence? InLoop(Statement statement, FunctionModel function)
    {
        var (collection, loop) = CollectionAround(statement.Call, function, out var owner);
        if (!collection.Exists || owner.Flow is null)
            return null;
        foreach (var (column, value) in KeyOf(statement))
        {
            if (value.Node.Tree != loop.Tree || !IsElement(value.Node, loop, function.Module))
                continue;
            if (!IsInOneTransaction(statement, loop, function, owner))
                return null;
            var sorted = SortOf(collection, owner, Asked());
            if (sorted is null && !ComesFromOutside(collection, owner))
                return null;
            return new(statement, statement, column, collection.Text, collection, sorted ?? Gate(statement, loop, owner));
        }

        return null;
    }

    /// <summary>
    /// "for (const id of ids) await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${id}))`)", also by a function that takes such a lock for what it is given: a lock on each, until the transaction ends.
    /// </summary>
    private static RowSequence? OfNumbers(Statement statement, FunctionModel function)
    {
        var (collection, loop) = CollectionAround(statement.Call, function, out var owner);
        if (!collection.Exists || owner.Flow is null || statement.By.Handle.Variable is { Exists: true } handle && IsInside(handle.Declaration, loop) || statement.Query.AdvisoryLocks.All(taken => taken.Keys.All(key => key.Source is ValueSource.Constant)))
            return null;
        // The number is made of the element, here or by the function that is given it.
        if (!MentionsElement(statement.Call, loop, function.Module))
            return null;
        var sorted = SortOf(collection, owner, Asked());
        var beginning = BeginningOf(collection, owner);
        if (sorted is null && !ComesFromOutside(beginning, owner))
            return null;
        return new(statement, statement, "", CodeLine.Of(collection.Text), collection, sorted ?? SortOfCallers(beginning, owner) ?? Gate(statement, loop, owner)) { IsAdvisory = true };
    }

    /// <summary>What is looped over around a call, and the loop or callback: <c>for (const id of ids)</c>, <c>ids.map(async (id) =&gt; …)</c>.</summary>
    private static (SyntaxNode Collection, SyntaxNode Loop) CollectionAround(SyntaxNode call, FunctionModel function, out FunctionModel owner)
    {
        owner = function;
        for (var at = call.Parent; at.Exists && at != function.Node; at = at.Parent)
        {
            if (at.Is(SyntaxKind.ForOfStatement))
                return (at.ChildAt(1), at);
        }

        var given = function.Node.Parent;
        if (!given.Is(SyntaxKind.ArgumentList) || given.FirstChild != function.Node || function.Enclosing is not { } enclosing || given.Parent.FirstChild is not { Kind: SyntaxKind.PropertyAccessExpression } callee
            || function.Project.Types.CalleeOf(given.Parent) is not Callee.Library library || !function.Project.Effects.Of(library.Signature).Any(effect => effect is Effect.CallsBack { When: CallTime.Each }))
            return default;
        owner = enclosing;
        return (callee.FirstChild, function.Node);
    }

    private static bool MentionsElement(SyntaxNode call, SyntaxNode loop, Module module)
    {
        foreach (var node in call.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && IsElement(node, loop, module))
                return true;
        }

        return false;
    }

    /// <summary>Whether a value is the element of a loop, or a member of it.</summary>
    private static bool IsElement(SyntaxNode value, SyntaxNode loop, Module module)
    {
        value = value.Unwrapped();
        while (value.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression)
            value = value.FirstChild.Unwrapped();
        if (!value.Is(SyntaxKind.Identifier) || module.LocalSymbolOf(value) is not { Exists: true } symbol)
            return false;
        var head = loop.Is(SyntaxKind.ForOfStatement) ? loop.FirstChild : loop.Child(SyntaxKind.ParameterList);
        var declared = symbol.Declaration;
        return declared.Exists && declared.Tree == head.Tree && head.Span.Start <= declared.Span.Start && declared.Span.End <= head.Span.End;
    }

    private static bool IsInOneTransaction(Statement statement, SyntaxNode loop, FunctionModel function, FunctionModel owner)
    {
        var handle = statement.By.Handle;
        // A handle of the loop's own is another transaction each time.
        if (!handle.Variable.Exists || (handle.Variable.Declaration is var made && made.Tree == loop.Tree && loop.Span.Start <= made.Span.Start && made.Span.End <= loop.Span.End))
            return false;
        if (RowAccess.Statements(function).Any(other => other.Query.Kind is QueryKind.Begin or QueryKind.Commit && IsInside(other.Call, loop)))
            return false;
        return Protection.IsSurelyInTransaction(statement, function) || (owner != function && RowAccess.Statements(owner).Any(begin => begin.Query.Kind is QueryKind.Begin && begin.By.Handle.IsSameConnectionAs(handle) && begin.Call.Span.Start < loop.Span.Start));
    }

    private static bool IsInside(SyntaxNode node, SyntaxNode outer) => node.Tree == outer.Tree && outer.Span.Start <= node.Span.Start && node.Span.End <= outer.Span.End;

    private static bool ComesFromOutside(SyntaxNode value, FunctionModel function)
    {
        var at = RootOf(value);
        if (ValuePath.Of(at, "", function.Project.Bindings) is not { Root.Exists: true } path)
            return false;
        var root = path.Root;
        return root.Is(SyntaxKind.Parameter) || root.Parent.Is(SyntaxKind.Parameter) || root.Ancestor(SyntaxKind.ParameterList) is { Exists: true } list && list.Parent == function.Node;
    }

    /// <summary>What a chain of copies begins with: <c>ids</c> of <c>[...new Set(ids)]</c>, of <c>ids.filter(Boolean)</c>.</summary>
    private static SyntaxNode RootOf(SyntaxNode value)
    {
        for (var depth = 0; depth < 10; depth++)
        {
            value = value.Unwrapped();
            switch (value.Kind)
            {
                case SyntaxKind.CallExpression when value.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && value.FirstChild.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } owner && (owner.TextIs("Object"u8) || owner.TextIs("Array"u8)):
                case SyntaxKind.NewExpression:
                    value = value.Child(SyntaxKind.ArgumentList).FirstChild;
                    break;
                case SyntaxKind.CallExpression when value.FirstChild.Is(SyntaxKind.PropertyAccessExpression):
                    value = value.FirstChild.FirstChild;
                    break;
                case SyntaxKind.ArrayLiteralExpression when value.FirstChild.Is(SyntaxKind.SpreadElement) && !value.Children.ToArray().Any(element => !element.Is(SyntaxKind.SpreadElement)):
                    value = value.FirstChild.FirstChild;
                    break;
                default:
                    return value;
            }
        }

        return value;
    }

    private static Inquiry Asked() => new(LongestChain, MostSteps);

    /// <summary>Where the elements of a collection are put in order; null when nowhere.</summary>
    private static string? SortOf(SyntaxNode value, FunctionModel function, Inquiry asked)
    {
        value = value.Unwrapped();
        if (!asked.GoesOn() || !value.Exists)
            return null;
        switch (value.Kind)
        {
            case SyntaxKind.CallExpression when value.FirstChild.Is(SyntaxKind.PropertyAccessExpression):
                if (IsSort(value.FirstChild.ChildAt(1)))
                    return $"the rows are locked in the order of `{CodeLine.Of(value.Text)}`";
                return SortOf(value.FirstChild.FirstChild, function, asked.Deeper) ?? ArgumentsSorted();
            case SyntaxKind.CallExpression or SyntaxKind.NewExpression:
                return IsSort(value.FirstChild) ? $"the rows are locked in the order of `{CodeLine.Of(value.Text)}`" : ArgumentsSorted();
            case SyntaxKind.ArrayLiteralExpression when value.FirstChild.Is(SyntaxKind.SpreadElement):
                return SortOf(value.FirstChild.FirstChild, function, asked.Deeper);
            case SyntaxKind.Identifier when function.Module.LocalSymbolOf(value) is { Exists: true } symbol:
                foreach (var reference in symbol.References)
                {
                    if (reference.Parent is { Kind: SyntaxKind.PropertyAccessExpression } access && access.FirstChild == reference && access.Parent.Is(SyntaxKind.CallExpression) && access.ChildAt(1).TextIs("sort"u8))
                        return $"`{symbol.Name}` is sorted (line {function.PlaceOf(access).Line})";
                }

                return symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial ? SortOf(initial, function, asked.Deeper) : null;
            default:
                return null;
        }

        string? ArgumentsSorted()
        {
            foreach (var argument in value.Child(SyntaxKind.ArgumentList).Children)
            {
                if (FunctionLike.From(argument.Unwrapped()) is null && SortOf(argument, function, asked.Deeper) is { } sorted)
                    return sorted;
            }

            return null;
        }
    }

    /// <summary>A name that says so: <c>sort</c>, <c>toSorted</c>, <c>sortBy</c>, <c>orderBy</c>, <c>sortedIds</c>.</summary>
    private static bool IsSort(SyntaxNode name)
    {
        var text = name.Text;
        return text.Contains("sort", StringComparison.OrdinalIgnoreCase) || text.StartsWith("orderBy", StringComparison.Ordinal);
    }

    /// <summary>A lock that is taken before the first row, so that only one such transaction goes on at a time; null when there is none.</summary>
    private static string? Gate(Statement statement, SyntaxNode loop, FunctionModel owner)
    {
        foreach (var earlier in RowAccess.Statements(owner))
        {
            if (earlier.Call == statement.Call || IsInside(earlier.Call, loop) || earlier.Call.Span.Start > loop.Span.Start || !earlier.By.Handle.IsSameConnectionAs(statement.By.Handle))
                continue;
            if (GateIn(earlier, statement.Query.Table, owner) is { } gate)
                return gate;
        }

        return null;
    }

    private static string? GateIn(Statement earlier, TableName? table, FunctionModel function)
    {
        var line = function.PlaceOf(earlier.Call).Line;
        if (earlier.Query.AdvisoryLocks.Any(taken => taken is { IsUnlock: false, IsTry: false }))
            return $"an advisory lock is taken before (line {line})";
        if (earlier.Query.Kind is QueryKind.Lock)
            return $"LOCK TABLE is taken before (line {line})";
        if (table is { } same && earlier.Query is { RowLock.IsExclusive: true, HasOrderBy: true } && earlier.Query.Table?.Matches(same) == true)
            return $"the rows are locked in order before (line {line})";
        if (earlier.Query.RowLock is { IsExclusive: true } && (table is { } other ? earlier.Query.Table?.Matches(other) == false : earlier.Query.Table is not null))
            return $"a row of {earlier.Query.Table} is locked before (line {line})";
        return null;
    }

    /// <summary><c>UPDATE account … WHERE id = $from</c>, then <c>… WHERE id = $to</c>: who calls with the two exchanged locks them the other way around.</summary>
    private static RowSequence? OfTwo(Statement first, Statement second, FunctionModel function)
    {
        if (!first.Query.Table!.Value.Matches(second.Query.Table!.Value) || first.Call == second.Call || !first.By.Handle.IsSameConnectionAs(second.By.Handle))
            return null;
        foreach (var (column, value) in KeyOf(first))
        {
            foreach (var (_, other) in KeyOf(second).Where(key => key.Column == column))
            {
                if (ValuePath.Of(value.Node, value.Members, function.Project.Bindings) is not { Root.Exists: true } left || ValuePath.Of(other.Node, other.Members, function.Project.Bindings) is not { Root.Exists: true } right
                    || left == right || !IsGiven(left, function) || !IsGiven(right, function) || AreKinds(left, right))
                    continue;
                if (!Protection.IsSurelyInTransaction(first, function) || !Protection.HoldsUntil(first, second, function))
                    return null;
                var gate = RowAccess.Statements(function)
                    .Where(earlier => earlier.Call != first.Call && earlier.Call != second.Call && earlier.By.Handle.IsSameConnectionAs(first.By.Handle) && Protection.HoldsUntil(earlier, first, function))
                    .Select(earlier => GateIn(earlier, first.Query.Table.Value, function)).FirstOrDefault(found => found is not null);
                return new(first, second, column, $"{value.Node.Text}, {other.Node.Text}", second.Call, gate ?? ComparedFirst(value.Node, other.Node, function));
            }
        }

        return null;
    }

    private static bool IsGiven(ValuePath path, FunctionModel function) => path.Root.Is(SyntaxKind.Parameter) || path.Root.Ancestor(SyntaxKind.ParameterList) is { Exists: true } list && list.Parent == function.Node;

    /// <summary>Different members of different objects are other things, not two of a kind: <c>order.id</c> and <c>user.orderId</c>.</summary>
    private static bool AreKinds(ValuePath left, ValuePath right) => left.Root != right.Root && left.Members != right.Members;

    /// <summary><c>if (from &lt; to)</c>: the program minds the order of the two.</summary>
    private static string? ComparedFirst(SyntaxNode left, SyntaxNode right, FunctionModel function)
    {
        foreach (var node in function.Node.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.BinaryExpression) && node.Operator is TokenKind.LessThan or TokenKind.GreaterThan or TokenKind.LessThanEquals or TokenKind.GreaterThanEquals
                && ((node.FirstChild.TextIs(left.Bytes) && node.ChildAt(1).TextIs(right.Bytes)) || (node.FirstChild.TextIs(right.Bytes) && node.ChildAt(1).TextIs(left.Bytes))))
                return $"`{CodeLine.Of(node.Text)}` decides which comes first (line {function.PlaceOf(node).Line})";
        }

        return null;
    }
}
