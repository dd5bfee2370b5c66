using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Abort;

/// <summary>Work is raced against a timer, and the timer runs on when the work has won.</summary>
public static class RaceTimerKept
{
    public static readonly Rule Rule = new("abort/race-timer-kept")
    {
        Severity = Severity.P3,
        Title = "The timer of a timeout runs on when the work was faster",
        Why = """
            `Promise.race` ends nothing. The timer that lost goes on until it fires: it keeps the process alive for that long, and under load
            as many timers wait as calls were made in that time, each with all that its callback holds on to.
            """,
        Fix = """
            Keep the timer's handle and clear it in `finally`; or use `AbortSignal.timeout`, which does not keep the process.
            """,
        Risk = "A process that has nothing left to do stays for the length of the longest timeout; memory grows with the rate of calls.",
        Unseen = "Timers whose handle is given to code out of sight, and those that no path ends and that neither abort anything nor settle a promise.",
        Bad =
        [
            """
            export async function answer(work: Promise<string>): Promise<string> {
              const late = new Promise<never>((_, reject) => {
                setTimeout(() => reject(new Error('too late')), 10_000); // expect: abort/race-timer-kept
              });
              return await Promise.race([work, late]);
            }
            """,
        ],
        Good =
        [
            """
            export async function answer(work: Promise<string>): Promise<string> {
              let timer: NodeJS.Timeout | undefined;
              const late = new Promise<never>((_, reject) => {
                timer = setTimeout(() => reject(new Error('too late')), 10_000);
              });
              try {
                return await Promise.race([work, late]);
              } finally {
                clearTimeout(timer);
              }
            }
            """,
        ],
        Check = project => project.TimedRaces.Select(race => Judge(project, race)).Concat(project.Functions.SelectMany(OfWork)),
    };

    /// <summary>A timer that aborts the work, or that the function clears on some path.</summary>
    private static IEnumerable<Verdict> OfWork(FunctionModel function)
    {
        foreach (var timer in function.WorkTimers)
        {
            var place = function.PlaceOf(timer.Timer);
            if (timer.End is TimerEnd.Ended)
            {
                if (timer.Aborts.Exists || timer.SettledAt.Exists)
                    yield return Rule.Clear(place, timer.EndedAt.Exists ? $"ended in {function.Project.PlaceOf(timer.EndedAt)}, or does not keep the process" : "ended on every path, or handed on");
                continue;
            }

            yield return Rule.At(place, timer.End switch
            {
                TimerEnd.NoHandle => "nobody keeps the handle of this timer: it runs on when the work is faster",
                TimerEnd.NeverEnded => "nothing ends this timer when the work is faster",
                _ => timer.Lost!.Thrown ? "nothing ends this timer when the work fails" : "nothing ends this timer when the function returns here",
            },
                [
                    new(place, timer.Aborts.Exists ? "starts a timer that aborts the work" : timer.SettledAt.Exists ? "starts a timer that settles the promise" : "starts a timer"),
                    .. timer.SettledAt.Exists ? new[] { new Step(function.PlaceOf(timer.SettledAt), "settles it before the time is over") } : [],
                    .. timer.Lost is { } lost ? function.Turns(lost).Append(new(function.PlaceOf(lost.Last), lost.Thrown ? "fails: the function ends here" : "the function ends here")) : [],
                    new(place, "goes on until it fires, and keeps the process alive until then"),
                ]).ByReach(function.Exposure);
        }
    }

    private static Verdict Judge(ProjectModel project, TimedRace race)
    {
        var place = project.PlaceOf(race.IsSleep ? race.Through : race.Timer);
        if (race.Kept is TimerEnd.Ended)
            return Rule.Clear(place, race.EndedAt.Exists ? $"ended in {project.PlaceOf(race.EndedAt)}, or does not keep the process" : "its handle is given to code out of sight");
        var function = project.FunctionAround(race.Call)!;
        var finding = Rule.At(place, race.Kept switch
        {
            TimerEnd.NoHandle => "nobody keeps the handle of this timer: it runs on when the work is faster",
            TimerEnd.NeverEnded => "nothing ends this timer when the work is faster",
            _ => "nothing ends this timer when the work fails",
        },
            [
                new(project.PlaceOf(race.Through.Exists ? race.Through : race.Timer), "starts a timer"),
                new(project.PlaceOf(race.Call), race.Kept is TimerEnd.EndedOnSuccess ? "the work fails first, and the race with it" : "the work is done first, and wins the race"),
                new(project.PlaceOf(race.Timer), "goes on until it fires, and keeps the process alive until then"),
            ]);
        return finding.ByReach(function.Exposure);
    }
}
