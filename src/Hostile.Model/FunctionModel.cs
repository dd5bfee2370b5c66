using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Syntax.Text;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model;

/// <summary>
/// One function of the program, or the top level of one file, and what it does.
/// Everything beyond its place is worked out when first asked for: most functions of a program are never a candidate.
/// </summary>
public sealed class FunctionModel
{
    private readonly Lazy<FlowGraph?> flow;
    private readonly Lazy<DefUse?> values;

    internal FunctionModel(ProjectModel project, Module module, SyntaxNode node)
    {
        Project = project;
        Module = module;
        Node = node;
        flow = new(() => FlowGraph.Of(node));
        values = new(() => Flow is { } graph ? DefUse.Of(graph, module) : null);
    }

    public ProjectModel Project { get; }

    public Module Module { get; }

    /// <summary>The function's node; a file's top level is its SourceFile.</summary>
    public SyntaxNode Node { get; }

    public bool IsAsync => Node.Has(NodeFlags.Async);

    /// <summary>Its control flow, or null when it is too large to be followed.</summary>
    public FlowGraph? Flow => flow.Value;

    /// <summary>Where the values of its variables come from; null when its flow is.</summary>
    public DefUse? Values => values.Value;

    /// <summary>How people call it: <c>Store.claim</c>, <c>publish</c>, <c>the callback of router.post</c>, <c>the top level</c>.</summary>
    public string Name => FunctionName.Of(Node);

    /// <summary>The function in whose body this one is written; null for a file's top level.</summary>
    public FunctionModel? Enclosing => Node.Is(SyntaxKind.SourceFile) ? null : Project.FunctionAround(Node);

    public Place PlaceOf(SyntaxNode node) => new(Module.Source, node.Span);

    public Place PlaceOf(TextSpan span) => new(Module.Source, span);

    /// <summary>The place of a point of its flow.</summary>
    public Place PlaceOf(int point) => PlaceOf(Flow!.Points[point].Node);

    public override string ToString() => $"{Module.Path}: {Name}";
}
