using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A signal that a function is given, and what it does not do with it.</summary>
/// <param name="Function">The function.</param>
/// <param name="Signal">The parameter, or the part of one, that is the signal.</param>
/// <param name="Name">How the function calls it.</param>
public sealed record TakenSignal(FunctionModel Function, SyntaxNode Signal, string Name)
{
    /// <summary>The loops that wait in every turn and never name the signal, by position.</summary>
    public ImmutableArray<SignalLoop> Loops { get; init; } = [];

    /// <summary>The calls of what would take a signal and is given none, by position.</summary>
    public required IEnumerable<SyntaxNode> NotForwarded { get; init; }
}

/// <summary>A loop of a function that is given a signal.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Wait">The first thing that it waits for.</param>
/// <param name="GivenTo">The call before the loop that is given the signal; none when there is none.</param>
/// <param name="Bound">Why it does not turn often; empty when it may.</param>
public sealed record SignalLoop(SyntaxNode Loop, SyntaxNode Wait, SyntaxNode GivenTo, string Bound);

/// <summary>Finds functions that are given a signal, from the names of the types of signals upwards; tests and what runs in browsers only are left out.</summary>
internal static class IgnoredSignals
{
    /// <summary>The functions, by file and position.</summary>
    public static IEnumerable<TakenSignal> All(ProjectModel project)
    {
        foreach (var mention in TypeNames(project).SelectMany(project.Mentions.Named).OrderBy(project.PlaceOf))
        {
            var module = project.Bindings.ModuleOf(mention.Tree)!;
            if (!module.Roles.HasFlag(ModuleRoles.Test) && !project.IsInBrowser(module) && Read(project, module, mention) is { } taken)
                yield return taken;
        }
    }

    private static HashSet<Name> TypeNames(ProjectModel project) => [.. project.Effects.SymbolsWith<Effect.Signal>(SymbolFlags.Class | SymbolFlags.Interface).Select(symbol => symbol.Name)];

    /// <summary>"async function work(items: Item[], signal: AbortSignal)": the parameter that an annotation stands behind.</summary>
    private static TakenSignal? Read(ProjectModel project, Module module, SyntaxNode mention)
    {
        var at = mention.Parent;
        while (at.Kind is SyntaxKind.TypeReference or SyntaxKind.UnionType or SyntaxKind.TypeAnnotation)
            at = at.Parent;
        if (!at.Is(SyntaxKind.Parameter) || new Parameter(at).IsProperty || !new Parameter(at).Name.Is(SyntaxKind.Identifier)
            || project.FunctionOf(FunctionShape.Enclosing(at.FirstChild)) is not { } function || module.SymbolOfDeclaration(at) is not { Exists: true } signal)
            return null;
        // "_signal" says that it is not meant to be used.
        var name = signal.Name.ToString();
        if (name.StartsWith('_'))
            return null;
        var references = signal.References;
        return new(function, at, name)
        {
            Loops = [.. Loops(project, function, references)],
            NotForwarded = FunctionShape.OwnNodes(function.Node).Where(node => node.Is(SyntaxKind.CallExpression) && WouldTakeSignal(project, node) && !references.Any(reference => node.Span.Contains(reference.Span))),
        };
    }

    private static IEnumerable<SignalLoop> Loops(ProjectModel project, FunctionModel function, ImmutableArray<SyntaxNode> references)
    {
        foreach (var loop in FunctionShape.OwnNodes(function.Node))
        {
            if (loop.Kind is not (SyntaxKind.ForStatement or SyntaxKind.ForOfStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement) || references.Any(reference => loop.Span.Contains(reference.Span)))
                continue;
            var wait = FunctionShape.OwnNodes(function.Node).FirstOrDefault(node => node.Is(SyntaxKind.AwaitExpression) && loop.Span.Contains(node.Span));
            if (!wait.Exists)
                continue;
            var given = references.FirstOrDefault(reference => reference.Span.End < loop.Span.Start && (Callers.Argument(reference).Call.Exists || reference.Wrapped().Parent.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.ArrayLiteralExpression || IsListenedTo(reference)));
            yield return new(loop, wait, given, BoundOf(project, loop));
        }
    }

    private static bool IsListenedTo(SyntaxNode reference) =>
        reference.Wrapped().Parent is { Kind: SyntaxKind.PropertyAccessExpression } access && access.Parent.Is(SyntaxKind.CallExpression) && access.Parent.Child(SyntaxKind.ArgumentList).FirstChild.Exists;

    private static string BoundOf(ProjectModel project, SyntaxNode loop)
    {
        if (loop.Is(SyntaxKind.ForOfStatement) && project.SizeOf(loop.ChildAt(1)) is { Kind: SizeKind.Bounded } size)
            return size.Reason;
        // "for (let attempt = 0; attempt < 3; attempt++)"
        if (!loop.Is(SyntaxKind.ForStatement))
            return "";
        foreach (var node in loop.Children)
        {
            var condition = node.Is(SyntaxKind.BinaryExpression) ? node : node.FirstChild;
            if (condition.Is(SyntaxKind.BinaryExpression) && condition.Operator is TokenKind.LessThan or TokenKind.LessThanEquals && project.Constants.NumberOf(condition.ChildAt(1)) is { } most and <= 20)
                return $"{most} turns at most";
        }

        return "";
    }

    /// <summary>A function of the program with a parameter for a signal of which the call has no argument.</summary>
    private static bool WouldTakeSignal(ProjectModel project, SyntaxNode call)
    {
        if (project.Types.CalleeOf(call) is not Callee.InProgram { Functions: [var only] } || FunctionLike.From(only) is not { } shape || project.Bindings.ModuleOf(only.Tree) is not { } module)
            return false;
        var place = 0;
        foreach (var parameter in shape.Parameters)
        {
            if (new Parameter(parameter).Name.Is(SyntaxKind.Identifier) && module.SymbolOfDeclaration(parameter) is { Exists: true } symbol && project.EffectsOf(project.Types.TypeOf(symbol).NonNullish()).Any(effect => effect is Effect.Signal))
                return !DatabaseCalls.ArgumentAt(call, place).Exists;
            place++;
        }

        return false;
    }
}
