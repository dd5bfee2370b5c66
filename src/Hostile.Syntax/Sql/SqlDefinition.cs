using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <summary><c>CREATE TABLE</c>, also <c>AS</c> a query.</summary>
public sealed class CreateTableStatement : SqlStatement
{
    public required QualifiedName Table { get; init; }

    public bool IfNotExists { get; init; }

    public bool IsTemporary { get; init; }

    public bool IsForeign { get; init; }

    public ImmutableArray<ColumnDefinition> Columns { get; init; } = [];

    public ImmutableArray<TableConstraint> Constraints { get; init; } = [];

    /// <summary>Tables of <c>LIKE t [INCLUDING …]</c>.</summary>
    public ImmutableArray<LikeTable> Likes { get; init; } = [];

    public ImmutableArray<QualifiedName> Inherits { get; init; } = [];

    /// <summary>The partitioned table of <c>PARTITION OF</c>, or null.</summary>
    public QualifiedName? PartitionOf { get; init; }

    /// <summary>Whether rows are spread over partitions.</summary>
    public bool IsPartitioned { get; init; }

    /// <summary>The query of <c>AS</c>, or null.</summary>
    public SelectQuery? Query { get; init; }

    public override IEnumerable<SqlNode?> Children => [Table, .. Columns, .. Constraints, .. Likes, .. Inherits, PartitionOf, Query];
}

/// <summary><c>LIKE t</c> among the columns of a table.</summary>
public sealed class LikeTable : SqlNode
{
    public required QualifiedName Table { get; init; }

    /// <summary>What is included beside names, types and NOT NULL, in lower case: <c>all</c>, <c>indexes</c>, <c>defaults</c> …</summary>
    public ImmutableArray<string> Including { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [Table];
}

/// <summary>A column of a table with its own constraints.</summary>
public sealed class ColumnDefinition : SqlNode
{
    public required SqlName Name { get; init; }

    /// <summary>The type, or null where <c>PARTITION OF</c> or <c>OF type</c> brings it.</summary>
    public TypeName? Type { get; init; }

    /// <summary>Constraints of the column; those with keys name this column.</summary>
    public ImmutableArray<TableConstraint> Constraints { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [Name, Type, .. Constraints];
}

/// <summary>Which constraint a <see cref="TableConstraint"/> is.</summary>
public enum ConstraintKind { NotNull, Null, Default, Generated, Identity, Check, Unique, PrimaryKey, Exclude, ForeignKey, Unknown }

/// <summary>A constraint of a table or of a column.</summary>
public sealed class TableConstraint : SqlNode
{
    public required ConstraintKind Kind { get; init; }

    /// <summary>The name after <c>CONSTRAINT</c>, or null.</summary>
    public SqlName? Name { get; init; }

    /// <summary>Key columns of UNIQUE, PRIMARY KEY and FOREIGN KEY.</summary>
    public ImmutableArray<SqlName> Columns { get; init; } = [];

    /// <summary>Whether two nulls are equal in a unique key.</summary>
    public bool NullsNotDistinct { get; init; }

    /// <summary>The existing index of <c>USING INDEX</c>, or null.</summary>
    public SqlName? UsingIndex { get; init; }

    /// <summary>The expression of CHECK, DEFAULT and GENERATED, the predicate of EXCLUDE; or null.</summary>
    public SqlExpression? Expression { get; init; }

    /// <summary>Elements of EXCLUDE.</summary>
    public ImmutableArray<IndexElement> Elements { get; init; } = [];

    /// <summary>The table that a foreign key refers to, or null.</summary>
    public QualifiedName? References { get; init; }

    /// <summary>Columns that are referred to; empty means the primary key.</summary>
    public ImmutableArray<SqlName> ReferencedColumns { get; init; } = [];

    /// <summary>What <c>ON DELETE</c> does, in lower case, or empty.</summary>
    public string OnDelete { get; init; } = "";

    /// <summary>What <c>ON UPDATE</c> does, in lower case, or empty.</summary>
    public string OnUpdate { get; init; } = "";

    public bool IsDeferrable { get; init; }

    public bool IsInitiallyDeferred { get; init; }

    public bool IsNotValid { get; init; }

    public override IEnumerable<SqlNode?> Children =>
        // The column that a constraint of its own names stands outside it and is that column's child.
        [Name, .. Columns.Where(c => c.Span.Start >= Span.Start), UsingIndex, Expression, .. Elements, References, .. ReferencedColumns];
}

/// <summary>One element of an index, an exclusion constraint or a conflict target: a column or an expression.</summary>
public sealed class IndexElement : SqlNode
{
    public required SqlExpression Value { get; init; }

    /// <summary>The operator of an exclusion constraint, or empty.</summary>
    public string Operator { get; init; } = "";

    public override IEnumerable<SqlNode?> Children => [Value];
}

/// <summary><c>CREATE INDEX</c>.</summary>
public sealed class CreateIndexStatement : SqlStatement
{
    public SqlName? Name { get; init; }

    public required QualifiedName Table { get; init; }

    public bool IsUnique { get; init; }

    public bool IsConcurrent { get; init; }

    public bool IfNotExists { get; init; }

    public required ImmutableArray<IndexElement> Elements { get; init; }

    public bool NullsNotDistinct { get; init; }

    /// <summary>The predicate of a partial index, or null.</summary>
    public SqlExpression? Where { get; init; }

    public override IEnumerable<SqlNode?> Children => [Name, Table, .. Elements, Where];
}

/// <summary><c>ALTER TABLE</c> with its actions.</summary>
public sealed class AlterTableStatement : SqlStatement
{
    public required QualifiedName Table { get; init; }

    /// <summary>Which relation is altered: <c>table</c>, <c>index</c>, <c>view</c>, <c>materialized view</c>, <c>sequence</c>, <c>foreign table</c>.</summary>
    public required string Relation { get; init; }

    public ImmutableArray<AlterTableAction> Actions { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [Table, .. Actions];
}

/// <summary>Which change an <see cref="AlterTableAction"/> makes.</summary>
public enum AlterTableKind
{
    AddColumn, DropColumn, AddConstraint, DropConstraint, RenameTable, RenameColumn, RenameConstraint,
    SetNotNull, DropNotNull, SetDefault, DropDefault, SetType, SetSchema, AttachPartition, DetachPartition, Inherit, NoInherit, Other,
}

/// <summary>One change of <c>ALTER TABLE</c>.</summary>
public sealed class AlterTableAction : SqlNode
{
    public required AlterTableKind Kind { get; init; }

    /// <summary>The column, constraint or partition that is changed, or null.</summary>
    public SqlName? Name { get; init; }

    /// <summary>The new name or schema, or null.</summary>
    public SqlName? NewName { get; init; }

    public ColumnDefinition? Column { get; init; }

    public TableConstraint? Constraint { get; init; }

    public TypeName? Type { get; init; }

    public SqlExpression? Expression { get; init; }

    /// <summary>The partition that is attached or detached, the parent that is inherited from or no longer, or null.</summary>
    public QualifiedName? Partition { get; init; }

    public override IEnumerable<SqlNode?> Children => [Name, NewName, Column, Constraint, Type, Expression, Partition];
}

/// <summary><c>DROP</c> of anything that has a name.</summary>
public sealed class DropStatement : SqlStatement
{
    /// <summary>What is dropped, in lower case: <c>table</c>, <c>index</c>, <c>type</c>, <c>materialized view</c>, <c>function</c> …</summary>
    public required string Object { get; init; }

    public ImmutableArray<QualifiedName> Names { get; init; } = [];

    /// <summary>The table of <c>DROP TRIGGER … ON t</c> and its like, or null.</summary>
    public QualifiedName? On { get; init; }

    public bool IfExists { get; init; }

    public bool IsCascade { get; init; }

    public override IEnumerable<SqlNode?> Children => [.. Names, On];
}

/// <summary><c>CREATE TYPE … AS ENUM</c>, <c>CREATE DOMAIN</c>, <c>ALTER TYPE … ADD VALUE</c> and other definitions of types.</summary>
public sealed class TypeStatement : SqlStatement
{
    /// <summary><c>enum</c>, <c>domain</c>, <c>composite</c>, <c>range</c>, <c>base</c>, <c>add value</c>, <c>rename value</c>, <c>rename</c>, <c>set schema</c> or <c>other</c>.</summary>
    public required string Form { get; init; }

    public required QualifiedName Name { get; init; }

    /// <summary>Labels of an enum; the old and the new one of <c>RENAME VALUE</c>.</summary>
    public ImmutableArray<ConstantExpression> Labels { get; init; } = [];

    /// <summary>The type below a domain, or null.</summary>
    public TypeName? Base { get; init; }

    public ImmutableArray<TableConstraint> Constraints { get; init; } = [];

    public SqlName? NewName { get; init; }

    public override IEnumerable<SqlNode?> Children => [Name, .. Labels, Base, .. Constraints, NewName];
}

/// <summary><c>CREATE VIEW</c>, also materialized.</summary>
public sealed class CreateViewStatement : SqlStatement
{
    public required QualifiedName Name { get; init; }

    public bool IsMaterialized { get; init; }

    public ImmutableArray<SqlName> Columns { get; init; } = [];

    public SelectQuery? Query { get; init; }

    public override IEnumerable<SqlNode?> Children => [Name, .. Columns, Query];
}

/// <summary><c>CREATE FUNCTION</c> or <c>PROCEDURE</c> with its body as text.</summary>
public sealed class CreateFunctionStatement : SqlStatement
{
    public required QualifiedName Name { get; init; }

    public bool IsProcedure { get; init; }

    /// <summary>The language in lower case, or empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>The body without its quotes, or null.</summary>
    public SqlSpan? Body { get; init; }

    public override IEnumerable<SqlNode?> Children => [Name];
}

/// <summary><c>CREATE TRIGGER</c>.</summary>
public sealed class CreateTriggerStatement : SqlStatement
{
    public required SqlName Name { get; init; }

    public required QualifiedName Table { get; init; }

    /// <summary><c>before</c>, <c>after</c> or <c>instead of</c>.</summary>
    public required string Timing { get; init; }

    /// <summary><c>insert</c>, <c>update</c>, <c>delete</c>, <c>truncate</c>.</summary>
    public required ImmutableArray<string> Events { get; init; }

    /// <summary>The function that is run, or null.</summary>
    public QualifiedName? Function { get; init; }

    public override IEnumerable<SqlNode?> Children => [Name, Table, Function];
}

/// <summary><c>CREATE SCHEMA</c>, with the statements that stand inside it.</summary>
public sealed class CreateSchemaStatement : SqlStatement
{
    public SqlName? Name { get; init; }

    public bool IfNotExists { get; init; }

    public ImmutableArray<SqlStatement> Elements { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [Name, .. Elements];
}
