using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>What is left of a limit when what was counted is taken off: <c>limit - count</c>, <c>Math.max(0, limit - count)</c>.</summary>
internal static class Remainder
{
    /// <summary>Variables and choices on the way to the difference.</summary>
    private const int Deepest = 6;

    /// <summary>Whether a value is such a rest of what a statement reads.</summary>
    public static bool Is(SyntaxNode value, DatabaseCall read, FunctionModel function) => Is(value, read, function, 0);

    private static bool Is(SyntaxNode value, DatabaseCall read, FunctionModel function, int depth)
    {
        value = value.Unwrapped();
        if (value.Is(SyntaxKind.AwaitExpression))
            value = value.FirstChild.Unwrapped();
        if (depth > Deepest || !value.Exists || value.Tree != function.Module.Tree)
            return false;
        if (value == read.Call)
            return read.Rests.Contains("");
        switch (value.Kind)
        {
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.Minus:
                return IsMadeOf(value.ChildAt(1)) && !IsMadeOf(value.FirstChild);
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar:
                return Is(value.FirstChild, read, function, depth + 1);
            case SyntaxKind.CallExpression when value.FirstChild.Bytes.StartsWith("Math."u8):
                return value.Child(SyntaxKind.ArgumentList).Children.ToArray().Any(argument => Is(argument, read, function, depth + 1));
            case SyntaxKind.PropertyAccessExpression:
                return read.Rests.Contains(value.ChildAt(1).Text) && IsMadeOf(value.FirstChild);
            case SyntaxKind.Identifier:
                return function.Values!.DefinitionsOf(value) is [var target] && AssignedValue.Of(target) is { Exists: true } made && Is(made, read, function, depth + 1);
            default:
                return false;
        }

        bool IsMadeOf(SyntaxNode node) => function.Values!.OriginsOf(node).Any(origin => origin.Node == read.Call);
    }

    /// <summary>"earnings = Math.min(earnings, limit - sum)": what is inserted is at most what a limit leaves of the sum over the very column; none where it is not.</summary>
    public static SyntaxNode Inserted(Statement read, Statement write, FunctionModel function)
    {
        foreach (var set in write.Query.Writes.Where(set => set.Form is WriteForm.Absolute && read.Query.Aggregates.Any(aggregate => aggregate.Function is "sum" && aggregate.Column == set.Column)))
        {
            if (write.By.ValueOf(set.Value) is not { Members: "", Node: { Exists: true } node } || node.Tree != function.Module.Tree)
                continue;
            if (Is(node, read.By, function))
                return node;
            foreach (var target in node.Unwrapped().Is(SyntaxKind.Identifier) ? function.Values!.DefinitionsOf(node.Unwrapped()) : [])
            {
                if (AssignedValue.Of(target) is { Exists: true } made && made.Tree == function.Module.Tree && Is(made, read.By, function))
                    return made;
            }
        }

        return default;
    }
}
