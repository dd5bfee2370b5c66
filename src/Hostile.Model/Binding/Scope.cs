using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Binding;

/// <summary>A region in which names are declared. A function and its body are one scope. A view over its module's arrays.</summary>
public readonly struct Scope
{
    private readonly Module? module;

    internal Scope(Module module, int index)
    {
        this.module = module;
        Index = index;
    }

    public int Index { get; }

    public bool Exists => module is not null;

    /// <summary>The node that opens it: SourceFile, function, class, block, loop, catch clause, namespace block …</summary>
    public SyntaxNode Node => module is null ? default : module.Tree[module.Scopes[Index].Node];

    /// <summary>The scope of the nearest function around it, itself included; the file's scope when there is none.</summary>
    public Scope Function => module is null ? default : new(module, module.Scopes[Index].Function);

    /// <summary>The enclosing scope; none for the file's.</summary>
    public Scope Parent => module is null || Index == 0 ? default : new(module, module.Scopes[Index].Parent);

    /// <summary>The symbol declared in this very scope under the name, else none.</summary>
    public Symbol Find(Name name)
    {
        if (module is null)
            return default;

        for (var at = module.Scopes[Index].FirstSymbol; at >= 0; at = module.Symbols[at].NextInScope)
        {
            if (module.Symbols[at].Name == name)
                return new(module, at);
        }

        return default;
    }

    /// <summary>The symbols declared in this very scope, latest first.</summary>
    public IEnumerable<Symbol> Symbols()
    {
        if (module is null)
            yield break;

        for (var at = module.Scopes[Index].FirstSymbol; at >= 0; at = module.Symbols[at].NextInScope)
            yield return new(module, at);
    }
}

/// <summary>A scope as it is stored.</summary>
internal struct ScopeRecord
{
    public int Parent;
    public int Function;
    public int Node;
    public int FirstSymbol;
}
