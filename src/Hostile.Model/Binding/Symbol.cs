using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Binding;

/// <summary>
/// Something with a name: a variable, function, class, type, import, or a member of a class, interface or enum.
/// A view over its module's arrays; the default value is "no symbol".
/// </summary>
public readonly struct Symbol : IEquatable<Symbol>
{
    private readonly Module? module;

    internal Symbol(Module module, int index)
    {
        this.module = module;
        Index = index;
    }

    /// <summary>The module that declares it; asking it of no symbol is an error of the caller.</summary>
    public Module Module => module ?? throw new InvalidOperationException("no symbol");

    /// <summary>Place among the module's symbols.</summary>
    public int Index { get; }

    public bool Exists => module is not null;

    public Name Name => module is null ? default : module.Symbols[Index].Name;

    public SymbolFlags Flags => module is null ? SymbolFlags.None : module.Symbols[Index].Flags;

    /// <summary>
    /// The first declaration: the VariableDeclaration, BindingElement, Parameter, function, class, interface, alias, specifier, member … node.
    /// </summary>
    public SyntaxNode Declaration => module is null ? default : module.Tree[module.Symbols[Index].Declaration];

    /// <summary>All declarations in source order: overloads, merged interfaces, a class and its namespace.</summary>
    public DeclarationList Declarations => module is null ? default : module.DeclarationsOf(Index);

    /// <summary>The identifiers of its module that name it, declarations excluded, in source order. Members are found through types, not here.</summary>
    public ImmutableArray<SyntaxNode> References => module is null ? [] : module.ReferencesTo(Index);

    /// <summary>The references that assign it: <c>=</c>, compound assignment, <c>++</c>, loop and destructuring targets. An initialiser is none.</summary>
    public ImmutableArray<SyntaxNode> Writes => module is null ? [] : [.. References.Where(module.IsWrite)];

    /// <summary>Its value never changes once it is set: constants, variables with one assignment in all, parameters never assigned.</summary>
    public bool IsAssignedOnce =>
        !Is(SymbolFlags.WrittenOften) && !(Is(SymbolFlags.WrittenOnce) && Is(SymbolFlags.Initialized));

    /// <summary>Named in a function other than the one that declares it.</summary>
    public bool IsCaptured => Is(SymbolFlags.Captured);

    /// <summary>Declared at the top level of its file, so it lives as long as the process.</summary>
    public bool IsModuleLevel => module is not null && !IsMember && module.Scopes[module.Symbols[Index].Scope].Function == 0;

    /// <summary>A member of a class, interface, type literal or enum.</summary>
    public bool IsMember => Is(SymbolFlags.Member);

    /// <summary>The scope it is declared in; for a member the scope around its class or interface.</summary>
    public Scope Scope => module is null ? default : new(module, module.Symbols[Index].Scope);

    /// <summary>For a member, the ClassBody, InterfaceBody, TypeLiteral or EnumDeclaration it stands in.</summary>
    public SyntaxNode MemberOf
    {
        get
        {
            if (!IsMember)
                return default;
            var node = Declaration.Parent;
            // A parameter property stands in its constructor.
            while (node.Exists && node.Kind is not (SyntaxKind.ClassBody or SyntaxKind.InterfaceBody or SyntaxKind.TypeLiteral or SyntaxKind.EnumDeclaration))
                node = node.Parent;
            return node;
        }
    }

    /// <summary>The declarations of <c>using lock = …</c> that declare it: what it holds is disposed of where their block is left, however that is left. None for other variables.</summary>
    public SyntaxNode DisposedWith => Declaration.Parent is { Kind: SyntaxKind.VariableDeclarationList } list && list.Has(NodeFlags.Using) ? list : default;

    /// <summary>Whether it is named in a subtree of its module; what declares it there does not count.</summary>
    internal bool IsNamedIn(SyntaxNode subtree) => module is not null && module.IsNamedIn(Index, subtree);

    public static bool operator ==(Symbol left, Symbol right) => left.Equals(right);

    public static bool operator !=(Symbol left, Symbol right) => !left.Equals(right);

    /// <summary>Reports whether any of the flags is set.</summary>
    public bool Is(SymbolFlags any) => (Flags & any) != 0;

    public bool Equals(Symbol other) => ReferenceEquals(module, other.module) && Index == other.Index;

    public override bool Equals(object? obj) => obj is Symbol other && Equals(other);

    public override int GetHashCode() => module is null ? 0 : module.Tree.Salt + Index;

    public override string ToString() => Exists ? Name.ToString() : "none";
}

/// <summary>A symbol as it is stored.</summary>
internal struct SymbolRecord
{
    public Name Name;
    public SymbolFlags Flags;
    public int Declaration;
    public int Scope;
    public int NextInScope;
}
