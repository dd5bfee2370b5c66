using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>What a place hangs on.</summary>
public enum PlaceRoot
{
    /// <summary>A variable of the function: it dies with the call, unless captured.</summary>
    Local,

    /// <summary>A variable of an enclosing function.</summary>
    Captured,

    /// <summary>A module-level variable or an import.</summary>
    Module,

    /// <summary>The object whose method runs.</summary>
    This,
}

/// <summary>
/// A variable or a chain of members that holds a value: <c>count</c>, <c>this.cache</c>, <c>state.jobs[id]</c>.
/// Two places are the same when they hang on the same variable (or both on <c>this</c> in the same class) by the same path.
/// </summary>
public readonly record struct MemoryPlace
{
    private MemoryPlace(PlaceRoot root, Symbol variable, SyntaxNode owner, string path) => (Root, Variable, Owner, Path) = (root, variable, owner, path);

    public PlaceRoot Root { get; }

    /// <summary>The variable; none for <c>this</c>.</summary>
    public Symbol Variable { get; }

    /// <summary>The class whose <c>this</c> it is; none for variables.</summary>
    public SyntaxNode Owner { get; }

    /// <summary>The members from the root on, as written: <c>.jobs[id]</c>; empty for the variable itself.</summary>
    public string Path { get; }

    /// <summary>Reports whether the place outlives the call that uses it.</summary>
    public bool OutlivesCall => Root is not PlaceRoot.Local;

    /// <summary>Reports whether another place is this one or a part of it.</summary>
    public bool Holds(MemoryPlace other) =>
        Root == other.Root && Variable == other.Variable && Owner == other.Owner && (other.Path == Path || (other.Path.StartsWith(Path, StringComparison.Ordinal) && other.Path[Path.Length] is '.' or '['));

    /// <summary>The entry of a collection at this place under a key, as the program writes it.</summary>
    public MemoryPlace Entry(string key) => Below($"[{key}]");

    /// <summary>A part of the object at this place.</summary>
    public MemoryPlace Below(string path) => new(Root, Variable, Owner, Path + path);

    /// <summary>What the last member of the path is taken from; the place itself when it has no members.</summary>
    public MemoryPlace Parent => Path.LastIndexOfAny(['.', '[']) is >= 0 and var last ? new(Root, Variable, Owner, Path[..last]) : this;

    /// <summary>How the program writes it.</summary>
    public override string ToString() => (Root is PlaceRoot.This ? "this" : Variable.Name.ToString()) + Path;

    /// <summary>The places that outlive the call and that an expression names, parts of a longer name included.</summary>
    public static IEnumerable<MemoryPlace> LastingIn(SyntaxNode expression, Module module)
    {
        foreach (var named in expression.DescendantsAndSelf)
        {
            if (named.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.Identifier && Of(named, module) is { OutlivesCall: true } place)
                yield return place;
        }
    }

    /// <summary>The place that an expression names, or null when it is not a fixed chain of members.</summary>
    public static MemoryPlace? Of(SyntaxNode node, Module module)
    {
        var path = "";
        node = node.Unwrapped();
        while (true)
        {
            switch (node.Kind)
            {
                case SyntaxKind.PropertyAccessExpression:
                    path = "." + node.ChildAt(1).Text + path;
                    node = node.FirstChild.Unwrapped();
                    continue;
                case SyntaxKind.ElementAccessExpression when node.ChildAt(1).Kind is SyntaxKind.Identifier or SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral or SyntaxKind.PropertyAccessExpression:
                    path = "[" + node.ChildAt(1).Text + "]" + path;
                    node = node.FirstChild.Unwrapped();
                    continue;
                case SyntaxKind.ThisKeyword:
                    return ClassAround(node) is { Exists: true } owner ? new(PlaceRoot.This, default, owner, path) : null;
                case SyntaxKind.Identifier when module.LocalSymbolOf(node) is { Exists: true } variable:
                    return new(RootOf(variable, node, module), variable, default, path);
                default:
                    return null;
            }
        }
    }

    private static PlaceRoot RootOf(Symbol variable, SyntaxNode use, Module module)
    {
        if (variable.IsModuleLevel || variable.Is(SymbolFlags.Import))
            return PlaceRoot.Module;
        return variable.Scope.Function.Index == module.ScopeAround(use).Function.Index ? PlaceRoot.Local : PlaceRoot.Captured;
    }

    /// <summary>The class that <c>this</c> means here; none in plain functions and at the top level.</summary>
    private static SyntaxNode ClassAround(SyntaxNode node)
    {
        for (var at = node.Parent; at.Exists; at = at.Parent)
        {
            switch (at.Kind)
            {
                case SyntaxKind.FunctionDeclaration or SyntaxKind.FunctionExpression:
                    return default;
                case SyntaxKind.MethodDeclaration or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor when at.Parent.Is(SyntaxKind.ObjectLiteralExpression):
                    return default;
                case SyntaxKind.ClassBody:
                    return at.Parent;
            }
        }

        return default;
    }
}
