namespace Hostile.Model.Database;

/// <summary>Tells tables and columns that hold money, or what is sold for it, by the words of their names.</summary>
public static class Money
{
    private static readonly string[] Words =
    [
        "amount", "balance", "bill", "billing", "charge", "cost", "credit", "debit", "deposit", "discount", "donation", "earning", "fee", "invoice", "ledger",
        "paid", "payment", "payout", "price", "refund", "revenue", "salary", "settlement", "transfer", "voucher", "wallet", "withdrawal", "cents",
    ];

    /// <summary>What may stand behind such a word without another meaning: <c>amount_due</c>, <c>price_usd</c>.</summary>
    private static readonly string[] Measures = ["due", "total", "remaining", "left", "usd", "eur", "gbp", "minor", "net", "gross", "received", "spent", "value", "entry", "entries", "item", "items", "line", "lines"];

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

    /// <summary>Why what becomes of one column of a row is money: its own name says so, or its table's; what else the row holds says nothing. Null when neither does.</summary>
    public static string? In(Query query, string column) =>
        IsMoney(column) ? $"column `{query.Table}.{column}`" : query.Table is { } table && IsMoney(table.Name) ? $"table `{table}`" : null;

    /// <summary>
    /// Reports whether a name in snake or camel case, singular or plural, is one of money: by its last word, for a <c>payment_method</c> and an <c>invoice_template</c> are none.
    /// </summary>
    public static bool IsMoney(string name)
    {
        var words = WordsOf(name).ToList();
        // "value_usd": something in a currency.
        var isInCurrency = words is [_, .., "usd" or "eur" or "gbp"];
        while (words.Count > 1 && Measures.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        // A `token_cost` is how many tokens a language model took.
        if (words.Count > 1 && words[^1] is "cost" or "costs" && words[^2] is "token" or "tokens")
            return false;
        // A draft is none yet.
        return words.Count > 0 && !words.Contains("draft") && (IsAmong(words[^1], Words) || isInCurrency);
    }

    /// <summary>Whether a word is one of a list, in the singular or the plural.</summary>
    internal static bool IsAmong(string word, string[] list) => list.Contains(word) || (word.EndsWith('s') && list.Contains(word[..^1]));

    /// <summary>Whether any word of a name is one of a list, in the singular or the plural.</summary>
    internal static bool Says(string name, string[] list) => WordsOf(name).Any(word => IsAmong(word, list));

    /// <summary>The words of a name in snake or camel case, in lower case.</summary>
    public static IEnumerable<string> WordsOf(string name)
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
