using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>How the rule about lost updates tells of a sum that is booked elsewhere and set to nothing.</summary>
internal static class EmptiedRow
{
    /// <summary>Those of a function, but for looks that are told of already.</summary>
    public static IEnumerable<Verdict> Judge(FunctionModel function, HashSet<Place> told, Rule rule)
    {
        foreach (var emptied in function.RowRaces.EmptiedSums)
        {
            var write = function.PlaceOf(emptied.Race.Write.Call);
            if (Protection.Of(emptied.Race, function) is { } protection)
                yield return rule.Clear(write, protection);
            else if (Protection.GuardOf(emptied.Race, function) is { } guard)
                yield return rule.Clear(write, $"`{guard.Column.Name}` in WHERE: the loser matches no row");
            else if (told.Add(function.PlaceOf(emptied.Race.Read.Call)))
                yield return Report(emptied, function, rule);
        }
    }

    /// <summary>"total = total + $1", and "pending = 0", with a pending sum that was read before.</summary>
    private static Finding Report(EmptiedSum emptied, FunctionModel function, Rule rule)
    {
        var (race, name) = (emptied.Race, $"{emptied.Race.Write.Query.Table}.{emptied.Race.Column}");
        var finding = rule.At(function.PlaceOf(race.Write.Call), $"`{name}` was read and booked in `{emptied.Booking.Query.Table}`, and is set to 0 whatever it is by now: two executions book it twice, and what is added in between is lost",
            [
                .. function.StartOf(race),
                .. function.Steps(race.Read, $"reads `{name}`", Side.A),
                function.LastStep(race.Read, "reads the same: no lock stops it", Side.B),
                .. function.Steps(emptied.Booking, "books what it read", Side.A),
                .. function.Steps(race.Write, "sets it to 0, with all that came since", Side.A),
                function.LastStep(emptied.Booking, "books the same once more", Side.B),
            ]) with
        {
            Repair = $"Read the row `FOR UPDATE` in the transaction that empties it; or take away what was read (`SET {race.Column} = {race.Column} - $1 WHERE … AND {race.Column} >= $1`), and book it only when a row was changed.",
        };
        return InsertRace.Weighed(finding, race, function).ByStake(race, function, Stakes.MayNotBeLost(race.Column));
    }
}
