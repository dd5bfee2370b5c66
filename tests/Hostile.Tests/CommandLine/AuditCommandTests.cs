using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Hostile.Cli;
using Hostile.Cli.Commands;
using Hostile.Model.Projects;
using Xunit;

namespace Hostile.Tests.CommandLine;

/// <summary>The whole command on real directories, and bad input above all: a clear line, the right exit code, the rest done.</summary>
public sealed class AuditCommandTests : IDisposable
{
    private readonly string directory = Disk.RealPath(Directory.CreateTempSubdirectory("hostile-").FullName, out _)!;
    private readonly Console console;

    public AuditCommandTests() => console = new() { Directory = directory };

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void An_audit_without_options_prints_the_summary_and_writes_the_report()
    {
        Put("src/a.ts", "export const a = 1;\n");

        Assert.Equal(ExitCode.Clean, console.Run("audit"));
        Assert.Contains("report.md", console.Output);
        Assert.StartsWith("# HOSTILE", File.ReadAllText(In("report.md")));
        Assert.Empty(console.Error);
    }

    [Fact]
    public void A_report_of_ours_is_replaced_and_a_stranger_s_file_is_not()
    {
        Put("a.ts", "");
        Put("report.md", "# My notes");

        console.Run("audit");
        console.Run("audit");

        Assert.Equal("# My notes", File.ReadAllText(In("report.md")));
        Assert.StartsWith("# HOSTILE", File.ReadAllText(In("hostile-report.md")));
        Assert.Equal(3, Directory.GetFiles(directory).Length);
    }

    [Theory]
    [InlineData("nowhere", "hostile: 'nowhere': no such file or directory")]
    [InlineData("empty", "hostile: there is no TypeScript or JavaScript to audit in 'empty'")]
    [InlineData("docs", "hostile: there is no TypeScript or JavaScript to audit in 'docs'")]
    [InlineData("notes.txt", "hostile: 'notes.txt' is no TypeScript or JavaScript file")]
    [InlineData("tests", "hostile: there is only test code in 'tests': --include-tests audits it")]
    [InlineData("video/v.ts", "hostile: 'video/v.ts': binary data, not text")]
    [InlineData("video", "hostile: there is no TypeScript or JavaScript to audit in 'video' (1 skipped, such as video/v.ts: binary data, not text)")]
    [InlineData("circle", "hostile: 'circle': a link that leads in circles")]
    public void A_path_with_nothing_to_audit_cannot_run_and_says_why(string path, string said)
    {
        Put("package.json", "{}");
        Put("src/a.ts", "");
        Put("docs/a.md", "");
        Put("notes.txt", "");
        Put("tests/a.ts", "");
        Put("video/v.ts", "\0\0\0");
        Directory.CreateDirectory(In("empty"));
        File.CreateSymbolicLink(In("circle"), In("circle2"));
        File.CreateSymbolicLink(In("circle2"), In("circle"));

        Assert.Equal(ExitCode.CannotRun, console.Run("audit", path));
        Assert.Equal(said, console.ErrorLine);
        Assert.False(File.Exists(In("report.md")));
    }

    [Fact]
    public void Paths_of_different_repositories_are_not_mixed()
    {
        Put("a/.git/HEAD", "");
        Put("a/x.ts", "");
        Put("b/.git/HEAD", "");
        Put("b/x.ts", "");

        Assert.Equal(ExitCode.CannotRun, console.Run("audit", "a", "b"));
        Assert.Equal("hostile: 'a' and 'b' belong to different repositories: audit them one at a time", console.ErrorLine);
    }

    [Fact]
    public void Bad_files_are_listed_and_the_rest_of_the_audit_is_done()
    {
        Put("src/good.ts", "export const a = 1;\n");
        Put("src/lfs.ts", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n");
        Put("src/de.ts", "<?xml version=\"1.0\"?><!DOCTYPE TS><TS></TS>");
        Put("src/big.ts", new string(' ', 3000));
        Put("package.json", "{ oops");
        Put("tsconfig.json", """{ "extends": "./tsconfig.json" }""");
        File.CreateSymbolicLink(In("src/out.ts"), "/etc/passwd");
        File.CreateSymbolicLink(In("src/loop"), In("src"));
        new PaxTarEntry(TarEntryType.Fifo, "pipe").ExtractToFile(In("src/pipe.ts"), overwrite: false);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(In("src/s.ts")));

        Assert.Equal(ExitCode.Clean, console.Run("audit", "--verbose", "--max-file-size", "2k"));
        Assert.Equal(
            [
                "note: package.json: broken JSON at 1:3: expected a name in double quotes; the package is unknown by it",
                "note: tsconfig.json: extends itself (tsconfig.json → tsconfig.json); read without",
                "skipped: src/big.ts: larger than the limit (3 kB, limit 2 kB; --max-file-size raises it)",
                "skipped: src/de.ts: a Qt Linguist translation, not TypeScript",
                "skipped: src/lfs.ts: a Git LFS pointer: the file itself is not here",
                "skipped: src/loop: a link to src, which is looked at where it stands",
                "skipped: src/out.ts: a link out of the root: not followed",
                "skipped: src/pipe.ts: a pipe, device or socket, not a file",
                "skipped: src/s.ts: a pipe, device or socket, not a file",
            ],
            console.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_name_that_is_no_utf8_or_holds_a_line_end_breaks_no_line()
    {
        Put("a\n\u001b[31m.ts", "export {}");

        console.Run("audit", "a\n\u001b[31m.ts", "--format", "json");

        Assert.DoesNotContain('\u001b', console.Output);
        Assert.Contains("\"findings\"", console.Output);
    }

    [Fact]
    public void An_interrupted_audit_ends_with_130_and_writes_nothing()
    {
        Put("a.ts", "");
        using var interruption = new CancellationTokenSource();
        interruption.Cancel();

        Assert.Equal(ExitCode.Interrupted, console.Run(interruption.Token, "audit"));
        Assert.Equal("hostile: interrupted while finding files; nothing was written", console.ErrorLine);
        Assert.Equal(["a.ts"], Directory.GetFiles(directory).Select(Path.GetFileName));
    }

    [Fact]
    public void Every_format_goes_where_it_was_sent()
    {
        Put("a.ts", "");

        Assert.Equal(ExitCode.Clean, console.Run("audit", "--format", "json", "-o", "x.json", "--format", "sarif", "-o", "x.sarif", "--format", "markdown"));
        Assert.StartsWith("# HOSTILE", console.Output);
        Assert.StartsWith("{", File.ReadAllText(In("x.json")));
        Assert.Contains("2.1.0", File.ReadAllText(In("x.sarif")));
        Assert.False(File.Exists(In("report.md")));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_said_in_one_line()
    {
        Put("a.ts", "");

        Assert.Equal(ExitCode.CannotRun, console.Run("audit", "-o", "no/such/dir/x.md"));
        Assert.EndsWith("no such directory", console.ErrorLine);
    }

    [Fact]
    public void What_the_repository_teaches_is_told_and_a_bad_tag_with_its_line()
    {
        Put("a.ts", "import { f } from 'quiet'; f();");
        Put("hostile.d.ts", "declare module 'quiet' {\n  /** @never-rejets */\n  export function f(): Promise<void>;\n}\n");
        Put("more.d.ts", "declare module 'loud' {\n  /** @never-rejects */\n  export function f(): Promise<void>;\n}\n");
        Put("hostile.json", "{ \"models\": [\"more.d.ts\", \"gone.d.ts\"] }");

        console.Run("audit", "--format", "markdown");

        Assert.Contains("hostile.d.ts:2", console.Output, StringComparison.Ordinal);
        Assert.Contains("never-rejets", console.Output, StringComparison.Ordinal);
        Assert.Contains("tags on 1 declaration", console.Output, StringComparison.Ordinal);
        Assert.Contains("gone.d.ts, which is no declaration file", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_is_written()
    {
        Put("a.ts", "");
        Put("target.json", "old");
        File.CreateSymbolicLink(In("link.json"), "target.json");

        Assert.Equal(ExitCode.Clean, console.Run("audit", "--format", "json", "-o", "link.json"));

        Assert.NotNull(new FileInfo(In("link.json")).LinkTarget);
        Assert.StartsWith("{", File.ReadAllText(In("target.json")));
    }

    [Fact]
    public void The_commit_and_its_day_are_read_without_git_from_a_loose_object()
    {
        const string id = "0123456789abcdef0123456789abcdef01234567";
        Put("a.ts", "");
        Put(".git/HEAD", "ref: refs/heads/main\n");
        Put(".git/packed-refs", $"# pack-refs with: peeled fully-peeled sorted\n{id} refs/heads/main\n");
        Assert.Equal(new(id, null), GitHead.Read(directory));

        Directory.CreateDirectory(In($".git/objects/{id[..2]}"));
        using (var stream = new ZLibStream(File.Create(In($".git/objects/{id[..2]}/{id[2..]}")), CompressionLevel.Fastest))
            stream.Write(Encoding.UTF8.GetBytes("commit 99\0tree 1\nauthor A <a@b> 1 +0000\ncommitter C D <c@d> 1770851000 +0200\n\ncommitter X <x> 0 +0000\n"));

        Assert.Equal(new(id, new DateOnly(2026, 2, 12)), GitHead.Read(directory));
        console.Run("audit", "--format", "markdown");
        Assert.Contains("2026-02-12", console.Output);
        Assert.Contains(id[..7], console.Output);
    }

    [Theory]
    [InlineData("ref: refs/heads/../../../secret\n")]
    [InlineData("ref: HEAD\n")]
    [InlineData("")]
    [InlineData("garbage\n")]
    public void A_head_that_leads_nowhere_is_no_commit(string head)
    {
        Put(".git/HEAD", head);
        Put("secret", "0123456789abcdef0123456789abcdef01234567");

        Assert.Null(GitHead.Read(directory));
    }

    [Fact]
    public void A_git_file_that_points_elsewhere_is_not_believed_unless_that_points_back()
    {
        const string id = "0123456789abcdef0123456789abcdef01234567";
        Put("real/HEAD", $"{id}\n");
        Put("tree/.git", "gitdir: ../real\n");
        Assert.Null(GitHead.Read(In("tree")));

        Put("real/gitdir", $"{In("tree/.git")}\n");
        Assert.Equal(id, GitHead.Read(In("tree"))!.Id);
    }

    [Fact]
    public void The_disk_answers_with_reasons_and_never_leaves_its_root()
    {
        Put("a.ts", "1234");
        Directory.CreateDirectory(In("sub"));
        File.CreateSymbolicLink(In("sub/up"), "..");
        var disk = new Disk(In("sub"));

        Assert.Equal("behind a link", disk.Read("up/a.ts", 100).Problem);
        Assert.Equal("a link out of the root: not followed", disk.Follow("up").Problem);
        Assert.Equal("not there any more", disk.Read("gone.ts", 100).Problem);
        Assert.Equal(new("sub", EntryKind.Directory, null), new Disk(directory).Follow("sub"));
        Assert.Equal("a directory, not a file", new Disk(directory).Read("sub", 100).Problem);
        Assert.Equal("1234", Encoding.UTF8.GetString(new Disk(directory).Read("a.ts", 4).Bytes.Span));
        Assert.NotNull(new Disk(directory).Read("a.ts", 3).Problem);
        Assert.NotNull(disk.List("up", _ => { }));
    }

    private void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), text);
    }

    private string In(string path) => Path.Combine(directory, path);
}
