namespace Hostile.Model.Database;

/// <summary>A part of a statement that looks at rows which another part of the same statement changes or waits for: it sees them as they were before the statement began.</summary>
/// <param name="Common">The part of WITH that writes or locks.</param>
/// <param name="Table">The table that is looked at.</param>
/// <param name="Looks">What is looked at, in words.</param>
/// <param name="IsLock">Whether the other part only waits for a lock.</param>
public sealed record SnapshotRead(CommonQuery Common, TableName Table, string Looks, bool IsLock)
{
    /// <summary>The reads of a statement. A part that reads what another gives back (<c>RETURNING</c>) reads no table.</summary>
    public static IEnumerable<SnapshotRead> Of(Query query)
    {
        if (query.With.IsEmpty)
            yield break;
        var names = query.With.Select(common => common.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var common in query.With)
        {
            var others = query.With.Where(other => other != common).Select(other => other.Query).Append(query).ToList();
            var writes = common.Query.Kind is QueryKind.Insert or QueryKind.Update or QueryKind.Delete ? common.Query.Table : null;
            var locks = common.Query.RowLock is { IsExclusive: true, Wait: not "skip locked" } || common.Query.AdvisoryLocks.Any(taken => taken is { IsUnlock: false, IsTry: false });
            foreach (var other in others)
            {
                // "inserted AS (INSERT … SELECT … FROM counted WHERE counted.n < 10)": it decides over the write, so what was there before is meant. One that locks rows meant to see what others did until then.
                if (writes is not null && query.With.FirstOrDefault(part => part.Query == other) is { Query.RowLock: null } decides && InputsOf(common, query, names).Contains(decides.Name))
                    continue;
                foreach (var (table, looks, where) in LooksOf(other))
                {
                    if (table.Schema is null && names.Contains(table.Name))
                        continue;
                    if (writes is { } written && written.Matches(table) && !AreApart(common.Query, where, table))
                        yield return new(common, table, looks, false);
                    // Only where the look decides over a write the lock was meant to protect it.
                    else if (locks && query.IsWrite && writes is null && other != common.Query)
                        yield return new(common, table, looks, true);
                }
            }
        }
    }

    /// <summary>The parts of a statement that another part is made of, itself or through others: <c>UPDATE … WHERE EXISTS (SELECT 1 FROM paid)</c> of <c>paid AS (UPDATE … FROM totals)</c>.</summary>
    private static HashSet<string> InputsOf(CommonQuery part, Query query, HashSet<string> names)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<Query>([part.Query]);
        while (open.TryDequeue(out var at))
        {
            foreach (var name in at.CommonUses.Concat(at.Tables.Select(use => use.Table).Concat(at.ExistenceChecks.Select(check => check.Table).OfType<TableName>()).Where(table => table.Schema is null).Select(table => table.Name)))
            {
                if (names.Contains(name) && found.Add(name) && query.With.FirstOrDefault(other => other.Name == name) is { } input)
                    open.Enqueue(input.Query);
            }

            foreach (var inner in at.Subqueries)
                open.Enqueue(inner);
        }

        return found;
    }

    private static IEnumerable<(TableName Table, string Looks, QueryCondition Where)> LooksOf(Query query)
    {
        foreach (var aggregate in query.Aggregates)
        {
            if (aggregate.Table is { IsKnown: true } table && aggregate.Function is "count" or "sum" or "min" or "max" or "exists")
                yield return (aggregate.Table.Value, aggregate.Function is "exists" ? "asks whether there is a row" : $"takes the {aggregate.Function}", aggregate.Where);
        }

        foreach (var check in query.ExistenceChecks)
        {
            if (check.Table is { IsKnown: true } table)
                yield return (table, check.IsNegated ? "asks whether there is no row" : "asks whether there is a row", check.Where);
        }
    }

    /// <summary>Rows with another constant in a column are others: what is deleted is not among those that are counted.</summary>
    private static bool AreApart(Query write, QueryCondition where, TableName table)
    {
        foreach (var match in where.Matches.Where(match => match is { Operator: "=", Values: [{ Source: ValueSource.Constant, Text: not null }] }))
        {
            var set = write.Writes.FirstOrDefault(column => column.Column == match.Column.Name)?.Value ?? write.Fixed(table).FirstOrDefault(other => other.Column.Name == match.Column.Name)?.Values[0];
            if (set is { Source: ValueSource.Constant, Text: { } text } && text != match.Values[0].Text)
                return true;
        }

        return false;
    }
}
