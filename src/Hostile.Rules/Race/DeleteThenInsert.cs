using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>A set of rows is replaced by deleting and inserting; a second execution does the same at the same time.</summary>
public static class DeleteThenInsert
{
    public static readonly Rule Rule = new("race/delete-then-insert")
    {
        Severity = Severity.P1,
        Title = "A set of rows is replaced by DELETE and INSERT, and two executions leave both sets",
        Why = """
            The second DELETE sees only the rows that were there when it began: it waits for the first transaction, and then does not find the rows that this one has
            inserted. Both sets are there in the end. A transaction at READ COMMITTED does not help, and at REPEATABLE READ two executions that begin with an empty set still double it.
            """,
        Fix = """
            Lock the parent row first (`SELECT 1 FROM post WHERE id = $1 FOR UPDATE`), in the same transaction; or change the set by its difference, with a UNIQUE key and `ON CONFLICT`.
            """,
        Risk = "Rows of two versions stand side by side: permissions, prices or positions that nobody chose.",
        Unseen = "Locks outside of the database; a DELETE with conditions beside the key.",
        Bad =
        [
            """
            import type { PoolClient } from 'pg';
            export async function setTags(client: PoolClient, post: string, tags: string[]) {
              await client.query('DELETE FROM post_tag WHERE post = $1', [post]);
              for (const tag of tags) {
                await client.query('INSERT INTO post_tag (post, tag) VALUES ($1, $2)', [post, tag]); // expect: race/delete-then-insert
              }
            }
            """,
        ],
        Good =
        [
            """
            import type { PoolClient } from 'pg';
            export async function setTags(client: PoolClient, post: string, tags: string[]) {
              await client.query('SELECT 1 FROM post WHERE id = $1 FOR UPDATE', [post]);
              await client.query('DELETE FROM post_tag WHERE post = $1', [post]);
              for (const tag of tags) {
                await client.query('INSERT INTO post_tag (post, tag) VALUES ($1, $2)', [post, tag]);
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var race in ReplacedRows.Replacements(function))
        {
            var insert = function.PlaceOf(race.Write.Call);
            var second = SecondRow.Of(race, function);
            if (Protection.Of(race, function) is { } protection)
                yield return Rule.Clear(insert, protection);
            else if (race.Write.Query.Conflict is { } conflict && (second.IsRefused || race.Key.IsEmpty || conflict.Columns.All(race.Key.Contains)))
                yield return Rule.Clear(insert, $"ON CONFLICT DO {(conflict.IsUpdate ? "UPDATE" : "NOTHING")} over what was deleted");
            else if (second is { IsRefused: true, Key: { } key })
                yield return function.TakesRefusal(race.Write) || RowAccess.Decides(race.Read, race.Write, function) ? Rule.Clear(insert, $"UNIQUE ({key.Describe()}) on {race.Write.Query.Table} ({key.Place}) refuses a second set") : OfRefused(race, key, function, insert);
            else
                yield return Report(race, second, function, insert);
        }
    }

    /// <summary>The table that the rows belong to, where a foreign key says it.</summary>
    private static string? Parent(RowRace race, FunctionModel function) =>
        function.Project.Schema.Table(race.Write.Query.Table!.Value, function.Module.Path)?.ForeignKeys.FirstOrDefault(key => key.Columns.Any(race.Key.Contains))?.References.ToString();

    /// <summary>The key of what is replaced refuses it a second time: whoever comes second fails where he ought to replace what the first has written.</summary>
    private static Finding OfRefused(RowRace race, UniqueKey key, FunctionModel function, Place insert)
    {
        var (table, columns, exposure) = (race.Write.Query.Table, string.Join(", ", race.Key.IsEmpty ? key.Columns : race.Key), function.UncaughtExposure);
        var finding = Rule.At(insert, $"the second of two executions that replace what `{table}` has for one `{columns}` fails with a duplicate key",
            [
                .. exposure.Steps(Side.A),
                .. function.Steps(race.Read, $"deletes what is there of one `{columns}`", Side.A),
                .. function.Steps(race.Write, "inserts the new one", Side.A),
                function.LastStep(race.Read, "has begun before A's was there for others: does not see it, and deletes nothing", Side.B),
                function.LastStep(race.Write, $"inserts its own: UNIQUE ({key.Describe()}) refuses it (23505)", Side.B),
            ]) with
        {
            Risk = "The second of two at once fails, though it only wants to put its own in the place of what is there.",
            Repair = $"Change the row in one statement: `INSERT … ON CONFLICT ({string.Join(", ", key.Columns)}) DO UPDATE SET …`.",
        };
        if (!exposure.IsConcurrent)
            finding = finding with { Evidence = Evidence.Likely, Assumption = $"`{function.Name}` runs twice at the same time for the same values" };
        return finding.ByReach(exposure).Lowered($"UNIQUE ({key.Describe()}) on {table} ({key.Place}) makes the loser fail with 23505 instead of inserting twice", 2);
    }

    private static Finding Report(RowRace race, SecondRow second, FunctionModel function, Place insert)
    {
        var table = race.Write.Query.Table;
        var isAll = race.Key.IsEmpty;
        var columns = string.Join(", ", race.Key);
        var finding = Rule.At(insert, isAll ? $"two executions can leave the rows of both in `{table}`" : $"two executions for one `{columns}` can leave the rows of both in `{table}`",
            [
                .. function.Exposure.Steps(Side.A),
                .. function.Steps(race.Read, isAll ? "deletes all rows" : $"deletes the rows of `{columns}`", Side.A),
                .. function.Steps(race.Write, "inserts new ones", Side.A),
                function.LastStep(race.Read, "has begun before A's rows were there for others: deletes none of them", Side.B),
                function.LastStep(race.Write, second.Key is null ? "inserts its own beside A's" : "inserts its own beside A's, or fails with 23505 where both have the same", Side.B),
            ]);
        finding = InsertRace.Weighed(finding, race, function).ByStake(race, function, Once.IsUsedUp(race.Write.Query, race.Column)) with
        {
            Repair = isAll ? $"Lock the table first, in the same transaction (`LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE`, or `pg_advisory_xact_lock`); or change the set by its difference, with a UNIQUE key and `ON CONFLICT`." : $"Lock the row that `{columns}` names first, in the same transaction{(Parent(race, function) is { } parent ? $": `SELECT 1 FROM {parent} WHERE … FOR UPDATE`" : "")}; or change the set by its difference, with a UNIQUE key and `ON CONFLICT`.",
        };
        if (race.Write.Query.Conflict is not null)
            return finding.Lowered("ON CONFLICT keeps each row single: only rows that one of the two leaves out stay");
        if (second.Key is { } covering)
            finding = finding.Lowered($"UNIQUE ({covering.Describe()}) refuses rows that both insert");
        return race.Write.Query.InsertedRows == 1 && !ReplacedRows.IsInLoop(race.Write, race.Read) && finding.Money is null ? finding.Lowered("one row stands in place of another: at worst there are two") : finding;
    }
}
