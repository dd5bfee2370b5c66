using System.Collections.Concurrent;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>Finds where the program names a variable, a field or an import.</summary>
internal sealed class Mentions(ProjectModel project)
{
    private readonly ProjectModel project = project;
    private readonly ConcurrentDictionary<Name, SyntaxNode[]> loose = new();
    private readonly ConcurrentDictionary<Symbol, SyntaxNode[]> known = new();
    private readonly Lazy<NameIndex> names = new(() => new(project.Bindings.Modules, project.Workers));

    /// <summary>The expressions of the program that name a symbol: of a member, the accesses that lead to it.</summary>
    public IReadOnlyList<SyntaxNode> Of(Symbol symbol) => known.GetOrAdd(symbol, static (one, self) => [.. self.Find(one)], this);

    private IEnumerable<SyntaxNode> Find(Symbol symbol)
    {
        var isLocal = !symbol.IsMember && !symbol.IsModuleLevel;
        foreach (var identifier in isLocal ? symbol.References : Named(symbol.Name))
        {
            if (identifier.Parent.Is(SyntaxKind.PropertyAccessExpression) && identifier.Parent.ChildAt(1) == identifier)
            {
                if (symbol.IsMember && project.Types.SymbolOf(identifier.Parent) is var member && (member == symbol || (!member.Exists && MayMean(symbol, identifier) && project.Types.TypeOf(identifier.Parent.FirstChild).IsUnknown)))
                    yield return identifier.Parent;
            }
            else if (!symbol.IsMember && identifier.Parent.Kind is not (SyntaxKind.ImportSpecifier or SyntaxKind.ExportSpecifier or SyntaxKind.VariableDeclaration or SyntaxKind.ImportClause) && project.Bindings.SymbolOf(identifier) == symbol)
            {
                yield return identifier;
            }
        }
    }

    /// <summary>What is private is named within its class alone.</summary>
    private static bool MayMean(Symbol member, SyntaxNode identifier)
    {
        if (!member.Is(SymbolFlags.Private))
            return true;
        var body = member.Declaration.Ancestor(SyntaxKind.ClassBody);
        return !body.Exists || (body.Tree == identifier.Tree && body.Span.Contains(identifier.Span));
    }

    /// <summary>The accesses of the program to a property of that name, but for those that are known to mean a field of a class; by file and position.</summary>
    public IReadOnlyList<SyntaxNode> LooseAccesses(Name name) => loose.GetOrAdd(name, static (spelled, self) => [.. self.AccessesTo(spelled).Where(access => !IsOfClass(self.project.Types.SymbolOf(access)))], this);

    private IEnumerable<SyntaxNode> AccessesTo(Name name) => Named(name).Where(identifier => identifier.Parent.Is(SyntaxKind.PropertyAccessExpression) && identifier.Parent.ChildAt(1) == identifier).Select(identifier => identifier.Parent);

    private static bool IsOfClass(Symbol member) => member.Exists && member.Declaration.Kind is SyntaxKind.PropertyDeclaration or SyntaxKind.Parameter;

    /// <summary>Finds out which files spell which names.</summary>
    public void Prepare() => _ = names.Value;

    /// <summary>The identifiers of the program that spell a name.</summary>
    public IEnumerable<SyntaxNode> Named(Name name) => names.Value.Spelled(name);
}
