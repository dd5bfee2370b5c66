using System.Text;

namespace Hostile.Model.Projects;

/// <summary>The versions that a lockfile fixes: of package-lock.json (2 and 3), pnpm-lock.yaml, yarn.lock (both kinds) and bun.lock.</summary>
public sealed class Lockfile
{
    private const long Limit = 64_000_000;

    /// <summary>Versions by <c>importer\nname</c> (pnpm), <c>name@range</c> (yarn) or the directory of the installed package (npm, bun).</summary>
    private readonly Dictionary<string, string> versions;
    private readonly Shape shape;

    private Lockfile(string directory, Shape shape, Dictionary<string, string> versions)
    {
        Directory = directory;
        this.shape = shape;
        this.versions = versions;
    }

    private enum Shape
    {
        Npm,
        Pnpm,
        Yarn,
        Bun,
    }

    /// <summary>The directory that the lockfile stands in.</summary>
    public string Directory { get; }

    /// <summary>The lockfile that stands in a directory and can be read; null when there is none.</summary>
    public static Lockfile? In(ISourceTree tree, string directory)
    {
        foreach (var (name, shape) in (ReadOnlySpan<(string, Shape)>)[("pnpm-lock.yaml", Shape.Pnpm), ("package-lock.json", Shape.Npm), ("npm-shrinkwrap.json", Shape.Npm), ("yarn.lock", Shape.Yarn), ("bun.lock", Shape.Bun)])
        {
            if (tree.Read(directory.Length == 0 ? name : $"{directory}/{name}", Limit) is { Problem: null, Bytes: { Length: > 0 } bytes } && Versions(shape, bytes) is { } versions)
                return new(directory, shape, versions);
        }

        return null;
    }

    /// <summary>The version of a package that is installed for another which depends on it, e.g. <c>8.11.3</c>; null when the lockfile does not say.</summary>
    public string? VersionFor(PackageManifest dependent, string name)
    {
        if (!TreePath.IsWithin(dependent.Directory, Directory))
            return null;

        var relative = Directory.Length == 0 ? dependent.Directory : dependent.Directory[Directory.Length..].TrimStart('/');
        switch (shape)
        {
            case Shape.Pnpm:
                return versions.GetValueOrDefault($"{(relative.Length == 0 ? "." : relative)}\n{name}");
            case Shape.Yarn:
                return dependent.Dependencies.TryGetValue(name, out var range)
                    ? versions.GetValueOrDefault($"{name}@{range}") ?? versions.GetValueOrDefault($"{name}@npm:{range}")
                    : null;
            case Shape.Bun:
                return (dependent.Name is null ? null : versions.GetValueOrDefault($"{dependent.Name}/{name}")) ?? versions.GetValueOrDefault(name);
            default:
                // As Node looks for it: from the package's own node_modules upward.
                return TreePath.Upward(relative)
                    .Select(above => versions.GetValueOrDefault(above.Length == 0 ? $"node_modules/{name}" : $"{above}/node_modules/{name}"))
                    .FirstOrDefault(version => version is not null);
        }
    }

    private static Dictionary<string, string>? Versions(Shape shape, ReadOnlyMemory<byte> bytes) => shape switch
    {
        Shape.Pnpm => Pnpm(Encoding.UTF8.GetString(bytes.Span)),
        Shape.Yarn => Yarn(Encoding.UTF8.GetString(bytes.Span)),
        Shape.Bun => Bun(bytes.Span),
        _ => Npm(bytes.Span),
    };

    private static Dictionary<string, string>? Npm(ReadOnlySpan<byte> text)
    {
        if (Json.Parse(text, out _)?["packages"] is not { } packages)
            return null;
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, package) in packages.Members)
        {
            if (package["version"]?.AsText is { } version)
                versions.TryAdd(path, version);
        }

        return versions;
    }

    /// <summary><c>"packages": { "pg": ["pg@8.11.3", …], "app/pg": [ … ] }</c>.</summary>
    private static Dictionary<string, string>? Bun(ReadOnlySpan<byte> text)
    {
        if (Json.Parse(text, out _)?["packages"] is not { } packages)
            return null;
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, package) in packages.Members)
        {
            if (package.Items is [var first, ..] && first.AsText is { } resolved && resolved.LastIndexOf('@') is > 0 and var at && char.IsAsciiDigit(resolved.ElementAtOrDefault(at + 1)))
                versions.TryAdd(key, resolved[(at + 1)..]);
        }

        return versions;
    }

    /// <summary>
    /// The <c>importers:</c> part, whose depth of indentation tells everything: importer, kind of dependency, name, version. A lockfile
    /// of a single package has the kinds at the left margin, and older ones have the version on the name's own line.
    /// </summary>
    private static Dictionary<string, string> Pnpm(string text)
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        var (inImporters, importer, inDependencies, name) = (false, ".", false, "");
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimStart(' ');
            var depth = line.Length - trimmed.Length;
            if (trimmed.Length == 0 || trimmed[0] == '#')
                continue;

            if (depth == 0)
            {
                inImporters = trimmed.StartsWith("importers:");
                importer = ".";
            }

            // Below "importers:" all stands four further to the right: two for the word itself, two for the importer.
            depth -= inImporters ? 4 : 0;
            // Nearly all lines are of packages and what they need, and say nothing here.
            if (depth is not (-2 or 0) && !inDependencies)
                continue;
            var (key, value) = Pair(trimmed.ToString());
            switch (depth)
            {
                case -2:
                    importer = key;
                    inDependencies = false;
                    break;
                case 0:
                    inDependencies = key is "dependencies" or "devDependencies" or "optionalDependencies";
                    break;
                case 2 when inDependencies:
                    name = key;
                    if (value.Length > 0)
                        Add(value);
                    break;
                case 4 when inDependencies && key == "version":
                    Add(value);
                    break;
            }
        }

        return versions;

        // "8.11.3(pg-native@3.0.1)" and the older "8.11.3_pg-native@3.0.1" name peers after the version.
        void Add(string value)
        {
            if (char.IsAsciiDigit(value[0]))
                versions.TryAdd($"{importer}\n{name}", value[..(value.AsSpan().IndexOfAny('(', '_') is > 0 and var end ? end : value.Length)]);
        }
    }

    /// <summary>Entries begin at the left margin with the ranges they answer, and hold a version: <c>pg@^8.0.0, pg@^8.1.0:</c>.</summary>
    private static Dictionary<string, string> Yarn(string text)
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        ReadOnlySpan<char> ranges = [];
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] != ' ')
            {
                ranges = line.TrimEnd(':');
                continue;
            }

            // "  version "8.11.3"" or "  version: 8.11.3".
            if (line.Length <= 10 || !line.StartsWith("  version") || line[9] is not (' ' or ':'))
                continue;
            var version = line[10..].Trim().Trim('"').ToString();
            foreach (var range in ranges.Split(','))
                versions.TryAdd(ranges[range].Trim().Trim('"').ToString(), version);
        }

        return versions;
    }

    private static (string Key, string Value) Pair(string line)
    {
        // "'@scope/name': 1.0.0": the key may be quoted.
        var quoted = line[0] is '\'' or '"' ? line.IndexOf(line[0], 1) : -1;
        var colon = line.IndexOf(':', quoted < 0 ? 0 : quoted);
        return colon < 0 ? (line, "") : (line[..colon].Trim('\'', '"'), line[(colon + 1)..].Trim().Trim('\'', '"'));
    }
}
