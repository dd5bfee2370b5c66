using System.Collections.Immutable;
using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>A row's absence is read, then it is inserted; a second execution reads the same absence.</summary>
public static class CheckThenInsert
{
    public static readonly Rule Rule = new("race/check-then-insert")
    {
        Severity = Severity.P1,
        Title = "A row is inserted because an earlier query did not find it",
        Why = """
            Between the SELECT and the INSERT another request runs the same SELECT, finds nothing either, and inserts too. A transaction does not help:
            at READ COMMITTED and at REPEATABLE READ both see no row, and `FOR UPDATE` cannot lock a row that is not there.
            """,
        Fix = """
            Put a UNIQUE key over the columns, and insert with `ON CONFLICT … DO NOTHING` (or DO UPDATE); read the existing row when nothing was inserted.
            """,
        Risk = "Duplicates: two rows for what must exist once, and work that is done twice.",
        Unseen = "A check and an insert more than three calls away, or behind an interface that several classes implement; keys that are computed inside the statements.",
        Bad =
        [
            """
            import type { Pool } from 'pg';
            export async function register(pool: Pool, email: string) {
              const { rows } = await pool.query('SELECT id FROM member WHERE email = $1', [email]);
              if (rows.length > 0) return rows[0].id;
              await pool.query('INSERT INTO member (email) VALUES ($1)', [email]); // expect: race/check-then-insert
            }
            """,
        ],
        Good =
        [
            """
            import type { Pool } from 'pg';
            export async function register(pool: Pool, email: string) {
              await pool.query('INSERT INTO member (email) VALUES ($1) ON CONFLICT (email) DO NOTHING', [email]);
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        // One look that decides over several insertions is one fault, and so are several looks that decide over one.
        var told = new HashSet<Place>();
        foreach (var other in function.RowRaces.LooksForOtherRows)
            yield return Rule.Clear(function.PlaceOf(other.Write.Call), $"a look that would not find the row that is inserted: {other.Looked!.Unmet}");
        foreach (var race in function.RowRaces.ChecksThenInserts)
        {
            if (InsertRace.Safety(race, function) is { } reason)
            {
                yield return Rule.Clear(function.PlaceOf(race.Write.Call), reason);
                continue;
            }

            if (!told.Add(function.PlaceOf(race.Read.Call)) || (race.Read.Call != race.Write.Call && !told.Add(function.PlaceOf(race.Write.Call))))
                continue;
            var second = SecondRow.Of(race, function);
            var table = race.Write.Query.Table;
            var columns = InsertRace.Sought(race);
            if (second.Key is { } unique)
            {
                var report = InsertRace.Report(Rule, race, function, OfTheLoser(second, $"{table}", columns));
                // Who pays first, and is refused then, has paid.
                var refused = OfRefused(Payments.Beside(race, function, isTwice: true, isBefore: true) is { } payment ? report with { Money = payment } : report.Lowered($"UNIQUE ({unique.Describe()}) on {table} ({unique.Place}) makes the loser fail with 23505 instead of inserting twice{(second.IsRefused ? "" : $", where `{string.Join("`, `", second.Given)}` is the same, too")}"), second, race, function);
                yield return refused.Money is null && second.IsRefused && Requester.ColumnOf(race.Read, function) is { } requester ? refused.Lowered($"`{requester}` is whoever asks: only two requests of one user meet, and the second is refused") : refused;
                continue;
            }

            var wider = race.WiderKey(function);
            var marks = wider is null ? [] : race.MarksLeftEmpty(wider, function);
            var message = $"two executions can both find no row of `{table}` with this {columns}, and both insert one";
            var isList = !race.IsBesideOthers && race.IsOneOfMany(function);
            if (isList)
                message = $"two executions can both find no row of `{table}` with this {columns}, and both insert the whole list";
            var finding = InsertRace.Report(Rule, race, function, marks.IsEmpty ? message : $"{message}: UNIQUE ({wider!.Describe()}) refuses neither, since `{string.Join("`, `", marks)}` is null in both and nulls are distinct")
                .ByStake(race, function, Stakes.IsOfRights(race.Write.Query) || Once.IsOfUses(race.Write.Query) || Once.IsOfMessages(race.Key));
            if (wider is not null && marks.IsEmpty && wider.Columns.All(column => race.Key.Contains(column) || race.Looked?.Columns.Contains(column) == true))
                finding = finding.Lowered($"UNIQUE ({wider.Describe()}) on {table} ({wider.Place}) refuses the second where all of {columns} is the same");
            else if (wider is not null && marks.IsEmpty)
                finding = finding.Lowered($"UNIQUE ({wider.Describe()}) on {table} ({wider.Place}) allows several rows with this {columns}: more than one is meant to be there");
            // Where whoever finds one does nothing, the list is meant to be there once.
            else if (isList && finding.Money is null && !race.EndsWhenFound(function))
                finding = finding.Lowered("a loop inserts several at once: more than one is meant to be there");
            else if (finding.Money is null && (InsertRace.OfOneUser(race) ?? Requester.ColumnOf(race.Read, function)) is { } user)
                finding = finding.Lowered($"`{user}` is in the key: only two requests of one user meet, as with a double click or a retry");
            // What stands before lets only one through where both were given the same.
            if (finding.Money is null && Protection.InsertionBefore(race, function) is { } before)
            {
                var others = before.Given.IsEmpty ? "" : $" where `{string.Join("`, `", before.Given)}` is the same, too,";
                finding = finding.Lowered($"UNIQUE ({before.Key.Describe()}) on {before.Insert.Query.Table} ({before.Key.Place}):{others} the second fails at the insertion before (line {function.PlaceOf(before.Insert.Call).Line})") with
                {
                    Evidence = finding.Evidence is Evidence.Hazard ? Evidence.Hazard : Evidence.Likely,
                    Assumption = $"{(before.Given.IsEmpty ? "" : $"`{string.Join("`, `", before.Given)}` of `{before.Insert.Query.Table}` is another one in the second, or ")}the insertion in line {function.PlaceOf(before.Insert.Call).Line} is left out",
                };
            }

            yield return (race.IsBesideOthers ? finding.Lowered("a row that was found is not always in the way: more than one is meant to be there") : finding) with { Repair = RepairOf(race, function), RepairCode = KeyFor(race, function) };
        }
    }

    /// <summary>The key over what was looked for; where that is a constant, only for the rows that have it. Null where the look asks for more than columns: a key over those alone would refuse rows that are meant to be there.</summary>
    private static string? KeyFor(RowRace race, FunctionModel function)
    {
        if (race.Looked is { HasOthers: true } or { Columns.IsEmpty: false } || !race.Read.Query.Where.Computed.IsEmpty || race.IsBesideOthers || race.IsOneOfMany(function))
            return null;
        ImmutableArray<string> marks = [];
        if (race.WiderKey(function) is { } wider && (marks = race.MarksLeftEmpty(wider, function)).IsEmpty)
            return null;
        var table = SqlSpelling.Of(race.Write.Query.Table);
        var constants = RowAccess.ConstantsOf(race, function).ToList();
        var columns = SqlSpelling.List(race.Key.Where(column => !constants.Exists(constant => constant.Column == column)));
        if (columns.Length == 0)
            return null;
        var only = constants.Select(constant => $"{SqlSpelling.Of(constant.Column)} = {constant.Value}").Concat(LeftOut(race, function).Concat(marks.Select(mark => $"{SqlSpelling.Of(mark)} IS NULL")).Distinct()).ToList();
        var where = only.Count == 0 ? "" : $" WHERE {string.Join(" AND ", only)}";
        return $"""
            CREATE UNIQUE INDEX ON {table} ({columns}){where};
            INSERT INTO {table} (…) VALUES (…) ON CONFLICT ({columns}){where} DO NOTHING RETURNING …;
            """;
    }

    /// <summary>Rows that the look leaves out may be there as often as they like: <c>deleted_at IS NULL</c>, <c>status &lt;&gt; 'deleted'</c>.</summary>
    private static IEnumerable<string> LeftOut(RowRace race, FunctionModel function) => race.Read.Query.Where.Matches.Where(match => match.Operator is "is null" or "<>" or "!=")
        .Select(match => match.Values.IsEmpty ? $"{SqlSpelling.Of(match.Column.Name)} IS NULL" : RowAccess.ConstantOf(race.Read, match.Values[0], function) is { } constant ? $"{SqlSpelling.Of(match.Column.Name)} <> '{constant}'" : "").Where(condition => condition.Length > 0).Distinct();

    /// <summary>A key over all rows would refuse those that the look leaves out.</summary>
    private static string RepairOf(RowRace race, FunctionModel function) =>
        RowAccess.ConstantsOf(race, function).Select(constant => $"{SqlSpelling.Of(constant.Column)} = {constant.Value}").Concat(LeftOut(race, function)).ToList() is { Count: > 0 } only
            ? $"Put a partial UNIQUE index over the other columns, for the rows that are looked for (`WHERE {string.Join(" AND ", only)}`), and insert with `ON CONFLICT … DO NOTHING`; read the existing row when nothing was inserted." : Rule.Fix;

    /// <summary>What a finding says where the server refuses the second row: not a key is missing, but somebody who takes its refusal for what it is.</summary>
    private static Finding OfRefused(Finding finding, SecondRow second, RowRace race, FunctionModel function)
    {
        if (!second.IsRefused)
            return finding;
        if (finding.Money is not null)
            return finding with { Risk = "The second of two at once has paid, and is answered with an error.", Repair = "Insert first, with `ON CONFLICT … DO NOTHING`, and pay only when a row was inserted; or give the payment a key made of the same columns." };
        if (race.RefusalWhenFound(function).Exists)
        {
            return (finding with
            {
                Message = $"the second of two executions that find no row of `{race.Write.Query.Table}` fails with a duplicate key, and not as whoever finds the row does",
                Risk = "The second of two at once fails as if the server were at fault, where it ought to be told why it is refused.",
                Repair = "Catch the duplicate key (23505) where the row is inserted, and answer it as the look answers.",
            }).Lowered("whoever finds the row is refused, too: the second one only hears it otherwise");
        }

        return finding with
        {
            Risk = "The second of two at once is answered with an error instead of the row that is there.",
            Repair = "Insert with `ON CONFLICT … DO NOTHING`, or catch the duplicate key (23505), and read the row that is there.",
        };
    }

    private static string OfTheLoser(SecondRow second, string table, string columns) => second.IsRefused
        ? $"the second of two executions that find no row of `{table}` fails with a duplicate key instead of finding the row"
        : $"two executions can both find no row of `{table}` with this {columns}: the second fails with a duplicate key where `{string.Join("`, `", second.Given)}` is the same, and inserts a second row where not";
}
