using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Transaction;

/// <summary>Another server is asked, or time is waited away, while a transaction is open.</summary>
public static class RemoteCallInside
{
    public static readonly Rule Rule = new("transaction/remote-call-inside")
    {
        Severity = Severity.P1,
        Title = "Another server is waited for while a transaction is open",
        Why = """
            A transaction holds a connection and the locks of every row that it has written until it ends. When the other server is slow, so are all who want
            those rows, and soon the pool is empty. What the other server has done stays done when the transaction rolls back.
            """,
        Fix = """
            Ask before the transaction begins, or after it has committed. What must follow from the commit goes into an outbox table that a worker reads.
            """,
        Risk = "A slow third party becomes an outage of the database: locks and connections are held for as long as it takes to answer.",
        Unseen = "Requests by clients of which nothing is known, and those behind an interface that several classes implement.",
        Bad =
        [
            """
            import axios from 'axios';
            import type { Knex } from 'knex';
            export async function pay(knex: Knex, id: string) {
              await knex.transaction(async (trx) => {
                await trx('account').where({ id }).update({ paid: true });
                await axios.post('https://bank.example/charge', { id }, { timeout: 5000 }); // expect: transaction/remote-call-inside
              });
            }
            """,
        ],
        Good =
        [
            """
            import axios from 'axios';
            import type { Knex } from 'knex';
            export async function pay(knex: Knex, id: string) {
              await axios.post('https://bank.example/charge', { id }, { timeout: 5000 });
              await knex.transaction(async (trx) => {
                await trx('account').where({ id }).update({ paid: true });
              });
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var (scope, use) in project.OtherUsesInTransactions)
        {
            if (use.Kind is not (InnerKind.Request or InnerKind.Sleep) || use.IsLeftToItself)
                continue;
            var place = project.PlaceOf(use.Outermost);
            var locking = scope.Uses.FirstOrDefault(other => other is { IsInside: true, Locks: true } && other.Outermost.Span.Start < use.Outermost.Span.Start);
            var finding = Rule.At(place, use.Kind is InnerKind.Sleep ? "waits while the transaction is open" : $"`{CodeLine.Of(use.Call.FirstChild.Text)}` waits for another server while the transaction is open",
                [
                    .. scope.Exposure.Steps(Side.Only),
                    new(project.PlaceOf(scope.Opener), scope.Form is ScopeForm.Given ? $"the transaction comes as `{scope.Handle}`" : "a transaction begins"),
                    .. locking is null ? Array.Empty<Step>() : [new(project.PlaceOf(locking.Call), "locks rows until the transaction ends")],
                    .. use.Steps.Select(call => new Step(project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`")),
                    new(project.PlaceOf(use.Call), $"waits, and with it {(locking is null ? "the connection that the transaction holds" : "everybody who wants those rows, or the connection")}"),
                ]);
            if (scope.Form is ScopeForm.Given)
                finding = finding with { Evidence = Evidence.Likely, Assumption = $"`{scope.Handle}` is an open transaction here" };
            else if (scope.IsPresumed)
                finding = finding with { Evidence = Evidence.Likely, Assumption = $"`{CodeLine.Of(scope.Opener.FirstChild.Text)}` opens a database transaction" };
            yield return (locking is null ? finding.Lowered("no lock on a row is seen before it: it holds a connection")
                : scope.Uses.Any(other => other is { IsInside: true, MoneyWritten: not null }) ? finding
                : finding.Lowered("what waits behind it is whoever wants the same rows, or a connection")).ByReach(scope.Exposure);
        }
    }
}
