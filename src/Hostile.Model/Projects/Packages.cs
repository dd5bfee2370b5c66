using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hostile.Model.Projects;

/// <summary>The packages and workspaces of a program, and the compiler options that hold in each place. Made once, then read by many threads.</summary>
public sealed class Packages
{
    private readonly FrozenDictionary<string, PackageManifest> byDirectory;
    private readonly FrozenDictionary<string, Tsconfig> configs;
    /// <summary>What was found for the files of a directory: they are asked for one by one, and more than once.</summary>
    private readonly ConcurrentDictionary<string, PackageManifest?> packageOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Tsconfig?> configOf = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(Workspace Workspace, FrozenDictionary<string, PackageManifest> Members)> workspaces;

    private Packages(ISourceTree tree, ImmutableArray<FoundFile> files, List<FileNote> notes)
    {
        byDirectory = Manifests(tree, files, notes).ToFrozenDictionary(manifest => manifest.Directory, StringComparer.Ordinal);
        workspaces = [.. Workspaces(tree, notes)];
        configs = Configs(tree, files, notes).ToFrozenDictionary(config => config.Path, StringComparer.Ordinal);
        Notes = [.. notes.Distinct().OrderBy(note => note.Path, StringComparer.Ordinal).ThenBy(note => note.Text, StringComparer.Ordinal)];
    }

    /// <summary>What was broken, missing or contradictory, by path.</summary>
    public ImmutableArray<FileNote> Notes { get; }

    /// <summary>All packages, by path.</summary>
    public IEnumerable<PackageManifest> All => byDirectory.Values.OrderBy(manifest => manifest.Path, StringComparer.Ordinal);

    /// <summary>Reads the configuration among the files found.</summary>
    public static Packages Read(ISourceTree tree, ImmutableArray<FoundFile> files) => new(tree, files, []);

    /// <summary>The package that a file belongs to: that of the nearest package.json above it; null when there is none.</summary>
    public PackageManifest? PackageOf(string file) => OfDirectory(packageOf, file, FindPackage);

    private PackageManifest? FindPackage(string directoryOfFile)
    {
        foreach (var directory in TreePath.Upward(directoryOfFile))
        {
            if (byDirectory.TryGetValue(directory, out var manifest))
                return manifest;
        }

        return null;
    }

    /// <summary>The package whose package.json stands in a directory; null when there is none.</summary>
    public PackageManifest? At(string directory) => byDirectory.GetValueOrDefault(directory);

    /// <summary>
    /// The package of that name as seen from a package: a member of the innermost workspace that holds both, a directory that its
    /// dependencies name by <c>file:</c>, <c>link:</c> or <c>portal:</c>, or itself; null when the name means something installed.
    /// </summary>
    public PackageManifest? Neighbor(PackageManifest from, string name)
    {
        if (from.Name == name)
            return from;
        if (from.Dependencies.TryGetValue(name, out var range)
            && range.IndexOf(':') is > 0 and var colon && range[..colon] is "file" or "link" or "portal"
            && TreePath.Join(from.Directory, range[(colon + 1)..]) is { } directory
            && byDirectory.TryGetValue(directory, out var linked))
            return linked;

        foreach (var (workspace, members) in workspaces)
        {
            if (members.TryGetValue(name, out var member) && workspace.Holds(from.Directory))
                return member;
        }

        return null;
    }

    /// <summary>
    /// The compiler options of a file: of the nearest tsconfig.json or jsconfig.json above it, and, where that only gathers others,
    /// of the first of those that stands above the file and is no solution itself; null when there is none.
    /// </summary>
    public Tsconfig? ConfigOf(string file) => OfDirectory(configOf, file, FindConfig);

    private Tsconfig? FindConfig(string directoryOfFile)
    {
        foreach (var directory in TreePath.Upward(directoryOfFile))
        {
            var prefix = directory.Length == 0 ? "" : $"{directory}/";
            if (configs.TryGetValue($"{prefix}tsconfig.json", out var config) || configs.TryGetValue($"{prefix}jsconfig.json", out config))
                return config.IsSolution ? Referenced(config, directoryOfFile) ?? config : config;
        }

        return null;
    }

    private Tsconfig? Referenced(Tsconfig solution, string directory) => solution.References
        .Select(reference => configs.GetValueOrDefault(reference) ?? configs.GetValueOrDefault(reference.Length == 0 ? "tsconfig.json" : $"{reference}/tsconfig.json"))
        .FirstOrDefault(config => config is { IsSolution: false } && TreePath.IsWithin(directory, TreePath.Directory(config.Path)));

    /// <summary>What is found once for all files of a directory.</summary>
    private static T? OfDirectory<T>(ConcurrentDictionary<string, T?> known, string file, Func<string, T?> find)
        where T : class =>
        known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(file.AsSpan(0, Math.Max(0, file.LastIndexOf('/'))), out var found) ? found : known.GetOrAdd(TreePath.Directory(file), find);

    private static List<PackageManifest> Manifests(ISourceTree tree, ImmutableArray<FoundFile> files, List<FileNote> notes)
    {
        const long limit = 10_000_000;
        var manifests = new List<PackageManifest>();
        foreach (var file in files.Where(file => TreePath.Name(file.Path) == "package.json"))
        {
            var content = tree.Read(file.Path, limit);
            string? mistake = null;
            if (content.Problem is null && PackageManifest.Parse(file.Path, content.Bytes.Span, out mistake) is { } manifest)
                manifests.Add(manifest);
            else
                notes.Add(new(file.Path, $"{content.Problem ?? mistake}; the package is unknown by it"));
        }

        return manifests;
    }

    /// <summary>The workspaces, the innermost first.</summary>
    private IEnumerable<(Workspace, FrozenDictionary<string, PackageManifest>)> Workspaces(ISourceTree tree, List<FileNote> notes)
    {
        var manifests = All.ToList();
        // What gathers packages need be none itself: rush.json stands alone.
        var roots = manifests.SelectMany(manifest => TreePath.Upward(manifest.Directory)).Distinct(StringComparer.Ordinal);
        foreach (var root in roots.OrderByDescending(directory => directory.Length).ThenBy(directory => directory, StringComparer.Ordinal))
        {
            if (Workspace.DeclaredBy(tree, root) is not { } workspace)
                continue;

            var members = new Dictionary<string, PackageManifest>(StringComparer.Ordinal);
            foreach (var manifest in manifests.Where(manifest => manifest.Name is not null && workspace.Holds(manifest.Directory)))
            {
                if (!members.TryAdd(manifest.Name!, manifest))
                    notes.Add(new(manifest.Path, $"has the name \"{TreePath.Shown(manifest.Name!)}\", as {TreePath.Shown(members[manifest.Name!].Path)} does; imports are taken to mean the latter"));
            }

            yield return (workspace, members.ToFrozenDictionary(StringComparer.Ordinal));
        }
    }

    private List<Tsconfig> Configs(ISourceTree tree, ImmutableArray<FoundFile> files, List<FileNote> notes)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var manifest in All.Where(manifest => manifest.Name is not null))
            names.TryAdd(manifest.Name!, manifest.Directory);

        // Only these names take effect by themselves; others are read when they are extended or referenced.
        var waiting = new Queue<string>(files.Select(file => file.Path).Where(path => TreePath.Name(path) is "tsconfig.json" or "jsconfig.json"));
        var seen = waiting.ToHashSet(StringComparer.Ordinal);
        var known = files.Where(file => file.Language == Language.Configuration).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var read = new List<Tsconfig>();
        while (waiting.TryDequeue(out var path))
        {
            var config = Tsconfig.Read(tree, path, names, notes);
            read.Add(config);
            foreach (var reference in config.References)
            {
                if (known.Contains(reference) && seen.Add(reference))
                    waiting.Enqueue(reference);
            }
        }

        return read;
    }
}
