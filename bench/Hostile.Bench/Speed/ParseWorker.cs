using System.Diagnostics;
using System.Globalization;
using Hostile.Syntax.TypeScript;

namespace Hostile.Bench.Speed;

/// <summary>Our side of the verb <c>parse</c>; speaks as bench/oracles/typescript/parse-speed.mjs does.</summary>
public static class ParseWorker
{
    /// <summary>Answers commands until standard input ends.</summary>
    /// <param name="arguments">The file with the list of paths, and the number of threads.</param>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var sources = File.ReadAllLines(arguments[0]).Select(path => new Source(SourceFiles.Read(path), SourceFiles.KindOf(path))).ToArray();
        var threads = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        var trees = new SyntaxTree?[sources.Length];
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        while (Console.ReadLine() is { } command)
        {
            if (command == "round")
                Console.WriteLine(Round(sources, trees, threads));
            else if (command == "memory")
                Console.WriteLine(GC.GetTotalMemory(forceFullCollection: true) - idle);
        }

        GC.KeepAlive(trees);
        return 0;
    }

    private static string Round(Source[] sources, SyntaxTree?[] trees, int threads)
    {
        Array.Clear(trees);
        GC.Collect();
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var next = -1;
        // New threads each round, for one thread too: the spare buffers that a thread keeps for its next file end with it, and are no part of the trees.
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work, maxStackSize: 64 << 20)).ToArray();
        foreach (var worker in workers)
            worker.Start();
        foreach (var worker in workers)
            worker.Join();

        var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{wall} {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds}");

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < sources.Length; i = Interlocked.Increment(ref next))
                trees[i] = Parser.Parse(sources[i].Text, sources[i].Kind);
        }
    }

    private readonly record struct Source(ReadOnlyMemory<byte> Text, ScriptKind Kind);
}
