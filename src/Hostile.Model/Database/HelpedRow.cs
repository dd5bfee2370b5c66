using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>What functions of the program that are given a whole row make of it, or ask of it: <c>nextBalance(account, amount)</c>, <c>account.isExpired()</c>.</summary>
internal static class HelpedRow
{
    /// <summary>The names of the row's members that called functions make a value of.</summary>
    public static IEnumerable<string> NamesOn(CalledValue value, Statement read, FunctionModel function)
    {
        if (!read.By.Answered.All(IsOfRows) || function.Values is not { } values || value.Node.Tree != function.Module.Tree)
            yield break;
        var origins = values.OriginsOf(value.Node, call => IsOpaque(call, read, function));
        foreach (var (call, _) in origins)
        {
            if (!call.Is(SyntaxKind.CallExpression) || call == read.Call || IsOpaque(call, read, function))
                continue;
            var isWhole = IsWhole(call, value, function);
            foreach (var member in MembersOf(call, value, origins, function))
            {
                foreach (var name in function.Project.MadeBelow.NamesOf(call, member, isWhole, node => IsRow(node, read, function)))
                    yield return name;
            }
        }
    }

    /// <summary>The times of the row that lie before the present, as a called function says, where a condition holds or does not: <c>if (!isExpired(row)) return row.token;</c></summary>
    public static IEnumerable<string> PastIn(SyntaxNode condition, bool holds, Statement read, FunctionModel function)
    {
        if (!read.By.Answered.All(IsOfRows) || function.Values is null)
            return [];
        var asked = Fallback.Defined(condition, function);
        while (asked.Is(SyntaxKind.AwaitExpression) || (asked.Is(SyntaxKind.PrefixUnaryExpression) && asked.Operator is TokenKind.Exclamation))
        {
            holds ^= asked.Is(SyntaxKind.PrefixUnaryExpression);
            asked = Fallback.Defined(asked.FirstChild, function);
        }

        return asked.Tree == function.Module.Tree ? function.Project.MadeBelow.PastIn(asked, holds, node => IsRow(node, read, function)) : [];
    }

    /// <summary>"order", "rows[0]": all of the row, and not a part of it, nor one that was read along.</summary>
    private static bool IsRow(SyntaxNode node, Statement read, FunctionModel function)
    {
        if (node.Kind is not (SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression))
            return false;
        // "const { rows: [order] } = …": what a list is taken apart into has no name there.
        var own = node.Is(SyntaxKind.Identifier) && function.Values!.DefinitionsOf(node) is [{ Parent: { Kind: SyntaxKind.BindingElement, Parent.Kind: SyntaxKind.ArrayBindingPattern } }] ? node.Text : "";
        return function.Values!.OriginsOf(node, call => IsOpaque(call, read, function)).Any(origin => origin.Node == read.Call && !origin.ThroughCall) && RowAccess.IsOf(node, read, function)
            && function.Values.NamesOn(node, call => IsOpaque(call, read, function)).All(name => name == own || IsOfRows(name));
    }

    /// <summary>What the libraries call the rows, or the row, in what they answer.</summary>
    private static bool IsOfRows(string name) => name is "rows" or "row" or "data" or "records";

    /// <summary>What is waited for comes from elsewhere, but for a function of the program that can be looked into.</summary>
    private static bool IsOpaque(SyntaxNode call, Statement read, FunctionModel function) =>
        call == read.Call || (call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) && (function.Project.DatabaseCallAt(call) is not null || !function.Project.FunctionCalled(call).Exists || function.RowCalls.Any(other => other.Call == call)));

    /// <summary>Whether a value is what a call answers, or a member of it, and nothing more is made of that.</summary>
    private static bool IsWhole(SyntaxNode call, CalledValue value, FunctionModel function)
    {
        var node = Fallback.Defined(value.Node, function);
        if (node.Is(SyntaxKind.PropertyAccessExpression))
            node = Fallback.Defined(node.FirstChild, function);
        while (node.Is(SyntaxKind.AwaitExpression))
            node = node.FirstChild.Unwrapped();
        return node == call || (function.Values!.DefinitionsOf(value.Node.Unwrapped()) is [{ Parent.Kind: SyntaxKind.BindingElement }]);
    }

    /// <summary>Which members of a call's answer a value is made of: <c>balance</c> of <c>changed(row).balance</c>, of <c>const next = changed(row)</c> before <c>next.balance</c>, of <c>const { balance } = changed(row)</c>; empty for all of it.</summary>
    private static IEnumerable<string> MembersOf(SyntaxNode call, CalledValue value, IReadOnlyList<Origin> origins, FunctionModel function)
    {
        var outer = call.Wrapped();
        while (outer.Parent.Is(SyntaxKind.AwaitExpression))
            outer = outer.Parent.Wrapped();
        var node = value.Node.Unwrapped();
        if (outer.Parent.Is(SyntaxKind.PropertyAccessExpression) && outer.Parent.FirstChild == outer)
            return [NameOf(outer.Parent)];
        if (outer.Parent is not { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } declaration })
            return [node == outer.Unwrapped() ? FirstOf(value.Members) : ""];
        if (declaration.FirstChild is { Kind: SyntaxKind.ObjectBindingPattern } pattern)
        {
            return node.Is(SyntaxKind.Identifier) && function.Values!.DefinitionsOf(node) is [var target] && BindingElement.From(target.Parent) is { IsRest: false } element && target.Parent.Parent == pattern
                ? [(element.PropertyName.Exists ? element.PropertyName : element.Name).Text] : [];
        }

        if (!declaration.FirstChild.Is(SyntaxKind.Identifier) || function.Module.LocalSymbolOf(declaration.FirstChild) is not { Exists: true } variable)
            return [];
        var members = origins.Select(origin => origin.Node).Where(access => access.Is(SyntaxKind.PropertyAccessExpression) && access.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } holder && function.Module.LocalSymbolOf(holder) == variable).Select(NameOf).ToList();
        if (node.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(node) == variable)
            members.Add(FirstOf(value.Members));
        return members.Count > 0 ? members.Distinct() : [""];

        // "changed(row).toFixed(2)" asks all of it.
        static string NameOf(SyntaxNode access) => access.Parent.Is(SyntaxKind.CallExpression) && access.Parent.FirstChild == access ? "" : access.ChildAt(1).Text;

        static string FirstOf(string members) => members.Length > 1 && members[0] is '.' ? members[1..].Split('.', '[')[0] : "";
    }
}
