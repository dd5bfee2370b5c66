using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Transaction;

/// <summary>A statement names a table or a column that the schema does not have.</summary>
public static class StatementNeverRuns
{
    public static readonly Rule Rule = new("transaction/statement-never-runs")
    {
        Severity = Severity.P0,
        // One definition that no source tells of makes it wrong; migrations are written in more ways than are read.
        OffByDefault = true,
        Title = "A statement names a table or column that the schema does not have",
        Why = """
            The server rejects the statement each time (42P01, 42703). Inside a transaction the error aborts all that came before.
            """,
        Fix = """
            Name what the schema has, or add the migration that is missing.
            """,
        Risk = "What the statement is for never happens: the request ends in an error each time it is reached.",
        Unseen = "Schemas that are not known completely: dynamic definitions, tables that no migration makes.",
        Bad =
        [
            """
            // @filename: db/001.sql
            CREATE TABLE account (id uuid PRIMARY KEY, balance numeric NOT NULL);
            // @filename: example.ts
            import type { Pool } from 'pg';
            export async function touch(pool: Pool, id: string) {
              await pool.query('UPDATE account SET touched_at = now() WHERE id = $1', [id]); // expect: transaction/statement-never-runs
            }
            """,
        ],
        Good =
        [
            """
            // @filename: db/001.sql
            CREATE TABLE account (id uuid PRIMARY KEY, balance numeric NOT NULL);
            // @filename: db/002.sql
            ALTER TABLE account ADD COLUMN touched_at timestamptz;
            // @filename: example.ts
            import type { Pool } from 'pg';
            export async function touch(pool: Pool, id: string) {
              await pool.query('UPDATE account SET touched_at = now() WHERE id = $1', [id]);
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        var schema = function.Project.Schema;
        foreach (var call in function.DatabaseCalls)
        {
            // What a call of an ORM sends is made of its models, which have their own checks.
            if (!call.Text.Exists || schema.IsAmongMigrations(function.Module.Path))
                continue;
            foreach (var query in call.Queries)
            {
                if (Contradiction.Of(query, schema, function.Module.Path) is not { } missing)
                    continue;
                var place = function.PlaceOf(call.Call);
                var what = missing.IsTable ? $"the table `{missing.Name}`" : $"the column `{missing.Name}` of `{missing.Table}`";
                yield return Rule.At(place, $"{what} is not there{(missing.WasDropped ? " any more" : "")}: the statement fails each time",
                    new Step(missing.Known, missing.WasDropped ? "a migration takes it away" : $"`{missing.Table}` is made without it, and no migration adds it"),
                    new Step(place, missing.IsTable ? "the server answers 42P01 (undefined_table)" : "the server answers 42703 (undefined_column)")).ByReach(function.Exposure);
            }
        }
    }
}
