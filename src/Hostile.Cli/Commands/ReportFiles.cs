using System.Text;
using Hostile.Cli.Reports;

namespace Hostile.Cli.Commands;

/// <summary>Puts reports where they belong. A file is written beside its place and moved there whole: no reader ever sees half a report.</summary>
internal static class ReportFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes one form of the report to a file. Throws <see cref="UsageException"/> when the file cannot be written.</summary>
    public static void Write(AuditReport report, ReportFormat format, string path)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            // A device, a pipe or a link is written into: to put a file in the place of /dev/null would take it from everybody.
            if (new FileInfo(path) is { Exists: true } target && (target.Length == 0 || target.LinkTarget is not null))
            {
                using var into = new FileStream(path, FileMode.Truncate, FileAccess.Write);
                Write(report, format, into, new());
                return;
            }

            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
                Write(report, format, stream, new());
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw new UsageException($"cannot write '{Model.Projects.TreePath.Shown(path)}': {(failure is UnauthorizedAccessException ? "permission denied" : Directory.Exists(path) ? "it is a directory" : failure is DirectoryNotFoundException ? "no such directory" : "the system refuses")}");
        }
    }

    /// <summary>Writes one form of the report to a text, such as standard output.</summary>
    public static void Write(AuditReport report, ReportFormat format, TextWriter writer, TerminalOptions options)
    {
        using var buffer = new MemoryStream();
        Write(report, format, buffer, options);
        writer.Write(Utf8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        writer.Flush();
    }

    /// <summary>
    /// The place of the report that nobody named: report.md, or hostile-report.md where report.md is somebody else's. Null, when both are.
    /// </summary>
    public static string? DefaultPlace(string directory) =>
        new[] { "report.md", "hostile-report.md" }.FirstOrDefault(name => IsOurs(Path.Combine(directory, name)));

    /// <summary>Whether nothing stands there, or a report of ours, which may be replaced.</summary>
    private static bool IsOurs(string path)
    {
        if (!Path.Exists(path) && new FileInfo(path).LinkTarget is null)
            return true;

        try
        {
            // A link or a device is never ours, and a report is never empty.
            if (new FileInfo(path) is not { Exists: true, LinkTarget: null, Length: > 0 })
                return false;
            using var reader = new StreamReader(path, Utf8);
            return reader.ReadLine() == MarkdownReport.Title;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Write(AuditReport report, ReportFormat format, Stream stream, TerminalOptions options)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonReport.Write(report, stream);
                return;
            case ReportFormat.Sarif:
                SarifReport.Write(report, stream);
                return;
        }

        using var writer = new StreamWriter(stream, Utf8, leaveOpen: true);
        if (format == ReportFormat.Markdown)
            MarkdownReport.Write(report, writer);
        else
            TerminalReport.Write(report, writer, options);
    }
}
