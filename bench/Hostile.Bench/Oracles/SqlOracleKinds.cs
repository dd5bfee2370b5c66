using Hostile.Syntax.Sql;

namespace Hostile.Bench.Oracles;

/// <summary>Which of our nodes stands for which of PostgreSQL's, and the tables that each of ours names.</summary>
public static class SqlOracleKinds
{
    public static bool Match(SqlStatement statement, string kind) => statement switch
    {
        SelectStatement { Query: var query } => kind == "SelectStmt" && query is not null,
        InsertStatement => kind == "InsertStmt",
        UpdateStatement => kind == "UpdateStmt",
        DeleteStatement => kind == "DeleteStmt",
        MergeStatement => kind == "MergeStmt",
        TruncateStatement => kind == "TruncateStmt",
        LockStatement => kind == "LockStmt",
        CopyStatement => kind == "CopyStmt",
        TransactionStatement => kind == "TransactionStmt",
        SetStatement { Verb: "show" } => kind == "VariableShowStmt",
        SetStatement { Setting: "constraints" } => kind == "ConstraintsSetStmt",
        SetStatement => kind == "VariableSetStmt",
        NotifyStatement { Verb: "listen" } => kind == "ListenStmt",
        NotifyStatement { Verb: "unlisten" } => kind == "UnlistenStmt",
        NotifyStatement => kind == "NotifyStmt",
        DoStatement => kind == "DoStmt",
        CallStatement => kind == "CallStmt",
        WrapperStatement { Verb: "explain" } => kind == "ExplainStmt",
        WrapperStatement { Verb: "prepare" } => kind == "PrepareStmt",
        WrapperStatement => kind == "DeclareCursorStmt",
        CreateTableStatement { IsForeign: true } => kind == "CreateForeignTableStmt",
        CreateTableStatement { Query: not null } => kind == "CreateTableAsStmt",
        CreateTableStatement => kind is "CreateStmt" or "CreateTableAsStmt",
        CreateIndexStatement => kind == "IndexStmt",
        AlterTableStatement => kind is "AlterTableStmt" or "RenameStmt" or "AlterObjectSchemaStmt" or "AlterSeqStmt" or "AlterObjectDependsStmt",
        DropStatement => kind.StartsWith("Drop", StringComparison.Ordinal),
        TypeStatement { Form: "enum" } => kind == "CreateEnumStmt",
        TypeStatement { Form: "domain" } => kind == "CreateDomainStmt",
        TypeStatement { Form: "composite" } => kind == "CompositeTypeStmt",
        TypeStatement { Form: "range" } => kind == "CreateRangeStmt",
        TypeStatement { Form: "base" } => kind == "DefineStmt",
        TypeStatement { Form: "add value" or "rename value" } => kind == "AlterEnumStmt",
        TypeStatement => kind is "RenameStmt" or "AlterObjectSchemaStmt" or "AlterTypeStmt" or "AlterDomainStmt" or "AlterTableStmt" or "AlterOwnerStmt",
        CreateViewStatement { IsMaterialized: true } => kind == "CreateTableAsStmt",
        CreateViewStatement => kind == "ViewStmt",
        CreateFunctionStatement => kind == "CreateFunctionStmt",
        CreateTriggerStatement => kind == "CreateTrigStmt",
        CreateSchemaStatement => kind == "CreateSchemaStmt",
        AlterSettingStatement => kind is "AlterDatabaseSetStmt" or "AlterRoleSetStmt",
        UnknownStatement unknown => unknown.Words != "" && !IsKnown(kind),
        _ => false,
    };

    /// <summary>Kinds that our parser reads: none of them may be unknown to it.</summary>
    private static bool IsKnown(string kind) => kind is "SelectStmt" or "InsertStmt" or "UpdateStmt" or "DeleteStmt" or "MergeStmt" or "TruncateStmt"
        or "LockStmt" or "CopyStmt" or "TransactionStmt" or "VariableSetStmt" or "VariableShowStmt" or "ConstraintsSetStmt" or "ListenStmt"
        or "UnlistenStmt" or "NotifyStmt" or "DoStmt" or "CallStmt" or "ExplainStmt" or "PrepareStmt" or "DeclareCursorStmt" or "CreateStmt"
        or "CreateTableAsStmt" or "IndexStmt" or "CreateEnumStmt" or "CreateDomainStmt" or "ViewStmt" or "CreateFunctionStmt" or "CreateTrigStmt" or "CreateSchemaStmt";

    /// <summary>Nodes that keep text where PostgreSQL's tree names tables (ALTER SEQUENCE, composite types, bodies, EXECUTE).</summary>
    public static bool IsOpaque(SqlNode node) => node is UnknownStatement or TypeStatement or DropStatement or CreateFunctionStatement
        or AlterTableStatement { Relation: "sequence" } or CreateTriggerStatement { Function: null }
        // The names of constraints look like tables there.
        or SetStatement { Setting: "constraints" }
        // Tables that appear in options, not in what the statement reads or writes.
        or TableConstraint { Kind: ConstraintKind.Identity };

    public static IEnumerable<string> Tables(SqlStatement statement) => statement.Descendants().SelectMany(Named).Select(n => n.ToString());

    private static IEnumerable<QualifiedName> Named(SqlNode node) => node switch
    {
        NamedTable table => [table.Name],
        SelectQuery { Into: { } into } => [into],
        InsertStatement insert => [insert.Table],
        UpdateStatement update => [update.Table],
        DeleteStatement delete => [delete.Table],
        MergeStatement merge => [merge.Table],
        TruncateStatement truncate => truncate.Tables,
        LockStatement locks => locks.Tables,
        LockingClause locking => locking.Of,
        CopyStatement { Table: { } table } => [table],
        CreateTableStatement create => [create.Table, .. create.Inherits, .. create.PartitionOf is { } parent ? new[] { parent } : []],
        LikeTable like => [like.Table],
        TableConstraint { References: { } referenced } => [referenced],
        CreateIndexStatement index => [index.Table],
        AlterTableStatement alter => [alter.Table],
        AlterTableAction { Partition: { } partition } => [partition],
        CreateViewStatement view => [view.Name],
        CreateTriggerStatement trigger => [trigger.Table],
        _ => [],
    };
}
