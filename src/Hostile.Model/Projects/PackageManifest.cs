using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hostile.Model.Projects;

/// <summary>What a package.json says that the analysis needs.</summary>
public sealed record PackageManifest
{
    /// <summary>Path of the package.json, from the tree's root.</summary>
    public required string Path { get; init; }

    /// <summary>The package's directory.</summary>
    public string Directory => TreePath.Directory(Path);

    /// <summary>The package's name; null when it has none, as many a root.</summary>
    public string? Name { get; init; }

    public string? Version { get; init; }

    /// <summary>Ranges by package name, from all the kinds of dependencies; where several name one, that of <c>dependencies</c> counts.</summary>
    public FrozenDictionary<string, string> Dependencies { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Patterns of the directories of the workspace's packages; empty when this is no workspace.</summary>
    public ImmutableArray<string> Workspaces { get; init; } = [];

    /// <summary>
    /// Whether it is a program for the command line: it installs a command (<c>bin</c>), and nobody can import it, or its name says so (<c>my-cli</c>, <c>create-my-app</c>).
    /// </summary>
    public bool IsCommand { get; init; }

    /// <summary>Whether it is never published, as it says itself or as its entry does, which is no JavaScript, or because it is a program that is started, and says nothing to those who would import it: all that use it are in the repository.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it says that it is made to be published: it lists what goes into the package and names its licence, where it goes, or what is done before. Others run its code in processes of their own.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Whether it installs a command, whatever else it is.</summary>
    public bool HasCommand { get; init; }

    /// <summary>The words of the script that starts it: <c>next</c> and <c>start</c>; empty when it has none.</summary>
    public ImmutableArray<string> StartWords { get; init; } = [];

    /// <summary>The files, without their endings, that scripts give to a command as the data source it is to work on: <c>typeorm migration:run -d ormconfig.ts</c>.</summary>
    public ImmutableArray<string> CommandSources { get; init; } = [];

    /// <summary>Whether the script that starts it names a file, or what is built of it: <c>dist/server.js</c> of <c>src/server.ts</c>.</summary>
    internal bool Starts(string path) =>
        StartWords.Any(word => word.Contains('/') && TreePath.Join(Directory, word) is { } started && Bare(started).SequenceEqual(Bare(path)));

    /// <summary>A path without the folders that tell sources from what is built of them, and without its ending.</summary>
    private static IEnumerable<string> Bare(string path) =>
        (path.LastIndexOf('.') is var dot && dot > path.LastIndexOf('/') ? path[..dot] : path).Split('/').Where(part => part is not ("src" or "dist" or "build" or "out"));

    /// <summary>Entry files in the order of preference: what stands nearest to the source first.</summary>
    internal ImmutableArray<string> Entries { get; init; } = [];

    internal Json? Exports { get; init; }

    internal Json? Imports { get; init; }

    /// <summary>Reads a package.json. Returns null, with the mistake and its place, when it is no JSON object.</summary>
    public static PackageManifest? Parse(string path, ReadOnlySpan<byte> text, out string? mistake)
    {
        var json = Json.Parse(text, out mistake);
        if (json is null)
            return null;
        if (json is not Json.Object)
        {
            mistake = "holds no JSON object";
            return null;
        }

        return new()
        {
            Path = path,
            Name = json["name"]?.AsText,
            Version = json["version"]?.AsText,
            Dependencies = Ranges(json),
            Workspaces = json["workspaces"] switch
            {
                Json.Object pairs => pairs["packages"]?.Texts ?? [],
                var patterns => patterns?.Texts ?? [],
            },
            IsCommand = json["bin"] is not null && (IsOfCommand(json["name"]?.AsText) || (json["main"] is null && json["module"] is null && json["exports"] is null)),
            IsPrivate = json["private"]?.AsFlag is true || json["main"]?.AsText is { } main && main.EndsWith(".ts", StringComparison.Ordinal) && !main.EndsWith(".d.ts", StringComparison.Ordinal) || IsOnlyStarted(json),
            IsPublished = json["private"]?.AsFlag is not true && ((json["files"] is not null && json["license"] is not null) || json["publishConfig"] is not null || json["scripts"]?["prepublishOnly"] is not null),
            HasCommand = json["bin"] is not null,
            StartWords = [.. json["scripts"]?["start"]?.AsText?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []],
            CommandSources = [.. json["scripts"]?.Members.SelectMany(script => SourcesIn(script.Value.AsText ?? "")).Distinct() ?? []],
            Entries = [.. new[] { "source", "types", "typings", "module", "main" }.Select(name => json[name]?.AsText).OfType<string>()],
            Exports = json["exports"],
            Imports = json["imports"],
        };
    }

    /// <summary>"typeorm-ts-node-commonjs -d ./src/data-source.ts migration:run", "… --dataSource=src/data-source.ts"</summary>
    private static IEnumerable<string> SourcesIn(string script)
    {
        if (!script.Contains("typeorm", StringComparison.Ordinal))
            yield break;
        var words = script.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (words[i] is "-d" or "--dataSource")
                yield return words[i + 1];
        }
    }

    /// <summary>Whether a script gives a file, or what is built of it, to a command as the data source it is to work on.</summary>
    internal bool GivesToCommand(string path) => CommandSources.Any(word => TreePath.Join(Directory, word) is { } given && Bare(given).SequenceEqual(Bare(path)));

    /// <summary>"start": "node dist/index.js", and neither types nor exports nor a list of files for anybody else.</summary>
    private static bool IsOnlyStarted(Json json) => json["scripts"]?["start"] is not null && json["private"] is null && json["scripts"]?["prepublishOnly"] is null
        && Array.TrueForAll(["exports", "module", "types", "typings", "files", "publishConfig", "bin", "source", "peerDependencies"], said => json[said] is null);

    private static bool IsOfCommand(string? name) =>
        name is not null && name[(name.LastIndexOf('/') + 1)..] is var last && (last.Split('-').Contains("cli") || last.StartsWith("create-", StringComparison.Ordinal));

    private static FrozenDictionary<string, string> Ranges(Json json)
    {
        var ranges = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in (ReadOnlySpan<string>)["dependencies", "optionalDependencies", "peerDependencies", "devDependencies"])
        {
            foreach (var (name, range) in json[kind]?.Members ?? [])
                ranges.TryAdd(name, range.AsText ?? "*");
        }

        return ranges.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
