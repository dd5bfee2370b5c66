using Hostile.Model;
using Hostile.Rules;
using Hostile.Syntax.Text;

namespace Hostile.Cli.Reports;

/// <summary>
/// One file's part of a finding on the terminal: the lines it speaks of under a gutter of numbers, each place underlined (<c>^</c> the fault, <c>-</c> the rest) and labelled.
/// Labels on one line hang below it, the rightmost first, as the Rust compiler draws them.
/// </summary>
internal sealed class SourceSnippet(Finding finding, SourceText source, int gutter, int width, InkWriter writer)
{
    // Text of a label that has less room than this is moved to the left instead of being broken into a column of words.
    private const int NarrowestLabel = 30;

    // A cut line keeps this much of what stands before its first place.
    private const int LeadingContext = 20;

    private int Room => Math.Max(20, width - gutter - 4);

    /// <summary>Draws the file's lines and labels.</summary>
    public void Draw()
    {
        var places = finding.Trace.Select((step, index) => (step.Place, Step: (int?)index)).Prepend((finding.Place, Step: null)).Where(item => item.Place.Source == source);
        var lines = places.GroupBy(item => item.Place.Line).OrderBy(line => line.Key).ToList();

        Gutter();
        writer.Line();
        var previous = 0;
        foreach (var line in lines)
        {
            if (previous != 0 && line.Key == previous + 2)
                DrawLine(previous + 1, []);
            else if (previous != 0 && line.Key > previous + 2)
                writer.Line("...", Ink.Gutter);
            DrawLine(line.Key, line.GroupBy(item => item.Place).Select(place => Label(place.Key, place.Select(item => item.Step).OfType<int>())).ToList());
            previous = line.Key;
        }
    }

    /// <summary>The empty gutter, before a line that has no number.</summary>
    public void Gutter(char bar = '|') => writer.Write($"{new string(' ', gutter)} {bar}", Ink.Gutter);

    private (Place Place, string[] Texts, bool Primary) Label(Place place, IEnumerable<int> steps) =>
        (place, [.. StepLabel.Describe(finding, steps).Select(VisibleText.Of)], place == finding.Place);

    private void DrawLine(int number, IReadOnlyList<(Place Place, string[] Texts, bool Primary)> labels)
    {
        var around = labels.Count == 0 ? source.Lines.StartOf(number) : labels.Min(label => label.Place.Span.Start);
        // Decoded generously: which columns are shown is decided below, when their widths are known.
        var line = ShownLine.Of(source, number, around, Room * 4);
        var display = DisplayText.Of(line.Text.TrimEnd());
        var marks = labels
            .Select(label => MarkOf(label.Place, number, line, display) is var (start, end) ? new Mark(start, end, label.Texts, label.Primary) : default)
            .OrderBy(mark => mark.Start).ThenBy(mark => mark.Primary)
            .ToList();

        var first = marks.Count == 0 ? 0 : marks[0].Start;
        var cut = display.Width > Room && first > LeadingContext && marks[^1].End > Room ? first - LeadingContext : 0;
        var shown = Cut(display.Text, cut, line.CutBefore, line.CutAfter, out var shift);

        writer.Write($"{number.ToString().PadLeft(gutter)} |", Ink.Gutter);
        writer.Line(shown.Length == 0 ? "" : $" {shown}");
        if (marks.Count > 0)
            DrawLabels([.. marks.Select(mark => mark with { Start = Math.Clamp(mark.Start - shift, 0, Room - 1), End = Math.Clamp(mark.End - shift, 1, Room) })]);
    }

    private static (int Start, int End) MarkOf(Place place, int number, ShownLine line, DisplayText display)
    {
        var last = display.Columns.Length - 1;
        var start = display.Columns[Math.Min(line.IndexOf(place.Span.Start), last)];
        var end = place.EndLine > number ? display.Width : display.Columns[Math.Min(line.IndexOf(place.Span.End), last)];
        return (start, Math.Max(end, start + 1));
    }

    /// <summary>The part of a line that fits, with an ellipsis where it is cut.</summary>
    /// <param name="shift">How many columns further left its text now stands.</param>
    private string Cut(string text, int from, bool cutBefore, bool cutAfter, out int shift)
    {
        var lead = from > 0 || cutBefore ? "…" : "";
        var skipped = DisplayText.Fitting(text, from);
        shift = DisplayText.WidthOf(skipped) - lead.Length;
        var rest = text[skipped.Length..];
        var room = Room - lead.Length;
        return DisplayText.WidthOf(rest) <= room && !cutAfter ? $"{lead}{rest}" : $"{lead}{DisplayText.Fitting(rest, room - 1)}…";
    }

    private void DrawLabels(IReadOnlyList<Mark> marks)
    {
        var underline = new (char Character, Ink Ink)[marks.Max(mark => mark.End)];
        Array.Fill(underline, (' ', Ink.Plain));
        // The fault is drawn last, so that it shows where it overlaps another place.
        foreach (var mark in marks.OrderBy(mark => mark.Primary))
            Array.Fill(underline, (mark.Primary ? '^' : '-', mark.Primary ? Ink.Primary : Ink.Secondary), mark.Start, mark.End - mark.Start);

        var labelled = marks.Where(mark => mark.Texts.Length > 0).ToList();
        var inline = labelled.Count == 0 ? default(Mark?) : labelled[^1];
        var fits = inline is { Texts.Length: 1 } last
            && last.End == underline.Length
            && labelled.Count(mark => mark.Start == last.Start) == 1
            && last.End + 1 + DisplayText.WidthOf(last.Texts[0]) <= Room;

        Gutter();
        writer.Write(" ");
        WriteCells(underline);
        if (fits)
        {
            writer.Write($" {inline!.Value.Texts[0]}", inline.Value.Ink);
            labelled.RemoveAt(labelled.Count - 1);
        }

        writer.Line();
        DrawHanging(labelled);
    }

    private void DrawHanging(List<Mark> marks)
    {
        if (marks.Count == 0)
            return;
        DrawBars(marks, Room);
        writer.Line();
        foreach (var mark in marks.OrderByDescending(mark => mark.Start))
        {
            foreach (var text in mark.Texts)
            {
                var column = Room - mark.Start >= NarrowestLabel ? mark.Start : Math.Max(0, Math.Min(mark.Start, Room - DisplayText.WidthOf(text)));
                column = Math.Min(column, Math.Max(0, Room - NarrowestLabel));
                foreach (var line in DisplayText.Wrap(text, Room - column))
                {
                    var drawn = DrawBars(marks.Where(other => other.Start < mark.Start), column);
                    writer.Write(new string(' ', column - drawn));
                    writer.Line(line, mark.Ink);
                }
            }
        }
    }

    /// <summary>A row of bars that lead down from marks to their labels; the columns drawn.</summary>
    private int DrawBars(IEnumerable<Mark> marks, int before)
    {
        Gutter();
        writer.Write(" ");
        var drawn = 0;
        foreach (var mark in marks.Where(mark => mark.Start < before).DistinctBy(mark => mark.Start).OrderBy(mark => mark.Start))
        {
            writer.Write(new string(' ', mark.Start - drawn));
            writer.Write("|", mark.Ink);
            drawn = mark.Start + 1;
        }

        return drawn;
    }

    private void WriteCells(ReadOnlySpan<(char Character, Ink Ink)> cells)
    {
        while (!cells.IsEmpty)
        {
            var ink = cells[0].Ink;
            var length = 1;
            while (length < cells.Length && cells[length].Ink == ink)
                length++;
            writer.Write(string.Create(length, cells[..length], static (text, cells) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = cells[i].Character;
            }), ink);
            cells = cells[length..];
        }
    }

    private readonly record struct Mark(int Start, int End, string[] Texts, bool Primary)
    {
        public Ink Ink => Primary ? Ink.Primary : Ink.Secondary;
    }
}
