using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Hostile.Bench.Scoring;

/// <summary>A committed list of known differences: one line <c>- id: reason</c> each, prose around it.</summary>
public sealed partial class Reasons
{
    private readonly Dictionary<string, string> reasons;

    private Reasons(string path, Dictionary<string, string> reasons) => (Path, this.reasons) = (path, reasons);

    /// <summary>From the root of our repository.</summary>
    public string Path { get; }

    public static Reasons Load(string path)
    {
        var file = System.IO.Path.Combine(Repository.Root, path);
        return Parse(path, File.Exists(file) ? File.ReadAllText(file) : "");
    }

    public static Reasons Parse(string path, string text) =>
        new(path, text.Split('\n').Select(line => Entry().Match(line)).Where(match => match.Success).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value));

    public bool Explain(string id) => reasons.ContainsKey(id);

    /// <summary>What is wrong with the list: differences without a reason, and reasons for what no longer differs.</summary>
    public ImmutableArray<string> Compare(IReadOnlyCollection<string> differences) =>
    [
        .. differences.Where(id => !reasons.ContainsKey(id)).Select(id => $"no reason in {Path}: {id}"),
        .. reasons.Keys.Where(id => !differences.Contains(id)).Select(id => $"no longer a difference, strike it from {Path}: {id}"),
    ];

    [GeneratedRegex(@"^- ([\w@/.#-]+): (\S.*)$")]
    private static partial Regex Entry();
}
