using Hostile.Model;

namespace Hostile.Rules.Parallel;

/// <summary>The turns of a loop are awaited one by one though none needs another.</summary>
public static class AwaitInLoop
{
    public static readonly Rule Rule = new("parallel/await-in-loop")
    {
        Severity = Severity.P3,
        OffByDefault = true,
        Title = "The reads of a loop are awaited one by one, though none needs another",
        Why = """
            Each turn waits for the one before it, so the loop takes the sum of their times instead of the longest. That is right where the order matters, where a turn may end the loop,
            or where a limit is kept; here nothing of the kind is seen.
            """,
        Fix = """
            Read all of them in one statement (`= ANY($1)`), or a bounded number at once.
            """,
        Risk = "The time of a request grows with the number of its elements.",
        Unseen = "Whatever is no statement of a database that reads, on a connection of its own: what else is waited for may have an order.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function names(pool: Pool, ids: string[]) {
              const found: string[] = [];
              for (const id of ids) {
                found.push((await pool.query('SELECT name FROM account WHERE id = $1', [id])).rows[0].name); // expect: parallel/await-in-loop
              }
              return found;
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function first(pool: Pool, ids: string[]) {
              for (const id of ids) {
                const { rows } = await pool.query('SELECT name FROM account WHERE id = $1', [id]);
                if (rows[0]) return rows[0].name;
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        if (function.Module.Roles.HasFlag(Model.Binding.ModuleRoles.Test) || function.Project.IsForTools(function.Module))
            yield break;
        foreach (var serial in function.LoopAwaits)
        {
            var place = function.PlaceOf(serial.Wait);
            yield return serial.Reason is { } reason
                ? Rule.Clear(place, reason)
                : Rule.At(place, "each read waits for the one before, and needs nothing of it",
                    new(function.PlaceOf(serial.Around.FirstChild), "for each element"),
                    new(place, "waits before the next turn begins")) with
                {
                    Evidence = Evidence.Likely,
                    Assumption = "there are more than a few elements",
                };
        }
    }
}
