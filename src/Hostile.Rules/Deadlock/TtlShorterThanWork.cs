using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Deadlock;

/// <summary>A lock ends by itself while the work that it guards goes on.</summary>
public static class TtlShorterThanWork
{
    public static readonly Rule Rule = new("deadlock/ttl-shorter-than-work")
    {
        Severity = Severity.P1,
        Title = "A lock can end before the work under it does",
        Why = """
            A lock with a time of its own is free when that is over, whether its holder is done or not. The next one takes it, and both do the work that only one should do at a time.
            Nobody is told: the first holder goes on, and often gives back at its end the lock that is the other's by then.
            """,
        Fix = """
            Extend the lock while the work goes on (an interval well below its time, ended in `finally`; `redlock.using`), or bound every step so that all of them together stay below it.
            Where the work writes, let the write carry a number that grows with each holder and refuse smaller ones.
            """,
        Risk = "The lock holds in tests and on quiet days, and fails just when the work is slow: then it is done twice at the same time.",
        Unseen = "Times that come from the environment, and works that are slow for other reasons than requests, waits, and turns of a loop.",
        Bad =
        [
            """
            import axios from 'axios';
            import type { Redis } from 'ioredis';
            import { randomUUID } from 'node:crypto';
            const bank = axios.create({ baseURL: 'https://bank.example', timeout: 60_000 });
            const release = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end`;
            export async function payOut(redis: Redis, due: { id: string }[]): Promise<void> {
              const token = randomUUID();
              if ((await redis.set('lock:payout', token, 'EX', 30, 'NX')) !== 'OK') return; // expect: deadlock/ttl-shorter-than-work
              try {
                for (const one of due) {
                  await bank.post('/transfers', one);
                  await new Promise((resolve) => setTimeout(resolve, 100));
                }
                await settle(45_000);
              } finally {
                await redis.eval(release, 1, 'lock:payout', token);
              }
            }
            const settle = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
            """,
        ],
        Good =
        [
            """
            import axios from 'axios';
            import type { Redis } from 'ioredis';
            import { randomUUID } from 'node:crypto';
            const bank = axios.create({ baseURL: 'https://bank.example', timeout: 5_000 });
            const release = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end`;
            export async function payOut(redis: Redis, id: string): Promise<void> {
              const token = randomUUID();
              if ((await redis.set(`lock:payout:${id}`, token, 'EX', 30, 'NX')) !== 'OK') return;
              try {
                await bank.post('/transfers', { id });
              } finally {
                await redis.eval(release, 1, `lock:payout:${id}`, token);
              }
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var held in project.TimedLocks)
        {
            var place = project.PlaceOf(held.Take);
            if (held.Reason is { } reason)
                yield return Rule.Clear(place, reason);
            else if (held.Long is { } step)
                yield return Judged(project, held, step);
        }
    }

    private static Finding Judged(ProjectModel project, TimedLock held, LongStep step)
    {
        var time = TimedLock.Said(held.Milliseconds);
        var written = project.PlaceOf(held.Written);
        var isInput = step.Kind is LongStepKind.Input;
        var finding = Rule.At(project.PlaceOf(held.Take), $"the lock ends after {time}, and the work under it can take longer",
            [
                .. held.Holder.Exposure.Steps(Side.Only),
                .. held.Steps.Select(call => new Step(project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`")),
                new(project.PlaceOf(held.Take), $"takes the lock for {time}{(held.Written.Tree == held.Take.Tree && held.Take.Span.Contains(held.Written.Span) ? "" : $" ({written})")}; nothing extends it"),
                .. step.Steps.Select(call => new Step(project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`")),
                new(project.PlaceOf(step.Call), isInput ? $"the library holds it while it reads a body, which {step.Why}" : step.Why),
            ]) with
        {
            Evidence = step.Kind is LongStepKind.Wait ? Evidence.Certain : Evidence.Likely,
            Assumption = step.Kind switch
            {
                LongStepKind.Wait => null,
                LongStepKind.Input => $"one body takes longer than {time}",
                LongStepKind.Answer => $"the other side needs longer than {time} for its answer",
                _ => $"there are so many that they take longer than {time}",
            },
        };
        if (!held.Change.Exists)
            finding = finding.Lowered("nothing that we see is changed under the lock: what is done twice is read twice", 2);
        else if (step.Kind is not (LongStepKind.Wait or LongStepKind.Requests))
            finding = finding.Lowered(step.Kind switch
            {
                LongStepKind.Input => "the same client must send the same thing a second time meanwhile",
                LongStepKind.Answer => "it takes a server that is that slow, and somebody who comes just then",
                _ => "a statement takes milliseconds: it takes many elements",
            });
        return finding.ByReach(held.Holder.Exposure);
    }
}
