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
        OneFile("objects whose methods give one another", 19, n => $"interface Box<T> {{ v: T; {Joined(n, " ", i => $"a{i}(): Box<T>;")} }}\ndeclare class Real {{ {Joined(n, " ", i => $"a{i}(): Real;")} }}\ndeclare function open<T>(box: Box<T>): Promise<T>;\nexport async function f(x: Real) {{\n{Lines(8, _ => "  open(x);")}}}\n"),
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

        // What is made of itself, and what multiplies.
        OneFile("constants made of themselves", 10, n => Lines(n, i => $"const join{i}: any = ['a'].join(join{i}); const own{i}: any = own{i}.x; const a{i}: any = b{i}.x; const b{i}: any = a{i}.y; const two{i}: any = {{ x: two{i}.x.x }};\nexport async function f{i}() {{ setTimeout(() => {{}}, own{i}.ttl); await fetch(join{i}, a{i}); await fetch(two{i}.x.x); }}")),
        OneFile("numbers and empty texts that double", 40, n => $"const n0 = 1; const s0 = [].join('');\n{Lines(n, i => $"const n{i + 1} = n{i} + n{i}; const s{i + 1} = s{i} + s{i};")}export async function f() {{ setTimeout(() => {{}}, n{n}); await fetch(s{n}); }}\n"),
        OneFile("a long text that doubles", 20, n => $"const s0 = '{new string('a', 50_000)}';\n{Lines(n, i => $"const s{i + 1} = s{i} + s{i};")}export async function f() {{ await fetch(s{n}); }}\n"),
        OneFile("options that multiply", 12, n => $"import {{ Pool }} from 'pg';\nconst o0 = {{}};\n{Lines(n, i => $"const o{i + 1} = {{ {Repeat($"...o{i}, ", 12)} }};")}export const pool = new Pool(o{n});\n"),
        OneFile("columns made of themselves", 10, n => $"import {{ Column, Entity, Index, PrimaryGeneratedColumn }} from 'typeorm';\n{Lines(n, i => $"const no{i}: any = !no{i}; const key{i}: any = [{Repeat($"key{i}, ", 12)}];\n@Entity() @Index(key{i}, {{ unique: true }}) export class E{i} {{ @PrimaryGeneratedColumn() id!: number; @Column({{ unique: no{i} }}) a!: string; }}")}"),
        OneFile("keys made of themselves", 10, n => $"import {{ pgTable, primaryKey, serial }} from 'drizzle-orm/pg-core';\n{Lines(n, i => $"const k{i}: any = [{Repeat($"k{i}, ", 12)}]; export const t{i}: any = pgTable('t{i}', {{ id: serial('id') }}, () => [primaryKey({{ columns: k{i} }}), ...k{i}]);")}"),
        OneFile("conditions made of themselves in Prisma", 10, n => $"import {{ PrismaClient }} from '@prisma/client';\nconst prisma = new PrismaClient();\n{Lines(n, i => $"const not{i}: any = {{ NOT: not{i} }}; const and{i}: any = {{ AND: [and{i}, and{i}] }}; const list{i}: any = [list{i}]; const key{i}: any = {{ a_b: {{ ...key{i} }}, a: 1, b: 2 }};\nexport async function f{i}() {{ {Of("not", i)} {Of("and", i)} {Of("list", i)} {Of("key", i)} }}")}"),
        OneFile("conditions made of themselves in Drizzle", 10, n => $"import {{ and, sql }} from 'drizzle-orm';\nimport {{ drizzle }} from 'drizzle-orm/node-postgres';\nimport {{ pgTable, serial }} from 'drizzle-orm/pg-core';\nconst db = drizzle('');\nconst users = pgTable('users', {{ id: serial('id') }});\n{Lines(n, i => $"const and{i}: any = and({Repeat($"and{i}, ", 12)}); const sql{i}: any = sql`{Repeat($"${{sql{i}}} ", 12)}`; const list{i}: any = [list{i}];\nexport async function f{i}() {{ await db.select().from(users).where(and{i}); await db.update(users).set({{ n: sql{i} }}).where(sql{i}); await db.select().from(users).where(and(list{i})); }}")}"),
        OneFile("conditions, tables and keys made of themselves in Knex", 10, n => $"import knex from 'knex';\nconst db = knex({{ client: 'pg' }});\n{Lines(n, i => $"const list{i}: any = [list{i}]; const t{i}: any = {{ u: {{ ...t{i} }} }};\nexport async function f{i}() {{ const raw: any = db.raw('? ? ? ? ? ?', [raw, raw, raw, raw, raw, raw]); await raw; await db('x').where(list{i}).update({{ b: 1 }}); await db({{ ...t{i} }}).where('a', 1).update({{ b: 1 }}); await db('x').insert({{ a: 1 }}).onConflict({{ ...t{i} }}).merge(); }}")}"),
        OneFile("options made of themselves in Sequelize", 10, n => $"import {{ Model, Sequelize }} from 'sequelize';\nconst sequelize = new Sequelize('x');\nclass User extends Model {{}}\nUser.init({{}}, {{ sequelize, tableName: 'users' }});\n{Lines(n, i => $"const a{i}: any = {{ include: [{{ model: User, ...a{i} }}, {{ model: User, ...a{i} }}] }};\nexport async function f{i}() {{ const u: any = await User.findOne(a{i}); u.n = 1; await u.save(); }}")}"),
        OneFile("options in options that double", 30, n => $"import {{ Model, Sequelize }} from 'sequelize';\nconst sequelize = new Sequelize('x');\nclass User extends Model {{}}\nUser.init({{}}, {{ sequelize, tableName: 'users' }});\nconst a0: any = {{ where: {{ id: 1 }} }};\n{Lines(n, i => $"const a{i + 1}: any = {{ include: [a{i}, a{i}] }};")}export async function f() {{ await User.findOne(a{n}); }}\n"),
        OneFile("promises and signals made of themselves", 10, n => Lines(n, i => $"export async function f{i}(x: any) {{ const p: Promise<void> = new Promise((resolve) => resolve(p)); const s: AbortSignal = s.signal; s.addEventListener('abort', () => {{ x(); }}); return p; }}\nf{i}(1);")),
        OneFile("promises that multiply", 12, n => $"declare function h(i: number): Promise<number>;\nconst p0 = [h(1)];\n{Lines(n, i => $"const p{i + 1} = [{Repeat($"...p{i}, ", 12)}];")}export function f() {{ void Promise.all(p{n}); }}\n"),
        OneFile("columns that are given what they have", 10, n => $"{Pool}{Lines(n, i => $"export async function f{i}(id: string, x: any) {{ const {{ rows: [row] }} = await pool.query('SELECT id, balance, other FROM accounts WHERE id = $1', [id]);\nrow.balance = x; row.balance = row.balance; await pool.query('UPDATE accounts SET balance = $1 WHERE id = $2', [row.balance, id]); }}")}"),
        OneFile("readers that call each other", 10, n => $"import {{ PrismaClient }} from '@prisma/client';\nconst prisma = new PrismaClient();\n{Lines(n, i => $"export async function f{i}(id: string): Promise<any> {{ const u = await prisma.user.findFirst({{ where: {{ id }}, include: {{ post: true }} }}); if (u.post) return null; await prisma.user.update({{ where: {{ id }}, data: {{ n: 1 }} }}); await f{(i + 1) % n}(id); return true; }}")}"),
        OneFile("functions that all call one another", 30, n => Dense(n, "x.a();", $"import {{ Mutex }} from 'async-mutex';\nimport Redlock from 'redlock';\n{Pool}const mutex = new Mutex();\nexport async function all(ids: any[]) {{ await Promise.all(ids.map((i) => f1(i))); await Promise.race([f1(1), new Promise((_, reject) => setTimeout(reject, 5))]); }}\nexport async function alone() {{ await mutex.runExclusive(async () => {{ await f1(1); }}); }}\nexport async function lock(r: Redlock) {{ const held = await r.acquire(['a'], 1000); try {{ await f1(1); }} finally {{ await held.release(); }} }}\nexport async function transaction() {{ const c = await pool.connect(); try {{ await c.query('BEGIN'); await f1(c); await c.query('COMMIT'); }} finally {{ c.release(); }} }}\nprocess.on('uncaughtException', (e) => {{ f1(e); }});\n")),
        OneFile("functions that all call one another, and write one variable", 20, n => $"{Pool}let count = 0;\n" + Dense(n, "count = count + (await x.a());", "")),
        OneFile("functions that all call one another, and hand on options", 30, n => Dense(n, "await fetch('x', x);", "")),
        OneFile("interfaces that extend eight", 8, n => $"{Lines(8, k => $"export interface I0_{k} {{ m0(): Promise<void> }}")}{Lines(n, i => Joined(8, "\n", k => $"export interface I{i + 1}_{k} extends {Joined(8, ", ", q => $"I{i}_{q}")} {{ m{i + 1}(): Promise<void> }}"))}export class A implements {Joined(8, ", ", k => $"I{n}_{k}")} {{ {Joined(n + 1, " ", i => $"async m{i}() {{ await fetch('x'); }}")} }}\ninterface Asked {{ m0(): Promise<void>; m1(): Promise<void> }}\nexport async function f(x: Asked) {{ x.m0(); await x.m1(); }}\n"),
        OneFile("callers that multiply", 6, n => $"import {{ EventEmitter }} from 'events';\nfunction f0(e: EventEmitter, x: any) {{ e.on('a', () => x()); }}\n{Lines(n, i => $"function f{i + 1}(e: EventEmitter, x: any) {{ {Repeat($"f{i}(e, x); ", 39)} }}")}export function main(x: any) {{ const e = new EventEmitter(); f{n}(e, x); }}\n"),
        ManyFiles("packages whose main is in a circle", 10, n => Enumerable.Range(0, n).SelectMany(i => (IEnumerable<(string, string)>)
            [($"src/f{i}.ts", $"import {{ y }} from 'x{i}';\nexport async function f() {{ await y.z(); }}\n"), ($"node_modules/x{i}/package.json", """{ "name": "x", "main": "./a" }"""), ($"node_modules/x{i}/a/package.json", """{ "main": "../b" }"""), ($"node_modules/x{i}/b/package.json", """{ "main": "../a" }""")])
            .Append(("package.json", "{ \"dependencies\": {" + Joined(n, ",", i => $"\"x{i}\": \"1\"") + "} }"))),
        ManyFiles("packages that say of themselves what they are", 10, n => Enumerable.Range(0, n).Select(i => ($"src/f{i}.ts", "import { Knex } from 'knex';\nimport * as all from 'knex';\nexport async function f(x: Knex.Absent, y: all.Knex.More) { await x.foo(); await y.foo(); all.Knex.nope(); }\n"))
            .Append(("package.json", """{ "dependencies": { "knex": "1" } }""")).Append(("node_modules/knex/package.json", """{ "name": "knex", "version": "1.0.0", "types": "index.d.ts" }"""))
            .Append(("node_modules/knex/index.d.ts", "import * as me from 'knex';\nexport import Knex = me.Knex.Absent;\n"))),
        ManyFiles("braces in patterns", 100, n => [("src/main.ts", "export const x = 1;\n"), ("p/package.json", """{ "name": "p" }"""), ("package.json", "{ \"workspaces\": [\"" + Repeat("{" + Joined(n, ",", i => $"a{i}") + "}", 4) + "\"] }")]),
    ];

    private static string Of(string condition, int i) => $"await prisma.user.findFirst({{ where: {condition}{i} }});";

    /// <summary>Functions of which each calls twenty others.</summary>
    private static string Dense(int n, string work, string more) =>
        more + Lines(n, i => $"export async function f{i}(x: any): Promise<any> {{ {work} {Joined(20, " ", k => $"await f{(i + (7 * k) + 1) % n}(x);")} }}");
}
