using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>All functions of the program, and which code belongs to which.</summary>
internal sealed class FunctionTable
{
    private readonly TreeTable<FunctionModel[]> byTree;

    /// <param name="project">The model the functions are part of.</param>
    /// <param name="modules">The program's files, in report order.</param>
    public FunctionTable(ProjectModel project, ImmutableArray<Module> modules, Workers workers)
    {
        var perModule = workers.Select(modules.Length, i => In(project, modules[i]).ToArray());
        byTree = new([.. perModule.Select(functions => (functions[0].Module.Tree, functions))]);
        All = [.. perModule.SelectMany(functions => functions)];
    }

    /// <summary>Every function by file and by the place where it ends; a file's top level is the last of its file.</summary>
    public ImmutableArray<FunctionModel> All { get; }

    /// <summary>
    /// The model of a function's node; null for mere signatures and foreign trees.
    /// Throws <see cref="InsufficientExecutionStackException"/> where the stack is nearly used up: every question that goes from function to function comes by here, and one that never ends
    /// is to cost the rule that asked it, not the process.
    /// </summary>
    public FunctionModel? Of(SyntaxNode function)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (byTree.Find(function.Tree) is not { } functions)
            return null;
        var low = 0;
        var high = functions.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var index = functions[middle].Node.Index;
            if (index == function.Index)
                return functions[middle];
            if (index < function.Index)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return null;
    }

    /// <summary>The function in whose body a node is evaluated; null for foreign trees.</summary>
    public FunctionModel? Around(SyntaxNode node) => FunctionShape.Enclosing(node) is { Exists: true } function ? Of(function) : null;

    private static IEnumerable<FunctionModel> In(ProjectModel project, Module module)
    {
        foreach (var node in module.Tree.NodesOf(FunctionLike.Kinds))
        {
            if (FunctionLike.From(node) is { Body.Exists: true })
                yield return new(project, module, node);
        }

        yield return new(project, module, module.Tree.Root);
    }
}
