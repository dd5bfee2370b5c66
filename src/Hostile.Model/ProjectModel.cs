using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Model.Summaries;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model;

/// <summary>Everything we know of the program under audit. Made once, never changed; rules read it and nothing else.</summary>
public sealed class ProjectModel
{
    private readonly FunctionTable functions;

    private ProjectModel(Bindings bindings)
    {
        Bindings = bindings;
        functions = new(this, bindings.Modules);
        Calls = new(bindings.Modules);
    }

    /// <summary>The names of the program.</summary>
    public Bindings Bindings { get; }

    /// <summary>Every function of the analysed files, by file and position; the top level of a file is one, too.</summary>
    public ImmutableArray<FunctionModel> Functions => functions.All;

    internal CallIndex Calls { get; }

    public static ProjectModel Build(Bindings bindings) => new(bindings);

    /// <summary>The model of a function's node; null for mere signatures and for code outside the program.</summary>
    public FunctionModel? FunctionOf(SyntaxNode function) => functions.Of(function);

    /// <summary>The function in whose body a node is evaluated; null for code outside the program.</summary>
    public FunctionModel? FunctionAround(SyntaxNode node) => functions.Around(node);
}
