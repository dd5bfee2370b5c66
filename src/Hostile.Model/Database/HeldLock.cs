
namespace Hostile.Model.Database;

/// <summary>A lock that a statement takes and that its transaction keeps until it ends.</summary>
/// <param name="On">The table, or for an advisory lock its function and key.</param>
/// <param name="Strength">How the rows are locked, in the words of SQL: <c>update</c>, <c>no key update</c>, <c>share</c>, <c>key share</c>; <c>advisory</c>; <c>table</c>.</param>
/// <param name="Through">The trigger or foreign key by which the statement comes to it, in words; empty for what it names itself.</param>
public sealed record HeldLock(Statement By, string On, string Strength, string Through)
{
    /// <summary>Whether two transactions cannot both have such locks on one row.</summary>
    public bool ConflictsWith(HeldLock other) => On == other.On && (Strength, other.Strength) switch
    {
        ("advisory", _) or (_, "advisory") or ("table", _) or (_, "table") => true,
        ("update", _) or (_, "update") => true,
        ("key share", _) or (_, "key share") => false,
        ("share", "share") => false,
        _ => true,
    };

    /// <summary>The locks of a statement: of the rows that it names, of the rows that its foreign keys refer to, and of what its triggers do.</summary>
    public static IEnumerable<HeldLock> Of(Statement statement, FunctionModel function) =>
        Of(statement, statement.Query, function.Project.Schema, function.Module.Path, "", 0).DistinctBy(taken => (taken.On, taken.Strength));

    private static IEnumerable<HeldLock> Of(Statement statement, Query query, Schema schema, string near, string through, int depth)
    {
        foreach (var common in query.With)
        {
            foreach (var taken in Of(statement, common.Query, schema, near, through, depth))
                yield return taken;
        }

        foreach (var advisory in query.AdvisoryLocks.Where(advisory => !advisory.IsUnlock && !advisory.IsTry))
        {
            if (!advisory.Keys.IsEmpty && advisory.Keys.All(key => key.Source is ValueSource.Constant))
                yield return new(statement, $"the advisory lock {string.Join(", ", advisory.Keys.Select(key => key.Text))}", "advisory", through);
        }

        if (query.RowLock is { } rows)
        {
            foreach (var table in rows.Tables)
                yield return new(statement, NameOf(table, schema, near), rows.Strength, through);
        }

        if (query.Table is not { IsKnown: true } changed)
            yield break;
        if (query.Kind is QueryKind.Lock)
            yield return new(statement, NameOf(changed, schema, near), "table", through);
        var known = schema.Table(changed, near);
        if (query.Kind is QueryKind.Delete)
            yield return new(statement, NameOf(changed, schema, near), "update", through);
        if (query.Kind is QueryKind.Update or QueryKind.Merge || query.Conflict is { IsUpdate: true })
            yield return new(statement, NameOf(changed, schema, near), ChangesKey(query, known) ? "update" : "no key update", through);
        if (known is null || query.Kind is not (QueryKind.Insert or QueryKind.Update or QueryKind.Delete))
            yield break;
        if (query.Kind is not QueryKind.Delete)
        {
            foreach (var key in known.ForeignKeys)
            {
                if (key.Columns.All(column => query.Writes.Any(write => write.Column == column && !write.Value.IsNull)))
                    yield return new(statement, NameOf(key.References, schema, near), "key share", through.Length > 0 ? through : $"the foreign key ({string.Join(", ", key.Columns)}) of {known.Name} ({key.Place})");
            }
        }

        if (depth > 0)
            yield break;
        var change = query.Kind is QueryKind.Insert ? "insert" : query.Kind is QueryKind.Update ? "update" : "delete";
        foreach (var (trigger, inner) in schema.Triggered(known, change))
        {
            foreach (var taken in Of(statement, inner, schema, near, $"the trigger {trigger.Name} of {known.Name} ({trigger.Place})", depth + 1))
                yield return taken;
        }
    }

    private static bool ChangesKey(Query query, Table? table) =>
        table is not null && query.Writes.Any(write => table.UniqueKeys.Any(key => key.Predicate is null && key.Columns.Contains(write.Column)));

    private static string NameOf(TableName table, Schema schema, string near) => (schema.Table(table, near)?.Name ?? table).Name;

    /// <summary>Whether an expression names a lock: <c>lockKey</c>, <c>`lock:${id}`</c>.</summary>
    internal static bool IsNamed(string text) =>
        text.Contains("lock", StringComparison.OrdinalIgnoreCase) && !text.Contains("block", StringComparison.OrdinalIgnoreCase) && !text.Contains("clock", StringComparison.OrdinalIgnoreCase);
}
