using System.Diagnostics;

namespace Hostile.Bench.Oracles;

/// <summary>The verb <c>freeze</c>: what the compiler makes of the tests' snippets, written where the tests read it.</summary>
public static class FrozenAnswers
{
    /// <summary>Runs the verb; 0 when the file is written.</summary>
    public static int Write()
    {
        var folder = Path.Combine(Repository.Root, "tests", "Hostile.Tests", "Syntax", "Oracle");
        try
        {
            using var node = Process.Start(Peers.Script("freeze.mjs", Path.Combine(folder, "snippets.txt"), Path.Combine(folder, "answers.txt")))!;
            node.WaitForExit();
            return node.ExitCode == 0 ? 0 : 2;
        }
        catch (PeerMissingException missing)
        {
            Console.Error.WriteLine($"hostile-bench: {missing.Message}");
            return 2;
        }
    }
}
