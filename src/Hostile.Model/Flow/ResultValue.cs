using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Flow;

/// <summary>Values that say how a function went, by the names under which libraries and programs make them: <c>Ok(row)</c>, <c>err(reason)</c>.</summary>
internal static class ResultValue
{
    /// <summary>Whether a function of that name makes the value of one that failed.</summary>
    public static bool IsErr(SyntaxNode name) => name.TextIs("Err"u8) || name.TextIs("err"u8) || name.TextIs("errAsync"u8);

    /// <summary>Whether a function of that name makes the value of one that went well. A bare <c>ok</c> is too often something else.</summary>
    public static bool IsOk(SyntaxNode name) => name.TextIs("Ok"u8) || name.TextIs("okAsync"u8);
}
