using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// What an earlier look asks for beside the columns that it shares with the row that is inserted afterwards. A second execution finds the row of the first only where that meets the whole condition:
/// where it does not, two that run one after the other do the same as two at once, and there is no race.
/// </summary>
/// <param name="Columns">Further columns of the table that the look asks for, of which it is not known what the inserted row has there.</param>
/// <param name="HasOthers">Whether it asks for more than columns of the table: rows of another one, a part of a document, one of several conditions.</param>
/// <param name="Unmet">What the inserted row surely does not meet, in words; null when nothing is known of the kind.</param>
public sealed record InsertedRow(ImmutableArray<string> Columns, bool HasOthers, string? Unmet)
{
    /// <summary>Whether the row is all that the look asks for, as far as is known.</summary>
    public bool IsAll => Columns.IsEmpty && !HasOthers && Unmet is null;

    internal static InsertedRow Of(Statement read, Statement write, ImmutableArray<string> key, SyntaxNode deciding, FunctionModel function)
    {
        var columns = ImmutableArray.CreateBuilder<string>();
        var hasOthers = false;
        foreach (var condition in ConditionsOf(read.Query))
        {
            hasOthers |= condition.HasHole || (condition.HasOthers && (condition.HasUntold || condition.Computed.IsEmpty)) || !condition.Either.IsEmpty || condition.Computed.Any(computed => computed.Columns is not [var only] || !key.Contains(only.Name));
            foreach (var match in condition.Matches)
            {
                if (match.Column.Table is { } table && !table.Matches(read.Query.Table!.Value))
                {
                    hasOthers = true;
                    continue;
                }

                if ((match.IsFixed || match.Operator is "in") && key.Contains(match.Column.Name))
                    continue;
                var meets = Meets(read, match, write, function);
                if (meets is false)
                    return new([], false, $"it has another `{match.Column.Name}`");
                if (meets is null && !columns.Contains(match.Column.Name))
                    columns.Add(match.Column.Name);
            }
        }

        if (hasOthers && !SharesFurther(read, write, key, function))
            return new([], true, "nothing of the look's further condition is given to it");
        foreach (var (column, _) in SoughtInMemory(read, deciding, function))
        {
            hasOthers |= column is null;
            if (column is not null && !RowAccess.ColumnsOf(column).Any(name => key.Contains(name) || columns.Contains(name)))
                columns.Add(RowAccess.ColumnAt(column, write));
        }

        return new(columns.ToImmutable(), hasOthers, null);
    }

    /// <summary>Whether a value is what the rows that were read are searched for in memory: two executions that look for the same insert the same.</summary>
    internal static bool IsSoughtInMemory(RowRace race, SyntaxNode value, string members, FunctionModel function) =>
        ValuePath.Of(value, members, function.Project.Bindings) is { } path && SoughtInMemory(race.Read, race.Deciding, function).Any(sought => sought.With.Exists && ValuePath.Of(sought.With, "", function.Project.Bindings) == path);

    /// <summary>"rows.find((row) => row.name === name)": what is asked of the rows that were read, in memory, here or in the function that reads them; null for what is more than a column, as a part of a document is; and what it is compared with.</summary>
    private static IEnumerable<(string? Column, SyntaxNode With)> SoughtInMemory(Statement read, SyntaxNode deciding, FunctionModel function) => Picks(read, deciding, function).Distinct()
        .Select(pick => FunctionLike.From(pick.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped())).OfType<FunctionLike>()
        .SelectMany(test => Inference.ResultsOf(test).SelectMany(result => Asked(result.Unwrapped(), test.Parameters[0])))
        .Concat(KnownAmong.In(deciding, read, function).Select(known => ((string?)known.Column, known.With)));

    /// <summary>What picks among the rows that were read: what the condition comes from, and what the functions return that run the look.</summary>
    private static IEnumerable<SyntaxNode> Picks(Statement read, SyntaxNode deciding, FunctionModel function)
    {
        var found = deciding.Exists && deciding.Tree == function.Module.Tree ? Among([deciding], function, read.Call, read.Query.Along) : [];
        foreach (var step in read.By.Steps)
        {
            if (function.Project.FunctionAround(step) is { Values: not null } called && FunctionLike.From(called.Node) is { } shape)
                found = found.Concat(Among(Inference.ResultsOf(shape), called, step, read.Query.Along));
        }

        return found;
    }

    /// <param name="relation">The member that holds the rows, where they were read along with others; empty where they are the answer.</param>
    private static IEnumerable<SyntaxNode> Among(IEnumerable<SyntaxNode> values, FunctionModel function, SyntaxNode read, string relation) => values.SelectMany(value => function.Values!.OriginsOf(value).Select(origin => origin.Node).Append(value.Unwrapped()))
        .Where(pick => pick.Is(SyntaxKind.CallExpression) && pick != read && pick.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.ChildAt(1).Text is "find" or "some" or "filter" or "findIndex"
            && callee.FirstChild.Unwrapped() is var rows && (!rows.Is(SyntaxKind.PropertyAccessExpression) || rows.ChildAt(1).Text is var member && (member == relation || member is "rows")) && function.Values!.OriginsOf(rows).Any(origin => origin.Node == read));

    /// <summary>The columns that a test of a row compares, of several conditions each; null for each other condition.</summary>
    private static IEnumerable<(string? Column, SyntaxNode With)> Asked(SyntaxNode test, SyntaxNode row)
    {
        var (conditions, open) = (new List<(string?, SyntaxNode)>(), new Stack<SyntaxNode>([test]));
        while (open.TryPop(out var at))
        {
            at = at.Unwrapped();
            if (at is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.AmpersandAmpersand })
            {
                open.Push(at.ChildAt(1));
                open.Push(at.FirstChild);
            }
            else
            {
                var isEqual = at.Is(SyntaxKind.BinaryExpression) && at.Operator is TokenKind.EqualsEquals or TokenKind.EqualsEqualsEquals;
                var (left, right) = (at.FirstChild.Unwrapped(), at.ChildAt(1).Unwrapped());
                conditions.Add(isEqual && ColumnOf(left) is { } column ? (column, right) : isEqual && ColumnOf(right) is { } other ? (other, left) : (null, default));
            }
        }

        return conditions;

        string? ColumnOf(SyntaxNode value) => value.Is(SyntaxKind.PropertyAccessExpression) && row.Exists && value.FirstChild.Unwrapped().TextIs(new Parameter(row).Name.Bytes) ? value.ChildAt(1).Text : null;
    }

    private static IEnumerable<QueryCondition> ConditionsOf(Query read) =>
        read.Aggregates.Where(aggregate => aggregate.Function is "exists" && aggregate.Table?.Matches(read.Table!.Value) == true).Select(aggregate => aggregate.Where).Prepend(read.Where);

    /// <summary>Whether the inserted row meets a condition of the look; null when that is not known.</summary>
    private static bool? Meets(Statement read, ColumnMatch match, Statement write, FunctionModel function)
    {
        var name = match.Column.Name;
        if (write.Query.Writes.FirstOrDefault(column => column.Column == name) is { } written)
        {
            if (written.Value.IsNull || written.Value.Source is ValueSource.Default)
                return written.Value.IsNull && match.Operator is "is null" ? true : null;
            if (!match.IsFixed)
                return match.Operator is "is not null" ? true : null;
            return written.Form is WriteForm.Absolute && AreOthers(read.By.ValueOf(match.Values[0]), write.By.ValueOf(written.Value), function) ? false : null;
        }

        // Rows that are made of a spread or a list may have more columns than are seen: but not what was taken out of what is spread, "const { id: asked, ...data } = input".
        if (write.Query.InsertedRows == 0)
            return match.IsFixed && name == "id" && IsTakenOut(read.By.ValueOf(match.Values[0]), write, function) ? false : null;
        var table = function.Project.Schema.Table(write.Query.Table!.Value, function.Module.Path);
        var column = table?.Column(name);
        if (match.Operator is "is null")
            return column is { HasDefault: true } ? null : true;
        // A key that the database or the library makes is not the one that was asked for.
        if (match.IsFixed && match.Values[0].Source is not ValueSource.Constant && (name == "id" || table?.PrimaryKey is { Columns: [var only] } && only == name))
            return false;
        return match.IsFixed && column is { HasDefault: false } ? false : null;
    }

    /// <summary>Whether all that is spread in a call is what a pattern left over that has taken a value out: <c>const { themeId, ...data } = input</c>, <c>create({ ...data, owner })</c>.</summary>
    private static bool IsTakenOut(CalledValue asked, Statement write, FunctionModel function)
    {
        if (asked.Node.Unwrapped() is not { Kind: SyntaxKind.Identifier } name || asked.Members.Length > 0 || !write.By.Through.IsEmpty || function.Module.LocalSymbolOf(name) is not { Exists: true, Declaration: { Kind: SyntaxKind.BindingElement, Parent: { Kind: SyntaxKind.ObjectBindingPattern } pattern } })
            return false;
        var spreads = 0;
        foreach (var node in write.Call.Child(SyntaxKind.ArgumentList).DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.SpreadElement))
                return false;
            if (!node.Is(SyntaxKind.SpreadAssignment))
                continue;
            if (node.FirstChild.Unwrapped() is not { Kind: SyntaxKind.Identifier } spread || function.Module.LocalSymbolOf(spread) is not { Exists: true, Declaration: { Kind: SyntaxKind.BindingElement } rest } || rest.Parent != pattern || !new BindingElement(rest).IsRest)
                return false;
            spreads++;
        }

        return spreads > 0;
    }

    /// <summary>Two values that are surely two: other members, or other variables, of which neither is made of the other.</summary>
    private static bool AreOthers(CalledValue asked, CalledValue written, FunctionModel function)
    {
        var bindings = function.Project.Bindings;
        return ValuePath.Of(asked.Node, asked.Members, bindings) is { } left && ValuePath.Of(written.Node, written.Members, bindings) is { } right && left != right
            && IsNamed(left) && IsNamed(right) && !left.IsMadeOf(right) && !right.IsMadeOf(left);

        static bool IsNamed(ValuePath path) => !path.Root.Exists || path.Root.Kind is not (SyntaxKind.CallExpression or SyntaxKind.VariableDeclaration);
    }

    /// <summary>
    /// Whether the insertion is given something, beside the key, that the look is given, too: <c>attributes: { some: { value: email } }</c>, and the row is made with the same <c>email</c>;
    /// or the look asks that something is not there, as it is not for a new row.
    /// </summary>
    private static bool SharesFurther(Statement read, Statement write, ImmutableArray<string> key, FunctionModel function)
    {
        if (!read.By.Through.IsEmpty || !write.By.Through.IsEmpty || read.Call == write.Call)
            return true;
        var bindings = function.Project.Bindings;
        var known = RowAccess.FixedBy(read.Query).Where(match => key.Contains(match.Column.Name)).Select(match => read.By.ValueOf(match.Values[0]))
            .Select(value => ValuePath.Of(value.Node, value.Members, bindings)).OfType<ValuePath>().ToHashSet();
        var asked = new HashSet<ValuePath>();
        // "Member.query().findOne({ team, user }).withDeleted()" of a builder of the program's own: what a link without arguments asks is the same for every row, and that a new one does not meet it nobody knows.
        if (Links(CallChain.LastOf(read.Call)).Any(link => !link.Child(SyntaxKind.ArgumentList).FirstChild.Exists && function.Project.Types.CalleeOf(link) is not Callee.Library { Member.Exists: true }))
            return true;
        foreach (var (path, isAbsence) in PartsOf(read.Call))
        {
            if (isAbsence)
                return true;
            if (!known.Contains(path))
                asked.Add(path);
        }

        var roots = asked.Where(path => path.Root.Exists).Select(path => path.Root).ToHashSet();
        foreach (var (path, _) in PartsOf(write.Call))
        {
            if (asked.Contains(path) || (!known.Contains(path) && path.Root.Exists && (roots.Contains(path.Root) || SourcesOf(path.Root).Any(roots.Contains))))
                return true;
        }

        return false;

        static IEnumerable<SyntaxNode> Links(SyntaxNode call)
        {
            for (var at = call; at.Is(SyntaxKind.CallExpression); at = at.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression) ? at.FirstChild.Unwrapped().FirstChild.Unwrapped() : default)
                yield return at;
        }

        // The values that stand in a call: chains of members, and texts.
        IEnumerable<(ValuePath Path, bool IsAbsence)> PartsOf(SyntaxNode call)
        {
            foreach (var node in call.Child(SyntaxKind.ArgumentList).DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.NullKeyword))
                    yield return (default, true);
                if (node.Kind is SyntaxKind.StringLiteral or SyntaxKind.Identifier && !(node.Parent.Is(SyntaxKind.PropertyAccessExpression) && node.Parent.ChildAt(1) == node) && !(node.Parent.Is(SyntaxKind.PropertyAssignment) && node.Parent.FirstChild == node))
                {
                    var chain = node;
                    while (chain.Parent.Is(SyntaxKind.PropertyAccessExpression) && chain.Parent.FirstChild == chain)
                        chain = chain.Parent;
                    if (ValuePath.Of(chain, "", bindings) is { } path)
                        yield return (path, false);
                }
            }
        }

        // What a call or a variable is made of.
        IEnumerable<SyntaxNode> SourcesOf(SyntaxNode root)
        {
            if (root.Tree != function.Module.Tree || root.Kind is SyntaxKind.Parameter)
                return [];
            var value = root.Is(SyntaxKind.VariableDeclaration) ? root.Child(SyntaxKind.Initializer).FirstChild : root;
            return value.Exists ? function.Values!.OriginsOf(value).Select(origin => ValuePath.Of(origin.Node, "", bindings)?.Root ?? default).Where(source => source.Exists) : [];
        }
    }
}
