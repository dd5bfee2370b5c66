using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Hostile.Syntax.TypeScript;

/// <summary>
/// Turns text into a tree; never throws on any text. It follows the TypeScript compiler's own parser decision by decision, since what that
/// accepts is what the language is. Written by hand as recursive descent over bytes; nothing is allocated per token or node.
/// </summary>
/// <remarks>
/// Three things keep it safe on hostile text. Depth is counted, and past a limit the statement is given up and the rest of the file read on.
/// Whatever is parsed on trial and fails is remembered by position, so that no text is tried more than a few times.
/// The text is copied into a buffer with zeros behind it, so that looking ahead needs no checks.
/// </remarks>
public sealed partial class Parser
{
    /// <summary>Nesting beyond this is given up with an error; code written by people stays below a hundred.</summary>
    private const int MaximumDepth = 1_000;

    /// <summary>What is read on trial may nest this much deeper than where the trial began; the trial fails beyond it, so that many trials cost little.</summary>
    private const int TrialDepth = 200;

    /// <summary>Errors beyond this many are not kept: random bytes would make one each.</summary>
    private const int MaximumErrors = 1_000;

    private readonly bool jsx;
    private readonly bool javaScript;
    private readonly PositionSet notArrows = new();
    private readonly PositionSet notTypeArguments = new();
    private readonly PositionSet notInferConstraints = new();
    private readonly PositionSet functionTypes = new();
    private readonly PositionSet notFunctionTypes = new();

    private WrittenNode[] nodes;
    private int count;
    private Comment[] comments = ArrayPool<Comment>.Shared.Rent(64);
    private int commentCount;
    private ErrorRecord[] errors = [];
    private int errorCount;

    /// <summary>Set by an error, cleared by the node that is finished next and marked with it.</summary>
    private uint errorBit;
    private Context context;
    private uint listContexts;
    private int depth;
    private int depthLimit = MaximumDepth;
    private int functionDepth;

    /// <summary>Nesting went too deep: everything up to the file's own list of statements sees the end of the file.</summary>
    private bool gaveUp;
    private bool hasEmptyNodes;
    private bool sawAwaitName;

    private bool sawHtmlComment;
    private bool sawEscapedName;

    /// <summary>Whether "&lt;!--" and "--&gt;" begin comments: in scripts they do, in modules they are operators.</summary>
    private bool htmlComments;

    /// <summary>A module is read a second time, since an "await" at its top is none of its names.</summary>
    private bool readsAgain;
    private bool sawImportMeta;

    private Parser(byte[] buffer, int end, ScriptKind kind)
    {
        this.buffer = buffer;
        this.end = end;
        jsx = kind is ScriptKind.Tsx or ScriptKind.JavaScript or ScriptKind.Jsx;
        javaScript = htmlComments = kind is ScriptKind.JavaScript or ScriptKind.Jsx;
        nodes = ArrayPool<WrittenNode>.Shared.Rent(Math.Max(64, end / 6));
    }

    /// <summary>What surrounds the code being parsed, as far as it decides what code means.</summary>
    [Flags]
    private enum Context
    {
        None = 0,
        DisallowIn = 1,
        Yield = 2,
        Decorator = 4,
        Await = 8,
        DisallowConditionalTypes = 16,
    }

    /// <summary>Parses a whole file.</summary>
    /// <param name="text">UTF-8; a byte order mark is left out.</param>
    /// <param name="kind">The dialect.</param>
    public static SyntaxTree Parse(ReadOnlyMemory<byte> text, ScriptKind kind)
    {
        if (text.Span.StartsWith("\uFEFF"u8))
            text = text[3..];

        var buffer = ArrayPool<byte>.Shared.Rent(text.Length + Padding);
        text.Span.CopyTo(buffer);
        buffer.AsSpan(text.Length).Clear();

        var parser = new Parser(buffer, text.Length, kind);
        var isModule = parser.ParseSourceFile();

        // "await (x)" at the top of a module is an await after all, and "a<!--b" a comparison; that it is a module may show only at its end.
        if (isModule && (parser.sawAwaitName || parser.sawHtmlComment) && kind != ScriptKind.Declaration)
        {
            parser.Reset();
            parser.readsAgain = true;
            parser.htmlComments = false;
            parser.context = Context.Await;
            parser.ParseSourceFile();
        }

        var tree = parser.ToTree(text);
        parser.Release();
        return tree;
    }

    /// <summary>Parses everything and reports whether the file is a module.</summary>
    private bool ParseSourceFile()
    {
        var statements = new Children();
        var isModule = false;
        Scan();
        listContexts = 1u << (int)ListContext.SourceElements;
        while (token != TokenKind.EndOfFile)
        {
            var start = tokenStart;
            if (IsListElement(ListContext.SourceElements, inErrorRecovery: false))
            {
                var statement = ParseStatement();
                Add(ref statements, statement);
                isModule = isModule || MakesModule(statement);
            }
            else
            {
                ReportListError(ListContext.SourceElements);
                NextToken();
            }

            if (gaveUp)
                ResumeAfter(start);
        }

        fullStart = end;
        var root = Finish(SyntaxKind.SourceFile, 0, statements.First);
        nodes[root].Start = 0;
        nodes[root].End = end;
        return isModule || sawImportMeta;
    }

    private bool MakesModule(int statement)
    {
        ref var node = ref nodes[statement];
        return node.Kind switch
        {
            SyntaxKind.ImportDeclaration or SyntaxKind.ExportDeclaration or SyntaxKind.ExportAssignment => true,
            SyntaxKind.ImportEqualsDeclaration => (node.Flags & NodeFlags.Export) != 0 || HasChild(statement, SyntaxKind.ExternalModuleReference),
            _ => (node.Flags & NodeFlags.Export) != 0,
        };
    }

    private bool HasChild(int node, SyntaxKind kind)
    {
        for (var child = nodes[node].FirstChild; child >= 0; child = nodes[child].NextSibling)
        {
            if (nodes[child].Kind == kind)
                return true;
        }

        return false;
    }

    // ---- nodes

    /// <summary>A chain of siblings under construction.</summary>
    private struct Children
    {
        public int First = -1;
        public int Last = -1;

        public Children()
        {
        }
    }

    private void Add(ref Children list, int node)
    {
        if (list.Last >= 0)
            nodes[list.Last].NextSibling = node;
        else
            list.First = node;
        list.Last = node;
    }

    /// <summary>Makes the second node the first one's next sibling.</summary>
    private void Link(int first, int second) => nodes[first].NextSibling = second;

    /// <summary>Writes a node that ends with the last token read.</summary>
    private int Finish(SyntaxKind kind, int start, int firstChild = -1) => Write(kind, start, fullStart, firstChild, 0);

    private int Finish(SyntaxKind kind, int start, int firstChild, NodeFlags flags) =>
        Write(kind, start, fullStart, firstChild, WrittenNode.Pack(kind, flags));

    private int Finish(SyntaxKind kind, int start, int firstChild, TokenKind operatorKind) => Write(kind, start, fullStart, firstChild, (uint)operatorKind);

    private int Write(SyntaxKind kind, int start, int nodeEnd, int firstChild, uint payload)
    {
        var index = count;
        if (index == nodes.Length)
            GrowNodes();

        ref var node = ref nodes[index];
        node.Word = ((uint)kind << 24) | payload | errorBit;

        // A node without tokens begins where it ends, not at the token after the white space; and one that begins with such a node, with that.
        if (start >= nodeEnd || hasEmptyNodes)
        {
            hasEmptyNodes = true;
            start = Math.Min(firstChild >= 0 ? Math.Min(nodes[firstChild].Start, start) : start, nodeEnd);
        }

        node.Start = start;
        node.End = nodeEnd;
        node.FirstChild = firstChild;
        node.NextSibling = -1;
        errorBit = 0;
        count = index + 1;
        return index;
    }

    /// <summary>A node around one other node, with the same span.</summary>
    private int Wrap(SyntaxKind kind, int child) => Write(kind, nodes[child].Start, nodes[child].End, child, 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrowNodes()
    {
        var larger = ArrayPool<WrittenNode>.Shared.Rent(nodes.Length * 2);
        nodes.AsSpan(0, count).CopyTo(larger);
        ArrayPool<WrittenNode>.Shared.Return(nodes);
        nodes = larger;
    }

    /// <summary>An empty node where something is missing; what is missing has been reported.</summary>
    private int Missing() => Write(SyntaxKind.Missing, fullStart, fullStart, -1, 0);

    private SyntaxKind KindOf(int node) => nodes[node].Kind;

    private ReadOnlySpan<byte> TextOf(int node) => buffer.AsSpan(nodes[node].Start, nodes[node].End - nodes[node].Start);

    // ---- errors

    /// <summary>An error before its text is made: errors of trials are thrown away.</summary>
    private readonly record struct ErrorRecord(int Start, int End, string Message, TokenKind Token);

    private void ErrorAtToken(string message, TokenKind expected = TokenKind.None) => ErrorAt(tokenStart, pos, message, expected);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ErrorAt(int start, int errorEnd, string message, TokenKind expected = TokenKind.None)
    {
        errorBit = WrittenNode.ErrorBit;
        gaveUp |= stopsAtErrors;
        if (gaveUp || errorCount >= MaximumErrors || (errorCount > 0 && errors[errorCount - 1].Start == start))
            return;

        if (errorCount == errors.Length)
            Array.Resize(ref errors, Math.Max(4, errorCount * 2));
        errors[errorCount++] = new(start, Math.Max(start, errorEnd), message, expected);
    }

    // ---- depth

    /// <summary>Counts one level of nesting; false when it is one too many, and then the statement has been given up.</summary>
    private bool Enter()
    {
        if (++depth < depthLimit && ((depth & 15) != 0 || RuntimeHelpers.TryEnsureSufficientExecutionStack()))
            return true;

        GiveUp();
        return false;
    }

    private void Leave() => depth--;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GiveUp()
    {
        if (gaveUp)
            return;

        ErrorAtToken("This is nested too deeply to be read");
        gaveUp = true;
        StandAtEnd();
    }

    private void StandAtEnd()
    {
        pos = tokenStart = fullStart = end;
        token = TokenKind.EndOfFile;
        tokenFlags = 0;
    }

    /// <summary>Goes on behind a statement that was given up: at the first line or semicolon where its brackets are closed.</summary>
    private void ResumeAfter(int start)
    {
        gaveUp = false;
        depth = 0;
        depthLimit = MaximumDepth;
        context &= Context.Await;
        pos = start;
        var open = 0;
        Scan();
        do
        {
            switch (token)
            {
                case TokenKind.OpenBrace or TokenKind.OpenParen or TokenKind.OpenBracket:
                    open++;
                    break;
                case TokenKind.CloseBrace or TokenKind.CloseParen or TokenKind.CloseBracket:
                    open--;
                    break;
                case TokenKind.Semicolon when open <= 0:
                    NextToken();
                    return;
            }

            NextToken();
        }
        while (token != TokenKind.EndOfFile && (open > 0 || !HasPrecedingLineBreak));
    }

    // ---- trials

    /// <summary>Everything needed to go back to a token.</summary>
    private readonly record struct State(int Position, int TokenStart, int FullStart, TokenKind Token, TokenFlags Flags, int Nodes, int Comments, int Errors, uint ErrorBit, Context Context, uint Lists, bool GaveUp);

    private State Save() => new(pos, tokenStart, fullStart, token, tokenFlags, count, commentCount, errorCount, errorBit, context, listContexts, gaveUp);

    /// <summary>Goes back. What went too deep on trial is only a trial that failed.</summary>
    private void Restore(in State state)
    {
        pos = state.Position;
        tokenStart = state.TokenStart;
        fullStart = state.FullStart;
        token = state.Token;
        tokenFlags = state.Flags;
        count = state.Nodes;
        commentCount = state.Comments;
        errorCount = state.Errors;
        errorBit = state.ErrorBit;
        context = state.Context;
        listContexts = state.Lists;
        gaveUp = state.GaveUp;
    }

    /// <summary>The kind of the token after the current one, and whether a line break stands between them.</summary>
    private TokenKind Peek(out bool lineBreak)
    {
        var state = Save();
        NextToken();
        var next = token;
        lineBreak = HasPrecedingLineBreak;
        Restore(state);
        return next;
    }

    private TokenKind Peek() => Peek(out _);

    /// <summary>Reports whether the next token may begin with a sign, without reading it: a comment, an escape or anything beyond ASCII may be there too.</summary>
    private bool MayBeFollowedBy(char sign)
    {
        var at = pos;
        while (buffer[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        return buffer[at] == sign || buffer[at] is (byte)'/' or (byte)'\\' or >= 0x80;
    }

    // ---- beginning and end

    private void Reset()
    {
        pos = tokenStart = fullStart = 0;
        count = commentCount = errorCount = depth = functionDepth = 0;
        errorBit = 0;
        gaveUp = hasEmptyNodes = false;
        notArrows.Clear();
        notTypeArguments.Clear();
        notInferConstraints.Clear();
        functionTypes.Clear();
        notFunctionTypes.Clear();
        declarationScan = default;
        memberScan = default;
    }

    private SyntaxTree ToTree(ReadOnlyMemory<byte> text, SyntaxTree? host = null)
    {
        var messages = ImmutableArray.CreateBuilder<SyntaxError>(errorCount);
        foreach (var error in errors.AsSpan(0, errorCount))
            messages.Add(new(new(error.Start, error.End), error.Token == TokenKind.None ? error.Message : $"'{TextOf(error.Token)}' {error.Message}"));
        messages.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return new SyntaxTree(text, nodes.AsSpan(0, count), [.. comments.AsSpan(0, commentCount)], messages.DrainToImmutable(), sawEscapedName) { Host = host };
    }

    private void Release()
    {
        ArrayPool<WrittenNode>.Shared.Return(nodes);
        ArrayPool<byte>.Shared.Return(buffer);
        ArrayPool<Comment>.Shared.Return(comments);
        comments = [];
        nodes = [];
        buffer = [];
    }

    /// <summary>A set of offsets in the text, as bits; made only when something is put in.</summary>
    private sealed class PositionSet
    {
        private ulong[]? bits;

        public bool Contains(int position) => bits is not null && position >> 6 < bits.Length && (bits[position >> 6] & (1UL << (position & 63))) != 0;

        public void Add(int position)
        {
            var word = position >> 6;
            if (bits is null || word >= bits.Length)
                Array.Resize(ref bits, Math.Max(16, word * 2));
            bits[word] |= 1UL << (position & 63);
        }

        public void Clear() => bits = null;
    }
}
