using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>
/// Which value an expression stands for, as far as the text says: the parameter, variable, object or call at its root, and the members taken from there.
/// <c>email</c> after <c>const { email } = input</c> and <c>input.email</c> are one path. Equal paths are equal values, as long as nothing is assigned in between.
/// </summary>
/// <param name="Root">The declaration, the class of <c>this</c>, or the call; none for a constant.</param>
/// <param name="Members">The members from the root on; for a constant its text.</param>
public readonly record struct ValuePath(SyntaxNode Root, string Members)
{
    /// <summary>Whether it is another value as a text, trimmed, or in small letters: <c>email.toLowerCase()</c> of <c>email</c>.</summary>
    public bool IsMadeOf(ValuePath other) => Root.Exists && Root == other.Root && Members.StartsWith(other.Members, StringComparison.Ordinal) && Members[other.Members.Length..] is var further
        && further.Length > 0 && further.Split('.', StringSplitOptions.RemoveEmptyEntries).All(step => step.EndsWith("()", StringComparison.Ordinal));

    /// <summary>Longer chains of variables are not followed.</summary>
    private const int LongestChain = 20;

    /// <summary>The path of an expression and, below it, of members; null when the text does not say which value it is.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="members">Members of its value, as <c>.email</c>; empty for the value itself.</param>
    /// <param name="bindings">The names of the program.</param>
    public static ValuePath? Of(SyntaxNode expression, string members, Bindings bindings) => Of(expression, members, bindings, 0);

    private static ValuePath? Of(SyntaxNode node, string members, Bindings bindings, int depth)
    {
        if (!node.Exists || depth > LongestChain || bindings.ModuleOf(node.Tree) is not { } module)
            return null;
        node = node.Unwrapped();
        switch (node.Kind)
        {
            case SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral when members.Length == 0:
                return new(default, $"'{new StringLiteral(node).Value}'");
            case SyntaxKind.NumericLiteral or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword when members.Length == 0:
                return new(default, node.Text);
            case SyntaxKind.AwaitExpression:
                return Of(node.FirstChild, members, bindings, depth + 1);
            case SyntaxKind.PropertyAccessExpression:
                return Of(node.FirstChild, $".{node.ChildAt(1).Text}{members}", bindings, depth + 1);
            case SyntaxKind.ElementAccessExpression when StringLiteral.From(node.ChildAt(1)) is { Value: var key }:
                return Of(node.FirstChild, $".{key}{members}", bindings, depth + 1);
            case SyntaxKind.ElementAccessExpression when node.ChildAt(1).Kind is SyntaxKind.Identifier or SyntaxKind.NumericLiteral or SyntaxKind.PropertyAccessExpression:
                return Of(node.FirstChild, $"[{node.ChildAt(1).Text}]{members}", bindings, depth + 1);

            // "note ?? null" is what the database stores for a note that is not there.
            case SyntaxKind.BinaryExpression when node.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar && IsNothing(node.ChildAt(1).Unwrapped()):
                return Of(node.FirstChild, members, bindings, depth + 1);
            case SyntaxKind.ObjectLiteralExpression:
                return OfMember(node, members, bindings, depth);
            case SyntaxKind.CallExpression:
                return OfCall(node, members, bindings, depth);
            case SyntaxKind.ThisKeyword:
                return MemoryPlace.Of(node, module) is { Owner: { Exists: true } owner } ? new(owner, members) : null;
            case SyntaxKind.Identifier:
                return module.LocalSymbolOf(node) is { Exists: true } symbol ? OfVariable(symbol, members, bindings, depth) : null;
            default:
                return null;
        }
    }

    private static ValuePath? OfVariable(Symbol symbol, string members, Bindings bindings, int depth)
    {
        // "import { Service } from './constants'": the same in every file.
        if (symbol.Is(SymbolFlags.Import) && bindings.MeaningOf(symbol) is { Symbol: { Exists: true } meant } && meant != symbol)
            return OfVariable(meant, members, bindings, depth + 1);
        var declaration = symbol.Declaration;
        if (!symbol.IsAssignedOnce)
            return new(declaration, members);
        if (declaration.Is(SyntaxKind.VariableDeclaration) && declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } value)
            return Of(value, members, bindings, depth + 1) ?? new(declaration, members);

        // "const { email } = input", "({ email }) => …".
        var at = declaration;
        var path = members;
        while (BindingElement.From(at) is { } element)
        {
            if (element.IsRest || element.Initializer.Exists || !at.Parent.Is(SyntaxKind.ObjectBindingPattern))
                return new(declaration, members);
            path = $".{(element.PropertyName.Exists ? element.PropertyName : element.Name).Text}{path}";
            at = at.Parent.Parent;
        }

        if (at == declaration || at.Is(SyntaxKind.Parameter))
            return new(at, path);
        return at.Is(SyntaxKind.VariableDeclaration) && at.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } whole
            ? Of(whole, path, bindings, depth + 1) ?? new(declaration, members)
            : new(declaration, members);
    }

    /// <summary>"{ email, name: input.name }.name".</summary>
    private static ValuePath? OfMember(SyntaxNode literal, string members, Bindings bindings, int depth) =>
        MemberOf(literal, members) is (var value, var below) && value.Exists ? Of(value, below, bindings, depth + 1) : null;

    /// <summary>What a literal object has at a path of members, and the members that remain below; none when a spread may bring it.</summary>
    public static (SyntaxNode Value, string Below) MemberOf(SyntaxNode literal, string members)
    {
        if (members.Length < 2 || members[0] != '.')
            return default;
        var end = members.AsSpan(1).IndexOfAny('.', '[') is >= 0 and var next ? next + 1 : members.Length;
        foreach (var member in literal.Children)
        {
            if (member.Is(SyntaxKind.SpreadAssignment))
                return default;
            var name = member.FirstChild;
            if (name.Text != members[1..end])
                continue;
            return member.Kind switch
            {
                SyntaxKind.PropertyAssignment => (new PropertyAssignment(member).Value, members[end..]),
                SyntaxKind.ShorthandPropertyAssignment => (name, members[end..]),
                _ => default,
            };
        }

        return default;
    }

    /// <summary>"email.trim().toLowerCase()" is the same of the same text; what another call answers is known by the call only.</summary>
    private static ValuePath? OfCall(SyntaxNode call, string members, Bindings bindings, int depth)
    {
        var callee = call.FirstChild;
        var first = call.Child(SyntaxKind.ArgumentList).FirstChild;
        if (callee.Is(SyntaxKind.PropertyAccessExpression) && !first.Exists)
        {
            var name = callee.ChildAt(1);
            if (name.TextIs("trim"u8) || name.TextIs("toLowerCase"u8) || name.TextIs("toUpperCase"u8) || name.TextIs("toString"u8) || name.TextIs("normalize"u8))
                return Of(callee.FirstChild, $".{name.Text}(){members}", bindings, depth + 1);
        }

        if (callee.Is(SyntaxKind.Identifier) && (callee.TextIs("String"u8) || callee.TextIs("Number"u8)) && first.Exists)
            return Of(first, members, bindings, depth + 1);
        return new(call, members);
    }

    private static bool IsNothing(SyntaxNode node) =>
        node.Is(SyntaxKind.NullKeyword) || node.TextIs("undefined"u8);
}
