using System.Text;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;
using Xunit;

namespace Hostile.Tests.Syntax;

/// <summary>What the typed views answer.</summary>
public class ViewTests
{
    [Theory]
    [InlineData("'a'", "a")]
    [InlineData("\"a'b\"", "a'b")]
    [InlineData(@"'a\nb\t\\\'\0'", "a\nb\t\\'\0")]
    [InlineData(@"'\x41\u0042\u{43}\u{1F600}'", "ABC\U0001F600")]
    [InlineData("'a\\\nb\\\r\nc'", "abc")]
    [InlineData(@"'\q\é'", "qé")]
    [InlineData(@"'\101'", "A")]
    [InlineData("`a\r\nb\rc`", "a\nb\nc")]
    [InlineData("'äöü 変数'", "äöü 変数")]
    [InlineData("''", "")]
    [InlineData("'", "")]
    [InlineData("'abc", "abc")]
    public void A_string_says_its_value(string code, string value)
    {
        var literal = StringLiteral.From(Expression(code));
        Assert.Equal(value, literal?.Value);
        Assert.Equal(value, Encoding.UTF8.GetString(literal!.Value.Utf8));
    }

    [Fact]
    public void A_lone_surrogate_stays_one_in_the_value() => Assert.Equal("\uD800", StringLiteral.From(Expression(@"'\uD800'"))?.Value);

    [Fact]
    public void An_attribute_knows_no_escapes()
    {
        var tree = Source.Parse("<a b='c\\n' />", ScriptKind.Tsx);
        var literal = Find(tree, SyntaxKind.StringLiteral);
        Assert.Equal("c\\n", StringLiteral.From(literal)?.Value);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1_000.5", 1000.5)]
    [InlineData("0x1F", 31)]
    [InlineData("0B101", 5)]
    [InlineData("0o17", 15)]
    [InlineData("017", 15)]
    [InlineData("089", 89)]
    [InlineData(".5e1", 5)]
    [InlineData("10n", 10)]
    [InlineData("0xFFn", 255)]
    public void A_number_says_its_value(string code, double value) => Assert.Equal(value, NumericLiteral.From(Expression(code))?.Value);

    [Fact]
    public void A_tagged_template_says_its_pieces()
    {
        var tagged = TaggedTemplate.From(Expression("sql<Row>`select ${a}, \\n${b}\r\nfrom t`"))!.Value;
        Assert.Equal("sql", tagged.Tag.Text);
        Assert.Equal(["Row"], tagged.TypeArguments.Select(node => node.Text));
        Assert.Equal(["select ", ", \n", "\nfrom t"], tagged.Template.Pieces.Select(piece => piece.Cooked));
        Assert.Equal(["a", "b"], tagged.Template.Expressions.Select(node => node.Text));
        Assert.Equal(["x"], TaggedTemplate.From(Expression("sql`x`"))!.Value.Template.Pieces.Select(piece => piece.Cooked));
    }

    [Fact]
    public void A_call_says_its_parts()
    {
        var call = CallExpression.From(Expression("a.b<C>?.(d, ...e)"))!.Value;
        Assert.True(call.IsOptional);
        Assert.Equal(["d", "...e"], call.Arguments.Select(node => node.Text));
        call = CallExpression.From(Expression("a?.b<C>(d)"))!.Value;
        Assert.False(call.IsOptional);
        Assert.Equal("a?.b", call.Callee.Text);
        Assert.True(PropertyAccess.From(call.Callee)!.Value.IsOptional);
        Assert.Equal(["C"], call.TypeArguments.Select(node => node.Text));
        Assert.True(CallExpression.From(Expression("import('x')"))!.Value.IsImport);
    }

    [Fact]
    public void A_function_says_its_parts()
    {
        var function = FunctionLike.From(Statement("export async function* f<T>(a: A, b = 1, ...c): R { }"))!.Value;
        Assert.Equal("f", function.Name.Text);
        Assert.True(function.IsAsync && function.IsGenerator);
        Assert.Equal("R", function.ReturnType.Text);
        Assert.Equal(SyntaxKind.Block, function.Body.Kind);
        var parameters = function.Parameters.Select(node => Parameter.From(node)!.Value).ToArray();
        Assert.Equal(["a", "b", "c"], parameters.Select(parameter => parameter.Name.Text));
        Assert.Equal("A", parameters[0].Type.Text);
        Assert.Equal("1", parameters[1].Initializer.Text);
        Assert.True(parameters[2].IsRest);

        var arrow = FunctionLike.From(Expression("async x => x + 1"))!.Value;
        Assert.False(arrow.Name.Exists);
        Assert.True(arrow is { IsArrow: true, IsAsync: true, HasExpressionBody: true });
        Assert.Equal("x + 1", arrow.Body.Text);
        Assert.False(FunctionLike.From(Statement("declare function f(): void"))!.Value.Body.Exists);
    }

    [Fact]
    public void A_class_says_its_parts()
    {
        var type = ClassLike.From(Statement("@d abstract class A<T> extends B.C<D> implements E { x = 1; private constructor(private y: Y) { } }"))!.Value;
        Assert.Equal("A", type.Name.Text);
        Assert.Equal("B.C", type.Extends.Text);
        Assert.True(type.IsAbstract);
        Assert.Equal([SyntaxKind.PropertyDeclaration, SyntaxKind.Constructor], type.Members.Select(node => node.Kind));
        Assert.Equal("1", PropertyMember.From(type.Members[0])!.Value.Initializer.Text);
        Assert.True(Parameter.From(FunctionLike.From(type.Members[1])!.Value.Parameters[0])!.Value.IsProperty);
        Assert.Equal("d", Decorator.From(type.Decorators[0])!.Value.Expression.Text);
    }

    [Fact]
    public void Imports_and_exports_say_their_names()
    {
        var import = ImportDeclaration.From(Statement("import a, { b as c, type d } from 'm'"))!.Value;
        Assert.Equal("a", import.Default.Text);
        Assert.Equal("m", StringLiteral.From(import.Specifier)?.Value);
        var named = import.Named.Select(node => ImportSpecifier.From(node)!.Value).ToArray();
        Assert.Equal(["b", "d"], named.Select(specifier => specifier.Imported.Text));
        Assert.Equal(["c", "d"], named.Select(specifier => specifier.Local.Text));
        Assert.True(named[1].IsTypeOnly);
        Assert.Equal("a", ImportDeclaration.From(Statement("import * as a from 'm'"))!.Value.Namespace.Text);
        Assert.True(ImportDeclaration.From(Statement("import 'm'"))!.Value.IsSideEffect);
        Assert.True(ExportDeclaration.From(Statement("export * from 'm'"))!.Value.IsStar);
        Assert.Equal("b", ExportSpecifier.From(ExportDeclaration.From(Statement("export { a as b }"))!.Value.Named[0])!.Value.Exported.Text);
        Assert.True(ExportAssignment.From(Statement("export default x"))!.Value.IsDefault);
    }

    [Fact]
    public void Statements_say_their_parts()
    {
        var loop = ForStatement.From(Statement("for (; a; ) b"))!.Value;
        Assert.False(loop.Initializer.Exists);
        Assert.Equal(("a", "b"), (loop.Condition.Text, loop.Body.Text));
        var each = ForEachStatement.From(Statement("for await (const a of b) c"))!.Value;
        Assert.True(each is { IsAwait: true, IsIn: false });
        Assert.Equal("b", each.Expression.Text);
        var attempt = TryStatement.From(Statement("try { } catch ({ a }) { b } finally { c }"))!.Value;
        Assert.Equal("{ a }", attempt.Catch?.Binding.Text);
        Assert.Equal("{ c }", attempt.Finally.Text);
        var choice = IfStatement.From(Statement("if (a) b; else c"))!.Value;
        Assert.Equal(("a", "b;", "c"), (choice.Condition.Text, choice.Then.Text, choice.Else.Text));
        var clauses = SwitchStatement.From(Statement("switch (a) { case b: c; default: d; e }"))!.Value.Clauses.Select(node => SwitchClause.From(node)!.Value).ToArray();
        Assert.Equal([1, 2], clauses.Select(clause => clause.Statements.Count));
        var list = VariableStatement.From(Statement("export const { a, b: [c], ...d } = e"))!.Value;
        Assert.True(list.IsExported && list.List.IsConst);
        Assert.Equal(["a", "c", "d"], VariableDeclaration.From(list.List.Declarations[0])!.Value.Name.BoundIdentifiers().Select(node => node.Text));
    }

    [Fact]
    public void Objects_and_names_say_what_they_hold()
    {
        var literal = ObjectLiteral.From(Expression("({ a: 1, 'b': 2, ['c']: 3, d, \\u0065: 5 })").Unwrapped())!.Value;
        Assert.Equal(["a", "b", "c", "d", "e"], literal.Properties.Select(node => PropertyAssignment.From(node)!.Value.Name.NameText()!));
        Assert.Equal("2", literal.Property("b"u8).Text);
        Assert.Equal("3", literal.Property("c"u8).Text);
        Assert.False(literal.Property("x"u8).Exists);
        Assert.Equal("a", Expression("((a as B)!)").Unwrapped().Text);
    }

    private static SyntaxNode Statement(string code) => Source.Parse(code).Root.FirstChild;

    private static SyntaxNode Expression(string code) => Statement("x = " + code).FirstChild.ChildAt(1);

    private static SyntaxNode Find(SyntaxTree tree, SyntaxKind kind)
    {
        foreach (var node in tree.Root.DescendantsAndSelf)
        {
            if (node.Kind == kind)
                return node;
        }

        return default;
    }
}
