using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>An idempotency key is stored before the work, and whoever finds it there takes the work for done.</summary>
public static class IdempotencySwallowsRetry
{
    public static readonly Rule Rule = new("race/idempotency-swallows-retry")
    {
        Severity = Severity.P1,
        Title = "A key that is stored before the work makes every repetition a success without work",
        Why = """
            The key is committed, and then the work begins. When the process ends or the work fails in between, the key stays. The sender repeats the request, as it should,
            finds the key, and is told that all is done; nobody ever does the work.
            """,
        Fix = """
            Store the key in the transaction that does the work, or keep a state with the key (`pending`, `done`) and a time after which a pending one may be taken over; take the key back when the work fails.
            """,
        Risk = "Requests and events are lost for good, and their senders believe that they were served.",
        Unseen = "Keys that are named so that nothing tells what they are; a job that looks for old pending keys; work that is done by another process.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function onEvent(pool: Pool, id: string, handle: () => Promise<void>) {
              const { rowCount } = await pool.query('INSERT INTO processed_events (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]); // expect: race/idempotency-swallows-retry
              if (rowCount === 0) return;
              await handle();
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function onEvent(pool: Pool, id: string, handle: () => Promise<void>) {
              const { rowCount } = await pool.query('INSERT INTO processed_events (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
              if (rowCount === 0) return;
              try {
                await handle();
              } catch (error) {
                await pool.query('DELETE FROM processed_events WHERE id = $1', [id]);
                throw error;
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var claim in KeyClaims.In(function))
        {
            if (!InsertRace.IsOfKeys(claim.Store.Query, function.Project.Schema.Table(claim.Store.Query.Table!.Value, function.Module.Path)))
                continue;
            var store = function.PlaceOf(claim.Store.Call);
            if (claim.Relief is { } relief)
            {
                yield return Rule.Clear(store, relief);
                continue;
            }

            var work = function.PlaceOf(claim.Work);
            yield return Rule.At(store, $"the key is in `{claim.Store.Query.Table}` before the work is done: if that fails, every repetition ends without it",
                [
                    .. function.Exposure.Steps(Side.A),
                    .. function.Steps(claim.Store, "stores the key, and that is committed", Side.A),
                    new(work, "fails, or the process ends here", Side.A),
                    function.LastStep(claim.Store, "repeats the request, and finds the key", Side.B),
                    new(function.PlaceOf(claim.Test), "ends as if the work were done", Side.B),
                ]).ByReach(function.Exposure);
        }
    }
}
