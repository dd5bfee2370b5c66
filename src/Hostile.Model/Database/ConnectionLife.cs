using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.Sql;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// Follows one connection through one function: from where it is taken (or a transaction is begun on it) along every path to where the function ends.
/// A connection that is given away on a path — returned, stored, handed to code that keeps it — is somebody else's from there, and that path says nothing.
/// </summary>
public sealed class ConnectionLife
{
    /// <summary>How many connections and transactions of one function are followed. A function with more was written by a program, and each costs a walk through it.</summary>
    private const int MostLives = 64;

    /// <summary>An object in an object in …: beyond this it is given away.</summary>
    private const int DeepestHolder = 3;

    /// <summary>Words in the names of functions that end what they are given, or may.</summary>
    private static readonly ImmutableArray<string> Enders = ["rollback", "abort", "commit", "end", "finish", "close", "release", "complete", "dispose", "destroy", "cancel", "cleanup", "fail", "error", "kill"];

    private readonly FunctionModel function;
    private readonly Symbol variable;
    private readonly Dictionary<int, DatabaseCall> calls = [];
    private readonly VariableLife<State> life;

    private ConnectionLife(FunctionModel function, Symbol variable, SyntaxNode begin = default, ImmutableArray<DatabaseCall> ends = default)
    {
        this.function = function;
        this.variable = variable;
        foreach (var end in ends.IsDefault ? [] : ends)
            calls[EffectNode(end.Call).Index] = end;
        foreach (var call in function.DatabaseCalls.Where(call => call.Handle.Variable == variable && call.Action is not DatabaseAction.Acquire))
            calls[EffectNode(call.Call).Index] = IsKeptAfter(call) ? call with { GivesBack = GivesBack.No } : call;
        // "const trx = await db.transaction()": begun and handed out in one.
        HashSet<SyntaxNode> acquired = [.. function.DatabaseCalls.Where(call => call.Action is DatabaseAction.Acquire || (call.Begins && TakenBy(call.Call, function.Module) == call.Handle.Variable)).Select(call => EffectNode(call.Call))];
        if (begin.Exists)
            acquired.Add(EffectNode(begin));
        // "let runner; … runner = dataSource.createQueryRunner(); … if (runner && runner.isTransactionActive)": there is one.
        life = new(function, variable, value => acquired.Contains(value) || function.Project.OpeningAt(value) is not null, (reference, mayEnd) => begin.Exists && reference.Wrapped().Parent.Is(SyntaxKind.ArgumentList) ? !IsLent(reference) : function.Project.Ownership.MayKeep(reference, mayEnd) && !IsLent(reference), Says);
    }

    /// <summary>"runner.isTransactionActive", "runner.isReleased": what the library says of them, on the way that is walked.</summary>
    private bool? Says(SyntaxNode member, State state) => function.Project.Effects.Of(function.Project.Types.SymbolOf(member)).OfType<Effect.TellsState>().FirstOrDefault()?.State switch
    {
        HandleState.Open => state.Transaction is Transaction.Open,
        HandleState.Released => state.Connection is Connection.Returned,
        _ => null,
    };

    /// <summary>Where the connection, or the transaction on it, first outlives the function's care; null on no path.</summary>
    public LostPath? Lost { get; private set; }

    /// <summary>Where the function first ends with the transaction still open; null on no path.</summary>
    public LostPath? LeftOpen { get; private set; }

    /// <summary>Where the connection goes back to the pool with the transaction open; null on no path.</summary>
    public LostPath? ReturnedDirty { get; private set; }

    /// <summary>The first reference by which the connection is given away; none when it stays in the function.</summary>
    public SyntaxNode GivenAwayAt => life.GivenAwayAt;

    /// <summary>How the function calls the variable that holds the connection.</summary>
    public string VariableName => variable.Name.ToString();

    /// <summary>Whether the connection is given back in a <c>finally</c> block.</summary>
    public bool ReleasedInFinally => calls.Values.Any(call => call.GivesBack is not GivesBack.No && call.Call.Ancestor(SyntaxKind.FinallyClause).Exists);

    /// <summary>Whether every path was walked; when not, silence proves nothing.</summary>
    public bool IsComplete => life.IsComplete;

    /// <summary>Follows a connection that this function takes into a local variable; null when it goes elsewhere at once or the flow is not known.</summary>
    public static ConnectionLife? OfAcquired(FunctionModel function, DatabaseCall acquire)
    {
        if (!IsFollowed(function, acquire, call => call.Action is DatabaseAction.Acquire) || function.Flow is null || TakenBy(acquire.Call, function.Module) is not { Exists: true } variable)
            return null;
        var life = new ConnectionLife(function, variable);
        life.Explore(EffectNode(acquire.Call), new(Connection.Held, Transaction.None));
        return life;
    }

    /// <summary>Follows a transaction begun on a connection that a variable of this function holds; null when none does or the flow is not known.</summary>
    public static ConnectionLife? OfTransaction(FunctionModel function, DatabaseCall begin)
    {
        if (!IsFollowed(function, begin, call => call.Begins) || function.Flow is null || !begin.Handle.Variable.Exists)
            return null;
        var life = new ConnectionLife(function, begin.Handle.Variable);
        life.Explore(EffectNode(begin.Call), new(Connection.Held, Transaction.Open));
        return life;
    }

    /// <summary>Follows a transaction that an object of the program opened; null when the flow is not known.</summary>
    internal static ConnectionLife? OfOwn(OwnSection own)
    {
        if (own.Function.Flow is null)
            return null;
        var life = new ConnectionLife(own.Function, own.Handle, own.Begin, [.. own.Ends.Select(end => new DatabaseCall
        {
            Call = end,
            Action = DatabaseAction.Run,
            Handle = new(HandleKind.Transaction, own.Handle, own.Handle.Name.ToString()),
            Queries = Query.Parse(SqlText.Of(OwnSection.IsCommit(end) ? "COMMIT" : "ROLLBACK")),
        })]);
        life.Explore(EffectNode(own.Begin), new(Connection.Held, Transaction.Open));
        return life;
    }

    /// <summary>
    /// Whether the function that ends a transaction itself only lends it here, to a call that it waits for: nobody commits, or rolls back come what may, what he has let others end. What ends it, or may, says so by its name.
    /// </summary>
    private bool IsLent(SyntaxNode reference)
    {
        if (!calls.Values.Any(call => call is { Handle.Kind: HandleKind.Transaction } && (call.Queries.Any(query => query.Kind is QueryKind.Commit) || (call.Queries.Any(query => query.Kind is QueryKind.Rollback) && IsAlwaysCome(call.Call)))))
            return false;
        return IsLentAt(reference, 0);
    }

    private bool IsLentAt(SyntaxNode reference, int depth)
    {
        var outer = reference.Wrapped();
        // "await work(new Store(trx))": what wraps it works while the call does. "{ ...options, transaction }"
        while ((outer.Parent.Is(SyntaxKind.ArgumentList) && outer.Parent.Parent.Is(SyntaxKind.NewExpression))
            || (outer.Parent.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.SpreadAssignment && outer.Parent.Parent.Is(SyntaxKind.ObjectLiteralExpression)))
            outer = outer.Parent.Parent.Wrapped();

        if (outer.Parent.Is(SyntaxKind.ArgumentList) && outer.Parent.Parent is { Kind: SyntaxKind.CallExpression } call && CallChain.LastOf(call) is var last && IsWaitedFor(last))
        {
            return IsRunHere(FunctionShape.Enclosing(reference))
                && !Enders.Any(word => OwnSection.NameOf(call).Contains(word, StringComparison.OrdinalIgnoreCase)) && !IsEndedIn(call, outer) && (depth == 0 || !MayEnd(call));
        }

        return depth < DeepestHolder && IsHeldHere(outer, depth);
    }

    /// <summary>
    /// "const options = { transaction }; const posts = new Posts(options);": an object that the function makes around it, keeps in a constant, and does nothing with but call it and hand it to calls that it waits for.
    /// </summary>
    private bool IsHeldHere(SyntaxNode made, int depth)
    {
        // "const executor = executorOf({ transaction })"
        if (made.Parent.Is(SyntaxKind.ArgumentList) && made.Parent.Parent is { Kind: SyntaxKind.CallExpression } maker && !MayEnd(maker))
            made = maker.Wrapped();
        if (made.Unwrapped() is { Kind: SyntaxKind.NewExpression } created && (function.Project.Types.TypeOf(created).NonNullish() is not LightType.Instance { Symbol: { Exists: true } type } || type.Declarations.Any(declaration => SpeaksOfEnd(declaration))))
            return false;
        if (made.Unwrapped().Kind is not (SyntaxKind.NewExpression or SyntaxKind.ObjectLiteralExpression or SyntaxKind.CallExpression) || made.Parent is not { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } declared }
            || declared.FirstChild is not { Kind: SyntaxKind.Identifier } name || FunctionShape.Enclosing(declared) != function.Node || function.Module.LocalSymbolOf(name) is not { Exists: true, IsAssignedOnce: true } holder)
            return false;
        foreach (var use in holder.References)
        {
            if (use == name)
                continue;
            var outer = use.Wrapped();
            if (outer.Parent.Is(SyntaxKind.PropertyAccessExpression) && outer.Parent.FirstChild == outer)
            {
                // "posts.add(…)"; a member that is taken off is not followed.
                if (outer.Parent.Wrapped() is not { Parent: { Kind: SyntaxKind.CallExpression } method } callee || method.FirstChild != callee || !IsRunHere(FunctionShape.Enclosing(use)) || MayEnd(method) || Enders.Any(word => OwnSection.NameOf(method).Contains(word, StringComparison.OrdinalIgnoreCase)))
                    return false;
            }
            else if (!IsLentAt(use, depth + 1))
                return false;
        }

        return true;
    }

    /// <summary>Whether what is called speaks of the end of a transaction, its own or another's.</summary>
    private bool MayEnd(SyntaxNode call) => function.Project.Types.CalleeOf(call) switch
    {
        Callee.InProgram { Functions: { IsEmpty: false } functions } => functions.Any(SpeaksOfEnd),
        Callee.Library => false,
        _ => true,
    };

    private static bool SpeaksOfEnd(SyntaxNode declared) => declared.Text is var text && (text.Contains("commit", StringComparison.OrdinalIgnoreCase) || text.Contains("rollback", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the function comes to a call on every way on which nothing fails: it stands under no condition, and handles no failure.</summary>
    private bool IsAlwaysCome(SyntaxNode call)
    {
        for (var at = call; at.Exists && at != function.Node; at = at.Parent)
        {
            if (at.Kind is SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression or SyntaxKind.CatchClause or SyntaxKind.CaseClause or SyntaxKind.DefaultClause
                || (at.Is(SyntaxKind.BinaryExpression) && at.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.QuestionQuestion)
                || (at != call && FunctionLike.From(at) is not null))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a call is awaited on the spot, also as one of two: <c>await (isNew ? add(trx) : change(trx))</c>.</summary>
    private static bool IsWaitedFor(SyntaxNode call)
    {
        var outer = call;
        while (outer.Parent.Kind is SyntaxKind.ParenthesizedExpression or SyntaxKind.AsExpression || (outer.Parent.Is(SyntaxKind.ConditionalExpression) && outer.Parent.FirstChild != outer))
            outer = outer.Parent;
        return outer.Parent.Is(SyntaxKind.AwaitExpression);
    }

    /// <summary>"const update = async () => …; await update();": the function itself, or one written in it that is nothing but called there, and waited for.</summary>
    private bool IsRunHere(SyntaxNode around)
    {
        if (around == function.Node)
            return true;
        return around.Wrapped().Parent is { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } declaration } && FunctionShape.Enclosing(declaration) == function.Node
            && declaration.FirstChild.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(declaration.FirstChild) is { Exists: true, IsAssignedOnce: true } named
            && named.References.All(reference => reference == declaration.FirstChild || (reference.Wrapped().Parent is { Kind: SyntaxKind.CallExpression } call && call.FirstChild == reference.Wrapped() && EffectNode(call) != call && FunctionShape.Enclosing(call) == function.Node));
    }

    /// <summary>Whether a function of the program ends, by itself, what it is given in this argument.</summary>
    private bool IsEndedIn(SyntaxNode call, SyntaxNode argument)
    {
        if (function.Project.Types.CalleeOf(call) is not Callee.InProgram program)
            return false;
        var place = call.Child(SyntaxKind.ArgumentList).Children.ToArray().AsSpan().IndexOf(argument);
        foreach (var called in program.Functions)
        {
            if (FunctionLike.From(called) is { } shape && shape.Parameters[place] is { Exists: true } parameter && new Parameter(parameter).Name is { Kind: SyntaxKind.Identifier } name
                && function.Project.Bindings.SymbolOf(name) is { Exists: true } given && given.References.Any(reference => OwnSection.EndOf(reference).Exists))
                return true;
        }

        return false;
    }

    private static bool IsFollowed(FunctionModel function, DatabaseCall call, Func<DatabaseCall, bool> isAlike) =>
        function.DatabaseCalls.Where(isAlike).Take(MostLives).Contains(call);

    /// <summary>Whether the connection is the transaction's own: what begins it takes a connection, and gives the program the transaction, <c>const trx = await knex.transaction()</c>.</summary>
    public static bool IsOfTransaction(FunctionModel function, DatabaseCall begin) =>
        !begin.Text.Exists && begin.Handle.Variable.Exists && TakenBy(begin.Call, function.Module) == begin.Handle.Variable;

    /// <summary>The local variable that a call's awaited result is stored into, else none.</summary>
    public static Symbol TakenBy(SyntaxNode call, Module module)
    {
        var value = EffectNode(call).Wrapped();
        var parent = value.Parent;
        var target = parent.Kind switch
        {
            SyntaxKind.Initializer when parent.Parent.Is(SyntaxKind.VariableDeclaration) => parent.Parent.FirstChild,
            SyntaxKind.BinaryExpression when parent.Operator is TokenKind.Equals && parent.ChildAt(1) == value => parent.FirstChild,
            _ => default,
        };
        var symbol = target.Is(SyntaxKind.Identifier) ? module.LocalSymbolOf(target) : default;
        return symbol.Exists && symbol.Scope.Function.Index == module.ScopeAround(call).Function.Index ? symbol : default;
    }

    /// <summary>
    /// Whether a function hands out what a call in it gives: at once, or by a variable that it does nothing with but use and return. <c>const client = await pool.connect(); client.on(…); return client;</c>
    /// </summary>
    public static bool IsHandedOut(SyntaxNode call, SyntaxNode function, Module module)
    {
        var value = EffectNode(call).Wrapped();
        return value.Parent.Is(SyntaxKind.ReturnStatement) || FunctionShape.BodyOf(function) == value
            || KeptFor(call, module, reference => reference.Wrapped().Parent.Is(SyntaxKind.ReturnStatement) && FunctionShape.Enclosing(reference) == function).Exists;
    }

    /// <summary>
    /// Where a promise is settled with what a call in its executor gives, and nothing else is done with that than use; none where it is not: <c>const client = new Client(); client.on('ready', () => resolve(client)); client.connect();</c>
    /// </summary>
    internal static SyntaxNode Settles(SyntaxNode call, SyntaxNode executor, Module module) =>
        FunctionLike.From(executor) is { } shape && shape.Parameters.ToArray() is [var resolve, ..] && module.SymbolOfDeclaration(resolve) is { Exists: true } settling
        ? KeptFor(call, module, reference => reference.Wrapped().Parent is { Kind: SyntaxKind.ArgumentList } arguments && arguments.Parent.FirstChild is { Kind: SyntaxKind.Identifier } called && module.LocalSymbolOf(called) == settling) : default;

    /// <summary>The last use for something of a variable that is set once to what a call gives, and is otherwise used only by its members; none when there is no such use, or another.</summary>
    private static SyntaxNode KeptFor(SyntaxNode call, Module module, Func<SyntaxNode, bool> isFor)
    {
        var value = EffectNode(call).Wrapped();
        if (!value.Parent.Is(SyntaxKind.Initializer) || TakenBy(call, module) is not { Exists: true, IsAssignedOnce: true } variable)
            return default;
        SyntaxNode given = default;
        foreach (var reference in variable.References)
        {
            var parent = reference.Wrapped().Parent;
            if (isFor(reference))
                given = reference;
            else if (!(parent.Is(SyntaxKind.PropertyAccessExpression) && parent.FirstChild == reference.Wrapped()) && !IsBoundToItself(reference.Wrapped()))
                return default;
        }

        return given;
    }

    /// <summary><c>client.release.bind(client)</c></summary>
    private static bool IsBoundToItself(SyntaxNode argument) =>
        argument.Parent.Is(SyntaxKind.ArgumentList) && argument.Parent.Parent.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression } bind && bind.ChildAt(1).TextIs("bind"u8)
        && bind.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression } own && own.FirstChild.TextIs(argument.Bytes);

    /// <summary>The node at which a call's effect is done: its <c>await</c> when it is awaited on the spot.</summary>
    public static SyntaxNode EffectNode(SyntaxNode call)
    {
        var outer = call;
        while (outer.Parent.Kind is SyntaxKind.ParenthesizedExpression or SyntaxKind.AsExpression)
            outer = outer.Parent;
        return outer.Parent.Is(SyntaxKind.AwaitExpression) ? outer.Parent : call;
    }

    /// <summary>"load(client)" that gives the client back unless a transaction is open: who goes on to send statements on it knows that he has it still.</summary>
    private bool IsKeptAfter(DatabaseCall call)
    {
        if (call.GivesBack is not GivesBack.Perhaps || function.Flow is not { } graph)
            return false;
        var later = function.DatabaseCalls.Where(other => other != call && other.Action is DatabaseAction.Run && other.Handle.Variable == variable).SelectMany(other => graph.PointsOf(EffectNode(other.Call))).ToList();
        return later.Count > 0 && graph.PointsOf(EffectNode(call.Call)).Any(point => graph.ReachableFrom(point, exceptions: false) is var on && later.Exists(at => on[at]));
    }

    private void Explore(SyntaxNode start, State initial)
    {
        life.Walk(start, initial, (node, throws, state) => calls.TryGetValue(node.Index, out var call) ? (true, After(call, throws, state)) : (false, state));
        Lost = life.PathToEnd(state => state.Connection is Connection.Held);
        LeftOpen = life.PathToEnd(state => state.Transaction is Transaction.Open);
        foreach (var release in calls.Values.Where(call => call is { Action: DatabaseAction.Release, GivesBack: GivesBack.Always }))
            ReturnedDirty ??= life.PathToNode(EffectNode(release.Call), state => state is { Connection: Connection.Held, Transaction: Transaction.Open });
    }

    /// <summary>Whether a path is open only because a step of a handler fails, too, before the handler comes to the end of the transaction that stands in it: <c>catch { await other.abort(); await runner.rollback(); }</c>.</summary>
    public bool NeedsSecondFailure(LostPath path)
    {
        for (var place = 0; place < path.Taken.Length; place++)
        {
            if (path.Taken[place] is EdgeKind.Throws && path.Path[place] is { Op: FlowOp.Call or FlowOp.Await, Node: var node } && node.Ancestor(SyntaxKind.CatchClause) is { Exists: true } handler && FunctionShape.Enclosing(handler) == function.Node
                && calls.Values.Any(call => call.Ends && handler.Span.Contains(call.Call.Span) && call.Call.Span.Start > node.Span.Start))
                return true;
        }

        return false;
    }

    private static State? After(DatabaseCall call, bool throws, State state)
    {
        switch (call.Action)
        {
            // A connection that is destroyed takes its transaction with it.
            case DatabaseAction.Destroy:
                return null;
            case DatabaseAction.Release when call.GivesBack is GivesBack.No:
                return state;
            case DatabaseAction.Release:
                return state.Transaction is Transaction.Open ? null : state with { Connection = Connection.Returned };
        }

        foreach (var query in call.Queries)
        {
            state = query.Kind switch
            {
                QueryKind.Begin when !throws => state with { Transaction = Transaction.Open },
                // COMMIT and ROLLBACK end the transaction even when they fail: the server has dropped it, or the connection is gone and the pool drops that.
                QueryKind.Commit or QueryKind.Rollback => state with { Transaction = Transaction.None },
                _ => state,
            };
        }

        // BEGIN and ROLLBACK fail when the connection is gone, and that ends the process unless somebody listens for the client's errors: only there the slot is lost (pg 8.23.1 with pg-pool 3.14.0, run).
        if (throws && call.Queries.Any(query => query.Kind is QueryKind.Begin or QueryKind.Rollback))
            return null;
        return call.GivesBack is not GivesBack.No && !throws ? state with { Connection = Connection.Returned } : state;
    }

    private enum Connection : byte
    {
        Held,
        Returned,
    }

    private enum Transaction : byte
    {
        None,
        Open,
    }

    private readonly record struct State(Connection Connection, Transaction Transaction);
}
