using System.Buffers;
using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Binding;

/// <summary>
/// Binds one file in two linear passes over the tree's arrays, without recursion, so that depth costs nothing.
/// The first runs from the root down (parents come after their children in the arrays, so it runs backwards) and hands every node the scope it stands in
/// and the part it plays, declaring names on the way; the second resolves the identifiers, when all names are known, hoisted ones too.
/// </summary>
internal sealed partial class Binder
{
    private readonly SyntaxTree tree;
    private int[] links = [];
    private readonly ulong[] writes;
    private int[] scopeOf = [];
    private byte[] parts = [];

    private SymbolRecord[] symbols;
    private int symbolCount;
    private ScopeRecord[] scopes;
    private int scopeCount;
    private readonly List<(int Symbol, int Node)> moreDeclarations = [];
    private readonly List<MemberRange> memberRanges = [];
    private readonly List<Export> exports = [];
    private readonly List<int> ambientModules = [];
    private readonly List<int> globalScopes = [];
    private readonly HashSet<Name> specifiers = [];
    private readonly HashSet<Name> relativeSpecifiers = [];
    private bool isModule;
    private readonly DeclaredNames declared;

    public Binder(SyntaxTree tree)
    {
        this.tree = tree;
        writes = new ulong[(tree.Count >> 6) + 1];
        symbols = ArrayPool<SymbolRecord>.Shared.Rent(Math.Max(16, tree.Count / 24));
        scopes = ArrayPool<ScopeRecord>.Shared.Rent(Math.Max(8, tree.Count / 64));
        declared = DeclaredNames.For(tree.Count / 16);
    }

    /// <summary>What a node is to its parent, as far as names are concerned.</summary>
    private enum Part : byte
    {
        /// <summary>An expression, or anything in which the part makes no difference.</summary>
        Value,
        Type,
        Namespace,
        Any,
        Write,
        ReadWrite,
        /// <summary>A name that refers to no symbol of a scope: property names, labels …</summary>
        Label,
        /// <summary>A block that shares the scope of its function, catch clause or namespace.</summary>
        Body,
        Var,
        Let,
        Const,
        Parameter,
        Catch,

        Mask = 0x1F,
        Exported = 0x20,
        /// <summary>Gets its value from a loop.</summary>
        Loop = 0x40,
        TypeOnly = 0x80,
    }

    public Result Bind()
    {
        links = ArrayPool<int>.Shared.Rent(tree.Count);
        Array.Clear(links, 0, tree.Count);
        scopeOf = ArrayPool<int>.Shared.Rent(tree.Count);
        parts = ArrayPool<byte>.Shared.Rent(tree.Count);

        var root = tree.Root.Index;
        AddScope(-1, root, isFunction: true);
        scopeOf[root] = 0;
        parts[root] = 0;
        for (var index = root; index >= 0; index--)
            Declare(tree[index], scopeOf[index], (Part)parts[index]);
        foreach (var identifier in tree.NodesOf(KindSet.Identifiers))
        {
            var index = identifier.Index;
            // A label's name is looked up when someone asks for it.
            if (links[index] == 0 && ((Part)parts[index] & Part.Mask) is not Part.Label and var part)
                Resolve(index, scopeOf[index], part);
        }

        var kept = new NodeLinks(tree, links.AsSpan(0, tree.Count));
        ArrayPool<int>.Shared.Return(links);
        ArrayPool<int>.Shared.Return(scopeOf);
        ArrayPool<byte>.Shared.Return(parts);
        moreDeclarations.Sort();
        memberRanges.Reverse();
        exports.Reverse();
        ambientModules.Reverse();
        var (keptSymbols, keptScopes) = (symbols.AsSpan(0, symbolCount).ToArray(), scopes.AsSpan(0, scopeCount).ToArray());
        ArrayPool<SymbolRecord>.Shared.Return(symbols);
        ArrayPool<ScopeRecord>.Shared.Return(scopes);
        return new()
        {
            Links = kept,
            Writes = writes,
            Symbols = keptSymbols,
            Scopes = keptScopes,
            MoreDeclarations = [.. moreDeclarations],
            MemberRanges = [.. memberRanges],
            Exports = [.. exports],
            AmbientModules = [.. ambientModules],
            GlobalScopes = [.. globalScopes],
            Specifiers = [.. specifiers],
            RelativeSpecifiers = [.. relativeSpecifiers],
            IsModule = isModule,
        };
    }

    /// <summary>Whether the identifier is the name in its own declaration rather than a mention.</summary>
    public static bool IsDeclaredName(SyntaxNode identifier)
    {
        var parent = identifier.Parent;
        switch (parent.Kind)
        {
            case SyntaxKind.VariableDeclaration or SyntaxKind.BindingElement or SyntaxKind.Parameter or SyntaxKind.TypeParameter
                or SyntaxKind.FunctionDeclaration or SyntaxKind.FunctionExpression or SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression
                or SyntaxKind.InterfaceDeclaration or SyntaxKind.TypeAliasDeclaration or SyntaxKind.EnumDeclaration or SyntaxKind.ModuleDeclaration
                or SyntaxKind.ImportClause or SyntaxKind.NamespaceImport or SyntaxKind.ImportSpecifier
                or SyntaxKind.PropertyDeclaration or SyntaxKind.MethodDeclaration or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor
                or SyntaxKind.PropertySignature or SyntaxKind.MethodSignature or SyntaxKind.EnumMember:
                return true;
            case SyntaxKind.ImportEqualsDeclaration:
                return parent.Child(SyntaxKind.Identifier) == identifier;
            default:
                return false;
        }
    }

    /// <summary>Resolves a mention through the scopes around it; a name that none declares is kept as a bare name.</summary>
    private void Resolve(int node, int scope, Part part)
    {
        var name = Name.Of(tree[node].NameBytes);
        links[node] = -name.Id;
        if (name.Id == 0)
            return;

        var wanted = part switch
        {
            Part.Type => SymbolFlags.Type,
            Part.Namespace => SymbolFlags.NamespaceLike,
            Part.Any => SymbolFlags.Value | SymbolFlags.Type,
            _ => SymbolFlags.Value,
        };
        var from = scopes[scope].Function;
        for (var at = scope; at >= 0; at = scopes[at].Parent)
        {
            var found = declared.Find(at, name);
            if (found < 0 || (symbols[found].Flags & wanted) == 0)
                continue;

            links[node] = found + 1;
            ref var symbol = ref symbols[found];
            var elsewhere = scopes[symbol.Scope].Function != from;
            if (elsewhere)
                symbol.Flags |= SymbolFlags.Captured;
            if (part is not (Part.Write or Part.ReadWrite))
                return;

            writes[node >> 6] |= 1UL << node;
            symbol.Flags |= (symbol.Flags & SymbolFlags.WrittenOnce) != 0 ? SymbolFlags.WrittenOften : SymbolFlags.WrittenOnce;
            if (elsewhere)
                symbol.Flags |= SymbolFlags.WrittenInClosure;
            return;
        }

        if (part is Part.Value && (name == ModuleName || name == ExportsName))
            NoteCommonJs(tree[node], name);
        else if (part is Part.Value && name == RequireName)
            NoteSpecifier(tree[node].Parent.Child(SyntaxKind.ArgumentList).FirstChild);
    }

    private static readonly Name ModuleName = Name.Of("module"u8);
    private static readonly Name ExportsName = Name.Of("exports"u8);
    private static readonly Name RequireName = Name.Of("require"u8);

    /// <summary>Notes the module that an import, however it is written, asks for.</summary>
    private void NoteSpecifier(SyntaxNode literal)
    {
        if (literal.Kind is SyntaxKind.LiteralType)
            literal = literal.FirstChild;
        if (literal.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral)
            (literal.Bytes is [_, (byte)'.', ..] ? relativeSpecifiers : specifiers).Add(Name.Of(new StringLiteral(literal).Utf8));
    }

    /// <summary><c>module.exports = x</c>, <c>module.exports.a = x</c>, <c>exports.a = x</c>.</summary>
    private void NoteCommonJs(SyntaxNode identifier, Name name)
    {
        var target = identifier;
        if (name == ModuleName)
        {
            target = identifier.Parent;
            if (target.Kind is not SyntaxKind.PropertyAccessExpression || !target.ChildAt(1).TextIs("exports"u8))
                return;
        }

        var parent = target.Parent;
        if (IsAssignmentTo(target))
        {
            if (name == ModuleName)
                exports.Add(new(ExportKind.Equals, default, 0, parent.ChildAt(1).Index, 0));
        }
        else if (parent.Kind is SyntaxKind.PropertyAccessExpression && parent.FirstChild == target && IsAssignmentTo(parent))
        {
            exports.Add(new(ExportKind.Expression, Name.Of(parent.ChildAt(1).NameBytes), 0, parent.Parent.ChildAt(1).Index, 0));
        }
        else
        {
            return;
        }

        isModule = true;
    }

    private static bool IsAssignmentTo(SyntaxNode target) =>
        target.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment && assignment.FirstChild == target;

    private int AddScope(int parent, int node, bool isFunction)
    {
        if (scopeCount == scopes.Length)
            scopes = Larger(scopes);
        scopes[scopeCount] = new() { Parent = parent, Node = node, Function = isFunction ? scopeCount : scopes[parent].Function, FirstSymbol = -1 };
        if (scopeCount > 0)
            links[node] = scopeCount;
        return scopeCount++;
    }

    /// <summary>
    /// Declares a name in a scope, or adds a declaration to the symbol that is there. The pass runs backwards, so the newcomer is the earlier one in the text.
    /// </summary>
    private void Add(SyntaxNode name, SyntaxNode declaration, int scope, SymbolFlags flags)
    {
        var id = Name.Of(name.NameBytes);
        if (id.Id == 0)
            return;

        var existing = declared.Find(scope, id);
        if (existing >= 0)
        {
            ref var symbol = ref symbols[existing];
            links[name.Index] = existing + 1;
            if ((symbol.Flags & SymbolFlags.ExpressionName) != 0 || (flags & SymbolFlags.ExpressionName) != 0)
            {
                // A parameter or variable hides the name of the function expression it stands in.
                if ((symbol.Flags & SymbolFlags.ExpressionName) != 0)
                    symbol = symbol with { Flags = flags, Declaration = declaration.Index };
                else
                    links[name.Index] = -id.Id;
                return;
            }

            // `var a = 1; var a = 2` is a second write.
            if ((symbol.Flags & SymbolFlags.Var) != 0 && (flags & symbol.Flags & SymbolFlags.Initialized) != 0)
                flags |= SymbolFlags.WrittenOnce;
            moreDeclarations.Add((existing, symbol.Declaration));
            symbol.Declaration = declaration.Index;
            symbol.Flags |= flags;
            return;
        }

        declared.Add(scope, id, symbolCount);
        links[name.Index] = symbolCount + 1;
        var added = NewSymbol(id, declaration, scope, flags);
        symbols[added].NextInScope = scopes[scope].FirstSymbol;
        scopes[scope].FirstSymbol = added;
    }

    private int NewSymbol(Name name, SyntaxNode declaration, int scope, SymbolFlags flags)
    {
        if (symbolCount == symbols.Length)
            symbols = Larger(symbols);
        symbols[symbolCount] = new() { Name = name, Flags = flags, Declaration = declaration.Index, Scope = scope, NextInScope = -1 };
        return symbolCount++;
    }

    private static T[] Larger<T>(T[] full)
    {
        var larger = ArrayPool<T>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(full);
        return larger;
    }

    /// <summary>What binding a file found.</summary>
    internal sealed class Result
    {
        /// <summary>By node: symbol + 1, or minus the name of an unresolved identifier; for other nodes the scope they open.</summary>
        public required NodeLinks Links { get; init; }
        public required ulong[] Writes { get; init; }
        public required SymbolRecord[] Symbols { get; init; }
        public required ScopeRecord[] Scopes { get; init; }
        public required (int Symbol, int Node)[] MoreDeclarations { get; init; }
        public required MemberRange[] MemberRanges { get; init; }
        public required ImmutableArray<Export> Exports { get; init; }
        public required ImmutableArray<int> AmbientModules { get; init; }
        public required ImmutableArray<int> GlobalScopes { get; init; }
        public required ImmutableArray<Name> Specifiers { get; init; }
        public required ImmutableArray<Name> RelativeSpecifiers { get; init; }
        public required bool IsModule { get; init; }
    }
}
