using Hostile.Model;
using Hostile.Rules;
using Hostile.Syntax.TypeScript;
using Xunit;

namespace Hostile.Tests.Reports;

/// <summary>`hostile-ignore` comments: each program calls `fault()`, and the rule reports every call.</summary>
public sealed class SuppressionsTests
{
    [Theory]
    [InlineData("// hostile-ignore race/lost-update -- one writer only\nfault();")]
    [InlineData("fault(); // hostile-ignore race/lost-update -- one writer only")]
    [InlineData("// hostile-ignore race/lost-update -- one writer only\n\n  // another word\n/* and one */\n  fault();")]
    [InlineData("/* hostile-ignore race/lost-update -- one writer only */\nfault();")]
    [InlineData("/**\n * hostile-ignore race/lost-update -- one writer only */ fault();\n")]
    [InlineData("// hostile-ignore leak/client-not-released, race/lost-update -- one writer only\nfault();")]
    public void A_finding_is_silenced_by_a_comment_above_it_or_beside_it(string text)
    {
        var outcome = Judge(text);
        Assert.Empty(outcome.Judgement.Findings);
        Assert.Equal("one writer only", Assert.Single(outcome.Silenced).Reason);
    }

    [Theory]
    [InlineData("// hostile-ignore race/lost-update\nfault();", "gives no reason")]
    [InlineData("// hostile-ignore race/lost-update --  \nfault();", "gives no reason")]
    [InlineData("// hostile-ignore -- because\nfault();", "names no rule")]
    [InlineData("// hostile-ignore race/lost-updates -- because\nfault();", "`race/lost-updates`, which is no rule")]
    [InlineData("fault();\n// hostile-ignore race/lost-update -- because\nfine();", "silences nothing: remove it")]
    [InlineData("// hostile-ignore race/lost-update -- because\nfine();\nfault();", "silences nothing: remove it")]
    public void A_comment_that_silences_nothing_is_said(string text, string fault)
    {
        var outcome = Judge(text);
        Assert.Single(outcome.Judgement.Findings);
        Assert.Empty(outcome.Silenced);
        Assert.Contains(fault, Assert.Single(outcome.Faults).Text);
    }

    [Theory]
    [InlineData("const s = '// hostile-ignore race/lost-update -- because';\nfault();")]
    [InlineData("// hostile-ignored race/lost-update -- because\nfault();")]
    [InlineData("// please hostile-ignore race/lost-update -- because\nfault();")]
    [InlineData("/**/ fault();")]
    public void Other_text_is_no_suppression(string text)
    {
        var outcome = Judge(text);
        Assert.Single(outcome.Judgement.Findings);
        Assert.Empty(outcome.Faults);
    }

    [Fact]
    public void A_comment_speaks_of_its_own_line_only()
    {
        var outcome = Judge("fault();\n// hostile-ignore race/lost-update -- because\nfault();\nfault();");
        Assert.Equal([1, 4], outcome.Judgement.Findings.Select(finding => finding.Place.Line));
        Assert.Equal([3], outcome.Silenced.Select(silenced => silenced.Finding.Place.Line));
    }

    private static SuppressedJudgement Judge(string text)
    {
        var source = ReportSample.Source("a.ts", text);
        var findings = new List<Finding>();
        for (var at = text.IndexOf("fault()", StringComparison.Ordinal); at >= 0; at = text.IndexOf("fault()", at + 1, StringComparison.Ordinal))
        {
            var place = new Place(source, new(at, at + "fault()".Length));
            findings.Add(ReportSample.Rule.At(place, "faulty", new Step(place, "is called")));
        }

        var comments = Parser.Parse(source.Bytes, ScriptKind.TypeScript).Comments.Select(comment => new Place(source, comment.Span));
        return Suppressions.Apply(new([.. findings], [], []), comments, [ReportSample.Rule]);
    }
}
