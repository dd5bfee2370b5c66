using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Which evaluations can end in an exception that is worth a path of its own.</summary>
internal static class Throwing
{
    /// <summary>
    /// Reports whether a point throws: <c>throw</c>, an <c>await</c> of what may reject, a call of the program's own function that throws.
    /// A call of an unknown or library function does not count: everything could throw, and nothing would be left to say.
    /// </summary>
    public static bool CanThrow(ProjectModel project, FlowPoint point) => point.Op switch
    {
        FlowOp.Throw => true,
        FlowOp.Await => CanReject(project, point.Node),
        FlowOp.IterateAsync => true,
        FlowOp.Call => !LogCalls.Has(point.Node) && project.Types.CalleeOf(point.Node) is Callee.InProgram program && program.Functions.Any(ThrowsAtOnce),
        _ => false,
    };

    /// <summary>Whether a <c>catch</c> clause throws whatever it caught, or something in its place: every way through it ends in a <c>throw</c>, or in a call of what never returns.</summary>
    public static bool AlwaysThrows(ProjectModel project, SyntaxNode handler) => Throws(project, handler.Child(SyntaxKind.Block));

    /// <summary>Whether a block or a <c>catch</c> clause waits for work: to try again, to take back, to put aside for later. A line of a log is none.</summary>
    public static bool Waits(SyntaxNode block)
    {
        foreach (var node in block.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.AwaitExpression) && !ProjectModel.OnlyLogs(node.FirstChild.Unwrapped()))
                return true;
        }

        return false;
    }

    /// <summary>Whether a <c>catch</c> clause throws on without asking what it caught: a <c>throw</c> among its own statements, and no condition before it.</summary>
    public static bool AlwaysRethrows(SyntaxNode handler) => AlwaysThrowsIn(handler.Child(SyntaxKind.Block));

    private static bool AlwaysThrowsIn(SyntaxNode block)
    {
        foreach (var statement in block.Children)
        {
            if (IsThrow(statement))
                return true;
            if (statement.Kind is SyntaxKind.IfStatement or SyntaxKind.SwitchStatement or SyntaxKind.ReturnStatement)
                return false;
        }

        return false;
    }

    /// <summary>Whether a <c>catch</c> clause somewhere throws the very thing that it caught.</summary>
    public static bool ThrowsOnWhatItCaught(SyntaxNode handler)
    {
        foreach (var node in handler.Child(SyntaxKind.Block).DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.ThrowStatement) && IsOfWhatWasCaught(node) && node.Ancestor(SyntaxKind.CatchClause) == handler)
                return true;
        }

        return false;
    }

    /// <summary><c>Promise.reject(error)</c></summary>
    private static bool IsRejection(SyntaxNode call) => call.Is(SyntaxKind.CallExpression) && call.FirstChild.TextIs("Promise.reject"u8);

    /// <summary>What a <c>throw</c> or a <c>return Promise.reject(…)</c> throws.</summary>
    public static SyntaxNode ThrownBy(SyntaxNode thrown) => (thrown.Is(SyntaxKind.ThrowStatement) ? thrown.FirstChild : thrown.FirstChild.Unwrapped().Child(SyntaxKind.ArgumentList).FirstChild).Unwrapped();

    /// <summary><c>catch (error) { … throw error; }</c>, also under another name, <c>const failure = error as Error</c>: it throws what something else has thrown.</summary>
    public static bool IsOfWhatWasCaught(SyntaxNode thrown)
    {
        if (ThrownBy(thrown) is not { Kind: SyntaxKind.Identifier } name)
            return false;
        for (var at = thrown; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Is(SyntaxKind.CatchClause))
                return at.FirstChild.Is(SyntaxKind.VariableDeclaration) && at.FirstChild.FirstChild.TextIs(name.Bytes);
            // "const failure = error as Error;" before it: what that names.
            if (at.Parent.Is(SyntaxKind.Block) && NamedBefore(at, name) is { Exists: true } same)
                name = same;
        }

        return false;
    }

    /// <summary>What a constant of the same block is another name for, <c>const failure = error as Error</c>; none where it stands for anything else.</summary>
    private static SyntaxNode NamedBefore(SyntaxNode statement, SyntaxNode name)
    {
        for (var before = statement.Parent.FirstChild; before.Exists && before != statement; before = before.NextSibling)
        {
            if (!before.Is(SyntaxKind.VariableStatement))
                continue;
            foreach (var variable in before.Child(SyntaxKind.VariableDeclarationList).Children)
            {
                if (variable.FirstChild.TextIs(name.Bytes) && variable.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } same)
                    return same;
            }
        }

        return default;
    }

    /// <summary>
    /// Whether a function does nothing but say that somebody else is to be called in its place: <c>log() { throw new Error('Not implemented'); }</c> of a base class, or of an object whose members are given later.
    /// </summary>
    public static bool IsPlaceholder(SyntaxNode function)
    {
        var body = FunctionShape.BodyOf(function);
        if (!body.Is(SyntaxKind.Block) || body.FirstChild is not { Kind: SyntaxKind.ThrowStatement } thrown || thrown.NextSibling.Exists)
            return false;
        var said = thrown.FirstChild.Text;
        return Placeholders.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] Placeholders = ["not impl", "notimpl", "unimplemented", "must be implemented", "must implement", "should be implemented", "must be overrid", "must override", "should be overrid", "abstract method", "subclass"];

    private static bool Throws(ProjectModel project, SyntaxNode statement)
    {
        if (IsThrow(statement) || IsCallWithoutEnd(project, statement))
            return true;
        if (statement.Is(SyntaxKind.IfStatement))
            return statement.ChildAt(2).Exists && Throws(project, statement.ChildAt(1)) && Throws(project, statement.ChildAt(2));
        if (!statement.Is(SyntaxKind.Block))
            return false;
        foreach (var inner in statement.Children)
        {
            if (Throws(project, inner))
                return true;
            if (Leaves(inner))
                return false;
        }

        return false;
    }

    /// <summary>Whether a <c>catch</c> clause throws on what its conditions leave over: its last statement does, or the last branch of an <c>if</c> that stands there.</summary>
    public static bool RethrowsOthers(SyntaxNode handler)
    {
        var last = LastOf(handler.Child(SyntaxKind.Block));
        while (last.Is(SyntaxKind.IfStatement) && last.ChildAt(2).Exists)
            last = LastOf(last.ChildAt(2));
        return IsThrow(last);
    }

    private static SyntaxNode LastOf(SyntaxNode statement)
    {
        if (!statement.Is(SyntaxKind.Block))
            return statement;
        SyntaxNode last = default;
        foreach (var child in statement.Children)
            last = child;
        return last;
    }

    /// <summary>Whether a <c>catch</c> clause does nothing but throw what it caught: taken away, nothing would change.</summary>
    public static bool OnlyRethrows(SyntaxNode handler)
    {
        var block = handler.Child(SyntaxKind.Block);
        if (block.Children.Count != 1 || !IsThrow(block.FirstChild) || !handler.FirstChild.Is(SyntaxKind.VariableDeclaration))
            return false;
        var thrown = block.FirstChild.FirstChild.Unwrapped();
        return (thrown.Is(SyntaxKind.CallExpression) ? thrown.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() : thrown).TextIs(handler.FirstChild.FirstChild.Bytes);
    }

    /// <summary><c>fail(e);</c>, <c>return fail(e);</c> of a function that always throws.</summary>
    private static bool IsCallWithoutEnd(ProjectModel project, SyntaxNode statement) =>
        statement.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.ReturnStatement && statement.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } call && project.NeverReturns(call);

    /// <summary><c>throw e;</c>, <c>return Promise.reject(e);</c></summary>
    public static bool IsThrow(SyntaxNode statement) => statement.Is(SyntaxKind.ThrowStatement)
        || (statement.Is(SyntaxKind.ReturnStatement) && IsRejection(statement.FirstChild.Unwrapped()));

    private static bool Leaves(SyntaxNode statement)
    {
        if (FunctionLike.From(statement) is not null)
            return false;
        if (statement.Kind is SyntaxKind.ReturnStatement or SyntaxKind.BreakStatement or SyntaxKind.ContinueStatement)
            return true;
        foreach (var child in statement.Children)
        {
            if (Leaves(child))
                return true;
        }

        return false;
    }

    /// <summary>
    /// What takes an exception of a call, and a rejection of the promise that it returns, within a function: the <c>catch</c> clause around it when it is awaited there,
    /// or the handler of <c>.catch(…)</c> or <c>.then(…, …)</c>. One that always throws on does not count. None when it leaves the function.
    /// </summary>
    /// <param name="project">To look into a function that the promise is given to, which may take its rejection; null not to look.</param>
    public static SyntaxNode HandlerAround(SyntaxNode call, SyntaxNode function, ProjectModel? project = null)
    {
        var isAwaited = false;
        for (var at = call; at.Exists && at != function; at = at.Parent)
        {
            isAwaited |= at.Is(SyntaxKind.AwaitExpression);
            if (!isAwaited && project is not null && HandlerOfTaker(project, at) is { Exists: true } taking)
                return taking;
            if (at.Parent.Is(SyntaxKind.PropertyAccessExpression) && at.Parent.FirstChild == at && at.Parent.Parent.Is(SyntaxKind.CallExpression) && !isAwaited)
            {
                var taken = at.Parent.Parent.Child(SyntaxKind.ArgumentList).ChildAt(at.Parent.ChildAt(1).TextIs("catch"u8) ? 0 : at.Parent.ChildAt(1).TextIs("then"u8) ? 1 : int.MaxValue);
                if (taken.Exists && !AlwaysThrowsOn(taken))
                    return taken;
            }

            if (isAwaited && at.Parent.Is(SyntaxKind.TryStatement) && at.Parent.FirstChild == at && at.Parent.Child(SyntaxKind.CatchClause) is { Exists: true } handler && !AlwaysRethrows(handler))
                return handler;
        }

        return default;
    }

    /// <summary>
    /// "const result = await queryResult(db.insert(row))": the <c>catch</c> around the <c>await</c> of the parameter that the function which is given a promise puts it into. None when it has none, or that throws on.
    /// </summary>
    public static SyntaxNode HandlerOfTaker(ProjectModel project, SyntaxNode promise)
    {
        if (!promise.Parent.Is(SyntaxKind.ArgumentList) || promise.Parent.Parent is not { Kind: SyntaxKind.CallExpression } call || promise.Kind is not SyntaxKind.CallExpression || FunctionLike.From(project.FunctionCalled(call)) is not { Body: { Kind: SyntaxKind.Block } body } taker)
            return default;
        var place = promise.Parent.Children.ToArray().AsSpan().IndexOf(promise);
        if (taker.Parameters.Skip(place).FirstOrDefault() is not { Exists: true } parameter || parameter.FirstAfterModifiers() is not { Kind: SyntaxKind.Identifier } name)
            return default;
        foreach (var node in body.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.AwaitExpression) && node.FirstChild.Unwrapped().TextIs(name.Bytes) && HandlerAround(node.FirstChild, body) is { Exists: true } handler)
                return handler;
        }

        return default;
    }

    /// <summary><c>.catch((error) => { log(error); throw new SaveError(error); })</c>: whatever it is given, it throws.</summary>
    internal static bool AlwaysThrowsOn(SyntaxNode handler)
    {
        var body = FunctionLike.From(handler.Unwrapped()) is { IsGenerator: false } shape ? shape.Body : default;
        return body.Is(SyntaxKind.Block) ? AlwaysThrowsIn(body) : body.Exists && IsRejection(body.Unwrapped());
    }

    private static bool CanReject(ProjectModel project, SyntaxNode awaiting)
    {
        var operand = awaiting.FirstChild.Unwrapped();
        if (!operand.Is(SyntaxKind.CallExpression))
            return operand.Kind is not (SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral or SyntaxKind.NullKeyword);

        // "await f().catch(report)": the rejection has been taken.
        if (CallName.Of(operand).TextIs("catch"u8) && operand.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } handler)
            return AlwaysThrowsOn(handler);
        return project.Types.CalleeOf(operand) switch
        {
            Callee.Library library => !project.Effects.Of(library.Signature).Any(effect => effect is Effect.NeverRejects or Effect.Sleeps),
            // "await settle(save(x))": it catches whatever fails in it, and what it is given.
            Callee.InProgram { Functions: { IsEmpty: false } functions, Signatures.IsEmpty: true } => functions.Any(function => project.Rejections.Of(function, FailureMode.Rejects) is not null),
            // "await this.onEvent(event)": so may all that are given for it.
            Callee.InProgram => project.Rejections.OfPromise(operand) is not null,
            _ => true,
        };
    }

    /// <summary>A function that is not async and has a <c>throw</c> of its own outside any <c>try</c>.</summary>
    private static bool ThrowsAtOnce(SyntaxNode function)
    {
        if (function.Has(NodeFlags.Async) || FunctionLike.From(function) is not { Body.Exists: true } shape || IsPlaceholder(function))
            return false;
        foreach (var node in shape.Body.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.ThrowStatement) && FunctionShape.Enclosing(node) == function && !IsInTry(node, function))
                return true;
        }

        return false;
    }

    private static bool IsInTry(SyntaxNode node, SyntaxNode function)
    {
        for (var at = node; at != function; at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.TryStatement) && at.Parent.FirstChild == at && at.Parent.Child(SyntaxKind.CatchClause).Exists)
                return true;
        }

        return false;
    }
}
