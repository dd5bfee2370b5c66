namespace Hostile.Model.Types;

/// <summary>Whether awaiting a value waits for something.</summary>
public enum Thenable
{
    /// <summary>It cannot be told: nothing may be concluded.</summary>
    Unknown,

    /// <summary>Not thenable; <c>any</c> is <see cref="Unknown"/>. What a class inherits from a class that is not known is taken to be no <c>then</c>.</summary>
    Not,

    /// <summary>A promise, of the language or of a class that has a <c>then</c>: its work has begun. Of a union, one member at least.</summary>
    Promise,

    /// <summary>Thenable, but nothing begins before it is awaited: a query builder.</summary>
    Lazy,
}

/// <summary>What the taker of a callback expects it to return.</summary>
public enum ExpectedReturn
{
    /// <summary>Nothing is known of the taker, or it takes anything.</summary>
    Unknown,

    /// <summary>Nothing: a promise that is returned is dropped.</summary>
    Void,

    /// <summary>A value that is no promise: <c>boolean</c> of a predicate. A promise would be taken for it.</summary>
    Value,

    /// <summary>A promise, or a promise will do.</summary>
    Promise,
}
