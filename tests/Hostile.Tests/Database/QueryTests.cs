using Hostile.Model.Database;
using Hostile.Syntax.Sql;
using Xunit;

namespace Hostile.Tests.Database;

/// <summary>What statements mean, a statement a case.</summary>
public sealed class QueryTests
{
    [Fact]
    public void A_select_for_update_says_its_table_its_key_and_its_lock()
    {
        var query = One("SELECT a.balance, a.version AS v FROM Public.Account a WHERE a.id = $1 AND NOT a.closed FOR NO KEY UPDATE OF a SKIP LOCKED LIMIT 1");
        Assert.Equal(QueryKind.Select, query.Kind);
        Assert.Equal(new TableName("public", "account"), query.Table);
        Assert.Equal(["id", "closed"], query.Fixed(query.Table!.Value).Select(m => m.Column.Name));
        Assert.Equal(1, query.Where.Matches[0].Values[0].Number);
        Assert.Equal("false", query.Where.Matches[1].Values[0].Text);
        Assert.Equal(["balance", "v"], query.Selected.Select(s => s.Name));
        Assert.Equal(("no key update", "skip locked"), (query.RowLock!.Strength, query.RowLock.Wait));
        Assert.Equal([query.Table!.Value], query.RowLock.Tables);
        Assert.True(query.RowLock.IsExclusive);
        Assert.Equal("1", query.Limit!.Text);
        Assert.False(query.IsPartlyUnknown);
    }

    [Theory]
    [InlineData("UPDATE t SET a = $1", WriteForm.Absolute)]
    [InlineData("UPDATE t SET a = 5", WriteForm.Absolute)]
    [InlineData("UPDATE t SET a = now() + $1::interval", WriteForm.Absolute)]
    [InlineData("UPDATE t SET a = a - $1", WriteForm.Relative)]
    [InlineData("UPDATE t AS u SET a = coalesce(u.a, 0) + 1", WriteForm.Relative)]
    [InlineData("UPDATE t SET a = CASE WHEN b THEN a ELSE $1 END", WriteForm.Relative)]
    [InlineData("UPDATE t SET a[1] = $1", WriteForm.Relative)]
    [InlineData("UPDATE t SET (a) = (SELECT max(b) FROM u)", WriteForm.FromRows)]
    [InlineData("UPDATE t SET a = b", WriteForm.FromRows)]
    [InlineData("UPDATE t SET (a, b) = ($1, b + 1)", WriteForm.Absolute)]
    [InlineData("INSERT INTO t (a) VALUES ($1)", WriteForm.Absolute)]
    [InlineData("INSERT INTO t (a) SELECT $1 WHERE NOT EXISTS (SELECT FROM t WHERE a = $1)", WriteForm.Absolute)]
    [InlineData("INSERT INTO t (a) SELECT b FROM u", WriteForm.FromRows)]
    [InlineData("MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET a = t.a + s.n", WriteForm.Relative)]
    public void A_written_column_is_absolute_relative_or_from_rows(string text, WriteForm form)
    {
        var write = One(text).Writes[0];
        Assert.Equal(("a", form), (write.Column, write.Form));
    }

    [Fact]
    public void The_guards_of_an_update_are_what_its_condition_asks_beyond_the_key()
    {
        var query = One("UPDATE account SET balance = balance - $1, version = version + 1 WHERE id = $2 AND version = $3 AND $1 <= balance AND state IN ('open', 'new') RETURNING balance");
        Assert.Equal(["version = 3", "balance >= 1", "state in open,new"],
            query.Guards(["id"]).Select(g => $"{g.Column.Name} {g.Operator} {string.Join(',', g.Values.Select(v => v.Text ?? v.Number.ToString()))}"));
        Assert.True(query.HasReturning);
        Assert.Equal([("balance", ParameterRole.Written), ("id", ParameterRole.Compared), ("version", ParameterRole.Compared), ("balance", ParameterRole.Compared)],
            query.Parameters.Select(p => (p.Column!.Value.Name, p.Role)));
    }

    [Fact]
    public void Alternatives_are_kept_apart_from_the_conjunction()
    {
        var where = One("SELECT 1 FROM t WHERE a = 1 AND (b = 2 OR b = 3 AND c IS NULL) AND d LIKE $1 AND f(e)").Where;
        Assert.Equal(["a", "d"], where.Matches.Select(m => m.Column.Name));
        Assert.Equal(2, Assert.Single(where.Either).Length);
        Assert.Equal(["b", "c"], where.Either[0][1].Matches.Select(m => m.Column.Name));
        Assert.True(where.HasOthers);
    }

    [Fact]
    public void Joins_fix_columns_of_both_tables_and_outer_joins_do_not()
    {
        var inner = One("SELECT * FROM a JOIN b ON b.a_id = a.id AND b.kind = 'x' WHERE a.id = $1");
        Assert.Equal(["b.a_id", "b.kind", "a.id"], inner.Where.Matches.Select(m => m.Column.ToString()));
        Assert.True(inner.Where.Matches[0].IsJoin);
        Assert.True(inner.SelectsEverything);
        Assert.Equal(["a.id"], One("SELECT 1 FROM a LEFT JOIN b ON b.kind = 'x' WHERE a.id = $1").Where.Matches.Select(m => m.Column.ToString()));
    }

    [Fact]
    public void A_conflict_clause_says_its_target_and_what_it_writes()
    {
        var query = One("INSERT INTO counter AS c (key, n) VALUES ($1, 1), ($2, 2) ON CONFLICT (key, lower(x)) WHERE active DO UPDATE SET n = c.n + EXCLUDED.n, m = EXCLUDED.n WHERE c.n < 10");
        var conflict = query.Conflict!;
        Assert.Equal(2, query.InsertedRows);
        Assert.Equal(["key", "n", "key", "n"], query.Writes.Select(w => w.Column));
        Assert.Equal(["key"], conflict.Columns);
        Assert.True(conflict.HasExpressions && conflict.IsUpdate && !conflict.IsPartlyUnknown);
        Assert.Equal("active", conflict.TargetPredicate.Matches[0].Column.Name);
        Assert.Equal([WriteForm.Relative, WriteForm.Absolute], conflict.Writes.Select(w => w.Form));
        Assert.Equal("t_key", One("INSERT INTO t VALUES (1) ON CONFLICT ON CONSTRAINT t_key DO NOTHING").Conflict!.Constraint);
    }

    [Fact]
    public void An_insert_that_checks_for_absence_says_which_rows_it_looked_for()
    {
        var query = One("INSERT INTO slot (room, day) SELECT $1, $2 WHERE NOT EXISTS (SELECT 1 FROM slot s WHERE s.room = $1 AND s.day = $2)");
        var check = Assert.Single(query.ExistenceChecks);
        Assert.True(check.IsNegated);
        Assert.Equal("slot", check.Table!.Value.Name);
        Assert.Equal(["room", "day"], check.Where.Matches.Select(m => m.Column.Name));
        Assert.Equal([TableAccess.Insert, TableAccess.Read], query.Tables.Select(t => t.Access));
    }

    [Fact]
    public void Aggregates_say_over_which_rows()
    {
        var query = One("SELECT count(*)::int, coalesce(sum(p.amount), 0) AS total, EXISTS (SELECT 1 FROM hold WHERE hold.account = $1) FROM payment p WHERE p.account = $1");
        Assert.Equal(["count payment ", "sum payment amount", "exists hold "], query.Aggregates.Select(a => $"{a.Function} {a.Table} {a.Column}"));
        Assert.Equal("account", query.Aggregates[2].Where.Matches[0].Column.Name);
    }

    [Fact]
    public void Statements_of_a_with_clause_are_queries_of_their_own_and_their_names_are_no_tables()
    {
        var query = One("WITH due AS (SELECT id FROM job WHERE state = 'ready' FOR UPDATE SKIP LOCKED LIMIT $1), done AS (DELETE FROM log RETURNING *) UPDATE job SET state = 'running' FROM due WHERE job.id = due.id");
        Assert.Equal(QueryKind.Update, query.Kind);
        Assert.Equal("job", query.Table!.Value.Name);
        Assert.Equal(["due Select skip locked", "done Delete "], query.With.Select(w => $"{w.Name} {w.Query.Kind} {w.Query.RowLock?.Wait}"));
        Assert.Equal(["job Read", "log Delete", "job Update"], query.Tables.Select(t => $"{t.Table} {t.Access}"));
        Assert.True(One("WITH a AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM a").IsWrite);
    }

    [Theory]
    [InlineData("BEGIN", QueryKind.Begin)]
    [InlineData("start transaction read only", QueryKind.Begin)]
    [InlineData("END", QueryKind.Commit)]
    [InlineData("ABORT", QueryKind.Rollback)]
    [InlineData("SAVEPOINT a", QueryKind.Savepoint)]
    [InlineData("ROLLBACK TO a", QueryKind.RollbackToSavepoint)]
    [InlineData("RELEASE a", QueryKind.ReleaseSavepoint)]
    [InlineData("SELECT pg_advisory_lock($1)", QueryKind.AdvisoryLock)]
    [InlineData("SELECT set_config('a.b', $1, true)", QueryKind.Set)]
    [InlineData("TRUNCATE a", QueryKind.Truncate)]
    [InlineData("LOCK a", QueryKind.Lock)]
    [InlineData("CREATE TABLE a (b int)", QueryKind.Ddl)]
    [InlineData("CREATE EXTENSION pgcrypto", QueryKind.Ddl)]
    [InlineData("EXPLAIN DELETE FROM t", QueryKind.Other)]
    [InlineData("EXPLAIN ANALYZE DELETE FROM t", QueryKind.Delete)]
    [InlineData("nonsense", QueryKind.Other)]
    public void Kinds(string text, QueryKind kind) => Assert.Equal(kind, One(text).Kind);

    [Theory]
    [InlineData("BEGIN ISOLATION LEVEL REPEATABLE READ", IsolationLevel.RepeatableRead)]
    [InlineData("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", IsolationLevel.Serializable)]
    [InlineData("SET default_transaction_isolation TO 'serializable'", IsolationLevel.Serializable)]
    public void Isolation(string text, IsolationLevel level) => Assert.Equal(level, One(text).Isolation);

    [Fact]
    public void Advisory_locks_say_who_holds_them_and_on_what()
    {
        var locks = One("SELECT pg_try_advisory_xact_lock_shared(1, hashtext($1)), pg_advisory_unlock(7)").AdvisoryLocks;
        Assert.True(locks[0] is { IsTry: true, IsTransaction: true, IsShared: true, IsUnlock: false, Keys.Length: 2 });
        Assert.Equal(1, Assert.Single(locks[0].Keys[1].Inputs).Number);
        Assert.True(locks[1] is { IsUnlock: true, IsTransaction: false });
    }

    [Fact]
    public void Settings_say_how_long_they_hold()
    {
        Assert.Equal(new SettingWrite("lock_timeout", true, One("SET LOCAL lock_timeout = '1s'").Settings[0].Value, false, new(0, 29)), One("SET LOCAL lock_timeout = '1s'").Settings[0]);
        var config = One("SELECT set_config('App.user', $1, true)").Settings[0];
        Assert.Equal(("app.user", true, true, 1), (config.Name, config.IsLocal, config.IsFunction, config.Value!.Number));
    }

    // Each was run on PostgreSQL 15 with its parameters bound: those that are marked always fail.
    [Theory]
    [InlineData("SET lock_timeout = $1", true)]
    [InlineData("SET LOCAL a.b TO $1", true)]
    [InlineData("SET TIME ZONE $1", true)]
    [InlineData("LISTEN $1", true)]
    [InlineData("NOTIFY a, $1", true)]
    [InlineData("BEGIN ISOLATION LEVEL $1", true)]
    [InlineData("SAVEPOINT $1", true)]
    [InlineData("TRUNCATE $1", true)]
    [InlineData("DROP TABLE $1", true)]
    [InlineData("CREATE TABLE q (a int DEFAULT $1)", true)]
    [InlineData("ALTER USER postgres PASSWORD $1", true)]
    [InlineData("EXECUTE p ($1)", true)]
    [InlineData("COPY (SELECT $1::int) TO STDOUT", true)]
    [InlineData("SELECT set_config('a.b', $1, true)", false)]
    [InlineData("SELECT pg_notify('a', $1)", false)]
    [InlineData("CALL p($1)", false)]
    [InlineData("CREATE TABLE q AS SELECT $1::int AS a", false)]
    [InlineData("EXPLAIN SELECT $1::int", false)]
    [InlineData("DECLARE c CURSOR WITH HOLD FOR SELECT $1::int", false)]
    [InlineData("DO $$ SELECT $1 $$", false)]
    [InlineData("SET a.b = :value", false)]
    public void Parameters_where_the_server_takes_none(string text, bool isImpossible)
    {
        var query = One(text);
        Assert.Equal(isImpossible ? ["$1"] : [], query.ImpossibleParameters.Select(p => text[p.Start..p.End]));
    }

    [Fact]
    public void Holes_are_values_names_or_unknown_clauses()
    {
        var query = Assert.Single(Query.Parse(SqlText.FromPieces("UPDATE ", ".job SET state = ", ", n = '", "' WHERE id = ", " AND ", "")));
        Assert.Equal(new TableName("${0}", "job"), query.Table);
        Assert.Equal([(ValueSource.Hole, 1), (ValueSource.Hole, 2)], query.Writes.Select(w => (w.Value.Source, w.Value.Number)));
        Assert.Equal(["id"], query.Fixed(query.Table!.Value).Select(m => m.Column.Name));
        Assert.True(query.Where.HasHole);
        Assert.False(query.IsPartlyUnknown);
        Assert.True(Assert.Single(Query.Parse(SqlText.FromPieces("SELECT * FROM t ", ""))).IsPartlyUnknown);
        Assert.Equal(ValueSource.Hole, Assert.Single(Query.Parse(SqlText.FromPieces("SELECT 1 FROM t WHERE a IN ", ""))).Where.Matches[0].Values[0].Source);
    }

    [Fact]
    public void Several_statements_are_several_queries()
    {
        var queries = Query.Parse(SqlText.Of("BEGIN; UPDATE t SET a = 1; COMMIT"));
        Assert.Equal([QueryKind.Begin, QueryKind.Update, QueryKind.Commit], queries.Select(q => q.Kind));
    }

    [Fact]
    public void Long_chains_and_deep_nesting_are_survived()
    {
        Assert.Equal(QueryKind.Select, One("SELECT 1 FROM t WHERE a = 1" + string.Concat(Enumerable.Repeat(" OR a = 1", 20_000))).Kind);
        Assert.Equal(QueryKind.Select, One("SELECT 1" + string.Concat(Enumerable.Repeat(" UNION SELECT 1 FROM t", 20_000))).Kind);
        Assert.Equal(QueryKind.Select, One("SELECT " + string.Concat(Enumerable.Repeat("(SELECT ", 300)) + "1" + new string(')', 300)).Kind);
        Assert.Equal(QueryKind.Select, One("SELECT 1 WHERE " + string.Concat(Enumerable.Repeat("(a OR b AND ", 350)) + "c" + new string(')', 350)).Kind);
    }

    private static Query One(string text) => Assert.Single(Query.Parse(SqlText.Of(text)));
}
