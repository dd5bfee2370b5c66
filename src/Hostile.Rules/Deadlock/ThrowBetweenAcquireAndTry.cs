using Hostile.Model;

namespace Hostile.Rules.Deadlock;

/// <summary>A lock or a guard is taken, and what fails before the <c>try</c> that gives it back leaves it closed for ever.</summary>
public static class ThrowBetweenAcquireAndTry
{
    public static readonly Rule Rule = new("deadlock/throw-between-acquire-and-try")
    {
        Severity = Severity.P1,
        Title = "A failure leaves a lock or a guard closed",
        Why = """
            `finally` gives back only what was taken before its `try` began to run. When something fails in between, or when nothing catches the failure at all, the lock stays taken or the
            flag stays set: everybody who comes later waits for ever, or is turned away.
            """,
        Fix = """
            Begin the `try` right after the lock is taken or the flag is set, with nothing that can fail in between, and give it back in `finally`.
            """,
        Risk = "After one failed query or request the guarded work is never done again, until the process is restarted.",
        Unseen = "Guards that a callback gives back, and what only an unknown function could throw.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            let running = false;
            export async function sync(pool: Pool, work: () => Promise<void>) {
              if (running) return;
              running = true; // expect: deadlock/throw-between-acquire-and-try
              await pool.query('DELETE FROM sync_error');
              try {
                await work();
              } finally {
                running = false;
              }
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            let running = false;
            export async function sync(pool: Pool, work: () => Promise<void>) {
              if (running) return;
              running = true;
              try {
                await pool.query('DELETE FROM sync_error');
                await work();
              } finally {
                running = false;
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.IsAsync),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var guard in function.KeptGuards)
        {
            var place = function.PlaceOf(guard.Take);
            if (guard.Lost is not { } lost)
                yield return Rule.Clear(place, $"`{guard.Text}` is given back on every way, also when something fails (line {function.PlaceOf(guard.Return).Line})");
            else if (guard.Elsewhere is { } other)
                yield return Rule.Clear(place, $"`{other}` gives `{guard.Text}` back, too");
            else if (guard.Flag is { } flag && function.WhyUnshared(flag.Place) is { } reason)
                yield return Rule.Clear(place, reason);
            else
                yield return Report(function, guard, lost.Last.Node, place);
        }
    }

    private static Finding Report(FunctionModel function, Model.Summaries.KeptGuard guard, Syntax.TypeScript.SyntaxNode failing, Place place)
    {
        var line = function.PlaceOf(failing).Line;
        var taken = guard.Flag is null ? "takes the lock" : "closes the guard";
        var finding = Rule.At(place, guard.IsInFinally ? $"when line {line} fails, the `try` that gives `{guard.Text}` back has not begun: it stays taken" : $"when line {line} fails, nothing gives `{guard.Text}` back: it stays taken",
            [
                .. function.Exposure.Steps(Side.Only),
                new(place, taken),
                .. function.Turns(guard.Lost!),
                new(function.PlaceOf(failing), "fails, and the function ends here"),
                new(function.PlaceOf(guard.Return), "is not reached: whoever comes next finds it taken"),
            ]).ByUse(function);
        return guard.IsSure ? finding : finding with { Evidence = Evidence.Likely, Assumption = $"what line {line} waits for can fail" };
    }
}
