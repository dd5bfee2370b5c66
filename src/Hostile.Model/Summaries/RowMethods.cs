using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What the methods of a row's class do with it: <c>order.cancel()</c> assigns <c>this.status</c>.</summary>
internal static class RowMethods
{
    /// <summary>Methods that call methods of the same row; deeper than this the trace convinces nobody.</summary>
    private const int Deepest = 2;

    private static readonly KindSet Changing = KindSet.Of(SyntaxKind.BinaryExpression, SyntaxKind.PrefixUnaryExpression, SyntaxKind.PostfixUnaryExpression, SyntaxKind.CallExpression);

    /// <summary>A property that a method assigns, and the value in the words of its caller: what is passed for a parameter, a constant, or the call itself where the method reckons it.</summary>
    internal readonly record struct Change(string Property, SyntaxNode Value);

    /// <summary>What a call of a method of a row assigns to it, in the order of the text; nothing for other calls.</summary>
    public static IEnumerable<Change> ChangesOf(SyntaxNode call, ProjectModel project) =>
        call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && project.Entities.IsRow(callee.FirstChild.Unwrapped()) ? ChangesOf(call, project, Deepest) : [];

    /// <summary>What is assigned to <c>this</c> in a function before a place in it, and by the methods of the same row that it calls there.</summary>
    public static IEnumerable<Change> ChangesBefore(SyntaxNode place, ProjectModel project) => ChangesIn(FunctionShape.Enclosing(place), place.Span.Start, project, Deepest);

    private static IEnumerable<Change> ChangesOf(SyntaxNode call, ProjectModel project, int depth)
    {
        if (depth == 0 || MethodAt(call, project) is not { Exists: true } method)
            yield break;
        foreach (var change in ChangesIn(method, int.MaxValue, project, depth - 1))
            yield return change with { Value = InCaller(change.Value, method, call, project) };
    }

    private static IEnumerable<Change> ChangesIn(SyntaxNode function, int end, ProjectModel project, int depth)
    {
        foreach (var node in FunctionShape.OwnNodes(function, Changing))
        {
            Workers.Step();
            if (node.Span.Start >= end)
                yield break;
            if (node.Is(SyntaxKind.CallExpression))
            {
                if (node.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.FirstChild.Is(SyntaxKind.ThisKeyword))
                {
                    foreach (var change in ChangesOf(node, project, depth))
                        yield return change;
                }
            }
            else if (AssignedValue.TargetOf(node).Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } target && target.FirstChild.Unwrapped().Is(SyntaxKind.ThisKeyword))
                yield return new(target.ChildAt(1).Text, node.Is(SyntaxKind.BinaryExpression) && node.Operator is TokenKind.Equals ? node.ChildAt(1) : node);
        }
    }

    /// <summary>What is passed for a parameter, or what is the same whoever asks; else the call, which makes it.</summary>
    private static SyntaxNode InCaller(SyntaxNode value, SyntaxNode method, SyntaxNode call, ProjectModel project)
    {
        var plain = value.Unwrapped();
        if (ValuePath.Of(plain, "", project.Bindings) is { Root.Exists: false } || plain.Is(SyntaxKind.NullKeyword) || Consequences.IsNow(plain) || Consequences.IsMemberOfModule(plain, project))
            return value;
        if (plain.Is(SyntaxKind.Identifier) && project.Bindings.ModuleOf(plain.Tree)?.LocalSymbolOf(plain) is { Exists: true, IsAssignedOnce: true } symbol && symbol.Declaration.Is(SyntaxKind.Parameter) && FunctionLike.From(method) is { } shape)
        {
            for (var place = 0; place < shape.Parameters.Count; place++)
            {
                if (shape.Parameters[place] == symbol.Declaration && CallArguments.At(call, place) is { Exists: true } given)
                    return given;
            }
        }

        return call;
    }

    /// <summary>The one method of a class that a call means; none when several may be meant.</summary>
    private static SyntaxNode MethodAt(SyntaxNode call, ProjectModel project) =>
        project.Types.CalleeOf(call) is Callee.InProgram { Functions: [{ Kind: SyntaxKind.MethodDeclaration } method], Signatures.IsEmpty: true } ? method : default;
}
