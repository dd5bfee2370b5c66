namespace Hostile.Model.Knowledge;

/// <summary>What a connection says of itself.</summary>
public enum HandleState
{
    /// <summary>A transaction is open on it.</summary>
    Open,

    /// <summary>It was given back.</summary>
    Released,
}
