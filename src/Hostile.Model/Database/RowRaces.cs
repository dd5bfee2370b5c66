using System.Collections.Immutable;

namespace Hostile.Model.Database;

/// <summary>The pairs of statements of one function of which the later depends on what the earlier read, by what depends on it; each is looked for once.</summary>
public sealed class RowRaces
{
    private readonly Lazy<ImmutableArray<RowRace>> looks;
    private readonly Lazy<ImmutableArray<RowRace>> updates;
    private readonly Lazy<ImmutableArray<RowRace>> states;

    internal RowRaces(FunctionModel function)
    {
        looks = new(() => [.. RowAccess.Last(RowAccess.ChecksThenInserts(function), function)]);
        updates = new(() => [.. RowAccess.ReadModifyWrites(function)]);
        states = new(() => [.. RowChecks.ChecksThenUpdates(function)]);
    }

    /// <summary>A row's absence is read, and it is inserted.</summary>
    public IEnumerable<RowRace> ChecksThenInserts => looks.Value.Where(race => race.Looked?.Unmet is null);

    /// <summary>The absence of a row is read, and one is inserted that the look would not have found.</summary>
    public IEnumerable<RowRace> LooksForOtherRows => looks.Value.Where(race => race.Looked?.Unmet is not null);

    /// <summary>A column is read, and a value that is made of it is written.</summary>
    public ImmutableArray<RowRace> ReadModifyWrites => updates.Value;

    /// <summary>A row's state is tested, and it is changed or deleted.</summary>
    public ImmutableArray<RowRace> ChecksThenUpdates => states.Value;
}
