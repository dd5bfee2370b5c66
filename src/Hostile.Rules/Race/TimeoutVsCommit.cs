using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Race;

/// <summary>A timer is raced against work inside a transaction, and the transaction ends while the work goes on.</summary>
public static class TimeoutVsCommit
{
    public static readonly Rule Rule = new("race/timeout-vs-commit")
    {
        Severity = Severity.P1,
        Title = "A transaction ends by a timer while its work still uses the connection",
        Why = """
            When the timer wins the race, the transaction is rolled back and its connection goes back to the pool, but nothing has stopped the work:
            its next statement runs on a connection that has no transaction any more, and is committed by itself, or that belongs to another request by now.
            """,
        Fix = """
            Let the server end the statement (`SET LOCAL statement_timeout`), or give the work a signal and await its end before ROLLBACK; destroy the connection, do not give it back.
            """,
        Risk = "Half of a transaction that was rolled back is committed, or written into another request's transaction.",
        Unseen = "Work that is handed through code out of sight.",
        Bad =
        [
            """
            import type { Pool, PoolClient } from 'pg';
            export async function within(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
              const client = await pool.connect();
              let timer: NodeJS.Timeout | undefined;
              const late = new Promise<never>((_, reject) => {
                timer = setTimeout(() => reject(new Error('too late')), 5000);
              });
              try {
                await client.query('BEGIN');
                await Promise.race([work(client), late]); // expect: race/timeout-vs-commit
                await client.query('COMMIT');
              } catch (error) {
                await client.query('ROLLBACK');
                throw error;
              } finally {
                clearTimeout(timer);
                client.release();
              }
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool, PoolClient } from 'pg';
            export async function within(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
              const client = await pool.connect();
              try {
                await client.query('BEGIN');
                await client.query("SET LOCAL statement_timeout = '5s'");
                await work(client);
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
        Check = project => project.RacedTransactions.Select(raced => Judge(project, raced)),
    };

    private static Verdict Judge(ProjectModel project, RacedTransaction raced)
    {
        var at = raced.Work.HandedIn.Exists ? raced.Work.HandedIn : raced.Race.Call;
        var place = project.PlaceOf(at);
        if (raced.Reason.Length > 0)
            return Rule.Clear(place, raced.Reason);
        return Rule.At(place, $"the work goes on with `{CodeLine.Of(raced.Handle.Text)}` after the timer has ended its transaction",
            new(project.PlaceOf(raced.Work.Start), "starts work on the connection", Side.A),
            new(project.PlaceOf(raced.Race.Timer), raced.Race.Answers ? "fires first, and the race answers as if all was done" : "fires first, and the race rejects", Side.B),
            new(project.PlaceOf(raced.Next), $"`{CodeLine.Of(raced.Next.FirstChild.Text)}` ends the transaction, or gives the connection back", Side.B),
            new(project.PlaceOf(raced.Work.Start), "sends its next statement outside the transaction, or into that of the next user of the connection", Side.A))
            .ByReach(project.FunctionAround(at)!.Exposure);
    }
}
