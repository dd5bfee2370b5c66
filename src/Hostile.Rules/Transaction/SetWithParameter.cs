using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Transaction;

/// <summary>A parameter stands in a statement in which PostgreSQL takes none.</summary>
public static class SetWithParameter
{
    public static readonly Rule Rule = new("transaction/set-with-parameter")
    {
        Severity = Severity.P0,
        Title = "A utility statement has a parameter, which PostgreSQL always rejects",
        Why = """
            Parameters exist only in SELECT, INSERT, UPDATE, DELETE, MERGE and VALUES. `SET LOCAL app.user = $1`, `LISTEN $1` or `NOTIFY ch, $1`
            is a syntax error (42601) each time it runs, and inside a transaction the error aborts everything that came before.
            """,
        Fix = """
            Call the function that does the same: `SELECT set_config($1, $2, true)` for SET LOCAL, `SELECT pg_notify($1, $2)` for NOTIFY.
            """,
        Risk = "The statement fails every time it is reached: the request ends in an error, or the setting it relies on (often row-level security) is never made.",
        Unseen = "Text that is put together at run time; drivers that put parameters into the text themselves are told apart by their knowledge file.",
        Bad =
        [
            """
            import type { PoolClient } from 'pg';
            export async function actAs(client: PoolClient, user: string) {
              await client.query('SET LOCAL app.user = $1', [user]); // expect: transaction/set-with-parameter
            }
            """,
        ],
        Good =
        [
            """
            import type { PoolClient } from 'pg';
            export async function actAs(client: PoolClient, user: string) {
              await client.query("SELECT set_config('app.user', $1, true)", [user]);
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
                var place = function.PlaceOf(call.Call);
                if (query.ImpossibleParameters is not [var first, ..])
                {
                    if (query.Settings.Any(setting => setting is { IsFunction: true, Value.Source: ValueSource.Parameter }))
                        yield return Rule.Clear(place, "set_config is a function: it takes parameters");
                    continue;
                }

                var parameter = call.Constant!.ToSql().Show(first);
                var statement = call.Constant.ToSql().Show(query.Span).Trim();
                yield return (Rule.At(place, $"PostgreSQL takes no parameter in `{Shortened(statement)}`: it is a syntax error each time",
                    new Step(function.PlaceOf(call.Text), $"the statement goes to the server with `{parameter}` in it"),
                    new Step(place, "the server answers with a syntax error (42601); a transaction it stands in is aborted")) with
                {
                    RepairCode = query.Settings is [var setting, ..] && setting.Name.Length > 0
                        ? $"await {call.Handle.Text}.query(`SELECT set_config('{setting.Name}', $1, {(setting.IsLocal ? "true" : "false")})`, [value]);"
                        : null,
                }).ByReach(function.Exposure);
            }
        }
    }

    private static string Shortened(string statement) => statement.Length <= 60 ? statement : string.Concat(statement.AsSpan(0, 59), "…");
}
