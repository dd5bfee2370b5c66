using System.Text;
using Hostile.Model;
using Hostile.Rules;
using Hostile.Syntax.Text;
using Xunit;

namespace Hostile.Tests.Specs;

/// <summary>The runner fails when it should: a spec that cannot fail would prove nothing.</summary>
public sealed class SpecRunTests
{
    private static readonly ProjectModel Nothing = Analysis.Model(new Dictionary<string, string>());

    private static readonly Rule Rule = new("race/lost-update")
    {
        Severity = Severity.P1,
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
    public void An_expected_finding_is_no_problem() =>
        Assert.Empty(Problems("one();\ntwo(); // expect: race/lost-update\n", Finding(2)));

    [Fact]
    public void A_finding_that_is_not_expected_names_page_file_and_line() =>
        Assert.Equal("page.md:6: (example.ts:2) unexpected race/lost-update: it is lost", Single(Problems("one();\ntwo();\n", Finding(2))));

    [Fact]
    public void A_finding_on_another_line_is_two_problems() =>
        Assert.Equal(2, Problems("one(); // expect: race/lost-update\ntwo();\n", Finding(2)).Count);

    [Fact]
    public void A_second_finding_on_the_line_needs_a_second_entry()
    {
        Assert.Contains("unexpected", Single(Problems("one(); // expect: race/lost-update\n", Finding(1), Finding(1))));
        Assert.Empty(Problems("one(); // expect: race/lost-update, race/lost-update\n", Finding(1), Finding(1)));
    }

    [Fact]
    public void A_marker_alone_on_its_line_speaks_of_the_next_line_of_code() =>
        Assert.Empty(Problems("// expect: race/lost-update\n// cleared: race/lost-update\ntwo();\n", Finding(3), Cleared(3, "")));

    [Fact]
    public void An_expected_part_of_the_message_must_be_there()
    {
        Assert.Empty(Problems("one(); // expect: race/lost-update \"is lost\"\n", Finding(1)));
        Assert.Contains("not \"is found\"", Problems("one(); // expect: race/lost-update \"is found\"\n", Finding(1))[0].Text);
    }

    [Fact]
    public void An_expected_finding_that_is_absent_is_a_problem() =>
        Assert.Contains("expected race/lost-update", Single(Problems("one(); // expect: race/lost-update\n")));

    [Fact]
    public void A_miss_holds_while_the_rule_is_silent_and_fails_when_it_fires()
    {
        Assert.Empty(Problems("one(); // miss: race/lost-update needs aliases\n"));
        Assert.Contains("known to miss", Single(Problems("one(); // miss: race/lost-update needs aliases\n", Finding(1))));
    }

    [Fact]
    public void Noise_holds_while_the_rule_fires_and_fails_when_it_stops()
    {
        Assert.Empty(Problems("one(); // noise: race/lost-update the view is not followed\n", Finding(1)));
        Assert.Contains("no longer fires", Single(Problems("one(); // noise: race/lost-update the view is not followed\n")));
    }

    [Fact]
    public void A_cleared_candidate_is_told_by_its_reason()
    {
        Assert.Empty(Problems("one(); // cleared: race/lost-update \"FOR UPDATE\"\n", Cleared(1, "read FOR UPDATE")));
        Assert.Contains("but: no await between", Single(Problems("one(); // cleared: race/lost-update \"FOR UPDATE\"\n", Cleared(1, "no await between"))));
        Assert.Empty(Problems("one(); // cleared: race/lost-update FOR UPDATE\n", Cleared(1, "read FOR UPDATE")));
        Assert.Contains("did not clear this", Single(Problems("one(); // cleared: race/lost-update\n")));
    }

    [Theory]
    [InlineData("// expect: lost-update")]
    [InlineData("// expect: race/lost-update because")]
    [InlineData("// miss: race/lost-update")]
    [InlineData("// type: Promise<Row>")]
    public void A_marker_that_asserts_nothing_is_a_problem(string marker) =>
        Assert.Contains("marker", Problems($"one(); {marker}\n")[0].Text);

    [Fact]
    public void Two_markers_may_share_a_line_also_in_sql()
    {
        var problems = new List<Problem>();
        var markers = Marker.Read("a.sql", "SELECT 1; -- miss: race/lost-update why -- cleared: leak/client-not-released \"x\"", problems).ToList();
        Assert.Empty(problems);
        Assert.Equal([(MarkerKind.Miss, "race/lost-update", "why"), (MarkerKind.Cleared, "leak/client-not-released", "x")], markers.Select(m => (m.Kind, m.Rule, m.Text)));
    }

    [Fact]
    public void A_finding_without_a_trace_is_a_problem() =>
        Assert.Contains("no trace", Single(Problems("one(); // expect: race/lost-update\n", text => ((Finding)Finding(1)(text)) with { Trace = [] })));

    [Fact]
    public void A_snapshot_that_differs_shows_what_it_should_be()
    {
        var spec = Page("one(); // expect: race/lost-update\n").Cases[0];
        spec = spec with { Snapshots = [new("trace", "", 9)] };
        var problem = Single(SpecRun.Problems(spec, Nothing, Judged(spec, Finding(1)), update: false));
        Assert.Contains("example.ts:1 race/lost-update P1 certain: it is lost\n  example.ts:1: here\n", problem);
    }

    [Fact]
    public void Fences_are_files_with_names_of_their_own()
    {
        var page = SpecPage.Parse("p.md", "# t\n\nprose\n\n## a\n```ts\n1\n```\n```ts b/c.ts\n2\n```\n```ts\n3\n```\n## no files\n## b\n````sql\n```\n````\n");
        Assert.Equal(["a", "b"], page.Cases.Select(spec => spec.Heading));
        Assert.Equal([("example.ts", 7), ("b/c.ts", 10), ("example2.ts", 13)], page.Cases[0].Files.Select(file => (file.Path, file.FirstLine)));
        Assert.Equal("```\n", page.Cases[1].Files[0].Text);
    }

    [Fact]
    public void A_fence_of_an_unknown_language_is_a_problem() =>
        Assert.Contains("`python`", SpecPage.Parse("p.md", "## a\n```python\n```\n").Cases[0].Problems[0].Text);

    private static SpecPage Page(string code) => SpecPage.Parse("page.md", $"# t\n\n## a\n```ts\n{code}```\n");

    private static IReadOnlyList<Problem> Problems(string code, params Func<SourceText, Verdict>[] verdicts)
    {
        var spec = Page(code).Cases[0];
        return SpecRun.Problems(spec, Nothing, Judged(spec, verdicts), update: false);
    }

    private static Judgement Judged(SpecCase spec, params Func<SourceText, Verdict>[] verdicts)
    {
        var bytes = Encoding.UTF8.GetBytes(spec.Files[0].Text);
        var text = new SourceText(spec.Files[0].Path, bytes);
        var said = verdicts.Select(verdict => verdict(text)).ToList();
        return new([.. said.OfType<Finding>()], [.. said.OfType<Cleared>()], []);
    }

    private static Func<SourceText, Verdict> Finding(int line) => text => Rule.At(Line(text, line), "it is lost", new Step(Line(text, line), "here"));

    private static Func<SourceText, Verdict> Cleared(int line, string reason) => text => Rule.Clear(Line(text, line), reason);

    private static Place Line(SourceText text, int line) => new(text, new(text.Lines.StartOf(line), text.Lines.StartOf(line) + 1));

    private static string Single(IReadOnlyList<Problem> problems) => Assert.Single(problems).ToString();
}
