using System.Text;

namespace Hostile.Model.Database;

/// <summary>How libraries name tables and columns after classes and properties, where the program says no name.</summary>
internal static class NamingStyle
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["person"] = "people",
        ["child"] = "children",
        ["man"] = "men",
        ["woman"] = "women",
        ["datum"] = "data",
        ["index"] = "indices",
        ["status"] = "statuses",
    };

    public static string Apply(string style, string name) => style switch
    {
        "snake-case" => Snake(name),
        "plural" => Plural(name),
        "snake-plural" => Snake(Plural(name)),
        _ => name,
    };

    /// <summary><c>user_id</c> for <c>userId</c>.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]) && name[i - 1] != '_' && (!char.IsAsciiLetterUpper(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]))))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>The English plural of the last word.</summary>
    public static string Plural(string name)
    {
        var start = name.Length;
        while (start > 0 && char.IsAsciiLetterLower(name[start - 1]))
            start--;
        start = Math.Max(0, start - 1);
        var (head, word) = (name[..start], name[start..]);
        if (Irregular.TryGetValue(word, out var plural))
            return head + (char.IsAsciiLetterUpper(word[0]) ? char.ToUpperInvariant(plural[0]) + plural[1..] : plural);
        if (name.EndsWith('y') && name.Length > 1 && !"aeiou".Contains(name[^2], StringComparison.Ordinal))
            return name[..^1] + "ies";
        if (name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) && !name.EndsWith("us", StringComparison.Ordinal) && !name.EndsWith("is", StringComparison.Ordinal))
            return name;
        return name + (name.EndsWith('s') || name.EndsWith('x') || name.EndsWith('z') || name.EndsWith("ch", StringComparison.Ordinal) || name.EndsWith("sh", StringComparison.Ordinal) ? "es" : "s");
    }

    /// <summary>The word of which a name is the plural; the name itself where it is none.</summary>
    public static string Singular(string name)
    {
        foreach (var tail in (string[])["ies", "es", "s"])
        {
            if (name.EndsWith(tail, StringComparison.Ordinal) && name[..^tail.Length] + (tail == "ies" ? "y" : "") is { Length: > 0 } word && Plural(word) == name)
                return word;
        }

        return Irregular.FirstOrDefault(pair => pair.Value == name).Key ?? name;
    }
}
