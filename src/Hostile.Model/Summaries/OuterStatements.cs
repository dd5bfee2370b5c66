using Hostile.Model.Binding;
using Hostile.Model.Database;
using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A statement that stands inside a transaction and is sent on another connection.</summary>
/// <param name="Call">The call that sends it.</param>
/// <param name="Transaction">The call that opens the transaction.</param>
/// <param name="Handle">How the program calls the transaction's handle.</param>
/// <param name="Outer">How it calls what the statement is sent on.</param>
/// <param name="IsWrite">Whether it changes rows; null when the text is not known.</param>
public sealed record OuterStatement(SyntaxNode Call, SyntaxNode Transaction, string Handle, string Outer, bool? IsWrite);

/// <summary>Finds statements inside transactions that are sent on the pool. Only what stands in the transaction's own function: what functions called there do is theirs.</summary>
internal static class OuterStatements
{
    /// <summary>Those of a function: inside the callbacks that it hands to a library's transactions, and between its own BEGIN and COMMIT; by position.</summary>
    public static IEnumerable<OuterStatement> In(FunctionModel function) => InCallback(function).Concat(InSection(function)).OrderBy(found => found.Call.Span.Start);

    private static IEnumerable<OuterStatement> InCallback(FunctionModel function)
    {
        var project = function.Project;
        if (Callers.Argument(function.Node) is not { Call.Exists: true } given || project.Types.CalleeOf(given.Call) is not Callee.Library library
            || project.Effects.Of(library.Signature).OfType<Effect.Transaction>().FirstOrDefault(around => around.Function == given.Place) is not { } transaction
            || project.Effects.Of(library.Signature).OfType<Effect.Ambient>().Any() || FunctionLike.From(function.Node)?.Parameters[transaction.HandleArgument] is not { Exists: true } parameter)
            yield break;
        var handles = Handles(function, parameter);
        if (handles.Count == 0 || IsAmbient(project, library))
            yield break;
        var opener = HandleOf(project, given.Call.FirstChild.Unwrapped());
        foreach (var node in function.Node.DescendantsAndSelf)
        {
            if (node.Kind is not (SyntaxKind.CallExpression or SyntaxKind.TaggedTemplateExpression) || FunctionShape.Enclosing(node) != function.Node || Mentions(node, handles))
                continue;
            if (project.Types.CalleeOf(node) is not Callee.Library called || called.Signature.Tree != library.Signature.Tree || project.Resources.OfCall(node) is not { Kind: ResourceKind.Connection, Steps.IsEmpty: true })
                continue;
            // A builder is called link by link: the outermost is the statement.
            if (node.Parent.Is(SyntaxKind.PropertyAccessExpression) && node.Parent.Parent.Is(SyntaxKind.CallExpression) && node.Parent.Parent.FirstChild == node.Parent)
                continue;
            var receiver = RootOf(node);
            // Another client may be one of another database.
            if (HandleOf(project, receiver) is var handle && IsHandle(project, handle) && !IsSame(project, handle, opener))
                continue;
            var query = project.DatabaseCallAt(node)?.Queries;
            yield return new(node, given.Call, parameter.FirstAfterModifiers().Text, receiver.Text, query is { IsEmpty: false } queries ? queries.Any(one => one.IsWrite) : null);
        }
    }

    /// <summary>"await client.query('BEGIN'); … await pool.query('INSERT …'); … await client.query('COMMIT')"</summary>
    private static IEnumerable<OuterStatement> InSection(FunctionModel function)
    {
        var calls = function.DatabaseCalls;
        foreach (var begin in calls.Where(call => call.Begins && !call.Ends && !call.Handle.IsPool && call.Handle.Variable.Exists))
        {
            if (function.Flow is not { } graph)
                yield break;
            var ends = calls.Where(call => call.Ends && call.Handle.IsSameConnectionAs(begin.Handle)).Select(call => call.Call).ToHashSet();
            var outer = calls.Where(call => call.Handle.IsPool && call.Action is DatabaseAction.Run && call.Through.IsEmpty && calls.Any(acquire => acquire.Action is DatabaseAction.Acquire && acquire.Handle.Text == call.Handle.Text)).ToList();
            if (outer.Count == 0 || ends.Count == 0)
                continue;
            var start = graph.PointsOf(begin.Call).FirstOrDefault(-1);
            if (start < 0)
                continue;
            var open = graph.ReachableFrom(start, point => ends.Contains(graph.Points[point].Node), exceptions: false);
            foreach (var call in outer.Where(call => graph.PointsOf(call.Call).Any(point => open[point])))
                yield return new(call.Call, begin.Call, begin.Handle.Text, call.Handle.Text, call.Queries.IsEmpty ? null : call.Queries.Any(query => query.IsWrite));
        }
    }

    /// <summary>The transaction's handle and what is made of it: <c>const users = manager.getRepository(User)</c>; what is awaited of it is data.</summary>
    private static HashSet<Symbol> Handles(FunctionModel function, SyntaxNode parameter)
    {
        var handles = new HashSet<Symbol>();
        foreach (var name in parameter.FirstAfterModifiers().BoundIdentifiers())
        {
            if (function.Module.LocalSymbolOf(name) is { Exists: true } symbol)
                handles.Add(symbol);
        }

        foreach (var node in function.Node.DescendantsAndSelf)
        {
            if (node.Is(SyntaxKind.VariableDeclaration) && node.Child(SyntaxKind.Initializer).FirstChild is { Exists: true } initial && !initial.Unwrapped().Is(SyntaxKind.AwaitExpression) && Mentions(initial, handles))
            {
                foreach (var name in node.FirstChild.BoundIdentifiers())
                {
                    if (function.Module.LocalSymbolOf(name) is { Exists: true } symbol)
                        handles.Add(symbol);
                }
            }
            // "ctx.state.transaction = transaction"
            else if (node is { Kind: SyntaxKind.BinaryExpression, Operator: TokenKind.Equals } && Mentions(node.ChildAt(1), handles) && !node.ChildAt(1).Unwrapped().Is(SyntaxKind.AwaitExpression))
            {
                var root = node.FirstChild;
                while (root.Is(SyntaxKind.PropertyAccessExpression))
                    root = root.FirstChild.Unwrapped();
                if (root.Is(SyntaxKind.Identifier) && function.Module.LocalSymbolOf(root) is { Exists: true } holder)
                    handles.Add(holder);
                else if (root.Is(SyntaxKind.ThisKeyword))
                    return [];
            }
        }

        return handles;
    }

    private static bool Mentions(SyntaxNode node, HashSet<Symbol> handles)
    {
        foreach (var at in node.DescendantsAndSelf)
        {
            if (at.Is(SyntaxKind.Identifier) && handles.Any(handle => handle.References.Contains(at)))
                return true;
        }

        return false;
    }

    private static SyntaxNode RootOf(SyntaxNode call)
    {
        var at = call.FirstChild.Unwrapped();
        while (at.Is(SyntaxKind.PropertyAccessExpression) && at.FirstChild.Unwrapped() is { Kind: SyntaxKind.CallExpression } inner)
            at = inner.FirstChild.Unwrapped();
        return at.Is(SyntaxKind.PropertyAccessExpression) ? at.FirstChild.Unwrapped() : at;
    }

    /// <summary>The handle that a chain begins with: <c>prisma</c> of <c>prisma.user</c>, <c>db</c> of <c>db.transaction().execute</c>; else its first link.</summary>
    private static SyntaxNode HandleOf(ProjectModel project, SyntaxNode chain)
    {
        var at = chain;
        while (!IsHandle(project, at) && at.Kind is SyntaxKind.PropertyAccessExpression or SyntaxKind.CallExpression)
            at = at.FirstChild.Unwrapped();
        return at;
    }

    private static bool IsHandle(ProjectModel project, SyntaxNode expression) => project.EffectsOf(project.Types.TypeOf(expression).NonNullish()).Any(effect => effect is Effect.Handle);

    private static bool IsSame(ProjectModel project, SyntaxNode left, SyntaxNode right) =>
        left.Text == right.Text || (project.Origins.Of(left) is { Made.IsEmpty: false } origin && origin.Made.Intersect(project.Origins.Of(right).Made).Any());

    /// <summary>Whether the program calls what makes transactions known to all that runs inside them.</summary>
    private static bool IsAmbient(ProjectModel project, Callee.Library library)
    {
        var module = project.Bindings.ModuleOf(library.Signature.Tree)!;
        for (var index = 0; index < module.SymbolCount; index++)
        {
            if (module.SymbolAt(index) is var symbol && symbol.Is(SymbolFlags.Method | SymbolFlags.Function) && project.Effects.Of(symbol).OfType<Effect.Ambient>().Any() && project.Calls.CallsOf(symbol.Name).Any())
                return true;
        }

        return false;
    }
}
