using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Transaction;

/// <summary>Work is started side by side inside a transaction, and goes on when one part of it has failed and the transaction is rolled back.</summary>
public static class ParallelOnClient
{
    public static readonly Rule Rule = new("transaction/parallel-on-client")
    {
        Severity = Severity.P1,
        Title = "Parallel work inside a transaction goes on after the transaction was rolled back",
        Why = """
            `Promise.all` rejects with the first failure and leaves the others running. The transaction is rolled back and its connection given back, and then the others
            send their next statement: on a connection that is in no transaction any more, or in somebody else's. It is committed by itself.
            Nothing is won either: one connection runs one statement at a time. Where an object carries the transaction (a request, a context), the first part that ends it
            ends it for all: the others go on outside, half of their work in the transaction and half not.
            """,
        Fix = """
            Send the statements one after the other, or wait for all with `Promise.allSettled` before the transaction ends, and throw then.
            """,
        Risk = "Half of a rolled-back transaction stands in the database, at random, only when something fails.",
        Unseen = "Handles of which it is not known what they do after the end, and work that is collected in an array first.",
        Bad =
        [
            """
            import type { Sql } from 'postgres';
            export async function importAll(sql: Sql, ids: string[]) {
              await sql.begin(async (tx) => {
                await Promise.all(ids.slice(0, 5).map(async (id) => { // expect: transaction/parallel-on-client
                  await tx`INSERT INTO item (id) VALUES (${id})`;
                  await tx`INSERT INTO log (item) VALUES (${id})`;
                }));
              });
            }
            """,
        ],
        Good =
        [
            """
            import type { Sql } from 'postgres';
            export async function importAll(sql: Sql, ids: string[]) {
              await sql.begin(async (tx) => {
                for (const id of ids) {
                  await tx`INSERT INTO item (id) VALUES (${id})`;
                  await tx`INSERT INTO log (item) VALUES (${id})`;
                }
              });
            }
            """,
        ],
        Check = Rule.EachFunction(Check),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var shared in function.SharedContexts)
            yield return Shared(function, shared);
        foreach (var scope in function.TransactionScopes.Where(scope => scope.IsTransaction))
        {
            foreach (var work in scope.ParallelWork)
            {
                var place = function.PlaceOf(work.Start.FirstChild);
                if (work.AfterEnd is AfterEnd.Rejects)
                    yield return Rule.Clear(place, $"`{scope.Handle}` refuses what is sent after the end: nothing of it is saved");
                if (work.AfterEnd is not (AfterEnd.Runs or AfterEnd.Queued))
                    continue;
                var isSame = work.First == work.Late;
                var finding = Rule.At(place, $"when one of these fails, the others go on after the rollback of `{scope.Handle}`, and what they write then is committed",
                    [
                        .. function.Exposure.Steps(Side.Only),
                        new(function.Project.PlaceOf(scope.Opener), scope.Form is ScopeForm.Given ? $"the transaction comes as `{scope.Handle}`" : "a transaction begins"),
                        new(place, "starts all before the first is done; the first failure ends the wait, and the transaction is rolled back"),
                        .. isSame ? Array.Empty<Step>() : [new(function.Project.PlaceOf(work.First.Call), "one fails here")],
                        new(function.Project.PlaceOf(work.Late.Call), work.AfterEnd is AfterEnd.Queued
                            ? $"a third waits in the queue of `{scope.Handle}` while another one is under way: it is sent behind the rollback, and runs outside the transaction"
                            : "another one comes here only now: its statement runs outside the transaction"),
                    ]);
                if (work.Late.IsWrite is not true)
                    finding = finding with { Evidence = Evidence.Likely, Assumption = "the statement changes something" };
                else if (scope.Form is ScopeForm.Given)
                    finding = finding with { Evidence = Evidence.Likely, Assumption = $"`{scope.Handle}` is rolled back by whoever began it when this rejects" };
                if (work.IsRefused)
                    finding = finding.Lowered("where a statement fails, the server refuses the others until the ROLLBACK, and they come before it: only an error of the program itself lets one through", 2);
                yield return (work.Late.IsWrite is false ? finding.Lowered("what runs late only reads") : finding).ByReach(function.Exposure);
            }
        }
    }

    private static Verdict Shared(FunctionModel function, SharedContext shared)
    {
        var (project, context) = (function.Project, shared.Context);
        var place = function.PlaceOf(shared.Start.FirstChild);
        var message = shared.EndedBy.Exists ? $"one of these ends the transaction of `{context}` while the others still use it"
            : shared.Scope is null ? $"the first of these begins and ends a transaction in `{context}`, and the others are half inside it"
            : $"these share the transaction of `{context}`: the first failure undoes what the others wrote, and what they write after it is committed";
        return Rule.At(place, message,
            [
                .. function.Exposure.Steps(Side.Only),
                .. shared.Scope is { } scope ? [new Step(project.PlaceOf(scope.Opener), $"a transaction begins in `{context}`")] : Array.Empty<Step>(),
                new(place, "starts all before the first is done"),
                new(project.PlaceOf(shared.First), shared.Scope is null ? $"begins a transaction in `{context}` when it carries none, and ends it" : $"runs in the transaction of `{context}`"),
                .. shared.EndedBy.Exists ? [new Step(project.PlaceOf(shared.EndedBy), "ends it for all of them")] : Array.Empty<Step>(),
                new(project.PlaceOf(shared.Second), shared.Scope is null && !shared.EndedBy.Exists ? "joins it, and goes on when it has ended: the rest is outside" : "another one is under way: what it sends from then on is outside"),
            ]) with
        {
            Severity = shared.EndedBy.Exists ? Severity.P1 : Severity.P2,
            Evidence = Evidence.Likely,
            Assumption = shared.Scope is null ? $"`{context}` carries no transaction of a caller, or one of these fails" : "one of these fails",
        };
    }
}
