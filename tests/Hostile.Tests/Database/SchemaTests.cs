using System.Text;
using Hostile.Model.Database;
using Hostile.Syntax.Sql;
using Hostile.Syntax.Text;
using Xunit;

namespace Hostile.Tests.Database;

/// <summary>What migrations say of tables and keys.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void Roles_and_databases_give_their_sessions_settings()
    {
        var schema = Read(("db/001.sql", """
            ALTER ROLE shop IN DATABASE sales SET statement_timeout = '5s';
            ALTER USER CURRENT_USER SET lock_timeout TO 100;
            ALTER DATABASE sales SET statement_timeout TO DEFAULT;
            ALTER ROLE ALL SET statement_timeout = 0;
            ALTER ROLE shop RESET ALL;
            ALTER ROLE shop WITH LOGIN;
            ALTER DATABASE sales OWNER TO shop;
            """));
        Assert.Equal(["shop/sales statement_timeout 5s", "/- lock_timeout 100", "-/sales statement_timeout -", "-/- statement_timeout 0"],
            schema.SessionDefaults.Select(d => $"{d.Role ?? "-"}/{d.Database ?? "-"} {d.Setting} {d.Value?.Text ?? "-"}"));
        Assert.False(schema.HasUnreadStatements);
    }

    [Fact]
    public void A_table_has_its_columns_keys_and_checks_with_their_places()
    {
        var schema = Read(("db/001.sql", """
            -- accounts
            CREATE TABLE public.account (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                email text NOT NULL UNIQUE,
                state state_kind DEFAULT 'öpen',
                parent uuid REFERENCES public.account (id) ON DELETE SET NULL,
                balance numeric(12, 2) CHECK (balance >= 0),
                UNIQUE NULLS NOT DISTINCT (parent, state)
            );
            CREATE TYPE state_kind AS ENUM ('öpen', 'closed');
            ALTER TYPE state_kind ADD VALUE 'late';
            """));
        var table = schema.Table(new(null, "account"))!;
        Assert.True(table.IsComplete);
        Assert.Equal("db/001.sql:2", table.Place.ToString());
        Assert.Equal(["id uuid True True", "email text True False", "state state_kind False True", "parent uuid False False", "balance numeric False False"],
            table.Columns.Select(c => $"{c.Name} {c.Type} {c.IsNotNull} {c.HasDefault}"));
        Assert.Equal(["account_pkey (id) db/001.sql:3", "account_email_key (email) db/001.sql:4", "account_parent_state_key (parent, state) db/001.sql:8"],
            table.UniqueKeys.Select(k => $"{k.Name} ({k.Describe()}) {k.Place}"));
        Assert.Equal("UNIQUE NULLS NOT DISTINCT (parent, state)", table.UniqueKeys[2].Place.Text);
        Assert.Equal(("set null", "db/001.sql:6"), (table.ForeignKeys[0].OnDelete, table.ForeignKeys[0].Place.ToString()));
        Assert.Equal("balance >= 0", table.Checks[0].Text);
        Assert.Equal(["öpen", "closed", "late"], schema.Enums[0].Labels);
    }

    [Theory]
    [InlineData("id = $1", "")]
    [InlineData("id = $1 AND email = $2", "")]
    [InlineData("email = $1", "")]
    [InlineData("a = $1 AND b = $2", "b may be null, and nulls are distinct")]
    [InlineData("c = $1 AND d = $2", "")]
    [InlineData("slot = $1", "the key holds only where state = 'open'")]
    [InlineData("slot = $1 AND state = 'open'", "")]
    [InlineData("slot = $1 AND state = 'shut'", "the key holds only where state = 'open'")]
    [InlineData("token = $1", "")]
    [InlineData("late = $1", "the key is deferrable: it may be checked only at COMMIT, and ON CONFLICT cannot use it")]
    [InlineData("name = $1", "")]
    [InlineData("live = $1 AND deleted_at IS NULL", "")]
    public void A_key_covers_columns_that_are_fixed(string condition, string caveats)
    {
        var answer = Keys().Table(new(null, "t"))!.UniqueKeyCovering(Where(condition));
        Assert.NotNull(answer.Key);
        Assert.Equal(caveats, string.Join("; ", answer.Caveats));
        Assert.Equal(caveats == "", answer.IsUnconditional);
    }

    [Theory]
    [InlineData("a = $1")]
    [InlineData("state = 'open'")]
    [InlineData("id > $1")]
    [InlineData("id IN ($1, $2)")]
    [InlineData("id = other")]
    public void No_key_covers_less(string condition)
    {
        var answer = Keys().Table(new(null, "t"))!.UniqueKeyCovering(Where(condition));
        Assert.Null(answer.Key);
        Assert.True(answer.IsCertain);
        Assert.StartsWith("t has unique keys only over (id) and ", answer.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_key_may_ask_for_what_is_computed()
    {
        var key = Read(("1.sql", "CREATE TABLE t (id int PRIMARY KEY, slot int NOT NULL, data jsonb, name text); CREATE UNIQUE INDEX ON t (slot) WHERE lower(name) = 'a';")).Table(new(null, "t"))!.UniqueKeys[^1];
        Assert.Equal("lower(name)", Assert.Single(key.Predicate!.Condition.Computed).Text);
    }

    [Fact]
    public void An_insert_fixes_what_it_writes()
    {
        var insert = Query.Parse(SqlText.Of("INSERT INTO t (a, b, c, d, x) VALUES ($1, $2, $3, 7, now())"))[0];
        Assert.Equal("c, d", Keys().UniqueKeyCovering(insert.Table!.Value, insert.Inserted).Key!.Describe());
    }

    [Fact]
    public void Changes_are_applied_in_the_order_of_the_files()
    {
        var schema = Read(
            ("m/10_rename.sql", "ALTER TABLE a RENAME TO b; ALTER TABLE b RENAME COLUMN x TO y; ALTER TABLE b DROP CONSTRAINT a_z_key; DROP INDEX i1; ALTER TABLE b DROP COLUMN gone"),
            ("m/2_index.sql", "CREATE UNIQUE INDEX CONCURRENTLY i1 ON a (x); CREATE UNIQUE INDEX i2 ON a (x, z); CREATE INDEX i3 ON a (x); ALTER TABLE a ALTER x SET NOT NULL"),
            ("m/1_create.sql", "CREATE TABLE a (x int, z int UNIQUE, gone int UNIQUE); CREATE TABLE dropped (id int PRIMARY KEY)"),
            ("m/11.sql", "DROP TABLE IF EXISTS dropped CASCADE; ALTER TABLE b ADD COLUMN IF NOT EXISTS w int, ADD PRIMARY KEY USING INDEX i2; ALTER INDEX i2 RENAME TO i4"));
        var table = Assert.Single(schema.Tables);
        Assert.Equal("b", table.Name.Name);
        Assert.True(table.IsComplete);
        Assert.Equal(["y True", "z True", "w False"], table.Columns.Select(c => $"{c.Name} {c.IsNotNull}"));
        Assert.Equal(["i4 (y, z) True"], table.UniqueKeys.Select(k => $"{k.Name} ({k.Describe()}) {k.IsPrimary}"));
    }

    [Theory]
    [InlineData("-- migrate:up\nCREATE TABLE a (x int);\n-- migrate:down\nDROP TABLE a;")]
    [InlineData("-- +goose Up\n-- +goose StatementBegin\nCREATE TABLE a (x int);\n-- +goose StatementEnd\n-- +goose Down\nDROP TABLE a;")]
    [InlineData("-- Up Migration\nCREATE TABLE a (x int);\n\n-- Down Migration\nDROP TABLE a;")]
    [InlineData("-- +migrate Up\nCREATE TABLE a (x int);\n-- +migrate Down notransaction\nDROP TABLE a;")]
    [InlineData("-- down\nDROP TABLE a;\n-- up\nCREATE TABLE a (x int);")]
    [InlineData("-- down with this table, says a comment\nCREATE TABLE a (x int);")]
    public void The_down_part_of_a_migration_is_not_applied(string text)
    {
        var table = Assert.Single(Read(("1.sql", text)).Tables);
        Assert.StartsWith("CREATE TABLE a", text.Split('\n')[table.Place.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_only_undo_are_left_out() =>
        Assert.Single(Read(("1_a.up.sql", "CREATE TABLE a (x int)"), ("1_a.down.sql", "DROP TABLE a"), ("2/down.sql", "DROP TABLE a")).Tables);

    [Theory]
    [InlineData("CREATE TABLE t (a int) INHERITS (u)")]
    [InlineData("CREATE TABLE t (LIKE u INCLUDING ALL)")]
    [InlineData("CREATE TABLE t AS SELECT 1 AS a")]
    [InlineData("CREATE TABLE t (a int); ALTER TABLE t ADD PRIMARY KEY USING INDEX nowhere")]
    [InlineData("CREATE UNIQUE INDEX ON t (a)")]
    [InlineData("CREATE TABLE t (a int,")]
    public void A_table_of_which_something_is_not_known_is_not_complete(string text) => Assert.False(Read(("1.sql", text)).Table(new(null, "t"))!.IsComplete);

    [Fact]
    public void Statements_in_code_with_holes_leave_the_rest_unsaid()
    {
        var file = new SourceText("a.ts", default);
        var schema = Schema.Read([new(SqlText.FromPieces("CREATE TABLE t (a int, ", "); DROP TABLE ", ""), _ => new(file, default))]);
        Assert.False(schema.Table(new(null, "t"))!.IsComplete);
        Assert.True(schema.HasUnreadStatements);
    }

    [Fact]
    public void The_definitions_of_a_block_count()
    {
        var schema = Read(("1.sql", "CREATE TABLE t (a int); CREATE TABLE other (a int); DO $$ BEGIN ALTER TABLE t ADD UNIQUE (a); END $$"));
        Assert.Equal([true, true], schema.Tables.Select(t => t.IsComplete));
        Assert.Equal("a", Assert.Single(schema.Tables[0].UniqueKeys).Describe());
        Assert.False(schema.HasUnreadStatements);
        Assert.False(Read(("1.sql", "DO $$ BEGIN CREATE TYPE x AS ENUM ('a'); END $$")).HasUnreadStatements);
    }

    [Fact]
    public void That_there_is_no_key_is_certain_only_where_every_migration_could_be_read()
    {
        const string Table = "CREATE TABLE account (a int); ";
        KeyAnswer Asked(string rest) => Read(("1.sql", Table + rest)).UniqueKeyCovering(new(null, "account"), []);
        Assert.True(Asked("CREATE TABLE u (b int UNIQUE)").IsCertain);
        Assert.True(Asked("DO $$ BEGIN CREATE TYPE x AS ENUM ('a'); END $$").IsCertain);
        Assert.True(Asked("DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO app', current_database()); END $$").IsCertain);
        var answer = Asked("DO $$ BEGIN EXECUTE format('CREATE UNIQUE INDEX ON %I (a)', current_setting('app.table')); END $$");
        Assert.False(answer.IsCertain);
        Assert.EndsWith("though what 1.sql:1 does could not be read", answer.WhyNot);
    }

    [Fact]
    public void Names_that_PostgreSQL_chooses_are_known()
    {
        // The names are those that PostgreSQL 15 gave.
        var table = Read(("1.sql", "CREATE TABLE \"ThisIsAVeryLongNameThatGoesBeyondSixtyThreeBytesInLengthForSureYes1\" (a int UNIQUE CHECK (a > 1), b int REFERENCES t)")).Tables[0];
        Assert.Equal("ThisIsAVeryLongNameThatGoesBeyondSixtyThreeBytesInLengthF_a_key", table.UniqueKeys[0].Name);
        Assert.Equal("ThisIsAVeryLongNameThatGoesBeyondSixtyThreeBytesInLength_b_fkey", table.ForeignKeys[0].Name);
        Assert.Equal("ThisIsAVeryLongNameThatGoesBeyondSixtyThreeBytesInLengt_a_check", table.Checks[0].Name);
    }

    [Fact]
    public void A_name_without_a_schema_finds_the_one_table_that_it_can_mean()
    {
        var schema = Read(("1.sql", "CREATE TABLE a.t (x int); CREATE TABLE public.t (y int); CREATE TABLE b.u (z int); CREATE TABLE b.v (z int); CREATE TABLE c.v (z int)"));
        Assert.Equal("y", schema.Table(new(null, "t"))!.Columns[0].Name);
        Assert.Equal("x", schema.Table(new("a", "t"))!.Columns[0].Name);
        Assert.Equal("z", schema.Table(new(null, "u"))!.Columns[0].Name);
        Assert.Null(schema.Table(new(null, "v")));
        Assert.Equal("no CREATE TABLE of w was found", schema.UniqueKeyCovering(new(null, "w"), []).WhyNot);
    }

    private static Schema Keys() => Read(("1.sql", """
        CREATE TABLE t (
            id int PRIMARY KEY, email text NOT NULL UNIQUE, a int NOT NULL, b int, c int, d int, slot int NOT NULL, state text, token text,
            late int NOT NULL UNIQUE DEFERRABLE, name text NOT NULL, live int NOT NULL, deleted_at timestamptz, x timestamptz,
            UNIQUE (a, b), UNIQUE NULLS NOT DISTINCT (c, d)
        );
        CREATE UNIQUE INDEX one_open ON t (slot) WHERE state = 'open';
        CREATE UNIQUE INDEX ON t (token) NULLS NOT DISTINCT WHERE token IS NOT NULL;
        CREATE UNIQUE INDEX ON t (lower(name));
        CREATE UNIQUE INDEX ON t (live) WHERE deleted_at IS NULL;
        """));

    private static IEnumerable<ColumnMatch> Where(string condition) => Query.Parse(SqlText.Of("SELECT 1 FROM t WHERE " + condition))[0].Where.Matches;

    private static Schema Read(params (string Path, string Text)[] files) =>
        Schema.Read(MigrationFiles.InOrder(files.Select(f => Source(f.Path, f.Text))).Select(SchemaSource.Of));

    private static SourceText Source(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, bytes);
    }
}
