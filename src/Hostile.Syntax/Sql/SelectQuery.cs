using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <summary>Which form a <see cref="SelectQuery"/> has.</summary>
public enum SelectKind { Select, Values, SetOperation }

/// <summary>A query: <c>SELECT</c>, <c>VALUES</c>, <c>TABLE t</c> (a select of everything from t) or two queries with a set operator between.</summary>
public sealed class SelectQuery : SqlNode
{
    public required SelectKind Kind { get; init; }

    public ImmutableArray<CommonTable> With { get; internal set; } = [];

    public bool IsRecursive { get; internal set; }

    public bool IsDistinct { get; init; }

    public ImmutableArray<SqlExpression> DistinctOn { get; init; } = [];

    public ImmutableArray<SelectItem> Items { get; init; } = [];

    /// <summary>The table of <c>SELECT … INTO t</c>, or null.</summary>
    public QualifiedName? Into { get; init; }

    public ImmutableArray<TableReference> From { get; init; } = [];

    public SqlExpression? Where { get; internal set; }

    public ImmutableArray<SqlExpression> GroupBy { get; init; } = [];

    public SqlExpression? Having { get; init; }

    public ImmutableArray<SqlWindow> Windows { get; init; } = [];

    /// <summary>Rows of <c>VALUES</c>; a hole may stand for a row or for several.</summary>
    public ImmutableArray<SqlExpression> Rows { get; init; } = [];

    /// <summary><c>union</c>, <c>intersect</c> or <c>except</c>; empty when this is no set operation.</summary>
    public string Operator { get; init; } = "";

    public bool IsAll { get; init; }

    public SelectQuery? Left { get; init; }

    public SelectQuery? Right { get; init; }

    public ImmutableArray<SqlOrder> OrderBy { get; internal set; } = [];

    /// <summary>The number of <c>LIMIT</c> or <c>FETCH FIRST</c>, or null (also for <c>LIMIT ALL</c>).</summary>
    public SqlExpression? Limit { get; internal set; }

    public SqlExpression? Offset { get; internal set; }

    public ImmutableArray<LockingClause> Locks { get; internal set; } = [];

    /// <summary>Indexes of holes that stand between clauses and may be any clause.</summary>
    public ImmutableArray<int> Fragments { get; internal set; } = [];

    public override IEnumerable<SqlNode?> Children =>
        [.. With, .. DistinctOn, .. Items, Into, .. From, Where, .. GroupBy, Having, .. Windows, .. Rows, Left, Right, .. OrderBy, Limit, Offset, .. Locks];
}

/// <summary>An item of a select list or of <c>RETURNING</c>.</summary>
public sealed class SelectItem : SqlNode
{
    public required SqlExpression Value { get; init; }

    /// <summary>The name after <c>AS</c>, or null.</summary>
    public SqlName? Alias { get; init; }

    public override IEnumerable<SqlNode?> Children => [Value, Alias];
}

/// <summary><c>name (columns) AS [NOT] MATERIALIZED (statement)</c> of a <c>WITH</c> clause.</summary>
public sealed class CommonTable : SqlNode
{
    public required SqlName Name { get; init; }

    public ImmutableArray<SqlName> Columns { get; init; } = [];

    /// <summary>A select or a data-modifying statement.</summary>
    public required SqlStatement Statement { get; init; }

    public override IEnumerable<SqlNode?> Children => [Name, .. Columns, Statement];
}

/// <summary>What rows are locked and what happens when they already are.</summary>
public sealed class LockingClause : SqlNode
{
    /// <summary><c>update</c>, <c>no key update</c>, <c>share</c> or <c>key share</c>.</summary>
    public required string Strength { get; init; }

    /// <summary>Tables after <c>OF</c>; empty means all.</summary>
    public ImmutableArray<QualifiedName> Of { get; init; } = [];

    /// <summary><c>wait</c>, <c>nowait</c> or <c>skip locked</c>.</summary>
    public required string Wait { get; init; }

    public override IEnumerable<SqlNode?> Children => Of;
}

/// <summary>Something that stands in <c>FROM</c>.</summary>
public abstract class TableReference : SqlNode;

/// <summary>A table by name.</summary>
public sealed class NamedTable : TableReference
{
    public required QualifiedName Name { get; init; }

    public SqlName? Alias { get; init; }

    public ImmutableArray<SqlName> Columns { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [Name, Alias, .. Columns];
}

/// <summary>A query in parentheses.</summary>
public sealed class QueryTable : TableReference
{
    public required SelectQuery Query { get; init; }

    public bool IsLateral { get; init; }

    public SqlName? Alias { get; init; }

    public ImmutableArray<SqlName> Columns { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [Query, Alias, .. Columns];
}

/// <summary>A function that yields rows; <c>ROWS FROM</c>, <c>XMLTABLE</c> and <c>JSON_TABLE</c> too.</summary>
public sealed class FunctionTable : TableReference
{
    public required ImmutableArray<SqlExpression> Calls { get; init; }

    public SqlName? Alias { get; init; }

    public ImmutableArray<SqlName> Columns { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [.. Calls, Alias, .. Columns];
}

/// <summary>Two tables joined; a chain of joins leans to the left.</summary>
public sealed class JoinTable : TableReference
{
    /// <summary><c>inner</c>, <c>left</c>, <c>right</c>, <c>full</c> or <c>cross</c>.</summary>
    public required string Kind { get; init; }

    public bool IsNatural { get; init; }

    public required TableReference Left { get; init; }

    public required TableReference Right { get; init; }

    public SqlExpression? On { get; init; }

    /// <summary>Columns of <c>USING</c>.</summary>
    public ImmutableArray<SqlName> Using { get; init; } = [];

    public SqlName? Alias { get; init; }

    public override IEnumerable<SqlNode?> Children => [Left, Right, On, .. Using, Alias];
}

/// <summary>A hole in the place of a table, or of joins after one.</summary>
public sealed class HoleTable : TableReference
{
    public required int Hole { get; init; }
}
