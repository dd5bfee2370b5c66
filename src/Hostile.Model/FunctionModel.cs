using Hostile.Syntax.TypeScript;

namespace Hostile.Model;

/// <summary>One function of the program and what it does.</summary>
public sealed class FunctionModel
{
    /// <summary>The function's node; a file's top level is its SourceFile.</summary>
    public required SyntaxNode Node { get; init; }
}
