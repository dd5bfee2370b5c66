namespace Hostile.Syntax.TypeScript;

/// <summary>Imports and exports.</summary>
public sealed partial class Parser
{
    private bool inExportSpecifiers;

    private int ParseImport(int start, Children children, NodeFlags flags)
    {
        var outer = context;

        // "import { await } from 'm'" is an error of its own in a module, and the compiler leaves it to its checker.
        if (readsAgain && functionDepth == 0)
            context &= ~Context.Await;
        var import = ParseImportRest(start, children, flags);
        context = outer;
        return import;
    }

    private int ParseImportRest(int start, Children children, NodeFlags flags)
    {
        NextToken();
        var clauseStart = tokenStart;
        var name = IsIdentifier ? ParseIdentifier() : -1;
        var clauseFlags = NodeFlags.None;

        // "import type a from", "import type { a } from", but "import type from 'm'" imports the name
        if (name >= 0 && TextOf(name).SequenceEqual("type"u8)
            && (token != TokenKind.From || (IsIdentifier && Peek() is TokenKind.From or TokenKind.Equals))
            && (IsIdentifier || token is TokenKind.Asterisk or TokenKind.OpenBrace))
        {
            clauseFlags = NodeFlags.TypeOnly;
            count = name;
            name = IsIdentifier ? ParseIdentifier() : -1;
        }

        // "import defer * as a from 'm'"
        else if (name >= 0 && TextOf(name).SequenceEqual("defer"u8)
            && (token == TokenKind.From ? Peek() != TokenKind.StringLiteral : token is not (TokenKind.Comma or TokenKind.Equals)))
        {
            clauseFlags = NodeFlags.Defer;
            count = name;
            name = IsIdentifier ? ParseIdentifier() : -1;
        }

        // "import a = b.c"
        if (name >= 0 && token is not (TokenKind.Comma or TokenKind.From) && clauseFlags != NodeFlags.Defer)
            return ParseImportEquals(start, children, flags | clauseFlags, name);

        if (name >= 0 || token is TokenKind.Asterisk or TokenKind.OpenBrace)
        {
            Add(ref children, ParseImportClause(clauseStart, name, clauseFlags));
            Expect(TokenKind.From);
        }

        Add(ref children, ParseModuleSpecifier());
        if (token == TokenKind.With || (token == TokenKind.Assert && !HasPrecedingLineBreak))
            Add(ref children, ParseImportAttributes(hasKeyword: true));
        ParseSemicolon();
        return Finish(SyntaxKind.ImportDeclaration, start, children.First, flags);
    }

    private int ParseImportClause(int start, int name, NodeFlags flags)
    {
        var children = new Children();
        if (name >= 0)
            Add(ref children, name);
        if (name < 0 || Optional(TokenKind.Comma))
            Add(ref children, token == TokenKind.Asterisk ? ParseNamespaceImport() : ParseSpecifiers(SyntaxKind.NamedImports));
        return Finish(SyntaxKind.ImportClause, start, children.First, flags);
    }

    /// <summary>"* as a"</summary>
    private int ParseNamespaceImport()
    {
        var start = tokenStart;
        NextToken();
        Expect(TokenKind.As);
        var name = ParseIdentifier();
        return Finish(SyntaxKind.NamespaceImport, start, name);
    }

    private int ParseModuleSpecifier() => token == TokenKind.StringLiteral ? ParseLiteral() : ParseExpression();

    private int ParseImportEquals(int start, Children children, NodeFlags flags, int name)
    {
        Add(ref children, name);
        Expect(TokenKind.Equals);

        // "import a = require('m')"
        if (token == TokenKind.Require && Peek() == TokenKind.OpenParen)
        {
            var referenceStart = tokenStart;
            NextToken();
            NextToken();
            var specifier = ParseModuleSpecifier();
            Expect(TokenKind.CloseParen);
            Add(ref children, Finish(SyntaxKind.ExternalModuleReference, referenceStart, specifier));
        }
        else
        {
            Add(ref children, ParseEntityName(allowReservedWords: false, null));
        }

        ParseSemicolon();
        return Finish(SyntaxKind.ImportEqualsDeclaration, start, children.First, flags);
    }

    /// <summary>"with { type: 'json' }"</summary>
    private int ParseImportAttributes(bool hasKeyword)
    {
        var start = tokenStart;
        if (hasKeyword)
            NextToken();
        var attributes = new Children();
        if (Expect(TokenKind.OpenBrace))
        {
            ParseDelimitedList(ListContext.ImportAttributes, ref attributes, semicolonDelimits: true);
            Expect(TokenKind.CloseBrace);
        }

        return Finish(SyntaxKind.ImportAttributes, start, attributes.First);
    }

    private int ParseImportAttribute()
    {
        var start = tokenStart;
        var name = token == TokenKind.StringLiteral ? ParseLiteral() : ParseIdentifierName();
        Expect(TokenKind.Colon);
        Link(name, ParseAssignment(allowReturnType: true));
        return Finish(SyntaxKind.ImportAttribute, start, name);
    }

    /// <summary>"{ a, b as c }"</summary>
    private int ParseSpecifiers(SyntaxKind kind)
    {
        var start = tokenStart;
        var specifiers = new Children();
        if (!Expect(TokenKind.OpenBrace))
            return Finish(kind, fullStart);

        var outer = inExportSpecifiers;
        inExportSpecifiers = kind == SyntaxKind.NamedExports;
        ParseDelimitedList(ListContext.ImportOrExportSpecifiers, ref specifiers);
        inExportSpecifiers = outer;
        Expect(TokenKind.CloseBrace);
        return Finish(kind, start, specifiers.First);
    }

    /// <summary>"a", "a as b", "type a", "type a as b"; and "type", "as", and any mixture of them, are names too.</summary>
    private int ParseSpecifier()
    {
        var start = tokenStart;
        var begin = count;
        var isImport = !inExportSpecifiers;
        var wrongName = IsKeyword(token) && !IsIdentifier ? tokenStart : -1;
        var flags = NodeFlags.None;
        var first = ParseModuleExportName();
        var property = -1;
        var name = first;
        var mayRename = true;
        if (KindOf(first) == SyntaxKind.Identifier && TextOf(first).SequenceEqual("type"u8))
        {
            if (token == TokenKind.As)
            {
                var firstAs = ParseIdentifierName();
                if (token == TokenKind.As)
                {
                    var secondAs = ParseIdentifierName();
                    mayRename = false;
                    if (IsName(token) || token == TokenKind.StringLiteral)
                    {
                        // "type as as b"
                        flags = NodeFlags.TypeOnly;
                        property = firstAs;
                        (name, wrongName) = ParseCheckedName();
                    }
                    else
                    {
                        // "type as as"
                        property = first;
                        name = secondAs;
                    }
                }
                else if (IsName(token) || token == TokenKind.StringLiteral)
                {
                    // "type as b"
                    property = first;
                    mayRename = false;
                    (name, wrongName) = ParseCheckedName();
                }
                else
                {
                    // "type as"
                    flags = NodeFlags.TypeOnly;
                    name = firstAs;
                }
            }
            else if (IsName(token) || token == TokenKind.StringLiteral)
            {
                // "type a"
                flags = NodeFlags.TypeOnly;
                (name, wrongName) = ParseCheckedName();
            }
        }

        // "a as b"
        if (mayRename && token == TokenKind.As)
        {
            property = name;
            NextToken();
            (name, wrongName) = ParseCheckedName();
        }

        if (isImport && KindOf(name) != SyntaxKind.Identifier)
            ErrorAt(nodes[name].Start, nodes[name].End, "Identifier expected");
        else if (isImport && wrongName >= 0)
            ErrorAt(wrongName, nodes[name].End, "Identifier expected");

        // Words that turned out to be keywords were written as names. All are leaves: keep only those that are children.
        var kept = property >= 0 ? nodes[property] : default;
        var keptName = nodes[name];
        count = begin;
        if (property >= 0)
        {
            kept.NextSibling = count + 1;
            nodes[count++] = kept;
        }

        keptName.NextSibling = -1;
        nodes[count++] = keptName;
        return Finish(isImport ? SyntaxKind.ImportSpecifier : SyntaxKind.ExportSpecifier, start, begin, flags);
    }

    private int ParseModuleExportName() => token == TokenKind.StringLiteral ? ParseLiteral() : ParseIdentifierName();

    private (int Name, int WrongName) ParseCheckedName()
    {
        if (token == TokenKind.StringLiteral)
            return (ParseLiteral(), -1);

        var wrong = IsKeyword(token) && !IsIdentifier ? tokenStart : -1;
        return (ParseIdentifierName(), wrong);
    }

    private int ParseExport(int start, Children children, NodeFlags flags)
    {
        var outer = context;
        context |= Context.Await;
        if (Optional(TokenKind.Type))
            flags |= NodeFlags.TypeOnly;

        var hasSpecifier = true;
        var starStart = tokenStart;
        if (Optional(TokenKind.Asterisk))
        {
            // "export * as a from 'm'"
            if (Optional(TokenKind.As))
            {
                var name = ParseModuleExportName();
                Add(ref children, Finish(SyntaxKind.NamespaceExport, starStart, name));
            }

            Expect(TokenKind.From);
            Add(ref children, ParseModuleSpecifier());
        }
        else
        {
            Add(ref children, ParseSpecifiers(SyntaxKind.NamedExports));
            hasSpecifier = token == TokenKind.From || (token == TokenKind.StringLiteral && !HasPrecedingLineBreak);
            if (hasSpecifier)
            {
                Expect(TokenKind.From);
                Add(ref children, ParseModuleSpecifier());
            }
        }

        if (hasSpecifier && token is TokenKind.With or TokenKind.Assert && !HasPrecedingLineBreak)
            Add(ref children, ParseImportAttributes(hasKeyword: true));
        ParseSemicolon();
        context = outer;
        return Finish(SyntaxKind.ExportDeclaration, start, children.First, flags);
    }

    /// <summary>"export default x" and "export = x", after "export"</summary>
    private int ParseExportAssignment(int start, Children children, NodeFlags flags)
    {
        var outer = context;
        context |= Context.Await;
        if (token == TokenKind.Default)
            flags |= NodeFlags.Default;
        NextToken();
        Add(ref children, ParseAssignment(allowReturnType: true));
        ParseSemicolon();
        context = outer;
        return Finish(SyntaxKind.ExportAssignment, start, children.First, flags);
    }

    /// <summary>"export as namespace a", after "export"</summary>
    private int ParseNamespaceExportDeclaration(int start, Children children, NodeFlags flags)
    {
        NextToken();
        Expect(TokenKind.Namespace);
        Add(ref children, ParseIdentifier());
        ParseSemicolon();
        return Finish(SyntaxKind.NamespaceExportDeclaration, start, children.First, flags);
    }
}
