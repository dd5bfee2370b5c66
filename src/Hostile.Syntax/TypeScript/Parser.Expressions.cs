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
}
