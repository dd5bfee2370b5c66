using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Knowledge;

/// <summary>The effects that knowledge files state, by declaration. Read when asked for and remembered; safe to ask from many threads.</summary>
public sealed class Effects
{
    private readonly TreeTable<Taught> known;
    private readonly Lazy<ImmutableArray<Symbol>> taught;

    public Effects(Bindings bindings)
    {
        known = new([.. bindings.Libraries.Select(library => (library.Tree, new Taught(library)))]);
        taught = new(() => [.. bindings.Libraries.SelectMany(library => Enumerable.Range(0, library.SymbolCount).Select(library.SymbolAt)).Where(symbol => !Of(symbol).IsEmpty)]);
    }

    /// <summary>The symbols of knowledge files that have such an effect, by file and position. All symbols are looked through once, whoever asks.</summary>
    /// <param name="kind">What they are: any of these.</param>
    public IEnumerable<Symbol> SymbolsWith<TEffect>(SymbolFlags kind)
        where TEffect : Effect => SymbolsWith(kind, static effect => effect is TEffect);

    /// <summary>The same for effects of which more is asked than their kind.</summary>
    public IEnumerable<Symbol> SymbolsWith(SymbolFlags kind, Func<Effect, bool> isMeant) => taught.Value.Where(symbol => symbol.Is(kind) && Of(symbol).Any(isMeant));

    /// <summary>The effects of all declarations of a symbol; none for symbols of the program.</summary>
    public ImmutableArray<Effect> Of(Symbol symbol)
    {
        if (!symbol.Exists || known.Find(symbol.Module.Tree) is not { } library)
            return [];
        ref var effects = ref library.OfSymbols[symbol.Index];
        if (Volatile.Read(ref effects) is { } read)
            return ImmutableCollectionsMarshal.AsImmutableArray(read);
        ImmutableArray<Effect> found = symbol.Declarations is [var only] ? Of(only) : [.. symbol.Declarations.SelectMany(declaration => Of(declaration))];
        Volatile.Write(ref effects, ImmutableCollectionsMarshal.AsArray(found));
        return found;
    }

    /// <summary>The effects of one declaration: of the overload that a call means (<see cref="Types.Callee.Library.Signature"/>), a class, an option.</summary>
    public ImmutableArray<Effect> Of(SyntaxNode declaration)
    {
        if (!declaration.Exists || known.Find(declaration.Tree) is not { } library)
            return [];
        return ImmutableCollectionsMarshal.AsImmutableArray(library.OfNodes[declaration.Index] ??= ImmutableCollectionsMarshal.AsArray(new TagReader(library.Module, null).Read(declaration))!);
    }

    /// <summary>What was read so far of one knowledge file.</summary>
    private sealed class Taught(Module module)
    {
        public Module Module => module;

        public NodeTable<Effect[]> OfNodes { get; } = new();

        /// <summary>By the symbol's number.</summary>
        public Effect[]?[] OfSymbols { get; } = new Effect[module.SymbolCount][];
    }
}
