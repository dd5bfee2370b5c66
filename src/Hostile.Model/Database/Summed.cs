using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>Sums that the program makes of the rows of a list: <c>rows.reduce((sum, row) =&gt; sum + row.amount, 0)</c>, <c>for (const row of rows) sum += row.amount</c>; also in a function that is called.</summary>
internal static class Summed
{
    /// <summary>Variables, differences and called functions on the way to the sum.</summary>
    private const int Deepest = 5;

    /// <summary>What is summed up on one side of a comparison; empty when nothing is.</summary>
    public static string In(SyntaxNode condition, Statement read, FunctionModel function)
    {
        condition = condition.Unwrapped();
        return Of(condition.FirstChild, read, function, 0) is { Length: > 0 } left ? left : Of(condition.ChildAt(1), read, function, 0);
    }

    /// <summary>"if (sum &lt; amount) throw …; INSERT … (amount) VALUES (-amount)": what is summed up is what is written, and it is held against the very amount.</summary>
    public static bool TakesOf(SyntaxNode condition, Statement read, Statement write, FunctionModel function, string? summed = null)
    {
        condition = condition.Unwrapped();
        var (left, right) = (condition.FirstChild.Unwrapped(), condition.ChildAt(1).Unwrapped());
        // "sum - amount < 0"
        foreach (var side in (SyntaxNode[])[left is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Minus } ? left.ChildAt(1).Unwrapped() : left, right])
        {
            if (ValuePath.Of(side, "", function.Project.Bindings) is not { Root.Exists: true } asked || function.Values!.OriginsOf(side).Any(origin => origin.Node == read.Call))
                continue;
            foreach (var set in write.Query.Writes.Where(set => summed is null ? read.Query.Aggregates.Any(aggregate => aggregate.Function is "sum" && aggregate.Column == set.Column) : RowAccess.ColumnsOf(summed).Contains(set.Column)))
            {
                if (write.By.ValueOf(set.Value) is { Node.Exists: true } value && ValuePath.Of(Unsigned(value.Node), value.Members, function.Project.Bindings) == asked)
                    return true;
            }
        }

        return false;

        static SyntaxNode Unsigned(SyntaxNode node) => node.Unwrapped() is { Kind: SyntaxKind.PrefixUnaryExpression } signed ? signed.FirstChild : node;
    }

    private static string Of(SyntaxNode value, Statement read, FunctionModel function, int depth)
    {
        value = value.Exists ? value.Unwrapped() : value;
        if (value.Is(SyntaxKind.AwaitExpression))
            value = value.FirstChild.Unwrapped();
        if (depth > Deepest || !value.Exists || value.Tree != function.Module.Tree || function.Values is not { } values)
            return "";
        switch (value.Kind)
        {
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.Plus or TokenKind.Minus or TokenKind.QuestionQuestion or TokenKind.BarBar:
                return Of(value.FirstChild, read, function, depth + 1) is { Length: > 0 } left ? left : Of(value.ChildAt(1), read, function, depth + 1);
            case SyntaxKind.CallExpression when value == read.Call:
                return TestBelow.Inner(read, function) is var (below, inner) && below.Flow is { } graph
                    ? ReturnedValues.Of(below, graph).Select(returned => Of(returned.Value, inner, below, depth + 1)).FirstOrDefault(column => column.Length > 0) ?? "" : "";
            case SyntaxKind.CallExpression when value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && method.ChildAt(1).TextIs("reduce"u8):
                return values.OriginsOf(method.FirstChild).Any(origin => origin.Node == read.Call && !origin.ThroughCall) && FunctionLike.From(value.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped()) is { Parameters: [var sum, var row, ..] } adds
                    && Types.Inference.ResultsOf(adds).ToList() is [var result] && result.Unwrapped() is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Plus } plus && new Parameter(sum).Name.Is(SyntaxKind.Identifier) && plus.FirstChild.Unwrapped().TextIs(new Parameter(sum).Name.Bytes)
                    ? MemberOf(plus.ChildAt(1), new Parameter(row).Name) : "";
            case SyntaxKind.Identifier when function.Module.LocalSymbolOf(value) is { Exists: true } variable:
                foreach (var reference in variable.References)
                {
                    if (reference.Wrapped().Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.PlusEquals } adding && adding.FirstChild.Unwrapped() == reference && RowOf(adding, read, function) is { Exists: true } turn && MemberOf(adding.ChildAt(1), turn) is { Length: > 0 } column)
                        return column;
                }

                return variable.IsAssignedOnce && variable.Declaration.Is(SyntaxKind.VariableDeclaration) && variable.Declaration.FirstChild.Is(SyntaxKind.Identifier) && variable.Declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } made ? Of(made, read, function, depth + 1) : "";
            default:
                return "";
        }
    }

    /// <summary>The variable of the loop over the rows around a statement; none where there is no such loop.</summary>
    private static SyntaxNode RowOf(SyntaxNode node, Statement read, FunctionModel function)
    {
        for (var at = node.Parent; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Is(SyntaxKind.ForOfStatement) && function.Values!.OriginsOf(at.ChildAt(1)).Any(origin => origin.Node == read.Call && !origin.ThroughCall))
            {
                foreach (var declared in at.FirstChild.DescendantsAndSelf)
                {
                    if (declared.Is(SyntaxKind.VariableDeclaration))
                        return declared.FirstChild;
                }
            }
        }

        return default;
    }

    /// <summary><c>amount</c> of <c>Number(row.amount)</c>, or of <c>amount</c> where the row is taken apart; empty when it is no member of the row.</summary>
    private static string MemberOf(SyntaxNode value, SyntaxNode row)
    {
        value = value.Unwrapped();
        if (value.Is(SyntaxKind.CallExpression) && value.Child(SyntaxKind.ArgumentList).Children.ToArray() is [var only])
            value = only.Unwrapped();
        if (value is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.QuestionQuestion or TokenKind.BarBar })
            value = value.FirstChild.Unwrapped();
        return row.Is(SyntaxKind.Identifier) ? value.Is(SyntaxKind.PropertyAccessExpression) && value.FirstChild.Unwrapped().TextIs(row.Bytes) ? value.ChildAt(1).Text : ""
            : row.Is(SyntaxKind.ObjectBindingPattern) && value.Is(SyntaxKind.Identifier) ? value.Text : "";
    }
}
