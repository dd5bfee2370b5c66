using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>A place where the program opens something that lives until the program ends it.</summary>
/// <param name="Call">The library's call or <c>new</c>, or the call of a function of the program that returns what it opens.</param>
/// <param name="What">What is opened.</param>
public sealed record Opening(SyntaxNode Call, Opened What)
{
    /// <summary>What is called, as the program writes it, on one line.</summary>
    public string Text => CodeLine.Of(Call.FirstChild.Text);

    /// <summary>Whether it is a lock of the program's own making, known by what its type has: <c>release</c>, <c>unlock</c>.</summary>
    public bool IsOwnLock { get; init; }
}

/// <summary>Finds what the program opens, from the names of the libraries' functions upwards; tests are left out, and so is what runs in browsers only.</summary>
internal sealed class Openings
{
    /// <summary>What functions are called that take a lock, a lease or something lent, and give it.</summary>
    private static readonly Name[] Taking = [Name.Of("acquire"u8), Name.Of("tryAcquire"u8), Name.Of("acquireLock"u8), Name.Of("tryAcquireLock"u8), Name.Of("acquireLease"u8), Name.Of("acquireHandle"u8), Name.Of("lock"u8), Name.Of("tryLock"u8), Name.Of("getLock"u8), Name.Of("takeLock"u8), Name.Of("obtainLock"u8)];

    private static readonly Name[] GivingBack = [Name.Of("release"u8), Name.Of("unlock"u8)];

    private readonly ProjectModel project;
    private readonly Dictionary<FunctionModel, List<Opening>> byFunction = [];
    private readonly Dictionary<SyntaxNode, Opening> byCall = [];

    public Openings(ProjectModel project)
    {
        this.project = project;
        var work = new Queue<Opening>();
        foreach (var call in Names().Distinct().SelectMany(project.Calls.CallsOf).Where(call => call.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression))
        {
            Workers.Step();
            if (project.Types.CalleeOf(call) is Callee.Library library && What(call, library) is { } what && !LibraryObjects.IsInert(project, call, library))
                Add(new(call, what), work);
        }

        // "class Database extends PrismaClient { constructor() { super(…); } }": every `new Database()` is one.
        foreach (var super in project.Calls.SuperCalls)
        {
            if (project.Types.CalleeOf(super) is not Callee.Library library || Of(project.Effects.Of(library.Member)) is not { } what || LibraryObjects.IsInert(project, super, library) || super.Ancestor(SyntaxKind.ClassDeclaration) is not { Exists: true } extending || project.Bindings.ModuleOf(super.Tree)?.SymbolOfDeclaration(extending) is not { Exists: true } own)
                continue;
            foreach (var call in project.Calls.CallsOf(own.Name))
            {
                if (call.Is(SyntaxKind.NewExpression) && project.Types.TypeOf(call) is LightType.Instance { Symbol: var made } && made == own)
                    Add(new(call, what), work);
            }
        }

        foreach (var call in Taking.SelectMany(project.Calls.CallsOf))
        {
            Workers.Step();
            if (call.Is(SyntaxKind.CallExpression) && !byCall.ContainsKey(call) && IsOwnLock(call))
                Add(new(call, Opened.Lock) { IsOwnLock = true }, work);
        }

        // "const open = () => createReadStream(path)": whoever calls it has the stream now.
        while (work.TryDequeue(out var opening))
        {
            var made = opening.Call;
            // "return new Promise(resolve => { const client = new Client(); client.on('ready', () => resolve(client)); … })": what the promise gives.
            if (project.FunctionAround(made) is { IsTopLevel: false } executor && Callers.Argument(executor.Node) is { Call.Exists: true } given && project.PromiseOperationOf(given.Call) is PromiseOperation.New && ConnectionLife.Settles(made, executor.Node, executor.Module) is { Exists: true } settled)
            {
                made = given.Call;
                // It is settled after the executor has ended, which is no end of what it opened.
                if (FunctionShape.Enclosing(settled) != executor.Node)
                    byFunction[executor].Remove(opening);
            }

            if (project.FunctionAround(made) is { IsTopLevel: false } model && ConnectionLife.IsHandedOut(made, model.Node, model.Module))
            {
                foreach (var call in project.Callers.CallsTo(model))
                {
                    // "begin(options)" where it opens one only when it is told to.
                    if (!project.GivenArguments.IsRuledOut(call, opening.Call))
                        Add(opening with { Call = call }, work);
                }
            }
        }

        foreach (var list in byFunction.Values)
            list.Sort((left, right) => left.Call.Span.Start.CompareTo(right.Call.Span.Start));
    }

    /// <summary>What a function opens in its own body, by position.</summary>
    public IReadOnlyList<Opening> In(FunctionModel function) => byFunction.TryGetValue(function, out var found) ? found : [];

    /// <summary>What a call opens; null when it opens nothing.</summary>
    public Opening? At(SyntaxNode call) => byCall.GetValueOrDefault(call);

    private void Add(Opening opening, Queue<Opening> work)
    {
        var module = project.Bindings.ModuleOf(opening.Call.Tree)!;
        if (module.Roles.HasFlag(ModuleRoles.Test) || project.IsInBrowser(module) || project.FunctionAround(opening.Call) is not { } function || !byCall.TryAdd(opening.Call, opening))
            return;
        if (!byFunction.TryGetValue(function, out var list))
            byFunction.Add(function, list = []);
        list.Add(opening);
        work.Enqueue(opening);
    }

    private IEnumerable<Name> Names()
    {
        var classes = new HashSet<Symbol>();
        foreach (var symbol in project.Effects.SymbolsWith(SymbolFlags.Function | SymbolFlags.Method | SymbolFlags.Class, static effect => effect is Effect.Opens or Effect.Acquires { Kind: HandleKind.Lock, Callback: null }))
        {
            yield return symbol.Name;
            if (!symbol.IsMember)
                classes.Add(symbol);
        }

        foreach (var name in project.Bindings.LocalNamesOf(classes))
            yield return name;
    }

    /// <summary>"const lock = await acquireLock(name)", where what it gives is released by a method that the program declares, and it is held by nothing of a library.</summary>
    private bool IsOwnLock(SyntaxNode call) =>
        ConnectionLife.EffectNode(call) is { Kind: SyntaxKind.AwaitExpression } awaited && project.Types.CalleeOf(call) is not Callee.Library && project.Types.TypeOf(awaited).NonNullish() is var given
        && GivingBack.Any(name => project.Types.MemberOf(given, name) is { Exists: true } member && project.IsInProgram(member.Declaration));

    private Opened? What(SyntaxNode call, Callee.Library library) => Of(call.Is(SyntaxKind.NewExpression) ? project.Effects.Of(library.Member) : project.Effects.Of(library.Signature));

    private static Opened? Of(ImmutableArray<Effect> effects)
    {
        foreach (var effect in effects)
        {
            if (effect is Effect.Opens opens)
                return opens.What;
            if (effect is Effect.Acquires { Kind: HandleKind.Lock, Callback: null })
                return Opened.Lock;
        }

        return null;
    }
}
