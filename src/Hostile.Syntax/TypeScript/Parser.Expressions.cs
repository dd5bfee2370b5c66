namespace Hostile.Syntax.TypeScript;

/// <summary>Expressions, from the comma down to what an operator may stand before or after.</summary>
public sealed partial class Parser
{
    /// <summary>"a, b"</summary>
    private int ParseExpression()
    {
        var outer = context;
        context &= ~Context.Decorator;
        var start = tokenStart;
        var expression = ParseAssignment(allowReturnType: true);
        while (Optional(TokenKind.Comma))
        {
            Link(expression, ParseAssignment(allowReturnType: true));
            expression = Finish(SyntaxKind.BinaryExpression, start, expression, TokenKind.Comma);
        }

        context = outer;
        return expression;
    }

    private int ParseExpressionAllowingIn()
    {
        var outer = context;
        context &= ~Context.DisallowIn;
        var expression = ParseExpression();
        context = outer;
        return expression;
    }

    private int ParseExpressionDisallowingIn()
    {
        var outer = context;
        context |= Context.DisallowIn;
        var expression = ParseExpression();
        context = outer;
        return expression;
    }

    private int ParseAssignmentAllowingIn()
    {
        var outer = context;
        context &= ~Context.DisallowIn;
        var expression = ParseAssignment(allowReturnType: true);
        context = outer;
        return expression;
    }

    /// <summary>Anything but a comma.</summary>
    /// <param name="allowReturnType">False between "?" and ":", where "(b) : c =&gt; d" may be no arrow function with a return type.</param>
    private int ParseAssignment(bool allowReturnType)
    {
        if (!Enter())
        {
            Leave();
            return Missing();
        }

        var expression = ParseAssignmentInside(allowReturnType);
        Leave();
        return expression;
    }

    private int ParseAssignmentInside(bool allowReturnType)
    {
        switch (token)
        {
            case TokenKind.Yield:
                if (IsYieldExpression())
                    return ParseYieldExpression();
                break;

            // "(a) => …", "<T>(a) => …", "async (a) => …", "async a => …"
            case TokenKind.OpenParen or TokenKind.LessThan or TokenKind.Async or TokenKind.Arrow:
                var arrow = TryParseArrow(allowReturnType);
                if (arrow >= 0)
                    return arrow;
                break;
        }

        var start = tokenStart;
        var expression = ParseBinary(0);
        if (token == TokenKind.Arrow && KindOf(expression) == SyntaxKind.Identifier)
            return ParseSimpleArrow(start, expression, new Children(), allowReturnType, isAsync: false);

        if (token is >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals or TokenKind.GreaterThan && IsLeftHandSide(KindOf(expression)))
        {
            RescanGreater();
            if (IsAssignment(token))
            {
                var operatorKind = token;
                NextToken();
                Link(expression, ParseAssignment(allowReturnType));
                return Finish(SyntaxKind.BinaryExpression, start, expression, operatorKind);
            }
        }

        return token == TokenKind.Question ? ParseConditionalRest(start, expression, allowReturnType) : expression;
    }

    private static bool IsLeftHandSide(SyntaxKind kind) => kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression
        or SyntaxKind.ElementAccessExpression or SyntaxKind.NewExpression or SyntaxKind.CallExpression or SyntaxKind.JsxElement
        or SyntaxKind.JsxSelfClosingElement or SyntaxKind.JsxFragment or SyntaxKind.TaggedTemplateExpression
        or SyntaxKind.ArrayLiteralExpression or SyntaxKind.ParenthesizedExpression or SyntaxKind.ObjectLiteralExpression
        or SyntaxKind.ClassExpression or SyntaxKind.FunctionExpression or SyntaxKind.PrivateIdentifier
        or SyntaxKind.RegularExpressionLiteral or SyntaxKind.NumericLiteral or SyntaxKind.BigIntLiteral or SyntaxKind.StringLiteral
        or SyntaxKind.NoSubstitutionTemplateLiteral or SyntaxKind.TemplateExpression or SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword
        or SyntaxKind.ThisKeyword or SyntaxKind.TrueKeyword or SyntaxKind.SuperKeyword or SyntaxKind.NonNullExpression
        or SyntaxKind.ExpressionWithTypeArguments or SyntaxKind.MetaProperty or SyntaxKind.ImportKeyword or SyntaxKind.Missing;

    /// <summary>"x ? y : z", after the condition.</summary>
    private int ParseConditionalRest(int start, int condition, bool allowReturnType)
    {
        NextToken();
        var outer = context;
        context &= ~(Context.DisallowIn | Context.Decorator);
        var whenTrue = ParseAssignment(allowReturnType: false);
        context = outer;
        Link(condition, whenTrue);
        Link(whenTrue, Expect(TokenKind.Colon) ? ParseAssignment(allowReturnType) : Missing());
        return Finish(SyntaxKind.ConditionalExpression, start, condition);
    }

    /// <summary>"yield" is an expression in generators, and elsewhere where only that can be meant.</summary>
    private bool IsYieldExpression() => (context & Context.Yield) != 0 || IsFollowedByOperandOnSameLine();

    private bool IsFollowedByOperandOnSameLine()
    {
        var next = Peek(out var lineBreak);
        return !lineBreak && (IsName(next) || next is TokenKind.NumericLiteral or TokenKind.BigIntLiteral or TokenKind.StringLiteral);
    }

    /// <summary>"yield", "yield x", "yield* x"</summary>
    private int ParseYieldExpression()
    {
        var start = tokenStart;
        NextToken();
        if (HasPrecedingLineBreak || !(token == TokenKind.Asterisk || IsStartOfExpression()))
            return Finish(SyntaxKind.YieldExpression, start);

        var flags = Optional(TokenKind.Asterisk) ? NodeFlags.Delegate : NodeFlags.None;
        var operand = ParseAssignment(allowReturnType: true);
        return Finish(SyntaxKind.YieldExpression, start, operand, flags);
    }

    // ---- binary operators

    private int ParseBinary(int precedence)
    {
        var start = tokenStart;
        var left = ParseUnary();
        return ParseBinaryRest(precedence, left, start);
    }

    /// <summary>"a + b + …": a chain of one precedence is a loop, however long.</summary>
    private int ParseBinaryRest(int precedence, int left, int start)
    {
        while (true)
        {
            RescanGreater();
            var operatorKind = token;
            var newPrecedence = PrecedenceOf(operatorKind);

            // "a ** b ** c" groups to the right.
            if (operatorKind == TokenKind.AsteriskAsterisk ? newPrecedence < precedence : newPrecedence <= precedence)
                return left;
            if (operatorKind == TokenKind.In && (context & Context.DisallowIn) != 0)
                return left;

            // "x as T", "x satisfies T"
            if (operatorKind is TokenKind.As or TokenKind.Satisfies)
            {
                if (HasPrecedingLineBreak)
                    return left;
                NextToken();
                Link(left, ParseType());
                left = Finish(operatorKind == TokenKind.As ? SyntaxKind.AsExpression : SyntaxKind.SatisfiesExpression, nodes[left].Start, left);
                continue;
            }

            NextToken();
            if (!Enter())
            {
                Leave();
                return left;
            }

            Link(left, ParseBinary(newPrecedence));
            Leave();
            left = Finish(SyntaxKind.BinaryExpression, start, left, operatorKind);
        }
    }

    // ---- unary operators

    private int ParseUnary()
    {
        switch (token)
        {
            case TokenKind.Plus or TokenKind.Minus or TokenKind.Tilde or TokenKind.Exclamation or TokenKind.Delete or TokenKind.TypeOf
                or TokenKind.Void or TokenKind.Await:
                break;
            case TokenKind.LessThan when !jsx:
                break;
            default:
                var start = tokenStart;
                var update = ParseUpdate();
                return token == TokenKind.AsteriskAsterisk ? ParseBinaryRest(PrecedenceOf(token), update, start) : update;
        }

        var unary = ParseSimpleUnary();
        if (token == TokenKind.AsteriskAsterisk)
            ErrorAt(nodes[unary].Start, nodes[unary].End, "This cannot be the left side of '**' without parentheses");
        return unary;
    }

    private int ParseSimpleUnary()
    {
        switch (token)
        {
            case TokenKind.Plus or TokenKind.Minus or TokenKind.Tilde or TokenKind.Exclamation:
                var operatorStart = tokenStart;
                var operatorKind = token;
                NextToken();
                var operand = ParseNestedUnary();
                return Finish(SyntaxKind.PrefixUnaryExpression, operatorStart, operand, operatorKind);

            case TokenKind.Delete: return ParseKeywordUnary(SyntaxKind.DeleteExpression);
            case TokenKind.TypeOf: return ParseKeywordUnary(SyntaxKind.TypeOfExpression);
            case TokenKind.Void: return ParseKeywordUnary(SyntaxKind.VoidExpression);

            case TokenKind.Await when (context & Context.Await) != 0 || IsFollowedByOperandOnSameLine():
                return ParseKeywordUnary(SyntaxKind.AwaitExpression);

            // "<T>x"
            case TokenKind.LessThan when !jsx:
                var start = tokenStart;
                NextToken();
                var type = ParseType();
                Expect(TokenKind.GreaterThan);
                Link(type, ParseNestedUnary());
                return Finish(SyntaxKind.TypeAssertionExpression, start, type);

            case TokenKind.LessThan:
                return ParseJsx(inExpression: true, openingTag: -1, mustBeUnary: true);

            default:
                return ParseUpdate();
        }
    }

    /// <summary>The operand of a prefix operator, counted as a level of nesting.</summary>
    private int ParseNestedUnary()
    {
        var operand = Enter() ? ParseSimpleUnary() : Missing();
        Leave();
        return operand;
    }

    private int ParseKeywordUnary(SyntaxKind kind)
    {
        var start = tokenStart;
        NextToken();
        var operand = ParseNestedUnary();
        return Finish(kind, start, operand);
    }

    /// <summary>"++x", "x++" and what needs no operator.</summary>
    private int ParseUpdate()
    {
        var start = tokenStart;
        var operatorKind = token;
        if (operatorKind is TokenKind.PlusPlus or TokenKind.MinusMinus)
        {
            NextToken();
            var operand = ParseLeftHandSide();
            return Finish(SyntaxKind.PrefixUnaryExpression, start, operand, operatorKind);
        }

        if (operatorKind == TokenKind.LessThan && jsx && Peek() is var next && (IsName(next) || next == TokenKind.GreaterThan))
            return ParseJsx(inExpression: true, openingTag: -1, mustBeUnary: false);

        var expression = ParseLeftHandSide();
        if (token is TokenKind.PlusPlus or TokenKind.MinusMinus && !HasPrecedingLineBreak)
        {
            operatorKind = token;
            NextToken();
            return Finish(SyntaxKind.PostfixUnaryExpression, nodes[expression].Start, expression, operatorKind);
        }

        return expression;
    }

    // ---- members and calls

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
        return Finish(SyntaxKind.TaggedTemplateExpression, start, expression);
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
                    expression = Finish(SyntaxKind.TaggedTemplateExpression, start, expression);
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
