using System.Collections.Immutable;
using System.Globalization;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>How many connections a pool has, and whether who finds none waits for ever.</summary>
/// <param name="Most">At most so many.</param>
/// <param name="IsDefault">Whether no option says so.</param>
/// <param name="WaitIsBounded">Whether who finds none gives up some day.</param>
public sealed record PoolLimit(int Most, bool IsDefault, bool WaitIsBounded)
{
    internal static PoolLimit? Of(ProjectModel project, SyntaxNode pool)
    {
        var made = project.Origins.Of(pool).Made;
        var objects = project.LibraryObjects<Effect.Handle>().Where(one => made.Contains(one.Call)).ToList();
        if (objects is not [var only])
            return null;
        var interfaces = Bounds.OptionTypes(project, only.Class);
        var isBounded = project.BoundsOf(only) is var bounds && (bounds.Bounded.ContainsKey(Wait.Acquire) || !bounds.Unbounded.Contains(Wait.Acquire));
        foreach (var options in only.Arguments.Select(project.Options.Of))
        {
            foreach (var option in options.All)
            {
                if (Bounds.EffectsOf(project, interfaces, option.Name).OfType<Effect.LimitsConnections>().Any())
                    return int.TryParse(option.Value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? new(most, false, isBounded) : null;
            }
        }

        return DefaultOf(project, only, interfaces) is { } standard ? new((int)standard.Default, true, isBounded) : null;
    }

    private static Effect.LimitsConnections? DefaultOf(ProjectModel project, LibraryObject made, ImmutableArray<LightType> interfaces)
    {
        foreach (var declaration in interfaces.OfType<LightType.Instance>().SelectMany(type => type.Symbol.Declarations))
        {
            foreach (var member in made.Class.Module.MembersOf(declaration.Child(SyntaxKind.InterfaceBody)))
            {
                if (project.Effects.Of(member).OfType<Effect.LimitsConnections>().FirstOrDefault() is { } limits)
                    return limits;
            }
        }

        return null;
    }
}
