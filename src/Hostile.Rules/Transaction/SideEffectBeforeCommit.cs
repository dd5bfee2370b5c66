using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Transaction;

/// <summary>A job or a message is handed over inside the transaction whose rows it is about.</summary>
public static class SideEffectBeforeCommit
{
    public static readonly Rule Rule = new("transaction/side-effect-before-commit")
    {
        Severity = Severity.P1,
        Title = "A job or message is sent before the transaction that it is about has committed",
        Why = """
            A worker may take the job at once, before the commit, and not find the row that it is about. And when the transaction rolls back,
            the job runs all the same, about something that never happened.
            """,
        Fix = """
            Send it after the commit. Where it must not be lost either, write it into an outbox table in the same transaction, and let a worker send what stands there.
            """,
        Risk = "Jobs fail at random under load, and customers are told of things that were rolled back.",
        Unseen = "Queues of which nothing is known, and events inside the process.",
        Bad =
        [
            """
            import type { Queue } from 'bullmq';
            import type { Knex } from 'knex';
            export async function order(knex: Knex, mails: Queue, id: string) {
              await knex.transaction(async (trx) => {
                await trx('orders').insert({ id });
                await mails.add('confirm', { id }); // expect: transaction/side-effect-before-commit
              });
            }
            """,
        ],
        Good =
        [
            """
            import type { Queue } from 'bullmq';
            import type { Knex } from 'knex';
            export async function order(knex: Knex, mails: Queue, id: string) {
              await knex.transaction(async (trx) => {
                await trx('orders').insert({ id });
              });
              await mails.add('confirm', { id });
            }
            """,
        ],
        Check = Check,
    };

    private static IEnumerable<Verdict> Check(ProjectModel project)
    {
        foreach (var (scope, use) in project.OtherUsesInTransactions)
        {
            if (use.Kind is not InnerKind.Message)
                continue;
            var place = project.PlaceOf(use.Outermost);
            if (use.IsInside)
            {
                yield return Rule.Clear(place, $"it is given `{scope.Handle}`: it is written in the transaction, and rolls back with it");
                continue;
            }

            // What is not known may write; a transaction that only reads has nothing to tell.
            var writes = scope.Uses.Where(other => other is { IsInside: true, Kind: InnerKind.Statement, IsWrite: not false }).ToList();
            var written = writes.Find(other => other.Outermost.Span.Start <= use.Outermost.Span.Start) ?? writes.FirstOrDefault();
            if (written is null)
            {
                yield return Rule.Clear(place, "the transaction writes nothing that we see");
                continue;
            }

            var finding = Rule.At(place, $"`{CodeLine.Of(use.Call.FirstChild.Text)}` is sent before the transaction has committed",
                [
                    .. scope.Exposure.Steps(Side.Only),
                    new(project.PlaceOf(scope.Opener), scope.Form is ScopeForm.Given ? $"the transaction comes as `{scope.Handle}`" : "a transaction begins"),
                    new(project.PlaceOf(written.Call), "writes what nobody else sees before the commit"),
                    .. use.Steps.Select(call => new Step(project.PlaceOf(call), $"calls `{CodeLine.Of(call.FirstChild.Text)}`")),
                    new(project.PlaceOf(use.Call), "sends it: a worker may act on it at once, and does so even when the transaction rolls back"),
                ]) with
            {
                Evidence = Evidence.Likely,
                Assumption = "whoever receives it relies on what the transaction writes",
            };
            // What goes before all that is written seldom tells of it.
            if (written.Outermost.Span.Start > use.Outermost.Span.Start)
                finding = finding.Lowered("the transaction writes only after it: what is sent is not about that, and merely is not taken back");
            else if (writes.TrueForAll(other => other.MoneyWritten is null))
                finding = finding.Lowered("no money is written: a job that finds nothing fails or is tried again");
            yield return finding.ByReach(scope.Exposure);
        }
    }
}
