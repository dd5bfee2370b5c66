using System.Text.RegularExpressions;

namespace Hostile.Tests.Specs;

/// <summary>An example of a rule as files: <c>example.ts</c>, and others from a line <c>// @filename: db/001.sql</c> on.</summary>
public static partial class Example
{
    /// <summary>Texts by path.</summary>
    public static IReadOnlyDictionary<string, string> Files(string example)
    {
        var files = new Dictionary<string, string>();
        var path = "example.ts";
        foreach (var line in example.ReplaceLineEndings("\n").Split('\n'))
        {
            if (FileName().Match(line) is { Success: true } named)
                path = named.Groups[1].Value;
            else
                files[path] = files.GetValueOrDefault(path, "") + line + "\n";
        }

        return files;
    }

    [GeneratedRegex(@"^\s*(?://|--)\s*@filename:\s*(\S+)\s*$")]
    private static partial Regex FileName();
}
