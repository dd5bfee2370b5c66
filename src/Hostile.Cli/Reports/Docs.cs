using System.Text;
using Hostile.Cli.Config;
using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>The documents that are made from the rules. <c>dotnet run dev.cs -- docs</c> writes them, a test asks whether they are fresh; both through here.</summary>
public static class Docs
{
    private const string Begin = "<!-- rules: written by `dotnet run dev.cs -- docs` -->";
    private const string End = "<!-- /rules -->";

    /// <summary>Brings the documents up to date.</summary>
    /// <param name="root">Our repository.</param>
    /// <param name="write">Whether to write what differs or only to name it.</param>
    /// <returns>The paths that differed, from the root, sorted.</returns>
    public static IReadOnlyList<string> Update(string root, bool write)
    {
        var wanted = Catalog.All.ToDictionary(rule => $"docs/rules/{rule.Id}.md", rule => RulePage.Render(rule, "../../.."));
        wanted["README.md"] = WithTable(File.ReadAllText(Path.Combine(root, "README.md")));

        wanted[ConfigurationSchema.Path] = ConfigurationSchema.Render();

        var folder = Path.Combine(root, "docs", "rules");
        var stale = !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Where(path => !wanted.ContainsKey(path)).ToList();
        var differing = wanted.Where(page => !File.Exists(Path.Combine(root, page.Key)) || File.ReadAllText(Path.Combine(root, page.Key)) != page.Value).ToList();
        if (write)
        {
            stale.ForEach(path => File.Delete(Path.Combine(root, path)));
            foreach (var (path, text) in differing)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
                File.WriteAllText(Path.Combine(root, path), text);
            }
        }

        return [.. stale.Concat(differing.Select(page => page.Key)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The README with the table of rules between its two markers.</summary>
    private static string WithTable(string readme)
    {
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal), readme.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new InvalidOperationException($"README.md lacks the markers {Begin} and {End}");

        var table = new StringBuilder("\n| rule | severity | fault |\n|---|---|---|\n");
        foreach (var rule in Catalog.All)
            table.Append($"| [{rule.Id}](docs/rules/{rule.Id}.md) | {rule.Severity}{(rule.OffByDefault ? ", off" : "")} | {rule.Title} |\n");
        return $"{readme[..(begin + Begin.Length)]}{table}{readme[end..]}";
    }
}
