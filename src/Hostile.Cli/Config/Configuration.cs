using System.Collections.Immutable;
using Hostile.Cli.Reports;
using Hostile.Model.Projects;
using Hostile.Rules;

namespace Hostile.Cli.Config;

/// <summary>What a repository asks of its audits in <c>hostile.json</c>: which rules run where and how gravely, what fails the build, which files teach libraries.</summary>
public sealed record Configuration
{
    public const string FileName = "hostile.json";

    /// <summary>The configuration of a repository that has none.</summary>
    public static Configuration None { get; } = new();

    /// <summary>The file, from the root; empty when there is none.</summary>
    public string Path { get; init; } = "";

    /// <summary>Settings of rules, the last that fits wins.</summary>
    public ImmutableArray<RuleSetting> Rules { get; init; } = [];

    /// <summary>Declaration files with tags that teach libraries and wrappers, from the root.</summary>
    public ImmutableArray<string> Models { get; init; } = [];

    /// <summary>What fails the build, where the command line does not say.</summary>
    public Gate Gate { get; init; } = Gate.Default;

    /// <summary>What is wrong with the file. The rest of it holds.</summary>
    public ImmutableArray<ConfigurationMistake> Mistakes { get; init; } = [];

    /// <summary>
    /// The rules to run: those that are on, or turned on somewhere. A rule that the configuration turns off runs, too: the report lists what it would have
    /// said, because an auditor does not let the audited choose unseen.
    /// </summary>
    public ImmutableArray<Rule> RulesToRun =>
        [.. Catalog.All.Where(rule => !rule.OffByDefault || Rules.Any(setting => setting.Level != RuleLevel.Off && setting.Names(rule)))];

    /// <summary>The setting that holds for a rule in a file, or null: the rule's own default does.</summary>
    public RuleSetting? SettingOf(Rule rule, string path) => Rules.LastOrDefault(setting => setting.Names(rule) && setting.Holds(path));

    /// <summary>Moves severities and takes out what is off, with the reason on record.</summary>
    /// <returns>The judgement as configured, and what the configuration silenced, in the judgement's order.</returns>
    public (Judgement Judgement, ImmutableArray<Silenced> Silenced) Apply(Judgement judgement)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var silenced = ImmutableArray.CreateBuilder<Silenced>();
        foreach (var finding in judgement.Findings)
        {
            var setting = SettingOf(finding.Rule, finding.Place.Path);
            // A rule that is off by default and that no setting names was asked for by whoever chose the rules.
            if (setting is null && (!finding.Rule.OffByDefault || !Rules.Any(other => other.Names(finding.Rule))))
                findings.Add(finding);
            else if (setting is { Level: RuleLevel.Off })
                silenced.Add(new(finding, SilencedBy.Configuration, $"{Path}:{setting.Line}", setting.Reason ?? "no reason given"));
            else if (setting is not null)
                findings.Add(setting.Severity is { } severity ? finding.Set(severity, $"{Path}:{setting.Line}{(setting.Reason is null ? "" : $": {setting.Reason}")}") : finding);
        }

        return (judgement with { Findings = findings.ToImmutable() }, silenced.ToImmutable());
    }

    /// <summary>The configuration that holds for a program: of its own directory, else of the root.</summary>
    public static Configuration Of(ISourceTree tree, string program) =>
        Read(tree, program.Length == 0 ? FileName : $"{program}/{FileName}") ?? (program.Length == 0 ? null : Read(tree, FileName)) ?? None;

    /// <summary>The configuration in a file, a path from the root; null when nothing is there.</summary>
    public static Configuration? Read(ISourceTree tree, string path)
    {
        const int Limit = 1_000_000;
        if (tree.Find(path) is null)
            return null;
        var content = tree.Read(path, Limit);
        return content.Problem is { } problem
            ? new() { Path = path, Mistakes = [new(1, $"not read: {problem}")] }
            : ConfigurationReader.Read(content.Bytes.Span, path);
    }
}

/// <summary>One line of <c>rules</c>.</summary>
/// <param name="Pattern">A rule's id, <c>category/*</c> or <c>*</c>.</param>
/// <param name="Level">Whether the rule speaks.</param>
/// <param name="Severity">The severity that its findings get; null: their own.</param>
/// <param name="Reason">Why, as the repository says; null when it does not.</param>
/// <param name="Paths">Patterns of the files for which it holds; empty: for all.</param>
/// <param name="Line">Its line in the file, counting from 1.</param>
public sealed record RuleSetting(string Pattern, RuleLevel Level, Severity? Severity, string? Reason, ImmutableArray<string> Paths, int Line)
{
    /// <summary>Whether the setting speaks of the rule.</summary>
    public bool Names(Rule rule) => Pattern == "*" || Pattern == rule.Id || (Pattern.EndsWith("/*", StringComparison.Ordinal) && rule.Id.AsSpan().StartsWith(Pattern.AsSpan(0, Pattern.Length - 1)));

    /// <summary>Whether the setting holds in the file, a path from the root.</summary>
    public bool Holds(string path) => Paths.IsEmpty || Paths.Any(pattern => Wildcard.MatchesPath(pattern, path));
}

/// <summary>Whether a rule speaks.</summary>
public enum RuleLevel
{
    Off,
    On,
}

/// <summary>Something wrong with the configuration.</summary>
/// <param name="Line">Counting from 1.</param>
/// <param name="Text">A clause that goes on from the place.</param>
public sealed record ConfigurationMistake(int Line, string Text);
