using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <summary>One statement of a text, without its semicolon.</summary>
public abstract class SqlStatement : SqlNode
{
    /// <summary>Indexes of holes that stand between clauses and may be any clause; empty when all of the statement is known.</summary>
    public ImmutableArray<int> Fragments { get; init; } = [];
}

/// <summary>A query as a statement.</summary>
public sealed class SelectStatement : SqlStatement
{
    public required SelectQuery Query { get; init; }

    public override IEnumerable<SqlNode?> Children => [Query];
}

/// <summary><c>INSERT</c>.</summary>
public sealed class InsertStatement : SqlStatement
{
    public ImmutableArray<CommonTable> With { get; init; } = [];

    public required QualifiedName Table { get; init; }

    public SqlName? Alias { get; init; }

    /// <summary>The column list; empty when there is none.</summary>
    public ImmutableArray<AssignmentTarget> Columns { get; init; } = [];

    /// <summary>The rows, or null for <c>DEFAULT VALUES</c> and where a hole brings them.</summary>
    public SelectQuery? Source { get; init; }

    public bool IsDefaultValues { get; init; }

    public ConflictClause? Conflict { get; init; }

    public ImmutableArray<SelectItem> Returning { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [.. With, Table, Alias, .. Columns, Source, Conflict, .. Returning];
}

/// <summary><c>ON CONFLICT</c>.</summary>
public sealed class ConflictClause : SqlNode
{
    /// <summary>Columns and expressions of the target; empty without one.</summary>
    public ImmutableArray<SqlExpression> Target { get; init; } = [];

    /// <summary>The predicate that chooses a partial index, or null.</summary>
    public SqlExpression? TargetWhere { get; init; }

    /// <summary>The name after <c>ON CONSTRAINT</c>, or null.</summary>
    public SqlName? Constraint { get; init; }

    /// <summary><c>DO UPDATE</c> rather than <c>DO NOTHING</c>.</summary>
    public required bool IsUpdate { get; init; }

    public ImmutableArray<Assignment> Assignments { get; init; } = [];

    public SqlExpression? Where { get; init; }

    /// <summary>Whether a hole stands for part of the clause.</summary>
    public bool IsPartlyUnknown { get; init; }

    public override IEnumerable<SqlNode?> Children => [.. Target, TargetWhere, Constraint, .. Assignments, Where];
}

/// <summary>A column that is written, with the field or element of it where only that is.</summary>
public sealed class AssignmentTarget : SqlNode
{
    /// <summary>The column, or the hole that stands for one or several.</summary>
    public required SqlName Column { get; init; }

    /// <summary>Whether only a field or an element of the column is written.</summary>
    public bool IsPart { get; init; }

    public override IEnumerable<SqlNode?> Children => [Column];
}

/// <summary><c>a = x</c> or <c>(a, b) = (x, y)</c>.</summary>
public sealed class Assignment : SqlNode
{
    /// <summary>One column, or several for a tuple; empty for a hole that brings whole assignments.</summary>
    public required ImmutableArray<AssignmentTarget> Targets { get; init; }

    public required SqlExpression Value { get; init; }

    public override IEnumerable<SqlNode?> Children => [.. Targets, Value];
}

/// <summary><c>UPDATE</c>.</summary>
public sealed class UpdateStatement : SqlStatement
{
    public ImmutableArray<CommonTable> With { get; init; } = [];

    public required QualifiedName Table { get; init; }

    public SqlName? Alias { get; init; }

    public ImmutableArray<Assignment> Assignments { get; init; } = [];

    public ImmutableArray<TableReference> From { get; init; } = [];

    /// <summary>The condition, or null: every row, unless <see cref="CurrentOf"/>.</summary>
    public SqlExpression? Where { get; init; }

    /// <summary>The cursor of <c>WHERE CURRENT OF</c>, or null.</summary>
    public SqlName? CurrentOf { get; init; }

    public ImmutableArray<SelectItem> Returning { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [.. With, Table, Alias, .. Assignments, .. From, Where, .. Returning];
}

/// <summary><c>DELETE</c>.</summary>
public sealed class DeleteStatement : SqlStatement
{
    public ImmutableArray<CommonTable> With { get; init; } = [];

    public required QualifiedName Table { get; init; }

    public SqlName? Alias { get; init; }

    public ImmutableArray<TableReference> Using { get; init; } = [];

    public SqlExpression? Where { get; init; }

    public SqlName? CurrentOf { get; init; }

    public ImmutableArray<SelectItem> Returning { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [.. With, Table, Alias, .. Using, Where, .. Returning];
}

/// <summary><c>MERGE</c>.</summary>
public sealed class MergeStatement : SqlStatement
{
    public ImmutableArray<CommonTable> With { get; init; } = [];

    public required QualifiedName Table { get; init; }

    public SqlName? Alias { get; init; }

    public required TableReference Source { get; init; }

    public SqlExpression? On { get; init; }

    public ImmutableArray<MergeAction> Actions { get; init; } = [];

    public ImmutableArray<SelectItem> Returning { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [.. With, Table, Alias, Source, On, .. Actions, .. Returning];
}

/// <summary><c>WHEN [NOT] MATCHED … THEN …</c>.</summary>
public sealed class MergeAction : SqlNode
{
    /// <summary>Whether it acts on rows that both sides have.</summary>
    public required bool IsMatched { get; init; }

    public SqlExpression? Condition { get; init; }

    /// <summary><c>insert</c>, <c>update</c>, <c>delete</c> or <c>nothing</c>.</summary>
    public required string Action { get; init; }

    public ImmutableArray<Assignment> Assignments { get; init; } = [];

    public ImmutableArray<AssignmentTarget> Columns { get; init; } = [];

    public ImmutableArray<SqlExpression> Values { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [Condition, .. Assignments, .. Columns, .. Values];
}

/// <summary><c>TRUNCATE</c>.</summary>
public sealed class TruncateStatement : SqlStatement
{
    public required ImmutableArray<QualifiedName> Tables { get; init; }

    public override IEnumerable<SqlNode?> Children => Tables;
}

/// <summary><c>LOCK TABLE</c>.</summary>
public sealed class LockStatement : SqlStatement
{
    public required ImmutableArray<QualifiedName> Tables { get; init; }

    /// <summary>The mode in lower case; <c>access exclusive</c> where none is written.</summary>
    public required string Mode { get; init; }

    public bool IsNowait { get; init; }

    public override IEnumerable<SqlNode?> Children => Tables;
}

/// <summary><c>COPY</c>.</summary>
public sealed class CopyStatement : SqlStatement
{
    public QualifiedName? Table { get; init; }

    public ImmutableArray<SqlName> Columns { get; init; } = [];

    public SqlStatement? Query { get; init; }

    public required bool IsFrom { get; init; }

    public SqlExpression? Where { get; init; }

    public override IEnumerable<SqlNode?> Children => [Table, .. Columns, Query, Where];
}

/// <summary>What a <see cref="TransactionStatement"/> does.</summary>
public enum TransactionAction { Begin, Commit, Rollback, Savepoint, Release, RollbackTo, Prepare, CommitPrepared, RollbackPrepared }

/// <summary><c>BEGIN</c>, <c>COMMIT</c>, <c>SAVEPOINT</c> and their kin.</summary>
public sealed class TransactionStatement : SqlStatement
{
    public required TransactionAction Action { get; init; }

    public TransactionModes Modes { get; init; }

    /// <summary>Name of the savepoint, or null.</summary>
    public SqlName? Name { get; init; }

    /// <summary><c>AND CHAIN</c>: the next transaction begins at once.</summary>
    public bool IsChained { get; init; }

    public override IEnumerable<SqlNode?> Children => [Name];
}

/// <summary>Modes of a transaction; what is not written is null.</summary>
/// <param name="Isolation"><c>serializable</c>, <c>repeatable read</c>, <c>read committed</c>, <c>read uncommitted</c>, or empty where a hole or a parameter stands for it.</param>
/// <param name="IsReadOnly">True for <c>READ ONLY</c>, false for <c>READ WRITE</c>.</param>
/// <param name="IsDeferrable">True for <c>DEFERRABLE</c>.</param>
public readonly record struct TransactionModes(string? Isolation, bool? IsReadOnly, bool? IsDeferrable);

/// <summary><c>SET</c>, <c>RESET</c> and <c>SHOW</c> in all forms.</summary>
public sealed class SetStatement : SqlStatement
{
    /// <summary><c>set</c>, <c>reset</c> or <c>show</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Whether it holds until the end of the transaction only.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Name of the setting: <c>lock_timeout</c>, <c>app.user</c>, <c>role</c>, <c>time zone</c>, <c>transaction</c>, <c>session characteristics</c>, <c>constraints</c>.</summary>
    public required string Setting { get; init; }

    /// <summary>The values; empty for <c>DEFAULT</c>.</summary>
    public ImmutableArray<SqlExpression> Values { get; init; } = [];

    /// <summary>Modes of <c>SET TRANSACTION</c> and <c>SET SESSION CHARACTERISTICS</c>.</summary>
    public TransactionModes Modes { get; init; }

    public override IEnumerable<SqlNode?> Children => Values;
}

/// <summary><c>ALTER ROLE app IN DATABASE shop SET lock_timeout = '5s'</c>, <c>ALTER DATABASE shop SET …</c>: what new sessions begin with.</summary>
public sealed class AlterSettingStatement : SqlStatement
{
    /// <summary>The role; null where a database's setting is changed, or that of all roles; empty for the one that runs it.</summary>
    public string? Role { get; init; }

    /// <summary>The database; null for all.</summary>
    public string? Database { get; init; }

    /// <summary>What is set.</summary>
    public required SetStatement Set { get; init; }

    public override IEnumerable<SqlNode?> Children => [Set];
}

/// <summary><c>LISTEN</c>, <c>UNLISTEN</c> and <c>NOTIFY</c>.</summary>
public sealed class NotifyStatement : SqlStatement
{
    /// <summary><c>listen</c>, <c>unlisten</c> or <c>notify</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>The channel, or null for <c>UNLISTEN *</c> and where a parameter stands for it.</summary>
    public SqlName? Channel { get; init; }

    public SqlExpression? Payload { get; init; }

    public override IEnumerable<SqlNode?> Children => [Channel, Payload];
}

/// <summary><c>DO</c> with its body as text.</summary>
public sealed class DoStatement : SqlStatement
{
    /// <summary>The body without its quotes.</summary>
    public required SqlSpan Body { get; init; }
}

/// <summary><c>CALL f(…)</c>.</summary>
public sealed class CallStatement : SqlStatement
{
    public required SqlExpression Call { get; init; }

    public override IEnumerable<SqlNode?> Children => [Call];
}

/// <summary>A statement around another: <c>EXPLAIN</c>, <c>PREPARE … AS</c>, <c>DECLARE … CURSOR FOR</c>.</summary>
public sealed class WrapperStatement : SqlStatement
{
    /// <summary><c>explain</c>, <c>prepare</c> or <c>declare</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>Whether the inner statement is really run: <c>EXPLAIN ANALYZE</c>.</summary>
    public bool Runs { get; init; }

    public required SqlStatement Inner { get; init; }

    public override IEnumerable<SqlNode?> Children => [Inner];
}

/// <summary>Any other statement; only its first words are known.</summary>
public sealed class UnknownStatement : SqlStatement
{
    /// <summary>Up to three first words in lower case; empty where the statement begins with a hole or no word.</summary>
    public required string Words { get; init; }

    /// <summary>
    /// Whether a command of PostgreSQL begins so (version 18, gram.y, <c>stmt</c>); what does not, such as <c>CASE WHEN …</c>, is a piece of some other statement.
    /// </summary>
    public bool IsCommand => Words.Split(' ')[0] is "alter" or "analyse" or "analyze" or "checkpoint" or "close" or "cluster" or "comment" or "create" or "deallocate" or "declare" or "discard"
        or "drop" or "execute" or "explain" or "fetch" or "grant" or "import" or "load" or "move" or "prepare" or "reassign" or "refresh" or "reindex" or "repack" or "revoke" or "security"
        or "show" or "vacuum";

    /// <summary>Parameters anywhere in it.</summary>
    public ImmutableArray<ParameterExpression> Parameters { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => Parameters;
}
