using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Transaction;

/// <summary>A statement that stands inside a transaction is sent on the pool, and so is no part of it.</summary>
public static class OuterClientInside
{
    public static readonly Rule Rule = new("transaction/outer-client-inside")
    {
        Severity = Severity.P1,
        Title = "A statement inside a transaction is sent on another connection",
        Why = """
            The transaction lives on one connection. What is sent on the pool from inside it runs on another: it is committed at once and stays when the
            transaction rolls back, it does not see what the transaction has written, it waits for the transaction's row locks without end,
            and it takes a second connection while the first is held.
            """,
        Fix = """
            Send it on the transaction's own handle. If it is meant to stay after a rollback, send it before the transaction begins or after it has ended.
            """,
        Risk = "Half of the work survives a rollback, and under load transactions that hold one connection wait for a second until the pool is dead.",
        Unseen = "Functions that are called through an interface that several classes implement, and transactions that are handed on by async local storage.",
        Bad =
        [
            """
            import type { Knex } from 'knex';
            export async function pay(knex: Knex, id: string) {
              await knex.transaction(async (trx) => {
                await trx('account').where({ id }).update({ paid: true });
                await knex('payment').insert({ account_id: id }); // expect: transaction/outer-client-inside
              });
            }
            """,
        ],
        Good =
        [
            """
            import type { Knex } from 'knex';
            export async function pay(knex: Knex, id: string) {
              await knex.transaction(async (trx) => {
                await trx('account').where({ id }).update({ paid: true });
                await knex('payment').transacting(trx).insert({ account_id: id });
              });
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var outer in project.OuterUses)
        {
            var (scope, use) = (outer.Scope, outer.Use);
            // That what functions read on their own account takes a second connection is `deadlock/nested-acquire`.
            if (!outer.IsForgotten)
                continue;
            var place = project.PlaceOf(use.DroppedAt);
            if (outer.SaidSo)
            {
                yield return Rule.Clear(place, "it is outside the transaction on purpose: the comment says so");
                continue;
            }

            var finding = Rule.At(place, Message(use, scope),
                [
                    .. scope.Function.Exposure.Steps(Side.Only),
                    new(project.PlaceOf(scope.Opener), scope.Form is ScopeForm.Given ? $"the transaction comes as `{scope.Handle}`" : $"a transaction begins; its statements go through `{scope.Handle}`"),
                    .. use.CallSteps(project),
                    new(project.PlaceOf(use.Call), $"takes another connection: {(use.IsWrite is false ? "it does not see what the transaction has written" : "what it writes is committed at once, whatever becomes of the transaction")}"),
                ]) with
            {
                Evidence = Evidence.Likely,
                Assumption = use.IsWrite is false ? "it is meant to be part of the transaction" : "it is not meant to stay when the transaction rolls back",
            };
            yield return (use.IsWrite is true ? finding.Raised("what it writes survives a rollback")
                : outer.MissesNothing ? finding.Lowered("it reads without a lock, and nothing is seen to be written there inside the transaction: what remains is the second connection")
                : finding).ByReach(scope.Function.Exposure);
        }
    }

    private static string Message(InnerUse use, TransactionScope scope) =>
        use.Dropped == use.Steps.Length ? use.CouldTake.Length > 0 ? $"`{use.CouldTake}` is not given here: this runs outside the transaction of `{scope.Handle}`" : $"`{use.Receiver}` is not `{scope.Handle}`: this runs outside the transaction"
        : use.CouldTake.Length > 0 ? $"`{scope.Handle}` is not passed on, though `{use.CouldTake}` would take it: what is called runs outside the transaction"
        : $"what is called here writes on `{use.Receiver}` and not on `{scope.Handle}`: outside the transaction";
}
