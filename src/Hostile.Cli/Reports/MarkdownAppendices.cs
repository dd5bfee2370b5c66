using Hostile.Rules;
using static Hostile.Cli.Reports.MarkdownText;

namespace Hostile.Cli.Reports;

/// <summary>The ledgers by which the audit can itself be audited: what was cleared, silenced and skipped, and what the method cannot see.</summary>
internal static class MarkdownAppendices
{
    // The ledgers are complete in the JSON report; here they are samples.
    private const int MostReasons = 8;
    private const int MostSamples = 3;
    private const int MostSkipped = 5;

    public static void Write(AuditReport report, TextWriter writer)
    {
        WriteCleared(report, writer);
        WriteSilenced(report, writer);
        WriteSkipped(report, writer);
        WriteMethod(report, writer);
    }

    private static void WriteCleared(AuditReport report, TextWriter writer)
    {
        writer.Write("## APPENDIX A: EXAMINED AND CLEARED\n\n");
        if (report.Cleared.IsEmpty)
        {
            writer.Write("No candidate was examined and let go.\n\n---\n\n");
            return;
        }

        writer.Write($"{Words.Count(report.Cleared.Length, "candidate")} looked like a fault at first and {(report.Cleared.Length == 1 ? "is" : "are")} none. The JSON report lists every one.\n\n");
        writer.Write("| Rule | Why it is no fault | Count | For example |\n|------|--------------------|------:|-------------|\n");
        foreach (var rule in report.Cleared.GroupBy(cleared => cleared.Rule.Id, StringComparer.Ordinal).OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            var reasons = rule.GroupBy(cleared => cleared.Reason, StringComparer.Ordinal)
                .OrderByDescending(reason => reason.Count()).ThenBy(reason => reason.Key, StringComparer.Ordinal)
                .ToList();
            foreach (var reason in reasons.Take(MostReasons))
            {
                var samples = string.Join(", ", reason.Select(cleared => Code($"{cleared.Place}")).Distinct(StringComparer.Ordinal).Take(MostSamples));
                writer.Write($"| {Cell(Code(rule.Key))} | {Cell(Prose(reason.Key))} | {reason.Count()} | {Cell(samples)} |\n");
            }

            if (reasons.Count > MostReasons)
                writer.Write($"| {Cell(Code(rule.Key))} | {Words.Count(reasons.Count - MostReasons, "further reason")} | {reasons.Skip(MostReasons).Sum(reason => reason.Count())} | |\n");
        }

        writer.Write($"| **TOTAL** | | **{report.Cleared.Length}** | |\n\n---\n\n");
    }

    private static void WriteSilenced(AuditReport report, TextWriter writer)
    {
        writer.Write("## APPENDIX B: SILENCED BY THE REPOSITORY\n\n");
        if (report.Facts.Silenced.IsEmpty)
        {
            writer.Write("The repository silenced nothing.\n\n---\n\n");
            return;
        }

        writer.Write("The audited code asked for these not to be reported. The reasons are its own and were not judged.\n\n");
        writer.Write("| Place | Rule | Severity | What would have been said | Silenced by | Reason given |\n|-------|------|----------|---------------------------|-------------|--------------|\n");
        foreach (var silenced in report.Facts.Silenced)
        {
            var finding = silenced.Finding;
            writer.Write($"| {Cell(Code($"{finding.Place}"))} | {Cell(Code(finding.Rule.Id))} | {finding.Severity} {finding.Evidence.Word} | {Cell(Prose(finding.Message))} | {Cell(Code(silenced.Where))} | {Cell(Code(silenced.Reason))} |\n");
        }

        writer.Write("\n---\n\n");
    }

    private static void WriteSkipped(AuditReport report, TextWriter writer)
    {
        writer.Write("## APPENDIX C: NOT AUDITED\n\n");
        if (report.Facts.Skipped.IsEmpty)
        {
            writer.Write("Every file in scope was audited.\n\n");
        }
        else
        {
            writer.Write("| Why | Files and folders | For example |\n|-----|------------------:|-------------|\n");
            foreach (var reason in report.Facts.Skipped.GroupBy(file => file.Reason, StringComparer.Ordinal).OrderByDescending(reason => reason.Count()).ThenBy(reason => reason.Key, StringComparer.Ordinal))
            {
                var samples = string.Join(", ", reason.Select(file => file.Path).Order(StringComparer.Ordinal).Take(MostSkipped).Select(Code));
                writer.Write($"| {Cell(Prose(reason.Key))} | {reason.Count()} | {Cell(samples)} |\n");
            }

            writer.Write($"| **TOTAL** | **{report.Facts.Skipped.Length}** | |\n\n");
        }

        if (!report.Facts.Notes.IsEmpty)
        {
            writer.Write("### Notes on this run\n\n");
            foreach (var note in report.Facts.Notes)
            {
                var where = note.Path is null ? "" : $"{Code(note.Line is null ? note.Path : $"{note.Path}:{note.Line}")}: ";
                writer.Write($"- {where}{Prose(Words.Sentence(note.Text))}\n");
            }

            writer.Write('\n');
        }

        writer.Write("---\n\n");
    }

    private static void WriteMethod(AuditReport report, TextWriter writer)
    {
        writer.Write("## APPENDIX D: METHOD AND LIMITS\n\n");
        writer.Write($"Hostile read {MarkdownReport.ExtentInWords(report.Facts.Extent)}. It ran no part of the audited code, started no process and used no network. ");
        writer.Write("It parses the TypeScript and the SQL, follows values and calls between files, and looks at every point at which a function waits: there another execution may run. ");
        writer.Write("A finding is reported only with a place and a trace; where the code does not tell, nothing is said. So an absent finding is no proof of its absence, and the same input gives the same report byte for byte.\n\n");

        writer.Write("Severity is how soon a fault must be dealt with. Evidence is how we know:\n\n");
        foreach (var evidence in Enum.GetValues<Evidence>())
            writer.Write($"- **{evidence.Word}**: {evidence.Promise}\n");

        writer.Write($"\n### Rules that ran, and what they cannot see\n\n");
        if (report.Facts.Rules.IsEmpty)
            writer.Write("None.\n\n");
        else
            writer.Write("| Rule | Looks for | Does not see |\n|------|-----------|--------------|\n");
        foreach (var rule in report.Facts.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal))
            writer.Write($"| {Cell(Code(rule.Id))} | {Cell(Words.OneLine(rule.Title))} | {Cell(Words.OneLine(rule.Unseen))} |\n");
        if (!report.Facts.Rules.IsEmpty)
            writer.Write('\n');

        if (!report.Failures.IsEmpty)
        {
            writer.Write("### Rules that failed\n\nThese are faults of Hostile, not of the audited code. What these rules would have found is not in this report.\n\n");
            foreach (var failure in report.Failures)
                writer.Write($"- {Code(failure.Rule)}: {Code(failure.Message)}\n");
            writer.Write('\n');
        }

        if (!report.Facts.Timings.IsEmpty)
        {
            writer.Write("### Timings\n\n| Stage | Milliseconds |\n|-------|-------------:|\n");
            foreach (var timing in report.Facts.Timings)
                writer.Write($"| {Cell(Prose(timing.Stage))} | {timing.Elapsed.TotalMilliseconds:F1} |\n");
            writer.Write('\n');
        }

        writer.Write("---\n\n");
    }
}
