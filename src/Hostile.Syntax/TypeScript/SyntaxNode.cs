using System.Text;
using Hostile.Syntax.Text;

namespace Hostile.Syntax.TypeScript;

/// <summary>
/// One node of a tree, as a view over the tree's arrays. Cheap to copy; equal when tree and index are.
/// The default value is "no node": <see cref="Exists"/> is false and every question has an empty answer.
/// </summary>
public readonly struct SyntaxNode(SyntaxTree tree, int index) : IEquatable<SyntaxNode>
{
    /// <summary>The tree; meaningless when the node does not exist.</summary>
    public SyntaxTree Tree => tree;

    /// <summary>Place in the tree's arrays, the key of every side table. Children come before their parent, so a subtree is a contiguous run that ends with its root.</summary>
    public int Index => index;

    /// <summary>Reports whether there is a node here at all.</summary>
    public bool Exists => tree is not null;

    public SyntaxKind Kind => tree is null ? SyntaxKind.Missing : tree.KindOf(index);

    public NodeFlags Flags => tree is null ? NodeFlags.None : tree.FlagsOf(index);

    /// <summary>The operator or keyword of kinds that have one, else <see cref="TokenKind.None"/>.</summary>
    public TokenKind Operator => tree is null ? TokenKind.None : tree.OperatorOf(index);

    /// <summary>The node's own text, leading white space and comments excluded.</summary>
    public TextSpan Span => tree is null ? default : tree.SpanOf(index);

    /// <summary>The bytes of <see cref="Span"/>.</summary>
    public ReadOnlySpan<byte> Bytes => tree is null ? default : tree.Text.Span[Span.Start..Span.End];

    /// <summary>The node's text as a string; for what is shown, not for comparing.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The enclosing node; none for the root.</summary>
    public SyntaxNode Parent => Wrap(tree?.ParentOf(index) ?? -1);

    public SyntaxNode FirstChild => Wrap(tree?.FirstChildOf(index) ?? -1);

    public SyntaxNode NextSibling => Wrap(tree?.NextSiblingOf(index) ?? -1);

    /// <summary>The children in source order.</summary>
    public ChildList Children => new(this);

    /// <summary>The node's descendants and then the node itself, children before parents, in source order.</summary>
    public DescendantList DescendantsAndSelf => new(this);

    /// <summary>The index at which the contiguous run of its descendants begins; its own when it has none.</summary>
    public int FirstIndex
    {
        get
        {
            var first = this;
            while (first.FirstChild is { Exists: true } child)
                first = child;
            return first.Index;
        }
    }

    /// <summary>The node and its descendants as far as they are of some kinds, children before parents, in source order.</summary>
    public KindWalk Within(KindSet kinds) => tree is null ? default : new(tree, kinds, FirstIndex, index + 1);

    public bool Is(SyntaxKind kind) => Kind == kind;

    public bool Has(NodeFlags flags) => (Flags & flags) == flags;

    /// <summary>The first child of the kind, else none.</summary>
    public SyntaxNode Child(SyntaxKind kind)
    {
        for (var child = FirstChild; child.Exists; child = child.NextSibling)
        {
            if (child.Kind == kind)
                return child;
        }

        return default;
    }

    /// <summary>The child at a place, counting from zero, else none.</summary>
    public SyntaxNode ChildAt(int place)
    {
        var child = FirstChild;
        for (; place > 0 && child.Exists; place--)
            child = child.NextSibling;
        return child;
    }

    /// <summary>The nearest enclosing node of the kind, this one excluded, else none.</summary>
    public SyntaxNode Ancestor(SyntaxKind kind)
    {
        var node = Parent;
        while (node.Exists && node.Kind != kind)
            node = node.Parent;
        return node;
    }

    /// <summary>Reports whether the node's text is exactly these bytes, e.g. <c>node.TextIs("await"u8)</c>.</summary>
    public bool TextIs(ReadOnlySpan<byte> text) => Bytes.SequenceEqual(text);

    public bool Equals(SyntaxNode other) => ReferenceEquals(tree, other.Tree) && index == other.Index;

    public override bool Equals(object? obj) => obj is SyntaxNode other && Equals(other);

    public override int GetHashCode() => tree is null ? 0 : tree.Salt + index;

    public static bool operator ==(SyntaxNode left, SyntaxNode right) => left.Equals(right);

    public static bool operator !=(SyntaxNode left, SyntaxNode right) => !left.Equals(right);

    public override string ToString() => Exists ? $"{Kind} {Span}" : "none";

    private SyntaxNode Wrap(int other) => other < 0 ? default : new(tree, other);

    /// <summary>A node's children; enumerates without allocating.</summary>
    public readonly struct ChildList(SyntaxNode parent)
    {
        public Enumerator GetEnumerator() => new(parent.FirstChild);

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

        /// <summary>The children as an array, for LINQ and for indexing more than once.</summary>
        public SyntaxNode[] ToArray()
        {
            var result = new SyntaxNode[Count];
            var i = 0;
            foreach (var child in this)
                result[i++] = child;
            return result;
        }

        /// <summary>Walks the sibling links.</summary>
        public struct Enumerator(SyntaxNode first)
        {
            private bool started;

            public SyntaxNode Current { get; private set; } = first;

            public bool MoveNext()
            {
                if (started)
                    Current = Current.NextSibling;
                started = true;
                return Current.Exists;
            }
        }
    }

    /// <summary>A subtree in index order; enumerates without allocating.</summary>
    public readonly struct DescendantList(SyntaxNode root)
    {
        public Enumerator GetEnumerator() => new(root);

        /// <summary>Walks the contiguous run of indexes that is the subtree.</summary>
        public struct Enumerator
        {
            private readonly SyntaxNode root;
            private int index;

            internal Enumerator(SyntaxNode root)
            {
                this.root = root;
                index = root.FirstIndex - 1;
            }

            public readonly SyntaxNode Current => new(root.Tree, index);

            public bool MoveNext() => root.Exists && ++index <= root.Index;
        }
    }
}
