namespace Hostile.Bench;

/// <summary>Where things are in our own repository: the benches read and write there, wherever they are started.</summary>
public static class Repository
{
    /// <summary>The folder with Hostile.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where the benches put what they fetch and write; never committed.</summary>
    public static string Artifacts(string name)
    {
        var folder = Path.Combine(Root, "artifacts", "oracles", name);
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static string FindRoot()
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Directory.GetCurrentDirectory()])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Hostile.slnx")))
                    return folder.FullName;
            }
        }

        throw new InvalidOperationException("hostile-bench must be built or started inside its repository: no Hostile.slnx above it");
    }
}
