using Hostile.Model.Summaries;

namespace Hostile.Rules.Abort;

/// <summary>A function takes a signal and calls another one that would take it, without passing it.</summary>
public static class SignalNotForwarded
{
    public static readonly Rule Rule = new("abort/signal-not-forwarded")
    {
        Severity = Severity.P2,
        OffByDefault = true,
        Title = "A signal is not passed on to what would take it",
        Why = """
            An abort reaches only those who have the signal. A call that would take one and gets none goes on after everything around it has stopped.
            """,
        Fix = """
            Pass the signal on.
            """,
        Risk = "A cancelled request still does the slow part of its work.",
        Unseen = "Functions of libraries, and signals that come in an object.",
        Bad =
        [
            """
            async function load(url: string, signal?: AbortSignal): Promise<string> {
              return await (await fetch(url, { signal })).text();
            }
            export async function both(signal: AbortSignal): Promise<string> {
              return (await load('https://a.example', signal)) + (await load('https://b.example')); // expect: abort/signal-not-forwarded
            }
            """,
        ],
        Good =
        [
            """
            async function load(url: string, signal?: AbortSignal): Promise<string> {
              return await (await fetch(url, { signal })).text();
            }
            export async function both(signal: AbortSignal): Promise<string> {
              return (await load('https://a.example', signal)) + (await load('https://b.example', signal));
            }
            """,
        ],
        Check = project => project.TakenSignals.SelectMany(Judge),
    };

    private static IEnumerable<Verdict> Judge(TakenSignal taken)
    {
        foreach (var call in taken.NotForwarded)
        {
            var place = taken.Function.PlaceOf(call);
            yield return Rule.At(place, $"this call would take `{taken.Name}` and is not given it",
                new(taken.Function.PlaceOf(taken.Signal), "the signal that says when to stop"),
                new(place, "goes on after the signal was aborted")).ByReach(taken.Function.Exposure);
        }
    }
}
