using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What ends the wait of a request when no answer comes.</summary>
public enum RequestBound
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The library's own default and nothing else.</summary>
    ByDefault,

    /// <summary>Something that the program says.</summary>
    ByProgram,

    /// <summary>It cannot be told.</summary>
    Unknown,
}

/// <summary>A request that the program sends to another server, where it decides how long it waits for the answer.</summary>
/// <param name="Call">The library's call, or the call of the program's own function that leaves the options to its callers.</param>
/// <param name="Bound">What ends the wait.</param>
/// <param name="Reason">How we know, in one clause; empty when nothing ends it.</param>
public sealed record OutgoingRequest(SyntaxNode Call, RequestBound Bound, string Reason)
{
    /// <summary>Where the client that sends it is made; none when the library's function is called without one.</summary>
    public SyntaxNode Client { get; init; }

    /// <summary>After how many milliseconds the library gives up by itself; only for <see cref="RequestBound.ByDefault"/>.</summary>
    public double After { get; init; }

    /// <summary>Whether nobody waits for the answer: <c>client.send(command).catch(report);</c></summary>
    public bool IsDropped
    {
        get
        {
            var at = Call.Wrapped();
            while (at.Parent.Is(SyntaxKind.PropertyAccessExpression) && at.Parent.FirstChild == at && at.Parent.Parent.Is(SyntaxKind.CallExpression) && at.Parent.ChildAt(1).Text is "catch" or "then" or "finally")
                at = at.Parent.Parent.Wrapped();
            return at.Parent.Kind is SyntaxKind.ExpressionStatement or SyntaxKind.VoidExpression;
        }
    }

    /// <summary>Options that are given and that the library does not read.</summary>
    public ImmutableArray<SyntaxNode> Ignored { get; init; } = [];

    /// <summary>The option that would bound it, as the library spells it.</summary>
    public string Option { get; init; } = "";
}

/// <summary>Finds the program's requests to other servers, from the names of what sends them, and what bounds each.</summary>
internal static class OutgoingRequests
{
    /// <summary>Functions that hand their own callers' options on, this deep.</summary>
    private const int LongestChain = 4;

    /// <summary>A default below this is a bound that nobody needs to repeat.</summary>
    private const double ShortDefault = 120_000;

    /// <summary>The requests of a server's files, by file and position.</summary>
    public static ImmutableArray<OutgoingRequest> All(ProjectModel project)
    {
        var found = new List<OutgoingRequest>();
        var globals = new Globals(GlobalBound(project), LibraryBounds(project));
        foreach (var call in Calls(project).Where(call => IsOnServer(project, call)).OrderBy(project.PlaceOf))
        {
            Workers.Step();
            // A call outside of any function, as wrong programs have them in types, is not run.
            if (project.FunctionAround(call) is not null && project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Waits { Wait: Wait.Response }))
                found.AddRange(Judged(project, call, library, globals));
        }

        return [.. found.OrderBy(request => project.PlaceOf(request.Call))];
    }

    /// <summary>The calls of the names that send requests, whatever the files call them.</summary>
    private static IEnumerable<SyntaxNode> Calls(ProjectModel project)
    {
        var senders = new HashSet<Symbol>();
        foreach (var library in project.Bindings.Libraries)
        {
            var symbols = Enumerable.Range(0, library.SymbolCount).Select(library.SymbolAt).ToList();
            var own = symbols.Where(symbol => symbol.Is(SymbolFlags.Function | SymbolFlags.Method) && project.Effects.Of(symbol).Any(effect => effect is Effect.Waits { Wait: Wait.Response })).ToList();
            senders.UnionWith(own);
            // "const axios: AxiosStatic" is called itself.
            if (own.Count > 0)
                senders.UnionWith(symbols.Where(symbol => symbol.Is(SymbolFlags.Const)));
        }

        return senders.Select(symbol => symbol.Name).Concat(project.Bindings.LocalNamesOf(senders)).Distinct().SelectMany(project.Calls.CallsOf);
    }

    private static bool IsOnServer(ProjectModel project, SyntaxNode call)
    {
        var module = project.Bindings.ModuleOf(call.Tree)!;
        return !module.Roles.HasFlag(ModuleRoles.Test) && !project.IsInBrowser(module) && !ProjectModel.ServesTests(module);
    }

    private static IEnumerable<OutgoingRequest> Judged(ProjectModel project, SyntaxNode call, Callee.Library library, Globals globals)
    {
        var client = ClientOf(project, call, out var isLibrary);
        // What has no server to be relative to runs in a page.
        if (isLibrary && project.Constants.TextOf(call.Child(SyntaxKind.ArgumentList).FirstChild) is { Pieces: [{ IsHole: false, Text: ['/', ..] } _, ..] })
            return [];
        if (client.Length == 0 && !isLibrary)
            return [new(call, RequestBound.Unknown, "where its client is made is not seen")];
        var options = CallOptions.Of(project, call, library.Member, library.Signature);
        if (BoundIn(options) is { } written)
            return [new(call, RequestBound.ByProgram, written)];
        if (HasRequest(project, call))
            return [new(call, RequestBound.Unknown, "a `Request` that is made elsewhere may have a signal")];
        if (TimeBounds.Around(project, call) is { } race)
            return [new(call, RequestBound.ByProgram, race)];
        foreach (var made in client)
        {
            if (OfClient(project, made) is { } ofClient)
                return [ofClient with { Call = call, Client = made }];
        }

        if (globals.OfLibrary.TryGetValue(library.Member.Module, out var always))
            return [new(call, RequestBound.ByProgram, always)];
        var plain = Plain(project, library, call, client.Length == 1 ? client[0] : default);
        if (client.Length == 0 && globals.OfProcess is { } governed && plain.Bound is RequestBound.ByDefault)
            return [new(call, RequestBound.ByProgram, governed)];
        if (!options.IsOpen)
            return [plain with { Ignored = [.. options.All.Where(written => written.Effects.Any(effect => effect is Effect.Ignored)).Select(written => written.Option.Value)] }];
        var lifted = new List<OutgoingRequest>();
        return AddOfCallers(lifted, project, library, call, plain, new(), 0) ? lifted : [new(call, RequestBound.Unknown, "more options come from elsewhere")];
    }

    /// <summary>A request without any option: what the library does by itself.</summary>
    private static OutgoingRequest Plain(ProjectModel project, Callee.Library library, SyntaxNode call, SyntaxNode client)
    {
        var declared = CallOptions.TypesOf(project, library.Member, library.Signature).SelectMany(CallOptions.Members).SelectMany(member => project.Effects.Of(member).OfType<Effect.Bounds>().Select(bounds => (member, bounds)))
            .Where(pair => pair.bounds.Wait is Wait.Response).ToList();
        var standard = project.Effects.Of(library.Signature).OfType<Effect.Bounds>().Concat(declared.Select(pair => pair.bounds)).FirstOrDefault(bounds => bounds.Wait is Wait.Response && bounds.Default is not null);
        var option = declared.Where(pair => pair.bounds.By is not BoundBy.Signal && pair.bounds.Default is null).Concat(declared.Where(pair => pair.bounds.By is BoundBy.Signal)).Select(pair => pair.member.Name.ToString()).FirstOrDefault("");
        if (standard is not { Default: { } value })
            return new(call, RequestBound.None, "") { Client = client, Option = option };
        var after = value * standard.Milliseconds;
        return after <= ShortDefault
            ? new(call, RequestBound.ByProgram, $"the library gives up after {after / 1000:0.##} s")
            : new(call, RequestBound.ByDefault, "") { Client = client, Option = option, After = after };
    }

    /// <summary>The option that bounds a request, in words.</summary>
    private static string? BoundIn(CallOptions options)
    {
        foreach (var (option, path, effects) in options.All)
        {
            foreach (var bounds in effects.OfType<Effect.Bounds>())
            {
                if (bounds.Wait is Wait.Response && !Bounds.IsSwitchedOff(bounds, option) && option.Value.Kind is not SyntaxKind.NullKeyword && !option.Value.TextIs("undefined"u8))
                    return $"`{path}` is given";
            }
        }

        return null;
    }

    /// <summary>Where the object is made that a call is a method of; none for a plain function and for what a library exports ready-made.</summary>
    private static ImmutableArray<SyntaxNode> ClientOf(ProjectModel project, SyntaxNode call, out bool isLibrary)
    {
        var callee = call.FirstChild.Unwrapped();
        var receiver = callee.Is(SyntaxKind.PropertyAccessExpression) ? callee.FirstChild.Unwrapped() : callee;
        isLibrary = IsOfLibrary(project, receiver);
        if (isLibrary)
            return [];
        var origin = project.Origins.Of(receiver);
        var made = origin.Made.Where(one => project.Types.CalleeOf(one) is Callee.Library).ToImmutableArray();
        // A client that comes from out of sight is the one that the program makes, where it makes one of that class and no more.
        if (made.Length == 0 && project.Types.TypeOf(receiver).NonNullish() is LightType.Instance { Symbol: { Exists: true, Module.IsBuiltIn: true } type }
            && project.Calls.CallsOf(type.Name).Where(one => one.Is(SyntaxKind.NewExpression) && !project.Bindings.ModuleOf(one.Tree)!.Roles.HasFlag(ModuleRoles.Test)).Take(2).ToList() is [var only] && project.Types.CalleeOf(only) is Callee.Library { Member: var member } && member == type)
            return [only];
        return made;
    }

    /// <summary>A global, an import of a package, or a member of one: <c>fetch</c>, <c>axios</c>, <c>https</c>.</summary>
    private static bool IsOfLibrary(ProjectModel project, SyntaxNode receiver)
    {
        if (!receiver.Is(SyntaxKind.Identifier))
            return receiver.Is(SyntaxKind.PropertyAccessExpression) && IsOfLibrary(project, receiver.FirstChild.Unwrapped());
        var local = project.Bindings.ModuleOf(receiver.Tree)?.LocalSymbolOf(receiver) ?? default;
        if (!local.Exists)
            return true;
        var meaning = project.Bindings.MeaningOf(local).Symbol;
        return local.Is(SymbolFlags.Import) && (!meaning.Exists || (meaning.Module.Roles & ModuleRoles.Knowledge) != 0);
    }

    /// <summary>What the options of a client, what is assigned to them later, or whoever alters them say; null when they leave a request without a bound.</summary>
    private static OutgoingRequest? OfClient(ProjectModel project, SyntaxNode made)
    {
        var library = (Callee.Library)project.Types.CalleeOf(made);
        var options = CallOptions.Of(project, made, library.Member, library.Signature);
        if (BoundIn(options) is { } written)
            return new(made, RequestBound.ByProgram, $"{written} where its client is made ({project.PlaceOf(made)})");
        if (options.IsOpen)
            return new(made, RequestBound.Unknown, "its client gets more options from elsewhere");
        var holder = made.Wrapped().Parent;
        var variable = holder.Is(SyntaxKind.Initializer) && holder.Parent.Is(SyntaxKind.VariableDeclaration) ? project.Bindings.ModuleOf(made.Tree)!.SymbolOfDeclaration(holder.Parent) : default;
        return variable.Exists ? LaterBound(project, variable.References) : null;
    }

    /// <summary>"client.defaults.timeout = 5000", "client.interceptors.request.use((options) => …)".</summary>
    private static OutgoingRequest? LaterBound(ProjectModel project, IEnumerable<SyntaxNode> references)
    {
        foreach (var reference in references)
        {
            var access = reference.Parent;
            for (; access.Is(SyntaxKind.PropertyAccessExpression); access = access.Parent)
            {
                var symbol = project.Types.SymbolOf(access);
                if (access.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment && assignment.FirstChild == access && symbol.Exists && project.Effects.Of(symbol).Any(effect => effect is Effect.Bounds { Wait: Wait.Response })
                    && project.Effects.Of(project.Types.SymbolOf(access.FirstChild)).Any(effect => effect is Effect.Defaults))
                    return new(access, RequestBound.ByProgram, $"`{CodeLine.Of(access.Text)}` is set ({project.PlaceOf(access)})");
            }

            if (!access.Is(SyntaxKind.CallExpression) || project.Types.CalleeOf(access) is not Callee.Library library)
                continue;
            foreach (var alters in project.Effects.Of(library.Signature).OfType<Effect.Alters>())
            {
                var function = project.FunctionNamed(access.Child(SyntaxKind.ArgumentList).ChildAt(alters.Function.Index));
                if (!function.Exists)
                    return new(access, RequestBound.Unknown, $"`{CodeLine.Of(access.FirstChild.Text)}` may set one ({project.PlaceOf(access)})");
                if (NamesBound(project, function, library))
                    return new(access, RequestBound.ByProgram, $"a function given to `{CodeLine.Of(access.FirstChild.Text)}` sets one ({project.PlaceOf(access)})");
            }
        }

        return null;
    }

    /// <summary>Whether a function names an option that bounds a request of the library.</summary>
    private static bool NamesBound(ProjectModel project, SyntaxNode function, Callee.Library library)
    {
        var names = new HashSet<Name>();
        for (var index = 0; index < library.Member.Module.SymbolCount; index++)
        {
            var symbol = library.Member.Module.SymbolAt(index);
            if (symbol.Is(SymbolFlags.Field) && project.Effects.Of(symbol).Any(effect => effect is Effect.Bounds { Wait: Wait.Response }))
                names.Add(symbol.Name);
        }

        var module = project.Bindings.ModuleOf(function.Tree)!;
        foreach (var node in function.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && node.Parent.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment && names.Contains(module.NameOf(node)))
                return true;
        }

        return false;
    }

    /// <summary>What holds for all requests that a library sends: <c>axios.defaults.timeout = 5000</c>.</summary>
    private static Dictionary<Module, string> LibraryBounds(ProjectModel project)
    {
        var found = new Dictionary<Module, string>();
        var readyMade = project.Bindings.Libraries.SelectMany(library => Enumerable.Range(0, library.SymbolCount).Select(library.SymbolAt)).Where(symbol => symbol.Is(SymbolFlags.Const)).ToHashSet();
        foreach (var module in project.Bindings.Modules.Where(module => !module.Roles.HasFlag(ModuleRoles.Test)))
        {
            for (var index = 0; index < module.SymbolCount; index++)
            {
                var symbol = module.SymbolAt(index);
                if (symbol.Is(SymbolFlags.Import) && Bindings.IsOfPackage(symbol) && project.Bindings.ResolveAlias(symbol) is { Exists: true } meant && readyMade.Contains(meant) && LaterBound(project, symbol.References) is { } bound)
                    found.TryAdd(meant.Module, bound.Reason);
            }
        }

        return found;
    }

    /// <summary>What holds for all requests of the process: <c>setGlobalDispatcher(new Agent({ headersTimeout: 5000 }))</c>.</summary>
    private static string? GlobalBound(ProjectModel project)
    {
        foreach (var name in project.Bindings.Libraries.SelectMany(library => Enumerable.Range(0, library.SymbolCount).Select(library.SymbolAt)).Where(symbol => symbol.Is(SymbolFlags.Function) && project.Effects.Of(symbol).Any(effect => effect is Effect.Governs)).Select(symbol => symbol.Name).Distinct())
        {
            foreach (var call in project.Calls.CallsOf(name))
            {
                if (project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test) || project.Types.CalleeOf(call) is not Callee.Library called || project.Effects.Of(called.Signature).OfType<Effect.Governs>().FirstOrDefault() is not { } governs)
                    continue;
                var made = project.Constants.ValueOf(call.Child(SyntaxKind.ArgumentList).ChildAt(governs.Object.Index)).Unwrapped();
                if (project.Types.CalleeOf(made) is not Callee.Library agent || CallOptions.Of(project, made, agent.Member, agent.Signature) is var options && (options.IsOpen || BoundIn(options) is not null))
                    return $"`{CodeLine.Of(call.FirstChild.Text)}` bounds all requests ({project.PlaceOf(call)})";
            }
        }

        return null;
    }

    /// <summary>The first argument is not always an address.</summary>
    private static bool HasRequest(ProjectModel project, SyntaxNode call) =>
        project.Types.TypeOf(call.Child(SyntaxKind.ArgumentList).FirstChild).NonNullish().Alternatives.Any(type => type is LightType.Instance instance && (instance.Symbol.Name.ToString() is "Request" or "RequestInfo"));

    /// <summary>The options come from the callers of the function around: each of them decides. Whether there are any.</summary>
    private static bool AddOfCallers(List<OutgoingRequest> found, ProjectModel project, Callee.Library library, SyntaxNode call, OutgoingRequest plain, Visited visited, int depth)
    {
        var function = FunctionShape.Enclosing(call);
        if (depth >= LongestChain || project.FunctionOf(function) is not { } model || FunctionLike.From(function) is not { } shape)
            return false;
        var place = 0;
        foreach (var parameter in shape.Parameters)
        {
            if (call.Child(SyntaxKind.ArgumentList).Children.ToArray().Any(argument => project.Options.Of(argument).IsOpen && !CallOptions.IsText(project, argument) && Brings(project, argument, new Parameter(parameter).Name, new(), 0)))
                break;
            place++;
        }

        if (place == shape.Parameters.Count)
            return false;
        var isCalled = false;
        foreach (var caller in project.Callers.CallsTo(model))
        {
            Workers.Step();
            if (!IsOnServer(project, caller))
                continue;
            isCalled = true;
            if (!visited.Enters(caller, depth))
                continue;
            var argument = caller.Child(SyntaxKind.ArgumentList).ChildAt(place);
            var options = project.Options.Of(argument);
            var isBound = options.All.FirstOrDefault(option => IsBoundOf(project, library, option.Name));
            if (isBound is not null)
                found.Add(new(caller, RequestBound.ByProgram, $"`{isBound.Name}` is given"));
            else if (!options.IsOpen)
                found.Add(TimeBounds.Around(project, caller) is { } race ? new(caller, RequestBound.ByProgram, race) : plain with { Call = caller });
            else if (!AddOfCallers(found, project, library, caller, plain, visited, depth + 1))
                found.Add(new(caller, RequestBound.Unknown, "more options come from elsewhere"));
        }

        return isCalled;
    }

    private static bool IsBoundOf(ProjectModel project, Callee.Library library, Name option) =>
        CallOptions.TypesOf(project, library.Member, library.Signature).Select(type => project.Types.MemberOf(type, option)).Any(symbol => symbol.Exists && project.Effects.Of(symbol).Any(effect => effect is Effect.Bounds { Wait: Wait.Response }));

    /// <summary>Whether what a call is given comes from a parameter: itself, spread, or what is left of it, <c>const { retry, ...rest } = init</c>.</summary>
    private static bool Brings(ProjectModel project, SyntaxNode given, SyntaxNode parameter, Visited visited, int depth)
    {
        if (!visited.Enters(given, depth))
            return false;
        var module = project.Bindings.ModuleOf(given.Tree)!;
        foreach (var node in given.DescendantsAndSelf)
        {
            if (!node.Is(SyntaxKind.Identifier) || (depth == 0 && node != given && node.Parent.Kind is not (SyntaxKind.SpreadAssignment or SyntaxKind.BinaryExpression)) || module.LocalSymbolOf(node) is not { Exists: true } symbol)
                continue;
            if (parameter.Is(SyntaxKind.Identifier) && symbol.Is(SymbolFlags.Parameter) && symbol.Declaration.Exists && symbol.Name == module.NameOf(parameter) && FunctionShape.Enclosing(parameter) == FunctionShape.Enclosing(symbol.Declaration.FirstChild))
                return true;
            if (depth < LongestChain && symbol.Declaration.Kind is SyntaxKind.BindingElement or SyntaxKind.VariableDeclaration)
            {
                var declaration = symbol.Declaration;
                while (declaration.Exists && !declaration.Is(SyntaxKind.VariableDeclaration) && FunctionLike.From(declaration) is null)
                    declaration = declaration.Parent;
                if (declaration.Is(SyntaxKind.VariableDeclaration) && declaration.Child(SyntaxKind.Initializer) is { Exists: true } initial && Brings(project, initial, parameter, visited, depth + 1))
                    return true;
            }
        }

        return false;
    }

    /// <param name="OfProcess">What bounds the requests of the whole process; null when nothing does.</param>
    /// <param name="OfLibrary">What bounds those of a library's ready-made client.</param>
    private sealed record Globals(string? OfProcess, Dictionary<Module, string> OfLibrary);
}
