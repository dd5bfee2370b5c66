using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Tells promises that a function only hands out from those that it makes: somebody else may have taken the rejection of the former.</summary>
internal static class KeptPromises
{
    /// <summary>
    /// Where the rejection is taken of the promise that a call hands out: a variable outside of the called function, or a field, keeps it, and a handler hangs on it.
    /// None when the call may make a promise of its own, or nobody takes the one that is kept.
    /// </summary>
    public static SyntaxNode TakenElsewhere(ProjectModel project, SyntaxNode call)
    {
        if (!call.Is(SyntaxKind.CallExpression) || project.Types.CalleeOf(call) is not Callee.InProgram { Functions: [var function], Signatures.IsEmpty: true }
            || function.Has(NodeFlags.Async) || function.Has(NodeFlags.Generator) || FunctionLike.From(function) is not { Body.Exists: true } shape)
            return default;
        SyntaxNode taken = default;
        foreach (var result in Inference.ResultsOf(shape))
        {
            var kept = Resolved(project, result);
            taken = IsKept(project, kept, function) ? TakenAt(project, kept) : default;
            if (!taken.Exists)
                return default;
        }

        return taken;
    }

    /// <summary><c>Promise.resolve(p)</c> of a promise is that promise.</summary>
    private static SyntaxNode Resolved(ProjectModel project, SyntaxNode value)
    {
        value = value.Unwrapped();
        return project.PromiseOperationOf(value) is PromiseOperation.Resolve ? value.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() : value;
    }

    private static bool IsKept(ProjectModel project, SyntaxNode place, SyntaxNode function)
    {
        if (place.Is(SyntaxKind.PropertyAccessExpression))
            return place.FirstChild.Is(SyntaxKind.ThisKeyword);
        return place.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(place) is { Exists: true } symbol && symbol.Declaration.Is(SyntaxKind.VariableDeclaration)
            && FunctionShape.Enclosing(symbol.Declaration) != function;
    }

    private static SyntaxNode TakenAt(ProjectModel project, SyntaxNode place)
    {
        foreach (var mention in Mentions(project, place))
        {
            if (IsTaken(project, mention))
                return mention;
        }

        return default;
    }

    private static IReadOnlyList<SyntaxNode> Mentions(ProjectModel project, SyntaxNode place)
    {
        if (place.Is(SyntaxKind.Identifier))
            return project.Bindings.SymbolOf(place).References;
        var found = new List<SyntaxNode>();
        if (place.Ancestor(SyntaxKind.ClassBody) is not { Exists: true } body)
            return found;
        foreach (var node in body.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.PropertyAccessExpression) && node.TextIs(place.Bytes))
                found.Add(node);
        }

        return found;
    }

    /// <summary>
    /// A handler hangs on it; what <c>then</c> makes of it is judged where that stands. That somebody may await it is not enough: that comes too late for a rejection that is there first.
    /// </summary>
    private static bool IsTaken(ProjectModel project, SyntaxNode promise)
    {
        var at = promise;
        while (at.Parent.Kind is SyntaxKind.ParenthesizedExpression or SyntaxKind.NonNullExpression or SyntaxKind.AsExpression)
            at = at.Parent;
        if (at.Parent.Is(SyntaxKind.PropertyAccessExpression) && at.Parent.FirstChild == at && at.Parent.Parent.Is(SyntaxKind.CallExpression))
            return project.PromiseOperationOf(at.Parent.Parent) is PromiseOperation.Then or PromiseOperation.Catch or PromiseOperation.Finally;
        return at.Parent.Is(SyntaxKind.ArgumentList) && project.PromiseOperationOf(at.Parent.Parent) is PromiseOperation.Resolve && IsTaken(project, at.Parent.Parent);
    }
}
