using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Summaries;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model;

/// <summary>
/// One function of the program, or the top level of one file, and what it does.
/// Everything beyond its place is worked out when first asked for: most functions of a program are never a candidate.
/// </summary>
public sealed class FunctionModel
{
    private Once<FlowGraph> flow;
    private Once<DefUse> values;
    private Once<Guards> guards;
    private Once<ILookup<SyntaxNode, int>> branches;
    private Once<RowRaces> rowRaces;
    private Once<FunctionStatements> statements;
    private Once<FunctionStatements> statementsWithGiven;
    private Once<MemoryUse[]> memoryUses;
    private Once<StoreRace[]> storeRaces;
    private Once<CheckThenSet[]> sharedChecks;

    internal FunctionModel(ProjectModel project, Module module, SyntaxNode node)
    {
        Project = project;
        Module = module;
        Node = node;
    }

    public ProjectModel Project { get; }

    public Module Module { get; }

    /// <summary>The function's node; a file's top level is its SourceFile.</summary>
    public SyntaxNode Node { get; }

    /// <summary>Whether it is the top level of a file.</summary>
    public bool IsTopLevel => Node.Is(SyntaxKind.SourceFile);

    public bool IsAsync => Node.Has(NodeFlags.Async);

    public bool IsGenerator => Node.Has(NodeFlags.Generator);

    /// <summary>Whether it can wait and uses memory that others use, too.</summary>
    public bool UsesMemory => !MemoryUses.IsEmpty;

    /// <summary>Its control flow, or null when it is too large to be followed.</summary>
    public FlowGraph? Flow => flow.Of(this, static self => FlowGraph.Of(self.Node, self.Project.EndsThere));

    /// <summary>Where the values of its variables come from; null when its flow is.</summary>
    public DefUse? Values => values.Of(this, static self => self.Flow is { } graph ? DefUse.Of(graph, self.Module) : null);

    /// <summary>How people call it: <c>Store.claim</c>, <c>publish</c>, <c>the callback of router.post</c>, <c>the top level</c>.</summary>
    public string Name => FunctionName.Of(Node);

    /// <summary>The function in whose body this one is written; null for a file's top level.</summary>
    public FunctionModel? Enclosing => Node.Is(SyntaxKind.SourceFile) ? null : Project.FunctionAround(Node);

    /// <summary>Its uses of a database, by position; uses through the program's own wrappers included.</summary>
    public ImmutableArray<DatabaseCall> DatabaseCalls => Project.DatabaseCalls.In(this);

    /// <summary>The same, and what the functions that it calls do to rows in the same places: statements of others at the calls that come to them.</summary>
    public ImmutableArray<DatabaseCall> RowCalls => Project.LiftedCalls.In(this);

    /// <summary>Whether it uses a database, itself or by the functions that it calls.</summary>
    public bool UsesDatabase => !RowCalls.IsEmpty;

    /// <summary>The statements of <see cref="RowCalls"/>.</summary>
    internal FunctionStatements Statements => statements.Of(this, FunctionStatements.Of)!;

    /// <summary>The same, and the rows that it is given.</summary>
    internal FunctionStatements StatementsWithGiven => statementsWithGiven.Of(this, FunctionStatements.WithGiven)!;

    /// <summary>Its statements of which one depends on what another one read of the same rows.</summary>
    public RowRaces RowRaces => rowRaces.Of(this, static self => new(self))!;

    /// <summary>The calls that mean it, with the functions in which they stand, by file and position; tests left out.</summary>
    public IEnumerable<(FunctionModel Caller, SyntaxNode Call)> CallSites => Project.Callers.CallsTo(this)
        .Select(call => (Caller: Project.FunctionAround(call)!, Call: call)).Where(site => site.Caller is not null && !site.Caller.Module.Roles.HasFlag(ModuleRoles.Test));

    /// <summary>What lets one run at a time come to a place, in a function that a timer starts; null when nothing does, or something else starts it.</summary>
    public string? AloneBy(SyntaxNode at) => OverlappingRuns.AloneBy(this, at);

    /// <summary>What it opens and has to end, or hand on, by position.</summary>
    public IReadOnlyList<Opening> Openings => Project.Openings.In(this);

    /// <summary>Whether it opens anything that has to be ended.</summary>
    public bool Opens => Openings.Count > 0;

    /// <summary>The intervals that it starts, and what ends each.</summary>
    public IEnumerable<Interval> Intervals => Summaries.Intervals.In(this);

    /// <summary>The chain of timers that the function goes on with, where it is begun more than once and only the last can be stopped; null when there is none.</summary>
    public TimerChain? TimerChain => TimerChains.Of(this);

    /// <summary>The places that outlive it and that it gives something it opens, in place of what they held.</summary>
    public IEnumerable<Overwrite> Overwrites => Summaries.Overwrites.In(this);

    /// <summary>The properties that it sets on connections of a pool, by position.</summary>
    public IEnumerable<Mark> Marks => Summaries.Marks.In(this);

    /// <summary>The timers by which it limits its own work, by position; those that are raced are left out.</summary>
    public IEnumerable<WorkTimer> WorkTimers => AbortTimers.In(this);

    /// <summary>The first await of each of its loops over a collection, and why it has to wait for its turn; by position.</summary>
    public IEnumerable<SerialAwait> LoopAwaits => Summaries.LoopAwaits.InLoops(this);

    /// <summary>Its reads that follow one another and need nothing of one another, by position; of what requests start only.</summary>
    public IEnumerable<SerialAwait> SerialReads => Summaries.LoopAwaits.InLine(this);

    /// <summary>How long what it opens into a local variable lives; null when that goes elsewhere at once or the flow is not known.</summary>
    public HandleLife? LifeOf(Opening opening) => HandleLife.Of(this, opening);

    /// <summary>How its executions can overlap.</summary>
    public Exposure Exposure => Project.Callers.ExposureOf(this);

    /// <summary>Its promises that are started and taken only after something else was awaited.</summary>
    public ImmutableArray<LateAwait> LateAwaits => Summaries.LateAwaits.In(this);

    /// <summary>Its stretches that run inside a transaction.</summary>
    public IEnumerable<TransactionScope> TransactionScopes => Project.Transactions.In(this);

    /// <summary>The transactions of the program's own making that it begins and commits, of which no statement is seen: where each is asked for, and how long it lives.</summary>
    public IEnumerable<(SyntaxNode Begin, ConnectionLife Life)> OwnTransactions => Project.Transactions.OwnSectionsOf(this)
        .Where(own => Project.DatabaseCallAt(own.Begin) is null)
        .Select(own => (own.Begin, Life: ConnectionLife.OfOwn(own))).Where(own => own.Life is not null).Select(own => (own.Begin, own.Life!));

    /// <summary>Whether it begins and commits a transaction of the program's own making.</summary>
    public bool BeginsOwnTransaction => Project.Transactions.OwnSectionsOf(this).Any();

    /// <summary>Whether any of it runs inside a transaction.</summary>
    public bool HasTransactions => Project.Transactions.In(this).Count > 0;

    /// <summary>Work that it starts side by side with one object that carries a transaction.</summary>
    public IEnumerable<SharedContext> SharedContexts => Summaries.SharedContexts.In(this);

    /// <summary>Writes to related tables that no transaction holds together: the first two on each way through it. What runs inside a transaction has none.</summary>
    public IEnumerable<SplitWrite> SplitWrites => Summaries.SplitWrites.In(this);

    /// <summary>Its transactions at a level at which the server refuses one of two that conflict; by position.</summary>
    public IEnumerable<StrictTransaction> StrictTransactions => Retries.In(this);

    /// <summary>The advisory locks that it takes for a session, by position.</summary>
    public IEnumerable<SessionLock> SessionLocks => SessionLock.In(this);

    /// <summary>Its statements on a connection that it has given back before, with the call that did.</summary>
    public IEnumerable<(DatabaseCall End, DatabaseCall Use)> UsesAfterRelease => ScopeFaults.UsedAfterRelease(this);

    /// <summary>Its statements on the handle of a transaction that has ended, which the library refuses, by position.</summary>
    public IEnumerable<(DatabaseCall End, DatabaseCall Use)> UsesAfterEnd => ScopeFaults.UsedAfterEnd(this);

    /// <summary>Where all who call it, and hand in a connection, end the transaction when it fails; none when one does not.</summary>
    public SyntaxNode TransactionEndedByCallers => ScopeFaults.EndedByCallers(this);

    /// <summary>Its commits that nobody waits for, and of which no rejection tells, by position.</summary>
    public IEnumerable<DatabaseCall> CommitsNotAwaited => ScopeFaults.CommitsNotAwaited(this);

    /// <summary>Its loops that end for good at their first failure, while the process lives on.</summary>
    public ImmutableArray<DyingLoop> DyingLoops => WorkerLoops.In(this);

    /// <summary>What it gives back only when it is read to its end; of generators only.</summary>
    public IEnumerable<AbandonedCleanup> AbandonedCleanups => Generators.AbandonedIn(this);

    /// <summary>Its loops that answer for each item and end at the first that fails; of generators only.</summary>
    public IEnumerable<FragileBatch> FragileBatches => Generators.FragileIn(this);

    /// <summary>Its writes to the database whose failure nobody hears of.</summary>
    public ImmutableArray<SwallowedFailure> SwallowedFailures => Summaries.SwallowedFailures.In(this);

    /// <summary>Its writes to the database that are tried again after a failure, or done again for the same message, though they may have been done.</summary>
    public IEnumerable<RepeatedWrite> RepeatedWrites => Summaries.RepeatedWrites.In(this);

    /// <summary>Its writes of shared memory that are made of an earlier read of the same place.</summary>
    public ImmutableArray<ReadModifyWrite> SharedUpdates => SharedUpdate.In(this);

    /// <summary>How it uses memory that outlives it, by point; none when it cannot be suspended, or writes no such memory.</summary>
    public ImmutableArray<MemoryUse> MemoryUses => ImmutableCollectionsMarshal.AsImmutableArray(memoryUses.Of(this, static self => ImmutableCollectionsMarshal.AsArray(self.Project.MemoryUses.In(self))));

    /// <summary>Its writes of shared memory that depend on an earlier test of the same, by point.</summary>
    public ImmutableArray<CheckThenSet> SharedChecks => ImmutableCollectionsMarshal.AsImmutableArray(sharedChecks.Of(this, static self => ImmutableCollectionsMarshal.AsArray(Summaries.SharedChecks.In(self))));

    /// <summary>Its assignments of shared objects that are made ready only afterwards, by point.</summary>
    public ImmutableArray<EarlyPublication> EarlyPublications => Summaries.EarlyPublications.In(this);

    /// <summary>The loaded values that it puts into shared memory although somebody may have thrown the place away meanwhile, by point.</summary>
    public ImmutableArray<StaleFill> StaleFills => Summaries.StaleFills.In(this);

    /// <summary>What it was given and leaves in shared memory for itself, across a wait; by point. Of what requests, jobs and messages start only.</summary>
    public ImmutableArray<PassedByMemory> PassedByMemory => Summaries.PassedByMemory.In(this);

    /// <summary>What it takes from shared collections before it waits and relies on after, by point.</summary>
    public ImmutableArray<LateMutation> LateMutations => Summaries.LateMutations.In(this);

    /// <summary>What a clock starts with it while it still runs; null when no clock starts it, or nothing comes of that.</summary>
    public OverlappingRun? OverlappingRun => OverlappingRuns.Of(this);

    /// <summary>The timers that it sets for its next turn after a wait, and who clears them, by point.</summary>
    public ImmutableArray<ReArm> ReArms => Summaries.ReArms.In(this);

    /// <summary>The circuit breaker that it is; null when it is none.</summary>
    public Breaker? Breaker => Breakers.In(this);

    /// <summary>Its calls on keys of servers and on files that depend on an earlier one, by position.</summary>
    public ImmutableArray<StoreRace> StoreRaces => ImmutableCollectionsMarshal.AsImmutableArray(storeRaces.Of(this, static self => ImmutableCollectionsMarshal.AsArray(self.Project.StoreRaces.In(self))));

    /// <summary>The guards that it gives back though it may not hold them, by position.</summary>
    public ImmutableArray<LostGuard> LostGuards => Summaries.LostGuards.In(this);

    /// <summary>The guards and locks that it takes and gives back, and after which failure it does not.</summary>
    public ImmutableArray<KeptGuard> KeptGuards => Summaries.KeptGuards.In(this);

    /// <summary>Whether it runs once for each object: a constructor, or what only constructors call.</summary>
    public bool IsOfConstruction => Node.Is(SyntaxKind.Constructor)
        || (!Project.Callers.IsHandedOver(this) && CallSites.ToList() is { Count: > 0 } sites && sites.TrueForAll(site => site.Caller.Node.Is(SyntaxKind.Constructor)));

    /// <summary>Reports whether other code may run before it is done.</summary>
    public bool Suspends => Flow?.Points.Any(point => point.Suspends) == true;

    /// <summary>Whether somebody else can use the pool of a call while the statements around it run.</summary>
    public Company CompanyOf(DatabaseCall call) => Project.Companies.Of(this, call);

    /// <summary>The call that takes a connection or begins a transaction, where what a call uses may be that though its type is a pool's; none where it is a pool, as far as is seen.</summary>
    public SyntaxNode TakingOf(DatabaseCall call) => Project.Origins.TakingOf(call);

    /// <summary>The functions of the program that this one is handed to where it is written: <c>inTransaction(async (client) => …)</c>.</summary>
    public IEnumerable<FunctionModel> Takers => Project.Callers.TakersOf(this);

    /// <summary>
    /// What takes an exception of a node and does not always throw it on: the <c>catch</c> clause around it, or the handler of <c>.catch(…)</c>. None when it leaves the function.
    /// </summary>
    public SyntaxNode CatchAround(SyntaxNode node)
    {
        if (node.Parent.Is(SyntaxKind.PropertyAccessExpression) && node.Parent.ChildAt(1).TextIs("catch"u8) && node.Parent.Parent.Is(SyntaxKind.CallExpression))
            return node.Parent.Parent.Child(SyntaxKind.ArgumentList).FirstChild;
        // "await users.create(row).catch((error) => { … })": the chain that is a statement ends in what takes its rejection.
        if (node.Is(SyntaxKind.CallExpression) && Project.RejectionHandlerOf(node) is { Exists: true } last && !Throwing.AlwaysThrowsOn(last))
            return last;
        for (var at = node; at.Exists && at != Node; at = at.Parent)
        {
            if (Throwing.HandlerOfTaker(Project, at) is { Exists: true } taken)
                return taken;
            if (at.Parent.Is(SyntaxKind.TryStatement) && at.Parent.FirstChild == at && at.Parent.Child(SyntaxKind.CatchClause) is { Exists: true } handler && !Throwing.AlwaysRethrows(handler))
                return handler;
        }

        return default;
    }

    /// <summary>
    /// The <c>catch</c> around a promise that nobody waits for, which has work of its own to wait for and never hears of the rejection: <c>try { handle(event); } catch { await retry(event); }</c>.
    /// None when there is none, it only writes a log, or the <c>try</c> waits for something else: then it is there for that. What a <c>catch</c> within it begins is what became of a failure.
    /// </summary>
    public SyntaxNode DeafCatchAround(SyntaxNode promise) =>
        CatchAround(promise) is { Kind: SyntaxKind.CatchClause } handler && Throwing.Waits(handler) && !Throwing.Waits(handler.Parent.FirstChild)
        && !(promise.Ancestor(SyntaxKind.CatchClause) is { Exists: true } inner && handler.Parent.Span.Contains(inner.Span)) ? handler : default;

    /// <summary>
    /// What takes an exception of a statement on every way up to what starts the function: a handler where it stands or around a call that leads to it, or one around each of the calls that lead here. None when some way has none.
    /// The call itself where its library tells of failures by what it gives.
    /// </summary>
    public SyntaxNode HandlerOf(Statement statement)
    {
        // "const { error } = await supabase.from('item').insert(row)": the refusal is an answer.
        if (Project.Types.CalleeOf(statement.By.Innermost) is Types.Callee.Library library && Project.Effects.Of(library.Signature).Any(effect => effect is Knowledge.Effect.NeverRejects))
            return statement.Call;
        foreach (var step in statement.By.Steps.Reverse().Append(statement.Call))
        {
            if (Project.FunctionAround(step)?.CatchAround(step) is { Exists: true } handler && !Throwing.OnlyRethrows(handler))
                return handler;
        }

        return Project.Callers.HandlerAbove(this);
    }

    /// <summary>Whether somebody takes the refusal of a statement for what it is, and does not only throw another exception in its place.</summary>
    public bool TakesRefusal(Statement statement) => HandlerOf(statement) is { Exists: true } handler && !(handler.Is(SyntaxKind.CatchClause) && Throwing.AlwaysThrows(Project, handler));

    /// <summary>What an execution leaves undone that is refused where it meant to find a row or create it, though somebody catches the refusal; null when nothing is lost.</summary>
    public LostWork? LostBehind(RowRace race) => HandlerOf(race.Write) is { Exists: true } handler ? LostWork.Of(race, handler, this) : null;

    /// <summary>Why nobody runs the function twice at a time: it belongs to a migration or a seed, and no request leads to it; null for all others.</summary>
    public string? RunsByHand => Exposure.Kind is not (StartKind.Api or StartKind.Start or StartKind.None) ? null
        : Reaches.IsMigration(Module) ? "a migration is run once, when somebody deploys"
        : Exposure.Kind is StartKind.Api && Project.Callers.IsOfMigrationsOnly(this) ? "only migrations call it, and each is run once, when somebody deploys"
        : Reaches.IsSeed(Module) && Exposure.Kind is not StartKind.Api ? "a seed is run by hand, to fill a database that nobody else works on yet" : null;

    /// <summary>How executions of the function can overlap by the callers that are seen: who else may call what is exported does not count where the program calls it.</summary>
    public Exposure SeenExposure => Project.Callers.SeenExposureOf(this);

    /// <summary>How executions of the function whose exceptions nobody takes can overlap: by calls around which nothing catches.</summary>
    public Exposure UncaughtExposure => Project.Callers.UncaughtExposureOf(this);

    /// <summary>The flag that lets one execution of an update in at a time; null when nothing does.</summary>
    public MemoryPlace? GuardOf(ReadModifyWrite update) => guards.Of(this, static self => Guards.Of(self))!.Before(update.Read, update.Place);

    /// <summary>What lets one execution at a time come to a point: a flag other than the place, or a mutex of whatever kind, as the program writes it; null when nothing does.</summary>
    public string? ExclusionAt(int point, MemoryPlace place) => guards.Of(this, static self => Guards.Of(self))!.Before(point, place)?.ToString() ?? Project.Exclusions.Of(this, point);

    /// <summary>
    /// What keeps two executions from doing the work between a test of shared memory and its write: something that lets one in at a time, or another place that is tested and
    /// set with nothing in between before the work begins, as the promise of the work is. Null when nothing does.
    /// </summary>
    public string? ExclusionAround(CheckThenSet check)
    {
        if ((ExclusionAt(check.Check.Point, check.Place) ?? check.Sets.Select(set => Project.Exclusions.Of(this, set.Point)).FirstOrDefault(reason => reason is not null)) is { } exclusion)
            return exclusion;
        var graph = Flow!;
        var work = check.Set.Within.Exists || graph.PointsOf(check.Suspension) is not { Count: > 0 } points ? check.Set.Point : points[0];
        foreach (var other in SharedChecks.Where(other => !other.IsTorn && other.Place != check.Place && Project.Exclusions.IsOnEveryWay(this, other.Branch, work)))
        {
            if (other.Set.Point == work || graph.ReachableFrom(other.Set.Point)[work] || graph.ReachableFrom(work, point => graph.Points[point].Suspends)[other.Set.Point])
                return other.Place.ToString();
        }

        return null;
    }

    /// <summary>Whether what a test found missing and is then kept stays for good: nothing in sight takes it away, and nobody looks at a clock.</summary>
    public bool IsKeptForEver(CheckThenSet check)
    {
        var container = check.Set.Container;
        if (MemoryUses.Any(use => use.Action is not (Knowledge.StoreAction.Reads or Knowledge.StoreAction.Writes) && (use.Container == container || use.Place == check.Place)) || Project.SharedWrites.ChangesOf(this, container).Any(change => !IsForTests(change.Function)))
            return false;
        // "new LRUCache({ ttl })": what it does with its entries is its own affair.
        if (check.Set.IsEntry && check.Set.Node.Is(SyntaxKind.CallExpression) && !IsPlainCollection(Project.Types.TypeOf(check.Set.Node.FirstChild.Unwrapped().FirstChild).NonNullish()))
            return false;
        return !FunctionShape.OwnNodes(Node).Any(node => node.Is(SyntaxKind.Identifier) && (node.TextIs("Date"u8) || node.TextIs("now"u8) || node.TextIs("performance"u8)));
    }

    /// <summary>"export function clearCache()" of a package, which none of its files calls: its tests do, or nobody.</summary>
    private bool IsForTests(FunctionModel writer) => Project.PackageOf(Module) is not null && writer.Node.Is(SyntaxKind.FunctionDeclaration) && !Project.Callers.IsHandedOver(writer) && !Project.Callers.CallsTo(writer).Any(call => !Reaches.ServesTests(Project.Bindings.ModuleOf(call.Tree)!));

    private static bool IsPlainCollection(Types.LightType type) => type is Types.LightType.Instance instance && instance.Symbol.Name.ToString() is "Map" or "WeakMap" or "Set" or "WeakSet";

    /// <summary>Whether a place is an entry under a key that is one of the function's own parameters, or a member of it.</summary>
    public bool HasEntryOfItsOwn(MemoryPlace place)
    {
        if (!place.Path.EndsWith(']') || FunctionLike.From(Node) is not { } shape)
            return false;
        var key = place.Path[(place.Path.LastIndexOf('[') + 1)..^1];
        var end = key.IndexOf('.');
        foreach (var parameter in shape.Parameters)
        {
            foreach (var node in parameter.FirstAfterModifiers().DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.Identifier) && node.Text == (end < 0 ? key : key[..end]))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether something lets one execution at a time come to a point.</summary>
    internal bool IsGuarded(int point, MemoryPlace place) => ExclusionAt(point, place) is not null;

    /// <summary>A write of the place in another function that can run while this one waits; null when there is none.</summary>
    public OtherWriter? OtherWriterOf(MemoryPlace place) => Project.SharedWrites.OtherThan(this, place);

    /// <summary>Who shares a place: all calls, for a module's variable; for a field those who share the object.</summary>
    public Sharing SharingOf(MemoryPlace place) => place.Root switch
    {
        PlaceRoot.This => Project.SharingOf(place.Owner),
        PlaceRoot.Module => new(SharingKind.Process, default),
        // A variable of the function around: shared by the executions that are started there, or with whoever is handed the functions that use it; else private to one call of it.
        PlaceRoot.Captured => Exposure.IsConcurrent && Exposure.Calls.IsEmpty && !ProjectModel.StartsWithVariable(this, place.Variable) ? new(SharingKind.Process, default) : Project.SharingOfCaptured(this, place.Variable),
        _ => new(SharingKind.PerCall, default),
    };

    /// <summary>Its <c>++</c> and compound assignments of shared memory, when it has no suspension at all: each is atomic.</summary>
    public IEnumerable<(MemoryPlace Place, SyntaxNode Target)> AtomicUpdates => SharedUpdate.AtomicIn(this);

    public Place PlaceOf(SyntaxNode node) => new(Module.Source, node.Span);

    public Place PlaceOf(TextSpan span) => new(Module.Source, span);

    /// <summary>Where a statement stands, here or in a function that is called here.</summary>
    public Place PlaceOf(Statement statement) => statement.By.Given is { } given ? given.Reader.PlaceOf(statement with { By = given.Read }) : Project.PlaceOf(statement.By.Steps.IsEmpty ? statement.Call : statement.By.Steps[^1]);

    /// <summary>The calls that lead from here to a statement of another function, outermost first; none for one that this function runs itself.</summary>
    public IEnumerable<CallStep> CallsTo(Statement statement) =>
        statement.By.Steps.IsEmpty ? [] : statement.By.Steps.Insert(0, statement.Call).SkipLast(1).Select(call => new CallStep(Project.PlaceOf(call), CodeLine.EndOf(call.FirstChild.Text)));

    /// <summary>The points of its flow, in their order, that branch on what a call gave.</summary>
    internal IEnumerable<int> BranchesOn(SyntaxNode call) => branches.Of(this, static self => self.Branches())![call];

    /// <summary>The place of a point of its flow.</summary>
    public Place PlaceOf(int point) => PlaceOf(Flow!.Points[point].Node);

    /// <summary>The place of a point on a path through it.</summary>
    public Place PlaceOf(FlowPoint point) => PlaceOf(point.Node);

    /// <summary>The shortest path that leaves a node's point by such an edge and ends the function without going through any of some nodes; null when there is none.</summary>
    public LostPath? PathBy(SyntaxNode start, EdgeKind by, params IReadOnlyCollection<SyntaxNode> without) => LostPath.By(this, start, by, without);

    /// <summary>Reports whether a point can really throw: what is awaited may reject, but a call that returns does not throw by itself unless its body does.</summary>
    public bool CanThrow(FlowPoint point) => Throwing.CanThrow(Project, point);

    private ILookup<SyntaxNode, int> Branches() => Enumerable.Range(0, Flow!.Points.Length)
        .Where(point => Flow.Points[point].Op is FlowOp.Branch or FlowOp.BranchPresent)
        .SelectMany(point => Flow.Points[point].Tests.SelectMany(test => ChosenBy(test) is { Exists: true } state ? Values!.OriginsOf(test).Concat(Values.OriginsOf(state)) : Values!.OriginsOf(test)).Select(origin => origin.Node).Where(node => IsCall(node) || IsGiven(node)).Distinct().Select(call => (call, point)))
        .ToLookup(made => made.call, made => made.point);

    /// <summary>"NEXT[row.state].includes(state)": what chooses in a table of which states lead to which; none for other tests.</summary>
    private static SyntaxNode ChosenBy(SyntaxNode test)
    {
        test = test.Unwrapped();
        if (test is { Kind: SyntaxKind.PrefixUnaryExpression, Operator: TokenKind.Exclamation })
            test = test.FirstChild.Unwrapped();
        return test.Is(SyntaxKind.CallExpression) && test.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } method && (method.ChildAt(1).TextIs("includes"u8) || method.ChildAt(1).TextIs("has"u8))
            && method.FirstChild.Unwrapped() is { Kind: SyntaxKind.ElementAccessExpression } table ? table.ChildAt(1) : default;
    }

    /// <summary>Whether a node is the name of a parameter of the function, or of a part of one.</summary>
    internal bool IsGiven(SyntaxNode node)
    {
        if (!node.Is(SyntaxKind.Identifier))
            return false;
        var at = node.Parent;
        while (at.Kind is SyntaxKind.BindingElement or SyntaxKind.ObjectBindingPattern or SyntaxKind.ArrayBindingPattern)
            at = at.Parent;
        return at.Is(SyntaxKind.Parameter) && at.Parent.Parent == Node && (node.Parent == at ? at.FirstAfterModifiers() == node : true);
    }

    private static bool IsCall(SyntaxNode node) => node.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression;

    public override string ToString() => $"{Module.Path}: {Name}";
}
