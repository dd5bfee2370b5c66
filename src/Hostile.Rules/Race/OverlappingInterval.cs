using Hostile.Model;

namespace Hostile.Rules.Race;

/// <summary>An interval starts the next run whether or not the last one is done, and both work on the same.</summary>
public static class OverlappingInterval
{
    public static readonly Rule Rule = new("race/overlapping-interval")
    {
        Severity = Severity.P2,
        Title = "An interval starts the next run before the last one is done",
        Why = """
            `setInterval` does not wait for the promise of its callback. When a run takes longer than the period, because the database is slow or there is much to do, the next one starts
            beside it, finds the same work still to be done, and does it, too.
            """,
        Fix = """
            Set a timeout at the end of each run instead of an interval, or return at once while a flag says that a run is under way.
            """,
        Risk = "When a run takes longer than its period, entries are worked on twice, and runs pile up just when the system is slow.",
        Unseen = "What two runs do to each other in other services.",
        Bad =
        [
            """
            declare function send(event: string): Promise<void>;
            const outbox = new Set<string>();
            export const add = (event: string) => outbox.add(event);
            setInterval(() => { flush().catch(console.error); }, 1000); // expect: race/overlapping-interval
            async function flush() {
              for (const event of outbox) {
                await send(event);
                outbox.delete(event);
              }
            }
            """,
        ],
        Good =
        [
            """
            declare function send(event: string): Promise<void>;
            const outbox = new Set<string>();
            export const add = (event: string) => outbox.add(event);
            let flushing = false;
            setInterval(() => { flush().catch(console.error); }, 1000);
            async function flush() {
              if (flushing) return;
              flushing = true;
              try {
                for (const event of outbox) {
                  await send(event);
                  outbox.delete(event);
                }
              } finally {
                flushing = false;
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        if (function.OverlappingRun is not { } run || ProjectModel.ServesTests(function.Module))
            yield break;
        var place = function.PlaceOf(run.Start);
        if (run.Exclusion is { } exclusion)
        {
            yield return Rule.Clear(place, $"`{exclusion}` lets one run in at a time");
            yield break;
        }

        if (run.Period is { Time.TotalDays: >= 1, IsDefault: false })
        {
            yield return Rule.Clear(place, "its starts are a day or more apart: a run would have to last as long");
            yield break;
        }

        var finding = (Rule.At(place, $"a run that outlasts the period meets the next one, and both work on `{run.What}`",
            [
                new(place, "the clock starts a run", Side.A),
                new(run.Read, $"reads `{run.What}`", Side.A),
                new(run.Wait, "waits, longer than the period", Side.A),
                new(place, "the clock starts the next run: it does not wait for the last", Side.B),
                new(run.Read, $"reads the same `{run.What}`", Side.B),
                new(run.Write, $"changes `{run.What}`", Side.A),
                new(run.Write, "changes it once more, for the same reason", Side.B),
            ]) with
        {
            Evidence = Evidence.Likely,
            Assumption = "a run takes longer than the period",
        }).ByUse(run.Runner);
        yield return run.Period is { Time.TotalHours: >= 1 } period ? finding.Lowered($"its starts are {(period.Time.TotalDays >= 1 ? "a day" : "an hour")} or more apart{(period.IsDefault ? ", when nobody sets it otherwise" : "")}: a run would have to last as long") : finding;
    }
}
