using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>Which file imports which, types aside.</summary>
internal sealed class ModuleGraph
{
    /// <summary>What may name another file.</summary>
    public static readonly KindSet Kinds = KindSet.Of(SyntaxKind.ImportDeclaration, SyntaxKind.ExportDeclaration, SyntaxKind.CallExpression);

    private readonly Dictionary<Module, ImmutableArray<Module>> imports = [];
    private readonly Dictionary<Module, List<Module>> importers = [];
    private readonly Dictionary<Module, ImmutableArray<Module>> computed = [];

    public ModuleGraph(ProjectModel project)
    {
        var modules = project.Bindings.Modules;
        var byName = new ComputedImports(project);
        var perModule = project.Workers.Select(modules.Length, i => ImportsOf(project, modules[i], byName));
        for (var i = 0; i < modules.Length; i++)
        {
            imports.Add(modules[i], perModule[i].All);
            if (!perModule[i].Computed.IsEmpty)
                computed.Add(modules[i], perModule[i].Computed);
            foreach (var target in perModule[i].All)
            {
                if (!importers.TryGetValue(target, out var list))
                    importers.Add(target, list = []);
                list.Add(modules[i]);
            }
        }
    }

    /// <summary>The program's files that a file imports.</summary>
    public ImmutableArray<Module> ImportsOf(Module module) => imports.GetValueOrDefault(module, []);

    /// <summary>The program's files that import a file.</summary>
    public IReadOnlyList<Module> ImportersOf(Module module) => importers.TryGetValue(module, out var list) ? list : [];

    /// <summary>Whether a file loads another by a name that it computes: then nobody sees what it takes of it.</summary>
    public bool LoadsByName(Module importer, Module module) => computed.GetValueOrDefault(importer, []).Contains(module);

    /// <summary>All files: those of the program, and what they import.</summary>
    public IEnumerable<Module> All => imports.Keys.Union(importers.Keys);

    /// <summary>Some files, and all that import one of them, directly or not.</summary>
    public HashSet<Module> LeadingTo(IEnumerable<Module> files)
    {
        var found = new HashSet<Module>(files);
        var work = new Stack<Module>(found);
        while (work.TryPop(out var module))
        {
            Workers.Step();
            foreach (var importer in ImportersOf(module))
            {
                if (found.Add(importer))
                    work.Push(importer);
            }
        }

        return found;
    }

    /// <summary>Some files and everything they import, directly or not, each once, as they are come by.</summary>
    public IEnumerable<Module> ReachedFrom(params IEnumerable<Module> starts)
    {
        var seen = new HashSet<Module>(starts);
        var work = new Stack<Module>(seen);
        while (work.TryPop(out var module))
        {
            Workers.Step();
            yield return module;
            foreach (var next in ImportsOf(module))
            {
                if (seen.Add(next))
                    work.Push(next);
            }
        }
    }

    private static (ImmutableArray<Module> All, ImmutableArray<Module> Computed) ImportsOf(ProjectModel project, Module module, ComputedImports byName)
    {
        var found = new List<Module>();
        var computed = new List<Module>();
        foreach (var node in module.Tree.NodesOf(Kinds))
        {
            var specifier = node.Kind switch
            {
                SyntaxKind.ImportDeclaration when !node.Child(SyntaxKind.ImportClause).Has(NodeFlags.TypeOnly) => node.Child(SyntaxKind.StringLiteral),
                SyntaxKind.ExportDeclaration when !node.Has(NodeFlags.TypeOnly) => node.Child(SyntaxKind.StringLiteral),
                SyntaxKind.CallExpression when node.FirstChild.Is(SyntaxKind.ImportKeyword) || node.FirstChild.TextIs("require"u8) => node.Child(SyntaxKind.ArgumentList).FirstChild,
                _ => default,
            };
            if (specifier.Exists && project.Bindings.ModuleFor(module, specifier)?.Module is { } target && (target.Roles & ModuleRoles.Knowledge) == 0 && target != module && !found.Contains(target))
                found.Add(target);
            else if (specifier.Exists && node.Is(SyntaxKind.CallExpression))
                computed.AddRange(byName.Of(module, specifier).Where(loaded => (loaded.Roles & ModuleRoles.Knowledge) == 0 && loaded != module && !computed.Contains(loaded)));
        }

        return ([.. found.Union(computed)], [.. computed]);
    }
}
