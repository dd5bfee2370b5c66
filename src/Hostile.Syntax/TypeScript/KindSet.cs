using System.Buffers;

namespace Hostile.Syntax.TypeScript;

/// <summary>Some kinds of nodes, to find all nodes of these kinds without looking at each other one; made once and kept.</summary>
public sealed class KindSet
{
    /// <summary>Calls; <c>new</c> and tagged templates are none.</summary>
    public static readonly KindSet Calls = Of(SyntaxKind.CallExpression);

    /// <summary>Names, but for private ones: <c>#name</c>.</summary>
    public static readonly KindSet Identifiers = Of(SyntaxKind.Identifier);

    /// <summary>Literal texts and templates that are not tagged.</summary>
    public static readonly KindSet Texts = Of(SyntaxKind.StringLiteral, SyntaxKind.NoSubstitutionTemplateLiteral, SyntaxKind.TemplateExpression);

    private readonly SearchValues<byte> kinds;

    private KindSet(SearchValues<byte> kinds) => this.kinds = kinds;

    /// <summary>The set of the kinds.</summary>
    public static KindSet Of(params ReadOnlySpan<SyntaxKind> kinds)
    {
        Span<byte> bytes = stackalloc byte[kinds.Length];
        for (var i = 0; i < kinds.Length; i++)
            bytes[i] = (byte)kinds[i];
        return new(SearchValues.Create(bytes));
    }

    /// <summary>The place of the first kind of the set among these, or -1.</summary>
    internal int FirstIn(ReadOnlySpan<byte> among) => among.IndexOfAny(kinds);

    /// <summary>The place of the last kind of the set among these, or -1.</summary>
    internal int LastIn(ReadOnlySpan<byte> among) => among.LastIndexOfAny(kinds);
}

/// <summary>The nodes of some kinds in a stretch of a tree, in the order of their indexes: children before parents. Enumerates without allocating.</summary>
public readonly struct KindWalk
{
    private readonly SyntaxTree tree;
    private readonly KindSet kinds;
    private readonly int first;
    private readonly int end;

    internal KindWalk(SyntaxTree tree, KindSet kinds, int first, int end)
    {
        this.tree = tree;
        this.kinds = kinds;
        this.first = first;
        this.end = end;
    }

    public Enumerator GetEnumerator() => new(tree, kinds, first, end);

    /// <summary>Leaps from one node of the kinds to the next.</summary>
    public struct Enumerator
    {
        private readonly SyntaxTree tree;
        private readonly KindSet kinds;
        private readonly int end;
        private int index;

        internal Enumerator(SyntaxTree tree, KindSet kinds, int first, int end)
        {
            this.tree = tree;
            this.kinds = kinds;
            this.end = end;
            index = first - 1;
        }

        public readonly SyntaxNode Current => tree[index];

        public bool MoveNext()
        {
            var distance = index + 1 < end ? kinds.FirstIn(tree.KindsBetween(index + 1, end)) : -1;
            if (distance < 0)
                return false;
            index += 1 + distance;
            return true;
        }
    }
}
