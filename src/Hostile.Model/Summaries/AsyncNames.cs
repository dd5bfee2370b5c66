using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>The names under which the program declares functions that return promises, by syntax alone: so that types are asked for only where a name fits.</summary>
/// <param name="All">Of async functions, of functions that return calls, and of whatever has "Promise" in its annotation.</param>
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
        foreach (var names in perModule)
        {
            all.UnionWith(names.All);
            makers.UnionWith(names.Makers);
        }

        return new(all, makers);
    }

    private static AsyncNames In(Module module)
    {
        var (names, makers) = (new HashSet<Name>(), new HashSet<Name>());
        foreach (var node in module.Tree.NodesOf(Kinds))
        {
            if (MakerOf(node) is { Exists: true } maker && module.NameOf(maker.FirstAfterModifiers()) is { Exists: true } made)
                makers.Add(made);
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
        }

        return new(names, makers);
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
        var value = (declaration.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(declaration).Value : declaration.Child(SyntaxKind.Initializer).FirstChild).Unwrapped();
        return FunctionLike.From(value) is { } function ? function.IsAsync || MentionsPromise(value.Child(SyntaxKind.TypeAnnotation)) || function.HasExpressionBody : value.Is(SyntaxKind.CallExpression);
    }

    private static bool MentionsPromise(SyntaxNode annotation) => annotation.Bytes.IndexOf("Promise"u8) >= 0;
}
