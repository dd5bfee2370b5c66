using System.Collections.Immutable;

namespace Hostile.Cli.Commands;

/// <summary>A form of the report and where it goes.</summary>
/// <param name="Format">The form.</param>
/// <param name="File">The file as the user wrote it; null: standard output.</param>
public sealed record Destination(ReportFormat Format, string? File)
{
    /// <summary>
    /// Pairs <c>--format</c> with <c>-o</c>: an <c>-o</c> belongs to the format before it, or tells the format by its ending when it stands alone.
    /// Throws <see cref="UsageException"/> when two reports would go to one place.
    /// </summary>
    public static ImmutableArray<Destination> From(Arguments arguments)
    {
        var destinations = new List<Destination>();
        ReportFormat? waiting = null;
        foreach (var (option, value) in arguments.Given)
        {
            if (option.Name == "--format")
            {
                if (waiting is { } earlier)
                    destinations.Add(new(earlier, null));
                waiting = Enum.Parse<ReportFormat>(value, ignoreCase: true);
            }
            else if (option.Name == "--output")
            {
                destinations.Add(new(waiting ?? OfEnding(value), value == "-" ? null : value));
                waiting = null;
            }
        }

        if (waiting is { } last)
            destinations.Add(new(last, null));

        if (destinations.Count(destination => destination.File is null) > 1)
            throw new UsageException("two formats cannot share standard output: give each its own -o FILE");
        if (destinations.Where(destination => destination.File is not null).GroupBy(destination => destination.File).FirstOrDefault(group => group.Count() > 1) is { } shared)
            throw new UsageException($"two formats cannot share the file '{shared.Key}'");
        return [.. destinations];
    }

    private static ReportFormat OfEnding(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".md" or ".markdown" => ReportFormat.Markdown,
        ".json" => ReportFormat.Json,
        ".sarif" => ReportFormat.Sarif,
        ".txt" or ".log" => ReportFormat.Text,
        _ => throw new UsageException($"what form should '{file}' take? Put --format text, markdown, json or sarif before -o"),
    };
}

/// <summary>The forms of a report.</summary>
public enum ReportFormat
{
    /// <summary>For the terminal.</summary>
    Text,
    Markdown,
    Json,
    Sarif,
}
