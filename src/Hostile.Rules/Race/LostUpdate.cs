using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>A column is read, changed in memory and written back, and nothing stops a second execution doing the same meanwhile.</summary>
public static class LostUpdate
{
    public static readonly Rule Rule = new("race/lost-update")
    {
        Severity = Severity.P1,
        Title = "A row is read, changed in memory and written back without a lock",
        Why = """
            Between the read and the write another request reads the same value, computes its own result and writes it. One of the two results
            overwrites the other. A transaction alone does not help: READ COMMITTED, the default, permits it.
            """,
        Fix = """
            Change the row in one statement (`balance = balance - $1`), or read it `FOR UPDATE` in the transaction that writes it.
            """,
        Risk = "Of two changes one is overwritten, without an error: the row no longer agrees with what was done.",
        Unseen = "A read and a write more than three calls away, or behind an interface that several classes implement; rows read through a view or a function of the database.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function withdraw(pool: Pool, id: string, amount: number) {
              const { rows } = await pool.query('SELECT balance FROM account WHERE id = $1', [id]);
              await pool.query('UPDATE account SET balance = $1 WHERE id = $2', [rows[0].balance - amount, id]); // expect: race/lost-update
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function withdraw(pool: Pool, id: string, amount: number) {
              await pool.query('UPDATE account SET balance = balance - $1 WHERE id = $2', [amount, id]);
            }
            """,
            """
            import type { PoolClient } from 'pg';
            export async function withdraw(client: PoolClient, id: string, amount: number) {
              const { rows } = await client.query('SELECT balance FROM account WHERE id = $1 FOR UPDATE', [id]);
              await client.query('UPDATE account SET balance = $1 WHERE id = $2', [rows[0].balance - amount, id]);
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        // What one look feeds is one fault, however often it is written back; and so is one write, whichever look feeds it.
        var told = new HashSet<Place>();
        foreach (var race in function.RowRaces.ReadModifyWrites)
        {
            var write = function.PlaceOf(race.Write.Call);
            if (Protection.Of(race, function) is { } protection)
            {
                yield return Rule.Clear(write, protection);
                continue;
            }

            if (Deletion.IsMadeBy(race.Write, function))
            {
                yield return Rule.Clear(write, "the same statement marks the row as deleted: what else stood in it no longer counts");
                continue;
            }

            if (Protection.GuardOf(race, function) is { } guard)
            {
                yield return Rule.Clear(write, $"`{guard.Column.Name}` in WHERE: the loser matches no row");
                continue;
            }

            if (race.Rewriting is Rewriting.Normalized)
                yield return Rule.Clear(write, $"the function is given nothing, and what it makes of `{race.Column}` is the same whoever makes it");
            else if (race.Rewriting is Rewriting.GoesBack && race.Others.IsEmpty && race.KeepsFirstTime(function))
                yield return Rule.Clear(write, $"`{race.Column}` keeps the first time that it was given, and nothing else sets another");
            else if (!race.IsSum && ClaimWithoutLock.Tells(race.Read, function))
                continue;
            else if (told.Add(function.PlaceOf(race.Read.Call)) && told.Add(write))
                yield return race.Rewriting is Rewriting.GoesBack or Rewriting.Unchanged ? GoesBack(race, function, write) : Weighed(Report(race, function, write), race);
        }

        foreach (var verdict in NextRow.Judge(function, told, Rule))
            yield return verdict;

        foreach (var race in function.RowRaces.Moves)
        {
            if (told.Add(function.PlaceOf(race.Read.Call)))
                yield return Moved(race, function, function.PlaceOf(race.Write));
        }

        foreach (var verdict in EmptiedRow.Judge(function, told, Rule))
            yield return verdict;
    }

    /// <summary>"SET position = position - 1 WHERE position &gt; $1": from the wrong place on, where another execution has moved the row meanwhile.</summary>
    private static Verdict Moved(RowRace race, FunctionModel function, Place write)
    {
        if (Protection.Of(race, function) is { } protection)
            return Rule.Clear(write, protection);
        var (table, column) = (race.Write.Query.Table, race.Column);
        return InsertRace.Weighed(Rule.At(write, $"rows of `{table}` are moved from a `{column}` on that was read before, and may have changed",
            [
                .. function.Exposure.Steps(Side.A),
                .. function.Steps(race.Read, $"reads the `{column}` of a row", Side.A),
                function.LastStep(race.Write, "moves the rows, this one among them", Side.B),
                .. function.Steps(race.Write, $"moves the rows from the old `{column}` on: one place is taken twice, and another one is empty", Side.A),
            ]) with
        {
            Repair = $"Read the row in the transaction that moves the others, after a lock that all who move them take (`SELECT … FOR UPDATE` of the parent row, `LOCK TABLE`, or `pg_advisory_xact_lock`).",
        }, race, function).Lowered($"what is wrong afterwards is the order in `{table}.{column}`");
    }

    /// <summary>A text with the old one in it, a mark of progress, a document that carries over single members, and what somebody chose to see seldom lose what another one wrote.</summary>
    private static Finding Weighed(Finding finding, RowRace race) => race.Rewriting switch
    {
        Rewriting.Toggled => finding.Lowered("of two that turn it over at one moment one does nothing", 2),
        Rewriting.Wrapped => finding.Lowered("a text is put around the old one: what is lost is only how often"),
        Rewriting.Computed when finding.Money is null && !Stakes.MayNotBeLost(race.Column) && Preferences.Are(race.Column) => finding.Lowered("the column keeps what somebody chose to see or to be told: the loser chooses again"),
        Rewriting.Computed when Progress.IsMark(race.Column) => finding.Lowered("the column says how far a job has come: two that go on from the same mark do the same work"),
        Rewriting.Rebuilt => finding.Lowered("the document is made anew, and only single members of the old one are carried over") with { Evidence = Evidence.Hazard, Assumption = "the rest of the document is not meant to stay" },
        _ => finding,
    };

    /// <summary>"input.name ?? row.name", "row.name": only a column that this execution was not asked to change is overwritten, and only when another one changes it meanwhile.</summary>
    private static Finding GoesBack(RowRace race, FunctionModel function, Place write)
    {
        var exposure = function.ExposureOf(race);
        var name = $"{race.Write.Query.Table}.{race.Column}";
        var isGiven = race.Rewriting is Rewriting.GoesBack;
        var finding = Rule.At(write, $"{(isGiven ? $"where no new {InsertRace.Named(race)} is given, the old one" : $"the old {InsertRace.Named(race)}")} is written back, and undoes a change made since it was read",
            [
                .. function.StartOf(race),
                .. function.Steps(race.Read, $"reads `{name}`{(isGiven ? ", of which it is given no new value" : "")}", Side.A),
                function.LastStep(race.Write, $"writes a new `{name}`", Side.B),
                .. function.Steps(race.Write, "writes the old value back: B's is lost", Side.A),
            ]) with
        {
            Evidence = Evidence.Likely,
            Assumption = $"one execution leaves `{race.Column}` as it is while another one changes it, on the same row",
            Repair = isGiven ? "Write only the columns that were given, or let the statement keep the others: `SET name = COALESCE($1, name)`." : "Leave the column out of the statement: what is not written stays as it is.",
            RepairCode = !isGiven ? null : $"UPDATE {SqlSpelling.Of(race.Write.Query.Table)} SET {SqlSpelling.Of(race.Column)} = COALESCE($1, {SqlSpelling.Of(race.Column)}) WHERE {SqlSpelling.Asked(race.Key, 2)};",
        };
        // A right that was taken away comes back.
        finding = Stakes.IsRight(race.Column) ? finding : finding.Lowered("only a column that nobody asked this execution to change goes back");
        return (Requester.ColumnOf(race.Read, function) is { } requester && !race.IsChangedForOthers(requester, function) ? finding.Lowered($"`{requester}` is whoever asks: only two requests of one user meet") : finding).ByReach(exposure);
    }

    private static Finding Report(RowRace race, FunctionModel function, Place write)
    {
        var exposure = function.ExposureOf(race);
        var name = $"{race.Write.Query.Table}.{race.Column}";
        var finding = Rule.At(write, $"{InsertRace.Named(race)} may have changed since it was read, and the change is overwritten",
            [
                .. function.StartOf(race),
                .. InsertRace.Looks(race, function, name),
                function.LastStep(Protection.RereadOf(race, function) ?? race.Read, "reads the same value: no lock stops it", Side.B),
                .. function.Steps(race.Write, "writes the value that it computed", Side.A),
                function.LastStep(race.Write, "writes a value made of the old one: A's update is lost", Side.B),
            ]) with
        {
            Money = Money.IsMoney(race.Column) ? Money.In(race.Write.Query, race.Column) : null,
            Repair = race.Read.Query.RowLock is not null && race.Read.By.Handle.IsPool
                ? "The lock of FOR UPDATE ends with its statement, because a pool commits each one by itself: run both statements on one client, inside one transaction."
                : InsertRace.RepairOf(race, function) ?? Rule.Fix,
            RepairCode = function.Project.Schema.Table(race.Write.Query.Table!.Value, function.Module.Path)?.Column(race.Column) is { Type: var type } && !InsertRace.IsNumber(type) || !race.IsSum ? null : race.Write.Query.Kind is QueryKind.Insert
                ? $"INSERT INTO {SqlSpelling.Of(race.Write.Query.Table)} (…) VALUES (…) ON CONFLICT ({SqlSpelling.List(race.Key)}) DO UPDATE SET {SqlSpelling.Of(race.Column)} = {SqlSpelling.Of(race.Write.Query.Table)}.{SqlSpelling.Of(race.Column)} + $1;"
                : $"UPDATE {SqlSpelling.Of(race.Write.Query.Table)} SET {SqlSpelling.Of(race.Column)} = {SqlSpelling.Of(race.Column)} + $1 WHERE {SqlSpelling.Asked(race.Key, 2)};",
        };
        if (!exposure.IsConcurrent)
            finding = finding with { Evidence = Evidence.Likely, Assumption = $"`{function.Name}` runs twice at the same time for the same row" };
        finding = finding.ByMoneyAndReach(exposure).ByStake(race, function, Stakes.MayNotBeLost(race.Column), isTwice: false);
        return !Money.IsMoney(race.Column) && Protection.IsReadRightBefore(race, function) ? finding.Lowered("the row is read again right before it is written: only what is changed between the two is lost") : finding;
    }
}
