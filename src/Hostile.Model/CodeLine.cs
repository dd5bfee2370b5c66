namespace Hostile.Model;

/// <summary>Code as sentences quote it.</summary>
public static class CodeLine
{
    private const int Longest = 60;

    /// <summary>How the program writes something, on one line and not too long; what is cut off at the end becomes <c>…</c>.</summary>
    public static string Of(string text)
    {
        var line = string.Join(' ', text.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest - 1), "…");
    }
}
