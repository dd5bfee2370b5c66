using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Hostile.Cli;

/// <summary>The commit that is checked out.</summary>
/// <param name="Id">Its object name, in full.</param>
/// <param name="Day">The day on which it was committed, where the committer was; null when the object could not be read.</param>
public sealed record GitCommit(string Id, DateOnly? Day);

/// <summary>
/// Reads what git knows of HEAD from git's own files. Git is never started and its configuration never read: a hostile clone's
/// configuration names programs to run. Whatever is not as expected ends in null, never in an exception.
/// </summary>
public static class GitHead
{
    private const int LargestCommit = 1_000_000;

    /// <summary>The commit that is checked out in a directory; null when there is none that can be told.</summary>
    /// <param name="root">Absolute path of the directory that holds <c>.git</c>.</param>
    public static GitCommit? Read(string root)
    {
        try
        {
            if (GitDirectories(root) is not var (own, common))
                return null;
            return CommitOf(own, common) is { } id ? new(id, DayOf(common, id)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The repository's directory and the one it shares with other worktrees; null when <c>.git</c> is neither a directory nor an honest worktree's file.</summary>
    private static (string Own, string Common)? GitDirectories(string root)
    {
        var git = Path.Combine(root, ".git");
        if (new FileInfo(git).LinkTarget is not null)
            return null;
        if (Directory.Exists(git))
            return (git, git);
        if (Line(git) is not ['g', 'i', 't', 'd', 'i', 'r', ':', ' ', .. var written])
            return null;

        // A clone may claim that its repository is anywhere on the disk. A worktree's is believed only when it points back here.
        var own = Path.GetFullPath(written, root);
        if (Line(Path.Combine(own, "gitdir")) is not { } back || Path.GetFullPath(back, own) != git)
            return null;
        return (own, Line(Path.Combine(own, "commondir")) is { } common ? Path.GetFullPath(common, own) : own);
    }

    private static string? CommitOf(string own, string common)
    {
        const int longestChain = 5;
        var name = "HEAD";
        for (var i = 0; i < longestChain; i++)
        {
            var line = Line(Path.Combine(own, name)) ?? Line(Path.Combine(common, name)) ?? Packed(common, name);
            if (line is null || IsId(line))
                return line;
            // "refs/../../elsewhere" leads out of the repository; git refuses such names, too.
            if (line is not ['r', 'e', 'f', ':', ' ', .. var next] || !next.StartsWith("refs/", StringComparison.Ordinal) || next.Contains("..", StringComparison.Ordinal))
                return null;
            name = next;
        }

        return null;
    }

    private static string? Packed(string common, string name)
    {
        var packed = Path.Combine(common, "packed-refs");
        if (!IsFile(packed))
            return null;
        foreach (var line in File.ReadLines(packed))
        {
            if (line.IndexOf(' ') is > 0 and var space && line.AsSpan(space + 1).SequenceEqual(name) && IsId(line[..space]))
                return line[..space];
        }

        return null;
    }

    private static DateOnly? DayOf(string common, string id)
    {
        if ((Loose(common, id) ?? FromPacks(common, id)) is not { } commit)
            return null;

        // "committer Name <mail> 1700000000 +0100", in the header, which ends at the first empty line.
        var text = Encoding.UTF8.GetString(commit);
        var header = text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text;
        var committer = header.Split('\n').FirstOrDefault(line => line.StartsWith("committer ", StringComparison.Ordinal));
        if (committer?[(committer.LastIndexOf('>') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var seconds, var zone]
            || !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            || !int.TryParse(zone, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset)
            || since > 253_000_000_000)
            return null;
        return DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(since).AddMinutes((offset / 100 * 60) + (offset % 100)));
    }

    /// <summary>A commit that lies in a file of its own; without its header.</summary>
    private static byte[]? Loose(string common, string id)
    {
        var path = Path.Combine(common, "objects", id[..2], id[2..]);
        if (!IsFile(path))
            return null;

        using var stream = new ZLibStream(File.OpenRead(path), CompressionMode.Decompress);
        var bytes = Inflate(stream, LargestCommit);
        var end = Array.IndexOf(bytes, (byte)0);
        return end > 0 && bytes.AsSpan().StartsWith("commit "u8) ? bytes[(end + 1)..] : null;
    }

    private static byte[]? FromPacks(string common, string id)
    {
        var directory = Path.Combine(common, "objects", "pack");
        if (!Directory.Exists(directory))
            return null;

        var wanted = Convert.FromHexString(id);
        foreach (var index in Directory.EnumerateFiles(directory, "*.idx").Order(StringComparer.Ordinal))
        {
            var pack = Path.ChangeExtension(index, ".pack");
            if (IsFile(index) && IsFile(pack) && Offset(index, wanted) is { } offset)
            {
                using var handle = File.OpenHandle(pack);
                return PackedObject(handle, index, offset, wanted.Length, depth: 0) is (1, { } commit) ? commit : null;
            }
        }

        return null;
    }

    /// <summary>Where a pack holds an object, by its index of version 2: a fan-out by first byte, the sorted names, checksums, offsets.</summary>
    private static long? Offset(string index, byte[] wanted)
    {
        using var handle = File.OpenHandle(index);
        if (ReadNumber(handle, 0) != 0xFF744F63 || ReadNumber(handle, 4) != 2)
            return null;

        const int fanOut = 8;
        const int names = fanOut + (256 * 4);
        long count = ReadNumber(handle, fanOut + (255 * 4));
        long low = wanted[0] == 0 ? 0 : ReadNumber(handle, fanOut + ((wanted[0] - 1) * 4));
        long high = ReadNumber(handle, fanOut + (wanted[0] * 4));
        var name = new byte[wanted.Length];
        while (low < high)
        {
            var middle = (low + high) / 2;
            ReadExactly(handle, name, names + (middle * wanted.Length));
            var order = name.AsSpan().SequenceCompareTo(wanted);
            if (order == 0)
            {
                var offsets = names + (count * (wanted.Length + 4));
                var offset = ReadNumber(handle, offsets + (middle * 4));
                if ((offset & 0x80000000) == 0)
                    return offset;
                var large = offsets + (count * 4) + ((offset & 0x7FFFFFFF) * 8L);
                return ((long)ReadNumber(handle, large) << 32) | ReadNumber(handle, large + 4);
            }

            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return null;
    }

    /// <summary>The kind and bytes of an object of a pack, the deltas applied.</summary>
    private static (int Kind, byte[]? Bytes) PackedObject(SafeFileHandle pack, string index, long offset, int idLength, int depth)
    {
        const int deepestChain = 60;
        const int deltaByOffset = 6;
        const int deltaByName = 7;
        if (depth > deepestChain)
            return (0, null);

        var at = offset;
        int current = ReadByte(pack, at++);
        var kind = (current >> 4) & 7;
        long size = current & 15;
        for (var shift = 4; (current & 0x80) != 0; shift += 7)
        {
            current = ReadByte(pack, at++);
            size |= (long)(current & 0x7F) << Math.Min(shift, 56);
        }

        if (size is < 0 or > LargestCommit)
            return (0, null);

        long? under = null;
        if (kind == deltaByOffset)
        {
            current = ReadByte(pack, at++);
            long distance = current & 0x7F;
            while ((current & 0x80) != 0)
            {
                current = ReadByte(pack, at++);
                distance = ((distance + 1) << 7) | (uint)(current & 0x7F);
                if (distance > offset)
                    return (0, null);
            }

            under = offset - distance;
        }
        else if (kind == deltaByName)
        {
            var name = new byte[idLength];
            ReadExactly(pack, name, at);
            at += idLength;
            under = Offset(index, name);
        }

        // Compressed bytes are seldom more than the plain ones; a commit that does not shrink has a few more.
        var packed = new byte[size + 1024];
        var available = RandomAccess.Read(pack, packed, at);
        using var stream = new ZLibStream(new MemoryStream(packed, 0, available), CompressionMode.Decompress);
        var bytes = Inflate(stream, (int)size);
        if (kind is not (deltaByOffset or deltaByName))
            return (kind, bytes);
        if (under is null or <= 0 || PackedObject(pack, index, under.Value, idLength, depth + 1) is not (var baseKind, { } baseBytes))
            return (0, null);
        return (baseKind, Patched(baseBytes, bytes));
    }

    /// <summary>Applies a delta: copies from the base and insertions, after the two lengths.</summary>
    private static byte[]? Patched(byte[] under, byte[] delta)
    {
        var at = 0;
        Length();
        var result = new MemoryStream();
        var length = Length();
        while (at < delta.Length)
        {
            var command = delta[at++];
            if ((command & 0x80) == 0)
            {
                if (command == 0 || at + command > delta.Length)
                    return null;
                result.Write(delta, at, command);
                at += command;
                continue;
            }

            int from = 0, count = 0;
            for (var i = 0; i < 7; i++)
            {
                if ((command & (1 << i)) == 0)
                    continue;
                if (at == delta.Length)
                    return null;
                if (i < 4)
                    from |= delta[at++] << (8 * i);
                else
                    count |= delta[at++] << (8 * (i - 4));
            }

            count = count == 0 ? 0x10000 : count;
            if (from < 0 || (long)from + count > under.Length || result.Length + count > LargestCommit)
                return null;
            result.Write(under, from, count);
        }

        return result.Length == length ? result.ToArray() : null;

        long Length()
        {
            long value = 0;
            for (var shift = 0; at < delta.Length; shift += 7)
            {
                value |= (long)(delta[at] & 0x7F) << Math.Min(shift, 56);
                if ((delta[at++] & 0x80) == 0)
                    break;
            }

            return value;
        }
    }

    private static byte[] Inflate(Stream stream, int most)
    {
        using var result = new MemoryStream();
        var buffer = new byte[8192];
        while (result.Length <= most && stream.Read(buffer) is > 0 and var count)
            result.Write(buffer, 0, count);
        return result.Length <= most ? result.ToArray() : throw new InvalidDataException("larger than a commit is");
    }

    /// <summary>The first line of a small file; null when there is no such file.</summary>
    private static string? Line(string path)
    {
        const int mostOfALine = 8192;
        if (!IsFile(path) || new FileInfo(path).Length > mostOfALine)
            return null;
        return File.ReadLines(path).FirstOrDefault()?.TrimEnd();
    }

    /// <summary>Whether this is a file with something in it, and no link: pipes and devices claim to be empty.</summary>
    private static bool IsFile(string path) => new FileInfo(path) is { Exists: true, LinkTarget: null, Length: > 0 };

    private static bool IsId(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);

    private static byte ReadByte(SafeFileHandle file, long at)
    {
        Span<byte> one = stackalloc byte[1];
        ReadExactly(file, one, at);
        return one[0];
    }

    private static uint ReadNumber(SafeFileHandle file, long at)
    {
        Span<byte> four = stackalloc byte[4];
        ReadExactly(file, four, at);
        return BinaryPrimitives.ReadUInt32BigEndian(four);
    }

    private static void ReadExactly(SafeFileHandle file, Span<byte> bytes, long at)
    {
        if (RandomAccess.Read(file, bytes, at) != bytes.Length)
            throw new InvalidDataException("ends too early");
    }
}
