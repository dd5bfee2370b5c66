using System.Text;
using Hostile.Cli.Reports;
using Xunit;

namespace Hostile.Tests.Reports;

public sealed class JsonReportTests
{
    [Fact]
    public void The_sample_reads_as_expected() => Golden.Equal("report.json", Json(ReportSample.Report));

    internal static string Json(AuditReport report)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
