namespace Hostile.Rules;

/// <summary>How we know; a promise about precision. Lower values are stronger.</summary>
public enum Evidence
{
    /// <summary>The interleaving was executed on PostgreSQL and went wrong.</summary>
    Proven,

    /// <summary>Follows from the code and from library facts: we would bet on it.</summary>
    Certain,

    /// <summary>A bug unless the one assumption that the finding names fails.</summary>
    Likely,

    /// <summary>To know; not counted against the code.</summary>
    Hazard,
}
