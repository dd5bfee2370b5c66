using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Where executions start, by what the knowledge files say of the call that is given a function.</summary>
internal sealed class Roots(ProjectModel project)
{
    private const SymbolFlags Any = (SymbolFlags)uint.MaxValue;

    /// <summary>What is called by the name of whatever has the type.</summary>
    private static readonly KindSet Signatures = KindSet.Of(SyntaxKind.CallSignature, SyntaxKind.FunctionType);

    /// <summary>The names of methods that start something, and of those among them that set a clock; null where one is known that has no name.</summary>
    private readonly Lazy<HashSet<Name>?> starting = new(() => NamesOf(project, effect => effect is Effect.Root or Effect.CallsBack { When: CallTime.Each }));

    private readonly Lazy<HashSet<Name>?> clocks = new(() => NamesOf(project, effect => effect is Effect.Root { Kind: RootKind.Timer or RootKind.Schedule }));

    /// <summary>What functions of the program make of those that they are given.</summary>
    private readonly ConcurrentDictionary<(SyntaxNode Function, int Argument), StartKind?> handedOn = new();

    /// <summary>What a call makes of the function that it is given as an argument; null when it starts nothing that could overlap.</summary>
    /// <param name="call">The call or <c>new</c> expression.</param>
    /// <param name="argument">Which argument the function is, counting from 0; -1 when the call is a decorator's.</param>
    /// <param name="option">The property of that argument that holds the function; empty when it is the argument itself.</param>
    public StartKind? KindAt(SyntaxNode call, int argument, string option = "")
    {
        if (!MayBe(call, starting.Value))
            return null;
        var callee = project.Types.CalleeOf(call);
        if (callee is Callee.InProgram { Functions: [var only], Signatures.IsEmpty: true } && option.Length == 0 && argument >= 0)
            return handedOn.GetOrAdd((only, argument), static (key, self) => self.KindHandedOn(key.Function, key.Argument), this);
        if (callee is not Callee.Library library)
            return null;
        foreach (var effect in project.Effects.Of(library.Signature))
        {
            if (effect is Effect.Root root && Fits(root.Function, argument, option) && IsForEvent(call, root.Event))
                return root.Kind is RootKind.Signal && IsForEnd(call) ? StartKind.Signal : StartOf(root.Kind);

            // "items.map(async (item) => …)": all are started before the first is done.
            if (effect is Effect.CallsBack { When: CallTime.Each } each && Fits(each.Function, argument, option) && IsAsyncFunction(call, argument) && !AwaitsTheLast(call, argument) && !IsOneAtATime(call, library))
                return StartKind.Siblings;
        }

        return null;
    }

    /// <summary>"on(event, listener) { return super.on(event, listener); }": what a function of the program gives on to a library's function of the same name.</summary>
    private StartKind? KindHandedOn(SyntaxNode function, int argument)
    {
        if (FunctionLike.From(function) is not { Body.Exists: true } shape || project.Bindings.ModuleOf(function.Tree) is not { } module)
            return null;
        foreach (var call in FunctionShape.OwnNodes(function, KindSet.Calls))
        {
            if (!MayBe(call, starting.Value))
                continue;
            var place = 0;
            foreach (var given in call.Child(SyntaxKind.ArgumentList).Children)
            {
                if (given.Unwrapped() is { Kind: SyntaxKind.Identifier } name && module.LocalSymbolOf(name) is var symbol && symbol.Is(SymbolFlags.Parameter) && FunctionShape.PlaceOf(symbol.Declaration, function) == argument
                    && project.Types.CalleeOf(call) is Callee.Library && KindAt(call, place) is { } kind and not StartKind.Siblings)
                    return kind;
                place++;
            }
        }

        return null;
    }

    /// <summary>Whether a call sets a clock that calls the function at that place, again and again or once.</summary>
    public bool IsClock(SyntaxNode call, int argument) => MayBe(call, clocks.Value) && KindAt(call, argument) is StartKind.Timer;

    /// <summary>Whether a call, by its name alone, can be one of those: methods go by their names everywhere, functions and classes are imported under any, and a class says it of its constructor.</summary>
    private bool MayBe(SyntaxNode call, HashSet<Name>? names) =>
        names is null || !call.Is(SyntaxKind.CallExpression) || CallName.Of(call) is not { Exists: true, Parent.Kind: SyntaxKind.PropertyAccessExpression } name || names.Contains(project.Bindings.ModuleOf(call.Tree)!.NameOf(name));

    private static HashSet<Name>? NamesOf(ProjectModel project, Func<Effect, bool> isMeant)
    {
        foreach (var library in project.Bindings.Libraries)
        {
            foreach (var signature in library.Tree.NodesOf(Signatures))
            {
                if (project.Effects.Of(signature).Any(isMeant))
                    return null;
            }
        }

        return [.. project.Effects.SymbolsWith(Any, isMeant).Select(symbol => symbol.Name)];
    }

    private static bool Fits(ArgumentPath path, int argument, string option)
    {
        if (path.IsOfAllWithin)
            return argument == path.Index && option.StartsWith(path.Property, StringComparison.Ordinal);
        return path.Property == option && (path.AndLater ? argument >= path.Index : argument == path.Index);
    }

    private bool IsForEvent(SyntaxNode call, string name) =>
        name.Length == 0 || project.Constants.StringOf(call.Child(SyntaxKind.ArgumentList).FirstChild) == name;

    /// <summary><c>process.on('SIGTERM', …)</c>, <c>process.on('uncaughtException', …)</c>; other events of the process come while it works.</summary>
    private bool IsForEnd(SyntaxNode call) =>
        project.Constants.StringOf(call.Child(SyntaxKind.ArgumentList).FirstChild) is { } name
        && (name.StartsWith("SIG", StringComparison.Ordinal) || name is "uncaughtException" or "unhandledRejection" or "beforeExit" or "exit");

    private bool IsAsyncFunction(SyntaxNode call, int argument)
    {
        var given = call.Child(SyntaxKind.ArgumentList).ChildAt(argument).Unwrapped();
        var function = FunctionLike.From(given) is not null ? given : project.Types.SymbolOf(given).Declaration;
        // "ids.map((id) => pay(id))" starts them all just as well.
        return function.Has(NodeFlags.Async) || (FunctionLike.From(function) is { Body.Exists: true } && project.Types.ReturnTypeOf(function).Alternatives.Any(type => type is LightType.Promise));
    }

    /// <summary>"pMap(items, work, { concurrency: 1 })": one after the other.</summary>
    private bool IsOneAtATime(SyntaxNode call, Callee.Library library) =>
        project.Effects.Of(library.Signature).OfType<Effect.Throttles>().FirstOrDefault(throttle => throttle.Limit is not null) is { Limit: { } limit }
        && project.ArgumentAt(call, limit) is { Exists: true } value && project.Constants.NumberOf(value) is 1;

    /// <summary>"items.reduce(async (last, item) => { await last; … }, start)": each waits for the one before.</summary>
    private static bool AwaitsTheLast(SyntaxNode call, int argument)
    {
        var list = call.Child(SyntaxKind.ArgumentList);
        if (!list.ChildAt(argument + 1).Exists || FunctionLike.From(list.ChildAt(argument).Unwrapped()) is not { Body.Exists: true } function || function.Parameters[0] is not { Exists: true } parameter)
            return false;
        var name = new Parameter(parameter).Name;
        foreach (var node in function.Body.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.AwaitExpression) && node.FirstChild.Unwrapped().TextIs(name.Bytes))
                return true;
        }

        return false;
    }

    /// <summary>What a kind of root of the knowledge files starts.</summary>
    public static StartKind StartOf(RootKind kind) => kind switch
    {
        RootKind.Request => StartKind.Request,
        RootKind.Job => StartKind.Job,
        RootKind.Message => StartKind.Message,
        RootKind.Start => StartKind.Start,
        RootKind.Timer or RootKind.Schedule => StartKind.Timer,
        _ => StartKind.Event,
    };
}
