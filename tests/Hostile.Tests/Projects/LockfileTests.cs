using Hostile.Model.Projects;
using Xunit;

namespace Hostile.Tests.Projects;

public sealed class LockfileTests
{
    [Theory]
    [InlineData("package-lock.json", """{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/pg": { "version": "8.11.3" }, "app/node_modules/@s/x": { "version": "2.0.0" }, "node_modules/@s/x": { "version": "1.0.0" } } }""")]
    [InlineData("package-lock.json", "\uFEFF" + """{ "packages": { "node_modules/bad": "8", "node_modules/pg": { "dependencies": { "version": "1.0.0" }, "version": "8.11.3", "engines": { "node": ">= 16" }, "cpu": ["x64"] }, "node_modules/@s/x": { "version": "2.0.0" }, "node_modules/sister": { "resolved": "sister", "link": true } }, "dependencies": { "pg": { "version": "7.0.0" } } }""")]
    [InlineData("pnpm-lock.yaml", "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    devDependencies:\n      pg:\n        specifier: ^7\n        version: 7.0.0\n\n  app:\n    dependencies:\n      '@s/x':\n        specifier: ^2\n        version: 2.0.0\n      pg:\n        specifier: ^8.0.0\n        version: 8.11.3(pg-native@3.0.1)\n      sister:\n        specifier: workspace:*\n        version: link:../sister\n\npackages:\n\n  pg@7.0.0:\n    version: 1\n")]
    [InlineData("yarn.lock", "# yarn lockfile v1\n\n\n\"@s/x@^1\":\n  version \"1.0.0\"\n\n\"@s/x@^2\", \"@s/x@~2.0\":\n  version \"2.0.0\"\n\npg@^8.0.0:\n  version \"8.11.3\"\n  resolved \"https://example.org/pg\"\n")]
    [InlineData("yarn.lock", "__metadata:\n  version: 8\n\n\"@s/x@npm:^2\":\n  version: 2.0.0\n\n\"pg@npm:^8.0.0, pg@npm:^8.1.0\":\n  version: 8.11.3\n  dependencies:\n    x: 1\n")]
    [InlineData("bun.lock", """{ "lockfileVersion": 1, "packages": { "pg": ["pg@8.11.3", "", {}, "sha512-x"], "app/@s/x": ["@s/x@2.0.0"], "@s/x": ["@s/x@1.0.0"], "sister": ["sister@workspace:sister"], } }""")]
    public void A_lockfile_tells_the_version_installed_for_a_package(string name, string text)
    {
        var tree = new MemoryTree((name, text), ("app/package.json", """{ "name": "app", "dependencies": { "pg": "^8.0.0", "@s/x": "^2", "sister": "workspace:*" } }"""));
        var app = Packages.Read(tree, Discovery.Find(tree, new()).Files).PackageOf("app/a.ts")!;
        var lockfile = Lockfile.In(tree, "")!;

        Assert.Equal("8.11.3", lockfile.VersionFor(app, "pg"));
        Assert.Equal("2.0.0", lockfile.VersionFor(app, "@s/x"));
        Assert.Null(lockfile.VersionFor(app, "sister"));
        Assert.Null(lockfile.VersionFor(app, "absent"));
    }

    [Theory]
    [InlineData("dependencies:\n  pg: 8.7.1\n\npackages:\n  /pg/8.7.1:\n    version: 1\n")]
    [InlineData("dependencies:\n  pg:\n    specifier: ^8\n    version: 8.7.1_peer@1.0.0\n")]
    public void Older_lockfiles_of_pnpm_hold_a_single_package(string text)
    {
        var tree = new MemoryTree(("pnpm-lock.yaml", text), ("package.json", "{}"));
        var package = Packages.Read(tree, Discovery.Find(tree, new()).Files).PackageOf("a.ts")!;

        Assert.Equal("8.7.1", Lockfile.In(tree, "")!.VersionFor(package, "pg"));
    }

    [Theory]
    [InlineData("{ <<<<<<< HEAD")]
    [InlineData("[]")]
    [InlineData("""{ "packages": { "node_modules/pg": { "version": "8.11.3" }""")]
    [InlineData("""{ "packages": [] }""")]
    public void A_broken_lockfile_says_nothing(string text)
    {
        var tree = new MemoryTree(("package-lock.json", text), ("package.json", """{ "dependencies": { "pg": "*" } }"""));

        Assert.Null(new PackageVersions(tree, Packages.Read(tree, Discovery.Find(tree, new()).Files)).Of("a.ts", "pg"));
    }

    [Fact]
    public void The_packages_of_a_workspace_share_one_that_is_read_once()
    {
        var tree = new WatchedTree(new MemoryTree(
            ("package-lock.json", """{ "packages": { "node_modules/pg": { "version": "8.11.3" } } }"""),
            ("package.json", """{ "workspaces": ["*"] }"""),
            ("a/package.json", """{ "name": "a", "dependencies": { "pg": "*" } }"""),
            ("b/package.json", """{ "name": "b", "dependencies": { "pg": "*" } }""")));
        var versions = new PackageVersions(tree, Packages.Read(tree, Discovery.Find(tree, new()).Files));

        Assert.Equal("8.11.3", versions.Of("a/x.ts", "pg"));
        Assert.Equal("8.11.3", versions.Of("b/x.ts", "pg"));
        Assert.Single(tree.Reads, "package-lock.json");
    }
}
