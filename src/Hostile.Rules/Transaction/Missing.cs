using Hostile.Model;
using Hostile.Model.Database;
using Hostile.Model.Summaries;

namespace Hostile.Rules.Transaction;

/// <summary>Two writes that belong together are committed one by one.</summary>
public static class Missing
{
    public static readonly Rule Rule = new("transaction/missing")
    {
        Severity = Severity.P2,
        Title = "Writes to related tables are not in one transaction",
        Why = """
            Each statement on a pool is committed by itself. When the second fails, or the process ends between the two, the first stays alone:
            an order without its lines, a payment without its booking. Nobody else may see the state between, but everybody does.
            Reported are a row and those that are inserted with what it gave, rows that are moved (`position = position - 1`) for one that is changed by itself,
            an amount that is booked in two places, a row whose contents go elsewhere, and a state after which a second try is turned away.
            """,
        Fix = """
            Run both in one transaction, or write both in one statement (WITH … INSERT).
            """,
        Risk = "Half-done changes that nothing repairs: rows without what they need, found weeks later.",
        Unseen = "Writes in tools, of which the first is an upsert, or of which one only changes or deletes a row of another table and none of the above holds; logs and events; writes more than three calls away, and half states that something else repairs.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function order(pool: Pool, customer: string, item: string) {
              const { rows } = await pool.query('INSERT INTO orders (customer) VALUES ($1) RETURNING id', [customer]);
              await pool.query('INSERT INTO line (order_id, item) VALUES ($1, $2)', [rows[0].id, item]); // expect: transaction/missing
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function order(pool: Pool, customer: string, item: string) {
              const client = await pool.connect();
              try {
                await client.query('BEGIN');
                const { rows } = await client.query('INSERT INTO orders (customer) VALUES ($1) RETURNING id', [customer]);
                await client.query('INSERT INTO line (order_id, item) VALUES ($1, $2)', [rows[0].id, item]);
                await client.query('COMMIT');
              } catch (error) {
                await client.query('ROLLBACK');
                throw error;
              } finally {
                client.release();
              }
            }
            """,
        ],
        Check = Rule.EachFunction(Check),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function) => function.SplitWrites.Select(split => Judge(split, function));

    private static Verdict Judge(SplitWrite split, FunctionModel function)
    {
        var place = function.PlaceOf(split.Second.Call);
        if (split.Compensation.Exists)
            return Rule.Clear(place, $"what was written first is undone when this fails (line {function.PlaceOf(split.Compensation).Line})");

        var (first, second) = (split.First.Queries[0], split.Second.Queries[0]);
        var finding = Rule.At(place, first.Kind is not QueryKind.Insert || first.Table!.Value.Matches(second.Table!.Value) ? $"when this fails, what was done to `{first.Table}` before stays: {split.Relation}" : $"when this fails, what was written to `{first.Table}` stays alone: {split.Relation}",
            [
                .. function.Exposure.Steps(Side.Only),
                .. function.Steps(new(split.First, first), $"writes to `{first.Table}`, which is committed at once", Side.Only),
                .. function.Steps(new(split.Second, second), $"writes to `{second.Table}`: when it fails, or the process ends before it, the first stays", Side.Only),
            ]) with
        {
            Evidence = Evidence.Likely,
            Assumption = "nothing repairs the half that stays",
            Money = split.Money,
        };
        if (split.Repair is { } repair)
            finding = finding.Lowered($"whoever comes next for the same row finds it, and makes up what is missing (line {function.PlaceOf(repair.Call).Line})") with { Risk = "Until it is done again, a row is without what belongs to it.", Assumption = "somebody comes again for the same row" };
        else if (split.IsOutOfReach)
            finding = finding.Lowered($"nothing refers to what stays of `{first.Table}`, and nobody looks for it: it only takes room") with { Risk = "Rows that nobody uses add up.", Assumption = "nothing clears away what stays" };
        else if (split is { IsCount: true, Money: null })
            finding = finding.Lowered("what goes apart is a count: no row is lost");
        return finding.ByMoneyAndReach(function.Exposure);
    }
}
