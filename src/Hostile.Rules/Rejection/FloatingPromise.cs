using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>A promise is made and nobody takes its rejection.</summary>
public static class FloatingPromise
{
    public static readonly Rule Rule = new("rejection/floating-promise")
    {
        Severity = Severity.P1,
        Title = "A promise is made and nobody takes its rejection",
        Why = """
            A promise that is neither awaited, returned, nor given a handler runs on by itself. When it rejects, no `try` around it sees the error:
            Node.js ends the process, with every request that it was serving. `void` in front of it changes nothing about that.
            """,
        Fix = """
            `await` it, return it, or end it with `.catch(…)` that deals with the failure, where the work is meant to go on by itself.
            """,
        Risk = "One failed query or request in work that nobody waits for ends the process and all requests in flight.",
        Unseen = """
            A promise that is stored, or given to another function, is taken for taken. Whether a plain function that is called inside can throw is not asked
            where its code is not part of the program. Test code is not examined.
            """,
        Bad =
        [
            """
            import type { Pool } from 'pg';
            async function audit(pool: Pool, id: string) {
              await pool.query('INSERT INTO visit (id) VALUES ($1)', [id]);
            }
            export function visit(pool: Pool, id: string) {
              audit(pool, id); // expect: rejection/floating-promise
              void audit(pool, id); // expect: rejection/floating-promise
              audit(pool, id).then(() => console.log('done')); // expect: rejection/floating-promise
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            async function audit(pool: Pool, id: string) {
              await pool.query('INSERT INTO visit (id) VALUES ($1)', [id]);
            }
            export function visit(pool: Pool, id: string) {
              audit(pool, id).catch((error) => console.error(error));
            }
            """,
            """
            import type { Pool } from 'pg';
            async function audit(pool: Pool, id: string) {
              try {
                await pool.query('INSERT INTO visit (id) VALUES ($1)', [id]);
              } catch (error) {
                console.error(error);
              }
            }
            export function visit(pool: Pool, id: string) {
              void audit(pool, id);
            }
            """,
        ],
        Check = Rule.EachModule((project, module) => project.DroppedPromisesIn(module).Where(dropped => dropped.Form is not DropForm.Lazy).SelectMany(dropped => Check(project, dropped))),
    };

    private static IEnumerable<Verdict> Check(ProjectModel project, DroppedPromise dropped)
    {
        if (project.FunctionAround(dropped.Promise) is not { } function)
            yield break;
        var place = project.PlaceOf(dropped.Promise);
        if (project.TakenElsewhere(dropped.Promise) is { Exists: true } taken)
        {
            yield return Rule.Clear(place, $"what it is given is kept, and its rejection is taken where it is kept ({project.PlaceOf(taken)})");
            yield break;
        }

        if (project.RejectionOf(dropped) is not { } path)
        {
            if (dropped.Form is not DropForm.HandlerFails)
                yield return Rule.Clear(place, "it never rejects: all that can fail in it is caught, or never runs");
            yield break;
        }

        if (project.IsInBrowser(function.Module) && project.ReporterOf(dropped.Promise) is { Exists: true } reporter)
        {
            yield return Rule.Clear(place, $"the page hears of the failure by what the call is given for that ({project.PlaceOf(reporter)}): only a line in the console is left");
            yield break;
        }

        if (dropped.NeedBeNone && path is { IsKnown: false, Calls.IsEmpty: true } && project.IsInBrowser(function.Module))
        {
            yield return Rule.Clear(place, "by its type it need not be a promise, and nothing that is seen makes it one: in a page nothing hangs on that");
            yield break;
        }

        // What takes the rejection is seldom where the next one comes from: only what is known to fail counts.
        if (dropped.Form is DropForm.HandlerFails && (!path.IsThrow || path.Refuser is not null))
            yield break;
        if (dropped.IsSaidToEnd)
        {
            yield return Rule.Clear(place, "the comment says that its rejection is meant to be unhandled, and to end the process");
            yield break;
        }

        if (dropped.IsMadeToEnd)
        {
            yield return Rule.Clear(place, "it is made for nobody, of what was caught: the process's listener for unhandled rejections is to hear of it");
            yield break;
        }

        if ((EndsStart(function) && !(ProjectModel.RunsForever(project.FunctionCalled(dropped.Promise)) && project.BeginsToServe(function.Node))) || BeginsAtStart(function, dropped))
        {
            yield return Rule.Clear(place, "it is a start of the process: its rejection ends the process with exit code 1, as a start that fails should");
            yield break;
        }

        var made = new Step(place, dropped.Form is DropForm.Abandoned ? "makes a promise and collects it" : "makes a promise that nobody waits for");
        var last = dropped.EndedAt.Exists ? new Step(project.PlaceOf(dropped.EndedAt), $"ends without waiting for it; {Last(dropped.Form, function)}") : new Step(place, Last(dropped.Form, function));
        var finding = Rule.At(place, Message(dropped), Unhandled.Trace(function, made, path, last)).Assuming(path);
        if (dropped is { IsAssumed: true, Form: DropForm.Void })
            finding = finding.Lowered("what is called is out of sight", 2) with { Evidence = Evidence.Hazard, Assumption = $"`{CodeLine.Of(dropped.Promise.FirstChild.Text)}` returns a promise that can reject: `void` is written where one is left to itself" };
        else if (dropped.AwaitedAt.Exists)
            finding = finding.Lowered("what is called is out of sight") with { Evidence = Evidence.Likely, Assumption = $"what is called gives a promise that can reject, as in line {project.PlaceOf(dropped.AwaitedAt).Line}, where it is awaited" };
        else if (dropped.IsAssumed && dropped.Form is not DropForm.HandlerFails)
            finding = finding with { Evidence = Evidence.Likely, Assumption = "what has this `then` is a promise" };
        if (dropped.NeedBeNone && path is { IsThrow: false, Calls.IsEmpty: true })
            finding = finding.Lowered("by its type it need not be a promise") with { Evidence = finding.Evidence is Evidence.Hazard ? Evidence.Hazard : Evidence.Likely, Assumption = "what is called returns a promise, as its type allows" };
        if (project.FunctionCalled(dropped.Promise) is { Exists: true } called)
            finding = finding with { Cause = project.PlaceOf(called) };
        // Called through an interface: what implements it, and fails.
        else if (path.Calls is [var first, ..] && first == dropped.Promise && project.FunctionAround(path.Calls.Length > 1 ? path.Calls[1] : path.Source) is { IsTopLevel: false } failing)
            finding = finding with { Cause = project.PlaceOf(failing.Node) };
        // It is a consequence of another fault, and goes with it.
        if (path.Calls.Append(path.Source).FirstOrDefault(call => project.EarlyReturnOf(call) is { Handler.Exists: true, OnlyPassesOn: false, ThrowsOn: false, TreatsSome: false }) is { Exists: true } early)
            finding = finding.Lowered($"what fails is returned out of a `try` without `await`, past a `catch` that would take it ({project.PlaceOf(early)}): with that `await` nothing rejects here");
        // A check that nobody waits for holds nothing up: that is worse than its rejection, wherever it runs.
        if (UnheldChecks.Is(dropped, function) && !project.IsInBrowser(function.Module))
        {
            finding = finding with
            {
                Message = $"nobody waits for `{CodeLine.Of(dropped.Promise.FirstChild.Text)}`: what it refuses is done all the same, and its rejection is unhandled",
                Risk = "What the check ought to stop goes on beside it, for everybody; and whoever is refused ends the process.",
                Repair = "Await it.",
            };
            if (UnheldChecks.RightOf(dropped, project) is { } right)
                finding = finding.Raised($"`{right}` decides who may do what, or about money");
        }

        // Where the process goes on, what is lost is what would have been written.
        if (Unhandled.GoesOn(function) && ProjectModel.OnlyLogs(path.Calls.IsEmpty ? path.Source : path.Calls[0]))
            finding = finding.Lowered("what is lost is a line of a log");
        yield return finding.ByHabitat(function).ByDeafCatch(function, dropped).ByEnd(project.IsEndOfProcess(project.FunctionCalled(dropped.Promise))).ByStart(project.BeginsToTakeWork(dropped.Promise) || project.BeginsToServe(project.FunctionCalled(dropped.Promise)));
    }

    /// <summary>A top level that is no library's and no page's: <c>main();</c>. An exit code other than 0 is what whoever started it waits for.</summary>
    private static bool EndsStart(FunctionModel function) =>
        function.IsTopLevel && !function.Project.IsInBrowser(function.Module);

    /// <summary>"async function main() { …; void app.listen(port); }": what opens the port or begins to take work fails while the process starts, or not at all.</summary>
    private static bool BeginsAtStart(FunctionModel function, DroppedPromise dropped) =>
        function.Exposure.Kind is StartKind.Start && (function.Project.BeginsToTakeWork(dropped.Promise) || ProjectModel.OpensPort(dropped.Promise)) && function.Project.ListenerFor(function) is not { Survives: true };

    private static string Message(DroppedPromise dropped) => dropped.Form switch
    {
        DropForm.Abandoned => "on the way that ends early, nobody waits for this promise or takes its rejection",
        DropForm.Array => "nobody waits for these promises or takes their rejections",
        DropForm.Void => "`void` takes no rejection: nobody does",
        DropForm.HandlerFails => "what takes the rejection can fail itself, and nobody takes that",
        DropForm.NoHandler => "nobody takes the rejection: this `then` has no handler for it",
        DropForm.EmptyCatch => "nobody takes the rejection: `catch` takes nothing where it is given no function",
        DropForm.Finally => "`finally` passes the rejection on, and nobody takes it",
        DropForm.Unused => "the promise is kept in a variable that nobody reads",
        _ => "nobody takes the rejection of this promise",
    };

    private static string Last(DropForm form, FunctionModel function) =>
        form is DropForm.Array ? Unhandled.End(function, "a rejection of one of them is unhandled") : Unhandled.End(function);
}
