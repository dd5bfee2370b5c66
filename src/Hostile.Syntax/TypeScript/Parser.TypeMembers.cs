namespace Hostile.Syntax.TypeScript;

/// <summary>Types with parts: function types, object types and their members, mapped types, tuples, type parameters.</summary>
public sealed partial class Parser
{
    /// <summary>"(a: A) => B", "new (a: A) => B", "abstract new () => B"</summary>
    private int ParseFunctionType()
    {
        var start = tokenStart;
        var children = new Children();
        var flags = NodeFlags.None;
        if (token == TokenKind.Abstract)
        {
            flags = NodeFlags.Abstract;
            NextToken();
            Add(ref children, Finish(SyntaxKind.Modifier, start, -1, TokenKind.Abstract));
        }

        var kind = Optional(TokenKind.New) ? SyntaxKind.ConstructorType : SyntaxKind.FunctionType;
        ParseTypeParameters(ref children);
        Add(ref children, ParseParameters(NodeFlags.None));
        ParseReturnType(ref children, TokenKind.Arrow, inType: false);
        return Finish(kind, start, children.First, flags);
    }

    // ---- type parameters

    /// <summary>"&lt;A extends B = C&gt;"</summary>
    private void ParseTypeParameters(ref Children children)
    {
        if (token != TokenKind.LessThan)
            return;

        var start = tokenStart;
        NextToken();
        var parameters = new Children();
        ParseDelimitedList(ListContext.TypeParameters, ref parameters);
        Expect(TokenKind.GreaterThan);
        Add(ref children, Finish(SyntaxKind.TypeParameterList, start, parameters.First));
    }

    private int ParseTypeParameter()
    {
        var start = tokenStart;
        var children = new Children();
        var flags = ParseModifiers(ref children, allowDecorators: false, permitConst: true);
        Add(ref children, ParseIdentifier());
        if (Optional(TokenKind.Extends))
        {
            // "T extends 1 + 1" is wrong and is read as the expression it is.
            var constraint = IsStartOfType() || !IsStartOfExpression() ? ParseType() : ParseUnary();
            Add(ref children, Wrap(SyntaxKind.TypeConstraint, constraint));
        }

        if (Optional(TokenKind.Equals))
            Add(ref children, Wrap(SyntaxKind.TypeDefault, ParseType()));
        return Finish(SyntaxKind.TypeParameter, start, children.First, flags);
    }

    // ---- object types

    /// <summary>"{ a: A; b(): B }" as a type or as an interface's body</summary>
    private int ParseTypeMembers(SyntaxKind kind)
    {
        var start = tokenStart;
        var members = new Children();
        if (!Expect(TokenKind.OpenBrace))
            return Finish(kind, fullStart);

        ParseList(ListContext.TypeMembers, ref members);
        Expect(TokenKind.CloseBrace);
        return Finish(kind, start, members.First);
    }

    private bool IsTypeMemberStart()
    {
        if (token is TokenKind.OpenParen or TokenKind.LessThan or TokenKind.Get or TokenKind.Set or TokenKind.OpenBracket)
            return true;

        var from = tokenStart;
        if (from >= memberScan.From && from < memberScan.To)
            return memberScan.Found;

        var state = Save();
        var passed = from;
        var found = IsTypeMemberAhead(ref passed);
        Restore(state);
        if (passed > from)
            memberScan = (from, passed, found);
        return found;
    }

    private bool IsTypeMemberAhead(ref int passed)
    {
        var isName = false;
        while (IsModifier(token))
        {
            isName = true;
            passed = tokenStart;
            NextToken();
        }

        if (token == TokenKind.OpenBracket)
            return true;
        if (IsLiteralPropertyName)
        {
            isName = true;
            NextToken();
        }

        return isName && (token is TokenKind.OpenParen or TokenKind.LessThan or TokenKind.Question or TokenKind.Colon or TokenKind.Comma || CanParseSemicolon);
    }

    private int ParseTypeMember()
    {
        var start = tokenStart;
        var children = new Children();

        // "(a: A): B"
        if (token is TokenKind.OpenParen or TokenKind.LessThan)
            return ParseSignature(start, SyntaxKind.CallSignature);

        // "new (a: A): B"
        if (token == TokenKind.New && Peek() is TokenKind.OpenParen or TokenKind.LessThan)
        {
            NextToken();
            return ParseSignature(start, SyntaxKind.ConstructSignature);
        }

        var flags = token == TokenKind.Identifier ? NodeFlags.None : ParseModifiers(ref children, allowDecorators: false);
        if (TryParseContextualModifier(TokenKind.Get))
            return ParseAccessor(start, children, flags, SyntaxKind.GetAccessor, inType: true);
        if (TryParseContextualModifier(TokenKind.Set))
            return ParseAccessor(start, children, flags, SyntaxKind.SetAccessor, inType: true);
        if (IsIndexSignature())
            return ParseIndexSignature(start, children, flags);

        Add(ref children, ParsePropertyName());
        if (Optional(TokenKind.Question))
            flags |= NodeFlags.Optional;

        // "a(b: B): C"
        var kind = SyntaxKind.PropertySignature;
        if (token is TokenKind.OpenParen or TokenKind.LessThan)
        {
            kind = SyntaxKind.MethodSignature;
            ParseTypeParameters(ref children);
            ParseSignatureRest(ref children, NodeFlags.None, inType: true);
        }
        else
        {
            ParseTypeAnnotation(ref children);
            ParseInitializer(ref children);
        }

        ParseTypeMemberSemicolon();
        return Finish(kind, start, children.First, flags);
    }

    private int ParseSignature(int start, SyntaxKind kind)
    {
        var children = new Children();
        ParseTypeParameters(ref children);
        ParseSignatureRest(ref children, NodeFlags.None, inType: true);
        ParseTypeMemberSemicolon();
        return Finish(kind, start, children.First);
    }

    /// <summary>Members of object types end with a comma too.</summary>
    private void ParseTypeMemberSemicolon()
    {
        if (!Optional(TokenKind.Comma))
            ParseSemicolon();
    }

    private bool IsIndexSignature()
    {
        if (token != TokenKind.OpenBracket)
            return false;

        var state = Save();
        var result = IsIndexSignatureAhead();
        Restore(state);
        return result;
    }

    private bool IsIndexSignatureAhead()
    {
        NextToken();

        // "[]" and "[...a]" are wrong in any case.
        if (token is TokenKind.DotDotDot or TokenKind.CloseBracket)
            return true;

        if (IsModifier(token))
        {
            NextToken();
            if (IsIdentifier)
                return true;
        }
        else if (!IsIdentifier)
        {
            return false;
        }
        else
        {
            NextToken();
        }

        // "[key: string]"; "[a ? b : c]" is a computed name.
        if (token is TokenKind.Colon or TokenKind.Comma)
            return true;
        if (token != TokenKind.Question)
            return false;
        NextToken();
        return token is TokenKind.Colon or TokenKind.Comma or TokenKind.CloseBracket;
    }

    private int ParseIndexSignature(int start, Children children, NodeFlags flags)
    {
        NextToken();
        var outer = awaitOutsideParameters;
        awaitOutsideParameters = false;
        ParseDelimitedList(ListContext.Parameters, ref children);
        awaitOutsideParameters = outer;
        Expect(TokenKind.CloseBracket);
        ParseTypeAnnotation(ref children);
        ParseTypeMemberSemicolon();
        return Finish(SyntaxKind.IndexSignature, start, children.First, flags);
    }

    // ---- mapped types

    private bool IsStartOfMappedType()
    {
        var state = Save();
        NextToken();
        bool result;
        if (token is TokenKind.Plus or TokenKind.Minus)
        {
            NextToken();
            result = token == TokenKind.ReadOnly;
        }
        else
        {
            if (token == TokenKind.ReadOnly)
                NextToken();
            result = token == TokenKind.OpenBracket;
            if (result)
            {
                NextToken();
                result = IsIdentifier;
                NextToken();
                result = result && token == TokenKind.In;
            }
        }

        Restore(state);
        return result;
    }

    /// <summary>"{ readonly [K in T as N]?: V }", "+readonly" and "-?" too</summary>
    private int ParseMappedType()
    {
        var start = tokenStart;
        NextToken();
        var flags = NodeFlags.None;
        if (token is TokenKind.ReadOnly or TokenKind.Plus or TokenKind.Minus)
        {
            // "-readonly" takes the mark away.
            var sign = token;
            flags |= sign == TokenKind.Minus ? NodeFlags.None : NodeFlags.Readonly;
            NextToken();
            if (sign != TokenKind.ReadOnly)
                Expect(TokenKind.ReadOnly);
        }

        Expect(TokenKind.OpenBracket);
        var children = new Children();
        var parameterStart = tokenStart;
        var name = ParseIdentifierName();
        Expect(TokenKind.In);
        Link(name, Wrap(SyntaxKind.TypeConstraint, ParseType()));
        Add(ref children, Finish(SyntaxKind.TypeParameter, parameterStart, name));
        if (Optional(TokenKind.As))
            Add(ref children, Wrap(SyntaxKind.MappedNameType, ParseType()));
        Expect(TokenKind.CloseBracket);

        if (token is TokenKind.Question or TokenKind.Plus or TokenKind.Minus)
        {
            var sign = token;
            flags |= sign == TokenKind.Minus ? NodeFlags.None : NodeFlags.Optional;
            NextToken();
            if (sign != TokenKind.Question)
                Expect(TokenKind.Question);
        }

        ParseTypeAnnotation(ref children);
        ParseSemicolon();

        // Members beside the mapping are read, and wrong.
        ParseList(ListContext.TypeMembers, ref children);
        Expect(TokenKind.CloseBrace);
        return Finish(SyntaxKind.MappedType, start, children.First, flags);
    }

    // ---- tuples

    private int ParseTupleType()
    {
        var start = tokenStart;
        NextToken();
        var elements = new Children();
        ParseDelimitedList(ListContext.TupleElementTypes, ref elements);
        Expect(TokenKind.CloseBracket);
        return Finish(SyntaxKind.TupleType, start, elements.First);
    }

    private int ParseTupleElement()
    {
        if (!IsTupleElementName())
            return ParseTupleElementType();

        // "a: A", "a?: A", "...a: A[]"
        var start = tokenStart;
        var flags = Optional(TokenKind.DotDotDot) ? NodeFlags.Rest : NodeFlags.None;
        var name = ParseIdentifierName();
        if (Optional(TokenKind.Question))
            flags |= NodeFlags.Optional;
        Expect(TokenKind.Colon);
        Link(name, ParseTupleElementType());
        return Finish(SyntaxKind.NamedTupleMember, start, name, flags);
    }

    private bool IsTupleElementName()
    {
        if (token != TokenKind.DotDotDot && !IsName(token))
            return false;

        var state = Save();
        Optional(TokenKind.DotDotDot);
        var result = IsName(token);
        if (result)
        {
            NextToken();
            result = token == TokenKind.Colon;
            if (token == TokenKind.Question)
            {
                NextToken();
                result = token == TokenKind.Colon;
            }
        }

        Restore(state);
        return result;
    }

    private int ParseTupleElementType()
    {
        var start = tokenStart;
        if (Optional(TokenKind.DotDotDot))
        {
            var rest = ParseType();
            return Finish(SyntaxKind.RestType, start, rest);
        }

        // "T?" is an optional element here: the mark of JSDoc, read as what it means in a tuple.
        var type = ParseType();
        if (KindOf(type) == SyntaxKind.JSDocType && (nodes[type].Flags & NodeFlags.Optional) != 0 && nodes[type].FirstChild is >= 0 and var inner
            && nodes[inner].Start == nodes[type].Start)
        {
            nodes[type].Word = (uint)SyntaxKind.OptionalType << 24;
        }

        return type;
    }
}
