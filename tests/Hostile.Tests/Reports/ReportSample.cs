using System.Collections.Immutable;
using System.Text;
using Hostile.Cli.Reports;
using Hostile.Model;
using Hostile.Rules;
using Hostile.Syntax.Text;

namespace Hostile.Tests.Reports;

/// <summary>
/// One fixed list of findings over small sources, made by hand so that every form of the report meets what is hard to write: two sides, two files, several marks on a line,
/// long lines, tabs, wide characters, backticks, and names that try to be markup or escape sequences.
/// </summary>
public static class ReportSample
{
    private static readonly Rule LostUpdate = new("race/lost-update")
    {
        Severity = Severity.P1,
        Title = "A row is read, changed in memory and written back without a lock",
        Why = """
            Between the read and the write another request may write the same row.
            Its update is overwritten and lost.
            """,
        Fix = "Change the row in one statement, or read it `FOR UPDATE` in the transaction that writes it.",
        Risk = "Updates vanish without an error.",
        Unseen = "Rows read through a view or a function are not followed.",
        Bad =
        [
            """
            const { rows } = await db.query('SELECT balance FROM account WHERE id = $1', [id]);
            await db.query('UPDATE account SET balance = $1 WHERE id = $2', [rows[0].balance - 10, id]); // expect: race/lost-update "may have changed"
            // @filename: db/001.sql
            CREATE TABLE account (id uuid PRIMARY KEY, balance numeric NOT NULL);
            """,
        ],
        Good = ["await db.query('UPDATE account SET balance = balance - 10 WHERE id = $1', [id]);"],
        Check = _ => [],
    };

    private static readonly Rule CheckThenInsert = Simple("race/check-then-insert", Severity.P1, "A row is inserted after a look whether it is there", "Both see nothing and both insert.",
        "Insert with `ON CONFLICT` and read what came of it.", "The same thing is done twice.", "Checks by a stored procedure.");

    private static readonly Rule ClientNotReleased = Simple("leak/client-not-released", Severity.P1, "A client is taken from the pool and not given back on every path",
        "Every lost client makes the pool smaller, until all requests wait for ever.", "Release the client in `finally`.", "The pool runs dry and the service stands still.", "Clients kept in a map.",
        """
        const client = await pool.connect(); // cleared: leak/client-not-released "released in finally"
        try {
          await check(client);
        } finally {
          client.release();
        }
        """);

    private static readonly Rule PostgresPool = Simple("timeout/postgres-pool", Severity.P2, "A pool has no time limit", "A query that hangs keeps its client.",
        "Set `connectionTimeoutMillis` and `statement_timeout`.", "One slow database stops every request.", "Limits set in the server's configuration.");

    private static readonly Rule StateAcrossAwait = Simple("race/state-across-await", Severity.P2, "State is read before a wait and written after it", "Others change it meanwhile.",
        "Read it after the wait.", "Counts are wrong.", "State behind a getter.");

    private static readonly SourceText Accounts = Source("apps/api/src/accounts.ts", """
        import { pool } from './db';

        export async function withdraw(id: string, amount: number): Promise<void> {
          const { rows } = await pool.query('SELECT balance FROM account WHERE id = $1', [id]);
          const balance = rows[0].balance;
          if (balance < amount) {
            throw new Error('insufficient funds');
          }
          log.info({ id, amount }, 'withdrawing');
          metrics.increment('withdrawals');

          await pool.query('UPDATE account SET balance = $1 WHERE id = $2', [balance - amount, id]);
        }
        """);

    private static readonly SourceText Publish = Source("apps/api/src/publish.ts", """
        export class Publisher {
            async publish(key: string, draft: Draft) {
                if (await this.keys.exists(key)) return; // 🚀 already published
                await this.keys.insert(`${key}`, draft);
            }
        }
        """);

    private static readonly SourceText Keys = Source("packages/db/src/keys.ts", """
        export const exists = (key: string) => db.maybeOne(sql`SELECT 1 FROM publication WHERE key = ${key}`);

        export const insert = (key: string, draft: Draft) => db.query(sql`
          INSERT INTO publication (key, draft)
          VALUES (${key}, ${draft})
        `);
        """);

    private static readonly SourceText Schema = Source("db/migrations/001.sql", "CREATE TABLE publication (\n  key text NOT NULL, -- no unique key\n  draft jsonb\n);\n");

    private static readonly SourceText Lease = Source("packages/kernel/lease.ts",
        "export async function lease() {\n\tconst client = await pool.connect();\tawait client.query('BEGIN');\tawait check(client);\n\n\n\n\n\tclient.release();\r\n}\r\n");

    private static readonly SourceText Generated = Source("web/bundle.ts",
        $"const table=[{string.Join(',', Enumerable.Range(1, 90))}];let hits=0;async function hit(){{const before=hits;await save(before);hits=before+1}}export const rest=[{string.Join(',', Enumerable.Range(1, 90))}];\n");

    private static readonly SourceText Wide = Source("apps/api/src/設定.ts", "// 接続プール 👩‍💻 e\u0301tat\nconst 設定 = '本番🚀'; const pool = new Pool({ name: 'cafe\u0301' });\n");

    private static readonly SourceText Hostile = Source("docs/[x](javascript:alert(1))/a|b*c<img src=x>.ts",
        "const s = \"\u001b[2J\u202e ```\"; await pool.connect(); // ~~~ </code> [y](z)\n");

    /// <summary>What the engine said.</summary>
    public static Judgement Judgement { get; } = new(
        [
            LostUpdate.At(At(Accounts, "pool.query('UPDATE account SET balance = $1 WHERE id = $2', [balance - amount, id])"),
                "`account.balance` is written from a value that may have changed since it was read",
                new(At(Accounts, "pool.query('SELECT balance FROM account WHERE id = $1', [id])"), "reads balance 100 without locking the row", Side.A),
                new(At(Accounts, "pool.query('SELECT balance FROM account WHERE id = $1', [id])"), "reads balance 100 without locking the row", Side.B),
                new(At(Accounts, "pool.query('UPDATE account SET balance = $1 WHERE id = $2', [balance - amount, id])"), "writes 100 - 30 = 70", Side.A),
                new(At(Accounts, "pool.query('UPDATE account SET balance = $1 WHERE id = $2', [balance - amount, id])"), "writes 100 - 50 = 50: the withdrawal of 30 is lost", Side.B))
                .Raised("money is on the path: `account.balance`") with
            {
                Money = "column `account.balance numeric`, decremented by a withdrawal",
                Risk = "Two withdrawals at once debit the account once; the difference is lost to whoever pays out",
                RepairCode = "const { rowCount } = await pool.query(\n  'UPDATE account SET balance = balance - $1 WHERE id = $2 AND balance >= $1',\n  [amount, id],\n);\nif (rowCount === 0) throw new Error('insufficient funds');",
            },
            ClientNotReleased.At(At(Lease, "pool.connect()"), "the client is lost when `check` throws",
                new(At(Lease, "pool.connect()"), "takes a client from the pool"),
                new(At(Lease, "client.query('BEGIN')"), "begins a transaction on it"),
                new(At(Lease, "check(client)"), "throws, and the function ends"),
                new(At(Lease, "client.release()"), "is never reached")),
            CheckThenInsert.At(At(Publish, "this.keys.insert(`${key}`, draft)"), "two requests with the same key both publish",
                new(At(Publish, "this.keys.exists(key)"), "asks whether the key is there", Side.A),
                new(At(Keys, "db.maybeOne(sql`SELECT 1 FROM publication WHERE key = ${key}`)"), "finds no row", Side.A),
                new(At(Keys, "db.maybeOne(sql`SELECT 1 FROM publication WHERE key = ${key}`)"), "finds no row either", Side.B),
                new(At(Keys, "db.query(sql`\n  INSERT INTO publication (key, draft)\n  VALUES (${key}, ${draft})\n`)"), "inserts", Side.A),
                new(At(Keys, "db.query(sql`\n  INSERT INTO publication (key, draft)\n  VALUES (${key}, ${draft})\n`)"), "inserts the same key again", Side.B),
                new(At(Schema, "key text NOT NULL"), "nothing in the schema refuses it")) with
            {
                Evidence = Evidence.Likely,
                Assumption = "`publish` can run twice at once with one key",
            },
            StateAcrossAwait.At(At(Generated, "hits=before+1"), "`hits` is overwritten with an old value",
                new(At(Generated, "before=hits"), "reads hits"),
                new(At(Generated, "await save(before)"), "waits; another call may count meanwhile"),
                new(At(Generated, "hits=before+1"), "writes the old value plus one")).Lowered("no root reaches it"),
            PostgresPool.At(At(Hostile, "pool.connect()"), "<b>not bold</b> *nor* this, nor [a link](http://example.com), nor `code` & &lt; | bar",
                new Step(At(Hostile, "pool.connect()"), "waits for ever # and ends\nhere")) with
            {
                Money = "table `invoice|line`",
            },
            PostgresPool.At(At(Wide, "new Pool({ name: 'cafe\u0301' })"), "the pool has no time limit unless the server sets one",
                new(At(Wide, "設定 = '本番🚀'"), "names the database"),
                new(At(Wide, "new Pool({ name: 'cafe\u0301' })"), "opens a pool without a limit")) with
            {
                Evidence = Evidence.Hazard,
            },
        ],
        [
            LostUpdate.Clear(At(Accounts, "balance < amount"), "no suspension between read and write"),
            LostUpdate.Clear(At(Publish, "draft: Draft"), "no suspension between read and write"),
            CheckThenInsert.Clear(At(Keys, "exists"), "`UNIQUE (key)` on idempotency_keys (db/002.sql:12)"),
            PostgresPool.Clear(At(Hostile, "const s"), "batches of 5 | at most"),
        ],
        []);

    /// <summary>What else the report says.</summary>
    public static AuditFacts Facts { get; } = new()
    {
        Project = "publishing_platform",
        Scope = "the whole repository",
        Version = "0.1.0",
        Date = "2026-02-11",
        Commit = "0123456789abcdef0123456789abcdef01234567",
        Repository = "https://robot:secret@git.example/team/publishing-platform.git",
        Extent = new(1234, 98765, 4321, 1),
        Rules = [LostUpdate, CheckThenInsert, ClientNotReleased, PostgresPool, StateAcrossAwait],
        Silenced =
        [
            new(LostUpdate.At(At(Lease, "client.query('BEGIN')"), "`lease` may have changed since it was read", new Step(At(Lease, "client.query('BEGIN')"), "writes")),
                SilencedBy.Comment, "packages/kernel/lease.ts:1", "only one worker runs | <script>"),
        ],
        Skipped =
        [
            new("assets/intro.ts", "video, not TypeScript"),
            new("vendor/`x`.ts", "vendored"),
            new("vendor/y/", "vendored"),
        ],
        Notes = [new("the configuration is not valid JSON and was ignored", "hostile.json", 3), new("2 suppressions are unused")],
    };

    /// <summary>The report of all this.</summary>
    public static AuditReport Report { get; } = AuditReport.Of(Judgement, Facts);

    /// <summary>The report of a program in which nothing was found.</summary>
    public static AuditReport Clean { get; } = AuditReport.Of(new([], [], []), new()
    {
        Project = "quiet",
        Scope = "packages/one",
        Version = "0.1.0",
        Extent = new(1, 10, 1, 0),
        Rules = [LostUpdate],
    });

    /// <summary>The rule with the fullest page.</summary>
    public static Rule Rule => LostUpdate;

    /// <summary>A source of this text.</summary>
    public static SourceText Source(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, bytes);
    }

    /// <summary>The place of the first occurrence of a text.</summary>
    public static Place At(SourceText source, string text)
    {
        var needle = Encoding.UTF8.GetBytes(text);
        var start = source.Bytes.Span.IndexOf(needle);
        return start < 0 ? throw new ArgumentException($"{source.Path} has no `{text}`") : new(source, new(start, start + needle.Length));
    }

    private static Rule Simple(string id, Severity severity, string title, string why, string fix, string risk, string unseen, params ImmutableArray<string> good) => new(id)
    {
        Severity = severity,
        Title = title,
        Why = why,
        Fix = fix,
        Risk = risk,
        Unseen = unseen,
        Bad = [],
        Good = good,
        Check = _ => [],
    };
}
