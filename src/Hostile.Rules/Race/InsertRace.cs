using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>What the two rules about insertions after a check share: what makes one safe, and how the two sides go.</summary>
internal static class InsertRace
{
    /// <summary>Why a second insertion cannot happen or does no harm; null when it can.</summary>
    public static string? Safety(RowRace race, FunctionModel function)
    {
        if (race.Write.Query.Conflict is { } conflict && IsOn(conflict, race, function))
            return $"ON CONFLICT DO {(conflict.IsUpdate ? "UPDATE" : "NOTHING")}";
        if (Protection.Of(race, function) is { } protection)
            return protection;
        if (KeyOf(race, function) is { Key: { } key, Caveats.IsEmpty: true } && function.CatchAround(race.Write.Call) is { Exists: true } handler)
            return $"UNIQUE ({key.Describe()}) on {race.Write.Query.Table} ({key.Place}), and the duplicate is caught in line {function.PlaceOf(handler).Line}";
        return null;
    }

    /// <summary>The unique key that allows one such row, or why there is none.</summary>
    public static KeyAnswer KeyOf(RowRace race, FunctionModel function)
    {
        var table = race.Write.Query.Table!.Value;
        var values = race.Write.Query.Inserted.Where(match => race.Key.Contains(match.Column.Name)).ToList();
        // What was looked up by equality is not null; what was looked up as null and is not inserted stays null.
        var present = values.Select(match => match with { Operator = "is not null", Values = [] });
        var absent = race.Read.Query.Where.Matches.Where(match => match.Operator == "is null" && !race.Write.Query.Writes.Any(write => write.Column == match.Column.Name));
        return function.Project.Schema.UniqueKeyCovering(table, [.. values, .. present, .. absent]);
    }

    /// <summary>Whether the conflict that the insertion minds is the one that a second row would make. Unknown schemas are believed.</summary>
    private static bool IsOn(Conflict conflict, RowRace race, FunctionModel function)
    {
        if (!conflict.Columns.IsEmpty)
            return conflict.Columns.Any(race.Key.Contains);
        return conflict.Constraint is not null || conflict.HasExpressions || conflict.IsPartlyUnknown || KeyOf(race, function) is not { Key: null, IsCertain: true };
    }

    /// <summary>The finding with both sides of the race, its evidence and the money on it.</summary>
    public static Finding Report(Rule rule, RowRace race, FunctionModel function, string message)
    {
        var exposure = function.Exposure;
        var read = function.PlaceOf(race.Read.Call);
        var write = function.PlaceOf(race.Write.Call);
        var key = KeyOf(race, function);
        var finding = rule.At(write, message,
            [
                .. exposure.Steps(Side.A),
                new(read, $"finds no row of `{race.Read.Query.Table}`", Side.A),
                new(read, "runs before A has inserted or committed: finds no row either", Side.B),
                new(write, "inserts the row", Side.A),
                new(write, $"inserts a second one{(key.Key is null ? "" : ", or fails on the key")}", Side.B),
            ]) with
        {
            Money = Money.In(race.Write.Query),
        };

        var assumptions = new List<string>();
        if (!key.IsCertain && key.Key is null)
            assumptions.Add($"no unique key covers ({string.Join(", ", race.Key)}): {key.WhyNot}");
        if (!exposure.IsConcurrent)
            assumptions.Add($"`{function.Name}` runs twice at the same time for the same values");
        if (assumptions.Count > 0)
            finding = finding with { Evidence = Evidence.Likely, Assumption = string.Join("; and ", assumptions) };
        return finding.ByMoneyAndReach(exposure);
    }
}
