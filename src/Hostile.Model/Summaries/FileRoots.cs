using System.Collections.Immutable;
using Hostile.Model.Binding;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Functions that nobody registers: a framework finds them by the place of their file and the name they are exported by, and calls them for each request.
/// Facts: Next.js 13 to 16, docs "API Routes", "Route Handlers", "Server Actions", "page.js", "getServerSideProps"; React 19, "use server"; Remix 2 and React Router 7, docs "Route Module";
/// SvelteKit 2, docs "Routing", "Form actions"; Cloudflare Workers, docs "Handlers".
/// </summary>
internal sealed class FileRoots(ImmutableArray<Module> modules)
{
    private readonly Lazy<string[]> nextModules = new(() => Importers(modules, static name => name == "next" || name.StartsWith("next/", StringComparison.Ordinal)));
    private readonly Lazy<string[]> remixModules = new(() => Importers(modules, static name => name.StartsWith("@remix-run/", StringComparison.Ordinal) || name.StartsWith("@react-router/", StringComparison.Ordinal)));

    /// <summary>Reports whether what a file exports under this declaration or value is called for each request.</summary>
    public bool StartsRequests(Module module, SyntaxNode exported)
    {
        var names = NamesOf(module, exported);
        return names.Count > 0 && (IsOfServer(module) || names.Any(name => IsHandler(module, name)));
    }

    /// <summary>Whether a framework calls something that a file exports for each request, as a file of routes is there for.</summary>
    public bool Answers(Module module)
    {
        if (IsOfServer(module))
            return true;
        for (var index = 0; index < module.SymbolCount; index++)
        {
            if (module.SymbolAt(index) is { IsModuleLevel: true } symbol && symbol.Is(SymbolFlags.Exported) && IsHandler(module, symbol.Name.ToString()))
                return true;
        }

        return IsHandler(module, "default") && module.Exports.Names.Any(name => name.ToString() == "default");
    }

    /// <summary>What starts a function that is a member of an object which a file exports; null when nothing does.</summary>
    /// <param name="module">The file.</param>
    /// <param name="value">The object.</param>
    /// <param name="member">The name of its member.</param>
    public static StartKind? KindOfMember(Module module, SyntaxNode value, string member)
    {
        var outer = value.Wrapped();
        var names = NamesOf(module, outer.Parent.Is(SyntaxKind.Initializer) ? outer.Parent.Parent : outer);
        if (names.Contains("actions") && Path.GetFileNameWithoutExtension(module.Path) == "+page.server")
            return StartKind.Request;
        return !names.Contains("default") ? null : member switch
        {
            "fetch" => StartKind.Request,
            "scheduled" => StartKind.Timer,
            "queue" => StartKind.Job,
            _ => null,
        };
    }

    /// <summary>Whether a file says itself that what it exports is called by browsers and runs on the server.</summary>
    public static bool IsOfServer(Module module) => Begins(module.Tree.Root, "use server");

    /// <summary>Whether a function says itself that browsers call it: <c>"use server"</c> is its first line.</summary>
    public static bool IsServerFunction(SyntaxNode function) => FunctionLike.From(function) is { Body: { Kind: SyntaxKind.Block } body } && Begins(body, "use server");

    private bool IsHandler(Module module, string name)
    {
        var path = module.Path;
        var stem = Path.GetFileNameWithoutExtension(path);
        var isMethod = name is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS";
        if (stem is "+server" or "+page.server" or "+layout.server")
            return isMethod || name is "fallback" or "load";
        if (Before(path, "pages/") is { } pages && IsUnder(nextModules, pages))
            return name == "getServerSideProps" || (name == "default" && Before(path, "pages/api/") is not null);
        if (Before(path, "app/") is not { } app)
            return false;
        if (name is "loader" or "action" && IsUnder(remixModules, app))
            return true;
        return IsUnder(nextModules, app)
            && ((isMethod && stem == "route") || (name is "default" or "generateMetadata" && stem is "page" or "layout" && !Begins(module.Tree.Root, "use client")));
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

    private static bool IsUnder(Lazy<string[]> importers, string directory) => importers.Value.Any(path => path.StartsWith(directory, StringComparison.Ordinal));

    private static string[] Importers(ImmutableArray<Module> modules, Func<string, bool> isMeant)
    {
        return [.. modules.Where(Imports).Select(module => module.Path)];

        bool Imports(Module module)
        {
            foreach (var statement in module.Tree.Root.Children)
            {
                if (ImportDeclaration.From(statement) is { } import && StringLiteral.From(import.Specifier) is { Value: var name } && isMeant(name))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether a file or a body begins with a directive.</summary>
    private static bool Begins(SyntaxNode statements, string directive) =>
        statements.FirstChild is { Kind: SyntaxKind.ExpressionStatement } first && StringLiteral.From(first.FirstChild) is { Value: var said } && said == directive;

    /// <summary>The names by which a file exports a declaration, what a pattern takes out of its value, or the value of an <c>export default</c>.</summary>
    private static List<string> NamesOf(Module module, SyntaxNode exported)
    {
        if (exported.Parent.Is(SyntaxKind.ExportAssignment))
            return ["default"];
        var names = new List<string>();
        if (exported.Has(NodeFlags.Default))
            names.Add("default");
        if (exported.Is(SyntaxKind.VariableDeclaration) && BindingPattern.From(exported.FirstChild) is not null)
        {
            foreach (var element in exported.FirstChild.Children)
                AddNamesOf(module.SymbolOfDeclaration(element), names);
            return names;
        }

        AddNamesOf(module.SymbolOfDeclaration(exported), names);
        return names;
    }

    private static void AddNamesOf(Symbol symbol, List<string> names)
    {
        if (!symbol.Exists || !symbol.IsModuleLevel)
            return;
        if (symbol.Is(SymbolFlags.Exported))
            names.Add(symbol.Name.ToString());
        foreach (var reference in symbol.References)
        {
            if (reference.Parent.Is(SyntaxKind.ExportAssignment) && reference.Parent.Has(NodeFlags.Default))
                names.Add("default");
            else if (ExportSpecifier.From(reference.Parent) is { } specifier)
                names.Add(specifier.Exported.Text);
        }
    }
}
