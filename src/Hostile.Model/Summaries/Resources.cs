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

/// <summary>What a function takes while it runs, of which there are few, or what keeps it from taking more.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Call">The library's call.</param>
/// <param name="Steps">The calls that lead there from the function, outermost first.</param>
public sealed record Resource(ResourceKind Kind, SyntaxNode Call, ImmutableArray<SyntaxNode> Steps)
{
    /// <summary>What the call is made on, or called, as the program writes it: <c>this.pool.query</c>.</summary>
    public string Text => CodeLine.EndOf(Call.FirstChild.Text);
}

/// <summary>What a function takes.</summary>
public enum ResourceKind
{
    /// <summary>Its turn: a limiter, a semaphore or a mutex lets only so many run at once.</summary>
    Turn,

    /// <summary>A connection out of a database pool, for the time of a statement or longer.</summary>
    Connection,

    /// <summary>A request to a server out of this process.</summary>
    Request,
}

/// <summary>Finds what functions take, through the functions that they call.</summary>
internal sealed class Resources(ProjectModel project)
{
    private const int Deepest = 5;

    private readonly ConcurrentDictionary<SyntaxNode, Resource?> known = new();
    private readonly Lazy<HashSet<SyntaxTree>> databases = new(() => DatabasesOf(project));

    /// <summary>The first thing that a call of the function takes; null when it takes none that we know of.</summary>
    public Resource? Of(SyntaxNode function) => known.GetOrAdd(function, static (node, self) => self.Find(node, new(), 0), this);

    /// <summary>What a call itself takes, or the functions that it calls; of a chain, <c>load().then(parse).finally(done)</c>, what any link of it does; of <c>Promise.all([…])</c>, what any part does.</summary>
    public Resource? OfCall(SyntaxNode call) => OfCall(call, null, 0) ?? OfParts(call, 0);

    private Resource? OfParts(SyntaxNode call, int depth)
    {
        if (depth > Deepest || !call.Is(SyntaxKind.CallExpression))
            return null;
        switch (project.PromiseOperationOf(call))
        {
            case PromiseOperation.Then or PromiseOperation.Catch or PromiseOperation.Finally:
                var before = call.FirstChild.Unwrapped().FirstChild.Unwrapped();
                if ((OfCall(before, null, 0) ?? OfParts(before, depth + 1)) is { } found)
                    return found;
                // "ready.then(() => load())"
                var next = call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
                return project.PromiseOperationOf(call) is PromiseOperation.Then && FunctionLike.From(next) is not null ? Of(next) : null;
            case PromiseOperation.Combine or PromiseOperation.AllSettled when call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression } parts:
                foreach (var part in parts.Children)
                {
                    if ((OfCall(part.Unwrapped(), null, 0) ?? OfParts(part.Unwrapped(), depth + 1)) is { } one)
                        return one;
                }

                return null;
            default:
                return null;
        }
    }

    private Resource? Find(SyntaxNode function, Visited visited, int depth)
    {
        // Where it was looked into before, what it takes has been found, and comes first.
        if (depth > Deepest || FunctionShape.BodyOf(function) is not { Exists: true } body || !visited.Enters(function, depth))
            return null;
        Resource? first = null;
        foreach (var node in body.DescendantsAndSelf)
        {
            if (node.Kind is not (SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression) || !RunsIn(node, function))
                continue;
            var found = OfCall(node, visited, depth);
            // Whatever stands before or after: where turns are taken, the turns decide.
            if (found is { Kind: ResourceKind.Turn })
                return found;
            first ??= found;
        }

        return first;
    }

    /// <summary>Whether a call runs when the function does: in its own body, or in a callback that a library calls at once.</summary>
    private bool RunsIn(SyntaxNode node, SyntaxNode function)
    {
        var around = FunctionShape.Enclosing(node);
        for (var depth = 0; around.Exists && around != function && depth < 4; depth++)
        {
            if (Callers.Argument(around) is not { Call.Exists: true } given || project.Types.CalleeOf(given.Call) is not Callee.Library library)
                return false;
            var effects = project.Effects.Of(library.Signature);
            if (!effects.Any(effect => effect is Effect.Transaction or Effect.CallsBack { When: CallTime.Now or CallTime.Each }) && project.PromiseOperationOf(given.Call) is not (PromiseOperation.Then or PromiseOperation.New))
                return false;
            around = FunctionShape.Enclosing(around);
        }

        return around == function;
    }

    private Resource? OfCall(SyntaxNode call, Visited? visited, int depth)
    {
        switch (project.Types.CalleeOf(call))
        {
            case Callee.Library library:
                return OfLibrary(call, library);
            // A method that several classes have takes what each of them takes, or we cannot tell.
            case Callee.InProgram { Signatures.IsEmpty: true, Functions: [var only] }:
                return (visited is null ? Of(only) : Find(only, visited, depth + 1)) is { } inner ? inner with { Steps = inner.Steps.Insert(0, call) } : null;
            default:
                return project.DatabaseCallAt(call) is { Action: DatabaseAction.Run, Handle.IsPool: true } && !IsOfContext(call) ? new(ResourceKind.Connection, call, []) : null;
        }
    }

    private Resource? OfLibrary(SyntaxNode call, Callee.Library library)
    {
        var effects = project.Effects.Of(library.Signature);
        foreach (var effect in effects)
        {
            switch (effect)
            {
                // "pMap(items, work, { concurrency: 5 })": each call has a limit of its own, or none, and is kept back by no other.
                case Effect.Throttles { Limit: null } or Effect.Acquires { Kind: HandleKind.Lock }:
                    return new(ResourceKind.Turn, call, []);
                case Effect.Waits { Wait: Wait.Response }:
                    return new(ResourceKind.Request, call, []);
            }
        }

        if (project.DatabaseCallAt(call) is { } use)
            return use.Action is DatabaseAction.Acquire || (use.Action is DatabaseAction.Run && use.Handle.IsPool && !IsOfContext(call)) ? new(ResourceKind.Connection, call, []) : null;
        return IsStatement(call, library, effects) ? new(ResourceKind.Connection, call, []) : null;
    }

    /// <summary>A call by which an object of a database library sends statements of its own making, outside any transaction that we see.</summary>
    private bool IsStatement(SyntaxNode call, Callee.Library library, ImmutableArray<Effect> effects) =>
        IsOfDatabase(call, library, effects) && !project.IsOnlyBuilt(call) && (effects.Any(effect => effect is Effect.Transaction) || (project.ThenableOf(call) is Thenable.Promise or Thenable.Lazy && !TransactionOf(call).Exists && !IsOfContext(call)));

    /// <summary>Whether a library's call sends statements of the library's own making, in a transaction or not.</summary>
    public bool Sends(SyntaxNode call, Callee.Library library) =>
        IsOfDatabase(call, library, project.Effects.Of(library.Signature)) && project.ThenableOf(call) is Thenable.Promise or Thenable.Lazy;

    /// <summary>Whether a library sends its statements on the handles of another, because it is that one or has none of its own: Objection on Knex.</summary>
    public bool RunsOn(SyntaxTree library, SyntaxTree other) =>
        library == other || (!databases.Value.Contains(library) && project.Bindings.ModuleOf(library) is { } module && project.Bindings.ModuleOf(other) is { } below && below.AmbientModules.Any(table => module.Specifiers.Contains(table.AmbientName)));

    /// <summary>How many pools of connections a package of the program makes by constructors of a library, or all of it where the package makes none; tests are left out.</summary>
    public int PoolsOf(SyntaxTree library, Module of)
    {
        var package = project.PackageOf(of)?.Directory;
        var all = project.LibraryObjects<Effect.Handle>().Where(made => made.Member.Module.Tree == library && made.Effects.OfType<Effect.Handle>().Any(handle => handle.Kind is HandleKind.Pool)).ToList();
        return all.Count(made => project.PackageOf(project.Bindings.ModuleOf(made.Call.Tree)!)?.Directory == package) is > 0 and var own ? own : all.Count;
    }

    /// <summary>"initialize()", "begin()" and what ends something send nothing, or are somebody else's business.</summary>
    private bool IsOfDatabase(SyntaxNode call, Callee.Library library, ImmutableArray<Effect> effects) =>
        databases.Value.Contains(library.Signature.Tree) && (call.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression) || IsPool(call.FirstChild)) && !effects.Any(effect => effect is Effect.Closes or Effect.Releases or Effect.Commits or Effect.RollsBack);

    /// <summary>"knex('account')"</summary>
    private bool IsPool(SyntaxNode callee) => project.EffectsOf(project.Types.TypeOf(callee).NonNullish()).Any(effect => effect is Effect.Handle);

    /// <summary>The transaction's handle that a statement is sent on, or that is among its options; an option that may be one; none when there is none.</summary>
    public SyntaxNode TransactionOf(SyntaxNode call)
    {
        var receiver = call.FirstChild.Unwrapped();
        for (var at = receiver; at.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.CallExpression or SyntaxKind.NonNullExpression or SyntaxKind.ParenthesizedExpression; at = at.FirstChild)
        {
            if (at != receiver && IsTransaction(at))
                return at;
            if (at.FirstChild.Kind is SyntaxKind.Identifier && IsTransaction(at.FirstChild))
                return at.FirstChild;
        }

        var declared = (project.Types.CalleeOf(call) as Callee.Library)?.Signature ?? default;
        // "create<M>(this: …, values, options)": what is called on is no argument.
        var place = declared.Child(SyntaxKind.ParameterList).FirstChild.FirstChild.TextIs("this"u8) ? 0 : -1;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            place++;
            if (IsTransaction(argument))
                return argument;
            // "user.save(options)": nobody knows what is in there.
            if (argument.Unwrapped().Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression or SyntaxKind.CallExpression && declared.Child(SyntaxKind.ParameterList).ChildAt(place).FirstChild.TextIs("options"u8) && project.Types.TypeOf(argument) is not (LightType.Primitive or LightType.Literal))
                return argument;
            // "tx && { transaction: tx }", "tx ? { transaction: tx } : {}"
            var given = argument.Unwrapped();
            if (given.Is(SyntaxKind.ConditionalExpression) || (given.Is(SyntaxKind.BinaryExpression) && given.Operator is TokenKind.AmpersandAmpersand))
                given = given.ChildAt(1).Unwrapped();
            // An option of which nothing is known may be the transaction; so may one of a spread.
            if (!given.Is(SyntaxKind.ObjectLiteralExpression))
                continue;
            var options = project.Options.Of(given);
            if (options.All.FirstOrDefault(option => option.Name.ToString() is "transaction" or "trx" or "tx" or "ctx" || IsTransaction(option.Value)) is { } named)
                return named.Value;
            if (options.IsOpen)
                return argument;
        }

        return default;
    }

    /// <summary>"this.connection.getRepository(ctx, Order).save(order)": what a function of the program takes a handle from, by something that it is handed, may be a transaction.</summary>
    private bool IsOfContext(SyntaxNode call)
    {
        for (var at = call.FirstChild.Unwrapped(); at.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.CallExpression or SyntaxKind.NonNullExpression or SyntaxKind.AwaitExpression; at = at.FirstChild.Unwrapped())
        {
            if (!at.Is(SyntaxKind.CallExpression) || project.Types.CalleeOf(at) is not Callee.InProgram)
                continue;
            foreach (var argument in at.Child(SyntaxKind.ArgumentList).Children)
            {
                if (argument.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(argument) is { Exists: true, Declaration.Kind: SyntaxKind.Parameter } && project.Types.TypeOf(argument).NonNullish() is not (LightType.Primitive or LightType.Literal))
                    return true;
            }
        }

        return false;
    }

    private bool IsTransaction(SyntaxNode expression) =>
        project.Types.TypeOf(expression).NonNullish().Alternatives.Any(type => project.EffectsOf(type).Any(effect => effect is Effect.Handle { Kind: HandleKind.Transaction or HandleKind.Client } or Effect.Commits));

    /// <summary>The knowledge files that declare a pool of connections to a database.</summary>
    private static HashSet<SyntaxTree> DatabasesOf(ProjectModel project)
    {
        return [.. project.Effects.SymbolsWith(SymbolFlags.Class | SymbolFlags.Interface, static effect => effect is Effect.Handle { Kind: HandleKind.Pool }).Select(symbol => symbol.Module.Tree)];
    }
}
