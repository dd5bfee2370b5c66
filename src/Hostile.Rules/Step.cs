using Hostile.Model;

namespace Hostile.Rules;

/// <summary>One step of a trace: at this place, this happens.</summary>
/// <param name="Place">Where.</param>
/// <param name="Text">What happens there, a clause in the present tense, no full stop.</param>
/// <param name="Side">Whose step it is, when two executions interleave.</param>
public sealed record Step(Place Place, string Text, Side Side = Side.Only);

/// <summary>The execution that takes a step.</summary>
public enum Side
{
    /// <summary>There is one execution.</summary>
    Only,

    /// <summary>The first of two, e.g. request A.</summary>
    A,

    /// <summary>The second of two, e.g. request B.</summary>
    B,
}
