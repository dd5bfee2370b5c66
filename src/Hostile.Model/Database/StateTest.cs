using System.Collections.Immutable;
using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Database;

/// <summary>What must hold of a part of a value: <c>order.status</c> is one of two constants where <c>canPay(order)</c> answers yes.</summary>
/// <param name="Given">The value, in the words of who asks; for the result of a function its parameter, or the function itself for <c>this</c>.</param>
/// <param name="Members">The part, as <c>.status</c>; empty for the value itself.</param>
/// <param name="Values">The constants that it is compared with; <see cref="Nothing"/> for null, and for no at all.</param>
/// <param name="IsAmong">Whether it must be one of them, and not none of them.</param>
/// <param name="At">Where that is asked.</param>
public readonly record struct StateTest(SyntaxNode Given, string Members, ImmutableHashSet<ValuePath> Values, bool IsAmong, SyntaxNode At)
{
    /// <summary>Null, undefined, false and the empty text.</summary>
    public static readonly ValuePath Nothing = new(default, "");

    /// <summary>Whether only that there is no value is asked for: <c>!row.usedAt</c>.</summary>
    public bool IsOfAbsence => IsAmong && Values.Count == 1 && Values.Contains(Nothing);

    /// <summary>Whether only that there is a value is asked for.</summary>
    public bool IsOfPresence => !IsAmong && Values.Count == 1 && Values.Contains(Nothing);
}
