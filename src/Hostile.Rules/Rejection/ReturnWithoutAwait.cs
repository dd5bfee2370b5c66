using Hostile.Model;
using Hostile.Model.Binding;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>A promise is returned out of a try, which is over before the promise is settled.</summary>
public static class ReturnWithoutAwait
{
    public static readonly Rule Rule = new("rejection/return-without-await")
    {
        Severity = Severity.P1,
        Title = "A promise is returned out of a try without await",
        Why = """
            `return p` leaves the `try` at once, with the work still going on. When the promise rejects later, the `catch` is not there any more;
            and a `finally` has freed what the work is still using.
            """,
        Fix = """
            `return await` the promise inside the `try`.
            """,
        Risk = "The error handling that stands there never runs, or a connection, lock or file is given back while it is in use.",
        Unseen = "A promise that is put into a variable in the `try` and then used otherwise than by a `return` behind it, and whether what `finally` frees is needed by the work: it may be only a clock that is stopped too early.",
        Bad =
        [
            """
            declare function send(to: string): Promise<void>;
            export async function notify(to: string) {
              try {
                return send(to); // expect: rejection/return-without-await
              } catch (error) {
                console.error('not sent', error);
              }
            }
            """,
        ],
        Good =
        [
            """
            declare function send(to: string): Promise<void>;
            export async function notify(to: string) {
              try {
                return await send(to);
              } catch (error) {
                console.error('not sent', error);
              }
            }
            """,
        ],
        Check = Rule.EachModule(Check),
    };

    /// <summary>Several returns out of one <c>try</c> are one fault of its <c>catch</c>, or its <c>finally</c>: the gravest is told, and how many there are.</summary>
    private static IEnumerable<Verdict> Check(ProjectModel project, Module module)
    {
        var judged = project.EarlyReturnsIn(module).Select(early => (Early: early, Verdict: Judge(project, early))).Where(judged => judged.Verdict is not null).ToList();
        foreach (var (_, verdict) in judged)
        {
            if (verdict is Cleared)
                yield return verdict;
        }

        foreach (var block in judged.Where(judged => judged.Verdict is Finding).GroupBy(judged => (judged.Early.Handler, judged.Early.Cleanup)))
        {
            var worst = block.Select(judged => (Finding)judged.Verdict!).MinBy(finding => finding.Severity)!;
            yield return block.Count() == 1 ? worst : worst with { Message = $"{worst.Message} (likewise {(block.Count() == 2 ? "another return" : $"{block.Count() - 1} other returns")} of the same `try`)" };
        }
    }

    private static Verdict? Judge(ProjectModel project, EarlyReturn early)
    {
        var place = project.PlaceOf(early.Promise);
        if (project.FunctionAround(early.Return) is not { } function)
            return null;
        if (early.IsWrittenOut)
            return Rule.Clear(place, "the rejection is written out, and meant for whoever calls this");
        if (early.OnlyPassesOn && !early.Cleanup.Exists)
            return Rule.Clear(place, "the `catch` does nothing but pass on what it caught");
        if (early.IsRepeated && !early.Cleanup.Exists)
            return Rule.Clear(place, "what is called does in its own `catch` what this one does");
        if (early.Handler.Exists && !early.OnlyPassesOn && !early.IsRepeated && !early.IsAssumed && project.RejectionOf(early.Promise) is { } path)
        {
            var finding = Rule.At(place, "the `catch` around it does not see this promise reject", Unhandled.Trace(function,
                new(place, early.IsKept ? "is kept for later, and the `try` is over" : "is returned, and the `try` is over"), path, new(project.PlaceOf(early.Handler), "does not run"))).Assuming(path);
            if (early.IsAfterEnd)
                return Local(finding.Lowered("the transaction is over by then: the rollback in the `catch` would undo nothing", 2) with { Repair = "Return it behind the `try`, so that a failure is not mistaken for one of the transaction." }, function);
            if (early.TreatsSome && !early.ThrowsOn)
                finding = finding.Lowered("the `catch` treats some failures only and throws the others on");
            else if (early.RunsItAgain)
                finding = finding.Lowered("the `catch` runs again what is handed on: it is meant for what comes before", 2);
            else if (early.AnswersFailure && !early.ThrowsOn)
                finding = finding.Lowered("the `catch` answers that the server failed, as whoever calls this does: only its words and its log are lost", 2);
            else if (!early.Undoes && !early.ThrowsOn)
                finding = finding.Lowered("the `catch` undoes nothing: whoever calls this gets the error instead of what the `catch` would have made of it");
            return Local(early is { ThrowsOn: true, Undoes: false } ? finding.Lowered("the `catch` throws on: callers hear of the failure, and only what it adds is lost", early.Waits ? 1 : 2) : finding, function);
        }

        if (!early.Cleanup.Exists)
            return Rule.Clear(place, "it never rejects, so there is nothing to catch");
        if (early.IsApart)
            return Rule.Clear(place, "the work is given nothing of what the `finally` ends");
        var frees = Rule.At(place, "the `finally` runs before this promise is settled",
            new(place, "is returned, and the `try` is over"),
            new(project.PlaceOf(early.Release.Exists ? early.Release : early.Cleanup), early.Release.Exists ? "gives the connection back, which the work still uses" : "runs at once, before the work is done"));
        if (early.IsAssumed)
            return Local(frees with { Evidence = Evidence.Likely, Assumption = $"`{CodeLine.Of(early.Promise.FirstChild.Text)}` gives a promise: the function around it is async, and its type allows one" }, function);
        return Local(early.Release.Exists ? frees : frees.Lowered("what `finally` does is not known to matter to the work") with
        {
            Evidence = Evidence.Likely,
            Assumption = "what `finally` undoes is wanted until the work is done",
        }, function);
    }

    private static Finding Local(Finding finding, FunctionModel function) =>
        function.Project.IsInBrowser(function.Module) ? finding.Lowered("it runs in a browser", 3) : finding.ByReach(function.Exposure);
}
