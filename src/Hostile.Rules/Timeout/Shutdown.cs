using Hostile.Model;

namespace Hostile.Rules.Timeout;

/// <summary>The handler of a signal waits without a bound before it ends the process.</summary>
public static class Shutdown
{
    public static readonly Rule Rule = new("timeout/shutdown")
    {
        Severity = Severity.P2,
        Title = "The end of the process waits without a bound",
        Why = """
            Whoever listens for a signal takes over from the system: the process no longer ends by itself. When what the handler waits for never comes — a connection that is never
            given back, a job that hangs, a client that keeps its socket — the process stays.
            """,
        Fix = """
            Start a timer first that ends the process whatever happens: `setTimeout(() => process.exit(1), 10_000).unref()`, shorter than the patience of what sends the signal.
            """,
        Risk = "A deployment hangs, the old version goes on working beside the new one, or the process is killed in the middle of its work.",
        Unseen = "Deadlines outside the program other than that of SIGTERM, and handlers that libraries register.",
        Bad =
        [
            """
            declare const worker: { close(): Promise<void> };
            process.on('SIGUSR2', () => {
              worker.close().then(() => undefined, console.error);
              void restart();
            });
            async function restart() {
              await worker.close().catch(console.error); // expect: timeout/shutdown
              process.exit(0);
            }
            """,
        ],
        Good =
        [
            """
            declare const worker: { close(): Promise<void> };
            process.on('SIGUSR2', () => {
              setTimeout(() => process.exit(1), 10_000).unref();
              void restart();
            });
            async function restart() {
              await worker.close().catch(console.error);
              process.exit(0);
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var shutdown in project.Shutdowns)
        {
            var place = project.PlaceOf(shutdown.Wait);
            if (shutdown.Bound is { } reason)
            {
                yield return Rule.Clear(place, reason);
                continue;
            }

            var finding = Rule.At(place, $"{shutdown.Signal} waits for `{CodeLine.Of(shutdown.Wait.FirstChild.Text)}` without a bound before the process ends",
                [
                    new(project.PlaceOf(shutdown.Registration), $"handles {shutdown.Signal}, so that it no longer ends the process"),
                    .. shutdown.Calls.Select(call => new Step(project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`")),
                    new(place, "waits, for as long as it takes"),
                    new(project.PlaceOf(shutdown.Exit), "ends the process, and may never be reached"),
                ]);

            // What runs the process sends SIGKILL after a while, mostly; at a terminal there is another Ctrl-C.
            yield return shutdown.Signal is "SIGTERM" or "SIGINT"
                ? finding.Lowered("whoever sends it kills the process after a while, mostly") with { Evidence = Evidence.Likely, Assumption = "nothing kills the process after a while" }
                : finding;
        }
    }
}
