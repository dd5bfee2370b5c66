namespace Hostile.Syntax.TypeScript;

/// <summary>Statements.</summary>
public sealed partial class Parser
{
    /// <summary>The heads of an "else if" chain that waits for its end, two numbers each: where the "if" begins and its condition.</summary>
    private readonly Stack<(int Start, int Condition)> pendingIfs = new();

    /// <summary>The last look ahead for a declaration: where it began, how far it read, what it found. Modifiers in a row share one answer.</summary>
    private (int From, int To, bool Found) declarationScan;

    private int ParseStatement()
    {
        if (!Enter())
        {
            Leave();
            return Missing();
        }

        var statement = ParseStatementInside();
        Leave();
        return statement;
    }

    private int ParseStatementInside()
    {
        var none = new Children();
        switch (token)
        {
            case TokenKind.Semicolon: return TakeToken(SyntaxKind.EmptyStatement);
            case TokenKind.OpenBrace: return ParseBlock();
            case TokenKind.Var: return ParseVariableStatement(tokenStart, none, NodeFlags.None);
            case TokenKind.Function: return ParseFunctionDeclaration(tokenStart, none, NodeFlags.None);
            case TokenKind.Class: return ParseClass(tokenStart, none, NodeFlags.None, SyntaxKind.ClassDeclaration);
            case TokenKind.If: return ParseIfStatement();
            case TokenKind.Do: return ParseDoStatement();
            case TokenKind.While: return ParseWhileStatement();
            case TokenKind.For: return ParseForStatement();
            case TokenKind.Continue: return ParseJump(SyntaxKind.ContinueStatement);
            case TokenKind.Break: return ParseJump(SyntaxKind.BreakStatement);
            case TokenKind.Return: return ParseReturnStatement();
            case TokenKind.With: return ParseWithStatement();
            case TokenKind.Switch: return ParseSwitchStatement();
            case TokenKind.Throw: return ParseThrowStatement();

            // A stray "catch" or "finally" is read as a try without its beginning.
            case TokenKind.Try or TokenKind.Catch or TokenKind.Finally: return ParseTryStatement();
            case TokenKind.Debugger: return ParseDebuggerStatement();
            case TokenKind.At: return ParseDeclaration();

            // "let x", but not "let = 1"
            case TokenKind.Let:
                if (IsLetDeclaration())
                    return ParseVariableStatement(tokenStart, none, NodeFlags.None);
                break;

            // "await using x = …"
            case TokenKind.Await:
                if (IsAwaitUsingDeclaration(disallowOf: false))
                    return ParseVariableStatement(tokenStart, none, NodeFlags.None);
                break;

            // "using x = …"
            case TokenKind.Using:
                if (IsUsingDeclaration(disallowOf: false))
                    return ParseVariableStatement(tokenStart, none, NodeFlags.None);
                break;

            case TokenKind.Async or TokenKind.Interface or TokenKind.Type or TokenKind.Module or TokenKind.Namespace or TokenKind.Declare
                or TokenKind.Const or TokenKind.Enum or TokenKind.Export or TokenKind.Import or TokenKind.Private or TokenKind.Protected
                or TokenKind.Public or TokenKind.Abstract or TokenKind.Accessor or TokenKind.Static or TokenKind.ReadOnly or TokenKind.Global:
                if (IsStartOfDeclaration())
                    return ParseDeclaration();
                break;
        }

        return ParseExpressionOrLabeledStatement();
    }

    private bool IsStartOfStatement()
    {
        switch (token)
        {
            case TokenKind.At or TokenKind.Semicolon or TokenKind.OpenBrace or TokenKind.Var or TokenKind.Let or TokenKind.Using
                or TokenKind.Function or TokenKind.Class or TokenKind.Enum or TokenKind.If or TokenKind.Do or TokenKind.While or TokenKind.For
                or TokenKind.Continue or TokenKind.Break or TokenKind.Return or TokenKind.With or TokenKind.Switch or TokenKind.Throw
                or TokenKind.Try or TokenKind.Debugger or TokenKind.Catch or TokenKind.Finally:
                return true;
            case TokenKind.Identifier:
                return true;
            case TokenKind.Import:
                return IsStartOfDeclaration() || Peek() is TokenKind.OpenParen or TokenKind.LessThan or TokenKind.Dot;
            case TokenKind.Const or TokenKind.Export:
                return IsStartOfDeclaration();
            case TokenKind.Async or TokenKind.Declare or TokenKind.Interface or TokenKind.Module or TokenKind.Namespace or TokenKind.Type
                or TokenKind.Global or TokenKind.Defer:
                return true;
            case TokenKind.Accessor or TokenKind.Public or TokenKind.Private or TokenKind.Protected or TokenKind.Static or TokenKind.ReadOnly:
                // "public x" in a class's place, but a statement when it can be one.
                return IsStartOfDeclaration() || !(IsName(Peek(out var lineBreak)) && !lineBreak);
            default:
                return IsStartOfExpression();
        }
    }

    /// <summary>Reports whether a declaration begins here, looking past any modifiers.</summary>
    private bool IsStartOfDeclaration()
    {
        if (token is TokenKind.Const or TokenKind.Enum)
            return true;

        var from = tokenStart;
        if (from >= declarationScan.From && from < declarationScan.To)
            return declarationScan.Found;

        var state = Save();
        var found = ScanDeclaration(out var to);
        Restore(state);
        declarationScan = (from, Math.Max(to, from + 1), found);
        return found;
    }

    /// <param name="passed">Just past the start of the last modifier that was passed over: from each of them the answer is the same.</param>
    private bool ScanDeclaration(out int passed)
    {
        passed = tokenStart;
        while (true)
        {
            switch (token)
            {
                case TokenKind.Var or TokenKind.Let or TokenKind.Const or TokenKind.Function or TokenKind.Class or TokenKind.Enum:
                    return true;

                case TokenKind.Using:
                    return IsUsingDeclaration(disallowOf: false);

                case TokenKind.Await:
                    return IsAwaitUsingDeclaration(disallowOf: false);

                // All of these are names too; what makes them keywords is a name on the same line.
                case TokenKind.Interface or TokenKind.Type or TokenKind.Defer:
                    NextToken();
                    return !HasPrecedingLineBreak && IsIdentifier;

                case TokenKind.Module or TokenKind.Namespace:
                    NextToken();
                    return !HasPrecedingLineBreak && (IsIdentifier || token == TokenKind.StringLiteral);

                case TokenKind.Abstract or TokenKind.Accessor or TokenKind.Async or TokenKind.Declare or TokenKind.Private
                    or TokenKind.Protected or TokenKind.Public or TokenKind.ReadOnly:
                    var isDeclare = token == TokenKind.Declare;
                    NextToken();
                    if (HasPrecedingLineBreak)
                        return false;
                    if (isDeclare && token == TokenKind.Type)
                        return true;
                    passed = tokenStart;
                    continue;

                case TokenKind.Global:
                    NextToken();
                    return token is TokenKind.OpenBrace or TokenKind.Identifier or TokenKind.Export;

                case TokenKind.Import:
                    NextToken();
                    return token is TokenKind.Defer or TokenKind.StringLiteral or TokenKind.Asterisk or TokenKind.OpenBrace || IsName(token);

                case TokenKind.Export:
                    NextToken();
                    var after = token == TokenKind.Type ? Peek() : token;
                    if (after is TokenKind.Equals or TokenKind.Asterisk or TokenKind.OpenBrace or TokenKind.Default or TokenKind.As or TokenKind.At)
                        return true;
                    passed = tokenStart;
                    continue;

                case TokenKind.Static:
                    NextToken();
                    passed = tokenStart;
                    continue;

                default:
                    return false;
            }
        }
    }

    private bool IsLetDeclaration()
    {
        var state = Save();
        NextToken();
        var result = IsBindingIdentifier || token is TokenKind.OpenBrace or TokenKind.OpenBracket;
        Restore(state);
        return result;
    }

    private bool IsUsingDeclaration(bool disallowOf)
    {
        var state = Save();
        var result = NextIsUsingBinding(disallowOf);
        Restore(state);
        return result;
    }

    private bool IsAwaitUsingDeclaration(bool disallowOf)
    {
        var state = Save();
        NextToken();
        var result = token == TokenKind.Using && NextIsUsingBinding(disallowOf);
        Restore(state);
        return result;
    }

    private bool NextIsUsingBinding(bool disallowOf)
    {
        NextToken();

        // "for (using of of)" declares "of"; "for (using of x)" iterates over x.
        if (disallowOf && token == TokenKind.Of)
            return Peek() is TokenKind.Equals or TokenKind.Semicolon or TokenKind.Colon;
        return (IsBindingIdentifier || token == TokenKind.OpenBrace) && !HasPrecedingLineBreak;
    }

    /// <summary>"{ … }"</summary>
    private int ParseBlock(bool ignoreMissingBrace = false, string? message = null)
    {
        var start = tokenStart;
        var statements = new Children();
        if (!Expect(TokenKind.OpenBrace, message) && !ignoreMissingBrace)
            return Finish(SyntaxKind.Block, fullStart);

        ParseList(ListContext.BlockStatements, ref statements);
        Expect(TokenKind.CloseBrace);
        var block = Finish(SyntaxKind.Block, start, statements.First);

        // "{ a } = b" wants parentheses.
        if (token == TokenKind.Equals)
        {
            ErrorAtToken("Declaration or statement expected; if this is a destructuring assignment, parenthesize it");
            NextToken();
        }

        return block;
    }

    /// <summary>"(x)" after "if", "while" and others.</summary>
    private int ParseParenthesizedCondition()
    {
        Expect(TokenKind.OpenParen);
        var condition = ParseExpressionAllowingIn();
        Expect(TokenKind.CloseParen);
        return condition;
    }

    /// <summary>"if (x) … else if (y) …", the chain by a loop since generated ones are long.</summary>
    private int ParseIfStatement()
    {
        var outer = pendingIfs.Count;
        int last;
        while (true)
        {
            var start = tokenStart;
            NextToken();
            var condition = ParseParenthesizedCondition();
            var then = ParseStatement();
            Link(condition, then);
            if (!Optional(TokenKind.Else))
            {
                last = Finish(SyntaxKind.IfStatement, start, condition);
                break;
            }

            pendingIfs.Push((start, condition));
            if (token != TokenKind.If)
            {
                last = ParseStatement();
                break;
            }
        }

        while (pendingIfs.Count > outer)
        {
            var (start, condition) = pendingIfs.Pop();
            Link(nodes[condition].NextSibling, last);
            last = Finish(SyntaxKind.IfStatement, start, condition);
        }

        return last;
    }

    private int ParseDoStatement()
    {
        var start = tokenStart;
        NextToken();
        var body = ParseStatement();
        Expect(TokenKind.While);
        Link(body, ParseParenthesizedCondition());

        // "do x; while (y) z" needs no semicolon between.
        Optional(TokenKind.Semicolon);
        return Finish(SyntaxKind.DoStatement, start, body);
    }

    private int ParseWhileStatement()
    {
        var start = tokenStart;
        NextToken();
        var condition = ParseParenthesizedCondition();
        Link(condition, ParseStatement());
        return Finish(SyntaxKind.WhileStatement, start, condition);
    }

    private int ParseWithStatement()
    {
        var start = tokenStart;
        NextToken();
        var target = ParseParenthesizedCondition();
        Link(target, ParseStatement());
        return Finish(SyntaxKind.WithStatement, start, target);
    }

    private int ParseForStatement()
    {
        var start = tokenStart;
        NextToken();
        var isAwait = Optional(TokenKind.Await);
        Expect(TokenKind.OpenParen);
        var children = new Children();
        var initializer = -1;
        if (token != TokenKind.Semicolon)
        {
            initializer = token is TokenKind.Var or TokenKind.Let or TokenKind.Const
                || (token == TokenKind.Using && IsUsingDeclaration(disallowOf: true))
                || (token == TokenKind.Await && IsAwaitUsingDeclaration(disallowOf: false))
                    ? ParseVariableDeclarationList(inForHead: true)
                    : ParseExpressionDisallowingIn();
        }

        // "for (x of y)"
        if (isAwait ? Expect(TokenKind.Of) : Optional(TokenKind.Of))
        {
            Add(ref children, initializer < 0 ? Missing() : initializer);
            Add(ref children, ParseAssignmentAllowingIn());
            Expect(TokenKind.CloseParen);
            Add(ref children, ParseStatement());
            return Finish(SyntaxKind.ForOfStatement, start, children.First, isAwait ? NodeFlags.Await : NodeFlags.None);
        }

        // "for (x in y)"
        if (Optional(TokenKind.In))
        {
            Add(ref children, initializer < 0 ? Missing() : initializer);
            Add(ref children, ParseExpressionAllowingIn());
            Expect(TokenKind.CloseParen);
            Add(ref children, ParseStatement());
            return Finish(SyntaxKind.ForInStatement, start, children.First);
        }

        // "for (x; y; z)"
        if (initializer >= 0)
            Add(ref children, Wrap(SyntaxKind.ForInitializer, initializer));
        Expect(TokenKind.Semicolon);
        if (token is not (TokenKind.Semicolon or TokenKind.CloseParen))
            Add(ref children, Wrap(SyntaxKind.ForCondition, ParseExpressionAllowingIn()));
        Expect(TokenKind.Semicolon);
        if (token != TokenKind.CloseParen)
            Add(ref children, Wrap(SyntaxKind.ForIncrement, ParseExpressionAllowingIn()));
        Expect(TokenKind.CloseParen);
        Add(ref children, ParseStatement());
        return Finish(SyntaxKind.ForStatement, start, children.First);
    }

    private int ParseJump(SyntaxKind kind)
    {
        var start = tokenStart;
        NextToken();
        var label = CanParseSemicolon ? -1 : ParseIdentifier();
        ParseSemicolon();
        return Finish(kind, start, label);
    }

    private int ParseReturnStatement()
    {
        var start = tokenStart;
        NextToken();
        var expression = CanParseSemicolon ? -1 : ParseExpressionAllowingIn();
        ParseSemicolon();
        return Finish(SyntaxKind.ReturnStatement, start, expression);
    }

    private int ParseThrowStatement()
    {
        var start = tokenStart;
        NextToken();

        // A line break after "throw" ends the statement; that nothing is thrown is reported by who checks.
        var expression = HasPrecedingLineBreak ? Missing() : ParseExpressionAllowingIn();
        if (!TryParseSemicolon())
            ErrorForMissingSemicolonAfter(expression);
        return Finish(SyntaxKind.ThrowStatement, start, expression);
    }

    private int ParseSwitchStatement()
    {
        var start = tokenStart;
        NextToken();
        var children = new Children();
        Add(ref children, ParseParenthesizedCondition());
        Expect(TokenKind.OpenBrace);
        ParseList(ListContext.SwitchClauses, ref children);
        Expect(TokenKind.CloseBrace);
        return Finish(SyntaxKind.SwitchStatement, start, children.First);
    }

    private int ParseSwitchClause()
    {
        var start = tokenStart;
        var kind = token == TokenKind.Case ? SyntaxKind.CaseClause : SyntaxKind.DefaultClause;
        NextToken();
        var children = new Children();
        if (kind == SyntaxKind.CaseClause)
            Add(ref children, ParseExpressionAllowingIn());
        Expect(TokenKind.Colon);
        ParseList(ListContext.SwitchClauseStatements, ref children);
        return Finish(kind, start, children.First);
    }

    private int ParseTryStatement()
    {
        var start = tokenStart;
        Expect(TokenKind.Try);
        var children = new Children();
        Add(ref children, ParseBlock());
        var hasCatch = token == TokenKind.Catch;
        if (hasCatch)
            Add(ref children, ParseCatchClause());

        if (!hasCatch || token == TokenKind.Finally)
        {
            var finallyStart = tokenStart;
            Expect(TokenKind.Finally, "'catch' or 'finally' expected");
            var block = ParseBlock();
            Add(ref children, Finish(SyntaxKind.FinallyClause, finallyStart, block));
        }

        return Finish(SyntaxKind.TryStatement, start, children.First);
    }

    private int ParseCatchClause()
    {
        var start = tokenStart;
        NextToken();
        var children = new Children();
        if (Optional(TokenKind.OpenParen))
        {
            Add(ref children, ParseVariableDeclaration(allowExclamation: false));
            Expect(TokenKind.CloseParen);
        }

        Add(ref children, ParseBlock());
        return Finish(SyntaxKind.CatchClause, start, children.First);
    }

    private int ParseDebuggerStatement()
    {
        var start = tokenStart;
        NextToken();
        ParseSemicolon();
        return Finish(SyntaxKind.DebuggerStatement, start);
    }

    private int ParseExpressionOrLabeledStatement()
    {
        var start = tokenStart;
        var expression = ParseExpressionAllowingIn();

        // "label: …"
        if (KindOf(expression) == SyntaxKind.Identifier && Optional(TokenKind.Colon))
        {
            Link(expression, ParseStatement());
            return Finish(SyntaxKind.LabeledStatement, start, expression);
        }

        if (!TryParseSemicolon())
            ErrorForMissingSemicolonAfter(expression);
        return Finish(SyntaxKind.ExpressionStatement, start, expression);
    }
}
