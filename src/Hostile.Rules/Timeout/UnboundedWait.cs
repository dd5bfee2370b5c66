using Hostile.Model;

namespace Hostile.Rules.Timeout;

/// <summary>A loop looks whether something has happened, for as long as it does not.</summary>
public static class UnboundedWait
{
    public static readonly Rule Rule = new("timeout/unbounded-wait")
    {
        Severity = Severity.P2,
        Title = "A loop waits for something to happen, and never gives up",
        Why = """
            The loop does nothing but look and sleep. When what it waits for does not happen — the other process died, the row was deleted, the flag was cleared by an error path that
            forgot it — it looks for ever, and so waits whoever called it.
            """,
        Fix = """
            Give up after a time or a number of looks, and say so with an error. Better: await the promise of the work itself.
            """,
        Risk = "A request, a job or a shutdown hangs, and burns a query a second while it does.",
        Unseen = "Waits for events, and loops that also do something else.",
        Bad =
        [
            """
            import { setTimeout as sleep } from 'node:timers/promises';
            import type { Pool } from 'pg';
            export async function untilDone(pool: Pool, id: string) {
              while (true) { // expect: timeout/unbounded-wait
                const { rows } = await pool.query('SELECT done FROM job WHERE id = $1', [id]);
                if (rows[0].done) return;
                await sleep(1000);
              }
            }
            """,
        ],
        Good =
        [
            """
            import { setTimeout as sleep } from 'node:timers/promises';
            import type { Pool } from 'pg';
            export async function untilDone(pool: Pool, id: string) {
              const deadline = Date.now() + 60_000;
              while (Date.now() < deadline) {
                const { rows } = await pool.query('SELECT done FROM job WHERE id = $1', [id]);
                if (rows[0].done) return;
                await sleep(1000);
              }
              throw new Error('the job is not done after a minute');
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var wait in project.EndlessWaits)
        {
            var place = project.PlaceOf(wait.Loop);
            if (wait.Bound is { } reason)
            {
                yield return Rule.Clear(place, reason);
                continue;
            }

            var exposure = project.FunctionAround(wait.Loop)!.Exposure;
            var finding = Rule.At(place, $"this loop waits for `{CodeLine.Of(wait.Check.Text)}` and never gives up",
                [
                    .. exposure.Steps(Side.Only),
                    new(project.PlaceOf(wait.Check), "looks whether it has happened"),
                    new(project.PlaceOf(wait.Sleep), "waits, and looks again; nothing else ends the loop"),
                ]).ByReach(exposure);
            yield return project.IsForTools(project.Bindings.ModuleOf(wait.Loop.Tree)!) ? finding with { Evidence = Evidence.Hazard } : finding;
        }
    }
}
