using System.Globalization;
using System.Text;

namespace Hostile.Cli.Reports;

/// <summary>
/// Makes text from the audited repository harmless to look at. A file name or a line of code may hold escape sequences that repaint the terminal,
/// or bidirectional overrides that show code in an order in which it does not run.
/// </summary>
public static class VisibleText
{
    /// <summary>The text with every control and formatting character replaced by a visible one. A tab stays; line breaks do not.</summary>
    public static string Of(string text)
    {
        if (!NeedsChange(text))
            return text;
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            visible.Append(Of(rune));
        return visible.ToString();
    }

    private static bool NeedsChange(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Of(rune) != rune)
                return true;
        }

        return false;
    }

    private static Rune Of(Rune rune) => rune.Value switch
    {
        '\t' => rune,
        < 0x20 => new(0x2400 + rune.Value),
        0x7F => new(0x2421),
        // Joiners make emoji and are needed to spell some languages.
        0x200C or 0x200D => rune,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? Rune.ReplacementChar
            : rune,
    };
}
