namespace Hostile.Model.Database;

/// <summary>Tells, by the words of their names, columns that mark a row as deleted while it stays: done twice it leaves the same, and what else stood in the row no longer counts.</summary>
public static class Deletion
{
    private static readonly string[] Words = ["deleted", "removed", "archived", "trashed"];

    /// <summary><c>deleted_at</c>, <c>isArchived</c>.</summary>
    public static bool IsMark(string column) => Money.WordsOf(column).Any(Words.Contains);

    /// <summary>Whether an update marks its rows as deleted: one that sets the mark back to NULL or false brings them back.</summary>
    public static bool IsMadeBy(Statement statement, FunctionModel function) =>
        statement.Query.Kind is QueryKind.Update && statement.Query.Writes.Any(set => IsMark(set.Column) && !set.Value.IsNull && RowAccess.ConstantOf(statement, set.Value, function) is not ("null" or "false"));
}
