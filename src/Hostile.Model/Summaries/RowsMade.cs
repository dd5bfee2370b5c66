using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Rows that a transaction has made, as the functions hold them that it calls: <c>user.profile = await Profile.create(…)</c>, and <c>this</c> in a method of that. Nobody else sees them before the COMMIT.
/// </summary>
internal static class RowsMade
{
    /// <summary>A function that gives the row from a function that gives it …</summary>
    private const int Deepest = 8;

    /// <summary>The insertion that made the row which an expression holds, in one of the functions on the way to a use; null for any other value.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="use">What is done in it.</param>
    /// <param name="value">The expression.</param>
    /// <param name="frame">In which function it stands, counted as <see cref="InnerUse.Frames"/> are.</param>
    public static InnerUse? MakerOf(TransactionScope scope, InnerUse use, SyntaxNode value, int frame)
    {
        for (var depth = 0; depth < Deepest && frame >= 0 && frame < use.Frames.Length; depth++)
        {
            value = value.Unwrapped();
            var function = use.Frames[frame].Function;
            var from = frame > 0 ? use.CallIn(frame - 1) : default;
            if (value.Is(SyntaxKind.ThisKeyword))
            {
                if (from.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } method)
                    return null;
                (value, frame) = (method.FirstChild, frame - 1);
                continue;
            }

            if (function.Module.LocalSymbolOf(value) is { Exists: true } symbol && symbol.Declaration.Is(SyntaxKind.Parameter))
            {
                if (symbol.Declaration.Parent.Parent != function.Node || !symbol.Writes.IsEmpty)
                    return null;
                (value, frame) = (CallArguments.At(from, new Parameter(symbol.Declaration).Place), frame - 1);
                continue;
            }

            return OnlyValue(value, function) is { Kind: SyntaxKind.AwaitExpression } awaited ? Insertion(scope, use, awaited.FirstChild.Unwrapped(), frame) : null;
        }

        return null;
    }

    /// <summary>The one value that a variable, or a member of one, is given in a function; none where there are several.</summary>
    private static SyntaxNode OnlyValue(SyntaxNode name, FunctionModel function)
    {
        if (name.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(name) is { Exists: true } symbol && symbol.Declaration.Is(SyntaxKind.VariableDeclaration))
        {
            if (symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial)
                return symbol.IsAssignedOnce ? initial.Unwrapped() : default;
            return symbol.Writes is [var only] && only.Wrapped().Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } given ? given.ChildAt(1).Unwrapped() : default;
        }

        if (!name.Is(SyntaxKind.PropertyAccessExpression))
            return default;
        var found = default(SyntaxNode);
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            Workers.Step();
            if (node is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } || !node.FirstChild.TextIs(name.Bytes))
                continue;
            if (found.Exists)
                return default;
            found = node.ChildAt(1).Unwrapped();
        }

        return found.Exists && found.Span.End <= name.Span.Start ? found : default;
    }

    /// <summary>The insertion of the transaction whose row a call gives.</summary>
    private static InnerUse? Insertion(TransactionScope scope, InnerUse use, SyntaxNode call, int frame)
    {
        foreach (var made in scope.Uses)
        {
            if (made is { IsInside: true, Database.Queries: [{ Kind: QueryKind.Insert, Conflict: null, Table: not null }] } && made.CallIn(frame) == call && IsSameWay(made, use, frame) && IsGivenBack(made, frame))
                return made;
        }

        return null;
    }

    private static bool IsSameWay(InnerUse made, InnerUse use, int frame)
    {
        for (var before = 0; before < frame; before++)
        {
            if (made.CallIn(before) != use.CallIn(before))
                return false;
        }

        return true;
    }

    /// <summary><c>return await Profile.create(…)</c>, in each function from there to the insertion, and nothing else.</summary>
    private static bool IsGivenBack(InnerUse made, int frame)
    {
        for (var inner = frame + 1; inner < made.Frames.Length; inner++)
        {
            var given = 0;
            foreach (var result in FunctionLike.From(made.Frames[inner].Function.Node) is { } shape ? Inference.ResultsOf(shape) : [])
            {
                var value = result.Unwrapped();
                value = value.Is(SyntaxKind.AwaitExpression) ? value.FirstChild.Unwrapped() : value;
                if (value == made.CallIn(inner))
                    given++;
                // "return Promise.reject(…)" gives nothing.
                else if (!(value.Is(SyntaxKind.CallExpression) && value.FirstChild.TextIs("Promise.reject"u8)))
                    return false;
            }

            if (given == 0)
                return false;
        }

        return true;
    }
}
