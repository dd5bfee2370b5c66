using System.Collections.Immutable;
using System.Text;
using Hostile.Cli.Commands;
using Hostile.Model;
using Hostile.Model.Projects;
using Hostile.Rules;

namespace Hostile.Tests.Specs;

/// <summary>The one way from sources in memory to what the rules say of them: specs, examples and samples take it, and it is the way that `hostile audit` takes.</summary>
public static class Analysis
{
    /// <summary>Makes every file a thing that strangers import, so that what it exports is called by others, and by two at once.</summary>
    private const string Manifest = """{ "name": "spec", "version": "1.0.0", "type": "module", "exports": { "./*": "./*" } }""";

    /// <summary>What the rules that are on say of a small program.</summary>
    /// <param name="files">Texts by path. Unless they bring a package.json, they are one package that exports every file.</param>
    /// <param name="about">The rule that the program is about, which runs though it be off by default.</param>
    public static Judgement Judge(IReadOnlyDictionary<string, string> files, Rule? about = null) =>
        Judge(files, [.. Catalog.All.Where(rule => !rule.OffByDefault || rule == about)]);

    /// <summary>What some rules say of it.</summary>
    public static Judgement Judge(IReadOnlyDictionary<string, string> files, ImmutableArray<Rule> rules)
    {
        var tree = new MemoryTree(files.Select(file => (file.Key, file.Value)));
        if (!files.ContainsKey("package.json"))
            tree.Add("package.json", Manifest);

        var report = Auditor.Run(
            tree,
            new()
            {
                Files = new() { IncludeTests = true },
                Facts = new() { Project = "spec", Scope = "all", Version = "", Extent = default, Rules = [] },
                Rules = rules,
            },
            Progress.Silent(),
            CancellationToken.None);
        return new([.. report.Findings.Select(reported => reported.Finding)], report.Cleared, report.Failures);
    }

    /// <summary>The model of its files, each by itself.</summary>
    public static ProjectModel Model(IReadOnlyDictionary<string, string> files) =>
        ModelBuilder.Build([.. files.Select(file => new SourceFile(file.Key, Encoding.UTF8.GetBytes(file.Value)))], (_, _) => null);
}
