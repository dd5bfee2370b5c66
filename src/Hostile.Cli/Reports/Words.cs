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

    /// <summary>The first letter in upper case, the last character a full stop: a clause made a sentence.</summary>
    public static string Sentence(string clause)
    {
        var text = clause.Trim();
        if (text.Length == 0)
            return text;
        var end = text[^1] is '.' or '!' or '?' or ':' or '…' ? "" : ".";
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}{end}";
    }

    /// <summary>One line of a text that was wrapped in source.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Plural(string noun) => noun.EndsWith('y') ? $"{noun[..^1]}ies" : $"{noun}s";
}
