using Hostile.Model;
using Hostile.Model.Database;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Race;

/// <summary>A write is tried again after a failure, though it may have been done, and nothing makes the second one harmless.</summary>
public static class RetryNotIdempotent
{
    public static readonly Rule Rule = new("race/retry-not-idempotent")
    {
        Severity = Severity.P1,
        Title = "A write is repeated after a failure, and may be applied twice",
        Why = """
            A failure does not say that nothing was written. What came before the failing step is committed, and when a connection is lost the server may have done the
            statement whose answer never came. The next attempt writes all of it once more.
            """,
        Fix = """
            Make the write idempotent: give the row a key that is made before the first attempt, with a UNIQUE key and `ON CONFLICT DO NOTHING`; or put the whole attempt into one transaction; or put back only what failed.
            Of a message that may come again, insert its id under a UNIQUE key in the same transaction, and do nothing where it is there already.
            """,
        Risk = "Rows are doubled and sums are counted twice.",
        Unseen = "Retries by libraries and by queues; writes in functions that the attempt calls; attempts that choose the errors they repeat.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function book(pool: Pool, account: string, amount: number, tell: () => Promise<void>) {
              for (let attempt = 0; attempt < 3; attempt++) {
                try {
                  await pool.query('UPDATE account SET balance = balance + $1 WHERE id = $2', [amount, account]); // expect: race/retry-not-idempotent
                  await tell();
                  return;
                } catch (error) {
                  console.error(error);
                }
              }
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function book(pool: Pool, id: string, account: string, amount: number) {
              for (let attempt = 0; attempt < 3; attempt++) {
                try {
                  await pool.query('INSERT INTO entry (id, account, amount) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING', [id, account, amount]);
                  return;
                } catch (error) {
                  console.error(error);
                }
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.IsAsync || function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var repeated in function.RepeatedWrites)
        {
            if (repeated.Delivery is { } delivery)
            {
                yield return Redelivered(function, repeated, delivery);
                continue;
            }

            var (write, isAlone) = (function.PlaceOf(repeated.Write), repeated.Failure == repeated.Write && !repeated.IsBatch);
            var place = repeated.IsBatch ? function.PlaceOf(repeated.Again) : write;
            var finding = Rule.At(place, repeated.IsBatch ? $"the whole batch is put back, though parts of it are in `{repeated.Query.Table}` already, and they are written again"
                : $"when {(isAlone ? "the answer is lost" : "a later step fails")}, the write to `{repeated.Query.Table}` has been done, and is done again",
                [
                    new(write, repeated.IsBatch ? "writes one part, and others" : "writes"),
                    new(function.PlaceOf(repeated.Failure), repeated.IsBatch ? "one of them fails; the others are written" : isAlone ? "the connection is lost before the answer comes" : "fails"),
                    new(function.Project.PlaceOf(repeated.Again), repeated.IsBatch ? "all of them are put back" : "tries again from the start"),
                    new(write, "writes the same once more"),
                ]) with
            {
                Money = Money.In(repeated.Query),
            };
            var assumptions = new List<string>();
            if (isAlone)
                assumptions.Add("the connection is lost after the server has done the statement");
            if (repeated.Key.Length > 0)
                assumptions.Add($"no unique key refuses the second: {repeated.Key}");
            if (assumptions.Count > 0)
                finding = finding with { Evidence = Evidence.Likely, Assumption = string.Join("; and ", assumptions) };
            if (isAlone)
                finding = finding.Lowered("only a lost answer makes it happen twice");
            yield return finding.ByMoneyAndReach(function.Exposure);
        }
    }

    private static Finding Redelivered(FunctionModel function, RepeatedWrite repeated, Delivery delivery)
    {
        var (project, write) = (function.Project, function.PlaceOf(repeated.Write));
        var sum = $"{repeated.Query.Table}.{repeated.Query.Writes.First(set => set.Form is WriteForm.Relative && Money.IsMoney(set.Column)).Column}";
        return (Rule.At(write, $"{delivery.Sender} may deliver the same event twice, and `{sum}` is changed by the same amount each time",
            [
                new(project.PlaceOf(delivery.Taken), $"takes an event: {delivery.Sender} sends it again until it is answered with success, and now and then twice anyway"),
                .. delivery.Way.Select(call => new Step(project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`; nothing asks whether this event has come before")),
                new(write, "writes"),
                .. repeated.Failure != repeated.Write ? [new Step(function.PlaceOf(repeated.Failure), "may fail: the write has been done, and the answer is no success")] : Array.Empty<Step>(),
                new(project.PlaceOf(delivery.Taken), "the same event comes again"),
                new(write, "writes the same once more"),
            ]) with
        {
            Money = Money.In(repeated.Query),
            Evidence = Evidence.Likely,
            Assumption = $"{delivery.Sender} delivers an event twice, as it says it may",
        }).ByMoneyAndReach(function.Exposure);
    }
}
