using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Hostile.Bench.Speed;

/// <summary>The verb <c>audit</c>: what whole audits of some folders cost, on one thread and on two, with the native build, by what <c>--timings</c> says.</summary>
public static class AuditSpeed
{
    private const int Rounds = 3;

    /// <summary>Runs the verb.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var program = Path.Combine(Repository.Root, "artifacts", "publish", "Hostile.Cli", "release", OperatingSystem.IsWindows() ? "hostile.exe" : "hostile");
        var folders = arguments.ToArray();
        if (folders.Length == 0 || !folders.All(Directory.Exists))
        {
            Console.Error.WriteLine("hostile-bench: audit wants folders with TypeScript in them");
            return 2;
        }

        if (!File.Exists(program))
        {
            Console.Error.WriteLine("hostile-bench: publish the native build first: dotnet publish src/Hostile.Cli -c Release");
            return 2;
        }

        try
        {
            foreach (var folder in folders)
                Measure(program, folder);
            return 0;
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            Console.Error.WriteLine($"hostile-bench: {failure.Message}");
            return 2;
        }
    }

    /// <summary>Runs on one thread and on two take turns, so that what else the machine does hits both alike.</summary>
    private static void Measure(string program, string folder)
    {
        var runs = new Dictionary<int, List<Cost[]>> { [1] = [], [2] = [] };
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (threads, costs) in runs)
                costs.Add(Audit(program, folder, threads));
        }

        Console.WriteLine($"{folder}: medians of {Rounds} runs each, in turn");
        Console.WriteLine($"  {"",-26} {"1 thread",10} {"processor",10} {"2 threads",10} {"processor",10}");
        for (var stage = 0; stage < runs[1][0].Length - 1; stage++)
        {
            var (one, two) = (Median(runs[1], stage), Median(runs[2], stage));
            Console.WriteLine($"  {one.Stage,-26} {one.Wall,7:F0} ms {one.Processor,7:F0} ms {two.Wall,7:F0} ms {two.Processor,7:F0} ms");
        }

        Console.WriteLine($"  {"in all",-26} {Total(runs[1], cost => cost.Wall),7:F0} ms {Total(runs[1], cost => cost.Processor),7:F0} ms {Total(runs[2], cost => cost.Wall),7:F0} ms {Total(runs[2], cost => cost.Processor),7:F0} ms");
        Console.WriteLine($"  {"peak resident",-26} {Total(runs[1], cost => cost.Peak),7:F0} MB {"",10} {Total(runs[2], cost => cost.Peak),7:F0} MB");
    }

    private static Cost Median(List<Cost[]> runs, int stage) => new(runs[0][stage].Stage, Middle(runs.Select(run => run[stage].Wall)), Middle(runs.Select(run => run[stage].Processor)), 0);

    private static double Total(List<Cost[]> runs, Func<Cost, double> part) => Middle(runs.Select(run => run.Sum(part)));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static Cost[] Audit(string program, string folder, int threads)
    {
        var report = Path.Combine(Repository.Artifacts("speed"), "report.json");
        var start = new ProcessStartInfo(program, ["audit", folder, "--format", "json", "-o", report, "--date", "none", "--timings", "--threads", $"{threads}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var lines = process.StandardError.ReadToEnd().Split('\n');
        output.Wait();
        process.WaitForExit();
        var costs = lines.Select(Read).OfType<Cost>().ToArray();
        return costs.Length > 0 ? costs : throw new InvalidOperationException($"{folder}: {lines[0]}");
    }

    /// <summary><c>568.4 ms  612.0 ms processor  finding files</c>, and at the end <c>284 MB  peak</c>.</summary>
    private static Cost? Read(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var wall, "ms", var processor, "ms", "processor", .. var stage] => new(string.Join(' ', stage), Number(wall), Number(processor), 0),
        [var peak, "MB", "peak"] => new("", 0, 0, Number(peak)),
        _ => null,
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Cost(string Stage, double Wall, double Processor, double Peak);
}
