using System.Diagnostics;
using Hostile.Bench.Dumps;
using Hostile.Rules;

namespace Hostile.Bench.Speed;

/// <summary>
/// The verb <c>sql-share</c>: how much of an audit's processor time goes into statements and the schema. Rules ask for both when they need them; here they are asked for by themselves,
/// before the rules run, with all that they ask of names and types in turn, so that the share is rather too large than too small.
/// </summary>
internal static class SqlShare
{
    /// <summary>Of the whole audit; issue and design allow no more.</summary>
    private const double Most = 0.2;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        var folders = arguments.ToArray();
        if (folders.Length == 0 || !folders.All(Directory.Exists))
        {
            Console.Error.WriteLine("hostile-bench: sql-share wants folders with TypeScript in them");
            return 2;
        }

        return folders.Select(Measure).ToArray().All(within => within) ? 0 : 1;
    }

    private static bool Measure(string folder)
    {
        var start = Processor();
        var (understood, read, judged, statements) = (start, start, start, 0);
        SchemaDump.On(folder, model =>
        {
            understood = Processor();
            var schema = model.Schema;
            statements = model.StatementsIn(model.Bindings.Modules.Select(module => module.Path).ToHashSet(StringComparer.Ordinal));
            read = Processor();
            _ = Engine.Run(model, Catalog.OnByDefault);
            judged = Processor();
            GC.KeepAlive(schema);
        });
        var share = (read - understood) / (judged - start);
        Console.WriteLine($"{folder}: {statements} statements and the schema: {(read - understood).TotalMilliseconds:F0} ms of {(judged - start).TotalMilliseconds:F0} ms processor, {100 * share:F1} % ({100 * Most:F0} % allowed)");
        return share <= Most;
    }

    private static TimeSpan Processor()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }
}
