using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A promise that is made and that nobody takes.</summary>
/// <param name="Promise">The expression that evaluates to it, or to an array of promises.</param>
/// <param name="Form">How it is dropped.</param>
/// <param name="IsAssumed">Nothing is known of its type; that it has a <c>then</c> says that it is a promise.</param>
public sealed record DroppedPromise(SyntaxNode Promise, DropForm Form, bool IsAssumed)
{
    /// <summary>Whether <c>void</c> says that nobody waits for it.</summary>
    public bool IsVoid => Promise.Wrapped().Parent.Is(SyntaxKind.VoidExpression);

    /// <summary>For one that is abandoned: where the function ends without anybody waiting for it.</summary>
    public SyntaxNode EndedAt { get; init; }

    /// <summary>For a call of which nothing is known: where the file awaits the same; none otherwise.</summary>
    public SyntaxNode AwaitedAt { get; init; }

    /// <summary>Whether its type says that it may just as well be none: <c>void | Promise&lt;void&gt;</c>.</summary>
    public bool NeedBeNone { get; init; }

    /// <summary>Whether a comment beside it, or above it and its like, says that an unhandled rejection is what is wanted: <c>// if this errors, unhandled rejection should cause process to exit</c></summary>
    public bool IsSaidToEnd => UnhandledOnPurpose.IsSaidOf(Promise);

    /// <summary>Whether it is a rejection that is made for nobody, of what was caught: <c>catch (error) { Promise.reject(error); }</c> in a function that is not async. The process is to hear of it.</summary>
    public bool IsMadeToEnd => Form is DropForm.Statement or DropForm.Void && Promise.Unwrapped() is { Kind: SyntaxKind.CallExpression } call && call.FirstChild.TextIs("Promise.reject"u8) && !FunctionShape.Enclosing(call).Has(NodeFlags.Async)
        && Promise.Ancestor(SyntaxKind.CatchClause) is { Exists: true } handler && handler.FirstChild.Is(SyntaxKind.VariableDeclaration) && handler.FirstChild.FirstChild.TextIs(call.Child(SyntaxKind.ArgumentList).FirstChild.Bytes);
}

/// <summary>How a promise is dropped.</summary>
public enum DropForm
{
    /// <summary>It is a statement.</summary>
    Statement,

    /// <summary><c>void f()</c>: silences a linter, takes nothing.</summary>
    Void,

    /// <summary><c>p.then(ok)</c> with nothing for a rejection.</summary>
    NoHandler,

    /// <summary><c>p.catch()</c> with nothing to take the rejection.</summary>
    EmptyCatch,

    /// <summary><c>p.finally(f)</c>, which passes a rejection on.</summary>
    Finally,

    /// <summary>It is given to a variable that nobody reads.</summary>
    Unused,

    /// <summary>It is an array of promises.</summary>
    Array,

    /// <summary>It is collected with others, and a way out of the function goes past those who would wait for them.</summary>
    Abandoned,

    /// <summary>Its work begins only when somebody awaits it, and nobody does.</summary>
    Lazy,

    /// <summary>Its rejection is taken, and what takes it, or its result, can fail in its turn.</summary>
    HandlerFails,
}

/// <summary>Finds the expressions whose value nobody uses, and tells which of them are promises.</summary>
internal static class DroppedPromises
{
    private static readonly KindSet Kinds = KindSet.Of(SyntaxKind.ExpressionStatement, SyntaxKind.ForIncrement, SyntaxKind.ForInitializer, SyntaxKind.VoidExpression, SyntaxKind.BinaryExpression, SyntaxKind.VariableDeclaration, SyntaxKind.ArrowFunction);

    private static readonly KindSet Awaits = KindSet.Of(SyntaxKind.AwaitExpression);

    private const int MostFunctions = 4;

    /// <summary>What is called by more than a name and a path to it is written once.</summary>
    private const int LongestName = 80;

    /// <summary>The dropped promises of a file, by position.</summary>
    public static ImmutableArray<DroppedPromise> In(ProjectModel project, Module module)
    {
        var found = ImmutableArray.CreateBuilder<DroppedPromise>();
        var awaited = AwaitedIn(project, module);
        foreach (var node in module.Tree.NodesOf(Kinds))
        {
            switch (node.Kind)
            {
                case SyntaxKind.ExpressionStatement when awaited.Count > 0 && node.FirstChild is { Kind: SyntaxKind.CallExpression } call && call.FirstChild.Span.Length < LongestName && awaited.TryGetValue(call.FirstChild.Text, out var times) && times > 1 && project.PromiseOperationOf(call) is PromiseOperation.None && PromiseValues.AwaitedAlike(project, call) is { Exists: true } alike:
                    found.Add(new(call, DropForm.Statement, IsAssumed: true) { AwaitedAt = alike });
                    break;
                case SyntaxKind.ExpressionStatement or SyntaxKind.ForIncrement or SyntaxKind.ForInitializer when !node.FirstChild.Is(SyntaxKind.VariableDeclarationList):
                    Examine(project, node.FirstChild, DropForm.Statement, found);
                    break;
                case SyntaxKind.VoidExpression:
                    Examine(project, node.FirstChild, DropForm.Void, found);
                    break;
                case SyntaxKind.BinaryExpression when node.Operator is TokenKind.Comma:
                    Examine(project, node.FirstChild, DropForm.Statement, found);
                    break;
                case SyntaxKind.VariableDeclaration when node.Child(SyntaxKind.Initializer).FirstChild is { Kind: SyntaxKind.ArrayLiteralExpression, FirstChild.Exists: false }:
                    if (Abandoned(project, module, node) is { } abandoned)
                        found.Add(abandoned);
                    break;
                // "items.forEach((item) => db('stock').insert(item))"
                case SyntaxKind.ArrowFunction when !node.Has(NodeFlags.Async) && FunctionShape.BodyOf(node).Unwrapped() is { Kind: SyntaxKind.CallExpression } result && Callers.Argument(node) is { Call.Exists: true } given && CallName.Of(given.Call).TextIs("forEach"u8) && project.ThenableOf(result) is Thenable.Lazy:
                    Judge(project, result, DropForm.Statement, found);
                    break;
                case SyntaxKind.VariableDeclaration when IsUnread(node, module):
                    Examine(project, node.Child(SyntaxKind.Initializer).FirstChild, DropForm.Unused, found);
                    break;
            }
        }

        found.RemoveAll(dropped => DeadCode.IsRuledOut(dropped.Promise) || project.EmptyLists.Holds(dropped.Promise));
        return found.ToImmutable();
    }

    /// <summary>What the file calls and awaits on the spot, and how often; nothing in tests and pages.</summary>
    private static Dictionary<string, int> AwaitedIn(ProjectModel project, Module module)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        if (module.Roles.HasFlag(ModuleRoles.Test) || project.IsInBrowser(module))
            return found;
        foreach (var wait in module.Tree.NodesOf(Awaits))
        {
            if (wait.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } call && call.FirstChild.Span.Length < LongestName)
                CollectionsMarshal.GetValueRefOrAddDefault(found, call.FirstChild.Text, out _)++;
        }

        return found;
    }

    /// <summary><c>const p = f();</c> and p is never named again.</summary>
    private static bool IsUnread(SyntaxNode declaration, Module module)
    {
        if (!declaration.FirstChild.Is(SyntaxKind.Identifier) || !declaration.Child(SyntaxKind.Initializer).Exists || declaration.Parent.Has(NodeFlags.Using))
            return false;
        var symbol = module.SymbolOfDeclaration(declaration);
        return symbol.Exists && !symbol.Is(SymbolFlags.Exported) && (module.IsModule || !symbol.IsModuleLevel) && symbol.References.IsEmpty;
    }

    /// <summary>
    /// "const all = []; … all.push(send(x)); … if (quick) return; … await Promise.all(all);": who returns there leaves the promises to themselves. Any mention of the array on the way may be somebody who takes them.
    /// </summary>
    private static DroppedPromise? Abandoned(ProjectModel project, Module module, SyntaxNode declaration)
    {
        if (module.Roles.HasFlag(ModuleRoles.Test) || module.SymbolOfDeclaration(declaration) is not { Exists: true, IsAssignedOnce: true, IsCaptured: false, IsModuleLevel: false, References.Length: > 1 } all || project.FunctionAround(declaration) is not { IsTopLevel: false } function)
            return null;
        var pushes = all.References.Where(reference => IsPush(reference)).ToList();
        var others = all.References.Except(pushes).Where(reference => reference != declaration.FirstChild).ToList();
        if (pushes.Count == 0 || others.Count == 0 || pushes.Count > MostFunctions)
            return null;
        foreach (var push in pushes)
        {
            var promise = push.Parent.Parent.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
            if (promise.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(promise) is { Exists: true, IsAssignedOnce: true, Declaration.Kind: SyntaxKind.VariableDeclaration } held)
                promise = held.References.Count(reference => reference != held.Declaration.FirstChild) == 1 ? held.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() : default;
            if (!promise.Is(SyntaxKind.CallExpression) || project.ThenableOf(promise) is not Thenable.Promise || project.RejectionHandlerOf(promise).Exists || function.Flow is not { } graph || graph.PointsOf(push.Parent.Parent) is not [var start, ..])
                continue;
            // "if (i === files.length - 1) return Promise.all(all)" inside the loop that collects: the last turn takes them.
            var loop = LoopAround(push, function.Node);
            if (loop.Exists && others.Exists(other => loop.Span.Contains(other.Span)))
                continue;
            bool Names(int point) => graph.Points[point].Op is FlowOp.Read && others.Contains(graph.Points[point].Node);
            if (graph.ReachableFrom(start, Names, exceptions: false)[graph.Returns] && function.PathBy(push.Parent.Parent, EdgeKind.Next, [.. others.Select(CallAround)]) is { Thrown: false } path)
                return new(promise, DropForm.Abandoned, IsAssumed: false) { EndedAt = path.Last.Node };
        }

        return null;
    }

    private static SyntaxNode LoopAround(SyntaxNode node, SyntaxNode function)
    {
        for (var at = node.Parent; at.Exists && at != function; at = at.Parent)
        {
            if (FunctionShape.IsLoop(at))
                return at;
        }

        return default;
    }

    private static bool IsPush(SyntaxNode reference) =>
        reference.Parent.Is(SyntaxKind.PropertyAccessExpression) && reference.Parent.FirstChild == reference && reference.Parent.ChildAt(1).TextIs("push"u8) && reference.Parent.Parent.Is(SyntaxKind.CallExpression) && reference.Parent.Parent.FirstChild == reference.Parent;

    /// <summary>The call that a mention is an argument of, or that is made on it.</summary>
    private static SyntaxNode CallAround(SyntaxNode reference)
    {
        var at = reference;
        while (at.Exists && at.Kind is not (SyntaxKind.CallExpression or SyntaxKind.Block))
            at = at.Parent;
        return at;
    }

    private static void Examine(ProjectModel project, SyntaxNode expression, DropForm form, ImmutableArray<DroppedPromise>.Builder found)
    {
        var written = expression;
        expression = expression.Unwrapped();
        switch (expression.Kind)
        {
            // What is assigned is kept; what is awaited is taken; "void f()" and "a, b" are looked at by themselves.
            case SyntaxKind.BinaryExpression when AssignmentOf(expression):
            case SyntaxKind.AwaitExpression or SyntaxKind.VoidExpression or SyntaxKind.YieldExpression:
            case SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression or SyntaxKind.ClassExpression or SyntaxKind.StringLiteral or SyntaxKind.SuperKeyword:
                return;
            case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.Comma:
                Examine(project, expression.ChildAt(1), form, found);
                return;
            case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.QuestionQuestion:
                // Chains lean left for thousands of terms: walked, not recursed into.
                for (; expression.Is(SyntaxKind.BinaryExpression) && expression.Operator is TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.QuestionQuestion; expression = expression.FirstChild.Unwrapped())
                    Examine(project, expression.ChildAt(1), form, found);
                Examine(project, expression, form, found);
                return;
            case SyntaxKind.ConditionalExpression:
                Examine(project, expression.ChildAt(1), form, found);
                Examine(project, expression.ChildAt(2), form, found);
                return;
            case SyntaxKind.CallExpression:
                ExamineCall(project, expression, form, found);
                return;
            default:
                // "(job as Promise<void>);": only the cast knows.
                Judge(project, project.ThenableOf(expression) is Thenable.Unknown ? written : expression, form, found);
                return;
        }
    }

    private static bool AssignmentOf(SyntaxNode expression) => expression.Operator is >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals;

    private static void ExamineCall(ProjectModel project, SyntaxNode call, DropForm form, ImmutableArray<DroppedPromise>.Builder found)
    {
        switch (project.PromiseOperationOf(call))
        {
            case PromiseOperation.Then or PromiseOperation.Catch when project.RejectionHandlerOf(call).Exists:
                found.Add(new(call, DropForm.HandlerFails, IsAssumed: true));
                break;
            case PromiseOperation.Then or PromiseOperation.Catch:
                if (project.ThenableOf(call.FirstChild.FirstChild) is var thenable and (Thenable.Promise or Thenable.Unknown) && project.Types.CanTellOfRejection(project.Types.TypeOf(call.FirstChild.FirstChild)))
                    found.Add(new(call, project.PromiseOperationOf(call) is PromiseOperation.Catch ? DropForm.EmptyCatch : DropForm.NoHandler, thenable is Thenable.Unknown));
                break;
            // "finished.finally(…)" of something out of sight: only promises have a method of that name.
            case PromiseOperation.Finally when call.FirstChild.FirstChild.Unwrapped().Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression && project.ThenableOf(call.FirstChild.FirstChild) is Thenable.Unknown && call.Child(SyntaxKind.ArgumentList).FirstChild.Exists:
                found.Add(new(call, DropForm.Finally, IsAssumed: true));
                break;
            case PromiseOperation.Finally:
                Examine(project, call.FirstChild.FirstChild, DropForm.Finally, found);
                break;
            // "void send(…)" of something out of sight: it is written where a promise is left to itself.
            case PromiseOperation.None when form is DropForm.Void && project.Types.TypeOf(call).IsUnknown:
                if (project.Bindings.ModuleOf(call.Tree) is { } module && !module.Roles.HasFlag(ModuleRoles.Test) && !project.IsInBrowser(module))
                    found.Add(new(call, form, IsAssumed: true));
                break;
            default:
                Judge(project, call, form, found);
                break;
        }
    }

    private static void Judge(ProjectModel project, SyntaxNode expression, DropForm form, ImmutableArray<DroppedPromise>.Builder found)
    {
        var thenable = project.ThenableOf(expression);
        if (IsPartOfArray(project, expression))
            return;
        if (thenable is Thenable.Promise && !GivesItself(project, expression) && project.Types.CanTellOfRejection(project.Types.TypeOf(expression)) && !IsHandled(project, expression))
            found.Add(new(expression, form, IsAssumed: false) { NeedBeNone = project.Types.TypeOf(expression).Alternatives.Any(type => type is LightType.Primitive { Kind: PrimitiveKind.Void }) });
        // What is told of the end begins at once.
        else if (thenable is Thenable.Lazy && !IsBuilderInHand(project, expression) && !FunctionShape.IsGivenErrorFirst(expression))
            found.Add(new(expression, DropForm.Lazy, IsAssumed: false));
        else if (project.Types.TypeOf(expression).NonNullish().Alternatives.Any(type => type is LightType.Array or LightType.Tuple && project.Types.ThenableOf(type.Element()) is Thenable.Promise))
            found.Add(new(expression, DropForm.Array, IsAssumed: false));
    }

    /// <summary><c>running.splice(0, 1);</c> makes no promise: it hands out those that the array held, which somebody may well have taken.</summary>
    private static bool IsPartOfArray(ProjectModel project, SyntaxNode expression)
    {
        if (!expression.Is(SyntaxKind.CallExpression) || expression.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || callee.ChildAt(1).TextIs("map"u8))
            return false;
        var type = project.Types.TypeOf(callee.FirstChild).NonNullish();
        return type.Alternatives.Any(alternative => project.Types.ThenableOf(alternative.Element()) is Thenable.Promise);
    }

    /// <summary>"let done: Callback; new Promise((resolve) => { done = resolve; }); … done(value)": what settles a promise returns nothing, whatever the variable is declared to be.</summary>
    private static bool IsSettler(ProjectModel project, SyntaxNode call) =>
        call.Is(SyntaxKind.CallExpression) && call.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } callee && project.Bindings.SymbolOf(callee) is { Exists: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } declared } variable
        && !declared.Child(SyntaxKind.Initializer).Exists && variable.Writes is { IsEmpty: false } writes && writes.All(write => Flow.AssignedValue.Of(write) is { Kind: SyntaxKind.Identifier } value && project.Bindings.SymbolOf(value) is { Exists: true, Declaration: { Kind: SyntaxKind.Parameter } settler }
            && Callers.Argument(settler.Parent.Parent) is { Call.Exists: true } given && project.PromiseOperationOf(given.Call) is PromiseOperation.New);

    /// <summary>The function that a call is given to hear of its failure, beside the promise that it makes; none for other calls.</summary>
    public static SyntaxNode ReporterOf(ProjectModel project, SyntaxNode call)
    {
        if (!call.Is(SyntaxKind.CallExpression) || project.Types.CalleeOf(call) is not Callee.Library library || project.Effects.Of(library.Signature).OfType<Effect.Reports>().FirstOrDefault() is not { Function: var path }
            || CallArguments.At(call, path.Index).Unwrapped() is not { Kind: SyntaxKind.ObjectLiteralExpression } options)
            return default;
        foreach (var option in options.Children)
        {
            if (option.FirstAfterModifiers().Text == path.Property)
                return option;
        }

        return default;
    }

    /// <summary>The library hears of the rejection by another way, as its knowledge file says.</summary>
    private static bool IsHandled(ProjectModel project, SyntaxNode call) =>
        IsSettler(project, call) || project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Handled);

    /// <summary>
    /// <c>query.where(…);</c> on a builder that a variable holds: it changes the builder, which runs later. So it does where a function is handed the builder, or an object
    /// keeps it: <c>onlyOpen(query).limit(10); filters.append();</c>. Only a function that is seen to make its builder makes a query that can be forgotten.
    /// </summary>
    private static bool IsBuilderInHand(ProjectModel project, SyntaxNode expression, int depth = 0)
    {
        while (expression.Kind is SyntaxKind.CallExpression or SyntaxKind.PropertyAccessExpression or SyntaxKind.ElementAccessExpression or SyntaxKind.NonNullExpression or SyntaxKind.ParenthesizedExpression)
        {
            if (expression.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(expression) is var callee and not Callee.Library)
                return depth is MostFunctions || callee is not Callee.InProgram { Functions: [_, ..] functions, Signatures.IsEmpty: true } || !functions.All(function => MakesBuilder(project, function, depth));
            expression = expression.FirstChild;
            if (expression.Kind is SyntaxKind.Identifier or SyntaxKind.ThisKeyword or SyntaxKind.PropertyAccessExpression && project.ThenableOf(expression) is Thenable.Lazy or Thenable.Promise)
                return true;
        }

        return expression.Is(SyntaxKind.Identifier) && project.ThenableOf(expression) is Thenable.Unknown;
    }

    /// <summary><c>query.transacting(trx);</c> of a promise with methods that give it back: no other than the one that is in hand.</summary>
    private static bool GivesItself(ProjectModel project, SyntaxNode expression) =>
        expression.Is(SyntaxKind.CallExpression) && expression.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression } held
        && project.Types.CalleeOf(expression) is Callee.Library library && new FunctionLike(library.Signature).ReturnType.Is(SyntaxKind.ThisType) && project.ThenableOf(held) is Thenable.Promise;

    private static bool MakesBuilder(ProjectModel project, SyntaxNode function, int depth) =>
        FunctionLike.From(function) is { Body.Exists: true } shape && Inference.ResultsOf(shape).Select(result => result.Unwrapped()).ToList() is [_, ..] results
        && results.All(result => project.ThenableOf(result) is Thenable.Lazy && result.Is(SyntaxKind.CallExpression) && !IsBuilderInHand(project, result, depth + 1));
}
