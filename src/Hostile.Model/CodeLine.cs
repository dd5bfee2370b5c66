namespace Hostile.Model;

/// <summary>Code as sentences quote it.</summary>
public static class CodeLine
{
    private const int Longest = 60;

    /// <summary>How the program writes something, on one line and not too long; what is cut off at the end becomes <c>…</c>.</summary>
    public static string Of(string text)
    {
        var line = OnOneLine(text);
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest - 1), "…");
    }

    /// <summary>The same of what is told by its end, as a long chain of calls is: what is cut off at the beginning becomes <c>…</c>.</summary>
    public static string EndOf(string text)
    {
        var line = OnOneLine(text);
        return line.Length <= Longest ? line : string.Concat("…", line.AsSpan(line.Length - Longest + 1));
    }

    /// <summary>White space as single spaces, without the comments that end a line.</summary>
    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n'])
        .Select(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? "" : line.IndexOf(" //", StringComparison.Ordinal) is >= 0 and var comment ? line[..comment] : line)
        .SelectMany(line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)));
}
