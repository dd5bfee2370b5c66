using System.Collections.Immutable;
using System.Text;

namespace Hostile.Model.Projects;

/// <summary>The rules of one ignore file, with git's exact meaning.</summary>
/// <param name="Directory">The directory that the file stands in, and whose entries it speaks of.</param>
/// <param name="File">The file's path, for reasons.</param>
public sealed record IgnoreRules(string Directory, string File)
{
    private ImmutableArray<IgnoreRule> Rules { get; init; }

    /// <summary>Reads the text of a .gitignore or exclude file; no text is wrong.</summary>
    public static IgnoreRules Parse(string directory, string file, ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];

        var rules = ImmutableArray.CreateBuilder<IgnoreRule>();
        var number = 0;
        foreach (var range in text.Split((byte)'\n'))
        {
            number++;
            var line = text[range];
            if (line.EndsWith("\r"u8))
                line = line[..^1];
            // Git matches bytes: "?" is half an "é". So bytes are what the characters here stand for.
            if (Rule(Encoding.Latin1.GetString(line), number) is { } rule)
                rules.Add(rule);
        }

        return new(directory, file) { Rules = rules.ToImmutable() };
    }

    /// <summary>The last rule that speaks of the entry, which decides; null when none does.</summary>
    internal IgnoreRule? Deciding(string path, bool isDirectory)
    {
        var relative = Directory.Length == 0 ? path : path[(Directory.Length + 1)..];
        if (!Ascii.IsValid(relative))
            relative = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(relative));
        var name = TreePath.Name(relative);
        for (var i = Rules.Length - 1; i >= 0; i--)
        {
            if ((isDirectory || !Rules[i].DirectoryOnly) && Rules[i].Matches(relative, name))
                return Rules[i];
        }

        return null;
    }

    private static IgnoreRule? Rule(string line, int number)
    {
        if (line.StartsWith('#'))
            return null;

        var pattern = WithoutTrailingSpaces(line);
        if (pattern.Length == 0)
            return null;

        var negated = pattern[0] == '!';
        if (negated)
            pattern = pattern[1..];
        var directoryOnly = pattern.EndsWith('/');
        if (directoryOnly)
            pattern = pattern[..^1];
        var anchored = pattern.Contains('/');
        return new(anchored && pattern[0] == '/' ? pattern[1..] : pattern, number, negated, directoryOnly, anchored);
    }

    /// <summary>Spaces at the end go, unless a backslash keeps one.</summary>
    private static string WithoutTrailingSpaces(string line)
    {
        var keep = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length)
                i++;
            else if (line[i] == ' ')
                continue;
            keep = i + 1;
        }

        return line[..keep];
    }
}

/// <summary>One line of an ignore file.</summary>
/// <param name="Pattern">The pattern, its marks taken off.</param>
/// <param name="Line">Its line, counting from 1.</param>
/// <param name="Negated">It takes back what an earlier one ignored.</param>
/// <param name="DirectoryOnly">It speaks of directories only.</param>
/// <param name="Anchored">It speaks of paths from the file's directory; otherwise of names at any depth.</param>
internal sealed record IgnoreRule(string Pattern, int Line, bool Negated, bool DirectoryOnly, bool Anchored)
{
    private readonly bool plain = Pattern.AsSpan().IndexOfAny("*?[\\") < 0;

    // "*.log" and its like are most of all patterns.
    private readonly bool suffix = !Anchored && Pattern.StartsWith('*') && Pattern.AsSpan(1).IndexOfAny("*?[\\") < 0;

    public bool Matches(string relative, string name)
    {
        if (Pattern.Length == 0)
            return false;
        if (plain)
            return Pattern == (Anchored ? relative : name);
        if (suffix)
            return name.AsSpan().EndsWith(Pattern.AsSpan(1), StringComparison.Ordinal);
        return Anchored ? Wildcard.MatchesPath(Pattern, relative) : Wildcard.MatchesName(Pattern, name);
    }
}

/// <summary>The ignore files that speak of a directory's entries: its own, then those above it, the nearest first. Immutable, so that directories share their parents'.</summary>
/// <param name="Rules">The nearest file.</param>
/// <param name="Outer">The others; null when there are none.</param>
public sealed record IgnoreScope(IgnoreRules Rules, IgnoreScope? Outer)
{
    /// <summary>Why the entry is ignored, e.g. <c>ignored by .gitignore:3</c>; null when it is not. Directories above it are not looked at: an ignored one is never entered.</summary>
    public static string? WhyIgnored(IgnoreScope? scope, string path, bool isDirectory)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (scope.Rules.Deciding(path, isDirectory) is { } rule)
                return rule.Negated ? null : $"ignored by {TreePath.Shown(scope.Rules.File)}:{rule.Line}";
        }

        return null;
    }
}
