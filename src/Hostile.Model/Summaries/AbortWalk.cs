using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A controller of signals that the program makes.</summary>
/// <param name="Made">The <c>new</c> expression.</param>
/// <param name="GivenOut">Where its signal is given to somebody; none when it is not.</param>
/// <param name="Aborted">Where it is aborted, or gets out of sight; none when it never is.</param>
public sealed record Controller(SyntaxNode Made, SyntaxNode GivenOut, SyntaxNode Aborted);

/// <summary>Follows a controller to whoever aborts it.</summary>
internal sealed class AbortWalk : ObjectWalk
{
    private SyntaxNode aborted;
    private SyntaxNode givenOut;

    private AbortWalk(ProjectModel project)
        : base(project)
    {
    }

    protected override bool IsDone => aborted.Exists;

    /// <summary>The controllers that the program makes, by file and position; tests and what runs in browsers only are left out.</summary>
    public static IEnumerable<Controller> All(ProjectModel project)
    {
        foreach (var call in ClassNames(project).SelectMany(project.Calls.CallsOf).Where(call => call.Is(SyntaxKind.NewExpression)).OrderBy(project.PlaceOf))
        {
            if (project.Bindings.ModuleOf(call.Tree) is not { } module || module.Roles.HasFlag(ModuleRoles.Test) || project.IsInBrowser(module) || !Controllers.Is(project, project.Types.TypeOf(call)))
                continue;
            var walk = new AbortWalk(project);
            walk.Follow(call);
            yield return new(call, walk.givenOut, walk.aborted.Exists ? walk.aborted : walk.IsOutOfSight ? call : default);
        }
    }

    protected override void Member(SyntaxNode access, int depth)
    {
        if (Project.Effects.Of(Project.Types.SymbolOf(access)).Any(effect => effect is Effect.Aborts))
            aborted = access;
        else if (!givenOut.Exists && Listeners.IsSignal(Project, access) && access.Wrapped().Parent.Kind is SyntaxKind.ArgumentList or SyntaxKind.PropertyAssignment or SyntaxKind.ReturnStatement or SyntaxKind.ArrayLiteralExpression or SyntaxKind.Initializer)
            givenOut = access;
    }

    private static HashSet<Name> ClassNames(ProjectModel project)
    {
        var names = new HashSet<Name>();
        foreach (var library in project.Bindings.Libraries)
        {
            for (var index = 0; index < library.SymbolCount; index++)
            {
                if (library.SymbolAt(index) is var symbol && symbol.Is(SymbolFlags.Method) && project.Effects.Of(symbol).Any(effect => effect is Effect.Aborts) && symbol.MemberOf.Parent is { Kind: SyntaxKind.ClassDeclaration } owner)
                    names.Add(library.NameOf(owner.Child(SyntaxKind.Identifier)));
            }
        }

        return names;
    }
}
