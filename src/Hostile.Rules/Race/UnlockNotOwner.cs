using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Race;

/// <summary>A lock or a guard is given back by somebody who does not hold it, or no longer.</summary>
public static class UnlockNotOwner
{
    public static readonly Rule Rule = new("race/unlock-not-owner")
    {
        Severity = Severity.P1,
        Title = "A lock is released whoever holds it",
        Why = """
            A lock with a time ends by itself when the work takes longer, and somebody else takes it. Whoever deletes it afterwards without looking deletes the other's lock, and a third
            gets in. A flag that `finally` resets is reset by those who were turned away as well.
            """,
        Fix = """
            Delete the lock only if it still holds one's own token, in one step (a Lua script). Test a flag before the `try` whose `finally` resets it.
            """,
        Risk = "Two do at the same time what the lock was to keep apart, and nobody notices.",
        Unseen = "Locks that are taken in one file and released in another.",
        Bad =
        [
            """
            import type { Redis } from 'ioredis';
            export async function once(redis: Redis, id: string, token: string, work: () => Promise<void>) {
              if ((await redis.set(`lock:${id}`, token, 'PX', 5000, 'NX')) !== 'OK') return;
              try {
                await work();
              } finally {
                await redis.del(`lock:${id}`); // expect: race/unlock-not-owner
              }
            }
            """,
            """
            let busy = false;
            export async function run(work: () => Promise<void>) {
              try {
                if (busy) return;
                busy = true;
                await work();
              } finally {
                busy = false; // expect: race/unlock-not-owner
              }
            }
            """,
        ],
        Good =
        [
            """
            let busy = false;
            export async function run(work: () => Promise<void>) {
              if (busy) return;
              busy = true;
              try {
                await work();
              } finally {
                busy = false;
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var guard in function.LostGuards)
        {
            var place = function.PlaceOf(guard.Return);
            yield return (guard.IsKey && guard.SecondsForShortWork is { } seconds ? Key(function, guard, place).Lowered($"the lock lasts {seconds} s, and nothing between waits for anybody but stores and the database", 2)
                : guard.IsKey ? Key(function, guard, place).Lowered("the work must first outlast the lock") : Flag(function, guard, place).Lowered("as other races in the memory of one process")).ByUse(function);
        }
    }

    private static Finding Key(FunctionModel function, LostGuard guard, Place place) => Rule.At(place, guard.Compares.Exists ? $"`{guard.Text}` may end between the comparison and this: then somebody else's lock is deleted" : $"`{guard.Text}` may have ended, and be somebody else's lock by now",
        [
            new(function.Project.PlaceOf(guard.Take), "takes the lock, which ends by itself after a time", Side.A),
            .. guard.Compares.Exists ? [new Step(function.PlaceOf(guard.Compares), "finds its own token; the lock ends just now", Side.A)] : Array.Empty<Step>(),
            new(function.Project.PlaceOf(guard.Take), "takes the lock, for A's has ended", Side.B),
            new(place, "deletes the lock: it is B's", Side.A),
        ]) with
    {
        Evidence = Evidence.Likely,
        Assumption = "the work takes longer than the lock lasts",
        RepairCode = "await redis.eval(\"if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0\", 1, key, token);",
    };

    private static Finding Flag(FunctionModel function, LostGuard guard, Place place) => Rule.At(place, $"who is turned away because of `{guard.Text}` comes through here, too, and resets what another one has set",
        [
            .. function.Exposure.Steps(Side.A),
            new(function.PlaceOf(guard.Take), $"sets `{guard.Text}`, and works", Side.A),
            new(function.PlaceOf(guard.Test), "is turned away, and leaves the `try`", Side.B),
            new(place, $"resets `{guard.Text}`, though A still works: the next one is let in beside it", Side.B),
        ]) with
    {
        Evidence = function.Exposure.IsConcurrent ? Evidence.Certain : Evidence.Likely,
        Assumption = function.Exposure.IsConcurrent ? null : $"`{function.Name}` is called again before the first call is done",
        Repair = $"Test `{guard.Text}` before the `try`, so that only who has set it resets it.",
    };
}
