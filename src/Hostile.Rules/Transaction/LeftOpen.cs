using Hostile.Model;
using Hostile.Model.Binding;
using Hostile.Model.Database;

namespace Hostile.Rules.Transaction;

/// <summary>A transaction is begun, and on some path neither COMMIT nor ROLLBACK ends it.</summary>
public static class LeftOpen
{
    public static readonly Rule Rule = new("transaction/left-open")
    {
        Severity = Severity.P0,
        Title = "A transaction is not ended on every path",
        Why = """
            A connection that goes back to the pool inside an open transaction makes the next request that borrows it part of that transaction:
            its writes are not committed, and are lost with the first rollback; its locks are held as long as the connection lives.
            """,
        Fix = """
            End the transaction on every way out: COMMIT at the end of `try`, ROLLBACK in `catch`, and `release(error)` when even ROLLBACK fails.
            """,
        Risk = "Another request's writes vanish with somebody else's rollback; row locks of a request long gone block the rest.",
        Unseen = "Transactions that one function begins and another one ends.",
        Bad =
        [
            """
            import { Pool } from 'pg';
            export async function claim(pool: Pool, id: string) {
              const client = await pool.connect();
              try {
                await client.query('BEGIN'); // expect: transaction/left-open
                const { rowCount } = await client.query('UPDATE job SET owner = 1 WHERE id = $1 AND owner IS NULL', [id]);
                if (rowCount === 0) return false;
                await client.query('COMMIT');
                return true;
              } catch (error) {
                await client.query('ROLLBACK');
                throw error;
              } finally {
                client.release();
              }
            }
            """,
        ],
        Good =
        [
            """
            import { Pool } from 'pg';
            export async function claim(pool: Pool, id: string) {
              const client = await pool.connect();
              try {
                await client.query('BEGIN');
                await client.query('UPDATE job SET owner = 1 WHERE id = $1', [id]);
                await client.query('COMMIT');
              } catch (error) {
                await client.query('ROLLBACK');
                throw error;
              } finally {
                client.release();
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase || function.BeginsOwnTransaction),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var begin in function.DatabaseCalls)
        {
            if (!begin.Begins || begin.Ends || begin.Handle.IsPool)
                continue;
            var place = function.PlaceOf(begin.Call);

            // A function that only begins leaves the end to another one: `begin()`, `commit()` and `rollback()` as three methods.
            if (!function.DatabaseCalls.Any(call => call.Ends && call.Handle.IsSameConnectionAs(begin.Handle)))
            {
                yield return Rule.Clear(place, "another function ends the transaction");
                continue;
            }

            if (ConnectionLife.OfTransaction(function, begin) is not { } life)
                continue;
            if ((life.ReturnedDirty ?? life.LeftOpen) is not { } leak)
            {
                if (life.IsComplete)
                    yield return Rule.Clear(place, life.GivenAwayAt.Exists ? $"its connection is handed on in line {function.PlaceOf(life.GivenAwayAt).Line}" : "the transaction is ended on every exit");
                continue;
            }

            var returned = life.ReturnedDirty is not null;
            if (leak.Thrown && !returned && begin.Handle.Variable.Is(SymbolFlags.Parameter) && function.TransactionEndedByCallers is { Exists: true } end)
            {
                yield return Rule.Clear(place, $"whoever hands the connection in ends the transaction when this fails (line {function.Project.PlaceOf(end).Line})");
                continue;
            }

            var finding = Rule.At(place, returned ? "the connection goes back to the pool with the transaction open" : "the function ends with the transaction open",
                [
                    new(place, "opens a transaction"),
                    .. function.Turns(leak),
                    new(function.PlaceOf(leak.Last), returned ? "gives the connection back: the next user is inside this transaction" : leak.Thrown ? "fails: the function ends with the transaction open" : "the function ends with the transaction open"),
                ]).ByReachOfConnection(function.Exposure);
            // What the library began keeps its connection until it ends; what BEGIN began goes with the connection.
            if (!returned && ConnectionLife.IsOfTransaction(function, begin))
                finding = finding with { Repair = "Let the library end it: do the work in a callback that it is given, which commits or rolls back by itself; or commit at the end of `try`, and roll back in `catch`.", Risk = "Its connection never goes back to the pool, and its row locks stay: after as many of these as the pool has connections nobody gets one, and the service stands still." };
            // A connection that was handed in is the caller's: whether he rolls back when this fails is not seen.
            if (leak.Thrown && !returned && begin.Handle.Variable.Is(SymbolFlags.Parameter))
                finding = finding.Lowered("whoever handed the connection in hears of the failure") with { Evidence = Evidence.Likely, Assumption = "the caller does not roll back when this fails" };
            if (leak.AskedForText is { Exists: true })
                finding = finding.Lowered("only a failure whose text says so comes this way");
            yield return life.NeedsSecondFailure(leak) ? finding.Lowered("only when a step of the handler fails, too, before it rolls back", 2) : finding;
        }

        foreach (var (begin, life) in function.OwnTransactions)
        {
            if (life.LeftOpen is not { } leak)
                continue;
            var place = function.PlaceOf(begin);
            var finding = (Rule.At(place, "the function ends with the transaction open",
                [
                    new(place, "asks for a transaction"),
                    .. function.Turns(leak),
                    new(function.PlaceOf(leak.Last), leak.Thrown ? "fails: the function ends, and nothing has rolled back" : "the function ends with the transaction open"),
                ]) with
            {
                Severity = Severity.P1,
                Evidence = Evidence.Likely,
                Assumption = $"`{CodeLine.Of(begin.FirstChild.Text)}` opens a transaction on a connection of its own",
            }).ByReachOfConnection(function.Exposure);
            if (leak.AskedForText is { Exists: true })
                finding = finding.Lowered("only a failure whose text says so comes this way");
            yield return life.NeedsSecondFailure(leak) ? finding.Lowered("only when a step of the handler fails, too, before it rolls back", 2) : finding;
        }
    }
}
