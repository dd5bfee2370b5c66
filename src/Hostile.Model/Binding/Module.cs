using System.Collections.Immutable;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Binding;

/// <summary>What kind of file a module is, as far as its meaning depends on it.</summary>
[Flags]
public enum ModuleRoles
{
    None = 0,
    /// <summary>Test code: examined, but no concurrency root of the program.</summary>
    Test = 1 << 0,
    /// <summary>A <c>.d.ts</c> file: everything in it is ambient.</summary>
    Declarations = 1 << 1,
    /// <summary>Says what libraries do: one of our embedded knowledge files, or a <c>hostile.d.ts</c> of the repository.</summary>
    Knowledge = 1 << 2,
    /// <summary>An embedded knowledge file.</summary>
    BuiltIn = 1 << 3,
    /// <summary>Declarations of an installed package.</summary>
    Installed = 1 << 4,
    /// <summary>Of a package that is a program for the command line.</summary>
    Command = 1 << 5,
}

/// <summary>
/// One parsed file and what its text alone says about its names: scopes, symbols, which identifier names which symbol, what it exports.
/// Made by <see cref="Bind"/> in two linear passes and never changed; files are bound in parallel.
/// </summary>
public sealed class Module
{
    /// <summary>Names, private ones too.</summary>
    internal static readonly KindSet Identifiers = KindSet.Of(SyntaxKind.Identifier, SyntaxKind.PrivateIdentifier);

    private readonly NodeLinks links;
    private readonly ulong[] writes;
    private readonly (int Symbol, int Node)[] moreDeclarations;
    private readonly MemberRange[] memberRanges;
    private readonly ImmutableArray<int> globalScopes;
    private readonly ImmutableArray<Export> allExports;
    private int[]? referenceStarts;
    private int[]? references;
    private int[]? names;

    internal Module(SourceText source, SyntaxTree tree, ModuleRoles roles, Binder.Result result)
    {
        Source = source;
        Tree = tree;
        Roles = roles;
        links = result.Links;
        writes = result.Writes;
        Symbols = result.Symbols;
        Scopes = result.Scopes;
        moreDeclarations = result.MoreDeclarations;
        memberRanges = result.MemberRanges;
        IsModule = result.IsModule;
        Specifiers = result.Specifiers;
        RelativeSpecifiers = result.RelativeSpecifiers;
        globalScopes = result.GlobalScopes;
        allExports = result.Exports;
        Exports = new ExportTable(this, 0, result.Exports);
        AmbientModules = [.. result.AmbientModules.Select(scope => new ExportTable(this, scope, result.Exports))];
    }

    public SourceText Source { get; }

    public SyntaxTree Tree { get; }

    public ModuleRoles Roles { get; }

    /// <summary>Path from the root of the audit; knowledge files are called <c>knowledge:pg</c> and the like.</summary>
    public string Path => Source.Path;

    /// <summary>Whether it is a module; a script's top-level names are global.</summary>
    public bool IsModule { get; }

    /// <summary>Whether it is one of our own knowledge files.</summary>
    public bool IsBuiltIn => (Roles & ModuleRoles.BuiltIn) != 0;

    /// <summary>The modules that it imports by a name and not by a path, each once, in no order that means anything.</summary>
    public ImmutableArray<Name> Specifiers { get; }

    /// <summary>The modules that it imports by a path from its own folder, each once, in no order that means anything.</summary>
    internal ImmutableArray<Name> RelativeSpecifiers { get; }

    /// <summary>What it exports, re-exports included.</summary>
    public ExportTable Exports { get; }

    /// <summary>The <c>declare module 'x'</c> blocks in it.</summary>
    public ImmutableArray<ExportTable> AmbientModules { get; }

    /// <summary>The scopes whose names are global: those of <c>declare global</c>, and of a file that is no module its own.</summary>
    internal IEnumerable<Scope> GlobalScopes
    {
        get
        {
            if (!IsModule)
                yield return Scope;
            foreach (var scope in globalScopes)
                yield return new(this, scope);
        }
    }

    /// <summary>The file's own scope.</summary>
    public Scope Scope => new(this, 0);

    /// <summary>Number of symbols; a side table by <see cref="Symbol.Index"/> has this length.</summary>
    public int SymbolCount => Symbols.Length;

    internal SymbolRecord[] Symbols { get; }

    internal ScopeRecord[] Scopes { get; }

    /// <summary>Binds a file. Never throws on any tree.</summary>
    public static Module Bind(SourceText source, SyntaxTree tree, ModuleRoles roles = ModuleRoles.None) =>
        new(source, tree, roles, new Binder(tree).Bind());

    public Symbol SymbolAt(int index) => new(this, index);

    /// <summary>
    /// The symbol that an identifier of this file names or declares, imports not followed; none for property names, labels and names not declared in the file.
    /// </summary>
    public Symbol LocalSymbolOf(SyntaxNode identifier)
    {
        if (identifier.Kind is not (SyntaxKind.Identifier or SyntaxKind.PrivateIdentifier or SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral))
            return default;
        var link = links[identifier.Index];
        return link > 0 ? new(this, link - 1) : default;
    }

    /// <summary>The symbol that a declaration node declares: a function, class, parameter, variable, specifier, member …; none for patterns and the nameless.</summary>
    public Symbol SymbolOfDeclaration(SyntaxNode declaration)
    {
        for (var child = declaration.FirstChild; child.Exists; child = child.NextSibling)
        {
            switch (child.Kind)
            {
                case SyntaxKind.Modifier or SyntaxKind.Decorator or SyntaxKind.PropertyNamePart:
                    continue;
                case SyntaxKind.Identifier or SyntaxKind.PrivateIdentifier or SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral:
                    var symbol = LocalSymbolOf(child);
                    // `import { a as b }` and `export { a as b }` declare by the second name.
                    if (symbol.Exists || declaration.Kind is not (SyntaxKind.ImportSpecifier or SyntaxKind.ExportSpecifier))
                        return symbol;
                    continue;
                default:
                    return default;
            }
        }

        return default;
    }

    /// <summary>The name that an identifier, private identifier, string or number spells; none for other nodes.</summary>
    public Name NameOf(SyntaxNode node)
    {
        switch (node.Kind)
        {
            case SyntaxKind.Identifier or SyntaxKind.PrivateIdentifier:
                var link = links[node.Index];
                return link < 0 ? Name.FromId(-link) : link > 0 ? Symbols[link - 1].Name : NameOfUnbound(node);
            case SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral:
                return Name.Of(new StringLiteral(node).Utf8);
            case SyntaxKind.NumericLiteral:
                return Name.Of(node.NameBytes);
            // `[Symbol.iterator]` is a name like any other.
            case SyntaxKind.ComputedPropertyName when node.FirstChild.Kind is SyntaxKind.PropertyAccessExpression && node.FirstChild.FirstChild.TextIs("Symbol"u8):
                return Name.Of(node.Bytes);
            case SyntaxKind.ComputedPropertyName or SyntaxKind.PropertyNamePart when node.FirstChild.Kind is not SyntaxKind.Identifier || node.Kind is SyntaxKind.PropertyNamePart:
                return NameOf(node.FirstChild);
            default:
                return default;
        }
    }

    /// <summary>A name that means no symbol of the file by itself, such as that of a property: its number takes the place of the link, whichever thread finds it first.</summary>
    private Name NameOfUnbound(SyntaxNode node)
    {
        var name = Name.Of(node.NameBytes);
        links[node.Index] = -name.Id;
        return name;
    }

    /// <summary>The numbers of the names that its identifiers spell, ascending; found when first asked for.</summary>
    internal ReadOnlySpan<int> Names => Volatile.Read(ref names) ?? ListNames();

    /// <summary>Whether any identifier of the file spells the name.</summary>
    public bool Spells(Name name) => Names.BinarySearch(name.Id) >= 0;

    /// <summary>Whether a symbol is named in a subtree, declarations excluded.</summary>
    internal bool IsNamedIn(int symbol, SyntaxNode subtree)
    {
        if (Volatile.Read(ref references) is null)
            ListReferences();
        var first = subtree;
        while (first.FirstChild is { Exists: true } child)
            first = child;
        var at = references.AsSpan(referenceStarts![symbol]..referenceStarts[symbol + 1]).BinarySearch(first.Index);
        at = referenceStarts[symbol] + (at < 0 ? ~at : at);
        return at < referenceStarts[symbol + 1] && references![at] <= subtree.Index;
    }

    /// <summary>The scope that a node opens, else none.</summary>
    public Scope ScopeOpenedBy(SyntaxNode node)
    {
        if (node.Kind is SyntaxKind.SourceFile)
            return Scope;
        if (node.Kind is SyntaxKind.Identifier or SyntaxKind.PrivateIdentifier or SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral)
            return default;
        var link = links[node.Index];
        return link > 0 ? new(this, link) : default;
    }

    /// <summary>The innermost scope around a node, the one it opens included.</summary>
    public Scope ScopeAround(SyntaxNode node)
    {
        for (; node.Exists; node = node.Parent)
        {
            if (ScopeOpenedBy(node) is { Exists: true } scope)
                return scope;
        }

        return Scope;
    }

    /// <summary>Whether the identifier is assigned here.</summary>
    public bool IsWrite(SyntaxNode identifier) => (writes[identifier.Index >> 6] & (1UL << identifier.Index)) != 0;

    /// <summary>The members that a ClassBody, InterfaceBody, TypeLiteral or EnumDeclaration declares, parameter properties included, in source order.</summary>
    public MemberList MembersOf(SyntaxNode body)
    {
        var low = 0;
        var high = memberRanges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var at = memberRanges[middle].Body;
            if (at == body.Index)
                return new(this, memberRanges[middle].First, memberRanges[middle].Count);
            if (at < body.Index)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return default;
    }

    /// <summary>What a scope of the file exports by lists: <c>export { a as b }</c> in a namespace.</summary>
    internal ExportTable ExportsOf(Scope scope) => scope.Index == 0 ? Exports : new(this, scope.Index, [.. allExports.Where(export => export.Scope == scope.Index)]);

    public override int GetHashCode() => Tree.Salt;

    public override string ToString() => Path;

    internal DeclarationList DeclarationsOf(int symbol)
    {
        var first = Tree[Symbols[symbol].Declaration];
        if (moreDeclarations.Length == 0)
            return new(first, default);

        var at = Array.BinarySearch(moreDeclarations, (symbol, -1));
        at = at < 0 ? ~at : at;
        var end = at;
        while (end < moreDeclarations.Length && moreDeclarations[end].Symbol == symbol)
            end++;
        return new(first, moreDeclarations.AsMemory(at..end));
    }

    internal ImmutableArray<SyntaxNode> ReferencesTo(int symbol)
    {
        if (Volatile.Read(ref references) is null)
            ListReferences();

        var result = ImmutableArray.CreateBuilder<SyntaxNode>(referenceStarts![symbol + 1] - referenceStarts[symbol]);
        for (var at = referenceStarts[symbol]; at < referenceStarts[symbol + 1]; at++)
            result.Add(Tree[references![at]]);
        return result.MoveToImmutable();
    }

    private int[] ListNames()
    {
        var found = new NumberSet();
        foreach (var node in Tree.NodesOf(Identifiers))
            found.Add(NameOf(node).Id);
        var list = found.ToArray();
        Array.Sort(list);
        Volatile.Write(ref names, list);
        return list;
    }

    /// <summary>References by symbol are sorted out once a file is asked for any: most files never are.</summary>
    private void ListReferences()
    {
        var starts = new int[Symbols.Length + 1];
        foreach (var node in Tree.NodesOf(KindSet.Identifiers))
        {
            if (IsReference(node))
                starts[links[node.Index]]++;
        }

        for (var symbol = 1; symbol < starts.Length; symbol++)
            starts[symbol] += starts[symbol - 1];

        var list = new int[starts[^1]];
        var next = starts.AsSpan(0, Symbols.Length).ToArray();
        foreach (var node in Tree.NodesOf(KindSet.Identifiers))
        {
            if (IsReference(node))
                list[next[links[node.Index] - 1]++] = node.Index;
        }

        referenceStarts = starts;
        Volatile.Write(ref references, list);
    }

    private bool IsReference(SyntaxNode identifier) => links[identifier.Index] > 0 && !Binder.IsDeclaredName(identifier);
}

/// <summary>The members that one body declares; enumerates without allocating.</summary>
public readonly struct MemberList
{
    private readonly Module? module;
    private readonly int first;

    internal MemberList(Module module, int first, int count)
    {
        this.module = module;
        this.first = first;
        Count = count;
    }

    public int Count { get; }

    public Symbol this[int place] => new(module!, first + place);

    /// <summary>The member of that name, static or not, else none.</summary>
    public Symbol Find(Name name, bool isStatic = false)
    {
        for (var place = 0; place < Count; place++)
        {
            ref var record = ref module!.Symbols[first + place];
            if (record.Name == name && (record.Flags & SymbolFlags.Static) != 0 == isStatic)
                return new(module, first + place);
        }

        return default;
    }

    public IEnumerator<Symbol> GetEnumerator()
    {
        for (var place = 0; place < Count; place++)
            yield return this[place];
    }
}

/// <summary>Where the members of a body stand among the module's symbols.</summary>
internal readonly record struct MemberRange(int Body, int First, int Count);
