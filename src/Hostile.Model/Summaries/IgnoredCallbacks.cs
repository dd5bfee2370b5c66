using System.Collections.Frozen;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A function whose promise nobody looks at, because of who calls it.</summary>
/// <param name="Callback">The function expression or method, or the expression that names the function.</param>
/// <param name="Function">The function with a body; none when it is out of sight.</param>
/// <param name="By">Who ignores the result.</param>
/// <param name="Taker">The call, declaration or attribute that it is given to.</param>
public sealed record IgnoredCallback(SyntaxNode Callback, SyntaxNode Function, IgnoredBy By, SyntaxNode Taker)
{
    /// <summary>Whether the program shows a call that drops the result; else only a declared type says so.</summary>
    public bool IsSeen { get; init; } = true;

    /// <summary>Whether its type says that it may just as well return no promise: <c>Promise&lt;boolean&gt; | boolean</c>.</summary>
    public bool NeedBeNone { get; init; }

    /// <summary>Whether it is to answer a request: nobody else does when it fails.</summary>
    public bool AnswersRequest { get; init; }

    /// <summary>For a listener of an emitter that emits the rejections of its listeners as 'error': who listens for that; none for all others.</summary>
    public SyntaxNode TakenBy { get; init; }

    /// <summary>Whether it is there to end the process: it waits for something, and then ends it.</summary>
    public bool EndsProcess { get; init; }

    /// <summary>For one that ends the process and is registered more than once: where it is registered first; none for the first, and for all others.</summary>
    public SyntaxNode SameAs { get; init; }

    /// <summary>Where to point: the callback, or the name of a method.</summary>
    public SyntaxNode Site => Callback.Kind is SyntaxKind.MethodDeclaration or SyntaxKind.MethodSignature or SyntaxKind.PropertyDeclaration ? Callback.FirstAfterModifiers() : Callback;

    /// <summary>Where to point for the taker: what is called, or the whole declaration.</summary>
    public SyntaxNode TakerSite => Taker.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression ? Taker.FirstChild : Taker;

    /// <summary>What the taker is called last: <c>forEach</c> of <c>this.rows.forEach(…)</c>, <c>onClick</c>.</summary>
    public string TakerName => Taker.FirstChild.Is(SyntaxKind.PropertyAccessExpression) ? Taker.FirstChild.ChildAt(1).Text : Taker.FirstChild.Text;
}

/// <summary>Who calls a function and does not look at the promise that it returns.</summary>
public enum IgnoredBy
{
    /// <summary>A library, and we know that it does: a timer, an emitter, <c>forEach</c>.</summary>
    Library,

    /// <summary>A library that takes the result for a yes or no, or for an order: <c>filter</c>, <c>sort</c>. A promise is always a yes.</summary>
    Decision,

    /// <summary>A <c>forEach</c> of something out of sight, called as a statement: an array's, a map's or a set's, or its own promise is dropped as well.</summary>
    ForEach,

    /// <summary>What is called as a timer of the language is, by something out of sight.</summary>
    Timer,

    /// <summary>An emitter out of sight, by its method and the name of an event that emitters have: <c>upload.on('finish', async () => …)</c>.</summary>
    Emitter,

    /// <summary>Something out of sight, as Node's functions do with a callback that is given an error first: <c>parse(source, async (error, mail) => …)</c>.</summary>
    ErrorFirst,

    /// <summary><c>new Promise(async …)</c></summary>
    Executor,

    /// <summary>A function of the program, which calls it as a statement.</summary>
    Program,

    /// <summary>Whoever goes by the declared type, which says that nothing is returned.</summary>
    DeclaredType,

    /// <summary>Whoever calls the method of the class or interface that this one overrides.</summary>
    Overridden,

    /// <summary>A page: <c>&lt;button onClick={async …}&gt;</c>.</summary>
    Page,
}

/// <summary>Finds functions that return promises where whoever calls them ignores the result.</summary>
internal sealed class IgnoredCallbacks(ProjectModel project, Module module)
{
    private static readonly KindSet ReturnStatements = KindSet.Of(SyntaxKind.ReturnStatement);

    private static readonly KindSet Kinds = KindSet.Of(SyntaxKind.ArgumentList, SyntaxKind.JsxAttribute, SyntaxKind.PropertyAssignment, SyntaxKind.Initializer, SyntaxKind.ReturnStatement, SyntaxKind.BinaryExpression, SyntaxKind.ShorthandPropertyAssignment, SyntaxKind.PropertyDeclaration, SyntaxKind.MethodDeclaration, SyntaxKind.MethodSignature);

    private static readonly Name Emit = Name.Of("emit"u8);
    private static readonly Name EmitAsync = Name.Of("emitAsync"u8);

    /// <summary>What streams, sockets, servers and processes tell of; frameworks that wait for their listeners have names of their own.</summary>
    private static readonly FrozenSet<string> Events = FrozenSet.Create(StringComparer.Ordinal, "close", "connect", "data", "disconnect", "drain", "end", "error", "exit", "finish", "open", "reconnect", "reconnecting", "timeout");

    private readonly ImmutableArray<IgnoredCallback>.Builder found = ImmutableArray.CreateBuilder<IgnoredCallback>();

    /// <summary>Those of a file, by position.</summary>
    public static ImmutableArray<IgnoredCallback> In(ProjectModel project, Module module)
    {
        var search = new IgnoredCallbacks(project, module);
        foreach (var node in module.Tree.NodesOf(Kinds))
            search.Examine(node);
        return search.Endings();
    }

    /// <summary>What was found, with what is to be said of handlers that end the process: of <c>process.on('SIGINT', stop); process.on('SIGTERM', stop)</c> the second is the first once more.</summary>
    private ImmutableArray<IgnoredCallback> Endings()
    {
        var first = new Dictionary<SyntaxNode, SyntaxNode>();
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].By is not IgnoredBy.Library || !project.IsEndOfProcess(found[i].Function))
                continue;
            found[i] = found[i] with { EndsProcess = true, SameAs = first.GetValueOrDefault(found[i].Function) };
            first.TryAdd(found[i].Function, found[i].Site);
        }

        return found.ToImmutable();
    }

    private void Examine(SyntaxNode node)
    {
        switch (node.Kind)
        {
            case SyntaxKind.ArgumentList:
                Arguments(node.Parent);
                break;
            case SyntaxKind.JsxAttribute when IsEvent(node) && node.ChildAt(1).Is(SyntaxKind.JsxExpression) && node.Parent.Parent.FirstChild.Bytes is [var first, ..] && char.IsAsciiLetterLower((char)first):
                AddIfPromise(node.ChildAt(1).FirstChild, IgnoredBy.Page, node);
                break;
            case SyntaxKind.PropertyAssignment or SyntaxKind.Initializer or SyntaxKind.ReturnStatement when Given(node) is { Exists: true } given && MayBeAsync(given):
                if (PromiseOf(given) is not null && project.Types.ExpectedReturnOf(given) is ExpectedReturn.Void)
                {
                    if (node.Parent is { Kind: SyntaxKind.PropertyDeclaration, Parent.Kind: SyntaxKind.ClassBody } field)
                        AddMember(given, node, module.NameOf(field.FirstAfterModifiers()), [given, .. MembersImplementedBy(field)]);
                    else
                        AddMember(given, node, node.Is(SyntaxKind.PropertyAssignment) ? module.NameOf(new PropertyAssignment(node).Name) : default);
                }


                break;
            case SyntaxKind.BinaryExpression when node.Operator is TokenKind.Equals or TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals or TokenKind.AmpersandAmpersandEquals && node.ChildAt(1) is { Kind: SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression } assigned && MayBeAsync(assigned):
                if (PromiseOf(assigned) is not null && project.Types.ExpectedReturnOf(assigned) is ExpectedReturn.Void)
                    AddMember(assigned, node, node.FirstChild.Is(SyntaxKind.PropertyAccessExpression) ? module.NameOf(node.FirstChild.ChildAt(1)) : default);
                break;
            case SyntaxKind.ShorthandPropertyAssignment when MayBeAsync(node.FirstChild):
                if (PromiseOf(node.FirstChild) is not null && project.Types.ExpectedReturnOf(node) is ExpectedReturn.Void)
                    AddMember(node.FirstChild, node, module.NameOf(node.FirstChild));
                break;
            case SyntaxKind.PropertyDeclaration when node.Parent.Is(SyntaxKind.ClassBody) && !node.Has(NodeFlags.Static) && !node.Child(SyntaxKind.TypeAnnotation).Exists && node.Child(SyntaxKind.Initializer).FirstChild is { Kind: SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression } held && MayBeAsync(held):
                Override(node, held);
                break;
            case SyntaxKind.MethodDeclaration when node.Parent.Is(SyntaxKind.ObjectLiteralExpression) && node.Has(NodeFlags.Async) || IsPlainMethodOfLiteral(node):
                if (PromiseOf(node) is not null && project.Types.ExpectedReturnOf(node) is ExpectedReturn.Void)
                    AddMember(node, node, module.NameOf(node.FirstAfterModifiers()));
                break;
            case SyntaxKind.MethodDeclaration when node.Parent.Is(SyntaxKind.ClassBody) && !node.Has(NodeFlags.Static):
            case SyntaxKind.MethodSignature when node.Parent.Parent.Is(SyntaxKind.InterfaceDeclaration):
                Override(node, node);
                break;
        }
    }

    private static bool IsEvent(SyntaxNode attribute) => attribute.FirstChild.Bytes is [(byte)'o', (byte)'n', >= (byte)'A' and <= (byte)'Z', ..];

    private static bool IsPlainMethodOfLiteral(SyntaxNode node) => node.Parent.Is(SyntaxKind.ObjectLiteralExpression) && node.Parent.Parent.Is(SyntaxKind.Initializer);

    /// <summary>The function or name that a declaration, property or <c>return</c> gives to whoever reads it; call arguments are looked at with their call.</summary>
    private static SyntaxNode Given(SyntaxNode node)
    {
        var value = node.Is(SyntaxKind.PropertyAssignment) ? new PropertyAssignment(node).Value : node.FirstChild;
        return value.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression || (node.Is(SyntaxKind.PropertyAssignment) && value.Is(SyntaxKind.Identifier)) ? value : default;
    }

    private void Arguments(SyntaxNode call)
    {
        var place = -1;
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            place++;
            // "listen(...callbacks)"
            if (argument.Is(SyntaxKind.SpreadElement))
            {
                if (project.Types.ExpectedReturnOf(project.Types.TypeOf(argument.FirstChild).Element()) is ExpectedReturn.Promise && project.Types.ExpectedReturnOf(project.Types.ExpectedArgument(call, place)) is ExpectedReturn.Void)
                    found.Add(new(argument.FirstChild, default, IgnoredBy.DeclaredType, call));
                break;
            }

            if (!MayBeAsync(argument.Unwrapped()) || PromiseOf(argument) is not { } callback || project.PromiseOperationOf(call) is PromiseOperation.Then or PromiseOperation.Catch or PromiseOperation.Finally)
                continue;
            if (IgnorerAt(call, place, argument) is not { } by)
                continue;
            Add(callback, by, call, by is not IgnoredBy.DeclaredType || project.Types.CalleeOf(call) is not Callee.InProgram { Functions.IsEmpty: true });
            if (by is IgnoredBy.Decision && callback.Function.Exists && !project.Types.IsAlwaysThenable(project.Types.ReturnTypeOf(callback.Function)))
                found[^1] = found[^1] with { NeedBeNone = true };
            if (by is IgnoredBy.Library && project.Roots.KindAt(call, place) is StartKind.Request)
                found[^1] = found[^1] with { AnswersRequest = true };
        }
    }

    private IgnoredBy? IgnorerAt(SyntaxNode call, int place, SyntaxNode argument)
    {
        switch (project.Types.CalleeOf(call))
        {
            case Callee.Library library:
                foreach (var effect in project.Effects.Of(library.Signature))
                {
                    if (effect is not Effect.CallsBack calls || calls.Function.Property.Length > 0 || !(calls.Function.AndLater ? place >= calls.Function.Index : place == calls.Function.Index))
                        continue;
                    if (calls.Promise is not PromiseFate.Dropped || IsEmittedToWaiters(call))
                        return null;
                    if (project.PromiseOperationOf(call) is PromiseOperation.New)
                        return IgnoredBy.Executor;
                    return calls.When is CallTime.Each && project.Types.ExpectedReturnOf(project.Types.ExpectedArgument(call, place)) is not ExpectedReturn.Void ? IgnoredBy.Decision : IgnoredBy.Library;
                }

                // "handlers.push(async () => …)": the program says what it keeps there.
                return project.Types.ExpectedArgument(call, place) is LightType.Function { Declarations: [var kept, ..] } expected && (project.Bindings.ModuleOf(kept.Tree)!.Roles & ModuleRoles.Knowledge) == 0
                    && project.Types.ExpectedReturnOf(expected) is ExpectedReturn.Void ? IgnoredBy.DeclaredType : null;
            case Callee.InProgram { Functions: [var function] }:
                return IgnorerIn(function, place, call);
            // "const wrap: Wrap = (handler) => …": the body says more than the type that it was given.
            case Callee.InProgram { Functions.IsEmpty: true } when project.Constants.ValueOf(call.FirstChild).Unwrapped() is var written && FunctionLike.From(written) is { Body.Exists: true }:
                return IgnorerIn(written, place, call);
            case Callee.InProgram { Functions.IsEmpty: true }:
                return project.Types.ExpectedReturnOf(project.Types.ExpectedArgument(call, place)) is ExpectedReturn.Void ? IgnoredBy.DeclaredType : null;
            case Callee.Unknown when place == 1 && TellsOfEvent(call):
                return IgnoredBy.Emitter;
            case Callee.Unknown when place == 0 && IgnorerByName(call) is { } byName && argument.Unwrapped().Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression:
                return byName;
            case Callee.Unknown when !argument.NextSibling.Exists && FunctionShape.IsErrorFirst(argument.Unwrapped()) && call.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) && !SetsHandler(call):
                return IgnoredBy.ErrorFirst;
            default:
                return null;
        }
    }

    /// <summary>
    /// An emitter of the program's own that has <c>emitAsync</c>, which waits for its listeners: what is not emitted to those who do not wait is emitted to those who do.
    /// </summary>
    private bool IsEmittedToWaiters(SyntaxNode call)
    {
        if (call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || !project.Types.MemberOf(project.Types.TypeOf(callee.FirstChild), EmitAsync).Exists)
            return false;
        var named = call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
        return !project.Calls.CallsOf(Emit).Any(emitted => emitted.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped().TextIs(named.Bytes));
    }

    /// <summary><c>document.children.forEach(…);</c>, <c>this.clock.setTimeout(…)</c> where nobody knows what the children and the clock are.</summary>
    private IgnoredBy? IgnorerByName(SyntaxNode call)
    {
        if (call.FirstChild is not { Kind: SyntaxKind.PropertyAccessExpression } access || !project.Types.TypeOf(access.FirstChild).NonNullish().IsUnknown)
            return null;
        var name = access.ChildAt(1);
        if (name.TextIs("forEach"u8))
            return call.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement) ? IgnoredBy.ForEach : null;
        return name.TextIs("setTimeout"u8) || name.TextIs("setInterval"u8) || name.TextIs("setImmediate"u8) ? IgnoredBy.Timer : null;
    }

    /// <summary>
    /// <c>upload.on('finish', …)</c>, as a statement or a link of a chain of such, where nobody knows what an upload is: only emitters tell of these events, and what a listener returns is nothing to them.
    /// </summary>
    private bool TellsOfEvent(SyntaxNode call) =>
        call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access && Registrations.IsRegistering(access.ChildAt(1)) && project.Types.TypeOf(access.FirstChild).NonNullish().IsUnknown
        && call.Child(SyntaxKind.ArgumentList).Children.Count == 2 && project.Constants.StringOf(call.Child(SyntaxKind.ArgumentList).FirstChild) is { } name && Events.Contains(name);

    /// <summary><c>server.setErrorHandler(async (error, request, reply) => …)</c>, <c>app.onError(…)</c>: it is to deal with errors, and is no callback of one step; whoever calls it may wait for it.</summary>
    private static bool SetsHandler(SyntaxNode call) => CallName.Of(call) is { Exists: true } node && node.Text is var name && (name.Contains("handler", StringComparison.OrdinalIgnoreCase) || name.Contains("onerror", StringComparison.OrdinalIgnoreCase));

    /// <summary>What a function of the program does with the result of a callback: its body says so, or else the declared type.</summary>
    private IgnoredBy? IgnorerIn(SyntaxNode function, int place, SyntaxNode call)
    {
        if (FunctionLike.From(function) is not { Body.Exists: true } shape)
            return null;
        var expected = project.Types.ExpectedReturnOf(project.Types.ExpectedArgument(call, place));
        if (expected is ExpectedReturn.Promise or ExpectedReturn.Value)
            return null;
        var (statements, others, compared) = (0, 0, 0);
        if (shape.Parameters[place] is { Exists: true } parameter && new Parameter(parameter).Name is { Kind: SyntaxKind.Identifier } name && project.Bindings.ModuleOf(function.Tree)?.LocalSymbolOf(name) is { Exists: true } symbol)
        {
            foreach (var reference in symbol.References)
            {
                compared += IsCompared(reference) ? 1 : 0;
                // "on(event, listener) { this.database.on(`${this.name}.${event}`, listener); }"
                if (reference.Parent.Is(SyntaxKind.ArgumentList) && Registrations.IsRegistering(CallName.Of(reference.Parent.Parent)) && IsEmittedToWaiters(reference.Parent.Parent))
                    return null;
                if (!reference.Parent.Is(SyntaxKind.CallExpression) || reference.Parent.FirstChild != reference)
                    continue;
                if (reference.Parent.Parent.Is(SyntaxKind.ExpressionStatement))
                    statements++;
                else
                    others++;
            }

            // "off(event, callback)" looks for the callback to take it away.
            if (compared > 0 && compared == symbol.References.Length)
                return null;
        }

        // "await callback()" of a callback that is declared to return nothing: the type is wrong, the code is right.
        if (others > 0)
            return null;
        return statements > 0 ? IgnoredBy.Program : expected is ExpectedReturn.Void ? IgnoredBy.DeclaredType : null;
    }

    /// <summary>What only looks for a function and does not call it: <c>listeners.indexOf(f)</c>, <c>listeners.delete(f)</c>, <c>emitter.off('data', f)</c>, <c>one !== f</c>.</summary>
    private static bool IsCompared(SyntaxNode reference)
    {
        if (reference.Parent.Is(SyntaxKind.BinaryExpression))
            return reference.Parent.Operator is TokenKind.EqualsEqualsEquals or TokenKind.ExclamationEqualsEquals or TokenKind.EqualsEquals or TokenKind.ExclamationEquals;
        if (!reference.Parent.Is(SyntaxKind.ArgumentList) || !reference.Parent.Parent.FirstChild.Unwrapped().Is(SyntaxKind.PropertyAccessExpression))
            return false;
        var name = reference.Parent.Parent.FirstChild.Unwrapped().ChildAt(1);
        return name.TextIs("indexOf"u8) || name.TextIs("lastIndexOf"u8) || name.TextIs("includes"u8) || name.TextIs("has"u8) || name.TextIs("delete"u8)
            || name.TextIs("off"u8) || name.TextIs("removeListener"u8) || name.TextIs("removeEventListener"u8);
    }

    /// <summary>A method that returns a promise and overrides, or implements, one that is declared to return nothing.</summary>
    private void Override(SyntaxNode method, SyntaxNode function)
    {
        if (!function.Has(NodeFlags.Async) && !method.Has(NodeFlags.Abstract) && !method.Child(SyntaxKind.TypeAnnotation).Exists)
            return;
        var name = module.NameOf(method.FirstAfterModifiers());
        foreach (var clause in method.Parent.Parent.Children)
        {
            if (!clause.Is(SyntaxKind.HeritageClause))
                continue;
            foreach (var parent in clause.Children)
            {
                if (project.Types.MemberOf(project.Types.TypeOfHeritage(parent), name) is { Exists: true } member
                    && project.Types.ExpectedReturnOf(project.Types.TypeOf(member)) is ExpectedReturn.Void && project.Types.ThenableOf(project.Types.ReturnTypeOf(function)) is Thenable.Promise)
                {
                    if (member.Declaration.Is(SyntaxKind.MethodDeclaration) && !member.Declaration.Child(SyntaxKind.TypeAnnotation).Exists && AllowsPromise(member.Declaration, name))
                        return;
                    var (drops, takes) = UsesOfResult(name, [method, member.Declaration]);
                    if (drops.Exists || !takes)
                        found.Add(new(method, FunctionLike.From(function) is { Body.Exists: true } ? function : default, IgnoredBy.Overridden, member.Declaration) { IsSeen = drops.Exists });
                    return;
                }
            }
        }
    }

    /// <summary>A method that says nothing of its result and returns none: the interface that its class implements may allow a promise all the same.</summary>
    private bool AllowsPromise(SyntaxNode method, Name name)
    {
        foreach (var clause in method.Parent.Parent.Children)
        {
            if (!clause.Is(SyntaxKind.HeritageClause))
                continue;
            foreach (var parent in clause.Children)
            {
                if (project.Types.ExpectedReturnOf(project.Types.MemberType(project.Types.TypeOfHeritage(parent), name)) is ExpectedReturn.Promise)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The members of what a field's class extends and implements that have its name: who calls those may mean it.</summary>
    private IEnumerable<SyntaxNode> MembersImplementedBy(SyntaxNode field)
    {
        var name = module.NameOf(field.FirstAfterModifiers());
        foreach (var clause in field.Parent.Parent.Children)
        {
            if (!clause.Is(SyntaxKind.HeritageClause))
                continue;
            foreach (var parent in clause.Children)
            {
                if (project.Types.MemberOf(project.Types.TypeOfHeritage(parent), name) is { Exists: true } member)
                {
                    yield return member.Declaration;
                    // "visit: (link: string) => void" is called by its type.
                    if (member.Declaration.Child(SyntaxKind.TypeAnnotation).FirstChild is { Kind: SyntaxKind.FunctionType } type)
                        yield return type;
                }
            }
        }
    }

    /// <summary>A property that is declared to return nothing: how the program calls properties of that name says whether the declaration is true.</summary>
    private void AddMember(SyntaxNode given, SyntaxNode node, Name name, ReadOnlySpan<SyntaxNode> meant = default)
    {
        var (drops, takes) = name.Exists ? UsesOfResult(name, meant) : default;
        if (drops.Exists || !takes)
            AddIfPromise(given, IgnoredBy.DeclaredType, node, drops.Exists);
    }

    /// <summary>A call of a method of that name which is a statement by itself, and whether any call's result is awaited or otherwise used.</summary>
    /// <param name="name">The method's name.</param>
    /// <param name="meant">The methods that a call must mean where it is known what it means; empty where any will do.</param>
    private (SyntaxNode Drops, bool Takes) UsesOfResult(Name name, ReadOnlySpan<SyntaxNode> meant = default)
    {
        SyntaxNode drops = default;
        var takes = false;
        foreach (var call in project.Calls.CallsOf(name))
        {
            var callee = call.FirstChild.Unwrapped();
            // A test that does not wait says nothing of the program.
            if (project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test))
                continue;
            // "const { onTick } = job; return onTick();"
            if (!(callee.Is(SyntaxKind.PropertyAccessExpression) || project.Bindings.ModuleOf(call.Tree)!.LocalSymbolOf(callee).Declaration.Is(SyntaxKind.BindingElement)) || project.Types.CalleeOf(call) is Callee.Library
                || (!meant.IsEmpty && project.Types.CalleeOf(call) is Callee.InProgram other && !MeansOne(other, meant)))
                continue;
            if (call.Parent.Is(SyntaxKind.ExpressionStatement))
                drops = drops.Exists ? drops : call;
            else
                takes = true;
        }

        return (drops, takes);
    }

    private static bool MeansOne(Callee.InProgram called, ReadOnlySpan<SyntaxNode> meant)
    {
        foreach (var method in meant)
        {
            if (called.Functions.Contains(method) || called.Signatures.Contains(method))
                return true;
        }

        return false;
    }

    /// <summary>Rules out, by syntax alone, what returns no promise: nearly all arguments of nearly all calls.</summary>
    private bool MayBeAsync(SyntaxNode argument)
    {
        switch (argument.Kind)
        {
            case SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression:
                return argument.Has(NodeFlags.Async) || Returns(argument);
            case SyntaxKind.Identifier:
                return project.AsyncNames.Contains(module.NameOf(argument));
            case SyntaxKind.PropertyAccessExpression:
                return project.AsyncNames.Contains(module.NameOf(argument.ChildAt(1)));
            case SyntaxKind.CallExpression:
                // "this.tick.bind(this)", "handlerFor(name)"
                return IsBound(argument) ? MayBeAsync(argument.FirstChild.FirstChild) : CallName.Of(argument) is { Exists: true } maker && project.MakerNames.Contains(module.NameOf(maker));
            default:
                return false;
        }
    }

    private static bool IsBound(SyntaxNode call) => call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && call.FirstChild.ChildAt(1).TextIs("bind"u8);

    private static bool Returns(SyntaxNode function)
    {
        var body = FunctionShape.BodyOf(function);
        if (!body.Is(SyntaxKind.Block))
            return body.Unwrapped().Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.ConditionalExpression or SyntaxKind.BinaryExpression;
        return FunctionShape.OwnNodes(function, ReturnStatements).Exists(returned => returned.FirstChild.Exists);
    }

    private void AddIfPromise(SyntaxNode callback, IgnoredBy by, SyntaxNode taker, bool isSeen = true)
    {
        if (PromiseOf(callback) is { } found)
            Add(found, by, taker, isSeen);
    }

    private void Add((SyntaxNode Callback, SyntaxNode Function) callback, IgnoredBy by, SyntaxNode taker, bool isSeen = true) =>
        found.Add(new(callback.Callback, callback.Function, by, taker) { IsSeen = isSeen, TakenBy = by is IgnoredBy.Library ? ListenerForRejections(taker) : default });

    /// <summary>Who hears, as 'error', of the rejections of listeners that a call registers: all the emitters that it may be called on are made so, <c>new EventEmitter({ captureRejections: true })</c>, and somebody listens. None else.</summary>
    private SyntaxNode ListenerForRejections(SyntaxNode call)
    {
        if (!call.Is(SyntaxKind.CallExpression) || call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || !Registrations.IsRegistering(callee.ChildAt(1)) || project.Constants.StringOf(call.Child(SyntaxKind.ArgumentList).FirstChild) is "error"
            || project.Origins.Of(callee.FirstChild) is not { IsComplete: true, Made: [_, ..] made } || !made.All(CapturesRejections))
            return default;
        SyntaxNode listener = default;
        foreach (var emitter in made)
        {
            listener = Emitters.ListenerOf(project, emitter);
            if (!listener.Exists)
                return default;
        }

        return listener;
    }

    private bool CapturesRejections(SyntaxNode made) => project.Types.CalleeOf(made) is Callee.Library library
        && CallOptions.Of(project, made, library.Member, library.Signature).All.Any(option => option.Effects.Any(effect => effect is Effect.CapturesRejections) && option.Option.Value.Unwrapped().Is(SyntaxKind.TrueKeyword));

    /// <summary>A callback that returns a promise, and its function when that is in sight; null when it returns none. Asked before who takes it: that costs more.</summary>
    private (SyntaxNode Callback, SyntaxNode Function)? PromiseOf(SyntaxNode callback)
    {
        callback = callback.Unwrapped();
        if (!MayBeAsync(callback) && FunctionLike.From(callback) is null)
            return null;
        var named = callback;
        while (named.Is(SyntaxKind.CallExpression) && IsBound(named))
            named = named.FirstChild.FirstChild.Unwrapped();
        var function = project.FunctionNamed(named);
        // Of what makes the callback, only one whose function is seen says what that does.
        if (!function.Exists && named.Is(SyntaxKind.CallExpression))
            return null;
        if (function.Exists ? function.Has(NodeFlags.Generator) || project.ThenableOf(project.Types.ReturnTypeOf(function)) is not Thenable.Promise
            : project.Types.ExpectedReturnOf(project.Types.TypeOf(named)) is not ExpectedReturn.Promise)
            return null;
        return (callback, function);
    }
}
