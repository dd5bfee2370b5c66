using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Race;

/// <summary>What was taken from a shared collection before an await is relied on after it, though the collection may have changed.</summary>
public static class MutatedWhileAwaiting
{
    public static readonly Rule Rule = new("race/mutated-while-awaiting")
    {
        Severity = Severity.P2,
        Title = "A shared collection is taken to be after an await what it was before",
        Why = """
            A position in an array, or the knowledge of all that is in it, holds until the next `await`. Meanwhile others add and remove elements: the position means another element, and
            emptying the collection throws away what has been added since.
            """,
        Fix = """
            Take the elements out before the wait: `const batch = queue.splice(0)`. Look for an element again after it.
            """,
        Risk = "Entries that were added while a batch was sent are lost; the wrong element is removed.",
        Unseen = "Collections that are handed from function to function.",
        Bad =
        [
            """
            declare function send(events: string[]): Promise<void>;
            let queue: string[] = [];
            export function add(event: string) {
              queue.push(event);
            }
            export async function flush() {
              await send(queue);
              queue = []; // expect: race/mutated-while-awaiting
            }
            """,
        ],
        Good =
        [
            """
            declare function send(events: string[]): Promise<void>;
            let queue: string[] = [];
            export function add(event: string) {
              queue.push(event);
            }
            export async function flush() {
              const batch = queue;
              queue = [];
              await send(batch);
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesMemory),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var late in function.LateMutations)
        {
            var place = function.PlaceOf(late.Use.Node);
            if (function.WhyAlone(late.Read.Container, late.Read.Point) is { } reason)
            {
                yield return Rule.Clear(place, reason);
                continue;
            }

            var other = late.Other.Function;
            var collection = late.Read.Container;
            var (message, meanwhile, after) = late.Kind switch
            {
                LateMutationKind.Emptied => ($"what `{other.Name}` adds to `{collection}` during the await is thrown away here", $"adds to `{collection}`", "empties it: what B added is lost, and nobody has seen it"),
                LateMutationKind.Index => ($"the position in `{collection}` was found before the await, and others move its elements", $"moves the elements of `{collection}`", "uses the old position: it means another element, or none"),
                _ => ($"`{collection}` is walked through with waits between, and `{other.Name}` moves its elements", $"moves the elements of `{collection}`", "goes on at the old position: an element is skipped, or comes twice"),
            };
            yield return Rule.At(place, message,
                [
                    .. function.Exposure.Steps(Side.A),
                    new(function.PlaceOf(late.Read.Node), late.Kind is LateMutationKind.Index ? "finds the position" : $"takes what is in `{collection}`", Side.A),
                    new(function.PlaceOf(late.Suspension), "waits; other code runs", Side.A),
                    .. other == function ? [] : other.Exposure.Steps(Side.B),
                    new(other.PlaceOf(late.Other.Node), meanwhile, Side.B),
                    new(place, after, Side.A),
                ]).ByOverlap(function, collection, other == function ? null : $"`{other.Name}` is called while `{function.Name}` waits").ByUse(function);
        }
    }
}
