using Hostile.Model.Flow;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A function that sets a timer for its own next turn, and is called from elsewhere again and again: each such call begins one more chain of turns.</summary>
/// <param name="Arm">The call that sets the timer.</param>
/// <param name="Timer">What holds it: the last one only.</param>
/// <param name="From">The call that begins another chain.</param>
/// <param name="Often">What calls that again and again: the listener's registration.</param>
public sealed record TimerChain(SyntaxNode Arm, MemoryPlace Timer, SyntaxNode From, SyntaxNode Often);

/// <summary>Finds chains of timers that are begun more than once, of which only the last can be stopped.</summary>
internal static class TimerChains
{
    private const int MostCallers = 20;

    /// <summary>The one of a function; null when it sets no timer for itself, ends the old one first, or nobody calls it twice.</summary>
    public static TimerChain? Of(FunctionModel function)
    {
        if (function.Node.Kind is SyntaxKind.SourceFile or SyntaxKind.Constructor)
            return null;
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (AssignedValue.TargetOf(node) is not { Exists: true } target || ArmIn(AssignedValue.Of(target)) is not { Exists: true } arm || !ReArms.IsTimer(function, arm)
                || MemoryPlace.Of(target, function.Module) is not { OutlivesCall: true } timer || Minds(function, timer, function.Node.Span.Start, target.Span.Start))
                continue;
            foreach (var call in function.Project.Callers.CallsTo(function).Take(MostCallers))
            {
                if (function.Node.Span.Contains(call.Span) && call.Tree == function.Node.Tree || function.Project.FunctionAround(call) is not { } caller || Minds(caller, timer, caller.Node.Span.Start, call.Span.Start))
                    continue;
                if (RegistrationOf(caller) is { Exists: true } often)
                    return new(arm, timer, call, often);
            }
        }

        return null;
    }

    /// <summary>"setTimeout(…)", "setTimeout(…).unref()"</summary>
    private static SyntaxNode ArmIn(SyntaxNode value)
    {
        var at = value.Unwrapped();
        while (at.Is(SyntaxKind.CallExpression) && at.FirstChild is { Kind: SyntaxKind.PropertyAccessExpression } callee && callee.ChildAt(1).TextIs("unref"u8))
            at = callee.FirstChild.Unwrapped();
        return at.Is(SyntaxKind.CallExpression) ? at : default;
    }

    /// <summary>Whether what holds the timer, or anything else that outlives the call, is asked for or ended in a part of a function: "clearTimeout(this.timer)", "if (this.running) return", "this.stop()".</summary>
    private static bool Minds(FunctionModel function, MemoryPlace timer, int start, int end)
    {
        foreach (var node in FunctionShape.OwnNodes(function.Node))
        {
            if (node.Span.Start < start || node.Span.End > end)
                continue;
            if (node.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.Identifier && MemoryPlace.Of(node, function.Module) is { } place && place == timer)
                return true;
            // "this.stop()", "cancel()": what is called before may clear it.
            if (node.Is(SyntaxKind.CallExpression) && Endings.IsConventional(node) || CallName.Of(node) is { Exists: true } name && (name.Text.StartsWith("clear", StringComparison.Ordinal) || name.Text.StartsWith("cancel", StringComparison.Ordinal) || name.Text.StartsWith("stop", StringComparison.Ordinal)))
                return true;
            if (node.Is(SyntaxKind.IfStatement) && MemoryPlace.LastingIn(node.FirstChild, function.Module).Any())
                return true;
        }

        return false;
    }

    /// <summary>The call that has a function, or the callback in which it stands, hear an event that comes again and again; none when nothing does.</summary>
    private static SyntaxNode RegistrationOf(FunctionModel function)
    {
        var (call, place) = Callers.Argument(function.Node);
        if (call.Exists)
            return place == 1 && IsRepeated(call) ? call : default;
        var name = Callers.NameOf(function);
        if (!name.Exists)
            return default;
        foreach (var given in function.Project.Calls.ArgumentsNamed(name))
        {
            if (given.Tree == function.Node.Tree && Callers.Argument(given) is { Place: 1, Call: { Exists: true } registering } && IsRepeated(registering) && function.Project.FunctionNamed(given) is var named && (named == function.Node || !named.Exists))
                return registering;
        }

        return default;
    }

    private static bool IsRepeated(SyntaxNode call) => Registrations.IsRegistering(CallName.Of(call)) && !CallName.Of(call).Text.EndsWith("nce", StringComparison.Ordinal) && !CallName.Of(call).Text.Contains("Once", StringComparison.Ordinal);
}
