namespace Hostile.Model.Database;

/// <summary>A table that the program knows by an object of its own.</summary>
/// <param name="Name">Its name in SQL.</param>
internal sealed record EntityTable(SqlPhrase Name)
{
    /// <summary>The column of a property.</summary>
    public SqlPhrase Column(string property) => SqlPhrase.Names(property);
}
