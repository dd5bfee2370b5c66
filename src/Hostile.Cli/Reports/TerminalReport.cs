using System.Collections.Immutable;
using Hostile.Model;

namespace Hostile.Cli.Reports;

/// <summary>How the terminal wants it.</summary>
public sealed record TerminalOptions
{
    /// <summary>Columns; 100 where there is no terminal.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Whether colours are allowed.</summary>
    public bool Color { get; init; }

    /// <summary>How many findings below the gate are listed, a line each; the others are counted.</summary>
    public int MostBelowGate { get; init; } = 20;

    /// <summary>Where the full report was written, as the user knows the path; null when it was not.</summary>
    public string? WrittenTo { get; init; }
}

/// <summary>The report on a terminal: what is at or above the gate in full, in the manner of the Rust compiler, the rest a line each, the summary last.</summary>
public static class TerminalReport
{
    /// <summary>Writes it. Line breaks are line feeds on every system.</summary>
    public static void Write(AuditReport report, TextWriter writer, TerminalOptions options)
    {
        var ink = new InkWriter(writer, options.Color);
        foreach (var alike in AuditReport.Alike(report.AboveGate))
            WriteFinding(alike[0], options.Width, ink, alike[1..]);
        WriteBelowGate(report, options, ink);
        WriteTroubles(report, ink);
        WriteSummary(report, options, ink);
    }

    /// <summary>Writes one finding in full, and where else the same is found.</summary>
    public static void WriteFinding(ReportedFinding reported, int width, InkWriter ink, ImmutableArray<ReportedFinding> others = default)
    {
        var finding = reported.Finding;
        ink.Write(reported.Id, InkWriter.Of(finding.Severity));
        ink.Write($" {finding.Evidence.Word} {finding.Rule.Id}: ", Ink.Bold);
        ink.Line(VisibleText.Of(Words.OneLine(finding.Message)), Ink.Bold);

        var sources = finding.Trace.Select(step => step.Place).Prepend(finding.Place).GroupBy(place => place.Source).ToList();
        var gutter = sources.SelectMany(places => places).Max(place => place.Line).ToString().Length;
        SourceSnippet? snippet = null;
        foreach (var places in sources)
        {
            var place = places.Key == finding.Place.Source ? finding.Place : places.First();
            ink.Write(new string(' ', gutter) + (snippet is null ? "--> " : "::: "), Ink.Gutter);
            ink.Line(Where(place));
            snippet = new SourceSnippet(finding, places.Key, gutter, width, ink);
            snippet.Draw();
        }

        snippet!.Gutter();
        ink.Line();
        foreach (var reason in finding.SeverityReasons)
            WriteNote("severity", reason, gutter, width, Ink.Bold, ink);
        WriteNote("assuming", finding.Assumption, gutter, width, Ink.Bold, ink);
        WriteNote("money", finding.Money, gutter, width, Ink.Bold, ink);
        WriteNote("risk", reported.Risk, gutter, width, Ink.Bold, ink);
        WriteNote("fix", finding.Repair, gutter, width, Ink.Help, ink);
        if (finding.RepairCode is not null)
            WriteRepair(finding.RepairCode, snippet, gutter, ink);
        if (!others.IsDefaultOrEmpty)
            WriteNote("same", string.Join(", ", others.Select(other => $"{other.Id} ({other.Finding.Place.Path}:{other.Finding.Place.Line})")), gutter, width, Ink.Bold, ink);
        ink.Line();
    }

    private static void WriteNote(string name, string? text, int gutter, int width, Ink nameInk, InkWriter ink)
    {
        if (text is null)
            return;
        var indentation = gutter + 3 + name.Length + 2;
        var first = true;
        foreach (var line in DisplayText.Wrap(VisibleText.Of(Words.OneLine(text)), width - indentation))
        {
            if (first)
            {
                ink.Write($"{new string(' ', gutter)} = ", Ink.Gutter);
                ink.Write($"{name}: ", nameInk);
            }
            else
            {
                ink.Write(new string(' ', indentation));
            }

            ink.Line(line);
            first = false;
        }
    }

    private static void WriteRepair(string code, SourceSnippet snippet, int gutter, InkWriter ink)
    {
        snippet.Gutter();
        ink.Line();
        foreach (var line in code.ReplaceLineEndings("\n").Trim('\n').Split('\n'))
        {
            ink.Write($"{new string(' ', gutter)} + ", Ink.Help);
            ink.Line(DisplayText.Of(line).Text, Ink.Help);
        }
    }

    private static void WriteBelowGate(AuditReport report, TerminalOptions options, InkWriter ink)
    {
        var below = report.BelowGate.Concat(report.Hazards).ToList();
        if (below.Count == 0)
            return;
        ink.Line($"Below the gate ({report.Facts.Gate}):", Ink.Bold);
        foreach (var reported in below.Take(options.MostBelowGate))
        {
            var finding = reported.Finding;
            ink.Write(reported.Id, InkWriter.Of(finding.Severity));
            ink.Line($" {finding.Evidence.Word} {finding.Rule.Id} {Where(finding.Place)}: {VisibleText.Of(Words.OneLine(finding.Message))}");
        }

        if (below.Count > options.MostBelowGate)
            ink.Line($"… and {below.Count - options.MostBelowGate} more{(options.WrittenTo is null ? "" : $", in {VisibleText.Of(options.WrittenTo)}")}");
        ink.Line();
    }

    private static void WriteTroubles(AuditReport report, InkWriter ink)
    {
        foreach (var note in report.Facts.Notes)
        {
            ink.Write("note: ", Ink.Bold);
            var where = note.Path is null ? "" : note.Line is null ? $"{note.Path}: " : $"{note.Path}:{note.Line}: ";
            ink.Line(VisibleText.Of(Words.OneLine($"{where}{note.Text}")));
        }

        foreach (var failure in report.Failures)
        {
            ink.Write("failure: ", Ink.Primary);
            ink.Line($"the rule {failure.Rule} failed ({VisibleText.Of(Words.OneLine(failure.Message))}); this is a fault of Hostile, and the audit is incomplete by it");
        }

        if (!report.Facts.Notes.IsEmpty || !report.Failures.IsEmpty)
            ink.Line();
    }

    private static void WriteSummary(AuditReport report, TerminalOptions options, InkWriter ink)
    {
        var extent = report.Facts.Extent;
        ink.Line($"Read {MarkdownReport.ExtentInWords(extent)}.");

        var above = report.AboveGate.ToList();
        ink.Write(above.Count == 0 ? "Nothing" : Words.Count(above.Count, "fault"), above.Count == 0 ? Ink.Help : InkWriter.Of(above[0].Finding.Severity));
        ink.Line($" at or above the gate ({report.Facts.Gate}){BySeverity(above)}.");

        var below = report.BelowGate.ToList();
        ink.Line($"{Words.Count(below.Count, "fault")} below it{BySeverity(below)}, {Words.Count(report.Hazards.Count(), "hazard")} to know.");
        ink.Line($"{Words.Count(report.Cleared.Length, "candidate")} examined and cleared, {Words.Count(report.Facts.Silenced.Length, "finding")} silenced by the repository, {report.SkippedInWords} not audited.");
        foreach (var timing in report.Facts.Timings)
            ink.Line($"{timing.Elapsed.TotalMilliseconds,10:F1} ms  {timing.Stage}");
        if (options.WrittenTo is not null)
            ink.Line($"Full report: {VisibleText.Of(options.WrittenTo)}");
        ink.Line(above.Count == 0 ? "Exit code 0: nothing at or above the gate." : "Exit code 1: something is at or above the gate.");
    }

    private static string BySeverity(IReadOnlyList<ReportedFinding> findings) => findings.Count == 0
        ? ""
        : $": {string.Join(", ", findings.GroupBy(finding => finding.Finding.Severity).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}"))}";

    private static string Where(Place place) => $"{VisibleText.Of(place.Path)}:{place.Line}:{place.Column}";
}
