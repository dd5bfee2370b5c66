using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// Tells <c>input.name ?? row.name</c>, which writes what was given and else the old value as it was, from a value that is computed from the old one.
/// </summary>
internal static class Fallback
{
    /// <summary>Deeper than this no one reads.</summary>
    private const int MostSteps = 100;

    /// <summary>Reports whether a value is, on every way it can come about, either not made of what a call read or the very value that it read, and each of the two on some way.</summary>
    public static bool Is(SyntaxNode value, SyntaxNode read, FunctionModel function)
    {
        var (isOld, isOther) = (false, false);
        var seen = new HashSet<SyntaxNode>();
        var work = new Stack<SyntaxNode>([value]);
        while (work.TryPop(out var at))
        {
            if (!seen.Add(at) || seen.Count > MostSteps)
                return false;
            var leaf = at.Unwrapped();
            if (Alternatives(leaf, function) is { Count: > 0 } ways)
            {
                foreach (var way in ways)
                    work.Push(way);
            }
            else if (!function.Values!.OriginsOf(leaf).Any(origin => origin.Node == read))
            {
                isOther = true;
            }
            else if (IsMember(leaf))
            {
                isOld = true;
            }
            else
            {
                return false;
            }
        }

        return isOld && isOther;
    }

    /// <summary>The expressions of which one is the value; none when it is this very expression.</summary>
    private static List<SyntaxNode> Alternatives(SyntaxNode node, FunctionModel function)
    {
        switch (node.Kind)
        {
            case SyntaxKind.BinaryExpression when node.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion:
                return [node.FirstChild, node.ChildAt(1)];
            case SyntaxKind.ConditionalExpression:
                return [node.ChildAt(1), node.ChildAt(2)];
            case SyntaxKind.Identifier when !IsChanged(node, function):
                var values = new List<SyntaxNode>();
                foreach (var target in function.Values!.DefinitionsOf(node))
                {
                    if (AssignedValue.Of(target) is not { Exists: true } assigned)
                        return [];
                    values.Add(assigned);
                }

                return values;
            case SyntaxKind.PropertyAccessExpression when node.FirstChild.Is(SyntaxKind.Identifier) && function.Values!.DefinitionsOf(node.FirstChild) is [var merged]
                && AssignedValue.Of(merged).Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal && !IsChanged(node.FirstChild, function):
                return Merged(literal, node.ChildAt(1));
            default:
                return [];
        }
    }

    /// <summary>"{ ...row, ...input }.name": what the one or the other has under the name, or what the literal gives it.</summary>
    private static List<SyntaxNode> Merged(SyntaxNode literal, SyntaxNode name)
    {
        var ways = new List<SyntaxNode>();
        foreach (var member in literal.Children)
        {
            if (member.Is(SyntaxKind.SpreadAssignment))
                ways.Add(member.FirstChild);
            else if (member.Is(SyntaxKind.PropertyAssignment) && member.FirstChild.Bytes.SequenceEqual(name.Bytes))
                return [new PropertyAssignment(member).Value];
            else if (member.Is(SyntaxKind.ShorthandPropertyAssignment) && member.FirstChild.Bytes.SequenceEqual(name.Bytes))
                return [member.FirstChild];
        }

        return ways;
    }

    /// <summary>"items.push(x)", "row.count += 1", "extend(items)": what the variable holds may be another value than it was given.</summary>
    private static bool IsChanged(SyntaxNode identifier, FunctionModel function)
    {
        foreach (var reference in function.Module.LocalSymbolOf(identifier).References)
        {
            var chain = reference.Wrapped();
            while (chain.Parent.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression && chain.Parent.FirstChild == chain)
                chain = chain.Parent.Wrapped();
            if (chain != reference && ((chain.Parent.Is(SyntaxKind.CallExpression) && chain.Parent.FirstChild == chain) || AssignedValue.TargetOf(chain.Parent) == chain))
                return true;
        }

        return false;
    }

    /// <summary>A variable, or a chain of members of what was awaited: the value as it was read.</summary>
    private static bool IsMember(SyntaxNode node)
    {
        while (node.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.AwaitExpression)
            node = node.FirstChild.Unwrapped();
        return node.Kind is SyntaxKind.Identifier or SyntaxKind.CallExpression;
    }
}
