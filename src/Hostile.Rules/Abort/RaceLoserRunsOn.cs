using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Abort;

/// <summary>Work that writes, or holds its turn, is raced against a timer and goes on when the timer has won.</summary>
public static class RaceLoserRunsOn
{
    public static readonly Rule Rule = new("abort/race-loser-runs-on")
    {
        Severity = Severity.P2,
        Title = "Work goes on after its timeout was reported",
        Why = """
            `Promise.race` cancels nothing. When the timer wins, the caller is told that the work failed, and the work goes on: what it writes is
            written after the failure was reported, and after whatever the caller did about it; the turn that it holds is free only when it is done.
            """,
        Fix = """
            Give the work a signal and let it stop; or let the server end it (`statement_timeout`); or make it safe to be done although it was given up.
            """,
        Risk = "An order that failed for the customer is placed all the same, and placed again by the retry.",
        Unseen = "Work that only reads, that is given a signal, or of which nothing is known is not reported.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function book(pool: Pool, seat: string): Promise<void> {
              let timer: NodeJS.Timeout | undefined;
              const late = new Promise<never>((_, reject) => {
                timer = setTimeout(() => reject(new Error('too late')), 2000);
              });
              try {
                await Promise.race([pool.query('UPDATE seat SET taken = true WHERE id = $1', [seat]), late]); // expect: abort/race-loser-runs-on
              } finally {
                clearTimeout(timer);
              }
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function find(pool: Pool, seat: string) {
              let timer: NodeJS.Timeout | undefined;
              const late = new Promise<never>((_, reject) => {
                timer = setTimeout(() => reject(new Error('too late')), 2000);
              });
              try {
                return await Promise.race([pool.query('SELECT * FROM seat WHERE id = $1', [seat]), late]);
              } finally {
                clearTimeout(timer);
              }
            }
            """,
        ],
        Check = project => project.RaceLosers.Select(loser => Judge(project, loser)),
    };

    private static Verdict Judge(ProjectModel project, RaceLoser loser)
    {
        var at = loser.Work.HandedIn.Exists ? loser.Work.HandedIn : loser.Race.Call;
        var place = project.PlaceOf(at);
        if (loser.Kind is LoserKind.Stopped)
            return Rule.Clear(place, $"the work is told to stop ({project.PlaceOf(loser.Does)})");
        if (loser.Kind is LoserKind.Nothing)
            return Rule.Clear(place, "the work does nothing that we know of that could not be given up");
        var writes = loser.Kind is LoserKind.Writes;
        var finding = Rule.At(place, writes ? "the work is given up and writes all the same" : "the work is given up and keeps its turn until it is done",
            [
                new(project.PlaceOf(loser.Work.Start), "starts the work"),
                .. loser.Steps.Where(call => call != loser.Work.Start).Select(call => new Step(project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`")),
                new(project.PlaceOf(loser.Race.Timer), "wins when the work is slower: the caller is told that it failed"),
                new(project.PlaceOf(loser.Does), writes ? "is done all the same, after the failure was reported" : "is held until the work is done, which nobody waits for any more"),
            ]);
        if (loser.IsRepeated)
            finding = finding.Raised("it is tried again in a loop, beside the run that was given up");
        return finding.ByReach(project.FunctionAround(at)!.Exposure);
    }
}
