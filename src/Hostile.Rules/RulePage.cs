using System.Text;

namespace Hostile.Rules;

/// <summary>A rule's page, the only one: <c>hostile explain</c> prints it, <c>docs/rules</c> holds it, SARIF and the language server carry it.</summary>
public static class RulePage
{
    private static readonly string[] ExpectMarkers = ["// expect:", "-- expect:"];

    /// <summary>The page as Markdown, ending in a line feed.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="root">The repository's root as seen from where the page will lie, e.g. <c>../../..</c>; null when it will lie nowhere, and cannot link.</param>
    public static string Render(Rule rule, string? root = null)
    {
        var page = new StringBuilder();
        page.Append($"# {rule.Id}\n\n**{Paragraphs(rule.Title)}.**\n\n");
        page.Append($"Category: {rule.Category.Title} · Severity: {rule.Severity}, before reach and money are looked at\n\n");
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
        foreach (var example in examples)
        {
            var path = "example.ts";
            var lines = new List<string>();
            foreach (var line in example.ReplaceLineEndings("\n").Trim('\n').Split('\n'))
            {
                // `// @filename: db/001.sql` begins another file of the example.
                if (line.TrimStart() is { Length: > 2 } text && text[2..].TrimStart().StartsWith("@filename:", StringComparison.Ordinal))
                {
                    Fence(page, path, lines);
                    (path, lines) = (text[(text.IndexOf(':') + 1)..].Trim(), []);
                    page.Append($"`{path}`:\n\n");
                }
                else
                {
                    lines.Add(Marked(line));
                }
            }

            Fence(page, path, lines);
        }
    }

    private static void Fence(StringBuilder page, string path, List<string> lines)
    {
        var content = string.Join('\n', lines).Trim('\n');
        if (content.Length == 0)
            return;
        var fence = content.Contains("```", StringComparison.Ordinal) ? "````" : "```";
        page.Append($"{fence}{path[(path.LastIndexOf('.') + 1)..]}\n{content}\n{fence}\n\n");
    }

    /// <summary>The marker by which a test finds the faulty line, as a mark for people.</summary>
    private static string Marked(string line)
    {
        foreach (var marker in ExpectMarkers)
        {
            var at = line.IndexOf(marker, StringComparison.Ordinal);
            if (at >= 0)
                return $"{line[..at]}{marker[..2]} ◄ {line[(at + marker.Length)..].Trim()}";
        }

        return line;
    }

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
