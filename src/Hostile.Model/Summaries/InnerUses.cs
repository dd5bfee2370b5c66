using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Walks what runs inside a transaction: the calls of its stretch, and those of the functions that they mean, some calls deep, with the handle in hand.
/// A call is looked into only when it means exactly one function of the program, and that may come to a database, a queue or another server; or when all functions that it may mean come to a queue or another server.
/// </summary>
internal sealed class InnerUses(ProjectModel project, Transactions transactions)
{
    private const int Deepest = 4;

    /// <summary>How many nodes are looked at for one transaction; a transaction around a whole program is left half read.</summary>
    private const int MostNodes = 60_000;

    /// <summary>How many implementations of one method are looked into.</summary>
    private const int MostImplementations = 6;

    /// <summary>A function written in a function written in … beyond this it is not followed to the one that runs it.</summary>
    private const int DeepestNesting = 6;

    private readonly ConcurrentDictionary<(SyntaxNode Function, int Depth), bool> interesting = new();
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<SyntaxNode>> calls = new();
    private readonly Namesakes namesakes = new(project, transactions);

    /// <summary>What is done inside a transaction, in the order of the text.</summary>
    public ImmutableArray<InnerUse> In(TransactionScope scope)
    {
        var walk = new Walk(this, scope);
        walk.Through(scope.Carriers, [], -1, 0);
        return [.. walk.Found.OrderBy(use => use.Outermost.Span.Start)];
    }

    /// <summary>Whether the handle is given to what keeps it for all that runs later: <c>storage.run(trx, work)</c>.</summary>
    public bool IsHandedOn(TransactionScope scope) => CallsIn(scope.Function.Node).Any(call =>
        scope.Carriers.InArguments(call) is Carriage.Carried && project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Ambient>().Any());

    /// <summary>The calls that run when a function does, by position: in its body, and in functions written there that are called at once or waited for.</summary>
    public ImmutableArray<SyntaxNode> CallsIn(SyntaxNode function) => calls.GetOrAdd(function, FindCalls);

    private ImmutableArray<SyntaxNode> FindCalls(SyntaxNode function)
    {
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        var runs = new Dictionary<SyntaxNode, bool>();
        foreach (var node in FunctionShape.BodyOf(function).DescendantsAndSelf)
        {
            Workers.Step();
            if (node.Kind is SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression && RunsIn(FunctionShape.Enclosing(node), function, runs, 0))
                found.Add(node);
        }

        found.Sort((left, right) => left.Span.End.CompareTo(right.Span.End));
        return found.ToImmutable();
    }

    private bool RunsIn(SyntaxNode around, SyntaxNode function, Dictionary<SyntaxNode, bool> known, int depth)
    {
        if (around == function)
            return true;
        if (!around.Exists || depth > DeepestNesting)
            return false;
        if (!known.TryGetValue(around, out var runs))
            known.Add(around, runs = IsRunAtOnce(around) && RunsIn(FunctionShape.Enclosing(around), function, known, depth + 1));
        return runs;
    }

    /// <summary>Whether a function that is written as an argument runs before what takes it is done.</summary>
    private bool IsRunAtOnce(SyntaxNode function)
    {
        // "(async () => { … })()"
        if (function.Wrapped() is var outer && outer.Parent.Is(SyntaxKind.CallExpression) && outer.Parent.FirstChild == outer)
            return true;
        if (Callers.Argument(function) is not { Call.Exists: true } given)
            return false;
        if (project.PromiseOperationOf(given.Call) is not PromiseOperation.None || IsCombined(given.Call))
            return true;
        switch (project.Types.CalleeOf(given.Call))
        {
            case Callee.Library library:
                var effects = project.Effects.Of(library.Signature);
                // "limit(() => save(tx))" has its turn before what waits for it goes on.
                if (effects.Any(effect => effect is Effect.Throttles) && (IsWaitedFor(given.Call) || IsCombined(given.Call)))
                    return true;
                if (effects.Any(effect => effect is Effect.Transaction || (effect is Effect.CallsBack calls && calls.When is not (CallTime.Now or CallTime.Each))))
                    return false;
                return effects.Any(effect => effect is Effect.CallsBack or Effect.Throttles) || (project.Roots.KindAt(given.Call, given.Place) is null && IsWaitedFor(given.Call));
            default:
                return IsWaitedFor(given.Call) && !transactions.IsOpenedBy(function, given.Call);
        }
    }

    /// <summary>"await Promise.all(fields.map(async (field) => …))": whatever the list is, what its elements become is waited for.</summary>
    private bool IsCombined(SyntaxNode call) =>
        call.Wrapped().Parent is { Kind: SyntaxKind.ArgumentList } list && project.PromiseOperationOf(list.Parent) is PromiseOperation.Combine or PromiseOperation.AllSettled && IsWaitedFor(list.Parent);

    private static bool IsWaitedFor(SyntaxNode call) => call.Wrapped().Parent.Kind is SyntaxKind.AwaitExpression or SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction;

    /// <summary>Whether a function comes to anything that matters inside a transaction, that many calls deep.</summary>
    private bool IsInteresting(FunctionModel function, int depth) => interesting.GetOrAdd((function.Node, depth), static (key, self) => self.FindInteresting(key.Function, key.Depth), this);

    private bool FindInteresting(SyntaxNode function, int depth)
    {
        foreach (var call in CallsIn(function))
        {
            if (KindOf(call) is not null || project.DatabaseCallAt(call) is not null || transactions.Contexts.JoinAt(call) is not null)
                return true;
        }

        if (depth == 0)
            return false;
        foreach (var call in CallsIn(function))
        {
            if (CalledAt(call) is { } called && !IsForOthers(called.Node) ? IsInteresting(called, depth - 1) : ImplementationsAt(call) is { IsEmpty: false } several && several.All(one => IsInteresting(one, depth - 1)))
                return true;
        }

        return false;
    }

    /// <summary>The functions that a method stands for which has no body, or does nothing but throw: <c>provider.send(mail)</c> of an interface, or of a class for others to extend. None when not all are seen.</summary>
    private ImmutableArray<FunctionModel> ImplementationsAt(SyntaxNode call)
    {
        var declared = project.Types.CalleeOf(call) switch
        {
            Callee.InProgram { Functions: [], Signatures: [var signature] } => signature,
            Callee.InProgram { Functions: [var only], Signatures.IsEmpty: true } when only.Parent.Is(SyntaxKind.ClassBody) && only.Is(SyntaxKind.MethodDeclaration) && IsForOthers(only) => only,
            _ => default,
        };
        if (!declared.Exists)
            return [];
        ImmutableArray<FunctionModel> found = [.. project.Implementations.Of(declared).Where(method => method != declared).Select(project.FunctionOf).OfType<FunctionModel>()];
        return found.Length is > 0 and <= MostImplementations ? found : [];
    }

    /// <summary><c>async send() { throw new Error('Not implemented'); }</c></summary>
    private static bool IsForOthers(SyntaxNode method) => FunctionLike.From(method) is { } shape && (!shape.Body.Exists || shape.Body.Children.ToArray() is [{ Kind: SyntaxKind.ThrowStatement }]);

    /// <summary>The one function of the program that a call means; that of an interface which only one is seen to implement, too.</summary>
    private FunctionModel? CalledAt(SyntaxNode call)
    {
        if (project.Types.CalleeOf(call) is not Callee.InProgram called)
            return null;
        var function = called switch
        {
            { Functions: [var only], Signatures.IsEmpty: true } => only,
            { Functions: [], Signatures: [var signature] } when project.Implementations.Of(signature) is [var only] => only,
            _ => default,
        };
        return function.Exists && FunctionLike.From(function) is { IsGenerator: false, Body.Exists: true } ? project.FunctionOf(function) : null;
    }

    /// <summary>What a library's call does, wherever it is sent.</summary>
    private InnerKind? KindOf(SyntaxNode call)
    {
        if (project.DatabaseCallAt(call) is { Steps.IsEmpty: true } use && !(use.Begins && IsBegin(call)))
            return use.Action is DatabaseAction.Run && !use.Ends && !use.Begins ? InnerKind.Statement : use.Action is DatabaseAction.Acquire ? InnerKind.Acquire : null;
        if (project.Types.CalleeOf(call) is not Callee.Library library)
            return IsSleep(call) ? InnerKind.Sleep : null;
        foreach (var effect in project.Effects.Of(library.Signature))
        {
            switch (effect)
            {
                case Effect.Transaction or Effect.Begins or Effect.Acquires { Callback: not null }:
                    return InnerKind.Acquire;
                case Effect.HandsOver:
                    return InnerKind.Message;
                case Effect.Waits { Wait: Wait.Response }:
                    return InnerKind.Request;
                case Effect.Sleeps:
                    return InnerKind.Sleep;
                case Effect.Commits or Effect.RollsBack:
                    return null;
            }
        }

        return project.Resources.Sends(call, library) && !IsLink(call) && !IsRunByItsHandler(call) && !project.IsOnlyBuilt(call) ? InnerKind.Statement : null;
    }

    /// <summary>Longer than this is no function that only sleeps.</summary>
    private const int LongestSleep = 200;

    /// <summary>"await sleep(1000)" of the program's own <c>const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))</c>: a promise that a timer resolves, and nothing else. One in a <c>catch</c> comes before another try, and only after a failure.</summary>
    private bool IsSleep(SyntaxNode call)
    {
        if (call.Ancestor(SyntaxKind.CatchClause).Exists || !call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) || project.Types.CalleeOf(call) is not Callee.InProgram { Functions: [var only], Signatures.IsEmpty: true } || only.Span.Length > LongestSleep || FunctionShape.BodyOf(only) is not { Exists: true } body)
            return false;
        var made = body.Is(SyntaxKind.Block) ? body.Children.ToArray() is [{ Kind: SyntaxKind.ReturnStatement } single] ? single.FirstChild.Unwrapped() : default : body.Unwrapped();
        if (!made.Is(SyntaxKind.NewExpression) || project.PromiseOperationOf(made) is not PromiseOperation.New || FunctionLike.From(made.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped()) is not { Body.Exists: true } executor || new Parameter(executor.Parameters[0]).Name is not { Kind: SyntaxKind.Identifier } resolve)
            return false;
        var timer = executor.Body.Is(SyntaxKind.Block) ? executor.Body.Children.ToArray() is [{ Kind: SyntaxKind.ExpressionStatement } one] ? one.FirstChild.Unwrapped() : default : executor.Body.Unwrapped();
        return timer.Is(SyntaxKind.CallExpression) && project.OpeningAt(timer) is { What: Opened.Timer } && CallArguments.At(timer, 0).Unwrapped().TextIs(resolve.Bytes);
    }

    /// <summary>"prisma.mark.create(…).catch(report)": what is lazy runs when it is given a handler, and that call is the statement.</summary>
    private bool IsRunByItsHandler(SyntaxNode call) => call.Wrapped() is var outer && outer.Parent.Is(SyntaxKind.PropertyAccessExpression) && project.DatabaseCallAt(outer.Parent.Parent) is not null;

    private ContextJoin? JoinAt(SyntaxNode call) => transactions.Contexts.JoinAt(call);

    /// <summary>A library's own word for BEGIN, which gives a transaction.</summary>
    private bool IsBegin(SyntaxNode call) => project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Begins>().Any();

    /// <summary>
    /// Whether a call may write in the transaction: a statement that does, or of which nothing is known, and what is given the handle, or made with it, and is not seen to read only.
    /// </summary>
    public bool MayWrite(SyntaxNode call, Carriers carriers, int depth = Deepest)
    {
        Workers.Step();
        if (carriers.In(call) is Carriage.None or Carriage.Absent || !carriers.MayReach(call))
            return false;
        // "trx.transaction(async (inner) => …)": a savepoint, and what is written behind it.
        if (project.Types.CalleeOf(call) is Callee.Library nested && project.Effects.Of(nested.Signature).Any(effect => effect is Effect.Transaction))
            return WritesInside(call);
        if (project.DatabaseCallAt(call) is { Steps.IsEmpty: true, Through.IsEmpty: true } sent)
            return sent.Action is DatabaseAction.Run && !sent.Begins && !sent.Ends && (sent.Queries.IsEmpty || sent.Queries.Any(query => query.IsWrite));
        // "trx('item').where(…)" is sent by its last link, and what stands in "Promise.all([…])" is looked at by itself.
        if (IsLink(call) || project.PromiseOperationOf(call) is not PromiseOperation.None || PromiseChain.IsHungOn(call) || LogCalls.Has(call))
            return false;
        if (CalledAt(call) is { } called)
            return depth == 0 || carriers.Into(call, called) is var inner && CallsIn(called.Node).Any(below => MayWrite(below, inner, depth - 1));
        // A library's function that runs what it is given, as "items.map(…)", is no statement.
        return carriers.Function.Node is var own && (project.Types.CalleeOf(call) is Callee.Library ? IsGivenAlong(call, carriers) : carriers.InArguments(call) is Carriage.Carried || carriers.In(call.FirstChild) is Carriage.Carried)
            && !HoldsFunction(call, own);
    }

    private bool WritesInside(SyntaxNode begin)
    {
        foreach (var node in begin.Child(SyntaxKind.ArgumentList).DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression) && project.DatabaseCallAt(node) is { } inner && inner.Queries.Any(query => query.IsWrite))
                return true;
        }

        return false;
    }

    /// <summary>"events.emitAsync('invoice.paid', { invoice, trx })": the library hands it on to somebody, and who that is may do anything with it.</summary>
    private static bool IsGivenAlong(SyntaxNode call, Carriers carriers) => carriers.InArguments(call) is Carriage.Carried
        && call.Child(SyntaxKind.ArgumentList).Children.ToArray().Any(argument => argument.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } given && carriers.In(given) is Carriage.Carried);

    /// <summary>Whether a function is written among the arguments: what that does is looked at by itself.</summary>
    private static bool HoldsFunction(SyntaxNode call, SyntaxNode around)
    {
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (FunctionLike.From(argument.Unwrapped()) is not null && argument != around)
                return true;
        }

        return false;
    }

    /// <summary>A builder is called link by link: the outermost is the statement.</summary>
    private static bool IsLink(SyntaxNode call) =>
        call.Wrapped() is var outer && outer.Parent.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression && outer.Parent.FirstChild == outer && outer.Parent.Parent.Is(SyntaxKind.CallExpression) && outer.Parent.Parent.FirstChild == outer.Parent && !(outer.Parent.ChildAt(1).Text is "then" or "catch" or "finally");

    /// <summary>One walk, for one transaction.</summary>
    private sealed class Walk(InnerUses uses, TransactionScope scope)
    {
        private readonly ProjectModel project = scope.Function.Project;
        private readonly HashSet<SyntaxNode> above = [];
        private int left = MostNodes;
        private ImmutableArray<Carriers> frames = [];

        public List<InnerUse> Found { get; } = [];

        /// <param name="carriers">What carries the handle in the function.</param>
        /// <param name="steps">The calls that led to it.</param>
        /// <param name="dropped">Which of them did not pass the handle on; -1 while all did.</param>
        /// <param name="depth">How many functions deep it is.</param>
        public void Through(Carriers carriers, ImmutableArray<SyntaxNode> steps, int dropped, int depth)
        {
            if (!above.Add(carriers.Function.Node))
                return;
            left -= carriers.Function.Node.Span.Length / 4;
            frames = frames.Add(carriers);
            foreach (var call in uses.CallsIn(carriers.Function.Node))
            {
                if (left < 0)
                    break;
                Workers.Step();
                if (call == scope.Opener || (depth == 0 && !scope.Holds(call)))
                    continue;
                var kind = uses.KindOf(call);
                if ((kind is null && project.DatabaseCallAt(call) is not null) || ((depth > 0 || scope.Form is ScopeForm.Given) && !carriers.MayReach(call)))
                    continue;
                if (scope.IsCarried && project.DatabaseCallAt(call) is null && uses.JoinAt(call) is { } join)
                {
                    AddJoin(join, call, carriers, steps, dropped);
                    if (depth < Deepest && carriers.InArguments(call) is Carriage.Carried)
                        Into(call, carriers, steps, dropped, depth);
                }
                else if (kind is not null && IsRuledOut(call, steps))
                    continue;
                else if (kind is not null)
                    Add(kind.Value, call, carriers, steps, dropped);
                else if (depth < Deepest)
                    Into(call, carriers, steps, dropped, depth);
            }

            frames = frames.RemoveAt(frames.Length - 1);
            above.Remove(carriers.Function.Node);
        }

        /// <summary>Whether what the calls on the way are given says that a call is not come to.</summary>
        private bool IsRuledOut(SyntaxNode call, ImmutableArray<SyntaxNode> steps) => !steps.IsEmpty && project.GivenArguments.IsRuledOut(steps, call);

        private void Into(SyntaxNode call, Carriers carriers, ImmutableArray<SyntaxNode> steps, int dropped, int depth)
        {
            if (uses.CalledAt(call) is not { } called || IsForOthers(called.Node))
            {
                if (depth == 0)
                    AddLeftOutByName(call, carriers);
                AddLeftOutOfDeclared(call, carriers, steps, dropped);
                IntoAll(call, carriers, steps, dropped, depth);
                return;
            }

            // "accounts(db).where(…)": what it gives is a query that goes on here, and is sent here.
            if (IsLink(call) && project.ThenableOf(call) is Thenable.Lazy)
                return;
            if (!uses.IsInteresting(called, Deepest - depth - 1))
            {
                AddLeftOut(call, called, carriers, steps, dropped);
                return;
            }

            if (IsRuledOut(call, steps))
                return;
            var inner = carriers.Into(call, called);
            // What may hold the handle, for all we know, passes it on.
            if (!inner.Carries && dropped < 0 && carriers.In(call) is Carriage.Possible or Carriage.Carried)
                return;
            // Put where everybody finds it.
            if (inner.IsPublished)
                return;
            Through(inner, steps.Add(call), dropped < 0 && !inner.Carries ? steps.Length : dropped, depth + 1);
        }

        /// <summary>What all functions do that a call may mean: which of them runs is not known, but that another server is asked, or something handed over, is.</summary>
        private void IntoAll(SyntaxNode call, Carriers carriers, ImmutableArray<SyntaxNode> steps, int dropped, int depth)
        {
            List<InnerUse>? first = null;
            foreach (var called in uses.ImplementationsAt(call))
            {
                if (!uses.IsInteresting(called, Deepest - depth - 1))
                    return;
                var before = Found.Count;
                Through(carriers.Into(call, called), steps.Add(call), dropped < 0 ? steps.Length : dropped, depth + 1);
                var here = Found.Skip(before).Where(use => use.Kind is InnerKind.Request or InnerKind.Message or InnerKind.Sleep && !use.IsInside).ToList();
                Found.RemoveRange(before, Found.Count - before);
                if (here.Count == 0)
                    return;
                first ??= here;
            }

            Found.AddRange(first ?? []);
        }

        /// <summary>
        /// A function that takes a transaction for one that may be left out, and hands it on to what is out of sight: whatever that is, it is not given the handle, which is there.
        /// </summary>
        private void AddLeftOut(SyntaxNode call, FunctionModel called, Carriers carriers, ImmutableArray<SyntaxNode> steps, int dropped)
        {
            if (dropped >= 0 || scope.IsCarried || carriers.In(call) is not Carriage.None || CallArguments.HasSpread(call) || !call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression))
                return;
            var place = 0;
            foreach (var node in FunctionLike.From(called.Node)!.Value.Parameters)
            {
                var parameter = new Parameter(node);
                if (!CallArguments.At(call, place++).Exists && node.Has(NodeFlags.Optional) && parameter.Name is { Kind: SyntaxKind.Identifier } name && called.Module.LocalSymbolOf(name) is { Exists: true, References.IsEmpty: false } symbol
                    && symbol.References.Any(reference => reference != name) && IsTransactionOr(name))
                {
                    Found.Add(new InnerUse(InnerKind.Statement, call, steps) { Dropped = steps.Length, Receiver = CodeLine.Of(RootOf(call).Text), CouldTake = name.Text });
                    return;
                }
            }
        }

        /// <summary>A method that several classes implement, which takes a transaction for one that may be left out: whichever of them runs, it is not given the handle, which is there.</summary>
        private void AddLeftOutOfDeclared(SyntaxNode call, Carriers carriers, ImmutableArray<SyntaxNode> steps, int dropped)
        {
            if (dropped >= 0 || scope.IsCarried || project.Types.CalleeOf(call) is not Callee.InProgram { Functions: [], Signatures: [var declared] } || carriers.In(call) is not Carriage.None || CallArguments.HasSpread(call) || !call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression))
                return;
            var place = 0;
            foreach (var node in declared.Child(SyntaxKind.ParameterList).Children)
            {
                if (!CallArguments.At(call, place++).Exists && node.Has(NodeFlags.Optional) && new Parameter(node).Name is { Kind: SyntaxKind.Identifier } name && Transactions.HandleNames.Contains(name.Text) && IsTransaction(project.Types.TypeOf(node)))
                {
                    Found.Add(new InnerUse(InnerKind.Statement, call, steps) { Dropped = steps.Length, Receiver = CodeLine.Of(RootOf(call).Text), CouldTake = name.Text });
                    return;
                }
            }
        }

        /// <summary>A call of which only the name tells that it takes the handle, which is there.</summary>
        private void AddLeftOutByName(SyntaxNode call, Carriers carriers)
        {
            if (scope is { IsTransaction: true, IsCarried: false, IsPresumed: false, Form: not ScopeForm.Given } && call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) && !CallArguments.HasSpread(call) && LeavesOut(call, carriers) && uses.namesakes.TakesAs(call) is { Length: > 0 } name)
                Found.Add(new InnerUse(InnerKind.Statement, call, []) { Receiver = CodeLine.Of(RootOf(call).Text), CouldTake = name });
        }

        /// <summary>Whether no part of a call is the handle. A member of an object that goes with it elsewhere, <c>save('x', changes.name, { transaction })</c>, is a value.</summary>
        private static bool LeavesOut(SyntaxNode call, Carriers carriers) =>
            carriers.In(call.FirstChild) is Carriage.None && call.Child(SyntaxKind.ArgumentList).Children.ToArray().All(argument => carriers.In(argument) is var carriage && (carriage is Carriage.None || (carriage is Carriage.Possible && argument.Unwrapped().Is(SyntaxKind.PropertyAccessExpression))));

        /// <summary>Whether a parameter may be a transaction's handle, by its type, and is called so.</summary>
        private bool IsTransactionOr(SyntaxNode name) => Transactions.HandleNames.Contains(name.Text) && IsTransaction(project.Types.TypeOf(name));

        /// <summary>A transaction's handle of a library; in a transaction of the program's own making also what is called as handles are and has a type of the program's.</summary>
        private bool IsTransaction(LightType type) => scope.IsPresumed || type.NonNullish().Alternatives.Any(alternative => project.EffectsOf(alternative).Any(effect => effect is Effect.Handle { Kind: HandleKind.Transaction }));

        private void Add(InnerKind kind, SyntaxNode call, Carriers carriers, ImmutableArray<SyntaxNode> steps, int dropped)
        {
            var use = new InnerUse(kind, call, steps) { Dropped = dropped >= 0 ? dropped : steps.Length, Receiver = CodeLine.Of(ReceiverOf(call)), Database = project.DatabaseCallAt(call), SentOn = project.DatabaseCallAt(call) is { NamedHandle: { Exists: true } named } ? named.Unwrapped() : RootOf(call) is { Kind: SyntaxKind.CallExpression } giver ? giver : HandleOf(RootOf(call)), Frames = frames };
            if (kind is InnerKind.Request or InnerKind.Sleep or InnerKind.Message)
            {
                Found.Add(use with { IsInside = kind is InnerKind.Message && carriers.In(call) is not (Carriage.None or Carriage.Absent) });
                return;
            }

            // "const query = db('a').where(…); if (trx) query.transacting(trx);": it runs on what it is told later.
            switch (carriers.In(project.ToldHandleAt(call) is { Exists: true } told ? told : call))
            {
                case Carriage.Carried:
                    Found.Add(use with { IsInside = true });
                    return;
                case Carriage.Possible:
                    return;
            }

            if (use.Database is null && IsBuilderHandedIn(RootOf(call)))
                return;
            var opens = IsOpener(use, steps);
            var handle = opens ? default : project.Resources.TransactionOf(call);
            if (handle.Exists && !carriers.IsAbsent(handle))
                return;
            if (!handle.Exists && use.Database is { } known && !known.Handle.IsPool && !IsOfRow(known) && !opens && !carriers.IsAbsent(known.Through.IsEmpty ? use.SentOn : known.Receiver))
                return;
            if (!IsSameDatabase(call, carriers) || IsOfMaker(call, carriers, steps))
                return;
            // A function that is given the handle says by itself what it forgets.
            if (steps.Length > 0 && dropped < 0 && project.Transactions.In(carriers.Function).Any(one => one.Form is ScopeForm.Given))
                return;
            // Where only its use says that there is a transaction, a read that has nothing to do with it may well be meant to be outside.
            if (scope.IsPresumed && use.Database is null && IsRead(call) && !NamesHandle(call))
                return;
            var absent = handle.Exists ? handle : use.Database is { Handle.IsPool: false } sent && !IsOfRow(sent) && !opens ? use.SentOn : default;
            Found.Add(use with { CouldTake = absent.Exists ? carriers.NameOfAbsent(absent) : "" });
        }

        /// <summary>
        /// Whether a statement runs on what the maker of the function was given, <c>const saveIn = ({ db }) => async (row) => db('a').insert(row)</c>, and that is no pool, or is given elsewhere: then nobody knows from here.
        /// </summary>
        private bool IsOfMaker(SyntaxNode call, Carriers carriers, ImmutableArray<SyntaxNode> steps)
        {
            var maker = FunctionShape.Enclosing(carriers.Function.Node);
            // What stands around the transaction itself is seen from there.
            if (steps.IsEmpty || FunctionLike.From(maker) is not { Parameters.Count: > 0 } || (maker.Tree == scope.Function.Node.Tree && maker.Span.Contains(scope.Function.Node.Span)) || frames.Any(frame => frame.Function.Node == maker) || RootSymbolOf(call) is { Exists: true, IsModuleLevel: true } && IsHandle(HandleOf(RootOf(call))))
                return false;
            // "saveIn({ db })(row)": there it is seen.
            return project.GivenFunctions.MakingOf(steps[^1]) is not { Exists: true } made || project.FunctionCalled(made) != maker || project.FunctionOf(maker) is not { } making
                || project.DatabaseCallAt(call) is not { Handle: { IsPool: true } } sent || project.LiftedCalls.LiftedTo(sent, making, made).Handle is not { IsPool: true } given
                // "=> async (id) => countIn(deps)(id)", "pools.map((db) => saveIn({ db })(row))": and that again is given.
                || (project.LiftedCalls.GiverOf(given) is { Exists: true } giver && giver != scope.Function.Node);
        }

        /// <summary>What a statement is sent on, as written: <c>db</c> of <c>tables.users(db).where(…)</c>.</summary>
        private string ReceiverOf(SyntaxNode call) => RootOf(call) is var root && !IsHandle(HandleOf(root)) && project.DatabaseCallAt(call) is { Handle: { IsPool: true } handle } && (handle.Member.Exists || handle.Variable is { Exists: true } variable && variable.Is(SymbolFlags.Parameter)) ? handle.Text : root.Text;

        private Symbol RootSymbolOf(SyntaxNode call)
        {
            var root = MemberPath.RootOf(HandleOf(RootOf(call)));
            return root.Is(SyntaxKind.Identifier) ? project.Bindings.SymbolOf(root) : default;
        }

        /// <summary>"query.clone().limit(10)" of a parameter: on what the query runs was decided where it was begun.</summary>
        private bool IsBuilderHandedIn(SyntaxNode root) =>
            root.Is(SyntaxKind.Identifier) && project.ThenableOf(root) is Thenable.Lazy && project.Bindings.SymbolOf(root) is var symbol && symbol.Is(SymbolFlags.Parameter);

        /// <summary>Whether a statement only reads, by what the library says of the call.</summary>
        private bool IsRead(SyntaxNode call) => project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Builds>().Any(builds => builds.Clause is SqlClause.Select);

        /// <summary><c>{ lock: transaction.LOCK.UPDATE }</c></summary>
        private bool NamesHandle(SyntaxNode call)
        {
            foreach (var node in call.Child(SyntaxKind.ArgumentList).DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.Identifier) && node.Text == scope.Handle)
                    return true;
            }

            return false;
        }

        /// <summary>
        /// A handle of unknown kind, in its own transaction: <c>db.transaction(async (tx) => { await db.query(…) })</c>.
        /// Whatever it is, a pool or a transaction around this one, it is not the transaction that it has begun.
        /// </summary>
        private bool IsOpener(InnerUse use, ImmutableArray<SyntaxNode> steps) =>
            steps.IsEmpty && use.Database is { Through.IsEmpty: true, Steps.IsEmpty: true, Handle.Kind: not HandleKind.Pool } && scope.Form is ScopeForm.Callback
            && OpenedOn() is { Exists: true } opener && use.SentOn.Text == opener.Text && IsSame(use.SentOn, opener);

        /// <summary>"const user = await User.findByPk(id, { transaction }); await user.save()": an object is written on the pool, whatever it was read on.</summary>
        private bool IsOfRow(DatabaseCall known) =>
            known is { Through.IsEmpty: true, Steps.IsEmpty: true, Handle: { Kind: null, Variable: { Exists: true, IsAssignedOnce: true } variable } }
            && variable.Declaration.Is(SyntaxKind.VariableDeclaration) && variable.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Kind: SyntaxKind.AwaitExpression } read
            && project.DatabaseCallAt(read.FirstChild.Unwrapped()) is { Queries: [{ Kind: QueryKind.Select or QueryKind.Insert }] };

        /// <summary>What joins the transaction of an object: it is given the object, is surely not, or nobody knows.</summary>
        private void AddJoin(ContextJoin join, SyntaxNode call, Carriers carriers, ImmutableArray<SyntaxNode> steps, int dropped)
        {
            var use = new InnerUse(InnerKind.Statement, call, steps) { Dropped = dropped >= 0 ? dropped : steps.Length, Receiver = CodeLine.Of(RootOf(call).Text), Joins = join.Name.Length > 0 ? join.Name : scope.Handle, JoinsWriting = join.Writes, Frames = frames };
            if (join.Variable.Exists)
            {
                if (join.Variable.Tree == carriers.Function.Node.Tree && carriers.HoldsDeclared(join.Variable))
                    Found.Add(use with { IsInside = true });
                return;
            }

            var argument = CallArguments.At(use.Call, join.Place);
            var cargo = argument.Exists ? carriers.CargoOf(argument)?.Member(join.Members) : CallArguments.HasSpread(use.Call) ? null : Cargo.Missing;
            if (cargo is { Carries: true })
                Found.Add(use with { IsInside = true });
            else if (cargo is { IsMissing: true } && !IsSaid(argument, join.Members))
                Found.Add(use with { CouldTake = use.Joins });
        }

        /// <summary>"req: undefined" is no slip.</summary>
        private static bool IsSaid(SyntaxNode argument, string members) =>
            argument.Exists && argument.Unwrapped() is { Kind: SyntaxKind.ObjectLiteralExpression } literal && literal.Children.ToArray().Any(member => member.Is(SyntaxKind.PropertyAssignment) && member.FirstChild.Text == members);

        /// <summary>Whether a statement goes to the database of the transaction: another client may be one of another.</summary>
        private bool IsSameDatabase(SyntaxNode call, Carriers carriers)
        {
            if (IsOfClassElsewhere(call))
                return false;
            var receiver = PoolBehind(project.DatabaseCallAt(call) is { Through.IsEmpty: false } known ? known.Receiver.Unwrapped() : HandleOf(RootOf(call)), carriers);
            if (scope.Form is ScopeForm.Given)
            {
                // Where the transaction comes from is not seen: with one pool in the program it can only be that.
                var start = scope.Carriers.Start.References is [var first, ..] ? first : new Parameter(scope.Carriers.Start.Declaration).Name;
                var typed = TypeTree(start);
                return scope.Function.Module.LocalSymbolOf(start) == scope.Carriers.Start && (typed is null || (LibraryOf(call) is { } sender && project.Resources.RunsOn(sender, typed))) && (!IsHandle(receiver) || project.Resources.PoolsOf(typed ?? LibraryOf(call)!, scope.Function.Module) <= 1);
            }

            var opener = OpenedOn();
            if (LibraryOf(call) is { } library && LibraryOf(scope.Begin) is { } other && !project.Resources.RunsOn(library, other))
                return false;
            return !IsHandle(receiver) || !opener.Exists || IsSame(WithoutLinks(receiver), WithoutLinks(opener));
        }

        /// <summary>
        /// "await User.query()" where all classes of rows were told <c>Model.knex(systemPool)</c>, and the transaction was begun on a pool that is another object, or where that is not seen, and there are several.
        /// </summary>
        private bool IsOfClassElsewhere(SyntaxNode call)
        {
            if (project.BoundClasses.HandleOf(RootOf(call)) is not { Exists: true } handle || project.Origins.Of(handle).Made is not { IsEmpty: false } made)
                return false;
            var begun = scope.Form is ScopeForm.Given ? scope.Carriers.Start.References is [var first, ..] ? first : default : OpenedOn();
            var others = begun.Exists ? project.Origins.Of(begun).Made : [];
            return others.IsEmpty ? scope.Form is ScopeForm.Given && made.Any(pool => project.Types.CalleeOf(pool) is Callee.Library { Signature.Tree: var library } && project.Resources.PoolsOf(library, scope.Function.Module) > 1) : !others.Intersect(made).Any();
        }

        /// <summary>"db.withPlugin(logs)" is "db" told more.</summary>
        private SyntaxNode WithoutLinks(SyntaxNode handle)
        {
            while (handle.Is(SyntaxKind.CallExpression) && handle.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } link && IsHandle(link.FirstChild.Unwrapped()))
                handle = link.FirstChild.Unwrapped();
            return handle;
        }

        /// <summary>"const actor = transaction ?? this.knex;", "(transaction ?? knex)('a')", "async function load(id, executor = db)": the pool that stands in where no transaction was given.</summary>
        private static SyntaxNode PoolBehind(SyntaxNode receiver, Carriers carriers)
        {
            var chosen = receiver;
            if (receiver.Is(SyntaxKind.Identifier))
            {
                if (carriers.Function.Module.Tree != receiver.Tree || carriers.Function.Module.LocalSymbolOf(receiver) is not { Exists: true, IsAssignedOnce: true } local)
                    return receiver;
                if (local.Declaration.Is(SyntaxKind.Parameter))
                    return new Parameter(local.Declaration).Initializer is { Exists: true } standIn && carriers.IsAbsent(receiver) ? standIn.Unwrapped() : receiver;
                if (!local.Declaration.Is(SyntaxKind.VariableDeclaration))
                    return receiver;
                chosen = local.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
            }

            var (asked, pool) = chosen.Kind switch
            {
                SyntaxKind.ConditionalExpression => (chosen.FirstChild, chosen.ChildAt(2)),
                SyntaxKind.BinaryExpression when chosen.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar => (chosen.FirstChild, chosen.ChildAt(1)),
                _ => default,
            };
            return asked.Exists && carriers.IsAbsent(asked) ? pool.Unwrapped() : receiver;
        }

        private SyntaxTree? TypeTree(SyntaxNode handle) => project.Types.TypeOf(handle).NonNullish() is LightType.Instance { Symbol: { Exists: true } type } ? type.Module.Tree : null;

        private SyntaxTree? LibraryOf(SyntaxNode call) => project.DatabaseCallAt(call) is { } known && project.Types.CalleeOf(known.Innermost) is Callee.Library inner ? inner.Signature.Tree : project.Types.CalleeOf(call) is Callee.Library library ? library.Signature.Tree : null;

        /// <summary>The pool on which the transaction was begun.</summary>
        private SyntaxNode OpenedOn()
        {
            if (scope.OpenedOn.Exists)
                return scope.OpenedOn;
            if (project.DatabaseCallAt(scope.Begin) is { Handle.Variable: { Exists: true } client } && !(project.Types.CalleeOf(scope.Begin) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Begins>().Any()))
            {
                // "const client = await pool.connect()": the pool that it is taken from.
                var acquire = project.FunctionAround(scope.Begin)?.DatabaseCalls.FirstOrDefault(call => call.Action is DatabaseAction.Acquire && ConnectionLife.TakenBy(call.Call, client.Module) == client);
                return acquire is null ? client.References.FirstOrDefault() : acquire.Receiver.Unwrapped();
            }

            return HandleOf(scope.Begin.FirstChild.Unwrapped());
        }

        private bool IsSame(SyntaxNode left, SyntaxNode right)
        {
            if (project.Bindings.SymbolOf(left) is { Exists: true } symbol && !symbol.Is(SymbolFlags.Parameter) && symbol == project.Bindings.SymbolOf(right))
                return true;
            if (left.Text == right.Text && (left.Tree == right.Tree || left.Text.StartsWith("this.", StringComparison.Ordinal)))
                return true;
            // "db()", here and in another file
            if (left.Is(SyntaxKind.CallExpression) && right.Is(SyntaxKind.CallExpression) && !left.Child(SyntaxKind.ArgumentList).FirstChild.Exists && !right.Child(SyntaxKind.ArgumentList).FirstChild.Exists
                && project.Types.CalleeOf(left) is Callee.InProgram { Signatures.IsEmpty: true, Functions: [var giver] } && project.Types.CalleeOf(right) is Callee.InProgram { Signatures.IsEmpty: true, Functions: [var other] } && giver == other)
                return true;
            return project.Origins.Of(left) is { Made.IsEmpty: false } origin && origin.Made.Intersect(project.Origins.Of(right).Made).Any();
        }

        private bool IsHandle(SyntaxNode expression) => expression.Exists && project.IsHandle(expression);

        /// <summary>The handle that a chain begins with: <c>prisma</c> of <c>prisma.user</c>, <c>db</c> of <c>db.transaction().execute</c>; else its first link.</summary>
        private SyntaxNode HandleOf(SyntaxNode chain)
        {
            var at = chain;
            while (!IsHandle(at) && at.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.CallExpression)
                at = at.FirstChild.Unwrapped();
            return at;
        }

        private SyntaxNode RootOf(SyntaxNode call)
        {
            var at = call.FirstChild.Unwrapped();
            while (at.Is(SyntaxKind.PropertyAccessExpression) && at.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } inner)
            {
                // "db().insert(users)", "this.executor(trx).query('…')"
                if (project.Types.CalleeOf(inner) is Callee.InProgram && (IsHandle(inner) || (at == call.FirstChild.Unwrapped() && project.DatabaseCallAt(call) is { Text.Exists: true })))
                    return inner;
                at = inner.FirstChild.Unwrapped();
            }

            // "this.knex('account')" is called itself.
            return at.Is(SyntaxKind.PropertyAccessExpression) && !IsHandle(at) ? at.FirstChild.Unwrapped() : at;
        }
    }
}
