using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>An await that stands in a line of others without needing them.</summary>
/// <param name="Wait">The await.</param>
/// <param name="Around">The loop around it, or the await before it.</param>
/// <param name="Reason">Why it has to wait for its turn all the same, in one clause; null when it does not.</param>
public sealed record SerialAwait(SyntaxNode Wait, SyntaxNode Around, string? Reason);

/// <summary>Finds awaits that could run beside one another: those of a loop's turns, and those that follow one another.</summary>
internal static class LoopAwaits
{
    /// <summary>The first await of each loop over a collection that waits for nothing but reads of a database, each on a connection of its own; by position.</summary>
    public static IEnumerable<SerialAwait> InLoops(FunctionModel function)
    {
        if (!function.IsAsync || !function.RowCalls.Any(IsRead))
            yield break;
        foreach (var loop in FunctionShape.OwnNodes(function.Node).Where(node => FunctionShape.IsLoop(node)))
        {
            var body = loop.Is(SyntaxKind.DoStatement) ? loop.FirstChild : loop.Children.ToArray()[^1];
            var waits = FunctionShape.OwnNodes(function.Node).Where(node => node.Is(SyntaxKind.AwaitExpression) && body.Span.Contains(node.Span) && FunctionShape.LoopAround(node) == loop).ToList();
            if (waits.Count > 0 && waits.TrueForAll(wait => OnlyReads(function, wait)))
                yield return new(waits[0], loop, ReasonIn(function, loop, body));
        }
    }

    /// <summary>What is waited for reads rows, here or in a function that is called, and does nothing else that anybody could mind.</summary>
    private static bool OnlyReads(FunctionModel function, SyntaxNode wait)
    {
        var call = wait.FirstChild.Unwrapped();
        var uses = function.RowCalls.Where(use => use.Call == call).ToList();
        return uses.Count > 0 && uses.TrueForAll(IsRead);
    }

    private static bool IsRead(DatabaseCall use) => use is { Action: DatabaseAction.Run, Handle.IsPool: true, Queries.Length: > 0 } && use.Queries.All(query => query.Kind is QueryKind.Select && !query.IsWrite && query.RowLock is null);

    /// <summary>Why the turns of a loop need their order.</summary>
    private static string? ReasonIn(FunctionModel function, SyntaxNode loop, SyntaxNode body)
    {
        if (loop.Kind is SyntaxKind.WhileStatement or SyntaxKind.DoStatement)
            return "whether there is a next turn is known after this one";
        if (loop.Has(NodeFlags.Await))
            return "the next element comes when it comes";
        if (loop.Is(SyntaxKind.ForStatement) && !CountsElements(loop, body))
            return "it counts turns and not elements: it may be tried again, or by pages";
        foreach (var node in body.DescendantsAndSelf)
        {
            if (FunctionShape.Enclosing(node) != function.Node && !node.Is(SyntaxKind.Identifier))
                continue;
            switch (node.Kind)
            {
                case SyntaxKind.BreakStatement or SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement or SyntaxKind.YieldExpression:
                    return $"a turn may end the loop ({function.PlaceOf(node)})";
                case SyntaxKind.TryStatement:
                    return $"a turn that fails is looked at before the next ({function.PlaceOf(node)})";
                case SyntaxKind.Identifier when IsWrittenOutside(function.Module, node, loop):
                    return $"`{node.Text}` goes from turn to turn ({function.PlaceOf(node)})";
                case SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression when TakesTurns(function, node) is { } turns:
                    return turns;
            }
        }

        return null;
    }

    /// <summary>A variable from outside the loop that the body writes.</summary>
    private static bool IsWrittenOutside(Module module, SyntaxNode identifier, SyntaxNode loop) =>
        module.LocalSymbolOf(identifier) is { Exists: true } symbol && symbol.Is(SymbolFlags.Variable) && symbol.Declaration.Exists && !loop.Span.Contains(symbol.Declaration.Span) && symbol.Writes.Any(write => loop.Span.Contains(write.Span));

    /// <summary>"for (let i = 0; i &lt; items.length; i++)"</summary>
    private static bool CountsElements(SyntaxNode loop, SyntaxNode body)
    {
        foreach (var node in loop.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.PropertyAccessExpression) && node.ChildAt(1).TextIs("length"u8) && !body.Span.Contains(node.Span))
                return true;
        }

        return false;
    }

    private static string? TakesTurns(FunctionModel function, SyntaxNode call)
    {
        var project = function.Project;
        if (project.Types.CalleeOf(call) is Callee.Library library && project.Effects.Of(library.Signature).Any(effect => effect is Effect.Sleeps or Effect.Throttles))
            return $"it waits on purpose ({function.PlaceOf(call)})";
        foreach (var argument in call.Child(SyntaxKind.ArgumentList).Children)
        {
            if (project.EffectsOf(project.Types.TypeOf(argument).NonNullish()).Any(effect => effect is Effect.Handle { Kind: HandleKind.Client or HandleKind.Transaction }))
                return $"its statements share one connection ({function.PlaceOf(call)})";
        }

        return null;
    }

    /// <summary>Reads that follow one another and need nothing of one another, by position.</summary>
    public static IEnumerable<SerialAwait> InLine(FunctionModel function)
    {
        if (!function.IsAsync || function.Exposure.Kind is not StartKind.Request)
            yield break;
        foreach (var block in FunctionShape.OwnNodes(function.Node).Where(node => node.Is(SyntaxKind.Block)))
        {
            SyntaxNode before = default, names = default;
            foreach (var statement in block.Children)
            {
                var declaration = statement.Is(SyntaxKind.VariableStatement) ? statement.Child(SyntaxKind.VariableDeclarationList).FirstChild : default;
                var wait = declaration.Exists && !declaration.NextSibling.Exists ? declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() : default;
                if (!wait.Is(SyntaxKind.AwaitExpression) || !IsRead(function, wait))
                {
                    before = default;
                    continue;
                }

                if (before.Exists && !Names(function.Module, wait, names))
                    yield return new(wait, before, null);
                (before, names) = (wait, declaration.FirstChild);
            }
        }
    }

    private static bool IsRead(FunctionModel function, SyntaxNode wait) => function.Project.DatabaseCallAt(wait.FirstChild.Unwrapped()) is { } use && IsRead(use);

    /// <summary>Whether an expression names something that a pattern declares.</summary>
    private static bool Names(Module module, SyntaxNode expression, SyntaxNode pattern)
    {
        foreach (var node in expression.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.Identifier) && module.LocalSymbolOf(node) is { Exists: true } symbol && pattern.Span.Contains(symbol.Declaration.Is(SyntaxKind.VariableDeclaration) ? symbol.Declaration.FirstChild.Span : symbol.Declaration.Span))
                return true;
        }

        return false;
    }
}
