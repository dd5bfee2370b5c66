using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model;

/// <summary>Everything we know of the program under audit. Made once, never changed; rules read it and nothing else.</summary>
public sealed class ProjectModel
{
    private const int LongestInheritance = 8;

    private static readonly ImmutableArray<Binding.Name> Closing = [.. new[] { "close", "end", "quit", "disconnect", "destroy", "dispose", "terminate", "shutdown", "release", "unsubscribe", "$disconnect" }.Select(Binding.Name.Of)];

    private readonly FunctionTable functions;
    private readonly Lazy<DatabaseCalls> databaseCalls;
    private readonly Lazy<LiftedCalls> liftedCalls;
    private readonly Lazy<HashSet<Name>> enumeratingNames;
    private readonly Lazy<RowWriters> rowWriters;
    private readonly Lazy<Transactions> transactions;
    private readonly Lazy<ImmutableArray<LibraryObject>> libraryObjects;
    private readonly Lazy<ImmutableArray<OutgoingRequest>> outgoingRequests;
    private readonly Lazy<ImmutableArray<OptionMistake>> optionMistakes;
    private readonly Lazy<ModuleGraph> graph;
    private readonly Hosts hosts;
    private readonly Lazy<HashSet<string>> oneUsers;
    private readonly Lazy<HashSet<Name>> neverReturning;
    private readonly Lazy<AsyncNames> asyncNames;
    private readonly Lazy<Habitats> habitats;
    private readonly Lazy<ImmutableArray<FatalHearing>> fatalHandlers;
    private readonly Lazy<HashSet<Module>> unheard;
    private readonly Development development;
    private readonly ConcurrentDictionary<string, bool> otherServers = new(StringComparer.Ordinal);
    private readonly Lazy<Openings> openings;
    private readonly Lazy<ImmutableArray<MountedWork>> mountedWork;
    private readonly Lazy<ImmutableArray<PageInterval>> pageIntervals;
    private readonly Lazy<Listeners> listeners;
    private readonly Lazy<ImmutableArray<AddedEntry>> addedEntries;
    private readonly Lazy<ImmutableArray<TimedRace>> timedRaces;
    private readonly Lazy<ImmutableArray<Emitter>> emitters;
    private readonly Instances instances;
    private readonly Reaches reaches;
    private readonly ConcurrentDictionary<string, ImmutableArray<(SyntaxNode Text, SettingWrite Write)>> settingTexts = new();

    private readonly ConcurrentDictionary<Module, ImmutableArray<DroppedPromise>> droppedPromises = new();
    private readonly ConcurrentDictionary<Module, ImmutableArray<IgnoredCallback>> ignoredCallbacks = new();

    private readonly Lazy<Entities> entities;
    private readonly Lazy<Schema> schema;
    private readonly Lazy<LockOrders> lockOrders;

    private readonly Func<string, Projects.PackageManifest?>? packageOf;
    private readonly Func<string, string, string?>? versionOf;
    private readonly Lazy<Threads> threads;

    private ProjectModel(Bindings bindings, SchemaTexts texts, Workers workers, Func<string, Projects.PackageManifest?>? packageOf, Func<Module, string?> hostOf, Func<string, string, string?>? versionOf)
    {
        this.packageOf = packageOf;
        this.versionOf = versionOf;
        threads = new(() => new(this, ModuleGraph));
        Workers = workers;
        Bindings = bindings;
        entities = new(() => new(this, texts.Entities));
        schema = new(() => DeclaredSchema.Of(this, texts));
        lockOrders = new(() => new(this));
        GivenFunctions = new(this);
        Types = new(bindings) { GivenFor = GivenFunctions.Of };
        Effects = new(bindings);
        Constants = new(Types);
        Options = new(Types, Constants);
        functions = new(this, bindings.Modules, workers);
        Calls = new(bindings.Modules, workers);
        Roots = new(this);
        Implementations = new(this);
        HandedFunctions = new(this);
        Callers = new(this);
        development = new(this);
        SharedWrites = new(this);
        Stores = new(this);
        MemoryUses = new(this);
        StoreRaces = new(this);
        Exclusions = new(this);
        Ownership = new(this);
        Origins = new(this);
        Providers = new(this);
        Settings = new(this);
        BoundClasses = new(this);
        Rejections = new(this);
        GivenArguments = new(this);
        Sizes = new(this);
        Resources = new(this);
        Endings = new(this);
        Mentions = new(this);
        Lifespans = new(this);
        openings = new(() => new(this));
        mountedWork = new(() => [.. Summaries.MountedWork.All(this)]);
        pageIntervals = new(() => [.. Intervals.OfPages(this).Where(interval => !MountedWork.Any(work => work.Call == interval.Call))]);
        listeners = new(() => new(this));
        addedEntries = new(() => [.. new Collections(this).All()]);
        timedRaces = new(() => Summaries.TimedRaces.All(this));
        instances = new(this);
        reaches = new(this);
        Companies = new(this);
        Deliveries = new(this);
        EmptyLists = new(this);
        DeadCode = new(EmptyLists);
        Unloaded = new(this);
        databaseCalls = new(() => new(this));
        graph = new(() => new(this));
        hosts = new(this, hostOf);
        oneUsers = new(() => OneUsers.FoldersOf(this));
        neverReturning = new(NeverReturning);
        asyncNames = new(() => Summaries.AsyncNames.Of(this));
        habitats = new(() => new(this, graph.Value));
        fatalHandlers = new(() => [.. Summaries.FatalHandlers.All(this).Select(handler => Summaries.FatalHandlers.HeardBy(this, handler))]);
        unheard = new(() => Summaries.FatalHandlers.Unheard(this, fatalHandlers.Value));
        liftedCalls = new(() => new(this, DatabaseCalls));
        enumeratingNames = new(() => [.. Effects.SymbolsWith<Effect.Enumerates>(SymbolFlags.Function | SymbolFlags.Method).Select(symbol => symbol.Name)]);
        rowWriters = new(() => new(this));
        StateTests = new(this);
        MadeBelow = new(this);
        transactions = new(() => new(this));
        emitters = new(() => Summaries.Emitters.All(this));
        optionMistakes = new(() => Summaries.OptionMistakes.All(this));
        outgoingRequests = new(() => Summaries.OutgoingRequests.All(this));
        libraryObjects = new(() => [.. Summaries.LibraryObjects.All(this)]);
    }

    /// <summary>The names of the program.</summary>
    public Bindings Bindings { get; }

    /// <summary>The types of its expressions.</summary>
    public Inference Types { get; }

    /// <summary>What libraries do.</summary>
    public Effects Effects { get; }

    /// <summary>Texts and numbers that do not depend on the run.</summary>
    public Constants Constants { get; }

    /// <summary>What options objects hold.</summary>
    public Options Options { get; }

    /// <summary>The database as the program's migrations make it and its models describe it.</summary>
    public Schema Schema => schema.Value;

    /// <summary>In which order the program's transactions take locks.</summary>
    public LockOrders LockOrders => lockOrders.Value;

    /// <summary>What stands for tables in the program: classes, table objects, models; and which table and columns those are.</summary>
    public Entities Entities => entities.Value;

    /// <summary>Every function of the analysed files, by file and position; the top level of a file is one, too.</summary>
    public ImmutableArray<FunctionModel> Functions => functions.All;

    /// <summary>The threads that whoever examines this model works on, and the token that stops them.</summary>
    public Workers Workers { get; }

    /// <summary>How many SQL statements are understood in the given files: in calls, those of wrappers counted where their text is known, and in the migrations among them.</summary>
    public int StatementsIn(IReadOnlySet<string> paths) =>
        Functions.Where(function => paths.Contains(function.Module.Path)).Sum(function => function.DatabaseCalls.Sum(call => call.Queries.Length))
        + Schema.StatementCounts.Where(file => paths.Contains(file.Key)).Sum(file => file.Value);

    internal CallIndex Calls { get; }

    internal Callers Callers { get; }

    internal Implementations Implementations { get; }

    internal HandedFunctions HandedFunctions { get; }

    /// <summary>Which functions calls mean of whose callee only a type is known.</summary>
    internal GivenFunctions GivenFunctions { get; }

    internal SharedWrites SharedWrites { get; }

    internal Stores Stores { get; }

    internal MemoryUses MemoryUses { get; }

    internal StoreRaces StoreRaces { get; }

    internal Exclusions Exclusions { get; }

    internal Roots Roots { get; }

    internal Ownership Ownership { get; }

    internal Companies Companies { get; }

    internal Origins Origins { get; }

    /// <summary>What is provided to constructors under tokens.</summary>
    internal Providers Providers { get; }

    /// <summary>The settings that the program registers by name.</summary>
    internal Settings Settings { get; }

    /// <summary>The handles that classes of rows are bound to.</summary>
    internal BoundClasses BoundClasses { get; }

    internal Rejections Rejections { get; }

    /// <summary>What the arguments of calls decide in the functions that they lead to.</summary>
    internal GivenArguments GivenArguments { get; }

    internal Sizes Sizes { get; }

    internal Resources Resources { get; }

    internal Endings Endings { get; }

    internal Mentions Mentions { get; }

    internal Lifespans Lifespans { get; }

    internal Openings Openings => openings.Value;

    internal Listeners Listeners => listeners.Value;

    internal DatabaseCalls DatabaseCalls => databaseCalls.Value;

    internal LiftedCalls LiftedCalls => liftedCalls.Value;

    /// <summary>The names of library functions that look at the properties of what they are given, one by one.</summary>
    internal HashSet<Name> EnumeratingNames => enumeratingNames.Value;

    /// <summary>What no execution gets to.</summary>
    internal DeadCode DeadCode { get; }

    /// <summary>The files that no run loads.</summary>
    internal Unloaded Unloaded { get; }

    /// <summary>What stands in loops over lists that are empty.</summary>
    internal EmptyLists EmptyLists { get; }

    /// <summary>What is done for messages that may come twice.</summary>
    internal Deliveries Deliveries { get; }

    /// <summary>The rows that functions are given.</summary>
    internal GivenRows GivenRows { get; } = new();

    /// <summary>What conditions and called functions ask of states.</summary>
    internal StateTests StateTests { get; }

    /// <summary>What called functions make of what they are given.</summary>
    internal MadeBelow MadeBelow { get; }

    internal RowWriters RowWriters => rowWriters.Value;

    internal Transactions Transactions => transactions.Value;

    /// <summary>
    /// Works out what nearly every audit asks for and what can be divided among all threads: the first rule to ask for it would do so alone, while others wait.
    /// </summary>
    public void Prepare() => Workers.Run(() =>
    {
        Mentions.Prepare();
        MemoryUses.Prepare();
        Bindings.Prepare(Workers);
        // Each of a stage in one piece, side by side; the longest first. Whoever needs another of them waits for it, and that one does not need him.
        Stage(() => schema.Value, () => graph.Value, () => asyncNames.Value);
        _ = databaseCalls.Value;
        Stage(() => transactions.Value, () => habitats.Value, () => libraryObjects.Value, () => optionMistakes.Value, () => outgoingRequests.Value);
        return this;

        void Stage(params Func<object>[] pieces) => Workers.Each(pieces.Length, i => pieces[i]());
    });

    internal static ProjectModel Of(Bindings bindings, SchemaTexts texts, Workers workers, Func<string, Projects.PackageManifest?>? packageOf, Func<Module, string?> hostOf, Func<string, string, string?>? versionOf) => new(bindings, texts, workers, packageOf, hostOf, versionOf);

    /// <summary>The races of work against a timer, by file and position; tests and what runs in browsers only are left out.</summary>
    public ImmutableArray<TimedRace> TimedRaces => timedRaces.Value;

    /// <summary>What work goes on with after it has lost a race against a timer, by file and position of the race.</summary>
    public IEnumerable<RaceLoser> RaceLosers => Summaries.RaceLosers.All(this);

    /// <summary>The transactions that end while work that lost a race may still use them, by file and position of the race.</summary>
    public IEnumerable<RacedTransaction> RacedTransactions => Summaries.RaceLosers.Transactions(this);

    /// <summary>The entries that the program adds to collections that outlive the call, by file and position.</summary>
    public ImmutableArray<AddedEntry> AddedEntries => addedEntries.Value;

    /// <summary>The races, run again and again, in which one promise is always the same; by file and position.</summary>
    public IEnumerable<LongRace> LongRaces => Summaries.LongRaces.All(this);

    /// <summary>What is ended when a stream comes to a good end, by file and position.</summary>
    public IEnumerable<HappyEnd> HappyEnds => Summaries.HappyEnds.All(this);

    /// <summary>The removals of listeners that remove nothing, by file and position.</summary>
    public IEnumerable<Mismatch> Mismatches => Summaries.Mismatches.All(this);

    /// <summary>The functions that are given a signal, and what they do not do with it; by file and position.</summary>
    public IEnumerable<TakenSignal> TakenSignals => IgnoredSignals.All(this);

    /// <summary>The controllers of signals that the program makes, by file and position.</summary>
    public IEnumerable<Controller> Controllers => AbortWalk.All(this);

    /// <summary>Where the method that aborts a signal is taken off its controller, by file and position.</summary>
    public IEnumerable<SyntaxNode> UnboundAborts => Summaries.UnboundAborts.All(this);

    /// <summary>The listeners that the program adds, by file and position; tests and what runs in browsers only are left out.</summary>
    public ImmutableArray<Registration> ListenersAdded => Listeners.All;

    /// <summary>The intervals and listeners that effects of pages start, by file and position.</summary>
    public ImmutableArray<MountedWork> MountedWork => mountedWork.Value;

    /// <summary>The intervals that functions of pages start, but for effects, and that nothing ends.</summary>
    public ImmutableArray<PageInterval> PageIntervals => pageIntervals.Value;

    /// <summary>What a call opens that has to be ended; null when it opens nothing.</summary>
    public Opening? OpeningAt(SyntaxNode call) => Openings.At(call);

    /// <summary>The argument, or the option of one, that a path of a tag means at a call; none when it is not written there.</summary>
    internal SyntaxNode ArgumentAt(SyntaxNode call, ArgumentPath path)
    {
        var argument = CallArguments.At(call, path.Index);
        return path.Property.Length == 0 || !argument.Exists ? argument : Options.Of(argument).Find(path.Property)?.Value ?? default;
    }

    /// <summary>The model of a function's node; null for mere signatures and for code outside the program.</summary>
    public FunctionModel? FunctionOf(SyntaxNode function) => functions.Of(function);

    /// <summary>The function in whose body a node is evaluated; null for code outside the program.</summary>
    public FunctionModel? FunctionAround(SyntaxNode node) => functions.Around(node);

    /// <summary>What a call does to the database; null when it does nothing that we know of.</summary>
    public DatabaseCall? DatabaseCallAt(SyntaxNode call) => DatabaseCalls.At(call);

    /// <summary>What a query says that is built and never sent; empty when that is not known.</summary>
    public ImmutableArray<Query> UnsentQueriesOf(DroppedPromise built) => DatabaseCalls.UnsentAt(built.Promise);

    /// <summary>The <c>new</c> expressions of library classes whose instances have an effect, by file and position.</summary>
    public IEnumerable<LibraryObject> LibraryObjects<TEffect>()
        where TEffect : Effect => libraryObjects.Value.Where(made => made.Effects.OfType<TEffect>().Any());

    /// <summary>The texts that set a server's setting and of which no use is known; found once for each setting.</summary>
    internal ImmutableArray<(SyntaxNode Text, SettingWrite Write)> SettingTexts(string name) => settingTexts.GetOrAdd(name, setting => [.. DatabaseCalls.UnusedSettingOf(setting)]);

    /// <summary>The requests that the program sends to other servers, and what ends the wait of each; by file and position. Pages and tests are left out.</summary>
    public ImmutableArray<OutgoingRequest> OutgoingRequests => outgoingRequests.Value;

    /// <summary>The options and arguments of library calls that do not do what they say, by file and position; tests are left out.</summary>
    public ImmutableArray<OptionMistake> OptionMistakes => optionMistakes.Value;

    /// <summary>The promises that the program makes and that stay pending on some path, by file and position.</summary>
    public IEnumerable<PendingPromise> PendingPromises => NeverSettles.All(this);

    /// <summary>The combined promises that do not wait for what they are meant for, by file and position.</summary>
    public IEnumerable<WrongIterable> WrongIterables => Summaries.WrongIterables.All(this);

    /// <summary>The parallel writes whose first failure is handled while the others go on, by file and position.</summary>
    public IEnumerable<PartialFailure> PartialFailures => Summaries.PartialFailures.All(this);

    /// <summary>The servers that wait without a bound for what their clients send, by file and position.</summary>
    public IEnumerable<SlowRequest> SlowRequests => Summaries.SlowRequests.All(this);

    /// <summary>The work of which more runs at once than its pool has connections, by file and position.</summary>
    public IEnumerable<Exhaustion> Exhaustions => Summaries.Exhaustions.All(this);

    /// <summary>The handlers of signals that wait before they end the process, by file and position.</summary>
    public IEnumerable<Shutdown> Shutdowns => Summaries.Shutdowns.All(this);

    /// <summary>The loops that do nothing but look whether something has happened, by file and position.</summary>
    public ImmutableArray<EndlessWait> EndlessWaits => Summaries.EndlessWaits.All(this);

    /// <summary>The iterators of the program's generators that are left half read, by file and position.</summary>
    public IEnumerable<OpenIterator> OpenIterators => Generators.Open(this);

    /// <summary>The async listeners of a file for the pieces of a stream, by position.</summary>
    public IEnumerable<DataListener> DataListenersIn(Module module) => DataListeners.In(this, module);

    /// <summary>Who waits behind a library object.</summary>
    public Reach ReachOf(LibraryObject made) => reaches.Of(made);

    /// <summary>Whether a pool or a client is made for another server than PostgreSQL, as its options or the condition around it say.</summary>
    public bool IsForOtherServer(LibraryObject made) => OtherServers.IsFor(this, made);

    /// <summary>Whether all pools that a file's package makes, or the program where the package makes none, are for another server than PostgreSQL. Whoever makes none is on PostgreSQL, as far as anybody knows.</summary>
    public bool IsOnOtherServer(Module module) => otherServers.GetOrAdd(PackageOf(module)?.Directory ?? "", static (directory, self) => OtherServers.IsAll(self, directory), this);

    /// <summary>Which waits of a library object are bounded, as it is made.</summary>
    public BoundedWaits BoundsOf(LibraryObject made) => Bounds.Of(this, made);

    /// <summary>What the knowledge files say of the instances of a type; nothing for types of the program.</summary>
    public ImmutableArray<Effect> EffectsOf(LightType type) => type switch
    {
        LightType.Instance instance => EffectsOf(instance.Symbol, 0),
        LightType.Intersection all => [.. all.Parts.SelectMany(part => EffectsOf(part))],
        _ => [],
    };

    /// <summary>What becomes of a statement that is sent on a transaction's handle after the end, in the version that a file's package asks for; null when that is not known.</summary>
    internal AfterEnd? AfterEndOf(LightType handle, Module module)
    {
        if (EffectsOf(handle).OfType<Effect.UsedAfterEnd>().FirstOrDefault() is not { } found)
            return null;
        var isOlder = found.Since.Length > 0 && handle is LightType.Instance { Symbol: { Exists: true } symbol } && Libraries.PackageOf(symbol.Module) is { } package && VersionRange.IsBefore(versionOf?.Invoke(module.Path, package), found.Since);
        return isOlder ? AfterEnd.Runs : found.Late;
    }

    /// <summary>The effects of a class or interface of a library; of a class of the program those of what it extends.</summary>
    private ImmutableArray<Effect> EffectsOf(Symbol symbol, int depth)
    {
        var own = Effects.Of(symbol);
        if (!own.IsEmpty || depth > LongestInheritance)
            return own;
        foreach (var declaration in symbol.Declarations)
        {
            foreach (var child in declaration.Children)
            {
                if (!child.Is(SyntaxKind.HeritageClause) || child.Operator is not TokenKind.Extends)
                    continue;
                var extended = child.FirstChild.FirstChild;
                var inherited = Types.SymbolOf(extended) is { Exists: true } super ? super : Bindings.SymbolOf(extended);
                if (inherited.Exists && EffectsOf(inherited, depth + 1) is { IsEmpty: false } effects)
                    return effects;
            }
        }

        return [];
    }

    /// <summary>
    /// Whether an expression is thenable, and whether its work has begun already: what a function tagged <c>@lazy</c> returns, and what has a <c>then</c>
    /// tagged so, is <see cref="Thenable.Lazy"/>.
    /// </summary>
    public Thenable ThenableOf(SyntaxNode expression)
    {
        var kind = ThenableOf(Types.TypeOf(expression));
        return kind is Thenable.Promise && Types.CalleeOf(expression) is Callee.Library library && Effects.Of(library.Signature).Any(effect => effect is Effect.Lazy) && this.PromiseOperationOf(expression) is PromiseOperation.None ? Thenable.Lazy : kind;
    }

    /// <summary>Whether values of a type are thenable, and whether their work has begun already: what has a <c>then</c> tagged <c>@lazy</c>, and no promise beside it, is <see cref="Thenable.Lazy"/>.</summary>
    public Thenable ThenableOf(LightType type)
    {
        var kind = Types.ThenableOf(type);
        return kind is Thenable.Promise && type.NonNullish().Alternatives.Where(one => Types.ThenableOf(one) is Thenable.Promise).All(one => Effects.Of(Types.ThenOf(one)).Any(effect => effect is Effect.Lazy)) ? Thenable.Lazy : kind;
    }

    /// <summary>Whether a file runs in a browser, and nowhere else as far as we see: nothing that happens there ends a process.</summary>
    public bool IsInBrowser(Module module) => habitats.Value.IsInBrowser(module);

    /// <summary>The promise that only a callback resolves, which the promise's executor gives to somebody; none when there is no such.</summary>
    public SyntaxNode ResolvedOnlyBy(SyntaxNode callback) => NeverSettles.ResolvedOnlyBy(this, callback);

    /// <summary>Whether a file belongs to a package for pages, whoever else runs it.</summary>
    public bool IsForPages(Module module) => habitats.Value.IsForPages(module);

    /// <summary>Whether a file, or one that it imports, needs what only a server has: no browser ever runs it.</summary>
    public bool IsOnServer(Module module) => habitats.Value.IsOnServer(module);

    /// <summary>Whether a file runs in a thread of its own, and nowhere else as far as we see: what it does not catch ends that thread, and not the process.</summary>
    public bool IsInThread(Module module) => threads.Value.IsInThread(module);

    /// <summary>The package that a file belongs to; null when none is known.</summary>
    public Projects.PackageManifest? PackageOf(Module module) => packageOf?.Invoke(module.Path);

    /// <summary>Whether a script called <c>start</c>, of a file's own package or of one around that, runs the file: <c>node ./dist/bin/start/index.js</c> is what is built of <c>src/bin/start/index.ts</c>.</summary>
    internal bool IsStarted(Module module) => PackagesAround(module).Any(package => package.Starts(module.Path));

    /// <summary>Whether a script of a file's own package, or of one around that, gives the file to a command as the data source it is to work on.</summary>
    internal bool IsGivenToCommand(Module module) => PackagesAround(module).Any(package => package.GivesToCommand(module.Path));

    /// <summary>A file's own package and those around that, from within.</summary>
    private IEnumerable<Projects.PackageManifest> PackagesAround(Module module)
    {
        for (var package = PackageOf(module); package is not null; package = package.Directory.Length == 0 ? null : packageOf?.Invoke(package.Directory))
            yield return package;
    }

    /// <summary>The requests that a call registers a function for: <c>router.get('/orders', list)</c>.</summary>
    public Exposure RequestsBy(SyntaxNode call) => Callers.RegisteredBy(call);

    /// <summary>Whether a call only writes a line into a log, by its name.</summary>
    public static bool OnlyLogs(SyntaxNode call) => Summaries.LogCalls.Has(call) || Summaries.LogCalls.IsNamed(call);

    /// <summary>The promises of a file that are made and that nobody takes, by position.</summary>
    public ImmutableArray<DroppedPromise> DroppedPromisesIn(Module module) => droppedPromises.GetOrAdd(module, static (one, self) => DroppedPromises.In(self, one), this);

    /// <summary>The functions of a file that return promises and are given to somebody who ignores them, by position.</summary>
    public ImmutableArray<IgnoredCallback> IgnoredCallbacksIn(Module module) => ignoredCallbacks.GetOrAdd(module, static (one, self) => IgnoredCallbacks.In(self, one), this);

    /// <summary>The promises of a file that are tested, compared, written into texts or spread, where their values are meant; by position.</summary>
    public ImmutableArray<PromiseValue> PromiseValuesIn(Module module) => PromiseValues.In(this, module);

    /// <summary>The return of a promise out of a <c>try</c> before it is settled; null when it is not returned so.</summary>
    public EarlyReturn? EarlyReturnOf(SyntaxNode promise) => EarlyReturns.At(this, promise);

    /// <summary>The promises of a file that are returned out of a <c>try</c> before they are settled, by position.</summary>
    public ImmutableArray<EarlyReturn> EarlyReturnsIn(Module module) => EarlyReturns.In(this, module);

    /// <summary>The promises that a file makes once and keeps for later askers, by position.</summary>
    public ImmutableArray<CachedPromise> CachedPromisesIn(Module module) => CachedPromises.In(this, module);

    /// <summary>How one of the promises of an array can reject; null when it is proven that none ever does.</summary>
    public RejectionPath? RejectionOfElements(SyntaxNode iterable) => Rejections.OfElements(iterable);

    /// <summary>How the promise that a function returns can reject; null when it is proven that it never does.</summary>
    public RejectionPath? RejectionOfCall(SyntaxNode function) => Rejections.Of(function, FailureMode.Rejects);

    /// <summary>The names of whatever may be a function that returns a promise.</summary>
    internal IReadOnlySet<Name> AsyncNames => asyncNames.Value.All;

    /// <summary>The names of whatever may be a function that makes functions.</summary>
    internal IReadOnlySet<Name> MakerNames => asyncNames.Value.Makers;

    /// <summary>The objects of the program that emit 'error', and who listens for it; by file and position.</summary>
    public ImmutableArray<Emitter> Emitters => emitters.Value;

    /// <summary>The pipes of the program of which nobody listens for errors of a stream, by file and position.</summary>
    public IEnumerable<Pipe> Pipes => Summaries.Pipes.All(this);

    /// <summary>The streams with a file or a connection that are piped to an answer, by file and position.</summary>
    public IEnumerable<KeptSource> KeptSources => Summaries.KeptSources.All(this);

    /// <summary>The callbacks of a file that throw where nobody can catch, by position.</summary>
    public IEnumerable<ThrowingCallback> ThrowingCallbacksIn(Module module) => ThrowingCallbacks.In(this, module);

    /// <summary>The places that emit an event for which a listener can throw, by file and position.</summary>
    public IEnumerable<ThrowingListener> ThrowingListeners => Summaries.ThrowingListeners.All(this);

    /// <summary>The listeners of the process for uncaught exceptions and unhandled rejections, by file and position.</summary>
    public IEnumerable<FatalHandler> FatalHandlers => fatalHandlers.Value.Select(found => found.Handler);

    /// <summary>
    /// The listener that hears when a promise made in a function rejects and nobody takes it; null when nobody listens. It counts for what is imported by its file and by those that
    /// call the function in which it is registered; in the process of another package that runs the function it hears nothing. One after which the process goes on comes before one that ends it.
    /// </summary>
    public FatalHandler? ListenerFor(FunctionModel function) =>
        fatalHandlers.Value.Where(found => found.Handler.HearsRejections && Hears(found, function)).Select(found => found.Handler).OrderByDescending(handler => handler.Survives && handler.Condition.Length == 0).ThenByDescending(handler => handler.Survives).FirstOrDefault();

    /// <summary>Whether a listener is registered by a file that opens a port itself, so that no framework runs the process.</summary>
    public bool IsOfOwnServer(FatalHandler listener) => fatalHandlers.Value.Any(found => found.Handler == listener && found.Registrars.Any(module => BeginsToServe(module.Tree.Root)));

    /// <summary>The same for what is thrown where nobody can catch it: an 'error' that nobody listens for.</summary>
    public FatalHandler? ExceptionListenerFor(FunctionModel function) =>
        fatalHandlers.Value.Where(found => found.Handler.HearsExceptions && Hears(found, function)).Select(found => found.Handler).OrderByDescending(handler => handler.Survives).FirstOrDefault();

    /// <summary>What a tool listens for counts for the tool, unless it is a command, which may well be how the program is started; what is only loaded beside a listener of another package counts where no process without one loads it.</summary>
    private bool Hears(FatalHearing found, Module module)
    {
        var isOwn = PackageOf(module)?.Directory == PackageOf(Bindings.ModuleOf(found.Handler.Call.Tree)!)?.Directory;
        // A script that loads the whole server hears for itself: the server's own start does not listen.
        return found.Files.Contains(module) ? IsForTools(module) || !found.Registrars.All(registrar => IsForTools(registrar) && !registrar.Roles.HasFlag(ModuleRoles.Command)) || (isOwn && !unheard.Value.Contains(module)) : found.Beside.Contains(module) && (isOwn || !unheard.Value.Contains(module));
    }

    private bool Hears(FatalHearing found, FunctionModel function)
    {
        var start = hosts.StartOf(function);
        return Hears(found, function.Module) && (start == function.Module || found.Files.Contains(start) || found.Beside.Contains(start) || PackageOf(start)?.Directory == PackageOf(Bindings.ModuleOf(found.Handler.Call.Tree)!)?.Directory);
    }

    /// <summary>The package that runs a function in a process of its own making, which goes on after a rejection that nobody took and an exception that nobody caught; null when there is none.</summary>
    public string? HostOf(FunctionModel function) => hosts.Of(function);

    /// <summary>Whether a file belongs to a package that is published and does not ask for its host: it runs in other programs, too.</summary>
    public bool IsForOthers(Module module, string host) => PackageOf(module) is { IsPublished: true, Dependencies: var asked } && !asked.ContainsKey(host);

    /// <summary>Whether a file is for administrators only, by the words of its path: few of them come at once.</summary>
    public static bool IsForAdministrators(string path) => path.Split('/', '.', '-', '_').Any(word => word.ToLowerInvariant() is "admin" or "admins" or "superadmin" or "administration" or "backoffice");

    /// <summary>Whether a file belongs to a program with windows of its own, which serves the one user who sits before it.</summary>
    public bool IsForOneUser(Module module) => PackageOf(module)?.Directory is { } directory && oneUsers.Value.Contains(directory);

    /// <summary>Whether a node is evaluated in development only: a condition on <c>NODE_ENV</c> keeps production out, there or around every call that leads there.</summary>
    public bool IsInDevelopment(SyntaxNode node) => development.Holds(node);

    /// <summary>Whether a function, or one that it calls, opens the port on which the process serves.</summary>
    public bool BeginsToServe(SyntaxNode function) => reaches.BeginsToServe(function);

    /// <summary>Whether a call opens the port on which the process serves: <c>app.listen(3000)</c>.</summary>
    public static bool OpensPort(SyntaxNode call) => Reaches.OpensPort(call.Unwrapped());

    /// <summary>Whether a call, a statement of its own, does nothing but have its function called once, as soon as what runs now is done: <c>setImmediate(main)</c>.</summary>
    public bool RunsNext(SyntaxNode call) =>
        call.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) && Types.CalleeOf(call) is Callee.Library library && Effects.Of(library.Signature) is [Effect.CallsBack { When: CallTime.Later, Function: { Index: 0, Property.Length: 0 } }];

    /// <summary>Whether a function goes on for as long as the process lives, in a loop of its own that only a failure ends.</summary>
    public static bool RunsForever(SyntaxNode function) => WorkerLoops.RunsForever(function);

    /// <summary>Whether a library's call begins to take jobs or messages: <c>queue.process(handler)</c>. Its promise rejects when it cannot begin; what fails later is told elsewhere.</summary>
    public bool BeginsToTakeWork(SyntaxNode promise) =>
        Types.CalleeOf(promise) is Callee.Library library && Effects.Of(library.Signature).Any(effect => effect is Effect.Root { Kind: RootKind.Job or RootKind.Message });

    /// <summary>Whether nothing but scripts and tools that are run by hand uses a file. Severity minds it by itself; this is for rules that have nothing to say of such files.</summary>
    public bool IsForTools(Module module) => reaches.IsForTools(module);

    /// <summary>Whether a file is one of a folder of migrations, which run one by one, each once.</summary>
    public static bool IsMigration(Module module) => Reaches.IsMigration(module);

    /// <summary>Whether an expression may be a database's pool, connection or transaction, by its type.</summary>
    internal bool IsHandle(SyntaxNode expression) => Types.TypeOf(expression).NonNullish().Alternatives.Any(type => EffectsOf(type).Any(effect => effect is Effect.Handle));

    /// <summary>Who waits behind the code at a place.</summary>
    public Reach ReachOf(Place place) => reaches.Of(place);

    /// <summary>Whether a file ends its process when it is done, as a command does: what it holds open ends with that.</summary>
    public bool EndsItsProcess(Module module) => reaches.EndsItsProcess(module);

    /// <summary>Whether a file serves tests, by what it is or by the words of its path.</summary>
    public static bool ServesTests(Module module) => Reaches.ServesTests(module);

    /// <summary>Whether a function waits for something and then ends the process, as the handler of a signal does.</summary>
    public bool IsEndOfProcess(SyntaxNode function) => Summaries.Shutdowns.IsEnd(this, function);

    /// <summary>The function with a body that an expression is or names; none when there is none or it cannot be told.</summary>
    public SyntaxNode FunctionNamed(SyntaxNode expression)
    {
        expression = expression.Unwrapped();
        // "this.send<Row>"
        if (expression.Is(SyntaxKind.ExpressionWithTypeArguments))
            expression = expression.FirstChild.Unwrapped();
        if (FunctionLike.From(expression) is { Body.Exists: true })
            return expression;
        return expression.Exists && Types.TypeOf(expression) is LightType.Function function
            ? function.Declarations.FirstOrDefault(declaration => FunctionLike.From(declaration) is { Body.Exists: true }) is { Exists: true } named ? named : Types.HeldBy(expression)
            : default;
    }

    /// <summary>The only function of the program that a call means, with its body; none when it means another or several.</summary>
    public SyntaxNode FunctionCalled(SyntaxNode call) => Types.CalleeOf(call) is Callee.InProgram { Functions: [var only] } && FunctionLike.From(only) is { Body.Exists: true } ? only : default;

    internal ModuleGraph ModuleGraph => graph.Value;

    /// <summary>How the promise that an expression evaluates to can reject; null when it is proven that it never does.</summary>
    public RejectionPath? RejectionOf(SyntaxNode promise) => Rejections.OfPromise(promise);

    /// <summary>How a dropped promise, or one of an array of them, can reject; null when it is proven that none ever does.</summary>
    public RejectionPath? RejectionOf(DroppedPromise dropped) => dropped.Form is DropForm.Array ? Rejections.OfElements(dropped.Promise) : Rejections.OfDropped(dropped.Promise);

    /// <summary>Where the rejection is taken of the promise that a call hands out, which a variable or a field keeps; none when the call may make one of its own, or nobody takes it.</summary>
    public SyntaxNode TakenElsewhere(SyntaxNode call) => KeptPromises.TakenElsewhere(this, call);

    /// <summary>The function that a call is given to hear of its failure, beside the promise that it makes: <c>mutateAsync(order, { onError })</c>; none for other calls.</summary>
    public SyntaxNode ReporterOf(SyntaxNode call) => DroppedPromises.ReporterOf(this, call);

    /// <summary>Who shares the objects of a class.</summary>
    public Sharing SharingOf(SyntaxNode classNode) => instances.Of(classNode);

    /// <summary>Whether a decorator of a class says no more than that a library makes its objects, <c>@Injectable()</c>.</summary>
    internal bool IsOnlyMadeBy(SyntaxNode decorator) => instances.IsOnlyMadeBy(decorator);

    /// <summary>Whether each execution of a function that uses a variable of one around it begins with a call of that one, which makes the variable anew: nothing in it is registered anywhere, nor handed out.</summary>
    internal static bool StartsWithVariable(FunctionModel user, Binding.Symbol variable) => Instances.StartsWith(user, variable);

    /// <summary>Who shares a variable of a function with the functions within it: <c>function cache() { const known = new Map(); return { get(key) { … } }; }</c>.</summary>
    internal Sharing SharingOfCaptured(FunctionModel user, Binding.Symbol variable) => instances.OfCaptured(user, variable);

    /// <summary>The elements of memory that threads share which are read and written back in several steps, by file and position.</summary>
    public ImmutableArray<SyntaxNode> SharedByteUpdates => SharedBytes.Updates(this);

    /// <summary>Whether what an expression gives must be closed by whoever makes it: two of them instead of one are one too many.</summary>
    public bool MustBeClosed(SyntaxNode expression)
    {
        var type = Types.AwaitedOf(Types.TypeOf(expression)).NonNullish();
        // Of what nothing is known, the program knows that it must be closed where it closes it.
        if (type.IsUnknown && expression.Unwrapped() is { Kind: SyntaxKind.CallExpression or SyntaxKind.NewExpression } made)
        {
            var walk = new EndingWalk(this, Opened.Connection);
            walk.Follow(made);
            return walk.EndedInStore.Exists;
        }

        // A row's "destroy()" sends a statement, and ends nothing.
        return type.Alternatives.Any(member => member is LightType.Instance && Closing.Any(name => Types.MemberOf(member, name) is { Exists: true } end && !Effects.Of(end).Any(effect => effect is Effect.Builds or Effect.RunsSql))
            && !EffectsOf(member).OfType<Effect.Rows>().Any());
    }

    /// <summary>What a function or an expression takes that others are short of: a connection, a request to another server; null when it takes none that we know of.</summary>
    public Resource? ResourceOf(SyntaxNode call) => Resources.OfCall(call);

    /// <summary>Whether a call sends a request over the network to something that is no database.</summary>
    internal bool IsRequest(SyntaxNode call) => ResourceOf(call) is { Kind: ResourceKind.Request };

    /// <summary>The call at the beginning of an expression that by its name connects to something and gives a client of which nothing more is known: <c>createSearchClient(url).then(…)</c>; none where it does not.</summary>
    public SyntaxNode ConnectorOf(SyntaxNode expression)
    {
        var call = PromiseChain.BeginningOf(expression, this);
        return call.Is(SyntaxKind.CallExpression) && NamesOfWork.IsOfConnecting(CallName.Of(call).Text) && Types.CalleeOf(call) is not Callee.Library && Types.AwaitedOf(Types.TypeOf(call)).IsUnknown ? call : default;
    }

    /// <summary>The locks that end by themselves after a known time, and the work that is done under them; by file and position.</summary>
    public IEnumerable<TimedLock> TimedLocks => new TimedLocks(this).All();

    /// <summary>The locks that are taken again by the work that holds them, by file and position.</summary>
    public IEnumerable<Reentry> Reentries => new Reentries(this).All();

    /// <summary>The waits for an event of an object whose state was looked at before, by file and position.</summary>
    public IEnumerable<LateSubscription> LateSubscriptions => Summaries.LateSubscriptions.All(this);

    /// <summary>Whether what a function takes a connection for changes rows.</summary>
    public bool WritesRows(Resource resource) =>
        FunctionAround(resource.Call)?.DatabaseCalls.FirstOrDefault(statement => statement.Call == resource.Call) is { } statement && statement.Queries.Any(query => query.IsWrite);

    /// <summary>Whether what a function takes a connection for reads no table, and only asks whether the server is there: <c>SELECT 1</c>.</summary>
    public bool ReadsNothing(Resource resource) =>
        FunctionAround(resource.Call)?.DatabaseCalls.FirstOrDefault(statement => statement.Call == resource.Call) is { Queries: [{ Kind: QueryKind.Select, Tables.IsEmpty: true, Functions.IsEmpty: true, IsPartlyUnknown: false }] };

    /// <summary>The work that is started for all elements of a collection at once and takes connections or requests, by file and position; tests and pages are left out.</summary>
    public IEnumerable<FanOut> FanOuts => Summaries.FanOuts.All(this);

    /// <summary>What is sent on other connections from inside transactions, once for each place that leaves out the handle; by file and position.</summary>
    public IEnumerable<OuterUse> OuterUses => Transactions.OuterUses();

    /// <summary>Whether what a use inside a transaction is sent on is itself a transaction's handle, or what the transaction is begun on is and the use is sent on nothing of the file's own: a field of an object that is made for one wherever it is called.</summary>
    public bool IsOnOneConnection(TransactionScope scope, InnerUse use) =>
        (use.SentOn.Exists && BoundObjects.IsHandle(use.SentOn, this))
        || (scope.Form is ScopeForm.Callback && scope.Opener.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } begin && !BoundObjects.IsOfFile(use.SentOn, this) && BoundObjects.IsHandle(begin.FirstChild, this));

    /// <summary>The transactions that are begun around functions that take no handle of them, by file and position.</summary>
    public IEnumerable<UnheldTransaction> UnheldTransactions => Transactions.Unheld();

    /// <summary>Calls on objects that work in no transaction, or in another's, beside objects that are bound to the transaction.</summary>
    public IEnumerable<UnboundUse> UnboundUses => TransactionClones.All(this).Concat(LeftOutContexts.All(this)).Concat(OwnTransactions.Unbound(this));

    /// <summary>What is done inside transactions beside statements: requests to other servers, jobs and messages, sleep; once for each call.</summary>
    public IEnumerable<(TransactionScope Scope, InnerUse Use)> OtherUsesInTransactions => Transactions.OtherUses();

    /// <summary>How many connections the pool has that an expression is, or is taken from; null when it is not known.</summary>
    public PoolLimit? LimitOfPool(SyntaxNode pool) => PoolLimit.Of(this, pool);

    /// <summary>Whether what waits for a second connection inside a transaction gives up some day, by what the program's pools of that library are made with.</summary>
    public bool GivesUp(InnerUse use) => PoolLimit.AllGiveUp(this, use.Call);

    /// <summary>After how long whoever asks for a second connection at a call gives up, or loses the first one, by the program's options or what the library does by itself; zero when the options are not seen, null when that is never.</summary>
    public TimeSpan? GivesUpAfter(InnerUse use, TransactionScope scope) => PoolLimit.GivesUpAfter(this, use.Call, scope);

    /// <summary>How many elements a collection can have.</summary>
    public ArraySize SizeOf(SyntaxNode collection) => Sizes.Of(collection);

    /// <summary>Whether a call ends the process or throws, by its type: <c>process.exit()</c>.</summary>
    public bool NeverReturns(SyntaxNode call) => Types.TypeOf(call) is LightType.Primitive { Kind: PrimitiveKind.Never };

    /// <summary>The same, asked of every statement: the type only where something of that name never returns.</summary>
    internal bool EndsThere(SyntaxNode call) => CallName.Of(call) is { Exists: true } name && neverReturning.Value.Contains(Bindings.ModuleOf(call.Tree)!.NameOf(name)) && call.FirstChild.Bytes.IndexOf("?."u8) < 0 && !call.Has(NodeFlags.Optional)
        && (NeverReturns(call) || (call.FirstChild.Is(SyntaxKind.Identifier) && Types.CalleeOf(call) is Callee.InProgram { Functions: [var only] } && OnlyThrows(only)));

    /// <summary>"function refuse(name) { throw new LimitError(name); }": of a function by itself, since a method may be another one in a class below.</summary>
    private static bool OnlyThrows(SyntaxNode function) => function.Kind is SyntaxKind.FunctionDeclaration or SyntaxKind.FunctionExpression or SyntaxKind.ArrowFunction && FunctionLike.From(function) is { IsAsync: false, IsGenerator: false }
        && FunctionShape.BodyOf(function) is { Kind: SyntaxKind.Block } body && body.Children.ToArray() is [.., { Kind: SyntaxKind.ThrowStatement }] statements && statements.All(statement => statement.Kind is SyntaxKind.ThrowStatement or SyntaxKind.VariableStatement or SyntaxKind.ExpressionStatement);

    /// <summary>The names of functions that are declared to return never, of libraries and of the program, or do nothing but throw.</summary>
    private HashSet<Name> NeverReturning()
    {
        var found = new HashSet<Name>();
        foreach (var symbol in Bindings.LibrarySymbols(SymbolFlags.Function | SymbolFlags.Method))
        {
            if (symbol.Declarations.Any(ReturnsNever))
                found.Add(symbol.Name);
        }

        foreach (var function in Functions)
        {
            if (ReturnsNever(function.Node) || OnlyThrows(function.Node))
                found.Add(Callers.NameOf(function));
        }

        return found;

        static bool ReturnsNever(SyntaxNode declaration) => (FunctionLike.From(declaration) ?? FunctionLike.FromSignature(declaration)) is { ReturnType: { Exists: true } result } && result.TextIs("never"u8);
    }

    /// <summary>Whether a node stands in a file of the program, and not in a knowledge file or a package.</summary>
    public bool IsInProgram(SyntaxNode node) => node.Exists && Bindings.ModuleOf(node.Tree) is { } module && (module.Roles & ModuleRoles.Knowledge) == 0;

    /// <summary>A node of any file of the program as a place.</summary>
    public Place PlaceOf(SyntaxNode node) => new(Bindings.ModuleOf(node.Tree)!.Source, node.Span);
}
