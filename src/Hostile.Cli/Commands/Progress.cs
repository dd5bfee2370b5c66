using System.Diagnostics;

namespace Hostile.Cli.Commands;

/// <summary>Says on a terminal how far a long run has come, in one line that is rewritten; elsewhere, and in CI, nothing. Also takes the time of each stage.</summary>
public sealed class Progress : IDisposable
{
    /// <summary>A run that is over before this is spared the flicker; in milliseconds.</summary>
    private const int Patience = 300;

    private const int Interval = 100;
    private readonly TextWriter? writer;
    private readonly int width;
    private readonly Timer? timer;
    private readonly Lock gate = new();
    private readonly Stopwatch stage = new();
    private readonly List<(string Stage, TimeSpan Elapsed, TimeSpan Processor)> timings = [];
    private TimeSpan processorBefore;
    private string name = "";
    private int total;
    private int done;
    private bool shown;

    private Progress(TextWriter? writer, int width)
    {
        (this.writer, this.width) = (writer, width);
        if (writer is not null)
            timer = new(_ => Show(), null, Patience, Interval);
    }

    /// <summary>Progress for a person at the terminal, if there is one.</summary>
    public static Progress For(Terminal terminal, bool wanted)
    {
        var seen = wanted && terminal.ErrorIsTerminal && terminal.Environment("CI") is null or "" or "false" && terminal.Environment("TERM") != "dumb";
        return new(seen ? terminal.Error : null, terminal.Width);
    }

    /// <summary>Progress that nobody sees.</summary>
    public static Progress Silent() => new(null, 0);

    /// <summary>How long each stage took that is over, by the clock and on all processors together, in order.</summary>
    public IReadOnlyList<(string Stage, TimeSpan Elapsed, TimeSpan Processor)> Timings => timings;

    /// <summary>Whether anybody sees it.</summary>
    public bool IsShown => writer is not null;

    /// <summary>The stage that runs; empty before the first and after the last.</summary>
    public string Stage => name;

    /// <summary>Begins a stage, and ends the one before it.</summary>
    /// <param name="stageName">What is being done, e.g. <c>parsing</c>.</param>
    /// <param name="count">How many steps it has; 0 when nobody knows.</param>
    public void Begin(string stageName, int count = 0)
    {
        lock (gate)
        {
            End();
            (name, total, done) = (stageName, count, 0);
            processorBefore = Processor();
            stage.Restart();
        }
    }

    /// <summary>One step of the stage is done. Cheap; any thread may call it.</summary>
    public void Step() => Interlocked.Increment(ref done);

    /// <summary>Ends the last stage and takes the line off the screen, so that what follows stands on a clean one.</summary>
    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            End();
            if (shown)
                writer!.Write("\r\u001b[2K");
            shown = false;
            name = "";
        }
    }

    private static TimeSpan Processor() => OperatingSystem.IsBrowser() ? default : Environment.CpuUsage.TotalTime;

    private void End()
    {
        if (name.Length > 0)
            timings.Add((name, stage.Elapsed, Processor() - processorBefore));
    }

    private void Show()
    {
        lock (gate)
        {
            if (name.Length == 0)
                return;

            var line = total > 0 ? $"{name} {Math.Min(done, total)}/{total}" : name;
            shown = true;
            writer!.Write($"\r\u001b[2K{(line.Length < width ? line : line[..Math.Max(0, width - 1)])}");
        }
    }
}
