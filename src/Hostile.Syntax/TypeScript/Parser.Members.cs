namespace Hostile.Syntax.TypeScript;

/// <summary>Members, calls and tagged templates: what stands behind an expression without an operator between, type arguments among it.</summary>
public sealed partial class Parser
{
    private int ParseLeftHandSide()
    {
        var start = tokenStart;
        var expression = token switch
        {
            TokenKind.Import => ParseImportExpression(),
            TokenKind.Super => ParseSuper(),
            _ => ParseMemberRest(start, ParsePrimary(), allowOptionalChain: true),
        };
        return ParseCallRest(start, expression);
    }

    /// <summary>"import(x)", "import.meta", "import.defer(x)"</summary>
    private int ParseImportExpression()
    {
        var start = tokenStart;
        switch (Peek())
        {
            case TokenKind.OpenParen or TokenKind.LessThan:
                return TakeToken(SyntaxKind.ImportKeyword);

            case TokenKind.Dot:
                NextToken();
                NextToken();
                var name = ParseIdentifierName();
                sawImportMeta |= TextOf(name).SequenceEqual("meta"u8);
                return Finish(SyntaxKind.MetaProperty, start, name, TokenKind.Import);

            default:
                return ParseMemberRest(start, ParsePrimary(), allowOptionalChain: true);
        }
    }

    private int ParseSuper()
    {
        var start = tokenStart;
        var expression = TakeToken(SyntaxKind.SuperKeyword);
        if (token == TokenKind.LessThan)
        {
            var argumentsStart = tokenStart;
            var typeArguments = TryParseTypeArgumentsInExpression();
            if (typeArguments >= 0)
            {
                ErrorAt(argumentsStart, fullStart, "'super' may not use type arguments");
                Link(expression, typeArguments);
                expression = Finish(SyntaxKind.ExpressionWithTypeArguments, start, expression);
            }
        }

        if (token is TokenKind.OpenParen or TokenKind.Dot or TokenKind.OpenBracket)
            return expression;

        ErrorAtToken("'super' must be followed by an argument list or member access");
        Link(expression, ParseRightSideOfDot());
        return Finish(SyntaxKind.PropertyAccessExpression, start, expression);
    }

    /// <summary>".b", "[b]", "!", "`…`" and type arguments, as many as there are.</summary>
    private int ParseMemberRest(int start, int expression, bool allowOptionalChain)
    {
        while (true)
        {
            switch (token)
            {
                case TokenKind.Dot:
                    NextToken();
                    expression = ParsePropertyAccessRest(start, expression, NodeFlags.None);
                    continue;

                // "a?.b", "a?.[b]", "a?.`…`"; "a?.(b)" is left to who reads calls.
                case TokenKind.QuestionDot when allowOptionalChain && (Peek() is var next) && (IsName(next) || next is TokenKind.OpenBracket or TokenKind.NoSubstitutionTemplate or TokenKind.TemplateHead):
                    NextToken();
                    if (next == TokenKind.OpenBracket)
                    {
                        NextToken();
                        expression = ParseElementAccessRest(start, expression, NodeFlags.Optional);
                    }
                    else if (IsName(next))
                    {
                        expression = ParsePropertyAccessRest(start, expression, NodeFlags.Optional);
                    }
                    else
                    {
                        expression = ParseTaggedTemplateRest(start, expression, NodeFlags.Optional);
                    }

                    continue;

                case TokenKind.OpenBracket when (context & Context.Decorator) == 0:
                    NextToken();
                    expression = ParseElementAccessRest(start, expression, NodeFlags.None);
                    continue;

                case TokenKind.NoSubstitutionTemplate or TokenKind.TemplateHead:
                    expression = ParseTaggedTemplateRest(start, expression, NodeFlags.None);
                    continue;

                case TokenKind.Exclamation when !HasPrecedingLineBreak:
                    NextToken();
                    expression = Finish(SyntaxKind.NonNullExpression, start, expression);
                    continue;

                // "f<T>(x)", or the instantiation "f<T>"
                case TokenKind.LessThan or TokenKind.LessThanLessThan:
                    var typeArguments = TryParseTypeArgumentsInExpression();
                    if (typeArguments < 0)
                        return expression;
                    Link(expression, typeArguments);
                    expression = Finish(SyntaxKind.ExpressionWithTypeArguments, start, expression);
                    continue;

                default:
                    return expression;
            }
        }
    }

    private int ParsePropertyAccessRest(int start, int expression, NodeFlags flags)
    {
        var name = ParseRightSideOfDot();

        if (KindOf(name) == SyntaxKind.PrivateIdentifier && ((flags & NodeFlags.Optional) != 0 || IsOptionalChain(expression)))
            ErrorAt(nodes[name].Start, nodes[name].End, "An optional chain cannot contain private identifiers");
        if (KindOf(expression) == SyntaxKind.ExpressionWithTypeArguments && nodes[nodes[expression].FirstChild].NextSibling is >= 0 and var typeArguments)
            ErrorAt(nodes[typeArguments].Start, nodes[typeArguments].End, "An instantiation expression cannot be followed by a property access");

        Link(expression, name);
        return Finish(SyntaxKind.PropertyAccessExpression, start, expression, flags);
    }

    /// <summary>Reports whether some link of the chain that ends here is "?.".</summary>
    private bool IsOptionalChain(int expression)
    {
        while (KindOf(expression) is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.CallExpression
            or SyntaxKind.NonNullExpression or SyntaxKind.TaggedTemplateExpression)
        {
            if ((nodes[expression].Flags & NodeFlags.Optional) != 0)
                return true;
            expression = nodes[expression].FirstChild;
        }

        return false;
    }

    private int ParseRightSideOfDot(bool allowPrivate = true)
    {
        // "a." at the end of a line, and the next line begins a statement: the name is missing.
        if (HasPrecedingLineBreak && IsName(token) && IsName(Peek(out var lineBreak)) && !lineBreak)
        {
            ErrorAt(fullStart, fullStart, "Identifier expected");
            return Missing();
        }

        if (token == TokenKind.PrivateIdentifier)
        {
            if (!allowPrivate)
                ErrorAtToken("Identifier expected");
            return ParsePrivateIdentifier();
        }

        return ParseIdentifierName();
    }

    private int ParseElementAccessRest(int start, int expression, NodeFlags flags)
    {
        if (token == TokenKind.CloseBracket)
        {
            ErrorAt(fullStart, fullStart, "An element access expression should take an argument");
            Link(expression, Missing());
        }
        else
        {
            Link(expression, ParseExpressionAllowingIn());
        }

        Expect(TokenKind.CloseBracket);
        return Finish(SyntaxKind.ElementAccessExpression, start, expression, flags);
    }

    /// <summary>"tag`…`", the tag perhaps with type arguments.</summary>
    private int ParseTaggedTemplateRest(int start, int expression, NodeFlags flags)
    {
        var last = expression;
        if (flags == NodeFlags.None && KindOf(expression) == SyntaxKind.ExpressionWithTypeArguments)
            (expression, last) = Unwrap(expression);

        Link(last, ParseTemplate(isTagged: true));
        return Finish(SyntaxKind.TaggedTemplateExpression, start, expression, flags);
    }

    /// <summary>Takes the node just written for "f&lt;T&gt;" apart again, since a call or template has both parts itself.</summary>
    private (int Expression, int TypeArguments) Unwrap(int node)
    {
        count = node;
        var expression = nodes[node].FirstChild;
        return (expression, nodes[expression].NextSibling is >= 0 and var typeArguments ? typeArguments : expression);
    }

    private int ParseCallRest(int start, int expression)
    {
        while (true)
        {
            expression = ParseMemberRest(start, expression, allowOptionalChain: true);
            var last = expression;
            var flags = NodeFlags.None;

            // "f?.(x)", "f?.<T>(x)"
            if (token == TokenKind.QuestionDot)
            {
                NextToken();
                flags = NodeFlags.Optional;
                var typeArguments = TryParseTypeArgumentsInExpression();
                if (typeArguments >= 0)
                {
                    Link(last, typeArguments);
                    last = typeArguments;
                }

                if (token is TokenKind.NoSubstitutionTemplate or TokenKind.TemplateHead)
                {
                    Link(last, ParseTemplate(isTagged: true));
                    expression = Finish(SyntaxKind.TaggedTemplateExpression, start, expression, flags);
                    continue;
                }

                if (token != TokenKind.OpenParen && last == expression)
                {
                    ErrorAtToken("Identifier expected");
                    Link(expression, Missing());
                    return Finish(SyntaxKind.PropertyAccessExpression, start, expression, flags);
                }
            }
            else if (token != TokenKind.OpenParen)
            {
                return expression;
            }
            else if (KindOf(expression) == SyntaxKind.ExpressionWithTypeArguments)
            {
                (expression, last) = Unwrap(expression);
            }

            Link(last, ParseArgumentList());
            expression = Finish(SyntaxKind.CallExpression, start, expression, flags);
        }
    }

    private int ParseArgumentList()
    {
        var start = tokenStart;
        var arguments = new Children();
        Expect(TokenKind.OpenParen);
        ParseDelimitedList(ListContext.ArgumentExpressions, ref arguments);
        Expect(TokenKind.CloseParen);
        return Finish(SyntaxKind.ArgumentList, start, arguments.First);
    }

    private int ParseArgument()
    {
        var outer = context;
        context &= ~(Context.DisallowIn | Context.Decorator);
        var argument = ParseArgumentOrElement();
        context = outer;
        return argument;
    }

    private int ParseArgumentOrElement()
    {
        switch (token)
        {
            case TokenKind.DotDotDot:
                var start = tokenStart;
                NextToken();
                var operand = ParseAssignment(allowReturnType: true);
                return Finish(SyntaxKind.SpreadElement, start, operand);

            case TokenKind.Comma:
                return Write(SyntaxKind.OmittedExpression, fullStart, fullStart, -1, 0);

            default:
                return ParseAssignment(allowReturnType: true);
        }
    }

    /// <summary>"&lt;T&gt;" after an expression, if that is what it is and not two comparisons: decided by what follows, as the compiler does.</summary>
    private int TryParseTypeArgumentsInExpression()
    {
        if (javaScript || token is not (TokenKind.LessThan or TokenKind.LessThanLessThan) || notTypeArguments.Contains(tokenStart))
            return -1;

        var state = Save();
        RescanLessThan();
        var start = tokenStart;
        NextToken();
        var arguments = new Children();
        var outerLimit = depthLimit;
        depthLimit = Math.Min(outerLimit, depth + TrialDepth);
        ParseDelimitedList(ListContext.TypeArguments, ref arguments);
        depthLimit = outerLimit;
        RescanGreater();
        if (token == TokenKind.GreaterThan)
        {
            NextToken();
            if (CanFollowTypeArguments())
                return Finish(SyntaxKind.TypeArgumentList, start, arguments.First);
        }

        Restore(state);
        notTypeArguments.Add(start);
        return -1;
    }

    private bool CanFollowTypeArguments()
    {
        switch (token)
        {
            // "f<T>(x)", "f<T>`…`"
            case TokenKind.OpenParen or TokenKind.NoSubstitutionTemplate or TokenKind.TemplateHead:
                return true;

            // "a < b > > c", "a < b > +c"
            case TokenKind.LessThan or TokenKind.GreaterThan or TokenKind.Plus or TokenKind.Minus:
                return false;

            default:
                return HasPrecedingLineBreak || IsBinaryOperator || !IsStartOfExpression();
        }
    }
}
