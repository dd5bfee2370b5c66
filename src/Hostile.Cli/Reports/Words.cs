namespace Hostile.Cli.Reports;

/// <summary>How the report counts, lists and ends its sentences.</summary>
public static class Words
{
    /// <summary><c>1 file</c>, <c>1,204 files</c>.</summary>
    public static string Count(int count, string noun) => $"{count:N0} {(count == 1 ? noun : Plural(noun))}";

    /// <summary>Items with commas, and <c>and</c> before the last.</summary>
    public static string Enumerate(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    /// <summary>The text with its first letter in upper case.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    /// <summary>A clause made a sentence: a capital and a full stop.</summary>
    public static string Sentence(string clause)
    {
        var text = clause.Trim();
        return text.Length == 0 || text[^1] is '.' or '!' or '?' or ':' or '…' ? Capital(text) : $"{Capital(text)}.";
    }

    /// <summary>One line of a text that was wrapped in source.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Plural(string noun) => noun.EndsWith('y') ? $"{noun[..^1]}ies" : $"{noun}s";
}
