using System.Collections.Immutable;
using System.Text;
using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Projects;
using Xunit;

namespace Hostile.Tests.Knowledge;

public sealed class LibrariesTests
{
    [Fact]
    public void A_program_that_imports_nothing_gets_the_globals_only() =>
        Assert.Equal(Loaded(""), Libraries.All.Where(module => !module.IsModule && module.Scope.Symbols().Any()).Select(module => module.Path));

    [Theory]
    [InlineData("import { Pool } from 'pg';", "knowledge:pg")]
    [InlineData("import type Redis from 'ioredis';", "knowledge:ioredis")]
    [InlineData("export * from 'ioredis';", "knowledge:ioredis")]
    [InlineData("export { Pool } from \"pg\";", "knowledge:pg")]
    [InlineData("const pg = require('pg');", "knowledge:pg")]
    [InlineData("async function f() { await import(`pg`); }", "knowledge:pg")]
    [InlineData("import pg = require('pg');", "knowledge:pg")]
    [InlineData("let pool: import('pg').Pool;", "knowledge:pg")]
    [InlineData("import { Queue } from 'bullmq';", "knowledge:ioredis")]
    public void A_file_is_read_when_a_program_imports_it_in_any_way_or_when_another_needs_it(string program, string file)
    {
        Assert.DoesNotContain(file, Loaded(""));
        Assert.Contains(file, Loaded(program));
    }

    [Theory]
    [InlineData("8.x", "8.23.1", true)]
    [InlineData("8.x", "^8.0.0", true)]
    [InlineData("8.x", "9.0.0", false)]
    [InlineData("4.x - 5.x", "5.99.0", true)]
    [InlineData("4.x - 5.x", "3.1.0", false)]
    [InlineData("0.3.x", "0.3.31", true)]
    [InlineData("0.3.x", "0.2.45", false)]
    [InlineData("0.3.x", "0.4.0", false)]
    [InlineData("4.x", "*", null)]
    [InlineData("4.x", "catalog:", null)]
    public void A_range_holds_for_versions_by_their_leading_numbers(string range, string version, bool? holds) =>
        Assert.Equal(holds, VersionRange.Parse(range)!.Value.Holds(version));

    [Theory]
    [InlineData("""{ "dependencies": { "express": "^4.18.0" } }""", "^4.18.0")]
    [InlineData("""{ "dependencies": { "express": "4.x" } }""", "4.x")]
    [InlineData("""{ "dependencies": { "express": ">=4" } }""", "4.22.3")]
    [InlineData("""{ "dependencies": { "express": "4 || 5" } }""", "4.22.3")]
    [InlineData("""{ "dependencies": { "koa": "1" } }""", "4.22.3")]
    public void The_range_says_the_version_and_the_lockfile_says_it_where_the_range_leaves_it_open(string manifest, string? version)
    {
        var tree = new MemoryTree([("package.json", manifest), ("a.ts", ""), ("package-lock.json", """{ "lockfileVersion": 3, "packages": { "node_modules/express": { "version": "4.22.3" } } }""")]);
        var files = Discovery.Find(tree, new()).Files;

        Assert.Equal(version, new PackageVersions(tree, Packages.Read(tree, files)).Of("a.ts", "express"));
    }

    [Fact]
    public void A_member_of_a_workspace_gets_the_version_that_its_root_asks_for()
    {
        var tree = new MemoryTree([("package.json", """{ "workspaces": ["apps/*"], "dependencies": { "express": "^4.1.0" } }"""), ("apps/a/package.json", "{}"), ("apps/a/a.ts", "")]);
        var files = Discovery.Find(tree, new()).Files;

        Assert.Equal("^4.1.0", new PackageVersions(tree, Packages.Read(tree, files)).Of("apps/a/a.ts", "express"));
    }

    private static ImmutableArray<string> Loaded(string program) =>
        [.. ModelBuilder.Build([new("a.ts", Encoding.UTF8.GetBytes(program))], (_, _) => null).Bindings.Libraries.Select(module => module.Path)];
}
