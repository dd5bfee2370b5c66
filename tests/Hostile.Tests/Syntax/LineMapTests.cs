using System.Text;
using Hostile.Syntax.Text;
using Xunit;

namespace Hostile.Tests.Syntax;

/// <summary>Lines of texts of every length, so that they end before, in and behind the sixteen bytes that are looked at together.</summary>
public class LineMapTests
{
    [Fact]
    public void Every_line_end_of_the_language_ends_a_line_wherever_it_stands()
    {
        foreach (var end in new[] { "\n", "\r", "\r\n", "\u2028", "\u2029", "\n\n", "\r\r\n" })
        {
            for (var before = 0; before < 40; before++)
            {
                var text = new string('a', before) + end + new string('b', before % 19);
                var lines = LineMap.Of(Encoding.UTF8.GetBytes(text));
                var expected = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r', '\u2028', '\u2029');
                Assert.Equal(expected.Length, lines.Count);
                Assert.Equal(Encoding.UTF8.GetByteCount(text[..(before + end.Length)]), lines.StartOf(lines.Count));
                Assert.Equal(1, lines.LineOf(before));
            }
        }
    }

    [Fact]
    public void Other_characters_that_begin_with_the_same_byte_end_none() => Assert.Equal(1, LineMap.Of(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("“…”", 30)))).Count);

    [Fact]
    public void Many_short_lines_are_all_found()
    {
        var lines = LineMap.Of(Encoding.UTF8.GetBytes(new string('\n', 5_000)));
        Assert.Equal(5_001, lines.Count);
        Assert.Equal(4_000, lines.LineOf(3_999));
    }
}
