using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;

namespace Hostile.Model.Summaries;

/// <summary>
/// Which package runs a function in a process of its own making. In a workspace that is a matter of the package in which the execution starts, not of the one in which the code stands:
/// a library of three applications runs in three kinds of process.
/// </summary>
/// <param name="project">The program.</param>
/// <param name="installed">The host that is installed where a file stands, whoever asks for it; null when there is none.</param>
internal sealed class Hosts(ProjectModel project, Func<Module, string?> installed)
{
    private readonly ConcurrentDictionary<Module, string?> known = new();
    private readonly Lazy<HashSet<string>> ownPrograms = new(() => OwnPrograms(project));

    /// <summary>The host of a function's executions; null when nothing hosts them, or not all.</summary>
    public string? Of(FunctionModel function) => known.GetOrAdd(StartOf(function), static (module, self) => self.Of(module), this);

    /// <summary>The file in which a function's executions start, where that is of another package; else the function's own.</summary>
    public Module StartOf(FunctionModel function) =>
        function.Exposure is { Kind: not StartKind.None, Start: var start } && project.Bindings.ModuleAt(start.Path) is { } module && module.Source == start.Source && DirectoryOf(module) != DirectoryOf(function.Module) ? module : function.Module;

    private string? Of(Module module)
    {
        if (AskedBy(module) is { } asked)
            return asked;
        // A package that does not ask for a host, and of which no other package of the workspace uses a file, is a program of its own: the server beside a desktop application.
        if (DirectoryOf(module) is not { Length: > 0 } directory || ownPrograms.Value.Contains(directory))
            return DirectoryOf(module) is { Length: > 0 } ? null : installed(module);
        var programs = project.ModuleGraph.LeadingTo([module]).Where(user => DirectoryOf(user) is { } of && ownPrograms.Value.Contains(of) && !Reaches.ServesTests(user) && !project.IsInBrowser(user) && !project.IsForTools(user)).DistinctBy(DirectoryOf);
        var hosts = programs.Select(AskedBy).Distinct().ToList();
        if (hosts.Count == 0)
            return installed(module);
        // What is published runs in programs that nobody sees here, too: of those that are seen it is enough that one is hosted.
        return hosts.Contains(null) && project.PackageOf(module) is not { IsPublished: true } ? null : hosts.OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>The host that a package asks for; or starts itself with, where only the root of the workspace asks for it: <c>"start": "next start"</c>.</summary>
    private string? AskedBy(Module module) => project.PackageOf(module) is { } package
        ? Libraries.Outliving.FirstOrDefault(package.Dependencies.ContainsKey) ?? Libraries.Outliving.FirstOrDefault(host => package.StartWords.Contains(host)) : null;

    private string? DirectoryOf(Module module) => project.PackageOf(module)?.Directory;

    /// <summary>The folders of packages of which nothing outside of them imports a file; tests do not count.</summary>
    private static HashSet<string> OwnPrograms(ProjectModel project)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var module in project.Bindings.Modules)
        {
            if (project.PackageOf(module)?.Directory is not { Length: > 0 } directory)
                continue;
            all.Add(directory);
            if (!used.Contains(directory) && project.ModuleGraph.ImportersOf(module).Any(importer => !importer.Roles.HasFlag(ModuleRoles.Test) && project.PackageOf(importer)?.Directory != directory))
                used.Add(directory);
        }

        all.ExceptWith(used);
        return all;
    }
}
