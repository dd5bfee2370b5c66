using System.Collections.Immutable;

namespace Hostile.Rules;

/// <summary>One defect, one finding: where two rules fit the same place, the more specific one speaks.</summary>
public static class Precedence
{
    /// <summary>Pairs of rule ids; the first silences the second at the same place.</summary>
    public static ImmutableArray<(string Specific, string General)> Table { get; } =
    [
        ("race/idempotency-without-unique", "race/check-then-insert"),
        ("race/lost-update", "race/check-then-update"),
        ("race/read-before-lock", "race/check-then-insert"),
        ("race/read-before-lock", "race/check-then-update"),
        ("race/read-before-lock", "race/lost-update"),
        ("transaction/begin-on-pool", "transaction/left-open"),
    ];

    /// <summary>The findings that remain when, at each place, the general ones have given way to the specific ones.</summary>
    public static IEnumerable<Finding> Apply(IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        var spoken = all.Select(finding => (finding.Rule.Id, finding.Place.Path, finding.Place.Span)).ToHashSet();
        return all.Where(finding => !Table.Any(pair => pair.General == finding.Rule.Id && spoken.Contains((pair.Specific, finding.Place.Path, finding.Place.Span))));
    }
}
