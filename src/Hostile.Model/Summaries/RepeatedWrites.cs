using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A write that is done again after a failure, though it may have been done already.</summary>
/// <param name="Write">The call that writes.</param>
/// <param name="Query">What it runs.</param>
/// <param name="Failure">What fails after the write; the write itself where nothing else can.</param>
/// <param name="Again">Where it is started again: the <c>catch</c> that goes on with the loop, the call that repeats, the call that puts the batch back.</param>
/// <param name="Key">Why no unique key is known to refuse the second one; empty when that is certain, or when it is an UPDATE.</param>
public sealed record RepeatedWrite(SyntaxNode Write, Query Query, SyntaxNode Failure, SyntaxNode Again, string Key)
{
    /// <summary>Whether a whole batch is put back.</summary>
    public bool IsBatch { get; init; }

    /// <summary>The message for which it is written, when that may come again; null when the program itself tries again.</summary>
    public Delivery? Delivery { get; init; }
}

/// <summary>Finds writes in loops and callbacks that are tried again, and batches that are put back whole. Inside a transaction a failure undoes what was done, and nothing is said.</summary>
internal static class RepeatedWrites
{
    /// <summary>Those of a function, by position.</summary>
    public static IEnumerable<RepeatedWrite> In(FunctionModel function) => Tried(function).Concat(PutBack(function)).Concat(Redelivered(function));

    private static IEnumerable<RepeatedWrite> Tried(FunctionModel function)
    {
        foreach (var call in function.DatabaseCalls.Where(call => call.Action is DatabaseAction.Run && call.Handle.IsPool))
        {
            if (call.Queries is not [var query] || WhyTwice(query, function.Project) is not { } key || RetryOf(call, function) is not { Again.Exists: true } retry)
                continue;
            var later = FailureAfter(call.Call, retry.Attempt, function);
            yield return new(call.Call, query, later.Exists ? later : call.Call, retry.Again, key);
        }
    }

    /// <summary>Sums that are added to for a message that may come again, where nothing asks whether it has come before; also in a transaction, which ends well both times.</summary>
    private static IEnumerable<RepeatedWrite> Redelivered(FunctionModel function)
    {
        foreach (var call in function.DatabaseCalls.Where(call => call.Action is DatabaseAction.Run))
        {
            if (call.Queries is [{ Kind: QueryKind.Update } query] && query.Writes.Any(write => write.Form is WriteForm.Relative && Money.IsMoney(write.Column)) && WhyTwice(query, function.Project) is { } key && function.Project.Deliveries.Behind(call.Call) is { } delivery)
                yield return new(call.Call, query, FailureAfter(call.Call, FunctionShape.BodyOf(function.Node), function) is { Exists: true } later ? later : call.Call, delivery.Taken, key) { Delivery = delivery };
        }
    }

    /// <summary>The loop around a write that goes on after a failure, or the function that the write's function is handed to and that calls it again.</summary>
    private static (SyntaxNode Attempt, SyntaxNode Again) RetryOf(DatabaseCall call, FunctionModel function)
    {
        if (LoopOf(call.Call, function.Node) is { Attempt.Exists: true } own)
            return IsMadeInside(call, own.Loop, function) ? default : (own.Attempt, own.Handler);
        if (Callers.Argument(function.Node) is not { Call.Exists: true } given || function.Project.Types.CalleeOf(given.Call) is not Callee.InProgram { Functions: [var taker] } || FunctionLike.From(taker) is not { } shape)
            return default;
        var place = 0;
        foreach (var parameter in shape.Parameters)
        {
            if (place++ != given.Place || function.Project.Bindings.ModuleOf(taker.Tree)!.LocalSymbolOf(parameter.FirstAfterModifiers()) is not { Exists: true } callback)
                continue;
            foreach (var reference in callback.References)
            {
                if (reference.Parent.Is(SyntaxKind.CallExpression) && reference.Parent.FirstChild == reference && FunctionShape.Enclosing(reference) == taker && LoopOf(reference.Parent, taker) is { Attempt.Exists: true })
                    return (function.Node, given.Call);
            }
        }

        return default;
    }

    /// <summary>The <c>try</c> around a call, in a loop that ends when it succeeds and goes on, whatever was thrown, when it does not.</summary>
    private static (SyntaxNode Attempt, SyntaxNode Handler, SyntaxNode Loop) LoopOf(SyntaxNode call, SyntaxNode function)
    {
        SyntaxNode attempt = default;
        SyntaxNode handler = default;
        for (var at = call; at.Exists && at != function; at = at.Parent)
        {
            if (FunctionLike.From(at) is not null || at.Parent.Kind is SyntaxKind.ForOfStatement or SyntaxKind.ForInStatement)
                return default;
            if (!attempt.Exists && at.Is(SyntaxKind.Block) && at.Parent.Is(SyntaxKind.TryStatement) && at.Parent.FirstChild == at && at.Parent.Child(SyntaxKind.CatchClause) is { Exists: true } found)
            {
                if (!Leaves(at, call) || Chooses(found))
                    return default;
                (attempt, handler) = (at, found);
            }
            else if (attempt.Exists && at.Kind is SyntaxKind.WhileStatement or SyntaxKind.ForStatement or SyntaxKind.DoStatement)
            {
                return (attempt, handler, at);
            }
        }

        return default;
    }

    /// <summary>Whether the block returns or breaks when the call has succeeded.</summary>
    private static bool Leaves(SyntaxNode block, SyntaxNode call)
    {
        foreach (var statement in block.Children)
        {
            if (statement.Span.End >= call.Span.End && statement.Kind is SyntaxKind.ReturnStatement or SyntaxKind.BreakStatement)
                return true;
        }

        return false;
    }

    /// <summary>Whether a handler gives up on some errors by what they are, or on all: only one that tells them apart by number of attempts tries everything again.</summary>
    private static bool Chooses(SyntaxNode handler)
    {
        var variable = handler.Child(SyntaxKind.VariableDeclaration);
        var name = (variable.Exists ? variable.FirstChild : handler.FirstChild).Bytes;
        foreach (var statement in handler.Child(SyntaxKind.Block).Children)
        {
            if (statement.Kind is SyntaxKind.ThrowStatement or SyntaxKind.ReturnStatement or SyntaxKind.BreakStatement)
                return true;
            if (!statement.Is(SyntaxKind.IfStatement))
                continue;
            foreach (var node in statement.FirstChild.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.Identifier) && node.Bytes.SequenceEqual(name))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether what is written is another thing in each turn.</summary>
    private static bool IsMadeInside(DatabaseCall call, SyntaxNode loop, FunctionModel function)
    {
        foreach (var parameter in call.Parameters)
        {
            foreach (var node in parameter.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.CallExpression))
                    return true;
                if (node.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(node) is { Exists: true } symbol && (loop.Span.Contains(symbol.Declaration.Span) || !symbol.IsAssignedOnce && !symbol.Is(Binding.SymbolFlags.Parameter)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Something awaited after the write in the same attempt: when it fails, the write is done and is done again.</summary>
    private static SyntaxNode FailureAfter(SyntaxNode write, SyntaxNode attempt, FunctionModel function)
    {
        foreach (var node in attempt.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.AwaitExpression) && node.Span.Start > write.Span.End && FunctionShape.Enclosing(node) == FunctionShape.Enclosing(write) && function.Project.RejectionOf(node.FirstChild) is not null)
                return node;
        }

        return default;
    }

    /// <summary>Why a second run of a statement is not refused or without effect, in words where that is not certain; null when it is.</summary>
    private static string? WhyTwice(Query query, ProjectModel project)
    {
        if (query.IsPartlyUnknown || query.Table is not { } table)
            return null;
        switch (query.Kind)
        {
            case QueryKind.Update when query.Writes.Any(write => write is { Form: WriteForm.Relative, IsStable: false }) && !query.Guards([]).Any(match => query.Writes.Any(write => write.Column == match.Column.Name)):
                return "";
            case QueryKind.Insert when query is { Conflict: null, ExistenceChecks.IsEmpty: true }:
                var key = project.Schema.UniqueKeyCovering(table, query.Inserted);
                return key.Key is not null || (!key.IsCertain && query.Writes.Any(write => write.Column is "id" or "")) ? null : key.IsCertain ? "" : key.WhyNot;
            default:
                return null;
        }
    }

    /// <summary>"const batch = this.buffer.splice(0, n); try { … } catch { this.buffer.unshift(...batch); }" where the batch is written in parts.</summary>
    private static IEnumerable<RepeatedWrite> PutBack(FunctionModel function)
    {
        if (!function.IsAsync)
            yield break;
        foreach (var node in FunctionShape.OwnNodes(function.Node, KindSet.Calls))
        {
            if (node.FirstChild is not { Kind: SyntaxKind.PropertyAccessExpression } callee || !(callee.ChildAt(1).TextIs("unshift"u8) || callee.ChildAt(1).TextIs("push"u8)))
                continue;
            var handler = node.Ancestor(SyntaxKind.CatchClause);
            var spread = node.Child(SyntaxKind.ArgumentList).FirstChild;
            if (!handler.Exists || !spread.Is(SyntaxKind.SpreadElement) || function.Module.LocalSymbolOf(spread.FirstChild) is not { Exists: true, IsAssignedOnce: true } batch)
                continue;
            var taken = batch.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
            if (!taken.Exists || taken.Span.Start > handler.Span.Start || taken.Bytes.IndexOf(callee.FirstChild.Bytes) != 0)
                continue;
            if (PartIn(handler.Parent.FirstChild, function) is { Query: { } query } part)
                yield return new(part.Call, query, part.Call, node, WhyTwice(query, function.Project)!) { IsBatch = true };
        }
    }

    /// <summary>A write in a block that is done for parts one by one: in a loop, or in a callback for each.</summary>
    private static (SyntaxNode Call, Query? Query) PartIn(SyntaxNode block, FunctionModel function)
    {
        foreach (var node in block.DescendantsAndSelf)
        {
            if (!node.Is(SyntaxKind.CallExpression) || !IsRepeated(node, block))
                continue;
            IEnumerable<DatabaseCall> made = function.Project.DatabaseCallAt(node) is { } own ? [own]
                : function.Project.Types.CalleeOf(node) is Callee.InProgram { Functions: [var called] } && function.Project.FunctionOf(called) is { } model ? model.DatabaseCalls : [];
            foreach (var call in made.Where(call => call.Handle.IsPool))
            {
                foreach (var query in call.Queries)
                {
                    if (WhyTwice(query, function.Project) is not null)
                        return (node, query);
                }
            }
        }

        return default;
    }

    private static bool IsRepeated(SyntaxNode node, SyntaxNode block)
    {
        for (var at = node; at.Exists && at != block; at = at.Parent)
        {
            if (at.Kind is SyntaxKind.ForOfStatement or SyntaxKind.ForStatement or SyntaxKind.WhileStatement || (FunctionLike.From(at) is not null && at.Parent.Is(SyntaxKind.ArgumentList)))
                return true;
        }

        return false;
    }
}
