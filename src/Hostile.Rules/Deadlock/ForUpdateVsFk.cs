using Hostile.Model;
using Hostile.Model.Database;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Deadlock;

/// <summary>A parent row is locked FOR UPDATE where FOR NO KEY UPDATE is enough: insertions of rows that refer to it wait, or wait for each other.</summary>
public static class ForUpdateVsFk
{
    public static readonly Rule Rule = new("deadlock/for-update-vs-fk")
    {
        Severity = Severity.P2,
        Title = "FOR UPDATE on a row that other rows refer to",
        Why = """
            A foreign key locks the row that it refers to FOR KEY SHARE, and FOR UPDATE conflicts with that: every insertion of a row that refers to it waits.
            Two transactions that both insert such a row and then lock the parent FOR UPDATE wait for each other for ever (40P01).
            """,
        Fix = """
            Lock `FOR NO KEY UPDATE`: it keeps other writers out just as well, and lets foreign keys through. FOR UPDATE is for rows that are deleted or whose key changes.
            """,
        Risk = "Insertions stand still while the row is locked, or one of two transactions ends with a deadlock.",
        Unseen = "Foreign keys that no migration and no model tells of.",
        Bad =
        [
            """
            // @filename: db/001.sql
            CREATE TABLE account (id uuid PRIMARY KEY, balance numeric NOT NULL);
            CREATE TABLE entry (id uuid PRIMARY KEY, account_id uuid NOT NULL REFERENCES account (id), amount numeric NOT NULL);
            // @filename: example.ts
            import type { Pool } from 'pg';
            export async function post(pool: Pool, id: string, entry: string, amount: number) {
              const client = await pool.connect();
              client.on('error', () => {});
              try {
                await client.query('BEGIN');
                await client.query('INSERT INTO entry (id, account_id, amount) VALUES ($1, $2, $3)', [entry, id, amount]);
                await client.query('SELECT balance FROM account WHERE id = $1 FOR UPDATE', [id]); // expect: deadlock/for-update-vs-fk
                await client.query('UPDATE account SET balance = balance + $1 WHERE id = $2', [amount, id]);
                await client.query('COMMIT');
                client.release();
              } catch (error) {
                client.release(true);
                throw error;
              }
            }
            """,
        ],
        Good =
        [
            """
            // @filename: db/001.sql
            CREATE TABLE account (id uuid PRIMARY KEY, balance numeric NOT NULL);
            CREATE TABLE entry (id uuid PRIMARY KEY, account_id uuid NOT NULL REFERENCES account (id), amount numeric NOT NULL);
            // @filename: example.ts
            import type { Pool } from 'pg';
            export async function post(pool: Pool, id: string, entry: string, amount: number) {
              const client = await pool.connect();
              client.on('error', () => {});
              try {
                await client.query('BEGIN');
                await client.query('SELECT balance FROM account WHERE id = $1 FOR NO KEY UPDATE', [id]);
                await client.query('INSERT INTO entry (id, account_id, amount) VALUES ($1, $2, $3)', [entry, id, amount]);
                await client.query('UPDATE account SET balance = balance + $1 WHERE id = $2', [amount, id]);
                await client.query('COMMIT');
                client.release();
              } catch (error) {
                client.release(true);
                throw error;
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var locks in ParentLock.In(function).GroupBy(found => function.PlaceOf(found.Lock.Call)))
        {
            if (locks.FirstOrDefault(found => found.Before is not null) is { } crossed)
                yield return Crossed(crossed, function);
            else if (locks.FirstOrDefault(found => found.Needed is not null) is { } needed)
                yield return Rule.Clear(locks.Key, needed.Needed!);
            else
                yield return Holds(function) ? Waiting(locks.First(), function) : Waiting(locks.First(), function).Lowered("the transaction waits for nothing but the database");
        }
    }

    /// <summary>Whether the lock is held while another server is asked, or time passes.</summary>
    private static bool Holds(FunctionModel function) => function.TransactionScopes.SelectMany(scope => scope.Uses).Any(use => use.Kind is InnerKind.Request or InnerKind.Sleep);

    /// <summary>The transaction has a key-share lock on the row already, and so may have another one.</summary>
    private static Finding Crossed(ParentLock found, FunctionModel function)
    {
        var finding = Rule.At(function.PlaceOf(found.Lock.Call), $"two transactions that each insert into `{found.Child.Name}` and then lock the same row of `{found.Parent.Name}` FOR UPDATE wait for each other",
            [
                .. function.Exposure.Steps(Side.A),
                function.LastStep(found.Before!, $"inserts a row: its foreign key ({found.Reference.Place}) locks the row of `{found.Parent.Name}` FOR KEY SHARE", Side.A),
                function.LastStep(found.Before!, "does the same: both have the shared lock", Side.B),
                function.LastStep(found.Lock, "waits for B", Side.A),
                function.LastStep(found.Lock, "waits for A: the server ends one of them with 40P01 (deadlock_detected)", Side.B),
            ]);
        if (!function.Exposure.IsConcurrent)
            finding = finding with { Evidence = Evidence.Likely, Assumption = $"`{function.Name}` runs twice at the same time for one row of `{found.Parent.Name}`" };
        return finding.ByReach(function.Exposure);
    }

    private static Finding Waiting(ParentLock found, FunctionModel function) =>
        (Rule.At(function.PlaceOf(found.Lock.Call), $"while the row of `{found.Parent.Name}` is locked FOR UPDATE, no row of `{found.Child.Name}` that refers to it can be inserted",
            function.LastStep(found.Lock, "locks the row, its key included, until the transaction ends", Side.A),
            new Step(found.Reference.Place, $"({string.Join(", ", found.Reference.Columns)}) refers to the row: an insertion waits", Side.B)) with
        {
            Evidence = Evidence.Hazard,
        }).ByReach(function.Exposure);
}
