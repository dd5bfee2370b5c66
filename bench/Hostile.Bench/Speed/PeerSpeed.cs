using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Hostile.Bench.Speed;

/// <summary>
/// The verb <c>peers</c>: what whole audits of some folders cost with our native build, beside the two linters that have typed rules for promises.
/// They take turns, round by round; ratios are of runs that stood next to one another.
/// </summary>
public static class PeerSpeed
{
    private const int DefaultRounds = 4;

    /// <summary>How many times as long as we the peers must take at least, with dependencies installed and without.</summary>
    private static readonly Dictionary<string, (double Installed, double Bare)> Wanted = new() { ["oxlint --type-aware"] = (10, 3), ["Biome, typed rules"] = (5, 3) };

    /// <summary>Our peak by the lighter peer's.</summary>
    private const double WantedPeak = 0.25;

    /// <summary>Runs the verb; 0 when every requirement is met in every folder.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var folders = new List<string>();
        var rounds = DefaultRounds;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--rounds" && i + 1 < arguments.Length && int.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out rounds) && rounds > 0)
                i++;
            else
                folders.Add(arguments[i]);
        }

        if (folders.Count == 0 || !folders.All(Directory.Exists))
        {
            Console.Error.WriteLine("hostile-bench: peers wants folders with TypeScript in them, and --rounds a number");
            return 2;
        }

        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("hostile-bench: peers reads what processes cost from Linux's /proc");
            return 2;
        }

        try
        {
            Contestant[] contestants = [.. Hostile(NativeBuild()), .. Linters(Peers.Install("peers"))];
            // Each folder is measured, whatever the one before it said.
            return folders.ConvertAll(folder => Measure(Path.GetFullPath(folder), contestants, rounds)).TrueForAll(met => met) ? 0 : 1;
        }
        catch (Exception failure) when (failure is PeerMissingException or Win32Exception or JsonException)
        {
            Console.Error.WriteLine($"hostile-bench: {failure.Message}");
            return 2;
        }
    }

    private static bool Measure(string folder, Contestant[] contestants, int rounds)
    {
        var runs = contestants.ToDictionary(contestant => contestant, _ => new List<ProcessTree>());
        var seen = new Dictionary<Contestant, (int Files, int Findings)>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                Console.Error.Write($"\r{folder}: round {round + 1} of {rounds}, {contestant.Name}                    ");
                var run = ProcessTree.Run(contestant.Command(folder));
                // 1 says that something was found.
                if (run.ExitCode is not (0 or 1))
                    throw new PeerMissingException($"{contestant.Name} ended with exit code {run.ExitCode} in {folder}");
                seen[contestant] = contestant.Seen(run.Output);
                // The first of several rounds brings the files into memory.
                if (round > 0 || rounds == 1)
                    runs[contestant].Add(run);
            }
        }

        Console.Error.WriteLine();
        var isInstalled = Directory.Exists(Path.Combine(folder, "node_modules"));
        Console.WriteLine($"{folder}: dependencies {(isInstalled ? "installed" : "not installed")}, medians of {runs[contestants[0]].Count} runs each, in turn");
        Console.WriteLine($"  {"",-22}{"wall",9}{"processor",11}{"peak",10}{"files",9}{"findings",10}{"wall ×",9}{"CPU ×",8}{"peak ×",8}");
        var ours = runs[contestants[0]];
        foreach (var contestant in contestants)
        {
            var theirs = runs[contestant];
            Console.WriteLine(
                $"  {contestant.Name,-22}{Median(theirs, run => run.Wall),7:F2} s{Median(theirs, run => run.Processor),9:F2} s{Median(theirs, run => run.Peak),7:F0} MB{seen[contestant].Files,9:N0}{seen[contestant].Findings,10:N0}"
                + $"{Ratio(theirs, ours, run => run.Wall),9:F1}{Ratio(theirs, ours, run => run.Processor),8:F1}{Ratio(theirs, ours, run => run.Peak),8:F1}");
        }

        var isMet = true;
        // Who finds nothing where others do has refused to judge, and is no measure.
        var peers = contestants.Where(contestant => Wanted.ContainsKey(contestant.Name)).ToArray();
        var judges = peers.Where(contestant => seen[contestant].Findings > 0).ToArray();
        foreach (var refused in peers.Except(judges))
            Console.WriteLine($"  no measure: {refused.Name} finds nothing here");
        if (judges.Length == 0)
            return true;
        foreach (var contestant in judges)
        {
            var least = isInstalled ? Wanted[contestant.Name].Installed : Wanted[contestant.Name].Bare;
            isMet &= Say($"at least {least} times as fast as {contestant.Name}", Ratio(runs[contestant], ours, run => run.Wall), ratio => ratio >= least);
        }

        var lightest = judges.MinBy(contestant => Median(runs[contestant], run => run.Peak))!;
        return Say($"at most {WantedPeak} of the peak of {lightest.Name}", 1 / Ratio(runs[lightest], ours, run => run.Peak), ratio => ratio <= WantedPeak) && isMet;
    }

    private static bool Say(string requirement, double measured, Func<double, bool> isMet)
    {
        Console.WriteLine($"  {(isMet(measured) ? "met" : "NOT MET")}: {requirement} ({measured:F2})");
        return isMet(measured);
    }

    /// <summary>Publishes the command line as users get it; nothing is compiled when nothing changed.</summary>
    private static string NativeBuild()
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "src/Hostile.Cli", "-c", "Release", "-v", "q", "-nologo"]) { WorkingDirectory = Repository.Root })!;
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Path.Combine(Repository.Root, "artifacts", "publish", "Hostile.Cli", "release", "hostile")
            : throw new PeerMissingException("our native build cannot be made: dotnet publish src/Hostile.Cli -c Release");
    }

    /// <summary>An audit as it is when nothing is said, which the ratios are of, and one that reads all test code, too.</summary>
    private static Contestant[] Hostile(string program)
    {
        var report = Path.Combine(Repository.Artifacts("speed"), "report.json");
        return [Audit("hostile audit"), Audit("  with all tests", "--include-tests")];

        Contestant Audit(string name, params string[] options) => new(
            name,
            folder => In(folder, program, ["audit", ".", .. options, "--format", "json", "-o", report, "--date", "none", "--no-progress"]),
            _ =>
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(report));
                return (json.RootElement.GetProperty("project").GetProperty("files").GetInt32(), json.RootElement.GetProperty("findings").GetArrayLength());
            });
    }

    private static Contestant[] Linters(string installed)
    {
        var modules = Path.Combine(installed, "node_modules");
        var architecture = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64";
        return
        [
            new(
                "oxlint --type-aware",
                folder =>
                {
                    var start = In(folder, Peers.Node(installed), Path.Combine(modules, "oxlint", "bin", "oxlint"), "--type-aware", "--disable-nested-config", "--config", Path.Combine(installed, "oxlint.json"), "--format", "json", ".");
                    // It looks for its other half beside the project, where it is not.
                    start.Environment["OXLINT_TSGOLINT_PATH"] = Path.Combine(modules, "@oxlint-tsgolint", $"linux-{architecture}", "tsgolint");
                    return start;
                },
                output =>
                {
                    using var json = JsonDocument.Parse(output);
                    // Others say what it could not do: a tsconfig that it refuses, for one, and with it all files below.
                    var findings = json.RootElement.GetProperty("diagnostics").EnumerateArray().Count(found => found.TryGetProperty("code", out var code) && code.GetString() is { } rule && rule.StartsWith("typescript(", StringComparison.Ordinal) && found.GetProperty("severity").GetString() == "warning");
                    return (json.RootElement.GetProperty("number_of_files").GetInt32(), findings);
                }),
            new(
                "Biome, typed rules",
                // The program itself and not its launcher; the path of the configuration must be relative, or Biome reads it and yet judges by none of its rules.
                folder => In(folder, Path.Combine(modules, "@biomejs", $"cli-linux-{architecture}", "biome"), "lint", $"--config-path={Path.GetRelativePath(folder, installed)}", "--max-diagnostics=none", "--reporter=json", "."),
                output =>
                {
                    using var json = JsonDocument.Parse(output);
                    var summary = json.RootElement.GetProperty("summary");
                    return (summary.GetProperty("unchanged").GetInt32(), summary.GetProperty("warnings").GetInt32());
                }),
        ];
    }

    private static ProcessStartInfo In(string folder, string program, params string[] arguments) => new(program, arguments) { WorkingDirectory = folder };

    private static double Ratio(List<ProcessTree> theirs, List<ProcessTree> ours, Func<ProcessTree, double> part) => Middle(theirs.Zip(ours, (their, our) => part(their) / part(our)));

    private static double Median(List<ProcessTree> runs, Func<ProcessTree, double> part) => Middle(runs.Select(part));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>A program that takes its turn.</summary>
    /// <param name="Name">What the table calls it.</param>
    /// <param name="Command">How it is started on a folder.</param>
    /// <param name="Seen">How many files it read and what it found, by what it printed: so that nobody wins by doing nothing.</param>
    private sealed record Contestant(string Name, Func<string, ProcessStartInfo> Command, Func<string, (int Files, int Findings)> Seen);
}
