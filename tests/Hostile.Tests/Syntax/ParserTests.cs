using Hostile.Syntax.TypeScript;
using Xunit;
using static Hostile.Tests.Syntax.Source;

namespace Hostile.Tests.Syntax;

/// <summary>What is accepted and what is not, a line a case. The compiler says the same of each.</summary>
public class ParserTests
{
    [Fact]
    public void Statements()
    {
        Parses("");
        Parses(";;");
        Parses("var a, b = 1; let c; const d = 2");
        Parses("if (a) b; else c");
        Parses("if (a) { } else if (b) { } else { }");
        Parses("for (;;) { } for (let i = 0; i < n; i++) { } for (i = 0, j = 1; ; ) break;");
        Parses("for (const a of b) { } for (const a in b) { } for (a of b) c; for (a.b in c) d;");
        Parses("async () => { for await (const a of b) { } }");
        Parses("for (const [a, b] of c) { } for (let { a = 'x' in y } of c) { }");
        Parses("for (var i = 0 in {}) { }");
        Parses("while (a) b; do c; while (d) e");
        Parses("a: for (;;) { continue a; break a }");
        Parses("switch (a) { case 1: case 2: b(); break; default: c() }");
        Parses("try { } catch { } try { } catch (e: unknown) { } finally { } try { } finally { }");
        Parses("throw a; return; debugger; with (a) b");
        Parses("let = 1; let\nx = 2; using = 3; await = 4; type = 5; async = 6; of = 7");
        Parses("using a = b(); async () => { await using c = d() }");
        Parses("for (using a of b) { } async () => { for (await using a of b) { } }");
        Parses("for (let of = 0; of < 1; of++) { }");
        Rejects("if a) b", "'(' expected");
        Rejects("for (let of of) ", "expected");
        Rejects("try { }", "'catch' or 'finally' expected");
        Rejects("let a b", "',' expected");
        Rejects("foo bar", "Unexpected keyword or identifier");
        Rejects("switch (a) { b }", "'case' or 'default' expected");
        Rejects("const a =", "Expression expected");
        Rejects("{ a: 1", "'}' expected");
    }

    [Fact]
    public void Semicolons_that_are_not_there()
    {
        Parses("a\nb\n++c\nd");
        Parses("return\na");
        Parses("let a\nlet b = 1\n(function () { })()");
        Parses("do a\nwhile (b) c");
        Parses("class A { a\nb\n['c']\n*d() { } }");
        Parses("class A { a = 1\nget\nx() { }\nstatic\nb\nasync\nx() { } }");
        Parses("interface A { a\nb: B\nc(): C }");
        Parses("type A = B\n<C>d");
        Parses("abstract\nclass A { }");
        Parses("declare\nfoo");
        Parses("yield\nawait\n");
        Rejects("a b", "Unexpected keyword or identifier");
        Rejects("return a b", "';' expected");
    }

    [Fact]
    public void Expressions()
    {
        Parses("a = b ? c : d; a ??= b; a &&= b; a ||= b; a **= b; a >>>= b; a >>= b; a >= b");
        Parses("a ** b ** c; (-a) ** b");
        Parses("a?.b; a?.[b]; a?.(b); a?.b.c(d)?.[e]; a ?.5 : 1");
        Parses("a!.b!; a![0]!; a!\n(b)");
        Parses("new A; new A(); new A.B(c); new (a())(); new new A()(); new.target; new A<B>; new A<B>(c)");
        Parses("import('a'); import.meta.url; import.defer('a'); import('a', { with: { type: 'json' } })");
        Parses("super.a; super['a']; super()");
        Parses("typeof a; void 0; delete a.b; !a; ~a; +a; -a; - -a; ++a; a++");
        Parses("[, a, , ...b, ]; ({ a, b: c, ...d, [e]: f, 'g': 1, 2: 3, get h() { return 1 }, set h(v) { }, async *i() { }, j() { }, })");
        Parses("({ get: 1, set: 2, async: 3, static: 4, await: 5, get, set, async, of })");
        Parses("(a, b); (function () { })(); (class { }); (class A extends B { })");
        Parses("a in b; a instanceof B; #x in a");
        Parses(".1");
        Parses("a_.b; a_\n.5");
        Parses("let\u200By; let\u3000z");
        Parses("1_000; 0x1F; 0b10; 0o17; 1e3; .5; 1.; 10n; 0xFn; 1..toString()");
        Parses("a as B; a as const; a satisfies B; <B>a; a as B as C; a! as B");
        Parses("({ a } = b); [a, b] = [b, a]; ({ a = 1 } = b)");
        Parses("async function* f() { yield* g(); yield; yield a; await b }");
        Parses("await a; await (b)");
        Parses("await 0; export {}");
        Rejects("-a ** b", "'**'");
        Rejects("a?.b = ", "Expression expected");
        Rejects("new a?.b()", "optional chain");
        Rejects("a[]", "element access");
        Rejects("1_", "Numeric separators");
        Rejects("017", "Octal");
        Rejects("089", "leading zeros");
        Rejects("3in b", "cannot immediately follow");
        Rejects("1.5n", "bigint");
        Rejects("super", "'super' must be followed");
        Rejects("({ a: 1 b: 2 })", "',' expected");
    }

    [Fact]
    public void Arrow_functions()
    {
        Parses("a => b; () => { }; (a, b) => c; (a = 1, { b }, [c], ...d) => e; async a => b; async () => c; async (a) => { }");
        Parses("(a: A): B => c; <T>(a: T) => a; <T,>(a: T) => a; <const T>(a: T) => a; async <T>(a: T) => a");
        Parses("(a?: A) => b; (a?) => b; (this: A) => b");
        Parses("(a): a is B => c; (a): asserts a => { }");
        Parses("a ? (b) : c => d; a ? (b) => c : d; a ? (b, c) => d : e; a ? (b) : (c)");
        Parses("a ? (b = c) : d; a ? (b): c => d : e");
        Parses("f(async x => await x); async(a, b); async(x); async");
        Parses("(async) => 1; async async => 1; async (async) => 1");
        Parses("((a)); ((a, b)); ({ a }); ([a])");
        Parses("x => ({ a }); x => y => z; (x => y)(z)");
        Parses("(a = (b = (c) => d) => e) => f");
        Rejects("(a, b) => ", "Expression expected");
        Rejects("() + 1", "Expression expected");
        Rejects("(...a)", "'=>' expected");
    }

    [Fact]
    public void Type_arguments_or_comparisons()
    {
        Parses("a < b > (c)");
        Assert.Equal(SyntaxKind.CallExpression, Parse("a < b > (c)").Root.FirstChild.FirstChild.Kind);
        Parses("a<b>`c`; a<b>; a<b, c>(d); a<b<c>>(d); a<b<c<d>>>(e); new a<b>; a?.<b>(c); a<b>?.(c)");
        Assert.Equal(SyntaxKind.BinaryExpression, Parse("f(a < b, c > d)").Root.FirstChild.FirstChild.ChildAt(1).FirstChild.Kind);
        Assert.Equal(SyntaxKind.BinaryExpression, Parse("a < b > c").Root.FirstChild.FirstChild.Kind);
        Parses("f(a < b, c > (d))");
        Assert.Equal(SyntaxKind.CallExpression, Parse("f(a < b, c > (d))").Root.FirstChild.FirstChild.ChildAt(1).FirstChild.Kind);
        Parses("a < b >> c; a < b >= c; a<b>>>c; a < (b >> c)");
        Parses("a<b> + c; a<b> ? c : d; a<b> as c; a<<T>(x: T) => T>(b)");
        Parses("tx.$queryRaw<Row[]>`select 1`; z.object<{ a: string }>({})");
        Parses("a<b>(c)", ScriptKind.JavaScript);
        Assert.Equal(SyntaxKind.BinaryExpression, Parse("a<b>(c)", ScriptKind.JavaScript).Root.FirstChild.FirstChild.Kind);
        Rejects("a<b>.c", "instantiation expression");
    }

    [Fact]
    public void Functions_and_parameters()
    {
        Parses("function f(a, b = 1, ...c) { } function* g() { yield 1 } async function h() { await 1 } async function* i() { }");
        Parses("function f(a: A, b?: B, c: C = d, ...e: E[]): F { } function f(): void; function f(this: A) { }");
        Parses("declare function f(a): b; export default function () { } export default async function () { }");
        Parses("function f({ a, b: { c } = {}, ...d }: D, [e, , f = 1, ...g]: G) { }");
        Parses("function f<const T extends U = V>(a: T): a is T { }");
        Parses("function f(a,) { } f(a,)");
        Parses("function f(async, await, yield, type, of) { }");
        Rejects("function (a) { }", "Identifier expected");
        Rejects("function f(a b) { }", "',' expected");
        Rejects("function f(1) { }", "Identifier expected");
        Rejects("function f() a", "'{' or ';' expected");
    }

    [Fact]
    public void Classes()
    {
        Parses("class A { } class B extends A implements C, D<E> { } class F extends (G) { } class H<T> extends I<T> { }");
        Parses("class A { a; b = 1; c: C; d?: D; e!: E; readonly f = 1; static g; declare h: H; accessor i = 1; override j = 1; #k = 1; 'l' = 1; [m] = 1; 1 = 2 }");
        Parses("class A { constructor(private a: A, public readonly b?: B) { super() } get c() { return 1 } set c(v) { } static { a } async d() { } *e() { } async *f() { } #g() { } static async *[h]() { } }");
        Parses("abstract class A { abstract a: A; abstract b(): B; protected abstract readonly c: C }");
        Parses("class A { [key: string]: B; static [key: string]: C; a(): void; a(b?: B): void { } }");
        Parses("class A { get = 1; set = 2; static = 3; async = 4; readonly = 5; 'constructor'() { } }");
        Parses("class A { static static = 1; static get get() { return 1 } static async async() { } get() { } set() { } static() { } async() { } await() { } }");
        Parses("@a @b() @c.d() @(e) class A { @f g; @h() i() { } constructor(@j k) { } @l static m = 1 }");
        Parses("export @a class A { } @a export class B { } @a export default class { } export default @a class { }");
        Parses("(@a class { }); class implements { } class A implements B { }; (class implements B { })");
        Parses("export default abstract class A { } export abstract class B { }");
        Parses("class A { in: B; out: C; const: D; enum: E }");
        Rejects("class A { a b }", "Unexpected keyword or identifier");
        Rejects("class A { a: B c }", "'=' expected");
        Rejects("class { ", "'}' expected");
        Rejects("class A { if a { } }", "expected");
        Rejects("class A { @b }", "Declaration expected");
        Rejects("@a b", "Declaration expected");
    }

    [Fact]
    public void Types()
    {
        Parses("let a: A; let b: A.B<C>[]; let c: A | B & C; let d: | A | B; let e: & A; let f: (A); let g: A[][]; let h: A['b']; let i: A[B][]");
        Parses("let a: string | number | boolean | bigint | symbol | object | any | unknown | never | void | undefined | null | this");
        Parses("let a: 'a' | 1 | -1 | 1n | -1n | true | `a` | `a${B}c${D}`");
        Parses("let a: () => void; let b: (a: A, b?: B, ...c: C[]) => D; let c: new () => A; let d: abstract new <T>(a: T) => B; let e: <T>(a: T) => T");
        Parses("let a: { a: A; b?: B, readonly c: C\n d(): D; e?<T>(a: T): E; (a: A): B; new (a: A): B; [key: string]: C; get f(): F; set f(v: F) }");
        Parses("let a: [A, B?, ...C[]]; let b: [a: A, b?: B, ...c: C[]]; let c: []; let d: readonly A[]; let e: readonly [A]");
        Parses("let a: A extends B ? C : D; let b: A extends infer B ? B : C; let c: A extends (infer B extends C)[] ? D : E; let d: A extends infer B extends C ? D : E");
        Parses("let a: keyof A; let b: typeof a.b; let c: typeof a<B>; let d: unique symbol; let e: keyof typeof a; let f: typeof import('a'); let g: import('a').B<C>; let h: import('a', { with: { 'resolution-mode': 'import' } }).B");
        Parses("let a: { [K in A]: B }; let b: { readonly [K in keyof A]?: A[K] }; let c: { -readonly [K in A as B]-?: C }; let d: { +readonly [K in A]+?: B; }");
        Parses("type A<T> = T; type B<in T, out U, in out V, const W> = X; type Uppercase<S extends string> = intrinsic; type C<T = D> = E");
        Parses("interface A extends B, C.D<E> { } declare let a: A<B<C<D>>>; let b: A<B<C>>= d");
        Parses("function f(a: A): asserts a is B; function g(this: A): this is B; function h(a): asserts this");
        Parses("let a: (A | B)[]; let b: (() => void)[]; let c: ((a: A) => B) | C; let d: (new () => A) | B");
        Parses("type A = typeof this.a; type B = string['length']; type C = A extends B ? C extends D ? 1 : 2 : 3");
        Parses("let a: A\n[b] = c; let d: asserts; let e: is; let f: B.infer");
        Rejects("let a: A | () => B", "must be parenthesized");
        Rejects("let a: ", "Type expected");
        Rejects("let a: A<", "expected");
        Rejects("let a: A extends B ? C", "':' expected");
        Rejects("type A", "'=' expected");
        Rejects("interface { }", "Interface must be given a name");
    }

    [Fact]
    public void Modules()
    {
        Parses("import 'a'; import a from 'a'; import * as a from 'a'; import { a, b as c, default as d, type e, type f as g, 'h' as i, } from 'a'; import a, { b } from 'a'; import a, * as b from 'a'");
        Parses("import type a from 'a'; import type { a } from 'a'; import type * as a from 'a'; import type from 'a'; import type, { a } from 'a'; import { type } from 'a'");
        Parses("import { type as } from 'a'; import { type as as } from 'a'; import { type as as as } from 'a'; import { as as as } from 'a'; import { type type as type } from 'a'");
        Parses("import defer * as a from 'a'; import defer from 'a'; import a from 'a' with { type: 'json' }; import 'a' with { }");
        Parses("import a = require('a'); import a = b.c; export import a = b; import type a = require('a')");
        Parses("export { a, b as c, type d, e as default, f as 'g' }; export { a } from 'a'; export * from 'a'; export * as a from 'a'; export type { a }; export type * from 'a'; export * as default from 'a' with { type: 'json' }");
        Parses("export const a = 1; export let b; export function c() { } export class D { } export enum E { } export const enum F { } export type G = H; export interface I { } export namespace J { } export declare const k: K; export async function l() { }");
        Parses("export default a; export default { }; export default () => { }; export default async () => { }; export default class { } export default interface A { } export = a; export as namespace a");
        Parses("enum A { } enum B { a, b = 1, 'c', ['d'] = 2, } const enum C { } declare enum D { }");
        Parses("namespace A { } namespace A.B.C { } module D { } declare module 'a' { } declare module 'b'; declare global { } declare namespace E { let a; }");
        Parses("declare module 'a' { export default b; export = c; import d from 'd' }");
        Rejects("import a b from 'a'", "expected");
        Rejects("import { a b } from 'a'", "',' expected");
        Rejects("import { if } from 'a'", "Identifier expected");
        Rejects("export { a", "'}' expected");
        Rejects("import { a as 'b' } from 'a'", "Identifier expected");
        Rejects("enum A { a b }", "enum member");
        Rejects("namespace { }", "Namespace must be given a name");
        Rejects("export", "expected");
    }

    [Fact]
    public void Templates_and_regular_expressions()
    {
        Parses("``; `a`; `a${b}c`; `${a}${b}`; `a${`b${c}`}d`; a`b`; a.b`c${d}`; a`b``c`; `\\``; `$`; `$$ {`; `\n\n`");
        Parses("/a/; /a/gimsuyvd; /[/]/; /\\//; /(?<a>b)/; a / b / c; a = /=/; f(/a/, /b/); /[[a]&&[b]]/v; a++ / b; x = y / /z/.w");
        Parses("if (a) /b/.c(); `${/}/}`; a ? /b/ : /c/; [/a/]; !/a/; ({ a: /b/ }); return /a/");
        Parses("a`\\u{`; a`\\x`; a`\\01`");
        Rejects("`\\u{`", "Hexadecimal digit expected");
        Rejects("`\\01`", "Octal escape");
        Rejects("'\\xg'", "Hexadecimal digit expected");
        Rejects("'\\u{110000}'", "0x10FFFF");
        Rejects("/a", "Unterminated regular expression");
        Rejects("`${a", "'}' expected");
    }

    [Fact]
    public void Jsx()
    {
        foreach (var kind in new[] { ScriptKind.Tsx, ScriptKind.Jsx, ScriptKind.JavaScript })
        {
            Parses("<a />; <a></a>; <></>; <a b c='d' e={f} {...g} h=<i /> j-k='l' m:n='o' />; <a>{b}{/* c */}{...d} e &amp; f // no comment\n</a>", kind);
            Parses("<a.b.c />; <this.a />; <a:b></a:b>; <a-b></a-b>; <A>{x => <B />}</A>; a ? <b /> : <c />; a && <b />", kind);
            Parses("<a b='\n\\' c=\"'\" />; <a>'it isn't # ` \\ a string'</a>", kind);
            Parses("<div>{a}{' '}<b>c</b></div>; return (<a>\n  text\n</a>)", kind);
        }

        Parses("<A<B> c={d} />; <T,>(a: T) => a; <T extends U>(a: T) => a; <const T,>(a: T) => a; f<T>(<a />)", ScriptKind.Tsx);
        Assert.Equal(SyntaxKind.TypeAssertionExpression, Parse("<a>b").Root.FirstChild.FirstChild.Kind);
        Rejects("<a></b>", "closing", ScriptKind.Tsx);
        Rejects("<a>", "closing", ScriptKind.Tsx);
        Rejects("<a><b></a>", "closing", ScriptKind.Tsx);
        Rejects("<><a></></a>", "closing", ScriptKind.Tsx);
        Rejects("<a /><b />", "one parent", ScriptKind.Tsx);
        Rejects("<a>></a>", "Did you mean", ScriptKind.Tsx);
        Rejects("<a>}</a>", "Did you mean", ScriptKind.Tsx);
        Rejects("<a b=c />", "'{' or JSX element expected", ScriptKind.Tsx);
        Rejects("const a = <div>b", "closing", ScriptKind.Tsx);
    }

    [Fact]
    public void Names_and_what_stands_between_them()
    {
        Parses("#!/usr/bin/env node\na");
        Parses("\uFEFFa");
        Parses("ünïcödé; 変数; \\u0061bc; \\u{61}bc; a\\u0062c; $; _; ℮; a\u200Cb");
        Parses("a\u00A0=\u2003b\u2028c\u2029d\u3000;");
        Parses("/* a */ b // c\n/** d */ e /**/ /***/");
        Parses("class A { #\\u0061; #変数 }");
        Parses("a <!-- b\n--> c\nd", ScriptKind.JavaScript);
        Parses("/* a */ --> b", ScriptKind.JavaScript);
        Parses("a<!--b;\nexport { }", ScriptKind.JavaScript);
        Rejects("a <!-- b c\nexport { }", "';' expected", ScriptKind.JavaScript);
        Rejects("a \\ b", "Invalid character");
        Rejects("l\\u0065t a; v\\u0061r b", "escape characters");
        Rejects("a # b", "Invalid character");
        Rejects("/* a", "'*/' expected");
        Rejects("<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n", "Merge conflict");
    }

    [Fact]
    public void Comments_and_lines_are_kept()
    {
        var tree = Parse("// a\nb /* c\nd */ `// e` /f*/ + '/*'\r\n// g\u2028h", ScriptKind.TypeScript);
        Assert.Equal([(0, 4, false), (7, 16, true), (37, 41, false)], tree.Comments.Select(comment => (comment.Span.Start, comment.Span.End, comment.IsBlock)));
        Assert.Equal(5, tree.Lines.Count);
        Assert.Equal(3, tree.Lines.LineOf(13));

        // What lies in JSX text is no comment, and what was read on trial is not there twice.
        Assert.Empty(Parse("<a>// b /* c */</a>", ScriptKind.Tsx).Comments);
        Assert.Single(Parse("(a, /* b */ c) + 1").Comments);
        Assert.Single(Parse("a < b /* c */ > d").Comments);
    }
}
