using System.Text;
using System.Text.Json.Nodes;
using Hostile.Cli.Reports;
using Hostile.Rules;
using Xunit;

namespace Hostile.Tests.Reports;

public sealed class SarifReportTests
{
    [Fact]
    public void The_sample_reads_as_expected() => Golden.Equal("report.sarif", Sarif(ReportSample.Report));

    [Fact]
    public async Task The_sample_meets_the_official_schema() => Assert.Empty(Schemas.Faults(await Schemas.Sarif(), Sarif(ReportSample.Report)));

    [Fact]
    public async Task A_report_without_findings_meets_the_official_schema() => Assert.Empty(Schemas.Faults(await Schemas.Sarif(), Sarif(ReportSample.Clean)));

    [Theory]
    [InlineData("runs.0.tool.driver.name")]
    [InlineData("runs.0.results.0.message")]
    [InlineData("runs.0.results.0.codeFlows.0.threadFlows")]
    [InlineData("runs.0.versionControlProvenance.0.repositoryUri")]
    [InlineData("runs.0.invocations.0.executionSuccessful")]
    public async Task The_official_schema_misses_what_is_taken_away(string path)
    {
        var log = JsonNode.Parse(Sarif(ReportSample.Report))!;
        var node = path.Split('.')[..^1].Aggregate(log, (node, name) => int.TryParse(name, out var index) ? node[index]! : node[name]!);
        Assert.True(node.AsObject().Remove(path.Split('.')[^1]));
        Assert.NotEmpty(Schemas.Faults(await Schemas.Sarif(), log.ToJsonString()));
    }

    [Fact]
    public void A_race_has_a_thread_flow_for_each_side_with_steps_numbered_in_time()
    {
        var flows = Run(ReportSample.Report)["results"]![0]!["codeFlows"]![0]!["threadFlows"]!.AsArray();
        Assert.Equal(["A", "B"], flows.Select(flow => (string)flow!["id"]!));
        Assert.Equal([1, 3], flows[0]!["locations"]!.AsArray().Select(step => (int)step!["executionOrder"]!));
        Assert.Equal([2, 4], flows[1]!["locations"]!.AsArray().Select(step => (int)step!["executionOrder"]!));
    }

    [Fact]
    public void A_path_is_percent_encoded_segment_by_segment()
    {
        var uris = Run(ReportSample.Report)["results"]!.AsArray().Select(result => (string)result!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!);
        Assert.Contains("docs/%5Bx%5D%28javascript%3Aalert%281%29%29/a%7Cb%2Ac%3Cimg%20src%3Dx%3E.ts", uris);
    }

    [Fact]
    public void Foreign_text_makes_no_link_in_a_message() =>
        Assert.DoesNotContain(Run(ReportSample.Report)["results"]!.AsArray(), result => ((string)result!["message"]!["text"]!).Replace("\\](", "").Contains("]("));

    [Fact]
    public void What_the_repository_silenced_is_there_and_suppressed()
    {
        var results = Run(ReportSample.Report)["results"]!.AsArray();
        var suppressed = Assert.Single(results, result => result!["suppressions"]!.AsArray().Count > 0)!;
        Assert.Equal("inSource", (string)suppressed["suppressions"]![0]!["kind"]!);
        Assert.Equal("only one worker runs | <script>", (string)suppressed["suppressions"]![0]!["justification"]!);
    }

    [Fact]
    public void A_rule_that_failed_makes_the_run_unsuccessful()
    {
        var report = AuditReport.Of(ReportSample.Judgement with { Failures = [new RuleFailure("race/lost-update", "NullReferenceException: …")] }, ReportSample.Facts);
        var invocation = Run(report)["invocations"]![0]!;
        Assert.False((bool)invocation["executionSuccessful"]!);
        Assert.Equal("error", (string)invocation["toolExecutionNotifications"]![0]!["level"]!);
    }

    [Theory]
    [InlineData("https://robot:secret@git.example/team/app.git", "https://git.example/team/app.git")]
    [InlineData("https://token@git.example:8443/app?key=1", "https://git.example:8443/app")]
    [InlineData("git@git.example:team/app.git", "ssh://git.example/team/app.git")]
    [InlineData("ssh://git@git.example:2222/team/app.git", "ssh://git.example:2222/team/app.git")]
    [InlineData("/home/someone/app", null)]
    [InlineData("C:\\app", null)]
    [InlineData("file:///home/someone/app", null)]
    [InlineData(null, null)]
    public void An_address_is_published_without_credentials_and_a_local_path_not_at_all(string? remote, string? published) =>
        Assert.Equal(published, RepositoryUri.Of(remote));

    internal static string Sarif(AuditReport report)
    {
        using var stream = new MemoryStream();
        SarifReport.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonNode Run(AuditReport report) => JsonNode.Parse(Sarif(report))!["runs"]![0]!;
}
