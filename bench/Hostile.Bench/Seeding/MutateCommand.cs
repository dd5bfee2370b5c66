using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Hostile.Cli;
using Hostile.Cli.Reports;
using Hostile.Model;
using Hostile.Model.Projects;
using Hostile.Rules;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Seeding;

/// <summary><c>mutate</c>: takes one safeguard away from code where the rules are silent, audits again, and counts how often they speak: measured recall.</summary>
internal static partial class MutateCommand
{
    private const string Usage = """
        mutate DIR… [--safeguard NAME…] [--sample N] [--seed N] [--at-once N] [--out FILE] [--count | --list]

          DIR            checked-out repositories; audited whole for each group of mutants, with the default configuration
          --safeguard    only these (default: all); may be repeated
          --sample       mutants of each safeguard in each repository at most (default 10)
          --seed         another sample (default 1)
          --at-once      mutants of one audit at most, each in a file of its own (default 30; 1: what one does cannot hide another)
          --count        only says how many places each safeguard has, without an audit
          --list         only says which, with what would go
          --out          where every mutant is listed (default: artifacts/mutants.md)

        A mutant is reported when one of the safeguard's rules has a finding there that it had not before; cleared when the rules
        looked at it and gave a reason; silent otherwise.
        """;

    public static int Run(ReadOnlySpan<string> words)
    {
        var (folders, names, sample, seed, atOnce, output, countOnly, listOnly) = (new List<string>(), new List<string>(), 10, 1, 30, "artifacts/mutants.md", false, false);
        while (words.Length > 0)
        {
            switch (words)
            {
                case ["--safeguard", var name, ..] when Safeguard.All.Any(safeguard => safeguard.Name == name):
                    names.Add(name);
                    words = words[2..];
                    break;
                case ["--sample", var given, ..] when int.TryParse(given, out sample):
                    words = words[2..];
                    break;
                case ["--seed", var given, ..] when int.TryParse(given, out seed):
                    words = words[2..];
                    break;
                case ["--at-once", var given, ..] when int.TryParse(given, out atOnce) && atOnce > 0:
                    words = words[2..];
                    break;
                case ["--count", ..]:
                    countOnly = true;
                    words = words[1..];
                    break;
                case ["--list", ..]:
                    listOnly = true;
                    words = words[1..];
                    break;
                case ["--out", var given, ..]:
                    output = given;
                    words = words[2..];
                    break;
                case [var given, ..] when Directory.Exists(given):
                    folders.Add(given);
                    words = words[1..];
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    Console.Error.WriteLine($"\nSafeguards: {string.Join(", ", Safeguard.All.Select(safeguard => safeguard.Name))}");
                    return words is ["--help", ..] ? 0 : 2;
            }
        }

        var ran = Catalog.OnByDefault.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var safeguards = Safeguard.All.Where(safeguard => (names.Count == 0 || names.Contains(safeguard.Name)) && safeguard.Rules.Any(ran.Contains)).ToList();
        if (countOnly)
        {
            foreach (var folder in folders)
                Console.WriteLine($"{SourceFiles.NameOf(folder)}: {string.Join(", ", SitesOf(new Disk(Path.GetFullPath(folder)), safeguards).GroupBy(site => site.Safeguard.Name).Select(group => $"{group.Key} {group.Count()}"))}");
            return 0;
        }

        if (listOnly)
        {
            foreach (var (folder, site) in folders.SelectMany(folder => SitesOf(new Disk(Path.GetFullPath(folder)), safeguards).Select(site => (folder, site))))
                Console.WriteLine($"* {site.Safeguard.Name} {SourceFiles.NameOf(folder)}/{site.Path}:{site.Tree.Lines.LineOf(site.Seed.Cut.Start)}\n  `{Encoding.UTF8.GetString(Shown(site)).ReplaceLineEndings(" ")}`");
            return 0;
        }

        var (mutants, page) = (new List<Mutant>(), "");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        foreach (var folder in folders)
        {
            mutants.AddRange(OfFolder(folder, safeguards, sample, seed, atOnce));
            page = Render(mutants, safeguards);
            File.WriteAllText(output, page);
        }

        foreach (var row in page.Split('\n').TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => line.StartsWith('|')))
            Console.WriteLine(row);
        Console.WriteLine(output);
        return 0;
    }

    private static IEnumerable<Mutant> OfFolder(string folder, List<Safeguard> safeguards, int sample, int seed, int atOnce)
    {
        var disk = new Disk(Path.GetFullPath(folder));
        var before = Audited.Of(disk);
        var sites = SitesOf(disk, safeguards)
            .Where(site => !Speaks(before, site))
            .GroupBy(site => site.Safeguard)
            .SelectMany(group => group.OrderBy(site => Draw(seed, $"{site.Path}:{site.Seed.Cut.Start}"), StringComparer.Ordinal).Take(sample))
            .ToList();
        foreach (var together in Apart(sites, atOnce))
        {
            var after = Audited.Of(new OverlaidTree(disk, together.SelectMany(EditsOf).GroupBy(edit => edit.Path).ToDictionary(edits => edits.Key, Edited)));
            Console.Error.Write('.');
            foreach (var site in together)
            {
                var outcome = Speaks(after, site) ? Outcome.Reported : Clears(after, site) is { } reason ? Outcome.Cleared(reason) : Outcome.Silent;
                yield return new(site.Safeguard, SourceFiles.NameOf(folder), site.Path, site.Tree.Lines.LineOf(site.Seed.Cut.Start), Shown(site), outcome);
            }
        }

        Console.Error.WriteLine();
    }

    /// <summary>What the list of mutants shows of a place.</summary>
    private static byte[] Shown(Site site) => site.Tree.Text.Span[site.Seed.Cut.Start..Math.Min(site.Seed.Place.End, site.Seed.Cut.Start + 160)].ToArray();

    private static List<Site> SitesOf(Disk disk, List<Safeguard> safeguards)
    {
        var trees = Discovery.Find(disk, new()).Files
            .Where(file => file.InScope && file.Kind == FileKind.Source && file.Language == Language.TypeScript)
            .Select(file => (file.Path, Reading: disk.Read(file.Path, 1_000_000)))
            .Where(file => file.Reading.Problem is null)
            .Select(file => (file.Path, Tree: Parser.Parse(file.Reading.Bytes, ScriptKinds.FromPath(file.Path) ?? ScriptKind.TypeScript)))
            .Where(file => file.Tree.Errors.IsEmpty && !IsPacked(file.Tree))
            .ToList();

        var declared = new DeclaredFunctions(trees.Select(file => file.Tree));
        return [.. UniqueKeys(disk, safeguards, trees), .. safeguards.SelectMany(safeguard => trees
            .Where(file => !(safeguard.IsOfTransactions && Migration().IsMatch(file.Path)))
            .SelectMany(file => safeguard.Find(file.Tree).Select(seed => new Site(safeguard, file.Path, file.Tree, seed)))
            .Where(site => site.Seed.LeftOut is not { } handle || declared.DoWithout(handle)))];
    }

    /// <summary>Whether a file was written by a program, in long lines.</summary>
    private static bool IsPacked(SyntaxTree tree) => tree.Text.Length > 5_000 && tree.Text.Length > 300 * tree.Lines.Count;

    private static IEnumerable<Site> UniqueKeys(Disk disk, List<Safeguard> safeguards, List<(string Path, SyntaxTree Tree)> trees)
    {
        if (safeguards.Find(safeguard => safeguard.Name == Safeguard.UniqueIndex) is not { } safeguard)
            return [];
        var schemas = Discovery.Find(disk, new()).Files.Where(file => file.Path.EndsWith(".sql", StringComparison.Ordinal) || file.Path.EndsWith(".prisma", StringComparison.Ordinal))
            .Select(file => (file.Path, Reading: disk.Read(file.Path, 1_000_000))).Where(file => file.Reading.Problem is null).Select(file => (file.Path, file.Reading.Bytes.ToArray()));
        var seeds = new SchemaSeeds(schemas, trees);
        return trees.SelectMany(file => seeds.Find(file.Tree).Select(found => new Site(safeguard, file.Path, file.Tree, found.Seed) { Elsewhere = found.Edits }));
    }

    /// <summary>A migration runs alone: what it does on another connection waits for itself, or does not find its table, when it is first run.</summary>
    [GeneratedRegex(@"(^|/)migrations?/")]
    private static partial Regex Migration();

    /// <summary>Groups of sites of which no two are in one file.</summary>
    private static IEnumerable<List<Site>> Apart(List<Site> sites, int most)
    {
        var groups = new List<List<Site>>();
        foreach (var site in sites)
        {
            var group = groups.Find(group => group.Count < most && group.TrueForAll(other => other.Path != site.Path));
            if (group is null)
                groups.Add(group = []);
            group.Add(site);
        }

        return groups;
    }

    /// <summary>A number that has nothing to do with the code, so that the sample is fair and repeats.</summary>
    private static string Draw(int seed, string site) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{site}")));

    private static IEnumerable<SchemaSeeds.Edit> EditsOf(Site site) => site.Elsewhere.Count > 0 ? site.Elsewhere
        : site.Seed.Also.Append((site.Seed.Cut, site.Seed.Put)).Select(edit => new SchemaSeeds.Edit(site.Path, site.Tree.Text.ToArray(), edit.Item1, edit.Item2));

    private static byte[] Edited(IEnumerable<SchemaSeeds.Edit> edits)
    {
        var bytes = edits.First().Bytes;
        foreach (var edit in edits.DistinctBy(edit => edit.Cut).OrderByDescending(edit => edit.Cut.Start))
            bytes = [.. bytes.AsSpan(0, edit.Cut.Start), .. edit.Put, .. bytes.AsSpan(edit.Cut.End)];
        return bytes;
    }

    private static bool Speaks(AuditReport report, Site site) => report.Findings.Any(reported =>
        site.Safeguard.Rules.Contains(reported.Finding.Rule.Id)
        && (site.Holds(reported.Finding.Place) || reported.Finding.Trace.Any(step => site.Holds(step.Place))));

    private static string? Clears(AuditReport report, Site site) => report.Cleared
        .FirstOrDefault(cleared => site.Safeguard.Rules.Contains(cleared.Rule.Id) && site.Holds(cleared.Place))?.Reason;

    private static string Render(List<Mutant> mutants, List<Safeguard> safeguards)
    {
        var page = new StringBuilder("# Seeded faults\n\n| safeguard taken away | mutants | reported | cleared with a reason | silent | reported of all but cleared |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var group in safeguards.Select(safeguard => (safeguard.Name, Mutants: mutants.Where(mutant => mutant.Safeguard == safeguard).ToList())).Append((Name: "**all**", Mutants: mutants)))
        {
            var (reported, cleared) = (group.Mutants.Count(mutant => mutant.Outcome == Outcome.Reported), group.Mutants.Count(mutant => mutant.Outcome.Kind == OutcomeKind.Cleared));
            var rest = group.Mutants.Count - cleared;
            page.Append($"| {group.Name} | {group.Mutants.Count} | {reported} | {cleared} | {rest - reported} | {(rest == 0 ? "" : $"{100.0 * reported / rest:0.0} %")} |\n");
        }

        foreach (var kind in new[] { OutcomeKind.Silent, OutcomeKind.Cleared, OutcomeKind.Reported })
        {
            page.Append($"\n## {kind}\n\n");
            foreach (var mutant in mutants.Where(mutant => mutant.Outcome.Kind == kind))
                page.Append($"* {mutant.Safeguard.Name} {mutant.Repository}/{mutant.Path}:{mutant.Line}{(mutant.Outcome.Reason.Length > 0 ? $" — {mutant.Outcome.Reason}" : "")}\n  `{Encoding.UTF8.GetString(mutant.Code).ReplaceLineEndings(" ")}`\n");
        }

        return page.ToString();
    }

    /// <summary>A place of a file at which a safeguard can be taken away.</summary>
    private sealed record Site(Safeguard Safeguard, string Path, SyntaxTree Tree, Seed Seed)
    {
        /// <summary>What is changed in other files, rather than at the place.</summary>
        public List<SchemaSeeds.Edit> Elsewhere { get; init; } = [];

        public bool Holds(Place place)
        {
            var span = Seed.Function ?? Seed.Place;
            return place.Path == Path && place.Line >= Tree.Lines.LineOf(span.Start) && place.Line <= Tree.Lines.LineOf(span.End);
        }
    }

    private sealed record Mutant(Safeguard Safeguard, string Repository, string Path, int Line, byte[] Code, Outcome Outcome);

    private enum OutcomeKind
    {
        Silent,
        Cleared,
        Reported,
    }

    private sealed record Outcome(OutcomeKind Kind, string Reason)
    {
        public static Outcome Silent { get; } = new(OutcomeKind.Silent, "");

        public static Outcome Reported { get; } = new(OutcomeKind.Reported, "");

        public static Outcome Cleared(string reason) => new(OutcomeKind.Cleared, reason);
    }

    /// <summary>A tree in which some files read otherwise.</summary>
    private sealed class OverlaidTree(ISourceTree below, Dictionary<string, byte[]> changed) : ISourceTree
    {
        public string? List(string directory, Action<TreeEntry> found) => below.List(directory, found);

        public TreeEntry? Find(string path) => below.Find(path);

        public FileContent Read(string path, long limit) => changed.TryGetValue(path, out var bytes) ? new(bytes) : below.Read(path, limit);

        public LinkTarget Follow(string path) => below.Follow(path);
    }
}
