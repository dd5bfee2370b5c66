using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Xunit;

namespace Hostile.Tests.Types;

public sealed class TypesTests
{
    private const string Pg = "import { Pool, Client, PoolClient } from 'pg'; const pool = new Pool(); ";

    /// <summary>What is out of sight beside a function does not hide what the function is given.</summary>
    [Fact]
    public void Of_a_union_that_is_not_known_whole_the_function_tells_a_callbacks_parameters()
    {
        var sample = new Sample(("a.ts", "declare function act(action: { name: ((at: Date) => void) | Missing }): void; act({ name: (one) => { use(one); } });"));

        Assert.Equal("Date", sample.Inference.TypeOf(sample.Node("one", SyntaxKind.Identifier)).ToString());
    }

    [Fact]
    public void The_properties_of_an_element_reach_the_holes_of_its_style()
    {
        var sample = new Sample(("a.ts", "import styled from 'styled-components'; styled.div<{ wide: boolean }>`a ${(props) => props.wide}`;"));

        Assert.Equal("boolean", sample.Inference.TypeOf(sample.Node("props.wide")).ToString());
    }

    [Theory]
    [InlineData("const a = 1; a;", "1")]
    [InlineData("let a = 1; a;", "number")]
    [InlineData("const a = 'x' + 1; a;", "string")]
    [InlineData("const a: string | undefined = f(); a;", "string | undefined")]
    [InlineData("const a: string | undefined = f(); a!;", "string")]
    [InlineData("declare const x: unknown; x;", "unknown")]
    [InlineData("[1, 2];", "number[]")]
    [InlineData("const [a, b] = [1, 'x']; b;", "string")]
    [InlineData("const { a = 'x' } = { a: 1 } as { a?: number }; a;", "number | string")]
    [InlineData("const { a: { b } } = { a: { b: 1 } }; b;", "1")]
    [InlineData("for (const a of ['x']) { }\nconst [a] = ['x']; a;", "string")]
    [InlineData("const m = new Map<string, number>(); m.get('a');", "number | undefined")]
    [InlineData("const m = new Map<string, number>(); for (const [k, v] of m) { }\n m;", "Map<string, number>")]
    [InlineData("function f() { return 1; } f();", "number")]
    [InlineData("async function f() { return 1; } f();", "Promise<number>")]
    [InlineData("async function f() { return 1; } await f();", "number")]
    [InlineData("const f = async () => { if (x) return 'a'; return null; }; f();", "Promise<string | null>")]
    [InlineData("function f() { } f();", "void")]
    [InlineData("async function f(): Promise<Set<string>> { return g(); } (await f()).has('a');", "boolean")]
    [InlineData("const p = Promise.all([1, 'a'].map(async x => x)); p;", "Promise<(number | string)[]>")]
    [InlineData("const [a, b] = await Promise.all([g(1), 'x']); async function g<T>(t: T): Promise<T> { return t; } a;", "number")]
    [InlineData("const a = [1, 2].map(x => x + 1); a;", "number[]")]
    [InlineData("const a = [1, 2].map(x => `${x}`).filter(Boolean)[0]; a;", "string")]
    [InlineData("class A<T> { constructor(private t: T) { } get(): T { return this.t; } } new A(1).get();", "number")]
    [InlineData("class A { x = 1; } class B extends A { } new B().x;", "number")]
    [InlineData("class A { static make() { return new A(); } } A.make();", "A")]
    [InlineData("class A { x; constructor() { this.x = new Date(); } } new A().x;", "Date")]
    [InlineData("class A { on(): this { return this; } } class B extends A { } new B().on();", "B")]
    [InlineData("class A { get x() { return 'a'; } } new A().x;", "string")]
    [InlineData("interface A { a: { b: number[] } } declare const a: A; a.a.b[0];", "number")]
    [InlineData("interface A<T> { a: T } interface B extends A<string> { } declare const b: B; b.a;", "string")]
    [InlineData("type A<T> = { a: T[] }; declare const a: A<string>; a.a;", "string[]")]
    [InlineData("type A = Awaited<ReturnType<typeof f>>; async function f() { return 'a'; } declare const a: A; a;", "string")]
    [InlineData("declare const a: Partial<{ b: number }>; a.b;", "number")]
    [InlineData("declare const a: Record<string, number>; a.b;", "number")]
    [InlineData("declare const a: { b: number } & { c: string }; a.c;", "string")]
    [InlineData("interface F { (x: number): string } declare const f: F; f(1);", "string")]
    [InlineData("declare const D: { new (x: number): Date }; new D(1);", "Date")]
    [InlineData("Number('1');", "number")]
    [InlineData("/a/.exec('a');", "RegExpExecArray | null")]
    [InlineData("function* g() { yield 1; } for (const n of g()) { }\n[...g()];", "number[]")]
    [InlineData("type U<T> = T extends Promise<infer R> ? R : T; declare const a: U<Promise<string>>; a;", "string")]
    [InlineData("type E<T> = T extends string ? 1 : 2; declare const a: E<string | number>; a;", "1 | 2")]
    [InlineData("type A<T> = T extends (...args: any[]) => infer R ? R : never; declare const a: A<() => Date>; a;", "Date")]
    [InlineData("type M<T> = { [K in keyof T]: T[K][] }; declare const a: M<{ x: number }>; a.x;", "number[]")]
    [InlineData("declare const a: Record<'x' | 'y', number>; a.y;", "number")]
    [InlineData("function f(...rest) { return rest; } f();", "unknown[]")]
    [InlineData("declare class A { a(): Promise<number> } declare class B { a(): Promise<string>; b: Date } declare const x: Omit<A | B, 'b'> & { c: string }; x.a();", "Promise<number> | Promise<string>")]
    [InlineData("declare class A { a: number } declare class B { a: string; b: Date } declare const x: Omit<A | B, 'b'> & { c: string }; x.a;", "number | string")]
    [InlineData("class A { x = 1; } A.prototype;", "A")]
    [InlineData("declare const a: React.KeyboardEvent; a.key;", "string")]
    [InlineData("import { z } from 'zod'; const s = z.object({ a: z.string().optional(), b: z.array(z.number()) }); declare const v: z.infer<typeof s>; v.b;", "number[]")]
    [InlineData("import { z } from 'zod'; const s = z.object({ a: z.string() }).extend({ b: z.date() }); s.parseAsync({});", "Promise<{…}>")]
    [InlineData("import * as z from 'zod'; const r = z.object({ a: z.enum(['x', 'y']) }).safeParse({}); if (!r.success) throw 0; r.data.a;", "string")]
    [InlineData("import z from 'zod'; z.union([z.string(), z.number()]).parse(1);", "string | number")]
    [InlineData("import { FromSchema } from 'json-schema-to-ts'; const s = { type: 'object', properties: { a: { type: 'array', items: { type: 'string' } }, b: { anyOf: [{ type: 'number' }, { type: 'null' }] } } } as const; declare const v: FromSchema<typeof s>; v.a;", "string[]")]
    [InlineData("import { FromSchema } from 'json-schema-to-ts'; const s = { type: 'object', properties: { b: { anyOf: [{ type: 'number' }, { type: 'null' }] } } } as const; declare const v: FromSchema<typeof s>; v.b;", "number | null")]
    [InlineData("import { useTranslation } from 'react-i18next'; const { t } = useTranslation(); t('a');", "string")]
    [InlineData("import fastify from 'fastify'; const app = fastify(); app.get<{ Params: { id: string } }>('/', (request) => request.params.id);\nimport { FastifyRequest } from 'fastify'; declare const r: FastifyRequest<{ Params: { id: string } }>; r.params.id;", "string")]
    [InlineData("import { Mocked } from 'vitest'; interface A { m(): Promise<number> } declare const a: Mocked<A>; a.m.mockResolvedValue(1); a.m();", "Promise<number>")]
    [InlineData("import { S3Client } from '@aws-sdk/client-s3'; declare class Get { resolveMiddleware(a: any, b: any, c: any): (i: any) => Promise<{ output: { key: string } }>; } const r = await new S3Client({}).send(new Get()); r.key;", "string")]
    [InlineData("import styled from 'styled-components'; styled.div<{ wide: boolean }>`a ${(props) => props.wide}`;", "StyledComponent")]
    [InlineData("interface R { a: { b: Date } } declare const x: R['a']['b']; x;", "Date")]
    [InlineData("declare const x: Parameters<(a: string, b: number) => void>; x[1];", "number")]
    [InlineData("declare const x: Exclude<'a' | 1, string>; x;", "1")]
    [InlineData("function f<T, K extends keyof T>(o: T, k: K): T[K] { return o[k]; } f({ a: 1, b: 'x' }, 'b');", "\"x\"")]
    [InlineData("function f<T>(this: { new (): T }): T { return new this(); } class A { static make = f; } A.make();", "A")]
    [InlineData("class A<T> { get(): T { return null!; } } class B extends A<Date> { get() { return super.get(); } } new B().get();", "Date")]
    [InlineData("[1, 'a'].filter((x): x is string => true);", "string[]")]
    [InlineData("function f(x: string | number) { if (typeof x === 'string') { return x; } return null; } f(1);", "string | null")]
    [InlineData("function f(x: { k: 'a', v: 1 } | { k: 'b', v: 2 }) { if (x.k !== 'b') return; return x.v; } f(null!);", "undefined | number")]
    [InlineData("function f(e: unknown) { if (!(e instanceof Error)) throw e; return e.message; } f(1);", "string")]
    [InlineData("function isDate(x: unknown): x is Date { return true; } function f(e: unknown) { return isDate(e) ? e : null; } f(1);", "Date | null")]
    [InlineData("async function f() { return await new Q(); } class Q { then(ok: (n: number) => void) { } } f();", "Promise<number>")]
    [InlineData("import data from './data.json'; data.some.thing;", "data")]
    [InlineData("interface Box { a?: Box2 } interface Box2 { b: number } declare const x: Box; x.a?.b;", "number | undefined")]
    [InlineData("enum E { A, B } E.A;", "E")]
    [InlineData("const o = { m() { return this.x; }, x: 1 }; o.m();", "number")]
    [InlineData("const o = { a: 1 }; const p = { ...o, b: 2 }; p.a;", "1")]
    [InlineData("const o = { a: 1 }; o.b;", "unknown")]
    [InlineData("declare const k: string; const o = { a: 1, b: 2 }; o[k];", "1 | 2")]
    [InlineData("declare function all<T extends readonly unknown[]>(p: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>; (await all(['x'].map(async (s) => s))).filter(Boolean);", "string[]")]
    [InlineData("class A { n = 1 } function f(this: A) { return this.n; } f();", "number")]
    [InlineData("class A { n = 1 } type F = (this: A, s: string) => void; let x; const f: F = function (s) { x = this.n; }; x;", "number")]
    [InlineData("declare const a: { b: number } | undefined; a?.b;", "number | undefined")]
    [InlineData("declare const a: { f(): string } | undefined; a?.f();", "string | undefined")]
    [InlineData("function f(cb: (x: Date) => void) { } f(x => { x; });\nlet y; f(x => y = x); y;", "Date")]
    [InlineData("let c; c = new Date(); c;", "Date")]
    [InlineData("let c = null; c = new Date(); c;", "Date")]
    [InlineData("try { } catch (e) { e; }\nconst x = (e: any) => e; x(1);", "unknown")]
    [InlineData("const e = new EventTarget(); e;", "EventTarget")]
    [InlineData("function f(n) { return n ? f(n - 1) : 1; } f(2);", "unknown")]
    [InlineData("type Json = string | Json[]; declare const j: Json; 1 as number;", "number")]
    [InlineData("class A { child: A; name = 'a' } new A().child.child.name;", "string")]
    [InlineData("function f(x: string): string; function f(x: number): number; function f(x: any) { return x; } f(1);", "number")]
    [InlineData("const { data } = await (await fetch('x')).json(); data;", "unknown")]
    [InlineData("(await fetch('x')).ok;", "boolean")]
    public void The_last_expression_has_the_type(string text, string type) => TypeIs(text, type);

    [Theory]
    [InlineData(Pg + "pool;", "Pool")]
    [InlineData(Pg + "const c = await pool.connect(); c;", "PoolClient")]
    [InlineData(Pg + "const c = await pool.connect(); await c.query('x');", "QueryResult<unknown>")]
    [InlineData(Pg + "const { rows } = await pool.query<{ id: string }>('x'); rows[0].id;", "string")]
    [InlineData(Pg + "let c: PoolClient | undefined; c = await pool.connect(); c.release();", "void")]
    [InlineData(Pg + "pool.on('error', e => { e; }).on('connect', c => { c; });", "Pool")]
    [InlineData("import pg from 'pg'; new pg.Pool();", "Pool")]
    [InlineData("import pg from 'pg'; const { Pool } = pg; new Pool();", "Pool")]
    [InlineData("import * as pg from 'pg'; new pg.Client();", "Client")]
    [InlineData("import Pool from 'pg-pool'; new Pool();", "Pool")]
    [InlineData("const { Pool } = require('pg'); new Pool();", "Pool")]
    [InlineData("const pg = require('pg'); new pg.Pool();", "Pool")]
    [InlineData("const pool = new (require('pg').Pool)(); pool;", "Pool")]
    [InlineData("import type { Pool } from 'pg'; class R { constructor(private readonly db: Pool) { } async f() { return this.db.connect(); } } new R(x).f();", "Promise<PoolClient>")]
    [InlineData("import { Pool } from 'pg'; class R { private db = new Pool(); get() { return this.db; } } new R().get();", "Pool")]
    [InlineData("declare const p: import('pg').Pool; p;", "Pool")]
    [InlineData("const { Pool } = await import('pg'); new Pool();", "Pool")]
    [InlineData("import Redis from 'ioredis'; new Redis();", "Redis")]
    [InlineData("import { Redis } from 'ioredis'; await new Redis().get('a');", "string | null")]
    [InlineData("import IORedis from 'ioredis'; class Q { redis: IORedis; } new Q().redis.duplicate();", "Redis")]
    [InlineData("import { setTimeout as sleep } from 'node:timers/promises'; sleep(1);", "Promise<void>")]
    [InlineData("import express from 'express'; const app = express(); let r; app.get('/', (req, res) => { r = req; }); r;", "Request")]
    [InlineData("import { Worker } from 'bullmq'; let j; new Worker('q', async job => { j = job; }); j;", "Job<unknown, unknown>")]
    [InlineData("import { EventEmitter } from 'events'; class A extends EventEmitter { } new A().on('x', () => { });", "A")]
    public void Library_handles_are_typed_however_they_are_imported(string text, string type) => TypeIs(text, type);

    [Theory]
    [InlineData("const f = async <T>(fn: (c: PoolClient) => Promise<T>): Promise<T> => fn(await pool.connect()); let x; f(async c => { x = c; }); x;", "PoolClient")]
    [InlineData("const f = async <T>(fn: (c: PoolClient) => Promise<T>): Promise<T> => fn(await pool.connect()); await f(async c => 1);", "number")]
    [InlineData("class Db { async tx<T>(fn: (c: PoolClient) => Promise<T>) { return fn(await pool.connect()); } } await new Db().tx(async c => 'a');", "string")]
    public void Callbacks_of_the_program_get_the_types_that_their_taker_declares(string text, string type) => TypeIs(Pg + text, type);

    [Fact]
    public void Types_pass_from_file_to_file()
    {
        var sample = new Sample(
            ("a.ts", "import { db } from './b'; import type { Repo } from './c'; declare const r: Repo; (await r.find(db)).name;"),
            ("b.ts", "import { Pool } from 'pg'; export const db = new Pool();"),
            ("c.ts", "export interface Row { name: string } export class Repo { async find(p): Promise<Row> { return null!; } }"));

        Assert.Equal("string", sample.Inference.TypeOf(sample.LastExpression).ToString());
        Assert.Equal("Pool", sample.Inference.TypeOf(sample.Node("db", SyntaxKind.Identifier)).ToString());
    }

    [Fact]
    public void Answers_do_not_depend_on_the_order_of_asking()
    {
        const string Text = """
            function a(n) { return n > 0 ? b(n) : 1; }
            function b(n) { return n > 1 ? c(n) : 'x'; }
            function c(n) { return n > 2 ? a(n) : d(); }
            function d() { return true; }
            const r = [a(1), b(1), c(1), d()];
            """;
        var forward = new Sample(("a.ts", Text));
        var backward = new Sample(("a.ts", Text));
        var calls = new[] { "a(1)", "b(1)", "c(1)", "d()" };

        var first = calls.Select(c => forward.Inference.TypeOf(forward.Node(c, SyntaxKind.CallExpression)).ToString()).ToArray();
        var second = calls.Reverse().Select(c => backward.Inference.TypeOf(backward.Node(c, SyntaxKind.CallExpression)).ToString()).Reverse().ToArray();

        Assert.Equal(first, second);
        Assert.Equal("boolean", first[3]);
    }

    [Fact]
    public void Answers_do_not_depend_on_other_threads()
    {
        const string Text = "function a(n) { return n ? b(n) : 1; } function b(n) { return n ? c(n) : 2; } function c(n) { return n ? a(n) : 3; } const x = [a(1), b(2), c(3)];";
        var alone = new Sample(("a.ts", Text));
        var expected = alone.First.Tree.Root.DescendantsAndSelf;
        var types = new List<string>();
        foreach (var node in expected)
            types.Add(alone.Inference.TypeOf(node).ToString()!);

        for (var run = 0; run < 20; run++)
        {
            var shared = new Sample(("a.ts", Text));
            Parallel.For(0, types.Count * 4, i =>
            {
                var index = i * 7 % types.Count;
                Assert.Equal(types[index], shared.Inference.TypeOf(shared.First.Tree[index]).ToString());
            });
        }
    }

    [Fact]
    public void A_call_of_the_program_leads_to_its_function()
    {
        var sample = new Sample(("a.ts", "class A { async m() { } } const a = new A(); a.m();"));

        var callee = Assert.IsType<Callee.InProgram>(sample.Inference.CalleeOf(sample.LastExpression));

        Assert.Equal("async m() { }", Assert.Single(callee.Functions).Text);
    }

    [Theory]
    [InlineData("pool.connect();", "Acquires { Kind = Client, Callback = , CallbackArgument = 0, Expiring =  }")]
    [InlineData("pool.query('x', [1]);", "RunsSql { Sql = 0, Parameters = 1 }")]
    [InlineData("pool.query({ text: 'x', values: [1] });", "RunsSql { Sql = 0.text, Parameters = 0.values }")]
    [InlineData("(await pool.connect()).release();", "Releases { DestroyedIf = 0 }")]
    [InlineData("const text = 'x'; pool.query(text);", "RunsSql { Sql = 0, Parameters = 1 }")]
    [InlineData("pool.query('x', (e, r) => { });", "RunsSql { Sql = 0, Parameters =  } CallsBack { Function = 1, When = Later, Promise = Dropped }")]
    [InlineData("setInterval(async () => { }, 10);", "CallsBack { Function = 0, When = Often, Promise = Dropped } Root { Function = 0, Kind = Timer, Event =  } Timer { Time = 1 } Opens { What = Interval }")]
    [InlineData("[1].map(async x => x);", "CallsBack { Function = 0, When = Each, Promise = Returned }")]
    public void A_call_of_a_library_leads_to_its_effects(string text, string effects)
    {
        var sample = new Sample(("a.ts", Pg + text));

        var callee = Assert.IsType<Callee.Library>(sample.Inference.CalleeOf(sample.LastExpression));

        Assert.Equal(effects, string.Join(" ", sample.Effects.Of(callee.Signature)));
    }

    [Fact]
    public void The_class_says_what_its_handles_are()
    {
        var sample = new Sample(("a.ts", Pg + "pool;"));

        var type = Assert.IsType<LightType.Instance>(sample.Inference.TypeOf(sample.LastExpression));

        Assert.Contains(new Effect.Handle(HandleKind.Pool), sample.Effects.Of(type.Symbol));
        Assert.Contains(new Effect.EmitsError(Unheard.Crash, IsSeldom: false), sample.Effects.Of(type.Symbol));
    }

    [Fact]
    public void Options_of_a_constructor_lead_to_their_facts()
    {
        var sample = new Sample(("a.ts", "import { Pool } from 'pg'; new Pool({ max: 5 });"));
        var call = sample.LastExpression;

        var wanted = sample.Inference.ExpectedArgument(call, 0);
        var option = sample.Inference.MemberOf(wanted, Name.Of("statementTimeout"));

        Assert.Equal([new Effect.Ignored("statement_timeout")], sample.Effects.Of(option));
        Assert.Contains(new Effect.Bounds(Wait.Statement, 1, BoundBy.Server, null, "0"), sample.Effects.Of(sample.Inference.MemberOf(wanted, Name.Of("statement_timeout"))));
    }

    [Theory]
    [InlineData("'a' + 'b';", "ab")]
    [InlineData("`a ${b} c`;", "a ${…} c")]
    [InlineData("const t = 'users'; `select * from ${t} where id = ${id}`;", "select * from users where id = ${…}")]
    [InlineData("['a', 'b'].join('\\n');", "a\nb")]
    [InlineData("`  a  `.trim();", "a")]
    [InlineData("sql`select ${x}`;", "select ${…}")]
    [InlineData("const Q = { find: 'select 1' } as const; Q.find;", "select 1")]
    [InlineData("class R { static readonly FIND = 'select 2'; private readonly del = 'delete'; f() { return this.del; } } R.FIND;", "select 2")]
    [InlineData("enum T { A = 'a' } `x ${T.A}`;", "x a")]
    [InlineData("let q = 'a'; q += x; q;", "${…}")]
    [InlineData("import { Q, R as S } from './b'; Q + S.x;", "q1r1")]
    [InlineData("'a\\u0041\\n';", "aA\n")]
    public void Constant_texts_are_put_together(string text, string expected)
    {
        var sample = new Sample(("a.ts", text), ("b.ts", "export const Q = `q${N}`; const N = 1; export const R = { x: 'r1' };"));

        Assert.Equal(expected, sample.Constants.TextOf(sample.LastExpression).ToString());
    }

    [Fact]
    public void A_text_of_sql_knows_where_it_came_from()
    {
        var sample = new Sample(("a.ts", "const cols = 'id, name'; `select ${cols} from t where id = ${id}`;"));
        var text = sample.Constants.TextOf(sample.LastExpression);

        Assert.Equal("select id, name from t where id = ${0}", text.ToSql().ToString());
        Assert.Equal("'id, name'", text.SourceOf("select i".Length).Text);
        Assert.Equal("id", Assert.Single(text.Holes).Text);
    }

    [Theory]
    [InlineData("const MIN = 60 * 1000; 5 * MIN;", 300_000.0)]
    [InlineData("-1;", -1.0)]
    [InlineData("1_000;", 1000.0)]
    [InlineData("Number(x);", null)]
    public void Constant_numbers_are_computed(string text, double? expected)
    {
        var sample = new Sample(("a.ts", text));

        Assert.Equal(expected, sample.Constants.NumberOf(sample.LastExpression));
    }

    [Theory]
    [InlineData("f({ a: 1, b });", "a b")]
    [InlineData("const base = { a: 1 }; f({ ...base, b: 2, a: 3 });", "a b")]
    [InlineData("const o = { a: 1 }; o.b = 2; f(o);", "a b?")]
    [InlineData("f({ a: 1, ...(x && { b: 2 }) });", "a b?")]
    [InlineData("f(x ? { a: 1 } : { b: 1 });", "a? b?")]
    [InlineData("f({ a: 1, ...rest });", "a …")]
    [InlineData("f(Object.assign({}, { a: 1 }, y));", "a …")]
    [InlineData("const make = () => ({ a: 1 }); f(make());", "a")]
    [InlineData("function make() { return { a: 1 }; } f({ ...make(), b: 1 });", "a b")]
    [InlineData("import { options } from './b'; f(options);", "max ssl?")]
    [InlineData("import config from './c'; f(config.db);", "max")]
    [InlineData("function g(o) { f(o); } f(o);", "…")]
    public void Options_are_found_through_spreads_constants_and_calls(string text, string expected)
    {
        var sample = new Sample(
            ("a.ts", text),
            ("b.ts", "export const options = { max: 1, ...(process.env.TLS ? { ssl: true } : {}) };"),
            ("c.ts", "export default { db: { max: 2 } };"));

        var options = sample.Options.Of(sample.LastExpression.Child(SyntaxKind.ArgumentList).FirstChild);

        Assert.Equal(expected, string.Join(" ", options.All.Select(o => o.IsCertain ? $"{o.Name}" : $"{o.Name}?").Concat(options.IsOpen ? ["…"] : [])));
    }

    private static void TypeIs(string text, string type)
    {
        var sample = new Sample(("a.ts", text));

        Assert.Equal(type, sample.Inference.TypeOf(sample.LastExpression).ToString());
    }
}
