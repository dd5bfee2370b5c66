using Hostile.Model;

namespace Hostile.Rules.Abort;

/// <summary>The method that aborts is taken off its controller: whoever calls it gets an exception, and nothing is aborted.</summary>
public static class UnboundAbort
{
    public static readonly Rule Rule = new("abort/unbound-abort")
    {
        Severity = Severity.P2,
        Title = "The method `abort` is handed on without its controller",
        Why = """
            `abort` needs its controller as `this`. Called as a function of its own, or as a method of another object, it throws a TypeError and aborts nothing.
            As a listener the exception ends the process.
            """,
        Fix = """
            Hand on `() => controller.abort()`.
            """,
        Risk = "What was meant to be cancelled runs on, and the one who cancels gets an exception.",
        Unseen = "A method that is taken off by destructuring.",
        Bad =
        [
            """
            export function open(url: string) {
              const controller = new AbortController();
              return { answer: fetch(url, { signal: controller.signal }), abort: controller.abort }; // expect: abort/unbound-abort
            }
            """,
        ],
        Good =
        [
            """
            export function open(url: string) {
              const controller = new AbortController();
              return { answer: fetch(url, { signal: controller.signal }), abort: () => controller.abort() };
            }
            """,
        ],
        Check = project => project.UnboundAborts.Select(access => Judge(project.PlaceOf(access), CodeLine.Of(access.Text))),
    };

    private static Finding Judge(Place place, string text) =>
        Rule.At(place, $"`{text}` throws when it is called without its controller, and aborts nothing", new Step(place, "takes the method off its controller"));
}
