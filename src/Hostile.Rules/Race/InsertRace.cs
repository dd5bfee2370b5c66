using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>What the two rules about insertions after a check share: what makes one safe, and how the two sides go.</summary>
internal static class InsertRace
{
    /// <summary>Why a second insertion cannot happen or does no harm; null when it can.</summary>
    public static string? Safety(RowRace race, FunctionModel function)
    {
        if (race.Write.Query.Conflict is { } conflict && IsOn(conflict, race, function))
            return $"ON CONFLICT DO {(conflict.IsUpdate ? "UPDATE" : "NOTHING")}";
        if (race.Write.Query.Conflict is not null && race.IsOneOfMany(function))
            return "several rows with this key are inserted at once, and ON CONFLICT minds those that are there";
        if (Protection.Of(race, function) is { } protection)
            return protection;
        // Where the row itself is refused, that is what there is to say.
        if (SecondRow.Of(race, function).Key is null && (Protection.InsertionBetween(race, function) ?? Protection.InsertionBehind(race, function)) is { } insertion)
            return insertion;
        if (ExclusionOf(function.Project.Schema.Table(race.Write.Query.Table!.Value, function.Module.Path)) is { } exclusion)
            return exclusion;
        if (SecondRow.Of(race, function) is { IsRefused: true, Key: { } key } && function.HandlerOf(race.Write) is { Exists: true } handler && function.LostBehind(race) is null)
            return $"UNIQUE ({key.Describe()}) on {race.Write.Query.Table} ({key.Place}), and the duplicate is caught in {Where(function.Project.PlaceOf(handler), function)}";
        return null;
    }

    /// <summary>What an exclusion constraint of a table does to the second row; null when it has none.</summary>
    public static string? ExclusionOf(Table? table) => table is { Exclusions: [var exclusion, ..] } ? $"an exclusion constraint of {table.Name} ({exclusion.Place}) may refuse the second" : null;

    /// <summary>What the look asks for: <c>`email`</c>, <c>`user_id, name` and a further condition</c>.</summary>
    public static string Sought(RowRace race) =>
        $"`{string.Join(", ", race.Key.Concat(race.Looked?.Columns ?? []))}`{(race.Looked?.HasOthers is true ? " and a further condition" : "")}";

    /// <summary>The finding with the money on it, its evidence by what starts the function, and its severity by both.</summary>
    /// <param name="endsTheSame">Whether the row is the same afterwards, so that a table of money has lost none: then only a column of money counts.</param>
    public static Finding Weighed(Finding finding, RowRace race, FunctionModel function, bool endsTheSame = false)
    {
        finding = finding with { Money = endsTheSame && !Money.IsMoney(race.Column) ? null : MoneyIn(race, function) };
        var exposure = function.ExposureOf(race);
        if (!exposure.IsConcurrent)
            finding = finding with { Evidence = Evidence.Likely, Assumption = $"`{function.Name}` runs twice at the same time for the same rows" };
        return finding.ByMoneyAndReach(exposure);
    }

    /// <summary>The finding one step milder where nothing is at stake that may not be lost or doubled even once: neither by the names of what is written, nor by what is done with it.</summary>
    /// <param name="isHigh">Whether the names say that something is.</param>
    /// <param name="isTwice">Whether what is done with it is done twice by the race, and not only forgotten.</param>
    public static Finding ByStake(this Finding finding, RowRace race, FunctionModel function, bool isHigh, bool isTwice = true)
    {
        if (finding.Money is null && isTwice && race.Consequence is Consequence.NotRefused or Consequence.Repeats && Stakes.IsOwnSecret(race))
            return finding.Lowered($"only requests for one holder of `{race.Write.Query.Table}` meet, and the one that writes last is believed: nothing is used twice");
        if (finding.Money is not null || isHigh)
            return finding;
        if (Payments.Beside(race, function, isTwice) is { } payment)
            return finding with { Money = payment };
        if (isTwice && race.Consequence is Consequence.NotRefused or Consequence.NotRefusedTheSame or Consequence.Repeats or Consequence.Accumulates && Payments.BookedBeside(race, function) is { } booked)
            return finding with { Money = $"insertion into `{booked.Query.Table}` ({Where(function.PlaceOf(booked), function)})", Trace = finding.Trace.Insert(finding.Trace.Length - 1, new(function.PlaceOf(booked), $"inserts a second row into `{booked.Query.Table}`", Side.B)) };
        if (isTwice && race.Consequence is Consequence.NotRefused && Payments.MovedState(race, function) is { } moved)
            return finding with { Money = $"`{race.Write.Query.Table}.{race.Column}` becomes `{moved}`" };
        if (Stakes.IsPaidFor(race.Write.Query, race.Column, function.Project.Schema.Table(race.Write.Query.Table!.Value, function.Module.Path)))
            return finding with { Money = $"`{race.Write.Query.Table}.{race.Column}` is what was paid for" };
        return finding.Lowered("neither money, nor a right, nor something that may be used once hangs on it");
    }

    /// <summary>How one execution reads the row, and may read it once more before it decides or is written.</summary>
    public static Step[] Looks(RowRace race, FunctionModel function, string name) => Protection.RereadOf(race, function) is { } again
        ? [.. function.Steps(race.Read, "reads the row", Side.A), function.LastStep(again, $"reads `{name}` again", Side.A)] : [.. function.Steps(race.Read, $"reads `{name}`", Side.A)];

    /// <summary>The column, and those that the same statement loses with it: <c>`bid.ids` (and `amount`)</c>.</summary>
    public static string Named(RowRace race) =>
        $"`{race.Write.Query.Table}.{race.Column}`{(race.Others.IsEmpty ? "" : $" (and `{string.Join("`, `", race.Others.Take(MostNamed))}`{(race.Others.Length > MostNamed ? " …" : "")})")}";

    /// <summary>How many columns a message names beside the first.</summary>
    private const int MostNamed = 3;

    /// <summary>Whether a type can be added to by the server: <c>integer</c>, <c>numeric(12, 2)</c>; in doubt it can.</summary>
    public static bool IsNumber(string type) =>
        type.Length == 0 || new[] { "int", "numeric", "decimal", "real", "double", "float", "serial", "money" }.Any(word => type.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>What to do where the new value is not one that the server can reckon by itself from a number: a part of a document, a list, anything else that is made of the old one. Null for a sum.</summary>
    public static string? RepairOf(RowRace race, FunctionModel function)
    {
        var type = function.Project.Schema.Table(race.Write.Query.Table!.Value, function.Module.Path)?.Column(race.Column)?.Type ?? "";
        if (race.IsSum && IsNumber(type))
            return null;
        var inOne = type.Contains("json", StringComparison.OrdinalIgnoreCase) ? $"Change only the part that is meant, in one statement (`SET {race.Column} = jsonb_set({race.Column}, …)`, or `{race.Column} || $1`)"
            : type.EndsWith("[]", StringComparison.Ordinal) ? $"Add or take away in one statement (`SET {race.Column} = array_append({race.Column}, $1)`, or `array_remove`)"
            : $"Ask for the old value in WHERE (`AND {race.Column} = $3`), and read again when no row was changed";
        return $"{inOne}; or read the row `FOR UPDATE` in the transaction that writes it.";
    }

    /// <summary>The money that a race is about: that the row holds some beside is not enough, that the check sums it up is. Rows that only say which of two things belong together, <c>plan_prices (plan_id, price_id)</c>, hold none.</summary>
    private static string? MoneyIn(RowRace race, FunctionModel function) => Money.IsMoney(race.Column) || !Stakes.OnlyLinks(function.Project.Schema.Table(race.Write.Query.Table!.Value, function.Module.Path)) ? Money.In(race.Write.Query, race.Column)
        ?? (race.Summed.Length > 0 ? Money.In(race.Write.Query, race.Summed) : null)
        ?? race.Read.Query.Aggregates.Where(sum => sum.Function is "sum" && sum.Column.Length > 0).Select(sum => Money.In(race.Write.Query, sum.Column)).FirstOrDefault(money => money is not null) : null;

    /// <summary>Whether a table, or a column that is inserted, is named for the keys of requests or events that were seen.</summary>
    public static bool IsOfKeys(Query insert, Table? table) => (Says(insert.Table?.Name ?? "", isTable: true) && !Joins(insert, table)) || insert.Writes.Any(write => Says(write.Column, isTable: false)) || IsInbox(insert);

    /// <summary>A table that says which of two things belong together, "link_webhook (link_id, webhook_id)": all that is inserted, or that is unique in it, is what its name is made of.</summary>
    private static bool Joins(Query insert, Table? table)
    {
        var names = Money.WordsOf(insert.Table!.Value.Name).ToList();
        return !names.Exists(word => word is "event" or "delivery" or "message" or "request") && (Join(insert.Writes.Select(write => write.Column)) || table?.UniqueKeys.Any(key => Join(key.Columns)) is true);

        bool Join(IEnumerable<string> columns)
        {
            var ids = columns.Distinct().Select(column => Money.WordsOf(column).ToList()).ToList();
            return ids.Count > 1 && ids.TrueForAll(words => words is [_, .., "id"] && names.Contains(words[^2]));
        }
    }

    /// <summary>An inbox of messages that were seen, by a column for their number: people have inboxes, too.</summary>
    private static bool IsInbox(Query insert) => insert.Table?.Name.Contains("inbox", StringComparison.OrdinalIgnoreCase) is true && insert.Writes.Any(write => Money.WordsOf(write.Column).Any(word => word is "message" or "event" or "msg"));

    /// <summary>The column of what was looked for that says whose row it is, by the words of its name: <c>owner_id</c>, <c>createdById</c>. Null when none does.</summary>
    public static string? OfOneUser(RowRace race) => race.Key.FirstOrDefault(column => Money.WordsOf(column).ToList() is var words && (words.Exists(word => word is "user" or "owner" or "creator" or "author") || words is ["created", "by", ..]));

    private static bool Says(string name, bool isTable) =>
        name.Contains("idempot", StringComparison.OrdinalIgnoreCase) || name.Contains("dedup", StringComparison.OrdinalIgnoreCase)
        || (isTable && (name.Contains("processed", StringComparison.OrdinalIgnoreCase) || name.Contains("webhook", StringComparison.OrdinalIgnoreCase)));

    internal static string Where(Place handler, FunctionModel function) =>
        handler.Path == function.Module.Path ? $"line {handler.Line}" : $"{handler.Path}:{handler.Line}";

    /// <summary>Whether the conflict that the insertion minds is the one that a second row would make. Unknown schemas are believed.</summary>
    private static bool IsOn(Conflict conflict, RowRace race, FunctionModel function)
    {
        if (!conflict.Columns.IsEmpty)
            return conflict.Columns.Any(race.Key.Contains);
        return conflict.Constraint is not null || conflict.HasExpressions || conflict.IsPartlyUnknown || SecondRow.Of(race, function) is not { Key: null, IsCertain: true };
    }

    /// <summary>The finding with both sides of the race, its evidence, and the money on it where a second row can come to be.</summary>
    public static Finding Report(Rule rule, RowRace race, FunctionModel function, string message)
    {
        var second = SecondRow.Of(race, function);
        var lost = second.Key is null ? null : function.LostBehind(race);
        var exposure = second.Key is null || lost is not null ? function.ExposureOf(race) : function.UncaughtExposure;
        var write = function.PlaceOf(race.Write.Call);
        var finding = rule.At(write, message,
            [
                .. function.StartOf(race),
                .. function.Steps(race.Read, $"finds no row of `{race.Read.Query.Table}`", Side.A),
                function.LastStep(race.Read, "runs before A has inserted or committed: finds no row either", Side.B),
                .. function.Steps(race.Write, "inserts the row", Side.A),
                function.LastStep(race.Write, second switch
                {
                    { Key: null } => "inserts a second one",
                    { IsRefused: true } => "fails with 23505 (unique_violation)",
                    _ => "inserts a second one, or fails with 23505 (unique_violation)",
                }, Side.B),
                .. lost is null ? Array.Empty<Step>() : [new Step(function.Project.PlaceOf(lost.Handler), "takes the refusal like any other failure", Side.B), new Step(function.Project.PlaceOf(lost.Work), "is left out, though the row is there", Side.B)],
            ]) with
        {
            Money = second.Key is null ? MoneyIn(race, function) : null,
        };

        var assumptions = new List<string>();
        if (second is { Key: null, IsCertain: false })
            assumptions.Add(second.HasDoubtfulKey ? second.WhyNot : $"no unique key covers ({string.Join(", ", race.Key)}): {second.WhyNot}");
        if (race.Looked is { HasOthers: true } && second.Key is null)
            assumptions.Add("the inserted row meets the further condition of the look");
        if (!exposure.IsConcurrent)
            assumptions.Add($"`{function.Name}` runs twice at the same time for the same values");
        if (assumptions.Count > 0)
            finding = finding with { Evidence = Evidence.Likely, Assumption = string.Join("; and ", assumptions) };
        return finding.ByMoneyAndReach(exposure);
    }
}
