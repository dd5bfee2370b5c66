using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A race, run again and again, in which one promise is always the same.</summary>
/// <param name="Call">The call of <c>race</c>.</param>
/// <param name="Arm">The promise that lives on.</param>
/// <param name="Loop">The loop around the race; none when calls of the function repeat it.</param>
public sealed record LongRace(SyntaxNode Call, SyntaxNode Arm, SyntaxNode Loop)
{
    /// <summary>Whether the promise is made anew for every turn.</summary>
    public bool IsFresh { get; init; }
}

/// <summary>Finds races against a promise that outlives them; tests and what runs in browsers only are left out.</summary>
internal static class LongRaces
{
    /// <summary>The races, by file and position.</summary>
    public static IEnumerable<LongRace> All(ProjectModel project)
    {
        var found = new List<LongRace>();
        foreach (var call in project.Calls.CallsOf(Name.Of("race"u8)).Where(call => TimedRaces.IsRace(project, call)))
        {
            var loop = FunctionShape.LoopAround(call);
            foreach (var arm in TimedRaces.ArmsOf(project, call))
            {
                if (Read(project, call, arm.Unwrapped(), loop) is { } race)
                    found.Add(race);
            }
        }

        return found.OrderBy(race => project.PlaceOf(race.Call));
    }

    private static LongRace? Read(ProjectModel project, SyntaxNode call, SyntaxNode arm, SyntaxNode loop)
    {
        var module = project.Bindings.ModuleOf(call.Tree)!;
        if (arm.Kind is not (SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression) || MemoryPlace.Of(arm, module) is not { } place)
            return null;
        if (loop.Exists)
            return place.Root is PlaceRoot.Local or PlaceRoot.Captured ? OfVariable(call, arm, loop, place) : new(call, arm, loop) { IsFresh = IsWrittenIn(loop, place, module) };
        // One race per call: the promise must be that of the process.
        if (project.Lifespans.Of(arm).Kind is not LifespanKind.Process || place.Root is not (PlaceRoot.This or PlaceRoot.Module))
            return null;
        return new(call, arm, default) { IsFresh = IsWrittenAgain(project, arm, place) };
    }

    private static LongRace? OfVariable(SyntaxNode call, SyntaxNode arm, SyntaxNode loop, MemoryPlace place)
    {
        var declaration = place.Variable.Declaration;
        if (declaration.Tree != loop.Tree || loop.Span.Contains(declaration.Span))
            return null;
        // "const done = work(); while (!isDone) await Promise.race([done, sleep()])": made in this call, it goes with it, and so does the loop.
        var isOfCall = declaration.Is(SyntaxKind.VariableDeclaration) && FunctionShape.Enclosing(declaration) == FunctionShape.Enclosing(loop) && !FunctionShape.Enclosing(loop).Is(SyntaxKind.SourceFile)
            && declaration.Child(SyntaxKind.Initializer).Exists && !WorkerLoops.IsWithoutEnd(loop) && !loop.Has(NodeFlags.Await);
        return new(call, arm, loop) { IsFresh = isOfCall || place.Variable.Writes.Any(write => loop.Span.Contains(write.Span)) };
    }

    private static bool IsWrittenIn(SyntaxNode loop, MemoryPlace place, Module module)
    {
        foreach (var node in loop.DescendantsAndSelf)
        {
            if (AssignedValue.TargetOf(node) is { Exists: true } target && MemoryPlace.Of(target, module) == place)
                return true;
        }

        return false;
    }

    /// <summary>A field that is given a new promise outside the constructor is another one each time, as far as we see.</summary>
    private static bool IsWrittenAgain(ProjectModel project, SyntaxNode arm, MemoryPlace place)
    {
        var symbol = place.Root is PlaceRoot.Module ? place.Variable : project.Types.SymbolOf(arm);
        if (!symbol.Exists || (place.Root is PlaceRoot.Module && place.Path.Length > 0))
            return true;
        return project.Mentions.Of(symbol).Any(mention => AssignedValue.TargetOf(mention.Wrapped().Parent) == mention.Wrapped() && !FunctionShape.Enclosing(mention).Is(SyntaxKind.Constructor));
    }
}
