using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>What a stretch of the terminal's text is, which decides its colour.</summary>
public enum Ink
{
    Plain,
    Bold,
    Gutter,
    Primary,
    Secondary,
    Help,
    Critical,
    High,
    Medium,
    Low,
}

/// <summary>Writes inked text: with escape sequences where colours are allowed, without where not.</summary>
/// <param name="writer">Where to.</param>
/// <param name="color">Whether colours are allowed.</param>
public sealed class InkWriter(TextWriter writer, bool color)
{
    /// <summary>Writes a text in one ink.</summary>
    public void Write(string text, Ink ink = Ink.Plain)
    {
        if (!color || ink == Ink.Plain || text.AsSpan().IsWhiteSpace())
            writer.Write(text);
        else
            writer.Write($"\u001b[{Code(ink)}m{text}\u001b[0m");
    }

    /// <summary>Ends the line, with a line feed on every system.</summary>
    public void Line(string text = "", Ink ink = Ink.Plain)
    {
        Write(text, ink);
        writer.Write('\n');
    }

    /// <summary>The ink of a severity's name.</summary>
    public static Ink Of(Severity severity) => severity switch
    {
        Severity.P0 => Ink.Critical,
        Severity.P1 => Ink.High,
        Severity.P2 => Ink.Medium,
        _ => Ink.Low,
    };

    private static string Code(Ink ink) => ink switch
    {
        Ink.Bold => "1",
        Ink.Gutter => "34",
        Ink.Primary => "1;31",
        Ink.Secondary => "36",
        Ink.Help => "32",
        Ink.Critical => "1;31",
        Ink.High => "1;33",
        Ink.Medium => "1;36",
        _ => "1;34",
    };
}
