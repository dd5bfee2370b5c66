namespace Hostile.Model.Projects;

/// <summary>Where the program begins that holds a path.</summary>
/// <param name="Repository">The directory whose .gitignore files and commit hold: the root of the audit.</param>
/// <param name="Program">The directory below which everything is read: the outermost workspace that holds the path, else the repository.</param>
public readonly record struct Roots(string Repository, string Program)
{
    /// <summary>The roots of a directory.</summary>
    /// <param name="world">A tree that reaches above the directory, such as the whole disk.</param>
    /// <param name="directory">Its path in that tree, links resolved.</param>
    public static Roots Of(ISourceTree world, string directory)
    {
        var upward = TreePath.Upward(directory).ToList();
        var repository = upward.FindIndex(candidate => world.Find(In(candidate, ".git")) is { Kind: EntryKind.Directory or EntryKind.File });
        var workspace = upward.FindLastIndex(
            repository >= 0 ? repository : upward.Count - 1,
            candidate => Workspace.DeclaredBy(world, candidate) is { } workspace && Concerns(workspace, world, upward));

        if (repository >= 0)
            return new(upward[repository], upward[workspace >= 0 ? workspace : repository]);
        if (workspace >= 0)
            return new(upward[workspace], upward[workspace]);

        // The nearest package only: a package.json that lies about in a home directory does not make the home directory a program.
        var package = upward.FindIndex(candidate => world.Find(In(candidate, "package.json")) is { Kind: EntryKind.File });
        var root = package >= 0 ? upward[package] : directory;
        return new(root, root);
    }

    /// <summary>Whether the directory is the workspace's own, in one of its packages, or in no other package: a workspace's scripts are its own.</summary>
    private static bool Concerns(Workspace workspace, ISourceTree world, List<string> upward)
    {
        foreach (var directory in upward)
        {
            if (workspace.Holds(directory))
                return true;
            if (world.Find(In(directory, "package.json")) is not null)
                return false;
        }

        return false;
    }

    private static string In(string directory, string name) => directory.Length == 0 ? name : $"{directory}/{name}";
}
