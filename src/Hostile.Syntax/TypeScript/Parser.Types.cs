namespace Hostile.Syntax.TypeScript;

/// <summary>Types.</summary>
public sealed partial class Parser
{
    /// <summary>Any type, function types and conditional types included.</summary>
    private int ParseType()
    {
        if (!Enter())
        {
            Leave();
            return Missing();
        }

        // A type knows no "yield" and "await".
        var outer = context;
        context &= ~(Context.Yield | Context.Await);
        var type = IsStartOfFunctionType() ? ParseFunctionType() : ParseConditionalType();
        context = outer;
        Leave();
        return type;
    }

    /// <summary>"A extends B ? C : D"</summary>
    private int ParseConditionalType()
    {
        var start = tokenStart;
        var type = ParseUnionOrIntersection(isUnion: true);
        if (token != TokenKind.Extends || (context & Context.DisallowConditionalTypes) != 0 || HasPrecedingLineBreak)
            return type;

        NextToken();
        var extends = ParseTypeWithoutConditional();
        Link(type, extends);
        Expect(TokenKind.Question);
        var outer = context;
        context &= ~Context.DisallowConditionalTypes;
        var whenTrue = ParseType();
        Link(extends, whenTrue);
        Expect(TokenKind.Colon);
        Link(whenTrue, ParseType());
        context = outer;
        return Finish(SyntaxKind.ConditionalType, start, type);
    }

    private int ParseTypeWithoutConditional()
    {
        var outer = context;
        context |= Context.DisallowConditionalTypes;
        var type = ParseType();
        context = outer;
        return type;
    }

    /// <summary>"A | B" of "A &amp; B", either with a sign in front</summary>
    private int ParseUnionOrIntersection(bool isUnion)
    {
        var start = tokenStart;
        var sign = isUnion ? TokenKind.Bar : TokenKind.Ampersand;
        var hasLeadingSign = Optional(sign);
        var type = ParseConstituent(isUnion, mayBeFunction: hasLeadingSign);
        if (token != sign && !hasLeadingSign)
            return type;

        var types = new Children();
        Add(ref types, type);
        while (Optional(sign))
            Add(ref types, ParseConstituent(isUnion, mayBeFunction: true));
        return Finish(isUnion ? SyntaxKind.UnionType : SyntaxKind.IntersectionType, start, types.First);
    }

    private int ParseConstituent(bool inUnion, bool mayBeFunction)
    {
        // "A | () => B" wants parentheses; it is read all the same.
        if (mayBeFunction && IsStartOfFunctionType())
        {
            var function = ParseFunctionType();
            ErrorAt(nodes[function].Start, nodes[function].End, inUnion
                ? "Function type notation must be parenthesized when used in a union type"
                : "Function type notation must be parenthesized when used in an intersection type");
            return function;
        }

        return inUnion ? ParseUnionOrIntersection(isUnion: false) : ParseTypeOperatorOrHigher();
    }

    private int ParseTypeOperatorOrHigher()
    {
        var start = tokenStart;
        var kind = token;
        switch (kind)
        {
            // "keyof T", "unique symbol", "readonly T[]"
            case TokenKind.KeyOf or TokenKind.Unique or TokenKind.ReadOnly:
                NextToken();
                var operand = Enter() ? ParseTypeOperatorOrHigher() : Missing();
                Leave();
                return Finish(SyntaxKind.TypeOperator, start, operand, kind);

            // "infer T extends U"
            case TokenKind.Infer:
                NextToken();
                var parameter = ParseInferParameter();
                return Finish(SyntaxKind.InferType, start, parameter);

            default:
                var outer = context;
                context &= ~Context.DisallowConditionalTypes;
                var type = ParsePostfixType();
                context = outer;
                return type;
        }
    }

    private int ParseInferParameter()
    {
        var start = tokenStart;
        var name = ParseIdentifier();
        var constraintStart = tokenStart;
        var mayFail = (context & Context.DisallowConditionalTypes) == 0;
        if (token == TokenKind.Extends && !(mayFail && notInferConstraints.Contains(constraintStart)))
        {
            var state = Save();
            NextToken();
            var constraint = ParseTypeWithoutConditional();

            // In "infer T extends U ? X : Y" the "extends" belongs to the conditional type.
            if (mayFail && token == TokenKind.Question)
            {
                Restore(state);
                notInferConstraints.Add(constraintStart);
            }
            else
            {
                Link(name, Wrap(SyntaxKind.TypeConstraint, constraint));
            }
        }

        return Finish(SyntaxKind.TypeParameter, start, name);
    }

    /// <summary>"T[]", "T[K]", and the marks of old JSDoc types</summary>
    private int ParsePostfixType()
    {
        var start = tokenStart;
        var type = ParseNonArrayType();
        while (!HasPrecedingLineBreak)
        {
            switch (token)
            {
                case TokenKind.Exclamation:
                    NextToken();
                    type = Finish(SyntaxKind.JSDocType, start, type);
                    break;

                case TokenKind.Question:
                    if (IsFollowedByType())
                        return type;
                    NextToken();
                    type = Finish(SyntaxKind.JSDocType, start, type, NodeFlags.Optional);
                    break;

                case TokenKind.OpenBracket:
                    NextToken();
                    var isArray = !IsStartOfType();
                    if (!isArray)
                        Link(type, ParseType());
                    Expect(TokenKind.CloseBracket);
                    type = Finish(isArray ? SyntaxKind.ArrayType : SyntaxKind.IndexedAccessType, start, type);
                    break;

                default:
                    return type;
            }
        }

        return type;
    }

    private bool IsFollowedByType()
    {
        var state = Save();
        NextToken();
        var result = IsStartOfType();
        Restore(state);
        return result;
    }

    private int ParseNonArrayType()
    {
        var start = tokenStart;
        switch (token)
        {
            // "string", but "string.x" is a name
            case TokenKind.Any or TokenKind.Unknown or TokenKind.String or TokenKind.Number or TokenKind.BigInt or TokenKind.Symbol
                or TokenKind.Boolean or TokenKind.Undefined or TokenKind.Never or TokenKind.Object:
                return MayBeFollowedBy('.') && Peek() == TokenKind.Dot ? ParseTypeReference() : ParseKeywordType();

            case TokenKind.Void:
                return ParseKeywordType();

            case TokenKind.NoSubstitutionTemplate or TokenKind.StringLiteral or TokenKind.NumericLiteral or TokenKind.BigIntLiteral
                or TokenKind.True or TokenKind.False or TokenKind.Null:
                return ParseLiteralType();

            // "-1"
            case TokenKind.Minus:
                return Peek() is TokenKind.NumericLiteral or TokenKind.BigIntLiteral ? ParseNegativeLiteralType() : ParseTypeReference();

            // "this", "this is T"
            case TokenKind.This:
                var self = TakeToken(SyntaxKind.ThisType);
                if (token != TokenKind.Is || HasPrecedingLineBreak)
                    return self;
                NextToken();
                Link(self, ParseType());
                return Finish(SyntaxKind.TypePredicate, start, self);

            // "typeof x", "typeof import('m')"
            case TokenKind.TypeOf:
                return Peek() == TokenKind.Import ? ParseImportType() : ParseTypeQuery();

            case TokenKind.Import: return ParseImportType();
            case TokenKind.OpenBrace: return IsStartOfMappedType() ? ParseMappedType() : ParseTypeMembers(SyntaxKind.TypeLiteral);
            case TokenKind.OpenBracket: return ParseTupleType();

            case TokenKind.OpenParen:
                NextToken();
                var inner = ParseType();
                Expect(TokenKind.CloseParen);
                return Finish(SyntaxKind.ParenthesizedType, start, inner);

            // "asserts x is T"
            case TokenKind.Asserts:
                return IsName(Peek(out var lineBreak)) && !lineBreak ? ParseAssertsPredicate() : ParseTypeReference();

            case TokenKind.TemplateHead: return ParseTemplateType();

            // The types of JSDoc, which are read so that the error can name them: "*", "?T", "!T", "function(T): U"
            case TokenKind.AsteriskEquals:
                Take(TokenKind.Asterisk, 1);
                return TakeToken(SyntaxKind.JSDocType);
            case TokenKind.Asterisk:
                return TakeToken(SyntaxKind.JSDocType);
            case TokenKind.QuestionQuestion:
                Take(TokenKind.Question, 1);
                return ParseJSDocNullableType();
            case TokenKind.Question:
                return ParseJSDocNullableType();
            case TokenKind.Exclamation:
                NextToken();
                var operand = Enter() ? ParseNonArrayType() : Missing();
                Leave();
                return Finish(SyntaxKind.JSDocType, start, operand);
            case TokenKind.Function:
                return ParseJSDocFunctionType();

            default:
                return ParseTypeReference();
        }
    }

    private int ParseKeywordType()
    {
        var start = tokenStart;
        var kind = token;
        NextToken();
        return Finish(SyntaxKind.KeywordType, start, -1, kind);
    }

    private int ParseLiteralType()
    {
        var start = tokenStart;
        var literal = token switch
        {
            TokenKind.True => TakeToken(SyntaxKind.TrueKeyword),
            TokenKind.False => TakeToken(SyntaxKind.FalseKeyword),
            TokenKind.Null => TakeToken(SyntaxKind.NullKeyword),
            _ => ParseLiteral(),
        };
        return Finish(SyntaxKind.LiteralType, start, literal);
    }

    private int ParseNegativeLiteralType()
    {
        var start = tokenStart;
        NextToken();
        var literal = ParseLiteral();
        var negative = Finish(SyntaxKind.PrefixUnaryExpression, start, literal, TokenKind.Minus);
        return Finish(SyntaxKind.LiteralType, start, negative);
    }

    private int ParseTemplateType()
    {
        var start = tokenStart;
        if ((tokenFlags & TokenFlags.InvalidTemplate) != 0)
            RescanTemplate(reportEscapes: true);
        var children = new Children();
        Add(ref children, TakeToken(SyntaxKind.TemplateHead));
        bool isLast;
        do
            Add(ref children, ParseTemplateSpan(isTagged: false, inType: true, out isLast));
        while (!isLast);
        return Finish(SyntaxKind.TemplateLiteralType, start, children.First);
    }

    private int ParseJSDocNullableType()
    {
        var start = tokenStart;
        NextToken();
        if (token is TokenKind.Comma or TokenKind.CloseBrace or TokenKind.CloseParen or TokenKind.GreaterThan or TokenKind.Equals or TokenKind.Bar)
            return Finish(SyntaxKind.JSDocType, start);

        var operand = ParseType();
        return Finish(SyntaxKind.JSDocType, start, operand, NodeFlags.Optional);
    }

    /// <summary>A type with the marks that stand at the edge of one: "...T", "T=", "...T=".</summary>
    private int ParseJSDocType()
    {
        var start = tokenStart;
        var isRest = Optional(TokenKind.DotDotDot);
        var type = ParseTypeOrPredicate();
        if (isRest)
            type = Finish(SyntaxKind.JSDocType, start, type, NodeFlags.Rest);
        return Optional(TokenKind.Equals) ? Finish(SyntaxKind.JSDocType, start, type, NodeFlags.Default) : type;
    }

    private int ParseJSDocFunctionType()
    {
        var start = tokenStart;
        if (Peek() != TokenKind.OpenParen)
        {
            var name = ParseIdentifierName();
            return Finish(SyntaxKind.TypeReference, start, name);
        }

        NextToken();
        var listStart = tokenStart;
        NextToken();
        var parameters = new Children();
        ParseParametersInside(ref parameters, NodeFlags.None, ListContext.JSDocParameters, onTrial: false);
        Expect(TokenKind.CloseParen);
        var children = new Children();
        Add(ref children, Finish(SyntaxKind.ParameterList, listStart, parameters.First));
        ParseReturnType(ref children, TokenKind.Colon, inType: false);
        return Finish(SyntaxKind.JSDocType, start, children.First);
    }

    // ---- names

    /// <summary>"A.B.C"</summary>
    private int ParseEntityName(bool allowReservedWords, string? message)
    {
        var start = tokenStart;
        var entity = allowReservedWords ? ParseIdentifierName(message) : ParseIdentifier(message);
        while (Optional(TokenKind.Dot))
        {
            // "A.<T>" is old JSDoc.
            if (token == TokenKind.LessThan)
                break;
            Link(entity, allowReservedWords ? ParseRightSideOfDot(allowPrivate: false) : ParseRightOfEntityDot());
            entity = Finish(SyntaxKind.QualifiedName, start, entity);
        }

        return entity;
    }

    private int ParseRightOfEntityDot() =>
        token == TokenKind.PrivateIdentifier || (HasPrecedingLineBreak && IsName(token)) ? ParseRightSideOfDot(allowPrivate: false) : ParseIdentifier();

    private int ParseTypeReference()
    {
        var start = tokenStart;
        var name = ParseEntityName(allowReservedWords: true, "Type expected");
        ParseTypeArgumentsOfName(name);
        return Finish(SyntaxKind.TypeReference, start, name);
    }

    /// <summary>"&lt;T&gt;" behind a name, on the same line, as its next sibling</summary>
    private void ParseTypeArgumentsOfName(int name)
    {
        if (token is not (TokenKind.LessThan or TokenKind.LessThanLessThan) || HasPrecedingLineBreak)
            return;

        RescanLessThan();
        Link(name, ParseTypeArgumentList());
    }

    private int ParseTypeArgumentList()
    {
        var start = tokenStart;
        NextToken();
        var arguments = new Children();
        ParseDelimitedList(ListContext.TypeArguments, ref arguments);

        // What has no end here has none when it is tried as part of an expression either: "a < b < c < d".
        if (!Expect(TokenKind.GreaterThan))
            notTypeArguments.Add(start);
        return Finish(SyntaxKind.TypeArgumentList, start, arguments.First);
    }

    private int ParseTypeQuery()
    {
        var start = tokenStart;
        NextToken();
        var name = ParseEntityName(allowReservedWords: true, null);
        if (token == TokenKind.LessThan && !HasPrecedingLineBreak)
            Link(name, ParseTypeArgumentList());
        return Finish(SyntaxKind.TypeQuery, start, name);
    }

    /// <summary>"import('m', { with: { … } }).A&lt;T&gt;"</summary>
    private int ParseImportType()
    {
        var start = tokenStart;
        var flags = Optional(TokenKind.TypeOf) ? NodeFlags.TypeOnly : NodeFlags.None;
        Expect(TokenKind.Import);
        Expect(TokenKind.OpenParen);
        var children = new Children();
        Add(ref children, ParseType());
        if (Optional(TokenKind.Comma))
        {
            Expect(TokenKind.OpenBrace);
            if (token is TokenKind.With or TokenKind.Assert)
                NextToken();
            else
                ErrorAtToken("expected", TokenKind.With);
            Expect(TokenKind.Colon);
            Add(ref children, ParseImportAttributes(hasKeyword: false));
            Optional(TokenKind.Comma);
            Expect(TokenKind.CloseBrace);
        }

        Expect(TokenKind.CloseParen);
        if (Optional(TokenKind.Dot))
            Add(ref children, ParseEntityName(allowReservedWords: true, "Type expected"));
        ParseTypeArgumentsOfName(children.Last);
        return Finish(SyntaxKind.ImportType, start, children.First, flags);
    }

    // ---- predicates

    /// <summary>"T", or "x is T" where a function says what it returns</summary>
    private int ParseTypeOrPredicate()
    {
        var start = tokenStart;
        if (IsIdentifier && MayBeFollowedBy('i') && Peek(out var lineBreak) == TokenKind.Is && !lineBreak)
        {
            var name = ParseIdentifier();
            NextToken();
            Link(name, ParseType());
            return Finish(SyntaxKind.TypePredicate, start, name);
        }

        return ParseType();
    }

    /// <summary>"asserts x", "asserts x is T"</summary>
    private int ParseAssertsPredicate()
    {
        var start = tokenStart;
        NextToken();
        var name = token == TokenKind.This ? TakeToken(SyntaxKind.ThisType) : ParseIdentifier();
        if (Optional(TokenKind.Is))
            Link(name, ParseType());
        return Finish(SyntaxKind.TypePredicate, start, name, NodeFlags.Asserts);
    }

    // ---- what may begin a type

    private bool IsStartOfType(bool inStartOfParameter = false)
    {
        switch (token)
        {
            case TokenKind.Any or TokenKind.Unknown or TokenKind.String or TokenKind.Number or TokenKind.BigInt or TokenKind.Boolean
                or TokenKind.ReadOnly or TokenKind.Symbol or TokenKind.Unique or TokenKind.Void or TokenKind.Undefined or TokenKind.Null
                or TokenKind.This or TokenKind.TypeOf or TokenKind.Never or TokenKind.OpenBrace or TokenKind.OpenBracket
                or TokenKind.LessThan or TokenKind.Bar or TokenKind.Ampersand or TokenKind.New or TokenKind.StringLiteral
                or TokenKind.NumericLiteral or TokenKind.BigIntLiteral or TokenKind.True or TokenKind.False or TokenKind.Object
                or TokenKind.Asterisk or TokenKind.Question or TokenKind.Exclamation or TokenKind.DotDotDot or TokenKind.Infer
                or TokenKind.Import or TokenKind.Asserts or TokenKind.NoSubstitutionTemplate or TokenKind.TemplateHead:
                return true;
            case TokenKind.Function:
                return !inStartOfParameter;
            case TokenKind.Minus:
                return !inStartOfParameter && Peek() is TokenKind.NumericLiteral or TokenKind.BigIntLiteral;
            case TokenKind.OpenParen:
                return !inStartOfParameter && IsStartOfParenthesizedType();
            default:
                return IsIdentifier;
        }
    }

    /// <summary>Looks one token past a "(". Of a run of them the first that is none decides, so that "((((" is no recursion.</summary>
    private bool IsStartOfParenthesizedType()
    {
        var state = Save();
        do
            NextToken();
        while (token == TokenKind.OpenParen);
        var result = token == TokenKind.CloseParen || IsStartOfParameter(isJSDoc: false) || IsStartOfType();
        Restore(state);
        return result;
    }

    private bool IsStartOfFunctionType()
    {
        switch (token)
        {
            case TokenKind.LessThan or TokenKind.New:
                return true;
            case TokenKind.Abstract:
                return Peek() == TokenKind.New;
            case TokenKind.OpenParen:
                break;
            default:
                return false;
        }

        var start = tokenStart;
        if (functionTypes.Contains(start))
            return true;
        if (notFunctionTypes.Contains(start))
            return false;

        var state = Save();
        var isLong = false;
        var result = IsUnambiguouslyFunctionType(ref isLong);
        Restore(state);

        // Looking past a pattern may read much, defaults and all: it is done once.
        if (isLong)
            (result ? functionTypes : notFunctionTypes).Add(start);
        return result;
    }

    private bool IsUnambiguouslyFunctionType(ref bool isLong)
    {
        NextToken();

        // "()", "(...": what stands in parentheses as a type is never empty.
        if (token is TokenKind.CloseParen or TokenKind.DotDotDot)
            return true;
        if (!SkipParameterStart(ref isLong))
            return false;
        if (token is TokenKind.Colon or TokenKind.Comma or TokenKind.Question or TokenKind.Equals)
            return true;
        if (token != TokenKind.CloseParen)
            return false;

        NextToken();
        return token == TokenKind.Arrow;
    }

    private bool SkipParameterStart(ref bool isLong)
    {
        if (IsModifier(token))
        {
            var ignored = new Children();
            ParseModifiers(ref ignored, allowDecorators: false);
        }

        if (IsIdentifier || token == TokenKind.This)
        {
            NextToken();
            return true;
        }

        if (token is TokenKind.OpenBracket or TokenKind.OpenBrace)
        {
            isLong = true;
            var before = errorBit;
            errorBit = 0;
            var errorsBefore = errorCount;
            ParseIdentifierOrPattern();
            errorBit = before;
            return errorsBefore == errorCount;
        }

        return false;
    }
}
