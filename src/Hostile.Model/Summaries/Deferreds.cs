using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Tells promises that only their owner settles, and never rejects: <c>this.ready.promise</c> of <c>private ready = new Deferred()</c>, where the class only ever calls <c>this.ready.resolve()</c>.
/// </summary>
internal static class Deferreds
{
    /// <summary>Whether a promise is the member of an object that a class keeps to itself, alone or in a collection, and whose <c>reject</c> the class never names.</summary>
    public static bool NeverReject(ProjectModel project, SyntaxNode promise)
    {
        if (!promise.Is(SyntaxKind.PropertyAccessExpression) || project.Types.SymbolOf(promise) is not { Exists: true, Declaration: { Kind: SyntaxKind.PropertyDeclaration } declared } || FieldOf(promise.FirstChild) is not { Exists: true } field
            || promise.Ancestor(SyntaxKind.ClassBody) is not { Exists: true } owner || !GatheredPromises.IsPrivate(owner, field.ChildAt(1)))
            return false;
        var deferred = declared.Ancestor(SyntaxKind.ClassBody);
        if (deferred == owner || SettledBy(project, deferred, declared.FirstAfterModifiers()) is not { } settling)
            return false;
        foreach (var node in owner.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.PropertyAccessExpression) && !node.FirstChild.TextIs("Promise"u8))
            {
                var member = node.ChildAt(1).Text;
                if (settling.Rejecting.Contains(member))
                    return false;
                if (member == settling.Resolving && node.Wrapped().Parent is { Kind: SyntaxKind.CallExpression } settles && CallArguments.At(settles, 0) is { Exists: true } value && project.ThenableOf(value) is Thenable.Promise)
                    return false;
            }

            // What leaves the class, somebody else may reject.
            if (node.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && Leaves(node) && (node.TextIs(field.Bytes) || IsOf(project, node, deferred)))
                return false;
        }

        return true;
    }

    /// <summary>The field of <c>this</c> that an object is, or is taken out of: <c>this.ready</c>, <c>this.waiting.get(id)!</c>.</summary>
    private static SyntaxNode FieldOf(SyntaxNode value)
    {
        value = value.Unwrapped();
        if (value.Is(SyntaxKind.CallExpression) && value.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } get && get.ChildAt(1).TextIs("get"u8))
            value = get.FirstChild.Unwrapped();
        return value.Is(SyntaxKind.PropertyAccessExpression) && value.FirstChild.Is(SyntaxKind.ThisKeyword) ? value : default;
    }

    private static bool IsOf(ProjectModel project, SyntaxNode node, SyntaxNode body) => project.Types.TypeOf(node).NonNullish() is LightType.Instance { Symbol: var symbol } && symbol.Declaration == body.Parent;

    /// <summary>Returned, or given to anything but a collection.</summary>
    private static bool Leaves(SyntaxNode node) => node.Wrapped().Parent switch
    {
        { Kind: SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.ArrayLiteralExpression } => true,
        { Kind: SyntaxKind.ArgumentList, Parent: var call } => !(CallName.Of(call).Text is "set" or "add" or "push" && FieldOf(call.FirstChild.FirstChild).Exists),
        _ => false,
    };

    /// <summary>
    /// The member by which a class resolves the promise that it makes in its constructor, and those by which it rejects it: the field that keeps <c>reject</c>, and the methods that name that. Null where the executor does more than keep them.
    /// </summary>
    private static (string Resolving, HashSet<string> Rejecting)? SettledBy(ProjectModel project, SyntaxNode deferred, SyntaxNode promise)
    {
        SyntaxNode made = default;
        foreach (var node in deferred.DescendantsAndSelf)
        {
            if (project.PromiseOperationOf(node) is not PromiseOperation.New || !KeptIn(node).TextIs(promise.Bytes))
                continue;
            if (made.Exists)
                return null;
            made = node;
        }

        if (!made.Exists || FunctionLike.From(made.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped()) is not { Body.Exists: true } executor || project.Bindings.ModuleOf(deferred.Tree) is not { } module)
            return null;
        var kept = executor.Parameters.Select(parameter => module.LocalSymbolOf(new Parameter(parameter).Name).References.Select(KeptIn).ToList()).ToList();
        if (kept is not [[{ Exists: true } resolving], [{ Exists: true } rejecting]] || FunctionShape.OwnNodes(executor.Node).Any(node => node.Kind is SyntaxKind.ThrowStatement or SyntaxKind.CallExpression))
            return null;
        var names = new HashSet<string> { rejecting.Text };
        foreach (var node in deferred.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.PropertyAccessExpression) && node.ChildAt(1).TextIs(rejecting.Bytes) && !executor.Node.Span.Contains(node.Span) && node.Ancestor(SyntaxKind.MethodDeclaration) is var method)
            {
                if (!method.Exists)
                    return null;
                names.Add(method.FirstAfterModifiers().Text);
            }
        }

        return (resolving.Text, names);
    }

    /// <summary>The name of the member of <c>this</c> to which a value is assigned; none for others.</summary>
    private static SyntaxNode KeptIn(SyntaxNode value) => AssignedValue.TargetFor(value) is { Kind: SyntaxKind.PropertyAccessExpression } target && target.FirstChild.Is(SyntaxKind.ThisKeyword) ? target.ChildAt(1) : default;
}
