using Hostile.Model.Knowledge;

namespace Hostile.Model.Summaries;

/// <summary>
/// Which packages of a workspace serve one user on his own machine: those that ask for a library that opens windows, and those that only such packages, and packages for pages, use. What is published is used by others, too.
/// The root of a workspace asks for what its packages need, and says nothing of itself.
/// </summary>
internal static class OneUsers
{
    /// <summary>The folders of such packages.</summary>
    public static HashSet<string> FoldersOf(ProjectModel project)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var (users, pages, all) = (new Dictionary<string, HashSet<string>>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var askedFor = new HashSet<(string Used, string By)>();
        var published = new HashSet<string>(StringComparer.Ordinal);
        // Nearly no program opens windows: of the others it need not be known who uses what.
        if (!project.Bindings.Modules.Any(module => project.PackageOf(module) is { } package && Libraries.Windowed.Any(package.Dependencies.ContainsKey)))
            return found;
        foreach (var module in project.Bindings.Modules)
        {
            if (Reaches.ServesTests(module) || project.PackageOf(module) is not { Directory: { } directory, Dependencies: var asked, IsPublished: var isPublished })
                continue;
            if (all.Add(directory) && Libraries.Windowed.Any(asked.ContainsKey))
                found.Add(directory);
            if (isPublished)
                published.Add(directory);
            if (project.IsForPages(module) || project.IsInBrowser(module))
                pages.Add(directory);
            foreach (var imported in project.ModuleGraph.ImportsOf(module))
            {
                if (project.PackageOf(imported)?.Directory is not { } used || used == directory)
                    continue;
                if (!users.TryGetValue(used, out var known))
                    users[used] = known = new(StringComparer.Ordinal);
                known.Add(directory);
                // Who takes a file out of another's folder without asking for it as a package is not whom that is for, unless that lies in its own.
                if ((project.PackageOf(imported)?.Name is { } name && asked.ContainsKey(name)) || (directory.Length > 0 && used.StartsWith(directory + "/", StringComparison.Ordinal)))
                    askedFor.Add((used, directory));
            }
        }

        if (all.Count > 1)
            found.Remove("");
        if (found.Count == 0)
            return found;
        for (var isMore = true; isMore;)
        {
            isMore = false;
            foreach (var (directory, by) in users)
            {
                if (directory.Length > 0 && !found.Contains(directory) && !published.Contains(directory) && by.Any(user => found.Contains(user) && askedFor.Contains((directory, user))) && by.All(user => found.Contains(user) || pages.Contains(user)))
                    isMore |= found.Add(directory);
            }
        }

        return found;
    }
}
