using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>The state that a statement chooses its rows by, beside what another one sets.</summary>
public static class ChosenState
{
    /// <summary>The condition of a look on a column that the write sets, where the one or the other is a constant of the statement or of the program.</summary>
    internal static ColumnMatch? StateOf(Statement read, Statement write, FunctionModel function) => read.Query.Where.Matches.FirstOrDefault(match =>
        write.Query.Writes.Any(set => set.Column == match.Column.Name && set.Form is WriteForm.Absolute && (Consequences.IsConstant(set.Value, write, function) || match.Values.All(value => Consequences.IsConstant(value, read, function))))
        && (match.Column.Table is not { } table || table.Matches(write.Query.Table!.Value)) && !match.IsJoin);

    /// <summary>The row meets the condition of the look after the write as before: rows that are not marked are marked, and marked ones would be marked again; <c>status &lt;&gt; 'declined'</c> of a row that is set to 'accepted'.</summary>
    internal static bool IsSameState(Statement read, ColumnMatch state, Statement write, FunctionModel function)
    {
        if (write.Query.Writes.FirstOrDefault(set => set.Column == state.Column.Name) is not { } set)
            return false;
        var isAsked = state.Values.Any(asked => RowAccess.IsSame(read, asked, write, set.Value, function));
        return state.Operator switch
        {
            "=" or "in" => isAsked,
            "<>" or "!=" or "not in" => !isAsked && !set.Value.IsNull && Consequences.IsConstant(set.Value, write, function) && state.Values.All(asked => Consequences.IsConstant(asked, read, function)),
            "is not null" => !set.Value.IsNull && Consequences.IsConstant(set.Value, write, function) && !write.By.ValueOf(set.Value).Node.Is(SyntaxKind.NullKeyword),
            _ => false,
        };
    }

    /// <summary>Whether the rows are those of a state, and not one that the execution was asked for: taken in an order, so many at a time, or each in a loop.</summary>
    internal static bool IsChosenByState(RowRace race, FunctionModel function)
    {
        if (race.Write.Query.Kind is not QueryKind.Update || StateOf(race.Read, race.Write, function) is not { } state || state.Column.Name != race.Column)
            return false;
        var isGiven = race.Read.Query.Fixed(race.Read.Query.Table!.Value).Any(match => race.Write.Query.Fixed(race.Write.Query.Table!.Value).Any(other => other.Column.Name == match.Column.Name && match.Column.Name != race.Column
            && RowAccess.IsSame(race.Read, match.Values[0], race.Write, other.Values[0], function)));
        var isOne = race.Read.Query.Limit is { Source: ValueSource.Constant, Text: "1" };
        // A code that came with the request names its row, though it is what is emptied.
        isGiven |= isOne && !race.Read.Query.HasOrderBy && race.Read.Query.Fixed(race.Read.Query.Table.Value).Any(match => (match.Column.Name != race.Column || Once.IsUsedUp(match.Column.Name)) && match.Values[0].Source is not ValueSource.Constant);
        return !isGiven && (race.Read.Query.Limit is not null || race.Read.Query.HasOrderBy || race.Write.Query.Where.Matches.Any(match => match.Operator == "in") || ReplacedRows.IsInLoop(race.Write, race.Read));
    }
}
