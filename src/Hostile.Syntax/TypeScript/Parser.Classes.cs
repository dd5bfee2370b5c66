namespace Hostile.Syntax.TypeScript;

/// <summary>Classes and their members.</summary>
public sealed partial class Parser
{
    /// <summary>The last look ahead for a member: a run of modifiers and its answer, shared by all of them.</summary>
    private (int From, int To, bool Found) memberScan;

    private int ParseClass(int start, Children children, NodeFlags flags, SyntaxKind kind)
    {
        var outer = context;
        NextToken();

        // "class implements I { }" has no name.
        if (IsBindingIdentifier && !(token == TokenKind.Implements && IsName(Peek())))
            Add(ref children, TakeIdentifier());
        ParseTypeParameters(ref children);
        if ((flags & NodeFlags.Export) != 0)
            context |= Context.Await;
        ParseHeritageClauses(ref children);
        Add(ref children, ParseClassBody());
        context = outer;
        return Finish(kind, start, children.First, flags);
    }

    private int ParseClassBody()
    {
        var start = tokenStart;
        var members = new Children();
        if (!Expect(TokenKind.OpenBrace))
            return Finish(SyntaxKind.ClassBody, fullStart);

        ParseList(ListContext.ClassMembers, ref members);
        Expect(TokenKind.CloseBrace);
        return Finish(SyntaxKind.ClassBody, start, members.First);
    }

    private void ParseHeritageClauses(ref Children children)
    {
        if (token is TokenKind.Extends or TokenKind.Implements)
            ParseList(ListContext.HeritageClauses, ref children);
    }

    private int ParseHeritageClause()
    {
        var start = tokenStart;
        var kind = token;
        NextToken();
        var types = new Children();
        ParseDelimitedList(ListContext.HeritageClauseElement, ref types);
        return Finish(SyntaxKind.HeritageClause, start, types.First, kind);
    }

    private int ParseExpressionWithTypeArguments()
    {
        var start = tokenStart;
        var expression = ParseLeftHandSide();
        if (KindOf(expression) == SyntaxKind.ExpressionWithTypeArguments)
            return expression;

        if (token == TokenKind.LessThan)
            Link(expression, ParseTypeArgumentList());
        return Finish(SyntaxKind.ExpressionWithTypeArguments, start, expression);
    }

    private bool IsClassMemberStart()
    {
        if (token is TokenKind.At or TokenKind.Asterisk or TokenKind.OpenBracket)
            return true;

        var from = tokenStart;
        if (from >= memberScan.From && from < memberScan.To)
            return memberScan.Found;

        var state = Save();
        var passed = from;
        var found = IsClassMemberAhead(ref passed);
        Restore(state);
        if (passed > from)
            memberScan = (from, passed, found);
        return found;
    }

    private bool IsClassMemberAhead(ref int passed)
    {
        var word = TokenKind.None;
        while (IsModifier(token))
        {
            word = token;
            if (word is TokenKind.Public or TokenKind.Private or TokenKind.Protected or TokenKind.ReadOnly or TokenKind.Override or TokenKind.Static or TokenKind.Accessor)
                return true;
            passed = tokenStart;
            NextToken();
        }

        if (token == TokenKind.Asterisk)
            return true;
        if (IsLiteralPropertyName)
        {
            word = token;
            NextToken();
        }

        if (token == TokenKind.OpenBracket)
            return true;
        if (word == TokenKind.None)
            return false;

        // A keyword is a member's name only if something that follows names is behind it.
        return !IsKeyword(word) || word is TokenKind.Get or TokenKind.Set
            || token is TokenKind.OpenParen or TokenKind.LessThan or TokenKind.Exclamation or TokenKind.Colon or TokenKind.Equals or TokenKind.Question
            || CanParseSemicolon;
    }

    private int ParseClassMember()
    {
        var start = tokenStart;
        if (token == TokenKind.Semicolon)
            return TakeToken(SyntaxKind.SemicolonClassElement);

        var children = new Children();
        var flags = token == TokenKind.Identifier ? NodeFlags.None : ParseModifiers(ref children, allowDecorators: true, permitConst: true, inClass: true);

        // "static { }"
        if (token == TokenKind.Static && Peek() == TokenKind.OpenBrace)
            return ParseStaticBlock(start, children, flags);

        if (TryParseContextualModifier(TokenKind.Get))
            return ParseAccessor(start, children, flags, SyntaxKind.GetAccessor, inType: false);
        if (TryParseContextualModifier(TokenKind.Set))
            return ParseAccessor(start, children, flags, SyntaxKind.SetAccessor, inType: false);

        // "constructor(…) { }", also "'constructor'() { }"
        if (IsConstructorName() && ParseConstructor(start, children, flags) is >= 0 and var constructor)
            return constructor;

        // "[key: string]: T"
        if (IsIndexSignature())
            return ParseIndexSignature(start, children, flags);

        if (IsLiteralPropertyName || token is TokenKind.Asterisk or TokenKind.OpenBracket)
        {
            if (Optional(TokenKind.Asterisk))
                flags |= NodeFlags.Generator;
            var name = ParsePropertyName();
            Add(ref children, name);
            if (Optional(TokenKind.Question))
                flags |= NodeFlags.Optional;
            return (flags & NodeFlags.Generator) != 0 || token is TokenKind.OpenParen or TokenKind.LessThan
                ? ParseMethodRest(start, children, flags, "'{' or ';' expected")
                : ParsePropertyRest(start, children, name, flags);
        }

        // "public }": the name is missing.
        ErrorAt(fullStart, fullStart, "Declaration expected");
        var missing = Missing();
        Add(ref children, missing);
        return ParsePropertyRest(start, children, missing, flags);
    }

    private int ParseStaticBlock(int start, Children children, NodeFlags flags)
    {
        NextToken();
        var outer = context;
        context = (context & ~Context.Yield) | Context.Await;
        functionDepth++;
        Add(ref children, ParseBlock());
        functionDepth--;
        context = outer;
        return Finish(SyntaxKind.ClassStaticBlockDeclaration, start, children.First, flags);
    }

    private bool IsConstructorName()
    {
        if (token == TokenKind.Constructor)
            return true;
        if (token != TokenKind.StringLiteral)
            return false;

        // "'constructor'", also with escapes in it
        var name = buffer.AsSpan(tokenStart + 1, Math.Max(0, pos - tokenStart - 2));
        return (name.SequenceEqual("constructor"u8) || (name.Contains((byte)'\\') && Views.LiteralText.Cook(name) == "constructor"))
            && Peek() == TokenKind.OpenParen;
    }

    private int ParseConstructor(int start, Children children, NodeFlags flags)
    {
        // "constructor" without parentheses is a field, and one with type parameters is read to be called wrong later.
        if (Peek() is not (TokenKind.OpenParen or TokenKind.LessThan) && token != TokenKind.Constructor)
            return -1;

        NextToken();
        ParseTypeParameters(ref children);
        ParseSignatureRest(ref children, NodeFlags.None);
        ParseFunctionBlockOrSemicolon(ref children, NodeFlags.None, "'{' or ';' expected");
        return Finish(SyntaxKind.Constructor, start, children.First, flags);
    }

    /// <summary>"x() { }", after the name</summary>
    private int ParseMethodRest(int start, Children children, NodeFlags flags, string? message)
    {
        ParseTypeParameters(ref children);
        ParseSignatureRest(ref children, flags);
        ParseFunctionBlockOrSemicolon(ref children, flags, message);
        return Finish(SyntaxKind.MethodDeclaration, start, children.First, flags);
    }

    /// <summary>"x: T = y;", after the name</summary>
    private int ParsePropertyRest(int start, Children children, int name, NodeFlags flags)
    {
        if ((flags & NodeFlags.Optional) == 0 && !HasPrecedingLineBreak && Optional(TokenKind.Exclamation))
            flags |= NodeFlags.Definite;

        var before = children.Last;
        ParseTypeAnnotation(ref children);
        var hasType = children.Last != before;

        before = children.Last;
        var outer = context;
        context &= ~(Context.Yield | Context.Await | Context.DisallowIn);
        ParseInitializer(ref children);
        context = outer;
        var hasInitializer = children.Last != before;

        ParseSemicolonAfterProperty(name, hasType, hasInitializer);
        return Finish(SyntaxKind.PropertyDeclaration, start, children.First, flags);
    }

    private void ParseSemicolonAfterProperty(int name, bool hasType, bool hasInitializer)
    {
        if (token == TokenKind.At && !HasPrecedingLineBreak)
        {
            ErrorAtToken("Decorators must precede the name and all keywords of property declarations");
        }
        else if (token == TokenKind.OpenParen)
        {
            ErrorAtToken("Cannot start a function call in a type annotation");
            NextToken();
        }
        else if (hasType && !CanParseSemicolon)
        {
            if (hasInitializer)
                ErrorAtToken("expected", TokenKind.Semicolon);
            else
                ErrorAtToken("'=' expected for property initializer");
        }
        else if (!TryParseSemicolon())
        {
            if (hasInitializer)
                ErrorAtToken("expected", TokenKind.Semicolon);
            else
                ErrorForMissingSemicolonAfter(name);
        }
    }

    /// <summary>"get x() { }", after the "get"</summary>
    private int ParseAccessor(int start, Children children, NodeFlags flags, SyntaxKind kind, bool inType)
    {
        Add(ref children, ParsePropertyName());
        ParseTypeParameters(ref children);
        ParseSignatureRest(ref children, NodeFlags.None);
        if (inType && token != TokenKind.OpenBrace)
            ParseTypeMemberSemicolon();
        else
            ParseFunctionBlockOrSemicolon(ref children, NodeFlags.None, null);
        return Finish(kind, start, children.First, flags);
    }
}
