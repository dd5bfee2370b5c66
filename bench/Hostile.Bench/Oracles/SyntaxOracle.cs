using System.Diagnostics.CodeAnalysis;
using System.Text.Unicode;
using Hostile.Model;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Oracles;

/// <summary>
/// The verb <c>oracle</c>: parses the same files with the TypeScript compiler and with ours, and compares acceptance and,
/// node by node, kind, span, nesting, place (annotation, initializer, argument …), modifiers and operators.
/// </summary>
public static class SyntaxOracle
{
    private const double WantedIdentical = 99.9;

    /// <summary>Of the compiler's own wrong programs, the share that must be rejected; in people's code there are too few to ask for one.</summary>
    private const double WantedRejected = 85;

    /// <summary>Runs the verb; 0 when every difference is listed and the requirement is met.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var corpora = new List<Corpus>();
        var report = Path.Combine(Repository.Artifacts("reports"), "syntax-differences.txt");
        var writesList = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--write-list")
                writesList = true;
            else if (arguments[i] == "--report" && i + 1 < arguments.Length)
                report = arguments[++i];
            else if (arguments[i] == "--suite" && i + 1 < arguments.Length && Directory.Exists(arguments[i + 1]))
                corpora.Add(ConformanceSuite.Split(arguments[++i]));
            else if (Directory.Exists(arguments[i]))
                corpora.Add(Corpus.Of(arguments[i]));
            else
                return CannotRun($"no such folder: {arguments[i]}");
        }

        if (corpora.Count == 0)
            return CannotRun("oracle wants at least one folder with TypeScript in it");

        try
        {
            // A parser that is hostile to no nesting wants a large stack; see Parser for how deep it goes before it gives up.
            return new Workers().Run(() => Compare(corpora, report, writesList));
        }
        catch (PeerMissingException missing)
        {
            return CannotRun(missing.Message);
        }
    }

    private static int Compare(List<Corpus> corpora, string report, bool writesList)
    {
        Console.WriteLine($"{"repository",-14} {"files",7} {"MB",6} {"both",7} {"compiler",9} {"ours",6} {"neither",8} {"identical",10} {"%",8} {"rejected",9}   nodes");
        Console.WriteLine($"{"",-14} {"",7} {"",6} {"accept",7} {"only",9} {"only",6} {"",8} {"",10} {"",8} {"%",9}");
        var all = new List<Difference>();
        var total = new Tally("all");
        var suites = new Tally("suites");
        var repositories = new List<string>();
        foreach (var corpus in corpora)
        {
            var tally = CompareCorpus(corpus, all);
            repositories.Add(tally.Name);
            total.Add(tally);
            if (corpus.IsSuite)
                suites.Add(tally);
            tally.Print();
        }

        if (corpora.Count > 1)
            total.Print();

        Differences.WriteReport(report, all);
        var list = ListedDifferences.Read();
        if (writesList)
            list.Rewrite(repositories, all);
        var isListed = list.Check(repositories, all, Console.Out);
        Console.WriteLine(all.Count == 0 ? "no difference" : $"{all.Count} files differ: {report}");
        var isMet = total.CompilerOnly == 0 && total.IdenticalPercent >= WantedIdentical && suites.RejectedPercent >= WantedRejected;
        Console.WriteLine($"{(isMet ? "met" : "NOT MET")}: every file that the compiler accepts is accepted, at least {WantedIdentical} % of them are identical, and of what its parser rejects in suites at least {WantedRejected} % is rejected");
        return isListed && isMet ? 0 : 1;
    }

    private static Tally CompareCorpus(Corpus corpus, List<Difference> differences)
    {
        var name = corpus.Name;
        var tally = new Tally(name);
        var comparable = new List<string>();
        foreach (var path in corpus.Files)
        {
            tally.Files++;
            if (Utf8.IsValid(SourceFiles.Read(path).Span))
                comparable.Add(path);
            else
                differences.Add(new(name, RelativePath(path), DifferenceKind.NotUtf8, "not UTF-8 text: not compared", null, []));
        }

        using var answers = new CompilerAnswers(comparable, corpus.Options);
        var theirs = new List<ComparableNode>();
        var ours = new List<ComparableNode>();
        foreach (var path in comparable)
        {
            var complaint = answers.Next(theirs);
            var text = SourceFiles.Read(path);
            tally.Bytes += text.Length;
            if (!TryParse(path, text, out var tree, out var thrown))
            {
                tally.Count(complaint is null, weAccept: false, isIdentical: false, theirs.Count);
                differences.Add(new(name, RelativePath(path), DifferenceKind.Threw, thrown, null, []));
                continue;
            }

            ours.Clear();
            ComparableTree.List(tree, ours);
            var difference = Differences.Find(name, RelativePath(path), tree, complaint, theirs, ours);
            tally.Count(complaint is null, tree.Errors.IsEmpty, isIdentical: difference is null, theirs.Count);
            if (difference is not null)
                differences.Add(difference);
        }

        answers.Complete();
        return tally;

        string RelativePath(string path) => Path.GetRelativePath(corpus.Folder, path).Replace('\\', '/');
    }

    /// <summary>Parses; a parser that throws is a finding like any other here, and the other files are still to be compared.</summary>
    private static bool TryParse(string path, ReadOnlyMemory<byte> text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out string? thrown)
    {
        try
        {
            (tree, thrown) = (Parser.Parse(text, SourceFiles.KindOf(path)), null);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var frame = exception.StackTrace?.Split('\n')[0].Trim();
            (tree, thrown) = (null, $"{exception.GetType().Name} {frame}");
            return false;
        }
    }

    private static int CannotRun(string why)
    {
        Console.Error.WriteLine($"hostile-bench: {why}");
        return 2;
    }

    private sealed class Tally(string name)
    {
        private int both;
        private int oursOnly;
        private int neither;
        private int identical;
        private long nodes;

        public string Name => name;
        public int Files;
        public long Bytes;
        public int CompilerOnly;

        /// <summary>Of the files that the compiler accepts.</summary>
        public double IdenticalPercent => both + CompilerOnly == 0 ? 100 : 100.0 * identical / (both + CompilerOnly);

        /// <summary>Of the files that the compiler's parser rejects.</summary>
        public double RejectedPercent => neither + oursOnly == 0 ? 100 : 100.0 * neither / (neither + oursOnly);

        public void Count(bool compilerAccepts, bool weAccept, bool isIdentical, int nodeCount)
        {
            both += compilerAccepts && weAccept ? 1 : 0;
            CompilerOnly += compilerAccepts && !weAccept ? 1 : 0;
            oursOnly += !compilerAccepts && weAccept ? 1 : 0;
            neither += !compilerAccepts && !weAccept ? 1 : 0;
            identical += compilerAccepts && isIdentical ? 1 : 0;
            nodes += nodeCount;
        }

        public void Add(Tally other)
        {
            Files += other.Files;
            Bytes += other.Bytes;
            CompilerOnly += other.CompilerOnly;
            both += other.both;
            oursOnly += other.oursOnly;
            neither += other.neither;
            identical += other.identical;
            nodes += other.nodes;
        }

        public void Print() => Console.WriteLine(
            $"{name,-14} {Files,7} {Bytes / 1e6,6:F1} {both,7} {CompilerOnly,9} {oursOnly,6} {neither,8} {identical,10} {IdenticalPercent,8:F3} {RejectedPercent,9:F2}   {nodes}");
    }
}
