using System.Collections;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Binding;

/// <summary>The declarations of a symbol in source order: nearly always one. Enumerates without allocating, for it is asked for at every step from a name to a type.</summary>
public readonly struct DeclarationList : IReadOnlyList<SyntaxNode>
{
    private readonly SyntaxNode first;
    private readonly ReadOnlyMemory<(int Symbol, int Node)> more;

    internal DeclarationList(SyntaxNode first, ReadOnlyMemory<(int Symbol, int Node)> more)
    {
        this.first = first;
        this.more = more;
    }

    public int Count => first.Exists ? 1 + more.Length : 0;

    public SyntaxNode this[int place] => place == 0 && first.Exists ? first : first.Tree[more.Span[place - 1].Node];

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<SyntaxNode> IEnumerable<SyntaxNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through the declarations.</summary>
    public struct Enumerator : IEnumerator<SyntaxNode>
    {
        private readonly DeclarationList list;
        private int place = -1;

        internal Enumerator(DeclarationList list) => this.list = list;

        public readonly SyntaxNode Current => list[place];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++place < list.Count;

        public void Reset() => place = -1;

        public readonly void Dispose()
        {
        }
    }
}
