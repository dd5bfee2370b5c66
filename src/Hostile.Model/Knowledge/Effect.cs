using System.Collections.Immutable;

namespace Hostile.Model.Knowledge;

/// <summary>What kind of way to a server a value is.</summary>
public enum HandleKind
{
    /// <summary>Many connections: each call may run on another one.</summary>
    Pool,
    /// <summary>One database session.</summary>
    Client,
    /// <summary>One database session inside a transaction that a library opened and will end.</summary>
    Transaction,
    /// <summary>A connection to Redis.</summary>
    Redis,
    /// <summary>A job queue.</summary>
    Queue,
    /// <summary>A lock in this process's memory: a mutex, a semaphore.</summary>
    Lock,
}

/// <summary>When, and how often, a function that was handed over is called.</summary>
public enum CallTime
{
    /// <summary>At most once, before the taker returns.</summary>
    Now,
    /// <summary>Once per element, one after the other, before the taker returns.</summary>
    Each,
    /// <summary>At most once, later.</summary>
    Later,
    /// <summary>Again and again, later; one call may begin before an earlier one's promise has settled.</summary>
    Often,
    /// <summary>Again and again, later, each after the promise of the one before has settled.</summary>
    Serially,
}

/// <summary>What becomes of a promise that a called-back function returns.</summary>
public enum PromiseFate
{
    /// <summary>Somebody takes its rejection.</summary>
    Taken,
    /// <summary>Nobody looks at it: a rejection is unhandled.</summary>
    Dropped,
    /// <summary>It is a value like any other in the result: <c>map</c>.</summary>
    Returned,
}

/// <summary>What starts executions at a concurrency root.</summary>
public enum RootKind
{
    Request, Job, Message, Event, Timer, Schedule, Signal, Start,
}

/// <summary>What happens to an 'error' event that nobody listens for.</summary>
public enum Unheard
{
    Crash, Log, Swallow,
}

/// <summary>What can take for ever unless something bounds it.</summary>
public enum Wait
{
    /// <summary>Until a connection to the server stands.</summary>
    Connect,
    /// <summary>Until the pool has a free connection.</summary>
    Acquire,
    /// <summary>Until the server has run a statement, by the server's clock.</summary>
    Statement,
    /// <summary>Until an answer is here, by the client's clock.</summary>
    Query,
    /// <summary>Until the server has a lock.</summary>
    Lock,
    /// <summary>While a transaction is open and its client says nothing.</summary>
    IdleInTransaction,
    /// <summary>Until a connection that nobody uses is closed.</summary>
    Idle,
    /// <summary>Until a command is answered.</summary>
    Command,
    /// <summary>While commands wait for a lost connection to come back.</summary>
    Reconnect,
    /// <summary>Until the peer says anything on an open socket.</summary>
    Socket,
    /// <summary>Until a request has been received whole.</summary>
    Request,
    /// <summary>Until a response's headers or body are here.</summary>
    Response,
}

/// <summary>What a statement does that is sent on a transaction's handle after the transaction has ended.</summary>
public enum AfterEnd
{
    /// <summary>It runs, and is committed at once by itself.</summary>
    Runs,
    /// <summary>The handle refuses it.</summary>
    Rejects,
    /// <summary>The handle refuses what is sent then; but what waits in its queue when the transaction ends is sent behind that, and committed by itself.</summary>
    Queued,
}

/// <summary>What the end of a transaction says when one of its statements failed and nobody threw.</summary>
public enum AbortedCommit
{
    /// <summary>It succeeds, and nothing is saved.</summary>
    Resolves,
    /// <summary>It fails.</summary>
    Rejects,
}

/// <summary>What a program opens and has to end itself.</summary>
public enum Opened
{
    /// <summary>A timer that fires once, and keeps the process until then.</summary>
    Timer,
    /// <summary>A timer that fires again and again.</summary>
    Interval,
    /// <summary>A stream on a file or a socket.</summary>
    Stream,
    /// <summary>A file.</summary>
    File,
    /// <summary>A connection to a server, or something that has connections of its own.</summary>
    Connection,
    /// <summary>A connection of a pool, taken when it is first used.</summary>
    Session,
    /// <summary>A transaction, and the connection that it runs on, until it is committed or rolled back.</summary>
    Transaction,
    /// <summary>A lock.</summary>
    Lock,
}

/// <summary>What part of a server's address an option says.</summary>
public enum AddressPart
{
    Host, Role, Database,
}

/// <summary>What keeps values under names that more than one execution can use.</summary>
public enum StoreKind
{
    /// <summary>A collection in this process's memory: a map, a set, an array.</summary>
    Entry,
    /// <summary>A key on a server that all processes share.</summary>
    Key,
    /// <summary>A file or a directory.</summary>
    File,
}

/// <summary>What a call does to a store.</summary>
public enum StoreAction
{
    /// <summary>Answers what is there, or whether anything is.</summary>
    Reads,
    /// <summary>Puts a value there, and what was there before is gone.</summary>
    Writes,
    /// <summary>Adds one beside those that are there.</summary>
    Adds,
    /// <summary>Adds or takes away at the front or in the middle, so that the others change their places.</summary>
    Moves,
    /// <summary>Takes one away, or all.</summary>
    Removes,
    /// <summary>Changes a number by one step on the server.</summary>
    Counts,
    /// <summary>Says when the value ends.</summary>
    Expires,
}

/// <summary>Who keeps a bound.</summary>
public enum BoundBy
{
    Client, Server,
    /// <summary>Whoever aborts the <c>AbortSignal</c> that is given.</summary>
    Signal,
}

/// <summary>
/// Where an argument is: its place and, below it, a property. <c>0.text</c> is the property <c>text</c> of the first argument; <c>1+</c> is the second and all after it.
/// </summary>
/// <param name="Index">Counting from 0.</param>
/// <param name="Property">A property of the argument; empty for the argument itself.</param>
/// <param name="AndLater">All later arguments too.</param>
public readonly record struct ArgumentPath(int Index, string Property = "", bool AndLater = false)
{
    /// <summary>Whether everything within the property is meant, however deep: <c>0.hooks.+</c>.</summary>
    public bool IsOfAllWithin => AndLater && Property.EndsWith('.');

    public override string ToString() => $"{Index}{(Property.Length > 0 ? "." + Property : "")}{(AndLater ? "+" : "")}";
}

/// <summary>
/// One thing that a library's function, class or option does, as a tag of a knowledge file says it. The cases are closed; the grammar is in Knowledge/README.md.
/// Rules and the model read these and name no library.
/// </summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary><c>@handle</c> on a class or interface: its instances are such a handle.</summary>
    public sealed record Handle(HandleKind Kind) : Effect;

    /// <summary><c>@acquires</c>: the result (what its promise resolves to) or a callback's argument must be given back.</summary>
    /// <param name="Kind">What is acquired.</param>
    /// <param name="Callback">The callback that receives it as its argument <paramref name="CallbackArgument"/>; null when it is the result.</param>
    /// <param name="CallbackArgument">Which argument of the callback.</param>
    public sealed record Acquires(HandleKind Kind, int? Callback, int CallbackArgument) : Effect
    {
        /// <summary>For what ends by itself: the argument that says after how many milliseconds; null when it does not, or nobody says.</summary>
        public ArgumentPath? Expiring { get; init; }
    }

    /// <summary><c>@undoes psubscribe</c>: it ends what that method of the same object began, and nothing that another began.</summary>
    /// <param name="Method">The method.</param>
    public sealed record Undoes(string Method) : Effect;

    /// <summary><c>@held-for input</c> on a method of an interface: what an implementation takes there the library holds while it reads what a client sends, however long that takes.</summary>
    public sealed record HeldForInput : Effect;

    /// <summary><c>@releases</c>: the receiver goes back to where it was acquired.</summary>
    /// <param name="DestroyedIf">When this argument is truthy, the connection is destroyed instead; null when it never is.</param>
    public sealed record Releases(int? DestroyedIf) : Effect;

    /// <summary><c>@closes</c>: the receiver and all it holds end.</summary>
    /// <param name="What">The argument that ends instead; null for the receiver.</param>
    public sealed record Closes(ArgumentPath? What = null) : Effect;

    /// <summary><c>@opens</c> on a function: what it returns lives until the program ends it; on a class: so does every instance.</summary>
    public sealed record Opens(Opened What) : Effect;

    /// <summary><c>@inert without 0.connection</c>: what it makes without that option opens nothing and runs nothing.</summary>
    public sealed record Inert(ArgumentPath Without) : Effect;

    /// <summary><c>@connects</c>: from here on the receiver holds a connection; when it throws, it holds none.</summary>
    public sealed record Connects : Effect;

    /// <summary><c>@unrefs</c>: the receiver keeps the process alive no longer.</summary>
    public sealed record Unrefs : Effect;

    /// <summary><c>@signal</c> on a class or interface: its instances tell those who have them to stop.</summary>
    public sealed record Signal : Effect;

    /// <summary><c>@aborts</c>: those who have the receiver's signal are told to stop.</summary>
    public sealed record Aborts : Effect;

    /// <summary><c>@tells open</c>, <c>@tells released</c> on a member of a connection: it says whether a transaction is open on it, or whether it was given back.</summary>
    public sealed record TellsState(HandleState State) : Effect;

    /// <summary><c>@tells aborted</c> on a member of a signal: it says whether that was aborted already.</summary>
    public sealed record TellsAborted : Effect;

    /// <summary><c>@completes</c> on a class or interface: the events that tell a good end, and only that.</summary>
    public sealed record Completes(ImmutableArray<string> Events) : Effect
    {
        public bool Equals(Completes? other) => other is not null && Events.SequenceEqual(other.Events);

        public override int GetHashCode() => Events.Length;
    }

    /// <summary><c>@ends</c> on a class or interface: the events that tell every end, good or bad.</summary>
    public sealed record Ends(ImmutableArray<string> Events) : Effect
    {
        public bool Equals(Ends? other) => other is not null && Events.SequenceEqual(other.Events);

        public override int GetHashCode() => Events.Length;
    }

    /// <summary><c>@answers</c> on a class or interface: who waits for what is written there may go away before its end.</summary>
    public sealed record Answers : Effect;

    /// <summary><c>@runs</c>: SQL is run on the receiver.</summary>
    /// <param name="Sql">Where the text is.</param>
    /// <param name="Parameters">Where the parameters are; null when there are none.</param>
    public sealed record RunsSql(ArgumentPath Sql, ArgumentPath? Parameters) : Effect;

    /// <summary><c>@sql</c>: a link of a builder, or an option, adds this to the statement that is built; the interface is the one that a <see cref="SqlClause.By"/> names.</summary>
    public sealed record Builds(SqlClause Clause, ImmutableArray<SqlPart> Parts, string By) : Effect
    {
        /// <summary>Whether it saves all columns, and not only those that changed.</summary>
        public bool IsWhole => Parts is [{ Text: var words }, ..] && words.Trim() == "whole";

        public bool Equals(Builds? other) => other is not null && Clause == other.Clause && By == other.By && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => HashCode.Combine(Clause, By, Parts.Length);
    }

    /// <summary><c>@begins</c>: a transaction begins on the receiver, or on what is returned when the receiver is a pool.</summary>
    /// <param name="Isolation">Where its isolation level is named; null when it cannot be.</param>
    public sealed record Begins(ArgumentPath? Isolation) : Effect;

    /// <summary><c>@begins in 0</c>: a transaction begins in that object, which carries it from then on, unless it carries one already.</summary>
    public sealed record Enters(ArgumentPath Context) : Effect;

    /// <summary><c>@commits in 0</c>, <c>@rolls-back in 0</c>: the transaction that the object carries ends.</summary>
    public sealed record Leaves(ArgumentPath Context) : Effect;

    /// <summary><c>@joins 0.req</c>: its statements run in the transaction that the object there carries; without one, or without the object, outside of it.</summary>
    /// <param name="Context">Where the object is.</param>
    /// <param name="Writes">Whether it changes rows, and so begins a transaction in an object that carries none.</param>
    public sealed record Joins(ArgumentPath Context, bool Writes) : Effect;

    /// <summary><c>@carries transaction</c>: what is here carries a transaction that is open.</summary>
    public sealed record Carries : Effect;

    /// <summary><c>@commits</c></summary>
    public sealed record Commits : Effect;

    /// <summary><c>@rolls-back</c></summary>
    public sealed record RollsBack : Effect;

    /// <summary><c>@transaction</c>: the function in this argument runs in a transaction, which is committed when it resolves and rolled back when it rejects.</summary>
    /// <param name="Function">The argument.</param>
    /// <param name="HandleArgument">Which argument of that function is the transaction's handle.</param>
    /// <param name="Isolation">Where its isolation level is named; null when it cannot be.</param>
    public sealed record Transaction(int Function, int HandleArgument, ArgumentPath? Isolation) : Effect;

    /// <summary><c>@calls</c>: the function in this argument is called back.</summary>
    public sealed record CallsBack(ArgumentPath Function, CallTime When, PromiseFate Promise) : Effect;

    /// <summary><c>@root</c>: each request, job, message … is an execution of the function in this argument, concurrent with others.</summary>
    /// <param name="Function">The argument; its index is -1 when it is what the decorator stands before.</param>
    /// <param name="Kind">What starts it.</param>
    /// <param name="Event">Only when the argument before it is this string: <c>on('message', …)</c>; empty for any.</param>
    public sealed record Root(ArgumentPath Function, RootKind Kind, string Event) : Effect;

    /// <summary><c>@emits error</c> on a class: its instances emit 'error'.</summary>
    /// <param name="Unheard">What becomes of one that nobody listens for.</param>
    /// <param name="IsSeldom"><c>seldom</c>: not when what it does goes wrong, only when it cannot be done at all.</param>
    public sealed record EmitsError(Unheard Unheard, bool IsSeldom) : Effect;

    /// <summary><c>@awaits-event</c>: what it returns settles when the argument tells of the event that the next one names.</summary>
    public sealed record AwaitsEvent(int Emitter) : Effect;

    /// <summary><c>@listens</c>: the function in the second argument hears the event named by the first from now on; <c>once</c> at most once.</summary>
    public sealed record Listens(bool Once) : Effect
    {
        /// <summary>The argument that may be an object with <c>once</c> and <c>signal</c>; null when there is none.</summary>
        public int? Options { get; init; }
    }

    /// <summary><c>@unlistens</c>: the function in the second argument, or <c>all</c>, no longer hears the event named by the first.</summary>
    public sealed record Unlistens(bool All) : Effect;

    /// <summary><c>@page</c>: only what runs in a page calls it, and only there it does something.</summary>
    public sealed record OfPage : Effect;

    /// <summary><c>@thread</c> on a variable: who uses it runs in a thread that somebody started; <c>asks</c>: it tells whether that is so.</summary>
    public sealed record OfThread(bool Asks) : Effect;

    /// <summary><c>@never-rejects</c>: the promise it returns does not reject.</summary>
    public sealed record NeverRejects : Effect;

    /// <summary><c>@rejects-as</c>: the promise it returns rejects when the work that this argument describes fails.</summary>
    public sealed record RejectsAs(ArgumentPath Work) : Effect;

    /// <summary><c>@recovers</c> on a link of a chain that describes work: what the links before it fail with is taken; <c>all</c>: also what none of them foresaw.</summary>
    public sealed record Recovers(bool All) : Effect;

    /// <summary><c>@keeps-failure</c> on a link of such a chain: what it makes fails as what it is made of does, and by itself never.</summary>
    public sealed record KeepsFailure : Effect;

    /// <summary><c>@fails</c>: the work that it describes may fail; <c>unforeseen</c>: in a way that only a link for all failures takes.</summary>
    public sealed record Fails(bool IsDefect) : Effect;

    /// <summary><c>@catches</c>: what the function that it is given throws at once is caught, and told elsewhere.</summary>
    public sealed record Catches : Effect;

    /// <summary><c>@survives</c>: from here on somebody listens for rejections that nobody took, and the process goes on after them.</summary>
    /// <param name="Unless">Options with which nobody listens: <c>unless 0.enabled false</c>.</param>
    public sealed record Survives(ImmutableArray<(ArgumentPath Option, string Value)> Unless) : Effect;

    /// <summary><c>@handled</c>: nobody must take the promise it returns, for its rejection comes out elsewhere.</summary>
    public sealed record Handled : Effect;

    /// <summary><c>@lazy</c>: what the function returns, or what has the tagged <c>then</c>, does nothing until it is awaited; an instance of the tagged type until one of its methods is called.</summary>
    /// <param name="Until">The methods of a type that make it work: <c>execute</c>; empty for a function.</param>
    public sealed record Lazy(ImmutableArray<string> Until) : Effect
    {
        public bool Equals(Lazy? other) => other is not null && Until.SequenceEqual(other.Until);

        public override int GetHashCode() => Until.Length;
    }

    /// <summary><c>@throttles</c>: the function in this argument waits for its turn, so that no more of them run at once than the receiver, or an option, allows.</summary>
    /// <param name="Function">The argument.</param>
    /// <param name="Limit">The option that says how many; null when the receiver keeps the limit.</param>
    /// <param name="Alone">Whether it is always one at a time: a mutex.</param>
    /// <param name="Key">The argument of which each value is a mutex of its own; null when the receiver is one.</param>
    public sealed record Throttles(ArgumentPath Function, ArgumentPath? Limit, bool Alone, ArgumentPath? Key = null) : Effect;

    /// <summary><c>@reads</c>, <c>@writes</c>, <c>@adds</c>, <c>@moves</c>, <c>@removes</c>, <c>@counts</c>, <c>@expires</c>: what a call does to a store.</summary>
    /// <param name="Action">What it does.</param>
    /// <param name="Kind">To which kind of store.</param>
    /// <param name="Key">Under which name; null for all of the store.</param>
    /// <param name="Value">The value that it puts there; null when the call does not say.</param>
    /// <param name="Absent">It writes only where nothing is: when an argument is this word, or has a truthy property of this name; empty: always; null: never.</param>
    /// <param name="Expiring">The value ends by itself: when an argument is one of these words, or has a property of that name; empty: always; null: never.</param>
    public sealed record Store(StoreAction Action, StoreKind Kind, ArgumentPath? Key, ArgumentPath? Value, string? Absent, string? Expiring) : Effect
    {
        /// <summary>Those of the words of <see cref="Expiring"/> after which the time stands in seconds.</summary>
        public string Seconds { get; init; } = "";

        /// <summary>Those after which it stands in milliseconds.</summary>
        public string Milliseconds { get; init; } = "";
    }

    /// <summary><c>@ambient</c>: what runs inside the library's transactions may join them without being given a handle; what it is given is found by all that runs inside.</summary>
    public sealed record Ambient : Effect;

    /// <summary><c>@hands-over</c>: what it is given is somebody else's from now on, who may act on it at once: a job, a message, an e-mail.</summary>
    /// <param name="Unless">With this option it is written in the caller's transaction instead; null when there is no such option.</param>
    public sealed record HandsOver(ArgumentPath? Unless) : Effect;

    /// <summary><c>@singleton</c> on a decorator: of a class that it stands before one object is made, which serves all.</summary>
    /// <param name="Unless">With this option it may be otherwise; null when there is no such option.</param>
    public sealed record Singleton(ArgumentPath? Unless) : Effect;

    /// <summary><c>@injects</c> on a decorator: a parameter that it stands before is given what the program provides under that argument, in an object that names it: <c>{ provide: POOL, useFactory: () => new Pool() }</c>.</summary>
    /// <param name="Token">What it is provided under.</param>
    public sealed record Injects(ArgumentPath Token) : Effect;

    /// <summary><c>@binds</c> on a static method: the class that it is called on, and those that extend it, send their statements on that handle.</summary>
    /// <param name="To">The handle.</param>
    public sealed record Binds(ArgumentPath To) : Effect;

    /// <summary><c>@registers 0 from 1</c>: it registers settings under a name: those that the function in the second argument returns.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Settings">The function that returns them.</param>
    public sealed record Registers(ArgumentPath Name, ArgumentPath Settings) : Effect;

    /// <summary><c>@setting</c>: it answers the setting at a path, <c>database.client</c>: the name under which it was registered, and the keys that lead to it.</summary>
    /// <param name="Path">The path.</param>
    public sealed record Setting(ArgumentPath Path) : Effect;

    /// <summary><c>@per-request</c> on a variable: whatever is made of what it stands for, is made for each request.</summary>
    public sealed record PerRequest : Effect;

    /// <summary><c>@after-end</c> on a transaction's handle: what a statement does that comes after the end.</summary>
    /// <param name="Late">What it does.</param>
    /// <param name="Since">The version of the library from which on it is so, <c>0.28</c>; empty when all that are described do so.</param>
    public sealed record UsedAfterEnd(AfterEnd Late, string Since) : Effect;

    /// <summary><c>@aborted</c> on what runs a function in a transaction, or commits one: what becomes of it when a statement failed and nobody threw.</summary>
    public sealed record Aborted(AbortedCommit Commit) : Effect
    {
        /// <summary>Whether that holds only for statements that are waited for: of one that fails when the function is done it says nothing, and succeeds.</summary>
        public bool WhileAwaited { get; init; }
    }

    /// <summary><c>@rows</c>: the result is rows of a database, all that there are unless an option says how many.</summary>
    /// <param name="Where">The condition that chooses them; null when the call takes none.</param>
    /// <param name="Limit">The option that says how many at most; null when there is none.</param>
    public sealed record Rows(ArgumentPath? Where, ArgumentPath? Limit) : Effect;

    /// <summary><c>@sleeps</c>: it settles after a time and nothing else happens.</summary>
    public sealed record Sleeps : Effect;

    /// <summary><c>@mounts</c>: the function in this argument runs when a part of a page appears, and what it returns when that goes.</summary>
    public sealed record Mounts(ArgumentPath Function) : Effect;

    /// <summary><c>@context</c>: it makes a context, which gives to a page what stands in an attribute of the element around that bears its name, and the argument where there is none.</summary>
    /// <param name="Initial">What it gives where no element provides it.</param>
    /// <param name="Attribute">The attribute of the element that does.</param>
    public sealed record MakesContext(ArgumentPath Initial, string Attribute) : Effect;

    /// <summary><c>@of-context</c>: it gives what the context in this argument gives.</summary>
    public sealed record OfContext(ArgumentPath Argument) : Effect;

    /// <summary><c>@reports</c>: what it fails with is given to this function, too; the promise rejects all the same.</summary>
    public sealed record Reports(ArgumentPath Function) : Effect;

    /// <summary><c>@fresh</c>: every call gives a value that none gave before.</summary>
    public sealed record Fresh : Effect;

    /// <summary><c>@lends last</c> on a pool: it lends the connection that came back last, so a user who is alone always gets the same.</summary>
    public sealed record LendsLast : Effect;

    /// <summary><c>@constructs</c> on an option: the library makes its connections of the class that is given, with its own options.</summary>
    public sealed record Constructs(HandleKind Kind) : Effect;

    /// <summary><c>@names</c> on an option: a part of the server's address.</summary>
    public sealed record Names(AddressPart Part) : Effect;

    /// <summary><c>@waits</c> on a class: its instances can wait so, and only options bound it; on a function: the promise that it returns can.</summary>
    public sealed record Waits(Wait Wait) : Effect;

    /// <summary><c>@bounds</c> on an option: it bounds a wait.</summary>
    /// <param name="Wait">What it bounds.</param>
    /// <param name="Milliseconds">Milliseconds in one unit of the option; 0 when it counts something else, such as retries.</param>
    /// <param name="By">Who keeps it.</param>
    /// <param name="Default">The value when the option is absent, in its unit; null when the wait is then unbounded.</param>
    /// <param name="Disabled">A value that means no bound at all, such as <c>0</c>; empty when there is none.</param>
    public sealed record Bounds(Wait Wait, double Milliseconds, BoundBy By, double? Default, string Disabled) : Effect;

    /// <summary><c>@deaf</c> on a function or constructor: it listens to none of the events of what it is given.</summary>
    public sealed record Deaf : Effect;

    /// <summary><c>@brings 1.0</c>: the function in that argument is given a new object, which is the program's from then on.</summary>
    /// <param name="Function">The argument that the function is.</param>
    /// <param name="Place">Which argument of the function the object is.</param>
    public sealed record Brings(int Function, int Place) : Effect;

    /// <summary><c>@hears 0.wss</c>: it listens for 'error' on each object that the emitter in that argument brings.</summary>
    public sealed record Hears(ArgumentPath What) : Effect;

    /// <summary><c>@enumerates 0</c>: it looks at the properties of that argument, and of those within it, one by one, to write or copy them.</summary>
    public sealed record Enumerates(ArgumentPath What) : Effect;

    /// <summary><c>@makes</c> on a function: what it returns is a new object, which goes by the options that the function is given.</summary>
    public sealed record Makes : Effect;

    /// <summary><c>@defaults</c> on a property: its members are options of the object, and hold wherever a call gives none of its own.</summary>
    public sealed record Defaults : Effect;

    /// <summary><c>@alters</c>: the function in this argument is given the options of each later call of the object, and may change them.</summary>
    public sealed record Alters(ArgumentPath Function) : Effect;

    /// <summary><c>@governs requests</c>: from now on the options of the object in this argument hold for the process's requests that give none of their own.</summary>
    public sealed record Governs(ArgumentPath Object) : Effect;

    /// <summary><c>@limits connections</c> on an option: how many connections there can be.</summary>
    public sealed record LimitsConnections(double Default) : Effect;

    /// <summary><c>@limits jobs</c> on an option: how many calls of the processor run at once.</summary>
    public sealed record LimitsJobs(double Default) : Effect;

    /// <summary><c>@ignored</c> on an option: the library does not read it here.</summary>
    /// <param name="Instead">The option that is read; empty when there is none.</param>
    public sealed record Ignored(string Instead) : Effect;

    /// <summary><c>@requires</c> on an option that takes an object of another library: the object must have been made with this option, or the library throws.</summary>
    /// <param name="Option">The other library's option.</param>
    /// <param name="Value">What it must be, as it is written.</param>
    public sealed record Requires(string Option, string Value) : Effect;

    /// <summary><c>@forbids</c> on an option that takes an object of another library, or options for one: what is given here must not have that option.</summary>
    /// <param name="Option">The option that undoes what is done with the object.</param>
    public sealed record Forbids(string Option) : Effect;

    /// <summary><c>@needs</c> on an option: it does nothing unless this other option stands beside it.</summary>
    public sealed record Needs(string Option) : Effect;

    /// <summary><c>@captures rejections</c> on an option: with <c>true</c>, an emitter emits as 'error' what its listeners' promises reject with.</summary>
    public sealed record CapturesRejections : Effect;

    /// <summary><c>@reads integer</c> on an option: of a text only the number that it begins with is read.</summary>
    public sealed record ReadsInteger : Effect;

    /// <summary><c>@closed</c> on an interface of options: a key that it does not declare makes the library throw.</summary>
    public sealed record Closed : Effect;

    /// <summary><c>@only</c> on an option: what else the file says of its options holds for these values only.</summary>
    /// <param name="Values">The values.</param>
    public sealed record Only(ImmutableArray<string> Values) : Effect
    {
        public bool Equals(Only? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Length;
    }

    /// <summary><c>@blocks</c>: the command waits on the server until something comes, for as many seconds as its last argument says, 0 for ever.</summary>
    /// <param name="After">Only where this text is an argument; the milliseconds follow it. Empty for always.</param>
    public sealed record Blocks(string After) : Effect;

    /// <summary><c>@timer</c>: this argument is a time in milliseconds, and more than 2147483647 of them are none at all.</summary>
    public sealed record Timer(ArgumentPath Time) : Effect;

    /// <summary><c>@url</c> on an option or a parameter: a connection URL, whose query parameters mean what the named interface of the same file says. They beat the options.</summary>
    public sealed record Url(string Parameters) : Effect;

    /// <summary><c>@redelivers Stripe</c> on a function: it checks and returns a message that this sender sends again until it is answered with success, and may send twice anyway.</summary>
    public sealed record Redelivers(string Sender) : Effect;

    /// <summary><c>@migrates</c> on a class or interface: in code without types, the function <c>up</c> of a migration is given one.</summary>
    public sealed record Migrates : Effect;

    /// <summary><c>@schema</c>: what a call, a decorator or an option says of a table. With a noun it describes one (a table, a column …); without one it says more of what it is called on.</summary>
    /// <param name="Verb">Whether that is so, or is changed from here on, as migrations do.</param>
    /// <param name="Noun">What is described; null when something is added to what stands before it.</param>
    /// <param name="Says">What is said of it.</param>
    public sealed record Schema(SchemaVerb Verb, SchemaNoun? Noun, ImmutableArray<SchemaFact> Says) : Effect;
}
