using System.Diagnostics;

namespace Hostile.Syntax.TypeScript;

/// <summary>Lists: what may be in each kind, what ends it, and how the parser finds its way back when something else stands there.</summary>
public sealed partial class Parser
{
    /// <summary>The lists of the grammar. Those being parsed are bits of one word, so that a stray token may end the inner list for the outer one.</summary>
    private enum ListContext
    {
        SourceElements,
        BlockStatements,
        SwitchClauses,
        SwitchClauseStatements,
        TypeMembers,
        ClassMembers,
        EnumMembers,
        HeritageClauseElement,
        VariableDeclarations,
        ObjectBindingElements,
        ArrayBindingElements,
        ArgumentExpressions,
        ObjectLiteralMembers,
        JsxAttributes,
        JsxChildren,
        ArrayLiteralMembers,
        Parameters,
        JSDocParameters,
        TypeParameters,
        TypeArguments,
        TupleElementTypes,
        HeritageClauses,
        ImportOrExportSpecifiers,
        ImportAttributes,
        Count,
    }

    /// <summary>Elements one after another, up to the list's end.</summary>
    private void ParseList(ListContext kind, ref Children list)
    {
        var outer = listContexts;
        listContexts |= 1u << (int)kind;
        while (!IsListTerminator(kind))
        {
            if (IsListElement(kind, inErrorRecovery: false))
                Add(ref list, ParseElement(kind));
            else if (AbortListOrSkipToken(kind))
                break;
        }

        listContexts = outer;
    }

    /// <summary>Elements with commas between them; false if an element turned out not to be one (only parameters on trial do that).</summary>
    private bool ParseDelimitedList(ListContext kind, ref Children list, bool semicolonDelimits = false)
    {
        var outer = listContexts;
        listContexts |= 1u << (int)kind;
        while (true)
        {
            if (IsListElement(kind, inErrorRecovery: false))
            {
                var start = fullStart;
                var element = ParseElement(kind);
                if (element < 0)
                {
                    listContexts = outer;
                    return false;
                }

                Add(ref list, element);
                if (Optional(TokenKind.Comma))
                    continue;
                if (IsListTerminator(kind))
                    break;

                Expect(TokenKind.Comma, kind == ListContext.EnumMembers ? "An enum member name must be followed by a ',', '=', or '}'" : null);
                if (semicolonDelimits && token == TokenKind.Semicolon && !HasPrecedingLineBreak)
                    NextToken();
                if (start == fullStart)
                    NextToken();
                continue;
            }

            if (IsListTerminator(kind) || AbortListOrSkipToken(kind))
                break;
        }

        listContexts = outer;
        return true;
    }

    private int ParseElement(ListContext kind)
    {
        switch (kind)
        {
            case ListContext.SourceElements or ListContext.BlockStatements or ListContext.SwitchClauseStatements: return ParseStatement();
            case ListContext.SwitchClauses: return ParseSwitchClause();
            case ListContext.TypeMembers: return ParseTypeMember();
            case ListContext.ClassMembers: return ParseClassMember();
            case ListContext.EnumMembers: return ParseEnumMember();
            case ListContext.HeritageClauseElement: return ParseExpressionWithTypeArguments();
            case ListContext.VariableDeclarations: return ParseVariableDeclaration(allowExclamation: !inForHead);
            case ListContext.ObjectBindingElements: return ParseObjectBindingElement();
            case ListContext.ArrayBindingElements: return ParseArrayBindingElement();
            case ListContext.ArgumentExpressions: return ParseArgument();
            case ListContext.ObjectLiteralMembers: return ParseObjectLiteralMember();
            case ListContext.JsxAttributes: return ParseJsxAttribute();
            case ListContext.ArrayLiteralMembers: return ParseArgumentOrElement();
            case ListContext.Parameters: return ParseParameter();
            case ListContext.JSDocParameters: return ParseJSDocParameter();
            case ListContext.TypeParameters: return ParseTypeParameter();
            case ListContext.TypeArguments: return ParseType();
            case ListContext.TupleElementTypes: return ParseTupleElement();
            case ListContext.HeritageClauses: return ParseHeritageClause();
            case ListContext.ImportOrExportSpecifiers: return ParseSpecifier();
            case ListContext.ImportAttributes: return ParseImportAttribute();
            default: throw new UnreachableException();
        }
    }

    private bool IsListElement(ListContext kind, bool inErrorRecovery)
    {
        switch (kind)
        {
            case ListContext.SourceElements or ListContext.BlockStatements or ListContext.SwitchClauseStatements:
                // In recovery a semicolon is no statement: it ends too many things.
                return !(token == TokenKind.Semicolon && inErrorRecovery) && IsStartOfStatement();
            case ListContext.SwitchClauses:
                return token is TokenKind.Case or TokenKind.Default;
            case ListContext.TypeMembers:
                return IsTypeMemberStart();
            case ListContext.ClassMembers:
                return IsClassMemberStart() || (token == TokenKind.Semicolon && !inErrorRecovery);
            case ListContext.EnumMembers:
                return token == TokenKind.OpenBracket || IsLiteralPropertyName;
            case ListContext.ObjectLiteralMembers:
                return IsLiteralPropertyName || token is TokenKind.OpenBracket or TokenKind.Asterisk or TokenKind.DotDotDot or TokenKind.Dot;
            case ListContext.ObjectBindingElements:
                return token is TokenKind.OpenBracket or TokenKind.DotDotDot || IsLiteralPropertyName;
            case ListContext.ImportAttributes:
                return IsName(token) || token == TokenKind.StringLiteral;
            case ListContext.HeritageClauseElement:
                // "class A extends {} {" has an object literal, "class A extends {" has a body.
                if (token == TokenKind.OpenBrace)
                    return IsHeritageObjectLiteral();
                if (token is TokenKind.Extends or TokenKind.Implements && IsFollowedByExpression())
                    return false;
                return inErrorRecovery ? IsIdentifier : IsStartOfLeftHandSide();
            case ListContext.VariableDeclarations:
                return IsStartOfBinding;
            case ListContext.ArrayBindingElements:
                return token is TokenKind.Comma or TokenKind.DotDotDot || IsStartOfBinding;
            case ListContext.TypeParameters:
                return token is TokenKind.In or TokenKind.Const || IsIdentifier;
            case ListContext.ArrayLiteralMembers:
                return token is TokenKind.Comma or TokenKind.Dot or TokenKind.DotDotDot || IsStartOfExpression();
            case ListContext.ArgumentExpressions:
                return token == TokenKind.DotDotDot || IsStartOfExpression();
            case ListContext.Parameters:
                return IsStartOfParameter(isJSDoc: false);
            case ListContext.JSDocParameters:
                return IsStartOfParameter(isJSDoc: true);
            case ListContext.TypeArguments or ListContext.TupleElementTypes:
                return token == TokenKind.Comma || IsStartOfType();
            case ListContext.HeritageClauses:
                return token is TokenKind.Extends or TokenKind.Implements;
            case ListContext.ImportOrExportSpecifiers:
                // "import { from 'm'": the brace is missing.
                if (token == TokenKind.From && Peek() == TokenKind.StringLiteral)
                    return false;
                return token == TokenKind.StringLiteral || IsName(token);
            case ListContext.JsxAttributes:
                return IsName(token) || token == TokenKind.OpenBrace;
            default:
                return true;
        }
    }

    private bool IsListTerminator(ListContext kind)
    {
        if (token == TokenKind.EndOfFile)
            return true;

        switch (kind)
        {
            case ListContext.BlockStatements or ListContext.SwitchClauses or ListContext.TypeMembers or ListContext.ClassMembers
                or ListContext.EnumMembers or ListContext.ObjectLiteralMembers or ListContext.ObjectBindingElements
                or ListContext.ImportOrExportSpecifiers or ListContext.ImportAttributes:
                return token == TokenKind.CloseBrace;
            case ListContext.SwitchClauseStatements:
                return token is TokenKind.CloseBrace or TokenKind.Case or TokenKind.Default;
            case ListContext.HeritageClauseElement:
                return token is TokenKind.OpenBrace or TokenKind.Extends or TokenKind.Implements;
            case ListContext.VariableDeclarations:
                return CanParseSemicolon || token is TokenKind.In or TokenKind.Of or TokenKind.Arrow;
            case ListContext.TypeParameters:
                return token is TokenKind.GreaterThan or TokenKind.OpenParen or TokenKind.OpenBrace or TokenKind.Extends or TokenKind.Implements;
            case ListContext.ArgumentExpressions:
                return token is TokenKind.CloseParen or TokenKind.Semicolon;
            case ListContext.ArrayLiteralMembers or ListContext.TupleElementTypes or ListContext.ArrayBindingElements:
                return token == TokenKind.CloseBracket;
            case ListContext.Parameters or ListContext.JSDocParameters:
                return token is TokenKind.CloseParen or TokenKind.CloseBracket;
            case ListContext.TypeArguments:
                return token != TokenKind.Comma;
            case ListContext.HeritageClauses:
                return token is TokenKind.OpenBrace or TokenKind.CloseBrace;
            case ListContext.JsxAttributes:
                return token is TokenKind.GreaterThan or TokenKind.Slash;
            case ListContext.JsxChildren:
                return token == TokenKind.LessThan && Peek() == TokenKind.Slash;
            default:
                return false;
        }
    }

    /// <summary>Reports what is wrong, then ends the list if the token means something to an outer one, else skips it.</summary>
    private bool AbortListOrSkipToken(ListContext kind)
    {
        ReportListError(kind);
        for (var other = 0; other < (int)ListContext.Count; other++)
        {
            if ((listContexts & (1u << other)) != 0 && (IsListElement((ListContext)other, inErrorRecovery: true) || IsListTerminator((ListContext)other)))
                return true;
        }

        NextToken();
        return false;
    }

    private void ReportListError(ListContext kind) => ErrorAtToken(kind switch
    {
        ListContext.SourceElements when token == TokenKind.Default => "'export' expected",
        ListContext.SourceElements or ListContext.BlockStatements => "Declaration or statement expected",
        ListContext.SwitchClauses => "'case' or 'default' expected",
        ListContext.SwitchClauseStatements => "Statement expected",
        ListContext.TypeMembers => "Property or signature expected",
        ListContext.ClassMembers => "Unexpected token; a constructor, method, accessor, or property was expected",
        ListContext.EnumMembers => "Enum member expected",
        ListContext.HeritageClauseElement => "Expression expected",
        ListContext.VariableDeclarations => IsKeyword(token) ? "This is not allowed as a variable declaration name" : "Variable declaration expected",
        ListContext.ObjectBindingElements => "Property destructuring pattern expected",
        ListContext.ArrayBindingElements => "Array element destructuring pattern expected",
        ListContext.ArgumentExpressions => "Argument expression expected",
        ListContext.ObjectLiteralMembers => "Property assignment expected",
        ListContext.ArrayLiteralMembers => "Expression or comma expected",
        ListContext.Parameters => IsKeyword(token) ? "This is not allowed as a parameter name" : "Parameter declaration expected",
        ListContext.JSDocParameters => "Parameter declaration expected",
        ListContext.TypeParameters => "Type parameter declaration expected",
        ListContext.TypeArguments => "Type argument expected",
        ListContext.TupleElementTypes => "Type expected",
        ListContext.HeritageClauses => "Unexpected token; '{' expected",
        ListContext.ImportOrExportSpecifiers when token == TokenKind.From => "'}' expected",
        ListContext.ImportAttributes => "Identifier or string literal expected",
        _ => "Identifier expected",
    });

    private bool IsStartOfBinding => token is TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.PrivateIdentifier || IsBindingIdentifier;

    private bool IsHeritageObjectLiteral()
    {
        var state = Save();
        NextToken();
        var result = true;
        if (token == TokenKind.CloseBrace)
        {
            NextToken();
            result = token is TokenKind.Comma or TokenKind.OpenBrace or TokenKind.Extends or TokenKind.Implements;
        }

        Restore(state);
        return result;
    }

    private bool IsFollowedByExpression()
    {
        var state = Save();
        NextToken();
        var result = IsStartOfExpression();
        Restore(state);
        return result;
    }
}
