using Hostile.Model;

namespace Hostile.Rules.Race;

/// <summary>A shared object is assigned first and made ready afterwards: whoever finds it meanwhile uses it unready.</summary>
public static class PublishBeforeReady
{
    public static readonly Rule Rule = new("race/publish-before-ready")
    {
        Severity = Severity.P2,
        Title = "A shared object is assigned before its initialization is awaited",
        Why = """
            The first caller assigns the object and waits until it is ready. The second finds it assigned, takes it for ready, and uses it before it is.
            """,
        Fix = """
            Initialize a local object, and assign it when it is ready; or store the promise of the ready object and let everybody await that.
            """,
        Risk = "Requests that come during the start fail, or work on an object without a connection, without data or without a schema.",
        Unseen = "Initialization by functions whose names do not say so.",
        Bad =
        [
            """
            class Index { async load() {} find(word: string) { return word; } }
            let index: Index | undefined;
            export async function getIndex() {
              if (!index) {
                index = new Index(); // expect: race/publish-before-ready
                await index.load();
              }
              return index;
            }
            """,
        ],
        Good =
        [
            """
            class Index { async load() {} find(word: string) { return word; } }
            async function open() {
              const made = new Index();
              await made.load();
              return made;
            }
            let index: Promise<Index> | undefined;
            export function getIndex() {
              if (!index) {
                index = open();
                index.catch(() => { index = undefined; });
              }
              return index;
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesMemory),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var early in function.EarlyPublications)
        {
            var place = function.PlaceOf(early.Set.Node);
            if (function.WhyAlone(early.Place, early.Set.Point) is { } reason)
            {
                yield return Rule.Clear(place, reason);
                continue;
            }

            if (!early.Use.Exists)
            {
                yield return Rule.Clear(place, "who finds it there turns back, and does not use it");
                continue;
            }

            var exposure = function.Exposure;
            yield return Rule.At(place, $"`{early.Place}` is there for everybody before `{early.Name}` is done",
                [
                    .. exposure.Steps(Side.A),
                    new(place, $"assigns `{early.Place}`", Side.A),
                    new(function.PlaceOf(early.Initialization), $"waits for `{early.Name}`; other code runs", Side.A),
                    new(function.PlaceOf(early.Check.Shown), $"finds `{early.Place}`, takes it for ready, and uses it", Side.B),
                ]).ByOverlap(function, early.Place).ByUse(function);
        }
    }
}
