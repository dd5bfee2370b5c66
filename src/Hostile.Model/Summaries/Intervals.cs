using Hostile.Model.Binding;
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

    /// <summary>The intervals that the functions of a page start, but for those of its effects, and whose handle is kept in a variable that nobody reads; by file and position.</summary>
    public static IEnumerable<SyntaxNode> UnreadOfPages(ProjectModel project)
    {
        foreach (var call in project.Effects.SymbolsWith(SymbolFlags.Function, static effect => effect is Effect.Opens { What: Opened.Interval }).Select(symbol => symbol.Name).Distinct().SelectMany(project.Calls.CallsOf).OrderBy(project.PlaceOf))
        {
            Workers.Step();
            if (call.Is(SyntaxKind.CallExpression) && project.Bindings.ModuleOf(call.Tree) is { } module && !module.Roles.HasFlag(ModuleRoles.Test) && project.IsInBrowser(module) && project.FunctionAround(call) is { IsTopLevel: false } && IsUnread(module, call)
                && project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Opens { What: Opened.Interval }))
                yield return call;
        }
    }

    /// <summary>"const timer = setInterval(…)", also where it is declared before, of a variable within a function that nothing but writes names.</summary>
    private static bool IsUnread(Module module, SyntaxNode call)
    {
        var value = call.Wrapped();
        var target = value.Parent is { Kind: SyntaxKind.Initializer, Parent: { Kind: SyntaxKind.VariableDeclaration } declared } ? declared.FirstChild
            : value.Parent.Is(SyntaxKind.BinaryExpression) && value.Parent.Operator is TokenKind.Equals && value.Parent.ChildAt(1) == value ? value.Parent.FirstChild : default;
        return target.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(target) is { Exists: true, IsModuleLevel: false } variable && variable.References.All(reference => AssignedValue.TargetOf(reference.Parent) == reference);
    }

    /// <summary>The method by which the object around a call ends what it holds: <c>stop()</c>, <c>close()</c>, <c>[Symbol.dispose]()</c>.</summary>
    private static FunctionModel? EndingMethodAround(FunctionModel function, SyntaxNode call)
    {
        var body = call.Ancestor(SyntaxKind.ClassBody);
        if (!body.Exists)
            return null;
        foreach (var member in body.Children)
        {
            if (member.Is(SyntaxKind.MethodDeclaration) && FunctionLike.From(member) is { Body.Exists: true } shape && (Endings.IsConventional(shape.Name.Text) || shape.Name.Text is "[Symbol.dispose]" or "[Symbol.asyncDispose]") && function.Project.FunctionOf(member) is { } method && method != function)
                return method;
        }

        return null;
    }
}
