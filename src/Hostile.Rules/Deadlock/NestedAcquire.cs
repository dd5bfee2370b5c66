using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Deadlock;

/// <summary>A second connection of a pool is asked for while one of it is held.</summary>
public static class NestedAcquire
{
    public static readonly Rule Rule = new("deadlock/nested-acquire")
    {
        Severity = Severity.P1,
        Title = "A second connection of the pool is asked for while one is held",
        Why = """
            When as many executions as the pool has connections stand at this point, each holds one and waits for another, and none gives one back.
            PostgreSQL sees no cycle and ends nothing. From then on whoever needs the database waits, too.
            """,
        Fix = """
            Do it on the connection that is held, or before that is taken, or after it was given back. Where two are needed, let fewer executions in at once than the pool has connections.
            """,
        Risk = "Under load the whole service stands still: until it is restarted where the pool waits without a bound (pg's own default), else until the waits run into theirs and their requests fail.",
        Unseen = "Pools whose options are put together at run time are taken for one and the same where their names are; limits on executions outside the program.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function move(pool: Pool, id: string) {
              const client = await pool.connect();
              try {
                const { rows } = await pool.query('SELECT name FROM account WHERE id = $1', [id]); // expect: deadlock/nested-acquire
                await client.query('UPDATE account SET title = $2 WHERE id = $1', [id, rows[0].name]);
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
            export async function move(pool: Pool, id: string) {
              const { rows } = await pool.query('SELECT name FROM account WHERE id = $1', [id]);
              const client = await pool.connect();
              try {
                await client.query('UPDATE account SET title = $2 WHERE id = $1', [id, rows[0].name]);
              } finally {
                client.release();
              }
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        var told = new Dictionary<Syntax.TypeScript.SyntaxNode, Place>();
        foreach (var group in project.OuterUses.Where(outer => !outer.IsForgotten && !outer.IsLeft).GroupBy(outer => outer.Scope))
        {
            var scope = group.Key;
            // Of several the one is told of that runs where somebody is served.
            var use = (group.FirstOrDefault(outer => !project.IsInDevelopment(outer.Use.DroppedAt)) ?? group.First()).Use;
            var place = project.PlaceOf(use.DroppedAt);
            var limit = project.LimitOfPool(use.SentOn);
            if (limit is null or { Most: > 1 } && scope.Function.AloneBy(scope.Opener) is { } alone)
            {
                yield return Rule.Clear(place, $"`{alone}` lets one run in at a time: there is one that holds a connection, and the pool has another");
                continue;
            }

            if (project.IsOnOneConnection(scope, use))
            {
                yield return Rule.Clear(place, "the object is made on a transaction's handle wherever this is called: both are on its connection");
                continue;
            }

            var more = group.Count() - 1;
            var finding = Rule.At(place, $"while a connection is held{(scope.IsTransaction ? $" for `{scope.Handle}`" : $" as `{scope.Handle}`")}, another one is taken{(limit is null ? "" : $": {Arithmetic(limit)}")}",
                [
                    .. scope.Exposure.Steps(Side.Only),
                    new(project.PlaceOf(scope.Opener), scope.Form is ScopeForm.Given ? $"the transaction comes as `{scope.Handle}`, and with it a connection" : "takes a connection, and keeps it"),
                    .. use.CallSteps(project),
                    new(project.PlaceOf(use.Call), use.Kind is InnerKind.Acquire ? "waits for a second connection" : $"takes a second connection{(use.Receiver.Length > 0 ? $" of `{use.Receiver}`" : "")} for its statement{(more > 0 ? $"; {more} more of this kind below" : "")}"),
                ]) with
            {
                Evidence = Evidence.Likely,
                Assumption = limit is null ? "as many executions come here at once as the pool has connections" : $"{limit.Most} executions come here at once",
            };
            if (limit is { WaitIsBounded: true } || (limit is null && project.GivesUp(use)))
                finding = finding.Lowered("who finds no connection gives up after a time") with { Risk = "Under load requests wait for a connection that those who wait hold themselves, until their wait runs into its bound, and fail." };
            else if (project.GivesUpAfter(use, scope) is { } time)
                finding = finding.Lowered($"it ends by itself {After(time)}: requests wait and fail, the service does not stand still for ever") with { Risk = $"Under load requests wait{(time == TimeSpan.Zero ? "" : $" {time.TotalSeconds:0} s")} for a connection that those who wait hold themselves, and fail." };
            else if (limit is null && ProjectModel.IsForAdministrators(scope.Function.Module.Path))
                finding = finding.Lowered("only administrators come here, few of them at once");
            else if (limit is null or { Most: >= ManyConnections } && !use.IsRepeated)
                finding = finding.Lowered("each takes one more, once: it takes as many at the same moment as the pool has connections");
            // A helper that reads on its own account is one fault, from wherever it is called.
            if (use.Steps.IsEmpty || told.TryAdd(use.Call, place))
                yield return finding.ByReach(scope.Exposure);
            else
                yield return (finding.Lowered($"it is the statement in {project.PlaceOf(use.Call).Path}:{project.PlaceOf(use.Call).Line} again, of which {told[use.Call].Path}:{told[use.Call].Line} tells") with { Cause = project.PlaceOf(use.Call) }).ByReach(scope.Exposure);
        }
    }

    /// <summary>As many executions seldom stand at one place at the same moment.</summary>
    private const int ManyConnections = 5;

    private static string After(TimeSpan time) => time == TimeSpan.Zero ? "after a time that the options set" : $"after {time.TotalSeconds:0} s";

    private static string Arithmetic(PoolLimit limit) => $"{limit.Most} at once{(limit.IsDefault ? " (the default)" : "")} hold all {limit.Most} connections and wait for one more";
}
