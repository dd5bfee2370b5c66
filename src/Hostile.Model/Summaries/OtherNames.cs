using Hostile.Model.Binding;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>The names by which files import what is called otherwise where it is declared: <c>import find from './find'</c>, <c>import { a as b }</c>.</summary>
internal sealed class OtherNames
{
    private readonly ProjectModel project;
    private readonly Dictionary<SyntaxNode, SortedSet<string>> names = [];

    public OtherNames(ProjectModel project)
    {
        this.project = project;
        foreach (var module in project.Bindings.Modules)
        {
            for (var index = 0; index < module.SymbolCount; index++)
            {
                Workers.Step();
                var import = module.SymbolAt(index);
                if (!import.Is(SymbolFlags.Import) || import.Is(SymbolFlags.TypeOnly) || project.Bindings.MeaningOf(import) is not { Symbol: { Exists: true } meant } || meant.Name == import.Name)
                    continue;
                if (!names.TryGetValue(meant.Declaration, out var found))
                    names.Add(meant.Declaration, found = new(StringComparer.Ordinal));
                found.Add(import.Name.ToString());
            }
        }
    }

    /// <summary>The calls of a function under its own name and under others, by name, file and position.</summary>
    public IEnumerable<SyntaxNode> CallsTo(FunctionModel function)
    {
        foreach (var call in project.Callers.CallsTo(function))
            yield return call;
        // "const check: Check = async () => …": its type says no more than the signature.
        if (Callers.NameOf(function) is { Exists: true } own)
        {
            foreach (var call in project.Calls.CallsOf(own))
            {
                if (project.Types.CalleeOf(call) is Callee.InProgram { Functions.IsEmpty: true } && ValueOf(project, call.FirstChild) == function.Node)
                    yield return call;
            }
        }

        var declaration = function.Node.Wrapped() is var outer && outer.Parent.Is(SyntaxKind.Initializer) ? outer.Parent.Parent : function.Node;
        if (!names.TryGetValue(declaration, out var others))
            yield break;
        foreach (var call in others.SelectMany(name => project.Calls.CallsOf(Name.Of(name))))
        {
            if (project.FunctionCalled(call) == function.Node)
                yield return call;
        }
    }

    /// <summary>The function that a constant of a declared type has for its value; none when the name is of something else.</summary>
    public static SyntaxNode ValueOf(ProjectModel project, SyntaxNode name) =>
        name.Is(SyntaxKind.Identifier) && project.Bindings.SymbolOf(name) is { Exists: true, IsAssignedOnce: true } symbol && symbol.Declaration.Is(SyntaxKind.VariableDeclaration)
            && symbol.Declaration.Child(SyntaxKind.Initializer).FirstChild.Unwrapped() is { Exists: true } value && FunctionLike.From(value) is { Body.Exists: true } ? value : default;
}
