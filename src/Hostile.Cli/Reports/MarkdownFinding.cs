using System.Collections.Immutable;
using Hostile.Model;
using Hostile.Rules;
using static Hostile.Cli.Reports.MarkdownText;

namespace Hostile.Cli.Reports;

/// <summary>One finding in full: where, what, how it goes wrong step by step, what to change, what it costs.</summary>
public static class MarkdownFinding
{
    // A trace may leave its function; a range of hundreds of lines sends nobody anywhere.
    private const int WidestRange = 60;

    // What a page shows of a line of code before it must be scrolled.
    private const int WidestLine = 110;

    // A rule's correct program is an illustration; a longer one is for the rule's own page.
    private const int LongestExample = 25;

    /// <summary>Writes the finding as a section of the third level.</summary>
    /// <param name="reported">The finding.</param>
    /// <param name="others">The same fault at other places, which have no section of their own.</param>
    /// <param name="example">The finding at which the correct code of this rule is shown: this one or another.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(ReportedFinding reported, ImmutableArray<ReportedFinding> others, ReportedFinding example, TextWriter writer)
    {
        var finding = reported.Finding;
        writer.Write($"### {reported.Id}: {Prose(Words.Capital(finding.Message))}\n");
        writer.Write($"**File:** {Code($"{finding.Place.Path}:{Range(finding)}")}  \n");
        writer.Write($"**Category:** {finding.Rule.Category.Title}  \n");
        writer.Write($"**Rule:** {Code(finding.Rule.Id)}  \n");
        var reasons = string.Join("; ", finding.SeverityReasons.Select(Prose));
        writer.Write($"**Severity:** {finding.Severity}{(reasons.Length == 0 ? "" : $" ({reasons})")}  \n");
        writer.Write($"**Evidence:** {finding.Evidence.Word}: {finding.Evidence.Promise}");
        writer.Write(finding.Assumption is null ? "\n\n" : $"  \n**Assumption:** {Prose(finding.Assumption)}\n\n");

        var excerpts = Excerpt.Of(finding);
        foreach (var excerpt in excerpts)
            WriteExcerpt(excerpt, named: excerpts.Length > 1, writer);

        writer.Write($"**Violation:** {Words.OneLine(Words.Sentence(finding.Rule.Title))} {Words.OneLine(finding.Rule.Why)}\n\n");
        WriteTrace(finding, writer);
        WriteFix(finding, example, writer);
        writer.Write($"**Risk:** {Prose(Words.Sentence(reported.Risk))}");
        writer.Write(finding.Money is null ? "\n\n" : $"  \n**Money:** {Prose(Words.Sentence(finding.Money))}\n\n");
        if (!others.IsEmpty)
        {
            var isOneFile = others.All(other => other.Finding.Place.Path == finding.Place.Path);
            writer.Write($"**The same at {Words.Count(others.Length, "further place")}{(isOneFile ? " of this file" : "")}:** {string.Join(", ", others.Select(other => $"{other.Id} ({(isOneFile ? $"line {other.Finding.Place.Line}" : Code($"{other.Finding.Place.Path}:{other.Finding.Place.Line}"))})"))}. The JSON report has each of them with its own steps.\n\n");
        }

        writer.Write("---\n\n");
    }

    /// <summary>What to change, with code: the repaired code of this place or, once for each rule, a correct program.</summary>
    private static void WriteFix(Finding finding, ReportedFinding example, TextWriter writer)
    {
        writer.Write($"**Fix:** {Prose(Words.Sentence(finding.Repair))}");
        if (finding.RepairCode is not null)
        {
            writer.Write("\n\n");
            WriteFence(IsSql(finding.RepairCode) ? "sql" : Language(finding.Place.Path), finding.RepairCode.Trim('\r', '\n').ReplaceLineEndings("\n").Split('\n'), writer);
            return;
        }

        var files = finding.Rule.Good.Take(1).SelectMany(RulePage.Files).Select(file => (file.Path, Lines: file.Text.Split('\n'))).ToList();
        if (files.Count == 0 || files.Sum(file => file.Lines.Length) > LongestExample)
        {
            writer.Write("\n\n");
            return;
        }

        if (example.Finding != finding)
        {
            writer.Write($" Correct code of this kind is shown at {example.Id}.\n\n");
            return;
        }

        writer.Write(" Correct code of this kind:\n\n");
        foreach (var (path, lines) in files)
            WriteFence(Language(path), lines, writer);
    }

    /// <summary>Whether repaired code is a statement for the server, and not a line of the program.</summary>
    private static bool IsSql(string code) => code.TrimStart().Split(' ', 2)[0] is "UPDATE" or "INSERT" or "SELECT" or "DELETE" or "ALTER" or "CREATE" or "SET" or "WITH" or "BEGIN" or "LOCK";

    /// <summary>The lines from the first to the last place of the trace in the finding's own file, when they are near one another; else the place's own.</summary>
    internal static string Range(Finding finding)
    {
        var places = finding.Trace.Select(step => step.Place).Where(place => place.Path == finding.Place.Path).Append(finding.Place).ToList();
        var (first, last) = (places.Min(place => place.Line), places.Max(place => place.EndLine));
        if (last - first >= WidestRange)
            (first, last) = (finding.Place.Line, finding.Place.EndLine);
        return first == last ? $"{first}" : $"{first}-{last}";
    }

    private static void WriteExcerpt(Excerpt excerpt, bool named, TextWriter writer)
    {
        var path = excerpt.Source.Path;
        var comment = path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase) ? "--" : "//";
        if (named)
            writer.Write($"{Code(path)}:\n\n");
        var first = excerpt.Lines.FirstOrDefault(line => !line.Elided)?.Number ?? 1;
        var lines = new List<string> { $"{comment} LINE {first}" };
        foreach (var line in excerpt.Lines)
        {
            if (line.Elided)
            {
                lines.Add($"{comment} … {Words.Count(line.Number, "line")}");
                continue;
            }

            // A mark that would be scrolled out of sight stands above its line instead.
            var marked = line.Marks.IsEmpty ? line.Text : $"{line.Text}  {comment} ◄ {line.Marks[0]}";
            if (line.Marks.Length <= 1 && (line.Marks.IsEmpty || marked.Length <= WidestLine))
            {
                lines.Add(marked);
                continue;
            }

            var indentation = line.Text[..^line.Text.AsSpan().TrimStart(" \t").Length];
            foreach (var mark in line.Marks)
                lines.Add($"{indentation}{comment} ▼ {Shortened(mark)}");
            lines.Add(line.Text);
        }

        WriteFence(Language(path), lines, writer);
    }

    private static string Shortened(string mark)
    {
        if (mark.Length <= WidestLine)
            return mark;
        var end = char.IsHighSurrogate(mark[WidestLine - 1]) ? WidestLine - 1 : WidestLine;
        return $"{mark[..end].TrimEnd()}…";
    }

    private static void WriteTrace(Finding finding, TextWriter writer)
    {
        writer.Write("**How it goes wrong:**\n\n");
        if (finding.Trace.All(step => step.Side == Side.Only))
        {
            for (var i = 0; i < finding.Trace.Length; i++)
                writer.Write($"{i + 1}. {Happening(finding.Trace[i])}\n");
        }
        else
        {
            WriteInterleaving(finding.Trace, writer);
        }

        writer.Write('\n');
    }

    /// <summary>Two executions side by side, time running down; what belongs to neither stands in a third column.</summary>
    private static void WriteInterleaving(ImmutableArray<Step> trace, TextWriter writer)
    {
        writer.Write("A and B are two executions at the same time.\n\n");
        var third = trace.Any(step => step.Side == Side.Only);
        writer.Write($"| Time | A | B |{(third ? " Then |" : "")}\n|-----:|---|---|{(third ? "---|" : "")}\n");
        for (var i = 0; i < trace.Length; i++)
        {
            var happening = Cell(Happening(trace[i]));
            var cells = trace[i].Side switch
            {
                Side.A => $" {happening} | |",
                Side.B => $" | {happening} |",
                _ => $" | | {happening} |",
            };
            writer.Write($"| {i + 1} |{cells}{(third && trace[i].Side != Side.Only ? " |" : "")}\n");
        }
    }

    private static string Happening(Step step) => $"{Prose(step.Text)} ({Code(Where(step.Place))})";

    private static string Where(Place place) => place.Line == place.EndLine ? $"{place.Path}:{place.Line}" : $"{place.Path}:{place.Line}-{place.EndLine}";

    private static void WriteFence(string language, IReadOnlyList<string> lines, TextWriter writer)
    {
        var visible = lines.Select(VisibleText.Of).ToList();
        var fence = Fence(visible);
        writer.Write($"{fence}{language}\n");
        foreach (var line in visible)
            writer.Write($"{line}\n");
        writer.Write($"{fence}\n\n");
    }
}
