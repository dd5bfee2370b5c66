using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>A promise is tested, compared or printed where the value that it resolves to is meant.</summary>
public static class PromiseAsValue
{
    public static readonly Rule Rule = new("rejection/promise-as-value")
    {
        Severity = Severity.P1,
        Title = "A promise is used where its value is meant",
        Why = """
            A promise is an object: as a condition it is always true, it equals nothing, as text it is `[object Promise]`, and spread it has no properties.
            A check that forgets its `await` lets everybody in.
            """,
        Fix = """
            `await` the promise first.
            """,
        Risk = "A check always passes, or always fails, whatever the answer was.",
        Unseen = """
            Fields and variables that may not have been set yet are left out: whether they hold a promise is a question that can be meant.
            A promise that is stored or passed on as a value is seen only where the program awaits the same everywhere else.
            """,
        Bad =
        [
            """
            declare function isAllowed(user: string): Promise<boolean>;
            export function remove(user: string) {
              if (!isAllowed(user)) { // expect: rejection/promise-as-value
                throw new Error('forbidden');
              }
            }
            """,
        ],
        Good =
        [
            """
            declare function isAllowed(user: string): Promise<boolean>;
            export async function remove(user: string) {
              if (!(await isAllowed(user))) {
                throw new Error('forbidden');
              }
            }
            """,
        ],
        Check = Rule.EachModule((project, module) => project.PromiseValuesIn(module).Select(value => Report(project, value))),
    };

    private static Finding Report(ProjectModel project, PromiseValue value)
    {
        var place = project.PlaceOf(value.Promise);
        var finding = Rule.At(place, Message(value.Use), new(place, "is a promise"), new(place, value.Use is ValueUse.Test ? "is tested, and is always true" : "is used as if it were what it resolves to"));
        if (value.AwaitedAt.Exists)
            finding = finding with { Evidence = Evidence.Likely, Assumption = $"what is called gives a promise here, too, as in line {project.PlaceOf(value.AwaitedAt).Line}, where it is awaited" };
        if (value.NeedBeNone)
            finding = finding.Lowered("by its type it need not be a promise") with { Evidence = Evidence.Likely, Assumption = "what is called gives a promise at times, as its type says" };
        if (value.Use is ValueUse.Handed)
        {
            finding = finding.Lowered("whoever is given it may wait for it") with
            {
                Evidence = Evidence.Likely,
                Assumption = "what it is given to does not wait for it",
                Trace = [new(project.PlaceOf(value.AwaitedAt), "is awaited here, as everywhere else"), new(place, "is a promise, and is not"), new(place, "is handed on as if it were what it resolves to")],
            };
        }
        else if (value.IsHandedOn)
            finding = finding.Lowered("the promise itself is handed on: only what stands for its absence is never used", 2);
        else if (value.Guards is { } guard && !project.IsInBrowser(project.Bindings.ModuleOf(value.Promise.Tree)!))
            return finding.Raised($"`{guard}` decides who may do what, or about money");
        else if (value.OnlyRefuses)
            finding = finding.Lowered("all that is lost is a refusal, and what stands behind it mostly fails by itself of what is not there");
        return project.FunctionAround(value.Promise) is { } function ? finding.ByReach(function.Exposure) : finding;
    }

    private static string Message(ValueUse use) => use switch
    {
        ValueUse.Test => "a promise is always true: the answer is never looked at",
        ValueUse.Comparison => "a promise equals nothing that is no promise",
        ValueUse.Handed => "a promise is handed on where its value is meant",
        ValueUse.Text => "the text will say `[object Promise]`",
        ValueUse.Accumulator => "from the second turn on this is the promise of the turn before, and has nothing of what that made",
        ValueUse.Spread => "a promise has no properties of its own to spread",
        ValueUse.Written => "a promise has no properties of its own: all that is seen of it is `{}`",
        _ => "promises have no such property: it is undefined",
    };
}
