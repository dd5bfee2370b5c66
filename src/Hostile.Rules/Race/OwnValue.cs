using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>What <see cref="CheckThenUpdate"/> says of a value that each execution makes anew and gives out, and of which only one is kept.</summary>
internal static class OwnValue
{
    /// <summary>What is missing is made and given out by whoever finds it missing, and only one of two is kept.</summary>
    public static Finding Report(RowRace race, Place given, FunctionModel function, Place write, Rule rule)
    {
        var name = $"{race.Write.Query.Table}.{race.Column}";
        return InsertRace.Weighed(rule.At(write, $"`{name}` is made by whoever finds it missing, and given out: of two executions one gives out what the other has overwritten",
            [
                .. function.StartOf(race),
                .. function.Steps(race.Read, $"finds no `{name}`", Side.A),
                function.LastStep(race.Read, "finds none either", Side.B),
                .. function.Steps(race.Write, "writes its own", Side.A),
                function.LastStep(race.Write, "writes another one over it", Side.B),
                new(given, "gives out the one that is kept nowhere", Side.A),
            ]) with
        {
            Risk = "Somebody is given a key, a code or an address that does not work, and nobody is told.",
            Repair = $"Write it only where there is none, and give out what stands there then: `UPDATE {race.Write.Query.Table} SET {race.Column} = COALESCE({race.Column}, $1) WHERE … RETURNING {race.Column}`.",
        }, race, function).Lowered("only at the first use, by two at one moment");
    }
}
