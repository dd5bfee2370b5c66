using Hostile.Model;
using Hostile.Model.Database;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Transaction;

/// <summary>A transaction runs at a level at which PostgreSQL refuses one of two that conflict, and nobody tries the refused one again.</summary>
public static class NoRetry
{
    public static readonly Rule Rule = new("transaction/no-retry")
    {
        Severity = Severity.P2,
        Title = "A SERIALIZABLE or REPEATABLE READ transaction is not tried again when the server refuses it",
        Why = """
            At these levels PostgreSQL keeps two transactions apart by letting one of them fail (40001), also at COMMIT. That is no error of the program but the price of the level:
            whoever chooses it must run the whole transaction again.
            """,
        Fix = """
            Put a loop around the whole transaction that runs it again on 40001 and 40P01, a few times and with a pause that grows.
            """,
        Risk = "Under load users see errors for requests that would have succeeded a moment later.",
        Unseen = "Retries that are made outside the program, and by libraries of which nothing is known.",
        Bad =
        [
            """
            import type { PrismaClient } from '@prisma/client';
            export async function book(prisma: PrismaClient, id: string) {
              await prisma.$transaction(async (tx) => { // expect: transaction/no-retry
                await tx.seat.updateMany({ where: { id, taken: false }, data: { taken: true } });
              }, { isolationLevel: 'Serializable' });
            }
            """,
        ],
        Good =
        [
            """
            import type { PrismaClient } from '@prisma/client';
            export async function book(prisma: PrismaClient, id: string) {
              for (let attempt = 0; ; attempt++) {
                try {
                  return await prisma.$transaction(async (tx) => {
                    await tx.seat.updateMany({ where: { id, taken: false }, data: { taken: true } });
                  }, { isolationLevel: 'Serializable' });
                } catch (error: any) {
                  if (error.code !== 'P2034' || attempt === 3) throw error;
                }
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.HasTransactions),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var strict in function.StrictTransactions)
        {
            var project = function.Project;
            var place = project.PlaceOf(strict.Scope.Opener.FirstChild);
            if (strict.Reads)
            {
                yield return Rule.Clear(place, "it only reads");
                continue;
            }

            if (strict.Retry.Exists)
            {
                yield return Rule.Clear(place, $"it is tried again, as far as we see ({project.PlaceOf(strict.Retry)})");
                continue;
            }

            var exposure = function.Exposure;
            if (exposure.Kind is StartKind.Job)
            {
                yield return Rule.Clear(place, "it is a job, which its queue runs again");
                continue;
            }

            yield return (Rule.At(place, $"at {(strict.Level is IsolationLevel.Serializable ? "SERIALIZABLE" : "REPEATABLE READ")} one of two conflicting transactions fails with 40001, and nothing runs it again",
                [
                    .. exposure.Steps(Side.Only),
                    new(place, "begins a transaction at this level"),
                    new(place, "fails with 40001 when another one has changed what it uses, and the failure goes to the caller"),
                ]) with
            {
                Evidence = Evidence.Likely,
                Assumption = "no caller out of sight tries it again",
            }).ByReach(exposure);
        }
    }
}
