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
            var at = Annotated(mention);
            if (at.Is(SyntaxKind.Parameter) && IsOfServer(project, at) && Read(project, at) is { } taken)
                yield return taken;
            // "options: { signal: AbortSignal }", "interface Options { signal?: AbortSignal }"
            else if (at.Is(SyntaxKind.PropertySignature) && at.FirstAfterModifiers() is { Kind: SyntaxKind.Identifier } member)
            {
                foreach (var parameter in ParametersOf(project, at).Where(parameter => IsOfServer(project, parameter)))
                {
                    if (ReadMember(project, parameter, member.Text) is { } held)
                        yield return held;
                }
            }
        }

        // "procedure.subscription(async function* ({ input, signal }) { … })": what takes the function says what it is given.
        foreach (var mention in project.Mentions.Named(Name.Of("signal")).OrderBy(project.PlaceOf))
        {
            if (BindingElement.From(mention.Parent) is { Name.Kind: SyntaxKind.Identifier } element && mention.Parent.Parent is { Kind: SyntaxKind.ObjectBindingPattern } pattern && pattern.Parent is { Kind: SyntaxKind.Parameter } parameter
                && mention == (element.PropertyName.Exists ? element.PropertyName : element.Name) && !parameter.Child(SyntaxKind.TypeAnnotation).Exists && IsOfServer(project, parameter)
                && project.Types.TypeOf(element.Name).NonNullish().Alternatives.Any(type => project.EffectsOf(type).Any(effect => effect is Effect.Signal)) && ReadMember(project, parameter, "signal") is { } given)
                yield return given;
        }
    }

    private static bool IsOfServer(ProjectModel project, SyntaxNode node) =>
        project.Bindings.ModuleOf(node.Tree) is { } module && !module.Roles.HasFlag(ModuleRoles.Test) && !project.IsInBrowser(module);

    /// <summary>What a name of a type stands behind: <c>signal?: AbortSignal | null</c>.</summary>
    private static SyntaxNode Annotated(SyntaxNode mention)
    {
        var at = mention.Parent;
        while (at.Kind is SyntaxKind.TypeReference or SyntaxKind.UnionType or SyntaxKind.TypeAnnotation)
            at = at.Parent;
        return at;
    }

    /// <summary>The parameters that are declared to be of the type that has a member: written out there, or called by its name.</summary>
    private static IEnumerable<SyntaxNode> ParametersOf(ProjectModel project, SyntaxNode member)
    {
        var body = member.Parent;
        if (body.Is(SyntaxKind.TypeLiteral) && body.Parent.Is(SyntaxKind.TypeAnnotation) && body.Parent.Parent.Is(SyntaxKind.Parameter))
            return [body.Parent.Parent];
        var declaration = body.Parent;
        if (declaration.Kind is not (SyntaxKind.InterfaceDeclaration or SyntaxKind.TypeAliasDeclaration) || project.Bindings.ModuleOf(declaration.Tree) is not { } module || module.Roles.HasFlag(ModuleRoles.Knowledge))
            return [];
        return project.Mentions.Named(module.NameOf(declaration.FirstAfterModifiers()))
            .Where(name => name.Parent is { Kind: SyntaxKind.TypeReference } type && type.FirstChild == name && type.Parent.Is(SyntaxKind.TypeAnnotation) && type.Parent.Parent.Is(SyntaxKind.Parameter) && project.Bindings.SymbolOf(name).Declarations.Contains(declaration))
            .Select(name => name.Parent.Parent.Parent).OrderBy(project.PlaceOf);
    }

    private static HashSet<Name> TypeNames(ProjectModel project) => [.. project.Effects.SymbolsWith<Effect.Signal>(SymbolFlags.Class | SymbolFlags.Interface).Select(symbol => symbol.Name)];

    /// <summary>"async function work(items: Item[], signal: AbortSignal)"</summary>
    private static TakenSignal? Read(ProjectModel project, SyntaxNode parameter)
    {
        if (new Parameter(parameter).IsProperty || !new Parameter(parameter).Name.Is(SyntaxKind.Identifier)
            || project.FunctionOf(FunctionShape.Enclosing(parameter.FirstChild)) is not { } function || function.Module.SymbolOfDeclaration(parameter) is not { Exists: true } signal)
            return null;
        // "_signal" says that it is not meant to be used.
        var name = signal.Name.ToString();
        if (name.StartsWith('_'))
            return null;
        return Of(project, function, parameter, name, signal.References);
    }

    /// <summary>
    /// "async function work(items: Item[], options: { signal: AbortSignal })", "async function work({ items, signal }: Options)": the uses of the signal are those of the member, and of what holds it.
    /// </summary>
    private static TakenSignal? ReadMember(ProjectModel project, SyntaxNode parameter, string member)
    {
        if (new Parameter(parameter).IsProperty || project.FunctionOf(FunctionShape.Enclosing(parameter.FirstChild)) is not { Node: var node } function || FunctionLike.From(node) is not { Body.Exists: true })
            return null;
        var name = new Parameter(parameter).Name;
        if (name.Is(SyntaxKind.Identifier))
        {
            if (function.Module.SymbolOfDeclaration(parameter) is not { Exists: true } holder)
                return null;
            return Of(project, function, parameter, $"{name.Text}.{member}", [.. UsesOf(function.Module, holder.References.Where(reference => reference != name), member)]);
        }

        var held = BoundTo(function.Module, name, member);
        return held.IsEmpty ? null : Of(project, function, parameter, member, [.. held.SelectMany(symbol => symbol.References).Where(reference => !name.Span.Contains(reference.Span)).OrderBy(reference => reference.Span.Start)]);
    }

    /// <summary>The mentions of an object that mean its signal: the member, the object as a whole, and the variables that it is taken apart into.</summary>
    private static IEnumerable<SyntaxNode> UsesOf(Module module, IEnumerable<SyntaxNode> mentions, string member)
    {
        foreach (var mention in mentions)
        {
            var outer = mention.Wrapped();
            if (outer.Parent.Is(SyntaxKind.PropertyAccessExpression) && outer.Parent.FirstChild == outer)
            {
                if (outer.Parent.ChildAt(1).Text != member)
                    continue;
                yield return outer.Parent;
                // "const signal = options?.signal"
                if (outer.Parent.Wrapped().Parent is { Kind: SyntaxKind.Initializer } given && given.Parent is { Kind: SyntaxKind.VariableDeclaration } named && named.FirstChild.Is(SyntaxKind.Identifier))
                {
                    foreach (var reference in module.LocalSymbolOf(named.FirstChild).References.Where(reference => reference != named.FirstChild))
                        yield return reference;
                }

                continue;
            }

            yield return mention;
            if (outer.Parent.Is(SyntaxKind.Initializer) && outer.Parent.Parent is { Kind: SyntaxKind.VariableDeclaration } variable && variable.FirstChild.Is(SyntaxKind.ObjectBindingPattern))
            {
                foreach (var reference in BoundTo(module, variable.FirstChild, member).SelectMany(symbol => symbol.References).Where(reference => !variable.FirstChild.Span.Contains(reference.Span)))
                    yield return reference;
            }
        }
    }

    /// <summary>The variables of a pattern that are, or hold, a member.</summary>
    private static ImmutableArray<Symbol> BoundTo(Module module, SyntaxNode pattern, string member)
    {
        Symbol rest = default;
        foreach (var child in pattern.Children)
        {
            if (BindingElement.From(child) is not { Name: { Kind: SyntaxKind.Identifier } name } element || module.LocalSymbolOf(name) is not { Exists: true } symbol)
                continue;
            if (element.IsRest)
                rest = symbol;
            else if ((element.PropertyName.Exists ? element.PropertyName : name).Text == member)
                return [symbol];
        }

        return rest.Exists ? [rest] : [];
    }

    private static TakenSignal Of(ProjectModel project, FunctionModel function, SyntaxNode parameter, string name, ImmutableArray<SyntaxNode> references)
    {
        return new(function, parameter, name)
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
            // "for await (const part of parts)" waits for each.
            var wait = loop.Is(SyntaxKind.ForOfStatement) && loop.Has(NodeFlags.Await) ? loop.ChildAt(1) : FunctionShape.OwnNodes(function.Node).FirstOrDefault(node => node.Is(SyntaxKind.AwaitExpression) && loop.Span.Contains(node.Span));
            if (!wait.Exists)
                continue;
            var given = references.FirstOrDefault(reference => reference.Span.End < loop.Span.Start && (Callers.Argument(reference).Call.Exists || reference.Wrapped().Parent.Kind is SyntaxKind.PropertyAssignment or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.SpreadAssignment or SyntaxKind.ArrayLiteralExpression || IsListenedTo(reference)));
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
                return !CallArguments.At(call, place).Exists;
            place++;
        }

        return false;
    }
}
