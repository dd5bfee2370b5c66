using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>Rows that are taken out of a list of rows: by a loop, <c>filter</c> and <c>find</c>, or from a <c>Map</c> that was made of it.</summary>
internal static class Elements
{
    /// <summary>Variables and calls on the way from a row to the list.</summary>
    private const int Deepest = 12;

    private static readonly string[] Keeping = ["filter", "find", "findLast", "at", "slice", "sort", "toSorted", "reverse", "toReversed", "values", "get", "pop", "shift", "flat", "concat"];

    private static readonly string[] Making = ["Object.values", "Array.from", "Object.fromEntries", "keyBy", "indexBy", "groupBy", "_.keyBy", "_.groupBy", "Object.groupBy", "Map.groupBy"];

    /// <summary>Whether a value is one of the rows that a statement reads, or a member of one, whichever it is.</summary>
    public static bool IsOf(SyntaxNode value, SyntaxNode read, FunctionModel function)
    {
        for (var depth = 0; depth < Deepest && value.Exists; depth++)
        {
            if (depth > 0 && function.Values!.OriginsOf(value).Any(origin => !origin.ThroughCall && origin.Node == read))
                return true;
            value = Behind(value.Unwrapped(), read, function);
        }

        return false;
    }

    private static SyntaxNode Behind(SyntaxNode value, SyntaxNode read, FunctionModel function)
    {
        switch (value.Kind)
        {
            case SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression:
                return value.FirstChild;
            case SyntaxKind.BinaryExpression when value.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar:
                return value.FirstChild;
            case SyntaxKind.Identifier:
                return function.Values!.DefinitionsOf(value) is [var target] ? AssignedValue.SourceOf(target) : default;
            case SyntaxKind.NewExpression when value.FirstChild.TextIs("Map"u8) || value.FirstChild.TextIs("Set"u8):
                return value.Child(SyntaxKind.ArgumentList).FirstChild;
            case SyntaxKind.ArrayLiteralExpression when value.FirstChild is { Kind: SyntaxKind.SpreadElement } spread:
                return spread.FirstChild;
            case SyntaxKind.CallExpression when value != read && function.Project.DatabaseCallAt(value) is null:
                if (Making.Contains(value.FirstChild.Text))
                    return value.Child(SyntaxKind.ArgumentList).FirstChild;
                return value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && (Keeping.Contains(method.ChildAt(1).Text) || (method.ChildAt(1).TextIs("map"u8) && IsPaired(value))) ? method.FirstChild : default;
            default:
                return default;
        }
    }

    /// <summary>"rows.map((row) =&gt; [row.id, row])"</summary>
    private static bool IsPaired(SyntaxNode map) => FunctionLike.From(map.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped()) is { HasExpressionBody: true } callback && callback.Parameters.ToArray() is [var parameter]
        && callback.Body.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression } pair && pair.ChildAt(1).Unwrapped() is { Kind: SyntaxKind.Identifier } whole && whole.TextIs(new Parameter(parameter).Name.Bytes);

    /// <summary>"const product = products.find((one) =&gt; one.id === item.productId)", "byId.get(item.productId)": whether what is written is made of the row that a value of its key chooses among those that were read.</summary>
    public static bool IsChosenBy(CalledValue key, string column, Statement read, Statement write, FunctionModel function)
    {
        if (!key.Node.Exists || key.Node.Tree != function.Module.Tree || ValuePath.Of(key.Node, key.Members, function.Project.Bindings) is not { Root.Exists: true } path)
            return false;
        foreach (var written in write.Query.Writes)
        {
            if (write.By.ValueOf(written.Value).Node is not { Exists: true } value || value.Tree != function.Module.Tree)
                continue;
            foreach (var origin in function.Values!.OriginsOf(value))
            {
                if (origin.Node.Is(SyntaxKind.CallExpression) && origin.Node.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && origin.Node.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } argument
                    && (method.ChildAt(1).TextIs("get"u8) ? ValuePath.Of(argument, "", function.Project.Bindings) == path : method.ChildAt(1).TextIs("find"u8) && Asks(argument, column, path, function)) && IsOf(origin.Node, read.Call, function))
                    return true;
            }
        }

        return false;
    }

    /// <summary>"(one) =&gt; one.id === item.productId"</summary>
    private static bool Asks(SyntaxNode predicate, string column, ValuePath path, FunctionModel function)
    {
        if (FunctionLike.From(predicate.Unwrapped()) is not { HasExpressionBody: true } callback || callback.Parameters.ToArray() is not [var parameter, ..] || callback.Body.Unwrapped() is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.EqualsEqualsEquals or TokenKind.EqualsEquals } comparison)
            return false;
        var name = new Parameter(parameter).Name;
        var (left, right) = (comparison.FirstChild.Unwrapped(), comparison.ChildAt(1).Unwrapped());
        return IsColumn(left) && ValuePath.Of(right, "", function.Project.Bindings) == path || IsColumn(right) && ValuePath.Of(left, "", function.Project.Bindings) == path;

        bool IsColumn(SyntaxNode side) => side.Is(SyntaxKind.PropertyAccessExpression) && side.FirstChild.TextIs(name.Bytes) && RowAccess.ColumnsOf(side.ChildAt(1).Text).Contains(column);
    }
}
