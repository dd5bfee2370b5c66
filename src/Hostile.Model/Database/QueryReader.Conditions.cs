using System.Collections.Immutable;
using Hostile.Syntax.Sql;

namespace Hostile.Model.Database;

/// <content>Conditions and values.</content>
internal sealed partial class QueryReader
{
    private QueryCondition ReadCondition(SqlExpression? expression, Scope scope)
    {
        if (expression is null)
            return QueryCondition.None;

        var matches = ImmutableArray.CreateBuilder<ColumnMatch>();
        var either = ImmutableArray.CreateBuilder<ImmutableArray<QueryCondition>>();
        var computed = ImmutableArray.CreateBuilder<ComputedMatch>();
        var (hasOthers, hasHole, hasUntold, hasLists) = (false, false, false, false);
        var open = new Stack<SqlExpression>();
        open.Push(expression);
        while (open.TryPop(out var part))
        {
            switch (part)
            {
                case LogicalExpression { IsAnd: true } and:
                    foreach (var operand in and.Operands.Reverse())
                        open.Push(operand);
                    break;
                case LogicalExpression or:
                    either.Add([.. or.Operands.Select(o => ReadCondition(o, scope))]);
                    break;
                // "a = $1 ${more}": what is written holds unless the hole begins with OR, which nobody writes.
                case FragmentExpression { Right: null } fragment:
                    hasHole = true;
                    open.Push(fragment.Left);
                    break;
                case FragmentExpression fragment:
                    hasHole = true;
                    foreach (var operand in fragment.Children.OfType<SqlExpression>())
                        ReadSubqueries(operand, scope);
                    break;
                case HoleExpression hole:
                    hasHole = true;
                    Feed(hole, ParameterRole.Other, null, scope);
                    break;
                case ConstantExpression { Kind: ConstantKind.Boolean, Value: "true" }:
                    break;
                // "id IN (SELECT …)": the query is among those of the statement.
                case InExpression { Query: not null, Negated: false } list when Bare(list.Operand) is ColumnExpression:
                    hasLists = true;
                    ReadSubqueries(list, scope);
                    break;
                default:
                    if (ReadMatch(part, scope) is { } match)
                        matches.Add(match);
                    else if (part is BinaryExpression { Operator: "=", Negated: false } equality && ReadComputed(equality, scope) is { } equal)
                    {
                        computed.Add(equal);
                        hasOthers |= !ReadExistence(part, scope);
                    }
                    else
                        hasUntold |= !ReadExistence(part, scope);
                    break;
            }
        }
        return new() { Matches = matches.ToImmutable(), Either = either.ToImmutable(), HasOthers = hasOthers || hasUntold || hasLists, HasUntold = hasUntold || hasLists, HasOthersThanLists = hasOthers || hasUntold, HasHole = hasHole, Computed = computed.ToImmutable() };
    }

    private static QueryCondition And(QueryCondition left, QueryCondition right) =>
        left.IsNone ? right : right.IsNone ? left : new()
        {
            Matches = [.. left.Matches, .. right.Matches],
            Either = [.. left.Either, .. right.Either],
            HasOthers = left.HasOthers || right.HasOthers,
            HasHole = left.HasHole || right.HasHole,
            HasUntold = left.HasUntold || right.HasUntold,
            HasOthersThanLists = left.HasOthersThanLists || right.HasOthersThanLists,
            Computed = [.. left.Computed, .. right.Computed],
        };

    private ColumnMatch? ReadMatch(SqlExpression expression, Scope scope)
    {
        switch (expression)
        {
            case ColumnExpression boolean:
                return new(ColumnOf(boolean, scope), "=", [new(ValueSource.Constant, boolean.Span) { Text = "true" }], expression.Span);
            case UnaryExpression { Operator: "not", Operand: ColumnExpression boolean }:
                return new(ColumnOf(boolean, scope), "=", [new(ValueSource.Constant, boolean.Span) { Text = "false" }], expression.Span);
            case BinaryExpression binary:
                return ReadComparison(binary, scope);
            case UnaryExpression { Operator: "not", Operand: BinaryExpression { Operator: "=" or "<>", Negated: false } comparison }:
                return ReadComparison(comparison, scope) is { } match ? match with { Operator = match.Operator is "=" ? "<>" : "=" } : null;
            case InExpression { Query: null } list when Bare(list.Operand) is ColumnExpression column:
                return Match(column, list.Negated ? "not in" : "in", list.List);
            case QuantifiedExpression { Query: null, Array: { } array } quantified when Bare(quantified.Left) is ColumnExpression column:
                var isIn = quantified is { Operator: "=", IsAll: false, Negated: false };
                return Match(column, isIn ? "in" : $"{quantified.Operator} {(quantified.IsAll ? "all" : "any")}", [array]);
            case IsExpression { Right: { } right, Test: "distinct from" } distinct when Bare(distinct.Operand) is ColumnExpression column:
                return Match(column, distinct.Negated ? "is not distinct from" : "is distinct from", [right]);
            case IsExpression test when Bare(test.Operand) is ColumnExpression column:
                return Match(column, test.Negated ? $"is not {test.Test}" : $"is {test.Test}", []);
            case BetweenExpression { Negated: false } between when Bare(between.Operand) is ColumnExpression column:
                return Match(column, "between", [between.Low, between.High]);
            default:
                return null;
        }

        ColumnMatch Match(ColumnExpression column, string name, ImmutableArray<SqlExpression> values)
        {
            var target = ColumnOf(column, scope);
            foreach (var value in values)
                ReadSubqueries(value, scope);
            return new(target, name, [.. values.Select(v => Feed(v, ParameterRole.Compared, target, scope)!)], expression.Span);
        }
    }

    private ColumnMatch? ReadComparison(BinaryExpression binary, Scope scope)
    {
        var name = binary.Negated ? "not " + binary.Operator : binary.Operator;
        var (left, right) = (Bare(binary.Left), Bare(binary.Right));
        // "$1 = a" is "a = $1"; of two columns the left one stays left.
        if (left is not ColumnExpression && right is ColumnExpression && Mirrored(name) is { } mirrored)
            (left, right, name) = (right, left, mirrored);
        if (left is not ColumnExpression column)
            return null;
        var other = ReferenceEquals(right, Bare(binary.Right)) ? binary.Right : binary.Left;
        var target = ColumnOf(column, scope);
        ReadSubqueries(other, scope);
        return new(target, name, [Feed(other, ParameterRole.Compared, target, scope)!], binary.Span);
    }

    /// <summary>"lower(email) = lower($1)", either way round.</summary>
    private ComputedMatch? ReadComputed(BinaryExpression equality, Scope scope)
    {
        var (left, right) = (ValueOf(equality.Left, scope), ValueOf(equality.Right, scope));
        var (computed, value, at) = IsOfColumns(left) ? (left, right, equality.Left) : (right, left, equality.Right);
        return IsOfColumns(computed) && !IsOfColumns(value) && value.Source is ValueSource.Parameter or ValueSource.Constant or ValueSource.Hole or ValueSource.Expression && value.Inputs.All(input => input.Source is not ValueSource.Column)
            ? new(_tree.Text.Show(at.Span), [.. computed.Inputs.Where(input => input.Source is ValueSource.Column).Select(input => input.Column)], value)
            : null;

        static bool IsOfColumns(QueryValue side) => side.Source is ValueSource.Expression && !side.Inputs.IsEmpty && side.Inputs.Any(input => input.Source is ValueSource.Column) && side.Inputs.All(input => input.Source is ValueSource.Column or ValueSource.Constant);
    }

    private static string? Mirrored(string name) => name switch
    {
        "=" or "<>" => name,
        "<" => ">",
        ">" => "<",
        "<=" => ">=",
        ">=" => "<=",
        _ => null,
    };

    /// <summary>A column under a cast to another type is still that column's value: <c>id::text = $1</c>.</summary>
    private static SqlExpression Bare(SqlExpression expression)
    {
        while (expression is CastExpression or CollateExpression)
            expression = expression is CastExpression cast ? cast.Operand : ((CollateExpression)expression).Operand;
        return expression;
    }

    private bool ReadExistence(SqlExpression expression, Scope scope)
    {
        var isNegated = expression is UnaryExpression { Operator: "not" };
        if ((expression is UnaryExpression { Operator: "not", Operand: var operand } ? operand : expression) is not QueryValueExpression { Form: "exists" } exists)
        {
            ReadSubqueries(expression, scope);
            return false;
        }
        var inner = ReadSelect(exists.Query, scope);
        _checks.Add(new(isNegated, inner.Table, inner.Where, expression.Span));
        return true;
    }

    /// <summary>Notes the tables and parameters of the queries inside an expression, and the columns that other parameters are compared with.</summary>
    private void ReadSubqueries(SqlExpression? expression, Scope scope, List<Aggregate>? aggregates = null)
    {
        if (expression is null)
            return;
        var open = new Stack<SqlNode>();
        open.Push(expression);
        while (open.TryPop(out var node))
        {
            if (node is QueryValueExpression { Query: var inner } value)
            {
                var read = ReadSelect(inner, scope);
                if (aggregates is null)
                    _subqueries.Add(read);
                aggregates?.AddRange(value.Form == "exists" ? [new("exists", read.Table, "", read.Where, value.Span)] : read.Aggregates);
                continue;
            }
            if (node is SelectQuery query)
            {
                _subqueries.Add(ReadSelect(query, scope));
                continue;
            }
            if (node is BinaryExpression { Operator: "=" or "<" or ">" or "<=" or ">=" or "<>" } comparison)
                NoteCompared(comparison, scope);
            foreach (var child in node.Children)
            {
                if (child is not null)
                    open.Push(child);
            }
        }
    }

    private void NoteCompared(BinaryExpression comparison, Scope scope)
    {
        if (Bare(comparison.Left) is ColumnExpression left && Bare(comparison.Right) is ParameterExpression)
            Feed(comparison.Right, ParameterRole.Compared, ColumnOf(left, scope), scope);
        else if (Bare(comparison.Right) is ColumnExpression right && Bare(comparison.Left) is ParameterExpression)
            Feed(comparison.Left, ParameterRole.Compared, ColumnOf(right, scope), scope);
    }

    /// <summary>The value of an expression; its parameters are noted with what they are for.</summary>
    private QueryValue? Feed(SqlExpression? expression, ParameterRole role, QueryColumn? column, Scope scope)
    {
        if (expression is null)
            return null;
        var value = ValueOf(expression, scope);
        foreach (var input in value.Inputs.IsEmpty ? [value] : value.Inputs)
        {
            if (input.Source is ValueSource.Parameter or ValueSource.Hole && _usedParameters.Add(input.Span.Start))
                _parameters.Add(new(input, role, column));
        }
        return value;
    }

    private static QueryValue ValueOf(SqlExpression expression, Scope scope)
    {
        switch (Bare(expression))
        {
            case ParameterExpression parameter:
                return new(ValueSource.Parameter, parameter.Span) { Number = parameter.Number, Text = parameter.Name };
            case HoleExpression hole:
                return new(ValueSource.Hole, hole.Span) { Number = hole.Hole };
            case ConstantExpression { Kind: ConstantKind.Default }:
                return new(ValueSource.Default, expression.Span);
            case ConstantExpression { Hole: >= 0 } quoted:
                return new(ValueSource.Hole, quoted.Span) { Number = quoted.Hole };
            case ConstantExpression constant:
                return new(ValueSource.Constant, expression.Span) { Text = constant.Kind == ConstantKind.Null ? null : constant.Value };
            case ColumnExpression { Name.Qualifier.Text: "excluded" } column:
                return new(ValueSource.Excluded, column.Span) { Column = new(null, column.Name.Last.Text) };
            case ColumnExpression column:
                return new(ValueSource.Column, column.Span) { Column = ColumnOf(column, scope) };
            case StarExpression star:
                return new(ValueSource.Column, star.Span) { Column = new(star.Qualifier is { } name ? scope.Find(name.Last.Text) : scope.Only, "*") };
            case QueryValueExpression { Form: "" } query:
                return new(ValueSource.Subquery, query.Span);
            default:
                return new(ValueSource.Expression, expression.Span) { Inputs = InputsOf(expression, scope) };
        }
    }

    private static ImmutableArray<QueryValue> InputsOf(SqlExpression expression, Scope scope)
    {
        var inputs = ImmutableArray.CreateBuilder<QueryValue>();
        var open = new Stack<SqlNode>();
        open.Push(expression);
        while (open.TryPop(out var node))
        {
            if (node is SelectQuery)
                continue;
            if (node is FragmentExpression fragment)
                inputs.Add(new(ValueSource.Hole, new(fragment.Span.End, fragment.Span.End)) { Number = fragment.Hole });
            if (node is ParameterExpression or HoleExpression or ColumnExpression or ConstantExpression { Hole: >= 0 })
            {
                inputs.Add(ValueOf((SqlExpression)node, scope));
                continue;
            }
            foreach (var child in node.Children.Reverse())
            {
                if (child is not null)
                    open.Push(child);
            }
        }
        return inputs.ToImmutable();
    }

    private static QueryColumn ColumnOf(ColumnExpression column, Scope scope)
    {
        var name = column.Name;
        if (name.Qualifier is not { } qualifier)
            return new(scope.Only, name.Last.Text);
        // "schema.table.column" names the table outright.
        return new(name.Parts.Length > 2 ? new(name.Parts[^3].Text, qualifier.Text) : scope.Find(qualifier.Text), name.Last.Text);
    }
}
