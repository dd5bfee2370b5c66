using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>How people call a function.</summary>
public static class FunctionName
{
    /// <summary>The name with its class, the variable or property it is the value of, the call it is an argument of, or plain words.</summary>
    public static string Of(SyntaxNode function)
    {
        if (function.Is(SyntaxKind.SourceFile))
            return "the top level";
        if (FunctionLike.From(function) is not { } shape)
            return function.Text;

        var owner = ClassName(function);
        if (function.Is(SyntaxKind.Constructor))
            return owner.Length > 0 ? $"new {owner}" : "the constructor";
        if (shape.Name.Exists)
            return owner.Length > 0 ? $"{owner}.{shape.Name.Text}" : shape.Name.Text;

        var around = function.Parent;
        while (around.Kind is SyntaxKind.ParenthesizedExpression or SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression or SyntaxKind.Initializer)
            around = around.Parent;
        switch (around.Kind)
        {
            case SyntaxKind.VariableDeclaration or SyntaxKind.PropertyAssignment:
                return around.FirstChild.Text;
            case SyntaxKind.PropertyDeclaration:
                var field = ClassLikeMemberName(around);
                return ClassName(around) is { Length: > 0 } name ? $"{name}.{field}" : field;
            case SyntaxKind.BinaryExpression when around.Operator is TokenKind.Equals:
                return around.FirstChild.Text;
            case SyntaxKind.ExportAssignment:
                return "export default";
            case SyntaxKind.ArgumentList when CallExpression.From(around.Parent) is { } call && call.Callee.Span.Length <= 60:
                return $"the callback of {call.Callee.Text.ReplaceLineEndings(" ")}";
            case SyntaxKind.ArgumentList when NewExpression.From(around.Parent) is { } made && made.Callee.Span.Length <= 60:
                return $"the callback of new {made.Callee.Text}";
            default:
                return "an anonymous function";
        }
    }

    private static string ClassLikeMemberName(SyntaxNode member) => member.FirstAfterModifiers().Text;

    private static string ClassName(SyntaxNode member)
    {
        var body = member.Parent;
        if (!body.Is(SyntaxKind.ClassBody))
            return "";
        if (body.Parent.Child(SyntaxKind.Identifier) is { Exists: true } name)
            return name.Text;
        return body.Parent.Parent.Is(SyntaxKind.Initializer) && body.Parent.Parent.Parent.Is(SyntaxKind.VariableDeclaration) ? body.Parent.Parent.Parent.FirstChild.Text : "";
    }
}
