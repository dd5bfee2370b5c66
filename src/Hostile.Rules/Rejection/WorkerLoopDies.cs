using Hostile.Model;
using Hostile.Model.Summaries;
using Hostile.Model.Binding;

namespace Hostile.Rules.Rejection;

/// <summary>A worker's loop ends for good at its first failure, while the process lives on.</summary>
public static class WorkerLoopDies
{
    public static readonly Rule Rule = new("rejection/worker-loop-dies")
    {
        Severity = Severity.P1,
        Title = "A worker's loop ends for good when its body fails once",
        Why = """
            The failure is caught, but outside the loop, or before the next turn is set: it is logged once, and then nothing happens any more.
            The process looks healthy, and its work has stopped.
            """,
        Fix = """
            Catch inside the loop, around one turn; or set the next turn in `finally`.
            """,
        Risk = "One failed query stops the queue, the sync or the cleanup until somebody notices and restarts the process.",
        Unseen = "Loops that are left from within, and loops that wait for nothing between their turns, are taken for searches. A loop whose failure nobody catches ends the process, which other rules say.",
        Bad =
        [
            """
            export async function tick() {
              try {
                await fetch('https://example.com/', { signal: AbortSignal.timeout(1000) });
                setTimeout(tick, 1000); // expect: rejection/worker-loop-dies
              } catch (error) {
                console.error(error);
              }
            }
            """,
        ],
        Good =
        [
            """
            export async function tick() {
              try {
                await fetch('https://example.com/', { signal: AbortSignal.timeout(1000) });
              } catch (error) {
                console.error(error);
              } finally {
                setTimeout(tick, 1000);
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.IsAsync),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        if (function.Module.Roles.HasFlag(ModuleRoles.Test) || function.Project.IsInBrowser(function.Module))
            yield break;
        foreach (var loop in function.DyingLoops)
        {
            // Pages that are fetched for one request: the next request begins the loop anew.
            if (function.Exposure.Kind is StartKind.Request && !loop.IsTimer)
                continue;
            yield return Rule.At(function.PlaceOf(loop.Loop), loop.IsTimer ? "the next turn is not set when this one fails" : "the loop is over when one turn of it fails",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(function.PlaceOf(loop.Risk), "fails once"),
                    new(function.PlaceOf(loop.Handler), loop.IsTimer ? "takes the failure, and sets no next turn" : "takes the failure, outside the loop"),
                    new(function.PlaceOf(loop.Loop), "never runs again, while the process lives on"),
                ]).ByReach(function.Exposure);
        }
    }
}
