using System.Collections.Immutable;
using System.Text;

namespace Hostile.Model.Projects;

/// <summary>A directory whose packages are developed together and find one another by name.</summary>
/// <param name="Directory">The workspace's directory, from the tree's root.</param>
/// <param name="Patterns">Patterns of its packages' directories; those with <c>!</c> take away.</param>
public sealed record Workspace(string Directory, ImmutableArray<string> Patterns)
{
    /// <summary>Whether the directory is that of one of the packages, or the workspace's own.</summary>
    public bool Holds(string packageDirectory)
    {
        if (packageDirectory == Directory)
            return true;
        if (!TreePath.IsWithin(packageDirectory, Directory))
            return false;

        var relative = Directory.Length == 0 ? packageDirectory : packageDirectory[(Directory.Length + 1)..];
        return Patterns.Any(pattern => !pattern.StartsWith('!') && Matches(pattern, relative))
            && !Patterns.Any(pattern => pattern.StartsWith('!') && Matches(pattern[1..], relative));
    }

    /// <summary>The workspace that a directory declares by its pnpm-workspace.yaml, package.json, lerna.json or rush.json; null when it declares none.</summary>
    /// <param name="tree">Where to read.</param>
    /// <param name="directory">The directory.</param>
    public static Workspace? DeclaredBy(ISourceTree tree, string directory)
    {
        const long limit = 10_000_000;
        if (Read("pnpm-workspace.yaml") is { } yaml && PnpmPackages(Encoding.UTF8.GetString(yaml.Span)) is { IsEmpty: false } packages)
            return new(directory, packages);
        if (Read("package.json") is { } package && PackageManifest.Parse("package.json", package.Span, out _) is { Workspaces.IsEmpty: false } manifest)
            return new(directory, manifest.Workspaces);
        if (Read("lerna.json") is { } lerna && Json.Parse(lerna.Span, out _) is { } json)
            return new(directory, json["packages"]?.Texts is { IsEmpty: false } patterns ? patterns : ["packages/*"]);
        if (Read("rush.json") is { } rush && Json.Parse(rush.Span, out _)?["projects"] is { } projects)
            return new(directory, [.. projects.Items.Select(project => project["projectFolder"]?.AsText).OfType<string>()]);
        return null;

        ReadOnlyMemory<byte>? Read(string name) =>
            tree.Read(directory.Length == 0 ? name : $"{directory}/{name}", limit) is { Problem: null, Bytes: { Length: > 0 } bytes } ? bytes : null;
    }

    /// <summary>
    /// The <c>packages:</c> list of a pnpm-workspace.yaml. Only what such a list can hold is understood: a block or a flow sequence of
    /// plain or quoted strings, with comments. Whatever else stands in the file is passed over.
    /// </summary>
    internal static ImmutableArray<string> PnpmPackages(string yaml)
    {
        var patterns = ImmutableArray.CreateBuilder<string>();
        var inList = false;
        var flow = new StringBuilder();
        foreach (var raw in yaml.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = WithoutComment(raw).TrimEnd();
            if (flow.Length > 0 || (inList && patterns.Count == 0 && line.TrimStart().StartsWith('[')))
            {
                flow.Append(line);
                if (line.Contains(']'))
                    break;
            }
            else if (line.StartsWith("packages:", StringComparison.Ordinal))
            {
                inList = true;
                flow.Append(line["packages:".Length..].Trim());
                if (line.Contains(']'))
                    break;
            }
            else if (inList && line.TrimStart() is ['-', ' ' or '\t', .. var item])
                patterns.Add(Unquoted(item.Trim()));
            else if (inList && line.Length > 0 && !char.IsWhiteSpace(line[0]))
                break;
        }

        if (flow.Length > 0)
            patterns.AddRange(flow.ToString().Trim().TrimStart('[').TrimEnd(']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Unquoted));
        return [.. patterns.Where(pattern => pattern.Length > 0)];
    }

    private static string WithoutComment(string line)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            if (quote != '\0')
                quote = line[i] == quote ? '\0' : quote;
            else if (line[i] is '"' or '\'')
                quote = line[i];
            else if (line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])))
                return line[..i];
        }

        return line;
    }

    private static string Unquoted(string text) =>
        text.Length >= 2 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;

    private static bool Matches(string pattern, string relative)
    {
        pattern = pattern.TrimEnd('/');
        if (pattern.StartsWith("./", StringComparison.Ordinal))
            pattern = pattern[2..];
        return Wildcard.Alternatives(pattern).Any(choice => Wildcard.MatchesPath(choice, relative));
    }
}
