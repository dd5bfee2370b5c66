using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Walks from functions to those who call them, up to what starts it all.
/// On demand and from names: only functions in which a rule has a candidate are ever asked about.
/// </summary>
internal sealed class Callers
{
    private const int LongestChain = 12;
    private const int MostFunctions = 400;

    /// <summary>What is called from more places than these is looked at no further for its starts.</summary>
    private const int MostUses = 4000;

    /// <summary>A handler wrapped in a wrapper wrapped in … beyond this it is not followed to its registration.</summary>
    private const int MostWrappers = 5;

    /// <summary>Of so many calls of a function one is in a file of routes, or none is.</summary>
    private const int MostMakings = 60;

    private readonly ProjectModel project;
    private readonly ConcurrentDictionary<FunctionModel, Exposure> known = new();
    private readonly ConcurrentDictionary<FunctionModel, (Exposure Exposure, SyntaxNode Handler)> uncaught = new();
    private readonly ConcurrentDictionary<FunctionModel, Exposure> seenOnly = new();
    private readonly ConcurrentDictionary<FunctionModel, Uses> uses = new();
    private readonly ConcurrentDictionary<Module, bool> taken = new();
    private readonly ConcurrentDictionary<Module, bool> forTests = new();
    private readonly ConcurrentDictionary<Name, Lazy<Named>> byName = new();

    private readonly ConcurrentDictionary<SyntaxNode, bool> routers = new();
    private readonly ConcurrentDictionary<SyntaxNode, List<Use>?> handings = new();
    private readonly ConcurrentDictionary<SyntaxNode, List<Use>?> madeUses = new();
    private readonly FunctionMakers makers;
    private readonly Registries registries;

    private readonly FileRoots fileRoots;
    private readonly Lazy<ILookup<SyntaxNode, Symbol>> importsOfValues;

    public Callers(ProjectModel project) => (this.project, makers, registries, fileRoots, importsOfValues) = (project, new(project), new(project), new(project.Bindings.Modules), new(() => ImportsOfValues(project)));

    /// <summary>The strongest way in which the function's executions can overlap, by the shortest chain of calls.</summary>
    public Exposure ExposureOf(FunctionModel function) => known.GetOrAdd(function, Find);

    /// <summary>The same by ways on which no caller catches what the function throws; of kind None when there are none.</summary>
    public Exposure UncaughtExposureOf(FunctionModel function) => uncaught.GetOrAdd(function, FindUncaught).Exposure;

    /// <summary>How the function's executions can overlap by the callers that are seen: that it is exported, and others may call it, too, says nothing where the program does.</summary>
    public Exposure SeenExposureOf(FunctionModel function) => seenOnly.GetOrAdd(function, asked => Find(asked, static _ => false, isSeen: true));

    /// <summary>How the function's executions can overlap that begin by other calls than these.</summary>
    public Exposure ExposureBut(FunctionModel function, IReadOnlySet<SyntaxNode> calls) => Find(function, use => use.IsCall && calls.Contains(use.Node));

    /// <summary>The handler that takes what the function throws, when on every way up one does: the nearest of them; none when on some way nothing does.</summary>
    public SyntaxNode HandlerAbove(FunctionModel function) =>
        uncaught.GetOrAdd(function, FindUncaught) is { Exposure.Kind: StartKind.None, Handler: var handler } ? handler : default;

    private Exposure Find(FunctionModel function) => Find(function, null);

    private (Exposure, SyntaxNode) FindUncaught(FunctionModel function)
    {
        SyntaxNode first = default;
        var exposure = Find(function, use =>
        {
            var handler = project.FunctionAround(use.Node) is { } caller && Throwing.HandlerAround(use.Node, caller.Node, project) is { Exists: true } found ? found : default;
            if (!first.Exists)
                first = handler;
            return handler.Exists;
        });
        return (exposure, first);
    }

    /// <param name="function">The function that is asked about.</param>
    /// <param name="isClosed">Ways that do not count; null when all do.</param>
    /// <param name="isSeen">Whether a function that is given to somebody counts as called by him, whenever he likes, and not as run where it is written.</param>
    private Exposure Find(FunctionModel function, Func<Use, bool>? isClosed, bool isSeen = false)
    {
        var best = new Exposure(StartKind.None, function.PlaceOf(function.Node), "", []);
        // A way on which a registry is asked by a key that is still open ends where another key is given, and another way through the same functions may not.
        var seen = new HashSet<(FunctionModel Caller, SyntaxNode Asked)> { (function, default) };
        var queue = new Queue<Caller>([new(function, [], default)]);
        var left = MostUses;
        // What nobody names was left out, and what may lead to it is handed about as a value: then nobody knows.
        Caller? leftOut = null;
        var isHandedAbout = false;
        // Who asks a registry for it is seen, and so far they asked for others: a stranger is not who calls it.
        var isElsewhere = false;
        while (queue.TryDequeue(out var at))
        {
            // What serves tests only, as a folder "testing" does, starts nothing of what others use.
            if (at.Function.Module.Roles.HasFlag(ModuleRoles.Test) || (at.Function.Module != function.Module && forTests.GetOrAdd(at.Function.Module, Reaches.LiesWithTests)))
                continue;
            if (at.Function.Node.Is(SyntaxKind.SourceFile))
            {
                Offer(Exposed(StartKind.Start, at.Function.Node.FirstChild, at.Calls) with { GoesOn = at.Calls.Any(call => WorkerLoops.IsInEndlessLoop(project, call)) });
                continue;
            }

            var isGuessed = false;
            foreach (var use in UsesOfMade(at) ?? UsesOf(at.Function).All)
            {
                if (left-- <= 0)
                    break;
                Workers.Step();
                if (use.IsCall && project.DeadCode.Has(use.Node))
                    continue;
                // The made function runs what its own maker was given, and no other's.
                if (at.Given.Exists && ((use.IsCall && IsOfAnother(at.Given, use.Node)) || (use.Made.Exists && !makers.MayCome(use.Made, at.Given))))
                    continue;
                if (use.IsCall && IsBeyondItsHolder(at.Given.Exists ? at.Given : at.Function.Node, use.Node))
                    continue;
                // Nobody knows whether the call means this function: somebody may, and that is all.
                if (use.IsGuess)
                {
                    isGuessed |= !IsNeverMade(at.Function);
                    continue;
                }

                if (use.Root is null or StartKind.Siblings && isClosed?.Invoke(use) == true)
                    continue;

                if (use.Root is { } kind)
                {
                    Offer(Exposed(kind, use.Node, at.Calls) with { HasOwnObjects = kind is StartKind.Siblings && IsOnElement(at.Calls) });
                    // Who else shares the object of one element?
                    if (best is { IsConcurrent: true, HasOwnObjects: false })
                        return best;
                    continue;
                }

                if (isSeen && !use.IsCall && !RunsThere(use.Node, at.Function.Node))
                {
                    Offer(Exposed(StartKind.Api, at.Function.Node, at.Calls));
                    continue;
                }

                if (use.IsCall && registries.IsOfAnother(use.Node, at.Calls, function.Node))
                {
                    isElsewhere = true;
                    continue;
                }

                if (at.Calls.Count < LongestChain && seen.Count < MostFunctions && project.FunctionAround(use.Node) is { } caller && Registries.LastAsked(use.Node, at.Calls) is var asked && !seen.Contains((caller, asked)) && !IsExampleOf(caller.Module, at.Function.Module)
                    // "clients ?? (await connect())" of a caller that hands its clients over.
                    && !(use.IsCall && !at.Calls.IsEmpty && project.GivenArguments.IsRuledOut(use.Node, at.Calls[0])) && seen.Add((caller, asked)))
                    queue.Enqueue(new(caller, use.IsCall ? at.Calls.Insert(0, use.Node) : at.Calls, GivenTo(caller, at)));
            }

            // Where it matters who catches, those who call an exported function in the program show how it is called.
            // A hook that the framework calls once is nobody else's to call.
            if ((isGuessed || (IsExported(at.Function) && !UsesOf(at.Function).Starts.Any(use => use.Root is StartKind.Start))) && (isClosed is null || !UsesOf(at.Function).All.Any(use => use.IsCall)))
            {
                if (isGuessed || !IsUnnamed(at.Function))
                    Offer(Exposed(StartKind.Api, at.Function.Node, at.Calls));
                else
                    leftOut ??= at;
            }

            isHandedAbout |= Declaration(at.Function.Node) is not { Exists: true } declaration || declaration.Parent.Is(SyntaxKind.ObjectLiteralExpression);
        }

        if (best.Kind is StartKind.None && isHandedAbout && leftOut is { } open)
            Offer(Exposed(StartKind.Api, open.Function.Node, open.Calls));

        return isElsewhere && best.Kind is StartKind.Api ? new Exposure(StartKind.None, function.PlaceOf(function.Node), "", []) : best;

        void Offer(Exposure found)
        {
            if (found.Kind < best.Kind || (found.Kind == best.Kind && found.GoesOn && !best.GoesOn))
                best = found;
        }
    }

    /// <summary>Whether a function that no call names is run where it stands: it is called there, or given to what a library does with it at once.</summary>
    private bool RunsThere(SyntaxNode use, SyntaxNode function) =>
        use == function
            ? function.Wrapped() is var whole && whole.Parent.Is(SyntaxKind.CallExpression) && whole.Parent.FirstChild == whole
            : project.Types.CalleeOf(use) is Callee.Library;

    /// <summary>What a function of a maker's runs of what the maker was given: known while the way up stays in the maker's file.</summary>
    private static SyntaxNode GivenTo(FunctionModel caller, Caller called)
    {
        if (called.Given.Exists && caller.Node.Tree == called.Function.Node.Tree)
            return called.Given;
        return caller.Node.Tree == called.Function.Node.Tree && caller.Node.Span.Contains(called.Function.Node.Span) ? default
            : Argument(called.Function.Node).Call.Exists || OptionOf(called.Function.Node).Call.Exists ? called.Function.Node : default;
    }

    /// <summary>A function on the way up, and the calls that lead from it to the one that is asked about.</summary>
    /// <param name="Given">The function of which it runs what its maker was given; none when it was made by nobody.</param>
    private sealed record Caller(FunctionModel Function, ImmutableList<SyntaxNode> Calls, SyntaxNode Given);

    /// <summary>
    /// Whether a file is an example of how to use another, by the folder it lies in: what it does with a library is no reach of the library.
    /// </summary>
    private static bool IsExampleOf(Module caller, Module called)
    {
        if (caller == called)
            return false;
        var start = 0;
        for (var end = caller.Path.IndexOf('/'); end >= 0; (start, end) = (end + 1, caller.Path.IndexOf('/', end + 1)))
        {
            if (caller.Path[start..end] is "example" or "examples" or "template" or "templates" or "sample" or "samples" or "demo" or "demos" or "playground" or "playgrounds"
                && !called.Path.StartsWith(caller.Path[..(end + 1)], StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>"consumer.start()" where the element is called so, or where the object is made for it.</summary>
    private bool IsOnElement(ImmutableList<SyntaxNode> calls)
    {
        if (calls.FirstOrDefault() is not { Kind: SyntaxKind.CallExpression } call || call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee)
            return false;
        var receiver = callee.FirstChild.Unwrapped();
        if (receiver.Is(SyntaxKind.NewExpression))
            return true;
        var module = project.Bindings.ModuleOf(call.Tree)!;
        if (!receiver.Is(SyntaxKind.Identifier) || module.LocalSymbolOf(receiver) is not { Exists: true } variable || variable.Scope.Function.Index != module.ScopeAround(call).Function.Index)
            return false;
        return variable.Declaration.Is(SyntaxKind.Parameter) || variable.Declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } value && value.Unwrapped().Is(SyntaxKind.NewExpression);
    }

    /// <summary>The functions of the program that a function is handed to as an argument, where it is written.</summary>
    public IEnumerable<FunctionModel> TakersOf(FunctionModel function) =>
        Argument(function.Node) is { Call.Exists: true } given && project.Types.CalleeOf(given.Call) is Callee.InProgram program
            ? program.Functions.Select(project.FunctionOf).OfType<FunctionModel>()
            : [];

    private Exposure Exposed(StartKind kind, SyntaxNode start, ImmutableList<SyntaxNode> calls)
    {
        var steps = calls.Select(call => new CallStep(project.PlaceOf(call), CodeLine.EndOf(call.FirstChild.Text)));
        if (start.Kind is not (SyntaxKind.CallExpression or SyntaxKind.NewExpression))
        {
            var name = FunctionLike.From(start)?.Name ?? default;
            return new(kind, project.PlaceOf(name.Exists ? name : start.FirstChild.Exists ? start.FirstChild : start), kind is not StartKind.Api ? "" : start.Is(SyntaxKind.PropertyAssignment) ? CodeLine.EndOf(start.FirstChild.Text) : FunctionName.Of(start), [.. steps]);
        }

        var first = start.Child(SyntaxKind.ArgumentList).FirstChild;
        var text = CodeLine.EndOf(start.FirstChild.Text) + (first.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral ? $"({CodeLine.EndOf(first.Text)})" : "");
        return new(kind, project.PlaceOf(start.FirstChild), text, [.. steps]) { IsOneAtATime = kind is StartKind.Job && JobsAtOnce(start) is 1 };
    }

    /// <summary>How many jobs a queue's worker runs at once, by the options that it is made with; null when nobody says.</summary>
    private double? JobsAtOnce(SyntaxNode start)
    {
        if (project.Types.CalleeOf(start) is not Callee.Library library)
            return null;
        if (CallOptions.Of(project, start, library.Member, library.Signature).All.FirstOrDefault(option => option.Effects.OfType<Effect.LimitsJobs>().Any()) is { } given)
            return project.Constants.NumberOf(given.Option.Value);
        return CallOptions.TypesOf(project, library.Member, library.Signature).SelectMany(CallOptions.Members).SelectMany(member => project.Effects.Of(member)).OfType<Effect.LimitsJobs>().FirstOrDefault()?.Default;
    }

    /// <summary>Whether a framework finds a file by its place, and calls what it exports for each request.</summary>
    public bool Answers(Module module) => fileRoots.Answers(module);

    /// <summary>The calls of a function, by file and position.</summary>
    public IEnumerable<SyntaxNode> CallsTo(FunctionModel function) => UsesOf(function).All.Where(use => use.IsCall).Select(use => use.Node);

    /// <summary>The calls of a function that a function of the program was given and keeps for those that it makes; none when it may be called elsewhere, too.</summary>
    public ImmutableArray<SyntaxNode> CallsOfKept(FunctionModel function) =>
        Argument(function.Node) is { Call.Exists: true } given && FunctionShape.Enclosing(given.Call).Is(SyntaxKind.SourceFile) && makers.KeptBy(given.Call, given.Place) is { IsStored: false, Handed.IsEmpty: true } kept ? kept.Calls : [];

    /// <summary>Whether something else may call it than what calls it by its name: it is registered, or given to somebody.</summary>
    public bool IsHandedOver(FunctionModel function) => UsesOf(function) is var found && (!found.Starts.IsEmpty || !found.Handed.IsEmpty);

    private Uses UsesOf(FunctionModel function) => uses.GetOrAdd(function, FindUses);

    private Uses FindUses(FunctionModel function)
    {
        var node = function.Node;
        if (Argument(node) is var (call, place) && call.Exists)
            return Registered(call, place) is { } registered ? new([registered]) : KeptUses(node, call, place) ?? new([new(call, null, false)]);
        if (OptionOf(node) is { Call.Exists: true } option && Registered(option.Call, option.Place, option.Name) is { } started)
            return new([started]);

        // A function that nothing names runs when the code around it does, as far as we can tell.
        var declaration = Declaration(node);
        if (!declaration.Exists)
            return function.Module.Exports.HasValue(node.Wrapped()) ? OfExportedValue(function) : ResultUses(node) ?? new([new(node, null, false)]);

        var starts = ImmutableArray.CreateBuilder<Use>();
        foreach (var decorator in declaration.Children)
        {
            if (decorator.Is(SyntaxKind.Decorator) && decorator.FirstChild.Is(SyntaxKind.CallExpression) && project.Roots.KindAt(decorator.FirstChild, -1) is { } kind)
                starts.Add(new(decorator.FirstChild, kind, false));
        }

        if (OptionOf(node) is { Call: { Exists: true } made } && HandingsOf(made) is { } handings)
            starts.AddRange(handings);

        if (fileRoots.StartsRequests(function.Module, declaration) || FileRoots.IsServerFunction(node) || GraphResolvers.Has(project, function.Module, node))
            starts.Add(new(node, StartKind.Request, false));
        else if (declaration.Parent.Is(SyntaxKind.ObjectLiteralExpression) && FileRoots.KindOfMember(function.Module, declaration.Parent, declaration.FirstAfterModifiers().Text) is { } member)
            starts.Add(new(node, member, false));
        else if (declaration.Is(SyntaxKind.MethodDeclaration) && declaration.Parent.Is(SyntaxKind.ClassBody) && ContractOf(declaration, function.Module) is { } contract)
            starts.Add(new(node, contract, false));

        var name = NameOf(declaration, function.Module);
        if (!name.Exists)
            return new(starts.ToImmutable());

        var named = byName.GetOrAdd(name, spelled => new(() => Resolve(spelled))).Value;
        var handed = named.Handed(node).Concat(declaration == node ? [] : named.Handed(declaration)).OrderBy(place => place.Order).SelectMany(place => MadeOf(place.Call, place.Argument) ?? [Taken(place.Call, place.Argument)]);
        return new(starts.ToImmutable())
        {
            Calls = named.Calls(node),
            // Shared by all methods of the name, so that many of one name do not make a list each.
            MaybeCalls = node.Is(SyntaxKind.MethodDeclaration) || declaration.Is(SyntaxKind.PropertyAssignment) ? named.CallsOfMethods : [],
            // Of a function that is a member's value only what has the whole shape counts: names of options are everywhere.
            IsMeant = call => node.Is(SyntaxKind.MethodDeclaration) ? IsMeant(node, call) : IsMeant(declaration, call) is true,
            Handed = [.. handed],
        };
    }

    /// <summary>
    /// "export const job = createJob('clean', async () => …)": the file that makes it does not run it; the functions that <c>createJob</c> makes do, or who finds it where that puts it.
    /// Null where it may be run at once, or nobody can tell.
    /// </summary>
    private Uses? KeptUses(SyntaxNode node, SyntaxNode call, int place)
    {
        if (!FunctionShape.Enclosing(call).Is(SyntaxKind.SourceFile) || makers.KeptBy(call, place) is not { } kept)
            return null;
        return new([
            .. kept.Calls.Select(called => new Use(called, null, true)),
            .. kept.Handed.Select(handed => Argument(handed) is var given ? Taken(given.Call, given.Place) : default),
            .. kept.IsStored ? [new Use(node, StartKind.Api, false)] : ImmutableArray<Use>.Empty,
        ]);
    }

    /// <summary>
    /// "export const list = wrap(listAll)" of a wrapper that calls it in what it returns, or gives it back: it runs where that is called, and not where it is wrapped. Null for all others.
    /// </summary>
    private IEnumerable<Use>? MadeOf(SyntaxNode call, int place) =>
        FunctionShape.Enclosing(call).Is(SyntaxKind.SourceFile) && call.Wrapped().Parent is { Kind: SyntaxKind.Initializer, Parent.Kind: SyntaxKind.VariableDeclaration } && makers.KeptBy(call, place) is { } kept && (!kept.IsStored || kept.IsGivenBack) && Registered(call, place) is null
            ? madeUses.GetOrAdd(call, static (made, self) => self.UsesOfResult(made)?.ConvertAll(use => use with { Made = made }), this) ?? [new Use(call, StartKind.Api, false)] : null;

    /// <summary>
    /// Of a function that its maker returns only the one is asked about that was made with what it runs: <c>export const list = wrap(async (request) => …); router.get('/list', list)</c>. Null where nobody can tell.
    /// </summary>
    private List<Use>? UsesOfMade(Caller at)
    {
        if (!at.Given.Exists || Argument(at.Given) is not { Call: { Exists: true } made } || !IsResult(at.Function.Node) || project.Types.CalleeOf(made) is not Callee.InProgram { Functions: [var maker] } || maker != FunctionShape.Enclosing(at.Function.Node))
            return null;
        return madeUses.GetOrAdd(made, static (call, self) => self.UsesOfResult(call)?.ConvertAll(use => use with { Made = call }), this);
    }

    /// <summary>Whether a function is what the function around it returns, or what is made of it there: <c>return wrap(async (request) => …)</c>.</summary>
    private bool IsResult(SyntaxNode function)
    {
        var maker = FunctionShape.Enclosing(function);
        if (!maker.Exists || maker.Is(SyntaxKind.SourceFile) || maker.Has(NodeFlags.Async))
            return false;
        var result = function.Wrapped();
        if (Argument(function) is var (call, place) && call.Exists)
        {
            if (FunctionShape.Enclosing(call) != maker || makers.KeptBy(call, place) is not { IsStored: false })
                return false;
            result = call.Wrapped();
        }

        return result.Parent.Is(SyntaxKind.ReturnStatement) || (result.Parent == maker && maker.Is(SyntaxKind.ArrowFunction));
    }

    /// <summary>"return async (request) => …", and what is done with what the calls of the function around it give; null where a call leads where nobody can follow.</summary>
    private Uses? ResultUses(SyntaxNode node)
    {
        var outer = node.Wrapped();
        var maker = FunctionShape.Enclosing(node);
        if (!(outer.Parent.Is(SyntaxKind.ReturnStatement) || (outer.Parent == maker && maker.Is(SyntaxKind.ArrowFunction))) || project.FunctionOf(maker) is not { IsAsync: false } made)
            return null;
        var found = ImmutableArray.CreateBuilder<Use>();
        foreach (var call in CallsTo(made).Take(MostMakings + 1))
        {
            Workers.Step();
            if (found.Count > MostMakings || UsesOfResult(call) is not { } uses)
                return null;
            foreach (var use in uses)
                found.Add(use with { Made = call });
        }

        return found.Count == 0 ? null : new(found.ToImmutable());
    }

    /// <summary>The uses of the function that a call gives; null when they cannot be told.</summary>
    private List<Use>? UsesOfResult(SyntaxNode call)
    {
        var module = project.Bindings.ModuleOf(call.Tree)!;
        if (module.Roles.HasFlag(ModuleRoles.Test))
            return [];
        if (Argument(call) is { Call.Exists: true } given)
            return Registered(given.Call, given.Place) is { } registered ? [registered] : null;
        if (OptionOf(call) is { Call.Exists: true } option && Registered(option.Call, option.Place, option.Name) is { } started)
            return [started];
        var outer = call.Wrapped();
        if (outer.Parent.Is(SyntaxKind.CallExpression) && outer.Parent.FirstChild == outer)
            return [new(outer.Parent, null, true)];
        var variable = outer.Parent.Is(SyntaxKind.Initializer) ? outer.Parent.Parent : default;
        if (fileRoots.StartsRequests(module, variable.Exists ? variable : outer) || GraphResolvers.Has(project, module, call))
            return [new(call, StartKind.Request, false)];
        // "{ send: makeSender(…) }": whoever finds the object calls it.
        if (outer.Parent.Is(SyntaxKind.PropertyAssignment))
            return [new(outer.Parent, StartKind.Api, false)];
        if (!variable.Is(SyntaxKind.VariableDeclaration) || module.SymbolOfDeclaration(variable) is not { Exists: true } symbol)
            return null;
        var found = new List<Use>();
        foreach (var called in project.Calls.CallsOf(symbol.Name))
        {
            if (project.Bindings.SymbolOf(called.FirstChild.Unwrapped()) == symbol)
                found.Add(new(called, null, true));
        }

        foreach (var value in project.Calls.ArgumentsNamed(symbol.Name))
        {
            if (value.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(value) == symbol && Argument(value) is { Call.Exists: true } taker)
                found.Add(Taken(taker.Call, taker.Place));
        }

        return found.Count == 0 ? null : found;
    }

    /// <summary>"export default async (request, response) => …": those call it that import it under a name of their own, or whoever finds the file.</summary>
    private Uses OfExportedValue(FunctionModel function)
    {
        if (fileRoots.StartsRequests(function.Module, function.Node.Wrapped()))
            return new([new(function.Node, StartKind.Request, false)]);
        var found = ImmutableArray.CreateBuilder<Use>();
        var isOpen = IsTakenWhole(function.Module, 0);
        foreach (var reference in importsOfValues.Value[function.Node].SelectMany(import => import.References))
        {
            if (reference.Wrapped().Parent is { Kind: SyntaxKind.CallExpression } call && call.FirstChild == reference.Wrapped())
                found.Add(new(call, null, true));
            else if (Argument(reference) is { Call.Exists: true } given)
                found.Add(Taken(given.Call, given.Place));
            else
                isOpen |= reference.Parent.Kind is not (SyntaxKind.ImportClause or SyntaxKind.ImportSpecifier);
        }

        if (isOpen || found.Count == 0)
            found.Add(new(function.Node, StartKind.Api, false));
        return new(found.ToImmutable());
    }

    /// <summary>The imports, tests left out, of what files export as a value without a name, by that value.</summary>
    private static ILookup<SyntaxNode, Symbol> ImportsOfValues(ProjectModel project)
    {
        var found = new List<(SyntaxNode Value, Symbol Import)>();
        foreach (var module in project.Bindings.Modules.Where(module => !module.Roles.HasFlag(ModuleRoles.Test)))
        {
            for (var index = 0; index < module.SymbolCount; index++)
            {
                Workers.Step();
                var import = module.SymbolAt(index);
                if (import.Is(SymbolFlags.Import) && project.Bindings.MeaningOf(import) is { Expression: { Exists: true } expression })
                    found.Add((expression.Unwrapped(), import));
            }
        }

        return found.ToLookup(one => one.Value, one => one.Import);
    }

    /// <summary>What a library calls a method for, by the interface of it that the class implements: <c>class Audit implements NestInterceptor { intercept(…) }</c>; null for all others.</summary>
    private StartKind? ContractOf(SyntaxNode method, Module module)
    {
        foreach (var clause in method.Parent.Parent.Children)
        {
            if (!clause.Is(SyntaxKind.HeritageClause))
                continue;
            foreach (var parent in clause.Children)
            {
                foreach (var effect in project.Effects.Of(project.Types.MemberOf(project.Types.TypeOfHeritage(parent), module.NameOf(method.FirstAfterModifiers()))))
                {
                    if (effect is Effect.Root { Function.Index: < 0 } root)
                        return Roots.StartOf(root.Kind);
                }
            }
        }

        return null;
    }

    private bool? IsMeant(SyntaxNode method, CallPlace call)
    {
        bool? best = call.Signatures.IsEmpty ? null : false;
        if (IsOfAnother(method, call.Call))
            return false;
        foreach (var signature in call.Signatures)
        {
            // "close: () => void" asks for a function like any other: only what has the whole shape is meant.
            if (project.Implementations.Fits(method, signature) is not false and var fits && (fits is true || !signature.Is(SyntaxKind.PropertySignature)))
                best = best is true ? true : fits;
        }

        return best;
    }

    /// <summary>
    /// Whether the object that a call is sent to was made by functions of the program out of other methods: <c>const rename = defineCase({ run }); rename.run()</c>
    /// means what was given there, or what those functions wrote.
    /// </summary>
    private bool IsOfAnother(SyntaxNode method, SyntaxNode call)
    {
        var callee = call.FirstChild.Unwrapped();
        return callee.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.Identifier
            && project.Types.ValueOf(callee.Is(SyntaxKind.Identifier) ? callee : callee.FirstChild) is { Kind: SyntaxKind.CallExpression } made && !makers.MayCome(made, method);
    }

    /// <summary>
    /// Whether a call of "useCase.execute()", of which nobody knows what it is sent to, cannot mean a function that was given to a maker: what that made stands in one variable, and those who hand it on are followed.
    /// </summary>
    private bool IsBeyondItsHolder(SyntaxNode given, SyntaxNode call)
    {
        if (MadeWith(given) is not { Exists: true } made || call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || HandingsOf(made) is null || makers.IsInMaker(made, call))
            return false;
        return project.Types.ValueOf(callee.FirstChild) != made && project.Bindings.ModuleOf(made.Tree) is { } module && !taken.GetOrAdd(module, static (one, self) => self.IsTakenWhole(one, 0), this);
    }

    /// <summary>What those do to whom the program gives what a call made; null where nobody can tell, or anybody may find it.</summary>
    private List<Use>? HandingsOf(SyntaxNode made) => handings.GetOrAdd(made, static (call, self) => self.FindHandings(call), this);

    private List<Use>? FindHandings(SyntaxNode made)
    {
        if (makers.GivenOn(made) is not { } given)
            return null;
        var found = new List<Use>();
        foreach (var value in given)
        {
            var (call, place, name) = Argument(value) is { Call.Exists: true } argument ? (argument.Call, argument.Place, "") : OptionOf(value);
            if (Registered(call, place, name) is { } registered)
                found.Add(registered);
            else if (FunctionShape.Enclosing(value).Is(SyntaxKind.SourceFile))
                return null;
            else
                found.Add(new(call, null, false));
        }

        return found;
    }

    /// <summary>The call of the program's own that a function is given to, itself or in an object; none when there is none.</summary>
    private static SyntaxNode MadeWith(SyntaxNode given) => Argument(given) is { Call.Exists: true } argument ? argument.Call : OptionOf(given).Call;

    /// <summary>What every call and every argument of a name means, asked once for all functions of the name.</summary>
    private Named Resolve(Name name)
    {
        var named = new Named();
        var order = 0;
        foreach (var call in project.Calls.CallsOf(name))
        {
            Workers.Step();
            switch (project.Types.CalleeOf(call))
            {
                case Callee.InProgram target:
                    foreach (var function in target.Functions.Distinct())
                        named.AddCall(function, new(order, call));
                    if (target.Signatures.Select(MemberOf).Where(IsImplemented).ToImmutableArray() is { IsEmpty: false } signatures)
                        named.AddMethodCall(new(order, call) { Signatures = signatures });
                    break;
                case Callee.Unknown when call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && IsTheOnlyMethod(name):
                    named.AddMethodCall(new(order, call));
                    break;
            }

            order++;
        }

        // Named without being called: "router.get('/', list)", "setInterval(this.tick.bind(this), 1000)".
        foreach (var value in project.Calls.ArgumentsNamed(name))
        {
            var symbol = project.Types.SymbolOf(value.Is(SyntaxKind.CallExpression) ? value.FirstChild.FirstChild : value);
            if (!symbol.Exists)
                continue;
            var (taker, argument) = Argument(value);
            foreach (var declaration in symbol.Declarations)
                named.AddHanded(declaration, new(order, taker, argument));
            order++;
        }

        return named.Done();
    }

    /// <summary>"run: () => Promise&lt;void&gt;" of an interface is its member as "run(): Promise&lt;void&gt;" is.</summary>
    private static SyntaxNode MemberOf(SyntaxNode signature) =>
        signature.Is(SyntaxKind.FunctionType) && signature.Parent.Is(SyntaxKind.TypeAnnotation) && signature.Parent.Parent.Is(SyntaxKind.PropertySignature) ? signature.Parent.Parent : signature;

    /// <summary>A method of the same name as an interface's or an abstract one's: taken for an implementation of it.</summary>
    private static bool IsImplemented(SyntaxNode signature) => signature.Kind is SyntaxKind.MethodSignature or SyntaxKind.MethodDeclaration or SyntaxKind.PropertySignature;

    /// <summary>The receiver's type is not known, but only one method of the program has the name.</summary>
    private bool IsTheOnlyMethod(Name name) => name.Bytes.Length > 3 && project.Calls.MethodsNamed(name) == 1;

    /// <summary>
    /// What becomes of a function that a call is given: "router.post('/', wrap(handler))" registers it, and so does "export default wrap({ POST: route({ run: handler }) })" in the file of a route.
    /// </summary>
    private Use Taken(SyntaxNode taker, int place) => Registered(taker, place) ?? new(taker, null, false);

    private Use? Registered(SyntaxNode taker, int place, string option = "")
    {
        var at = (Call: taker, Place: place, Name: option);
        for (var depth = 0; at.Call.Exists && depth < MostWrappers; depth++)
        {
            if (project.Roots.KindAt(at.Call, at.Place, at.Name) is { } kind)
                return new(at.Call, kind, false);
            if (project.Types.CalleeOf(at.Call) is Callee.Library)
                break;
            var outer = at.Call.Wrapped();
            var named = outer.Parent.Is(SyntaxKind.Initializer) ? outer.Parent.Parent : outer;
            if (project.Bindings.ModuleOf(at.Call.Tree)! is var module && (fileRoots.StartsRequests(module, named) || GraphResolvers.Has(project, module, at.Call)) || (at.Name.Length > 0 && MakesHandlers(at.Call)))
                return new(at.Call, StartKind.Request, false);
            at = Argument(at.Call) is { Call.Exists: true } given ? (given.Call, given.Place, "") : OptionOf(at.Call);
        }

        return null;
    }

    /// <summary>"defineRoute({ handler })", where a file of routes exports what the same function makes: whatever it makes elsewhere is for requests, too.</summary>
    private bool MakesHandlers(SyntaxNode call) =>
        project.Types.CalleeOf(call) is Callee.InProgram { Functions: [var maker], Signatures.IsEmpty: true } && routers.GetOrAdd(maker, static (function, self) => self.IsExportedByRoutes(function), this);

    private bool IsExportedByRoutes(SyntaxNode maker)
    {
        if (project.FunctionOf(maker) is not { } function || NameOf(function) is not { Exists: true } name)
            return false;
        foreach (var call in project.Calls.CallsOf(name).Take(MostMakings))
        {
            Workers.Step();
            if (call.Wrapped().Parent is { Kind: SyntaxKind.Initializer, Parent: var declaration } && fileRoots.StartsRequests(project.Bindings.ModuleOf(call.Tree)!, declaration) && call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped().Is(SyntaxKind.ObjectLiteralExpression)
                && project.Types.CalleeOf(call) is Callee.InProgram { Functions: [var called] } && called == maker)
                return true;
        }

        return false;
    }

    /// <summary>The call that takes the expression as an argument, and as which one; no call otherwise.</summary>
    public static (SyntaxNode Call, int Place) Argument(SyntaxNode value)
    {
        value = value.Wrapped();
        if (!value.Parent.Is(SyntaxKind.ArgumentList))
            return default;
        var place = 0;
        foreach (var argument in value.Parent.Children)
        {
            if (argument == value)
                return (value.Parent.Parent, place);
            place++;
        }

        return default;
    }

    /// <summary>
    /// The option of a call's argument that a value is: <c>consumer.run({ eachMessage: async () => … })</c>; of what is nested deeper the way there,
    /// <c>{ hooks: { after: … } }</c> is <c>hooks.after</c>. No call otherwise.
    /// </summary>
    public static (SyntaxNode Call, int Place, string Name) OptionOf(SyntaxNode value)
    {
        var name = "";
        for (var depth = 0; depth < MostWrappers; depth++)
        {
            var property = value.Is(SyntaxKind.MethodDeclaration) ? value : value.Wrapped().Parent;
            if (property.Kind is not (SyntaxKind.MethodDeclaration or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment) || !property.Parent.Is(SyntaxKind.ObjectLiteralExpression))
                return default;
            name = name.Length == 0 ? property.FirstAfterModifiers().Text : $"{property.FirstAfterModifiers().Text}.{name}";
            value = property.Parent;
            if (Argument(value) is { Call.Exists: true } given)
                return (given.Call, given.Place, name);
        }

        return default;
    }

    /// <summary>What gives the function its name: itself, or the variable, field or property whose value it is.</summary>
    private static SyntaxNode Declaration(SyntaxNode function)
    {
        if (function.Kind is SyntaxKind.FunctionDeclaration or SyntaxKind.MethodDeclaration or SyntaxKind.Constructor or SyntaxKind.GetAccessor or SyntaxKind.SetAccessor)
            return function;
        var around = function.Parent;
        while (TransparentExpression.From(around) is not null || around.Is(SyntaxKind.Initializer))
            around = around.Parent;
        return around.Kind is SyntaxKind.VariableDeclaration or SyntaxKind.PropertyDeclaration or SyntaxKind.PropertyAssignment ? around : default;
    }

    /// <summary>The name by which a function is called; none when it has none.</summary>
    public static Name NameOf(FunctionModel function) =>
        function.Node.Is(SyntaxKind.SourceFile) ? default : Declaration(function.Node) is { Exists: true } declaration ? NameOf(declaration, function.Module)
            // "Order.prototype.markAsPaid = async function () { … }"
            : function.Node is { Kind: SyntaxKind.FunctionExpression, Parent: { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals, FirstChild: { Kind: SyntaxKind.PropertyAccessExpression } member } } && member.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression } of && of.ChildAt(1).TextIs("prototype"u8)
                ? function.Module.NameOf(member.ChildAt(1)) : default;

    private static Name NameOf(SyntaxNode declaration, Module module)
    {
        if (declaration.Is(SyntaxKind.Constructor))
            return module.NameOf(declaration.Parent.Parent.Child(SyntaxKind.Identifier));
        return module.NameOf(declaration.FirstAfterModifiers());
    }

    /// <summary>Whether others than the program may call it: it is exported, or its class or an object of it is, or the object that it is a method of.</summary>
    private bool IsExported(FunctionModel function, int depth = 0)
    {
        var declaration = Declaration(function.Node);
        if (!declaration.Exists)
            return false;
        if (declaration.Parent.Is(SyntaxKind.ObjectLiteralExpression))
            return IsOfExported(declaration.Parent, function.Module, depth);
        if (!declaration.Parent.Is(SyntaxKind.ClassBody))
            return function.Module.SymbolOfDeclaration(declaration).Is(SymbolFlags.Exported);
        if (declaration.Has(NodeFlags.Private) || declaration.FirstAfterModifiers().Is(SyntaxKind.PrivateIdentifier))
            return false;
        var type = declaration.Parent.Parent;
        if (function.Module.SymbolOfDeclaration(type).Is(SymbolFlags.Exported))
            return true;
        // "export const store = new Store()": the class need not be. But then nobody else makes another.
        if (declaration.Is(SyntaxKind.Constructor))
            return false;
        return type.Child(SyntaxKind.Identifier) is { Exists: true } name
            && project.Calls.CallsOf(function.Module.NameOf(name), function.Module).Any(made => made.Is(SyntaxKind.NewExpression) && IsOfExported(made, function.Module, depth));
    }

    /// <summary>
    /// Whether nobody can call an exported function but those that do so by its name: its package is not published, it is no default export, which frameworks look for by the file, and nothing names it or its class otherwise.
    /// </summary>
    private bool IsUnnamed(FunctionModel function)
    {
        var declaration = Declaration(function.Node);
        if (!declaration.Exists || (declaration.Has(NodeFlags.Default) && !declaration.Parent.Is(SyntaxKind.ClassBody)) || project.PackageOf(function.Module) is not { IsPrivate: true } || declaration.Parent.Is(SyntaxKind.ObjectLiteralExpression) || taken.GetOrAdd(function.Module, static (module, self) => self.IsTakenWhole(module, 0), this))
            return false;
        if (!declaration.Parent.Is(SyntaxKind.ClassBody))
            return !IsNamed(NameOf(declaration, function.Module), declaration);
        var type = declaration.Parent.Parent;
        // Of a default export frameworks find by the file they know what it extends or implements.
        if ((type.Has(NodeFlags.Default) && type.Child(SyntaxKind.HeritageClause).Exists) || type.Child(SyntaxKind.Identifier) is not { Exists: true } typeName || declaration.Child(SyntaxKind.Decorator).Exists || type.Child(SyntaxKind.Decorator).Exists)
            return false;
        if (!IsNamed(function.Module.NameOf(typeName), type))
            return true;
        // What a library's base class or interface asks for, the library calls; what one of the program's own does is followed.
        return !declaration.Is(SyntaxKind.Constructor) && IsOfProgram(type, 0) && !IsNamed(NameOf(declaration, function.Module), declaration);
    }

    /// <summary>Whether a function is a method of a class that nobody makes an instance of, and that nothing names: then no call means it.</summary>
    private bool IsNeverMade(FunctionModel function)
    {
        if (Declaration(function.Node) is not { Exists: true, Parent: { Kind: SyntaxKind.ClassBody } body } || project.PackageOf(function.Module) is not { IsPrivate: true } || taken.GetOrAdd(function.Module, static (module, self) => self.IsTakenWhole(module, 0), this))
            return false;
        return body.Parent is { Kind: SyntaxKind.ClassDeclaration } type && type.Child(SyntaxKind.Identifier) is { Exists: true } name && !type.Child(SyntaxKind.Decorator).Exists && !type.Child(SyntaxKind.HeritageClause).Exists
            && function.Module.NameOf(name) is var typeName && !IsNamed(typeName, type) && !project.Calls.CallsOf(typeName).Any(made => made.Is(SyntaxKind.NewExpression))
            && !project.ModuleGraph.ImportersOf(function.Module).Any();
    }

    /// <summary>Whether all that a class extends and implements is the program's own.</summary>
    private bool IsOfProgram(SyntaxNode type, int depth)
    {
        foreach (var clause in type.Children)
        {
            if (!clause.Is(SyntaxKind.HeritageClause))
                continue;
            foreach (var named in clause.Children)
            {
                var symbol = project.Types.SymbolOf(named.FirstChild) is { Exists: true } found ? found : project.Bindings.SymbolOf(named.FirstChild);
                if (depth > MostWrappers || !symbol.Exists || (symbol.Module.Roles & ModuleRoles.Knowledge) != 0 || symbol.Is(SymbolFlags.Import) || !symbol.Declarations.All(declaration => IsOfProgram(declaration, depth + 1)))
                    return false;
            }
        }

        return true;
    }

    /// <summary><c>import * as jobs from './jobs'</c>, <c>await import('./jobs')</c>, directly or by a file that exports it on: all of it may be called by computed names.</summary>
    private bool IsTakenWhole(Module module, int depth)
    {
        if (depth > MostWrappers)
            return true;
        foreach (var importer in project.ModuleGraph.ImportersOf(module))
        {
            if (project.ModuleGraph.LoadsByName(importer, module))
                return true;
            foreach (var node in importer.Tree.NodesOf(ModuleGraph.Kinds))
            {
                var specifier = node.Kind switch
                {
                    SyntaxKind.ImportDeclaration when node.Child(SyntaxKind.ImportClause).Child(SyntaxKind.NamespaceImport).Exists => node.Child(SyntaxKind.StringLiteral),
                    SyntaxKind.ExportDeclaration when !node.Child(SyntaxKind.NamedExports).Exists => node.Child(SyntaxKind.StringLiteral),
                    SyntaxKind.CallExpression when node.FirstChild.Is(SyntaxKind.ImportKeyword) || node.FirstChild.TextIs("require"u8) => node.Child(SyntaxKind.ArgumentList).FirstChild,
                    _ => default,
                };
                if (specifier.Exists && project.Bindings.ModuleFor(importer, specifier)?.Module == module && (!node.Is(SyntaxKind.ExportDeclaration) || node.Child(SyntaxKind.NamespaceExport).Exists || IsTakenWhole(importer, depth + 1)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether anything but tests, imports and calls, which are followed by themselves, names what a declaration declares.</summary>
    private bool IsNamed(Name name, SyntaxNode declaration)
    {
        if (!name.Exists)
            return true;
        foreach (var identifier in project.Mentions.Named(name))
        {
            Workers.Step();
            var parent = identifier.Parent;
            // "export default Store;" in a file that nobody imports; what frameworks find by the file extends or implements what they know.
            if (parent.Is(SyntaxKind.ExportAssignment) && identifier.Tree == declaration.Tree && declaration.Is(SyntaxKind.ClassDeclaration) && !declaration.Child(SyntaxKind.HeritageClause).Exists && project.ModuleGraph.ImportersOf(project.Bindings.ModuleOf(identifier.Tree)!).Count == 0)
                continue;
            // Other methods of the name declare it, and do not name this one.
            if (parent == declaration || (parent.Kind is SyntaxKind.MethodSignature or SyntaxKind.MethodDeclaration or SyntaxKind.PropertySignature or SyntaxKind.PropertyDeclaration && parent.FirstAfterModifiers() == identifier) || parent.Kind is SyntaxKind.ImportSpecifier or SyntaxKind.ExportSpecifier || project.Bindings.ModuleOf(identifier.Tree)!.Roles.HasFlag(ModuleRoles.Test))
                continue;
            // "load()", "store.load()" are followed where they are understood; of a class "new Store()" is what makes it be.
            var callee = parent.Is(SyntaxKind.PropertyAccessExpression) && parent.ChildAt(1) == identifier ? parent.Wrapped() : identifier.Wrapped();
            if (callee.Parent.Is(SyntaxKind.CallExpression) && callee.Parent.FirstChild == callee && project.Types.CalleeOf(callee.Parent) is not Callee.Unknown)
                continue;
            return true;
        }

        return false;
    }

    /// <summary>"export const api = { … }", "export default …", "module.exports = { … }", and what a function of the file returns for that.</summary>
    private bool IsOfExported(SyntaxNode value, Module module, int depth)
    {
        var outer = value.Wrapped();
        if (outer.Parent.Is(SyntaxKind.ExportAssignment) || (outer.Parent.Is(SyntaxKind.BinaryExpression) && module.Exports.HasValue(outer)))
            return true;
        if (outer.Parent.Is(SyntaxKind.Initializer) && outer.Parent.Parent.Is(SyntaxKind.VariableDeclaration))
            return module.SymbolOfDeclaration(outer.Parent.Parent) is { Exists: true, IsModuleLevel: true } variable && variable.Is(SymbolFlags.Exported);
        if (depth > 0 || (!outer.Parent.Is(SyntaxKind.ReturnStatement) && !outer.Parent.Is(SyntaxKind.ArrowFunction)))
            return false;
        return project.FunctionAround(outer) is { } maker && NameOf(maker) is { Exists: true } name && (IsExported(maker, depth + 1) || project.Calls.CallsOf(name, module).Any(call => IsOfExported(call, module, depth + 1)));
    }

    /// <summary>A place where a function is called, or handed to somebody who may call it.</summary>
    private readonly record struct Use(SyntaxNode Node, StartKind? Root, bool IsCall)
    {
        /// <summary>Whether nothing but the name says that the call means the function.</summary>
        public bool IsGuess { get; init; }

        /// <summary>The call that made the function that is handed there; none when it is not known.</summary>
        public SyntaxNode Made { get; init; }
    }

    /// <summary>A call of a name, and its number among them.</summary>
    private readonly record struct CallPlace(int Order, SyntaxNode Call)
    {
        /// <summary>The methods without a body that it calls; none when nothing is known of its receiver.</summary>
        public ImmutableArray<SyntaxNode> Signatures { get; init; } = [];
    }

    /// <summary>An argument of a name, its number among them, and the call that takes it as which one.</summary>
    private readonly record struct HandedPlace(int Order, SyntaxNode Call, int Argument);

    /// <summary>All uses of one function.</summary>
    /// <param name="Starts">What the function itself shows.</param>
    private sealed record Uses(ImmutableArray<Use> Starts)
    {
        public ImmutableArray<CallPlace> Calls { get; init; } = [];

        /// <summary>Calls that may mean the function, as any other method of its name.</summary>
        public ImmutableArray<CallPlace> MaybeCalls { get; init; } = [];

        /// <summary>Which of those mean it; null for those that nobody can tell.</summary>
        public Func<CallPlace, bool?> IsMeant { get; init; } = _ => false;

        public ImmutableArray<Use> Handed { get; init; } = [];

        /// <summary>Its starts, then its calls by file and position, then where it is handed over.</summary>
        public IEnumerable<Use> All => Starts.Concat(InOrder()).Concat(Handed);

        private IEnumerable<Use> InOrder()
        {
            var (own, maybe) = (0, 0);
            while (own < Calls.Length || maybe < MaybeCalls.Length)
            {
                var isOwn = own < Calls.Length && (maybe == MaybeCalls.Length || Calls[own].Order <= MaybeCalls[maybe].Order);
                var next = isOwn ? Calls[own++] : MaybeCalls[maybe++];
                var isMeant = isOwn ? true : IsMeant(next);
                if (isMeant is false)
                    continue;
                // One call may mean this function for both reasons.
                if (own > 0 && maybe < MaybeCalls.Length && MaybeCalls[maybe].Order == Calls[own - 1].Order)
                    maybe++;
                yield return new(next.Call, null, true) { IsGuess = isMeant is null };
            }
        }
    }

    /// <summary>The calls and arguments of one name by the function they mean.</summary>
    private sealed class Named
    {
        private readonly Dictionary<SyntaxNode, ImmutableArray<CallPlace>.Builder> calls = [];
        private readonly Dictionary<SyntaxNode, List<HandedPlace>> handed = [];
        private readonly ImmutableArray<CallPlace>.Builder methodCalls = ImmutableArray.CreateBuilder<CallPlace>();

        public ImmutableArray<CallPlace> CallsOfMethods { get; private set; } = [];

        public ImmutableArray<CallPlace> Calls(SyntaxNode function) => calls.TryGetValue(function, out var found) ? found.ToImmutable() : [];

        public IEnumerable<HandedPlace> Handed(SyntaxNode declaration) => handed.TryGetValue(declaration, out var found) ? found : [];

        public void AddCall(SyntaxNode function, CallPlace place)
        {
            if (!calls.TryGetValue(function, out var list))
                calls.Add(function, list = ImmutableArray.CreateBuilder<CallPlace>());
            list.Add(place);
        }

        public void AddMethodCall(CallPlace place) => methodCalls.Add(place);

        public void AddHanded(SyntaxNode declaration, HandedPlace place)
        {
            if (!handed.TryGetValue(declaration, out var list))
                handed.Add(declaration, list = []);
            list.Add(place);
        }

        public Named Done()
        {
            CallsOfMethods = methodCalls.ToImmutable();
            return this;
        }
    }
}
