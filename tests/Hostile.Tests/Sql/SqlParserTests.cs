using Hostile.Syntax.Sql;
using Xunit;

namespace Hostile.Tests.Sql;

/// <summary>The SQL parser: a line a case. What PostgreSQL's own grammar says of many more is in <see cref="PostgresAnswersTests"/>.</summary>
public sealed class SqlParserTests
{
    [Theory]
    [InlineData("SELECT")]
    [InlineData("SELECT * FROM a.b x WHERE x.id = $1 AND (x.v, 2) = (1, ROW(2, 3)) OR NOT x.c")]
    [InlineData("SELECT DISTINCT ON (a) a, b c FROM t ORDER BY a DESC NULLS LAST LIMIT 1 OFFSET 2 ROWS FOR NO KEY UPDATE OF t SKIP LOCKED")]
    [InlineData("(SELECT 1 UNION ALL (VALUES (2))) INTERSECT TABLE t ORDER BY 1 FETCH FIRST 3 ROWS ONLY")]
    [InlineData("SELECT ((SELECT 1) + 1), ((SELECT 1) UNION (SELECT 2)) IN (((SELECT 3)))")]
    [InlineData("SELECT * FROM ((SELECT 1) UNION (SELECT 2)) a JOIN (b CROSS JOIN c) ON true LEFT JOIN d USING (e), LATERAL f(1) WITH ORDINALITY g(h, i)")]
    [InlineData("SELECT a.b[1:2].c::int[] -> 'x' ->> 'y' || E'\\'' || U&'\\0041' || $q$it's$q$ COLLATE \"C\"")]
    [InlineData("SELECT count(*) FILTER (WHERE a), rank() OVER (PARTITION BY b ORDER BY c ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), mode() WITHIN GROUP (ORDER BY d)")]
    [InlineData("SELECT extract(epoch FROM now() - interval '1 day'), position('a' IN b), trim(BOTH 'x' FROM c), timestamp with time zone '2026-01-01' AT TIME ZONE 'UTC'")]
    [InlineData("SELECT a BETWEEN SYMMETRIC 1 AND 2 AND b NOT LIKE 'x' ESCAPE '!' AND c IS NOT DISTINCT FROM d AND e = ANY ($1::int[]) AND f ISNULL")]
    [InlineData("WITH RECURSIVE a AS NOT MATERIALIZED (INSERT INTO b VALUES (1) RETURNING *) SEARCH DEPTH FIRST BY x SET y SELECT * FROM a")]
    [InlineData("INSERT INTO t AS u (a, b[1], c.d) OVERRIDING SYSTEM VALUE VALUES (DEFAULT, $1, 2) ON CONFLICT (lower(a), b) WHERE c DO UPDATE SET (a, b) = (1, EXCLUDED.b) WHERE t.a > 1 RETURNING a AS x, *")]
    [InlineData("INSERT INTO t DEFAULT VALUES ON CONFLICT ON CONSTRAINT k DO NOTHING")]
    [InlineData("UPDATE ONLY t AS u SET a = a - $1, (b, c) = (SELECT 1, 2) FROM v WHERE CURRENT OF cur")]
    [InlineData("DELETE FROM t USING u WHERE t.id = u.id RETURNING t.*")]
    [InlineData("MERGE INTO t USING s ON t.a = s.a WHEN MATCHED AND s.b THEN UPDATE SET c = 1 WHEN NOT MATCHED BY TARGET THEN INSERT (a) VALUES (1) WHEN MATCHED THEN DO NOTHING")]
    [InlineData("START TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ ONLY, DEFERRABLE; SAVEPOINT a; ROLLBACK TO a; RELEASE a; COMMIT AND NO CHAIN")]
    [InlineData("SET LOCAL lock_timeout = '1s'; SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY; SET TIME ZONE 'UTC'; SET search_path TO a, \"B\"; RESET ALL; SHOW x.y")]
    [InlineData("LISTEN a; NOTIFY a, 'b'; UNLISTEN *; DO $$ BEGIN; END $$; CALL f(1); LOCK TABLE a, b IN SHARE ROW EXCLUSIVE MODE NOWAIT; TRUNCATE a, b CASCADE")]
    [InlineData("CREATE TABLE IF NOT EXISTS s.t (a int PRIMARY KEY, b text NOT NULL DEFAULT 'x' || 'y' UNIQUE NULLS NOT DISTINCT, c int GENERATED ALWAYS AS IDENTITY, EXCLUDE USING gist (r WITH &&) WHERE (a > 1), FOREIGN KEY (a, b) REFERENCES u (c, d) ON DELETE SET NULL (a) DEFERRABLE, LIKE v INCLUDING ALL) PARTITION BY HASH (a)")]
    [InlineData("CREATE UNIQUE INDEX CONCURRENTLY i ON t USING btree (lower(a) text_pattern_ops DESC, (b + 1)) INCLUDE (c) NULLS NOT DISTINCT WHERE d IS NULL")]
    [InlineData("ALTER TABLE t ADD COLUMN a int, DROP CONSTRAINT b, ALTER c TYPE text USING c::text, ADD CONSTRAINT k UNIQUE USING INDEX i, ADD CHECK (a > 0) NOT VALID")]
    [InlineData("CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT 2; END; SELECT 3")]
    [InlineData("CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2); SELECT 3")]
    [InlineData("/* a /* nested */ comment */ SELECT 1 -- and the rest\n; \\echo a psql command's \"quotes\nSELECT 2")]
    [InlineData("COPY t (a, b) FROM stdin;\n1\tit's\n\\.\nSELECT 1")]
    [InlineData("SELECT a ? 'k', a ?| $1 FROM t WHERE id=? AND b = :name AND c = @name AND d=%s AND e IN (:ids) AND f::text = 'x'")]
    public void Reads(string text) => Assert.Empty(SqlParser.Parse(SqlText.Of(text)).Errors);

    [Theory]
    [InlineData("SELECT FROM WHERE", "unexpected \"WHERE\"")]
    [InlineData("SELECT a FROM t WHERE", "the statement is incomplete")]
    [InlineData("UPDATE t SET", "the statement is incomplete")]
    [InlineData("INSERT INTO t VALUES (1", "the statement is incomplete")]
    [InlineData("SELECT 'abc", "unterminated string")]
    [InlineData("SELECT 1 /* abc", "unterminated comment")]
    [InlineData("SELECT $a$ abc", "unterminated dollar-quoted string")]
    [InlineData("SELECT a b c FROM t", "unexpected \"c\"")]
    [InlineData("Choose a table", "unexpected \"Choose\"")]
    public void Rejects(string text, string message) => Assert.Contains(message, SqlParser.Parse(SqlText.Of(text)).Errors.Select(e => e.Message));

    [Theory]
    [InlineData("SELECT * FROM ", ".job WHERE id = ", "")]
    [InlineData("SELECT ", " FROM ", " AS t ", " WHERE a = 1 ", " ORDER BY ", " ", " LIMIT ", "")]
    [InlineData("UPDATE t SET ", " WHERE id = $1 ", "")]
    [InlineData("INSERT INTO ", "_jobs (", ") VALUES (", ") ", "")]
    [InlineData("INSERT INTO t ", " RETURNING *")]
    [InlineData("INSERT INTO t (a) VALUES ", " ON CONFLICT ", " DO NOTHING")]
    [InlineData("", " SELECT 1")]
    [InlineData("SELECT 1 FROM t ", " AND b = 2")]
    [InlineData("SELECT 1 WHERE a IN ", " AND b = ANY(", ") AND c ", " 5")]
    [InlineData("ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES b (c) ON DELETE RESTRICT", "")]
    [InlineData("CREATE INDEX job_", " ON t (a) ", "")]
    [InlineData("SELECT interval '", " days', \"", "\".x")]
    [InlineData("BEGIN ", "; SET LOCAL ", " = ", "; ", "")]
    public void Reads_text_with_holes(params string[] pieces) => Assert.Empty(SqlParser.Parse(SqlText.FromPieces(pieces)).Errors);

    /// <summary>Named parameters as pg-promise 12.7.1 writes them (its <c>Formatting</c> page).</summary>
    private static readonly string[] NamedParameters =
    [
        "UPDATE a SET b = $/b/ WHERE c = $/c/",
        "SELECT $<a>, $(b), $[c], ${d}, $<e:csv>, $/f:json/",
        "SELECT $/",
        "SELECT $/a",
        "SELECT $<a",
        "SELECT $<",
    ];

    [Theory]
    [InlineData("SELECT a FROM b WHERE c = $/c/ AND d = $/d:csv/")]
    [InlineData("SELECT a FROM b WHERE c = $<c> AND d = $<d:csv>")]
    [InlineData("SELECT a FROM b WHERE c = $(c) AND d = $[d]")]
    public void Reads_named_parameters(string text) => Assert.Empty(SqlParser.Parse(SqlText.Of(text)).Errors);

    [Fact]
    public void A_hole_that_touches_a_name_is_part_of_it_and_one_that_touches_a_keyword_is_not()
    {
        var tree = SqlParser.Parse(SqlText.FromPieces("UPDATE job_", " SET a = NULL", ""));
        var update = Assert.IsType<UpdateStatement>(Assert.Single(tree.Statements));
        Assert.Equal("job_${0}", update.Table.ToString());
        Assert.False(update.Table.Last.IsKnown);
        Assert.Equal(ConstantKind.Null, Assert.IsType<ConstantExpression>(update.Assignments[0].Value).Kind);
        Assert.Equal([1], update.Fragments);
    }

    [Fact]
    public void The_mark_of_a_hole_in_the_text_itself_is_no_hole()
    {
        var tree = SqlParser.Parse(SqlText.Of($"SELECT '{SqlText.HoleMark}'"));
        var select = Assert.IsType<SelectStatement>(Assert.Single(tree.Statements));
        Assert.Equal(-1, Assert.IsType<ConstantExpression>(select.Query.Items[0].Value).Hole);
    }

    [Fact]
    public void An_error_in_one_statement_leaves_the_others()
    {
        var tree = SqlParser.Parse(SqlText.Of("SELECT 1; SELEC 2; UPDATE t SET a = ; DELETE FROM t"));
        Assert.Equal(4, tree.Statements.Length);
        Assert.IsType<DeleteStatement>(tree.Statements[3]);
        Assert.Equal(2, tree.Errors.Length);
    }

    [Fact]
    public void Precedence_is_that_of_PostgreSQL()
    {
        Assert.Equal("(a OR ((NOT (b = (c + (d * (-e))))) AND f))", Shape("a OR NOT b = c + d * -e AND f"));
        Assert.Equal("((a < b) is null)", Shape("a < b IS NULL"));
        Assert.Equal("((a || (b + c)) like d)", Shape("a || b + c LIKE d"));
        Assert.Equal("((a -> b) = (c % d))", Shape("a -> b = c % d"));
        Assert.Equal("(a - b)", Shape("(((a))) - (b)"));
        Assert.Equal("((a - b) - c)", Shape("a-b-c"));
        Assert.Equal("(a = (-1))", Shape("a=-1"));
    }

    [Fact]
    public void Names_fold_and_truncate_as_PostgreSQL_does()
    {
        var name = new string('X', 70);
        Assert.Equal(new string('x', 63), NameOf(name));
        Assert.Equal(new string('X', 63), NameOf($"\"{name}\""));
        Assert.Equal("Ünï \"q\"", NameOf("\"Ünï \"\"q\"\"\""));
        Assert.Equal("Ünï", NameOf("ÜNï"[..1] + "nï"));

        static string NameOf(string text) => Assert.IsType<TruncateStatement>(SqlParser.Parse(SqlText.Of("TRUNCATE " + text)).Statements[0]).Tables[0].Last.Text;
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("SELECT (", ")")]
    [InlineData("SELECT ((SELECT 1) + ", ")")]
    [InlineData("SELECT * FROM (", ")")]
    [InlineData("- ", "")]
    [InlineData("ARRAY[", "]")]
    [InlineData("CASE WHEN ", " THEN 1 END")]
    [InlineData("f(", ")")]
    [InlineData("EXPLAIN ", "")]
    [InlineData("WITH a AS (", ")")]
    public void Nesting_of_any_depth_ends_in_an_error_at_worst(string open, string close)
    {
        var text = "SELECT " + string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000)) + "; SELECT 2";
        var tree = SqlParser.Parse(SqlText.Of(text));
        Assert.IsType<SelectStatement>(tree.Statements[^1]);
    }

    [Theory]
    [InlineData("SELECT a FROM t WHERE a = 1", " OR a = 1")]
    [InlineData("SELECT a FROM t WHERE a = 1", " AND a = 1")]
    [InlineData("SELECT 1", " + 1")]
    [InlineData("SELECT NOT", " NOT NOT")]
    [InlineData("SELECT 'a'", " || 'a'")]
    [InlineData("SELECT 1", " UNION SELECT 1")]
    [InlineData("SELECT 1 FROM a", " JOIN a ON true")]
    [InlineData("SELECT a", "::text")]
    [InlineData("SELECT a", "[1]")]
    [InlineData("SELECT 1", "; SELECT 1")]
    [InlineData("SELECT 1 WHERE a IN (1", ", 1")]
    public void Chains_of_any_length_are_read(string head, string link)
    {
        var text = head + string.Concat(Enumerable.Repeat(link, 50_000)) + (head.EndsWith("(1", StringComparison.Ordinal) ? ")" : head.EndsWith("NOT", StringComparison.Ordinal) ? " a" : "");
        var tree = SqlParser.Parse(SqlText.Of(text));
        Assert.Empty(tree.Errors);
        Assert.True(tree.Statements.Sum(s => s.Descendants().Count()) > 50_000);
    }

    [Theory]
    [InlineData("ALTER TABLE ", " ADD COLUMN a text primary")]
    [InlineData("ALTER TABLE ", " ADD COLUMN a text DEFAULT 1 not deleted")]
    [InlineData("CREATE DOMAIN ", " AS numeric CHECK (VALUE part >= 0)")]
    [InlineData("CREATE TABLE ", " (a text primary, b text enforced)")]
    public async Task What_stands_behind_a_hole_and_begins_nothing_does_not_stop_the_parser(string before, string after)
    {
        var parsed = Task.Run(() => SqlParser.Parse(SqlText.FromPieces(before, after)), TestContext.Current.CancellationToken);
        Assert.Single((await parsed.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).Statements);
    }

    [Fact]
    public void No_text_made_by_cutting_and_doubling_throws_and_children_lie_inside_their_parents()
    {
        const string noise = "'\"$();[]:?%@/<>\\\uFFFC\uD800";
        var random = new Random(42);
        string[] corpus = [.. PostgresAnswersTests.Texts, .. NamedParameters];
        for (var turn = 0; turn < 1_000; turn++)
        {
            var text = corpus[random.Next(corpus.Length)];
            for (var change = random.Next(4); change > 0 && text.Length > 2; change--)
            {
                var from = random.Next(text.Length);
                var length = random.Next(Math.Min(12, text.Length - from));
                text = random.Next(3) switch
                {
                    0 => text.Remove(from, length),
                    1 => text.Insert(random.Next(text.Length), text.Substring(from, length)),
                    _ => text.Insert(from, noise[random.Next(noise.Length)].ToString()),
                };
            }
            var cut = random.Next(text.Length + 1);
            Check(SqlParser.Parse(SqlText.Of(text)));
            Check(SqlParser.Parse(SqlText.FromPieces(text[..cut], text[cut..])));
        }

        static void Check(SqlTree tree)
        {
            foreach (var node in tree.Statements.SelectMany(s => s.Descendants()))
            {
                Assert.InRange(node.Span.Start, 0, node.Span.End);
                Assert.InRange(node.Span.End, node.Span.Start, tree.Text.Text.Length);
                foreach (var child in node.Children)
                    Assert.True(child is null || (child.Span.Start >= node.Span.Start && child.Span.End <= node.Span.End), $"{node.GetType().Name} {node.Span} {child?.GetType().Name} {child?.Span} in {tree.Text}");
            }
        }
    }

    private static string Shape(string expression) =>
        Show(Assert.IsType<SelectStatement>(SqlParser.Parse(SqlText.Of("SELECT " + expression)).Statements[0]).Query.Items[0].Value);

    private static string Show(SqlExpression expression) => expression switch
    {
        ColumnExpression column => column.Name.ToString(),
        ConstantExpression constant => constant.Value,
        UnaryExpression unary => $"({(unary.Operator == "not" ? "NOT " : unary.Operator)}{Show(unary.Operand)})",
        BinaryExpression binary => $"({Show(binary.Left)} {binary.Operator} {Show(binary.Right)})",
        LogicalExpression logical => $"({string.Join(logical.IsAnd ? " AND " : " OR ", logical.Operands.Select(Show))})",
        IsExpression test => $"({Show(test.Operand)} is {test.Test})",
        _ => expression.GetType().Name,
    };
}
