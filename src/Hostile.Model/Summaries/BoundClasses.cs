using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>The handles that classes of rows are told to send their statements on: <c>Model.knex(pool)</c>, which holds for the classes that extend it, too.</summary>
internal sealed class BoundClasses(ProjectModel project)
{
    /// <summary>A class that extends a class that extends … beyond this nobody is asked.</summary>
    private const int LongestLine = 12;

    private readonly Lazy<Dictionary<Symbol, SyntaxNode>> handles = new(() => Of(project));

    /// <summary>
    /// The handle that the class is bound to which an expression names, by itself or by its declared type (<c>private users: typeof User</c>).
    /// None where it is not known, or not the same everywhere, and none for what a call gives, which may be bound to another one.
    /// </summary>
    public SyntaxNode HandleOf(SyntaxNode expression)
    {
        expression = expression.Unwrapped();
        if (handles.Value.Count == 0 || expression.Kind is not (SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression))
            return default;
        var declaration = project.Types.SymbolOf(expression).Declaration;
        // "get model() { return Account.bindKnex(…) }" says the same type, and is another class.
        if (declaration.Kind is not (SyntaxKind.ClassDeclaration or SyntaxKind.Parameter or SyntaxKind.PropertyDeclaration) || (!declaration.Is(SyntaxKind.ClassDeclaration) && !declaration.Child(SyntaxKind.TypeAnnotation).FirstChild.Is(SyntaxKind.TypeQuery)))
            return default;
        if (project.Types.TypeOf(expression).NonNullish() is not LightType.ClassConstructor { Symbol: var at })
            return default;
        for (var line = 0; at.Exists && line < LongestLine; line++)
        {
            if (handles.Value.TryGetValue(at, out var handle))
                return handle;
            at = project.Types.BaseClassOf(at.Declaration);
        }

        return default;
    }

    private static Dictionary<Symbol, SyntaxNode> Of(ProjectModel project)
    {
        var found = new Dictionary<Symbol, SyntaxNode>();
        foreach (var name in project.Effects.SymbolsWith<Effect.Binds>(SymbolFlags.Method).Select(symbol => symbol.Name).Distinct())
        {
            foreach (var call in project.Calls.CallsOf(name))
            {
                Workers.Step();
                if (project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test) || call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee || project.Types.CalleeOf(call) is not Callee.Library library
                    || project.Effects.Of(library.Signature).OfType<Effect.Binds>().FirstOrDefault() is not { } binds || project.ArgumentAt(call, binds.To) is not { Exists: true } handle
                    || project.Types.TypeOf(callee.FirstChild) is not LightType.ClassConstructor { Symbol: var type })
                    continue;
                // Bound twice: nobody knows to which of the two it is at any time.
                found[type] = found.ContainsKey(type) ? default : handle;
            }
        }

        return found;
    }
}
