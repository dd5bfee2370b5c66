using Hostile.Model.Projects;
using Xunit;

namespace Hostile.Tests.Projects;

public sealed class DiscoveryTests
{
    [Theory]
    [InlineData("src/a.ts", FileKind.Source)]
    [InlineData("src/a.mjs", FileKind.Source)]
    [InlineData("src/contest/latest.ts", FileKind.Source)]
    [InlineData("src/test.ts", FileKind.Source)]
    [InlineData("src/a.test.ts", FileKind.Test)]
    [InlineData("src/a.e2e-spec.ts", FileKind.Test)]
    [InlineData("src/Button.stories.tsx", FileKind.Test)]
    [InlineData("src/__mocks__/a.ts", FileKind.Test)]
    [InlineData("src/_test/setup.ts", FileKind.Test)]
    [InlineData("src/_tests/a.ts", FileKind.Test)]
    [InlineData("test/helpers/db.ts", FileKind.Test)]
    [InlineData("tests2/utils.ts", FileKind.Test)]
    [InlineData("src/v2/utils.ts", FileKind.Source)]
    [InlineData("jest.config.ts", FileKind.Test)]
    [InlineData("src/types.d.ts", FileKind.Declaration)]
    [InlineData("src/__generated__/api.ts", FileKind.Generated)]
    [InlineData("src/routeTree.gen.ts", FileKind.Generated)]
    [InlineData("proto/user_pb.js", FileKind.Generated)]
    public void A_path_says_whose_code_it_is(string path, FileKind kind) =>
        Assert.Equal(kind, Assert.Single(Find((path, "")).Files).Kind);

    [Theory]
    [InlineData("dist/index.js", "compiled code (in dist/)")]
    [InlineData("public/jquery.min.js", "minified code")]
    [InlineData("vendor/x.ts", "vendored code")]
    [InlineData(".next/server/page.js", "output of a tool")]
    [InlineData("src/App.vue", "a single-file component: scripts inside markup are not read")]
    [InlineData("src/Page.svelte", "a single-file component: scripts inside markup are not read")]
    [InlineData(".pnp.cjs", "written by yarn")]
    public void What_people_did_not_write_here_is_not_read_and_listed_with_the_reason(string path, string reason)
    {
        var found = Find((path, ""), ("a.ts", ""));

        Assert.Equal("a.ts", Assert.Single(found.Files).Path);
        Assert.Equal(reason, Assert.Single(found.Skipped).Reason);
    }

    [Theory]
    [InlineData("bin/www", "#!/usr/bin/env node\nrequire('../app');\n", true)]
    [InlineData("packages/a/bin/www", "#!/usr/bin/node --inspect\n", true)]
    [InlineData("bin/www", "#!/bin/sh\nnode app.js\n", false)]
    [InlineData("bin/www", "require('../app');\n", false)]
    [InlineData("src/www", "#!/usr/bin/env node\n", false)]
    public void A_command_without_an_ending_is_read_where_its_first_line_names_the_interpreter(string path, string text, bool isRead) =>
        Assert.Equal(isRead ? [path] : [], Find((path, text)).Files.Select(file => file.Path));

    [Fact]
    public void What_the_compiler_put_beside_its_source_is_not_read()
    {
        var found = Find(("a/client.ts", ""), ("a/client.js", ""), ("a/client.js.map", ""), ("a/other.ts", ""), ("a/other.js", ""), ("a/alone.js", ""), ("a/alone.js.map", ""));

        Assert.Equal(["a/alone.js", "a/client.ts", "a/other.js", "a/other.ts"], found.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.Equal("compiled code (of client.ts beside it)", Assert.Single(found.Skipped).Reason);
    }

    [Fact]
    public void Packages_in_archives_are_told_once()
    {
        var note = Assert.Single(Find((".pnp.cjs", ""), (".pnp.loader.mjs", ""), ("a.ts", "")).Notes);

        Assert.Equal(".pnp.cjs", note.Path);
        Assert.StartsWith("yarn's Plug'n'Play", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Package_managers_directories_are_passed_over_without_a_word()
    {
        var found = Find(("node_modules/pg/index.js", ""), ("p/node_modules/x/a.ts", ""), (".git/hooks/a.ts", ""), ("a.ts", ""), ("README.md", ""));

        Assert.Equal("a.ts", Assert.Single(found.Files).Path);
        Assert.Empty(found.Skipped);
    }

    [Fact]
    public void Files_come_in_ordinal_order()
    {
        var found = Find(("b.ts", ""), ("a/z.ts", ""), ("a.ts", ""), ("B.ts", ""), ("a/b/c.sql", ""), ("package.json", "{}"));

        Assert.Equal(["B.ts", "a.ts", "a/b/c.sql", "a/z.ts", "b.ts", "package.json"], found.Files.Select(file => file.Path));
    }

    [Fact]
    public void The_whole_program_is_read_and_findings_are_wanted_in_the_paths_asked_for()
    {
        var tree = new MemoryTree(("package.json", "{}"), ("w/a/x.ts", ""), ("w/b/y.ts", ""), ("w/b.ts", ""), ("other/z.ts", ""));

        var found = Discovery.Find(tree, new() { Program = "w", Paths = ["w/b"] });

        Assert.Equal([("package.json", false), ("w/a/x.ts", false), ("w/b.ts", false), ("w/b/y.ts", true)], found.Files.Select(file => (file.Path, file.InScope)));
    }

    [Fact]
    public void What_stands_above_the_program_says_nothing_of_its_files() =>
        Assert.Equal(FileKind.Source, Assert.Single(Discovery.Find(new MemoryTree(("test/app/src/a.ts", "")), new() { Program = "test/app", Paths = ["test/app"] }).Files).Kind);

    [Fact]
    public void A_file_or_directory_that_is_asked_for_is_looked_at_wherever_it_stands()
    {
        var tree = new MemoryTree((".gitignore", "dist/"), ("dist/a.js", ""), ("node_modules/x/b.ts", ""), ("test/c.ts", ""));

        Assert.Contains(Discovery.Find(tree, new() { Paths = ["dist/a.js"] }).Files, file => file is { Path: "dist/a.js", Kind: FileKind.Source, InScope: true });
        Assert.Contains(Discovery.Find(tree, new() { Paths = ["node_modules/x"] }).Files, file => file is { Path: "node_modules/x/b.ts", InScope: true });
        Assert.Contains(Discovery.Find(tree, new() { Paths = ["test/c.ts"] }).Files, file => file is { Path: "test/c.ts", Kind: FileKind.Source });
    }

    [Fact]
    public void Links_are_not_followed_and_say_where_they_lead()
    {
        var tree = new MemoryTree(("src/a.ts", ""))
            .AddLink("again", "src").AddLink("b.ts", "src/a.ts").AddLink("out.ts", "../x.ts").AddLink("gone.ts", "nothing.ts")
            .AddLink("one.ts", "two.ts").AddLink("two.ts", "one.ts").AddLink("LICENSE", "src/a.ts").AddLink("src/up", "..");

        var found = Discovery.Find(tree, new());

        Assert.Equal("src/a.ts", Assert.Single(found.Files).Path);
        Assert.Equal(
            [
                new("again", "a link to src, which is looked at where it stands"),
                new("b.ts", "a link to src/a.ts, which is looked at where it stands"),
                new("gone.ts", "a link to nothing"),
                new("one.ts", "a link to itself"),
                new("out.ts", "a link out of the root"),
                new("src/up", "a link to the root: not followed"),
                new("two.ts", "a link to itself"),
            ],
            found.Skipped);
    }

    [Fact]
    public void Pipes_unreadable_directories_and_names_that_are_no_text_are_listed()
    {
        var tree = new MemoryTree(("a.ts", "")).AddSpecial("pipe.ts").AddSpecial("bad\uFFFD.ts", EntryKind.Unnameable)
            .AddUnreadable("locked", "permission denied", EntryKind.Directory).AddUnreadable(".gitignore", "permission denied");

        var found = Discovery.Find(tree, new());

        Assert.Equal("a.ts", Assert.Single(found.Files).Path);
        Assert.Equal(
            [
                new(".gitignore", "permission denied; what it ignores is read"),
                new("bad\uFFFD.ts", "its name is not valid UTF-8, so it cannot be opened by name"),
                new("locked/", "permission denied"),
                new("pipe.ts", "a pipe, device or socket, not a file"),
            ],
            found.Skipped);
    }

    [Fact]
    public void Paths_that_differ_in_case_only_are_both_read_and_noted()
    {
        var found = Find(("src/User.ts", ""), ("src/user.ts", ""));

        Assert.Equal(2, found.Files.Length);
        Assert.Equal([new("src/user.ts", "differs from src/User.ts in case only: on Windows and macOS they are one file")], found.Notes);
    }

    [Fact]
    public void Two_thousand_nested_directories_are_no_deeper_than_one()
    {
        var path = string.Concat(Enumerable.Repeat("d/", 2_000)) + "a.ts";

        Assert.Equal(path, Assert.Single(Find((path, "")).Files).Path);
    }

    [Fact]
    public void A_name_with_control_characters_is_shown_escaped() =>
        Assert.Equal(@"a\u001b[31m\n\u202eb.ts", TreePath.Shown("a\u001b[31m\n\u202Eb.ts"));

    private static Discovered Find(params (string, string)[] files) => Discovery.Find(new MemoryTree(files), new());
}
