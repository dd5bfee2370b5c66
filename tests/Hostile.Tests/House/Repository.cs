using System.Runtime.CompilerServices;

namespace Hostile.Tests.House;

/// <summary>Where the project's own files are: tests read pages and sources in place, so that `UPDATE=1` can rewrite them.</summary>
public static class Repository
{
    /// <summary>The folder that holds Hostile.slnx.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    /// <summary>Absolute path of a file or folder of the repository.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>The text of a file of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(At(path));

    /// <summary>Files below a folder, as paths from the root with forward slashes, sorted; none when there is no such folder.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        !Directory.Exists(At(folder)) ? [] : Directory.EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "artifacts" or "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => path;
}
