using Hostile.Model;
using Hostile.Model.Database;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Transaction;

/// <summary>A transaction is begun on a pool, where each statement may run on another connection.</summary>
public static class BeginOnPool
{
    public static readonly Rule Rule = new("transaction/begin-on-pool")
    {
        Severity = Severity.P0,
        Title = "BEGIN is sent to a pool, so the transaction's statements may run on different connections",
        Why = """
            A pool hands each query to whichever connection is free. `BEGIN` opens a transaction on one connection, the statements after it run
            on others in autocommit, `ROLLBACK` undoes nothing, and the first connection goes back to the pool inside an open transaction.
            On a quiet machine the same connection happens to be reused, so tests pass.
            """,
        Fix = """
            Take one client out of the pool with `connect()`, run `BEGIN`, all statements and `COMMIT` on that client, and release it in `finally`.
            """,
        Risk = "Half-done changes are committed although the code rolled back, and a stray open transaction holds its locks in the pool.",
        Unseen = "Pools whose type is not known, text that is put together at run time, and a pool lent anew in the middle of a transaction: after an idle timeout, or a number of uses.",
        Bad =
        [
            """
            import { Pool } from 'pg';
            export async function pay(pool: Pool, id: string) {
              await pool.query('BEGIN'); // expect: transaction/begin-on-pool
              await pool.query('UPDATE account SET paid = true WHERE id = $1', [id]);
              await pool.query('COMMIT');
            }
            """,
        ],
        Good =
        [
            """
            import { Pool } from 'pg';
            export async function pay(pool: Pool, id: string) {
              const client = await pool.connect();
              try {
                await client.query('BEGIN');
                await client.query('UPDATE account SET paid = true WHERE id = $1', [id]);
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
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var begin in function.DatabaseCalls)
        {
            if (!begin.Begins)
                continue;
            var place = function.PlaceOf(begin.Call);

            // "BEGIN; …; COMMIT" in one text goes to one connection in one message.
            if (begin.Ends)
            {
                yield return Rule.Clear(place, "the transaction begins and ends in one text, which one connection runs");
                continue;
            }

            if (!begin.Handle.IsPool)
            {
                yield return Rule.Clear(place, $"`{begin.Handle.Text}` is one connection");
                continue;
            }

            if (function.TakingOf(begin) is { Exists: true } taking)
            {
                yield return Rule.Clear(place, $"`{begin.Handle.Text}` may be one connection, taken in {function.Project.PlaceOf(taking)}");
                continue;
            }

            var company = function.CompanyOf(begin);
            var later = function.DatabaseCalls.Where(call => call.Call.Span.Start > begin.Call.Span.Start && call.Handle.IsPool && call.Action is DatabaseAction.Run).Take(2);
            yield return Judged(Rule.At(place, $"`BEGIN` runs on whichever connection of `{begin.Handle.Text}` is free, and the statements after it {(company.Kind is CompanyKind.None ? "only by luck on the same" : company.Kind is CompanyKind.Possible ? "perhaps on others" : "on others")}",
                [
                    .. company.Kind is CompanyKind.Certain && function.Exposure.IsConcurrent ? function.Exposure.Steps(Side.Only) : [],
                    new(place, $"`{begin.Handle.Text}` takes a free connection, opens a transaction on it, and puts it back"),
                    .. begin.Through.Select(inner => new Step(function.Project.PlaceOf(inner), $"here: each call takes a connection of `{begin.Handle.Text}` anew")),
                    .. later.Select(call => new Step(function.PlaceOf(call.Call), Fate(call, company))),
                    .. company.Other.Exists ? [new(function.Project.PlaceOf(company.Other), "another use of the pool, which does not wait its turn")] : Array.Empty<Step>(),
                ]) with
            {
                RepairCode = $$"""
                    const client = await {{begin.Handle.Text}}.connect();
                    try {
                      await client.query('BEGIN');
                      // … every statement of the transaction on `client` …
                      await client.query('COMMIT');
                    } catch (error) {
                      await client.query('ROLLBACK');
                      throw error;
                    } finally {
                      client.release();
                    }
                    """,
            }, company, begin).ByReach(function.Exposure);
        }
    }

    private static string Fate(DatabaseCall call, Company company) =>
        company.Kind is CompanyKind.None ? "gets the connection that came back last: the same, as long as nobody else uses the pool and no statement fails"
        : call.Ends ? "may run on another connection: it ends nothing, and the first transaction stays open"
        : "may run on another connection, outside the transaction, committed at once";

    /// <summary>Connections are mixed up only by a second user of the pool: seen, not seen, or impossible.</summary>
    private static Finding Judged(Finding finding, Company company, DatabaseCall begin) => company.Kind switch
    {
        CompanyKind.None => finding.Lowered($"nobody else uses `{begin.Handle.Text}`: each statement is awaited before the next, and the pool lends the connection that came back last", 3) with { Evidence = Evidence.Hazard },
        CompanyKind.Possible => finding with { Evidence = Evidence.Likely, Assumption = $"something else uses `{begin.Handle.Text}` between two of the statements" },
        _ => finding,
    };
}
