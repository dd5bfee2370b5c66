namespace Hostile.Model.Database;

/// <summary>Two locks that one transaction takes one after the other.</summary>
public sealed record LockPair(FunctionModel Function, HeldLock First, HeldLock Second);
