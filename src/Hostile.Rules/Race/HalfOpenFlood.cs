using Hostile.Model;

namespace Hostile.Rules.Race;

/// <summary>A circuit breaker that is half-open lets every caller through instead of a probe.</summary>
public static class HalfOpenFlood
{
    public static readonly Rule Rule = new("race/half-open-flood")
    {
        Severity = Severity.P2,
        Title = "A half-open circuit breaker lets every caller through",
        Why = """
            After a while the breaker tries whether the service is back. The first caller makes it half-open and calls; until the answer is here, every other caller finds it half-open,
            which nothing holds back, and calls, too. The service that is just coming back gets the whole load at once.
            """,
        Fix = """
            Count the calls that are let through while it is half-open, compare the count with a limit before each, and turn the others away.
            """,
        Risk = "A service that recovers is knocked down again by all the callers that waited for it.",
        Unseen = "Breakers whose states are not called half-open.",
        Bad =
        [
            """
            class Breaker {
              private state: 'closed' | 'open' | 'half-open' = 'closed';
              private openedAt = 0;
              async run<T>(call: () => Promise<T>): Promise<T> {
                if (this.state === 'open') {
                  if (Date.now() - this.openedAt < 1000) throw new Error('open');
                  this.state = 'half-open';
                }
                const result = await call(); // expect: race/half-open-flood
                this.state = 'closed';
                return result;
              }
            }
            export const breaker = new Breaker();
            """,
        ],
        Good =
        [
            """
            class Breaker {
              private state: 'closed' | 'open' | 'half-open' = 'closed';
              private openedAt = 0;
              async run<T>(call: () => Promise<T>): Promise<T> {
                if (this.state === 'half-open') throw new Error('being tried');
                if (this.state === 'open') {
                  if (Date.now() - this.openedAt < 1000) throw new Error('open');
                  this.state = 'half-open';
                }
                const result = await call();
                this.state = 'closed';
                return result;
              }
            }
            export const breaker = new Breaker();
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesMemory),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        if (function.Breaker is not { } breaker)
            yield break;
        var place = function.PlaceOf(breaker.Call);
        if (breaker.Limit.Exists)
        {
            yield return Rule.Clear(place, $"`{breaker.Limit.Text.ReplaceLineEndings(" ")}` holds back all but some while it is half-open");
            yield break;
        }

        var unread = breaker.Unread.Exists ? $": `{breaker.Unread.Text}` is declared, and never read" : "";
        yield return Rule.At(place, $"while it is half-open every caller passes{unread}",
            [
                .. breaker.Unread.Exists ? [new Step(function.PlaceOf(breaker.Unread), "says how many may pass, and nothing reads it")] : Array.Empty<Step>(),
                new(function.PlaceOf(breaker.Opens), $"makes `{breaker.State}` half-open", Side.A),
                new(place, "calls the service, and waits; other code runs", Side.A),
                new(place, "finds it half-open, which nothing holds back, and calls, too; and so does everybody until the first answer", Side.B),
            ]).ByUse(function);
    }
}
