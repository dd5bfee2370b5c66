using System.Collections.Immutable;

namespace Hostile.Model.Database;

/// <summary>In which order the transactions of the program take locks.</summary>
public sealed class LockOrders
{
    /// <summary>A function that locks more was written by a program, and each pair costs a walk through it.</summary>
    private const int MostLocks = 40;

    private readonly Dictionary<(string First, string Second), List<LockPair>> pairs = [];

    internal LockOrders(ProjectModel project)
    {
        foreach (var function in project.DatabaseCalls.Users)
        {
            // Nobody runs a seed or a tool by hand beside the service at the same rows.
            if (function.Module.Roles.HasFlag(Binding.ModuleRoles.Test) || project.IsForTools(function.Module))
                continue;
            foreach (var pair in PairsIn(function))
            {
                if (!pairs.TryGetValue((pair.First.On, pair.Second.On), out var list))
                    pairs.Add((pair.First.On, pair.Second.On), list = []);
                if (list.TrueForAll(other => other.Function != pair.Function))
                    list.Add(pair);
            }
        }
    }

    /// <summary>The pairs of functions with opposite orders, by file and position: each function of the rarer order once, with one of the other.</summary>
    public IEnumerable<LockCycle> Cycles =>
        from entry in pairs
        let opposite = pairs.GetValueOrDefault((entry.Key.Second, entry.Key.First))
        where opposite is not null && (entry.Value.Count < opposite.Count || (entry.Value.Count == opposite.Count && string.CompareOrdinal(entry.Key.First, entry.Key.Second) > 0))
        from one in entry.Value
        let other = opposite.FirstOrDefault(other => other.Function != one.Function && one.First.ConflictsWith(other.Second) && one.Second.ConflictsWith(other.First))
        where other is not null
        orderby one.Function.PlaceOf(one.Second.By)
        select new LockCycle(one, other);

    /// <summary>The locks that a function takes one after the other in one transaction, in both orders where branches differ.</summary>
    private static IEnumerable<LockPair> PairsIn(FunctionModel function)
    {
        if (function.DatabaseCalls.Length < 2 && function.RowCalls.Length < 2 || function.Flow is null)
            yield break;
        var locks = RowAccess.Statements(function).Where(statement => !statement.By.Handle.IsPool).SelectMany(statement => HeldLock.Of(statement, function)).Take(MostLocks).ToList();
        foreach (var first in locks)
        {
            foreach (var second in locks)
            {
                if (first.On == second.On || first.By.Call == second.By.Call || !first.By.By.Handle.IsSameConnectionAs(second.By.By.Handle))
                    continue;
                Workers.Step();
                if (Protection.IsSurelyInTransaction(first.By, function) && Protection.HoldsUntil(first.By, second.By, function))
                    yield return new(function, first, second);
            }
        }
    }

    /// <summary>What both transactions lock before, so that one waits for the other at once; null when there is nothing.</summary>
    public static string? GateOf(LockCycle cycle)
    {
        var before = BeforeBoth(cycle.One);
        return BeforeBoth(cycle.Other).FirstOrDefault(gate => before.Any(gate.ConflictsWith))?.On;
    }

    private static ImmutableArray<HeldLock> BeforeBoth(LockPair pair) =>
    [
        .. RowAccess.Statements(pair.Function)
            .Where(statement => statement.Call != pair.First.By.Call && statement.Call != pair.Second.By.Call && statement.By.Handle.IsSameConnectionAs(pair.First.By.By.Handle))
            .Where(statement => Protection.HoldsUntil(statement, pair.First.By, pair.Function))
            .SelectMany(statement => HeldLock.Of(statement, pair.Function))
            .Where(taken => taken.On != pair.First.On && taken.On != pair.Second.On && taken.Strength is not "key share"),
    ];
}
