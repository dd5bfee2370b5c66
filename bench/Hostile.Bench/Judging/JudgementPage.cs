using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Hostile.Cli.Reports;
using Hostile.Rules;

namespace Hostile.Bench.Judging;

/// <summary>What readers said of the findings on one repository: a page that is filled in by hand and kept when the findings are listed anew. Facts only; no line of the audited code.</summary>
public sealed partial class JudgementPage
{
    private readonly Dictionary<string, Entry> entries;

    private JudgementPage(IEnumerable<Entry> entries) => this.entries = entries.ToDictionary(entry => entry.Fingerprint);

    /// <summary>What the page holds now; empty when there is none.</summary>
    public static JudgementPage Read(string path) => Parse(File.Exists(path) ? File.ReadAllText(path) : "");

    public static JudgementPage Parse(string text) => new(text.Split('\n')
        .Select(line => Line().Match(line)).Where(match => match.Success)
        .Select(match => new Entry(match.Groups["place"].Value, match.Groups["rule"].Value, Enum.Parse<Severity>(match.Groups["severity"].Value), match.Groups["evidence"].Value,
            match.Groups["fingerprint"].Value, match.Groups["verdict"].Value.Trim(), match.Groups["reason"].Value.Trim(), match.Groups["second"].Value.Trim()))
        .DistinctBy(entry => entry.Fingerprint));

    /// <summary>The entries for these findings: every P0 and P1, and at least <paramref name="others"/> of the rest; what was judged stays in, what is added is chosen by fingerprint, so that two runs choose alike.</summary>
    public ImmutableArray<Entry> Sample(IReadOnlyList<ReportedFinding> findings, int others)
    {
        var grave = findings.Where(finding => finding.Finding.Severity <= Severity.P1);
        var rest = findings.Where(finding => finding.Finding.Severity > Severity.P1)
            .OrderBy(finding => !entries.ContainsKey(Short(finding))).ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal)
            .Take(others);
        return [.. grave.Concat(rest)
            .OrderBy(reported => reported.Finding.Severity).ThenBy(reported => reported.Finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(reported => reported.Finding.Place).ThenBy(reported => reported.Fingerprint, StringComparer.Ordinal)
            .Select(EntryOf)];
    }

    /// <summary>Judged once, reported no more: kept, because a false alarm that went away is a fact too.</summary>
    public ImmutableArray<Entry> Gone(IReadOnlyList<ReportedFinding> findings)
    {
        var present = findings.Select(Short).ToHashSet();
        return [.. entries.Values.Where(entry => entry.Verdict.Length > 0 && !present.Contains(entry.Fingerprint)).OrderBy(entry => entry.Rule, StringComparer.Ordinal).ThenBy(entry => entry.Place, StringComparer.Ordinal)];
    }

    /// <summary>The page as Markdown.</summary>
    public static string Render(string repository, string commit, int total, ImmutableArray<Entry> sample, ImmutableArray<Entry> gone)
    {
        var page = new StringBuilder($"""
            # {repository}

            Commit {commit}. Default configuration. {total} findings, {sample.Length} of them listed: every P0 and P1, and a sample of the others that is the same on every run.

            Verdict: `true`, `false` or `unsure`; second reader: `agree` or `disagree`, with a reason after a colon. `dotnet run dev.cs -- judge` rewrites the lists and the table and keeps what was filled in.


            """);
        page.Append("| | judged | true | false | unsure | second reader disagrees | precision |\n|---|---|---|---|---|---|---|\n");
        foreach (var severity in sample.Select(entry => entry.Severity).Distinct())
            page.Append(Row(severity.ToString(), [.. sample.Where(entry => entry.Severity == severity)]));
        foreach (var rule in sample.Select(entry => entry.Rule).Distinct().Order(StringComparer.Ordinal))
            page.Append(Row(rule, [.. sample.Where(entry => entry.Rule == rule)]));
        page.Append(Row("all", sample));

        page.Append("\n## Reported\n\n");
        foreach (var entry in sample)
            page.Append(entry).Append('\n');
        if (!gone.IsEmpty)
        {
            page.Append("\n## Reported once, and no more\n\n");
            foreach (var entry in gone)
                page.Append(entry).Append('\n');
        }

        return page.ToString();
    }

    private static string Row(string name, ImmutableArray<Entry> entries)
    {
        var (right, wrong) = (entries.Count(entry => entry.Verdict == "true"), entries.Count(entry => entry.Verdict == "false"));
        var judged = entries.Count(entry => entry.Verdict.Length > 0);
        var precision = right + wrong == 0 ? "" : $"{100.0 * right / (right + wrong):0} %";
        return $"| {name} | {judged} of {entries.Length} | {right} | {wrong} | {entries.Count(entry => entry.Verdict == "unsure")} | {entries.Count(entry => entry.Second.StartsWith("disagree", StringComparison.Ordinal))} | {precision} |\n";
    }

    private Entry EntryOf(ReportedFinding reported)
    {
        var finding = reported.Finding;
        var known = entries.GetValueOrDefault(Short(reported));
        return new(finding.Place.ToString(), finding.Rule.Id, finding.Severity, finding.Evidence.ToString().ToLowerInvariant(), Short(reported), known?.Verdict ?? "", known?.Reason ?? "", known?.Second ?? "");
    }

    private static string Short(ReportedFinding finding) => finding.Fingerprint[..12];

    [GeneratedRegex(@"^- `(?<place>[^`]+)` (?<rule>[a-z]+/[a-z0-9-]+) (?<severity>P[0-3]) (?<evidence>\w+) `(?<fingerprint>[0-9a-f]+)` · verdict:(?<verdict>[^·]*)· reason:(?<reason>.*)· second:(?<second>[^·]*)$")]
    private static partial Regex Line();

    /// <summary>A finding and what was said of it; empty texts were not filled in yet.</summary>
    public sealed record Entry(string Place, string Rule, Severity Severity, string Evidence, string Fingerprint, string Verdict, string Reason, string Second)
    {
        public override string ToString() =>
            $"- `{Place}` {Rule} {Severity} {Evidence} `{Fingerprint}` · verdict:{Spaced(Verdict)} · reason:{Spaced(Reason)} · second:{Spaced(Second)}".TrimEnd();

        private static string Spaced(string text) => text.Length == 0 ? "" : " " + text;
    }
}
