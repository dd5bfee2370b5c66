using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>What the report calls a severity.</summary>
public static class SeverityWords
{
    extension(Severity severity)
    {
        /// <summary>How soon, as the report's section headings say it.</summary>
        public string Deadline => severity switch
        {
            Severity.P0 => "IMMEDIATE FIX REQUIRED",
            Severity.P1 => "FIX WITHIN 48 HOURS",
            Severity.P2 => "FIX WITHIN 1 WEEK",
            _ => "FIX WHEN CONVENIENT",
        };

        /// <summary>The severity's name for people who do not speak in P-numbers.</summary>
        public string Rank => severity switch
        {
            Severity.P0 => "CRITICAL",
            Severity.P1 => "HIGH",
            Severity.P2 => "MEDIUM",
            _ => "LOW",
        };
    }
}
