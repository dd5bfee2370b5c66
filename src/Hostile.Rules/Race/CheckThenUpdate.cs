using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>A row's state is tested, then the row is changed by its key alone; a second execution passes the same test.</summary>
public static class CheckThenUpdate
{
    public static readonly Rule Rule = new("race/check-then-update")
    {
        Severity = Severity.P1,
        Title = "A row is changed because of a state that it may no longer have",
        Why = """
            Between the SELECT and the UPDATE another request reads the same state, passes the same test, and changes the row, too. The UPDATE names the row
            by its key only, so PostgreSQL has no way to know that the state mattered: both succeed.
            """,
        Fix = """
            Put the test into the statement (`UPDATE … WHERE id = $1 AND status = 'open'`) and go on only when it changed a row, or read the row `FOR UPDATE` in the transaction that changes it.
            """,
        Risk = "What may happen once happens twice: a code is used twice, an order is paid and cancelled, a balance goes below zero.",
        Unseen = "A state that is tested in one function and changed in another one more than three calls away; a test of the state against a list that is put together while the program runs, or against a table of transitions (`mayFollow(order.status, next)`); a state of one column that decides over the change of another.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function redeem(pool: Pool, id: string) {
              const { rows } = await pool.query('SELECT status FROM voucher WHERE id = $1', [id]);
              if (rows[0].status !== 'open') throw new Error('used');
              await pool.query("UPDATE voucher SET status = 'used' WHERE id = $1", [id]); // expect: race/check-then-update
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function redeem(pool: Pool, id: string) {
              const { rowCount } = await pool.query("UPDATE voucher SET status = 'used' WHERE id = $1 AND status = 'open'", [id]);
              if (rowCount !== 1) throw new Error('used');
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        // One look that decides over several writes is one fault: the one that moves money is told, else the first.
        var found = new List<(Place Look, string Column, Finding Finding)>();
        // Where the row was looked at before, the rest says it.
        foreach (var mark in UnaskedMark.In(function).Where(mark => !function.RowRaces.ChecksThenUpdates.Any(race => race.Write.Call == mark.Mark.Call)))
            yield return Unasked(mark, function);
        foreach (var verdict in UsedUpRow.Judge(function, Rule))
            yield return verdict;
        foreach (var race in function.RowRaces.ChecksThenUpdates)
        {
            var write = function.PlaceOf(race.Write.Call);
            // "count === 1 && row.role === 'ADMIN'": the other one who goes at the same time is another row, and `race/limit-check` tells of both.
            if (RowLimits.IsOfLimit(race, function))
                continue;
            if (Protection.Of(race, function) is { } protection)
                yield return Rule.Clear(write, protection);
            else if (Protection.StateGuardOf(race) is { } state)
                yield return Protection.WorkDespite(race, function) is { Exists: true } work ? GoesOn(race, state, function.Project.PlaceOf(work), function) : Rule.Clear(write, $"`{state.Column.Name}` in WHERE: the loser changes no row");
            else if (Protection.GuardOf(race, function) is { } guard)
                yield return Rule.Clear(write, $"`{guard.Column.Name}` in WHERE: the loser matches no row");
            else if (Protection.ComputedGuardOf(race) is { } computed && !Protection.WorkDespite(race, function).Exists)
                yield return Rule.Clear(write, $"`{computed}` in WHERE: the loser changes no row");
            else if ((Protection.InsertionBetween(race, function) ?? Protection.InsertionBehind(race, function)) is { } insertion)
                yield return Rule.Clear(write, insertion);
            else if (ClaimGate.Before(race, function) is { } claimed)
                yield return Rule.Clear(write, claimed);
            else if (Protection.RefusedBy(race, function) is { } check)
                yield return Rule.Clear(write, $"CHECK ({check.Text}) on {race.Write.Query.Table} ({check.Place}) refuses the second");
            else if (race.Consequence is Consequence.NotRefusedTheSame && Deletion.IsMark(race.Column) && race.EndsWithIt(function))
                yield return Rule.Clear(write, $"`{race.Column}` marks a row as deleted: done twice it leaves the same");
            else if (race.Consequence is Consequence.None)
                yield return GivenOut.At(race, function) is { } given ? OwnValue.Report(race, given, function, write, Rule) : Rule.Clear(write, $"{(race.WritesTheSame(function) ? "the second one writes the same into the same row" : "whoever writes last is believed")}, and {(race.SentBeside(function) is { Exists: true } sent ? $"what `{CodeLine.Of(sent.FirstChild.Text)}` tells goes out twice" : $"nothing else depends on `{race.Column}`")}");
            else if (race.Consequence is Consequence.Repeats && race.FillsGap(function) && race.Creation(function) is { Exists: true } made && Payments.IsKnownAgain(made, race, function) && Payments.Beside(race, function, isTwice: true) is null)
                yield return Rule.Clear(write, $"who is asked by `{CodeLine.Of(made.FirstChild.Text)}` knows the second by its key, and gives both the same");
            else
                found.Add((function.PlaceOf(race.Read.Call), race.Column, Report(race, function, write)));
        }

        foreach (var look in found.GroupBy(one => (one.Look, one.Column)))
            yield return look.MinBy(finding => finding.Finding.Money is null ? int.MaxValue : (int)finding.Finding.Severity).Finding;
    }

    private static Finding Report(RowRace race, FunctionModel function, Place write)
    {
        var (query, name, verb) = (race.Write.Query, $"{race.Write.Query.Table}.{race.Column}", race.Write.Query.Kind is QueryKind.Delete ? "deletes" : "changes");
        var isOverwritten = query.Kind is QueryKind.Update && race.Consequence is Consequence.Overrides;
        var finding = Rule.At(write, query.Kind is QueryKind.Delete ? $"the row is deleted though `{name}` may have changed since it was tested" : isOverwritten ? $"`{name}` is tested before, and may have changed: what somebody else has set is overwritten" : $"`{name}` is tested before, and may have changed: two executions can both pass the test",
            [
                .. function.StartOf(race),
                .. InsertRace.Looks(race, function, name),
                .. race.Asked is { } asked && asked.At != race.Deciding ? (Step[])[new(function.Project.PlaceOf(asked.At), $"asks for `{name}`", Side.A)] : [],
                new(function.Project.PlaceOf(race.Deciding), "passes the test", Side.A),
                race.Rival.Exists ? new(function.Project.PlaceOf(race.Rival), $"sets `{name}` to what the test refuses", Side.B) : query.Kind is QueryKind.Delete || isOverwritten ? new(function.Project.PlaceOf(race.Deciding), $"somebody else changes `{name}` here", Side.B) : function.LastStep(Protection.RereadOf(race, function) ?? race.Read, "reads the same state and passes the test, too", Side.B),
                .. function.Steps(race.Write, $"{verb} the row", Side.A),
                .. query.Kind is QueryKind.Delete ? [] : (Step[])[isOverwritten ? new(function.PlaceOf(race.ConsequenceAt), "is done, or left out, as the old state wants it", Side.A) : function.LastStep(race.Write, race.SecondTime, Side.B)],
            ]) with
        {
            RepairCode = query.Kind is QueryKind.Delete ? null : $"UPDATE {SqlSpelling.Of(query.Table)} SET … WHERE {SqlSpelling.Asked(race.Key.Where(column => column != race.Column))} AND {SqlSpelling.Of(race.Column)} = …; -- go on only when a row was changed",
        };
        var endsTheSame = race.Consequence is Consequence.NotRefusedTheSame || (race.Consequence is Consequence.Repeats && (race.FillsGap(function) || race.WritesTheSame(function)));
        finding = InsertRace.Weighed(finding, race, function, endsTheSame).ByStake(race, function, Stakes.IsHeldOnce(race));
        if (race.Rival.Exists)
            finding = finding with { Evidence = Evidence.Likely, Assumption = $"`{query.Table}.{race.Column}` of the same row is set at the same time ({InsertRace.Where(function.Project.PlaceOf(race.Rival), function)})" };
        // What is made outside twice stays there twice, whoever is believed.
        if (race.Consequence is Consequence.Repeats && race.Creation(function) is { Exists: true } creation && !Payments.IsKnownAgain(creation, race, function))
            return finding with { Trace = finding.Trace.Insert(finding.Trace.Length - 1, new(function.PlaceOf(creation), $"makes a second one by `{CodeLine.Of(creation.FirstChild.Text)}`", Side.B)) };
        return race.Consequence switch
        {
            Consequence.Repeats when finding.Money is null && race.FillsGap(function) => finding.Lowered("what is missing is filled in, and whoever fills it in last is believed: only the work is done twice", Money.WordsOf(race.Column).LastOrDefault() is "id" ? 1 : 2),
            Consequence.Repeats when finding.Money is null && Payments.AreMadeOnce(race, function) => finding.Lowered("what is paid is paid under a key that both executions give: the service knows the second again"),
            Consequence.Repeats when finding.Money is null && race.WritesTheSame(function) => finding.Lowered("the row ends the same: only what follows the test is done twice"),
            Consequence.NotRefused when finding.Money is null && race.IsTurnedOver(function) => finding.Lowered("what is written is chosen by the old state: one that comes later turns it over, and of two at one moment one does nothing"),
            Consequence.NotRefusedTheSame when finding.Money is null => finding.Lowered("the second one writes what the first has written: only what it answers differs"),
            not Consequence.Overrides when finding.Money is null && (race.IsAskedForByIt(function) || Requester.UsesOwnProof(race, function)) => finding.Lowered("only who has it can use it twice, by asking twice at once"),
            Consequence.Overrides when finding.Money is null && Stakes.IsHeldOnce(race) => finding.Lowered($"nothing is used twice: only who changes `{race.Column}` in the very moment is not heard"),
            _ => finding,
        };
    }

    /// <summary>The statement asks for the old state, and what follows is done whether or not it was there.</summary>
    private static Verdict Unasked(UnaskedMark mark, FunctionModel function)
    {
        var work = function.Project.PlaceOf(mark.Work);
        var finding = Rule.At(function.PlaceOf(mark.Mark.Call), $"`{mark.Guard.Column.Name}` in WHERE lets only one of two executions set it, but nobody looks which, and both go on to `{CodeLine.Of(mark.Work.FirstChild.Text)}`",
            [
                .. function.Exposure.Steps(Side.A),
                new(function.PlaceOf(mark.Mark.Call), $"sets `{mark.Guard.Column.Name}`", Side.A),
                new(function.PlaceOf(mark.Mark.Call), "changes no row, and is not told", Side.B),
                new(work, "does it", Side.A),
                new(work, "does it once more", Side.B),
            ]) with
        {
            Evidence = Evidence.Likely,
            Assumption = mark.Inserted is { } table ? $"two executions come here for the same row, and the row of `{table}` is meant for the one that set the mark" : "two executions come here for the same row, and what follows is meant for the one that set the mark",
            Repair = "Look at the number of rows that the statement changed (or at RETURNING), and stop when it is 0.",
        };
        return (mark.Inserted is { } made ? finding.Lowered($"what is there twice, or though nothing was changed, is a row of `{made}`") : finding.Lowered("what is done twice is what is sent")).ByReach(function.Exposure);
    }

    /// <summary>The state stands in WHERE, but nobody looks whether the statement changed anything.</summary>
    private static Finding GoesOn(RowRace race, ColumnMatch guard, Place work, FunctionModel function)
    {
        var finding = InsertRace.Weighed(Rule.At(function.PlaceOf(race.Write.Call), $"`{guard.Column.Name}` in WHERE lets the loser change no row, but nobody looks how many were changed, and it goes on",
            [
                .. function.StartOf(race),
                .. function.Steps(race.Read, $"reads `{race.Write.Query.Table}.{race.Column}`", Side.A),
                function.LastStep(race.Read, "reads the same state", Side.B),
                .. function.Steps(race.Write, "changes the row", Side.A),
                function.LastStep(race.Write, "changes no row, and is not told", Side.B),
                new(work, "goes on as if it had", Side.B),
            ]) with
        {
            Repair = "Look at the number of rows that the statement changed (or at RETURNING), and stop when it is 0.",
        }, race, function).ByStake(race, function, Stakes.IsHeldOnce(race));
        return guard.Operator is "is null" ? finding.Lowered("the row keeps what was set first: the loser goes on with what it would have set") : finding;
    }
}
