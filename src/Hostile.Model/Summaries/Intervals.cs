using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>An interval that a function starts, and what ends it.</summary>
/// <param name="Opening">Where it is started.</param>
/// <param name="End">What ends it.</param>
public sealed record Interval(Opening Opening, IntervalEnd End)
{
    /// <summary>The call that ends it, or from which on it does not keep the process; none when there is none.</summary>
    public SyntaxNode EndedAt { get; init; }

    /// <summary>The path on which it is not ended; null when nothing ends it, or every path does.</summary>
    public LostPath? Lost { get; init; }

    /// <summary>The method of the class that ends what its object holds, and leaves this running; none when there is no such method.</summary>
    public FunctionModel? LeftBy { get; init; }

    /// <summary>Whether its handle is kept in a variable of a function that nobody reads: it was kept to end it, and starting it once more is not what forgets it.</summary>
    public bool IsHandleUnread { get; init; }
}

/// <summary>An interval that a function of a page starts, and that nothing ends.</summary>
/// <param name="Call">The call that starts it.</param>
/// <param name="LeftBy">The method by which its object ends what it holds, and leaves this running; null where the handle is kept in a variable that nobody reads.</param>
public sealed record PageInterval(SyntaxNode Call, FunctionModel? LeftBy);

/// <summary>What ends an interval.</summary>
public enum IntervalEnd
{
    /// <summary>Something does, on every path that we see.</summary>
    Ended,

    /// <summary>It is handed to where nothing is seen of it.</summary>
    Unknown,

    /// <summary>A path leaves the function before the call that ends it.</summary>
    LostOnPath,

    /// <summary>Nothing does.</summary>
    Never,
}

/// <summary>Finds what ends the intervals that a program starts.</summary>
internal static class Intervals
{
    /// <summary>The intervals that a function starts, by position.</summary>
    public static IEnumerable<Interval> In(FunctionModel function)
    {
        foreach (var opening in function.Openings)
        {
            if (opening.What is Opened.Interval)
                yield return Of(function, opening);
        }
    }

    private static Interval Of(FunctionModel function, Opening opening)
    {
        if (HandleLife.Of(function, opening) is { IsEndedSomewhere: true } life)
        {
            // "let timer; if (wanted) timer = setInterval(…)", ended by a closure, is out of this walk's sight.
            if (life.Lost is { } lost && !life.GivenAwayAt.Exists)
                return new(opening, IntervalEnd.LostOnPath) { Lost = lost };
            return new(opening, life.IsComplete ? IntervalEnd.Ended : IntervalEnd.Unknown);
        }

        var walk = new EndingWalk(function.Project, Opened.Interval);
        walk.Follow(opening.Call);
        if (walk.Ended.Exists || walk.Unrefed.Exists)
            return new(opening, IntervalEnd.Ended) { EndedAt = walk.Ended.Exists ? walk.Ended : walk.Unrefed };
        if (walk.IsOutOfSight)
            return new(opening, IntervalEnd.Unknown);
        return new(opening, IntervalEnd.Never) { LeftBy = EndingMethodAround(function, opening.Call), IsHandleUnread = IsUnread(function.Module, opening.Call) };
    }

    /// <summary>The intervals that the functions of a page start, but for those of its effects, and that nothing ends though somebody should; by file and position.</summary>
    public static IEnumerable<PageInterval> OfPages(ProjectModel project)
    {
        foreach (var call in project.Effects.SymbolsWith(SymbolFlags.Function, static effect => effect is Effect.Opens { What: Opened.Interval }).Select(symbol => symbol.Name).Distinct().SelectMany(project.Calls.CallsOf).OrderBy(project.PlaceOf))
        {
            Workers.Step();
            if (!call.Is(SyntaxKind.CallExpression) || project.Bindings.ModuleOf(call.Tree) is not { } module || module.Roles.HasFlag(ModuleRoles.Test) || !project.IsInBrowser(module) || project.FunctionAround(call) is not { IsTopLevel: false } function
                || project.Types.CalleeOf(call) is not Callee.Library library || !project.Effects.Of(library.Signature).Any(effect => effect is Effect.Opens { What: Opened.Interval }))
                continue;
            if (IsUnread(module, call))
                yield return new(call, null);
            else if (EndingMethodAround(function, call) is { } method && IsNeverEnded(project, call))
                yield return new(call, method);
        }
    }

    private static bool IsNeverEnded(ProjectModel project, SyntaxNode call)
    {
        var walk = new EndingWalk(project, Opened.Interval);
        walk.Follow(call);
        return !walk.Ended.Exists && !walk.Unrefed.Exists && !walk.IsOutOfSight;
    }

    /// <summary>"const timer = setInterval(…)", also where it is declared before, of a variable within a function that nothing but writes names.</summary>
    private static bool IsUnread(Module module, SyntaxNode call)
    {
        var value = call.Wrapped();
        var target = value.Parent is { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } declared } ? declared.FirstChild
            : value.Parent.Is(SyntaxKind.BinaryExpression) && value.Parent.Operator is TokenKind.Equals && value.Parent.ChildAt(1) == value ? value.Parent.FirstChild : default;
        return target.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(target) is { Exists: true, IsModuleLevel: false, DisposedWith.Exists: false } variable && variable.References.All(reference => AssignedValue.TargetOf(reference.Parent) == reference);
    }

    /// <summary>The method by which the object around a call ends what it holds: <c>stop()</c>, <c>close()</c>, <c>[Symbol.dispose]()</c>.</summary>
    private static FunctionModel? EndingMethodAround(FunctionModel function, SyntaxNode call)
    {
        var body = call.Ancestor(SyntaxKind.ClassBody);
        if (!body.Exists)
            return null;
        foreach (var member in body.Children)
        {
            if (member.Is(SyntaxKind.MethodDeclaration) && FunctionLike.From(member) is { Body.Exists: true } shape && (Endings.IsConventional(shape.Name.Text) || shape.Name.Text is "[Symbol.dispose]" or "[Symbol.asyncDispose]" or "ngOnDestroy" or "componentWillUnmount" or "disconnectedCallback" || (IsEnding(shape.Name.Text) && EndsAnother(function.Project, member))) && function.Project.FunctionOf(member) is { } method && method != function)
                return method;
        }

        return null;
    }

    /// <summary>"stopTimers", "closeAll", "ngOnDestroy": a word of the name ends something.</summary>
    private static bool IsEnding(string name) => Money.WordsOf(name).Any(word => word is "stop" or "close" or "destroy" or "dispose" or "end" or "shutdown" or "teardown" or "unmount");

    /// <summary>Whether a method ends an interval of its object: then it is what ends the object's intervals.</summary>
    private static bool EndsAnother(ProjectModel project, SyntaxNode method)
    {
        foreach (var node in FunctionShape.OwnNodes(method))
        {
            if (node.Is(SyntaxKind.CallExpression) && CallArguments.At(node, 0).Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression, FirstChild.Kind: SyntaxKind.ThisKeyword } && CallName.Of(node).TextIs("clearInterval"u8) && project.Types.CalleeOf(node) is Callee.Library)
                return true;
        }

        return false;
    }
}
