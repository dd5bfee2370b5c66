namespace Hostile.Syntax.TypeScript;

/// <summary>JSX: elements, fragments, attributes, and the tags that do not fit together.</summary>
public sealed partial class Parser
{
    /// <summary>An element or fragment. It knows the tag of the element it is in, or -1; and behind an operator no second element may follow it.</summary>
    private int ParseJsx(bool inExpression, int openingTag, bool mustBeUnary)
    {
        if (!Enter())
        {
            Leave();
            return Missing();
        }

        var start = tokenStart;
        var opening = ParseJsxOpening(inExpression);
        var result = KindOf(opening) switch
        {
            SyntaxKind.JsxOpeningElement => ParseJsxElementRest(start, opening, openingTag, inExpression),
            SyntaxKind.JsxOpeningFragment => ParseJsxFragmentRest(start, opening, inExpression),
            _ => opening,
        };

        // "<a /><b />" wants a parent; the two are read as with a comma between.
        if (!mustBeUnary && inExpression && token == TokenKind.LessThan)
        {
            var second = ParseJsx(inExpression: true, openingTag: -1, mustBeUnary: false);
            ErrorAt(start, nodes[second].End, "JSX expressions must have one parent element");
            Link(result, second);
            result = Finish(SyntaxKind.BinaryExpression, start, result, TokenKind.Comma);
        }

        Leave();
        return result;
    }

    private int ParseJsxElementRest(int start, int opening, int outerTag, bool inExpression)
    {
        var tag = nodes[opening].FirstChild;
        var children = new Children();
        Add(ref children, opening);
        ParseJsxChildren(opening, tag, ref children);

        // "<a><b></a>": the closing tag is the outer element's, and the inner one lost its own.
        var last = children.Last;
        if (KindOf(last) == SyntaxKind.JsxElement && ClosesOuter(last, tag))
        {
            last = WithoutClosing(last, ref children, out var closingAt);
            pos = closingAt;
            Scan();
            Add(ref children, ParseJsxClosing(tag, inExpression));
            return Finish(SyntaxKind.JsxElement, start, opening);
        }

        var closing = ParseJsxClosing(tag, inExpression);
        var closingTag = nodes[closing].FirstChild;
        if (!SameTag(tag, closingTag))
        {
            if (outerTag >= 0 && SameTag(closingTag, outerTag))
                ErrorAt(nodes[tag].Start, nodes[tag].End, "JSX element has no corresponding closing tag");
            else
                ErrorAt(nodes[closingTag].Start, nodes[closingTag].End, "Expected corresponding JSX closing tag");
        }

        Add(ref children, closing);
        return Finish(SyntaxKind.JsxElement, start, opening);
    }

    /// <summary>Reports whether an element's closing tag does not fit itself but the element around it.</summary>
    private bool ClosesOuter(int element, int outerTag)
    {
        var own = nodes[nodes[element].FirstChild].FirstChild;
        var closing = ClosingTagOf(element);
        return !SameTag(own, closing) && SameTag(outerTag, closing);
    }

    /// <summary>The name in an element's closing tag, which is the element's last child and so ends just before it.</summary>
    private int ClosingTagOf(int element) => nodes[element - 1].FirstChild;

    /// <summary>Writes the last child anew with an empty closing tag, and gives the place of the tag it had.</summary>
    private int WithoutClosing(int element, ref Children siblings, out int closingAt)
    {
        var closing = element - 1;
        var first = nodes[element].FirstChild;
        var start = nodes[element].Start;
        closingAt = nodes[closing].Start;
        var before = first;
        while (nodes[before].NextSibling != closing)
            before = nodes[before].NextSibling;

        // The closing tag's own nodes follow those of the child before it.
        var childrenEnd = nodes[before].End;
        count = before + 1;
        var missing = Write(SyntaxKind.Missing, childrenEnd, childrenEnd, -1, 0);
        var empty = Write(SyntaxKind.JsxClosingElement, childrenEnd, childrenEnd, missing, 0);
        Link(before, empty);
        var rewritten = Write(SyntaxKind.JsxElement, start, childrenEnd, first, 0);

        var sibling = siblings.First;
        while (nodes[sibling].NextSibling != element)
            sibling = nodes[sibling].NextSibling;
        Link(sibling, rewritten);
        siblings.Last = rewritten;
        return rewritten;
    }

    private int ParseJsxFragmentRest(int start, int opening, bool inExpression)
    {
        var children = new Children();
        Add(ref children, opening);
        ParseJsxChildren(opening, -1, ref children);

        var closingStart = tokenStart;
        Expect(TokenKind.LessThanSlash);
        ExpectJsxEnd(inExpression, "Expected corresponding closing tag for JSX fragment");
        Add(ref children, Finish(SyntaxKind.JsxClosingFragment, closingStart));
        return Finish(SyntaxKind.JsxFragment, start, opening);
    }

    /// <summary>What stands between two tags; the opening tag's name is -1 in a fragment.</summary>
    private void ParseJsxChildren(int opening, int tag, ref Children children)
    {
        var outer = listContexts;
        listContexts |= 1u << (int)ListContext.JsxChildren;
        while (true)
        {
            RescanJsxToken();
            switch (token)
            {
                case TokenKind.EndOfFile:
                    if (tag < 0)
                        ErrorAt(nodes[opening].Start, nodes[opening].End, "JSX fragment has no corresponding closing tag");
                    else
                        ErrorAt(nodes[tag].Start, nodes[tag].End, "JSX element has no corresponding closing tag");
                    listContexts = outer;
                    return;

                case TokenKind.JsxText:
                    var start = tokenStart;
                    ScanJsxToken();
                    Add(ref children, Finish(SyntaxKind.JsxText, start));
                    continue;

                case TokenKind.OpenBrace:
                    Add(ref children, ParseJsxExpression(inExpression: false));
                    continue;

                case TokenKind.LessThan:
                    var child = ParseJsx(inExpression: false, openingTag: tag, mustBeUnary: false);
                    Add(ref children, child);
                    if (tag >= 0 && KindOf(child) == SyntaxKind.JsxElement && ClosesOuter(child, tag))
                    {
                        listContexts = outer;
                        return;
                    }

                    continue;

                default:
                    listContexts = outer;
                    return;
            }
        }
    }

    private int ParseJsxOpening(bool inExpression)
    {
        var start = tokenStart;
        Expect(TokenKind.LessThan);

        // "<>"
        if (token == TokenKind.GreaterThan)
        {
            ScanJsxToken();
            return Finish(SyntaxKind.JsxOpeningFragment, start);
        }

        var tag = ParseJsxElementName();
        var last = tag;
        if (!javaScript && token == TokenKind.LessThan)
        {
            last = ParseTypeArgumentList();
            Link(tag, last);
        }

        var attributesStart = tokenStart;
        var attributes = new Children();
        ParseList(ListContext.JsxAttributes, ref attributes);
        Link(last, Finish(SyntaxKind.JsxAttributes, attributesStart, attributes.First));

        // "<a>"
        if (token == TokenKind.GreaterThan)
        {
            ScanJsxToken();
            return Finish(SyntaxKind.JsxOpeningElement, start, tag);
        }

        // "<a />"
        Expect(TokenKind.Slash);
        ExpectJsxEnd(inExpression, null);
        return Finish(SyntaxKind.JsxSelfClosingElement, start, tag);
    }

    /// <summary>The "&gt;" of a tag: what follows is an expression's next token, or text.</summary>
    private void ExpectJsxEnd(bool inExpression, string? message)
    {
        if (token != TokenKind.GreaterThan)
        {
            if (message is null)
                ErrorAtToken("expected", TokenKind.GreaterThan);
            else
                ErrorAtToken(message);
        }
        else if (inExpression)
        {
            NextToken();
        }
        else
        {
            ScanJsxToken();
        }
    }

    private int ParseJsxClosing(int tag, bool inExpression)
    {
        var start = tokenStart;
        Expect(TokenKind.LessThanSlash);
        var name = ParseJsxElementName();
        ExpectJsxEnd(inExpression || !SameTag(tag, name), null);
        return Finish(SyntaxKind.JsxClosingElement, start, name);
    }

    /// <summary>"a", "a.b.c", "a:b", "this"</summary>
    private int ParseJsxElementName()
    {
        var start = tokenStart;
        ScanJsxName();
        var isThis = token == TokenKind.This;
        var name = ParseJsxNamePart();
        if (Optional(TokenKind.Colon))
        {
            ScanJsxName();
            Link(name, ParseJsxNamePart());
            return Finish(SyntaxKind.JsxNamespacedName, start, name);
        }

        if (isThis)
            nodes[name].Word = (uint)SyntaxKind.ThisKeyword << 24;
        while (Optional(TokenKind.Dot))
        {
            Link(name, ParseRightSideOfDot(allowPrivate: false));
            name = Finish(SyntaxKind.PropertyAccessExpression, start, name);
        }

        return name;
    }

    private int ParseJsxNamePart()
    {
        if ((tokenFlags & TokenFlags.Escaped) != 0)
            ErrorAtToken("Unicode escape sequence cannot appear here");
        return ParseIdentifierName();
    }

    private int ParseJsxAttribute()
    {
        var start = tokenStart;

        // "{...x}"
        if (token == TokenKind.OpenBrace)
        {
            NextToken();
            Expect(TokenKind.DotDotDot);
            var operand = ParseExpression();
            Expect(TokenKind.CloseBrace);
            return Finish(SyntaxKind.JsxSpreadAttribute, start, operand);
        }

        ScanJsxName();
        var name = ParseJsxNamePart();
        if (Optional(TokenKind.Colon))
        {
            ScanJsxName();
            Link(name, ParseJsxNamePart());
            name = Finish(SyntaxKind.JsxNamespacedName, start, name);
        }

        if (token == TokenKind.Equals)
        {
            ScanJsxAttributeValue();
            switch (token)
            {
                case TokenKind.StringLiteral: Link(name, ParseLiteral()); break;
                case TokenKind.OpenBrace: Link(name, ParseJsxExpression(inExpression: true)); break;
                case TokenKind.LessThan: Link(name, ParseJsx(inExpression: true, openingTag: -1, mustBeUnary: false)); break;
                default: ErrorAtToken("'{' or JSX element expected"); break;
            }
        }

        return Finish(SyntaxKind.JsxAttribute, start, name);
    }

    /// <summary>"{x}", "{...x}", "{}"</summary>
    private int ParseJsxExpression(bool inExpression)
    {
        var start = tokenStart;
        NextToken();
        var flags = NodeFlags.None;
        var expression = -1;
        if (token != TokenKind.CloseBrace)
        {
            if (!inExpression && Optional(TokenKind.DotDotDot))
                flags = NodeFlags.Rest;
            expression = ParseExpression();
        }

        if (inExpression)
            Expect(TokenKind.CloseBrace);
        else if (token == TokenKind.CloseBrace)
            ScanJsxToken();
        else
            ErrorAtToken("expected", TokenKind.CloseBrace);
        return Finish(SyntaxKind.JsxExpression, start, expression, flags);
    }

    /// <summary>Compares the names of two tags, part by part.</summary>
    private bool SameTag(int first, int second)
    {
        while (true)
        {
            if (KindOf(first) != KindOf(second))
                return false;

            switch (KindOf(first))
            {
                case SyntaxKind.JsxNamespacedName:
                    var (a, b) = (nodes[first].FirstChild, nodes[second].FirstChild);
                    return TextOf(a).SequenceEqual(TextOf(b)) && TextOf(nodes[a].NextSibling).SequenceEqual(TextOf(nodes[b].NextSibling));

                case SyntaxKind.PropertyAccessExpression:
                    (first, second) = (nodes[first].FirstChild, nodes[second].FirstChild);
                    if (!TextOf(nodes[first].NextSibling).SequenceEqual(TextOf(nodes[second].NextSibling)))
                        return false;
                    break;

                default:
                    return TextOf(first).SequenceEqual(TextOf(second));
            }
        }
    }
}
