using System.Globalization;

namespace Hostile.Model.Database;

/// <summary>
/// A sum that is read, booked elsewhere, and then set to nothing: <c>total = total + $1</c> of another row with what was read, and <c>SET pending = 0</c>. Two executions book it twice, and what is added between the two is lost.
/// </summary>
/// <param name="Race">The read and the statement that empties it.</param>
/// <param name="Booking">The statement that books what was read.</param>
public sealed record EmptiedSum(RowRace Race, Statement Booking)
{
    /// <summary>Those of a function, one for each statement that empties a sum.</summary>
    internal static IEnumerable<EmptiedSum> In(FunctionModel function)
    {
        foreach (var (read, write) in RowAccess.Pairs(function, QueryKind.Update, query => query is { Kind: QueryKind.Select, Aggregates.IsEmpty: true }, isGiven: true))
        {
            foreach (var set in write.Query.Writes.Where(set => set.Form is WriteForm.Absolute && RowAccess.IsTotal(set.Column) && IsNothing(RowAccess.ConstantOf(write, set.Value, function))))
            {
                if (RowAccess.SharedKey(read, write, function) is not { IsEmpty: false } key || BookingOf(set.Column, read, function) is not { } booking)
                    continue;
                yield return new(new(read, write, key, default, set.Column), booking);
                break;
            }
        }
    }

    private static bool IsNothing(string? constant) => double.TryParse(constant, CultureInfo.InvariantCulture, out var number) && number == 0;

    /// <summary>The statement that adds, or inserts, what was read of a column.</summary>
    private static Statement? BookingOf(string column, Statement read, FunctionModel function) =>
        RowAccess.Statements(function).FirstOrDefault(statement => statement.Call != read.Call && statement.Query is { Kind: QueryKind.Update or QueryKind.Insert, Table: not null }
            && statement.Query.Writes.Any(set => (statement.Query.Kind is QueryKind.Insert || set.Form is WriteForm.Relative) && set.Value.Inputs.Append(set.Value).Any(value => statement.By.ValueOf(value) is { Node.Exists: true } given && RowAccess.IsMadeOf(given, column, read, function))));
}
