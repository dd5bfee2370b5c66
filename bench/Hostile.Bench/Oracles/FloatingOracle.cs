using Hostile.Cli.Commands;
using Hostile.Model;
using Hostile.Model.Binding;
using Hostile.Model.Summaries;
using Hostile.Model.Types;
using Hostile.Rules;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Bench.Oracles;

/// <summary>
/// The verb <c>oracle floating</c>: what typescript-eslint's no-floating-promises reports of a repository whose dependencies are installed, and what became of each of those statements with us:
/// reported, cleared with a reason, let be for a reason that the model has, or missed.
/// </summary>
public static class FloatingOracle
{
    private const string Usage = """
        oracle floating DIR [--modules] [--limit N]

          DIR         a checked-out repository with its dependencies installed, for the linter to read
          --modules   let us read them, too; without, we see what a fresh clone shows
          --limit     list at most so many misses, and examples of what is let be (default 200)

        Tests are judged, too, since the linter judges them. Exit code 0 when it could be measured.
        """;

    /// <summary>Runs the verb; 0 when it could be measured.</summary>
    public static int Run(ReadOnlySpan<string> words)
    {
        var (folder, modules, limit) = ("", false, 200);
        while (words.Length > 0)
        {
            switch (words)
            {
                case ["--modules", ..]:
                    modules = true;
                    words = words[1..];
                    break;
                case ["--limit", var given, ..] when int.TryParse(given, out limit):
                    words = words[2..];
                    break;
                case [var given, ..] when folder.Length == 0 && Directory.Exists(given):
                    folder = given;
                    words = words[1..];
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    return words is ["--help", ..] ? 0 : 2;
            }
        }

        if (folder.Length == 0)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        try
        {
            return new Workers().Run(() => Compare(folder, modules, limit));
        }
        catch (PeerMissingException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return 2;
        }
    }

    private static int Compare(string folder, bool modules, int limit)
    {
        var program = FolderProgram.Read(folder, includeTests: true);
        var model = ModelBuilder.Build(
            [.. program.Files.Select(file => new SourceFile(file.Path, file.Bytes, Auditor.RolesOf(file) | (program.Packages.PackageOf(file.Path) is { IsCommand: true } ? ModuleRoles.Command : ModuleRoles.None)))],
            program.Resolver.FileOf, versionOf: program.Versions.Of, installed: modules ? new(program.Tree) : null, packageOf: program.Packages.PackageOf);

        var answers = CheckerAnswers.FloatingIn(folder, [.. model.Bindings.Modules.Select(module => module.Path)]).ToArray();
        var judgement = Engine.Run(model, [.. Catalog.All.Where(rule => rule.Id.StartsWith("rejection/", StringComparison.Ordinal))], _ => true);
        var tally = new FloatingTally(model, judgement);
        foreach (var answer in answers)
        {
            if (model.Bindings.ModuleAt(answer.Path) is { } module)
                tally.Add(module, answer.Places);
        }

        tally.Print(SourceFiles.NameOf(folder), modules, limit);
        return 0;
    }
}

/// <summary>What became of the statements that the linter reports.</summary>
internal sealed class FloatingTally(ProjectModel model, Judgement judgement)
{
    private readonly ILookup<(string Path, int Line), Finding> findings = judgement.Findings.ToLookup(finding => (finding.Place.Path, finding.Place.Line));
    private readonly ILookup<(string Path, int Line), Cleared> cleared = judgement.Cleared.ToLookup(verdict => (verdict.Place.Path, verdict.Place.Line));
    private readonly SortedDictionary<string, List<string>> reported = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> reasons = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> letBe = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> missed = new(StringComparer.Ordinal);
    private int all;

    public void Add(Module module, int[] places)
    {
        var statements = new Dictionary<(int, int), SyntaxNode>();
        foreach (var node in module.Tree.Root.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.ExpressionStatement)
                statements[(node.Span.Start, node.Span.End)] = node;
        }

        var dropped = model.DroppedPromisesIn(module).ToLookup(one => StatementAround(one.Promise));
        for (var at = 0; at < places.Length; at += 2)
        {
            all++;
            if (!statements.TryGetValue((places[at], places[at + 1]), out var statement))
                Note(missed, "no such statement in our tree", $"{module.Path}:{module.Tree.Lines.LineOf(places[at])}");
            else
                Judge(module, statement, [.. dropped[statement]]);
        }
    }

    public void Print(string name, bool modules, int limit)
    {
        Show("missed", missed, limit);
        Show("let be", letBe, Math.Min(limit, 3));
        Show("cleared", reasons, 1);
        Show("reported", reported, 1);
        var (told, judged, known, lost) = (Count(reported), Count(reasons), Count(letBe), Count(missed));
        Console.WriteLine($"{name}, {(modules ? "with" : "without")} node_modules: no-floating-promises reports {all}");
        Console.WriteLine($"reported {Share(told)}, cleared with a reason {Share(judged)}, let be {Share(known)}, missed {Share(lost)}");
        Console.WriteLine($"recovered {Share(told + judged + known)}");
    }

    private string Share(int part) => $"{part} ({100.0 * part / Math.Max(1, all):0.0} %)";

    private static int Count(SortedDictionary<string, List<string>> of) => of.Values.Sum(list => list.Count);

    private static void Show(string title, SortedDictionary<string, List<string>> of, int limit)
    {
        Console.WriteLine($"── {title}");
        foreach (var (reason, list) in of.OrderByDescending(pair => pair.Value.Count))
        {
            Console.WriteLine($"{list.Count,7} {reason}");
            foreach (var place in list.Take(limit))
                Console.WriteLine($"          {place}");
        }
    }

    private void Judge(Module module, SyntaxNode statement, DroppedPromise[] dropped)
    {
        var line = module.Tree.Lines.LineOf(statement.Span.Start);
        var shown = $"{module.Path}:{line}: {Short(statement)}";
        var keys = dropped.Select(one => (module.Path, module.Tree.Lines.LineOf(one.Promise.Span.Start))).Append((module.Path, line)).Distinct().ToArray();
        if (keys.SelectMany(key => findings[key]).FirstOrDefault() is { } finding)
            Note(reported, finding.Rule.Id, shown);
        else if (keys.SelectMany(key => cleared[key]).FirstOrDefault() is { } verdict)
            Note(reasons, verdict.Reason.Split('(')[0].Trim(), shown);
        else if (dropped.Length > 0)
            Note(letBe, dropped[0].Form switch
            {
                DropForm.HandlerFails => "its rejection is taken; what takes it is not known to fail",
                DropForm.Lazy => "a query that begins only when awaited: not known to be forgotten",
                _ when module.Roles.HasFlag(ModuleRoles.Test) => "a dropped promise in test code, which the rule does not examine",
                _ => "a dropped promise of which the rule says nothing",
            }, shown);
        else
            Unseen(statement.FirstChild, shown);
    }

    private void Unseen(SyntaxNode expression, string shown)
    {
        var inner = expression.Unwrapped();
        // `a && f()`, `ok ? f() : g()`
        while (inner.Kind is SyntaxKind.BinaryExpression or SyntaxKind.ConditionalExpression)
            inner = inner.Children.ToArray()[^1].Unwrapped();
        var type = model.Types.TypeOf(inner);
        switch (model.ThenableOf(inner))
        {
            case Thenable.Promise when !model.Types.CanTellOfRejection(type):
                Note(letBe, "its `then` takes no handler for a rejection: nothing can be unhandled", shown);
                break;
            case Thenable.Promise when model.Types.CalleeOf(inner) is Callee.Library:
                Note(letBe, "the library tells of the failure by another way, as its knowledge file says", shown);
                break;
            case Thenable.Promise:
                Note(missed, "known to be a promise, and not looked at", shown);
                break;
            case Thenable.Lazy:
                Note(letBe, "a builder in somebody's hand: it begins only when awaited", shown);
                break;
            case Thenable.Unknown:
                Note(missed, $"unknown: {Blame.Of(model, inner)}", shown);
                break;
            case Thenable.Not when model.Types.CalleeOf(inner) is Callee.Library:
                Note(letBe, "the library's code gives no promise, whatever its declarations allow: so says its knowledge file", shown);
                break;
            default:
                // `running.splice(0, 1);`
                if (type.NonNullish().Alternatives.Any(one => model.Types.ThenableOf(one.Element()) is Thenable.Promise))
                    Note(letBe, "makes no promise: it hands out those that an array held", shown);
                else
                    Note(missed, $"taken for no promise: {type}", shown);
                break;
        }
    }

    private static SyntaxNode StatementAround(SyntaxNode node)
    {
        while (node.Exists && node.Kind is not SyntaxKind.ExpressionStatement)
            node = node.Parent;
        return node;
    }

    private static void Note(SortedDictionary<string, List<string>> to, string what, string shown)
    {
        if (!to.TryGetValue(what, out var list))
            to.Add(what, list = []);
        list.Add(shown);
    }

    private static string Short(SyntaxNode node)
    {
        var text = node.Text.ReplaceLineEndings(" ");
        return text.Length > 90 ? $"{text[..60]} … {text[^24..]}" : text;
    }
}
