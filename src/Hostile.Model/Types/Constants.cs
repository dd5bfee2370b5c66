using System.Globalization;
using System.Runtime.CompilerServices;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Types;

/// <summary>What expressions evaluate to when that does not depend on the run: texts, numbers, truth values, through constants, imports and enums.</summary>
public sealed class Constants(Inference inference)
{
    /// <summary>Constants defined by constants, this deep.</summary>
    private const int Deepest = 32;

    /// <summary>What takes more steps is made of itself, or of what doubles.</summary>
    private const int MostSteps = 1024;

    /// <summary>Longer texts are made by no one; a program that doubles a text forty times is trying something.</summary>
    private const int MostPieces = 4096;

    /// <summary>Steps for a text: some for each piece.</summary>
    private const int MostTextSteps = 4 * MostPieces;

    /// <summary>A step for each so many characters: what is long is not repeated for ever, either.</summary>
    private const int CharactersOfStep = 256;

    private readonly Bindings bindings = inference.Bindings;

    /// <summary>The text of an expression: what is known of it, with holes for the rest. An expression that is no text at all is one hole.</summary>
    public ConstantText TextOf(SyntaxNode expression) => TextOf(expression, Asked(MostTextSteps));

    /// <summary>The whole text when the expression always has the same, else null.</summary>
    public string? StringOf(SyntaxNode expression) => StringOf(expression, TextOf(expression));

    /// <summary>The number an expression always has, else null: literals, arithmetic on them, constants.</summary>
    public double? NumberOf(SyntaxNode expression) => NumberOf(expression, Asked());

    /// <summary>The truth value an expression always has, else null; only <c>true</c>, <c>false</c> and their negations.</summary>
    public bool? BooleanOf(SyntaxNode expression) => BooleanOf(expression, Asked());

    /// <summary>
    /// The expression that an expression stands for: a constant's initialiser, an imported one's, a property of a constant object, a read-only field's.
    /// Parentheses and type assertions are taken off. An expression that stands for none is its own answer.
    /// </summary>
    public SyntaxNode ValueOf(SyntaxNode expression) => StandsForItself(expression.Kind) ? expression : ValueOf(expression, Asked());

    /// <summary>A question of its own. Whoever comes back here for ever loses its rule, and not the audit.</summary>
    private static Inquiry Asked(int steps = MostSteps)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return new(Deepest, steps);
    }

    private static string? StringOf(SyntaxNode expression, ConstantText text) =>
        text.HasText ? text.Whole : expression.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral ? "" : null;

    private ConstantText TextOf(SyntaxNode expression, Inquiry asked)
    {
        var pieces = new List<TextPiece>();
        Add(expression, pieces, asked);
        return new([.. pieces.Count <= MostPieces ? pieces : [new("", expression, true)]]);
    }

    private bool? BooleanOf(SyntaxNode expression, Inquiry asked)
    {
        if (!asked.GoesOn())
            return null;
        var value = ValueOf(expression, asked);
        return value.Kind switch
        {
            SyntaxKind.TrueKeyword => true,
            SyntaxKind.FalseKeyword => false,
            SyntaxKind.PrefixUnaryExpression when value.Operator is TokenKind.Exclamation => !BooleanOf(value.FirstChild, asked.Deeper),
            _ => null,
        };
    }

    private SyntaxNode ValueOf(SyntaxNode expression, Inquiry asked)
    {
        while (!StandsForItself(expression.Kind) && asked.GoesOn())
        {
            var next = Step(expression, asked);
            if (!next.Exists || next == expression)
                return expression;
            (expression, asked) = (next, asked.Deeper);
        }

        return expression;
    }

    private static bool StandsForItself(SyntaxKind kind) => kind is not (SyntaxKind.ParenthesizedExpression or SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression or SyntaxKind.NonNullExpression or SyntaxKind.TypeAssertionExpression
        or SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.PropertyAssignment);

    private SyntaxNode Step(SyntaxNode expression, Inquiry asked)
    {
        switch (expression.Kind)
        {
            case SyntaxKind.ParenthesizedExpression or SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression or SyntaxKind.NonNullExpression:
                return expression.FirstChild;
            case SyntaxKind.TypeAssertionExpression:
                return expression.ChildAt(1);
            case SyntaxKind.Identifier:
                var local = bindings.ModuleOf(expression.Tree)?.LocalSymbolOf(expression) ?? default;
                if (!local.Exists)
                    return default;
                var meaning = bindings.MeaningOf(local);
                return meaning.Expression.Exists ? meaning.Expression : InitializerOf(meaning.Symbol);
            case SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression:
                return PropertyOf(expression, asked.Deeper);
            case SyntaxKind.ShorthandPropertyAssignment:
                return expression.FirstChild;
            case SyntaxKind.PropertyAssignment:
                return expression.ChildAt(1);
            default:
                return default;
        }
    }

    private SyntaxNode PropertyOf(SyntaxNode access, Inquiry asked)
    {
        var module = bindings.ModuleOf(access.Tree);
        if (module is null || module.NameOf(access.ChildAt(1)) is not { Exists: true } name)
            return default;

        if (inference.SymbolOf(access) is { Exists: true } member)
            return InitializerOf(member);

        // A property of an object that is itself constant: `const SQL = { insert: '…' }`.
        var target = ValueOf(access.FirstChild, asked);
        if (target.Kind is SyntaxKind.CallExpression && target.FirstChild.TextIs("Object.freeze"u8))
            target = ValueOf(target.Child(SyntaxKind.ArgumentList).FirstChild, asked);
        if (target.Kind is not SyntaxKind.ObjectLiteralExpression || bindings.ModuleOf(target.Tree) is not { } home)
            return default;

        SyntaxNode found = default;
        foreach (var property in target.Children)
        {
            if (property.Kind is SyntaxKind.SpreadAssignment)
                return default;
            if (property.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment && home.NameOf(property.FirstChild) == name)
                found = property;
        }

        return found;
    }

    /// <summary>The initialiser of what never changes after it, and what a getter gives that does nothing else.</summary>
    private static SyntaxNode InitializerOf(Symbol symbol)
    {
        var declaration = symbol.Declaration;
        switch (declaration.Kind)
        {
            case SyntaxKind.VariableDeclaration when symbol.IsAssignedOnce && symbol.Is(SymbolFlags.Initialized):
            case SyntaxKind.PropertyDeclaration when symbol.Is(SymbolFlags.Readonly):
            case SyntaxKind.EnumMember:
                return declaration.Child(SyntaxKind.Initializer).FirstChild;
            case SyntaxKind.PropertyDeclaration when symbol.Is(SymbolFlags.Static) && !IsWritten(symbol):
                return declaration.Child(SyntaxKind.Initializer).FirstChild;
            // "get tableName() { return 'task'; }"
            case SyntaxKind.GetAccessor when declaration.Child(SyntaxKind.Block) is { Exists: true } body && body.FirstChild is { Kind: SyntaxKind.ReturnStatement } only && !only.NextSibling.Exists:
                return only.FirstChild;
            default:
                return default;
        }
    }

    /// <summary>Whether the file that declares a static field assigns a property of its name anywhere.</summary>
    private static bool IsWritten(Symbol field)
    {
        var module = field.Module;
        foreach (var node in module.Tree.Root.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.BinaryExpression && node.Operator is >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals
                && node.FirstChild.Kind is SyntaxKind.PropertyAccessExpression && module.NameOf(node.FirstChild.ChildAt(1)) == field.Name)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(SyntaxNode expression, List<TextPiece> pieces, Inquiry asked)
    {
        if (!asked.GoesOn() || pieces.Count > MostPieces)
        {
            pieces.Add(new("", expression, true));
            return;
        }

        var value = ValueOf(expression, asked);
        switch (value.Kind)
        {
            case SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral:
                AddText(new StringLiteral(value).Value, value, pieces, asked);
                return;
            case SyntaxKind.NumericLiteral:
                pieces.Add(new(value.Text, value, false));
                return;
            case SyntaxKind.TemplateExpression:
                AddTemplate(value, pieces, asked);
                return;
            case SyntaxKind.TaggedTemplateExpression:
                var template = new TaggedTemplate(value).Template.Node;
                if (template.Kind is SyntaxKind.TemplateExpression)
                    AddTemplate(template, pieces, asked);
                else
                    Add(template, pieces, asked.Deeper);
                return;
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.Plus:
                AddSum(value, pieces, asked);
                return;
            case SyntaxKind.CallExpression when AddCall(value, pieces, asked):
                return;
            default:
                pieces.Add(new("", expression, true));
                return;
        }
    }

    private static void AddText(string text, SyntaxNode node, List<TextPiece> pieces, Inquiry asked)
    {
        var isShort = asked.GoesOn(text.Length / CharactersOfStep);
        pieces.Add(new(isShort ? text : "", node, !isShort));
    }

    private void AddTemplate(SyntaxNode template, List<TextPiece> pieces, Inquiry asked)
    {
        AddText(new TemplatePiece(template.FirstChild).Cooked, template.FirstChild, pieces, asked);
        for (var span = template.FirstChild.NextSibling; span.Exists; span = span.NextSibling)
        {
            AddFilled(span.FirstChild, pieces, asked);
            AddText(new TemplatePiece(span.ChildAt(1)).Cooked, span.ChildAt(1), pieces, asked);
        }
    }

    /// <summary>What fills a hole: its text when that is known in whole or part, else the hole itself.</summary>
    private void AddFilled(SyntaxNode expression, List<TextPiece> pieces, Inquiry asked) => Add(expression, pieces, asked.Deeper);

    /// <summary>Chains of <c>+</c> are nested on the left and long.</summary>
    private void AddSum(SyntaxNode sum, List<TextPiece> pieces, Inquiry asked)
    {
        var parts = new Stack<SyntaxNode>();
        var at = sum;
        while (at is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Plus })
        {
            parts.Push(at.ChildAt(1));
            at = at.FirstChild;
        }

        Add(at, pieces, asked.Deeper);
        foreach (var part in parts)
            Add(part, pieces, asked.Deeper);
    }

    /// <summary><c>text.trim()</c> and <c>[a, b].join('\n')</c>.</summary>
    private bool AddCall(SyntaxNode call, List<TextPiece> pieces, Inquiry asked)
    {
        if (call.FirstChild is not { Kind: SyntaxKind.PropertyAccessExpression } callee)
            return false;

        var arguments = call.Child(SyntaxKind.ArgumentList);
        if (callee.ChildAt(1).TextIs("trim"u8))
        {
            var from = pieces.Count;
            Add(callee.FirstChild, pieces, asked.Deeper);
            Trim(pieces, from);
            return true;
        }

        if (!callee.ChildAt(1).TextIs("join"u8))
            return false;
        var list = ValueOf(callee.FirstChild, asked);
        var separator = arguments.FirstChild.Exists ? StringOf(arguments.FirstChild, TextOf(arguments.FirstChild, asked.Deeper)) : ",";
        if (list.Kind is not SyntaxKind.ArrayLiteralExpression || separator is null)
            return false;

        var isFirst = true;
        foreach (var element in list.Children)
        {
            if (!isFirst)
                AddText(separator, arguments.FirstChild.Exists ? arguments.FirstChild : callee, pieces, asked);
            isFirst = false;
            Add(element, pieces, asked.Deeper);
        }

        return true;
    }

    private static void Trim(List<TextPiece> pieces, int from)
    {
        if (pieces.Count == from)
            return;
        if (!pieces[from].IsHole)
            pieces[from] = pieces[from] with { Text = pieces[from].Text.TrimStart() };
        if (!pieces[^1].IsHole)
            pieces[^1] = pieces[^1] with { Text = pieces[^1].Text.TrimEnd() };
    }

    private double? NumberOf(SyntaxNode expression, Inquiry asked)
    {
        if (!asked.GoesOn())
            return null;

        var value = ValueOf(expression, asked);
        switch (value.Kind)
        {
            case SyntaxKind.NumericLiteral:
                return new NumericLiteral(value).Value;
            case SyntaxKind.PrefixUnaryExpression when value.Operator is TokenKind.Minus:
                return -NumberOf(value.FirstChild, asked.Deeper);
            case SyntaxKind.BinaryExpression:
                if (NumberOf(value.FirstChild, asked.Deeper) is not { } left || NumberOf(value.ChildAt(1), asked.Deeper) is not { } right)
                    return null;
                return value.Operator switch
                {
                    TokenKind.Plus => left + right,
                    TokenKind.Minus => left - right,
                    TokenKind.Asterisk => left * right,
                    TokenKind.Slash => left / right,
                    TokenKind.AsteriskAsterisk => Math.Pow(left, right),
                    _ => null,
                };
            case SyntaxKind.StringLiteral:
                return double.TryParse(new StringLiteral(value).Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
            default:
                return null;
        }
    }
}
