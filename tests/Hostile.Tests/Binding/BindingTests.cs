using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Tests.Types;
using Xunit;

namespace Hostile.Tests.Binding;

public sealed class BindingTests
{
    [Theory]
    [InlineData("const a = 1; { const a = 2; USE(a); }", "a = 2")]
    [InlineData("const a = 1; { const b = 2; USE(a); }", "a = 1")]
    [InlineData("function f() { USE(a); if (1) { var a = 3; } }", "a = 3")]
    [InlineData("USE(a); function a() {}", "function a() {}")]
    [InlineData("const x = 0; function f(x) { USE(x); }", "x")]
    [InlineData("const f = function g() { USE(g); };", "function g() { USE(g); }")]
    [InlineData("const g = 1; const f = function g(g) { USE(g); };", "g")]
    [InlineData("try {} catch (e) { USE(e); }", "e")]
    [InlineData("for (const a of b) { USE(a); }", "a")]
    [InlineData("const { a: { b = 1 } } = c; USE(b);", "b = 1")]
    [InlineData("const [, ...rest] = c; USE(rest);", "...rest")]
    [InlineData("class A { m() { USE(A); } }", "class A { m() { USE(A); } }")]
    [InlineData("enum E { a = 1, b = USE(a) }", "a = 1")]
    [InlineData("namespace N { export const a = 1; USE(a); }", "a = 1")]
    [InlineData("switch (1) { case 1: let a = 2; USE(a); }", "a = 2")]
    [InlineData("const f = x => USE(x);", "x")]
    [InlineData(@"const \u0061b = 1; USE(ab);", @"\u0061b = 1")]
    [InlineData(@"const ab = 1; USE(\u{61}b);", "ab = 1")]
    public void A_name_means_its_innermost_declaration(string text, string declaration)
    {
        var sample = new Sample(("a.ts", text));
        var use = sample.Node(text[(text.IndexOf("USE(", StringComparison.Ordinal))..(text.IndexOf(')', text.IndexOf("USE(", StringComparison.Ordinal)) + 1)], SyntaxKind.CallExpression);

        Assert.Equal(declaration, sample.Bindings.SymbolOf(use.ChildAt(1).FirstChild).Declaration.Text);
    }

    [Fact]
    public void Types_and_values_of_one_name_are_apart()
    {
        var sample = new Sample(("a.ts", "type T = string; function f(T: number) { const x: T = T; }"));
        var annotation = sample.Node("T", SyntaxKind.TypeReference).FirstChild;

        Assert.Equal("type T = string;", sample.Bindings.SymbolOf(annotation).Declaration.Text);
    }

    [Fact]
    public void Property_names_and_labels_name_no_variable()
    {
        var sample = new Sample(("a.ts", "const name = 1; const o = { name: 2 }; o.name; name: for (;;) break name;"));

        Assert.Empty(sample.First.Scope.Find(Name.Of("name")).References);
    }

    [Theory]
    [InlineData("const a = 1; a;", true, 0)]
    [InlineData("let a = 1; a;", true, 0)]
    [InlineData("let a = 1; a = 2;", false, 1)]
    [InlineData("let a; a = 2;", true, 1)]
    [InlineData("let a; a = 2; a += 3;", false, 2)]
    [InlineData("let a = 1; a++;", false, 1)]
    [InlineData("let a = 1; [a] = [2];", false, 1)]
    [InlineData("let a = 1; ({ a } = x);", false, 1)]
    [InlineData("let a = 1; ({ b: [a = 3] } = x);", false, 1)]
    [InlineData("let a = 1; for (a of x) {}", false, 1)]
    [InlineData("let a = {}; a.b = 1;", true, 0)]
    public void Writes_are_found_in_every_form(string text, bool once, int writes)
    {
        var symbol = new Sample(("a.ts", text)).First.Scope.Find(Name.Of("a"));

        Assert.Equal(writes, symbol.Writes.Length);
        Assert.Equal(once, symbol.IsAssignedOnce);
    }

    [Fact]
    public void A_variable_of_an_outer_function_is_captured()
    {
        var scope = new Sample(("a.ts", "let a = 1, b = 2; function f() { return a; } b;")).First.Scope;

        Assert.True(scope.Find(Name.Of("a")).IsCaptured);
        Assert.False(scope.Find(Name.Of("b")).IsCaptured);
        Assert.True(scope.Find(Name.Of("b")).IsModuleLevel);
    }

    [Theory]
    [InlineData("import { x } from './b'; x;", "export const x = 1;", "x = 1")]
    [InlineData("import { y as x } from './b'; x;", "const x = 1; export { x as y };", "x = 1")]
    [InlineData("import x from './b'; x;", "export default function f() {}", "export default function f() {}")]
    [InlineData("import x from './b'; x;", "export default class {}", "export default class {}")]
    [InlineData("import x from './b'; x;", "const a = 1; export default a;", "a = 1")]
    [InlineData("import x from './b'; x;", "const a = 1; export = a;", "a = 1")]
    [InlineData("import { x } from './b'; x;", "export { x } from './c';", "x = 3")]
    [InlineData("import { z as x } from './b'; x;", "export { x as z } from './c';", "x = 3")]
    [InlineData("import { x } from './b'; x;", "export * from './c';", "x = 3")]
    [InlineData("import { x } from './b'; x;", "import { x } from './c'; export { x };", "x = 3")]
    [InlineData("import x = require('./b'); x;", "const a = 1; export = a;", "a = 1")]
    [InlineData("import { x } from './b'; x;", "export * from './a'; export * from './c';", "x = 3")]
    public void Imports_lead_to_the_declaration(string main, string other, string declaration)
    {
        var sample = new Sample(("a.ts", main), ("b.ts", other), ("c.ts", "export const x = 3;"));

        Assert.Equal(declaration, sample.Bindings.SymbolOf(sample.LastExpression).Declaration.Text);
    }

    [Fact]
    public void Re_exports_in_a_circle_end_nowhere()
    {
        var sample = new Sample(("a.ts", "import { x } from './b'; x;"), ("b.ts", "export { x } from './c';"), ("c.ts", "export { x } from './b';"));

        Assert.True(sample.Bindings.SymbolOf(sample.LastExpression).Is(SymbolFlags.Import));
    }

    [Fact]
    public void Overloads_and_merged_interfaces_are_one_symbol()
    {
        var scope = new Sample(("a.ts", "interface A { a: 1 } interface A { b: 2 } function f(): void; function f(a?: any) {}")).First.Scope;

        Assert.Equal(2, scope.Find(Name.Of("A")).Declarations.Count);
        Assert.Equal(["function f(): void;", "function f(a?: any) {}"], scope.Find(Name.Of("f")).Declarations.Select(d => d.Text));
    }

    [Fact]
    public void A_chain_of_fifty_thousand_terms_is_bound()
    {
        var sample = new Sample(("a.ts", "const a = 1; const b = " + string.Join("+", Enumerable.Repeat("a", 50_000)) + ";"));

        Assert.Equal(50_000, sample.First.Scope.Find(Name.Of("a")).References.Length);
    }
}
