using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Parallel;

/// <summary>As many connections or requests are asked for at once as a collection has elements, and nothing bounds the collection.</summary>
public static class UnboundedFanOut
{
    public static readonly Rule Rule = new("parallel/unbounded-fan-out")
    {
        Severity = Severity.P1,
        Title = "Work is started for all elements at once, and nothing bounds how many there are",
        Why = """
            `Promise.all` over `map` starts the work of every element before the first is done. Where each takes a connection out of a pool, one call
            takes the whole pool, and the rest of its elements stand in the queue before everybody else: other requests wait until they are
            through, or fail where the pool has a connection timeout. Where each sends a request, the other side gets all of them at once.
            """,
        Fix = """
            Do it in one statement (`= ANY($1)`, a multi-row INSERT), or let a few run at a time: batches of a constant size, or a limiter such as `p-limit`. Bound the collection where it is read: LIMIT and pages.
            """,
        Risk = "One large input, or a table that has grown, takes every connection: requests that have nothing to do with it wait or time out.",
        Unseen = "Collections whose size cannot be followed to an input, a table or callers, and functions that are handed in.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function expire(pool: Pool) {
              const { rows } = await pool.query("SELECT id FROM session WHERE state = 'open'");
              await Promise.all(rows.map((row) => pool.query("UPDATE session SET state = 'closed' WHERE id = $1", [row.id]))); // expect: parallel/unbounded-fan-out
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function expire(pool: Pool) {
              const { rows } = await pool.query("SELECT id FROM session WHERE state = 'open' LIMIT 20");
              await Promise.all(rows.map((row) => pool.query("UPDATE session SET state = 'closed' WHERE id = $1", [row.id])));
            }
            """,
            """
            import type { Pool } from 'pg';
            export async function expire(pool: Pool) {
              await pool.query("UPDATE session SET state = 'closed' WHERE state = 'open'");
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var fan in project.FanOuts)
        {
            project.Workers.Cancellation.ThrowIfCancellationRequested();
            var place = project.PlaceOf(fan.Call);
            if (fan.Resource.Kind is ResourceKind.Turn)
            {
                yield return Rule.Clear(place, $"each waits for its turn: `{fan.Resource.Text}` ({project.PlaceOf(fan.Resource.Call)})");
                continue;
            }

            if (fan.Size.Kind is SizeKind.Bounded)
                yield return Rule.Clear(place, $"bounded: {fan.Size.Reason}");
            if (fan.Size.Kind is SizeKind.Bounded or SizeKind.Unknown || project.FunctionAround(fan.Call) is not { } function)
                continue;
            yield return Judged(fan, Rule.At(place, $"{(fan.Resource.Kind is ResourceKind.Connection ? "a connection" : "a request")} for every element of `{CodeLine.Of(fan.Collection.Text)}` at once, and {Reason(fan.Size)}",
                [
                    .. function.Exposure.Steps(Side.Only),
                    .. fan.Size.Through.Where(call => project.PlaceOf(call) != place).Select(call => new Step(project.PlaceOf(call), $"through `{CodeLine.Of(call.FirstChild.Text)}`")),
                    new(project.PlaceOf(fan.Size.Source), fan.Size.Reason),
                    new(project.PlaceOf(fan.Start), "starts the work of every element before the first is done"),
                    .. fan.Resource.Steps.Select(call => new Step(project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`")),
                    new(project.PlaceOf(fan.Resource.Call), fan.Resource.Kind is ResourceKind.Connection ? "each takes a connection; when the pool has none left, it and everybody after it waits" : "each sends a request of its own"),
                ])).ByReach(function.Exposure);
        }
    }

    /// <summary>How many there are in production is what the code cannot say: the finding names what it takes for granted.</summary>
    private static Finding Judged(FanOut fan, Finding finding)
    {
        finding = fan.Size.Kind switch
        {
            SizeKind.Rows => finding with { Evidence = Evidence.Likely, Assumption = "the table has, or will have, many more such rows than the pool has connections" },
            SizeKind.Request => finding with { Evidence = Evidence.Likely, Assumption = "nothing in front refuses a longer list" },
            SizeKind.Growing => finding with { Evidence = Evidence.Likely, Assumption = "the collection grows past the size of the pool" },
            _ => finding with { Evidence = Evidence.Hazard },
        };
        if (fan.Size.IsOfState)
            finding = finding.Lowered("only rows of one state are meant: as many as wait for it");
        // Of such tables most were small where readers looked: no list that a stranger sends.
        else if (fan.Size.Kind is SizeKind.Rows)
            finding = finding.Lowered("how many rows the table has is not in the code, and nobody outside decides it at a stroke");
        return fan.Resource.Kind is ResourceKind.Request ? finding.Lowered("it takes sockets and the other side's patience, but no connection of a pool that others need") : finding;
    }

    private static string Reason(ArraySize size) => size.Kind switch
    {
        SizeKind.Rows => size.IsOfState ? "they are all rows of one state" : "they are all rows of a table",
        SizeKind.Request => "the sender decides how many there are",
        SizeKind.Growing => "nothing bounds what is collected there",
        _ => "callers decide how many there are",
    };
}
