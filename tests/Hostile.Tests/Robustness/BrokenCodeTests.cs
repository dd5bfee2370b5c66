using Hostile.Bench.Growth;
using Hostile.Cli.Commands;
using Hostile.Model.Projects;
using Hostile.Rules;
using Hostile.Tests.Specs;
using Xunit;

namespace Hostile.Tests.Robustness;

/// <summary>Wrong code; above all, every program of the specs with tokens lost, doubled, swapped, replaced and inserted: no rule fails, whatever stands in the text. Over real repositories, `hostile-bench break` does the same.</summary>
public sealed class BrokenCodeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_rule_fails_on_broken_code(int seed)
    {
        var tree = new MemoryTree();
        var number = 0;
        foreach (var spec in SpecPage.All.SelectMany(page => page.Cases))
        {
            number++;
            foreach (var file in spec.Files)
                tree.Add($"case{number}/{file.Path}", file.Text);
        }

        var report = Auditor.Run(
            new BrokenTree(tree, seed),
            new()
            {
                Files = new() { IncludeTests = true },
                Facts = new() { Project = "broken", Scope = "all", Version = "", Extent = default, Rules = [] },
                Rules = Catalog.All,
            },
            Progress.Silent(),
            CancellationToken.None);

        Assert.True(report.Facts.Extent.Files > 1000);
        Assert.Empty(report.Failures);
    }

    /// <summary>Texts on which rules or the model once threw.</summary>
    [Theory]
    [InlineData("super-outside.ts", "import { Pool } from 'pg';\nexport const open = { make() { return super({ max: 1 }); } };\nsuper();\n")]
    [InlineData("no-column.ts", "import knex from 'knex';\nconst db = knex({ client: 'pg' });\nexport async function f() { await db('users').where({ '': 1, ' ': 2 }).update({ a: 1 }); await db(' ').where({ id: 1 }); }\n")]
    public void No_rule_fails_on_it(string path, string text) => Assert.Empty(Analysis.Judge(new Dictionary<string, string> { [path] = text }, Catalog.All).Failures);

    [Fact]
    public void A_package_may_be_its_own_entry() => Assert.Empty(Analysis.Judge(
        new Dictionary<string, string>
        {
            ["package.json"] = """{ "name": "root", "workspaces": ["packages/*"] }""",
            ["packages/a/package.json"] = """{ "name": "a", "main": "." }""",
            ["packages/a/index.ts"] = "export const one = async () => 1;\n",
            ["packages/b/package.json"] = """{ "name": "b", "main": "", "exports": { ".": "./" } }""",
            ["packages/b/main.ts"] = "import { one } from 'a';\nimport 'b';\none();\n",
        },
        Catalog.All).Failures);
}
