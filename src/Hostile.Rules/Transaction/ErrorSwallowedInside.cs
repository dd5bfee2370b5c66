using Hostile.Model;
using Hostile.Model.Database;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Transaction;

/// <summary>A statement's failure is caught inside the transaction, which then goes on as if nothing had happened.</summary>
public static class ErrorSwallowedInside
{
    public static readonly Rule Rule = new("transaction/error-swallowed-inside")
    {
        Severity = Severity.P0,
        Title = "A failed statement is caught inside the transaction, which goes on although PostgreSQL has given it up",
        Why = """
            After the first failed statement PostgreSQL refuses every other one of the transaction (25P02), and answers COMMIT with ROLLBACK, which is no error.
            A `catch` around the statement does not help: the statements after it fail, or, when there are none, the commit succeeds and nothing is saved.
            """,
        Fix = """
            Let the failure end the transaction. Where it is expected, avoid it (`ON CONFLICT DO NOTHING`) or put a savepoint around the statement: a nested transaction of the library.
            """,
        Risk = "The caller is told that all went well, and everything that the transaction wrote is gone.",
        Unseen = "Statements of which it is not known that they write, and checks that fail before anything is sent.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function register(pool: Pool, email: string) {
              const client = await pool.connect();
              try {
                await client.query('BEGIN');
                await client.query('INSERT INTO account (email) VALUES ($1)', [email]);
                try {
                  await client.query('INSERT INTO newsletter (email) VALUES ($1)', [email]);
                } catch { // expect: transaction/error-swallowed-inside
                  console.warn('already subscribed');
                }
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
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function register(pool: Pool, email: string) {
              const client = await pool.connect();
              try {
                await client.query('BEGIN');
                await client.query('INSERT INTO account (email) VALUES ($1)', [email]);
                await client.query('INSERT INTO newsletter (email) VALUES ($1) ON CONFLICT DO NOTHING', [email]);
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
        Check = Rule.EachFunction(Check, of: function => function.HasTransactions),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var scope in function.TransactionScopes.Where(scope => scope.IsTransaction))
        {
            foreach (var error in scope.SwallowedErrors)
            {
                var project = function.Project;
                var place = project.PlaceOf(error.Handler);
                if (project.IsOnOtherServer(function.Module))
                {
                    yield return Rule.Clear(place, "the pools are made for another server than PostgreSQL, of which nobody knows that a statement that fails gives up the transaction");
                    continue;
                }

                if (error.Savepoint.Exists)
                {
                    yield return Rule.Clear(place, $"a savepoint undoes the statement alone ({project.PlaceOf(error.Savepoint)})");
                    continue;
                }

                if (error.Heard.Exists)
                {
                    yield return Rule.Clear(place, $"the failure is answered as a value, and whoever asked passes it on ({project.PlaceOf(error.Heard)}): nothing is saved, and the caller hears so");
                    continue;
                }

                if (!error.Next.Exists && error.Commit is null)
                    continue;
                var isLost = !error.Next.Exists && error.Commit is AbortedCommit.Resolves;
                var finding = Rule.At(place, isLost ? $"the failure is caught and the transaction of `{scope.Handle}` ends as if all was well: nothing of it is saved" : $"the failure is caught, but the transaction of `{scope.Handle}` is given up all the same",
                    [
                        .. function.Exposure.Steps(Side.Only),
                        new(project.PlaceOf(scope.Opener), scope.Form is ScopeForm.Given ? $"the transaction comes as `{scope.Handle}`" : "a transaction begins"),
                        .. error.Use.Steps.Select(call => new Step(project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`")),
                        new(project.PlaceOf(error.Use.Call), "fails: from here PostgreSQL refuses every statement of the transaction"),
                        new(place, "takes the error, and the transaction goes on"),
                        error.Next.Exists ? new(project.PlaceOf(error.Next), "is refused with 25P02")
                            : new(project.PlaceOf(scope.Opener), isLost ? "its COMMIT is answered with ROLLBACK, without an error: the caller is told that all went well" : "its end rejects"),
                    ]) with
                {
                    Evidence = Evidence.Likely,
                    Assumption = "the statement fails at the server, as whoever wrote the `catch` expects",
                };
                yield return (!isLost ? finding.Lowered("what comes after it fails, so the caller hears of it", 2)
                    : error.IsAlone ? finding.Lowered("the transaction writes nothing else: what is lost is what failed, as it would be without one", 3)
                    : error.IsNoted ? finding.Lowered("whoever asked for the answer writes the failure down: what is lost with it is what the transaction did before", 2)
                    : error.IsTakenUpAgain ? finding.Lowered("the row that the worker took stays as it was, and is taken up again", 2)
                    : function.Exposure.Kind is StartKind.Timer && error.Use.Database?.Queries.Any(query => Money.In(query) is not null) != true ? finding.Lowered("a timer starts it: nobody is told that all went well, and the next run does the work again", 2) : finding).ByReach(function.Exposure);
            }
        }
    }
}
