using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>Finds, in one function, numbers that are given out after those that were read.</summary>
public static class NextNumbers
{
    /// <summary>
    /// Rows are counted, or the highest number among them is read, and a row is inserted with the next: <c>position: count + 1</c>. Two executions give out the same number.
    /// So do two that give it to a row that they move to where the others are.
    /// </summary>
    public static IEnumerable<RowRace> NumbersGiven(FunctionModel function)
    {
        var told = new HashSet<SyntaxNode>();
        foreach (var (read, write) in RowAccess.Pairs(function, QueryKind.Insert, query => query.Kind is QueryKind.Select, isTold: false).Concat(RowAccess.Pairs(function, QueryKind.Update, query => query.Kind is QueryKind.Select && query.Limit is not null)))
        {
            if (told.Contains(write.Call) || !(write.Query.Kind is QueryKind.Insert ? RowLimits.MayCount(read, write, function) : MovesThere(read, write, function)) || write.Query.Conflict is not null)
                continue;
            var counts = read.Query.Aggregates.Any(aggregate => aggregate.Function is "count" or "max" && RowLimits.IsOver(aggregate, read.Query, write.Query.Table!.Value));
            foreach (var column in write.Query.Writes)
            {
                if (column.Form is not WriteForm.Absolute || write.By.ValueOf(column.Value).Node is not { Exists: true } value || value.Tree != function.Module.Tree || !IsNext(value, column.Column, read, counts, function))
                    continue;
                told.Add(write.Call);
                yield return new(read, write, RowAccess.SharedKey(read, write, function), default, "") { Number = column.Column, Consequence = Consequence.Accumulates };
                break;
            }
        }

        // "INSERT … SELECT …, max(position) + 1 FROM …": one statement, but two that run at once see the same highest number.
        foreach (var statement in RowAccess.Statements(function).Where(statement => statement is { By.Steps.IsEmpty: true, Query: { Kind: QueryKind.Insert, Table: not null, Conflict: null } }))
        {
            if (function.Flow is not null && HighestGiven(statement.Query) is ({ Length: > 0 } number, var among) && told.Add(statement.Call))
                yield return new(statement, statement, [.. among.Matches.Where(match => match.IsFixed).Select(match => match.Column.Name).Distinct()], statement.Call, "") { Number = number, Consequence = Consequence.Accumulates };
        }
    }

    /// <summary>The column that an insertion gives a value made of the highest among the rows of its own table, and which rows those are; empty when there is none.</summary>
    private static (string Column, QueryCondition Among) HighestGiven(Query insert)
    {
        foreach (var write in insert.Writes.Where(write => write.Value.Source is ValueSource.Expression or ValueSource.Subquery))
        {
            bool IsOfIt(Aggregate aggregate) => aggregate.Function is "max" && aggregate.Column == write.Column && aggregate.Table?.Matches(insert.Table!.Value) == true;
            if (write.Value.Source is ValueSource.Expression && insert.Aggregates.Any(IsOfIt) && write.Value.Inputs.Any(input => input.Column.Name == write.Column))
                return (write.Column, insert.Where);
            if (insert.Subqueries.FirstOrDefault(query => query.Aggregates.Any(IsOfIt)) is { } inner)
                return (write.Column, inner.Where);
        }

        return ("", QueryCondition.None);
    }

    /// <summary>"SET parent = $1, position = $2" after "… WHERE parent = $1 ORDER BY position DESC LIMIT 1": the row becomes one of those that were read.</summary>
    private static bool MovesThere(Statement read, Statement write, FunctionModel function) =>
        !read.Query.IsPartlyUnknown && read.Query.Fixed(read.Query.Table!.Value).Any(match => write.Query.Writes.Any(set => set.Column == match.Column.Name && set.Form is WriteForm.Absolute && RowAccess.IsSame(read, match.Values[0], write, set.Value, function)));

    /// <summary>Whether a value is the number after those that were read: <c>count + 1</c>, <c>(last?.position ?? 0) + 1</c>; a count by itself is, where numbers begin at 0.</summary>
    private static bool IsNext(SyntaxNode value, string column, Statement read, bool counts, FunctionModel function)
    {
        bool IsOpaque(SyntaxNode call) => call != read.Call && call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression);

        var origins = function.Values!.OriginsOf(value, IsOpaque).Where(origin => origin.Node == read.Call).ToList();
        if (origins.Count == 0 || !RowAccess.IsOf(value, read, function))
            return false;
        var isSum = AddsOne(value, function, 0);
        // "position: (await this.lastPosition(listId)) + 1": what a function that reads the rows answers, by the name of the column.
        if (isSum && !counts && !read.By.Steps.IsEmpty && origins.Exists(origin => !origin.ThroughCall) && IsNumbering(column))
            return true;
        if (counts)
            return isSum || origins.Exists(origin => !origin.ThroughCall) && read.Query.Aggregates.All(aggregate => aggregate.Function is "count");
        // "ORDER BY position DESC LIMIT 1": the highest, of the column that is written.
        return isSum && read.Query is { HasOrderBy: true, HasGroupBy: false, Limit: { Source: ValueSource.Constant, Text: "1" } } && function.Values.NamesOn(value, IsOpaque).SelectMany(RowAccess.ColumnsOf).Contains(column);
    }

    private static bool IsNumbering(string column) =>
        new[] { "order", "position", "index", "number", "rank", "sequence", "version", "sort" }.Any(word => column.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>"n + 1", "last ? last.n + 1 : 1": not what a function makes of such a sum.</summary>
    internal static bool AddsOne(SyntaxNode value, FunctionModel function, int depth)
    {
        value = value.Unwrapped();
        if (depth > 6)
            return false;
        switch (value.Kind)
        {
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.Plus:
                return value.ChildAt(1).Unwrapped().TextIs("1"u8) || value.FirstChild.Unwrapped().TextIs("1"u8);
            case SyntaxKind.ConditionalExpression:
                return AddsOne(value.ChildAt(1), function, depth + 1) || AddsOne(value.ChildAt(2), function, depth + 1);
            case SyntaxKind.Identifier:
                return function.Values!.DefinitionsOf(value) is [var target] && AssignedValue.Of(target) is { Exists: true } made && AddsOne(made, function, depth + 1);
            default:
                return false;
        }
    }
}
