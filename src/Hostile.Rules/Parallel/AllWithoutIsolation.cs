using Hostile.Model;

namespace Hostile.Rules.Parallel;

/// <summary>The first failure among parallel writes is handled while the others still write.</summary>
public static class AllWithoutIsolation
{
    public static readonly Rule Rule = new("parallel/all-without-isolation")
    {
        Severity = Severity.P2,
        Title = "The first failure among parallel writes is handled while the others still write",
        Why = """
            `Promise.all` rejects with the first failure and forgets the rest: the other writes run on, succeed or fail, and nobody hears of it. What handles the failure — reports it,
            releases a lock, tries again — does so while they are still at it.
            """,
        Fix = """
            Wait for all of them with `Promise.allSettled` and look at each result, or do the writes in one statement or one transaction.
            """,
        Risk = "Half of the writes are done and reported as failed; a retry does them twice or meets those that still run.",
        Unseen = "Writes through libraries that we cannot read, and retries outside the program.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function publish(pool: Pool, a: string, b: string): Promise<boolean> {
              try {
                await Promise.all([ // expect: parallel/all-without-isolation
                  pool.query('UPDATE draft SET live = true WHERE id = $1', [a]),
                  pool.query('UPDATE page SET draft_id = $1 WHERE id = $2', [a, b]),
                ]);
                return true;
              } catch (error) {
                console.error(error);
                return false;
              }
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function publish(pool: Pool, a: string, b: string): Promise<boolean> {
              const results = await Promise.allSettled([
                pool.query('UPDATE draft SET live = true WHERE id = $1', [a]),
                pool.query('UPDATE page SET draft_id = $1 WHERE id = $2', [a, b]),
              ]);
              return results.every((result) => result.status === 'fulfilled');
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var failure in project.PartialFailures)
        {
            var place = project.PlaceOf(failure.Call);
            if (failure.Why is { } reason)
            {
                yield return Rule.Clear(place, reason);
                continue;
            }

            var function = project.FunctionAround(failure.Call)!;
            yield return Rule.At(place, "one failure hides the other writes, which run on",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(project.PlaceOf(failure.Start), "starts the writes side by side"),
                    new(project.PlaceOf(failure.Write), "one of them fails"),
                    new(place, "rejects at once; the others run on, and their results are lost"),
                    .. failure.Handler.Exists ? [new Step(project.PlaceOf(failure.Handler), "handles the failure while they still write")] : Array.Empty<Step>(),
                ]).ByReach(function.Exposure);
        }
    }
}
