using Hostile.Model;
using Hostile.Model.Flow;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Race;

/// <summary>Shared memory is read, the function waits, and a value made of the old one is written back.</summary>
public static class StateAcrossAwait
{
    public static readonly Rule Rule = new("race/state-across-await")
    {
        Severity = Severity.P1,
        Title = "Shared state is read before an await and written back after it",
        Why = """
            JavaScript runs without interruption only up to the next `await`. While the function waits, another call runs, changes the same
            variable or field, and its change is overwritten by a value that was made of the old one.
            """,
        Fix = """
            Await first, and read, compute and write afterwards in one go, with no `await` in between.
            """,
        Risk = "Updates are lost without an error: counters drift, entries vanish, state goes back in time under load.",
        Unseen = "State changed through a method of another object, and two different functions that write the same place, are not followed.",
        Bad =
        [
            """
            let total = 0;
            export async function add(load: () => Promise<number>) {
              total += await load(); // expect: race/state-across-await
            }
            """,
            """
            class Cache {
              private entries: Record<string, string> = {};
              async put(key: string, load: () => Promise<string>) {
                const before = this.entries;
                const value = await load();
                this.entries = { ...before, [key]: value }; // expect: race/state-across-await
              }
            }
            export const cache = new Cache();
            """,
        ],
        Good =
        [
            """
            let total = 0;
            export async function add(load: () => Promise<number>) {
              const amount = await load();
              total += amount;
            }
            """,
            """
            export async function sum(loads: (() => Promise<number>)[]) {
              let total = 0;
              for (const load of loads) total += await load();
              return total;
            }
            """,
        ],
        Check = Rule.EachFunction(Check),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var (place, target) in function.AtomicUpdates)
            yield return Rule.Clear(function.PlaceOf(target), Atomic(place));

        foreach (var update in function.SharedUpdates)
        {
            var write = function.PlaceOf(update.Write);
            if (update.Suspension < 0)
            {
                yield return Rule.Clear(write, Atomic(update.Place));
                continue;
            }

            // A lock of the callers keeps out only those who come through them.
            if ((function.GuardOf(update)?.ToString() ?? (function.OtherWriterOf(update.Place) is null ? function.ExclusionAt(update.Read, update.Place) : null)) is { } guard)
            {
                yield return Rule.Clear(write, $"`{guard}` lets one execution in at a time");
                continue;
            }

            var sharing = function.SharingOf(update.Place);
            if (sharing.Kind is SharingKind.PerCall)
            {
                if (update.Place.Root is PlaceRoot.This)
                    yield return Rule.Clear(write, $"the object is made for the one call that uses it ({function.Project.PlaceOf(sharing.Site)})");
                continue;
            }

            if (function.Exposure is { HasOwnObjects: true } && update.Place.Root is PlaceRoot.This && sharing.Kind is not SharingKind.Process)
            {
                yield return Rule.Clear(write, "every element is an object of its own");
                continue;
            }

            if (function.Exposure is { IsOneAtATime: true } && function.OtherWriterOf(update.Place) is null)
            {
                yield return Rule.Clear(write, "the queue runs one job at a time in this process, and nothing else writes it");
                continue;
            }

            if (update.IsPutBack)
            {
                if (IsForOneAtATime(function, sharing) is { } reason)
                    yield return Rule.Clear(write, reason);
                else
                    yield return PutBack(function, update, write);
                continue;
            }

            yield return Report(function, update, sharing, write).ByUse(function);
        }
    }

    private static string Atomic(MemoryPlace place) => $"no suspension between the read and the write of `{place}`: the update is atomic";

    /// <summary>
    /// A value that is changed for the time of a call and put back is what tests and scripts do, one at a time: it is a fault only where calls overlap by what the code itself shows.
    /// </summary>
    private static string? IsForOneAtATime(FunctionModel function, Sharing sharing) =>
        function.Exposure.IsConcurrent && sharing.Kind is SharingKind.Process ? null : "the old value is put back, and nothing that we see runs two at a time";

    private static Finding PutBack(FunctionModel function, ReadModifyWrite update, Place write)
    {
        var exposure = function.Exposure;
        var (read, temporary) = (function.PlaceOf(update.Read), function.PlaceOf(update.Temporary));
        return Rule.At(write, $"of two overlapping executions one puts the other's temporary `{update.Place}` back, and it stays",
            [
                .. exposure.Steps(Side.A),
                new(read, $"keeps the old `{update.Place}`", Side.A),
                new(temporary, "sets a temporary one", Side.A),
                new(function.PlaceOf(update.Suspension), "waits; other code runs", Side.A),
                new(read, "keeps A's temporary value for the old one", Side.B),
                new(write, "puts the old value back", Side.A),
                new(write, "puts A's temporary value back: it stays", Side.B),
            ]) with
        {
            Repair = $"Hand the temporary value on as an argument, or keep it in an AsyncLocalStorage; do not change `{update.Place}`, which others use meanwhile.",
        };
    }

    private static Finding Report(FunctionModel function, ReadModifyWrite update, Sharing sharing, Place write)
    {
        var exposure = function.Exposure;
        var other = function.OtherWriterOf(update.Place);
        var read = function.PlaceOf(update.Read);
        var finding = Rule.At(write, $"`{update.Place}` may have changed since it was read, before the await",
            [
                .. exposure.Steps(Side.A),
                new(read, $"reads `{update.Place}`", Side.A),
                new(function.PlaceOf(update.Suspension), "waits; other code runs", Side.A),
                .. other is null ? OwnOverlap(update, read, write) : [new(other.Place, $"`{other.Function.Name}` writes `{other.Written}` meanwhile", Side.B)],
                new(write, "writes a value made of the old one: the other update is lost", Side.A),
            ]) with
        {
            Repair = $"Take the result of the await into a local variable first; then read and write `{update.Place}` in one statement, with no await between.",
        };

        // Overlap that the code itself shows is certain; otherwise name the one thing that must hold.
        var overlaps = other?.Function.Exposure.IsConcurrent ?? exposure.IsConcurrent;
        if (overlaps && sharing.Kind is SharingKind.Process)
            return finding;
        return finding with
        {
            Evidence = sharing.Kind is SharingKind.Unknown ? Evidence.Hazard : Evidence.Likely,
            Assumption = (sharing.Kind is SharingKind.Unknown ? "on one object, " : "") + (other is null ? $"`{function.Name}` is called again before the first call is done" : $"`{other.Function.Name}` is called while `{function.Name}` waits"),
        };
    }

    private static IEnumerable<Step> OwnOverlap(ReadModifyWrite update, Place read, Place write) =>
    [
        new(read, $"reads the same old value of `{update.Place}` while the first call waits", Side.B),
        new(write, "writes a value made of it", Side.B),
    ];
}
