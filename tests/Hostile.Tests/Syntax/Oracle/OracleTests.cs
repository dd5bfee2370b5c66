using System.Text;
using Hostile.Bench.Oracles;
using Hostile.Syntax.TypeScript;
using Hostile.Tests.House;
using Xunit;

namespace Hostile.Tests.Syntax.Oracle;

/// <summary>Our trees of snippets.txt against the TypeScript compiler's, frozen in answers.txt. The whole comparison, over repositories, is `hostile-bench oracle`.</summary>
public class OracleTests
{
    private static readonly SortedDictionary<string, string> Snippets = Sections("snippets.txt");
    private static readonly Dictionary<string, string> Answers = Sections("answers.txt").ToDictionary(
        section => section.Key[..section.Key.IndexOf(' ')],
        section => section.Key[(section.Key.IndexOf(' ') + 1)..] + "\n" + section.Value);

    public static TheoryData<string> Names => [.. Snippets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_tree_is_the_compilers(string name)
    {
        var tree = Parse(name);
        Assert.Null(ComparableTree.Disorder(tree));

        var (verdict, nodes) = Split(Answers[name]);
        if (verdict != "accepted")
        {
            Assert.True(!tree.Errors.IsEmpty, $"the compiler says: {verdict}");
            return;
        }

        Assert.True(tree.Errors.IsEmpty, $"the compiler accepts this; we say: {(tree.Errors.IsEmpty ? "" : tree.Errors[0])}");
        Assert.Equal(nodes, Render(tree));
    }

    [Fact]
    public void Every_snippet_has_an_answer_and_no_answer_is_left_over() => Assert.Equal(Snippets.Keys, Answers.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_of_node_occurs_in_a_snippet()
    {
        var seen = new HashSet<SyntaxKind>();
        foreach (var name in Snippets.Keys)
        {
            foreach (var node in Parse(name).Root.DescendantsAndSelf)
                seen.Add(node.Kind);
        }

        // Comments are no part of the file's own tree.
        var unseen = Enum.GetValues<SyntaxKind>().Except(seen).Except([SyntaxKind.JSDoc, SyntaxKind.JSDocReturns]);
        Assert.Empty(unseen);
    }

    private static SyntaxTree Parse(string name) => Parser.Parse(Encoding.UTF8.GetBytes(Snippets[name]), Hostile.Bench.SourceFiles.KindOf(name));

    /// <summary>The tree as bench/oracles/typescript/freeze.mjs writes theirs.</summary>
    private static string Render(SyntaxTree tree)
    {
        var nodes = new List<ComparableNode>();
        ComparableTree.List(tree, nodes);
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            text.Append(' ', node.Depth).Append($"{node.Kind} {node.Start}..{node.End}");
            if (node.Role != SyntaxKind.Missing)
                text.Append($" /{node.Role}");
            if (node.Flags != NodeFlags.None)
                text.Append(' ').AppendJoin(',', node.Flags.ToString().Split(", ").Order(StringComparer.Ordinal));
            if (node.Operator != TokenKind.None)
                text.Append($" ={node.Operator}");
            text.Append('\n');
        }

        return text.ToString();
    }

    private static (string Verdict, string Nodes) Split(string answer)
    {
        var end = answer.IndexOf('\n');
        return (answer[..end], answer[(end + 1)..] is { Length: > 0 } rest ? rest + "\n" : "");
    }

    /// <summary>What stands below each `==== ` line of a file, by the rest of that line.</summary>
    private static SortedDictionary<string, string> Sections(string file)
    {
        var sections = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var text = Repository.Read("tests/Hostile.Tests/Syntax/Oracle/" + file).ReplaceLineEndings("\n").TrimEnd('\n');
        foreach (var section in text.Split("\n==== ").Skip(1))
        {
            var end = section.IndexOf('\n');
            sections.Add(end < 0 ? section : section[..end], end < 0 ? "" : section[(end + 1)..].Replace('␍', '\r'));
        }

        return sections;
    }
}
