using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Abort;

/// <summary>A function listens for a signal's abort and does not look whether that has happened already.</summary>
public static class AlreadyAborted
{
    public static readonly Rule Rule = new("abort/already-aborted")
    {
        Severity = Severity.P2,
        Title = "A listener for 'abort' is added without looking whether the signal was aborted already",
        Why = """
            'abort' is emitted once. A listener that is added afterwards is never called: whoever came too late to cancel is not heard,
            and the work runs to its end, or waits for ever for an answer that nobody wants.
            """,
        Fix = """
            Call `signal.throwIfAborted()` before the listener is added, or look at `signal.aborted` in the same turn.
            """,
        Risk = "Work that was cancelled before it began is done all the same, or waits without end.",
        Unseen = "A signal that is looked at in another function.",
        Bad =
        [
            """
            export function pause(ms: number, signal: AbortSignal): Promise<void> {
              return new Promise((resolve, reject) => {
                const stop = () => {
                  clearTimeout(timer);
                  reject(signal.reason);
                };
                const timer = setTimeout(() => {
                  signal.removeEventListener('abort', stop);
                  resolve();
                }, ms);
                signal.addEventListener('abort', stop, { once: true }); // expect: abort/already-aborted
              });
            }
            """,
        ],
        Good =
        [
            """
            export function pause(ms: number, signal: AbortSignal): Promise<void> {
              signal.throwIfAborted();
              return new Promise((resolve, reject) => {
                const stop = () => {
                  clearTimeout(timer);
                  reject(signal.reason);
                };
                const timer = setTimeout(() => {
                  signal.removeEventListener('abort', stop);
                  resolve();
                }, ms);
                signal.addEventListener('abort', stop, { once: true });
              });
            }
            """,
        ],
        Check = project => project.ListenersAdded.Where(added => added is { IsOnSignal: true, Event: "abort" }).SelectMany(added => Judge(project, added)),
    };

    private static IEnumerable<Verdict> Judge(ProjectModel project, Registration added)
    {
        if (project.FunctionAround(added.Call) is not { } function)
            yield break;
        var place = project.PlaceOf(added.Call);
        if (added.IsOwnSignal)
            yield return Rule.Clear(place, "the function makes the signal itself: nobody can have aborted it");
        else if (added.LookedAt.Exists)
            yield return Rule.Clear(place, $"the signal is looked at in {project.PlaceOf(added.LookedAt)}");
        else if (added.TargetLife.Kind is LifespanKind.Call)
            yield return Rule.Clear(place, "whoever makes the signal hands it on at once");
        else if (added.TargetLife.Kind is LifespanKind.Process && !function.Exposure.IsConcurrent)
            yield return Rule.Clear(place, "the signal is that of the process, and nothing shows that this runs after its start");
        else if (function.Exposure.Kind is not (StartKind.Start or StartKind.None))
            yield return Graded(added, Rule.At(place, "an abort that came before this line is never heard",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(place, "listens for an abort that is still to come; one that has come already is not told again"),
                ]) with
            { Evidence = Evidence.Likely, Assumption = "the signal can be aborted before this line runs" });
    }

    private static Finding Graded(Registration added, Finding finding) =>
        added.IsWaitedFor ? finding : finding.Lowered("nobody waits for what the listener does: the work runs to its end, and that is all");
}
