using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Hostile.Model.Projects;

/// <summary>
/// The declaration files of installed dependencies: where a specifier leads below <c>node_modules</c>. Nothing is looked for before it is asked for, and
/// nothing is read but what answers need. Safe for many threads at once; answers depend on the files alone.
/// </summary>
public sealed class InstalledPackages(ISourceTree tree)
{
    private const long Limit = 20_000_000;

    /// <summary>Directories whose package.json names another directory: more of them lead in a circle.</summary>
    private const int DeepestEntry = 4;

    /// <summary>What an ending that Node wants stands for among declarations.</summary>
    private static readonly ImmutableArray<(string Code, ImmutableArray<string> Declarations)> Endings =
    [
        (".mjs", [".d.mts", ".mts", ".d.ts"]), (".cjs", [".d.cts", ".cts", ".d.ts"]), (".jsx", [".d.ts", ".tsx"]), (".js", [".d.ts", ".ts", ".tsx"]),
    ];

    private static readonly ImmutableArray<string> Added = [".d.ts", ".ts", ".tsx", ".d.mts", ".d.cts", "/index.d.ts", "/index.ts", "/index.d.mts"];

    private readonly ConcurrentDictionary<(string Directory, string Specifier), string?> answers = new();
    private readonly ConcurrentDictionary<string, string?> packages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Json?> manifests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> present = new(StringComparer.Ordinal);

    /// <summary>Whether dependencies are installed at all: a <c>node_modules</c> at the root.</summary>
    public bool IsThere => tree.Find("node_modules") is { Kind: EntryKind.Directory or EntryKind.Link };

    /// <summary>The declaration file that a specifier means in a file; null when no such is installed.</summary>
    public string? Resolve(string fromFile, string specifier) =>
        answers.GetOrAdd((TreePath.Directory(fromFile), specifier), static (key, self) => self.Find(key.Directory, key.Specifier), this);

    /// <summary>A file's bytes; null when it cannot be read.</summary>
    public ReadOnlyMemory<byte>? Read(string path) => tree.Read(path, Limit) is { Problem: null } content ? content.Bytes : null;

    /// <summary>The files whose names pass in the directory of an installed package, sorted; none when it is not installed at the root.</summary>
    public ImmutableArray<string> FilesOf(string package, string directory, Func<string, bool> passes)
    {
        if (DirectoryOf("", package) is not { } home)
            return [];
        var place = directory.Length == 0 ? home : $"{home}/{directory}";
        var files = new List<string>();
        tree.List(place, entry =>
        {
            if (entry.Kind == EntryKind.File && passes(entry.Name))
                files.Add($"{place}/{entry.Name}");
        });
        files.Sort(StringComparer.Ordinal);
        return [.. files];
    }

    /// <summary>The packages of <c>@types</c> at the root, which the compiler takes without being asked, by name.</summary>
    public ImmutableArray<string> TypePackages
    {
        get
        {
            var names = new List<string>();
            tree.List("node_modules/@types", entry =>
            {
                if (entry.Kind is EntryKind.Directory or EntryKind.Link)
                    names.Add(entry.Name);
            });
            names.Sort(StringComparer.Ordinal);
            return [.. names];
        }
    }

    private string? Find(string directory, string specifier)
    {
        if (specifier.Length == 0 || specifier.Length > 4096 || specifier[0] == '/')
            return null;
        if (specifier[0] == '.')
            return TreePath.Join(directory, specifier) is { } path ? Probe(path) : null;
        if (specifier[0] == '#')
            return Imported(directory, specifier);

        var slash = specifier.IndexOf('/', specifier.StartsWith('@') ? Math.Max(0, specifier.IndexOf('/')) + 1 : 0);
        var (name, subpath) = slash < 0 ? (specifier, "") : (specifier[..slash], specifier[(slash + 1)..]);
        if (name.Contains(':') || name.Contains('\\'))
            return null;
        // `@types/scope__name` for `@scope/name`.
        var typed = $"@types/{(name.StartsWith('@') ? name[1..].Replace("/", "__", StringComparison.Ordinal) : name)}";
        foreach (var above in TreePath.Upward(directory))
        {
            if (TreePath.Name(above) == "node_modules")
                continue;
            if ((At(above, name) is { } package && Entry(package, subpath) is { } own))
                return own;
            if (At(above, typed) is { } types && Entry(types, subpath) is { } theirs)
                return theirs;
        }

        return null;
    }

    /// <summary>The directory of a package as seen from a directory, links followed; null when it is not installed.</summary>
    private string? DirectoryOf(string from, string name) =>
        TreePath.Upward(from).Select(above => At(above, name)).FirstOrDefault(found => found is not null);

    private string? At(string directory, string name)
    {
        var modules = directory.Length == 0 ? "node_modules" : $"{directory}/node_modules";
        if (!present.GetOrAdd(modules, static (path, tree) => tree.Find(path) is { Kind: EntryKind.Directory or EntryKind.Link }, tree))
            return null;
        return packages.GetOrAdd($"{modules}/{name}", static (path, tree) => tree.Follow(path) is { Path: { } real, Kind: EntryKind.Directory } ? real : null, tree);
    }

    /// <summary>The declarations that a package offers under a subpath; the empty one is its main entry.</summary>
    private string? Entry(string package, string subpath)
    {
        var manifest = Manifest(package);
        if (manifest?["exports"] is { } exports)
        {
            foreach (var target in ModuleResolver.Targets(ModuleResolver.Subpaths(exports), subpath.Length == 0 ? "." : $"./{subpath}", RankOf))
            {
                if (TreePath.Join(package, target) is { } path && Declared(path) is { } file)
                    return file;
            }
        }

        if (subpath.Length > 0)
        {
            foreach (var mapped in Versioned(manifest, subpath))
            {
                if (TreePath.Join(package, mapped) is { } path && Probe(path) is { } file)
                    return file;
            }

            return TreePath.Join(package, subpath) is { } plain ? Probe(plain) : null;
        }

        foreach (var key in (ReadOnlySpan<string>)["types", "typings", "main", "module"])
        {
            if (manifest?[key]?.AsText is not { } entry)
                continue;
            foreach (var mapped in Versioned(manifest, entry).Append(entry))
            {
                if (TreePath.Join(package, mapped) is { } path && (Declared(path) ?? Probe(path)) is { } file)
                    return file;
            }
        }

        return Versioned(manifest, "index").Select(mapped => TreePath.Join(package, mapped) is { } path ? Probe(path) : null).FirstOrDefault(file => file is not null)
            ?? Probe($"{package}/index");
    }

    /// <summary>What <c>typesVersions</c> makes of a path: the first range is that of the newest compilers.</summary>
    private static IEnumerable<string> Versioned(Json? manifest, string path)
    {
        if (manifest?["typesVersions"] is not { Members: [var (range, table), ..] } || range.StartsWith('<'))
            return [];
        var trimmed = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        return ModuleResolver.Targets(table, trimmed, RankOf);
    }

    private string? Imported(string directory, string specifier)
    {
        foreach (var above in TreePath.Upward(directory))
        {
            if (Manifest(above) is not { } manifest)
                continue;
            foreach (var target in manifest["imports"] is { } table ? ModuleResolver.Targets(table, specifier, RankOf) : [])
            {
                if (target.StartsWith('.') && TreePath.Join(above, target) is { } path && Declared(path) is { } file)
                    return file;
                if (!target.StartsWith('.') && !target.StartsWith('#') && Find(directory, target) is { } package)
                    return package;
            }

            return null;
        }

        return null;
    }

    private Json? Manifest(string directory) => manifests.GetOrAdd(directory, static (directory, self) =>
        self.Read(directory.Length == 0 ? "package.json" : $"{directory}/package.json") is { } bytes ? Json.Parse(bytes.Span, out _) : null, this);

    /// <summary>Conditions that lead to declarations first.</summary>
    private static int RankOf(string condition) => condition switch
    {
        _ when condition.StartsWith("types", StringComparison.Ordinal) => 0,
        "import" => 1,
        "node" => 2,
        "require" => 3,
        "default" => 4,
        _ => 5,
    };

    /// <summary>The declarations of a file of code, or the file itself when it is declarations or source.</summary>
    private string? Declared(string path, int depth = 0)
    {
        if (Endings.Any(ending => path.EndsWith(ending.Code, StringComparison.Ordinal)))
            return BesideCode(path);
        return Probe(path, depth);
    }

    /// <summary>The declarations that stand beside a file of code; null for any other path, and when there are none.</summary>
    private string? BesideCode(string path)
    {
        foreach (var (code, declarations) in Endings)
        {
            if (path.EndsWith(code, StringComparison.Ordinal))
                return declarations.Select(ending => path[..^code.Length] + ending).FirstOrDefault(IsFile);
        }

        return null;
    }

    private string? Probe(string path, int depth = 0)
    {
        if (IsDeclaration(path) && IsFile(path))
            return path;
        if (BesideCode(path) is { } declarations)
            return declarations;

        foreach (var ending in Added)
        {
            if (IsFile(path + ending))
                return path + ending;
        }

        // A directory with a package.json of its own, as packages had for their parts before `exports`.
        return depth < DeepestEntry && Manifest(path) is { } manifest && (manifest["types"]?.AsText ?? manifest["typings"]?.AsText ?? manifest["main"]?.AsText) is { } entry && TreePath.Join(path, entry) is { } inner && inner != path
            ? Declared(inner, depth + 1)
            : null;
    }

    private static bool IsDeclaration(string path) => path.EndsWith(".ts", StringComparison.Ordinal) || path.EndsWith(".mts", StringComparison.Ordinal)
        || path.EndsWith(".cts", StringComparison.Ordinal) || path.EndsWith(".tsx", StringComparison.Ordinal);

    private bool IsFile(string path) => tree.Find(path) is { Kind: EntryKind.File };
}
