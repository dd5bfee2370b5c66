using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Oracles;

/// <summary>
/// The verb <c>documentation</c>: compares the names and types that we read in the comments of JavaScript files with those that the compiler reads there.
/// </summary>
public static class DocumentationOracle
{
    private const double WantedIdentical = 99;

    /// <summary>Runs the verb; 0 when enough comments are identical.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var corpora = new List<Corpus>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var isSuite = arguments[i] == "--suite" && i + 1 < arguments.Length;
            var folder = isSuite ? arguments[++i] : arguments[i];
            if (!Directory.Exists(folder))
            {
                Console.Error.WriteLine($"hostile-bench: no such folder: {folder}");
                return 2;
            }

            corpora.Add(isSuite ? ConformanceSuite.Split(folder) : Corpus.Of(folder));
        }

        try
        {
            return Compare(corpora);
        }
        catch (PeerMissingException missing)
        {
            Console.Error.WriteLine($"hostile-bench: {missing.Message}");
            return 2;
        }
    }

    private static int Compare(List<Corpus> corpora)
    {
        var report = new StringBuilder();
        var (comments, identical) = (0, 0);
        foreach (var corpus in corpora)
        {
            var files = corpus.Files.Where(file => SourceFiles.KindOf(file) is ScriptKind.JavaScript or ScriptKind.Jsx && Utf8.IsValid(SourceFiles.Read(file).Span)).ToArray();
            var (here, same) = CompareCorpus(corpus, files, report);
            Console.WriteLine($"{corpus.Name,-14} {files.Length,6} JavaScript files {here,6} comments with types {same,6} identical");
            comments += here;
            identical += same;
        }

        var path = Path.Combine(Repository.Artifacts("reports"), "documentation-differences.txt");
        File.WriteAllText(path, report.ToString());
        var percent = comments == 0 ? 100 : 100.0 * identical / comments;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{identical} of {comments} comments identical, {percent:F2} % (wanted: {WantedIdentical}); differences: {path}"));
        return percent >= WantedIdentical ? 0 : 1;
    }

    private static (int Comments, int Identical) CompareCorpus(Corpus corpus, string[] files, StringBuilder report)
    {
        using var node = Process.Start(Peers.Script("documentation.mjs"))!;
        var input = node.StandardInput;
        new Thread(() =>
        {
            foreach (var file in files)
                input.WriteLine(file);
            input.Dispose();
        })
        { IsBackground = true }.Start();

        var (comments, identical) = (0, 0);
        foreach (var file in files)
        {
            var theirs = new HashSet<string>();
            while (node.StandardOutput.ReadLine() is { Length: > 0 } line)
                theirs.Add(line);

            // What precedes no declaration is read by us too, since we ask for comments by place; only what the compiler looks at is compared.
            var attached = theirs.Where(line => line.EndsWith(" JSDoc 0 0", StringComparison.Ordinal)).Select(CommentOf).ToHashSet();
            theirs.RemoveWhere(line => line.EndsWith(" JSDoc 0 0", StringComparison.Ordinal));
            theirs.RemoveWhere(line => !Enum.TryParse<SyntaxKind>(line.Split(' ')[1], out var kind) || !IsShared(kind));
            var tree = Parser.Parse(SourceFiles.Read(file), SourceFiles.KindOf(file));
            var ours = Lines(tree).Where(line => attached.Contains(CommentOf(line))).ToHashSet();
            var wrong = theirs.Except(ours).Concat(ours.Except(theirs)).Select(CommentOf).ToHashSet();
            var all = theirs.Concat(ours).Select(CommentOf).ToHashSet();
            comments += all.Count;
            identical += all.Count - wrong.Count;
            foreach (var start in wrong.Order())
            {
                report.AppendLine($"{corpus.Name} {Path.GetRelativePath(corpus.Folder, file)}");
                report.AppendLine(Encoding.UTF8.GetString(tree.Text.Span[start..tree.Comments.First(comment => comment.Span.Start == start).Span.End]));
                foreach (var line in theirs.Except(ours).Where(line => CommentOf(line) == start))
                    report.AppendLine($"  - {line} {TextOf(tree, line)}");
                foreach (var line in ours.Except(theirs).Where(line => CommentOf(line) == start))
                    report.AppendLine($"  + {line} {TextOf(tree, line)}");
            }
        }

        node.WaitForExit();
        return (comments, identical);
    }

    private static IEnumerable<string> Lines(SyntaxTree tree)
    {
        foreach (var comment in tree.Documentation.Tree.Root.Children)
        {
            foreach (var node in comment.DescendantsAndSelf)
            {
                if (IsShared(node.Kind) && !node.Span.Equals(default) && node.Span.Length > 0)
                    yield return $"{comment.Span.Start} {node.Kind} {node.Span.Start} {node.Span.End}";
            }
        }
    }

    /// <summary>Kinds that stand for the same text on both sides; see documentation.mjs.</summary>
    private static bool IsShared(SyntaxKind kind) => kind is SyntaxKind.Identifier or SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral
        or SyntaxKind.NamedImports or SyntaxKind.ImportSpecifier or SyntaxKind.NamespaceImport or SyntaxKind.ImportClause
        or (>= SyntaxKind.KeywordType and <= SyntaxKind.JSDocType and not (SyntaxKind.FunctionType or SyntaxKind.TypeLiteral or SyntaxKind.PropertySignature or SyntaxKind.ArrayType));

    private static int CommentOf(string line) => int.Parse(line.AsSpan(0, line.IndexOf(' ')), CultureInfo.InvariantCulture);

    private static string TextOf(SyntaxTree tree, string line)
    {
        var parts = line.Split(' ');
        return Encoding.UTF8.GetString(tree.Text.Span[int.Parse(parts[2], CultureInfo.InvariantCulture)..int.Parse(parts[3], CultureInfo.InvariantCulture)]);
    }
}
