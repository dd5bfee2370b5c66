using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>
/// A name for a fault that survives edits elsewhere: made of the rule, the path and the text of the fault's first line without its white space, never of line numbers.
/// Equal lines in one file are told apart by their order.
/// </summary>
public static class Fingerprint
{
    // A minified line must not decide by its far end, nor cost much.
    private const int LongestLine = 1000;

    /// <summary>One fingerprint a finding, in the order given: 32 hexadecimal digits.</summary>
    public static ImmutableArray<string> Of(IReadOnlyList<Finding> findings)
    {
        var keys = findings.Select(Key).ToList();
        var ordinals = new int[findings.Count];
        // By place and not by rank, so that a changed severity does not swap the names of two equal lines.
        foreach (var group in Enumerable.Range(0, findings.Count).GroupBy(i => keys[i], StringComparer.Ordinal))
        {
            var ordinal = 0;
            foreach (var i in group.OrderBy(i => findings[i].Place))
                ordinals[i] = ordinal++;
        }

        return [.. keys.Select((key, i) => Hash($"{key}\0{ordinals[i]}"))];
    }

    private static string Key(Finding finding)
    {
        var line = ShownLine.Of(finding.Place.Source, finding.Place.Line, finding.Place.Span.Start, LongestLine);
        return $"{finding.Rule.Id}\0{finding.Place.Path}\0{Words.OneLine(line.Text)}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
