using System.Globalization;
using Hostile.Syntax.TypeScript;
using Hostile.Syntax.TypeScript.Views;

namespace Hostile.Model.Summaries;

/// <summary>How far apart the starts of what a clock calls are, as far as the program says it: <c>setInterval(work, 60_000)</c>, <c>schedule('0 3 * * *', work)</c>.</summary>
internal static class ClockPeriod
{
    /// <summary>The shortest time between two starts, and whether that is only the default of a setting; null when the program does not say it.</summary>
    /// <param name="project">The program.</param>
    /// <param name="clock">The call that sets the clock.</param>
    public static (TimeSpan Time, bool IsDefault)? Of(ProjectModel project, SyntaxNode clock)
    {
        foreach (var argument in clock.Child(SyntaxKind.ArgumentList).Children)
        {
            var said = project.Constants.ValueOf(argument.Unwrapped()).Unwrapped();
            // "config.get('X') || '0 0 * * *'"
            var isDefault = said.Is(SyntaxKind.BinaryExpression) && said.Operator is TokenKind.BarBar or TokenKind.QuestionQuestion;
            var value = isDefault ? said.ChildAt(1).Unwrapped() : said;
            if (project.Constants.NumberOf(value) is { } milliseconds)
                return milliseconds is > 0 and < int.MaxValue ? (TimeSpan.FromMilliseconds(milliseconds), isDefault) : null;
            if (project.Constants.StringOf(value) is { } expression && OfCron(expression) is { } period)
                return (period, isDefault);
        }

        return null;
    }

    /// <summary>
    /// The shortest time between two starts by a cron expression of five fields, or of six that begin with seconds; null for any other text.
    /// Months, and days that are counted, are taken for the least that they can be.
    /// </summary>
    public static TimeSpan? OfCron(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields.Length is not (5 or 6) || !fields.All(field => field.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '*' or '/' or ',' or '-' or '?' or '#')))
            return null;
        if (fields.Length == 6)
        {
            if (!IsOne(fields[0]))
                return Step(fields[0], TimeSpan.FromSeconds(1));
            fields = fields[1..];
        }

        if (!IsOne(fields[0]))
            return Step(fields[0], TimeSpan.FromMinutes(1));
        if (!IsOne(fields[1]))
            return Step(fields[1], TimeSpan.FromHours(1));
        // A day of the month or of the week, where one is named.
        return IsOne(fields[2]) ? TimeSpan.FromDays(28) : IsOne(fields[4]) ? TimeSpan.FromDays(7) : TimeSpan.FromDays(1);
    }

    private static bool IsOne(string field) => field.Length > 0 && field.All(char.IsAsciiLetterOrDigit);

    /// <summary>"*/15" is fifteen of a unit, at the end of a round less where that does not divide it; lists and ranges are taken for one.</summary>
    private static TimeSpan Step(string field, TimeSpan unit) =>
        field.StartsWith("*/", StringComparison.Ordinal) && int.TryParse(field[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step is > 0 and < 60 && (unit.TotalHours < 1 ? 60 : 24) % step == 0 ? unit * step : unit;
}
