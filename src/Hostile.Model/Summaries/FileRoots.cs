using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Functions that nobody registers: a framework finds them by the place of their file and the name they are exported by, and calls them for each request.
/// Facts: Next.js 13 to 15, docs "API Routes", "Route Handlers", "Server Actions"; React 19, "use server".
/// </summary>
internal sealed class FileRoots(ImmutableArray<Module> modules)
{
    private readonly Lazy<string[]> nextModules = new(() => [.. modules.Where(ImportsNext).Select(module => module.Path)]);

    /// <summary>Reports whether what a file exports under this declaration or value is called for each request.</summary>
    public bool StartsRequests(Module module, SyntaxNode exported)
    {
        var names = NamesOf(module, exported);
        return names.Count > 0 && (IsServerFile(module) || names.Any(name => IsHandler(module.Path, name)));
    }

    private bool IsHandler(string path, string name)
    {
        if (name == "default" && Before(path, "pages/api/") is { } pages)
            return IsNext(pages);
        return name is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS"
            && Path.GetFileNameWithoutExtension(path) == "route" && Before(path, "app/") is { } app && IsNext(app);
    }

    /// <summary>The directory above a folder of a path, the optional <c>src</c> left out; null when the folder is not on the path.</summary>
    private static string? Before(string path, string folder)
    {
        var at = path.StartsWith(folder, StringComparison.Ordinal) ? 0 : path.IndexOf("/" + folder, StringComparison.Ordinal) + 1;
        if (at == 0 && !path.StartsWith(folder, StringComparison.Ordinal))
            return null;
        var above = path[..at];
        return above == "src/" ? "" : above.EndsWith("/src/", StringComparison.Ordinal) ? above[..^4] : above;
    }

    private bool IsNext(string directory) => nextModules.Value.Any(path => path.StartsWith(directory, StringComparison.Ordinal));

    private static bool ImportsNext(Module module)
    {
        foreach (var statement in module.Tree.Root.Children)
        {
            if (ImportDeclaration.From(statement) is { } import && StringLiteral.From(import.Specifier) is { Value: var name } && (name == "next" || name.StartsWith("next/", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    /// <summary>"use server" at the head of a file: whatever it exports answers requests.</summary>
    private static bool IsServerFile(Module module) =>
        module.Tree.Root.FirstChild is { Kind: SyntaxKind.ExpressionStatement } first && StringLiteral.From(first.FirstChild) is { Value: "use server" };

    /// <summary>The names by which a file exports a declaration, or the value of an <c>export default</c>.</summary>
    private static List<string> NamesOf(Module module, SyntaxNode exported)
    {
        if (exported.Parent.Is(SyntaxKind.ExportAssignment))
            return ["default"];
        var names = new List<string>();
        var symbol = module.SymbolOfDeclaration(exported);
        if (exported.Has(NodeFlags.Default))
            names.Add("default");
        if (!symbol.Exists || !symbol.IsModuleLevel)
            return names;
        if (symbol.Is(SymbolFlags.Exported))
            names.Add(symbol.Name.ToString());
        foreach (var reference in symbol.References)
        {
            if (reference.Parent.Is(SyntaxKind.ExportAssignment) && reference.Parent.Has(NodeFlags.Default))
                names.Add("default");
            else if (ExportSpecifier.From(reference.Parent) is { } specifier)
                names.Add(specifier.Exported.Text);
        }

        return names;
    }
}
