using System.Globalization;
using System.Text;

namespace Hostile.Cli.Reports;

/// <summary>Text as a terminal lays it out in columns: tabs widened, harmful characters replaced, wide characters two columns, combining ones none.</summary>
/// <param name="Text">What is printed.</param>
/// <param name="Columns">Of each character of the original text, and of its end, the column at which it is shown, counting from 0.</param>
public readonly record struct DisplayText(string Text, int[] Columns)
{
    private const int TabWidth = 4;

    /// <summary>Columns that the whole text takes.</summary>
    public int Width => Columns[^1];

    /// <summary>Lays out a line.</summary>
    public static DisplayText Of(string original)
    {
        var printed = new StringBuilder(original.Length);
        var columns = new int[original.Length + 1];
        var column = 0;
        for (var i = 0; i < original.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(original, i);
            columns.AsSpan(i, length).Fill(column);
            var element = VisibleText.Of(original.Substring(i, length));
            if (element == "\t")
                element = new string(' ', TabWidth - (column % TabWidth));
            printed.Append(element);
            column += WidthOf(element);
            i += length;
        }

        columns[^1] = column;
        return new(printed.ToString(), columns);
    }

    /// <summary>Columns that a text takes which holds no tab.</summary>
    public static int WidthOf(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            width += ElementWidth(text.AsSpan(i, length));
            i += length;
        }

        return width;
    }

    /// <summary>The longest beginning of a text without tabs that fits into some columns.</summary>
    public static string Fitting(string text, int columns)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            columns -= ElementWidth(text.AsSpan(i, length));
            if (columns < 0)
                return text[..i];
            i += length;
        }

        return text;
    }

    /// <summary>Lines of at most so many columns, broken at spaces where there are any.</summary>
    public static IEnumerable<string> Wrap(string text, int columns)
    {
        columns = Math.Max(columns, 10);
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && WidthOf(line) + 1 + WidthOf(word) > columns)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
            while (WidthOf(line) > columns)
            {
                var beginning = Fitting(line, columns);
                yield return beginning;
                line = line[beginning.Length..];
            }
        }

        if (line.Length > 0)
            yield return line;
    }

    private static int ElementWidth(ReadOnlySpan<char> element)
    {
        var width = 0;
        foreach (var rune in element.EnumerateRunes())
        {
            // Variation selector 16 asks for the picture of a character that also has a narrow form.
            if (rune.Value == 0xFE0F)
                return 2;
            width = Math.Max(width, RuneWidth(rune));
        }

        return width;
    }

    private static int RuneWidth(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    /// <summary>East Asian wide and fullwidth characters, and emoji, in the blocks where they lie.</summary>
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x231A and <= 0x231B) or (>= 0x23E9 and <= 0x23EC) or (>= 0x2E80 and <= 0x303E)
        or (>= 0x3041 and <= 0xA4CF and not (>= 0x4DC0 and <= 0x4DFF)) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or 0x2705 or 0x274C or 0x2728 or 0x2757 or 0x26A1 or 0x2B50
        or (>= 0x1F004 and <= 0x1F0CF and (0x1F004 or 0x1F0CF)) or (>= 0x1F18E and <= 0x1F19A) or (>= 0x1F1E6 and <= 0x1F64F)
        or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x1FA70 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
