using System.Collections;

namespace Hostile.Syntax.TypeScript.Views;

/// <summary>Siblings from a first one on, all or those of one kind; a <c>foreach</c> over it allocates nothing.</summary>
public readonly struct NodeList : IEnumerable<SyntaxNode>
{
    private readonly SyntaxNode first;
    private readonly SyntaxKind only;

    /// <param name="first">The node to begin with; none makes an empty list.</param>
    /// <param name="only">The kind to keep; <see cref="SyntaxKind.Missing"/> keeps every node.</param>
    public NodeList(SyntaxNode first, SyntaxKind only = SyntaxKind.Missing)
    {
        this.first = first;
        this.only = only;
    }

    /// <summary>Counts by walking.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var _ in this)
                count++;
            return count;
        }
    }

    public bool IsEmpty => !GetEnumerator().MoveNext();

    /// <summary>The node at a place, counting from zero, else none; found by walking.</summary>
    public SyntaxNode this[int place]
    {
        get
        {
            foreach (var node in this)
            {
                if (place-- == 0)
                    return node;
            }

            return default;
        }
    }

    public Enumerator GetEnumerator() => new(first, only);

    IEnumerator<SyntaxNode> IEnumerable<SyntaxNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks the sibling links.</summary>
    public struct Enumerator(SyntaxNode first, SyntaxKind only) : IEnumerator<SyntaxNode>
    {
        private SyntaxNode next = first;

        public SyntaxNode Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (next.Exists)
            {
                Current = next;
                next = next.NextSibling;
                if (only == SyntaxKind.Missing || Current.Kind == only)
                    return true;
            }

            return false;
        }

        void IEnumerator.Reset() => throw new NotSupportedException();

        readonly void IDisposable.Dispose()
        {
        }
    }
}
