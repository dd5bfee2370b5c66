using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>Tells what can abort a signal.</summary>
internal static class Controllers
{
    /// <summary>Whether a type is a class of a library with a method that aborts.</summary>
    public static bool Is(ProjectModel project, LightType type)
    {
        if (type is not LightType.Instance { Symbol: { Exists: true } symbol } || (symbol.Module.Roles & ModuleRoles.Knowledge) == 0 || symbol.Declaration.Child(SyntaxKind.ClassBody) is not { Exists: true } body)
            return false;
        foreach (var member in symbol.Module.MembersOf(body))
        {
            if (project.Effects.Of(member).Any(effect => effect is Effect.Aborts))
                return true;
        }

        return false;
    }
}
