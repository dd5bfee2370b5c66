using Hostile.Syntax.TypeScript;

namespace Hostile.Model;

/// <summary>
/// What one search has looked into, and from how near: looking again is worth it only from nearer, for then it leads further.
/// So a search through functions that all call one another takes as many steps as there are functions, times its depth.
/// </summary>
internal sealed class Visited
{
    private readonly Dictionary<SyntaxNode, int> nearest = [];

    /// <summary>Notes that something is looked into, so many levels down. Whether that can show what has not been seen.</summary>
    public bool Enters(SyntaxNode node, int depth)
    {
        Workers.Step();
        if (nearest.TryGetValue(node, out var before) && before <= depth)
            return false;
        nearest[node] = depth;
        return true;
    }
}
