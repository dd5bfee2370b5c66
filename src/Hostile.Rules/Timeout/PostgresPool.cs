using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Timeout;

/// <summary>A PostgreSQL pool or client lets something wait for ever.</summary>
public static class PostgresPool
{
    public static readonly Rule Rule = new("timeout/postgres-pool")
    {
        Severity = Severity.P2,
        Title = "A PostgreSQL pool or client sets no bound on some of its waits",
        Why = """
            By default nothing is bounded: connecting to a silent host, waiting for a free connection, a statement that waits for a lock, a
            transaction whose owner has gone. One stuck query holds its connection, the pool runs dry, and every request waits behind it.
            """,
        Fix = """
            Set the bounds where the library reads them, for pg: `connectionTimeoutMillis`, `statement_timeout` (with a longer `query_timeout` for a
            silent network) and `idle_in_transaction_session_timeout`, all in milliseconds.
            """,
        Risk = "One slow query, lock or network partition turns into an outage: requests queue without a bound and nothing recovers by itself.",
        Unseen = "Settings of the role or the database that no `.sql` file of the repository makes, and parameters of a connection URL that is read at run time.",
        Bad =
        [
            """
            import { Pool } from 'pg';
            export const pool = new Pool({ max: 20, statementTimeout: 5000 }); // expect: timeout/postgres-pool
            pool.on('error', (error) => console.error(error));
            """,
        ],
        Good =
        [
            """
            import { Pool } from 'pg';
            export const pool = new Pool({
              max: 20,
              connectionTimeoutMillis: 5000,
              statement_timeout: 10000,
              idle_in_transaction_session_timeout: 30000,
            });
            pool.on('error', (error) => console.error(error));
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var made in project.LibraryObjects<Effect.Waits>())
        {
            if (!made.Effects.OfType<Effect.Handle>().Any(handle => handle.Kind is HandleKind.Pool or HandleKind.Client))
                continue;
            var place = project.PlaceOf(made.Call);
            var reach = project.ReachOf(made);
            if (reach.Kind is ReachKind.Tests or ReachKind.Pool)
            {
                yield return Rule.Clear(place, reach.Reason);
                continue;
            }

            if (project.IsForOtherServer(made))
            {
                yield return Rule.Clear(place, "it is made for another server than PostgreSQL");
                continue;
            }

            var bounds = project.BoundsOf(made);
            var missing = Missing(bounds, made.Effects.OfType<Effect.Handle>().First().Kind);
            if (missing.Count == 0)
            {
                yield return Rule.Clear(place, $"bounded: {string.Join("; ", bounds.Bounded.OrderBy(pair => pair.Key).Select(pair => pair.Value).Distinct())}");
                continue;
            }

            if (bounds is { IsOpen: true, HasAnyOption: true, IsOfUnknownServer: false })
            {
                yield return Rule.Clear(place, "more options come from elsewhere");
                continue;
            }

            yield return Report(project, made, bounds, missing, place).ByReach(reach, bounds);
        }
    }

    private static Finding Report(ProjectModel project, LibraryObject made, BoundedWaits bounds, List<Wait> missing, Place place)
    {
        var words = string.Join(", ", missing.Select(Words.Of));
        var finding = Rule.At(place, $"`{made.Class.Name}` has no bound on {words}",
            [
                new(place, $"made without a bound on {words}"),
                .. bounds.Ignored.Select(dead => new Step(project.PlaceOf(dead.Option.Value), $"`{dead.Option.Name}` is not read by the library here{(dead.Instead.Length > 0 ? $": it reads `{dead.Instead}`" : "")}")),
            ]) with
        {
            RepairCode = Code(missing),
        };

        // Only an open transaction that nobody works on is unbounded: seldom, and bounded by what ends the process.
        if (missing is [Wait.IdleInTransaction])
            finding = finding.Lowered("only a transaction that its owner has left is unbounded");
        else if (!missing.Contains(Wait.Connect) && bounds.InTransactions.TryGetValue(Wait.Statement, out var local))
            finding = finding.Lowered($"only statements outside those transactions are unbounded: {local}");
        if (bounds.IsOpen)
            return finding with { Evidence = Evidence.Hazard, Assumption = bounds.IsOfUnknownServer ? "it is made for PostgreSQL" : "no bound comes with the options from elsewhere" };
        return finding with { Evidence = Evidence.Likely, Assumption = bounds.Url.Exists ? "neither the connection URL nor the database role sets them" : "the database role does not set them" };
    }

    /// <summary>The waits that matter and have no bound. A bound on statements covers the locks they wait for; the client's bound on queries stands in for it.</summary>
    private static List<Wait> Missing(BoundedWaits bounds, HandleKind kind)
    {
        var missing = new List<Wait>();
        if (bounds.Unbounded.Contains(Wait.Connect))
            missing.Add(Wait.Connect);

        // A single client is for one long job or one listener: only reaching the server must not take for ever.
        if (kind is HandleKind.Client)
            return missing;
        if (bounds.Unbounded.Contains(Wait.Statement) && bounds.Unbounded.Contains(Wait.Query))
            missing.Add(Wait.Statement);
        if (bounds.Unbounded.Contains(Wait.IdleInTransaction))
            missing.Add(Wait.IdleInTransaction);
        return missing;
    }

    private static string Code(List<Wait> missing) => string.Join("\n", missing.Select(wait => wait switch
    {
        Wait.Connect => "connectionTimeoutMillis: 5_000, // connecting, and waiting for a free connection",
        Wait.Statement => "statement_timeout: 10_000, // ms; covers waiting for locks",
        _ => "idle_in_transaction_session_timeout: 30_000, // ms",
    }));
}
