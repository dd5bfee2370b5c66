using System.Text;

namespace Hostile.Model.Projects;

/// <summary>A tree of files held in memory: rule examples, specs, editors' unsaved buffers. Fill it first, read it then.</summary>
public sealed class MemoryTree : ISourceTree
{
    private readonly SortedDictionary<string, Node> nodes = new(StringComparer.Ordinal) { [""] = new(EntryKind.Directory) };

    public MemoryTree()
    {
    }

    /// <summary>A tree of text files by path.</summary>
    public MemoryTree(params IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
            Add(path, text);
    }

    public MemoryTree Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    public MemoryTree Add(string path, ReadOnlyMemory<byte> bytes) => Put(path, new(EntryKind.File) { Bytes = bytes });

    /// <summary>An empty directory.</summary>
    public MemoryTree AddDirectory(string path) => Put(path, new(EntryKind.Directory));

    /// <summary>A symbolic link; the target is written as on disk, relative to the link's directory, or absolute and so out of the root.</summary>
    public MemoryTree AddLink(string path, string target) => Put(path, new(EntryKind.Link) { Target = target });

    /// <summary>A pipe, device or socket, or an entry whose name is no text.</summary>
    public MemoryTree AddSpecial(string path, EntryKind kind = EntryKind.Special) => Put(path, new(kind));

    /// <summary>A file or directory that refuses to be read, and why.</summary>
    public MemoryTree AddUnreadable(string path, string problem, EntryKind kind = EntryKind.File) => Put(path, new(kind) { Problem = problem });

    /// <summary>A file that is longer than what is worth building in memory.</summary>
    public MemoryTree AddHuge(string path, long length) => Put(path, new(EntryKind.File) { Length = length });

    public string? List(string directory, Action<TreeEntry> found)
    {
        if (!nodes.TryGetValue(directory, out var node) || node.Kind != EntryKind.Directory)
            return "no such directory";
        if (node.Problem is not null)
            return node.Problem;

        foreach (var name in node.Children)
            found(EntryAt(directory.Length == 0 ? name : $"{directory}/{name}")!.Value);
        return null;
    }

    public TreeEntry? Find(string path) => EntryAt(path);

    public FileContent Read(string path, long limit)
    {
        if (!nodes.TryGetValue(path, out var node))
            return new(default, "no such file");
        if (node.Kind != EntryKind.File)
            return new(default, node.Kind == EntryKind.Special ? ISourceTree.SpecialFile : "not a file");
        if (node.Problem is not null)
            return new(default, node.Problem);

        return node.Length > limit ? new(default, ISourceTree.TooLarge(node.Length, limit)) : new(node.Bytes);
    }

    public LinkTarget Follow(string path)
    {
        for (var turns = 0; turns < 40; turns++)
        {
            if (!nodes.TryGetValue(path, out var node))
                return new(null, null, "a link to nothing");
            if (node.Kind != EntryKind.Link)
                return new(path, node.Kind, null);
            if (TreePath.Join(TreePath.Directory(path), node.Target!) is not { } next)
                return new(null, null, "a link out of the root");
            path = next;
        }

        return new(null, null, "a link to itself");
    }

    private TreeEntry? EntryAt(string path) =>
        nodes.TryGetValue(path, out var node) ? new(TreePath.Name(path), node.Kind) : null;

    private MemoryTree Put(string path, Node node)
    {
        nodes[path] = node;
        for (var child = path; child.Length > 0;)
        {
            var directory = TreePath.Directory(child);
            if (!nodes.TryGetValue(directory, out var parent))
                nodes[directory] = parent = new(EntryKind.Directory);
            parent.Children.Add(TreePath.Name(child));
            child = directory;
        }

        return this;
    }

    private sealed class Node(EntryKind kind)
    {
        private readonly long? length;

        public EntryKind Kind => kind;

        public ReadOnlyMemory<byte> Bytes { get; init; }

        public long Length
        {
            get => length ?? Bytes.Length;
            init => length = value;
        }

        public string? Target { get; init; }

        public string? Problem { get; init; }

        public SortedSet<string> Children { get; } = new(StringComparer.Ordinal);
    }
}
