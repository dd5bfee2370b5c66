using Hostile.Model.Projects;
using Xunit;

namespace Hostile.Tests.Projects;

public sealed class ModuleResolverTests
{
    [Theory]
    [InlineData("./b", "src/b.ts")]
    [InlineData("./b.js", "src/b.ts")]
    [InlineData("./b.ts", "src/b.ts")]
    [InlineData("./view", "src/view.tsx")]
    [InlineData("./view.jsx", "src/view.tsx")]
    [InlineData("./esm.mjs", "src/esm.mts")]
    [InlineData("./plain.js", "src/plain.js")]
    [InlineData("./folder", "src/folder/index.ts")]
    [InlineData("./folder/", "src/folder/index.ts")]
    [InlineData(".", "src/index.ts")]
    [InlineData("..", "index.ts")]
    [InlineData("../index", "index.ts")]
    [InlineData("./types", "src/types.d.ts")]
    [InlineData("./dotted.name", "src/dotted.name.ts")]
    [InlineData("./own", "src/own/lib/start.ts")]
    public void A_relative_specifier_means_the_source_file(string specifier, string file) =>
        Assert.Equal(new(ModuleKind.File, file, ""), Resolver(
            ("package.json", "{}"), ("index.ts", ""), ("src/index.ts", ""), ("src/a.ts", ""), ("src/b.ts", ""), ("src/view.tsx", ""), ("src/esm.mts", ""),
            ("src/plain.js", ""), ("src/folder/index.ts", ""), ("src/types.d.ts", ""), ("src/dotted.name.ts", ""),
            ("src/own/package.json", """{ "main": "lib/start.js" }"""), ("src/own/lib/start.ts", "")).Resolve("src/a.ts", specifier));

    [Theory]
    [InlineData("./missing")]
    [InlineData("../../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("./style.css")]
    [InlineData("https://deno.land/x.ts")]
    [InlineData("virtual:pages")]
    [InlineData("~/alias")]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("#nothing")]
    public void What_is_not_here_is_unresolved(string specifier) =>
        Assert.Equal(ModuleTarget.Unresolved, Resolver(("src/a.ts", "")).Resolve("src/a.ts", specifier));

    [Theory]
    [InlineData("pg", ModuleKind.Package, "pg", "")]
    [InlineData("pg/lib/client", ModuleKind.Package, "pg", "lib/client")]
    [InlineData("@scope/name", ModuleKind.Package, "@scope/name", "")]
    [InlineData("@scope/name/deep/er", ModuleKind.Package, "@scope/name", "deep/er")]
    [InlineData("fs", ModuleKind.Builtin, "fs", "")]
    [InlineData("fs/promises", ModuleKind.Builtin, "fs/promises", "")]
    [InlineData("node:timers/promises", ModuleKind.Builtin, "timers/promises", "")]
    [InlineData("bun:sqlite", ModuleKind.Builtin, "bun:sqlite", "")]
    public void Packages_and_builtins_are_told_apart(string specifier, ModuleKind kind, string name, string subpath) =>
        Assert.Equal(new(kind, name, subpath), Resolver(("src/a.ts", "")).Resolve("src/a.ts", specifier));

    [Theory]
    [InlineData("@/db", "app/src/db.ts")]
    [InlineData("@/special/x", "app/special/x.ts")]
    [InlineData("config", "app/config.ts")]
    [InlineData("lib/util", "app/lib/util.ts")]
    [InlineData("fallback/y", "app/second/y.ts")]
    public void The_compiler_s_paths_hold_the_longest_first_and_then_the_base(string specifier, string file)
    {
        var resolver = Resolver(
            ("app/tsconfig.json", """
                {
                  // comments and trailing commas are fine here
                  "compilerOptions": {
                    "baseUrl": ".",
                    "paths": { "@/*": ["src/*"], "@/special/*": ["special/*"], "config": ["./config.ts"], "fallback/*": ["first/*", "second/*"], },
                  },
                }
                """),
            ("app/src/a.ts", ""), ("app/src/db.ts", ""), ("app/special/x.ts", ""), ("app/config.ts", ""), ("app/lib/util.ts", ""), ("app/second/y.ts", ""));

        Assert.Equal(file, resolver.FileOf("app/src/a.ts", specifier));
    }

    [Fact]
    public void Paths_are_seen_from_the_file_that_states_them()
    {
        var resolver = Resolver(
            ("tsconfig.base.json", """{ "compilerOptions": { "paths": { "@shared/*": ["./shared/src/*"] } } }"""),
            ("app/tsconfig.json", """{ "extends": ["../tsconfig.base", "../absent.json"] }"""),
            ("app/a.ts", ""), ("shared/src/x.ts", ""));

        Assert.Equal("shared/src/x.ts", resolver.FileOf("app/a.ts", "@shared/x"));
    }

    [Fact]
    public void A_solution_s_files_are_governed_by_the_configuration_it_refers_to()
    {
        var resolver = Resolver(
            ("tsconfig.json", """{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }"""),
            ("tsconfig.app.json", """{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }"""),
            ("src/a.ts", ""), ("src/b.ts", ""));

        Assert.Equal("src/b.ts", resolver.FileOf("src/a.ts", "@/b"));
    }

    [Theory]
    [InlineData("@w/core", "packages/core/src/index.ts")]
    [InlineData("@w/core/jobs", "packages/core/src/jobs.ts")]
    [InlineData("@w/core/deep/one", "packages/core/src/deep/one.ts")]
    [InlineData("@w/main", "packages/main/src/main.ts")]
    [InlineData("@w/bare", "packages/bare/index.ts")]
    [InlineData("@w/bare/lib/x", "packages/bare/lib/x.ts")]
    [InlineData("@w/dual", "packages/dual/source/index.ts")]
    [InlineData("@w/out", "packages/out/code/index.ts")]
    [InlineData("@w/typed", "packages/typed/src/index.ts")]
    [InlineData("app", "app/src/index.ts")]
    [InlineData("#db", "app/src/db.ts")]
    [InlineData("#util/x", "app/src/util/x.ts")]
    public void A_workspace_s_package_means_its_source_though_nothing_is_compiled(string specifier, string file)
    {
        var resolver = Resolver(
            ("pnpm-workspace.yaml", "# all of them\npackages:\n  - 'packages/*' # here\n  - app\n  - '!packages/legacy'\n"),
            ("package.json", "{}"),
            ("app/package.json", """{ "name": "app", "main": "./dist/index.js", "imports": { "#db": "./src/db.ts", "#util/*": { "default": "./dist/util/*.js" } } }"""),
            ("app/src/a.ts", ""), ("app/src/index.ts", ""), ("app/src/db.ts", ""), ("app/src/util/x.ts", ""),
            ("packages/core/package.json", """
                { "name": "@w/core", "exports": {
                    ".": { "types": "./dist/index.d.ts", "import": "./dist/index.mjs", "require": "./dist/index.cjs" },
                    "./jobs": "./dist/jobs.js", "./deep/*": { "import": { "default": "./dist/deep/*.js" } } } }
                """),
            ("packages/core/src/index.ts", ""), ("packages/core/src/jobs.ts", ""), ("packages/core/src/deep/one.ts", ""),
            ("packages/main/package.json", """{ "name": "@w/main", "main": "dist/main.js" }"""), ("packages/main/src/main.ts", ""),
            ("packages/bare/package.json", """{ "name": "@w/bare" }"""), ("packages/bare/index.ts", ""), ("packages/bare/lib/x.ts", ""),
            ("packages/dual/package.json", """{ "name": "@w/dual", "exports": { ".": { "default": "./dist/index.js", "source": "./source/index.ts" } } }"""), ("packages/dual/source/index.ts", ""),
            ("packages/out/package.json", """{ "name": "@w/out", "main": "./made/index.js" }"""),
            ("packages/out/tsconfig.json", """{ "compilerOptions": { "outDir": "made", "rootDir": "code" } }"""), ("packages/out/code/index.ts", ""),
            ("packages/typed/package.json", """{ "name": "@w/typed", "types": "types/index.d.ts" }"""), ("packages/typed/types/index.d.ts", ""), ("packages/typed/src/index.ts", ""));

        Assert.Equal(file, resolver.FileOf("app/src/a.ts", specifier));
    }

    [Fact]
    public void Names_of_packages_outside_the_workspace_mean_what_would_be_installed()
    {
        var resolver = Resolver(
            ("package.json", """{ "workspaces": { "packages": ["packages/{a,b}"] } }"""),
            ("packages/a/package.json", """{ "name": "a", "dependencies": { "linked": "file:../../local" } }"""), ("packages/a/x.ts", ""),
            ("packages/b/package.json", """{ "name": "b" }"""), ("packages/b/index.ts", ""),
            ("examples/pg/package.json", """{ "name": "pg" }"""), ("examples/pg/index.ts", ""),
            ("local/package.json", """{ "name": "whatever" }"""), ("local/index.ts", ""));

        Assert.Equal("packages/b/index.ts", resolver.FileOf("packages/a/x.ts", "b"));
        Assert.Equal("local/index.ts", resolver.FileOf("packages/a/x.ts", "linked"));
        Assert.Equal(new(ModuleKind.Package, "pg", ""), resolver.Resolve("packages/a/x.ts", "pg"));
        Assert.Equal(new(ModuleKind.Package, "b", ""), resolver.Resolve("examples/pg/index.ts", "b"));
    }

    [Fact]
    public void Configuration_that_is_broken_missing_or_cyclic_is_noted_and_the_rest_holds()
    {
        var tree = new MemoryTree(
            ("package.json", "{\n  \"name\": \"x\",\n  \"workspaces\": [\"p/*\" \"q\"]\n}"),
            ("a/tsconfig.json", """{ "extends": "../b/tsconfig.json", "compilerOptions": { "strict": true } }"""),
            ("b/tsconfig.json", """{ "extends": "../a/tsconfig.json", "compilerOptions": { "target": "ES2022" } }"""),
            ("c/tsconfig.json", """{ "extends": "./gone.json" }"""),
            ("d/tsconfig.json", "[1,"),
            ("a/x.ts", ""));
        var packages = Packages.Read(tree, Discovery.Find(tree, new()).Files);

        Assert.Equal(
            [
                new("a/tsconfig.json", "extends itself (b/tsconfig.json → a/tsconfig.json → b/tsconfig.json); read without"),
                new("b/tsconfig.json", "extends itself (a/tsconfig.json → b/tsconfig.json → a/tsconfig.json); read without"),
                new("c/tsconfig.json", "extends \"./gone.json\", which is not here; read without"),
                new("d/tsconfig.json", "broken JSON at 1:4: the text ends too early; its options are unknown"),
                new("package.json", "broken JSON at 3:24: expected ',' or ']'; the package is unknown by it"),
            ],
            packages.Notes);
        Assert.Equal((true, "es2022"), (packages.ConfigOf("a/x.ts")!.StrictNulls, packages.ConfigOf("a/x.ts")!.Target));
    }

    [Fact]
    public void Two_packages_of_one_name_are_noted()
    {
        var tree = new MemoryTree(("package.json", """{ "workspaces": ["*"] }"""), ("a/package.json", """{ "name": "x" }"""), ("b/package.json", """{ "name": "x" }"""));

        Assert.Equal([new("b/package.json", "has the name \"x\", as a/package.json does; imports are taken to mean the latter")], Packages.Read(tree, Discovery.Find(tree, new()).Files).Notes);
    }

    [Theory]
    [InlineData("repo/apps/api/src", "repo", "repo")]
    [InlineData("repo/samples/one/src", "repo", "repo/samples/one")]
    [InlineData("repo/samples", "repo", "repo")]
    [InlineData("loose/pkg/src", "loose/pkg", "loose/pkg")]
    [InlineData("bare/x", "bare/x", "bare/x")]
    [InlineData("mono/packages/a/src", "mono", "mono")]
    [InlineData("mono/scripts", "mono", "mono")]
    [InlineData("mono/other/src", "mono/other", "mono/other")]
    public void The_root_is_the_repository_and_the_program_the_outermost_workspace_that_holds_the_path(string path, string repository, string program)
    {
        var world = new MemoryTree(
            ("repo/.git/HEAD", ""), ("repo/package.json", "{}"), ("repo/apps/api/package.json", "{}"), ("repo/apps/api/src/a.ts", ""),
            ("repo/samples/one/package.json", """{ "workspaces": ["src"] }"""), ("repo/samples/one/src/a.ts", ""),
            ("package.json", "{}"), ("loose/pkg/package.json", "{}"), ("loose/pkg/src/a.ts", ""), ("bare/x/a.ts", ""),
            ("mono/lerna.json", "{}"), ("mono/packages/a/package.json", "{}"), ("mono/packages/a/src/a.ts", ""), ("mono/scripts/a.ts", ""),
            ("mono/package.json", "{}"), ("mono/other/package.json", "{}"), ("mono/other/src/a.ts", ""));

        // "bare/x" has a stray package.json far above it, as a home directory may: that one is its nearest, so it is taken out.
        if (path == "bare/x")
            world = new MemoryTree(("bare/x/a.ts", ""));
        Assert.Equal(new Roots(repository, program), Roots.Of(world, path));
    }

    private static ModuleResolver Resolver(params (string, string)[] files)
    {
        var tree = new MemoryTree(files);
        var found = Discovery.Find(tree, new()).Files;
        return new(Packages.Read(tree, found), found);
    }
}
