using System.Diagnostics;
using Hostile.Cli.Reports;
using Hostile.Rules;
using Xunit;

namespace Hostile.Tests.Reports;

/// <summary>The audited repository decides what its files, names and comments say. None of it may become markup, escape sequences or a hang.</summary>
public sealed class ForeignTextTests
{
    [Theory]
    [InlineData("plain words, and_names stay", "plain words, and_names stay")]
    [InlineData("`code` stays `code_`", "`code` stays `code_`")]
    [InlineData("an open ` tick", "an open \\` tick")]
    [InlineData("``", "\\`\\`")]
    [InlineData("<img src=x onerror=y>", "\\<img src=x onerror=y>")]
    [InlineData("[a](javascript:b)", "\\[a\\](javascript:b)")]
    [InlineData("*bold* _em_ ~~gone~~", "\\*bold\\* \\_em\\_ \\~\\~gone\\~\\~")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("# no heading", "\\# no heading")]
    [InlineData("12. no list", "12\\. no list")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("see https://evil.example", "see https&#58;//evil.example")]
    [InlineData("see www.evil.example", "see www&#46;evil.example")]
    [InlineData("two\n\n# lines", "two # lines")]
    [InlineData("esc \u001b[31m and \u202e", "esc ␛\\[31m and \ufffd")]
    public void Prose_shows_what_it_is_given(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Prose(text));

    [Theory]
    [InlineData("a.ts:1", "`a.ts:1`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`", "`` ` ``")]
    [InlineData("```x``", "```` ```x`` ````")]
    [InlineData("", "(empty)")]
    [InlineData("a\nb", "`a b`")]
    public void A_code_span_holds_any_text(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Code(text));

    [Theory]
    [InlineData("a|b", "a\\|b")]
    [InlineData("a\\|b", "a\\|b")]
    [InlineData("a\\\\|b|", "a\\\\\\|b\\|")]
    public void A_cell_is_ended_by_no_bar(string markdown, string cell) => Assert.Equal(cell, MarkdownText.Cell(markdown));

    [Fact]
    public void A_fence_is_longer_than_any_run_of_ticks_in_it()
    {
        Assert.Equal("```", MarkdownText.Fence(["a`b``c"]));
        Assert.Equal("`````", MarkdownText.Fence(["x", "  ````md"]));
    }

    [Fact]
    public void No_form_for_people_lets_an_escape_sequence_or_an_override_through()
    {
        foreach (var text in new[] { MarkdownReportTests.Markdown(ReportSample.Report), TerminalReportTests.Terminal(ReportSample.Report, new()), TerminalReportTests.Terminal(ReportSample.Report, new() { Width = 40 }) })
        {
            Assert.DoesNotContain('\u001b', text);
            Assert.DoesNotContain('\u202e', text);
            Assert.DoesNotContain('\r', text);
        }
    }

    [Fact]
    public void A_line_of_megabytes_is_cut_around_the_fault_and_costs_little()
    {
        var source = ReportSample.Source("bundle.ts", $"{new string('x', 4_000_000)} fault() {new string('é', 2_000_000)}\n");
        var place = ReportSample.At(source, "fault()");
        var report = AuditReport.Of(new([ReportSample.Rule.At(place, "here", new Step(place, "breaks"))], [], []), ReportSample.Facts);

        var watch = Stopwatch.StartNew();
        var markdown = MarkdownReportTests.Markdown(report);
        var terminal = TerminalReportTests.Terminal(report, new());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"took {watch.Elapsed}");

        Assert.Contains("x fault() é", markdown);
        Assert.Contains("x fault() é", terminal);
        Assert.All(markdown.Split('\n'), line => Assert.True(line.Length < 1000, line));
        Assert.All(terminal.Split('\n'), line => Assert.True(line.Length <= 200, line));
        Assert.Contains("breaks", terminal.Split('\n').Single(line => line.Contains("^^^^^^^")));
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("\t|", 5)]
    [InlineData("ab\tc", 5)]
    [InlineData("設定", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("👩‍💻", 2)]
    [InlineData("🇩🇪!", 3)]
    [InlineData("❤️", 2)]
    [InlineData("\u202e", 1)]
    [InlineData("", 0)]
    public void Columns_are_counted_as_terminals_show_them(string text, int width) => Assert.Equal(width, DisplayText.Of(text).Width);

    [Fact]
    public void A_place_after_wide_characters_is_underlined_where_it_stands()
    {
        var source = ReportSample.Source("a.ts", "const 設定 = '本番'; pool();\n");
        var place = ReportSample.At(source, "pool()");
        var lines = TerminalReportTests.Terminal(AuditReport.Of(new([ReportSample.Rule.At(place, "here", new Step(place, "breaks"))], [], []), ReportSample.Facts), new()).Split('\n');
        var code = lines.Single(line => line.StartsWith("1 | ", StringComparison.Ordinal));
        var marks = lines.Single(line => line.Contains('^'));
        Assert.Equal(DisplayText.WidthOf(code[..code.IndexOf("pool", StringComparison.Ordinal)]), marks.IndexOf('^'));
    }

    [Fact]
    public void Wrapped_lines_keep_to_their_width_and_lose_nothing()
    {
        var lines = DisplayText.Wrap("one two three 設定設定設定設定設定 four", 12).ToList();
        Assert.All(lines, line => Assert.True(DisplayText.WidthOf(line) <= 12));
        Assert.Equal("onetwothree設定設定設定設定設定four", string.Concat(lines).Replace(" ", ""));
    }

    [Theory]
    [InlineData("a\r\nb", 1, "a")]
    [InlineData("a\u2028b", 1, "a")]
    [InlineData("a\n", 2, "")]
    public void A_shown_line_ends_before_its_break(string text, int line, string shown) =>
        Assert.Equal(shown, ShownLine.Of(ReportSample.Source("a.ts", text), line, 0, 100).Text);
}
