namespace Hostile.Model.Database;

/// <summary>Whether a call gives its connection back to the pool.</summary>
public enum GivesBack
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>It does so under a condition that the called function decides: from there on nobody knows who has the connection.</summary>
    Perhaps,

    /// <summary>It has done so whenever it returns.</summary>
    Always,
}
