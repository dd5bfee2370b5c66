using System.Collections.Immutable;
using System.Text.Json;
using Hostile.Cli.Commands;
using Hostile.Cli.Reports;
using Hostile.Model.Projects;
using Hostile.Rules;

namespace Hostile.Cli.Config;

/// <summary>Reads <c>hostile.json</c>: JSON with comments and trailing commas. A mistake costs only the setting it is in, and is told with its line.</summary>
internal sealed class ConfigurationReader
{
    private readonly string path;
    private readonly ImmutableArray<RuleSetting>.Builder rules = ImmutableArray.CreateBuilder<RuleSetting>();
    private readonly ImmutableArray<ConfigurationMistake>.Builder mistakes = ImmutableArray.CreateBuilder<ConfigurationMistake>();
    private ImmutableArray<string> models = [];
    private Gate gate = Gate.Default;

    private ConfigurationReader(string path) => this.path = path;

    /// <summary>Reads the whole file. Never throws: what is wrong is in <see cref="Configuration.Mistakes"/>.</summary>
    public static Configuration Read(ReadOnlySpan<byte> text, string path)
    {
        var reader = new ConfigurationReader(path);
        if (ConfigurationValue.Parse(text, out var mistake) is { } root)
            reader.ReadRoot(root);
        else
            reader.mistakes.Add(mistake!);
        return new()
        {
            Path = path,
            Rules = reader.rules.ToImmutable(),
            Models = reader.models,
            Gate = reader.gate,
            Mistakes = [.. reader.mistakes.OrderBy(found => found.Line)],
        };
    }

    private void ReadRoot(ConfigurationValue root)
    {
        // Rules before overrides, whatever their order in the file: what is said of some paths goes before what is said of all.
        foreach (var member in Members(root, "the configuration", ConfigurationKeys.Root).OrderBy(member => member.Name == "overrides"))
        {
            switch (member.Name)
            {
                case "rules":
                    ReadRules(member.Value, []);
                    break;
                case "overrides":
                    foreach (var entry in Items(member.Value, "overrides"))
                        ReadOverride(entry);
                    break;
                case "models":
                    models = [.. Items(member.Value, "models").Select(item => PathOf(item, "a model")).OfType<string>()];
                    break;
                case "gate":
                    ReadGate(member.Value);
                    break;
            }
        }
    }

    private void ReadOverride(ConfigurationValue entry)
    {
        var members = Members(entry, "an override", ConfigurationKeys.Override).ToList();
        var patterns = members.Where(member => member.Name == "paths").SelectMany(member => Items(member.Value, "paths")).Select(item => PathOf(item, "a path")).OfType<string>()
            .SelectMany(Wildcard.Alternatives)
            // A folder's name means all that is in it.
            .SelectMany(pattern => pattern.AsSpan().IndexOfAny('*', '?') < 0 ? [pattern, pattern + "/**"] : new[] { pattern })
            .ToImmutableArray();
        if (patterns.IsEmpty)
        {
            Mistake(entry, "this override has no \"paths\": say where it holds, e.g. \"paths\": [\"scripts/**\"]");
            return;
        }

        foreach (var member in members.Where(member => member.Name == "rules"))
            ReadRules(member.Value, patterns);
    }

    private void ReadRules(ConfigurationValue value, ImmutableArray<string> paths)
    {
        if (value.Kind != JsonTokenType.StartObject)
        {
            Mistake(value, "\"rules\" must be an object, e.g. { \"race/lost-update\": \"P2\" }");
            return;
        }

        foreach (var (pattern, line, setting) in value.Members)
        {
            if (!Names(pattern))
            {
                var known = Catalog.All.Select(rule => rule.Id).Concat(Catalog.All.Select(rule => $"{rule.Id[..rule.Id.IndexOf('/')]}/*"));
                mistakes.Add(new(line, $"there is no rule '{Shown(pattern)}'{Suggestion.For(pattern, known)} (hostile rules lists them)"));
            }
            else if (setting.Kind == JsonTokenType.StartObject)
            {
                var members = Members(setting, "a rule's setting", ConfigurationKeys.Setting).ToList();
                var reason = members.Where(member => member.Name == "reason").Select(member => Text(member.Value, "a reason")).FirstOrDefault();
                if (members.Find(member => member.Name == "severity") is { Value: { } level })
                    Add(pattern, level, reason, paths, line);
                else
                    Mistake(setting, $"the setting of '{pattern}' has no \"severity\" ({string.Join(", ", ConfigurationKeys.Levels)})");
            }
            else
            {
                Add(pattern, setting, null, paths, line);
            }
        }
    }

    private void Add(string pattern, ConfigurationValue level, string? reason, ImmutableArray<string> paths, int line)
    {
        if (Choice(level, $"the severity of '{pattern}'", ConfigurationKeys.Levels) is not { } word)
            return;
        rules.Add(new(pattern, word == "off" ? RuleLevel.Off : RuleLevel.On, word[0] == 'P' ? Enum.Parse<Severity>(word) : null, reason, paths, line));
    }

    private void ReadGate(ConfigurationValue value)
    {
        foreach (var member in Members(value, "the gate", ConfigurationKeys.Gate))
        {
            if (member.Name == "severity" && Choice(member.Value, "the gate's severity", ConfigurationKeys.Gates) is { } severity)
                gate = gate with { Mildest = severity == "none" ? null : Enum.Parse<Severity>(severity) };
            else if (member.Name == "evidence" && Choice(member.Value, "the gate's evidence", ConfigurationKeys.Evidences) is { } evidence)
                gate = gate with { Weakest = Enum.Parse<Evidence>(evidence, ignoreCase: true) };
        }
    }

    /// <summary>The members that mean something; of the others it is said.</summary>
    private IEnumerable<(string Name, int Line, ConfigurationValue Value)> Members(ConfigurationValue value, string what, ImmutableArray<string> known)
    {
        if (value.Kind != JsonTokenType.StartObject)
            Mistake(value, $"{what} must be an object");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members)
        {
            if (!known.Contains(member.Name))
                mistakes.Add(new(member.Line, $"unknown key '{Shown(member.Name)}'{Suggestion.For(member.Name, known)} (known here: {string.Join(", ", known)})"));
            else if (!seen.Add(member.Name))
                mistakes.Add(new(member.Line, $"the key '{member.Name}' stands here twice"));
            else
                yield return member;
        }
    }

    private ImmutableArray<ConfigurationValue> Items(ConfigurationValue value, string what)
    {
        if (value.Kind != JsonTokenType.StartArray)
            Mistake(value, $"\"{what}\" must be an array");
        return value.Items;
    }

    private string? Text(ConfigurationValue value, string what)
    {
        if (value.Kind == JsonTokenType.String && value.Text.Length > 0)
            return value.Text;
        Mistake(value, $"{what} must be a text that is not empty");
        return null;
    }

    private string? Choice(ConfigurationValue value, string what, ImmutableArray<string> choices)
    {
        if (value.Kind == JsonTokenType.String && choices.Contains(value.Text))
            return value.Text;
        Mistake(value, $"{what} must be one of {string.Join(", ", choices)}{(value.Kind == JsonTokenType.String ? $", not '{Shown(value.Text)}'{Suggestion.For(value.Text, choices)}" : "")}");
        return null;
    }

    private void Mistake(ConfigurationValue value, string text) => mistakes.Add(new(value.Line, text));

    private static bool Names(string pattern) => pattern == "*" || Catalog.All.Any(new RuleSetting(pattern, RuleLevel.On, null, null, [], 0).Names);

    /// <summary>A path or pattern of the file, which is written from its own directory, as seen from the root.</summary>
    private string? PathOf(ConfigurationValue value, string what)
    {
        if (Text(value, what) is not { } written)
            return null;
        if (TreePath.Join(TreePath.Directory(path), written.TrimEnd('/')) is { } below)
            return below;
        Mistake(value, $"'{Shown(written)}' leads out of the repository");
        return null;
    }

    private static string Shown(string text) => VisibleText.Of(text);
}
