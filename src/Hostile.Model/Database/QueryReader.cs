using System.Collections.Immutable;
using Hostile.Syntax.Sql;

namespace Hostile.Model.Database;

/// <summary>Turns a statement's tree into a <see cref="Query"/>: finds tables behind aliases and says what happens to columns.</summary>
internal sealed partial class QueryReader
{
    private const int MostRows = 100;

    private readonly HashSet<string> _commonTables;
    private readonly SortedSet<string> _usedCommonTables = new(StringComparer.Ordinal);
    private readonly ImmutableArray<TableUse>.Builder _tables = ImmutableArray.CreateBuilder<TableUse>();
    private readonly ImmutableArray<ParameterUse>.Builder _parameters = ImmutableArray.CreateBuilder<ParameterUse>();
    private readonly HashSet<int> _usedParameters = [];
    private readonly ImmutableArray<CommonQuery>.Builder _with = ImmutableArray.CreateBuilder<CommonQuery>();
    private readonly ImmutableArray<Query>.Builder _subqueries = ImmutableArray.CreateBuilder<Query>();
    private readonly ImmutableArray<ExistenceCheck>.Builder _checks = ImmutableArray.CreateBuilder<ExistenceCheck>();
    private readonly SqlTree _tree;

    private QueryReader(SqlTree tree, IEnumerable<string> commonTables)
    {
        _tree = tree;
        _commonTables = [.. commonTables];
    }

    public static Query Read(SqlStatement statement, SqlTree tree) => Read(statement, tree, []);

    private static Query Read(SqlStatement statement, SqlTree tree, IEnumerable<string> commonTables)
    {
        var reader = new QueryReader(tree, commonTables);
        var query = reader.ReadStatement(statement);
        return reader.Complete(query, statement);
    }

    /// <summary>The condition of a partial index on a table.</summary>
    /// <param name="text">What the predicate stands in.</param>
    public static QueryCondition ReadPredicate(SqlExpression predicate, TableName table, SqlText text) =>
        new QueryReader(new() { Text = text, Statements = [], Parameters = [], Errors = [] }, []).ReadCondition(predicate, new([("", table)], null));

    private Query ReadStatement(SqlStatement statement) => statement switch
    {
        SelectStatement select => ReadSelect(select.Query),
        InsertStatement insert => ReadInsert(insert),
        UpdateStatement update => ReadUpdate(update),
        DeleteStatement delete => ReadDelete(delete),
        MergeStatement merge => ReadMerge(merge),
        TruncateStatement truncate => ReadTables(QueryKind.Truncate, truncate.Tables, TableAccess.Truncate),
        LockStatement locks => ReadTables(QueryKind.Lock, locks.Tables, TableAccess.Lock) with { LockMode = locks.Mode },
        CopyStatement copy => ReadCopy(copy),
        TransactionStatement transaction => ReadTransaction(transaction),
        SetStatement set => ReadSet(set),
        NotifyStatement notify => new()
        {
            Kind = notify.Verb switch { "listen" => QueryKind.Listen, "unlisten" => QueryKind.Unlisten, _ => QueryKind.Notify },
            Name = notify.Channel?.Text ?? "",
        },
        CallStatement => new() { Kind = QueryKind.Call },
        DoStatement => new() { Kind = QueryKind.Do },
        WrapperStatement { Verb: "explain", Runs: false } => new() { Kind = QueryKind.Other },
        WrapperStatement { Verb: "prepare" } => new() { Kind = QueryKind.Other },
        WrapperStatement wrapper => ReadStatement(wrapper.Inner),
        UnknownStatement unknown => new() { Kind = IsDefinition(unknown.Words) ? QueryKind.Ddl : QueryKind.Other },
        _ => ReadDefinition(statement),
    };

    private static bool IsDefinition(string words) =>
        words.StartsWith("create", StringComparison.Ordinal) || words.StartsWith("alter", StringComparison.Ordinal) || words.StartsWith("drop", StringComparison.Ordinal);

    /// <summary>Adds what is said of any statement: functions, locks, parameters, what is unknown.</summary>
    private Query Complete(Query query, SqlStatement statement)
    {
        var nodes = OwnNodes(statement).ToArray();
        foreach (var node in nodes)
        {
            if (node is ParameterExpression or HoleExpression && _usedParameters.Add(node.Span.Start))
                _parameters.Add(new(ValueOf((SqlExpression)node, Scope.Empty), ParameterRole.Other, null));
        }

        var calls = nodes.OfType<CallExpression>().ToArray();
        var locks = calls.Where(c => IsAdvisory(c.Name.Last.Text)).Select(c =>
            new AdvisoryLock(c.Name.Last.Text, [.. c.Arguments.Select(a => ValueOf(a, Scope.Empty))], c.Span)).ToImmutableArray();
        var settings = calls.Where(c => c.Name.Last.Text == "set_config" && c.Arguments.Length == 3).Select(ReadSetConfig).ToImmutableArray();
        var kind = query.Kind;
        if (kind == QueryKind.Select && _tables.Count == 0)
            kind = !locks.IsEmpty ? QueryKind.AdvisoryLock : !settings.IsEmpty ? QueryKind.Set : kind;
        if (kind == QueryKind.Select && nodes.OfType<SelectQuery>().Any(s => s.Into is not null))
            kind = QueryKind.Ddl;

        return query with
        {
            Kind = kind,
            Span = statement.Span,
            Tables = [.. _tables.DistinctBy(t => (t.Table, t.Access, t.Span)).OrderBy(t => t.Span.Start)],
            Table = query.Table ?? FirstTable(),
            Parameters = [.. _parameters.OrderBy(p => p.Value.Span.Start)],
            With = _with.ToImmutable(),
            CommonUses = [.. _usedCommonTables],
            ExistenceChecks = _checks.ToImmutable(),
            Subqueries = _subqueries.ToImmutable(),
            AdvisoryLocks = locks,
            Settings = [.. query.Settings, .. settings],
            Functions = [.. calls.Select(c => c.Name.Last.Text).Distinct()],
            ImpossibleParameters = TakesNoParameters(statement) && !(statement is SetStatement { Verb: "show" } && _tree.HasError(statement.Span))
                ? _tree.ParametersIn(statement.Span)
                : [],
            IsPartlyUnknown = _tree.HasError(statement.Span) || !statement.Fragments.IsEmpty || nodes.Any(n => n is FragmentExpression or HoleTable or SelectQuery { Fragments.IsEmpty: false }),
        };

        TableName? FirstTable() => _tables.Count == 0 ? null : _tables[0].Table;
    }

    /// <summary>The nodes of a statement without those of its WITH clause, which are queries of their own.</summary>
    private static IEnumerable<SqlNode> OwnNodes(SqlStatement statement)
    {
        var open = new Stack<SqlNode>();
        open.Push(statement);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children.Reverse())
            {
                if (child is not null and not CommonTable)
                    open.Push(child);
            }
        }
    }

    private static bool IsAdvisory(string function) => function.StartsWith("pg_", StringComparison.Ordinal) && function.Contains("advisory_", StringComparison.Ordinal);

    /// <summary>
    /// Statements that the server plans take parameters, also inside EXPLAIN, DECLARE and CREATE TABLE AS; PREPARE has its own. All
    /// others never do. Run on PostgreSQL 15: SET, LISTEN, NOTIFY, BEGIN, TRUNCATE, DROP, GRANT and their like fail with 42601;
    /// where the grammar allows an expression (DEFAULT, CHECK, a view, COPY's query, EXECUTE) with 08P01, for a materialized view with 0A000.
    /// </summary>
    private static bool TakesNoParameters(SqlStatement statement) => statement switch
    {
        SelectStatement or InsertStatement or UpdateStatement or DeleteStatement or MergeStatement or CallStatement or WrapperStatement => false,
        CreateTableStatement { Query: not null } => false,
        UnknownStatement unknown => unknown.IsCommand,
        _ => true,
    };

    private SettingWrite ReadSetConfig(CallExpression call)
    {
        var name = ValueOf(call.Arguments[0], Scope.Empty);
        var isLocal = ValueOf(call.Arguments[2], Scope.Empty);
        return new(
            name is { Source: ValueSource.Constant, Text: { } text } ? text.ToLowerInvariant() : "",
            isLocal is { Source: ValueSource.Constant, Text: "true" or "t" or "1" or "on" },
            ValueOf(call.Arguments[1], Scope.Empty), IsFunction: true, call.Span);
    }

    private Query ReadTables(QueryKind kind, ImmutableArray<QualifiedName> tables, TableAccess access)
    {
        foreach (var table in tables)
            Use(table, access);
        return new() { Kind = kind };
    }

    private Query ReadCopy(CopyStatement copy)
    {
        if (copy.Query is not null)
            return Read(copy.Query, _tree, _commonTables) is var inner && Adopt(inner) ? new() { Kind = QueryKind.Copy } : inner;
        if (copy.Table is { } table)
            Use(table, copy.IsFrom ? TableAccess.Insert : TableAccess.Read);
        return new() { Kind = QueryKind.Copy };
    }

    private bool Adopt(Query inner)
    {
        _tables.AddRange(inner.Tables);
        return true;
    }

    private Query ReadDefinition(SqlStatement statement)
    {
        QualifiedName[] names = statement switch
        {
            CreateTableStatement create => [create.Table],
            CreateIndexStatement index => [index.Table],
            AlterTableStatement { Relation: not "index" and not "sequence" } alter => [alter.Table],
            DropStatement { Object: "table" or "view" or "materialized view" } drop => [.. drop.Names],
            DropStatement { On: { } on } => [on],
            CreateTriggerStatement trigger => [trigger.Table],
            CreateViewStatement view => [view.Name],
            _ => [],
        };
        foreach (var name in names)
            Use(name, TableAccess.Define);
        var query = statement switch { CreateTableStatement create => create.Query, CreateViewStatement view => view.Query, _ => null };
        if (query is not null)
            ReadSelect(query);
        return new() { Kind = QueryKind.Ddl, Table = names.Length > 0 ? NameOf(names[0]) : null };
    }

    private static Query ReadTransaction(TransactionStatement transaction) => new()
    {
        Kind = transaction.Action switch
        {
            TransactionAction.Begin => QueryKind.Begin,
            TransactionAction.Commit or TransactionAction.CommitPrepared => QueryKind.Commit,
            TransactionAction.Rollback or TransactionAction.RollbackPrepared => QueryKind.Rollback,
            TransactionAction.Savepoint => QueryKind.Savepoint,
            TransactionAction.Release => QueryKind.ReleaseSavepoint,
            TransactionAction.RollbackTo => QueryKind.RollbackToSavepoint,
            _ => QueryKind.PrepareTransaction,
        },
        Name = transaction.Name?.Text ?? "",
        Isolation = LevelOf(transaction.Modes.Isolation),
    };

    private static IsolationLevel? LevelOf(string? name) => name switch
    {
        null => null,
        "serializable" => IsolationLevel.Serializable,
        "repeatable read" => IsolationLevel.RepeatableRead,
        "read committed" => IsolationLevel.ReadCommitted,
        "read uncommitted" => IsolationLevel.ReadUncommitted,
        _ => IsolationLevel.Unknown,
    };

    private static Query ReadSet(SetStatement set)
    {
        if (set.Verb == "show")
            return new() { Kind = QueryKind.Other };
        var value = ValueSetBy(set);
        var isolation = set.Setting is "transaction_isolation" or "default_transaction_isolation" && value?.Text is { } level ? LevelOf(level) : LevelOf(set.Modes.Isolation);
        return new()
        {
            Kind = QueryKind.Set,
            Isolation = isolation,
            Settings = [new(set.Setting.Contains("${", StringComparison.Ordinal) ? "" : set.Setting, set.IsLocal, value, IsFunction: false, set.Span)],
        };
    }

    /// <summary>What SET writes; null for DEFAULT and for several values.</summary>
    public static QueryValue? ValueSetBy(SetStatement set) => set.Values is [var only] ? SettingValue(only) : null;

    private static QueryValue SettingValue(SqlExpression value) => value is ColumnExpression { Name: { Parts: [var word] } }
        ? new(word.IsKnown ? ValueSource.Constant : ValueSource.Hole, value.Span) { Text = word.Text, Number = Math.Max(0, word.Hole) }
        : ValueOf(value, Scope.Empty);

    private TableName Use(QualifiedName name, TableAccess access)
    {
        var table = NameOf(name);
        _tables.Add(new(table, access, name.Span));
        return table;
    }

    private static TableName NameOf(QualifiedName name) => new(name.Qualifier?.Text, name.Last.Text);
}
