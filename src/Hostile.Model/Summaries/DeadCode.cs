using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Tells code that no execution gets to, because what stands before it in its block always leaves, <c>return serve();</c>, <c>try { return await find(); } catch { return null; }</c>, or because it stands in a loop that never turns.</summary>
internal sealed class DeadCode(EmptyLists emptyLists)
{
    private const int DeepestStatement = 16;

    /// <summary>A function called by a function called by … beyond this somebody may get there.</summary>
    private const int MostCallers = 3;

    /// <summary>The first statement of a block that always leaves it; none where none does.</summary>
    private readonly ConcurrentDictionary<SyntaxNode, SyntaxNode> leaving = new();

    /// <summary>Whether a node stands in such code. A declared function may be called from anywhere, and is not asked where it stands.</summary>
    public bool Has(SyntaxNode node)
    {
        if (IsRuledOut(node) || emptyLists.Holds(node))
            return true;
        for (var at = node; at.Exists && at.Parent.Exists && !at.Is(SyntaxKind.FunctionDeclaration); at = at.Parent)
        {
            if (at.Parent.Kind is not (SyntaxKind.Block or SyntaxKind.CaseClause or SyntaxKind.DefaultClause))
                continue;
            if (leaving.GetOrAdd(at.Parent, static block => FirstThatLeaves(block)) is { Exists: true } last && last.Span.End <= at.Span.Start)
                return true;
        }

        return false;
    }

    /// <summary>Whether a node stands in a function of its file that is not exported, and that is named in such code only.</summary>
    public bool OnlyCalls(SyntaxNode node, Module module) => OnlyCalls(node, module, 0);

    private bool OnlyCalls(SyntaxNode node, Module module, int depth)
    {
        SyntaxNode outer = default;
        for (var at = node; at.Exists; at = at.Parent)
        {
            if (at.Is(SyntaxKind.FunctionDeclaration))
                outer = at;
        }

        if (!outer.Exists || module.SymbolOfDeclaration(outer) is not { Exists: true } symbol || symbol.Is(SymbolFlags.Exported))
            return false;
        var named = symbol.References.Where(reference => reference.Parent != outer && !outer.Span.Contains(reference.Span)).ToList();
        return named.Count > 0 && named.All(reference => Has(reference) || (depth < MostCallers && OnlyCalls(reference, module, depth + 1)));
    }

    /// <summary>Whether a node stands in a branch whose condition is written out and says no: <c>if (true) … else { here }</c>. Such code is kept, and is not meant to run.</summary>
    public static bool IsRuledOut(SyntaxNode node)
    {
        for (var at = node; at.Exists && at.Parent.Exists && !at.Is(SyntaxKind.FunctionDeclaration); at = at.Parent)
        {
            if (IsBranchNotTaken(at))
                return true;
        }

        return false;
    }

    private static bool IsBranchNotTaken(SyntaxNode branch) =>
        branch.Parent.Kind is SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression && branch.Parent.FirstChild.Unwrapped().Kind switch
        {
            SyntaxKind.TrueKeyword => branch.Parent.ChildAt(2) == branch,
            SyntaxKind.FalseKeyword => branch.Parent.ChildAt(1) == branch,
            _ => false,
        };

    private static SyntaxNode FirstThatLeaves(SyntaxNode block)
    {
        foreach (var statement in block.Children)
        {
            Workers.Step();
            if (Leaves(statement, 0))
                return statement;
        }

        return default;
    }

    private static bool Leaves(SyntaxNode statement, int depth)
    {
        if (depth > DeepestStatement)
            return false;
        switch (statement.Kind)
        {
            case SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement or SyntaxKind.BreakStatement or SyntaxKind.ContinueStatement:
                return true;
            case SyntaxKind.Block:
                foreach (var child in statement.Children)
                {
                    if (Leaves(child, depth + 1))
                        return true;
                }

                return false;
            case SyntaxKind.IfStatement:
                return statement.ChildAt(2).Exists && Leaves(statement.ChildAt(1), depth + 1) && Leaves(statement.ChildAt(2), depth + 1);
            case SyntaxKind.TryStatement:
                var (handler, cleanup) = (statement.Child(SyntaxKind.CatchClause), statement.Child(SyntaxKind.FinallyClause));
                if (cleanup.Exists && Leaves(cleanup.Child(SyntaxKind.Block), depth + 1))
                    return true;
                return Leaves(statement.FirstChild, depth + 1) && (!handler.Exists || Leaves(handler.Child(SyntaxKind.Block), depth + 1));
            default:
                return false;
        }
    }
}
