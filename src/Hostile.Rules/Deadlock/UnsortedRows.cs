using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Deadlock;

/// <summary>One transaction locks rows one by one, in the order in which they came from outside.</summary>
public static class UnsortedRows
{
    public static readonly Rule Rule = new("deadlock/unsorted-rows")
    {
        // A deadlock is seen by the server, which ends one side; of those read on real repositories most met too seldom to stop work for.
        Severity = Severity.P2,
        Title = "Rows are locked one by one in the order of the input",
        Why = """
            Each UPDATE locks its row until the transaction ends. Two transactions that get the same rows in different orders each hold what the other waits for;
            after a second the server ends one of them with 40P01, and all its work is undone.
            """,
        Fix = """
            Sort the keys before the loop or the upsert, or lock all rows first with `SELECT … WHERE id = ANY($1) ORDER BY id FOR UPDATE`.
            """,
        Risk = "Requests fail with deadlocks as soon as two of them share rows: under load, and in bursts.",
        Unseen = "Single statements on many rows (`WHERE id = ANY($1)`), whose order the server chooses; orders that come from a query; upserts of lists whose rows are made elsewhere.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function transfer(pool: Pool, from: string, to: string, amount: number) {
              const client = await pool.connect();
              client.on('error', () => {});
              try {
                await client.query('BEGIN');
                await client.query('UPDATE account SET balance = balance - $1 WHERE id = $2', [amount, from]);
                await client.query('UPDATE account SET balance = balance + $1 WHERE id = $2', [amount, to]); // expect: deadlock/unsorted-rows
                await client.query('COMMIT');
                client.release();
              } catch (error) {
                client.release(true);
                throw error;
              }
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function restock(pool: Pool, items: { id: string; count: number }[]) {
              const client = await pool.connect();
              client.on('error', () => {});
              try {
                await client.query('BEGIN');
                for (const item of [...items].sort((a, b) => a.id.localeCompare(b.id)))
                  await client.query('UPDATE stock SET count = count + $1 WHERE id = $2', [item.count, item.id]);
                await client.query('COMMIT');
                client.release();
              } catch (error) {
                client.release(true);
                throw error;
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var sequence in RowSequence.In(function).DistinctBy(found => function.PlaceOf(found.Second.Call)))
        {
            var place = function.PlaceOf(sequence.Second.Call);
            if (sequence.Sorted is { } sorted)
                yield return Rule.Clear(place, sorted);
            else if (sequence.IsOfOneTransaction(function))
                yield return Rule.Clear(place, "all that run at once share the transaction around them, and so its connection: none waits for a lock of another");
            else if (Protection.LockOfCallers(sequence.First, function) is { } held)
                yield return Rule.Clear(place, held);
            else
                yield return Report(sequence, place, function);
        }
    }

    private static Finding Report(RowSequence sequence, Place place, FunctionModel function)
    {
        var table = sequence.Second.Query.Table;
        var isLoop = sequence.First.Call == sequence.Second.Call;
        var order = CodeLine.Of(sequence.Order);
        if (sequence.IsAdvisory)
            return Numbers(sequence, place, order, function);
        var finding = Rule.At(place, sequence.IsOneStatement
                ? $"the rows of `{table}` that are there already are locked in the order of `{order}`: two upserts of the same rows in different orders wait for each other"
                : isLoop
                ? $"rows of `{table}` are locked in the order of `{order}`: two calls with the same rows in different orders wait for each other"
                : $"rows of `{table}` are locked in the order of the arguments `{order}`: a call with the two exchanged waits for this one, and this one for it",
            [
                .. function.Exposure.Steps(Side.A),
                function.LastStep(sequence.First, sequence.IsOneStatement ? $"updates the first row of the list that is there, and locks it" : $"locks a row of `{table}` until the transaction ends", Side.A),
                function.LastStep(sequence.First, "given the other order, locks the other row", Side.B),
                function.LastStep(sequence.Second, sequence.IsOneStatement ? "comes to the row that B has, and waits" : "waits for the row that B has", Side.A),
                function.LastStep(sequence.Second, "waits for the row that A has: the server ends one of them with 40P01 (deadlock_detected)", Side.B),
            ]) with
        {
            Evidence = Evidence.Likely,
            Assumption = $"two calls at the same time have two of the rows of `{table}` in common, in different orders",
            Money = Money.In(sequence.Second.Query),
        };
        if (Protection.IsolationOf(sequence.First, function) is IsolationLevel.Serializable)
            finding = finding.Lowered("at SERIALIZABLE two that write the same rows conflict in any order, and one fails anyway");
        return finding.ByReach(function.Exposure);
    }

    private static Finding Numbers(RowSequence sequence, Place place, string order, FunctionModel function) =>
        (Rule.At(place, $"advisory locks are taken in the order of `{order}`: two calls with the same ones in different orders wait for each other",
            [
                .. function.Exposure.Steps(Side.A),
                function.LastStep(sequence.First, "takes the lock of the first one until the transaction ends", Side.A),
                function.LastStep(sequence.First, "given the other order, takes the other one's", Side.B),
                function.LastStep(sequence.Second, "waits for the lock that B has", Side.A),
                function.LastStep(sequence.Second, "waits for the lock that A has: the server ends one of them with 40P01 (deadlock_detected)", Side.B),
            ]) with
        {
            Evidence = Evidence.Likely,
            Assumption = "two calls at the same time have two of the keys in common, in different orders",
            Repair = "Sort the keys before the loop.",
        }).ByReach(function.Exposure);
}
