using System.Text;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Xunit;

namespace Hostile.Tests.Flow;

public class FlowGraphTests
{
    [Theory]
    [InlineData("this.n = this.n + (await f())", "Read this, Read this, Read this.n, Read f, Call f(), Await await f(), Write this.n")]
    [InlineData("this.n += await f()", "Read this, Read this.n, Read f, Call f(), Await await f(), Write this.n")]
    [InlineData("n++", "Read n, Write n")]
    [InlineData("a.b(c, await d)", "Read a, Read c, Read d, Await await d, Call a.b(c, await d)")]
    [InlineData("const { x, y: [z] } = f()", "Read f, Call f(), Write x, Write z")]
    [InlineData("new A(b)", "Read A, Read b, Call new A(b)")]
    [InlineData("tag`${a} ${b}`", "Read tag, Read a, Read b, Call tag`${a} ${b}`")]
    [InlineData("[a, b.c] = d", "Read d, Write a, Write b.c")]
    [InlineData("delete m[k]", "Read m, Read k, Read m[k], Write m[k]")]
    public void Evaluates_in_the_order_of_JavaScript(string code, string expected) => Assert.Equal(expected, MainPath(Graph(code)));

    [Fact]
    public void A_return_in_try_goes_through_finally_and_out()
    {
        var graph = Graph("try { return a() } finally { b() } c()");
        Assert.False(Reaches(graph, "c()", FlowOp.Call));
        Assert.Equal(2, graph.PointsOf(Find(graph, "b()", SyntaxKind.CallExpression)).Count);
    }

    [Fact]
    public void An_exception_in_try_is_caught_and_one_in_catch_is_not()
    {
        var graph = Graph("try { a() } catch { b() }");
        Assert.DoesNotContain(Throwing(graph, "a()"), target => target == graph.Throws);
        Assert.Contains(Throwing(graph, "b()"), target => target == graph.Throws);
    }

    [Fact]
    public void An_endless_loop_never_returns() => Assert.False(Graph("while (true) { await a() }").ReachableFrom(0, exceptions: false)[Graph("while (true) { await a() }").Returns]);

    [Fact]
    public void A_break_leaves_an_endless_loop_through_finally()
    {
        var graph = Graph("for (;;) { try { if (a) break } finally { b() } } c()");
        Assert.True(Reaches(graph, "c()", FlowOp.Call));
        var c = graph.PointsOf(Find(graph, "c()", SyntaxKind.CallExpression)).Single();
        Assert.False(graph.ReachableFrom(0, point => graph.Points[point].Node.TextIs("b()"u8))[c]);
    }

    [Fact]
    public void An_absent_link_skips_the_rest_of_the_chain()
    {
        var graph = Graph("a?.b.c(d)");
        Assert.Contains(graph.Points, point => point.Op is FlowOp.BranchPresent && point.Node.TextIs("a"u8));
        var d = graph.PointsOf(Find(graph, "d", SyntaxKind.Identifier)).First();
        Assert.True(graph.ReachableFrom(0, point => point == d)[graph.Returns]);
    }

    [Fact]
    public void A_switch_falls_through_and_its_default_takes_the_rest()
    {
        var graph = Graph("switch (x) { case 1: a(); case 2: b(); break; default: c() } d()");
        var a = graph.PointsOf(Find(graph, "a()", SyntaxKind.CallExpression)).Single();
        var b = graph.PointsOf(Find(graph, "b()", SyntaxKind.CallExpression)).Single();
        var c = graph.PointsOf(Find(graph, "c()", SyntaxKind.CallExpression)).Single();
        Assert.True(graph.ReachableFrom(a)[b]);
        Assert.False(graph.ReachableFrom(b)[c]);
        Assert.True(Reaches(graph, "d()", FlowOp.Call));
    }

    [Fact]
    public void A_using_declaration_is_disposed_of_on_every_way_out()
    {
        var graph = Graph("{ await using c = a(); b() } d()");
        Assert.Equal(2, graph.Points.Count(point => point.Op is FlowOp.Dispose));
        Assert.Equal(2, graph.Points.Count(point => point.Op is FlowOp.Await));
    }

    [Fact]
    public void A_labelled_continue_goes_to_its_own_loop()
    {
        var graph = Graph("outer: for (const x of xs) { for (const y of ys) { if (y) continue outer; a() } b() }");
        Assert.True(Reaches(graph, "a()", FlowOp.Call));
        Assert.True(Reaches(graph, "b()", FlowOp.Call));
    }

    [Fact]
    public void For_await_suspends_at_every_turn() =>
        Assert.Contains(Graph("for await (const x of xs) a(x)").Points, point => point.Op is FlowOp.IterateAsync && point.Suspends);

    [Fact]
    public void Chains_of_tens_of_thousands_of_terms_and_branches_are_walked()
    {
        var sum = "x = " + string.Join(" + ", Enumerable.Repeat("a", 50_000));
        Assert.Equal(50_000, Graph(sum).Points.Count(point => point.Op is FlowOp.Read));
        var branches = string.Concat(Enumerable.Repeat("if (a) b(); else ", 40_000)) + "c()";
        Assert.True(Reaches(Graph(branches), "c()", FlowOp.Call));
    }

    private static FlowGraph Graph(string body)
    {
        var tree = Parser.Parse(Encoding.UTF8.GetBytes($"async function f0() {{ {body} }}"), ScriptKind.TypeScript);
        Assert.Empty(tree.Errors);
        return FlowGraph.Of(tree.Root.FirstChild)!;
    }

    private static string MainPath(FlowGraph graph)
    {
        var path = new List<string>();
        for (var at = 0; at != graph.Returns;)
        {
            if (graph.Points[at].Op is not (FlowOp.Entry or FlowOp.Join))
                path.Add($"{graph.Points[at].Op} {graph.Points[at].Node.Text}");
            at = graph.From(at).ToArray().First(edge => edge.Kind is not EdgeKind.Throws).Target;
        }

        return string.Join(", ", path);
    }

    private static SyntaxNode Find(FlowGraph graph, string text, SyntaxKind kind)
    {
        foreach (var node in graph.Function.DescendantsAndSelf)
        {
            if (node.Is(kind) && node.Text == text)
                return node;
        }

        throw new InvalidOperationException($"no {text}");
    }

    private static bool Reaches(FlowGraph graph, string text, FlowOp op)
    {
        var reachable = graph.ReachableFrom(0);
        return Enumerable.Range(0, graph.Points.Length).Any(point => reachable[point] && graph.Points[point].Op == op && graph.Points[point].Node.Text == text);
    }

    private static IEnumerable<int> Throwing(FlowGraph graph, string text)
    {
        var reached = new List<int>();
        foreach (var point in graph.PointsOf(Find(graph, text, SyntaxKind.CallExpression)))
        {
            foreach (var edge in graph.From(point))
            {
                if (edge.Kind is EdgeKind.Throws)
                    reached.Add(edge.Target);
            }
        }

        return reached;
    }
}
