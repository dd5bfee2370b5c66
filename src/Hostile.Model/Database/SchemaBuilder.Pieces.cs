using System.Collections.Immutable;
using Hostile.Model.Knowledge;

namespace Hostile.Model.Database;

/// <summary>Changes that a migration makes by calls.</summary>
internal sealed partial class SchemaBuilder
{
    private void Apply(SchemaPiece piece, TableDescription description)
    {
        switch (piece.Verb, piece.Noun)
        {
            case (SchemaVerb.Create, SchemaNoun.Table):
                if (NameOf(piece) is not { } made)
                {
                    Unread ??= description.PlaceOf(piece.Node);
                    return;
                }

                EverSeen[made] = true;
                Put(description.Read(piece, made));
                if (!_order.Contains(made))
                    _order.Add(made);
                foreach (var part in piece.Parts.Where(part => part.Verb is not SchemaVerb.Has))
                    ApplyPart(made, part, description);
                return;
            case (SchemaVerb.Alter, SchemaNoun.Table):
                if (NameOf(piece) is not { } altered)
                {
                    Unread ??= description.PlaceOf(piece.Node);
                    return;
                }

                Alter(altered, piece, description);
                return;
            case (SchemaVerb.Drop, SchemaNoun.Table):
                if (NameOf(piece) is { } dropped && Find(dropped) is { } gone)
                    Remove(gone, description.PlaceOf(piece.Node));
                else if (NameOf(piece) is null)
                    Unread ??= description.PlaceOf(piece.Node);
                return;
            case (SchemaVerb.Rename, SchemaNoun.Table):
                if (NameOf(piece) is { } old && piece.To is { } renamed && Find(old) is { } table)
                    Rename(table, new(table.Name.Schema, renamed));
                return;
            case (SchemaVerb.Drop, SchemaNoun.Index) when piece.Of is null && piece.Columns.Count == 0:
                foreach (var owner in _tables.Values.Where(t => t.UniqueKeys.Any(k => k.Name == piece.Name && !k.IsConstraint)).ToArray())
                    Put(owner with { UniqueKeys = [.. owner.UniqueKeys.Where(k => k.Name != piece.Name)] });
                return;
            default:
                if (piece.Of is { } of)
                    ApplyPart(TableDescription.NameOf(of), piece, description);
                else if (piece.Verb is not SchemaVerb.Has)
                    Unread ??= description.PlaceOf(piece.Node);
                return;
        }
    }

    private void Alter(TableName name, SchemaPiece piece, TableDescription description)
    {
        foreach (var part in piece.Parts)
            ApplyPart(name, part, description);
        var table = Known(name, description.PlaceOf(piece.Node));
        if (piece.HasUnreadColumns || piece.HasUnreadKeys)
            table = table with { HasAllColumns = table.HasAllColumns && !piece.HasUnreadColumns, HasAllKeys = table.HasAllKeys && !piece.HasUnreadKeys };
        foreach (var implied in piece.Implied.Where(column => table.Column(column) is null))
            table = table with { Columns = table.Columns.Add(new(implied, "", true, true, description.PlaceOf(piece.Node))) };
        Put(table);
        if (piece.To is { } renamed)
            Rename(table, new(table.Name.Schema, renamed));
    }

    private void Rename(Table table, TableName name)
    {
        _tables.Remove(table.Name);
        Put(table with { Name = name });
        _order.Add(name);
        Retarget(table.Name, name);
    }

    /// <summary>The table of a name as it is now; one whose making was not seen is not known completely.</summary>
    private Table Known(TableName name, Place place)
    {
        if (Find(name) is { } table)
            return table;
        table = new(name, place) { IsComplete = false };
        _order.Add(name);
        Put(table);
        return table;
    }

    private void ApplyPart(TableName name, SchemaPiece part, TableDescription description)
    {
        var table = Known(name, description.PlaceOf(part.Node));
        var nameless = new SchemaPiece(SchemaNoun.Table, part.Node);
        switch (part.Verb, part.Noun)
        {
            case (SchemaVerb.Drop, SchemaNoun.Column):
                foreach (var column in part.Name is { } one ? [one] : part.Columns)
                    table = WithoutColumn(table, column);
                if (part.Name is null && part.Columns.Count == 0)
                    table = table with { HasAllColumns = false };
                break;
            case (SchemaVerb.Rename, SchemaNoun.Column):
                table = part is { Name: { } from, To: { } to } ? RenameColumn(table, from, to) : table with { HasAllColumns = false };
                break;
            case (SchemaVerb.Change, SchemaNoun.Column) when part.Name is { } changed:
                table = WithColumn(table, changed, c => c with { IsNotNull = part.IsNullable is { } nullable ? !nullable : c.IsNotNull, HasDefault = c.HasDefault || part.HasDefault });
                if (part.IsUnique)
                    table = description.AddConstraint(table, nameless, KeyOver(part, changed));
                break;
            case (SchemaVerb.Drop, SchemaNoun.PrimaryKey):
                table = table with { UniqueKeys = [.. table.UniqueKeys.Where(k => !k.IsPrimary)] };
                break;
            case (SchemaVerb.Drop, _):
                table = WithoutConstraint(table, part);
                break;
            case (_, SchemaNoun.Column or SchemaNoun.Relation):
                table = description.AddColumn(table, nameless, part);
                if (part.IsPrimary && TableDescription.ColumnName(nameless, part) is { } primary && table.PrimaryKey is null)
                    table = description.AddConstraint(table, nameless, PrimaryOver(part, primary));
                break;
            default:
                table = description.AddConstraint(table, nameless, part);
                break;
        }

        Put(table);
    }

    private static SchemaPiece KeyOver(SchemaPiece column, string name)
    {
        var key = new SchemaPiece(SchemaNoun.Key, column.Node);
        key.Columns.Add(name);
        return key;
    }

    private static SchemaPiece PrimaryOver(SchemaPiece column, string name)
    {
        var key = new SchemaPiece(SchemaNoun.PrimaryKey, column.Node);
        key.Columns.Add(name);
        return key;
    }

    /// <summary>Constraints and indexes go by their name, by their columns, or by the names that the libraries give them: <c>members_team_id_email_unique</c>.</summary>
    private static Table WithoutConstraint(Table table, SchemaPiece part)
    {
        if (part.Name is null && part.Columns.Count == 0)
            return table with { HasAllKeys = false };
        bool IsMeant(string name, ImmutableArray<string> columns) =>
            part.Name is { } wanted && name == wanted
            || part.Columns is [var text] && name == text
            || part.Columns.Count > 0 && part.Name is null && columns.ToHashSet().SetEquals(part.Columns)
            || (name == "" || part.Name is null) && (part.Name ?? part.Columns[0]) is var given && IsDefaultName(given, table.Name.Name, columns);
        return table with
        {
            UniqueKeys = [.. table.UniqueKeys.Where(k => part.Noun is SchemaNoun.ForeignKey || !IsMeant(k.Name, k.Columns))],
            ForeignKeys = [.. table.ForeignKeys.Where(k => part.Noun is SchemaNoun.Index or SchemaNoun.Key || !IsMeant(k.Name, k.Columns))],
            Checks = [.. table.Checks.Where(c => c.Name != part.Name)],
        };
    }

    private static bool IsDefaultName(string name, string table, ImmutableArray<string> columns)
    {
        var stem = $"{table}_{string.Join('_', columns)}";
        return columns.Length > 0 && (name.Equals(stem, StringComparison.OrdinalIgnoreCase) || name.StartsWith(stem + "_", StringComparison.OrdinalIgnoreCase) && name[(stem.Length + 1)..] is "unique" or "key" or "uk" or "fkey" or "foreign" or "pkey" or "foreign_idx")
            || NamingStyle.Snake(stem) == name;
    }

    private static Table WithoutColumn(Table table, string name) => table with
    {
        Columns = [.. table.Columns.Where(c => c.Name != name)],
        UniqueKeys = [.. table.UniqueKeys.Where(k => !k.Columns.Contains(name) && !k.Expressions.Any(e => e.Columns.Contains(name)))],
        ForeignKeys = [.. table.ForeignKeys.Where(k => !k.Columns.Contains(name))],
        Checks = [.. table.Checks.Where(c => !c.Columns.Contains(name))],
    };

    private static TableName? NameOf(SchemaPiece piece) =>
        piece.Name is not { } name || piece.IsNameUnknown ? null : piece.Schema is { } schema ? new(schema, name) : TableDescription.NameOf(name);
}
