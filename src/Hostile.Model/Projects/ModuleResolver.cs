using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Projects;

/// <summary>
/// What a module specifier means, as far as the repository can tell: a file of it, a package, or a builtin. Where Node and the
/// compiler would find compiled code, the source that it is made from is meant, for on a fresh clone nothing is compiled.
/// A pure function of the files found and the configuration; cached; safe for many threads at once.
/// </summary>
public sealed class ModuleResolver
{
    /// <summary>What is tried when the ending is left out, sources first.</summary>
    private static readonly ImmutableArray<string> Endings = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".d.ts", ".d.mts", ".d.cts"];

    /// <summary>What an ending of compiled code is compiled from.</summary>
    private static readonly ImmutableArray<(string Compiled, ImmutableArray<string> Sources)> Origins =
    [
        (".d.ts", [".ts", ".tsx", ".d.ts"]), (".d.mts", [".mts", ".d.mts"]), (".d.cts", [".cts", ".d.cts"]),
        (".js", [".ts", ".tsx", ".js", ".jsx", ".d.ts"]), (".jsx", [".tsx", ".jsx"]),
        (".mjs", [".mts", ".mjs", ".ts", ".d.mts"]), (".cjs", [".cts", ".cjs", ".ts", ".d.cts"]),
    ];

    /// <summary>Directories that compiled code goes to, when no configuration says which.</summary>
    private static readonly ImmutableArray<string> Outputs = ["dist", "build", "lib", "out", "esm", "cjs", "es", "types", "output"];

    private const int LongestOnStack = 512;

    private readonly Packages packages;
    private readonly FrozenSet<string> files;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly ConcurrentDictionary<(string Directory, string Specifier), ModuleTarget> cache = new();

    /// <summary>What is no path means the same in all files of a package that one configuration is for.</summary>
    private readonly ConcurrentDictionary<(string? Package, string? Config, string Specifier), ModuleTarget> bare = new();

    public ModuleResolver(Packages packages, ImmutableArray<FoundFile> files)
    {
        this.packages = packages;
        this.files = files.Where(file => file.Language == Language.TypeScript).Select(file => file.Path).ToFrozenSet(StringComparer.Ordinal);
        byText = this.files.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What the specifier means in the file.</summary>
    public ModuleTarget Resolve(string fromFile, string specifier) =>
        cache.GetOrAdd((TreePath.Directory(fromFile), specifier), static (key, of) => of.self.Find(of.fromFile, key.Specifier), (self: this, fromFile));

    /// <summary>The file of the repository that the specifier means in the file; null when it means something else.</summary>
    public string? FileOf(string fromFile, string specifier) => Resolve(fromFile, specifier) is { Kind: ModuleKind.File, Name: var path } ? path : null;

    /// <summary>The package that a specifier begins with: <c>@scope/name</c> of <c>@scope/name/part</c>.</summary>
    public static string PackageNameOf(string specifier)
    {
        var slash = specifier.IndexOf('/', specifier.StartsWith('@') ? Math.Max(0, specifier.IndexOf('/')) + 1 : 0);
        return slash < 0 ? specifier : specifier[..slash];
    }

    private ModuleTarget Find(string fromFile, string specifier)
    {
        if (specifier.Length == 0 || specifier.Length > 4096)
            return ModuleTarget.Unresolved;
        if (specifier.StartsWith('.'))
            return FileAt(TreePath.Join(TreePath.Directory(fromFile), specifier), fromFile);
        if (specifier.StartsWith('/'))
            return ModuleTarget.Unresolved;
        var (package, config) = (packages.PackageOf(fromFile), packages.ConfigOf(fromFile));
        return bare.GetOrAdd((package?.Path, config?.Path, specifier), static (key, of) => of.self.Bare(of.package, of.config, key.Specifier), (self: this, package, config));
    }

    private ModuleTarget Bare(PackageManifest? package, Tsconfig? config, string specifier)
    {
        var colon = specifier.IndexOf(':');
        if (colon > 0)
            return specifier[..colon] is "node" or "bun" or "deno" or "cloudflare" ? new(ModuleKind.Builtin, specifier[..colon] == "node" ? specifier[5..] : specifier, "") : ModuleTarget.Unresolved;

        if (specifier.StartsWith('#') && package is not null && Imported(package, specifier) is { Kind: not ModuleKind.Unresolved } imported)
            return imported;
        if (config is not null && Mapped(config, specifier) is { } mapped)
            return mapped;
        if (Builtins.Contains(specifier))
            return new(ModuleKind.Builtin, specifier, "");

        var name = PackageNameOf(specifier);
        var subpath = name.Length == specifier.Length ? "" : specifier[(name.Length + 1)..];
        if (package is not null && packages.Neighbor(package, name) is { } neighbor)
            return Entry(neighbor, subpath) is { } entry ? new(ModuleKind.File, entry, "") : new(ModuleKind.Package, name, subpath);
        return IsPackageName(name) ? new(ModuleKind.Package, name, subpath) : ModuleTarget.Unresolved;
    }

    /// <summary>A mapping of <c>paths</c>: an exact pattern first, then the one with the longest text before its star; then <c>baseUrl</c>.</summary>
    private ModuleTarget? Mapped(Tsconfig config, string specifier)
    {
        var best = config.Paths
            .Where(entry => Captured(entry.Pattern, specifier) is not null)
            .OrderByDescending(entry => entry.Pattern.IndexOf('*') is >= 0 and var star ? star : int.MaxValue)
            .FirstOrDefault();
        if (best.Pattern is not null)
        {
            var captured = Captured(best.Pattern, specifier)!;
            foreach (var target in best.Targets)
            {
                var path = ReplaceStar(target, captured);
                if ((Probe(path) ?? (packages.PackageOf(path) is { } package ? Source(package, path) : null)) is { } file)
                    return new(ModuleKind.File, file, "");
            }
        }

        return config.BaseUrl is { } baseUrl && Probe(TreePath.Join(baseUrl, specifier)) is { } based ? new(ModuleKind.File, based, "") : null;
    }

    /// <summary>What <c>#name</c> means by the package's own <c>imports</c>.</summary>
    private ModuleTarget Imported(PackageManifest package, string specifier)
    {
        foreach (var target in Targets(package.Imports, specifier, RankOf))
        {
            if (target.StartsWith('.') && Located(package, target) is { } file)
                return new(ModuleKind.File, file, "");
            if (!target.StartsWith('.') && !target.StartsWith('#'))
                return Find(package.Path, target);
        }

        return ModuleTarget.Unresolved;
    }

    /// <summary>The source file that a package offers under a subpath; the empty one is its main entry.</summary>
    private string? Entry(PackageManifest package, string subpath)
    {
        var exported = package.Exports is null ? [] : Targets(Subpaths(package.Exports), subpath.Length == 0 ? "." : $"./{subpath}", RankOf);
        foreach (var target in exported)
        {
            if (Located(package, target) is { } file)
                return file;
        }

        if (subpath.Length > 0)
            return Located(package, subpath) ?? Located(package, $"src/{subpath}");
        foreach (var entry in package.Entries)
        {
            if (Located(package, entry) is { } file)
                return file;
        }

        return Located(package, "index") ?? Located(package, "src/index") ?? Located(package, "src/main") ?? Located(package, "lib/index");
    }

    /// <summary><c>exports</c> may be one target, conditions, or targets by subpath: all are made the last.</summary>
    internal static Json Subpaths(Json exports) =>
        exports is Json.Object members && members.Pairs.Any(member => member.Key.StartsWith('.'))
            ? exports
            : new Json.Object([new(".", exports)]);

    /// <summary>The targets of a key, with the star filled in, in the order of preference; none when it is not there, or shut off by <c>null</c>.</summary>
    /// <param name="rank">Conditions of a lower rank go first.</param>
    internal static IEnumerable<string> Targets(Json? table, string key, Func<string, int> rank)
    {
        var best = (table?.Members ?? [])
            .Where(member => Captured(member.Key, key) is not null)
            .OrderByDescending(member => member.Key.IndexOf('*') is >= 0 and var star ? star : int.MaxValue)
            .FirstOrDefault();
        return best.Value is null ? [] : Leaves(best.Value, rank, 0).Select(target => ReplaceStar(target, Captured(best.Key, key)!));
    }

    private static IEnumerable<string> Leaves(Json value, Func<string, int> rank, int depth)
    {
        if (value.AsText is { } text)
            return [text];
        if (depth > 8)
            return [];
        return value is Json.Object
            ? value.Members.OrderBy(member => rank(member.Key)).SelectMany(member => Leaves(member.Value, rank, depth + 1))
            : value.Items.SelectMany(item => Leaves(item, rank, depth + 1));
    }

    /// <summary>Conditions that lead to sources first, then types, then whatever runs on Node.</summary>
    private static int RankOf(string condition) => condition switch
    {
        "source" or "src" or "typescript" or "development" => 0,
        _ when condition.EndsWith("/source", StringComparison.Ordinal) => 0,
        "types" => 1,
        "node" => 2,
        "import" => 3,
        "module" => 4,
        "require" => 5,
        "default" => 6,
        "browser" or "react-native" or "worker" or "edge-light" or "react-server" => 8,
        _ => 7,
    };

    private string? Located(PackageManifest package, string target)
    {
        if (TreePath.Join(package.Directory, target) is not { } path)
            return null;

        // Code that is here is meant as it stands; mere types, or compiled code that was checked in, give way to their source.
        var found = Probe(path);
        return found is not null && FileNames.ScriptOf(found) is ScriptKind.TypeScript or ScriptKind.Tsx ? found : Source(package, path) ?? found;
    }

    /// <summary>The source that a path of compiled code is made from, by the package's own configuration or by custom; null when there is none.</summary>
    private string? Source(PackageManifest package, string path)
    {
        // "main": "." is the package itself.
        if (!TreePath.IsWithin(path, package.Directory) || path.Length == package.Directory.Length)
            return null;
        if (packages.ConfigOf($"{package.Path}") is { OutputDirectory: { Length: > 0 } output } config && TreePath.IsWithin(path, output) && path.Length > output.Length)
        {
            var inside = path[(output.Length + 1)..];
            foreach (var root in (ReadOnlySpan<string?>)[config.RootDirectory, Under(package.Directory, "src"), package.Directory])
            {
                if (root is not null && FileOrIndex(Under(root, inside)) is { } source)
                    return source;
            }
        }

        var parts = (package.Directory.Length == 0 ? path : path[(package.Directory.Length + 1)..]).Split('/');
        // "dist/esm/src/index.js": as many leading output directories as there are give way to src/ or to nothing.
        var outputs = parts.TakeWhile(part => Outputs.Contains(part)).Count();
        for (var taken = outputs; taken > 0; taken--)
        {
            var inside = string.Join('/', parts[taken..]);
            if (FileOrIndex(Under(Under(package.Directory, "src"), inside)) is { } source)
                return source;
            if (FileOrIndex(Under(package.Directory, inside)) is { } plain && plain != path)
                return plain;
        }

        return null;
    }

    /// <summary>The file at a path; where there is none, what it is compiled from: <c>require('../dist/server')</c> of a command.</summary>
    private ModuleTarget FileAt(string? path, string fromFile) =>
        (Probe(path) ?? (path is not null && packages.PackageOf(fromFile) is { } package ? Source(package, path) : null)) is { } file ? new(ModuleKind.File, file, "") : ModuleTarget.Unresolved;

    /// <summary>The file that a path means: a file, else a directory's index, else what the directory's own package.json names.</summary>
    private string? Probe(string? path)
    {
        if (path is null)
            return null;
        if (FileOrIndex(path) is { } file)
            return file;
        return packages.PackageOf(Under(path, "x")) is { } package && package.Directory == path && path.Length > 0
            ? package.Entries.Select(entry => TreePath.Join(path, entry)).OfType<string>().Select(entry => FileOrIndex(entry) ?? Source(package, entry)).FirstOrDefault(entry => entry is not null)
            : null;
    }

    /// <summary>The file that a path means: what its ending is compiled from, itself, with an ending added, or an index below it.</summary>
    private string? FileOrIndex(string path)
    {
        foreach (var (compiled, sources) in Origins)
        {
            if (!path.EndsWith(compiled, StringComparison.Ordinal))
                continue;
            foreach (var ending in sources)
            {
                if (FileNamed(path.AsSpan()[..^compiled.Length], ending) is { } source)
                    return source;
            }

            break;
        }

        if (files.Contains(path))
            return path;
        foreach (var ending in Endings)
        {
            if (FileNamed(path, ending) is { } file)
                return file;
        }

        foreach (var ending in Endings)
        {
            if (FileNamed(path, path.Length == 0 ? "index" : "/index", ending) is { } index)
                return index;
        }

        return null;
    }

    /// <summary>The file whose path is made of these pieces; null when there is none. Far more are asked for than there are.</summary>
    private string? FileNamed(ReadOnlySpan<char> path, ReadOnlySpan<char> name, ReadOnlySpan<char> ending = default)
    {
        var length = path.Length + name.Length + ending.Length;
        var whole = length <= LongestOnStack ? stackalloc char[length] : new char[length];
        path.CopyTo(whole);
        name.CopyTo(whole[path.Length..]);
        ending.CopyTo(whole[(path.Length + name.Length)..]);
        return byText.TryGetValue(whole, out var file) ? file : null;
    }

    /// <summary>What the pattern's star stands for; empty when it has none; null when it does not fit.</summary>
    internal static string? Captured(string pattern, string text)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
            return pattern == text ? "" : null;
        var (before, after) = (pattern[..star], pattern[(star + 1)..]);
        return text.Length >= before.Length + after.Length && text.StartsWith(before, StringComparison.Ordinal) && text.EndsWith(after, StringComparison.Ordinal)
            ? text[before.Length..^after.Length]
            : null;
    }

    private static string ReplaceStar(string target, string captured) => target.Replace("*", captured, StringComparison.Ordinal);

    private static string Under(string directory, string path) => directory.Length == 0 ? path : $"{directory}/{path}";

    private static bool IsPackageName(string name) =>
        name.Length > 0 && (name[0] != '@' || (name.Length > 3 && name.Contains('/'))) && !name.AsSpan().ContainsAny(NoPackageCharacters) && name[0] is not ('~' or '#' or '$');

    private static readonly SearchValues<char> NoPackageCharacters = SearchValues.Create(" \\?!*\n\"'");

    /// <summary>Modules of Node that may be written without <c>node:</c>.</summary>
    private static readonly FrozenSet<string> Builtins = FrozenSet.Create(StringComparer.Ordinal,
        "assert", "assert/strict", "async_hooks", "buffer", "child_process", "cluster", "console", "constants", "crypto", "dgram", "diagnostics_channel",
        "dns", "dns/promises", "domain", "events", "fs", "fs/promises", "http", "http2", "https", "inspector", "inspector/promises", "module", "net", "os",
        "path", "path/posix", "path/win32", "perf_hooks", "process", "punycode", "querystring", "readline", "readline/promises", "repl", "stream",
        "stream/consumers", "stream/promises", "stream/web", "string_decoder", "sys", "timers", "timers/promises", "tls", "trace_events", "tty", "url",
        "util", "util/types", "v8", "vm", "wasi", "worker_threads", "zlib");
}

/// <summary>What a module specifier means.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">A file's path from the tree's root, a package's name, or a builtin's without <c>node:</c>.</param>
/// <param name="Subpath">What follows a package's name and its slash; else empty.</param>
public readonly record struct ModuleTarget(ModuleKind Kind, string Name, string Subpath)
{
    /// <summary>Nothing that we know.</summary>
    public static ModuleTarget Unresolved => new(ModuleKind.Unresolved, "", "");
}

/// <summary>The kinds of things that a module specifier can mean.</summary>
public enum ModuleKind
{
    /// <summary>Nothing that we know: a missing file, an asset, an alias of a bundler.</summary>
    Unresolved,

    /// <summary>A file of the repository.</summary>
    File,

    /// <summary>A package that would be installed, or a neighbor whose source was not found.</summary>
    Package,

    /// <summary>Part of the runtime.</summary>
    Builtin,
}
