using System.Diagnostics;
using System.Globalization;

namespace Hostile.Bench.Speed;

/// <summary>What a program and all processes it starts cost, from start to exit, by what Linux counts.</summary>
/// <param name="Wall">Seconds by the clock.</param>
/// <param name="Processor">Seconds of all processors, of every process that was waited for.</param>
/// <param name="Peak">The most megabytes that were resident at one time in all of them.</param>
/// <param name="ExitCode">The program's own.</param>
/// <param name="Output">Its standard output.</param>
internal sealed record ProcessTree(double Wall, double Processor, double Peak, int ExitCode, string Output)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs a program to its end. Nothing else may be started meanwhile: the processor's time is that of all children of this process.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static ProcessTree Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var before = ProcessorOfChildren();
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        do
            peak = Math.Max(peak, Resident(process.Id));
        while (!process.WaitForExit(BetweenLooks));
        var wall = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        errors.Wait();
        return new(wall, ProcessorOfChildren() - before, peak / 1e6, process.ExitCode, output.Result);
    }

    /// <summary>User and system time of this process's children that ended, and of theirs, in seconds.</summary>
    private static double ProcessorOfChildren()
    {
        // After the name in parentheses, which may hold anything, cutime and cstime are the 14th and 15th, in hundredths.
        var line = File.ReadAllText("/proc/self/stat");
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
    }

    /// <summary>
    /// Bytes resident now in a process and its descendants, or of the largest of them ever: a peak between two looks counts where one process makes it.
    /// </summary>
    private static long Resident(int root)
    {
        var (sum, largest) = (0L, 0L);
        var open = new Stack<int>([root]);
        while (open.TryPop(out var id))
        {
            try
            {
                var status = File.ReadAllLines($"/proc/{id}/status");
                sum += Kilobytes(status, "VmRSS:") * 1024;
                largest = Math.Max(largest, Kilobytes(status, "VmHWM:") * 1024);
                foreach (var thread in Directory.EnumerateDirectories($"/proc/{id}/task"))
                {
                    foreach (var child in File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        open.Push(int.Parse(child, CultureInfo.InvariantCulture));
                }
            }
            catch (IOException)
            {
                // It ended while it was looked at.
            }
        }

        return Math.Max(sum, largest);
    }

    private static long Kilobytes(string[] status, string field) =>
        status.FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal)) is { } line
            ? long.Parse(line[field.Length..^2].Trim(), CultureInfo.InvariantCulture)
            : 0;
}
