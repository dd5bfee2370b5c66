using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>Which code belongs to which function.</summary>
public static class FunctionShape
{
    /// <summary>The block or expression that runs when the function is called; the file itself for its top level; none for a mere signature.</summary>
    public static SyntaxNode BodyOf(SyntaxNode function) =>
        function.Is(SyntaxKind.SourceFile) ? function : FunctionLike.From(function)?.Body ?? default;

    /// <summary>The nodes of a function's body, parents before children, in source order; the bodies of functions within it are left out, though the functions themselves are not.</summary>
    public static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode function)
    {
        var body = BodyOf(function);
        // What comes after a subtree, for each that is open.
        var after = new Stack<SyntaxNode>();
        for (var node = body; node.Exists || after.TryPop(out node);)
        {
            yield return node;
            var next = node == body ? default : node.NextSibling;
            var child = FunctionLike.From(node) is null || node == function ? node.FirstChild : default;
            if (child.Exists && next.Exists)
                after.Push(next);
            node = child.Exists ? child : next;
        }
    }

    /// <summary>Those of the same nodes, in the same order, that are of some kinds; at the cost of these alone.</summary>
    public static List<SyntaxNode> OwnNodes(SyntaxNode function, KindSet kinds)
    {
        var found = new List<SyntaxNode>();
        if (BodyOf(function) is not { Exists: true } body)
            return found;
        var (tree, first) = (body.Tree, body.FirstIndex);
        // From the back, for there a function comes before what stands in it.
        var (node, inner) = (tree.LastOf(kinds, first, body.Index + 1), tree.LastOf(FunctionLike.Kinds, first, body.Index + 1));
        while (node.Exists)
        {
            if (!inner.Exists || inner.Index < node.Index)
            {
                found.Add(node);
                node = tree.LastOf(kinds, first, node.Index);
                continue;
            }

            var end = inner.FirstIndex;
            if (inner == node)
                found.Add(node);
            if (node.Index >= end)
                node = tree.LastOf(kinds, first, end);
            inner = tree.LastOf(FunctionLike.Kinds, first, end);
        }

        found.Sort(static (left, right) => left.Span.Start != right.Span.Start ? left.Span.Start - right.Span.Start : right.Index - left.Index);
        return found;
    }

    /// <summary>The innermost function, or file, in whose body the node is evaluated.</summary>
    public static SyntaxNode Enclosing(SyntaxNode node)
    {
        var at = node.Parent;
        while (at.Exists && FunctionLike.From(at) is null && !at.Is(SyntaxKind.SourceFile))
            at = at.Parent;
        return at;
    }

    /// <summary>Whether a value is what the function around it gives back: <c>return save;</c>, <c>=> save</c>.</summary>
    public static bool IsGivenBack(SyntaxNode value) =>
        value.Wrapped() is var whole && (whole.Parent.Is(SyntaxKind.ReturnStatement) || (whole.Parent.Is(SyntaxKind.ArrowFunction) && whole.Parent == Enclosing(value)));

    /// <summary>The constructor of a class that has a body; null when the class has none of its own.</summary>
    public static FunctionLike? ConstructorOf(SyntaxNode classBody)
    {
        foreach (var member in classBody.Children)
        {
            if (member.Is(SyntaxKind.Constructor) && FunctionLike.From(member) is { Body.Exists: true } shape)
                return shape;
        }

        return null;
    }

    /// <summary>Whether a node is a statement that repeats what stands in it.</summary>
    public static bool IsLoop(SyntaxNode node) => node.Kind is SyntaxKind.ForStatement or SyntaxKind.ForOfStatement or SyntaxKind.ForInStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement;

    /// <summary>The innermost loop around a node, within its own function; none when it stands in none.</summary>
    public static SyntaxNode LoopAround(SyntaxNode node)
    {
        for (var at = node.Parent; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (IsLoop(at))
                return at;
        }

        return default;
    }

    /// <summary>The calls that add to the array of a variable: <c>work.push(save(item))</c>.</summary>
    public static IEnumerable<SyntaxNode> PushesInto(Symbol array)
    {
        foreach (var reference in array.References)
        {
            if (reference.Parent is { Kind: SyntaxKind.PropertyAccessExpression, Parent: { Kind: SyntaxKind.CallExpression } push } && reference.Parent.ChildAt(1).TextIs("push"u8))
                yield return push;
        }
    }

    /// <summary>Whether a call is given one of Node's callbacks last: <c>Form.countDocuments({}, (error, count) => …)</c>.</summary>
    public static bool IsGivenErrorFirst(SyntaxNode call) =>
        call.Is(SyntaxKind.CallExpression) && call.Child(SyntaxKind.ArgumentList).Children.ToArray() is [.., var last] && IsErrorFirst(last.Unwrapped());

    /// <summary>Whether a function is written as one of Node's callbacks, which are given an error first: <c>(error, count) => …</c>.</summary>
    public static bool IsErrorFirst(SyntaxNode function) =>
        function.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression && FunctionLike.From(function) is { Parameters.Count: > 1 } shape && new Parameter(shape.Parameters[0]).Name is { Kind: SyntaxKind.Identifier } first && first.Text.TrimStart('_') is "err" or "error";

    /// <summary>Which of a function's parameters a variable is; -1 for none, and for a rest parameter.</summary>
    public static int ParameterOf(FunctionModel function, Symbol symbol)
    {
        var place = symbol.Is(SymbolFlags.Parameter) ? PlaceOf(symbol.Declaration, function) : -1;
        return place < 0 || new Parameter(symbol.Declaration).IsRest ? -1 : place;
    }

    /// <summary>Which of a function's parameters a declaration is; -1 for none.</summary>
    public static int PlaceOf(SyntaxNode declaration, FunctionModel function) => PlaceOf(declaration, function.Node);

    /// <summary>The same of a function's node.</summary>
    public static int PlaceOf(SyntaxNode declaration, SyntaxNode function)
    {
        if (FunctionLike.From(function) is not { } shape)
            return -1;
        var place = 0;
        foreach (var parameter in shape.Parameters)
        {
            if (parameter == declaration)
                return place;
            place++;
        }

        return -1;
    }
}
