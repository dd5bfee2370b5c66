using System.Collections.Immutable;
using System.Text;
using Hostile.Bench.Judging;
using Hostile.Cli.Reports;
using Hostile.Model;
using Hostile.Rules;
using Hostile.Syntax.Text;
using Xunit;

namespace Hostile.Tests.Bench;

/// <summary>A reader's verdict must outlive the run that asked for it.</summary>
public sealed class JudgementPageTests
{
    private static readonly SourceText Source = new("src/a.ts", Encoding.UTF8.GetBytes("one\n"));

    private static readonly Rule Rule = new("race/lost-update")
    {
        Severity = Severity.P2,
        Title = "",
        Why = "",
        Fix = "",
        Risk = "",
        Unseen = "",
        Bad = [],
        Good = [],
        Check = _ => [],
    };

    [Fact]
    public void What_was_filled_in_is_kept_when_the_page_is_written_anew()
    {
        var findings = Findings(Severity.P1, 2);
        var filled = Page(JudgementPage.Parse(""), findings).Replace(
            $"`{findings[0].Fingerprint[..12]}` · verdict: · reason: · second:",
            $"`{findings[0].Fingerprint[..12]}` · verdict: false · reason: runs once · at start · second: disagree");
        var again = Page(JudgementPage.Parse(filled), findings);
        Assert.Contains("verdict: false · reason: runs once · at start · second: disagree\n", again);
        Assert.Contains("| race/lost-update | 1 of 2 | 0 | 1 | 0 | 1 | 0 % |\n", again);
        Assert.Equal(again, Page(JudgementPage.Parse(again), findings));
    }

    [Fact]
    public void Every_grave_finding_is_listed_and_of_the_others_a_sample_that_does_not_change()
    {
        ImmutableArray<ReportedFinding> findings = [.. Findings(Severity.P0, 5), .. Findings(Severity.P3, 50, from: 5)];
        var sample = JudgementPage.Parse("").Sample(findings, 30);
        Assert.Equal(5, sample.Count(entry => entry.Severity == Severity.P0));
        Assert.Equal(30, sample.Count(entry => entry.Severity == Severity.P3));
        Assert.Equal(sample, JudgementPage.Parse("").Sample([.. findings.Reverse()], 30));
    }

    [Fact]
    public void A_judged_finding_that_is_reported_no_more_stays_on_record()
    {
        var findings = Findings(Severity.P1, 1);
        var filled = Page(JudgementPage.Parse(""), findings).Replace("verdict: ·", "verdict: true ·");
        Assert.Single(JudgementPage.Parse(filled).Gone([]));
        Assert.Empty(JudgementPage.Parse(filled).Gone(findings));
        Assert.Empty(JudgementPage.Parse(Page(JudgementPage.Parse(""), findings)).Gone([]));
    }

    private static string Page(JudgementPage page, ImmutableArray<ReportedFinding> findings) =>
        JudgementPage.Render("owner/name", "0123abc", findings.Length, page.Sample(findings, 30), page.Gone(findings));

    private static ImmutableArray<ReportedFinding> Findings(Severity severity, int count, int from = 0) => [.. Enumerable.Range(from, count).Select(i =>
    {
        var place = new Place(Source, new(0, 3));
        var finding = Rule.At(place, "lost", new Step(place, "here")) with { Severity = severity };
        // Fingerprints are hashes: these are spread alike.
        return new ReportedFinding($"{severity}-{i:000}", finding, true, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([(byte)i]))[..32]);
    })];
}
