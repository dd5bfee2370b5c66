using System.Collections.Immutable;
using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>All that a report says, before it takes a form. The forms (Markdown, terminal, JSON, SARIF) are functions of it alone, so that they agree and repeat byte for byte.</summary>
public sealed record AuditReport
{
    private AuditReport(AuditFacts facts, ImmutableArray<ReportedFinding> findings, Judgement judgement, ImmutableArray<string> silencedFingerprints)
    {
        Facts = facts;
        Findings = findings;
        Cleared = judgement.Cleared;
        Failures = judgement.Failures;
        SilencedFingerprints = silencedFingerprints;
        Matrix = RiskMatrix.Of(findings);
    }

    /// <summary>The name that signs the report.</summary>
    public const string Auditor = "Hostile";

    public AuditFacts Facts { get; }

    /// <summary>Every finding, by severity, evidence and place; the ids count in this order.</summary>
    public ImmutableArray<ReportedFinding> Findings { get; }

    /// <summary>Candidates that were examined and let go.</summary>
    public ImmutableArray<Cleared> Cleared { get; }

    /// <summary>Rules that failed: the audit is incomplete by them.</summary>
    public ImmutableArray<RuleFailure> Failures { get; }

    /// <summary>Fingerprints of <see cref="AuditFacts.Silenced"/>, in the same order.</summary>
    public ImmutableArray<string> SilencedFingerprints { get; }

    public RiskMatrix Matrix { get; }

    /// <summary>Findings at or above the gate: these lead, and fail the build.</summary>
    public IEnumerable<ReportedFinding> AboveGate => Findings.Where(finding => finding.AboveGate);

    /// <summary>Faults below the gate.</summary>
    public IEnumerable<ReportedFinding> BelowGate => Findings.Where(finding => !finding.AboveGate && !finding.IsHazard);

    /// <summary>Hazards: to know, not counted against the code.</summary>
    public IEnumerable<ReportedFinding> Hazards => Findings.Where(finding => finding.IsHazard);

    /// <summary>The gravest finding at or above the gate: by severity, then where money is on the path, then by evidence; null when there is none.</summary>
    public ReportedFinding? Gravest => AboveGate
        .OrderBy(finding => finding.Finding.Severity)
        .ThenBy(finding => finding.Finding.Money is null)
        .ThenBy(finding => finding.Finding.Evidence)
        .FirstOrDefault();

    // How often one fault is told in full.
    private const int MostToldEach = 3;

    /// <summary>One fault that many places have by one cause, or that a file repeats, is told once, with its other places; two or three of a kind are told each. In the order of the ids.</summary>
    public static IEnumerable<ImmutableArray<ReportedFinding>> Alike(IEnumerable<ReportedFinding> findings)
    {
        var all = findings.ToList();
        var byCause = all.Where(finding => finding.Finding.Cause is not null).GroupBy(finding => (Kind(finding), finding.Finding.Cause)).Where(group => group.Count() > MostToldEach).Select(group => group.ToImmutableArray()).ToList();
        var told = byCause.SelectMany(alike => alike).ToHashSet();
        var byFile = all.Where(finding => !told.Contains(finding)).GroupBy(finding => (Kind(finding), finding.Finding.Place.Path))
            .SelectMany(group => group.Count() > MostToldEach ? [[.. group]] : group.Select(finding => ImmutableArray.Create(finding)).ToArray());
        return byCause.Concat(byFile).OrderBy(alike => alike[0].Finding.Severity).ThenBy(alike => alike[0].Id.Length).ThenBy(alike => alike[0].Id, StringComparer.Ordinal);

        static (string, Severity, string, string?, string) Kind(ReportedFinding finding) => (finding.Finding.Rule.Id, finding.Finding.Severity, finding.Finding.Message, finding.Finding.Assumption, finding.Finding.Evidence.Word);
    }

    /// <summary>How much was not audited, e.g. <c>3 files and 1 folder</c>.</summary>
    public string SkippedInWords
    {
        get
        {
            var folders = Facts.Skipped.Count(skipped => skipped.IsFolder);
            var files = Words.Count(Facts.Skipped.Length - folders, "file");
            return folders == 0 ? files : $"{files} and {Words.Count(folders, "folder")}";
        }
    }

    /// <summary>The report of a judgement.</summary>
    public static AuditReport Of(Judgement judgement, AuditFacts facts)
    {
        var ordered = judgement.Findings
            .OrderBy(finding => finding.Severity).ThenBy(finding => finding.Evidence)
            .ThenBy(finding => finding.Place).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ToList();
        var fingerprints = Fingerprint.Of([.. ordered, .. facts.Silenced.Select(silenced => silenced.Finding)]);
        var counts = new int[Enum.GetValues<Severity>().Length];
        var findings = ordered.Select((finding, i) =>
            new ReportedFinding($"{finding.Severity}-{++counts[(int)finding.Severity]:000}", finding, facts.Gate.Holds(finding), fingerprints[i]));
        ImmutableArray<ReportedFinding> all = [.. findings];
        var first = Alike(all).SelectMany(alike => alike.Skip(1), (alike, other) => (other.Id, First: alike[0].Id)).ToDictionary(pair => pair.Id, pair => pair.First, StringComparer.Ordinal);
        return new(facts, [.. all.Select(finding => finding with { SameAs = first.GetValueOrDefault(finding.Id) })], judgement, fingerprints[ordered.Count..]);
    }
}

/// <summary>A finding as the report calls it.</summary>
/// <param name="Id">Severity and number within it, e.g. <c>P0-001</c>. Good within one report only.</param>
/// <param name="Finding">The fault.</param>
/// <param name="AboveGate">Whether it is at or above the gate.</param>
/// <param name="Fingerprint">Names the same fault from run to run; it survives moved lines.</param>
public sealed record ReportedFinding(string Id, Finding Finding, bool AboveGate, string Fingerprint)
{
    /// <summary>The id of the first of those that are one fault by one cause, or that a file repeats, as <see cref="AuditReport.Alike"/> tells them together; null for that one itself, and for all that stand alone.</summary>
    public string? SameAs { get; init; }

    /// <summary>Whether it is only to know.</summary>
    public bool IsHazard => Finding.Evidence == Evidence.Hazard;

    /// <summary>What it costs, here or by its rule.</summary>
    public string Risk => Finding.Risk ?? Finding.Rule.Risk;
}
