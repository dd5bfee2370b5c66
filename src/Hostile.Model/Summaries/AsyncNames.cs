using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>The names under which the program declares functions that return promises, by syntax alone: so that types are asked for only where a name fits.</summary>
internal static class AsyncNames
{
    /// <summary>All of the program: of async functions, of functions that return calls, and of whatever has "Promise" in its annotation.</summary>
    public static IReadOnlySet<Name> Of(ProjectModel project)
    {
        var modules = project.Bindings.Modules;
        var perModule = project.Workers.Select(modules.Length, i => In(modules[i]));
        var all = new HashSet<Name>();
        foreach (var names in perModule)
            all.UnionWith(names);
        return all;
    }

    private static HashSet<Name> In(Module module)
    {
        var names = new HashSet<Name>();
        for (var index = 0; index < module.Tree.Count; index++)
        {
            var node = module.Tree[index];
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

        return names;
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
