using Hostile.Model;
using Hostile.Model.Knowledge;

namespace Hostile.Rules.Transaction;

/// <summary>A connection or a transaction's handle is used when it has been given back, or when nobody waits for it before the end.</summary>
public static class UseAfterEnd
{
    public static readonly Rule Rule = new("transaction/use-after-end")
    {
        Severity = Severity.P0,
        Title = "A statement is sent on a connection or transaction that has ended for this code",
        Why = """
            A connection that was given back belongs to the next user: a statement on it runs in the middle of somebody else's transaction.
            A statement of a transaction that nobody waits for comes after the COMMIT or the ROLLBACK: it fails where the library notices, and is committed by itself where it does not.
            """,
        Fix = """
            Await everything that uses the handle before the function that got it returns, and give a connection back last.
            """,
        Risk = "Writes land in other requests' transactions, survive a rollback, or are lost without a word.",
        Unseen = "Handles that are kept in fields or variables and used later by other functions.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function pay(pool: Pool, id: string) {
              const client = await pool.connect();
              try {
                await client.query('UPDATE account SET paid = true WHERE id = $1', [id]);
              } finally {
                client.release();
              }
              await client.query('INSERT INTO payment (account_id) VALUES ($1)', [id]); // expect: transaction/use-after-end
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function pay(pool: Pool, id: string) {
              const client = await pool.connect();
              try {
                await client.query('UPDATE account SET paid = true WHERE id = $1', [id]);
                await client.query('INSERT INTO payment (account_id) VALUES ($1)', [id]);
              } finally {
                client.release();
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase || function.HasTransactions),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var (end, use) in function.UsesAfterRelease)
        {
            yield return Rule.At(function.PlaceOf(use.Call), $"`{use.Handle.Text}` was given back before: this statement runs on the next user's connection",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(function.PlaceOf(end.Call), $"gives `{end.Handle.Text}` back"),
                    new(function.PlaceOf(use.Call), "uses it again: somebody else may be inside a transaction on it"),
                ]).ByReachOfConnection(function.Exposure);
        }

        foreach (var (end, use) in function.UsesAfterEnd)
        {
            yield return Rule.At(function.PlaceOf(use.Call), $"`{use.Handle.Text}` has ended before: it refuses this statement each time",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(function.PlaceOf(end.Call), $"ends the transaction of `{end.Handle.Text}`"),
                    new(function.PlaceOf(use.Call), "is refused: this and all behind it is not done"),
                ]).Lowered("it is refused rather than run on somebody else's connection").ByReachOfConnection(function.Exposure);
        }

        foreach (var commit in function.CommitsNotAwaited)
        {
            var place = function.PlaceOf(commit.Call);
            yield return (Rule.At(place, $"nobody waits for the COMMIT of `{commit.Handle.Text}`: what comes next comes before the rows are there",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(place, "sends the COMMIT and goes on"),
                    new(place, "what is answered, or started, from here on does not find what was written; and that the COMMIT has failed nobody hears"),
                ]) with
            {
                Repair = "Await the commit, and the rollback in `catch`, before the function returns.",
                Risk = "Who is told that all is saved reads the old rows, and a job that is started does not find its own.",
            }).Lowered("the rows are there a moment later", 2).ByReach(function.Exposure);
        }

        foreach (var scope in function.TransactionScopes.Where(scope => scope.IsTransaction))
        {
            foreach (var work in scope.UnawaitedWork)
            {
                var place = function.PlaceOf(work.Start);
                var finding = Rule.At(place, $"nobody waits for this: the transaction of `{scope.Handle}` ends before it is done",
                    [
                        .. function.Exposure.Steps(Side.Only),
                        new(function.Project.PlaceOf(scope.Opener), "a transaction begins"),
                        new(place, "starts work on its handle and goes on; the end of the transaction does not wait"),
                        new(function.Project.PlaceOf(work.Late.Call), work.AfterEnd switch
                        {
                            AfterEnd.Runs => "comes after the end: it runs by itself, and stays when the transaction was rolled back",
                            AfterEnd.Rejects => "comes after the end: the handle refuses it, and its work is missing",
                            _ => "comes after the end of the transaction",
                        }),
                    ]) with
                {
                    Evidence = Evidence.Likely,
                    Assumption = "what comes before it takes longer than the rest of the transaction",
                };
                yield return (work.AfterEnd is AfterEnd.Runs ? finding : finding.Lowered("it is refused rather than committed by itself, as far as we know")).ByReach(function.Exposure);
            }
        }
    }
}
