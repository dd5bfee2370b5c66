namespace Hostile.Model.Database;

/// <summary>What the result of a call that reads rows says of them.</summary>
public enum RowAnswer
{
    /// <summary>Nothing of it reaches the caller, or it cannot be told.</summary>
    None,

    /// <summary>The result, or what is taken from it, is truthy, or not empty, when there is a row.</summary>
    Present,

    /// <summary>The result is true when there is no row: <c>isFree(email)</c>.</summary>
    Absent,

    /// <summary>The call comes back only when there is no row, and else throws: <c>ensureFree(email)</c>.</summary>
    ReturnsWhenAbsent,

    /// <summary>The call comes back only when there is a row, and else throws: <c>findOneOrFail</c>.</summary>
    ReturnsWhenPresent,
}
