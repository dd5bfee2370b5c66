using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>How long an object lives.</summary>
public enum LifespanKind
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>It is made in the call that uses it, or by one that waits for that.</summary>
    Call,

    /// <summary>As long as the process.</summary>
    Process,

    /// <summary>A pool has lent it, and lends it again: it lives longer than the call that gives it back.</summary>
    Lent,
}

/// <summary>How long an object lives, and what shows it.</summary>
/// <param name="Kind">How long.</param>
/// <param name="Shown">The declaration, construction or argument that shows it; none when nothing does.</param>
public readonly record struct Lifespan(LifespanKind Kind, SyntaxNode Shown);

/// <summary>Tells how long the object lives that an expression names.</summary>
internal sealed class Lifespans(ProjectModel project)
{
    private const int Deepest = 4;
    private const int MostCallers = 40;

    private readonly ConcurrentDictionary<(SyntaxNode Parameter, int Depth), Lifespan> parameters = new();

    /// <summary>The lifespan of what an expression evaluates to.</summary>
    public Lifespan Of(SyntaxNode expression) => Of(expression, 0);

    private Lifespan Of(SyntaxNode expression, int depth)
    {
        expression = expression.Unwrapped();
        Workers.Step();
        if (depth > Deepest || !expression.Exists || project.Bindings.ModuleOf(expression.Tree) is not { } module)
            return default;
        if (expression.Kind is SyntaxKind.NewExpression or SyntaxKind.CallExpression)
            return FunctionShape.Enclosing(expression).Is(SyntaxKind.SourceFile) ? new(LifespanKind.Process, expression) : expression.Is(SyntaxKind.NewExpression) || project.Types.CalleeOf(expression) is Callee.Library ? new(LifespanKind.Call, expression) : default;
        // "process", "globalThis": a name of the language or of the runtime.
        if (expression.Is(SyntaxKind.Identifier) && !module.LocalSymbolOf(expression).Exists)
            return project.Bindings.SymbolOf(expression) is { Exists: true, IsModuleLevel: true } global ? new(LifespanKind.Process, global.Declaration) : default;
        if (MemoryPlace.Of(expression, module) is not { } place)
            return default;
        // "this.client = connect(); this.client.on(…)": it is as new as the call.
        if (place.OutlivesCall && project.FunctionAround(expression) is { IsTopLevel: false } function && IsSetIn(function, place))
            return default;
        switch (place.Root)
        {
            case PlaceRoot.Module:
                return place.Path.Length == 0 || !place.Path.Contains('[') ? new(LifespanKind.Process, place.Variable.Declaration) : default;
            case PlaceRoot.This:
                return project.SharingOf(place.Owner) is { Kind: not SharingKind.Unknown } sharing ? new(sharing.Kind is SharingKind.Process ? LifespanKind.Process : LifespanKind.Call, sharing.Site) : default;
            default:
                return OfVariable(place.Variable, place.Path, depth);
        }
    }

    private static bool IsSetIn(FunctionModel function, MemoryPlace place)
    {
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (AssignedValue.TargetOf(node) is { Exists: true } target && MemoryPlace.Of(target, function.Module) == place)
                return true;
        }

        return false;
    }

    private Lifespan OfVariable(Symbol variable, string path, int depth)
    {
        var declaration = variable.Declaration;
        if (declaration.Is(SyntaxKind.Parameter))
            return path.Length == 0 ? parameters.GetOrAdd((declaration, depth), static (key, self) => self.OfParameter(key.Parameter, key.Depth), this) : default;
        if (!declaration.Is(SyntaxKind.VariableDeclaration) || !declaration.FirstChild.Is(SyntaxKind.Identifier))
            return default;
        var initial = declaration.Child(SyntaxKind.Initializer).FirstChild;
        if (!initial.Exists && variable.Writes is [{ Parent: { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } only }])
            initial = only.ChildAt(1);
        if (!initial.Exists)
            return default;
        if (initial.Unwrapped().Is(SyntaxKind.AwaitExpression))
            initial = initial.Unwrapped().FirstChild;
        if (project.DatabaseCallAt(initial.Unwrapped()) is { Action: DatabaseAction.Acquire } taken)
            return project.FunctionAround(taken.Call)?.DatabaseCalls.Any(call => call.GivesBack is not GivesBack.No && call.Handle.Variable == variable) == true ? new(LifespanKind.Lent, taken.Call) : default;
        // What a call of the program returns may be the same thing again and again; a member of what was made here is as old as that.
        return Of(initial, depth + 1);
    }

    private Lifespan OfParameter(SyntaxNode parameter, int depth)
    {
        var node = FunctionShape.Enclosing(parameter.FirstChild);
        if (project.FunctionOf(node) is not { } function || FunctionLike.From(node) is not { } shape || new Parameter(parameter).IsRest || new Parameter(parameter).IsProperty)
            return default;
        var place = 0;
        foreach (var candidate in shape.Parameters)
        {
            if (candidate == parameter)
                break;
            place++;
        }

        var all = new Lifespan(LifespanKind.Call, default);
        var isCalled = false;
        foreach (var call in project.Callers.CallsTo(function).Take(MostCallers))
        {
            isCalled = true;
            var argument = CallArguments.At(call, place);
            if (!argument.Exists)
                continue;
            var given = Of(argument, depth + 1);
            if (given.Kind is LifespanKind.Process)
                return given with { Shown = argument };
            if (given.Kind is LifespanKind.Unknown)
                all = default;
        }

        return isCalled ? all : default;
    }
}
