using Hostile.Cli.Reports;
using Hostile.Rules;
using Xunit;

namespace Hostile.Tests.Reports;

public sealed class MarkdownReportTests
{
    [Fact]
    public void The_sample_reads_as_expected() => Golden.Equal("report.markdown", Markdown(ReportSample.Report));

    [Fact]
    public void A_report_without_findings_says_so_and_keeps_its_matrix_and_ledgers()
    {
        var text = Markdown(ReportSample.Clean);
        Golden.Equal("clean.markdown", text);
        Assert.Contains("**No fault was found.**", text);
        Assert.Contains("| **TOTAL** | **0** |", text);
        Assert.Contains("## APPENDIX A", text);
    }

    [Fact]
    public void A_rules_page_reads_as_expected() => Golden.Equal("rule-page.markdown", RulePage.Render(ReportSample.Rule, "../../.."));

    internal static string Markdown(AuditReport report)
    {
        using var writer = new StringWriter();
        MarkdownReport.Write(report, writer);
        return writer.ToString();
    }
}
