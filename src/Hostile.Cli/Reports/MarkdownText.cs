using System.Text;

namespace Hostile.Cli.Reports;

/// <summary>
/// Writes foreign text (names, paths, code, reasons) as Markdown that shows exactly that text. The audited repository must not be able to write headings,
/// links, images or HTML into its own audit.
/// </summary>
public static class MarkdownText
{
    /// <summary>A sentence in which only <c>`code`</c> is markup.</summary>
    public static string Prose(string text)
    {
        var visible = VisibleText.Of(Words.OneLine(text));
        var prose = new StringBuilder(visible.Length + 16);
        var position = 0;
        while (position < visible.Length)
        {
            var open = visible.IndexOf('`', position);
            var close = open < 0 ? -1 : visible.IndexOf('`', open + 1);
            if (close < 0)
                break;
            Escape(prose, visible, position, open);
            if (close == open + 1)
                prose.Append("\\`\\`");
            else
                prose.Append(Code(visible[(open + 1)..close]));
            position = close + 1;
        }

        Escape(prose, visible, position, visible.Length);
        return prose.ToString();
    }

    /// <summary>A code span, whatever the text holds. Good inside a table, too.</summary>
    public static string Code(string text)
    {
        var visible = VisibleText.Of(Words.OneLine(text));
        if (visible.Length == 0)
            return "(empty)";
        var ticks = new string('`', LongestRun(visible) + 1);
        var padding = visible[0] == '`' || visible[^1] == '`' ? " " : "";
        return $"{ticks}{padding}{visible}{padding}{ticks}";
    }

    /// <summary>Markdown for a cell of a table: a bar would end it, even inside a code span.</summary>
    public static string Cell(string markdown)
    {
        var cell = new StringBuilder(markdown.Length);
        var backslashes = 0;
        foreach (var character in markdown)
        {
            // An odd number of backslashes escapes the bar already, as may be inside a code span.
            if (character == '|' && backslashes % 2 == 0)
                cell.Append('\\');
            cell.Append(character);
            backslashes = character == '\\' ? backslashes + 1 : 0;
        }

        return cell.ToString();
    }

    /// <summary>The fence that no line of <paramref name="content"/> can close.</summary>
    public static string Fence(IEnumerable<string> content) => new('`', Math.Max(3, content.Select(LongestRun).DefaultIfEmpty(0).Max() + 1));

    /// <summary>The name by which highlighters know a file's language; empty when none is known.</summary>
    public static string Language(string path) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "ts" or "mts" or "cts" => "typescript",
        "tsx" => "tsx",
        "js" or "mjs" or "cjs" => "javascript",
        "jsx" => "jsx",
        "sql" => "sql",
        "json" => "json",
        _ => "",
    };

    private static void Escape(StringBuilder prose, string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var character = text[i];
            var escaped = character switch
            {
                '\\' or '*' or '[' or ']' or '<' or '`' or '~' => true,
                // Within a word an underscore is no markup; escaping it would only spoil names in the raw text.
                '_' => !(Inside(text, i - 1) && Inside(text, i + 1)),
                // At the beginning of a block these would start a heading, a quotation or a list.
                '#' or '>' or '-' or '+' or '=' => i == 0,
                '.' or ')' => i > 0 && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0,
                _ => false,
            };
            if (escaped)
                prose.Append('\\');
            // An entity, or an address that renderers would make a link of.
            if (character == '&')
                prose.Append("&amp;");
            else if (character == ':' && text.AsSpan(i).StartsWith("://"))
                prose.Append("&#58;");
            else if (character == '.' && i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase))
                prose.Append("&#46;");
            else
                prose.Append(character);
        }
    }

    private static bool Inside(string text, int index) => index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
