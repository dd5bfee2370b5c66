using System.Buffers;
using System.Text;

namespace Hostile.Syntax.TypeScript;

/// <summary>
/// Types in comments. A comment is gone through twice: first by hand, to find its tags, their names and where their types stand; then the nodes are
/// written in the order that trees want, each type being parsed where it is wanted, and once more where it is wanted twice.
/// </summary>
public sealed partial class Parser
{
    /// <summary>Tags of one comment beyond this many are text: looking for the end of something that has none is then bounded by it.</summary>
    private const int MaximumTags = 500;

    /// <summary>After so many braces without an end in a comment no more are looked for.</summary>
    private const int MaximumUnclosedTypes = 3;

    private int unclosedTypes;

    /// <summary>A type in a comment is read up to its first error: what is behind it is rather text.</summary>
    private bool stopsAtErrors;

    /// <summary>The tags that say something of types; others are text.</summary>
    private enum TagKind
    {
        Type,
        Returns,
        Parameter,
        Property,
        TypeDefinition,
        Callback,
        Overload,
        Template,
        Import,
    }

    /// <summary>A tag as the first pass finds it.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Start">Of its "@".</param>
    /// <param name="End">Just past what belongs to it.</param>
    /// <param name="Type">Where its type begins; -1 when it has none.</param>
    /// <param name="Name">Where its name, of several parts the last, or what an import imports, begins; -1 when it has none.</param>
    /// <param name="FirstName">Where the first part of the name begins.</param>
    /// <param name="Path">All parts of the name: "options.retry".</param>
    /// <param name="IsOptional">The name stands in brackets.</param>
    private readonly record struct Tag(TagKind Kind, int Start, int End, int Type, int Name, int FirstName, string Path, bool IsOptional);

    /// <summary>Reads the comments of a file that was parsed.</summary>
    /// <param name="host">The file's tree.</param>
    /// <param name="nodeOfComment">The JSDoc node of each comment; -1 for those without.</param>
    internal static SyntaxTree ParseDocumentation(SyntaxTree host, out int[] nodeOfComment)
    {
        var text = host.Text;
        var buffer = ArrayPool<byte>.Shared.Rent(text.Length + Padding);
        text.Span.CopyTo(buffer);
        buffer.AsSpan(text.Length).Clear();

        var parser = new Parser(buffer, text.Length, ScriptKind.TypeScript);
        parser.stopsAtErrors = true;
        nodeOfComment = new int[host.Comments.Length];
        Array.Fill(nodeOfComment, -1);
        var comments = new Children();
        for (var i = 0; i < nodeOfComment.Length; i++)
        {
            var comment = host.Comments[i];
            if (!Documentation.MayHoldTags(host, comment) || parser.ParseComment(comment) is not (>= 0 and var node))
                continue;
            parser.Add(ref comments, node);
            nodeOfComment[i] = node;
        }

        parser.Write(SyntaxKind.SourceFile, 0, text.Length, comments.First, 0);
        parser.end = text.Length;
        parser.commentCount = 0;
        var tree = parser.ToTree(text, host);
        parser.Release();
        return tree;
    }

    /// <summary>"/** … */"; -1 when no tag in it is about types.</summary>
    private int ParseComment(Comment comment)
    {
        end = comment.Span.End - 2;
        buffer.AsSpan(end, 2).Clear();
        unclosedTypes = 0;
        BlankMargin(comment.Span.Start + 3);
        var tags = FindTags(comment.Span.Start + 3);
        if (tags.Count == 0)
            return -1;

        // Templates are the type's that the comment declares, or else the declaration's behind it.
        var templates = tags.Where(tag => tag.Kind == TagKind.Template).ToList();
        var declaresType = tags.Exists(tag => tag.Kind is TagKind.TypeDefinition or TagKind.Callback);
        var children = new Children();
        for (var i = 0; i < tags.Count;)
        {
            var tag = tags[i++];
            var child = tag.Kind switch
            {
                TagKind.Type => tag.Type < 0 ? -1 : Wrap(SyntaxKind.TypeAnnotation, ParseTypeAt(tag.Type)),
                TagKind.Returns => tag.Type < 0 ? -1 : Wrap(SyntaxKind.JSDocReturns, ParseTypeAt(tag.Type)),
                TagKind.Parameter => ParseTaggedName(tags, tag, ref i, SyntaxKind.Parameter),
                TagKind.Template => declaresType ? -1 : ParseTemplates([tag]),
                TagKind.TypeDefinition => ParseTypeDefinition(tags, tag, ref i, templates),
                TagKind.Callback => ParseCallback(tags, tag, ref i, templates),
                TagKind.Overload => ParseSignatureTags(tags, tag, ref i, out _),
                TagKind.Import => ParseImportTag(tag),
                _ => -1,
            };
            if (child >= 0)
                Add(ref children, child);
        }

        return children.First < 0 ? -1 : Write(SyntaxKind.JSDoc, comment.Span.Start, comment.Span.End, children.First, 0);
    }

    // ---- tags to nodes

    private void StandAt(int position)
    {
        pos = position;
        depth = 0;
        depthLimit = MaximumDepth;
        context = Context.None;
        listContexts = 0;
        errorBit = 0;
        gaveUp = false;
        Scan();
    }

    private int ParseTypeAt(int position)
    {
        StandAt(position);
        if (token != TokenKind.Module || buffer[pos] != ':')
            return ParseJSDocType();

        // "module:a/b" is a path of the documentation's own, and no type that anything says.
        var start = tokenStart;
        while (token is not (TokenKind.CloseBrace or TokenKind.Comma or TokenKind.EndOfFile))
            NextToken();
        return Finish(SyntaxKind.JSDocType, start);
    }

    private int ParseNameAt(int position)
    {
        StandAt(position);
        return ParseIdentifierName();
    }

    /// <summary>"@param {T} [name]" and "@property {T} name"; with the tags behind it that name its own properties: "@param {T} name.property".</summary>
    private int ParseTaggedName(List<Tag> tags, Tag tag, ref int next, SyntaxKind kind)
    {
        // "name.property" without a "name" before it is nobody's property.
        if (tag.Name < 0 || (kind == SyntaxKind.Parameter && tag.Path.Contains('.', StringComparison.Ordinal)))
            return -1;

        var children = new Children();
        Add(ref children, ParseNameAt(tag.Name));
        var flags = tag.IsOptional ? NodeFlags.Optional : NodeFlags.None;
        var last = tag.End;
        if (tag.Type >= 0)
        {
            var type = ParseTypeOrMembers(tags, tag, ref next, ref last, tag.Kind);
            var marked = type;
            if (KindOf(marked) == SyntaxKind.JSDocType && (nodes[marked].Flags & NodeFlags.Default) != 0)
            {
                flags |= NodeFlags.Optional;
                marked = nodes[marked].FirstChild;
            }

            if (kind == SyntaxKind.Parameter && KindOf(marked) == SyntaxKind.JSDocType)
                flags |= nodes[marked].Flags & NodeFlags.Rest;
            Add(ref children, Wrap(SyntaxKind.TypeAnnotation, type));
        }

        return Write(kind, tag.Start, last, children.First, WrittenNode.Pack(kind, flags));
    }

    /// <summary>The type of a tag, or the object type that the tags behind it spell out when it says no more than "Object" or "Object[]".</summary>
    private int ParseTypeOrMembers(List<Tag> tags, Tag tag, ref int next, ref int last, TagKind memberKind)
    {
        var begin = count;
        var type = tag.Type < 0 ? -1 : ParseTypeAt(tag.Type);
        var isArray = type >= 0 && KindOf(type) == SyntaxKind.ArrayType;
        if ((type >= 0 && !SaysObject(isArray ? nodes[type].FirstChild : type)) || next >= tags.Count || !IsMember(tags[next]))
            return type >= 0 ? type : Write(SyntaxKind.Missing, tag.End, tag.End, -1, 0);

        count = begin;
        var members = new Children();
        var start = tags[next].Start;
        while (next < tags.Count && IsMember(tags[next]))
        {
            var member = tags[next++];
            last = Math.Max(last, member.End);
            if (tag.Kind == TagKind.TypeDefinition && member.Path.Contains('.', StringComparison.Ordinal))
                continue;
            if (ParseTaggedName(tags, member, ref next, SyntaxKind.PropertySignature) is >= 0 and var node)
            {
                last = Math.Max(last, nodes[node].End);
                Add(ref members, node);
            }
        }

        var literal = Write(SyntaxKind.TypeLiteral, start, last, members.First, 0);
        return isArray ? Wrap(SyntaxKind.ArrayType, literal) : literal;

        bool IsMember(Tag other) => other.Kind == memberKind
            && (tag.Kind == TagKind.TypeDefinition || other.Path.AsSpan(0, Math.Max(0, other.Path.LastIndexOf('.'))).SequenceEqual(tag.Path));
    }

    private bool SaysObject(int type) =>
        (KindOf(type) == SyntaxKind.KeywordType && nodes[type].Operator == TokenKind.Object)
        || (KindOf(type) == SyntaxKind.TypeReference && TextOf(type).SequenceEqual("Object"u8));

    /// <summary>"@typedef {T} Name", or "@typedef Name" with "@property" behind it.</summary>
    private int ParseTypeDefinition(List<Tag> tags, Tag tag, ref int next, List<Tag> templates)
    {
        if (tag.Name < 0)
            return -1;

        var spaces = ParseNamespaces(tag);
        var children = new Children();
        Add(ref children, ParseNameAt(tag.Name));
        if (templates.Count > 0)
            Add(ref children, ParseTemplates(templates));

        // "@typedef Name" and "@type {T}" behind it
        var last = tag.End;
        var definition = tag;
        if (tag.Type < 0 && next < tags.Count && tags[next] is { Kind: TagKind.Type, Type: >= 0 } own)
        {
            next++;
            last = own.End;
            definition = tag with { Type = own.Type };
        }

        Add(ref children, ParseTypeOrMembers(tags, definition, ref next, ref last, TagKind.Property));
        return Inside(spaces, Write(SyntaxKind.TypeAliasDeclaration, tag.Start, last, children.First, 0));
    }

    /// <summary>"@callback Name" with its "@param" and "@returns": a function type.</summary>
    private int ParseCallback(List<Tag> tags, Tag tag, ref int next, List<Tag> templates)
    {
        if (tag.Name < 0)
            return -1;

        var spaces = ParseNamespaces(tag);
        var children = new Children();
        Add(ref children, ParseNameAt(tag.Name));
        if (templates.Count > 0)
            Add(ref children, ParseTemplates(templates));
        Add(ref children, ParseSignatureTags(tags, tag, ref next, out var last));
        return Inside(spaces, Write(SyntaxKind.TypeAliasDeclaration, tag.Start, last, children.First, 0));
    }

    /// <summary>The "@param" and "@returns" behind a tag, as a function type.</summary>
    private int ParseSignatureTags(List<Tag> tags, Tag tag, ref int next, out int last)
    {
        last = tag.End;
        var parameters = new Children();
        while (next < tags.Count && tags[next].Kind == TagKind.Parameter)
        {
            var parameter = tags[next++];
            last = Math.Max(last, parameter.End);
            if (ParseTaggedName(tags, parameter, ref next, SyntaxKind.Parameter) is >= 0 and var node)
            {
                last = Math.Max(last, nodes[node].End);
                Add(ref parameters, node);
            }
        }

        var parts = new Children();
        Add(ref parts, Write(SyntaxKind.ParameterList, tag.End, last, parameters.First, 0));
        if (next < tags.Count && tags[next] is { Kind: TagKind.Returns, Type: >= 0 } returns)
        {
            next++;
            last = returns.End;
            Add(ref parts, Wrap(SyntaxKind.TypeAnnotation, ParseTypeAt(returns.Type)));
        }

        return Write(SyntaxKind.FunctionType, tag.End, last, parts.First, 0);
    }

    /// <summary>The names before the last of "A.B.Name": namespaces that the type is declared in.</summary>
    private List<int> ParseNamespaces(Tag tag)
    {
        var names = new List<int>();
        for (StandAt(tag.FirstName); tokenStart < tag.Name && IsName(token) && names.Count < MaximumDepth; Optional(TokenKind.Dot))
            names.Add(TakeIdentifier());
        return names;
    }

    private int Inside(List<int> spaces, int declaration)
    {
        for (var i = spaces.Count - 1; i >= 0; i--)
        {
            Link(spaces[i], Wrap(SyntaxKind.ModuleBlock, declaration));
            declaration = Write(SyntaxKind.ModuleDeclaration, nodes[declaration].Start, nodes[declaration].End, spaces[i], 0);
        }

        return declaration;
    }

    /// <summary>"@template {Constraint} T, U" and "@template [T=Default]"; the constraint is the first one's.</summary>
    private int ParseTemplates(List<Tag> templates)
    {
        var parameters = new Children();
        var last = templates[0].End;
        foreach (var template in templates)
        {
            var constraint = template.Type;
            for (var at = template.Name; at >= 0;)
            {
                StandAt(at);
                var bracketed = Optional(TokenKind.OpenBracket);
                var start = tokenStart;
                var parts = new Children();
                var flags = ParseModifiers(ref parts, allowDecorators: false, permitConst: true);
                Add(ref parts, ParseIdentifierName());
                var (after, hasDefault) = (fullStart, bracketed && token == TokenKind.Equals);
                var isLast = token != TokenKind.Comma;
                var following = pos;
                if (constraint >= 0)
                    Add(ref parts, Wrap(SyntaxKind.TypeConstraint, ParseTypeAt(constraint)));
                constraint = -1;
                if (hasDefault)
                {
                    Add(ref parts, Wrap(SyntaxKind.TypeDefault, ParseTypeAt(following)));
                    after = fullStart;
                }

                if (bracketed)
                {
                    if (!hasDefault)
                        StandAt(after);
                    Expect(TokenKind.CloseBracket);
                    after = fullStart;
                    isLast = token != TokenKind.Comma;
                    following = pos;
                }

                last = Math.Max(last, after);
                Add(ref parameters, Write(SyntaxKind.TypeParameter, start, after, parts.First, WrittenNode.Pack(SyntaxKind.TypeParameter, flags)));
                at = isLast ? -1 : following;
            }
        }

        return Write(SyntaxKind.TypeParameterList, templates[0].Start, last, parameters.First, 0);
    }

    /// <summary>"@import { A } from 'm'": as an "import type".</summary>
    private int ParseImportTag(Tag tag)
    {
        StandAt(tag.Name);
        var clauseStart = tokenStart;
        var name = IsIdentifier ? ParseIdentifier() : -1;
        var clause = ParseImportClause(clauseStart, name, NodeFlags.TypeOnly);
        if (!Optional(TokenKind.From) || token != TokenKind.StringLiteral)
            return -1;

        Link(clause, TakeSpecifier());
        return Write(SyntaxKind.ImportDeclaration, tag.Start, fullStart, clause, 0);
    }

    /// <summary>The module's name; what follows it is no longer read, since it is text.</summary>
    private int TakeSpecifier()
    {
        fullStart = pos;
        return Write(SyntaxKind.StringLiteral, tokenStart, pos, -1, 0);
    }

    // ---- finding tags

    /// <summary>Makes the asterisks that lines begin with white space.</summary>
    private void BlankMargin(int from)
    {
        for (var at = from; at < end; at++)
        {
            if (buffer[at] is not ((byte)'\n' or (byte)'\r'))
                continue;
            while (buffer[at + 1] is (byte)' ' or (byte)'\t')
                at++;
            if (buffer[at + 1] == '*')
                buffer[at + 1] = (byte)' ';
        }
    }

    /// <summary>An "@" between white space and a name begins a tag, but not between backticks.</summary>
    private List<Tag> FindTags(int from)
    {
        var tags = new List<Tag>();
        for (var at = from; at < end && tags.Count < MaximumTags;)
        {
            if (buffer[at] == '`')
                at = SkipCode(at);
            else if (buffer[at] == '@' && (at == from || IsBlank(buffer[at - 1])) && IsAsciiNameStart(buffer[at + 1]))
                at = FindTag(at, tags);
            else
                at++;
        }

        return tags;
    }

    /// <summary>Goes past "`…`", which ends with its line at the latest.</summary>
    private int SkipCode(int at)
    {
        var length = buffer.AsSpan(at + 1, end - at - 1).IndexOfAny((byte)'`', (byte)'\n');
        return length < 0 ? end : at + length + 2;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

    private int SkipBlanks(int at)
    {
        while (IsBlank(buffer[at]))
            at++;
        return at;
    }

    private int FindTag(int start, List<Tag> tags)
    {
        var at = start + 1;
        while (IsAsciiNameStart(buffer[at]) || IsDigit(buffer[at]))
            at++;
        TagKind? known = Encoding.UTF8.GetString(buffer.AsSpan(start + 1, at - start - 1)) switch
        {
            "type" => TagKind.Type,
            "returns" or "return" => TagKind.Returns,
            "param" or "arg" or "argument" => TagKind.Parameter,
            "property" or "prop" => TagKind.Property,
            "typedef" => TagKind.TypeDefinition,
            "callback" => TagKind.Callback,
            "overload" => TagKind.Overload,
            "template" => TagKind.Template,
            "import" => TagKind.Import,
            _ => null,
        };
        if (known is not { } kind)
            return at;
        if (kind is TagKind.Overload)
        {
            tags.Add(new(kind, start, at, -1, -1, -1, "", false));
            return at;
        }

        at = SkipBlanks(at);
        if (kind is TagKind.Import)
        {
            tags.Add(new(kind, start, at, -1, at, at, "", false));
            return at;
        }

        var type = -1;
        if (kind is not TagKind.Callback)
            (type, at) = FindType(at);

        // "@type T" needs no braces.
        if (kind is TagKind.Type && type < 0 && buffer[at] != '{')
            type = at;
        if (kind is TagKind.Type or TagKind.Returns)
        {
            tags.Add(new(kind, start, at, type, -1, -1, "", false));
            return at;
        }

        if (type >= 0)
            at = SkipBlanks(at);
        if (kind is TagKind.Template)
        {
            tags.Add(new(kind, start, at, type, at, at, "", false));
            return at;
        }

        var (path, first, name, optional, after) = FindName(at);

        // "@param name {T}"
        if (type < 0 && kind is TagKind.Parameter or TagKind.Property && FindType(SkipBlanks(after)) is { Type: >= 0 } behind)
            (type, after) = behind;
        tags.Add(new(kind, start, after, type, name, first, path, optional));
        return after;
    }

    /// <summary>"{T}": where T begins, and just past the brace; -1 and the same place when there is none.</summary>
    private (int Type, int After) FindType(int at)
    {
        if (buffer[at] != '{' || unclosedTypes >= MaximumUnclosedTypes)
            return (-1, at);

        // "{@link a}" is no type.
        var first = SkipBlanks(at + 1);
        if (buffer[first] == '@')
            return (-1, at);

        var open = 0;
        for (var i = at; i < end; i++)
        {
            switch (buffer[i])
            {
                case (byte)'{':
                    open++;
                    break;
                case (byte)'}' when --open == 0:
                    return (first, i + 1);
                case (byte)'"' or (byte)'\'' or (byte)'`':
                    var length = buffer.AsSpan(i + 1, end - i - 1).IndexOfAny(buffer[i], (byte)'\n');
                    if (length >= 0 && buffer[i + 1 + length] != '\n')
                        i += length + 1;
                    break;
            }
        }

        unclosedTypes++;
        return (-1, at);
    }

    /// <summary>"name", "a.b", "a[].b", "[name]", "[name=default]", "`name`"</summary>
    private (string Path, int First, int Name, bool IsOptional, int After) FindName(int at)
    {
        var optional = buffer[at] == '[';
        if (optional)
            at = SkipBlanks(at + 1);
        var quoted = buffer[at] == '`';
        if (quoted)
            at++;

        var path = new StringBuilder();
        var name = -1;
        var begin = at;
        while (true)
        {
            StandAt(at);
            if (!IsName(token) || tokenStart != at)
                break;
            name = at;
            path.Append(Encoding.UTF8.GetString(buffer.AsSpan(at, pos - at)));
            at = pos;
            if (buffer[at] == '[' && buffer[at + 1] == ']')
                at += 2;
            if (buffer[at] != '.')
                break;
            path.Append('.');
            at++;
        }

        if (name < 0)
            return ("", -1, -1, false, at);
        if (quoted && buffer[at] == '`')
            at++;
        if (optional)
            at = AfterBracket(at);
        return (path.ToString(), begin, name, optional, at);
    }

    /// <summary>Just past the "]" of "[name=[1, 2]]".</summary>
    private int AfterBracket(int from)
    {
        var open = 1;
        for (var at = from; at < end && buffer[at] != '\n'; at++)
        {
            open += buffer[at] switch { (byte)'[' => 1, (byte)']' => -1, _ => 0 };
            if (open == 0)
                return at + 1;
        }

        return from;
    }
}
