using Hostile.Model.Database;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>A property that a function sets on a connection that it has borrowed from a pool.</summary>
/// <param name="Acquire">Where the connection is taken.</param>
/// <param name="Write">The assignment.</param>
/// <param name="Target">The property, as written.</param>
/// <param name="RestoredAt">Where it is set again, or deleted; none when it stays.</param>
public sealed record Mark(SyntaxNode Acquire, SyntaxNode Write, SyntaxNode Target, SyntaxNode RestoredAt)
{
    /// <summary>Whether it is the method that gives the connection back, which the pool sets anew each time it lends the connection (read in pg-pool 3.14.0 index.js, <c>_acquireClient</c>).</summary>
    public bool IsSetByPool { get; init; }
}

/// <summary>Finds what functions write on pooled connections.</summary>
internal static class Marks
{
    /// <summary>The properties that a function sets on connections of a pool, by position.</summary>
    public static IEnumerable<Mark> In(FunctionModel function)
    {
        foreach (var acquire in function.DatabaseCalls)
        {
            if (acquire.Action is not DatabaseAction.Acquire || ConnectionLife.TakenBy(acquire.Call, function.Module) is not { Exists: true } variable)
                continue;
            var writes = variable.References.Select(WrittenProperty).Where(target => target.Exists).ToList();
            foreach (var target in writes)
            {
                var again = writes.FirstOrDefault(other => other != target && other.ChildAt(1).Bytes.SequenceEqual(target.ChildAt(1).Bytes));
                yield return new(acquire.Call, target.Parent, target, again) { IsSetByPool = function.Project.Effects.Of(function.Project.Types.SymbolOf(target)).OfType<Effect.Releases>().Any() };
            }
        }
    }

    /// <summary>"client.busy = true", "(client as any).busy = true", "delete client.busy": the property.</summary>
    private static SyntaxNode WrittenProperty(SyntaxNode reference)
    {
        var outer = reference.Wrapped();
        var access = outer.Parent;
        if (!access.Is(SyntaxKind.PropertyAccessExpression) || access.FirstChild != outer)
            return default;
        return (access.Parent.Is(SyntaxKind.BinaryExpression) && access.Parent.Operator is TokenKind.Equals && access.Parent.FirstChild == access) || access.Parent.Is(SyntaxKind.DeleteExpression) ? access : default;
    }
}
