using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Tells code that is never run because it stands in a loop over a list that is empty and stays so: <c>for (const provider of PROVIDERS)</c> with <c>export const PROVIDERS = [];</c>.
/// A list that somebody may fill, by its own name or by that of a property that it is put into, is no such list.
/// </summary>
internal sealed class EmptyLists(ProjectModel project)
{
    private static readonly string[] Turning = ["forEach", "map", "flatMap", "filter", "some", "every", "find", "reduce"];
    private static readonly string[] Asking = [.. Turning, "length", "includes", "indexOf", "join", "slice", "concat", "findIndex", "at", "entries", "values", "keys"];

    /// <summary>A name that is spelled more often is looked at no further.</summary>
    private const int MostMentions = 400;

    private readonly ConcurrentDictionary<SyntaxNode, bool> known = new();

    /// <summary>Whether a node stands in such a loop, or in a function that a list so calls for each of its elements. A declared function may be called from anywhere, and is not asked where it stands.</summary>
    public bool Holds(SyntaxNode node)
    {
        for (var at = node; at.Exists && at.Parent.Exists && !at.Is(SyntaxKind.FunctionDeclaration); at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.ForOfStatement) && at.Parent.ChildAt(2) == at && IsEmpty(at.Parent.ChildAt(1)))
                return true;
            if (at.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression && at.Parent.Is(SyntaxKind.ArgumentList) && at.Parent.FirstChild == at && at.Parent.Parent.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } called
                && Turning.Contains(called.ChildAt(1).Text) && IsEmpty(called.FirstChild))
                return true;
        }

        return false;
    }

    private bool IsEmpty(SyntaxNode list)
    {
        list = list.Unwrapped();
        // "const providers = PROVIDERS;"
        while (list.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(list) is { Exists: true, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } && declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } other && other != list)
            list = other;
        if (!list.Is(SyntaxKind.Identifier) || project.Bindings.SymbolOf(list) is not { Exists: true, IsModuleLevel: true, IsAssignedOnce: true } symbol || symbol.Declaration is not { Kind: SyntaxKind.VariableDeclaration } declared
            || declared.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is not { Kind: SyntaxKind.ArrayLiteralExpression, FirstChild.Exists: false } || !project.IsInProgram(declared))
            return false;
        return known.GetOrAdd(declared, static (_, asked) => asked.Self.StaysEmpty(asked.symbol), (Self: this, symbol));
    }

    private bool StaysEmpty(Symbol symbol)
    {
        var count = 0;
        foreach (var mention in project.Mentions.Named(symbol.Name))
        {
            Workers.Step();
            if (++count > MostMentions)
                return false;
            var access = mention.Parent;
            // "lists.handlers.push(handler)": whatever that is, it may be this one.
            var holder = access.Is(SyntaxKind.PropertyAccessExpression) && access.ChildAt(1) == mention ? access : mention;
            if (!IsOnlyRead(holder.Wrapped()))
                return false;
        }

        return true;
    }

    private bool IsOnlyRead(SyntaxNode list)
    {
        var parent = list.Parent;
        return parent.Kind switch
        {
            SyntaxKind.ImportSpecifier or SyntaxKind.ExportSpecifier or SyntaxKind.VariableDeclaration or SyntaxKind.SpreadElement or SyntaxKind.ForOfStatement or SyntaxKind.TypeQuery
                or SyntaxKind.ArrayLiteralExpression or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.PropertyAssignment => true,
            // "const providers = PROVIDERS;"
            SyntaxKind.Initializer => parent.Parent is { Kind: SyntaxKind.VariableDeclaration, FirstChild: { Kind: SyntaxKind.Identifier } name } && project.Bindings.ModuleOf(name.Tree)?.SymbolOfDeclaration(parent.Parent) is { Exists: true } copy
                && copy.IsAssignedOnce && copy.References.All(reference => reference.Parent == parent.Parent || (reference.Parent.Is(SyntaxKind.ForOfStatement) && reference.Parent.ChildAt(1) == reference) || IsAsked(reference)),
            SyntaxKind.PropertyAccessExpression when parent.FirstChild == list => Asking.Contains(parent.ChildAt(1).Text),
            SyntaxKind.ArgumentList => IsLeftAlone(list),
            SyntaxKind.ConditionalExpression or SyntaxKind.IfStatement => true,
            _ => false,
        };
    }

    private static bool IsAsked(SyntaxNode reference) => reference.Parent.Is(SyntaxKind.PropertyAccessExpression) && reference.Parent.FirstChild == reference && Asking.Contains(reference.Parent.ChildAt(1).Text);

    /// <summary>Whether a function of the program that is given the list adds to nothing but to lists of its own.</summary>
    private bool IsLeftAlone(SyntaxNode argument)
    {
        if (FunctionLike.From(project.FunctionCalled(argument.Parent.Parent)) is not { Body.Exists: true } called || project.Bindings.ModuleOf(called.Body.Tree) is not { } module)
            return false;
        foreach (var node in called.Body.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.BinaryExpression) && node.Operator is TokenKind.Equals && node.FirstChild.Is(SyntaxKind.ElementAccessExpression))
                return false;
            if (!node.Is(SyntaxKind.CallExpression) || node.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || Asking.Contains(callee.ChildAt(1).Text))
                continue;
            if (callee.ChildAt(1).Text is "push" or "unshift" or "splice" or "fill" && !(callee.FirstChild.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(callee.FirstChild) is { Exists: true } own && own.Declaration.Is(SyntaxKind.VariableDeclaration) && called.Body.Span.Contains(own.Declaration.Span)
                && own.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped().Is(SyntaxKind.ArrayLiteralExpression)))
                return false;
        }

        return true;
    }
}
