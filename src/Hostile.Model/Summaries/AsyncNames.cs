using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>The names under which the program declares functions that return promises, by syntax alone: so that types are asked for only where a name fits.</summary>
/// <param name="All">Of async functions, of functions that return calls, of whatever has "Promise" in its annotation, and of what is made of such functions or by a maker.</param>
/// <param name="Makers">Of functions that make functions: <c>const handlerFor = (name) => async (request) => …</c>.</param>
internal sealed record AsyncNames(IReadOnlySet<Name> All, IReadOnlySet<Name> Makers)
{
    private static readonly KindSet Kinds = KindSet.Of(SyntaxKind.ReturnStatement, SyntaxKind.ArrowFunction, SyntaxKind.FunctionDeclaration, SyntaxKind.MethodDeclaration, SyntaxKind.MethodSignature, SyntaxKind.VariableDeclaration, SyntaxKind.PropertyDeclaration, SyntaxKind.PropertySignature, SyntaxKind.Parameter, SyntaxKind.PropertyAssignment, SyntaxKind.ImportClause, SyntaxKind.ImportSpecifier);

    /// <summary>Those of the program.</summary>
    public static AsyncNames Of(ProjectModel project)
    {
        var modules = project.Bindings.Modules;
        var perModule = project.Workers.Select(modules.Length, i => In(modules[i]));
        var (all, makers) = (new HashSet<Name>(), new HashSet<Name>());
        foreach (var (names, _) in perModule)
        {
            all.UnionWith(names.All);
            makers.UnionWith(names.Makers);
        }

        var made = project.Workers.Select(modules.Length, i => perModule[i].Made.Where(one => IsMadeOf(modules[i], one.Call, all, makers)).Select(one => one.Name).ToList());
        foreach (var names in made)
            all.UnionWith(names);
        return new(all, makers);
    }

    /// <summary><c>const send = handlerFor(name)</c>, <c>const save = debounce(store, 500)</c>, <c>const submit = handle(guard(async () => …))</c>, <c>const navigate = useNavigate()</c>; what any other call gives is hardly a function.</summary>
    private static bool IsMadeOf(Module module, SyntaxNode call, HashSet<Name> all, HashSet<Name> makers)
    {
        if (CallName.Of(call) is { Exists: true } maker && (makers.Contains(module.NameOf(maker)) || maker.Bytes is [(byte)'u', (byte)'s', (byte)'e', >= (byte)'A' and <= (byte)'Z', ..]))
            return true;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (argument.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression || (argument.Is(SyntaxKind.CallExpression) && IsMadeOf(module, argument, all, makers)))
                return true;
            var named = argument.Is(SyntaxKind.PropertyAccessExpression) ? argument.ChildAt(1) : argument;
            if (named.Is(SyntaxKind.Identifier) && all.Contains(module.NameOf(named)))
                return true;
        }

        // "this.tick.bind(this)"
        return call.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.ChildAt(1).TextIs("bind"u8);
    }

    /// <summary>The names of a file, and those of what calls give, which depend on the names of all files.</summary>
    private static (AsyncNames Names, List<(Name Name, SyntaxNode Call)> Made) In(Module module)
    {
        var (names, makers) = (new HashSet<Name>(), new HashSet<Name>());
        var made = new List<(Name, SyntaxNode)>();
        foreach (var node in module.Tree.NodesOf(Kinds))
        {
            if (MakerOf(node) is { Exists: true } maker && module.NameOf(maker.FirstAfterModifiers()) is { Exists: true } handing)
                makers.Add(handing);
            var declared = node.Kind switch
            {
                SyntaxKind.FunctionDeclaration or SyntaxKind.MethodDeclaration or SyntaxKind.MethodSignature when node.Has(NodeFlags.Async) || MentionsPromise(node.Child(SyntaxKind.TypeAnnotation)) => node,
                SyntaxKind.VariableDeclaration or SyntaxKind.PropertyDeclaration or SyntaxKind.PropertySignature or SyntaxKind.Parameter or SyntaxKind.PropertyAssignment when IsAsync(node) => node,
                _ => default,
            };
            if (declared.Exists && module.NameOf(declared.FirstAfterModifiers()) is { Exists: true } name)
                names.Add(name);
            // "import task from './task'": a default export goes by any name.
            else if (node.Is(SyntaxKind.ImportClause) && node.FirstChild.Is(SyntaxKind.Identifier))
                names.Add(module.NameOf(node.FirstChild));
            else if (node.Is(SyntaxKind.ImportSpecifier) && node.ChildAt(1).Exists)
                names.Add(module.NameOf(node.ChildAt(1)));
            else if (ValueOf(node) is { Kind: SyntaxKind.CallExpression } call && module.NameOf(node.FirstAfterModifiers()) is { Exists: true } given)
                made.Add((given, call));
        }

        return (new(names, makers), made);
    }

    /// <summary>The declaration of the function that hands out the function that is made here; none where none is made.</summary>
    private static SyntaxNode MakerOf(SyntaxNode node)
    {
        var made = node.Is(SyntaxKind.ReturnStatement) ? node.FirstChild.Unwrapped() : node.Is(SyntaxKind.ArrowFunction) ? FunctionShape.BodyOf(node).Unwrapped() : default;
        if (made.Kind is not (SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression))
            return default;
        var maker = node.Is(SyntaxKind.ArrowFunction) ? node : FunctionShape.Enclosing(node);
        if (maker.Kind is SyntaxKind.FunctionDeclaration or SyntaxKind.MethodDeclaration)
            return maker;
        var holder = maker.Wrapped().Parent;
        return holder.Is(SyntaxKind.Initializer) ? holder.Parent : holder.Is(SyntaxKind.PropertyAssignment) ? holder : default;
    }

    private static bool IsAsync(SyntaxNode declaration)
    {
        if (MentionsPromise(declaration.Child(SyntaxKind.TypeAnnotation)))
            return true;
        var value = ValueOf(declaration);
        return FunctionLike.From(value) is { } function && (function.IsAsync || MentionsPromise(value.Child(SyntaxKind.TypeAnnotation)) || function.HasExpressionBody);
    }

    /// <summary>What a declaration starts with, or a property is set to; none where there is none.</summary>
    private static SyntaxNode ValueOf(SyntaxNode declaration) => declaration.Kind switch
    {
        SyntaxKind.PropertyAssignment => new PropertyAssignment(declaration).Value.Unwrapped(),
        SyntaxKind.VariableDeclaration or SyntaxKind.PropertyDeclaration or SyntaxKind.Parameter => declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped(),
        _ => default,
    };

    private static bool MentionsPromise(SyntaxNode annotation) => annotation.Bytes.IndexOf("Promise"u8) >= 0;
}
