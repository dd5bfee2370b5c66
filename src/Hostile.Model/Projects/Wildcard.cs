namespace Hostile.Model.Projects;

/// <summary>
/// Matches names against the wildcards of .gitignore files exactly as git does: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[[:alpha:]]</c>,
/// <c>\x</c>, and <c>**</c> between slashes. The work is bounded by the product of the lengths, whatever the pattern: a hostile
/// repository chooses the patterns.
/// </summary>
public static class Wildcard
{
    /// <summary>Reports whether a path matches; <c>*</c>, <c>?</c> and sets stop at slashes, <c>**</c> as a whole part does not.</summary>
    public static bool MatchesPath(string pattern, string path) => new Match(pattern, path, stopsAtSlash: true).At(0, 0);

    /// <summary>Reports whether a single name matches; there are no slashes to stop at.</summary>
    public static bool MatchesName(string pattern, string name) => new Match(pattern, name, stopsAtSlash: false).At(0, 0);

    /// <summary>The alternatives of a pattern with braces: <c>a/{b,c}</c> is <c>a/b</c> and <c>a/c</c>. Package managers know them, git does not.</summary>
    public static IEnumerable<string> Alternatives(string pattern)
    {
        var open = pattern.IndexOf('{');
        var close = open < 0 ? -1 : pattern.IndexOf('}', open);
        // The limit keeps {a,b}{a,b}{a,b}… from doubling for ever.
        if (close < 0 || pattern.Count(character => character == '{') > 4)
            return [pattern];
        return pattern[(open + 1)..close].Split(',').SelectMany(choice => Alternatives(pattern[..open] + choice + pattern[(close + 1)..]));
    }

    private sealed class Match(string pattern, string text, bool stopsAtSlash)
    {
        /// <summary>Pairs of positions that are known to fail: without them nested stars take exponential time.</summary>
        private HashSet<(int, int)>? failed;

        public bool At(int p, int t)
        {
            for (; p < pattern.Length; p++, t++)
            {
                if (pattern[p] == '*')
                    return Star(p, t);
                if (t == text.Length)
                    return false;

                switch (pattern[p])
                {
                    case '?':
                        if (stopsAtSlash && text[t] == '/')
                            return false;
                        break;
                    case '[':
                        if (Set(p, text[t]) is not { } end || (stopsAtSlash && text[t] == '/'))
                            return false;
                        p = end;
                        break;
                    case '\\' when ++p == pattern.Length:
                        return false;
                    default:
                        if (pattern[p] != text[t])
                            return false;
                        break;
                }
            }

            return t == text.Length;
        }

        private bool Star(int start, int t)
        {
            var p = start + 1;
            while (p < pattern.Length && pattern[p] == '*')
                p++;

            var crosses = !stopsAtSlash;
            if (p - start > 1 && stopsAtSlash
                && (start == 0 || pattern[start - 1] == '/')
                && (p == pattern.Length || pattern[p] == '/' || (pattern[p] == '\\' && p + 1 < pattern.Length && pattern[p + 1] == '/')))
            {
                // "a/**/b" matches "a/b": the stars and their slash stand for nothing.
                if (p < pattern.Length && pattern[p] == '/' && Remembered(p + 1, t))
                    return true;
                crosses = true;
            }

            if (p == pattern.Length)
                return crosses || text.IndexOf('/', t) < 0;

            for (; t <= text.Length; t++)
            {
                if (Remembered(p, t))
                    return true;
                if (t < text.Length && text[t] == '/' && !crosses)
                    return false;
            }

            return false;
        }

        private bool Remembered(int p, int t)
        {
            if (failed?.Contains((p, t)) == true)
                return false;
            if (At(p, t))
                return true;
            (failed ??= []).Add((p, t));
            return false;
        }

        /// <summary>The position of the set's closing bracket when the character is in the set; null when it is not, or the set never closes.</summary>
        private int? Set(int p, char character)
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
}
