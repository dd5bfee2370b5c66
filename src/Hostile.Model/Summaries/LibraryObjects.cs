using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// A place where the program makes an object of a library: <c>new Pool({ … })</c>, the <c>super(…)</c> of a class that extends it, or a call of a function that makes one, <c>axios.create({ … })</c>.
/// </summary>
/// <param name="Call">The <c>new</c> expression or the call.</param>
/// <param name="Class">The library's class, or the interface of what the function makes.</param>
/// <param name="Signature">The constructor that fits the arguments, or the class when it declares none; the function's signature.</param>
/// <param name="Effects">What the knowledge file says of the class or interface.</param>
public sealed record LibraryObject(SyntaxNode Call, Symbol Class, SyntaxNode Signature, ImmutableArray<Effect> Effects)
{
    /// <summary>What is called: the class, or the function that makes the object.</summary>
    public Symbol Member { get; init; } = Class;

    /// <summary>The arguments as they are written.</summary>
    public ImmutableArray<SyntaxNode> Arguments => [.. Call.Child(SyntaxKind.ArgumentList).Children.ToArray()];
}

/// <summary>Finds where objects of library classes are made, whatever the program calls the class.</summary>
internal static class LibraryObjects
{
    /// <summary>The places that make an object of a class of which a knowledge file says anything, by file and position; test code is left out.</summary>
    public static IEnumerable<LibraryObject> All(ProjectModel project)
    {
        var classes = Classes(project).Where(symbol => !project.Effects.Of(symbol).IsEmpty).ToHashSet();
        var makers = Functions(project).Where(symbol => project.Effects.Of(symbol).Any(effect => effect is Effect.Makes)).ToHashSet();
        var names = classes.Concat(makers).Select(symbol => symbol.Name).Concat(project.Bindings.LocalNamesOf(classes.Concat(makers).ToHashSet())).Distinct();
        var made = names.SelectMany(project.Calls.CallsOf).Concat(project.Calls.SuperCalls)
            .Where(call => call.Kind is SyntaxKind.NewExpression or SyntaxKind.CallExpression)
            .OrderBy(project.PlaceOf);
        foreach (var call in made)
        {
            if (project.Types.CalleeOf(call) is not Callee.Library library || project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test))
                continue;
            if (classes.Contains(library.Member))
                yield return new(call, library.Member, library.Signature, project.Effects.Of(library.Member));
            else if (project.Effects.Of(library.Signature).Any(effect => effect is Effect.Makes) && !IsInert(project, call, library) && MadeBy(project, call) is { Exists: true } type)
                yield return new(call, type, library.Signature, project.Effects.Of(type)) { Member = library.Member };
        }
    }

    /// <summary>Whether what a call makes opens nothing, for want of an option: <c>knex({ client: 'pg' })</c> only writes SQL.</summary>
    public static bool IsInert(ProjectModel project, SyntaxNode call, Callee.Library library)
    {
        if (project.Effects.Of(library.Signature).OfType<Effect.Inert>().FirstOrDefault() is not { Without: var path } || CallArguments.At(call, path.Index) is not { Exists: true } argument || project.Types.TypeOf(argument) is LightType.Primitive or LightType.Literal)
            return false;
        var options = project.Options.Of(argument);
        return !options.IsOpen && options.Find(path.Property) is null;
    }

    /// <summary>The interface or class of what a call returns.</summary>
    private static Symbol MadeBy(ProjectModel project, SyntaxNode call) => project.Types.TypeOf(call).NonNullish() is LightType.Instance instance ? instance.Symbol : default;

    private static IEnumerable<Symbol> Classes(ProjectModel project) => project.Bindings.LibrarySymbols(SymbolFlags.Class);

    private static IEnumerable<Symbol> Functions(ProjectModel project) => project.Bindings.LibrarySymbols(SymbolFlags.Function | SymbolFlags.Method);
}
