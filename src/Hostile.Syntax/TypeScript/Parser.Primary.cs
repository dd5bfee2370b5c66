namespace Hostile.Syntax.TypeScript;

/// <summary>What expressions are made of: names, literals, brackets, functions, classes, templates.</summary>
public sealed partial class Parser
{
    private int ParsePrimary()
    {
        switch (token)
        {
            case TokenKind.Identifier: return TakeIdentifier();
            case TokenKind.NumericLiteral or TokenKind.BigIntLiteral or TokenKind.StringLiteral: return ParseLiteral();
            case TokenKind.NoSubstitutionTemplate or TokenKind.TemplateHead: return ParseTemplate(isTagged: false);
            case TokenKind.This: return TakeToken(SyntaxKind.ThisKeyword);
            case TokenKind.Super: return TakeToken(SyntaxKind.SuperKeyword);
            case TokenKind.Null: return TakeToken(SyntaxKind.NullKeyword);
            case TokenKind.True: return TakeToken(SyntaxKind.TrueKeyword);
            case TokenKind.False: return TakeToken(SyntaxKind.FalseKeyword);
            case TokenKind.OpenParen: return ParseParenthesized();
            case TokenKind.OpenBracket: return ParseArrayLiteral();
            case TokenKind.OpenBrace: return ParseObjectLiteral();
            case TokenKind.PrivateIdentifier: return ParsePrivateIdentifier();
            case TokenKind.Function: return ParseFunctionExpression();
            case TokenKind.Class or TokenKind.New or TokenKind.At: return ParseNestedPrimary();

            // "async function () { }"
            case TokenKind.Async when Peek(out var lineBreak) == TokenKind.Function && !lineBreak:
                return ParseFunctionExpression();

            case TokenKind.Slash or TokenKind.SlashEquals:
                RescanSlash();
                return ParseLiteral();
        }

        return ParseIdentifier("Expression expected");
    }

    /// <summary>Those that begin with another primary expression, counted as a level of nesting: "new new new A".</summary>
    private int ParseNestedPrimary()
    {
        if (!Enter())
        {
            Leave();
            return Missing();
        }

        var expression = token switch
        {
            TokenKind.Class => ParseClass(tokenStart, new Children(), NodeFlags.None, SyntaxKind.ClassExpression),
            TokenKind.New => ParseNew(),
            _ => ParseDecoratedExpression(),
        };
        Leave();
        return expression;
    }

    private int ParseParenthesized()
    {
        var start = tokenStart;
        NextToken();
        var expression = ParseExpressionAllowingIn();
        Expect(TokenKind.CloseParen);
        return Finish(SyntaxKind.ParenthesizedExpression, start, expression);
    }

    private int ParseArrayLiteral()
    {
        var start = tokenStart;
        NextToken();
        var elements = new Children();
        ParseDelimitedList(ListContext.ArrayLiteralMembers, ref elements);
        Expect(TokenKind.CloseBracket);
        return Finish(SyntaxKind.ArrayLiteralExpression, start, elements.First);
    }

    private int ParseObjectLiteral()
    {
        var start = tokenStart;
        NextToken();
        var members = new Children();
        ParseDelimitedList(ListContext.ObjectLiteralMembers, ref members, semicolonDelimits: true);
        Expect(TokenKind.CloseBrace);
        return Finish(SyntaxKind.ObjectLiteralExpression, start, members.First);
    }

    private int ParseObjectLiteralMember()
    {
        var start = tokenStart;

        // "...x"
        if (Optional(TokenKind.DotDotDot))
        {
            var operand = ParseAssignment(allowReturnType: true);
            return Finish(SyntaxKind.SpreadAssignment, start, operand);
        }

        var children = new Children();
        var flags = ParseModifiers(ref children, allowDecorators: true);

        // "get x() { }"
        if (TryParseContextualModifier(TokenKind.Get))
            return ParseAccessor(start, children, flags, SyntaxKind.GetAccessor, inType: false);
        if (TryParseContextualModifier(TokenKind.Set))
            return ParseAccessor(start, children, flags, SyntaxKind.SetAccessor, inType: false);

        if (Optional(TokenKind.Asterisk))
            flags |= NodeFlags.Generator;
        var isIdentifier = IsIdentifier;
        Add(ref children, ParsePropertyName());

        // The compiler reads "a?" and "a!" here, to say later that they are wrong.
        if (Optional(TokenKind.Question))
            flags |= NodeFlags.Optional;
        if (Optional(TokenKind.Exclamation))
            flags |= NodeFlags.Definite;

        // "x() { }"
        if ((flags & NodeFlags.Generator) != 0 || token is TokenKind.OpenParen or TokenKind.LessThan)
            return ParseMethodRest(start, children, flags, null);

        // "{ x }", and "{ x = 1 }" in what turns out to be a pattern
        var outer = context;
        context &= ~Context.DisallowIn;
        if (isIdentifier && token != TokenKind.Colon)
        {
            ParseInitializer(ref children);
            context = outer;
            return Finish(SyntaxKind.ShorthandPropertyAssignment, start, children.First, flags);
        }

        Expect(TokenKind.Colon);
        Add(ref children, ParseAssignment(allowReturnType: true));
        context = outer;
        return Finish(SyntaxKind.PropertyAssignment, start, children.First, flags);
    }

    /// <summary>"new C(x)", "new C", "new.target"</summary>
    private int ParseNew()
    {
        var start = tokenStart;
        NextToken();
        if (Optional(TokenKind.Dot))
        {
            var name = ParseIdentifierName();
            return Finish(SyntaxKind.MetaProperty, start, name, TokenKind.New);
        }

        var calleeStart = tokenStart;
        var callee = ParseMemberRest(calleeStart, ParsePrimary(), allowOptionalChain: false);
        var last = callee;
        if (KindOf(callee) == SyntaxKind.ExpressionWithTypeArguments)
            (callee, last) = Unwrap(callee);

        if (token == TokenKind.QuestionDot)
            ErrorAtToken("Invalid optional chain from new expression");
        if (token == TokenKind.OpenParen)
            Link(last, ParseArgumentList());
        return Finish(SyntaxKind.NewExpression, start, callee);
    }

    /// <summary>"@d class { }"</summary>
    private int ParseDecoratedExpression()
    {
        var start = tokenStart;
        var children = new Children();
        var flags = ParseModifiers(ref children, allowDecorators: true);
        if (token == TokenKind.Class)
            return ParseClass(start, children, flags, SyntaxKind.ClassExpression);

        ErrorAt(fullStart, fullStart, "Expression expected");
        return Finish(SyntaxKind.Missing, start, children.First);
    }

    // ---- templates

    /// <summary>"`a ${b} c`". Wrong escapes are allowed where a tag sees the raw text.</summary>
    private int ParseTemplate(bool isTagged)
    {
        var start = tokenStart;
        if (!isTagged && (tokenFlags & TokenFlags.InvalidTemplate) != 0)
            RescanTemplate(reportEscapes: true);
        if (token == TokenKind.NoSubstitutionTemplate)
            return ParseLiteral();

        var children = new Children();
        Add(ref children, TakeToken(SyntaxKind.TemplateHead));
        bool isLast;
        do
            Add(ref children, ParseTemplateSpan(isTagged, inType: false, out isLast));
        while (!isLast);
        return Finish(SyntaxKind.TemplateExpression, start, children.First);
    }

    /// <summary>"${b} c", up to the next substitution or the end.</summary>
    private int ParseTemplateSpan(bool isTagged, bool inType, out bool isLast)
    {
        var start = tokenStart;
        var content = inType ? ParseType() : ParseExpressionAllowingIn();
        if (token == TokenKind.CloseBrace)
        {
            RescanTemplate(reportEscapes: !isTagged);
            isLast = token != TokenKind.TemplateMiddle;
            Link(content, TakeToken(isLast ? SyntaxKind.TemplateTail : SyntaxKind.TemplateMiddle));
        }
        else
        {
            isLast = true;
            ErrorAtToken("expected", TokenKind.CloseBrace);
            Link(content, Missing());
        }

        return Finish(SyntaxKind.TemplateSpan, start, content);
    }
}
