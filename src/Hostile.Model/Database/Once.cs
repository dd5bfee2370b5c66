namespace Hostile.Model.Database;

/// <summary>Tells, by the words of their names, states that may be entered once only: what is used up by it must not be used twice, though the row ends the same.</summary>
internal static class Once
{
    private static readonly string[] Words = ["used", "consumed", "redeemed", "claimed", "spent", "voucher", "coupon", "code", "nonce", "otp", "ticket", "token"];

    /// <summary>Whether the column, or the table, is of the kind.</summary>
    public static bool In(Query write, string column) => Money.In(write) is not null || Money.WordsOf(column).Concat(Money.WordsOf(write.Table?.Name ?? "")).Any(word => Money.IsAmong(word, Words));
}
