using Hostile.Model;

namespace Hostile.Rules.Parallel;

/// <summary>The turns of a loop are awaited one by one though none needs another.</summary>
public static class AwaitInLoop
{
    public static readonly Rule Rule = new("parallel/await-in-loop")
    {
        Severity = Severity.P3,
        OffByDefault = true,
        Title = "The turns of a loop are awaited one by one, though none needs another",
        Why = """
            Each turn waits for the one before it, so the loop takes the sum of their times instead of the longest. That is right where the order matters, where a turn may end the loop,
            or where a limit is kept; here nothing of the kind is seen.
            """,
        Fix = """
            Ask for all of them at once: one statement over all keys, or `Promise.all` over a bounded number of turns.
            """,
        Risk = "The time of a request grows with the number of its elements.",
        Unseen = "An order that the other side wants, and limits that it sets.",
        Bad =
        [
            """
            declare function load(id: string): Promise<{ name: string }>;
            export async function names(ids: string[]) {
              const found: string[] = [];
              for (const id of ids) {
                found.push((await load(id)).name); // expect: parallel/await-in-loop
              }
              return found;
            }
            """,
        ],
        Good =
        [
            """
            declare function load(id: string): Promise<{ name: string } | null>;
            export async function first(ids: string[]) {
              for (const id of ids) {
                const row = await load(id);
                if (row) return row;
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        if (function.Module.Roles.HasFlag(Model.Binding.ModuleRoles.Test))
            yield break;
        foreach (var serial in function.LoopAwaits)
        {
            var place = function.PlaceOf(serial.Wait);
            yield return serial.Reason is { } reason
                ? Rule.Clear(place, reason)
                : Rule.At(place, "each turn of the loop waits for the one before, and needs nothing of it",
                    new(function.PlaceOf(serial.Around.FirstChild), "for each element"),
                    new(place, "waits before the next turn begins")) with
                {
                    Evidence = Evidence.Likely,
                    Assumption = "the other side takes them in any order and all at once",
                };
        }
    }
}
