namespace Hostile.Model.Database;

/// <summary>What a second execution does that a check was to keep out.</summary>
public enum Consequence
{
    /// <summary>Nothing that the first has not done already: it writes the same into the same row.</summary>
    None,

    /// <summary>It changes the row further: <c>balance = balance - $1</c>.</summary>
    Accumulates,

    /// <summary>It goes on where it ought to be refused.</summary>
    NotRefused,

    /// <summary>It goes on where it ought to be refused, and writes what the first has written already: only its answer differs.</summary>
    NotRefusedTheSame,

    /// <summary>It does once more what follows the check.</summary>
    Repeats,

    /// <summary>It undoes what another execution has done meanwhile.</summary>
    Overrides,
}
