using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>A new row that counts from now on, made of the one that counted until then: an update that is lost though nothing is updated.</summary>
internal static class NextRow
{
    /// <summary>Those of a function, but for looks that are told of already.</summary>
    public static IEnumerable<Verdict> Judge(FunctionModel function, HashSet<Place> told, Rule rule)
    {
        foreach (var race in function.RowRaces.Appended)
        {
            if (Protection.Of(race, function) is { } protection)
                yield return rule.Clear(function.PlaceOf(race.Write.Call), protection);
            else if (told.Add(function.PlaceOf(race.Read.Call)))
                yield return Report(race, function, rule);
        }
    }

    /// <summary>"INSERT … (total) VALUES (latest.total + amount)": the row that counts from now on leaves out what another execution has added.</summary>
    private static Finding Report(RowRace race, FunctionModel function, Rule rule)
    {
        var name = $"{race.Write.Query.Table}.{race.Column}";
        var finding = rule.At(function.PlaceOf(race.Write.Call), $"the new `{name}` is made of a latest row that may be the latest no more: what was added meanwhile is left out",
            [
                .. function.Exposure.Steps(Side.A),
                .. function.Steps(race.Read, $"reads `{race.Column}` of the latest row of `{race.Read.Query.Table}`", Side.A),
                function.LastStep(race.Read, "reads the same row: no lock stops it", Side.B),
                .. function.Steps(race.Write, "inserts the next one, made of that", Side.A),
                function.LastStep(race.Write, "inserts another one, made of the old one, too: A's change is not in it", Side.B),
            ]) with
        {
            Repair = "Lock a row that all who add one have in common (`SELECT … FOR UPDATE` of the parent row) before the latest is read, in the transaction that inserts; or make a unique key of the row's number, and try again.",
        };
        return InsertRace.Weighed(finding, race, function).ByStake(race, function, Stakes.MayNotBeLost(race.Column), isTwice: false);
    }
}
