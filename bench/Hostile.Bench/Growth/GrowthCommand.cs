using System.Diagnostics;
using Hostile.Cli.Commands;

namespace Hostile.Bench.Growth;

/// <summary>The verb <c>growth</c>: audits hostile programs of growing size and says by which power of the size the time grows.</summary>
internal static class GrowthCommand
{
    /// <summary>Below this a time says nothing of growth; in seconds.</summary>
    private const double Measurable = 0.02;

    /// <summary>Twice the size may take this many times as long.</summary>
    private const double Wanted = 3;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        var filter = arguments is [var text, ..] ? text : "";
        var scale = arguments is [_, var factor, ..] && double.TryParse(factor, out var parsed) ? parsed : 1;
        var missed = 0;
        Console.WriteLine($"{"",-52} {"size",8} {"n",8} {"2n",8} {"4n",8}  times from 2n to 4n (seconds of processor)");
        foreach (var program in HostileProgram.All.Where(program => program.Name.Contains(filter, StringComparison.Ordinal)))
        {
            var size = Math.Max(1, (int)(program.Size * scale));
            Seconds(program, Math.Max(1, size / 4));
            var (one, two, four) = (Seconds(program, size), Seconds(program, 2 * size), Seconds(program, 4 * size));
            var ratio = four / Math.Max(two, Measurable);
            var isMet = ratio <= Wanted;
            missed += isMet ? 0 : 1;
            Console.WriteLine($"{program.Name,-52} {size,8} {one,8:F3} {two,8:F3} {four,8:F3}  {ratio:F1}{(isMet ? "" : "  MORE THAN LINEAR")}");
        }

        return missed == 0 ? 0 : 1;
    }

    private static double Seconds(HostileProgram program, int size)
    {
        var tree = program.Make(size);
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        try
        {
            Audited.Of(tree);
        }
        catch (UsageException nothing)
        {
            Console.Error.WriteLine($"{program.Name}: {nothing.Message}");
        }

        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }
}
