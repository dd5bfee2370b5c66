using System.Text;
using System.Text.RegularExpressions;

namespace Hostile.Rules;

/// <summary>A rule's page, the only one: <c>hostile explain</c> prints it, <c>docs/rules</c> holds it, SARIF and the language server carry it.</summary>
public static partial class RulePage
{
    private const string MainFile = "example.ts";

    /// <summary>The page as Markdown, ending in a line feed.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="root">The repository's root as seen from where the page will lie, e.g. <c>../../..</c>; null when it will lie nowhere, and cannot link.</param>
    public static string Render(Rule rule, string? root = null)
    {
        var page = new StringBuilder();
        page.Append($"# {rule.Id}\n\n**{Paragraphs(rule.Title)}.**\n\n");
        page.Append($"Category: {rule.Category.Title} · Severity: {rule.Severity}, before reach and money are looked at{(rule.OffByDefault ? " · off by default" : "")}\n\n");
        page.Append($"{Paragraphs(rule.Why)}\n\n");
        Examples(page, "What goes wrong", rule.Bad);
        page.Append($"## What to do\n\n{Paragraphs(rule.Fix)}\n\n");
        Examples(page, "What is right", rule.Good);
        page.Append($"## What it costs\n\n{Paragraphs(rule.Risk)}\n\n");
        page.Append($"## What the rule does not see\n\n{Paragraphs(rule.Unseen)}\n\n");
        page.Append($"## Exceptions\n\nTo silence one finding, write a comment on the line above, with the reason; the report lists it:\n\n```ts\n// hostile-ignore {rule.Id} -- why this is safe here\n```\n\n");
        page.Append($"More cases, all of which run as tests: {Specification(rule, root)}\n");
        return page.ToString();
    }

    private static void Examples(StringBuilder page, string heading, IReadOnlyList<string> examples)
    {
        if (examples.Count == 0)
            return;
        page.Append($"## {heading}\n\n");
        foreach (var (path, text) in examples.SelectMany(Files))
        {
            if (path != MainFile)
                page.Append($"`{path}`:\n\n");
            var fence = text.Contains("```", StringComparison.Ordinal) ? "````" : "```";
            page.Append($"{fence}{path[(path.LastIndexOf('.') + 1)..]}\n{text}\n{fence}\n\n");
        }
    }

    /// <summary>The files of an example as people see them: what its markers assert for the tests is said in words, or left out.</summary>
    /// <returns>Path and text; the file without a name of its own is <c>example.ts</c>.</returns>
    public static IEnumerable<(string Path, string Text)> Files(string example)
    {
        var path = MainFile;
        var text = new StringBuilder();
        foreach (var line in example.ReplaceLineEndings("\n").Split('\n'))
        {
            // `// @filename: db/001.sql` begins another file of the example.
            if (FileName().Match(line) is { Success: true } named)
            {
                if (text.ToString().Trim('\n') is { Length: > 0 } file)
                    yield return (path, file);
                path = named.Groups[1].Value;
                text.Clear();
                continue;
            }

            var shown = Marker().Replace(line, InWords).TrimEnd();
            if (shown.Length > 0 || line.AsSpan().IsWhiteSpace())
                text.Append(shown).Append('\n');
        }

        if (text.ToString().Trim('\n') is { Length: > 0 } last)
            yield return (path, last);
    }

    private static string InWords(Match marker)
    {
        var (comment, kind, said) = (marker.Groups[1].Value, marker.Groups[2].Value, marker.Groups[3].Value);
        var quoted = said.IndexOf('"');
        return kind switch
        {
            "expect" => $"{comment} ◄ {(quoted < 0 ? said : said[..quoted].TrimEnd())}",
            "cleared" when quoted >= 0 => $"{comment} sound: {said[quoted..].Replace("\"", "", StringComparison.Ordinal)}",
            _ => "",
        };
    }

    [GeneratedRegex(@"^\s*(?://|--)\s*@filename:\s*(\S+)\s*$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"(//|--)\s*(expect|miss|noise|cleared|type|summary):\s*(.*?)\s*(?=(?://|--)\s*(?:expect|miss|noise|cleared|type|summary):|$)")]
    private static partial Regex Marker();

    /// <summary>Lines that were wrapped in source joined; blank lines still part paragraphs.</summary>
    private static string Paragraphs(string text) => string.Join("\n\n", text.ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(paragraph => string.Join(' ', paragraph.Split('\n', StringSplitOptions.TrimEntries))));

    private static string Specification(Rule rule, string? root)
    {
        var className = string.Concat(rule.Name.Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
        var path = $"tests/Hostile.Tests/Rules/{className}.md";
        return root is null ? $"`{path}`" : $"[{path}]({root}/{path})";
    }
}
