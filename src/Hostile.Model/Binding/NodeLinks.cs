using System.Numerics;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Binding;

/// <summary>
/// A number for each identifier of a tree and for each other node that was given one. Half of the nodes have none, and take a bit:
/// one says which have a number, a count before each 64 nodes where it stands.
/// </summary>
internal sealed class NodeLinks
{
    private readonly ulong[] has;
    private readonly int[] before;
    private readonly int[] values;

    /// <param name="tree">The tree.</param>
    /// <param name="all">By node; 0 for none. Identifiers that have none may be given one later.</param>
    public NodeLinks(SyntaxTree tree, ReadOnlySpan<int> all)
    {
        has = new ulong[(all.Length >> 6) + 1];
        before = new int[has.Length];
        foreach (var identifier in tree.NodesOf(Module.Identifiers))
            has[identifier.Index >> 6] |= 1UL << identifier.Index;
        for (var node = 0; node < all.Length; node++)
        {
            if (all[node] != 0)
                has[node >> 6] |= 1UL << node;
        }

        var count = 0;
        for (var word = 0; word < has.Length; word++)
        {
            before[word] = count;
            count += BitOperations.PopCount(has[word]);
        }

        values = new int[count];
        var at = 0;
        for (var word = 0; word < has.Length; word++)
        {
            for (var rest = has[word]; rest != 0; rest &= rest - 1)
                values[at++] = all[(word << 6) + BitOperations.TrailingZeroCount(rest)];
        }
    }

    /// <summary>The number of a node; 0 when it has none. Only what has room for one may be given one: identifiers.</summary>
    public int this[int node]
    {
        get => (has[node >> 6] & (1UL << node)) == 0 ? 0 : values[PlaceOf(node)];
        set => values[PlaceOf(node)] = value;
    }

    private int PlaceOf(int node) => before[node >> 6] + BitOperations.PopCount(has[node >> 6] & ((1UL << node) - 1));
}
