using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Race;

/// <summary>Shared memory is tested, the function waits, and only then is it set: meanwhile others pass the same test.</summary>
public static class CheckThenAwaitThenSet
{
    public static readonly Rule Rule = new("race/check-then-await-then-set")
    {
        Severity = Severity.P2,
        Title = "Shared state is tested, and set only after an await",
        Why = """
            JavaScript runs without interruption only up to the next `await`. Whoever comes while the function waits finds the state as it was, passes the same test, and does the
            same work a second time: two connections, two runs of a job, one of them forgotten.
            """,
        Fix = """
            Set the state before the first `await` and put it back in `finally` when the work fails; or store the promise of the work, and let everybody await that.
            """,
        Risk = "Work that must happen once happens twice under load: connections leak, jobs run beside one another, and what the first one made is overwritten.",
        Unseen = "A test and a write that are more than two calls apart, and objects that are handed from function to function.",
        Bad =
        [
            """
            declare function subscribe(topic: string): Promise<void>;
            let subscribed = false;
            export async function ensureSubscribed() {
              if (!subscribed) {
                await subscribe('orders');
                subscribed = true; // expect: race/check-then-await-then-set
              }
            }
            """,
            """
            class Client { static async open() { return new Client(); } async close() {} }
            class Store {
              private client?: Client;
              async get() {
                if (!this.client) {
                  this.client = await Client.open(); // expect: race/check-then-await-then-set "two are made"
                }
                return this.client;
              }
            }
            export const store = new Store();
            """,
        ],
        Good =
        [
            """
            class Client { static async open() { return new Client(); } async close() {} }
            let client: Promise<Client> | undefined;
            export function connect() {
              if (!client) {
                client = Client.open();
                client.catch(() => { client = undefined; });
              }
              return client;
            }
            """,
            """
            let running = false;
            export async function run(work: () => Promise<void>) {
              if (running) return;
              running = true;
              try {
                await work();
              } finally {
                running = false;
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesMemory),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var found in function.SharedChecks)
        {
            var place = function.PlaceOf(found.Set.Node);
            // A value that may as well be loaded twice is a matter of load: race/cache-stampede.
            if (found.IsTorn && found.Load.Exists && !function.Project.MustBeClosed(found.Load))
                continue;
            if (!found.IsTorn)
                yield return Rule.Clear(place, $"nothing can run between the test of `{found.Place}` and its change");
            else if (found.SharesLoad)
                yield return Rule.Clear(place, "who comes meanwhile waits for the same work");
            else if (function.WhyAlone(found) is { } reason)
                yield return Rule.Clear(place, reason);
            else
                yield return Report(function, found, place);
        }
    }

    private static Finding Report(FunctionModel function, CheckThenSet found, Place place)
    {
        var exposure = function.Exposure;
        var isMade = found.Load.Exists;
        if (found.IsHolder)
        {
            return Rule.At(place, $"all who wait for one `{found.Place}` go on when it is done, and each takes the place: two hold it at the same time",
                [
                    .. exposure.Steps(Side.A),
                    new(function.PlaceOf(found.Suspension), $"waits for who holds `{found.Place}`", Side.A),
                    new(function.PlaceOf(found.Suspension), "waits for the same one", Side.B),
                    new(function.PlaceOf(found.Set.Shown), $"goes on, and sets `{found.Place}` without looking again", Side.A),
                    new(function.PlaceOf(found.Set.Shown), "goes on, too, and sets it again: both hold it", Side.B),
                ]).ByOverlap(function, found.Place).ByUnseenCallers(function) with
            {
                Repair = "Look again after the wait (`while (holder = get()) await holder;`), or make a chain: set the new promise before the wait for the old one.",
            };
        }

        var finding = Rule.At(place, isMade ? $"whoever comes while it waits finds no `{found.Place}` either: two are made, and one is forgotten" : $"`{found.Place}` is tested before the await and set after it: others pass the same test meanwhile",
            [
                .. exposure.Steps(Side.A),
                new(function.PlaceOf(found.Check.Shown), $"tests `{found.Place}`", Side.A),
                new(function.PlaceOf(found.Suspension), "waits; other code runs", Side.A),
                new(function.PlaceOf(found.Check.Shown), $"tests `{found.Place}`, which is not set yet, and goes the same way", Side.B),
                new(function.PlaceOf(found.Set.Shown), isMade ? "keeps what it made" : $"sets `{found.Place}`", Side.A),
                new(function.PlaceOf(found.Set.Shown), isMade ? "keeps its own in its place: A's is forgotten, and stays open" : "sets it again: the work was done twice", Side.B),
            ]).ByOverlap(function, found.Place).ByUse(function).ByUnseenCallers(function);
        return found.IsRepeatable ? finding.Lowered("work that only looks, or minds what is there, ends as it should when it is done twice") : finding;
    }
}
