using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>An async function is given to somebody who ignores the promise that it returns.</summary>
public static class AsyncCallback
{
    public static readonly Rule Rule = new("rejection/async-callback")
    {
        Severity = Severity.P1,
        Title = "An async function is given to somebody who ignores its promise",
        Why = """
            `forEach`, timers, event emitters and most callbacks drop what the function returns. An async function returns a promise: nobody waits for it,
            and when it rejects nobody takes the rejection. Node.js then ends the process. `filter`, `some` and `sort` take the promise itself for the answer, which is always a yes.
            """,
        Fix = """
            Catch everything inside the callback, or use something that waits: `for … of` with `await`, or `Promise.all` over `map`.
            """,
        Risk = "One failure in a timer, a listener or a loop ends the process; what follows the loop runs before the loop's work is done.",
        Unseen = "What a library does with a callback is known for the libraries that have a knowledge file, and for code that declares its callbacks' types.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export function schedule(pool: Pool) {
              setInterval(async () => { // expect: rejection/async-callback
                await pool.query('DELETE FROM session WHERE expires < now()');
              }, 60_000).unref();
            }
            """,
            """
            export async function saveAll(rows: string[], save: (row: string) => Promise<void>) {
              rows.forEach(async (row) => { // expect: rejection/async-callback
                await save(row);
              });
              return rows.filter(async (row) => row.length > 0); // expect: rejection/async-callback
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export function schedule(pool: Pool) {
              setInterval(async () => {
                try {
                  await pool.query('DELETE FROM session WHERE expires < now()');
                } catch (error) {
                  console.error(error);
                }
              }, 60_000).unref();
            }
            """,
            """
            export async function saveAll(rows: string[], save: (row: string) => Promise<void>) {
              for (const row of rows) {
                await save(row);
              }
            }
            """,
        ],
        Check = Rule.EachModule((project, module) => project.IgnoredCallbacksIn(module).SelectMany(ignored => Check(project, ignored))),
    };

    private static IEnumerable<Verdict> Check(ProjectModel project, IgnoredCallback ignored)
    {
        var place = project.PlaceOf(ignored.Site);
        var path = ignored.Function.Exists ? project.RejectionOfCall(ignored.Function) : new RejectionPath([], ignored.Callback, false);
        if (ignored.By is IgnoredBy.Decision)
        {
            var decided = Rule.At(place, "the promise itself is taken for the answer, and a promise is always a yes", new(place, "returns a promise"), new(project.PlaceOf(ignored.TakerSite), "decides by the promise, not by what it resolves to"));
            yield return ignored.NeedBeNone ? decided with { Evidence = Evidence.Hazard, Assumption = "it returns the promise that its type allows, and not the answer itself" } : decided;
            yield break;
        }

        if (path is null)
        {
            yield return Rule.Clear(place, "it never rejects: all that can fail in it is caught, or never runs");
            yield break;
        }

        if (ignored.TakenBy.Exists)
        {
            yield return Rule.Clear(place, $"the emitter emits what it rejects with as 'error', and somebody listens for that ({project.PlaceOf(ignored.TakenBy)})");
            yield break;
        }

        if (ignored.SameAs.Exists)
        {
            yield return Rule.Clear(place, $"the same handler as in line {project.PlaceOf(ignored.SameAs).Line}, which is there to end the process: one fault, however often it is registered");
            yield break;
        }

        if (project.FunctionAround(ignored.TakerSite) is { IsTopLevel: true } start && !project.IsInBrowser(start.Module) && project.RunsNext(ignored.Taker) && !ProjectModel.RunsForever(ignored.Function))
        {
            yield return Rule.Clear(place, "it is a start of the process, one turn later: its rejection ends the process with exit code 1, as a start that fails should");
            yield break;
        }

        // The callback runs when its taker calls it; a method that overrides another runs when somebody calls that.
        if (((ignored.Function.Exists ? project.FunctionOf(ignored.Function) : null) ?? project.FunctionAround(ignored.Callback)) is not { } function)
            yield break;
        var taker = project.PlaceOf(ignored.TakerSite);
        var finding = Rule.At(place, Message(ignored), Unhandled.Trace(function, new(taker, Drops(ignored.By)), path, new(place, Unhandled.End(function)), ignored.AnswersRequest ? project.RequestsBy(ignored.Taker) : null)).Assuming(path);
        if (ignored.By is IgnoredBy.DeclaredType or IgnoredBy.Overridden)
            finding = finding with { Evidence = path.IsHandedIn || !ignored.IsSeen ? Evidence.Hazard : Evidence.Likely, Assumption = "whoever calls it goes by the declared type, and does not await what it returns" };
        if (ignored.By is IgnoredBy.ForEach or IgnoredBy.Timer)
            finding = finding with { Evidence = Evidence.Likely, Assumption = ignored.By is IgnoredBy.ForEach ? "it is the `forEach` of an array, a map or a set" : "it is a timer as the language has them" };
        if (ignored.By is IgnoredBy.ErrorFirst)
            finding = finding with { Evidence = Evidence.Likely, Assumption = $"`{CodeLine.Of(ignored.TakerName)}` calls it as Node's functions call what is given an error first: what it returns is not looked at" };
        if (ignored.By is IgnoredBy.Emitter)
            finding = finding.Lowered("what it listens to is out of sight") with { Evidence = Evidence.Likely, Assumption = $"`{CodeLine.Of(ignored.TakerSite.FirstChild.Text)}` is an emitter as Node has them" };
        // One emitter, or one function that runs what it is given, is one cause, however many listen to it.
        if (ignored.By is IgnoredBy.DeclaredType or IgnoredBy.Program && project.FunctionCalled(ignored.Taker) is { Exists: true } called)
            finding = finding with { Cause = project.PlaceOf(called) };
        // One handler is one cause, however many routes it stands before.
        else if (ignored.AnswersRequest && ignored.Function.Exists && ignored.Function != ignored.Callback)
            finding = finding with { Cause = project.PlaceOf(ignored.Function) };
        // Whoever waits for what only this resolves waits for ever, where the process goes on.
        if (project.ResolvedOnlyBy(ignored.Callback) is { Exists: true } promise)
        {
            yield return (finding with { Message = $"{finding.Message}, and only it resolves the promise around it: when it fails, whoever waits for that waits for ever", Trace = finding.Trace.Insert(finding.Trace.Length - 1, new(project.PlaceOf(promise), "a promise that nobody settles then")) })
                .ByHabitat(function, "the rejection is unhandled: the process goes on, and whoever waits for the promise waits for ever");
            yield break;
        }

        yield return (ignored.By is IgnoredBy.Page ? finding with { Evidence = Evidence.Hazard } : finding).ByHabitat(function, ignored.AnswersRequest ? Unhandled.Unanswered : null).ByEnd(ignored.EndsProcess).ByStart(project.BeginsToServe(ignored.Function));
    }

    private static string Message(IgnoredCallback ignored) => ignored.By switch
    {
        IgnoredBy.Executor => "an async executor: a failure in it is unhandled, and settles nothing: who waits for the promise waits for ever",
        IgnoredBy.Overridden => "the method returns a promise where the one that it overrides returns nothing",
        IgnoredBy.DeclaredType => "the type says that nothing is returned, so nobody takes this promise",
        _ => $"`{CodeLine.Of(ignored.TakerName)}` ignores the promise that this returns",
    };

    private static string Drops(IgnoredBy by) => by switch
    {
        IgnoredBy.Executor => "the constructor ignores what its executor returns",
        IgnoredBy.Overridden or IgnoredBy.DeclaredType => "says that nothing is returned",
        IgnoredBy.Page => "a page ignores what its handlers return",
        _ => "calls it and ignores what it returns",
    };
}
