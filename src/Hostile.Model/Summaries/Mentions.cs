using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>Finds where the program names a variable, a field or an import.</summary>
internal sealed class Mentions(ProjectModel project)
{
    /// <summary>The expressions of the program that name a symbol: of a member, the accesses that lead to it.</summary>
    public IEnumerable<SyntaxNode> Of(Symbol symbol)
    {
        var isLocal = !symbol.IsMember && !symbol.IsModuleLevel;
        foreach (var identifier in isLocal ? symbol.References : Named(symbol.Name))
        {
            if (identifier.Parent.Is(SyntaxKind.PropertyAccessExpression) && identifier.Parent.ChildAt(1) == identifier)
            {
                if (symbol.IsMember && project.Types.SymbolOf(identifier.Parent) is var member && (member == symbol || (!member.Exists && project.Types.TypeOf(identifier.Parent.FirstChild).IsUnknown)))
                    yield return identifier.Parent;
            }
            else if (!symbol.IsMember && identifier.Parent.Kind is not (SyntaxKind.ImportSpecifier or SyntaxKind.ExportSpecifier or SyntaxKind.VariableDeclaration or SyntaxKind.ImportClause) && project.Bindings.SymbolOf(identifier) == symbol)
            {
                yield return identifier;
            }
        }
    }

    /// <summary>The identifiers of the program that spell a name.</summary>
    public IEnumerable<SyntaxNode> Named(Name name)
    {
        var spelled = name.Bytes.ToArray();
        return project.Bindings.Modules.SelectMany(module => module.Tree.IdentifiersSpelled(spelled));
    }
}
