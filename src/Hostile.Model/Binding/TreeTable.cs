using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Binding;

/// <summary>One value for each of some trees, which are all known beforehand. Asked for nearly every node that anybody looks at, so it does nothing but compare references.</summary>
internal sealed class TreeTable<T>
    where T : class
{
    private readonly SyntaxTree?[] trees;
    private readonly T?[] values;

    public TreeTable(IReadOnlyCollection<(SyntaxTree Tree, T Value)> entries)
    {
        var size = 16;
        while (size < entries.Count * 2)
            size *= 2;
        trees = new SyntaxTree[size];
        values = new T[size];
        foreach (var (tree, value) in entries)
        {
            var at = SlotOf(tree);
            (trees[at], values[at]) = (tree, value);
        }
    }

    /// <summary>The value of a tree; null for a tree that is not among them.</summary>
    public T? Find(SyntaxTree tree) => values[SlotOf(tree)];

    private int SlotOf(SyntaxTree tree)
    {
        var at = (int)((uint)tree.Salt >> 8) & (trees.Length - 1);
        while (trees[at] is { } other && !ReferenceEquals(other, tree))
            at = (at + 1) & (trees.Length - 1);
        return at;
    }
}
