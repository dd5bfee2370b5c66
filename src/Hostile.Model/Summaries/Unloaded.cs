using Hostile.Model.Binding;
using Hostile.Model.Projects;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>Tells files that no run loads: an index loads the files beside them for what they do when they are loaded, <c>import './mails';</c>, and passes them over, and so does everybody else.</summary>
internal sealed class Unloaded(ProjectModel project)
{
    /// <summary>A file that loads fewer of a folder is no index of it, and says nothing of the others.</summary>
    private const int FewestLoaded = 5;

    private static readonly KindSet Imports = KindSet.Of(SyntaxKind.ImportDeclaration);

    private readonly ProjectModel project = project;

    /// <summary>By folder: the file that loads the most of its files for what they do.</summary>
    private readonly Lazy<Dictionary<string, Module>> indexes = new(() => IndexesOf(project));

    /// <summary>The index that passes a file over; null when something loads the file, or may: a framework by its place, a script of its package, a folder without an index.</summary>
    public Module? PassedOverBy(Module module) =>
        project.ModuleGraph.ImportersOf(module).Count == 0 && indexes.Value.TryGetValue(TreePath.Directory(module.Path), out var index) && index != module
        && !project.ModuleGraph.ImportsOf(module).Contains(index) && !project.IsStarted(module) && !project.Callers.Answers(module) ? index : null;

    private static Dictionary<string, Module> IndexesOf(ProjectModel project)
    {
        var found = new Dictionary<string, (Module Index, int Count)>();
        foreach (var module in project.Bindings.Modules)
        {
            foreach (var folder in LoadedBy(project, module).GroupBy(loaded => TreePath.Directory(loaded.Path)))
            {
                if (folder.Count() is >= FewestLoaded and var count && count > found.GetValueOrDefault(folder.Key).Count)
                    found[folder.Key] = (module, count);
            }
        }

        return found.ToDictionary(pair => pair.Key, pair => pair.Value.Index);
    }

    /// <summary>The files that a file imports and takes nothing of.</summary>
    private static IEnumerable<Module> LoadedBy(ProjectModel project, Module module)
    {
        foreach (var statement in module.Tree.NodesOf(Imports))
        {
            if (!statement.Child(SyntaxKind.ImportClause).Exists && project.Bindings.ModuleFor(module, statement.Child(SyntaxKind.StringLiteral))?.Module is { } loaded)
                yield return loaded;
        }
    }
}
