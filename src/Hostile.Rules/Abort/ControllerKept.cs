using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Abort;

/// <summary>A controller is kept under a key, and on some path nobody takes it out.</summary>
public static class ControllerKept
{
    public static readonly Rule Rule = new("abort/controller-kept")
    {
        Severity = Severity.P3,
        Title = "A controller stays in a collection after its work has ended",
        Why = """
            The controllers of running work are kept so that it can be cancelled. One that stays when the work has failed is memory that nobody gives back,
            and whoever cancels it is told that it worked.
            """,
        Fix = """
            Delete it in `finally`, under the same key.
            """,
        Risk = "Memory grows with every failure, and a cancellation seems to work on a job that ended long ago.",
        Unseen = "Collections that get out of sight, and those that another function takes entries out of.",
        Bad =
        [
            """
            import express from 'express';
            const controllers = new Map<string, AbortController>();
            declare function build(id: string, signal: AbortSignal): Promise<void>;
            express().post('/build/:id', async (request, response) => {
              const controller = new AbortController();
              controllers.set(request.params.id, controller); // expect: abort/controller-kept
              await build(request.params.id, controller.signal);
              controllers.delete(request.params.id);
              response.end();
            });
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            const controllers = new Map<string, AbortController>();
            declare function build(id: string, signal: AbortSignal): Promise<void>;
            express().post('/build/:id', async (request, response) => {
              const controller = new AbortController();
              controllers.set(request.params.id, controller);
              try {
                await build(request.params.id, controller.signal);
              } finally {
                controllers.delete(request.params.id);
              }
              response.end();
            });
            """,
        ],
        Check = project => project.AddedEntries.Where(entry => entry.Kind is TrackedKind.Controller).SelectMany(entry => Judge(project, entry)),
    };

    private static IEnumerable<Verdict> Judge(ProjectModel project, AddedEntry entry)
    {
        if (entry.Uses.IsOutOfSight || project.FunctionAround(entry.Call) is not { } function)
            yield break;
        var place = project.PlaceOf(entry.Call);
        if (entry.Lost is not { } lost)
        {
            if (!entry.RemovedHere.IsEmpty)
                yield return Rule.Clear(place, $"removed on every path ({project.PlaceOf(entry.RemovedHere[0])})");
            yield break;
        }

        yield return Rule.At(place, lost.Thrown ? $"the controller stays in `{entry.Collection}` when the work fails" : $"the controller stays in `{entry.Collection}` when the function returns here",
            [
                new(place, "keeps the controller"),
                .. function.Turns(lost),
                new(function.PlaceOf(lost.Last), lost.Thrown ? "fails: the function ends here, and the controller stays" : "the function ends here, and the controller stays"),
            ]).ByReach(function.Exposure);
    }
}
