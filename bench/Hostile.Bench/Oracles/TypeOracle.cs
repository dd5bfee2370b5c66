using System.Diagnostics;
using Hostile.Model;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Oracles;

/// <summary>
/// The verb <c>oracle types</c>: asks the TypeScript compiler, with a repository's dependencies installed, of each expression whether it is thenable,
/// of each name where it is declared, and of each import where it leads, and compares what we answer with and without those dependencies.
/// </summary>
public static class TypeOracle
{
    private const string Usage = """
        oracle types DIR [--modules] [--show WHAT] [--limit N] [--within PATH]

          DIR         a checked-out repository with its dependencies installed, for the compiler to read
          --modules   let us read them, too; without, we see what a fresh clone shows
          --show      list what differs, parted by commas: missed, wrong, unknown, definitions, members, imports; why-missed, why-unknown count causes
          --limit     of each at most so many (default 40)
          --within    only what lies below a path
          --at        PATH:LINE: nothing is compared; our type of each expression of the line is printed
        """;

    /// <summary>Runs the verb; 0 when it could be measured.</summary>
    public static int Run(ReadOnlySpan<string> words)
    {
        var (folder, modules, show, limit, within, at) = ("", false, "", 40, "", "");
        while (words.Length > 0)
        {
            switch (words)
            {
                case ["--modules", ..]:
                    modules = true;
                    words = words[1..];
                    break;
                case ["--show", var given, ..]:
                    show = given;
                    words = words[2..];
                    break;
                case ["--limit", var given, ..] when int.TryParse(given, out limit):
                    words = words[2..];
                    break;
                case ["--within", var given, ..]:
                    within = given;
                    words = words[2..];
                    break;
                case ["--at", var given, ..]:
                    at = given;
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
            return new Workers().Run(() => Compare(folder, modules, show, limit, within, at));
        }
        catch (PeerMissingException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return 2;
        }
    }

    private static int Compare(string folder, bool modules, string show, int limit, string within, string at)
    {
        var program = FolderProgram.Read(folder);
        var model = ModelBuilder.Build([.. program.Files.Select(file => new SourceFile(file.Path, file.Bytes))], program.Resolver.FileOf, versionOf: program.Versions.Of, installed: modules ? new(program.Tree) : null);

        if (at.LastIndexOf(':') is > 0 and var colon)
        {
            PrintLine(model, at[..colon], int.Parse(at[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture));
            return 0;
        }

        var answers = CheckerAnswers.Of(folder, [.. model.Bindings.Modules.Select(module => module.Path)]);
        var tally = new TypeTally(model, program.Resolver, show, limit);
        var watch = Stopwatch.StartNew();
        foreach (var answer in answers)
        {
            if (answer.Path.StartsWith(within, StringComparison.Ordinal) && model.Bindings.ModuleAt(answer.Path) is { } module)
                tally.Add(module, answer);
        }

        tally.Print(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), modules, watch.Elapsed);
        return 0;
    }

    private static void PrintLine(ProjectModel model, string path, int line)
    {
        if (model.Bindings.ModuleAt(path) is not { } module)
            return;
        foreach (var node in module.Tree.Root.DescendantsAndSelf)
        {
            if (module.Tree.Lines.LineOf(node.Span.Start) != line || node.Kind is SyntaxKind.Block || node.Text is not { Length: < 120 } text || model.Types.TypeOf(node) is var type && type.IsUnknown && !node.Kind.ToString().EndsWith("Expression", StringComparison.Ordinal) && node.Kind is not SyntaxKind.Identifier)
                continue;
            Console.WriteLine($"{node.Kind} {text.ReplaceLineEndings(" ")}: {model.Types.TypeOf(node)}");
        }
    }
}
