using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Database;

/// <summary>
/// Tells, by the words of their names, what a race may not lose or double even once. Money has a word of its own (<see cref="Money"/>), and so has what is used up by being used (<see cref="Once"/>).
/// Of everything else the row or the change that is lost is seen, and made again.
/// </summary>
public static class Stakes
{
    private static readonly string[] Rights = ["permission", "privilege"];

    /// <summary>What is counted down, or given out, piece by piece.</summary>
    private static readonly string[] Supplies = ["stock", "inventory", "quantity", "quota", "seat", "use", "code"];

    /// <summary>Whether rows of a table are rights: of two for one holder one stays when the other is taken away.</summary>
    public static bool IsOfRights(Query write) => Money.Says(write.Table?.Name ?? "", Rights);

    /// <summary>What says, in the name of a column, who may do what, or who may come in.</summary>
    private static readonly string[] RightColumns = ["permission", "privilege", "role", "password", "allowlist", "whitelist", "denylist", "blocklist", "trusted", "trust", "acl", "banned", "suspended", "entitlement"];

    /// <summary>Last words that say something about a right and are none: when it was given, how it is shown, what it is proved with.</summary>
    private static readonly string[] Beside = ["at", "count", "name", "label", "title", "description", "color", "position", "order", "icon", "date", "time", "hint", "url", "token", "key", "secret", "log", "code", "mention"];

    /// <summary>Who is let in where it says <c>allowed</c> before: <c>allowed_emails</c>, not <c>allowed_level</c>.</summary>
    private static readonly string[] Admitted = ["email", "domain", "user", "origin", "ip", "host", "group", "member", "account", "team", "id", "country"];

    /// <summary>Whether a column says who may do what: <c>role</c>, <c>allowed_emails</c>, <c>accessedEnvironments</c>, <c>auth_type</c>, <c>owner_id</c>.</summary>
    public static bool IsRight(string column)
    {
        var words = Money.WordsOf(column).ToList();
        if (words.Count == 0 || Money.IsAmong(words[^1], Beside))
            return false;
        return words.Exists(word => Money.IsAmong(word, RightColumns) || word is "access" or "accessed" or "accessible")
            || (words.Count > 1 && words.Contains("allowed") && Money.IsAmong(words[^1], Admitted))
            || words is [.., "auth", "type" or "method" or "mode" or "policy"] or [.., "owner"] or [.., "owner", "id"] or [.., "is", "admin"] or ["admin"];
    }

    /// <summary>Whether what becomes of a column is what somebody has paid for: how long a subscription lasts, of which plan it is, whether it still holds; where its table knows a price.</summary>
    public static bool IsPaidFor(Query write, string column, Table? table) =>
        Money.WordsOf(write.Table?.Name ?? "").LastOrDefault() is "subscription" or "subscriptions" or "membership" or "memberships" or "license" or "licenses"
        && Money.WordsOf(column).Any(word => word is "period" or "plan" or "tier" or "status" or "product" or "price")
        && table is not null && table.Columns.Any(known => Money.WordsOf(known.Name).Any(word => word is "price" or "stripe" or "paddle" or "paypal" or "billing" or "invoice"));

    /// <summary>Whether a state that a race tests may be entered once only: what is used up, a right, or the state of what was found by the proof that its holder has.</summary>
    public static bool IsHeldOnce(RowRace race) => Once.IsUsedUp(race.Write.Query, race.Column) || IsRight(race.Column)
        || (Once.IsValidity(race.Column) && race.Read.Query.Table is { } table && !Money.WordsOf(table.Name).Any(word => word is "session" or "sessions" or "device" or "devices")
            && race.Read.Query.Fixed(table).Any(match => match.Operator is "=" && Once.IsProof(match.Column.Name)))
        || (Once.IsValidity(race.Column) && Money.Says(race.Write.Query.Table?.Name ?? "", Restrictions));

    /// <summary>Whether rows are counted that hold the highest role, so that one stays: <c>count(*) … WHERE role = 'owner'</c>.</summary>
    public static bool IsOfLast(RowRace race, FunctionModel function) => race.Read.Query.Table is not null
        && RowAccess.FixedBy(race.Read.Query).Any(match => match.Operator is "=" && IsRight(match.Column.Name) && RoleOf(match, race.Read, function) is { } role
            && (role is "true" ? Money.WordsOf(match.Column.Name) : Money.WordsOf(role)).Any(word => word is "owner" or "admin" or "administrator" or "superadmin")
            // "DELETE … WHERE role = 'host'" takes no owner away.
            && !race.Write.Query.Where.Matches.Any(other => other.Column.Name == match.Column.Name && other is { Operator: "=" } && RoleOf(other, race.Write, function) is { } left && left != role));

    /// <summary>Whether all that is in a table are numbers of rows of others, and when they were put there.</summary>
    public static bool OnlyLinks(Table? table) => table is { HasAllColumns: true, Columns.Length: > 1 } && table.Columns.All(column => Money.WordsOf(column.Name).LastOrDefault() is "id" or "at" or "position" or "order");

    /// <summary>Whether rows stand for people, by the last word of their table: where none is left, nobody comes in.</summary>
    public static bool AreHolders(TableName table) => Money.WordsOf(table.Name).Any(word => Money.IsAmong(word, Holders));

    private static readonly string[] Holders = ["user", "member", "membership", "owner", "admin", "administrator", "account", "permission", "role", "grant", "identity", "credential", "host"];

    /// <summary>The role that is asked for: <c>'owner'</c>, <c>Role.OWNER</c>; null where it is not written out.</summary>
    private static string? RoleOf(ColumnMatch match, Statement read, FunctionModel function) => RowAccess.ConstantOf(read, match.Values[0], function)
        ?? (read.By.ValueOf(match.Values[0]) is { Members: "", Node: { Exists: true } value } && value.Unwrapped() is { Kind: SyntaxKind.PropertyAccessExpression } member ? member.ChildAt(1).Text : null);

    /// <summary>Whether what is written is a secret of whoever the row stands for, found by its key and not by a proof that lets in once: <c>UPDATE users SET password = $1 WHERE id = $2</c>, because there was none.</summary>
    public static bool IsOwnSecret(RowRace race) => Money.WordsOf(race.Column).Any(word => word is "password" or "passphrase" or "passcode") && !Once.IsUsedUp(race.Write.Query, race.Column)
        && race.Read.Query.Table is { } table && table.Matches(race.Write.Query.Table!.Value) && Money.WordsOf(table.Name).LastOrDefault() is "user" or "users" or "account" or "accounts" or "member" or "members" or "profile" or "profiles" or "customer" or "customers"
        && race.Read.Query.Fixed(table).ToList() is { Count: > 0 } asked && asked.TrueForAll(match => match.Operator is "=" && !Once.IsProof(match.Column.Name))
        && race.Write.Query.Writes.Any(write => write.Column == race.Column && write.Form is WriteForm.Absolute && !write.Value.IsNull && write.Value.Source is not ValueSource.Constant);

    /// <summary>What tables are called that say who may not do what.</summary>
    private static readonly string[] Restrictions = ["restriction", "ban", "suspension"];

    /// <summary>How much is lost with a column whose old value is written back, or made anew; the gravest first.</summary>
    internal static int RankOf(string column, Rewriting rewriting) =>
        rewriting is Rewriting.Computed && Money.IsMoney(column) ? 0
        : rewriting is Rewriting.Computed or Rewriting.GoesBack or Rewriting.Unchanged && IsRight(column) ? 1
        : rewriting is Rewriting.Computed && MayNotBeLost(column) ? 2
        : 3 + 2 * (int)rewriting + (Preferences.Are(column) || Progress.IsMark(column) ? 1 : 0);

    /// <summary>Whether a column whose old value comes back holds money, a right, or what is used up by being used.</summary>
    public static bool IsAtStake(Query write, string column) => Money.In(write, column) is not null || MayNotBeLost(column) || Once.IsUsedUp(column);

    /// <summary>Whether a change of a column that is lost gives somebody a right, or gives one thing out twice.</summary>
    public static bool MayNotBeLost(string column) => IsRight(column) || Money.Says(column, Rights) || (Money.WordsOf(column).LastOrDefault() is { } last && Money.IsAmong(last, Supplies));
}
