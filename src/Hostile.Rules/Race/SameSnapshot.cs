using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>One statement writes rows and counts or checks them: it sees them as they were before it began.</summary>
public static class SameSnapshot
{
    public static readonly Rule Rule = new("race/same-snapshot")
    {
        Severity = Severity.P1,
        Title = "A statement counts or checks the rows that it writes itself, or that it waits for itself",
        Why = """
            All parts of a statement see one snapshot, taken before it begins: `WITH added AS (INSERT …) SELECT count(*) …` does not count the new row. A lock in one part
            helps no more: after the wait the count is still that of the snapshot, and what the other transaction committed meanwhile is missing.
            """,
        Fix = """
            Use what the writing part gives back (`RETURNING`), or look in a second statement of the same transaction, after the lock.
            """,
        Risk = "Limits are passed and totals are wrong by the rows of this very statement, or of those that it waited for.",
        Unseen = "Functions of the database that count; looks at single rows.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function book(pool: Pool, event: string, user: string) {
              // expect: race/same-snapshot
              const { rows } = await pool.query(`
                WITH added AS (INSERT INTO seat (event, member) VALUES ($1, $2) RETURNING id)
                SELECT count(*) AS taken FROM seat WHERE event = $1`, [event, user]);
              return rows[0].taken;
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function clear(pool: Pool, event: string) {
              const { rows } = await pool.query(`
                WITH gone AS (DELETE FROM seat WHERE event = $1 RETURNING id)
                SELECT count(*) AS freed FROM gone`, [event]);
              return rows[0].freed;
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var call in function.DatabaseCalls)
        {
            foreach (var query in call.Queries)
            {
                if (query.With.IsEmpty)
                    continue;
                var place = function.PlaceOf(call.Call);
                if (SnapshotRead.Of(query).FirstOrDefault() is { } read)
                    yield return Report(read, place).ByReach(function.Exposure);
                else if (query.With.Any(common => common.Query.IsWrite) && !query.Aggregates.IsEmpty)
                    yield return Rule.Clear(place, "the statement counts what its writing part gives back");
            }
        }
    }

    private static Finding Report(SnapshotRead read, Place place) => read.IsLock
        ? Rule.At(place, $"the statement {read.Looks} of `{read.Table}` as it was before it waited for its own lock in `{read.Common.Name}`",
            new Step(place, "the statement begins, and with it its snapshot"),
            new Step(place, $"`{read.Common.Name}` waits for the lock until another transaction commits"),
            new Step(place, $"what that one did to `{read.Table}` is not in the snapshot: the look passes"))
        : Rule.At(place, $"the statement {read.Looks} of `{read.Table}` without what `{read.Common.Name}` does to it",
            new Step(place, "the statement begins, and with it its snapshot"),
            new Step(place, $"`{read.Common.Name}` changes rows of `{read.Table}`"),
            new Step(place, $"the other part {read.Looks} in the snapshot: what was changed just now is not in it"));
}
