namespace Hostile.Syntax.TypeScript;

/// <summary>Modifiers and decorators, and the declarations that may follow them.</summary>
public sealed partial class Parser
{
    private int ParseDeclaration()
    {
        var start = tokenStart;
        var children = new Children();
        var flags = ParseModifiers(ref children, allowDecorators: true);
        switch (token)
        {
            case TokenKind.Var or TokenKind.Let or TokenKind.Const or TokenKind.Using:
                return ParseVariableStatement(start, children, flags);
            case TokenKind.Await when IsAwaitUsingDeclaration(disallowOf: false):
                return ParseVariableStatement(start, children, flags);
            case TokenKind.Function: return ParseFunctionDeclaration(start, children, flags);
            case TokenKind.Class: return ParseClass(start, children, flags, SyntaxKind.ClassDeclaration);
            case TokenKind.Interface: return ParseInterface(start, children, flags);
            case TokenKind.Type: return ParseTypeAlias(start, children, flags);
            case TokenKind.Enum: return ParseEnum(start, children, flags);
            case TokenKind.Global or TokenKind.Module or TokenKind.Namespace: return ParseModule(start, children, flags);
            case TokenKind.Import: return ParseImport(start, children, flags);
            case TokenKind.Export:
                NextToken();
                return token switch
                {
                    TokenKind.Default or TokenKind.Equals => ParseExportAssignment(start, children, flags),
                    TokenKind.As => ParseNamespaceExportDeclaration(start, children, flags),
                    _ => ParseExport(start, children, flags),
                };
        }

        // "@d" or "declare" with nothing to declare
        ErrorAt(fullStart, fullStart, "Declaration expected");
        return Finish(SyntaxKind.Missing, start, children.First);
    }

    // ---- modifiers

    /// <summary>Decorators and modifiers, as many as there are; gives the modifiers as flags.</summary>
    private NodeFlags ParseModifiers(ref Children children, bool allowDecorators, bool permitConst = false, bool inClass = false)
    {
        var flags = NodeFlags.None;
        if (allowDecorators)
            ParseDecorators(ref children);

        if (!IsModifier(token))
            return flags;

        while (TryParseModifier(ref children, ref flags, permitConst, inClass))
        {
        }

        // "export @d class"
        if (flags != NodeFlags.None && allowDecorators && token == TokenKind.At)
        {
            ParseDecorators(ref children);
            while (TryParseModifier(ref children, ref flags, permitConst, inClass))
            {
            }
        }

        return flags;
    }

    private void ParseDecorators(ref Children children)
    {
        while (token == TokenKind.At)
        {
            var start = tokenStart;
            NextToken();
            var outer = context;
            context |= Context.Decorator;
            var expression = ParseDecoratorExpression();
            context = outer;
            Add(ref children, Finish(SyntaxKind.Decorator, start, expression));
        }
    }

    private int ParseDecoratorExpression()
    {
        if (!Enter())
        {
            Leave();
            return Missing();
        }

        int expression;
        if (token == TokenKind.Await && (context & Context.Await) != 0)
        {
            var start = tokenStart;
            var name = ParseIdentifier("Expression expected");
            NextToken();
            expression = ParseCallRest(start, ParseMemberRest(start, name, allowOptionalChain: true));
        }
        else
        {
            expression = ParseLeftHandSide();
        }

        Leave();
        return expression;
    }

    private bool TryParseModifier(ref Children children, ref NodeFlags flags, bool permitConst, bool inClass)
    {
        if (!IsModifier(token))
            return false;

        var kind = token;
        var start = tokenStart;
        if (kind == TokenKind.Const && permitConst)
        {
            // "const T" as a type parameter, "const x" in a class (which is wrong, but read)
            var state = Save();
            NextToken();
            if (HasPrecedingLineBreak || !CanFollowModifier())
            {
                Restore(state);
                return false;
            }
        }
        else
        {
            // "static { }" is a block, and "static static" a field of that name.
            if (kind == TokenKind.Static && ((inClass && Peek() == TokenKind.OpenBrace) || (flags & NodeFlags.Static) != 0))
                return false;
            if (!TryParseContextualModifier(kind))
                return false;
        }

        flags |= FlagOf(kind);
        Add(ref children, Finish(SyntaxKind.Modifier, start, -1, kind));
        return true;
    }

    private static NodeFlags FlagOf(TokenKind kind) => kind switch
    {
        TokenKind.Abstract => NodeFlags.Abstract,
        TokenKind.Accessor => NodeFlags.Accessor,
        TokenKind.Async => NodeFlags.Async,
        TokenKind.Const => NodeFlags.Const,
        TokenKind.Declare => NodeFlags.Declare,
        TokenKind.Default => NodeFlags.Default,
        TokenKind.Export => NodeFlags.Export,
        TokenKind.In => NodeFlags.In,
        TokenKind.Out => NodeFlags.Out,
        TokenKind.Override => NodeFlags.Override,
        TokenKind.Private => NodeFlags.Private,
        TokenKind.Protected => NodeFlags.Protected,
        TokenKind.Public => NodeFlags.Public,
        TokenKind.ReadOnly => NodeFlags.Readonly,
        TokenKind.Static => NodeFlags.Static,
        _ => NodeFlags.None,
    };

    /// <summary>Takes the token if it is this word and is followed by what makes it a modifier and not a name.</summary>
    private bool TryParseContextualModifier(TokenKind kind)
    {
        if (token != kind)
            return false;

        var state = Save();
        if (NextCanFollowModifier())
            return true;

        Restore(state);
        return false;
    }

    private bool NextCanFollowModifier()
    {
        switch (token)
        {
            // "const enum"
            case TokenKind.Const:
                NextToken();
                return token == TokenKind.Enum;

            case TokenKind.Export:
                NextToken();
                switch (token)
                {
                    case TokenKind.Default:
                        var defaultState = Save();
                        var isModifier = NextCanFollowDefault();
                        Restore(defaultState);
                        return isModifier;

                    // "export type T = …", but "export type { T }" is no declaration with a modifier
                    case TokenKind.Type:
                        var typeState = Save();
                        NextToken();
                        var canFollow = CanFollowExport();
                        Restore(typeState);
                        return canFollow;

                    default:
                        return CanFollowExport();
                }

            case TokenKind.Default:
                return NextCanFollowDefault();

            case TokenKind.Static:
                NextToken();
                return CanFollowModifier();

            case TokenKind.Get or TokenKind.Set:
                NextToken();
                return token == TokenKind.OpenBracket || IsLiteralPropertyName;

            default:
                NextToken();
                return !HasPrecedingLineBreak && CanFollowModifier();
        }
    }

    private bool CanFollowModifier() =>
        token is TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.Asterisk or TokenKind.DotDotDot || IsLiteralPropertyName;

    private bool CanFollowExport() =>
        token == TokenKind.At || (token is not (TokenKind.Asterisk or TokenKind.As or TokenKind.OpenBrace) && CanFollowModifier());

    /// <summary>After "default" comes a declaration, else it is "export default x".</summary>
    private bool NextCanFollowDefault()
    {
        NextToken();
        return token switch
        {
            TokenKind.Class or TokenKind.Function or TokenKind.Interface or TokenKind.At => true,
            TokenKind.Abstract => Peek(out var lineBreak) == TokenKind.Class && !lineBreak,
            TokenKind.Async => Peek(out var lineBreak) == TokenKind.Function && !lineBreak,
            _ => false,
        };
    }

    // ---- interfaces, aliases, enums, namespaces

    private int ParseInterface(int start, Children children, NodeFlags flags)
    {
        NextToken();
        Add(ref children, ParseIdentifier());
        ParseTypeParameters(ref children);
        ParseHeritageClauses(ref children);
        Add(ref children, ParseTypeMembers(SyntaxKind.InterfaceBody));
        return Finish(SyntaxKind.InterfaceDeclaration, start, children.First, flags);
    }

    private int ParseTypeAlias(int start, Children children, NodeFlags flags)
    {
        NextToken();
        if (HasPrecedingLineBreak)
            ErrorAtToken("Line break not permitted here");
        Add(ref children, ParseIdentifier());
        ParseTypeParameters(ref children);
        Expect(TokenKind.Equals);

        // "type Uppercase<S extends string> = intrinsic"
        var type = token == TokenKind.Intrinsic && Peek() != TokenKind.Dot ? ParseKeywordType() : ParseType();
        Add(ref children, type);
        ParseSemicolon();
        return Finish(SyntaxKind.TypeAliasDeclaration, start, children.First, flags);
    }

    private int ParseEnum(int start, Children children, NodeFlags flags)
    {
        NextToken();
        Add(ref children, ParseIdentifier());
        if (Expect(TokenKind.OpenBrace))
        {
            var outer = context;
            context &= ~(Context.Yield | Context.Await);
            ParseDelimitedList(ListContext.EnumMembers, ref children);
            context = outer;
            Expect(TokenKind.CloseBrace);
        }

        return Finish(SyntaxKind.EnumDeclaration, start, children.First, flags);
    }

    private int ParseEnumMember()
    {
        var start = tokenStart;
        var children = new Children();
        Add(ref children, ParsePropertyName());
        var outer = context;
        context &= ~Context.DisallowIn;
        ParseInitializer(ref children);
        context = outer;
        return Finish(SyntaxKind.EnumMember, start, children.First);
    }

    private int ParseModule(int start, Children children, NodeFlags flags)
    {
        // "declare global { }"
        if (token == TokenKind.Global)
        {
            Add(ref children, ParseIdentifier());
            return ParseAmbientModuleRest(start, children, flags | NodeFlags.Global);
        }

        // "declare module 'm' { }", but "namespace 'm'" is wrong.
        var isModule = token == TokenKind.Module;
        NextToken();
        if (isModule && token == TokenKind.StringLiteral)
        {
            Add(ref children, ParseLiteral());
            return ParseAmbientModuleRest(start, children, flags);
        }

        return ParseNamespaceRest(start, children, flags, isNested: false);
    }

    private int ParseAmbientModuleRest(int start, Children children, NodeFlags flags)
    {
        if (token == TokenKind.OpenBrace)
            Add(ref children, ParseModuleBlock());
        else
            ParseSemicolon();
        return Finish(SyntaxKind.ModuleDeclaration, start, children.First, flags);
    }

    /// <summary>"a.b { }", after "namespace"</summary>
    private int ParseNamespaceRest(int start, Children children, NodeFlags flags, bool isNested)
    {
        if (!Enter())
        {
            Leave();
            return Finish(SyntaxKind.ModuleDeclaration, start, children.First, flags);
        }

        Add(ref children, isNested ? ParseIdentifierName() : ParseIdentifier());
        if (Optional(TokenKind.Dot))
            Add(ref children, ParseNamespaceRest(tokenStart, new Children(), NodeFlags.None, isNested: true));
        else
            Add(ref children, ParseModuleBlock());
        Leave();
        return Finish(SyntaxKind.ModuleDeclaration, start, children.First, flags);
    }

    private int ParseModuleBlock()
    {
        var start = tokenStart;
        var statements = new Children();
        if (!Expect(TokenKind.OpenBrace))
            return Finish(SyntaxKind.ModuleBlock, fullStart);

        ParseList(ListContext.BlockStatements, ref statements);
        Expect(TokenKind.CloseBrace);
        return Finish(SyntaxKind.ModuleBlock, start, statements.First);
    }
}
