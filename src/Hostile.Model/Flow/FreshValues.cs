using System.Globalization;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>Tells values that are another one in each execution: <c>randomUUID()</c>, also in a text, by way of a variable, and out of a function of the program.</summary>
internal static class FreshValues
{
    /// <summary>How many variables and functions lie between the value and what makes it.</summary>
    private const int Deepest = 6;

    /// <summary>Random bytes, or letters, of which fewer are soon drawn twice.</summary>
    private const int FewestBytes = 8;

    /// <summary>Whether a value is made anew each time, whatever else is put around it; null and undefined, which no two rows share by it, may stand in its place.</summary>
    public static bool IsFresh(SyntaxNode value, FunctionModel function) => IsFresh(value, function, Deepest);

    private static bool IsFresh(SyntaxNode value, FunctionModel function, int left)
    {
        if (!value.Exists || left <= 0)
            return false;
        value = value.Unwrapped();
        switch (value.Kind)
        {
            case SyntaxKind.AwaitExpression:
                return IsFresh(value.FirstChild, function, left);
            case SyntaxKind.TemplateExpression:
                return Template.From(value)!.Value.Expressions.Any(part => IsFresh(part, function, left - 1));
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.Plus:
                return IsFresh(value.FirstChild, function, left - 1) || IsFresh(value.ChildAt(1), function, left - 1);
            case SyntaxKind.ConditionalExpression:
                var (one, other) = (value.ChildAt(1).Unwrapped(), value.ChildAt(2).Unwrapped());
                return (IsFresh(one, function, left - 1) && (IsNothing(other) || IsFresh(other, function, left - 1))) || (IsNothing(one) && IsFresh(other, function, left - 1));
            case SyntaxKind.Identifier when value.Tree == function.Module.Tree && function.Values is { } values:
                return values.DefinitionsOf(value) is { Length: > 0 } targets && targets.All(target => IsFresh(AssignedValue.Of(target), function, left - 1));
            case SyntaxKind.CallExpression:
                return IsMade(value, function, left);
            default:
                return false;
        }
    }

    private static bool IsMade(SyntaxNode call, FunctionModel function, int left)
    {
        switch (function.Project.Types.CalleeOf(call))
        {
            case Callee.Library library when function.Project.Effects.Of(library.Signature).Any(effect => effect is Effect.Fresh):
                return call.Child(SyntaxKind.ArgumentList).FirstChild is not { Kind: SyntaxKind.NumericLiteral } size || !int.TryParse(size.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count >= FewestBytes;
            case Callee.InProgram { Functions: [var made] } when FunctionLike.From(made) is { IsGenerator: false, Body.Exists: true } shape && function.Project.FunctionOf(made) is { } maker:
                var returned = shape.HasExpressionBody ? [shape.Body] : Inference.ReturnsOf(shape.Body).Select(statement => statement.FirstChild).ToArray();
                return returned.Length > 0 && Array.TrueForAll(returned, one => IsFresh(one, maker, left - 1));
        }

        // "randomBytes(24).toString('hex')", "randomUUID().replaceAll('-', '')": of a text that is cut little may be left.
        return call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access && access.ChildAt(1).Text is "toString" or "replace" or "replaceAll" or "toLowerCase" or "toUpperCase" or "trim" && IsFresh(access.FirstChild, function, left - 1);
    }

    private static bool IsNothing(SyntaxNode value) => value.Is(SyntaxKind.NullKeyword) || value.TextIs("undefined"u8);
}
