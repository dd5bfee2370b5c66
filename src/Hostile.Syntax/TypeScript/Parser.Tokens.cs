namespace Hostile.Syntax.TypeScript;

/// <summary>What tokens are and what they may begin; the small steps of the parser.</summary>
public sealed partial class Parser
{
    private static bool IsKeyword(TokenKind kind) => kind >= TokenKind.Break;

    /// <summary>An identifier or any keyword: what may stand after a dot or before a colon. Private names too, as the compiler counts them.</summary>
    private static bool IsName(TokenKind kind) => kind >= TokenKind.Break || kind is TokenKind.Identifier or TokenKind.PrivateIdentifier;

    private static bool IsReservedWord(TokenKind kind) => kind is >= TokenKind.Break and <= TokenKind.With;

    private static bool IsAssignment(TokenKind kind) => kind is >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals;

    /// <summary>A name that may be bound; whether "yield" and "await" may is left to who knows the function.</summary>
    private bool IsBindingIdentifier => token == TokenKind.Identifier || token > TokenKind.With;

    private bool IsIdentifier => token switch
    {
        TokenKind.Identifier => true,
        TokenKind.Yield => (context & Context.Yield) == 0,
        TokenKind.Await => (context & Context.Await) == 0,
        _ => token > TokenKind.With,
    };

    private static bool IsModifier(TokenKind kind) => kind is TokenKind.Abstract or TokenKind.Accessor or TokenKind.Async or TokenKind.Const
        or TokenKind.Declare or TokenKind.Default or TokenKind.Export or TokenKind.In or TokenKind.Public or TokenKind.Private
        or TokenKind.Protected or TokenKind.ReadOnly or TokenKind.Static or TokenKind.Out or TokenKind.Override;

    private bool IsLiteralPropertyName => IsName(token) || token is TokenKind.StringLiteral or TokenKind.NumericLiteral or TokenKind.BigIntLiteral;

    private bool CanParseSemicolon => token is TokenKind.Semicolon or TokenKind.CloseBrace or TokenKind.EndOfFile || HasPrecedingLineBreak;

    private bool Optional(TokenKind kind)
    {
        if (token != kind)
            return false;

        NextToken();
        return true;
    }

    private bool Expect(TokenKind kind, string? message = null)
    {
        if (token == kind)
        {
            NextToken();
            return true;
        }

        if (message is null)
            ErrorAtToken("expected", kind);
        else
            ErrorAtToken(message);
        return false;
    }

    private bool TryParseSemicolon()
    {
        if (!CanParseSemicolon)
            return false;

        if (token == TokenKind.Semicolon)
            NextToken();
        return true;
    }

    private void ParseSemicolon()
    {
        if (!TryParseSemicolon())
            ErrorAtToken("expected", TokenKind.Semicolon);
    }

    /// <summary>A semicolon is missing after an expression that was perhaps meant as something else.</summary>
    private void ErrorForMissingSemicolonAfter(int expression)
    {
        if (KindOf(expression) != SyntaxKind.Identifier)
        {
            ErrorAtToken("expected", TokenKind.Semicolon);
            return;
        }

        switch (TextOf(expression))
        {
            // "declare foo" is two statements to the compiler too.
            case var text when text.SequenceEqual("declare"u8):
                return;
            case var text when text.SequenceEqual("interface"u8):
                ErrorAtToken(token == TokenKind.OpenBrace ? "Interface must be given a name" : "This cannot be an interface's name");
                return;
            case var text when text.SequenceEqual("module"u8) || text.SequenceEqual("namespace"u8):
                ErrorAtToken(token == TokenKind.OpenBrace ? "Namespace must be given a name" : "This cannot be a namespace's name");
                return;
            case var text when text.SequenceEqual("type"u8):
                ErrorAtToken(token == TokenKind.Equals ? "Type alias must be given a name" : "This cannot be a type alias's name");
                return;
            default:
                if (token != TokenKind.None)
                    ErrorAt(nodes[expression].Start, nodes[expression].End, "Unexpected keyword or identifier");
                return;
        }
    }

    /// <summary>The current token as an Identifier node, whatever it is.</summary>
    private int TakeIdentifier()
    {
        // Outside functions an "await" that is no await yet may become one when the file turns out to be a module.
        if (token == TokenKind.Await && functionDepth == 0)
            sawAwaitName = true;

        var start = tokenStart;
        Scan();
        return Write(SyntaxKind.Identifier, start, fullStart, -1, 0);
    }

    /// <summary>The current token as an Identifier node if it may be one here, else a missing node and an error.</summary>
    private int CreateIdentifier(bool allowed, string? message = null, string? privateMessage = null)
    {
        if (allowed)
            return TakeIdentifier();

        if (token == TokenKind.PrivateIdentifier)
        {
            ErrorAtToken(privateMessage ?? "Private identifiers are not allowed outside class bodies");
            return TakeIdentifier();
        }

        if (token == TokenKind.EndOfFile)
            ErrorAt(fullStart, fullStart, message ?? "Identifier expected");
        else
            ErrorAtToken(message ?? (IsReservedWord(token) ? "Identifier expected; this is a reserved word" : "Identifier expected"));
        return Missing();
    }

    private int ParseBindingIdentifier(string? privateMessage = null) => CreateIdentifier(IsBindingIdentifier, null, privateMessage);

    private int ParseIdentifier(string? message = null) => CreateIdentifier(IsIdentifier, message);

    /// <summary>A name that may be any keyword too.</summary>
    private int ParseIdentifierName(string? message = null) => CreateIdentifier(IsName(token), message);

    private int ParsePrivateIdentifier()
    {
        var start = tokenStart;
        NextToken();
        return Finish(SyntaxKind.PrivateIdentifier, start);
    }

    /// <summary>The current token as a node without children.</summary>
    private int TakeToken(SyntaxKind kind)
    {
        var start = tokenStart;
        NextToken();
        return Finish(kind, start);
    }

    private int ParseLiteral() => TakeToken(token switch
    {
        TokenKind.NumericLiteral => SyntaxKind.NumericLiteral,
        TokenKind.BigIntLiteral => SyntaxKind.BigIntLiteral,
        TokenKind.RegularExpression => SyntaxKind.RegularExpressionLiteral,
        TokenKind.NoSubstitutionTemplate => SyntaxKind.NoSubstitutionTemplateLiteral,
        _ => SyntaxKind.StringLiteral,
    });

    private int ParsePropertyName()
    {
        switch (token)
        {
            case TokenKind.StringLiteral or TokenKind.NumericLiteral or TokenKind.BigIntLiteral:
                return ParseLiteral();

            // "[name]: …"
            case TokenKind.OpenBracket:
                var start = tokenStart;
                NextToken();
                var expression = ParseExpressionAllowingIn();
                Expect(TokenKind.CloseBracket);
                return Finish(SyntaxKind.ComputedPropertyName, start, expression);

            case TokenKind.PrivateIdentifier:
                return ParsePrivateIdentifier();

            default:
                return ParseIdentifierName();
        }
    }

    private static int PrecedenceOf(TokenKind kind) => kind switch
    {
        TokenKind.QuestionQuestion or TokenKind.BarBar => 5,
        TokenKind.AmpersandAmpersand => 6,
        TokenKind.Bar => 7,
        TokenKind.Caret => 8,
        TokenKind.Ampersand => 9,
        TokenKind.EqualsEquals or TokenKind.ExclamationEquals or TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEqualsEquals => 10,
        TokenKind.LessThan or TokenKind.GreaterThan or TokenKind.LessThanEquals or TokenKind.GreaterThanEquals
            or TokenKind.InstanceOf or TokenKind.In or TokenKind.As or TokenKind.Satisfies => 11,
        TokenKind.LessThanLessThan or TokenKind.GreaterThanGreaterThan or TokenKind.GreaterThanGreaterThanGreaterThan => 12,
        TokenKind.Plus or TokenKind.Minus => 13,
        TokenKind.Asterisk or TokenKind.Slash or TokenKind.Percent => 14,
        TokenKind.AsteriskAsterisk => 15,
        _ => -1,
    };

    private bool IsBinaryOperator => !(token == TokenKind.In && (context & Context.DisallowIn) != 0) && PrecedenceOf(token) > 0;

    private bool IsStartOfLeftHandSide()
    {
        switch (token)
        {
            case TokenKind.Identifier or TokenKind.This or TokenKind.Super or TokenKind.Null or TokenKind.True or TokenKind.False
                or TokenKind.NumericLiteral or TokenKind.BigIntLiteral or TokenKind.StringLiteral or TokenKind.NoSubstitutionTemplate
                or TokenKind.TemplateHead or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.Function
                or TokenKind.Class or TokenKind.New or TokenKind.Slash or TokenKind.SlashEquals:
                return true;
            case TokenKind.Import:
                return Peek() is TokenKind.OpenParen or TokenKind.LessThan or TokenKind.Dot;
            default:
                return IsIdentifier;
        }
    }

    private bool IsStartOfExpression() => IsStartOfLeftHandSide()
        || token is TokenKind.Plus or TokenKind.Minus or TokenKind.Tilde or TokenKind.Exclamation or TokenKind.Delete or TokenKind.TypeOf
            or TokenKind.Void or TokenKind.PlusPlus or TokenKind.MinusMinus or TokenKind.LessThan or TokenKind.Await or TokenKind.Yield
            or TokenKind.PrivateIdentifier or TokenKind.At
        || IsBinaryOperator;

    private bool IsStartOfExpressionStatement() =>
        token is not (TokenKind.OpenBrace or TokenKind.Function or TokenKind.Class or TokenKind.At) && IsStartOfExpression();

    /// <summary>How a token is written, for messages.</summary>
    private static string TextOf(TokenKind kind) => kind switch
    {
        >= TokenKind.Break => Keywords.Text(kind),
        TokenKind.OpenBrace => "{",
        TokenKind.CloseBrace => "}",
        TokenKind.OpenParen => "(",
        TokenKind.CloseParen => ")",
        TokenKind.OpenBracket => "[",
        TokenKind.CloseBracket => "]",
        TokenKind.Dot => ".",
        TokenKind.DotDotDot => "...",
        TokenKind.Semicolon => ";",
        TokenKind.Comma => ",",
        TokenKind.Question => "?",
        TokenKind.Colon => ":",
        TokenKind.Arrow => "=>",
        TokenKind.LessThan => "<",
        TokenKind.LessThanSlash => "</",
        TokenKind.GreaterThan => ">",
        TokenKind.Slash => "/",
        TokenKind.Asterisk => "*",
        TokenKind.Equals => "=",
        _ => kind.ToString(),
    };
}
