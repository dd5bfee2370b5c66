using System.Collections.Immutable;

namespace Hostile.Model;

/// <summary>Everything we know of the program under audit. Made once, never changed; rules read it and nothing else.</summary>
public sealed class ProjectModel
{
    /// <summary>Every function of the analysed files, by file and position.</summary>
    public required ImmutableArray<FunctionModel> Functions { get; init; }
}
