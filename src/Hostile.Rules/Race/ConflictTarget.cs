using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>ON CONFLICT minds one unique key, and another one can be violated.</summary>
public static class ConflictTarget
{
    public static readonly Rule Rule = new("race/conflict-target")
    {
        Severity = Severity.P2,
        Title = "ON CONFLICT names one unique key, and another one can be violated",
        Why = """
            `ON CONFLICT (a)` handles duplicates of `a` and nothing else. A row that agrees with an existing one in another unique key fails with 23505,
            as if there were no ON CONFLICT at all.
            """,
        Fix = """
            Catch 23505 of the other key and say what it means, or leave the target out where nothing needs to be updated: `ON CONFLICT DO NOTHING` minds every key.
            """,
        Risk = "An upsert that looks safe fails for some inputs: requests end in errors, and a batch is lost whole.",
        Unseen = "Keys over expressions and parts of a table; primary keys, whose values are taken to be new.",
        Bad =
        [
            """
            // @filename: db/001.sql
            CREATE TABLE member (id uuid PRIMARY KEY, email text NOT NULL UNIQUE, handle text NOT NULL UNIQUE);
            // @filename: example.ts
            import type { Pool } from 'pg';
            export async function save(pool: Pool, id: string, email: string, handle: string) {
              await pool.query('INSERT INTO member (id, email, handle) VALUES ($1, $2, $3) ON CONFLICT (email) DO UPDATE SET handle = EXCLUDED.handle', [id, email, handle]); // expect: race/conflict-target
            }
            """,
        ],
        Good =
        [
            """
            // @filename: db/001.sql
            CREATE TABLE member (id uuid PRIMARY KEY, email text NOT NULL UNIQUE, handle text NOT NULL UNIQUE);
            // @filename: example.ts
            import type { Pool } from 'pg';
            export async function save(pool: Pool, id: string, email: string, handle: string) {
              const { rowCount } = await pool.query('INSERT INTO member (id, email, handle) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [id, email, handle]);
              return rowCount === 1;
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var call in function.DatabaseCalls)
        {
            foreach (var query in call.Queries)
            {
                if (query is not { Conflict: not null, Table: { } name } || function.Project.Schema.Table(name, function.Module.Path) is not { } table)
                    continue;
                var place = function.PlaceOf(call.Call);
                if (query.Conflict is { Columns.IsEmpty: true, Constraint: null, HasExpressions: false, IsPartlyUnknown: false } && table.UniqueKeys.Length > 1)
                    yield return Rule.Clear(place, "ON CONFLICT without a target minds every key");
                if (UnmindedKey.Of(new(call, query), table, function) is not [var found, ..])
                    continue;
                var other = $"UNIQUE ({found.Other.Describe()}) on {table.Name} ({found.Other.Place})";
                if (function.HandlerOf(new(call, query)) is { Exists: true } handler)
                {
                    yield return Rule.Clear(place, $"{other} can be violated, and the error is caught ({function.PlaceOf(handler)})");
                    continue;
                }

                yield return (Rule.At(place, $"a row that agrees with another one in `{string.Join(", ", found.Other.Columns)}` fails with a duplicate key: ON CONFLICT minds only ({found.Minded.Describe()})",
                    new Step(found.Minded.Place, $"the key that ON CONFLICT minds: ({found.Minded.Describe()})"),
                    new Step(found.Other.Place, $"the key that it does not: ({found.Other.Describe()})"),
                    new Step(place, "fails with 23505 (unique_violation) where only the second is violated")) with
                {
                    Evidence = Evidence.Likely,
                    Assumption = $"two rows of `{table.Name}` can agree in ({found.Other.Describe()}) and differ in ({found.Minded.Describe()})",
                }).ByReach(function.Exposure);
            }
        }
    }
}
