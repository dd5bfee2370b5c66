using Hostile.Model;
using Hostile.Model.Flow;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Leak;

/// <summary>A collection of the process gets an entry per request, and none is ever taken out.</summary>
public static class UnboundedCollection
{
    public static readonly Rule Rule = new("leak/unbounded-collection")
    {
        Severity = Severity.P2,
        Title = "A collection of the process grows with what requests bring, and nothing takes entries out",
        Why = """
            A map at the top level of a file, or in an object of the process, lives until the process ends. With one entry for each user, job or key that
            ever came, and no removal, its memory is a count of everything there ever was.
            """,
        Fix = """
            Take entries out when they are done with, bound their number (an LRU cache), or give them an age.
            """,
        Risk = "The process grows until it is killed, sooner the more it is used, and loses what it was doing.",
        Unseen = "Collections that get out of sight, and keys that do not come with a request, a job or a message as far as we can follow them.",
        Bad =
        [
            """
            import express from 'express';
            const seen = new Map<string, number>();
            express().get('/item/:id', (request, response) => {
              seen.set(request.params.id, Date.now()); // expect: leak/unbounded-collection
              response.end();
            });
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            const seen = new Map<string, number>();
            express().get('/item/:id', (request, response) => {
              if (seen.size > 10_000) seen.clear();
              seen.set(request.params.id, Date.now());
              response.end();
            });
            """,
        ],
        Check = project => project.AddedEntries.SelectMany(entry => Judge(project, entry)),
    };

    private static IEnumerable<Verdict> Judge(ProjectModel project, AddedEntry entry)
    {
        // Of what is under way, and of listeners, leak/tracked-forever speaks.
        if (entry.IsOfUnknownLife || entry.EmptyRemover.Exists || ((entry.IsOfWork || entry.IsQueued) && entry.Uses.Removals.IsEmpty && entry.Uses.Clearings.IsEmpty && !entry.HasFewKeys))
            yield break;
        if (entry.IsToDefault && project.FunctionAround(entry.Call) is { } changing)
        {
            var at = project.PlaceOf(entry.Call);
            var added = Rule.At(at, $"this adds to `{entry.Collection}` itself, which every call without a list of its own takes: each adds one more, for all later ones",
                [.. changing.Exposure.Steps(Side.Only), new(at, $"adds to the default, and no copy of it: it stays in `{entry.Collection}` until the process ends")]).ByReach(changing.Exposure);
            yield return entry.Collection is { Root: PlaceRoot.This, Owner: var owner } && project.SharingOf(owner).Kind is not SharingKind.Process
                ? added with { Evidence = Evidence.Likely, Assumption = "one object serves more than one call" }
                : added;
            yield break;
        }

        if (entry.Kind is not TrackedKind.Value || entry.Uses.IsOutOfSight || project.FunctionAround(entry.Call) is not { } function || function.Exposure.Kind is not (StartKind.Request or StartKind.Job or StartKind.Message or StartKind.Event or StartKind.Timer))
            yield break;
        var place = project.PlaceOf(entry.Call);
        if (!entry.Uses.Removals.IsEmpty || !entry.Uses.Clearings.IsEmpty)
            yield return Rule.Clear(place, $"entries are taken out in {project.PlaceOf(entry.Uses.Removals.Concat(entry.Uses.Clearings).First())}");
        else if (entry.Uses.SizeAsked.Exists)
            yield return Rule.Clear(place, $"its size is looked at in {project.PlaceOf(entry.Uses.SizeAsked)}");
        else if (entry.IsKeyNew)
            yield return Rule.At(place, $"`{entry.Collection}` gets one entry more at every call, and none is ever taken out", [.. function.Exposure.Steps(Side.Only), new(place, "adds an entry that stays until the process ends")]);
        else if (entry.HasFewKeys)
            yield return Rule.Clear(place, "the keys are few, whatever comes");
        else if (!entry.IsKeySent)
            yield return Rule.Clear(place, "nothing shows that the keys come with requests, jobs or messages");
        else
        {
            yield return Rule.At(place, $"`{entry.Collection}` gets an entry for every `{CodeLine.Of(entry.Key.Text)}`, and none is ever taken out",
                [.. function.Exposure.Steps(Side.Only), new(place, "adds an entry that stays until the process ends")]) with
            {
                Evidence = Evidence.Likely,
                Assumption = $"the values of `{CodeLine.Of(entry.Key.Text)}` are as many as there are users, jobs or requests",
            };
        }
    }
}
