using System.Collections.Immutable;
using Hostile.Rules;
using static Hostile.Cli.Reports.MarkdownText;

namespace Hostile.Cli.Reports;

/// <summary>The report that a board can read and an engineer can act on: Markdown in the form of the audit reports that Hostile took its job from, with every figure counted.</summary>
public static class MarkdownReport
{
    /// <summary>The first line of every report: by it a file is known for ours.</summary>
    public const string Title = "# HOSTILE ASYNC/CONCURRENCY AUDIT REPORT";

    // Links and long sentences of the summary are for people: beyond this a list is a count.
    private const int MostCausesInSummary = 8;

    /// <summary>Writes the whole report. Line breaks are line feeds on every system.</summary>
    public static void Write(AuditReport report, TextWriter writer)
    {
        WriteTitle(report, writer);
        WriteSummary(report, writer);

        WriteSections(report, report.AboveGate, writer);
        WriteBelowGate(report, writer);

        WriteMatrix(report, writer);
        WriteFinancialImpact(report, writer);
        WriteActions(report, writer);
        MarkdownAppendices.Write(report, writer);
        writer.Write("*End of Hostile Async/Concurrency Audit Report*\n");
    }

    private static void WriteTitle(AuditReport report, TextWriter writer)
    {
        var facts = report.Facts;
        writer.Write($"{Title}\n");
        writer.Write($"## {Prose(facts.Project)}\n\n");
        writer.Write($"**Auditor:** {AuditReport.Auditor} {facts.Version}, static analysis of TypeScript on PostgreSQL  \n");
        writer.Write($"**Date:** {Prose(facts.Date ?? "undated")}  \n");
        writer.Write($"**Commit:** {(facts.Commit is null ? "none" : Code(facts.Commit))}  \n");
        writer.Write($"**Scope:** {Prose(facts.Scope)}: {ExtentInWords(facts.Extent)}  \n");
        writer.Write($"**Total Issues Found:** {report.Matrix.Total.Total}{TotalInWords(report)}  \n\n---\n\n");
    }

    private static string TotalInWords(AuditReport report)
    {
        var parts = new List<string>();
        if (report.Matrix.Total.Total > 0)
            parts.Add($"{report.AboveGate.Count()} at or above the gate of {report.Facts.Gate}, {report.BelowGate.Count()} below it");
        if (report.Hazards.Any())
            parts.Add($"{Words.Count(report.Hazards.Count(), "hazard")} to know, not counted");
        return parts.Count == 0 ? "" : $" ({string.Join("; ", parts)})";
    }

    internal static string ExtentInWords(Extent extent) => Words.Enumerate(
    [
        Words.Count(extent.Files, "file"), Words.Count(extent.Lines, "line"),
        Words.Count(extent.Functions, "function"), Words.Count(extent.Statements, "SQL statement"),
    ]);

    private static void WriteSummary(AuditReport report, TextWriter writer)
    {
        writer.Write("## EXECUTIVE SUMMARY\n\n");
        if (!report.Failures.IsEmpty)
            writer.Write($"**This audit is incomplete:** {Words.Count(report.Failures.Length, "rule")} failed ({Words.Enumerate([.. report.Failures.Select(failure => Code(failure.Rule))])}); see Appendix D. What follows is what the other rules say.\n\n");

        var leading = report.AboveGate.ToList();
        var total = report.Matrix.Total.Total;
        if (total == 0)
        {
            writer.Write($"**No fault was found.** This audit read {ExtentInWords(report.Facts.Extent)}, and {Words.Count(report.Facts.Rules.Length, "rule")} looked for concurrency faults in them. That is what the rules can see, and Appendix D says what they cannot.\n\n");
        }
        else
        {
            var urgent = leading.Count switch
            {
                0 => "None of them is at or above the gate.",
                var all when all == total => $"**{(all == 1 ? "It cannot wait" : $"All {all} cannot wait")}.**",
                var some => $"**{some} cannot wait**; {total - some} can.",
            };
            var faults = leading.Count == 0 ? report.BelowGate.ToList() : leading;
            var money = faults.Count(finding => finding.Finding.Money is not null);
            var which = leading.Count == 0 ? "these" : "those that cannot wait";
            writer.Write($"This audit read {ExtentInWords(report.Facts.Extent)} and found **{Words.Count(total, "fault")}** in how the code behaves when things happen at the same time. {urgent} ");
            writer.Write(money == 0 ? $"No money is on the path of {which}.\n\n" : $"Money is on the path of {money} of {which}.\n\n");
        }

        WriteCriticalFinding(report, writer);
        WriteCauses(leading, writer);
        WriteLedgerCounts(report, writer);
        writer.Write("---\n\n");
    }

    private static void WriteCriticalFinding(AuditReport report, TextWriter writer)
    {
        if (report.Gravest is not { } gravest)
        {
            writer.Write("**Critical Finding:** none.\n\n");
            return;
        }

        var finding = gravest.Finding;
        writer.Write($"**Critical Finding:** {gravest.Id}, {Code($"{finding.Place}")}: {Prose(Words.Sentence(finding.Message))} {Prose(Words.Sentence(gravest.Risk))}");
        if (finding.Money is not null)
            writer.Write($" Money is on this path: {Prose(finding.Money)}.");
        writer.Write($" Evidence: {finding.Evidence.Word}{(finding.Assumption is null ? $" ({finding.Evidence.Promise})" : $", a bug unless this fails: {Prose(finding.Assumption)}")}.\n\n");
    }

    private static void WriteCauses(IReadOnlyList<ReportedFinding> leading, TextWriter writer)
    {
        if (leading.Count == 0)
            return;
        writer.Write("What cannot wait, by cause:\n\n");
        var causes = ImmediateAction.Of(leading);
        foreach (var cause in causes.Take(MostCausesInSummary))
            writer.Write($"- {cause.Rule.Title}: **{cause.Settles.Length}** ({Ids(cause.Settles)})\n");
        if (causes.Length > MostCausesInSummary)
            writer.Write($"- and {Words.Count(causes.Length - MostCausesInSummary, "further cause")}\n");
        writer.Write('\n');
    }

    private static void WriteLedgerCounts(AuditReport report, TextWriter writer)
    {
        writer.Write($"Examined and found sound: {Words.Count(report.Cleared.Length, "candidate")} (Appendix A). ");
        writer.Write($"Silenced by the repository itself: {Words.Count(report.Facts.Silenced.Length, "finding")} (Appendix B). ");
        writer.Write($"Not audited: {report.SkippedInWords} (Appendix C).\n\n");
    }

    private static void WriteBelowGate(AuditReport report, TextWriter writer)
    {
        var below = report.BelowGate.ToList();
        if (below.Count > 0)
        {
            writer.Write($"# BELOW THE GATE\n\nThe gate of this audit: {report.Facts.Gate}. The following {Words.Count(below.Count, "fault")} {(below.Count == 1 ? "is" : "are")} below it.\n\n");
            WriteSections(report, below, writer);
        }

        var hazards = report.Hazards.ToList();
        if (hazards.Count == 0)
            return;
        writer.Write("## TO KNOW\n\nHazards are not faults of the code as it stands, and no total counts them. They name what would make it go wrong.\n\n");
        foreach (var hazard in hazards)
        {
            var finding = hazard.Finding;
            writer.Write($"- **{hazard.Id}** {Code($"{finding.Place}")}, {Code(finding.Rule.Id)}: {Prose(Words.Sentence(finding.Message))}");
            foreach (var step in finding.Trace)
                writer.Write($" {Code($"{step.Place}")} {Prose(step.Text)}.");
            writer.Write($" {Prose(Words.Sentence(finding.Repair))}\n");
        }

        writer.Write("\n---\n\n");
    }

    private static void WriteSections(AuditReport report, IEnumerable<ReportedFinding> findings, TextWriter writer)
    {
        // Correct code is shown at the first finding of a rule whose own repair is in words only.
        var examples = report.AboveGate.Concat(report.BelowGate).GroupBy(finding => finding.Finding.Severity).SelectMany(AuditReport.Alike).Select(alike => alike[0])
            .GroupBy(finding => finding.Finding.Rule.Id, StringComparer.Ordinal)
            .ToDictionary(rule => rule.Key, rule => rule.FirstOrDefault(finding => finding.Finding.RepairCode is null) ?? rule.First(), StringComparer.Ordinal);
        foreach (var severity in findings.GroupBy(finding => finding.Finding.Severity))
        {
            writer.Write($"## {severity.Key} {severity.Key.Rank} - {severity.Key.Deadline}\n\n");
            foreach (var alike in AuditReport.Alike(severity))
                MarkdownFinding.Write(alike[0], alike[1..], examples[alike[0].Finding.Rule.Id], writer);
        }
    }

    private static void WriteMatrix(AuditReport report, TextWriter writer)
    {
        writer.Write("## RISK SUMMARY MATRIX\n\n");
        writer.Write("| Category | P0 | P1 | P2 | P3 | Total | To know |\n|----------|---:|---:|---:|---:|------:|--------:|\n");
        foreach (var row in report.Matrix.Rows)
            writer.Write($"| {row.Category!.Value.Title} | {row.P0} | {row.P1} | {row.P2} | {row.P3} | {row.Total} | {row.Hazards} |\n");
        var total = report.Matrix.Total;
        writer.Write($"| **TOTAL** | **{total.P0}** | **{total.P1}** | **{total.P2}** | **{total.P3}** | **{total.Total}** | **{total.Hazards}** |\n\n---\n\n");
    }

    private static void WriteFinancialImpact(AuditReport report, TextWriter writer)
    {
        writer.Write("## FINANCIAL IMPACT ASSESSMENT\n\n");
        var faults = report.AboveGate.Concat(report.BelowGate).ToList();
        var money = faults.Where(finding => finding.Finding.Money is not null).ToList();
        if (money.Count == 0)
        {
            writer.Write(faults.Count == 0
                ? "No fault was found, so none has money on its path.\n\n"
                : $"No money is on the path of any of the {Words.Count(faults.Count, "fault")}: none of them touches a payment interface, or a table or column that holds amounts, as far as the code and the schema show.\n\n");
        }

        WriteRisk("High Financial Risk", money.Where(finding => finding.Finding.Severity <= Severity.P1), writer);
        WriteRisk("Medium Financial Risk", money.Where(finding => finding.Finding.Severity > Severity.P1), writer);

        var none = faults.Where(finding => finding.Finding.Money is null).ToImmutableArray();
        if (money.Count > 0 && none.Length > 0)
            writer.Write($"### No Money on the Path\n\n{Ids(none)}: no payment interface, and no table or column that holds amounts, was found on the way. They cost service, data and time.\n\n");
        writer.Write("---\n\n");
    }

    private static void WriteRisk(string heading, IEnumerable<ReportedFinding> findings, TextWriter writer)
    {
        var any = false;
        foreach (var finding in findings)
        {
            if (!any)
                writer.Write($"### {heading}\n\n");
            any = true;
            writer.Write($"- **{finding.Id}** ({Code($"{finding.Finding.Place}")}): {Prose(Words.Sentence(finding.Risk))} How we know that it is money: {Prose(finding.Finding.Money!)}.\n");
        }

        if (any)
            writer.Write('\n');
    }

    private static void WriteActions(AuditReport report, TextWriter writer)
    {
        writer.Write("## RECOMMENDED IMMEDIATE ACTIONS\n\n");
        var number = 0;
        var now = ImmediateAction.Of(report.AboveGate);
        if (now.IsEmpty)
            writer.Write("None: no fault is at or above the gate.\n\n");
        WriteActions(now, ref number, writer);

        var later = ImmediateAction.Of(report.BelowGate);
        if (!later.IsEmpty)
            writer.Write("### Then, below the gate\n\n");
        WriteActions(later, ref number, writer);
        writer.Write("---\n\n");
    }

    private static void WriteActions(ImmutableArray<ImmediateAction> actions, ref int number, TextWriter writer)
    {
        foreach (var action in actions)
            writer.Write($"{++number}. **{action.Severity}, {action.Severity.Deadline.ToLowerInvariant()}:** {Prose(Words.Sentence(action.Instruction))} This settles {Ids(action.Settles)} ({Code(action.Rule.Id)}).\n");
        if (!actions.IsEmpty)
            writer.Write('\n');
    }

    /// <summary>Ids with commas; a long run of them is shown from its first to its last.</summary>
    private static string Ids(ImmutableArray<ReportedFinding> findings) => findings.Length <= 12
        ? string.Join(", ", findings.Select(finding => finding.Id))
        : $"{string.Join(", ", findings.Take(10).Select(finding => finding.Id))} and {findings.Length - 10} more up to {findings[^1].Id}";
}
