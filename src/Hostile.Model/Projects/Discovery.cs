using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Projects;

/// <summary>
/// Finds the files of a program by their paths. Directories are walked without recursion and without following links, so that
/// neither depth nor cycles matter; only what may be of use is kept. The result is sorted, whatever order the disk had.
/// </summary>
public sealed class Discovery
{
    /// <summary>A command that is written by hand is shorter; in bytes.</summary>
    private const long LongestCommand = 200_000;

    private readonly ISourceTree tree;
    private readonly DiscoverySettings settings;
    private readonly List<FoundFile> files = [];
    private readonly List<Skipped> skipped = [];
    private readonly List<FileNote> notes = [];

    /// <summary>The directories below, with what is ignored in them.</summary>
    private readonly List<(string Directory, IgnoreScope? Ignored)> below = [];

    private Discovery(ISourceTree tree, DiscoverySettings settings) => (this.tree, this.settings) = (tree, settings);

    /// <summary>The program's files and what was passed over.</summary>
    public static Discovered Find(ISourceTree tree, DiscoverySettings settings, Workers? workers = null)
    {
        workers ??= new();
        var found = new Discovery(tree, settings);
        found.below.Add((settings.Program, workers.Run(found.Enter)));
        // Directories of the same depth are looked at side by side, each for itself.
        for (var level = found.below.ToArray(); level.Length > 0;)
        {
            var visits = workers.Select(level.Length, i => Visit(tree, settings, level[i].Directory, level[i].Ignored));
            foreach (var visit in visits)
                found.Add(visit);
            level = [.. visits.SelectMany(visit => visit.below)];
        }

        found.files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        found.skipped.Sort(Skipped.Compare);
        return new([.. found.files], [.. found.skipped], [.. found.notes, .. NamesThatDifferInCase(found.files)]);
    }

    private static Discovery Visit(ISourceTree tree, DiscoverySettings settings, string directory, IgnoreScope? ignored)
    {
        var visit = new Discovery(tree, settings);
        visit.Visit(directory, ignored);
        return visit;
    }

    private void Add(Discovery other)
    {
        files.AddRange(other.files);
        skipped.AddRange(other.skipped);
        notes.AddRange(other.notes);
    }

    /// <summary>Goes down from the root to the program's directory, taking along the ignore files and the configuration that hold for it.</summary>
    private IgnoreScope? Enter()
    {
        IgnoreScope? ignored = null;
        Read(".git/info/exclude", "", ref ignored);
        foreach (var directory in TreePath.Upward(settings.Program).Reverse().SkipLast(1))
        {
            Read(In(directory, ".gitignore"), directory, ref ignored);
            tree.List(directory, entry =>
            {
                if (entry.Kind == EntryKind.File && FileNames.LanguageOf(entry.Name) == Language.Configuration)
                    files.Add(new(In(directory, entry.Name), Language.Configuration, FileKind.Source, InScope: false));
            });
        }

        return ignored;
    }

    private void Visit(string directory, IgnoreScope? ignored)
    {
        var entries = new List<(TreeEntry Entry, Language? Language)>();
        var commands = new List<string>();
        // "client.js.map": the compiler made "client.js" of a source.
        var maps = new HashSet<string>(StringComparer.Ordinal);
        var hasRules = false;
        var problem = tree.List(directory, entry =>
        {
            hasRules |= entry.Name == ".gitignore" && entry.Kind == EntryKind.File;
            if (entry.Kind == EntryKind.File && entry.Name.EndsWith(".js.map", StringComparison.Ordinal))
                maps.Add(entry.Name[..^4]);
            var language = entry.Kind == EntryKind.Directory ? null : FileNames.LanguageOf(entry.Name);
            // "bin/www": a program's own start has often no ending.
            if (language is null && entry.Kind == EntryKind.File && ScriptKinds.IsCommand(In(directory, entry.Name)))
                commands.Add(entry.Name);
            // A link without an ending may lead to a directory.
            if (language is not null || entry.Kind == EntryKind.Directory || (entry.Kind == EntryKind.Link && !entry.Name.Contains('.')))
                entries.Add((entry, language));
        });
        if (problem is not null)
            Skip(directory.Length == 0 ? "./" : $"{directory}/", problem);
        if (hasRules)
            Read(In(directory, ".gitignore"), directory, ref ignored);

        foreach (var name in commands)
        {
            if (IgnoreScope.WhyIgnored(ignored, In(directory, name), isDirectory: false) is null && IsForNode(tree.Read(In(directory, name), LongestCommand)))
                Classify(In(directory, name), Language.TypeScript, settings.Includes(In(directory, name)));
        }

        foreach (var (entry, language) in entries)
        {
            var path = In(directory, entry.Name);
            if (entry.Kind == EntryKind.File && entry.Name.EndsWith(".js", StringComparison.Ordinal) && maps.Contains(entry.Name) && entries.Exists(other => other.Entry.Name == $"{entry.Name[..^3]}.ts") && !settings.Names(path))
                Skip(path, $"compiled code (of {TreePath.Shown($"{entry.Name[..^3]}.ts")} beside it)");
            else if (entry.Kind == EntryKind.Directory)
                VisitDirectory(path, entry.Name, ignored);
            else if (entry.Kind == EntryKind.Link)
                VisitLink(path, language, ignored);
            else
                VisitFile(path, entry.Kind, language!.Value, ignored);
        }
    }

    /// <summary><c>#!/usr/bin/env node</c></summary>
    private static bool IsForNode(FileContent content)
    {
        var text = content.Bytes.Span;
        if (content.Problem is not null || !text.StartsWith("#!"u8))
            return false;
        var line = text.IndexOf((byte)'\n') is >= 0 and var end ? text[..end] : text;
        return line.EndsWith("node"u8) || line.EndsWith("node\r"u8) || line.IndexOf("node "u8) >= 0;
    }

    private void VisitDirectory(string path, string name, IgnoreScope? ignored)
    {
        // What the user names is looked at, wherever it stands.
        if (!settings.Paths.Any(wanted => wanted.Length > 0 && TreePath.IsWithin(wanted, path)))
        {
            if (FileNames.IsForeignDirectory(name))
                return;
            if ((IgnoreScope.WhyIgnored(ignored, path, isDirectory: true) ?? FileNames.WhyNotEntered(name)) is { } reason)
            {
                Skip($"{path}/", reason);
                return;
            }
        }

        below.Add((path, ignored));
    }

    private void VisitLink(string path, Language? language, IgnoreScope? ignored)
    {
        var target = tree.Follow(path);
        // Links to what is no source are nobody's concern.
        if (language is null && target.Kind is not EntryKind.Directory)
            return;
        if (IgnoreScope.WhyIgnored(ignored, path, isDirectory: false) is { } reason)
            Skip(path, reason);
        else
            Skip(path, target.Problem ?? (target.Path!.Length == 0 ? "a link to the root: not followed" : $"a link to {TreePath.Shown(target.Path)}, which is looked at where it stands"));
    }

    private void VisitFile(string path, EntryKind kind, Language language, IgnoreScope? ignored)
    {
        var inScope = settings.Includes(path);
        if (kind == EntryKind.Special)
            Skip(path, ISourceTree.SpecialFile);
        else if (kind == EntryKind.Unnameable)
            Skip(path, "its name is not valid UTF-8, so it cannot be opened by name");
        else if (FileNames.IsPlugAndPlay(TreePath.Name(path)))
            Note(path);
        else if (!settings.Names(path) && IgnoreScope.WhyIgnored(ignored, path, isDirectory: false) is { } reason)
            Skip(path, reason);
        else if (language == Language.Configuration)
            files.Add(new(path, language, FileKind.Source, inScope));
        else if (language == Language.Component)
            Skip(path, "a single-file component: scripts inside markup are not read");
        else
            Classify(path, language, inScope);
    }

    private void Classify(string path, Language language, bool inScope)
    {
        var (kind, reason) = FileNames.KindOf(settings.Program.Length == 0 ? path : path[(settings.Program.Length + 1)..]);
        if (settings.Names(path))
            kind = kind == FileKind.Declaration ? kind : FileKind.Source;
        else if (kind is FileKind.Vendored or FileKind.Minified)
            Skip(path, reason!);
        else if (kind == FileKind.Generated || (kind == FileKind.Test && !settings.IncludeTests))
            Skip(path, reason + (kind == FileKind.Test ? " (--include-tests audits it)" : ""));

        if (kind is not (FileKind.Vendored or FileKind.Minified))
            files.Add(new(path, language, kind, inScope));
    }

    /// <summary>Yarn's Plug'n'Play: said once, by the file that each such program has.</summary>
    private void Note(string path)
    {
        Skip(path, "written by yarn");
        if (!TreePath.Name(path).Contains("loader", StringComparison.Ordinal))
            notes.Add(new(path, "yarn's Plug'n'Play: the packages lie in archives, which are not read; what they do is known from our knowledge of libraries only"));
    }

    private void Skip(string path, string reason)
    {
        if (settings.Includes(path.TrimEnd('/')))
            skipped.Add(new(path, reason));
    }

    private void Read(string file, string directory, ref IgnoreScope? ignored)
    {
        const long limit = 1_000_000;
        var content = tree.Read(file, limit);
        if (content.Problem is null)
            ignored = new(IgnoreRules.Parse(directory, file, content.Bytes.Span), ignored);
        else if (tree.Find(file) is not null)
            skipped.Add(new(file, $"{content.Problem}; what it ignores is read"));
    }

    private static string In(string directory, string name) => directory.Length == 0 ? name : $"{directory}/{name}";

    private static IEnumerable<FileNote> NamesThatDifferInCase(List<FoundFile> files)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (!seen.TryAdd(file.Path, file.Path))
                yield return new(file.Path, $"differs from {TreePath.Shown(seen[file.Path])} in case only: on Windows and macOS they are one file");
        }
    }
}

/// <summary>What to look for.</summary>
public sealed record DiscoverySettings
{
    /// <summary>The directory of the program, from the tree's root: all of it is read.</summary>
    public string Program { get; init; } = "";

    /// <summary>Files and directories, from the tree's root, in which findings are wanted; the empty path is everything.</summary>
    public ImmutableArray<string> Paths { get; init; } = [""];

    public bool IncludeTests { get; init; }

    /// <summary>Longer files are skipped; in bytes.</summary>
    public long MaximumFileSize { get; init; } = 10_000_000;

    /// <summary>Whether findings in a file are wanted, by its path.</summary>
    public bool Includes(string path) => Paths.Any(wanted => TreePath.IsWithin(path, wanted));

    /// <summary>Whether a file belongs to the program whoever imports it. Test code does only where findings in it are wanted: what it does with the program happens to nobody who uses that.</summary>
    public bool Reads(FoundFile file) => file.Kind != FileKind.Test || file.Language != Language.TypeScript || (IncludeTests && file.InScope);

    /// <summary>Whether this very path was asked for, and so is audited whoever wrote it.</summary>
    internal bool Names(string path) => Paths.Contains(path);
}

/// <summary>What discovery found.</summary>
/// <param name="Files">By path. Findings in those of kind <see cref="FileKind.Test"/> and <see cref="FileKind.Generated"/> are not reported unless asked for.</param>
/// <param name="Skipped">By path: what is not analysed, or analysed without being audited, within the paths asked for.</param>
/// <param name="Notes">What to know of the others.</param>
public sealed record Discovered(ImmutableArray<FoundFile> Files, ImmutableArray<Skipped> Skipped, ImmutableArray<FileNote> Notes);
