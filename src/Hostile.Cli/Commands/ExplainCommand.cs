using System.Collections.Immutable;
using Hostile.Cli.Reports;
using Hostile.Rules;

namespace Hostile.Cli.Commands;

/// <summary><c>hostile explain</c>: a rule's page on the terminal.</summary>
public static class ExplainCommand
{
    public static Command Command { get; } = new()
    {
        Name = "explain",
        Operands = "RULE…",
        Summary = "Say what a rule looks for, why it hurts, and what is right",
        Details = "RULE is an id such as race/lost-update; the name alone does, too.",
        Options = [],
        Examples =
        [
            ("hostile explain race/lost-update", "what it is, bad and good code, what it cannot see"),
            ("hostile explain lost-update left-open | less", "two pages"),
        ],
        Run = Run,
    };

    private static ExitCode Run(Arguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        if (arguments.Operands.IsEmpty)
            throw new UsageException("explain what? Name a rule (hostile rules lists them)");

        var rules = arguments.Operands.Select(Find).ToImmutableArray();
        var ink = new InkWriter(terminal.Output, terminal.Colors(arguments));
        foreach (var (i, rule) in rules.Index())
        {
            if (i > 0)
                ink.Line("\n---\n");
            Write(RulePage.Render(rule), ink);
        }

        return ExitCode.Clean;
    }

    /// <summary>The rule that a user means by an id or a name. Throws <see cref="UsageException"/> when none is meant, or more than one.</summary>
    private static Rule Find(string word)
    {
        if (Catalog.Find(word) is { } rule)
            return rule;

        var named = Catalog.All.Where(rule => rule.Name == word).ToList();
        if (named.Count == 1)
            return named[0];
        if (named.Count > 1)
            throw new UsageException($"'{word}' is {string.Join(" or ", named.Select(rule => rule.Id))}: which one?");
        var known = Catalog.All.Select(rule => word.Contains('/') ? rule.Id : rule.Name);
        throw new UsageException($"there is no rule '{VisibleText.Of(word)}'{Suggestion.For(word, known)} (hostile rules lists them)");
    }

    /// <summary>Markdown as it is, with the headings and the code set off where colours are allowed.</summary>
    private static void Write(string page, InkWriter ink)
    {
        var inCode = false;
        foreach (var line in page.TrimEnd('\n').Split('\n'))
        {
            var fence = line.StartsWith("```", StringComparison.Ordinal);
            inCode ^= fence;
            ink.Line(line, fence ? Ink.Gutter : inCode ? Ink.Secondary : line.StartsWith('#') ? Ink.Bold : Ink.Plain);
        }
    }
}
