namespace Hostile.Cli.Commands;

/// <summary>The console and the surroundings that a command sees; a test gives its own.</summary>
public sealed record Terminal
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether a person reads the output as it comes.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads the error output as it comes.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Where relative paths begin; absolute.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>An environment variable's value; null when it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>Whether to colour the output: <c>--color</c> first, then NO_COLOR, FORCE_COLOR and TERM, then whether it is a terminal.</summary>
    public bool Colors(Arguments arguments) => arguments.Value("--color") switch
    {
        "always" => true,
        "never" => false,
        _ when Environment("NO_COLOR") is { Length: > 0 } => false,
        _ when Environment("FORCE_COLOR") is { Length: > 0 } force => force != "0",
        _ => OutputIsTerminal && Environment("TERM") != "dumb",
    };

    /// <summary>The process's own console.</summary>
    public static Terminal OfProcess()
    {
        var outputIsTerminal = !Console.IsOutputRedirected;
        return new()
        {
            Output = Console.Out,
            Error = Console.Error,
            OutputIsTerminal = outputIsTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = outputIsTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : 100,
            CurrentDirectory = System.Environment.CurrentDirectory,
            Environment = System.Environment.GetEnvironmentVariable,
        };
    }
}
