using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A loop that looks again and again whether something has happened, and does nothing else.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Check">What it looks at.</param>
/// <param name="Sleep">Where it waits for its next look.</param>
/// <param name="Bound">What ends it though nothing happens, in one clause; null when nothing does.</param>
public sealed record EndlessWait(SyntaxNode Loop, SyntaxNode Check, SyntaxNode Sleep, string? Bound);

/// <summary>Finds loops that poll, from the waits in them.</summary>
internal static class EndlessWaits
{
    /// <summary>Those of the program's server code, by file and position.</summary>
    public static ImmutableArray<EndlessWait> All(ProjectModel project)
    {
        var found = new Dictionary<SyntaxNode, EndlessWait>();
        foreach (var wait in Sleeps(project))
        {
            Workers.Step();
            var module = project.Bindings.ModuleOf(wait.Tree)!;
            if (module.Roles.HasFlag(ModuleRoles.Test) || project.IsInBrowser(module) || LoopAround(wait) is not { Exists: true } loop || found.ContainsKey(loop) || CheckOf(project, loop, wait) is not { Exists: true } check)
                continue;
            found.Add(loop, new(loop, check, wait, BoundOf(project, loop) ?? (IsLife(project, loop, check) ? "it is to last until somebody stops it" : null)));
        }

        return [.. found.Values.OrderBy(wait => project.PlaceOf(wait.Loop))];
    }

    /// <summary>The awaits of a timer: the library's, one written in place, or the program's own function around one.</summary>
    private static IEnumerable<SyntaxNode> Sleeps(ProjectModel project)
    {
        var sleepers = project.Effects.SymbolsWith<Effect.Sleeps>(SymbolFlags.Function | SymbolFlags.Method).ToHashSet();
        foreach (var call in sleepers.Select(symbol => symbol.Name).Concat(project.Bindings.LocalNamesOf(sleepers)).Distinct().SelectMany(project.Calls.CallsOf))
        {
            if (Awaited(call) is { Exists: true } wait && project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Sleeps))
                yield return wait;
        }

        foreach (var promise in project.Calls.CallsOf(Name.Of("Promise")))
        {
            if (promise.Span.Length > 300 || promise.Bytes.IndexOf("setTimeout"u8) < 0 || project.PromiseOperationOf(promise) is not PromiseOperation.New)
                continue;
            if (Awaited(promise) is { Exists: true } wait)
                yield return wait;
            else if (project.FunctionAround(promise) is { IsTopLevel: false } sleeper && sleeper.Node.Span.Length < 500)
            {
                foreach (var call in project.Callers.CallsTo(sleeper))
                {
                    if (Awaited(call) is { Exists: true } own)
                        yield return own;
                }
            }
        }
    }

    private static SyntaxNode Awaited(SyntaxNode promise) => promise.Wrapped().Parent.Is(SyntaxKind.AwaitExpression) ? promise.Wrapped().Parent : default;

    private static SyntaxNode LoopAround(SyntaxNode wait)
    {
        for (var at = wait.Parent; at.Exists && FunctionLike.From(at) is null; at = at.Parent)
        {
            if (at.Kind is SyntaxKind.WhileStatement or SyntaxKind.DoStatement)
                return at;
            if (at.Kind is SyntaxKind.ForStatement or SyntaxKind.ForOfStatement or SyntaxKind.ForInStatement)
                return default;
        }

        return default;
    }

    /// <summary>What a loop looks at, when it does nothing but look and wait: its condition, or that of the <c>if</c> by which it is left.</summary>
    private static SyntaxNode CheckOf(ProjectModel project, SyntaxNode loop, SyntaxNode wait)
    {
        var isDo = loop.Is(SyntaxKind.DoStatement);
        var condition = loop.ChildAt(isDo ? 1 : 0);
        var body = loop.ChildAt(isDo ? 0 : 1);
        SyntaxNode check = condition.Unwrapped().Is(SyntaxKind.TrueKeyword) ? default : condition;
        foreach (var statement in body.Is(SyntaxKind.Block) ? body.Children.ToArray() : [body])
        {
            if (statement.Span.Contains(wait.Span))
            {
                // "await sleep(100)" as a statement of its own.
                if (!statement.Is(SyntaxKind.ExpressionStatement) || statement.FirstChild.Unwrapped() != wait)
                    return default;
            }
            else if (statement.Is(SyntaxKind.IfStatement) && Leaves(statement.ChildAt(1)) && !statement.ChildAt(2).Exists)
            {
                if (!check.Exists)
                    check = statement.FirstChild;
            }
            else if (!statement.Is(SyntaxKind.VariableStatement) || Writes(project, statement))
            {
                // It does something: a worker, not a wait.
                return default;
            }
        }

        return check;
    }

    /// <summary>"const { rows } = await pool.query('DELETE …')": work, and no look.</summary>
    private static bool Writes(ProjectModel project, SyntaxNode statement)
    {
        foreach (var node in statement.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.CallExpression) && project.FunctionAround(node)?.RowCalls.Any(row => row.Call == node && row.Queries.Any(query => query.IsWrite)) == true)
                return true;
        }

        return false;
    }

    private static bool Leaves(SyntaxNode branch)
    {
        if (branch.Is(SyntaxKind.Block))
            branch = branch.Children.ToArray() is [.., var last] ? last : default;
        return branch.Kind is SyntaxKind.BreakStatement or SyntaxKind.ReturnStatement;
    }

    /// <summary>What is asked for by one who was told to end, and what functions are called that end something, or wait for the end.</summary>
    private static readonly ImmutableArray<string> Stopped = ["stop", "stopped", "stopping", "closed", "closing", "shutdown", "shutting", "destroyed", "terminated", "terminating", "disposed", "quit", "exiting", "cancelled", "canceled"];

    private static readonly ImmutableArray<string> Enders = ["stop", "close", "shutdown", "shut", "destroy", "terminate", "dispose", "quit", "exit", "cancel", "wait", "drain", "end", "kill", "await"];

    /// <summary>"async run() { while (!this.stopped) await sleep(1000); }": no result is waited for, the service lives. What stops it, or waits for its end, does wait for a result.</summary>
    private static bool IsLife(ProjectModel project, SyntaxNode loop, SyntaxNode check)
    {
        var asked = check.Unwrapped();
        if (!asked.Is(SyntaxKind.PrefixUnaryExpression) || asked.Operator is not TokenKind.Exclamation)
            return false;
        var flag = asked.FirstChild.Unwrapped();
        var name = flag.Is(SyntaxKind.PropertyAccessExpression) ? flag.ChildAt(1).Text : flag.Is(SyntaxKind.Identifier) ? flag.Text : "";
        return Database.Money.WordsOf(name).Any(word => Stopped.Contains(word)) && project.FunctionAround(loop) is { } function && function.Name[(function.Name.LastIndexOf('.') + 1)..].TrimStart('#', '_') is var own && Database.Money.WordsOf(own).FirstOrDefault() is { } verb && !Enders.Contains(verb);
    }

    /// <summary>A count, a clock or a signal.</summary>
    private static string? BoundOf(ProjectModel project, SyntaxNode loop)
    {
        foreach (var node in loop.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.PrefixUnaryExpression or SyntaxKind.PostfixUnaryExpression && node.Operator is TokenKind.PlusPlus or TokenKind.MinusMinus)
                return $"it counts ({project.PlaceOf(node)})";
            if (node.Is(SyntaxKind.PropertyAccessExpression) && node.ChildAt(1).TextIs("now"u8))
                return $"it looks at the clock ({project.PlaceOf(node)})";
            if (node.Is(SyntaxKind.BinaryExpression) && node.Operator is TokenKind.LessThan or TokenKind.GreaterThan or TokenKind.LessThanEquals or TokenKind.GreaterThanEquals && node.DescendantsAndSelf is var parts && NamesClock(parts))
                return $"it looks at the clock ({project.PlaceOf(node)})";
            if (node.Is(SyntaxKind.Identifier) && (node.TextIs("aborted"u8) || node.TextIs("throwIfAborted"u8)))
                return $"it looks at a signal ({project.PlaceOf(node)})";
            if (node.Kind is SyntaxKind.ThrowStatement)
                return $"it gives up ({project.PlaceOf(node)})";
        }

        return null;
    }

    private static bool NamesClock(SyntaxNode.DescendantList nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Is(SyntaxKind.PropertyAccessExpression) && node.ChildAt(1).TextIs("now"u8))
                return true;
            if (node.Is(SyntaxKind.Identifier) && node.Text.ToLowerInvariant() is var name && (name.Contains("deadline", StringComparison.Ordinal) || name.Contains("timeout", StringComparison.Ordinal) || name.Contains("attempt", StringComparison.Ordinal) || name.Contains("elapsed", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
