using Hostile.Model;

namespace Hostile.Rules.Iteration;

/// <summary>A generator gives back what it has taken only when it is read to its end.</summary>
public static class GeneratorWithoutCleanup
{
    public static readonly Rule Rule = new("iteration/generator-without-cleanup")
    {
        Severity = Severity.P2,
        Title = "A generator gives back what it holds only when it is read to its end",
        Why = """
            A reader that breaks out of its loop, returns or throws ends the generator at the `yield` where it stands: nothing after it runs, except a `finally`. What was taken
            before and is given back after the loop — a slot, a lock, a file, a timer — is then kept for ever.
            """,
        Fix = """
            Put the `yield`s into a `try` and give back in its `finally`, or declare with `using`.
            """,
        Risk = "Each reader that stops early, such as a client that hangs up, costs a slot or a handle, until none is left.",
        Unseen = "What is kept in fields or given back by another function, and readers outside the program.",
        Bad =
        [
            """
            declare const slots: { enter(): () => void };
            export async function* lines(read: () => Promise<string | undefined>) {
              const leave = slots.enter(); // expect: iteration/generator-without-cleanup
              for (let line = await read(); line !== undefined; line = await read()) {
                yield line;
              }
              leave();
            }
            """,
        ],
        Good =
        [
            """
            declare const slots: { enter(): () => void };
            export async function* lines(read: () => Promise<string | undefined>) {
              const leave = slots.enter();
              try {
                for (let line = await read(); line !== undefined; line = await read()) {
                  yield line;
                }
              } finally {
                leave();
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.IsGenerator),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var abandoned in function.AbandonedCleanups)
        {
            var finding = Rule.At(function.PlaceOf(abandoned.Taken), $"`{CodeLine.Of(abandoned.Taken.FirstChild.Text)}` is undone only when the generator is read to its end",
                [
                    new(function.PlaceOf(abandoned.Taken), "takes it"),
                    new(function.PlaceOf(abandoned.Yield), "the reader may stop here, and the generator ends here"),
                    .. abandoned.Reader.Exists ? [new Step(function.Project.PlaceOf(abandoned.Reader), "a reader that stops early")] : Array.Empty<Step>(),
                    new(function.PlaceOf(abandoned.Cleanup), "gives it back, and is then never reached"),
                ]);
            yield return abandoned.Reader.Exists ? finding : finding with { Evidence = Evidence.Likely, Assumption = "a reader stops early, or fails" };
        }
    }
}
