namespace Hostile.Syntax.TypeScript;

/// <summary>Functions of all kinds: arrows and how they are told from parentheses, parameters, bodies.</summary>
public sealed partial class Parser
{
    private enum Guess
    {
        No,
        Yes,
        Perhaps,
    }

    /// <summary>What a function is, as far as its parameters and body need to know.</summary>
    private static Context ContextOf(NodeFlags flags) =>
        ((flags & NodeFlags.Async) != 0 ? Context.Await : Context.None) | ((flags & NodeFlags.Generator) != 0 ? Context.Yield : Context.None);

    /// <summary>Whether parameters are being read on trial, and then fail instead of reporting.</summary>
    private bool parametersOnTrial;
    private bool awaitOutsideParameters;

    // ---- arrow functions

    /// <summary>An arrow function if one begins here, else -1 and nothing is read.</summary>
    private int TryParseArrow(bool allowReturnType)
    {
        switch (GuessArrow())
        {
            case Guess.Yes:
                return ParseParenthesizedArrow(onTrial: false, allowReturnType: true, depthLimit);

            case Guess.Perhaps:
                var start = tokenStart;
                if (!notArrows.Contains(start))
                {
                    var state = Save();
                    var outerLimit = depthLimit;
                    depthLimit = Math.Min(outerLimit, depth + TrialDepth);
                    var arrow = ParseParenthesizedArrow(onTrial: true, allowReturnType, outerLimit);
                    depthLimit = outerLimit;
                    if (arrow >= 0)
                        return arrow;
                    Restore(state);
                    notArrows.Add(start);
                }

                break;
        }

        return token == TokenKind.Async ? TryParseAsyncSimpleArrow(allowReturnType) : -1;
    }

    private Guess GuessArrow()
    {
        // "=> x" alone is an arrow function whose parameters are missing.
        if (token == TokenKind.Arrow)
            return Guess.Yes;

        var state = Save();
        var guess = GuessArrowAhead();
        Restore(state);
        return guess;
    }

    private Guess GuessArrowAhead()
    {
        if (token == TokenKind.Async)
        {
            NextToken();
            if (HasPrecedingLineBreak || token is not (TokenKind.OpenParen or TokenKind.LessThan))
                return Guess.No;
        }

        var first = token;
        NextToken();
        if (first == TokenKind.LessThan)
            return GuessGenericArrowAhead();

        switch (token)
        {
            // "() =>", "(): T =>"
            case TokenKind.CloseParen:
                NextToken();
                return token is TokenKind.Arrow or TokenKind.Colon or TokenKind.OpenBrace ? Guess.Yes : Guess.No;

            // "([a, b]) =>" or a literal in parentheses
            case TokenKind.OpenBracket or TokenKind.OpenBrace:
                return Guess.Perhaps;

            // "(...a) =>"
            case TokenKind.DotDotDot:
                return Guess.Yes;
        }

        // "(public a) =>" is wrong, but an arrow function.
        if (IsModifier(token) && token != TokenKind.Async)
        {
            var state = Save();
            NextToken();
            if (IsIdentifier)
                return token == TokenKind.As ? Guess.No : Guess.Yes;
            Restore(state);
        }

        if (!IsIdentifier && token != TokenKind.This)
            return Guess.No;

        NextToken();
        switch (token)
        {
            // "(a: T) =>"
            case TokenKind.Colon:
                return Guess.Yes;

            // "(a?: T) =>", "(a?, b) =>", or "(a ? b : c)"
            case TokenKind.Question:
                NextToken();
                return token is TokenKind.Colon or TokenKind.Comma or TokenKind.Equals or TokenKind.CloseParen ? Guess.Yes : Guess.No;

            case TokenKind.Comma or TokenKind.Equals or TokenKind.CloseParen:
                return Guess.Perhaps;

            default:
                return Guess.No;
        }
    }

    /// <summary>After "&lt;": type parameters of an arrow function, a type assertion, or an element.</summary>
    private Guess GuessGenericArrowAhead()
    {
        if (!IsIdentifier && token != TokenKind.Const)
            return Guess.No;
        if (!jsx)
            return Guess.Perhaps;

        // "<T,>() =>", "<T extends U>() =>", "<const T,>() =>"; "<T extends=…>" and "<T extends />" are elements.
        Optional(TokenKind.Const);
        NextToken();
        if (token == TokenKind.Extends)
        {
            NextToken();
            return token is TokenKind.Equals or TokenKind.GreaterThan or TokenKind.Slash ? Guess.No : Guess.Yes;
        }

        return token is TokenKind.Comma or TokenKind.Equals ? Guess.Yes : Guess.No;
    }

    /// <summary>"async x => y", or a name or call that begins with "async".</summary>
    private int TryParseAsyncSimpleArrow(bool allowReturnType)
    {
        var state = Save();
        NextToken();
        var isArrow = !HasPrecedingLineBreak && IsIdentifier && token != TokenKind.Arrow && Peek(out var lineBreak) == TokenKind.Arrow && !lineBreak;
        Restore(state);
        if (!isArrow)
            return -1;

        var start = tokenStart;
        var modifiers = new Children();
        Add(ref modifiers, ParseAsyncModifier());
        var name = TakeIdentifier();
        return ParseSimpleArrow(start, name, modifiers, allowReturnType, isAsync: true);
    }

    private int ParseAsyncModifier()
    {
        var start = tokenStart;
        NextToken();
        return Finish(SyntaxKind.Modifier, start, -1, TokenKind.Async);
    }

    /// <summary>"x => y", after the name.</summary>
    private int ParseSimpleArrow(int start, int name, Children children, bool allowReturnType, bool isAsync)
    {
        Add(ref children, Wrap(SyntaxKind.ParameterList, Wrap(SyntaxKind.Parameter, name)));
        Expect(TokenKind.Arrow);
        Add(ref children, ParseArrowBody(isAsync, allowReturnType));
        return Finish(SyntaxKind.ArrowFunction, start, children.First, isAsync ? NodeFlags.Async : NodeFlags.None);
    }

    /// <summary>"async &lt;T&gt;(a): R => b". On trial it gives -1 where it finds that it is none; the caller goes back.</summary>
    private int ParseParenthesizedArrow(bool onTrial, bool allowReturnType, int bodyDepthLimit)
    {
        var start = tokenStart;
        var children = new Children();
        var flags = NodeFlags.None;
        if (token == TokenKind.Async)
        {
            flags = NodeFlags.Async;
            Add(ref children, ParseAsyncModifier());
        }

        ParseTypeParameters(ref children);
        var listStart = tokenStart;
        var parameters = new Children();
        if (Expect(TokenKind.OpenParen))
        {
            if (!ParseParametersInside(ref parameters, flags, ListContext.Parameters, onTrial))
                return -1;
            if (!Expect(TokenKind.CloseParen) && onTrial)
                return -1;
        }
        else if (onTrial)
        {
            return -1;
        }

        Add(ref children, Finish(SyntaxKind.ParameterList, listStart, parameters.First));

        // "(a): T =>", but "b ? (a) : c => d" may end before the colon.
        var hasReturnType = token == TokenKind.Colon;
        if (ParseReturnType(ref children, TokenKind.Colon, inType: false) is >= 0 and var type)
        {
            if (onTrial && BlocksArrow(type))
                return -1;
            if (onTrial && token != TokenKind.Arrow && IsJSDocFunction(type))
                return -1;
        }

        if (onTrial && token is not (TokenKind.Arrow or TokenKind.OpenBrace))
            return -1;

        // From here on it is no trial any more, except for a return type that may have to be undone.
        depthLimit = bodyDepthLimit;
        var last = token;
        Expect(TokenKind.Arrow);
        Add(ref children, last is TokenKind.Arrow or TokenKind.OpenBrace ? ParseArrowBody((flags & NodeFlags.Async) != 0, allowReturnType) : ParseIdentifier());

        if (!allowReturnType && hasReturnType && token != TokenKind.Colon)
            return -1;
        return Finish(SyntaxKind.ArrowFunction, start, children.First, flags);
    }

    /// <summary>A type so broken that what precedes it was no parameter list.</summary>
    private bool BlocksArrow(int type)
    {
        while (true)
        {
            switch (KindOf(type))
            {
                case SyntaxKind.TypeReference:
                    return KindOf(nodes[type].FirstChild) == SyntaxKind.Missing;

                case SyntaxKind.FunctionType or SyntaxKind.ConstructorType:
                    var child = nodes[type].FirstChild;
                    while (child >= 0 && KindOf(child) != SyntaxKind.ParameterList)
                        child = nodes[child].NextSibling;
                    if (child < 0 || nodes[child].Start == nodes[child].End)
                        return true;
                    child = nodes[child].NextSibling;
                    if (child < 0)
                        return false;
                    type = nodes[child].FirstChild;
                    break;

                case SyntaxKind.ParenthesizedType:
                    type = nodes[type].FirstChild;
                    break;

                default:
                    return false;
            }
        }
    }

    private bool IsJSDocFunction(int type)
    {
        while (KindOf(type) == SyntaxKind.ParenthesizedType)
            type = nodes[type].FirstChild;
        return KindOf(type) == SyntaxKind.JSDocType && HasChild(type, SyntaxKind.ParameterList);
    }

    private int ParseArrowBody(bool isAsync, bool allowReturnType)
    {
        var flags = isAsync ? NodeFlags.Async : NodeFlags.None;
        if (token == TokenKind.OpenBrace)
            return ParseFunctionBlock(flags);

        // "=> return x": the braces are missing.
        if (token is not (TokenKind.Semicolon or TokenKind.Function or TokenKind.Class) && IsStartOfStatement() && !IsStartOfExpressionStatement())
            return ParseFunctionBlock(flags, ignoreMissingBrace: true);

        var outer = context;
        context = (context & ~(Context.Yield | Context.Await)) | (isAsync ? Context.Await : Context.None);
        functionDepth++;
        var body = ParseAssignment(allowReturnType);
        functionDepth--;
        context = outer;
        return body;
    }

    // ---- functions

    private int ParseFunctionDeclaration(int start, Children children, NodeFlags flags)
    {
        var outer = context;
        NextToken();
        if (Optional(TokenKind.Asterisk))
            flags |= NodeFlags.Generator;

        // "export default function () { }" needs no name.
        if ((flags & NodeFlags.Default) == 0 || IsBindingIdentifier)
            Add(ref children, ParseBindingIdentifier());
        ParseTypeParameters(ref children);
        if ((flags & NodeFlags.Export) != 0)
            context |= Context.Await;
        ParseSignatureRest(ref children, flags);
        ParseFunctionBlockOrSemicolon(ref children, flags, "'{' or ';' expected");
        context = outer;
        return Finish(SyntaxKind.FunctionDeclaration, start, children.First, flags);
    }

    private int ParseFunctionExpression()
    {
        var outer = context;
        context &= ~Context.Decorator;
        var start = tokenStart;
        var children = new Children();
        var flags = ParseModifiers(ref children, allowDecorators: false);
        Expect(TokenKind.Function);
        if (Optional(TokenKind.Asterisk))
            flags |= NodeFlags.Generator;

        if (IsBindingIdentifier)
            Add(ref children, ParseBindingIdentifier());
        ParseTypeParameters(ref children);
        ParseSignatureRest(ref children, flags);
        Add(ref children, ParseFunctionBlock(flags));
        context = outer;
        return Finish(SyntaxKind.FunctionExpression, start, children.First, flags);
    }

    /// <summary>"(a, b): R"</summary>
    private void ParseSignatureRest(ref Children children, NodeFlags flags, bool inType = false)
    {
        Add(ref children, ParseParameters(flags));
        ParseReturnType(ref children, TokenKind.Colon, inType);
    }

    /// <summary>": T", or "=> T" of a function type; gives the type, or -1.</summary>
    private int ParseReturnType(ref Children children, TokenKind sign, bool inType)
    {
        if (sign == TokenKind.Arrow)
        {
            Expect(TokenKind.Arrow);
        }
        else if (!Optional(TokenKind.Colon))
        {
            if (!inType || token != TokenKind.Arrow)
                return -1;

            // "foo() => T" in an interface
            ErrorAtToken("expected", TokenKind.Colon);
            NextToken();
        }

        var outer = context;
        context &= ~Context.DisallowConditionalTypes;
        var type = ParseTypeOrPredicate();
        context = outer;
        Add(ref children, Wrap(SyntaxKind.TypeAnnotation, type));
        return type;
    }

    private void ParseFunctionBlockOrSemicolon(ref Children children, NodeFlags flags, string? message)
    {
        // An overload or an ambient function has no body.
        if (token != TokenKind.OpenBrace && CanParseSemicolon)
        {
            ParseSemicolon();
            return;
        }

        Add(ref children, ParseFunctionBlock(flags, ignoreMissingBrace: false, message));
    }

    private int ParseFunctionBlock(NodeFlags flags, bool ignoreMissingBrace = false, string? message = null)
    {
        var outer = context;
        context = (context & ~(Context.Yield | Context.Await | Context.Decorator)) | ContextOf(flags);
        functionDepth++;
        var block = ParseBlock(ignoreMissingBrace, message);
        functionDepth--;
        context = outer;
        return block;
    }

    // ---- parameters

    private int ParseParameters(NodeFlags flags)
    {
        var start = tokenStart;
        var parameters = new Children();
        if (!Expect(TokenKind.OpenParen))
            return Finish(SyntaxKind.ParameterList, fullStart);

        ParseParametersInside(ref parameters, flags, ListContext.Parameters, onTrial: false);
        Expect(TokenKind.CloseParen);
        return Finish(SyntaxKind.ParameterList, start, parameters.First);
    }

    private bool ParseParametersInside(ref Children parameters, NodeFlags flags, ListContext kind, bool onTrial)
    {
        var outer = context;
        var outerOnTrial = parametersOnTrial;
        var outerAwait = awaitOutsideParameters;
        parametersOnTrial = onTrial;
        awaitOutsideParameters = (context & Context.Await) != 0;
        context = (context & ~(Context.Yield | Context.Await)) | ContextOf(flags);
        var result = ParseDelimitedList(kind, ref parameters);
        context = outer;
        parametersOnTrial = outerOnTrial;
        awaitOutsideParameters = outerAwait;
        return result;
    }

    private bool IsStartOfParameter(bool isJSDoc) => token is TokenKind.DotDotDot or TokenKind.At || IsStartOfBinding || IsModifier(token) || IsStartOfType(inStartOfParameter: !isJSDoc);

    private int ParseParameter()
    {
        var start = tokenStart;
        var children = new Children();
        var onTrial = parametersOnTrial;
        var outer = context;
        context = awaitOutsideParameters ? context | Context.Await : context & ~Context.Await;
        var flags = token is TokenKind.Identifier or TokenKind.OpenBrace ? NodeFlags.None : ParseModifiers(ref children, allowDecorators: true);
        context = outer;
        parametersOnTrial = false;
        functionDepth++;

        // "this: T"
        if (token == TokenKind.This)
        {
            if (children.First >= 0)
                ErrorAt(nodes[children.First].Start, nodes[children.First].End, "Neither decorators nor modifiers may be applied to 'this' parameters");
            Add(ref children, TakeIdentifier());
            ParseTypeAnnotation(ref children);
        }
        else
        {
            if (Optional(TokenKind.DotDotDot))
                flags |= NodeFlags.Rest;
            if (onTrial && !(IsBindingIdentifier || token is TokenKind.OpenBracket or TokenKind.OpenBrace))
            {
                functionDepth--;
                parametersOnTrial = onTrial;
                return -1;
            }

            var name = ParseIdentifierOrPattern("Private identifiers cannot be used as parameters");

            // "(public, b)": the modifier was meant as a name.
            if (nodes[name].Start == nodes[name].End && children.First < 0 && IsModifier(token))
                NextToken();
            Add(ref children, name);
            if (Optional(TokenKind.Question))
                flags |= NodeFlags.Optional;
            ParseTypeAnnotation(ref children);
            ParseInitializer(ref children);
        }

        functionDepth--;
        parametersOnTrial = onTrial;
        return Finish(SyntaxKind.Parameter, start, children.First, flags);
    }

    /// <summary>A parameter of the old "function(T): U" type: a type, perhaps after "this:" or "new:".</summary>
    private int ParseJSDocParameter()
    {
        var start = tokenStart;
        var children = new Children();
        if (token is TokenKind.This or TokenKind.New)
        {
            Add(ref children, ParseIdentifierName());
            Expect(TokenKind.Colon);
        }

        Add(ref children, Wrap(SyntaxKind.TypeAnnotation, ParseJSDocType()));
        return Finish(SyntaxKind.Parameter, start, children.First);
    }
}
