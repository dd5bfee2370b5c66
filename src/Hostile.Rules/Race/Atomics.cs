using Hostile.Model;

namespace Hostile.Rules.Race;

/// <summary>Memory that threads share is read, changed and written back in several steps.</summary>
public static class Atomics
{
    public static readonly Rule Rule = new("race/atomics")
    {
        Severity = Severity.P2,
        Title = "Memory that threads share is changed without Atomics",
        Why = """
            A `SharedArrayBuffer` is seen by several threads at the same time. `view[0]++` reads, adds and writes; another thread that does so in between writes the same result, and one of
            the two additions is lost. Here JavaScript's one thread does not help: there are several.
            """,
        Fix = """
            Use `Atomics.add`, `Atomics.sub`, `Atomics.compareExchange` and their kin, which do it in one step.
            """,
        Risk = "Counters that several threads keep lose additions, without an error.",
        Unseen = "Views made of a buffer whose type is not known, as of what comes with a message.",
        Bad =
        [
            """
            const shared = new SharedArrayBuffer(4);
            const done = new Int32Array(shared);
            export function finished() {
              done[0]++; // expect: race/atomics
            }
            """,
        ],
        Good =
        [
            """
            const shared = new SharedArrayBuffer(4);
            const done = new Int32Array(shared);
            export function finished() {
              Atomics.add(done, 0, 1);
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var target in project.SharedByteUpdates)
        {
            var place = project.PlaceOf(target);
            yield return Rule.At(place, $"another thread may change `{target.Text}` between its being read and written back",
                new(place, "reads the element", Side.A),
                new(place, "another thread reads the same value", Side.B),
                new(place, "writes a value made of it", Side.A),
                new(place, "writes one made of the same old value: A's change is lost", Side.B)) with
            {
                Evidence = Evidence.Likely,
                Assumption = "the buffer is given to another thread",
                RepairCode = $"Atomics.add({target.FirstChild.Text}, {target.ChildAt(1).Text}, 1);",
            };
        }
    }
}
