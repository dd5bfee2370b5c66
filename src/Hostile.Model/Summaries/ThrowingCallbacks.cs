using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A function that throws where whoever calls it is no code of the program, so nobody can catch it.</summary>
/// <param name="Callback">The function.</param>
/// <param name="Taker">The call that it is given to.</param>
/// <param name="Path">What throws in it.</param>
/// <param name="IsAssumed">That the taker calls it later is told from the shape of the callback only: <c>(error, result) => …</c>.</param>
public sealed record ThrowingCallback(SyntaxNode Callback, SyntaxNode Taker, RejectionPath Path, bool IsAssumed)
{
    /// <summary>Whether it runs once, soon, because the program said so: a throw in a timer can be a way to stop everything.</summary>
    public bool IsTimer { get; init; }

    /// <summary>Whether it throws where what came with a message is no JSON: who sends it is another process.</summary>
    public bool Parses { get; init; }
}

/// <summary>Finds callbacks of timers, emitters and Node-style functions that throw.</summary>
internal static class ThrowingCallbacks
{
    private static readonly KindSet Lists = KindSet.Of(SyntaxKind.ArgumentList);

    /// <summary>Deeper throws are seldom reached with what the callback passes on.</summary>
    private const int LongestWay = 1;

    /// <summary>Those of a file, by position.</summary>
    public static IEnumerable<ThrowingCallback> In(ProjectModel project, Module module)
    {
        foreach (var list in module.Tree.NodesOf(Lists))
        {
            var place = -1;
            foreach (var argument in list.Children)
            {
                place++;
                var callback = argument.Unwrapped();
                if (callback.Kind is not (SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression) || callback.Has(NodeFlags.Async) || callback.Has(NodeFlags.Generator) || OnlyThrows(callback))
                    continue;
                var taking = TakingOf(project, list.Parent, place, callback);
                if (taking is false && IsOfMessages(project, list.Parent) && ParseIn(project, callback) is { Exists: true } parse)
                {
                    yield return new(callback, list.Parent, new([], parse, true) { IsThrow = true }, false) { Parses = true };
                    continue;
                }

                if (taking is null || project.Rejections.Of(callback, FailureMode.Throws) is not { IsThrow: true } path || path.Calls.Length > LongestWay)
                    continue;
                yield return new(callback, list.Parent, path, taking.Value) { IsTimer = !taking.Value && project.Types.CalleeOf(list.Parent) is Callee.Library { Signature.Kind: SyntaxKind.FunctionDeclaration or SyntaxKind.MethodSignature } };
            }
        }
    }

    /// <summary><c>socket.on('message', …)</c>: an emitter calls it with what another process has sent.</summary>
    private static bool IsOfMessages(ProjectModel project, SyntaxNode call) => project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature) is var effects
        && effects.Any(effect => effect is Effect.Listens) && effects.Any(effect => effect is Effect.Root { Kind: RootKind.Message });

    /// <summary><c>JSON.parse(data.toString())</c> of what the callback is given, with no <c>try</c> around it; none when there is none.</summary>
    private static SyntaxNode ParseIn(ProjectModel project, SyntaxNode callback)
    {
        if (project.FunctionOf(callback) is not { Values: { } values } function)
            return default;
        foreach (var node in FunctionShape.OwnNodes(callback))
        {
            if (node.Is(SyntaxKind.CallExpression) && node.FirstChild.Bytes.SequenceEqual("JSON.parse"u8) && !function.CatchAround(node).Exists
                && values.OriginsOf(node.Child(SyntaxKind.ArgumentList).FirstChild).Any(origin => origin.Node.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(origin.Node) is { Exists: true } symbol && symbol.Declaration.Is(SyntaxKind.Parameter) && symbol.Declaration.Parent.Parent == callback))
                return node;
        }

        return default;
    }

    /// <summary>Whether it is assumed that nobody can catch; null when somebody can.</summary>
    private static bool? TakingOf(ProjectModel project, SyntaxNode call, int place, SyntaxNode callback)
    {
        switch (project.Types.CalleeOf(call))
        {
            case Callee.Library library:
                var effects = project.Effects.Of(library.Signature);
                // What an operator of an observable throws is the observable's error.
                if (effects.Any(effect => effect is Effect.Catches))
                    return null;
                // A framework catches what a handler throws; a listener of the program's own emitters throws into whoever emits; at the end of the process a throw is an exit.
                if (effects.Any(effect => effect is Effect.Root { Kind: RootKind.Request or RootKind.Signal }) || (effects.Any(effect => effect is Effect.Listens) && IsOwn(project, call)))
                    return null;
                return effects.OfType<Effect.CallsBack>().Any(calls => calls.Function.Property.Length == 0 && calls.Function.Index == place && calls.When is CallTime.Later or CallTime.Often && calls.Promise is PromiseFate.Dropped) ? false : null;
            case Callee.Unknown when !call.Is(SyntaxKind.NewExpression) && IsLast(call, callback) && IsNodeStyle(callback) && !call.Parent.Is(SyntaxKind.AwaitExpression) && !IsChain(CallName.Of(call)):
                return true;
            default:
                return null;
        }
    }

    private static bool IsOwn(ProjectModel project, SyntaxNode call) =>
        call.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && project.Types.TypeOf(call.FirstChild.FirstChild).NonNullish() is LightType.Instance { Symbol: var symbol }
        && (symbol.Name.Is("EventEmitter"u8) || (symbol.Module.Roles & ModuleRoles.Knowledge) == 0);

    /// <summary><c>server.listen(…)</c> is a start; <c>then</c> and <c>catch</c> make a rejection of what is thrown.</summary>
    private static bool IsChain(SyntaxNode name) => name.TextIs("listen"u8) || name.TextIs("then"u8) || name.TextIs("catch"u8) || name.TextIs("finally"u8);

    private static bool IsLast(SyntaxNode call, SyntaxNode callback) => !callback.Wrapped().NextSibling.Exists && call.Is(SyntaxKind.CallExpression);

    /// <summary><c>(err, result) => …</c>, or <c>(err) => { if (err) …</c>: who is called for a failure only need not ask whether there is one.</summary>
    private static bool IsNodeStyle(SyntaxNode callback)
    {
        var function = new FunctionLike(callback);
        var first = function.Parameters[0].Exists ? new Parameter(function.Parameters[0]).Name : default;
        return (first.TextIs("err"u8) || first.TextIs("error"u8))
            && (function.Parameters[1].Exists || (function.Body.FirstChild.Is(SyntaxKind.IfStatement) && function.Body.FirstChild.FirstChild.Unwrapped() is { Kind: SyntaxKind.Identifier } tested && tested.Bytes.SequenceEqual(first.Bytes)));
    }

    /// <summary><c>worker.on('error', (error) => { log(error); throw error; })</c> throws on purpose where nobody catches: whichever way it takes ends there.</summary>
    private static bool OnlyThrows(SyntaxNode callback)
    {
        if (new FunctionLike(callback).Body is not { Kind: SyntaxKind.Block } body)
            return false;
        var last = body.FirstChild;
        foreach (var statement in body.Children)
            last = statement;
        return last.Is(SyntaxKind.ThrowStatement) && !FunctionShape.OwnNodes(callback).Any(node => node.Is(SyntaxKind.ReturnStatement));
    }
}
