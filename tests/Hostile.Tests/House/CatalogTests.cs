using System.Reflection;
using Hostile.Rules;
using Hostile.Tests.Specs;
using Xunit;

namespace Hostile.Tests.House;

/// <summary>Every rule is a full citizen: listed, named as its file, with texts, examples that are true, and a page of specs.</summary>
public sealed class CatalogTests
{
    [Fact]
    public void Precedence_speaks_of_rules_that_exist() =>
        Assert.DoesNotContain(Precedence.Table.SelectMany(pair => new[] { pair.Specific, pair.General }), id => Catalog.Find(id) is null);

    [Fact]
    public void Every_rule_is_in_the_catalogue()
    {
        var declared = typeof(Catalog).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Rule))
            .Select(field => ((Rule)field.GetValue(null)!).Id);
        Assert.Equal(Catalog.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_catalogue_is_sorted_and_each_id_is_there_once() =>
        Assert.Equal(Catalog.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), Catalog.All.Select(rule => rule.Id));

    [Fact]
    public void A_rules_class_file_and_room_bear_its_name() => AllHold(rule =>
    {
        var type = Declaring(rule);
        return
        [
            .. When(type.Name != ClassName(rule), $"its class is {type.Name}, not {ClassName(rule)}"),
            .. When(type.Namespace != $"Hostile.Rules.{rule.Category}", $"its namespace is {type.Namespace}, not Hostile.Rules.{rule.Category}"),
            .. When(!File.Exists(Repository.At(SourceOf(rule))), $"no file {SourceOf(rule)}"),
        ];
    });

    [Fact]
    public void A_rules_file_has_at_most_180_lines_and_aims_at_150() => AllHold(rule =>
    {
        var lines = File.Exists(Repository.At(SourceOf(rule))) ? File.ReadLines(Repository.At(SourceOf(rule))).Count() : 0;
        return When(lines > 180, $"{SourceOf(rule)} has {lines} lines: does the model lack a word?");
    });

    [Fact]
    public void A_rule_has_its_texts() => AllHold(rule =>
    [
        .. When(rule.Title.EndsWith('.') || rule.Title.Contains('\n'), "its title is one line without a full stop"),
        .. When(rule.Title.Length == 0 || !char.IsUpper(rule.Title[0]), "its title begins with a capital"),
        .. When(string.IsNullOrWhiteSpace(rule.Why), "it does not say why"),
        .. When(string.IsNullOrWhiteSpace(rule.Fix), "it does not say what to do"),
        .. When(string.IsNullOrWhiteSpace(rule.Risk), "it does not say what it costs"),
        .. When(string.IsNullOrWhiteSpace(rule.Unseen), "it does not say what it cannot see"),
        .. When(rule.Bad.IsDefaultOrEmpty, "it has no bad example"),
        .. When(rule.Good.IsDefaultOrEmpty, "it has no good example"),
        .. When(!File.Exists(Repository.At(PageOf(rule))), $"it has no page of specs {PageOf(rule)}"),
    ]);

    [Fact]
    public void Bad_examples_fire_exactly_where_marked() => AllHold(rule => rule.Bad.SelectMany((example, i) =>
        When(!example.Contains($"expect: {rule.Id}"), $"bad example {i + 1} has no `expect: {rule.Id}`")
            .Concat(Differences(example, rule).Select(problem => $"bad example {i + 1}, {problem}"))));

    [Fact]
    public void Good_examples_are_silent_under_every_rule() => AllHold(rule => rule.Good.SelectMany((example, i) =>
        When(example.Contains("expect:"), $"good example {i + 1} expects a finding")
            .Concat(Differences(example, rule).Select(problem => $"good example {i + 1}, {problem}"))));

    [Fact]
    public void A_page_of_specs_belongs_to_a_rule() =>
        Assert.Empty(Repository.Files("tests/Hostile.Tests/Rules", "*.md").Except(Catalog.All.Select(PageOf)));

    private static void AllHold(Func<Rule, IEnumerable<string>> faults)
    {
        var found = Catalog.All.SelectMany(rule => faults(rule).Select(fault => $"{rule.Id}: {fault}")).ToList();
        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    private static IEnumerable<string> When(bool faulty, string fault) => faulty ? [fault] : [];

    private static IEnumerable<string> Differences(string example, Rule rule)
    {
        var files = Example.Files(example);
        return Expectations.Compare(files, Analysis.Judge(files, rule)).Select(problem => problem.ToString());
    }

    private static Type Declaring(Rule rule) => typeof(Catalog).Assembly.GetTypes().First(type =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Any(field => field.FieldType == typeof(Rule) && ReferenceEquals(field.GetValue(null), rule)));

    private static string SourceOf(Rule rule) => $"src/Hostile.Rules/{rule.Category}/{ClassName(rule)}.cs";

    internal static string PageOf(Rule rule) => $"tests/Hostile.Tests/Rules/{ClassName(rule)}.md";

    private static string ClassName(Rule rule) => string.Concat(rule.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
