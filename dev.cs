#:project src/Hostile.Cli/Hostile.Cli.csproj
#:property PublishAot=false

// Commands for whoever works on Hostile: dotnet run dev.cs -- help
// Measuring and judging live in bench/Hostile.Bench, which must run optimised; they are only forwarded here.

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

Directory.SetCurrentDirectory(Path.GetDirectoryName(Here())!);

return args switch
{
    ["new-rule", var id] => NewRule(id),
    ["docs"] => WriteDocs(),
    ["check"] => Check(),
    ["test", .. var rest] => DotNet(["test", "--solution", "Hostile.slnx", .. rest]),
    ["score" or "judge" or "mutate" or "oracle" or "dump", ..] => Bench(args),
    ["bench", .. var rest] => Bench(rest),
    ["help" or "--help" or "-h"] or [] => Help(Console.Out, 0),
    _ => Help(Console.Error, 2),
};

static int Help(TextWriter to, int exitCode)
{
    to.WriteLine("""
        dotnet run dev.cs -- VERB …

          new-rule CATEGORY/NAME   the rule's file, its line in the catalogue, its page of specs
          docs                     the pages and the table that are made from the rules
          check                    format, build, tests: the whole of CI
          test …                   all tests

          score                    count what is found of the real bugs and the peers' cases (--help)
          judge REPO               audit a repository and list its findings for a reader to judge (--help)
          mutate DIR…              take safeguards from correct code, one at a time, and count what is noticed (--help)
          dump tree|cfg|queries FILE  what the engine makes of a file
          oracle DIR…              compare our syntax trees with the compiler's
          oracle types DIR         compare our light types with the compiler's, DIR with its dependencies installed (--help)
          bench …                  measure (bench peers DIR…: beside other linters); without arguments, what can be measured
        """);
    return exitCode;
}

static int Check()
{
    (string What, string[] Command)[] steps =
    [
        ("format", ["format", "whitespace", "Hostile.slnx", "--verify-no-changes"]),
        ("build", ["build", "Hostile.slnx", "-nologo", "-v", "q"]),
        ("tests", ["test", "--solution", "Hostile.slnx", "--no-build"]),
    ];
    foreach (var (what, command) in steps)
    {
        Console.WriteLine($"── {what}");
        if (DotNet(command) is not 0 and var failure)
        {
            Console.Error.WriteLine($"check: {what} failed (dotnet {string.Join(' ', command)})");
            return failure;
        }
    }

    return 0;
}

static int WriteDocs()
{
    foreach (var path in Hostile.Cli.Reports.Docs.Update(Environment.CurrentDirectory, write: true))
        Console.WriteLine(path);
    return 0;
}

static int NewRule(string id)
{
    if (!Regex.IsMatch(id, "^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$"))
        return Fail($"'{id}' is no rule id: category/name, the name in kebab case, stating the fault");

    var (category, name) = (id[..id.IndexOf('/')], id[(id.IndexOf('/') + 1)..]);
    if (!Enum.TryParse<Hostile.Rules.Category>(category, ignoreCase: true, out var room))
        return Fail($"there is no category '{category}': {string.Join(", ", Enum.GetNames<Hostile.Rules.Category>()).ToLowerInvariant()}");
    var type = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    var file = $"src/Hostile.Rules/{room}/{type}.cs";
    if (File.Exists(file))
        return Fail($"{file} is there already");

    Write(file, $$""""
        using Hostile.Model;

        namespace Hostile.Rules.{{room}};

        /// <summary>What the fault is, in one sentence.</summary>
        public static class {{type}}
        {
            public static readonly Rule Rule = new("{{id}}")
            {
                Severity = Severity.P2,
                Title = "",
                Why = "",
                Fix = "",
                Risk = "",
                Unseen = "",
                Bad =
                [
                    """
                    export async function example(): Promise<void> {} // expect: {{id}}
                    """,
                ],
                Good = [],
                Check = Rule.EachFunction(Check),
            };

            private static IEnumerable<Verdict> Check(FunctionModel function) => [];
        }

        """");
    Write($"tests/Hostile.Tests/Rules/{type}.md", $"""
        # {name}

        ## The common case

        Say in a sentence what goes wrong.

        ```ts
        export async function example(): Promise<void> {"{}"} // expect: {id}
        ```

        """);

    // The catalogue is sorted by id, which is the order of its lines' rooms and names in kebab case.
    const string catalog = "src/Hostile.Rules/Catalog.cs";
    var lines = File.ReadAllLines(catalog).ToList();
    var first = lines.FindIndex(line => line.Contains("All { get; } =")) + 2;
    var last = lines.FindIndex(first, line => line.Trim() == "];");
    var at = Enumerable.Range(first, last - first).FirstOrDefault(i => string.CompareOrdinal(IdOf(lines[i]), id) > 0, last);
    lines.Insert(at, $"        {room}.{type}.Rule,");
    File.WriteAllLines(catalog, lines);
    Console.WriteLine($"{catalog}:{at + 1}");
    Console.WriteLine("Write the page of specs first; `dotnet run dev.cs -- docs` when the texts stand.");
    return 0;
}

// `        Race.LostUpdate.Rule,` → race/lost-update
static string IdOf(string line) => line.Trim().Split('.') is [var room, var type, ..]
    ? $"{room.ToLowerInvariant()}/{Regex.Replace(type, "(?<!^)([A-Z])", "-$1").ToLowerInvariant()}"
    : "";

static void Write(string path, string text)
{
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, text);
    Console.WriteLine(path);
}

static int Bench(IEnumerable<string> words) => DotNet(["run", "-c", "Release", "--project", "bench/Hostile.Bench", "--", .. words]);

static int DotNet(IEnumerable<string> words)
{
    using var process = Process.Start(new ProcessStartInfo("dotnet", words))!;
    process.WaitForExit();
    return process.ExitCode;
}

static int Fail(string reason)
{
    Console.Error.WriteLine($"dev: {reason}");
    return 2;
}

static string Here([CallerFilePath] string path = "") => path;
