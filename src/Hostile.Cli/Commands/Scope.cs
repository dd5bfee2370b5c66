using System.Collections.Immutable;
using Hostile.Model.Projects;

namespace Hostile.Cli.Commands;

/// <summary>What the user's paths mean on this disk.</summary>
/// <param name="Root">Absolute path of the repository, links resolved.</param>
/// <param name="Program">The program's directory, from the root.</param>
/// <param name="Paths">Where findings are wanted, from the root.</param>
public sealed record Scope(string Root, string Program, ImmutableArray<string> Paths)
{
    /// <summary>The scope of the paths; without any, of the current directory. Throws <see cref="UsageException"/> for a path that leads nowhere.</summary>
    public static Scope Of(ImmutableArray<string> paths, string currentDirectory)
    {
        var targets = paths.IsEmpty ? [Target(".", currentDirectory)] : paths.Select(path => Target(path, currentDirectory)).ToList();
        var world = new Disk(Path.GetPathRoot(targets[0].Real)!.Replace('\\', '/'));
        var roots = targets
            .Select(target => (Target: target, Roots: Roots.Of(world, InWorld(target.IsFile ? Path.GetDirectoryName(target.Real)! : target.Real))))
            .ToList();

        var first = roots[0];
        if (roots.Find(other => other.Roots.Repository != first.Roots.Repository) is { Target.Real: not null } stranger)
            throw new UsageException($"'{TreePath.Shown(first.Target.Written)}' and '{TreePath.Shown(stranger.Target.Written)}' belong to different repositories: audit them one at a time");

        var program = roots.Select(root => root.Roots.Program).Aggregate(Common);
        var repository = first.Roots.Repository;
        return new(
            repository.Length == 0 || Path.GetPathRoot(first.Target.Real) is not { } drive ? Path.GetPathRoot(first.Target.Real)! : (drive + repository).Replace('\\', '/'),
            Below(repository, program),
            [.. targets.Select(target => Below(repository, InWorld(target.Real))).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>The scope in words: what the user asked for, as seen from the root.</summary>
    public string Words => Paths.Any(path => path == Program) ? (Program.Length == 0 ? "the whole repository" : TreePath.Shown(Program)) : string.Join(", ", Paths.Select(TreePath.Shown));

    /// <summary>An absolute path as seen from the root; null when it lies outside.</summary>
    public string? Below(string absolute)
    {
        var below = Path.GetRelativePath(Root, Disk.RealPath(absolute, out _) ?? absolute).Replace('\\', '/');
        return Path.IsPathRooted(below) || TreePath.Join("", below) is null ? null : below;
    }

    private static (string Written, string Real, bool IsFile) Target(string written, string currentDirectory)
    {
        if (written.Length == 0 || written.Contains('\0'))
            throw new UsageException("an empty path names nothing");

        var absolute = Path.GetFullPath(written, currentDirectory);
        // A trailing slash does not make another path.
        absolute = absolute.Length > 1 ? Path.TrimEndingDirectorySeparator(absolute) : absolute;
        if (Disk.RealPath(absolute, out var problem) is not { } real)
            throw new UsageException($"'{TreePath.Shown(written)}': {(problem is "a link to nothing" ? "no such file or directory" : problem)}");

        if (Directory.Exists(real))
            return (written, real, false);
        if (FileNames.LanguageOf(Path.GetFileName(real)) is not (Language.TypeScript or Language.Sql))
            throw new UsageException($"'{TreePath.Shown(written)}' is no TypeScript or JavaScript file");
        return (written, real, true);
    }

    private static string InWorld(string absolute) => absolute[Path.GetPathRoot(absolute)!.Length..].Replace('\\', '/');

    private static string Below(string directory, string path) => directory.Length == 0 ? path : path.Length == directory.Length ? "" : path[(directory.Length + 1)..];

    private static string Common(string left, string right)
    {
        while (!TreePath.IsWithin(right, left))
            left = TreePath.Directory(left);
        return left;
    }
}
