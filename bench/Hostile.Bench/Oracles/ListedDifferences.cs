using System.Text;

namespace Hostile.Bench.Oracles;

/// <summary>The committed list of differences that stay, each with its reason: bench/oracles/typescript/differences.txt.</summary>
public sealed class ListedDifferences
{
    private const string Head = """
        # Files in which our tree differs from the compiler's, and why that may stay: repository or suite, path, and "class: reason", with tabs between.
        # `hostile-bench oracle` fails when a difference is not listed here or a listed one is gone; --write-list adds and drops lines.

        """;

    private static readonly string File = Path.Combine(Repository.Root, "bench", "oracles", "typescript", "differences.txt");

    private readonly SortedDictionary<(string Repository, string Path), string> reasons;

    private ListedDifferences(SortedDictionary<(string Repository, string Path), string> reasons) => this.reasons = reasons;

    public static ListedDifferences Read()
    {
        var reasons = new SortedDictionary<(string Repository, string Path), string>();
        if (System.IO.File.Exists(File))
        {
            foreach (var line in System.IO.File.ReadLines(File))
            {
                if (line.Split('\t') is [var repository, var path, var reason] && !repository.StartsWith('#'))
                    reasons[(repository, path)] = reason;
            }
        }

        return new(reasons);
    }

    /// <summary>Says what is not listed and what is listed and gone, of the repositories that were compared; true when there is neither.</summary>
    public bool Check(List<string> repositories, List<Difference> found, TextWriter output)
    {
        var places = found.Select(d => (d.Repository, d.Path)).ToHashSet();
        var unlisted = found.Where(d => !reasons.ContainsKey((d.Repository, d.Path))).ToList();
        var gone = reasons.Keys.Where(key => repositories.Contains(key.Repository) && !places.Contains(key)).ToList();
        if (unlisted.Count > 0)
            output.WriteLine($"not listed in {File}: {unlisted.Count} (first: {unlisted[0].Repository} {unlisted[0].Path}: {unlisted[0].Cause})");
        foreach (var (repository, path) in gone)
            output.WriteLine($"listed, and no difference any more: {repository} {path}");
        return unlisted.Count == 0 && gone.Count == 0;
    }

    /// <summary>Makes the list say what was found; known reasons stay, new ones are the cause and want a person's words.</summary>
    public void Rewrite(List<string> repositories, List<Difference> found)
    {
        var known = new Dictionary<(string, string), string>(reasons);
        foreach (var key in reasons.Keys.Where(key => repositories.Contains(key.Repository)).ToList())
            reasons.Remove(key);
        foreach (var difference in found)
            reasons[(difference.Repository, difference.Path)] = known.GetValueOrDefault((difference.Repository, difference.Path), difference.Cause);

        var text = new StringBuilder(Head);
        foreach (var ((repository, path), reason) in reasons)
            text.Append($"{repository}\t{path}\t{reason}\n");
        System.IO.File.WriteAllText(File, text.ToString());
    }
}
