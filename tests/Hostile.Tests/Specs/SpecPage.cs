using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hostile.Tests.House;

namespace Hostile.Tests.Specs;

/// <summary>A page of specs: Markdown in which a heading is a test, a fence a file, and prose is for people. README.md says how to write one.</summary>
/// <param name="Path">From the root of the repository.</param>
public sealed partial record SpecPage(string Path, ImmutableArray<SpecCase> Cases)
{
    private static readonly ImmutableArray<string> Languages = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "sql", "json", "prisma", "yaml"];

    /// <summary>Every page of the tests.</summary>
    public static IEnumerable<SpecPage> All =>
        Repository.Files("tests/Hostile.Tests", "*.md").Where(path => !path.EndsWith("/README.md", StringComparison.Ordinal)).Select(Read);

    public static SpecPage Read(string path) => Parse(path, Repository.Read(path));

    /// <summary>The page's cases; a heading without a fence is none.</summary>
    public static SpecPage Parse(string path, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var cases = new List<SpecCase>();
        var current = new SpecCase(path, "(before the first heading)", 1, [], [], []);
        for (var i = 0; i < lines.Length; i++)
        {
            if (Heading().Match(lines[i]) is { Success: true } heading)
            {
                cases.Add(current);
                current = new SpecCase(path, heading.Groups[1].Value.Trim(), i + 1, [], [], []);
            }
            else if (Fence().Match(lines[i]) is { Success: true } fence)
            {
                var first = i + 1;
                var ticks = fence.Groups[1].Value;
                while (++i < lines.Length && lines[i].TrimEnd() != ticks)
                {
                }

                var body = string.Concat(lines[first..Math.Min(i, lines.Length)].Select(line => line + "\n"));
                current = With(current, fence.Groups[2].Value, fence.Groups[3].Value.Trim(), body, first + 1);
            }
        }

        cases.Add(current);
        return new(path, [.. cases.Where(found => found.Files.Length > 0 || found.Problems.Length > 0)]);
    }

    private static SpecCase With(SpecCase found, string language, string name, string body, int line)
    {
        if (language == "text")
            return found;
        if (Snapshot.Kinds.Contains(language))
            return found with { Snapshots = found.Snapshots.Add(new(language, body, line)) };
        if (!Languages.Contains(language))
            return found with { Problems = found.Problems.Add(new(found.Page, line - 1, $"a fence of `{language}`: neither a file ({string.Join(", ", Languages)}) nor a snapshot ({string.Join(", ", Snapshot.Kinds)}); ```text is prose")) };

        if (name.Length == 0)
        {
            var unnamed = found.Files.Count(file => file.Path.StartsWith("example", StringComparison.Ordinal) && file.Path.EndsWith("." + language, StringComparison.Ordinal));
            name = unnamed == 0 ? $"example.{language}" : $"example{unnamed + 1}.{language}";
        }

        return found.Files.Any(file => file.Path == name)
            ? found with { Problems = found.Problems.Add(new(found.Page, line - 1, $"a second file `{name}`")) }
            : found with { Files = found.Files.Add(new(name, body, line)) };
    }

    [GeneratedRegex(@"^#{1,6}\s+(.+?)\s*#*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(`{3,})([\w-]+)?(.*)$")]
    private static partial Regex Fence();
}

/// <summary>A heading of a page with the files below it.</summary>
/// <param name="Line">Of the heading, in the page.</param>
/// <param name="Problems">What is wrong with the page itself.</param>
public sealed record SpecCase(string Page, string Heading, int Line, ImmutableArray<SpecFile> Files, ImmutableArray<Snapshot> Snapshots, ImmutableArray<Problem> Problems);

/// <summary>A fence that is a source file.</summary>
/// <param name="FirstLine">Of its text, in the page.</param>
public sealed record SpecFile(string Path, string Text, int FirstLine);

/// <summary>A fence that holds what a view of the result must look like.</summary>
/// <param name="FirstLine">Of its text, in the page.</param>
public sealed record Snapshot(string Kind, string Text, int FirstLine)
{
    public static ImmutableArray<string> Kinds { get; } = ["cfg", "trace", "report"];
}

/// <summary>What is wrong, and where.</summary>
public readonly record struct Problem(string Path, int Line, string Text)
{
    public override string ToString() => $"{Path}:{Line}: {Text}";
}
