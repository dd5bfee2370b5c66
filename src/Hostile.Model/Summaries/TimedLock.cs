using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>A lock on a server that ends by itself after a known time, and what is done under it.</summary>
/// <param name="Take">The library's call that takes it.</param>
/// <param name="Written">Where the time is written.</param>
/// <param name="Milliseconds">The time.</param>
/// <param name="Holder">The function that does the work.</param>
/// <param name="Steps">The calls that lead from it to the taking, outermost first.</param>
/// <param name="Long">What may take longer; null when nothing does that we know of.</param>
/// <param name="Reason">Why it is no fault; null when it is one, or nothing is known of the work.</param>
public sealed record TimedLock(SyntaxNode Take, SyntaxNode Written, double Milliseconds, FunctionModel Holder, ImmutableArray<SyntaxNode> Steps, LongStep? Long, string? Reason)
{
    /// <summary>What is changed under it, first in the text; none when nothing is that we see.</summary>
    public SyntaxNode Change { get; init; }

    /// <summary>A time as a reader says it: <c>1.5 s</c>.</summary>
    public static string Said(double milliseconds) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(milliseconds < 1000 ? milliseconds : milliseconds / 1000):0.##} {(milliseconds < 1000 ? "ms" : "s")}");
}

/// <summary>A step of a work that may take longer than a given time.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Call">The call.</param>
/// <param name="Steps">The calls that lead to it, outermost first.</param>
/// <param name="Why">In one clause, how long it may take.</param>
public sealed record LongStep(LongStepKind Kind, SyntaxNode Call, ImmutableArray<SyntaxNode> Steps, string Why);

/// <summary>By what a step takes longer than it should.</summary>
public enum LongStepKind
{
    /// <summary>It waits for that long by itself.</summary>
    Wait,

    /// <summary>It asks another server once for each of any number of elements.</summary>
    Requests,

    /// <summary>It sends a statement, or several, for each of any number of elements.</summary>
    Statements,

    /// <summary>A client sends as long as it likes.</summary>
    Input,

    /// <summary>Another server may not answer in time.</summary>
    Answer,
}
