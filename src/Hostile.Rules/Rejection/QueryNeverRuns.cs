using Hostile.Model;
using Hostile.Model.Database;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Rejection;

/// <summary>A query is built, and nobody awaits it: it is never sent.</summary>
public static class QueryNeverRuns
{
    public static readonly Rule Rule = new("rejection/query-never-runs")
    {
        Severity = Severity.P1,
        Title = "A query is built and never runs",
        Why = """
            What a query builder returns does nothing until it is awaited or executed. Without that the statement is never sent, and nothing fails:
            the row is not written, and no error says so.
            """,
        Fix = """
            `await` it, or call what executes it.
            """,
        Risk = "Data that the code believes to have written is not there.",
        Unseen = "A builder that a variable holds may be run later; it is not followed. Only libraries that have a knowledge file are known to be lazy.",
        Bad =
        [
            """
            import postgres from 'postgres';
            const sql = postgres({ connect_timeout: 10, connection: { statement_timeout: 5000, lock_timeout: 2000, idle_in_transaction_session_timeout: 10000 } });
            export function seen(id: string) {
              sql`UPDATE message SET seen = true WHERE id = ${id}`; // expect: rejection/query-never-runs
            }
            """,
        ],
        Good =
        [
            """
            import postgres from 'postgres';
            const sql = postgres({ connect_timeout: 10, connection: { statement_timeout: 5000, lock_timeout: 2000, idle_in_transaction_session_timeout: 10000 } });
            export async function seen(id: string) {
              await sql`UPDATE message SET seen = true WHERE id = ${id}`;
            }
            """,
        ],
        Check = Rule.EachModule((project, module) => project.DroppedPromisesIn(module).Where(dropped => dropped.Form is DropForm.Lazy).Select(dropped => Report(project, dropped)).OfType<Verdict>()),
    };

    private static Finding? Report(ProjectModel project, DroppedPromise dropped)
    {
        if (project.FunctionAround(dropped.Promise) is not { } function)
            return null;
        var place = project.PlaceOf(dropped.Promise);
        var query = project.UnsentQueriesOf(dropped) is [{ IsWrite: true } only] ? only : null;
        var finding = Rule.At(place, "nobody awaits this query, so it never runs", [.. function.Exposure.Steps(Side.Only), new(place, "builds a query, which begins when it is awaited"), new(place, "nobody awaits it: nothing is sent, and nothing fails")]) with { Money = query is null ? null : Money.In(query) };
        if (finding.Money is { } money)
            finding = finding.Raised($"money: {money}");
        // Whoever writes "void" goes on without it, whatever becomes of it.
        else if (dropped.IsVoid)
            finding = finding.Lowered("`void` says that nothing here waits for it: it goes beside the work");
        else if (query is { Kind: QueryKind.Delete })
            finding = finding.Lowered("rows that ought to be gone stay: nothing is lost");
        return finding.ByReach(function.Exposure);
    }
}
