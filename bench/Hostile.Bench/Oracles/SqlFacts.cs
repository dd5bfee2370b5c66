using System.Text.Json;
using Hostile.Model.Database;
using Hostile.Syntax.Sql;

namespace Hostile.Bench.Oracles;

/// <summary>What decides a race in a statement, on one line, in the form that <c>bench/oracles/sql/oracle.mjs</c> prints it.</summary>
public static class SqlFacts
{
    /// <summary>The differences between our facts and PostgreSQL's, one text each.</summary>
    /// <param name="tree">Our tree of the record's text.</param>
    /// <param name="record">What the oracle printed.</param>
    /// <param name="compared">How many statements have facts.</param>
    public static List<string> Compare(SqlTree tree, JsonElement record, out int compared)
    {
        var differing = new List<string>();
        compared = 0;
        if (!record.TryGetProperty("facts", out var facts))
            return differing;
        var queries = Query.Read(tree);
        var at = 0;
        foreach (var fact in facts.EnumerateArray())
        {
            if (fact.GetString() is { } expected)
            {
                compared++;
                var actual = at < queries.Length ? Of(queries[at]) : "nothing";
                // The oracle has no facts of a UNION in a WITH clause: only the statement around it is compared.
                if (expected.Contains("[]", StringComparison.Ordinal))
                    (expected, actual) = (expected[(expected.LastIndexOf(']') + 1)..], actual?[(actual.LastIndexOf(']') + 1)..]);
                if (actual != expected)
                    differing.Add($"facts: \"{expected}\" expected, \"{actual}\" here");
            }

            at++;
        }

        return differing;
    }

    private static string? Of(Query query)
    {
        var verb = query.Kind switch
        {
            QueryKind.Select or QueryKind.AdvisoryLock or QueryKind.Set => "select",
            QueryKind.Insert => "insert",
            QueryKind.Update => "update",
            QueryKind.Delete => "delete",
            QueryKind.Merge => "merge",
            _ => null,
        };
        if (verb is null)
            return null;
        var parts = query.With.Select(with => $"[{Of(with.Query)}]").Append(verb).ToList();
        if (query.Kind is not (QueryKind.Insert or QueryKind.Merge))
            parts.Add($"equal={Sorted(query.Where.Matches.Where(match => match.IsFixed).Select(match => match.Column.Name))}");
        if (query.Kind is QueryKind.Insert or QueryKind.Update)
            parts.Add($"set={Sorted(query.Writes.Select(write => write.Column).Where(column => column.Length > 0))}");
        if (query.Conflict is { } conflict)
            parts.Add($"conflict={Sorted(conflict.Columns)}{(conflict.Constraint is { } constraint ? "@" + constraint : "")}/{(conflict.IsUpdate ? "update" : "nothing")}");
        if (query.RowLock is { } held)
            parts.Add($"lock={held.Strength}/{held.Wait}");
        return string.Join(' ', parts);
    }

    private static string Sorted(IEnumerable<string> names) => string.Join(',', names.Distinct().Order(StringComparer.Ordinal));
}
