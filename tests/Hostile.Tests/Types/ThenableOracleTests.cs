using System.Globalization;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Tests.House;
using Xunit;

namespace Hostile.Tests.Types;

/// <summary>
/// What the compiler's checker says of the expressions of a small program, frozen: <c>start end kind yes|no|any</c>, a line an expression. Whole repositories are
/// compared by <c>dotnet run dev.cs -- oracle types DIR</c>, whose checker wrote these lines.
/// </summary>
public sealed class ThenableOracleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Hostile.Tests", "Types", "Oracle");

    [Fact]
    public void What_the_compiler_calls_thenable_we_do_and_nothing_else()
    {
        var sample = new Sample(("sample.ts", File.ReadAllText(Path.Combine(Folder, "sample.ts"))));
        var nodes = new Dictionary<(int, int, string), SyntaxNode>();
        foreach (var node in sample.First.Tree.Root.DescendantsAndSelf)
            nodes[(node.Span.Start, node.Span.End, node.Kind.ToString())] = node;

        var differences = new List<string>();
        var known = 0;
        var unknown = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "sample.answers")))
        {
            var words = line.Split(' ');
            var node = nodes[(Number(words[0]), Number(words[1]), words[2])];
            var ours = sample.Inference.ThenableOf(node);
            if ((words[3] == "yes") != (ours is Thenable.Promise))
                differences.Add($"line {sample.First.Tree.Lines.LineOf(node.Span.Start)}: `{node.Text}` is {words[3]}, ours {ours} ({sample.Inference.TypeOf(node)})");
            known += words[3] == "any" ? 0 : 1;
            if (words[3] != "any" && ours is Thenable.Unknown)
                unknown.Add($"line {sample.First.Tree.Lines.LineOf(node.Span.Start)}: `{node.Text}`");
        }

        Assert.Empty(differences);
        Assert.InRange(known, 250, int.MaxValue);
        Assert.True(unknown.Count * 100 <= 3 * known, $"{unknown.Count} of {known} expressions are unknown:\n{string.Join('\n', unknown)}");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
