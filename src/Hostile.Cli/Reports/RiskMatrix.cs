using System.Collections.Immutable;
using Hostile.Rules;

namespace Hostile.Cli.Reports;

/// <summary>Counts by category and severity. Hazards stand in a column of their own, because they are not counted against the code.</summary>
/// <param name="Rows">One for each category, in the catalogue's order.</param>
public sealed record RiskMatrix(ImmutableArray<RiskRow> Rows)
{
    /// <summary>The sum of all rows.</summary>
    public RiskRow Total => new(null, Rows.Sum(row => row.P0), Rows.Sum(row => row.P1), Rows.Sum(row => row.P2), Rows.Sum(row => row.P3), Rows.Sum(row => row.Hazards));

    /// <summary>The matrix of some findings; a category without any has a row of noughts.</summary>
    public static RiskMatrix Of(IEnumerable<ReportedFinding> findings)
    {
        var byCategory = findings.ToLookup(finding => finding.Finding.Rule.Category);
        return new([.. Enum.GetValues<Category>().Select(category => Row(category, byCategory[category]))]);
    }

    private static RiskRow Row(Category category, IEnumerable<ReportedFinding> findings)
    {
        var faults = findings.Where(finding => !finding.IsHazard).ToLookup(finding => finding.Finding.Severity);
        return new(
            category,
            faults[Severity.P0].Count(), faults[Severity.P1].Count(), faults[Severity.P2].Count(), faults[Severity.P3].Count(),
            findings.Count(finding => finding.IsHazard));
    }
}

/// <summary>A category's counts, or, where <c>Category</c> is null, those of all.</summary>
public sealed record RiskRow(Category? Category, int P0, int P1, int P2, int P3, int Hazards)
{
    /// <summary>Faults of the row: all severities, without hazards.</summary>
    public int Total => P0 + P1 + P2 + P3;
}
