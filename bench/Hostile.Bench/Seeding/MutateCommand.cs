using System.Security.Cryptography;
using System.Text;
using Hostile.Cli;
using Hostile.Cli.Reports;
using Hostile.Model;
using Hostile.Model.Projects;
using Hostile.Rules;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Seeding;

/// <summary><c>mutate</c>: takes one safeguard away from code where the rules are silent, audits again, and counts how often they speak: measured recall.</summary>
internal static class MutateCommand
{
    private const string Usage = """
        mutate DIR… [--safeguard NAME…] [--sample N] [--seed N] [--out FILE]

          DIR            checked-out repositories; audited whole for each mutant, with the default configuration
          --safeguard    only these (default: all); may be repeated
          --sample       mutants of each safeguard in each repository at most (default 10)
          --seed         another sample (default 1)
          --out          where every mutant is listed (default: artifacts/mutants.md)

        A mutant is reported when one of the safeguard's rules has a finding there that it had not before; cleared when the rules
        looked at it and gave a reason; silent otherwise.
        """;

    public static int Run(ReadOnlySpan<string> words)
    {
        var (folders, names, sample, seed, output) = (new List<string>(), new List<string>(), 10, 1, "artifacts/mutants.md");
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
        var mutants = folders.SelectMany(folder => OfFolder(folder, safeguards, sample, seed)).ToList();
        var page = Render(mutants, safeguards);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        File.WriteAllText(output, page);
        foreach (var row in page.Split('\n').TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => line.StartsWith('|')))
            Console.WriteLine(row);
        Console.WriteLine(output);
        return 0;
    }

    private static IEnumerable<Mutant> OfFolder(string folder, List<Safeguard> safeguards, int sample, int seed)
    {
        var disk = new Disk(Path.GetFullPath(folder));
        var before = Audited.Of(disk);
        var trees = Discovery.Find(disk, new()).Files
            .Where(file => file.InScope && file.Kind == FileKind.Source && file.Language == Language.TypeScript)
            .Select(file => (file.Path, Reading: disk.Read(file.Path, 1_000_000)))
            .Where(file => file.Reading.Problem is null)
            .Select(file => (file.Path, Tree: Parser.Parse(file.Reading.Bytes, ScriptKinds.FromPath(file.Path) ?? ScriptKind.TypeScript)))
            .Where(file => file.Tree.Errors.IsEmpty)
            .ToList();

        foreach (var safeguard in safeguards)
        {
            var sites = trees
                .SelectMany(file => safeguard.Find(file.Tree).Select(seed => (file.Path, file.Tree, Seed: seed)))
                .Where(site => !Speaks(before, safeguard, site.Path, site.Tree, site.Seed))
                .OrderBy(site => Draw(seed, $"{site.Path}:{site.Seed.Cut.Start}"), StringComparer.Ordinal)
                .Take(sample)
                .ToList();
            foreach (var (path, tree, cut) in sites)
            {
                var after = Audited.Of(new OverlaidTree(disk, path, Without(tree, cut)));
                var outcome = Speaks(after, safeguard, path, tree, cut) ? Outcome.Reported : Clears(after, safeguard, path, tree, cut) is { } reason ? Outcome.Cleared(reason) : Outcome.Silent;
                Console.Error.Write('.');
                yield return new(safeguard, SourceFiles.NameOf(folder), path, tree.Lines.LineOf(cut.Cut.Start), tree.Text.Span[cut.Cut.Start..Math.Min(cut.Place.End, cut.Cut.Start + 160)].ToArray(), outcome);
            }
        }

        Console.Error.WriteLine();
    }

    /// <summary>A number that has nothing to do with the code, so that the sample is fair and repeats.</summary>
    private static string Draw(int seed, string site) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{site}")));

    private static byte[] Without(SyntaxTree tree, Seed seed) => [.. tree.Text.Span[..seed.Cut.Start], .. seed.Put, .. tree.Text.Span[seed.Cut.End..]];

    private static bool Speaks(AuditReport report, Safeguard safeguard, string path, SyntaxTree tree, Seed seed) => report.Findings.Any(reported =>
        safeguard.Rules.Contains(reported.Finding.Rule.Id)
        && (IsAt(reported.Finding.Place, path, tree, seed) || reported.Finding.Trace.Any(step => IsAt(step.Place, path, tree, seed))));

    private static string? Clears(AuditReport report, Safeguard safeguard, string path, SyntaxTree tree, Seed seed) => report.Cleared
        .FirstOrDefault(cleared => safeguard.Rules.Contains(cleared.Rule.Id) && IsAt(cleared.Place, path, tree, seed))?.Reason;

    private static bool IsAt(Place place, string path, SyntaxTree tree, Seed seed)
    {
        var span = seed.Function ?? seed.Place;
        return place.Path == path && place.Line >= tree.Lines.LineOf(span.Start) && place.Line <= tree.Lines.LineOf(span.End);
    }

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

    /// <summary>A tree in which one file reads otherwise.</summary>
    private sealed class OverlaidTree(ISourceTree below, string changed, byte[] bytes) : ISourceTree
    {
        public string? List(string directory, Action<TreeEntry> found) => below.List(directory, found);

        public TreeEntry? Find(string path) => below.Find(path);

        public FileContent Read(string path, long limit) => path == changed ? new(bytes) : below.Read(path, limit);

        public LinkTarget Follow(string path) => below.Follow(path);
    }
}
