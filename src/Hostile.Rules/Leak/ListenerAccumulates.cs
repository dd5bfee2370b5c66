using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Leak;

/// <summary>Every call adds a listener to something that outlives it, and nothing takes it away.</summary>
public static class ListenerAccumulates
{
    public static readonly Rule Rule = new("leak/listener-accumulates")
    {
        Severity = Severity.P2,
        Title = "Every call adds a listener to an emitter that outlives it",
        Why = """
            An emitter keeps its listeners until they are removed. One that is added per request to an emitter of the process stays after the request,
            with all that it holds on to; each event then runs the listeners of all requests there ever were.
            """,
        Fix = """
            Remove the listener when the work is done (`finally`, 'close'), with the same function; or register it once, outside.
            """,
        Risk = "Memory and the work of every event grow with the number of requests, until the process is restarted.",
        Unseen = "Emitters of which it is not known how long they live, and functions of which nothing shows that they run more than once.",
        Bad =
        [
            """
            import express from 'express';
            import { EventEmitter } from 'events';
            const bus = new EventEmitter();
            express().get('/news', (request, response) => {
              bus.on('news', (text) => response.write(text)); // expect: leak/listener-accumulates
            });
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            import { EventEmitter } from 'events';
            const bus = new EventEmitter();
            express().get('/news', (request, response) => {
              const tell = (text: string) => response.write(text);
              bus.on('news', tell);
              response.on('close', () => bus.off('news', tell));
            });
            """,
        ],
        Check = project => project.ListenersAdded.Where(added => !added.IsOnSignal).SelectMany(added => Judge(project, added)).Concat(project.MountedWork.Where(work => !work.IsInterval).Select(work => OfPage(project, work))),
    };

    /// <summary>A part of a page that adds a listener whenever it appears.</summary>
    private static Verdict OfPage(ProjectModel project, MountedWork work)
    {
        var place = project.PlaceOf(work.Call);
        if (work.EndedAt.Exists)
            return Rule.Clear(place, $"removed in {project.PlaceOf(work.EndedAt)}");
        return (Rule.At(place, $"the effect adds a listener to `{CodeLine.Of(work.Target.Text)}` and does not take it away",
            [
                new(project.PlaceOf(work.Effect), "runs whenever this part of the page appears"),
                new(place, "adds a listener that nothing takes away: each that was shown once still listens"),
            ]) with
        { Repair = "Return a function from the effect that removes the listener, with the same function." }).Lowered("a page ends when it is left");
    }

    private static IEnumerable<Verdict> Judge(ProjectModel project, Registration added)
    {
        if (added.TargetLife.Kind is not (LifespanKind.Process or LifespanKind.Lent) || project.FunctionAround(added.Call) is not { } function || !function.Exposure.IsConcurrent)
            yield break;
        var place = project.PlaceOf(added.Call);
        if (added.RemovedAt.Exists)
        {
            yield return Rule.Clear(place, $"removed in {project.PlaceOf(added.RemovedAt)}");
            yield break;
        }

        if (added.Guard is { } guard)
        {
            yield return Rule.Clear(place, $"added once: `{guard}` says whether it was");
            yield break;
        }

        if (added.TargetLife.Kind is LifespanKind.Lent)
        {
            yield return Rule.At(place, $"every call adds a listener to a connection of the pool, and gives the connection back with it",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(project.PlaceOf(added.TargetLife.Shown), "takes a connection out of the pool: the next call is lent the same one again"),
                    new(place, added.Once ? "adds a listener that only an event takes away" : "adds a listener that nothing takes away"),
                ]);
            yield break;
        }

        // A worker that is told by a message to start starts once.
        if (!project.IsInProgram(added.TargetLife.Shown) && function.Exposure.Kind is StartKind.Event)
        {
            yield return Rule.Clear(place, "an event of the process starts it, and nothing shows that there are many");
            yield break;
        }

        // Objects that are kept for later are fewer than calls.
        var isOfObject = function.IsOfConstruction;
        var finding = Rule.At(place, $"every {(isOfObject ? "object" : "call")} adds a listener to `{CodeLine.Of(added.Target.Text)}`, and nothing removes it",
            [
                .. function.Exposure.Steps(Side.Only),
                .. added.TargetLife.Shown.Exists && project.IsInProgram(added.TargetLife.Shown) ? new[] { new Step(project.PlaceOf(added.TargetLife.Shown), "it lives as long as the process") } : [],
                new(place, added.Once ? "adds a listener that only an event takes away" : "adds a listener that nothing takes away"),
            ]);
        yield return isOfObject ? finding.Lowered("once for each object that is made") : finding;
    }
}
