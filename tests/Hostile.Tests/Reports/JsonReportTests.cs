using System.Text;
using Hostile.Cli.Reports;
using Xunit;

namespace Hostile.Tests.Reports;

public sealed class JsonReportTests
{
    [Fact]
    public void The_sample_reads_as_expected() => Golden.Equal("report.json", Json(ReportSample.Report));

    [Fact]
    public async Task The_sample_meets_our_schema() => Assert.Empty(Schemas.Faults(await Schemas.Report(), Json(ReportSample.Report)));

    [Fact]
    public async Task A_report_without_findings_meets_our_schema() => Assert.Empty(Schemas.Faults(await Schemas.Report(), Json(ReportSample.Clean)));

    [Fact]
    public async Task A_report_of_everything_at_once_meets_our_schema()
    {
        var judgement = ReportSample.Judgement with { Failures = [new("race/lost-update", "NullReferenceException: …")] };
        var report = AuditReport.Of(judgement, ReportSample.Facts with { Date = null, Commit = null, Gate = Gate.Never, Timings = [new("parse", TimeSpan.FromMilliseconds(1.5))] });
        Assert.Empty(Schemas.Faults(await Schemas.Report(), Json(report)));
    }

    [Theory]
    [InlineData("\"P0-001\"", "\"1\"")]
    [InlineData("\"line\": 12", "\"line\": 0")]
    [InlineData("\"side\": \"A\"", "\"side\": \"C\"")]
    [InlineData("\"aboveGate\"", "\"above\"")]
    [InlineData("\"race/lost-update\"", "\"lost-update\"")]
    public async Task Our_schema_sees_what_is_wrong(string right, string wrong)
    {
        var json = Json(ReportSample.Report);
        Assert.Contains(right, json);
        Assert.NotEmpty(Schemas.Faults(await Schemas.Report(), json.Replace(right, wrong)));
    }

    internal static string Json(AuditReport report)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
