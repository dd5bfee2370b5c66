using System.Collections.Immutable;
using System.Text.Json;
using Hostile.Cli.Reports;
using Hostile.Model;
using Hostile.Rules;
using Hostile.Syntax.Text;
using Xunit;

namespace Hostile.Tests.Reports;

/// <summary>Random bytes as sources, random spans as places: no form may throw, and each must stay well formed.</summary>
public sealed class ReportFuzzTests
{
    private static readonly string[] Pieces = ["a", "await x;", "\t", " ", "\n", "\n", "\r\n", "`", "```", "|", "設", "🚀", "e\u0301", "\u202e", "\u001b[1m", "\0", "{", "\\", "<b>", "](", "x".PadLeft(300, 'y')];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task No_source_and_no_place_breaks_a_report(int seed)
    {
        var random = new Random(seed);
        var schema = await Schemas.Report();
        for (var round = 0; round < 25; round++)
        {
            var sources = Enumerable.Range(0, 3).Select(i => Source(random, $"{i}{Text(random, 3)}.ts")).ToArray();
            var findings = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Finding(random, sources)).ToImmutableArray();
            var report = AuditReport.Of(new(findings, [.. findings.Select(finding => finding.Rule.Clear(finding.Place, $"why {Text(random, 3)}"))], []), ReportSample.Facts);

            foreach (var width in new[] { 1, random.Next(20, 120) })
                Assert.DoesNotContain('\u001b', TerminalReportTests.Terminal(report, new() { Width = width }));

            var markdown = MarkdownReportTests.Markdown(report);
            Assert.Equal(0, UnclosedFences(markdown));
            Assert.DoesNotContain('\u202e', markdown);

            using var json = JsonDocument.Parse(JsonReportTests.Json(report));
            using var sarif = JsonDocument.Parse(SarifReportTests.Sarif(report));
            if (round % 20 == 0)
                Assert.Empty(Schemas.Faults(schema, json.RootElement.GetRawText()));
        }
    }

    private static Finding Finding(Random random, SourceText[] sources)
    {
        var sided = random.Next(2) == 0;
        var steps = Enumerable.Range(0, random.Next(1, 6)).Select(_ => new Step(Place(random, sources), $"x{Text(random, 4)}", sided ? (Side)random.Next(3) : Side.Only));
        return ReportSample.Rule.At(Place(random, sources), $"m{Text(random, 5)}", [.. steps]) with
        {
            Severity = (Severity)random.Next(4),
            Evidence = (Evidence)random.Next(4),
            Money = random.Next(2) == 0 ? Text(random, 2) : null,
            RepairCode = random.Next(2) == 0 ? Text(random, 9) : null,
        };
    }

    /// <summary>A span as the parser makes them, and now and then one that no parser would: in the middle of a character, or empty.</summary>
    private static Place Place(Random random, SourceText[] sources)
    {
        var source = sources[random.Next(sources.Length)];
        var start = random.Next(source.Bytes.Length);
        return new(source, new(start, Math.Min(source.Bytes.Length, start + random.Next(40))));
    }

    private static SourceText Source(Random random, string path)
    {
        var text = Text(random, 60) + "end";
        var source = ReportSample.Source(path, text);
        if (random.Next(3) > 0)
            return source;
        // Bytes that are no UTF-8.
        var bytes = source.Bytes.ToArray();
        for (var i = 0; i < bytes.Length; i += 7)
        {
            if (bytes[i] != '\n')
                bytes[i] = 0xC3;
        }

        return new(path, bytes);
    }

    private static string Text(Random random, int most) => string.Concat(Enumerable.Range(0, random.Next(most + 1)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    /// <summary>Fences that were opened and not closed, read as CommonMark does.</summary>
    private static int UnclosedFences(string markdown)
    {
        var open = 0;
        foreach (var line in markdown.Split('\n'))
        {
            var ticks = line.Length - line.TrimStart('`').Length;
            if (open == 0 && ticks >= 3 && !line[ticks..].Contains('`'))
                open = ticks;
            else if (open > 0 && ticks >= open && line[ticks..].Trim().Length == 0)
                open = 0;
        }

        return open;
    }
}
