using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <summary>A statement in the body of a block or a function.</summary>
/// <param name="Start">Where its text begins in the body.</param>
/// <param name="Text">The statement as SQL: <c>PERFORM f()</c> is a select, of a loop over a query the query is one; the text of an <c>EXECUTE</c> where it is written out.</param>
/// <param name="IsConditional">Whether it stands behind a condition, in a loop or in a handler.</param>
/// <param name="IsDynamic">Whether it is an EXECUTE whose text is put together: what it does is not known.</param>
public readonly record struct ProcedureStatement(int Start, string Text, bool IsConditional, bool IsDynamic);

/// <summary>
/// The SQL in PL/pgSQL: the statements of a <c>DO</c> block or of a function, in the order of the text. Variables, conditions and returns are passed over; what has no meaning
/// for tables and rows is left out. Reads any text without failing.
/// </summary>
public static class ProcedureBody
{
    private static readonly HashSet<string> Statements = new(StringComparer.OrdinalIgnoreCase)
    {
        "create", "alter", "drop", "insert", "update", "delete", "select", "with", "truncate", "lock", "merge", "notify", "perform", "execute", "call", "copy", "comment", "grant", "revoke", "set", "refresh", "values",
    };

    public static ImmutableArray<ProcedureStatement> Read(string body)
    {
        var found = ImmutableArray.CreateBuilder<ProcedureStatement>();
        var depth = 0;
        foreach (var (start, end) in Chunks(body))
            Add(body, start, end, found, ref depth);
        return found.ToImmutable();
    }

    private static void Add(string body, int at, int end, ImmutableArray<ProcedureStatement>.Builder found, ref int depth)
    {
        for (var left = 64; left > 0; left--)
        {
            at = SkipSpace(body, at, end);
            var word = WordAt(body, at, end);
            switch (word)
            {
                case "":
                    if (at + 1 >= end || body[at] != '<' || body[at + 1] != '<' || body.IndexOf(">>", at, end - at, StringComparison.Ordinal) is not (>= 0 and var label))
                        return;
                    at = label + 2;
                    continue;
                case "begin" or "else" or "exception":
                    depth += word == "exception" ? 1 : 0;
                    at += word.Length;
                    continue;
                case "if" or "elsif" or "elseif" or "when" or "case":
                    depth += word is "if" or "case" ? 1 : 0;
                    if (Find(body, at, end, "then") is not (>= 0 and var then))
                        return;
                    at = then + 4;
                    continue;
                case "for" or "foreach" or "while" or "loop":
                    depth++;
                    var loop = Find(body, at, end, "loop");
                    if (loop < 0)
                        return;
                    if (word == "for" && Find(body, at, loop, "in") is >= 0 and var source && Statements.Contains(WordAt(body, SkipSpace(body, source + 2, loop), loop)))
                        Add(body, source + 2, loop, found, ref depth);
                    at = loop + 4;
                    continue;
                case "end":
                    depth = Math.Max(0, depth - 1);
                    return;
                case "return":
                    at = SkipSpace(body, at + 6, end);
                    if (WordAt(body, at, end) != "query")
                        return;
                    at += 5;
                    continue;
                case "perform":
                    found.Add(new(at, "SELECT " + body[(at + 7)..end], depth > 0, false));
                    return;
                case "execute":
                    AddDynamic(body, SkipSpace(body, at + 7, end), end, depth > 0, found);
                    return;
                default:
                    if (Statements.Contains(word))
                        found.Add(new(at, body[at..end], depth > 0, false));
                    return;
            }
        }
    }

    /// <summary><c>EXECUTE 'ALTER TABLE …'</c>; a text that is put together is dynamic.</summary>
    private static void AddDynamic(string body, int at, int end, bool isConditional, ImmutableArray<ProcedureStatement>.Builder found)
    {
        var close = at < end && body[at] is '\'' or '$' ? SkipQuoted(body, at) : at;
        if (close <= at || SkipSpace(body, close, end) < end)
        {
            found.Add(new(at, body[at..end], isConditional, true));
            return;
        }

        if (body[at] == '$')
        {
            var tag = body.IndexOf('$', at + 1) + 1 - at;
            found.Add(new(at + tag, body[(at + tag)..(close - tag)], isConditional, false));
            return;
        }

        found.Add(new(at + 1, body[(at + 1)..(close - 1)].Replace("''", "'", StringComparison.Ordinal), isConditional, false));
    }

    private static IEnumerable<(int Start, int End)> Chunks(string body)
    {
        var (start, depth) = (0, 0);
        for (var at = 0; at < body.Length;)
        {
            var next = Next(body, at);
            if (next == at + 1)
            {
                depth += body[at] == '(' ? 1 : body[at] == ')' ? -1 : 0;
                if (body[at] == ';' && depth <= 0)
                {
                    yield return (start, at);
                    (start, depth) = (at + 1, 0);
                }
            }

            at = next;
        }

        yield return (start, body.Length);
    }

    /// <summary>The first place of a word that stands in no brackets, quotes or comments; -1 when there is none.</summary>
    private static int Find(string body, int at, int end, string word)
    {
        for (var depth = 0; at < end; at = Next(body, at))
        {
            depth += body[at] == '(' ? 1 : body[at] == ')' ? -1 : 0;
            if (depth == 0 && (at == 0 || !IsNameChar(body[at - 1])) && string.Equals(WordAt(body, at, end), word, StringComparison.Ordinal))
                return at;
        }

        return -1;
    }

    /// <summary>The place after the character, quoted text or comment that begins here.</summary>
    private static int Next(string body, int at)
    {
        if (body[at] is '\'' or '"' || (body[at] == '$' && (at == 0 || !IsNameChar(body[at - 1]))))
            return Math.Max(at + 1, SkipQuoted(body, at));
        return SkipComment(body, at) is var after && after > at ? after : at + 1;
    }

    private static int SkipQuoted(string body, int at)
    {
        if (body[at] == '$')
        {
            var close = at + 1;
            while (close < body.Length && IsNameChar(body[close]))
                close++;
            if (close >= body.Length || body[close] != '$' || (close > at + 1 && char.IsAsciiDigit(body[at + 1])))
                return at + 1;
            var tag = body[at..(close + 1)];
            var end = body.IndexOf(tag, close + 1, StringComparison.Ordinal);
            return end < 0 ? body.Length : end + tag.Length;
        }

        for (var i = at + 1; i < body.Length; i++)
        {
            if (body[i] != body[at])
                continue;
            if (i + 1 < body.Length && body[i + 1] == body[at])
                i++;
            else
                return i + 1;
        }

        return body.Length;
    }

    private static int SkipComment(string body, int at)
    {
        if (body.AsSpan(at).StartsWith("--"))
            return body.IndexOf('\n', at) is >= 0 and var line ? line + 1 : body.Length;
        if (body.AsSpan(at).StartsWith("/*"))
            return body.IndexOf("*/", at + 2, StringComparison.Ordinal) is >= 0 and var close ? close + 2 : body.Length;
        return at;
    }

    private static int SkipSpace(string body, int at, int end)
    {
        while (at < end)
        {
            if (char.IsWhiteSpace(body[at]))
                at++;
            else if (SkipComment(body, at) is var after && after > at)
                at = after;
            else
                break;
        }

        return Math.Min(at, end);
    }

    private static string WordAt(string body, int at, int end)
    {
        var close = at;
        while (close < end && IsNameChar(body[close]))
            close++;
        return close - at > 16 ? "-" : body[at..close].ToLowerInvariant();
    }

    private static bool IsNameChar(char c) => char.IsLetterOrDigit(c) || c == '_';
}
