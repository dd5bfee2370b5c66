using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Timeout;

/// <summary>A Redis client lets a command wait for ever.</summary>
public static class RedisClient
{
    public static readonly Rule Rule = new("timeout/redis-client")
    {
        Severity = Severity.P2,
        Title = "A Redis client sets no bound on its commands",
        Why = """
            A client gives up connecting after a while, and gives up a command when the connection is lost too often. But a server that accepts the
            connection and then stays silent — a stalled host, a dropped network path — leaves every command pending, and the code that awaits it.
            """,
        Fix = """
            Set `commandTimeout` in the client's options (milliseconds). Not on connections that run blocking commands, such as those of a job queue.
            """,
        Risk = "When the cache stalls, every request that asks it hangs instead of going on without it.",
        Unseen = "Clients made by a library, and commands raced against a timer of the program.",
        Bad =
        [
            """
            import Redis from 'ioredis';
            export const cache = new Redis('redis://cache:6379', { maxRetriesPerRequest: 3 }); // expect: timeout/redis-client
            """,
        ],
        Good =
        [
            """
            import Redis from 'ioredis';
            export const cache = new Redis('redis://cache:6379', { commandTimeout: 2000 });
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var made in project.LibraryObjects<Effect.Waits>())
        {
            if (!made.Effects.OfType<Effect.Handle>().Any(handle => handle.Kind is HandleKind.Redis))
                continue;
            var place = project.PlaceOf(made.Call);
            var reach = project.ReachOf(made);
            if (reach.Kind is ReachKind.Tests or ReachKind.Pool)
            {
                yield return Rule.Clear(place, reach.Reason);
                continue;
            }

            var bounds = project.BoundsOf(made);
            if ((bounds.Bounded.GetValueOrDefault(Wait.Command) ?? bounds.Bounded.GetValueOrDefault(Wait.Socket)) is { } bound)
            {
                yield return Rule.Clear(place, $"bounded: {bound}");
                continue;
            }

            // Retrying for ever is what a queue's blocking connection is told to do, and a bound on commands would break it.
            if (bounds.Unbounded.Contains(Wait.Reconnect))
            {
                yield return Rule.Clear(place, "commands may retry for ever by intent: the connection of a job queue, whose blocking commands a bound would end");
                continue;
            }

            if (bounds.IsOpen)
            {
                yield return Rule.Clear(place, "more options come from elsewhere");
                continue;
            }

            var finding = (Rule.At(place, $"commands of this `{made.Class.Name}` client have no bound",
                [
                    new(place, $"made without a bound on commands{(bounds.Bounded.TryGetValue(Wait.Connect, out var connect) ? $" (connecting is bounded: {connect})" : "")}"),
                    .. bounds.Ignored.Select(dead => new Step(project.PlaceOf(dead.Option.Value), $"`{dead.Option.Name}` is not read by the library here{(dead.Instead.Length > 0 ? $": it reads `{dead.Instead}`" : "")}")),
                ]) with
            {
                Repair = bounds.Unbounded.Contains(Wait.Command) ? Rule.Fix
                    : !bounds.Unbounded.Contains(Wait.Socket) ? "No option of this client bounds a command: race each against a timer, and go on without the answer; or move to a version, or a client, that has such an option."
                    : "Set `socket.socketTimeout` in the client's options (milliseconds): it ends a connection on which nothing comes. Not on connections that run blocking commands, such as those of a job queue.",
                RepairCode = bounds.Unbounded.Contains(Wait.Command) ? "commandTimeout: 2_000, // ms" : bounds.Unbounded.Contains(Wait.Socket) ? "socket: { socketTimeout: 5_000 }, // ms" : null,
            })
                // The call that makes a client for itself hangs all the same.
                .ByReach(reach.Kind is ReachKind.OneCall ? default : reach, bounds);
            yield return bounds.Bounded.TryGetValue(Wait.Reconnect, out var tries) ? finding.Lowered($"a connection that is lost ends the wait ({tries}): only a server that stays connected and silent does not") : finding;
        }
    }
}
