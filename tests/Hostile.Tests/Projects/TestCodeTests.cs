using Hostile.Cli.Commands;
using Hostile.Model.Projects;
using Hostile.Rules;
using Xunit;

namespace Hostile.Tests.Projects;

public sealed class TestCodeTests
{
    private readonly MemoryTree tree = new(
        ("package.json", """{ "name": "shop", "exports": "./src/orders.ts" }"""),
        ("src/orders.ts", "import { keep } from '../test/store';\nexport function order(id: string) {\n  keep(id);\n}\n"),
        ("test/store.ts", "import { send } from './wire';\nexport async function keep(id: string) {\n  await send(id);\n}\n"),
        ("test/wire.ts", "export async function send(id: string) {\n  await fetch('http://127.0.0.1/' + id);\n}\n"),
        ("test/orders.test.ts", "import { order } from '../src/orders';\norder('1');\n"));

    [Fact]
    public void Test_code_belongs_to_the_program_where_the_program_imports_it()
    {
        var (findings, read) = Audit(new());

        Assert.Equal(["rejection/floating-promise src/orders.ts"], findings);
        Assert.Equal(["src/orders.ts", "test/store.ts", "test/wire.ts"], read);
    }

    [Fact]
    public void All_of_it_does_where_findings_in_it_are_wanted()
    {
        var (_, read) = Audit(new() { IncludeTests = true });

        Assert.Equal(["src/orders.ts", "test/orders.test.ts", "test/store.ts", "test/wire.ts"], read);
    }

    [Fact]
    public void And_only_there()
    {
        var (_, read) = Audit(new() { IncludeTests = true, Paths = ["src"] });

        Assert.Equal(["src/orders.ts", "test/store.ts", "test/wire.ts"], read);
    }

    [Fact]
    public void A_test_that_is_asked_for_by_name_is_read()
    {
        var (_, read) = Audit(new() { Paths = ["test/orders.test.ts"] });

        Assert.Contains("test/orders.test.ts", read);
    }

    private (IEnumerable<string> Findings, IEnumerable<string> Read) Audit(DiscoverySettings settings)
    {
        var watched = new WatchedTree(tree);
        var report = Auditor.Run(
            watched,
            new()
            {
                Files = settings,
                Facts = new() { Project = "shop", Scope = "all", Version = "", Extent = default, Rules = [] },
                Rules = [.. Catalog.OnByDefault.Where(rule => rule.Id == "rejection/floating-promise")],
            },
            Progress.Silent(),
            CancellationToken.None);
        return (report.Findings.Select(reported => $"{reported.Finding.Rule} {reported.Finding.Place.Path}"), watched.Reads.Where(path => path.EndsWith(".ts", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }
}
