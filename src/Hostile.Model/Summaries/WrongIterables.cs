using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Why waiting for all of an iterable waits for less than it seems to.</summary>
public enum WrongIterableKind
{
    /// <summary>A map gives pairs, and a pair is no promise.</summary>
    Pairs,

    /// <summary>The elements are themselves arrays of promises.</summary>
    Nested,

    /// <summary>An element is an array, of which nothing more is known, and nobody looks at what comes out: only promises in it can be meant.</summary>
    NestedUnseen,

    /// <summary>The elements are functions that nobody calls.</summary>
    Uncalled,

    /// <summary>The mapper starts promises and returns nothing.</summary>
    Nothing,

    /// <summary>The array gets more promises while it is waited for.</summary>
    Growing,

    /// <summary>The array is awaited as it is: <c>await rows.map((row) =&gt; save(row));</c></summary>
    Awaited,
}

/// <summary>A <c>Promise.all</c>, <c>allSettled</c>, <c>race</c> or <c>any</c>, or an <c>await</c> of an array, that does not wait for the promises it is meant for.</summary>
/// <param name="Call">The call.</param>
/// <param name="Iterable">What it is given, or the element of it.</param>
/// <param name="Source">What makes it so: the mapper's promise, the <c>push</c> that comes too late; none when the iterable's type says all.</param>
public sealed record WrongIterable(WrongIterableKind Kind, SyntaxNode Call, SyntaxNode Iterable, SyntaxNode Source)
{
    /// <summary>Whether it rests on a <c>map</c> of unknown origin being that of an array.</summary>
    public bool IsAssumed { get; init; }
}

/// <summary>Finds combined promises over the wrong iterable, by the types of its elements and by who adds to it.</summary>
internal static class WrongIterables
{
    private static readonly ImmutableArray<Name> Combiners = [Name.Of("all"), Name.Of("allSettled"), Name.Of("race"), Name.Of("any")];

    /// <summary>Those of the program, tests left out, by file and position.</summary>
    public static IEnumerable<WrongIterable> All(ProjectModel project)
    {
        foreach (var call in Combiners.SelectMany(project.Calls.CallsOf).OrderBy(project.PlaceOf))
        {
            Workers.Step();
            if (project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test) || project.PromiseOperationOf(call) is not (PromiseOperation.Combine or PromiseOperation.AllSettled))
                continue;
            var iterable = call.Child(SyntaxKind.ArgumentList).FirstChild;
            if (iterable.Exists && OfIterable(project, call, iterable) is { } found)
                yield return found;
        }

        foreach (var map in project.Calls.CallsOf(Map).OrderBy(project.PlaceOf))
        {
            Workers.Step();
            if (map.Is(SyntaxKind.CallExpression) && IsStatement(map) && !project.Bindings.ModuleOf(map.Tree)!.Roles.HasFlag(ModuleRoles.Test) && Awaited(project, map) is { } found)
                yield return found;
        }
    }

    private static readonly Name Map = Name.Of("map");

    /// <summary>What gives a list again, whatever list it was taken from.</summary>
    private static readonly ImmutableArray<string> Lists = ["filter", "slice", "concat", "keys", "values", "entries", "from", "sort", "reverse", "flat"];

    /// <summary>Methods of rows that answer with a promise in every library that has them.</summary>
    private static readonly ImmutableArray<string> RowMethods = ["save", "update", "destroy", "increment", "decrement", "reload", "upsert", "updateOne", "deleteOne"];

    /// <summary>"await rows.map((row) => row.update(…));": <c>await</c> looks at the array, which is no promise, and goes on.</summary>
    private static WrongIterable? Awaited(ProjectModel project, SyntaxNode map)
    {
        if (map.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } method)
            return null;
        var type = project.Types.TypeOf(map).NonNullish();
        if (!type.IsUnknown && type.Alternatives.All(one => one is LightType.Array && !one.Element().IsUnknown && project.Types.IsAlwaysThenable(one.Element())))
            return new(WrongIterableKind.Awaited, map, map, default);
        // "await stream.map(async …)", "await Promise.map(…)" of libraries whose map is another one.
        var of = method.FirstChild.Unwrapped();
        var given = project.Types.TypeOf(of).NonNullish();
        if (given is not LightType.Array && (!given.IsUnknown || !IsList(of)) || project.FunctionNamed(map.Child(SyntaxKind.ArgumentList).FirstChild) is not { Exists: true } mapper || FunctionLike.From(mapper) is not { IsGenerator: false } shape)
            return null;
        if (mapper.Has(NodeFlags.Async) || (Inference.ResultsOf(shape).ToList() is [var single] && single.Unwrapped() is { Kind: SyntaxKind.CallExpression } result && (project.ThenableOf(result) is Thenable.Promise || (project.ThenableOf(result) is Thenable.Unknown && result.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } called && RowMethods.Contains(called.ChildAt(1).Text)))))
            return new(WrongIterableKind.Awaited, map, map, default) { IsAssumed = given is not LightType.Array };
        return null;

        static bool IsList(SyntaxNode of) => of.Kind is SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression or SyntaxKind.ArrayLiteralExpression || (of.Is(SyntaxKind.CallExpression) && of.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } made && Lists.Contains(made.ChildAt(1).Text));
    }

    private static WrongIterable? OfIterable(ProjectModel project, SyntaxNode call, SyntaxNode iterable)
    {
        if (iterable.Unwrapped().Is(SyntaxKind.ArrayLiteralExpression))
        {
            foreach (var given in iterable.Unwrapped().Children)
            {
                if (!given.Is(SyntaxKind.SpreadElement) && (OfElement(project, project.Types.TypeOf(given)) ?? Unseen(project, call, given)) is { } kind)
                    return new(kind, call, given, default);
            }

            return null;
        }

        var type = project.Types.TypeOf(iterable).NonNullish();
        var element = project.Types.IteratedOf(type);
        // [key, promise]: whoever pairs anything else has no promises to wait for.
        if (element is LightType.Tuple { Elements: [var key, var value] } && !key.IsUnknown && !value.IsUnknown && project.Types.ThenableOf(key) is Thenable.Not && project.Types.IsAlwaysThenable(value))
            return new(WrongIterableKind.Pairs, call, iterable, default);
        if (OfElement(project, element) is { } wrong)
            return new(wrong, call, iterable, default);
        return Mapped(project, call, iterable) ?? MappedTwice(project, call, iterable) ?? Growing(project, call, iterable);
    }

    /// <summary>What is wrong with elements of a type; null when nothing is, or it is not known.</summary>
    private static WrongIterableKind? OfElement(ProjectModel project, LightType element)
    {
        if (element.IsUnknown)
            return null;
        if (element is LightType.Array or LightType.Tuple)
            return project.Types.IsAlwaysThenable(element.Element()) && !element.Element().IsUnknown ? WrongIterableKind.Nested : null;
        return element is LightType.Function { Declarations: [var function] } && FunctionLike.From(function) is { Body.Exists: true } && function.Has(NodeFlags.Async) ? WrongIterableKind.Uncalled : null;
    }

    /// <summary>
    /// "[this.pending ?? [], …]", an array of promises or an empty one; or, as a statement, one of which nothing is known: who wants no values has no other use for an array among promises than to wait for those in it.
    /// </summary>
    private static WrongIterableKind? Unseen(ProjectModel project, SyntaxNode call, SyntaxNode given)
    {
        var array = given.Unwrapped();
        var isFallback = array.Is(SyntaxKind.BinaryExpression) && array.Operator is TokenKind.QuestionQuestion or TokenKind.BarBar && array.ChildAt(1).Unwrapped() is { Kind: SyntaxKind.ArrayLiteralExpression, FirstChild.Exists: false };
        if (isFallback && OfElement(project, project.Types.TypeOf(array.FirstChild).NonNullish()) is WrongIterableKind.Nested)
            return WrongIterableKind.Nested;
        if (!IsStatement(call))
            return null;
        return isFallback && (project.Types.TypeOf(array.FirstChild).IsUnknown || (project.Types.TypeOf(array.FirstChild).NonNullish() is LightType.Array known && known.Element().IsUnknown)) ? WrongIterableKind.NestedUnseen : null;
    }

    /// <summary>"items.map((item) => { save(item); })": the braces lose the promise.</summary>
    private static WrongIterable? Mapped(ProjectModel project, SyntaxNode call, SyntaxNode iterable)
    {
        var map = iterable.Unwrapped();
        if (MapperOf(project, map) is not { Exists: true } mapper)
            return null;
        if (mapper.Has(NodeFlags.Async) || FunctionLike.From(mapper) is not { HasExpressionBody: false } shape || Inference.ReturnsOf(shape.Body).Any(statement => statement.FirstChild.Exists))
            return null;
        foreach (var node in FunctionShape.OwnNodes(mapper))
        {
            if (node.Is(SyntaxKind.ExpressionStatement) && node.FirstChild.Is(SyntaxKind.CallExpression) && project.ThenableOf(node.FirstChild) is Thenable.Promise)
                return new(WrongIterableKind.Nothing, call, iterable, node.FirstChild);
        }

        return null;
    }

    /// <summary>"await Promise.all(groups.map((group) => group.items.map(async (item) => …)));" as a statement, of items whose type is not known: who wants no values means the promises.</summary>
    private static WrongIterable? MappedTwice(ProjectModel project, SyntaxNode call, SyntaxNode iterable)
    {
        if (MapperOf(project, iterable.Unwrapped()) is not { Exists: true } mapper || mapper.Has(NodeFlags.Async) || FunctionLike.From(mapper) is not { } shape || !IsStatement(call))
            return null;
        var results = Inference.ResultsOf(shape).ToList();
        if (results is not [var single])
            return null;
        var inner = single.Unwrapped();
        if (MapperOf(project, inner) is not { Exists: true } starter || !starter.Has(NodeFlags.Async) || project.ThenableOf(inner) is not (Thenable.Unknown or Thenable.Not))
            return null;
        return new(WrongIterableKind.Nested, call, inner, default) { IsAssumed = true };
    }

    /// <summary>The function that an array is mapped with: of <c>items.map(f)</c>.</summary>
    private static SyntaxNode MapperOf(ProjectModel project, SyntaxNode map) =>
        map.Is(SyntaxKind.CallExpression) && map.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && CallName.Of(map).TextIs("map"u8) ? project.FunctionNamed(map.Child(SyntaxKind.ArgumentList).FirstChild) : default;

    /// <summary>Whether a promise is waited for, and nobody looks at what comes out.</summary>
    private static bool IsStatement(SyntaxNode call) => call.Wrapped().Parent is { Kind: SyntaxKind.AwaitExpression } awaited && awaited.Wrapped().Parent.Is(SyntaxKind.ExpressionStatement);

    /// <summary>"async function visit(node) { … await …; work.push(visit(child)); }" while somebody waits for all of "work", once.</summary>
    private static WrongIterable? Growing(ProjectModel project, SyntaxNode call, SyntaxNode iterable)
    {
        var name = iterable.Unwrapped();
        var module = project.Bindings.ModuleOf(call.Tree)!;
        if (!name.Is(SyntaxKind.Identifier) || module.LocalSymbolOf(name) is not { Exists: true, Declaration: { Kind: SyntaxKind.VariableDeclaration } } array || IsInLoop(call))
            return null;
        foreach (var push in FunctionShape.PushesInto(array))
        {
            var function = FunctionShape.Enclosing(push);
            var pushed = push.Child(SyntaxKind.ArgumentList).FirstChild.Unwrapped();
            // What is pushed by the very function that pushes, once it has waited.
            if (function == FunctionShape.Enclosing(call) || !function.Has(NodeFlags.Async) || !pushed.Is(SyntaxKind.CallExpression) || project.Types.CalleeOf(pushed) is not Callee.InProgram { Functions: [var called] } || called != function)
                continue;
            if (FunctionShape.OwnNodes(function).Any(node => node.Is(SyntaxKind.AwaitExpression) && node.Span.End <= push.Span.Start))
                return new(WrongIterableKind.Growing, call, iterable, push);
        }

        return null;
    }

    private static bool IsInLoop(SyntaxNode call)
    {
        for (var at = call.Parent; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Kind is SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForStatement)
                return true;
        }

        return false;
    }
}
