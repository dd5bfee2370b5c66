using System.Text.RegularExpressions;
using Xunit;

namespace Hostile.Tests.House;

/// <summary>The rooms and their arrows. Between projects the compiler holds them; within a project this table does.</summary>
public sealed partial class RoomsTests
{
    private static readonly string[] Syntax = ["Hostile.Syntax.Text", "Hostile.Syntax.TypeScript", "Hostile.Syntax.Sql"];

    private static readonly string[] Model =
    [
        "Hostile.Model.Projects", "Hostile.Model.Binding", "Hostile.Model.Types", "Hostile.Model.Knowledge",
        "Hostile.Model.Flow", "Hostile.Model.Database", "Hostile.Model.Summaries",
    ];

    private static readonly string[] Rules =
    [
        "Hostile.Rules.Rejection", "Hostile.Rules.Race", "Hostile.Rules.Transaction", "Hostile.Rules.Deadlock", "Hostile.Rules.Leak",
        "Hostile.Rules.Abort", "Hostile.Rules.Timeout", "Hostile.Rules.Parallel", "Hostile.Rules.Iteration",
    ];

    /// <summary>A room and the rooms that its files may name; the root of a project, e.g. <c>Hostile.Model</c>, is open to the rooms below it.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Hostile.Syntax.Text"] = [],
        // The two languages do not know each other.
        ["Hostile.Syntax.TypeScript"] = ["Hostile.Syntax.Text"],
        ["Hostile.Syntax.Sql"] = ["Hostile.Syntax.Text"],
        // A stage of the model reads the stages before it.
        ["Hostile.Model.Projects"] = [.. Syntax, .. Model[..0]],
        ["Hostile.Model.Binding"] = [.. Syntax, .. Model[..1]],
        ["Hostile.Model.Types"] = [.. Syntax, .. Model[..2]],
        ["Hostile.Model.Knowledge"] = [.. Syntax, .. Model[..3]],
        ["Hostile.Model.Flow"] = [.. Syntax, .. Model[..4]],
        ["Hostile.Model.Database"] = [.. Syntax, .. Model[..5]],
        ["Hostile.Model.Summaries"] = [.. Syntax, .. Model[..6]],
        ["Hostile.Model"] = [.. Syntax, .. Model],
        // A rule reads conclusions: it neither walks a tree nor knows another category.
        ["Hostile.Rules"] = ["Hostile.Syntax.Text", "Hostile.Model", .. Model, .. Rules],
        ["Hostile.Rules.Rejection"] = ["Hostile.Syntax.Text", "Hostile.Rules", "Hostile.Model", .. Model],
        ["Hostile.Rules.Race"] = ["Hostile.Syntax.Text", "Hostile.Rules", "Hostile.Model", .. Model],
        ["Hostile.Rules.Transaction"] = ["Hostile.Syntax.Text", "Hostile.Rules", "Hostile.Model", .. Model],
        ["Hostile.Rules.Deadlock"] = ["Hostile.Syntax.Text", "Hostile.Rules", "Hostile.Model", .. Model],
        ["Hostile.Rules.Leak"] = ["Hostile.Syntax.Text", "Hostile.Rules", "Hostile.Model", .. Model],
        ["Hostile.Rules.Abort"] = ["Hostile.Syntax.Text", "Hostile.Rules", "Hostile.Model", .. Model],
        ["Hostile.Rules.Timeout"] = ["Hostile.Syntax.Text", "Hostile.Rules", "Hostile.Model", .. Model],
        ["Hostile.Rules.Parallel"] = ["Hostile.Syntax.Text", "Hostile.Rules", "Hostile.Model", .. Model],
        ["Hostile.Rules.Iteration"] = ["Hostile.Syntax.Text", "Hostile.Rules", "Hostile.Model", .. Model],
    };

    /// <summary>What only <c>Cli</c> and <c>Prover</c> may name: the disk, the console, processes, the network, the clock, chance, reflection.</summary>
    [GeneratedRegex(@"using System\.(IO|Net|Reflection|Text\.Json)\b(?!\.Hashing)|(?<![.\w])(File|Directory)\.(Read|Write|Open|Exists|Create|Delete|Copy|Move|Append|Enumerate|Get)|(?<![.\w])Console\.|(?<![.\w])Process\.Start|\b(FileStream|FileInfo|DirectoryInfo|StreamReader|HttpClient|Newtonsoft)\b|\bnew Random\b|\bRandom\.Shared|\b(DateTime|DateTimeOffset)\.(Now|UtcNow)|(?<![.\w])Environment\.(Get|Exit|Current)|\bActivator\.|\bdynamic\s+\w+\s*=")]
    private static partial Regex World();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(?<![\w.])(?:global::)?Hostile(?:\.[A-Z]\w*)+")]
    private static partial Regex Mention();

    /// <summary>A room of the same project by its last name alone, before a type: <c>Summaries.Resources</c>.</summary>
    [GeneratedRegex(@"(?<![\w.])([A-Z]\w*)(?=\.[A-Z])")]
    private static partial Regex ShortMention();

    [GeneratedRegex(@"^\s*///?.*$|(?<!:)//\s.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [Fact]
    public void Every_room_of_the_engine_is_declared_and_names_only_rooms_it_may()
    {
        var faults = new List<string>();
        foreach (var file in Sources("src").Where(InEngine))
        {
            var code = Code(file);
            if (Namespace().Match(code).Groups[1].Value is not { Length: > 0 } name)
                continue;

            // A folder inside a room belongs to the room; a new folder of a project is a new room.
            if (RoomOf(name) is not { } room || (name != room && room.Count(c => c == '.') < 2))
            {
                faults.Add($"{file}: the room {name} is not in the table of RoomsTests");
                continue;
            }

            var nextDoor = ShortMention().Matches(code).Select(mention => $"{string.Join('.', room.Split('.').Take(2))}.{mention.Value}").Where(Arrows.ContainsKey);
            faults.AddRange(Mention().Matches(code).Select(mention => RoomOf(mention.Value)).OfType<string>().Concat(nextDoor).Distinct()
                .Where(named => named != room && !room.StartsWith(named + ".", StringComparison.Ordinal) && !Arrows[room].Contains(named))
                .Select(named => $"{file}: {room} may not name {named}"));
        }

        None(faults);
    }

    [Theory]
    [InlineData("Syntax", "")]
    [InlineData("Model", "Syntax")]
    [InlineData("Rules", "Model")]
    [InlineData("Prover", "Rules")]
    [InlineData("Cli", "Prover")]
    public void Projects_refer_to_the_next_and_to_no_other(string project, string next) =>
        Assert.Equal(next.Length == 0 ? [] : [$"../Hostile.{next}/Hostile.{next}.csproj"],
            Regex.Matches(Repository.Read($"src/Hostile.{project}/Hostile.{project}.csproj"), "ProjectReference Include=\"([^\"]+)\"").Select(match => match.Groups[1].Value));

    [Fact]
    public void The_engine_touches_nothing() => NoneOf(Sources("src").Where(InEngine), World(), "only Cli and Prover touch the world");

    [Fact]
    public void Below_the_rules_nothing_names_a_rule() => NoneOf(
        Sources("src/Hostile.Syntax").Concat(Sources("src/Hostile.Model")).Concat(Repository.Files("src/Hostile.Model", "*.d.ts")),
        new("[`\"'](rejection|race|transaction|deadlock|leak|abort|timeout|parallel|iteration)/[a-z]+(-[a-z]+)+[`\"']"), "knowledge names no rule");

    [Fact]
    public void Nothing_is_left_unimplemented_or_skipped() =>
        NoneOf(Sources("src").Concat(Sources("tests")).Concat(Sources("bench")), new("NotImplemented[E]xception|\\bSkip\\s*=\\s*\"|Skip(Unless|When)\\s*="), "write it or leave it out");

    [Fact]
    public void No_folder_is_for_leftovers() =>
        None(Sources("src").Concat(Sources("tests")).Concat(Sources("bench")).Where(file => Regex.IsMatch(file, "/(Helpers?|Utils?|Utilities|Common|Extensions|Misc|Shared)/")));

    [Fact]
    public void A_file_of_more_than_a_thousand_lines_says_why_at_its_head() =>
        None(Sources("src").Concat(Sources("tests")).Concat(Sources("bench"))
            .Where(file => File.ReadLines(Repository.At(file)).Count() > 1000 && !File.ReadLines(Repository.At(file)).Take(12).Any(line => line.StartsWith("// Long:", StringComparison.Ordinal))));

    [Fact]
    public void The_architecture_names_every_room()
    {
        var text = Repository.Read("ARCHITECTURE.md");
        var rooms = Sources("src").Select(file => file.Split('/')).Where(parts => parts.Length > 3).Select(parts => parts[2]).Concat(Sources("src").Select(file => file.Split('/')[1]));
        None(rooms.Distinct().Where(room => !Regex.IsMatch(text, $@"\b{Regex.Escape(room)}\b")));
    }

    [Fact]
    public void An_analyzer_is_switched_off_with_a_reason() =>
        None(Sources("src").Concat(Sources("bench")).SelectMany(file => File.ReadLines(Repository.At(file)).Where(line => Regex.IsMatch(line, @"^\s*#pragma warning disable [\w, ]+$")).Select(line => $"{file}: {line.Trim()}")));

    private static IEnumerable<string> Sources(string folder) => Repository.Files(folder, "*.cs");

    private static bool InEngine(string file) => !file.StartsWith("src/Hostile.Cli/", StringComparison.Ordinal) && !file.StartsWith("src/Hostile.Prover/", StringComparison.Ordinal);

    /// <summary>The longest declared room that a qualified name begins with.</summary>
    private static string? RoomOf(string name) =>
        Arrows.Keys.Where(room => name == room || name.StartsWith(room + ".", StringComparison.Ordinal)).MaxBy(room => room.Length);

    private static string Code(string file) => Comment().Replace(Repository.Read(file), "");

    private static void NoneOf(IEnumerable<string> files, Regex forbidden, string reason) =>
        None(files.SelectMany(file => forbidden.Matches(Code(file)).Select(match => $"{file}: `{match.Value.Trim()}`: {reason}")));

    private static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join("\n", all));
    }
}
