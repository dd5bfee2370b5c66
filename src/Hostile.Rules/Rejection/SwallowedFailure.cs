using Hostile.Model;
using Hostile.Model.Binding;

namespace Hostile.Rules.Rejection;

/// <summary>A write fails, the failure is logged, and the caller is told that all is well.</summary>
public static class SwallowedFailure
{
    public static readonly Rule Rule = new("rejection/swallowed-failure")
    {
        Severity = Severity.P2,
        OffByDefault = true,
        Title = "The failure of a write is swallowed",
        Why = """
            After a `catch` that is empty or only logs, the function returns as after success. Its caller goes on, and reports to the user what was never written.
            """,
        Fix = """
            Throw the error on, compensate, or say in the result that it failed.
            """,
        Risk = "Users and other systems are told of changes that did not happen.",
        Unseen = "Whether the write was meant to be optional, as of a statistic, is not asked; that is why the rule is off by default.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function pay(pool: Pool, id: string) {
              try {
                await pool.query('UPDATE invoice SET paid = true WHERE id = $1', [id]); // expect: rejection/swallowed-failure
              } catch (error) {
                console.error(error);
              }
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function pay(pool: Pool, id: string) {
              try {
                await pool.query('UPDATE invoice SET paid = true WHERE id = $1', [id]);
              } catch (error) {
                console.error(error);
                throw error;
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        if (function.Module.Roles.HasFlag(ModuleRoles.Test))
            yield break;
        foreach (var swallowed in function.SwallowedFailures)
        {
            yield return (Rule.At(function.PlaceOf(swallowed.Write), "when this write fails, the function goes on as if it had not",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(function.PlaceOf(swallowed.Write), "fails: nothing is written"),
                    new(function.PlaceOf(swallowed.Handler), "logs the failure at most: the caller hears of success"),
                ]) with
            { Money = swallowed.Money }).ByMoneyAndReach(function.Exposure);
        }
    }
}
