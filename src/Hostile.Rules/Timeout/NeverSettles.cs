using Hostile.Model;

namespace Hostile.Rules.Timeout;

/// <summary>A promise that on some path is neither resolved nor rejected.</summary>
public static class NeverSettles
{
    public static readonly Rule Rule = new("timeout/never-settles")
    {
        Severity = Severity.P1,
        Title = "A promise is neither resolved nor rejected on some path",
        Why = """
            `new Promise` hands out two functions, and one of them must be called on every path. Where none is, whoever awaits the promise waits for ever: no error, no log line, no
            timeout, and everything that it holds — a lock, a connection, a request — is held as long as the process lives.
            """,
        Fix = """
            Call `resolve` or `reject` before every `return`, and in the handler of every failure. Better: await a promise that the library gives, and write no executor at all.
            """,
        Risk = "A request or a job hangs until the process is restarted, and the log says nothing.",
        Unseen = "Settlers that are kept in fields or collections, and events that never come.",
        Bad =
        [
            """
            import { execFile } from 'node:child_process';
            export function version(tool: string): Promise<string> {
              return new Promise((resolve, reject) => { // expect: timeout/never-settles
                execFile(tool, ['--version'], (error, out) => {
                  if (error) return;
                  resolve(out);
                });
              });
            }
            """,
        ],
        Good =
        [
            """
            import { execFile } from 'node:child_process';
            export function version(tool: string): Promise<string> {
              return new Promise((resolve, reject) => {
                execFile(tool, ['--version'], (error, out) => {
                  if (error) return reject(error);
                  resolve(out);
                });
              });
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var pending in project.PendingPromises)
        {
            var place = project.PlaceOf(pending.Promise);
            if (pending.Cleared is { } reason)
            {
                yield return Rule.Clear(place, reason);
                continue;
            }

            var function = project.FunctionAround(pending.Promise)!;
            var finding = pending.Failing.Exists
                ? Rule.At(place, $"nobody settles this promise when `{CodeLine.Of(pending.Failing.FirstChild.Text)}` fails",
                    [
                        .. function.Exposure.Steps(Side.Only),
                        new(place, "waits for a promise that another function settles"),
                        new(project.PlaceOf(pending.Failing), "only what is given to this call settles it; it can fail before it has called that"),
                        new(project.PlaceOf(pending.Last), "takes the failure, and settles nothing: the promise is pending for ever"),
                    ])
                : Rule.At(place, "this promise is neither resolved nor rejected on a path",
                    [
                        .. function.Exposure.Steps(Side.Only),
                        new(place, "makes a promise"),
                        .. pending.Turns.Select(turn => new Step(project.PlaceOf(turn.Test), turn.IsTrue ? "when this holds" : "when this does not hold")),
                        new(project.PlaceOf(pending.Last), "ends here without resolving or rejecting it: whoever awaits it waits for ever"),
                    ]);
            if (pending is { Failing.Exists: true, FailureIsKnown: false })
                finding = finding with { Evidence = Evidence.Likely, Assumption = "that call can fail before it calls what it is given" };
            else if (pending.AssumedOnce is { } taker)
                finding = finding with { Evidence = Evidence.Likely, Assumption = $"`{taker}` calls the function once" };
            if (pending.Optional is { Exists: true } optional)
                finding = finding.Lowered($"only where `{CodeLine.Of(optional.Text)}` is nothing", 2) with { Evidence = Evidence.Likely, Assumption = $"`{CodeLine.Of(optional.Text)}` can be nothing here" };
            else if (pending.Loop is { Exists: true } loop)
                finding = finding.Lowered("every turn of the loop settles it", 2) with { Evidence = Evidence.Hazard, Assumption = $"`{CodeLine.Of(loop.Text)}` can end before its first turn" };
            yield return finding.ByReach(function.Exposure);
        }
    }
}
