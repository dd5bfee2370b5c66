using System.Text;
using Hostile.Cli.Commands;
using Xunit;

namespace Hostile.Tests.CommandLine;

public sealed class ProgressTests
{
    [Fact]
    public void On_a_terminal_a_long_run_shows_its_stage_and_cleans_up_after_itself()
    {
        var written = new Seen("reading");
        using (var progress = Progress.For(Terminal(written, isTerminal: true), wanted: true))
        {
            progress.Begin("reading", 3);
            progress.Step();
            Assert.True(written.Wait());
        }

        Assert.Contains("reading 1/3", written.ToString());
        Assert.EndsWith("\r\u001b[2K", written.ToString());
    }

    [Theory]
    [InlineData(false, true, null)]
    [InlineData(true, false, null)]
    [InlineData(true, true, "CI")]
    [InlineData(true, true, "TERM")]
    public void Elsewhere_and_in_CI_there_is_none(bool isTerminal, bool wanted, string? variable)
    {
        var written = new Seen("");
        using (var progress = Progress.For(Terminal(written, isTerminal) with { Environment = name => name == variable ? name == "TERM" ? "dumb" : "true" : null }, wanted))
        {
            Assert.False(progress.IsShown);
            progress.Begin("reading", 3);
            progress.Step();
        }

        Assert.Equal("", written.ToString());
    }

    private static Terminal Terminal(TextWriter error, bool isTerminal) => new()
    {
        Output = TextWriter.Null,
        Error = error,
        ErrorIsTerminal = isTerminal,
        CurrentDirectory = Path.GetTempPath(),
    };

    /// <summary>What is written, and a way to wait for a word of it.</summary>
    private sealed class Seen(string word) : TextWriter
    {
        private readonly StringBuilder text = new();
        private readonly ManualResetEventSlim seen = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => text.Append(value);

        public override void Write(string? value)
        {
            lock (text)
                text.Append(value);
            if (value?.Contains(word, StringComparison.Ordinal) == true)
                seen.Set();
        }

        /// <summary>Far longer than it takes, so that only a failure waits for it.</summary>
        public bool Wait() => seen.Wait(TimeSpan.FromMinutes(1));

        public override string ToString()
        {
            lock (text)
                return text.ToString();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                seen.Dispose();
            base.Dispose(disposing);
        }
    }
}
