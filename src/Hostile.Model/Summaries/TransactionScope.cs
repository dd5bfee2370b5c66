using System.Collections.Immutable;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>How a function comes to run inside a transaction.</summary>
public enum ScopeForm
{
    /// <summary>It is the function that a library, or the program's own wrapper, runs in a transaction.</summary>
    Callback,

    /// <summary>It begins and ends the transaction itself.</summary>
    Section,

    /// <summary>It is given the transaction's handle.</summary>
    Given,

    /// <summary>It is no transaction: the function holds a connection that it took out of a pool.</summary>
    Held,
}

/// <summary>A stretch of a function that runs inside a transaction.</summary>
public sealed class TransactionScope
{
    private readonly Func<SyntaxNode, bool> holds;

    internal TransactionScope(FunctionModel function, ScopeForm form, SyntaxNode opener, string handle, Carriers carriers, Func<SyntaxNode, bool>? holds = null)
    {
        (Function, Form, Opener, Handle, Carriers) = (function, form, opener, handle, carriers);
        this.holds = holds ?? (static _ => true);
    }

    /// <summary>The function whose body, or a stretch of whose body, runs inside.</summary>
    public FunctionModel Function { get; }

    public ScopeForm Form { get; }

    /// <summary>What opens it: the call that is given the function, the BEGIN; for a function that is given the handle, the handle's declaration.</summary>
    public SyntaxNode Opener { get; }

    /// <summary>How the program calls the transaction's handle.</summary>
    public string Handle { get; }

    /// <summary>The library's call that begins it, inside the wrapper where there is one; none when that is not seen.</summary>
    internal SyntaxNode Begin { get; init; }

    /// <summary>What <see cref="Begin"/> is given to begin the transaction on, where it is no method of that; none otherwise.</summary>
    internal SyntaxNode OpenedOn { get; init; }

    internal Carriers Carriers { get; }

    /// <summary>Whether the handle is an object that carries the transaction among other things, as a request does.</summary>
    public bool IsCarried { get; init; }

    /// <summary>Whether only names say that a transaction is open: that of what opens it, and the object that this hands out; of a handle that is given, how it is used.</summary>
    public bool IsPresumed { get; init; }

    /// <summary>Whether it is a transaction, rather than a connection that is merely held.</summary>
    public bool IsTransaction => Form is not ScopeForm.Held;

    /// <summary>How executions inside the transaction can overlap, by the shortest chain of calls: of a function that is given the handle, by those that give it one.</summary>
    public Exposure Exposure => Function.Project.Transactions.ExposureOf(this);

    /// <summary>Whether one of some calls in the transaction's function is given the handle and is not seen to read only.</summary>
    internal bool MayWrite(Func<SyntaxNode, bool> isMeant) => Function.Project.Transactions is var transactions
        && transactions.CallsIn(Function.Node).Any(call => call != Opener && Holds(call) && isMeant(call) && transactions.MayWrite(call, Carriers));

    /// <summary>What runs inside the transaction, in the scope's own function and in those that it calls, in the order of the text.</summary>
    public ImmutableArray<InnerUse> Uses => Function.Project.Transactions.UsesIn(this);

    /// <summary>Its writes whose failure is caught inside, after which it goes on; by position.</summary>
    public IEnumerable<SwallowedError> SwallowedErrors => ScopeFaults.SwallowedIn(this);

    /// <summary>Work that is started side by side on its handle, of which statements may begin after the first failure; by position.</summary>
    public IEnumerable<LateUse> ParallelWork => ScopeFaults.ParallelIn(this);

    /// <summary>Work on its handle that nobody waits for; by position.</summary>
    public IEnumerable<LateUse> UnawaitedWork => ScopeFaults.NotAwaitedIn(this);

    /// <summary>The statement of this transaction that has locked the very row for which another connection's statement waits; null when none is seen.</summary>
    public InnerUse? RowWaitedFor(InnerUse outer)
    {
        if (outer is not { Kind: InnerKind.Statement, Steps.IsEmpty: true, Database: { Queries: [var wanted] } } || !(wanted.IsWrite || wanted.RowLock is not null) || wanted.Table is not { } table || wanted.Kind is QueryKind.Insert)
            return null;
        foreach (var use in Uses)
        {
            if (use is { IsInside: true, Locks: true, Steps.IsEmpty: true, Database: { Queries: [var held] } } && held.Kind is not QueryKind.Insert && use.Call.Span.Start < outer.Call.Span.Start && held.Table is { } locked && locked.Matches(table) && ((IsSameRow(held, use.Database, wanted, outer.Database) && !AreAlternatives(use.Call, outer.Call)) || IsRowOf(use, held, wanted, outer.Database)))
                return use;
        }

        return null;
    }

    /// <summary>"const user = await User.findByPk(id, { transaction, lock: true }); await user.save()": the row was read by the statement that locked it.</summary>
    private bool IsRowOf(InnerUse use, Query held, Query wanted, DatabaseCall with) =>
        held is { Kind: QueryKind.Select, RowLock.IsExclusive: true } && Function.Values is { } values
        && wanted.Fixed(wanted.Table!.Value).Any(match => with.ValueOf(match.Values[0]).Node is { Exists: true } key && key.Tree == Function.Module.Tree && values.OriginsOf(key).Any(origin => origin.Node == use.Call && !origin.ThroughCall));

    /// <summary>Whether two calls stand on different sides of one condition.</summary>
    private static bool AreAlternatives(SyntaxNode one, SyntaxNode other)
    {
        for (var at = one; at.Exists; at = at.Parent)
        {
            if (at.Parent is { Kind: SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression } condition && condition.FirstChild != at && condition.Tree == other.Tree && condition.Span.Contains(other.Span))
                return condition.FirstChild.Span.End <= other.Span.Start && !at.Span.Contains(other.Span);
        }

        return false;
    }

    private bool IsSameRow(Query held, DatabaseCall by, Query wanted, DatabaseCall with)
    {
        var (left, right) = (held.Fixed(held.Table!.Value).ToList(), wanted.Fixed(wanted.Table!.Value).ToList());
        return left.Count > 0 && left.Count == held.Where.Matches.Length && right.Count == wanted.Where.Matches.Length && left.Count == right.Count && !held.Where.HasOthers && !wanted.Where.HasOthers
            && left.All(match => right.Any(other => other.Column.Name == match.Column.Name && PathOf(by, match.Values[0]) is { } path && path == PathOf(with, other.Values[0])));
    }

    private ValuePath? PathOf(DatabaseCall call, QueryValue value) => call.ValueOf(value) is { Node.Exists: true } given ? ValuePath.Of(given.Node, given.Members, Function.Project.Bindings) : null;

    /// <summary>Whether a node of the function is evaluated inside the transaction.</summary>
    internal bool Holds(SyntaxNode node) => holds(node);

    public override string ToString() => $"{Function}: {Form} of {Handle}";
}

/// <summary>Something in a transaction that is sent on another connection.</summary>
/// <param name="Scope">The transaction.</param>
/// <param name="Use">What is sent: a statement, or the begin of another transaction.</param>
/// <param name="SaidSo">Whether a comment before it says that it is meant to be outside.</param>
public sealed record OuterUse(TransactionScope Scope, InnerUse Use, bool SaidSo)
{
    /// <summary>Whether it reads, in a function that has its own handle, a table that the transaction is seen to write.</summary>
    public bool ReadsWhatIsWritten => Scope.IsTransaction && Use is { Kind: InnerKind.Statement, IsWrite: false, Database: { } read }
        && Scope.Uses.Any(inner => inner is { IsInside: true, IsWrite: true, Database: { } written } && written.Queries.Any(write => write.IsWrite && write.Table is { IsKnown: true } table && read.Queries.Any(query => query.Table is { } asked && asked.Matches(table))));

    /// <summary>Whether it only reads, takes no lock, and reads nothing that the transaction is seen to write.</summary>
    public bool MissesNothing => Use is { IsWrite: false, Locks: false, Database: { } read }
        && !Scope.Uses.Any(inner => inner is { IsInside: true, IsWrite: not false } && inner.Database?.Queries.Any(written => written.Table is { } table && read.Queries.Any(query => query.Tables.Any(used => used.Table.Matches(table)))) != false);

    /// <summary>The other transactions in which the same call leaves out the handle, with what is sent there.</summary>
    internal List<(TransactionScope Scope, InnerUse Use)> Others { get; init; } = [];

    /// <summary>Whether it only reads, and no transaction that leads here, each of which begins in sight, can have written anything when it does: what it reads is the same there as here.</summary>
    public bool IsBeforeWrites => IsFirst && Others.TrueForAll(other => new OuterUse(other.Scope, other.Use, false).IsFirst);

    private bool IsFirst => Use is { Kind: InnerKind.Statement, IsWrite: false, Locks: false, Joins.Length: 0 } && Scope.Form is ScopeForm.Callback or ScopeForm.Section && !Scope.IsCarried
        && !Scope.Uses.Any(inner => inner is { IsInside: true, Kind: InnerKind.Statement, IsWrite: not false } && MayPrecede(inner))
        && !MayWriteBefore();

    /// <summary>Whether something that is given the handle and is not seen to read only stands before it, in the function that runs in the transaction or in one on the way here.</summary>
    private bool MayWriteBefore()
    {
        var transactions = Scope.Function.Project.Transactions;
        for (var frame = 0; frame < Math.Max(Use.Frames.Length, 1); frame++)
        {
            var carriers = frame == 0 ? Scope.Carriers : Use.Frames[frame];
            if (Use.CallIn(frame) is not { Exists: true } mine || mine.Tree != carriers.Function.Node.Tree)
                break;
            var loop = FunctionShape.LoopAround(mine);
            foreach (var call in transactions.CallsIn(carriers.Function.Node))
            {
                if (call != mine && !call.Span.Contains(mine.Span) && call != Scope.Opener && (frame > 0 || Scope.Holds(call))
                    && (call.Span.Start < mine.Span.Start || (loop.Exists && carriers.Function.Node.Span.Contains(loop.Span) && loop.Span.Contains(call.Span))) && transactions.MayWrite(call, carriers))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether something else may be done before it: it stands before it, or both are in a loop.</summary>
    private bool MayPrecede(InnerUse other)
    {
        for (var frame = 0; Use.CallIn(frame) is { Exists: true } mine; frame++)
        {
            if (other.CallIn(frame) is not { Exists: true } theirs || theirs.Tree != mine.Tree)
                return true;
            for (var at = mine.Parent; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
            {
                if (FunctionShape.IsLoop(at) && at.Span.Contains(theirs.Span))
                    return true;
            }

            // What stands in a function of its own may run once more, or at another time.
            if (FunctionShape.Enclosing(mine) is var own && frame < Use.Frames.Length && own != Use.Frames[frame].Function.Node)
                return true;
            if (theirs != mine)
                return theirs.Span.Start < mine.Span.End;
        }

        return true;
    }

    /// <summary>
    /// The row that this transaction has made and by which another connection asks: <c>const order = await tx.insert(…); await pool.query('… WHERE order_id = $1', [order.id])</c>. Nobody else sees it before the COMMIT,
    /// so the row itself is not found, and of others nothing belongs to it. Null where it asks for anything else.
    /// </summary>
    public RowMade? AsksForRowMade
    {
        get
        {
            if (Use is not { IsWrite: false, Database: { Queries: [{ Table: { } table } query] } read })
                return null;
            foreach (var match in query.Fixed(table))
            {
                if (MakerOf(read.ValueOf(match.Values[0])) is { Database: { } made } && !RefersElsewhere(read.ValueOf(match.Values[0]), made.Queries[0].Table!.Value))
                    return new(made.Queries[0].Table!.Value, made.Queries[0].Table!.Value.Matches(table));
            }

            return null;
        }
    }

    /// <summary>Whether another connection changes, by the object that stands for it, a row that this transaction has made: nobody else sees that before the COMMIT, and so it changes nothing, or comes after it.</summary>
    public bool ChangesRowMade => Use is { IsWrite: true, Database: { Queries: [{ Kind: QueryKind.Update or QueryKind.Delete, Table: { } table }] } } && Use.Call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method
        && RowsMade.MakerOf(Scope, Use, method.FirstChild, Use.Steps.Length) is { Database: { } made } && made.Queries[0].Table!.Value.Matches(table) && Others.TrueForAll(other => new OuterUse(other.Scope, other.Use, false).ChangesRowMade);

    /// <summary>"reply.replyTargetId" of the row that was made: the number of another row, which was there before.</summary>
    private bool RefersElsewhere(CalledValue value, TableName made)
    {
        var name = value.Members.Length > 0 ? value.Members : value.Node.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } member ? member.ChildAt(1).Text : "";
        name = name[(name.LastIndexOf('.') + 1)..];
        var key = Scope.Function.Project.Schema.Table(made, Scope.Function.Module.Path)?.PrimaryKey;
        return Money.WordsOf(name).ToList() is [_, .., "id"] && !RowAccess.ColumnsOf(name).Any(column => key?.Columns.Contains(column) is true);
    }

    private InnerUse? MakerOf(CalledValue value)
    {
        if (Use.Steps.IsEmpty)
        {
            return CallThatGives(value) is { Exists: true } maker
                ? Scope.Uses.FirstOrDefault(inner => inner is { IsInside: true, Steps.IsEmpty: true, Database.Queries: [{ Kind: QueryKind.Insert, Conflict: null, Table: not null }] } && inner.Call == maker) : null;
        }

        return value.Members.Length == 0 && value.Node.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } member && Others.TrueForAll(other => new OuterUse(other.Scope, other.Use, false).AsksForRowMade is not null)
            ? RowsMade.MakerOf(Scope, Use, member.FirstChild, Use.Steps.Length) : null;
    }

    /// <summary>The call of which a value is a member, also by <c>const [row] = await insert(…)</c>; none for any other value.</summary>
    private SyntaxNode CallThatGives(CalledValue value)
    {
        if (ValuePath.Of(value.Node, value.Members, Scope.Function.Project.Bindings) is not { Members.Length: > 0, Root: { Exists: true } root })
            return default;
        var call = BindingElement.From(root) is { IsRest: false } && root.Parent is { Kind: SyntaxKind.ArrayBindingPattern, Parent: { Kind: SyntaxKind.VariableDeclaration } rows } && root.Parent.FirstChild == root ? rows.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() : root;
        return call.Is(SyntaxKind.AwaitExpression) ? call.FirstChild.Unwrapped() : call;
    }

    /// <summary>Whether the transaction does nothing itself but read without a lock, as far as all of it is seen: nothing could be torn apart.</summary>
    public bool IsAlone => Scope.Form is ScopeForm.Callback or ScopeForm.Section && !Scope.IsCarried
        && Scope.Uses.Where(inner => inner.IsInside && inner.Kind is InnerKind.Statement).All(inner => inner is { IsWrite: false, Locks: false })
        && !Scope.MayWrite(call => !call.Span.Contains(Use.Outermost.Span));

    /// <summary>Whether nobody in the transaction waits for it: its connection is taken when there is one.</summary>
    public bool IsLeft => PromiseChain.WholeOf(Use.Outermost).Parent.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.VoidExpression;

    /// <summary>Whether what becomes of it when it fails is nothing: a <c>catch</c> in the transaction's function, or in one that leads to it, takes it and goes on.</summary>
    public bool IsSwallowed
    {
        get
        {
            var project = Scope.Function.Project;
            for (var frame = 0; Use.CallIn(frame) is { Exists: true } call; frame++)
            {
                var function = frame < Use.Frames.Length ? Use.Frames[frame].Function.Node : Scope.Function.Node;
                if (project.RejectionHandlerOf(call).Exists || (Throwing.HandlerAround(call, function) is { Exists: true } handler && !Throwing.AlwaysThrows(project, handler)))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether nothing that could fail stands behind it in the function that runs in the transaction, or in those that lead to it.</summary>
    public bool IsLast => Scope.Form is ScopeForm.Callback && !Scope.Uses.Any(IsBehind) && !ScopeFaults.RunsAgain(Use.Outermost, Scope)
        && !Scope.MayWrite(call => call.Span.Start > Use.Outermost.Span.End);

    private bool IsBehind(InnerUse other)
    {
        for (var frame = 0; Use.CallIn(frame) is { Exists: true } mine && other.CallIn(frame) is { Exists: true } theirs; frame++)
        {
            if (mine != theirs)
                return mine.Tree == theirs.Tree && theirs.Span.Start > mine.Span.End;
        }

        return false;
    }

    /// <summary>
    /// Whether it looks like a slip: a statement that stands in the transaction, that could have been given its handle, or that writes.
    /// What a function reads on its own account is none, though it takes a second connection, unless it reads what the transaction writes, and may have written before it.
    /// </summary>
    public bool IsForgotten => Scope.IsTransaction && Use.Kind is InnerKind.Statement && (Use.Dropped == Use.Steps.Length || Use.CouldTake.Length > 0 || Use.IsWrite is true || (ReadsWhatIsWritten && !IsBeforeWrites));
}

/// <summary>A row that a transaction has made, and that is asked for on another connection before anybody can see it.</summary>
/// <param name="Table">Its table.</param>
/// <param name="IsItself">Whether the row itself is asked for, and not what belongs to it.</param>
public readonly record struct RowMade(TableName Table, bool IsItself);

/// <summary>What is done inside a transaction.</summary>
public enum InnerKind
{
    /// <summary>A statement is sent.</summary>
    Statement,

    /// <summary>A connection is taken: out of the pool, or for another transaction.</summary>
    Acquire,

    /// <summary>Another server is asked, and its answer waited for.</summary>
    Request,

    /// <summary>Something is handed to others who may act on it at once: a job, a message.</summary>
    Message,

    /// <summary>Time passes and nothing else happens.</summary>
    Sleep,
}

/// <summary>Something that is done inside a transaction.</summary>
/// <param name="Kind">What.</param>
/// <param name="Call">The call that does it.</param>
/// <param name="Steps">The calls that lead to it from the scope's function, outermost first; empty when it stands there.</param>
public sealed record InnerUse(InnerKind Kind, SyntaxNode Call, ImmutableArray<SyntaxNode> Steps)
{
    /// <summary>What it does to the database; null when its statements are not known.</summary>
    public DatabaseCall? Database { get; init; }

    /// <summary>Whether one of the calls that lead to it stands by itself, so that the transaction goes on at once.</summary>
    public bool IsLeftToItself => Steps.Any(step => PromiseChain.WholeOf(step).Parent.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.VoidExpression);

    /// <summary>Whether it, or one of the calls that lead to it, stands in a loop.</summary>
    public bool IsRepeated => FunctionShape.LoopAround(Call).Exists || Steps.Any(step => FunctionShape.LoopAround(step).Exists);

    /// <summary>How it is given the object whose transaction it joins; empty when it is sent on a handle.</summary>
    public string Joins { get; init; } = "";

    /// <summary>Whether what joins a transaction changes rows.</summary>
    internal bool JoinsWriting { get; init; }

    /// <summary>Whether it changes rows; null when its statements are not known.</summary>
    public bool? IsWrite => Joins.Length > 0 ? JoinsWriting : Database is { Queries: { IsEmpty: false } queries } ? queries.Any(query => query.IsWrite) : null;

    /// <summary>The money that it writes; null when its statements write none, or are not known.</summary>
    public string? MoneyWritten => Database?.Queries.Where(query => query.IsWrite).Select(Money.In).FirstOrDefault(money => money is not null);

    /// <summary>Whether it saves an object to which nothing is seen to have been assigned.</summary>
    public bool SetsNothing => Database is { Queries: [{ Kind: QueryKind.Update, Writes.IsEmpty: true, Table: not null }] };

    /// <summary>Whether it locks rows until the transaction ends; what is not known does not count.</summary>
    public bool Locks => Database is not null && Database.Queries.Any(query => query.IsWrite || query.RowLock is not null || query.Kind is QueryKind.Lock);

    /// <summary>The expression that it is sent on.</summary>
    public SyntaxNode SentOn { get; init; }

    /// <summary>Whether it goes through the transaction's handle.</summary>
    public bool IsInside { get; init; }

    /// <summary>What carries the handle in each function on the way: the first is the scope's own, the last the one in which <see cref="Call"/> stands.</summary>
    internal ImmutableArray<Carriers> Frames { get; init; } = [];

    /// <summary>The call by which it happens in one of the functions on the way, counted as <see cref="Frames"/> are; none beyond the last.</summary>
    internal SyntaxNode CallIn(int frame) => frame < Steps.Length ? Steps[frame] : frame == Steps.Length ? Call : default;

    /// <summary>Which of <see cref="Steps"/> is the first that is not given the handle; their number when it is the call itself.</summary>
    public int Dropped { get; init; }

    /// <summary>The parameter by which the handle could have come, and does not; empty when there is none.</summary>
    public string CouldTake { get; init; } = "";

    /// <summary>How the program writes what it is sent on.</summary>
    public string Receiver { get; init; } = "";

    /// <summary>Where the handle is first left out: the call that does not pass it on.</summary>
    public SyntaxNode DroppedAt => Dropped < Steps.Length ? Steps[Dropped] : Call;

    /// <summary>The node of the scope's own function at which it happens.</summary>
    public SyntaxNode Outermost => CallIn(0);
}
