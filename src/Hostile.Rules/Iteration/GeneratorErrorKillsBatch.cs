using Hostile.Model;

namespace Hostile.Rules.Iteration;

/// <summary>A generator that answers for each item ends at the first item that fails.</summary>
public static class GeneratorErrorKillsBatch
{
    public static readonly Rule Rule = new("iteration/generator-error-kills-batch")
    {
        Severity = Severity.P2,
        Title = "One failing item ends a stream that promises an answer for each",
        Why = """
            The answers have room for a failure, so the reader expects one for every item. But what fails inside the loop is not caught there: the generator throws, the reader gets no
            answer for that item, and none for all that come after it.
            """,
        Fix = """
            Catch inside the loop and yield the failure as the answer of its item.
            """,
        Risk = "One bad item hides the results of all later ones; whoever tries again does the earlier ones twice.",
        Unseen = "Answers that tell a failure by other names than error, ok, success or failed.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            interface Answer { id: string; error?: string }
            export async function* publish(pool: Pool, ids: string[]): AsyncGenerator<Answer> {
              for (const id of ids) {
                await pool.query('UPDATE draft SET live = true WHERE id = $1', [id]); // expect: iteration/generator-error-kills-batch
                const answer: Answer = { id };
                yield answer;
              }
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            interface Answer { id: string; error?: string }
            export async function* publish(pool: Pool, ids: string[]): AsyncGenerator<Answer> {
              for (const id of ids) {
                const answer: Answer = { id };
                try {
                  await pool.query('UPDATE draft SET live = true WHERE id = $1', [id]);
                } catch (error) {
                  answer.error = String(error);
                }
                yield answer;
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.IsGenerator),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function) => function.FragileBatches.Select(batch =>
        Rule.At(function.PlaceOf(batch.Wait), "one failing item ends the answers for all that follow",
            [
                new(function.PlaceOf(batch.Loop), $"answers for each item, with `{batch.Member}` for a failure"),
                new(function.PlaceOf(batch.Wait), "fails for one item, and nothing in the loop catches it"),
                .. batch.Rejection.Calls.Select(call => new Step(function.Project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`")),
                .. batch.Rejection.Source != batch.Wait && batch.Rejection.Source != batch.Wait.FirstChild ? [new Step(function.Project.PlaceOf(batch.Rejection.Source), "what fails")] : Array.Empty<Step>(),
            ]));
}
