namespace Hostile.Syntax.Sql;

/// <summary>How a name is spelled in a statement so that PostgreSQL reads that very name (PostgreSQL 18, 4.1.1 Identifiers and Key Words).</summary>
public static class QuotedName
{
    /// <summary>In quotes where another name would be read without: <c>"userId"</c> would become small, <c>"order"</c> is a keyword.</summary>
    public static string Of(string name) => IsPlain(name) ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
        && SqlKeywords.Find(name).Category is not (KeywordCategory.Reserved or KeywordCategory.TypeOrFunction);
}
