using Hostile.Model;

namespace Hostile.Rules.Deadlock;

/// <summary>A connection goes back to the pool while its session still holds an advisory lock.</summary>
public static class LockReleaseLost
{
    public static readonly Rule Rule = new("deadlock/lock-release-lost")
    {
        Severity = Severity.P2,
        Title = "A connection goes back to the pool with a session's lock held",
        Why = """
            A session's advisory lock outlives transactions, ROLLBACK and the way back to the pool. The connection is lent to others, who know nothing of the lock,
            and whoever wants it next waits until the pool closes that connection, which may be never.
            """,
        Fix = """
            Unlock in `finally`, before the release, and destroy the connection (`release(true)`) when even that fails. Or take `pg_advisory_xact_lock`, which ends with its transaction.
            """,
        Risk = "After one failure the locked work never runs again, until the service is restarted.",
        Unseen = "Locks that are only tried for, and connections that are given back in another function.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function nightly(pool: Pool, work: () => Promise<void>) {
              const client = await pool.connect();
              try {
                await client.query('SELECT pg_advisory_lock(42)'); // expect: deadlock/lock-release-lost
                await work();
                await client.query('SELECT pg_advisory_unlock(42)');
              } finally {
                client.release();
              }
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function nightly(pool: Pool, work: () => Promise<void>) {
              const client = await pool.connect();
              try {
                await client.query('BEGIN');
                await client.query('SELECT pg_advisory_xact_lock(42)');
                await work();
                await client.query('COMMIT');
              } catch (error) {
                await client.query('ROLLBACK');
                throw error;
              } finally {
                client.release();
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var held in function.SessionLocks.Where(held => !held.By.Handle.IsPool))
        {
            var place = function.PlaceOf(held.By.Call);
            if (held.ReturnedAt is not { } release)
            {
                if (held.IsFollowed)
                    yield return Rule.Clear(place, "the lock is freed, or the connection destroyed, on every path");
                continue;
            }

            yield return Rule.At(place, $"`{held.By.Handle.Text}` can go back to the pool with the lock of `{held.Lock.Function}` held",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(place, "locks for the session"),
                    new(function.PlaceOf(release.Call), "gives the connection back, on a path on which nothing has freed the lock"),
                ]).ByReachOfConnection(function.Exposure);
        }
    }
}
