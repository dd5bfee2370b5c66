using System.Collections.Immutable;
using Hostile.Syntax.Text;

namespace Hostile.Syntax.TypeScript;

/// <summary>
/// A file's tree: flat arrays, one entry a node. It knows only its text; what we learn later stands in side tables keyed by <see cref="SyntaxNode.Index"/>.
/// Nodes are written when they are complete, so children come before parents and the root is last.
/// </summary>
public sealed class SyntaxTree
{
    private static int made;

    private readonly Node[] nodes;

    /// <summary>The kind of each node, apart from the rest, where a search runs over them as over a text.</summary>
    private readonly byte[] kinds;

    private readonly int count;
    private int[]? parents;
    private Documentation? documentation;

    internal SyntaxTree(ReadOnlyMemory<byte> text, Node[] nodes, int count, LineMap lines, ImmutableArray<Comment> comments, ImmutableArray<SyntaxError> errors, bool hasEscapedNames)
    {
        Text = text;
        this.nodes = nodes;
        this.count = count;
        kinds = GC.AllocateUninitializedArray<byte>(count);
        for (var i = 0; i < count; i++)
            kinds[i] = (byte)nodes[i].Kind;
        Lines = lines;
        Comments = comments;
        Errors = errors;
        HasEscapedNames = hasEscapedNames;
    }

    /// <summary>The UTF-8 text the tree was made from, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>Number of nodes; side tables have this length.</summary>
    public int Count => count;

    public LineMap Lines { get; }

    /// <summary>Comments in source order; the hashbang line is none.</summary>
    public ImmutableArray<Comment> Comments { get; }

    /// <summary>The tree of the file, when this is the tree of its comments; null for the tree of a file.</summary>
    public SyntaxTree? Host { get; internal init; }

    /// <summary>What the comments of the <c>/** */</c> form say of types; read when first asked for.</summary>
    public Documentation Documentation => Volatile.Read(ref documentation)
        ?? Interlocked.CompareExchange(ref documentation, Documentation.Of(this), null) ?? documentation!;

    /// <summary>What the parser had to recover from, in source order; empty for correct text.</summary>
    public ImmutableArray<SyntaxError> Errors { get; }

    /// <summary>Whether some name is written with an escape, so that its text is not its name.</summary>
    internal bool HasEscapedNames { get; }

    /// <summary>What tables tell trees apart by: another one for each tree of the process. Nothing may be ordered by it.</summary>
    public int Salt { get; } = unchecked(Interlocked.Increment(ref made) * (int)0x9E3779B1);

    /// <summary>The SourceFile node.</summary>
    public SyntaxNode Root => new(this, count - 1);

    public SyntaxNode this[int index] => new(this, index);

    /// <summary>The nodes of some kinds, in the order of their indexes.</summary>
    public KindWalk NodesOf(KindSet kinds) => new(this, kinds, 0, count);

    /// <summary>The last node of some kinds with an index from the first to before the end; none when there is none.</summary>
    public SyntaxNode LastOf(KindSet kinds, int first, int end) =>
        first < end && kinds.LastIn(KindsBetween(first, end)) is >= 0 and var distance ? this[first + distance] : default;

    /// <summary>The identifiers that are spelled like this in the text, by position. Costs a search of the text, not a walk over the nodes; names with escapes are not found.</summary>
    public IEnumerable<SyntaxNode> IdentifiersSpelled(ReadOnlyMemory<byte> name)
    {
        var at = 0;
        while (name.Length > 0 && Text.Span[at..].IndexOf(name.Span) is >= 0 and var distance)
        {
            at += distance;
            if (LeafAt(at, at + name.Length) is { Kind: SyntaxKind.Identifier or SyntaxKind.PrivateIdentifier } found)
                yield return found;
            at += name.Length;
        }
    }

    /// <summary>The innermost node that covers these bytes; none when they lie outside the text.</summary>
    public SyntaxNode NodeAround(TextSpan span)
    {
        for (var index = FirstEndingAt(span.End); index < count; index++)
        {
            if (nodes[index].Start <= span.Start)
                return this[index];
        }

        return default;
    }

    /// <summary>The first node that ends at this byte or after it.</summary>
    private int FirstEndingAt(int end)
    {
        // Children stand before their parents and siblings in order, so that ends never go down.
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (nodes[middle].End < end)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The first node, children before their parents, that covers exactly these bytes; none when there is none.</summary>
    private SyntaxNode LeafAt(int start, int end)
    {
        for (var low = FirstEndingAt(end); low < count && nodes[low].End == end; low++)
        {
            if (nodes[low].Start == start)
                return this[low];
        }

        return default;
    }

    public override int GetHashCode() => Salt;

    internal SyntaxKind KindOf(int index) => (SyntaxKind)kinds[index];

    internal ReadOnlySpan<byte> KindsBetween(int first, int end) => kinds.AsSpan(first, end - first);

    internal NodeFlags FlagsOf(int index) => nodes[index].Flags;

    internal TokenKind OperatorOf(int index) => nodes[index].Operator;

    internal TextSpan SpanOf(int index) => new(nodes[index].Start, nodes[index].End);

    internal int FirstChildOf(int index) => nodes[index].FirstChild;

    internal int NextSiblingOf(int index) => nodes[index].NextSibling;

    internal int ParentOf(int index) => Volatile.Read(ref parents) is { } known ? known[index] : LinkParents()[index];

    /// <summary>Parents are made when first asked for: files in which no rule has a candidate never pay for them.</summary>
    private int[] LinkParents()
    {
        var links = new int[count];
        Array.Fill(links, -1);
        for (var index = 0; index < count; index++)
        {
            for (var child = nodes[index].FirstChild; child >= 0; child = nodes[child].NextSibling)
                links[child] = index;
        }

        Volatile.Write(ref parents, links);
        return links;
    }

    /// <summary>
    /// A node as it is stored, in 20 bytes. The first word holds the kind in its highest byte and, below it, the operator for kinds that have one
    /// and the flags for all others. No kind has both, and the four flags beyond the word's room belong to three kinds that are never async,
    /// generators, optional or rest: they take those bits there.
    /// </summary>
    internal struct Node
    {
        internal const uint ErrorBit = 1u << 23;
        private const int LateShift = 23;
        private const uint LateBits = 0xF;

        public uint Word;
        public int Start;
        public int End;
        public int FirstChild;
        public int NextSibling;

        public readonly SyntaxKind Kind => (SyntaxKind)(Word >> 24);

        public readonly TokenKind Operator => HasOperator(Kind) ? (TokenKind)(byte)Word : TokenKind.None;

        public readonly NodeFlags Flags
        {
            get
            {
                var error = (Word & ErrorBit) == 0 ? NodeFlags.None : NodeFlags.HasError;
                if (HasOperator(Kind))
                    return error;

                var bits = Word & (ErrorBit - 1);
                if (HasLateFlags(Kind))
                    bits = (bits & ~LateBits) | ((bits & LateBits) << LateShift);
                return (NodeFlags)bits | error;
            }
        }

        /// <summary>Flags as they stand in the word of a node of this kind.</summary>
        public static uint Pack(SyntaxKind kind, NodeFlags flags) => HasLateFlags(kind)
            ? ((uint)flags & (ErrorBit - 1) & ~LateBits) | (((uint)flags >> LateShift) & LateBits)
            : (uint)flags & (ErrorBit - 1);

        private static bool HasOperator(SyntaxKind kind) => kind is SyntaxKind.HeritageClause or SyntaxKind.Modifier or SyntaxKind.MetaProperty
            or SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression or SyntaxKind.BinaryExpression
            or SyntaxKind.TypeOperator or SyntaxKind.KeywordType;

        private static bool HasLateFlags(SyntaxKind kind) => kind is SyntaxKind.TypeParameter or SyntaxKind.ModuleDeclaration or SyntaxKind.ImportClause;
    }
}

/// <summary>A comment and where it stands.</summary>
/// <param name="Span">With its <c>//</c> or <c>/* */</c>.</param>
/// <param name="IsBlock">Whether it is of the <c>/* */</c> form.</param>
public readonly record struct Comment(TextSpan Span, bool IsBlock);

/// <summary>What the parser had to recover from.</summary>
/// <param name="Span">Where.</param>
/// <param name="Message">What was wanted or found, in plain words.</param>
public sealed record SyntaxError(TextSpan Span, string Message);
