using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>Waiting rows are selected, then marked as taken; a second worker selects the same rows.</summary>
public static class ClaimWithoutLock
{
    public static readonly Rule Rule = new("race/claim-without-lock")
    {
        Severity = Severity.P1,
        Title = "Waiting rows are selected and then marked, and two workers can take the same ones",
        Why = """
            Between the SELECT and the UPDATE the rows still look free. A second worker, or the same one in its next round, selects them, too, and both do the work.
            A subselect inside the UPDATE is no help: the second one waits for the row, and then updates it without asking for its state again.
            """,
        Fix = """
            Select with `FOR UPDATE SKIP LOCKED` in the transaction that marks the rows, or claim in one statement: `UPDATE … WHERE id = (SELECT id … FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING *`.
            """,
        Risk = "Work is done twice: a mail is sent twice, a payment is made twice.",
        Unseen = "Workers of which there is only one by how they are deployed; rows that are deleted, not marked; a lock outside of the database.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function run(pool: Pool, work: (job: unknown) => Promise<void>) {
              const { rows } = await pool.query("SELECT * FROM job WHERE state = 'waiting' ORDER BY id LIMIT 10");
              for (const job of rows) {
                await pool.query("UPDATE job SET state = 'running' WHERE id = $1", [job.id]); // expect: race/claim-without-lock
                await work(job);
              }
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function run(pool: Pool, work: (job: unknown) => Promise<void>) {
              const { rows } = await pool.query(`UPDATE job SET state = 'running' WHERE id IN (
                SELECT id FROM job WHERE state = 'waiting' ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED) RETURNING *`);
              for (const job of rows) await work(job);
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var race in Claims(function))
        {
            var write = function.PlaceOf(race.Write.Call);
            yield return Safety(race, function) is { } safety ? Rule.Clear(write, safety) : Report(race, function, write);
        }
    }

    /// <summary>Whether this rule tells of what stands on a look.</summary>
    internal static bool Tells(Statement read, FunctionModel function) => Claims(function).Any(race => race.Read.Call == read.Call && Safety(race, function) is null);

    /// <summary>"balance = row.balance - n" is no mark: race/lost-update speaks of it.</summary>
    private static IEnumerable<RowRace> Claims(FunctionModel function) =>
        function.RowRaces.Claims.Where(race => !function.RowRaces.ReadModifyWrites.Any(update => update.Write.Call == race.Write.Call && (update.Column == race.Column || update.IsSum)));

    private static string? Safety(RowRace race, FunctionModel function)
    {
        if (Protection.Of(race, function) is { } protection)
            return protection;
        if ((Protection.StateGuardOf(race) ?? Protection.GuardOf(race, function)) is { } guard && UsedResults.ResultIsUsed(race.Write, function))
            return $"`{guard.Column.Name}` in WHERE, and the answer is used: the loser changes no row";
        return Deletion.IsMark(race.Column) ? $"`{race.Column}` marks a row as deleted: done twice it leaves the same" : null;
    }

    private static Finding Report(RowRace race, FunctionModel function, Place write)
    {
        var (table, isOne) = (race.Write.Query.Table, race.Read.Call == race.Write.Call);
        // A row that was asked for, and not whichever is next: nobody has another one to skip to.
        var guard = !isOne && race.Key is [var key, ..] && race.Read.Query.Fixed(table!.Value).Any(match => match.Values[0].Source is not ValueSource.Constant)
            ? $"UPDATE {SqlSpelling.Of(table)} SET {SqlSpelling.Of(race.Column)} = … WHERE {SqlSpelling.Of(key)} = $1 AND {SqlSpelling.Of(race.Column)} = …; -- go on only when a row was changed" : null;
        var finding = Rule.At(write, isOne ? $"two executions can both take the same row of `{table}`: only the subselect asks for `{race.Column}`" : $"two executions can both select these rows of `{table}` before either sets `{race.Column}`",
            [
                .. function.Exposure.Steps(Side.A),
                .. function.Steps(race.Read, isOne ? "chooses a row" : $"selects rows by `{race.Column}`", Side.A),
                function.LastStep(race.Read, isOne ? "chooses the same row, and waits for A" : "selects the same rows", Side.B),
                .. isOne ? [] : function.Steps(race.Write, "marks a row", Side.A),
                .. isOne ? (Step[])[] : [new(function.PlaceOf(race.ConsequenceAt), "works on the row", Side.A)],
                function.LastStep(race.Write, isOne ? "changes the row once more when A has committed, and gives it back, too" : "marks it again", Side.B),
                .. isOne ? (Step[])[] : [new(function.PlaceOf(race.ConsequenceAt), "works on the same row", Side.B)],
            ]) with
        {
            Repair = race.Read.Query.RowLock is not null && race.Read.By.Handle.IsPool
                ? "The lock of FOR UPDATE ends with its statement, because a pool commits each one by itself: select and mark on one client, inside one transaction, or in one statement."
                : guard is not null ? "Set it in one statement that asks for the old state, and look at how many rows it changed: of two executions only one changes the row, and the other must stop." : Rule.Fix,
            RepairCode = guard,
        };
        finding = InsertRace.Weighed(finding, race, function).ByStake(race, function, isHigh: false);
        return finding.Money is not null && Payments.AreMadeOnce(race, function) ? finding.Lowered("what is paid is paid under a key that both executions give: the service knows the second again", 2) : finding;
    }
}
