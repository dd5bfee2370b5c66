using Hostile.Syntax.Sql;

namespace Hostile.Model.Database;

/// <summary>Names in a statement that somebody is to run. What a hole stands for is left as it is: what it is in the end is not known.</summary>
public static class SqlSpelling
{
    public static string Of(string name) => name.Contains("${", StringComparison.Ordinal) ? name : QuotedName.Of(name);

    /// <summary>A table with its schema, where that is known; empty for none.</summary>
    public static string Of(TableName? table) => table is not { } known ? "" : known.Schema is not { } schema || schema.Contains("${", StringComparison.Ordinal) ? Of(known.Name) : $"{Of(schema)}.{Of(known.Name)}";

    /// <summary>"a, b"</summary>
    public static string List(IEnumerable<string> columns) => string.Join(", ", columns.Select(Of));

    /// <summary>"a = $1 AND b = $2"</summary>
    /// <param name="columns">What is asked for.</param>
    /// <param name="first">The number of the first parameter.</param>
    public static string Asked(IEnumerable<string> columns, int first = 1) => string.Join(" AND ", columns.Select((column, i) => $"{Of(column)} = ${first + i}"));
}
