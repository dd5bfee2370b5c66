using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hostile.Syntax.Text;

namespace Hostile.Syntax.TypeScript;

/// <summary>
/// A file's tree: flat arrays, one entry a node. It knows only its text; what we learn later stands in side tables keyed by <see cref="SyntaxNode.Index"/>.
/// Nodes are written when they are complete, so children come before parents and the root is last.
/// </summary>
public sealed class SyntaxTree
{
    private static int made;

    /// <summary>How far along its siblings a node looks for its parent before the tree's parents are written down.</summary>
    private const int MostSiblings = 100;

    private readonly Node[] nodes;

    /// <summary>The kind of each node, apart from the rest, where a search runs over them as over a text.</summary>
    private readonly byte[] kinds;

    /// <summary>The nodes of which something does not fit into <see cref="Node"/>, ascending, and the whole of them.</summary>
    private readonly int[] wide;
    private readonly WrittenNode[] wideNodes;

    private LineMap? lines;
    private int[]? parents;
    private Documentation? documentation;

    internal SyntaxTree(ReadOnlyMemory<byte> text, ReadOnlySpan<WrittenNode> written, ImmutableArray<Comment> comments, ImmutableArray<SyntaxError> errors, bool hasEscapedNames)
    {
        Text = text;
        nodes = GC.AllocateUninitializedArray<Node>(written.Length);
        kinds = GC.AllocateUninitializedArray<byte>(written.Length);
        var wideCount = 0;
        for (var i = 0; i < written.Length; i++)
        {
            kinds[i] = (byte)written[i].Kind;
            nodes[i] = new(written[i], i, out var fits);
            if (!fits)
                wideCount++;
        }

        (wide, wideNodes) = Wide(written, wideCount);
        Comments = comments;
        Errors = errors;
        HasEscapedNames = hasEscapedNames;
    }

    /// <summary>The UTF-8 text the tree was made from, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>Number of nodes; side tables have this length.</summary>
    public int Count => nodes.Length;

    /// <summary>Where the lines begin; worked out when first asked for.</summary>
    public LineMap Lines => Volatile.Read(ref lines) ?? Interlocked.CompareExchange(ref lines, Host?.Lines ?? LineMap.Of(Text.Span), null) ?? lines!;

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
    public SyntaxNode Root => new(this, Count - 1);

    public SyntaxNode this[int index] => new(this, index);

    /// <summary>The nodes of some kinds, in the order of their indexes.</summary>
    public KindWalk NodesOf(KindSet kinds) => new(this, kinds, 0, Count);

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
        for (var index = FirstEndingAt(span.End); index < Count; index++)
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
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (EndOf(middle) < end)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The first node, children before their parents, that covers exactly these bytes; none when there is none.</summary>
    private SyntaxNode LeafAt(int start, int end)
    {
        for (var low = FirstEndingAt(end); low < Count && EndOf(low) == end; low++)
        {
            if (nodes[low].Start == start)
                return this[low];
        }

        return default;
    }

    public override int GetHashCode() => Salt;

    internal SyntaxKind KindOf(int index) => (SyntaxKind)kinds[index];

    internal ReadOnlySpan<byte> KindsBetween(int first, int end) => kinds.AsSpan(first, end - first);

    internal NodeFlags FlagsOf(int index) => WrittenNode.FlagsOf(KindOf(index), PayloadOf(index));

    internal TokenKind OperatorOf(int index) => WrittenNode.OperatorOf(KindOf(index), PayloadOf(index));

    internal TextSpan SpanOf(int index) => new(nodes[index].Start, EndOf(index));

    /// <summary>Asked more often than anything else, so the rare case stands apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int FirstChildOf(int index)
    {
        int distance = nodes[index].First;
        return distance == 0 ? -1 : distance != Node.Elsewhere ? index - distance : WideOf(index).FirstChild;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int NextSiblingOf(int index)
    {
        int distance = nodes[index].Next;
        return distance == 0 ? -1 : distance != Node.Elsewhere ? index + distance : WideOf(index).NextSibling;
    }

    /// <summary>A node stands right behind its last child. Where that is far, the parents are written down: files in which nobody asks for such a node never pay for them.</summary>
    internal int ParentOf(int index)
    {
        if (Volatile.Read(ref parents) is { } known)
            return known[index];

        var sibling = index;
        for (var steps = 0; steps < MostSiblings; steps++)
        {
            var next = NextSiblingOf(sibling);
            if (next < 0)
                return sibling + 1 < Count ? sibling + 1 : -1;
            sibling = next;
        }

        return LinkParents()[index];
    }

    private int[] LinkParents()
    {
        var links = new int[Count];
        Array.Fill(links, -1);
        for (var index = 0; index < links.Length; index++)
        {
            for (var child = FirstChildOf(index); child >= 0; child = NextSiblingOf(child))
                links[child] = index;
        }

        Volatile.Write(ref parents, links);
        return links;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int EndOf(int index)
    {
        ref readonly var node = ref nodes[index];
        return node.Length != Node.Elsewhere ? node.Start + node.Length : WideOf(index).End;
    }

    private uint PayloadOf(int index) => nodes[index].Payload is not Node.Elsewhere and var payload ? payload : WideOf(index).Payload;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref readonly WrittenNode WideOf(int index) => ref wideNodes[Array.BinarySearch(wide, index)];

    private static (int[] Indexes, WrittenNode[] Nodes) Wide(ReadOnlySpan<WrittenNode> written, int count)
    {
        if (count == 0)
            return ([], []);

        var (indexes, nodes) = (new int[count], new WrittenNode[count]);
        for (var (i, at) = (0, 0); i < written.Length; i++)
        {
            if (Node.Fits(written[i], i))
                continue;
            (indexes[at], nodes[at]) = (i, written[i]);
            at++;
        }

        return (indexes, nodes);
    }

    /// <summary>A node as it is kept, in 12 bytes beside its kind: where it begins, and four small numbers. One that does not fit says so, and the whole node is kept apart: of real code one of some thousands.</summary>
    private readonly struct Node
    {
        /// <summary>Stands for a number that does not fit.</summary>
        public const ushort Elsewhere = ushort.MaxValue;

        public readonly int Start;

        /// <summary>How many bytes it has.</summary>
        public readonly ushort Length;

        /// <summary>How far before it its first child stands; 0: it has none.</summary>
        public readonly ushort First;

        /// <summary>How far behind it its next sibling stands; 0: it has none.</summary>
        public readonly ushort Next;

        /// <summary>The operator of kinds that have one, and of all others the flags.</summary>
        public readonly ushort Payload;

        public Node(in WrittenNode node, int index, out bool fits)
        {
            Start = node.Start;
            Length = Narrow((uint)(node.End - node.Start));
            First = node.FirstChild < 0 ? (ushort)0 : Narrow((uint)(index - node.FirstChild));
            Next = node.NextSibling < 0 ? (ushort)0 : Narrow((uint)(node.NextSibling - index));
            Payload = Narrow(node.Payload);
            fits = Length != Elsewhere && First != Elsewhere && Next != Elsewhere && Payload != Elsewhere;
        }

        public static bool Fits(in WrittenNode node, int index)
        {
            _ = new Node(node, index, out var fits);
            return fits;
        }

        private static ushort Narrow(uint number) => number < Elsewhere ? (ushort)number : Elsewhere;
    }
}

/// <summary>
/// A node as the parser writes it. The first word holds the kind in its highest byte and, below it, the operator for kinds that have one
/// and the flags for all others. No kind has both, and the four flags beyond the word's room belong to three kinds that are never async,
/// generators, optional or rest: they take those bits there.
/// </summary>
internal struct WrittenNode
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

    /// <summary>The word without the kind.</summary>
    public readonly uint Payload => Word & 0xFF_FFFF;

    public readonly NodeFlags Flags => FlagsOf(Kind, Payload);

    public readonly TokenKind Operator => OperatorOf(Kind, Payload);

    public static TokenKind OperatorOf(SyntaxKind kind, uint payload) => HasOperator(kind) ? (TokenKind)(byte)payload : TokenKind.None;

    public static NodeFlags FlagsOf(SyntaxKind kind, uint payload)
    {
        var error = (payload & ErrorBit) == 0 ? NodeFlags.None : NodeFlags.HasError;
        if (HasOperator(kind))
            return error;

        var bits = payload & (ErrorBit - 1);
        if (HasLateFlags(kind))
            bits = (bits & ~LateBits) | ((bits & LateBits) << LateShift);
        return (NodeFlags)bits | error;
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

/// <summary>A comment and where it stands.</summary>
/// <param name="Span">With its <c>//</c> or <c>/* */</c>.</param>
/// <param name="IsBlock">Whether it is of the <c>/* */</c> form.</param>
public readonly record struct Comment(TextSpan Span, bool IsBlock);

/// <summary>What the parser had to recover from.</summary>
/// <param name="Span">Where.</param>
/// <param name="Message">What was wanted or found, in plain words.</param>
public sealed record SyntaxError(TextSpan Span, string Message);
