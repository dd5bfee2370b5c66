using System.Runtime.CompilerServices;

namespace Hostile.Model;

/// <summary>
/// A value that is worked out when it is first asked for, for objects of which there are so many that a <see cref="Lazy{T}"/> and a delegate for each would weigh more than they.
/// Threads that ask at the same time may both work it out; all of them get the first answer.
/// </summary>
internal struct Once<T>
    where T : class
{
    private static readonly object Nothing = new();

    private object? value;

    /// <summary>The value; null when that is what it was found to be.</summary>
    public T? Of<TOwner>(TOwner owner, Func<TOwner, T?> find)
    {
        var known = Volatile.Read(ref value) ?? Interlocked.CompareExchange(ref value, find(owner) ?? Nothing, null) ?? value;
        return ReferenceEquals(known, Nothing) ? null : Unsafe.As<T>(known);
    }
}
