using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Enumeration;
using Hostile.Model.Projects;

namespace Hostile.Cli;

/// <summary>
/// The door to the disk: the files below one directory. It follows no link when it reads, never opens what is no regular file,
/// and answers with a reason where the system refuses.
/// </summary>
public sealed class Disk : ISourceTree
{
    private readonly string root;

    /// <summary>Directories that are known to be reached without a link.</summary>
    private readonly ConcurrentDictionary<string, bool> real = new(StringComparer.Ordinal) { [""] = true };

    /// <param name="root">Absolute path of a directory, links resolved (<see cref="RealPath"/>).</param>
    public Disk(string root) => this.root = root;

    public string? List(string directory, Action<TreeEntry> found)
    {
        if (!IsReal(directory))
            return "not a directory here (a link leads out of it)";

        try
        {
            var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false, RecurseSubdirectories = false };
            var entries = new FileSystemEnumerable<TreeEntry>(Full(directory), static (ref FileSystemEntry entry) => Entry(ref entry), options);
            foreach (var entry in entries)
                found(entry);
            return null;
        }
        catch (Exception failure) when (Reason(failure) is not null)
        {
            return Reason(failure);
        }
    }

    public TreeEntry? Find(string path)
    {
        if (!IsReal(TreePath.Directory(path)))
            return null;

        try
        {
            var full = Full(path);
            var attributes = File.GetAttributes(full);
            return new(TreePath.Name(path),
                attributes.HasFlag(FileAttributes.ReparsePoint) ? EntryKind.Link
                : attributes.HasFlag(FileAttributes.Directory) ? EntryKind.Directory
                : IsSpecial(full) ? EntryKind.Special
                : EntryKind.File);
        }
        catch (Exception failure) when (Reason(failure) is not null)
        {
            return null;
        }
    }

    public FileContent Read(string path, long limit)
    {
        if (!IsReal(TreePath.Directory(path)))
            return new(default, "behind a link");

        try
        {
            var file = new FileInfo(Full(path));
            if (!file.Exists)
                return new(default, Directory.Exists(file.FullName) ? "a directory, not a file" : "not there any more");
            if (file.Attributes.HasFlag(FileAttributes.ReparsePoint))
                return new(default, "a link: not followed");
            if (file.Length > limit)
                return new(default, ISourceTree.TooLarge(file.Length, limit));
            // To open a pipe is to wait for somebody to write into it, and a device may do anything. All of these claim to be empty.
            if (file.Length == 0)
                return IsSpecial(file.FullName) ? new(default, ISourceTree.SpecialFile) : new(default);
            return Read(file, limit);
        }
        catch (Exception failure) when (Reason(failure) is not null)
        {
            return new(default, Reason(failure));
        }
    }

    public LinkTarget Follow(string path)
    {
        var target = RealPath(Full(path), out var problem);
        if (target is null)
            return new(null, null, problem);
        if (target != root && !target.StartsWith(root.EndsWith('/') ? root : $"{root}/", StringComparison.Ordinal))
            return new(null, null, "a link out of the root: not followed");

        var inside = target.Length <= root.Length ? "" : target[root.Length..].TrimStart('/');
        return new(inside, Find(inside)?.Kind ?? (inside.Length == 0 ? EntryKind.Directory : null), null);
    }

    /// <summary>An absolute path with every link on the way resolved; null, with the reason, when it leads nowhere or in circles.</summary>
    public static string? RealPath(string absolute, out string? problem)
    {
        // More than the 40 that Linux allows would be refused when opened, anyhow.
        const int mostLinks = 40;
        problem = null;
        var links = 0;
        var resolved = "/";
        var waiting = new Stack<string>(Slashed(absolute).Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        if (OperatingSystem.IsWindows())
            resolved = Slashed(Path.GetPathRoot(absolute)!);
        while (waiting.TryPop(out var part))
        {
            if (part is "." || (OperatingSystem.IsWindows() && part.EndsWith(':')))
                continue;
            if (part == "..")
            {
                resolved = Slashed(Path.GetDirectoryName(resolved) ?? resolved);
                continue;
            }

            var next = resolved.EndsWith('/') ? resolved + part : $"{resolved}/{part}";
            string? target;
            try
            {
                target = new FileInfo(next).LinkTarget;
                if (target is null && !Path.Exists(next))
                    problem = "a link to nothing";
            }
            catch (Exception failure) when (Reason(failure) is not null)
            {
                (target, problem) = (null, Reason(failure));
            }

            if (problem is null && target is not null && ++links > mostLinks)
                problem = "a link that leads in circles";
            if (problem is not null)
                return null;
            if (target is null)
            {
                resolved = next;
                continue;
            }

            if (Path.IsPathRooted(target))
                resolved = OperatingSystem.IsWindows() ? Slashed(Path.GetPathRoot(target)!) : "/";
            foreach (var step in Slashed(target).Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
                waiting.Push(step);
        }

        return resolved;
    }

    /// <summary>Reads to the end or the limit, and says so when the file was not the same at the end as at the beginning.</summary>
    private static FileContent Read(FileInfo file, long limit)
    {
        using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        var (length, written) = (RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle));
        var bytes = new byte[Math.Min(length, limit) + 1];
        var count = 0;
        while (RandomAccess.Read(handle, bytes.AsSpan(count), count) is > 0 and var read)
        {
            count += read;
            if (count > limit)
                return new(default, $"grew over the limit while it was read");
            if (count == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(limit + 1, bytes.Length * 2L));
        }

        // Whoever changes the length after the last byte was read changes the time, too.
        var changed = count != length || File.GetLastWriteTimeUtc(handle) != written;
        return new(bytes.AsMemory(0, count), null, changed ? "changed while it was read; what was read is audited" : null);
    }

    private static TreeEntry Entry(ref FileSystemEntry entry)
    {
        var name = entry.FileName.ToString();
        // The runtime reads names as UTF-8 and puts U+FFFD for what is none: such a name does not lead back to its file.
        if (name.Contains('\uFFFD') && !Path.Exists(entry.ToFullPath()) && new FileInfo(entry.ToFullPath()).LinkTarget is null)
            return new(name, EntryKind.Unnameable);
        return new(name,
            entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? EntryKind.Link
            : entry.IsDirectory ? EntryKind.Directory
            : EntryKind.File);
    }

    /// <summary>
    /// Whether this is a pipe, device or socket. The tar writer is the one part of the library that tells without opening: it puts
    /// the kind into the header that it writes, and refuses sockets.
    /// </summary>
    private static bool IsSpecial(string full)
    {
        if (OperatingSystem.IsWindows() || new FileInfo(full).Length > 0)
            return false;

        try
        {
            using var header = new MemoryStream();
            using (var writer = new TarWriter(header, TarEntryFormat.Ustar, leaveOpen: true))
                writer.WriteEntry(full, "x");
            const int kindOffset = 156;
            return header.Length <= kindOffset || header.GetBuffer()[kindOffset] is not ((byte)'0' or 0 or (byte)'5');
        }
        catch (Exception failure) when (Reason(failure) is not null)
        {
            return failure is not UnauthorizedAccessException;
        }
    }

    private bool IsReal(string directory)
    {
        if (real.TryGetValue(directory, out var known))
            return known;

        bool result;
        try
        {
            result = IsReal(TreePath.Directory(directory)) && new DirectoryInfo(Full(directory)) is { Exists: true, LinkTarget: null };
        }
        catch (Exception failure) when (Reason(failure) is not null)
        {
            result = false;
        }

        return real[directory] = result;
    }

    private string Full(string path) => path.Length == 0 ? root : root.EndsWith('/') ? root + path : $"{root}/{path}";

    private static string Slashed(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;

    /// <summary>A refusal of the system in plain words; null for what is no refusal but our own bug.</summary>
    private static string? Reason(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "not there any more",
        PathTooLongException => "its path is too long for this system",
        // The message holds the machine's path; the number says as much to those who can use it.
        IOException => $"cannot be read (system error {failure.HResult & 0xFFFF})",
        NotSupportedException or ArgumentException or System.Security.SecurityException => "its name is no path on this system",
        _ => null,
    };
}
