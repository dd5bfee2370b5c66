using Hostile.Cli.Reports;
using Xunit;

namespace Hostile.Tests.Reports;

public sealed class TerminalReportTests
{
    [Fact]
    public void The_sample_reads_as_expected() => Golden.Equal("report.terminal", Terminal(Everything, new()));

    [Fact]
    public void The_sample_in_colour_reads_as_expected() => Golden.Equal("report-colour.terminal", Terminal(ReportSample.Report, new() { Color = true, WrittenTo = "report.md" }));

    [Fact]
    public void A_narrow_terminal_cuts_code_and_wraps_labels() => Golden.Equal("report-narrow.terminal", Terminal(Everything, new() { Width = 60 }));

    [Fact]
    public void A_report_without_findings_says_so() => Golden.Equal("clean.terminal", Terminal(ReportSample.Clean, new()));

    /// <summary>The sample with a gate that lets every fault through, so that each is drawn.</summary>
    private static AuditReport Everything { get; } = AuditReport.Of(ReportSample.Judgement, ReportSample.Facts with { Gate = new(Rules.Severity.P3, Rules.Evidence.Likely) });

    internal static string Terminal(AuditReport report, TerminalOptions options)
    {
        using var writer = new StringWriter();
        TerminalReport.Write(report, writer, options);
        return writer.ToString();
    }
}
