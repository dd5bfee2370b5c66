using Hostile.Model.Projects;

namespace Hostile.Bench.Growth;

public sealed partial record HostileProgram
{
    private const string Pool = "import { Pool } from 'pg';\nexport const pool = new Pool();\n";
    private const string Helper = "declare function h(i: number): Promise<number>;\n";

    /// <summary>All shapes. Each has met a step that took the square of its size, or may meet one.</summary>
    public static IReadOnlyList<HostileProgram> All { get; } =
    [
        // Long functions.
        OneFile("updates of a module variable in one function", 1000, n => $"{Helper}let n = 0;\nexport async function f() {{\n{Lines(n, i => $"  n = n + (await h({i}));")}}}\n"),
        OneFile("updates of many module variables in one function", 1000, n => $"{Helper}{Lines(n, i => $"let n{i} = 0;")}export async function f() {{\n{Lines(n, i => $"  n{i} = n{i} + (await h({i}));")}}}\n"),
        OneFile("updates of a local variable in one function", 1000, n => $"{Helper}let total = 0;\nexport async function f() {{\n  let n = 0;\n{Lines(n, i => $"  n = n + (await h({i}));")}  total = total + n;\n}}\n"),
        OneFile("updates of many local variables in one function", 1000, n => $"{Helper}let total = 0;\nexport async function f() {{\n{Lines(n, i => $"  let n{i} = await h({i});")}  total = {Joined(n, " + ", i => $"n{i}")};\n}}\n"),
        OneFile("updates of fields in one method", 1000, n => $"{Helper}class Store {{\n{Lines(n, i => $"  f{i} = 0;")}  async run() {{\n{Lines(n, i => $"    this.f{i} = this.f{i} + (await h({i}));")}  }}\n}}\nexport const store = new Store();\n"),
        OneFile("guarded updates in one function", 500, n => $"{Helper}let n = 0, busy = false;\nexport async function f() {{\n{Lines(n, i => $"  if (busy) return; busy = true; n = n + (await h({i})); busy = false;")}}}\n"),
        OneFile("a loop with many updates", 500, n => $"{Helper}let n = 0;\nexport async function f(xs: number[]) {{\n  for (const x of xs) {{\n{Lines(n, i => $"    n = n + (await h({i}));")}  }}\n}}\n"),
        OneFile("nested loops with updates", 60, n => $"{Helper}let n = 0;\nexport async function f(xs: number[]) {{\n{Lines(n, i => $"for (const x{i} of xs) {{ n = n + (await h({i}));")}{Repeat("}", n)}\n}}\n"),
        OneFile("a switch of many cases", 1000, n => $"{Pool}export async function f(x: number) {{\n  let n = 0;\n  switch (x) {{\n{Lines(n, i => $"    case {i}: n += {i}; await pool.query('SELECT {i}'); break;")}  }}\n  return n;\n}}\n"),
        OneFile("a switch that falls through", 1000, n => $"{Pool}export async function f(x: number) {{\n  let n = 0;\n  switch (x) {{\n{Lines(n, i => $"    case {i}: n += {i}; await pool.query('SELECT {i}');")}  }}\n  return n;\n}}\n"),
        OneFile("else if chain", 1000, n => $"{Helper}export async function f(x: number) {{\n  let n = 0;\n{Joined(n, " else ", i => $"if (x === {i}) {{ n = await h({i}); }}")}\n  return n;\n}}\n"),
        OneFile("independent branches", 500, n => $"{Pool}export async function f(o: Record<string, boolean>) {{\n  const client = await pool.connect();\n{Lines(n, i => $"  if (o.a{i}) await client.query('SELECT {i}');")}{Lines(n, i => $"  if (o.a{i}) await client.query('SELECT {i}');")}  client.release();\n}}\n"),
        OneFile("nested finally", 200, n => $"{Pool}export async function f() {{\n{Repeat("try { ", n)}await pool.query('SELECT 1'); return 1;{Joined(n, "", i => $" }} finally {{ await pool.query('SELECT {i}'); }}")}\n}}\n"),
        OneFile("try in sequence", 500, n => $"{Pool}export async function f() {{\n{Lines(n, i => $"  try {{ await pool.query('SELECT {i}'); }} catch (e) {{ console.error(e); }} finally {{ await pool.query('SELECT 2'); }}")}}}\n"),
        OneFile("queries in one function", 1000, n => $"{Pool}export async function f(id: string) {{\n{Lines(n, i => $"  await pool.query('SELECT a FROM t{i} WHERE id = $1', [id]);")}}}\n"),
        OneFile("reads and updates of one row in one function", 300, n => $"{Pool}export async function f(id: string) {{\n{Lines(n, i => $"  const r{i} = await pool.query('SELECT a FROM t WHERE id = $1', [id]); await pool.query('UPDATE t SET a = $1 WHERE id = $2', [r{i}.rows[0].a + 1, id]);")}}}\n"),
        OneFile("checks then inserts in one function", 300, n => $"{Pool}export async function f(id: string) {{\n{Lines(n, i => $"  const r{i} = await pool.query('SELECT a FROM t WHERE id = $1', [id]); if (r{i}.rows.length === 0) await pool.query('INSERT INTO t (id) VALUES ($1)', [id]);")}}}\n"),
        OneFile("clients taken in one function", 300, n => $"{Pool}export async function f() {{\n{Lines(n, i => $"  const c{i} = await pool.connect(); await c{i}.query('SELECT {i}'); c{i}.release();")}}}\n"),
        OneFile("clients never given back in one function", 300, n => $"{Pool}export async function f() {{\n{Lines(n, i => $"  const c{i} = await pool.connect(); await c{i}.query('SELECT {i}');")}}}\n"),
        OneFile("transactions in one function", 300, n => $"{Pool}export async function f() {{\n  const c = await pool.connect();\n{Lines(n, i => $"  await c.query('BEGIN'); await c.query('SELECT {i}'); await c.query('COMMIT');")}  c.release();\n}}\n"),
        OneFile("transactions on the pool in one function", 300, n => $"{Pool}export async function f() {{\n{Lines(n, i => $"  await pool.query('BEGIN'); await pool.query('SELECT {i}'); await pool.query('COMMIT');")}}}\n"),

        // Many functions.
        OneFile("functions that write one variable", 2000, n => $"{Helper}let n = 0;\n{Lines(n, i => $"export async function f{i}() {{ n = n + (await h({i})); }}")}"),
        OneFile("functions that write a variable of their own", 2000, n => $"{Helper}{Lines(n, i => $"let n{i} = 0; export async function f{i}() {{ n{i} = n{i} + (await h({i})); }}")}"),
        OneFile("methods that write one field", 2000, n => $"{Helper}class Store {{\n  n = 0;\n{Lines(n, i => $"  async f{i}() {{ this.n = this.n + (await h({i})); }}")}}}\nexport const store = new Store();\n"),
        OneFile("classes with a field", 1000, n => $"{Helper}{Lines(n, i => $"class S{i} {{ n = 0; async f() {{ this.n = this.n + (await h({i})); }} }}\nexport const s{i} = new S{i}();")}"),
        OneFile("methods of one name", 1000, n => $"{Helper}let n = 0;\n{Lines(n, i => $"class S{i} {{ async run() {{ n = n + (await h({i})); }} }}\nnew S{i}().run();")}"),
        ManyFiles("files with a function of one name", 500, n => Enumerable.Range(0, n).Select(i => ($"src/f{i}.ts", $"{Helper}let n = 0;\nexport async function run() {{ n = n + (await h({i})); }}\nrun();\n"))),
        OneFile("calls of one function", 5000, n => $"{Pool}async function run(sql: string) {{ await pool.query(sql); }}\nexport async function f() {{\n{Lines(n, i => $"  await run('SELECT {i}');")}}}\n"),
        OneFile("calls of one unknown name", 5000, n => $"{Pool}export async function f(x: any) {{\n{Lines(n, i => $"  await x.query('SELECT {i}');")}}}\n"),
        OneFile("mentions of one function", 3000, n => $"{Helper}let n = 0;\nexport async function run() {{ n = n + (await h(1)); }}\n{Lines(n, i => $"setTimeout(run, {i});")}"),
        OneFile("callers above callers", 1000, n => $"{Helper}let n = 0;\nasync function f0() {{ n = n + (await h(1)); }}\n{Lines(n, i => $"async function f{i + 1}() {{ await f{i}(); n = n + (await h(1)); }}")}export const last = f{n};\n"),
        OneFile("wrappers around wrappers", 500, n => $"{Pool}async function q0(sql: string) {{ return pool.query(sql); }}\n{Lines(n, i => $"async function q{i + 1}(sql: string) {{ return q{i}(sql); }}")}export async function f() {{ await q{n}('SELECT 1'); }}\n"),
        OneFile("wrappers that call one another", 500, n => $"{Pool}async function q0(sql: string): Promise<void> {{ await pool.query(sql); await q{n - 1}(sql); }}\n{Lines(n - 1, i => $"async function q{i + 1}(sql: string): Promise<void> {{ await q{i}(sql); }}")}export async function f() {{ await q1('SELECT 1'); }}\n"),
        OneFile("callbacks in callbacks", 500, n => $"{Helper}let n = 0;\n{Repeat("h(1).then(async () => { n = n + (await h(2)); ", n)}{Repeat("});", n)}\n"),
        OneFile("functions in functions", 300, n => $"{Helper}let n = 0;\n{Joined(n, "", i => $"async function f{i}() {{ n = n + (await h({i}));\n")}{Repeat("}", n)}\n"),
        OneFile("promise chain", 2000, n => $"{Helper}export const p = h(0){Joined(n, "\n", i => $".then((x) => h(x + {i}))")};\n"),
        OneFile("calls of calls", 2000, n => $"declare function g(): any;\nexport const p = g{Repeat("()", n)};\n"),
        OneFile("members of members", 2000, n => $"declare const g: any;\nexport const p = g{Repeat(".a", n)};\nlet q = 0; export async function f() {{ g{Repeat(".a", n)} = g{Repeat(".a", n)} + await q; }}\n"),

        // Types.
        OneFile("classes that extend one another", 500, n => $"{Pool}class C0 extends Pool {{}}\n{Lines(n, i => $"class C{i + 1} extends C{i} {{ async m{i}() {{ return this.query('SELECT 1'); }} }}")}export const c = new C{n}();\n"),
        OneFile("classes in a circle", 500, n => $"class C0 extends C{n - 1} {{}}\n{Lines(n - 1, i => $"class C{i + 1} extends C{i} {{ async m() {{ return this.query('SELECT 1'); }} }}")}export const c = new C1();\nc.query('SELECT 1');\n"),
        OneFile("interfaces that extend two", 40, n => $"interface I0 {{ query(sql: string): Promise<void> }}\n{Lines(n, i => $"interface I{i + 1} extends I{i}, I{Math.Max(0, i - 1)} {{}}")}export async function f(x: I{n}) {{ await x.query('SELECT 1'); await x.none('SELECT 1'); }}\n"),
        OneFile("what interfaces that extend two do not have", 40, n => $"interface I0 {{ query(sql: string): Promise<void> }}\n{Lines(n, i => $"interface I{i + 1} extends I{i}, I{Math.Max(0, i - 1)} {{}}")}export async function f(x: I{n}) {{ x.none('SELECT 1'); for (const y of x) setTimeout(x.none, 1); new x(); x.none.z(); }}\n"),
        OneFile("aliases of aliases", 1000, n => $"import type {{ Pool }} from 'pg';\ntype A0 = Pool;\n{Lines(n, i => $"type A{i + 1} = A{i};")}export async function f(x: A{n}) {{ await x.query('SELECT 1'); }}\n"),
        OneFile("aliases that double", 40, n => $"import type {{ Pool }} from 'pg';\ntype A0 = Pool | null;\n{Lines(n, i => $"type A{i + 1} = A{i} | A{i} | undefined;")}export async function f(x: A{n}) {{ await x.query('SELECT 1'); }}\n"),
        OneFile("generics that grow", 40, n => $"interface Box<T> {{ v: T; next: Box<Box<T>>; query(x: T): Box<T> }}\nexport async function f(x: Box<string>) {{ await x{Repeat(".next", n)}.query('SELECT 1'); }}\ntype G<T> = {{ a: G<G<T>>; query: T }};\nexport function g(x: G<string>) {{ return x{Repeat(".a", n)}.query('x'); }}\n"),
        OneFile("a union of many", 1000, n => $"{Lines(n, i => $"class C{i} {{ async query(sql: string) {{ return {i}; }} }}")}export async function f(x: {Joined(n, " | ", i => $"C{i}")}) {{ await x.query('SELECT 1'); }}\n"),
        OneFile("a union used often", 150, n => $"{Lines(n, i => $"class C{i} {{ async query(sql: string) {{ return {i}; }} }}")}type U = {Joined(n, " | ", i => $"C{i}")};\nexport async function f(x: U) {{\n{Lines(n, i => $"  await x.query('SELECT {i}');")}}}\n"),
        OneFile("overloads", 500, n => $"{Pool}{Lines(n, i => $"function q(a: '{i}', sql: string): Promise<void>;")}async function q(a: string, sql: string): Promise<void> {{ await pool.query(sql); }}\nexport async function f() {{\n{Lines(n, i => $"  await q('{i}', 'SELECT {i}');")}}}\n"),
        OneFile("constants of constants", 1000, n => $"{Pool}const s0 = 'SELECT 1';\n{Lines(n, i => $"const s{i + 1} = s{i};")}export async function f() {{ await pool.query(s{n}); }}\n"),
        OneFile("constants that double", 40, n => $"{Pool}const s0 = 'SELECT 1';\n{Lines(n, i => $"const s{i + 1} = s{i} + s{i};")}export async function f() {{ await pool.query(s{n}); }}\n"),
        OneFile("constants in a circle", 500, n => $"{Pool}const s0 = s{n - 1};\n{Lines(n - 1, i => $"const s{i + 1} = s{i};")}export async function f() {{ await pool.query(s1); }}\n"),
        OneFile("functions that return one another", 1000, n => $"{Pool}function g0() {{ return pool; }}\n{Lines(n, i => $"function g{i + 1}() {{ return g{i}(); }}")}export async function f() {{ await g{n}().query('SELECT 1'); }}\n"),
        OneFile("functions that return two others", 40, n => $"{Pool}function g0(b: boolean) {{ return pool; }}\nfunction g1(b: boolean) {{ return pool; }}\n{Lines(n, i => $"function g{i + 2}(b: boolean) {{ return b ? g{i}(b) : g{i + 1}(b); }}")}export async function f() {{ await g{n}(true).query('SELECT 1'); }}\n"),
        OneFile("functions that return in a circle", 300, n => $"function g0(b: boolean) {{ return b ? g{n - 1}(b) : g{n - 2}(b); }}\n{Lines(n - 1, i => $"function g{i + 1}(b: boolean) {{ return b ? g{i}(b) : g0(b); }}")}export async function f() {{ await g1(true).query('SELECT 1'); }}\n"),
        OneFile("assignments in a circle", 500, n => $"export async function f(x: any) {{\n{Lines(n, i => $"  let v{i} = x;")}{Lines(n, i => $"  v{i} = v{(i + 1) % n}; v{i} = v{(i + 7) % n}; await v{i}.query('SELECT 1');")}}}\n"),
        OneFile("destructuring", 1000, n => $"{Helper}let total = 0;\nexport async function f(x: any) {{\n  const {{ {Joined(n, ", ", i => $"a{i}")} }} = x;\n  total = total + (await h(1)) + {Joined(n, " + ", i => $"a{i}")};\n}}\n"),

        // Wide and deep syntax.
        OneFile("a wide object", 3000, n => $"import {{ Pool }} from 'pg';\nexport const pool = new Pool({{\n{Lines(n, i => $"  k{i}: {i},")}}});\nexport const o = {{\n{Lines(n, i => $"  async m{i}() {{ return this.k{i}; }},")}}};\n"),
        OneFile("spread into one another", 500, n => $"import {{ Pool }} from 'pg';\nconst o0 = {{ max: 1 }};\n{Lines(n, i => $"const o{i + 1} = {{ ...o{i}, k{i}: {i} }};")}export const pool = new Pool(o{n});\n"),
        OneFile("options that double", 40, n => $"import {{ Pool }} from 'pg';\nconst o0 = {{ max: 1 }};\n{Lines(n, i => $"const o{i + 1} = {{ ...o{i}, ...o{i} }};")}export const pool = new Pool(o{n});\n"),
        OneFile("pools with one options object", 1000, n => $"import {{ Pool }} from 'pg';\nconst options = {{\n{Lines(20, i => $"  k{i}: {i},")}}};\n{Lines(n, i => $"export const pool{i} = new Pool(options);")}"),
        OneFile("a wide class", 2000, n => $"{Pool}export class C {{\n{Lines(n, i => $"  async m{i}() {{ return this.m{(i + 1) % n}(); }}")}}}\n"),
        OneFile("a wide enum and its uses", 2000, n => $"enum E {{\n{Lines(n, i => $"  M{i} = '{i}',")}}}\n{Pool}export async function f() {{\n{Lines(n, i => $"  await pool.query(E.M{i});")}}}\n"),
        OneFile("a long array", 20_000, n => $"{Pool}export async function f() {{ await pool.query('SELECT $1', [{Joined(n, ", ", i => $"{i}")}]); }}\n"),
        OneFile("a sum of many strings", 1000, n => $"{Pool}export async function f(x: string) {{ await pool.query('SELECT ' + {Joined(n, " + ", i => $"'a{i}, '")} + '1'); }}\n"),
        OneFile("a template of many holes", 1000, n => $"{Pool}export async function f(x: string) {{ await pool.query(`SELECT {Joined(n, ", ", _ => "${x}")}`); }}\n"),
        OneFile("templates in templates", 500, n => $"{Pool}export async function f(x: string) {{ await pool.query({Repeat("`SELECT ${", n)}x{Repeat("}`", n)}); }}\n"),
        OneFile("brackets", 100_000, n => $"export const x = {Repeat("[", n)}{Repeat("]", n)};\n"),
        OneFile("open brackets", 100_000, n => $"export const x = {Repeat("([{", n / 3)}\n"),
        OneFile("parentheses", 50_000, n => $"export const x = {Repeat("(", n)}1{Repeat(")", n)};\n"),
        OneFile("blocks in blocks", 2000, n => $"{Helper}let n = 0; export async function f() {{\n{Repeat("{ n = n + (await h(1)); ", n)}{Repeat("}", n)}\n}}\n"),
        OneFile("errors only", 20_000, n => Lines(n, i => ")]} class 12 = => `")),
        OneFile("one long line", 50_000, n => $"{Helper}let n = 0; export async function f() {{ {Joined(n, " ", i => "await h(1);")} }}"),
        OneFile("one long line of comments that silence", 2000, n => $"{Helper}let n = 0; export async function f() {{ n = n + (await h(1)); }} {Repeat("/* hostile-ignore race/state-across-await -- because */ ", n)}"),
        OneFile("comments that silence the next line", 3000, n => $"{Helper}let n = 0;\n{Repeat("// hostile-ignore race/state-across-await -- because\n", n)}export async function f() {{ n = n + (await h(1)); }}\n"),
        OneFile("long names", 300, n => $"{Helper}{Lines(n, i => $"let {new string('n', n)}{i} = 0; export async function f{new string('n', n)}{i}() {{ {new string('n', n)}{i} = {new string('n', n)}{i} + (await h(1)); }}")}"),

        // Files.
        ManyFiles("imports in a circle", 500, n => Enumerable.Range(0, n).Select(i => ($"src/f{i}.ts", $"import {{ g{(i + 1) % n} }} from './f{(i + 1) % n}';\nexport function g{i}() {{ return g{(i + 1) % n}(); }}\nexport async function q{i}() {{ await g{i}().query('SELECT 1'); }}\n"))),
        ManyFiles("stars in a circle", 200, n => Enumerable.Range(0, n).Select(i => ($"src/f{i}.ts", $"import {{ absent }} from './f{(i + 1) % n}';\nexport * from './f{(i + 1) % n}';\nexport async function q{i}() {{ await absent.query('SELECT 1'); }}\n"))),
        ManyFiles("stars in diamonds", 30, n => Enumerable.Range(0, n).SelectMany(i => (IEnumerable<(string, string)>)
            [($"src/a{i}.ts", $"export * from './a{i + 1}';\nexport * from './b{i + 1}';\n"), ($"src/b{i}.ts", $"export * from './a{i + 1}';\nexport * from './b{i + 1}';\n")])
            .Append(("src/main.ts", "import { pool, absent } from './a0';\nexport async function f() { await pool.query('SELECT 1'); await absent.query('SELECT 2'); }\n"))
            .Append(($"src/a{n}.ts", "export const one = 1;\n")).Append(($"src/b{n}.ts", Pool))),
        ManyFiles("stars to all", 60, n => Enumerable.Range(0, n).Select(i => ($"src/f{i}.ts", Lines(n, k => $"export * from './f{k}';") + $"import {{ absent }} from './f{(i + 1) % n}';\nexport async function q{i}() {{ await absent.query('SELECT 1'); }}\n"))),
        ManyFiles("a barrel of many", 500, n => Enumerable.Range(0, n).Select(i => ($"src/f{i}.ts", $"import {{ pool }} from './index';\nexport const x{i} = {i};\nexport async function q{i}() {{ await pool.query('SELECT {i}'); }}\n"))
            .Append(("src/index.ts", Lines(n, i => $"export * from './f{i}';") + "export * from './pool';\n")).Append(("src/pool.ts", Pool))),
        ManyFiles("re-exports of re-exports", 60, n => Enumerable.Range(0, n).Select(i => ($"src/f{i}.ts", $"export {{ pool }} from './f{i + 1}';\n")).Append(($"src/f{n}.ts", Pool)).Append(("src/main.ts", "import { pool } from './f0';\nexport async function f() { await pool.query('SELECT 1'); }\n"))),
        ManyFiles("configurations that extend one another", 200, n => Enumerable.Range(0, n).Select(i => ($"p{i}/tsconfig.json", $$"""{ "extends": "../p{{(i + 1) % n}}/tsconfig.json" }"""))
            .Concat(Enumerable.Range(0, n).Select(i => ($"p{i}/main.ts", $"import {{ a }} from './b';\nexport const x = a;\n")))),
        ManyFiles("configurations that extend two", 30, n => Enumerable.Range(0, n).Select(i => ($"p{i}/tsconfig.json", $$"""{ "extends": ["../p{{i + 1}}/tsconfig.json", "../p{{i + 2}}/tsconfig.json"] }"""))
            .Concat(Enumerable.Range(0, n).Select(i => ($"p{i}/main.ts", $"import {{ a }} from './b';\nexport const x = a;\n")))),
        ManyFiles("path aliases", 300, n => Enumerable.Range(0, n).Select(i => ($"src/f{i}.ts", $"import {{ a }} from '@a{i}/b';\nimport {{ c }} from '@missing/{i}';\nexport const x = a;\n"))
            .Append(("tsconfig.json", "{ \"compilerOptions\": { \"paths\": {" + Joined(n, ",", i => $"\"@a{i}/*\": [\"./src/*\"]") + "} } }"))),
        ManyFiles("packages of a workspace", 300, n => Enumerable.Range(0, n).SelectMany(i => (IEnumerable<(string, string)>)
            [($"packages/p{i}/package.json", $$"""{ "name": "@x/p{{i}}", "main": "src/index.ts" }"""), ($"packages/p{i}/src/index.ts", $"import {{ y }} from '@x/p{(i + 1) % n}';\nexport const x = y;\n")])
            .Append(("package.json", "{ \"workspaces\": [" + Joined(n, ",", i => $"\"packages/p{i}*\"") + "] }"))),
        ManyFiles("ignore patterns", 300, n => Enumerable.Range(0, n).Select(i => ($"src/f{i}.ts", $"export const x = {i};\n")).Append((".gitignore", Lines(n, i => $"ignored{i}\n*.x{i}\nsrc/**/y{i}*")))),
        ManyFiles("stars in ignore patterns", 20, n => Enumerable.Range(0, n).Select(i => ($"src/{new string('a', 200)}{i}.ts", $"export const x = {i};\n")).Append((".gitignore", Lines(n, i => Repeat("*a", 20) + $"b{i}")))),
        ManyFiles("nested directories", 200, n => [($"{Repeat("d/", n)}main.ts", "export const x = 1;\n")]),
        ManyFiles("ignore files in nested directories", 100, n => Enumerable.Range(0, n).SelectMany(i => (IEnumerable<(string, string)>)[($"{Repeat("d/", i)}main{i}.ts", "export const x = 1;\n"), ($"{Repeat("d/", i)}.gitignore", "*.log\nfoo*bar\n")])),
        new("links", 300, n => Enumerable.Range(0, n).Aggregate(new MemoryTree(("src/main.ts", "export const x = 1;\n")), (tree, i) => tree.AddLink($"src/l{i}", $"l{(i + 1) % n}").AddLink($"src/m{i}.ts", "main.ts").AddLink($"d{i}", "src"))),
        OneFile("classes that make themselves", 300, n => $"{Pool}{Helper}{Lines(n, i => $"class C{i} {{ n = 0; rows = new Map(); with() {{ return new C{i}(); }} static of() {{ return this.of() ?? new C{i}(); }} async add(x: number) {{ this.n = this.n + (await h(x)); if (!this.rows.has(x)) {{ const r = await pool.query('SELECT a FROM t WHERE b = $1', [x]); this.rows.set(x, r); }} return this.with().add(x); }} }}")}"),
        OneFile("factories that return factories of their name", 300, n => $"{Pool}{Helper}{Lines(n, i => $"const make{i} = (x: number) => {{ let n = 0; return {{ make{i}: () => make{i}(n), async run() {{ n = n + (await h(x)); await pool.query('UPDATE t SET a = $1 WHERE b = $2', [n, x]); return make{i}(n).run(); }} }}; }};")}"),
        OneFile("handlers that hand themselves over", 300, n => $"{Pool}{Helper}{Lines(n, i => $"async function on{i}(x: number, next: any = on{i}) {{ const c = await pool.connect(); try {{ await next(x, on{i}); setTimeout(on{i}, x); await Promise.all([x].map(y => on{i}(y, next))); }} finally {{ c.release(); }} }}")}"),
        ManyFiles("findings", 500, n => [("src/main.ts", $"import {{ Pool }} from 'pg';\n{Helper}{Lines(n, i => $"let n{i} = 0; export async function f{i}() {{ n{i} = n{i} + (await h({i})); }}\nexport const pool{i} = new Pool();")}")]),

        // SQL.
        ManyFiles("rows of one insert", 5000, n => [("src/main.ts", Pool), ("db/1.sql", $"CREATE TABLE t (a int PRIMARY KEY, b text);\nINSERT INTO t (a, b) VALUES\n{Joined(n, ",\n", i => $"({i}, 'row {i}')")};\n")]),
        ManyFiles("inserts in one file", 5000, n => [("src/main.ts", Pool), ("db/1.sql", "CREATE TABLE t (a int PRIMARY KEY, b text);\n" + Lines(n, i => $"INSERT INTO t (a, b) VALUES ({i}, 'row {i} é');"))]),
        ManyFiles("tables in one file", 1000, n => [("src/main.ts", $"{Pool}export async function f(id: string) {{\n{Lines(n, i => $"  await pool.query('SELECT * FROM t{i} WHERE id = $1', [id]);")}}}\n"), ("db/1.sql", Lines(n, i => $"CREATE TABLE t{i} (id int PRIMARY KEY, b text REFERENCES t{i / 2});"))]),
        ManyFiles("migrations of one table", 500, n => Enumerable.Range(0, n).Select(i => ($"db/{i}.sql", $"ALTER TABLE t ADD COLUMN c{i} int; CREATE UNIQUE INDEX i{i} ON t (c{i});")).Append(("db/0000.sql", "CREATE TABLE t (id int);")).Append(("src/main.ts", Pool))),
        ManyFiles("columns of one table", 2000, n => [("src/main.ts", Pool), ("db/1.sql", $"CREATE TABLE t ({Joined(n, ", ", i => $"c{i} int UNIQUE")});\n")]),
        OneFile("a long statement in code", 2000, n => $"{Pool}export async function f(x: string) {{\n  await pool.query(`INSERT INTO t (a) VALUES {Joined(n, ", ", i => $"({i})")}`);\n  await pool.query(`SELECT * FROM t WHERE {Joined(n, " AND ", i => $"c{i} = $1")}`, [x]);\n}}\n"),
        OneFile("parentheses in a statement", 2000, n => $"{Pool}export async function f(x: string) {{ await pool.query(`SELECT {Repeat("(", n)}1{Repeat(")", n)}`); }}\n"),
        OneFile("subqueries in a statement", 300, n => $"{Pool}export async function f(x: string) {{ await pool.query(`{Repeat("SELECT * FROM (", n)}SELECT 1{Repeat(") x", n)}`); }}\n"),
        OneFile("quotes in a statement", 2000, n => $"{Pool}export async function f(x: string) {{ await pool.query(`SELECT {Repeat("$a$ ' \" ", n)}`); }}\n"),
    ];
}
