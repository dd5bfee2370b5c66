using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>A row that is used up by its deletion, for <c>race/check-then-update</c>: nobody looks whether it was still there, and two go on.</summary>
internal static class UsedUpRow
{
    /// <summary>The rows of a function that are used up so; where a state of the row is tested, that says it.</summary>
    public static IEnumerable<Verdict> Judge(FunctionModel function, Rule rule) =>
        SpentRow.In(function).Where(spent => !function.RowRaces.ChecksThenUpdates.Any(race => race.Read.Call == spent.Race.Read.Call)).Select(spent => Judge(spent, function, rule));

    /// <summary>A row is used up by its deletion, and nobody looks whether it was there to be deleted.</summary>
    private static Verdict Judge(SpentRow spent, FunctionModel function, Rule rule)
    {
        var (race, place) = (spent.Race, function.PlaceOf(spent.Race.Write.Call));
        if (Protection.Of(race, function) is { } protection)
            return rule.Clear(place, protection);
        if ((Protection.InsertionBetween(race, function) ?? Protection.DoubtfulInsertionBetween(race, function)) is { } insertion)
            return rule.Clear(place, insertion);
        var (table, use) = ($"{race.Write.Query.Table}", spent.Before is { } before ? function.PlaceOf(before) : function.PlaceOf(spent.Use));
        Step[] uses = [new(use, "goes on with what it found", Side.A), new(use, "goes on with the same", Side.B)];
        Step[] deletions = [.. function.Steps(race.Write, "deletes the row", Side.A), function.LastStep(race.Write, "deletes nothing, and is not told", Side.B)];
        var finding = InsertRace.Weighed(rule.At(place, $"the row of `{table}` is used up by deleting it, and nobody looks whether it was still there: two executions with one `{race.Column}` both go on",
            [
                .. function.StartOf(race),
                .. function.Steps(race.Read, $"finds the row by `{race.Column}`", Side.A),
                function.LastStep(race.Read, "finds it, too", Side.B),
                .. spent.Before is null ? deletions : uses,
                .. spent.Before is null ? uses : deletions,
            ]) with
        {
            Repair = "Delete first, with the token in WHERE and RETURNING what is needed (or look at the number of deleted rows), and refuse when nothing was deleted.",
            RepairCode = $"DELETE FROM {SqlSpelling.Of(race.Write.Query.Table)} WHERE {SqlSpelling.Asked(race.Read.Query.Fixed(race.Read.Query.Table!.Value).Select(match => match.Column.Name).Distinct())} RETURNING …; -- go on only when a row was deleted",
        }, race, function);
        if (finding.Money is null && Payments.BookedBeside(race, function) is { } booked)
            return finding with { Money = $"insertion into `{booked.Query.Table}` ({InsertRace.Where(function.PlaceOf(booked), function)})" };
        return finding.Money is null ? finding.Lowered("only who has it can use it twice, by asking twice at once") : finding;
    }
}
