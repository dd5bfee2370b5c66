using System.Collections.Immutable;
using Hostile.Model.Knowledge;
using Hostile.Syntax.Sql;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>Makes a table of what a program describes in its own language.</summary>
/// <param name="placeOf">Where a node stands.</param>
/// <param name="tableOf">The table that a name of the program stands for; null when that is not known.</param>
internal sealed class TableDescription(Func<SyntaxNode, Place> placeOf, Func<SyntaxNode, TableName?> tableOf)
{
    public Place PlaceOf(SyntaxNode node) => placeOf(node);

    /// <summary>The table that a piece describes, under a name that was worked out for it.</summary>
    public Table Read(SchemaPiece piece, TableName name)
    {
        var table = new Table(name, placeOf(piece.Node)) { IsComplete = !piece.HasUnreadColumns && !piece.HasUnreadKeys && name.IsKnown };
        foreach (var part in piece.Parts.Where(part => part.Noun is SchemaNoun.Column or SchemaNoun.Relation))
            table = AddColumn(table, piece, part);
        // What is added to a model is left out of one that says by itself what its key is.
        table = AddPrimaryColumns(table, piece);
        foreach (var implied in piece.Implied)
        {
            var column = NamingStyle.Apply(piece.Columned, implied);
            var isKey = implied == piece.Implied[0] && implied == "id";
            if (table.Column(column) is not null || (isKey && table.PrimaryKey is not null))
                continue;
            table = table with { Columns = table.Columns.Add(new(column, "", !piece.ImpliedNullable.Contains(implied), true, table.Place)) };
            if (isKey)
                table = AddKey(table, [column], [], null, isPrimary: true, false, $"{name.Name}_pkey", table.Place);
        }

        table = AddSharedKeys(table, piece);
        foreach (var part in piece.Parts.Where(part => part.Verb is SchemaVerb.Has && part.Noun is not (SchemaNoun.Column or SchemaNoun.Relation)))
            table = AddConstraint(table, piece, part);
        return table;
    }

    /// <summary>The column of a part of a table; null when it has none or its name could not be read.</summary>
    public static string? ColumnName(SchemaPiece table, SchemaPiece part)
    {
        if (part.IsUnstored || (part.Noun is SchemaNoun.Relation && !part.Joins))
            return null;
        if (part.Name is { } name)
            return name;
        if (part.IsNameUnknown || part.Property is not { } property)
            return null;
        if (part.Noun is not SchemaNoun.Relation)
            return NamingStyle.Apply(table.Columned, property);
        return table.Joined is "snake-case" ? NamingStyle.Snake(property) + "_id" : property + "Id";
    }

    /// <summary>Adds a column with the keys that it says itself, but for those that it shares with others.</summary>
    public Table AddColumn(Table table, SchemaPiece owner, SchemaPiece part)
    {
        if (ColumnName(owner, part) is not { } name)
            return part.IsUnstored || (part.Noun is SchemaNoun.Relation && !part.Joins) ? table : table with { IsComplete = false };
        var place = placeOf(part.Node);
        var old = table.Column(name);
        var column = new Column(name, old?.Type ?? "", IsNotNull(owner, part, old), part.HasDefault || old is { HasDefault: true }, place) { IsRenewed = part.IsRenewed || old is { IsRenewed: true } };
        table = table with { Columns = old is null ? table.Columns.Add(column) : table.Columns.Replace(old, column) };
        if (part is { IsUnique: true, UniqueName: null })
            table = AddKey(table, [name], [], null, false, part.NullsNotDistinct, "", place);
        if (part.References is not null || part.ReferencedEntity.Exists || part.ReferencedColumns.Count > 0)
            table = AddReference(table, [name], part, place);
        return table;
    }

    /// <summary>Adds a key, a foreign key or a check that stands beside the columns.</summary>
    public Table AddConstraint(Table table, SchemaPiece owner, SchemaPiece part)
    {
        var place = placeOf(part.Node);
        string ColumnOf(string name) => owner.Parts.FirstOrDefault(column => column.Property == name) is { } found && ColumnName(owner, found) is { } known ? known : name;
        ImmutableArray<string> columns = [.. part.Columns.Select(ColumnOf)];
        ImmutableArray<KeyExpression> expressions = [.. part.Expressions.Select(e => new KeyExpression(InColumns(e.Text, owner), [.. e.Columns.Select(ColumnOf)]))];
        switch (part.Noun)
        {
            case SchemaNoun.PrimaryKey:
                table = table with { Columns = [.. table.Columns.Select(c => columns.Contains(c.Name) ? c with { IsNotNull = true } : c)] };
                return AddKey(table, columns, [], null, true, false, part.Name ?? $"{table.Name.Name}_pkey", place);
            case SchemaNoun.Key:
            case SchemaNoun.Index when part.IsUnique:
                if (part.IsWhereUnknown)
                    return table with { IsComplete = false };
                if (columns.IsEmpty && expressions.IsEmpty)
                    return table with { IsComplete = false };
                var predicate = part.Where is { } where ? PredicateOf(InColumns(where, owner), table.Name, ColumnOf) : null;
                return AddKey(table, columns, expressions, predicate, false, part.NullsNotDistinct, part.Name ?? "", place, part.Noun is SchemaNoun.Key);
            case SchemaNoun.ForeignKey:
                return AddReference(table, columns, part, place);
            case SchemaNoun.Check:
                return table with { Checks = table.Checks.Add(new(part.Name ?? "", part.Where ?? "", columns, place)) };
            case SchemaNoun.Constraint:
                return table with { IsComplete = false };
            default:
                return table;
        }
    }

    private static bool IsNotNull(SchemaPiece owner, SchemaPiece part, Column? old) =>
        part.IsPrimary || (part.IsNullable is { } nullable ? !nullable : old?.IsNotNull ?? owner.NotNullByDefault);

    /// <summary>Columns that say together that they are the primary key.</summary>
    private static Table AddPrimaryColumns(Table table, SchemaPiece piece)
    {
        var primary = piece.Parts.Where(part => part.IsPrimary && part.Noun is SchemaNoun.Column or SchemaNoun.Relation && part.IsPrimary).Select(part => ColumnName(piece, part)).OfType<string>().ToImmutableArray();
        return primary.IsEmpty || table.PrimaryKey is not null ? table : AddKey(table, primary, [], null, true, false, $"{table.Name.Name}_pkey", table.Column(primary[0])!.Place);
    }

    /// <summary>Columns that name one key: <c>unique: 'user_per_team'</c>.</summary>
    private static Table AddSharedKeys(Table table, SchemaPiece piece)
    {
        foreach (var shared in piece.Parts.Where(part => part is { IsUnique: true, UniqueName: not null } && part.Noun is SchemaNoun.Column or SchemaNoun.Relation).GroupBy(part => part.UniqueName))
        {
            if (shared.Key is null)
                continue;
            var columns = shared.Select(part => ColumnName(piece, part)).OfType<string>().ToImmutableArray();
            if (!columns.IsEmpty)
                table = AddKey(table, columns, [], null, false, shared.Any(part => part.NullsNotDistinct), shared.Key, table.Column(columns[0])!.Place);
        }

        return table;
    }

    private static Table AddKey(Table table, ImmutableArray<string> columns, ImmutableArray<KeyExpression> expressions, KeyPredicate? predicate, bool isPrimary, bool nullsNotDistinct, string name, Place place, bool isConstraint = true) =>
        table with { UniqueKeys = table.UniqueKeys.Add(new(name, columns, expressions, predicate, isPrimary, isConstraint, nullsNotDistinct, false, place)) };

    private Table AddReference(Table table, ImmutableArray<string> columns, SchemaPiece part, Place place)
    {
        // "references('users.id')"
        if (part.References is null && part.ReferencedColumns is [var dotted] && dotted.LastIndexOf('.') is > 0 and var dot)
            (part.References, part.ReferencedColumns[0]) = (dotted[..dot], dotted[(dot + 1)..]);
        var other = (part.ReferencedEntity.Exists ? tableOf(part.ReferencedEntity) : null) ?? (part.References is { } name ? NameOf(name) : null);
        return other is not { } referenced ? table : table with { ForeignKeys = table.ForeignKeys.Add(new(part.Noun is SchemaNoun.ForeignKey ? part.Name ?? "" : "", columns, referenced, [.. part.ReferencedColumns], part.OnDelete, place)) };
    }

    /// <summary>SQL in which properties stand in quotes, in the names of the columns.</summary>
    private static string InColumns(string sql, SchemaPiece owner)
    {
        foreach (var part in owner.Parts)
        {
            if (part.Property is { } property && ColumnName(owner, part) is { } column && column != property)
                sql = sql.Replace($"\"{property}\"", $"\"{column}\"", StringComparison.Ordinal);
        }

        return sql;
    }

    /// <summary>A table's name as programs write it: <c>users</c>, <c>auth.users</c>.</summary>
    public static TableName NameOf(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? new(text[..dot], text[(dot + 1)..]) : new(null, text);
    }

    private static KeyPredicate? PredicateOf(string where, TableName table, Func<string, string> columnOf)
    {
        var text = SqlText.Of("SELECT FROM t WHERE " + where);
        var condition = Query.Parse(text) is [{ Kind: QueryKind.Select } query, ..] ? query.Where : QueryCondition.None with { HasOthers = true };
        return new(where, condition with { Matches = [.. condition.Matches.Select(match => match with { Column = new(table, columnOf(match.Column.Name)) })] });
    }
}
