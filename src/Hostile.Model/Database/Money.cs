namespace Hostile.Model.Database;

/// <summary>Tells tables and columns that hold money, or what is sold for it, by the words of their names.</summary>
public static class Money
{
    private static readonly string[] Words =
    [
        "account_balance", "amount", "balance", "billing", "charge", "cost", "credit", "credits", "currency", "debit", "deposit", "discount", "fee", "invoice", "ledger",
        "paid", "payment", "payout", "price", "refund", "revenue", "salary", "settlement", "subscription", "transfer", "voucher", "wallet", "withdrawal", "cents",
    ];

    /// <summary>Why a statement touches money: <c>column accounts.credits</c>, <c>table invoices</c>; null when no name says so.</summary>
    public static string? In(Query query)
    {
        foreach (var write in query.Writes)
        {
            if (IsMoney(write.Column))
                return $"column `{query.Table}.{write.Column}`";
        }

        foreach (var use in query.Tables)
        {
            if (use.Access is not (TableAccess.Read or TableAccess.Define) && IsMoney(use.Table.Name))
                return $"table `{use.Table}`";
        }

        return null;
    }

    /// <summary>Reports whether a word of a name, in snake or camel case, singular or plural, is one of money.</summary>
    public static bool IsMoney(string name) => WordsOf(name).Any(word => Words.Contains(word) || (word.EndsWith('s') && Words.Contains(word[..^1])));

    /// <summary>The words of a name in snake or camel case, in lower case.</summary>
    internal static IEnumerable<string> WordsOf(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && name[i] is not ('_' or '.' or '-') && !(char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
                continue;
            if (i > start)
                yield return name[start..i].Trim('_', '.', '-').ToLowerInvariant();
            start = i;
        }
    }
}
