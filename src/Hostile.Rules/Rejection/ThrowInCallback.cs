using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>A callback throws where no code of the program is around to catch.</summary>
public static class ThrowInCallback
{
    public static readonly Rule Rule = new("rejection/throw-in-callback")
    {
        Severity = Severity.P1,
        Title = "A callback throws where nobody can catch it",
        Why = """
            A timer, an event of a socket or the callback of `(error, result)` runs with nothing of the program around it: the `try` that stands around its registration is long over.
            What it throws ends the process, and a promise that it should have settled stays pending.
            """,
        Fix = """
            Inside `new Promise` call `reject(error)`; elsewhere catch inside the callback, or use the version of the function that returns a promise.
            """,
        Risk = "One error that the code means to handle ends the process.",
        Unseen = "Whether a library catches what its callbacks throw is known for those with a knowledge file. Exceptions deep in functions that the callback calls are not followed.",
        Bad =
        [
            """
            export function parseLater(text: string) {
              return new Promise((resolve) => {
                setTimeout(() => {
                  if (!text) throw new Error('nothing'); // expect: rejection/throw-in-callback
                  resolve(text);
                }, 10);
              });
            }
            """,
        ],
        Good =
        [
            """
            export function parseLater(text: string) {
              return new Promise((resolve, reject) => {
                setTimeout(() => {
                  if (!text) return reject(new Error('nothing'));
                  resolve(text);
                }, 10);
              });
            }
            """,
        ],
        Check = Rule.EachModule((project, module) => project.ThrowingCallbacksIn(module).Select(throwing => Report(project, throwing)).OfType<Verdict>()),
    };

    private static Finding? Report(ProjectModel project, ThrowingCallback throwing)
    {
        if (project.FunctionOf(throwing.Callback) is not { } function || project.IsInBrowser(function.Module))
            return null;
        var place = project.PlaceOf(throwing.Path.Calls.IsEmpty ? throwing.Path.Source : throwing.Path.Calls[0]);
        var finding = Rule.At(place, "nobody can catch what this callback throws", Unhandled.Trace(function,
            new(project.PlaceOf(throwing.Callback), "is called back later, with nothing of the program around it"), throwing.Path, new(place, "nobody can catch it: the process ends")));
        if (throwing.Parses)
        {
            return (finding with
            {
                Message = "a message that is no JSON makes this throw, and nobody can catch it",
                Evidence = Evidence.Likely,
                Assumption = "somebody sends a message that is no JSON",
                Repair = "Parse in a `try`, and answer or drop what is no JSON.",
            }).ByHabitat(function);
        }

        if (throwing.Path.Refuser is not null && !throwing.Path.Calls.IsEmpty)
            finding = finding.Assuming(throwing.Path);
        else if (throwing.IsAssumed)
            finding = finding with { Evidence = Evidence.Likely, Assumption = $"`{CodeLine.Of(throwing.Taker.FirstChild.Text)}` calls it later and does not catch" };
        if (throwing.IsTimer)
            finding = finding.Lowered("a throw in a timer may be meant to end the process") with { Evidence = Evidence.Likely, Assumption = "it is not thrown to end the process" };
        return finding.ByHabitat(function);
    }
}
