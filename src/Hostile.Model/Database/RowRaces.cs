using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>The pairs of statements of one function of which the later depends on what the earlier read, by what depends on it; each is looked for once.</summary>
public sealed class RowRaces
{
    private readonly FunctionModel function;
    private Once<RowRace[]> looks;
    private Once<RowRace[]> updates;
    private Once<RowRace[]> states;
    private Once<RowRace[]> claims;
    private Once<(SyntaxNode, int)[]> payments;

    internal RowRaces(FunctionModel function) => this.function = function;

    /// <summary>A row's absence is read, and it is inserted.</summary>
    public IEnumerable<RowRace> ChecksThenInserts => Looks.Where(race => race.Looked?.Unmet is null);

    /// <summary>The absence of a row is read, and one is inserted that the look would not have found.</summary>
    public IEnumerable<RowRace> LooksForOtherRows => Looks.Where(race => race.Looked?.Unmet is not null);

    /// <summary>A column is read, and a value that is made of it is written.</summary>
    public ImmutableArray<RowRace> ReadModifyWrites => ImmutableCollectionsMarshal.AsImmutableArray(updates.Of(function, static one => [.. RowAccess.ReadModifyWrites(one)]));

    /// <summary>The latest row is read, and a new latest row is inserted whose total is made of it.</summary>
    public IEnumerable<RowRace> Appended => RowAccess.Appended(function);

    /// <summary>A row's state is tested, and it is changed or deleted.</summary>
    public ImmutableArray<RowRace> ChecksThenUpdates => ImmutableCollectionsMarshal.AsImmutableArray(states.Of(function, static one => [.. RowChecks.ChecksThenUpdates(one)]));

    /// <summary>Rows are chosen by their state, and then it is set.</summary>
    public ImmutableArray<RowRace> Claims => ImmutableCollectionsMarshal.AsImmutableArray(claims.Of(function, static one => [.. RowClaims.Claims(one)]));

    /// <summary>The calls of the function that move money, with the points of the flow at which they are waited for.</summary>
    internal ImmutableArray<(SyntaxNode Call, int Point)> PaymentCalls => ImmutableCollectionsMarshal.AsImmutableArray(payments.Of(function, static one => [.. Payments.In(one)]));

    /// <summary>Rows are moved from a place on that was read before.</summary>
    public IEnumerable<RowRace> Moves => RowMoves.In(function);

    /// <summary>A sum is read and booked elsewhere, and then set to nothing.</summary>
    public IEnumerable<EmptiedSum> EmptiedSums => EmptiedSum.In(function);

    private RowRace[] Looks => looks.Of(function, static one => [.. RowAccess.Last(RowAccess.ChecksThenInserts(one), one)])!;
}
