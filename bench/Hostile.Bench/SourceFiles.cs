using System.IO.Enumeration;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench;

/// <summary>The files of a corpus: every one with a TypeScript or JavaScript ending, test fixtures too. Discovery's rules do not hold here.</summary>
public static class SourceFiles
{
    private static readonly string[] Endings = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];

    /// <summary>Paths below a folder, in ordinal order; <c>node_modules</c>, <c>.git</c> and links are not entered.</summary>
    public static string[] Below(string folder)
    {
        var files = new FileSystemEnumerable<string>(
            Path.GetFullPath(folder),
            (ref entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && HasEnding(entry.FileName),
            ShouldRecursePredicate = (ref entry) => entry.FileName is not ("node_modules" or ".git"),
        };
        return [.. files.Order(StringComparer.Ordinal)];
    }

    /// <summary>The dialect that the name says.</summary>
    public static ScriptKind KindOf(string path) => ScriptKinds.FromPath(path) ?? ScriptKind.TypeScript;

    /// <summary>The last part of a folder's path: what a corpus is called.</summary>
    public static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    /// <summary>A file's bytes without a UTF-8 byte order mark.</summary>
    public static ReadOnlyMemory<byte> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsMemory(3) : bytes;
    }

    private static bool HasEnding(ReadOnlySpan<char> name)
    {
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
