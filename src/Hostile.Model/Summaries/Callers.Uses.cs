using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <content>Where a function is used: where it is called, and where it is handed to somebody who may call it.</content>
internal sealed partial class Callers
{
    private Uses UsesOf(FunctionModel function) => uses.GetOrAdd(function, FindUses);

    private Uses FindUses(FunctionModel function)
    {
        var node = function.Node;
        if (Argument(node) is var (call, place) && call.Exists)
            return Registered(call, place) is { } registered ? new([registered]) : KeptUses(node, call, place) ?? new([.. WrappedUses(call), new(call, null, false)]);
        if (OptionOf(node) is { Call.Exists: true } option && Registered(option.Call, option.Place, option.Name) is { } started)
            return new([started]);

        // A function that nothing names runs when the code around it does, as far as we can tell.
        var declaration = Declaration(node);
        if (!declaration.Exists)
            return function.Module.Exports.HasValue(node.Wrapped()) ? OfExportedValue(function) : ResultUses(node) ?? new([new(node, null, false)]);

        var starts = ImmutableArray.CreateBuilder<Use>();
        foreach (var decorator in declaration.Children)
        {
            if (decorator.Is(SyntaxKind.Decorator) && decorator.FirstChild.Is(SyntaxKind.CallExpression) && project.Roots.KindAt(decorator.FirstChild, -1) is { } kind && !IsOfUnlisted(declaration))
                starts.Add(new(decorator.FirstChild, kind, false));
        }

        if (OptionOf(node) is { Call: { Exists: true } made } && HandingsOf(made) is { } handings)
            starts.AddRange(handings);

        if (fileRoots.StartsRequests(function.Module, declaration) || FileRoots.IsServerFunction(node) || GraphResolvers.Has(project, function.Module, node))
            starts.Add(new(node, StartKind.Request, false));
        else if (declaration.Parent.Is(SyntaxKind.ObjectLiteralExpression) && FileRoots.KindOfMember(function.Module, declaration.Parent, declaration.FirstAfterModifiers().Text) is { } kindOfMember)
            starts.Add(new(node, kindOfMember, false));
        else if (declaration.Is(SyntaxKind.MethodDeclaration) && declaration.Parent.Is(SyntaxKind.ClassBody) && ContractOf(declaration, function.Module) is { } contract)
            starts.Add(new(node, contract, false));

        var name = NameOf(declaration, function.Module);
        if (!name.Exists)
            return new(starts.ToImmutable());

        var named = byName.GetOrAdd(name, spelled => new(() => Resolve(spelled))).Value;
        var member = MemberGiven(declaration, function.Module);
        // "expect(service.settle).toHaveBeenCalled()" of a test hands it to nobody who calls it.
        var isTested = !function.Module.Roles.HasFlag(ModuleRoles.Test);
        var handed = named.Handed(node).Concat(declaration == node ? [] : named.Handed(declaration)).Where(place => !isTested || !project.Bindings.ModuleOf(place.Call.Tree)!.Roles.HasFlag(ModuleRoles.Test)).OrderBy(place => place.Order).SelectMany(place => MadeOf(place.Call, place.Argument) ?? [Taken(place.Call, place.Argument)]);
        return new(starts.ToImmutable())
        {
            Calls = named.Calls(node),
            // Shared by all methods of the name, so that many of one name do not make a list each.
            MaybeCalls = node.Is(SyntaxKind.MethodDeclaration) || declaration.Is(SyntaxKind.PropertyAssignment) || member.Exists || declaration is { Kind: SyntaxKind.PropertyDeclaration, Parent.Kind: SyntaxKind.ClassBody } ? named.CallsOfMethods : [],
            // Of a function that is a member's value only what has the whole shape counts: names of options are everywhere.
            IsMeant = call => node.Is(SyntaxKind.MethodDeclaration) ? IsMeant(node, call) : IsMeant(member.Exists ? member : declaration, call) is true,
            Handed = [.. handed],
        };
    }

    /// <summary>The member of a returned object that a function is under its own name: <c>const verify = async () => …; return { verify, … };</c>. Whoever is given the object calls it by what its type says. None for others.</summary>
    private static SyntaxNode MemberGiven(SyntaxNode declaration, Module module)
    {
        if (declaration.Kind is not (SyntaxKind.VariableDeclaration or SyntaxKind.FunctionDeclaration) || module.SymbolOfDeclaration(declaration) is not { Exists: true, IsModuleLevel: false } symbol)
            return default;
        foreach (var reference in symbol.References)
        {
            if (reference.Parent.Is(SyntaxKind.ShorthandPropertyAssignment) && reference.Parent.Parent.Wrapped().Parent is { Kind: SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction })
                return reference.Parent;
        }

        return default;
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

    /// <summary>"const finalize = tracer.wrap('finalize', async () => …)" at the top of a file, of a library that may give the function back in a coat of its own: who calls the constant calls it, too.</summary>
    private List<Use> WrappedUses(SyntaxNode call) => FunctionShape.Enclosing(call).Is(SyntaxKind.SourceFile) && call.Wrapped().Parent is { Kind: SyntaxKind.Initializer, Parent.Kind: SyntaxKind.VariableDeclaration } && project.Types.CalleeOf(call) is not Callee.InProgram ? UsesOfResult(call) ?? [] : [];

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
            if (found.Count > MostMakings || UsesOfResult(call, node) is not { } uses)
                return null;
            foreach (var use in uses)
                found.Add(use with { Made = call });
        }

        return found.Count == 0 ? null : new(found.ToImmutable());
    }

    /// <summary>
    /// The names under which what the function around another makes of it goes: the variable or the member that a call of the maker stands in, <c>const find = findIn({ db })</c>, <c>{ find: findIn({ db }) }</c>; and the calls of it that have none, <c>findIn({ db })(id)</c>.
    /// None for functions that are no results.
    /// </summary>
    public IEnumerable<(Name Name, SyntaxNode Call)> MakingsOf(FunctionModel function) => IsResultItself(function.Node) ? MakingsOf(FunctionShape.Enclosing(function.Node), MostWrappers) : [];

    /// <summary>"=> async (id) => …", "return async (id) => …"</summary>
    private static bool IsResultItself(SyntaxNode function) =>
        FunctionShape.Enclosing(function) is { Kind: SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression or SyntaxKind.FunctionDeclaration } maker && !maker.Has(NodeFlags.Async) && FunctionShape.IsGivenBack(function);

    private IEnumerable<(Name Name, SyntaxNode Call)> MakingsOf(SyntaxNode maker, int depth)
    {
        if (project.FunctionOf(maker) is not { } made || NameOf(made) is not { Exists: true } name)
            yield break;
        foreach (var call in project.Calls.CallsOf(name).Take(MostMakings))
        {
            Workers.Step();
            var (outer, module) = (call.Wrapped(), project.Bindings.ModuleOf(call.Tree)!);
            if (module.Roles.HasFlag(ModuleRoles.Test))
                continue;
            if (outer.Parent.Is(SyntaxKind.CallExpression) && outer.Parent.FirstChild == outer)
                yield return (default, outer.Parent);
            else if (outer.Parent.Is(SyntaxKind.PropertyAssignment))
                yield return (module.NameOf(outer.Parent.FirstAfterModifiers()), default);
            else if (outer.Parent is { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } held } && held.FirstChild.Is(SyntaxKind.Identifier))
                yield return (module.NameOf(held.FirstChild), default);
            else if (depth > 0 && IsResultItself(call))
            {
                foreach (var further in MakingsOf(FunctionShape.Enclosing(call), depth - 1))
                    yield return further;
            }
        }
    }

    /// <summary>The calls by which a function is called that is given to another under a name, <c>complete({ find: findIn({ db }) })</c>, where those are seen to mean it.</summary>
    private List<Use> UsesUnder(Name name, SyntaxNode function) => [.. byName.GetOrAdd(name, spelled => new(() => Resolve(spelled))).Value.Calls(function).Select(place => new Use(place.Call, null, true))];

    /// <summary>The uses of the function that a call gives; null when they cannot be told.</summary>
    private List<Use>? UsesOfResult(SyntaxNode call, SyntaxNode function = default, int depth = 0)
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
        // "{ send: makeSender(…) }": who is seen to be given it, or else whoever finds the object, calls it.
        if (outer.Parent.Is(SyntaxKind.PropertyAssignment))
            return function.Exists && UsesUnder(module.NameOf(outer.Parent.FirstAfterModifiers()), function) is { Count: > 0 } under ? under : [new(outer.Parent, StartKind.Api, false)];
        // "=> saveIn({ db })": those have it who call the function around.
        if (depth < MostWrappers && function.Exists && IsResultItself(call) && project.FunctionOf(FunctionShape.Enclosing(call)) is { } handing)
        {
            var further = new List<Use>();
            foreach (var place in CallsTo(handing).Take(MostMakings + 1))
            {
                if (further.Count > MostMakings || UsesOfResult(place, function, depth + 1) is not { } own)
                    return null;
                further.AddRange(own);
            }

            return further.Count == 0 ? null : further;
        }
        if (!variable.Is(SyntaxKind.VariableDeclaration) || module.SymbolOfDeclaration(variable) is not { Exists: true } symbol)
            return null;
        var found = new List<Use>();
        foreach (var called in project.Calls.CallsOf(symbol.Name))
        {
            if (project.Bindings.SymbolOf(called.FirstChild.Unwrapped()) == symbol)
                found.Add(new(called, null, true));
        }

        // "{ find }" of what the variable has.
        if (function.Exists)
            found.AddRange(UsesUnder(symbol.Name, function).Where(use => !found.Contains(use)));
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
            // "router.post('/', middleware.verify)" of "{ verify }", also where a parameter is given that object.
            if (value.Is(SyntaxKind.PropertyAccessExpression) && symbol.Declarations.All(declaration => declaration.Kind is SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.MethodSignature or SyntaxKind.PropertySignature || (declaration.Is(SyntaxKind.PropertyAssignment) && FunctionLike.From(new PropertyAssignment(declaration).Value.Unwrapped()) is null)))
            {
                foreach (var function in project.GivenFunctions.OfMember(value))
                    named.AddHanded(function, new(order, taker, argument));
            }

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
