using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Types;

public sealed partial class Inference
{
    /// <summary>The class that a class extends, also behind functions out of sight that add to it: <c>Model</c> of <c>extends Errors(Model)</c>; none where it is not known.</summary>
    public Symbol BaseClassOf(SyntaxNode classNode) => classNode.Exists && Remember(classNode) is LightType.ClassConstructor { Symbol: var extended } ? extended : default;

    /// <summary>The type that an entry of a class's <c>extends</c> or <c>implements</c> stands for.</summary>
    public LightType TypeOfHeritage(SyntaxNode parent)
    {
        var clause = parent.Parent;
        return clause.Operator is TokenKind.Extends && clause.Parent.Kind is SyntaxKind.ClassDeclaration or SyntaxKind.ClassExpression
            ? BaseInstance(clause.Parent, parent)
            : Denoted(parent);
    }
}
