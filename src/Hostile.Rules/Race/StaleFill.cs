using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Race;

/// <summary>An invalidation that comes while a value is loaded is undone when the value arrives.</summary>
public static class StaleFill
{
    public static readonly Rule Rule = new("race/stale-fill")
    {
        Severity = Severity.P2,
        Title = "A value loaded before an invalidation is put into the cache after it",
        Why = """
            The load reads the old value. While it is under way the value changes, and the cache is told to forget it; there is nothing to forget yet. Then the load ends, and the old
            value goes into the cache, where it stays until it expires or changes again.
            """,
        Fix = """
            Count invalidations, and store what was loaded only if the count is still what it was before the load; or let the invalidation mark the load in flight, so that it is not kept.
            """,
        Risk = "After a change users see the old state for as long as the cache keeps it: revoked rights still count, old prices are still charged.",
        Unseen = "Caches in other processes, and invalidation from other files than the cache's.",
        Bad =
        [
            """
            declare function loadRights(user: string): Promise<string[]>;
            const rights = new Map<string, string[]>();
            export async function rightsOf(user: string) {
              const known = rights.get(user);
              if (known) return known;
              const loaded = await loadRights(user);
              rights.set(user, loaded); // expect: race/stale-fill
              return loaded;
            }
            export function rightsChanged(user: string) {
              rights.delete(user);
            }
            """,
        ],
        Good =
        [
            """
            declare function loadRights(user: string): Promise<string[]>;
            const rights = new Map<string, string[]>();
            let changes = 0;
            export async function rightsOf(user: string) {
              const known = rights.get(user);
              if (known) return known;
              const before = changes;
              const loaded = await loadRights(user);
              if (changes === before) rights.set(user, loaded);
              return loaded;
            }
            export function rightsChanged(user: string) {
              changes++;
              rights.delete(user);
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesMemory),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var fill in function.StaleFills)
        {
            var place = function.PlaceOf(fill.Set.Node);
            if (fill.Check.Exists)
            {
                yield return Rule.Clear(place, $"after the load it looks whether it may still be kept (line {function.PlaceOf(fill.Check).Line})");
                continue;
            }

            if (fill.Lock is { } shared)
            {
                yield return Rule.Clear(place, $"the load and the invalidation both wait for `{shared}`");
                continue;
            }

            if (function.WhyUnshared(fill.Set.Place) is { } reason)
            {
                yield return Rule.Clear(place, reason);
                continue;
            }

            var other = fill.Invalidation.Function;
            var finding = Rule.At(place, $"if `{other.Name}` runs during the load, its invalidation is undone: what was loaded before it is kept",
                [
                    .. function.Exposure.Steps(Side.A),
                    new(function.PlaceOf(fill.Load), "loads the value, and waits; other code runs", Side.A),
                    .. other.Exposure.Steps(Side.B),
                    new(other.PlaceOf(fill.Invalidation.Node), $"throws `{fill.Invalidation.Place}` away, because it has changed: nothing is there yet", Side.B),
                    new(place, "stores the value of before the change: it stays", Side.A),
                ]).ByOverlap(function, fill.Set.Place, $"the value changes, and `{other.Name}` is called, while it is loaded").ByUse(function);
            if (fill.AgeTest.Exists)
                finding = finding.Lowered("an entry is trusted for a limited time only");
            yield return other.Exposure.Kind is StartKind.Api && !other.CallSites.Any() ? finding.Lowered($"only callers that we do not see call `{other.Name}`") : finding;
        }
    }
}
