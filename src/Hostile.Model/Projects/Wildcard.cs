namespace Hostile.Model.Projects;

/// <summary>
/// Matches names against the wildcards of .gitignore files exactly as git does: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[[:alpha:]]</c>,
/// <c>\x</c>, and <c>**</c> between slashes. The work is bounded by the product of the lengths, whatever the pattern: a hostile
/// repository chooses the patterns.
/// </summary>
public static class Wildcard
{
    /// <summary>Four braces of a hundred words each are a hundred millions.</summary>
    private const int MostAlternatives = 256;

    /// <summary>Reports whether a path matches; <c>*</c>, <c>?</c> and sets stop at slashes, <c>**</c> as a whole part does not.</summary>
    public static bool MatchesPath(string pattern, string path) => Matches(pattern, path, stopsAtSlash: true);

    /// <summary>Reports whether a single name matches; there are no slashes to stop at.</summary>
    public static bool MatchesName(string pattern, string name) => Matches(pattern, name, stopsAtSlash: false);

    /// <summary>The alternatives of a pattern with braces: <c>a/{b,c}</c> is <c>a/b</c> and <c>a/c</c>. Package managers know them, git does not.</summary>
    public static IEnumerable<string> Alternatives(string pattern)
    {
        var open = pattern.IndexOf('{');
        var close = open < 0 ? -1 : pattern.IndexOf('}', open);
        // The limit keeps {a,b}{a,b}{a,b}… from doubling for ever.
        if (close < 0 || pattern.Count(character => character == '{') > 4)
            return [pattern];
        return pattern[(open + 1)..close].Split(',').SelectMany(choice => Alternatives(pattern[..open] + choice + pattern[(close + 1)..])).Take(MostAlternatives);
    }

    /// <summary>
    /// Matches from left to right. Of the stars only the last one of the part, and the last <c>**</c>, can need another try: what stands before them has matched as early as it can.
    /// </summary>
    private static bool Matches(string pattern, string text, bool stopsAtSlash)
    {
        var (p, t) = (0, 0);
        var (afterStar, starEnd) = (-1, 0);
        var (afterStars, starsEnd) = (-1, 0);
        while (true)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                var start = p;
                while (p < pattern.Length && pattern[p] == '*')
                    p++;
                if (stopsAtSlash && CrossesSlashes(pattern, start, p))
                {
                    if (p == pattern.Length)
                        return true;
                    // "a/**/b" matches "a/b": the stars and their slash may stand for nothing.
                    var isNothing = pattern[p] == '/';
                    (afterStar, afterStars, starsEnd) = (-1, p, isNothing ? t - 1 : t);
                    p += isNothing ? 1 : 0;
                    continue;
                }

                if (p < pattern.Length)
                {
                    (afterStar, starEnd) = (p, t);
                    continue;
                }

                if (!stopsAtSlash || text.IndexOf('/', t) < 0)
                    return true;
            }
            else if (p == pattern.Length)
            {
                if (t == text.Length)
                    return true;
            }
            else if (t < text.Length && AfterOne(pattern, p, text[t], stopsAtSlash) is { } next)
            {
                (p, t) = (next, t + 1);
                continue;
            }

            if (afterStar >= 0 && starEnd < text.Length && !(stopsAtSlash && text[starEnd] == '/'))
                (p, t) = (afterStar, ++starEnd);
            else if (afterStars >= 0 && starsEnd < text.Length)
                (p, t, afterStar) = (afterStars, ++starsEnd, -1);
            else
                return false;
        }
    }

    /// <summary>Two stars or more that are a whole part between slashes.</summary>
    private static bool CrossesSlashes(string pattern, int start, int end) =>
        end - start > 1 && (start == 0 || pattern[start - 1] == '/')
        && (end == pattern.Length || pattern[end] == '/' || (pattern[end] == '\\' && end + 1 < pattern.Length && pattern[end + 1] == '/'));

    /// <summary>The position after the one piece of the pattern that the character matches; null when it does not.</summary>
    private static int? AfterOne(string pattern, int p, char character, bool stopsAtSlash) => pattern[p] switch
    {
        '?' => stopsAtSlash && character == '/' ? null : p + 1,
        '[' => stopsAtSlash && character == '/' ? null : Set(pattern, p, character) + 1,
        '\\' => p + 1 < pattern.Length && pattern[p + 1] == character ? p + 2 : null,
        var literal => literal == character ? p + 1 : null,
    };

    /// <summary>The position of the set's closing bracket when the character is in the set; null when it is not, or the set never closes.</summary>
    private static int? Set(string pattern, int p, char character)
    {
        p++;
        var negated = p < pattern.Length && pattern[p] is '!' or '^';
        if (p < pattern.Length && pattern[p] is '!' or '^')
            p++;

        var matched = false;
        char? previous = null;
        // A bracket that comes first is a member: "[]a]".
        for (var first = true; first || p >= pattern.Length || pattern[p] != ']'; first = false, p++)
        {
            if (p >= pattern.Length)
                return null;

            var member = pattern[p];
            if (member == '\\')
            {
                if (++p >= pattern.Length)
                    return null;
                matched |= character == pattern[p];
                previous = pattern[p];
            }
            else if (member == '-' && previous is { } low && p + 1 < pattern.Length && pattern[p + 1] != ']')
            {
                var high = pattern[++p];
                if (high == '\\')
                {
                    if (++p >= pattern.Length)
                        return null;
                    high = pattern[p];
                }

                matched |= character >= low && character <= high;
                previous = null;
            }
            else if (member == '[' && p + 1 < pattern.Length && pattern[p + 1] == ':')
            {
                var close = pattern.IndexOf(']', p + 2);
                if (close < 0)
                    return null;
                if (close - p < 3 || pattern[close - 1] != ':')
                {
                    // "[[:x]": no class after all, so "[" is a member, and the rest are too.
                    matched |= character == '[';
                    previous = '[';
                    continue;
                }

                if (InClass(pattern[(p + 2)..(close - 1)], character) is not { } inClass)
                    return null;
                matched |= inClass;
                previous = null;
                p = close;
            }
            else
            {
                matched |= character == member;
                previous = member;
            }
        }

        return matched != negated ? p : null;
    }

    private static bool? InClass(string name, char character) => name switch
    {
        "alnum" => char.IsAsciiLetterOrDigit(character),
        "alpha" => char.IsAsciiLetter(character),
        "blank" => character is ' ' or '\t',
        "cntrl" => character < ' ' || character == '\x7f',
        "digit" => char.IsAsciiDigit(character),
        "graph" => character is > ' ' and < '\x7f',
        "lower" => char.IsAsciiLetterLower(character),
        "print" => character is >= ' ' and < '\x7f',
        "punct" => char.IsAscii(character) && (char.IsPunctuation(character) || char.IsSymbol(character)),
        "space" => character is ' ' or (>= '\t' and <= '\r'),
        "upper" => char.IsAsciiLetterUpper(character),
        "xdigit" => char.IsAsciiHexDigit(character),
        _ => null,
    };
}
