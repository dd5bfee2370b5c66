using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Projects;

/// <summary>A file that discovery found; nothing of it has been read.</summary>
/// <param name="Path">From the tree's root.</param>
/// <param name="Language">What it is written in, by its name.</param>
/// <param name="Kind">Whose code it is, by its path; its text may say more.</param>
/// <param name="InScope">Whether findings in it are wanted by path.</param>
public readonly record struct FoundFile(string Path, Language Language, FileKind Kind, bool InScope);

/// <summary>What a file is written in.</summary>
public enum Language
{
    /// <summary>TypeScript or JavaScript.</summary>
    TypeScript,
    Sql,
    Prisma,

    /// <summary>A single-file component of Vue, Svelte or Astro: a script inside a page's markup, which is not read.</summary>
    Component,

    /// <summary>package.json, tsconfig, lockfiles and the like.</summary>
    Configuration,
}

/// <summary>Whose code a file is, which decides what is done with it.</summary>
public enum FileKind
{
    /// <summary>The program's own code: audited.</summary>
    Source,

    /// <summary>Tests and what serves them: read, and audited when asked for.</summary>
    Test,

    /// <summary>Types without code: read, nothing in it can go wrong.</summary>
    Declaration,

    /// <summary>Written by a program: read for its types, not audited; its generator would have to be changed.</summary>
    Generated,

    /// <summary>Somebody else's code, or this program's own, compiled: not read.</summary>
    Vendored,

    /// <summary>Code packed for machines: not read.</summary>
    Minified,
}

/// <summary>A file's text, ready to be parsed.</summary>
/// <param name="Found">Where it was found and what its path says.</param>
/// <param name="Bytes">UTF-8 without a byte order mark.</param>
/// <param name="Kind">Whose code it is, now that the text is known.</param>
/// <param name="IsAudited">Whether findings in it are wanted.</param>
public sealed record ProgramFile(FoundFile Found, ReadOnlyMemory<byte> Bytes, FileKind Kind, bool IsAudited)
{
    public string Path => Found.Path;

    public Language Language => Found.Language;

    /// <summary>The dialect to parse it in; of use for TypeScript and JavaScript only.</summary>
    public ScriptKind Script => FileNames.ScriptOf(Path);
}

/// <summary>A file, or a directory (its path ends in <c>/</c>), that is not analysed.</summary>
/// <param name="Path">From the tree's root.</param>
/// <param name="Reason">Why, in plain words that go on from the name, e.g. <c>a Git LFS pointer: the file itself is not here</c>.</param>
public sealed record Skipped(string Path, string Reason)
{
    /// <summary>By path, then by reason: the order of every listing.</summary>
    public static int Compare(Skipped left, Skipped right) =>
        string.CompareOrdinal(left.Path, right.Path) is not 0 and var byPath ? byPath : string.CompareOrdinal(left.Reason, right.Reason);
}

/// <summary>What a reader should know of a file that is analysed.</summary>
/// <param name="Path">From the tree's root.</param>
/// <param name="Text">One clause that goes on from the name, no full stop.</param>
public sealed record FileNote(string Path, string Text);
