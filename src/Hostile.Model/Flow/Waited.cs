using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Flow;

/// <summary>Finds out whether a function had to wait for a value, and where.</summary>
public static class Waited
{
    /// <summary>Beyond this many variables the rest of what a value is made of is left unknown.</summary>
    private const int MostVariables = 200;

    /// <summary>The <c>await</c> expressions of the function that a value is made of, directly or through its variables.</summary>
    public static IEnumerable<SyntaxNode> In(SyntaxNode value, DefUse values)
    {
        var seen = new HashSet<SyntaxNode>();
        var work = new Queue<SyntaxNode>([value]);
        while (work.TryDequeue(out var expression) && seen.Count < MostVariables)
        {
            for (var pending = new Stack<SyntaxNode>([expression]); pending.TryPop(out var node);)
            {
                Workers.Step();
                if (!node.Exists || FunctionLike.From(node) is not null)
                    continue;
                if (node.Is(SyntaxKind.AwaitExpression))
                    yield return node;
                if (node.Is(SyntaxKind.Identifier))
                {
                    foreach (var definition in values.DefinitionsOf(node))
                    {
                        if (seen.Add(definition) && AssignedValue.SourceOf(definition) is { Exists: true } source)
                            work.Enqueue(source);
                    }
                }

                foreach (var child in node.Children)
                    pending.Push(child);
            }
        }
    }
}
