using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A call that takes a listener away that was never added, so that the one that was stays.</summary>
/// <param name="Removal">The call.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Added">Where the listener was added under another event; none for a function that is new.</param>
public sealed record Mismatch(Removal Removal, MismatchKind Kind, SyntaxNode Added);

/// <summary>Why a removal removes nothing.</summary>
public enum MismatchKind
{
    /// <summary>The function is written in place: it is another one than any that was added.</summary>
    FreshFunction,

    /// <summary><c>bind</c> makes a new function at every call.</summary>
    BoundCopy,

    /// <summary>The function was added for another event.</summary>
    OtherEvent,

    /// <summary>It ends another sort of subscription than the one that was begun.</summary>
    OtherSubscription,
}

/// <summary>Finds removals that remove nothing.</summary>
internal static class Mismatches
{
    /// <summary>The removals, by file and position.</summary>
    public static IEnumerable<Mismatch> All(ProjectModel project) =>
        project.Bindings.Modules.SelectMany(module => project.Listeners.RemovalsIn(module)).Select(removal => Read(project, removal)).OfType<Mismatch>().Concat(Subscriptions(project)).OrderBy(found => project.PlaceOf(found.Removal.Call));

    /// <summary>"subscriber.psubscribe(pattern)" and nothing but "subscriber.unsubscribe()" in the file: the pattern stays.</summary>
    private static IEnumerable<Mismatch> Subscriptions(ProjectModel project)
    {
        var undoing = project.Effects.SymbolsWith<Effect.Undoes>(SymbolFlags.Method).Select(symbol => (symbol.Name, project.Effects.Of(symbol).OfType<Effect.Undoes>().First().Method)).Distinct().ToList();
        foreach (var name in undoing.Select(pair => pair.Name).Distinct())
        {
            foreach (var call in project.Calls.CallsOf(name))
            {
                Workers.Step();
                if (project.Bindings.ModuleOf(call.Tree)!.Roles.HasFlag(ModuleRoles.Test) || call.FirstChild.Unwrapped() is not { Kind: SyntaxKind.PropertyAccessExpression } callee
                    || project.Types.CalleeOf(call) is not Callee.Library library || project.Effects.Of(library.Signature).OfType<Effect.Undoes>().FirstOrDefault() is not { } own || CallsOn(Name.Of(own.Method)).Any())
                    continue;
                foreach (var (other, method) in undoing.Where(pair => pair.Method != own.Method))
                {
                    if (CallsOn(Name.Of(method)).FirstOrDefault() is not { Exists: true } begun || CallsOn(other).Any())
                        continue;
                    yield return new(new(call, callee.FirstChild, null, default), MismatchKind.OtherSubscription, begun);
                    break;
                }

                IEnumerable<SyntaxNode> CallsOn(Name method) => project.Calls.CallsOf(method, project.Bindings.ModuleOf(call.Tree)!).Where(other => other.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } access && access.FirstChild.TextIs(callee.FirstChild.Bytes));
            }
        }
    }

    private static Mismatch? Read(ProjectModel project, Removal removal)
    {
        var listener = removal.Listener;
        if (!listener.Exists)
            return null;
        if (FunctionLike.From(listener) is not null)
            return new(removal, MismatchKind.FreshFunction, default);
        if (listener.Is(SyntaxKind.CallExpression) && listener.FirstChild.Is(SyntaxKind.PropertyAccessExpression) && listener.FirstChild.ChildAt(1).TextIs("bind"u8))
            return new(removal, MismatchKind.BoundCopy, default);
        if (removal.Event is not { } name || listener.Kind is not (SyntaxKind.Identifier or SyntaxKind.PropertyAccessExpression))
            return null;
        var added = project.ListenersAdded.Where(other => other.Call.Tree == removal.Call.Tree && other.Target.Bytes.SequenceEqual(removal.Target.Bytes) && other.Listener.Bytes.SequenceEqual(listener.Bytes)).ToList();
        return added.Count > 0 && added.TrueForAll(other => other.Event is { } otherName && otherName != name) ? new(removal, MismatchKind.OtherEvent, added[0].Call) : null;
    }
}
