using Hostile.Model.Flow;
using Hostile.Model.Knowledge;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>One use of memory that outlives the call: of a variable, a field, or an entry of a collection that one of those holds.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Place">Where: for an entry the collection's place and the key, as written.</param>
/// <param name="Container">The collection, for an entry; the place itself otherwise.</param>
/// <param name="Point">The point of the function's flow; for a use by a called function that of the call.</param>
/// <param name="Node">What is evaluated there: an access, a call.</param>
/// <param name="Value">The value that is put there; none when none is, or when it is made of the old one.</param>
public sealed record MemoryUse(StoreAction Action, MemoryPlace Place, MemoryPlace Container, int Point, SyntaxNode Node, SyntaxNode Value)
{
    /// <summary>For a use by a called function: the node there that does it; none for one of the function itself.</summary>
    public SyntaxNode Within { get; init; }

    /// <summary>For a use by a called function: where that waits before it; none when it does not.</summary>
    public SyntaxNode WaitsAt { get; init; }

    /// <summary>Whether it is an entry of a collection.</summary>
    public bool IsEntry => Place != Container;

    /// <summary>The node that a reader is shown.</summary>
    public SyntaxNode Shown => Within.Exists ? Within : Node;
}
