using Hostile.Model.Binding;
using Hostile.Model.Flow;
using Hostile.Model.Projects;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>
/// Which files of the program <c>require(…)</c> and <c>import(…)</c> load whose specifier is computed: by every name of a list that is written out; of a name that is not known
/// every file that could have it. Migrations are no part of what loads them: they run once, when somebody deploys.
/// </summary>
internal sealed class ComputedImports
{
    /// <summary>Stands for a part of a path that is not known.</summary>
    private const char Hole = '\0';

    private const int Deepest = 8;

    /// <summary>Lists of lists of more than so many names are taken for unknown.</summary>
    private const int MostNames = 1000;

    private readonly ProjectModel project;
    private readonly Lazy<Module[]> byPath;

    public ComputedImports(ProjectModel project)
    {
        this.project = project;
        byPath = new(() => [.. project.Bindings.Modules.OrderBy(module => module.Path, StringComparer.Ordinal)]);
    }

    /// <summary>The files that a call in a file may load, each once or more often; none when its specifier is a text that is written there.</summary>
    public IEnumerable<Module> Of(Module module, SyntaxNode specifier)
    {
        if (!specifier.Exists || specifier.Kind is SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral)
            return [];
        return TextsOf(specifier.Unwrapped(), 0).Distinct().Select(text => text.StartsWith("file://", StringComparison.Ordinal) ? text[7..] : text)
            .SelectMany(text => text.Contains(Hole) ? Fitting(module, text) : project.Bindings.ModuleFor(module, Name.Of(text)) is { } found ? [found.Module] : [])
            .Where(target => (target.Roles & (ModuleRoles.Test | ModuleRoles.Declarations)) == 0 && !Reaches.IsMigration(target));
    }

    /// <summary>The files at a path with holes, none of which holds a slash: <c>./models/*</c>. Of a path that begins with a hole nobody knows even the folder.</summary>
    private IEnumerable<Module> Fitting(Module module, string text)
    {
        if (!text.StartsWith("./", StringComparison.Ordinal) && !text.StartsWith("../", StringComparison.Ordinal))
            yield break;
        if (TreePath.Join(TreePath.Directory(module.Path), text) is not { } pattern)
            yield break;
        // "./*/../shared" leads out of the folder whose name is not known.
        var wanted = pattern.Split('/');
        var prefix = pattern.Split(Hole)[0];
        var files = byPath.Value;
        for (var at = TreePath.FirstFrom(files, static module => module.Path, prefix); at < files.Length && files[at].Path.StartsWith(prefix, StringComparison.Ordinal); at++)
        {
            Workers.Step();
            if (Fits(files[at].Path.Split('/'), wanted))
                yield return files[at];
        }
    }

    /// <summary>Whether a path is meant by one with holes: with its ending or without, or as the folder's index.</summary>
    private static bool Fits(string[] path, string[] wanted)
    {
        var isIndex = path.Length == wanted.Length + 1 && path[^1].StartsWith("index.", StringComparison.Ordinal);
        if (!isIndex && path.Length != wanted.Length)
            return false;
        for (var i = 0; i < wanted.Length; i++)
        {
            if (!Fits(path[i], wanted[i]) && (isIndex || i < wanted.Length - 1 || !Fits(WithoutEnding(path[i]), WithoutEnding(wanted[i]))))
                return false;
        }

        return true;
    }

    private static string WithoutEnding(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;

    private static bool Fits(string name, string wanted)
    {
        var pieces = wanted.Split(Hole);
        if (pieces.Length == 1)
            return name == wanted;
        if (name.Length < wanted.Length - pieces.Length + 1 || !name.StartsWith(pieces[0], StringComparison.Ordinal) || !name.EndsWith(pieces[^1], StringComparison.Ordinal))
            return false;
        var at = pieces[0].Length;
        foreach (var piece in pieces[1..^1])
        {
            if (name.IndexOf(piece, at, name.Length - pieces[^1].Length - at, StringComparison.Ordinal) is not (>= 0 and var found))
                return false;
            at = found + piece.Length;
        }

        return true;
    }

    /// <summary>The texts that an expression may evaluate to; a hole stands for what is not known.</summary>
    private List<string> TextsOf(SyntaxNode expression, int depth)
    {
        if (depth > Deepest)
            return [Unknown];
        expression = expression.Unwrapped();
        switch (expression.Kind)
        {
            case SyntaxKind.StringLiteral or SyntaxKind.NoSubstitutionTemplateLiteral:
                return [new StringLiteral(expression).Value];
            case SyntaxKind.TemplateExpression:
                var parts = new List<List<string>> { new() { new TemplatePiece(expression.FirstChild).Cooked } };
                for (var span = expression.FirstChild.NextSibling; span.Exists; span = span.NextSibling)
                    parts.AddRange([TextsOf(span.FirstChild, depth + 1), [new TemplatePiece(span.ChildAt(1)).Cooked]]);
                return Joined(parts, "");
            case SyntaxKind.BinaryExpression when expression.Operator is TokenKind.Plus:
                return Joined([TextsOf(expression.FirstChild, depth + 1), TextsOf(expression.ChildAt(1), depth + 1)], "");
            case SyntaxKind.ConditionalExpression:
                return [.. TextsOf(expression.ChildAt(1), depth + 1), .. TextsOf(expression.ChildAt(2), depth + 1)];
            // The file's own folder is where a relative path begins.
            case SyntaxKind.Identifier when expression.TextIs("__dirname"u8):
            case SyntaxKind.PropertyAccessExpression when expression.TextIs("import.meta.dirname"u8):
                return ["."];
            // "pathToFileURL(path).href"
            case SyntaxKind.PropertyAccessExpression when expression.ChildAt(1).TextIs("href"u8) && expression.FirstChild.Is(SyntaxKind.CallExpression):
                return TextsOf(expression.FirstChild, depth + 1);
            case SyntaxKind.CallExpression:
                return OfCall(expression, depth);
            case SyntaxKind.Identifier when ListOf(expression) is { Exists: true } list:
                return OfElements(list, depth);
            default:
                var value = project.Constants.ValueOf(expression);
                return value == expression ? [Unknown] : TextsOf(value, depth + 1);
        }
    }

    private static string Unknown { get; } = Hole.ToString();

    private List<string> OfCall(SyntaxNode call, int depth)
    {
        var arguments = call.Child(SyntaxKind.ArgumentList).Children;
        var name = CallName.Of(call);
        if (name.TextIs("join"u8) || name.TextIs("resolve"u8))
            return Joined(arguments.ToArray().Select(argument => TextsOf(argument, depth + 1)), "/");
        return name.TextIs("pathToFileURL"u8) && arguments.Count > 0 ? TextsOf(call.Child(SyntaxKind.ArgumentList).FirstChild, depth + 1) : [Unknown];
    }

    /// <summary>The list whose every element a name stands for, one after the other: <c>for (const name of list)</c>, <c>list.forEach((name) => …)</c>; none for any other name.</summary>
    private SyntaxNode ListOf(SyntaxNode name)
    {
        if (project.Bindings.ModuleOf(name.Tree)?.LocalSymbolOf(name) is not { Exists: true } variable)
            return default;
        var declaration = variable.Declaration;
        if (declaration.Is(SyntaxKind.VariableDeclaration) && declaration.Parent.Parent is { Kind: SyntaxKind.ForOfStatement } loop)
            return loop.ChildAt(1);
        return declaration.Is(SyntaxKind.Parameter) && declaration.FirstAfterModifiers().Is(SyntaxKind.Identifier) && FunctionShape.Enclosing(declaration.FirstChild) is var function && FunctionLike.From(function) is { Parameters: var parameters } && parameters.First() == declaration
            && Callers.Argument(function) is { Call.Exists: true, Place: 0 } given && given.Call.FirstChild.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } callee
            && (callee.ChildAt(1).TextIs("forEach"u8) || callee.ChildAt(1).TextIs("map"u8) || callee.ChildAt(1).TextIs("flatMap"u8))
            ? callee.FirstChild
            : default;
    }

    private List<string> OfElements(SyntaxNode list, int depth)
    {
        var value = project.Constants.ValueOf(list.Unwrapped()).Unwrapped();
        if (!value.Is(SyntaxKind.ArrayLiteralExpression) || value.Children.Count > MostNames)
            return [Unknown];
        return [.. value.Children.ToArray().SelectMany(element => element.Is(SyntaxKind.SpreadElement) ? OfElements(element.FirstChild, depth + 1) : TextsOf(element, depth + 1)).Take(MostNames)];
    }

    private static List<string> Joined(IEnumerable<List<string>> parts, string separator)
    {
        List<string>? found = null;
        foreach (var part in parts)
        {
            var ends = found is not null && found.Count * part.Count > MostNames ? [Unknown] : part;
            found = found is null ? part : [.. found.SelectMany(text => ends.Select(end => text + separator + end))];
        }

        return found ?? [Unknown];
    }
}
