using System.Collections.Immutable;
using System.Globalization;
using Hostile.Cli.Config;
using Hostile.Cli.Reports;
using Hostile.Model.Projects;
using Hostile.Rules;

namespace Hostile.Cli.Commands;

/// <summary>What the user asked of an audit.</summary>
public sealed record AuditSettings
{
    /// <summary>Where findings are wanted, as the user wrote them; empty: the whole of what holds the current directory.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>What to write and where; empty: the summary to the terminal and <c>report.md</c>.</summary>
    public ImmutableArray<Destination> Destinations { get; init; } = [];

    /// <summary>The mildest severity that fails the run, or <c>none</c>; null: the user does not say.</summary>
    public string? FailOn { get; init; }

    /// <summary>The weakest evidence that fails the run; null: the user does not say.</summary>
    public Evidence? Weakest { get; init; }

    /// <summary>The configuration that the user names; null: the repository's own.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>Whether the repository's configuration is passed over.</summary>
    public bool IgnoresConfiguration { get; init; }

    /// <summary>The report's date.</summary>
    public ReportDate Date { get; init; }

    /// <summary>Threads to use; 0: as many as there are processors.</summary>
    public int Threads { get; init; }

    /// <summary>Files longer than this many bytes are skipped.</summary>
    public long MaximumFileSize { get; init; } = 10_000_000;

    public bool IncludeTests { get; init; }

    public bool Timings { get; init; }

    public bool Progress { get; init; } = true;

    public bool Verbose { get; init; }

    /// <summary>The settings that a command line states. Throws <see cref="UsageException"/> for values that mean nothing and options that contradict each other.</summary>
    public static AuditSettings From(Arguments arguments) => new()
    {
        Paths = [.. arguments.Operands.Distinct()],
        Destinations = Destination.From(arguments),
        FailOn = arguments.Value("--fail-on"),
        Weakest = arguments.Value("--evidence") is { } evidence ? Enum.Parse<Evidence>(evidence, ignoreCase: true) : null,
        ConfigurationFile = arguments.Value("--config"),
        IgnoresConfiguration = arguments.Has("--no-config"),
        Date = arguments.Value("--date") is { } date ? ReportDate.From(date) : default,
        Threads = arguments.Value("--threads") is { } threads ? Number("--threads", threads, 1, 1024) : 0,
        MaximumFileSize = arguments.Value("--max-file-size") is { } size ? Size(size) : 10_000_000,
        IncludeTests = arguments.Has("--include-tests"),
        Timings = arguments.Has("--timings"),
        Progress = !arguments.Has("--no-progress"),
        Verbose = arguments.Has("--verbose"),
    };

    /// <summary>The gate: what the user says goes before what is configured.</summary>
    public Gate GateOver(Gate configured) => new(
        FailOn switch { null => configured.Mildest, "none" => null, var word => Enum.Parse<Severity>(word) },
        Weakest ?? configured.Weakest);

    /// <summary>The configuration that holds. Throws <see cref="UsageException"/> when the file that the user names cannot be used.</summary>
    public Configuration Configured(ISourceTree tree, Scope scope, string currentDirectory)
    {
        if (ConfigurationFile is null)
            return IgnoresConfiguration ? Configuration.None : Configuration.Of(tree, scope.Program);
        if (IgnoresConfiguration)
            throw new UsageException("--config and --no-config contradict each other");

        var written = TreePath.Shown(ConfigurationFile);
        if (scope.Below(Path.GetFullPath(ConfigurationFile, currentDirectory)) is not { } path)
            throw new UsageException($"--config '{written}' is outside of the repository, and the paths in it would mean nothing");
        return Configuration.Read(tree, path) ?? throw new UsageException($"--config '{written}': no such file");
    }

    private static int Number(string option, string word, int least, int most) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"{option} needs a number from {least} to {most}, not '{word}'");

    /// <summary><c>500k</c>, <c>10M</c>, <c>1G</c> or plain bytes, in powers of ten.</summary>
    private static long Size(string word)
    {
        var (digits, unit) = word.Length == 0 ? ("", 0) : char.ToLowerInvariant(word[^1]) switch
        {
            'k' => (word[..^1], 1_000),
            'm' => (word[..^1], 1_000_000),
            'g' => (word[..^1], 1_000_000_000),
            _ => (word, 1),
        };
        // A file is read into one array, which holds no more than two thousand million bytes.
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 2_000_000_000 && number * unit <= 2_000_000_000
            ? number * unit
            : throw new UsageException($"--max-file-size needs a size from 1 to 2G such as 500k or 10M, not '{word}'");
    }
}

/// <summary>Which date a report bears. The default is the commit's date, and undated where there is none: the clock is never asked, so that reports repeat.</summary>
/// <param name="Day">The day asked for; null: none was.</param>
/// <param name="Undated">No date was asked for in so many words.</param>
public readonly record struct ReportDate(DateOnly? Day, bool Undated)
{
    /// <summary>A day as year-month-day, or <c>none</c>.</summary>
    public static ReportDate From(string word)
    {
        if (word == "none")
            return new(null, true);
        return DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day, false)
            : throw new UsageException($"--date needs a day such as 2026-02-11, or none, not '{word}'");
    }
}
