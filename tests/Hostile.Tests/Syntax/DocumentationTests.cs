using System.Text;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;
using Xunit;

namespace Hostile.Tests.Syntax;

/// <summary>Types in the comments of JavaScript. What the compiler reads there is compared by <c>hostile-bench documentation</c>.</summary>
public class DocumentationTests
{
    [Theory]
    [InlineData("/** @type {Promise<A>} */", "A TypeAnnotation(TypeReference(Identifier'Promise' TypeArgumentList(TypeReference(Identifier'A'))))")]
    [InlineData("/** @type string */", "A TypeAnnotation(KeywordType'string')")]
    [InlineData("/**\n * @type {{\n *   a: B,\n *   c?: D\n * }}\n */", "A TypeAnnotation(TypeLiteral(PropertySignature(Identifier'a' TypeAnnotation(TypeReference(Identifier'B'))) PropertySignature?(Identifier'c' TypeAnnotation(TypeReference(Identifier'D')))))")]
    [InlineData("/** @returns {A} */", "A JSDocReturns(TypeReference(Identifier'A'))")]
    [InlineData("/** @return {asserts a is B} */", "A JSDocReturns(TypePredicate(Identifier'a' TypeReference(Identifier'B')))")]
    [InlineData("/** @param {A} a - text */", "A Parameter(Identifier'a' TypeAnnotation(TypeReference(Identifier'A')))")]
    [InlineData("/** @param a {A} */", "A Parameter(Identifier'a' TypeAnnotation(TypeReference(Identifier'A')))")]
    [InlineData("/** @arg {A} [a=[1, 2]] text */", "A Parameter?(Identifier'a' TypeAnnotation(TypeReference(Identifier'A')))")]
    [InlineData("/** @param {A=} `a` */", "A Parameter?(Identifier'a' TypeAnnotation(JSDocType=(TypeReference(Identifier'A'))))")]
    [InlineData("/** @param {...A} a */", "A Parameter...(Identifier'a' TypeAnnotation(JSDocType...(TypeReference(Identifier'A'))))")]
    [InlineData("/** @param a */", "A Parameter(Identifier'a')")]
    [InlineData("/** @param {Object} o @param {A} o.a @param {B} [o.b] @param {C} c */", "A Parameter(Identifier'o' TypeAnnotation(TypeLiteral(PropertySignature(Identifier'a' TypeAnnotation(TypeReference(Identifier'A'))) PropertySignature?(Identifier'b' TypeAnnotation(TypeReference(Identifier'B')))))) Parameter(Identifier'c' TypeAnnotation(TypeReference(Identifier'C')))")]
    [InlineData("/** @param {object[]} o @param {object} o[].a @param {A} o[].a.b */", "A Parameter(Identifier'o' TypeAnnotation(ArrayType(TypeLiteral(PropertySignature(Identifier'a' TypeAnnotation(TypeLiteral(PropertySignature(Identifier'b' TypeAnnotation(TypeReference(Identifier'A'))))))))))")]
    [InlineData("/** @template T @template {A} U, V */", "A TypeParameterList(TypeParameter(Identifier'T')) TypeParameterList(TypeParameter(Identifier'U' TypeConstraint(TypeReference(Identifier'A'))) TypeParameter(Identifier'V'))")]
    [InlineData("/** @template [T=A], U - text */", "A TypeParameterList(TypeParameter(Identifier'T' TypeDefault(TypeReference(Identifier'A'))) TypeParameter(Identifier'U'))")]
    [InlineData("/** @typedef {A | B} C */", "A TypeAliasDeclaration(Identifier'C' UnionType(TypeReference(Identifier'A') TypeReference(Identifier'B')))")]
    [InlineData("/** @typedef {Object} A\n * @property {string} a\n * @prop {number} [b] */", "A TypeAliasDeclaration(Identifier'A' TypeLiteral(PropertySignature(Identifier'a' TypeAnnotation(KeywordType'string')) PropertySignature?(Identifier'b' TypeAnnotation(KeywordType'number'))))")]
    [InlineData("/** @typedef A\n * @type {B} */", "A TypeAliasDeclaration(Identifier'A' TypeReference(Identifier'B'))")]
    [InlineData("/** @template T\n * @typedef {T[]} A */", "A TypeAliasDeclaration(Identifier'A' TypeParameterList(TypeParameter(Identifier'T')) ArrayType(TypeReference(Identifier'T')))")]
    [InlineData("/** @typedef {A} B.C.D */", "A ModuleDeclaration(Identifier'B' ModuleBlock(ModuleDeclaration(Identifier'C' ModuleBlock(TypeAliasDeclaration(Identifier'D' TypeReference(Identifier'A'))))))")]
    [InlineData("/** @callback F\n * @param {A} a\n * @returns {B} */", "A TypeAliasDeclaration(Identifier'F' FunctionType(ParameterList(Parameter(Identifier'a' TypeAnnotation(TypeReference(Identifier'A')))) TypeAnnotation(TypeReference(Identifier'B'))))")]
    [InlineData("/** @overload\n * @param {A} a\n * @param {B} b */", "A FunctionType(ParameterList(Parameter(Identifier'a' TypeAnnotation(TypeReference(Identifier'A'))) Parameter(Identifier'b' TypeAnnotation(TypeReference(Identifier'B')))))")]
    [InlineData("/** @import { A, B as C } from 'm' */", "A ImportDeclaration(ImportClause(NamedImports(ImportSpecifier(Identifier'A') ImportSpecifier(Identifier'B' Identifier'C'))) StringLiteral''m'')")]
    [InlineData("/** @import A, * as B from \"m\" and text */", "A ImportDeclaration(ImportClause(Identifier'A' NamespaceImport(Identifier'B')) StringLiteral'\"m\"')")]
    [InlineData("/** @type {import('m').A} */", "A TypeAnnotation(ImportType(LiteralType(StringLiteral''m'') Identifier'A'))")]
    [InlineData("/** @type {?A} */", "A TypeAnnotation(JSDocType?(TypeReference(Identifier'A')))")]
    [InlineData("/** @type {!A} */", "A TypeAnnotation(JSDocType(TypeReference(Identifier'A')))")]
    [InlineData("/** @type {*} */", "A TypeAnnotation(JSDocType'*')")]
    [InlineData("/** @type {Array.<A>} */", "A TypeAnnotation(TypeReference(Identifier'Array' TypeArgumentList(TypeReference(Identifier'A'))))")]
    [InlineData("/** @type {function(A, ...B): C} */", "A TypeAnnotation(JSDocType(ParameterList(Parameter(TypeAnnotation(TypeReference(Identifier'A'))) Parameter(TypeAnnotation(JSDocType...(TypeReference(Identifier'B'))))) TypeAnnotation(TypeReference(Identifier'C'))))")]
    [InlineData("/** @type {module:a/b} */", "A TypeAnnotation(JSDocType'module:a/b')")]
    [InlineData("/** @type {(a: 'x}') => A} text */", "A TypeAnnotation(FunctionType(ParameterList(Parameter(Identifier'a' TypeAnnotation(LiteralType(StringLiteral''x}'')))) TypeAnnotation(TypeReference(Identifier'A'))))")]
    public void A_comment_is_read_as_the_declarations_it_stands_for(string comment, string outline)
    {
        var tree = Source.Parse(comment + "\nlet x", ScriptKind.JavaScript);
        Assert.True(tree.Errors.IsEmpty);
        Assert.Equal(outline, "A " + string.Join(' ', tree.Documentation.Of(0).Children.ToArray().Select(Outline)));
    }

    [Theory]
    [InlineData("// @type {A}")]
    [InlineData("/* @type {A} */")]
    [InlineData("/** mail a@type.org {A} */")]
    [InlineData("/** `@type {A}` */")]
    [InlineData("/** @see {@link type} @deprecated */")]
    [InlineData("/** @returns a promise */")]
    [InlineData("/** @returns {@link A} */")]
    [InlineData("/** @param {A} a.b of nothing */")]
    [InlineData("/** @typedef {A} */")]
    [InlineData("/** @import is a word */")]
    [InlineData("/***/")]
    [InlineData("/**/")]
    [InlineData("/** @")]
    public void What_is_no_type_is_text(string comment)
    {
        var tree = Source.Parse(comment + "\nlet x", ScriptKind.JavaScript);
        Assert.False(tree.Documentation.Of(0).Exists);
        Assert.Empty(tree.Documentation.Declarations);
    }

    [Theory]
    [InlineData("/** @type {A} */ const x = 1;", "x = 1", "A")]
    [InlineData("/** @type {A} */ export const x = 1;", "x = 1", "A")]
    [InlineData("/** @type {A} */ // text\n const x = 1;", "x = 1", "A")]
    [InlineData("/** @type {A} */\n/** @type {B} */\n const x = 1;", "x = 1", "B")]
    [InlineData("/** @type {A} */ const y = 1, x = 2;", "x = 2", null)]
    [InlineData("/** @type {A} */ y; const x = 1;", "x = 1", null)]
    [InlineData("/** @type {A} */ const f = () => 1;", "() => 1", "A")]
    [InlineData("/** @type {A} */ a.b = async function () { };", "async function () { }", "A")]
    [InlineData("o = { /** @type {A} */ a: () => 1 };", "() => 1", "A")]
    [InlineData("class C { /** @type {A} */ p = 1; }", "p = 1;", "A")]
    [InlineData("class C { /** @type {A} */ static p = (() => 1); }", "() => 1", "A")]
    [InlineData("/** @type {A} */ export default () => 1;", "() => 1", "A")]
    [InlineData("y = /** @type {A} */ (x);", "(x)", "A")]
    [InlineData("y = (/** @type {A} */ (x));", "(x)", "A")]
    [InlineData("/** text */ const x = 1;", "x = 1", null)]
    [InlineData("/** @type {A} */\n/** text */ const x = 1;", "x = 1", null)]
    [InlineData("let \\u0061 = 1; /** @type {A} */ const x = 1;", "x = 1", "A")]
    public void A_declaration_has_the_comment_before_it(string code, string text, string? type)
    {
        var tree = Source.Parse(code, ScriptKind.JavaScript);
        var declaration = tree.Root.DescendantsAndSelf.GetEnumerator();
        while (declaration.MoveNext() && declaration.Current.Text != text)
        {
        }

        Assert.True(declaration.Current.Exists && declaration.Current.Text == text);
        Assert.Equal(type, JSDoc.Of(declaration.Current)?.Type.Text);
    }

    [Fact]
    public void A_function_says_its_types_in_its_comment()
    {
        var tree = Source.Parse("""
            /**
             * Text.
             * @template T
             * @param {T} a
             * @param {{ c: B }} anything
             * @param {...C} rest
             * @returns {Promise<T>}
             */
            async function f(a, { c }, /** @type {D} */ d, ...rest) { }
            """, ScriptKind.JavaScript);
        var function = FunctionLike.From(tree.Root.FirstChild)!.Value;
        var said = JSDoc.Of(function.Node)!.Value;

        Assert.Equal("Promise<T>", said.Returns.Text);
        Assert.Equal(["T"], said.TypeParameters.Select(parameter => new TypeParameter(parameter).Name.Text));
        Assert.Equal(["a", "anything", "rest"], said.Parameters.Select(parameter => parameter.FirstChild.Text));
        Assert.Equal(["T", "{ c: B }", "D", "...C"], function.Parameters.Select(parameter => JSDoc.TypeOfParameter(parameter).Text));
        Assert.Same(tree, tree.Documentation.Host);
        Assert.Same(tree, said.Node.Tree.Host);
        Assert.Null(tree.Host);
    }

    [Fact]
    public void Types_are_declared_wherever_a_comment_stands()
    {
        var tree = Source.Parse("/** @import { A } from 'a' */\nfunction f() { /** @typedef {A} B */ }\n/** @callback C */", ScriptKind.JavaScript);
        Assert.Equal([SyntaxKind.ImportDeclaration, SyntaxKind.TypeAliasDeclaration, SyntaxKind.TypeAliasDeclaration], tree.Documentation.Declarations.Select(node => node.Kind));
        Assert.True(new ImportDeclaration(tree.Documentation.Declarations.First()).IsTypeOnly);
    }

    [Theory]
    [InlineData("/** @type {", " */")]
    [InlineData("/** @type {A<", " */")]
    [InlineData("/** @param {((((", " */")]
    [InlineData("/** @typedef {{a:", " */ let x")]
    [InlineData("/** @type /* @param /* {'", "\" */")]
    [InlineData("/** @typedef {Object} a.b.", "*/")]
    public void No_comment_throws_or_hangs(string begin, string close)
    {
        foreach (var count in (int[])[1, 3, 20_000])
        {
            var tree = Source.Parse(string.Concat(Enumerable.Repeat(begin[3..], count)).Insert(0, "/**") + close, ScriptKind.JavaScript);
            foreach (var node in tree.Documentation.Tree.Root.DescendantsAndSelf)
                Assert.InRange(node.Span.End, node.Span.Start, tree.Text.Length);
        }
    }

    [Fact]
    public void Broken_comments_are_read()
    {
        var text = Encoding.UTF8.GetBytes("""
            /** @template {A<B>} T, [U=C] @import D, { E as F } from 'm' @typedef {{ a: T, b?: (c: U) => D }[]} G.H `@x` {@link y} */
            /**
             * @callback I @param {...?A=} [a=[1]] @param {Object[]} b @param {'}' | `x${A}`} b[].c - text @returns {x is module:n}
             * @overload @return {asserts this is function(new: A, ...B): !C[]} @property {*} d @type A | B
             */
            function f() { }
            """);
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var broken = text.ToList();
            for (var edits = random.Next(1, 8); edits > 0; edits--)
            {
                var at = random.Next(broken.Count);
                if (random.Next(2) == 0)
                    broken.RemoveAt(at);
                else
                    broken.Insert(at, Encoding.Latin1.GetBytes("(){}[]<>`'\"$/\\*=>?:;,.#@!\n\0é")[random.Next(28)]);
            }

            var tree = Parser.Parse(broken.ToArray(), ScriptKind.JavaScript);
            foreach (var node in tree.Documentation.Tree.Root.DescendantsAndSelf)
                Assert.InRange(node.Span.End, node.Span.Start, tree.Text.Length);
        }
    }

    private static string Outline(SyntaxNode node)
    {
        var text = new StringBuilder(node.Kind.ToString());
        if (node.Has(NodeFlags.Optional))
            text.Append('?');
        if (node.Has(NodeFlags.Rest))
            text.Append("...");
        if (node.Kind is SyntaxKind.JSDocType && node.Has(NodeFlags.Default))
            text.Append('=');
        if (!node.FirstChild.Exists)
            return node.Span.Length == 0 || node.Kind is SyntaxKind.ParameterList ? text.ToString() : text.Append('\'').Append(node.Text).Append('\'').ToString();
        return text.Append('(').AppendJoin(' ', node.Children.ToArray().Select(Outline)).Append(')').ToString();
    }
}
