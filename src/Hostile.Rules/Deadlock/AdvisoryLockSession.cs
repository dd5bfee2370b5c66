using Hostile.Model;

namespace Hostile.Rules.Deadlock;

/// <summary>A session's advisory lock is taken through a pool, or freed on another session, or has a key that the server refuses.</summary>
public static class AdvisoryLockSession
{
    public static readonly Rule Rule = new("deadlock/advisory-lock-session")
    {
        Severity = Severity.P1,
        Title = "An advisory lock of a session is taken through a pool",
        Why = """
            `pg_advisory_lock` belongs to the session that took it, and only that session can free it. A pool hands each statement to whichever connection is free:
            the unlock on another one answers false and frees nothing, and the lock stays as long as the first connection lives. The next one who wants it waits for ever.
            And the same session gets it twice: two executions that meet on one connection both believe that they are alone.
            """,
        Fix = """
            Take `pg_advisory_xact_lock` inside a transaction, which frees it with its end, or keep one client of the pool from the lock to the unlock.
            """,
        Risk = "Work that should run once runs twice or never again, until the service is restarted.",
        Unseen = "Poolers between the program and the server, which mix sessions even on one client.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function nightly(pool: Pool, work: () => Promise<void>) {
              await pool.query('SELECT pg_advisory_lock(42)'); // expect: deadlock/advisory-lock-session
              try {
                await work();
              } finally {
                await pool.query('SELECT pg_advisory_unlock(42)');
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
                await client.query('SELECT pg_advisory_lock(42)');
                try {
                  await work();
                } finally {
                  await client.query('SELECT pg_advisory_unlock(42)');
                }
              } finally {
                client.release(true);
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var held in function.SessionLocks)
        {
            var place = function.PlaceOf(held.By.Call);
            if (held.WrongKey.Length > 0)
            {
                yield return Rule.At(place, $"`{held.Lock.Function}` takes a number, and `{held.WrongKey}` is none: the server refuses it each time (22P02)",
                    [.. function.Exposure.Steps(Side.Only), new(place, "is refused before any lock is taken")]).Raised("it fails every time").ByReach(function.Exposure);
                continue;
            }

            if (held.By.Handle.IsPool)
            {
                if (function.Project.LimitOfPool(held.By.Receiver) is { Most: 1 })
                {
                    yield return Rule.Clear(place, "the pool has one connection, and so one session");
                    continue;
                }

                if (function.TakingOf(held.By) is { Exists: true } taking)
                {
                    yield return Rule.Clear(place, $"`{held.By.Handle.Text}` may be one connection, taken in {function.Project.PlaceOf(taking)}");
                    continue;
                }

                yield return Rule.At(place, $"`{held.Lock.Function}` locks for whichever connection of `{held.By.Handle.Text}` is free, and {(held.Unlock is null ? "nothing frees it there" : "the unlock may go to another")}",
                    [
                        .. function.Exposure.Steps(Side.Only),
                        new(place, "takes a free connection, locks for its session, and puts it back with the lock"),
                        .. held.Unlock is { } unlock ? [new(function.PlaceOf(unlock.Call), "may run on another connection: it answers false and frees nothing")] : Array.Empty<Step>(),
                    ]).ByReachOfConnection(function.Exposure);
            }
            else if (held.Unlock is { } elsewhere)
            {
                yield return Rule.At(place, $"the lock belongs to the session of `{held.By.Handle.Text}`, and the unlock is sent on the pool",
                    [
                        .. function.Exposure.Steps(Side.Only),
                        new(place, "locks for this session"),
                        new(function.PlaceOf(elsewhere.Call), "runs on another session: it answers false and frees nothing"),
                    ]).ByReachOfConnection(function.Exposure);
            }
        }
    }
}
