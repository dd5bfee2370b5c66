using System.Runtime.CompilerServices;
using System.Text.Json;
using Hostile.Model.Projects;
using Xunit;

namespace Hostile.Tests.Projects;

public sealed class IgnoreRulesTests
{
    [Theory]
    [InlineData("*.ts", "a.ts d/a.ts", "")]
    [InlineData("/a.ts", "a.ts", "d/a.ts")]
    [InlineData("d/", "d/a.ts d/e/a.ts", "a.ts d.ts")]
    [InlineData("a.ts/", "", "a.ts")]
    [InlineData("d/*.ts", "d/a.ts", "d/e/a.ts e/d/a.ts")]
    [InlineData("**/d/*.ts", "d/a.ts e/d/a.ts", "d/e/a.ts")]
    [InlineData("d/**/a.ts", "d/a.ts d/e/f/a.ts", "a.ts")]
    [InlineData("d/**", "d/a.ts d/e/a.ts", "a.ts")]
    [InlineData("*.ts\n!a.ts", "b.ts", "a.ts d/a.ts")]
    [InlineData("d\n!d/a.ts", "d/a.ts", "a.ts")]
    [InlineData("d/*\n!d/a.ts", "d/b.ts", "d/a.ts")]
    [InlineData("#a.ts\n\\#a.ts\n\\!b.ts", "#a.ts !b.ts", "a.ts")]
    [InlineData("a.ts   ", "a.ts", "b.ts")]
    [InlineData("a.ts\\ ", "", "a.ts")]
    [InlineData("a.ts\r\n", "a.ts", "b.ts")]
    [InlineData("[a-c].ts\n[!x]y.ts", "b.ts ay.ts", "d.ts xy.ts")]
    [InlineData("\uFEFFa.ts", "a.ts", "b.ts")]
    public void A_pattern_ignores_what_it_ignores_in_git(string rules, string ignored, string kept)
    {
        string[] gone = ignored.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] left = kept.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(left.Order(StringComparer.Ordinal), Kept(new() { [""] = rules }, [.. gone, .. left]));
    }

    /// <summary>The cases were generated at random and answered by <c>git check-ignore --no-index</c> 2.39.</summary>
    [Fact]
    public void Generated_rules_ignore_what_git_itself_says_they_ignore()
    {
        var cases = 0;
        foreach (var line in File.ReadLines(Path.Combine(Here(), "gitignore.jsonl")))
        {
            var example = JsonDocument.Parse(line).RootElement;
            var kept = Texts(example.GetProperty("kept"));
            var rules = example.GetProperty("ignore").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString()!);

            Assert.True(kept.Order(StringComparer.Ordinal).SequenceEqual(Kept(rules, [.. kept, .. Texts(example.GetProperty("ignored"))])), line);
            cases++;
        }

        Assert.True(cases >= 100);
    }

    [Fact]
    public void A_pattern_made_to_take_for_ever_does_not()
    {
        var path = string.Concat(Enumerable.Repeat("a/", 60)) + "a.ts";
        var stars = string.Concat(Enumerable.Repeat("**/*a*/", 30)) + "b.ts";

        Assert.Equal([path], Kept(new() { [""] = stars + "\n" + string.Concat(Enumerable.Repeat("*a", 200)) + "b" }, [path]));
    }

    [Fact]
    public void What_stands_in_the_repository_s_own_exclude_file_is_ignored()
    {
        var tree = new MemoryTree((".git/info/exclude", "mine.ts"), ("mine.ts", ""), ("ours.ts", ""));

        Assert.Equal(["ours.ts"], Discovery.Find(tree, new()).Files.Select(file => file.Path));
    }

    [Fact]
    public void The_reason_names_the_rule()
    {
        var tree = new MemoryTree(("d/.gitignore", "# output\nout/\n"), ("d/out/a.ts", ""), ("a.ts", ""));

        Assert.Equal([new Skipped("d/out/", "ignored by d/.gitignore:2")], Discovery.Find(tree, new()).Skipped);
    }

    private static IEnumerable<string> Kept(Dictionary<string, string> rules, string[] paths)
    {
        var tree = new MemoryTree(paths.Select(path => (path, "")));
        foreach (var (directory, text) in rules)
            tree.Add(directory.Length == 0 ? ".gitignore" : $"{directory}/.gitignore", text);
        return Discovery.Find(tree, new()).Files.Select(file => file.Path);
    }

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
