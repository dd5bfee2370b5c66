using Hostile.Cli;

namespace Hostile.Bench.Growth;

/// <summary>The verb <c>break</c>: audits repositories with faults at random in their files. Whatever is wrong in the text, no rule may fail and the report must come.</summary>
internal static class BreakCommand
{
    private const int Seeds = 3;

    /// <summary>Runs the verb: folders, and <c>--seeds N</c>. Exit code 1 when a rule failed or an audit was lost.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var seeds = Seeds;
        var folders = arguments;
        if (arguments is [.. var some, "--seeds", var number] && int.TryParse(number, out seeds))
            folders = some;
        if (folders.IsEmpty || folders.IndexOf("--seeds") >= 0)
        {
            Console.Error.WriteLine("hostile-bench: break wants DIR… [--seeds N]");
            return 2;
        }

        var failed = 0;
        foreach (var folder in folders)
        {
            for (var seed = 1; seed <= seeds; seed++)
            {
                foreach (var fault in Faults(folder, seed))
                {
                    failed++;
                    Console.WriteLine($"{folder}, seed {seed}: {fault}");
                }
            }
        }

        Console.WriteLine($"{folders.Length * seeds} audits of broken code, {failed} faults of ours");
        return failed == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Faults(string folder, int seed)
    {
        try
        {
            return Audited.Of(new BrokenTree(new Disk(Path.GetFullPath(folder)), seed)).Failures.Select(failure => $"{failure.Rule}: {failure.Message}");
        }
#pragma warning disable CA1031 // What this looks for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return [$"the audit was lost: {exception}"];
        }
    }
}
