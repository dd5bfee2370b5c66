using System.Diagnostics;
using Hostile.Cli.Reports;
using Hostile.Model.Projects;

namespace Hostile.Cli.Commands;

/// <summary><c>hostile audit</c>: reads the program that holds the paths, judges it, writes the reports and says by its exit code whether the gate holds.</summary>
public static class AuditCommand
{
    public static Command Command { get; } = new()
    {
        Name = "audit",
        Operands = "[PATH…]",
        Summary = "Audit a codebase and write the report",
        Details = """
            The whole repository or workspace that holds PATH is read, so that the program is understood; findings are
            reported inside PATH only (default: the current directory). Nothing is run, installed or fetched.

            Without --format and -o the summary goes to the terminal and the report to report.md in the current directory;
            a report.md that hostile did not write is left alone, and hostile-report.md written instead.
            """,
        Options =
        [
            new("--format", "FORMAT", "Write this form: text, markdown, json or sarif. May be repeated;\nto standard output unless -o follows") { Choices = ["text", "markdown", "json", "sarif"], Repeats = true },
            new("--output", "FILE", "Write the format before it to this file ('-': standard output);\nalone, the file's ending tells the format") { Short = "-o", Repeats = true },
            new("--fail-on", "SEVERITY", "Exit with 1 for findings this grave or graver: P0, P1, P2, P3 or none\n(default P1, unless hostile.json says otherwise)") { Choices = ["P0", "P1", "P2", "P3", "none"] },
            new("--evidence", "LEVEL", "… and known at least so well: proven, certain or likely\n(default likely)") { Choices = ["proven", "certain", "likely"] },
            new("--config", "FILE", "Settings (default: hostile.json of the program or the repository)"),
            new("--no-config", null, "Pass over the repository's hostile.json"),
            new("--include-tests", null, "Read test code, too, and report findings in it"),
            new("--date", "DAY", "The report's date as year-month-day, or none (default: the commit's)"),
            new("--max-file-size", "SIZE", "Skip larger files, e.g. 500k (default 10M)"),
            new("--threads", "N", "Threads to use (default: one for each processor)"),
            new("--timings", null, "Say how long each stage took, and the most memory there was"),
            new("--no-progress", null, "Show no progress (shown on a terminal only, and never in CI)"),
            new("--verbose", null, "List every skipped file and note") { Short = "-v" },
        ],
        Examples =
        [
            ("hostile audit", "the repository that holds the current directory; writes report.md"),
            ("hostile audit apps/api --fail-on P0", "findings in one part of it; only P0 fails the run"),
            ("hostile audit --format sarif -o hostile.sarif --format text", "for CI: a file for the platform, the text for the log"),
        ],
        Run = Run,
    };

    private static ExitCode Run(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var settings = AuditSettings.From(arguments);
        var scope = Scope.Of(settings.Paths, terminal.CurrentDirectory);
        var disk = new Disk(scope.Root);
        var configuration = settings.Configured(disk, scope, terminal.CurrentDirectory);
        var request = AuditRequest.Of(settings, scope, configuration, GitHead.Read(scope.Root));

        AuditReport report;
        using (var progress = Progress.For(terminal, settings.Progress))
        {
            try
            {
                report = Auditor.Run(disk, request, progress, cancellation);
                cancellation.ThrowIfCancellationRequested();
            }
            catch (OperationCanceledException stopped)
            {
                throw new Interruption($"while {progress.Stage}", stopped);
            }

            progress.Dispose();
            if (settings.Timings)
                WriteTimings(progress, terminal.Error);
        }

        Write(report, settings, terminal, new() { Width = terminal.Width, Color = terminal.Colors(arguments) });
        if (settings.Verbose)
            WriteDetails(report, terminal.Error);
        foreach (var mistake in configuration.Mistakes)
            terminal.Error.WriteLine($"hostile: {TreePath.Shown(configuration.Path)}:{mistake.Line}: {mistake.Text}");
        // The audit is done, but it is not the one that was asked for.
        return !configuration.Mistakes.IsEmpty ? ExitCode.CannotRun : report.AboveGate.Any() ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>Files first, so that what is said on the terminal is done.</summary>
    private static void Write(AuditReport report, AuditSettings settings, Terminal terminal, TerminalOptions options)
    {
        foreach (var (format, file) in settings.Destinations)
        {
            if (file is not null)
                ReportFiles.Write(report, format, Path.GetFullPath(file, terminal.CurrentDirectory));
        }

        if (settings.Destinations.FirstOrDefault(destination => destination.File is null) is { } toOutput)
        {
            ReportFiles.Write(report, toOutput.Format, terminal.Output, options);
            return;
        }

        var written = settings.Destinations.IsEmpty ? ReportFiles.DefaultPlace(terminal.CurrentDirectory) : string.Join(", ", settings.Destinations.Select(destination => destination.File));
        if (settings.Destinations.IsEmpty && written is not null)
            ReportFiles.Write(report, ReportFormat.Markdown, Path.Combine(terminal.CurrentDirectory, written));
        ReportFiles.Write(report, ReportFormat.Text, terminal.Output, options with { WrittenTo = written });
        if (written is null)
            terminal.Error.WriteLine("hostile: report.md and hostile-report.md are not hostile's and were left alone: name a file with -o");
    }

    private static void WriteDetails(AuditReport report, TextWriter error)
    {
        foreach (var note in report.Facts.Notes)
            error.WriteLine($"note: {note.Path}: {note.Text}");
        foreach (var file in report.Facts.Skipped)
            error.WriteLine($"skipped: {file.Path}: {file.Reason}");
    }

    private static void WriteTimings(Progress progress, TextWriter error)
    {
        foreach (var (stage, elapsed, processor) in progress.Timings)
            error.WriteLine($"{elapsed.TotalMilliseconds,8:0.0} ms {processor.TotalMilliseconds,8:0.0} ms processor  {stage}");
        using var self = Process.GetCurrentProcess();
        error.WriteLine($"{self.PeakWorkingSet64 / 1e6,8:0} MB  peak");
    }
}
