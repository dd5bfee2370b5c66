using System.Collections.Immutable;
using System.Text;
using Hostile.Model.Binding;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Knowledge;

/// <summary>Our knowledge of libraries: declaration files that are part of the program and bound like files under audit. A file is parsed when a program imports what it declares.</summary>
public static class Libraries
{
    private const string Prefix = "Knowledge.";

    private static readonly Lazy<ImmutableArray<Entry>> Shelf = new(Load);

    /// <summary>Names by which a library is known wherever they come from: by name, the file and what must be imported beside it.</summary>
    private static readonly Lazy<ILookup<Name, (Entry Entry, Name Beside)>> Known = new(() => Shelf.Value.SelectMany(entry => entry.Wherever.Select(known => (Entry: entry, Known: known))).ToLookup(pair => pair.Known.Name, pair => (pair.Entry, pair.Known.Beside)));

    /// <summary>What libraries are known by from the use that is made of them.</summary>
    private static readonly Lazy<ImmutableArray<(Entry Entry, KnownUse Use)>> KnownUses = new(() => [.. Shelf.Value.SelectMany(entry => entry.Uses.Select(use => (entry, use)))]);

    /// <summary>All knowledge files, by name.</summary>
    public static ImmutableArray<Module> All => [.. Shelf.Value.Select(entry => entry.Module.Value)];

    /// <summary>Reads what every program needs, so that it is at hand when the first asks.</summary>
    internal static void Prepare()
    {
        foreach (var entry in Shelf.Value)
        {
            if (entry.HasGlobals)
                _ = entry.Module.Value;
        }
    }

    /// <summary>The knowledge files that a program needs, by name: what its files import, what those import in turn, and what declares globals.</summary>
    /// <param name="program">The program.</param>
    /// <param name="generated">Modules that stand for code of the program that a tool makes.</param>
    /// <param name="workers">The threads to work on; null: one for each processor.</param>
    public static ImmutableArray<Module> For(IReadOnlyList<Module> program, IEnumerable<Name>? generated = null, Workers? workers = null)
    {
        workers ??= new();
        var byModule = Shelf.Value.SelectMany(entry => entry.Declares.Select(name => (name, entry))).ToLookup(pair => pair.name, pair => pair.entry);
        var taken = new HashSet<Entry>();
        var wanted = new Queue<Name>(program.SelectMany(module => module.Specifiers).Concat(generated ?? []).Distinct());
        foreach (var entry in Shelf.Value.Where(entry => entry.HasGlobals))
            Take(entry);
        foreach (var entry in workers.Select(program.Count, i => KnownBy(Imported(program[i])).ToArray()).SelectMany(entries => entries))
            Take(entry);
        var untold = KnownUses.Value.Where(known => !taken.Contains(known.Entry)).ToArray();
        foreach (var entry in workers.Select(program.Count, i => KnownIn(program[i], untold).ToArray()).SelectMany(entries => entries))
            Take(entry);

        while (wanted.TryDequeue(out var specifier))
        {
            if (specifier.Bytes.StartsWith("node:"u8))
                specifier = Name.Of(specifier.Bytes[5..]);
            foreach (var entry in byModule[specifier])
                Take(entry);
        }

        return [.. Shelf.Value.Where(taken.Contains).Select(entry => entry.Module.Value)];

        void Take(Entry entry)
        {
            if (!taken.Add(entry))
                return;
            foreach (var specifier in entry.Module.Value.Specifiers)
                wanted.Enqueue(specifier);
        }
    }

    /// <summary>The module that an import, which leads out of what is read, means by its name alone: <c>import { PrismaClient } from '@acme/database'</c>. None when the name says nothing.</summary>
    /// <param name="from">The importing file.</param>
    /// <param name="name">What it imports.</param>
    public static Name KnownAs(Module from, Name name)
    {
        foreach (var (entry, beside) in Known.Value[name])
        {
            if (IsMeant(beside, from))
                return entry.Declares[0];
        }

        return default;
    }

    /// <summary>
    /// The module, and its export, that an import which leads out of what is read must mean by the use that the file makes of it:
    /// <c>Team.findByPk(id)</c> is asked of a class that Sequelize made. None when no use tells.
    /// </summary>
    /// <param name="import">The import.</param>
    public static (Name Module, Name Export) KnownByUse(Symbol import)
    {
        foreach (var (entry, use) in KnownUses.Value)
        {
            if (use.Fits(import) && IsMeant(use.Beside, import.Module))
                return (entry.Declares[0], use.Export);
        }

        return default;
    }

    /// <summary>
    /// What a file puts under their own names into an object, by the library that it imports beside: what loads a folder of models and does <c>db[model.name] = model</c>. None when no library is known for it.
    /// </summary>
    /// <param name="module">The file.</param>
    public static (Name Module, Name Export) CollectedBy(Module module) =>
        Shelf.Value.FirstOrDefault(entry => entry.Collected.Exists && module.Specifiers.Contains(entry.Declares[0])) is { } library ? (library.Declares[0], library.Collected) : default;

    /// <summary>The libraries that imports name wherever they come from.</summary>
    private static IEnumerable<Entry> KnownBy(IEnumerable<(Module Module, Name Name)> imports) =>
        imports.SelectMany(import => Known.Value[import.Name].Where(known => IsMeant(known.Beside, import.Module))).Select(known => known.Entry);

    /// <summary>Those among some libraries of which a file may make the use that tells them.</summary>
    private static IEnumerable<Entry> KnownIn(Module module, (Entry Entry, KnownUse Use)[] among) =>
        among.Where(known => IsMeant(known.Use.Beside, module) && known.Use.IsNamedIn(module)).Select(known => known.Entry);

    private static bool IsMeant(Name beside, Module from) => !beside.Exists || from.Specifiers.Contains(beside);

    /// <summary>What a file imports, by the names that it has where it comes from.</summary>
    private static IEnumerable<(Module Module, Name Name)> Imported(Module module)
    {
        foreach (var symbol in module.Scope.Symbols())
        {
            if (symbol.Is(SymbolFlags.Import))
                yield return (module, Bindings.ImportedName(symbol));
        }
    }

    /// <summary>The module that stands for the code that a generator makes, as the head of its file says; none when no file does.</summary>
    public static Name GeneratedBy(string generator) =>
        Shelf.Value.FirstOrDefault(entry => entry.Generators.Contains(generator)) is { Declares: [var module, ..] } ? module : default;

    /// <summary>The packages whose processes go on after a rejection that nobody took, as the heads of their knowledge files say.</summary>
    public static ImmutableArray<string> Outliving { get; } = [.. Shelf.Value.SelectMany(entry => entry.Outliving).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The packages that make programs with windows of their own, as the heads of their knowledge files say.</summary>
    public static ImmutableArray<string> Windowed { get; } = [.. Shelf.Value.SelectMany(entry => entry.Windowed).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Which of several files that declare a module holds for a version; the one for the newest versions when the version is not known or none holds for it.</summary>
    /// <param name="package">The package that the module belongs to.</param>
    /// <param name="version">A version, or a range of them that has one beginning; null when it is not known.</param>
    /// <param name="candidates">The declarations of the module.</param>
    /// <param name="imports">Whether the program imports a package, and sets an option in the same file where one is named, that makes the library behave as one of the files says, <c>@likewise</c>: it counts for more than the version.</param>
    public static ExportTable Choose(string package, string? version, ImmutableArray<ExportTable> candidates, Func<string, string?, bool> imports)
    {
        if (candidates.FirstOrDefault(table => WordsInHead(table.Module, "@likewise").Any(words => words is [var other, "with", var option] ? imports(other, option) : words.Any(one => imports(one, null)))) is { } likewise)
            return likewise;
        var ranges = candidates.Select(table => (Table: table, Range: RangeOf(table.Module, package))).OrderByDescending(pair => pair.Range?.From).ToArray();
        return ranges.FirstOrDefault(pair => version is not null && pair.Range?.Holds(version) == true, ranges[0]).Table;
    }

    /// <summary>Parses and binds one knowledge file.</summary>
    /// <param name="name">What the report calls it: <c>knowledge:pg</c>, or the path of a file of the repository.</param>
    /// <param name="text">UTF-8.</param>
    /// <param name="roles">What it is besides a knowledge file.</param>
    public static Module Read(string name, ReadOnlyMemory<byte> text, ModuleRoles roles = ModuleRoles.None)
    {
        var tree = Parser.Parse(text, ScriptKind.Declaration);
        return Module.Bind(new SourceText(name, tree.Text), tree, roles | ModuleRoles.Declarations | ModuleRoles.Knowledge);
    }

    /// <summary>The first package that the head of a knowledge file names; null when it names none.</summary>
    public static string? PackageOf(Module module) => WordsInHead(module, "@library").FirstOrDefault(words => words.Length > 0)?[0];

    /// <summary>The versions of a package that a file's head says it holds for.</summary>
    private static VersionRange? RangeOf(Module module, string package)
    {
        foreach (var words in WordsInHead(module, "@library"))
        {
            if (words.Length > 1 && words[0] == package)
                return VersionRange.Parse(string.Join(' ', words[1..]));
        }

        return null;
    }

    /// <summary>What follows a tag in the head of a file, for each of its lines.</summary>
    private static IEnumerable<string[]> WordsInHead(Module module, string tag)
    {
        // Asked at every import of a module that several files declare: most have no such tag.
        if (module.Tree.Comments.IsEmpty || module.Tree.Text.Span[..module.Tree.Comments[0].Span.End].IndexOf(Encoding.UTF8.GetBytes(tag)) < 0)
            yield break;
        foreach (var line in Encoding.UTF8.GetString(module.Tree.Text.Span[..module.Tree.Comments[0].Span.End]).Split('\n'))
        {
            var words = line.Split((char[])[' ', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (Array.IndexOf(words, tag) is >= 0 and var at)
                yield return words[(at + 1)..];
        }
    }

    private static ImmutableArray<Entry> Load()
    {
        var assembly = typeof(Libraries).Assembly;
        var entries = ImmutableArray.CreateBuilder<Entry>();
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!resource.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            entries.Add(new($"knowledge:{resource[Prefix.Length..^".d.ts".Length]}", bytes));
        }

        return entries.ToImmutable();
    }

    /// <summary>A file that is not parsed until it is wanted; what it declares is read off its lines.</summary>
    private sealed class Entry
    {
        public Entry(string name, byte[] text)
        {
            Module = new(() => Read(name, text, ModuleRoles.BuiltIn));
            var declares = ImmutableArray.CreateBuilder<Name>();
            var rest = text.AsSpan();
            while (rest.IndexOf("\ndeclare "u8) is >= 0 and var at)
            {
                rest = rest[(at + "\ndeclare ".Length)..];
                if (rest.StartsWith("module '"u8))
                    declares.Add(Name.Of(rest["module '".Length..][..rest["module '".Length..].IndexOf((byte)'\'')]));
                else
                    HasGlobals = true;
            }

            Declares = declares.ToImmutable();
            var head = text.AsSpan()[..Math.Max(0, text.AsSpan().IndexOf("*/"u8))];
            if (head.IndexOf("@generated by "u8) is >= 0 and var tag && head[tag..].IndexOf((byte)'\n') is > 0 and var end)
                Generators = [.. Encoding.UTF8.GetString(head[tag..][..end]).Split(' ', StringSplitOptions.RemoveEmptyEntries)[2..].Select(word => word.Trim())];
            if (head.IndexOf("@wherever "u8) >= 0)
            {
                var lines = Encoding.UTF8.GetString(head).Split('\n').Select(line => line.Split((char[])[' ', '\r'], StringSplitOptions.RemoveEmptyEntries)).Where(line => line is ["*", "@wherever", ..]).Select(line => line[2..]).ToArray();
                Wherever = [.. lines.Where(line => line is not [_, "by", ..]).SelectMany(NamesIn)];
                Uses = [.. lines.Where(line => line is [_, "by", ..]).Select(KnownUse.Of)];
            }

            if (head.IndexOf("@outlives rejections"u8) >= 0)
                Outliving = NamedIn(head);
            if (head.IndexOf("@collected "u8) is >= 0 and var collected)
                Collected = Name.Of(Encoding.UTF8.GetString(head[collected..]).Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)[1]);
            if (head.IndexOf("@windowed"u8) >= 0)
                Windowed = NamedIn(head);

            static ImmutableArray<string> NamedIn(ReadOnlySpan<byte> head) =>
                [.. Encoding.UTF8.GetString(head).Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(line => line is ["*", "@library", _, ..]).Select(line => line[2])];
        }

        /// <summary>What the first of these modules exports under names that mean nothing else, with what must be imported beside.</summary>
        public ImmutableArray<(Name Name, Name Beside)> Wherever { get; } = [];

        /// <summary>What the first of these modules exports, and the use that tells it.</summary>
        public ImmutableArray<KnownUse> Uses { get; } = [];

        /// <summary>What the first of these modules exports, and files that import it collect under their own names; none when there is no such.</summary>
        public Name Collected { get; }

        /// <summary>The packages of it whose processes go on after a rejection that nobody took.</summary>
        public ImmutableArray<string> Outliving { get; } = [];

        /// <summary>The packages of it that make programs with windows of their own.</summary>
        public ImmutableArray<string> Windowed { get; } = [];

        /// <summary>What makes code that the first of these modules stands for.</summary>
        public ImmutableArray<string> Generators { get; } = [];

        /// <summary>The modules it declares.</summary>
        public ImmutableArray<Name> Declares { get; }

        /// <summary>Whether something in it stands outside all modules.</summary>
        public bool HasGlobals { get; }

        public Lazy<Module> Module { get; }

        /// <summary>"PrismaClient prisma", "db beside kysely"</summary>
        private static IEnumerable<(Name Name, Name Beside)> NamesIn(string[] words)
        {
            var beside = Array.IndexOf(words, "beside");
            return words.Take(beside < 0 ? words.Length : beside).Select(word => (Name.Of(word.Trim()), beside < 0 ? default : Name.Of(words[beside + 1].Trim())));
        }
    }
}
