using Hostile.Model;

namespace Hostile.Rules.Parallel;

/// <summary>More work is run at once than its pool has connections.</summary>
public static class PoolExhaustion
{
    /// <summary>Single statements are soon done: so many times the pool's connections are needed before anybody feels the queue.</summary>
    private const int ManyTimes = 4;

    public static readonly Rule Rule = new("parallel/pool-exhaustion")
    {
        Severity = Severity.P2,
        Title = "More work runs at once than the pool has connections",
        Why = """
            Each piece of the work takes a connection of its own. When there are more pieces than connections, the pool is empty while they run: the rest of them, and all requests
            that have nothing to do with them, stand in its queue, and fail where the pool has a connection timeout.
            """,
        Fix = """
            Let fewer run at once than the pool has connections, and leave some for others; or do it in one statement.
            """,
        Risk = "While a batch runs, requests that have nothing to do with it wait or time out.",
        Unseen = "Numbers that come from the configuration of the process, limits of a pooler in front of the server, and other processes that share its connections.",
        Bad =
        [
            """
            import pMap from 'p-map';
            import { Pool } from 'pg';
            const pool = new Pool({ max: 10, connectionTimeoutMillis: 1000, statement_timeout: 5000, idle_in_transaction_session_timeout: 5000 });
            pool.on('error', console.error);
            export async function archive(ids: string[]) {
              await pMap(ids, (id) => pool.query('UPDATE item SET archived = true WHERE id = $1', [id]), { concurrency: 50 }); // expect: parallel/pool-exhaustion
            }
            """,
        ],
        Good =
        [
            """
            import pMap from 'p-map';
            import { Pool } from 'pg';
            const pool = new Pool({ max: 10, connectionTimeoutMillis: 1000, statement_timeout: 5000, idle_in_transaction_session_timeout: 5000 });
            pool.on('error', console.error);
            export async function archive(ids: string[]) {
              await pMap(ids, (id) => pool.query('UPDATE item SET archived = true WHERE id = $1', [id]), { concurrency: 5 });
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var found in project.Exhaustions)
        {
            var (most, place) = (found.Limit.Most, project.PlaceOf(found.Call));
            if (!found.Holds && !found.IsWorker && found.AtOnce < ManyTimes * most)
            {
                yield return Rule.Clear(place, $"{found.AtOnce} single statements at once are soon done by {most} connections");
                continue;
            }

            var function = project.FunctionAround(found.Call)!;
            yield return Rule.At(place, $"{found.AtOnce} at once, each with a connection{(found.Holds ? " that it keeps" : "")}, of a pool that has {most}{(found.Limit.IsDefault ? " (the default)" : "")}: {found.AtOnce - most} wait, and everybody else behind them",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(project.PlaceOf(found.CountedAt), $"so many run at once: {found.AtOnce}"),
                    .. found.Resource.Steps.Select(call => new Step(project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`")),
                    new(project.PlaceOf(found.Resource.Call), found.Limit.WaitIsBounded ? "takes a connection; who gets none in time fails" : "takes a connection; who gets none waits without a bound"),
                ]) with
            {
                Evidence = Evidence.Likely,
                Assumption = found.IsWorker ? $"there are {found.AtOnce} jobs at once" : $"there are {found.AtOnce} elements",
            };
        }
    }
}
