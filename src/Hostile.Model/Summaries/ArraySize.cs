using System.Collections.Immutable;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>How many elements an array or another collection can have.</summary>
/// <param name="Kind">By what the number is decided.</param>
/// <param name="Reason">In one clause: <c>LIMIT 100</c>, <c>3 elements are written out</c>, <c>`job` is read without a LIMIT</c>.</param>
/// <param name="Source">Where that is said; none when nothing is known.</param>
public sealed record ArraySize(SizeKind Kind, string Reason, SyntaxNode Source)
{
    internal static readonly ArraySize Unknown = new(SizeKind.Unknown, "", default);

    /// <summary>How many there are at most, where a number says so; null when none does.</summary>
    public int? Most { get; init; }

    /// <summary>The calls on the way from the source to the array, outermost first; empty when both stand in one function.</summary>
    public ImmutableArray<SyntaxNode> Through { get; init; } = [];

    /// <summary>Whether they are the rows of a table that are in one state, as those that wait to be worked on, rather than all that there are.</summary>
    public bool IsOfState { get; init; }

    /// <summary>Reports whether the number grows with data that nobody has bounded.</summary>
    public bool IsOpen => Kind is SizeKind.Request or SizeKind.Rows or SizeKind.Growing;
}

/// <summary>By what the size of a collection is decided.</summary>
public enum SizeKind
{
    /// <summary>Nothing that we see.</summary>
    Unknown,

    /// <summary>The program, or a LIMIT: the number does not grow with data.</summary>
    Bounded,

    /// <summary>Whoever calls the exported function.</summary>
    Given,

    /// <summary>Whoever collects entries in a collection that outlives the call.</summary>
    Growing,

    /// <summary>The rows of a table, without a LIMIT.</summary>
    Rows,

    /// <summary>Whoever sends the request, job or message.</summary>
    Request,
}
