using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>An idempotency key is looked up and stored, and no unique key makes the second store fail.</summary>
public static class IdempotencyWithoutUnique
{
    public static readonly Rule Rule = new("race/idempotency-without-unique")
    {
        Severity = Severity.P0,
        Title = "An idempotency key is stored in a table that has no unique key over it",
        Why = """
            The key exists to make a repeated request harmless. Clients repeat a request exactly when the first one is still running: both look the key up,
            both find nothing, both store it, and both do the work. Nothing but a unique key can refuse the second.
            """,
        Fix = """
            Put a UNIQUE key over the idempotency key, claim it with `INSERT … ON CONFLICT DO NOTHING` before the work, and do the work only when a row was inserted.
            """,
        Risk = "The operation runs twice for one request: customers are charged, paid or sent things twice.",
        Unseen = "Keys that are named so that nothing tells what they are.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function once(pool: Pool, key: string, work: () => Promise<void>) {
              const { rows } = await pool.query('SELECT 1 FROM idempotency_keys WHERE key = $1', [key]);
              if (rows.length > 0) return;
              await pool.query('INSERT INTO idempotency_keys (key) VALUES ($1)', [key]); // expect: race/idempotency-without-unique
              await work();
            }
            """,
        ],
        Good =
        [
            """
            import type { PoolClient } from 'pg';
            export async function once(client: PoolClient, key: string, work: (client: PoolClient) => Promise<void>) {
              const { rowCount } = await client.query('INSERT INTO idempotency_keys (key) VALUES ($1) ON CONFLICT (key) DO NOTHING', [key]);
              if (rowCount === 1) await work(client);
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var race in function.RowRaces.ChecksThenInserts)
        {
            if (!IsIdempotencyKey(race))
                continue;
            if (InsertRace.Safety(race, function) is { } reason)
            {
                yield return Rule.Clear(function.PlaceOf(race.Write.Call), reason);
                continue;
            }

            // With the unique key there, the second insertion fails: a plain check before an insert.
            if (SecondRow.Of(race, function) is { Key: not null } or { HasDoubtfulKey: true })
                continue;

            var table = race.Write.Query.Table;
            var columns = string.Join(", ", race.Key);
            yield return InsertRace.Report(Rule, race, function, $"two requests with one idempotency key can both store it: `{table}` has no unique key over ({columns})") with
            {
                RepairCode = $"""
                    CREATE UNIQUE INDEX ON {SqlSpelling.Of(table)} ({SqlSpelling.List(race.Key)});
                    INSERT INTO {SqlSpelling.Of(table)} ({SqlSpelling.List(race.Key)}, …) VALUES (…) ON CONFLICT ({SqlSpelling.List(race.Key)}) DO NOTHING; -- go on only when rowCount is 1
                    """,
            };
        }
    }

    private static bool IsIdempotencyKey(RowRace race) =>
        Says(race.Write.Query.Table?.Name ?? "") || race.Key.Any(Says);

    private static bool Says(string name) => name.Contains("idempot", StringComparison.Ordinal) || name.Contains("dedup", StringComparison.Ordinal);
}
