using System.Collections.Immutable;

namespace Hostile.Bench.Scoring;

/// <summary><c>score</c>: what is found of real bugs, and where we agree with our peers.</summary>
internal static class ScoreCommand
{
    private const string Usage = """
        score [SHARED] [--mirrors DIR] [--details] [--only real-bugs|peer-suites] [--kinds KIND,…]

          SHARED      the folder that holds real-bugs/ and peer-suites/ (default ../shared, beside our repository)
          --mirrors   git mirrors, one folder owner+name/repo each (default $MIRROR)
          --details   a line for each case
          --kinds     only real bugs of these kinds; reasons are not checked then

        Each case is audited in memory within its package (the nearest package.json): what matters of a bug is seldom farther.
        A miss in reach, and a twin that is reported, needs its reason in judgements/score-misses.md; a case on which we differ
        from a peer, in judgements/peer-differences.md. Exit code 1 when one lacks or is stale, 2 when nothing could be read.
        """;

    public static int Run(ReadOnlySpan<string> words)
    {
        var (shared, mirrors, details, only) = (Path.Combine(Repository.Root, "..", "shared"), Environment.GetEnvironmentVariable("MIRROR"), false, "");
        ImmutableArray<string> kinds = [];
        while (words.Length > 0)
        {
            switch (words)
            {
                case ["--mirrors", var folder, ..]:
                    mirrors = folder;
                    words = words[2..];
                    break;
                case ["--only", var part and ("real-bugs" or "peer-suites"), ..]:
                    only = part;
                    words = words[2..];
                    break;
                case ["--kinds", var list, ..]:
                    kinds = [.. list.Split(',')];
                    words = words[2..];
                    break;
                case ["--details", ..]:
                    details = true;
                    words = words[1..];
                    break;
                case [var folder, ..] when !folder.StartsWith('-'):
                    shared = folder;
                    words = words[1..];
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    return words is ["--help", ..] ? 0 : 2;
            }
        }

        var faults = new List<string>();
        if (only != "peer-suites")
        {
            if (!File.Exists(Path.Combine(shared, "real-bugs", "bugs.jsonl")) || !Directory.Exists(mirrors))
                return Fail($"score: no {shared}/real-bugs/bugs.jsonl, or no mirrors (--mirrors DIR, $MIRROR)");
            faults.AddRange(new RealBugScore(Path.Combine(shared, "real-bugs"), mirrors, details, kinds).Print(Console.Out));
        }

        if (only != "real-bugs")
        {
            if (!File.Exists(Path.Combine(shared, "peer-suites", "cases.json")))
                return Fail($"score: no {shared}/peer-suites/cases.json");
            Console.WriteLine();
            faults.AddRange(new PeerScore(Path.Combine(shared, "peer-suites"), details).Print(Console.Out));
        }

        foreach (var fault in faults)
            Console.WriteLine(fault);
        return faults.Count == 0 ? 0 : 1;
    }

    private static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return 2;
    }
}
