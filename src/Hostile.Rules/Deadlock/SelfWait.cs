using Hostile.Model;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Deadlock;

/// <summary>A row that a transaction has locked is written on another connection, for which the same function waits.</summary>
public static class SelfWait
{
    public static readonly Rule Rule = new("deadlock/self-wait")
    {
        Severity = Severity.P0,
        Title = "A transaction waits for a row that it has locked itself",
        Why = """
            The transaction holds the row's lock until it ends. A statement on another connection that wants the same row waits for that end,
            and the function that would end the transaction waits for the statement. PostgreSQL sees two sessions of which one does nothing, and no cycle: nothing ends it.
            """,
        Fix = """
            Send the statement on the transaction's own handle.
            """,
        Risk = "Every call hangs for good, with a connection and the row's lock; after as many calls as the pool has connections the service stands still.",
        Unseen = "Rows that are locked in one function and written in another, and rows that are chosen by different columns.",
        Bad =
        [
            """
            import { PrismaClient } from '@prisma/client';
            const prisma = new PrismaClient();
            export async function close(id: string) {
              await prisma.$transaction(async (tx) => {
                await tx.$executeRaw`UPDATE account SET closed = true WHERE id = ${id}`;
                await prisma.$executeRaw`UPDATE account SET note = 'closed' WHERE id = ${id}`; // expect: deadlock/self-wait
              });
            }
            """,
        ],
        Good =
        [
            """
            import { PrismaClient } from '@prisma/client';
            const prisma = new PrismaClient();
            export async function close(id: string) {
              await prisma.$transaction(async (tx) => {
                await tx.$executeRaw`UPDATE account SET closed = true WHERE id = ${id}`;
                await tx.$executeRaw`UPDATE account SET note = 'closed' WHERE id = ${id}`;
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
            if (!scope.IsTransaction || scope.RowWaitedFor(use) is not { } locking)
                continue;
            var place = project.PlaceOf(use.DroppedAt);
            yield return Rule.At(place, $"waits for the row of `{locking.Database!.Queries[0].Table}` that `{scope.Handle}` has locked, and so for its own transaction",
                [
                    .. scope.Exposure.Steps(Side.Only),
                    new(project.PlaceOf(scope.Opener), scope.Form is ScopeForm.Given ? $"the transaction comes as `{scope.Handle}`" : "a transaction begins"),
                    new(project.PlaceOf(locking.Call), "locks the row until the transaction ends"),
                    .. use.CallSteps(project),
                    new(project.PlaceOf(use.Call), "wants the same row on another connection: it waits for the end of the transaction, which waits for it"),
                ]).ByReach(scope.Exposure);
        }
    }
}
