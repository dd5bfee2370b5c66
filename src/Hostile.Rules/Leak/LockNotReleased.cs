using Hostile.Model;
using Hostile.Model.Knowledge;

namespace Hostile.Rules.Leak;

/// <summary>A lock is taken, and on some path nobody gives it back.</summary>
public static class LockNotReleased
{
    public static readonly Rule Rule = new("leak/lock-not-released")
    {
        Severity = Severity.P1,
        Title = "A lock is not given back on every path",
        Why = """
            Everybody who wants the lock after the path without release waits for it: for ever in the memory of a process, until its time is over in Redis.
            """,
        Fix = """
            Release it in `finally`, in a `try` that begins right after it was taken; or hand the work to the lock (`runExclusive`, `using`).
            """,
        Risk = "After one failure the work that the lock protects is never done again, until the process is restarted.",
        Unseen = "A lock that is stored, returned or handed on belongs to others from there.",
        Bad =
        [
            """
            import { Mutex } from 'async-mutex';
            const mutex = new Mutex();
            export async function alone(work: () => Promise<void>): Promise<void> {
              const release = await mutex.acquire(); // expect: leak/lock-not-released
              await work();
              release();
            }
            """,
        ],
        Good =
        [
            """
            import { Mutex } from 'async-mutex';
            const mutex = new Mutex();
            export async function alone(work: () => Promise<void>): Promise<void> {
              const release = await mutex.acquire();
              try {
                await work();
              } finally {
                release();
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.Opens),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var opening in function.Openings)
        {
            if (opening.What is not Opened.Lock || function.LifeOf(opening) is not { } life)
                continue;
            var place = function.PlaceOf(opening.Call);
            if (life.Lost is not { } lost)
            {
                if (life.GivenAwayAt.Exists)
                    yield return Rule.Clear(place, $"handed on in line {function.PlaceOf(life.GivenAwayAt).Line}");
                else if (life.IsComplete)
                    yield return Rule.Clear(place, life.IsEndedInFinally ? "released in finally, on every path" : "released on every path");
                continue;
            }

            // Of a lock of the program's own, which may end by itself, only that it is given back by nobody is sure.
            if (opening.IsOwnLock && (life.IsEndedSomewhere || life.GivenAwayAt.Exists))
                continue;
            yield return Rule.At(place, lost.Thrown ? "the lock is kept when a later step fails" : "the lock is kept when the function returns here",
                [
                    new(place, "takes the lock"),
                    .. function.Turns(lost),
                    new(function.PlaceOf(lost.Last), lost.Thrown ? "fails: the function ends here, and the lock is never given back" : "the function ends here, and the lock was not given back"),
                ]).ByReach(function.Exposure);
        }
    }
}
