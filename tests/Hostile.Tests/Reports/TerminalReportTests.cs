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

    [Fact]
    public void A_hazard_over_wide_characters_reads_as_expected()
    {
        using var writer = new StringWriter();
        TerminalReport.WriteFinding(ReportSample.Report.Hazards.Single(), 100, new(writer, color: false));
        Golden.Equal("hazard.terminal", writer.ToString());
    }

    [Fact]
    public void What_is_below_the_gate_is_listed_up_to_a_number_and_then_counted()
    {
        var text = Terminal(ReportSample.Report, new() { MostBelowGate = 1, WrittenTo = "report.md" });
        Assert.Contains("… and 2 more, in report.md\n", text);
        Assert.DoesNotContain("P3-001", text);
    }

    [Fact]
    public void A_rule_that_failed_is_said_before_the_summary()
    {
        var text = Terminal(AuditReport.Of(ReportSample.Judgement with { Failures = [new("race/lost-update", "boom")] }, ReportSample.Facts), new());
        Assert.Contains("failure: the rule race/lost-update failed (boom)", text);
        Assert.Contains("**This audit is incomplete:**", MarkdownReportTests.Markdown(AuditReport.Of(ReportSample.Judgement with { Failures = [new("race/lost-update", "boom")] }, ReportSample.Facts)));
    }

    /// <summary>The sample with a gate that lets every fault through, so that each is drawn.</summary>
    private static AuditReport Everything { get; } = AuditReport.Of(ReportSample.Judgement, ReportSample.Facts with { Gate = new(Rules.Severity.P3, Rules.Evidence.Likely) });

    internal static string Terminal(AuditReport report, TerminalOptions options)
    {
        using var writer = new StringWriter();
        TerminalReport.Write(report, writer, options);
        return writer.ToString();
    }
}
