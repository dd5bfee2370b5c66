using System.Text.RegularExpressions;
using Hostile.Cli.Reports;
using Hostile.Rules;
using Hostile.Syntax.Text;
using Xunit;

namespace Hostile.Tests.Reports;

public sealed class AuditReportTests
{
    private static readonly SourceText Text = ReportSample.Source("a.ts", "one();\ntwo();\n  two();\nthree();\n");

    [Theory]
    [InlineData(Severity.P0, Evidence.Proven, true)]
    [InlineData(Severity.P1, Evidence.Likely, true)]
    [InlineData(Severity.P2, Evidence.Certain, false)]
    [InlineData(Severity.P0, Evidence.Hazard, false)]
    public void The_default_gate_is_P0_and_P1_at_likely_or_better(Severity severity, Evidence evidence, bool above) =>
        Assert.Equal(above, Gate.Default.Holds(Finding("one()") with { Severity = severity, Evidence = evidence }));

    [Fact]
    public void A_hazard_is_above_no_gate_and_nothing_is_above_none()
    {
        Assert.False(new Gate(Severity.P3, Evidence.Hazard).Holds(Finding("one()") with { Evidence = Evidence.Hazard }));
        Assert.False(Gate.Never.Holds(Finding("one()") with { Severity = Severity.P0, Evidence = Evidence.Proven }));
    }

    [Fact]
    public void Ids_count_within_a_severity_in_the_order_of_the_report()
    {
        var report = Report(Finding("three()") with { Severity = Severity.P2 }, Finding("two()"), Finding("one()") with { Evidence = Evidence.Likely }, Finding("three()"));
        Assert.Equal(["P1-001 2", "P1-002 4", "P1-003 1", "P2-001 4"], report.Findings.Select(finding => $"{finding.Id} {finding.Finding.Place.Line}"));
    }

    [Fact]
    public void The_critical_finding_is_the_gravest_then_where_money_is_then_the_best_known()
    {
        var grave = Finding("one()") with { Severity = Severity.P0, Evidence = Evidence.Proven, Message = "grave" };
        var costly = Finding("two()") with { Severity = Severity.P0, Evidence = Evidence.Likely, Money = "column amount", Message = "costly" };
        var milder = Finding("three()") with { Evidence = Evidence.Proven, Money = "column amount", Message = "milder" };
        Assert.Equal("costly", Report(milder, grave, costly).Gravest!.Finding.Message);
        Assert.Equal("grave", Report(milder, grave).Gravest!.Finding.Message);
        Assert.Null(Report(grave with { Evidence = Evidence.Hazard }).Gravest);
    }

    [Fact]
    public void The_matrix_has_every_category_and_its_sums_are_right()
    {
        var matrix = ReportSample.Report.Matrix;
        Assert.Equal(Enum.GetValues<Category>().Select(category => (Category?)category), matrix.Rows.Select(row => row.Category));
        Assert.Equal(ReportSample.Report.Findings.Count(finding => !finding.IsHazard), matrix.Total.Total);
        Assert.Equal(ReportSample.Report.Findings.Count(finding => finding.IsHazard), matrix.Total.Hazards);
        Assert.Equal(matrix.Total.Total, matrix.Rows.Sum(row => row.Total));
        Assert.Equal(matrix.Total.Total, matrix.Total.P0 + matrix.Total.P1 + matrix.Total.P2 + matrix.Total.P3);
    }

    [Fact]
    public void The_figures_of_the_Markdown_matrix_add_up_in_both_directions()
    {
        var rows = Regex.Matches(MarkdownReportTests.Markdown(ReportSample.Report), @"^\| [^|]+ \|((?: \**\d+\** \|){6})$", RegexOptions.Multiline)
            .Select(row => Regex.Matches(row.Groups[1].Value, @"\d+").Select(figure => int.Parse(figure.Value)).ToArray()).ToList();
        Assert.Equal(Enum.GetValues<Category>().Length + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(row[..4].Sum(), row[4]));
        for (var column = 0; column < 6; column++)
            Assert.Equal(rows[..^1].Sum(row => row[column]), rows[^1][column]);
    }

    [Fact]
    public void A_fingerprint_survives_moved_lines_and_other_indentation_and_not_another_text()
    {
        var moved = ReportSample.Source("a.ts", "// new\n// lines\n\n    one();\n");
        Assert.Equal(Print(Finding("one()")), Print(On(moved, "one()")));
        Assert.NotEqual(Print(Finding("one()")), Print(On(ReportSample.Source("b.ts", "one();\n"), "one()")));
        Assert.NotEqual(Print(Finding("one()")), Print(On(ReportSample.Source("a.ts", "one(1);\n"), "one(1)")));
    }

    [Fact]
    public void Equal_lines_have_fingerprints_of_their_own_that_do_not_depend_on_severity()
    {
        var first = Finding("two()");
        var second = Rule.At(new(Text, new(16, 21)), "the other", new Step(first.Place, "is called"));
        Assert.Equal("two()", second.Place.Text);
        var same = Fingerprint.Of([first, second]);
        Assert.NotEqual(same[0], same[1]);

        var ranked = Report(first with { Severity = Severity.P3 }, second with { Severity = Severity.P0 });
        Assert.Equal([same[1], same[0]], ranked.Findings.Select(finding => finding.Fingerprint));
    }

    [Fact]
    public void Every_form_is_the_same_bytes_whatever_the_order_in_which_findings_came()
    {
        var judgement = ReportSample.Judgement;
        var shuffled = AuditReport.Of(judgement with { Findings = [.. judgement.Findings.Reverse()] }, ReportSample.Facts);
        Assert.Equal(MarkdownReportTests.Markdown(ReportSample.Report), MarkdownReportTests.Markdown(shuffled));
        Assert.Equal(TerminalReportTests.Terminal(ReportSample.Report, new()), TerminalReportTests.Terminal(shuffled, new()));
        Assert.Equal(JsonReportTests.Json(ReportSample.Report), JsonReportTests.Json(shuffled));
        Assert.Equal(SarifReportTests.Sarif(ReportSample.Report), SarifReportTests.Sarif(shuffled));
    }

    [Fact]
    public void One_action_settles_all_findings_of_a_cause_and_asks_for_the_gravest_deadline()
    {
        var actions = ImmediateAction.Of(Report(Finding("one()"), Finding("two()") with { Severity = Severity.P0, Repair = "call it once" }).Findings);
        var action = Assert.Single(actions);
        Assert.Equal(Severity.P0, action.Severity);
        Assert.Equal(["P0-001", "P1-001"], action.Settles.Select(finding => finding.Id));
        // The two ask for different repairs: the rule's own advice covers both.
        Assert.Equal(Rule.Fix, action.Instruction);
    }

    [Fact]
    public void Counts_are_words_that_fit()
    {
        Assert.Equal("1 category", Words.Count(1, "category"));
        Assert.Equal("12,345 categories", Words.Count(12345, "category"));
        Assert.Equal("a, b and c", Words.Enumerate(["a", "b", "c"]));
        Assert.Equal("Ends already.", Words.Sentence("ends already."));
    }

    private static Rule Rule => ReportSample.Rule;

    private static Finding Finding(string text) => On(Text, text);

    private static Finding On(SourceText source, string text) => Rule.At(ReportSample.At(source, text), $"`{text}` is wrong", new Step(ReportSample.At(source, text), "is called"));

    private static string Print(Finding finding) => Fingerprint.Of([finding])[0];

    private static AuditReport Report(params Finding[] findings) => AuditReport.Of(new([.. findings], [], []), ReportSample.Facts);
}
