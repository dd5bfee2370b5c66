using System.Globalization;
using Hostile.Model.Binding;
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
    /// <summary>After how long, by what the libraries do where no option says otherwise, who finds no connection gives up, or who holds one inside a transaction loses it; null when that is never.</summary>
    internal static TimeSpan? GivesUpAfter(ProjectModel project, SyntaxNode call, bool isTransaction)
    {
        if (project.Types.CalleeOf(project.DatabaseCallAt(call)?.Innermost ?? call) is not Callee.Library library)
            return null;
        double? least = null;
        foreach (var symbol in project.Effects.SymbolsWith<Effect.Bounds>(SymbolFlags.Method | SymbolFlags.Function | SymbolFlags.Field).Where(symbol => project.Resources.RunsOn(library.Signature.Tree, symbol.Module.Tree)))
        {
            foreach (var bound in project.Effects.Of(symbol).OfType<Effect.Bounds>())
            {
                if (bound.Default is { } time && (bound.Wait is Wait.Acquire || (isTransaction && bound.Wait is Wait.IdleInTransaction)))
                    least = Math.Min(least ?? double.MaxValue, time * bound.Milliseconds);
            }
        }

        return least is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
    }

    /// <summary>Whether who finds no connection in one of the pools that the program makes of a call's library gives up some day, by an option of each: where a framework hands pools out, one of them is meant.</summary>
    internal static bool AllGiveUp(ProjectModel project, SyntaxNode call)
    {
        if (project.Types.CalleeOf(project.DatabaseCallAt(call)?.Innermost ?? call) is not Callee.Library library)
            return false;
        var pools = project.LibraryObjects<Effect.Handle>().Where(made => made.Effects.OfType<Effect.Handle>().Any(handle => handle.Kind is HandleKind.Pool) && project.Resources.RunsOn(library.Signature.Tree, made.Class.Module.Tree)
            && project.ReachOf(made).Kind is ReachKind.Service).ToList();
        return pools.Count > 0 && pools.TrueForAll(made => project.BoundsOf(made) is { } bounds && bounds.Bounded.ContainsKey(Wait.Acquire));
    }

    internal static PoolLimit? Of(ProjectModel project, SyntaxNode pool)
    {
        if (!pool.Exists || project.Origins.Of(pool).Made is not { IsEmpty: false } made || project.LibraryObjects<Effect.Handle>().Where(one => made.Contains(one.Call)).ToList() is not [var only])
            return null;
        var isBounded = project.BoundsOf(only) is var bounds && (bounds.Bounded.ContainsKey(Wait.Acquire) || !bounds.Unbounded.Contains(Wait.Acquire));
        var options = CallOptions.Of(project, only.Call, only.Member, only.Signature);
        foreach (var (option, _, effects) in options.All)
        {
            if (effects.OfType<Effect.LimitsConnections>().Any())
                return int.TryParse(option.Value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? new(most, false, isBounded) : null;
        }

        var standard = CallOptions.TypesOf(project, only.Member, only.Signature).SelectMany(CallOptions.Members).SelectMany(member => project.Effects.Of(member)).OfType<Effect.LimitsConnections>().FirstOrDefault();
        return standard is null || options.IsOpen ? null : new((int)standard.Default, true, isBounded);
    }
}
