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
internal sealed partial class Callers
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
    private readonly ConcurrentDictionary<SyntaxNode, bool> unlisted = new();
    private readonly ConcurrentDictionary<FunctionModel, bool> uncalled = new();
    private readonly ConcurrentDictionary<SyntaxNode, bool> named = new();
    private readonly Lazy<HashSet<Name>> hooks;
    private readonly ConcurrentDictionary<Name, Lazy<Named>> byName = new();

    private readonly ConcurrentDictionary<SyntaxNode, bool> routers = new();
    private readonly ConcurrentDictionary<SyntaxNode, List<Use>?> handings = new();
    private readonly ConcurrentDictionary<SyntaxNode, List<Use>?> madeUses = new();
    private readonly FunctionMakers makers;
    private readonly Registries registries;

    private readonly FileRoots fileRoots;
    private readonly Lazy<ILookup<SyntaxNode, Symbol>> importsOfValues;

    public Callers(ProjectModel project) => (this.project, makers, registries, fileRoots, importsOfValues, hooks) = (project, new(project), new(project), new(project.Bindings.Modules), new(() => ImportsOfValues(project)), new(() => HooksOf(project)));

    /// <summary>The strongest way in which the function's executions can overlap, by the shortest chain of calls.</summary>
    public Exposure ExposureOf(FunctionModel function) => known.GetOrAdd(function, Find);

    /// <summary>The same by ways on which no caller catches what the function throws; of kind None when there are none.</summary>
    public Exposure UncaughtExposureOf(FunctionModel function) => uncaught.GetOrAdd(function, FindUncaught).Exposure;

    /// <summary>How the function's executions can overlap by the callers that are seen: that it is exported, and others may call it, too, says nothing where the program does.</summary>
    public Exposure SeenExposureOf(FunctionModel function) => seenOnly.GetOrAdd(function, asked => Find(asked, static _ => false, isSeen: true));

    /// <summary>Whether migrations call the function, and on every way up that is seen one does.</summary>
    public bool IsOfMigrationsOnly(FunctionModel function)
    {
        var isCalled = false;
        return Find(function, use =>
        {
            var isOf = Reaches.IsMigration(project.Bindings.ModuleOf(use.Node.Tree)!);
            isCalled |= isOf;
            return isOf;
        }).Kind is StartKind.None && isCalled;
    }

    /// <summary>Whether every way up to a function that is seen leads through one of some functions, or it is one of them or is written in one.</summary>
    public bool IsAlwaysWithin(FunctionModel function, IReadOnlySet<SyntaxNode> functions)
    {
        var seen = new HashSet<FunctionModel> { function };
        var queue = new Queue<FunctionModel>(seen);
        while (queue.TryDequeue(out var at))
        {
            if (IsIn(at))
                continue;
            var isUsed = false;
            foreach (var use in UsesOf(at).All)
            {
                Workers.Step();
                if (use.IsGuess || project.Bindings.ModuleOf(use.Node.Tree)!.Roles.HasFlag(ModuleRoles.Test) || project.DeadCode.Has(use.Node))
                    continue;
                if (use.Root is not (null or StartKind.Siblings) || seen.Count > MostFunctions || project.FunctionAround(use.Node) is not { } caller || caller.Node.Is(SyntaxKind.SourceFile))
                    return false;
                isUsed = true;
                if (seen.Add(caller))
                    queue.Enqueue(caller);
            }

            if (!isUsed)
                return false;
        }

        return true;

        bool IsIn(FunctionModel asked)
        {
            for (var at = asked; at is not null; at = at.Enclosing)
            {
                if (functions.Contains(at.Node))
                    return true;
            }

            return false;
        }
    }

    /// <summary>The requests that a call registers a function for.</summary>
    public Exposure RegisteredBy(SyntaxNode call) => Exposed(StartKind.Request, call, []);

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
            // Nor does what nobody loads; what stands there itself is told with that reason.
            if (at.Function.Module != function.Module && project.Unloaded.PassedOverBy(at.Function.Module) is not null)
                continue;
            if (at.Function.Node.Is(SyntaxKind.SourceFile))
            {
                Offer(Exposed(StartKind.Start, at.Function.Node.FirstChild, at.Calls) with { GoesOn = at.Calls.Any(call => WorkerLoops.IsInEndlessLoop(project, call)) });
                continue;
            }

            var (isGuessed, isNeverSet) = (false, false);
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
                    // "export const schedule = () => cron(…, run)" that nobody calls starts nothing.
                    if (kind is StartKind.Timer && IsUncalled(use.Node))
                    {
                        isNeverSet = true;
                        continue;
                    }

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

            // What is written there for a clock is nobody else's.
            if (isNeverSet)
                continue;

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
            return new(kind, project.PlaceOf(name.Exists ? name : start.FirstChild.Exists ? start.FirstChild : start), kind is not StartKind.Api ? "" : start.Is(SyntaxKind.PropertyAssignment) ? CodeLine.EndOf(start.FirstChild.Text) : FunctionName.Of(start), [.. steps]) { IsOneAtATime = kind is StartKind.Job && IsOfClassAtOnce(start) };
        }

        var first = start.Child(SyntaxKind.ArgumentList).FirstChild;
        var text = CodeLine.EndOf(start.FirstChild.Text) + (first.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral ? $"({CodeLine.EndOf(first.Text)})" : "");
        return new(kind, project.PlaceOf(start.FirstChild), text, [.. steps]) { IsOneAtATime = kind is StartKind.Job && JobsAtOnce(start) is 1 };
    }

    /// <summary>"@Processor('mails') class Mails extends WorkerHost { async process(job) { … } }": what runs the method is made with the options of the class's decorator.</summary>
    private bool IsOfClassAtOnce(SyntaxNode method)
    {
        if (!method.Parent.Is(SyntaxKind.ClassBody))
            return false;
        foreach (var child in method.Parent.Parent.Children)
        {
            if (child.Is(SyntaxKind.Decorator) && child.FirstChild.Is(SyntaxKind.CallExpression) && JobsAtOnce(child.FirstChild) is 1)
                return true;
        }

        return false;
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

    /// <summary>
    /// Whether nobody comes to a place: a function around it is called by the program only, and what every call gives decides a condition otherwise. <c>if (stage !== undefined) …</c> of <c>update({ id, stage })</c>, which nobody gives a stage.
    /// </summary>
    public bool RuleOut(SyntaxNode place)
    {
        for (var around = project.FunctionAround(place); around is not null; around = around.Enclosing)
        {
            if (around.Node.Is(SyntaxKind.SourceFile) || IsHandedOver(around) || ExposureOf(around).Kind is StartKind.Api or StartKind.None)
                continue;
            var calls = CallsTo(around).Where(call => !project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test)).Take(MostMakings + 1).ToList();
            if (calls.Count is > 0 and <= MostMakings && calls.TrueForAll(call => project.GivenArguments.IsRuledOut(call, place)))
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

    /// <summary>The name of the constant that holds what a call makes of a function, <c>const find = cache((id) => …)</c>; none for others.</summary>
    internal static Name NameOfHeld(FunctionModel function) =>
        Argument(function.Node) is { Call.Exists: true, Place: 0 } given && given.Call.Wrapped().Parent is { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } held } && held.FirstChild.Is(SyntaxKind.Identifier) ? function.Module.NameOf(held.FirstChild) : default;

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
}
