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

    /// <summary>Whether a change of a column that is lost gives somebody a right, or gives one thing out twice.</summary>
    public static bool MayNotBeLost(string column) => Money.Says(column, Rights) || (Money.WordsOf(column).LastOrDefault() is { } last && Money.IsAmong(last, Supplies));
}
