using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>Finds the expression whose value a write stores.</summary>
public static class AssignedValue
{
    /// <summary>The kinds of nodes that may assign.</summary>
    public static readonly KindSet Kinds = KindSet.Of(SyntaxKind.BinaryExpression, SyntaxKind.PrefixUnaryExpression, SyntaxKind.PostfixUnaryExpression);

    /// <summary>
    /// The expression stored whole into a write's target: the right side of <c>x = e</c>, the initialiser of <c>let x = e</c>.
    /// None for destructuring, loops, <c>++</c> and compound assignment, where the value is only a part of something or made of the old one.
    /// </summary>
    public static SyntaxNode Of(SyntaxNode target)
    {
        var outer = Outermost(target);
        var parent = outer.Parent;
        return parent.Kind switch
        {
            SyntaxKind.VariableDeclaration => parent.Child(SyntaxKind.Initializer).FirstChild,
            SyntaxKind.BinaryExpression when parent.Operator is TokenKind.Equals && parent.FirstChild == outer => parent.ChildAt(1),
            _ => default,
        };
    }

    /// <summary>
    /// The expression that a write's value comes from, wholly or in part: also the object that is taken apart, the collection that is looped over, the operand of a compound assignment.
    /// None for parameters, <c>catch</c> variables and <c>++</c>.
    /// </summary>
    public static SyntaxNode SourceOf(SyntaxNode target)
    {
        var at = Outermost(target);
        for (var parent = at.Parent; parent.Exists; at = parent, parent = parent.Parent)
        {
            switch (parent.Kind)
            {
                case SyntaxKind.BindingElement or SyntaxKind.ObjectBindingPattern or SyntaxKind.ArrayBindingPattern
                    or SyntaxKind.ArrayLiteralExpression or SyntaxKind.ObjectLiteralExpression or SyntaxKind.PropertyAssignment
                    or SyntaxKind.ShorthandPropertyAssignment or SyntaxKind.SpreadElement or SyntaxKind.SpreadAssignment or SyntaxKind.ParenthesizedExpression:
                    continue;
                case SyntaxKind.VariableDeclaration when parent.Parent.Parent.Kind is SyntaxKind.ForOfStatement or SyntaxKind.ForInStatement:
                    return parent.Parent.Parent.ChildAt(1);
                case SyntaxKind.VariableDeclaration:
                    return parent.Child(SyntaxKind.Initializer).FirstChild;
                case SyntaxKind.ForOfStatement or SyntaxKind.ForInStatement:
                    return parent.ChildAt(1);
                case SyntaxKind.BinaryExpression when parent.FirstChild == at && parent.Operator is >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals:
                    return parent.ChildAt(1);
                default:
                    return default;
            }
        }

        return default;
    }

    /// <summary>What a node assigns: the left side of <c>=</c> and its kin, the operand of <c>++</c> and <c>--</c>; none for any other node.</summary>
    public static SyntaxNode TargetOf(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.BinaryExpression when node.Operator is >= TokenKind.Equals and <= TokenKind.QuestionQuestionEquals => node.FirstChild,
        SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression when node.Operator is TokenKind.PlusPlus or TokenKind.MinusMinus => node.FirstChild,
        _ => default,
    };

    /// <summary>Where an assignment stores an expression whole: the left side of <c>x = e</c>; none for an expression that is no such right side.</summary>
    public static SyntaxNode TargetFor(SyntaxNode value) =>
        value.Wrapped() is var whole && whole.Parent is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } assignment && assignment.ChildAt(1) == whole ? assignment.FirstChild : default;

    /// <summary>The expression that an assignment stores into its target, at least where that is empty: the right side of <c>x = e</c>, <c>x ??= e</c> and <c>x ||= e</c>; none for what is no such left side.</summary>
    public static SyntaxNode OrKept(SyntaxNode target) =>
        target.Parent.Is(SyntaxKind.BinaryExpression) && target.Parent.FirstChild == target && target.Parent.Operator is TokenKind.Equals or TokenKind.QuestionQuestionEquals or TokenKind.BarBarEquals
            ? target.Parent.ChildAt(1)
            : default;

    /// <summary>Climbs out of the parentheses and type claims around a target.</summary>
    private static SyntaxNode Outermost(SyntaxNode target)
    {
        while (target.Parent.Kind is SyntaxKind.ParenthesizedExpression or SyntaxKind.NonNullExpression or SyntaxKind.AsExpression or SyntaxKind.SatisfiesExpression)
            target = target.Parent;
        return target;
    }
}
