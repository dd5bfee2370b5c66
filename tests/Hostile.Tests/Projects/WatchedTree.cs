using System.Collections.Concurrent;
using Hostile.Model.Projects;

namespace Hostile.Tests.Projects;

/// <summary>A tree of files that notes what is read of it.</summary>
/// <param name="tree">The tree itself.</param>
/// <param name="beforeRead">Is told of each file just before it is read.</param>
public sealed class WatchedTree(ISourceTree tree, Action<string>? beforeRead = null) : ISourceTree
{
    private readonly ConcurrentQueue<string> reads = new();

    /// <summary>The paths of the files that were read, once for each time.</summary>
    public IEnumerable<string> Reads => reads;

    public string? List(string directory, Action<TreeEntry> found) => tree.List(directory, found);

    public TreeEntry? Find(string path) => tree.Find(path);

    public LinkTarget Follow(string path) => tree.Follow(path);

    public FileContent Read(string path, long limit)
    {
        reads.Enqueue(path);
        beforeRead?.Invoke(path);
        return tree.Read(path, limit);
    }
}
