using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>Finds where the method that aborts a signal is taken off its controller: called without it, it throws.</summary>
internal static class UnboundAborts
{
    /// <summary>The accesses, by file and position; tests are left out.</summary>
    public static IEnumerable<SyntaxNode> All(ProjectModel project)
    {
        foreach (var identifier in Names(project).Distinct().SelectMany(project.Mentions.Named).OrderBy(project.PlaceOf))
        {
            if (!project.Bindings.ModuleOf(identifier.Tree)!.Roles.HasFlag(ModuleRoles.Test)
                && identifier.Parent.Is(SyntaxKind.PropertyAccessExpression) && identifier.Parent.ChildAt(1) == identifier && IsTakenOff(identifier.Parent) && project.Effects.Of(project.Types.SymbolOf(identifier.Parent)).Any(effect => effect is Effect.Aborts))
                yield return identifier.Parent;
        }
    }

    private static IEnumerable<Name> Names(ProjectModel project) => project.Effects.SymbolsWith<Effect.Aborts>(SymbolFlags.Method).Select(symbol => symbol.Name);

    /// <summary>Neither called, nor bound, nor merely looked at.</summary>
    private static bool IsTakenOff(SyntaxNode access)
    {
        var outer = access.Wrapped();
        return outer.Parent.Kind is SyntaxKind.ArgumentList or SyntaxKind.PropertyAssignment or SyntaxKind.ReturnStatement or SyntaxKind.Initializer or SyntaxKind.ArrowFunction or SyntaxKind.ArrayLiteralExpression
            || (outer.Parent.Is(SyntaxKind.BinaryExpression) && outer.Parent.Operator is TokenKind.Equals && outer.Parent.FirstChild != outer);
    }
}
