namespace Hostile.Syntax.TypeScript;

/// <summary>Variables, the patterns that bind several at once, and what may stand behind a name: its type and its value.</summary>
public sealed partial class Parser
{
    /// <summary>Whether the declarations being read stand in the head of a "for", where none is marked "!".</summary>
    private bool inForHead;

    private int ParseVariableStatement(int start, Children children, NodeFlags flags)
    {
        Add(ref children, ParseVariableDeclarationList(inForHead: false));
        ParseSemicolon();
        return Finish(SyntaxKind.VariableStatement, start, children.First, flags);
    }

    private int ParseVariableDeclarationList(bool inForHead)
    {
        var start = tokenStart;
        var flags = token switch
        {
            TokenKind.Let => NodeFlags.Let,
            TokenKind.Const => NodeFlags.Const,
            TokenKind.Using => NodeFlags.Using,
            TokenKind.Await => NodeFlags.Using | NodeFlags.Await,
            _ => NodeFlags.None,
        };
        if (token == TokenKind.Await)
            NextToken();
        NextToken();

        // "for (let of x)" lacks its names.
        var declarations = new Children();
        if (!(token == TokenKind.Of && IsOfOperator()))
        {
            var outerContext = context;
            var outerForHead = this.inForHead;
            context = inForHead ? context | Context.DisallowIn : context & ~Context.DisallowIn;
            this.inForHead = inForHead;
            ParseDelimitedList(ListContext.VariableDeclarations, ref declarations);
            this.inForHead = outerForHead;
            context = outerContext;
        }

        return Finish(SyntaxKind.VariableDeclarationList, start, declarations.First, flags);
    }

    private bool IsOfOperator()
    {
        var state = Save();
        NextToken();
        var result = IsIdentifier;
        NextToken();
        result = result && token == TokenKind.CloseParen;
        Restore(state);
        return result;
    }

    private int ParseVariableDeclaration(bool allowExclamation)
    {
        var start = tokenStart;
        var children = new Children();
        var flags = NodeFlags.None;
        var outerForHead = inForHead;
        inForHead = false;
        Add(ref children, ParseIdentifierOrPattern("Private identifiers are not allowed in variable declarations"));

        // "let x!: T"
        if (allowExclamation && token == TokenKind.Exclamation && !HasPrecedingLineBreak && KindOf(children.First) == SyntaxKind.Identifier)
        {
            flags = NodeFlags.Definite;
            NextToken();
        }

        ParseTypeAnnotation(ref children);
        if (token is not (TokenKind.In or TokenKind.Of))
            ParseInitializer(ref children);
        inForHead = outerForHead;
        return Finish(SyntaxKind.VariableDeclaration, start, children.First, flags);
    }

    /// <summary>": T"</summary>
    private void ParseTypeAnnotation(ref Children children)
    {
        if (token != TokenKind.Colon)
            return;

        NextToken();
        Add(ref children, Wrap(SyntaxKind.TypeAnnotation, ParseType()));
    }

    /// <summary>"= x"</summary>
    private void ParseInitializer(ref Children children)
    {
        if (token != TokenKind.Equals)
            return;

        NextToken();
        Add(ref children, Wrap(SyntaxKind.Initializer, ParseAssignment(allowReturnType: true)));
    }

    private int ParseIdentifierOrPattern(string? privateMessage = null) => token switch
    {
        TokenKind.OpenBracket => ParsePattern(SyntaxKind.ArrayBindingPattern, ListContext.ArrayBindingElements, TokenKind.CloseBracket),
        TokenKind.OpenBrace => ParsePattern(SyntaxKind.ObjectBindingPattern, ListContext.ObjectBindingElements, TokenKind.CloseBrace),
        _ => ParseBindingIdentifier(privateMessage),
    };

    private int ParsePattern(SyntaxKind kind, ListContext list, TokenKind close)
    {
        var elements = new Children();
        var start = tokenStart;
        if (!Enter())
        {
            Leave();
            return Missing();
        }

        NextToken();
        var outer = context;
        context &= ~Context.DisallowIn;
        ParseDelimitedList(list, ref elements);
        context = outer;
        Expect(close);
        Leave();
        return Finish(kind, start, elements.First);
    }

    private int ParseArrayBindingElement()
    {
        var start = tokenStart;
        if (token == TokenKind.Comma)
            return Write(SyntaxKind.OmittedExpression, fullStart, fullStart, -1, 0);

        var flags = Optional(TokenKind.DotDotDot) ? NodeFlags.Rest : NodeFlags.None;
        var children = new Children();
        Add(ref children, ParseIdentifierOrPattern());
        ParseInitializer(ref children);
        return Finish(SyntaxKind.BindingElement, start, children.First, flags);
    }

    private int ParseObjectBindingElement()
    {
        var start = tokenStart;
        var flags = Optional(TokenKind.DotDotDot) ? NodeFlags.Rest : NodeFlags.None;
        var children = new Children();
        var isBinding = IsBindingIdentifier;
        var name = ParsePropertyName();

        // "{ a: b }", else "{ a }"
        if (isBinding && token != TokenKind.Colon)
        {
            Add(ref children, name);
        }
        else
        {
            Add(ref children, Wrap(SyntaxKind.PropertyNamePart, name));
            Expect(TokenKind.Colon);
            Add(ref children, ParseIdentifierOrPattern());
        }

        ParseInitializer(ref children);
        return Finish(SyntaxKind.BindingElement, start, children.First, flags);
    }
}
