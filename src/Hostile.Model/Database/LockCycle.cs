namespace Hostile.Model.Database;

/// <summary>Two transactions that take the same two locks in opposite orders: each has what the other waits for.</summary>
/// <param name="One">The order that fewer functions have, or the later one in the text.</param>
/// <param name="Other">The opposite order.</param>
public sealed record LockCycle(LockPair One, LockPair Other);
