using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Hostile.Model.Projects;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Binding;

/// <summary>What a name means once imports are followed: a symbol, an exported expression, or a whole module. None when it leads out of what we know.</summary>
/// <param name="Symbol">The declared symbol.</param>
/// <param name="Expression">The expression of <c>export default …</c>, <c>module.exports = …</c> or <c>exports.a = …</c>.</param>
/// <param name="Module">For <c>import * as x</c>, the module.</param>
public readonly record struct Meaning(Symbol Symbol, SyntaxNode Expression, ExportTable? Module)
{
    public bool Exists => Symbol.Exists || Expression.Exists || Module is not null || Data;

    /// <summary>Whether it is data from a file that is no code: <c>import pkg from './package.json'</c>.</summary>
    public bool Data { get; init; }

    internal static Meaning Of(Symbol symbol) => new(symbol, default, null);
}

/// <summary>Which of several knowledge files that declare a module, one for each range of versions, an import means.</summary>
/// <param name="from">The importing file.</param>
/// <param name="specifier">What it imports.</param>
/// <param name="candidates">The declarations, in the order of their files; at least two.</param>
public delegate ExportTable LibraryChoice(Module from, string specifier, ImmutableArray<ExportTable> candidates);

/// <summary>
/// The names of the whole program: the modules, bound one by one, and the links between them, which are followed when asked for.
/// Safe to ask from many threads; the answers do not depend on the order of asking.
/// </summary>
public sealed partial class Bindings
{
    /// <summary>Longer chains of re-exports are taken for cycles.</summary>
    private const int LongestChain = 64;

    /// <summary>What a step through <c>export *</c> counts for in a chain, and how many modules behind one star are asked what they mean: together they bound the search.</summary>
    private const int StarDepth = 8;

    private const int MostProviders = 3;

    private static readonly Name DefaultName = Name.Of("default"u8);

    private readonly TreeTable<Module> byTree;
    private readonly FrozenDictionary<string, Module> byPath;
    private readonly Dictionary<Name, ImmutableArray<ExportTable>> ambient = [];
    private readonly Dictionary<Name, ImmutableArray<Symbol>> globals = [];
    private readonly Dictionary<Name, ExportTable> wholes = [];
    private readonly Func<string, string, string?> resolve;
    private Func<string, string, Name>? generated;
    private Func<Module, Name, Name>? wherever;
    private Func<Symbol, (Name Module, Name Export)>? byUse;
    private Func<Module, (Name Module, Name Export)>? collected;
    private readonly LibraryChoice? choose;
    private readonly ConcurrentDictionary<(Module, Name), ExportTable?> targets = new();
    private readonly ConcurrentDictionary<ExportTable, ExportTable?> behind = new();
    private readonly Dictionary<string, ExportTable> taughtPaths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(ExportTable Table, Name Name), ImmutableArray<ExportTable>> providers = new();
    private readonly ConcurrentDictionary<Symbol, Meaning> imports = new();
    private (Name Local, Symbol Meant)[]? packageImports;
    private readonly Lazy<HashSet<Name>> exported;
    private readonly Lazy<bool> anyWhole;

    private Bindings(ImmutableArray<Module> modules, ImmutableArray<Module> libraries, Func<string, string, string?> resolve, LibraryChoice? choose, InstalledPackages? installed)
    {
        this.installed = installed is { IsThere: true } ? installed : null;
        Modules = modules;
        Libraries = libraries;
        this.resolve = resolve;
        this.choose = choose;
        byTree = new([.. modules.Concat(libraries).Select(module => (module.Tree, module))]);
        byPath = modules.Concat(libraries).GroupBy(m => m.Path).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        exported = new(() => [.. Tables().SelectMany(table => table.Names)]);
        anyWhole = new(() => Tables().Any(table => table.Whole is not null));
        foreach (var module in libraries)
            AddAmbient(module);
        foreach (var module in modules)
            AddDeclared(module);
        additions = new(FindAdditions);
        types = new(LoadGlobalTypes);
        runtime = new(LoadRuntimeTypes);
    }

    /// <summary>The program's own files.</summary>
    public ImmutableArray<Module> Modules { get; }

    /// <summary>The knowledge files, bound like any other.</summary>
    public ImmutableArray<Module> Libraries { get; }

    /// <summary>The symbols of all knowledge files that are of one of some kinds, by file and position.</summary>
    public IEnumerable<Symbol> LibrarySymbols(SymbolFlags kinds)
    {
        foreach (var library in Libraries)
        {
            for (var index = 0; index < library.SymbolCount; index++)
            {
                if (library.SymbolAt(index) is var symbol && symbol.Is(kinds))
                    yield return symbol;
            }
        }
    }

    /// <summary>Puts bound files together.</summary>
    /// <param name="modules">The program's files, in an order that does not vary between runs.</param>
    /// <param name="libraries">Knowledge files: those that are modules answer to the ambient module names they declare, the others declare globals.</param>
    /// <param name="resolve">From a file's path and a module specifier to the path of a file of the program; null when it leads elsewhere.</param>
    /// <param name="choose">Which of several knowledge files that declare a module is meant; null: the first.</param>
    /// <param name="installed">The declarations of installed dependencies, read when a type of theirs is asked for; null: none.</param>
    /// <param name="generated">From a file's path and a module specifier to the module that stands for code which a tool makes there; null when none does.</param>
    /// <param name="wherever">From a file and a name that it imports from somewhere out of sight to the module that the name alone tells of; null when no name does.</param>
    /// <param name="byUse">From an import that leads out of sight to the module, and its export, that the use made of it tells of; null when no use does.</param>
    /// <param name="collected">From a file that puts values under their own names into an object to the module, and its export, that these are; null when nothing tells.</param>
    public static Bindings Link(ImmutableArray<Module> modules, ImmutableArray<Module> libraries, Func<string, string, string?> resolve, LibraryChoice? choose = null, InstalledPackages? installed = null, Func<string, string, Name>? generated = null, Func<Module, Name, Name>? wherever = null, Func<Symbol, (Name Module, Name Export)>? byUse = null, Func<Module, (Name Module, Name Export)>? collected = null) =>
        new(modules, libraries, resolve, choose, installed) { generated = generated, wherever = wherever, byUse = byUse, collected = collected };

    /// <summary>The module whose tree this is; null for a tree that is not of this program.</summary>
    public Module? ModuleOf(SyntaxTree tree) => byTree.Find(tree) ?? (installed is not null && externalTrees.TryGetValue(tree, out var module) ? module : null);

    public Module? ModuleAt(string path) => byPath.GetValueOrDefault(path);

    /// <summary>
    /// The symbol that an identifier names, imports followed to the declaration. An import that leads out of what we know, or to something without a symbol
    /// (a whole module, an expression), gives the import's own symbol: <see cref="MeaningOf(Symbol)"/> says more.
    /// </summary>
    public Symbol SymbolOf(SyntaxNode identifier)
    {
        if (!identifier.Exists || ModuleOf(identifier.Tree) is not { } module)
            return default;

        var local = module.LocalSymbolOf(identifier);
        return local.Exists ? ResolveAlias(local) : IsBareName(identifier) ? default : Global(module, module.NameOf(identifier));
    }

    /// <summary>The symbol an import stands for; any other symbol is its own answer.</summary>
    public Symbol ResolveAlias(Symbol symbol)
    {
        if (!symbol.Is(SymbolFlags.Import))
            return symbol;
        var meaning = MeaningOf(symbol);
        return meaning.Symbol.Exists ? meaning.Symbol : symbol;
    }

    /// <summary>What a symbol stands for, imports followed; none when an import leads out of what we know.</summary>
    public Meaning MeaningOf(Symbol symbol) =>
        !symbol.Is(SymbolFlags.Import) || isAdding || isPeering ? MeaningOf(symbol, 0) : imports.GetOrAdd(symbol, static (import, self) => self.MeaningOf(import, 0), this);

    /// <summary>Follows the imports from packages, divided among the threads: whoever asks for them first would do so alone.</summary>
    internal void Prepare(Workers workers) => Volatile.Write(ref packageImports, [.. workers.Select(Modules.Length, i => PackageImports(Modules[i]).ToArray()).SelectMany(imports => imports)]);

    /// <summary>The names under which files import the symbols from packages: <c>PgPool</c> of <c>import { Pool as PgPool }</c>, any name of a default import; by file and position.</summary>
    internal IEnumerable<Name> LocalNamesOf(IReadOnlySet<Symbol> symbols) => (Volatile.Read(ref packageImports) ?? (packageImports = [.. Modules.SelectMany(PackageImports)])).Where(import => symbols.Contains(import.Meant)).Select(import => import.Local).Distinct();

    /// <summary>What a module exports under a name (<c>default</c> included), re-exports followed.</summary>
    public Meaning Export(ExportTable table, Name name) => Export(table, name, 0);

    /// <summary>The module that a specifier means in a file: of the program, or a knowledge file; null when it is neither.</summary>
    public ExportTable? ModuleFor(Module from, SyntaxNode specifier) =>
        specifier.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral ? ModuleFor(from, Name.Of(new StringLiteral(specifier).Utf8)) : null;

    /// <summary>A name that no file declares but the language or a library does, else none.</summary>
    public Symbol Global(Name name) => globals.TryGetValue(name, out var found) ? found[0] : installed is null ? default : InstalledGlobal(name);

    /// <summary>The module that goes by a name where nobody imports it: "export as namespace React" in its declarations. None when no such is known.</summary>
    internal Meaning GlobalModule(Name name) => wholes.TryGetValue(name, out var table) ? new(default, default, table) : default;

    /// <summary>The same for a specifier that was worked out.</summary>
    internal ExportTable? ModuleFor(Module from, Name specifier)
    {
        return targets.GetOrAdd((from, specifier), static (key, self) => self.FindModule(key.Item1, key.Item2), this);
    }

    private ExportTable? FindModule(Module from, Name specifier)
    {
        var text = specifier.ToString();
        // What the repository declares of a module in a file of tags stands above the module itself.
        if (Taught(from, specifier, text) is { } taught)
            return taught;
        return FindUntaught(from, specifier, text);
    }

    /// <summary>The <c>declare module</c> block of a <c>hostile.d.ts</c> for this module: by its name, or by the path from there to the file that it describes.</summary>
    private ExportTable? Taught(Module from, Name specifier, string text)
    {
        if (ambient.TryGetValue(specifier, out var known) && !known[0].Module.IsBuiltIn && !text.StartsWith('.'))
            return known[0];
        if (taughtPaths.Count == 0 || (from.Roles & ModuleRoles.Knowledge) != 0)
            return null;
        return resolve(from.Path, text) is { } path ? taughtPaths.GetValueOrDefault(path) : null;
    }

    /// <summary>What a module of the repository's tags hides: the file or the knowledge file that says the rest of it; null when there is none.</summary>
    private ExportTable? Behind(ExportTable table) =>
        (table.Module.Roles & (ModuleRoles.Knowledge | ModuleRoles.BuiltIn)) == ModuleRoles.Knowledge && table.AmbientName.Exists
            ? behind.GetOrAdd(table, static (key, self) => self.FindUntaught(key.Module, key.AmbientName, key.AmbientName.ToString()), this)
            : null;

    private ExportTable? FindUntaught(Module from, Name specifier, string text)
    {
        var known = ambient.GetValueOrDefault(specifier);
        if (!known.IsDefault)
            known = known.RemoveAll(table => !table.Module.IsBuiltIn);
        if (!from.IsBuiltIn && (from.Roles & ModuleRoles.Installed) == 0 && resolve(from.Path, text) is { } path)
            return byPath.TryGetValue(path, out var found) ? found.Exports : null;

        if (known.IsDefaultOrEmpty && generated is not null && generated(from.Path, text) is { Exists: true } made)
            known = ambient.GetValueOrDefault(made);
        if (known.IsDefaultOrEmpty && text.StartsWith("node:", StringComparison.Ordinal))
            known = ambient.GetValueOrDefault(Name.Of(text[5..]));
        if (!known.IsDefaultOrEmpty)
            return known.Length > 1 && choose is not null ? choose(from, text, known) : known[0];
        return FindAmbientHere(specifier) ?? FindInstalled(from, text) ?? FindDeclaredHere(from, specifier, text);
    }

    private Meaning MeaningOf(Symbol symbol, int depth)
    {
        if (!symbol.Exists || depth > LongestChain)
            return default;
        if (!symbol.Is(SymbolFlags.Import))
            return Meaning.Of(symbol);

        var declaration = symbol.Declaration;
        var module = symbol.Module;
        if (declaration.Kind is SyntaxKind.ImportEqualsDeclaration)
            return MeaningOfImportEquals(module, declaration, depth);

        var statement = declaration.Kind is SyntaxKind.ImportDeclaration ? declaration : declaration.Ancestor(SyntaxKind.ImportDeclaration);
        var specifier = statement.Child(SyntaxKind.StringLiteral);
        if (ModuleFor(module, specifier) is not { } table)
            return specifier.Kind is SyntaxKind.StringLiteral && new StringLiteral(specifier).Utf8.EndsWith(".json"u8) ? new Meaning { Data = true } : KnownWherever(symbol, depth);

        var name = declaration.Kind switch
        {
            SyntaxKind.ImportClause => DefaultName,
            SyntaxKind.ImportSpecifier => module.NameOf(declaration.FirstChild),
            _ => default,
        };
        if (!name.Exists)
            return declaration.Kind is SyntaxKind.NamespaceImport ? new(default, default, table) : default;
        var meaning = Export(table, name, depth + 1);
        // What a knowledge file does not tell of a package, its own declarations may.
        if (!meaning.Exists && table.Module.IsBuiltIn && installed is not null && FindInstalled(module, new StringLiteral(specifier).Value) is { } twin)
            meaning = Export(twin, name, depth + 1);
        // "export * from '@acme/database'" in a file of the program leads out, too.
        return meaning.Exists || table.Module.IsBuiltIn ? meaning : KnownWherever(symbol, depth);
    }

    /// <summary>The name that an import has where it comes from; of a default import the one that the file gives it.</summary>
    public static Name ImportedName(Symbol import) =>
        import.Declaration is { Kind: SyntaxKind.ImportSpecifier } specifier && import.Module.NameOf(specifier.FirstChild) is { Exists: true } name && name != DefaultName ? name : import.Name;

    /// <summary>What an import that leads out of what we know is by its name, or by the use that the file makes of it.</summary>
    private Meaning KnownWherever(Symbol import, int depth)
    {
        var known = KnownWherever(import.Module, ImportedName(import), depth);
        if (known.Exists || byUse is null || !MayLeadOut(import.Module))
            return known;
        var (module, export) = byUse(import);
        return ExportOfLibrary(module, export, depth);
    }

    /// <summary>What a name that leads out of what we know means to everyone: <c>PrismaClient</c>, from whatever package of the workspace.</summary>
    public Meaning KnownWherever(Module from, Name name, int depth = 0) =>
        wherever is not null && MayLeadOut(from) ? ExportOfLibrary(wherever(from, name), name, depth) : default;

    /// <summary>What stands for the values that a file puts under their own names into an object; none when nothing tells.</summary>
    public Symbol CollectedBy(Module module) => collected is not null && MayLeadOut(module) && collected(module) is var (library, export) && library.Exists ? ExportOfLibrary(library, export, 0).Symbol : default;

    /// <summary>What declarations import is told by themselves.</summary>
    private static bool MayLeadOut(Module from) => (from.Roles & (ModuleRoles.Installed | ModuleRoles.Knowledge)) == 0;

    private Meaning ExportOfLibrary(Name module, Name name, int depth) =>
        module.Exists && ambient.GetValueOrDefault(module) is { IsDefaultOrEmpty: false } tables ? Export(tables[0], name, depth + 1) : default;

    private Meaning MeaningOfImportEquals(Module module, SyntaxNode declaration, int depth)
    {
        if (declaration.Child(SyntaxKind.ExternalModuleReference) is { Exists: true } reference)
        {
            if (ModuleFor(module, reference.FirstChild) is not { } table)
                return default;
            return table.Whole is null ? new(default, default, table) : Whole(table, depth + 1);
        }

        var children = declaration.Children.ToArray();
        return EntityMeaning(module, children[^1], depth + 1);
    }

    /// <summary>The meaning of a dotted name such as <c>ns.Type</c>.</summary>
    internal Meaning EntityMeaning(Module module, SyntaxNode entity, int depth = 0)
    {
        if (depth > LongestChain)
            return default;
        if (entity.Kind is SyntaxKind.Identifier)
        {
            var local = module.LocalSymbolOf(entity);
            var symbol = local.Exists ? local : Global(module, module.NameOf(entity));
            return symbol.Exists ? MeaningOf(symbol, depth + 1) : GlobalModule(module.NameOf(entity));
        }

        if (entity.Kind is not (SyntaxKind.QualifiedName or SyntaxKind.PropertyAccessExpression))
            return default;

        var left = EntityMeaning(module, entity.FirstChild, depth + 1);
        return MemberOf(left, module.NameOf(entity.ChildAt(1)), depth + 1);
    }

    /// <summary>An exported name of a module or namespace.</summary>
    internal Meaning MemberOf(Meaning left, Name name, int depth = 0)
    {
        if (left.Module is { } table)
            return Export(table, name, depth + 1);

        // A default import of a module that has no default is the module itself under `esModuleInterop`: Export says so above.
        if (!left.Symbol.Is(SymbolFlags.Namespace))
            return default;

        foreach (var declaration in left.Symbol.Declarations)
        {
            if (declaration.Kind is not SyntaxKind.ModuleDeclaration)
                continue;
            var scope = left.Symbol.Module.ScopeOpenedBy(declaration);
            if (scope.Find(name) is { Exists: true } member)
                return MeaningOf(member, depth + 1);
            if (left.Symbol.Module.ExportsOf(scope).Find(name) is { } renamed)
                return Follow(left.Symbol.Module, renamed, depth + 1);
        }

        if (depth > LongestChain)
            return default;
        foreach (var peer in PeersOf(left.Symbol))
        {
            foreach (var declaration in peer.Declarations)
            {
                if (declaration.Kind is SyntaxKind.ModuleDeclaration && peer.Module.ScopeOpenedBy(declaration).Find(name) is { Exists: true } member)
                    return MeaningOf(member, depth + 1);
            }
        }

        return default;
    }

    private Meaning Export(ExportTable table, Name name, int depth)
    {
        if (depth > LongestChain)
            return default;

        if (name == DefaultName)
        {
            if (table.Default is { } own)
                return own.Kind is ExportKind.DefaultSymbol ? MeaningOf(new Symbol(table.Module, own.Extra), depth + 1) : OfExpression(table.Module, own.Node, depth + 1);
            if (table.Find(name) is { } renamed)
                return Follow(table.Module, renamed, depth + 1);
            if (table.Whole is null && Behind(table) is { } rest)
                return Export(rest, name, depth + 8);
            // `import pg from 'pg'` of a CommonJS module gives what it exports as a whole.
            return table.Whole is null ? new(default, default, table) : Whole(table, depth + 1);
        }

        if (table.FindDeclared(name) is { Exists: true } declared)
            return MeaningOf(declared, depth + 1);
        if (table.Find(name) is { } export)
            return Follow(table.Module, export, depth + 1);

        foreach (var provider in Providers(table, name))
        {
            var found = provider.FindDeclared(name) is { Exists: true } there ? MeaningOf(there, depth + StarDepth)
                : provider.Find(name) is { } again ? Follow(provider.Module, again, depth + StarDepth)
                : MemberOf(Whole(provider, depth + StarDepth), name, depth + StarDepth);
            if (found.Exists)
                return found;
        }

        if (table.Whole is not null && (MemberOf(Whole(table, depth + 1), name, depth + 1) is { Exists: true } member ? member : OfWholeObject(table, name, depth + 1)) is { Exists: true } whole)
            return whole;
        if (Behind(table) is { } hidden && Export(hidden, name, depth + 8) is { Exists: true } behindIt)
            return behindIt;
        if (Added(table, name) is { Exists: true } added)
            return MeaningOf(added, depth + 1);
        // What a knowledge file does not tell of a package, its own declarations may.
        return installed is not null && table.Module.IsBuiltIn && table.AmbientName.Exists && FindInstalled(table.Module, table.AmbientName.ToString()) is { } twin && twin != table
            ? Export(twin, name, depth + 8)
            : default;
    }

    /// <summary>The modules behind <c>export *</c> that say something of a name, in the order of the text; the first of them as a rule decides.</summary>
    private ImmutableArray<ExportTable> Providers(ExportTable table, Name name) =>
        table.Stars.IsEmpty ? [] : providers.GetOrAdd((table, name), static (key, self) => self.FindProviders(key.Table, key.Name), this);

    /// <summary>Each module is looked at once, however many ways lead to it: stars go in circles and in diamonds.</summary>
    private ImmutableArray<ExportTable> FindProviders(ExportTable table, Name name)
    {
        // A name that nothing exports is not looked for: it is imported from circles as often as from anywhere.
        if (installed is null && !exported.Value.Contains(name) && !anyWhole.Value)
            return [];
        var found = ImmutableArray.CreateBuilder<ExportTable>();
        var seen = new HashSet<ExportTable> { table };
        var work = new Stack<ExportTable>();
        Push(table);
        while (found.Count < MostProviders && work.TryPop(out var at))
        {
            Workers.Step();
            if (!seen.Add(at))
                continue;
            if (at.Says(name) || at.Whole is not null)
                found.Add(at);
            if (!at.Says(name))
                Push(at);
        }

        return found.ToImmutable();

        void Push(ExportTable from)
        {
            // The first star is looked at first, with all that is behind it.
            for (var i = from.Stars.Length - 1; i >= 0; i--)
            {
                if (ModuleFor(from.Module, from.Module.Tree[from.Stars[i].Extra]) is { } next && !seen.Contains(next))
                    work.Push(next);
            }
        }
    }

    private Meaning Follow(Module module, Export export, int depth)
    {
        switch (export.Kind)
        {
            case ExportKind.Local:
                var local = module.LocalSymbolOf(module.Tree[export.Node]);
                return local.Exists ? MeaningOf(local, depth + 1) : default;
            case ExportKind.Expression:
                return OfExpression(module, export.Node, depth + 1);
            case ExportKind.From:
                return ModuleFor(module, module.Tree[export.Extra]) is { } from ? Export(from, module.NameOf(module.Tree[export.Node]), depth + 1) : default;
            case ExportKind.Namespace:
                return ModuleFor(module, module.Tree[export.Extra]) is { } whole ? new(default, default, whole) : default;
            default:
                return default;
        }
    }

    private Meaning Whole(ExportTable table, int depth) =>
        table.Whole is { } whole ? OfExpression(table.Module, whole.Node, depth + 1) : default;

    /// <summary><c>module.exports = { load, store: save }</c>: what the object has under a name, where that is a name of the file; none for all else.</summary>
    private Meaning OfWholeObject(ExportTable table, Name name, int depth)
    {
        if (table.Whole is not { } whole || table.Module.Tree[whole.Node].Unwrapped() is not { Kind: SyntaxKind.ObjectLiteralExpression } literal)
            return default;
        var found = default(Meaning);
        foreach (var member in literal.Children)
        {
            if (member.Kind is SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.PropertyAssignment && table.Module.NameOf(member.FirstChild) == name
                && (member.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(member).Value.Unwrapped() : member.FirstChild) is { Kind: SyntaxKind.Identifier } value)
                found = EntityMeaning(table.Module, value, depth + 1);
        }

        return found;
    }

    /// <summary>An exported expression that is only a name means what the name means.</summary>
    private Meaning OfExpression(Module module, int node, int depth)
    {
        var expression = module.Tree[node];
        if (expression.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && EntityMeaning(module, expression, depth + 1) is { Exists: true } meaning)
            return meaning;
        return new(default, expression, null);
    }

    /// <summary>What every import of a package means.</summary>
    private IEnumerable<(Name Local, Symbol Meant)> PackageImports(Module module)
    {
        for (var index = 0; index < module.SymbolCount; index++)
        {
            var symbol = module.SymbolAt(index);
            if (symbol.Is(SymbolFlags.Import) && IsOfPackage(symbol))
                yield return (symbol.Name, ResolveAlias(symbol));
        }
    }

    /// <summary>Relative imports lead to files of the program; only the others can name a library.</summary>
    internal static bool IsOfPackage(Symbol import)
    {
        var statement = import.Declaration.Is(SyntaxKind.ImportDeclaration) ? import.Declaration : import.Declaration.Ancestor(SyntaxKind.ImportDeclaration);
        var specifier = statement.Child(SyntaxKind.StringLiteral).Bytes;
        return specifier.Length > 2 && specifier[1] is not (byte)'.';
    }

    private IEnumerable<ExportTable> Tables() => Modules.Concat(Libraries).SelectMany(module => module.AmbientModules.Append(module.Exports));

    private void AddAmbient(Module module)
    {
        foreach (var table in module.AmbientModules)
        {
            // "declare module './src/db'" speaks of a file of the repository, whatever others call it.
            if (!module.IsBuiltIn && resolve(module.Path, table.AmbientName.ToString()) is { } described)
                taughtPaths.TryAdd(described, table);
            ambient[table.AmbientName] = ambient.TryGetValue(table.AmbientName, out var others) ? others.Add(table) : [table];
        }

        AddGlobals(module, globals);
        foreach (var block in module.Tree.Root.Children)
        {
            if (!block.Is(SyntaxKind.ModuleDeclaration) || block.Child(SyntaxKind.ModuleBlock).Child(SyntaxKind.NamespaceExportDeclaration) is not { Exists: true } named)
                continue;
            var scope = module.ScopeOpenedBy(block).Index;
            if (module.AmbientModules.FirstOrDefault(table => table.ScopeIndex == scope) is { } whole)
                wholes.TryAdd(module.NameOf(named.FirstChild), whole);
        }
    }

    private static bool IsBareName(SyntaxNode identifier)
    {
        var parent = identifier.Parent;
        return parent.Kind switch
        {
            SyntaxKind.PropertyAccessExpression or SyntaxKind.QualifiedName => parent.FirstChild != identifier,
            SyntaxKind.PropertyAssignment or SyntaxKind.PropertyNamePart or SyntaxKind.EnumMember or SyntaxKind.JsxAttribute or SyntaxKind.LabeledStatement
                or SyntaxKind.BreakStatement or SyntaxKind.ContinueStatement or SyntaxKind.MetaProperty => parent.FirstChild == identifier,
            SyntaxKind.MethodDeclaration or SyntaxKind.PropertyDeclaration or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor
                or SyntaxKind.PropertySignature or SyntaxKind.MethodSignature or SyntaxKind.ImportSpecifier or SyntaxKind.ExportSpecifier => true,
            _ => false,
        };
    }
}
