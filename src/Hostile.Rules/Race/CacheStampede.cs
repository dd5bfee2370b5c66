using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Race;

/// <summary>A cache that misses loads, and everybody who misses meanwhile loads the same.</summary>
public static class CacheStampede
{
    public static readonly Rule Rule = new("race/cache-stampede")
    {
        Severity = Severity.P2,
        Title = "Everybody who misses the cache loads the same value",
        Why = """
            The value is looked up, loaded, and stored when it is here. Until then every other caller misses, too, and sends the same query or request. When a popular entry expires
            under load, all of them do so at once, and the server behind the cache gets what the cache was to keep from it.
            """,
        Fix = """
            Keep the promise of the load in a map, give it to whoever asks for the same key, and delete it when it has settled.
            """,
        Risk = "When an entry expires under load, the database or the remote service gets as many identical loads as there are waiting requests.",
        Unseen = "Loads given as a callback, of which nobody knows what they cost, and caches in other processes.",
        Bad =
        [
            """
            import express from 'express';
            import type { Pool } from 'pg';
            const plans = new Map<string, unknown>();
            async function planOf(pool: Pool, id: string) {
              let plan = plans.get(id);
              if (!plan) {
                const { rows } = await pool.query('SELECT * FROM plan WHERE id = $1', [id]);
                plan = rows[0];
                plans.set(id, plan); // expect: race/cache-stampede
              }
              return plan;
            }
            export function routes(app: express.Express, pool: Pool) {
              app.get('/plan/:id', (request, response, next) => {
                planOf(pool, request.params.id).then((plan) => response.json(plan)).catch(next);
              });
            }
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            import type { Pool } from 'pg';
            const plans = new Map<string, Promise<unknown>>();
            function planOf(pool: Pool, id: string) {
              let plan = plans.get(id);
              if (!plan) {
                plan = pool.query('SELECT * FROM plan WHERE id = $1', [id]).then(({ rows }) => rows[0]);
                plans.set(id, plan);
                plan.catch(() => plans.delete(id));
              }
              return plan;
            }
            export function routes(app: express.Express, pool: Pool) {
              app.get('/plan/:id', (request, response, next) => {
                planOf(pool, request.params.id).then((plan) => response.json(plan)).catch(next);
              });
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.IsAsync || function.UsesMemory),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var found in function.SharedChecks)
        {
            if (!found.IsTorn || !found.Load.Exists || found.Refuses || function.Project.MustBeClosed(found.Load))
                continue;
            var place = function.PlaceOf(found.Set.Node);
            if (found.SharesLoad)
                yield return Rule.Clear(place, "who misses meanwhile waits for the same load");
            else if (function.WhyAlone(found) is { } reason)
                yield return Rule.Clear(place, reason);
            else if (function.Project.ResourceOf(found.Load) is not { Kind: ResourceKind.Connection or ResourceKind.Request } load)
                yield return function.Project.ConnectorOf(found.Load) is { Exists: true } connector ? OfClients(function, found, connector, place) : Rule.Clear(place, "nothing says that a second load costs anything");
            else if (function.Project.WritesRows(load))
                yield return Rule.Clear(place, "what is sent is a write: no answer is kept for others");
            else if (function.Project.ReadsNothing(load))
                yield return Rule.Clear(place, "the query reads no table: it costs nothing to ask twice");
            else
                yield return Report(function, found, load, place);
        }

        var told = new HashSet<Place>();
        foreach (var race in function.StoreRaces)
        {
            if (race.Kind is not StoreRaceKind.Fill || race.Second.Kind is not StoreKind.Key || !told.Add(function.PlaceOf(race.First.Call)))
                continue;
            var place = function.PlaceOf(race.Second.Call);
            if (race.Protection is { } protection)
                yield return Rule.Clear(place, protection);
            else if (race.Load.Exists && function.Project.ResourceOf(race.Load) is { Kind: ResourceKind.Connection or ResourceKind.Request } load)
                yield return OfAllProcesses(function, race, load, place);
        }
    }

    /// <summary>What is loaded is a client of a library that we do not know, by the name of what makes it.</summary>
    private static Finding OfClients(FunctionModel function, CheckThenSet found, Syntax.TypeScript.SyntaxNode connector, Place place)
    {
        var name = connector.FirstChild.Text;
        var finding = (Rule.At(place, $"until `{found.Place}` is set, everybody who asks for it calls `{name}` once more, and all but the last are forgotten",
            [
                .. function.Exposure.Steps(Side.A),
                new(function.PlaceOf(found.Check.Shown), $"finds no `{found.Place}`", Side.A),
                new(function.PlaceOf(found.Suspension), "waits for it; other code runs", Side.A),
                new(function.PlaceOf(found.Check.Shown), "finds none either", Side.B),
                new(function.Project.PlaceOf(connector), "makes another one", Side.B),
                new(function.PlaceOf(found.Set.Shown), "keeps its own", Side.A),
            ]) with
        {
            Evidence = Evidence.Likely,
            Assumption = $"what `{name}` gives holds a connection",
        }).ByOverlap(function, found.Place).ByUse(function);
        return function.IsKeptForEver(found) ? finding.Lowered("nothing ever takes it away: only the first callers load it several times") : finding;
    }

    private static Finding OfAllProcesses(FunctionModel function, StoreRace race, Resource load, Place place)
    {
        var what = load.Kind is ResourceKind.Connection ? "query" : "request";
        return (Rule.At(place, $"until `{race.Second.Key.Text}` is set, everybody who misses it sends the same {what}, in every process",
            [
                .. function.Exposure.Steps(Side.A),
                new(function.PlaceOf(race.First.Call), "finds nothing in the cache", Side.A),
                new(function.PlaceOf(race.First.Call), "finds nothing either", Side.B),
                new(function.Project.PlaceOf(load.Call), $"both send the same {what}, and so does everybody until the first one is answered", Side.B),
                new(place, "stores the answer", Side.A),
            ]) with
        {
            Evidence = Evidence.Likely,
            Assumption = "several ask for the key while it is not there",
        }).ByUse(function);
    }

    private static Finding Report(FunctionModel function, CheckThenSet found, Resource load, Place place)
    {
        var exposure = function.Exposure;
        var what = load.Kind is ResourceKind.Connection ? "query" : "request";
        var finding = Rule.At(place, $"until `{found.Place}` is set, everybody who asks for it sends the same {what}",
            [
                .. exposure.Steps(Side.A),
                new(function.PlaceOf(found.Check.Shown), $"finds no `{found.Place}`", Side.A),
                new(function.PlaceOf(found.Suspension), $"waits for the {what}; other code runs", Side.A),
                new(function.PlaceOf(found.Check.Shown), "finds none either", Side.B),
                new(function.Project.PlaceOf(load.Call), $"sends the same {what}, and so does everybody until the first one is answered", Side.B),
                new(function.PlaceOf(found.Set.Shown), "stores the answer", Side.A),
            ]).ByOverlap(function, found.Place).ByUse(function);
        return function.IsKeptForEver(found) ? finding.Lowered("nothing ever takes it away: only the first callers load it several times") : finding;
    }
}
