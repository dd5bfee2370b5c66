using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Race;

/// <summary>What a request is given is kept in memory that all requests share, and read again after a wait.</summary>
public static class RequestInSharedField
{
    public static readonly Rule Rule = new("race/request-in-shared-field")
    {
        Severity = Severity.P1,
        Title = "Data of one request is kept where all requests share it",
        Why = """
            One object serves all requests. While the first request waits, the second one sets the same field to its own data, and the first one goes on with that.
            """,
        Fix = """
            Hand the value on as an argument, make an object for each request, or keep it in an AsyncLocalStorage.
            """,
        Risk = "Under load one request goes on with the data of another: answers and writes reach the wrong user, without an error.",
        Unseen = "A field that one function sets and another one, started by itself, reads; members of what is kept; objects that are handed from function to function.",
        Bad =
        [
            """
            import express from 'express';
            declare function load(team: string): Promise<string[]>;
            class Store {
              private team = '';
              async list(team: string) {
                this.team = team; // expect: race/request-in-shared-field
                const files = await load(team);
                return files.map((file) => `${this.team}/${file}`);
              }
            }
            const store = new Store();
            const app = express();
            app.get('/files', (request, response, next) => {
              store.list(String(request.query.team)).then((files) => response.json(files), next);
            });
            """,
        ],
        Good =
        [
            """
            import express from 'express';
            declare function load(team: string): Promise<string[]>;
            class Store {
              async list(team: string) {
                const files = await load(team);
                return files.map((file) => `${team}/${file}`);
              }
            }
            const store = new Store();
            const app = express();
            app.get('/files', (request, response, next) => {
              store.list(String(request.query.team)).then((files) => response.json(files), next);
            });
            """,
        ],
        Check = Rule.EachFunction(Check),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var passed in function.PassedByMemory)
        {
            var place = function.PlaceOf(passed.Write);
            if (function.WhyAlone(passed.Place, passed.Point) is { } reason)
                yield return Rule.Clear(place, reason);
            else if (passed.IsClaimed)
                yield return Rule.Clear(place, $"`{passed.Place}` is set only where it is empty, with no wait after the test: who comes meanwhile leaves it");
            else if (function.SharingOf(passed.Place).Kind is SharingKind.Process)
                yield return Report(function, passed, place);
        }
    }

    private static Finding Report(FunctionModel function, PassedByMemory passed, Place place) => Rule.At(place, $"`{passed.Place}` is set for one execution and read again {(passed.IsHandedOn ? "by what runs later" : "after the await")}, when it may be another one's",
        [
            .. function.Exposure.Steps(Side.A),
            new(place, $"sets `{passed.Place}` to what it was given", Side.A),
            new(function.PlaceOf(passed.Suspension), passed.IsHandedOn ? "is given a function that runs later; other code runs until then" : "waits; other code runs", Side.A),
            new(place, $"sets `{passed.Place}` to what it was given: A's is gone", Side.B),
            .. passed.Within.Exists ? [new Step(function.PlaceOf(passed.Read), $"calls `{CodeLine.Of(passed.Read.FirstChild.Text)}`", Side.A)] : Array.Empty<Step>(),
            new(passed.Within.Exists ? function.Project.PlaceOf(passed.Within) : function.PlaceOf(passed.Read), $"reads `{passed.Place}`: it is B's", Side.A),
        ]);
}
