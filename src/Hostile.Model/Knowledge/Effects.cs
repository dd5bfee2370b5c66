using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Knowledge;

/// <summary>The effects that knowledge files state, by declaration. Read when asked for and remembered; safe to ask from many threads.</summary>
public sealed class Effects
{
    private readonly Bindings bindings;
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<Effect>> known = new();
    private readonly ConcurrentDictionary<Symbol, ImmutableArray<Effect>> ofSymbols = new();
    private readonly Lazy<ImmutableArray<Symbol>> taught;

    public Effects(Bindings bindings)
    {
        this.bindings = bindings;
        taught = new(() => [.. bindings.Libraries.SelectMany(library => Enumerable.Range(0, library.SymbolCount).Select(library.SymbolAt)).Where(symbol => !Of(symbol).IsEmpty)]);
    }

    /// <summary>The symbols of knowledge files that have such an effect, by file and position. All symbols are looked through once, whoever asks.</summary>
    /// <param name="kind">What they are: any of these.</param>
    public IEnumerable<Symbol> SymbolsWith<TEffect>(SymbolFlags kind)
        where TEffect : Effect => SymbolsWith(kind, static effect => effect is TEffect);

    /// <summary>The same for effects of which more is asked than their kind.</summary>
    public IEnumerable<Symbol> SymbolsWith(SymbolFlags kind, Func<Effect, bool> isMeant) => taught.Value.Where(symbol => symbol.Is(kind) && Of(symbol).Any(isMeant));

    /// <summary>The effects of all declarations of a symbol; none for symbols of the program.</summary>
    public ImmutableArray<Effect> Of(Symbol symbol) =>
        !IsKnowledge(symbol) ? [] : ofSymbols.GetOrAdd(symbol, static (one, self) => one.Declarations is [var only] ? self.Of(only) : [.. one.Declarations.SelectMany(declaration => self.Of(declaration))], this);

    /// <summary>The effects of one declaration: of the overload that a call means (<see cref="Types.Callee.Library.Signature"/>), a class, an option.</summary>
    public ImmutableArray<Effect> Of(SyntaxNode declaration)
    {
        if (!declaration.Exists || bindings.ModuleOf(declaration.Tree) is not { } module || (module.Roles & ModuleRoles.Knowledge) == 0)
            return [];
        return known.GetOrAdd(declaration, static (node, module) => new TagReader(module, null).Read(node), module);
    }

    private static bool IsKnowledge(Symbol symbol) => symbol.Exists && (symbol.Module.Roles & ModuleRoles.Knowledge) != 0;
}
