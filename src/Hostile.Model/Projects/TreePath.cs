using System.Globalization;
using System.Text;

namespace Hostile.Model.Projects;

/// <summary>The vocabulary of paths below a tree's root: parted by <c>/</c>, no leading or trailing one, the root being the empty path.</summary>
public static class TreePath
{
    /// <summary>The directory that holds the path; the root's own is the root.</summary>
    public static string Directory(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>The last part of the path.</summary>
    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>
    /// The path that <paramref name="relative"/> means when seen from <paramref name="directory"/>, <c>.</c> and <c>..</c> taken out;
    /// null when it is absolute or leads above the root.
    /// </summary>
    public static string? Join(string directory, string relative)
    {
        if (relative.StartsWith('/'))
            return null;

        var parts = new List<string>(directory.Length == 0 ? [] : directory.Split('/'));
        foreach (var part in relative.Split('/'))
        {
            if (part.Length == 0 || part == ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    /// <summary>Reports whether the path is the directory or lies somewhere below it.</summary>
    public static bool IsWithin(string path, string directory) =>
        directory.Length == 0
        || (path.StartsWith(directory, StringComparison.Ordinal) && (path.Length == directory.Length || path[directory.Length] == '/'));

    /// <summary>The directory itself and those above it, innermost first, the root last.</summary>
    public static IEnumerable<string> Upward(string directory)
    {
        for (; directory.Length > 0; directory = Directory(directory))
            yield return directory;
        yield return "";
    }

    /// <summary>
    /// The path as one printable line: control characters, line ends and what turns the direction of writing are escaped as in
    /// TypeScript strings, so that a file's name can neither break a line of the report nor speak to the terminal.
    /// </summary>
    public static string Shown(string path)
    {
        if (!path.Any(NeedsEscape))
            return path;

        var shown = new StringBuilder(path.Length + 8);
        foreach (var character in path)
        {
            if (!NeedsEscape(character))
                shown.Append(character);
            else
                shown.Append(character switch
                {
                    '\n' => @"\n",
                    '\r' => @"\r",
                    '\t' => @"\t",
                    '\\' => @"\\",
                    _ => $"\\u{(int)character:x4}",
                });
        }

        return shown.ToString();

        static bool NeedsEscape(char character) =>
            character == '\\' || char.GetUnicodeCategory(character)
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
    }

    /// <summary>The place of the first of some things, in the order of their paths, whose path is this one or comes after it; their number when there is none.</summary>
    internal static int FirstFrom<T>(IReadOnlyList<T> sorted, Func<T, string> pathOf, string path)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (string.CompareOrdinal(pathOf(sorted[middle]), path) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
