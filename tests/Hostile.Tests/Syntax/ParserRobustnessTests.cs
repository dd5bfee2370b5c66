using System.Text;
using Hostile.Syntax.TypeScript;
using Xunit;

namespace Hostile.Tests.Syntax;

/// <summary>Nothing that can be written makes the parser throw, hang or overflow the stack; what is whole in a broken file is kept.</summary>
public class ParserRobustnessTests
{
    private static readonly ScriptKind[] Kinds = Enum.GetValues<ScriptKind>();

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("({")]
    [InlineData("([")]
    [InlineData("({a=")]
    [InlineData("[{a:")]
    [InlineData("<")]
    [InlineData("a<")]
    [InlineData("<a>")]
    [InlineData("<a b={")]
    [InlineData("`${")]
    [InlineData("`${`")]
    [InlineData("!")]
    [InlineData("- ")]
    [InlineData("new ")]
    [InlineData("await ")]
    [InlineData("yield ")]
    [InlineData("async ")]
    [InlineData("async(")]
    [InlineData("a?")]
    [InlineData("a?b:")]
    [InlineData("a ? (b) : c => ")]
    [InlineData("a=>")]
    [InlineData("(a)=>")]
    [InlineData("(a)=>{")]
    [InlineData("(a,b)=>(")]
    [InlineData("(x=(")]
    [InlineData("(x=(y)=>{")]
    [InlineData("a=")]
    [InlineData("a**")]
    [InlineData("a.")]
    [InlineData("a?.")]
    [InlineData("f(")]
    [InlineData("f<T>(")]
    [InlineData("f(function(){")]
    [InlineData("function f(){")]
    [InlineData("class A extends ")]
    [InlineData("class A{a=class{")]
    [InlineData("class A { x(")]
    [InlineData("@a ")]
    [InlineData("@(")]
    [InlineData("if(a)")]
    [InlineData("if(a){}else ")]
    [InlineData("for(;;)")]
    [InlineData("while(a)")]
    [InlineData("do ")]
    [InlineData("a:")]
    [InlineData("switch(a){case b:")]
    [InlineData("try{")]
    [InlineData("namespace a{")]
    [InlineData("namespace a.")]
    [InlineData("a.b")]
    [InlineData("let [")]
    [InlineData("let {a:")]
    [InlineData("type A=")]
    [InlineData("type A = (")]
    [InlineData("let a:(")]
    [InlineData("let a:{a:")]
    [InlineData("let a:[")]
    [InlineData("let a:({a=<({b=")]
    [InlineData("let a:keyof ")]
    [InlineData("let a:A<")]
    [InlineData("let a:()=>")]
    [InlineData("let a:A extends B?")]
    [InlineData("let a:A extends (infer B extends (")]
    [InlineData("let a:`${")]
    [InlineData("x as ")]
    [InlineData("declare ")]
    [InlineData("export ")]
    [InlineData("import {")]
    [InlineData("class A { async\n")]
    [InlineData("async\n")]
    [InlineData("abstract ")]
    [InlineData("/*")]
    [InlineData("//")]
    [InlineData("/")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("\\u{")]
    [InlineData("#")]
    [InlineData("0_")]
    [InlineData("}")]
    [InlineData(")")]
    [InlineData(">")]
    [InlineData("=")]
    [InlineData("<<<<<<< a\n")]
    [InlineData("|||||||\n")]
    [InlineData("let a = b < c > ")]
    [InlineData("f<a,")]
    [InlineData("({get ")]
    public void Repeated_many_times_it_is_read_in_linear_time(string piece)
    {
        // A quadratic reader needs minutes for this; a recursive one has no such stack.
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));
        foreach (var kind in new[] { ScriptKind.TypeScript, ScriptKind.Tsx })
            Source.IsSound(WithinSeconds(20, () => Parser.Parse(text, kind)));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("{", "}")]
    public void A_million_nested_brackets_cost_only_their_statement(string open, string close)
    {
        var code = "before();\n" + string.Concat(Enumerable.Repeat(open, 1_000_000)) + string.Concat(Enumerable.Repeat(close, 1_000_000)) + "\nafter();";
        var tree = WithinSeconds(20, () => Source.Parse(code));

        Assert.Contains(tree.Errors, error => error.Message.Contains("nested too deeply", StringComparison.Ordinal));
        Assert.Equal("before();", tree.Root.FirstChild.Text);
        Assert.Equal("after();", tree.Root.Children.ToArray()[^1].Text);
    }

    [Fact]
    public void A_small_stack_is_enough_for_any_text()
    {
        foreach (var piece in new[] { "(", "[", "{", "<a>", "a=>", "!", "if(a)", "let a:(", "`${", "new ", "({a:", "class A extends ", "x?y:", "@a " })
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 20_000)));
            SyntaxTree? tree = null;
            var thread = new Thread(() => tree = Parser.Parse(text, ScriptKind.Tsx), maxStackSize: 1 << 20);
            thread.Start();
            thread.Join();
            Assert.NotNull(tree);
            Source.IsSound(tree);
        }
    }

    [Theory]
    [InlineData("+")]
    [InlineData("&&")]
    [InlineData("??")]
    [InlineData(",")]
    [InlineData("<")]
    public void A_chain_of_fifty_thousand_operators_has_no_errors(string sign) =>
        Source.Parses("x = " + string.Join($" {sign} ", Enumerable.Repeat("a", 50_000)));

    [Fact]
    public void A_chain_of_fifty_thousand_else_ifs_has_no_errors()
    {
        var code = new StringBuilder("if (a) { b() }");
        for (var i = 0; i < 50_000; i++)
            code.Append(" else if (a) { b() }");
        Source.Parses(code.ToString());
    }

    [Fact]
    public void Long_chains_of_members_calls_templates_and_types_have_no_errors()
    {
        Source.Parses("a" + string.Concat(Enumerable.Repeat(".b()", 50_000)));
        Source.Parses("`" + string.Concat(Enumerable.Repeat("${a} ", 50_000)) + "`");
        Source.Parses("type A = " + string.Join(" | ", Enumerable.Repeat("'a'", 50_000)));
        Source.Parses("x = a" + string.Concat(Enumerable.Repeat(" as B", 50_000)));
        Source.Parses("let a: B" + string.Concat(Enumerable.Repeat("[]", 50_000)));
        Source.Parses("[" + string.Concat(Enumerable.Repeat(",", 50_000)) + "]");
    }

    [Fact]
    public void A_line_of_fifty_megabytes_is_read()
    {
        // As bundlers make them: everything on one line, most of it in strings.
        var piece = "{a:1,b:'" + new string('x', 2_000) + "'}";
        var text = Encoding.UTF8.GetBytes("f(" + string.Join(",", Enumerable.Repeat(piece, 25_000)) + ");g();");
        Assert.True(text.Length > 50_000_000);
        var tree = WithinSeconds(60, () => Parser.Parse(text, ScriptKind.JavaScript));
        Assert.Empty(tree.Errors);
        Assert.Equal(2, tree.Root.Children.Count);
    }

    [Fact]
    public void Random_bytes_are_read()
    {
        var random = new Random(1);
        foreach (var length in new[] { 0, 1, 2, 3, 7, 64, 1_000, 100_000 })
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            foreach (var kind in Kinds)
                Source.IsSound(Parser.Parse(bytes, kind));

            for (var i = 0; i < length; i++)
                bytes[i] = (byte)(32 + (bytes[i] % 96));
            foreach (var kind in Kinds)
                Source.IsSound(Parser.Parse(bytes, kind));
        }
    }

    [Fact]
    public void Text_in_another_encoding_is_read_and_reported()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("const a = 1;\nexport default a;\n")];
            var tree = Parser.Parse(bytes, ScriptKind.TypeScript);
            Assert.NotEmpty(tree.Errors);
            Source.IsSound(tree);
        }

        // A lone surrogate as some programs write it, and bytes of Latin-1.
        Source.IsSound(Parser.Parse(new byte[] { 0xED, 0xA0, 0x80 }, ScriptKind.TypeScript));
        Source.IsSound(Parser.Parse("const a = '"u8.ToArray().Append((byte)0xE4).Append((byte)'\'').ToArray(), ScriptKind.TypeScript));
    }

    [Fact]
    public void Zeros_are_read_and_reported_and_the_statements_around_them_kept()
    {
        var tree = Source.Parse("a();\n\0\0\0\nb();");
        Assert.NotEmpty(tree.Errors);
        Assert.Equal(["a();", "b();"], tree.Root.Children.ToArray().Select(node => node.Text));
        Source.IsSound(WithinSeconds(20, () => Parser.Parse(new byte[10_000_000], ScriptKind.TypeScript)));
    }

    [Theory]
    [InlineData("const a = 'b\nconst c = 1;")]
    [InlineData("const a = `b\nconst c = 1;")]
    [InlineData("const a = `b ${c\nconst c = 1;")]
    [InlineData("const a = /b\nconst c = 1;")]
    [InlineData("const a = 1; /* b")]
    [InlineData("const a = <div b='")]
    [InlineData("const a = <div b={")]
    [InlineData("const a = \"\\")]
    [InlineData("const a = `\\")]
    [InlineData("const a = '\\u{")]
    [InlineData("const a = 0x")]
    [InlineData("const a = 1e")]
    [InlineData("class A {")]
    [InlineData("enum A {")]
    [InlineData("interface A {")]
    [InlineData("f(")]
    [InlineData("a[")]
    [InlineData("(")]
    [InlineData("import {")]
    [InlineData("export {")]
    [InlineData("@")]
    public void Whatever_has_no_end_is_reported(string code)
    {
        foreach (var kind in Kinds)
        {
            var tree = Source.Parse(code, kind);
            Assert.NotEmpty(tree.Errors);
            Source.IsSound(tree);
        }
    }

    [Fact]
    public void Statements_around_a_broken_one_are_kept()
    {
        var tree = Source.Parse("const a = 1;\nconst b = = 2;\nfunction c() { return 3; }\nclass D { e( { } }\nexport const f = 4;");
        var kinds = tree.Root.Children.ToArray().Select(node => node.Kind).ToArray();
        Assert.NotEmpty(tree.Errors);
        Assert.Contains(SyntaxKind.FunctionDeclaration, kinds);
        Assert.Contains(SyntaxKind.ClassDeclaration, kinds);
    }

    /// <summary>Fails instead of waiting for a reader that hangs.</summary>
    private static SyntaxTree WithinSeconds(int seconds, Func<SyntaxTree> parse)
    {
        SyntaxTree? tree = null;
        var thread = new Thread(() => tree = parse(), maxStackSize: 64 << 20) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(seconds)), "does not end");
        Assert.NotNull(tree);
        return tree;
    }
}
