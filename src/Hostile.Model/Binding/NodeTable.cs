using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Binding;

/// <summary>A value for some of the nodes of a tree, by their index. Room is made for a stretch of nodes at a time: of most files little is ever asked. Safe to use from many threads.</summary>
internal sealed class NodeTable<T>(SyntaxTree tree)
    where T : class
{
    private const int StretchBits = 5;
    private const int InStretch = (1 << StretchBits) - 1;

    private T?[]?[]? stretches;

    /// <summary>The value of a node; null when there is none yet.</summary>
    public T? this[int node]
    {
        get => Volatile.Read(ref stretches) is { } all && Volatile.Read(ref all[node >> StretchBits]) is { } stretch ? Volatile.Read(ref stretch[node & InStretch]) : null;
        set
        {
            var all = Volatile.Read(ref stretches) ?? Interlocked.CompareExchange(ref stretches, new T?[]?[(tree.Count >> StretchBits) + 1], null) ?? stretches;
            var stretch = Volatile.Read(ref all[node >> StretchBits]) ?? Interlocked.CompareExchange(ref all[node >> StretchBits], new T?[InStretch + 1], null) ?? all[node >> StretchBits]!;
            Volatile.Write(ref stretch[node & InStretch], value);
        }
    }
}
