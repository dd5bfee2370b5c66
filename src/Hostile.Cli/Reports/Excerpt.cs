using System.Collections.Immutable;
using Hostile.Model;
using Hostile.Rules;
using Hostile.Syntax.Text;

namespace Hostile.Cli.Reports;

/// <summary>The lines of one file that a finding speaks of, with the faulty ones marked, the rest left out and the common indentation taken off.</summary>
/// <param name="Source">The file.</param>
/// <param name="Lines">In order.</param>
public sealed record Excerpt(SourceText Source, ImmutableArray<ExcerptLine> Lines)
{
    // Enough to see what a place is part of, little enough to read ten findings in one go.
    private const int Context = 1;
    private const int LongestPlace = 8;
    private const int LongestLine = 140;

    /// <summary>The finding's excerpts: its own file first, the others in the order in which the trace comes to them.</summary>
    public static ImmutableArray<Excerpt> Of(Finding finding)
    {
        var places = finding.Trace.Select((step, index) => (step.Place, Index: (int?)index)).Prepend((finding.Place, null));
        return [.. places.GroupBy(item => item.Place.Source).Select(file => Of(finding, file.Key, [.. file]))];
    }

    private static Excerpt Of(Finding finding, SourceText source, IReadOnlyList<(Place Place, int? Index)> places)
    {
        var shown = new SortedSet<int>();
        foreach (var (place, _) in places)
        {
            var last = Math.Min(place.EndLine, place.Line + LongestPlace - 1);
            for (var line = Math.Max(1, place.Line - Context); line <= Math.Min(source.Lines.Count, last + Context); line++)
                shown.Add(line);
        }

        // A gap of one line costs as much to announce as to show.
        foreach (var line in shown.Where(line => shown.Contains(line + 2)).ToList())
            shown.Add(line + 1);

        var texts = shown.ToDictionary(line => line, line => ShownLine.Of(source, line, Focus(places, source, line), LongestLine));
        // Blank lines at the edge of what is shown tell nothing.
        bool Marked(int line) => places.Any(item => item.Place.Line == line);
        foreach (var line in shown.Where(line => texts[line].Text.AsSpan().IsWhiteSpace() && !Marked(line) && !(shown.Contains(line - 1) && shown.Contains(line + 1))).ToList())
            shown.Remove(line);

        var indentation = Indentation(shown.Select(line => texts[line]));
        var lines = ImmutableArray.CreateBuilder<ExcerptLine>();
        var previous = 0;
        foreach (var line in shown)
        {
            if (previous != 0 && line > previous + 1)
                lines.Add(new(line - previous - 1, "", [], Elided: true));
            lines.Add(new(line, Text(texts[line], indentation), Marks(finding, places, line), Elided: false));
            previous = line;
        }

        return new(source, lines.ToImmutable());
    }

    /// <summary>Where the line must stay visible if it is cut: at the first place on it.</summary>
    private static int Focus(IEnumerable<(Place Place, int? Index)> places, SourceText source, int line) =>
        places.Where(item => item.Place.Line == line).Select(item => item.Place.Span.Start).DefaultIfEmpty(source.Lines.StartOf(line)).Min();

    private static ImmutableArray<string> Marks(Finding finding, IReadOnlyList<(Place Place, int? Index)> places, int line)
    {
        var here = places.Where(item => item.Place.Line == line).ToList();
        var steps = here.Where(item => item.Index is not null).Select(item => item.Index!.Value).ToList();
        return here.Count == 0 ? [] : steps.Count == 0 ? ["here"] : [.. StepLabel.Describe(finding, steps)];
    }

    private static string Text(ShownLine line, int indentation)
    {
        if (line.CutBefore)
            return $"…{line.Text}{(line.CutAfter ? "…" : "")}";
        var text = line.Text.Length >= indentation ? line.Text[indentation..] : "";
        return line.CutAfter ? $"{text}…" : text.TrimEnd();
    }

    private static int Indentation(IEnumerable<ShownLine> lines)
    {
        string? common = null;
        foreach (var line in lines.Where(line => !line.CutBefore && !line.Text.AsSpan().IsWhiteSpace()))
        {
            var blank = line.Text[..^line.Text.AsSpan().TrimStart(" \t").Length];
            common = common is null ? blank : common[..common.AsSpan().CommonPrefixLength(blank)];
        }

        return common?.Length ?? 0;
    }
}

/// <summary>A line of an excerpt, or the place of lines left out.</summary>
/// <param name="Number">Counting from 1; of lines left out, how many.</param>
/// <param name="Text">The line.</param>
/// <param name="Marks">What happens on it; empty when it is not faulty.</param>
/// <param name="Elided">Whether this stands for lines left out.</param>
public sealed record ExcerptLine(int Number, string Text, ImmutableArray<string> Marks, bool Elided);
