using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Leak;

/// <summary>An entry is put into a collection that outlives the call, and the way on which it should be taken out does not.</summary>
public static class TrackedForever
{
    public static readonly Rule Rule = new("leak/tracked-forever")
    {
        Severity = Severity.P2,
        Title = "An entry stays in a collection after what it stands for has ended",
        Why = """
            A collection of what is going on must lose each entry when that is over: in `finally`, or when it fires. An entry that stays is memory that
            nobody gives back, and it is a lie as well: whoever asks the collection is told that the work still runs.
            """,
        Fix = """
            Delete the entry in `finally`, in the timer's own callback, or in `.finally(…)` of the promise; under the key that it was set.
            """,
        Risk = "Memory grows with every job; after a failure the same work is refused, because it seems to be running.",
        Unseen = "Collections that get out of sight, and those that another function takes entries out of.",
        Bad =
        [
            """
            import express from 'express';
            const running = new Set<string>();
            declare function build(id: string): Promise<void>;
            express().post('/build/:id', async (request, response) => {
              if (running.has(request.params.id)) return response.end('running');
              running.add(request.params.id); // expect: leak/tracked-forever
              await build(request.params.id);
              running.delete(request.params.id);
              response.end();
            });
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            const running = new Set<string>();
            declare function build(id: string): Promise<void>;
            express().post('/build/:id', async (request, response) => {
              if (running.has(request.params.id)) return response.end('running');
              running.add(request.params.id);
              try {
                await build(request.params.id);
              } finally {
                running.delete(request.params.id);
              }
              response.end();
            });
            """,
        ],
        Check = project => project.AddedEntries.Where(entry => entry.Kind is not TrackedKind.Controller || entry.Lost is null).SelectMany(entry => Judge(project, entry)),
    };

    private static IEnumerable<Verdict> Judge(ProjectModel project, AddedEntry entry)
    {
        if (project.FunctionAround(entry.Call) is not { } function || entry.Uses.IsOutOfSight)
            yield break;
        var place = project.PlaceOf(entry.Call);
        if (entry.EmptyRemover.Exists)
        {
            var kept = Rule.At(place, $"what is given back to take a listener out of `{entry.Collection}` again does nothing: who has listened once listens for ever",
                new Step(place, "adds a listener"), new Step(project.PlaceOf(entry.EmptyRemover), "is given back, takes nothing out, and nothing else does")).ByReach(function.Exposure);
            yield return project.IsInBrowser(function.Module) ? kept.Lowered("a page ends when it is left") : kept;
            yield break;
        }

        if (entry.Lost is { } lost)
        {
            yield return Rule.At(place, lost.Thrown ? $"the entry stays in `{entry.Collection}` when a later step fails" : $"the entry stays in `{entry.Collection}` when the function returns here",
                [
                    new(place, "adds an entry"),
                    .. function.Turns(lost),
                    new(function.PlaceOf(lost.Last), lost.Thrown ? "fails: the function ends here, and the entry stays" : "the function ends here, and the entry stays"),
                ]).ByReach(function.Exposure);
        }
        else if (entry.OtherKey.Exists)
        {
            yield return Rule.At(place, $"the entry is added to `{entry.Collection}` under one key and removed under another",
                new Step(place, "adds an entry"), new Step(project.PlaceOf(entry.OtherKey), "removes another key: the entry stays")).ByReach(function.Exposure);
        }
        else if (!entry.RemovedHere.IsEmpty || !entry.Uses.Removals.IsEmpty)
        {
            yield return Rule.Clear(place, $"removed in {project.PlaceOf(entry.RemovedHere.IsEmpty ? entry.Uses.Removals[0] : entry.RemovedHere[0])}");
        }
        else if (entry.Kind is not TrackedKind.Value && entry.HasFewKeys)
        {
            yield return Rule.Clear(place, $"the keys of `{entry.Collection}` are few: it is done growing soon");
        }
        else if (entry.Kind is not TrackedKind.Value && function.Exposure.Kind is not (StartKind.Start or StartKind.None or StartKind.Signal) && (function.Exposure.IsConcurrent || !entry.Uses.Clearings.IsEmpty))
        {
            yield return OfObject(entry, Rule.At(place, $"{Words(entry.Kind)} stays in `{entry.Collection}` after it has ended",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(place, "adds an entry, and nothing takes it out when it has ended"),
                    .. entry.Uses.Clearings.IsEmpty ? [] : new[] { new Step(project.PlaceOf(entry.Uses.Clearings[0]), "takes all out at once, and until then they only grow") },
                ]));
        }
        else if ((entry.IsOfWork || entry.IsQueued) && !entry.HasFewKeys && entry.Uses.Clearings.IsEmpty && function.Exposure.Kind is not (StartKind.Start or StartKind.None or StartKind.Signal))
        {
            var left = Rule.At(place, entry.IsQueued ? $"`{entry.Collection}` keeps the last work of every `{CodeLine.Of(entry.Key.Text)}`, and nothing ever takes one out" : $"an entry stays in `{entry.Collection}` after what it stands for has ended: nothing ever takes one out",
                [.. function.Exposure.Steps(Side.Only), new(place, entry.IsQueued ? "keeps the promise that the next one waits for" : "adds an entry, by which others see that it is under way")]).ByReach(function.Exposure);
            yield return OfObject(entry, entry.IsQueued ? left.Lowered("what stays is a promise that has settled") : left);
        }
    }

    private static Finding OfObject(AddedEntry entry, Finding finding) =>
        entry.IsOfUnknownLife ? finding with { Evidence = Evidence.Likely, Assumption = "one object serves more than one call" } : finding;

    private static string Words(TrackedKind kind) => kind switch
    {
        TrackedKind.Timer => "a timer",
        TrackedKind.Controller => "a controller",
        TrackedKind.Connection => "a connection",
        _ => "a promise",
    };
}
