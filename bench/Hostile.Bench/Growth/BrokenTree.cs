using System.Text;
using Hostile.Bench.Oracles;
using Hostile.Model.Projects;

namespace Hostile.Bench.Growth;

/// <summary>
/// A tree of files in which tokens of programs, SQL, models and manifests are lost, doubled, swapped, replaced and inserted: the wrong code that an audit meets in real
/// repositories, where every rule and the whole model read it. The same seed breaks the same files alike.
/// </summary>
public sealed class BrokenTree(ISourceTree tree, int seed) : ISourceTree
{
    /// <summary>One change at least, and one more for so many bytes.</summary>
    private const int BytesOfChange = 2_000;

    private static readonly string[] Broken = [".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs", ".sql", ".prisma", "package.json"];

    public string? List(string directory, Action<TreeEntry> found) => tree.List(directory, found);

    public TreeEntry? Find(string path) => tree.Find(path);

    public LinkTarget Follow(string path) => tree.Follow(path);

    /// <summary>The file as it is, one time in four, or broken.</summary>
    public FileContent Read(string path, long limit)
    {
        var content = tree.Read(path, limit);
        if (content.Problem is not null || !Broken.Any(end => path.EndsWith(end, StringComparison.Ordinal)))
            return content;
        // Not string.GetHashCode, which differs from run to run.
        var random = new Random(path.Aggregate(seed, (hash, letter) => unchecked((hash * 31) + letter)));
        return random.Next(4) == 0
            ? content
            : content with { Bytes = Encoding.UTF8.GetBytes(Mutants.Mutate(Encoding.UTF8.GetString(content.Bytes.Span), random, 1 + (content.Bytes.Length / BytesOfChange))) };
    }
}
