using System.Collections.Immutable;
using Hostile.Syntax.Sql;

namespace Hostile.Model.Database;

/// <summary>What a statement does, in one word.</summary>
public enum QueryKind
{
    Select, Insert, Update, Delete, Merge, Truncate, Copy,

    /// <summary><c>LOCK TABLE</c>.</summary>
    Lock,

    /// <summary>A select of no table that calls a function of the advisory locks.</summary>
    AdvisoryLock,

    Begin, Commit, Rollback, Savepoint, ReleaseSavepoint, RollbackToSavepoint, PrepareTransaction,

    /// <summary><c>SET</c> and <c>RESET</c>, also of a transaction's modes; a select of <c>set_config</c> and no table.</summary>
    Set,

    Listen, Unlisten, Notify, Call, Do, Ddl,

    /// <summary>What has no effect that we know of: <c>SHOW</c>, <c>EXPLAIN</c> without ANALYZE, <c>GRANT</c> …</summary>
    Other,
}

/// <summary>
/// One statement in the vocabulary that rules and summaries speak, whether it came from SQL or from a call of an ORM.
/// Names are as PostgreSQL sees them: folded to lower case unless quoted, aliases resolved to tables.
/// </summary>
public sealed record Query
{
    public required QueryKind Kind { get; init; }

    /// <summary>Where the statement stands in its text.</summary>
    public SqlSpan Span { get; init; }

    /// <summary>The table that is written, else the first that is read; null where there is none or a hole stands for all of it.</summary>
    public TableName? Table { get; init; }

    /// <summary>Every table with how it is used, those of subqueries and WITH clauses included, in the order of the text.</summary>
    public ImmutableArray<TableUse> Tables { get; init; } = [];

    /// <summary>What WHERE and inner joins demand, as a conjunction; always true where there is no condition.</summary>
    public QueryCondition Where { get; init; } = QueryCondition.None;

    /// <summary>Items of the select list, or of RETURNING for a write.</summary>
    public ImmutableArray<SelectedValue> Selected { get; init; } = [];

    /// <summary>Whether <c>*</c> is among the selected items.</summary>
    public bool SelectsEverything { get; init; }

    /// <summary>Columns that INSERT, UPDATE or MERGE writes to <see cref="Table"/>; of an INSERT of many rows the first hundred.</summary>
    public ImmutableArray<ColumnWrite> Writes { get; init; } = [];

    /// <summary>Rows that an INSERT … VALUES brings; 0 where the number is not known or this is no such statement.</summary>
    public int InsertedRows { get; init; }

    /// <summary><c>FOR UPDATE</c> and its kin on the outer select, or null.</summary>
    public RowLock? RowLock { get; init; }

    /// <summary><c>ON CONFLICT</c>, or null.</summary>
    public Conflict? Conflict { get; init; }

    /// <summary>Aggregates of the select list and of subqueries in it, <c>exists</c> among them.</summary>
    public ImmutableArray<Aggregate> Aggregates { get; init; } = [];

    /// <summary><c>[NOT] EXISTS (…)</c> in the condition, also of an INSERT … SELECT.</summary>
    public ImmutableArray<ExistenceCheck> ExistenceChecks { get; init; } = [];

    /// <summary>The number of LIMIT, or null.</summary>
    public QueryValue? Limit { get; init; }

    public bool HasReturning { get; init; }

    public bool HasGroupBy { get; init; }

    public bool HasOrderBy { get; init; }

    /// <summary>The isolation level that BEGIN or SET TRANSACTION names, or null for the default.</summary>
    public IsolationLevel? Isolation { get; init; }

    /// <summary>Settings that SET or <c>set_config</c> writes.</summary>
    public ImmutableArray<SettingWrite> Settings { get; init; } = [];

    /// <summary>Calls of the advisory locks' functions anywhere in the statement.</summary>
    public ImmutableArray<AdvisoryLock> AdvisoryLocks { get; init; } = [];

    /// <summary>Mode of LOCK TABLE in lower case, or empty.</summary>
    public string LockMode { get; init; } = "";

    /// <summary>Name of the savepoint or channel, or empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Parameters with the column that each feeds or is compared with.</summary>
    public ImmutableArray<ParameterUse> Parameters { get; init; } = [];

    /// <summary>
    /// <c>$n</c> where the server takes none: the statement always fails, nearly always with 42601 (syntax error).
    /// Placeholders of other styles are not listed, since a client replaces them before the server sees them.
    /// </summary>
    public ImmutableArray<SqlSpan> ImpossibleParameters { get; init; } = [];

    /// <summary>Statements of the WITH clause, each a query of its own; they see the same snapshot as the outer one.</summary>
    public ImmutableArray<CommonQuery> With { get; init; } = [];

    /// <summary>The parts of a WITH clause, its own or one around it, that it selects from, by name.</summary>
    public ImmutableArray<string> CommonUses { get; init; } = [];

    /// <summary>Selects in FROM and in conditions, each a query of its own; those of a select list are not among them.</summary>
    public ImmutableArray<Query> Subqueries { get; init; } = [];

    /// <summary>Functions that are called, in lower case, each once.</summary>
    public ImmutableArray<string> Functions { get; init; } = [];

    /// <summary>Whether a hole may add clauses that are not seen here, or the statement could not be read to its end.</summary>
    public bool IsPartlyUnknown { get; init; }

    /// <summary>The relation by which its rows hang on those of the query that reads them along; empty for a query of its own.</summary>
    public string Along { get; init; } = "";

    /// <summary>Whether it takes or changes rows of tables.</summary>
    public bool IsWrite => Kind is QueryKind.Insert or QueryKind.Update or QueryKind.Delete or QueryKind.Merge or QueryKind.Truncate
        || With.Any(w => w.Query.IsWrite);

    /// <summary>Columns of a table fixed by equality with a value that is the same for all rows: <c>a = $1</c>, <c>a IS NULL</c> not included.</summary>
    public IEnumerable<ColumnMatch> Fixed(TableName table) => Where.Matches.Where(m => m.IsFixed && m.Column.Table is { } t && t.Equals(table));

    /// <summary>Conditions of an UPDATE or DELETE on its own table beside the columns that choose the row: <c>version = $3</c>, <c>balance &gt;= $1</c>, <c>state IN ('a', 'b')</c>.</summary>
    public IEnumerable<ColumnMatch> Guards(IReadOnlyCollection<string> key) =>
        Where.Matches.Where(m => m.Column.Table is { } table && table.Equals(Table) && !key.Contains(m.Column.Name));

    /// <summary>What an INSERT fixes in each row that it brings, as a condition on that row: the columns with values that do not depend on rows of the database. Of many rows the first.</summary>
    public IEnumerable<ColumnMatch> Inserted => Kind != QueryKind.Insert ? [] : Writes
        .Where(w => w.Column != "" && w.Form == WriteForm.Absolute && w.Value.Source != ValueSource.Default)
        .DistinctBy(w => w.Column)
        .Select(w => new ColumnMatch(new(Table, w.Column), w.Value.IsNull ? "is null" : "=", w.Value.IsNull ? [] : [w.Value], w.Span));

    /// <summary>The statements of a text. Never fails: what cannot be read is a query of kind <see cref="QueryKind.Other"/> that is partly unknown.</summary>
    public static ImmutableArray<Query> Parse(SqlText text) => Read(SqlParser.Parse(text));

    /// <summary>The statements of a tree.</summary>
    public static ImmutableArray<Query> Read(SqlTree tree) => [.. tree.Statements.Select(s => QueryReader.Read(s, tree))];
}

/// <summary>A table by name; the schema is null where none is written.</summary>
public readonly record struct TableName(string? Schema, string Name)
{
    /// <summary>Whether no hole is part of the name.</summary>
    public bool IsKnown => !Name.Contains("${", StringComparison.Ordinal) && Name.Length > 0;

    /// <summary>Whether both can be the same table: names are equal, and so are the schemas where both are known.</summary>
    public bool Matches(TableName other) => Name == other.Name
        && (Schema is null || other.Schema is null || Schema == other.Schema
            || Schema.Contains("${", StringComparison.Ordinal) || other.Schema.Contains("${", StringComparison.Ordinal));

    /// <summary>As in SQL; a schema that a hole stands for is left out.</summary>
    public override string ToString() => Schema is null || Schema.Contains("${", StringComparison.Ordinal) ? Name : $"{Schema}.{Name}";
}

/// <summary>How a statement uses a table.</summary>
public enum TableAccess { Read, Insert, Update, Delete, Truncate, Lock, Define }

/// <summary>A table in a statement.</summary>
public readonly record struct TableUse(TableName Table, TableAccess Access, SqlSpan Span);

/// <summary>A column; the table is null where more than one may have it.</summary>
public readonly record struct QueryColumn(TableName? Table, string Name)
{
    public override string ToString() => Table is { } table ? $"{table}.{Name}" : Name;
}

/// <summary>Where a value comes from.</summary>
public enum ValueSource
{
    Parameter, Constant, Hole, Column,

    /// <summary><c>EXCLUDED.a</c>: the row that could not be inserted.</summary>
    Excluded,

    /// <summary><c>DEFAULT</c>.</summary>
    Default,

    /// <summary>A query in parentheses.</summary>
    Subquery,

    /// <summary>Anything computed; <see cref="QueryValue.Inputs"/> says from what.</summary>
    Expression,
}

/// <summary>A value in a statement.</summary>
public sealed record QueryValue(ValueSource Source, SqlSpan Span)
{
    /// <summary>Number of a parameter from one, 0 where it has a name; index of a hole.</summary>
    public int Number { get; init; }

    /// <summary>Text of a constant (null for SQL's NULL), name of a parameter.</summary>
    public string? Text { get; init; }

    /// <summary>The column, also of EXCLUDED.</summary>
    public QueryColumn Column { get; init; }

    /// <summary>Parameters, holes and columns that an expression is computed from; those of a subquery are not listed.</summary>
    public ImmutableArray<QueryValue> Inputs { get; init; } = [];

    public bool IsNull => Source == ValueSource.Constant && Text is null;
}

/// <summary>A conjunction: every match holds, of every group in <see cref="Either"/> at least one part does.</summary>
public sealed record QueryCondition
{
    /// <summary>No condition at all: true for every row.</summary>
    public static QueryCondition None { get; } = new();

    /// <summary>Comparisons of one column.</summary>
    public ImmutableArray<ColumnMatch> Matches { get; init; } = [];

    /// <summary>Each <c>a OR b</c> that stands in the conjunction.</summary>
    public ImmutableArray<ImmutableArray<QueryCondition>> Either { get; init; } = [];

    /// <summary>Whether there are conditions of other forms.</summary>
    public bool HasOthers { get; init; }

    /// <summary>Whether there are conditions of other forms beside those of <see cref="Computed"/>.</summary>
    public bool HasUntold { get; init; }

    /// <summary>Whether there are conditions of other forms beside <c>a IN (SELECT …)</c>.</summary>
    public bool HasOthersThanLists { get; init; }

    /// <summary>Of the conditions of other forms those that compare something computed from columns: <c>lower(email) = $1</c>.</summary>
    public ImmutableArray<ComputedMatch> Computed { get; init; } = [];

    /// <summary>Whether a hole may hold further conditions.</summary>
    public bool HasHole { get; init; }

    public bool IsNone => Matches.IsEmpty && Either.IsEmpty && !HasOthers && !HasHole;
}

/// <summary>A comparison of a column: <c>a = $1</c>, <c>a IN (1, 2)</c>, <c>a &gt;= $2</c>, <c>a IS NULL</c>.</summary>
/// <param name="Operator">As in SQL, in lower case: <c>=</c>, <c>&gt;=</c>, <c>in</c>, <c>not in</c>, <c>is null</c>, <c>is not null</c>, <c>like</c> …; <c>= any</c> is <c>in</c>. The column is always on the left.</param>
/// <param name="Values">The right side; several for a list.</param>
public sealed record ColumnMatch(QueryColumn Column, string Operator, ImmutableArray<QueryValue> Values, SqlSpan Span)
{
    /// <summary>Whether the column has one value in all rows that match: equality with a value that does not depend on the row.</summary>
    public bool IsFixed => Operator is "=" or "is not distinct from" && Values is [{ Source: ValueSource.Parameter or ValueSource.Constant or ValueSource.Hole or ValueSource.Expression } value]
        && value.Inputs.All(i => i.Source != ValueSource.Column);

    /// <summary>Whether it is equality with a column of another table, as in a join.</summary>
    public bool IsJoin => Operator == "=" && Values is [{ Source: ValueSource.Column } value] && value.Column.Table != Column.Table;
}

/// <summary>Equality of what is computed from columns of the row with a value that does not depend on it: <c>lower(email) = lower($1)</c>.</summary>
/// <param name="Text">The computed side as it is written.</param>
/// <param name="Columns">The columns that it is computed from.</param>
public sealed record ComputedMatch(string Text, ImmutableArray<QueryColumn> Columns, QueryValue Value);

/// <summary>An item of a select list or of RETURNING.</summary>
/// <param name="Name">The name under which the row has it, or empty for <c>*</c>.</param>
/// <param name="Value">The value; for <c>*</c> a column named <c>*</c>.</param>
public sealed record SelectedValue(string Name, QueryValue Value, SqlSpan Span);

/// <summary>How a written value depends on the row.</summary>
public enum WriteForm
{
    /// <summary>The value does not depend on rows of the database.</summary>
    Absolute,

    /// <summary>The value is computed from the column itself: <c>balance = balance - $1</c>.</summary>
    Relative,

    /// <summary>The value comes from other columns or tables.</summary>
    FromRows,
}

/// <summary>A column that is written.</summary>
/// <param name="Column">Its name; empty where only the position is known.</param>
/// <param name="Position">Place in the column list from zero; -1 where it has none.</param>
public sealed record ColumnWrite(string Column, int Position, WriteForm Form, QueryValue Value, SqlSpan Span)
{
    /// <summary>Whether it leaves the same when it is done twice with the same values, though it is computed from the column itself: <c>flags | $1</c>, <c>GREATEST(seen, $1)</c>, <c>jsonb_set(meta, '{done}', 'true')</c>.</summary>
    public bool IsStable { get; init; }
}

/// <summary>What locks rows for the rest of the transaction.</summary>
/// <param name="Strength"><c>update</c>, <c>no key update</c>, <c>share</c> or <c>key share</c>.</param>
/// <param name="Wait"><c>wait</c>, <c>nowait</c> or <c>skip locked</c>.</param>
/// <param name="Tables">Tables whose rows are locked.</param>
public sealed record RowLock(string Strength, string Wait, ImmutableArray<TableName> Tables, SqlSpan Span)
{
    /// <summary>Whether two sessions cannot both hold it on a row.</summary>
    public bool IsExclusive => Strength is "update" or "no key update";
}

/// <summary>What an INSERT does where a key exists already.</summary>
/// <param name="Columns">Columns of the target; empty where none are named.</param>
/// <param name="HasExpressions">Whether the target has expressions beside columns.</param>
/// <param name="Constraint">The constraint that is named, or null.</param>
/// <param name="IsUpdate">DO UPDATE rather than DO NOTHING.</param>
/// <param name="Writes">What DO UPDATE writes.</param>
/// <param name="IsPartlyUnknown">Whether a hole stands for a part of it.</param>
public sealed record Conflict(
    ImmutableArray<string> Columns, bool HasExpressions, QueryCondition TargetPredicate, string? Constraint, bool IsUpdate,
    ImmutableArray<ColumnWrite> Writes, QueryCondition Where, bool IsPartlyUnknown, SqlSpan Span);

/// <summary>A value over many rows.</summary>
/// <param name="Function"><c>count</c>, <c>sum</c>, <c>min</c>, <c>max</c>, <c>avg</c>, <c>bool_or</c>, <c>exists</c> …</param>
/// <param name="Table">The table whose rows are summed up, or null where there are several or none.</param>
/// <param name="Column">The column, or empty for <c>count(*)</c> and <c>exists</c>.</param>
/// <param name="Where">What chooses the rows.</param>
public sealed record Aggregate(string Function, TableName? Table, string Column, QueryCondition Where, SqlSpan Span);

/// <summary><c>EXISTS (SELECT … FROM table WHERE …)</c> as a condition.</summary>
public sealed record ExistenceCheck(bool IsNegated, TableName? Table, QueryCondition Where, SqlSpan Span);

/// <summary>What a transaction sees of others.</summary>
public enum IsolationLevel
{
    /// <summary>Named by a hole or a parameter.</summary>
    Unknown,

    ReadUncommitted, ReadCommitted, RepeatableRead, Serializable,
}

/// <summary>A setting that is written.</summary>
/// <param name="Name">In lower case, as <c>lock_timeout</c>, <c>app.user_id</c>, <c>role</c>, <c>transaction</c>; empty where it is not known.</param>
/// <param name="IsLocal">Whether it ends with the transaction (and has no effect outside one).</param>
/// <param name="Value">The value, or null for DEFAULT and for several values.</param>
/// <param name="IsFunction">Whether it is <c>set_config</c>, which takes parameters, rather than SET, which does not.</param>
public sealed record SettingWrite(string Name, bool IsLocal, QueryValue? Value, bool IsFunction, SqlSpan Span);

/// <summary>A call of one of the advisory locks' functions.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Keys">One key of 64 bits, or two of 32.</param>
public sealed record AdvisoryLock(string Function, ImmutableArray<QueryValue> Keys, SqlSpan Span)
{
    /// <summary>Released with the transaction rather than by hand or with the session.</summary>
    public bool IsTransaction => Function.Contains("_xact", StringComparison.Ordinal);

    /// <summary>Answers false instead of waiting.</summary>
    public bool IsTry => Function.Contains("_try_", StringComparison.Ordinal);

    public bool IsShared => Function.EndsWith("_shared", StringComparison.Ordinal);

    public bool IsUnlock => Function.Contains("_unlock", StringComparison.Ordinal);
}

/// <summary>What a parameter is for.</summary>
public enum ParameterRole { Compared, Written, Limit, Offset, Other }

/// <summary>A parameter or a hole with the column that it feeds or is compared with.</summary>
/// <param name="Value">The parameter.</param>
/// <param name="Column">The column, or null.</param>
public sealed record ParameterUse(QueryValue Value, ParameterRole Role, QueryColumn? Column);

/// <summary>A statement of a WITH clause.</summary>
public sealed record CommonQuery(string Name, Query Query);
