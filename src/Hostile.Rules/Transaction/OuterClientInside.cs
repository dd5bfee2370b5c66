using Hostile.Model;
using Hostile.Model.Database;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Transaction;

/// <summary>A statement that stands inside a transaction is sent on the pool, and so is no part of it.</summary>
public static class OuterClientInside
{
    /// <summary>Writes that a trace names.</summary>
    private const int MostWrites = 4;

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
        Unseen = "Objects that carry a transaction and come to a function from callers that are not seen, functions that are called through an interface that several classes implement, and transactions that are handed on by async local storage.",
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
        foreach (var use in project.UnboundUses)
            yield return Unbound(project, use);
        foreach (var transaction in project.UnheldTransactions)
            yield return Unheld(project, transaction);
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

            var (made, changesMade) = (outer.AsksForRowMade, outer.ChangesRowMade);
            var finding = Rule.At(place, Message(use, scope),
                [
                    .. scope.Exposure.Steps(Side.Only),
                    new(project.PlaceOf(scope.Opener), OpenerText(scope)),
                    .. use.CallSteps(project),
                    new(project.PlaceOf(use.Call), $"{(use.Joins.Length > 0 ? $"begins without `{use.Joins}`, and so runs on" : "takes")} another connection: {(use is { IsWrite: false, Locks: true } ? "the lock that it takes ends with the statement" : use.IsWrite is false ? NotSeen(made) : use.IsWrite is null ? "it is no part of the transaction" : changesMade ? "the row is made in this transaction, and nobody sees it there before the COMMIT: it changes nothing, or comes after it" : "what it writes is committed at once, whatever becomes of the transaction")}"),
                ]) with
            {
                Evidence = Evidence.Likely,
                Assumption = changesMade ? "it is meant to change the row" : use.IsWrite is false ? "it is meant to be part of the transaction" : "it is not meant to stay when the transaction rolls back",
            };
            // A request is given on by hand, and what is called without it has a transaction of its own: half is as likely meant as not.
            if (use.SetsNothing)
                finding = finding with { Evidence = Evidence.Hazard, Assumption = "something was changed before: what is saved unchanged sends nothing" };
            yield return (outer.IsBeforeWrites ? finding.Lowered("the transaction has written nothing before it: what it reads is the same there as here, and what remains is the second connection", 2)
                : use is { IsWrite: false, Locks: true, Joins.Length: 0 } ? finding.Lowered("what is lost is the lock: where a write depends on the row, that is said there")
                : changesMade ? use.IsLeftToItself || outer.IsLeft ? finding.Lowered("nobody waits for it, and the row is made in this transaction: what is at stake is whether it comes before the COMMIT, and finds no row", 2) : finding
                : use is { IsWrite: true, Joins.Length: 0 } && outer.IsAlone ? finding.Lowered("the transaction itself writes nothing and locks nothing, so a rollback undoes nothing: what remains is the second connection")
                : use is { IsWrite: true, Joins.Length: 0 } && outer.IsSwallowed ? finding.Lowered("its failure is caught and left at that: inside the transaction it would abort the whole")
                : use is { IsWrite: true, Joins.Length: 0 } && outer.IsLast ? finding.Lowered("it is the last thing in the transaction: only a COMMIT that fails would part the two")
                : use is { IsWrite: true, Joins.Length: 0 } && use.MoneyWritten is { } money ? finding.Raised($"what it writes survives a rollback: {money}")
                : use is { IsWrite: false, Joins.Length: > 0 } || (use.IsWrite is false && use.Dropped < use.Steps.Length && use.CouldTake.Length == 0) ? finding.Lowered("it only reads")
                : use is { Database: null, IsWrite: null, CouldTake.Length: > 0 } ? finding.Lowered("what is done there is out of sight")
                : use.IsWrite is false && !outer.ReadsWhatIsWritten && use.CouldTake.Length > 0 ? finding.Lowered("it only reads, and nothing is known to be written there inside the transaction: what remains is the second connection")
                : made is { IsItself: false } ? finding.Lowered("nobody else can have written what belongs to a row that is made here: it only misses what the transaction itself has written")
                : outer.MissesNothing ? finding.Lowered("it reads without a lock, and nothing is seen to be written there inside the transaction: what remains is the second connection")
                : finding).ByReach(scope.Exposure);
        }
    }

    private static Verdict Unbound(ProjectModel project, UnboundUse use)
    {
        var place = project.PlaceOf(use.Call.FirstChild);
        return Rule.At(place, use.IsAlone ? $"`{use.Object}` is called on what was asked for the transaction, and not on `{use.Handle}`, which works in it" : $"`{use.Object}` is called without the transaction of `{use.Handle}`, to which the rest of the function is bound{(use.Others > 0 ? $"; so are {use.Others} more calls of this class" : "")}",
            [
                .. project.FunctionAround(use.Call) is { } function ? function.Exposure.Steps(Side.Only) : [],
                new(project.PlaceOf(use.Binding.FirstChild), use.IsAlone ? $"a transaction begins; its statements go through `{use.Handle}`" : $"here what is called is bound to the transaction of `{use.Handle}`"),
                new(place, use.Others is not null ? "this works with the handle that the object holds at this moment: the one that whoever began last has put there, or none" : "this is not: it runs on another connection, and sees nothing of what the transaction has written"),
            ]) with
        {
            Severity = Severity.P2,
            Evidence = Evidence.Likely,
            Assumption = use.Others is not null ? "the object serves more than one request" : "it is meant to be part of the transaction",
        };
    }

    private static Finding Unheld(ProjectModel project, UnheldTransaction transaction)
    {
        var (place, writes) = (project.PlaceOf(transaction.Opener), transaction.Writes);
        var finding = Rule.At(place, "the function takes no handle of the transaction that begins here: nothing that it writes is in it",
            [
                .. transaction.Function.Exposure.Steps(Side.Only),
                new(place, "a transaction begins, and its function is given the handle, which it does not take"),
                .. writes.Take(MostWrites).Select((write, i) => new Step(transaction.Function.PlaceOf(write), i == 0 ? $"`{write.Query.Table}` is written on another connection: committed at once" : $"so is `{write.Query.Table}`: when this fails, what was written before stays")),
            ]) with
        {
            Evidence = Evidence.Likely,
            Assumption = "what is written here is meant to be saved as a whole",
            Repair = "Take the handle (`async (tx) => …`) and send every statement on it.",
        };
        return (writes.Select(write => (write.Call, write.Query)).Distinct().Count() < 2 ? finding.Lowered("it writes once, and so nothing is left half done: what remains is the second connection", 2)
            // It is as if there were no transaction: only when a later statement fails is something left half done.
            : writes.Select(write => Money.In(write.Query)).FirstOrDefault(found => found is not null) is { } money ? finding with { Money = money }
            : finding.Lowered("no money is among what is left half done when a later one fails")).ByReach(transaction.Function.Exposure);
    }

    private static string NotSeen(RowMade? made) => made switch
    {
        null => "it does not see what the transaction has written",
        { IsItself: true } => "the row that it asks for is made in this transaction, and nobody sees it there before the COMMIT: it finds nothing",
        { Table: var table } => $"what it asks for belongs to the row of `{table}` that is made in this transaction: others have nothing there, and what the transaction itself has written there it does not see",
    };

    private static string OpenerText(TransactionScope scope) => scope.Form switch
    {
        ScopeForm.Given when scope.IsCarried => $"`{scope.Handle}` comes with an open transaction",
        ScopeForm.Given => $"the transaction comes as `{scope.Handle}`",
        _ when scope.IsCarried => $"a transaction begins; `{scope.Handle}` carries it, and what is given that joins it",
        _ => $"a transaction begins; its statements go through `{scope.Handle}`",
    };

    private static string Message(InnerUse use, TransactionScope scope) =>
        use.Joins.Length > 0 ? $"`{CodeLine.Of(use.DroppedAt.FirstChild.Text)}` is not given `{scope.Handle}`, which carries the transaction: it runs outside of it" : use.Dropped == use.Steps.Length ? use.CouldTake.Length > 0 ? $"`{use.CouldTake}` is not given here: this runs outside the transaction of `{scope.Handle}`" : $"`{use.Receiver}` is not `{scope.Handle}`: this runs outside the transaction"
        : use.CouldTake.Length > 0 ? $"`{scope.Handle}` is not passed on, though what is called here would take it as `{use.CouldTake}`: it runs outside the transaction"
        : use.IsWrite is false ? $"what is called here reads `{use.Database!.Queries[0].Table}` on `{use.Receiver}` and not on `{scope.Handle}`: it does not see what the transaction writes there"
        : $"what is called here writes on `{use.Receiver}` and not on `{scope.Handle}`: outside the transaction";
}
