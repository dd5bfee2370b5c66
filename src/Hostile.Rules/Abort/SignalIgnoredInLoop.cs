using Hostile.Model.Summaries;

namespace Hostile.Rules.Abort;

/// <summary>A function takes a signal and waits again and again in a loop that never looks at it.</summary>
public static class SignalIgnoredInLoop
{
    public static readonly Rule Rule = new("abort/signal-ignored-in-loop")
    {
        Severity = Severity.P2,
        Title = "A loop of waits never looks at the signal that its function is given",
        Why = """
            Whoever passes a signal expects the work to stop when it is aborted. A loop that awaits in every turn and never looks runs to its end:
            a shutdown waits for it, or cuts it off in the middle; a request whose client has gone is worked off all the same.
            """,
        Fix = """
            Call `signal.throwIfAborted()` at the beginning of each turn, and pass the signal to what the turn awaits.
            """,
        Risk = "A cancelled export of a large account runs on for minutes, and the process is killed in the middle of it.",
        Unseen = "Signals that are fields of the object whose method it is, and loops that are functions calling themselves.",
        Bad =
        [
            """
            declare function send(user: string): Promise<void>;
            export async function notify(users: string[], signal: AbortSignal): Promise<void> {
              signal.throwIfAborted();
              for (const user of users) { // expect: abort/signal-ignored-in-loop
                await send(user);
              }
            }
            """,
        ],
        Good =
        [
            """
            declare function send(user: string): Promise<void>;
            export async function notify(users: string[], signal: AbortSignal): Promise<void> {
              for (const user of users) {
                signal.throwIfAborted();
                await send(user);
              }
            }
            """,
        ],
        Check = project => project.TakenSignals.SelectMany(Judge),
    };

    private static IEnumerable<Verdict> Judge(TakenSignal taken)
    {
        foreach (var loop in taken.Loops)
        {
            var place = taken.Function.PlaceOf(loop.Loop);
            if (loop.GivenTo.Exists)
                yield return Rule.Clear(place, $"`{taken.Name}` is given away in line {taken.Function.PlaceOf(loop.GivenTo).Line}, before the loop");
            else if (loop.Bound.Length > 0)
                yield return Rule.Clear(place, $"it does not turn often: {loop.Bound}");
            else
            {
                yield return Rule.At(place, $"the loop waits in every turn and never looks at `{taken.Name}`",
                    new(taken.Function.PlaceOf(taken.Signal), "the signal that says when to stop"),
                    new(taken.Function.PlaceOf(loop.Wait), "waits in every turn, whether or not the signal was aborted")).ByReach(taken.Function.Exposure);
            }
        }
    }
}
