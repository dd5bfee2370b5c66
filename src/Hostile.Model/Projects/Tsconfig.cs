using System.Collections.Immutable;

namespace Hostile.Model.Projects;

/// <summary>The compiler options that hold for a directory, the chain of <c>extends</c> resolved.</summary>
public sealed record Tsconfig
{
    /// <summary>Path of the file, from the tree's root.</summary>
    public required string Path { get; init; }

    /// <summary>Directory from which bare specifiers are tried, from the tree's root; null when none is set.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Patterns of specifiers, each with the places to try in order, from the tree's root; <c>*</c> stands for the same text in both.</summary>
    public ImmutableArray<(string Pattern, ImmutableArray<string> Targets)> Paths { get; init; } = [];

    /// <summary>Directory of the sources and of what is made from them, from the tree's root; null when not set.</summary>
    public string? RootDirectory { get; init; }

    public string? OutputDirectory { get; init; }

    /// <summary>Lower case, e.g. <c>es2022</c>; null when not set.</summary>
    public string? Target { get; init; }

    /// <summary>Lower case, e.g. <c>nodenext</c>; null when not set.</summary>
    public string? Module { get; init; }

    /// <summary>Whether <c>null</c> is a type of its own; null when nothing says so.</summary>
    public bool? StrictNulls { get; init; }

    /// <summary>Directories or files of other configurations that this one is built from, from the tree's root.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Whether it names no files of its own and only gathers others.</summary>
    public bool IsSolution { get; init; }

    /// <summary>Reads a configuration and those it extends. What is broken, missing or cyclic on the way is noted, and the rest holds.</summary>
    /// <param name="tree">Where to read.</param>
    /// <param name="path">The tsconfig.json, from the tree's root.</param>
    /// <param name="packages">Directories of the workspace's packages by name: a configuration may be a package.</param>
    /// <param name="notes">Takes what was wrong.</param>
    public static Tsconfig Read(ISourceTree tree, string path, IReadOnlyDictionary<string, string> packages, List<FileNote> notes) =>
        new Chain(tree, TreePath.Directory(path), packages, notes).Read(path, []) ?? new() { Path = path };

    private sealed class Chain(ISourceTree tree, string configDirectory, IReadOnlyDictionary<string, string> packages, List<FileNote> notes)
    {
        private const long Limit = 10_000_000;

        /// <summary>Longer chains are cut; a hostile repository makes one of every file.</summary>
        private const int LongestChain = 64;

        /// <summary>What was read: two ways lead to one configuration, and two to that of each of them.</summary>
        private readonly Dictionary<string, Tsconfig?> read = new(StringComparer.Ordinal);

        public Tsconfig? Read(string path, ImmutableArray<string> extendedBy)
        {
            if (read.TryGetValue(path, out var known))
                return known;
            var config = ReadAnew(path, extendedBy);
            // What is cut off by a circle is only the circle's, and ends with it.
            if (!extendedBy.Contains(path))
                read[path] = config;
            return config;
        }

        private Tsconfig? ReadAnew(string path, ImmutableArray<string> extendedBy)
        {
            if (extendedBy.Length > LongestChain)
            {
                notes.Add(new(extendedBy[0], $"extends a chain of more than {LongestChain} configurations; read without the rest"));
                return null;
            }

            if (extendedBy.Contains(path))
            {
                var circle = extendedBy.SkipWhile(earlier => earlier != path).Append(path);
                notes.Add(new(extendedBy[^1], $"extends itself ({string.Join(" → ", circle.Select(TreePath.Shown))}); read without"));
                return null;
            }

            var content = tree.Read(path, Limit);
            if (content.Problem is { } problem)
            {
                notes.Add(new(path, $"{problem}; its options are unknown"));
                return null;
            }

            if (Json.Parse(content.Bytes.Span, out var mistake) is not { } json)
            {
                notes.Add(new(path, $"{mistake}; its options are unknown"));
                return null;
            }

            // Later ones win over earlier ones, and the file itself over all.
            var config = new Tsconfig { Path = path };
            foreach (var extended in json["extends"]?.Texts ?? [])
            {
                if (Locate(path, extended) is not { } located)
                    notes.Add(new(path, $"extends \"{TreePath.Shown(extended)}\", which is not here; read without"));
                else if (Read(located, extendedBy.Add(path)) is { } outer)
                    config = Over(config, outer);
            }

            return Own(config, path, json);
        }

        private static Tsconfig Over(Tsconfig under, Tsconfig over) => under with
        {
            BaseUrl = over.BaseUrl ?? under.BaseUrl,
            Paths = over.Paths.IsEmpty ? under.Paths : over.Paths,
            RootDirectory = over.RootDirectory ?? under.RootDirectory,
            OutputDirectory = over.OutputDirectory ?? under.OutputDirectory,
            Target = over.Target ?? under.Target,
            Module = over.Module ?? under.Module,
            StrictNulls = over.StrictNulls ?? under.StrictNulls,
        };

        private Tsconfig Own(Tsconfig inherited, string path, Json json)
        {
            var directory = TreePath.Directory(path);
            var options = json["compilerOptions"];
            var baseUrl = Place("baseUrl") ?? inherited.BaseUrl;
            var own = inherited with
            {
                Path = path,
                BaseUrl = baseUrl,
                RootDirectory = Place("rootDir") ?? inherited.RootDirectory,
                OutputDirectory = Place("outDir") ?? inherited.OutputDirectory,
                Target = options?["target"]?.AsText?.ToLowerInvariant() ?? inherited.Target,
                Module = options?["module"]?.AsText?.ToLowerInvariant() ?? inherited.Module,
                StrictNulls = options?["strictNullChecks"]?.AsFlag ?? options?["strict"]?.AsFlag ?? inherited.StrictNulls,
                References = [.. (json["references"]?.Items ?? []).Select(item => item["path"]?.AsText).OfType<string>().Select(reference => TreePath.Join(directory, reference)).OfType<string>()],
                IsSolution = json["files"] is Json.Array { Values.IsEmpty: true } && json["include"] is null,
            };
            return options?["paths"] is Json.Object paths
                ? own with { Paths = [.. paths.Members.Select(member => (member.Key, Targets(member.Value)))] }
                : own;

            string? Place(string name) => options?[name]?.AsText is { } written ? From(directory, written) : null;

            ImmutableArray<string> Targets(Json written) => [.. written.Texts.Select(target => From(baseUrl ?? directory, target)).OfType<string>()];
        }

        private string? From(string directory, string written) =>
            written.StartsWith("${configDir}", StringComparison.Ordinal)
                ? TreePath.Join(configDirectory, "." + written["${configDir}".Length..])
                : TreePath.Join(directory, written);

        /// <summary>The file that an <c>extends</c> means; null when it is not here.</summary>
        private string? Locate(string from, string extended)
        {
            var directory = TreePath.Directory(from);
            if (extended.StartsWith('.'))
                return Existing(TreePath.Join(directory, extended));

            // "@scope/config/base.json": the package's name is the part up to the first slash, or the second with a scope.
            var slash = extended.IndexOf('/', extended.StartsWith('@') ? Math.Max(0, extended.IndexOf('/')) + 1 : 0);
            var (name, rest) = slash < 0 ? (extended, "") : (extended[..slash], extended[(slash + 1)..]);
            if (packages.TryGetValue(name, out var package) && Existing(TreePath.Join(package, rest)) is { } ours)
                return ours;
            foreach (var above in TreePath.Upward(directory))
            {
                var installed = tree.Follow(above.Length == 0 ? $"node_modules/{name}" : $"{above}/node_modules/{name}");
                if (installed.Path is not null && Existing(TreePath.Join(installed.Path, rest)) is { } theirs)
                    return theirs;
            }

            return null;
        }

        private string? Existing(string? path)
        {
            if (path is null)
                return null;
            foreach (var candidate in (ReadOnlySpan<string>)[path, $"{path}.json", path.Length == 0 ? "tsconfig.json" : $"{path}/tsconfig.json"])
            {
                if (tree.Find(candidate) is { Kind: EntryKind.File })
                    return candidate;
            }

            return null;
        }
    }
}
