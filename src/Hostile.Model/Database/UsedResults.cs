using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>Whether the answer of a statement is looked at.</summary>
public static class UsedResults
{
    /// <summary>Whether somebody looks at how many rows a statement changed, or at the rows that it gives back: here, or in a function on the way to it.</summary>
    public static bool ResultIsUsed(Statement statement, FunctionModel function) =>
        statement.By.Steps.Concat(statement.By.Through).Append(statement.Call).Any(call => !ConnectionLife.EffectNode(call).Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) && !IsGivenOut(call, function) && !IsKeptUnread(call, function));

    /// <summary>"const { count } = await …" of which nobody asks anything.</summary>
    private static bool IsKeptUnread(SyntaxNode call, FunctionModel function)
    {
        if (ConnectionLife.EffectNode(call).Wrapped().Parent is not { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } declaration })
            return false;
        foreach (var node in declaration.FirstChild.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && function.Project.Bindings.ModuleOf(node.Tree)?.LocalSymbolOf(node) is { Exists: true } symbol && symbol.References.Any(reference => !declaration.FirstChild.Span.Contains(reference.Span)))
                return false;
        }

        return true;
    }

    /// <summary>"const run = (sql) => pool.query(sql)" passes the answer on: whether it is used, its caller says.</summary>
    private static bool IsGivenOut(SyntaxNode call, FunctionModel function) =>
        FunctionShape.Enclosing(call) != function.Node && ConnectionLife.EffectNode(call).Wrapped() is var value && (value.Parent.Is(SyntaxKind.ReturnStatement) || FunctionShape.BodyOf(FunctionShape.Enclosing(call)) == value);
}
