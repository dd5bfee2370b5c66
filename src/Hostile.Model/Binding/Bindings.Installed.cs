using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Projects;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Binding;

/// <summary>
/// What stands outside the program's own modules: the declarations of installed packages, read one by one when something of theirs is asked for, and names
/// that several files declare together. Which of them are read changes no answer.
/// </summary>
public sealed partial class Bindings
{
    private readonly InstalledPackages? installed;
    private readonly ConcurrentDictionary<string, Lazy<Module?>> external = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SyntaxTree, Module> externalTrees = new();
    private readonly ConcurrentDictionary<Symbol, ImmutableArray<Symbol>> peers = new();
    private readonly Dictionary<Name, ImmutableArray<ExportTable>> declaredHere = [];
    private readonly List<(string Before, string After, ExportTable Table)> patterns = [];
    private readonly Lazy<Additions> additions;
    private readonly Lazy<Ambience> types;
    private readonly Lazy<Ambience> runtime;

    /// <summary>
    /// Other symbols that belong to the same thing: a global interface that several files declare, what <c>declare module</c> adds to a module's, and what an
    /// installed package says of a class that a knowledge file tells of only in part.
    /// </summary>
    public ImmutableArray<Symbol> PeersOf(Symbol symbol) =>
        symbol.Exists && !isPeering && !symbol.IsMember && symbol.Is(SymbolFlags.Class | SymbolFlags.Interface | SymbolFlags.Namespace | SymbolFlags.Function | SymbolFlags.Var | SymbolFlags.Const)
            ? isAdding ? FindPeers(symbol) : peers.GetOrAdd(symbol, static (symbol, self) => self.FindPeers(symbol), this)
            : [];

    private ImmutableArray<Symbol> FindPeers(Symbol symbol)
    {
        var found = ImmutableArray.CreateBuilder<Symbol>();
        var scope = symbol.Scope.Node;
        if (globals.TryGetValue(symbol.Name, out var known) && known.Contains(symbol))
        {
            found.AddRange(known.Where(other => other != symbol));
            if (installed is not null && symbol.Is(SymbolFlags.Class | SymbolFlags.Interface | SymbolFlags.Namespace))
            {
                foreach (var twin in GlobalsOf(symbol.Name))
                    found.Add(twin);
            }
        }
        else if ((symbol.Module.Roles & ModuleRoles.Installed) != 0 && installed is not null && GlobalsOf(symbol.Name) is var others && others.Contains(symbol))
        {
            found.AddRange(others.Where(other => other != symbol));
        }
        else if (symbol.Module.IsBuiltIn && installed is not null && scope.Kind is SyntaxKind.ModuleDeclaration && symbol.Scope is var inside
            && symbol.Module.AmbientModules.FirstOrDefault(table => table.ScopeIndex == inside.Index) is { } ambientTable)
        {
            if (FindInstalled(symbol.Module, ambientTable.AmbientName.ToString()) is { } twin && ExportedByItself(twin, symbol.Name) is { Exists: true } same && same != symbol)
                found.Add(same);
        }
        else if (scope.Kind is SyntaxKind.ModuleDeclaration && symbol.Module.SymbolOfDeclaration(scope) is { Exists: true } around)
        {
            // Members of namespaces that merge, merge.
            foreach (var other in PeersOf(around).Add(around))
            {
                foreach (var declaration in other.Declarations)
                {
                    if (declaration.Kind is SyntaxKind.ModuleDeclaration && other.Module.ScopeOpenedBy(declaration).Find(symbol.Name) is { Exists: true } member && member != symbol && !found.Contains(member))
                        found.Add(member);
                }
            }
        }

        if (declaredHere.Count > 0 && !isAdding && additions.Value.ToSymbols.TryGetValue(symbol, out var added))
            found.AddRange(added);
        return found.ToImmutable();
    }

    /// <summary>What an installed module exports by what it says itself: "export import types = pg.types.more" of its own package would ask for the peers of what it is to be a peer of.</summary>
    private Symbol ExportedByItself(ExportTable table, Name name)
    {
        isPeering = true;
        try
        {
            return Export(table, name, 0).Symbol;
        }
        finally
        {
            isPeering = false;
        }
    }

    /// <summary>While peers are looked for, nothing has any.</summary>
    [ThreadStatic]
    private static bool isPeering;

    /// <summary>What <c>declare module</c> in the program adds to a module under a new name.</summary>
    private Symbol Added(ExportTable table, Name name) =>
        declaredHere.Count > 0 && !isAdding && additions.Value.ToModules.TryGetValue((table, name), out var added) ? added : default;

    /// <summary>While additions are looked for they do not count: each goes to what the module itself exports.</summary>
    [ThreadStatic]
    private static bool isAdding;

    private Additions FindAdditions()
    {
        var toSymbols = new Dictionary<Symbol, ImmutableArray<Symbol>>();
        var toModules = new Dictionary<(ExportTable, Name), Symbol>();
        isAdding = true;
        foreach (var (specifier, tables) in declaredHere.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal))
        {
            foreach (var table in tables)
            {
                if (ModuleFor(table.Module, specifier) is not { } target || tables.Contains(target))
                    continue;
                foreach (var symbol in table.Scope.Symbols().Reverse())
                {
                    if (Export(target, symbol.Name, 0).Symbol is { Exists: true } same)
                        toSymbols[same] = toSymbols.GetValueOrDefault(same, []).Add(symbol);
                    else
                        toModules.TryAdd((target, symbol.Name), symbol);
                }
            }
        }

        isAdding = false;
        return new(toSymbols, toModules);
    }

    /// <summary>Names that the program declares for everyone: <c>declare module 'x'</c>, <c>declare global</c>, and whatever stands in a declaration file that is no module.</summary>
    private void AddDeclared(Module module)
    {
        foreach (var table in module.AmbientModules)
        {
            var name = table.AmbientName.ToString();
            if (name.IndexOf('*') is >= 0 and var star)
                patterns.Add((name[..star], name[(star + 1)..], table));
            else
                declaredHere[table.AmbientName] = declaredHere.GetValueOrDefault(table.AmbientName, []).Add(table);
        }

        foreach (var scope in module.GlobalScopes)
        {
            // A script's own variables are global too, but few programs mean it.
            if (scope.Index != 0 || module.Path.EndsWith(".d.ts", StringComparison.Ordinal))
                Add(scope, globals);
        }
    }

    private static void AddGlobals(Module module, Dictionary<Name, ImmutableArray<Symbol>> to)
    {
        foreach (var scope in module.GlobalScopes)
            Add(scope, to);
    }

    private static void Add(Scope scope, Dictionary<Name, ImmutableArray<Symbol>> to)
    {
        foreach (var symbol in scope.Symbols().Reverse())
            to[symbol.Name] = to.GetValueOrDefault(symbol.Name, []).Add(symbol);
    }

    /// <summary>A module that a declaration file of the program declares whole; a block in a module only adds to what is there.</summary>
    private ExportTable? FindAmbientHere(Name specifier) =>
        declaredHere.TryGetValue(specifier, out var tables) ? tables.FirstOrDefault(table => !table.Module.IsModule) : null;

    /// <summary>A module that the program itself declares: <c>declare module 'x'</c>, <c>declare module '*.svg'</c>.</summary>
    private ExportTable? FindDeclaredHere(Module from, Name specifier, string text)
    {
        if (declaredHere.TryGetValue(specifier, out var tables))
            return tables.FirstOrDefault(table => table.Module != from);
        foreach (var (before, after, table) in patterns)
        {
            if (text.Length >= before.Length + after.Length && text.StartsWith(before, StringComparison.Ordinal) && text.EndsWith(after, StringComparison.Ordinal))
                return table;
        }

        return null;
    }

    /// <summary>The installed module that a specifier means, its declarations read now if they were not yet.</summary>
    private ExportTable? FindInstalled(Module from, string specifier)
    {
        if (installed is null)
            return null;
        var bare = specifier.StartsWith("node:", StringComparison.Ordinal) ? specifier[5..] : specifier;
        // A knowledge file stands at no place: it is asked from the root.
        var place = (from.Roles & ModuleRoles.Knowledge) != 0 ? "package.json" : from.Path;
        if (bare.Length == specifier.Length && installed.Resolve(place, specifier) is { } path && byPath.TryGetValue(path, out var own))
            return own.Exports;
        if (bare.Length == specifier.Length && installed.Resolve(place, specifier) is { } file && External(file) is { } module)
            return module.IsModule ? module.Exports : module.AmbientModules.FirstOrDefault(table => table.AmbientName.ToString() == specifier) ?? module.Exports;
        return !bare.StartsWith('.') && runtime.Value.Modules.TryGetValue(Name.Of(bare), out var table2) ? table2 : null;
    }

    private Module? External(string path) => external.GetOrAdd(path, static (path, self) => new(() => self.ReadExternal(path)), this).Value;

    private Module? ReadExternal(string path)
    {
        if (installed!.Read(path) is not { } bytes)
            return null;
        var tree = Parser.Parse(bytes, ScriptKinds.FromPath(path) ?? ScriptKind.Declaration);
        var module = Module.Bind(new SourceText(path, tree.Text), tree, ModuleRoles.Declarations | ModuleRoles.Installed);
        externalTrees.TryAdd(tree, module);
        return module;
    }

    /// <summary>
    /// A name that a file does not declare, as seen from it: what the language, knowledge, the program or the globally installed types declare; for an
    /// installed file also what it, or a package that it imports, declares for everyone.
    /// </summary>
    internal Symbol Global(Module from, Name name)
    {
        if (Global(name) is { Exists: true } known)
            return known;
        if (installed is null || (from.Roles & ModuleRoles.Installed) == 0)
            return default;
        foreach (var scope in from.GlobalScopes)
        {
            if (scope.Find(name) is { Exists: true } own)
                return own;
        }

        foreach (var specifier in from.Specifiers.Select(specifier => specifier.ToString()).Order(StringComparer.Ordinal))
        {
            if (installed.Resolve(from.Path, specifier) is not { } path || External(path) is not { } module)
                continue;
            foreach (var scope in module.GlobalScopes)
            {
                if (scope.Find(name) is { Exists: true } theirs)
                    return theirs;
            }
        }

        return default;
    }

    private Symbol InstalledGlobal(Name name) => GlobalsOf(name) is [var first, ..] ? first : default;

    private ImmutableArray<Symbol> GlobalsOf(Name name)
    {
        var found = types.Value.Globals.GetValueOrDefault(name, []);
        return runtime.Value.Globals.TryGetValue(name, out var more) ? found.AddRange(more) : found;
    }

    /// <summary>The language's and the browser's own declarations, where the compiler is installed.</summary>
    private Ambience LoadGlobalTypes()
    {
        var ambience = new Ambience();
        foreach (var path in installed!.FilesOf("typescript", "lib", name => name.StartsWith("lib.", StringComparison.Ordinal) && name.EndsWith(".d.ts", StringComparison.Ordinal)
            && !name.Contains("worker", StringComparison.Ordinal) && !name.Contains("scripthost", StringComparison.Ordinal)))
        {
            if (External(path) is { } module)
                AddGlobals(module, ambience.Globals);
        }

        return ambience;
    }

    /// <summary>What the packages of <c>@types</c> declare for everyone, with all the files that they refer to, and the test runners' globals.</summary>
    private Ambience LoadRuntimeTypes()
    {
        var ambience = new Ambience();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var package in installed!.TypePackages)
        {
            if (installed.Resolve("package.json", $"@types/{package}") is { } entry)
                Take(entry);
        }

        if (installed.Resolve("package.json", "vitest/globals") is { } testing)
            Take(testing);

        return ambience;

        void Take(string path)
        {
            if (!seen.Add(path) || External(path) is not { } module)
                return;
            AddGlobals(module, ambience.Globals);
            foreach (var table in module.AmbientModules)
                ambience.Modules.TryAdd(table.AmbientName, table);
            foreach (var comment in module.Tree.Comments)
            {
                var text = System.Text.Encoding.UTF8.GetString(module.Tree.Text.Span[comment.Span.Start..comment.Span.End]);
                const string Reference = "/// <reference path=\"";
                if (text.StartsWith(Reference, StringComparison.Ordinal) && text.IndexOf('"', Reference.Length) is > 0 and var end
                    && TreePath.Join(TreePath.Directory(path), text[Reference.Length..end]) is { } next)
                    Take(next);
            }
        }
    }

    private sealed record Additions(Dictionary<Symbol, ImmutableArray<Symbol>> ToSymbols, Dictionary<(ExportTable, Name), Symbol> ToModules);

    /// <summary>What a set of declaration files gives to everyone.</summary>
    private sealed class Ambience
    {
        public Dictionary<Name, ImmutableArray<Symbol>> Globals { get; } = [];

        public Dictionary<Name, ExportTable> Modules { get; } = [];
    }
}
