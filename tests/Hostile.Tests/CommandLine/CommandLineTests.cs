using Hostile.Cli.Commands;
using Xunit;

namespace Hostile.Tests.CommandLine;

public sealed class CommandLineTests
{
    private readonly Console console = new();

    [Fact]
    public void Without_a_command_the_help_goes_to_the_error_output_and_nothing_has_run()
    {
        Assert.Equal(ExitCode.CannotRun, console.Run());
        Assert.Contains("Usage: hostile COMMAND", console.Error);
        Assert.Empty(console.Output);
    }

    [Fact]
    public void Help_that_was_asked_for_is_output_and_lists_every_command()
    {
        Assert.Equal(ExitCode.Clean, console.Run("--help"));
        Assert.All(Command.All, command => Assert.Contains($"  {command.Name} ", console.Output));
        Assert.Empty(console.Error);
    }

    [Fact]
    public void Every_command_has_help_with_all_its_options_and_an_example_that_parses()
    {
        foreach (var command in Command.All)
        {
            var own = new Console();
            Assert.Equal(ExitCode.Clean, own.Run(command.Name, "--help"));
            Assert.All(command.Options.Concat(Command.Common), option => Assert.Contains(option.Name, own.Output));
            Assert.NotEmpty(command.Examples);
            Assert.All(command.Examples, example =>
            {
                Assert.Contains(example.Line, own.Output);
                var words = example.Line.Split(' ');
                Assert.Equal(["hostile", command.Name], words[..2]);
                Arguments.Parse(words[2..], [.. command.Options, .. Command.Common]);
            });
            Assert.All(own.Output.Split('\n'), line => Assert.True(line.Length <= 120, line));
        }
    }

    [Fact]
    public void The_version_is_printed_with_the_name()
    {
        Assert.Equal(ExitCode.Clean, console.Run("--version"));
        Assert.Matches(@"^hostile \d+\.\d+\.\d+", console.Output);
    }

    [Theory]
    [InlineData("audti", "hostile: there is no command 'audti', did you mean 'audit'? (hostile --help lists them)")]
    [InlineData("serve", "hostile: there is no command 'serve' (hostile --help lists them)")]
    [InlineData("--verison", "hostile: there is no command '--verison' (hostile --help lists them)")]
    [InlineData("audit --formt json", "hostile: unknown option '--formt', did you mean '--format'?")]
    [InlineData("audit --fial-on P0", "hostile: unknown option '--fial-on', did you mean '--fail-on'?")]
    [InlineData("audit -z", "hostile: unknown option '-z'")]
    [InlineData("audit --format jsn", "hostile: --format does not know 'jsn', did you mean 'json'? (text|markdown|json|sarif)")]
    [InlineData("audit --fail-on p1", "hostile: --fail-on does not know 'p1', did you mean 'P1'? (P0|P1|P2|P3|none)")]
    [InlineData("audit --format", "hostile: --format needs a value: --format text|markdown|json|sarif")]
    [InlineData("audit --format --verbose", "hostile: --format needs a value: --format text|markdown|json|sarif")]
    [InlineData("audit --verbose=yes", "hostile: --verbose takes no value")]
    [InlineData("audit --fail-on P0 --fail-on P1", "hostile: --fail-on is given twice")]
    [InlineData("audit --threads 0", "hostile: --threads needs a number from 1 to 1024, not '0'")]
    [InlineData("audit --threads many", "hostile: --threads needs a number from 1 to 1024, not 'many'")]
    [InlineData("audit --date 2026-13-01", "hostile: --date needs a day such as 2026-02-11, or none, not '2026-13-01'")]
    [InlineData("audit --max-file-size big", "hostile: --max-file-size needs a size from 1 to 2G such as 500k or 10M, not 'big'")]
    [InlineData("audit --max-file-size 99999999999G", "hostile: --max-file-size needs a size from 1 to 2G such as 500k or 10M, not '99999999999G'")]
    [InlineData("audit --format json --format sarif", "hostile: two formats cannot share standard output: give each its own -o FILE")]
    [InlineData("audit --format json -o a --format sarif -o a", "hostile: two formats cannot share the file 'a'")]
    [InlineData("audit -o report.html", "hostile: what form should 'report.html' take? Put --format text, markdown, json or sarif before -o")]
    public void A_mistake_is_one_line_that_says_what_would_be_right(string line, string said)
    {
        Assert.Equal(ExitCode.CannotRun, console.Run(line.Split(' ')));
        Assert.Equal(said, console.ErrorLine);
        Assert.Empty(console.Output);
    }

    [Fact]
    public void Options_mean_what_they_say()
    {
        var settings = Settings("a --format=json -oa.json --fail-on none b --evidence proven --threads 3 --date 2026-02-11 --max-file-size 5k --include-tests -- -c");

        Assert.Equal(["a", "b", "-c"], settings.Paths);
        Assert.Equal([new Destination(ReportFormat.Json, "a.json")], settings.Destinations);
        Assert.Null(settings.GateOver(Cli.Reports.Gate.Default).Mildest);
        Assert.Equal(Rules.Evidence.Proven, settings.Weakest);
        Assert.Equal(3, settings.Threads);
        Assert.Equal(new DateOnly(2026, 2, 11), settings.Date.Day);
        Assert.Equal(5_000, settings.MaximumFileSize);
        Assert.True(settings.IncludeTests);
        Assert.False(settings.Verbose);
    }

    [Fact]
    public void Each_format_goes_to_the_file_that_follows_it_and_the_one_without_to_standard_output()
    {
        Assert.Equal(
            [new(ReportFormat.Sarif, "x.sarif"), new(ReportFormat.Text, null), new(ReportFormat.Markdown, "y.md")],
            Settings("--format sarif -o x.sarif --format text --format markdown -o y.md").Destinations);
        Assert.Equal([new(ReportFormat.Json, null)], Settings("--format json -o -").Destinations);
        Assert.Equal([new(ReportFormat.Sarif, "z.sarif")], Settings("-o z.sarif").Destinations);
        Assert.Empty(Settings("").Destinations);
    }

    [Theory]
    [InlineData("auto", "", "", false, false)]
    [InlineData("auto", "", "", true, true)]
    [InlineData("auto", "1", "", true, false)]
    [InlineData("auto", "", "1", false, true)]
    [InlineData("always", "1", "", false, true)]
    [InlineData("never", "", "1", true, false)]
    public void Colour_follows_the_option_then_the_environment_then_the_terminal(string option, string noColor, string forceColor, bool isTerminal, bool colored)
    {
        var arguments = Arguments.Parse(["--color", option], Command.Common);
        var terminal = new Terminal
        {
            Output = TextWriter.Null,
            Error = TextWriter.Null,
            CurrentDirectory = "/",
            OutputIsTerminal = isTerminal,
            Environment = name => name switch { "NO_COLOR" => noColor, "FORCE_COLOR" => forceColor, _ => null },
        };

        Assert.Equal(colored, terminal.Colors(arguments));
    }

    private static AuditSettings Settings(string line) => AuditSettings.From(
        Arguments.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), [.. AuditCommand.Command.Options, .. Command.Common]));
}
