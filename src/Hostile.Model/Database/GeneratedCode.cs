using System.Text;
using Hostile.Syntax.Text;

namespace Hostile.Model.Database;

/// <summary>Code that a tool makes from a schema file, into a folder that is seldom kept.</summary>
/// <param name="Generator">What makes it, as the schema file calls it.</param>
/// <param name="Folder">Where it is put, from the root of the audit.</param>
internal sealed record GeneratedCode(string Generator, string Folder)
{
    /// <summary>The <c>generator</c> blocks of a schema file that say where their code goes.</summary>
    public static IEnumerable<GeneratedCode> Of(SourceText file)
    {
        var (provider, output, isInside) = ("", "", false);
        foreach (var raw in Encoding.UTF8.GetString(file.Bytes.Span).Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith("generator ", StringComparison.Ordinal))
                (provider, output, isInside) = ("", "", true);
            else if (isInside && line.StartsWith('}'))
            {
                isInside = false;
                if (provider.Length > 0 && output.Length > 0)
                    yield return new(provider, Joined(FolderOf(file.Path), output));
            }
            else if (isInside && line.Split('=', 2) is [var key, var value] && value.Split('"') is [_, var text, ..])
            {
                if (key.Trim() == "provider")
                    provider = text;
                else if (key.Trim() == "output")
                    output = text;
            }
        }
    }

    /// <summary>Whether a module that a file imports is part of it: by its path, or by the name of a package that it is made into.</summary>
    public bool Holds(string path, string specifier)
    {
        if (specifier.StartsWith('.'))
            return IsBelow(Joined(FolderOf(path), specifier), Folder);
        var package = Folder.LastIndexOf("node_modules/", StringComparison.Ordinal);
        return package >= 0 && IsBelow(specifier, Folder[(package + "node_modules/".Length)..]);
    }

    private static bool IsBelow(string path, string folder) => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    private static string Joined(string folder, string relative)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            else if (part != ".")
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
