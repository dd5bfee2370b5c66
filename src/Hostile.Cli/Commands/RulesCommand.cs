using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Hostile.Cli.Reports;
using Hostile.Rules;

namespace Hostile.Cli.Commands;

/// <summary><c>hostile rules</c>: the catalogue.</summary>
public static class RulesCommand
{
    public static Command Command { get; } = new()
    {
        Name = "rules",
        Operands = "[WORD…]",
        Summary = "List the rules, or those that speak of every WORD",
        Options = [new("--format", "FORMAT", "text or json (default text)") { Choices = ["text", "json"] }],
        Examples =
        [
            ("hostile rules", "every rule, with its severity"),
            ("hostile rules transaction", "those whose id or title holds the word"),
            ("hostile rules --format json", "for programs"),
        ],
        Run = Run,
    };

    private static ExitCode Run(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var rules = Catalog.All.Where(rule => arguments.Operands.All(word => Speaks(rule, word))).ToImmutableArray();
        if (rules.IsEmpty)
            throw new UsageException($"no rule speaks of '{VisibleText.Of(string.Join(' ', arguments.Operands))}' (hostile rules lists all {Catalog.All.Length})");

        if (arguments.Value("--format") == "json")
            WriteJson(rules, terminal.Output);
        else
            WriteText(rules, new(terminal.Output, terminal.Colors(arguments)));
        return ExitCode.Clean;
    }

    private static bool Speaks(Rule rule, string word) =>
        rule.Id.Contains(word, StringComparison.OrdinalIgnoreCase) || rule.Title.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static void WriteText(ImmutableArray<Rule> rules, InkWriter ink)
    {
        var width = rules.Max(rule => rule.Id.Length);
        foreach (var category in rules.GroupBy(rule => rule.Category))
        {
            ink.Line(category.Key.Title, Ink.Bold);
            foreach (var rule in category)
            {
                ink.Write($"  {rule.Id.PadRight(width)}  ");
                ink.Write(rule.Severity.ToString(), InkWriter.Of(rule.Severity));
                ink.Line($"{(rule.OffByDefault ? " off" : "    ")}  {rule.Title}");
            }

            ink.Line();
        }

        ink.Line($"{Words.Count(rules.Length, "rule")}. Severities are before reach and money are looked at; off: only where {Config.Configuration.FileName} asks for it.");
        ink.Line("hostile explain RULE says more.");
    }

    private static void WriteJson(ImmutableArray<Rule> rules, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonReport.Options))
        {
            json.WriteStartArray();
            foreach (var rule in rules)
            {
                json.WriteStartObject();
                json.WriteString("id", rule.Id);
                json.WriteString("category", rule.Category.Title);
                json.WriteString("severity", rule.Severity.ToString());
                json.WriteBoolean("onByDefault", !rule.OffByDefault);
                json.WriteString("title", rule.Title);
                json.WriteString("why", Words.OneLine(rule.Why));
                json.WriteString("fix", Words.OneLine(rule.Fix));
                json.WriteString("doesNotSee", Words.OneLine(rule.Unseen));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.Write(Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }
}
