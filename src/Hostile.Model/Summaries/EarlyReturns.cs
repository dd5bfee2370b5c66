using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A promise that is returned out of a <c>try</c> before it is settled.</summary>
/// <param name="Return">The statement.</param>
/// <param name="Promise">What is returned.</param>
/// <param name="Handler">The <c>catch</c> that does not see its rejection; none when there is only a <c>finally</c>.</param>
/// <param name="Cleanup">The <c>finally</c> that runs before the work is done; none when there is none, or it does nothing that the work could need.</param>
public sealed record EarlyReturn(SyntaxNode Return, SyntaxNode Promise, SyntaxNode Handler, SyntaxNode Cleanup)
{
    /// <summary>Whether the <c>catch</c> only adds something to the error and throws it on, so that callers hear of it anyway.</summary>
    public bool ThrowsOn { get; init; }

    /// <summary>Whether the <c>catch</c> treats some failures only and throws the others on: <c>if (error instanceof NotFound) …; else throw error;</c></summary>
    public bool TreatsSome { get; init; }

    /// <summary>Whether the <c>catch</c> answers that the server failed, as whoever called this would: <c>res.status(500)</c>.</summary>
    public bool AnswersFailure { get; init; }

    /// <summary>Whether the <c>catch</c> does nothing but pass on what it caught.</summary>
    public bool OnlyPassesOn => Handler.Exists && Throwing.OnlyRethrows(Handler);

    /// <summary>Whether the function that makes the promise does in a <c>catch</c> of its own what this one does: with an <c>await</c> it would be done twice.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether the <c>catch</c> runs again what the returned call is given to run, or calls the same function itself: with an <c>await</c> a failure of that would run it twice.</summary>
    public bool RunsItAgain { get; init; }

    /// <summary>Whether nothing but its place says that it is a promise: an async function returns what the function gives that it was handed, and cleans up behind it.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>Whether the <c>catch</c> writes to a database, or rolls back: what it undoes or marks stays as it was.</summary>
    public bool Undoes { get; init; }

    /// <summary>Whether the transaction that the <c>catch</c> rolls back is over when this returns: a rollback would undo nothing.</summary>
    public bool IsAfterEnd { get; init; }

    /// <summary>Whether the promise is put into a variable in the <c>try</c>, and returned behind it.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether the <c>catch</c> waits for something, as one does that takes back what was done elsewhere.</summary>
    public bool Waits { get; init; }

    /// <summary>Whether the rejection is written out: <c>return Promise.reject(error)</c>, <c>return new Promise((_, reject) => reject(error))</c>. No work is under way.</summary>
    public bool IsWrittenOut { get; init; }

    /// <summary>Whether what the <c>finally</c> names is only known in the function, and nothing of it comes to the work that is returned.</summary>
    public bool IsApart { get; init; }

    /// <summary>The call in the <c>finally</c> that gives a database connection back; none when it frees something else.</summary>
    public SyntaxNode Release { get; init; }
}

/// <summary>Finds returns out of a <c>try</c> that should have been awaited.</summary>
internal static class EarlyReturns
{
    private static readonly KindSet Kinds = KindSet.Of(SyntaxKind.ReturnStatement, SyntaxKind.ExpressionStatement);

    /// <summary>Programs that people write nest less deeply.</summary>
    private const int FarthestTry = 40;

    /// <summary>Those of a file, by position.</summary>
    public static ImmutableArray<EarlyReturn> In(ProjectModel project, Module module)
    {
        var found = ImmutableArray.CreateBuilder<EarlyReturn>();
        foreach (var node in module.Tree.NodesOf(Kinds))
        {
            if (node.Is(SyntaxKind.ReturnStatement) && node.FirstChild.Exists && Find(project, node, node.FirstChild.Unwrapped()) is { } early)
                found.Add(early);
            else if (node.Is(SyntaxKind.ExpressionStatement) && KeptFor(module, node) is { Exists: true } promise && Find(project, node, promise) is { Handler.Exists: true } kept)
                found.Add(kept with { IsKept = true });
        }

        return found.ToImmutable();
    }

    /// <summary>The same of one promise; null when it is not returned out of a <c>try</c>.</summary>
    public static EarlyReturn? At(ProjectModel project, SyntaxNode promise) =>
        promise.Wrapped().Parent is { Kind: SyntaxKind.ReturnStatement } statement ? Find(project, statement, statement.FirstChild.Unwrapped()) : null;

    /// <summary>"let result; try { result = send(); } catch (error) { … } return result;": the promise of an assignment in a <c>try</c> whose variable is named next when the <c>try</c> is over; none otherwise.</summary>
    private static SyntaxNode KeptFor(Module module, SyntaxNode statement)
    {
        if (statement.FirstChild is not { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment || !assignment.FirstChild.Is(SyntaxKind.Identifier) || assignment.ChildAt(1).Unwrapped() is not { Kind: SyntaxKind.CallExpression } promise
            || statement.Parent is not { Kind: SyntaxKind.Block, Parent: { Kind: SyntaxKind.TryStatement } attempt } block || attempt.FirstChild != block
            || module.LocalSymbolOf(assignment.FirstChild) is not { Exists: true, IsModuleLevel: false } variable || variable.IsCaptured || attempt.Span.Contains(variable.Declaration.Span))
            return default;
        var isReturned = false;
        foreach (var reference in variable.References)
        {
            if (reference == assignment.FirstChild || reference.Span.End < attempt.Span.Start)
                continue;
            // Named within the `try`, it may be awaited there; named elsewhere than in a `return` behind, it may be anything.
            if (reference.Span.Start < attempt.Span.End || reference.Wrapped().Parent is not { Kind: SyntaxKind.ReturnStatement })
                return default;
            isReturned = true;
        }

        return isReturned ? promise : default;
    }

    private static EarlyReturn? Find(ProjectModel project, SyntaxNode statement, SyntaxNode promise)
    {
        SyntaxNode handler = default, cleanup = default;
        var height = 0;
        for (var at = statement; at.Parent.Exists && height < FarthestTry && FunctionLike.From(at) is null; at = at.Parent, height++)
        {
            if (!at.Parent.Is(SyntaxKind.TryStatement))
                continue;
            if (at.Is(SyntaxKind.Block) && !handler.Exists)
                handler = at.Parent.Child(SyntaxKind.CatchClause);
            if (!at.Is(SyntaxKind.FinallyClause) && !cleanup.Exists && at.Parent.Child(SyntaxKind.FinallyClause) is { Exists: true } last && Calls(last))
                cleanup = last;
        }

        if (!handler.Exists && !cleanup.Exists)
            return null;
        var isHanded = cleanup.Exists && IsHanded(project, statement, promise) && IsGivenWhatIsFreed(project, promise, cleanup);
        if (promise.Kind is not (SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression or SyntaxKind.ConditionalExpression)
            || !(isHanded || project.ThenableOf(promise) is Thenable.Promise or Thenable.Lazy) || project.RejectionHandlerOf(promise).Exists || FunctionShape.Enclosing(statement).Has(NodeFlags.Generator))
            return null;
        // A function that calls itself: what is in its "catch" has been done by the inner call.
        if (!cleanup.Exists && project.Types.CalleeOf(promise) is Callee.InProgram { Functions: [var called] } && called == FunctionShape.Enclosing(statement))
            return null;
        return new(statement, promise, handler, cleanup) { Release = cleanup.Exists ? ReleaseIn(project, cleanup) : default, ThrowsOn = handler.Exists && Throwing.AlwaysThrows(project, handler), TreatsSome = handler.Exists && Throwing.RethrowsOthers(handler), AnswersFailure = handler.Exists && AnswersFailure(handler), IsRepeated = handler.Exists && IsRepeated(project, promise, handler), RunsItAgain = handler.Exists && RunsItAgain(promise, handler), IsAssumed = isHanded, Undoes = handler.Exists && Undoes(project, handler), IsAfterEnd = handler.Exists && IsAfterEnd(project, statement, handler), Waits = handler.Exists && Throwing.Waits(handler), IsWrittenOut = project.PromiseOperationOf(promise.Unwrapped()) is PromiseOperation.Reject || OnlyRejects(promise), IsApart = cleanup.Exists && IsApart(project, promise, cleanup) };
    }

    /// <summary><c>new Promise((resolve, reject) => reject(new Error("403")))</c></summary>
    private static bool OnlyRejects(SyntaxNode promise)
    {
        if (!promise.Is(SyntaxKind.NewExpression) || !promise.FirstChild.TextIs("Promise"u8) || FunctionLike.From(promise.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped()) is not { } executor || executor.Parameters.ToArray() is not [_, var reject])
            return false;
        var only = executor.Body.Is(SyntaxKind.Block) ? executor.Body.Children.ToArray() is [var one] ? one.FirstChild.Unwrapped() : default : executor.Body.Unwrapped();
        return only.Is(SyntaxKind.CallExpression) && only.FirstChild.TextIs(reject.FirstAfterModifiers().Bytes);
    }

    /// <summary>How many variables lie between what is freed and what uses it: <c>const repo = make(connection); const service = wrap(repo)</c>.</summary>
    private const int MostMade = 4;

    /// <summary>
    /// "finally { loader.dispose(); }" around "return setToNull(id)": the work is given nothing that is freed, and a function that is declared elsewhere cannot see a variable of this one.
    /// What is freed is not told where it is a field, or of the whole file.
    /// </summary>
    private static bool IsApart(ProjectModel project, SyntaxNode promise, SyntaxNode cleanup)
    {
        if (promise.Kind is not (SyntaxKind.CallExpression or SyntaxKind.NewExpression) || project.Bindings.ModuleOf(promise.Tree) is not { } module)
            return false;
        var freed = new HashSet<Symbol>();
        if (!Gather(cleanup, freed, 0) || freed.Count == 0)
            return false;
        var used = new HashSet<Symbol>();
        Gather(promise, used, 0);
        foreach (var called in project.Types.CalleeOf(promise) is Callee.InProgram { Functions: var functions } ? functions : [])
        {
            // A function within this one sees its variables.
            if (called.Tree == promise.Tree && FunctionShape.Enclosing(called) is { Exists: true } outer && outer.Span.Contains(promise.Span))
                Gather(called, used, MostMade);
        }

        return !used.Overlaps(freed);

        // Whether all that is named is local.
        bool Gather(SyntaxNode part, HashSet<Symbol> into, int depth)
        {
            var isLocal = true;
            foreach (var node in part.DescendantsAndSelf)
            {
                if (node.Kind is SyntaxKind.ThisKeyword or SyntaxKind.SuperKeyword)
                    isLocal = false;
                if (!node.Is(SyntaxKind.Identifier) || (node.Parent.Is(SyntaxKind.PropertyAccessExpression) && node.Parent.ChildAt(1) == node) || module.LocalSymbolOf(node) is not { Exists: true } symbol)
                    continue;
                isLocal &= !symbol.IsModuleLevel && !symbol.Is(SymbolFlags.Import);
                if (!symbol.IsModuleLevel && into.Add(symbol) && depth < MostMade && symbol.Declaration is { Kind: SyntaxKind.VariableDeclaration } made)
                    Gather(made.Child(SyntaxKind.Initializer), into, depth + 1);
            }

            return isLocal;
        }
    }

    private static bool Undoes(ProjectModel project, SyntaxNode handler)
    {
        foreach (var node in handler.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression) && (project.DatabaseCallAt(node) is { } call && (call.Ends || call.Queries.Any(query => query.IsWrite)) || project.Transactions.Ends(node)))
                return true;
        }

        return false;
    }

    /// <summary>"await runner.commitTransaction(); return publish(event);" before a <c>catch</c> whose only statement is a rollback.</summary>
    private static bool IsAfterEnd(ProjectModel project, SyntaxNode statement, SyntaxNode handler)
    {
        var rollsBack = false;
        foreach (var node in handler.DescendantsAndSelf)
        {
            if (!node.Is(SyntaxKind.CallExpression) || project.DatabaseCallAt(node) is not { } call)
                continue;
            if (call.Queries.Any(query => query.IsWrite))
                return false;
            rollsBack |= call.Ends;
        }

        for (var at = statement; rollsBack && at.Exists && at != handler.Parent; at = at.Parent)
        {
            foreach (var earlier in at.Parent.Is(SyntaxKind.Block) ? at.Parent.Children.ToArray() : [])
            {
                if (earlier == at)
                    break;
                if (earlier.Is(SyntaxKind.ExpressionStatement) && earlier.FirstChild.Unwrapped() is { Kind: SyntaxKind.AwaitExpression } wait && project.DatabaseCallAt(wait.FirstChild.Unwrapped()) is { Ends: true })
                    return true;
            }
        }

        return false;
    }

    /// <summary><c>return work(connection);</c> in an async function that is handed <c>work</c>, whose type leaves open what that gives.</summary>
    private static bool IsHanded(ProjectModel project, SyntaxNode statement, SyntaxNode promise) =>
        promise.Is(SyntaxKind.CallExpression) && FunctionShape.Enclosing(statement).Has(NodeFlags.Async) && project.Types.CalleeOf(promise) is not Callee.InProgram { Functions.IsEmpty: false }
        && project.Bindings.ModuleOf(promise.Tree)!.LocalSymbolOf(promise.FirstChild.Unwrapped()) is { Exists: true } work && work.Is(SymbolFlags.Parameter) && (project.Types.TypeOf(promise) is LightType.TypeParameter || project.Types.TypeOf(promise).IsUnknown);

    /// <summary>
    /// <c>return work(connection)</c>, or <c>const service = serviceOf(connection); return work(service)</c>, before <c>connection.release()</c>; what is done with <c>return done(null, user)</c> is over, whatever is freed.
    /// </summary>
    private static bool IsGivenWhatIsFreed(ProjectModel project, SyntaxNode call, SyntaxNode cleanup)
    {
        var freed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in cleanup.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier))
                freed.Add(node.Text);
        }

        var arguments = call.Child(SyntaxKind.ArgumentList);
        if (!arguments.FirstChild.Exists)
            return true;
        foreach (var node in arguments.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && (freed.Contains(node.Text) || IsMadeOf(project, node, freed)))
                return true;
        }

        return false;
    }

    /// <summary>A variable that the same function makes of something by one of these names, and gives nothing else.</summary>
    private static bool IsMadeOf(ProjectModel project, SyntaxNode name, HashSet<string> names)
    {
        if (project.Bindings.ModuleOf(name.Tree)!.LocalSymbolOf(name) is not { Exists: true, IsAssignedOnce: true, Declaration.Kind: SyntaxKind.VariableDeclaration } made || FunctionShape.Enclosing(made.Declaration) != FunctionShape.Enclosing(name))
            return false;
        foreach (var node in made.Declaration.Child(SyntaxKind.Initializer).Child(SyntaxKind.CallExpression).Child(SyntaxKind.ArgumentList).Children)
        {
            if (node.Is(SyntaxKind.Identifier) && names.Contains(node.Text))
                return true;
        }

        return false;
    }

    /// <summary>All that the called function waits for stands in one <c>try</c>, and its <c>catch</c> calls whatever the handler calls.</summary>
    private static bool IsRepeated(ProjectModel project, SyntaxNode promise, SyntaxNode handler)
    {
        if (project.Types.CalleeOf(promise) is not Callee.InProgram { Functions: [var called] } || FunctionLike.From(called) is not { Body: { Kind: SyntaxKind.Block } body })
            return false;
        SyntaxNode inner = default;
        foreach (var statement in body.Children)
        {
            if (statement.Is(SyntaxKind.TryStatement) && !inner.Exists)
                inner = statement.Child(SyntaxKind.CatchClause);
            else if (CanFail(statement))
                return false;
        }

        if (!inner.Exists || !Throwing.AlwaysThrows(project, inner))
            return false;
        var repeated = StatedCalls(inner);
        var wanted = StatedCalls(handler);
        return wanted.Count > 0 && wanted.All(repeated.Contains);
    }

    /// <summary><c>try { return cached(load); } catch { return await load(); }</c>, <c>try { … return fallback(a); } catch { return fallback(b); }</c></summary>
    private static bool RunsItAgain(SyntaxNode promise, SyntaxNode handler)
    {
        foreach (var node in handler.DescendantsAndSelf)
        {
            if (promise.Is(SyntaxKind.CallExpression) && node.Is(SyntaxKind.CallExpression) && node.FirstChild.TextIs(promise.FirstChild.Bytes) && FunctionShape.Enclosing(node) == FunctionShape.Enclosing(handler))
                return true;
        }

        foreach (var argument in promise.Child(SyntaxKind.ArgumentList).Children)
        {
            if (!argument.Is(SyntaxKind.Identifier))
                continue;
            foreach (var node in handler.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.CallExpression) && node.FirstChild.TextIs(argument.Bytes))
                    return true;
            }
        }

        return false;
    }

    private static bool AnswersFailure(SyntaxNode handler)
    {
        foreach (var node in handler.DescendantsAndSelf)
        {
            // "if (isConflict(error)) return conflict(error);": some failures are answered as what they are.
            if (node.Is(SyntaxKind.ReturnStatement) && node.FirstChild.Exists && !NamesFailure(node))
                return false;
        }

        return NamesFailure(handler);
    }

    private static bool NamesFailure(SyntaxNode part)
    {
        foreach (var node in part.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.NumericLiteral) && node.Bytes is [(byte)'5', (byte)'0', _] && node.Parent.Kind is SyntaxKind.ArgumentList or SyntaxKind.PropertyAssignment)
                return true;
        }

        return false;
    }

    private static bool CanFail(SyntaxNode statement)
    {
        foreach (var node in statement.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ThrowStatement or SyntaxKind.ReturnStatement)
                return true;
        }

        return false;
    }

    /// <summary>What is called by statements, for its effect alone: <c>await Cleanup.send(…);</c></summary>
    private static HashSet<string> StatedCalls(SyntaxNode handler)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in handler.Child(SyntaxKind.Block).Children)
        {
            if (node.Is(SyntaxKind.ExpressionStatement) && Awaited(node.FirstChild) is { Kind: SyntaxKind.CallExpression } call)
                found.Add(call.FirstChild.Text);
        }

        return found;
    }

    private static SyntaxNode Awaited(SyntaxNode expression) => expression.Is(SyntaxKind.AwaitExpression) ? expression.FirstChild.Unwrapped() : expression.Unwrapped();

    private static bool Calls(SyntaxNode cleanup)
    {
        foreach (var node in cleanup.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.CallExpression or SyntaxKind.DeleteExpression)
                return true;
        }

        return false;
    }

    private static SyntaxNode ReleaseIn(ProjectModel project, SyntaxNode cleanup)
    {
        foreach (var node in cleanup.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression) && project.DatabaseCallAt(node) is { GivesBack: not GivesBack.No })
                return node;
        }

        return default;
    }
}
