using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>What a function does with a function that it is given and does not call itself: <c>createJob(name, work)</c>.</summary>
/// <param name="Calls">The calls of it in the functions that it makes.</param>
/// <param name="Handed">Where those hand it to others.</param>
/// <param name="IsStored">Whether it is put where anybody may find it.</param>
internal sealed record KeptFunction(ImmutableArray<SyntaxNode> Calls, ImmutableArray<SyntaxNode> Handed, bool IsStored)
{
    /// <summary>Whether whoever gave it gets it back, itself or in a proxy: it is called where that is.</summary>
    public bool IsGivenBack { get; init; }
}

/// <summary>
/// Functions of the program that make functions, or objects of functions, out of those that they are given: which of the given ones a made one may run, and when one is kept for later.
/// </summary>
internal sealed class FunctionMakers(ProjectModel project)
{
    /// <summary>A maker that calls a maker that calls … beyond this anything may come of it.</summary>
    private const int Deepest = 4;

    /// <summary>What is handed on from more places anybody may find.</summary>
    private const int MostGivings = 40;

    private readonly ConcurrentDictionary<(SyntaxNode Maker, int Place), KeptFunction?> kept = new();
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<SyntaxNode>?> handed = new();

    /// <summary>
    /// Whether what a call made may be, or run, a function: <c>const rename = defineCase({ run })</c> runs what was given there, or what the called functions wrote, and no other case's.
    /// In doubt it may.
    /// </summary>
    public bool MayCome(SyntaxNode made, SyntaxNode function) => MayCome(made, function, []);

    private bool MayCome(SyntaxNode made, SyntaxNode function, ImmutableList<Making> around)
    {
        if (around.Count > Deepest || Holds(made, function) || MakerOf(made) is not { } maker || Holds(maker.Node, function))
            return true;
        var within = around.Add(new(made, maker));
        return Inference.ResultsOf(maker).Any(result => !IsWrittenOut(result, function, within));
    }

    /// <summary>
    /// Whether all functions of a value stand in the makers or in the calls of them, where that of which is asked does not: what a maker takes of its parameters is written in the call.
    /// </summary>
    private bool IsWrittenOut(SyntaxNode value, SyntaxNode function, ImmutableList<Making> within)
    {
        value = value.Exists ? value.Unwrapped() : value;
        switch (value.Kind)
        {
            case SyntaxKind.ArrowFunction or SyntaxKind.FunctionExpression:
                return true;
            case SyntaxKind.ObjectLiteralExpression:
                foreach (var member in value.Children)
                {
                    if (member.Is(SyntaxKind.SpreadAssignment) && !IsWrittenOut(member.FirstChild, function, within))
                        return false;
                }

                return true;
            case SyntaxKind.CallExpression:
                return !MayCome(value, function, within);
            case SyntaxKind.Identifier:
                var declaration = project.Bindings.SymbolOf(value).Declaration;
                for (var i = within.Count - 1; i >= 0; i--)
                {
                    var place = 0;
                    foreach (var parameter in within[i].Maker.Parameters)
                    {
                        if (parameter == declaration)
                            return IsWrittenOut(within[i].Call.Child(SyntaxKind.ArgumentList).ChildAt(place), function, within.GetRange(0, i));
                        place++;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary>Whether a node stands in one of the functions of which a call makes what it gives.</summary>
    public bool IsInMaker(SyntaxNode made, SyntaxNode node, int depth = 0) =>
        depth <= Deepest && MakerOf(made) is { } maker && (Holds(maker.Node, node) || Inference.ResultsOf(maker).Any(result => IsInMaker(result.Unwrapped(), node, depth + 1)));

    /// <summary>
    /// Where the program gives to calls what another call made and a variable holds; null where it is put among others, as in a list of jobs, so that anybody may find it there.
    /// </summary>
    public ImmutableArray<SyntaxNode>? GivenOn(SyntaxNode made) => handed.GetOrAdd(made, static (call, self) => self.FindGiven(call), this);

    private ImmutableArray<SyntaxNode>? FindGiven(SyntaxNode made)
    {
        var outer = made.Wrapped();
        if (MakerOf(made) is null || outer.Parent is not { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } variable } || project.Bindings.ModuleOf(made.Tree)?.SymbolOfDeclaration(variable) is not { Exists: true, IsModuleLevel: true, IsAssignedOnce: true } symbol)
            return null;
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var mention in project.Mentions.Of(symbol))
        {
            Workers.Step();
            if (mention.Wrapped().Parent.Is(SyntaxKind.PropertyAccessExpression) || project.Bindings.ModuleOf(mention.Tree)!.Roles.HasFlag(ModuleRoles.Test))
                continue;
            if (found.Count >= MostGivings || !(Callers.Argument(mention).Call.Exists || Callers.OptionOf(mention).Call.Exists))
                return null;
            found.Add(mention);
        }

        return found.ToImmutable();
    }

    /// <summary>What becomes of a function that a call of the program gives as an argument; null when it may be called at once, or nobody can tell.</summary>
    public KeptFunction? KeptBy(SyntaxNode call, int place) =>
        MakerOf(call) is { } maker ? kept.GetOrAdd((maker.Node, place), static (key, self) => self.Find(key.Maker, key.Place), this) : null;

    private KeptFunction? Find(SyntaxNode maker, int place)
    {
        if (FunctionLike.From(maker) is not { } shape || shape.Parameters[place] is not { Exists: true } parameter || parameter.Has(NodeFlags.Rest) || !parameter.FirstChild.Is(SyntaxKind.Identifier)
            || project.Bindings.ModuleOf(maker.Tree)?.SymbolOfDeclaration(parameter) is not { Exists: true } symbol)
            return null;
        var calls = ImmutableArray.CreateBuilder<SyntaxNode>();
        var handed = ImmutableArray.CreateBuilder<SyntaxNode>();
        var (isStored, isGivenBack) = (false, false);
        foreach (var reference in symbol.References)
        {
            Workers.Step();
            var outer = reference.Wrapped();
            var parent = outer.Parent;
            var isCalled = parent.Is(SyntaxKind.CallExpression) && parent.FirstChild == outer;
            if (FunctionShape.Enclosing(reference) != maker)
            {
                if (isCalled)
                    calls.Add(parent);
                else if (parent.Is(SyntaxKind.ArgumentList))
                    handed.Add(reference);
                continue;
            }

            // "isAsyncFunction(fn)" asks what it is; "return new Proxy(fn, …)" gives it back.
            if (parent.Is(SyntaxKind.ArgumentList) && parent.Parent is var asking && (asking.Is(SyntaxKind.CallExpression) ? CallName.Of(asking).Text is ['i', 's', >= 'A' and <= 'Z', ..] : asking.Is(SyntaxKind.NewExpression) && asking.FirstChild.TextIs("Proxy"u8)))
            {
                isGivenBack |= asking.Is(SyntaxKind.NewExpression);
                continue;
            }

            if (isCalled || (parent.Is(SyntaxKind.ArgumentList) && CallName.Of(parent.Parent).Text is not ("set" or "push" or "add" or "unshift")))
                return null;
            isGivenBack |= parent.Kind is SyntaxKind.ReturnStatement || (parent == maker && parent.Is(SyntaxKind.ArrowFunction));
            isStored |= parent.Kind is SyntaxKind.ArgumentList or SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.ReturnStatement or SyntaxKind.ArrowFunction
                || (parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } && parent.ChildAt(1) == outer);
        }

        return calls.Count + handed.Count > 0 || isStored || isGivenBack ? new(calls.ToImmutable(), handed.ToImmutable(), isStored || isGivenBack) { IsGivenBack = isGivenBack } : null;
    }

    /// <summary>The function of the program that a call means, when it means exactly one.</summary>
    private FunctionLike? MakerOf(SyntaxNode call) =>
        call.Is(SyntaxKind.CallExpression) && project.Types.CalleeOf(call) is Callee.InProgram { Functions: [var maker], Signatures.IsEmpty: true } && FunctionLike.From(maker) is { Body.Exists: true, IsGenerator: false } shape && !maker.Has(NodeFlags.Async) ? shape : null;

    /// <summary>A call of a maker.</summary>
    private readonly record struct Making(SyntaxNode Call, FunctionLike Maker);

    private static bool Holds(SyntaxNode around, SyntaxNode node) => around.Tree == node.Tree && around.Span.Contains(node.Span);
}
