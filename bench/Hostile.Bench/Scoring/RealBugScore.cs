using System.Collections.Immutable;
using System.Diagnostics;
using Hostile.Cli.Reports;
using Hostile.Rules;

namespace Hostile.Bench.Scoring;

/// <summary>Counts how many of the bugs that maintainers fixed are found before the repair and silent after it, and how much correct code stays silent.</summary>
/// <param name="cases">The folder with the cases.</param>
/// <param name="mirrors">The folder with the git mirrors.</param>
/// <param name="details">Whether to print a line for each case.</param>
/// <param name="kinds">The kinds of bugs to judge; empty: all.</param>
internal sealed class RealBugScore(string cases, string mirrors, bool details, ImmutableArray<string> kinds)
{
    // By package and not by file: most repairs touch several files of one package, and an audit of a package costs seconds.
    private readonly Dictionary<(string, string, string), IReadOnlyList<ReportedFinding>> audits = [];

    /// <summary>Prints the counts. Returns what is wrong with the list of misses, and cases that could not be read.</summary>
    public IReadOnlyList<string> Print(TextWriter output)
    {
        var faults = new List<string>();
        var bugs = Load("bugs.jsonl").Select(bug => Judge(bug, output, faults)).OfType<Outcome>().ToList();
        var twins = Load("clean.jsonl").Select(bug => Judge(bug, output, faults)).OfType<Outcome>().ToList();

        output.WriteLine($"{"kind",-30}{"bugs",6}{"in reach",10}{"before",8}{"counts",8}{"twins",8}{"silent",8}");
        foreach (var kind in bugs.Concat(twins).Select(outcome => outcome.Bug.Kind).Distinct().Order(StringComparer.Ordinal))
            Row(kind, bugs.Where(outcome => outcome.Bug.Kind == kind), twins.Where(outcome => outcome.Bug.Kind == kind), output);
        Row("total", bugs, twins, output);
        Row("of which in reach", bugs.Where(InReach), twins.Where(InReach), output);
        output.WriteLine("before: reported before the repair; counts: and not after it; in reach: a rule of the kind exists.");

        if (!kinds.IsEmpty)
            return faults;
        var misses = bugs.Where(outcome => InReach(outcome) && !outcome.Counts).Select(outcome => outcome.Bug.Id)
            .Concat(twins.Where(outcome => outcome.Before.Count > 0).Select(outcome => outcome.Bug.Id)).ToList();
        faults.AddRange(Reasons.Load("judgements/score-misses.md").Compare(misses));
        return faults;
    }

    private IEnumerable<RealBug> Load(string file) => RealBug.Load(Path.Combine(cases, file)).Where(bug => kinds.IsEmpty || kinds.Contains(bug.Kind));

    private static void Row(string kind, IEnumerable<Outcome> bugs, IEnumerable<Outcome> twins, TextWriter output)
    {
        var (found, clean) = (bugs.ToList(), twins.ToList());
        output.WriteLine($"{kind,-30}{found.Count,6}{found.Count(InReach),10}{found.Count(outcome => outcome.Before.Count > 0),8}{found.Count(outcome => outcome.Counts),8}{clean.Count,8}{clean.Count(outcome => outcome.Before.Count == 0),8}");
    }

    private static bool InReach(Outcome outcome) => Catalog.All.Any(rule => outcome.Bug.IsMeantBy(rule.Id));

    private Outcome? Judge(RealBug bug, TextWriter output, List<string> faults)
    {
        if (Mirror.Open(mirrors, bug.Repository) is not { } mirror)
        {
            faults.Add($"{bug.Id}: no mirror of {bug.Repository} in {mirrors}");
            return null;
        }

        var watch = Stopwatch.StartNew();
        var before = Reported(mirror, bug, bug.Before, bug.Lines);
        var after = bug.After is null ? [] : Reported(mirror, bug, bug.After, Moved(mirror.Moves(bug.Before, bug.After, bug.File), bug.Lines));
        if (before is null || after is null)
        {
            faults.Add($"{bug.Id}: {bug.Repository} has no commit {(before is null ? bug.Before : bug.After)} in its mirror");
            return null;
        }

        var outcome = new Outcome(bug, before, after);
        Console.Error.WriteLine($"{bug.Id}: {watch.Elapsed.TotalSeconds:0.0} s");
        if (details)
        {
            output.WriteLine($"{bug.Id} {bug.Kind} {bug.File}:{string.Join(',', bug.Lines.Select(lines => $"{lines.First}-{lines.Last}"))}{(InReach(outcome) ? "" : " (no rule)")} {(bug.After is null ? before.Count == 0 ? "silent" : "NOISE" : outcome.Counts ? "found" : before.Count == 0 ? "MISSED" : "STILL REPORTED")}");
            foreach (var finding in before)
                output.WriteLine($"    before {finding.Finding.Place.Line} {finding.Finding.Rule.Id} {finding.Finding.Severity}: {finding.Finding.Message}");
            foreach (var finding in after)
                output.WriteLine($"    after  {finding.Finding.Place.Line} {finding.Finding.Rule.Id} {finding.Finding.Severity}: {finding.Finding.Message}{(bug.Note is null ? "" : $" (known: {bug.Note})")}");
        }

        return outcome;
    }

    /// <summary>The lines in the repaired file; the slack belongs to what moves, for the repair may stand just beside the fault.</summary>
    private static IEnumerable<(int First, int Last)> Moved(LineMoves moves, IEnumerable<(int First, int Last)> lines) =>
        lines.Select(range => moves.Of(range.First - RealBug.Slack, range.Last + RealBug.Slack)).Select(range => (range.First + RealBug.Slack, range.Last - RealBug.Slack));

    /// <summary>What rules of the bug's kind report near the lines; null when the state is not in the mirror.</summary>
    private List<ReportedFinding>? Reported(Mirror mirror, RealBug bug, string commit, IEnumerable<(int First, int Last)> lines)
    {
        if (mirror.RootOf(commit, bug.File) is not { } root)
            return null;
        if (!audits.TryGetValue((bug.Repository, commit, root), out var findings))
            audits[(bug.Repository, commit, root)] = findings = Audited.Of(mirror.PackageOf(commit, root, bug.File)).Findings;

        return [.. findings.Where(finding => finding.Finding.Place.Path == bug.File && bug.IsMeantBy(finding.Finding.Rule.Id)
            && lines.Any(range => finding.Finding.Place.Line >= range.First - RealBug.Slack && finding.Finding.Place.Line <= range.Last + RealBug.Slack))];
    }

    /// <summary>What was reported of a case.</summary>
    private sealed record Outcome(RealBug Bug, List<ReportedFinding> Before, List<ReportedFinding> After)
    {
        /// <summary>Found before and silent after, unless what is left after is known to be wrong too.</summary>
        public bool Counts => Before.Count > 0 && (After.Count == 0 || Bug.Note is not null);
    }
}
