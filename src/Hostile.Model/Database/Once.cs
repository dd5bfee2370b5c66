using System.Collections.Immutable;

namespace Hostile.Model.Database;

/// <summary>Tells, by the words of their names, states that may be entered once only: what is used up by it must not be used twice, though the row ends the same.</summary>
public static class Once
{
    private static readonly string[] Words = ["used", "consumed", "redeemed", "claimed", "spent", "voucher", "coupon", "code", "nonce", "otp", "ticket", "token", "invitation", "invite", "grant"];

    /// <summary>What a table is called that holds what has been used up: a row in it is the use.</summary>
    private static readonly string[] Uses = ["used", "consumed", "redeemed", "claimed", "spent", "redemption"];

    /// <summary>Whether a table holds what has been used up, by a word of its name: <c>used_codes</c>, <c>redemptions</c>.</summary>
    public static bool IsOfUses(Query write) => Money.Says(write.Table?.Name ?? "", Uses);

    /// <summary>Whether the column, or the table, is of the kind.</summary>
    public static bool In(Query write, string column) => Money.In(write) is not null || IsUsedUp(write, column);

    /// <summary>Whether a column is named for what is used up by it; the key of another row says nothing.</summary>
    public static bool IsUsedUp(string column) => Money.WordsOf(column).ToList() is var words && words.LastOrDefault() is not ("id" or "type" or "kind" or "at") && words.Exists(word => Money.IsAmong(word, Words));

    /// <summary>Whether the column, or the table, is named for what is used up by it, money apart; the key of another row says nothing.</summary>
    public static bool IsUsedUp(Query write, string column) =>
        Money.WordsOf(column).ToList() is var words && ((words.LastOrDefault() is not "id" && words.Exists(word => Money.IsAmong(word, Words))) || Money.WordsOf(write.Table?.Name ?? "").Any(word => word is not ("ticket" or "tickets") && Money.IsAmong(word, Words)));

    /// <summary>What is used up as a whole, by the last word of the table's name: <c>workspace_invitations</c>, <c>userTokens</c>.</summary>
    private static readonly string[] Usable = ["voucher", "coupon", "code", "otp", "token", "invitation", "invite"];

    /// <summary>Whether the rows of a table may be used once each, by the last word of its name.</summary>
    public static bool IsOfUsable(string table) => Money.WordsOf(table).LastOrDefault() is { } last && Money.IsAmong(last, Usable);

    /// <summary>Whether rows are known by the number that another service gave a message or an event, which it delivers at least once: <c>email_message_id</c>, <c>stripe_event_id</c>. What is done for it must not be done twice.</summary>
    public static bool IsOfMessages(ImmutableArray<string> key) => key.Any(column => Money.WordsOf(column).ToList() is [.., "id"] words && words.Exists(word => word is "message" or "event" or "delivery") && words.Exists(word => word is "external" or "webhook" or "provider" or "email" or "stripe" or "svix"));

    /// <summary>Whether a column is what only its holder knows, and is known by: <c>token_hash</c>, <c>code</c>.</summary>
    public static bool IsProof(string column) => Money.WordsOf(column).ToList() is [.., "token" or "nonce" or "otp"] or [.., "token" or "code" or "otp", "hash"] or ["code"];

    /// <summary>Whether a column says that something still may be used: <c>is_valid</c>, <c>accepted_at</c>, <c>status</c>.</summary>
    public static bool IsValidity(string column) => Money.WordsOf(column).Any(word => word is "valid" or "used" or "consumed" or "redeemed" or "claimed" or "accepted" or "status" or "state" or "pending" or "completed");
}
