using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Race;

/// <summary>A key is read, and written in another command because of what was read.</summary>
public static class RedisCheckThenSet
{
    public static readonly Rule Rule = new("race/redis-check-then-set")
    {
        Severity = Severity.P2,
        Title = "A key on a server is read, and written in a second command",
        Why = """
            Each command is atomic, two are not: between the read and the write another process reads the same, and both write. And what happens in two commands can stop after the first:
            a counter whose time is set in the second command stays for ever when the process dies in between.
            """,
        Fix = """
            Do it in one command: `SET key value NX PX ms`, `INCR`, a Lua script; or WATCH the key on a connection of its own and write in a MULTI.
            """,
        Risk = "Two processes both take what only one may have, additions are lost, and limits that never expire lock users out.",
        Unseen = "Keys that are made in different ways in the two commands, and commands in two functions.",
        Bad =
        [
            """
            import type { Redis } from 'ioredis';
            export async function claim(redis: Redis, id: string, me: string) {
              const owner = await redis.get(`claim:${id}`);
              if (owner) return false;
              await redis.set(`claim:${id}`, me); // expect: race/redis-check-then-set
              return true;
            }
            """,
        ],
        Good =
        [
            """
            import type { Redis } from 'ioredis';
            export async function claim(redis: Redis, id: string, me: string) {
              return (await redis.set(`claim:${id}`, me, 'PX', 60000, 'NX')) === 'OK';
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.IsAsync),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        var taken = 0;
        foreach (var race in function.StoreRaces)
        {
            if (race.Second.Kind is not StoreKind.Key || race.Kind is StoreRaceKind.Fill)
                continue;
            var place = function.PlaceOf(race.Second.Call);
            if (race.Protection is { } protection)
            {
                yield return Rule.Clear(place, protection);
                continue;
            }

            // One command that does both is one change for all of them.
            if (race.Kind is StoreRaceKind.TakenOnce && taken++ > 0)
                continue;
            yield return race.Kind switch
            {
                StoreRaceKind.EmptiedAfterRead => Emptied(function, race, place),
                StoreRaceKind.ExpiresLater => Endless(function, race, place),
                StoreRaceKind.TakenOnce => Taken(function, race, place),
                _ => Report(function, race, place),
            };
        }
    }

    private static Finding Endless(FunctionModel function, StoreRace race, Place place) => Rule.At(place, $"when the process dies before this, `{race.Second.Key.Text}` never ends",
        new(function.PlaceOf(race.First.Call), "writes the key without an end"),
        new(place, "would say when it ends; when the process dies, or the connection is lost, in between, nobody does")) with
    {
        Repair = "Write the key and its end in one command: `SET key value PX ms NX`, a MULTI, or a Lua script.",
    };

    private static Finding Emptied(FunctionModel function, StoreRace race, Place place)
    {
        var key = race.Second.Key.Text;
        var finding = Rule.At(place, $"what is added to `{key}` after it was read is thrown away with it",
            [
                .. function.Exposure.Steps(Side.A),
                new(function.PlaceOf(race.First.Call), $"reads what is in `{key}`", Side.A),
                new(function.PlaceOf(race.First.Call), "adds to it after that", Side.B),
                new(place, "removes all of it: what B added is gone, and nobody has seen it", Side.A),
            ]) with
        {
            Repair = "Read and remove in one step: a MULTI with both, `LPOP key count`, or RENAME to a key of its own first.",
        };
        if (!function.Exposure.IsConcurrent)
            finding = finding with { Evidence = Evidence.Likely, Assumption = $"somebody adds to `{key}` while `{function.Name}` runs" };
        return finding.ByUse(function);
    }

    private static Finding Taken(FunctionModel function, StoreRace race, Place place)
    {
        var key = race.Second.Key.Text;
        var finding = Rule.At(place, $"`{key}` may have been taken since it was read: two processes both go on with it",
            [
                .. function.Exposure.Steps(Side.A),
                new(function.PlaceOf(race.First.Call), $"reads `{key}`", Side.A),
                new(function.PlaceOf(race.First.Call), "reads the same: nothing keeps it from that", Side.B),
                new(place, "removes it, and goes on with what was read", Side.A),
                new(place, "finds nothing to remove, does not ask, and goes on, too", Side.B),
            ]) with
        {
            Repair = "Read and remove it in one command: GETDEL, or a Lua script; or go on only where DEL answers 1.",
        };
        return AssumingTwice(finding, function).ByUse(function);
    }

    private static Finding AssumingTwice(Finding finding, FunctionModel function) => function.Exposure.IsConcurrent ? finding
        : finding with { Evidence = Evidence.Likely, Assumption = $"`{function.Name}` runs twice at the same time for the same key, in one process or in two" };

    private static Finding Report(FunctionModel function, StoreRace race, Place place)
    {
        var exposure = function.Exposure;
        var key = race.Second.Key.Text;
        var isUpdate = race.Kind is StoreRaceKind.ReadModifyWrite;
        var finding = Rule.At(place, isUpdate ? $"`{key}` may have changed since it was read, and the change is overwritten" : $"`{key}` may have been written since it was read: two processes both find nothing",
            [
                .. exposure.Steps(Side.A),
                new(function.PlaceOf(race.First.Call), $"reads `{key}`", Side.A),
                new(function.PlaceOf(race.First.Call), "reads the same: nothing keeps it from that", Side.B),
                new(place, isUpdate ? "writes a value made of it" : "writes it", Side.A),
                new(place, isUpdate ? "writes a value made of the old one: A's change is lost" : "writes it, too", Side.B),
            ]);
        finding = AssumingTwice(finding, function);
        if (race.Second.IsByShape && !isUpdate)
            finding = finding.Lowered("the store is the program's own, and what a second write does to it is not known") with { Evidence = Evidence.Likely, Assumption = $"a second write of `{key}` does harm" };
        // "if (await redis.get(key)) return; await redis.set(key, '1', 'EX', 300)", and nobody removes it: it holds back what comes too often.
        if (race.IsThrottle && exposure.Kind is not StartKind.Request)
        {
            finding = finding.Lowered("the mark ends by itself and nobody takes it away: it holds back what is done too often, and what slips through is done once more") with
            {
                Risk = "What is to be done once in a while is done twice at the same time, now and then.",
            };
        }

        return finding.ByUse(function);
    }
}
