namespace Hostile.Model.Projects;

/// <summary>
/// The engine's only view of files. Paths are relative to the tree's root, parted by <c>/</c>, and the root itself is the empty
/// path. Implementations never throw for what they find: what cannot be read comes back as a reason in plain words
/// that goes on from the file's name, e.g. <c>permission denied</c>.
/// Safe for many threads at once.
/// </summary>
public interface ISourceTree
{
    /// <summary>Hands every entry of a directory to <paramref name="found"/>, in no order, without following links. Returns why not all could be listed, or null.</summary>
    string? List(string directory, Action<TreeEntry> found);

    /// <summary>The entry at a path, the path's own links not followed; null when nothing is there or its directory cannot be searched.</summary>
    TreeEntry? Find(string path);

    /// <summary>Reads a regular file of at most <paramref name="limit"/> bytes that is reached without passing a link.</summary>
    FileContent Read(string path, long limit);

    /// <summary>Where a path leads when every link on the way, the last one too, is followed.</summary>
    LinkTarget Follow(string path);

    /// <summary>Why a pipe, device or socket is not read.</summary>
    public const string SpecialFile = "a pipe, device or socket, not a file";

    /// <summary>Why a file over the limit is not read.</summary>
    public static string TooLarge(long length, long limit) => $"larger than the limit ({Size(length)}, limit {Size(limit)}; --max-file-size raises it)";

    private static string Size(long bytes) => bytes switch
    {
        >= 1_000_000 => $"{bytes / 1_000_000.0:0.#} MB",
        >= 1_000 => $"{bytes / 1_000.0:0.#} kB",
        _ => $"{bytes} bytes",
    };
}

/// <summary>One entry of a directory.</summary>
/// <param name="Name">Its name, without the directory.</param>
/// <param name="Kind">What it is, links not followed. A listing may call a pipe or device a file: only reading it tells.</param>
public readonly record struct TreeEntry(string Name, EntryKind Kind);

/// <summary>What an entry of a directory is.</summary>
public enum EntryKind
{
    File,
    Directory,

    /// <summary>A symbolic link, whatever it leads to.</summary>
    Link,

    /// <summary>A pipe, device or socket: never opened.</summary>
    Special,

    /// <summary>Its name cannot be written as text, so it cannot be opened by name; the name shows the bad bytes as U+FFFD.</summary>
    Unnameable,
}

/// <summary>What reading a file gave.</summary>
/// <param name="Bytes">The bytes; empty when there is a problem.</param>
/// <param name="Problem">Why nothing was read, in plain words; null when it was.</param>
/// <param name="Note">What a reader of the report should know of the bytes, such as that the file changed meanwhile; else null.</param>
public readonly record struct FileContent(ReadOnlyMemory<byte> Bytes, string? Problem = null, string? Note = null);

/// <summary>Where a link leads.</summary>
/// <param name="Path">The real path below the root; null when it leads out of the root or nowhere.</param>
/// <param name="Kind">What is there; null when nothing is.</param>
/// <param name="Problem">Why it leads nowhere we go, in plain words; null when it leads below the root.</param>
public readonly record struct LinkTarget(string? Path, EntryKind? Kind, string? Problem);
