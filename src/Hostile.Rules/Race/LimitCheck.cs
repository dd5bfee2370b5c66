using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>Rows are counted or summed up, the number is held against a limit or given to a new row, and then it changes; a second execution counts the same.</summary>
public static class LimitCheck
{
    public static readonly Rule Rule = new("race/limit-check")
    {
        Severity = Severity.P1,
        Title = "Rows are counted for a limit or for the next number, and two executions can count the same",
        Why = """
            Both executions count before either has written, both find room, or the same next number, and both write. They write different rows, so no row lock and no REPEATABLE READ stops
            them (write skew): PostgreSQL notices it at SERIALIZABLE only, and only when both are.
            """,
        Fix = """
            Lock what the limit belongs to before counting (`SELECT … FROM team WHERE id = $1 FOR UPDATE`, in the same transaction, at READ COMMITTED), or keep the number in that row and change it with a condition: `UPDATE team SET seats = seats + 1 WHERE id = $1 AND seats < $2`.
            A next number comes from a sequence, or from such a row.
            """,
        Risk = "The limit does not hold: more seats than were paid for, more spent than is there, a team without an owner; two rows have one number.",
        Unseen = "Triggers that count again; limits over rows of another table than the one that is written, or that a function checks which is not of this program.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function invite(pool: Pool, team: string, email: string) {
              const { rows } = await pool.query('SELECT count(*)::int AS n FROM seat WHERE team = $1', [team]);
              if (rows[0].n >= 5) throw new Error('full');
              await pool.query('INSERT INTO seat (team, email) VALUES ($1, $2)', [team, email]); // expect: race/limit-check
            }
            """,
        ],
        Good =
        [
            """
            import type { PoolClient } from 'pg';
            export async function invite(client: PoolClient, team: string, email: string) {
              await client.query('SELECT 1 FROM team WHERE id = $1 FOR UPDATE', [team]);
              const { rows } = await client.query('SELECT count(*)::int AS n FROM seat WHERE team = $1', [team]);
              if (rows[0].n >= 5) throw new Error('full');
              await client.query('INSERT INTO seat (team, email) VALUES ($1, $2)', [team, email]);
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        var first = FirstRow.In(function).Select(found => found.Race).ToList();
        foreach (var race in first)
            yield return OfFirst(race, function);
        foreach (var race in RowLimits.LimitChecks(function).Concat(NextNumbers.NumbersGiven(function)))
        {
            if (first.Exists(one => one.Write.Call == race.Write.Call))
                continue;
            var write = function.PlaceOf(race.Write.Call);
            var table = function.Project.Schema.Table(race.Write.Query.Table!.Value);
            if (Protection.Of(race, function) is { } protection)
                yield return Rule.Clear(write, protection);
            else if (race.Anomaly is Anomaly.Phantom && InsertRace.ExclusionOf(table) is { } exclusion)
                yield return Rule.Clear(write, exclusion);
            else if (race.Number.Length > 0)
                yield return OfNumber(race, function, write);
            // What is there already is left as it is: those rows are filled in, and are a set by themselves.
            else if (race.Anomaly is Anomaly.Phantom && SecondRow.Of(race, function) is { Key: { } key } second && !race.Key.IsEmpty && (second.IsRefused || race.Write.Query.Conflict is not null))
                yield return Rule.Clear(write, $"UNIQUE ({key.Describe()}) on {race.Write.Query.Table} ({key.Place}) refuses the second");
            else
                yield return Report(race, function, write);
        }
    }

    /// <summary>The right that the first row gets is given twice.</summary>
    private static Verdict OfFirst(RowRace race, FunctionModel function)
    {
        var (write, table) = (function.PlaceOf(race.Write.Call), race.Write.Query.Table);
        if (Protection.Of(race, function) is { } protection)
            return Rule.Clear(write, protection);
        return InsertRace.Weighed(Rule.At(write, $"two executions can both find `{table}` empty, and both rows get the `{race.Number}` of the first",
            [
                .. function.Exposure.Steps(Side.A),
                .. function.Steps(race.Read, $"finds no row of `{table}`", Side.A),
                function.LastStep(race.Read, "runs before A has inserted or committed: finds none either", Side.B),
                .. function.Steps(race.Write, $"inserts the first one, with the `{race.Number}`", Side.A),
                function.LastStep(race.Write, $"inserts another one with the same `{race.Number}`", Side.B),
            ]) with
        {
            Risk = "Two users hold the right that only the first was to have: whoever comes at the same moment is an administrator.",
            Repair = "Look and insert under one lock, in one transaction (`pg_advisory_xact_lock`, or `LOCK TABLE`), or let a partial UNIQUE index allow one such row.",
        }, race, function).Lowered("only while there is no row yet");
    }

    /// <summary>The next number is given out twice; a unique key over the column refuses the second row.</summary>
    private static Verdict OfNumber(RowRace race, FunctionModel function, Place write)
    {
        var (query, name) = (race.Write.Query, $"{race.Write.Query.Table}.{race.Number}");
        var key = function.Project.Schema.Table(query.Table!.Value, function.Module.Path)?.UniqueKeys.FirstOrDefault(key => key.Columns.Contains(race.Number));
        if (key is not null && function.HandlerOf(race.Write) is { Exists: true } handler)
            return Rule.Clear(write, $"UNIQUE ({key.Describe()}) on {query.Table} ({key.Place}) refuses the second, which is caught (line {function.Project.PlaceOf(handler).Line})");
        var finding = InsertRace.Weighed(Rule.At(write, key is null ? $"two executions can both give their row the same `{race.Number}`" : $"two executions can both choose the same `{race.Number}`, and the second fails with a duplicate key",
            [
                .. function.Exposure.Steps(Side.A),
                .. function.Steps(race.Read, $"reads what the next `{race.Number}` is made of", Side.A),
                function.LastStep(race.Read, "reads the same", Side.B),
                .. function.Steps(race.Write, $"{(query.Kind is QueryKind.Insert ? "inserts a row with" : "gives its row")} the next `{race.Number}`", Side.A),
                function.LastStep(race.Write, query.Kind is not QueryKind.Insert ? "gives another one the same" : key is null ? "inserts another one with the same" : $"inserts another one with the same: UNIQUE ({key.Describe()}) refuses it (23505)", Side.B),
            ]) with
        { Repair = "Take the number from a sequence, or lock what the numbers belong to before reading (`SELECT … FOR UPDATE` of the parent row, in the same transaction)." }, race, function);
        return finding.Money is null || key is not null ? finding.Lowered($"what is wrong afterwards is the number in `{name}`") : finding;
    }

    private static Finding Report(RowRace race, FunctionModel function, Place write)
    {
        var (query, isAdded) = (race.Write.Query, race.Write.Query.Kind is QueryKind.Insert);
        // A sum may be taken of several columns: the first is named.
        var sum = race.Summed.Length > 0 ? race.Summed : race.Read.Query.Aggregates.FirstOrDefault(aggregate => aggregate.Function is "sum" && aggregate.Column.Length > 0)?.Column;
        var finding = Rule.At(write, $"two executions can both {(sum is null ? "count" : $"sum up `{sum}` of")} the rows of `{query.Table}` before either {(isAdded ? "adds one" : query.Kind is QueryKind.Delete ? "takes one away" : "changes one")}, and pass the limit together",
            [
                .. function.Exposure.Steps(Side.A),
                .. function.Steps(race.Read, $"{(sum is null ? "counts rows" : $"sums up `{sum}`")} of `{query.Table}`", Side.A),
                function.LastStep(race.Read, sum is null ? "counts the same" : "comes to the same sum", Side.B),
                new(function.Project.PlaceOf(race.Deciding), race.Deciding.Is(Syntax.TypeScript.SyntaxKind.CallExpression) ? "what would refuse it lets both pass" : "both are within the limit", Side.B),
                .. function.Steps(race.Write, isAdded ? "adds a row" : query.Kind is QueryKind.Delete ? "deletes a row" : "changes a row", Side.A),
                function.LastStep(race.Write, isAdded ? "adds another one: the limit is passed" : "does it to another one: the limit is passed", Side.B),
            ]);
        finding = InsertRace.Weighed(finding, race, function);
        if (!isAdded && Stakes.IsOfLast(race, function))
        {
            finding = finding with { Risk = "Nobody holds the role any more: what only its holder may do, giving the role away among it, nobody can do, until somebody repairs it in the database." };
            return RowLimits.StaysAt(race, function) is { Exists: true } stays ? finding.Lowered($"the one that another row names is refused before, and stays (line {function.Project.PlaceOf(stays).Line})") : finding;
        }

        finding = finding.Money is null ? finding.Lowered("the limit is passed by as many rows as executions overlap") : finding;
        if (query.Kind is QueryKind.Delete && sum is null)
        {
            finding = finding with { Risk = "None is left, where one was to stay: whatever needs one fails until somebody makes one anew." };
            if (finding.Money is null && (Requester.ColumnOf(race.Read, function) ?? (Stakes.AreHolders(query.Table!.Value) ? null : "")) is { } of)
                return finding.Lowered(of.Length > 0 ? $"`{of}` is whoever asks: only two requests of one user meet" : "what must stay is no holder of anything: who takes the last one away makes another");
        }

        return finding.Money is null && Ceiling.Of(race, function) is { } most ? finding.Lowered(FormattableString.Invariant($"the limit is {most}, the same for all: it keeps things from growing, and one more hurts nobody")) : finding;
    }
}
