using Hostile.Cli.Commands;
using Hostile.Cli.Reports;
using Hostile.Model.Projects;
using Hostile.Rules;
using Hostile.Tests.Projects;
using Xunit;

namespace Hostile.Tests.Robustness;

/// <summary>A disk on which files change, vanish and refuse while they are read: what cannot be read is listed with its reason, and the rest is audited.</summary>
public sealed class UnreliableDiskTests : IDisposable
{
    private const string Faulty = "let n = 0;\nexport async function f(load: () => Promise<number>) { n += await load(); }\n";

    private readonly string root = Directory.CreateTempSubdirectory("hostile-").FullName;

    public void Dispose()
    {
        foreach (var directory in Directory.GetDirectories(root))
            Allow(directory);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void A_file_that_vanishes_after_it_was_found_is_skipped_with_its_reason()
    {
        Write("a.ts", Faulty);
        Write("gone.ts", Faulty);
        var report = Audit(new WatchedTree(new Cli.Disk(root), path => Delete(path, "gone.ts")));

        Assert.Equal(new SkippedFile("gone.ts", "not there any more"), Assert.Single(report.Facts.Skipped));
        Assert.Equal("a.ts", Assert.Single(report.Findings).Finding.Place.Path);
    }

    [Fact]
    public void A_file_that_becomes_a_directory_or_a_link_is_skipped_with_its_reason()
    {
        Write("a.ts", Faulty);
        Write("b.ts", Faulty);
        Write("c.ts", Faulty);
        var report = Audit(new WatchedTree(new Cli.Disk(root), path =>
        {
            if (Delete(path, "b.ts"))
                Directory.CreateDirectory(Path.Combine(root, "b.ts"));
            if (Delete(path, "c.ts"))
                File.CreateSymbolicLink(Path.Combine(root, "c.ts"), "a.ts");
        }));

        Assert.Equal(["b.ts: a directory, not a file", "c.ts: a link: not followed"], report.Facts.Skipped.Select(file => $"{file.Path}: {file.Reason}"));
        Assert.Equal("a.ts", Assert.Single(report.Findings).Finding.Place.Path);
    }

    [Fact]
    public async Task A_file_that_is_written_while_it_is_read_is_audited_or_noted_and_never_fatal()
    {
        Write("a.ts", Faulty);
        var growing = Path.Combine(root, "growing.ts");
        File.WriteAllText(growing, "");
        using var enough = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
                File.WriteAllText(growing, string.Concat(Enumerable.Repeat($"export const x{i} = {i};\n", i % 5000)));
        });
        for (var i = 0; i < 20; i++)
        {
            var report = Audit(new Cli.Disk(root));
            Assert.Equal("a.ts", Assert.Single(report.Findings).Finding.Place.Path);
            Assert.All(report.Facts.Notes, note => Assert.Equal("growing.ts", note.Path));
        }

        await enough.CancelAsync();
        await writer;
    }

    [Fact]
    public void What_the_system_does_not_let_us_read_is_listed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no permission bits");
        Write("a.ts", Faulty);
        Write("secret.ts", Faulty);
        Write("closed/b.ts", Faulty);
        // Root may read what nobody may: then a tree that refuses in the same words stands for the system.
        ISourceTree tree = new Cli.Disk(root);
        if (Environment.IsPrivilegedProcess)
            tree = new Refusing(tree, "secret.ts", "closed");
        else
            Forbid("secret.ts", "closed");
        var report = Audit(tree);

        Assert.Equal(["closed/: permission denied", "secret.ts: permission denied"], report.Facts.Skipped.Select(file => $"{file.Path}: {file.Reason}").Order(StringComparer.Ordinal));
        Assert.Equal("a.ts", Assert.Single(report.Findings).Finding.Place.Path);
    }

    private static AuditReport Audit(ISourceTree tree) => Auditor.Run(
        tree,
        new()
        {
            Files = new(),
            Facts = new() { Project = "unreliable", Scope = "all", Version = "", Extent = default, Rules = [] },
            Rules = [.. Catalog.All.Where(rule => !rule.OffByDefault)],
        },
        Progress.Silent(),
        CancellationToken.None);

    private void Write(string path, string text)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private bool Delete(string read, string wanted)
    {
        if (read != wanted)
            return false;
        File.Delete(Path.Combine(root, wanted));
        return true;
    }

    private void Forbid(params string[] paths)
    {
        foreach (var path in paths)
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(Path.Combine(root, path), UnixFileMode.None);
        }
    }

    private static void Allow(string directory)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The disk as somebody sees it who may not read some of it.</summary>
    private sealed class Refusing(ISourceTree disk, params string[] closed) : ISourceTree
    {
        public string? List(string directory, Action<TreeEntry> found) => closed.Contains(directory) ? "permission denied" : disk.List(directory, found);

        public TreeEntry? Find(string path) => disk.Find(path);

        public LinkTarget Follow(string path) => disk.Follow(path);

        public FileContent Read(string path, long limit) => closed.Contains(path) ? new(default, "permission denied") : disk.Read(path, limit);
    }
}
