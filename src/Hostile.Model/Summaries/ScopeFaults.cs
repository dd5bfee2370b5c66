using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A failure of a transaction's statement that is caught inside the transaction, which then goes on.</summary>
/// <param name="Use">The statement.</param>
/// <param name="Handler">What catches.</param>
/// <param name="Next">The next that is done with the transaction's handle, which fails (25P02); none when the end is next.</param>
/// <param name="Savepoint">Where a savepoint makes it harmless; none when none does.</param>
/// <param name="Commit">What the end says of it; null when that is not known.</param>
public sealed record SwallowedError(InnerUse Use, SyntaxNode Handler, SyntaxNode Next, SyntaxNode Savepoint, AbortedCommit? Commit)
{
    /// <summary>Where the failure, which the <c>catch</c> answers as a value, is thrown or answered again: whoever waits for the transaction hears of it. None when nobody asks.</summary>
    public SyntaxNode Heard { get; init; }

    /// <summary>Whether the failure, which the <c>catch</c> answers as a value, is asked for and written down, and goes no further.</summary>
    public bool IsNoted { get; init; }

    /// <summary>Whether the transaction writes nothing else.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether the transaction is a worker's, which takes a row that nobody else has and leaves it as it was when all is undone: the next turn takes it up again.</summary>
    public bool IsTakenUpAgain { get; init; }
}

/// <summary>Work on a transaction's handle of which one part may begin after another has failed, or after the end.</summary>
/// <param name="Start">What starts it: <c>Promise.all(…)</c>, the promise that nobody awaits, the function whose promise is ignored.</param>
/// <param name="First">A statement that may fail first, or comes first.</param>
/// <param name="Late">A statement that may be sent when the transaction has ended.</param>
/// <param name="AfterEnd">What becomes of it; null when that is not known.</param>
public sealed record LateUse(SyntaxNode Start, InnerUse First, InnerUse Late, AfterEnd? AfterEnd)
{
    /// <summary>Whether only a statement is seen to fail first, and nothing but statements is waited for: what comes late is sent before the ROLLBACK, and the server refuses it.</summary>
    public bool IsRefused { get; init; }
}

/// <summary>Finds, in what is done inside a transaction, what goes on when it should have ended.</summary>
internal static class ScopeFaults
{
    /// <summary>One statement that fails, one that is under way by then, and one that waits (run on kysely 0.26.3, 0.28.19 and 0.29.9 with pg 8: the third stands after the ROLLBACK).</summary>
    private const int FewestQueued = 3;

    /// <summary>The writes whose failure is caught inside, by position.</summary>
    public static IEnumerable<SwallowedError> SwallowedIn(TransactionScope scope)
    {
        // What may be a transaction's handle may be nothing: then the failure is its own.
        if (scope.IsPresumed)
            yield break;
        var project = scope.Function.Project;
        var seen = new HashSet<SyntaxNode>();
        foreach (var use in scope.Uses)
        {
            if (use is not { IsInside: true, Kind: InnerKind.Statement, IsWrite: true } || HandlerOf(project, scope, use) is not { Handler.Exists: true } found || !seen.Add(found.Handler) || EndsIn(project, found.Handler) || IsAbsence(use, found.Handler))
                continue;
            // "if (stage !== undefined) { try { await move(tx, stage); } catch … }" of a function that nobody gives a stage.
            if (project.Callers.RuleOut(use.Outermost))
                continue;
            var refusals = new Dictionary<int, SyntaxNode>();
            var heard = Answered.HeardAt(project, use.Steps, found.Handler, refusals);
            var next = NextAfter(project, scope, use, found.Handler, found.Frame, refusals);
            if (!next.Exists && found.Frame == 0 && scope.Form is ScopeForm.Section && !IsEndedAfter(project, scope, found.Handler))
                continue;
            // Where it is the only thing that is written, and the `catch` leaves, there is nothing that could be lost beside what it knows to have failed.
            var commit = CommitOf(project, scope, IsLeft(found.Handler));
            if (!next.Exists && commit is AbortedCommit.Resolves && found.Frame == 0 && Answers(found.Handler) && !RunsAgain(use.Outermost, scope)
                && !scope.Uses.Any(other => other is { IsInside: true, Kind: InnerKind.Statement, IsWrite: not false } && other.Outermost != use.Outermost && (other.Outermost.Span.Start < use.Outermost.Span.Start || found.Handler.Parent.Span.Contains(other.Outermost.Span))))
                continue;
            var savepoint = found.Savepoint.Exists ? found.Savepoint : scope.Uses.FirstOrDefault(other => other.Database?.Queries.Any(query => query.Kind is QueryKind.Savepoint or QueryKind.RollbackToSavepoint) == true)?.Call ?? default;
            yield return new(use, found.Handler, next, savepoint, commit) { Heard = !next.Exists ? heard : default, IsNoted = !heard.Exists && Answered.IsNoted(project, use.Steps, found.Handler), IsAlone = !scope.Uses.Any(other => other is { IsInside: true, Kind: InnerKind.Statement, IsWrite: not false } && other.Call != use.Call) && !scope.MayWrite(call => !call.Span.Contains(use.Outermost.Span)), IsTakenUpAgain = scope.Uses.Any(other => other is { IsInside: true, Database: { } read } && read.Queries.Any(query => query.RowLock?.Wait is "skip locked")) };
        }
    }

    /// <summary>What is done with the handle after a <c>catch</c>: in its function, or after the calls that led there. None when the end of the transaction is next.</summary>
    /// <param name="frame">In which of the functions on the way the handler stands.</param>
    /// <param name="refusals">What ends those functions, behind the calls on the way, because of the failure that was answered as a value.</param>
    private static SyntaxNode NextAfter(ProjectModel project, TransactionScope scope, InnerUse use, SyntaxNode handler, int frame, Dictionary<int, SyntaxNode> refusals)
    {
        var known = scope.Uses.Where(other => other is { IsInside: true, Kind: InnerKind.Statement }).ToList();
        // "catch (error) { await fail(tx, error); }": what the `catch` itself sends is refused, and what waits for it fails.
        foreach (var other in known)
        {
            if (other.CallIn(frame) is { Exists: true } call && call.Tree == handler.Tree && handler.Span.Contains(call.Span) && IsSure(call, handler))
                return call;
        }

        for (var at = frame; at >= 0; at--)
        {
            var from = at == frame ? handler : use.Steps[at];
            var carriers = use.Frames[at];
            var ways = WaysFrom(from, carriers.Function);
            var end = at < frame ? refusals.GetValueOrDefault(at) : default;
            foreach (var call in project.Transactions.CallsIn(carriers.Function.Node))
            {
                if (end.Exists && call.Span.Start >= end.Span.Start)
                    continue;
                if ((at == 0 && !scope.Holds(call)) || call.Tree != from.Tree || call.Span.Start < from.Span.End || !(known.Exists(other => other.CallIn(at) == call) || IsGivenHandle(call, carriers)))
                    continue;
                if (ways is null || IsReached(call, ways, carriers.Function))
                    return call;
            }

            // What is thrown here ends the functions further out as well.
            if (end.Is(SyntaxKind.ThrowStatement))
                break;
        }

        return default;

        // "await row.update(values, { transaction })", of whatever: it is waited for, and ends nothing.
        bool IsGivenHandle(SyntaxNode call, Carriers carriers) =>
            ConnectionLife.EffectNode(call) != call && project.DatabaseCallAt(call) is not { Ends: true } and not { GivesBack: not GivesBack.No } && !project.Transactions.Ends(call) && carriers.InArguments(call) is Carriage.Carried;
    }

    /// <summary>Whether a function that begins a transaction itself ends it on a way from a <c>catch</c>: from one around all of it, none does.</summary>
    private static bool IsEndedAfter(ProjectModel project, TransactionScope scope, SyntaxNode handler) =>
        WaysFrom(handler, scope.Function) is not { } ways
        || project.Transactions.CallsIn(scope.Function.Node).Any(call => (project.DatabaseCallAt(call) is { Ends: true } || project.Transactions.Ends(call)) && IsReached(call, ways, scope.Function));

    /// <summary>Whether one of the ways leads to a call. What stands in a function within it runs when that does.</summary>
    private static bool IsReached(SyntaxNode call, bool[] ways, FunctionModel function) =>
        function.Flow!.PointsOf(ConnectionLife.EffectNode(call)) is not { Count: > 0 } points || points.Any(point => ways[point]);

    /// <summary>Whether a call is waited for on every way through a <c>catch</c>: it stands there under no condition.</summary>
    private static bool IsSure(SyntaxNode call, SyntaxNode handler)
    {
        var awaited = call.Wrapped().Parent;
        if (!handler.Is(SyntaxKind.CatchClause) || !awaited.Is(SyntaxKind.AwaitExpression))
            return false;
        var at = awaited.Wrapped().Parent;
        while (at.Kind is SyntaxKind.Initializer or SyntaxKind.VariableDeclaration or SyntaxKind.VariableDeclarationList)
            at = at.Parent;
        return at.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.VariableStatement or SyntaxKind.ReturnStatement && at.Parent.Parent == handler;
    }

    /// <summary>Which points of a function a way leads to from a <c>catch</c>, or a call: none from its <c>return</c>. Null where that is not known, and any may be reached.</summary>
    private static bool[]? WaysFrom(SyntaxNode from, FunctionModel function)
    {
        if (!(from.Kind is SyntaxKind.CatchClause or SyntaxKind.CallExpression) || function.Flow is not { } graph)
            return null;
        var ways = new bool[graph.Points.Length];
        for (var point = 0; point < ways.Length; point++)
        {
            // What was reached already leads to nothing new.
            if (ways[point] || graph.Points[point].Node.Tree != from.Tree || !from.Span.Contains(graph.Points[point].Node.Span))
                continue;
            var on = graph.ReachableFrom(point, exceptions: false);
            for (var at = 0; at < ways.Length; at++)
                ways[at] |= on[at];
        }

        return ways;
    }

    /// <summary>Whether a <c>catch</c> ends with an answer to whoever waits for the transaction, or throws.</summary>
    private static bool Answers(SyntaxNode handler) =>
        handler.Is(SyntaxKind.CatchClause) && handler.Child(SyntaxKind.Block).Children.ToArray() is [.., var last] && (last.Is(SyntaxKind.ThrowStatement) || (last.Is(SyntaxKind.ReturnStatement) && last.FirstChild.Exists));

    /// <summary>Whether a statement runs more than once in a transaction.</summary>
    internal static bool RunsAgain(SyntaxNode call, TransactionScope scope)
    {
        for (var at = call; at.Exists && at != scope.Function.Node; at = at.Parent)
        {
            if (FunctionShape.IsLoop(at) || FunctionLike.From(at) is not null)
                return true;
        }

        return false;
    }

    /// <summary>A deletion whose <c>catch</c> takes one failure and throws the others on: the one is that no row was there, of which only the library makes a failure.</summary>
    private static bool IsAbsence(InnerUse use, SyntaxNode handler) =>
        handler.Is(SyntaxKind.CatchClause) && use.Database is { Queries: [{ Kind: QueryKind.Delete }] } && Throwing.RethrowsOthers(handler);

    private static (SyntaxNode Handler, int Frame, SyntaxNode Savepoint) HandlerOf(ProjectModel project, TransactionScope scope, InnerUse use)
    {
        for (var frame = use.Steps.Length; frame >= 0; frame--)
        {
            var step = use.CallIn(frame);
            var isOuter = frame == 0;
            var at = step;
            for (var depth = 0; depth < 6 && FunctionShape.Enclosing(at) is { Exists: true } around; depth++)
            {
                if (Throwing.HandlerAround(at, around) is { Exists: true } handler && !(handler.Is(SyntaxKind.CatchClause) && Throwing.AlwaysThrows(project, handler)))
                    return IsEndedWithin(project, at, handler) ? default : (handler, frame, default);
                if (around == scope.Function.Node || Callers.Argument(around) is not { Call.Exists: true } given)
                    break;
                // "await tx.transaction(async (nested) => …)", "await sql.savepoint(…)": what fails there is undone there.
                if (isOuter && scope.Carriers.In(given.Call.FirstChild) is Carriage.Carried)
                    return Throwing.HandlerAround(given.Call, FunctionShape.Enclosing(given.Call)) is { Exists: true } outer ? (outer, 0, given.Call) : default;
                at = given.Call;
            }
        }

        return default;
    }

    /// <summary>"catch (error) { await transaction.rollback(); throw error; }", or a <c>finally</c> that does: whoever catches around that finds no transaction.</summary>
    private static bool IsEndedWithin(ProjectModel project, SyntaxNode call, SyntaxNode handler)
    {
        for (var at = call; at.Exists && at.Parent != handler.Parent; at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.TryStatement) && at.Parent.FirstChild == at && at.Parent.Children.ToArray().Any(part => part != at && EndsIn(project, part)))
                return true;
        }

        return false;
    }

    /// <summary><c>tx`…`.catch(report);</c>: taken aside, and nobody waits for it.</summary>
    private static bool IsLeft(SyntaxNode handler) =>
        Callers.Argument(handler) is { Call.Exists: true } taken && taken.Call.Wrapped().Parent.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.VoidExpression;

    private static bool EndsIn(ProjectModel project, SyntaxNode handler)
    {
        foreach (var node in handler.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression) && (project.DatabaseCallAt(node) is { Ends: true } or { Action: DatabaseAction.Destroy } || project.Transactions.Ends(node)))
                return true;
        }

        return false;
    }

    /// <summary>What the end of the transaction says when a statement failed and nobody threw.</summary>
    private static AbortedCommit? CommitOf(ProjectModel project, TransactionScope scope, bool isLeft)
    {
        if (!scope.Begin.Exists)
            return null;
        // COMMIT by hand is answered with ROLLBACK, which is no error (pg 8.23.1, run).
        if (project.DatabaseCallAt(scope.Begin) is { Begins: true })
            return AbortedCommit.Resolves;
        if (project.Types.CalleeOf(scope.Begin) is not Callee.Library library)
            return null;
        if (project.Effects.Of(library.Signature).OfType<Effect.Aborted>().FirstOrDefault() is { } aborted)
            return isLeft && aborted.WhileAwaited ? AbortedCommit.Resolves : aborted.Commit;
        // "const trx = await knex.transaction()": its commit says it.
        if (!project.Effects.Of(library.Signature).OfType<Effect.Begins>().Any())
            return null;
        var commits = scope.Carriers.Start.References.Select(reference => reference.Wrapped().Parent).Where(access => access.Is(SyntaxKind.PropertyAccessExpression) && access.Parent.Is(SyntaxKind.CallExpression)).Select(access => access.Parent);
        foreach (var commit in commits)
        {
            if (project.Types.CalleeOf(commit) is Callee.Library end && project.Effects.Of(end.Signature).OfType<Effect.Commits>().Any())
                return project.Effects.Of(end.Signature).OfType<Effect.Aborted>().FirstOrDefault()?.Commit;
        }

        return null;
    }

    /// <summary>Work that is started side by side on the transaction's handle and of which statements may begin after the first failure, by position.</summary>
    public static IEnumerable<LateUse> ParallelIn(TransactionScope scope)
    {
        var project = scope.Function.Project;
        foreach (var call in project.Transactions.CallsIn(scope.Function.Node))
        {
            if (!scope.Holds(call) || !(project.PromiseOperationOf(call) is PromiseOperation.Combine || RunsSideBySide(project, call)))
                continue;
            var starts = StartsOf(call, scope).ToList();
            var inside = scope.Uses.Where(use => use is { IsInside: true, Kind: InnerKind.Statement } && use.Outermost.Tree == call.Tree).SelectMany(use => starts.Where(start => start.Span.Contains(use.Outermost.Span)).Take(1).Select(start => (Use: use, Start: start))).ToList();
            if (inside.Count == 0)
                continue;
            var (late, afterEnd) = (inside.FirstOrDefault(one => IsLate(project, scope, one.Use, one.Start)).Use, AfterEndOf(project, scope));
            if (afterEnd is AfterEnd.Queued && QueuedBehind(project, scope, call, inside) is { } queued)
                yield return new(call, inside[0].Use, queued, AfterEnd.Queued);
            else if (late is not null && inside.FirstOrDefault(one => IsLate(project, scope, one.Use, one.Start, isAborted: true)).Use is { } later)
                yield return new(call, inside[0].Use, later, LaterThanQueue(afterEnd));
            else if (late is not null)
                yield return new(call, inside[0].Use, late, LaterThanQueue(afterEnd)) { IsRefused = !starts.Exists(start => MayThrow(project, start)) };
        }
    }

    /// <summary>"pMap(items, save, { concurrency: 5 })", "async.eachLimit(items, 3, save)": a library's function that runs one of the program's for each element, several at a time, and waits for them.</summary>
    private static bool RunsSideBySide(ProjectModel project, SyntaxNode call)
    {
        if (project.Types.CalleeOf(call) is not Callee.Library library || project.Effects.Of(library.Signature) is not { IsEmpty: false } effects || !effects.Any(effect => effect is Effect.CallsBack { When: CallTime.Each, Promise: PromiseFate.Returned }) || project.Types.ReturnTypeOf(library.Signature) is not LightType.Promise)
            return false;
        return effects.OfType<Effect.Throttles>().FirstOrDefault() is not { } throttles || (!throttles.Alone && !(throttles.Limit is { } limit && LimitAt(project, call, limit) is 1));
    }

    private static double? LimitAt(ProjectModel project, SyntaxNode call, ArgumentPath limit) => CallArguments.At(call, limit.Index) is { Exists: true } given
        ? project.Constants.NumberOf(limit.Property.Length == 0 ? given : project.Options.Of(given).Find(limit.Property)?.Value ?? default) : null;

    /// <summary>
    /// A change that waits in the handle's queue while one statement fails and the next is under way: of three that start at once it is the third. Null where there are no three.
    /// </summary>
    private static InnerUse? QueuedBehind(ProjectModel project, TransactionScope scope, SyntaxNode combine, List<(InnerUse Use, SyntaxNode Start)> inside)
    {
        var list = combine.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
        var atOnce = inside.Where(one => one.Use.IsWrite is true && !IsLate(project, scope, one.Use, one.Start)).Select(one => one.Use);
        if (!list.Is(SyntaxKind.ArrayLiteralExpression))
            return project.Sizes.Of(list) is { Most: < FewestQueued } ? null : atOnce.FirstOrDefault();
        var elements = list.Children.ToArray().Where(element => inside.Exists(one => element.Span.Contains(one.Use.Outermost.Span))).ToList();
        return elements.Count < FewestQueued ? null : atOnce.FirstOrDefault(use => elements.FindIndex(element => element.Span.Contains(use.Outermost.Span)) >= FewestQueued - 1);
    }

    /// <summary>What starts the promises that a call combines: what stands in the call; of a variable of the function what it is made of, and what is pushed into it.</summary>
    private static IEnumerable<SyntaxNode> StartsOf(SyntaxNode combine, TransactionScope scope)
    {
        yield return combine;
        if (combine.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() is not { Kind: SyntaxKind.Identifier } list || scope.Function.Module.LocalSymbolOf(list) is not { Exists: true, IsAssignedOnce: true } variable || variable.Scope.Function.Node != scope.Function.Node)
            yield break;
        if (variable.Declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } made)
            yield return made;
        foreach (var reference in variable.References)
        {
            if (reference.Wrapped().Parent is { Kind: SyntaxKind.PropertyAccessExpression } push && push.ChildAt(1).TextIs("push"u8) && push.Parent.Is(SyntaxKind.CallExpression) && FunctionShape.Enclosing(reference) == scope.Function.Node)
                yield return push.Parent.Child(SyntaxKind.ArgumentList);
        }
    }

    /// <summary>Promises of statements on the handle that nobody awaits, and functions with such statements whose promise is ignored; by position.</summary>
    public static IEnumerable<LateUse> NotAwaitedIn(TransactionScope scope)
    {
        var project = scope.Function.Project;
        if (scope.Form is ScopeForm.Given || !scope.Uses.Any(use => use.IsInside))
            yield break;
        var module = scope.Function.Module;
        var starts = project.DroppedPromisesIn(module).Where(dropped => dropped.Form is not (DropForm.Lazy or DropForm.HandlerFails)).Select(dropped => dropped.Promise)
            .Concat(project.IgnoredCallbacksIn(module).Where(ignored => ignored.By is IgnoredBy.Library).Select(ignored => ignored.Callback));
        foreach (var start in starts.Where(start => scope.Function.Node.Span.Contains(start.Span)))
        {
            var inside = scope.Uses.Where(use => use is { IsInside: true, Kind: InnerKind.Statement } && start.Span.Contains(use.Outermost.Span) && use.Outermost.Tree == start.Tree).ToList();
            // What a driver is handed at once it sends before the COMMIT that it is handed later.
            if (inside.FirstOrDefault(use => use.Database is not { Steps.IsEmpty: true, Through.IsEmpty: true } || IsLate(project, scope, use, start)) is { } late)
                yield return new(start, inside[0], late, LaterThanQueue(AfterEndOf(project, scope)));
        }
    }

    /// <summary>Whether something is waited for between the start of the work and this statement.</summary>
    /// <param name="project">The program.</param>
    /// <param name="scope">The transaction.</param>
    /// <param name="use">The statement.</param>
    /// <param name="start">What starts the work.</param>
    /// <param name="isAborted">
    /// Whether the work is late because another statement of the transaction has failed. Then what waits for nothing but statements of the same transaction comes before the ROLLBACK, and is refused
    /// (run on kysely 0.27 and 0.28 with pg 8: the sibling's next statement is sent in time, and gets 25P02; it escapes behind a timer, a file or another connection).
    /// </param>
    private static bool IsLate(ProjectModel project, TransactionScope scope, InnerUse use, SyntaxNode start, bool isAborted = false)
    {
        foreach (var step in use.Steps.Add(use.Call))
        {
            // In the scope's own function only what belongs to the work counts; of a called function all that comes before.
            var isOwn = step == use.Outermost;
            for (var around = FunctionShape.Enclosing(step); around.Exists && around != scope.Function.Node && (!isOwn || start.Span.Contains(around.Span)); around = FunctionShape.Enclosing(around))
            {
                // "limit(() => tx.query(…))": it waits for its turn.
                if (isOwn && Callers.Argument(around) is { Call.Exists: true } given && given.Call != start && project.Types.CalleeOf(given.Call) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Throttles>().Any())
                    return true;
                foreach (var node in FunctionShape.OwnNodes(around))
                {
                    if (node.Is(SyntaxKind.AwaitExpression) && node.Span.End <= step.Span.Start && !AreOnDifferentWays(node, step) && (!isAborted || WaitsElsewhere(project, scope, node.FirstChild.Unwrapped(), 0)))
                        return true;
                }

                if (!isOwn && Callers.Argument(around) is not { Call.Exists: true })
                    break;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether work may fail without a statement that does: by a <c>throw</c>, by a row that is not there, <c>rows[0].price</c>, by what a function asks for that throws then; also in the functions that it calls.
    /// Then the transaction is not given up at the server, and what the others send after the ROLLBACK is saved.
    /// </summary>
    private static bool MayThrow(ProjectModel project, SyntaxNode work)
    {
        foreach (var node in work.DescendantsAndSelf)
        {
            if (ThrowsAt(node) || (node.Is(SyntaxKind.CallExpression) && project.FunctionCalled(node) is { Exists: true } called && FunctionShape.OwnNodes(called).Any(ThrowsAt)))
                return true;
            // What an interface stands for may do anything.
            if (node.Is(SyntaxKind.AwaitExpression) && node.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } awaited && project.DatabaseCallAt(awaited) is null && !project.FunctionCalled(awaited).Exists && project.PromiseOperationOf(awaited) is PromiseOperation.None)
                return true;
        }

        return false;

        static bool ThrowsAt(SyntaxNode node) => node.Kind switch
        {
            SyntaxKind.ThrowStatement => true,
            SyntaxKind.PropertyAccessExpression => node.FirstChild is { Kind: SyntaxKind.ElementAccessExpression } element && element.ChildAt(1).Is(SyntaxKind.NumericLiteral) && !node.Has(NodeFlags.Optional),
            SyntaxKind.CallExpression => node.FirstChild.TextIs("JSON.parse"u8) || (CallName.Of(node) is { Exists: true } name && name.Text is var text && (text.EndsWith("OrThrow", StringComparison.Ordinal) || text.EndsWith("OrFail", StringComparison.Ordinal))),
            _ => false,
        };
    }

    /// <summary>Functions that call functions, so deep, until one is taken to wait for something else.</summary>
    private const int DeepestWait = 4;

    /// <summary>Whether what is awaited comes later than the answer to a statement of the transaction: a request, a timer, a query on another connection; in doubt it does.</summary>
    private static bool WaitsElsewhere(ProjectModel project, TransactionScope scope, SyntaxNode awaited, int depth)
    {
        if (awaited.Kind is SyntaxKind.NullKeyword or SyntaxKind.StringLiteral or SyntaxKind.NumericLiteral or SyntaxKind.ObjectLiteralExpression)
            return false;
        if (!awaited.Is(SyntaxKind.CallExpression) && !awaited.Is(SyntaxKind.TaggedTemplateExpression))
            return true;
        if (project.DatabaseCallAt(awaited) is { } known)
            return known.Handle.IsPool && !scope.Uses.Any(use => use is { IsInside: true, Kind: InnerKind.Statement } && ConnectionLife.EffectNode(use.Call) == ConnectionLife.EffectNode(awaited));
        if (project.PromiseOperationOf(awaited) is PromiseOperation.Combine or PromiseOperation.AllSettled && awaited.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression } list)
            return list.Children.ToArray().Any(one => WaitsElsewhere(project, scope, one.Unwrapped(), depth + 1));
        if (depth > DeepestWait || project.FunctionCalled(awaited) is not { Exists: true } called || FunctionLike.From(called) is not { IsGenerator: false, Body.Exists: true } shape)
            return true;
        foreach (var node in FunctionShape.OwnNodes(called))
        {
            if (node.Is(SyntaxKind.AwaitExpression) && WaitsElsewhere(project, scope, node.FirstChild.Unwrapped(), depth + 1))
                return true;
        }

        return Inference.ResultsOf(shape).Any(result => result.Unwrapped() is { Kind: SyntaxKind.CallExpression } given && project.ThenableOf(given) is not Thenable.Not && WaitsElsewhere(project, scope, given, depth + 1));
    }

    /// <summary>One in the "then" and the other in the "else" of a condition, or the first in a branch that leaves.</summary>
    private static bool AreOnDifferentWays(SyntaxNode first, SyntaxNode second)
    {
        for (var at = first; at.Parent.Exists && !at.Parent.Span.Contains(second.Span); at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.IfStatement) || at.Is(SyntaxKind.ReturnStatement))
                return true;
        }

        return false;
    }

    /// <summary>What becomes of a statement that waits in no queue when the transaction ends: it is begun later.</summary>
    private static AfterEnd? LaterThanQueue(AfterEnd? afterEnd) => afterEnd is AfterEnd.Queued ? AfterEnd.Rejects : afterEnd;

    /// <summary>What becomes of a statement that is sent on the handle after the end.</summary>
    private static AfterEnd? AfterEndOf(ProjectModel project, TransactionScope scope)
    {
        if (!scope.Carriers.Start.Exists || scope.Carriers.Start.References is not [var reference, ..])
            return null;
        var known = project.Types.TypeOf(reference).NonNullish().Alternatives.Select(type => project.AfterEndOf(type, scope.Function.Module)).Distinct().ToList();
        return known is [var only] ? only : null;
    }

    /// <summary>Statements that are sent on the handle of a transaction when it surely has ended, and that the library refuses; by position.</summary>
    public static IEnumerable<(DatabaseCall End, DatabaseCall Use)> UsedAfterEnd(FunctionModel function)
    {
        var calls = function.DatabaseCalls;
        if (calls.IsEmpty || function.Flow is not { } graph || graph.Points.Length == 0)
            yield break;
        foreach (var ends in calls.Where(call => call.Ends && call.Handle is { Kind: HandleKind.Transaction, Variable.Exists: true }).GroupBy(call => call.Handle.Variable))
        {
            var (variable, stops) = (ends.Key, ends.SelectMany(end => graph.PointsOf(ConnectionLife.EffectNode(end.Call))).ToHashSet());
            if (!variable.IsAssignedOnce || !function.Project.Types.TypeOf(variable.References[0]).NonNullish().Alternatives.Any(type => function.Project.AfterEndOf(type, function.Module) is AfterEnd.Rejects or AfterEnd.Queued))
                continue;
            var open = graph.ReachableFrom(0, stops.Contains);
            foreach (var use in calls.Where(call => call is { Action: DatabaseAction.Run, Ends: false, Begins: false } && call.Handle.Variable == variable && FunctionShape.Enclosing(call.Call) == function.Node))
            {
                if (graph.PointsOf(use.Call) is { Count: > 0 } points && !points.Any(point => open[point]) && ends.FirstOrDefault(end => graph.PointsOf(end.Call).Any(from => graph.ReachableFrom(from, exceptions: false) is var after && points.Any(point => after[point]))) is { } end)
                    yield return (end, use);
            }
        }
    }

    /// <summary>Where every caller that is seen ends the transaction when the function fails: the first such <c>catch</c>, or <c>finally</c>. None when one does not, or others may call it.</summary>
    public static SyntaxNode EndedByCallers(FunctionModel function)
    {
        var project = function.Project;
        if (project.Callers.IsHandedOver(function) || project.Callers.ExposureOf(function).Kind is StartKind.Api)
            return default;
        SyntaxNode first = default;
        foreach (var call in project.Callers.CallsTo(function))
        {
            var found = EndAround(call);
            if (!found.Exists)
                return default;
            first = first.Exists ? first : found;
        }

        return first;

        SyntaxNode EndAround(SyntaxNode call)
        {
            for (var at = call; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
            {
                if (at.Parent.Is(SyntaxKind.TryStatement) && at.Parent.FirstChild == at && at.Parent.Children.ToArray().FirstOrDefault(part => part != at && EndsIn(project, part)) is { Exists: true } end)
                    return end;
            }

            return default;
        }
    }

    /// <summary>
    /// Commits whose promise never rejects and is dropped, <c>trx.commit();</c>, by position: what the function answers, or does next, comes before the rows are there. Of one that rejects it is told that nobody takes it.
    /// </summary>
    public static IEnumerable<DatabaseCall> CommitsNotAwaited(FunctionModel function)
    {
        var project = function.Project;
        foreach (var end in function.DatabaseCalls)
        {
            // "knex.transaction(async (trx) => { …; trx.commit(); })": whoever waits for the call waits for the end.
            if (end is { Through.IsEmpty: true, Steps.IsEmpty: true, Handle.Variable: { Exists: true } handle } && !handle.Is(SymbolFlags.Parameter) && end.Queries.Any(query => query.Kind is QueryKind.Commit) && end.Call.Wrapped().Parent.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.VoidExpression
                && project.Types.CalleeOf(end.Call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Handled) && project.ThenableOf(end.Call) is Thenable.Promise)
                yield return end;
        }
    }

    /// <summary>Statements on a connection after it was given back, by position.</summary>
    public static IEnumerable<(DatabaseCall End, DatabaseCall Use)> UsedAfterRelease(FunctionModel function)
    {
        foreach (var release in function.DatabaseCalls.Where(call => call is { GivesBack: GivesBack.Always, Handle.Variable.Exists: true }))
        {
            var variable = release.Handle.Variable;
            var later = function.DatabaseCalls.Where(call => call.Action is DatabaseAction.Run && call.Handle.Variable == variable && call.Call.Span.Start > release.Call.Span.End).ToList();
            if (later.Count == 0 || function.Flow is null)
                continue;
            var life = new VariableLife<bool>(function, variable, _ => false, (reference, mayEnd) => function.Project.Ownership.MayKeep(reference, mayEnd));
            life.Walk(ConnectionLife.EffectNode(release.Call), true, (_, _, state) => (false, state));
            if (later.Find(call => life.PathToNode(ConnectionLife.EffectNode(call.Call), _ => true) is not null) is { } use)
                yield return (release, use);
        }
    }
}
