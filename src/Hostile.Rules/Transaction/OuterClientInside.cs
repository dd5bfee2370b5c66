using Hostile.Model;

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
        Unseen = "Statements in functions that are called inside the transaction, and transactions that are known by async local storage.",
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
        Check = Rule.EachFunction(Check),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var outer in function.OuterStatements)
        {
            var place = function.PlaceOf(outer.Call);
            var finding = Rule.At(place, $"`{outer.Outer}` is not `{outer.Handle}`: this runs outside the transaction",
                [
                    .. function.Exposure.Steps(Side.Only),
                    new(function.PlaceOf(outer.Transaction), $"a transaction begins; its statements go through `{outer.Handle}`"),
                    new(place, $"takes another connection: {(outer.IsWrite is false ? "it does not see what the transaction has written" : "what it writes is committed at once, whatever becomes of the transaction")}"),
                ]) with
            {
                Evidence = Evidence.Likely,
                Assumption = "it is not meant to stay when the transaction rolls back",
            };
            yield return (outer.IsWrite is false ? finding with { Assumption = "it is meant to be part of the transaction" } : outer.IsWrite is true ? finding.Raised("what it writes survives a rollback") : finding).ByReach(function.Exposure);
        }
    }
}
