using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    /// <summary>The type that an entry of a class's <c>extends</c> or <c>implements</c> stands for.</summary>
    public LightType TypeOfHeritage(SyntaxNode parent)
    {
        var clause = parent.Parent;
        return clause.Operator is TokenKind.Extends && clause.Parent.Kind is SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression
            ? BaseInstance(clause.Parent, parent)
            : Denoted(parent);
    }
}
