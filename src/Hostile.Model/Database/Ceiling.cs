using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// Tells a limit that only keeps things from growing without end, <c>if (count >= MAX_RULES) throw …</c> with <c>const MAX_RULES = 500</c>: a number that the program has for all, and so large that nobody counts on it.
/// What somebody has paid for, and who may be the last of its kind, is asked of other values, or of small ones.
/// </summary>
public static class Ceiling
{
    /// <summary>From so many on, one more is nothing that anybody notices.</summary>
    private const int Least = 50;

    /// <summary>The number that the condition of a race compares with, where it is such a limit; null where it is none.</summary>
    public static double? Of(RowRace race, FunctionModel function)
    {
        var condition = race.Deciding.Unwrapped();
        if (!condition.Is(SyntaxKind.BinaryExpression) || condition.Operator is not (TokenKind.GreaterThan or TokenKind.GreaterThanEquals or TokenKind.LessThan or TokenKind.LessThanEquals))
            return null;
        return Number(condition.FirstChild) ?? Number(condition.ChildAt(1));

        double? Number(SyntaxNode side) => function.Project.Constants.NumberOf(side) is >= Least and var most ? most : null;
    }
}
