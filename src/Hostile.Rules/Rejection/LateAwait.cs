using Hostile.Model;
using Hostile.Model.Binding;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>A promise is started, something else is awaited, and only then the promise: too late to take its rejection.</summary>
public static class LateAwait
{
    public static readonly Rule Rule = new("rejection/late-await")
    {
        Severity = Severity.P1,
        Title = "A promise is left alone while something else is awaited",
        Why = """
            Node.js looks for unhandled rejections whenever the tasks at hand are done. A promise that was started early and is awaited only after other work
            has nobody to take its rejection meanwhile: if it rejects first, the process ends, although an `await` inside a `try` stands a few lines below.
            """,
        Fix = """
            Await both together with `Promise.all`, or await the first one at once.
            """,
        Risk = "A failure that the code means to handle ends the process, depending on which of two operations is faster.",
        Unseen = "Promises in arrays that are filled step by step, and promises that another function knows by name, are not followed.",
        Bad =
        [
            """
            declare function loadUser(id: string): Promise<string>;
            declare function loadOrders(id: string): Promise<string[]>;
            export async function page(id: string) {
              const orders = loadOrders(id); // expect: rejection/late-await
              const user = await loadUser(id);
              return { user, orders: await orders };
            }
            """,
        ],
        Good =
        [
            """
            declare function loadUser(id: string): Promise<string>;
            declare function loadOrders(id: string): Promise<string[]>;
            export async function page(id: string) {
              const [user, orders] = await Promise.all([loadUser(id), loadOrders(id)]);
              return { user, orders };
            }
            """,
        ],
        Check = Rule.EachFunction(Check),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        if (function.Module.Roles.HasFlag(ModuleRoles.Test))
            yield break;
        foreach (var late in function.LateAwaits)
        {
            var place = function.PlaceOf(late.Promise);
            var isLoop = late.Promise == late.Meanwhile;
            if ((isLoop ? function.Project.RejectionOfElements(late.Promise) : function.Project.RejectionOf(late.Promise)) is not { } path)
            {
                yield return Rule.Clear(place, "it never rejects: all that can fail in it is caught, or never runs");
                continue;
            }

            if (late.IsKept)
            {
                yield return Kept(function, late, place, path);
                continue;
            }

            var finding = Rule.At(place, isLoop ? "the later promises have nobody to take their rejections while the loop waits for the first" : "nobody takes the rejection while something else is awaited",
                Unhandled.Trace(function, new(place, isLoop ? "all of them run already" : "starts the promise"), path, new(function.PlaceOf(late.Meanwhile), "is awaited meanwhile: a rejection now is unhandled, and the process ends"))).Assuming(path);
            if (late.IsAssumed)
                finding = finding with { Evidence = Evidence.Likely, Assumption = "what it is given is a promise that can reject, as the `await` says" };
            yield return (isLoop ? finding : finding with { Trace = finding.Trace.Add(new(function.PlaceOf(late.Taken), "takes the promise, too late")) }).ByHabitat(function);
        }
    }

    private static Finding Kept(FunctionModel function, Model.Summaries.LateAwait late, Place place, RejectionPath path)
    {
        var method = function.Project.FunctionAround(late.Taken)?.Name ?? late.Taken.Text;
        return (Rule.At(place, $"nobody takes the rejection until `{method}` is called",
            Unhandled.Trace(function, new(place, $"starts the promise, and keeps it {(late.IsCollected ? "among those of" : "in")} `{late.Meanwhile.Text}`"), path, new(function.PlaceOf(late.Meanwhile), "nothing hangs on it here: a rejection before the first call is unhandled, and the process ends"))).Assuming(path) with
        {
            Evidence = Evidence.Likely,
            Assumption = $"it can fail before somebody calls `{method}`",
            Repair = $"Hang a handler on it at once, and let those who await it hear of the failure: `{(late.IsCollected ? "promise" : late.Meanwhile.Text)}.catch(() => {{}});`.",
        }).Lowered(late.IsConstructed ? "whoever makes the object mostly calls it soon" : "whoever starts it mostly waits for it soon").ByHabitat(function);
    }
}
