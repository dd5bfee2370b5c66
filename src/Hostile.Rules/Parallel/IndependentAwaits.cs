using Hostile.Model;

namespace Hostile.Rules.Parallel;

/// <summary>Reads of a request that need nothing of one another are awaited one after the other.</summary>
public static class IndependentAwaits
{
    public static readonly Rule Rule = new("parallel/independent-awaits")
    {
        Severity = Severity.P3,
        OffByDefault = true,
        Title = "Independent reads are awaited one after the other",
        Why = """
            The second read uses nothing of the first, and each may run on a connection of its own: asked for together, the request takes the longer of the two times, not their sum.
            """,
        Fix = """
            Start both and await them together: `const [a, b] = await Promise.all([…, …])`, or join them in one statement.
            """,
        Risk = "Each request takes longer than it must.",
        Unseen = "Reads that are meant to fail before the next is asked, and the price of a second connection under load.",
        Bad =
        [
            """
            import express from 'express';
            import { Pool } from 'pg';
            const pool = new Pool({ connectionTimeoutMillis: 1000, statement_timeout: 5000, idle_in_transaction_session_timeout: 5000 });
            pool.on('error', console.error);
            async function page(id: string) {
              const user = await pool.query('SELECT name FROM account WHERE id = $1', [id]);
              const posts = await pool.query('SELECT title FROM post WHERE account_id = $1', [id]); // expect: parallel/independent-awaits
              return { user: user.rows[0], posts: posts.rows };
            }
            const app = express();
            app.get('/:id', (request, response) => {
              page(request.params.id).then((answer) => response.json(answer), () => response.status(500).end());
            });
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            import { Pool } from 'pg';
            const pool = new Pool({ connectionTimeoutMillis: 1000, statement_timeout: 5000, idle_in_transaction_session_timeout: 5000 });
            pool.on('error', console.error);
            async function page(id: string) {
              const user = await pool.query('SELECT id, name FROM account WHERE slug = $1', [id]);
              const posts = await pool.query('SELECT title FROM post WHERE account_id = $1', [user.rows[0].id]);
              return { user: user.rows[0], posts: posts.rows };
            }
            const app = express();
            app.get('/:id', (request, response) => {
              page(request.params.id).then((answer) => response.json(answer), () => response.status(500).end());
            });
            """,
        ],
        Check = Rule.EachFunction(Check),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function) => function.SerialReads.Select(serial =>
        Rule.At(function.PlaceOf(serial.Wait), "this read waits for the one before, and needs nothing of it",
            [
                .. function.Exposure.Steps(Side.Only),
                new(function.PlaceOf(serial.Around), "reads, and is waited for"),
                new(function.PlaceOf(serial.Wait), "reads something else, on a connection of the pool"),
            ]));
}
