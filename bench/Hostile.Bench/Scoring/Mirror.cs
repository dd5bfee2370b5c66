using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Hostile.Model.Projects;

namespace Hostile.Bench.Scoring;

/// <summary>
/// A git mirror of ours, bare or not, from which states of a repository are read into memory; nothing is checked out.
/// It starts git, which the auditor itself never does: a stranger's git configuration runs programs.
/// </summary>
internal sealed partial class Mirror(string gitDirectory)
{
    private static readonly string[] SourceEndings = [".ts", ".tsx", ".mts", ".cts", ".sql", ".prisma"];

    /// <summary>The mirror of <c>owner/name</c> below a folder, or null.</summary>
    public static Mirror? Open(string mirrors, string repository)
    {
        var folder = Path.Combine(mirrors, repository.Replace('/', '+'), "repo");
        return Directory.Exists(Path.Combine(folder, ".git")) ? new(Path.Combine(folder, ".git"))
            : Directory.Exists(Path.Combine(folder, "objects")) ? new(folder)
            : null;
    }

    /// <summary>The folder of the nearest package.json above a file at a revision, empty for the repository's own; null when the revision is not in the mirror.</summary>
    public string? RootOf(string revision, string file)
    {
        if (EntriesOf(revision) is not { } entries)
            return null;
        var packages = entries.Where(entry => Path.GetFileName(entry.Path) == "package.json").Select(entry => Folder(entry.Path)).ToHashSet();
        var root = Folder(file);
        while (root.Length > 0 && !packages.Contains(root))
            root = Folder(root);
        return root;
    }

    /// <summary>The package in a folder at a revision: its sources and SQL without tests, the file itself, and every package.json, tsconfig and Prisma schema of the repository.</summary>
    public MemoryTree PackageOf(string revision, string root, string file)
    {
        var wanted = (EntriesOf(revision) ?? []).Where(entry => entry.Path == file || IsConfiguration(entry.Path)
            || (entry.Path.StartsWith(root.Length == 0 ? "" : root + "/", StringComparison.Ordinal) && SourceEndings.Contains(Path.GetExtension(entry.Path)) && !TestPath().IsMatch(entry.Path))).ToList();
        var tree = new MemoryTree();
        foreach (var (path, bytes) in Blobs(wanted))
            tree.Add(path, bytes);
        return tree;
    }

    /// <summary>The files of a revision; null when it is not in the mirror.</summary>
    private List<(string Id, string Path)>? EntriesOf(string revision) => Git("ls-tree", "-r", "-z", "--full-tree", revision) is { } listing
        ? [.. Encoding.UTF8.GetString(listing).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t', 2))
            .Select(parts => (Meta: parts[0].Split(' '), Path: parts[1]))
            .Where(entry => entry.Meta[1] == "blob" && entry.Meta[0] != "120000")
            .Select(entry => (Id: entry.Meta[2], entry.Path))]
        : null;

    /// <summary>Where the lines of a file went between two revisions.</summary>
    public LineMoves Moves(string before, string after, string file) =>
        new(Encoding.UTF8.GetString(Git("diff", "-U0", "--no-color", "--no-ext-diff", $"{before}:{file}", $"{after}:{file}") ?? []));

    private static string Folder(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    private static bool IsConfiguration(string path) =>
        !path.Contains("node_modules/") && (path.EndsWith(".prisma", StringComparison.Ordinal) || ConfigurationName().IsMatch(Path.GetFileName(path)));

    private IEnumerable<(string Path, byte[] Bytes)> Blobs(List<(string Id, string Path)> entries)
    {
        using var git = Start("cat-file", "--batch");
        var feeding = Task.Run(() =>
        {
            foreach (var (id, _) in entries)
                git.StandardInput.Write(id + "\n");
            git.StandardInput.Close();
        });
        var output = new BufferedStream(git.StandardOutput.BaseStream, 1 << 16);
        foreach (var (_, path) in entries)
        {
            var header = Line(output).Split(' ');
            if (header[^1] == "missing")
                continue;
            var bytes = new byte[int.Parse(header[2])];
            output.ReadExactly(bytes);
            output.ReadByte();
            yield return (path, bytes);
        }

        feeding.Wait();
        git.WaitForExit();
    }

    private static string Line(Stream stream)
    {
        var line = new StringBuilder();
        for (var next = stream.ReadByte(); next is not ('\n' or -1); next = stream.ReadByte())
            line.Append((char)next);
        return line.ToString();
    }

    private byte[]? Git(params string[] words)
    {
        using var git = Start(words);
        git.StandardInput.Close();
        using var output = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(output);
        git.WaitForExit();
        return git.ExitCode == 0 ? output.ToArray() : null;
    }

    private Process Start(params string[] words) => Process.Start(new ProcessStartInfo("git", ["--git-dir", gitDirectory, .. words])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    [GeneratedRegex(@"(^|/)(tests?|__tests__|__mocks__|e2e|integration-tests|node_modules|fixtures?)/|\.(test|spec|bench|clienttest|servertest)\.")]
    private static partial Regex TestPath();

    [GeneratedRegex(@"^(package|tsconfig[\w.-]*)\.json$|^pnpm-workspace\.yaml$")]
    private static partial Regex ConfigurationName();
}
