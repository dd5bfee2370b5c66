using System.Collections.Immutable;
using Hostile.Syntax.Sql;

namespace Hostile.Model.Database;

/// <content>SELECT, INSERT, UPDATE, DELETE and MERGE.</content>
internal sealed partial class QueryReader
{
    /// <summary>Names that a column can be qualified with, and the table of each; null for a subquery, a function or a WITH query.</summary>
    private sealed record Scope(ImmutableArray<(string Alias, TableName? Table)> Tables, Scope? Outer)
    {
        public static Scope Empty { get; } = new([], null);

        /// <summary>The table of an unqualified column: the only one there is, since columns of others are not known here.</summary>
        public TableName? Only => Tables.Length == 1 ? Tables[0].Table : Tables.IsEmpty && Outer is not null ? Outer.Only : null;

        public TableName? Find(string alias)
        {
            for (var scope = this; scope is not null; scope = scope.Outer)
            {
                foreach (var (name, table) in scope.Tables)
                {
                    if (name == alias)
                        return table;
                }
            }
            return null;
        }
    }

    private Query ReadSelect(SelectQuery select, Scope? outer = null)
    {
        ReadWith(select.With);
        if (select.Kind == SelectKind.SetOperation)
            return ReadSetOperation(select, outer);
        if (select.Kind == SelectKind.Values)
        {
            foreach (var row in select.Rows)
                ReadSubqueries(row, outer ?? Scope.Empty);
            return new() { Kind = QueryKind.Select };
        }

        var (scope, condition) = ReadFrom(select.From, outer);
        condition = And(condition, ReadCondition(select.Where, scope));
        foreach (var expression in select.GroupBy.Concat(select.OrderBy.Select(o => o.Key)).Append(select.Having).Concat(select.DistinctOn))
            ReadSubqueries(expression, scope);
        var aggregates = new List<Aggregate>();
        var selected = ReadItems(select.Items, scope, aggregates);
        AddAggregates(select.Items, scope, condition, aggregates);
        Feed(select.Offset, ParameterRole.Offset, null, scope);
        return new()
        {
            Kind = QueryKind.Select,
            Table = scope.Tables.Select(t => t.Table).FirstOrDefault(t => t is not null),
            Where = condition,
            Selected = selected,
            SelectsEverything = select.Items.Any(i => i.Value is StarExpression or FieldExpression { Field: null }),
            RowLock = ReadLocks(select, scope),
            Aggregates = [.. aggregates.OrderBy(a => a.Span.Start)],
            Limit = Feed(select.Limit, ParameterRole.Limit, null, scope),
            HasGroupBy = !select.GroupBy.IsEmpty,
            HasOrderBy = !select.OrderBy.IsEmpty,
        };
    }

    private Query ReadSetOperation(SelectQuery select, Scope? outer)
    {
        // A chain leans to the left and may be long: its operands are read in a loop.
        var operands = new Stack<SelectQuery>();
        var current = select;
        while (current is { Kind: SelectKind.SetOperation, Left: { } left, Right: { } right })
        {
            operands.Push(right);
            current = left;
            if (current.Kind == SelectKind.SetOperation)
                ReadWith(current.With);
        }
        var first = ReadSelect(current, outer);
        foreach (var operand in operands)
            ReadSelect(operand, outer);
        return new()
        {
            Kind = QueryKind.Select,
            Table = first.Table,
            Where = new() { HasOthers = true },
            Selected = first.Selected,
            SelectsEverything = first.SelectsEverything,
            Limit = Feed(select.Limit, ParameterRole.Limit, null, Scope.Empty),
            HasOrderBy = !select.OrderBy.IsEmpty,
        };
    }

    private void ReadWith(ImmutableArray<CommonTable> with)
    {
        foreach (var table in with)
        {
            // A recursive query names itself.
            _commonTables.Add(table.Name.Text);
            var query = Read(table.Statement, _tree, _commonTables);
            _with.Add(new(table.Name.Text, query));
            _tables.AddRange(query.Tables);
            foreach (var parameter in query.Parameters)
            {
                if (_usedParameters.Add(parameter.Value.Span.Start))
                    _parameters.Add(parameter);
            }
        }
    }

    private (Scope Scope, QueryCondition Condition) ReadFrom(ImmutableArray<TableReference> from, Scope? outer, params ReadOnlySpan<(string Alias, TableName? Table)> first)
    {
        var parts = FromParts.Of(from);
        foreach (var (_, name) in parts.Named)
        {
            if (!IsCommon(name))
                Use(name, TableAccess.Read);
        }
        var scope = new Scope([.. first, .. parts.Named.Select(n => (n.Alias, IsCommon(n.Name) ? (TableName?)null : NameOf(n.Name))), .. parts.Others.Select(o => (o, (TableName?)null))], outer);
        foreach (var query in parts.Queries)
            _subqueries.Add(ReadSelect(query, scope));
        foreach (var expression in parts.OuterConditions)
            ReadCondition(expression, scope);
        var condition = QueryCondition.None;
        foreach (var expression in parts.Conditions)
            condition = And(condition, ReadCondition(expression, scope));
        return (scope, condition);
    }

    private bool IsCommon(QualifiedName name)
    {
        var isCommon = name.Parts.Length == 1 && _commonTables.Contains(name.Last.Text);
        if (isCommon)
            _usedCommonTables.Add(name.Last.Text);
        return isCommon;
    }

    /// <summary>What a FROM clause is made of, joins taken apart.</summary>
    private sealed class FromParts
    {
        public List<(string Alias, QualifiedName Name)> Named { get; } = [];

        /// <summary>Aliases of subqueries, functions and holes.</summary>
        public List<string> Others { get; } = [];

        public List<SelectQuery> Queries { get; } = [];

        /// <summary>Conditions that every row of the result meets.</summary>
        public List<SqlExpression> Conditions { get; } = [];

        /// <summary>Conditions of outer joins, and arguments of functions.</summary>
        public List<SqlExpression> OuterConditions { get; } = [];

        public static FromParts Of(ImmutableArray<TableReference> from)
        {
            var parts = new FromParts();
            var open = new Stack<(TableReference Table, bool IsInner)>(from.Reverse().Select(f => (f, true)));
            while (open.TryPop(out var next))
                parts.Add(next.Table, next.IsInner, open);
            return parts;
        }

        private void Add(TableReference table, bool isInner, Stack<(TableReference Table, bool IsInner)> open)
        {
            switch (table)
            {
                case NamedTable named:
                    Named.Add((named.Alias?.Text ?? named.Name.Last.Text, named.Name));
                    break;
                case JoinTable join:
                    if (join.On is not null)
                        (isInner && join.Kind is "inner" or "cross" ? Conditions : OuterConditions).Add(join.On);
                    open.Push((join.Right, isInner && join.Kind is "inner" or "cross" or "right"));
                    open.Push((join.Left, isInner && join.Kind is "inner" or "cross" or "left"));
                    break;
                case QueryTable query:
                    Others.Add(query.Alias?.Text ?? "");
                    Queries.Add(query.Query);
                    break;
                case FunctionTable function:
                    Others.Add(function.Alias?.Text ?? "");
                    OuterConditions.AddRange(function.Calls);
                    break;
                default:
                    Others.Add("");
                    break;
            }
        }
    }

    private ImmutableArray<SelectedValue> ReadItems(ImmutableArray<SelectItem> items, Scope scope, List<Aggregate>? aggregates = null) => [.. items.Select(item =>
    {
        ReadSubqueries(item.Value, scope, aggregates);
        var name = item.Alias?.Text ?? item.Value switch
        {
            ColumnExpression column => column.Name.Last.Text,
            CallExpression call => call.Name.Last.Text,
            CastExpression { Operand: ColumnExpression column } => column.Name.Last.Text,
            CastExpression { Operand: CallExpression call } => call.Name.Last.Text,
            QueryValueExpression { Form: "exists" } => "exists",
            StarExpression => "",
            _ => "?column?",
        };
        return new SelectedValue(name, ValueOf(item.Value, scope), item.Span);
    })];

    private static RowLock? ReadLocks(SelectQuery select, Scope scope)
    {
        if (select.Locks.IsEmpty)
            return null;
        string[] order = ["update", "no key update", "share", "key share"];
        var strongest = select.Locks.MinBy(l => Array.IndexOf(order, l.Strength))!;
        ImmutableArray<TableName> tables = strongest.Of.IsEmpty
            ? [.. scope.Tables.Select(t => t.Table).OfType<TableName>()]
            : [.. strongest.Of.Select(o => scope.Find(o.Last.Text)).OfType<TableName>()];
        return new(strongest.Strength, strongest.Wait, tables, strongest.Span);
    }

    /// <summary>Aggregates of a select list itself; those of queries in it were noted when these were read.</summary>
    private static void AddAggregates(ImmutableArray<SelectItem> items, Scope scope, QueryCondition where, List<Aggregate> aggregates)
    {
        var open = new Stack<SqlNode>(items);
        while (open.TryPop(out var node))
        {
            if (node is SelectQuery)
                continue;
            if (node is CallExpression { Over: null } call && IsAggregate(call.Name.Last.Text))
                aggregates.Add(new(call.Name.Last.Text, scope.Only, call.Arguments is [ColumnExpression column] ? column.Name.Last.Text : "", where, call.Span));
            foreach (var child in node.Children)
            {
                if (child is not null)
                    open.Push(child);
            }
        }
    }

    private static bool IsAggregate(string name) => name is "count" or "sum" or "avg" or "min" or "max" or "bool_or" or "bool_and" or "every" or "array_agg" or "json_agg" or "jsonb_agg" or "string_agg";

    private Query ReadInsert(InsertStatement insert)
    {
        ReadWith(insert.With);
        var table = Use(insert.Table, TableAccess.Insert);
        var scope = new Scope([(insert.Alias?.Text ?? insert.Table.Last.Text, table)], null);
        var source = insert.Source;
        var columns = insert.Columns;
        var writes = ImmutableArray.CreateBuilder<ColumnWrite>();
        var rows = 0;
        var query = new Query { Kind = QueryKind.Insert, Table = table };

        if (source is { Kind: SelectKind.Values })
        {
            ReadWith(source.With);
            rows = source.Rows.All(r => r is RowExpression) ? source.Rows.Length : 0;
            foreach (var row in source.Rows.Take(MostRows))
                AddRow(row is RowExpression tuple ? tuple.Items : [row], Scope.Empty);
        }
        else if (source is not null)
        {
            var inner = ReadSelect(source);
            query = query with { Where = inner.Where, Limit = inner.Limit, RowLock = inner.RowLock, Aggregates = inner.Aggregates };
            // Only the columns' values matter: tables and parameters were noted by ReadSelect.
            var simple = source;
            while (simple is { Kind: SelectKind.SetOperation, Left: { } left })
                simple = left;
            var innerScope = ScopeOf(simple);
            AddRow([.. simple.Items.Select(i => i.Value)], innerScope);
        }
        else if (insert.IsDefaultValues)
        {
            rows = 1;
        }

        return query with
        {
            Writes = writes.ToImmutable(),
            InsertedRows = rows,
            Conflict = ReadConflict(insert.Conflict, insert.Alias?.Text ?? insert.Table.Last.Text, table),
            Selected = ReadItems(insert.Returning, scope),
            SelectsEverything = insert.Returning.Any(r => r.Value is StarExpression),
            HasReturning = !insert.Returning.IsEmpty,
        };

        void AddRow(ImmutableArray<SqlExpression> values, Scope valueScope)
        {
            for (var i = 0; i < values.Length; i++)
            {
                var column = i < columns.Length ? columns[i].Column.Text : "";
                if (values[i] is StarExpression)
                    break;
                var target = column == "" ? (QueryColumn?)null : new QueryColumn(table, column);
                if (source is { Kind: SelectKind.Values })
                    ReadSubqueries(values[i], valueScope);
                var value = Feed(values[i], ParameterRole.Written, target, valueScope)!;
                writes.Add(new(column, i, FormOf(value, null, values[i]), value, values[i].Span));
            }
        }
    }

    /// <summary>The scope of a select that was read already: nothing is noted again.</summary>
    private Scope ScopeOf(SelectQuery select)
    {
        var parts = FromParts.Of(select.From);
        return new([.. parts.Named.Select(n => (n.Alias, IsCommon(n.Name) ? (TableName?)null : NameOf(n.Name))), .. parts.Others.Select(o => (o, (TableName?)null))], null);
    }

    private Conflict? ReadConflict(ConflictClause? conflict, string alias, TableName table)
    {
        if (conflict is null)
            return null;
        var scope = new Scope([(alias, table)], null);
        return new(
            [.. conflict.Target.OfType<ColumnExpression>().Select(c => c.Name.Last.Text)],
            conflict.Target.Any(t => t is not ColumnExpression),
            ReadCondition(conflict.TargetWhere, scope),
            conflict.Constraint?.Text,
            conflict.IsUpdate,
            ReadAssignments(conflict.Assignments, table, scope),
            ReadCondition(conflict.Where, scope),
            conflict.IsPartlyUnknown || conflict.Target.Any(t => t is HoleExpression),
            conflict.Span);
    }

    private Query ReadUpdate(UpdateStatement update)
    {
        ReadWith(update.With);
        var table = Use(update.Table, TableAccess.Update);
        var (scope, condition) = ReadFrom(update.From, null, (update.Alias?.Text ?? update.Table.Last.Text, table));
        return new()
        {
            Kind = QueryKind.Update,
            Table = table,
            Writes = ReadAssignments(update.Assignments, table, scope),
            Where = update.CurrentOf is not null ? new() { HasOthers = true } : And(condition, ReadCondition(update.Where, scope)),
            Selected = ReadItems(update.Returning, scope),
            SelectsEverything = update.Returning.Any(r => r.Value is StarExpression),
            HasReturning = !update.Returning.IsEmpty,
        };
    }

    private Query ReadDelete(DeleteStatement delete)
    {
        ReadWith(delete.With);
        var table = Use(delete.Table, TableAccess.Delete);
        var (scope, condition) = ReadFrom(delete.Using, null, (delete.Alias?.Text ?? delete.Table.Last.Text, table));
        return new()
        {
            Kind = QueryKind.Delete,
            Table = table,
            Where = delete.CurrentOf is not null ? new() { HasOthers = true } : And(condition, ReadCondition(delete.Where, scope)),
            Selected = ReadItems(delete.Returning, scope),
            SelectsEverything = delete.Returning.Any(r => r.Value is StarExpression),
            HasReturning = !delete.Returning.IsEmpty,
        };
    }

    private Query ReadMerge(MergeStatement merge)
    {
        ReadWith(merge.With);
        var access = merge.Actions.Any(a => a.Action == "insert") ? TableAccess.Insert : merge.Actions.Any(a => a.Action == "delete") ? TableAccess.Delete : TableAccess.Update;
        var table = Use(merge.Table, access);
        var (scope, condition) = ReadFrom([merge.Source], null, (merge.Alias?.Text ?? merge.Table.Last.Text, table));
        var writes = ImmutableArray.CreateBuilder<ColumnWrite>();
        foreach (var action in merge.Actions)
        {
            ReadCondition(action.Condition, scope);
            writes.AddRange(ReadAssignments(action.Assignments, table, scope));
            for (var i = 0; i < action.Values.Length; i++)
            {
                var column = i < action.Columns.Length ? action.Columns[i].Column.Text : "";
                var value = Feed(action.Values[i], ParameterRole.Written, new QueryColumn(table, column), scope)!;
                writes.Add(new(column, i, FormOf(value, null, action.Values[i]), value, action.Values[i].Span));
            }
        }
        return new()
        {
            Kind = QueryKind.Merge,
            Table = table,
            Where = And(condition, ReadCondition(merge.On, scope)),
            Writes = writes.ToImmutable(),
            Selected = ReadItems(merge.Returning, scope),
            HasReturning = !merge.Returning.IsEmpty,
        };
    }

    private ImmutableArray<ColumnWrite> ReadAssignments(ImmutableArray<Assignment> assignments, TableName table, Scope scope)
    {
        var writes = ImmutableArray.CreateBuilder<ColumnWrite>();
        foreach (var assignment in assignments)
        {
            ReadSubqueries(assignment.Value, scope);
            var tuple = assignment.Targets.Length > 1 && assignment.Value is RowExpression row && row.Items.Length == assignment.Targets.Length ? row.Items : [];
            for (var i = 0; i < assignment.Targets.Length; i++)
            {
                var expression = tuple.IsEmpty ? assignment.Value : tuple[i];
                var column = new QueryColumn(table, assignment.Targets[i].Column.Text);
                var value = Feed(expression, ParameterRole.Written, column, scope)!;
                // Writing an element of a column keeps the others: the column depends on itself.
                var form = assignment.Targets[i].IsPart ? WriteForm.Relative : FormOf(value, column, expression);
                writes.Add(new(column.Name, writes.Count, form, value, assignment.Span) { IsStable = form is WriteForm.Relative && !assignment.Targets[i].IsPart && IsStable(expression, column) });
            }
            if (assignment.Targets.IsEmpty)
                Feed(assignment.Value, ParameterRole.Written, null, scope);
        }
        return writes.ToImmutable();
    }

    private static WriteForm FormOf(QueryValue value, QueryColumn? target, SqlExpression expression)
    {
        if (target is { } column && Mentions(expression, column))
            return WriteForm.Relative;
        return value.Source switch
        {
            ValueSource.Column or ValueSource.Subquery => WriteForm.FromRows,
            ValueSource.Expression when value.Inputs.Any(i => i.Source == ValueSource.Column) || expression.Descendants().Any(n => n is SelectQuery) => WriteForm.FromRows,
            _ => WriteForm.Absolute,
        };
    }

    /// <summary>A bit that is set, the greater of two, a member that is given a value: the column stands in it once, as what is kept.</summary>
    private static bool IsStable(SqlExpression expression, QueryColumn column)
    {
        ImmutableArray<SqlExpression> parts = expression switch
        {
            BinaryExpression { Operator: "|" or "&" } both => [both.Left, both.Right],
            CallExpression { Name.Last.Text: "greatest" or "least" or "coalesce" or "jsonb_set" } call => call.Arguments,
            _ => [],
        };
        var kept = parts.FirstOrDefault(part => Mentions(part, column));
        return (kept is ColumnExpression || kept is CallExpression { Name.Last.Text: "coalesce", Arguments: [ColumnExpression, ..] }) && parts.Count(part => Mentions(part, column)) == 1;
    }

    /// <summary>Whether the column itself is read, unqualified or through any name but EXCLUDED; also inside a subquery.</summary>
    private static bool Mentions(SqlExpression expression, QueryColumn column) => expression.Descendants().OfType<ColumnExpression>()
        .Any(c => c.Name.Last.Text == column.Name && c.Name.Qualifier?.Text != "excluded");
}
