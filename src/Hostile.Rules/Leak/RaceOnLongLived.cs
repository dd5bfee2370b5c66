using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Leak;

/// <summary>A promise that stays pending is raced again and again, and keeps what each race hung on it.</summary>
public static class RaceOnLongLived
{
    public static readonly Rule Rule = new("leak/race-on-long-lived")
    {
        Severity = Severity.P2,
        Title = "The same pending promise is raced again and again",
        Why = """
            Each `Promise.race` hangs a reaction on every promise that it is given, and a promise keeps its reactions until it settles.
            One that stays pending, such as "stopped" or "aborted", grows with every turn, with the results of all races: 88 MB after 200,000 turns.
            """,
        Fix = """
            Make a promise for each turn and remove its listener afterwards; or let the signal end the wait (`setTimeout` of `timers/promises` takes one).
            """,
        Risk = "A loop that waits for work or for the end of the process grows until the process is killed.",
        Unseen = "Promises that are made by a function of which it is not known whether it gives the same one each time.",
        Bad =
        [
            """
            import { setTimeout as sleep } from 'timers/promises';
            export async function poll(work: () => Promise<void>, stopped: Promise<void>, signal: AbortSignal): Promise<void> {
              while (!signal.aborted) {
                await work();
                await Promise.race([sleep(1000, undefined, { ref: false }), stopped]); // expect: leak/race-on-long-lived
              }
            }
            """,
        ],
        Good =
        [
            """
            import { setTimeout as sleep } from 'timers/promises';
            export async function poll(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
              while (!signal.aborted) {
                await work();
                await sleep(1000, undefined, { signal });
              }
            }
            """,
        ],
        Check = project => project.LongRaces.SelectMany(race => Judge(project, race)),
    };

    private static IEnumerable<Verdict> Judge(ProjectModel project, LongRace race)
    {
        if (project.FunctionAround(race.Call) is not { } function || (!race.Loop.Exists && !function.Exposure.IsConcurrent))
            yield break;
        var place = project.PlaceOf(race.Call);
        if (race.IsFresh)
        {
            yield return Rule.Clear(place, $"`{CodeLine.Of(race.Arm.Text)}` is another promise each time");
            yield break;
        }

        yield return Rule.At(place, $"`{CodeLine.Of(race.Arm.Text)}` is the same promise in every race, and keeps something of each",
            [
                .. race.Loop.Exists ? new[] { new Step(project.PlaceOf(race.Loop), "runs again and again") } : function.Exposure.Steps(Side.Only),
                new(project.PlaceOf(race.Arm), "hangs one more reaction on the promise, which keeps it until it settles"),
            ]).ByReach(function.Exposure);
    }
}
