using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>How a function is used, as far as its failures matter to the user.</summary>
internal enum FailureMode
{
    /// <summary>It is called, and what it returns is somebody else's: an exception of the call itself.</summary>
    Throws,

    /// <summary>It is called and its promise awaited: also what the promise rejects with.</summary>
    Rejects,
}

/// <summary>One thing in a function that can make it fail.</summary>
/// <param name="Node">The <c>throw</c>, the awaited call, the call.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Function">For <see cref="RiskKind.Through"/> the function that must fail itself.</param>
/// <param name="Mode">And how it is used.</param>
internal readonly record struct Risk(SyntaxNode Node, RiskKind Kind, SyntaxNode Function = default, FailureMode Mode = FailureMode.Throws)
{
    /// <summary>Whether the function is one that implements what is called, and others may do so, too.</summary>
    public bool IsImplementation { get; init; }

    /// <summary>Whether only its name says that the function is what is called: if that never fails, nothing is known to.</summary>
    public bool IsGuess { get; init; }

    /// <summary>For a function that is handed in and that a library calls, its name where the library is given it; none where it is called by its name.</summary>
    public SyntaxNode Called { get; init; }

    /// <summary>For the handler of a rejection, the promise that must reject first; none for all others.</summary>
    public SyntaxNode Receiver { get; init; }

    /// <summary>Whether a <c>catch</c> around it lets some errors through and throws the others on: who wrote that knows that others come.</summary>
    public bool IsExpected { get; init; }
}

/// <summary>What a risk is.</summary>
internal enum RiskKind
{
    /// <summary>A <c>throw</c>, or a call of <c>reject</c>.</summary>
    Throw,

    /// <summary>Something that a library may make fail at any time: a query, a request, a stream.</summary>
    Library,

    /// <summary>A promise of which nothing is known.</summary>
    Unknown,

    /// <summary>A promise that a function makes which somebody hands in: a callback, an element of a list of tasks.</summary>
    HandedIn,

    /// <summary>A promise that a function is given.</summary>
    Given,

    /// <summary>Another function of the program, which fails or not by its own risks.</summary>
    Through,
}

/// <summary>
/// The risks of single functions, before one asks which of them lead anywhere. Each is found by one walk over the body that knows whether a <c>try</c> with a <c>catch</c> is around.
/// A plain call of an unknown or library function is no risk: everything could throw, and nothing would be left to say.
/// </summary>
internal sealed class Risks(ProjectModel project)
{
    /// <summary>A promise that comes from a variable that comes from a variable … beyond this it is unknown.</summary>
    private const int LongestChain = 8;

    /// <summary>And beyond so many promises on all the ways together.</summary>
    private const int MostPromises = 4096;

    /// <summary>What more calls than these give for a parameter may be anything.</summary>
    private const int MostCalls = 8;

    /// <summary>A name that is spelled more often is looked at no further.</summary>
    private const int MostMentions = 400;

    private readonly GatheredPromises gathered = new(project);
    private readonly ConcurrentDictionary<(SyntaxNode, FailureMode), ImmutableArray<Risk>> known = new();

    private readonly ConcurrentDictionary<Name, SyntaxNode> namesakes = new();

    /// <summary>What can make a call of the function throw or, in the other mode, its promise reject; by position.</summary>
    public ImmutableArray<Risk> Of(SyntaxNode function, FailureMode mode) => known.GetOrAdd((function, mode), static (key, self) => self.Find(key.Item1, key.Item2), this);

    /// <summary>What can make the promise reject that an expression evaluates to.</summary>
    public ImmutableArray<Risk> OfPromise(SyntaxNode expression)
    {
        var found = ImmutableArray.CreateBuilder<Risk>();
        AddPromise(expression, found, Asked());
        return found.ToImmutable();
    }

    /// <summary>What can make one of the promises of an array or other iterable reject.</summary>
    public ImmutableArray<Risk> OfElements(SyntaxNode iterable)
    {
        var found = ImmutableArray.CreateBuilder<Risk>();
        AddElements(iterable, found, Asked());
        return found.ToImmutable();
    }

    /// <summary>The same of a parameter, by what all who call its function give for it.</summary>
    public ImmutableArray<Risk> OfParameter(SyntaxNode name)
    {
        var found = ImmutableArray.CreateBuilder<Risk>();
        if (GivenFor(name) is { IsDefaultOrEmpty: false } arguments)
        {
            foreach (var argument in arguments)
                AddPromise(argument, found, Asked());
        }
        else if (project.ThenableOf(name) is not Thenable.Not)
        {
            found.Add(new(name, RiskKind.Unknown));
        }

        return found.ToImmutable();
    }

    private static Inquiry Asked() => new(LongestChain, MostPromises);

    private ImmutableArray<Risk> Find(SyntaxNode function, FailureMode mode)
    {
        var isAsync = function.Has(NodeFlags.Async);
        var isGenerator = function.Has(NodeFlags.Generator);
        // An async function never throws; what a generator does it does when it is asked for elements.
        if ((isAsync || isGenerator) && mode is FailureMode.Throws)
            return [];
        var body = FunctionShape.BodyOf(function);
        if (!body.Exists)
            return function.Kind is SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression ? [] : [new(function, RiskKind.Unknown)];

        // A plain function that is known to return no promise: only its exceptions count.
        if (!isAsync && mode is FailureMode.Rejects && project.Types.ThenableOf(project.Types.ReturnTypeOf(function)) is Thenable.Not)
            mode = FailureMode.Throws;

        var found = ImmutableArray.CreateBuilder<Risk>();
        if (!body.Is(SyntaxKind.Block) && !body.Is(SyntaxKind.SourceFile) && mode is FailureMode.Rejects && !IsPlain(body.Unwrapped(), function))
            AddPromise(body, found, Asked());
        Walk(body, isGuarded: false, function, mode, found);
        return found.ToImmutable();
    }

    /// <summary>
    /// What a function returns and is no promise: a member, <c>return answer.rows</c>, of which nothing is known in a function that is async and need not return any,
    /// and a variable behind a test that says so, <c>if (result instanceof Promise) return result.catch(report);</c>.
    /// </summary>
    private bool IsPlain(SyntaxNode value, SyntaxNode function) => value.Kind switch
    {
        SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression => function.Has(NodeFlags.Async) && project.ThenableOf(value) is Thenable.Unknown,
        SyntaxKind.Identifier => IsBehindTest(value),
        _ => false,
    };

    private static bool IsBehindTest(SyntaxNode name)
    {
        for (var at = name; at.Parent.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (!at.Parent.Is(SyntaxKind.Block))
                continue;
            for (var before = at.Parent.FirstChild; before.Exists && before != at; before = before.NextSibling)
            {
                if (before.Is(SyntaxKind.IfStatement) && before.FirstChild.Unwrapped() is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.InstanceOf } test && test.ChildAt(1).TextIs("Promise"u8) && test.FirstChild.TextIs(name.Bytes)
                    && Rejections.Leaves(before.ChildAt(1)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Nested functions and classes run at another time, and are left out.</summary>
    private void Walk(SyntaxNode node, bool isGuarded, SyntaxNode function, FailureMode mode, ImmutableArray<Risk>.Builder found)
    {
        if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return;
        if (FunctionLike.From(node) is not null || node.Is(SyntaxKind.ClassBody))
            return;
        if (node.Is(SyntaxKind.TryStatement))
        {
            var ends = Ends(node.Child(SyntaxKind.FinallyClause));
            var handler = node.Child(SyntaxKind.CatchClause);
            // What throws on whatever it caught is no source: what it caught is.
            var throwsOn = handler.Exists && Throwing.ThrowsOnWhatItCaught(handler);
            var isTaken = handler.Exists && !throwsOn && !ThrowsOnLater(handler);
            foreach (var part in node.Children)
            {
                var first = found.Count;
                Walk(part, isGuarded || ends || (part.Is(SyntaxKind.Block) && isTaken), function, mode, found);
                for (var i = first; part.Is(SyntaxKind.Block) && throwsOn && !Throwing.AlwaysRethrows(handler) && i < found.Count; i++)
                    found[i] = found[i] with { IsExpected = true };
            }

            return;
        }

        foreach (var child in node.Children)
            Walk(child, isGuarded, function, mode, found);
        // "return p" leaves the try before p is settled: the catch does not see it.
        if (node.Is(SyntaxKind.ReturnStatement) && mode is FailureMode.Rejects && !IsPlain(node.FirstChild.Unwrapped(), function))
            AddPromise(node.FirstChild, found, Asked());
        if (!isGuarded)
            Add(node, found);
    }

    /// <summary><c>let failure; try { … } catch (error) { failure = error; } if (failure) throw failure;</c>: a variable that nothing is ever put into but what was caught.</summary>
    private bool IsKeptFailure(SyntaxNode value) => value.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(value) is { Exists: true, IsModuleLevel: false, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } symbol
        && !declaration.Child(SyntaxKind.Initializer).Exists && symbol.Writes is { IsEmpty: false } writes && writes.All(write => FunctionShape.Enclosing(write) == FunctionShape.Enclosing(value) && project.Bindings.SymbolOf(AssignedValue.OrKept(write).Unwrapped()).Declaration.Parent.Is(SyntaxKind.CatchClause));

    /// <summary>Whether a <c>catch</c> keeps what it caught in such a variable, and the function throws that on later.</summary>
    private bool ThrowsOnLater(SyntaxNode handler) => handler.FirstChild.Is(SyntaxKind.VariableDeclaration) && project.Bindings.SymbolOf(handler.FirstChild.FirstChild).References.Any(caught =>
        AssignedValue.TargetFor(caught) is { Exists: true } kept && IsKeptFailure(kept) && project.Bindings.SymbolOf(kept).References.Any(failure =>
            FunctionShape.Enclosing(failure) == FunctionShape.Enclosing(handler) && (Throwing.IsThrow(failure.Wrapped().Parent) || Throwing.IsThrow(failure.Wrapped().Parent.Parent.Wrapped().Parent))));

    private void Add(SyntaxNode node, ImmutableArray<Risk>.Builder found)
    {
        switch (node.Kind)
        {
            case SyntaxKind.ThrowStatement when !IsExhaustive(node) && !Throwing.IsOfWhatWasCaught(node) && !IsKeptFailure(Throwing.ThrownBy(node)):
                found.Add(new(node, RiskKind.Throw));
                break;
            case SyntaxKind.AwaitExpression:
                AddPromise(node.FirstChild, found, Asked());
                break;
            case SyntaxKind.ForOfStatement when node.Has(NodeFlags.Await):
                AddIterated(node.ChildAt(1), found);
                break;
            case SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression:
                AddCall(node, found);
                break;
        }
    }

    /// <summary>What makes the call itself throw, at once.</summary>
    private void AddCall(SyntaxNode call, ImmutableArray<Risk>.Builder found)
    {
        if (LogCalls.Has(call))
            return;
        switch (project.Types.CalleeOf(call))
        {
            case Callee.InProgram program:
                foreach (var function in Meant(program))
                {
                    if (!function.Has(NodeFlags.Async) && !IsExhaustivenessCheck(function))
                        found.Add(new(call, RiskKind.Through, function, FailureMode.Throws));
                }

                break;
            case Callee.Library library:
                foreach (var effect in project.Effects.Of(library.Signature))
                {
                    if (effect is Effect.CallsBack { When: CallTime.Now or CallTime.Each } calls && FunctionAt(call, calls.Function) is { Exists: true } callback && project.PromiseOperationOf(call) is not PromiseOperation.New)
                        found.Add(new(call, RiskKind.Through, callback, FailureMode.Throws));
                }

                break;
        }
    }

    /// <summary>What a call of the program's functions runs: in place of a method that only says that it is not implemented, those of the classes that extend its own.</summary>
    private IEnumerable<SyntaxNode> Meant(Callee.InProgram program)
    {
        foreach (var function in program.Functions)
        {
            if (!Throwing.IsPlaceholder(function))
            {
                yield return function;
                continue;
            }

            foreach (var method in function.Parent.Is(SyntaxKind.ClassBody) ? project.Implementations.Of(function) : [])
            {
                if (!Throwing.IsPlaceholder(method))
                    yield return method;
            }
        }
    }

    /// <summary><c>never(kind)</c> at the end of a switch: by its type it is called with nothing, so not at all.</summary>
    private static bool IsExhaustivenessCheck(SyntaxNode function) =>
        FunctionLike.From(function)?.Parameters[0] is { Exists: true } parameter && new Parameter(parameter).Type.TextIs("never"u8);

    /// <summary><c>default: { const unknown: never = kind; throw … }</c>: the compiler has shown that no value is left.</summary>
    private bool IsExhaustive(SyntaxNode thrown)
    {
        // "default: throw new UnreachableCaseError(kind)": its constructor takes a never.
        if (thrown.FirstChild.Unwrapped() is { Kind: SyntaxKind.NewExpression } made && made.Child(SyntaxKind.ArgumentList).FirstChild.Exists && thrown.Parent.Kind is SyntaxKind.DefaultClause or SyntaxKind.Block && thrown.Ancestor(SyntaxKind.DefaultClause).Exists && TakesNever(made))
            return true;
        for (var before = thrown.Parent.FirstChild; before.Exists && before != thrown; before = before.NextSibling)
        {
            if (before.Is(SyntaxKind.VariableStatement) && before.Child(SyntaxKind.VariableDeclarationList).FirstChild.Child(SyntaxKind.TypeAnnotation).FirstChild.TextIs("never"u8))
                return true;
            if (before.Is(SyntaxKind.ExpressionStatement) && before.FirstChild is { Kind: SyntaxKind.SatisfiesExpression } said && said.ChildAt(1).TextIs("never"u8))
                return true;
        }

        return false;
    }

    private bool TakesNever(SyntaxNode made) => project.Types.CalleeOf(made) is Callee.InProgram { Functions: [var constructor] }
        ? IsExhaustivenessCheck(constructor)
        : made.FirstChild.Is(SyntaxKind.Identifier) && made.FirstChild.Text is "UnreachableCaseError" or "ExhaustiveError" or "UnreachableError" or "ExhaustivenessError";

    /// <summary><c>finally { process.exit(); }</c>: nothing gets past it.</summary>
    private bool Ends(SyntaxNode cleanup)
    {
        if (!cleanup.Exists)
            return false;
        foreach (var statement in cleanup.Child(SyntaxKind.Block).Children)
        {
            if (statement.Is(SyntaxKind.ExpressionStatement) && statement.FirstChild.Is(SyntaxKind.CallExpression) && project.NeverReturns(statement.FirstChild))
                return true;
        }

        return false;
    }

    private void AddPromise(SyntaxNode expression, ImmutableArray<Risk>.Builder found, Inquiry asked)
    {
        expression = expression.Unwrapped();
        if (!expression.Exists || !asked.GoesOn())
            return;
        switch (expression.Kind)
        {
            case SyntaxKind.ConditionalExpression:
                AddPromise(expression.ChildAt(1), found, asked.Deeper);
                AddPromise(expression.ChildAt(2), found, asked.Deeper);
                break;
            case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.QuestionQuestion:
                AddPromise(expression.FirstChild, found, asked.Deeper);
                AddPromise(expression.ChildAt(1), found, asked.Deeper);
                break;
            case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.Equals or TokenKind.Comma or TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals:
                AddPromise(expression.ChildAt(1), found, asked.Deeper);
                break;
            case SyntaxKind.ArrayLiteralExpression:
                foreach (var element in expression.Children)
                    AddPromise(element.Is(SyntaxKind.SpreadElement) ? element.FirstChild : element, found, asked.Deeper);
                break;
            case SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression:
                AddPromiseOfCall(expression, found, asked);
                break;
            // "catch (error) { return error; }": what was thrown is no promise.
            case SyntaxKind.Identifier when project.Bindings.SymbolOf(expression) is { Exists: true } caught && caught.Declaration.Parent.Is(SyntaxKind.CatchClause):
                break;
            case SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression when ValuesOf(expression) is { IsDefaultOrEmpty: false } values:
                foreach (var value in values)
                    AddPromise(value, found, asked.Deeper);
                break;
            case SyntaxKind.ElementAccessExpression when gathered.PutInto(expression.FirstChild.Unwrapped()) is { IsDefault: false } values:
                foreach (var value in values)
                    AddPromise(value, found, asked.Deeper);
                break;
            case SyntaxKind.Identifier when ElementOf(expression) is { Exists: true } iterable:
                AddElements(iterable, found, asked.Deeper);
                break;
            case SyntaxKind.Identifier when project.Bindings.SymbolOf(expression) is { Exists: true } symbol && symbol.Declaration.Is(SyntaxKind.Parameter):
                found.Add(new(expression, RiskKind.Given));
                break;
            case SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression:
                if (project.ThenableOf(expression) is not Thenable.Not && !Deferreds.NeverReject(project, expression))
                    found.Add(new(expression, RiskKind.Unknown));
                break;
        }
    }

    private void AddPromiseOfCall(SyntaxNode call, ImmutableArray<Risk>.Builder found, Inquiry asked)
    {
        var arguments = call.Child(SyntaxKind.ArgumentList);
        switch (project.PromiseOperationOf(call))
        {
            case PromiseOperation.Catch or PromiseOperation.Then when project.RejectionHandlerOf(call) is { Exists: true } handler:
                AddCallback(call, handler, found, call.FirstChild.FirstChild);
                if (arguments.FirstChild != handler)
                    AddCallback(call, arguments.FirstChild, found);
                break;
            case PromiseOperation.Then or PromiseOperation.Catch or PromiseOperation.Finally:
                AddPromise(call.FirstChild.FirstChild, found, asked.Deeper);
                AddCallback(call, arguments.FirstChild, found);
                break;
            case PromiseOperation.Combine:
                AddElements(arguments.FirstChild, found, asked.Deeper);
                break;
            case PromiseOperation.AllSettled:
                break;
            case PromiseOperation.Resolve:
                AddPromise(arguments.FirstChild, found, asked.Deeper);
                break;
            case PromiseOperation.Reject when call.Wrapped().Parent is var returned && Throwing.IsThrow(returned) && IsKeptFailure(Throwing.ThrownBy(returned)):
                break;
            case PromiseOperation.Reject:
                found.Add(new(call, RiskKind.Throw));
                break;
            case PromiseOperation.Try:
                AddCallback(call, arguments.FirstChild, found);
                break;
            case PromiseOperation.New:
                AddExecutor(arguments.FirstChild.Unwrapped(), found, asked);
                break;
            case PromiseOperation.None when StoredIn(call) is { IsDefault: false } stored:
                foreach (var value in stored)
                    AddPromise(value, found, asked.Deeper);
                break;
            default:
                AddOtherCall(call, found);
                break;
        }
    }

    /// <summary>
    /// All that a map is ever given from which a call takes an entry, <c>running.get(key)</c> of <c>const running = new Map()</c>, where nobody else has the map; default for other calls.
    /// </summary>
    private ImmutableArray<SyntaxNode> StoredIn(SyntaxNode call)
    {
        if (call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || !callee.ChildAt(1).TextIs("get"u8) || callee.FirstChild.Unwrapped() is not { Kind: SyntaxKind.Identifier } name
            || project.Bindings.SymbolOf(name) is not { Exists: true, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declaration } symbol || symbol.Is(SymbolFlags.Exported)
            || declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is not { Kind: SyntaxKind.NewExpression } made || !made.FirstChild.TextIs("Map"u8) || made.Child(SyntaxKind.ArgumentList).FirstChild.Exists)
            return default;
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var reference in symbol.References)
        {
            var access = reference.Parent;
            if (!access.Is(SyntaxKind.PropertyAccessExpression) || access.FirstChild != reference || !access.Parent.Is(SyntaxKind.CallExpression) || access.Parent.FirstChild != access)
            {
                if (access.Is(SyntaxKind.PropertyAccessExpression) && access.ChildAt(1).TextIs("size"u8))
                    continue;
                return default;
            }

            if (access.ChildAt(1).TextIs("set"u8))
                found.Add(CallArguments.At(access.Parent, 1));
        }

        return found.Count > 0 && found.All(value => value.Exists) ? found.ToImmutable() : default;
    }

    private void AddOtherCall(SyntaxNode call, ImmutableArray<Risk>.Builder found)
    {
        // "import('jose')": a package that is installed is there.
        if (call.FirstChild.Is(SyntaxKind.ImportKeyword) && call.Child(SyntaxKind.ArgumentList).FirstChild is { Kind: SyntaxKind.StringLiteral } specifier && specifier.Bytes is not [_, (byte)'.' or (byte)'/', ..])
            return;
        // A line in a log.
        if (LogCalls.Has(call) && project.ThenableOf(call) is not (Thenable.Promise or Thenable.Lazy))
            return;
        // "this.run.call(self, job)" fails as `run` does.
        if (project.Types.AppliedBy(call) is { Exists: true } applied)
        {
            AddApplied(call, project.Types.TypeOf(applied).NonNullish(), found);
            return;
        }

        switch (project.Types.CalleeOf(call))
        {
            // "const { request } = useRequest(…); request()"
            case Callee.InProgram { Functions.IsEmpty: true } or Callee.Unknown when project.HandedFunctions.Of(call.FirstChild) is { IsDefault: false } handed:
                foreach (var function in handed)
                    found.Add(new(call, RiskKind.Through, function, FailureMode.Rejects));
                break;
            case Callee.InProgram program:
                foreach (var function in Meant(program))
                    found.Add(new(call, RiskKind.Through, function, FailureMode.Rejects));
                if (!program.Signatures.IsEmpty && project.ThenableOf(call) is not Thenable.Not)
                    AddSignatures(call, program, found);
                break;
            // "queue.add(work)" rejects as the work does, and by itself never.
            case Callee.Library library when project.Effects.Of(library.Signature).OfType<Effect.Throttles>().FirstOrDefault() is { Function: var path } && FunctionAt(call, path) is { Exists: true } task:
                found.Add(new(call, RiskKind.Through, task, FailureMode.Rejects));
                break;
            // "storage.run(store, work)" gives what the work gives.
            case Callee.Library library when project.Effects.Of(library.Signature).OfType<Effect.CallsBack>().FirstOrDefault(calls => calls is { When: CallTime.Now, Promise: PromiseFate.Returned }) is { } calls && FunctionAt(call, calls.Function) is { Exists: true } given:
                found.Add(new(call, RiskKind.Through, given, FailureMode.Rejects));
                break;
            // "Sentry.startSpan(options, work)" of a function that is given in its turn.
            case Callee.Library library when project.Effects.Of(library.Signature).OfType<Effect.CallsBack>().FirstOrDefault(calls => calls is { When: CallTime.Now, Promise: PromiseFate.Returned, Function.Property.Length: 0 }) is { } handing && CallArguments.At(call, handing.Function.Index).Unwrapped() is { Kind: SyntaxKind.Identifier } work && project.Bindings.SymbolOf(work).Is(SymbolFlags.Parameter):
                if (project.ThenableOf(call) is not Thenable.Not)
                    found.Add(new(call, RiskKind.HandedIn) { Called = work });
                break;
            // "Effect.runPromise(work.pipe(Effect.catchAll(report)))"
            case Callee.Library library when project.Effects.Of(library.Signature).OfType<Effect.RejectsAs>().FirstOrDefault() is { } running && project.Recovers(CallArguments.At(call, running.Work.Index)):
                break;
            case Callee.Library library:
                if (!project.Effects.Of(library.Signature).Any(effect => effect is Effect.NeverRejects or Effect.Sleeps) && project.ThenableOf(call) is Thenable.Promise or Thenable.Lazy)
                    found.Add(new(call, MakesPromise(library.Signature) ? RiskKind.Library : RiskKind.Unknown));
                // "await context.with(active, handlers[name])": it gives what a function gives that is not seen.
                else if (call.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) && project.ThenableOf(call) is not Thenable.Not && project.Effects.Of(library.Signature).Any(effect => effect is Effect.CallsBack { When: CallTime.Now, Promise: PromiseFate.Returned }))
                    found.Add(new(call, RiskKind.Unknown));
                break;
            default:
                if (project.ThenableOf(call) is Thenable.Not)
                    break;
                // "page.pipe(response)" gives what it is given.
                if (call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } member && member.ChildAt(1).TextIs("pipe"u8) && call.Child(SyntaxKind.ArgumentList).Children.Count == 1 && call.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } target && !project.FunctionNamed(target).Exists)
                {
                    AddPromise(target, found, Asked());
                    break;
                }

                found.Add(OnlyNamesake(call) is { Exists: true } namesake ? new(call, RiskKind.Through, namesake, FailureMode.Rejects) { IsGuess = true } : new(call, IsValue(call.FirstChild) ? RiskKind.HandedIn : RiskKind.Unknown));
                break;
        }
    }

    /// <summary>
    /// <c>stores.previews.loadPreview(url)</c> in a file with elements of a page, of an object of which nothing is known: the only member of that name, of several words, that the program gives a function. None where others have the name.
    /// On a server a library's own method may be called so, and more hangs on it.
    /// </summary>
    private SyntaxNode OnlyNamesake(SyntaxNode call)
    {
        if (call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || project.Bindings.ModuleOf(call.Tree) is not { } module || !callee.ChildAt(1).Text.Skip(1).Any(char.IsAsciiLetterUpper)
            || module.Path is not [.., 't' or 'j', 's', 'x'] || !project.Types.TypeOf(callee.FirstChild).NonNullish().IsUnknown)
            return default;
        return namesakes.GetOrAdd(module.NameOf(callee.ChildAt(1)), static (name, self) => self.FindOnly(name), this);
    }

    private SyntaxNode FindOnly(Name name)
    {
        var (seen, only) = (0, default(SyntaxNode));
        foreach (var identifier in project.Mentions.Named(name))
        {
            Workers.Step();
            if (++seen > MostMentions)
                return default;
            var member = identifier.Parent;
            if (member.Kind is not (SyntaxKind.MethodDeclaration or SyntaxKind.PropertyDeclaration or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment) || member.FirstAfterModifiers() != identifier || project.Bindings.ModuleOf(member.Tree)!.Roles.HasFlag(ModuleRoles.Test))
                continue;
            var function = member.Kind switch
            {
                SyntaxKind.MethodDeclaration => member,
                SyntaxKind.PropertyAssignment => new PropertyAssignment(member).Value.Unwrapped(),
                SyntaxKind.PropertyDeclaration => member.Child(SyntaxKind.Initializer).FirstChild.Unwrapped(),
                _ => default,
            };
            if (only.Exists || FunctionLike.From(function) is not { Body.Exists: true })
                return default;
            only = function;
        }

        return only;
    }

    private void AddApplied(SyntaxNode call, LightType target, ImmutableArray<Risk>.Builder found)
    {
        foreach (var function in target.Alternatives.OfType<LightType.Function>().SelectMany(alternative => alternative.Declarations))
        {
            if (FunctionShape.BodyOf(function).Exists)
                found.Add(new(call, RiskKind.Through, function, FailureMode.Rejects));
            else if (project.ThenableOf(call) is not Thenable.Not)
                found.Add(new(call, RiskKind.Unknown));
        }
    }

    /// <summary>Where the classes are seen that implement what is called, it fails as they do; else nobody knows.</summary>
    private void AddSignatures(SyntaxNode call, Callee.InProgram program, ImmutableArray<Risk>.Builder found)
    {
        var implementing = program.Signatures is [var signature] ? project.Implementations.Of(signature) : [];
        if ((IsValue(call.FirstChild) && !(IsTakenOut(call.FirstChild) && !implementing.IsEmpty)) || IsOptionalCallback(program))
        {
            found.Add(new(call, RiskKind.HandedIn));
            return;
        }

        foreach (var method in implementing)
            found.Add(new(call, RiskKind.Through, method, FailureMode.Rejects) { IsImplementation = true });
        if (implementing.IsEmpty)
            found.Add(new(call, RiskKind.Unknown));
    }

    /// <summary><c>onClose?: () => Promise&lt;void&gt;</c>: a property that a user of the object may give a function, or not.</summary>
    private static bool IsOptionalCallback(Callee.InProgram program)
    {
        foreach (var signature in program.Signatures)
        {
            var at = signature;
            while (at.Kind is SyntaxKind.FunctionType or SyntaxKind.ParenthesizedType or SyntaxKind.UnionType or SyntaxKind.TypeAnnotation)
                at = at.Parent;
            if (at.Kind is not (SyntaxKind.PropertySignature or SyntaxKind.PropertyDeclaration or SyntaxKind.MethodSignature or SyntaxKind.Parameter) || (!at.Has(NodeFlags.Optional) && !AllowsUndefined(at)))
                return false;
        }

        return !program.Signatures.IsEmpty;
    }

    private static bool AllowsUndefined(SyntaxNode declaration) => declaration.Child(SyntaxKind.TypeAnnotation).Bytes.IndexOf("undefined"u8) >= 0;

    /// <summary>By its own declaration it makes a promise; <c>map.get(key)</c> only hands out one that somebody stored.</summary>
    private bool MakesPromise(SyntaxNode signature) => signature.Child(SyntaxKind.TypeAnnotation).Bytes.IndexOf("Promise"u8) >= 0 || project.Effects.Of(signature).Any(effect => effect is Effect.Lazy);

    /// <summary><c>task()</c> of a parameter or a variable that is no declared function, or <c>route.handle()</c> of what is of a type parameter: who calls decides what that is.</summary>
    private bool IsValue(SyntaxNode callee) =>
        (callee.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } member && project.Types.TypeOf(member.FirstChild) is LightType.TypeParameter)
        || callee.Unwrapped() is { Kind: SyntaxKind.Identifier } name && project.Bindings.SymbolOf(name) is { Exists: true } symbol && symbol.Is(SymbolFlags.Parameter | SymbolFlags.Variable) && !symbol.Is(SymbolFlags.Import);

    /// <summary><c>const { send } = mailer; send()</c>: a member of an object, as <c>mailer.send()</c> is.</summary>
    private bool IsTakenOut(SyntaxNode callee) =>
        callee.Unwrapped() is { Kind: SyntaxKind.Identifier } name && project.Bindings.SymbolOf(name) is { Exists: true, IsAssignedOnce: true, Declaration: { Kind: SyntaxKind.BindingElement } element } && element.Parent is { Kind: SyntaxKind.ObjectBindingPattern } pattern && pattern.Parent.Is(SyntaxKind.VariableDeclaration);

    /// <summary>The promises of an iterable: <c>[a(), b()]</c>, <c>items.map(async …)</c>, a variable that holds either.</summary>
    private void AddElements(SyntaxNode iterable, ImmutableArray<Risk>.Builder found, Inquiry asked)
    {
        iterable = iterable.Unwrapped();
        if (!iterable.Exists || !asked.GoesOn())
            return;
        if (iterable.Is(SyntaxKind.ArrayLiteralExpression))
        {
            AddEach([.. iterable.Children], found, asked);
        }
        else if (iterable.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(iterable) is Callee.Library library
            && project.Effects.Of(library.Signature).OfType<Effect.CallsBack>().FirstOrDefault(calls => calls.Promise is PromiseFate.Returned) is { } returning
            && FunctionAt(iterable, returning.Function) is { Exists: true } callback)
        {
            found.Add(new(iterable, RiskKind.Through, callback, FailureMode.Rejects));
        }
        // "rows.map(async (row) => …)" of rows out of sight.
        else if (iterable.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(iterable) is Callee.Unknown && project.Types.TypeOf(iterable) is LightType.Array && CallArguments.At(iterable, 0).Unwrapped() is var each && FunctionLike.From(each) is not null)
        {
            found.Add(new(iterable, RiskKind.Through, each, FailureMode.Rejects));
        }
        else if (iterable.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(iterable) is Callee.InProgram { Functions: [var made], Signatures.IsEmpty: true } && FunctionLike.From(made) is { IsGenerator: false, Body.Exists: true } maker && !made.Has(NodeFlags.Async))
        {
            foreach (var result in Inference.ResultsOf(maker))
                AddElements(result, found, asked.Deeper);
        }
        else if (iterable.Is(SyntaxKind.Identifier) && GivenFor(iterable) is { IsDefaultOrEmpty: false } arguments)
        {
            foreach (var argument in arguments)
                AddElements(argument, found, asked.Deeper);
        }
        else if (iterable.Is(SyntaxKind.Identifier) && ValuesOf(iterable) is [var value] && !value.Is(SyntaxKind.ArrayLiteralExpression))
        {
            AddElements(value, found, asked.Deeper);
        }
        else if (iterable.Is(SyntaxKind.Identifier) && gathered.PushedInto(iterable) is { IsDefault: false } pushed)
        {
            AddEach(pushed, found, asked);
        }
        else if (iterable.Is(SyntaxKind.PropertyAccessExpression) && (gathered.PushedIntoField(iterable) is { IsDefault: false } kept || (kept = gathered.AddedToMember(iterable)) is { IsDefault: false }))
        {
            AddEach(kept, found, asked);
        }
        else if (project.Types.ThenableOf(project.Types.TypeOf(iterable).Element()) is not Thenable.Not)
        {
            found.Add(new(iterable, RiskKind.Unknown));
        }
    }

    /// <summary>The elements of a list that is written out, and those of the lists that are spread in it.</summary>
    private void AddEach(ImmutableArray<SyntaxNode> elements, ImmutableArray<Risk>.Builder found, Inquiry asked)
    {
        foreach (var element in elements)
        {
            if (element.Is(SyntaxKind.SpreadElement))
                AddElements(element.FirstChild, found, asked.Deeper);
            else
                AddPromise(element, found, asked.Deeper);
        }
    }

    /// <summary>
    /// What a function that only the program calls, by its name, is given for a parameter that is never written: <c>drain(pipes)</c> with <c>function drain(pipes: Promise&lt;void&gt;[])</c>;
    /// default for anything else.
    /// </summary>
    private ImmutableArray<SyntaxNode> GivenFor(SyntaxNode name)
    {
        if (project.Bindings.SymbolOf(name) is not { Exists: true } symbol || !symbol.Is(SymbolFlags.Parameter) || !symbol.Writes.IsEmpty
            || symbol.Declaration is not { Kind: SyntaxKind.Parameter } parameter || !parameter.FirstAfterModifiers().Is(SyntaxKind.Identifier) || parameter.Has(NodeFlags.Rest) || parameter.Child(SyntaxKind.Initializer).Exists
            || DeclarationOf(parameter.Parent.Parent) is not { Exists: true } declared || project.FunctionOf(parameter.Parent.Parent) is not { } function || function.Module.SymbolOfDeclaration(declared).Is(SymbolFlags.Exported) || IsExtended(declared) || project.Callers.IsHandedOver(function))
            return default;
        var place = new Parameter(parameter).Place;
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var call in project.Callers.CallsTo(function).Take(MostCalls + 1))
        {
            if (found.Count == MostCalls || CallArguments.At(call, place) is not { Exists: true } argument || argument.Is(SyntaxKind.SpreadElement))
                return default;
            found.Add(argument);
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a class of the program extends another, whose constructor it calls as <c>super(…)</c>.</summary>
    internal bool IsExtended(SyntaxNode declaration) => declaration.Is(SyntaxKind.ClassDeclaration) && project.Bindings.ModuleOf(declaration.Tree)!.SymbolOfDeclaration(declaration) is { Exists: true } extended
        && project.Mentions.Of(extended).Any(mention => mention.Ancestor(SyntaxKind.HeritageClause).Exists);

    /// <summary>What gives a function its name: itself, or the constant that it is the value of, <c>const drain = (pipes) => …</c>; of a constructor its class; none for what nobody can call by a name.</summary>
    private static SyntaxNode DeclarationOf(SyntaxNode function) => function.Is(SyntaxKind.FunctionDeclaration) ? function
        : function.Is(SyntaxKind.Constructor) && function.Parent.Parent is { Kind: SyntaxKind.ClassDeclaration } made ? made
        : function.Kind is SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression && function.Parent.Is(SyntaxKind.Initializer) && function.Parent.Parent is { Kind: SyntaxKind.VariableDeclaration } variable && variable.FirstChild.Is(SyntaxKind.Identifier) ? variable : default;

    /// <summary><c>read().forEach((promise) => …)</c>: the list whose element a parameter is.</summary>
    private SyntaxNode ElementOf(SyntaxNode name)
    {
        if (project.Bindings.SymbolOf(name) is not { Exists: true } symbol || !symbol.Is(SymbolFlags.Parameter) || !symbol.Writes.IsEmpty || symbol.Declaration is not { Kind: SyntaxKind.Parameter } parameter || parameter.Parent.FirstChild != parameter
            || Callers.Argument(parameter.Parent.Parent) is not { Call.Exists: true, Place: 0 } given || given.Call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || !callee.ChildAt(1).TextIs("forEach"u8))
            return default;
        return callee.FirstChild;
    }

    private void AddIterated(SyntaxNode iterable, ImmutableArray<Risk>.Builder found)
    {
        iterable = iterable.Unwrapped();
        if (iterable.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(iterable) is Callee.InProgram { Signatures.IsEmpty: true } program)
        {
            foreach (var function in program.Functions)
                found.Add(new(iterable, RiskKind.Through, function, FailureMode.Rejects));
            return;
        }

        found.Add(new(iterable, project.Types.CalleeOf(iterable) is Callee.Library ? RiskKind.Library : RiskKind.Unknown));
    }

    /// <summary>A function that somebody calls and whose promise becomes part of the result: the handler of <c>then</c>; that of <c>catch</c> only when its receiver rejects.</summary>
    private void AddCallback(SyntaxNode call, SyntaxNode callback, ImmutableArray<Risk>.Builder found, SyntaxNode receiver = default)
    {
        if (!callback.Exists)
            return;
        if (project.FunctionNamed(callback) is { Exists: true } function)
            found.Add(new(call, RiskKind.Through, function, FailureMode.Rejects) { Receiver = receiver });
    }

    /// <summary><c>new Promise((resolve, reject) => …)</c>: it rejects when <c>reject</c> is used, when the executor throws, or when it is resolved with a promise that does.</summary>
    private void AddExecutor(SyntaxNode executor, ImmutableArray<Risk>.Builder found, Inquiry asked)
    {
        if (FunctionLike.From(executor) is not { Body.Exists: true } shape)
        {
            // Wrong programs have a "new Promise()", which throws at once.
            if (executor.Exists)
                found.Add(new(executor, RiskKind.Unknown));
            return;
        }

        if (project.Bindings.ModuleOf(executor.Tree) is not { } module)
            return;
        if (shape.Parameters[1] is { Exists: true } second)
        {
            foreach (var reject in module.LocalSymbolOf(new Parameter(second).Name).References.Where(use => !IsOfRandom(use)))
            {
                if (RejectedBefore(reject, executor) is { Exists: true } before)
                {
                    AddPromise(before, found, asked.Deeper);
                    continue;
                }

                found.Add(new(reject, RiskKind.Throw));
                break;
            }
        }

        if (shape.Parameters[0] is { Exists: true } first)
        {
            foreach (var resolve in module.LocalSymbolOf(new Parameter(first).Name).References)
            {
                if (resolve.Parent.Is(SyntaxKind.CallExpression) && resolve.Parent.FirstChild == resolve && resolve.Parent.Child(SyntaxKind.ArgumentList).FirstChild is { Exists: true } value && project.ThenableOf(value) is Thenable.Promise)
                    AddPromise(value, found, asked.Deeper);
            }
        }

        if (!executor.Has(NodeFlags.Async))
            found.Add(new(executor, RiskKind.Through, executor, FailureMode.Throws));
    }

    /// <summary><c>work.then(resolve, reject)</c>, <c>work.catch((error) => { stop(); reject(error); })</c>: the promise of which a rejection alone leads to a <c>reject</c>; none for others.</summary>
    private SyntaxNode RejectedBefore(SyntaxNode reject, SyntaxNode executor)
    {
        var handler = FunctionShape.Enclosing(reject) is var around && around != executor ? around : reject;
        return Callers.Argument(handler) is { Call: { Exists: true } call } && FunctionShape.Enclosing(call) == executor && project.RejectionHandlerOf(call).Unwrapped() == handler ? call.FirstChild.FirstChild : default;
    }

    /// <summary><c>randomBytes(16, (error, bytes) => error ? reject(error) : resolve(bytes))</c>: the machine has random bytes.</summary>
    private bool IsOfRandom(SyntaxNode reject) => Callers.Argument(FunctionShape.Enclosing(reject)) is { Call.Exists: true } given && project.Types.CalleeOf(given.Call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Fresh);

    /// <summary>All values that a variable, or a field of <c>this</c>, is ever given, as the declaration's file shows; so with a <c>readonly</c> field of another object. Nothing when some come from elsewhere.</summary>
    private ImmutableArray<SyntaxNode> ValuesOf(SyntaxNode place)
    {
        var values = ImmutableArray.CreateBuilder<SyntaxNode>();
        if (place.Is(SyntaxKind.PropertyAccessExpression))
        {
            var body = place.FirstChild.Is(SyntaxKind.ThisKeyword) ? place.Ancestor(SyntaxKind.ClassBody)
                : project.Types.SymbolOf(place) is { Exists: true } field && field.Declaration.Is(SyntaxKind.PropertyDeclaration) && field.Declaration.Has(NodeFlags.Readonly) && !field.Module.IsBuiltIn ? field.Declaration.Ancestor(SyntaxKind.ClassBody) : default;
            if (!body.Exists)
                return [];
            var name = place.ChildAt(1);
            foreach (var node in body.DescendantsAndSelf)
            {
                if (node.Is(SyntaxKind.PropertyDeclaration) && node.FirstAfterModifiers().TextIs(name.Bytes) && node.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial)
                    values.Add(initial);
                else if (node.Is(SyntaxKind.PropertyAccessExpression) && node.FirstChild.Is(SyntaxKind.ThisKeyword) && node.ChildAt(1).TextIs(name.Bytes) && AssignedValue.OrKept(node) is { Exists: true } assigned)
                    values.Add(assigned);
            }

            return values.ToImmutable();
        }

        var symbol = project.Bindings.SymbolOf(place);
        if (!symbol.Exists || !symbol.Declaration.Is(SyntaxKind.VariableDeclaration) || !symbol.Declaration.FirstChild.Is(SyntaxKind.Identifier))
            return [];
        if (symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } first)
            values.Add(first);
        foreach (var write in symbol.Writes)
        {
            if (AssignedValue.OrKept(write) is not { Exists: true } assigned)
                return [];
            values.Add(assigned);
        }

        return values.ToImmutable();
    }

    private SyntaxNode FunctionAt(SyntaxNode call, ArgumentPath path) =>
        path.Property.Length > 0 ? default : project.FunctionNamed(call.Child(SyntaxKind.ArgumentList).ChildAt(path.Index));
}
