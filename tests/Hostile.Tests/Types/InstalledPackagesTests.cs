using Hostile.Model;
using Hostile.Model.Projects;
using Hostile.Syntax.TypeScript;
using Hostile.Tests.Projects;
using Xunit;

namespace Hostile.Tests.Types;

public sealed class InstalledPackagesTests
{
    [Theory]
    [InlineData("import { job } from 'types-only'; job();", "Promise<string>")]
    [InlineData("import { job } from 'exporting'; job();", "Promise<string>")]
    [InlineData("import { job } from 'exporting/deep/one'; job();", "Promise<string>")]
    [InlineData("import { job } from 'typed'; job();", "Promise<string>")]
    [InlineData("import { job } from '@scope/typed'; job();", "Promise<string>")]
    [InlineData("import { other } from 'types-only'; other();", "Promise<string>")]
    [InlineData("import { job } from 'missing'; job();", "unknown")]
    [InlineData("import { part } from 'local'; part;", "Date")]
    [InlineData("import { Pool } from 'pg'; new Pool().brandNew();", "Promise<number>")]
    [InlineData("import { Pool } from 'pg'; new Pool().end();", "Promise<void>")]
    [InlineData("everywhere;", "number")]
    [InlineData("declare class A { a: Date } declare const x: Omit<A | A, 'b'>; x.a;", "Date")]
    [InlineData("import type { Request } from 'types-only'; declare const r: Request; r.user;", "string")]
    public void Declarations_below_node_modules_are_read(string text, string type)
    {
        var model = Model(text, out _);
        var module = model.Bindings.ModuleAt("src/a.ts")!;
        var last = module.Tree.Root.Children.ToArray().Last(statement => statement.Kind is SyntaxKind.ExpressionStatement).FirstChild;

        Assert.Equal(type, model.Types.TypeOf(last).ToString());
    }

    [Fact]
    public void Nothing_is_read_before_a_type_is_asked_for()
    {
        Model("import { job } from 'types-only'; job();", out var installed);

        Assert.DoesNotContain(installed.Reads, path => path.Contains("node_modules", StringComparison.Ordinal));
    }

    private static ProjectModel Model(string text, out WatchedTree watched)
    {
        var tree = watched = new WatchedTree(new MemoryTree(
        [
            ("package.json", """{ "name": "app" }"""),
            ("src/a.ts", text),
            ("src/local.d.ts", "declare module 'local' { export const part: Date; }\ndeclare var everywhere: number;\ntype Omit<T, K> = Pick<T, Exclude<keyof T, K>>;"),
            ("src/more.ts", "import 'types-only';\ndeclare module 'types-only' { interface Request { user: string } }"),
            ("node_modules/types-only/package.json", """{ "types": "./lib/index.d.ts" }"""),
            ("node_modules/types-only/lib/index.d.ts", "export * from './other.js';\nexport declare function job(): Promise<string>;\nexport interface Request { id: string }"),
            ("node_modules/types-only/lib/other.d.ts", "export declare function other(): Promise<string>;"),
            ("node_modules/exporting/package.json", """{ "exports": { ".": { "import": { "types": "./index.d.mts", "default": "./index.mjs" } }, "./deep/*": "./deep/*.js" } }"""),
            ("node_modules/exporting/index.d.mts", "export declare function job(): Promise<string>;"),
            ("node_modules/exporting/deep/one.d.ts", "export declare function job(): Promise<string>;"),
            ("node_modules/typed/package.json", """{ "main": "index.js" }"""),
            ("node_modules/@types/typed/package.json", """{ "types": "index.d.ts" }"""),
            ("node_modules/@types/typed/index.d.ts", "export declare function job(): Promise<string>;"),
            ("node_modules/@types/scope__typed/index.d.ts", "declare function job(): Promise<string>;\ndeclare namespace whole { export { job }; }\nexport = whole;"),
            ("node_modules/@types/pg/index.d.ts", "export declare class Pool { brandNew(): Promise<number>; end(): string; }"),
        ]));
        var discovered = Discovery.Find(tree, new());
        var files = discovered.Files.Where(file => file.Language != Language.Configuration).Select(file => SourceReader.Read(tree, file, new()).File).OfType<ProgramFile>().ToArray();
        var resolver = new ModuleResolver(Packages.Read(tree, discovered.Files), discovered.Files);
        return ModelBuilder.Build([.. files.Select(file => new SourceFile(file.Path, file.Bytes))], resolver.FileOf, installed: new(tree));
    }
}
