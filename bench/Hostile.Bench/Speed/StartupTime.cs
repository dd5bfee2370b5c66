using System.ComponentModel;
using System.Diagnostics;

namespace Hostile.Bench.Speed;

/// <summary>The verb <c>startup</c>: how long a program takes from start to end, and how long the shortest program there is takes on the same machine.</summary>
public static class StartupTime
{
    private const int Runs = 40;
    private const double WantedMilliseconds = 20;

    /// <summary>Runs the verb; 0 when the program's median is below the wanted time.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments is not [var program, .. var rest])
        {
            Console.Error.WriteLine("hostile-bench: startup wants a program, e.g. artifacts/publish/Hostile.Cli/release/hostile --version");
            return 2;
        }

        var options = rest.ToArray();
        try
        {
            var theirs = new List<double>();
            var ours = new List<double>();
            for (var run = 0; run < Runs; run++)
            {
                theirs.Add(Milliseconds("/bin/true", []));
                ours.Add(Milliseconds(program, options));
            }

            Print("/bin/true", theirs);
            var median = Print($"{program} {string.Join(' ', options)}", ours);
            Console.WriteLine(median < WantedMilliseconds ? "met" : $"NOT MET: wanted under {WantedMilliseconds} ms");
            return median < WantedMilliseconds ? 0 : 1;
        }
        catch (Win32Exception cannotStart)
        {
            Console.Error.WriteLine($"hostile-bench: {cannotStart.Message}");
            return 2;
        }
    }

    private static double Milliseconds(string program, string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Print(string name, List<double> milliseconds)
    {
        milliseconds.Sort();
        var median = milliseconds[milliseconds.Count / 2];
        Console.WriteLine($"{median,7:F1} ms median, {milliseconds[0]:F1}–{milliseconds[^1]:F1} of {milliseconds.Count} runs: {name}");
        return median;
    }
}
