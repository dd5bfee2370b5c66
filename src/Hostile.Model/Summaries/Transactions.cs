using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// The stretches of the program that run inside database transactions. Found from names upwards: from the libraries' functions that take one to run in a transaction,
/// over the program's own wrappers around those (<c>inTransaction(async (tx) => …)</c>), from BEGIN on a connection, and from variables that hold a transaction's handle.
/// Tests are left out.
/// </summary>
internal sealed class Transactions
{
    /// <summary>How people say that a statement is outside a transaction on purpose.</summary>
    private static readonly ImmutableArray<string> Outside = ["outside", "autonomous", "separate connection", "own connection", "another connection", "independent of the transaction", "rolls back", "rolled back", "rollback", "not part of the transaction", "own transaction", "separate transaction"];

    /// <summary>How many stretches of one function are looked at. A function with more was written by a program, and what each does is found by a walk through all of it.</summary>
    private const int MostScopes = 32;

    /// <summary>How many callers up it is looked for who leaves a transaction out.</summary>
    private const int DeepestLeftOut = 4;

    /// <summary>What programs call a transaction's handle that they take or hand on.</summary>
    internal static readonly ImmutableArray<string> HandleNames = ["transaction", "trx", "tx"];

    private readonly List<(SyntaxNode Opener, FunctionModel Function)> unheld = [];
    private readonly ProjectModel project;
    private readonly Dictionary<FunctionModel, List<TransactionScope>> byFunction = [];
    private readonly HashSet<(SyntaxNode Function, int Parameter)> wrappers = [];
    private readonly Queue<TransactionScope> pending = [];
    private readonly HashSet<Name> names = [];

    /// <summary>How libraries call what they give to functions that run in a transaction.</summary>
    private readonly HashSet<Name> carried = [];
    private readonly ConcurrentDictionary<TransactionScope, ImmutableArray<InnerUse>> uses = new();
    private readonly ConcurrentDictionary<TransactionScope, Exposure> exposures = new();
    private readonly Dictionary<SyntaxTree, bool> ambient = [];

    /// <summary>Functions that run in a transaction which all that runs inside finds by itself.</summary>
    private readonly HashSet<SyntaxNode> surrounded = [];
    private readonly ConcurrentDictionary<FunctionModel, bool> surroundedAlways = new();
    private readonly Lazy<ImmutableArray<TransactionScope>> presumed;
    private readonly Lazy<ILookup<FunctionModel, OwnSection>> ownSections;

    /// <summary>Transactions whose handle is put where all that runs inside finds it.</summary>
    private readonly List<TransactionScope> published = [];
    private InnerUses walker;

    public Transactions(ProjectModel project)
    {
        this.project = project;
        Contexts = new(project);
        walker = new(project, this);
        FindCallbacks();
        FindSections();
        while (pending.TryDequeue(out var scope))
        {
            if (scope.IsTransaction)
                FollowWrappers(scope);
        }

        FindGiven();
        walker = new(project, this);
        All = [.. project.Functions.Where(byFunction.ContainsKey).SelectMany(function => byFunction[function]).OrderBy(scope => scope.Form)];
        presumed = new(FindPresumed);
        ownSections = new(() => OwnTransactions.Sections(project).ToLookup(own => own.Function));
    }

    /// <summary>Objects that carry transactions.</summary>
    public TransactionContexts Contexts { get; }

    /// <summary>All of them: those whose begin is seen first, then by file and position of the function.</summary>
    public ImmutableArray<TransactionScope> All { get; }

    /// <summary>Transactions of the program's own making, or of what is out of sight, that a function begins and commits.</summary>
    public IEnumerable<OwnSection> OwnSectionsOf(FunctionModel function) => ownSections.Value[function];

    /// <summary>Those of a function.</summary>
    public IReadOnlyList<TransactionScope> In(FunctionModel function) => byFunction.TryGetValue(function, out var scopes) ? scopes : [];

    /// <summary>Whether a function, or one around it, runs in a transaction that is seen.</summary>
    public bool IsInside(FunctionModel function)
    {
        for (var at = function; at is not null; at = at.Enclosing)
        {
            if (In(at).Any(scope => scope.Form is ScopeForm.Callback or ScopeForm.Given))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a function, on every way to it that is seen, runs in a transaction that needs no handle, because the library puts it where all that runs inside finds it:
    /// <c>Sequelize.useCLS(namespace)</c>, and <c>router.put(path, transactionWrapper(handler))</c>.
    /// </summary>
    public bool IsSurrounded(FunctionModel function) => surrounded.Count > 0 && surroundedAlways.GetOrAdd(function, static (asked, self) => self.project.Callers.IsAlwaysWithin(asked, self.surrounded), this);

    /// <summary>What is done inside one.</summary>
    public ImmutableArray<InnerUse> UsesIn(TransactionScope scope) => uses.GetOrAdd(scope, walker.In);

    /// <summary>Whether a call in a function may write in the transaction whose handle it has, as far as it is not seen to read only.</summary>
    public bool MayWrite(SyntaxNode call, Carriers carriers) => walker.MayWrite(call, carriers);

    /// <summary>The calls that run when a function does, by position.</summary>
    public ImmutableArray<SyntaxNode> CallsIn(SyntaxNode function) => walker.CallsIn(function);

    /// <summary>What is sent on other connections from inside, once for each place that leaves out the handle; by file and position. In transactions of the program's own making only what would take the handle.</summary>
    public IEnumerable<OuterUse> OuterUses()
    {
        var seen = new Dictionary<SyntaxNode, List<(TransactionScope Scope, InnerUse Use)>>();
        var found = new List<OuterUse>();
        foreach (var scope in All.Where(scope => !IsNeverGiven(scope)))
        {
            foreach (var use in UsesIn(scope))
            {
                if (use is not { IsInside: false, Kind: InnerKind.Statement or InnerKind.Acquire })
                    continue;
                if (seen.TryGetValue(use.DroppedAt, out var others))
                {
                    others.Add((scope, use));
                    continue;
                }

                seen.Add(use.DroppedAt, others = []);
                found.Add(new(scope, use, SaysOutside(use.DroppedAt)) { Others = others });
            }
        }

        foreach (var outer in found)
            yield return outer;

        foreach (var scope in presumed.Value)
        {
            foreach (var use in UsesIn(scope))
            {
                if (use is { IsInside: false, Kind: InnerKind.Statement, CouldTake.Length: > 0 } && seen.TryAdd(use.DroppedAt, []))
                    yield return new(scope, use, SaysOutside(use.DroppedAt));
            }
        }
    }

    /// <summary>Transactions that are begun around a function which takes no handle of them, and writes: none of it is in them. By file and position.</summary>
    public IEnumerable<UnheldTransaction> Unheld()
    {
        foreach (var (opener, function) in unheld.OrderBy(one => project.PlaceOf(one.Opener)))
        {
            if (IsInside(function) || SaysOutside(opener))
                continue;
            ImmutableArray<Database.Statement> writes = [.. project.LiftedCalls.Under(function)
                .Where(call => call.Handle is { Opener.Exists: false, Kind: Knowledge.HandleKind.Pool or null }).SelectMany(call => call.Queries.Where(query => query.IsWrite).Select(query => new Database.Statement(call, query)))];
            if (!writes.IsEmpty)
                yield return new(opener, function, writes);
        }
    }

    /// <summary>Functions that run in transactions of the program's own making of which the begin is not seen.</summary>
    private ImmutableArray<TransactionScope> FindPresumed() => [.. OwnTransactions.Presumed(project)
        .Where(own => !In(own.Function).Any())
        .Select(own => new TransactionScope(own.Function, ScopeForm.Callback, own.Opener, own.Inner.Name.ToString(), Carriers.Of(own.Function, [(own.Inner, Cargo.Whole)])) { IsPresumed = true })
        .Where(scope => !scope.Carriers.IsPublished),
        .. ownSections.Value.SelectMany(sections => sections)
            .Where(own => !In(own.Function).Any(scope => scope.Opener == own.Begin))
            .Select(own => SectionOf(own.Function, own.Begin, [(own.Handle, Cargo.Whole)], own.Handle.Name.ToString(), own.Ends, ScopeForm.Section, isCarried: false, isPresumed: true)).OfType<TransactionScope>()];

    /// <summary>What is done inside transactions that is no statement, once for each transaction whose begin is seen, and of the others once for each call; in the order of <see cref="All"/>, those that are handed on or presumed last.</summary>
    public IEnumerable<(TransactionScope Scope, InnerUse Use)> OtherUses()
    {
        var seen = new HashSet<SyntaxNode>();
        var told = new HashSet<SyntaxNode>();
        var inScope = new HashSet<(SyntaxNode Function, SyntaxNode Call)>();
        foreach (var scope in All.Where(scope => scope.IsTransaction && !IsNeverGiven(scope)).Concat(published).Concat(presumed.Value))
        {
            foreach (var use in UsesIn(scope))
            {
                if (use.Kind is not (InnerKind.Request or InnerKind.Message or InnerKind.Sleep) || !inScope.Add((scope.Function.Node, use.Call)) || (scope.Form is ScopeForm.Given && told.Contains(use.Call)) || !seen.Add(use.Outermost))
                    continue;
                told.Add(use.Call);
                yield return (scope, use);
            }
        }
    }

    /// <summary>"// on a connection of its own: it must stay when the transaction rolls back"</summary>
    private bool SaysOutside(SyntaxNode node)
    {
        var statement = node;
        while (statement.Parent.Exists && !statement.Parent.Is(SyntaxKind.Block) && !statement.Parent.Is(SyntaxKind.SourceFile))
            statement = statement.Parent;
        var source = project.Bindings.ModuleOf(node.Tree)!.Source;
        var line = source.Lines.LineOf(statement.Span.Start);
        for (var i = node.Tree.Comments.Length - 1; i >= 0; i--)
        {
            var comment = node.Tree.Comments[i].Span;
            var end = source.Lines.LineOf(comment.End - 1);
            if (comment.Start > node.Span.End || end > source.Lines.LineOf(node.Span.End))
                continue;
            // The comment on the line, and those on the lines just above.
            if (end < line - 1)
                return false;
            if (Says(node.Tree, comment))
                return true;
            line = Math.Min(line, source.Lines.LineOf(comment.Start));
        }

        return false;
    }

    private static bool Says(SyntaxTree tree, TextSpan comment)
    {
        var text = Encoding.UTF8.GetString(tree.Text.Span[comment.Start..comment.End]);
        return Outside.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a function could be given a transaction and never is: all that call it leave it out.</summary>
    private bool IsNeverGiven(TransactionScope scope) =>
        scope is { Form: ScopeForm.Given, IsCarried: false, Carriers.Start: { Exists: true } handle } && IsLeftOut(scope.Function, handle, 0);

    private bool IsLeftOut(FunctionModel function, Symbol handle, int depth)
    {
        var (place, member) = ParameterOf(function, handle);
        if (place < 0 || depth > DeepestLeftOut || project.Callers.IsHandedOver(function))
            return false;
        var isCalled = false;
        foreach (var call in project.Callers.CallsTo(function))
        {
            Workers.Step();
            if (IsTest(call))
                continue;
            isCalled = true;
            if (!IsCallWithout(call, place, member, depth))
                return false;
        }

        return isCalled;
    }

    /// <summary>How executions inside a transaction can overlap: calls that leave the handle out lead to none.</summary>
    internal Exposure ExposureOf(TransactionScope scope) => exposures.GetOrAdd(scope, static (asked, self) => self.FindExposure(asked), this);

    private Exposure FindExposure(TransactionScope scope)
    {
        if (scope is not { Form: ScopeForm.Given, IsCarried: false, Carriers.Start: { Exists: true } handle })
            return scope.Function.Exposure;
        var without = new HashSet<SyntaxNode>();
        FindCallsWithout(scope.Function, handle, 0, without);
        return without.Count == 0 ? scope.Function.Exposure : project.Callers.ExposureBut(scope.Function, without);
    }

    /// <summary>The calls on the ways to a function by which it gets no handle: they leave it out, or hand on what they were not given.</summary>
    private void FindCallsWithout(FunctionModel function, Symbol handle, int depth, HashSet<SyntaxNode> without)
    {
        var (place, member) = ParameterOf(function, handle);
        if (place < 0 || depth > DeepestLeftOut)
            return;
        foreach (var call in project.Callers.CallsTo(function))
        {
            Workers.Step();
            if (IsTest(call))
                continue;
            if (IsCallWithout(call, place, member, depth))
                without.Add(call);
            else if (member.Length == 0 && CallArguments.At(call, place).Unwrapped() is { Kind: SyntaxKind.Identifier } handed && project.FunctionAround(call) is { } caller && caller != function && caller.Module.LocalSymbolOf(handed) is { Exists: true } symbol)
                FindCallsWithout(caller, symbol, depth + 1, without);
        }
    }

    /// <summary>Whether a call surely gives no handle at a place; behind a spread nobody knows.</summary>
    private bool IsCallWithout(SyntaxNode call, int place, string member, int depth) => CallArguments.At(call, place) is { Exists: true } given
        ? LeavesOut(given.Unwrapped(), member, depth) : !CallArguments.HasSpread(call);

    /// <summary>"undefined", "{ id }" without the member, and what the caller could have been given itself and never is.</summary>
    private bool LeavesOut(SyntaxNode given, string member, int depth)
    {
        if (given.Is(SyntaxKind.NullKeyword) || given.TextIs("undefined"u8))
            return true;
        if (member.Length > 0)
        {
            if (!given.Is(SyntaxKind.ObjectLiteralExpression) || given.Children.ToArray().Any(part => part.Is(SyntaxKind.SpreadAssignment)))
                return false;
            var part = given.Children.ToArray().FirstOrDefault(part => part.FirstAfterModifiers().Text == member);
            return !part.Exists || (part.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment && LeavesOut(part.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(part).Value.Unwrapped() : part.FirstChild, "", depth));
        }

        return given.Is(SyntaxKind.Identifier) && project.FunctionAround(given) is { } caller && caller.Module.LocalSymbolOf(given) is { Exists: true } symbol && IsLeftOut(caller, symbol, depth + 1);
    }

    /// <summary>The parameter, and the member of it, that a variable is: <c>tx</c>, <c>{ tx }</c>; -1 for none.</summary>
    private static (int Place, string Member) ParameterOf(FunctionModel function, Symbol handle)
    {
        if (FunctionShape.ParameterOf(function, handle) is >= 0 and var place)
            return (place, "");
        return BindingElement.From(handle.Declaration) is { IsRest: false } element && handle.Declaration.Parent.Parent is { Kind: SyntaxKind.Parameter } parameter
            ? (FunctionShape.PlaceOf(parameter, function), (element.PropertyName.Exists ? element.PropertyName : element.Name).Text)
            : (-1, "");
    }

    /// <summary>Whether a call is what runs a function in a transaction.</summary>
    public bool IsOpenedBy(SyntaxNode function, SyntaxNode call) => project.FunctionOf(function) is { } model && In(model).Any(scope => scope.Opener == call);

    private bool IsTest(SyntaxNode node) => project.Bindings.ModuleOf(node.Tree)!.Roles.HasFlag(ModuleRoles.Test);

    private void Add(TransactionScope scope)
    {
        if (!byFunction.TryGetValue(scope.Function, out var scopes))
            byFunction.Add(scope.Function, scopes = []);
        if (scopes.Count >= MostScopes)
            return;
        // What is put where everybody finds it may be found by what does not name it. That the transaction is open is known all the same.
        if (scope.Carriers.IsPublished || walker.IsHandedOn(scope))
        {
            if (scope.Form is ScopeForm.Callback)
                published.Add(scope);
            return;
        }

        scopes.Add(scope);
        pending.Enqueue(scope);
    }

    private void FindCallbacks()
    {
        foreach (var name in LibraryNames<Effect.Transaction>(project))
        {
            foreach (var call in project.Calls.CallsOf(name))
            {
                Workers.Step();
                if (!IsTest(call) && project.Types.CalleeOf(call) is Callee.Unknown && NamesakeOf(call, name) is { Argument.Exists: true } namesake)
                {
                    foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
                    {
                        if (FunctionLike.From(argument.Unwrapped()) is not null)
                            AddCallback(call, argument, namesake.HandleArgument, Cargo.Whole, call, namesake.Argument);
                    }
                }
                else if (!IsTest(call) && project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).OfType<Effect.Transaction>().FirstOrDefault() is { } around)
                {
                    if (IsAmbient(library))
                        AddSurrounded(CallArguments.At(call, around.Function));
                    else
                        AddCallback(call, CallArguments.At(call, around.Function), around.HandleArgument, Cargo.Whole, call);
                }
            }
        }
    }

    /// <summary>"$transaction(prisma, async (tx) => …)" of which nobody knows where it is: it is called as the method that runs a function in a transaction of what it is given.</summary>
    private (SyntaxNode Argument, int HandleArgument) NamesakeOf(SyntaxNode call, Name name)
    {
        if (!call.FirstChild.Is(SyntaxKind.Identifier))
            return default;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            foreach (var type in project.Types.TypeOf(argument).NonNullish().Alternatives)
            {
                if (project.Types.MemberOf(type, name) is { Exists: true } method && project.Effects.Of(method).OfType<Effect.Transaction>().FirstOrDefault() is { } around)
                    return (argument.Unwrapped(), around.HandleArgument);
            }
        }

        return default;
    }

    /// <summary>A function that runs in a transaction which needs no handle, and those that it was given and calls: <c>function wrap(handler) { return (req, res) => sequelize.transaction(() => handler(req, res)); }</c></summary>
    private void AddSurrounded(SyntaxNode given)
    {
        var work = new Queue<SyntaxNode>([given]);
        var taken = new HashSet<Symbol>();
        while (work.TryDequeue(out var next))
        {
            Workers.Step();
            if (!next.Exists)
                continue;
            var bare = next.Unwrapped();
            if (bare.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(bare) is var symbol && symbol.Is(SymbolFlags.Parameter))
            {
                Take(symbol);
                continue;
            }

            if (project.FunctionNamed(bare) is not { Exists: true } function || !surrounded.Add(function))
                continue;
            foreach (var call in walker.CallsIn(function))
            {
                if (call.Is(SyntaxKind.CallExpression) && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } callee && project.Bindings.SymbolOf(callee) is var called && called.Is(SymbolFlags.Parameter))
                    Take(called);
            }
        }

        void Take(Symbol parameter)
        {
            if (!taken.Add(parameter) || project.FunctionOf(FunctionShape.Enclosing(parameter.Declaration.FirstChild)) is not { } taker || FunctionShape.ParameterOf(taker, parameter) is not (>= 0 and var place))
                return;
            foreach (var call in project.Callers.CallsTo(taker))
            {
                if (!IsTest(call))
                    work.Enqueue(CallArguments.At(call, place));
            }
        }
    }

    /// <summary>Whether the program's transactions of a library are known to all that runs inside them.</summary>
    private bool IsAmbient(Callee.Library library) => project.Effects.Of(library.Signature).OfType<Effect.Ambient>().Any() || IsAmbient(library.Signature.Tree);

    private bool IsAmbient(SyntaxTree tree)
    {
        if (ambient.TryGetValue(tree, out var isAmbient))
            return isAmbient;
        var module = project.Bindings.ModuleOf(tree)!;
        for (var index = 0; index < module.SymbolCount && !isAmbient; index++)
            isAmbient = module.SymbolAt(index) is var symbol && symbol.Is(SymbolFlags.Method | SymbolFlags.Function) && project.Effects.Of(symbol).OfType<Effect.Ambient>().Any() && project.Calls.CallsOf(symbol.Name).Any(call => project.Types.CalleeOf(call) is Callee.Library { Signature: var called } && called.Tree == module.Tree);
        ambient.Add(tree, isAmbient);
        return isAmbient;
    }

    /// <param name="opener">The call that is given the function.</param>
    /// <param name="function">What it is given.</param>
    /// <param name="argument">Which argument of the function is the handle, or holds it.</param>
    /// <param name="cargo">What of that is the handle.</param>
    /// <param name="begin">The library's call.</param>
    /// <param name="openedOn">What it is begun on, where the call does not say so.</param>
    private void AddCallback(SyntaxNode opener, SyntaxNode function, int argument, Cargo cargo, SyntaxNode begin, SyntaxNode openedOn = default)
    {
        if (!function.Exists)
            return;
        var bare = function.Unwrapped();
        if (bare.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(bare) is var symbol && symbol.Is(SymbolFlags.Parameter))
        {
            AddWrapper(symbol, argument, cargo, begin);
            return;
        }

        if (project.FunctionNamed(bare) is not { Exists: true } node || project.FunctionOf(node) is not { } model)
            return;
        if (FunctionLike.From(node)!.Value.Parameters[argument] is not { Exists: true } parameter)
        {
            if (node == bare && opener == begin)
                unheld.Add((opener, model));
            return;
        }

        var handles = Bound(model.Module, new Parameter(parameter).Name, cargo).ToList();
        if (handles.Count == 0 || In(model).Any(scope => scope.Opener == opener))
            return;
        foreach (var (handle, _) in handles)
            names.Add(handle.Name);
        Add(new(model, ScopeForm.Callback, opener, handles[0].Symbol.Name + (cargo.Members is [var member, ..] && handles[0].Cargo == cargo ? $".{member}" : ""), Carriers.Of(model, handles)) { Begin = begin, OpenedOn = openedOn });
    }

    /// <summary>"function inTransaction(work) { … await work(tx) … }": what its callers give it runs in the transaction.</summary>
    private void AddWrapper(Symbol parameter, int argument, Cargo cargo, SyntaxNode begin)
    {
        if (project.FunctionOf(FunctionShape.Enclosing(parameter.Declaration.FirstChild)) is not { } taker || FunctionShape.ParameterOf(taker, parameter) is not (>= 0 and var place) || !wrappers.Add((taker.Node, place)))
            return;
        foreach (var call in project.Callers.CallsTo(taker))
        {
            if (!IsTest(call))
                AddCallback(call, CallArguments.At(call, place), argument, cargo, begin);
        }
    }

    private void FollowWrappers(TransactionScope scope)
    {
        foreach (var call in walker.CallsIn(scope.Function.Node))
        {
            if (!call.Is(SyntaxKind.CallExpression) || !scope.Holds(call) || call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.Identifier } callee || project.Bindings.SymbolOf(callee) is not { Exists: true } symbol || !symbol.Is(SymbolFlags.Parameter))
                continue;
            var place = 0;
            foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
            {
                if (scope.Carriers.CargoOf(argument) is { Carries: true } cargo)
                {
                    AddWrapper(symbol, place, cargo, scope.Begin);
                    break;
                }

                place++;
            }
        }
    }

    private static IEnumerable<(Symbol Symbol, Cargo Cargo)> Bound(Module module, SyntaxNode name, Cargo cargo)
    {
        if (name.Is(SyntaxKind.Identifier))
            return module.LocalSymbolOf(name) is { Exists: true } symbol ? [(symbol, cargo)] : [];
        var found = new List<(Symbol, Cargo)>();
        foreach (var child in name.Children)
        {
            if (BindingElement.From(child) is { IsRest: false } element && cargo.Member((element.PropertyName.Exists ? element.PropertyName : element.Name).Text) is { Carries: true } member)
                found.AddRange(Bound(module, element.Name, member));
        }

        return found;
    }

    /// <summary>BEGIN on a connection; a transaction that a library begins on a variable, or gives into one, and that the same function ends.</summary>
    private void FindSections()
    {
        foreach (var function in project.DatabaseCalls.Users.Where(function => !function.Module.Roles.HasFlag(ModuleRoles.Test)))
        {
            foreach (var begin in function.DatabaseCalls.Where(call => call.Begins && !call.Ends && !call.Handle.IsPool && call.Handle.Variable.Exists && call.Handle.Variable.Scope.Function.Node == function.Node))
                AddSection(function, begin.Call, begin.Handle.Variable, [.. function.DatabaseCalls.Where(call => call.Ends && call.Handle.IsSameConnectionAs(begin.Handle)).Select(call => call.Call)]);
            foreach (var acquire in function.DatabaseCalls.Where(call => call.Action is DatabaseAction.Acquire))
            {
                if (ConnectionLife.TakenBy(acquire.Call, function.Module) is { Exists: true } variable)
                    AddSection(function, acquire.Call, variable, [.. function.DatabaseCalls.Where(call => call.GivesBack is not GivesBack.No && call.Handle.Variable == variable).Select(call => call.Call)], ScopeForm.Held);
            }
        }

        foreach (var (call, context) in Contexts.Begins)
            AddContext(call, context);

        foreach (var name in LibraryNames<Effect.Begins>(project))
        {
            foreach (var call in project.Calls.CallsOf(name))
            {
                Workers.Step();
                if (IsTest(call) || project.Types.CalleeOf(call) is not Callee.Library library || !project.Effects.Of(library.Signature).OfType<Effect.Begins>().Any() || IsAmbient(library) || project.FunctionAround(call) is not { } function)
                    continue;
                var handle = ConnectionLife.TakenBy(call, function.Module);
                if (!handle.Exists && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } receiver)
                    handle = function.Module.LocalSymbolOf(receiver);
                if (!handle.Exists || handle.IsModuleLevel)
                    continue;
                AddSection(function, call, handle, [.. handle.References.Select(reference => reference.Wrapped().Parent).Where(access => access.Is(SyntaxKind.PropertyAccessExpression) && access.Parent.Is(SyntaxKind.CallExpression) && Ends(access.Parent)).Select(access => access.Parent)]);
            }
        }
    }

    /// <summary>Whether a call ends a transaction, by what the library says of it.</summary>
    internal bool Ends(SyntaxNode call) => project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Commits or Effect.RollsBack);

    /// <summary>"const shouldCommit = await initTransaction(req)": from here on the request carries a transaction.</summary>
    private void AddContext(SyntaxNode begin, SyntaxNode context)
    {
        if (project.FunctionAround(begin) is not { } function || ValuePath.Of(context, "", project.Bindings) is not { } path)
            return;
        var (at, members) = (context.Unwrapped(), "");
        while (at.Is(SyntaxKind.PropertyAccessExpression))
        {
            members = at.ChildAt(1).Text + (members.Length > 0 ? "." : "") + members;
            at = at.FirstChild.Unwrapped();
        }

        if (!at.Is(SyntaxKind.Identifier) || function.Module.LocalSymbolOf(at) is not { Exists: true, IsModuleLevel: false } handle)
            return;
        var start = new List<(Symbol, Cargo)> { (handle, members.Length == 0 ? Cargo.Context : new Cargo(false, [members], false) { HoldsContext = true }) };
        if (members.Length == 0 && HolderOf(function.Module, handle) is { Symbol.Exists: true } holder)
            start.Add((holder.Symbol, new(false, [holder.Path], false) { HoldsContext = true }));
        AddSection(function, begin, start, context.Text, [.. Contexts.EndsIn(function).Where(end => end.Context == path).Select(end => end.Call)], ScopeForm.Section, isCarried: true);
    }

    private void AddSection(FunctionModel function, SyntaxNode begin, Symbol handle, ImmutableArray<SyntaxNode> ends, ScopeForm form = ScopeForm.Section)
    {
        if (form is ScopeForm.Section)
            names.Add(handle.Name);
        AddSection(function, begin, [(handle, Cargo.Whole)], handle.Name.ToString(), ends, form, isCarried: false);
    }

    private void AddSection(FunctionModel function, SyntaxNode begin, IReadOnlyCollection<(Symbol, Cargo)> start, string handle, ImmutableArray<SyntaxNode> ends, ScopeForm form, bool isCarried)
    {
        if (In(function).Count < MostScopes && !In(function).Any(scope => scope.Opener == begin) && SectionOf(function, begin, start, handle, ends, form, isCarried) is { } section)
            Add(section);
    }

    private static TransactionScope? SectionOf(FunctionModel function, SyntaxNode begin, IReadOnlyCollection<(Symbol, Cargo)> start, string handle, ImmutableArray<SyntaxNode> ends, ScopeForm form, bool isCarried, bool isPresumed = false)
    {
        if (ends.IsEmpty || function.Flow is not { } graph || graph.PointsOf(begin) is not { Count: > 0 } points)
            return null;
        var last = ends.Select(ConnectionLife.EffectNode).Concat(ends).ToHashSet();
        // "if (shouldCommit) await commit(req)": behind it nobody counts on the transaction.
        if (isCarried)
            last.UnionWith(ends.SelectMany(ConditionsOf));
        return new(function, form, begin, handle, Carriers.Of(function, start), WhileOpen(function, graph, points[0], last)) { Begin = begin, IsCarried = isCarried, IsPresumed = isPresumed };
    }

    /// <summary>The conditions under which alone a node is evaluated.</summary>
    private static IEnumerable<SyntaxNode> ConditionsOf(SyntaxNode node)
    {
        for (var at = node; at.Parent.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Parent.Is(SyntaxKind.IfStatement) && at.Parent.ChildAt(1) == at && !at.Parent.ChildAt(2).Exists)
            {
                foreach (var part in at.Parent.FirstChild.DescendantsAndSelf)
                    yield return part;
            }
        }
    }

    /// <summary>The call of a function's own body at which a node of a function within it is evaluated.</summary>
    private static SyntaxNode InOwn(SyntaxNode node, SyntaxNode function)
    {
        for (var around = FunctionShape.Enclosing(node); around.Exists && around != function; around = FunctionShape.Enclosing(node))
            node = Callers.Argument(around) is { Call.Exists: true } given ? given.Call : around;
        return node;
    }

    /// <summary>Variables of a handle's type, under a name that handles have in this program or its libraries.</summary>
    private void FindGiven()
    {
        foreach (var name in HandleNames)
            names.Add(Name.Of(name));
        carried.UnionWith(project.Effects.SymbolsWith<Effect.Carries>(SymbolFlags.Member).Select(member => member.Name));
        names.UnionWith(carried);
        var ordered = names.OrderBy(name => name.ToString(), StringComparer.Ordinal).ToList();
        foreach (var module in project.Bindings.Modules)
        {
            if (module.Roles.HasFlag(ModuleRoles.Test))
                continue;
            var here = ordered.Where(name => module.Source.Bytes.Span.IndexOf(name.Bytes) >= 0).ToHashSet();
            for (var index = 0; here.Count > 0 && index < module.SymbolCount; index++)
            {
                Workers.Step();
                if (module.SymbolAt(index) is { IsModuleLevel: false } symbol && here.Contains(symbol.Name) && symbol.Is(SymbolFlags.Parameter | SymbolFlags.Variable) && (!symbol.References.IsEmpty || symbol.Declaration.Is(SyntaxKind.Parameter)))
                    AddGiven(module, symbol);
            }
        }
    }

    private void AddGiven(Module module, Symbol handle)
    {
        var around = handle.Scope.Function.Node;
        if (project.FunctionOf(around) is not { } function || function.Node.Is(SyntaxKind.SourceFile) || IsKnown(function, handle))
            return;
        // "(id, trx?: Transaction) => load(deps, id)": who takes it and never mentions it leaves it out of everything.
        if (handle.References.IsEmpty)
        {
            if (!IsCarried(handle) && IsTransaction(new Parameter(handle.Declaration).Name))
                Add(new(function, ScopeForm.Given, handle.Declaration, handle.Name.ToString(), Carriers.Of(function, [(handle, Cargo.Whole)])));
            return;
        }

        if (IsCarried(handle))
        {
            Add(new(function, ScopeForm.Given, handle.Declaration, handle.Name.ToString(), Carriers.Of(function, [(handle, Cargo.Context)])) { IsCarried = true });
            return;
        }

        if (!IsTransaction(handle.References[0]) && !IsTransactionByUse(handle))
            return;
        var start = new List<(Symbol, Cargo)> { (handle, Cargo.Whole) };
        // "const { transaction } = ctx.state": who is given the context is given the transaction.
        if (HolderOf(module, handle) is { Symbol.Exists: true } holder)
            start.Add((holder.Symbol, new(false, [holder.Path], false)));
        Add(new(function, ScopeForm.Given, handle.Declaration, handle.Name.ToString(), Carriers.Of(function, start), HoldsOf(function, handle)) { IsPresumed = !IsTransaction(handle.References[0]) });
    }

    /// <summary>"const tx = await this.newTx();": what comes before is outside, and so is what comes after its end. Null where the handle is there from the beginning.</summary>
    private Func<SyntaxNode, bool>? HoldsOf(FunctionModel function, Symbol handle)
    {
        if (!handle.Declaration.Is(SyntaxKind.VariableDeclaration) || !handle.Declaration.FirstChild.Is(SyntaxKind.Identifier))
            return null;
        var begin = handle.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        if (begin.Is(SyntaxKind.AwaitExpression))
            begin = begin.FirstChild.Unwrapped();
        if (!begin.Is(SyntaxKind.CallExpression) || function.Flow is not { } graph || graph.PointsOf(begin) is not { Count: > 0 } points)
            return null;
        ImmutableArray<SyntaxNode> ends = [.. handle.References.Select(reference => reference.Wrapped().Parent).Where(access => access.Is(SyntaxKind.PropertyAccessExpression) && access.Parent.Is(SyntaxKind.CallExpression) && Ends(access.Parent)).Select(access => access.Parent)];
        return WhileOpen(function, graph, points[0], ends.Select(ConnectionLife.EffectNode).Concat(ends).ToHashSet());
    }

    private static Func<SyntaxNode, bool> WhileOpen(FunctionModel function, FlowGraph graph, int begin, HashSet<SyntaxNode> last)
    {
        var open = graph.ReachableFrom(begin, point => last.Contains(graph.Points[point].Node), exceptions: false);
        // "if (!given) await begin(client); … if (!given) await commit(client);": who has begun it ends it.
        var sure = new Lazy<bool[]>(() => ConditionsOf(graph.Points[begin].Node).Any() && last.Any(end => ConditionsOf(end).Any()) ? WhileSurelyOpen(function, graph, begin, last) : open);
        return node => !last.Contains(node) && graph.PointsOf(InOwn(node, function.Node)).Any(point => open[point] && sure.Value[point]);
    }

    /// <summary>The points that a path reaches between the begin and the end on which no condition is taken both ways.</summary>
    private static bool[] WhileSurelyOpen(FunctionModel function, FlowGraph graph, int begin, HashSet<SyntaxNode> last)
    {
        var open = new bool[graph.Points.Length];
        var walk = Exploration<bool>.Run(graph, PathConditions.Of(graph, function.Module.LocalSymbolOf), 0, false, (at, edge, isOpen) =>
        {
            if (edge.Kind is EdgeKind.Throws)
                return null;
            var after = at == begin || (isOpen && !last.Contains(graph.Points[at].Node));
            open[edge.Target] |= after;
            return after;
        });
        if (!walk.IsComplete)
            Array.Fill(open, true);
        return open;
    }

    /// <summary>"const { transaction } = ctx.state" of which nobody knows the type: it stands among the arguments of a statement, as its handle or with a constant that handles have (<c>transaction.LOCK.UPDATE</c>).</summary>
    private bool IsTransactionByUse(Symbol handle) =>
        BindingElement.From(handle.Declaration) is not null && project.Types.TypeOf(handle.References[0]).IsUnknown && handle.References.Any(reference => reference != handle.Declaration && (IsOption(reference, handle) || IsConstantOf(reference)) && IsInStatement(reference));

    /// <summary>Whether the nearest call around a node sends a statement, also one of which not even the table is known.</summary>
    private bool IsInStatement(SyntaxNode node)
    {
        for (var at = node.Parent; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Is(SyntaxKind.CallExpression))
                return project.DatabaseCallAt(at) is not null || (project.Types.CalleeOf(at) is Callee.Library library && project.Resources.Sends(at, library));
        }

        return false;
    }

    /// <summary><c>{ transaction }</c>, <c>{ transaction: trx }</c></summary>
    private static bool IsOption(SyntaxNode reference, Symbol handle) =>
        reference.Parent.Kind is SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.PropertyAssignment && reference.Parent.FirstChild.Text == "transaction" && handle.Name.ToString() is "transaction" or "trx" or "tx" or "t";

    /// <summary><c>transaction.LOCK</c></summary>
    private static bool IsConstantOf(SyntaxNode reference) =>
        reference.Parent is { Kind: SyntaxKind.PropertyAccessExpression } access && access.FirstChild == reference && access.ChildAt(1).Text.All(char.IsAsciiLetterUpper);

    /// <summary>"({ req }) => …" of a hook: whoever calls it gives it a request with an open transaction.</summary>
    private bool IsCarried(Symbol handle) =>
        carried.Contains(handle.Name) && BindingElement.From(handle.Declaration) is { IsRest: false, PropertyName.Exists: false } && handle.Declaration.Parent.Parent is { Kind: SyntaxKind.Parameter } parameter
        && project.Types.MemberOf(project.Types.TypeOf(parameter), handle.Name) is { Exists: true } member && project.Effects.Of(member).OfType<Effect.Carries>().Any();

    private bool IsKnown(FunctionModel function, Symbol handle)
    {
        for (var at = function; at is not null; at = at.Enclosing)
        {
            if (In(at).Any(scope => scope.Carriers.Holds(handle)))
                return true;
        }

        return false;
    }

    /// <summary>Whether an expression is a transaction's handle and nothing else, by its type.</summary>
    internal bool IsTransaction(SyntaxNode expression)
    {
        var type = project.Types.TypeOf(expression).NonNullish();
        return !type.IsUnknown && type.Alternatives.All(one => one is LightType.Instance { Symbol: var symbol } && !IsAmbient(symbol.Module.Tree) && project.EffectsOf(one).Any(effect => effect is Effect.Handle { Kind: HandleKind.Transaction }));
    }

    private static (Symbol Symbol, string Path) HolderOf(Module module, Symbol handle)
    {
        var at = handle.Declaration;
        var path = "";
        while (BindingElement.From(at) is { IsRest: false } element && at.Parent.Is(SyntaxKind.ObjectBindingPattern))
        {
            path = (element.PropertyName.Exists ? element.PropertyName : element.Name).Text + (path.Length > 0 ? "." : "") + path;
            at = at.Parent.Parent;
        }

        if (!at.Is(SyntaxKind.VariableDeclaration))
            return default;
        var value = at.Child(SyntaxKind.Initializer).FirstChild.Unwrapped();
        while (value.Is(SyntaxKind.PropertyAccessExpression))
        {
            path = value.ChildAt(1).Text + (path.Length > 0 ? "." : "") + path;
            value = value.FirstChild.Unwrapped();
        }

        return path.Length > 0 && value.Is(SyntaxKind.Identifier) ? (module.LocalSymbolOf(value), path) : default;
    }

    /// <summary>The names of the libraries' functions that have such an effect, in order.</summary>
    internal static IEnumerable<Name> LibraryNames<TEffect>(ProjectModel project)
        where TEffect : Effect => project.Effects.SymbolsWith<TEffect>(SymbolFlags.Method | SymbolFlags.Function).Select(symbol => symbol.Name).Distinct().OrderBy(name => name.ToString(), StringComparer.Ordinal);
}
