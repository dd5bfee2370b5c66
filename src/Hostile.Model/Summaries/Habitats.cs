using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Which files run in a browser, where an unhandled rejection ends no process.
/// A file does when its own text says so, or when it is imported and everything that imports it does.
/// </summary>
internal sealed class Habitats
{
    private static readonly KindSet Kinds = KindSet.Of(SyntaxKind.ExpressionStatement, SyntaxKind.JsxAttribute, SyntaxKind.CallExpression, SyntaxKind.TypeOfExpression, SyntaxKind.PropertyAccessExpression);

    /// <summary>A file that more lead to is for everybody.</summary>
    private const int MostUsers = 200;

    private readonly HashSet<Module> inBrowser = [];
    private readonly HashSet<Module> forPages;
    private readonly ConcurrentDictionary<Module, bool> onServer = new();
    private readonly Lazy<HashSet<Module>> needing;
    private readonly ModuleGraph graph;

    /// <summary>The names of the functions that only pages call, as the knowledge files say: <c>onMounted</c>.</summary>
    private readonly HashSet<Name> pageFunctions;

    public Habitats(ProjectModel project, ModuleGraph graph)
    {
        this.graph = graph;
        var modules = project.Bindings.Modules;
        var onServers = graph.All.Where(UsesServer).ToList();
        needing = new(() => graph.LeadingTo(onServers.Concat(UsersOf(DatabasesOf(project), graph))));
        pageFunctions = [.. PageFunctions(project)];
        var own = project.Workers.Select(modules.Length, i => SaysSoItself(project, modules[i]));
        var pinned = modules.Where((_, i) => own[i]).ToHashSet();
        // An entry is a page's when its imports lead to files of the browser and to nothing that only a server has.
        var (leadingToPages, leadingToServers) = (graph.LeadingTo(pinned), graph.LeadingTo(onServers));
        HashSet<Module> pages = [.. pinned, .. modules.Where(module => leadingToPages.Contains(module) && !leadingToServers.Contains(module))];
        var packages = FilesByPackage(project);
        pages.UnionWith(packages.Where(files => files.Exists(pinned.Contains) && !files.Exists(needing.Value.Contains)).SelectMany(files => files).Where(file => graph.ImportersOf(file).Count == 0));
        forPages = [.. packages.Where(files => IsForPages(project, files, pinned, onServers)).SelectMany(files => files)];

        // "'use server'": pages import it, and what they call runs on the server.
        inBrowser.UnionWith(pages.Concat(modules.Where(module => graph.ImportersOf(module).Any(IsNoTest))).Where(module => !FileRoots.IsOfServer(module)));

        // The largest set that holds with itself: files that import one another in a circle stay in or go together.
        var work = new Queue<Module>(modules.Where(module => !inBrowser.Contains(module) && IsNoTest(module)));
        while (work.TryDequeue(out var outside))
        {
            foreach (var imported in graph.ImportsOf(outside))
            {
                if (!pinned.Contains(imported) && inBrowser.Remove(imported))
                    work.Enqueue(imported);
            }
        }

        // A circle that nothing from outside enters is a page's only when a page leads there: a server whose entry is imported by what it imports has no beginning either.
        inBrowser.IntersectWith(graph.ReachedFrom(pages.Where(inBrowser.Contains)));
        AddPackagesOfPages(project, packages, [.. onServers]);
    }

    /// <summary>Whether a file belongs to a package for pages, whoever else runs it.</summary>
    public bool IsForPages(Module module) => forPages.Contains(module);

    /// <summary>Whether a file runs in a browser, and nowhere else as far as we see.</summary>
    public bool IsInBrowser(Module module) => inBrowser.Contains(module);

    /// <summary>Whether a file, or one that it imports, needs what only a server has, or everything that leads to it does; or its folder says so.</summary>
    public bool IsOnServer(Module module) => onServer.GetOrAdd(module, static (one, self) => IsOfServerFolder(one.Path) || self.needing.Value.Contains(one) || self.EntriesOf(one) is { Count: > 0 } entries && entries.TrueForAll(self.needing.Value.Contains), this);

    /// <summary>The files that lead to a file and that nobody imports; none when there are too many to tell.</summary>
    private List<Module> EntriesOf(Module module)
    {
        var entries = new List<Module>();
        var users = new List<Module> { module };
        for (var i = 0; i < users.Count; i++)
        {
            Workers.Step();
            if (users.Count > MostUsers)
                return [];
            var importers = graph.ImportersOf(users[i]).Where(IsNoTest).ToList();
            if (importers.Count == 0 && users[i] != module)
                entries.Add(users[i]);
            users.AddRange(importers.Where(importer => !users.Contains(importer)));
        }

        return entries;
    }

    /// <summary>The files that import a library that gives connections to a database, a cache or a queue.</summary>
    private static IEnumerable<Module> UsersOf(HashSet<Name> databases, ModuleGraph graph) => graph.All.Where(module => module.Specifiers.Any(databases.Contains));

    /// <summary>The names of the modules that such libraries declare.</summary>
    private static HashSet<Name> DatabasesOf(ProjectModel project)
    {
        var found = new HashSet<Name>();
        foreach (var library in project.Bindings.Libraries)
        {
            var symbols = Enumerable.Range(0, library.SymbolCount).Select(library.SymbolAt);
            if (!symbols.Any(symbol => symbol.Is(SymbolFlags.Class | SymbolFlags.Interface) && project.Effects.Of(symbol).Any(effect => effect is Effect.Handle { Kind: not HandleKind.Lock })))
                continue;
            foreach (var declared in library.Tree.Root.Children)
            {
                if (declared.Is(SyntaxKind.ModuleDeclaration) && StringLiteral.From(declared.FirstAfterModifiers()) is { Value: var name })
                    found.Add(Name.Of(name));
            }
        }

        return found;
    }

    /// <summary>The files of each package, without those that only its building and its tests run.</summary>
    private static List<List<Module>> FilesByPackage(ProjectModel project)
    {
        var packages = new Dictionary<string, List<Module>>(StringComparer.Ordinal);
        foreach (var module in project.Bindings.Modules.Where(IsNoTest))
        {
            // "vite.config.ts" is run by the tool that builds the pages.
            if (module.Path.Contains(".config.", StringComparison.Ordinal) || module.Path.Split('/').Any(part => part is "tool" or "tools" or "scripts" or "bench") || project.PackageOf(module)?.Directory is not { Length: > 0 } directory)
                continue;
            if (!packages.TryGetValue(directory, out var files))
                packages.Add(directory, files = []);
            files.Add(module);
        }

        return [.. packages.Values];
    }

    /// <summary>Whether a package is one for pages that may run elsewhere, too: more of its files say that they run in a browser than need a server, and it is built on nothing that serves.</summary>
    private static bool IsForPages(ProjectModel project, List<Module> files, HashSet<Module> pinned, List<Module> onServers)
    {
        var pages = files.Count(pinned.Contains);
        return pages >= FewestPages && pages > files.Count(onServers.Contains) && project.PackageOf(files[0]) is { } package && !Serving.Any(package.Dependencies.ContainsKey);
    }

    /// <summary>Packages that need no server and that only packages for pages import are for pages, too, and so on down.</summary>
    private void AddPackagesOfPages(ProjectModel project, List<List<Module>> packages, HashSet<Module> onServers)
    {
        var open = packages.Where(files => !forPages.Contains(files[0]) && !files.Exists(onServers.Contains) && project.PackageOf(files[0]) is { } package && !Serving.Any(package.Dependencies.ContainsKey)).ToList();
        for (var isMore = forPages.Count > 0; isMore;)
        {
            isMore = false;
            for (var i = open.Count - 1; i >= 0; i--)
            {
                var own = open[i].ToHashSet();
                var users = open[i].SelectMany(graph.ImportersOf).Where(importer => IsNoTest(importer) && !own.Contains(importer)).ToList();
                if (users.Count == 0 || !users.TrueForAll(user => forPages.Contains(user) || inBrowser.Contains(user)))
                    continue;
                forPages.UnionWith(open[i]);
                open.RemoveAt(i);
                isMore = true;
            }
        }
    }

    /// <summary>One file that looks for a window may only ask where it runs.</summary>
    private const int FewestPages = 2;

    /// <summary>What packages that answer requests are built on.</summary>
    private static readonly string[] Serving = ["next", "nuxt", "express", "fastify", "hono", "koa", "@nestjs/core", "@remix-run/node", "@remix-run/express", "react-router", "@react-router/node", "@sveltejs/kit", "astro", "@trpc/server", "h3", "elysia"];

    /// <summary><c>plugins/mail/server/send.ts</c></summary>
    private static bool IsOfServerFolder(string path) => $"/{path}".Contains("/server/", StringComparison.Ordinal) || $"/{path}".Contains("/backend/", StringComparison.Ordinal);

    /// <summary>Imports of what no browser has: files, sockets, processes.</summary>
    private static bool UsesServer(Module module)
    {
        foreach (var statement in module.Tree.Root.Children)
        {
            if (statement.Is(SyntaxKind.ImportDeclaration) && StringLiteral.From(statement.Child(SyntaxKind.StringLiteral)) is { Value: var name } && IsOfServer(name))
                return true;
            if (statement.Is(SyntaxKind.VariableStatement) && RequiresServer(statement))
                return true;
        }

        return false;
    }

    private static bool IsOfServer(string name) => name.StartsWith("node:", StringComparison.Ordinal)
        || name is "hono/http-exception" or "fs" or "fs/promises" or "http" or "https" or "net" or "os" or "child_process" or "worker_threads" or "cluster" or "dns" or "tls" or "readline" or "async_hooks" or "zlib" or "http2" or "dgram" or "v8" or "vm";

    /// <summary>"const fs = require('fs').promises;"</summary>
    private static bool RequiresServer(SyntaxNode statement)
    {
        foreach (var list in statement.Children)
        {
            foreach (var declaration in list.Children)
            {
                var value = declaration.Child(SyntaxKind.Initializer).FirstChild;
                while (value.Is(SyntaxKind.PropertyAccessExpression))
                    value = value.FirstChild;
                if (value.Is(SyntaxKind.CallExpression) && value.FirstChild.TextIs("require"u8) && StringLiteral.From(value.Child(SyntaxKind.ArgumentList).FirstChild) is { Value: var name } && IsOfServer(name))
                    return true;
            }
        }

        return false;
    }

    private static bool IsNoTest(Module module) => !module.Roles.HasFlag(ModuleRoles.Test);

    private static IEnumerable<Name> PageFunctions(ProjectModel project)
    {
        foreach (var symbol in project.Bindings.LibrarySymbols(SymbolFlags.Function))
        {
            if (IsOfPage(project, symbol))
                yield return symbol.Name;
        }
    }

    private static bool IsOfPage(ProjectModel project, Symbol symbol) => project.Effects.Of(symbol).Any(effect => effect is Effect.OfPage);

    private bool SaysSoItself(ProjectModel project, Module module)
    {
        var (uses, asks) = (0, 0);
        foreach (var node in module.Tree.NodesOf(Kinds))
        {
            switch (node.Kind)
            {
                // "'use client'" as the first statement.
                case SyntaxKind.ExpressionStatement when node.Parent.Is(SyntaxKind.SourceFile) && StringLiteral.From(node.FirstChild) is { Value: "use client" }:
                    return true;
                // "<button onClick={…}>": only a page has somebody to click.
                case SyntaxKind.JsxAttribute when IsEventName(node.FirstChild.Bytes) && node.ChildAt(1).Is(SyntaxKind.JsxExpression):
                    return true;
                // "useState()" in "function Page()" or "function useThing()".
                case SyntaxKind.CallExpression when node.FirstChild.Is(SyntaxKind.Identifier) && IsHookName(node.FirstChild.Bytes) && IsInComponent(node):
                    return true;
                // "onMounted(() => …)"
                case SyntaxKind.CallExpression when node.FirstChild.Is(SyntaxKind.Identifier) && pageFunctions.Count > 0 && pageFunctions.Contains(module.NameOf(node.FirstChild)) && IsOfPage(project, project.Bindings.SymbolOf(node.FirstChild)):
                    return true;
                // "typeof window" asks where it runs: it may be elsewhere.
                case SyntaxKind.TypeOfExpression when IsPage(node.FirstChild, module):
                    asks++;
                    break;
                case SyntaxKind.PropertyAccessExpression when IsPage(node.FirstChild, module):
                    uses++;
                    break;
            }
        }

        return uses > 2 * asks;
    }

    private static bool IsEventName(ReadOnlySpan<byte> name) => name.Length > 3 && name.StartsWith("on"u8) && char.IsAsciiLetterUpper((char)name[2]);

    private static bool IsHookName(ReadOnlySpan<byte> name) => name.Length > 3 && name.StartsWith("use"u8) && char.IsAsciiLetterUpper((char)name[3]);

    private static bool IsInComponent(SyntaxNode node)
    {
        for (var at = node.Parent; at.Exists; at = at.Parent)
        {
            if (FunctionLike.From(at) is not { } function)
                continue;
            var name = function.Name.Exists ? function.Name : at.Parent.Is(SyntaxKind.Initializer) && at.Parent.Parent.Is(SyntaxKind.VariableDeclaration) ? at.Parent.Parent.FirstChild : default;
            if (name.Is(SyntaxKind.Identifier) && !at.Is(SyntaxKind.MethodDeclaration) && (IsHookName(name.Bytes) || (name.Bytes is [var first, ..] && char.IsAsciiLetterUpper((char)first))))
                return true;
        }

        return false;
    }

    private static bool IsPage(SyntaxNode node, Module module) =>
        node.Is(SyntaxKind.Identifier) && (node.TextIs("window"u8) || node.TextIs("document"u8) || node.TextIs("localStorage"u8) || node.TextIs("sessionStorage"u8) || node.TextIs("indexedDB"u8)) && !module.LocalSymbolOf(node).Exists;
}
