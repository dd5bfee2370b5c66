namespace Hostile.Model.Database;

/// <summary>A name in a statement that the schema, as all migrations leave it, does not have.</summary>
/// <param name="Name">The table or column.</param>
/// <param name="Table">The table that was asked for.</param>
/// <param name="Known">The place that shows it: where the table is made, or where what is missing was dropped.</param>
/// <param name="IsTable">Whether the table itself is missing.</param>
/// <param name="WasDropped">Whether it was there once.</param>
public sealed record Contradiction(string Name, TableName Table, Place Known, bool IsTable, bool WasDropped)
{
    private static readonly HashSet<string> SystemColumns = ["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "oid", "*", ""];

    /// <summary>
    /// The first contradiction of a statement; null where there is none or the schema is not known completely. A column is missing only from a table of which all columns
    /// are known; a table only where a migration dropped or renamed it.
    /// </summary>
    public static Contradiction? Of(Query query, Schema schema, string near)
    {
        if (schema.HasUnreadStatements || query.IsPartlyUnknown)
            return null;
        var common = query.With.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var use in query.Tables)
        {
            if (use.Table.IsKnown && !common.Contains(use.Table.Name) && schema.DroppedAt(use.Table) is { } dropped)
                return new(use.Table.ToString(), use.Table, dropped, true, true);
        }

        foreach (var (table, column) in ColumnsOf(query))
        {
            if (table is not { IsKnown: true } name || common.Contains(name.Name) || SystemColumns.Contains(column) || column.Contains("${", StringComparison.Ordinal))
                continue;
            if (schema.Table(name, near) is { HasAllColumns: true } known && known.Column(column) is null && known.Columns.Length > 0)
                return new(column, known.Name, schema.DroppedAt(known.Name, column) ?? known.Place, false, schema.DroppedAt(known.Name, column) is not null);
        }

        return null;
    }

    private static IEnumerable<(TableName? Table, string Column)> ColumnsOf(Query query) =>
        query.Writes.Select(write => (query.Table, write.Column))
            .Concat(query.Where.Matches.Select(match => (match.Column.Table, match.Column.Name)))
            .Concat(query.Kind is QueryKind.Insert && query.Conflict is { } conflict ? conflict.Columns.Select(column => (query.Table, column)) : [])
            .Concat(query.Selected.Where(selected => selected.Value.Source is ValueSource.Column).Select(selected => (selected.Value.Column.Table, selected.Value.Column.Name)));
}
