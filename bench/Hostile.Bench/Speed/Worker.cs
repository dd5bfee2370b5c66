using System.Diagnostics;
using System.Globalization;

namespace Hostile.Bench.Speed;

/// <summary>A process that parses the same list of files when told to, so that several can take turns on one machine.</summary>
public sealed class Worker : IDisposable
{
    private readonly Process process;

    public Worker(string name, ProcessStartInfo start)
    {
        Name = name;
        process = Process.Start(start)!;
    }

    public string Name { get; }

    /// <summary>Wall-clock seconds of each measured round.</summary>
    public List<double> Wall { get; } = [];

    /// <summary>Processor seconds of each measured round, all threads of the process.</summary>
    public List<double> Cpu { get; } = [];

    /// <summary>One pass over all files; its results are kept until the next.</summary>
    public void Round(bool isMeasured)
    {
        var seconds = Ask("round").Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        if (!isMeasured)
            return;
        Wall.Add(seconds[0]);
        Cpu.Add(seconds[1]);
    }

    /// <summary>Bytes that the last round's results hold.</summary>
    public long Memory() => (long)double.Parse(Ask("memory"), CultureInfo.InvariantCulture);

    /// <summary>The most memory the process ever had resident, in bytes, its sources included.</summary>
    public long PeakResident()
    {
        process.Refresh();
        return process.PeakWorkingSet64;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private string Ask(string command)
    {
        process.StandardInput.WriteLine(command);
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine() ?? throw new PeerMissingException($"{Name} ended before it answered '{command}'");
    }
}
