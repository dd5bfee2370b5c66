using System.Collections.Immutable;

namespace Hostile.Model.Database;

/// <summary>Rows of another table that a query of a mapper reads along: <c>include: { posts: true }</c>.</summary>
/// <param name="Name">The relation.</param>
/// <param name="Table">The table that it leads to.</param>
/// <param name="IsWhole">Whether all rows behind the relation are read, and not only those that meet a condition.</param>
public sealed record AlongRead(string Name, TableName Table, bool IsWhole)
{
    /// <summary>Whether the model is described nowhere, so that the name may be a column as well.</summary>
    public bool IsGuess { get; init; }

    /// <summary>Whether only their number is asked for.</summary>
    public bool IsCounted { get; init; }

    /// <summary>The read as a query of its own: of the rows that refer to the one that is read, where the foreign key and the row are known.</summary>
    internal Query QueryBeside(Query main, Schema schema)
    {
        var keys = schema.Table(Table)?.ForeignKeys.Where(key => main.Table is { } table && key.References.Matches(table) && key is { Columns.Length: 1, ReferencedColumns.Length: 1 }).ToList() ?? [];
        // Two foreign keys to one table: which of them the relation goes by is not known.
        var match = keys is [var only] ? main.Fixed(main.Table!.Value).FirstOrDefault(match => match.Column.Name == only.ReferencedColumns[0]) : null;
        if (match is null && schema.Table(Table) is null && main.Table is { Name.Length: > 0 } owner)
        {
            // No schema is here: the key that refers to a "User" by its "id" is called "userId".
            var first = char.ToLowerInvariant(owner.Name[0]) + owner.Name[1..];
            if (main.Fixed(owner).FirstOrDefault(by => by.Column.Name == "id") is { } id)
                return Beside([id with { Column = new(Table, first + "Id") }], !IsWhole);
        }

        return Beside(match is null ? [] : [match with { Column = new(Table, keys[0].Columns[0]) }], match is null || !IsWhole);

        Query Beside(ImmutableArray<ColumnMatch> matches, bool hasOthers) => Of(new() { Matches = matches, HasOthers = hasOthers });

        Query Of(QueryCondition where) => new()
        {
            Kind = QueryKind.Select,
            Table = Table,
            Tables = [new(Table, TableAccess.Read, main.Span)],
            Where = where,
            Aggregates = IsCounted ? [new("count", Table, "", where, main.Span)] : [],
            SelectsEverything = !IsCounted,
            Along = Name,
        };
    }
}
