using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Parallel;

/// <summary>A combined promise that does not wait for the promises it is meant for.</summary>
public static class AllOfWrongIterable
{
    public static readonly Rule Rule = new("parallel/all-of-wrong-iterable")
    {
        Severity = Severity.P1,
        Title = "What `Promise.all` is given does not hold the promises",
        Why = """
            `Promise.all` waits for the elements of the iterable, as they are at that moment. The elements of a Map are pairs, those of an array of arrays are arrays, an uncalled
            function is a value: none of them is a promise, so it waits for nothing and goes on at once. A promise that is added later is not waited for, either,
            and an `await` of the array itself waits for none of them.
            """,
        Fix = """
            Give it the promises themselves: `map.values()`, `.flat()` or a spread, the call of the function, a `return` in the mapper. For work that begets work, wait again until nothing was added.
            """,
        Risk = "What follows runs before the work is done, on data that is not there yet, and a failure of the work is nobody's.",
        Unseen = "Iterables whose element type is not known.",
        Bad =
        [
            """
            export async function closeAll(closing: Map<string, Promise<void>>) {
              await Promise.all(closing); // expect: parallel/all-of-wrong-iterable
            }
            """,
        ],
        Good =
        [
            """
            export async function closeAll(closing: Map<string, Promise<void>>) {
              await Promise.all(closing.values());
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var wrong in project.WrongIterables)
        {
            var place = project.PlaceOf(wrong.Call);
            var finding = Rule.At(place, Message(wrong),
                [
                    .. wrong.Source.Exists && wrong.Kind is WrongIterableKind.Nothing ? [new Step(project.PlaceOf(wrong.Source), "starts a promise, and the function returns nothing")] : Array.Empty<Step>(),
                    new(project.PlaceOf(wrong.Iterable), What(wrong.Kind)),
                    .. wrong.Source.Exists && wrong.Kind is WrongIterableKind.Growing ? [new Step(project.PlaceOf(wrong.Source), "adds a promise after it has waited: `Promise.all` has looked already")] : Array.Empty<Step>(),
                    new(place, "goes on without waiting for them"),
                ]);
            yield return wrong.Kind is WrongIterableKind.NestedUnseen
                ? finding with { Evidence = Evidence.Likely, Assumption = $"`{CodeLine.Of(wrong.Iterable.FirstChild.Text)}` holds promises: nobody looks at what comes out, so there is no other use for it here" }
                : wrong.IsAssumed ? finding with { Evidence = Evidence.Likely, Assumption = $"`{CodeLine.Of(wrong.Iterable.FirstChild.FirstChild.Text)}` is an array" } : finding;
        }
    }

    private static string Message(WrongIterable wrong) => wrong.Kind switch
    {
        WrongIterableKind.Pairs => $"the elements of `{CodeLine.Of(wrong.Iterable.Text)}` are pairs, not promises",
        WrongIterableKind.Nested => "an array of promises is an element here, and nobody waits for its promises",
        WrongIterableKind.NestedUnseen => "an array is an element here, and nobody waits for the promises in it",
        WrongIterableKind.Uncalled => "the elements are functions that nobody calls",
        WrongIterableKind.Nothing => "the mapper returns nothing, so nobody waits for what it starts",
        WrongIterableKind.Awaited => "an array of promises is awaited, and nobody waits for its promises, nor takes their rejections",
        _ => $"`{CodeLine.Of(wrong.Iterable.Text)}` gets more promises while it is waited for",
    };

    private static string What(WrongIterableKind kind) => kind switch
    {
        WrongIterableKind.Pairs => "iterating over a map gives [key, promise]",
        WrongIterableKind.Nested or WrongIterableKind.NestedUnseen => "an array is no promise: it counts as done at once",
        WrongIterableKind.Uncalled => "a function is no promise: it counts as done at once",
        WrongIterableKind.Nothing => "an array of undefined",
        WrongIterableKind.Awaited => "an array is no promise: `await` gives it back at once",
        _ => "is read once, as it is now",
    };
}
