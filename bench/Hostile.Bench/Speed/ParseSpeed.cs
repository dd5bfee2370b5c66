using System.Diagnostics;
using System.Globalization;
using System.Text.Unicode;

namespace Hostile.Bench.Speed;

/// <summary>
/// The verb <c>parse</c>: how fast a folder's files are parsed by us on one core and on two, by the compiler and by oxc-parser.
/// All are processes that take turns, round by round, on preloaded sources; ratios are of rounds that stood next to one another.
/// </summary>
public static class ParseSpeed
{
    private const int WarmUpRounds = 3;

    /// <summary>Runs the verb; 0 when every requirement is met.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments is not [var folder, .. var options] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("hostile-bench: parse wants a folder with TypeScript in it");
            return 2;
        }

        var rounds = options is ["--rounds", var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : 7;
        try
        {
            return Measure(folder, rounds);
        }
        catch (PeerMissingException missing)
        {
            Console.Error.WriteLine($"hostile-bench: {missing.Message}");
            return 2;
        }
    }

    private static int Measure(string folder, int rounds)
    {
        var files = SourceFiles.Below(folder).Where(path => Utf8.IsValid(SourceFiles.Read(path).Span)).ToArray();
        var bytes = files.Sum(path => (long)SourceFiles.Read(path).Length);
        var list = Path.Combine(Repository.Artifacts("speed"), "files.txt");
        File.WriteAllLines(list, files);
        Console.WriteLine($"{folder}: {files.Length} files, {bytes / 1e6:F1} MB; {rounds} interleaved rounds after {WarmUpRounds} to warm up; {Description()}");

        using var one = new Worker("hostile, 1 thread", Ours(list, threads: 1));
        using var two = new Worker("hostile, 2 threads", Ours(list, threads: 2));
        using var compiler = new Worker("typescript 6", Peers.Script("parse-speed.mjs", "compiler", list));
        using var oxc = new Worker("oxc-parser, raw transfer", Peers.Script("parse-speed.mjs", "oxc-raw", list));
        using var lazy = new Worker("oxc-parser, lazy, nothing kept", Peers.Script("parse-speed.mjs", "oxc-lazy", list));
        Worker[] workers = [one, two, compiler, oxc, lazy];
        for (var round = -WarmUpRounds; round < rounds; round++)
        {
            foreach (var worker in workers)
                worker.Round(isMeasured: round >= 0);
        }

        Console.WriteLine();
        Console.WriteLine($"{"",-32} {"MB/s",7} {"min–max",15} {"MB/CPU-s",9} {"live bytes per",15} {"peak",9}");
        Console.WriteLine($"{"",-32} {"median",7} {"",15} {"median",9} {"source byte",15} {"RSS, MB",9}");
        var memory = workers.ToDictionary(worker => worker, worker => (double)worker.Memory() / bytes);
        foreach (var worker in workers)
        {
            var range = $"{Speed(worker.Wall.Max()),5:F0}–{Speed(worker.Wall.Min()):F0}";
            var live = worker == lazy ? "" : $"{memory[worker]:F2}";
            Console.WriteLine($"{worker.Name,-32} {Speed(Median(worker.Wall)),7:F1} {range,15} {Speed(Median(worker.Cpu)),9:F1} {live,15} {worker.PeakResident() / 1e6,9:F0}");
        }

        Console.WriteLine();
        // Not short-circuited: every line is to be printed.
        var isMet = Require("times the compiler, per core", Ratio(compiler.Wall, one.Wall), Ratio(compiler.Cpu, one.Cpu), atLeast: 5)
            & Require("times oxc-parser with raw transfer, per core", Ratio(oxc.Wall, one.Wall), Ratio(oxc.Cpu, one.Cpu), atLeast: 1)
            & Require("times one thread, on two", Ratio(one.Wall, two.Wall), 2 * Ratio(one.Cpu, two.Cpu), atLeast: 1.8)
            & Require("bytes of tree per source byte, at most 4", memory[one], null, atMost: 4);
        Console.WriteLine($"{"times oxc-parser lazy (for information)",-46} {Ratio(lazy.Wall, one.Wall),6:F2}");
        return isMet ? 0 : 1;

        double Speed(double seconds) => bytes / 1e6 / seconds;
    }

    private static ProcessStartInfo Ours(string list, int threads)
    {
        var arguments = new List<string> { "parse-worker", list, threads.ToString(CultureInfo.InvariantCulture) };
        // Under `dotnet run` or `dotnet Hostile.Bench.dll` the process is the host, which wants the assembly first.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            arguments.Insert(0, Path.Combine(AppContext.BaseDirectory, "Hostile.Bench.dll"));
        return new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
    }

    private static string Description()
    {
        var build = System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported ? "JIT (publish for native AOT)" : "native AOT";
        var load = File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the start" : "";
        return $"{build}, {Environment.ProcessorCount} cores{load}";
    }

    private static bool Require(string what, double value, double? cpu, double? atLeast = null, double? atMost = null)
    {
        var isMet = (atLeast is null || value >= atLeast) && (atMost is null || value <= atMost);
        var byCpu = cpu is null ? "" : $" ({cpu:F2} by processor time)";
        Console.WriteLine($"{what,-46} {value,6:F2}{byCpu}{(atLeast is null ? "" : $", wanted {atLeast}")}: {(isMet ? "met" : "NOT MET")}");
        return isMet;
    }

    /// <summary>The median over rounds of slow/fast, each pair from the same round.</summary>
    private static double Ratio(List<double> slow, List<double> fast) => Median([.. slow.Zip(fast, (s, f) => s / f)]);

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
