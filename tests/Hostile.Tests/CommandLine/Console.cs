using System.Text;
using Hostile.Cli.Commands;
using Xunit;

namespace Hostile.Tests.CommandLine;

/// <summary>Runs a command line as the process would and keeps what it says.</summary>
internal sealed class Console
{
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    public string Directory { get; init; } = Path.GetTempPath();

    public Dictionary<string, string> Environment { get; } = [];

    public string Output => output.ToString();

    public string Error => error.ToString();

    /// <summary>The only line on the error output.</summary>
    public string ErrorLine => Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    public ExitCode Run(params string[] words) => Run(CancellationToken.None, words);

    public ExitCode Run(CancellationToken cancellation, params string[] words) => Cli.Commands.CommandLine.Run(words, new()
    {
        Output = new StringWriter(output),
        Error = new StringWriter(error),
        CurrentDirectory = Directory,
        Environment = name => Environment.GetValueOrDefault(name),
    }, cancellation);
}
