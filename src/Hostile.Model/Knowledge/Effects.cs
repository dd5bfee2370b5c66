using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Knowledge;

/// <summary>The effects that knowledge files state, by declaration. Read when asked for and remembered; safe to ask from many threads.</summary>
public sealed class Effects(Bindings bindings)
{
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<Effect>> known = new();

    /// <summary>The effects of all declarations of a symbol; none for symbols of the program.</summary>
    public ImmutableArray<Effect> Of(Symbol symbol) =>
        !IsKnowledge(symbol) ? [] : symbol.Declarations is [var only] ? Of(only) : [.. symbol.Declarations.SelectMany(d => Of(d))];

    /// <summary>The effects of one declaration: of the overload that a call means (<see cref="Types.Callee.Library.Signature"/>), a class, an option.</summary>
    public ImmutableArray<Effect> Of(SyntaxNode declaration)
    {
        if (!declaration.Exists || bindings.ModuleOf(declaration.Tree) is not { } module || (module.Roles & ModuleRoles.Knowledge) == 0)
            return [];
        return known.GetOrAdd(declaration, static (node, module) => new TagReader(module, null).Read(node), module);
    }

    private static bool IsKnowledge(Symbol symbol) => symbol.Exists && (symbol.Module.Roles & ModuleRoles.Knowledge) != 0;
}
