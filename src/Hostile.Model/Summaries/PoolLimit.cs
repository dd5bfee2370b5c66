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
    /// <summary>After how long who finds no connection gives up, or who holds one inside a transaction loses it, by what the program says and else by what the libraries do; zero when it is after a time that is not seen, null when that is never.</summary>
    internal static TimeSpan? GivesUpAfter(ProjectModel project, SyntaxNode call, TransactionScope scope)
    {
        if (project.Types.CalleeOf(project.DatabaseCallAt(call)?.Innermost ?? call) is not Callee.Library library)
            return null;
        var (least, isOpen) = ((double?)null, false);
        foreach (var symbol in project.Effects.SymbolsWith<Effect.Bounds>(SymbolFlags.Method | SymbolFlags.Function | SymbolFlags.Field).Where(symbol => project.Resources.RunsOn(library.Signature.Tree, symbol.Module.Tree)))
        {
            foreach (var bound in project.Effects.Of(symbol).OfType<Effect.Bounds>())
            {
                if (bound.Default is not { } time || !(bound.Wait is Wait.Acquire || (scope.IsTransaction && bound.Wait is Wait.IdleInTransaction)))
                    continue;
                var said = bound.Wait is Wait.IdleInTransaction ? SaidAt(project, scope.Begin, bound.Wait) : SaidByPools(project, library, bound.Wait);
                // How long a transaction may last says only that it does not go on for ever: who waits may give up before.
                isOpen |= said is { IsOpen: true } || (said is not null && bound.Wait is Wait.IdleInTransaction);
                least = Math.Min(least ?? double.MaxValue, said?.Milliseconds ?? (time * bound.Milliseconds));
            }
        }

        return least is not { } milliseconds ? null : isOpen ? TimeSpan.Zero : TimeSpan.FromMilliseconds(milliseconds);
    }

    /// <summary>What the options of a call say of a wait; null when they say nothing.</summary>
    private static (double? Milliseconds, bool IsOpen)? SaidAt(ProjectModel project, SyntaxNode call, Wait wait) =>
        call.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression && project.Types.CalleeOf(call) is Callee.Library library ? Said(project, CallOptions.Of(project, call, library.Member, library.Signature), wait) : null;

    /// <summary>What the pools of a library say of a wait, where they say it alike; null when none says anything.</summary>
    private static (double? Milliseconds, bool IsOpen)? SaidByPools(ProjectModel project, Callee.Library library, Wait wait)
    {
        (double? Milliseconds, bool IsOpen)? all = null;
        foreach (var made in project.LibraryObjects<Effect.Handle>())
        {
            if (!made.Effects.OfType<Effect.Handle>().Any(handle => handle.Kind is HandleKind.Pool) || !project.Resources.RunsOn(library.Signature.Tree, made.Member.Module.Tree) || Said(project, CallOptions.Of(project, made.Call, made.Member, made.Signature), wait) is not { } said)
                continue;
            all = all is null || all == said ? said : (null, true);
        }

        return all;
    }

    private static (double? Milliseconds, bool IsOpen)? Said(ProjectModel project, CallOptions options, Wait wait)
    {
        foreach (var (option, _, effects) in options.All)
        {
            if (effects.OfType<Effect.Bounds>().FirstOrDefault(bound => bound.Wait == wait) is { } bound)
                return project.Constants.NumberOf(option.Value) is { } number ? (number * bound.Milliseconds, false) : (null, true);
        }

        return options.IsOpen ? (null, true) : null;
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
