using System.Globalization;
using System.Text.RegularExpressions;
using Hostile.Cli.Config;
using Hostile.Cli.Reports;
using Hostile.Model;
using Hostile.Model.Projects;

namespace Hostile.Cli.Commands;

/// <summary><c>hostile cleared</c>: what the rules made of a place, above all why nothing was reported there.</summary>
public static partial class ClearedCommand
{
    /// <summary>How many neighbours are named when nothing is at the place itself.</summary>
    private const int MostNeighbours = 3;

    public static Command Command { get; } = new()
    {
        Name = "cleared",
        Operands = "PLACE",
        Summary = "Say why a place was not reported",
        Details = """
            PLACE is a file, a line of it as FILE:LINE, or a folder. Lists what the rules examined there: candidates that were
            let go with the reason, findings, and what the repository silenced. The whole program is read, as by audit.
            """,
        Options =
        [
            new("--no-config", null, $"Pass over the repository's {Configuration.FileName}"),
            new("--threads", "N", "Threads to use (default: one for each processor)"),
        ],
        Examples =
        [
            ("hostile cleared src/orders.ts:42", "what was examined on this line"),
            ("hostile cleared src/orders.ts", "… and in the whole file"),
        ],
        Run = Run,
    };

    private static ExitCode Run(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        if (arguments.Operands.Length != 1)
            throw new UsageException(arguments.Operands.IsEmpty ? "which place? Name a file, FILE:LINE or a folder" : "one place at a time");

        var (path, line) = Split(arguments.Operands[0], terminal.CurrentDirectory);
        var settings = AuditSettings.From(arguments) with { Paths = [path], IncludeTests = true };
        var scope = Scope.Of(settings.Paths, terminal.CurrentDirectory);
        var disk = new Disk(scope.Root);
        var configuration = settings.Configured(disk, scope, terminal.CurrentDirectory);

        AuditReport report;
        using (var progress = Progress.For(terminal, settings.Progress))
            report = Auditor.Run(disk, AuditRequest.Of(settings, scope, configuration, GitHead.Read(scope.Root)), progress, cancellation);

        var entries = Entries(report).OrderBy(entry => entry.Place).ThenBy(entry => entry.Rule, StringComparer.Ordinal).ToList();
        var here = line is null ? entries : [.. entries.Where(entry => entry.Place.Line <= line && line <= entry.Place.EndLine)];
        var ink = new InkWriter(terminal.Output, terminal.Colors(arguments));
        Write(here, ink);
        if (here.Count == 0)
            WriteNothing(TreePath.Shown(path), line, entries, report, ink);
        return ExitCode.Clean;
    }

    /// <summary>The path and the line that were written as one word. A file whose own name ends in a number wins.</summary>
    private static (string Path, int? Line) Split(string word, string currentDirectory)
    {
        if (Path.Exists(Path.GetFullPath(word, currentDirectory)) || Position().Match(word) is not { Success: true } position)
            return (word, null);
        return int.TryParse(position.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0
            ? (position.Groups[1].Value, line)
            : throw new UsageException($"'{TreePath.Shown(word)}' names no line: lines count from 1");
    }

    /// <summary>All that the rules said, each at its place; of a finding also the places of its steps.</summary>
    private static IEnumerable<Entry> Entries(AuditReport report)
    {
        foreach (var cleared in report.Cleared)
            yield return new(cleared.Place, "cleared", cleared.Rule.Id, cleared.Reason);
        foreach (var silenced in report.Facts.Silenced)
            yield return new(silenced.Finding.Place, "silenced", silenced.Finding.Rule.Id, $"by {silenced.Where} ({silenced.Reason}): {silenced.Finding.Message}");
        foreach (var reported in report.Findings)
        {
            var finding = reported.Finding;
            yield return new(finding.Place, "reported", finding.Rule.Id, $"{finding.Severity} {finding.Evidence.Word}: {finding.Message}");
            foreach (var place in finding.Trace.Select(step => step.Place).Where(place => place.Line != finding.Place.Line).DistinctBy(place => (place.Path, place.Line)))
                yield return new(place, "step of", finding.Rule.Id, $"reported at {finding.Place}");
        }
    }

    private static void Write(List<Entry> entries, InkWriter ink)
    {
        foreach (var place in entries.GroupBy(entry => entry.Place.ToString(), StringComparer.Ordinal))
        {
            ink.Line(VisibleText.Of(place.Key), Ink.Bold);
            foreach (var entry in place)
            {
                ink.Write($"  {entry.Kind,-8} ", entry.Kind switch { "cleared" => Ink.Help, "reported" => Ink.Primary, _ => Ink.Secondary });
                ink.Line($"{entry.Rule}: {VisibleText.Of(Words.OneLine(entry.Text))}");
            }
        }
    }

    private static void WriteNothing(string path, int? line, List<Entry> entries, AuditReport report, InkWriter ink)
    {
        ink.Line($"No rule had a candidate {(line is null ? $"in {path}" : $"at {path}:{line}")}: nothing there looked like one of the {Words.Count(report.Facts.Rules.Length, "kind")} of faults that were looked for.");
        if (entries.Count > 0 && line is { } wanted)
        {
            ink.Line("The nearest candidates:");
            Write([.. entries.OrderBy(entry => Math.Abs(entry.Place.Line - wanted)).Take(MostNeighbours).OrderBy(entry => entry.Place)], ink);
        }

        ink.Line("hostile rules lists what is looked for; hostile explain RULE says what a rule cannot see.");
    }

    [GeneratedRegex(@"^(.+?):(\d+)(?::\d+)?$")]
    private static partial Regex Position();

    /// <summary>What was said of a place.</summary>
    private sealed record Entry(Place Place, string Kind, string Rule, string Text);
}
