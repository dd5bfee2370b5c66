using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Abort;

/// <summary>A listener is added to a signal that outlives the work, and stays when the work is done.</summary>
public static class AbortListenerKept
{
    public static readonly Rule Rule = new("abort/abort-listener-kept")
    {
        Severity = Severity.P2,
        Title = "A listener stays on a signal after the work it was to stop",
        Why = """
            A signal keeps its listeners until it is aborted; `{ once: true }` takes one away only then. On a signal that lives longer than the work,
            such as that of a shutdown, every call leaves one more, with all that it holds on to, and when the signal is aborted at last all of them run.
            """,
        Fix = """
            Remove the listener in `finally`, with the same function; or give the work a signal of its own: `AbortSignal.any([signal, …])`.
            """,
        Risk = "Memory grows with every call; the shutdown then runs thousands of callbacks of work that ended long ago.",
        Unseen = "Signals of which it is not known how long they live are not judged, unless the listener is added in a loop.",
        Bad =
        [
            """
            import express from 'express';
            const shutdown = new AbortController();
            process.on('SIGTERM', () => shutdown.abort());
            express().get('/pause', (request, response) => {
              const timer = setTimeout(() => response.end(), 1000);
              shutdown.signal.addEventListener('abort', () => clearTimeout(timer), { once: true }); // expect: abort/abort-listener-kept, abort/already-aborted
            });
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            const shutdown = new AbortController();
            process.on('SIGTERM', () => shutdown.abort());
            express().get('/pause', (request, response) => {
              if (shutdown.signal.aborted) return;
              const stop = () => clearTimeout(timer);
              const timer = setTimeout(() => {
                shutdown.signal.removeEventListener('abort', stop);
                response.end();
              }, 1000);
              shutdown.signal.addEventListener('abort', stop, { once: true });
            });
            """,
        ],
        Check = project => project.ListenersAdded.Where(added => added.IsOnSignal).SelectMany(added => Judge(project, added)),
    };

    private static IEnumerable<Verdict> Judge(ProjectModel project, Registration added)
    {
        if (project.FunctionAround(added.Call) is not { } function)
            yield break;
        var place = project.PlaceOf(added.Call);
        if (added.RemovedAt.Exists)
        {
            yield return Rule.Clear(place, $"removed in {project.PlaceOf(added.RemovedAt)}");
            yield break;
        }

        var isRepeated = added.Loop.Exists;
        if (!isRepeated && added.TargetLife.Kind is LifespanKind.Call)
            yield return Rule.Clear(place, "the signal lives no longer than the work");
        if (!isRepeated && (added.TargetLife.Kind is not LifespanKind.Process || !function.Exposure.IsConcurrent))
            yield break;
        var finding = Rule.At(place, isRepeated ? "every turn of the loop adds a listener to the signal, and none is removed when its wait ends otherwise" : "every call adds a listener to a signal that outlives it, and none is removed when the work ends first",
            [
                .. function.Exposure.Steps(Side.Only),
                .. isRepeated ? new[] { new Step(project.PlaceOf(added.Loop), "runs again and again with the same signal") } : added.TargetLife.Shown.Exists ? [new Step(project.PlaceOf(added.TargetLife.Shown), "the signal lives as long as the process")] : [],
                new(place, added.Once ? "adds a listener; `once` takes it away only when the signal is aborted" : "adds a listener, and nothing takes it away"),
            ]);
        yield return added.TargetLife.Kind is LifespanKind.Call ? finding.Lowered("the signal lives no longer than the call that made it") : finding.ByReach(function.Exposure);
    }
}
