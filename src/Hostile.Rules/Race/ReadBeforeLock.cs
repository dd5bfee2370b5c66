using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>A row is read, then locked, and what was read before the lock is used under it.</summary>
public static class ReadBeforeLock
{
    public static readonly Rule Rule = new("race/read-before-lock")
    {
        Severity = Severity.P1,
        Title = "A decision is read before the lock is taken, and not read again under it",
        Why = """
            While this execution waits for the lock, the one that holds it changes the row. The lock is granted when that is done, and what was read before it is old:
            the lock costs its wait and protects nothing.
            """,
        Fix = """
            Take the lock first, and read under it: use the row that `SELECT … FOR UPDATE` returns, or move the read behind the lock.
            """,
        Risk = "As without a lock: one change overwrites another, or what may happen once happens twice.",
        Unseen = "Locks outside of the database; a lock that is taken in another function more than three calls away.",
        Bad =
        [
            """
            import type { PoolClient } from 'pg';
            export async function withdraw(client: PoolClient, id: string, amount: number) {
              const { rows } = await client.query('SELECT balance FROM account WHERE id = $1', [id]);
              await client.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [id]);
              await client.query('UPDATE account SET balance = $1 WHERE id = $2', [rows[0].balance - amount, id]); // expect: race/read-before-lock
            }
            """,
        ],
        Good =
        [
            """
            import type { PoolClient } from 'pg';
            export async function withdraw(client: PoolClient, id: string, amount: number) {
              const { rows } = await client.query('SELECT balance FROM account WHERE id = $1 FOR UPDATE', [id]);
              await client.query('UPDATE account SET balance = $1 WHERE id = $2', [rows[0].balance - amount, id]);
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var race in function.RowRaces.ReadModifyWrites.Concat(function.RowRaces.ChecksThenUpdates).Concat(function.RowRaces.ChecksThenInserts).DistinctBy(race => race.Write.Call))
        {
            if (Protection.LateLock(race, function) is not { } late || Protection.Of(race, function) is not null || IsGuarded(race, function))
                continue;
            var finding = Rule.At(function.PlaceOf(race.Write.Call), $"what decides here was read before the lock of line {function.PlaceOf(late).Line} was taken, and may have changed while it was waited for",
                [
                    .. function.StartOf(race),
                    .. function.Steps(race.Read, $"reads `{race.Write.Query.Table}` without a lock", Side.A),
                    function.LastStep(late, "takes the lock; A waits for it", Side.B),
                    function.LastStep(race.Write, "changes the rows and commits", Side.B),
                    .. function.Steps(late, "is granted the lock", Side.A),
                    .. function.Steps(race.Write, "writes by what it read before", Side.A),
                ]);
            yield return InsertRace.Weighed(finding, race, function);
        }
    }

    private static bool IsGuarded(RowRace race, FunctionModel function) =>
        race.Anomaly is Anomaly.Phantom ? InsertRace.Safety(race, function) is not null
        : Protection.GuardOf(race, function) is not null || Protection.StateGuardOf(race) is not null || (race.Deciding.Exists && race.Consequence is Consequence.None);
}
